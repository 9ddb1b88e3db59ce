/* SPDX-License-Identifier: MIT */
#include "pages/detail-view.h"

#include <glib/gi18n-lib.h>

#include "pages/names.h"

struct _UpstandDetailView {
    AdwBin parent_instance;

    const UpstandDetail *detail;
    UpstandStore *store;
    UpstandDay today;
    UpstandFormSetup setup;
    UpstandRegisterView *list;
    UpstandRecordForm *form; /* made when something is first opened */
    GPtrArray *parts; /* borrowed */
    gboolean choosing; /* the selection is being set by us */

    AdwLeaflet *leaflet;
    AdwBin *list_side;
    GtkWidget *detail_side;
    GtkWidget *back, *close, *menu;
    GtkLabel *title;
    GtkWidget *unsaved; /* the bar that offers to give up */
    GtkScrolledWindow *scrolled;
    GtkBox *content;
    GtkWidget *standing;
    GtkLabel *standing_words;
    GtkButton *next;
};

G_DEFINE_FINAL_TYPE (UpstandDetailView, upstand_detail_view, ADW_TYPE_BIN)

static UpstandRecord *
get_record (UpstandDetailView *self)
{
    return self->form ? upstand_record_form_get_record (self->form) : NULL;
}

/* What is said of the one that is open ------------------------------------------------------------
 */

static void
show_title (UpstandDetailView *self)
{
    UpstandRecord *record = get_record (self);
    g_autofree char *title = record && record->id ? upstand_record_get_title (record) : NULL;
    gtk_label_set_label (self->title, title ? title : gettext (self->detail->list->new_heading));
    gtk_widget_set_sensitive (self->menu, record && record->id);
}

static void
show_standing (UpstandDetailView *self)
{
    UpstandRecord *record = get_record (self);
    const char *next = NULL;
    g_autofree char *words =
        self->detail->say && record && record->id ? self->detail->say (record, self, &next) : NULL;
    gboolean writes = !upstand_store_is_read_only (self->store);
    gtk_widget_set_visible (self->standing, words != NULL);
    gtk_label_set_label (self->standing_words, words ? words : "");
    gtk_widget_set_visible (GTK_WIDGET (self->next), next && writes);
    if (next)
        gtk_button_set_label (self->next, next);
}

/* What belongs to it; a new one has nothing yet. */
static void
show_parts (UpstandDetailView *self)
{
    UpstandRecord *record = get_record (self);
    gint64 id = record ? record->id : 0;
    for (guint i = 0; i < self->parts->len; i++) {
        UpstandSectionList *part = g_ptr_array_index (self->parts, i);
        gboolean shown =
            id && (!self->detail->has_part || self->detail->has_part (record, i, self));
        gtk_widget_set_visible (GTK_WIDGET (part), shown);
        if (shown && id != upstand_section_list_get_owner (part))
            upstand_section_list_set_owner (part, self->store, self->today, id);
    }
}

static void
show_sides (UpstandDetailView *self)
{
    gboolean open = get_record (self) != NULL;
    gboolean alone = adw_leaflet_get_folded (self->leaflet);
    gtk_widget_set_visible (self->detail_side, open);
    adw_leaflet_set_visible_child (
        self->leaflet, open ? self->detail_side : GTK_WIDGET (self->list_side));
    gtk_widget_set_visible (self->back, alone);
    gtk_widget_set_visible (self->close, !alone);
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "detail.close", open);
}

static void
saved_cb (UpstandDetailView *self)
{
    show_title (self);
    show_parts (self);
    show_standing (self);
    gtk_widget_set_visible (self->unsaved, FALSE);
}

static void
unsaved_changed_cb (UpstandDetailView *self)
{
    if (!upstand_record_form_is_unsaved (self->form))
        gtk_widget_set_visible (self->unsaved, FALSE);
}

/* The form ----------------------------------------------------------------------------------------
 */

static char *
resolve (const UpstandField *field, gint64 id, gpointer view)
{
    return upstand_names_resolve (field, id, UPSTAND_DETAIL_VIEW (view)->store);
}

static void
make_form (UpstandDetailView *self)
{
    if (self->form)
        return;
    self->setup = (UpstandFormSetup){ self->detail->sections, resolve, self->detail->assist,
        self->detail->is_shown };
    self->form =
        upstand_record_form_new (self->store, self->detail->list->type, &self->setup, self);
    upstand_record_form_set_today (self->form, self->today);
    if (!self->detail->parts_first)
        gtk_box_append (self->content, GTK_WIDGET (self->form));
    for (guint i = 0; self->detail->parts && self->detail->parts[i]; i++) {
        GtkWidget *part = self->detail->parts[i]();
        gtk_box_append (self->content, part);
        g_ptr_array_add (self->parts, part);
    }
    if (self->detail->parts_first)
        gtk_box_append (self->content, GTK_WIDGET (self->form));
    g_signal_connect_object (self->form, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (
        self->form, "notify::unsaved", G_CALLBACK (unsaved_changed_cb), self, G_CONNECT_SWAPPED);
}

/* Shows @record, which may be a new one; NULL: none. FALSE when what is shown cannot be left. */
static gboolean
open_record (UpstandDetailView *self, UpstandRecord *record)
{
    if (!self->form && !record)
        return TRUE;
    make_form (self);
    UpstandRecord *shown = get_record (self);
    gboolean same = shown && record && shown->id && shown->id == record->id;
    if (!same && !upstand_record_form_set_record (self->form, record)) {
        gtk_widget_set_visible (self->unsaved, TRUE);
        return FALSE;
    }
    if (!same) {
        gtk_widget_set_visible (self->unsaved, FALSE);
        gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
        show_title (self);
        show_parts (self);
        show_standing (self);
    }
    show_sides (self);
    return TRUE;
}

static gboolean
open_id (UpstandDetailView *self, gint64 id)
{
    g_autoptr (UpstandRecord) record =
        upstand_store_get (self->store, self->detail->list->type, id, NULL);
    return record && open_record (self, record);
}

/* The list ----------------------------------------------------------------------------------------
 */

static void
choose_shown (UpstandDetailView *self)
{
    gint64 id = upstand_detail_view_get_shown (self);
    self->choosing = TRUE;
    if (id)
        upstand_record_table_reveal (upstand_register_view_get_table (self->list), id, TRUE);
    self->choosing = FALSE;
}

static void
opened_cb (UpstandDetailView *self, UpstandRecord *record)
{
    if (!open_record (self, record))
        return;
    if (!self->detail->parts_first || !record->id)
        upstand_record_form_focus_field (self->form, NULL);
    else if (!gtk_widget_grab_focus (GTK_WIDGET (self->next)))
        gtk_widget_child_focus (self->detail_side, GTK_DIR_TAB_FORWARD);
}

static void
selection_changed_cb (UpstandDetailView *self, UpstandRecordTable *table)
{
    /* Beside each other, the detail follows the list. */
    if (self->choosing || !get_record (self) || adw_leaflet_get_folded (self->leaflet))
        return;
    g_autoptr (GArray) ids =
        upstand_id_selection_get_ids (upstand_record_table_get_selection (table));
    if (ids->len == 1 && !open_id (self, g_array_index (ids, gint64, 0)))
        choose_shown (self);
}

static gboolean
is_gone (UpstandDetailView *self)
{
    UpstandRecord *record = get_record (self);
    g_autoptr (GError) error = NULL;
    if (!record || !record->id)
        return FALSE;
    g_autoptr (UpstandRecord) now =
        upstand_store_get (self->store, self->detail->list->type, record->id, &error);
    return g_error_matches (error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND);
}

/* One that was deleted with nothing half typed in it leaves nothing to look at; otherwise the form
 * says so and offers to enter it again. */
static void
store_changed_cb (UpstandDetailView *self)
{
    if (!is_gone (self))
        show_standing (self);
    else if (!upstand_record_form_is_unsaved (self->form))
        open_record (self, NULL);
}

static void
discard_clicked_cb (UpstandDetailView *self)
{
    UpstandRecord *record = get_record (self);
    upstand_record_form_discard (self->form);
    gtk_widget_set_visible (self->unsaved, FALSE);
    /* A new one that is given up was never there. */
    if (record && record->id == 0)
        gtk_widget_activate_action (GTK_WIDGET (self), "detail.close", NULL);
}

static void
folded_cb (UpstandDetailView *self)
{
    if (self->store)
        show_sides (self);
}

/* Actions -----------------------------------------------------------------------------------------
 */

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandDetailView *self = UPSTAND_DETAIL_VIEW (widget);
    if (open_record (self, NULL))
        gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandDetailView *self = UPSTAND_DETAIL_VIEW (widget);
    UpstandRecord *record = get_record (self);
    if (record && record->id && self->detail->next && upstand_detail_view_save_pending (self))
        self->detail->next (get_record (self), self);
}

/* The register's own action, on the record that is open. */
static void
pass_on (UpstandDetailView *self, const char *action)
{
    if (!upstand_detail_view_save_pending (self))
        return;
    choose_shown (self);
    gtk_widget_activate_action (GTK_WIDGET (self->list), action, NULL);
}

static void
duplicate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    pass_on (UPSTAND_DETAIL_VIEW (widget), "register.duplicate");
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    pass_on (UPSTAND_DETAIL_VIEW (widget), "register.delete");
}

/* Life --------------------------------------------------------------------------------------------
 */

static gboolean
upstand_detail_view_grab_focus (GtkWidget *widget)
{
    UpstandDetailView *self = UPSTAND_DETAIL_VIEW (widget);
    if (get_record (self) && adw_leaflet_get_folded (self->leaflet))
        return gtk_widget_child_focus (self->detail_side, GTK_DIR_TAB_FORWARD);
    return gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
upstand_detail_view_dispose (GObject *object)
{
    UpstandDetailView *self = UPSTAND_DETAIL_VIEW (object);
    G_OBJECT_CLASS (upstand_detail_view_parent_class)->dispose (object);
    self->form = NULL;
    g_clear_pointer (&self->parts, g_ptr_array_unref);
    g_clear_object (&self->store);
}

static void
upstand_detail_view_class_init (UpstandDetailViewClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    G_OBJECT_CLASS (klass)->dispose = upstand_detail_view_dispose;
    widget_class->grab_focus = upstand_detail_view_grab_focus;
    gtk_widget_class_set_template_from_resource (
        widget_class, "/uk/upstand/Upstand/pages/detail-view.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, UpstandDetailView, name)
    CHILD (leaflet);
    CHILD (list_side);
    CHILD (detail_side);
    CHILD (back);
    CHILD (close);
    CHILD (menu);
    CHILD (title);
    CHILD (unsaved);
    CHILD (scrolled);
    CHILD (content);
    CHILD (standing);
    CHILD (standing_words);
    CHILD (next);
#undef CHILD
    gtk_widget_class_bind_template_callback (widget_class, folded_cb);
    gtk_widget_class_bind_template_callback (widget_class, discard_clicked_cb);
    gtk_widget_class_install_action (widget_class, "detail.close", NULL, close_action);
    gtk_widget_class_install_action (widget_class, "detail.next", NULL, next_action);
    gtk_widget_class_install_action (widget_class, "detail.duplicate", NULL, duplicate_action);
    gtk_widget_class_install_action (widget_class, "detail.delete", NULL, delete_action);
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "detail.close", NULL);
}

static void
upstand_detail_view_init (UpstandDetailView *self)
{
    self->parts = g_ptr_array_new ();
    gtk_widget_init_template (GTK_WIDGET (self));
}

UpstandDetailView *
upstand_detail_view_new (const UpstandDetail *detail, UpstandStore *store, UpstandDay today)
{
    g_return_val_if_fail (detail && UPSTAND_IS_STORE (store), NULL);
    UpstandDetailView *self = g_object_new (UPSTAND_TYPE_DETAIL_VIEW, NULL);
    gboolean writes = !upstand_store_is_read_only (store);
    self->detail = detail;
    self->store = g_object_ref (store);
    self->today = today;
    self->list = upstand_register_view_new (detail->list, store, today);
    adw_bin_set_child (self->list_side, GTK_WIDGET (self->list));
    g_signal_connect_object (self->list, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (upstand_register_view_get_table (self->list), "selection-changed",
        G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (
        store, "changed::batch", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "detail.duplicate", writes);
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "detail.delete", writes);
    show_sides (self);
    return self;
}

UpstandStore *
upstand_detail_view_get_store (UpstandDetailView *self)
{
    g_return_val_if_fail (UPSTAND_IS_DETAIL_VIEW (self), NULL);
    return self->store;
}

UpstandDay
upstand_detail_view_get_today (UpstandDetailView *self)
{
    g_return_val_if_fail (UPSTAND_IS_DETAIL_VIEW (self), 0);
    return self->today;
}

gboolean
upstand_detail_view_show (UpstandDetailView *self, gint64 id)
{
    g_return_val_if_fail (UPSTAND_IS_DETAIL_VIEW (self), FALSE);
    return upstand_register_view_show (self->list, id) &&
           upstand_detail_view_get_shown (self) == id;
}

gint64
upstand_detail_view_get_shown (UpstandDetailView *self)
{
    g_return_val_if_fail (UPSTAND_IS_DETAIL_VIEW (self), 0);
    UpstandRecord *record = get_record (self);
    return record ? record->id : 0;
}

gboolean
upstand_detail_view_save_pending (UpstandDetailView *self)
{
    g_return_val_if_fail (UPSTAND_IS_DETAIL_VIEW (self), TRUE);
    gboolean saved = !self->form || upstand_record_form_flush (self->form);
    gtk_widget_set_visible (self->unsaved, !saved);
    return saved;
}

void
upstand_detail_view_refresh (UpstandDetailView *self)
{
    g_return_if_fail (UPSTAND_IS_DETAIL_VIEW (self));
    show_standing (self);
}

UpstandRegisterView *
upstand_detail_view_get_register (UpstandDetailView *self)
{
    g_return_val_if_fail (UPSTAND_IS_DETAIL_VIEW (self), NULL);
    return self->list;
}

UpstandRecordForm *
upstand_detail_view_get_form (UpstandDetailView *self)
{
    g_return_val_if_fail (UPSTAND_IS_DETAIL_VIEW (self), NULL);
    return self->form;
}

UpstandSectionList *
upstand_detail_view_get_part (UpstandDetailView *self, guint part)
{
    g_return_val_if_fail (UPSTAND_IS_DETAIL_VIEW (self), NULL);
    return part < self->parts->len ? g_ptr_array_index (self->parts, part) : NULL;
}
