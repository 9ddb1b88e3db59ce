/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/store.h"

G_BEGIN_DECLS

/* The statements that follow from a type's fields. */
typedef struct {
    char *get;
    char *insert;
    char *update;
} UpstandStatements;

struct _UpstandStore {
    GObject parent_instance;
    UpstandDatabase *database;
    char *login;
    char *post;
    gint64 last_id; /* given out last */
    gint64 last_batch; /* committed last */
    gint64 data_version; /* when it was last looked at */

    /* the open batch */
    gint64 batch; /* its id; 0: none is open */
    char *title;
    const char *kind; /* do, undo, redo, fixed */
    gint64 undoes;
    gboolean is_written; /* its row is there: something has changed */
    gboolean has_new; /* rows were inserted that the search index has not seen */
    GHashTable *touched; /* table names */
    GHashTable *statements; /* UpstandRecordType -> its derived statements, made once */
};

/** Made once for each type and kept. */
const UpstandStatements *upstand_store_get_statements (
    UpstandStore *self, const UpstandRecordType *type);

/** A new id: 63 bits, above every earlier one of this plan, unique on machines that never met. */
gint64 upstand_store_make_id (UpstandStore *self);

/** Writes one change into the open batch, and the batch's own row before the first. */
gboolean upstand_store_log (UpstandStore *self, const char *table, gint64 row_id, const char *verb,
    const char *before, const char *after, GError **error);

/** TRUE for a row inserted in the open batch, which the search index takes in at commit. */
gboolean upstand_store_is_fresh (UpstandStore *self, gint64 id);

G_END_DECLS
