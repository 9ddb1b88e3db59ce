/* SPDX-License-Identifier: MIT */
#include "records/census.h"
#include "skills-fixture.h"

typedef SkillsFixture Fixture;

static UpstandSkills *
load (Fixture *fixture, gint64 unit)
{
    g_autoptr (GError) error = NULL;
    UpstandSkills *skills = upstand_skills_load (fixture->outline,
        upstand_store_get_database (fixture->store),
        upstand_skills_outline_find_census (fixture->outline, fixture->census),
        unit ? upstand_skills_outline_find_unit (fixture->outline, unit) : UPSTAND_NOWHERE, &error);
    g_assert_no_error (error);
    return skills;
}

static guint
place (Fixture *fixture, gint64 unit)
{
    return upstand_skills_outline_find_unit (fixture->outline, unit);
}

static void
assert_value (UpstandSkillsValue value, int number, gboolean has_hole)
{
    g_assert_cmpint (value.figure.state, ==, UPSTAND_FIGURE_VALUE);
    g_assert_cmpint (value.figure.value, ==, number * ONE);
    g_assert_cmpint (value.has_hole, ==, has_hole);
}

static UpstandSkillsValue
gap_of (Fixture *fixture, UpstandSkills *skills, gint64 unit, UpstandSkillsGap gap)
{
    return upstand_skills_get_gap (skills, unit ? place (fixture, unit) : UPSTAND_NOWHERE, 0,
        UPSTAND_WORKFORCE_ALL, UPSTAND_BASIS_HEADCOUNT, gap);
}

static void
test_outline (Fixture *fixture, gconstpointer data)
{
    UpstandSkillsOutline *outline = fixture->outline;
    g_assert_cmpuint (upstand_skills_outline_get_n_units (outline), ==, 4);
    /* The whole before its parts, parts by name. */
    g_assert_cmpuint (place (fixture, fixture->force), ==, 0);
    g_assert_cmpuint (place (fixture, fixture->north), ==, 1);
    g_assert_cmpuint (place (fixture, fixture->old), ==, 2);
    g_assert_cmpuint (place (fixture, fixture->south), ==, 3);
    g_assert_cmpuint (upstand_skills_outline_get_unit (outline, 0)->end, ==, 4);
    g_assert_cmpuint (upstand_skills_outline_get_unit (outline, 1)->end, ==, 2);
    g_assert_cmpuint (upstand_skills_outline_get_unit (outline, 1)->depth, ==, 1);
    UpstandDay last = upstand_date_new (2022, 6, 30);
    g_assert_true (upstand_skills_outline_is_leaf (outline, 2, last));
    g_assert_false (upstand_skills_outline_is_leaf (outline, 2, last + 1));
    g_assert_false (upstand_skills_outline_is_leaf (outline, 0, last));
    g_assert_cmpuint (upstand_skills_outline_get_n_capabilities (outline), ==, 6);
    g_assert_cmpstr (upstand_skills_outline_get_capability (outline, 0)->short_title, ==, "PIP 2");
    g_assert_true (upstand_skills_outline_get_capability (outline, 1)->second_role);
    g_assert_false (upstand_skills_outline_get_capability (outline, 0)->second_role);
    g_assert_cmpuint (upstand_skills_outline_find_unit (outline, 12), ==, UPSTAND_NOWHERE);
    g_assert_cmpuint (upstand_skills_outline_find_capability (outline, 12), ==, UPSTAND_NOWHERE);
}

/* Units that are part of each other, which two desks can bring about, still have a place. */
static void
test_circle (Fixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandUnit) force =
        upstand_store_get (fixture->store, &upstand_unit_type, fixture->force, NULL);
    g_autoptr (UpstandUnit) copy = upstand_record_copy (force);
    copy->parent_id = fixture->north;
    g_assert_true (upstand_store_save (fixture->store, copy, NULL));
    skills_fixture_reload (fixture);
    g_assert_cmpuint (upstand_skills_outline_get_n_units (fixture->outline), ==, 4);
}

static void
test_needed (void)
{
    const UpstandFigure none = { 0 }, hole = { 0, UPSTAND_FIGURE_NOT_COLLECTED };
    const UpstandFigure hundred = upstand_figure_of (100 * ONE),
                        seven = upstand_figure_of (7 * ONE);
    UpstandFigure needed = upstand_skills_needed (none, hundred, seven, UPSTAND_BASIS_HEADCOUNT);
    g_assert_cmpint (needed.value, ==, 15 * ONE);
    needed = upstand_skills_needed (none, hundred, seven, UPSTAND_BASIS_FTE);
    g_assert_cmpint (needed.value, ==, 1429);
    needed = upstand_skills_needed (
        none, hundred, upstand_figure_of (20 * ONE), UPSTAND_BASIS_HEADCOUNT);
    g_assert_cmpint (needed.value, ==, 5 * ONE);
    needed = upstand_skills_needed (seven, hundred, seven, UPSTAND_BASIS_HEADCOUNT);
    g_assert_cmpint (needed.value, ==, 7 * ONE);
    needed = upstand_skills_needed (none, upstand_figure_of (0), seven, UPSTAND_BASIS_HEADCOUNT);
    g_assert_cmpint (needed.value, ==, 0);
    g_assert_cmpint (needed.state, ==, UPSTAND_FIGURE_VALUE);
    g_assert_cmpint (upstand_skills_needed (none, hundred, none, UPSTAND_BASIS_HEADCOUNT).state, ==,
        UPSTAND_FIGURE_UNANSWERED);
    g_assert_cmpint (upstand_skills_needed (none, hundred, hole, UPSTAND_BASIS_HEADCOUNT).state, ==,
        UPSTAND_FIGURE_NOT_COLLECTED);
    g_assert_cmpint (upstand_skills_needed (hole, hundred, seven, UPSTAND_BASIS_HEADCOUNT).state,
        ==, UPSTAND_FIGURE_NOT_COLLECTED);
    g_assert_cmpint (
        upstand_skills_needed (none, hundred, upstand_figure_of (0), UPSTAND_BASIS_HEADCOUNT).state,
        ==, UPSTAND_FIGURE_UNANSWERED);
}

static void
test_gaps (Fixture *fixture, gconstpointer data)
{
    skills_fixture_put_steps (fixture, fixture->north, 10, 9, 7, 6, 4);
    g_autoptr (UpstandSkills) skills = load (fixture, fixture->north);
    assert_value (gap_of (fixture, skills, fixture->north, UPSTAND_GAP_POSTS), 1, FALSE);
    assert_value (gap_of (fixture, skills, fixture->north, UPSTAND_GAP_TRAINING), 2, FALSE);
    assert_value (gap_of (fixture, skills, fixture->north, UPSTAND_GAP_CURRENCY), 1, FALSE);
    assert_value (gap_of (fixture, skills, fixture->north, UPSTAND_GAP_AVAILABILITY), 2, FALSE);
    assert_value (gap_of (fixture, skills, fixture->north, UPSTAND_GAP_TOTAL), 6, FALSE);
    /* What is needed is not told apart. */
    UpstandSkillsValue officers = upstand_skills_get_gap (skills, place (fixture, fixture->north),
        0, UPSTAND_WORKFORCE_OFFICERS, UPSTAND_BASIS_HEADCOUNT, UPSTAND_GAP_POSTS);
    g_assert_cmpint (officers.figure.state, ==, UPSTAND_FIGURE_UNANSWERED);
    assert_value (upstand_skills_get_gap (skills, place (fixture, fixture->north), 0,
                      UPSTAND_WORKFORCE_OFFICERS, UPSTAND_BASIS_HEADCOUNT, UPSTAND_GAP_TRAINING),
        2, FALSE);
}

/* One unit's surplus does not answer another's call. */
static void
test_balance (Fixture *fixture, gconstpointer data)
{
    skills_fixture_put_steps (fixture, fixture->north, 10, 9, 7, 6, 4);
    skills_fixture_put_steps (fixture, fixture->south, 2, 5, 5, 5, 5);
    g_autoptr (UpstandSkills) skills = load (fixture, 0);
    assert_value (gap_of (fixture, skills, 0, UPSTAND_GAP_TOTAL), 3, FALSE);
    UpstandSkillsBalance balance = upstand_skills_get_balance (
        skills, UPSTAND_NOWHERE, 0, UPSTAND_BASIS_HEADCOUNT, UPSTAND_GAP_TOTAL);
    g_assert_cmpint (balance.shortage, ==, 6 * ONE);
    g_assert_cmpint (balance.surplus, ==, 3 * ONE);
    g_assert_cmpuint (balance.n_short, ==, 1);
    g_assert_cmpuint (balance.n_surplus, ==, 1);
    g_assert_cmpuint (balance.n_unknown, ==, 0);
    balance = upstand_skills_get_balance (
        skills, UPSTAND_NOWHERE, 0, UPSTAND_BASIS_HEADCOUNT, UPSTAND_GAP_TRAINING);
    g_assert_cmpint (balance.shortage, ==, 2 * ONE);
    g_assert_cmpuint (balance.n_even, ==, 1);
}

/* A sum with a hole says so; a unit that does not apply is none. */
static void
test_holes (Fixture *fixture, gconstpointer data)
{
    skills_fixture_put_steps (fixture, fixture->north, 10, 9, 7, 6, 4);
    {
        g_autoptr (UpstandSkills) skills = load (fixture, 0);
        UpstandSkillsValue value = gap_of (fixture, skills, 0, UPSTAND_GAP_TOTAL);
        assert_value (value, 6, TRUE);
        UpstandSkillsBalance balance = upstand_skills_get_balance (
            skills, UPSTAND_NOWHERE, 0, UPSTAND_BASIS_HEADCOUNT, UPSTAND_GAP_TOTAL);
        g_assert_cmpuint (balance.n_unknown, ==, 1);
    }
    const UpstandFigure none = upstand_figure_without (UPSTAND_FIGURE_NOT_APPLICABLE);
    skills_fixture_put (fixture, fixture->south, 0, UPSTAND_COUNT_NEEDED, UPSTAND_WORKFORCE_ALL,
        UPSTAND_BASIS_HEADCOUNT, none);
    for (guint count = UPSTAND_COUNT_IN_POST; count <= UPSTAND_COUNT_DEPLOYABLE; count++)
        for (guint w = UPSTAND_WORKFORCE_OFFICERS; w <= UPSTAND_WORKFORCE_STAFF; w++)
            skills_fixture_put (
                fixture, fixture->south, 0, count, w, UPSTAND_BASIS_HEADCOUNT, none);
    g_autoptr (UpstandSkills) skills = load (fixture, 0);
    assert_value (gap_of (fixture, skills, 0, UPSTAND_GAP_TOTAL), 6, FALSE);
    /* The unit that closed before the day owes nothing. */
    g_assert_cmpint (gap_of (fixture, skills, fixture->old, UPSTAND_GAP_TOTAL).figure.state, ==,
        UPSTAND_FIGURE_UNANSWERED);
    g_assert_false (gap_of (fixture, skills, fixture->old, UPSTAND_GAP_TOTAL).has_hole);
}

/* A force may state its cases once, for all of it. */
static void
test_demand_of_the_whole (Fixture *fixture, gconstpointer data)
{
    skills_fixture_put_steps (fixture, fixture->north, -1, 9, 7, 6, 4);
    skills_fixture_put_steps (fixture, fixture->south, -1, 5, 5, 5, 5);
    skills_fixture_put_number (
        fixture, fixture->force, UPSTAND_COUNT_CASES, UPSTAND_WORKFORCE_ALL, 200);
    skills_fixture_put_number (
        fixture, fixture->force, UPSTAND_COUNT_CASELOAD, UPSTAND_WORKFORCE_ALL, 10);
    g_autoptr (UpstandSkills) skills = load (fixture, 0);
    assert_value (gap_of (fixture, skills, fixture->force, UPSTAND_GAP_TOTAL), 11, FALSE);
    UpstandSkillsBalance balance = upstand_skills_get_balance (
        skills, UPSTAND_NOWHERE, 0, UPSTAND_BASIS_HEADCOUNT, UPSTAND_GAP_TOTAL);
    g_assert_cmpint (balance.shortage, ==, 11 * ONE);
    g_assert_cmpuint (balance.n_short, ==, 1);
    g_assert_cmpuint (balance.n_unknown, ==, 0);
}

static void
test_cells (Fixture *fixture, gconstpointer data)
{
    skills_fixture_put_number (
        fixture, fixture->north, UPSTAND_COUNT_IN_POST, UPSTAND_WORKFORCE_OFFICERS, 3);
    skills_fixture_put (fixture, fixture->north, 0, UPSTAND_COUNT_PEOPLE,
        UPSTAND_WORKFORCE_OFFICERS, UPSTAND_BASIS_FTE, upstand_figure_of (250));
    g_autoptr (UpstandSkills) skills = load (fixture, fixture->north);
    UpstandSkillsKey key = { place (fixture, fixture->north), 0, UPSTAND_COUNT_IN_POST,
        UPSTAND_WORKFORCE_OFFICERS, UPSTAND_BASIS_HEADCOUNT };
    const UpstandSkillsCell *cell = upstand_skills_get_cell (skills, &key);
    g_assert_cmpint (cell->figure.value, ==, 3 * ONE);
    g_assert_cmpint (cell->id, !=, 0);
    g_assert_cmpint (cell->version, ==, 1);
    UpstandSkillsCell changed = *cell;
    changed.figure.value = 4 * ONE;
    upstand_skills_set_cell (skills, &key, &changed);
    g_assert_cmpint (upstand_skills_get_cell (skills, &key)->figure.value, ==, 4 * ONE);
    key.workforce = UPSTAND_WORKFORCE_STAFF;
    g_assert_cmpint (upstand_skills_get_cell (skills, &key)->id, ==, 0);
    key = (UpstandSkillsKey){ place (fixture, fixture->north), 99, UPSTAND_COUNT_PEOPLE,
        UPSTAND_WORKFORCE_OFFICERS, UPSTAND_BASIS_FTE };
    g_assert_cmpint (upstand_skills_get_cell (skills, &key)->figure.value, ==, 250);
    g_assert_cmpint (upstand_skills_is_single_point (skills, key.unit, 0), ==, FALSE);
}

static void
test_single_point (Fixture *fixture, gconstpointer data)
{
    skills_fixture_put_steps (fixture, fixture->north, 10, 9, 7, 6, 1);
    skills_fixture_put_steps (fixture, fixture->south, 2, 5, 5, 5, 2);
    g_autoptr (UpstandSkills) skills = load (fixture, 0);
    g_assert_true (upstand_skills_is_single_point (skills, place (fixture, fixture->north), 0));
    g_assert_false (upstand_skills_is_single_point (skills, place (fixture, fixture->south), 0));
    g_assert_false (upstand_skills_is_single_point (skills, place (fixture, fixture->south), 1));
}

static void
test_breaks (Fixture *fixture, gconstpointer data)
{
    UpstandDay day = upstand_date_new (2022, 7, 1);
    UpstandSeriesBreak *record = upstand_record_new (&upstand_series_break_type);
    record->dated = day;
    record->capability_id = upstand_skills_outline_get_capability (fixture->outline, 1)->id;
    record->unit_id = fixture->north;
    record->reason = g_strdup ("The title changed");
    skills_fixture_save (fixture, record);
    skills_fixture_reload (fixture);
    UpstandSkillsOutline *outline = fixture->outline;
    guint north = place (fixture, fixture->north), south = place (fixture, fixture->south);
    g_assert_nonnull (upstand_skills_outline_find_break (outline, 1, north, day - 1, day));
    g_assert_nonnull (
        upstand_skills_outline_find_break (outline, 1, UPSTAND_NOWHERE, day - 1, day));
    g_assert_nonnull (upstand_skills_outline_find_break (outline, 1, 0, day - 1, day + 90));
    g_assert_null (upstand_skills_outline_find_break (outline, 1, south, day - 1, day));
    g_assert_null (upstand_skills_outline_find_break (outline, 0, north, day - 1, day));
    g_assert_null (upstand_skills_outline_find_break (outline, 1, north, day, day + 90));
    g_assert_null (upstand_skills_outline_find_break (outline, 1, north, day - 90, day - 1));
}

#define SKILLS_TEST(name, function) \
    g_test_add ( \
        "/skills/" name, Fixture, NULL, skills_fixture_set_up, function, skills_fixture_tear_down)

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/skills/needed", test_needed);
    SKILLS_TEST ("outline", test_outline);
    SKILLS_TEST ("circle", test_circle);
    SKILLS_TEST ("gaps", test_gaps);
    SKILLS_TEST ("balance", test_balance);
    SKILLS_TEST ("holes", test_holes);
    SKILLS_TEST ("demand-of-the-whole", test_demand_of_the_whole);
    SKILLS_TEST ("cells", test_cells);
    SKILLS_TEST ("single-point", test_single_point);
    SKILLS_TEST ("breaks", test_breaks);
    return g_test_run ();
}
