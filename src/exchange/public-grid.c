/* SPDX-License-Identifier: MIT */
#include "exchange/public-private.h"

#include "database/error.h"
#include "rules/identifiers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
keep (PublicGrid *self, const char *text)
{
    return text ? g_string_chunk_insert_const (self->texts, text) : NULL;
}

static gboolean
read_rows (PublicGrid *self, GError **error)
{
    g_autofree UpstandCell *row = g_new (UpstandCell, self->n_columns);
    GError *failure = NULL;

    for (; upstand_sheet_next (self->sheet, row, &failure); self->n_rows++) {
        if (self->n_rows == UPSTAND_PUBLIC_MOST_ROWS) {
            g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_LIMIT,
                _ ("“%s” has more than %d rows, too many for a public copy."),
                upstand_sheet_get_title (self->sheet), UPSTAND_PUBLIC_MOST_ROWS);
            return FALSE;
        }
        for (guint i = 0; i < self->n_columns; i++) {
            row[i].text = keep (self, row[i].text);
            row[i].detail = keep (self, row[i].detail);
        }
        g_array_append_vals (self->cells, row, self->n_columns);
    }
    if (failure)
        g_propagate_error (error, failure);
    return !failure;
}

PublicGrid *
public_grid_new (UpstandSheet *sheet, GError **error)
{
    if (!upstand_sheet_rewind (sheet, error))
        return NULL;

    g_autoptr (PublicGrid) self = g_new0 (PublicGrid, 1);
    self->sheet = g_object_ref (sheet);
    self->n_columns = upstand_sheet_get_n_columns (sheet);
    self->cells = g_array_new (FALSE, FALSE, sizeof (UpstandCell));
    self->texts = g_string_chunk_new (1024);
    gboolean done = read_rows (self, error);
    upstand_sheet_rewind (sheet, NULL);
    if (!done)
        return NULL;
    self->roles = g_new0 (guint8, self->cells->len);
    self->figures = g_new (guint, self->cells->len);
    for (guint at = 0; at < self->cells->len; at++)
        self->figures[at] = UPSTAND_SUPPRESSION_NONE;
    return g_steal_pointer (&self);
}

void
public_grid_free (PublicGrid *self)
{
    g_object_unref (self->sheet);
    g_array_unref (self->cells);
    g_string_chunk_free (self->texts);
    g_free (self->figures);
    g_free (self->roles);
    g_free (self);
}

static gboolean
goes_out (UpstandSheet *sheet)
{
    for (guint i = 0; i < upstand_sheet_get_n_columns (sheet); i++)
        if (upstand_sheet_get_column (sheet, i)->in_public != UPSTAND_PUBLIC_LEFT_OUT)
            return TRUE;
    return FALSE;
}

GPtrArray *
public_grids_read (UpstandBook *book, GError **error)
{
    g_autoptr (GPtrArray) grids = g_ptr_array_new_with_free_func ((GDestroyNotify)public_grid_free);

    for (guint i = 0; i < upstand_book_get_n_sheets (book); i++) {
        UpstandSheet *sheet = upstand_book_get_sheet (book, i);
        if (!goes_out (sheet))
            continue;
        PublicGrid *grid = public_grid_new (sheet, error);
        if (!grid)
            return NULL;
        g_ptr_array_add (grids, grid);
    }
    return g_steal_pointer (&grids);
}

PublicGrid *
public_grids_find (GPtrArray *grids, const char *id)
{
    for (guint i = 0; i < grids->len; i++) {
        PublicGrid *grid = grids->pdata[i];
        if (strcmp (upstand_sheet_get_id (grid->sheet), id) == 0)
            return grid;
    }
    return NULL;
}

gboolean
public_grid_is_figures (const PublicGrid *self, guint column)
{
    return column < self->n_columns &&
           upstand_sheet_get_column (self->sheet, column)->in_public == UPSTAND_PUBLIC_FIGURES;
}

static gboolean
is_clean (const char *text)
{
    if (!text)
        return TRUE;
    g_autoptr (GArray) found = upstand_identifiers_find (text);
    return found->len == 0;
}

static gboolean
is_cleared (const PublicGrid *self, guint row, guint clearance)
{
    if (clearance >= self->n_columns)
        return FALSE;
    const UpstandCell *yes = public_grid_at (self, row, clearance);
    return yes->kind == UPSTAND_CELL_YES_NO && yes->state == UPSTAND_CELL_VALUE && yes->number;
}

/* A web address may be read by all; a path or a mail address says where somebody works. */
static gboolean
is_web (const UpstandCell *cell)
{
    return !cell->detail || g_str_has_prefix (cell->detail, "https://") ||
           g_str_has_prefix (cell->detail, "http://");
}

UpstandCell
public_grid_open (const PublicGrid *self, guint row, guint column)
{
    const UpstandSheetColumn *about = upstand_sheet_get_column (self->sheet, column);
    UpstandCell cell = *public_grid_at (self, row, column);

    if (cell.state != UPSTAND_CELL_VALUE)
        return cell;
    if ((about->in_public == UPSTAND_PUBLIC_CLEARED && !is_cleared (self, row, about->clearance)) ||
        (cell.kind == UPSTAND_CELL_LINK && !is_web (&cell)) || !is_clean (cell.text) ||
        !is_clean (cell.detail))
        return upstand_cell_text (UPSTAND_PUBLIC_MARK);
    return cell;
}
