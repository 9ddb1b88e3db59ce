/* SPDX-License-Identifier: MIT */
#include "chart-checks.h"
#include "sample-charts.h"

#include "charts/spread-chart.h"

#include <locale.h>

static const UpstandChartWords words = { .title = "Spread" };

static UpstandFigure
days (int n)
{
    return upstand_figure_of (n * UPSTAND_FIGURE_ONE);
}

static char *
describe (UpstandSpreadRow row, guint limit)
{
    UpstandSpread *spread = upstand_spread_new (&words, "Quarter", limit);

    row.title = "Q1";
    upstand_spread_add (spread, &row);

    g_autoptr (UpstandChart) chart = upstand_spread_end (spread);

    return g_strdup (upstand_chart_describe (chart));
}

static void
test_finding (void)
{
    UpstandSpreadRow row = {
        .n_done = 4, .least = days (1), .median = days (90), .most = days (91)
    };
    g_autofree char *at = describe (row, 90);
    g_autofree char *without = describe (row, 0);

    g_assert_cmpstr (at, ==, "Q1: Half were done within 90 days. From 1 to 91 days.");
    g_assert_cmpstr (without, ==, at);

    row.median.value++;
    g_autofree char *above = describe (row, 90);

    g_assert_cmpstr (above, ==,
        "Q1: Half were done within 90.01 days. From 1 to 91 days. In 1 of 1 half took longer than "
        "90 days.");

    row = (UpstandSpreadRow){ .n_open = 1, .oldest = days (1) };
    g_autofree char *one = describe (row, 90);

    g_assert_cmpstr (one, ==, "Nothing has been done yet. 1 is still open, for 1 day.");

    row = (UpstandSpreadRow){ .n_open = 3,
        .oldest = upstand_figure_without (UPSTAND_FIGURE_NOT_COLLECTED) };
    g_autofree char *undated = describe (row, 90);

    g_assert_cmpstr (undated, ==, "Nothing has been done yet. 3 are still open.");
}

static void
test_sample (void)
{
    g_autoptr (UpstandChart) chart = sample_chart_spread ();
    g_autoptr (UpstandChartStyle) style = chart_check_style ();
    g_auto (UpstandChartMark) mark = { 0 }, none = { 0 };

    g_assert_cmpstr (upstand_chart_describe (chart), ==,
        "2023-24 Q3: Half were done within 21 days. From 4 to 41 days. In 1 of 7 half took longer "
        "than 90 days. 10 are still open, the oldest for 165 days.");
    chart_check_marks (chart, 8);
    upstand_chart_get_mark (chart, style, NULL, 1200, 600, 7, &mark);
    g_assert_cmpint (mark.id, ==, 708);
    g_assert_cmpstr (mark.sentence, ==,
        "2023-24 Q3\n7 done, 4 open. Half were done within 21 days. From 4 to 41 days. 4 are open, "
        "the oldest for 65 days. Not over yet.");
    upstand_chart_get_mark (chart, style, NULL, 1200, 600, 1, &none);
    g_assert_cmpstr (none.sentence, ==, "2022-23 Q1\n0 done.");
}

/* Of nothing there is no time, not even one of 0 days. */
static void
test_table (void)
{
    g_autoptr (UpstandChart) chart = sample_chart_spread ();
    g_autoptr (UpstandSheet) sheet = upstand_chart_table (chart);
    UpstandCell cells[10] = { 0 };
    guint rows = 0;

    while (upstand_sheet_next (sheet, cells, NULL)) {
        if (rows == 0) {
            g_assert_cmpint (cells[1].number, ==, 14);
            g_assert_cmpint (cells[4].number, ==, 61);
            g_assert_cmpint (cells[8].state, ==, UPSTAND_CELL_BLANK);
        }
        if (rows == 1)
            g_assert_cmpint (cells[4].state, ==, UPSTAND_CELL_BLANK);
        if (rows == 3) {
            g_assert_cmpint (cells[7].number, ==, 1);
            g_assert_cmpint (cells[8].number, ==, 165);
        }
        rows++;
    }
    g_assert_cmpuint (rows, ==, 8);
}

static UpstandChart *
make_rows (guint n)
{
    UpstandSpread *spread = upstand_spread_new (&words, chart_check_long_text, n);

    for (guint r = 0; r < n; r++)
        upstand_spread_add (spread, &(UpstandSpreadRow){ .title = chart_check_long_text,
                                        .note = chart_check_long_text,
                                        .n_done = r % 3 * 1000000,
                                        .least = chart_check_figure (r),
                                        .lower = chart_check_figure (r + 1),
                                        .median = chart_check_figure (r / 2),
                                        .upper = chart_check_figure (r + 1),
                                        .most = chart_check_figure (r),
                                        .n_open = r % 4,
                                        .oldest = chart_check_figure (r) });
    return upstand_spread_end (spread);
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
    g_test_add_func ("/chart-spread/finding", test_finding);
    g_test_add_func ("/chart-spread/sample", test_sample);
    g_test_add_func ("/chart-spread/table", test_table);
    g_test_add_func ("/chart-spread/odd-sizes", test_odd_sizes);
    return g_test_run ();
}
