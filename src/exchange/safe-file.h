/* SPDX-License-Identifier: MIT */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * UpstandSafeFile:
 *
 * A file that appears whole or not at all: written beside its destination under a temporary name,
 * flushed to the disk, then renamed over it. Until it is committed the destination is untouched;
 * freeing it uncommitted removes what was written.
 */
typedef struct _UpstandSafeFile UpstandSafeFile;

/**
 * Starts writing @path; fails when its folder cannot be written to. The new file has the mode of
 * the one it replaces, or the usual mode of this person's files.
 */
UpstandSafeFile *upstand_safe_file_new (const char *path, GError **error);

/** The temporary file's path, for a library that wants to open it by name. */
const char *upstand_safe_file_get_temporary (UpstandSafeFile *self);

/** Writes all of @data to the temporary file. */
gboolean upstand_safe_file_write (
    UpstandSafeFile *self, const void *data, gsize length, GError **error);

/** Flushes to the disk and renames over the destination. */
gboolean upstand_safe_file_commit (UpstandSafeFile *self, GError **error);

/** Ends it; what was not committed disappears. */
void upstand_safe_file_free (UpstandSafeFile *self);

/** Sets an error about @path for @number, an errno: no room, no right, and so on in plain words. */
void upstand_safe_file_set_error (GError **error, const char *path, int number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandSafeFile, upstand_safe_file_free)

G_END_DECLS
