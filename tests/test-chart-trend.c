/* SPDX-License-Identifier: MIT */
#include "chart-checks.h"
#include "sample-charts.h"

#include "charts/trend-chart.h"

#include <locale.h>

static const UpstandChartWords words = { .title = "Trend" };
static const char *const periods[] = { "Q1", "Q2", "Q3", "Q4" };

#define N G_N_ELEMENTS (periods)
#define UNKNOWN -1

static void
fill (UpstandTrendPoint *points, const int *numbers)
{
    for (guint i = 0; i < N; i++)
        points[i] = (UpstandTrendPoint){
            .figure = numbers[i] == UNKNOWN ? upstand_figure_without (UPSTAND_FIGURE_NOT_COLLECTED)
                                            : upstand_figure_of (numbers[i] * UPSTAND_FIGURE_ONE),
        };
}

static UpstandTrend *
begin (void)
{
    UpstandTrendLayout layout = { .periods = periods, .n_periods = N };

    return upstand_trend_new (&words, &layout);
}

static char *
describe_one (const int *numbers, UpstandTrendKind last, guint broken_before)
{
    UpstandTrend *trend = begin ();
    UpstandTrendPoint points[N];
    UpstandTrendBreak gap = { broken_before, "The law changed" };

    fill (points, numbers);
    points[N - 1].kind = last;
    upstand_trend_add (trend,
        &(UpstandTrendRow){
            .title = "Charges", .points = points, .breaks = &gap, .n_breaks = broken_before > 0 });

    g_autoptr (UpstandChart) chart = upstand_trend_end (trend);

    return g_strdup (upstand_chart_describe (chart));
}

static void
test_finding_of_one (void)
{
    static const struct {
        int numbers[N];
        UpstandTrendKind last;
        guint broken_before;
        const char *finding;
    } cases[] = {
        { { 1, 2, 3, 5 }, 0, 0, "Q4: 5, up from 3 in Q3." },
        { { 1, 2, 5, 3 }, 0, 0, "Q4: 3, down from 5 in Q3." },
        { { 1, 2, 3, 3 }, 0, 0, "Q4: 3, the same as in Q3." },
        { { 1, 2, 3, 0 }, 0, 0, "Q4: 0, down from 3 in Q3." },
        { { 1, 2, UNKNOWN, 3 }, 0, 0, "Q4: 3." },
        { { 1, 2, 3, UNKNOWN }, 0, 0, "Q3: 3, up from 2 in Q2." },
        { { 1, 2, 3, 5 }, UPSTAND_TREND_PROVISIONAL, 0,
            "Q4: 5, up from 3 in Q3. This is provisional." },
        { { 1, 2, 3, 5 }, UPSTAND_TREND_PART, 0, "Q4: 5. It covers a part of the period only." },
        { { 1, 2, 3, 5 }, 0, 3,
            "Q4: 5. The series breaks before Q4: figures on either side do not compare." },
        { { 1, 2, 3, 5 }, 0, 2,
            "Q4: 5, up from 3 in Q3. The series breaks before Q3: figures on either side do not "
            "compare." },
        { { UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN }, 0, 0, "No period has a figure yet." },
        { { 7, UNKNOWN, UNKNOWN, UNKNOWN }, 0, 0, "Q1: 7." },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *finding =
            describe_one (cases[i].numbers, cases[i].last, cases[i].broken_before);

        g_assert_cmpstr (finding, ==, cases[i].finding);
    }
}

static void
test_finding_of_several (void)
{
    g_autoptr (UpstandChart) trend = sample_chart_trend ();
    g_autoptr (UpstandChart) rate = sample_chart_rate ();

    /* The one with a hole at the end compares with nothing; one stayed as it was. */
    g_assert_cmpstr (upstand_chart_describe (trend), ==,
        "31 Mar 2023 to 30 Sep 2023: 2 of 6 rose, 2 fell. The largest change: “Sexual offences "
        "liaison (SOLO)”, from 31 to 26. 1 cannot be compared.");
    g_assert_cmpstr (upstand_chart_describe (rate), ==,
        "2023-24 Q3: 37%, up from 34% in 2023-24 Q2. This is provisional. A year before: 42%. The "
        "series breaks before 2022-23 Q3: figures on either side do not compare.");
}

/* A doubling of few is a larger change than a few more of many. */
static void
test_change_is_relative (void)
{
    static const int many[] = { 500, 500, 500, 540 }, few[] = { 1, 1, 2, 4 };
    UpstandTrend *trend = begin ();
    UpstandTrendPoint points[N];

    fill (points, many);
    upstand_trend_add (trend, &(UpstandTrendRow){ .title = "Many", .points = points });
    fill (points, few);
    upstand_trend_add (trend, &(UpstandTrendRow){ .title = "Few", .points = points });

    g_autoptr (UpstandChart) chart = upstand_trend_end (trend);

    g_assert_cmpstr (upstand_chart_describe (chart), ==,
        "Q3 to Q4: 2 of 2 rose, 0 fell. The largest change: “Few”, from 2 to 4.");
}

static void
test_marks (void)
{
    g_autoptr (UpstandChart) chart = sample_chart_trend ();
    g_autoptr (UpstandChart) rate = sample_chart_rate ();
    g_autoptr (UpstandChartStyle) style = chart_check_style ();
    g_auto (UpstandChartMark) broken = { 0 }, hole = { 0 }, part = { 0 };

    chart_check_marks (chart, 6 * 6);
    chart_check_marks (rate, 8);
    upstand_chart_get_mark (chart, style, NULL, 1200, 600, 6 + 3, &broken);
    g_assert_cmpint (broken.id, ==, 102);
    g_assert_cmpint (broken.part, ==, 3);
    g_assert_cmpstr (broken.sentence, ==,
        "Sexual offences liaison (SOLO), 30 Sep 2022\nDeployable: 33. Needed: 44. The series "
        "breaks before this: Job title changed.");
    upstand_chart_get_mark (chart, style, NULL, 1200, 600, 2 * 6 + 2, &hole);
    g_assert_cmpstr (hole.sentence, ==,
        "Child abuse investigation (SCAIDP), 31 Mar 2022\nDeployable: Not collected. Needed: 35.");
    upstand_chart_get_mark (rate, style, NULL, 1200, 600, 0, &part);
    g_assert_cmpstr (part.sentence, ==,
        "Domestic abuse, 2021-22 Q4\n34%. Counted over a part of the period. 136 of 400. A year "
        "before: Not collected.");
}

/* A single series has the whole picture; several share it. */
static void
test_single_is_tall (void)
{
    g_autoptr (UpstandChart) one = sample_chart_rate ();
    g_autoptr (UpstandChart) six = sample_chart_rates ();
    g_autoptr (UpstandChartStyle) style = chart_check_style ();
    g_auto (UpstandChartMark) tall = { 0 }, low = { 0 };

    upstand_chart_get_mark (one, style, NULL, 1200, 600, 0, &tall);
    upstand_chart_get_mark (six, style, NULL, 1200, 600, 0, &low);
    g_assert_cmpfloat (tall.height, >, 3 * low.height);
    /* In a low box it gives way before anything has to scroll. */
    g_assert_cmpfloat (upstand_chart_get_max_scroll (one, style, NULL, 600, 300), ==, 0);
    g_assert_cmpfloat (upstand_chart_preferred_height (one, style, NULL, 600), >, 400);
}

static void
test_table (void)
{
    g_autoptr (UpstandChart) chart = sample_chart_rate ();
    g_autoptr (UpstandSheet) sheet = upstand_chart_table (chart);
    UpstandCell cells[9] = { 0 };
    guint rows = 0;

    while (upstand_sheet_next (sheet, cells, NULL)) {
        if (rows == 0) {
            g_assert_cmpstr (cells[1].text, ==, "2021-22 Q4");
            g_assert_cmpint (cells[2].kind, ==, UPSTAND_CELL_PERCENT);
            g_assert_cmpint (cells[2].number, ==, 34);
            g_assert_cmpstr (cells[3].text, ==, "Part of the period only");
            g_assert_cmpint (cells[5].state, ==, UPSTAND_CELL_NOT_COLLECTED);
            g_assert_cmpint (cells[6].number, ==, 136);
            g_assert_cmpint (cells[7].number, ==, 400);
        }
        if (rows == 3)
            g_assert_cmpstr (cells[8].text, ==, "Bail law changed 28 Oct 2022");
        rows++;
    }
    g_assert_cmpuint (rows, ==, 8);
}

static UpstandChart *
make_rows (guint n)
{
    static const char *names[40];
    UpstandTrendLayout layout = { .periods = names,
        .n_periods = G_N_ELEMENTS (names),
        .second = chart_check_long_text,
        .common_scale = n > 1 };
    UpstandTrend *trend;

    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        names[i] = chart_check_long_text;
    trend = upstand_trend_new (&words, &layout);
    for (guint r = 0; r < n; r++) {
        UpstandTrendPoint points[G_N_ELEMENTS (names)];
        UpstandFigure before[G_N_ELEMENTS (names)];
        UpstandTrendBreak breaks[] = { { r % 40, chart_check_long_text }, { 900, "Beyond" } };

        for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
            points[i] = (UpstandTrendPoint){ chart_check_figure (r + i), i % 3 };
            before[i] = chart_check_figure (r + i / 2);
        }
        upstand_trend_add (trend, &(UpstandTrendRow){ .title = chart_check_long_text,
                                      .points = points,
                                      .second = r % 2 ? points : NULL,
                                      .year_before = before,
                                      .breaks = breaks,
                                      .n_breaks = G_N_ELEMENTS (breaks) });
    }
    return upstand_trend_end (trend);
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
    g_test_add_func ("/chart-trend/finding-of-one", test_finding_of_one);
    g_test_add_func ("/chart-trend/finding-of-several", test_finding_of_several);
    g_test_add_func ("/chart-trend/change-is-relative", test_change_is_relative);
    g_test_add_func ("/chart-trend/marks", test_marks);
    g_test_add_func ("/chart-trend/single-is-tall", test_single_is_tall);
    g_test_add_func ("/chart-trend/table", test_table);
    g_test_add_func ("/chart-trend/odd-sizes", test_odd_sizes);
    return g_test_run ();
}
