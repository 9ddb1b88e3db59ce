/* SPDX-License-Identifier: MIT */
#include "charts/skills-charts.h"

#include <glib/gi18n-lib.h>

#include "charts/heat-chart.h"
#include "charts/steps-chart.h"
#include "charts/supply-chart.h"
#include "charts/trend-chart.h"

static const char *
unit_words (UpstandBasis basis)
{
    return basis == UPSTAND_BASIS_FTE ? _ ("Full-time equivalents, officers and staff")
                                      : _ ("People, officers and staff");
}

static char *
title_with (const char *title, const UpstandSkills *skills)
{
    UpstandSkillsOutline *outline = upstand_skills_get_outline (skills);
    g_autofree char *day = upstand_date_format (
        upstand_skills_outline_get_census (outline, upstand_skills_get_census (skills))->as_at,
        UPSTAND_DATE_LONG);
    /* Translators: what a chart shows, and the day of the census. */
    return g_strdup_printf (_ ("%s, %s"), title, day);
}

/* Steps ----------------------------------------------------------------------------------------
 */

static UpstandShortfall
shortfall_of (const UpstandSkills *skills, guint unit, guint capability, UpstandBasis basis,
    UpstandSkillsGap gap)
{
    UpstandSkillsBalance balance =
        upstand_skills_get_balance (skills, unit, capability, basis, gap);
    if (balance.n_short + balance.n_surplus + balance.n_even)
        return (UpstandShortfall){ upstand_figure_of (balance.shortage),
            upstand_figure_of (balance.surplus) };
    UpstandSkillsValue value =
        upstand_skills_get_gap (skills, unit, capability, UPSTAND_WORKFORCE_ALL, basis, gap);
    UpstandFigure nothing =
        upstand_figure_has_value (value.figure) ? (UpstandFigure){ 0 } : value.figure;
    return (UpstandShortfall){ nothing, nothing };
}

static void
add_steps (
    UpstandSteps *steps, const UpstandSkills *skills, guint unit, guint place, UpstandBasis basis)
{
    const UpstandSkillsCapability *capability =
        upstand_skills_outline_get_capability (upstand_skills_get_outline (skills), place);
    UpstandStepsRow row = { .id = capability->id, .title = capability->short_title };
    gboolean has_hole = FALSE, has_value = FALSE;
    for (guint i = 0; i < UPSTAND_N_SKILLS_STEPS; i++) {
        UpstandSkillsValue value =
            upstand_skills_get_step (skills, unit, place, UPSTAND_WORKFORCE_ALL, basis, i);
        row.steps[i] = value.figure;
        has_hole = has_hole || value.has_hole;
        has_value = has_value || upstand_figure_has_value (value.figure);
    }
    for (guint i = 0; i < UPSTAND_N_STEPS_GAPS; i++)
        row.gaps[i] = shortfall_of (skills, unit, place, basis, i);
    row.total = shortfall_of (skills, unit, place, basis, UPSTAND_GAP_TOTAL);
    if (has_hole && has_value)
        row.note = _ ("At least: not everybody has answered");
    upstand_steps_add (steps, &row);
}

UpstandChart *
upstand_skills_steps_chart (const UpstandSkills *skills, guint unit, UpstandBasis basis)
{
    g_return_val_if_fail (skills, NULL);
    UpstandSkillsOutline *outline = upstand_skills_get_outline (skills);
    const char *name = unit == UPSTAND_NOWHERE
                           ? _ ("From needed to deployable")
                           : upstand_skills_outline_get_unit (outline, unit)->name;
    g_autofree char *title = title_with (name, skills);
    UpstandChartWords words = {
        .title = title,
        .empty = _ ("Enter who is needed and who is there, and the gap is shown step by step."),
    };
    UpstandSteps *steps = upstand_steps_new (&words, unit_words (basis));
    for (guint i = 0; i < upstand_skills_outline_get_n_capabilities (outline); i++)
        add_steps (steps, skills, unit, i, basis);
    return upstand_steps_end (steps);
}

/* Units ----------------------------------------------------------------------------------------
 */

/* With something missing it may be more or less. */
static char *
gap_words (UpstandSkillsValue gap)
{
    if (!upstand_figure_has_value (gap.figure))
        return NULL;
    gint64 value = gap.figure.value;
    g_autofree char *size = upstand_figure_format (upstand_figure_of (ABS (value)));
    g_autofree char *words = value > 0   ? g_strdup_printf (_ ("%s short"), size)
                             : value < 0 ? g_strdup_printf (_ ("%s over"), size)
                                         : g_strdup (size);
    /* Translators: about so many, because something is missing. */
    return gap.has_hole ? g_strdup_printf (_ ("≈ %s"), words) : g_steal_pointer (&words);
}

static char *
detail_words (const UpstandSkills *skills, guint unit, guint capability, UpstandBasis basis)
{
    UpstandSkillsValue needed = upstand_skills_get_step (
        skills, unit, capability, UPSTAND_WORKFORCE_ALL, basis, UPSTAND_STEP_NEEDED);
    UpstandSkillsValue there = upstand_skills_get_step (
        skills, unit, capability, UPSTAND_WORKFORCE_ALL, basis, UPSTAND_STEP_DEPLOYABLE);
    g_autofree char *need = upstand_figure_describe (needed.figure);
    g_autofree char *have = upstand_figure_describe (there.figure);
    g_autofree char *both = g_strdup_printf (_ ("Needed: %s; deployable: %s."), need, have);
    if (!upstand_skills_is_single_point (skills, unit, capability))
        return g_steal_pointer (&both);
    /* Translators: a sentence on figures, then this warning. */
    return g_strdup_printf (_ ("%s A single person can be sent."), both);
}

static void
add_unit (UpstandHeat *heat, const UpstandSkills *skills, guint unit, UpstandBasis basis,
    UpstandSkillsGap gap)
{
    UpstandSkillsOutline *outline = upstand_skills_get_outline (skills);
    guint n = upstand_skills_outline_get_n_capabilities (outline);
    gint64 id = upstand_skills_outline_get_unit (outline, unit)->id;
    g_autofree UpstandHeatCell *cells = g_new0 (UpstandHeatCell, n);
    g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
    for (guint i = 0; i < n; i++) {
        UpstandSkillsValue value =
            upstand_skills_get_gap (skills, unit, i, UPSTAND_WORKFORCE_ALL, basis, gap);
        char *words = gap_words (value);
        char *detail = detail_words (skills, unit, i, basis);
        cells[i] =
            (UpstandHeatCell){ .id = id, .figure = value.figure, .words = words, .detail = detail };
        g_ptr_array_add (texts, words);
        g_ptr_array_add (texts, detail);
    }
    upstand_heat_add (heat, upstand_skills_outline_get_unit (outline, unit)->name, cells, NULL);
}

/* What is unknown of some units can only add to either. */
static char *
balance_words (const UpstandSkillsBalance *balance)
{
    g_autofree char *shortage = upstand_figure_format (upstand_figure_of (balance->shortage));
    g_autofree char *surplus = upstand_figure_format (upstand_figure_of (balance->surplus));
    g_autofree char *words = balance->shortage && balance->surplus
                                 ? g_strdup_printf (_ ("%s short, %s over"), shortage, surplus)
                             : balance->surplus ? g_strdup_printf (_ ("%s over"), surplus)
                                                : g_strdup_printf (_ ("%s short"), shortage);
    return balance->n_unknown ? g_strdup_printf (_ ("≥ %s"), words) : g_steal_pointer (&words);
}

/* Short and over stand beside each other: one unit's surplus answers no other's call. */
static void
add_totals (
    UpstandHeat *heat, const UpstandSkills *skills, UpstandBasis basis, UpstandSkillsGap gap)
{
    guint n = upstand_skills_outline_get_n_capabilities (upstand_skills_get_outline (skills));
    g_autofree UpstandHeatCell *cells = g_new0 (UpstandHeatCell, n);
    g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
    for (guint i = 0; i < n; i++) {
        UpstandSkillsBalance balance =
            upstand_skills_get_balance (skills, UPSTAND_NOWHERE, i, basis, gap);
        char *words = balance_words (&balance);
        char *detail =
            g_strdup_printf (ngettext ("%u unit is short.", "%u units are short.", balance.n_short),
                balance.n_short);
        cells[i] = (UpstandHeatCell){
            .figure = upstand_figure_of (balance.shortage), .words = words, .detail = detail
        };
        g_ptr_array_add (texts, words);
        g_ptr_array_add (texts, detail);
    }
    upstand_heat_add_totals (heat, _ ("Whole force"), cells, NULL);
}

UpstandChart *
upstand_skills_units_chart (const UpstandSkills *skills, UpstandBasis basis, UpstandSkillsGap gap)
{
    g_return_val_if_fail (skills, NULL);
    UpstandSkillsOutline *outline = upstand_skills_get_outline (skills);
    guint n = upstand_skills_outline_get_n_capabilities (outline), n_units = 0;
    UpstandDay day =
        upstand_skills_outline_get_census (outline, upstand_skills_get_census (skills))->as_at;
    g_autofree const char **columns = g_new0 (const char *, n + 2);
    columns[0] = "";
    for (guint i = 0; i < n; i++)
        columns[i] = upstand_skills_outline_get_capability (outline, i)->short_title;
    g_autofree char *title = title_with (upstand_skills_gap_get_label (gap), skills);
    UpstandChartWords words = {
        .title = title,
        .empty = _ ("Each unit stands here with the specialists that it is short of."),
    };
    UpstandHeatLayout layout = {
        .heading = _ ("Unit"),
        .columns = columns,
        .n_columns = MAX (n, 1), /* without a capability it says what belongs there */
        .shade = UPSTAND_HEAT_BY_AMOUNT,
        .above = UPSTAND_TONE_BAD,
        .below = UPSTAND_TONE_WAITING,
        .tones = { [UPSTAND_TONE_BAD] = _ ("Short"), [UPSTAND_TONE_WAITING] = _ ("Over") },
    };
    UpstandHeat *heat = upstand_heat_new (&words, &layout);
    for (guint i = 0; n > 0 && i < upstand_skills_outline_get_n_units (outline); i++)
        if (upstand_skills_outline_is_leaf (outline, i, day)) {
            add_unit (heat, skills, i, basis, gap);
            n_units++;
        }
    if (n_units > 1)
        add_totals (heat, skills, basis, gap);
    return upstand_heat_end (heat);
}

/* Trend ----------------------------------------------------------------------------------------
 */

static void
add_trend (UpstandTrend *chart, const UpstandSkillsTrend *trend, guint place, guint n)
{
    const UpstandSkillsCapability *capability =
        upstand_skills_outline_get_capability (upstand_skills_trend_get_outline (trend), place);
    g_autofree UpstandTrendPoint *deployable = g_new0 (UpstandTrendPoint, n);
    g_autofree UpstandTrendPoint *needed = g_new0 (UpstandTrendPoint, n);
    g_autoptr (GArray) breaks = g_array_new (FALSE, FALSE, sizeof (UpstandTrendBreak));
    for (guint i = 0; i < n; i++) {
        UpstandSkillsValue there =
            upstand_skills_trend_get_step (trend, i, place, UPSTAND_STEP_DEPLOYABLE);
        UpstandSkillsValue asked =
            upstand_skills_trend_get_step (trend, i, place, UPSTAND_STEP_NEEDED);
        const UpstandSkillsBreak *found = upstand_skills_trend_get_break (trend, i, place);
        /* A sum with a hole is a part of what there is, and drawn as one. */
        deployable[i] = (UpstandTrendPoint){ there.figure,
            there.has_hole ? UPSTAND_TREND_PART : UPSTAND_TREND_FINAL };
        needed[i] = (UpstandTrendPoint){ asked.figure,
            asked.has_hole ? UPSTAND_TREND_PART : UPSTAND_TREND_FINAL };
        UpstandTrendBreak mark = { i, found ? found->reason : NULL };
        if (found)
            g_array_append_val (breaks, mark);
    }
    UpstandTrendRow row = {
        .id = capability->id,
        .title = capability->short_title,
        .points = deployable,
        .second = needed,
        .breaks = (UpstandTrendBreak *)breaks->data,
        .n_breaks = breaks->len,
    };
    upstand_trend_add (chart, &row);
}

UpstandChart *
upstand_skills_trend_chart (const UpstandSkillsTrend *trend, const char *where)
{
    g_return_val_if_fail (trend && where, NULL);
    UpstandSkillsOutline *outline = upstand_skills_trend_get_outline (trend);
    guint n = upstand_skills_outline_get_n_censuses (outline);
    g_auto (GStrv) periods = g_new0 (char *, n + 1);
    for (guint i = 0; i < n; i++)
        periods[i] = upstand_date_format (
            upstand_skills_outline_get_census (outline, i)->as_at, UPSTAND_DATE_SHORT);
    /* Translators: what a trend is of: a unit or the whole force. */
    g_autofree char *title = g_strdup_printf (_ ("From census to census: %s"), where);
    UpstandChartWords words = {
        .title = title,
        .empty = _ ("After two censuses the way from one to the other stands here."),
    };
    UpstandTrendLayout layout = {
        .periods = (const char *const *)periods,
        .n_periods = n,
        .first = upstand_skills_step_get_label (UPSTAND_STEP_DEPLOYABLE),
        .second = upstand_skills_step_get_label (UPSTAND_STEP_NEEDED),
    };
    UpstandTrend *chart = upstand_trend_new (&words, &layout);
    for (guint i = 0; n > 0 && i < upstand_skills_outline_get_n_capabilities (outline); i++)
        add_trend (chart, trend, i, n);
    return upstand_trend_end (chart);
}

/* The years ahead --------------------------------------------------------------------------------
 */

static void
add_supply (UpstandSupply *chart, const UpstandSkills *skills, guint unit, guint place,
    UpstandBasis basis, const UpstandForecastPlan *plan)
{
    const UpstandSkillsCapability *capability =
        upstand_skills_outline_get_capability (upstand_skills_get_outline (skills), place);
    UpstandForecastYear years[UPSTAND_FORECAST_YEARS];
    UpstandSupplyYear shown[UPSTAND_FORECAST_YEARS];
    UpstandSkillsValue demand = upstand_skills_get_step (
        skills, unit, place, UPSTAND_WORKFORCE_ALL, basis, UPSTAND_STEP_NEEDED);
    UpstandSkillsValue supply = upstand_skills_get_step (
        skills, unit, place, UPSTAND_WORKFORCE_ALL, basis, UPSTAND_STEP_DEPLOYABLE);
    upstand_skills_forecast (demand, supply, basis, plan, years);
    for (guint i = 0; i < UPSTAND_FORECAST_YEARS; i++)
        shown[i] = (UpstandSupplyYear){ years[i].demand, years[i].supply,
            upstand_shortfall_of (years[i].gap) };
    UpstandSupplyRow row = {
        .id = capability->id,
        .title = capability->short_title,
        .note = years[0].has_hole ? _ ("At least: not everybody has answered") : NULL,
        .years = shown,
    };
    upstand_supply_add (chart, &row);
}

UpstandChart *
upstand_skills_supply_chart (const UpstandSkills *skills, guint unit, UpstandBasis basis,
    const UpstandForecastScenario *scenario)
{
    g_return_val_if_fail (skills && scenario, NULL);
    UpstandSkillsOutline *outline = upstand_skills_get_outline (skills);
    UpstandDay day =
        upstand_skills_outline_get_census (outline, upstand_skills_get_census (skills))->as_at;
    g_auto (GStrv) years = g_new0 (char *, UPSTAND_FORECAST_YEARS + 1);
    int year;
    upstand_date_split (day, &year, NULL, NULL);
    for (guint i = 0; i < UPSTAND_FORECAST_YEARS; i++)
        years[i] = g_strdup_printf ("%d", year + (int)i);
    UpstandChartWords words = { .title = scenario->scenario->title };
    UpstandSupply *chart =
        upstand_supply_new (&words, (const char *const *)years, UPSTAND_FORECAST_YEARS, 1);
    for (guint i = 0; i < upstand_skills_outline_get_n_capabilities (outline); i++)
        add_supply (chart, skills, unit, i, basis, &scenario->plans[i]);
    return upstand_supply_end (chart);
}
