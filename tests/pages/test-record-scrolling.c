/* SPDX-License-Identifier: MIT */
/* A long table, of which only the rows on the screen are there: it must not be told from a list. */
#include "plan-fixture.h"
#include "records/activity.h"
#include "widgets/record-table.h"

#define MANY 600
#define VERY_MANY 100000

static const UpstandTableSetup setup = { "test-scrolling", NULL, NULL, NULL, 0, NULL };

static gboolean
is_filled (gpointer table)
{
    return !upstand_list_model_is_loading (upstand_record_table_get_model (table));
}

static void
wait_filled (UpstandRecordTable *table)
{
    plan_fixture_settle ();
    plan_fixture_wait (is_filled, table);
    plan_fixture_settle ();
}

static void
ask (UpstandRecordTable *table, const char *words)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_activity_type);
    upstand_record_table_set_query (table, query, words);
    wait_filled (table);
}

/* "Row 000000" and so on, in the order of their age. */
static UpstandRecordTable *
show_rows (PlanFixture *fixture, guint n)
{
    g_autoptr (GError) error = NULL;
    upstand_store_begin (fixture->store, "Many", &error);
    for (guint i = 0; i < n; i++) {
        g_autoptr (UpstandActivity) activity = upstand_record_new (&upstand_activity_type);
        activity->title = g_strdup_printf ("Row %06u", i);
        activity->requirements = upstand_ids_add (NULL, fixture->requirements[i % 4]);
        upstand_store_save (fixture->store, activity, &error);
        g_assert_no_error (error);
    }
    upstand_store_commit (fixture->store, &error);
    g_assert_no_error (error);
    UpstandRecordTable *table =
        upstand_record_table_new (fixture->store, &upstand_activity_type, &setup, fixture);
    ask (table, NULL);
    plan_fixture_show (fixture, GTK_WIDGET (table), 900, 400);
    wait_filled (table);
    return table;
}

static GtkAdjustment *
get_adjustment (UpstandRecordTable *table)
{
    return gtk_scrollable_get_vadjustment (
        GTK_SCROLLABLE (upstand_record_table_get_scroller (table)));
}

static guint
count_list (UpstandRecordTable *table)
{
    return g_list_model_get_n_items (G_LIST_MODEL (upstand_record_table_get_model (table)));
}

static double
row_height (UpstandRecordTable *table)
{
    return gtk_adjustment_get_upper (get_adjustment (table)) / count_list (table);
}

/* Lets the row at @position be the first that is seen as a whole. */
static void
scroll_to (UpstandRecordTable *table, double position)
{
    gtk_adjustment_set_value (get_adjustment (table), position * row_height (table));
    gtk_test_widget_wait_for_draw (GTK_WIDGET (table));
}

static GtkWidget *
get_list (UpstandRecordTable *table)
{
    return gtk_widget_get_last_child (GTK_WIDGET (upstand_record_table_get_view (table)));
}

static guint
count_row_widgets (UpstandRecordTable *table)
{
    guint n = 0;
    for (GtkWidget *row = gtk_widget_get_first_child (get_list (table)); row;
         row = gtk_widget_get_next_sibling (row))
        n++;
    return n;
}

static const char *
get_title (GtkWidget *row)
{
    GtkWidget *cell = gtk_widget_get_first_child (row);
    return gtk_inscription_get_text (GTK_INSCRIPTION (gtk_widget_get_first_child (cell)));
}

/* What stands @y pixels below the headings. */
static const char *
title_at (UpstandRecordTable *table, double y)
{
    GtkWidget *widget = gtk_widget_pick (get_list (table), 20, y, GTK_PICK_DEFAULT);
    while (widget && gtk_widget_get_parent (widget) != get_list (table))
        widget = gtk_widget_get_parent (widget);
    return widget ? get_title (widget) : NULL;
}

static const char *
first_title (UpstandRecordTable *table)
{
    return title_at (table, 2);
}

static const char *
last_title (UpstandRecordTable *table)
{
    return title_at (table, gtk_widget_get_height (get_list (table)) - 2);
}

static const char *
focused_title (PlanFixture *fixture, UpstandRecordTable *table)
{
    GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
    return focus && gtk_widget_get_parent (focus) == get_list (table) ? get_title (focus) : NULL;
}

static void
press (UpstandRecordTable *table, guint key, GdkModifierType modifiers, guint times)
{
    for (guint i = 0; i < times; i++)
        g_assert_true (upstand_row_scroller_press_key (
            upstand_record_table_get_scroller (table), key, modifiers));
    gtk_test_widget_wait_for_draw (GTK_WIDGET (table));
}

static guint
count_chosen (UpstandRecordTable *table)
{
    return upstand_id_selection_count (upstand_record_table_get_selection (table));
}

static gboolean
is_chosen (UpstandRecordTable *table, guint position)
{
    return gtk_selection_model_is_selected (
        GTK_SELECTION_MODEL (upstand_record_table_get_selection (table)), position);
}

static void
test_few_widgets (PlanFixture *fixture, gconstpointer data)
{
    UpstandRecordTable *table = show_rows (fixture, MANY);
    double page = gtk_adjustment_get_page_size (get_adjustment (table));
    guint most = (guint)(page / row_height (table)) + 2;
    g_assert_cmpuint (count_list (table), ==, MANY);
    g_assert_cmpuint (count_row_widgets (table), <=, most);
    g_assert_cmpuint (count_row_widgets (table), >=, most - 1);
    /* A list that does not fill the window has as many rows as it has. */
    ask (table, "\"Row 000007\"");
    g_assert_cmpuint (count_list (table), ==, 1);
    g_assert_cmpuint (count_row_widgets (table), ==, 1);
    ask (table, "nothing like it");
    g_assert_cmpuint (count_row_widgets (table), ==, 0);
    ask (table, NULL);
    gtk_test_widget_wait_for_draw (fixture->window);
    g_assert_cmpuint (count_row_widgets (table), <=, most);
    g_assert_cmpstr (first_title (table), ==, "Row 000000");
}

static void
test_scroll (PlanFixture *fixture, gconstpointer data)
{
    UpstandRecordTable *table = show_rows (fixture, MANY);
    g_assert_cmpstr (first_title (table), ==, "Row 000000");
    scroll_to (table, 300);
    g_assert_cmpstr (first_title (table), ==, "Row 000300");
    /* By less than a row the rows move with it. */
    scroll_to (table, 300.5);
    g_assert_cmpstr (first_title (table), ==, "Row 000300");
    g_assert_cmpstr (title_at (table, row_height (table) * 0.5 + 3), ==, "Row 000301");
    scroll_to (table, 299);
    g_assert_cmpstr (first_title (table), ==, "Row 000299");
    scroll_to (table, 10000);
    g_assert_cmpstr (last_title (table), ==, "Row 000599");
    scroll_to (table, 0);
    g_assert_cmpstr (first_title (table), ==, "Row 000000");
}

static void
test_keys (PlanFixture *fixture, gconstpointer data)
{
    UpstandRecordTable *table = show_rows (fixture, MANY);
    UpstandRowScroller *scroller = upstand_record_table_get_scroller (table);
    gtk_widget_grab_focus (GTK_WIDGET (table));
    g_assert_cmpstr (focused_title (fixture, table), ==, "Row 000000");
    g_assert_cmpuint (count_chosen (table), ==, 0);
    /* Over the lower edge, row by row, and back over the upper one. */
    press (table, GDK_KEY_Down, 0, 50);
    g_assert_cmpuint (upstand_row_scroller_get_cursor (scroller), ==, 50);
    g_assert_cmpstr (focused_title (fixture, table), ==, "Row 000050");
    g_assert_cmpstr (last_title (table), ==, "Row 000050");
    g_assert_cmpuint (count_chosen (table), ==, 1);
    g_assert_true (is_chosen (table, 50));
    press (table, GDK_KEY_Up, 0, 45);
    g_assert_cmpstr (focused_title (fixture, table), ==, "Row 000005");
    g_assert_cmpstr (first_title (table), ==, "Row 000005");
    press (table, GDK_KEY_End, 0, 1);
    g_assert_cmpstr (focused_title (fixture, table), ==, "Row 000599");
    press (table, GDK_KEY_Down, 0, 1);
    g_assert_cmpstr (focused_title (fixture, table), ==, "Row 000599");
    press (table, GDK_KEY_Page_Up, 0, 1);
    guint above = upstand_row_scroller_get_cursor (scroller);
    g_assert_cmpuint (above, <, 595);
    g_assert_cmpuint (above, >, 560);
    /* With Ctrl the cursor moves and nothing is chosen for it. */
    press (table, GDK_KEY_Home, GDK_CONTROL_MASK, 1);
    g_assert_cmpstr (focused_title (fixture, table), ==, "Row 000000");
    g_assert_true (is_chosen (table, above));
    g_assert_cmpuint (count_chosen (table), ==, 1);
    press (table, GDK_KEY_space, 0, 1);
    g_assert_cmpuint (count_chosen (table), ==, 2);
    g_assert_false (upstand_row_scroller_press_key (scroller, GDK_KEY_x, 0));
    g_assert_false (upstand_row_scroller_press_key (scroller, GDK_KEY_Down, GDK_ALT_MASK));
}

static void
test_choose_across (PlanFixture *fixture, gconstpointer data)
{
    UpstandRecordTable *table = show_rows (fixture, MANY);
    GtkColumnView *view = upstand_record_table_get_view (table);
    UpstandRowWindow *rows = UPSTAND_ROW_WINDOW (gtk_column_view_get_model (view));
    /* As a click chooses the third row that is seen. */
    scroll_to (table, 100);
    gtk_widget_activate_action (get_list (table), "list.select-item", "(ubb)", 2, FALSE, FALSE);
    g_assert_true (is_chosen (table, 102));
    scroll_to (table, 400);
    g_assert_cmpuint (count_chosen (table), ==, 1);
    /* As one with Shift does where the first is far out of sight, and one with Ctrl and Shift. */
    upstand_row_window_select (rows, 401, FALSE, TRUE);
    g_assert_cmpuint (count_chosen (table), ==, 300);
    g_assert_true (is_chosen (table, 102) && is_chosen (table, 401));
    g_assert_false (is_chosen (table, 101) || is_chosen (table, 402));
    upstand_row_window_select (rows, 90, FALSE, TRUE);
    g_assert_cmpuint (count_chosen (table), ==, 13);
    upstand_row_window_select (rows, 500, TRUE, FALSE);
    upstand_row_window_select (rows, 509, TRUE, TRUE);
    g_assert_cmpuint (count_chosen (table), ==, 23);
    upstand_row_window_select (rows, 505, TRUE, FALSE);
    upstand_row_window_select (rows, 507, TRUE, TRUE);
    g_assert_cmpuint (count_chosen (table), ==, 20);

    gtk_widget_grab_focus (GTK_WIDGET (table));
    press (table, GDK_KEY_a, GDK_CONTROL_MASK, 1);
    g_assert_cmpuint (count_chosen (table), ==, MANY);
    press (table, GDK_KEY_A, GDK_CONTROL_MASK | GDK_SHIFT_MASK, 1);
    g_assert_cmpuint (count_chosen (table), ==, 0);
    press (table, GDK_KEY_Home, 0, 1);
    press (table, GDK_KEY_Down, GDK_SHIFT_MASK, 40);
    g_assert_cmpuint (count_chosen (table), ==, 41);
    press (table, GDK_KEY_Up, GDK_SHIFT_MASK, 10);
    g_assert_cmpuint (count_chosen (table), ==, 31);
}

static void
test_focus_out_of_sight (PlanFixture *fixture, gconstpointer data)
{
    UpstandRecordTable *table = show_rows (fixture, MANY);
    UpstandRowScroller *scroller = upstand_record_table_get_scroller (table);
    gtk_widget_grab_focus (GTK_WIDGET (table));
    press (table, GDK_KEY_Down, 0, 3);
    /* Scrolled away, no other row takes the focus; it waits, and comes back with its row. */
    scroll_to (table, 200);
    g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == GTK_WIDGET (scroller));
    g_assert_cmpuint (upstand_row_scroller_get_cursor (scroller), ==, 3);
    scroll_to (table, 1);
    g_assert_cmpstr (focused_title (fixture, table), ==, "Row 000003");
    g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (table)), ==, row_height (table));
    /* From out of sight a key goes on from where it was. */
    scroll_to (table, 400);
    press (table, GDK_KEY_Down, 0, 1);
    g_assert_cmpstr (focused_title (fixture, table), ==, "Row 000004");
    g_assert_cmpstr (first_title (table), ==, "Row 000004");
}

static void
test_tab (PlanFixture *fixture, gconstpointer data)
{
    UpstandRecordTable *table = show_rows (fixture, MANY);
    gtk_widget_grab_focus (GTK_WIDGET (table));
    press (table, GDK_KEY_Down, 0, 2);
    g_assert_false (gtk_widget_child_focus (GTK_WIDGET (table), GTK_DIR_TAB_FORWARD));
    plan_fixture_leave (fixture);
    gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
    g_assert_true (gtk_widget_child_focus (GTK_WIDGET (table), GTK_DIR_TAB_BACKWARD));
    g_assert_cmpstr (focused_title (fixture, table), ==, "Row 000002");
}

static void
activated_cb (UpstandRecordTable *table, UpstandRecord *record, char **title)
{
    g_free (*title);
    *title = g_strdup (((UpstandActivity *)record)->title);
}

static void
test_open (PlanFixture *fixture, gconstpointer data)
{
    g_autofree char *opened = NULL;
    UpstandRecordTable *table = show_rows (fixture, MANY);
    g_signal_connect (table, "activated", G_CALLBACK (activated_cb), &opened);
    scroll_to (table, 250);
    gtk_widget_activate_action (get_list (table), "list.activate-item", "u", 1);
    g_assert_cmpstr (opened, ==, "Row 000251");
    gtk_widget_grab_focus (GTK_WIDGET (table));
    press (table, GDK_KEY_End, 0, 1);
    scroll_to (table, 10);
    press (table, GDK_KEY_Return, 0, 1);
    g_assert_cmpstr (opened, ==, "Row 000599");
}

static void
test_order (PlanFixture *fixture, gconstpointer data)
{
    UpstandRecordTable *table = show_rows (fixture, MANY);
    gint64 id = upstand_list_model_get_id (upstand_record_table_get_model (table), 450);
    g_assert_true (upstand_record_table_reveal (table, id, TRUE));
    gtk_test_widget_wait_for_draw (fixture->window);
    g_assert_cmpstr (last_title (table), ==, "Row 000450");
    upstand_record_table_sort (table, "title", TRUE);
    wait_filled (table);
    gtk_test_widget_wait_for_draw (fixture->window);
    /* Another question is answered from the top, and what was chosen stays so. */
    g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (table)), ==, 0);
    g_assert_cmpstr (first_title (table), ==, "Row 000599");
    g_assert_true (is_chosen (table, MANY - 1 - 450));
    g_assert_cmpuint (count_chosen (table), ==, 1);
    g_assert_true (upstand_record_table_reveal (table, id, FALSE));
    gtk_test_widget_wait_for_draw (fixture->window);
    g_assert_cmpstr (last_title (table), ==, "Row 000450");
}

static void
test_changes_above (PlanFixture *fixture, gconstpointer data)
{
    UpstandRecordTable *table = show_rows (fixture, MANY);
    upstand_record_table_sort (table, NULL, TRUE);
    wait_filled (table);
    scroll_to (table, 300);
    g_assert_cmpstr (first_title (table), ==, "Row 000299");
    /* What comes and goes above moves nothing of what is read. */
    plan_fixture_add_activity (fixture, "The newest", NULL, NULL, 0);
    wait_filled (table);
    gtk_test_widget_wait_for_draw (fixture->window);
    g_assert_cmpuint (count_list (table), ==, MANY + 1);
    g_assert_cmpstr (first_title (table), ==, "Row 000299");
    g_autoptr (GError) error = NULL;
    upstand_store_undo (fixture->store, &error);
    g_assert_no_error (error);
    wait_filled (table);
    gtk_test_widget_wait_for_draw (fixture->window);
    g_assert_cmpuint (count_list (table), ==, MANY);
    g_assert_cmpstr (first_title (table), ==, "Row 000299");
}

static void
test_gone_under_cursor (PlanFixture *fixture, gconstpointer data)
{
    UpstandRecordTable *table = show_rows (fixture, MANY);
    gtk_widget_grab_focus (GTK_WIDGET (table));
    press (table, GDK_KEY_End, 0, 1);
    gint64 id = upstand_list_model_get_id (upstand_record_table_get_model (table), MANY - 1);
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandRecord) last =
        upstand_store_get (fixture->store, &upstand_activity_type, id, &error);
    upstand_store_delete (fixture->store, last, &error);
    g_assert_no_error (error);
    wait_filled (table);
    gtk_test_widget_wait_for_draw (fixture->window);
    g_assert_cmpuint (count_list (table), ==, MANY - 1);
    g_assert_cmpuint (count_chosen (table), ==, 0);
    g_assert_cmpstr (last_title (table), ==, "Row 000598");
    g_assert_cmpstr (focused_title (fixture, table), ==, "Row 000598");
}

static void
test_very_many (PlanFixture *fixture, gconstpointer data)
{
    UpstandRecordTable *table = show_rows (fixture, VERY_MANY);
    g_autoptr (GRand) random = g_rand_new_with_seed (1);
    guint widgets = count_row_widgets (table);
    for (guint i = 0; i < 20; i++) {
        guint position = (guint)g_rand_int_range (random, 0, VERY_MANY - 100);
        g_autofree char *expected = g_strdup_printf ("Row %06u", position);
        scroll_to (table, position);
        g_assert_cmpstr (first_title (table), ==, expected);
    }
    g_assert_cmpuint (count_row_widgets (table), ==, widgets);
    gtk_widget_grab_focus (GTK_WIDGET (table));
    press (table, GDK_KEY_Home, 0, 1);
    press (table, GDK_KEY_End, GDK_SHIFT_MASK, 1);
    g_assert_cmpstr (last_title (table), ==, "Row 099999");
    g_assert_cmpuint (count_chosen (table), ==, VERY_MANY);
}

#define TEST(name, function) \
    g_test_add ("/record-scrolling/" name, PlanFixture, NULL, plan_fixture_set_up, function, \
        plan_fixture_tear_down)

int
main (int argc, char **argv)
{
    plan_fixture_init (&argc, &argv);
    TEST ("few-widgets", test_few_widgets);
    TEST ("scroll", test_scroll);
    TEST ("keys", test_keys);
    TEST ("choose-across", test_choose_across);
    TEST ("focus-out-of-sight", test_focus_out_of_sight);
    TEST ("tab", test_tab);
    TEST ("open", test_open);
    TEST ("order", test_order);
    TEST ("changes-above", test_changes_above);
    TEST ("gone-under-cursor", test_gone_under_cursor);
    TEST ("very-many", test_very_many);
    return g_test_run ();
}
