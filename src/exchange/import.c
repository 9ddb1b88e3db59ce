/* SPDX-License-Identifier: MIT */
#include "exchange/import.h"

#include <glib/gi18n-lib.h>

#include "exchange/row-fields.h"
#include "exchange/table-reader.h"
#include "rules/ties.h"

/* Kept to be shown; what is beyond is counted. */
#define MOST_REFUSALS 1000
#define MOST_PREVIEWED 100

/* Rows between two looks at the cancellable. */
#define ROWS_A_STEP 512

struct _UpstandImport {
    const UpstandRecordType *type;
    char *path;
    char *sheet;
    UpstandDay today;
    UpstandTableReader *reader;
    GStrv headings;
    const UpstandField **fields; /* of each column; NULL: passed over */
    int id_column; /* -1: none */
    guint64 accepted, refused;
    GPtrArray *refusals;
    GPtrArray *preview;
};

/* What one reading of the rows needs. */
typedef struct {
    UpstandImport *import;
    UpstandDatabase *database;
    UpstandRowFields *fields;
    UpstandRecord *blank; /* reused for every new row */
    GHashTable *seen; /* fingerprint -> row, 0 for one of the plan */
} Reading;

static void
refusal_free (UpstandRefusal *refusal)
{
    g_free (refusal->column);
    g_free (refusal->value);
    g_free (refusal->reason);
    g_free (refusal);
}

/* Columns and fields ------------------------------------------------------------------------------
 */

static gboolean
may_be_filled (const UpstandField *field)
{
    return !(field->flags & UPSTAND_FIELD_FIXED);
}

/* The ways a heading may name a field: in either language, or as the database calls it. */
static gboolean
is_named (const UpstandField *field, const char *folded)
{
    const char *words[] = { field->label, gettext (field->label), field->name };
    for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
        g_autofree char *word = upstand_table_reader_fold_heading (words[i]);
        if (strcmp (word, folded) == 0)
            return TRUE;
    }
    return FALSE;
}

static const UpstandField *
find_field (UpstandImport *self, const char *heading)
{
    g_autofree char *folded = upstand_table_reader_fold_heading (heading);
    for (guint i = 0; *folded && i < self->type->n_fields; i++)
        if (may_be_filled (&self->type->fields[i]) && is_named (&self->type->fields[i], folded))
            return &self->type->fields[i];
    return NULL;
}

static GStrv
known_headings (const UpstandRecordType *type)
{
    g_autoptr (GStrvBuilder) known = g_strv_builder_new ();
    for (guint i = 0; i < type->n_fields; i++) {
        g_strv_builder_add (known, type->fields[i].label);
        g_strv_builder_add (known, gettext (type->fields[i].label));
    }
    return g_strv_builder_end (known);
}

static gboolean
start (UpstandImport *self, GError **error)
{
    g_auto (GStrv) known = known_headings (self->type);
    return upstand_table_reader_start (self->reader, self->sheet, error) &&
           upstand_table_reader_read_headings (self->reader, (const char *const *)known, error);
}

UpstandImport *
upstand_import_open (const UpstandRecordType *type, const char *path, const char *sheet,
    UpstandDay today, GError **error)
{
    g_return_val_if_fail (type && path, NULL);
    g_autoptr (UpstandImport) self = g_new0 (UpstandImport, 1);
    self->type = type;
    self->path = g_strdup (path);
    self->sheet = g_strdup (sheet);
    self->today = today;
    self->refusals = g_ptr_array_new_with_free_func ((GDestroyNotify)refusal_free);
    self->preview = g_ptr_array_new_with_free_func (g_object_unref);
    self->reader = upstand_table_reader_new (path, error);
    if (!self->reader || !start (self, error))
        return NULL;
    self->headings = g_strdupv ((GStrv)upstand_table_reader_get_headings (self->reader));
    guint n = g_strv_length (self->headings);
    self->fields = g_new0 (const UpstandField *, n + 1);
    self->id_column = upstand_table_reader_find_column (self->reader, "Id");
    for (guint i = 0; i < n; i++)
        upstand_import_set_field (self, i, find_field (self, self->headings[i]));
    return g_steal_pointer (&self);
}

void
upstand_import_free (UpstandImport *self)
{
    if (!self)
        return;
    g_clear_pointer (&self->reader, upstand_table_reader_free);
    g_clear_pointer (&self->refusals, g_ptr_array_unref);
    g_clear_pointer (&self->preview, g_ptr_array_unref);
    g_strfreev (self->headings);
    g_free (self->fields);
    g_free (self->path);
    g_free (self->sheet);
    g_free (self);
}

const char *const *
upstand_import_get_sheets (UpstandImport *self)
{
    return upstand_table_reader_get_sheets (self->reader);
}

const char *const *
upstand_import_get_headings (UpstandImport *self)
{
    return (const char *const *)self->headings;
}

const UpstandField **
upstand_import_list_fields (UpstandImport *self)
{
    const UpstandField **fields = g_new0 (const UpstandField *, self->type->n_fields + 1);
    guint n = 0;
    for (guint i = 0; i < self->type->n_fields; i++)
        if (may_be_filled (&self->type->fields[i]))
            fields[n++] = &self->type->fields[i];
    return fields;
}

const UpstandField *
upstand_import_get_field (UpstandImport *self, guint column)
{
    g_return_val_if_fail (column < g_strv_length (self->headings), NULL);
    return self->fields[column];
}

void
upstand_import_set_field (UpstandImport *self, guint column, const UpstandField *field)
{
    guint n = g_strv_length (self->headings);
    g_return_if_fail (column < n);
    for (guint i = 0; field && i < n; i++)
        if (self->fields[i] == field)
            self->fields[i] = NULL;
    self->fields[column] = field;
}

char *
upstand_import_get_mapping (UpstandImport *self)
{
    GString *mapping = g_string_new (NULL);
    for (guint i = 0; self->headings[i]; i++)
        if (self->fields[i] && *self->headings[i])
            g_string_append_printf (mapping, "%s\t%s\n", self->headings[i], self->fields[i]->name);
    return g_string_free (mapping, FALSE);
}

void
upstand_import_set_mapping (UpstandImport *self, const char *mapping)
{
    g_auto (GStrv) lines = g_strsplit (mapping, "\n", -1);
    for (guint i = 0; lines[i]; i++) {
        g_auto (GStrv) parts = g_strsplit (lines[i], "\t", 2);
        if (g_strv_length (parts) != 2)
            continue;
        const UpstandField *field = upstand_record_type_find_field (self->type, parts[1]);
        int column = upstand_table_reader_find_column (self->reader, parts[0]);
        if (field && column >= 0 && may_be_filled (field))
            upstand_import_set_field (self, column, field);
    }
}

/* Rows
 * ---------------------------------------------------------------------------------------------- */

static void
refuse (UpstandImport *self, guint64 row, const char *column, const char *value, const char *reason)
{
    if (self->refusals->len >= MOST_REFUSALS)
        return;
    UpstandRefusal *refusal = g_new0 (UpstandRefusal, 1);
    refusal->row = row;
    refusal->column = g_strdup (column);
    refusal->value = g_strdup (value);
    refusal->reason = g_strdup (reason);
    g_ptr_array_add (self->refusals, refusal);
}

/* A record is known again by what a list shows of it: its texts and dates. */
static guint64
fingerprint (gconstpointer record, const UpstandRecordType *type)
{
    guint64 mix = G_GUINT64_CONSTANT (14695981039346656037);
    for (guint i = 0; i < type->n_fields; i++) {
        const UpstandField *field = &type->fields[i];
        gconstpointer member = G_STRUCT_MEMBER_P (record, field->offset);
        if (!(field->flags & UPSTAND_FIELD_LISTED))
            continue;
        if (field->kind == UPSTAND_KIND_DATE)
            mix = (mix ^ *(const UpstandDay *)member) * G_GUINT64_CONSTANT (1099511628211);
        if (field->kind != UPSTAND_KIND_TEXT)
            continue;
        const char *text = *(char *const *)member;
        for (; text && *text; text++)
            mix = (mix ^ (guchar)g_ascii_tolower (*text)) * G_GUINT64_CONSTANT (1099511628211);
        mix = (mix ^ 0xff) * G_GUINT64_CONSTANT (1099511628211);
    }
    return mix;
}

static gboolean
read_seen (Reading *reading, GError **error)
{
    const UpstandRecordType *type = reading->import->type;
    g_autoptr (UpstandListQuery) all = upstand_list_query_new (type);
    g_autofree char *columns = upstand_list_query_columns (type);
    g_autoptr (UpstandQuery) rows =
        upstand_list_query_prepare (all, reading->database, columns, 0, error);
    g_autoptr (GError) local = NULL;
    if (!rows)
        return FALSE;
    while (upstand_query_step (rows, &local)) {
        g_autoptr (UpstandRecord) record = upstand_list_query_read (type, rows);
        guint64 key = fingerprint (record, type);
        g_hash_table_insert (reading->seen, g_memdup2 (&key, sizeof key), NULL);
    }
    if (local)
        g_propagate_error (error, g_steal_pointer (&local));
    return !(error && *error);
}

static gboolean
check_new (Reading *reading, UpstandRecord *record, guint64 row)
{
    UpstandImport *self = reading->import;
    guint64 key = fingerprint (record, self->type);
    gpointer earlier;
    if (!g_hash_table_lookup_extended (reading->seen, &key, NULL, &earlier)) {
        g_hash_table_insert (reading->seen, g_memdup2 (&key, sizeof key), GSIZE_TO_POINTER (row));
        return TRUE;
    }
    g_autofree char *reason =
        GPOINTER_TO_SIZE (earlier)
            ? g_strdup_printf (_ ("The same as row %zu."), GPOINTER_TO_SIZE (earlier))
            : g_strdup (_ ("The plan has this already."));
    refuse (self, row, NULL, NULL, reason);
    return FALSE;
}

/* The heading over a field, for a sentence about the row that the field's own rules refuse. */
static const char *
heading_of (UpstandImport *self, const char *name)
{
    for (guint i = 0; self->headings[i]; i++)
        if (self->fields[i] && strcmp (self->fields[i]->name, name) == 0)
            return self->headings[i];
    const UpstandField *field = upstand_record_type_find_field (self->type, name);
    return field ? gettext (field->label) : NULL;
}

/* The record that the row is about: a new one, or that of the plan whose id it names. */
static UpstandRecord *
find_record (Reading *reading, guint64 row, GError **error)
{
    UpstandImport *self = reading->import;
    const UpstandRawCell *cell = upstand_table_reader_get_cell (self->reader, self->id_column);
    if (cell->length == 0) {
        /* What a row's kind evidences is not for the next row. */
        if (upstand_ties_cover (self->type))
            return upstand_record_new (self->type);
        reading->blank->id = 0;
        reading->blank->version = 0;
        return g_object_ref (reading->blank);
    }
    gint64 id = g_ascii_strtoll (cell->text, NULL, 10);
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (self->type);
    upstand_list_query_only (query, id);
    g_autoptr (GPtrArray) found = upstand_list_query_run (query, reading->database, 1, error);
    if (!found)
        return NULL;
    if (found->len)
        return upstand_record_copy (g_ptr_array_index (found, 0));
    refuse (self, row, self->headings[self->id_column], cell->text,
        _ ("The plan has no entry with this id; leave it empty for a new one."));
    return NULL;
}

/* NULL without an error: the row is refused. */
static UpstandRecord *
read_row (Reading *reading, GError **error)
{
    UpstandImport *self = reading->import;
    guint64 row = upstand_table_reader_get_row (self->reader);
    g_autoptr (UpstandRecord) record = find_record (reading, row, error);
    if (!record)
        return NULL;
    gboolean good = TRUE;
    for (guint i = 0; self->headings[i]; i++) {
        if (!self->fields[i])
            continue;
        const UpstandRawCell *cell = upstand_table_reader_get_cell (self->reader, i);
        g_autoptr (GError) reason = NULL;
        if (upstand_row_fields_set (reading->fields, record, self->fields[i], cell, &reason))
            continue;
        refuse (self, row, self->headings[i], cell->text, reason->message);
        good = FALSE;
    }
    if (!good)
        return NULL;
    upstand_ties_settle (reading->database, record);
    g_autoptr (UpstandProblems) problems = upstand_record_check (record);
    const char *field = NULL;
    const char *sentence = upstand_problems_first (problems, &field);
    if (sentence) {
        refuse (self, row, heading_of (self, field), NULL, sentence);
        return NULL;
    }
    if (record->id == 0 && !check_new (reading, record, row))
        return NULL;
    return g_steal_pointer (&record);
}

typedef gboolean (*RowFunc) (
    UpstandImport *self, UpstandRecord *record, gpointer data, GError **error);

/* Reads every row; @accept gets those that are good. */
static gboolean
read_rows (UpstandImport *self, UpstandDatabase *database, RowFunc accept, gpointer data,
    UpstandImportProgress progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
    self->accepted = self->refused = 0;
    g_ptr_array_set_size (self->refusals, 0);
    g_autoptr (UpstandRecord) blank = upstand_record_new (self->type);
    g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    g_autoptr (UpstandRowFields) fields =
        upstand_row_fields_new (self->type, database, self->today, error);
    Reading reading = { self, database, fields, blank, seen };
    if (!fields || !read_seen (&reading, error) || !start (self, error))
        return FALSE;
    g_autoptr (GError) local = NULL;
    for (guint64 n = 1; upstand_table_reader_next (self->reader, NULL, NULL, &local); n++) {
        g_autoptr (UpstandRecord) record = read_row (&reading, &local);
        if (record && !accept (self, record, data, &local))
            break;
        self->accepted += record != NULL;
        self->refused += record == NULL;
        if (local)
            break;
        if (n % ROWS_A_STEP)
            continue;
        if (progress)
            progress (upstand_table_reader_get_fraction (self->reader), user_data);
        if (g_cancellable_set_error_if_cancelled (cancellable, &local))
            break;
    }
    if (local) {
        g_propagate_error (error, g_steal_pointer (&local));
        return FALSE;
    }
    return TRUE;
}

static gboolean
preview_row (UpstandImport *self, UpstandRecord *record, gpointer data, GError **error)
{
    if (self->preview->len < MOST_PREVIEWED)
        g_ptr_array_add (self->preview, upstand_record_copy (record));
    return TRUE;
}

gboolean
upstand_import_check (UpstandImport *self, UpstandDatabase *database,
    UpstandImportProgress progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
    g_return_val_if_fail (self && database, FALSE);
    g_ptr_array_set_size (self->preview, 0);
    return read_rows (self, database, preview_row, NULL, progress, user_data, cancellable, error);
}

guint64
upstand_import_get_n_accepted (UpstandImport *self)
{
    return self->accepted;
}

guint64
upstand_import_get_n_refused (UpstandImport *self)
{
    return self->refused;
}

GPtrArray *
upstand_import_get_refusals (UpstandImport *self)
{
    return self->refusals;
}

GPtrArray *
upstand_import_get_preview (UpstandImport *self)
{
    return self->preview;
}

static gboolean
save_row (UpstandImport *self, UpstandRecord *record, gpointer store, GError **error)
{
    return upstand_store_save (store, record, error);
}

gboolean
upstand_import_apply (UpstandImport *self, UpstandStore *store, gboolean skip_refused,
    UpstandImportProgress progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
    g_return_val_if_fail (self && UPSTAND_IS_STORE (store), FALSE);
    g_autofree char *name = g_path_get_basename (self->path);
    g_autofree char *title =
        g_strdup_printf (_ ("%s imported from %s"), gettext (self->type->label), name);
    if (!upstand_store_begin (store, title, error))
        return FALSE;
    gboolean done = read_rows (self, upstand_store_get_database (store), save_row, store, progress,
        user_data, cancellable, error);
    /* Read again, the file may be another than the one that was checked. */
    if (done && self->refused && !skip_refused) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_REFUSED,
            g_dngettext (GETTEXT_PACKAGE, "%s: %lu row is refused, so nothing was saved.",
                "%s: %lu rows are refused, so nothing was saved.", self->refused),
            name, (gulong)self->refused);
        done = FALSE;
    }
    if (done)
        return upstand_store_commit (store, error);
    upstand_store_rollback (store);
    return FALSE;
}
