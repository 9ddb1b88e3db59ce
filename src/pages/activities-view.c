/* SPDX-License-Identifier: MIT */
#include "pages/activities-view.h"

#include <glib/gi18n-lib.h>

#include "pages/activity-changes.h"
#include "pages/activity-editor.h"
#include "pages/activity-filter.h"
#include "pages/activity-table.h"
#include "pages/bulk-edit.h"
#include "pages/plan-index.h"
#include "records/activity.h"
#include "widgets/record-table.h"

/* Whoever types on is not held up by the counting. */
#define COUNT_MILLISECONDS 120

struct _UpstandActivitiesView {
    AdwBin parent_instance;
    UpstandStore *store;
    UpstandDay today;
    UpstandPlanIndex *index;
    UpstandActivityTable *facts; /* what the table's cells are worked out from */
    UpstandRecordTable *table;
    guint counting; /* timeout */
    gboolean choosing; /* the selection is being set by us */

    AdwLeaflet *leaflet;
    GtkWidget *list_side;
    GtkWidget *editor_side;
    UpstandActivityEditor *editor;
    GtkWidget *search;
    GtkBox *tools;
    GtkWidget *filter_button;
    UpstandActivityFilter *filter;
    GtkLabel *count;
    GtkWidget *clear;
    GtkStack *stack;
    AdwBin *table_place;
    GtkRevealer *chosen_bar;
    GtkLabel *chosen;
    GtkBox *jobs;
    GMenuModel *row_menu;
};

G_DEFINE_FINAL_TYPE (UpstandActivitiesView, upstand_activities_view, ADW_TYPE_BIN)

static const char *
get_words (UpstandActivitiesView *self)
{
    return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

static gboolean
is_narrowed (UpstandActivitiesView *self)
{
    return *get_words (self) || upstand_activity_filter_count (self->filter) > 0;
}

/* The question. */

static UpstandListQuery *
make_query (UpstandActivitiesView *self)
{
    UpstandListQuery *query = upstand_list_query_new (&upstand_activity_type);
    upstand_activity_filter_apply (self->filter, query, self->today);
    return query;
}

static void
ask (UpstandActivitiesView *self)
{
    g_autoptr (UpstandListQuery) query = make_query (self);
    upstand_record_table_set_query (self->table, query, get_words (self));
    gtk_widget_set_visible (self->clear, is_narrowed (self));
}

static void
changed_cb (GtkWidget *widget, UpstandActivitiesView *self)
{
    if (self->store)
        ask (self);
}

static void
search_stopped_cb (GtkWidget *entry, UpstandActivitiesView *self)
{
    gtk_editable_set_text (GTK_EDITABLE (entry), "");
    gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
search_activated_cb (GtkWidget *entry, UpstandActivitiesView *self)
{
    gtk_widget_child_focus (GTK_WIDGET (self->table), GTK_DIR_DOWN);
}

static void
filters_toggled_cb (GtkToggleButton *button, GParamSpec *pspec, UpstandActivitiesView *self)
{
    if (self->store && gtk_toggle_button_get_active (button))
        upstand_activity_filter_list_owners (self->filter);
}

static gboolean
counted_cb (gpointer user_data)
{
    UpstandActivitiesView *self = user_data;
    UpstandListModel *model = upstand_record_table_get_model (self->table);
    guint n = g_list_model_get_n_items (G_LIST_MODEL (model));
    g_autoptr (UpstandListQuery) all = upstand_list_query_new (&upstand_activity_type);
    g_autoptr (UpstandListQuery) late =
        upstand_list_query_copy (upstand_list_model_get_query (model));
    self->counting = 0;
    upstand_activity_filter_where_overdue (late, self->today);
    gint64 overdue = n ? upstand_store_count (self->store, late, NULL) : 0;
    gint64 total = is_narrowed (self) ? upstand_store_count (self->store, all, NULL) : (gint64)n;
    g_autofree char *of =
        is_narrowed (self)
            ? g_strdup_printf (ngettext ("%u of %u activity", "%u of %u activities", (gulong)total),
                  n, (guint)total)
            : g_strdup_printf (ngettext ("%u activity", "%u activities", n), n);
    g_autofree char *both =
        overdue > 0 ?
                    /* TRANSLATORS: "118 activities", then how many of them are overdue. */
            g_strdup_printf (_ ("%s, %u overdue"), of, (guint)overdue)
                    : g_strdup (of);
    gtk_label_set_label (self->count, both);
    return G_SOURCE_REMOVE;
}

static void
filled_cb (UpstandRecordTable *table, UpstandActivitiesView *self)
{
    guint n =
        g_list_model_get_n_items (G_LIST_MODEL (upstand_record_table_get_model (self->table)));
    gtk_stack_set_visible_child_name (self->stack, n > 0                ? "table"
                                                   : is_narrowed (self) ? "none"
                                                                        : "empty");
    g_clear_handle_id (&self->counting, g_source_remove);
    self->counting = g_timeout_add (COUNT_MILLISECONDS, counted_cb, self);
}

/* The one that is open. */

static void
show_sides (UpstandActivitiesView *self)
{
    gboolean open = upstand_activity_editor_get (self->editor) != NULL;
    gtk_widget_set_visible (self->editor_side, open);
    adw_leaflet_set_visible_child (self->leaflet, open ? self->editor_side : self->list_side);
    upstand_activity_editor_set_alone (self->editor, adw_leaflet_get_folded (self->leaflet));
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "activities.close", open);
}

static gboolean
open_activity (UpstandActivitiesView *self, UpstandActivity *activity)
{
    gboolean shown = upstand_activity_editor_show (self->editor, activity);
    show_sides (self);
    return shown;
}

static gboolean
open_id (UpstandActivitiesView *self, gint64 id)
{
    g_autoptr (UpstandActivity) activity =
        upstand_store_get (self->store, &upstand_activity_type, id, NULL);
    return activity && open_activity (self, activity);
}

static void
choose_shown (UpstandActivitiesView *self)
{
    gint64 id = upstand_activities_view_get_shown (self);
    self->choosing = TRUE;
    if (id)
        upstand_record_table_reveal (self->table, id, TRUE);
    self->choosing = FALSE;
}

static void
row_activated_cb (UpstandRecordTable *table, UpstandRecord *record, UpstandActivitiesView *self)
{
    if (open_id (self, record->id))
        upstand_activity_editor_focus (self->editor);
}

static void
selection_changed_cb (UpstandRecordTable *table, UpstandActivitiesView *self)
{
    UpstandIdSelection *selection = upstand_record_table_get_selection (table);
    guint n = upstand_id_selection_count (selection);
    gboolean writes = !upstand_store_is_read_only (self->store);
    g_autofree char *words =
        g_strdup_printf (ngettext ("%u activity chosen", "%u activities chosen", n), n);
    gtk_label_set_label (self->chosen, words);
    gtk_revealer_set_reveal_child (self->chosen_bar, n > 1 && writes);
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "activities.open", n == 1);
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "activities.edit", n > 0 && writes);
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "activities.duplicate", n > 0 && writes);
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "activities.delete", n > 0 && writes);
    if (self->choosing || n != 1 || !upstand_activity_editor_get (self->editor) ||
        adw_leaflet_get_folded (self->leaflet))
        return;
    /* Beside each other, the detail follows the list. */
    g_autoptr (GArray) ids = upstand_id_selection_get_ids (selection);
    if (ids->len == 1 && !open_id (self, g_array_index (ids, gint64, 0)))
        choose_shown (self);
}

static void
saved_cb (UpstandActivityEditor *editor, UpstandRecord *record, UpstandActivitiesView *self)
{
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "activities.close", TRUE);
}

static void
folded_cb (AdwLeaflet *leaflet, GParamSpec *pspec, UpstandActivitiesView *self)
{
    if (self->store)
        show_sides (self);
}

/* Actions. */

static GArray *
get_open_ids (UpstandActivitiesView *self)
{
    GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    gint64 id = upstand_activities_view_get_shown (self);
    if (id)
        g_array_append_val (ids, id);
    return ids;
}

static GArray *
get_chosen_ids (UpstandActivitiesView *self)
{
    return upstand_id_selection_get_ids (upstand_record_table_get_selection (self->table));
}

static void
new_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
    upstand_activities_view_show_new (UPSTAND_ACTIVITIES_VIEW (widget), 0);
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandActivitiesView *self = UPSTAND_ACTIVITIES_VIEW (widget);
    g_autoptr (GArray) ids = get_chosen_ids (self);
    if (ids->len == 1 && open_id (self, g_array_index (ids, gint64, 0)))
        upstand_activity_editor_focus (self->editor);
}

static void
close_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandActivitiesView *self = UPSTAND_ACTIVITIES_VIEW (widget);
    gint64 id = upstand_activities_view_get_shown (self);
    if (!open_activity (self, NULL))
        return;
    self->choosing = TRUE;
    if (id)
        upstand_record_table_reveal (self->table, id, TRUE);
    self->choosing = FALSE;
    gtk_widget_child_focus (GTK_WIDGET (self->table), GTK_DIR_TAB_FORWARD);
}

static void
bulk_done_cb (UpstandBulkEdit *dialog, const char *words, UpstandActivitiesView *self)
{
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", words);
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandActivitiesView *self = UPSTAND_ACTIVITIES_VIEW (widget);
    g_autoptr (GArray) ids = get_chosen_ids (self);
    if (ids->len == 0 || !upstand_activities_view_save_pending (self))
        return;
    UpstandBulkEdit *dialog = upstand_bulk_edit_new (self->store, ids, self->today);
    g_signal_connect_object (dialog, "done", G_CALLBACK (bulk_done_cb), self, 0);
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (widget)));
    gtk_window_present (GTK_WINDOW (dialog));
}

static void
duplicate (UpstandActivitiesView *self, GArray *ids)
{
    if (ids->len == 0 || !upstand_activities_view_save_pending (self))
        return;
    gint64 id = upstand_activity_changes_duplicate (GTK_WIDGET (self), self->store, ids);
    if (id && ids->len == 1)
        upstand_activities_view_show (self, id);
}

static void
duplicate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandActivitiesView *self = UPSTAND_ACTIVITIES_VIEW (widget);
    g_autoptr (GArray) ids = get_chosen_ids (self);
    duplicate (self, ids);
}

static void
duplicate_open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandActivitiesView *self = UPSTAND_ACTIVITIES_VIEW (widget);
    g_autoptr (GArray) ids = get_open_ids (self);
    duplicate (self, ids);
}

static void delete (UpstandActivitiesView *self, GArray *ids)
{
    gint64 open = upstand_activities_view_get_shown (self);
    if (ids->len == 0)
        return;
    if (open && upstand_ids_contain (ids, open) && !open_activity (self, NULL))
        return;
    upstand_activity_changes_delete (GTK_WIDGET (self), self->jobs, self->store, ids);
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandActivitiesView *self = UPSTAND_ACTIVITIES_VIEW (widget);
    g_autoptr (GArray) ids = get_chosen_ids (self);
    delete (self, ids);
}

static void
delete_open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandActivitiesView *self = UPSTAND_ACTIVITIES_VIEW (widget);
    g_autoptr (GArray) ids = get_open_ids (self);
    delete (self, ids);
}

static void
search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandActivitiesView *self = UPSTAND_ACTIVITIES_VIEW (widget);
    adw_leaflet_set_visible_child (self->leaflet, self->list_side);
    gtk_widget_grab_focus (self->search);
}

static void
clear_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandActivitiesView *self = UPSTAND_ACTIVITIES_VIEW (widget);
    upstand_activity_filter_clear (self->filter);
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
    ask (self);
}

/* Life. */

static void
upstand_activities_view_dispose (GObject *object)
{
    UpstandActivitiesView *self = UPSTAND_ACTIVITIES_VIEW (object);
    g_clear_handle_id (&self->counting, g_source_remove);
    if (self->table)
        g_signal_handlers_disconnect_by_data (self->table, self);
    G_OBJECT_CLASS (upstand_activities_view_parent_class)->dispose (object);
    self->table = NULL;
    g_clear_pointer (&self->facts, upstand_activity_table_free);
    g_clear_pointer (&self->index, upstand_plan_index_free);
    g_clear_object (&self->store);
}

static void
install_actions (GtkWidgetClass *klass)
{
    static const struct {
        const char *name;
        GtkWidgetActionActivateFunc activated;
    } actions[] = {
        { "activities.new", new_cb },
        { "activities.open", open_cb },
        { "activities.close", close_cb },
        { "activities.edit", edit_cb },
        { "activities.duplicate", duplicate_cb },
        { "activities.duplicate-open", duplicate_open_cb },
        { "activities.delete", delete_cb },
        { "activities.delete-open", delete_open_cb },
        { "activities.search", search_cb },
        { "activities.clear", clear_cb },
    };
    for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
        gtk_widget_class_install_action (klass, actions[i].name, NULL, actions[i].activated);
    gtk_widget_class_add_binding_action (
        klass, GDK_KEY_n, GDK_CONTROL_MASK, "activities.new", NULL);
    gtk_widget_class_add_binding_action (
        klass, GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "activities.search", NULL);
    gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "activities.close", NULL);
}

static void
upstand_activities_view_class_init (UpstandActivitiesViewClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    G_OBJECT_CLASS (klass)->dispose = upstand_activities_view_dispose;
    gtk_widget_class_set_template_from_resource (
        widget_class, "/uk/upstand/Upstand/pages/activities-view.ui");
    gtk_widget_class_bind_template_child (widget_class, UpstandActivitiesView, leaflet);
    gtk_widget_class_bind_template_child (widget_class, UpstandActivitiesView, list_side);
    gtk_widget_class_bind_template_child (widget_class, UpstandActivitiesView, editor_side);
    gtk_widget_class_bind_template_child (widget_class, UpstandActivitiesView, editor);
    gtk_widget_class_bind_template_child (widget_class, UpstandActivitiesView, search);
    gtk_widget_class_bind_template_child (widget_class, UpstandActivitiesView, tools);
    gtk_widget_class_bind_template_child (widget_class, UpstandActivitiesView, filter_button);
    gtk_widget_class_bind_template_child (widget_class, UpstandActivitiesView, filter);
    gtk_widget_class_bind_template_child (widget_class, UpstandActivitiesView, count);
    gtk_widget_class_bind_template_child (widget_class, UpstandActivitiesView, clear);
    gtk_widget_class_bind_template_child (widget_class, UpstandActivitiesView, stack);
    gtk_widget_class_bind_template_child (widget_class, UpstandActivitiesView, table_place);
    gtk_widget_class_bind_template_child (widget_class, UpstandActivitiesView, chosen_bar);
    gtk_widget_class_bind_template_child (widget_class, UpstandActivitiesView, chosen);
    gtk_widget_class_bind_template_child (widget_class, UpstandActivitiesView, jobs);
    gtk_widget_class_bind_template_child (widget_class, UpstandActivitiesView, row_menu);
    gtk_widget_class_bind_template_callback (widget_class, changed_cb);
    gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
    gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
    gtk_widget_class_bind_template_callback (widget_class, filters_toggled_cb);
    gtk_widget_class_bind_template_callback (widget_class, folded_cb);
    gtk_widget_class_bind_template_callback (widget_class, saved_cb);
    install_actions (widget_class);
}

static void
upstand_activities_view_init (UpstandActivitiesView *self)
{
    g_type_ensure (UPSTAND_TYPE_ACTIVITY_EDITOR);
    g_type_ensure (UPSTAND_TYPE_ACTIVITY_FILTER);
    gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
upstand_activities_view_new (void)
{
    return g_object_new (UPSTAND_TYPE_ACTIVITIES_VIEW, NULL);
}

static char *
name_requirement (const UpstandField *field, gint64 id, gpointer user_data)
{
    return upstand_plan_index_name (UPSTAND_ACTIVITIES_VIEW (user_data)->index, id);
}

/* Keys that mean the chosen rows, so only while the list has the keyboard. */
static void
add_table_keys (UpstandActivitiesView *self)
{
    GtkEventController *keys = gtk_shortcut_controller_new ();
    static const struct {
        guint key;
        GdkModifierType modifiers;
        const char *action;
    } bindings[] = {
        { GDK_KEY_Delete, 0, "activities.delete" },
        { GDK_KEY_d, GDK_CONTROL_MASK, "activities.duplicate" },
        { GDK_KEY_e, GDK_CONTROL_MASK, "activities.edit" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
        gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
            gtk_shortcut_new (gtk_keyval_trigger_new (bindings[i].key, bindings[i].modifiers),
                gtk_named_action_new (bindings[i].action)));
    gtk_widget_add_controller (GTK_WIDGET (self->table), keys);
}

void
upstand_activities_view_set_store (
    UpstandActivitiesView *self, UpstandStore *store, UpstandDay today)
{
    g_return_if_fail (UPSTAND_IS_ACTIVITIES_VIEW (self) && UPSTAND_IS_STORE (store));
    g_return_if_fail (!self->store);
    g_autoptr (GError) error = NULL;
    UpstandPlanIndex *index = upstand_plan_index_new (store, &error);
    if (!index) {
        gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "(ss)",
            _ ("The plan's duties could not be read"), error->message);
        return;
    }
    self->store = g_object_ref (store);
    self->today = today;
    self->index = index;
    self->facts = upstand_activity_table_new (store, index, today);
    self->table = upstand_record_table_new (
        store, &upstand_activity_type, upstand_activity_table_get_setup (), self->facts);
    upstand_record_table_set_menu (self->table, self->row_menu);
    adw_bin_set_child (self->table_place, GTK_WIDGET (self->table));
    gtk_box_append (self->tools, upstand_record_table_make_columns_button (self->table));
    g_signal_connect (self->table, "activated", G_CALLBACK (row_activated_cb), self);
    g_signal_connect (self->table, "selection-changed", G_CALLBACK (selection_changed_cb), self);
    g_signal_connect (self->table, "filled", G_CALLBACK (filled_cb), self);
    add_table_keys (self);

    upstand_activity_filter_set_plan (self->filter, store, index);
    upstand_activity_editor_set_store (self->editor, store, today, name_requirement, self);
    gtk_widget_action_set_enabled (
        GTK_WIDGET (self), "activities.new", !upstand_store_is_read_only (store));
    ask (self);
    selection_changed_cb (self->table, self);
    show_sides (self);
}

void
upstand_activities_view_set_today (UpstandActivitiesView *self, UpstandDay today)
{
    g_return_if_fail (UPSTAND_IS_ACTIVITIES_VIEW (self));
    if (!self->store || self->today == today)
        return;
    self->today = today;
    upstand_activity_table_set_today (self->facts, today);
    upstand_activity_editor_set_today (self->editor, today);
    upstand_record_table_refresh (self->table);
    ask (self);
}

void
upstand_activities_view_set_ratings (UpstandActivitiesView *self, UpstandPlanRatings *ratings)
{
    g_return_if_fail (UPSTAND_IS_ACTIVITIES_VIEW (self));
    if (!self->store)
        return;
    upstand_activity_table_set_ratings (self->facts, ratings);
    upstand_record_table_refresh (self->table);
    if (upstand_activity_filter_set_ratings (self->filter, ratings))
        ask (self);
}

gboolean
upstand_activities_view_show (UpstandActivitiesView *self, gint64 id)
{
    g_return_val_if_fail (UPSTAND_IS_ACTIVITIES_VIEW (self), FALSE);
    if (!self->store || !open_id (self, id))
        return FALSE;
    choose_shown (self);
    return TRUE;
}

gboolean
upstand_activities_view_show_new (UpstandActivitiesView *self, gint64 requirement_id)
{
    g_return_val_if_fail (UPSTAND_IS_ACTIVITIES_VIEW (self), FALSE);
    if (!self->store || upstand_store_is_read_only (self->store))
        return FALSE;
    const char *filtered = upstand_activity_filter_get (self->filter, "requirement");
    gint64 requirement = requirement_id ? requirement_id
                         : filtered     ? g_ascii_strtoll (filtered, NULL, 10)
                                        : 0;
    g_autoptr (UpstandActivity) activity = upstand_record_new (&upstand_activity_type);
    if (requirement)
        activity->requirements = upstand_ids_add (NULL, requirement);
    if (!open_activity (self, activity))
        return FALSE;
    upstand_activity_editor_focus (self->editor);
    return TRUE;
}

void
upstand_activities_view_filter (UpstandActivitiesView *self, const char *name, const char *key)
{
    g_return_if_fail (UPSTAND_IS_ACTIVITIES_VIEW (self) && name);
    upstand_activity_filter_clear (self->filter);
    upstand_activity_filter_set (self->filter, name, key);
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->filter_button), TRUE);
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
    if (self->store)
        ask (self);
}

gint64
upstand_activities_view_get_shown (UpstandActivitiesView *self)
{
    g_return_val_if_fail (UPSTAND_IS_ACTIVITIES_VIEW (self), 0);
    UpstandActivity *activity = upstand_activity_editor_get (self->editor);
    return activity ? activity->parent_instance.id : 0;
}

gboolean
upstand_activities_view_save_pending (UpstandActivitiesView *self)
{
    g_return_val_if_fail (UPSTAND_IS_ACTIVITIES_VIEW (self), TRUE);
    return upstand_activity_editor_save_pending (self->editor);
}

char *
upstand_activities_view_get_place (UpstandActivitiesView *self)
{
    g_return_val_if_fail (UPSTAND_IS_ACTIVITIES_VIEW (self), NULL);
    g_autofree char *filter = upstand_activity_filter_to_text (self->filter);
    g_autoptr (GVariant) place = g_variant_ref_sink (g_variant_new (
        "(ssx)", filter, get_words (self), upstand_activities_view_get_shown (self)));
    return g_variant_print (place, TRUE);
}

void
upstand_activities_view_set_place (UpstandActivitiesView *self, const char *place)
{
    g_return_if_fail (UPSTAND_IS_ACTIVITIES_VIEW (self));
    g_autoptr (GVariant) all =
        place ? g_variant_parse (G_VARIANT_TYPE ("(ssx)"), place, NULL, NULL, NULL) : NULL;
    const char *filter, *words;
    gint64 id;
    if (!all || !self->store)
        return;
    g_variant_get (all, "(&s&sx)", &filter, &words, &id);
    upstand_activity_filter_from_text (self->filter, filter);
    gtk_editable_set_text (GTK_EDITABLE (self->search), words);
    gtk_toggle_button_set_active (
        GTK_TOGGLE_BUTTON (self->filter_button), upstand_activity_filter_count (self->filter) > 0);
    ask (self);
    if (id)
        upstand_activities_view_show (self, id);
}

GtkWidget *
upstand_activities_view_get_table (UpstandActivitiesView *self)
{
    g_return_val_if_fail (UPSTAND_IS_ACTIVITIES_VIEW (self), NULL);
    return GTK_WIDGET (self->table);
}

GtkWidget *
upstand_activities_view_get_editor (UpstandActivitiesView *self)
{
    g_return_val_if_fail (UPSTAND_IS_ACTIVITIES_VIEW (self), NULL);
    return GTK_WIDGET (self->editor);
}

const char *
upstand_activities_view_get_count (UpstandActivitiesView *self)
{
    g_return_val_if_fail (UPSTAND_IS_ACTIVITIES_VIEW (self), NULL);
    return gtk_label_get_label (self->count);
}

void
upstand_activities_view_search (UpstandActivitiesView *self, const char *words)
{
    g_return_if_fail (UPSTAND_IS_ACTIVITIES_VIEW (self) && words);
    gtk_editable_set_text (GTK_EDITABLE (self->search), words);
}
