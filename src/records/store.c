/* SPDX-License-Identifier: MIT */
#include "records/store-private.h"

#include <glib/gi18n-lib.h>

#include "database/search.h"
#include "records/history.h"
#include "records/kinds.h"
#include "records/registry.h"
#include "records/setting.h"

G_DEFINE_FINAL_TYPE (UpstandStore, upstand_store, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* The statements that follow from a type's fields. */
typedef struct {
    char *get;
    char *insert;
    char *update;
} Statements;

static void
statements_free (Statements *statements)
{
    g_free (statements->get);
    g_free (statements->insert);
    g_free (statements->update);
    g_free (statements);
}

static const Statements *
statements_for (UpstandStore *self, const UpstandRecordType *type)
{
    Statements *statements = g_hash_table_lookup (self->statements, type);
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
    statements = g_new (Statements, 1);
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
            self->database, error, statements_for (self, type)->get, "i", id);
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

/* Saving ----------------------------------------------------------------------------------- */

static void
bind_fields (UpstandQuery *query, UpstandRecord *record, const UpstandRecordType *type)
{
    int n = 3;
    for (guint i = 0; i < type->n_fields; i++) {
        const UpstandField *field = &type->fields[i];
        if (field->kind != UPSTAND_KIND_LINKS)
            upstand_kind (field->kind)
                ->bind (G_STRUCT_MEMBER_P (record, field->offset), field, query, n++);
    }
}

static gboolean
log_link (UpstandStore *self, const UpstandLinkType *links, gint64 link_id, const char *verb,
    gint64 left, gint64 right, GError **error)
{
    g_autoptr (GString) json = g_string_new (NULL);
    g_autofree char *left_text = g_strdup_printf ("%" G_GINT64_FORMAT, left);
    g_autofree char *right_text = g_strdup_printf ("%" G_GINT64_FORMAT, right);
    upstand_history_append_field (json, links->left, left_text);
    upstand_history_append_field (json, links->right, right_text);
    g_string_append_c (json, '}');
    gboolean insert = strcmp (verb, "insert") == 0;
    return upstand_store_log (self, links->table, link_id, verb, insert ? NULL : json->str,
        insert ? json->str : NULL, error);
}

static gboolean
insert_link (
    UpstandStore *self, const UpstandLinkType *links, gint64 left, gint64 right, GError **error)
{
    g_autofree char *sql =
        g_strdup_printf ("INSERT INTO %s (id, version, %s, %s) VALUES ($1, 1, $2, $3)",
            links->table, links->left, links->right);
    gint64 id = upstand_store_make_id (self);
    return upstand_database_execute (self->database, error, sql, "iii", id, left, right) &&
           log_link (self, links, id, "insert", left, right, error);
}

static gboolean
delete_links (UpstandStore *self, const UpstandLinkType *links, const char *where, gint64 left,
    gint64 right, GError **error)
{
    g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE %s RETURNING id, %s, %s",
        links->table, where, links->left, links->right);
    g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (gint64));
    {
        g_autoptr (UpstandQuery) query =
            upstand_database_query (self->database, error, sql, right ? "ii" : "i", left, right);
        g_autoptr (GError) local = NULL;
        if (!query)
            return FALSE;
        while (upstand_query_step (query, &local))
            for (int column = 0; column < 3; column++) {
                gint64 number = upstand_query_number (query, column);
                g_array_append_val (gone, number);
            }
        if (local) {
            g_propagate_error (error, g_steal_pointer (&local));
            return FALSE;
        }
    }
    for (guint i = 0; i < gone->len; i += 3)
        if (!log_link (self, links, g_array_index (gone, gint64, i), "delete",
                g_array_index (gone, gint64, i + 1), g_array_index (gone, gint64, i + 2), error))
            return FALSE;
    return TRUE;
}

static gboolean
save_links (UpstandStore *self, UpstandRecord *record, UpstandRecord *original,
    const UpstandField *field, GError **error)
{
    const GArray *now = G_STRUCT_MEMBER (GArray *, record, field->offset);
    const GArray *was = original ? G_STRUCT_MEMBER (GArray *, original, field->offset) : NULL;
    g_autofree char *where =
        g_strdup_printf ("%s = $1 AND %s = $2", field->links->left, field->links->right);
    for (guint i = 0; was && i < was->len; i++) {
        gint64 id = g_array_index (was, gint64, i);
        if (!upstand_ids_contain (now, id) &&
            !delete_links (self, field->links, where, record->id, id, error))
            return FALSE;
    }
    for (guint i = 0; now && i < now->len; i++) {
        gint64 id = g_array_index (now, gint64, i);
        if (!upstand_ids_contain (was, id) &&
            !insert_link (self, field->links, record->id, id, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
insert (UpstandStore *self, UpstandRecord *record, const UpstandRecordType *type, GError **error)
{
    gint64 id = upstand_store_make_id (self);
    {
        g_autoptr (UpstandQuery) query = upstand_database_query (
            self->database, error, statements_for (self, type)->insert, "ii", id, (gint64)1);
        g_autoptr (GError) local = NULL;
        if (!query)
            return FALSE;
        bind_fields (query, record, type);
        upstand_query_step (query, &local);
        if (local) {
            g_propagate_error (error, g_steal_pointer (&local));
            return FALSE;
        }
    }
    g_autoptr (GString) after = g_string_new (NULL);
    for (guint i = 0; i < type->n_fields; i++) {
        const UpstandField *field = &type->fields[i];
        if (field->kind == UPSTAND_KIND_LINKS)
            continue;
        g_autofree char *text = upstand_record_get_text (record, field);
        if (text)
            upstand_history_append_field (after, field->name, text);
    }
    g_string_append (after, after->len ? "}" : "{}");
    record->id = id;
    record->version = 1;
    self->has_new = TRUE;
    return upstand_store_log (self, type->name, id, "insert", NULL, after->str, error);
}

static gboolean
set_stale (const UpstandRecordType *type, GError **error)
{
    g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_STALE,
        _ ("%s: somebody else saved this entry in the meantime."), gettext (type->singular));
    return FALSE;
}

/* Compares the copy with the row; @before and @after are empty when no column differs. */
static gboolean
compare (UpstandRecord *record, UpstandRecord *original, const UpstandRecordType *type,
    GString *before, GString *after, gboolean *searched, gboolean *linked, GError **error)
{
    for (guint i = 0; i < type->n_fields; i++) {
        const UpstandField *field = &type->fields[i];
        if (upstand_record_same (record, original, field))
            continue;
        if (field->kind == UPSTAND_KIND_LINKS) {
            *linked = TRUE;
            continue;
        }
        if (field->flags & (UPSTAND_FIELD_LASTING | UPSTAND_FIELD_FIXED)) {
            g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_REFUSED,
                _ ("%s: “%s” stays as it was saved."), gettext (type->singular),
                gettext (field->label));
            return FALSE;
        }
        g_autofree char *was = upstand_record_get_text (original, field);
        g_autofree char *now = upstand_record_get_text (record, field);
        upstand_history_append_field (before, field->name, was);
        upstand_history_append_field (after, field->name, now);
        *searched |= (field->flags & UPSTAND_FIELD_SEARCHED) != 0;
    }
    return TRUE;
}

static gboolean
update (UpstandStore *self, UpstandRecord *record, UpstandRecord *original,
    const UpstandRecordType *type, GError **error)
{
    g_autoptr (GString) before = g_string_new (NULL);
    g_autoptr (GString) after = g_string_new (NULL);
    gboolean searched = FALSE, linked = FALSE;
    if (!compare (record, original, type, before, after, &searched, &linked, error))
        return FALSE;
    if (before->len == 0 && !linked)
        return TRUE;
    gboolean indexed = searched && !upstand_store_is_fresh (self, record->id);
    if (indexed && !upstand_search_forget (self->database, type->name, record->id, error))
        return FALSE;
    {
        g_autoptr (UpstandQuery) query = upstand_database_query (self->database, error,
            statements_for (self, type)->update, "ii", record->id, record->version);
        g_autoptr (GError) local = NULL;
        if (!query)
            return FALSE;
        bind_fields (query, record, type);
        if (!upstand_query_step (query, &local)) {
            if (!local)
                return set_stale (type, error);
            g_propagate_error (error, g_steal_pointer (&local));
            return FALSE;
        }
        record->version = upstand_query_number (query, 0);
    }
    if (indexed && !upstand_search_add (self->database, type->name, record->id, error))
        return FALSE;
    if (before->len == 0) /* only links: the row's version still says that somebody saved */
        return TRUE;
    g_string_append_c (before, '}');
    g_string_append_c (after, '}');
    return upstand_store_log (
        self, type->name, record->id, "update", before->str, after->str, error);
}

static gboolean
save_in_batch (UpstandStore *self, UpstandRecord *record, GError **error)
{
    const UpstandRecordType *type = upstand_record_get_record_type (record);
    g_autoptr (UpstandRecord) original = NULL;
    gint64 version = record->version;
    if (record->id) {
        g_autoptr (GError) local = NULL;
        original = upstand_store_get (self, type, record->id, &local);
        if (!original && g_error_matches (local, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND))
            return set_stale (type, error);
        if (local) {
            g_propagate_error (error, g_steal_pointer (&local));
            return FALSE;
        }
        if (original->version != version)
            return set_stale (type, error);
    }
    gboolean done = original ? update (self, record, original, type, error)
                             : insert (self, record, type, error);
    for (guint i = 0; done && i < type->n_fields; i++)
        if (type->fields[i].kind == UPSTAND_KIND_LINKS)
            done = save_links (self, record, original, &type->fields[i], error);
    if (!done) {
        record->id = original ? original->id : 0;
        record->version = version;
    }
    return done;
}

static char *
title_for (UpstandRecord *record, const char *format)
{
    g_autofree char *title = upstand_record_get_title (record);
    /* A title may be a whole paragraph. */
    if (g_utf8_strlen (title, -1) > 60) {
        g_autofree char *head = g_utf8_substring (title, 0, 60);
        g_free (title);
        title = g_strconcat (head, "…", NULL);
    }
    g_strdelimit (title, "\n", ' ');
    const UpstandRecordType *type = upstand_record_get_record_type (record);
    GString *text = g_string_new (format);
    g_string_replace (text, "{kind}", gettext (type->singular), 1);
    g_string_replace (text, "{title}", title, 1);
    return g_string_free (text, FALSE);
}

gboolean
upstand_store_save (UpstandStore *self, gpointer record, GError **error)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (self) && UPSTAND_IS_RECORD (record), FALSE);
    g_autoptr (UpstandProblems) problems = upstand_record_check (record);
    if (upstand_problems_count (problems) > 0) {
        g_set_error_literal (
            error, UPSTAND_ERROR, UPSTAND_ERROR_INVALID, upstand_problems_first (problems, NULL));
        return FALSE;
    }
    if (self->batch)
        return save_in_batch (self, record, error);
    /* Translators: {kind} is "Activity" or the like, {title} what it is called. */
    g_autofree char *title = title_for (record,
        UPSTAND_RECORD (record)->id ? _ ("{kind} changed: {title}") : _ ("{kind} added: {title}"));
    if (!upstand_store_begin (self, title, error))
        return FALSE;
    gint64 id = UPSTAND_RECORD (record)->id, version = UPSTAND_RECORD (record)->version;
    if (save_in_batch (self, record, error)) {
        if (upstand_store_commit (self, error))
            return TRUE;
        UPSTAND_RECORD (record)->id = id;
        UPSTAND_RECORD (record)->version = version;
        return FALSE;
    }
    upstand_store_rollback (self);
    return FALSE;
}

/* Deleting --------------------------------------------------------------------------------- */

typedef struct {
    UpstandStore *store;
    gint64 id;
    GError *error;
} Deletion;

static gboolean delete_in_batch (UpstandStore *self, UpstandRecord *record, GError **error);

static gboolean
release_holder (Deletion *work, UpstandRecord *holder, const UpstandField *field)
{
    if (field->flags & UPSTAND_FIELD_OWNED)
        return delete_in_batch (work->store, holder, &work->error);
    if (field->flags & UPSTAND_FIELD_REQUIRED) {
        g_autofree char *title = upstand_record_get_title (holder);
        g_set_error (&work->error, UPSTAND_ERROR, UPSTAND_ERROR_REFUSED,
            _ ("It is still needed by “%s”."), title);
        return FALSE;
    }
    g_autoptr (UpstandRecord) copy = upstand_record_copy (holder);
    return upstand_record_set_text (copy, field, NULL, &work->error) &&
           save_in_batch (work->store, copy, &work->error);
}

static void
release_reference (const UpstandRecordType *holder, const UpstandField *field, gpointer user_data)
{
    Deletion *work = user_data;
    if (work->error)
        return;
    if (field->kind == UPSTAND_KIND_LINKS) {
        g_autofree char *where = g_strdup_printf ("%s = $1", field->links->right);
        delete_links (work->store, field->links, where, work->id, 0, &work->error);
        return;
    }
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (holder);
    upstand_list_query_where_id (query, field->name, UPSTAND_IS, work->id);
    g_autoptr (GPtrArray) holders = upstand_store_list (work->store, query, 0, &work->error);
    for (guint i = 0; holders && i < holders->len; i++)
        if (!release_holder (work, g_ptr_array_index (holders, i), field))
            return;
}

static gboolean
delete_in_batch (UpstandStore *self, UpstandRecord *record, GError **error)
{
    const UpstandRecordType *type = upstand_record_get_record_type (record);
    Deletion work = { self, record->id, NULL };
    upstand_registry_foreach_reference (type, release_reference, &work);
    for (guint i = 0; i < type->n_fields && !work.error; i++) {
        const UpstandLinkType *links = type->fields[i].links;
        g_autofree char *where = links ? g_strdup_printf ("%s = $1", links->left) : NULL;
        if (links)
            delete_links (self, links, where, record->id, 0, &work.error);
    }
    if (work.error) {
        g_propagate_error (error, work.error);
        return FALSE;
    }
    g_autoptr (GString) before = g_string_new (NULL);
    for (guint i = 0; i < type->n_fields; i++) {
        const UpstandField *field = &type->fields[i];
        if (field->kind == UPSTAND_KIND_LINKS)
            continue;
        g_autofree char *text = upstand_record_get_text (record, field);
        if (text)
            upstand_history_append_field (before, field->name, text);
    }
    g_string_append (before, before->len ? "}" : "{}");
    if (!upstand_store_is_fresh (self, record->id) &&
        !upstand_search_forget (self->database, type->name, record->id, error))
        return FALSE;
    g_autofree char *sql =
        g_strdup_printf ("DELETE FROM %s WHERE id = $1 AND version = $2", type->name);
    if (!upstand_database_execute (self->database, error, sql, "ii", record->id, record->version))
        return FALSE;
    if (upstand_database_count_changed (self->database) == 0)
        return set_stale (type, error);
    return upstand_store_log (self, type->name, record->id, "delete", before->str, NULL, error);
}

gboolean
upstand_store_delete (UpstandStore *self, gpointer record, GError **error)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (self) && UPSTAND_IS_RECORD (record), FALSE);
    const UpstandRecordType *type = upstand_record_get_record_type (record);
    if (type->flags & UPSTAND_RECORD_RETRACTED_ONLY) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_REFUSED,
            _ ("%s: this is kept for good; it can only be retracted."), gettext (type->singular));
        return FALSE;
    }
    if (self->batch)
        return delete_in_batch (self, record, error);
    g_autofree char *title = title_for (record, _ ("{kind} deleted: {title}"));
    if (!upstand_store_begin (self, title, error))
        return FALSE;
    if (delete_in_batch (self, record, error))
        return upstand_store_commit (self, error);
    upstand_store_rollback (self);
    return FALSE;
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
