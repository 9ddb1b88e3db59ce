/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/book.h"
#include "exchange/form.h"

G_BEGIN_DECLS

/**
 * Writes @book as an Excel workbook to @path: a cover with contents, one sheet per table, a sheet
 * of charts when there are any, and a sheet of notes and definitions when there are any. Every
 * sheet has frozen headings, filters, typed cells, and a print set-up with the classification at
 * head and foot.
 *
 * Rows go through one at a time, so memory does not grow with them. A text is always a text,
 * whatever it begins with; one that is longer than Excel's 32,767 characters is cut, and the notes
 * say so. A table with more rows than a sheet can hold goes on on another sheet.
 *
 * The file appears whole or not at all: on an error, a full disk or a cancel an existing file
 * stays as it was and nothing is left behind. The same book gives the same bytes.
 *
 * @written (may be NULL) is called every few hundred rows with the rows of all sheets so far; the
 * last call is followed by the packing, which takes about twice as long and cannot be interrupted
 * (a cancel then takes effect at its end).
 */
gboolean upstand_workbook_write (UpstandBook *book, const char *path, UpstandRowsWritten written,
    gpointer data, GCancellable *cancellable, GError **error);

/**
 * Writes @form as an Excel workbook to @path: the instructions, a sheet for each table in which the
 * cells to be filled are open and all others locked (without a password), the definitions, and a
 * hidden sheet by which the reply is known again. As whole or not at all as the above.
 */
gboolean upstand_workbook_write_form (
    UpstandForm *form, const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
