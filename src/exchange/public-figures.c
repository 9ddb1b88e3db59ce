/* SPDX-License-Identifier: MIT */
#include "exchange/public-private.h"

#include "database/error.h"

#include <glib/gi18n-lib.h>

/* Where the total of a relation stands, for the person who has to put it right. */
typedef struct {
    const PublicGrid *grid; /* NULL for a place that does not go out */
    guint row, column;
} Place;

PublicFigures *
public_figures_new (UpstandSuppression *suppression)
{
    PublicFigures *self = g_new0 (PublicFigures, 1);

    self->suppression = suppression;
    self->earlier = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
    self->origins = g_array_new (FALSE, FALSE, sizeof (Place));
    return self;
}

void
public_figures_free (PublicFigures *self)
{
    g_ptr_array_unref (self->earlier);
    g_array_unref (self->origins);
    g_free (self);
}

/* The cell in which a row or column of a relation meets the row or column that it runs across. */
static guint
cell_index (const PublicGrid *grid, gboolean of_rows, guint line, guint across)
{
    return of_rows ? line * grid->n_columns + across : across * grid->n_columns + line;
}

static guint
n_across (const PublicGrid *grid, const UpstandSheetRelation *relation)
{
    return relation->of_rows ? grid->n_columns : grid->n_rows;
}

static gboolean
check_lines (const PublicGrid *grid, const UpstandSheetRelation *relation, GError **error)
{
    guint n = relation->of_rows ? grid->n_rows : grid->n_columns;
    gboolean fits = relation->whole < n;

    for (guint i = 0; i < relation->n_parts; i++)
        fits = fits && relation->parts[i] < n;
    if (!fits)
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_REFUSED,
            _ ("“%s” has fewer rows or columns than its relations speak of, so no public copy can "
               "be made."),
            upstand_sheet_get_title (grid->sheet));
    return fits;
}

static gboolean
refuse_number (const PublicGrid *grid, guint at, GError **error)
{
    g_autofree char *number = upstand_cell_format (&g_array_index (grid->cells, UpstandCell, at));

    g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_REFUSED,
        _ ("“%s”, row %u, “%s”: a count cannot be %s, so no public copy can be made."),
        upstand_sheet_get_title (grid->sheet), at / grid->n_columns + 1,
        upstand_sheet_get_column (grid->sheet, at % grid->n_columns)->title, number);
    return FALSE;
}

static gboolean
add_counts (PublicFigures *self, PublicGrid *grid, GError **error)
{
    for (guint at = 0; at < grid->cells->len; at++) {
        const UpstandCell *cell = &g_array_index (grid->cells, UpstandCell, at);
        if (!public_grid_is_figures (grid, at % grid->n_columns) ||
            grid->roles[at] == FIGURE_RATE || cell->state == UPSTAND_CELL_NOT_APPLICABLE)
            continue;
        if (cell->state == UPSTAND_CELL_VALUE && cell->kind == UPSTAND_CELL_WHOLE) {
            if (cell->number < 0 || cell->number > UPSTAND_SUPPRESSION_MOST)
                return refuse_number (grid, at, error);
            grid->roles[at] = FIGURE_COUNT;
            grid->figures[at] = upstand_suppression_add_count (self->suppression, cell->number);
        } else {
            grid->roles[at] = FIGURE_HOLE;
            grid->figures[at] = upstand_suppression_add_hole (self->suppression);
        }
    }
    return TRUE;
}

/* What a reader does not see is a hole to him: what a total leaves for it is protected. */
static guint
term (PublicFigures *self, const PublicGrid *grid, guint at)
{
    if (!public_grid_is_figures (grid, at % grid->n_columns) || grid->roles[at] == FIGURE_RATE)
        return upstand_suppression_add_hole (self->suppression);
    return grid->figures[at];
}

static void
add_relation (
    PublicFigures *self, UpstandRelationKind kind, const guint *terms, guint n, Place origin)
{
    if (kind == UPSTAND_RELATION_SUM)
        upstand_suppression_add_sum (self->suppression, terms[0], terms + 1, n - 1);
    else
        upstand_suppression_add_within (self->suppression, terms[0], terms + 1, n - 1);
    g_array_append_val (self->origins, origin);
}

static void
add_lines (PublicFigures *self, const PublicGrid *grid, const UpstandSheetRelation *relation)
{
    g_autofree guint *terms = g_new (guint, relation->n_parts + 1);

    for (guint i = 0; i < n_across (grid, relation); i++) {
        if (relation->of_rows && !public_grid_is_figures (grid, i))
            continue;
        guint whole = cell_index (grid, relation->of_rows, relation->whole, i);
        terms[0] = term (self, grid, whole);
        for (guint k = 0; k < relation->n_parts; k++)
            terms[k + 1] =
                term (self, grid, cell_index (grid, relation->of_rows, relation->parts[k], i));
        add_relation (self, relation->kind, terms, relation->n_parts + 1,
            (Place){ grid, whole / grid->n_columns, whole % grid->n_columns });
    }
}

static void
mark_rates (PublicGrid *grid, const UpstandSheetRelation *relation)
{
    for (guint i = 0; i < n_across (grid, relation); i++) {
        guint at = cell_index (grid, relation->of_rows, relation->whole, i);
        if (public_grid_is_figures (grid, at % grid->n_columns))
            grid->roles[at] = FIGURE_RATE;
    }
}

static void
add_rates (PublicFigures *self, PublicGrid *grid, const UpstandSheetRelation *relation)
{
    for (guint i = 0; i < n_across (grid, relation); i++) {
        guint at = cell_index (grid, relation->of_rows, relation->whole, i);
        if (grid->roles[at] != FIGURE_RATE)
            continue;
        guint parts[2];
        for (guint k = 0; k < 2; k++)
            parts[k] =
                term (self, grid, cell_index (grid, relation->of_rows, relation->parts[k], i));
        grid->figures[at] = upstand_suppression_add_rate (self->suppression, parts[0], parts[1]);
    }
}

static gboolean
add_grid (PublicFigures *self, PublicGrid *grid, GError **error)
{
    guint n = upstand_sheet_get_n_relations (grid->sheet);

    for (guint i = 0; i < n; i++) {
        const UpstandSheetRelation *relation = upstand_sheet_get_relation (grid->sheet, i);
        if (!check_lines (grid, relation, error))
            return FALSE;
        if (relation->kind == UPSTAND_RELATION_RATE)
            mark_rates (grid, relation);
    }
    if (!add_counts (self, grid, error))
        return FALSE;
    for (guint i = 0; i < n; i++) {
        const UpstandSheetRelation *relation = upstand_sheet_get_relation (grid->sheet, i);
        if (relation->kind == UPSTAND_RELATION_RATE)
            add_rates (self, grid, relation);
        else
            add_lines (self, grid, relation);
    }
    return TRUE;
}

static void
add_between_sheets (PublicFigures *self, GPtrArray *grids, const UpstandBookRelation *relation)
{
    g_autofree guint *terms = g_new (guint, relation->n_places);
    Place origin = { NULL, 0, 0 };

    for (guint i = 0; i < relation->n_places; i++) {
        const UpstandBookPlace *place = &relation->places[i];
        const PublicGrid *grid = public_grids_find (grids, place->sheet);
        if (grid && (place->row >= grid->n_rows || place->column >= grid->n_columns))
            grid = NULL;
        terms[i] = grid ? term (self, grid, place->row * grid->n_columns + place->column)
                        : upstand_suppression_add_hole (self->suppression);
        if (i == 0)
            origin = (Place){ grid, place->row, place->column };
    }
    add_relation (self, relation->kind, terms, relation->n_places, origin);
}

static void
refuse_relation (const Place *place, GError **error)
{
    if (!place->grid) {
        g_set_error_literal (error, UPSTAND_ERROR, UPSTAND_ERROR_REFUSED,
            _ ("Figures of two sheets contradict each other, so no public copy can be made."));
        return;
    }
    g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_REFUSED,
        _ ("“%s”, row %u, “%s”: this figure does not agree with those that it is made from, so no "
           "public copy can be made."),
        upstand_sheet_get_title (place->grid->sheet), place->row + 1,
        upstand_sheet_get_column (place->grid->sheet, place->column)->title);
}

gboolean
public_figures_add (PublicFigures *self, GPtrArray *grids, UpstandBook *book, GError **error)
{
    for (guint i = 0; i < grids->len; i++)
        if (!add_grid (self, grids->pdata[i], error))
            return FALSE;
    for (guint i = 0; i < upstand_book_get_n_relations (book); i++)
        add_between_sheets (self, grids, upstand_book_get_relation (book, i));
    return TRUE;
}

void
public_figures_tie (PublicFigures *self, guint one, guint other, const PublicGrid *grid, guint at)
{
    add_relation (self, UPSTAND_RELATION_SUM, (const guint[]){ one, other }, 2,
        (Place){ grid, at / grid->n_columns, at % grid->n_columns });
}

gboolean
public_figures_decide (PublicFigures *self, GError **error)
{
    guint broken;

    if (upstand_suppression_run (self->suppression, &broken))
        return TRUE;
    refuse_relation (&g_array_index (self->origins, Place, broken), error);
    return FALSE;
}
