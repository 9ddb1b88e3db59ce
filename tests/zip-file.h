/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

/** One entry of a zip made by a test; @length -1 for a NUL-terminated text. */
typedef struct {
    const char *name;
    const char *bytes;
    gssize length;
} ZipEntry;

/** Writes a zip of @entries, ended by one without a name. */
void zip_file_write (const char *path, const ZipEntry *entries);

/**
 * Writes a workbook of one sheet: @data is what stands inside sheetData, @strings inside sst (or
 * NULL), @styles the whole styles part (or NULL), @workbook what stands before the sheets (or
 * NULL).
 */
void zip_file_write_sheet (const char *path, const char *data, const char *strings,
    const char *styles, const char *workbook);
