/* SPDX-License-Identifier: MIT */
#include "widgets/row-window.h"

struct _UpstandRow {
    GObject parent_instance;
    UpstandRecord *record;
    guint position;
};

G_DEFINE_FINAL_TYPE (UpstandRow, upstand_row, G_TYPE_OBJECT)

struct _UpstandRowWindow {
    GObject parent_instance;
    UpstandIdSelection *list;
    GPtrArray *rows; /* of UpstandRow */
    guint size; /* rows wanted */
    guint first;
    gint64 anchor; /* id of what was chosen last: from there a choice is extended */
};

static void list_model_init (GListModelInterface *interface);
static void selection_model_init (GtkSelectionModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (UpstandRowWindow, upstand_row_window, G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
        G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

static guint row_changed;
static guint list_changed;

/* One row. */

static void
upstand_row_finalize (GObject *object)
{
    g_clear_object (&UPSTAND_ROW (object)->record);
    G_OBJECT_CLASS (upstand_row_parent_class)->finalize (object);
}

static void
upstand_row_class_init (UpstandRowClass *klass)
{
    G_OBJECT_CLASS (klass)->finalize = upstand_row_finalize;
    row_changed = g_signal_new (
        "changed", UPSTAND_TYPE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
upstand_row_init (UpstandRow *self)
{
}

UpstandRecord *
upstand_row_get_record (UpstandRow *self)
{
    g_return_val_if_fail (UPSTAND_IS_ROW (self), NULL);
    return self->record;
}

guint
upstand_row_get_position (UpstandRow *self)
{
    g_return_val_if_fail (UPSTAND_IS_ROW (self), 0);
    return self->position;
}

/* Records are not changed once they are read, so the same record needs no second look. */
static void
fill_row (UpstandRow *row, GListModel *list, guint position)
{
    g_autoptr (UpstandRecord) record = g_list_model_get_item (list, position);
    row->position = position;
    if (g_set_object (&row->record, record))
        g_signal_emit (row, row_changed, 0);
}

/* The window as a list. */

static GType
get_item_type (GListModel *model)
{
    return UPSTAND_TYPE_ROW;
}

static guint
get_n_items (GListModel *model)
{
    return UPSTAND_ROW_WINDOW (model)->rows->len;
}

static gpointer
get_item (GListModel *model, guint row)
{
    GPtrArray *rows = UPSTAND_ROW_WINDOW (model)->rows;
    return row < rows->len ? g_object_ref (g_ptr_array_index (rows, row)) : NULL;
}

static void
list_model_init (GListModelInterface *interface)
{
    interface->get_item_type = get_item_type;
    interface->get_n_items = get_n_items;
    interface->get_item = get_item;
}

static guint
count_list (UpstandRowWindow *self)
{
    return g_list_model_get_n_items (G_LIST_MODEL (self->list));
}

/* As many rows as there should be, each with what it should show. */
static void
fill (UpstandRowWindow *self)
{
    guint total = count_list (self), had = self->rows->len, want = MIN (self->size, total);
    self->first = MIN (self->first, total - want);
    for (guint i = 0; i < MIN (had, want); i++)
        fill_row (g_ptr_array_index (self->rows, i), G_LIST_MODEL (self->list), self->first + i);
    for (guint i = had; i < want; i++) {
        g_ptr_array_add (self->rows, g_object_new (UPSTAND_TYPE_ROW, NULL));
        fill_row (g_ptr_array_index (self->rows, i), G_LIST_MODEL (self->list), self->first + i);
    }
    if (want > had)
        g_list_model_items_changed (G_LIST_MODEL (self), had, 0, want - had);
    if (want < had) {
        g_ptr_array_set_size (self->rows, (int)want);
        g_list_model_items_changed (G_LIST_MODEL (self), want, had - want, 0);
    }
}

static void
say_selection_changed (UpstandRowWindow *self)
{
    if (self->rows->len > 0)
        gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, self->rows->len);
}

/* Choosing. */

static gboolean
is_selected (GtkSelectionModel *model, guint row)
{
    UpstandRowWindow *self = UPSTAND_ROW_WINDOW (model);
    return gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->list), self->first + row);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint row, guint n)
{
    GtkBitset *rows = gtk_bitset_new_empty ();
    guint most = get_n_items (G_LIST_MODEL (model));
    for (guint i = row; i < most && i - row < n; i++)
        if (is_selected (model, i))
            gtk_bitset_add (rows, i);
    return rows;
}

static void
set_anchor (UpstandRowWindow *self, guint position)
{
    self->anchor =
        upstand_list_model_get_id (upstand_id_selection_get_model (self->list), position);
}

static gboolean
select_item (GtkSelectionModel *model, guint row, gboolean unselect_rest)
{
    UpstandRowWindow *self = UPSTAND_ROW_WINDOW (model);
    set_anchor (self, self->first + row);
    return gtk_selection_model_select_item (
        GTK_SELECTION_MODEL (self->list), self->first + row, unselect_rest);
}

static gboolean
unselect_item (GtkSelectionModel *model, guint row)
{
    UpstandRowWindow *self = UPSTAND_ROW_WINDOW (model);
    set_anchor (self, self->first + row);
    return gtk_selection_model_unselect_item (GTK_SELECTION_MODEL (self->list), self->first + row);
}

static gboolean
select_range (GtkSelectionModel *model, guint row, guint n, gboolean unselect_rest)
{
    UpstandRowWindow *self = UPSTAND_ROW_WINDOW (model);
    return gtk_selection_model_select_range (
        GTK_SELECTION_MODEL (self->list), self->first + row, n, unselect_rest);
}

static gboolean
unselect_range (GtkSelectionModel *model, guint row, guint n)
{
    UpstandRowWindow *self = UPSTAND_ROW_WINDOW (model);
    return gtk_selection_model_unselect_range (
        GTK_SELECTION_MODEL (self->list), self->first + row, n);
}

/* "All" is all of the list. */
static gboolean
select_all (GtkSelectionModel *model)
{
    return gtk_selection_model_select_all (GTK_SELECTION_MODEL (UPSTAND_ROW_WINDOW (model)->list));
}

static gboolean
unselect_all (GtkSelectionModel *model)
{
    return gtk_selection_model_unselect_all (
        GTK_SELECTION_MODEL (UPSTAND_ROW_WINDOW (model)->list));
}

static void
selection_model_init (GtkSelectionModelInterface *interface)
{
    interface->is_selected = is_selected;
    interface->get_selection_in_range = get_selection_in_range;
    interface->select_item = select_item;
    interface->unselect_item = unselect_item;
    interface->select_range = select_range;
    interface->unselect_range = unselect_range;
    interface->select_all = select_all;
    interface->unselect_all = unselect_all;
}

static void
selection_changed_cb (GtkSelectionModel *list, guint position, guint n, UpstandRowWindow *self)
{
    if (position < self->first + self->rows->len && position + n > self->first)
        say_selection_changed (self);
}

static void
items_changed_cb (
    GListModel *list, guint position, guint removed, guint added, UpstandRowWindow *self)
{
    fill (self);
    say_selection_changed (self);
    g_signal_emit (self, list_changed, 0, position, removed, added);
}

/* Life. */

static void
upstand_row_window_dispose (GObject *object)
{
    UpstandRowWindow *self = UPSTAND_ROW_WINDOW (object);
    if (self->list)
        g_signal_handlers_disconnect_by_data (self->list, self);
    g_clear_object (&self->list);
    G_OBJECT_CLASS (upstand_row_window_parent_class)->dispose (object);
}

static void
upstand_row_window_finalize (GObject *object)
{
    g_ptr_array_unref (UPSTAND_ROW_WINDOW (object)->rows);
    G_OBJECT_CLASS (upstand_row_window_parent_class)->finalize (object);
}

static void
upstand_row_window_class_init (UpstandRowWindowClass *klass)
{
    G_OBJECT_CLASS (klass)->dispose = upstand_row_window_dispose;
    G_OBJECT_CLASS (klass)->finalize = upstand_row_window_finalize;
    list_changed = g_signal_new ("list-changed", UPSTAND_TYPE_ROW_WINDOW, G_SIGNAL_RUN_LAST, 0,
        NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT);
}

static void
upstand_row_window_init (UpstandRowWindow *self)
{
    self->rows = g_ptr_array_new_with_free_func (g_object_unref);
    self->size = 1; /* enough to learn how high a row is */
}

UpstandRowWindow *
upstand_row_window_new (UpstandIdSelection *list)
{
    g_return_val_if_fail (UPSTAND_IS_ID_SELECTION (list), NULL);
    UpstandRowWindow *self = g_object_new (UPSTAND_TYPE_ROW_WINDOW, NULL);
    self->list = g_object_ref (list);
    g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), self);
    g_signal_connect (list, "selection-changed", G_CALLBACK (selection_changed_cb), self);
    fill (self);
    return self;
}

UpstandIdSelection *
upstand_row_window_get_list (UpstandRowWindow *self)
{
    g_return_val_if_fail (UPSTAND_IS_ROW_WINDOW (self), NULL);
    return self->list;
}

void
upstand_row_window_set_size (UpstandRowWindow *self, guint size)
{
    g_return_if_fail (UPSTAND_IS_ROW_WINDOW (self) && size > 0);
    if (self->size == size)
        return;
    self->size = size;
    fill (self);
}

void
upstand_row_window_move (UpstandRowWindow *self, guint first)
{
    g_return_if_fail (UPSTAND_IS_ROW_WINDOW (self));
    guint was = self->first;
    self->first = first;
    fill (self);
    if (self->first != was && upstand_id_selection_count (self->list) > 0)
        say_selection_changed (self);
}

guint
upstand_row_window_get_first (UpstandRowWindow *self)
{
    g_return_val_if_fail (UPSTAND_IS_ROW_WINDOW (self), 0);
    return self->first;
}

void
upstand_row_window_refresh (UpstandRowWindow *self)
{
    g_return_if_fail (UPSTAND_IS_ROW_WINDOW (self));
    for (guint i = 0; i < self->rows->len; i++)
        g_signal_emit (g_ptr_array_index (self->rows, i), row_changed, 0);
}

void
upstand_row_window_select (UpstandRowWindow *self, guint position, gboolean modify, gboolean extend)
{
    g_return_if_fail (UPSTAND_IS_ROW_WINDOW (self));
    GtkSelectionModel *list = GTK_SELECTION_MODEL (self->list);
    guint anchor =
        extend && self->anchor
            ? upstand_list_model_find (upstand_id_selection_get_model (self->list), self->anchor)
            : G_MAXUINT;
    if (anchor != G_MAXUINT) {
        guint low = MIN (anchor, position), n = MAX (anchor, position) - low + 1;
        if (modify && !gtk_selection_model_is_selected (list, anchor))
            gtk_selection_model_unselect_range (list, low, n);
        else
            gtk_selection_model_select_range (list, low, n, !modify);
        return;
    }
    set_anchor (self, position);
    if (!modify)
        gtk_selection_model_select_item (list, position, TRUE);
    else if (gtk_selection_model_is_selected (list, position))
        gtk_selection_model_unselect_item (list, position);
    else
        gtk_selection_model_select_item (list, position, FALSE);
}
