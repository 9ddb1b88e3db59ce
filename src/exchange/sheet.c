/* SPDX-License-Identifier: MIT */
#include "exchange/sheet.h"

#include "database/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _UpstandSheet {
    GObject parent_instance;

    char *id;
    char *title;
    char *classification;
    UpstandSheetColumn *columns;
    guint n_columns;
    GStringChunk *texts;
    GPtrArray *notes;
    GArray *relations; /* UpstandSheetRelation, whose parts are its own */
    gint64 n_rows;

    /* Exactly one of these two holds the rows. */
    GArray *cells;
    const UpstandSheetSource *source;
    gpointer data;
    guint64 position;
};

G_DEFINE_FINAL_TYPE (UpstandSheet, upstand_sheet, G_TYPE_OBJECT)

static void
relation_clear (gpointer data)
{
    g_free ((gpointer)((UpstandSheetRelation *)data)->parts);
}

static const char *
keep (UpstandSheet *self, const char *text)
{
    return text ? g_string_chunk_insert_const (self->texts, text) : NULL;
}

static UpstandSheet *
sheet_new (const char *id, const char *title, const UpstandSheetColumn *columns, guint n_columns)
{
    UpstandSheet *self = g_object_new (UPSTAND_TYPE_SHEET, NULL);

    self->id = g_strdup (id);
    self->title = g_strdup (title);
    self->n_columns = n_columns;
    self->columns = g_memdup2 (columns, n_columns * sizeof *columns);
    for (guint i = 0; i < n_columns; i++) {
        UpstandSheetColumn *column = &self->columns[i];
        column->title = keep (self, column->title ? column->title : "");
        column->unit = keep (self, column->unit);
        column->definition = keep (self, column->definition);
    }
    return self;
}

static void
add_framed (GChecksum *checksum, const char *text, gsize length)
{
    /* The length in front: two short cells can never read as one long one. */
    char frame[24];
    int n = g_snprintf (frame, sizeof frame, "%" G_GSIZE_FORMAT ":", length);

    g_checksum_update (checksum, (const guchar *)frame, n);
    if (length)
        g_checksum_update (checksum, (const guchar *)text, (gssize)length);
}

static void
add_text (GChecksum *checksum, const char *text)
{
    add_framed (checksum, text, text ? strlen (text) : 0);
}

static void
upstand_sheet_finalize (GObject *object)
{
    UpstandSheet *self = UPSTAND_SHEET (object);

    if (self->source && self->source->free)
        self->source->free (self->data);
    g_free (self->id);
    g_free (self->title);
    g_free (self->classification);
    g_free (self->columns);
    g_string_chunk_free (self->texts);
    g_ptr_array_unref (self->notes);
    g_array_unref (self->relations);
    g_clear_pointer (&self->cells, g_array_unref);
    G_OBJECT_CLASS (upstand_sheet_parent_class)->finalize (object);
}

static void
upstand_sheet_class_init (UpstandSheetClass *klass)
{
    G_OBJECT_CLASS (klass)->finalize = upstand_sheet_finalize;
}

static void
upstand_sheet_init (UpstandSheet *self)
{
    self->texts = g_string_chunk_new (1024);
    self->notes = g_ptr_array_new_with_free_func (g_free);
    self->relations = g_array_new (FALSE, FALSE, sizeof (UpstandSheetRelation));
    g_array_set_clear_func (self->relations, relation_clear);
}

UpstandSheet *
upstand_sheet_new (
    const char *id, const char *title, const UpstandSheetColumn *columns, guint n_columns)
{
    g_return_val_if_fail (id && title && columns && n_columns, NULL);

    UpstandSheet *self = sheet_new (id, title, columns, n_columns);
    self->cells = g_array_new (FALSE, FALSE, sizeof (UpstandCell));
    return self;
}

UpstandSheet *
upstand_sheet_new_stream (const char *id, const char *title, const UpstandSheetColumn *columns,
    guint n_columns, const UpstandSheetSource *source, gpointer data)
{
    g_return_val_if_fail (id && title && columns && n_columns, NULL);
    g_return_val_if_fail (source && source->next, NULL);

    UpstandSheet *self = sheet_new (id, title, columns, n_columns);
    self->source = source;
    self->data = data;
    self->n_rows = -1;
    return self;
}

void
upstand_sheet_add_row (UpstandSheet *self, const UpstandCell *cells)
{
    g_return_if_fail (UPSTAND_IS_SHEET (self) && self->cells);

    for (guint i = 0; i < self->n_columns; i++) {
        UpstandCell cell = cells[i];
        if (cell.text)
            cell.text = g_string_chunk_insert (self->texts, cell.text);
        cell.detail = keep (self, cell.detail);
        g_array_append_val (self->cells, cell);
    }
    self->n_rows++;
}

gboolean
upstand_sheet_next (UpstandSheet *self, UpstandCell *cells, GError **error)
{
    g_return_val_if_fail (UPSTAND_IS_SHEET (self) && cells, FALSE);

    gsize size = self->n_columns * sizeof *cells;
    if (!self->cells) {
        memset (cells, 0, size);
        self->position++;
        return self->source->next (self->data, cells, error);
    }
    if (self->position >= (guint64)self->n_rows)
        return FALSE;
    memcpy (
        cells, &g_array_index (self->cells, UpstandCell, self->position * self->n_columns), size);
    self->position++;
    return TRUE;
}

gboolean
upstand_sheet_rewind (UpstandSheet *self, GError **error)
{
    g_return_val_if_fail (UPSTAND_IS_SHEET (self), FALSE);

    /* A stream that nobody has read from yet stands at its first row. */
    if (!self->cells && self->position) {
        if (!self->source->rewind) {
            g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FAILED,
                _ ("The rows of “%s” can be read only once."), self->title);
            return FALSE;
        }
        if (!self->source->rewind (self->data, error))
            return FALSE;
    }
    self->position = 0;
    return TRUE;
}

UpstandSheet *
upstand_sheet_preview (UpstandSheet *self, guint limit, GError **error)
{
    g_return_val_if_fail (UPSTAND_IS_SHEET (self), NULL);

    if (!upstand_sheet_rewind (self, error))
        return NULL;

    g_autoptr (UpstandSheet) preview =
        upstand_sheet_new (self->id, self->title, self->columns, self->n_columns);
    g_autofree UpstandCell *cells = g_new (UpstandCell, self->n_columns);
    g_autoptr (GError) failure = NULL;
    for (guint i = 0; i < self->notes->len; i++)
        upstand_sheet_add_note (preview, self->notes->pdata[i]);
    upstand_sheet_set_classification (preview, self->classification);
    for (guint i = 0; i < limit && upstand_sheet_next (self, cells, &failure); i++)
        upstand_sheet_add_row (preview, cells);
    if (failure) {
        g_propagate_error (error, g_steal_pointer (&failure));
        return NULL;
    }
    upstand_sheet_rewind (self, NULL);
    return g_steal_pointer (&preview);
}

const char *
upstand_sheet_get_id (UpstandSheet *self)
{
    g_return_val_if_fail (UPSTAND_IS_SHEET (self), NULL);
    return self->id;
}

const char *
upstand_sheet_get_title (UpstandSheet *self)
{
    g_return_val_if_fail (UPSTAND_IS_SHEET (self), NULL);
    return self->title;
}

guint
upstand_sheet_get_n_columns (UpstandSheet *self)
{
    g_return_val_if_fail (UPSTAND_IS_SHEET (self), 0);
    return self->n_columns;
}

const UpstandSheetColumn *
upstand_sheet_get_column (UpstandSheet *self, guint column)
{
    g_return_val_if_fail (UPSTAND_IS_SHEET (self) && column < self->n_columns, NULL);
    return &self->columns[column];
}

gint64
upstand_sheet_get_n_rows (UpstandSheet *self)
{
    g_return_val_if_fail (UPSTAND_IS_SHEET (self), -1);
    return self->n_rows;
}

void
upstand_sheet_set_n_rows (UpstandSheet *self, gint64 rows)
{
    g_return_if_fail (UPSTAND_IS_SHEET (self) && self->source);
    self->n_rows = rows;
}

void
upstand_sheet_add_note (UpstandSheet *self, const char *note)
{
    g_return_if_fail (UPSTAND_IS_SHEET (self) && note);
    g_ptr_array_add (self->notes, g_strdup (note));
}

guint
upstand_sheet_get_n_notes (UpstandSheet *self)
{
    g_return_val_if_fail (UPSTAND_IS_SHEET (self), 0);
    return self->notes->len;
}

const char *
upstand_sheet_get_note (UpstandSheet *self, guint note)
{
    g_return_val_if_fail (UPSTAND_IS_SHEET (self) && note < self->notes->len, NULL);
    return self->notes->pdata[note];
}

void
upstand_sheet_set_classification (UpstandSheet *self, const char *classification)
{
    g_return_if_fail (UPSTAND_IS_SHEET (self));
    char *copy = g_strdup (classification);
    g_free (self->classification);
    self->classification = copy;
}

const char *
upstand_sheet_get_classification (UpstandSheet *self)
{
    g_return_val_if_fail (UPSTAND_IS_SHEET (self), NULL);
    return self->classification;
}

void
upstand_sheet_add_relation (UpstandSheet *self, const UpstandSheetRelation *relation)
{
    g_return_if_fail (UPSTAND_IS_SHEET (self) && relation && relation->parts);
    g_return_if_fail (relation->kind != UPSTAND_RELATION_RATE || relation->n_parts == 2);

    UpstandSheetRelation copy = *relation;
    copy.parts = g_memdup2 (relation->parts, relation->n_parts * sizeof *relation->parts);
    g_array_append_val (self->relations, copy);
}

guint
upstand_sheet_get_n_relations (UpstandSheet *self)
{
    g_return_val_if_fail (UPSTAND_IS_SHEET (self), 0);
    return self->relations->len;
}

const UpstandSheetRelation *
upstand_sheet_get_relation (UpstandSheet *self, guint relation)
{
    g_return_val_if_fail (UPSTAND_IS_SHEET (self) && relation < self->relations->len, NULL);
    return &g_array_index (self->relations, UpstandSheetRelation, relation);
}

gboolean
upstand_sheet_checksum (UpstandSheet *self, GChecksum *checksum, GError **error)
{
    g_return_val_if_fail (UPSTAND_IS_SHEET (self) && checksum, FALSE);

    if (!upstand_sheet_rewind (self, error))
        return FALSE;
    add_text (checksum, self->id);
    add_text (checksum, self->title);
    for (guint i = 0; i < self->n_columns; i++) {
        add_text (checksum, self->columns[i].title);
        add_text (checksum, self->columns[i].unit);
        add_text (checksum, self->columns[i].definition);
    }

    g_autofree UpstandCell *cells = g_new (UpstandCell, self->n_columns);
    g_autoptr (GString) text = g_string_new (NULL);
    GError *failure = NULL;
    while (upstand_sheet_next (self, cells, &failure)) {
        for (guint i = 0; i < self->n_columns; i++) {
            /* Kind and state too: the word "withheld" is not a withheld figure. */
            g_string_printf (text, "%u/%u/", cells[i].kind, cells[i].state);
            upstand_cell_append_canonical (&cells[i], text);
            add_framed (checksum, text->str, text->len);
            if (cells[i].kind == UPSTAND_CELL_LINK)
                add_text (checksum, cells[i].detail);
        }
        g_checksum_update (checksum, (const guchar *)"\n", 1);
    }
    if (failure) {
        g_propagate_error (error, failure);
        return FALSE;
    }
    for (guint i = 0; i < self->notes->len; i++)
        add_text (checksum, self->notes->pdata[i]);
    add_text (checksum, self->classification);
    upstand_sheet_rewind (self, NULL);
    return TRUE;
}
