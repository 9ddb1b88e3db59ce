/* SPDX-License-Identifier: MIT */
#include "upstand-config.h"

#include "charts/shares-private.h"

#include <glib/gi18n-lib.h>

/* Sentences of shares that the finding says at most. */
#define MOST_SHARES 3

static char *
number (gint64 value)
{
    return upstand_amount_describe (upstand_figure_of (value), UPSTAND_AMOUNT_NUMBER);
}

static char *
percent (gint64 value, gint64 whole)
{
    return upstand_amount_describe (
        upstand_shares_chart_get_percent (value, whole), UPSTAND_AMOUNT_PERCENT);
}

static const char *
get_part_name (const SharesChart *chart, int part)
{
    return part == UPSTAND_SHARES_OTHERS ? _ ("All others together") : chart->kinds[part];
}

static char *
name_row (const SharesChart *chart, const SharesRow *row)
{
    /* Translators: the title of a group and of a row in it: "Online, version 3". */
    return row->group == G_MAXUINT
               ? g_strdup (row->title)
               : g_strdup_printf (_ ("%1$s, %2$s"),
                     upstand_shares_chart_get_row (chart, row->group)->title, row->title);
}

static void
say_holes (const SharesChart *chart, const SharesRow *row, GString *text)
{
    if (upstand_shares_chart_is_unknown (chart, row)) {
        g_autofree char *state = upstand_amount_describe (row->missing, UPSTAND_AMOUNT_NUMBER);

        /* Translators: %s is why a number is missing: "Withheld". */
        upstand_chart_add_sentence (text, _ ("All: %s. So there are no shares."), state);
    }
    for (guint k = 0; k < chart->n_kinds; k++)
        if (upstand_amount_is_hole (row->figures[k])) {
            g_autofree char *state =
                upstand_amount_describe (row->figures[k], UPSTAND_AMOUNT_NUMBER);

            upstand_chart_add_sentence (text, _ ("%1$s: %2$s."), chart->kinds[k], state);
        }
}

char *
upstand_shares_chart_get_sentence (const SharesChart *chart, const SharesMark *mark)
{
    const SharesRow *row = upstand_shares_chart_get_row (chart, mark->row);
    g_autofree char *name = name_row (chart, row);
    GString *text = g_string_new (name);

    g_string_append_c (text, '\n');
    if (mark->part == UPSTAND_SHARES_HOLES) {
        say_holes (chart, row, text);
    } else {
        gint64 value = upstand_shares_chart_get_value (chart, row, mark->part);
        g_autofree char *count = number (value), *whole = number (row->whole);
        g_autofree char *share = percent (value, row->whole);

        /* Translators: a kind, its number, the number of all, and the share: "Rape: 5 of 20, 25%."
         */
        upstand_chart_add_sentence (text, _ ("%1$s: %2$s of %3$s, %4$s."),
            get_part_name (chart, mark->part), count, whole, share);
    }
    if (*row->note)
        upstand_chart_add_sentence (text, _ ("%s."), row->note);
    return g_string_free (text, FALSE);
}

/* Finding ------------------------------------------------------------------------------------ */

static const SharesRow *
find_last (const SharesChart *chart, guint before)
{
    for (guint r = MIN (before, chart->rows->len); r-- > 0;) {
        const SharesRow *row = upstand_shares_chart_get_row (chart, r);

        if (!row->heading && row->n_values > 0 && !upstand_shares_chart_is_unknown (chart, row))
            return row;
    }
    return NULL;
}

/* The row before @row in its group; NULL when there is none. */
static const SharesRow *
find_previous (const SharesChart *chart, const SharesRow *row)
{
    guint index = (guint)(row - (const SharesRow *)(gpointer)chart->rows->data);
    const SharesRow *previous = find_last (chart, index);

    return previous && previous->group == row->group ? previous : NULL;
}

static guint
find_most (const SharesChart *chart, const SharesRow *row)
{
    guint most = 0;

    for (guint k = 1; k < chart->n_kinds; k++)
        if (row->figures[k].value > row->figures[most].value)
            most = k;
    return most;
}

static void
say_counts (const SharesChart *chart, const SharesRow *row, GString *text)
{
    guint most = find_most (chart, row);
    g_autofree char *whole = number (row->whole), *count = number (row->figures[most].value);
    const SharesRow *previous = find_previous (chart, row);

    /* Translators: a period and how many things were counted in it. */
    upstand_chart_add_sentence (text,
        row->n_holes > 0 ? _ ("%1$s: at least %2$s in all.") : _ ("%1$s: %2$s in all."), row->title,
        whole);
    if (row->figures[most].value > 0)
        upstand_chart_add_sentence (text, _ ("Most: “%1$s”, %2$s."), chart->kinds[most], count);
    if (previous) {
        g_autofree char *before = number (previous->whole);

        upstand_chart_add_sentence (text,
            previous->n_holes > 0 ? _ ("In %1$s: at least %2$s.") : _ ("In %1$s: %2$s."),
            previous->title, before);
    }
}

static void
say_shares (const SharesChart *chart, const SharesRow *row, GString *text)
{
    const SharesRow *previous = find_previous (chart, row);
    guint said = 0;

    upstand_chart_add_sentence (text, "%s:", row->title);
    for (guint k = 0; k < chart->n_kinds && said < MOST_SHARES; k++) {
        g_autofree char *count = number (row->figures[k].value), *whole = number (row->whole);
        g_autofree char *share = percent (row->figures[k].value, row->whole);

        if (!upstand_figure_has_value (row->figures[k]))
            continue;
        /* Translators: a kind, its share, its number and the number of all. */
        upstand_chart_add_sentence (
            text, _ ("%1$s %2$s (%3$s of %4$s)."), chart->kinds[k], share, count, whole);
        said++;
    }
    if (said > 1 && row->n_holes == 0) {
        g_autofree char *together = percent (row->sum, row->whole);

        if (row->has_whole && previous && previous->n_holes == 0) {
            g_autofree char *before = percent (previous->sum, previous->whole);

            upstand_chart_add_sentence (
                text, _ ("Together %1$s, in %2$s %3$s."), together, previous->title, before);
        } else if (row->has_whole) {
            upstand_chart_add_sentence (text, _ ("Together %s."), together);
        }
    }
}

/* Of levels: where most is at the worst one, in the last row of each group. */
static void
say_levels (const SharesChart *chart, GString *text)
{
    guint level = chart->n_kinds - 1;
    const SharesRow *worst = NULL;

    for (guint r = 0; r < chart->rows->len; r++) {
        const SharesRow *row = upstand_shares_chart_get_row (chart, r);
        gboolean last = r + 1 == chart->rows->len ||
                        upstand_shares_chart_get_row (chart, r + 1)->group != row->group;

        if (row->heading || !last || row->figures[level].value == 0)
            continue;
        if (!worst || row->figures[level].value > worst->figures[level].value)
            worst = row;
    }
    if (!worst) {
        /* Translators: %s is a level: "High risk". */
        upstand_chart_add_sentence (text, _ ("%s: none."), chart->kinds[level]);
        return;
    }

    g_autofree char *name = name_row (chart, worst), *whole = number (worst->whole);
    g_autofree char *count = number (worst->figures[level].value);
    const SharesRow *previous = find_previous (chart, worst);

    /* Translators: where, which level, how many, of how many: "Online, version 3. High risk: 5 of
     * 12." */
    upstand_chart_add_sentence (
        text, _ ("%1$s. %2$s: %3$s of %4$s."), name, chart->kinds[level], count, whole);
    if (previous && upstand_figure_has_value (previous->figures[level])) {
        g_autofree char *before = number (previous->figures[level].value);

        upstand_chart_add_sentence (text, _ ("In %1$s: %2$s."), previous->title, before);
    }
}

char *
upstand_shares_chart_find (const UpstandChart *base)
{
    const SharesChart *chart = (const SharesChart *)base;
    const SharesRow *last = find_last (chart, chart->rows->len);
    GString *text = g_string_new (NULL);

    if (!last)
        g_string_append (text, _ ("No period has a figure yet."));
    else if (chart->tones)
        say_levels (chart, text);
    else if (chart->of_whole)
        say_shares (chart, last, text);
    else
        say_counts (chart, last, text);
    if (last && *last->note && !chart->tones)
        upstand_chart_add_sentence (text, _ ("%s."), last->note);
    return g_string_free (text, FALSE);
}

/* Table -------------------------------------------------------------------------------------- */

UpstandSheet *
upstand_shares_chart_table (UpstandChart *base)
{
    enum { GROUP, TITLE, WHOLE, NOTE, KINDS };
    const SharesChart *chart = (const SharesChart *)base;
    guint each = chart->of_whole ? 2 : 1, n = KINDS + each * chart->n_kinds;
    g_autofree UpstandSheetColumn *columns = g_new0 (UpstandSheetColumn, n);
    g_autofree UpstandCell *cells = g_new0 (UpstandCell, n);
    g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

    columns[GROUP] = (UpstandSheetColumn){ .title = _ ("Group"), .width = 24 };
    columns[TITLE] = (UpstandSheetColumn){ .title = chart->heading, .width = 20 };
    columns[WHOLE] = (UpstandSheetColumn){ .title = _ ("All"), .kind = UPSTAND_CELL_DECIMAL };
    columns[NOTE] = (UpstandSheetColumn){ .title = _ ("Note"), .width = 24 };
    for (guint k = 0; k < chart->n_kinds; k++) {
        columns[KINDS + k * each] =
            (UpstandSheetColumn){ .title = chart->kinds[k], .kind = UPSTAND_CELL_DECIMAL };
        if (!chart->of_whole)
            continue;
        /* Translators: the heading of a column of percentages; %s is a kind. */
        g_ptr_array_add (titles, g_strdup_printf (_ ("%s, share"), chart->kinds[k]));
        columns[KINDS + k * each + 1] =
            (UpstandSheetColumn){ .title = g_ptr_array_index (titles, k),
                .kind = UPSTAND_CELL_PERCENT };
    }

    UpstandSheet *sheet = upstand_sheet_new ("shares", base->title, columns, n);

    for (guint r = 0; r < chart->rows->len; r++) {
        const SharesRow *row = upstand_shares_chart_get_row (chart, r);

        if (row->heading)
            continue;
        cells[GROUP] = upstand_cell_text (
            row->group == G_MAXUINT ? NULL
                                    : upstand_shares_chart_get_row (chart, row->group)->title);
        cells[TITLE] = upstand_cell_text (row->title);
        cells[WHOLE] = upstand_amount_to_cell (
            upstand_amount_is_hole (row->missing) ? row->missing : upstand_figure_of (row->whole),
            UPSTAND_AMOUNT_NUMBER);
        if (row->n_values == 0 && !row->has_whole && !upstand_amount_is_hole (row->missing))
            cells[WHOLE] = upstand_cell_blank ();
        cells[NOTE] = upstand_cell_text (row->note);
        for (guint k = 0; k < chart->n_kinds; k++) {
            UpstandCell *cell = &cells[KINDS + k * each];

            cell[0] = upstand_amount_to_cell (row->figures[k], UPSTAND_AMOUNT_NUMBER);
            if (chart->of_whole)
                cell[1] = upstand_figure_has_value (row->figures[k]) && row->whole > 0 &&
                                  !upstand_shares_chart_is_unknown (chart, row)
                              ? upstand_amount_to_cell (upstand_shares_chart_get_percent (
                                                            row->figures[k].value, row->whole),
                                    UPSTAND_AMOUNT_PERCENT)
                              : upstand_cell_blank ();
        }
        upstand_sheet_add_row (sheet, cells);
    }
    upstand_sheet_add_note (sheet, base->finding);
    return sheet;
}
