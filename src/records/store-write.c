/* SPDX-License-Identifier: MIT */
#include "records/store-private.h"

#include <glib/gi18n-lib.h>

#include "database/search.h"
#include "records/history.h"
#include "records/kinds.h"
#include "records/registry.h"

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
        g_autoptr (UpstandQuery) query = upstand_database_query (self->database, error,
            upstand_store_get_statements (self, type)->insert, "ii", id, (gint64)1);
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
            upstand_store_get_statements (self, type)->update, "ii", record->id, record->version);
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
        const char *kind = gettext (upstand_record_get_record_type (holder)->label);
        g_set_error (&work->error, UPSTAND_ERROR, UPSTAND_ERROR_REFUSED,
            _ ("It is still needed by “%s”."), *title ? title : kind);
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
