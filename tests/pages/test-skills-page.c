/* SPDX-License-Identifier: MIT */
#include "pages/skills-desk.h"
#include "pages/skills-figures-view.h"
#include "pages/skills-gap-view.h"
#include "pages/skills-grid-model.h"
#include "pages/skills-page.h"
#include "pages/skills-sheet.h"
#include "pages/skills-trend-view.h"
#include "pages/skills-years-view.h"
#include "plan-fixture.h"
#include "records/census.h"
#include "records/framework-records.h"
#include "records/headcount.h"
#include "records/scenario.h"
#include "records/unit.h"
#include "rules/finding.h"
#include "widgets/chart-view.h"
#include "widgets/views.h"

/* Two teams of a force, and two censuses. */
typedef struct {
    PlanFixture plan;
    UpstandPage *page;
    gint64 force, north, south, march, september;
    char *trouble;
} Fixture;

static gint64
save (Fixture *fixture, gpointer record)
{
    g_autoptr (GError) error = NULL;
    upstand_store_save (fixture->plan.store, record, &error);
    g_assert_no_error (error);
    gint64 id = UPSTAND_RECORD (record)->id;
    g_object_unref (record);
    return id;
}

static gint64
add_unit (Fixture *fixture, const char *name, UpstandUnitKind kind, gint64 parent)
{
    UpstandUnit *unit = upstand_record_new (&upstand_unit_type);
    unit->name = g_strdup (name);
    unit->kind = kind;
    unit->parent_id = parent;
    return save (fixture, unit);
}

static gint64
add_census (Fixture *fixture, int year, int month, int day)
{
    UpstandCensus *census = upstand_record_new (&upstand_census_type);
    census->as_at = upstand_date_new (year, month, day);
    return save (fixture, census);
}

static void
trouble_cb (GSimpleAction *action, GVariant *words, gpointer user_data)
{
    Fixture *fixture = user_data;
    g_free (fixture->trouble);
    g_variant_get (words, "(ss)", NULL, &fixture->trouble);
}

static void
show_page (Fixture *fixture)
{
    const GActionEntry entries[] = { { "show-error", trouble_cb, "(ss)" } };
    g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
    fixture->page =
        g_object_new (UPSTAND_TYPE_SKILLS_PAGE, "today", upstand_date_new (2022, 10, 5), NULL);
    upstand_page_set_store (fixture->page, fixture->plan.store);
    plan_fixture_show (&fixture->plan, GTK_WIDGET (fixture->page), 1200, 700);
    g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, 1, fixture);
    gtk_widget_insert_action_group (fixture->plan.window, "win", G_ACTION_GROUP (actions));
    plan_fixture_settle ();
}

static void
set_up_empty (Fixture *fixture, gconstpointer data)
{
    plan_fixture_set_up (&fixture->plan, NULL);
    show_page (fixture);
}

/* The small framework of the fixture has no capabilities: the force's own two. */
static void
add_capability (Fixture *fixture, const char *name, gint64 position)
{
    UpstandFrameworkItem *item = upstand_record_new (&upstand_framework_item_type);
    item->list = g_strdup (UPSTAND_LIST_CAPABILITY);
    item->code = g_ascii_strdown (name, -1);
    item->title_en = g_strdup (name);
    item->position = position;
    save (fixture, item);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
    plan_fixture_set_up (&fixture->plan, NULL);
    add_capability (fixture, "SOLO", 0);
    add_capability (fixture, "ABE", 1);
    fixture->force = add_unit (fixture, "Mereshire", UPSTAND_UNIT_FORCE, 0);
    fixture->north = add_unit (fixture, "North", UPSTAND_UNIT_TEAM, fixture->force);
    fixture->south = add_unit (fixture, "South", UPSTAND_UNIT_TEAM, fixture->force);
    fixture->march = add_census (fixture, 2022, 3, 31);
    fixture->september = add_census (fixture, 2022, 9, 30);
    show_page (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
    plan_fixture_tear_down (&fixture->plan, data);
    g_free (fixture->trouble);
}

static gpointer
find (GtkWidget *root, GType type)
{
    if (g_type_is_a (G_OBJECT_TYPE (root), type))
        return root;
    for (GtkWidget *child = gtk_widget_get_first_child (root); child;
         child = gtk_widget_get_next_sibling (child)) {
        gpointer found = find (child, type);
        if (found)
            return found;
    }
    return NULL;
}

static gpointer
view (Fixture *fixture, const char *name, GType type)
{
    UpstandViews *views = find (GTK_WIDGET (fixture->page), UPSTAND_TYPE_VIEWS);
    g_assert_true (upstand_views_show (views, name));
    plan_fixture_settle ();
    return find (upstand_views_get (views, name), type);
}

static UpstandGrid *
get_grid (Fixture *fixture)
{
    return view (fixture, "figures", UPSTAND_TYPE_GRID);
}

static void
choose_unit (Fixture *fixture, gint64 id)
{
    g_assert_true (gtk_widget_activate_action (
        view (fixture, "figures", UPSTAND_TYPE_SKILLS_FIGURES_VIEW), "skills.show-unit", "x", id));
    plan_fixture_settle ();
}

static guint
column_of (UpstandCount count)
{
    for (guint i = 0; i < UPSTAND_N_SKILLS_COLUMNS; i++)
        if (upstand_skills_columns[i].kind == UPSTAND_COLUMN_COUNT &&
            upstand_skills_columns[i].what == count)
            return i;
    g_assert_not_reached ();
}

static guint
column_of_gap (UpstandSkillsGap gap)
{
    for (guint i = 0; i < UPSTAND_N_SKILLS_COLUMNS; i++)
        if (upstand_skills_columns[i].kind == UPSTAND_COLUMN_GAP &&
            upstand_skills_columns[i].what == gap)
            return i;
    g_assert_not_reached ();
}

static void
type (Fixture *fixture, guint row, guint column, const char *text)
{
    UpstandGrid *grid = get_grid (fixture);
    upstand_grid_move_to (grid, row, column, FALSE);
    upstand_grid_type (grid, text);
    g_assert_true (upstand_grid_flush (grid));
    plan_fixture_settle ();
}

static void
assert_shown (Fixture *fixture, guint row, guint column, const char *text)
{
    g_auto (UpstandGridCell) cell = { 0 };
    upstand_grid_model_get_cell (upstand_grid_get_model (get_grid (fixture)), row, column, &cell);
    g_autofree char *shown = upstand_grid_cell_format (&cell);
    g_assert_cmpstr (shown, ==, text);
}

static gint64
count_cells (Fixture *fixture)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_headcount_type);
    return upstand_store_count (fixture->plan.store, query, NULL);
}

/* All of the capability, its officers, its staff. */
enum { SOLO, SOLO_OFFICERS, SOLO_STAFF };

static void
test_first_steps (Fixture *fixture, gconstpointer data)
{
    GtkStack *stack =
        find (view (fixture, "figures", UPSTAND_TYPE_SKILLS_FIGURES_VIEW), GTK_TYPE_STACK);
    g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "no-units");
    add_unit (fixture, "Mereshire", UPSTAND_UNIT_FORCE, 0);
    plan_fixture_settle ();
    g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "no-census");
    add_census (fixture, 2022, 9, 30);
    plan_fixture_settle ();
    g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "grid");
    view (fixture, "gap", UPSTAND_TYPE_CHART_VIEW);
    view (fixture, "trend", UPSTAND_TYPE_CHART_VIEW);
    GtkStack *years =
        find (view (fixture, "years", UPSTAND_TYPE_SKILLS_YEARS_VIEW), GTK_TYPE_STACK);
    g_assert_cmpstr (gtk_stack_get_visible_child_name (years), ==, "empty");
    view (fixture, "set-up", GTK_TYPE_STACK);
}

static void
test_typing (Fixture *fixture, gconstpointer data)
{
    choose_unit (fixture, fixture->north);
    type (fixture, SOLO, column_of (UPSTAND_COUNT_NEEDED), "10");
    type (fixture, SOLO_OFFICERS, column_of (UPSTAND_COUNT_IN_POST), "7");
    type (fixture, SOLO_STAFF, column_of (UPSTAND_COUNT_IN_POST), "2");
    assert_shown (fixture, SOLO, column_of (UPSTAND_COUNT_IN_POST), "9");
    assert_shown (fixture, SOLO, column_of_gap (UPSTAND_GAP_POSTS), "1");
    g_assert_cmpint (count_cells (fixture), ==, 3);
    type (fixture, SOLO_STAFF, column_of (UPSTAND_COUNT_IN_POST), "4");
    assert_shown (fixture, SOLO, column_of_gap (UPSTAND_GAP_POSTS), "1 over");
    g_assert_true (upstand_store_undo (fixture->plan.store, NULL));
    plan_fixture_settle ();
    assert_shown (fixture, SOLO, column_of_gap (UPSTAND_GAP_POSTS), "1");
    /* Emptied, the row goes; the sum then says that something is missing. */
    type (fixture, SOLO_STAFF, column_of (UPSTAND_COUNT_IN_POST), "");
    g_assert_cmpint (count_cells (fixture), ==, 2);
    g_auto (UpstandGridCell) sum = { 0 };
    upstand_grid_model_get_cell (
        upstand_grid_get_model (get_grid (fixture)), SOLO, column_of (UPSTAND_COUNT_IN_POST), &sum);
    g_assert_true (sum.has_hole);
    assert_shown (fixture, SOLO, column_of_gap (UPSTAND_GAP_POSTS), "≈ 3");
}

/* Fillings of the grid once none were made for a fifth of a second: the window has its size. */
static guint
wait_for_quiet (UpstandGrid *grid)
{
    guint fillings;
    do {
        fillings = upstand_grid_get_n_fillings (grid);
        g_usleep (G_USEC_PER_SEC / 5);
        plan_fixture_settle ();
    } while (upstand_grid_get_n_fillings (grid) != fillings);
    return fillings;
}

/* A keystroke asks again only for what follows from it. */
static void
test_recomputed (Fixture *fixture, gconstpointer data)
{
    choose_unit (fixture, fixture->north);
    type (fixture, SOLO_OFFICERS, column_of (UPSTAND_COUNT_IN_TRAINING), "1");
    guint before = wait_for_quiet (get_grid (fixture));
    type (fixture, SOLO_OFFICERS, column_of (UPSTAND_COUNT_IN_TRAINING), "2");
    /* The cell itself and the sum of officers and staff, where they are in sight. */
    g_assert_cmpuint (upstand_grid_get_n_fillings (get_grid (fixture)), <=, before + 2);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
    UpstandGrid *grid = get_grid (fixture);
    choose_unit (fixture, fixture->north);
    upstand_grid_move_to (grid, SOLO_OFFICERS, column_of (UPSTAND_COUNT_IN_POST), FALSE);
    upstand_grid_type (grid, "2.5");
    g_assert_false (upstand_grid_flush (grid));
    g_assert_cmpstr (upstand_grid_get_typed (grid), ==, "2.5");
    g_assert_false (upstand_page_save_pending (fixture->page));
    gtk_widget_activate_action (GTK_WIDGET (grid), "grid.give-up", NULL);
    g_assert_cmpint (count_cells (fixture), ==, 0);
    /* Nobody can carry no cases at all. */
    upstand_grid_move_to (grid, SOLO, column_of (UPSTAND_COUNT_CASELOAD), FALSE);
    g_assert_false (upstand_grid_paste_text (grid, "0"));
    g_assert_cmpuint (upstand_grid_get_refusals (grid)->len, ==, 1);
    plan_fixture_settle ();
}

static void
test_block (Fixture *fixture, gconstpointer data)
{
    UpstandGrid *grid = get_grid (fixture);
    choose_unit (fixture, fixture->south);
    upstand_grid_move_to (grid, SOLO, column_of (UPSTAND_COUNT_ESTABLISHMENT), FALSE);
    /* With its totals, as it comes from somebody's sheet. */
    g_assert_true (upstand_grid_paste_text (
        grid, "8\t7\t6\t5\t4\r\n6\t5\t4\t3\tnot collected\r\n2\t2\t2\t2\t2\r\n"));
    g_assert_cmpint (count_cells (fixture), ==, 10);
    assert_shown (fixture, SOLO, column_of (UPSTAND_COUNT_ESTABLISHMENT), "8");
    assert_shown (fixture, SOLO_OFFICERS, column_of (UPSTAND_COUNT_DEPLOYABLE), "n/c");
    /* One total is another here, and said; the figures are kept. */
    g_assert_cmpuint (upstand_grid_get_refusals (grid)->len, ==, 1);
    gtk_widget_activate_action (GTK_WIDGET (grid), "grid.give-up", NULL);
    g_assert_true (upstand_store_undo (fixture->plan.store, NULL));
    g_assert_cmpint (count_cells (fixture), ==, 0);
    plan_fixture_settle ();
}

static void
test_whole (Fixture *fixture, gconstpointer data)
{
    UpstandGrid *grid = get_grid (fixture);
    choose_unit (fixture, fixture->force);
    upstand_grid_move_to (grid, SOLO_OFFICERS, column_of (UPSTAND_COUNT_IN_POST), FALSE);
    upstand_grid_type (grid, "5");
    g_assert_null (upstand_grid_get_typed (grid));
    type (fixture, SOLO, column_of (UPSTAND_COUNT_CASES), "100");
    type (fixture, SOLO, column_of (UPSTAND_COUNT_CASELOAD), "8");
    g_assert_cmpint (count_cells (fixture), ==, 2);
    assert_shown (fixture, SOLO, 3, "13");
}

static guint
count_blocking (Fixture *fixture)
{
    return upstand_findings_count (
        upstand_skills_grid_model_get_findings (
            UPSTAND_SKILLS_GRID_MODEL (upstand_grid_get_model (get_grid (fixture)))),
        UPSTAND_FINDING_BLOCKS);
}

static UpstandGridSeverity
severity_at (Fixture *fixture, guint row, guint column)
{
    g_auto (UpstandGridCell) cell = { 0 };
    upstand_grid_model_get_cell (upstand_grid_get_model (get_grid (fixture)), row, column, &cell);
    return cell.severity;
}

static void
test_findings (Fixture *fixture, gconstpointer data)
{
    guint trained = column_of (UPSTAND_COUNT_TRAINED), in_date = column_of (UPSTAND_COUNT_IN_DATE);
    choose_unit (fixture, fixture->north);
    type (fixture, SOLO_OFFICERS, trained, "4");
    guint before = count_blocking (fixture);
    type (fixture, SOLO_OFFICERS, in_date, "6");
    g_assert_cmpint (severity_at (fixture, SOLO_OFFICERS, in_date), ==, UPSTAND_GRID_BLOCKED);
    type (fixture, SOLO_OFFICERS, in_date, "4");
    g_assert_cmpint (severity_at (fixture, SOLO_OFFICERS, in_date), !=, UPSTAND_GRID_BLOCKED);
    g_assert_cmpuint (count_blocking (fixture), <=, before);
}

static void
test_note (Fixture *fixture, gconstpointer data)
{
    UpstandGrid *grid = get_grid (fixture);
    UpstandGridModel *model = upstand_grid_get_model (grid);
    guint column = column_of (UPSTAND_COUNT_IN_POST);
    g_autoptr (GPtrArray) refusals = g_ptr_array_new ();
    choose_unit (fixture, fixture->north);
    UpstandGridEdit edit = { .row = SOLO_STAFF,
        .column = column,
        .kind = UPSTAND_GRID_SET_NOTE,
        .text = "Asked on Monday" };
    g_assert_true (upstand_grid_model_apply (model, &edit, 1, refusals, NULL));
    g_autofree char *note = upstand_grid_model_get_note (model, SOLO_STAFF, column);
    g_assert_cmpstr (note, ==, "Asked on Monday");
    /* A figure keeps the note, and emptying it does too. */
    type (fixture, SOLO_STAFF, column, "3");
    type (fixture, SOLO_STAFF, column, "");
    g_assert_cmpint (count_cells (fixture), ==, 1);
    edit.text = NULL;
    g_assert_true (upstand_grid_model_apply (model, &edit, 1, refusals, NULL));
    g_assert_cmpint (count_cells (fixture), ==, 0);
}

/* Somebody saved first: theirs is shown, and what was typed stays in the field. */
static void
test_stale (Fixture *fixture, gconstpointer data)
{
    UpstandGrid *grid = get_grid (fixture);
    guint column = column_of (UPSTAND_COUNT_IN_POST);
    choose_unit (fixture, fixture->north);
    type (fixture, SOLO_OFFICERS, column, "3");
    UpstandDatabase *database = upstand_store_get_database (fixture->plan.store);
    g_assert_true (upstand_database_execute (
        database, NULL, "UPDATE headcount SET value = 900, version = version + 1", ""));
    upstand_grid_move_to (grid, SOLO_OFFICERS, column, FALSE);
    upstand_grid_type (grid, "5");
    g_assert_false (upstand_grid_flush (grid));
    g_assert_nonnull (fixture->trouble);
    g_assert_cmpstr (upstand_grid_get_typed (grid), ==, "5");
    assert_shown (fixture, SOLO_OFFICERS, column, "9");
    g_assert_true (upstand_grid_flush (grid));
    assert_shown (fixture, SOLO_OFFICERS, column, "5");
}

static UpstandChart *
chart_of (Fixture *fixture, const char *name)
{
    UpstandChartView *chart = view (fixture, name, UPSTAND_TYPE_CHART_VIEW);
    return upstand_chart_view_get_chart (chart);
}

static void
test_pictures (Fixture *fixture, gconstpointer data)
{
    choose_unit (fixture, fixture->north);
    type (fixture, SOLO, column_of (UPSTAND_COUNT_NEEDED), "10");
    for (guint i = 0; i < 4; i++) {
        type (fixture, SOLO_OFFICERS, column_of (UPSTAND_COUNT_IN_POST) + i, "6");
        type (fixture, SOLO_STAFF, column_of (UPSTAND_COUNT_IN_POST) + i, "1");
    }
    UpstandChart *steps = chart_of (fixture, "gap");
    g_assert_nonnull (strstr (upstand_chart_describe (steps), "SOLO"));
    g_assert_nonnull (strstr (upstand_chart_get_title (steps), "North"));
    g_assert_nonnull (chart_of (fixture, "trend"));
    UpstandScenario *scenario = upstand_record_new (&upstand_scenario_type);
    scenario->title = g_strdup ("One intake");
    scenario->kind = UPSTAND_SCENARIO_PLANNED;
    scenario->assumptions = g_strdup ("Two come in the first year");
    save (fixture, scenario);
    g_autofree char *before = g_strdup (upstand_chart_describe (chart_of (fixture, "years")));
    UpstandGrid *plan = view (fixture, "years", UPSTAND_TYPE_GRID);
    upstand_grid_move_to (plan, 0, 0, FALSE);
    upstand_grid_type (plan, "5");
    g_assert_true (upstand_grid_flush (plan));
    plan_fixture_settle ();
    g_assert_cmpstr (upstand_chart_describe (chart_of (fixture, "years")), !=, before);
    upstand_grid_type (plan, "n/a");
    g_assert_false (upstand_grid_flush (plan));
    gtk_widget_activate_action (GTK_WIDGET (plan), "grid.give-up", NULL);
    g_assert_true (upstand_store_undo (fixture->plan.store, NULL));
    plan_fixture_settle ();
    g_assert_cmpstr (upstand_chart_describe (chart_of (fixture, "years")), ==, before);
}

static void
test_show_record (Fixture *fixture, gconstpointer data)
{
    g_assert_true (upstand_page_show_record (fixture->page, "unit", fixture->north));
    plan_fixture_settle ();
    g_autoptr (GList) windows = gtk_window_list_toplevels ();
    for (GList *each = windows; each; each = each->next)
        if (gtk_window_get_transient_for (each->data) == GTK_WINDOW (fixture->plan.window))
            gtk_window_destroy (each->data);
    g_autofree char *place = upstand_page_get_place (fixture->page);
    g_assert_cmpstr (place, ==, "set-up");
    upstand_page_set_place (fixture->page, "trend");
    g_autofree char *later = upstand_page_get_place (fixture->page);
    g_assert_cmpstr (later, ==, "trend");
    plan_fixture_settle ();
}

/* What follows from a cell is what changes with it: every one of them, and no other. */
static void
test_follows (Fixture *fixture, gconstpointer data)
{
    choose_unit (fixture, fixture->north);
    UpstandSkillsOutline *outline =
        upstand_skills_outline_load (upstand_store_get_database (fixture->plan.store), "en", NULL);
    guint north = upstand_skills_outline_find_unit (outline, fixture->north), told = 0;
    guint census = upstand_skills_outline_find_census (outline, fixture->september);
    guint n_rows = upstand_skills_sheet_count_rows (outline);
    g_autoptr (UpstandSkills) skills = upstand_skills_load (
        outline, upstand_store_get_database (fixture->plan.store), census, north, NULL);
    /* Everything has a number, so that every difference has one too. */
    for (guint pass = 0; pass < 2; pass++)
        for (guint r = 0; r < n_rows; r++)
            for (guint c = 0; c < UPSTAND_N_SKILLS_COLUMNS; c++) {
                const UpstandSkillsColumn *entered = &upstand_skills_columns[c];
                UpstandSkillsRow row = upstand_skills_sheet_get_row (outline, r);
                UpstandSkillsKey key;
                UpstandSkillsValue before[64][UPSTAND_N_SKILLS_COLUMNS];
                if (!upstand_skills_sheet_get_key (
                        &row, entered, north, UPSTAND_BASIS_HEADCOUNT, TRUE, &key))
                    continue;
                for (guint i = 0; i < n_rows; i++)
                    for (guint j = 0; j < UPSTAND_N_SKILLS_COLUMNS; j++) {
                        UpstandSkillsRow line = upstand_skills_sheet_get_row (outline, i);
                        if (upstand_skills_sheet_applies (&line, &upstand_skills_columns[j]))
                            before[i][j] = upstand_skills_sheet_get_value (skills, &line,
                                &upstand_skills_columns[j], north, UPSTAND_BASIS_HEADCOUNT);
                    }
                UpstandSkillsCell cell = { .figure =
                                               upstand_figure_of ((pass * 1000 + r * 20 + c + 7) *
                                                                  UPSTAND_FIGURE_ONE) };
                upstand_skills_set_cell (skills, &key, &cell);
                for (guint i = 0; pass && i < n_rows; i++)
                    for (guint j = 0; j < UPSTAND_N_SKILLS_COLUMNS; j++) {
                        UpstandSkillsRow line = upstand_skills_sheet_get_row (outline, i);
                        const UpstandSkillsColumn *column = &upstand_skills_columns[j];
                        if (!upstand_skills_sheet_applies (&line, column))
                            continue;
                        UpstandSkillsValue now = upstand_skills_sheet_get_value (
                            skills, &line, column, north, UPSTAND_BASIS_HEADCOUNT);
                        if (upstand_figure_equal (now.figure, before[i][j].figure))
                            continue;
                        told++;
                        g_assert_true (upstand_skills_sheet_follows (&line, column, &row, entered));
                    }
            }
    g_assert_cmpuint (told, >, 50);
    upstand_skills_outline_unref (outline);
}

#define TEST(name, function) \
    g_test_add ("/skills-page/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
    plan_fixture_init (&argc, &argv);
    g_test_add (
        "/skills-page/first-steps", Fixture, NULL, set_up_empty, test_first_steps, tear_down);
    TEST ("typing", test_typing);
    TEST ("recomputed", test_recomputed);
    TEST ("refused", test_refused);
    TEST ("block", test_block);
    TEST ("whole", test_whole);
    TEST ("findings", test_findings);
    TEST ("note", test_note);
    TEST ("stale", test_stale);
    TEST ("pictures", test_pictures);
    TEST ("show-record", test_show_record);
    TEST ("follows", test_follows);
    return g_test_run ();
}
