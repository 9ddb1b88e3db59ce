/* SPDX-License-Identifier: MIT */
/* Earlier public copies: what they showed is known, and what has not changed since is the same. */
#include "exchange/public-private.h"

#include "database/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NONE UPSTAND_SUPPRESSION_NONE

/* The labels of a row, and how often they came before it: no two rows have the same. */
static char *
row_key (const PublicGrid *grid, guint row, GHashTable *seen)
{
    g_autoptr (GString) key = g_string_new (NULL);

    for (guint i = 0; i < grid->n_columns; i++) {
        if (upstand_sheet_get_column (grid->sheet, i)->in_public != UPSTAND_PUBLIC_LABEL)
            continue;
        upstand_cell_append_canonical (public_grid_at (grid, row, i), key);
        g_string_append_c (key, '\x1f');
    }
    guint before = GPOINTER_TO_UINT (g_hash_table_lookup (seen, key->str));
    g_hash_table_insert (seen, g_strdup (key->str), GUINT_TO_POINTER (before + 1));
    g_string_append_printf (key, "%u", before);
    return g_string_free (g_steal_pointer (&key), FALSE);
}

/* By key: the row and one more. */
static GHashTable *
index_rows (const PublicGrid *grid)
{
    GHashTable *rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

    for (guint row = 0; row < grid->n_rows; row++)
        g_hash_table_insert (rows, row_key (grid, row, seen), GUINT_TO_POINTER (row + 1));
    return rows;
}

/* The column of figures in @other that is called like that of @grid; NONE for none. */
static guint
find_column (const PublicGrid *grid, guint column, const PublicGrid *other)
{
    if (!public_grid_is_figures (grid, column))
        return NONE;
    const char *title = upstand_sheet_get_column (grid->sheet, column)->title;
    for (guint i = 0; i < other->n_columns; i++)
        if (public_grid_is_figures (other, i) &&
            strcmp (upstand_sheet_get_column (other->sheet, i)->title, title) == 0)
            return i;
    return NONE;
}

/* Which of the official figures of @grid were @printed, and which hidden. */
static gboolean
recall (PublicFigures *self, const PublicGrid *grid, const PublicGrid *printed, GError **error)
{
    if (printed->n_rows != grid->n_rows) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_REFUSED,
            _ ("“%s”: an earlier public copy does not belong to the version it is said to."),
            upstand_sheet_get_title (grid->sheet));
        return FALSE;
    }
    for (guint at = 0; at < grid->cells->len; at++) {
        if (grid->roles[at] != FIGURE_COUNT)
            continue;
        guint column = find_column (grid, at % grid->n_columns, printed);
        if (column != NONE &&
            public_grid_at (printed, at / grid->n_columns, column)->kind == UPSTAND_CELL_WHOLE)
            upstand_suppression_set_known (self->suppression, grid->figures[at]);
        else
            upstand_suppression_set_hidden (self->suppression, grid->figures[at]);
    }
    return TRUE;
}

static void
tie_cell (
    PublicFigures *self, const PublicGrid *grid, guint at, const PublicGrid *before, guint then)
{
    if (grid->roles[at] == FIGURE_COUNT && before->roles[then] == FIGURE_COUNT &&
        g_array_index (grid->cells, UpstandCell, at).number ==
            g_array_index (before->cells, UpstandCell, then).number)
        public_figures_tie (self, before->figures[then], grid->figures[at], grid, at);
}

/* Ties what has not changed. FALSE when no figure of one could be found in the other. */
static gboolean
tie_grids (PublicFigures *self, const PublicGrid *grid, const PublicGrid *before)
{
    g_autoptr (GHashTable) rows = index_rows (before);
    g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autofree guint *columns = g_new (guint, grid->n_columns);
    gboolean found = FALSE;

    for (guint i = 0; i < grid->n_columns; i++)
        columns[i] = find_column (grid, i, before);
    for (guint row = 0; row < grid->n_rows; row++) {
        g_autofree char *key = row_key (grid, row, seen);
        guint then = GPOINTER_TO_UINT (g_hash_table_lookup (rows, key));
        for (guint i = 0; then > 0 && i < grid->n_columns; i++) {
            if (columns[i] == NONE)
                continue;
            found = TRUE;
            tie_cell (self, grid, row * grid->n_columns + i, before,
                (then - 1) * before->n_columns + columns[i]);
        }
    }
    return found;
}

static gboolean
has_figures (const PublicGrid *grid)
{
    for (guint i = 0; grid->n_rows > 0 && i < grid->n_columns; i++)
        if (public_grid_is_figures (grid, i))
            return TRUE;
    return FALSE;
}

gboolean
public_figures_add_version (
    PublicFigures *self, GPtrArray *grids, const UpstandPublicVersion *version, GError **error)
{
    GPtrArray *before = public_grids_read (version->official, error);

    if (!before)
        return FALSE;
    g_ptr_array_add (self->earlier, before);
    /* A sheet that did not go out then tells nothing now. */
    for (guint i = before->len; i-- > 0;) {
        const PublicGrid *grid = before->pdata[i];
        if (upstand_book_find_sheet (version->copy, upstand_sheet_get_id (grid->sheet)) < 0)
            g_ptr_array_remove_index (before, i);
    }
    if (!public_figures_add (self, before, version->official, error))
        return FALSE;
    for (guint i = 0; i < before->len; i++) {
        const PublicGrid *then = before->pdata[i];
        const char *id = upstand_sheet_get_id (then->sheet);
        int at = upstand_book_find_sheet (version->copy, id);
        g_autoptr (PublicGrid) printed =
            public_grid_new (upstand_book_get_sheet (version->copy, (guint)at), error);
        if (!printed || !recall (self, then, printed, error))
            return FALSE;
        const PublicGrid *now = public_grids_find (grids, id);
        if (!now || !has_figures (now) || !has_figures (then) || tie_grids (self, now, then))
            continue;
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_REFUSED,
            _ ("“%s”: none of its figures can be found again in an earlier version, which may be "
               "in another language. What that has told already cannot be taken into account."),
            upstand_sheet_get_title (now->sheet));
        return FALSE;
    }
    return TRUE;
}
