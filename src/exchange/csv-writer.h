/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/sheet.h"

G_BEGIN_DECLS

typedef enum {
    UPSTAND_CSV_PLAIN = 0,
    UPSTAND_CSV_BOM = 1 << 0, /* a byte-order mark: Excel then knows that the file is UTF-8 */
} UpstandCsvFlags;

/**
 * Writes @sheet from its first row to @path as RFC 4180: commas, CR LF, quotes only where needed,
 * UTF-8; headings first, then each cell's plain text (upstand_cell_append_plain()). The file
 * appears whole or not at all; an existing one is kept when anything fails.
 *
 * Texts that a spreadsheet would take for a formula get an apostrophe in front (see
 * upstand_csv_text_is_formula()); numbers, dates and everything else never do, and
 * UpstandCsvReader takes exactly those apostrophes away again.
 *
 * @written may be NULL; it is called every few hundred rows.
 */
gboolean upstand_csv_write_file (UpstandSheet *sheet, const char *path, UpstandCsvFlags flags,
    UpstandRowsWritten written, gpointer data, GCancellable *cancellable, GError **error);

/** As upstand_csv_write_file(), to a stream that is left open. */
gboolean upstand_csv_write_stream (UpstandSheet *sheet, GOutputStream *stream,
    UpstandCsvFlags flags, UpstandRowsWritten written, gpointer data, GCancellable *cancellable,
    GError **error);

/** Appends one field to @line, quoted where needed. */
void upstand_csv_append_field (GString *line, const char *text, gsize length);

/**
 * Would a spreadsheet take @text, apostrophes in front aside, for a formula? After OWASP's advice
 * on CSV injection: it starts with = + - @, a tab or a carriage return (or the full-width form of
 * the four signs). A lone sign and a plain number (-5, +44.5) cannot do anything and stay as
 * they are.
 */
gboolean upstand_csv_text_is_formula (const char *text);

G_END_DECLS
