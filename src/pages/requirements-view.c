/* SPDX-License-Identifier: MIT */
#include "pages/requirements-view.h"

#include <glib/gi18n-lib.h>

#include "pages/plan-row.h"
#include "pages/plan-tree.h"
#include "pages/requirement-detail.h"
#include "pages/requirement-filter.h"
#include "pages/step.h"

/* Lines in the first frame: more than a window shows. */
#define FIRST_LINES 24

struct _UpstandRequirementsView {
    AdwBin parent_instance;

    UpstandStore *store;
    UpstandDay today;
    UpstandPlanRatings *ratings;
    UpstandPlanTree *tree;
    GtkSingleSelection *selection;
    gint64 shown; /* the requirement in the detail; 0: none */
    guint show_source;
    guint frames; /* seen so far, up to the one that has all lines */
    UpstandRequirementFilter *filter; /* made when first asked for */

    AdwLeaflet *leaflet;
    GtkWidget *list_side, *detail_side;
    GtkSearchEntry *search;
    GtkMenuButton *filter_button;
    GtkLabel *found;
    GtkButton *clear;
    GtkWidget *found_bar;
    GtkListView *list;
    GtkStack *list_stack;
    GtkWidget *back_bar;
    GtkStack *detail_stack;
    AdwStatusPage *summary; /* likewise */
    UpstandRequirementDetail *detail; /* made when first needed */
};

G_DEFINE_FINAL_TYPE (UpstandRequirementsView, upstand_requirements_view, ADW_TYPE_BIN)

static UpstandPlanNode *
get_selected (UpstandRequirementsView *self)
{
    return gtk_single_selection_get_selected_item (self->selection);
}

static void
make_detail (UpstandRequirementsView *self)
{
    if (self->detail)
        return;
    self->detail = UPSTAND_REQUIREMENT_DETAIL (upstand_requirement_detail_new ());
    gtk_stack_add_named (self->detail_stack, GTK_WIDGET (self->detail), "requirement");
}

static void
make_summary (UpstandRequirementsView *self)
{
    if (self->summary)
        return;
    self->summary = ADW_STATUS_PAGE (adw_status_page_new ());
    adw_status_page_set_icon_name (self->summary, "upstand-actions-symbolic");
    gtk_stack_add_named (self->detail_stack, GTK_WIDGET (self->summary), "summary");
}

/* A pillar or an action in one glance. */
static void
show_summary (UpstandRequirementsView *self, UpstandPlanNode *node)
{
    g_autofree char *title = g_strdup_printf (
        node->level == UPSTAND_PLAN_PILLAR ? _ ("Pillar %s: %s") : _ ("Action %s: %s"), node->code,
        node->title);
    g_autofree char *standing = upstand_plan_node_describe (node, self->today);
    g_autofree char *words = *standing
                                 /* Translators: how many requirements have which rating. */
                                 ? g_strdup_printf (_ ("Its requirements: %s."), standing)
                                 : g_strdup ("");
    g_autofree char *escaped = g_markup_escape_text (words, -1);
    make_summary (self);
    /* Of the two only the description is read as markup. */
    adw_status_page_set_title (self->summary, title);
    adw_status_page_set_description (self->summary, escaped);
    gtk_stack_set_visible_child_name (self->detail_stack, "summary");
    self->shown = 0;
}

static void
show_selected (UpstandRequirementsView *self)
{
    UpstandPlanNode *node = get_selected (self);
    g_clear_handle_id (&self->show_source, g_source_remove);
    if (!node)
        return;
    if (node->level != UPSTAND_PLAN_REQUIREMENT) {
        show_summary (self, node);
        return;
    }
    make_detail (self);
    if (node->id != self->shown && upstand_requirement_detail_show (self->detail, self->store,
                                       node->id, self->ratings, self->today))
        self->shown = node->id;
    if (self->shown == node->id)
        gtk_stack_set_visible_child_name (self->detail_stack, "requirement");
}

static gboolean
selection_settled_cb (gpointer data)
{
    UpstandRequirementsView *self = data;
    self->show_source = 0;
    show_selected (self);
    return G_SOURCE_REMOVE;
}

/* A held arrow key runs through the lines; only where it rests is shown. */
static void
selection_changed_cb (UpstandRequirementsView *self)
{
    if (!self->show_source)
        self->show_source = g_idle_add_full (G_PRIORITY_LOW, selection_settled_cb, self, NULL);
}

static void
go_to_detail (UpstandRequirementsView *self)
{
    show_selected (self);
    adw_leaflet_set_visible_child (self->leaflet, self->detail_side);
}

static void
row_toggled_cb (UpstandRequirementsView *self, UpstandPlanRow *row)
{
    UpstandPlanNode *node = upstand_plan_row_get_node (row);
    if (node)
        upstand_plan_tree_set_expanded (self->tree, node, !node->expanded);
}

static void
row_chosen_cb (UpstandRequirementsView *self, UpstandPlanRow *row)
{
    UpstandPlanNode *node = upstand_plan_row_get_node (row);
    if (adw_leaflet_get_folded (self->leaflet) && node && node->level == UPSTAND_PLAN_REQUIREMENT) {
        gtk_single_selection_set_selected (
            self->selection, upstand_plan_tree_get_position (self->tree, node));
        go_to_detail (self);
    }
}

static void
list_activated_cb (UpstandRequirementsView *self, guint position)
{
    g_autoptr (UpstandPlanNode) node = g_list_model_get_item (G_LIST_MODEL (self->tree), position);
    if (node->level != UPSTAND_PLAN_REQUIREMENT) {
        upstand_plan_tree_set_expanded (self->tree, node, !node->expanded);
        return;
    }
    go_to_detail (self);
    gtk_widget_child_focus (GTK_WIDGET (self->detail), GTK_DIR_TAB_FORWARD);
}

/* Selects a line and takes the keyboard there; the list's own actions leave it behind. */
static void
go_to_line (UpstandRequirementsView *self, UpstandPlanNode *node)
{
    guint position = upstand_plan_tree_get_position (self->tree, node);
    gtk_single_selection_set_selected (self->selection, position);
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
    for (GtkWidget *line = gtk_widget_get_first_child (GTK_WIDGET (self->list)); line;
         line = gtk_widget_get_next_sibling (line)) {
        GtkWidget *row = gtk_widget_get_first_child (line);
        if (UPSTAND_IS_PLAN_ROW (row) && upstand_plan_row_get_node (UPSTAND_PLAN_ROW (row)) == node)
            gtk_widget_grab_focus (line);
    }
}

/* Tab leaves the list, as it leaves any other control; fifty lines are no way to the next one. */
static gboolean
leave_list (UpstandRequirementsView *self, gboolean back)
{
    if (back)
        return gtk_widget_grab_focus (GTK_WIDGET (self->filter_button));
    return !adw_leaflet_get_folded (self->leaflet) &&
           gtk_widget_child_focus (self->detail_side, GTK_DIR_TAB_FORWARD);
}

static gboolean
list_key_cb (UpstandRequirementsView *self, guint key, guint code, GdkModifierType state)
{
    UpstandPlanNode *node = get_selected (self);
    gboolean open = key == GDK_KEY_Right || key == GDK_KEY_KP_Add || key == GDK_KEY_plus;
    gboolean close = key == GDK_KEY_Left || key == GDK_KEY_KP_Subtract || key == GDK_KEY_minus;
    if (key == GDK_KEY_Tab || key == GDK_KEY_ISO_Left_Tab)
        return leave_list (self, key == GDK_KEY_ISO_Left_Tab);
    if (!node || (!open && !close) || state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
        return GDK_EVENT_PROPAGATE;
    if (close && (!node->has_children || !node->expanded) && node->parent)
        go_to_line (self, node->parent);
    else
        upstand_plan_tree_set_expanded (self->tree, node, open);
    return GDK_EVENT_STOP;
}

static void
item_set_up_cb (UpstandRequirementsView *self, GtkListItem *item)
{
    GtkWidget *row = upstand_plan_row_new (self->today);
    g_signal_connect_swapped (row, "toggled", G_CALLBACK (row_toggled_cb), self);
    g_signal_connect_swapped (row, "chosen", G_CALLBACK (row_chosen_cb), self);
    gtk_list_item_set_child (item, row);
}

static void
item_bound_cb (UpstandRequirementsView *self, GtkListItem *item)
{
    upstand_plan_row_set_node (
        UPSTAND_PLAN_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
item_unbound_cb (UpstandRequirementsView *self, GtkListItem *item)
{
    upstand_plan_row_set_node (UPSTAND_PLAN_ROW (gtk_list_item_get_child (item)), NULL);
}

/* TRUE when more than the words narrows the list. */
static gboolean
read_filter (UpstandRequirementsView *self, UpstandPlanFilter *filter)
{
    *filter = (UpstandPlanFilter)UPSTAND_PLAN_FILTER_NONE;
    filter->words = gtk_editable_get_text (GTK_EDITABLE (self->search));
    return self->filter && upstand_requirement_filter_read (self->filter, filter);
}

static void
say_found (UpstandRequirementsView *self)
{
    UpstandPlanFilter filter;
    guint total, found = upstand_plan_tree_count (self->tree, &total);
    gboolean narrowed = read_filter (self, &filter);
    gboolean filtered = narrowed || *filter.words;
    g_autofree char *words =
        /* Translators: how many requirements fit the filter, of how many. */
        g_strdup_printf (
            ngettext ("%u of %u requirement", "%u of %u requirements", total), found, total);

    gtk_label_set_text (self->found, words);
    gtk_widget_set_visible (self->found_bar, filtered);
    if (narrowed)
        gtk_widget_add_css_class (GTK_WIDGET (self->filter_button), "accent");
    else
        gtk_widget_remove_css_class (GTK_WIDGET (self->filter_button), "accent");
    gtk_stack_set_visible_child_name (self->list_stack, found > 0   ? "lines"
                                                        : total > 0 ? "nothing"
                                                                    : "empty");
}

static void
filter_changed_cb (UpstandRequirementsView *self)
{
    UpstandPlanFilter filter;
    read_filter (self, &filter);
    upstand_plan_tree_set_filter (self->tree, &filter);
    say_found (self);
}

static void
clear_clicked_cb (UpstandRequirementsView *self)
{
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
    if (self->filter)
        upstand_requirement_filter_clear (self->filter);
    filter_changed_cb (self);
}

/* Down goes from the search to what it found. */
static void
search_next_cb (UpstandRequirementsView *self)
{
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
search_stopped_cb (UpstandRequirementsView *self)
{
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
folded_cb (UpstandRequirementsView *self)
{
    gtk_widget_set_visible (self->back_bar, adw_leaflet_get_folded (self->leaflet));
}

static void
go_back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandRequirementsView *self = UPSTAND_REQUIREMENTS_VIEW (widget);
    adw_leaflet_set_visible_child (self->leaflet, self->list_side);
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandRequirementsView *self = UPSTAND_REQUIREMENTS_VIEW (widget);
    adw_leaflet_set_visible_child (self->leaflet, self->list_side);
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
filters_asked_cb (GtkMenuButton *button, gpointer data)
{
    UpstandRequirementsView *self = data;
    if (self->filter)
        return;
    self->filter = UPSTAND_REQUIREMENT_FILTER (upstand_requirement_filter_new ());
    g_signal_connect_object (
        self->filter, "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
    gtk_menu_button_set_popover (button, GTK_WIDGET (self->filter));
}

static void
reload_tree (UpstandRequirementsView *self)
{
    g_autoptr (GError) error = NULL;
    if (!upstand_plan_tree_load (self->tree, self->store, &error))
        upstand_step_show_error (GTK_WIDGET (self), _ ("The plan could not be read"), error);
    say_found (self);
}

/* The second tick follows the first frame. */
static gboolean
ticked_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
    UpstandRequirementsView *self = UPSTAND_REQUIREMENTS_VIEW (widget);
    if (++self->frames < 2)
        return G_SOURCE_CONTINUE;
    upstand_plan_tree_set_most (self->tree, 0);
    return G_SOURCE_REMOVE;
}

static void
upstand_requirements_view_dispose (GObject *object)
{
    UpstandRequirementsView *self = UPSTAND_REQUIREMENTS_VIEW (object);
    g_clear_handle_id (&self->show_source, g_source_remove);
    g_clear_object (&self->store);
    g_clear_pointer (&self->ratings, upstand_plan_ratings_unref);
    g_clear_object (&self->selection);
    g_clear_object (&self->tree);
    G_OBJECT_CLASS (upstand_requirements_view_parent_class)->dispose (object);
}

static gboolean
upstand_requirements_view_grab_focus (GtkWidget *widget)
{
    UpstandRequirementsView *self = UPSTAND_REQUIREMENTS_VIEW (widget);
    return gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
bind_template (GtkWidgetClass *widget_class)
{
    gtk_widget_class_set_template_from_resource (
        widget_class, "/uk/upstand/Upstand/pages/requirements-view.ui");
#define CHILD(name) \
    gtk_widget_class_bind_template_child (widget_class, UpstandRequirementsView, name)
    CHILD (leaflet);
    CHILD (list_side);
    CHILD (detail_side);
    CHILD (search);
    CHILD (filter_button);
    CHILD (found);
    CHILD (clear);
    CHILD (found_bar);
    CHILD (list);
    CHILD (list_stack);
    CHILD (back_bar);
    CHILD (detail_stack);
#undef CHILD
    gtk_widget_class_bind_template_callback (widget_class, item_set_up_cb);
    gtk_widget_class_bind_template_callback (widget_class, item_bound_cb);
    gtk_widget_class_bind_template_callback (widget_class, item_unbound_cb);
    gtk_widget_class_bind_template_callback (widget_class, list_activated_cb);
    gtk_widget_class_bind_template_callback (widget_class, list_key_cb);
    gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
    gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
    gtk_widget_class_bind_template_callback (widget_class, search_next_cb);
    gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
    gtk_widget_class_bind_template_callback (widget_class, folded_cb);
}

static void
upstand_requirements_view_class_init (UpstandRequirementsViewClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    G_OBJECT_CLASS (klass)->dispose = upstand_requirements_view_dispose;
    widget_class->grab_focus = upstand_requirements_view_grab_focus;
    bind_template (widget_class);
    gtk_widget_class_install_action (widget_class, "requirements.back", NULL, go_back_action);
    gtk_widget_class_install_action (widget_class, "requirements.find", NULL, find_action);
    gtk_widget_class_add_binding_action (
        widget_class, GDK_KEY_Left, GDK_ALT_MASK, "requirements.back", NULL);
    gtk_widget_class_add_binding_action (
        widget_class, GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "requirements.find", NULL);
}

static void
upstand_requirements_view_init (UpstandRequirementsView *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
    self->tree = upstand_plan_tree_new ();
    upstand_plan_tree_set_most (self->tree, FIRST_LINES);
    gtk_widget_add_tick_callback (GTK_WIDGET (self), ticked_cb, NULL, NULL);
    self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->tree)));
    gtk_single_selection_set_autoselect (self->selection, FALSE);
    gtk_single_selection_set_can_unselect (self->selection, TRUE);
    g_signal_connect_object (self->selection, "notify::selected-item",
        G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
    gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self->list));
    gtk_menu_button_set_create_popup_func (self->filter_button, filters_asked_cb, self, NULL);
    folded_cb (self);
}

GtkWidget *
upstand_requirements_view_new (void)
{
    return g_object_new (UPSTAND_TYPE_REQUIREMENTS_VIEW, NULL);
}

void
upstand_requirements_view_set_store (
    UpstandRequirementsView *self, UpstandStore *store, UpstandDay today)
{
    g_return_if_fail (UPSTAND_IS_REQUIREMENTS_VIEW (self) && UPSTAND_IS_STORE (store));
    g_assert (!self->store);
    self->store = g_object_ref (store);
    self->today = today;
    g_signal_connect_object (
        store, "changed::requirement", G_CALLBACK (reload_tree), self, G_CONNECT_SWAPPED);
    reload_tree (self);
    gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

void
upstand_requirements_view_set_ratings (UpstandRequirementsView *self, UpstandPlanRatings *ratings)
{
    g_return_if_fail (UPSTAND_IS_REQUIREMENTS_VIEW (self) && ratings);
    UpstandPlanRatings *before = self->ratings;
    self->ratings = upstand_plan_ratings_ref (ratings);
    self->today = upstand_plan_ratings_get_today (ratings);
    upstand_plan_tree_set_ratings (self->tree, ratings);
    say_found (self);
    if (self->shown)
        upstand_requirement_detail_set_ratings (self->detail, ratings);
    else
        show_selected (self);
    g_clear_pointer (&before, upstand_plan_ratings_unref);
}

gboolean
upstand_requirements_view_show (UpstandRequirementsView *self, gint64 id)
{
    g_return_val_if_fail (UPSTAND_IS_REQUIREMENTS_VIEW (self), FALSE);
    UpstandPlanNode *node = upstand_plan_tree_find (self->tree, UPSTAND_PLAN_REQUIREMENT, id);
    if (!node)
        return FALSE;
    guint position = upstand_plan_tree_reveal (self->tree, node);
    if (position == G_MAXUINT) {
        clear_clicked_cb (self);
        position = upstand_plan_tree_reveal (self->tree, node);
    }
    gtk_single_selection_set_selected (self->selection, position);
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
    go_to_detail (self);
    return TRUE;
}

void
upstand_requirements_view_show_part (UpstandRequirementsView *self, const char *table)
{
    g_return_if_fail (UPSTAND_IS_REQUIREMENTS_VIEW (self));
    if (self->detail)
        upstand_requirement_detail_show_part (self->detail, table);
}

gint64
upstand_requirements_view_get_shown (UpstandRequirementsView *self)
{
    g_return_val_if_fail (UPSTAND_IS_REQUIREMENTS_VIEW (self), 0);
    return self->shown;
}

gboolean
upstand_requirements_view_save_pending (UpstandRequirementsView *self)
{
    g_return_val_if_fail (UPSTAND_IS_REQUIREMENTS_VIEW (self), TRUE);
    return !self->detail || upstand_requirement_detail_save_pending (self->detail);
}
