/* SPDX-License-Identifier: MIT */
#include "returns/record-sheet.h"

#include <glib/gi18n-lib.h>

/* Records read before their links are asked for. */
#define BLOCK 200

typedef struct {
    UpstandListQuery *query;
    UpstandDatabase *database;
    GPtrArray *fields; /* of const UpstandField */
    UpstandQuery *rows;
    GPtrArray *block;
    guint next;
    GStringChunk *texts; /* those of the row handed out last */
    GHashTable *names; /* &id -> name of what a reference or link leads to */
} RecordRows;

static UpstandCellKind
cell_kind (const UpstandField *field)
{
    switch (field->kind) {
    case UPSTAND_KIND_NUMBER: return UPSTAND_CELL_WHOLE;
    case UPSTAND_KIND_DECIMAL: return UPSTAND_CELL_DECIMAL;
    case UPSTAND_KIND_DATE: return UPSTAND_CELL_DATE;
    case UPSTAND_KIND_YES_NO: return UPSTAND_CELL_YES_NO;
    default: return UPSTAND_CELL_TEXT;
    }
}

/* A name is asked for once; more than this many are not kept. */
#define MOST_NAMES 5000

static const char *
name_of (RecordRows *self, const UpstandRecordType *type, gint64 id)
{
    const char *known = g_hash_table_lookup (self->names, &id);
    if (known)
        return known;
    g_autofree char *sql =
        g_strdup_printf ("SELECT %s FROM %s WHERE id = $1", type->title, type->name);
    char *name = upstand_database_text (self->database, NULL, sql, "i", id);
    if (g_hash_table_size (self->names) >= MOST_NAMES)
        g_hash_table_remove_all (self->names);
    g_hash_table_insert (self->names, g_memdup2 (&id, sizeof id), name ? name : g_strdup (""));
    return g_hash_table_lookup (self->names, &id);
}

static const char *
names_of (RecordRows *self, const UpstandField *field, const GArray *ids)
{
    g_autoptr (GString) text = g_string_new (NULL);
    for (guint i = 0; ids && i < ids->len; i++)
        g_string_append_printf (text, "%s%s", i ? ", " : "",
            name_of (self, field->target, g_array_index (ids, gint64, i)));
    return g_string_chunk_insert_len (self->texts, text->str, text->len);
}

static UpstandCell
cell_for (RecordRows *self, UpstandRecord *record, const UpstandField *field)
{
    gconstpointer member = G_STRUCT_MEMBER_P (record, field->offset);
    gint64 number = field->kind == UPSTAND_KIND_NUMBER || field->kind == UPSTAND_KIND_DECIMAL ||
                            field->kind == UPSTAND_KIND_REFERENCE
                        ? *(const gint64 *)member
                        : 0;
    switch (field->kind) {
    case UPSTAND_KIND_TEXT:
    case UPSTAND_KIND_PARAGRAPH: return upstand_cell_text (*(char *const *)member);
    case UPSTAND_KIND_NUMBER:
        return number == UPSTAND_NO_NUMBER ? upstand_cell_blank () : upstand_cell_whole (number);
    case UPSTAND_KIND_DECIMAL:
        return number == UPSTAND_NO_NUMBER ? upstand_cell_blank ()
                                           : upstand_cell_decimal (number, field->places);
    case UPSTAND_KIND_DATE: return upstand_cell_date (*(const UpstandDay *)member);
    case UPSTAND_KIND_YES_NO: return upstand_cell_yes_no (*(const gboolean *)member);
    case UPSTAND_KIND_CHOICE: {
        const char *label = field->choices[*(const guint *)member].label;
        return upstand_cell_text (*label ? gettext (label) : NULL);
    }
    case UPSTAND_KIND_REFERENCE:
        return upstand_cell_text (number ? name_of (self, field->target, number) : NULL);
    case UPSTAND_KIND_LINKS:
        return upstand_cell_text (names_of (self, field, *(GArray *const *)member));
    }
    return upstand_cell_blank ();
}

static gboolean
rewind_rows (gpointer data, GError **error)
{
    RecordRows *self = data;
    g_autofree char *columns =
        upstand_list_query_columns (upstand_list_query_get_record_type (self->query));
    g_clear_pointer (&self->rows, upstand_query_free);
    g_ptr_array_set_size (self->block, 0);
    self->next = 0;
    self->rows = upstand_list_query_prepare (self->query, self->database, columns, 0, error);
    return self->rows != NULL;
}

static gboolean
read_block (RecordRows *self, GError **error)
{
    const UpstandRecordType *type = upstand_list_query_get_record_type (self->query);
    g_autoptr (GError) local = NULL;
    g_ptr_array_set_size (self->block, 0);
    self->next = 0;
    while (self->block->len < BLOCK && upstand_query_step (self->rows, &local))
        g_ptr_array_add (self->block, upstand_list_query_read (type, self->rows));
    if (local) {
        g_propagate_error (error, g_steal_pointer (&local));
        return FALSE;
    }
    return upstand_list_query_read_links (type, self->database, self->block, error);
}

static gboolean
next_row (gpointer data, UpstandCell *cells, GError **error)
{
    RecordRows *self = data;
    if (!self->rows && !rewind_rows (self, error))
        return FALSE;
    if (self->next == self->block->len && (!read_block (self, error) || self->block->len == 0))
        return FALSE;
    UpstandRecord *record = g_ptr_array_index (self->block, self->next++);
    g_string_chunk_clear (self->texts);
    guint column = 0;
    for (; column < self->fields->len; column++)
        cells[column] = cell_for (self, record, g_ptr_array_index (self->fields, column));
    g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, record->id);
    cells[column] = upstand_cell_text (g_string_chunk_insert (self->texts, id));
    return TRUE;
}

static void
free_rows (gpointer data)
{
    RecordRows *self = data;
    upstand_list_query_free (self->query);
    g_clear_pointer (&self->rows, upstand_query_free);
    g_ptr_array_unref (self->fields);
    g_ptr_array_unref (self->block);
    g_string_chunk_free (self->texts);
    g_hash_table_unref (self->names);
    g_free (self);
}

static double
column_width (const UpstandField *field)
{
    switch (field->kind) {
    case UPSTAND_KIND_PARAGRAPH: return 26;
    case UPSTAND_KIND_TEXT: return field->flags & UPSTAND_FIELD_POST ? 18 : 24;
    default: return 0;
    }
}

UpstandSheet *
upstand_record_sheet_new (const char *id, const char *title, const UpstandListQuery *query,
    const char *const *names, UpstandDatabase *database)
{
    static const UpstandSheetSource source = { next_row, rewind_rows, free_rows };
    const UpstandRecordType *type = upstand_list_query_get_record_type (query);
    RecordRows *self = g_new0 (RecordRows, 1);
    self->query = upstand_list_query_copy (query);
    self->database = database;
    self->fields = g_ptr_array_new ();
    self->block = g_ptr_array_new_with_free_func (g_object_unref);
    self->texts = g_string_chunk_new (1024);
    self->names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
    g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (UpstandSheetColumn));
    for (guint i = 0; i < type->n_fields; i++) {
        const UpstandField *field = &type->fields[i];
        if (names ? !g_strv_contains (names, field->name)
                  : (field->flags & UPSTAND_FIELD_FIXED) != 0)
            continue;
        UpstandSheetColumn column = { .title = gettext (field->label),
            .kind = cell_kind (field),
            .places = field->places,
            .width = column_width (field) };
        g_array_append_val (columns, column);
        g_ptr_array_add (self->fields, (gpointer)field);
    }
    UpstandSheetColumn last = { .title = _ ("Id"),
        .kind = UPSTAND_CELL_TEXT,
        .width = 20,
        .definition = _ ("Names the entry for Upstand; leave it as it is.") };
    g_array_append_val (columns, last);
    return upstand_sheet_new_stream (
        id, title, (UpstandSheetColumn *)columns->data, columns->len, &source, self);
}
