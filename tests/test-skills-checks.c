/* SPDX-License-Identifier: MIT */
#include "records/census.h"
#include "rules/skills-checks.h"
#include "skills-fixture.h"

/* The censuses are filled in memory: nothing here depends on how cells are kept. */
typedef struct {
    SkillsFixture plan;
    UpstandSkills *year_before, *last, *now;
    UpstandSkillsChecks checks;
    guint north, south;
} Fixture;

static UpstandSkills *
load (Fixture *fixture, guint census)
{
    g_autoptr (GError) error = NULL;
    UpstandSkills *skills = upstand_skills_load (fixture->plan.outline,
        upstand_store_get_database (fixture->plan.store), census, UPSTAND_NOWHERE, &error);
    g_assert_no_error (error);
    return skills;
}

static void
put (UpstandSkills *skills, guint unit, guint capability, UpstandCount count,
    UpstandWorkforce workforce, UpstandBasis basis, UpstandFigure figure)
{
    const UpstandSkillsKey key = { unit, capability, count, workforce, basis };
    const UpstandSkillsCell cell = { .figure = figure };
    upstand_skills_set_cell (skills, &key, &cell);
}

static void
put_number (UpstandSkills *skills, guint unit, UpstandCount count, int number)
{
    put (skills, unit, 0, count,
        upstand_count_traits[count].by_workforce ? UPSTAND_WORKFORCE_OFFICERS
                                                 : UPSTAND_WORKFORCE_ALL,
        UPSTAND_BASIS_HEADCOUNT, upstand_figure_of (number * ONE));
}

/* Everything that must be answered does not apply: a census with nothing to find. */
static void
answer (Fixture *fixture, UpstandSkills *skills)
{
    const UpstandFigure none = upstand_figure_without (UPSTAND_FIGURE_NOT_APPLICABLE);
    guint n = upstand_skills_outline_get_n_capabilities (fixture->plan.outline);
    for (guint unit = 0; unit < 4; unit++)
        for (guint w = UPSTAND_WORKFORCE_OFFICERS; w <= UPSTAND_WORKFORCE_STAFF; w++) {
            put (skills, unit, 0, UPSTAND_COUNT_PEOPLE, w, UPSTAND_BASIS_HEADCOUNT, none);
            for (guint i = 0; i < n; i++) {
                put (skills, unit, i, UPSTAND_COUNT_NEEDED, UPSTAND_WORKFORCE_ALL,
                    UPSTAND_BASIS_HEADCOUNT, none);
                for (guint c = UPSTAND_COUNT_ESTABLISHMENT; c <= UPSTAND_COUNT_DEPLOYABLE; c++)
                    put (skills, unit, i, c, w, UPSTAND_BASIS_HEADCOUNT, none);
            }
        }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
    skills_fixture_set_up (&fixture->plan, NULL);
    skills_fixture_add_census (&fixture->plan, upstand_date_new (2022, 3, 31));
    skills_fixture_add_census (&fixture->plan, upstand_date_new (2023, 3, 31));
    skills_fixture_reload (&fixture->plan);
    fixture->north = 1;
    fixture->south = 3;
    fixture->year_before = load (fixture, 0);
    fixture->last = load (fixture, 1);
    fixture->now = load (fixture, 2);
    answer (fixture, fixture->now);
    fixture->checks = (UpstandSkillsChecks){ fixture->now, fixture->last, fixture->year_before };
    upstand_thresholds_init (&fixture->checks.thresholds);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
    upstand_skills_free (fixture->year_before);
    upstand_skills_free (fixture->last);
    upstand_skills_free (fixture->now);
    skills_fixture_tear_down (&fixture->plan, NULL);
}

static guint
count (GPtrArray *findings, const char *check)
{
    guint n = 0;
    for (guint i = 0; i < findings->len; i++)
        n += g_str_equal (((UpstandFinding *)g_ptr_array_index (findings, i))->check, check);
    return n;
}

/* What a whole check finds: so many of this one, and nothing else. */
static void
assert_only (Fixture *fixture, const char *check, guint n)
{
    g_autoptr (GPtrArray) findings = upstand_skills_check (&fixture->checks);
    for (guint i = 0; i < findings->len; i++)
        g_test_message ("%s", ((UpstandFinding *)g_ptr_array_index (findings, i))->sentence);
    g_assert_cmpuint (findings->len, ==, n);
    g_assert_cmpuint (count (findings, check), ==, n);
}

static void
test_clean (Fixture *fixture, gconstpointer data)
{
    assert_only (fixture, UPSTAND_CHECK_SKILLS_NUMBER, 0);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
    const struct {
        UpstandCount part, whole;
        const char *check;
    } orders[] = {
        { UPSTAND_COUNT_DEPLOYABLE, UPSTAND_COUNT_IN_DATE, UPSTAND_CHECK_SKILLS_ORDER },
        { UPSTAND_COUNT_IN_DATE, UPSTAND_COUNT_TRAINED, UPSTAND_CHECK_SKILLS_ORDER },
        { UPSTAND_COUNT_TRAINED, UPSTAND_COUNT_IN_POST, UPSTAND_CHECK_SKILLS_TRAINED },
        { UPSTAND_COUNT_IN_POST, UPSTAND_COUNT_ESTABLISHMENT, UPSTAND_CHECK_SKILLS_POSTS },
    };
    for (guint i = 0; i < G_N_ELEMENTS (orders); i++) {
        answer (fixture, fixture->now);
        put_number (fixture->now, fixture->north, orders[i].whole, 5);
        put_number (fixture->now, fixture->north, orders[i].part, 4);
        assert_only (fixture, orders[i].check, 0);
        put_number (fixture->now, fixture->north, orders[i].part, 5);
        assert_only (fixture, orders[i].check, 0);
        put_number (fixture->now, fixture->north, orders[i].part, 6);
        assert_only (fixture, orders[i].check, 1);
        /* A hole says nothing of the order. */
        put (fixture->now, fixture->north, 0, orders[i].whole, UPSTAND_WORKFORCE_OFFICERS,
            UPSTAND_BASIS_HEADCOUNT, upstand_figure_without (UPSTAND_FIGURE_WITHHELD));
        assert_only (fixture, orders[i].check, 0);
    }
    /* SOLO is a second role: more trained than in post is usual. */
    answer (fixture, fixture->now);
    put (fixture->now, fixture->north, 1, UPSTAND_COUNT_IN_POST, UPSTAND_WORKFORCE_OFFICERS,
        UPSTAND_BASIS_HEADCOUNT, upstand_figure_of (5 * ONE));
    put (fixture->now, fixture->north, 1, UPSTAND_COUNT_TRAINED, UPSTAND_WORKFORCE_OFFICERS,
        UPSTAND_BASIS_HEADCOUNT, upstand_figure_of (6 * ONE));
    assert_only (fixture, UPSTAND_CHECK_SKILLS_TRAINED, 0);
}

static void
test_number (Fixture *fixture, gconstpointer data)
{
    const gint64 values[] = { 0, 100, -1, 150, UPSTAND_FIGURE_MOST, UPSTAND_FIGURE_MOST + 100 };
    const guint found[] = { 0, 0, 1, 1, 0, 1 };
    for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
        put (fixture->now, fixture->north, 0, UPSTAND_COUNT_IN_POST, UPSTAND_WORKFORCE_STAFF,
            UPSTAND_BASIS_HEADCOUNT, (UpstandFigure){ values[i], UPSTAND_FIGURE_VALUE });
        assert_only (fixture, UPSTAND_CHECK_SKILLS_NUMBER, found[i]);
    }
    answer (fixture, fixture->now);
    put_number (fixture->now, fixture->north, UPSTAND_COUNT_CASELOAD, 0);
    assert_only (fixture, UPSTAND_CHECK_SKILLS_NUMBER, 1);
}

static void
test_fte (Fixture *fixture, gconstpointer data)
{
    const gint64 values[] = { 499, 500, 501 };
    put_number (fixture->now, fixture->north, UPSTAND_COUNT_IN_POST, 5);
    for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
        put (fixture->now, fixture->north, 0, UPSTAND_COUNT_IN_POST, UPSTAND_WORKFORCE_OFFICERS,
            UPSTAND_BASIS_FTE, upstand_figure_of (values[i]));
        assert_only (fixture, UPSTAND_CHECK_SKILLS_FTE, values[i] > 500);
    }
}

static void
test_people (Fixture *fixture, gconstpointer data)
{
    const UpstandFigure five = upstand_figure_of (5 * ONE), three = upstand_figure_of (3 * ONE);
    const int people[] = { 4, 5, 9, 10 };
    put (fixture->now, fixture->north, 0, UPSTAND_COUNT_TRAINED, UPSTAND_WORKFORCE_OFFICERS,
        UPSTAND_BASIS_HEADCOUNT, five);
    put (fixture->now, fixture->north, 1, UPSTAND_COUNT_TRAINED, UPSTAND_WORKFORCE_OFFICERS,
        UPSTAND_BASIS_HEADCOUNT, three);
    put (fixture->now, fixture->north, 1, UPSTAND_COUNT_TRAINED_ELSEWHERE,
        UPSTAND_WORKFORCE_OFFICERS, UPSTAND_BASIS_HEADCOUNT, upstand_figure_of (ONE));
    put (fixture->now, fixture->north, 0, UPSTAND_COUNT_TRAINED_ELSEWHERE,
        UPSTAND_WORKFORCE_OFFICERS, UPSTAND_BASIS_HEADCOUNT, upstand_figure_of (0));
    for (guint i = 0; i < G_N_ELEMENTS (people); i++) {
        put_number (fixture->now, fixture->north, UPSTAND_COUNT_PEOPLE, people[i]);
        assert_only (fixture, UPSTAND_CHECK_SKILLS_PEOPLE, people[i] < 5 || people[i] > 9);
    }
    /* With a hole the sum is no limit, nor without an answer. */
    put (fixture->now, fixture->north, 2, UPSTAND_COUNT_TRAINED, UPSTAND_WORKFORCE_OFFICERS,
        UPSTAND_BASIS_HEADCOUNT, upstand_figure_without (UPSTAND_FIGURE_WITHHELD));
    assert_only (fixture, UPSTAND_CHECK_SKILLS_PEOPLE, 0);
    put (fixture->now, fixture->north, 2, UPSTAND_COUNT_TRAINED, UPSTAND_WORKFORCE_OFFICERS,
        UPSTAND_BASIS_HEADCOUNT, upstand_figure_without (UPSTAND_FIGURE_NOT_APPLICABLE));
    assert_only (fixture, UPSTAND_CHECK_SKILLS_PEOPLE, 1);
    put (fixture->now, fixture->north, 0, UPSTAND_COUNT_TRAINED_ELSEWHERE,
        UPSTAND_WORKFORCE_OFFICERS, UPSTAND_BASIS_HEADCOUNT,
        upstand_figure_without (UPSTAND_FIGURE_UNANSWERED));
    assert_only (fixture, UPSTAND_CHECK_SKILLS_PEOPLE, 0);
}

static void
test_answered (Fixture *fixture, gconstpointer data)
{
    const UpstandFigure open = { 0 };
    put (fixture->now, fixture->north, 0, UPSTAND_COUNT_IN_DATE, UPSTAND_WORKFORCE_STAFF,
        UPSTAND_BASIS_HEADCOUNT, open);
    assert_only (fixture, UPSTAND_CHECK_SKILLS_ANSWERED, 1);
    put (fixture->now, fixture->south, 0, UPSTAND_COUNT_PEOPLE, UPSTAND_WORKFORCE_STAFF,
        UPSTAND_BASIS_HEADCOUNT, open);
    assert_only (fixture, UPSTAND_CHECK_SKILLS_ANSWERED, 2);
    answer (fixture, fixture->now);
    /* Optional columns and FTE may stay open; demand may be stated by the whole. */
    put (fixture->now, fixture->north, 0, UPSTAND_COUNT_NEEDED, UPSTAND_WORKFORCE_ALL,
        UPSTAND_BASIS_HEADCOUNT, open);
    assert_only (fixture, UPSTAND_CHECK_SKILLS_ANSWERED, 0);
    put (fixture->now, 0, 0, UPSTAND_COUNT_NEEDED, UPSTAND_WORKFORCE_ALL, UPSTAND_BASIS_HEADCOUNT,
        open);
    assert_only (fixture, UPSTAND_CHECK_SKILLS_ANSWERED, 1);
    put_number (fixture->now, fixture->north, UPSTAND_COUNT_CASES, 10);
    assert_only (fixture, UPSTAND_CHECK_SKILLS_ANSWERED, 1);
    put_number (fixture->now, fixture->north, UPSTAND_COUNT_CASELOAD, 5);
    assert_only (fixture, UPSTAND_CHECK_SKILLS_ANSWERED, 0);
    /* A unit that closed owes nothing. */
    put (fixture->now, 2, 0, UPSTAND_COUNT_IN_DATE, UPSTAND_WORKFORCE_STAFF,
        UPSTAND_BASIS_HEADCOUNT, open);
    assert_only (fixture, UPSTAND_CHECK_SKILLS_ANSWERED, 0);
}

/* Over 25 percent and over 10: both, and more than, not as much as. */
static void
test_change (Fixture *fixture, gconstpointer data)
{
    const struct {
        int before, now;
        gboolean found;
    } pairs[] = { { 40, 50, FALSE }, { 44, 55, FALSE }, { 44, 56, TRUE }, { 40, 51, TRUE },
        { 20, 30, FALSE }, { 20, 31, TRUE }, { 44, 33, FALSE }, { 44, 32, TRUE },
        { 100, 125, FALSE }, { 100, 126, TRUE }, { 0, 10, FALSE }, { 0, 11, TRUE } };
    UpstandSkills *const earlier[] = { fixture->last, fixture->year_before };
    for (guint e = 0; e < G_N_ELEMENTS (earlier); e++) {
        for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
            put_number (earlier[e], fixture->north, UPSTAND_COUNT_CASES, pairs[i].before);
            put_number (fixture->now, fixture->north, UPSTAND_COUNT_CASES, pairs[i].now);
            assert_only (fixture, UPSTAND_CHECK_SKILLS_CHANGE, pairs[i].found);
        }
        put (earlier[e], fixture->north, 0, UPSTAND_COUNT_CASES, UPSTAND_WORKFORCE_ALL,
            UPSTAND_BASIS_HEADCOUNT, upstand_figure_without (UPSTAND_FIGURE_UNANSWERED));
    }
    put_number (fixture->last, fixture->north, UPSTAND_COUNT_CASES, 20);
    put_number (fixture->now, fixture->north, UPSTAND_COUNT_CASES, 31);
    fixture->checks.thresholds.change_percent = 60;
    assert_only (fixture, UPSTAND_CHECK_SKILLS_CHANGE, 0);
}

static void
test_zero (Fixture *fixture, gconstpointer data)
{
    put_number (fixture->last, fixture->north, UPSTAND_COUNT_CASES, 1);
    put_number (fixture->now, fixture->north, UPSTAND_COUNT_CASES, 1);
    /* Not every figure is the same: the others do not apply now. */
    assert_only (fixture, UPSTAND_CHECK_SKILLS_ZERO, 0);
    put_number (fixture->now, fixture->north, UPSTAND_COUNT_CASES, 0);
    assert_only (fixture, UPSTAND_CHECK_SKILLS_ZERO, 1);
    put_number (fixture->last, fixture->north, UPSTAND_COUNT_CASES, 0);
    assert_only (fixture, UPSTAND_CHECK_SKILLS_ZERO, 0);
}

static void
test_same (Fixture *fixture, gconstpointer data)
{
    answer (fixture, fixture->last);
    assert_only (fixture, UPSTAND_CHECK_SKILLS_SAME, 0);
    put_number (fixture->last, fixture->north, UPSTAND_COUNT_CASES, 3);
    put_number (fixture->now, fixture->north, UPSTAND_COUNT_CASES, 3);
    assert_only (fixture, UPSTAND_CHECK_SKILLS_SAME, 1);
    put_number (fixture->now, fixture->north, UPSTAND_COUNT_CASES, 4);
    assert_only (fixture, UPSTAND_CHECK_SKILLS_SAME, 0);
}

static void
test_break (Fixture *fixture, gconstpointer data)
{
    UpstandSeriesBreak *added = upstand_record_new (&upstand_series_break_type);
    added->dated = upstand_date_new (2023, 1, 1);
    added->capability_id = upstand_skills_outline_get_capability (fixture->plan.outline, 0)->id;
    added->reason = g_strdup ("Another title");
    skills_fixture_save (&fixture->plan, added);
    skills_fixture_reload (&fixture->plan);
    upstand_skills_free (fixture->year_before);
    upstand_skills_free (fixture->last);
    upstand_skills_free (fixture->now);
    fixture->year_before = load (fixture, 0);
    fixture->last = load (fixture, 1);
    fixture->now = load (fixture, 2);
    answer (fixture, fixture->now);
    fixture->checks.now = fixture->now;
    fixture->checks.last = fixture->last;
    fixture->checks.year_before = fixture->year_before;
    /* The jump is explained by the break, the break by nothing. */
    put_number (fixture->last, fixture->north, UPSTAND_COUNT_CASES, 100);
    put_number (fixture->now, fixture->north, UPSTAND_COUNT_CASES, 200);
    assert_only (fixture, UPSTAND_CHECK_SKILLS_BREAK, 1);
    const UpstandSkillsKey key = { fixture->north, 0, UPSTAND_COUNT_CASES, UPSTAND_WORKFORCE_ALL,
        UPSTAND_BASIS_HEADCOUNT };
    const UpstandSkillsCell cell = { .figure = upstand_figure_of (200 * ONE), .has_note = TRUE };
    upstand_skills_set_cell (fixture->now, &key, &cell);
    assert_only (fixture, UPSTAND_CHECK_SKILLS_BREAK, 0);
}

static void
test_single (Fixture *fixture, gconstpointer data)
{
    for (int n = 0; n <= 2; n++) {
        put_number (fixture->now, fixture->north, UPSTAND_COUNT_DEPLOYABLE, n);
        assert_only (fixture, UPSTAND_CHECK_SKILLS_SINGLE, n == 1);
    }
}

static void
test_expiring (Fixture *fixture, gconstpointer data)
{
    put_number (fixture->now, fixture->north, UPSTAND_COUNT_EXPIRING, 3);
    put_number (fixture->now, fixture->south, UPSTAND_COUNT_EXPIRING, 4);
    assert_only (fixture, UPSTAND_CHECK_SKILLS_EXPIRING, 0);
    for (int places = 6; places <= 8; places++) {
        put_number (fixture->now, 0, UPSTAND_COUNT_PLACES, places);
        assert_only (fixture, UPSTAND_CHECK_SKILLS_EXPIRING, places < 7);
    }
}

static void
test_censuses (Fixture *fixture, gconstpointer data)
{
    guint last, year_before;
    skills_fixture_add_census (&fixture->plan, upstand_date_new (2024, 3, 31));
    skills_fixture_reload (&fixture->plan);
    g_autoptr (UpstandSkills) late = load (fixture, 3);
    answer (fixture, late);
    fixture->checks = (UpstandSkillsChecks){ .now = late };
    upstand_thresholds_init (&fixture->checks.thresholds);
    assert_only (fixture, UPSTAND_CHECK_SKILLS_CENSUS, 1);
    upstand_skills_checks_find_earlier (fixture->plan.outline, 2, &last, &year_before);
    g_assert_cmpuint (last, ==, 1);
    g_assert_cmpuint (year_before, ==, 0);
    upstand_skills_checks_find_earlier (fixture->plan.outline, 0, &last, &year_before);
    g_assert_cmpuint (last, ==, UPSTAND_NOWHERE);
    g_assert_cmpuint (year_before, ==, UPSTAND_NOWHERE);
}

/* After one cell only what reads it runs again, and the list is as a whole check would have it. */
static void
test_cell (Fixture *fixture, gconstpointer data)
{
    static const struct {
        guint unit, capability;
        UpstandCount count;
        UpstandWorkforce workforce;
        UpstandBasis basis;
        int number;
    } typed[] = {
        { 1, 0, UPSTAND_COUNT_TRAINED, UPSTAND_WORKFORCE_OFFICERS, UPSTAND_BASIS_HEADCOUNT, 4 },
        { 1, 0, UPSTAND_COUNT_IN_DATE, UPSTAND_WORKFORCE_OFFICERS, UPSTAND_BASIS_HEADCOUNT, 5 },
        { 1, 0, UPSTAND_COUNT_DEPLOYABLE, UPSTAND_WORKFORCE_OFFICERS, UPSTAND_BASIS_HEADCOUNT, 1 },
        { 1, 0, UPSTAND_COUNT_DEPLOYABLE, UPSTAND_WORKFORCE_OFFICERS, UPSTAND_BASIS_FTE, 2 },
        { 1, 0, UPSTAND_COUNT_PEOPLE, UPSTAND_WORKFORCE_OFFICERS, UPSTAND_BASIS_HEADCOUNT, 3 },
        { 1, 0, UPSTAND_COUNT_TRAINED, UPSTAND_WORKFORCE_OFFICERS, UPSTAND_BASIS_HEADCOUNT, 5 },
        { 3, 0, UPSTAND_COUNT_EXPIRING, UPSTAND_WORKFORCE_ALL, UPSTAND_BASIS_HEADCOUNT, 3 },
        { 0, 0, UPSTAND_COUNT_PLACES, UPSTAND_WORKFORCE_ALL, UPSTAND_BASIS_HEADCOUNT, 2 },
        { 3, 0, UPSTAND_COUNT_EXPIRING, UPSTAND_WORKFORCE_ALL, UPSTAND_BASIS_HEADCOUNT, 2 },
        { 0, 0, UPSTAND_COUNT_NEEDED, UPSTAND_WORKFORCE_ALL, UPSTAND_BASIS_HEADCOUNT, 9 },
        { 1, 0, UPSTAND_COUNT_DEPLOYABLE, UPSTAND_WORKFORCE_OFFICERS, UPSTAND_BASIS_HEADCOUNT, 2 },
    };
    g_autoptr (GPtrArray) findings = upstand_skills_check (&fixture->checks);
    guint whole = fixture->checks.n_run;
    for (guint i = 0; i < G_N_ELEMENTS (typed); i++) {
        put (fixture->now, typed[i].unit, typed[i].capability, typed[i].count, typed[i].workforce,
            typed[i].basis, upstand_figure_of (typed[i].number * ONE));
        const UpstandSkillsKey key = { typed[i].unit, typed[i].capability, typed[i].count,
            typed[i].workforce, typed[i].basis };
        fixture->checks.n_run = 0;
        upstand_skills_check_cell (&fixture->checks, &key, findings);
        g_assert_cmpuint (fixture->checks.n_run, >, 0);
        g_assert_cmpuint (fixture->checks.n_run, <=, 12);
        g_autoptr (GPtrArray) expected = upstand_skills_check (&fixture->checks);
        g_assert_cmpuint (findings->len, ==, expected->len);
        for (guint j = 0; j < findings->len; j++) {
            UpstandFinding *one = g_ptr_array_index (findings, j);
            UpstandFinding *other = g_ptr_array_index (expected, j);
            g_autofree char *key_one = upstand_finding_get_key (one);
            g_autofree char *key_other = upstand_finding_get_key (other);
            g_assert_cmpstr (key_one, ==, key_other);
            g_assert_cmpstr (one->sentence, ==, other->sentence);
        }
    }
    g_assert_cmpuint (whole, >, 400);
    g_assert_cmpuint (findings->len, >, 0);
    UpstandSkillsKey place = upstand_skills_finding_get_key (g_ptr_array_index (findings, 0));
    g_assert_cmpuint (place.unit, ==, 1);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    ADD ("/skills-checks/clean", test_clean);
    ADD ("/skills-checks/order", test_order);
    ADD ("/skills-checks/number", test_number);
    ADD ("/skills-checks/fte", test_fte);
    ADD ("/skills-checks/people", test_people);
    ADD ("/skills-checks/answered", test_answered);
    ADD ("/skills-checks/change", test_change);
    ADD ("/skills-checks/zero", test_zero);
    ADD ("/skills-checks/same", test_same);
    ADD ("/skills-checks/break", test_break);
    ADD ("/skills-checks/single", test_single);
    ADD ("/skills-checks/expiring", test_expiring);
    ADD ("/skills-checks/censuses", test_censuses);
    ADD ("/skills-checks/cell", test_cell);
    return g_test_run ();
}
