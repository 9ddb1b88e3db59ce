/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/sheet.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** So many rows are shown; a line below the table says so when there are more. */
#define UPSTAND_SHEET_TABLE_ROWS 2000

/**
 * UpstandSheetTable:
 *
 * A sheet as a table to read: headings, numbers flush right, ratings as shape and word, notes
 * underneath. Rows can be chosen and copied (Ctrl+C) for a spreadsheet, headings first.
 */
#define UPSTAND_TYPE_SHEET_TABLE (upstand_sheet_table_get_type ())
G_DECLARE_FINAL_TYPE (UpstandSheetTable, upstand_sheet_table, UPSTAND, SHEET_TABLE, AdwBin)

GtkWidget *upstand_sheet_table_new (void);

/** Reads @sheet from its start and shows it; NULL empties the table. */
void upstand_sheet_table_set_sheet (UpstandSheetTable *self, UpstandSheet *sheet);

/** How many rows are shown. */
guint upstand_sheet_table_get_n_rows (UpstandSheetTable *self);

/** The chosen rows, or all when none is, as lines of tab-separated texts; to be freed. */
char *upstand_sheet_table_copy_text (UpstandSheetTable *self);

G_END_DECLS
