/* SPDX-License-Identifier: MIT */
#include "pages/actions-page.h"

#include <glib/gi18n-lib.h>

#include "pages/activities-view.h"
#include "pages/ratings-loader.h"
#include "pages/requirements-view.h"
#include "pages/timeline-view.h"
#include "records/activity.h"
#include "records/dated-update.h"
#include "records/deadline-change.h"
#include "records/duty-done.h"
#include "records/evidence.h"
#include "records/recommendation.h"
#include "records/requirement.h"

typedef enum {
    VIEW_REQUIREMENTS,
    VIEW_ACTIVITIES,
    VIEW_TIMELINE,
    N_VIEWS,
} View;

static const char *const view_names[N_VIEWS] = { "requirements", "activities", "timeline" };

struct _UpstandActionsPage {
    UpstandPage parent_instance;

    UpstandRatingsLoader *loader;
    guint frames; /* seen so far, up to the one after which work may begin */
    gboolean switching;

    GtkToggleButton *requirements_toggle, *activities_toggle, *timeline_toggle;
    GtkStack *stack;
    UpstandRequirementsView *requirements; /* each NULL until first shown */
    UpstandActivitiesView *activities;
    UpstandTimelineView *timeline;
};

G_DEFINE_FINAL_TYPE (UpstandActionsPage, upstand_actions_page, UPSTAND_TYPE_PAGE)

static void
ratings_loaded_cb (UpstandActionsPage *self)
{
    UpstandPlanRatings *ratings = upstand_ratings_loader_get (self->loader);
    if (self->requirements)
        upstand_requirements_view_set_ratings (self->requirements, ratings);
    if (self->activities)
        upstand_activities_view_set_ratings (self->activities, ratings);
    if (self->timeline)
        upstand_timeline_view_set_ratings (self->timeline, ratings);
}

static void
ratings_failed_cb (UpstandActionsPage *self, const char *words)
{
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "(ss)",
        _ ("The ratings could not be worked out"), words);
}

/* Nothing is worked out before the person sees the window: the second tick follows the first frame.
 */
static gboolean
ticked_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
    UpstandActionsPage *self = UPSTAND_ACTIONS_PAGE (widget);
    if (++self->frames < 2)
        return G_SOURCE_CONTINUE;
    if (self->loader)
        upstand_ratings_loader_start (self->loader);
    if (gtk_stack_get_visible_child (self->stack))
        gtk_widget_grab_focus (gtk_stack_get_visible_child (self->stack));
    return G_SOURCE_REMOVE;
}

static void
make_requirements (UpstandActionsPage *self)
{
    UpstandPage *page = UPSTAND_PAGE (self);
    self->requirements = UPSTAND_REQUIREMENTS_VIEW (upstand_requirements_view_new ());
    upstand_requirements_view_set_store (
        self->requirements, upstand_page_get_store (page), upstand_page_get_today (page));
    gtk_stack_add_named (
        self->stack, GTK_WIDGET (self->requirements), view_names[VIEW_REQUIREMENTS]);
}

static void
make_activities (UpstandActionsPage *self)
{
    UpstandPage *page = UPSTAND_PAGE (self);
    self->activities = UPSTAND_ACTIVITIES_VIEW (upstand_activities_view_new ());
    upstand_activities_view_set_store (
        self->activities, upstand_page_get_store (page), upstand_page_get_today (page));
    gtk_stack_add_named (self->stack, GTK_WIDGET (self->activities), view_names[VIEW_ACTIVITIES]);
}

static void
make_timeline (UpstandActionsPage *self)
{
    self->timeline = UPSTAND_TIMELINE_VIEW (upstand_timeline_view_new ());
    upstand_timeline_view_set_store (self->timeline, upstand_page_get_store (UPSTAND_PAGE (self)));
    gtk_stack_add_named (self->stack, GTK_WIDGET (self->timeline), view_names[VIEW_TIMELINE]);
}

static void
make_view (UpstandActionsPage *self, View view)
{
    if (gtk_stack_get_child_by_name (self->stack, view_names[view]))
        return;
    switch (view) {
    case VIEW_REQUIREMENTS: make_requirements (self); break;
    case VIEW_ACTIVITIES: make_activities (self); break;
    case VIEW_TIMELINE: make_timeline (self); break;
    case N_VIEWS: g_assert_not_reached ();
    }
    if (upstand_ratings_loader_get (self->loader))
        ratings_loaded_cb (self);
}

static void
show_view (UpstandActionsPage *self, View view)
{
    GtkToggleButton *const toggles[N_VIEWS] = { self->requirements_toggle, self->activities_toggle,
        self->timeline_toggle };

    if (!self->loader)
        return;
    self->switching = TRUE;
    gtk_toggle_button_set_active (toggles[view], TRUE);
    self->switching = FALSE;
    make_view (self, view);
    gtk_stack_set_visible_child_name (self->stack, view_names[view]);
    /* So that its keys work at once; never away from where the person is in another tab. */
    if (gtk_stack_get_visible_child (self->stack) && gtk_widget_get_mapped (GTK_WIDGET (self)))
        gtk_widget_grab_focus (gtk_stack_get_visible_child (self->stack));
}

static gboolean
find_view (const char *name, View *view)
{
    for (View i = 0; i < N_VIEWS; i++) {
        if (strcmp (view_names[i], name) != 0)
            continue;
        *view = i;
        return TRUE;
    }
    return FALSE;
}

static void
toggled_cb (UpstandActionsPage *self, GtkToggleButton *toggle)
{
    if (self->switching || !gtk_toggle_button_get_active (toggle))
        return;
    show_view (self, toggle == self->requirements_toggle ? VIEW_REQUIREMENTS
                     : toggle == self->activities_toggle ? VIEW_ACTIVITIES
                                                         : VIEW_TIMELINE);
}

static void
show_view_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    View view;
    if (find_view (g_variant_get_string (parameter, NULL), &view))
        show_view (UPSTAND_ACTIONS_PAGE (widget), view);
}

static gboolean
show_activity (UpstandActionsPage *self, gint64 id)
{
    show_view (self, VIEW_ACTIVITIES);
    return upstand_activities_view_show (self->activities, id);
}

static void
open_activity_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    show_activity (UPSTAND_ACTIONS_PAGE (widget), g_variant_get_int64 (parameter));
}

static void
new_activity_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandActionsPage *self = UPSTAND_ACTIONS_PAGE (widget);
    show_view (self, VIEW_ACTIVITIES);
    upstand_activities_view_show_new (self->activities, g_variant_get_int64 (parameter));
}

static void
upstand_actions_page_set_store (UpstandPage *page, UpstandStore *store)
{
    UpstandActionsPage *self = UPSTAND_ACTIONS_PAGE (page);
    self->loader = upstand_ratings_loader_new (store, upstand_page_get_today (page));
    g_signal_connect_object (
        self->loader, "loaded", G_CALLBACK (ratings_loaded_cb), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (
        self->loader, "failed", G_CALLBACK (ratings_failed_cb), self, G_CONNECT_SWAPPED);
    show_view (self, VIEW_REQUIREMENTS);
    if (self->frames >= 2)
        upstand_ratings_loader_start (self->loader);
}

/* The requirement that what is kept with @id in @table belongs to, and the activity; 0: none. */
static void
find_owner (
    UpstandActionsPage *self, const char *table, gint64 id, gint64 *requirement, gint64 *activity)
{
    UpstandStore *store = upstand_page_get_store (UPSTAND_PAGE (self));
    const GArray *requirements = NULL, *activities = NULL;
    g_autoptr (UpstandRecord) record = NULL;

    *requirement = *activity = 0;
    if (strcmp (table, "evidence") == 0) {
        record = upstand_store_get (store, &upstand_evidence_type, id, NULL);
        requirements = record ? ((UpstandEvidence *)record)->requirements : NULL;
        activities = record ? ((UpstandEvidence *)record)->activities : NULL;
    } else if (strcmp (table, "recommendation") == 0) {
        record = upstand_store_get (store, &upstand_recommendation_type, id, NULL);
        requirements = record ? ((UpstandRecommendation *)record)->requirements : NULL;
    } else if (strcmp (table, "dated_update") == 0) {
        record = upstand_store_get (store, &upstand_dated_update_type, id, NULL);
        *requirement = record ? ((UpstandDatedUpdate *)record)->requirement_id : 0;
        *activity = record ? ((UpstandDatedUpdate *)record)->activity_id : 0;
    } else if (strcmp (table, "deadline_change") == 0) {
        record = upstand_store_get (store, &upstand_deadline_change_type, id, NULL);
        *requirement = record ? ((UpstandDeadlineChange *)record)->requirement_id : 0;
    } else if (strcmp (table, "duty_done") == 0) {
        record = upstand_store_get (store, &upstand_duty_done_type, id, NULL);
        *requirement = record ? ((UpstandDutyDone *)record)->requirement_id : 0;
    }
    if (requirements && requirements->len > 0)
        *requirement = g_array_index (requirements, gint64, 0);
    if (activities && activities->len > 0)
        *activity = g_array_index (activities, gint64, 0);
}

static gboolean
show_requirement (UpstandActionsPage *self, gint64 id)
{
    show_view (self, VIEW_REQUIREMENTS);
    return upstand_requirements_view_show (self->requirements, id);
}

static gboolean
upstand_actions_page_show_record (UpstandPage *page, const char *table, gint64 id)
{
    UpstandActionsPage *self = UPSTAND_ACTIONS_PAGE (page);
    gint64 requirement, activity;

    if (!self->loader)
        return FALSE;
    if (strcmp (table, "requirement") == 0)
        return show_requirement (self, id);
    if (strcmp (table, "activity") == 0)
        return show_activity (self, id);
    find_owner (self, table, id, &requirement, &activity);
    if (!requirement)
        return activity && show_activity (self, activity);
    if (!show_requirement (self, requirement))
        return FALSE;
    upstand_requirements_view_show_part (self->requirements, table);
    return TRUE;
}

static gboolean
upstand_actions_page_save_pending (UpstandPage *page)
{
    UpstandActionsPage *self = UPSTAND_ACTIONS_PAGE (page);
    return (!self->requirements || upstand_requirements_view_save_pending (self->requirements)) &&
           (!self->activities || upstand_activities_view_save_pending (self->activities));
}

/* "requirements 1234567 ...": the view, the requirement chosen, and what the activities say. */
static char *
upstand_actions_page_get_place (UpstandPage *page)
{
    UpstandActionsPage *self = UPSTAND_ACTIONS_PAGE (page);
    const char *view = gtk_stack_get_visible_child_name (self->stack);
    gint64 shown =
        self->requirements ? upstand_requirements_view_get_shown (self->requirements) : 0;
    g_autofree char *activities =
        self->activities ? upstand_activities_view_get_place (self->activities) : NULL;
    if (!view)
        return NULL;
    return g_strdup_printf (
        "%s %" G_GINT64_FORMAT " %s", view, shown, activities ? activities : "");
}

static void
upstand_actions_page_set_place (UpstandPage *page, const char *place)
{
    UpstandActionsPage *self = UPSTAND_ACTIONS_PAGE (page);
    g_auto (GStrv) parts = g_strsplit (place, " ", 3);
    View view;
    gint64 shown;

    if (!self->loader || g_strv_length (parts) < 2 || !find_view (parts[0], &view) ||
        !g_ascii_string_to_signed (parts[1], 10, 0, G_MAXINT64, &shown, NULL))
        return;
    if (shown)
        show_requirement (self, shown);
    show_view (self, view);
    /* A view that is not looked at is not made only to be put in order. */
    if (view == VIEW_ACTIVITIES && parts[2] && *parts[2])
        upstand_activities_view_set_place (self->activities, parts[2]);
}

static void
today_changed_cb (UpstandActionsPage *self)
{
    UpstandDay today = upstand_page_get_today (UPSTAND_PAGE (self));
    if (self->loader)
        upstand_ratings_loader_set_today (self->loader, today);
    if (self->activities)
        upstand_activities_view_set_today (self->activities, today);
}

static void
upstand_actions_page_dispose (GObject *object)
{
    UpstandActionsPage *self = UPSTAND_ACTIONS_PAGE (object);
    /* A worker may still hold it; the plan is let go of now. */
    if (self->loader)
        g_object_run_dispose (G_OBJECT (self->loader));
    g_clear_object (&self->loader);
    G_OBJECT_CLASS (upstand_actions_page_parent_class)->dispose (object);
}

static void
upstand_actions_page_class_init (UpstandActionsPageClass *klass)
{
    static const char *const tables[] = { "requirement", "activity", "evidence", "dated_update",
        "deadline_change", "duty_done", "recommendation", NULL };
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    UpstandPageClass *page_class = UPSTAND_PAGE_CLASS (klass);

    G_OBJECT_CLASS (klass)->dispose = upstand_actions_page_dispose;
    page_class->name = "actions";
    page_class->title = N_ ("Actions");
    page_class->icon_name = "upstand-actions-symbolic";
    page_class->tables = tables;
    page_class->set_store = upstand_actions_page_set_store;
    page_class->show_record = upstand_actions_page_show_record;
    page_class->save_pending = upstand_actions_page_save_pending;
    page_class->get_place = upstand_actions_page_get_place;
    page_class->set_place = upstand_actions_page_set_place;

    gtk_widget_class_set_template_from_resource (
        widget_class, "/uk/upstand/Upstand/pages/actions-page.ui");
    gtk_widget_class_bind_template_child (widget_class, UpstandActionsPage, requirements_toggle);
    gtk_widget_class_bind_template_child (widget_class, UpstandActionsPage, activities_toggle);
    gtk_widget_class_bind_template_child (widget_class, UpstandActionsPage, timeline_toggle);
    gtk_widget_class_bind_template_child (widget_class, UpstandActionsPage, stack);
    gtk_widget_class_bind_template_callback (widget_class, toggled_cb);

    gtk_widget_class_install_action (widget_class, "actions.show-view", "s", show_view_action);
    gtk_widget_class_install_action (
        widget_class, "actions.open-activity", "x", open_activity_action);
    gtk_widget_class_install_action (
        widget_class, "actions.new-activity", "x", new_activity_action);
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK,
        "actions.new-activity", "x", G_GINT64_CONSTANT (0));
}

static void
upstand_actions_page_init (UpstandActionsPage *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
    gtk_widget_add_tick_callback (GTK_WIDGET (self), ticked_cb, NULL, NULL);
    g_signal_connect (self, "notify::today", G_CALLBACK (today_changed_cb), NULL);
}
