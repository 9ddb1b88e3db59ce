/* SPDX-License-Identifier: MIT */
#pragma once

#include "widgets/grid-cell.h"
#include "widgets/grid.h"

G_BEGIN_DECLS

/* What the files of the grid share: grid.c shows, grid-keys.c moves, grid-edit.c changes one cell,
 * grid-block.c many. */

struct _UpstandGrid {
    GtkWidget parent_instance;

    UpstandGridModel *model;
    gboolean read_only;
    guint n_rows, n_columns;

    /* Where everything is, in pixels. */
    int title_width; /* of the rows' titles, which stay */
    int group_height, heading_height, row_height;
    GArray *widths; /* int, of each column */
    GArray *edges; /* int, of each column and the end */
    GtkAdjustment *adjustments[2];
    GtkScrollablePolicy policies[2];
    gulong adjustment_handlers[2];

    /* Widgets in sight. */
    GHashTable *cells; /* place -> UpstandGridField */
    GPtrArray *spare;
    GPtrArray *titles, *headings, *groups; /* of rows, of columns in sight; spare ones at the end */
    GArray *group_spans; /* guint: first and end column of each group */
    guint n_fillings;

    /* What is chosen. */
    gboolean has_cursor;
    guint row, column; /* the cursor */
    guint anchor_row, anchor_column; /* the other corner */
    char *status;
    char *label;

    /* What is being typed. */
    GtkWidget *editor; /* NULL: nothing */
    GtkWidget *popover; /* menu, note or what was refused; NULL: none */
    GPtrArray *refusals;

    int resized; /* the column that is pulled wider, -1: none */
    int resized_from;
};

/** The place of a cell as a key. */
#define UPSTAND_GRID_PLACE(self, row, column) \
    GUINT_TO_POINTER ((row) * (self)->n_columns + (column) + 1)

/** The top of the cells and the left of them: behind the headings. */
int upstand_grid_get_head (UpstandGrid *self);

/** Where the cell is in the widget now. */
void upstand_grid_get_area (UpstandGrid *self, guint row, guint column, GdkRectangle *area);

/** Scrolls as little as brings the cell into sight. */
void upstand_grid_reveal (UpstandGrid *self, guint row, guint column);

/** The selection changed: marks, status, focus. */
void upstand_grid_selection_changed (UpstandGrid *self);

gboolean upstand_grid_can_write (UpstandGrid *self);

/* grid-keys.c */
void upstand_grid_install_keys (GtkWidgetClass *klass);
void upstand_grid_add_pointer (UpstandGrid *self);

/* grid-edit.c */
void upstand_grid_add_typing (UpstandGrid *self);
void upstand_grid_install_edits (GtkWidgetClass *klass);
void upstand_grid_begin (UpstandGrid *self, const char *text);
void upstand_grid_give_up (UpstandGrid *self);
void upstand_grid_open_menu (UpstandGrid *self);
gboolean upstand_grid_change (UpstandGrid *self, const UpstandGridEdit *edits, guint n_edits);
void upstand_grid_show_refusals (UpstandGrid *self);
/** What came in with a block and is another here; the figures themselves are kept. */
void upstand_grid_show_differences (UpstandGrid *self);
void upstand_grid_drop_popover (UpstandGrid *self);

/* grid-block.c */
void upstand_grid_install_blocks (GtkWidgetClass *klass);

G_END_DECLS
