/* SPDX-License-Identifier: MIT */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Beyond these a package is refused before it can harm: a zip may promise a thousand times itself.
 */
#define UPSTAND_PACKAGE_MAX_FILE (G_GUINT64_CONSTANT (512) * 1024 * 1024)
#define UPSTAND_PACKAGE_MAX_ENTRIES 10000
#define UPSTAND_PACKAGE_MAX_ENTRY (G_GUINT64_CONSTANT (4) * 1024 * 1024 * 1024)
#define UPSTAND_PACKAGE_FREE_EXPANSION (G_GUINT64_CONSTANT (64) * 1024 * 1024)
#define UPSTAND_PACKAGE_MAX_RATIO 150

/**
 * UpstandPackage:
 *
 * The parts of a zip file, read one at a time as streams; nothing is ever unpacked to the disk, so
 * a part's name is only a name. The one place that knows libarchive.
 */
typedef struct _UpstandPackage UpstandPackage;

/**
 * Opens the zip at @path and lists its parts. UPSTAND_ERROR_FORMAT when it is no whole zip,
 * UPSTAND_ERROR_LIMIT when it is larger than is safe.
 */
UpstandPackage *upstand_package_new (const char *path, GError **error);

/** Is there a part of that name ("xl/workbook.xml")? Case does not matter, as the format says. */
gboolean upstand_package_has (UpstandPackage *self, const char *part);

/** The part's expanded size as the zip's directory states it, or -1. */
gint64 upstand_package_get_size (UpstandPackage *self, const char *part);

/** Starts reading @part from its beginning; UPSTAND_ERROR_FORMAT when there is no such part. */
gboolean upstand_package_start (UpstandPackage *self, const char *part, GError **error);

/**
 * Reads the next block of the part; *@block lives until the next call.
 *
 * Returns: its length; 0 at the end; -1 with @error set when the part is damaged or too large.
 */
gssize upstand_package_read (UpstandPackage *self, const void **block, GError **error);

/** How much of the started part has been read, from 0 to 1. */
double upstand_package_get_fraction (UpstandPackage *self);

/** The file's name for messages. */
const char *upstand_package_get_name (UpstandPackage *self);

void upstand_package_free (UpstandPackage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandPackage, upstand_package_free)

G_END_DECLS
