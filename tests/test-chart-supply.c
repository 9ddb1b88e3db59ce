/* SPDX-License-Identifier: MIT */
#include "chart-checks.h"
#include "sample-charts.h"

#include "charts/supply-chart.h"

#include <locale.h>

static const UpstandChartWords words = { .title = "Supply" };
static const char *const years[] = { "2023", "2024", "2025" };

#define N G_N_ELEMENTS (years)

static UpstandChart *
make (const int *demand, const int *there)
{
    UpstandSupply *supply = upstand_supply_new (&words, years, N, 1);
    UpstandSupplyYear figures[N];

    for (guint i = 0; i < N; i++)
        figures[i] = (UpstandSupplyYear){
            .demand = upstand_figure_of (demand[i] * UPSTAND_FIGURE_ONE),
            .supply = upstand_figure_of (there[i] * UPSTAND_FIGURE_ONE),
            .gap = upstand_shortfall_of (
                upstand_figure_of ((demand[i] - there[i]) * UPSTAND_FIGURE_ONE)),
        };
    upstand_supply_add (supply, &(UpstandSupplyRow){ .id = 5, .title = "SOLO", .years = figures });
    return upstand_supply_end (supply);
}

static void
test_finding (void)
{
    static const struct {
        int demand[N], there[N];
        const char *finding;
    } cases[] = {
        { { 10, 10, 10 }, { 10, 9, 3 },
            "Fewer than needed in 1 of 1. The largest shortage: “SOLO”. Short by 7 in 2025. In "
            "2025 still short: 1 of 1." },
        { { 10, 10, 10 }, { 3, 9, 10 },
            "Fewer than needed in 1 of 1. The largest shortage: “SOLO”. Short by 7 in 2023. In "
            "2025 still short: 0 of 1." },
        { { 10, 10, 10 }, { 10, 11, 99 }, "As many as needed in every year." },
    };
    g_autoptr (UpstandChart) sample = sample_chart_supply ();

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (UpstandChart) chart = make (cases[i].demand, cases[i].there);

        g_assert_cmpstr (upstand_chart_describe (chart), ==, cases[i].finding);
    }
    g_assert_cmpstr (upstand_chart_describe (sample), ==,
        "Fewer than needed in 5 of 6. The largest shortage: “PIP 2: serious and complex "
        "investigation”. Short by 45 in 2023. In 2027 still short: 3 of 6.");
}

static void
test_unknown (void)
{
    UpstandSupply *supply = upstand_supply_new (&words, years, N, 1);
    UpstandFigure hole = upstand_figure_without (UPSTAND_FIGURE_NOT_COLLECTED);
    UpstandSupplyYear figures[N];

    for (guint i = 0; i < N; i++)
        figures[i] = (UpstandSupplyYear){ hole, hole, upstand_shortfall_of (hole) };
    upstand_supply_add (supply, &(UpstandSupplyRow){ .title = "SOLO", .years = figures });

    g_autoptr (UpstandChart) chart = upstand_supply_end (supply);

    g_assert_cmpstr (
        upstand_chart_describe (chart), ==, "The gap of 1 is not known: figures are missing.");
}

static void
test_marks (void)
{
    g_autoptr (UpstandChart) chart = sample_chart_supply ();
    g_autoptr (UpstandChartStyle) style = chart_check_style ();
    g_auto (UpstandChartMark) counted = { 0 }, expected = { 0 }, hole = { 0 };

    chart_check_marks (chart, 6 * 5);
    upstand_chart_get_mark (chart, style, NULL, 1200, 600, 5, &counted);
    g_assert_cmpint (counted.id, ==, 102);
    g_assert_cmpint (counted.part, ==, 0);
    g_assert_cmpstr (counted.sentence, ==,
        "Sexual offences liaison (SOLO), 2023\nNeeded: 46. There, as counted: 26. Short by 20. Two "
        "intakes of 12 a year");
    upstand_chart_get_mark (chart, style, NULL, 1200, 600, 2 * 5 + 4, &expected);
    g_assert_cmpstr (expected.sentence, ==,
        "Child abuse investigation (SCAIDP), 2027\nNeeded: 38. There, as expected: 42. Over by 4.");
    upstand_chart_get_mark (chart, style, NULL, 1200, 600, 3 * 5 + 2, &hole);
    g_assert_cmpstr (hole.sentence, ==,
        "Serious sexual assault (SSAIDP), 2025\nNeeded: 26. There, as expected: Not collected.");
}

static void
test_table (void)
{
    g_autoptr (UpstandChart) chart = sample_chart_supply ();
    g_autoptr (UpstandSheet) sheet = upstand_chart_table (chart);
    UpstandCell cells[8] = { 0 };
    guint rows = 0;

    while (upstand_sheet_next (sheet, cells, NULL)) {
        if (rows == 0) {
            g_assert_cmpstr (cells[1].text, ==, "2023");
            g_assert_cmpstr (cells[2].text, ==, "Counted");
            g_assert_cmpint (cells[3].number, ==, 184);
            g_assert_cmpint (cells[4].number, ==, 139);
            g_assert_cmpint (cells[5].number, ==, 45);
            g_assert_cmpint (cells[6].number, ==, 0);
        }
        if (rows == 1)
            g_assert_cmpstr (cells[2].text, ==, "Expected");
        if (rows == 3 * 5 + 2)
            g_assert_cmpint (cells[5].state, ==, UPSTAND_CELL_NOT_COLLECTED);
        rows++;
    }
    g_assert_cmpuint (rows, ==, 30);
}

static UpstandChart *
make_rows (guint n)
{
    static const char *names[12];
    UpstandSupply *supply;

    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        names[i] = chart_check_long_text;
    supply = upstand_supply_new (&words, names, G_N_ELEMENTS (names), 20);
    for (guint r = 0; r < n; r++) {
        UpstandSupplyYear figures[G_N_ELEMENTS (names)];

        for (guint i = 0; i < G_N_ELEMENTS (names); i++)
            figures[i] =
                (UpstandSupplyYear){ chart_check_figure (r + i), chart_check_figure (r + 2 * i),
                    { chart_check_figure (r + i), chart_check_figure (r + 2 * i) } };
        upstand_supply_add (supply,
            &(UpstandSupplyRow){
                .title = chart_check_long_text, .note = chart_check_long_text, .years = figures });
    }
    return upstand_supply_end (supply);
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
    g_test_add_func ("/chart-supply/finding", test_finding);
    g_test_add_func ("/chart-supply/unknown", test_unknown);
    g_test_add_func ("/chart-supply/marks", test_marks);
    g_test_add_func ("/chart-supply/table", test_table);
    g_test_add_func ("/chart-supply/odd-sizes", test_odd_sizes);
    return g_test_run ();
}
