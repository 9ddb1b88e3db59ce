/* SPDX-License-Identifier: MIT */
#include "rules/skills-forecast.h"

#include "records/list-query.h"

/* Growth is carried in ten-thousandths of a person; a hundred percent of growth is 10000. */
#define FINE 100
#define WHOLE 10000

static gint64
round_up (gint64 fine, UpstandBasis basis)
{
    const gint64 unit = basis == UPSTAND_BASIS_HEADCOUNT ? FINE * UPSTAND_FIGURE_ONE : FINE;
    return (fine + unit - 1) / unit * (unit / FINE);
}

static gint64
grow (gint64 fine, const UpstandForecastPlan *plan)
{
    if (plan->kind == UPSTAND_SCENARIO_AS_NOW || plan->growth == UPSTAND_NO_NUMBER)
        return fine;
    return (fine * (WHOLE + plan->growth) + WHOLE / 2) / WHOLE;
}

static gint64
move_people (gint64 supply, const UpstandForecastPlan *plan, guint year)
{
    if (plan->kind != UPSTAND_SCENARIO_PLANNED)
        return supply;
    if (plan->intakes[year] != UPSTAND_NO_NUMBER)
        supply += plan->intakes[year] * UPSTAND_FIGURE_ONE;
    if (plan->leavers[year] != UPSTAND_NO_NUMBER)
        supply -= plan->leavers[year] * UPSTAND_FIGURE_ONE;
    return MAX (supply, 0);
}

void
upstand_skills_forecast (UpstandSkillsValue demand, UpstandSkillsValue supply, UpstandBasis basis,
    const UpstandForecastPlan *plan, UpstandForecastYear *years)
{
    gint64 fine = demand.figure.value * FINE;
    for (guint i = 0; i < UPSTAND_FORECAST_YEARS; i++) {
        if (i > 0 && upstand_figure_has_value (demand.figure)) {
            fine = grow (fine, plan);
            demand.figure.value = round_up (fine, basis);
        }
        if (i > 0 && upstand_figure_has_value (supply.figure))
            supply.figure.value = move_people (supply.figure.value, plan, i - 1);
        years[i] = (UpstandForecastYear){
            .demand = demand.figure,
            .supply = supply.figure,
            .gap = upstand_skills_difference (demand.figure, supply.figure),
            .has_hole = demand.has_hole || supply.has_hole,
        };
    }
}

/* The scenarios of a plan ------------------------------------------------------------------------
 */

static void
scenario_free (UpstandForecastScenario *self)
{
    g_object_unref (self->scenario);
    g_free (self->plans);
    g_free (self);
}

static UpstandForecastScenario *
scenario_new (UpstandScenario *scenario, guint n_capabilities)
{
    UpstandForecastScenario *self = g_new0 (UpstandForecastScenario, 1);
    self->scenario = g_object_ref (scenario);
    self->plans = g_new0 (UpstandForecastPlan, n_capabilities);
    for (guint i = 0; i < n_capabilities; i++) {
        UpstandForecastPlan *plan = &self->plans[i];
        plan->kind = scenario->kind;
        plan->growth = scenario->growth;
        for (guint year = 0; year < UPSTAND_SCENARIO_YEARS; year++)
            plan->intakes[year] = plan->leavers[year] = UPSTAND_NO_NUMBER;
    }
    return self;
}

static void
take_in (GPtrArray *scenarios, const UpstandSkillsOutline *outline, const UpstandScenarioYear *year)
{
    guint capability = upstand_skills_outline_find_capability (outline, year->capability_id);
    if (capability == UPSTAND_NOWHERE || year->year < 1 || year->year > UPSTAND_SCENARIO_YEARS)
        return;
    for (guint i = 0; i < scenarios->len; i++) {
        UpstandForecastScenario *found = g_ptr_array_index (scenarios, i);
        if (found->scenario->parent_instance.id != year->scenario_id)
            continue;
        found->plans[capability].intakes[year->year - 1] = year->intakes;
        found->plans[capability].leavers[year->year - 1] = year->leavers;
    }
}

GPtrArray *
upstand_forecast_scenarios_load (
    const UpstandSkillsOutline *outline, UpstandDatabase *database, GError **error)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_scenario_type);
    g_autoptr (GPtrArray) found = upstand_list_query_run (query, database, 0, error);
    g_autoptr (UpstandListQuery) year_query = upstand_list_query_new (&upstand_scenario_year_type);
    g_autoptr (GPtrArray) years =
        found ? upstand_list_query_run (year_query, database, 0, error) : NULL;
    if (!years)
        return NULL;
    GPtrArray *scenarios = g_ptr_array_new_with_free_func ((GDestroyNotify)scenario_free);
    for (guint i = 0; i < found->len; i++)
        g_ptr_array_add (scenarios, scenario_new (g_ptr_array_index (found, i),
                                        upstand_skills_outline_get_n_capabilities (outline)));
    for (guint i = 0; i < years->len; i++)
        take_in (scenarios, outline, g_ptr_array_index (years, i));
    return scenarios;
}
