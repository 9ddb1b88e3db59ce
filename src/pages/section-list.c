/* SPDX-License-Identifier: MIT */
#include "pages/section-list.h"

#include <glib/gi18n-lib.h>

#include "records/requirement.h"

/* Rows shown at first, and added by "Show more": a plan may hold thousands for one requirement. */
#define FIRST_ROWS 12
#define MORE_ROWS 50

typedef struct {
    UpstandStore *store;
    UpstandDay today;
    gint64 requirement_id, activity_id, owner_id; /* one of them is its subject */
    guint most;
    guint refresh_source;
    GArray *handlers; /* of the store's "changed" */

    AdwPreferencesGroup *group;
    GtkListBox *list;
    GtkWidget *empty_row, *more_row;
    GPtrArray *rows; /* the widgets of records, in order */
    GPtrArray *records; /* their records */
} UpstandSectionListPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (UpstandSectionList, upstand_section_list, ADW_TYPE_BIN)

static UpstandSectionListPrivate *
private_of (UpstandSectionList *self)
{
    return upstand_section_list_get_instance_private (self);
}

static gboolean
is_same_row (gpointer one, gpointer other)
{
    const UpstandRecord *a = one, *b = other;
    return a->id == b->id && a->version == b->version;
}

static void
truncate_rows (UpstandSectionListPrivate *private, guint length)
{
    while (private->rows->len > length) {
        GtkWidget *row = g_ptr_array_index (private->rows, private->rows->len - 1);
        g_ptr_array_remove_index (private->rows, private->rows->len - 1);
        gtk_list_box_remove (private->list, row);
    }
    g_ptr_array_set_size (private->records, length);
}

static void
show_trouble (UpstandSectionListPrivate *private, const GError *error)
{
    truncate_rows (private, 0);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (private->empty_row), error->message);
    gtk_widget_set_visible (private->empty_row, TRUE);
}

static void
refresh (UpstandSectionList *self)
{
    UpstandSectionListPrivate *private = private_of (self);
    UpstandSectionListClass *klass = UPSTAND_SECTION_LIST_GET_CLASS (self);
    g_autoptr (GError) error = NULL;

    if (!private->store ||
        (!private->requirement_id && !private->activity_id && !private->owner_id)) {
        truncate_rows (private, 0);
        return;
    }
    g_autoptr (GPtrArray) records = klass->list (self, private->most + 1, &error);
    if (!records) {
        show_trouble (private, error);
        return;
    }
    gboolean more = records->len > private->most;
    if (more)
        g_ptr_array_set_size (records, private->most);

    /* What did not change stays: nothing flickers and the keyboard keeps its place. */
    guint same = 0;
    while (
        same < records->len && same < private->records->len &&
        is_same_row (g_ptr_array_index (records, same), g_ptr_array_index (private->records, same)))
        same++;
    truncate_rows (private, same);
    for (guint i = same; i < records->len; i++) {
        gpointer record = g_ptr_array_index (records, i);
        GtkWidget *row = klass->make_row (self, record);
        gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), klass->open != NULL);
        gtk_list_box_insert (private->list, row, (int)i + 1);
        g_ptr_array_add (private->rows, row);
        g_ptr_array_add (private->records, g_object_ref (record));
    }
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (private->empty_row), _ (klass->empty));
    gtk_widget_set_visible (private->empty_row, records->len == 0);
    gtk_widget_set_visible (private->more_row, more);
    gtk_widget_set_visible (GTK_WIDGET (self), records->len > 0 || !klass->hidden_when_empty);
}

static gboolean
store_settled_cb (gpointer data)
{
    UpstandSectionList *self = data;
    private_of (self)->refresh_source = 0;
    refresh (self);
    return G_SOURCE_REMOVE;
}

static void
store_changed_cb (UpstandSectionList *self)
{
    UpstandSectionListPrivate *private = private_of (self);
    if (!private->refresh_source)
    private->refresh_source = g_idle_add (store_settled_cb, self);
}

static void
row_activated_cb (UpstandSectionList *self, GtkListBoxRow *row)
{
    UpstandSectionListPrivate *private = private_of (self);
    UpstandSectionListClass *klass = UPSTAND_SECTION_LIST_GET_CLASS (self);
    guint position;

    if (GTK_WIDGET (row) == private->more_row) {
        private->most += MORE_ROWS;
        refresh (self);
    } else if (klass->open && g_ptr_array_find (private->rows, row, &position)) {
        g_autoptr (GObject) record = g_object_ref (g_ptr_array_index (private->records, position));
        klass->open (self, record);
    }
}

static void
add_clicked_cb (UpstandSectionList *self)
{
    UPSTAND_SECTION_LIST_GET_CLASS (self)->add (self);
}

static void
forget_store (UpstandSectionListPrivate *private)
{
    for (guint i = 0; private->store && i < private->handlers->len; i++)
        g_signal_handler_disconnect (private->store, g_array_index (private->handlers, gulong, i));
    g_array_set_size (private->handlers, 0);
    g_clear_object (&private->store);
}

static void
upstand_section_list_dispose (GObject *object)
{
    UpstandSectionListPrivate *private = private_of (UPSTAND_SECTION_LIST (object));
    g_clear_handle_id (&private->refresh_source, g_source_remove);
    forget_store (private);
    G_OBJECT_CLASS (upstand_section_list_parent_class)->dispose (object);
}

static void
upstand_section_list_finalize (GObject *object)
{
    UpstandSectionListPrivate *private = private_of (UPSTAND_SECTION_LIST (object));
    g_ptr_array_unref (private->rows);
    g_ptr_array_unref (private->records);
    g_array_unref (private->handlers);
    G_OBJECT_CLASS (upstand_section_list_parent_class)->finalize (object);
}

static void
upstand_section_list_constructed (GObject *object)
{
    UpstandSectionList *self = UPSTAND_SECTION_LIST (object);
    UpstandSectionListPrivate *private = private_of (self);
    UpstandSectionListClass *klass = UPSTAND_SECTION_LIST_GET_CLASS (self);

    G_OBJECT_CLASS (upstand_section_list_parent_class)->constructed (object);
    adw_preferences_group_set_title (private->group, _ (klass->title));
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (private->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (klass->title), -1);
    if (klass->add_label) {
        GtkWidget *add =
            upstand_section_list_new_button ("list-add-symbolic", _ (klass->add_label));
        g_signal_connect_swapped (add, "clicked", G_CALLBACK (add_clicked_cb), self);
        adw_preferences_group_set_header_suffix (private->group, add);
    }
    gtk_widget_set_visible (GTK_WIDGET (self), !klass->hidden_when_empty);
}

static void
upstand_section_list_class_init (UpstandSectionListClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS (klass);
    object_class->constructed = upstand_section_list_constructed;
    object_class->dispose = upstand_section_list_dispose;
    object_class->finalize = upstand_section_list_finalize;
}

static void
upstand_section_list_init (UpstandSectionList *self)
{
    UpstandSectionListPrivate *private = private_of (self);
    private->rows = g_ptr_array_new ();
    private->records = g_ptr_array_new_with_free_func (g_object_unref);
    private->handlers = g_array_new (FALSE, FALSE, sizeof (gulong));
    private->most = FIRST_ROWS;

    private->list = GTK_LIST_BOX (gtk_list_box_new ());
    gtk_list_box_set_selection_mode (private->list, GTK_SELECTION_NONE);
    gtk_widget_add_css_class (GTK_WIDGET (private->list), "boxed-list");
    g_signal_connect_swapped (private->list, "row-activated", G_CALLBACK (row_activated_cb), self);

    private->empty_row = upstand_section_list_new_row ("", NULL);
    gtk_widget_add_css_class (private->empty_row, "dim-label");
    gtk_widget_set_visible (private->empty_row, FALSE);
    gtk_list_box_append (private->list, private->empty_row);
    private->more_row = upstand_section_list_new_row (_ ("Show more"), NULL);
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (private->more_row), TRUE);
    gtk_widget_set_visible (private->more_row, FALSE);
    gtk_list_box_append (private->list, private->more_row);

    private->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
    adw_preferences_group_add (private->group, GTK_WIDGET (private->list));
    adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (private->group));
}

static void
set_subject (UpstandSectionList *self, UpstandStore *store, UpstandDay today, gint64 requirement_id,
    gint64 activity_id, gint64 owner_id)
{
    UpstandSectionListPrivate *private = private_of (self);
    UpstandSectionListClass *klass = UPSTAND_SECTION_LIST_GET_CLASS (self);

    if (store != private->store) {
        forget_store (private);
        private->store = store ? g_object_ref (store) : NULL;
        for (guint i = 0; store && klass->tables[i]; i++) {
            g_autofree char *signal = g_strconcat ("changed::", klass->tables[i], NULL);
            gulong handler =
                g_signal_connect_swapped (store, signal, G_CALLBACK (store_changed_cb), self);
            g_array_append_val (private->handlers, handler);
        }
    }
    /* Another subject's rows are never the same ones: their buttons speak of the old subject. */
    if (requirement_id != private->requirement_id || activity_id != private->activity_id ||
        owner_id != private->owner_id || today != private->today) {
        truncate_rows (private, 0);
        private->most = FIRST_ROWS;
    }
    private->today = today;
    private->requirement_id = requirement_id;
    private->activity_id = activity_id;
    private->owner_id = owner_id;
    refresh (self);
}

void
upstand_section_list_set_subject (UpstandSectionList *self, UpstandStore *store, UpstandDay today,
    gint64 requirement_id, gint64 activity_id)
{
    g_return_if_fail (UPSTAND_IS_SECTION_LIST (self));
    set_subject (self, store, today, requirement_id, activity_id, 0);
}

void
upstand_section_list_set_owner (
    UpstandSectionList *self, UpstandStore *store, UpstandDay today, gint64 owner_id)
{
    g_return_if_fail (UPSTAND_IS_SECTION_LIST (self));
    set_subject (self, store, today, 0, 0, owner_id);
}

gint64
upstand_section_list_get_owner (UpstandSectionList *self)
{
    return private_of (self)->owner_id;
}

UpstandStore *
upstand_section_list_get_store (UpstandSectionList *self)
{
    return private_of (self)->store;
}

UpstandDay
upstand_section_list_get_today (UpstandSectionList *self)
{
    return private_of (self)->today;
}

gint64
upstand_section_list_get_requirement (UpstandSectionList *self)
{
    return private_of (self)->requirement_id;
}

gint64
upstand_section_list_get_activity (UpstandSectionList *self)
{
    return private_of (self)->activity_id;
}

char *
upstand_section_list_name_others (UpstandSectionList *self, const GArray *ids)
{
    UpstandSectionListPrivate *private = private_of (self);
    g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);

    for (guint i = 0; ids && i < ids->len; i++) {
        gint64 id = g_array_index (ids, gint64, i);
        if (id == private->requirement_id)
            continue;
        g_autoptr (UpstandRequirement) requirement =
            upstand_store_get (private->store, &upstand_requirement_type, id, NULL);
        if (requirement)
            g_ptr_array_add (codes, g_strdup (requirement->code));
    }
    if (codes->len == 0)
        return NULL;
    g_ptr_array_add (codes, NULL);
    return g_strjoinv (", ", (char **)codes->pdata);
}

void
upstand_section_list_where_linked (UpstandListQuery *query, const char *field, gint64 id)
{
    g_autoptr (GArray) ids = upstand_ids_add (NULL, id);
    upstand_list_query_where_ids (query, field, UPSTAND_LINKED, ids);
}

GtkWidget *
upstand_section_list_new_row (const char *title, const char *subtitle)
{
    /* What people typed is text, whatever signs are in it. */
    return g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "title-lines", 0,
        "subtitle", subtitle ? subtitle : "", "activatable", FALSE, NULL);
}

GtkWidget *
upstand_section_list_new_button (const char *icon_name, const char *name)
{
    GtkWidget *button = gtk_button_new_from_icon_name (icon_name);
    gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
    gtk_widget_add_css_class (button, "flat");
    gtk_widget_set_tooltip_text (button, name);
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    return button;
}

guint
upstand_section_list_get_n_rows (UpstandSectionList *self)
{
    g_return_val_if_fail (UPSTAND_IS_SECTION_LIST (self), 0);
    return private_of (self)->rows->len;
}

gpointer
upstand_section_list_get_record (UpstandSectionList *self, guint position)
{
    UpstandSectionListPrivate *private = private_of (self);
    g_return_val_if_fail (position < private->records->len, NULL);
    return g_ptr_array_index (private->records, position);
}
