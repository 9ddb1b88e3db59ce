/* SPDX-License-Identifier: MIT */
#include "exchange/table-reader.h"

#include "database/error.h"
#include "exchange/csv-reader.h"
#include "exchange/xlsx-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Titles and remarks stand above the headings of many people's tables, but not more than this. */
#define HEADING_ROWS 20

struct _UpstandTableReader {
    char *path;
    char *name;
    UpstandXlsxReader *xlsx; /* one of these two, once started */
    UpstandCsvReader *csv;
    char *sheet;
    gboolean is_chosen; /* the sheet was named, not found */
    GPtrArray *headings; /* NULL-terminated */
    GHashTable *columns; /* folded heading -> column + 1 */

    const UpstandRawCell *cells;
    guint n_cells;
    UpstandRawCell csv_cells[UPSTAND_CSV_MAX_COLUMNS];
};

static const UpstandRawCell empty_cell = { .text = "" };

/* The bytes that say what a file is; "" when it cannot be read, which opening it will tell. */
static void
read_head (const char *path, char head[8])
{
    g_autoptr (GFile) file = g_file_new_for_path (path);
    g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
    gsize length = 0;

    memset (head, 0, 8);
    if (stream)
        g_input_stream_read_all (G_INPUT_STREAM (stream), head, 8, &length, NULL, NULL);
}

UpstandTableReader *
upstand_table_reader_new (const char *path, GError **error)
{
    g_return_val_if_fail (path != NULL, NULL);

    g_autoptr (UpstandTableReader) self = g_new0 (UpstandTableReader, 1);
    char head[8];
    self->path = g_strdup (path);
    self->name = g_path_get_basename (path);
    self->headings = g_ptr_array_new_with_free_func (g_free);
    g_ptr_array_add (self->headings, NULL);
    self->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

    read_head (path, head);
    if (!memcmp (head, "PK\3\4", 4) || !memcmp (head, "\xD0\xCF\x11\xE0", 4)) {
        self->xlsx = upstand_xlsx_reader_new (path, error);
        return self->xlsx ? g_steal_pointer (&self) : NULL;
    }
    if (!memcmp (head, "%PDF", 4) || !memcmp (head, "{\\rtf", 5)) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT,
            _ ("“%s” is a document, not a table. Save the table as an Excel workbook (.xlsx) or "
               "as CSV."),
            self->name);
        return NULL;
    }
    self->csv = upstand_csv_reader_new (path, error);
    return self->csv ? g_steal_pointer (&self) : NULL;
}

const char *const *
upstand_table_reader_get_sheets (UpstandTableReader *self)
{
    g_return_val_if_fail (self, NULL);
    return self->xlsx ? upstand_xlsx_reader_get_sheets (self->xlsx) : NULL;
}

/* Starts the first sheet with anything in it, or the first one when all are empty. */
static gboolean
start_first_filled (UpstandTableReader *self, GError **error)
{
    const char *const *sheets = upstand_xlsx_reader_get_sheets (self->xlsx);

    for (guint i = 0; sheets[i]; i++) {
        const UpstandRawCell *cells;
        guint n;
        GError *failure = NULL;
        if (!upstand_xlsx_reader_start (self->xlsx, sheets[i], error))
            return FALSE;
        gboolean is_filled = upstand_xlsx_reader_next (self->xlsx, &cells, &n, &failure);
        if (failure) {
            g_propagate_error (error, failure);
            return FALSE;
        }
        if (!is_filled)
            continue;
        self->sheet = g_strdup (sheets[i]);
        return upstand_xlsx_reader_start (self->xlsx, sheets[i], error);
    }
    self->sheet = g_strdup (sheets[0]);
    return upstand_xlsx_reader_start (self->xlsx, sheets[0], error);
}

gboolean
upstand_table_reader_start (UpstandTableReader *self, const char *sheet, GError **error)
{
    g_return_val_if_fail (self, FALSE);

    self->cells = NULL;
    self->n_cells = 0;
    if (!self->xlsx) {
        if (sheet) {
            g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND,
                _ ("“%s” is a text file and has no sheets."), self->name);
            return FALSE;
        }
        g_clear_pointer (&self->csv, upstand_csv_reader_free);
        self->csv = upstand_csv_reader_new (self->path, error);
        return self->csv != NULL;
    }
    if (sheet && !upstand_xlsx_reader_start (self->xlsx, sheet, error))
        return FALSE;
    g_autofree char *name = g_strdup (sheet);
    g_free (self->sheet);
    self->sheet = g_steal_pointer (&name);
    self->is_chosen = sheet != NULL;
    return sheet || start_first_filled (self, error);
}

const char *
upstand_table_reader_get_sheet (UpstandTableReader *self)
{
    g_return_val_if_fail (self, NULL);
    return self->sheet;
}

static gboolean
next_csv_row (UpstandTableReader *self, GError **error)
{
    const UpstandCsvField *fields;
    gboolean is_filled = FALSE;

    /* Rows of nothing but separators are what spreadsheets leave below a table. */
    while (!is_filled) {
        if (!upstand_csv_reader_next (self->csv, &fields, &self->n_cells, error))
            return FALSE;
        for (guint i = 0; i < self->n_cells; i++) {
            is_filled |= fields[i].length > 0;
            self->csv_cells[i] =
                (UpstandRawCell){ .kind = fields[i].length ? UPSTAND_RAW_TEXT : UPSTAND_RAW_EMPTY,
                    .text = fields[i].text,
                    .length = fields[i].length };
        }
    }
    self->cells = self->csv_cells;
    return TRUE;
}

gboolean
upstand_table_reader_next (
    UpstandTableReader *self, const UpstandRawCell **cells, guint *n_cells, GError **error)
{
    g_return_val_if_fail (self && (self->csv || self->sheet), FALSE);

    gboolean is_row =
        self->xlsx ? upstand_xlsx_reader_next (self->xlsx, &self->cells, &self->n_cells, error)
                   : next_csv_row (self, error);
    if (!is_row) {
        self->cells = NULL;
        self->n_cells = 0;
    }
    if (cells)
        *cells = self->cells;
    if (n_cells)
        *n_cells = self->n_cells;
    return is_row;
}

static guint
count_known (UpstandTableReader *self, GHashTable *known)
{
    guint found = 0;

    for (guint i = 0; i < self->n_cells; i++) {
        g_autofree char *key = upstand_table_reader_fold_heading (self->cells[i].text);
        found += g_hash_table_contains (known, key);
    }
    return found;
}

static void
keep_headings (UpstandTableReader *self)
{
    g_ptr_array_set_size (self->headings, 0);
    g_hash_table_remove_all (self->columns);
    for (guint i = 0; i < self->n_cells; i++) {
        char *key = upstand_table_reader_fold_heading (self->cells[i].text);
        g_ptr_array_add (self->headings, g_strstrip (g_strdup (self->cells[i].text)));
        /* Of two alike the first counts. */
        if (*key && !g_hash_table_contains (self->columns, key))
            g_hash_table_insert (self->columns, key, GUINT_TO_POINTER (i + 1));
        else
            g_free (key);
    }
    g_ptr_array_add (self->headings, NULL);
}

/* Reads the first rows of the started sheet for the one with most of the headings. */
static guint
rate_rows (UpstandTableReader *self, GHashTable *known, guint *best_index)
{
    guint best = 0;

    /* A damaged row ends the search; it is told when it is read in earnest. */
    for (guint i = 0; i < HEADING_ROWS && upstand_table_reader_next (self, NULL, NULL, NULL); i++) {
        guint found = count_known (self, known);
        if (found > best) {
            best = found;
            *best_index = i;
        }
    }
    return best;
}

/* Moves to the sheet whose headings fit best: behind a cover or a page of instructions, say. */
static gboolean
find_headings (
    UpstandTableReader *self, GHashTable *known, gboolean may_move, guint *index, GError **error)
{
    const char *const *sheets = upstand_table_reader_get_sheets (self);
    g_autofree char *best_sheet = g_strdup (self->sheet);
    guint best = rate_rows (self, known, index);

    for (guint i = 0; may_move && sheets && sheets[i]; i++) {
        guint found_index = 0;
        if (!upstand_table_reader_start (self, sheets[i], error))
            return FALSE;
        guint found = rate_rows (self, known, &found_index);
        if (found <= best)
            continue;
        best = found;
        *index = found_index;
        g_free (best_sheet);
        best_sheet = g_strdup (sheets[i]);
    }
    return upstand_table_reader_start (self, best_sheet, error);
}

gboolean
upstand_table_reader_read_headings (
    UpstandTableReader *self, const char *const *known, GError **error)
{
    g_return_val_if_fail (self, FALSE);

    g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    gboolean may_move = !self->is_chosen;
    g_autofree char *sheet = g_strdup (may_move ? NULL : self->sheet);
    guint index = 0;
    GError *failure = NULL;

    for (guint i = 0; known && known[i]; i++)
        g_hash_table_add (keys, upstand_table_reader_fold_heading (known[i]));
    if (!upstand_table_reader_start (self, sheet, error) ||
        (known && !find_headings (self, keys, may_move, &index, error)))
        return FALSE;
    for (guint i = 0; i <= index; i++) {
        if (upstand_table_reader_next (self, NULL, NULL, &failure))
            continue;
        if (failure)
            g_propagate_error (error, failure);
        else
            g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT,
                _ ("“%s” is empty: there are no headings to go by."), self->name);
        return FALSE;
    }
    keep_headings (self);
    return TRUE;
}

const char *const *
upstand_table_reader_get_headings (UpstandTableReader *self)
{
    g_return_val_if_fail (self, NULL);
    return (const char *const *)self->headings->pdata;
}

int
upstand_table_reader_find_column (UpstandTableReader *self, const char *heading)
{
    g_return_val_if_fail (self && heading, -1);

    g_autofree char *key = upstand_table_reader_fold_heading (heading);
    return GPOINTER_TO_INT (g_hash_table_lookup (self->columns, key)) - 1;
}

guint
upstand_table_reader_get_row (UpstandTableReader *self)
{
    g_return_val_if_fail (self, 0);
    return self->xlsx ? upstand_xlsx_reader_get_row (self->xlsx)
                      : upstand_csv_reader_get_row (self->csv);
}

const UpstandRawCell *
upstand_table_reader_get_cell (UpstandTableReader *self, int column)
{
    g_return_val_if_fail (self, &empty_cell);
    return column >= 0 && (guint)column < self->n_cells ? &self->cells[column] : &empty_cell;
}

double
upstand_table_reader_get_fraction (UpstandTableReader *self)
{
    g_return_val_if_fail (self, 0);
    return self->xlsx ? upstand_xlsx_reader_get_fraction (self->xlsx)
                      : upstand_csv_reader_get_fraction (self->csv);
}

char *
upstand_table_reader_fold_heading (const char *heading)
{
    g_return_val_if_fail (heading != NULL, NULL);

    g_autoptr (GString) joined = g_string_new (NULL);
    gboolean needs_space = FALSE;
    for (const char *at = heading; *at; at = g_utf8_next_char (at)) {
        gunichar c = g_utf8_get_char (at);
        if (g_unichar_isspace (c)) {
            needs_space = joined->len > 0;
            continue;
        }
        if (needs_space)
            g_string_append_c (joined, ' ');
        needs_space = FALSE;
        g_string_append_unichar (joined, c);
    }
    /* "é" may be one character or two; both are the same letter. */
    g_autofree char *normal = g_utf8_normalize (joined->str, -1, G_NORMALIZE_ALL_COMPOSE);
    return g_utf8_casefold (normal ? normal : joined->str, -1);
}

void
upstand_table_reader_free (UpstandTableReader *self)
{
    if (!self)
        return;
    g_clear_pointer (&self->xlsx, upstand_xlsx_reader_free);
    g_clear_pointer (&self->csv, upstand_csv_reader_free);
    g_ptr_array_unref (self->headings);
    g_hash_table_unref (self->columns);
    g_free (self->sheet);
    g_free (self->path);
    g_free (self->name);
    g_free (self);
}
