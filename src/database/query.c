/* SPDX-License-Identifier: MIT */
#include "database/database-private.h"

#include <stdarg.h>

/* Statements kept ready for each connection; more than any page uses. */
#define MOST_IDLE 96

struct _UpstandQuery {
    UpstandDatabase *database;
    sqlite3_stmt *statement;
    char *sql;
    int n_parameters;
    gboolean at_end; /* the engine would begin again */
    int *places; /* $n, counted from 1, to the engine's own number; 0 where it is not used */
};

static void
query_destroy (UpstandQuery *query)
{
    sqlite3_finalize (query->statement);
    g_free (query->places);
    g_free (query->sql);
    g_free (query);
}

static UpstandQuery *
query_prepare (UpstandDatabase *database, const char *sql, GError **error)
{
    gpointer key, kept;
    if (g_hash_table_steal_extended (database->idle, sql, &key, &kept))
        return kept;

    sqlite3_stmt *statement = NULL;
    int code =
        sqlite3_prepare_v3 (database->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
    if (code != SQLITE_OK) {
        upstand_database_translate (database->handle, code, database->path, error);
        return NULL;
    }
    UpstandQuery *query = g_new0 (UpstandQuery, 1);
    query->database = database;
    query->statement = statement;
    query->sql = g_strdup (sql);
    query->n_parameters = sqlite3_bind_parameter_count (statement);
    query->places = g_new0 (int, query->n_parameters + 1);
    /* SQLite takes "$1" for a name and numbers names by first appearance. */
    for (int place = 1; place <= query->n_parameters; place++) {
        const char *name = sqlite3_bind_parameter_name (statement, place);
        int number = name ? atoi (name + 1) : place;
        if (number >= 1 && number <= query->n_parameters)
            query->places[number] = place;
    }
    return query;
}

static int
query_place (UpstandQuery *query, int index)
{
    g_assert (index >= 1 && index <= query->n_parameters && query->places[index] > 0);
    return query->places[index];
}

static UpstandQuery *
query_new (
    UpstandDatabase *database, GError **error, const char *sql, const char *types, va_list values)
{
    UpstandQuery *query = query_prepare (database, sql, error);
    if (!query)
        return NULL;
    for (int i = 0; types && types[i]; i++) {
        switch (types[i]) {
        case 'i': upstand_query_bind_number (query, i + 1, va_arg (values, gint64)); break;
        case 'd':
            sqlite3_bind_double (
                query->statement, query_place (query, i + 1), va_arg (values, double));
            break;
        case 't': upstand_query_bind_text (query, i + 1, va_arg (values, const char *)); break;
        default: g_assert_not_reached ();
        }
    }
    return query;
}

UpstandQuery *
upstand_database_query (
    UpstandDatabase *database, GError **error, const char *sql, const char *types, ...)
{
    g_return_val_if_fail (database && sql, NULL);
    va_list values;
    va_start (values, types);
    UpstandQuery *query = query_new (database, error, sql, types, values);
    va_end (values);
    return query;
}

gboolean
upstand_database_execute (
    UpstandDatabase *database, GError **error, const char *sql, const char *types, ...)
{
    va_list values;
    va_start (values, types);
    g_autoptr (UpstandQuery) query = query_new (database, error, sql, types, values);
    va_end (values);
    if (!query)
        return FALSE;
    g_autoptr (GError) local = NULL;
    while (upstand_query_step (query, &local))
        ;
    if (local)
        g_propagate_error (error, g_steal_pointer (&local));
    return local == NULL && (!error || !*error);
}

gint64
upstand_database_number (UpstandDatabase *database, gint64 fallback, GError **error,
    const char *sql, const char *types, ...)
{
    va_list values;
    va_start (values, types);
    g_autoptr (UpstandQuery) query = query_new (database, error, sql, types, values);
    va_end (values);
    if (!query || !upstand_query_step (query, error) || upstand_query_is_null (query, 0))
        return fallback;
    return upstand_query_number (query, 0);
}

char *
upstand_database_text (
    UpstandDatabase *database, GError **error, const char *sql, const char *types, ...)
{
    va_list values;
    va_start (values, types);
    g_autoptr (UpstandQuery) query = query_new (database, error, sql, types, values);
    va_end (values);
    if (!query || !upstand_query_step (query, error))
        return NULL;
    return g_strdup (upstand_query_text (query, 0));
}

gboolean
upstand_query_step (UpstandQuery *query, GError **error)
{
    if (query->at_end)
        return FALSE;
    int code = sqlite3_step (query->statement);
    if (code == SQLITE_ROW)
        return TRUE;
    query->at_end = TRUE;
    if (code != SQLITE_DONE)
        upstand_database_translate (query->database->handle, code, query->database->path, error);
    return FALSE;
}

void
upstand_query_bind_number (UpstandQuery *query, int index, gint64 value)
{
    sqlite3_bind_int64 (query->statement, query_place (query, index), value);
}

void
upstand_query_bind_text (UpstandQuery *query, int index, const char *value)
{
    sqlite3_bind_text (query->statement, query_place (query, index), value, -1, SQLITE_TRANSIENT);
}

void
upstand_query_reset (UpstandQuery *query)
{
    sqlite3_reset (query->statement);
    query->at_end = FALSE;
}

gint64
upstand_query_number (UpstandQuery *query, int column)
{
    return sqlite3_column_int64 (query->statement, column);
}

double
upstand_query_double (UpstandQuery *query, int column)
{
    return sqlite3_column_double (query->statement, column);
}

gboolean
upstand_query_is_null (UpstandQuery *query, int column)
{
    return sqlite3_column_type (query->statement, column) == SQLITE_NULL;
}

const char *
upstand_query_text (UpstandQuery *query, int column)
{
    return (const char *)sqlite3_column_text (query->statement, column);
}

void
upstand_query_free (UpstandQuery *query)
{
    if (!query)
        return;
    GHashTable *idle = query->database->idle;
    upstand_query_reset (query);
    sqlite3_clear_bindings (query->statement);
    if (g_hash_table_contains (idle, query->sql)) {
        query_destroy (query);
        return;
    }
    if (g_hash_table_size (idle) >= MOST_IDLE)
        g_hash_table_remove_all (idle);
    g_hash_table_insert (idle, query->sql, query);
}

void
upstand_database_forget_queries (UpstandDatabase *database)
{
    g_clear_pointer (&database->idle, g_hash_table_unref);
    database->idle =
        g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)query_destroy);
}
