/* SPDX-License-Identifier: MIT */
#pragma once

#include "database/error.h"

G_BEGIN_DECLS

/**
 * UpstandDatabase:
 *
 * One connection to one plan file, used by one thread at a time. Work in a thread opens its own
 * from upstand_database_get_path(). Nothing above this folder names the engine; everything written
 * above it is the subset of SQL that PostgreSQL understands too.
 */
typedef struct _UpstandDatabase UpstandDatabase;

/** A prepared statement, bound and being stepped through. Freeing returns it to the cache. */
typedef struct _UpstandQuery UpstandQuery;

typedef enum {
    UPSTAND_DATABASE_CREATE, /* a new file: refused with ERROR_EXISTS when there is one */
    UPSTAND_DATABASE_WRITE, /* an existing plan; brought up to the newest schema */
    UPSTAND_DATABASE_READ_ONLY, /* an existing plan, never written, not even beside it */
} UpstandDatabaseMode;

/**
 * Opens a plan: checks that it is one, sets the engine up and, in the two writing modes, applies
 * the migrations that are missing, after a backup file beside the plan.
 *
 * @path: the file, or ":memory:".
 *
 * Returns: the connection, or NULL with UPSTAND_ERROR_NOT_A_PLAN, _DAMAGED, _NEWER, _READ_ONLY,
 * _BUSY, _FULL, _EXISTS or _NOT_FOUND.
 */
UpstandDatabase *upstand_database_open (const char *path, UpstandDatabaseMode mode, GError **error);

/**
 * Another connection to the same plan, for a thread: no check, no migration of the file. Read-only,
 * a plan of an earlier schema is a copy in memory that was brought up to date, as from
 * upstand_database_open(): it does not notice what others save meanwhile.
 */
UpstandDatabase *upstand_database_open_again (
    const char *path, UpstandDatabaseMode mode, GError **error);

/** A private copy in memory, at the same schema, to try things on. */
UpstandDatabase *upstand_database_copy_to_memory (UpstandDatabase *database, GError **error);

void upstand_database_close (UpstandDatabase *database);

const char *upstand_database_get_path (UpstandDatabase *database);
gboolean upstand_database_is_read_only (UpstandDatabase *database);

/** Rises whenever another connection has committed since this one last asked. */
gint64 upstand_database_get_data_version (UpstandDatabase *database);

/**
 * Prepares (or takes from the cache) and binds a statement.
 *
 * @types: one letter for each value: 'i' gint64, 'd' double, 't' const char * (NULL is NULL). Text
 * is copied. Parameters are written $1, $2 ... in @sql.
 *
 * Returns: (transfer full): the query, or NULL with @error set.
 */
UpstandQuery *upstand_database_query (
    UpstandDatabase *database, GError **error, const char *sql, const char *types, ...);

/** Runs a statement to its end, throwing rows away. */
gboolean upstand_database_execute (
    UpstandDatabase *database, GError **error, const char *sql, const char *types, ...);

/** The first column of the first row, or @fallback when there is no row or it is NULL. */
gint64 upstand_database_number (UpstandDatabase *database, gint64 fallback, GError **error,
    const char *sql, const char *types, ...);

/** The same as text, to be freed; NULL when there is no row. */
char *upstand_database_text (
    UpstandDatabase *database, GError **error, const char *sql, const char *types, ...);

/** Runs several statements without parameters, separated by semicolons. */
gboolean upstand_database_script (UpstandDatabase *database, const char *sql, GError **error);

/** How many rows the last INSERT, UPDATE or DELETE touched. */
gint64 upstand_database_count_changed (UpstandDatabase *database);

/**
 * Transactions do not nest: begin once, then commit or roll back. begin takes the write lock at
 * once, so that a later statement cannot find it taken.
 */
gboolean upstand_database_begin (UpstandDatabase *database, GError **error);
gboolean upstand_database_commit (UpstandDatabase *database, GError **error);
void upstand_database_rollback (UpstandDatabase *database);
gboolean upstand_database_in_transaction (UpstandDatabase *database);

/** Stops the statement that runs on this connection; safe from any thread. */
void upstand_database_interrupt (UpstandDatabase *database);

/** The next row. FALSE at the end and on failure; tell them apart by @error. */
gboolean upstand_query_step (UpstandQuery *query, GError **error);

/** Parameters bound one at a time, for statements built from descriptors; @index from 1. */
void upstand_query_bind_number (UpstandQuery *query, int index, gint64 value);
void upstand_query_bind_text (UpstandQuery *query, int index, const char *value);

/** Starts the same statement again with its bindings kept. */
void upstand_query_reset (UpstandQuery *query);

gint64 upstand_query_number (UpstandQuery *query, int column);
double upstand_query_double (UpstandQuery *query, int column);
gboolean upstand_query_is_null (UpstandQuery *query, int column);

/** Valid until the next step; NULL for NULL. */
const char *upstand_query_text (UpstandQuery *query, int column);
void upstand_query_free (UpstandQuery *query);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandDatabase, upstand_database_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandQuery, upstand_query_free)

G_END_DECLS
