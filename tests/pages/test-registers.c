/* SPDX-License-Identifier: MIT */
#include "pages/registers-view.h"
#include "pages/skills-registers.h"
#include "plan-fixture.h"
#include "records/census.h"
#include "records/framework-records.h"
#include "records/headcount.h"
#include "records/unit.h"
#include "widgets/views.h"

typedef struct {
    PlanFixture plan;
    UpstandRegistersView *view;
    char *toast, *trouble;
} Fixture;

static void
toast_cb (GSimpleAction *action, GVariant *words, gpointer user_data)
{
    Fixture *fixture = user_data;
    g_free (fixture->toast);
    fixture->toast = g_variant_dup_string (words, NULL);
}

static void
trouble_cb (GSimpleAction *action, GVariant *words, gpointer user_data)
{
    Fixture *fixture = user_data;
    g_free (fixture->trouble);
    g_variant_get (words, "(ss)", NULL, &fixture->trouble);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
    const GActionEntry entries[] = {
        { "toast-undo", toast_cb, "s" },
        { "show-error", trouble_cb, "(ss)" },
    };
    g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
    plan_fixture_set_up (&fixture->plan, NULL);
    fixture->view = upstand_registers_view_new (
        upstand_skills_registers, "Set-up", fixture->plan.store, upstand_date_new (2022, 10, 5));
    plan_fixture_show (&fixture->plan, GTK_WIDGET (fixture->view), 1000, 600);
    g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, 2, fixture);
    gtk_widget_insert_action_group (fixture->plan.window, "win", G_ACTION_GROUP (actions));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
    plan_fixture_tear_down (&fixture->plan, data);
    g_free (fixture->toast);
    g_free (fixture->trouble);
}

static gint64
save (Fixture *fixture, gpointer record)
{
    g_autoptr (GError) error = NULL;
    upstand_store_save (fixture->plan.store, record, &error);
    g_assert_no_error (error);
    gint64 id = UPSTAND_RECORD (record)->id;
    g_object_unref (record);
    plan_fixture_settle ();
    return id;
}

static gint64
add_unit (Fixture *fixture, const char *name)
{
    UpstandUnit *unit = upstand_record_new (&upstand_unit_type);
    unit->name = g_strdup (name);
    return save (fixture, unit);
}

static guint
count_rows (UpstandRegisterView *view)
{
    return g_list_model_get_n_items (
        G_LIST_MODEL (upstand_record_table_get_model (upstand_register_view_get_table (view))));
}

static GtkWidget *
find_dialog (Fixture *fixture)
{
    g_autoptr (GList) windows = gtk_window_list_toplevels ();
    for (GList *each = windows; each; each = each->next)
        if (gtk_window_get_transient_for (each->data) == GTK_WINDOW (fixture->plan.window))
            return each->data;
    return NULL;
}

static void
choose (UpstandRegisterView *view, gint64 id)
{
    g_assert_true (upstand_record_table_reveal (upstand_register_view_get_table (view), id, TRUE));
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
    UpstandRegisterView *view =
        upstand_registers_view_choose (fixture->view, &upstand_unit_register);
    plan_fixture_settle ();
    g_assert_cmpuint (count_rows (view), ==, 0);
    upstand_register_view_add (view);
    plan_fixture_settle ();
    GtkWidget *dialog = find_dialog (fixture);
    g_assert_nonnull (dialog);
    g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, "New unit");
    gtk_window_destroy (GTK_WINDOW (dialog));
    plan_fixture_settle ();
    add_unit (fixture, "Child protection");
    g_assert_cmpuint (count_rows (view), ==, 1);
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
    UpstandRegisterView *view =
        upstand_registers_view_choose (fixture->view, &upstand_unit_register);
    gint64 id = add_unit (fixture, "Child protection");
    add_unit (fixture, "Online harm");
    choose (view, id);
    gtk_widget_activate_action (GTK_WIDGET (view), "register.delete", NULL);
    plan_fixture_settle ();
    g_assert_cmpstr (fixture->toast, ==, "1 entry deleted");
    g_assert_cmpuint (count_rows (view), ==, 1);
    g_assert_true (upstand_store_undo (fixture->plan.store, NULL));
    plan_fixture_settle ();
    g_assert_cmpuint (count_rows (view), ==, 2);
}

/* What has figures is closed and not thrown away; the framework's own stays. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
    gint64 unit = add_unit (fixture, "Child protection");
    UpstandFrameworkItem *own = upstand_record_new (&upstand_framework_item_type);
    upstand_capability_register.begin (own, fixture->plan.store, 0);
    own->title_en = g_strdup ("Digital media investigators");
    gint64 capability = save (fixture, own);
    UpstandCensus *census = upstand_record_new (&upstand_census_type);
    census->as_at = upstand_date_new (2022, 9, 30);
    gint64 census_id = save (fixture, census);
    UpstandHeadcount *cell = upstand_record_new (&upstand_headcount_type);
    cell->census_id = census_id;
    cell->unit_id = unit;
    cell->capability_id = capability;
    cell->count = UPSTAND_COUNT_IN_POST;
    cell->workforce = UPSTAND_WORKFORCE_OFFICERS;
    cell->value = 3 * UPSTAND_FIGURE_ONE;
    cell->state = UPSTAND_FIGURE_VALUE;
    save (fixture, cell);

    UpstandRegisterView *view =
        upstand_registers_view_choose (fixture->view, &upstand_unit_register);
    plan_fixture_settle ();
    choose (view, unit);
    gtk_widget_activate_action (GTK_WIDGET (view), "register.delete", NULL);
    g_assert_nonnull (strstr (fixture->trouble, "has 1 figure"));
    view = upstand_registers_view_choose (fixture->view, &upstand_capability_register);
    plan_fixture_settle ();
    g_assert_cmpuint (count_rows (view), ==, 1);
    choose (view, capability);
    gtk_widget_activate_action (GTK_WIDGET (view), "register.delete", NULL);
    g_assert_nonnull (strstr (fixture->trouble, "would be lost"));
    /* A census takes its figures with it, and brings them back. */
    view = upstand_registers_view_choose (fixture->view, &upstand_census_register);
    plan_fixture_settle ();
    choose (view, census_id);
    gtk_widget_activate_action (GTK_WIDGET (view), "register.delete", NULL);
    plan_fixture_settle ();
    g_autoptr (UpstandListQuery) cells = upstand_list_query_new (&upstand_headcount_type);
    g_assert_cmpint (upstand_store_count (fixture->plan.store, cells, NULL), ==, 0);
    g_assert_true (upstand_store_undo (fixture->plan.store, NULL));
    g_assert_cmpint (upstand_store_count (fixture->plan.store, cells, NULL), ==, 1);
}

static void
test_show (Fixture *fixture, gconstpointer data)
{
    gint64 id = add_unit (fixture, "Child protection");
    g_assert_false (upstand_registers_view_show (fixture->view, "activity", id));
    g_assert_false (upstand_registers_view_show (fixture->view, "unit", id + 1));
    g_assert_true (upstand_registers_view_show (fixture->view, "unit", id));
    plan_fixture_settle ();
    GtkWidget *dialog = find_dialog (fixture);
    g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, "Unit");
    gtk_window_destroy (GTK_WINDOW (dialog));
    plan_fixture_settle ();
}

static UpstandDay
propose (Fixture *fixture, int year, int month, int day)
{
    return upstand_census_propose (fixture->plan.store, upstand_date_new (year, month, day));
}

/* Three months after the launch, then 31 March and 30 September, whichever is not there yet. */
static void
test_proposed (Fixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_edition_type);
    g_autoptr (GPtrArray) editions = upstand_store_list (fixture->plan.store, query, 1, NULL);
    UpstandDay first =
        upstand_date_add_months (((UpstandEdition *)g_ptr_array_index (editions, 0))->launched, 3);
    g_assert_cmpuint (upstand_census_propose (fixture->plan.store, first), ==, first);
    g_assert_cmpuint (propose (fixture, 2022, 9, 30), ==, upstand_date_new (2022, 9, 30));
    g_assert_cmpuint (propose (fixture, 2022, 10, 5), ==, upstand_date_new (2022, 9, 30));
    UpstandCensus *census = upstand_record_new (&upstand_census_type);
    census->as_at = upstand_date_new (2022, 9, 30);
    save (fixture, census);
    g_assert_cmpuint (propose (fixture, 2022, 10, 5), ==, upstand_date_new (2023, 3, 31));
}

static GtkWidget *
make_label (gpointer owner)
{
    ++*(guint *)owner;
    return g_object_new (GTK_TYPE_LABEL, "label", "view", "focusable", TRUE, NULL);
}

static void
test_views (Fixture *fixture, gconstpointer data)
{
    static const UpstandView views[] = {
        { "one", "_One", "The first", make_label },
        { "two", "_Two", "The second", make_label },
        { NULL },
    };
    guint made = 0;
    UpstandViews *widget = upstand_views_new (views, "Views", &made);
    adw_window_set_content (ADW_WINDOW (fixture->plan.window), GTK_WIDGET (widget));
    g_assert_true (upstand_views_show (widget, "one"));
    g_assert_cmpuint (made, ==, 1);
    g_assert_null (upstand_views_peek (widget, "two"));
    gtk_widget_activate_action (GTK_WIDGET (widget), "views.show", "s", "two");
    g_assert_cmpuint (made, ==, 2);
    g_assert_cmpstr (upstand_views_get_shown (widget), ==, "two");
    g_assert_true (upstand_views_show (widget, "one"));
    g_assert_cmpuint (made, ==, 2);
    g_assert_false (upstand_views_show (widget, "three"));
    plan_fixture_settle ();
}

#define TEST(name, function) \
    g_test_add ("/registers/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
    plan_fixture_init (&argc, &argv);
    TEST ("new", test_new);
    TEST ("delete", test_delete);
    TEST ("kept", test_kept);
    TEST ("show", test_show);
    TEST ("proposed", test_proposed);
    TEST ("views", test_views);
    return g_test_run ();
}
