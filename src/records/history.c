/* SPDX-License-Identifier: MIT */
#include "records/history.h"

#include <json-glib/json-glib.h>

static void
field_change_free (UpstandFieldChange *change)
{
    g_free (change->field);
    g_free (change->before);
    g_free (change->after);
    g_free (change);
}

void
upstand_batch_free (UpstandBatch *batch)
{
    g_free (batch->made);
    g_free (batch->login);
    g_free (batch->post);
    g_free (batch->kind);
    g_free (batch->title);
    g_free (batch);
}

void
upstand_change_free (UpstandChange *change)
{
    g_free (change->table);
    g_free (change->verb);
    g_ptr_array_unref (change->fields);
    g_free (change);
}

GPtrArray *
upstand_history_list (
    UpstandDatabase *database, UpstandDay since, gint64 before, guint most, GError **error)
{
    g_autofree char *first = upstand_date_to_iso (since);
    g_autoptr (UpstandQuery) query = upstand_database_query (database, error,
        "SELECT b.id, b.made, b.login, b.post, b.kind, b.title, b.undoes,"
        " (SELECT MAX(u.id) FROM batch u WHERE u.undoes = b.id),"
        " (SELECT COUNT(*) FROM change c WHERE c.batch_id = b.id)"
        " FROM batch b WHERE b.made >= $1 AND b.id < $2 ORDER BY b.id DESC LIMIT $3",
        "tii", first ? first : "", before ? before : G_MAXINT64, (gint64)(most ? most : G_MAXINT));
    if (!query)
        return NULL;
    g_autoptr (GPtrArray) batches =
        g_ptr_array_new_with_free_func ((GDestroyNotify)upstand_batch_free);
    g_autoptr (GError) local = NULL;
    while (upstand_query_step (query, &local)) {
        UpstandBatch *batch = g_new0 (UpstandBatch, 1);
        batch->id = upstand_query_number (query, 0);
        batch->made = g_strdup (upstand_query_text (query, 1));
        batch->login = g_strdup (upstand_query_text (query, 2));
        batch->post = g_strdup (upstand_query_text (query, 3));
        batch->kind = g_strdup (upstand_query_text (query, 4));
        batch->title = g_strdup (upstand_query_text (query, 5));
        batch->undoes = upstand_query_number (query, 6);
        batch->undone = upstand_query_number (query, 7);
        batch->n_changes = upstand_query_number (query, 8);
        g_ptr_array_add (batches, batch);
    }
    if (local) {
        g_propagate_error (error, g_steal_pointer (&local));
        return NULL;
    }
    return g_steal_pointer (&batches);
}

gboolean
upstand_history_parse (const char *json, gboolean after, GPtrArray *fields)
{
    if (!json)
        return TRUE;
    g_autoptr (JsonNode) root = json_from_string (json, NULL);
    if (!root || !JSON_NODE_HOLDS_OBJECT (root))
        return FALSE;
    JsonObjectIter iter;
    const char *name;
    JsonNode *node;
    json_object_iter_init_ordered (&iter, json_node_get_object (root));
    while (json_object_iter_next_ordered (&iter, &name, &node)) {
        gboolean is_text =
            JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
        if (!is_text && !JSON_NODE_HOLDS_NULL (node))
            return FALSE;
        UpstandFieldChange *change = NULL;
        for (guint i = 0; i < fields->len && !change; i++) {
            UpstandFieldChange *known = g_ptr_array_index (fields, i);
            if (strcmp (known->field, name) == 0)
                change = known;
        }
        if (!change) {
            change = g_new0 (UpstandFieldChange, 1);
            change->field = g_strdup (name);
            g_ptr_array_add (fields, change);
        }
        char **side = after ? &change->after : &change->before;
        g_free (*side);
        *side = is_text ? g_strdup (json_node_get_string (node)) : NULL;
    }
    return TRUE;
}

static GPtrArray *
read_changes (UpstandQuery *query, GError **error)
{
    g_autoptr (GPtrArray) changes =
        g_ptr_array_new_with_free_func ((GDestroyNotify)upstand_change_free);
    g_autoptr (GError) local = NULL;
    while (upstand_query_step (query, &local)) {
        UpstandChange *change = g_new0 (UpstandChange, 1);
        change->id = upstand_query_number (query, 0);
        change->batch_id = upstand_query_number (query, 1);
        change->table = g_strdup (upstand_query_text (query, 2));
        change->row_id = upstand_query_number (query, 3);
        change->verb = g_strdup (upstand_query_text (query, 4));
        change->fields = g_ptr_array_new_with_free_func ((GDestroyNotify)field_change_free);
        g_ptr_array_add (changes, change);
        if (!upstand_history_parse (upstand_query_text (query, 5), FALSE, change->fields) ||
            !upstand_history_parse (upstand_query_text (query, 6), TRUE, change->fields)) {
            g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_DAMAGED,
                "change %" G_GINT64_FORMAT ": not JSON", change->id);
            return NULL;
        }
    }
    if (local) {
        g_propagate_error (error, g_steal_pointer (&local));
        return NULL;
    }
    return g_steal_pointer (&changes);
}

#define CHANGE_COLUMNS "id, batch_id, table_name, row_id, verb, before, after"

GPtrArray *
upstand_history_get_changes (UpstandDatabase *database, gint64 batch_id, GError **error)
{
    g_autoptr (UpstandQuery) query = upstand_database_query (database, error,
        "SELECT " CHANGE_COLUMNS " FROM change WHERE batch_id = $1 ORDER BY id", "i", batch_id);
    return query ? read_changes (query, error) : NULL;
}

GPtrArray *
upstand_history_get_row (UpstandDatabase *database, gint64 row_id, GError **error)
{
    g_autoptr (UpstandQuery) query = upstand_database_query (database, error,
        "SELECT " CHANGE_COLUMNS " FROM change WHERE row_id = $1 ORDER BY id DESC", "i", row_id);
    return query ? read_changes (query, error) : NULL;
}

gboolean
upstand_history_write (UpstandDatabase *database, gint64 id, gint64 batch_id, const char *table,
    gint64 row_id, const char *verb, const char *before, const char *after, GError **error)
{
    return upstand_database_execute (database, error,
        "INSERT INTO change (id, batch_id, table_name, row_id, verb, before, after)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7)",
        "iitittt", id, batch_id, table, row_id, verb, before, after);
}

static void
append_string (GString *json, const char *text)
{
    g_string_append_c (json, '"');
    for (const char *p = text; *p; p++) {
        if (*p == '"' || *p == '\\')
            g_string_append_c (json, '\\');
        if ((guchar)*p < 0x20)
            g_string_append_printf (json, "\\u%04x", *p);
        else
            g_string_append_c (json, *p);
    }
    g_string_append_c (json, '"');
}

void
upstand_history_append_field (GString *json, const char *name, const char *text)
{
    g_string_append_c (json, json->len ? ',' : '{');
    append_string (json, name);
    g_string_append_c (json, ':');
    if (text)
        append_string (json, text);
    else
        g_string_append (json, "null");
}
