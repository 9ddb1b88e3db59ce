/* SPDX-License-Identifier: MIT */
#pragma once

#include <sqlite3.h>

#include "database/database.h"

G_BEGIN_DECLS

/* "UPST": what file(1) and the MIME type see at byte 68. */
#define UPSTAND_DATABASE_MARK 0x55505354

struct _UpstandDatabase {
    sqlite3 *handle;
    char *path;
    char *copy; /* temporary folder of a copy opened instead, or NULL */
    gboolean read_only;
    GHashTable *idle; /* SQL text -> UpstandQuery not in use */
};

/** Says in words what the engine's @code means for the plan at @path. */
void upstand_database_translate (sqlite3 *handle, int code, const char *path, GError **error);

/** Throws the kept statements away; needed before the handle may be closed. */
void upstand_database_forget_queries (UpstandDatabase *database);

G_END_DECLS
