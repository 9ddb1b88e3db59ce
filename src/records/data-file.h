/* SPDX-License-Identifier: MIT */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/** The largest data file that is read at all. */
#define UPSTAND_DATA_FILE_MAX_BYTES (4 * 1024 * 1024)

/** The file's contents; UPSTAND_ERROR_NOT_FOUND, UPSTAND_ERROR_LIMIT, UPSTAND_ERROR_FAILED. */
GBytes *upstand_data_file_load (const char *path, GError **error);

/** One of the files that the core carries, by its path there. To be freed. */
GBytes *upstand_data_file_load_resource (const char *path, GError **error);

/**
 * Parses @bytes as strict JSON in UTF-8 (a byte order mark is let pass): no comments, no member
 * twice in one object, not nested deeper than 16. The outermost must be an object with "format":
 * @format and "format_version": 1 to @version.
 *
 * @name: the file as the person knows it, for messages
 *
 * Returns: the object, immutable, to be freed; or NULL with UPSTAND_ERROR_LIMIT (too large, nested
 * too deep), UPSTAND_ERROR_NEWER (a later version of the format), or UPSTAND_ERROR_FORMAT naming
 * the line where there is one.
 */
JsonNode *upstand_data_file_parse (
    GBytes *bytes, const char *name, const char *format, int version, GError **error);

G_END_DECLS
