/* SPDX-License-Identifier: MIT */
#include "widgets/record-table.h"

#include <glib/gi18n-lib.h>

struct _UpstandRecordTable {
    AdwBin parent_instance;

    UpstandStore *store;
    const UpstandRecordType *type;
    GtkColumnView *view; /* of the widget tree */
    UpstandRowScroller *scroller; /* likewise */
    UpstandTableColumns *columns;
    UpstandViewState *state;
    UpstandListModel *model;
    UpstandIdSelection *selection;
    UpstandRowWindow *rows; /* those on the screen */
    GtkWidget *menu; /* popover; made when first opened */
    GMenuModel *menu_model;
    GSimpleActionGroup *actions;

    char *order; /* what the table is sorted by; NULL: by age */
    gboolean descending;
    gboolean searching; /* and nobody has clicked a heading since: newest first */
    gboolean arranging; /* the arrow is being set by us */
    guint settling; /* idle source */
};

G_DEFINE_FINAL_TYPE (UpstandRecordTable, upstand_record_table, ADW_TYPE_BIN)

enum {
    SIGNAL_ACTIVATED,
    SIGNAL_SELECTION_CHANGED,
    SIGNAL_FILLED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Sorting. */

/* The arrow is drawn by GTK; what it means is said here. */
static void
describe_headings (UpstandRecordTable *self)
{
    GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
    GtkWidget *heading = gtk_widget_get_first_child (header);
    GListModel *columns = gtk_column_view_get_columns (self->view);
    const char *order = self->searching ? NULL : self->order;
    for (guint i = 0; heading && i < g_list_model_get_n_items (columns); i++) {
        g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
        const char *field = upstand_table_columns_get_order (self->columns, column);
        gboolean sorted = order && g_strcmp0 (field, order) == 0;
        gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_SORT,
            !sorted            ? GTK_ACCESSIBLE_SORT_NONE
            : self->descending ? GTK_ACCESSIBLE_SORT_DESCENDING
                               : GTK_ACCESSIBLE_SORT_ASCENDING,
            -1);
        heading = gtk_widget_get_next_sibling (heading);
    }
}

static void
show_order (UpstandRecordTable *self)
{
    GtkColumnViewColumn *column =
        self->order && !self->searching
            ? upstand_table_columns_find_order (self->columns, self->order)
            : NULL;
    self->arranging = TRUE;
    gtk_column_view_sort_by_column (
        self->view, column, self->descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
    self->arranging = FALSE;
    describe_headings (self);
    g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "order",
        g_variant_new_string (self->order ? self->order : ""));
    g_action_group_change_action_state (
        G_ACTION_GROUP (self->actions), "descending", g_variant_new_boolean (self->descending));
}

static void
order_rows (UpstandRecordTable *self, const char *field, gboolean descending)
{
    if (g_strcmp0 (field, self->order) != 0) {
        g_free (self->order);
        self->order = g_strdup (field);
    }
    self->descending = descending;
    self->searching = FALSE;
    upstand_view_state_set_text (self->state, "sort", field ? field : "");
    upstand_view_state_set_number (self->state, "descending", descending);
    if (!self->model)
        return;
    g_autoptr (UpstandListQuery) query =
        upstand_list_query_copy (upstand_list_model_get_query (self->model));
    upstand_list_query_order (query, field, descending);
    upstand_list_model_set_query (self->model, query);
}

static void
sorter_changed_cb (GtkSorter *sorter, GtkSorterChange change, UpstandRecordTable *self)
{
    if (self->arranging)
        return;
    gboolean descending;
    GtkColumnViewColumn *column = upstand_table_columns_get_sorted (self->columns, &descending);
    order_rows (
        self, column ? upstand_table_columns_get_order (self->columns, column) : NULL, descending);
    show_order (self);
}

static void
order_changed_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
    UpstandRecordTable *self = user_data;
    const char *field = g_variant_get_string (value, NULL);
    gboolean new = g_strcmp0 (field, self->order ? self->order : "") != 0;
    g_simple_action_set_state (action, value);
    if (new || self->searching) {
        if (!self->arranging)
            upstand_record_table_sort (self, *field ? field : NULL, self->descending);
    }
}

static void
descending_changed_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
    UpstandRecordTable *self = user_data;
    g_simple_action_set_state (action, value);
    if (g_variant_get_boolean (value) != self->descending)
        upstand_record_table_sort (self, self->order, !self->descending);
}

/* Choosing, opening, copying. */

static void
selection_changed_cb (GtkSelectionModel *model, guint position, guint n, UpstandRecordTable *self)
{
    g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

static void
row_activated_cb (GtkColumnView *view, guint position, UpstandRecordTable *self)
{
    g_autoptr (UpstandRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
    g_autoptr (UpstandRecord) record = row ? g_object_ref (upstand_row_get_record (row)) : NULL;
    if (record)
        g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, record);
}

static gboolean
settled_cb (gpointer user_data)
{
    UpstandRecordTable *self = user_data;
    self->settling = 0;
    if (upstand_list_model_is_loading (self->model))
        return G_SOURCE_REMOVE;
    if (upstand_id_selection_settle (self->selection))
        g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
    g_signal_emit (self, signals[SIGNAL_FILLED], 0);
    return G_SOURCE_REMOVE;
}

static void
settle (UpstandRecordTable *self)
{
    if (!self->settling)
        self->settling = g_idle_add (settled_cb, self);
}

static void
loading_changed_cb (UpstandListModel *model, GParamSpec *pspec, UpstandRecordTable *self)
{
    settle (self);
}

static void
items_changed_cb (
    GListModel *model, guint position, guint removed, guint added, UpstandRecordTable *self)
{
    settle (self);
}

static gboolean
copied_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
    g_autofree char *text = upstand_record_table_copy_text (UPSTAND_RECORD_TABLE (widget));
    if (!*text)
        return FALSE;
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
    return TRUE;
}

/* The cell under a point of @widget, or NULL. */
static GtkWidget *
find_cell (GtkWidget *widget, double x, double y)
{
    GtkWidget *cell = gtk_widget_pick (widget, x, y, GTK_PICK_DEFAULT);
    while (cell && cell != widget && !GTK_IS_INSCRIPTION (cell)) {
        GtkWidget *child = gtk_widget_get_first_child (cell);
        cell = child && GTK_IS_INSCRIPTION (child) ? child : gtk_widget_get_parent (cell);
    }
    return cell && GTK_IS_INSCRIPTION (cell) ? cell : NULL;
}

static gboolean
tooltip_asked_cb (
    GtkWidget *view, int x, int y, gboolean keyboard, GtkTooltip *tooltip, UpstandRecordTable *self)
{
    GtkWidget *cell = keyboard ? NULL : find_cell (view, x, y);
    if (!cell || !upstand_table_columns_is_cut (cell))
        return FALSE;
    gtk_tooltip_set_text (tooltip, gtk_inscription_get_text (GTK_INSCRIPTION (cell)));
    return TRUE;
}

/* The menu of the chosen rows. */

static void
open_menu (UpstandRecordTable *self, double x, double y)
{
    if (!self->menu_model)
        return;
    if (!self->menu) {
        self->menu = gtk_popover_menu_new_from_model (self->menu_model);
        gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
        gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
        gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
        gtk_popover_set_position (GTK_POPOVER (self->menu), GTK_POS_BOTTOM);
    }
    gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int)x, (int)y, 1, 1 });
    gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
right_pressed_cb (
    GtkGestureClick *gesture, int presses, double x, double y, UpstandRecordTable *self)
{
    double inside_x, inside_y;
    gtk_widget_translate_coordinates (
        GTK_WIDGET (self), GTK_WIDGET (self->view), x, y, &inside_x, &inside_y);
    GtkWidget *cell = find_cell (GTK_WIDGET (self->view), inside_x, inside_y);
    if (!cell)
        return;
    GtkListItem *item = g_object_get_data (G_OBJECT (cell), "list-item");
    /* Outside what is chosen, the row under the pointer is meant. */
    if (!gtk_list_item_get_selected (item))
        upstand_row_window_select (
            self->rows, upstand_row_get_position (gtk_list_item_get_item (item)), FALSE, FALSE);
    open_menu (self, x, y);
}

static gboolean
menu_asked_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
    UpstandRecordTable *self = UPSTAND_RECORD_TABLE (widget);
    GtkRoot *root = gtk_widget_get_root (widget);
    GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
    graphene_rect_t bounds;
    if (!focus || !gtk_widget_is_ancestor (focus, widget) ||
        !gtk_widget_compute_bounds (focus, widget, &bounds))
        bounds = GRAPHENE_RECT_INIT (0, 0, 0, 0);
    open_menu (self, MAX (24, bounds.origin.x + 24), bounds.origin.y + bounds.size.height / 2);
    return self->menu_model != NULL;
}

static gboolean
upstand_record_table_grab_focus (GtkWidget *widget)
{
    return gtk_widget_grab_focus (GTK_WIDGET (UPSTAND_RECORD_TABLE (widget)->scroller));
}

/* Life. */

static void
upstand_record_table_dispose (GObject *object)
{
    UpstandRecordTable *self = UPSTAND_RECORD_TABLE (object);
    g_clear_handle_id (&self->settling, g_source_remove);
    g_clear_pointer (&self->menu, gtk_widget_unparent);
    g_clear_object (&self->menu_model);
    if (self->view)
        g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->view), self);
    self->view = NULL;
    if (self->selection)
        g_signal_handlers_disconnect_by_data (self->selection, self);
    if (self->model)
        g_signal_handlers_disconnect_by_data (self->model, self);
    g_clear_object (&self->rows);
    g_clear_object (&self->selection);
    g_clear_object (&self->model);
    g_clear_object (&self->actions);
    g_clear_object (&self->store);
    G_OBJECT_CLASS (upstand_record_table_parent_class)->dispose (object);
    g_clear_pointer (&self->columns, upstand_table_columns_free);
    g_clear_pointer (&self->state, upstand_view_state_free);
}

static void
upstand_record_table_finalize (GObject *object)
{
    g_free (UPSTAND_RECORD_TABLE (object)->order);
    G_OBJECT_CLASS (upstand_record_table_parent_class)->finalize (object);
}

static void
upstand_record_table_class_init (UpstandRecordTableClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    G_OBJECT_CLASS (klass)->dispose = upstand_record_table_dispose;
    G_OBJECT_CLASS (klass)->finalize = upstand_record_table_finalize;
    widget_class->grab_focus = upstand_record_table_grab_focus;

    signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", UPSTAND_TYPE_RECORD_TABLE,
        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, UPSTAND_TYPE_RECORD);
    signals[SIGNAL_SELECTION_CHANGED] = g_signal_new ("selection-changed",
        UPSTAND_TYPE_RECORD_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
    signals[SIGNAL_FILLED] = g_signal_new ("filled", UPSTAND_TYPE_RECORD_TABLE, G_SIGNAL_RUN_LAST,
        0, NULL, NULL, NULL, G_TYPE_NONE, 0);

    gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, copied_cb, NULL);
    gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_asked_cb, NULL);
    gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_asked_cb, NULL);
    gtk_widget_class_set_css_name (widget_class, "record-table");
}

static void
upstand_record_table_init (UpstandRecordTable *self)
{
    self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
    gtk_column_view_set_show_column_separators (self->view, FALSE);
    gtk_column_view_set_show_row_separators (self->view, TRUE);
    gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
    gtk_widget_set_has_tooltip (GTK_WIDGET (self->view), TRUE);
    g_signal_connect (self->view, "activate", G_CALLBACK (row_activated_cb), self);
    g_signal_connect (self->view, "query-tooltip", G_CALLBACK (tooltip_asked_cb), self);
    g_signal_connect (
        gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sorter_changed_cb), self);

    GtkWidget *scrolled = gtk_scrolled_window_new ();
    self->scroller = UPSTAND_ROW_SCROLLER (upstand_row_scroller_new (self->view));
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->scroller));
    gtk_widget_set_vexpand (scrolled, TRUE);
    adw_bin_set_child (ADW_BIN (self), scrolled);

    GtkGesture *click = gtk_gesture_click_new ();
    gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
    g_signal_connect (click, "pressed", G_CALLBACK (right_pressed_cb), self);
    gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

    static const GActionEntry entries[] = {
        { "order", NULL, "s", "''", order_changed_cb },
        { "descending", NULL, NULL, "false", descending_changed_cb },
    };
    self->actions = g_simple_action_group_new ();
    g_action_map_add_action_entries (
        G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}

static void
add_column_actions (UpstandRecordTable *self)
{
    GListModel *columns = gtk_column_view_get_columns (self->view);
    for (guint i = 0; i < g_list_model_get_n_items (columns); i++) {
        g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
        const char *id = upstand_table_columns_get_id (self->columns, column);
        /* What names the record is always there. */
        if (strcmp (id, self->type->title) == 0)
            continue;
        g_autofree char *name = g_strconcat ("show-", id, NULL);
        g_autoptr (GPropertyAction) action = g_property_action_new (name, column, "visible");
        g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
}

UpstandRecordTable *
upstand_record_table_new (UpstandStore *store, const UpstandRecordType *type,
    const UpstandTableSetup *setup, gpointer user_data)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (store) && type && setup, NULL);
    UpstandRecordTable *self = g_object_new (UPSTAND_TYPE_RECORD_TABLE, NULL);
    self->store = g_object_ref (store);
    self->type = type;
    self->state = upstand_view_state_new (setup->id);
    self->columns = upstand_table_columns_new (self->view, type, setup, self->state, user_data);
    self->order = upstand_view_state_get_text (self->state, "sort");
    self->descending = upstand_view_state_get_number (self->state, "descending", FALSE);
    if (self->order && !upstand_table_columns_find_order (self->columns, self->order))
        g_clear_pointer (&self->order, g_free);
    add_column_actions (self);
    show_order (self);
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, gettext (type->label), -1);
    return self;
}

void
upstand_record_table_set_query (
    UpstandRecordTable *self, const UpstandListQuery *query, const char *words)
{
    g_return_if_fail (UPSTAND_IS_RECORD_TABLE (self) && query);
    g_autoptr (UpstandListQuery) asked = upstand_list_query_copy (query);
    gboolean searching = words && *words;
    upstand_list_query_order (asked, self->order, self->descending);
    if (searching)
        upstand_list_query_search (asked, words);
    if (self->searching != searching) {
        self->searching = searching;
        show_order (self);
    }
    if (self->model) {
        upstand_list_model_set_query (self->model, asked);
        return;
    }
    self->model = upstand_list_model_new (self->store, asked);
    self->selection = upstand_id_selection_new (self->model);
    g_signal_connect (
        self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self);
    g_signal_connect (self->model, "notify::loading", G_CALLBACK (loading_changed_cb), self);
    g_signal_connect (self->model, "items-changed", G_CALLBACK (items_changed_cb), self);
    settle (self);
    self->rows = upstand_row_window_new (self->selection);
    upstand_row_scroller_set_rows (self->scroller, self->rows);
}

void
upstand_record_table_sort (UpstandRecordTable *self, const char *field, gboolean descending)
{
    g_return_if_fail (UPSTAND_IS_RECORD_TABLE (self));
    order_rows (self, field, descending);
    show_order (self);
}

const char *
upstand_record_table_get_sort (UpstandRecordTable *self, gboolean *descending)
{
    g_return_val_if_fail (UPSTAND_IS_RECORD_TABLE (self), NULL);
    if (descending)
        *descending = self->descending;
    return self->order;
}

UpstandListModel *
upstand_record_table_get_model (UpstandRecordTable *self)
{
    g_return_val_if_fail (UPSTAND_IS_RECORD_TABLE (self), NULL);
    return self->model;
}

UpstandIdSelection *
upstand_record_table_get_selection (UpstandRecordTable *self)
{
    g_return_val_if_fail (UPSTAND_IS_RECORD_TABLE (self), NULL);
    return self->selection;
}

void
upstand_record_table_set_menu (UpstandRecordTable *self, GMenuModel *menu)
{
    g_return_if_fail (UPSTAND_IS_RECORD_TABLE (self));
    g_set_object (&self->menu_model, menu);
    g_clear_pointer (&self->menu, gtk_widget_unparent);
}

/* Made when it is first opened. */
static void
fill_columns_menu (GtkMenuButton *button, gpointer user_data)
{
    UpstandRecordTable *self = user_data;
    if (gtk_menu_button_get_menu_model (button))
        return;
    g_autoptr (GMenu) menu = g_menu_new (), shown = g_menu_new (), order = g_menu_new ();
    g_autoptr (GMenu) fields = g_menu_new (), direction = g_menu_new ();
    GListModel *columns = gtk_column_view_get_columns (self->view);
    for (guint i = 0; i < g_list_model_get_n_items (columns); i++) {
        g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
        const char *id = upstand_table_columns_get_id (self->columns, column);
        const char *title = gtk_column_view_column_get_title (column);
        const char *field = upstand_table_columns_get_order (self->columns, column);
        g_autofree char *show = g_strconcat ("table.show-", id, NULL);
        g_autofree char *sort = field ? g_strdup_printf ("table.order('%s')", field) : NULL;
        if (strcmp (id, self->type->title) != 0)
            g_menu_append (shown, title, show);
        if (sort)
            g_menu_append (fields, title, sort);
    }
    g_menu_append (fields, _ ("When it was entered"), "table.order('')");
    g_menu_append (direction, _ ("Downwards"), "table.descending");
    g_menu_append_section (order, NULL, G_MENU_MODEL (fields));
    g_menu_append_section (order, NULL, G_MENU_MODEL (direction));
    g_menu_append_submenu (menu, _ ("Sort by"), G_MENU_MODEL (order));
    g_menu_append_section (menu, _ ("Columns"), G_MENU_MODEL (shown));

    gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

GtkWidget *
upstand_record_table_make_columns_button (UpstandRecordTable *self)
{
    g_return_val_if_fail (UPSTAND_IS_RECORD_TABLE (self), NULL);
    GtkWidget *button = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "view-more-symbolic",
        "tooltip-text", _ ("Columns and order"), NULL);
    gtk_menu_button_set_create_popup_func (
        GTK_MENU_BUTTON (button), fill_columns_menu, g_object_ref (self), g_object_unref);
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Columns and order"), -1);
    gtk_widget_insert_action_group (button, "table", G_ACTION_GROUP (self->actions));
    return button;
}

gboolean
upstand_record_table_reveal (UpstandRecordTable *self, gint64 id, gboolean choose)
{
    g_return_val_if_fail (UPSTAND_IS_RECORD_TABLE (self), FALSE);
    guint position = self->model ? upstand_list_model_find (self->model, id) : G_MAXUINT;
    if (position == G_MAXUINT)
        return FALSE;
    if (choose)
        upstand_row_window_select (self->rows, position, FALSE, FALSE);
    upstand_row_scroller_reveal (self->scroller, position);
    if (choose)
        upstand_row_scroller_set_cursor (self->scroller, position);
    return TRUE;
}

void
upstand_record_table_refresh (UpstandRecordTable *self)
{
    g_return_if_fail (UPSTAND_IS_RECORD_TABLE (self));
    if (self->rows)
        upstand_row_window_refresh (self->rows);
}

char *
upstand_record_table_copy_text (UpstandRecordTable *self)
{
    g_return_val_if_fail (UPSTAND_IS_RECORD_TABLE (self), NULL);
    GString *text = g_string_new (NULL);
    guint n = self->model ? g_list_model_get_n_items (G_LIST_MODEL (self->model)) : 0;
    GListModel *columns = gtk_column_view_get_columns (self->view);
    for (guint row = 0; row < n; row++) {
        if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), row))
            continue;
        g_autoptr (UpstandRecord) record = g_list_model_get_item (G_LIST_MODEL (self->model), row);
        gboolean first = TRUE;
        for (guint i = 0; record && i < g_list_model_get_n_items (columns); i++) {
            g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
            if (!gtk_column_view_column_get_visible (column))
                continue;
            g_autofree char *cell = upstand_table_columns_get_text (self->columns, column, record);
            g_strdelimit (cell, "\t\r\n", ' ');
            g_string_append_printf (text, "%s%s", first ? "" : "\t", cell);
            first = FALSE;
        }
        g_string_append_c (text, '\n');
    }
    return g_string_free (text, FALSE);
}

UpstandRowScroller *
upstand_record_table_get_scroller (UpstandRecordTable *self)
{
    g_return_val_if_fail (UPSTAND_IS_RECORD_TABLE (self), NULL);
    return self->scroller;
}

GtkColumnView *
upstand_record_table_get_view (UpstandRecordTable *self)
{
    g_return_val_if_fail (UPSTAND_IS_RECORD_TABLE (self), NULL);
    return self->view;
}
