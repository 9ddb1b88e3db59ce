/* SPDX-License-Identifier: MIT */
#pragma once

#include "widgets/id-selection.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_ROW (upstand_row_get_type ())
G_DECLARE_FINAL_TYPE (UpstandRow, upstand_row, UPSTAND, ROW, GObject)

/**
 * UpstandRow:
 *
 * A row on the screen. It stays where it is and shows one record after another as the list is
 * scrolled. Signal "changed": it shows another record, or what stands in its cells is another.
 */

/** What it shows, and where that stands in the list. */
UpstandRecord *upstand_row_get_record (UpstandRow *self);
guint upstand_row_get_position (UpstandRow *self);

#define UPSTAND_TYPE_ROW_WINDOW (upstand_row_window_get_type ())
G_DECLARE_FINAL_TYPE (UpstandRowWindow, upstand_row_window, UPSTAND, ROW_WINDOW, GObject)

/**
 * UpstandRowWindow:
 *
 * As many rows of a list as fit on the screen, for a view that makes widgets for every row of its
 * model or, as GTK 4.8 does, for some 200 of them. Being scrolled is being moved over the list: the
 * rows stay, so no widget is made or placed anew, and only what stands in them changes.
 *
 * A GtkSelectionModel of UpstandRow; what is chosen is chosen in the list itself. "Position" below
 * is a place in the list, and "row" one in the window.
 *
 * Signal "list-changed" (position, removed, added): the list's items-changed, after the rows have
 * followed it.
 */
UpstandRowWindow *upstand_row_window_new (UpstandIdSelection *list);

UpstandIdSelection *upstand_row_window_get_list (UpstandRowWindow *self);

/** How many rows there are; fewer when the list is shorter. */
void upstand_row_window_set_size (UpstandRowWindow *self, guint size);

/** Lets the window begin at @first, or as near to it as the end of the list allows. */
void upstand_row_window_move (UpstandRowWindow *self, guint first);
guint upstand_row_window_get_first (UpstandRowWindow *self);

/** Says of every row that it has changed. */
void upstand_row_window_refresh (UpstandRowWindow *self);

/**
 * Chooses as GTK's lists do: that one alone; with @modify, that one to or fro; with @extend, all
 * from the one that was chosen last, and then with @modify the others stay as they are.
 */
void upstand_row_window_select (
    UpstandRowWindow *self, guint position, gboolean modify, gboolean extend);

G_END_DECLS
