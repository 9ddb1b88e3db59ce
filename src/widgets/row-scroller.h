/* SPDX-License-Identifier: MIT */
#pragma once

#include "widgets/row-window.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_ROW_SCROLLER (upstand_row_scroller_get_type ())
G_DECLARE_FINAL_TYPE (UpstandRowScroller, upstand_row_scroller, UPSTAND, ROW_SCROLLER, GtkWidget)

/**
 * UpstandRowScroller:
 *
 * A GtkScrollable for a GtkScrolledWindow that scrolls a GtkColumnView over a list of any length.
 * The view holds an UpstandRowWindow, as many rows as fit; the adjustments are those of the whole
 * list, pixel by pixel, so wheel, touchpad and scrollbar are the scrolled window's. All rows are of
 * one height.
 *
 * The keyboard is the scroller's too, since the view knows only the rows on the screen: the row
 * with the focus (the cursor) is remembered by its id and takes the focus again when it comes back
 * into view.
 */
GtkWidget *upstand_row_scroller_new (GtkColumnView *view);

/** Shows these rows; once. */
void upstand_row_scroller_set_rows (UpstandRowScroller *self, UpstandRowWindow *rows);

/** Scrolls no further than is needed to see the row at @position of the list as a whole. */
void upstand_row_scroller_reveal (UpstandRowScroller *self, guint position);

/** Puts the cursor there, without choosing anything; the focus follows when it is in the rows. */
void upstand_row_scroller_set_cursor (UpstandRowScroller *self, guint position);

/** The cursor's place in the list; G_MAXUINT when the list is empty. */
guint upstand_row_scroller_get_cursor (UpstandRowScroller *self);

/**
 * What a key does while the focus is in the rows: arrows, Page Up and Down, Home, End, Space,
 * Return, Ctrl+A and what Shift and Ctrl make of them. FALSE: nothing.
 */
gboolean upstand_row_scroller_press_key (
    UpstandRowScroller *self, guint key, GdkModifierType modifiers);

G_END_DECLS
