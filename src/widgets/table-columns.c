/* SPDX-License-Identifier: MIT */
#include "widgets/table-columns.h"

#include <glib/gi18n-lib.h>

#include "widgets/row-window.h"

typedef struct {
    UpstandTableColumns *owner;
    GtkColumnViewColumn *column; /* owned */
    const UpstandField *field; /* either this */
    const UpstandTableExtra *extra; /* or that */
    const char *id;
    int width; /* when nothing is remembered, in pixels */
} Column;

struct _UpstandTableColumns {
    GtkColumnView *view; /* owned */
    const UpstandRecordType *type;
    const UpstandTableSetup *setup;
    UpstandViewState *state;
    gpointer user_data;
    GPtrArray *columns; /* of Column, in the order they were described */
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
    UpstandRecord *record = upstand_row_get_record (gtk_list_item_get_item (item));
    g_autofree char *text = get_text (column, record);
    const char *style = get_style (column, record);
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

static void
row_changed_cb (UpstandRow *row, GtkListItem *item)
{
    fill_cell (item, g_object_get_data (G_OBJECT (item), "column"));
}

static void
cell_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Column *column)
{
    g_object_set_data (G_OBJECT (item), "column", column);
    g_signal_connect (gtk_list_item_get_item (item), "changed", G_CALLBACK (row_changed_cb), item);
    fill_cell (item, column);
}

static void
cell_unbound_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Column *column)
{
    g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), row_changed_cb, item);
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

/* A fixed width: otherwise every cell of every row is measured before the first frame. A column
 * that is not shown has none, as GTK 4.8 counts its width all the same and leaves that room empty.
 */
static void
set_width (Column *column)
{
    g_autofree char *key = g_strconcat ("width-", column->id, NULL);
    int width =
        gtk_column_view_column_get_visible (column->column)
            ? MAX (40, upstand_view_state_get_number (column->owner->state, key, column->width))
            : 0;
    g_signal_handlers_block_by_func (column->column, width_changed_cb, column);
    gtk_column_view_column_set_fixed_width (column->column, width);
    g_signal_handlers_unblock_by_func (column->column, width_changed_cb, column);
}

static void
visible_changed_cb (GtkColumnViewColumn *object, GParamSpec *pspec, Column *column)
{
    set_width (column);
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
    g_autofree char *shown = g_strconcat ("shown-", column->id, NULL);
    column->width = field ? title ? 260 : widths[field->kind] : extra->width;
    gtk_column_view_column_set_visible (
        column->column, title || upstand_view_state_get_number (self->state, shown, listed));
    set_width (column);
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
    g_ptr_array_unref (self->columns);
    g_object_unref (self->view);
    g_free (self);
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
