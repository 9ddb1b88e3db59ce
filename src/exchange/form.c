/* SPDX-License-Identifier: MIT */
#include "exchange/form.h"

#include <string.h>

#define MARK "upstand"

typedef struct {
    const char *heading, *text;
} Instruction;

struct _UpstandFormTable {
    GStringChunk *texts; /* the form's */
    const char *title, *hint;
    UpstandFormColumn *columns;
    guint n_columns;
    GPtrArray *keys;
    GArray *cells; /* UpstandFormCell, row by row */
};

struct _UpstandForm {
    UpstandFormIdentity identity;
    UpstandBook *book;
    GStringChunk *texts;
    GArray *instructions;
    GPtrArray *tables;
};

static const char *
keep (GStringChunk *texts, const char *text)
{
    return text ? g_string_chunk_insert (texts, text) : NULL;
}

static void
table_free (gpointer data)
{
    UpstandFormTable *self = data;
    g_free (self->columns);
    g_ptr_array_unref (self->keys);
    g_array_unref (self->cells);
    g_free (self);
}

UpstandForm *
upstand_form_new (const UpstandFormIdentity *identity, const UpstandCover *cover)
{
    g_return_val_if_fail (identity && identity->kind && identity->subject && cover, NULL);
    UpstandForm *self = g_new0 (UpstandForm, 1);
    self->identity = *identity;
    self->identity.kind = g_strdup (identity->kind);
    self->identity.subject = g_strdup (identity->subject);
    self->book = upstand_book_new (cover);
    self->texts = g_string_chunk_new (4096);
    self->instructions = g_array_new (FALSE, FALSE, sizeof (Instruction));
    self->tables = g_ptr_array_new_with_free_func (table_free);
    return self;
}

void
upstand_form_free (UpstandForm *self)
{
    if (!self)
        return;
    upstand_form_identity_clear (&self->identity);
    g_object_unref (self->book);
    g_string_chunk_free (self->texts);
    g_array_unref (self->instructions);
    g_ptr_array_unref (self->tables);
    g_free (self);
}

const UpstandFormIdentity *
upstand_form_get_identity (UpstandForm *self)
{
    return &self->identity;
}

UpstandBook *
upstand_form_get_book (UpstandForm *self)
{
    return self->book;
}

void
upstand_form_add_instruction (UpstandForm *self, const char *heading, const char *text)
{
    Instruction instruction = { keep (self->texts, heading), keep (self->texts, text) };
    g_array_append_val (self->instructions, instruction);
}

guint
upstand_form_get_n_instructions (UpstandForm *self)
{
    return self->instructions->len;
}

void
upstand_form_get_instruction (
    UpstandForm *self, guint instruction, const char **heading, const char **text)
{
    g_return_if_fail (instruction < self->instructions->len);
    const Instruction *found = &g_array_index (self->instructions, Instruction, instruction);
    *heading = found->heading;
    *text = found->text;
}

UpstandFormTable *
upstand_form_add_table (UpstandForm *self, const char *title, const char *hint,
    const UpstandFormColumn *columns, guint n_columns)
{
    g_return_val_if_fail (title && columns && n_columns, NULL);
    UpstandFormTable *table = g_new0 (UpstandFormTable, 1);
    table->texts = self->texts;
    table->title = keep (self->texts, title);
    table->hint = keep (self->texts, hint);
    table->columns = g_memdup2 (columns, n_columns * sizeof *columns);
    table->n_columns = n_columns;
    for (guint i = 0; i < n_columns; i++) {
        table->columns[i].key = keep (self->texts, columns[i].key);
        table->columns[i].title = keep (self->texts, columns[i].title);
        table->columns[i].definition = keep (self->texts, columns[i].definition);
    }
    table->keys = g_ptr_array_new ();
    table->cells = g_array_new (FALSE, FALSE, sizeof (UpstandFormCell));
    g_ptr_array_add (self->tables, table);
    return table;
}

guint
upstand_form_get_n_tables (UpstandForm *self)
{
    return self->tables->len;
}

UpstandFormTable *
upstand_form_get_table (UpstandForm *self, guint table)
{
    g_return_val_if_fail (table < self->tables->len, NULL);
    return g_ptr_array_index (self->tables, table);
}

void
upstand_form_table_add_row (UpstandFormTable *self, const char *key, const UpstandFormCell *cells)
{
    g_ptr_array_add (self->keys, (gpointer)keep (self->texts, key));
    for (guint i = 0; i < self->n_columns; i++) {
        UpstandFormCell cell = cells[i];
        cell.cell.text = keep (self->texts, cell.cell.text);
        cell.cell.detail = keep (self->texts, cell.cell.detail);
        g_array_append_val (self->cells, cell);
    }
}

const char *
upstand_form_table_get_title (UpstandFormTable *self)
{
    return self->title;
}

const char *
upstand_form_table_get_hint (UpstandFormTable *self)
{
    return self->hint;
}

guint
upstand_form_table_get_n_columns (UpstandFormTable *self)
{
    return self->n_columns;
}

const UpstandFormColumn *
upstand_form_table_get_column (UpstandFormTable *self, guint column)
{
    g_return_val_if_fail (column < self->n_columns, NULL);
    return &self->columns[column];
}

guint
upstand_form_table_get_n_rows (UpstandFormTable *self)
{
    return self->keys->len;
}

const char *
upstand_form_table_get_key (UpstandFormTable *self, guint row)
{
    g_return_val_if_fail (row < self->keys->len, NULL);
    return g_ptr_array_index (self->keys, row);
}

const UpstandFormCell *
upstand_form_table_get_cell (UpstandFormTable *self, guint row, guint column)
{
    g_return_val_if_fail (row < self->keys->len && column < self->n_columns, NULL);
    return &g_array_index (self->cells, UpstandFormCell, row * self->n_columns + column);
}

char *
upstand_form_table_get_label (UpstandFormTable *self, guint row)
{
    g_autoptr (GString) label = g_string_new (NULL);
    for (guint i = 0; i < self->n_columns; i++) {
        if (!self->columns[i].is_label)
            continue;
        if (label->len)
            g_string_append (label, " · ");
        upstand_cell_append_plain (&upstand_form_table_get_cell (self, row, i)->cell, label);
    }
    return g_string_free (g_steal_pointer (&label), FALSE);
}

char *
upstand_form_identity_to_text (const UpstandFormIdentity *identity)
{
    return g_strdup_printf (MARK ":%s:%d:%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT ":%s",
        identity->kind, UPSTAND_FORM_LAYOUT, identity->plan, identity->census, identity->subject);
}

gboolean
upstand_form_identity_from_text (UpstandFormIdentity *identity, const char *text, guint *layout)
{
    g_auto (GStrv) parts = g_strsplit (text, ":", 6);
    if (g_strv_length (parts) < 6 || strcmp (parts[0], MARK) != 0)
        return FALSE;
    *layout = (guint)g_ascii_strtoull (parts[2], NULL, 10);
    upstand_form_identity_clear (identity);
    *identity = (UpstandFormIdentity){
        .kind = g_strdup (parts[1]),
        .plan = g_ascii_strtoll (parts[3], NULL, 10),
        .census = g_ascii_strtoll (parts[4], NULL, 10),
        .subject = g_strdup (parts[5]),
    };
    return TRUE;
}

void
upstand_form_identity_clear (UpstandFormIdentity *identity)
{
    g_clear_pointer (&identity->kind, g_free);
    g_clear_pointer (&identity->subject, g_free);
}
