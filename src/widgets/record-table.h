/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "records/list-model.h"
#include "widgets/id-selection.h"
#include "widgets/row-scroller.h"
#include "widgets/table-columns.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_RECORD_TABLE (upstand_record_table_get_type ())
G_DECLARE_FINAL_TYPE (UpstandRecordTable, upstand_record_table, UPSTAND, RECORD_TABLE, AdwBin)

/**
 * UpstandRecordTable:
 *
 * A table of records, its columns from the descriptors. It costs what is on the screen, however
 * long the list is. Several rows can be chosen; headings sort (in SQL), are dragged and are pulled
 * wider; all of that is remembered. Ctrl+C copies the chosen rows for a spreadsheet.
 *
 * Signal "activated" (UpstandRecord): a double click or Enter. Signal "selection-changed". Signal
 * "filled": all rows of the query are there, again after each change.
 */

/** @setup must outlive the table; @user_data is handed to its functions. */
UpstandRecordTable *upstand_record_table_new (UpstandStore *store, const UpstandRecordType *type,
    const UpstandTableSetup *setup, gpointer user_data);

/**
 * Shows what @query asks for, sorted as the table is. With @words, the rows that match them, the
 * newest first, until a heading is clicked.
 */
void upstand_record_table_set_query (
    UpstandRecordTable *self, const UpstandListQuery *query, const char *words);

/** Sorts by @field; NULL: by age. */
void upstand_record_table_sort (UpstandRecordTable *self, const char *field, gboolean descending);

/** What the table is sorted by; NULL: by age. */
const char *upstand_record_table_get_sort (UpstandRecordTable *self, gboolean *descending);

/** The list; NULL before the first query. And what is chosen of it. */
UpstandListModel *upstand_record_table_get_model (UpstandRecordTable *self);
UpstandIdSelection *upstand_record_table_get_selection (UpstandRecordTable *self);

/** Actions on the chosen rows, opened by the right button, Menu and Shift+F10. */
void upstand_record_table_set_menu (UpstandRecordTable *self, GMenuModel *menu);

/** A button whose menu chooses columns and order. */
GtkWidget *upstand_record_table_make_columns_button (UpstandRecordTable *self);

/** Brings the record into view and, with @choose, chooses it alone. FALSE: not in the list. */
gboolean upstand_record_table_reveal (UpstandRecordTable *self, gint64 id, gboolean choose);

/** Asks again what stands in the cells on the screen. */
void upstand_record_table_refresh (UpstandRecordTable *self);

/** The chosen rows as tab-separated lines, the shown columns in their order; to be freed. */
char *upstand_record_table_copy_text (UpstandRecordTable *self);

/** For tests: the parts within. */
UpstandRowScroller *upstand_record_table_get_scroller (UpstandRecordTable *self);
GtkColumnView *upstand_record_table_get_view (UpstandRecordTable *self);

G_END_DECLS
