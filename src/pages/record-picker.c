/* SPDX-License-Identifier: MIT */
#include "pages/record-picker.h"

#include <glib/gi18n-lib.h>

#include "pages/section-list.h"

/* As many as a person looks through; more words find the rest. */
#define MOST_ROWS 30

struct _UpstandRecordPicker {
    AdwWindow parent_instance;

    UpstandStore *store;
    const UpstandRecordType *type;
    GtkSearchEntry *search;
    GtkListBox *list;
    GtkButton *new_button;
    AdwWindowTitle *title;
    GPtrArray *records;
};

G_DEFINE_FINAL_TYPE (UpstandRecordPicker, upstand_record_picker, ADW_TYPE_WINDOW)

static guint picked_signal;

static void
pick (UpstandRecordPicker *self, UpstandRecord *record)
{
    g_autoptr (UpstandRecord) kept = record ? g_object_ref (record) : NULL;
    g_autoptr (UpstandRecordPicker) alive = g_object_ref (self);
    gtk_window_close (GTK_WINDOW (self));
    g_signal_emit (self, picked_signal, 0, kept);
}

/* What else tells it from its like: the listed texts and choices but the title. */
static char *
describe (UpstandRecord *record)
{
    const UpstandRecordType *type = upstand_record_get_record_type (record);
    g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
    for (guint i = 0; i < type->n_fields; i++) {
        const UpstandField *field = &type->fields[i];
        if (!(field->flags & UPSTAND_FIELD_LISTED) || g_str_equal (field->name, type->title))
            continue;
        g_autofree char *words = upstand_record_get_display (record, field);
        if (*words)
            g_ptr_array_add (parts, g_steal_pointer (&words));
    }
    g_ptr_array_add (parts, NULL);
    return g_strjoinv (" · ", (char **)parts->pdata);
}

static void
fill (UpstandRecordPicker *self)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (self->type);
    const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
    GtkWidget *row;

    if (*words)
        upstand_list_query_search (query, words);
    else
        upstand_list_query_order (query, self->type->title, FALSE);
    while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL &&
           GTK_IS_LIST_BOX_ROW (row))
        gtk_list_box_remove (self->list, row);
    g_clear_pointer (&self->records, g_ptr_array_unref);
    self->records = upstand_store_list (self->store, query, MOST_ROWS, NULL);
    for (guint i = 0; self->records && i < self->records->len; i++) {
        UpstandRecord *record = g_ptr_array_index (self->records, i);
        g_autofree char *name = upstand_record_get_title (record);
        g_autofree char *more = describe (record);
        GtkWidget *shown = upstand_section_list_new_row (name, more);
        gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (shown), TRUE);
        gtk_list_box_append (self->list, shown);
    }
}

static void
search_changed_cb (UpstandRecordPicker *self)
{
    fill (self);
}

static void
row_activated_cb (UpstandRecordPicker *self, GtkListBoxRow *row)
{
    guint position = (guint)gtk_list_box_row_get_index (row);
    if (self->records && position < self->records->len)
        pick (self, g_ptr_array_index (self->records, position));
}

/* Enter in the search takes the first that was found. */
static void
search_activated_cb (UpstandRecordPicker *self)
{
    if (self->records && self->records->len > 0)
        pick (self, g_ptr_array_index (self->records, 0));
}

static void
new_clicked_cb (UpstandRecordPicker *self)
{
    pick (self, NULL);
}

static void
upstand_record_picker_dispose (GObject *object)
{
    UpstandRecordPicker *self = UPSTAND_RECORD_PICKER (object);
    g_clear_object (&self->store);
    g_clear_pointer (&self->records, g_ptr_array_unref);
    G_OBJECT_CLASS (upstand_record_picker_parent_class)->dispose (object);
}

static void
upstand_record_picker_class_init (UpstandRecordPickerClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    G_OBJECT_CLASS (klass)->dispose = upstand_record_picker_dispose;
    gtk_widget_class_set_template_from_resource (
        widget_class, "/uk/upstand/Upstand/pages/record-picker.ui");
    gtk_widget_class_bind_template_child (widget_class, UpstandRecordPicker, search);
    gtk_widget_class_bind_template_child (widget_class, UpstandRecordPicker, list);
    gtk_widget_class_bind_template_child (widget_class, UpstandRecordPicker, new_button);
    gtk_widget_class_bind_template_child (widget_class, UpstandRecordPicker, title);
    gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
    gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
    gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
    gtk_widget_class_bind_template_callback (widget_class, new_clicked_cb);
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
    picked_signal = g_signal_new ("picked", UPSTAND_TYPE_RECORD_PICKER, G_SIGNAL_RUN_LAST, 0, NULL,
        NULL, NULL, G_TYPE_NONE, 1, UPSTAND_TYPE_RECORD);
}

static void
upstand_record_picker_init (UpstandRecordPicker *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
}

UpstandRecordPicker *
upstand_record_picker_new (
    const char *heading, const char *new_label, UpstandStore *store, const UpstandRecordType *type)
{
    g_return_val_if_fail (heading && new_label && UPSTAND_IS_STORE (store) && type, NULL);
    UpstandRecordPicker *self = g_object_new (UPSTAND_TYPE_RECORD_PICKER, "title", heading, NULL);
    adw_window_title_set_title (self->title, heading);
    gtk_button_set_label (self->new_button, new_label);
    self->store = g_object_ref (store);
    self->type = type;
    fill (self);
    return self;
}

void
upstand_record_picker_present (UpstandRecordPicker *self, GtkWidget *owner)
{
    g_return_if_fail (UPSTAND_IS_RECORD_PICKER (self) && GTK_IS_WIDGET (owner));
    GtkRoot *root = gtk_widget_get_root (owner);
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
    gtk_window_present (GTK_WINDOW (self));
}
