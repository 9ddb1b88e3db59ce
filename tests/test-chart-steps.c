/* SPDX-License-Identifier: MIT */
#include "chart-checks.h"
#include "sample-charts.h"

#include "charts/steps-chart.h"

#include <locale.h>

static const UpstandChartWords words = { .title = "Steps" };

static UpstandStepsRow
make_row (int needed, int in_post, int trained, int in_date, int deployable)
{
    int steps[] = { needed, in_post, trained, in_date, deployable };
    UpstandStepsRow row = { .id = 7, .title = "SOLO" };

    for (guint i = 0; i < UPSTAND_N_STEPS; i++)
        row.steps[i] = upstand_figure_of (steps[i] * UPSTAND_FIGURE_ONE);
    for (guint i = 0; i < UPSTAND_N_STEPS_GAPS; i++)
        row.gaps[i] = upstand_shortfall_of (
            upstand_figure_of ((steps[i] - steps[i + 1]) * UPSTAND_FIGURE_ONE));
    row.total =
        upstand_shortfall_of (upstand_figure_of ((needed - deployable) * UPSTAND_FIGURE_ONE));
    return row;
}

static UpstandChart *
make_chart (const UpstandStepsRow *row)
{
    UpstandSteps *steps = upstand_steps_new (&words, NULL);

    upstand_steps_add (steps, row);
    return upstand_steps_end (steps);
}

static void
test_shortfall (void)
{
    UpstandShortfall lacking = upstand_shortfall_of (upstand_figure_of (250));
    UpstandShortfall over = upstand_shortfall_of (upstand_figure_of (-100));
    UpstandShortfall even = upstand_shortfall_of (upstand_figure_of (0));
    UpstandShortfall hole =
        upstand_shortfall_of (upstand_figure_without (UPSTAND_FIGURE_NOT_COLLECTED));

    g_assert_cmpint (lacking.shortage.value, ==, 250);
    g_assert_cmpint (lacking.surplus.value, ==, 0);
    g_assert_cmpint (over.shortage.value, ==, 0);
    g_assert_cmpint (over.surplus.value, ==, 100);
    g_assert_cmpint (even.shortage.value + even.surplus.value, ==, 0);
    g_assert_true (upstand_figure_has_value (even.shortage));
    g_assert_cmpint (hole.shortage.state, ==, UPSTAND_FIGURE_NOT_COLLECTED);
    g_assert_cmpint (hole.surplus.state, ==, UPSTAND_FIGURE_NOT_COLLECTED);
}

static void
test_finding (void)
{
    g_autoptr (UpstandChart) sample = sample_chart_steps ();
    UpstandStepsRow row = make_row (46, 41, 32, 30, 26);
    g_autoptr (UpstandChart) lacking = make_chart (&row);

    g_assert_cmpstr (upstand_chart_describe (sample), ==,
        "Fewer deployable than needed in 4 of 6. The largest gap: “Initial response”. Training: "
        "short by 24. The gap of 1 is not known: figures are missing.");
    g_assert_cmpstr (upstand_chart_describe (lacking), ==,
        "Fewer deployable than needed in 1 of 1. The largest gap: “SOLO”. Training: short by 9.");

    row = make_row (10, 12, 12, 12, 10);
    g_autoptr (UpstandChart) even = make_chart (&row);

    g_assert_cmpstr (upstand_chart_describe (even), ==,
        "Nowhere fewer deployable than needed. The largest gap: “SOLO”. Availability: short by 2.");

    row = make_row (10, 10, 10, 10, 10);
    g_autoptr (UpstandChart) full = make_chart (&row);

    g_assert_cmpstr (upstand_chart_describe (full), ==, "Nowhere fewer deployable than needed.");

    for (guint i = 0; i < UPSTAND_N_STEPS; i++)
        row.steps[i] = upstand_figure_without (UPSTAND_FIGURE_NOT_APPLICABLE);
    for (guint i = 0; i < UPSTAND_N_STEPS_GAPS; i++)
        row.gaps[i] = upstand_shortfall_of (row.steps[0]);
    row.total = upstand_shortfall_of (row.steps[0]);
    g_autoptr (UpstandChart) none = make_chart (&row);

    g_assert_cmpstr (upstand_chart_describe (none), ==, "None of this applies here.");
}

/* What one unit has over never fills what another lacks. */
static void
test_nothing_is_set_off (void)
{
    UpstandStepsRow row = make_row (20, 20, 20, 20, 20);

    row.gaps[UPSTAND_STEPS_TRAINING] =
        (UpstandShortfall){ upstand_figure_of (300), upstand_figure_of (300) };
    row.total = row.gaps[UPSTAND_STEPS_TRAINING];

    g_autoptr (UpstandChart) chart = make_chart (&row);
    g_autoptr (UpstandChartStyle) style = chart_check_style ();
    g_auto (UpstandChartMark) mark = { 0 };

    g_assert_cmpstr (upstand_chart_describe (chart), ==,
        "Fewer deployable than needed in 1 of 1. The largest gap: “SOLO”. Training: short by 3, "
        "elsewhere over by 3.");
    upstand_chart_get_mark (chart, style, NULL, 900, 400, UPSTAND_STEPS_TRAINED, &mark);
    g_assert_cmpstr (mark.sentence, ==,
        "SOLO\nTrained: 20. Training: short by 3, elsewhere over by 3. Short by 3, elsewhere over "
        "by 3.");
}

static void
test_marks (void)
{
    g_autoptr (UpstandChart) chart = sample_chart_steps ();
    g_autoptr (UpstandChartStyle) style = chart_check_style ();
    g_auto (UpstandChartMark) trained = { 0 }, hole = { 0 };

    chart_check_marks (chart, 6 * UPSTAND_N_STEPS);
    upstand_chart_get_mark (
        chart, style, NULL, 1200, 600, UPSTAND_N_STEPS + UPSTAND_STEPS_TRAINED, &trained);
    g_assert_cmpint (trained.id, ==, 102);
    g_assert_cmpint (trained.part, ==, UPSTAND_STEPS_TRAINED);
    g_assert_cmpstr (trained.sentence, ==,
        "Sexual offences liaison (SOLO)\nTrained: 32. Training: short by 9. Short by 20. Job title "
        "changed on 1 Apr 2022");
    upstand_chart_get_mark (
        chart, style, NULL, 1200, 600, 2 * UPSTAND_N_STEPS + UPSTAND_STEPS_IN_DATE, &hole);
    g_assert_cmpstr (hole.sentence, ==,
        "Child abuse investigation (SCAIDP)\nIn date: Not collected. Short by 9.");
    g_assert_cmpuint (upstand_chart_step (chart, 2, UPSTAND_CHART_STEP_DOWN), ==, 7);
    g_assert_cmpuint (upstand_chart_step (chart, 7, UPSTAND_CHART_STEP_UP), ==, 2);
}

static void
test_table (void)
{
    g_autoptr (UpstandChart) chart = sample_chart_steps ();
    g_autoptr (UpstandSheet) sheet = upstand_chart_table (chart);
    UpstandCell cells[32] = { 0 };
    guint rows = 0;

    while (upstand_sheet_next (sheet, cells, NULL)) {
        if (rows == 0) {
            g_assert_cmpint (cells[1].number, ==, 184);
            g_assert_cmpint (cells[5].number, ==, 139);
            g_assert_cmpint (cells[6].number, ==, 13); /* posts: short by */
            g_assert_cmpint (cells[7].number, ==, 0);
            g_assert_cmpint (cells[14].number, ==, 45);
        }
        if (rows == 2)
            g_assert_cmpint (cells[4].state, ==, UPSTAND_CELL_NOT_COLLECTED);
        if (rows == 3)
            g_assert_cmpint (cells[7].number, ==, 2); /* posts: over by */
        if (rows == 5)
            g_assert_cmpint (cells[5].state, ==, UPSTAND_CELL_NOT_ANSWERED);
        rows++;
    }
    g_assert_cmpuint (rows, ==, 6);
    g_assert_cmpstr (upstand_sheet_get_note (sheet, 0), ==, upstand_chart_describe (chart));
}

static UpstandChart *
make_rows (guint n)
{
    UpstandSteps *steps = upstand_steps_new (&words, "Headcount");

    for (guint i = 0; i < n; i++) {
        UpstandStepsRow row = make_row (i, i + 1, i / 2, i / 3, i / 4);

        row.title = chart_check_long_text;
        row.note = chart_check_long_text;
        if (i % 3 == 1)
            row.steps[i % UPSTAND_N_STEPS] = chart_check_figure (i);
        upstand_steps_add (steps, &row);
    }
    return upstand_steps_end (steps);
}

static void
test_odd_sizes (void)
{
    chart_check_odd_sizes (make_rows);
}

int
main (int argc, char **argv)
{
    setlocale (LC_ALL, "");
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/chart-steps/shortfall", test_shortfall);
    g_test_add_func ("/chart-steps/finding", test_finding);
    g_test_add_func ("/chart-steps/nothing-is-set-off", test_nothing_is_set_off);
    g_test_add_func ("/chart-steps/marks", test_marks);
    g_test_add_func ("/chart-steps/table", test_table);
    g_test_add_func ("/chart-steps/odd-sizes", test_odd_sizes);
    return g_test_run ();
}
