/* SPDX-License-Identifier: MIT */
#include "widgets/grid-model.h"

G_DEFINE_INTERFACE (UpstandGridModel, upstand_grid_model, G_TYPE_OBJECT)

enum { CELLS_CHANGED, LAYOUT_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
upstand_grid_model_default_init (UpstandGridModelInterface *iface)
{
    signals[CELLS_CHANGED] = g_signal_new ("cells-changed", UPSTAND_TYPE_GRID_MODEL,
        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
    signals[LAYOUT_CHANGED] = g_signal_new ("layout-changed", UPSTAND_TYPE_GRID_MODEL,
        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

void
upstand_grid_cell_clear (UpstandGridCell *cell)
{
    g_clear_pointer (&cell->text, g_free);
    g_clear_pointer (&cell->finding, g_free);
}

UpstandGridRefusal *
upstand_grid_refusal_new (guint row, guint column, const char *reason)
{
    UpstandGridRefusal *refusal = g_new (UpstandGridRefusal, 1);
    *refusal = (UpstandGridRefusal){ row, column, g_strdup (reason) };
    return refusal;
}

void
upstand_grid_refusal_free (UpstandGridRefusal *refusal)
{
    g_free (refusal->reason);
    g_free (refusal);
}

guint
upstand_grid_model_get_n_rows (UpstandGridModel *self)
{
    return UPSTAND_GRID_MODEL_GET_IFACE (self)->get_n_rows (self);
}

guint
upstand_grid_model_get_n_columns (UpstandGridModel *self)
{
    return UPSTAND_GRID_MODEL_GET_IFACE (self)->get_n_columns (self);
}

void
upstand_grid_model_get_row (UpstandGridModel *self, guint row, UpstandGridRow *out)
{
    *out = (UpstandGridRow){ 0 };
    UPSTAND_GRID_MODEL_GET_IFACE (self)->get_row (self, row, out);
}

void
upstand_grid_model_get_column (UpstandGridModel *self, guint column, UpstandGridColumn *out)
{
    *out = (UpstandGridColumn){ 0 };
    UPSTAND_GRID_MODEL_GET_IFACE (self)->get_column (self, column, out);
}

void
upstand_grid_model_get_cell (UpstandGridModel *self, guint row, guint column, UpstandGridCell *out)
{
    *out = (UpstandGridCell){ 0 };
    UPSTAND_GRID_MODEL_GET_IFACE (self)->get_cell (self, row, column, out);
}

char *
upstand_grid_model_get_note (UpstandGridModel *self, guint row, guint column)
{
    UpstandGridModelInterface *iface = UPSTAND_GRID_MODEL_GET_IFACE (self);
    return iface->get_note ? iface->get_note (self, row, column) : NULL;
}

gboolean
upstand_grid_model_apply (UpstandGridModel *self, const UpstandGridEdit *edits, guint n_edits,
    GPtrArray *refusals, GError **error)
{
    return UPSTAND_GRID_MODEL_GET_IFACE (self)->apply (self, edits, n_edits, refusals, error);
}

gboolean
upstand_grid_model_can_follow_up (UpstandGridModel *self)
{
    UpstandGridModelInterface *iface = UPSTAND_GRID_MODEL_GET_IFACE (self);
    return iface->can_follow_up && iface->can_follow_up (self);
}

void
upstand_grid_model_cell_changed (UpstandGridModel *self, guint row, guint column)
{
    g_signal_emit (self, signals[CELLS_CHANGED], 0, row, column);
}

void
upstand_grid_model_layout_changed (UpstandGridModel *self)
{
    g_signal_emit (self, signals[LAYOUT_CHANGED], 0);
}

char *
upstand_grid_cell_format (const UpstandGridCell *cell)
{
    return cell->text ? g_strdup (cell->text) : upstand_figure_format (cell->figure);
}
