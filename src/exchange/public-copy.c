/* SPDX-License-Identifier: MIT */
#include "exchange/public-copy.h"

#include "exchange/public-private.h"

#include <glib/gi18n-lib.h>

/* The decided figure of a cell in a column of figures, or the mark. */
static UpstandCell
figure (const PublicGrid *grid, guint row, guint column, const UpstandSuppression *suppression,
    UpstandPublicOutcome *outcome)
{
    UpstandCell cell = *public_grid_at (grid, row, column);
    guint at = row * grid->n_columns + column;

    if (cell.state != UPSTAND_CELL_VALUE)
        return cell;
    outcome->n_figures++;
    gboolean decided = grid->roles[at] == FIGURE_COUNT || grid->roles[at] == FIGURE_RATE;
    if (decided &&
        upstand_suppression_get_fate (suppression, grid->figures[at]) == UPSTAND_FATE_SHOWN)
        return cell;
    outcome->n_hidden++;
    if (decided && upstand_suppression_is_given_away (suppression, grid->figures[at]))
        outcome->n_given_away++;
    return upstand_cell_text (UPSTAND_PUBLIC_MARK);
}

static UpstandSheet *
sheet_new (const PublicGrid *grid)
{
    g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (UpstandSheetColumn));

    for (guint i = 0; i < grid->n_columns; i++) {
        const UpstandSheetColumn *column = upstand_sheet_get_column (grid->sheet, i);
        if (column->in_public != UPSTAND_PUBLIC_LEFT_OUT)
            g_array_append_vals (columns, column, 1);
    }
    return upstand_sheet_new (upstand_sheet_get_id (grid->sheet),
        upstand_sheet_get_title (grid->sheet), (const UpstandSheetColumn *)columns->data,
        columns->len);
}

static UpstandSheet *
copy_sheet (const PublicGrid *grid, const UpstandSuppression *suppression, int least,
    UpstandPublicOutcome *outcome)
{
    UpstandSheet *copy = sheet_new (grid);
    g_autofree UpstandCell *cells = g_new (UpstandCell, grid->n_columns);
    gboolean has_figures = FALSE;

    for (guint row = 0; row < grid->n_rows; row++) {
        guint n = 0;
        for (guint i = 0; i < grid->n_columns; i++) {
            UpstandPublic way = upstand_sheet_get_column (grid->sheet, i)->in_public;
            if (way == UPSTAND_PUBLIC_LEFT_OUT)
                continue;
            if (way == UPSTAND_PUBLIC_FIGURES) {
                cells[n++] = figure (grid, row, i, suppression, outcome);
                has_figures = TRUE;
                continue;
            }
            cells[n] = public_grid_open (grid, row, i);
            if (g_strcmp0 (cells[n++].text, UPSTAND_PUBLIC_MARK) == 0)
                outcome->n_texts++;
        }
        upstand_sheet_add_row (copy, cells);
    }
    if (has_figures) {
        g_autofree char *note = g_strdup_printf (
            /* Translators: first a mark such as [c], then the largest number that is hidden. */
            _ ("%s: hidden to protect people. Numbers from 1 to %d are hidden, and others from "
               "which they could be worked out."),
            UPSTAND_PUBLIC_MARK, least - 1);
        upstand_sheet_add_note (copy, note);
    }
    return copy;
}

static UpstandBook *
book_new (UpstandBook *official, const UpstandPublicRequest *request)
{
    UpstandCover cover = *upstand_book_get_cover (official);

    cover.digest = NULL;
    if (request->classification)
        cover.classification = request->classification;
    UpstandBook *copy = upstand_book_new (&cover);
    upstand_book_add_fact (
        copy, _ ("Copy"), _ ("Public: without small numbers and what would tell them"));
    return copy;
}

UpstandBook *
upstand_public_copy_new (UpstandBook *official, const UpstandPublicRequest *request,
    UpstandPublicOutcome *outcome, GError **error)
{
    g_return_val_if_fail (UPSTAND_IS_BOOK (official) && request && request->thresholds, NULL);

    g_autoptr (GPtrArray) grids = public_grids_read (official, error);
    if (!grids)
        return NULL;
    g_autoptr (UpstandSuppression) suppression = upstand_suppression_new (request->thresholds);
    g_autoptr (PublicFigures) figures = public_figures_new (suppression);
    if (!public_figures_add (figures, grids, official, error))
        return NULL;
    for (guint i = 0; i < request->n_earlier; i++)
        if (!public_figures_add_version (figures, grids, &request->earlier[i], error))
            return NULL;
    if (!public_figures_decide (figures, error))
        return NULL;

    UpstandPublicOutcome done = { 0 };
    UpstandBook *copy = book_new (official, request);
    for (guint i = 0; i < grids->len; i++) {
        g_autoptr (UpstandSheet) sheet =
            copy_sheet (grids->pdata[i], suppression, request->thresholds->smallest_shown, &done);
        upstand_book_add_sheet (copy, sheet);
    }
    if (outcome)
        *outcome = done;
    return copy;
}
