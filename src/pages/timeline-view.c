/* SPDX-License-Identifier: MIT */
#include "pages/timeline-view.h"

#include <glib/gi18n-lib.h>

#include "charts/timeline-chart.h"
#include "pages/chart-log.h"
#include "charts/timeline-data.h"
#include "pages/step.h"
#include "records/activity.h"
#include "records/framework-records.h"
#include "records/plan.h"
#include "widgets/chart-view.h"

#define MOST_OWNERS 200

struct _UpstandTimelineView {
    AdwBin parent_instance;

    UpstandStore *store;
    UpstandPlanRatings *ratings;
    UpstandJob *job; /* while it runs */
    gboolean again; /* something changed since it began */
    gboolean stale; /* something changed while the view was not seen */
    gboolean filling; /* the choices themselves are being made */
    guint source;
    UpstandTimelineZoom zoom;
    UpstandDay anchor; /* a day in the quarter or year that is shown */
    GArray *actions; /* gint64: the ids of the choices after "all" */

    GtkStack *stack;
    GtkDropDown *grouping, *action, *owner;
    GtkCheckButton *open_only;
    GtkToggleButton *quarter, *year, *all;
    GtkWidget *earlier, *later;
    AdwBin *place;
    UpstandChartView *chart;
};

G_DEFINE_FINAL_TYPE (UpstandTimelineView, upstand_timeline_view, ADW_TYPE_BIN)

static int
get_months (UpstandTimelineView *self)
{
    return self->zoom == UPSTAND_TIMELINE_QUARTER ? 3 : 12;
}

/* The quarter or the financial year that holds the anchor. */
void
upstand_timeline_view_get_days (UpstandTimelineView *self, UpstandDay *from, UpstandDay *to)
{
    g_return_if_fail (UPSTAND_IS_TIMELINE_VIEW (self) && from && to);
    int year, month;

    *from = *to = 0;
    if (self->zoom == UPSTAND_TIMELINE_ALL || !self->anchor)
        return;
    upstand_date_split (self->anchor, &year, &month, NULL);
    if (self->zoom == UPSTAND_TIMELINE_QUARTER) {
        *from = upstand_date_new (year, (month - 1) / 3 * 3 + 1, 1);
        *to = upstand_date_add_months (*from, 3) - 1;
    } else {
        *from = upstand_date_new (month >= 4 ? year : year - 1, 4, 1);
        *to = upstand_date_add_months (*from, 12) - 1;
    }
}

static void
show_days (UpstandTimelineView *self)
{
    UpstandDay from, to;
    upstand_timeline_view_get_days (self, &from, &to);
    upstand_chart_view_set_days (self->chart, from, to);
    gtk_widget_set_sensitive (self->earlier, from != 0);
    gtk_widget_set_sensitive (self->later, from != 0);
}

static void load (UpstandTimelineView *self);

static void
show_chart (UpstandTimelineView *self, UpstandChart *chart)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_activity_type);
    gboolean none =
        upstand_chart_is_empty (chart) && upstand_store_count (self->store, query, NULL) == 0;
    upstand_chart_view_set_chart (self->chart, chart);
    show_days (self);
    gtk_stack_set_visible_child_name (self->stack, none ? "empty" : "chart");
}

static void
job_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr (UpstandTimelineView) self = data;
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandChart) chart = NULL;
    gboolean made = upstand_job_finish (UPSTAND_JOB (source), result, (gpointer *)&chart, &error);

    g_clear_object (&self->job);
    if (!self->store)
        return;
    if (made)
        show_chart (self, chart);
    else
        upstand_step_show_error (GTK_WIDGET (self), _ ("The timeline could not be drawn"), error);
    if (self->again)
        load (self);
}

static void
load (UpstandTimelineView *self)
{
    GtkStringObject *owner = gtk_drop_down_get_selected_item (self->owner);
    guint action = gtk_drop_down_get_selected (self->action);
    UpstandTimelineChoice choice = {
        .grouping = gtk_drop_down_get_selected (self->grouping),
        .action_id = action > 0 && action <= self->actions->len
                         ? g_array_index (self->actions, gint64, action - 1)
                         : 0,
        .owner = gtk_drop_down_get_selected (self->owner) > 0 ? gtk_string_object_get_string (owner)
                                                              : NULL,
        .open_only = gtk_check_button_get_active (self->open_only),
    };

    self->again = self->job != NULL;
    if (self->again || !self->ratings)
        return;
    self->stale = FALSE;
    self->job = upstand_timeline_data_new_job (
        upstand_database_get_path (upstand_store_get_database (self->store)), &choice,
        self->ratings);
    upstand_job_start (self->job, job_done_cb, g_object_ref (self));
}

static gboolean
settled_cb (gpointer data)
{
    UpstandTimelineView *self = data;
    self->source = 0;
    load (self);
    return G_SOURCE_REMOVE;
}

static void
ask_again (UpstandTimelineView *self)
{
    if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
        self->stale = TRUE;
    else if (!self->source)
        self->source = g_idle_add (settled_cb, self);
}

static void
choice_changed_cb (UpstandTimelineView *self)
{
    if (self->store && !self->filling)
        load (self);
}

static void
zoom_toggled_cb (UpstandTimelineView *self, GtkToggleButton *toggle)
{
    if (gtk_toggle_button_get_active (toggle))
        upstand_timeline_view_set_zoom (self, toggle == self->quarter ? UPSTAND_TIMELINE_QUARTER
                                              : toggle == self->year  ? UPSTAND_TIMELINE_YEAR
                                                                      : UPSTAND_TIMELINE_ALL);
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandTimelineView *self = UPSTAND_TIMELINE_VIEW (widget);
    int zoom = (int)self->zoom + g_variant_get_int32 (parameter);
    upstand_timeline_view_set_zoom (
        self, (UpstandTimelineZoom)CLAMP (zoom, UPSTAND_TIMELINE_QUARTER, UPSTAND_TIMELINE_ALL));
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandTimelineView *self = UPSTAND_TIMELINE_VIEW (widget);
    UpstandDay moved =
        upstand_date_add_months (self->anchor, get_months (self) * g_variant_get_int32 (parameter));
    if (!moved || self->zoom == UPSTAND_TIMELINE_ALL)
        return;
    self->anchor = moved;
    show_days (self);
}

static void
chart_activated_cb (UpstandTimelineView *self, gint64 id, int part)
{
    if (part != UPSTAND_TIMELINE_GROUP)
        gtk_widget_activate_action (GTK_WIDGET (self), "actions.open-activity", "x", id);
    else if (gtk_drop_down_get_selected (self->grouping) == UPSTAND_TIMELINE_BY_REQUIREMENT)
        gtk_widget_activate_action (
            GTK_WIDGET (self), "win.show-record", "(sx)", "requirement", id);
}

static void
fill_actions (UpstandTimelineView *self)
{
    g_autoptr (GPtrArray) outline = upstand_plan_get_outline (self->store, 0, NULL);
    g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
    gtk_string_list_append (names, _ ("All actions"));
    for (guint p = 0; outline && p < outline->len; p++) {
        const UpstandOutlineNode *pillar = g_ptr_array_index (outline, p);
        for (guint a = 0; a < pillar->children->len; a++) {
            const UpstandOutlineNode *place = g_ptr_array_index (pillar->children, a);
            UpstandAction *action = place->record;
            g_autofree char *name = g_strdup_printf ("%s %s", action->code,
                upstand_action_get_title (action, g_get_language_names ()[0]));
            gtk_string_list_append (names, name);
            g_array_append_val (self->actions, action->parent_instance.id);
        }
    }
    gtk_drop_down_set_model (self->action, G_LIST_MODEL (names));
}

/* The owners there are now; the one that was chosen stays chosen while there is one. */
static void
fill_owners (UpstandTimelineView *self)
{
    GtkStringObject *chosen = gtk_drop_down_get_selected_item (self->owner);
    g_autofree char *kept = chosen && gtk_drop_down_get_selected (self->owner) > 0
                                ? g_strdup (gtk_string_object_get_string (chosen))
                                : NULL;
    g_auto (GStrv) owners =
        upstand_store_list_values (self->store, &upstand_activity_type, "owner", MOST_OWNERS);
    g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
    guint position = 0;
    gtk_string_list_append (names, _ ("All owners"));
    for (guint i = 0; owners && owners[i]; i++) {
        gtk_string_list_append (names, owners[i]);
        if (kept && g_str_equal (owners[i], kept))
            position = i + 1;
    }
    self->filling = TRUE;
    gtk_drop_down_set_model (self->owner, G_LIST_MODEL (names));
    gtk_drop_down_set_selected (self->owner, position);
    self->filling = FALSE;
}

static void
store_changed_cb (UpstandTimelineView *self)
{
    fill_owners (self);
    ask_again (self);
}

static void
upstand_timeline_view_map (GtkWidget *widget)
{
    UpstandTimelineView *self = UPSTAND_TIMELINE_VIEW (widget);
    GTK_WIDGET_CLASS (upstand_timeline_view_parent_class)->map (widget);
    if (self->stale)
        ask_again (self);
}

static gboolean
upstand_timeline_view_grab_focus (GtkWidget *widget)
{
    UpstandTimelineView *self = UPSTAND_TIMELINE_VIEW (widget);
    return gtk_widget_grab_focus (GTK_WIDGET (upstand_chart_view_get_picture (self->chart)));
}

static void
upstand_timeline_view_dispose (GObject *object)
{
    UpstandTimelineView *self = UPSTAND_TIMELINE_VIEW (object);
    g_clear_handle_id (&self->source, g_source_remove);
    if (self->job)
        upstand_job_cancel (self->job);
    g_clear_object (&self->store);
    g_clear_pointer (&self->ratings, upstand_plan_ratings_unref);
    G_OBJECT_CLASS (upstand_timeline_view_parent_class)->dispose (object);
}

static void
upstand_timeline_view_finalize (GObject *object)
{
    UpstandTimelineView *self = UPSTAND_TIMELINE_VIEW (object);
    g_array_unref (self->actions);
    G_OBJECT_CLASS (upstand_timeline_view_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
    static const struct {
        guint key;
        int step;
    } zooms[] = {
        { GDK_KEY_plus, -1 },
        { GDK_KEY_equal, -1 },
        { GDK_KEY_KP_Add, -1 },
        { GDK_KEY_minus, 1 },
        { GDK_KEY_KP_Subtract, 1 },
    };
    for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
        gtk_widget_class_add_binding_action (
            widget_class, zooms[i].key, GDK_CONTROL_MASK, "timeline.zoom", "i", zooms[i].step);
    gtk_widget_class_add_binding_action (
        widget_class, GDK_KEY_Left, GDK_CONTROL_MASK, "timeline.move", "i", -1);
    gtk_widget_class_add_binding_action (
        widget_class, GDK_KEY_Right, GDK_CONTROL_MASK, "timeline.move", "i", 1);
}

static void
upstand_timeline_view_class_init (UpstandTimelineViewClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    G_OBJECT_CLASS (klass)->dispose = upstand_timeline_view_dispose;
    G_OBJECT_CLASS (klass)->finalize = upstand_timeline_view_finalize;
    widget_class->map = upstand_timeline_view_map;
    widget_class->grab_focus = upstand_timeline_view_grab_focus;

    gtk_widget_class_set_template_from_resource (
        widget_class, "/uk/upstand/Upstand/pages/timeline-view.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, UpstandTimelineView, name)
    CHILD (stack);
    CHILD (grouping);
    CHILD (action);
    CHILD (owner);
    CHILD (open_only);
    CHILD (quarter);
    CHILD (year);
    CHILD (all);
    CHILD (earlier);
    CHILD (later);
    CHILD (place);
#undef CHILD
    gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
    gtk_widget_class_bind_template_callback (widget_class, zoom_toggled_cb);
    gtk_widget_class_install_action (widget_class, "timeline.zoom", "i", zoom_action);
    gtk_widget_class_install_action (widget_class, "timeline.move", "i", move_action);
    add_keys (widget_class);
}

static void
upstand_timeline_view_init (UpstandTimelineView *self)
{
    self->actions = g_array_new (FALSE, FALSE, sizeof (gint64));
    self->zoom = UPSTAND_TIMELINE_ALL;
    gtk_widget_init_template (GTK_WIDGET (self));
    self->chart = UPSTAND_CHART_VIEW (upstand_chart_view_new (TRUE));
    g_signal_connect_object (
        self->chart, "activated", G_CALLBACK (chart_activated_cb), self, G_CONNECT_SWAPPED);
    adw_bin_set_child (self->place, GTK_WIDGET (self->chart));
}

GtkWidget *
upstand_timeline_view_new (void)
{
    return g_object_new (UPSTAND_TYPE_TIMELINE_VIEW, NULL);
}

void
upstand_timeline_view_set_store (UpstandTimelineView *self, UpstandStore *store)
{
    g_return_if_fail (UPSTAND_IS_TIMELINE_VIEW (self) && UPSTAND_IS_STORE (store));
    g_assert (!self->store);
    self->filling = TRUE;
    self->store = g_object_ref (store);
    upstand_chart_log_attach (self->chart, store, "timeline");
    fill_actions (self);
    fill_owners (self);
    self->filling = FALSE;
    g_signal_connect_object (
        store, "changed::activity", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}

void
upstand_timeline_view_set_ratings (UpstandTimelineView *self, UpstandPlanRatings *ratings)
{
    g_return_if_fail (UPSTAND_IS_TIMELINE_VIEW (self) && ratings);
    UpstandPlanRatings *before = self->ratings;
    self->ratings = upstand_plan_ratings_ref (ratings);
    if (!self->anchor)
        self->anchor = upstand_plan_ratings_get_today (ratings);
    if (before)
        ask_again (self);
    else
        load (self);
    g_clear_pointer (&before, upstand_plan_ratings_unref);
}

void
upstand_timeline_view_set_zoom (UpstandTimelineView *self, UpstandTimelineZoom zoom)
{
    g_return_if_fail (UPSTAND_IS_TIMELINE_VIEW (self));
    GtkToggleButton *const toggles[] = { self->quarter, self->year, self->all };
    if (self->zoom == zoom)
        return;
    self->zoom = zoom;
    gtk_toggle_button_set_active (toggles[zoom], TRUE);
    show_days (self);
}
