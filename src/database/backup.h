/* SPDX-License-Identifier: MIT */
#pragma once

#include "database/database.h"

G_BEGIN_DECLS

/** Called now and then with 0..1. */
typedef void (*UpstandBackupProgress) (double done, gpointer user_data);

/**
 * Copies the plan, as it is at one moment, into @target: written beside it under another name,
 * checked, made durable, then renamed, so that @target is whole or untouched. Other connections go
 * on reading and writing meanwhile.
 *
 * Returns: FALSE with UPSTAND_ERROR_FULL, _READ_ONLY or G_IO_ERROR_CANCELLED.
 */
gboolean upstand_database_backup (UpstandDatabase *database, const char *target,
    UpstandBackupProgress progress, gpointer user_data, GCancellable *cancellable, GError **error);

/**
 * Puts the plan kept in @backup at @target. @backup is opened and checked first; an existing
 * @target is kept beside it, under a name with the time in it.
 *
 * @kept: (out) (optional): the name the earlier file was kept under, or NULL; to be freed.
 */
gboolean upstand_database_restore (
    const char *backup, const char *target, char **kept, GError **error);

/** PRAGMA quick_check: TRUE, or UPSTAND_ERROR_DAMAGED with what was found first. */
gboolean upstand_database_check (
    UpstandDatabase *database, GCancellable *cancellable, GError **error);

G_END_DECLS
