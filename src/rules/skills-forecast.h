/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/scenario.h"
#include "rules/skills.h"

G_BEGIN_DECLS

/* Demand against supply for the years that a force management statement looks ahead. */

/** The census's year, and UPSTAND_SCENARIO_YEARS after it. */
#define UPSTAND_FORECAST_YEARS (UPSTAND_SCENARIO_YEARS + 1)

/** What a scenario says of one capability. Years 1 to 4 stand at 0 to 3. */
typedef struct {
    UpstandScenarioKind kind;
    gint64 growth; /* hundredths of a percent a year; UPSTAND_NO_NUMBER: none */
    gint64 intakes[UPSTAND_SCENARIO_YEARS]; /* people; UPSTAND_NO_NUMBER: none planned */
    gint64 leavers[UPSTAND_SCENARIO_YEARS];
} UpstandForecastPlan;

typedef struct {
    UpstandFigure demand; /* needed */
    UpstandFigure supply; /* deployable */
    UpstandFigure gap; /* demand - supply: above zero short, below zero to spare */
    gboolean has_hole; /* something was missing in the census already */
} UpstandForecastYear;

/**
 * Projects both for the base year and four more (domain, section 3).
 *
 * Demand grows on itself from the unrounded figure and each year is then rounded up, to whole
 * people in headcount and to a hundredth in FTE: half a specialist needed is one more to find. "As
 * now" does not grow. Only "planned" moves people: an intake or a leaver is one, in FTE too, and
 * there are never fewer than none. What is not a number stays what it is in all the years.
 */
void upstand_skills_forecast (UpstandSkillsValue demand, UpstandSkillsValue supply,
    UpstandBasis basis, const UpstandForecastPlan *plan, UpstandForecastYear *years);

/** A scenario of the plan, with its plan for each capability by its place in the outline. */
typedef struct {
    UpstandScenario *scenario;
    UpstandForecastPlan *plans;
} UpstandForecastScenario;

/** (transfer full) (element-type UpstandForecastScenario): all of them, as they were added. */
GPtrArray *upstand_forecast_scenarios_load (
    const UpstandSkillsOutline *outline, UpstandDatabase *database, GError **error);

G_END_DECLS
