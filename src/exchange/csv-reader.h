/* SPDX-License-Identifier: MIT */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Beyond these a file is refused, with the row and column that went over. */
#define UPSTAND_CSV_MAX_CELL (1024 * 1024)
#define UPSTAND_CSV_MAX_COLUMNS 1000
#define UPSTAND_CSV_MAX_ROWS 2000000

/**
 * UpstandCsvReader:
 *
 * Reads CSV as people's programs write it: comma, semicolon or tab (found by looking at the first
 * rows, or said by Excel's "sep=;" line), quotes as in RFC 4180, line ends of any kind, UTF-8 with
 * or without a byte-order mark, UTF-16 with one.
 *
 * A file without a mark is UTF-8 or Windows-1252, and its first byte above 127 decides for the
 * whole file: if it begins a valid UTF-8 character the file is UTF-8, and a later byte that does
 * not fit is refused with its row and column rather than guessed at.
 *
 * The apostrophe that upstand_csv_write_file() puts in front of a text that looks like a formula
 * is taken away. Memory is a few MiB whatever the file's size.
 */
typedef struct _UpstandCsvReader UpstandCsvReader;

/** One field: @text is NUL-terminated UTF-8 of @length bytes. */
typedef struct {
    char *text;
    gsize length;
} UpstandCsvField;

/** Opens @path; UPSTAND_ERROR_FORMAT or _LIMIT with a plain sentence when it is no such text. */
UpstandCsvReader *upstand_csv_reader_new (const char *path, GError **error);

/**
 * Reads the next row that is not an empty line. *@fields lives until the next call.
 *
 * Returns: FALSE at the end, and with @error set (naming file, row and column) when it is broken.
 */
gboolean upstand_csv_reader_next (
    UpstandCsvReader *self, const UpstandCsvField **fields, guint *n_fields, GError **error);

/** The number of the row last read, as a spreadsheet counts: from 1, empty lines included. */
guint upstand_csv_reader_get_row (UpstandCsvReader *self);

/** ',', ';' or a tab. */
char upstand_csv_reader_get_separator (UpstandCsvReader *self);

/** "UTF-8", "UTF-16LE", "UTF-16BE" or "WINDOWS-1252": as far as has been read. */
const char *upstand_csv_reader_get_encoding (UpstandCsvReader *self);

/** How much of the file has been read, from 0 to 1. */
double upstand_csv_reader_get_fraction (UpstandCsvReader *self);

void upstand_csv_reader_free (UpstandCsvReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandCsvReader, upstand_csv_reader_free)

G_END_DECLS
