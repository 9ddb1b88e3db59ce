/* SPDX-License-Identifier: MIT */
#include "sample-charts.h"

#include "charts/steps-chart.h"

#define HOLE(reason) -1 - (reason) /* in a table of whole numbers */

static const char *const capabilities[] = { "PIP 2: serious and complex investigation",
    "Sexual offences liaison (SOLO)", "Child abuse investigation (SCAIDP)",
    "Serious sexual assault (SSAIDP)", "Achieving Best Evidence interviewing", "Initial response" };

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
