/* SPDX-License-Identifier: MIT */
#include "records/scenario.h"

#include <glib/gi18n-lib.h>

#include "records/framework-records.h"

const UpstandChoice upstand_scenario_kinds[] = {
    [UPSTAND_SCENARIO_AS_NOW] = { "as-now", N_ ("As now") },
    [UPSTAND_SCENARIO_GROWTH] = { "growth", N_ ("Demand grows") },
    [UPSTAND_SCENARIO_PLANNED] = { "planned", N_ ("Planned intakes and leavers") },
    { NULL, NULL },
};

/* clang-format off */
static const UpstandField scenario_fields[] = {
    UPSTAND_TEXT (UpstandScenario, title, N_ ("Title"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
    UPSTAND_CHOICE (UpstandScenario, kind, N_ ("Kind"), UPSTAND_FIELD_LISTED, upstand_scenario_kinds),
    UPSTAND_DECIMAL (UpstandScenario, growth, N_ ("Growth of demand, percent a year"), UPSTAND_FIELD_LISTED, 2),
    UPSTAND_PARAGRAPH (UpstandScenario, assumptions, N_ ("Assumptions"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
};
/* clang-format on */

static void
validate_scenario (UpstandRecord *record, UpstandProblems *problems)
{
    const UpstandScenario *self = (UpstandScenario *)record;
    if (self->growth != UPSTAND_NO_NUMBER && (self->growth < -5000 || self->growth > 10000))
        upstand_problems_add (
            problems, "growth", _ ("Growth runs from -50 to 100 percent a year."));
    if (self->kind == UPSTAND_SCENARIO_GROWTH && self->growth == UPSTAND_NO_NUMBER)
        upstand_problems_add (problems, "growth", _ ("Say by how much demand grows."));
}

const UpstandRecordType upstand_scenario_type = {
    .name = "scenario",
    .label = N_ ("Scenarios"),
    .singular = N_ ("Scenario"),
    .title = "title",
    .fields = scenario_fields,
    .n_fields = G_N_ELEMENTS (scenario_fields),
    .get_type = upstand_scenario_get_type,
    .validate = validate_scenario,
};

UPSTAND_DEFINE_RECORD (UpstandScenario, upstand_scenario, upstand_scenario_type)

/* clang-format off */
static const UpstandField year_fields[] = {
    UPSTAND_REFERENCE (UpstandScenarioYear, scenario_id, N_ ("Scenario"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LASTING | UPSTAND_FIELD_OWNED, &upstand_scenario_type),
    UPSTAND_ITEM (UpstandScenarioYear, capability_id, N_ ("Capability"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING, &upstand_framework_item_type, UPSTAND_LIST_CAPABILITY),
    UPSTAND_NUMBER (UpstandScenarioYear, year, N_ ("Year"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING),
    UPSTAND_NUMBER (UpstandScenarioYear, intakes, N_ ("Intakes"), UPSTAND_FIELD_LISTED),
    UPSTAND_NUMBER (UpstandScenarioYear, leavers, N_ ("Leavers"), UPSTAND_FIELD_LISTED),
};
/* clang-format on */

static void
validate_year (UpstandRecord *record, UpstandProblems *problems)
{
    const UpstandScenarioYear *self = (UpstandScenarioYear *)record;
    if (self->year < 1 || self->year > UPSTAND_SCENARIO_YEARS)
        upstand_problems_add (problems, "year", _ ("Years run from 1 to 4."));
    if (self->intakes != UPSTAND_NO_NUMBER && self->intakes < 0)
        upstand_problems_add (problems, "intakes", _ ("The number is below zero."));
    if (self->leavers != UPSTAND_NO_NUMBER && self->leavers < 0)
        upstand_problems_add (problems, "leavers", _ ("The number is below zero."));
}

const UpstandRecordType upstand_scenario_year_type = {
    .name = "scenario_year",
    .label = N_ ("Years of scenarios"),
    .singular = N_ ("Year of a scenario"),
    .title = "year",
    .fields = year_fields,
    .n_fields = G_N_ELEMENTS (year_fields),
    .get_type = upstand_scenario_year_get_type,
    .validate = validate_year,
};

UPSTAND_DEFINE_RECORD (UpstandScenarioYear, upstand_scenario_year, upstand_scenario_year_type)
