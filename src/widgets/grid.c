/* SPDX-License-Identifier: MIT */
#include "widgets/grid-private.h"

#include <glib/gi18n-lib.h>

#define LEAST_WIDTH 36
#define WIDEST_TITLES 240

enum {
    PROP_0,
    PROP_STATUS,
    PROP_LABEL,
    N_PROPS,
    PROP_HADJUSTMENT = N_PROPS,
    PROP_VADJUSTMENT,
    PROP_HSCROLL_POLICY,
    PROP_VSCROLL_POLICY,
};

enum { TROUBLE, COLUMNS_RESIZED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (
    UpstandGrid, upstand_grid, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* Where everything is -----------------------------------------------------------------------------
 */

int
upstand_grid_get_head (UpstandGrid *self)
{
    return self->group_height + self->heading_height;
}

static int
scrolled (UpstandGrid *self, GtkOrientation orientation)
{
    GtkAdjustment *adjustment = self->adjustments[orientation];
    return adjustment ? (int)gtk_adjustment_get_value (adjustment) : 0;
}

static int
edge (UpstandGrid *self, guint column)
{
    return g_array_index (self->edges, int, column);
}

static void
place_columns (UpstandGrid *self)
{
    int x = 0;
    g_array_set_size (self->edges, self->n_columns + 1);
    for (guint i = 0; i < self->n_columns; i++) {
        g_array_index (self->edges, int, i) = x;
        x += g_array_index (self->widths, int, i);
    }
    g_array_index (self->edges, int, self->n_columns) = x;
}

void
upstand_grid_get_area (UpstandGrid *self, guint row, guint column, GdkRectangle *area)
{
    *area = (GdkRectangle){
        .x = self->title_width + edge (self, column) - scrolled (self, GTK_ORIENTATION_HORIZONTAL),
        .y = upstand_grid_get_head (self) + (int)row * self->row_height -
             scrolled (self, GTK_ORIENTATION_VERTICAL),
        .width = g_array_index (self->widths, int, column),
        .height = self->row_height,
    };
}

static void
measure_text (UpstandGrid *self)
{
    g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "0");
    int width, height;
    pango_layout_get_pixel_size (layout, &width, &height);
    self->row_height = height + 10;
    self->heading_height = 2 * height + 10;
    self->group_height = 0;
    self->title_width = 0;
    g_array_set_size (self->widths, self->n_columns);
    for (guint i = 0; i < self->n_columns; i++) {
        UpstandGridColumn column;
        upstand_grid_model_get_column (self->model, i, &column);
        g_array_index (self->widths, int, i) = MAX (LEAST_WIDTH, (int)column.width * width + 20);
        if (column.group)
            self->group_height = height + 8;
    }
    for (guint i = 0; i < self->n_rows; i++) {
        UpstandGridRow row;
        int asked;
        upstand_grid_model_get_row (self->model, i, &row);
        pango_layout_set_text (layout, row.title, -1);
        pango_layout_get_pixel_size (layout, &asked, NULL);
        self->title_width =
            CLAMP (asked + 34, self->title_width, MAX (self->title_width, WIDEST_TITLES));
    }
    place_columns (self);
}

/* Widgets in sight --------------------------------------------------------------------------------
 */

static UpstandGridField *
take_field (UpstandGrid *self, UpstandGridFieldKind kind)
{
    GtkWidget *field = upstand_grid_field_new (kind);
    gtk_widget_set_parent (field, GTK_WIDGET (self));
    return UPSTAND_GRID_FIELD (field);
}

static gboolean
is_selected (UpstandGrid *self, guint row, guint column)
{
    guint r0, c0, r1, c1;
    upstand_grid_get_selection (self, &r0, &c0, &r1, &c1);
    return self->has_cursor && row >= r0 && row <= r1 && column >= c0 && column <= c1;
}

static gboolean
is_cursor (UpstandGrid *self, guint row, guint column)
{
    return self->has_cursor && row == self->row && column == self->column;
}

static void
fill_cell (UpstandGrid *self, UpstandGridField *field, guint row, guint column)
{
    g_auto (UpstandGridCell) cell = { 0 };
    UpstandGridRow row_says;
    UpstandGridColumn column_says;
    upstand_grid_model_get_row (self->model, row, &row_says);
    upstand_grid_model_get_column (self->model, column, &column_says);
    upstand_grid_model_get_cell (self->model, row, column, &cell);
    if (self->read_only)
        cell.is_entered = FALSE;
    self->n_fillings++;
    if (row_says.is_total)
        gtk_widget_add_css_class (GTK_WIDGET (field), "total");
    else
        gtk_widget_remove_css_class (GTK_WIDGET (field), "total");
    upstand_grid_field_set_cell (field, &cell, row_says.title, column_says.title);
    upstand_grid_field_set_selected (
        field, is_selected (self, row, column), is_cursor (self, row, column));
}

static void
allocate (GtkWidget *widget, int x, int y, int width, int height)
{
    gtk_widget_set_child_visible (widget, TRUE);
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
    gtk_widget_size_allocate (
        widget, &(GtkAllocation){ x, y, MAX (width, 0), MAX (height, 0) }, -1);
}

static void
show_cell (UpstandGrid *self, guint row, guint column)
{
    gpointer place = UPSTAND_GRID_PLACE (self, row, column);
    UpstandGridField *field = g_hash_table_lookup (self->cells, place);
    GdkRectangle area;
    if (!field) {
        field = self->spare->len ? g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1)
                                 : take_field (self, UPSTAND_GRID_FIELD_CELL);
        fill_cell (self, field, row, column);
        g_hash_table_insert (self->cells, place, field);
    }
    upstand_grid_get_area (self, row, column, &area);
    allocate (GTK_WIDGET (field), area.x, area.y, area.width, area.height);
}

/* The rows and columns of which something can be seen in a widget of that size. */
static void
get_range (UpstandGrid *self, int width, int height, guint range[4])
{
    int top = scrolled (self, GTK_ORIENTATION_VERTICAL);
    int left = scrolled (self, GTK_ORIENTATION_HORIZONTAL);
    int bottom = top + height - upstand_grid_get_head (self);
    int right = left + width - self->title_width;
    range[0] = MIN ((guint)(top / self->row_height), self->n_rows);
    range[1] = MIN ((guint)(MAX (bottom, 0) / self->row_height + 1), self->n_rows);
    for (range[2] = 0; range[2] < self->n_columns && edge (self, range[2] + 1) <= left;)
        range[2]++;
    for (range[3] = range[2]; range[3] < self->n_columns && edge (self, range[3]) < right;)
        range[3]++;
}

/* Those out of sight serve again; where the keyboard is stays, wherever it is. */
static void
spare_cells (UpstandGrid *self, const guint range[4])
{
    GHashTableIter iter;
    gpointer place, field;
    g_hash_table_iter_init (&iter, self->cells);
    while (g_hash_table_iter_next (&iter, &place, &field)) {
        guint row = (GPOINTER_TO_UINT (place) - 1) / self->n_columns;
        guint column = (GPOINTER_TO_UINT (place) - 1) % self->n_columns;
        gboolean seen =
            row >= range[0] && row < range[1] && column >= range[2] && column < range[3];
        if (seen || is_cursor (self, row, column))
            continue;
        gtk_widget_set_child_visible (field, FALSE);
        g_ptr_array_add (self->spare, field);
        g_hash_table_iter_remove (&iter);
    }
}

static void
show_cells (UpstandGrid *self, const guint range[4])
{
    spare_cells (self, range);
    for (guint row = range[0]; row < range[1]; row++)
        for (guint column = range[2]; column < range[3]; column++)
            show_cell (self, row, column);
    if (self->has_cursor)
        show_cell (self, self->row, self->column);
}

static UpstandGridField *
nth_field (UpstandGrid *self, GPtrArray *fields, guint n, UpstandGridFieldKind kind)
{
    while (fields->len <= n)
        g_ptr_array_add (fields, take_field (self, kind));
    return g_ptr_array_index (fields, n);
}

static void
hide_rest (GPtrArray *fields, guint n)
{
    for (; n < fields->len; n++)
        gtk_widget_set_child_visible (g_ptr_array_index (fields, n), FALSE);
}

static void
show_titles (UpstandGrid *self, const guint range[4])
{
    guint n = 0;
    for (guint row = range[0]; row < range[1]; row++) {
        UpstandGridRow says;
        GdkRectangle area;
        UpstandGridField *field = nth_field (self, self->titles, n++, UPSTAND_GRID_FIELD_ROW);
        upstand_grid_model_get_row (self->model, row, &says);
        if (g_strcmp0 (upstand_grid_field_get_text (field), says.title) != 0 || says.is_total ||
            says.is_part)
            upstand_grid_field_set_heading (field, says.title, &says);
        upstand_grid_get_area (self, row, 0, &area);
        allocate (GTK_WIDGET (field), 0, area.y, self->title_width, area.height);
    }
    hide_rest (self->titles, n);
}

static void
show_headings (UpstandGrid *self, const guint range[4])
{
    guint n = 0;
    for (guint column = range[2]; column < range[3]; column++) {
        UpstandGridColumn says;
        GdkRectangle area;
        UpstandGridField *field = nth_field (self, self->headings, n++, UPSTAND_GRID_FIELD_COLUMN);
        upstand_grid_model_get_column (self->model, column, &says);
        if (g_strcmp0 (upstand_grid_field_get_text (field), says.title) != 0)
            upstand_grid_field_set_heading (field, says.title, NULL);
        upstand_grid_get_area (self, 0, column, &area);
        allocate (GTK_WIDGET (field), area.x, self->group_height, area.width, self->heading_height);
    }
    hide_rest (self->headings, n);
}

/* A group's name stands over what is seen of its columns. */
static void
show_groups (UpstandGrid *self, const guint range[4], int width)
{
    guint n = 0;
    for (guint column = range[2]; self->group_height && column < range[3];) {
        UpstandGridColumn says, next;
        guint end = column + 1;
        GdkRectangle first, last;
        upstand_grid_model_get_column (self->model, column, &says);
        for (; end < range[3]; end++) {
            upstand_grid_model_get_column (self->model, end, &next);
            if (g_strcmp0 (next.group, says.group) != 0)
                break;
        }
        UpstandGridField *field = nth_field (self, self->groups, n++, UPSTAND_GRID_FIELD_GROUP);
        upstand_grid_field_set_heading (field, says.group, NULL);
        upstand_grid_get_area (self, 0, column, &first);
        upstand_grid_get_area (self, 0, end - 1, &last);
        int x = MAX (first.x, self->title_width), right = MIN (last.x + last.width, width);
        allocate (GTK_WIDGET (field), x, 0, right - x, self->group_height);
        column = end;
    }
    hide_rest (self->groups, n);
}

static void
configure (UpstandGrid *self, GtkOrientation orientation, int size, int content)
{
    GtkAdjustment *adjustment = self->adjustments[orientation];
    double page = MAX (size, 1), upper = MAX (content, size);
    if (!adjustment)
        return;
    g_signal_handler_block (adjustment, self->adjustment_handlers[orientation]);
    gtk_adjustment_configure (adjustment,
        CLAMP (gtk_adjustment_get_value (adjustment), 0, upper - page), 0, upper, page * 0.1,
        page * 0.9, page);
    g_signal_handler_unblock (adjustment, self->adjustment_handlers[orientation]);
}

static void
upstand_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
    UpstandGrid *self = UPSTAND_GRID (widget);
    guint range[4] = { 0 };
    if (!self->model || !self->row_height)
        return;
    configure (
        self, GTK_ORIENTATION_HORIZONTAL, width, self->title_width + edge (self, self->n_columns));
    configure (self, GTK_ORIENTATION_VERTICAL, height,
        upstand_grid_get_head (self) + (int)self->n_rows * self->row_height);
    get_range (self, width, height, range);
    show_cells (self, range);
    show_titles (self, range);
    show_headings (self, range);
    show_groups (self, range, width);
    if (self->editor) {
        GdkRectangle area;
        upstand_grid_get_area (self, self->row, self->column, &area);
        int asked = MAX (area.width, 96);
        gtk_widget_measure (self->editor, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
        gtk_widget_size_allocate (self->editor,
            &(GtkAllocation){ area.x + area.width - asked, area.y, asked, area.height }, -1);
    }
    if (self->popover)
        gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
upstand_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
    int *natural, int *minimum_baseline, int *natural_baseline)
{
    UpstandGrid *self = UPSTAND_GRID (widget);
    gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;
    *minimum = across ? self->title_width + 60 : upstand_grid_get_head (self) + 60;
    *natural = across ? self->title_width + (self->edges->len ? edge (self, self->n_columns) : 0)
                      : upstand_grid_get_head (self) + (int)self->n_rows * self->row_height;
    *natural = MAX (*natural, *minimum);
}

static void
draw_fields (UpstandGrid *self, GtkSnapshot *snapshot, GPtrArray *fields)
{
    for (guint i = 0; i < fields->len; i++)
        gtk_widget_snapshot_child (GTK_WIDGET (self), g_ptr_array_index (fields, i), snapshot);
}

static void
upstand_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
    UpstandGrid *self = UPSTAND_GRID (widget);
    int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
    int head = upstand_grid_get_head (self);
    GHashTableIter iter;
    gpointer field;
    if (!self->model)
        return;
    gtk_snapshot_push_clip (
        snapshot, &GRAPHENE_RECT_INIT (self->title_width, head, MAX (width - self->title_width, 0),
                      MAX (height - head, 0)));
    g_hash_table_iter_init (&iter, self->cells);
    while (g_hash_table_iter_next (&iter, NULL, &field))
        gtk_widget_snapshot_child (widget, field, snapshot);
    if (self->editor)
        gtk_widget_snapshot_child (widget, self->editor, snapshot);
    gtk_snapshot_pop (snapshot);
    gtk_snapshot_push_clip (
        snapshot, &GRAPHENE_RECT_INIT (0, head, self->title_width, MAX (height - head, 0)));
    draw_fields (self, snapshot, self->titles);
    gtk_snapshot_pop (snapshot);
    gtk_snapshot_push_clip (snapshot,
        &GRAPHENE_RECT_INIT (self->title_width, 0, MAX (width - self->title_width, 0), head));
    draw_fields (self, snapshot, self->headings);
    draw_fields (self, snapshot, self->groups);
    gtk_snapshot_pop (snapshot);
}

/* Selection ---------------------------------------------------------------------------------------
 */

void
upstand_grid_reveal (UpstandGrid *self, guint row, guint column)
{
    GtkAdjustment *across = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
    GtkAdjustment *down = self->adjustments[GTK_ORIENTATION_VERTICAL];
    /* The headings lie over the first part of the page. */
    if (across)
        gtk_adjustment_clamp_page (
            across, edge (self, column), edge (self, column + 1) + self->title_width);
    if (down) {
        int top = (int)row * self->row_height;
        gtk_adjustment_clamp_page (
            down, top, top + self->row_height + upstand_grid_get_head (self));
    }
}

static void
count_selected (UpstandGrid *self, UpstandFigureSum *sum, guint *n)
{
    guint r0, c0, r1, c1;
    upstand_grid_get_selection (self, &r0, &c0, &r1, &c1);
    for (guint row = r0; row <= r1; row++)
        for (guint column = c0; column <= c1; column++) {
            g_auto (UpstandGridCell) cell = { 0 };
            upstand_grid_model_get_cell (self->model, row, column, &cell);
            if (!cell.applies)
                continue;
            upstand_figure_sum_add (sum, cell.figure);
            ++*n;
        }
}

/* One cell says what is to be known of it; a block adds up, and says what is missing. */
static char *
make_status (UpstandGrid *self)
{
    UpstandFigureSum sum = { 0 };
    guint n = 0;
    if (!self->has_cursor || !self->model)
        return g_strdup ("");
    if (self->row == self->anchor_row && self->column == self->anchor_column) {
        g_auto (UpstandGridCell) cell = { 0 };
        UpstandGridColumn column;
        upstand_grid_model_get_cell (self->model, self->row, self->column, &cell);
        upstand_grid_model_get_column (self->model, self->column, &column);
        g_autofree char *note =
            cell.has_note ? upstand_grid_model_get_note (self->model, self->row, self->column)
                          : NULL;
        return g_strdup (cell.finding        ? cell.finding
                         : note              ? note
                         : column.definition ? column.definition
                                             : "");
    }
    count_selected (self, &sum, &n);
    g_autofree char *total = upstand_figure_format (upstand_figure_of (sum.value));
    g_autofree char *cells = g_strdup_printf (ngettext ("%u cell", "%u cells", n), n);
    guint missing = sum.n_holes + sum.n_unanswered;
    if (!missing)
        /* Translators: how many cells are selected, then what they add up to. */
        return g_strdup_printf (_ ("%s · sum %s"), cells, total);
    g_autofree char *without =
        g_strdup_printf (ngettext ("%u without a number", "%u without a number", missing), missing);
    /* Translators: how many cells, at least how much, how many without a number. */
    return g_strdup_printf (_ ("%s · sum at least %s · %s"), cells, total, without);
}

static void
mark_selected (UpstandGrid *self)
{
    GHashTableIter iter;
    gpointer place, field;
    g_hash_table_iter_init (&iter, self->cells);
    while (g_hash_table_iter_next (&iter, &place, &field)) {
        guint row = (GPOINTER_TO_UINT (place) - 1) / self->n_columns;
        guint column = (GPOINTER_TO_UINT (place) - 1) % self->n_columns;
        upstand_grid_field_set_selected (
            field, is_selected (self, row, column), is_cursor (self, row, column));
    }
}

void
upstand_grid_selection_changed (UpstandGrid *self)
{
    g_free (self->status);
    self->status = make_status (self);
    mark_selected (self);
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}

gboolean
upstand_grid_can_write (UpstandGrid *self)
{
    return self->model && self->has_cursor && !self->read_only;
}

/* The keyboard's own focus is on the cell, so that it is read out. */
static void
focus_cursor (UpstandGrid *self)
{
    GtkWidget *field = upstand_grid_get_cell_widget (self, self->row, self->column);
    if (!field) {
        UpstandGridField *made = take_field (self, UPSTAND_GRID_FIELD_CELL);
        fill_cell (self, made, self->row, self->column);
        g_hash_table_insert (self->cells, UPSTAND_GRID_PLACE (self, self->row, self->column), made);
        field = GTK_WIDGET (made);
        gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
    if (!self->editor)
        gtk_widget_grab_focus (field);
}

void
upstand_grid_move_to (UpstandGrid *self, guint row, guint column, gboolean select)
{
    g_return_if_fail (UPSTAND_IS_GRID (self));
    gboolean focused =
        gtk_widget_get_focus_child (GTK_WIDGET (self)) || gtk_widget_has_focus (GTK_WIDGET (self));
    if (!self->n_rows || !self->n_columns)
        return;
    self->has_cursor = TRUE;
    self->row = MIN (row, self->n_rows - 1);
    self->column = MIN (column, self->n_columns - 1);
    if (!select) {
        self->anchor_row = self->row;
        self->anchor_column = self->column;
    }
    upstand_grid_reveal (self, self->row, self->column);
    if (focused)
        focus_cursor (self);
    upstand_grid_selection_changed (self);
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

gboolean
upstand_grid_get_cursor (UpstandGrid *self, guint *row, guint *column)
{
    g_return_val_if_fail (UPSTAND_IS_GRID (self), FALSE);
    *row = self->row;
    *column = self->column;
    return self->has_cursor;
}

void
upstand_grid_get_selection (
    UpstandGrid *self, guint *first_row, guint *first_column, guint *last_row, guint *last_column)
{
    *first_row = MIN (self->row, self->anchor_row);
    *last_row = MAX (self->row, self->anchor_row);
    *first_column = MIN (self->column, self->anchor_column);
    *last_column = MAX (self->column, self->anchor_column);
}

static gboolean
upstand_grid_grab_focus (GtkWidget *widget)
{
    UpstandGrid *self = UPSTAND_GRID (widget);
    if (!self->n_rows || !self->n_columns)
        return FALSE;
    if (!self->has_cursor)
        upstand_grid_move_to (self, 0, 0, FALSE);
    focus_cursor (self);
    return TRUE;
}

/* One stop for Tab from outside; inside, keys move the cursor. */
static gboolean
upstand_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
    return !gtk_widget_get_focus_child (widget) && gtk_widget_grab_focus (widget);
}

/* The model -------------------------------------------------------------------------------------
 */

static void
cell_changed_cb (UpstandGrid *self, guint row, guint column)
{
    UpstandGridField *field =
        g_hash_table_lookup (self->cells, UPSTAND_GRID_PLACE (self, row, column));
    if (field)
        fill_cell (self, field, row, column);
    if (is_selected (self, row, column))
        upstand_grid_selection_changed (self);
}

static void
drop_cells (UpstandGrid *self)
{
    GHashTableIter iter;
    gpointer field;
    g_hash_table_iter_init (&iter, self->cells);
    while (g_hash_table_iter_next (&iter, NULL, &field)) {
        gtk_widget_set_child_visible (field, FALSE);
        g_ptr_array_add (self->spare, field);
    }
    g_hash_table_remove_all (self->cells);
}

static void
layout_changed_cb (UpstandGrid *self)
{
    gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
    guint n_columns = self->n_columns;
    upstand_grid_give_up (self);
    upstand_grid_drop_popover (self);
    drop_cells (self);
    self->n_rows = self->model ? upstand_grid_model_get_n_rows (self->model) : 0;
    self->n_columns = self->model ? upstand_grid_model_get_n_columns (self->model) : 0;
    if (self->model) {
        /* What was pulled wider stays so while the columns are the same. */
        g_autofree char *widths =
            n_columns == self->n_columns ? upstand_grid_get_widths (self) : NULL;
        measure_text (self);
        if (widths)
            upstand_grid_set_widths (self, widths);
    }
    self->has_cursor = self->has_cursor && self->n_rows && self->n_columns;
    if (self->has_cursor) {
        self->row = self->anchor_row = MIN (self->row, self->n_rows - 1);
        self->column = self->anchor_column = MIN (self->column, self->n_columns - 1);
    }
    gtk_widget_queue_resize (GTK_WIDGET (self));
    if (focused && self->has_cursor)
        focus_cursor (self);
    upstand_grid_selection_changed (self);
}

void
upstand_grid_set_model (UpstandGrid *self, UpstandGridModel *model)
{
    g_return_if_fail (UPSTAND_IS_GRID (self) && (!model || UPSTAND_IS_GRID_MODEL (model)));
    if (self->model)
        g_signal_handlers_disconnect_by_data (self->model, self);
    if (!g_set_object (&self->model, model))
        return;
    self->n_columns = 0;
    if (model) {
        g_signal_connect_swapped (model, "cells-changed", G_CALLBACK (cell_changed_cb), self);
        g_signal_connect_swapped (model, "layout-changed", G_CALLBACK (layout_changed_cb), self);
    }
    layout_changed_cb (self);
}

UpstandGridModel *
upstand_grid_get_model (UpstandGrid *self)
{
    g_return_val_if_fail (UPSTAND_IS_GRID (self), NULL);
    return self->model;
}

/* Life --------------------------------------------------------------------------------------------
 */

static void
set_adjustment (UpstandGrid *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
    GtkAdjustment **kept = &self->adjustments[orientation];
    if (*kept)
        g_signal_handler_disconnect (*kept, self->adjustment_handlers[orientation]);
    g_clear_object (kept);
    if (!adjustment)
        return;
    *kept = g_object_ref_sink (adjustment);
    self->adjustment_handlers[orientation] = g_signal_connect_swapped (
        adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_allocate), self);
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
upstand_grid_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
    UpstandGrid *self = UPSTAND_GRID (object);
    switch (id) {
    case PROP_STATUS: g_value_set_string (value, self->status); break;
    case PROP_LABEL: g_value_set_string (value, self->label); break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
        g_value_set_object (value, self->adjustments[id - PROP_HADJUSTMENT]);
        break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
        g_value_set_enum (value, self->policies[id - PROP_HSCROLL_POLICY]);
        break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
upstand_grid_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
    UpstandGrid *self = UPSTAND_GRID (object);
    switch (id) {
    case PROP_LABEL:
        g_free (self->label);
        self->label = g_value_dup_string (value);
        gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
            self->label ? self->label : "", -1);
        break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
        set_adjustment (self, id - PROP_HADJUSTMENT, g_value_get_object (value));
        break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
        self->policies[id - PROP_HSCROLL_POLICY] = g_value_get_enum (value);
        break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
upstand_grid_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
    UpstandGrid *self = UPSTAND_GRID (widget);
    GTK_WIDGET_CLASS (upstand_grid_parent_class)->css_changed (widget, change);
    if (self->model && self->n_columns) {
        g_autofree char *widths = upstand_grid_get_widths (self);
        measure_text (self);
        upstand_grid_set_widths (self, widths);
    }
}

static void
upstand_grid_dispose (GObject *object)
{
    UpstandGrid *self = UPSTAND_GRID (object);
    GtkWidget *child;
    upstand_grid_drop_popover (self);
    upstand_grid_set_model (self, NULL);
    g_hash_table_remove_all (self->cells);
    g_ptr_array_set_size (self->spare, 0);
    g_ptr_array_set_size (self->titles, 0);
    g_ptr_array_set_size (self->headings, 0);
    g_ptr_array_set_size (self->groups, 0);
    while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
        gtk_widget_unparent (child);
    for (guint i = 0; i < 2; i++)
        set_adjustment (self, i, NULL);
    G_OBJECT_CLASS (upstand_grid_parent_class)->dispose (object);
}

static void
upstand_grid_finalize (GObject *object)
{
    UpstandGrid *self = UPSTAND_GRID (object);
    g_hash_table_unref (self->cells);
    g_ptr_array_unref (self->spare);
    g_ptr_array_unref (self->titles);
    g_ptr_array_unref (self->headings);
    g_ptr_array_unref (self->groups);
    g_ptr_array_unref (self->refusals);
    g_array_unref (self->widths);
    g_array_unref (self->edges);
    g_free (self->status);
    g_free (self->label);
    G_OBJECT_CLASS (upstand_grid_parent_class)->finalize (object);
}

static void
upstand_grid_class_init (UpstandGridClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS (klass);
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    object_class->get_property = upstand_grid_get_property;
    object_class->set_property = upstand_grid_set_property;
    object_class->dispose = upstand_grid_dispose;
    object_class->finalize = upstand_grid_finalize;
    widget_class->measure = upstand_grid_measure;
    widget_class->size_allocate = upstand_grid_size_allocate;
    widget_class->snapshot = upstand_grid_snapshot;
    widget_class->css_changed = upstand_grid_css_changed;
    widget_class->grab_focus = upstand_grid_grab_focus;
    widget_class->focus = upstand_grid_focus;

    properties[PROP_STATUS] =
        g_param_spec_string ("status", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
    properties[PROP_LABEL] =
        g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
    g_object_class_install_properties (object_class, N_PROPS, properties);
    g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
    g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
    g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
    g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
    signals[TROUBLE] = g_signal_new ("trouble", UPSTAND_TYPE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
        NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
    signals[COLUMNS_RESIZED] = g_signal_new ("columns-resized", UPSTAND_TYPE_GRID,
        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
    gtk_widget_class_set_css_name (widget_class, "figuregrid");
    gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
    upstand_grid_install_keys (widget_class);
    upstand_grid_install_edits (widget_class);
    upstand_grid_install_blocks (widget_class);
}

static void
upstand_grid_init (UpstandGrid *self)
{
    self->cells = g_hash_table_new (NULL, NULL);
    self->spare = g_ptr_array_new ();
    self->titles = g_ptr_array_new ();
    self->headings = g_ptr_array_new ();
    self->groups = g_ptr_array_new ();
    self->refusals = g_ptr_array_new_with_free_func ((GDestroyNotify)upstand_grid_refusal_free);
    self->widths = g_array_new (FALSE, TRUE, sizeof (int));
    self->edges = g_array_new (FALSE, TRUE, sizeof (int));
    self->status = g_strdup ("");
    self->resized = -1;
    gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
    gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
    upstand_grid_add_pointer (self);
    upstand_grid_add_typing (self);
}

GtkWidget *
upstand_grid_new (void)
{
    return g_object_new (UPSTAND_TYPE_GRID, NULL);
}

const char *
upstand_grid_get_status (UpstandGrid *self)
{
    g_return_val_if_fail (UPSTAND_IS_GRID (self), NULL);
    return self->status;
}

void
upstand_grid_set_read_only (UpstandGrid *self, gboolean read_only)
{
    g_return_if_fail (UPSTAND_IS_GRID (self));
    if (self->read_only == read_only)
        return;
    self->read_only = read_only;
    if (self->model)
        layout_changed_cb (self);
}

char *
upstand_grid_get_widths (UpstandGrid *self)
{
    g_return_val_if_fail (UPSTAND_IS_GRID (self), NULL);
    GString *text = g_string_new (NULL);
    for (guint i = 0; i < self->widths->len; i++)
        g_string_append_printf (text, "%s%d", i ? " " : "", g_array_index (self->widths, int, i));
    return g_string_free (text, FALSE);
}

void
upstand_grid_set_widths (UpstandGrid *self, const char *widths)
{
    g_return_if_fail (UPSTAND_IS_GRID (self) && widths);
    g_auto (GStrv) parts = g_strsplit (widths, " ", -1);
    if (g_strv_length (parts) != self->widths->len)
        return;
    for (guint i = 0; i < self->widths->len; i++)
        g_array_index (self->widths, int, i) =
            CLAMP ((int)g_ascii_strtoll (parts[i], NULL, 10), LEAST_WIDTH, 600);
    place_columns (self);
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

GtkWidget *
upstand_grid_get_cell_widget (UpstandGrid *self, guint row, guint column)
{
    g_return_val_if_fail (UPSTAND_IS_GRID (self), NULL);
    return g_hash_table_lookup (self->cells, UPSTAND_GRID_PLACE (self, row, column));
}

guint
upstand_grid_get_n_widgets (UpstandGrid *self)
{
    g_return_val_if_fail (UPSTAND_IS_GRID (self), 0);
    return g_hash_table_size (self->cells) + self->spare->len;
}

guint
upstand_grid_get_n_fillings (UpstandGrid *self)
{
    g_return_val_if_fail (UPSTAND_IS_GRID (self), 0);
    return self->n_fillings;
}
