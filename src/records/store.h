/* SPDX-License-Identifier: MIT */
#pragma once

#include "database/database.h"
#include "records/list-query.h"
#include "records/record.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_STORE (upstand_store_get_type ())
G_DECLARE_FINAL_TYPE (UpstandStore, upstand_store, UPSTAND, STORE, GObject)

/**
 * UpstandStore:
 *
 * Records over one connection: list, get, save, delete, undo. Every change is written with its
 * history in one transaction, and no other code writes to a plan's tables.
 *
 * Signal "changed" (table name), detailed by it, after a commit: once for each table touched, and
 * once for "batch" itself, last. upstand_store_poll() sends it for what other programs have saved.
 */

/** Takes @database. @login and @post go into the history with whatever is saved. */
UpstandStore *upstand_store_new (UpstandDatabase *database, const char *login, const char *post);

UpstandDatabase *upstand_store_get_database (UpstandStore *self);
gboolean upstand_store_is_read_only (UpstandStore *self);
void upstand_store_set_post (UpstandStore *self, const char *post);
const char *upstand_store_get_post (UpstandStore *self);

/** Sends "changed" for every table when another connection has saved since. */
void upstand_store_poll (UpstandStore *self);

/**
 * The record, (transfer full), never to be changed; NULL with UPSTAND_ERROR_NOT_FOUND when there is
 * none with that id.
 */
gpointer upstand_store_get (
    UpstandStore *self, const UpstandRecordType *type, gint64 id, GError **error);

/** (transfer full) (element-type UpstandRecord): what @query asks for, at most @most (0: all). */
GPtrArray *upstand_store_list (
    UpstandStore *self, const UpstandListQuery *query, guint most, GError **error);

/** How many rows @query asks for; -1 on failure. */
gint64 upstand_store_count (UpstandStore *self, const UpstandListQuery *query, GError **error);

/** The different texts a field holds, most used first: for completion. To be g_strfreev()d. */
GStrv upstand_store_list_values (
    UpstandStore *self, const UpstandRecordType *type, const char *field, guint most);

/**
 * Opens a batch: what is saved until commit is one step of history and of undo, in one transaction.
 *
 * @title: what is being done, for the history and the undo menu: "Import of 12 activities".
 */
gboolean upstand_store_begin (UpstandStore *self, const char *title, GError **error);
gboolean upstand_store_commit (UpstandStore *self, GError **error);
void upstand_store_rollback (UpstandStore *self);

/** TRUE between begin and commit or rollback. */
gboolean upstand_store_is_in_batch (UpstandStore *self);

/** Marks the open batch as one that undo passes over: sign-offs, logs, a plan's beginning. */
void upstand_store_fix_batch (UpstandStore *self);

/**
 * Saves an edited copy or a new record: checks it, writes row, links, history and search index. In
 * an open batch the batch must be given up (upstand_store_rollback()) when this fails; without one
 * a batch is made for it.
 *
 * On success @record has its id and its new version. FALSE with UPSTAND_ERROR_INVALID,
 * UPSTAND_ERROR_STALE (somebody saved first; read it again and show both) or an engine error.
 */
gboolean upstand_store_save (UpstandStore *self, gpointer record, GError **error);

/** Deletes the record with its links and with what belongs to it alone, as one step. */
gboolean upstand_store_delete (UpstandStore *self, gpointer record, GError **error);

/**
 * Takes back the newest step that can be, across restarts. FALSE with UPSTAND_ERROR_NOT_FOUND when
 * there is none, or UPSTAND_ERROR_REFUSED when something later was built on it.
 */
gboolean upstand_store_undo (UpstandStore *self, GError **error);
gboolean upstand_store_redo (UpstandStore *self, GError **error);

/** Takes back one batch, wherever it stands in the history. */
gboolean upstand_store_undo_batch (UpstandStore *self, gint64 batch_id, GError **error);

/** What undo or redo would take back, to be freed; NULL: nothing. */
char *upstand_store_get_undo_title (UpstandStore *self);
char *upstand_store_get_redo_title (UpstandStore *self);

/** The id of the batch that was committed last through this store; 0: none. */
gint64 upstand_store_get_last_batch (UpstandStore *self);

/** A setting of the plan, to be freed; NULL when it is not set. */
char *upstand_store_get_setting (UpstandStore *self, const char *name);
gboolean upstand_store_set_setting (
    UpstandStore *self, const char *name, const char *value, GError **error);

G_END_DECLS
