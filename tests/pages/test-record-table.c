/* SPDX-License-Identifier: MIT */
#include "widgets/record-table.h"

#include "plan-fixture.h"
#include "records/activity.h"

static char *
name_requirement (const UpstandField *field, gint64 id, gpointer user_data)
{
    PlanFixture *fixture = user_data;
    static const char *const codes[] = { "1.1", "1.2", "2.1", "2.2" };
    for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
        if (fixture->requirements[i] == id)
            return g_strdup (codes[i]);
    return NULL;
}

static char *
shout_title (UpstandRecord *record, gpointer user_data)
{
    return g_ascii_strup (((UpstandActivity *)record)->title, -1);
}

static const UpstandTableExtra extras[] = {
    { "shouted", "Shouted", shout_title, NULL, "title", 120, FALSE },
};

static const UpstandTableSetup setup = { "test-table", name_requirement, NULL, extras, 1, NULL };

static gboolean
is_filled (gpointer table)
{
    UpstandListModel *model = upstand_record_table_get_model (table);
    return model && !upstand_list_model_is_loading (model);
}

static void
ask (UpstandRecordTable *table, const char *words)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_activity_type);
    upstand_record_table_set_query (table, query, words);
    plan_fixture_wait (is_filled, table);
    plan_fixture_settle ();
}

static UpstandRecordTable *
show_table (PlanFixture *fixture)
{
    UpstandRecordTable *table =
        upstand_record_table_new (fixture->store, &upstand_activity_type, &setup, fixture);
    ask (table, NULL);
    plan_fixture_show (fixture, GTK_WIDGET (table), 900, 400);
    return table;
}

static void
add_three (PlanFixture *fixture)
{
    plan_fixture_add_activity (fixture, "beta", "Head of Training", "2022-05-01", 0);
    plan_fixture_add_activity (fixture, "Alpha", "Head of Crime", "2022-03-01", 1);
    plan_fixture_add_activity (fixture, "gamma", NULL, NULL, 2);
}

/* The titles in the order of the list, separated by spaces. */
static char *
list_titles (UpstandRecordTable *table)
{
    GListModel *model = G_LIST_MODEL (upstand_record_table_get_model (table));
    GString *titles = g_string_new (NULL);
    for (guint i = 0; i < g_list_model_get_n_items (model); i++) {
        g_autoptr (UpstandActivity) activity = g_list_model_get_item (model, i);
        g_string_append_printf (titles, "%s%s", i ? " " : "", activity->title);
    }
    return g_string_free (titles, FALSE);
}

static void
assert_titles (UpstandRecordTable *table, const char *expected)
{
    plan_fixture_wait (is_filled, table);
    g_autofree char *titles = list_titles (table);
    g_assert_cmpstr (titles, ==, expected);
}

static GtkColumnViewColumn *
find_column (UpstandRecordTable *table, const char *title)
{
    GListModel *columns = gtk_column_view_get_columns (upstand_record_table_get_view (table));
    for (guint i = 0; i < g_list_model_get_n_items (columns); i++) {
        g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
        if (strcmp (gtk_column_view_column_get_title (column), title) == 0)
            return column;
    }
    g_assert_not_reached ();
}

/* As a click on the heading does. */
static void
click_heading (UpstandRecordTable *table, const char *title, GtkSortType way)
{
    gtk_column_view_sort_by_column (
        upstand_record_table_get_view (table), find_column (table, title), way);
    plan_fixture_wait (is_filled, table);
    plan_fixture_settle ();
}

static void
test_columns (PlanFixture *fixture, gconstpointer data)
{
    add_three (fixture);
    UpstandRecordTable *table = show_table (fixture);
    g_assert_true (gtk_column_view_column_get_visible (find_column (table, "Title")));
    g_assert_true (gtk_column_view_column_get_visible (find_column (table, "Due")));
    g_assert_false (gtk_column_view_column_get_visible (find_column (table, "Risks")));
    /* The extra stands where it was told to. */
    GListModel *columns = gtk_column_view_get_columns (upstand_record_table_get_view (table));
    g_autoptr (GtkColumnViewColumn) second = g_list_model_get_item (columns, 1);
    g_assert_cmpstr (gtk_column_view_column_get_title (second), ==, "Shouted");
    g_assert_null (gtk_column_view_column_get_sorter (second));
    g_assert_null (gtk_column_view_column_get_sorter (find_column (table, "Requirement")));
    plan_fixture_picture (fixture, "record-table");
}

static void
test_remembered (PlanFixture *fixture, gconstpointer data)
{
    add_three (fixture);
    UpstandRecordTable *table = show_table (fixture);
    GtkColumnView *view = upstand_record_table_get_view (table);
    gtk_column_view_column_set_visible (find_column (table, "Due"), FALSE);
    gtk_column_view_column_set_visible (find_column (table, "Unit"), TRUE);
    gtk_column_view_column_set_fixed_width (find_column (table, "Owner"), 333);
    gtk_column_view_insert_column (view, 0, find_column (table, "Percent"));
    click_heading (table, "Title", GTK_SORT_DESCENDING);
    gtk_window_destroy (GTK_WINDOW (fixture->window));
    fixture->window = NULL;

    table = show_table (fixture);
    g_assert_false (gtk_column_view_column_get_visible (find_column (table, "Due")));
    g_assert_true (gtk_column_view_column_get_visible (find_column (table, "Unit")));
    g_assert_cmpint (
        gtk_column_view_column_get_fixed_width (find_column (table, "Owner")), ==, 333);
    GListModel *columns = gtk_column_view_get_columns (upstand_record_table_get_view (table));
    g_autoptr (GtkColumnViewColumn) first = g_list_model_get_item (columns, 0);
    g_assert_cmpstr (gtk_column_view_column_get_title (first), ==, "Percent");
    assert_titles (table, "gamma beta Alpha");
}

static void
test_sort (PlanFixture *fixture, gconstpointer data)
{
    add_three (fixture);
    UpstandRecordTable *table = show_table (fixture);
    assert_titles (table, "beta Alpha gamma");
    click_heading (table, "Title", GTK_SORT_ASCENDING);
    assert_titles (table, "Alpha beta gamma");
    click_heading (table, "Title", GTK_SORT_DESCENDING);
    assert_titles (table, "gamma beta Alpha");
    /* No date comes last. */
    click_heading (table, "Due", GTK_SORT_ASCENDING);
    assert_titles (table, "Alpha beta gamma");
    gboolean descending;
    g_assert_cmpstr (upstand_record_table_get_sort (table, &descending), ==, "due");
    g_assert_false (descending);
    upstand_record_table_sort (table, NULL, TRUE);
    assert_titles (table, "gamma Alpha beta");
}

static void
test_search (PlanFixture *fixture, gconstpointer data)
{
    add_three (fixture);
    UpstandRecordTable *table = show_table (fixture);
    click_heading (table, "Title", GTK_SORT_ASCENDING);
    ask (table, "head");
    /* The newest first, until a heading is clicked. */
    assert_titles (table, "Alpha beta");
    click_heading (table, "Title", GTK_SORT_DESCENDING);
    assert_titles (table, "beta Alpha");
    ask (table, "nothing like it");
    assert_titles (table, "");
    ask (table, NULL);
    assert_titles (table, "gamma beta Alpha");
}

static void
test_choose (PlanFixture *fixture, gconstpointer data)
{
    add_three (fixture);
    UpstandRecordTable *table = show_table (fixture);
    UpstandIdSelection *selection = upstand_record_table_get_selection (table);
    GtkSelectionModel *model = GTK_SELECTION_MODEL (selection);
    gtk_selection_model_select_item (model, 0, TRUE);
    gtk_selection_model_select_item (model, 2, FALSE);
    g_assert_cmpuint (upstand_id_selection_count (selection), ==, 2);
    /* The same rows, wherever they stand now. */
    click_heading (table, "Title", GTK_SORT_ASCENDING);
    g_assert_false (gtk_selection_model_is_selected (model, 0));
    g_assert_true (gtk_selection_model_is_selected (model, 1));
    g_assert_true (gtk_selection_model_is_selected (model, 2));
    /* What the search hides is not chosen any more. */
    ask (table, "beta");
    g_assert_cmpuint (upstand_id_selection_count (selection), ==, 1);
    ask (table, NULL);
    g_assert_cmpuint (upstand_id_selection_count (selection), ==, 1);
    gtk_selection_model_select_all (model);
    g_assert_cmpuint (upstand_id_selection_count (selection), ==, 3);
    gtk_selection_model_unselect_item (model, 0);
    g_assert_cmpuint (upstand_id_selection_count (selection), ==, 2);
    gtk_selection_model_unselect_all (model);
    g_assert_cmpuint (upstand_id_selection_count (selection), ==, 0);
}

static void
test_copy (PlanFixture *fixture, gconstpointer data)
{
    gint64 id = plan_fixture_add_activity (fixture, "A", "Head\tof Crime", "2022-03-01", 1);
    UpstandRecordTable *table = show_table (fixture);
    g_autofree char *nothing = upstand_record_table_copy_text (table);
    g_assert_cmpstr (nothing, ==, "");
    g_assert_true (upstand_record_table_reveal (table, id, TRUE));
    g_autofree char *text = upstand_record_table_copy_text (table);
    g_assert_cmpstr (text, ==, "A\tA\t1.2\tHead of Crime\tNot started\t1 Mar 2022\t0\n");
}

static void
activated_cb (UpstandRecordTable *table, UpstandRecord *record, gint64 *id)
{
    *id = record->id;
}

static void
test_open (PlanFixture *fixture, gconstpointer data)
{
    gint64 opened = 0;
    gint64 id = plan_fixture_add_activity (fixture, "A", NULL, NULL, 1);
    UpstandRecordTable *table = show_table (fixture);
    g_signal_connect (table, "activated", G_CALLBACK (activated_cb), &opened);
    GtkWidget *list =
        gtk_widget_get_last_child (GTK_WIDGET (upstand_record_table_get_view (table)));
    gtk_widget_activate_action (list, "list.activate-item", "u", 0);
    g_assert_cmpint (opened, ==, id);
}

static void
test_follows (PlanFixture *fixture, gconstpointer data)
{
    add_three (fixture);
    UpstandRecordTable *table = show_table (fixture);
    plan_fixture_add_activity (fixture, "delta", NULL, NULL, 0);
    plan_fixture_settle ();
    assert_titles (table, "beta Alpha gamma delta");
    g_autoptr (GError) error = NULL;
    upstand_store_undo (fixture->store, &error);
    g_assert_no_error (error);
    plan_fixture_settle ();
    assert_titles (table, "beta Alpha gamma");
}

static void
test_many (PlanFixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    gint64 last = 0;
    upstand_store_begin (fixture->store, "Many", &error);
    for (int i = 0; i < 600; i++) {
        g_autofree char *title = g_strdup_printf ("Activity %03d", i);
        last = plan_fixture_add_activity (fixture, title, NULL, NULL, i % 4);
    }
    upstand_store_commit (fixture->store, &error);
    g_assert_no_error (error);
    UpstandRecordTable *table = show_table (fixture);
    UpstandListModel *model = upstand_record_table_get_model (table);
    g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 600);
    g_assert_true (upstand_record_table_reveal (table, last, TRUE));
    gtk_test_widget_wait_for_draw (fixture->window);
    GtkWidget *scrolled = adw_bin_get_child (ADW_BIN (table));
    GtkAdjustment *adjustment =
        gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
    g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 1000);
    g_assert_false (upstand_record_table_reveal (table, 12345, TRUE));
    GtkSelectionModel *selection = GTK_SELECTION_MODEL (upstand_record_table_get_selection (table));
    gtk_selection_model_select_all (selection);
    g_assert_cmpuint (
        upstand_id_selection_count (upstand_record_table_get_selection (table)), ==, 600);
}

static void
test_columns_button (PlanFixture *fixture, gconstpointer data)
{
    add_three (fixture);
    UpstandRecordTable *table =
        upstand_record_table_new (fixture->store, &upstand_activity_type, &setup, fixture);
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
    GtkMenuButton *button = GTK_MENU_BUTTON (upstand_record_table_make_columns_button (table));
    ask (table, NULL);
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (button));
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (table));
    plan_fixture_show (fixture, box, 900, 400);
    /* The menu is made when it is asked for, and only once. */
    g_assert_null (gtk_menu_button_get_menu_model (button));
    gtk_menu_button_popup (button);
    GMenuModel *menu = gtk_menu_button_get_menu_model (button);
    g_assert_cmpint (g_menu_model_get_n_items (menu), ==, 2);
    gtk_menu_button_popdown (button);
    gtk_menu_button_popup (button);
    g_assert_true (gtk_menu_button_get_menu_model (button) == menu);
    gtk_menu_button_popdown (button);
}

static GtkWidget *
find_heading (UpstandRecordTable *table, guint nth)
{
    GtkWidget *heading = gtk_widget_get_first_child (
        gtk_widget_get_first_child (GTK_WIDGET (upstand_record_table_get_view (table))));
    while (nth--)
        heading = gtk_widget_get_next_sibling (heading);
    return heading;
}

typedef struct {
    GtkWidget *widget;
    int from, to; /* in pixels */
} Width;

static gboolean
has_width (gpointer data)
{
    Width *width = data;
    int now = gtk_widget_get_width (width->widget);
    return now >= width->from && now <= width->to;
}

/* What is hidden takes no room: the title has all that the others leave. */
static void
test_width (PlanFixture *fixture, gconstpointer data)
{
    add_three (fixture);
    UpstandRecordTable *table =
        upstand_record_table_new (fixture->store, &upstand_activity_type, &setup, fixture);
    ask (table, NULL);
    plan_fixture_show (fixture, GTK_WIDGET (table), 1800, 400);
    GtkWidget *title = find_heading (table, 0);
    int before = gtk_widget_get_width (title), others = 0;
    GListModel *columns = gtk_column_view_get_columns (upstand_record_table_get_view (table));
    for (guint i = 1; i < g_list_model_get_n_items (columns); i++) {
        g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
        if (gtk_column_view_column_get_visible (column))
            others += gtk_column_view_column_get_fixed_width (column);
    }
    /* But for the heading's own padding. */
    g_assert_cmpint (before + others, >=,
        gtk_widget_get_width (GTK_WIDGET (upstand_record_table_get_view (table))) - 24);
    gtk_column_view_column_set_visible (find_column (table, "Owner"), FALSE);
    plan_fixture_wait (has_width, &(Width){ title, before + 100, G_MAXINT });
    gtk_column_view_column_set_visible (find_column (table, "Owner"), TRUE);
    plan_fixture_wait (has_width, &(Width){ title, before, before });
}

#define TEST(name, function) \
    g_test_add ("/record-table/" name, PlanFixture, NULL, plan_fixture_set_up, function, \
        plan_fixture_tear_down)

int
main (int argc, char **argv)
{
    plan_fixture_init (&argc, &argv);
    TEST ("columns", test_columns);
    TEST ("remembered", test_remembered);
    TEST ("sort", test_sort);
    TEST ("search", test_search);
    TEST ("choose", test_choose);
    TEST ("copy", test_copy);
    TEST ("open", test_open);
    TEST ("follows", test_follows);
    TEST ("many", test_many);
    TEST ("columns-button", test_columns_button);
    TEST ("width", test_width);
    return g_test_run ();
}
