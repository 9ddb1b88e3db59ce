/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "widgets/grid-model.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_GRID (upstand_grid_get_type ())
G_DECLARE_FINAL_TYPE (UpstandGrid, upstand_grid, UPSTAND, GRID, GtkWidget)

/**
 * UpstandGrid:
 *
 * Figures entered as in a spreadsheet: for a GtkScrolledWindow. Headings and the titles of rows
 * stay while the rest scrolls; only cells in sight exist, each a widget that a screen reader can
 * read.
 *
 * Keys: arrows, Tab, Enter, Home, End, Page Up and Down, with Ctrl to the edge of what is filled,
 * with Shift to select; typing replaces, F2 edits, Esc gives up, Delete empties; Ctrl+C, X, V as
 * tab-separated text; Ctrl+D and Ctrl+R fill; Ctrl+1 to Ctrl+4 set a state; Shift+F2 the note; Menu
 * or Shift+F10 the cell's menu; F6 and Ctrl+Tab leave the grid. Each is an action "grid.*".
 *
 * Property "status": what is selected, in words. Property "label": what the grid is of, for a
 * screen reader.
 *
 * Signal "trouble" (const char *words): the plan could not be written; what was typed stays.
 * Signal "columns-resized".
 */
GtkWidget *upstand_grid_new (void);

/** Shows @model (NULL: nothing); takes a reference. */
void upstand_grid_set_model (UpstandGrid *self, UpstandGridModel *model);
UpstandGridModel *upstand_grid_get_model (UpstandGrid *self);

const char *upstand_grid_get_status (UpstandGrid *self);

/** Nothing can be typed, whatever the model says. */
void upstand_grid_set_read_only (UpstandGrid *self, gboolean read_only);

/** Where the cursor is; FALSE when there is no cell. Moving it brings it into sight. */
gboolean upstand_grid_get_cursor (UpstandGrid *self, guint *row, guint *column);
void upstand_grid_move_to (UpstandGrid *self, guint row, guint column, gboolean select);

/** The corners of what is selected, both included. */
void upstand_grid_get_selection (
    UpstandGrid *self, guint *first_row, guint *first_column, guint *last_row, guint *last_column);

/** Saves what is half typed; FALSE when it is refused: it stays, with the reason beside it. */
gboolean upstand_grid_flush (UpstandGrid *self);

/** What is typed just now; NULL: nothing. And types it, for tests. */
const char *upstand_grid_get_typed (UpstandGrid *self);
void upstand_grid_type (UpstandGrid *self, const char *text);

/** The block as it is copied; to be freed. And pastes one, as one step or not at all. */
char *upstand_grid_copy_text (UpstandGrid *self);
gboolean upstand_grid_paste_text (UpstandGrid *self, const char *text);

/** Why the last change was refused, cell by cell (of UpstandGridRefusal); may be empty. */
GPtrArray *upstand_grid_get_refusals (UpstandGrid *self);

/** The widths of the columns in pixels, as text, to be kept; and taken up again. */
char *upstand_grid_get_widths (UpstandGrid *self);
void upstand_grid_set_widths (UpstandGrid *self, const char *widths);

/** For tests: the cell's widget, NULL out of sight; how many there are; how often one was filled.
 */
GtkWidget *upstand_grid_get_cell_widget (UpstandGrid *self, guint row, guint column);
guint upstand_grid_get_n_widgets (UpstandGrid *self);
guint upstand_grid_get_n_fillings (UpstandGrid *self);

G_END_DECLS
