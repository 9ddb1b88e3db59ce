/* SPDX-License-Identifier: MIT */
#include "pages/timeline-view.h"

#include "charts/timeline-chart.h"
#include "plan-fixture.h"
#include "records/activity.h"
#include "records/export-log.h"
#include "widgets/chart-view.h"

typedef struct {
    PlanFixture plan;
    UpstandTimelineView *view;
    guint marks; /* waited for */
} Fixture;

static GObject *
child (Fixture *fixture, const char *name)
{
    return gtk_widget_get_template_child (
        GTK_WIDGET (fixture->view), UPSTAND_TYPE_TIMELINE_VIEW, name);
}

static UpstandChartView *
get_chart_view (Fixture *fixture)
{
    return UPSTAND_CHART_VIEW (adw_bin_get_child (ADW_BIN (child (fixture, "place"))));
}

static UpstandChart *
get_chart (Fixture *fixture)
{
    return upstand_chart_view_get_chart (get_chart_view (fixture));
}

static gboolean
has_marks (gpointer data)
{
    Fixture *fixture = data;
    UpstandChart *chart = get_chart (fixture);
    return chart && upstand_chart_get_n_marks (chart) == fixture->marks;
}

/* Rows and headings are marks alike. */
static void
wait_for (Fixture *fixture, guint marks)
{
    fixture->marks = marks;
    plan_fixture_wait (has_marks, fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    plan_fixture_set_up (&fixture->plan, data);
    if (!data) {
        plan_fixture_add_activity (&fixture->plan, "Hear the network", "Crime", "2022-05-01", 0);
        plan_fixture_add_activity (&fixture->plan, "Answer it", "Training", "2022-03-01", 1);
        plan_fixture_add_activity (&fixture->plan, "Train", "Training", "2022-08-01", 2);
    }
    fixture->view = UPSTAND_TIMELINE_VIEW (upstand_timeline_view_new ());
    plan_fixture_show (&fixture->plan, GTK_WIDGET (fixture->view), 1100, 700);
    upstand_timeline_view_set_store (fixture->view, fixture->plan.store);
    g_autoptr (UpstandPlanRatings) ratings = upstand_plan_ratings_load (
        upstand_store_get_database (fixture->plan.store), upstand_date_new (2022, 3, 31), &error);
    g_assert_no_error (error);
    upstand_timeline_view_set_ratings (fixture->view, ratings);
    wait_for (fixture, data ? 0 : 5);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
    plan_fixture_tear_down (&fixture->plan, data);
}

static void
test_finding (Fixture *fixture, gconstpointer data)
{
    g_assert_nonnull (strstr (upstand_chart_describe (get_chart (fixture)), "1 of 3"));
    plan_fixture_picture (&fixture->plan, "timeline");
}

static void
test_choices (Fixture *fixture, gconstpointer data)
{
    GtkDropDown *grouping = GTK_DROP_DOWN (child (fixture, "grouping"));
    GtkDropDown *action = GTK_DROP_DOWN (child (fixture, "action"));
    GtkDropDown *owner = GTK_DROP_DOWN (child (fixture, "owner"));

    gtk_drop_down_set_selected (grouping, 1);
    wait_for (fixture, 6); /* three requirements, three activities */
    gtk_drop_down_set_selected (grouping, 0);
    wait_for (fixture, 5);
    gtk_drop_down_set_selected (action, 2);
    wait_for (fixture, 2);
    gtk_drop_down_set_selected (action, 0);
    wait_for (fixture, 5);
    /* The owner of two stands before the owner of one. */
    gtk_drop_down_set_selected (owner, 2);
    wait_for (fixture, 2);
    g_assert_cmpstr (
        gtk_string_object_get_string (gtk_drop_down_get_selected_item (owner)), ==, "Crime");
}

static void
test_open_only (Fixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_activity_type);
    g_autoptr (GPtrArray) all = upstand_store_list (fixture->plan.store, query, 0, NULL);
    g_autoptr (UpstandActivity) done = upstand_record_copy (g_ptr_array_index (all, 0));
    done->state = UPSTAND_ACTIVITY_COMPLETE;
    done->completed = upstand_date_new (2022, 3, 1);
    done->percent = 100;
    g_assert_true (upstand_store_save (fixture->plan.store, done, NULL));
    gtk_check_button_set_active (GTK_CHECK_BUTTON (child (fixture, "open_only")), TRUE);
    wait_for (fixture, 4);
}

static void
test_follows_the_plan (Fixture *fixture, gconstpointer data)
{
    plan_fixture_add_activity (&fixture->plan, "Review", "Board", "2022-09-01", 3);
    wait_for (fixture, 6);
    g_assert_true (upstand_store_undo (fixture->plan.store, NULL));
    wait_for (fixture, 5);
}

static void
assert_days (Fixture *fixture, const char *from, const char *to)
{
    UpstandDay days[2];
    upstand_timeline_view_get_days (fixture->view, &days[0], &days[1]);
    g_autofree char *first = upstand_date_to_iso (days[0]);
    g_autofree char *last = upstand_date_to_iso (days[1]);
    g_assert_cmpstr (first, ==, from);
    g_assert_cmpstr (last, ==, to);
}

static void
test_zoom (Fixture *fixture, gconstpointer data)
{
    GtkWidget *view = GTK_WIDGET (fixture->view);
    assert_days (fixture, NULL, NULL);
    gtk_widget_activate_action (view, "timeline.zoom", "i", -1);
    assert_days (fixture, "2021-04-01", "2022-03-31");
    gtk_widget_activate_action (view, "timeline.move", "i", 1);
    assert_days (fixture, "2022-04-01", "2023-03-31");
    gtk_widget_activate_action (view, "timeline.move", "i", -1);
    gtk_widget_activate_action (view, "timeline.zoom", "i", -1);
    assert_days (fixture, "2022-01-01", "2022-03-31");
    g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (child (fixture, "quarter"))));
    gtk_widget_activate_action (view, "timeline.zoom", "i", -1);
    assert_days (fixture, "2022-01-01", "2022-03-31");
    gtk_widget_activate_action (view, "timeline.move", "i", 1);
    assert_days (fixture, "2022-04-01", "2022-06-30");
    plan_fixture_picture (&fixture->plan, "timeline-quarter");
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child (fixture, "all")), TRUE);
    assert_days (fixture, NULL, NULL);
}

static gboolean
is_logged (gpointer data)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_export_log_type);
    return upstand_store_count (((Fixture *)data)->plan.store, query, NULL) == 1;
}

static void
test_pictures_are_logged (Fixture *fixture, gconstpointer data)
{
    g_autofree char *path = g_build_filename (fixture->plan.folder, "timeline.pdf", NULL);
    g_autoptr (GFile) file = g_file_new_for_path (path);
    upstand_chart_view_save (get_chart_view (fixture), file);
    plan_fixture_wait (is_logged, fixture);
    g_assert_true (g_file_query_exists (file, NULL));
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_export_log_type);
    g_autoptr (GPtrArray) logs = upstand_store_list (fixture->plan.store, query, 0, NULL);
    UpstandExportLog *log = g_ptr_array_index (logs, 0);
    g_assert_cmpstr (log->file, ==, "timeline.pdf");
    g_assert_cmpstr (log->format, ==, "pdf");
    g_assert_cmpstr (log->classification, ==, "OFFICIAL");
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
    GtkStack *stack = GTK_STACK (child (fixture, "stack"));
    plan_fixture_settle ();
    g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");
    plan_fixture_picture (&fixture->plan, "timeline-empty");
    plan_fixture_add_activity (&fixture->plan, "Review", "Board", "2022-09-01", 3);
    wait_for (fixture, 2);
    g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "chart");
}

int
main (int argc, char **argv)
{
    plan_fixture_init (&argc, &argv);
#define ADD(path, data, function) \
    g_test_add ("/timeline-view/" path, Fixture, data, set_up, function, tear_down)
    ADD ("finding", NULL, test_finding);
    ADD ("choices", NULL, test_choices);
    ADD ("open-only", NULL, test_open_only);
    ADD ("follows-the-plan", NULL, test_follows_the_plan);
    ADD ("zoom", NULL, test_zoom);
    ADD ("pictures-are-logged", NULL, test_pictures_are_logged);
    ADD ("empty", "empty", test_empty);
#undef ADD
    return g_test_run ();
}
