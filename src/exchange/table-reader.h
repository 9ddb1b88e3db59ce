/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/raw-cell.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * UpstandTableReader:
 *
 * Rows from a file that somebody made, CSV or xlsx alike. What it is, is found by looking inside,
 * never by its name. Memory does not grow with the rows. Used by one thread at a time.
 */
typedef struct _UpstandTableReader UpstandTableReader;

/**
 * Opens @path. UPSTAND_ERROR_FORMAT, with what to do about it, for an old .xls, a file with a
 * password, an OpenDocument or another file; UPSTAND_ERROR_LIMIT for one too large to be safe.
 */
UpstandTableReader *upstand_table_reader_new (const char *path, GError **error);

/** The names of a workbook's sheets, NULL-terminated; NULL for CSV. Owned by the reader. */
const char *const *upstand_table_reader_get_sheets (UpstandTableReader *self);

/**
 * Goes before the first row of @sheet (NULL: the first one with rows in it; must be NULL for CSV).
 * May be called again, to read again.
 */
gboolean upstand_table_reader_start (UpstandTableReader *self, const char *sheet, GError **error);

/** The name of the started sheet; NULL for CSV. */
const char *upstand_table_reader_get_sheet (UpstandTableReader *self);

/**
 * Finds the row of headings: of the first twenty rows, the one in which most of @known are found
 * (ended by NULL); the first row with anything in it when @known is NULL or nothing is found. When
 * no sheet was named, the sheet of a workbook that fits best is started: the table behind a cover.
 * The next row read is the one after the headings.
 */
gboolean upstand_table_reader_read_headings (
    UpstandTableReader *self, const char *const *known, GError **error);

/** The headings in the file's order, surrounding space taken away; "" where there is none. */
const char *const *upstand_table_reader_get_headings (UpstandTableReader *self);

/** The column under @heading, whatever its case and surrounding space; -1 when there is none. */
int upstand_table_reader_find_column (UpstandTableReader *self, const char *heading);

/**
 * Reads the next row that is not empty. *@cells (may be NULL) lives until the next call.
 *
 * Returns: FALSE at the end, and with @error set, naming file, sheet, row and column.
 */
gboolean upstand_table_reader_next (
    UpstandTableReader *self, const UpstandRawCell **cells, guint *n_cells, GError **error);

/** The row last read, as the spreadsheet program numbers it. */
guint upstand_table_reader_get_row (UpstandTableReader *self);

/** A cell of the row last read; an empty one beyond its end or for a negative @column. */
const UpstandRawCell *upstand_table_reader_get_cell (UpstandTableReader *self, int column);

/** How much has been read, from 0 to 1. */
double upstand_table_reader_get_fraction (UpstandTableReader *self);

/** A heading as headings are compared: casefolded, spaces within joined and around removed. */
char *upstand_table_reader_fold_heading (const char *heading);

void upstand_table_reader_free (UpstandTableReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandTableReader, upstand_table_reader_free)

G_END_DECLS
