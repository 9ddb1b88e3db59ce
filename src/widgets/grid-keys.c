/* SPDX-License-Identifier: MIT */
#include "widgets/grid-private.h"

/* Moving and pointing. Each move is an action with a word for the way and whether it selects. */

/* How near to a column's edge a pointer takes hold of it. */
#define GRIP 5

static gboolean
is_filled (UpstandGrid *self, guint row, guint column)
{
    g_auto (UpstandGridCell) cell = { 0 };
    upstand_grid_model_get_cell (self->model, row, column, &cell);
    g_autofree char *text = upstand_grid_cell_format (&cell);
    return cell.applies && *text;
}

/* As spreadsheets do: to the end of a run of filled cells, or over a gap to the next one. */
static void
go_far (UpstandGrid *self, int down, int across)
{
    gint64 row = self->row, column = self->column;
    gboolean leaving = FALSE, first = TRUE;
    for (;;) {
        gint64 next_row = row + down, next_column = column + across;
        if (next_row < 0 || next_column < 0 || next_row >= self->n_rows ||
            next_column >= self->n_columns)
            break;
        gboolean here = is_filled (self, (guint)row, (guint)column);
        gboolean there = is_filled (self, (guint)next_row, (guint)next_column);
        if (first)
            leaving = !here || !there;
        if (!first && !leaving && !there)
            break;
        row = next_row;
        column = next_column;
        first = FALSE;
        if (leaving && there)
            break;
    }
    self->row = (guint)row;
    self->column = (guint)column;
}

static guint
rows_a_page (UpstandGrid *self)
{
    int room = gtk_widget_get_height (GTK_WIDGET (self)) - upstand_grid_get_head (self);
    return (guint)MAX (room / MAX (self->row_height, 1) - 1, 1);
}

/* On from one cell to the next, and from the end of a row to the next one's beginning. */
static void
step_on (UpstandGrid *self, gboolean back)
{
    guint n = self->n_rows * self->n_columns, at = self->row * self->n_columns + self->column;
    at = back ? (at ? at - 1 : 0) : MIN (at + 1, n - 1);
    self->row = at / self->n_columns;
    self->column = at % self->n_columns;
}

static guint
less (guint value, guint by)
{
    return value > by ? value - by : 0;
}

static void
move (UpstandGrid *self, const char *way)
{
    if (g_str_equal (way, "left"))
        self->column = less (self->column, 1);
    else if (g_str_equal (way, "right"))
        self->column++;
    else if (g_str_equal (way, "up"))
        self->row = less (self->row, 1);
    else if (g_str_equal (way, "down"))
        self->row++;
    else if (g_str_equal (way, "far-left"))
        go_far (self, 0, -1);
    else if (g_str_equal (way, "far-right"))
        go_far (self, 0, 1);
    else if (g_str_equal (way, "far-up"))
        go_far (self, -1, 0);
    else if (g_str_equal (way, "far-down"))
        go_far (self, 1, 0);
    else if (g_str_equal (way, "page-up"))
        self->row = less (self->row, rows_a_page (self));
    else if (g_str_equal (way, "page-down"))
        self->row += rows_a_page (self);
    else if (g_str_equal (way, "home"))
        self->column = 0;
    else if (g_str_equal (way, "end"))
        self->column = self->n_columns - 1;
    else if (g_str_equal (way, "first"))
        self->row = self->column = 0;
    else if (g_str_equal (way, "last")) {
        self->row = self->n_rows - 1;
        self->column = self->n_columns - 1;
    } else if (g_str_equal (way, "on") || g_str_equal (way, "back"))
        step_on (self, g_str_equal (way, "back"));
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandGrid *self = UPSTAND_GRID (widget);
    const char *way;
    gboolean select;
    g_variant_get (parameter, "(&sb)", &way, &select);
    if (!self->n_rows || !self->n_columns || !upstand_grid_flush (self))
        return;
    if (self->has_cursor)
        move (self, way);
    upstand_grid_move_to (self, self->row, self->column, select);
}

static void
select_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandGrid *self = UPSTAND_GRID (widget);
    if (!self->n_rows || !self->n_columns || !upstand_grid_flush (self))
        return;
    self->has_cursor = TRUE;
    self->anchor_row = self->n_rows - 1;
    self->anchor_column = self->n_columns - 1;
    self->row = self->column = 0;
    upstand_grid_selection_changed (self);
}

/* Out of the grid, past all of its cells. */
static void
leave_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandGrid *self = UPSTAND_GRID (widget);
    GtkRoot *root = gtk_widget_get_root (widget);
    if (!upstand_grid_flush (self) || !root)
        return;
    /* With the keyboard on the grid itself, what comes next is outside it. */
    gtk_root_set_focus (root, widget);
    gtk_widget_child_focus (GTK_WIDGET (root),
        g_variant_get_boolean (parameter) ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
}

static void
bind (GtkWidgetClass *klass, guint key, GdkModifierType modifiers, const char *way)
{
    gtk_widget_class_add_binding_action (klass, key, modifiers, "grid.move", "(sb)", way, FALSE);
    gtk_widget_class_add_binding_action (
        klass, key, modifiers | GDK_SHIFT_MASK, "grid.move", "(sb)", way, TRUE);
}

void
upstand_grid_install_keys (GtkWidgetClass *klass)
{
    static const struct {
        guint key, keypad;
        const char *way, *far;
    } keys[] = {
        { GDK_KEY_Left, GDK_KEY_KP_Left, "left", "far-left" },
        { GDK_KEY_Right, GDK_KEY_KP_Right, "right", "far-right" },
        { GDK_KEY_Up, GDK_KEY_KP_Up, "up", "far-up" },
        { GDK_KEY_Down, GDK_KEY_KP_Down, "down", "far-down" },
        { GDK_KEY_Home, GDK_KEY_KP_Home, "home", "first" },
        { GDK_KEY_End, GDK_KEY_KP_End, "end", "last" },
    };
    gtk_widget_class_install_action (klass, "grid.move", "(sb)", move_action);
    gtk_widget_class_install_action (klass, "grid.select-all", NULL, select_all_action);
    gtk_widget_class_install_action (klass, "grid.leave", "b", leave_action);
    for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
        bind (klass, keys[i].key, 0, keys[i].way);
        bind (klass, keys[i].keypad, 0, keys[i].way);
        bind (klass, keys[i].key, GDK_CONTROL_MASK, keys[i].far);
        bind (klass, keys[i].keypad, GDK_CONTROL_MASK, keys[i].far);
    }
    bind (klass, GDK_KEY_Page_Up, 0, "page-up");
    bind (klass, GDK_KEY_Page_Down, 0, "page-down");
    /* Tab and Enter go on, and with Shift back: they do not select. */
    static const struct {
        guint key;
        GdkModifierType modifiers;
        const char *way;
    } others[] = {
        { GDK_KEY_Tab, 0, "on" },
        { GDK_KEY_KP_Tab, 0, "on" },
        { GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, "back" },
        { GDK_KEY_Tab, GDK_SHIFT_MASK, "back" },
        { GDK_KEY_Return, 0, "down" },
        { GDK_KEY_KP_Enter, 0, "down" },
        { GDK_KEY_Return, GDK_SHIFT_MASK, "up" },
        { GDK_KEY_KP_Enter, GDK_SHIFT_MASK, "up" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (others); i++)
        gtk_widget_class_add_binding_action (
            klass, others[i].key, others[i].modifiers, "grid.move", "(sb)", others[i].way, FALSE);
    gtk_widget_class_add_binding_action (
        klass, GDK_KEY_a, GDK_CONTROL_MASK, "grid.select-all", NULL);
    gtk_widget_class_add_binding_action (klass, GDK_KEY_F6, 0, "grid.leave", "b", FALSE);
    gtk_widget_class_add_binding_action (
        klass, GDK_KEY_F6, GDK_SHIFT_MASK, "grid.leave", "b", TRUE);
    gtk_widget_class_add_binding_action (
        klass, GDK_KEY_Tab, GDK_CONTROL_MASK, "grid.leave", "b", FALSE);
    gtk_widget_class_add_binding_action (
        klass, GDK_KEY_Tab, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "grid.leave", "b", TRUE);
    gtk_widget_class_add_binding_action (
        klass, GDK_KEY_ISO_Left_Tab, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "grid.leave", "b", TRUE);
}

/* The pointer ----------------------------------------------------------------------------------
 */

/* The cell at that place; FALSE over the headings and past the end. */
static gboolean
find_cell (UpstandGrid *self, double x, double y, guint *row, guint *column)
{
    if (x < self->title_width || y < upstand_grid_get_head (self))
        return FALSE;
    for (*column = 0; *column < self->n_columns; ++*column) {
        GdkRectangle area;
        upstand_grid_get_area (self, 0, *column, &area);
        if (x < area.x || x >= area.x + area.width)
            continue;
        double down = y - area.y;
        *row = down < 0 ? G_MAXUINT : (guint)(down / self->row_height);
        return *row < self->n_rows;
    }
    return FALSE;
}

/* The column whose right edge is taken hold of; -1: none. */
static int
find_edge (UpstandGrid *self, double x, double y)
{
    if (y >= upstand_grid_get_head (self) || x < self->title_width)
        return -1;
    for (guint i = 0; i < self->n_columns; i++) {
        GdkRectangle area;
        upstand_grid_get_area (self, 0, i, &area);
        if (ABS (x - (area.x + area.width)) <= GRIP)
            return (int)i;
    }
    return -1;
}

static void
drag_begun_cb (UpstandGrid *self, double x, double y, GtkGesture *gesture)
{
    guint row, column;
    GdkModifierType modifiers =
        gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
    self->resized = find_edge (self, x, y);
    if (self->resized >= 0) {
        self->resized_from = g_array_index (self->widths, int, self->resized);
        return;
    }
    if (!find_cell (self, x, y, &row, &column)) {
        gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
        return;
    }
    if (self->editor && row == self->row && column == self->column) {
        gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
        return;
    }
    if (!upstand_grid_flush (self))
        return;
    upstand_grid_move_to (self, row, column, self->has_cursor && modifiers & GDK_SHIFT_MASK);
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
dragged_cb (UpstandGrid *self, double dx, double dy, GtkGestureDrag *gesture)
{
    double x, y;
    guint row, column;
    gtk_gesture_drag_get_start_point (gesture, &x, &y);
    if (self->resized >= 0) {
        g_autofree char *widths = NULL;
        g_array_index (self->widths, int, self->resized) = MAX (self->resized_from + (int)dx, 0);
        widths = upstand_grid_get_widths (self);
        upstand_grid_set_widths (self, widths);
        return;
    }
    if (self->has_cursor && !self->editor && find_cell (self, x + dx, y + dy, &row, &column) &&
        (row != self->row || column != self->column))
        upstand_grid_move_to (self, row, column, TRUE);
}

static void
drag_ended_cb (UpstandGrid *self)
{
    if (self->resized >= 0)
        g_signal_emit_by_name (self, "columns-resized");
    self->resized = -1;
}

static void
clicked_cb (UpstandGrid *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
    guint row, column;
    if (n_press == 2 && find_cell (self, x, y, &row, &column) && !self->editor)
        gtk_widget_activate_action (GTK_WIDGET (self), "grid.edit", NULL);
}

static void
menu_clicked_cb (UpstandGrid *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
    guint row, column, r0, c0, r1, c1;
    if (!find_cell (self, x, y, &row, &column) || !upstand_grid_flush (self))
        return;
    upstand_grid_get_selection (self, &r0, &c0, &r1, &c1);
    if (!self->has_cursor || row < r0 || row > r1 || column < c0 || column > c1)
        upstand_grid_move_to (self, row, column, FALSE);
    gtk_widget_grab_focus (GTK_WIDGET (self));
    upstand_grid_open_menu (self);
}

static void
pointer_moved_cb (UpstandGrid *self, double x, double y)
{
    gtk_widget_set_cursor_from_name (
        GTK_WIDGET (self), find_edge (self, x, y) >= 0 ? "col-resize" : NULL);
}

static gboolean
query_tooltip_cb (
    UpstandGrid *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer data)
{
    guint row = self->row, column = self->column;
    if (!self->model || self->editor)
        return FALSE;
    if (!keyboard && y < upstand_grid_get_head (self) && x >= self->title_width) {
        for (guint i = 0; i < self->n_columns; i++) {
            GdkRectangle area;
            UpstandGridColumn says;
            upstand_grid_get_area (self, 0, i, &area);
            upstand_grid_model_get_column (self->model, i, &says);
            if (x < area.x || x >= area.x + area.width || !says.definition)
                continue;
            gtk_tooltip_set_text (tooltip, says.definition);
            return TRUE;
        }
        return FALSE;
    }
    if (keyboard ? !self->has_cursor : !find_cell (self, x, y, &row, &column))
        return FALSE;
    g_auto (UpstandGridCell) cell = { 0 };
    upstand_grid_model_get_cell (self->model, row, column, &cell);
    g_autofree char *note =
        cell.has_note ? upstand_grid_model_get_note (self->model, row, column) : NULL;
    g_autofree char *both =
        cell.finding && note ? g_strdup_printf ("%s\n%s", cell.finding, note) : NULL;
    const char *words = both ? both : cell.finding ? cell.finding : note;
    gtk_tooltip_set_text (tooltip, words);
    return words != NULL;
}

void
upstand_grid_add_pointer (UpstandGrid *self)
{
    GtkGesture *drag = gtk_gesture_drag_new ();
    GtkGesture *click = gtk_gesture_click_new ();
    GtkGesture *menu = gtk_gesture_click_new ();
    GtkEventController *motion = gtk_event_controller_motion_new ();
    g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begun_cb), self);
    g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (dragged_cb), self);
    g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_ended_cb), self);
    g_signal_connect_swapped (click, "pressed", G_CALLBACK (clicked_cb), self);
    gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
    g_signal_connect_swapped (menu, "pressed", G_CALLBACK (menu_clicked_cb), self);
    g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved_cb), self);
    gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
    gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
    gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
    gtk_widget_add_controller (GTK_WIDGET (self), motion);
    gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
    g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
