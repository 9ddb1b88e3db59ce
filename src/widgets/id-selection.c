/* SPDX-License-Identifier: MIT */
#include "widgets/id-selection.h"

struct _UpstandIdSelection {
    GObject parent_instance;
    UpstandListModel *model;
    GHashTable *ids; /* set of gint64 */
};

static void list_model_init (GListModelInterface *interface);
static void selection_model_init (GtkSelectionModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (UpstandIdSelection, upstand_id_selection, G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
        G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

static GType
get_item_type (GListModel *model)
{
    return UPSTAND_TYPE_RECORD;
}

static guint
get_n_items (GListModel *model)
{
    return g_list_model_get_n_items (G_LIST_MODEL (UPSTAND_ID_SELECTION (model)->model));
}

static gpointer
get_item (GListModel *model, guint position)
{
    return g_list_model_get_item (G_LIST_MODEL (UPSTAND_ID_SELECTION (model)->model), position);
}

static void
list_model_init (GListModelInterface *interface)
{
    interface->get_item_type = get_item_type;
    interface->get_n_items = get_n_items;
    interface->get_item = get_item;
}

static void
add_id (UpstandIdSelection *self, gint64 id)
{
    if (id != 0 && !g_hash_table_contains (self->ids, &id))
        g_hash_table_add (self->ids, g_memdup2 (&id, sizeof id));
}

/* To an empty list there is nothing to say. */
static void
say_all_changed (UpstandIdSelection *self)
{
    guint n = get_n_items (G_LIST_MODEL (self));
    if (n > 0)
        gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, n);
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
    UpstandIdSelection *self = UPSTAND_ID_SELECTION (model);
    if (g_hash_table_size (self->ids) == 0)
        return FALSE;
    gint64 id = upstand_list_model_get_id (self->model, position);
    return id != 0 && g_hash_table_contains (self->ids, &id);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n)
{
    GtkBitset *places = gtk_bitset_new_empty ();
    guint most = get_n_items (G_LIST_MODEL (model));
    for (guint i = position; i < most && i - position < n; i++)
        if (is_selected (model, i))
            gtk_bitset_add (places, i);
    return places;
}

/* @selected decides the places in @mask and leaves the others: every way to choose is this one. */
static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
    UpstandIdSelection *self = UPSTAND_ID_SELECTION (model);
    guint first = G_MAXUINT, last = 0, position, n = get_n_items (G_LIST_MODEL (model));
    GtkBitsetIter iter;
    for (gboolean more = gtk_bitset_iter_init_first (&iter, mask, &position); more && position < n;
         more = gtk_bitset_iter_next (&iter, &position)) {
        gint64 id = upstand_list_model_get_id (self->model, position);
        if (gtk_bitset_contains (selected, position))
            add_id (self, id);
        else
            g_hash_table_remove (self->ids, &id);
        first = MIN (first, position);
        last = position;
    }
    if (first != G_MAXUINT)
        gtk_selection_model_selection_changed (model, first, last - first + 1);
    return TRUE;
}

static gboolean
change_range (GtkSelectionModel *model, guint position, guint n, gboolean selected, gboolean others)
{
    UpstandIdSelection *self = UPSTAND_ID_SELECTION (model);
    g_autoptr (GtkBitset) places = gtk_bitset_new_range (position, n);
    g_autoptr (GtkBitset) mask = NULL;
    g_autoptr (GtkBitset) chosen = selected ? gtk_bitset_ref (places) : gtk_bitset_new_empty ();
    if (others) {
        g_hash_table_remove_all (self->ids);
        mask = gtk_bitset_new_range (position, n);
        set_selection (model, chosen, mask);
        say_all_changed (self);
        return TRUE;
    }
    return set_selection (model, chosen, places);
}

static gboolean
select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
    return change_range (model, position, 1, TRUE, unselect_rest);
}

static gboolean
unselect_item (GtkSelectionModel *model, guint position)
{
    return change_range (model, position, 1, FALSE, FALSE);
}

static gboolean
select_range (GtkSelectionModel *model, guint position, guint n, gboolean unselect_rest)
{
    return change_range (model, position, n, TRUE, unselect_rest);
}

static gboolean
unselect_range (GtkSelectionModel *model, guint position, guint n)
{
    return change_range (model, position, n, FALSE, FALSE);
}

static gboolean
select_all (GtkSelectionModel *model)
{
    return change_range (model, 0, get_n_items (G_LIST_MODEL (model)), TRUE, FALSE);
}

static gboolean
unselect_all (GtkSelectionModel *model)
{
    return change_range (model, 0, get_n_items (G_LIST_MODEL (model)), FALSE, TRUE);
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
    interface->set_selection = set_selection;
}

static void
items_changed_cb (
    GListModel *model, guint position, guint removed, guint added, UpstandIdSelection *self)
{
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
upstand_id_selection_dispose (GObject *object)
{
    UpstandIdSelection *self = UPSTAND_ID_SELECTION (object);
    if (self->model)
        g_signal_handlers_disconnect_by_data (self->model, self);
    g_clear_object (&self->model);
    G_OBJECT_CLASS (upstand_id_selection_parent_class)->dispose (object);
}

static void
upstand_id_selection_finalize (GObject *object)
{
    g_hash_table_unref (UPSTAND_ID_SELECTION (object)->ids);
    G_OBJECT_CLASS (upstand_id_selection_parent_class)->finalize (object);
}

static void
upstand_id_selection_class_init (UpstandIdSelectionClass *klass)
{
    G_OBJECT_CLASS (klass)->dispose = upstand_id_selection_dispose;
    G_OBJECT_CLASS (klass)->finalize = upstand_id_selection_finalize;
}

static void
upstand_id_selection_init (UpstandIdSelection *self)
{
    self->ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

UpstandIdSelection *
upstand_id_selection_new (UpstandListModel *model)
{
    g_return_val_if_fail (UPSTAND_IS_LIST_MODEL (model), NULL);
    UpstandIdSelection *self = g_object_new (UPSTAND_TYPE_ID_SELECTION, NULL);
    self->model = g_object_ref (model);
    g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), self);
    return self;
}

UpstandListModel *
upstand_id_selection_get_model (UpstandIdSelection *self)
{
    g_return_val_if_fail (UPSTAND_IS_ID_SELECTION (self), NULL);
    return self->model;
}

guint
upstand_id_selection_count (UpstandIdSelection *self)
{
    g_return_val_if_fail (UPSTAND_IS_ID_SELECTION (self), 0);
    return g_hash_table_size (self->ids);
}

GArray *
upstand_id_selection_get_ids (UpstandIdSelection *self)
{
    g_return_val_if_fail (UPSTAND_IS_ID_SELECTION (self), NULL);
    GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    guint n = get_n_items (G_LIST_MODEL (self)), chosen = g_hash_table_size (self->ids);
    for (guint i = 0; i < n && ids->len < chosen; i++) {
        gint64 id = upstand_list_model_get_id (self->model, i);
        if (g_hash_table_contains (self->ids, &id))
            g_array_append_val (ids, id);
    }
    return ids;
}

void
upstand_id_selection_set_id (UpstandIdSelection *self, gint64 id)
{
    g_return_if_fail (UPSTAND_IS_ID_SELECTION (self));
    g_hash_table_remove_all (self->ids);
    add_id (self, id);
    say_all_changed (self);
}

gboolean
upstand_id_selection_contains (UpstandIdSelection *self, gint64 id)
{
    g_return_val_if_fail (UPSTAND_IS_ID_SELECTION (self), FALSE);
    return g_hash_table_contains (self->ids, &id);
}

gboolean
upstand_id_selection_settle (UpstandIdSelection *self)
{
    g_return_val_if_fail (UPSTAND_IS_ID_SELECTION (self), FALSE);
    guint before = g_hash_table_size (self->ids);
    if (upstand_list_model_is_loading (self->model) || before == 0)
        return FALSE;
    g_autoptr (GArray) ids = upstand_id_selection_get_ids (self);
    if (ids->len == before)
        return FALSE;
    g_hash_table_remove_all (self->ids);
    for (guint i = 0; i < ids->len; i++)
        add_id (self, g_array_index (ids, gint64, i));
    return TRUE;
}
