/* SPDX-License-Identifier: MIT */
#include "records/store-private.h"

#include <glib/gi18n-lib.h>

#include "database/search.h"
#include "records/history.h"
#include "records/registry.h"
#include "records/setting.h"

G_DEFINE_FINAL_TYPE (UpstandStore, upstand_store, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
statements_free (UpstandStatements *statements)
{
    g_free (statements->get);
    g_free (statements->insert);
    g_free (statements->update);
    g_free (statements);
}

const UpstandStatements *
upstand_store_get_statements (UpstandStore *self, const UpstandRecordType *type)
{
    UpstandStatements *statements = g_hash_table_lookup (self->statements, type);
    if (statements)
        return statements;
    g_autofree char *columns = upstand_list_query_columns (type);
    g_autoptr (GString) names = g_string_new ("id, version");
    g_autoptr (GString) values = g_string_new ("$1, $2");
    g_autoptr (GString) sets = g_string_new ("version = version + 1");
    int n = 2;
    for (guint i = 0; i < type->n_fields; i++) {
        if (type->fields[i].kind == UPSTAND_KIND_LINKS)
            continue;
        n++;
        g_string_append_printf (names, ", %s", type->fields[i].name);
        g_string_append_printf (values, ", $%d", n);
        g_string_append_printf (sets, ", %s = $%d", type->fields[i].name, n);
    }
    statements = g_new (UpstandStatements, 1);
    statements->get = g_strdup_printf ("SELECT %s FROM %s t WHERE t.id = $1", columns, type->name);
    statements->insert =
        g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", type->name, names->str, values->str);
    statements->update = g_strdup_printf (
        "UPDATE %s SET %s WHERE id = $1 AND version = $2 RETURNING version", type->name, sets->str);
    g_hash_table_insert (self->statements, (gpointer)type, statements);
    return statements;
}

static void
upstand_store_finalize (GObject *object)
{
    UpstandStore *self = UPSTAND_STORE (object);
    upstand_database_close (self->database);
    g_hash_table_unref (self->touched);
    g_hash_table_unref (self->statements);
    g_free (self->login);
    g_free (self->post);
    g_free (self->title);
    G_OBJECT_CLASS (upstand_store_parent_class)->finalize (object);
}

static void
upstand_store_class_init (UpstandStoreClass *klass)
{
    G_OBJECT_CLASS (klass)->finalize = upstand_store_finalize;
    signals[CHANGED] = g_signal_new ("changed", UPSTAND_TYPE_STORE,
        G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
upstand_store_init (UpstandStore *self)
{
    self->touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    self->statements = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)statements_free);
}

UpstandStore *
upstand_store_new (UpstandDatabase *database, const char *login, const char *post)
{
    g_return_val_if_fail (database, NULL);
    UpstandStore *self = g_object_new (UPSTAND_TYPE_STORE, NULL);
    self->database = database;
    self->login = g_strdup (login);
    self->post = g_strdup (post ? post : "");
    /* A clock that was set back must not make ids that are taken. */
    self->last_id = upstand_database_number (database, 0, NULL,
        "SELECT MAX(COALESCE((SELECT MAX(id) FROM batch), 0),"
        " COALESCE((SELECT MAX(id) FROM change), 0))",
        "");
    self->data_version = upstand_database_get_data_version (database);
    return self;
}

UpstandDatabase *
upstand_store_get_database (UpstandStore *self)
{
    return self->database;
}

gboolean
upstand_store_is_read_only (UpstandStore *self)
{
    return upstand_database_is_read_only (self->database);
}

void
upstand_store_set_post (UpstandStore *self, const char *post)
{
    g_free (self->post);
    self->post = g_strdup (post ? post : "");
}

const char *
upstand_store_get_post (UpstandStore *self)
{
    return self->post;
}

static void
send_changed (UpstandStore *self, const char *table)
{
    g_signal_emit (self, signals[CHANGED], g_quark_from_string (table), table);
}

void
upstand_store_poll (UpstandStore *self)
{
    g_return_if_fail (UPSTAND_IS_STORE (self));
    gint64 version = upstand_database_get_data_version (self->database);
    if (version == self->data_version)
        return;
    self->data_version = version;
    for (const UpstandRecordType *const *type = upstand_registry_types (); *type; type++)
        send_changed (self, (*type)->name);
    send_changed (self, "batch");
}

/* 41 bits of milliseconds since 2020, 22 bits of chance; counted on when asked within one. */
gint64
upstand_store_make_id (UpstandStore *self)
{
    gint64 since = g_get_real_time () / 1000 - G_GINT64_CONSTANT (1577836800000);
    gint64 id = (since << 22) | (g_random_int () & 0x3fffff);
    self->last_id = MAX (id & G_MAXINT64, self->last_id + 1);
    return self->last_id;
}

gboolean
upstand_store_is_fresh (UpstandStore *self, gint64 id)
{
    return id > self->batch;
}

gboolean
upstand_store_begin (UpstandStore *self, const char *title, GError **error)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (self) && !self->batch, FALSE);
    if (upstand_store_is_read_only (self)) {
        g_set_error_literal (error, UPSTAND_ERROR, UPSTAND_ERROR_READ_ONLY,
            _ ("This plan is open for reading only."));
        return FALSE;
    }
    if (!upstand_database_begin (self->database, error))
        return FALSE;
    self->batch = upstand_store_make_id (self);
    self->title = g_strdup (title);
    self->kind = "do";
    self->undoes = 0;
    self->is_written = FALSE;
    self->has_new = FALSE;
    g_hash_table_remove_all (self->touched);
    return TRUE;
}

gboolean
upstand_store_is_in_batch (UpstandStore *self)
{
    return self->batch != 0;
}

void
upstand_store_fix_batch (UpstandStore *self)
{
    g_return_if_fail (self->batch && !self->is_written);
    self->kind = "fixed";
}

static void
close_batch (UpstandStore *self)
{
    self->batch = 0;
    g_clear_pointer (&self->title, g_free);
}

gboolean
upstand_store_commit (UpstandStore *self, GError **error)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (self) && self->batch, FALSE);
    if ((self->has_new && !upstand_search_add_newer (self->database, self->batch, error)) ||
        !upstand_database_commit (self->database, error)) {
        upstand_store_rollback (self);
        return FALSE;
    }
    gboolean changed = self->is_written;
    if (changed)
        self->last_batch = self->batch;
    close_batch (self);
    if (!changed)
        return TRUE;
    g_autofree char **tables = (char **)g_hash_table_get_keys_as_array (self->touched, NULL);
    g_auto (GStrv) copy = g_strdupv (tables);
    for (guint i = 0; copy[i]; i++)
        send_changed (self, copy[i]);
    send_changed (self, "batch");
    return TRUE;
}

void
upstand_store_rollback (UpstandStore *self)
{
    upstand_database_rollback (self->database);
    close_batch (self);
}

gboolean
upstand_store_log (UpstandStore *self, const char *table, gint64 row_id, const char *verb,
    const char *before, const char *after, GError **error)
{
    g_assert (self->batch);
    if (!self->is_written) {
        g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
        g_autofree char *made = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
        if (!upstand_database_execute (self->database, error,
                "INSERT INTO batch (id, made, login, post, kind, title, undoes)"
                " VALUES ($1, $2, $3, $4, $5, $6, NULLIF($7, 0))",
                "ittttti", self->batch, made, self->login, self->post, self->kind, self->title,
                self->undoes))
            return FALSE;
        self->is_written = TRUE;
    }
    if (!g_hash_table_contains (self->touched, table))
        g_hash_table_add (self->touched, g_strdup (table));
    return upstand_history_write (self->database, upstand_store_make_id (self), self->batch, table,
        row_id, verb, before, after, error);
}

gpointer
upstand_store_get (UpstandStore *self, const UpstandRecordType *type, gint64 id, GError **error)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (self), NULL);
    g_autoptr (GPtrArray) one = g_ptr_array_new_with_free_func (g_object_unref);
    {
        g_autoptr (UpstandQuery) query = upstand_database_query (
            self->database, error, upstand_store_get_statements (self, type)->get, "i", id);
        g_autoptr (GError) local = NULL;
        if (!query)
            return NULL;
        if (!upstand_query_step (query, &local)) {
            if (local)
                g_propagate_error (error, g_steal_pointer (&local));
            else
                g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND,
                    _ ("%s: this entry is no longer there."), gettext (type->singular));
            return NULL;
        }
        g_ptr_array_add (one, upstand_list_query_read (type, query));
    }
    if (!upstand_list_query_read_links (type, self->database, one, error))
        return NULL;
    return g_ptr_array_steal_index (one, 0);
}

GPtrArray *
upstand_store_list (UpstandStore *self, const UpstandListQuery *query, guint most, GError **error)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (self), NULL);
    return upstand_list_query_run (query, self->database, most, error);
}

gint64
upstand_store_count (UpstandStore *self, const UpstandListQuery *query, GError **error)
{
    g_autoptr (UpstandQuery) row =
        upstand_list_query_prepare (query, self->database, "COUNT(*)", 0, error);
    if (!row || !upstand_query_step (row, error))
        return -1;
    return upstand_query_number (row, 0);
}

GStrv
upstand_store_list_values (
    UpstandStore *self, const UpstandRecordType *type, const char *field, guint most)
{
    g_return_val_if_fail (upstand_record_type_find_field (type, field), NULL);
    g_autoptr (GStrvBuilder) values = g_strv_builder_new ();
    g_autofree char *sql = g_strdup_printf (
        "SELECT %s FROM %s WHERE %s IS NOT NULL GROUP BY %s ORDER BY COUNT(*) DESC, %s LIMIT $1",
        field, type->name, field, field, field);
    g_autoptr (UpstandQuery) query =
        upstand_database_query (self->database, NULL, sql, "i", (gint64)most);
    while (query && upstand_query_step (query, NULL))
        g_strv_builder_add (values, upstand_query_text (query, 0));
    return g_strv_builder_end (values);
}

/* Settings --------------------------------------------------------------------------------- */

gint64
upstand_store_get_last_batch (UpstandStore *self)
{
    return self->last_batch;
}

static UpstandSetting *
find_setting (UpstandStore *self, const char *name)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_setting_type);
    upstand_list_query_where (query, "name", UPSTAND_IS, (const char *[]){ name, NULL });
    g_autoptr (GPtrArray) found = upstand_store_list (self, query, 1, NULL);
    return found && found->len ? g_ptr_array_steal_index (found, 0) : NULL;
}

char *
upstand_store_get_setting (UpstandStore *self, const char *name)
{
    g_autoptr (UpstandSetting) setting = find_setting (self, name);
    return setting ? g_strdup (setting->value) : NULL;
}

gboolean
upstand_store_set_setting (UpstandStore *self, const char *name, const char *value, GError **error)
{
    g_autoptr (UpstandSetting) setting = find_setting (self, name);
    if (!setting) {
        setting = upstand_record_new (&upstand_setting_type);
        setting->name = g_strdup (name);
    }
    g_free (setting->value);
    setting->value = value && *value ? g_strdup (value) : NULL;
    return upstand_store_save (self, setting, error);
}
