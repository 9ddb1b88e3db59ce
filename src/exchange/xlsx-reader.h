/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/raw-cell.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Beyond these a sheet is refused, with the row and column that went over. */
#define UPSTAND_XLSX_MAX_COLUMNS 1000
#define UPSTAND_XLSX_MAX_ROWS 2000000
#define UPSTAND_XLSX_MAX_CELL (1024 * 1024)

/**
 * UpstandXlsxReader:
 *
 * Reads the sheets of an Excel workbook, whichever program wrote it, one row at a time. Only what
 * is in the cells: of a formula the value that was computed last. Memory holds the workbook's
 * shared strings and one block of rows, whatever the number of rows.
 */
typedef struct _UpstandXlsxReader UpstandXlsxReader;

/** Opens @path and lists its sheets. UPSTAND_ERROR_FORMAT or _LIMIT with a plain sentence. */
UpstandXlsxReader *upstand_xlsx_reader_new (const char *path, GError **error);

/** The names of the sheets with cells, in the order of their tabs; NULL-terminated, at least one.
 */
const char *const *upstand_xlsx_reader_get_sheets (UpstandXlsxReader *self);

/** Goes before the first row of the sheet; NULL for the first sheet. May be called again. */
gboolean upstand_xlsx_reader_start (UpstandXlsxReader *self, const char *sheet, GError **error);

/**
 * Reads the next row with anything in it. *@cells runs from column A to the last filled one and
 * lives until the next call.
 *
 * Returns: FALSE at the end, and with @error set (naming file, sheet, row and column).
 */
gboolean upstand_xlsx_reader_next (
    UpstandXlsxReader *self, const UpstandRawCell **cells, guint *n_cells, GError **error);

/** The number of the row last read, from 1. */
guint upstand_xlsx_reader_get_row (UpstandXlsxReader *self);

/** How much of the sheet has been read, from 0 to 1. */
double upstand_xlsx_reader_get_fraction (UpstandXlsxReader *self);

void upstand_xlsx_reader_free (UpstandXlsxReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandXlsxReader, upstand_xlsx_reader_free)

G_END_DECLS
