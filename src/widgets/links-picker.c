/* SPDX-License-Identifier: MIT */
#include "widgets/links-picker.h"

#include <glib/gi18n-lib.h>

#include "records/list-model.h"

/* Up to so many, the search looks at the names as they are shown ("8.2"); above, it is SQL's. */
#define MOST_IN_MEMORY 500

struct _UpstandLinksPicker {
    GtkPopover parent_instance;
    UpstandStore *store;
    const UpstandField *field;
    UpstandResolver resolve;
    gpointer user_data;
    GArray *ids; /* ticked */
    char *words; /* folded */
    UpstandListModel *model;
    GtkFilterListModel *filtered;
    GtkCustomFilter *filter;
    GtkWidget *search;
    GtkWidget *view;
    GtkWidget *nothing;
    GHashTable *checks; /* GtkListItem in use, as a set */
};

G_DEFINE_FINAL_TYPE (UpstandLinksPicker, upstand_links_picker, GTK_TYPE_POPOVER)

enum {
    SIGNAL_TOGGLED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
get_label (UpstandLinksPicker *self, UpstandRecord *record)
{
    char *label = self->resolve ? self->resolve (self->field, record->id, self->user_data) : NULL;
    return label ? label : upstand_record_get_title (record);
}

static gboolean
is_wanted (gpointer item, gpointer user_data)
{
    UpstandLinksPicker *self = user_data;
    if (!self->words || !*self->words)
        return TRUE;
    g_autofree char *label = get_label (self, item);
    g_autofree char *folded = g_utf8_casefold (label, -1);
    return strstr (folded, self->words) != NULL;
}

static void
show_whether_empty (UpstandLinksPicker *self)
{
    gtk_widget_set_visible (
        self->nothing, g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) == 0);
}

static void
search_changed_cb (GtkSearchEntry *entry, UpstandLinksPicker *self)
{
    const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
    gboolean was_searching = self->words && *self->words;
    g_free (self->words);
    self->words = g_utf8_casefold (text, -1);
    g_strstrip (self->words);
    gboolean in_memory = gtk_filter_list_model_get_filter (self->filtered) != NULL;
    if (in_memory) {
        gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
    } else if (was_searching || *self->words) {
        g_autoptr (UpstandListQuery) query = upstand_list_query_new_for_target (self->field);
        upstand_list_query_search (query, *self->words ? text : NULL);
        upstand_list_model_set_query (self->model, query);
    }
    show_whether_empty (self);
}

static void
fill_check (UpstandLinksPicker *self, GtkListItem *item)
{
    UpstandRecord *record = gtk_list_item_get_item (item);
    GtkWidget *check = gtk_list_item_get_child (item);
    if (!record)
        return;
    g_autofree char *label = get_label (self, record);
    gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (check)), label);
    gtk_check_button_set_active (GTK_CHECK_BUTTON (gtk_widget_get_first_child (check)),
        upstand_ids_contain (self->ids, record->id));
}

static void
check_set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item, UpstandLinksPicker *self)
{
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
    GtkWidget *check = gtk_check_button_new ();
    GtkWidget *label = gtk_label_new (NULL);
    /* The row is what is clicked and what has the keyboard. */
    gtk_widget_set_can_target (check, FALSE);
    gtk_widget_set_focusable (check, FALSE);
    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_label_set_width_chars (GTK_LABEL (label), 38);
    gtk_label_set_max_width_chars (GTK_LABEL (label), 38);
    gtk_box_append (GTK_BOX (box), check);
    gtk_box_append (GTK_BOX (box), label);
    gtk_accessible_update_relation (
        GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
    gtk_list_item_set_child (item, box);
}

static void
check_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *item, UpstandLinksPicker *self)
{
    g_hash_table_add (self->checks, item);
    fill_check (self, item);
}

static void
check_unbound_cb (GtkSignalListItemFactory *factory, GtkListItem *item, UpstandLinksPicker *self)
{
    g_hash_table_remove (self->checks, item);
}

static void
row_activated_cb (GtkListView *view, guint position, UpstandLinksPicker *self)
{
    g_autoptr (UpstandRecord) record =
        g_list_model_get_item (G_LIST_MODEL (self->filtered), position);
    if (record)
        g_signal_emit (self, signals[SIGNAL_TOGGLED], 0, record->id);
}

static void
search_activated_cb (GtkSearchEntry *entry, UpstandLinksPicker *self)
{
    /* Enter takes the only one that is left. */
    if (g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) == 1)
        row_activated_cb (GTK_LIST_VIEW (self->view), 0, self);
}

static void
list_changed_cb (
    GListModel *list, guint position, guint removed, guint added, UpstandLinksPicker *self)
{
    show_whether_empty (self);
}

static void
model_filled_cb (UpstandListModel *model, GParamSpec *pspec, UpstandLinksPicker *self)
{
    if (!upstand_list_model_is_loading (model) && (!self->words || !*self->words))
        gtk_filter_list_model_set_filter (
            self->filtered, g_list_model_get_n_items (G_LIST_MODEL (model)) <= MOST_IN_MEMORY
                                ? GTK_FILTER (self->filter)
                                : NULL);
}

/* The records are asked for when the list is first opened. */
static void
make_list (UpstandLinksPicker *self)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new_for_target (self->field);
    self->model = upstand_list_model_new (self->store, query);
    gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (self->model));
    g_signal_connect (self->model, "notify::loading", G_CALLBACK (model_filled_cb), self);
    model_filled_cb (self->model, NULL, self);
    show_whether_empty (self);
}

static void
upstand_links_picker_map (GtkWidget *widget)
{
    UpstandLinksPicker *self = UPSTAND_LINKS_PICKER (widget);
    if (!self->model)
        make_list (self);
    GTK_WIDGET_CLASS (upstand_links_picker_parent_class)->map (widget);
    gtk_widget_grab_focus (self->search);
}

static void
upstand_links_picker_dispose (GObject *object)
{
    UpstandLinksPicker *self = UPSTAND_LINKS_PICKER (object);
    if (self->model)
        g_signal_handlers_disconnect_by_data (self->model, self);
    if (self->filtered)
        g_signal_handlers_disconnect_by_data (self->filtered, self);
    g_clear_object (&self->model);
    g_clear_object (&self->filtered);
    g_clear_object (&self->filter);
    g_clear_object (&self->store);
    G_OBJECT_CLASS (upstand_links_picker_parent_class)->dispose (object);
}

static void
upstand_links_picker_finalize (GObject *object)
{
    UpstandLinksPicker *self = UPSTAND_LINKS_PICKER (object);
    g_hash_table_unref (self->checks);
    g_array_unref (self->ids);
    g_free (self->words);
    G_OBJECT_CLASS (upstand_links_picker_parent_class)->finalize (object);
}

static void
upstand_links_picker_class_init (UpstandLinksPickerClass *klass)
{
    G_OBJECT_CLASS (klass)->dispose = upstand_links_picker_dispose;
    G_OBJECT_CLASS (klass)->finalize = upstand_links_picker_finalize;
    GTK_WIDGET_CLASS (klass)->map = upstand_links_picker_map;
    signals[SIGNAL_TOGGLED] = g_signal_new ("toggled", UPSTAND_TYPE_LINKS_PICKER, G_SIGNAL_RUN_LAST,
        0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
upstand_links_picker_init (UpstandLinksPicker *self)
{
    self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    self->checks = g_hash_table_new (NULL, NULL);
    self->filter = gtk_custom_filter_new (is_wanted, self, NULL);
    self->filtered = gtk_filter_list_model_new (NULL, NULL);
    g_signal_connect (self->filtered, "items-changed", G_CALLBACK (list_changed_cb), self);

    GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
    g_signal_connect (factory, "setup", G_CALLBACK (check_set_up_cb), self);
    g_signal_connect (factory, "bind", G_CALLBACK (check_bound_cb), self);
    g_signal_connect (factory, "unbind", G_CALLBACK (check_unbound_cb), self);

    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
    GtkWidget *scrolled = gtk_scrolled_window_new ();
    self->search = gtk_search_entry_new ();
    self->nothing = gtk_label_new (_ ("Nothing like that."));
    self->view = gtk_list_view_new (
        GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->filtered)))),
        factory);
    gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->view), TRUE);
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);
    gtk_scrolled_window_set_policy (
        GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
    gtk_widget_set_size_request (scrolled, 340, 280);
    gtk_widget_add_css_class (self->nothing, "dim-label");
    gtk_box_append (GTK_BOX (box), self->search);
    gtk_box_append (GTK_BOX (box), self->nothing);
    gtk_box_append (GTK_BOX (box), scrolled);
    gtk_popover_set_child (GTK_POPOVER (self), box);
    g_signal_connect (self->search, "search-changed", G_CALLBACK (search_changed_cb), self);
    g_signal_connect (self->search, "activate", G_CALLBACK (search_activated_cb), self);
    g_signal_connect (self->view, "activate", G_CALLBACK (row_activated_cb), self);
}

UpstandLinksPicker *
upstand_links_picker_new (
    UpstandStore *store, const UpstandField *field, UpstandResolver resolve, gpointer user_data)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (store) && field && field->target, NULL);
    UpstandLinksPicker *self = g_object_new (UPSTAND_TYPE_LINKS_PICKER, NULL);
    self->store = g_object_ref (store);
    self->field = field;
    self->resolve = resolve;
    self->user_data = user_data;
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, gettext (field->label), -1);
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
        gettext (field->target->label), -1);
    return self;
}

void
upstand_links_picker_set_ids (UpstandLinksPicker *self, const GArray *ids)
{
    g_return_if_fail (UPSTAND_IS_LINKS_PICKER (self));
    g_array_set_size (self->ids, 0);
    if (ids)
        g_array_append_vals (self->ids, ids->data, ids->len);
    GHashTableIter iter;
    gpointer item;
    g_hash_table_iter_init (&iter, self->checks);
    while (g_hash_table_iter_next (&iter, &item, NULL))
        fill_check (self, item);
}

void
upstand_links_picker_search (UpstandLinksPicker *self, const char *words)
{
    g_return_if_fail (UPSTAND_IS_LINKS_PICKER (self));
    if (!self->model)
        make_list (self);
    gtk_editable_set_text (GTK_EDITABLE (self->search), words);
    search_changed_cb (GTK_SEARCH_ENTRY (self->search), self);
}

GListModel *
upstand_links_picker_get_list (UpstandLinksPicker *self)
{
    g_return_val_if_fail (UPSTAND_IS_LINKS_PICKER (self), NULL);
    return G_LIST_MODEL (self->filtered);
}
