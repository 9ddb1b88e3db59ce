/* SPDX-License-Identifier: MIT */
#include "widgets/table-columns.h"

#include <glib/gi18n-lib.h>

/* Rows filled before the height of the window is known, and beyond its edges. */
#define ROWS_BEFORE_SIZE 40
#define ROWS_BEYOND 3
/* How the rest is filled, once scrolling has stopped for a moment. */
#define FILL_MILLISECONDS 150
#define CELLS_AT_ONCE 80

typedef struct {
    UpstandTableColumns *owner;
    GtkColumnViewColumn *column; /* owned */
    const UpstandField *field; /* either this */
    const UpstandTableExtra *extra; /* or that */
    const char *id;
} Column;

struct _UpstandTableColumns {
    GtkColumnView *view; /* owned */
    const UpstandRecordType *type;
    const UpstandTableSetup *setup;
    UpstandViewState *state;
    gpointer user_data;
    GPtrArray *columns; /* of Column, in the order they were described */
    GHashTable *bound; /* GtkListItem to Column: the cells in use */
    GHashTable *waiting; /* of them those out of sight, with nothing in them yet */
    GtkAdjustment *adjustment; /* of the scrolling; owned; NULL until there is one */
    guint idle; /* fills those that wait, while nothing is scrolled */
    Column *asked; /* while it is found out which one sorts */
};

/* Wide enough for what usually stands there in Cantarell 11. */
static const int widths[] = {
    [UPSTAND_KIND_TEXT] = 190,
    [UPSTAND_KIND_PARAGRAPH] = 260,
    [UPSTAND_KIND_NUMBER] = 84,
    [UPSTAND_KIND_DECIMAL] = 84,
    [UPSTAND_KIND_DATE] = 116,
    [UPSTAND_KIND_YES_NO] = 90,
    [UPSTAND_KIND_CHOICE] = 120,
    [UPSTAND_KIND_REFERENCE] = 160,
    [UPSTAND_KIND_LINKS] = 116,
};

static void
column_free (gpointer data)
{
    Column *column = data;
    g_signal_handlers_disconnect_by_data (column->column, column);
    g_signal_handlers_disconnect_by_data (
        gtk_column_view_column_get_factory (column->column), column);
    g_object_unref (column->column);
    g_free (column);
}

static gboolean
is_number (const Column *column)
{
    return column->field && (column->field->kind == UPSTAND_KIND_NUMBER ||
                                column->field->kind == UPSTAND_KIND_DECIMAL);
}

static Column *
find_column (UpstandTableColumns *self, GtkColumnViewColumn *column)
{
    for (guint i = 0; i < self->columns->len; i++)
        if (((Column *)g_ptr_array_index (self->columns, i))->column == column)
            return g_ptr_array_index (self->columns, i);
    g_return_val_if_reached (NULL);
}

static Column *
find_id (UpstandTableColumns *self, const char *id)
{
    for (guint i = 0; i < self->columns->len; i++)
        if (strcmp (((Column *)g_ptr_array_index (self->columns, i))->id, id) == 0)
            return g_ptr_array_index (self->columns, i);
    return NULL;
}

/* What stands in a cell. */

static char *
get_text (Column *column, UpstandRecord *record)
{
    UpstandTableColumns *self = column->owner;
    if (column->extra)
        return column->extra->text (record, self->user_data);
    return upstand_resolver_get_display (
        self->setup->resolve, record, column->field, self->user_data);
}

static const char *
get_style (Column *column, UpstandRecord *record)
{
    UpstandTableColumns *self = column->owner;
    if (column->extra)
        return column->extra->style ? column->extra->style (record, self->user_data) : NULL;
    return self->setup->style ? self->setup->style (record, column->field, self->user_data) : NULL;
}

static void
fill_cell (GtkListItem *item, Column *column)
{
    GtkWidget *cell = gtk_list_item_get_child (item);
    UpstandRecord *record = gtk_list_item_get_item (item);
    g_autofree char *text = record ? get_text (column, record) : NULL;
    const char *style = record ? get_style (column, record) : NULL;
    const char *before = g_object_get_data (G_OBJECT (cell), "style");

    /* A cell shows one line, whatever was typed. */
    if (text)
        g_strdelimit (text, "\n\r\t", ' ');
    gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
    if (g_strcmp0 (before, style) == 0)
        return;
    if (before)
        gtk_widget_remove_css_class (cell, before);
    if (style)
        gtk_widget_add_css_class (cell, style);
    g_object_set_data (G_OBJECT (cell), "style", (char *)style);
}

static void
cell_set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Column *column)
{
    GtkWidget *cell =
        g_object_new (GTK_TYPE_INSCRIPTION, "text-overflow", GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END,
            "min-chars", 1, "nat-chars", 1, "xalign", is_number (column) ? 1.0 : 0.0, NULL);
    if (is_number (column))
        gtk_widget_add_css_class (cell, "numeric");
    g_object_set_data (G_OBJECT (cell), "list-item", item);
    gtk_list_item_set_child (item, cell);
}

/* GTK 4.8 keeps some 200 rows ready, of which 30 are seen. To work out and to shape the words of
 * the others is most of what a frame costs, so they wait until they come into view or nothing else
 * is to be done. The rows are all of one height. */
static gboolean
is_in_view (UpstandTableColumns *self, GtkListItem *item)
{
    GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (self->view));
    guint n = model ? g_list_model_get_n_items (model) : 0;
    double upper = self->adjustment ? gtk_adjustment_get_upper (self->adjustment) : 0;
    double page = self->adjustment ? gtk_adjustment_get_page_size (self->adjustment) : 0;
    if (n == 0 || upper <= 0 || page <= 0)
        return gtk_list_item_get_position (item) < ROWS_BEFORE_SIZE;
    double height = upper / n, value = gtk_adjustment_get_value (self->adjustment);
    double top = gtk_list_item_get_position (item) * height;
    return top >= value - ROWS_BEYOND * height && top <= value + page + ROWS_BEYOND * height;
}

static gboolean
fill_waiting_cb (gpointer user_data)
{
    UpstandTableColumns *self = user_data;
    GHashTableIter iter;
    gpointer item;
    guint filled = 0;
    g_hash_table_iter_init (&iter, self->waiting);
    while (filled < CELLS_AT_ONCE && g_hash_table_iter_next (&iter, &item, NULL)) {
        fill_cell (item, g_hash_table_lookup (self->bound, item));
        g_hash_table_iter_remove (&iter);
        filled++;
    }
    if (g_hash_table_size (self->waiting) > 0)
        return G_SOURCE_CONTINUE;
    self->idle = 0;
    return G_SOURCE_REMOVE;
}

static void
fill_later (UpstandTableColumns *self)
{
    g_clear_handle_id (&self->idle, g_source_remove);
    if (g_hash_table_size (self->waiting) > 0)
        self->idle =
            g_timeout_add_full (G_PRIORITY_LOW, FILL_MILLISECONDS, fill_waiting_cb, self, NULL);
}

static void
scrolled_cb (GtkAdjustment *adjustment, UpstandTableColumns *self)
{
    GHashTableIter iter;
    gpointer item;
    g_hash_table_iter_init (&iter, self->waiting);
    while (g_hash_table_iter_next (&iter, &item, NULL)) {
        if (!is_in_view (self, item))
            continue;
        fill_cell (item, g_hash_table_lookup (self->bound, item));
        g_hash_table_iter_remove (&iter);
    }
    fill_later (self);
}

static void
adjustment_changed_cb (GtkColumnView *view, GParamSpec *pspec, UpstandTableColumns *self)
{
    GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
    if (self->adjustment)
        g_signal_handlers_disconnect_by_data (self->adjustment, self);
    g_set_object (&self->adjustment, adjustment);
    if (!adjustment)
        return;
    /* After the list, which then has bound what it is about to show. */
    g_signal_connect_after (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
    g_signal_connect_after (adjustment, "changed", G_CALLBACK (scrolled_cb), self);
}

static void
cell_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Column *column)
{
    UpstandTableColumns *self = column->owner;
    g_hash_table_insert (self->bound, item, column);
    if (is_in_view (self, item)) {
        fill_cell (item, column);
        return;
    }
    gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (item)), NULL);
    g_hash_table_add (self->waiting, item);
    if (!self->idle)
        fill_later (self);
}

static void
cell_unbound_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Column *column)
{
    g_hash_table_remove (column->owner->bound, item);
    g_hash_table_remove (column->owner->waiting, item);
}

/* Sorting is SQL's. The sorters are there for the headings to be clicked and to carry the arrow,
 * and when asked in earnest each says only that it was asked. */
static int
was_asked_cb (gconstpointer one, gconstpointer other, gpointer user_data)
{
    Column *column = user_data;
    if (!column->owner->asked)
        column->owner->asked = column;
    return -1;
}

/* Remembering. */

static void
remember_order (UpstandTableColumns *self)
{
    GListModel *list = gtk_column_view_get_columns (self->view);
    g_autoptr (GPtrArray) ids = g_ptr_array_new ();
    for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
        g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (list, i);
        g_ptr_array_add (ids, (char *)find_column (self, column)->id);
    }
    g_ptr_array_add (ids, NULL);
    upstand_view_state_set_list (self->state, "columns", (const char *const *)ids->pdata);
}

static void
columns_moved_cb (
    GListModel *list, guint position, guint removed, guint added, UpstandTableColumns *self)
{
    /* A move is a removal and an insertion; only the whole is worth remembering. */
    if (g_list_model_get_n_items (list) == self->columns->len)
        remember_order (self);
}

static void
width_changed_cb (GtkColumnViewColumn *object, GParamSpec *pspec, Column *column)
{
    g_autofree char *key = g_strconcat ("width-", column->id, NULL);
    upstand_view_state_set_number (
        column->owner->state, key, gtk_column_view_column_get_fixed_width (object));
}

static void
visible_changed_cb (GtkColumnViewColumn *object, GParamSpec *pspec, Column *column)
{
    g_autofree char *key = g_strconcat ("shown-", column->id, NULL);
    upstand_view_state_set_number (
        column->owner->state, key, gtk_column_view_column_get_visible (object));
}

/* Making. */

static gboolean
is_hidden (UpstandTableColumns *self, const UpstandField *field)
{
    return self->setup->hidden && g_strv_contains (self->setup->hidden, field->name);
}

static Column *
make_column (UpstandTableColumns *self, const UpstandField *field, const UpstandTableExtra *extra)
{
    Column *column = g_new0 (Column, 1);
    GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
    column->owner = self;
    column->field = field;
    column->extra = extra;
    column->id = field ? field->name : extra->id;
    g_signal_connect (factory, "setup", G_CALLBACK (cell_set_up_cb), column);
    g_signal_connect (factory, "bind", G_CALLBACK (cell_bound_cb), column);
    g_signal_connect (factory, "unbind", G_CALLBACK (cell_unbound_cb), column);
    /* The column takes the factory. */
    column->column =
        gtk_column_view_column_new (gettext (field ? field->label : extra->title), factory);

    gboolean title = field && strcmp (field->name, self->type->title) == 0;
    gboolean listed = field ? (field->flags & UPSTAND_FIELD_LISTED) != 0 && !is_hidden (self, field)
                            : !extra->hidden;
    int width = field ? title ? 260 : widths[field->kind] : extra->width;
    g_autofree char *shown = g_strconcat ("shown-", column->id, NULL);
    g_autofree char *wide = g_strconcat ("width-", column->id, NULL);
    /* A fixed width: otherwise every cell of every row is measured before the first frame. */
    gtk_column_view_column_set_fixed_width (
        column->column, MAX (40, upstand_view_state_get_number (self->state, wide, width)));
    gtk_column_view_column_set_visible (
        column->column, title || upstand_view_state_get_number (self->state, shown, listed));
    gtk_column_view_column_set_resizable (column->column, TRUE);
    gtk_column_view_column_set_expand (column->column, title);
    if (field && field->kind != UPSTAND_KIND_LINKS && field->kind != UPSTAND_KIND_REFERENCE) {
        g_autoptr (GtkCustomSorter) sorter = gtk_custom_sorter_new (was_asked_cb, column, NULL);
        gtk_column_view_column_set_sorter (column->column, GTK_SORTER (sorter));
    }
    g_signal_connect (column->column, "notify::fixed-width", G_CALLBACK (width_changed_cb), column);
    g_signal_connect (column->column, "notify::visible", G_CALLBACK (visible_changed_cb), column);
    g_ptr_array_add (self->columns, column);
    return column;
}

static void
insert_extras (UpstandTableColumns *self, const char *after)
{
    for (guint i = 0; i < self->setup->n_extras; i++)
        if (g_strcmp0 (self->setup->extras[i].after, after) == 0)
            make_column (self, NULL, &self->setup->extras[i]);
}

static void
append_columns (UpstandTableColumns *self)
{
    /* First in the order that is remembered, then what has come since. */
    g_auto (GStrv) order = upstand_view_state_get_list (self->state, "columns");
    g_autoptr (GHashTable) placed = g_hash_table_new (NULL, NULL);
    for (guint i = 0; order && order[i]; i++) {
        Column *column = find_id (self, order[i]);
        if (column && g_hash_table_add (placed, column))
            gtk_column_view_append_column (self->view, column->column);
    }
    for (guint i = 0; i < self->columns->len; i++) {
        Column *column = g_ptr_array_index (self->columns, i);
        if (g_hash_table_add (placed, column))
            gtk_column_view_append_column (self->view, column->column);
    }
}

UpstandTableColumns *
upstand_table_columns_new (GtkColumnView *view, const UpstandRecordType *type,
    const UpstandTableSetup *setup, UpstandViewState *state, gpointer user_data)
{
    UpstandTableColumns *self = g_new0 (UpstandTableColumns, 1);
    self->view = g_object_ref (view);
    self->type = type;
    self->setup = setup;
    self->state = state;
    self->user_data = user_data;
    self->columns = g_ptr_array_new_with_free_func (column_free);
    self->bound = g_hash_table_new (NULL, NULL);
    self->waiting = g_hash_table_new (NULL, NULL);
    g_signal_connect (view, "notify::vadjustment", G_CALLBACK (adjustment_changed_cb), self);
    adjustment_changed_cb (view, NULL, self);
    for (guint i = 0; i < type->n_fields; i++) {
        make_column (self, &type->fields[i], NULL);
        insert_extras (self, type->fields[i].name);
    }
    insert_extras (self, NULL);
    append_columns (self);
    g_signal_connect (
        gtk_column_view_get_columns (view), "items-changed", G_CALLBACK (columns_moved_cb), self);
    return self;
}

void
upstand_table_columns_free (UpstandTableColumns *self)
{
    g_signal_handlers_disconnect_by_data (gtk_column_view_get_columns (self->view), self);
    g_signal_handlers_disconnect_by_data (self->view, self);
    if (self->adjustment)
        g_signal_handlers_disconnect_by_data (self->adjustment, self);
    g_clear_object (&self->adjustment);
    g_clear_handle_id (&self->idle, g_source_remove);
    g_ptr_array_unref (self->columns);
    g_hash_table_unref (self->bound);
    g_hash_table_unref (self->waiting);
    g_object_unref (self->view);
    g_free (self);
}

void
upstand_table_columns_refresh (UpstandTableColumns *self)
{
    GHashTableIter iter;
    gpointer item, column;
    g_hash_table_iter_init (&iter, self->bound);
    while (g_hash_table_iter_next (&iter, &item, &column))
        if (!g_hash_table_contains (self->waiting, item))
            fill_cell (item, column);
}

char *
upstand_table_columns_get_text (
    UpstandTableColumns *self, GtkColumnViewColumn *column, UpstandRecord *record)
{
    char *text = get_text (find_column (self, column), record);
    return text ? text : g_strdup ("");
}

const char *
upstand_table_columns_get_order (UpstandTableColumns *self, GtkColumnViewColumn *column)
{
    return gtk_column_view_column_get_sorter (column) ? find_column (self, column)->id : NULL;
}

GtkColumnViewColumn *
upstand_table_columns_find_order (UpstandTableColumns *self, const char *field)
{
    Column *column = find_id (self, field);
    return column && gtk_column_view_column_get_sorter (column->column) ? column->column : NULL;
}

GtkColumnViewColumn *
upstand_table_columns_get_sorted (UpstandTableColumns *self, gboolean *descending)
{
    /* The view's sorter asks the columns in turn, the clicked one first, and turns its answer
     * round when it goes downwards: two objects of no meaning are enough to learn both. */
    g_autoptr (GObject) one = g_object_new (G_TYPE_OBJECT, NULL);
    g_autoptr (GObject) other = g_object_new (G_TYPE_OBJECT, NULL);
    self->asked = NULL;
    GtkOrdering answer = gtk_sorter_compare (gtk_column_view_get_sorter (self->view), one, other);
    if (descending)
        *descending = answer == GTK_ORDERING_LARGER;
    Column *asked = g_steal_pointer (&self->asked);
    return asked ? asked->column : NULL;
}

const char *
upstand_table_columns_get_id (UpstandTableColumns *self, GtkColumnViewColumn *column)
{
    return find_column (self, column)->id;
}

gboolean
upstand_table_columns_is_cut (GtkWidget *cell)
{
    const char *text = gtk_inscription_get_text (GTK_INSCRIPTION (cell));
    int width;
    if (!text)
        return FALSE;
    g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (cell, text);
    pango_layout_get_pixel_size (layout, &width, NULL);
    return width > gtk_widget_get_width (cell);
}
