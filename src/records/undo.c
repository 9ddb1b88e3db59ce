/* SPDX-License-Identifier: MIT */
#include "records/store-private.h"

#include <glib/gi18n-lib.h>

#include "database/search.h"
#include "records/history.h"
#include "records/kinds.h"
#include "records/registry.h"

/* Undo is a new batch that is the inverse of an old one. It works on changes, not on record
 * classes: tables and columns come from the registry, values are canonical texts. */

/* The newest batch that is not taken back already. */
#define UNDOABLE \
    " FROM batch b WHERE b.kind IN ('do', 'redo')" \
    " AND NOT EXISTS (SELECT 1 FROM batch u WHERE u.undoes = b.id) ORDER BY b.id DESC LIMIT 1"

/* The newest undo that is not taken back and after which nothing new was done. */
#define REDOABLE \
    " FROM batch b WHERE b.kind = 'undo'" \
    " AND NOT EXISTS (SELECT 1 FROM batch u WHERE u.undoes = b.id)" \
    " AND b.id > COALESCE((SELECT MAX(d.id) FROM batch d WHERE d.kind = 'do'), 0)" \
    " ORDER BY b.id DESC LIMIT 1"

static gboolean
refuse (const UpstandChange *change, GError **error)
{
    const UpstandRecordType *type = upstand_registry_find (change->table);
    g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_REFUSED,
        _ ("This step cannot be taken back: “%s” was changed again since. Take back the later step"
           " first."),
        type ? gettext (type->singular) : change->table);
    return FALSE;
}

/* The fields of a change, each with the registry's field; FALSE for a name that is not known. */
static gboolean
check_names (const UpstandChange *change, GError **error)
{
    for (guint i = 0; i < change->fields->len; i++) {
        const UpstandFieldChange *field = g_ptr_array_index (change->fields, i);
        if (upstand_registry_find_column (change->table, field->field))
            continue;
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_REFUSED,
            _ ("This step cannot be taken back: the history names “%s.%s”, which this program does"
               " not know."),
            change->table, field->field);
        return FALSE;
    }
    return TRUE;
}

/* Whether the row still holds what the change left there. */
static gboolean
check_unchanged (UpstandStore *self, const UpstandChange *change, GError **error)
{
    g_autoptr (GString) sql = g_string_new ("SELECT id");
    for (guint i = 0; i < change->fields->len; i++)
        g_string_append_printf (
            sql, ", %s", ((UpstandFieldChange *)g_ptr_array_index (change->fields, i))->field);
    g_string_append_printf (sql, " FROM %s WHERE id = $1", change->table);
    g_autoptr (UpstandQuery) row =
        upstand_database_query (self->database, error, sql->str, "i", change->row_id);
    g_autoptr (GError) local = NULL;
    if (!row)
        return FALSE;
    gboolean found = upstand_query_step (row, &local);
    if (local) {
        g_propagate_error (error, g_steal_pointer (&local));
        return FALSE;
    }
    gboolean expected = strcmp (change->verb, "delete") != 0;
    if (found != expected)
        return refuse (change, error);
    for (guint i = 0; found && i < change->fields->len; i++) {
        const UpstandFieldChange *field = g_ptr_array_index (change->fields, i);
        g_autofree char *now = upstand_kind_read_text (
            upstand_registry_find_column (change->table, field->field), row, i + 1);
        if (g_strcmp0 (now, field->after) != 0)
            return refuse (change, error);
    }
    return TRUE;
}

static gboolean
bind_before (UpstandQuery *query, const UpstandChange *change, int first)
{
    for (guint i = 0; i < change->fields->len; i++) {
        const UpstandFieldChange *field = g_ptr_array_index (change->fields, i);
        const UpstandField *column = upstand_registry_find_column (change->table, field->field);
        if (!upstand_kind (column->kind)->bind_text (column, field->before, query, first + (int)i))
            return FALSE;
    }
    return TRUE;
}

static gboolean
run_inverse (UpstandStore *self, const UpstandChange *change, const char *sql, GError **error)
{
    g_autoptr (UpstandQuery) query = upstand_database_query (self->database, error, sql, "");
    g_autoptr (GError) local = NULL;
    if (!query)
        return FALSE;
    upstand_query_bind_number (query, 1, change->row_id);
    gboolean bound = strcmp (change->verb, "insert") == 0 || bind_before (query, change, 2);
    if (bound)
        upstand_query_step (query, &local);
    if (bound && !local)
        return TRUE;
    /* A row that something else now refers to, or whose unique place is taken. */
    g_clear_error (&local);
    return refuse (change, error);
}

static char *
inverse_statement (const UpstandChange *change, gint64 version)
{
    g_autoptr (GString) sql = g_string_new (NULL);
    if (strcmp (change->verb, "insert") == 0) {
        g_string_printf (sql, "DELETE FROM %s WHERE id = $1", change->table);
    } else if (strcmp (change->verb, "update") == 0) {
        g_string_printf (sql, "UPDATE %s SET version = version + 1", change->table);
        for (guint i = 0; i < change->fields->len; i++)
            g_string_append_printf (sql, ", %s = $%u",
                ((UpstandFieldChange *)g_ptr_array_index (change->fields, i))->field, i + 2);
        g_string_append (sql, " WHERE id = $1");
    } else {
        /* A batch's id is above every count of saves, so that no copy read earlier still fits. */
        g_autoptr (GString) values = g_string_new (NULL);
        g_string_printf (sql, "INSERT INTO %s (id, version", change->table);
        for (guint i = 0; i < change->fields->len; i++) {
            g_string_append_printf (
                sql, ", %s", ((UpstandFieldChange *)g_ptr_array_index (change->fields, i))->field);
            g_string_append_printf (values, ", $%u", i + 2);
        }
        g_string_append_printf (sql, ") VALUES ($1, %" G_GINT64_FORMAT "%s)", version, values->str);
    }
    return g_string_free (g_steal_pointer (&sql), FALSE);
}

/* The inverse's own history: what is before there is after here. */
static gboolean
log_inverse (UpstandStore *self, const UpstandChange *change, GError **error)
{
    g_autoptr (GString) before = g_string_new (NULL);
    g_autoptr (GString) after = g_string_new (NULL);
    for (guint i = 0; i < change->fields->len; i++) {
        const UpstandFieldChange *field = g_ptr_array_index (change->fields, i);
        upstand_history_append_field (before, field->field, field->after);
        upstand_history_append_field (after, field->field, field->before);
    }
    g_string_append (before, before->len ? "}" : "{}");
    g_string_append (after, after->len ? "}" : "{}");
    if (strcmp (change->verb, "insert") == 0)
        return upstand_store_log (
            self, change->table, change->row_id, "delete", before->str, NULL, error);
    if (strcmp (change->verb, "delete") == 0)
        return upstand_store_log (
            self, change->table, change->row_id, "insert", NULL, after->str, error);
    return upstand_store_log (
        self, change->table, change->row_id, "update", before->str, after->str, error);
}

static gboolean
invert_change (UpstandStore *self, const UpstandChange *change, GError **error)
{
    gboolean is_record = upstand_registry_find (change->table) != NULL;
    if (!check_names (change, error) || !check_unchanged (self, change, error))
        return FALSE;
    if (is_record && strcmp (change->verb, "delete") != 0 &&
        !upstand_search_forget (self->database, change->table, change->row_id, error))
        return FALSE;
    g_autofree char *sql = inverse_statement (change, self->batch);
    if (!run_inverse (self, change, sql, error))
        return FALSE;
    if (is_record && strcmp (change->verb, "insert") != 0 &&
        !upstand_search_add (self->database, change->table, change->row_id, error))
        return FALSE;
    return log_inverse (self, change, error);
}

/* What was done first of all: a title would otherwise grow with each undo and redo. */
static gint64
first_step (UpstandStore *self, gint64 id)
{
    gint64 earlier = id;
    while (earlier) {
        id = earlier;
        earlier = upstand_database_number (
            self->database, 0, NULL, "SELECT undoes FROM batch WHERE id = $1", "i", id);
    }
    return id;
}

static gboolean
invert (UpstandStore *self, gint64 batch_id, const char *kind, const char *format, GError **error)
{
    g_autofree char *title = upstand_database_text (self->database, error,
        "SELECT title FROM batch WHERE id = $1", "i", first_step (self, batch_id));
    g_autoptr (GPtrArray) changes = upstand_history_get_changes (self->database, batch_id, error);
    if (!title || !changes)
        return FALSE;
    g_autoptr (GString) words = g_string_new (format);
    g_string_replace (words, "{step}", title, 1);
    if (!upstand_store_begin (self, words->str, error))
        return FALSE;
    self->kind = kind;
    self->undoes = batch_id;
    for (guint i = changes->len; i > 0; i--) {
        if (!invert_change (self, g_ptr_array_index (changes, i - 1), error)) {
            upstand_store_rollback (self);
            return FALSE;
        }
    }
    return upstand_store_commit (self, error);
}

static gint64
find_batch (UpstandStore *self, const char *sql, const char *nothing, GError **error)
{
    g_autoptr (GError) local = NULL;
    gint64 id = upstand_database_number (self->database, 0, &local, sql, "");
    if (local)
        g_propagate_error (error, g_steal_pointer (&local));
    else if (!id)
        g_set_error_literal (error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND, nothing);
    return id;
}

gboolean
upstand_store_undo (UpstandStore *self, GError **error)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (self), FALSE);
    gint64 id = find_batch (self, "SELECT b.id" UNDOABLE, _ ("There is nothing to undo."), error);
    return id && upstand_store_undo_batch (self, id, error);
}

gboolean
upstand_store_undo_batch (UpstandStore *self, gint64 batch_id, GError **error)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (self), FALSE);
    g_autoptr (UpstandQuery) query = upstand_database_query (self->database, error,
        "SELECT b.kind, (SELECT COUNT(*) FROM batch u WHERE u.undoes = b.id) FROM batch b"
        " WHERE b.id = $1",
        "i", batch_id);
    g_autoptr (GError) local = NULL;
    if (!query)
        return FALSE;
    if (!upstand_query_step (query, &local)) {
        g_set_error_literal (error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND,
            local ? local->message : _ ("There is no such step."));
        return FALSE;
    }
    const char *kind = upstand_query_text (query, 0);
    gboolean is_fixed = strcmp (kind, "fixed") == 0;
    if (is_fixed || upstand_query_number (query, 1) > 0) {
        g_set_error_literal (error, UPSTAND_ERROR, UPSTAND_ERROR_REFUSED,
            is_fixed ? _ ("This step cannot be taken back.")
                     : _ ("This step was taken back already."));
        return FALSE;
    }
    gboolean is_undo = strcmp (kind, "undo") == 0;
    g_clear_pointer (&query, upstand_query_free);
    /* Translators: {step} is what was done: "Activity changed: Train 40 detectives". */
    return invert (self, batch_id, is_undo ? "redo" : "undo",
        is_undo ? _ ("Done again: {step}") : _ ("Undone: {step}"), error);
}

gboolean
upstand_store_redo (UpstandStore *self, GError **error)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (self), FALSE);
    gint64 id =
        find_batch (self, "SELECT b.id" REDOABLE, _ ("There is nothing to do again."), error);
    return id && upstand_store_undo_batch (self, id, error);
}

static char *
get_title (UpstandStore *self, const char *sql)
{
    gint64 id = upstand_database_number (self->database, 0, NULL, sql, "");
    if (!id)
        return NULL;
    return upstand_database_text (
        self->database, NULL, "SELECT title FROM batch WHERE id = $1", "i", first_step (self, id));
}

char *
upstand_store_get_undo_title (UpstandStore *self)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (self), NULL);
    return get_title (self, "SELECT b.id" UNDOABLE);
}

char *
upstand_store_get_redo_title (UpstandStore *self)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (self), NULL);
    return get_title (self, "SELECT b.id" REDOABLE);
}
