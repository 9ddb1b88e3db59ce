/* SPDX-License-Identifier: MIT */
#include "exchange/form-reply.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "database/error.h"
#include "exchange/form-layout.h"
#include "exchange/xlsx-values.h"

/* A form is small; what has more rows than this is no form of ours. */
#define MOST_ROWS 20000

/* How a table was when it went out. */
typedef struct {
    char *sheet;
    GHashTable *headings; /* key -> heading */
    GHashTable *naming; /* keys of the columns that name a row */
    GHashTable *labels; /* row's key -> label */
    GHashTable *cells; /* row's key -> GHashTable of column's key -> what stood there */
    GHashTable *seen; /* row's keys that came back */
} Sent;

typedef struct {
    UpstandReply *reply;
    UpstandTableReader *reader;
    GPtrArray *sent; /* Sent; empty for CSV */
    GCancellable *cancellable;
    guint n_rows;
} Reading;

static void
cell_free (gpointer data)
{
    UpstandReplyCell *cell = data;
    g_free (cell->column);
    g_free (cell->text);
    g_free (cell->sent);
    g_free (cell);
}

static void
row_free (gpointer data)
{
    UpstandReplyRow *row = data;
    g_free (row->subject);
    g_free (row->key);
    g_free (row->label);
    g_free (row->sheet);
    g_ptr_array_unref (row->cells);
    g_free (row);
}

void
upstand_reply_refusal_free (UpstandReplyRefusal *refusal)
{
    g_free (refusal->file);
    g_free (refusal->sheet);
    g_free (refusal->column);
    g_free (refusal->value);
    g_free (refusal->reason);
    g_free (refusal);
}

UpstandReply *
upstand_reply_new (const char *path)
{
    UpstandReply *self = g_new0 (UpstandReply, 1);
    g_autofree char *base = g_path_get_basename (path);
    self->path = g_strdup (path);
    self->name = g_filename_display_name (base);
    self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    self->headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    self->rows = g_ptr_array_new_with_free_func (row_free);
    self->refusals = g_ptr_array_new_with_free_func ((GDestroyNotify)upstand_reply_refusal_free);
    return self;
}

void
upstand_reply_free (UpstandReply *self)
{
    if (!self)
        return;
    upstand_form_identity_clear (&self->identity);
    g_hash_table_unref (self->words);
    g_hash_table_unref (self->headings);
    g_ptr_array_unref (self->rows);
    g_ptr_array_unref (self->refusals);
    g_free (self->path);
    g_free (self->name);
    g_free (self);
}

UpstandReplyRow *
upstand_reply_add_row (UpstandReply *self, const char *key, const char *sheet, guint64 number)
{
    UpstandReplyRow *row = g_new0 (UpstandReplyRow, 1);
    row->key = g_strdup (key);
    row->sheet = g_strdup (sheet);
    row->number = number;
    row->cells = g_ptr_array_new_with_free_func (cell_free);
    g_ptr_array_add (self->rows, row);
    return row;
}

UpstandReplyCell *
upstand_reply_row_add_cell (
    UpstandReplyRow *row, const char *column, guint at, const UpstandRawCell *cell)
{
    UpstandReplyCell *added = g_new0 (UpstandReplyCell, 1);
    added->column = g_strdup (column);
    added->at = at;
    added->text = g_utf8_make_valid (cell->text, (gssize)cell->length);
    g_strstrip (added->text);
    added->kind = cell->kind;
    added->day = cell->day;
    g_ptr_array_add (row->cells, added);
    return added;
}

UpstandReplyCell *
upstand_reply_row_find (UpstandReplyRow *row, const char *column)
{
    for (guint i = 0; i < row->cells->len; i++) {
        UpstandReplyCell *cell = g_ptr_array_index (row->cells, i);
        if (strcmp (cell->column, column) == 0)
            return cell;
    }
    return NULL;
}

void
upstand_reply_refuse (UpstandReply *self, const char *sheet, guint64 row, int at,
    const char *column, const char *value, const char *reason)
{
    UpstandReplyRefusal *refusal = g_new0 (UpstandReplyRefusal, 1);
    g_autofree char *letters = at >= 0 ? upstand_xlsx_column_letters ((guint)at) : NULL;
    refusal->file = g_strdup (self->name);
    refusal->sheet = g_strdup (sheet);
    refusal->row = row;
    if (letters)
        refusal->column =
            column && *column ? g_strdup_printf ("%s, %s", letters, column) : g_strdup (letters);
    refusal->value = g_strdup (value);
    refusal->reason = g_strdup (reason);
    g_ptr_array_add (self->refusals, refusal);
}

/* How it went out -------------------------------------------------------------------------------
 */

static void
sent_free (gpointer data)
{
    Sent *sent = data;
    g_free (sent->sheet);
    g_hash_table_unref (sent->headings);
    g_hash_table_unref (sent->naming);
    g_hash_table_unref (sent->labels);
    g_hash_table_unref (sent->cells);
    g_hash_table_unref (sent->seen);
    g_free (sent);
}

static Sent *
sent_new (const char *sheet)
{
    Sent *sent = g_new0 (Sent, 1);
    sent->sheet = g_strdup (sheet);
    sent->headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    sent->naming = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    sent->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    sent->cells =
        g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_hash_table_unref);
    sent->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    return sent;
}

static const char *
text_at (UpstandTableReader *reader, int column)
{
    return upstand_table_reader_get_cell (reader, column)->text;
}

/* One line of the hidden sheet. *@row: the cells of the row read last. */
static void
read_hidden_line (Reading *self, GHashTable **row)
{
    UpstandReply *reply = self->reply;
    const char *what = text_at (self->reader, 0);
    const char *one = text_at (self->reader, 1), *two = text_at (self->reader, 2);
    Sent *sent = self->sent->len ? g_ptr_array_index (self->sent, self->sent->len - 1) : NULL;

    if (strcmp (what, UPSTAND_FORM_IDENTITY) == 0) {
        upstand_form_identity_from_text (&reply->identity, one, &reply->layout);
    } else if (strcmp (what, UPSTAND_FORM_SENT) == 0) {
        reply->identity.sent = upstand_date_from_iso (one);
    } else if (strcmp (what, UPSTAND_FORM_BATCH) == 0) {
        reply->identity.batch = g_ascii_strtoll (one, NULL, 10);
    } else if (strcmp (what, UPSTAND_FORM_WORD) == 0) {
        g_hash_table_insert (reply->words, g_utf8_casefold (one, -1), g_strdup (two));
    } else if (strcmp (what, UPSTAND_FORM_TABLE) == 0) {
        g_ptr_array_add (self->sent, sent_new (one));
        *row = NULL;
    } else if (sent && strcmp (what, UPSTAND_FORM_COLUMN) == 0) {
        g_hash_table_insert (sent->headings, g_strdup (one), g_strdup (two));
        if (strcmp (text_at (self->reader, 3), UPSTAND_FORM_LABEL) == 0)
            g_hash_table_add (sent->naming, g_strdup (one));
    } else if (sent && strcmp (what, UPSTAND_FORM_ROW) == 0) {
        *row = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
        g_hash_table_insert (sent->labels, g_strdup (one), g_strdup (two));
        g_hash_table_insert (sent->cells, g_strdup (one), *row);
    } else if (*row && strcmp (what, UPSTAND_FORM_CELL) == 0) {
        g_hash_table_insert (*row, g_strdup (one), g_strdup (two));
    }
}

static gboolean
next (Reading *self, GError **error)
{
    if (++self->n_rows > MOST_ROWS) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_LIMIT,
            _ ("“%s” has more rows than any form that was sent out."), self->reply->name);
        return FALSE;
    }
    return !g_cancellable_set_error_if_cancelled (self->cancellable, error) &&
           upstand_table_reader_next (self->reader, NULL, NULL, error);
}

static gboolean
read_hidden (Reading *self, GError **error)
{
    g_autoptr (GError) local = NULL;
    GHashTable *row = NULL;
    if (!upstand_table_reader_start (self->reader, UPSTAND_FORM_HIDDEN_SHEET, error))
        return FALSE;
    while (next (self, &local))
        read_hidden_line (self, &row);
    if (local)
        g_propagate_error (error, g_steal_pointer (&local));
    return !(error && *error);
}

/* As it came back -------------------------------------------------------------------------------
 */

/* The keys over the columns; the row says whose form it is, when no hidden sheet did. NULL without
 * an error: the sheet is none of ours. */
static GPtrArray *
read_keys (Reading *self, GError **error)
{
    g_autoptr (GError) local = NULL;
    for (guint i = 0; i <= UPSTAND_FORM_FIRST_ROW + 4; i++) {
        if (!next (self, &local)) {
            if (local)
                g_propagate_error (error, g_steal_pointer (&local));
            return NULL;
        }
        UpstandFormIdentity found = { 0 };
        guint layout = 0;
        if (!upstand_form_identity_from_text (&found, text_at (self->reader, 0), &layout))
            continue;
        if (self->reply->identity.kind) {
            upstand_form_identity_clear (&found);
        } else {
            self->reply->identity = found;
            self->reply->layout = layout;
        }
        GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
        for (int column = 0; *text_at (self->reader, column); column++)
            g_ptr_array_add (keys, g_strdup (column ? text_at (self->reader, column) : ""));
        return keys;
    }
    return NULL;
}

static gboolean
same_words (const char *one, const char *other)
{
    if (strcmp (one, other) == 0)
        return TRUE;
    g_autofree char *first = upstand_table_reader_fold_heading (one);
    g_autofree char *second = upstand_table_reader_fold_heading (other);
    return strcmp (first, second) == 0;
}

static void
check_headings (Reading *self, Sent *sent, GPtrArray *keys)
{
    const char *sheet = upstand_table_reader_get_sheet (self->reader);
    guint64 row = upstand_table_reader_get_row (self->reader);
    guint n_known = 0;
    for (guint i = 1; i < keys->len; i++) {
        const char *key = g_ptr_array_index (keys, i);
        const char *heading = text_at (self->reader, (int)i);
        const char *was = sent ? g_hash_table_lookup (sent->headings, key) : heading;
        g_hash_table_insert (self->reply->headings, g_strdup (key), g_strdup (heading));
        n_known += was != NULL;
        if (was && same_words (was, heading))
            continue;
        g_autofree char *reason =
            was ? g_strdup_printf (_ ("This heading was “%s” when it was sent."), was)
                : g_strdup (_ ("This column was not there when it was sent."));
        upstand_reply_refuse (self->reply, sheet, row, (int)i, heading, NULL, reason);
    }
    if (sent && n_known < g_hash_table_size (sent->headings))
        upstand_reply_refuse (self->reply, sheet, row, -1, NULL, NULL,
            _ ("Columns that were there when it was sent are missing."));
}

/* What names the row must be as it was, or its figures may belong to another. */
static gboolean
check_label (Reading *self, Sent *sent, GPtrArray *keys, const char *key)
{
    const char *label = g_hash_table_lookup (sent->labels, key);
    const char *sheet = upstand_table_reader_get_sheet (self->reader);
    guint64 row = upstand_table_reader_get_row (self->reader);
    if (!label) {
        upstand_reply_refuse (self->reply, sheet, row, -1, NULL, NULL,
            _ ("This row was not there when it was sent."));
        return FALSE;
    }
    g_autoptr (GString) shown = g_string_new (NULL);
    for (guint i = 1; i < keys->len; i++)
        if (g_hash_table_contains (sent->naming, g_ptr_array_index (keys, i)))
            g_string_append_printf (
                shown, "%s%s", shown->len ? " · " : "", text_at (self->reader, (int)i));
    if (!same_words (label, shown->str)) {
        g_autofree char *reason =
            g_strdup_printf (_ ("This row was “%s” when it was sent."), label);
        upstand_reply_refuse (self->reply, sheet, row, -1, NULL, shown->str, reason);
        return FALSE;
    }
    if (!g_hash_table_add (sent->seen, g_strdup (key))) {
        upstand_reply_refuse (
            self->reply, sheet, row, -1, NULL, NULL, _ ("This row is there twice."));
        return FALSE;
    }
    return TRUE;
}

static void
read_row (Reading *self, Sent *sent, GPtrArray *keys)
{
    const char *sheet = upstand_table_reader_get_sheet (self->reader);
    guint64 number = upstand_table_reader_get_row (self->reader);
    const char *key = text_at (self->reader, 0);
    if (sent && !check_label (self, sent, keys, key))
        return;
    if (!*key) {
        upstand_reply_refuse (self->reply, sheet, number, 0, NULL, NULL,
            _ ("This row was not there when it was sent."));
        return;
    }
    UpstandReplyRow *row = upstand_reply_add_row (self->reply, key, sheet, number);
    GHashTable *cells = sent ? g_hash_table_lookup (sent->cells, key) : NULL;
    row->label = sent ? g_strdup (g_hash_table_lookup (sent->labels, key)) : NULL;
    for (guint i = 1; i < keys->len; i++) {
        const char *column = g_ptr_array_index (keys, i);
        const char *was = cells ? g_hash_table_lookup (cells, column) : NULL;
        if (g_str_has_prefix (column, UPSTAND_FORM_SHOWN) || (cells && !was))
            continue;
        UpstandReplyCell *cell = upstand_reply_row_add_cell (
            row, column, i, upstand_table_reader_get_cell (self->reader, (int)i));
        cell->sent = g_strdup (was);
    }
}

static void
check_missing (Reading *self, Sent *sent)
{
    GHashTableIter iter;
    gpointer key, label;
    g_hash_table_iter_init (&iter, sent->labels);
    while (g_hash_table_iter_next (&iter, &key, &label)) {
        if (g_hash_table_contains (sent->seen, key))
            continue;
        g_autofree char *reason = g_strdup_printf (_ ("The row “%s” is missing."), (char *)label);
        upstand_reply_refuse (self->reply, sent->sheet, 0, -1, NULL, NULL, reason);
    }
}

/* The started sheet, if it is one of the form's tables. */
static gboolean
read_table (Reading *self, Sent *sent, GError **error)
{
    g_autoptr (GError) local = NULL;
    g_autoptr (GPtrArray) keys = read_keys (self, &local);
    if (keys && next (self, &local))
        check_headings (self, sent, keys);
    while (keys && !local && next (self, &local))
        read_row (self, sent, keys);
    if (local) {
        g_propagate_error (error, g_steal_pointer (&local));
        return FALSE;
    }
    if (sent && keys && self->reply->refusals->len == 0)
        check_missing (self, sent);
    else if (sent && !keys)
        upstand_reply_refuse (self->reply, sent->sheet, 0, -1, NULL, NULL,
            _ ("The rows above the table were changed, so that it cannot be read."));
    return TRUE;
}

static gboolean
read_tables (Reading *self, GError **error)
{
    const char *const *sheets = upstand_table_reader_get_sheets (self->reader);
    for (guint i = 0; i < self->sent->len; i++) {
        Sent *sent = g_ptr_array_index (self->sent, i);
        if (!g_strv_contains (sheets, sent->sheet)) {
            upstand_reply_refuse (self->reply, sent->sheet, 0, -1, NULL, NULL,
                _ ("This sheet is missing; it may have been given another name."));
            continue;
        }
        if (!upstand_table_reader_start (self->reader, sent->sheet, error) ||
            !read_table (self, sent, error))
            return FALSE;
    }
    return TRUE;
}

UpstandReply *
upstand_form_reply_read (UpstandTableReader *reader, const char *path, gboolean *is_form,
    GCancellable *cancellable, GError **error)
{
    g_return_val_if_fail (reader && path && is_form, NULL);
    g_autoptr (UpstandReply) reply = upstand_reply_new (path);
    g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (sent_free);
    Reading self = { reply, reader, all, cancellable, 0 };
    const char *const *sheets = upstand_table_reader_get_sheets (reader);
    gboolean has_hidden = sheets && g_strv_contains (sheets, UPSTAND_FORM_HIDDEN_SHEET);
    gboolean done;

    *is_form = FALSE;
    if (has_hidden) {
        done = read_hidden (&self, error);
        /* Another layout may have other lines: it is refused for that, and not for those. */
        if (done && reply->identity.kind && reply->layout == UPSTAND_FORM_LAYOUT)
            done = read_tables (&self, error);
    } else {
        done = upstand_table_reader_start (reader, NULL, error) && read_table (&self, NULL, error);
    }
    if (!done) {
        *is_form = TRUE;
        return NULL;
    }
    *is_form = reply->identity.kind != NULL;
    return *is_form ? g_steal_pointer (&reply) : NULL;
}
