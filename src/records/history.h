/* SPDX-License-Identifier: MIT */
#pragma once

#include "database/database.h"
#include "records/record.h"

G_BEGIN_DECLS

/* History: one batch for each act, one change for each row it touched, only the fields that
 * changed. Undo, "what changed since" and the trail an inspector asks for are readings of it. */

typedef struct {
    char *field; /* column; "id" for none */
    char *before; /* canonical text, NULL for empty */
    char *after;
} UpstandFieldChange;

typedef struct {
    gint64 id;
    gint64 batch_id;
    gint64 row_id;
    char *table;
    char *verb; /* insert, update, delete */
    GPtrArray *fields; /* of UpstandFieldChange */
} UpstandChange;

typedef struct {
    gint64 id;
    char *made; /* ISO time in UTC */
    char *login;
    char *post;
    char *kind; /* do, undo, redo, fixed */
    char *title;
    gint64 undoes; /* 0: none */
    gint64 undone; /* the batch that took it back, 0: none */
    gint64 n_changes;
} UpstandBatch;

void upstand_batch_free (UpstandBatch *batch);
void upstand_change_free (UpstandChange *change);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandBatch, upstand_batch_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandChange, upstand_change_free)

/**
 * Batches, newest first. (transfer full) (element-type UpstandBatch)
 *
 * @since: the first day to include, by UTC; 0: from the beginning.
 * @before: only batches older than this id, for paging; 0: from the newest.
 * @most: 0: all.
 */
GPtrArray *upstand_history_list (
    UpstandDatabase *database, UpstandDay since, gint64 before, guint most, GError **error);

/** What a batch did, in its order. (transfer full) (element-type UpstandChange) */
GPtrArray *upstand_history_get_changes (UpstandDatabase *database, gint64 batch_id, GError **error);

/** What happened to one row, newest first. (transfer full) (element-type UpstandChange) */
GPtrArray *upstand_history_get_row (UpstandDatabase *database, gint64 row_id, GError **error);

/** Reads {"field": "text"|null}; FALSE when @json is not that. For @json NULL, nothing is added. */
gboolean upstand_history_parse (const char *json, gboolean after, GPtrArray *fields);

/* The change-writer: the only code that writes history. Used by the store and by undo. */

/** One change. @before and @after are JSON made by upstand_history_append_field(), or NULL. */
gboolean upstand_history_write (UpstandDatabase *database, gint64 id, gint64 batch_id,
    const char *table, gint64 row_id, const char *verb, const char *before, const char *after,
    GError **error);

/** Adds "name": "text" to a JSON object that is being written. */
void upstand_history_append_field (GString *json, const char *name, const char *text);

G_END_DECLS
