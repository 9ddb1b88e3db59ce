/* SPDX-License-Identifier: MIT */
#include <glib/gstdio.h>

#include "widgets/chart-view.h"

#include "charts/actions-chart.h"
#include "charts/timeline-chart.h"
#include "plan-fixture.h"
#include "widgets/sheet-table.h"

static UpstandChart *
make_timeline (guint n)
{
    UpstandTimeline *timeline = upstand_timeline_new ("Timeline", upstand_date_new (2022, 5, 18));

    for (guint i = 0; i < n; i++)
        upstand_timeline_add_item (timeline, &(UpstandTimelineItem){
                                                 .id = 1000 + i,
                                                 .title = "An activity",
                                                 .owner = "Head of Public Protection",
                                                 .standing = i % UPSTAND_N_STANDINGS,
                                                 .percent = i % 101,
                                                 .start = upstand_date_new (2022, 2, 1),
                                                 .due = upstand_date_new (2022, 3, 1) + i % 200,
                                             });
    return upstand_timeline_end (timeline);
}

static UpstandChart *
make_actions (void)
{
    UpstandActions *actions = upstand_actions_new ("Requirements of each action");
    UpstandDistribution distribution = { 0 };

    upstand_distribution_add (&distribution, UPSTAND_RATING_SLIPPING);
    upstand_distribution_add (&distribution, UPSTAND_RATING_ON_TRACK);
    upstand_actions_add_pillar (actions, "Safer spaces");
    upstand_actions_add (actions, 9, "9", "Plan and partner", &distribution);
    return upstand_actions_end (actions);
}

static UpstandChartView *
show_chart (PlanFixture *fixture, UpstandChart *chart, gboolean scrolls)
{
    UpstandChartView *view = UPSTAND_CHART_VIEW (upstand_chart_view_new (scrolls));

    upstand_chart_view_set_chart (view, chart);
    plan_fixture_show (fixture, GTK_WIDGET (view), 900, 500);
    return view;
}

/* As if the key had been pressed on @widget. FALSE when it did nothing there. */
static gboolean
press (gpointer widget, const char *key)
{
    g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

    for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
        g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

        if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
            continue;
        for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++) {
            g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
            g_autofree char *trigger =
                gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

            if (g_str_equal (trigger, key) &&
                gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                    gtk_shortcut_get_arguments (shortcut)))
                return TRUE;
        }
    }
    return FALSE;
}

typedef struct {
    guint times;
    gint64 id;
    int part;
} Activated;

static void
activated_cb (UpstandChartView *view, gint64 id, int part, Activated *activated)
{
    activated->times++;
    activated->id = id;
    activated->part = part;
}

static void
test_drawn_once (PlanFixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandChart) chart = make_timeline (40);
    UpstandChartView *view = show_chart (fixture, chart, TRUE);
    UpstandChartPicture *picture = upstand_chart_view_get_picture (view);
    guint drawings = upstand_chart_picture_get_drawings (picture);

    plan_fixture_picture (fixture, "chart-view");
    g_assert_cmpuint (drawings, >=, 1);
    for (int i = 0; i < 3; i++) {
        gtk_widget_queue_draw (GTK_WIDGET (picture));
        gtk_test_widget_wait_for_draw (GTK_WIDGET (picture));
    }
    g_assert_cmpuint (upstand_chart_picture_get_drawings (picture), ==, drawings);
    upstand_chart_picture_set_days (
        picture, upstand_date_new (2022, 4, 1), upstand_date_new (2022, 6, 30));
    gtk_test_widget_wait_for_draw (GTK_WIDGET (picture));
    g_assert_cmpuint (upstand_chart_picture_get_drawings (picture), ==, drawings + 1);
}

static void
test_keys (PlanFixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandChart) chart = make_timeline (300);
    UpstandChartView *view = show_chart (fixture, chart, TRUE);
    UpstandChartPicture *picture = upstand_chart_view_get_picture (view);
    GtkAdjustment *vertical = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (picture));
    Activated activated = { 0 };

    g_signal_connect (view, "activated", G_CALLBACK (activated_cb), &activated);
    g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (picture)));
    g_assert_cmpint (upstand_chart_picture_get_mark (picture), ==, -1);
    press (picture, "Return");
    g_assert_cmpuint (activated.times, ==, 0);

    g_assert_true (press (picture, "Down"));
    g_assert_cmpint (upstand_chart_picture_get_mark (picture), ==, 0);
    g_assert_true (press (picture, "Down"));
    g_assert_cmpint (upstand_chart_picture_get_mark (picture), ==, 1);
    g_assert_true (press (picture, "Return"));
    g_assert_cmpuint (activated.times, ==, 1);
    g_assert_cmpint (activated.id, ==, 1001);

    g_assert_cmpfloat (gtk_adjustment_get_value (vertical), ==, 0);
    g_assert_true (press (picture, "End"));
    g_assert_cmpint (upstand_chart_picture_get_mark (picture), ==, 299);
    g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (vertical),
        gtk_adjustment_get_upper (vertical) - gtk_adjustment_get_page_size (vertical), 2);
    /* Nothing further: the key is left to whatever is around. */
    g_assert_false (press (picture, "Down"));
    g_assert_true (press (picture, "Home"));
    g_assert_cmpfloat (gtk_adjustment_get_value (vertical), ==, 0);

    g_assert_true (press (picture, "Page_Down"));
    int page = upstand_chart_picture_get_mark (picture);

    g_assert_cmpint (page, >, 3);
    g_assert_cmpint (page, <, 40);
    g_assert_true (press (picture, "Page_Down"));
    g_assert_cmpint (upstand_chart_picture_get_mark (picture), ==, 2 * page);
    g_assert_true (press (picture, "Page_Up"));
    g_assert_cmpint (upstand_chart_picture_get_mark (picture), ==, page);
    gtk_window_set_focus_visible (GTK_WINDOW (fixture->window), TRUE);
    plan_fixture_settle ();
    plan_fixture_picture (fixture, "chart-view-keys");
}

static void
test_scrolling_is_cheap (PlanFixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandChart) chart = make_timeline (100000);
    UpstandChartView *view = show_chart (fixture, chart, TRUE);
    UpstandChartPicture *picture = upstand_chart_view_get_picture (view);
    GtkAdjustment *vertical = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (picture));

    g_assert_cmpfloat (gtk_adjustment_get_upper (vertical), >, 2e6);
    g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (picture)), <=, 500);
    gtk_adjustment_set_value (vertical, 1e6);
    gtk_test_widget_wait_for_draw (GTK_WIDGET (picture));
    press (picture, "Down");
    g_assert_cmpfloat (gtk_adjustment_get_value (vertical), ==, 0);
}

static void
test_whole_height (PlanFixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandChart) chart = make_actions ();
    GtkWidget *view = upstand_chart_view_new (FALSE);
    int minimum, natural, narrow;

    g_object_ref_sink (view);
    upstand_chart_view_set_chart (UPSTAND_CHART_VIEW (view), chart);
    gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, 900, &minimum, &natural, NULL, NULL);
    g_assert_cmpint (minimum, >, 100);
    g_assert_cmpint (minimum, ==, natural);
    gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, 320, &narrow, NULL, NULL, NULL);
    g_assert_cmpint (narrow, >, minimum);
    g_object_unref (view);
}

static void
test_as_table (PlanFixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandChart) chart = make_actions ();
    g_autoptr (UpstandChart) timeline = make_timeline (UPSTAND_SHEET_TABLE_ROWS + 1);
    UpstandChartView *view = show_chart (fixture, chart, FALSE);

    g_assert_false (upstand_chart_view_get_as_table (view));
    gtk_widget_activate_action (GTK_WIDGET (view), "chart.as-table", NULL);
    g_assert_true (upstand_chart_view_get_as_table (view));
    plan_fixture_settle ();
    plan_fixture_picture (fixture, "chart-view-table");
    /* Another chart while the table is shown. */
    upstand_chart_view_set_chart (view, timeline);
    plan_fixture_settle ();
    gtk_widget_activate_action (GTK_WIDGET (view), "chart.as-table", NULL);
    g_assert_false (upstand_chart_view_get_as_table (view));
}

static void
test_sheet_table (PlanFixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandChart) chart = make_actions ();
    g_autoptr (UpstandChart) timeline = make_timeline (UPSTAND_SHEET_TABLE_ROWS + 1);
    g_autoptr (UpstandSheet) sheet = upstand_chart_table (chart);
    g_autoptr (UpstandSheet) longer = upstand_chart_table (timeline);
    UpstandSheetTable *table = UPSTAND_SHEET_TABLE (upstand_sheet_table_new ());

    plan_fixture_show (fixture, GTK_WIDGET (table), 900, 400);
    g_assert_cmpuint (upstand_sheet_table_get_n_rows (table), ==, 0);
    upstand_sheet_table_set_sheet (table, sheet);
    g_assert_cmpuint (upstand_sheet_table_get_n_rows (table), ==, 1);

    g_autofree char *text = upstand_sheet_table_copy_text (table);

    g_assert_true (g_str_has_prefix (text, "Pillar\tNo.\tAction\tRequirements\tOff track\t"));
    g_assert_nonnull (strstr (text, "\nSafer spaces\t9\tPlan and partner\t2\t0\t1\t"));
    upstand_sheet_table_set_sheet (table, longer);
    g_assert_cmpuint (upstand_sheet_table_get_n_rows (table), ==, UPSTAND_SHEET_TABLE_ROWS);
    upstand_sheet_table_set_sheet (table, NULL);
    g_assert_cmpuint (upstand_sheet_table_get_n_rows (table), ==, 0);
}

static void
saved_cb (UpstandChartView *view, GFile *file, GFile **saved)
{
    g_set_object (saved, file);
}

static gboolean
is_saved (gpointer saved)
{
    return *(GFile **)saved != NULL;
}

static void
printed_cb (UpstandChartView *view, gpointer printed)
{
    *(gboolean *)printed = TRUE;
}

/* As a printer would be given it: the pages, and the log's word that they left. */
static void
test_print (PlanFixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandChart) chart = make_actions ();
    UpstandChartView *view = show_chart (fixture, chart, FALSE);
    g_autofree char *path = g_build_filename (fixture->folder, "printed.pdf", NULL);
    g_autofree char *contents = NULL;
    gboolean printed = FALSE;

    g_signal_connect (view, "printed", G_CALLBACK (printed_cb), &printed);
    g_autoptr (GtkPrintOperation) print = upstand_chart_view_new_print (view);
    gtk_print_operation_set_export_filename (print, path);
    g_assert_cmpint (gtk_print_operation_run (print, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, NULL),
        ==, GTK_PRINT_OPERATION_RESULT_APPLY);
    g_assert_true (printed);
    g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
    g_assert_true (g_str_has_prefix (contents, "%PDF"));
    g_unlink (path);
}

static void
test_save (PlanFixture *fixture, gconstpointer data)
{
    static const char *const names[] = { "chart.PNG", "chart.pdf" };
    static const char *const heads[] = { "\x89PNG", "%PDF" };
    g_autoptr (UpstandChart) chart = make_actions ();
    UpstandChartView *view = show_chart (fixture, chart, FALSE);
    GFile *saved = NULL;

    g_signal_connect (view, "saved", G_CALLBACK (saved_cb), &saved);
    upstand_chart_view_set_classification (view, "OFFICIAL");
    for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
        g_autoptr (GFile) file = g_file_new_build_filename (fixture->folder, names[i], NULL);
        g_autofree char *contents = NULL;

        upstand_chart_view_save (view, file);
        plan_fixture_wait (is_saved, &saved);
        g_assert_true (g_file_equal (saved, file));
        g_clear_object (&saved);
        g_assert_true (g_file_load_contents (file, NULL, &contents, NULL, NULL, NULL));
        g_assert_true (g_str_has_prefix (contents, heads[i]));
        g_assert_true (g_file_delete (file, NULL, NULL));
    }
}

static void
test_copy (PlanFixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandChart) chart = make_actions ();
    UpstandChartView *view = show_chart (fixture, chart, FALSE);
    GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (view));

    gtk_widget_activate_action (GTK_WIDGET (view), "chart.copy", NULL);
    g_assert_true (gdk_content_formats_contain_gtype (
        gdk_clipboard_get_formats (clipboard), GDK_TYPE_TEXTURE));
}

static void
test_appearance (PlanFixture *fixture, gconstpointer data)
{
    AdwStyleManager *manager = adw_style_manager_get_default ();
    g_autoptr (UpstandChart) chart = make_actions ();
    UpstandChartView *view = show_chart (fixture, chart, FALSE);
    UpstandChartPicture *picture = upstand_chart_view_get_picture (view);
    guint drawings = upstand_chart_picture_get_drawings (picture);

    adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
    plan_fixture_settle ();
    gtk_test_widget_wait_for_draw (GTK_WIDGET (picture));
    g_assert_cmpuint (upstand_chart_picture_get_drawings (picture), >, drawings);
    plan_fixture_picture (fixture, "chart-view-dark");
    adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
}

static void
test_no_chart (PlanFixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandChart) empty =
        upstand_actions_end (upstand_actions_new ("Requirements of each action"));
    UpstandChartView *view = show_chart (fixture, NULL, TRUE);
    UpstandChartPicture *picture = upstand_chart_view_get_picture (view);

    for (int i = 0; i < 2; i++) {
        g_assert_false (press (picture, "Down"));
        g_assert_false (press (picture, "Page_Down"));
        press (picture, "Return");
        gtk_widget_activate_action (GTK_WIDGET (view), "chart.copy", NULL);
        gtk_widget_activate_action (GTK_WIDGET (view), "chart.as-table", NULL);
        plan_fixture_settle ();
        gtk_widget_activate_action (GTK_WIDGET (view), "chart.as-table", NULL);
        upstand_chart_view_set_chart (view, empty);
        plan_fixture_settle ();
    }
    plan_fixture_picture (fixture, "chart-view-empty");
}

#define TEST(name, function) \
    g_test_add ("/chart-view/" name, PlanFixture, NULL, plan_fixture_set_up, function, \
        plan_fixture_tear_down)

int
main (int argc, char **argv)
{
    plan_fixture_init (&argc, &argv);
    TEST ("drawn-once", test_drawn_once);
    TEST ("keys", test_keys);
    TEST ("scrolling-is-cheap", test_scrolling_is_cheap);
    TEST ("whole-height", test_whole_height);
    TEST ("as-table", test_as_table);
    TEST ("sheet-table", test_sheet_table);
    TEST ("save", test_save);
    TEST ("print", test_print);
    TEST ("copy", test_copy);
    TEST ("appearance", test_appearance);
    TEST ("no-chart", test_no_chart);
    return g_test_run ();
}
