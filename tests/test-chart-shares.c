/* SPDX-License-Identifier: MIT */
#include "chart-checks.h"
#include "sample-charts.h"

#include "charts/shares-chart.h"

#include <locale.h>

static const UpstandChartWords words = { .title = "Shares" };
static const char *const kinds[] = { "Survey", "Panel", "Circle" };

#define N G_N_ELEMENTS (kinds)
#define HOLE -1

static void
add (UpstandShares *shares, const char *title, const int *numbers, int whole)
{
    UpstandFigure figures[N], all = upstand_figure_of (whole * UPSTAND_FIGURE_ONE);

    for (guint k = 0; k < N; k++)
        figures[k] = numbers[k] == HOLE ? upstand_figure_without (UPSTAND_FIGURE_NOT_COLLECTED)
                                        : upstand_figure_of (numbers[k] * UPSTAND_FIGURE_ONE);
    upstand_shares_add (shares,
        &(UpstandSharesRow){
            .id = 9, .title = title, .figures = figures, .whole = whole > 0 ? &all : NULL });
}

static char *
describe (const int *first, const int *second, int whole)
{
    UpstandSharesLayout layout = { .kinds = kinds, .n_kinds = N, .of_whole = whole > 0 };
    UpstandShares *shares = upstand_shares_new (&words, &layout);

    add (shares, "Q1", first, whole);
    add (shares, "Q2", second, whole);

    g_autoptr (UpstandChart) chart = upstand_shares_end (shares);

    return g_strdup (upstand_chart_describe (chart));
}

static void
test_finding (void)
{
    static const struct {
        int first[N], second[N], whole;
        const char *finding;
    } cases[] = {
        { { 1, 2, 3 }, { 4, 9, 0 }, 0, "Q2: 13 in all. Most: “Panel”, 9. In Q1: 6." },
        { { 1, 2, HOLE }, { 4, HOLE, 0 }, 0,
            "Q2: at least 4 in all. Most: “Survey”, 4. In Q1: at least 3." },
        { { 1, 2, 3 }, { 0, 0, 0 }, 0, "Q2: 0 in all. In Q1: 6." },
        { { 1, 2, 3 }, { HOLE, HOLE, HOLE }, 0, "Q1: 6 in all. Most: “Circle”, 3." },
        { { HOLE, HOLE, HOLE }, { HOLE, HOLE, HOLE }, 0, "No period has a figure yet." },
        { { 1, 1, 1 }, { 10, 5, 1 }, 40,
            "Q2: Survey 25% (10 of 40). Panel 13% (5 of 40). Circle 3% (1 of 40). Together 40%, "
            "in Q1 8%." },
        /* With a hole nothing is added up. */
        { { 1, 1, 1 }, { 10, HOLE, 1 }, 40, "Q2: Survey 25% (10 of 40). Circle 3% (1 of 40)." },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *finding = describe (cases[i].first, cases[i].second, cases[i].whole);

        g_assert_cmpstr (finding, ==, cases[i].finding);
    }
}

static void
test_finding_of_levels (void)
{
    static const UpstandTone tones[] = { UPSTAND_TONE_GOOD, UPSTAND_TONE_WARNING,
        UPSTAND_TONE_BAD };
    static const int low[] = { 3, 2, 0 };
    UpstandSharesLayout layout = { .kinds = kinds, .n_kinds = N, .tones = tones };
    UpstandShares *shares = upstand_shares_new (&words, &layout);
    g_autoptr (UpstandChart) risk = sample_chart_risk ();

    g_assert_cmpstr (upstand_chart_describe (risk), ==,
        "Online, Version 3. High risk: 5 of 10. In Version 2: 2.");
    upstand_shares_add_group (shares, "Online");
    add (shares, "Version 1", low, 0);

    g_autoptr (UpstandChart) calm = upstand_shares_end (shares);

    g_assert_cmpstr (upstand_chart_describe (calm), ==, "Circle: none.");
}

static void
test_marks (void)
{
    g_autoptr (UpstandChart) outcomes = sample_chart_outcomes ();
    g_autoptr (UpstandChart) risk = sample_chart_risk ();
    g_autoptr (UpstandChartStyle) style = chart_check_style ();
    g_auto (UpstandChartMark) share = { 0 }, hole = { 0 }, grouped = { 0 };

    chart_check_marks (outcomes, 8 * 3);
    chart_check_marks (risk, 9 * 3 - 1); /* of nothing there is no mark */
    upstand_chart_get_mark (outcomes, style, NULL, 1200, 600, 0, &share);
    g_assert_cmpint (share.id, ==, 501);
    g_assert_cmpint (share.part, ==, 0);
    g_assert_cmpstr (share.sentence, ==, "2021-22 Q4\nOutcome 14: 44 of 140, 31%.");
    upstand_chart_get_mark (outcomes, style, NULL, 1200, 600, 5, &hole);
    g_assert_cmpint (hole.part, ==, UPSTAND_SHARES_HOLES);
    g_assert_cmpstr (hole.sentence, ==, "2022-23 Q1\nOutcome 16: Withheld.");
    upstand_chart_get_mark (risk, style, NULL, 1200, 600, 2, &grouped);
    g_assert_cmpstr (grouped.sentence, ==, "Online, Version 1\nHigh risk: 1 of 6, 17%.");
}

static void
test_lengths_are_counts (void)
{
    static const int numbers[] = { 1, 2, 4 };
    UpstandSharesLayout layout = { .kinds = kinds, .n_kinds = N };
    UpstandShares *shares = upstand_shares_new (&words, &layout);
    g_autoptr (UpstandChartStyle) style = chart_check_style ();
    g_auto (UpstandChartMark) one = { 0 }, two = { 0 }, four = { 0 };

    add (shares, "Q1", numbers, 0);

    g_autoptr (UpstandChart) chart = upstand_shares_end (shares);

    upstand_chart_get_mark (chart, style, NULL, 1200, 600, 0, &one);
    upstand_chart_get_mark (chart, style, NULL, 1200, 600, 1, &two);
    upstand_chart_get_mark (chart, style, NULL, 1200, 600, 2, &four);
    g_assert_cmpfloat (one.width, >, 10);
    g_assert_cmpfloat_with_epsilon (two.width, 2 * one.width, 2);
    g_assert_cmpfloat_with_epsilon (four.width, 4 * one.width, 4);
    g_assert_cmpfloat (two.x, ==, one.x + one.width);
}

/* Ten kinds: seven by themselves, three together; none is lost. */
static void
test_others (void)
{
    g_autoptr (UpstandChart) chart = sample_chart_engagements ();
    g_autoptr (UpstandChartStyle) style = chart_check_style ();
    g_auto (UpstandChartMark) last = { 0 };
    g_autoptr (UpstandSheet) sheet = upstand_chart_table (chart);
    UpstandCell cells[14] = { 0 };

    upstand_chart_get_mark (
        chart, style, NULL, 1200, 600, upstand_chart_get_n_marks (chart) - 1, &last);
    g_assert_cmpint (last.part, ==, UPSTAND_SHARES_OTHERS);
    g_assert_cmpstr (
        last.sentence, ==, "2023-24 Q3\nAll others together: 1 of 29, 3%. Not over yet.");
    while (upstand_sheet_next (sheet, cells, NULL)) {
        gint64 sum = 0;

        for (guint k = 0; k < 10; k++)
            sum += cells[4 + k].state == UPSTAND_CELL_VALUE ? cells[4 + k].number : 0;
        g_assert_cmpint (sum, ==, cells[2].number);
    }
}

static void
test_table (void)
{
    g_autoptr (UpstandChart) chart = sample_chart_outcomes ();
    g_autoptr (UpstandSheet) sheet = upstand_chart_table (chart);
    UpstandCell cells[10] = { 0 };
    guint rows = 0;

    g_assert_cmpuint (upstand_sheet_get_n_columns (sheet), ==, 10);
    g_assert_cmpstr (upstand_sheet_get_column (sheet, 5)->title, ==, "Outcome 14, share");
    while (upstand_sheet_next (sheet, cells, NULL)) {
        if (rows == 0) {
            g_assert_cmpint (cells[2].number, ==, 140);
            g_assert_cmpint (cells[4].number, ==, 44);
            g_assert_cmpint (cells[5].number, ==, 31);
        }
        if (rows == 1) {
            g_assert_cmpint (cells[8].state, ==, UPSTAND_CELL_WITHHELD);
            g_assert_cmpint (cells[9].state, ==, UPSTAND_CELL_BLANK);
        }
        rows++;
    }
    g_assert_cmpuint (rows, ==, 8);
}

/* Of a whole that is withheld there are no shares, least of all shares of what is left. */
static void
test_unknown_whole (void)
{
    UpstandSharesLayout layout = { .kinds = kinds, .n_kinds = N, .of_whole = TRUE };
    UpstandShares *shares = upstand_shares_new (&words, &layout);
    UpstandFigure whole = upstand_figure_without (UPSTAND_FIGURE_WITHHELD);
    UpstandFigure figures[N] = { upstand_figure_of (1000), upstand_figure_of (500),
        upstand_figure_of (0) };
    g_autoptr (UpstandChartStyle) style = chart_check_style ();
    g_auto (UpstandChartMark) mark = { 0 };
    UpstandCell cells[10] = { 0 };

    upstand_shares_add (
        shares, &(UpstandSharesRow){ .title = "Q1", .figures = figures, .whole = &whole });

    g_autoptr (UpstandChart) chart = upstand_shares_end (shares);
    g_autoptr (UpstandSheet) sheet = upstand_chart_table (chart);

    g_assert_cmpstr (upstand_chart_describe (chart), ==, "No period has a figure yet.");
    chart_check_marks (chart, 1);
    upstand_chart_get_mark (chart, style, NULL, 1200, 600, 0, &mark);
    g_assert_cmpint (mark.part, ==, UPSTAND_SHARES_HOLES);
    g_assert_cmpstr (mark.sentence, ==, "Q1\nAll: Withheld. So there are no shares.");
    g_assert_true (upstand_sheet_next (sheet, cells, NULL));
    g_assert_cmpint (cells[2].state, ==, UPSTAND_CELL_WITHHELD);
    g_assert_cmpint (cells[4].number, ==, 10);
    g_assert_cmpint (cells[5].state, ==, UPSTAND_CELL_BLANK);
}

static UpstandChart *
make_rows (guint n)
{
    static const char *names[30];
    UpstandSharesLayout layout = {
        .kinds = names, .n_kinds = G_N_ELEMENTS (names), .of_whole = n == 100
    };
    UpstandShares *shares;

    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        names[i] = chart_check_long_text;
    layout.heading = layout.rest = chart_check_long_text;
    shares = upstand_shares_new (&words, &layout);
    for (guint r = 0; r < n; r++) {
        UpstandFigure figures[G_N_ELEMENTS (names)], whole = chart_check_figure (40 * r);

        for (guint i = 0; i < G_N_ELEMENTS (names); i++)
            figures[i] = chart_check_figure (r * i);
        if (r % 10 == 9)
            upstand_shares_add_group (shares, chart_check_long_text);
        upstand_shares_add (shares, &(UpstandSharesRow){ .title = chart_check_long_text,
                                        .note = chart_check_long_text,
                                        .figures = figures,
                                        .whole = &whole });
    }
    return upstand_shares_end (shares);
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
    g_test_add_func ("/chart-shares/finding", test_finding);
    g_test_add_func ("/chart-shares/finding-of-levels", test_finding_of_levels);
    g_test_add_func ("/chart-shares/marks", test_marks);
    g_test_add_func ("/chart-shares/lengths-are-counts", test_lengths_are_counts);
    g_test_add_func ("/chart-shares/others", test_others);
    g_test_add_func ("/chart-shares/table", test_table);
    g_test_add_func ("/chart-shares/unknown-whole", test_unknown_whole);
    g_test_add_func ("/chart-shares/odd-sizes", test_odd_sizes);
    return g_test_run ();
}
