/* SPDX-License-Identifier: MIT */
#include "upstand-config.h"

#include "charts/chart-private.h"
#include "charts/spread-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct {
    UpstandSpreadRow given; /* its texts are the two below */
    char *title, *note;
    char *counts; /* "12 done, 3 open" */
} SpreadRow;

typedef struct {
    UpstandChart base;
    char *heading;
    guint limit;
    GArray *rows; /* SpreadRow */
    gint64 largest;
    char *widest;
    gboolean has_quarters, has_open;
} SpreadChart;

struct _UpstandSpread {
    SpreadChart *chart;
};

static const SpreadRow *
get_row (const SpreadChart *chart, guint row)
{
    return &g_array_index (chart->rows, SpreadRow, row);
}

static void
spread_row_clear (gpointer data)
{
    SpreadRow *row = data;

    g_free (row->title);
    g_free (row->note);
    g_free (row->counts);
}

static void
spread_chart_finish (UpstandChart *base)
{
    SpreadChart *chart = (SpreadChart *)base;

    g_array_unref (chart->rows);
    g_free (chart->heading);
    g_free (chart->widest);
}

/* "34 days". */
static char *
say_days (UpstandFigure days)
{
    g_autofree char *number = upstand_amount_format (days, UPSTAND_AMOUNT_NUMBER);

    return g_strdup_printf (
        ngettext ("%s day", "%s days", upstand_amount_plural (days.value)), number);
}

static char *
say_limit (const SpreadChart *chart)
{
    return g_strdup_printf (
        ngettext ("Should be done within %u day", "Should be done within %u days", chart->limit),
        chart->limit);
}

static void
spread_chart_add_legend (const UpstandChart *base, UpstandLegend *legend)
{
    const SpreadChart *chart = (const SpreadChart *)base;

    upstand_legend_add (
        legend, UPSTAND_SHAPE_DIAMOND, UPSTAND_INK_TEXT, _ ("Median: half took no longer"));
    upstand_legend_add (
        legend, UPSTAND_SHAPE_DASH, UPSTAND_INK_ON_TRACK, _ ("From the shortest to the longest"));
    if (chart->has_quarters)
        upstand_legend_add (
            legend, UPSTAND_SHAPE_SQUARE, UPSTAND_INK_ON_TRACK, _ ("The middle half"));
    if (chart->has_open)
        upstand_legend_add (legend, UPSTAND_SHAPE_HOLLOW_TRIANGLE, UPSTAND_INK_SLIPPING,
            _ ("The oldest that is still open"));
    if (chart->limit > 0) {
        g_autofree char *limit = say_limit (chart);

        upstand_legend_add (legend, UPSTAND_SHAPE_LINE, UPSTAND_INK_OFF_TRACK, limit);
    }
}

static void
spread_chart_set_columns (const UpstandChart *base, const UpstandPen *pen, UpstandFrame *frame)
{
    const SpreadChart *chart = (const SpreadChart *)base;
    double inner = MAX (0, frame->width - 2 * frame->margin), gap = frame->line * 0.8;
    gboolean wide = !frame->narrow;
    double counts = upstand_pen_measure (pen, UPSTAND_FACE_TEXT, chart->widest) + 2;

    frame->status_width = MIN (counts, inner * (wide ? 0.25 : 0.5));
    frame->status_x = frame->margin + inner - frame->status_width;
    frame->label_x = frame->margin;
    frame->label_width = wide ? CLAMP (inner * 0.2, 6 * frame->line, 16 * frame->line)
                              : frame->status_x - frame->margin - gap;
    frame->plot_x = wide ? frame->label_x + frame->label_width + gap : frame->margin + gap;
    frame->plot_width =
        MAX (0, (wide ? frame->status_x : frame->margin + inner) - gap - frame->plot_x);
    upstand_scale_init (&frame->scale, 0,
        MAX (chart->largest, (gint64)chart->limit * UPSTAND_FIGURE_ONE), UPSTAND_FIGURE_ONE,
        MAX (2, (guint)(frame->plot_width / (4 * frame->line))), frame->plot_x,
        frame->plot_x + frame->plot_width);
}

static void
spread_chart_draw_axis (const UpstandChart *base, UpstandPen *pen, const UpstandFrame *frame)
{
    const SpreadChart *chart = (const SpreadChart *)base;
    double y = frame->axis_y + frame->axis_height / 2;

    upstand_scale_draw_across (&frame->scale, pen, UPSTAND_AMOUNT_NUMBER, y);
    if (frame->narrow)
        return;
    upstand_pen_text (pen, UPSTAND_FACE_SMALL, UPSTAND_INK_DIM, chart->heading, frame->label_x, y,
        frame->label_width, UPSTAND_ALIGN_LEFT);
    upstand_pen_text (pen, UPSTAND_FACE_SMALL, UPSTAND_INK_DIM, C_ ("axis", "Days"),
        frame->status_x, y, frame->status_width, UPSTAND_ALIGN_RIGHT);
}

static void
spread_chart_draw_under (const UpstandChart *base, UpstandPen *pen, const UpstandFrame *frame)
{
    const SpreadChart *chart = (const SpreadChart *)base;
    double height = MIN (frame->body_height, frame->n_rows * frame->row_height - frame->scroll);
    double x = upstand_scale_place (&frame->scale, (gint64)chart->limit * UPSTAND_FIGURE_ONE);

    upstand_scale_draw_grid_across (&frame->scale, pen, frame->body_y, height);
    if (chart->limit > 0)
        upstand_pen_box (pen, UPSTAND_INK_OFF_TRACK, x, frame->body_y, 2, height);
}

/* Drawing ------------------------------------------------------------------------------------ */

static double
get_middle (const UpstandFrame *frame, guint row)
{
    double top = upstand_frame_get_row_y (frame, row);

    return round (frame->narrow ? top + frame->line * 2 : top + frame->row_height * 0.58);
}

static double
place_days (const UpstandFrame *frame, UpstandFigure days)
{
    return upstand_scale_place (&frame->scale, days.value);
}

static void
draw_done (UpstandPen *pen, const UpstandFrame *frame, const UpstandSpreadRow *row, double y)
{
    double left = place_days (frame, row->least), right = place_days (frame, row->most);
    double median = place_days (frame, row->median), half = round (frame->line * 0.4);

    if (upstand_figure_has_value (row->least) && upstand_figure_has_value (row->most)) {
        upstand_pen_box (pen, UPSTAND_INK_ON_TRACK, left, y - 1, MAX (right - left, 2), 2);
        upstand_pen_box (pen, UPSTAND_INK_ON_TRACK, left - 1, y - half, 2, 2 * half);
        upstand_pen_box (pen, UPSTAND_INK_ON_TRACK, right - 1, y - half, 2, 2 * half);
    }
    if (upstand_figure_has_value (row->lower) && upstand_figure_has_value (row->upper)) {
        double from = place_days (frame, row->lower), to = place_days (frame, row->upper);

        upstand_pen_tint (pen, UPSTAND_INK_ON_TRACK, 1, from, y - half, to - from, 2 * half);
        upstand_pen_frame (pen, UPSTAND_INK_ON_TRACK, from, y - half, to - from, 2 * half);
    }
    if (upstand_figure_has_value (row->median)) {
        g_autofree char *number = upstand_amount_format (row->median, UPSTAND_AMOUNT_NUMBER);

        upstand_pen_shape (
            pen, UPSTAND_SHAPE_DIAMOND, UPSTAND_INK_TEXT, median, y, frame->line * 0.75);
        upstand_pen_text (pen, UPSTAND_FACE_BOLD, UPSTAND_INK_TEXT, number,
            median - 2 * frame->line, y - frame->line * 0.85, 4 * frame->line,
            UPSTAND_ALIGN_CENTRE);
    }
}

static void
draw_nothing (UpstandPen *pen, const UpstandFrame *frame, const UpstandSpreadRow *row, double y)
{
    const char *words = row->n_done > 0 ? _ ("No times recorded") : _ ("None done");
    double used = upstand_pen_measure (pen, UPSTAND_FACE_SMALL, words) + frame->line * 0.4;

    upstand_pen_box (pen, UPSTAND_INK_GROUND, frame->plot_x + 1, y - frame->line * 0.55, used,
        frame->line * 1.1);
    upstand_pen_text (pen, UPSTAND_FACE_SMALL, UPSTAND_INK_DIM, words, frame->plot_x + 3, y,
        frame->plot_width, UPSTAND_ALIGN_LEFT);
}

static void
spread_chart_draw_row (
    const UpstandChart *base, UpstandPen *pen, const UpstandFrame *frame, guint index)
{
    const SpreadChart *chart = (const SpreadChart *)base;
    const SpreadRow *row = get_row (chart, index);
    double top = upstand_frame_get_row_y (frame, index), y = get_middle (frame, index);
    double words = frame->narrow ? top + frame->line * 0.6 : y;

    if (index > 0)
        upstand_pen_box (
            pen, UPSTAND_INK_LINE, frame->margin, round (top), frame->width - 2 * frame->margin, 1);
    upstand_pen_block (pen, UPSTAND_FACE_TEXT, UPSTAND_INK_TEXT, row->title, frame->label_x,
        *row->note && !frame->narrow ? words - frame->line * 0.5 : words, frame->label_width, 1,
        UPSTAND_ALIGN_LEFT);
    if (!frame->narrow)
        upstand_pen_text (pen, UPSTAND_FACE_SMALL, UPSTAND_INK_DIM, row->note, frame->label_x,
            words + frame->line * 0.5, frame->label_width, UPSTAND_ALIGN_LEFT);
    upstand_pen_text (pen, UPSTAND_FACE_TEXT,
        row->given.n_open > 0 ? UPSTAND_INK_SLIPPING : UPSTAND_INK_TEXT, row->counts,
        frame->status_x, words, frame->status_width, UPSTAND_ALIGN_RIGHT);
    if (row->given.n_done > 0 && upstand_figure_has_value (row->given.median))
        draw_done (pen, frame, &row->given, y);
    else
        draw_nothing (pen, frame, &row->given, y);
    if (row->given.n_open > 0 && upstand_figure_has_value (row->given.oldest))
        upstand_pen_shape (pen, UPSTAND_SHAPE_HOLLOW_TRIANGLE, UPSTAND_INK_SLIPPING,
            place_days (frame, row->given.oldest), y, frame->line * 0.8);
}

/* Marks -------------------------------------------------------------------------------------- */

static guint
spread_chart_get_row (const UpstandChart *base, guint mark)
{
    return mark;
}

static guint
spread_chart_get_marks (const UpstandChart *base, guint row, guint *first)
{
    *first = row;
    return 1;
}

static void
say_times (const SpreadRow *row, GString *text)
{
    const UpstandSpreadRow *given = &row->given;
    g_autofree char *median = say_days (given->median);
    g_autofree char *least = upstand_amount_describe (given->least, UPSTAND_AMOUNT_NUMBER);
    g_autofree char *most = say_days (given->most);

    if (given->n_done == 0 || !upstand_figure_has_value (given->median))
        return;
    /* Translators: a time in days. */
    upstand_chart_add_sentence (text, _ ("Half were done within %s."), median);
    if (upstand_figure_has_value (given->least) && upstand_figure_has_value (given->most))
        /* Translators: "From 3 to 120 days." */
        upstand_chart_add_sentence (text, _ ("From %1$s to %2$s."), least, most);
}

static void
say_open (const SpreadRow *row, GString *text)
{
    guint n = row->given.n_open;
    g_autofree char *oldest = say_days (row->given.oldest);

    if (n > 0 && upstand_figure_has_value (row->given.oldest))
        upstand_chart_add_sentence (text,
            ngettext ("%1$u is open, for %2$s.", "%1$u are open, the oldest for %2$s.", n), n,
            oldest);
    else if (n > 0)
        upstand_chart_add_sentence (text, ngettext ("%u is open.", "%u are open.", n), n);
}

static char *
row_sentence (const SpreadRow *row)
{
    GString *text = g_string_new (row->title);

    g_string_append_c (text, '\n');
    upstand_chart_add_sentence (text, _ ("%s."), row->counts);
    say_times (row, text);
    say_open (row, text);
    if (*row->note)
        upstand_chart_add_sentence (text, _ ("%s."), row->note);
    return g_string_free (text, FALSE);
}

static void
spread_chart_fill_mark (const UpstandChart *base, const UpstandFrame *frame, UpstandChartMark *mark)
{
    const SpreadRow *row = get_row ((const SpreadChart *)base, mark->index);

    mark->id = row->given.id;
    mark->sentence = row_sentence (row);
    mark->x = frame->margin;
    mark->width = frame->width - 2 * frame->margin;
    mark->y = upstand_frame_get_row_y (frame, mark->index) + 1;
    mark->height = frame->row_height - 2;
}

static UpstandSheet *
spread_chart_table (UpstandChart *base)
{
    enum { TITLE, DONE, LEAST, LOWER, MEDIAN, UPPER, MOST, OPEN, OLDEST, NOTE, N_COLUMNS };
    const SpreadChart *chart = (const SpreadChart *)base;
    const UpstandSheetColumn columns[N_COLUMNS] = {
        [TITLE] = { .title = chart->heading, .width = 24 },
        [DONE] = { .title = _ ("Done"), .kind = UPSTAND_CELL_WHOLE },
        [LEAST] = { .title = _ ("Shortest"), .kind = UPSTAND_CELL_DECIMAL, .unit = _ ("days") },
        [LOWER] = { .title = _ ("A quarter within"),
            .kind = UPSTAND_CELL_DECIMAL,
            .unit = _ ("days") },
        [MEDIAN] = { .title = _ ("Half within"), .kind = UPSTAND_CELL_DECIMAL, .unit = _ ("days") },
        [UPPER] = { .title = _ ("Three quarters within"),
            .kind = UPSTAND_CELL_DECIMAL,
            .unit = _ ("days") },
        [MOST] = { .title = _ ("Longest"), .kind = UPSTAND_CELL_DECIMAL, .unit = _ ("days") },
        [OPEN] = { .title = _ ("Open"), .kind = UPSTAND_CELL_WHOLE },
        [OLDEST] = { .title = _ ("Oldest open"), .kind = UPSTAND_CELL_DECIMAL, .unit = _ ("days") },
        [NOTE] = { .title = _ ("Note"), .width = 24 },
    };
    UpstandSheet *sheet = upstand_sheet_new ("spread", base->title, columns, N_COLUMNS);

    for (guint r = 0; r < chart->rows->len; r++) {
        const SpreadRow *row = get_row (chart, r);
        const UpstandFigure figures[] = { row->given.least, row->given.lower, row->given.median,
            row->given.upper, row->given.most };
        UpstandCell cells[N_COLUMNS] = {
            [TITLE] = upstand_cell_text (row->title),
            [DONE] = upstand_cell_whole (row->given.n_done),
            [OPEN] = upstand_cell_whole (row->given.n_open),
            [NOTE] = upstand_cell_text (row->note),
        };

        /* Of nothing there is no time, and none is missing. */
        for (guint i = 0; i < G_N_ELEMENTS (figures) && row->given.n_done > 0; i++)
            cells[LEAST + i] = upstand_amount_to_cell (figures[i], UPSTAND_AMOUNT_NUMBER);
        if (row->given.n_open > 0)
            cells[OLDEST] = upstand_amount_to_cell (row->given.oldest, UPSTAND_AMOUNT_NUMBER);
        upstand_sheet_add_row (sheet, cells);
    }
    upstand_sheet_add_note (sheet, base->finding);
    return sheet;
}

static const UpstandChartClass spread_class = {
    .shape = { .axis = 1.4, .row = 2.4, .tallest_row = 3.4, .narrow_row = 3 },
    .empty = N_ ("How long things took stands here as soon as something has been finished."),
    .finish = spread_chart_finish,
    .table = spread_chart_table,
    .add_legend = spread_chart_add_legend,
    .set_columns = spread_chart_set_columns,
    .draw_axis = spread_chart_draw_axis,
    .draw_under = spread_chart_draw_under,
    .draw_row = spread_chart_draw_row,
    .get_row = spread_chart_get_row,
    .get_marks = spread_chart_get_marks,
    .fill_mark = spread_chart_fill_mark,
};

/* Making ------------------------------------------------------------------------------------- */

UpstandSpread *
upstand_spread_new (const UpstandChartWords *words, const char *heading, guint limit)
{
    g_return_val_if_fail (words != NULL, NULL);

    UpstandSpread *spread = g_new0 (UpstandSpread, 1);
    SpreadChart *chart = upstand_chart_begin (&spread_class, sizeof (SpreadChart), words);

    chart->heading = upstand_chart_copy_text (heading);
    chart->limit = limit;
    chart->rows = g_array_new (FALSE, TRUE, sizeof (SpreadRow));
    g_array_set_clear_func (chart->rows, spread_row_clear);
    chart->widest = g_strdup ("");
    spread->chart = chart;
    return spread;
}

void
upstand_spread_free (UpstandSpread *spread)
{
    if (!spread)
        return;
    upstand_chart_unref (&spread->chart->base);
    g_free (spread);
}

static char *
say_counts (const UpstandSpreadRow *row)
{
    if (row->n_open == 0)
        return g_strdup_printf (ngettext ("%u done", "%u done", row->n_done), row->n_done);
    /* Translators: how many are finished, and how many are not. */
    return g_strdup_printf (_ ("%1$u done, %2$u open"), row->n_done, row->n_open);
}

void
upstand_spread_add (UpstandSpread *spread, const UpstandSpreadRow *given)
{
    g_return_if_fail (spread != NULL && given != NULL);

    SpreadChart *chart = spread->chart;
    SpreadRow row = {
        .given = *given,
        .title = upstand_chart_copy_text (given->title),
        .note = upstand_chart_copy_text (given->note),
        .counts = say_counts (given),
    };

    row.given.title = row.title;
    row.given.note = row.note;
    if (given->n_done > 0) {
        chart->largest = MAX (chart->largest, MAX (given->median.value, given->most.value));
        chart->has_quarters |=
            upstand_figure_has_value (given->lower) && upstand_figure_has_value (given->upper);
    }
    if (given->n_open > 0) {
        chart->largest = MAX (chart->largest, given->oldest.value);
        chart->has_open |= upstand_figure_has_value (given->oldest);
    }
    if (strlen (row.counts) > strlen (chart->widest)) {
        g_free (chart->widest);
        chart->widest = g_strdup (row.counts);
    }
    g_array_append_val (chart->rows, row);
}

static char *
find (const UpstandChart *base)
{
    const SpreadChart *chart = (const SpreadChart *)base;
    const SpreadRow *latest = NULL;
    GString *text = g_string_new (NULL);
    guint open = 0, late = 0, rated = 0;
    gint64 oldest = 0;

    for (guint r = 0; r < chart->rows->len; r++) {
        const SpreadRow *row = get_row (chart, r);

        open += row->given.n_open;
        if (row->given.n_open > 0)
            oldest = MAX (oldest, row->given.oldest.value);
        if (row->given.n_done == 0 || !upstand_figure_has_value (row->given.median))
            continue;
        latest = row;
        rated++;
        late += row->given.median.value > (gint64)chart->limit * UPSTAND_FIGURE_ONE;
    }
    if (latest) {
        upstand_chart_add_sentence (text, "%s:", latest->title);
        say_times (latest, text);
    } else {
        upstand_chart_add_sentence (text, _ ("Nothing has been done yet."));
    }
    if (chart->limit > 0 && late > 0)
        /* Translators: %3$u is a number of days. */
        upstand_chart_add_sentence (text,
            ngettext ("In %1$u of %2$u half took longer than %3$u day.",
                "In %1$u of %2$u half took longer than %3$u days.", chart->limit),
            late, rated, chart->limit);
    if (open > 0) {
        g_autofree char *days = say_days (upstand_figure_of (oldest));

        if (oldest > 0)
            upstand_chart_add_sentence (text,
                ngettext ("%1$u is still open, for %2$s.",
                    "%1$u are still open, the oldest for %2$s.", open),
                open, days);
        else
            upstand_chart_add_sentence (
                text, ngettext ("%u is still open.", "%u are still open.", open), open);
    }
    return g_string_free (text, FALSE);
}

UpstandChart *
upstand_spread_end (UpstandSpread *spread)
{
    g_return_val_if_fail (spread != NULL, NULL);

    SpreadChart *chart = spread->chart;

    upstand_chart_end (&chart->base, chart->rows->len, chart->rows->len, find);
    g_free (spread);
    return &chart->base;
}
