/* SPDX-License-Identifier: MIT */
#include "widgets/row-scroller.h"

#include <math.h>

struct _UpstandRowScroller {
    GtkWidget parent_instance;
    GtkColumnView *view; /* of the widget tree */
    UpstandRowWindow *rows;
    GtkAdjustment *vertical; /* of the whole list */
    GtkAdjustment *inside; /* of the rows in the window */
    GtkScrollablePolicy vertical_policy;
    GtkWidget *root; /* whose focus is watched; borrowed */
    int row_height; /* 0: not known yet */
    int page; /* height of what is seen of the rows */
    guint wanted; /* position to reveal once the heights are known; G_MAXUINT: none */
    gint64 cursor; /* id of the row that the keyboard is at */
    guint cursor_position; /* where it was last seen */
    gboolean following; /* one adjustment is being set after the other */
    gboolean placing; /* the focus is being set by us */
};

G_DEFINE_FINAL_TYPE_WITH_CODE (UpstandRowScroller, upstand_row_scroller, GTK_TYPE_WIDGET,
    G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum {
    PROP_0,
    PROP_HADJUSTMENT,
    PROP_VADJUSTMENT,
    PROP_HSCROLL_POLICY,
    PROP_VSCROLL_POLICY,
};

/* The parts of a column view: the headings first, then the list. */
static GtkWidget *
get_header (UpstandRowScroller *self)
{
    return gtk_widget_get_first_child (GTK_WIDGET (self->view));
}

static GtkWidget *
get_list (UpstandRowScroller *self)
{
    return gtk_widget_get_last_child (GTK_WIDGET (self->view));
}

static UpstandListModel *
get_model (UpstandRowScroller *self)
{
    return upstand_id_selection_get_model (upstand_row_window_get_list (self->rows));
}

static guint
count (UpstandRowScroller *self)
{
    return self->rows ? g_list_model_get_n_items (G_LIST_MODEL (get_model (self))) : 0;
}

/* The focus. */

static GtkWidget *
get_focus (UpstandRowScroller *self)
{
    GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
    return root ? gtk_root_get_focus (root) : NULL;
}

/* In the rows, or kept for a row that is out of sight; not in the headings. */
static gboolean
has_focus (UpstandRowScroller *self)
{
    GtkWidget *focus = get_focus (self);
    return focus && (focus == GTK_WIDGET (self) || focus == get_list (self) ||
                        gtk_widget_is_ancestor (focus, get_list (self)));
}

/* The row widget that @widget is or is in, and its place in the window. */
static GtkWidget *
find_row (UpstandRowScroller *self, GtkWidget *widget, guint *row)
{
    GtkWidget *list = get_list (self);
    while (widget && gtk_widget_get_parent (widget) != list)
        widget = gtk_widget_get_parent (widget);
    *row = 0;
    for (GtkWidget *child = widget ? gtk_widget_get_prev_sibling (widget) : NULL; child;
         child = gtk_widget_get_prev_sibling (child))
        (*row)++;
    return widget;
}

static GtkWidget *
get_row (UpstandRowScroller *self, guint row)
{
    GtkWidget *child = gtk_widget_get_first_child (get_list (self));
    while (child && row-- > 0)
        child = gtk_widget_get_next_sibling (child);
    return child;
}

/* What was at the cursor may stand elsewhere now, or be gone: then it is what stands there now. */
static guint
find_cursor (UpstandRowScroller *self)
{
    guint n = count (self);
    if (n == 0)
        return G_MAXUINT;
    if (self->cursor == 0 ||
        upstand_list_model_get_id (get_model (self), self->cursor_position) == self->cursor)
        return MIN (self->cursor_position, n - 1);
    guint position = upstand_list_model_find (get_model (self), self->cursor);
    self->cursor_position = MIN (position == G_MAXUINT ? self->cursor_position : position, n - 1);
    return self->cursor_position;
}

static void
set_cursor (UpstandRowScroller *self, guint position)
{
    self->cursor_position = position;
    self->cursor = upstand_list_model_get_id (get_model (self), position);
}

static gboolean
is_in_view (UpstandRowScroller *self, guint position)
{
    double top = (double)position * self->row_height;
    double value = gtk_adjustment_get_value (self->vertical);
    return self->row_height > 0 && top >= value && top + self->row_height <= value + self->page;
}

/* The rows do not move with their records, so the focus has to. A row that is seen in part would be
 * pulled into view by it, against whoever scrolls: it waits until it is seen as a whole. */
static void
place_focus (UpstandRowScroller *self)
{
    guint position = has_focus (self) ? find_cursor (self) : G_MAXUINT;
    if (position == G_MAXUINT)
        return;
    GtkWidget *row = is_in_view (self, position)
                         ? get_row (self, position - upstand_row_window_get_first (self->rows))
                         : NULL;
    GtkWidget *target = row ? row : GTK_WIDGET (self);
    if (get_focus (self) == target)
        return;
    self->placing = TRUE;
    gtk_widget_grab_focus (target);
    self->placing = FALSE;
}

static void
focus_changed_cb (GtkRoot *root, GParamSpec *pspec, UpstandRowScroller *self)
{
    guint row;
    if (self->placing || !self->rows || !find_row (self, gtk_root_get_focus (root), &row))
        return;
    set_cursor (self, upstand_row_window_get_first (self->rows) + row);
}

/* The adjustments. */

static void
follow (UpstandRowScroller *self)
{
    if (!self->rows || self->row_height == 0 || self->following)
        return;
    double value = gtk_adjustment_get_value (self->vertical);
    self->following = TRUE;
    upstand_row_window_move (self->rows, (guint)MAX (0, value / self->row_height));
    gtk_adjustment_set_value (
        self->inside, value - (double)upstand_row_window_get_first (self->rows) * self->row_height);
    self->following = FALSE;
    place_focus (self);
}

static void
scrolled_cb (GtkAdjustment *adjustment, UpstandRowScroller *self)
{
    follow (self);
}

/* The view scrolls by itself to a row that takes the focus. */
static void
scrolled_inside_cb (GtkAdjustment *inside, UpstandRowScroller *self)
{
    if (self->following || self->row_height == 0 || !self->vertical)
        return;
    gtk_adjustment_set_value (
        self->vertical, (double)upstand_row_window_get_first (self->rows) * self->row_height +
                            gtk_adjustment_get_value (inside));
}

static void
configure (UpstandRowScroller *self, double value)
{
    if (!self->vertical || self->row_height == 0)
        return;
    double upper = MAX ((double)count (self) * self->row_height, self->page);
    gtk_adjustment_configure (self->vertical, CLAMP (value, 0, upper - self->page), 0, upper,
        self->page * 0.1, self->page * 0.9, self->page);
    follow (self);
}

static void
list_changed_cb (
    UpstandRowWindow *rows, guint position, guint removed, guint added, UpstandRowScroller *self)
{
    guint before = count (self) - added + removed;
    double value = self->vertical ? gtk_adjustment_get_value (self->vertical) : 0;
    if (removed == before)
        value = 0; /* another question: its answer begins at the top */
    else if ((double)(position + removed) * self->row_height <= value)
        value += ((double)added - removed) * self->row_height;
    configure (self, value);
    place_focus (self);
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
set_vertical (UpstandRowScroller *self, GtkAdjustment *adjustment)
{
    if (self->vertical == adjustment && adjustment)
        return;
    if (self->vertical)
        g_signal_handlers_disconnect_by_data (self->vertical, self);
    g_clear_object (&self->vertical);
    self->vertical =
        g_object_ref_sink (adjustment ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
    g_signal_connect (self->vertical, "value-changed", G_CALLBACK (scrolled_cb), self);
    configure (self, gtk_adjustment_get_value (self->vertical));
}

/* The keyboard. */

static void
move_cursor (UpstandRowScroller *self, guint position, GdkModifierType modifiers)
{
    gboolean extend = (modifiers & GDK_SHIFT_MASK) != 0;
    gboolean keep = (modifiers & GDK_CONTROL_MASK) != 0;
    /* The same widget may show the next row: a screen reader hears of it when the focus comes anew.
     */
    self->placing = TRUE;
    gtk_widget_grab_focus (GTK_WIDGET (self));
    self->placing = FALSE;
    set_cursor (self, position);
    upstand_row_scroller_reveal (self, position);
    place_focus (self);
    if (extend || !keep)
        upstand_row_window_select (self->rows, position, keep, extend);
}

static guint
rows_in_page (UpstandRowScroller *self)
{
    int rows = self->row_height > 0 ? self->page / self->row_height : 0;
    return (guint)MAX (1, rows - 1);
}

static gboolean
choose_all (UpstandRowScroller *self, gboolean chosen)
{
    if (chosen)
        gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->rows));
    else
        gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->rows));
    return TRUE;
}

gboolean
upstand_row_scroller_press_key (UpstandRowScroller *self, guint key, GdkModifierType modifiers)
{
    g_return_val_if_fail (UPSTAND_IS_ROW_SCROLLER (self), FALSE);
    guint n = count (self), at = n > 0 ? find_cursor (self) : 0, to = at;
    gboolean control = (modifiers & GDK_CONTROL_MASK) != 0;
    if (n == 0 || (modifiers & (GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)))
        return FALSE;
    switch (key) {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up: to = at - MIN (at, 1); break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down: to = at + 1; break;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up: to = at - MIN (at, rows_in_page (self)); break;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down: to = at + rows_in_page (self); break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home: to = 0; break;
    case GDK_KEY_End:
    case GDK_KEY_KP_End: to = n - 1; break;
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
        upstand_row_scroller_reveal (self, at);
        upstand_row_window_select (self->rows, at, TRUE, FALSE);
        return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_KP_Enter:
        upstand_row_scroller_reveal (self, at);
        g_signal_emit_by_name (
            self->view, "activate", at - upstand_row_window_get_first (self->rows));
        return TRUE;
    case GDK_KEY_a:
    case GDK_KEY_slash: return control && choose_all (self, TRUE);
    case GDK_KEY_A:
    case GDK_KEY_backslash: return control && choose_all (self, FALSE);
    default: return FALSE;
    }
    move_cursor (self, MIN (to, n - 1), modifiers);
    return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType modifiers,
    UpstandRowScroller *self)
{
    return has_focus (self) && upstand_row_scroller_press_key (self, key, modifiers);
}

/* With Shift, all from what was chosen last, also where that is out of sight. */
static void
pressed_cb (GtkGestureClick *gesture, int presses, double x, double y, UpstandRowScroller *self)
{
    GdkModifierType modifiers =
        gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
    GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
    guint row;
    widget = self->rows && (modifiers & GDK_SHIFT_MASK) ? find_row (self, widget, &row) : NULL;
    if (!widget)
        return;
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    guint position = upstand_row_window_get_first (self->rows) + row;
    gtk_widget_grab_focus (widget);
    upstand_row_window_select (self->rows, position, (modifiers & GDK_CONTROL_MASK) != 0, TRUE);
}

/* The widget. */

static void
upstand_row_scroller_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
    int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
    gtk_widget_measure (GTK_WIDGET (UPSTAND_ROW_SCROLLER (widget)->view), orientation, for_size,
        minimum, natural, NULL, NULL);
}

/* The list's share of the height, how many rows that is, and then the rows. */
static void
measure_rows (UpstandRowScroller *self, int width, int height)
{
    GtkWidget *row = get_row (self, 0);
    int header_height, row_height;
    gtk_widget_measure (
        get_header (self), GTK_ORIENTATION_VERTICAL, width, &header_height, NULL, NULL, NULL);
    self->page = MAX (0, height - header_height);
    if (!row)
        return;
    gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, width, &row_height, NULL, NULL, NULL);
    if (row_height <= 0)
        return;
    /* In other letters the same rows are to be seen. */
    if (self->row_height > 0 && self->row_height != row_height && self->vertical) {
        double rows = gtk_adjustment_get_value (self->vertical) / self->row_height;
        self->row_height = row_height;
        configure (self, rows * row_height);
    }
    self->row_height = row_height;
    /* One more than fit: the first and the last are seen in part. */
    upstand_row_window_set_size (
        self->rows, (guint)((self->page + row_height - 1) / row_height) + 1);
}

static void
allocate_view (UpstandRowScroller *self, int width, int height, int baseline)
{
    int minimum;
    gtk_widget_measure (
        GTK_WIDGET (self->view), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
    gtk_widget_measure (
        GTK_WIDGET (self->view), GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
    gtk_widget_allocate (GTK_WIDGET (self->view), width, height, baseline, NULL);
}

static void
upstand_row_scroller_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
    UpstandRowScroller *self = UPSTAND_ROW_SCROLLER (widget);
    /* A bar that comes up below does not cover the row that brought it up. */
    if (self->rows && self->wanted == G_MAXUINT && has_focus (self) && count (self) > 0 &&
        is_in_view (self, find_cursor (self)))
        self->wanted = find_cursor (self);
    if (self->rows)
        measure_rows (self, width, height);
    allocate_view (self, width, height, baseline);
    configure (self, self->vertical ? gtk_adjustment_get_value (self->vertical) : 0);
    if (self->wanted != G_MAXUINT)
        upstand_row_scroller_reveal (self, self->wanted);
    /* Only now the view knows how far it can be scrolled; what that moved is placed in this frame.
     */
    allocate_view (self, width, height, baseline);
}

static gboolean
upstand_row_scroller_grab_focus (GtkWidget *widget)
{
    UpstandRowScroller *self = UPSTAND_ROW_SCROLLER (widget);
    gtk_root_set_focus (gtk_widget_get_root (widget), widget);
    if (!self->placing)
        place_focus (self);
    return TRUE;
}

/* Tab enters by the headings, where they take the focus, and the row at the cursor, and leaves: it
 * does not walk through a hundred thousand rows. */
static gboolean
upstand_row_scroller_focus (GtkWidget *widget, GtkDirectionType direction)
{
    UpstandRowScroller *self = UPSTAND_ROW_SCROLLER (widget);
    gboolean back = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP;
    if (has_focus (self))
        return back && gtk_widget_child_focus (get_header (self), direction);
    if (!back && gtk_widget_child_focus (get_header (self), direction))
        return TRUE;
    if (back && gtk_widget_get_focus_child (get_header (self)))
        return gtk_widget_child_focus (get_header (self), direction);
    if (count (self) == 0)
        return FALSE;
    guint cursor = find_cursor (self);
    if (!is_in_view (self, cursor))
        upstand_row_scroller_reveal (self, cursor);
    return gtk_widget_grab_focus (widget);
}

static void
upstand_row_scroller_root (GtkWidget *widget)
{
    UpstandRowScroller *self = UPSTAND_ROW_SCROLLER (widget);
    GTK_WIDGET_CLASS (upstand_row_scroller_parent_class)->root (widget);
    self->root = GTK_WIDGET (gtk_widget_get_root (widget));
    g_signal_connect (self->root, "notify::focus-widget", G_CALLBACK (focus_changed_cb), self);
}

static void
upstand_row_scroller_unroot (GtkWidget *widget)
{
    UpstandRowScroller *self = UPSTAND_ROW_SCROLLER (widget);
    g_signal_handlers_disconnect_by_func (self->root, focus_changed_cb, self);
    self->root = NULL;
    GTK_WIDGET_CLASS (upstand_row_scroller_parent_class)->unroot (widget);
}

static void
upstand_row_scroller_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
    UpstandRowScroller *self = UPSTAND_ROW_SCROLLER (object);
    switch (id) {
    case PROP_HADJUSTMENT:
        g_value_set_object (value, gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->view)));
        break;
    case PROP_HSCROLL_POLICY:
        g_value_set_enum (value, gtk_scrollable_get_hscroll_policy (GTK_SCROLLABLE (self->view)));
        break;
    case PROP_VADJUSTMENT: g_value_set_object (value, self->vertical); break;
    case PROP_VSCROLL_POLICY: g_value_set_enum (value, self->vertical_policy); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
upstand_row_scroller_set_property (
    GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
    UpstandRowScroller *self = UPSTAND_ROW_SCROLLER (object);
    if (!self->view)
        return; /* taken apart already */
    switch (id) {
    case PROP_HADJUSTMENT:
        gtk_scrollable_set_hadjustment (GTK_SCROLLABLE (self->view), g_value_get_object (value));
        break;
    case PROP_HSCROLL_POLICY:
        gtk_scrollable_set_hscroll_policy (GTK_SCROLLABLE (self->view), g_value_get_enum (value));
        break;
    case PROP_VADJUSTMENT: set_vertical (self, g_value_get_object (value)); break;
    case PROP_VSCROLL_POLICY: self->vertical_policy = g_value_get_enum (value); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
upstand_row_scroller_dispose (GObject *object)
{
    UpstandRowScroller *self = UPSTAND_ROW_SCROLLER (object);
    if (self->rows)
        g_signal_handlers_disconnect_by_data (self->rows, self);
    if (self->vertical)
        g_signal_handlers_disconnect_by_data (self->vertical, self);
    if (self->inside)
        g_signal_handlers_disconnect_by_data (self->inside, self);
    if (self->view)
        gtk_widget_unparent (GTK_WIDGET (self->view));
    g_clear_object (&self->view);
    g_clear_object (&self->vertical);
    g_clear_object (&self->inside);
    g_clear_object (&self->rows);
    G_OBJECT_CLASS (upstand_row_scroller_parent_class)->dispose (object);
}

static void
upstand_row_scroller_class_init (UpstandRowScrollerClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS (klass);
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    object_class->dispose = upstand_row_scroller_dispose;
    object_class->get_property = upstand_row_scroller_get_property;
    object_class->set_property = upstand_row_scroller_set_property;
    widget_class->measure = upstand_row_scroller_measure;
    widget_class->size_allocate = upstand_row_scroller_size_allocate;
    widget_class->grab_focus = upstand_row_scroller_grab_focus;
    widget_class->focus = upstand_row_scroller_focus;
    widget_class->root = upstand_row_scroller_root;
    widget_class->unroot = upstand_row_scroller_unroot;
    g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
    g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
    g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
    g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
    gtk_widget_class_set_css_name (widget_class, "row-scroller");
}

static void
upstand_row_scroller_init (UpstandRowScroller *self)
{
    self->wanted = G_MAXUINT;
    gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
    gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

    GtkEventController *keys = gtk_event_controller_key_new ();
    gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
    g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
    gtk_widget_add_controller (GTK_WIDGET (self), keys);
    GtkGesture *click = gtk_gesture_click_new ();
    gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
    g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
    gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
upstand_row_scroller_new (GtkColumnView *view)
{
    g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), NULL);
    UpstandRowScroller *self = g_object_new (UPSTAND_TYPE_ROW_SCROLLER, NULL);
    self->view = g_object_ref_sink (view);
    self->inside = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
    g_signal_connect (self->inside, "value-changed", G_CALLBACK (scrolled_inside_cb), self);
    gtk_scrollable_set_vadjustment (GTK_SCROLLABLE (view), self->inside);
    gtk_widget_set_parent (GTK_WIDGET (view), GTK_WIDGET (self));
    return GTK_WIDGET (self);
}

void
upstand_row_scroller_set_rows (UpstandRowScroller *self, UpstandRowWindow *rows)
{
    g_return_if_fail (UPSTAND_IS_ROW_SCROLLER (self) && UPSTAND_IS_ROW_WINDOW (rows));
    g_return_if_fail (!self->rows);
    self->rows = g_object_ref (rows);
    g_signal_connect (rows, "list-changed", G_CALLBACK (list_changed_cb), self);
    gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (rows));
}

void
upstand_row_scroller_reveal (UpstandRowScroller *self, guint position)
{
    g_return_if_fail (UPSTAND_IS_ROW_SCROLLER (self));
    if (self->row_height == 0 || !self->vertical) {
        self->wanted = position;
        return;
    }
    double top = (double)position * self->row_height, bottom = top + self->row_height;
    double value = gtk_adjustment_get_value (self->vertical);
    self->wanted = G_MAXUINT;
    if (top < value)
        gtk_adjustment_set_value (self->vertical, top);
    else if (bottom > value + self->page)
        gtk_adjustment_set_value (self->vertical, bottom - self->page);
}

void
upstand_row_scroller_set_cursor (UpstandRowScroller *self, guint position)
{
    g_return_if_fail (UPSTAND_IS_ROW_SCROLLER (self) && position < count (self));
    set_cursor (self, position);
    place_focus (self);
}

guint
upstand_row_scroller_get_cursor (UpstandRowScroller *self)
{
    g_return_val_if_fail (UPSTAND_IS_ROW_SCROLLER (self), G_MAXUINT);
    return find_cursor (self);
}
