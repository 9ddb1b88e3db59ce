/* SPDX-License-Identifier: MIT */
#include "pages/register-view.h"

#include <glib/gi18n-lib.h>

#include "pages/names.h"
#include "pages/record-dialog.h"
#include "pages/step.h"

struct _UpstandRegisterView {
    AdwBin parent_instance;

    const UpstandRegister *kind;
    UpstandStore *store;
    UpstandDay today;
    UpstandTableSetup setup;
    UpstandListQuery *filter; /* the page's own; NULL: none */
    UpstandRecordTable *table;

    GtkBox *tools;
    GtkWidget *search;
    GtkWidget *new_button;
    GtkWidget *filter_button;
    GtkRevealer *filters;
    GtkStack *stack;
    AdwBin *table_place;
    AdwStatusPage *empty;
    GtkButton *first_button;
    GMenuModel *row_menu;
};

G_DEFINE_FINAL_TYPE (UpstandRegisterView, upstand_register_view, ADW_TYPE_BIN)

static guint opened_signal, cleared_signal;

static char *
resolve (const UpstandField *field, gint64 id, gpointer user_data)
{
    return upstand_names_resolve (field, id, UPSTAND_REGISTER_VIEW (user_data)->store);
}

static const char *
get_words (UpstandRegisterView *self)
{
    return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

/* The question ------------------------------------------------------------------------------------
 */

static void
ask (UpstandRegisterView *self)
{
    g_autoptr (UpstandListQuery) query = self->filter ? upstand_list_query_copy (self->filter)
                                                      : upstand_list_query_new (self->kind->type);
    if (self->kind->narrow)
        self->kind->narrow (query);
    upstand_record_table_set_query (self->table, query, get_words (self));
}

static void
filled_cb (UpstandRegisterView *self)
{
    UpstandListModel *model = upstand_record_table_get_model (self->table);
    gboolean narrowed = *get_words (self) || self->filter;
    gtk_stack_set_visible_child_name (
        self->stack, g_list_model_get_n_items (G_LIST_MODEL (model)) > 0 ? "table"
                     : narrowed                                          ? "none"
                                                                         : "empty");
}

static void
search_changed_cb (GtkWidget *entry, UpstandRegisterView *self)
{
    if (self->table)
        ask (self);
}

static void
search_activated_cb (GtkWidget *entry, UpstandRegisterView *self)
{
    gtk_widget_child_focus (GTK_WIDGET (self->table), GTK_DIR_DOWN);
}

static void
search_stopped_cb (GtkWidget *entry, UpstandRegisterView *self)
{
    gtk_editable_set_text (GTK_EDITABLE (entry), "");
    gtk_widget_child_focus (GTK_WIDGET (self->table), GTK_DIR_DOWN);
}

/* One record --------------------------------------------------------------------------------------
 */

static void
saved_cb (UpstandRegisterView *self, UpstandRecord *record)
{
    upstand_record_table_reveal (self->table, record->id, TRUE);
}

static void
edit (UpstandRegisterView *self, gpointer record, const char *heading)
{
    UpstandRecordDialog *dialog =
        upstand_record_dialog_new (heading, self->store, record, self->kind->fields, self->today);
    if (self->kind->advice)
        upstand_record_dialog_set_advice (dialog, gettext (self->kind->advice));
    if (self->kind->save)
        upstand_record_dialog_set_saver (dialog, self->kind->save);
    g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
    upstand_record_dialog_present (dialog, GTK_WIDGET (self));
}

static void
begin (UpstandRegisterView *self, UpstandRecord *record)
{
    if (g_signal_has_handler_pending (self, opened_signal, 0, FALSE))
        g_signal_emit (self, opened_signal, 0, record);
    else
        edit (self, record, gettext (self->kind->new_heading));
}

static void
open_record (UpstandRegisterView *self, UpstandRecord *record)
{
    if (g_signal_has_handler_pending (self, opened_signal, 0, FALSE)) {
        g_signal_emit (self, opened_signal, 0, record);
        return;
    }
    g_autoptr (UpstandRecord) copy = upstand_record_copy (record);
    edit (self, copy, gettext (self->kind->edit_heading));
}

static void
row_activated_cb (UpstandRecordTable *table, UpstandRecord *record, UpstandRegisterView *self)
{
    open_record (self, record);
}

static GArray *
get_chosen (UpstandRegisterView *self)
{
    return upstand_id_selection_get_ids (upstand_record_table_get_selection (self->table));
}

static UpstandRecord *
get_one (UpstandRegisterView *self)
{
    g_autoptr (GArray) ids = get_chosen (self);
    return ids->len == 1 ? upstand_store_get (
                               self->store, self->kind->type, g_array_index (ids, gint64, 0), NULL)
                         : NULL;
}

static void
selection_changed_cb (UpstandRecordTable *table, UpstandRegisterView *self)
{
    guint n = upstand_id_selection_count (upstand_record_table_get_selection (table));
    gboolean writes = !upstand_store_is_read_only (self->store);
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.open", n == 1);
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.duplicate", n == 1 && writes);
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.delete", n > 0 && writes);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    upstand_register_view_add (UPSTAND_REGISTER_VIEW (widget));
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandRegisterView *self = UPSTAND_REGISTER_VIEW (widget);
    g_autoptr (UpstandRecord) record = get_one (self);
    if (record)
        open_record (self, record);
}

static void
duplicate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandRegisterView *self = UPSTAND_REGISTER_VIEW (widget);
    g_autoptr (UpstandRecord) record = get_one (self);
    g_autoptr (UpstandRecord) copy = record ? upstand_record_duplicate (record) : NULL;
    if (copy)
        begin (self, copy);
}

/* All of them in one step; the first that is still needed stops it, and nothing is gone. */
static gboolean
delete_all (UpstandRegisterView *self, GArray *ids, GError **error)
{
    for (guint i = 0; i < ids->len; i++) {
        g_autoptr (UpstandRecord) record = upstand_store_get (
            self->store, self->kind->type, g_array_index (ids, gint64, i), error);
        g_autofree char *reason =
            record && self->kind->keep ? self->kind->keep (record, self->store) : NULL;
        if (reason)
            g_set_error_literal (error, UPSTAND_ERROR, UPSTAND_ERROR_REFUSED, reason);
        if (reason || !record || !upstand_store_delete (self->store, record, error))
            return FALSE;
    }
    return TRUE;
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandRegisterView *self = UPSTAND_REGISTER_VIEW (widget);
    g_autoptr (GArray) ids = get_chosen (self);
    g_autoptr (GError) error = NULL;
    g_autofree char *title =
        g_strdup_printf (ngettext ("%u entry deleted", "%u entries deleted", ids->len), ids->len);
    if (ids->len == 0)
        return;
    if (upstand_store_begin (self->store, title, &error)) {
        if (!delete_all (self, ids, &error))
            upstand_store_rollback (self->store);
        else if (upstand_store_commit (self->store, &error))
            gtk_widget_activate_action (widget, "win.toast-undo", "s", title);
    }
    if (error)
        upstand_step_show_error (widget, _ ("It was not deleted"), error);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    gtk_widget_grab_focus (UPSTAND_REGISTER_VIEW (widget)->search);
}

static void
clear_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandRegisterView *self = UPSTAND_REGISTER_VIEW (widget);
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
    upstand_register_view_set_filter (self, NULL);
    g_signal_emit (self, cleared_signal, 0);
}

/* Life --------------------------------------------------------------------------------------------
 */

static gboolean
upstand_register_view_grab_focus (GtkWidget *widget)
{
    UpstandRegisterView *self = UPSTAND_REGISTER_VIEW (widget);
    return gtk_widget_child_focus (GTK_WIDGET (self->table), GTK_DIR_TAB_FORWARD) ||
           gtk_widget_grab_focus (self->search);
}

static void
upstand_register_view_dispose (GObject *object)
{
    UpstandRegisterView *self = UPSTAND_REGISTER_VIEW (object);
    if (self->table)
        g_signal_handlers_disconnect_by_data (self->table, self);
    G_OBJECT_CLASS (upstand_register_view_parent_class)->dispose (object);
    self->table = NULL;
    g_clear_pointer (&self->filter, upstand_list_query_free);
    g_clear_object (&self->store);
}

static void
upstand_register_view_class_init (UpstandRegisterViewClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    G_OBJECT_CLASS (klass)->dispose = upstand_register_view_dispose;
    widget_class->grab_focus = upstand_register_view_grab_focus;
    gtk_widget_class_set_template_from_resource (
        widget_class, "/uk/upstand/Upstand/pages/register-view.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, UpstandRegisterView, name)
    CHILD (tools);
    CHILD (search);
    CHILD (new_button);
    CHILD (filter_button);
    CHILD (filters);
    CHILD (stack);
    CHILD (table_place);
    CHILD (empty);
    CHILD (first_button);
    CHILD (row_menu);
#undef CHILD
    gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
    gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
    gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
    gtk_widget_class_install_action (widget_class, "register.new", NULL, new_action);
    gtk_widget_class_install_action (widget_class, "register.open", NULL, open_action);
    gtk_widget_class_install_action (widget_class, "register.duplicate", NULL, duplicate_action);
    gtk_widget_class_install_action (widget_class, "register.delete", NULL, delete_action);
    gtk_widget_class_install_action (widget_class, "register.search", NULL, search_action);
    gtk_widget_class_install_action (widget_class, "register.clear", NULL, clear_action);
    gtk_widget_class_add_binding_action (
        widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "register.new", NULL);
    gtk_widget_class_add_binding_action (
        widget_class, GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "register.search", NULL);
    opened_signal = g_signal_new ("opened", UPSTAND_TYPE_REGISTER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
        NULL, NULL, G_TYPE_NONE, 1, UPSTAND_TYPE_RECORD);
    cleared_signal = g_signal_new ("cleared", UPSTAND_TYPE_REGISTER_VIEW, G_SIGNAL_RUN_LAST, 0,
        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
upstand_register_view_init (UpstandRegisterView *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
}

static void
say_names (UpstandRegisterView *self)
{
    const UpstandRegister *kind = self->kind;
    const char *search = gettext (kind->search_label), *new = gettext (kind->new_heading);
    /* Translators: what a button does, then its key. */
    g_autofree char *new_tip = g_strdup_printf (_ ("%s (Ctrl+N)"), new);
    g_autofree char *search_tip = g_strdup_printf (_ ("%s (Ctrl+Shift+F)"), search);
    g_object_set (self->search, "placeholder-text", search, "tooltip-text", search_tip, NULL);
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, search, -1);
    gtk_widget_set_tooltip_text (self->new_button, new_tip);
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (self->new_button), GTK_ACCESSIBLE_PROPERTY_LABEL, new, -1);
    adw_status_page_set_icon_name (self->empty, kind->icon_name);
    adw_status_page_set_title (self->empty, gettext (kind->empty_title));
    adw_status_page_set_description (self->empty, gettext (kind->empty_words));
    gtk_button_set_label (self->first_button, gettext (kind->new_label));
}

UpstandRegisterView *
upstand_register_view_new (const UpstandRegister *kind, UpstandStore *store, UpstandDay today)
{
    g_return_val_if_fail (kind && UPSTAND_IS_STORE (store), NULL);
    UpstandRegisterView *self = g_object_new (UPSTAND_TYPE_REGISTER_VIEW, NULL);
    gboolean writes = !upstand_store_is_read_only (store);
    self->kind = kind;
    self->store = g_object_ref (store);
    self->today = today;
    self->setup = (UpstandTableSetup){ kind->id, resolve, kind->style, kind->extras, kind->n_extras,
        kind->hidden };
    self->table = upstand_record_table_new (store, kind->type, &self->setup, self);
    say_names (self);
    upstand_record_table_set_menu (self->table, self->row_menu);
    gtk_box_append (self->tools, upstand_record_table_make_columns_button (self->table));
    g_signal_connect (self->table, "activated", G_CALLBACK (row_activated_cb), self);
    g_signal_connect (self->table, "selection-changed", G_CALLBACK (selection_changed_cb), self);
    g_signal_connect_swapped (self->table, "filled", G_CALLBACK (filled_cb), self);
    adw_bin_set_child (self->table_place, GTK_WIDGET (self->table));
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.new", writes);
    ask (self);
    if (!upstand_record_table_get_sort (self->table, NULL) && kind->order)
        upstand_record_table_sort (self->table, kind->order, kind->descending);
    selection_changed_cb (self->table, self);
    return self;
}

UpstandStore *
upstand_register_view_get_store (UpstandRegisterView *self)
{
    g_return_val_if_fail (UPSTAND_IS_REGISTER_VIEW (self), NULL);
    return self->store;
}

UpstandDay
upstand_register_view_get_today (UpstandRegisterView *self)
{
    g_return_val_if_fail (UPSTAND_IS_REGISTER_VIEW (self), 0);
    return self->today;
}

gboolean
upstand_register_view_show (UpstandRegisterView *self, gint64 id)
{
    g_return_val_if_fail (UPSTAND_IS_REGISTER_VIEW (self), FALSE);
    g_autoptr (UpstandRecord) record = upstand_store_get (self->store, self->kind->type, id, NULL);
    if (!record)
        return FALSE;
    if (!upstand_record_table_reveal (self->table, id, TRUE) && (self->filter || *get_words (self)))
        clear_action (GTK_WIDGET (self), NULL, NULL);
    open_record (self, record);
    return TRUE;
}

void
upstand_register_view_add (UpstandRegisterView *self)
{
    g_return_if_fail (UPSTAND_IS_REGISTER_VIEW (self));
    if (upstand_store_is_read_only (self->store))
        return;
    g_autoptr (UpstandRecord) record = upstand_record_new (self->kind->type);
    if (self->kind->begin)
        self->kind->begin (record, self->store, self->today);
    begin (self, record);
}

void
upstand_register_view_set_filter (UpstandRegisterView *self, const UpstandListQuery *query)
{
    g_return_if_fail (UPSTAND_IS_REGISTER_VIEW (self));
    g_clear_pointer (&self->filter, upstand_list_query_free);
    self->filter = query ? upstand_list_query_copy (query) : NULL;
    ask (self);
}

void
upstand_register_view_add_tool (UpstandRegisterView *self, GtkWidget *tool)
{
    g_return_if_fail (UPSTAND_IS_REGISTER_VIEW (self) && GTK_IS_WIDGET (tool));
    gtk_box_insert_child_after (self->tools, tool, self->search);
}

void
upstand_register_view_set_filter_bar (UpstandRegisterView *self, GtkWidget *bar)
{
    g_return_if_fail (UPSTAND_IS_REGISTER_VIEW (self) && GTK_IS_WIDGET (bar));
    gtk_revealer_set_child (self->filters, bar);
    gtk_widget_set_visible (self->filter_button, TRUE);
}

void
upstand_register_view_open_filter_bar (UpstandRegisterView *self)
{
    g_return_if_fail (UPSTAND_IS_REGISTER_VIEW (self));
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->filter_button), TRUE);
}

UpstandRecordTable *
upstand_register_view_get_table (UpstandRegisterView *self)
{
    g_return_val_if_fail (UPSTAND_IS_REGISTER_VIEW (self), NULL);
    return self->table;
}
