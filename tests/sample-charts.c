/* SPDX-License-Identifier: MIT */
#include "sample-charts.h"

#include "charts/heat-chart.h"
#include "charts/shares-chart.h"
#include "charts/spread-chart.h"
#include "charts/steps-chart.h"
#include "charts/supply-chart.h"
#include "charts/trend-chart.h"

#define HOLE(reason) -1 - (reason) /* in a table of whole numbers */

static const char *const capabilities[] = { "PIP 2: serious and complex investigation",
    "Sexual offences liaison (SOLO)", "Child abuse investigation (SCAIDP)",
    "Serious sexual assault (SSAIDP)", "Achieving Best Evidence interviewing", "Initial response" };

static const char *const short_names[] = { "PIP 2", "SOLO", "SCAIDP", "SSAIDP", "ABE",
    "Initial response" };

static const char *const units[] = { "Northern Division", "Eastern Division", "Southern Division",
    "City Division", "Rural and Coastal", "Public Protection", "Major Crime",
    "Contact and Response" };

static const char *const quarters[] = { "2021-22 Q4", "2022-23 Q1", "2022-23 Q2", "2022-23 Q3",
    "2022-23 Q4", "2023-24 Q1", "2023-24 Q2", "2023-24 Q3" };

static const char *const groups[] = { "Black and minoritised women and girls", "Migrants",
    "Refugees", "Asylum seekers", "Disabled women", "Women with other protected characteristics",
    "Adult women involved in sex industries", "Girls and young women",
    "Women with lived experience" };

static const char *const censuses[] = { "31 Mar 2021", "30 Sep 2021", "31 Mar 2022", "30 Sep 2022",
    "31 Mar 2023", "30 Sep 2023" };

static const char *const offences[] = { "Domestic abuse", "Rape", "Other serious sexual offences",
    "Child sexual abuse and exploitation", "Stalking and harassment", "Forced marriage" };

static UpstandFigure
figure (int number)
{
    return number >= 0 ? upstand_figure_of (number * UPSTAND_FIGURE_ONE)
                       : upstand_figure_without (-1 - number);
}

static UpstandShortfall
gap (int more, int less)
{
    if (more < 0 || less < 0)
        return upstand_shortfall_of (figure (MIN (more, less)));
    return upstand_shortfall_of (upstand_figure_of ((more - less) * UPSTAND_FIGURE_ONE));
}

UpstandChart *
sample_chart_steps (void)
{
    static const int steps[][UPSTAND_N_STEPS] = {
        { 184, 171, 158, 151, 139 },
        { 46, 41, 32, 30, 26 },
        { 38, 38, 33, HOLE (UPSTAND_FIGURE_NOT_COLLECTED), 29 },
        { 24, 26, 21, 14, 13 },
        { 30, 34, 33, 33, 31 },
        { 120, 120, 96, 90, HOLE (UPSTAND_FIGURE_UNANSWERED) },
    };
    UpstandSteps *making = upstand_steps_new (
        &(UpstandChartWords){ .title = "From needed to deployable, 30 September 2023" },
        "Headcount, officers and staff");

    for (guint c = 0; c < G_N_ELEMENTS (steps); c++) {
        UpstandStepsRow row = {
            .id = 101 + c,
            .title = capabilities[c],
            .note = c == 1 ? "Job title changed on 1 Apr 2022" : NULL,
            .total = gap (steps[c][UPSTAND_STEPS_NEEDED], steps[c][UPSTAND_STEPS_DEPLOYABLE]),
        };

        for (guint i = 0; i < UPSTAND_N_STEPS; i++)
            row.steps[i] = figure (steps[c][i]);
        for (guint i = 0; i < UPSTAND_N_STEPS_GAPS; i++)
            row.gaps[i] = gap (steps[c][i], steps[c][i + 1]);
        upstand_steps_add (making, &row);
    }
    return upstand_steps_end (making);
}

UpstandChart *
sample_chart_heat (void)
{
    UpstandHeatLayout layout = {
        .heading = "Unit",
        .columns = short_names,
        .n_columns = G_N_ELEMENTS (short_names),
        .totals = "Short",
        .shade = UPSTAND_HEAT_BY_AMOUNT,
        .above = UPSTAND_TONE_BAD,
        .below = UPSTAND_TONE_GOOD,
        .tones = { [UPSTAND_TONE_BAD] = "Short", [UPSTAND_TONE_GOOD] = "Over" },
    };
    UpstandHeat *making = upstand_heat_new (
        &(UpstandChartWords){ .title = "Gap by unit and capability, 30 September 2023" }, &layout);
    gint64 down[G_N_ELEMENTS (short_names)] = { 0 }, all = 0;
    UpstandHeatCell cells[G_N_ELEMENTS (short_names)];

    for (guint u = 0; u < G_N_ELEMENTS (units); u++) {
        UpstandHeatCell total = { 0 };
        gint64 across = 0;

        for (guint c = 0; c < G_N_ELEMENTS (short_names); c++) {
            gint64 value = ((gint64)(u * 5 + c * 7) % 12 - 3) * UPSTAND_FIGURE_ONE;
            g_autofree char *over =
                value < 0 ? g_strdup_printf ("%d over", (int)(-value / UPSTAND_FIGURE_ONE)) : NULL;

            cells[c] = (UpstandHeatCell){ .id = 1000 + u * 10 + c,
                .figure = upstand_figure_of (value),
                .words = g_intern_string (over) };
            if (u == 6 && c > 3)
                cells[c].figure = upstand_figure_without (UPSTAND_FIGURE_NOT_APPLICABLE);
            if (u == 4 && c == 2)
                cells[c].figure = upstand_figure_without (UPSTAND_FIGURE_NOT_COLLECTED);
            if (u == 2 && c == 1)
                cells[c].figure = upstand_figure_without (UPSTAND_FIGURE_UNANSWERED);
            if (u == 5 && c == 0)
                cells[c].figure = upstand_figure_without (UPSTAND_FIGURE_WITHHELD);
            if (!upstand_figure_has_value (cells[c].figure))
                cells[c].words = NULL;
            across += MAX (cells[c].figure.value, 0);
            down[c] += MAX (cells[c].figure.value, 0);
        }
        total.figure = upstand_figure_of (across);
        all += across;
        upstand_heat_add (making, units[u], cells, &total);
    }
    for (guint c = 0; c < G_N_ELEMENTS (short_names); c++)
        cells[c] = (UpstandHeatCell){ .figure = upstand_figure_of (down[c]) };
    upstand_heat_add_totals (making, "Short in the whole force", cells,
        &(UpstandHeatCell){ .figure = upstand_figure_of (all) });
    return upstand_heat_end (making);
}

UpstandChart *
sample_chart_coverage (void)
{
    UpstandHeatLayout layout = {
        .heading = "Group",
        .columns = quarters,
        .n_columns = G_N_ELEMENTS (quarters),
        .in_time = TRUE,
        .totals = "Last heard",
        .tones = { [UPSTAND_TONE_BAD] = "Not heard",
            [UPSTAND_TONE_GOOD] = "Heard",
            [UPSTAND_TONE_WARNING] = "Heard once only" },
    };
    UpstandHeat *making = upstand_heat_new (
        &(UpstandChartWords){ .title = "Who has been heard, by quarter" }, &layout);

    for (guint g = 0; g < G_N_ELEMENTS (groups); g++) {
        UpstandHeatCell cells[G_N_ELEMENTS (quarters)];
        static const char *const since[] = { "12 days ago", "9 months ago", "40 days ago" };

        for (guint q = 0; q < G_N_ELEMENTS (quarters); q++) {
            guint heard = (g * 7 + q * 3 + g * q) % 6;

            cells[q] = (UpstandHeatCell){
                .id = (gint64)(g * 100 + q),
                .figure = figure (heard > 0 ? (int)heard - 1 : 0),
                .tone = heard > 2   ? UPSTAND_TONE_GOOD
                        : heard > 1 ? UPSTAND_TONE_WARNING
                                    : UPSTAND_TONE_BAD,
                .words = heard > 1 ? NULL : "none",
            };
        }
        upstand_heat_add (making, groups[g], cells,
            &(UpstandHeatCell){ .words = since[g % G_N_ELEMENTS (since)] });
    }
    return upstand_heat_end (making);
}

UpstandChart *
sample_chart_trend (void)
{
    static const int deployable[][G_N_ELEMENTS (censuses)] = {
        { 118, 122, 126, 131, 135, 139 },
        { 184, 180, 151, 33, 31, 26 },
        { 22, 24, HOLE (UPSTAND_FIGURE_NOT_COLLECTED), 27, 28, 29 },
        { 15, 15, 14, 14, 15, 13 },
        { 30, 29, 31, 30, 31, 31 },
        { 61, 64, 70, HOLE (UPSTAND_FIGURE_UNANSWERED), 88, HOLE (UPSTAND_FIGURE_UNANSWERED) },
    };
    static const int needed[] = { 184, 46, 38, 24, 30, 120 };
    static const UpstandTrendBreak title = { .before = 3, .note = "Job title changed" };
    UpstandTrendLayout layout = { .periods = censuses,
        .n_periods = G_N_ELEMENTS (censuses),
        .first = "Deployable",
        .second = "Needed" };
    UpstandTrend *making = upstand_trend_new (
        &(UpstandChartWords){ .title = "Deployable specialists by census" }, &layout);

    for (guint c = 0; c < G_N_ELEMENTS (needed); c++) {
        UpstandTrendPoint points[G_N_ELEMENTS (censuses)], second[G_N_ELEMENTS (censuses)];

        for (guint i = 0; i < G_N_ELEMENTS (censuses); i++) {
            points[i] = (UpstandTrendPoint){ figure (deployable[c][i]),
                i + 1 == G_N_ELEMENTS (censuses) && c == 0 ? UPSTAND_TREND_PROVISIONAL
                                                           : UPSTAND_TREND_FINAL };
            second[i] = (UpstandTrendPoint){ figure (needed[c] - 5 + (int)i), 0 };
        }
        upstand_trend_add (making, &(UpstandTrendRow){ .id = 101 + c,
                                       .title = capabilities[c],
                                       .points = points,
                                       .second = second,
                                       .breaks = &title,
                                       .n_breaks = c == 1 });
    }
    return upstand_trend_end (making);
}

static void
add_rate (UpstandTrend *making, guint group)
{
    UpstandTrendPoint points[G_N_ELEMENTS (quarters)];
    UpstandTrendParts parts[G_N_ELEMENTS (quarters)];
    UpstandFigure before[G_N_ELEMENTS (quarters)];
    static const UpstandTrendBreak law = { .before = 3, .note = "Bail law changed 28 Oct 2022" };

    for (guint i = 0; i < G_N_ELEMENTS (quarters); i++) {
        int crimes = 400 + (int)(group * 37 + i * 13) % 90;
        int arrests = crimes * (34 + (int)(group * 5 + i * 3) % 17) / 100;

        points[i] = (UpstandTrendPoint){ upstand_figure_of (
            (gint64)arrests * 100 / crimes * UPSTAND_FIGURE_ONE) };
        parts[i] = (UpstandTrendParts){ figure (arrests), figure (crimes) };
        before[i] =
            i < 4 ? upstand_figure_without (UPSTAND_FIGURE_NOT_COLLECTED) : points[i - 4].figure;
    }
    points[0].kind = UPSTAND_TREND_PART;
    points[7].kind = UPSTAND_TREND_PROVISIONAL;
    if (group == 5) {
        points[4].figure = upstand_figure_without (UPSTAND_FIGURE_WITHHELD);
        points[5].figure = upstand_figure_without (UPSTAND_FIGURE_NOT_APPLICABLE);
    }
    upstand_trend_add (making, &(UpstandTrendRow){ .id = 301 + group,
                                   .title = offences[group],
                                   .amount = UPSTAND_AMOUNT_PERCENT,
                                   .points = points,
                                   .year_before = before,
                                   .parts = parts,
                                   .breaks = &law,
                                   .n_breaks = 1 });
}

UpstandChart *
sample_chart_rate (void)
{
    UpstandTrendLayout layout = { .periods = quarters, .n_periods = G_N_ELEMENTS (quarters) };
    UpstandTrend *making =
        upstand_trend_new (&(UpstandChartWords){ .title = "Arrest rate, domestic abuse" }, &layout);

    add_rate (making, 0);
    return upstand_trend_end (making);
}

UpstandChart *
sample_chart_rates (void)
{
    UpstandTrendLayout layout = { .periods = quarters, .n_periods = G_N_ELEMENTS (quarters) };
    UpstandTrend *making = upstand_trend_new (
        &(UpstandChartWords){ .title = "Arrest rates by offence group" }, &layout);

    for (guint g = 0; g < G_N_ELEMENTS (offences); g++)
        add_rate (making, g);
    return upstand_trend_end (making);
}

UpstandChart *
sample_chart_supply (void)
{
    static const char *const years[] = { "2023", "2024", "2025", "2026", "2027" };
    static const int demand[][G_N_ELEMENTS (years)] = {
        { 184, 186, 190, 193, 196 },
        { 46, 48, 50, 52, 55 },
        { 38, 38, 38, 38, 38 },
        { 24, 25, 26, 27, 28 },
        { 30, 30, 31, 31, 32 },
        { 120, HOLE (UPSTAND_FIGURE_UNANSWERED), 124, 126, 128 },
    };
    static const int there[][G_N_ELEMENTS (years)] = {
        { 139, 150, 161, 172, 183 },
        { 26, 30, 33, 36, 38 },
        { 29, 33, 37, 40, 42 },
        { 13, 16, HOLE (UPSTAND_FIGURE_NOT_COLLECTED), 22, 24 },
        { 31, 33, 34, 34, 35 },
        { 90, 98, 108, 117, 128 },
    };
    UpstandSupply *making = upstand_supply_new (
        &(UpstandChartWords){ .title = "Demand against supply, planned intakes" }, years,
        G_N_ELEMENTS (years), 1);

    for (guint c = 0; c < G_N_ELEMENTS (demand); c++) {
        UpstandSupplyYear figures[G_N_ELEMENTS (years)];

        for (guint y = 0; y < G_N_ELEMENTS (years); y++)
            figures[y] = (UpstandSupplyYear){ figure (demand[c][y]), figure (there[c][y]),
                gap (demand[c][y], there[c][y]) };
        upstand_supply_add (making, &(UpstandSupplyRow){ .id = 101 + c,
                                        .title = capabilities[c],
                                        .note = c == 1 ? "Two intakes of 12 a year" : NULL,
                                        .years = figures });
    }
    return upstand_supply_end (making);
}

UpstandChart *
sample_chart_engagements (void)
{
    static const char *const kinds[] = { "Scrutiny panel", "Meeting with the third sector",
        "Lived experience", "Community event", "Survey", "Communication", "Walk and talk",
        "School visit", "Online forum", "Other" };
    UpstandSharesLayout layout = {
        .heading = "Quarter", .kinds = kinds, .n_kinds = G_N_ELEMENTS (kinds)
    };
    UpstandShares *making = upstand_shares_new (
        &(UpstandChartWords){ .title = "Engagements by kind and quarter" }, &layout);

    for (guint q = 0; q < G_N_ELEMENTS (quarters); q++) {
        UpstandFigure figures[G_N_ELEMENTS (kinds)];

        for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
            figures[k] = figure ((int)((q * 3 + k * 5 + q * k) % 7));
        if (q == 2)
            figures[4] = figure (HOLE (UPSTAND_FIGURE_NOT_COLLECTED));
        upstand_shares_add (making, &(UpstandSharesRow){ .id = 401 + q,
                                        .title = quarters[q],
                                        .note = q == 7 ? "Not over yet" : NULL,
                                        .figures = figures });
    }
    return upstand_shares_end (making);
}

UpstandChart *
sample_chart_outcomes (void)
{
    static const char *const codes[] = { "Outcome 14", "Outcome 15", "Outcome 16" };
    UpstandSharesLayout layout = { .heading = "Quarter",
        .kinds = codes,
        .n_kinds = G_N_ELEMENTS (codes),
        .of_whole = TRUE,
        .rest = "Other outcomes" };
    UpstandShares *making = upstand_shares_new (
        &(UpstandChartWords){ .title = "Outcomes 14, 15 and 16, share of all outcomes" }, &layout);

    for (guint q = 0; q < G_N_ELEMENTS (quarters); q++) {
        UpstandFigure whole = figure (140 + (int)(q * 17) % 40);
        UpstandFigure figures[] = { figure (44 - (int)q), figure (28 + (int)(q * 5) % 9),
            q == 1 ? figure (HOLE (UPSTAND_FIGURE_WITHHELD)) : figure (38 - (int)(q * 3) % 11) };

        upstand_shares_add (making, &(UpstandSharesRow){ .id = 501 + q,
                                        .title = quarters[q],
                                        .note = q == 7 ? "Provisional" : NULL,
                                        .figures = figures,
                                        .whole = &whole });
    }
    return upstand_shares_end (making);
}

UpstandChart *
sample_chart_risk (void)
{
    static const char *const levels[] = { "Low risk", "Medium risk", "High risk" };
    static const UpstandTone tones[] = { UPSTAND_TONE_GOOD, UPSTAND_TONE_WARNING,
        UPSTAND_TONE_BAD };
    static const char *const kinds[] = { "Online", "Private", "Public" };
    static const int spaces[][3][3] = {
        { { 3, 2, 1 }, { 2, 3, 2 }, { 2, 3, 5 } },
        { { 4, 2, 1 }, { 4, 2, 1 }, { 5, 2, 0 } },
        { { 6, 5, 3 }, { 5, 6, 3 }, { 5, 6, 4 } },
    };
    UpstandSharesLayout layout = {
        .heading = "Version", .kinds = levels, .n_kinds = 3, .tones = tones
    };
    UpstandShares *making = upstand_shares_new (
        &(UpstandChartWords){ .title = "Risk of spaces, by kind and version" }, &layout);

    for (guint k = 0; k < G_N_ELEMENTS (kinds); k++) {
        upstand_shares_add_group (making, kinds[k]);
        for (guint v = 0; v < 3; v++) {
            g_autofree char *title = g_strdup_printf ("Version %u", v + 1);
            UpstandFigure figures[3];

            for (guint l = 0; l < 3; l++)
                figures[l] = figure (spaces[k][v][l]);
            upstand_shares_add (
                making, &(UpstandSharesRow){ .id = 601 + v, .title = title, .figures = figures });
        }
    }
    return upstand_shares_end (making);
}

UpstandChart *
sample_chart_spread (void)
{
    static const int days[][5] = { { 12, 30, 61, 92, 160 }, { 20, 41, 70, 95, 140 },
        { 9, 33, 58, 88, 121 }, { 14, 44, 97, 120, 190 }, { 10, 25, 49, 71, 98 },
        { 7, 21, 40, 66, 90 }, { 5, 18, 34, 52, 84 }, { 4, 12, 21, 30, 41 } };
    UpstandSpread *making = upstand_spread_new (
        &(UpstandChartWords){ .title = "Days from heard to fed back" }, "Heard in", 90);

    for (guint q = 0; q < G_N_ELEMENTS (quarters); q++)
        upstand_spread_add (making, &(UpstandSpreadRow){ .id = 701 + q,
                                        .title = quarters[q],
                                        .note = q == 7 ? "Not over yet" : NULL,
                                        .n_done = q == 1 ? 0 : 14 - q,
                                        .least = figure (days[q][0]),
                                        .lower = figure (days[q][1]),
                                        .median = figure (days[q][2]),
                                        .upper = figure (days[q][3]),
                                        .most = figure (days[q][4]),
                                        .n_open = q > 4 ? q - 3 : q == 3,
                                        .oldest = figure (240 - (int)q * 25) });
    return upstand_spread_end (making);
}
