/* SPDX-License-Identifier: MIT */
#include "returns/fms.h"

#include <glib/gi18n-lib.h>

#include "records/deployment-model.h"
#include "returns/return-book.h"
#include "returns/skills-sheets.h"
#include "rules/skills-forecast.h"

/* What every sheet is made from. */
typedef struct {
    UpstandSkillsOutline *outline;
    UpstandSkills *skills; /* the last census in the year */
    GPtrArray *scenarios;
    int base_year; /* of that census */
} Statement;

static const char *
capability_name (const Statement *self, guint capability)
{
    return upstand_skills_outline_get_capability (self->outline, capability)->title;
}

static void
project (const Statement *self, const UpstandForecastScenario *scenario, guint capability,
    UpstandForecastYear *years)
{
    UpstandSkillsValue demand = upstand_skills_get_step (self->skills, UPSTAND_NOWHERE, capability,
        UPSTAND_WORKFORCE_ALL, UPSTAND_BASIS_HEADCOUNT, UPSTAND_STEP_NEEDED);
    UpstandSkillsValue supply = upstand_skills_get_step (self->skills, UPSTAND_NOWHERE, capability,
        UPSTAND_WORKFORCE_ALL, UPSTAND_BASIS_HEADCOUNT, UPSTAND_STEP_DEPLOYABLE);
    upstand_skills_forecast (
        demand, supply, UPSTAND_BASIS_HEADCOUNT, &scenario->plans[capability], years);
}

/* Demand and supply ------------------------------------------------------------------------------
 */

enum {
    DEMAND_SCENARIO,
    DEMAND_CAPABILITY,
    DEMAND_YEAR,
    DEMAND_NEEDED,
    DEMAND_DEPLOYABLE,
    DEMAND_GAP,
    DEMAND_MISSING,
    N_DEMAND_COLUMNS
};

static void
add_demand_rows (UpstandSheet *sheet, const Statement *self,
    const UpstandForecastScenario *scenario, guint capability)
{
    UpstandForecastYear years[UPSTAND_FORECAST_YEARS];
    project (self, scenario, capability, years);
    for (guint i = 0; i < UPSTAND_FORECAST_YEARS; i++) {
        g_autofree char *year = g_strdup_printf ("%d", self->base_year + (int)i);
        const UpstandCell cells[N_DEMAND_COLUMNS] = {
            [DEMAND_SCENARIO] = upstand_cell_text (scenario->scenario->title),
            [DEMAND_CAPABILITY] = upstand_cell_text (capability_name (self, capability)),
            [DEMAND_YEAR] = upstand_cell_text (year),
            [DEMAND_NEEDED] = upstand_return_figure_cell (years[i].demand, 0),
            [DEMAND_DEPLOYABLE] = upstand_return_figure_cell (years[i].supply, 0),
            [DEMAND_GAP] = upstand_return_figure_cell (years[i].gap, 0),
            [DEMAND_MISSING] = upstand_cell_text (
                years[i].has_hole ? _ ("A figure is missing from the census") : NULL),
        };
        upstand_sheet_add_row (sheet, cells);
    }
}

static UpstandSheet *
make_demand (const Statement *self)
{
    const UpstandSheetColumn columns[N_DEMAND_COLUMNS] = {
        [DEMAND_SCENARIO] = { .title = _ ("Scenario"), .width = 26 },
        [DEMAND_CAPABILITY] = { .title = _ ("Capability"), .width = 30 },
        [DEMAND_YEAR] = { .title = _ ("Year"),
            .width = 8,
            .definition = _ ("The year of the census, and four more.") },
        [DEMAND_NEEDED] = { .title = _ ("Needed"), .kind = UPSTAND_CELL_DECIMAL },
        [DEMAND_DEPLOYABLE] = { .title = _ ("Deployable"), .kind = UPSTAND_CELL_DECIMAL },
        [DEMAND_GAP] = { .title = _ ("Gap"),
            .kind = UPSTAND_CELL_DECIMAL,
            .definition = _ ("Needed less deployable, for the force as a whole; below zero is a "
                             "surplus.") },
        [DEMAND_MISSING] = { .title = _ ("Missing"), .width = 34 },
    };
    UpstandSheet *sheet =
        upstand_sheet_new ("demand", _ ("Demand and supply"), columns, N_DEMAND_COLUMNS);
    for (guint i = 0; i < self->scenarios->len; i++)
        for (guint c = 0; c < upstand_skills_outline_get_n_capabilities (self->outline); c++)
            add_demand_rows (sheet, self, g_ptr_array_index (self->scenarios, i), c);
    upstand_sheet_add_note (sheet, _ ("In headcount. Demand is rounded up to whole people each "
                                      "year; an intake is one person who becomes deployable."));
    return sheet;
}

/* The plan ---------------------------------------------------------------------------------------
 */

static UpstandSheet *
make_scenarios (const Statement *self)
{
    const UpstandSheetColumn columns[] = {
        { .title = _ ("Scenario"), .width = 26 },
        { .title = _ ("Kind"), .width = 26 },
        { .title = _ ("Growth of demand a year"), .kind = UPSTAND_CELL_PERCENT, .places = 2 },
        { .title = _ ("Assumptions"), .width = 80 },
    };
    UpstandSheet *sheet =
        upstand_sheet_new ("scenarios", _ ("Scenarios"), columns, G_N_ELEMENTS (columns));
    for (guint i = 0; i < self->scenarios->len; i++) {
        UpstandForecastScenario *found = g_ptr_array_index (self->scenarios, i);
        const UpstandScenario *scenario = found->scenario;
        const UpstandCell cells[] = {
            upstand_cell_text (scenario->title),
            upstand_cell_text (gettext (upstand_scenario_kinds[scenario->kind].label)),
            scenario->growth == UPSTAND_NO_NUMBER ? upstand_cell_blank ()
                                                  : upstand_cell_percent (scenario->growth, 2),
            upstand_cell_text (scenario->assumptions),
        };
        upstand_sheet_add_row (sheet, cells);
    }
    return sheet;
}

static UpstandCell
people_cell (gint64 people)
{
    return people == UPSTAND_NO_NUMBER ? upstand_cell_blank () : upstand_cell_whole (people);
}

static void
add_intakes (UpstandSheet *sheet, const Statement *self, const UpstandForecastScenario *scenario,
    guint capability)
{
    const UpstandForecastPlan *plan = &scenario->plans[capability];
    for (guint i = 0; i < UPSTAND_SCENARIO_YEARS; i++) {
        if (plan->intakes[i] == UPSTAND_NO_NUMBER && plan->leavers[i] == UPSTAND_NO_NUMBER)
            continue;
        g_autofree char *year = g_strdup_printf ("%d", self->base_year + 1 + (int)i);
        const UpstandCell cells[] = {
            upstand_cell_text (scenario->scenario->title),
            upstand_cell_text (capability_name (self, capability)),
            upstand_cell_text (year),
            people_cell (plan->intakes[i]),
            people_cell (plan->leavers[i]),
        };
        upstand_sheet_add_row (sheet, cells);
    }
}

static UpstandSheet *
make_intakes (const Statement *self)
{
    const UpstandSheetColumn columns[] = {
        { .title = _ ("Scenario"), .width = 26 },
        { .title = _ ("Capability"), .width = 30 },
        { .title = _ ("Year"), .width = 8 },
        { .title = _ ("Intakes"), .kind = UPSTAND_CELL_WHOLE },
        { .title = _ ("Leavers"), .kind = UPSTAND_CELL_WHOLE },
    };
    UpstandSheet *sheet =
        upstand_sheet_new ("intakes", _ ("Intakes and leavers"), columns, G_N_ELEMENTS (columns));
    for (guint i = 0; i < self->scenarios->len; i++) {
        const UpstandForecastScenario *scenario = g_ptr_array_index (self->scenarios, i);
        if (scenario->scenario->kind != UPSTAND_SCENARIO_PLANNED)
            continue;
        for (guint c = 0; c < upstand_skills_outline_get_n_capabilities (self->outline); c++)
            add_intakes (sheet, self, scenario, c);
    }
    return sheet;
}

/* What remains -----------------------------------------------------------------------------------
 */

static guint
count_singles (const Statement *self, guint capability)
{
    UpstandDay day =
        upstand_skills_outline_get_census (self->outline, upstand_skills_get_census (self->skills))
            ->as_at;
    guint n = 0;
    for (guint unit = 0; unit < upstand_skills_outline_get_n_units (self->outline); unit++)
        n += upstand_skills_outline_is_leaf (self->outline, unit, day) &&
             upstand_skills_is_single_point (self->skills, unit, capability);
    return n;
}

/* The gap of the last year in each scenario, beside what is short already. */
static UpstandSheet *
make_risk (const Statement *self)
{
    guint n_columns = 4 + self->scenarios->len;
    guint n = upstand_skills_outline_get_n_capabilities (self->outline);
    g_autofree UpstandSheetColumn *columns = g_new0 (UpstandSheetColumn, n_columns);
    g_autofree UpstandCell *cells = g_new0 (UpstandCell, n_columns);
    g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
    columns[0] = (UpstandSheetColumn){ .title = _ ("Capability"), .width = 30 };
    columns[1] = (UpstandSheetColumn){ .title = _ ("Short now"),
        .kind = UPSTAND_CELL_DECIMAL,
        .definition = _ ("The total gaps of the units that are short, added up.") };
    columns[2] = (UpstandSheetColumn){ .title = _ ("Units not known"), .kind = UPSTAND_CELL_WHOLE };
    columns[3] =
        (UpstandSheetColumn){ .title = _ ("Single points of failure"), .kind = UPSTAND_CELL_WHOLE };
    for (guint i = 0; i < self->scenarios->len; i++) {
        const UpstandForecastScenario *scenario = g_ptr_array_index (self->scenarios, i);
        char *title = g_strdup_printf (_ ("Gap in %d: %s"),
            self->base_year + UPSTAND_SCENARIO_YEARS, scenario->scenario->title);
        g_ptr_array_add (titles, title);
        columns[4 + i] =
            (UpstandSheetColumn){ .title = title, .kind = UPSTAND_CELL_DECIMAL, .width = 22 };
    }
    UpstandSheet *sheet = upstand_sheet_new ("risk", _ ("Remaining risk"), columns, n_columns);
    for (guint c = 0; c < n; c++) {
        UpstandSkillsBalance balance = upstand_skills_get_balance (
            self->skills, UPSTAND_NOWHERE, c, UPSTAND_BASIS_HEADCOUNT, UPSTAND_GAP_TOTAL);
        cells[0] = upstand_cell_text (capability_name (self, c));
        cells[1] = upstand_skills_balance_cell (&balance, balance.shortage, 0);
        cells[2] = upstand_cell_whole (balance.n_unknown);
        cells[3] = upstand_cell_whole (count_singles (self, c));
        for (guint i = 0; i < self->scenarios->len; i++) {
            UpstandForecastYear years[UPSTAND_FORECAST_YEARS];
            project (self, g_ptr_array_index (self->scenarios, i), c, years);
            cells[4 + i] = upstand_return_figure_cell (years[UPSTAND_SCENARIO_YEARS].gap, 0);
        }
        upstand_sheet_add_row (sheet, cells);
    }
    upstand_sheet_add_note (sheet, _ ("A gap below zero is a surplus of the force as a whole; a "
                                      "unit may be short all the same."));
    return sheet;
}

/* The book ---------------------------------------------------------------------------------------
 */

static gboolean
load (Statement *self, const UpstandReturnRequest *request, GError **error)
{
    self->outline =
        upstand_skills_outline_load (request->database, upstand_return_language (), error);
    if (!self->outline)
        return FALSE;
    guint census = UPSTAND_NOWHERE;
    for (guint i = 0; i < upstand_skills_outline_get_n_censuses (self->outline); i++)
        if (upstand_period_contains (
                &request->period, upstand_skills_outline_get_census (self->outline, i)->as_at))
            census = i;
    if (census == UPSTAND_NOWHERE) {
        g_autofree char *period = upstand_period_label (&request->period);
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND,
            _ ("The plan has no census in %s."), period);
        return FALSE;
    }
    UpstandDay day = upstand_skills_outline_get_census (self->outline, census)->as_at;
    upstand_date_split (day, &self->base_year, NULL, NULL);
    self->skills =
        upstand_skills_load (self->outline, request->database, census, UPSTAND_NOWHERE, error);
    self->scenarios =
        self->skills ? upstand_forecast_scenarios_load (self->outline, request->database, error)
                     : NULL;
    return self->scenarios != NULL;
}

static void
add_sheet (UpstandBook *book, UpstandSheet *sheet)
{
    upstand_book_add_sheet (book, sheet);
    g_object_unref (sheet);
}

static UpstandBook *
fill (const Statement *self, const UpstandReturnRequest *request)
{
    UpstandBook *book = upstand_return_book_new (request, _ ("Force management statement extract"));
    g_autofree char *as_at = upstand_date_format (
        upstand_skills_outline_get_census (self->outline, upstand_skills_get_census (self->skills))
            ->as_at,
        UPSTAND_DATE_LONG);
    upstand_book_add_fact (book, _ ("Counted as at"), as_at);
    add_sheet (book, make_demand (self));
    add_sheet (book, upstand_skills_sheet_force (self->skills));
    upstand_return_add_register (book, "models", _ ("Deployment models"),
        &upstand_deployment_model_type, "title", 0, request->database);
    add_sheet (book, make_scenarios (self));
    add_sheet (book, make_intakes (self));
    add_sheet (book, make_risk (self));
    add_sheet (book, upstand_skills_sheet_definitions ());
    return book;
}

static UpstandBook *
build (const UpstandReturnRequest *request, GError **error)
{
    Statement self = { 0 };
    UpstandBook *book = load (&self, request, error) ? fill (&self, request) : NULL;
    g_clear_pointer (&self.skills, upstand_skills_free);
    g_clear_pointer (&self.scenarios, g_ptr_array_unref);
    g_clear_pointer (&self.outline, upstand_skills_outline_unref);
    return book;
}

const UpstandReturn upstand_fms_return = {
    .id = "fms",
    .title = N_ ("Force management statement extract"),
    .cadence = UPSTAND_PERIOD_YEARLY,
    .classification = "OFFICIAL",
    .build = build,
};
