/* SPDX-License-Identifier: MIT */
#include "records/census.h"
#include "rules/skills-forecast.h"
#include "rules/skills-trend.h"
#include "skills-fixture.h"

typedef SkillsFixture Fixture;

static void
test_trend (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    skills_fixture_put_steps (fixture, fixture->north, 10, 9, 7, 6, 4);
    fixture->census = skills_fixture_add_census (fixture, upstand_date_new (2023, 3, 31));
    skills_fixture_put_steps (fixture, fixture->north, 12, 9, 8, 8, 8);
    skills_fixture_put_steps (fixture, fixture->south, 1, 1, 1, 1, 1);
    UpstandSeriesBreak *added = upstand_record_new (&upstand_series_break_type);
    added->dated = upstand_date_new (2023, 3, 31);
    added->capability_id = upstand_skills_outline_get_capability (fixture->outline, 0)->id;
    added->reason = g_strdup ("Another title");
    skills_fixture_save (fixture, added);
    skills_fixture_reload (fixture);
    g_autoptr (UpstandSkillsTrend) trend =
        upstand_skills_trend_load (fixture->outline, upstand_store_get_database (fixture->store),
            UPSTAND_NOWHERE, UPSTAND_WORKFORCE_ALL, UPSTAND_BASIS_HEADCOUNT, &error);
    g_assert_no_error (error);
    UpstandSkillsValue first = upstand_skills_trend_get_step (trend, 0, 0, UPSTAND_STEP_NEEDED);
    UpstandSkillsValue second = upstand_skills_trend_get_step (trend, 1, 0, UPSTAND_STEP_NEEDED);
    g_assert_cmpint (first.figure.value, ==, 10 * ONE);
    g_assert_true (first.has_hole);
    g_assert_cmpint (second.figure.value, ==, 13 * ONE);
    g_assert_false (second.has_hole);
    g_assert_cmpint (
        upstand_skills_trend_get_gap (trend, 1, 0, UPSTAND_GAP_TOTAL).figure.value, ==, 4 * ONE);
    g_assert_cmpint (upstand_skills_trend_get_step (trend, 0, 1, UPSTAND_STEP_NEEDED).figure.state,
        ==, UPSTAND_FIGURE_UNANSWERED);
    g_assert_null (upstand_skills_trend_get_break (trend, 0, 0));
    g_assert_cmpstr (upstand_skills_trend_get_break (trend, 1, 0)->reason, ==, "Another title");
    g_assert_null (upstand_skills_trend_get_break (trend, 1, 1));
}

static UpstandSkillsValue
value (int number)
{
    return (UpstandSkillsValue){ upstand_figure_of (number * ONE), FALSE };
}

static void
assert_years (const UpstandForecastYear *years, const gint64 *demand, const gint64 *supply)
{
    for (guint i = 0; i < UPSTAND_FORECAST_YEARS; i++) {
        g_assert_cmpint (years[i].demand.value, ==, demand[i]);
        g_assert_cmpint (years[i].supply.value, ==, supply[i]);
        g_assert_cmpint (years[i].gap.value, ==, demand[i] - supply[i]);
    }
}

static void
test_forecast (void)
{
    UpstandForecastYear years[UPSTAND_FORECAST_YEARS];
    UpstandForecastPlan plan = { .kind = UPSTAND_SCENARIO_AS_NOW, .growth = 1000 };
    for (guint i = 0; i < UPSTAND_SCENARIO_YEARS; i++)
        plan.intakes[i] = plan.leavers[i] = UPSTAND_NO_NUMBER;
    upstand_skills_forecast (value (20), value (15), UPSTAND_BASIS_HEADCOUNT, &plan, years);
    assert_years (years, (gint64[]){ 2000, 2000, 2000, 2000, 2000 },
        (gint64[]){ 1500, 1500, 1500, 1500, 1500 });
    /* 22, 24.2, 26.62, 29.282: up to whole people, and growing from the unrounded. */
    plan.kind = UPSTAND_SCENARIO_GROWTH;
    plan.intakes[0] = 3;
    upstand_skills_forecast (value (20), value (15), UPSTAND_BASIS_HEADCOUNT, &plan, years);
    assert_years (years, (gint64[]){ 2000, 2200, 2500, 2700, 3000 },
        (gint64[]){ 1500, 1500, 1500, 1500, 1500 });
    upstand_skills_forecast (value (20), value (15), UPSTAND_BASIS_FTE, &plan, years);
    assert_years (years, (gint64[]){ 2000, 2200, 2420, 2662, 2929 },
        (gint64[]){ 1500, 1500, 1500, 1500, 1500 });
    /* 18, 16.2, 14.58, 13.122. Never fewer than nobody. */
    plan.kind = UPSTAND_SCENARIO_PLANNED;
    plan.growth = -1000;
    plan.leavers[1] = 20;
    plan.intakes[2] = 4;
    plan.leavers[3] = 1;
    upstand_skills_forecast (value (20), value (15), UPSTAND_BASIS_HEADCOUNT, &plan, years);
    assert_years (
        years, (gint64[]){ 2000, 1800, 1700, 1500, 1400 }, (gint64[]){ 1500, 1800, 0, 400, 300 });
    plan.growth = UPSTAND_NO_NUMBER;
    upstand_skills_forecast (value (20), value (15), UPSTAND_BASIS_HEADCOUNT, &plan, years);
    g_assert_cmpint (years[4].demand.value, ==, 2000);
}

static void
test_forecast_holes (void)
{
    UpstandForecastYear years[UPSTAND_FORECAST_YEARS];
    const UpstandForecastPlan plan = {
        .kind = UPSTAND_SCENARIO_PLANNED, .growth = 1000, .intakes = { 1, 1, 1, 1 }
    };
    UpstandSkillsValue hole = { upstand_figure_without (UPSTAND_FIGURE_NOT_COLLECTED), TRUE };
    upstand_skills_forecast (value (20), hole, UPSTAND_BASIS_HEADCOUNT, &plan, years);
    for (guint i = 0; i < UPSTAND_FORECAST_YEARS; i++) {
        g_assert_cmpint (years[i].supply.state, ==, UPSTAND_FIGURE_NOT_COLLECTED);
        g_assert_cmpint (years[i].supply.value, ==, 0);
        g_assert_cmpint (years[i].gap.state, ==, UPSTAND_FIGURE_NOT_COLLECTED);
        g_assert_true (years[i].has_hole);
    }
    /* The largest that may be kept, doubled every year, still fits. */
    const UpstandForecastPlan most = { .kind = UPSTAND_SCENARIO_GROWTH, .growth = 10000 };
    UpstandSkillsValue large = { upstand_figure_of (UPSTAND_FIGURE_MOST), FALSE };
    upstand_skills_forecast (large, value (1), UPSTAND_BASIS_HEADCOUNT, &most, years);
    g_assert_cmpint (years[4].demand.value, ==, 16 * UPSTAND_FIGURE_MOST);
}

static void
test_scenarios (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    UpstandScenario *scenario = upstand_record_new (&upstand_scenario_type);
    scenario->title = g_strdup ("Planned");
    scenario->kind = UPSTAND_SCENARIO_PLANNED;
    scenario->growth = 400;
    scenario->assumptions = g_strdup ("As the training plan says.");
    gint64 id = skills_fixture_save (fixture, scenario);
    UpstandScenarioYear *year = upstand_record_new (&upstand_scenario_year_type);
    year->scenario_id = id;
    year->capability_id = upstand_skills_outline_get_capability (fixture->outline, 1)->id;
    year->year = 4;
    year->intakes = 5;
    year->leavers = UPSTAND_NO_NUMBER;
    skills_fixture_save (fixture, year);
    g_autoptr (GPtrArray) all = upstand_forecast_scenarios_load (
        fixture->outline, upstand_store_get_database (fixture->store), &error);
    g_assert_no_error (error);
    g_assert_cmpuint (all->len, ==, 1);
    UpstandForecastScenario *found = g_ptr_array_index (all, 0);
    g_assert_cmpstr (found->scenario->title, ==, "Planned");
    g_assert_cmpint (found->plans[1].growth, ==, 400);
    g_assert_cmpint (found->plans[1].intakes[3], ==, 5);
    g_assert_true (found->plans[1].leavers[3] == UPSTAND_NO_NUMBER);
    g_assert_true (found->plans[0].intakes[3] == UPSTAND_NO_NUMBER);
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    g_test_add ("/skills-trend/trend", Fixture, NULL, skills_fixture_set_up, test_trend,
        skills_fixture_tear_down);
    g_test_add_func ("/skills-trend/forecast", test_forecast);
    g_test_add_func ("/skills-trend/forecast-holes", test_forecast_holes);
    g_test_add ("/skills-trend/scenarios", Fixture, NULL, skills_fixture_set_up, test_scenarios,
        skills_fixture_tear_down);
    return g_test_run ();
}
