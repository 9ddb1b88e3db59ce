/* SPDX-License-Identifier: MIT */
#include "chart-checks.h"
#include "sample-charts.h"

#include "charts/heat-chart.h"

#include <locale.h>

static const UpstandChartWords words = { .title = "Heat" };
static const char *const columns[] = { "PIP 2", "SOLO", "ABE" };

static UpstandHeatLayout
make_layout (UpstandHeatShade shade)
{
    return (UpstandHeatLayout){
        .heading = "Unit",
        .columns = columns,
        .n_columns = G_N_ELEMENTS (columns),
        .shade = shade,
        .above = UPSTAND_TONE_BAD,
        .below = UPSTAND_TONE_GOOD,
        .tones = { [UPSTAND_TONE_BAD] = "Short",
            [UPSTAND_TONE_WARNING] = "Tight",
            [UPSTAND_TONE_GOOD] = "Over" },
    };
}

static UpstandChart *
make_numbers (const int (*rows)[3], guint n)
{
    UpstandHeatLayout layout = make_layout (UPSTAND_HEAT_BY_AMOUNT);
    UpstandHeat *heat = upstand_heat_new (&words, &layout);

    for (guint r = 0; r < n; r++) {
        UpstandHeatCell cells[3] = { 0 };

        for (guint c = 0; c < 3; c++)
            cells[c].figure = upstand_figure_of (rows[r][c] * UPSTAND_FIGURE_ONE);
        upstand_heat_add (heat, r == 0 ? "North" : "South", cells, NULL);
    }
    return upstand_heat_end (heat);
}

static void
test_finding_by_amount (void)
{
    static const int mixed[][3] = { { 4, -2, 0 }, { 0, 6, -1 } }, even[][3] = { { 0, 0, 0 } };
    static const int over[][3] = { { 0, -3, 0 } };
    g_autoptr (UpstandChart) sample = sample_chart_heat ();
    g_autoptr (UpstandChart) chart = make_numbers (mixed, 2);
    g_autoptr (UpstandChart) none = make_numbers (even, 1);
    g_autoptr (UpstandChart) surplus = make_numbers (over, 1);

    /* A surplus stands beside the shortages and takes nothing from them. */
    g_assert_cmpstr (upstand_chart_describe (chart), ==,
        "Short: 2 of 6. Over: 2 of 6. The most: “South”, SOLO, 6.");
    g_assert_cmpstr (upstand_chart_describe (none), ==, "Nothing stands out.");
    g_assert_cmpstr (upstand_chart_describe (surplus), ==, "Over: 1 of 3.");
    /* Two cells that do not apply are not among the 46; three have no figure and are. */
    g_assert_cmpstr (upstand_chart_describe (sample), ==,
        "Short: 26 of 46. Over: 12 of 46. The most: “Northern Division”, Initial response, 8. "
        "3 without a figure.");
}

static void
test_finding_by_tone (void)
{
    UpstandHeatLayout layout = make_layout (UPSTAND_HEAT_BY_TONE);
    UpstandHeat *heat = upstand_heat_new (&words, &layout);
    UpstandHeatCell cells[3] = {
        { .figure = upstand_figure_of (0), .tone = UPSTAND_TONE_BAD },
        { .figure = upstand_figure_of (100), .tone = UPSTAND_TONE_WARNING },
        { .figure = upstand_figure_of (300), .tone = UPSTAND_TONE_GOOD },
    };

    upstand_heat_add (heat, "North", cells, NULL);
    cells[1].tone = UPSTAND_TONE_BAD;
    /* The tone of a cell without a figure counts for nothing. */
    cells[2].figure = upstand_figure_without (UPSTAND_FIGURE_NOT_COLLECTED);
    cells[2].tone = UPSTAND_TONE_BAD;
    upstand_heat_add (heat, "South", cells, NULL);

    g_autoptr (UpstandChart) chart = upstand_heat_end (heat);

    g_assert_cmpstr (upstand_chart_describe (chart), ==,
        "Short: 3 of 6. Tight: 1 of 6. Over: 1 of 6. Look first at “South”. 1 without a figure.");

    UpstandChartWords given = { .title = "Heat", .finding = "Two groups were not heard." };
    heat = upstand_heat_new (&given, &layout);
    upstand_heat_add (heat, "North", cells, NULL);
    g_autoptr (UpstandChart) said = upstand_heat_end (heat);

    g_assert_cmpstr (upstand_chart_describe (said), ==, "Two groups were not heard.");
}

static void
test_empty (void)
{
    UpstandHeatLayout layout = make_layout (UPSTAND_HEAT_BY_TONE);
    UpstandChartWords given = { "Heat", "Never said.", "Engagements will stand here." };
    g_autoptr (UpstandChart) chart = upstand_heat_end (upstand_heat_new (&given, &layout));

    g_assert_true (upstand_chart_is_empty (chart));
    g_assert_cmpstr (upstand_chart_describe (chart), ==, "Engagements will stand here.");
}

static void
test_marks (void)
{
    g_autoptr (UpstandChart) chart = sample_chart_heat ();
    g_autoptr (UpstandChartStyle) style = chart_check_style ();
    g_auto (UpstandChartMark) first = { 0 }, unanswered = { 0 }, over = { 0 };

    chart_check_marks (chart, 9 * 6);
    upstand_chart_get_mark (chart, style, NULL, 1200, 600, 1, &first);
    g_assert_cmpint (first.id, ==, 1001);
    g_assert_cmpint (first.part, ==, 1);
    g_assert_cmpstr (first.sentence, ==, "Northern Division, SOLO\n4: Short.");
    upstand_chart_get_mark (chart, style, NULL, 1200, 600, 2 * 6 + 1, &unanswered);
    g_assert_cmpstr (unanswered.sentence, ==, "Southern Division, SOLO\nNot answered.");
    upstand_chart_get_mark (chart, style, NULL, 1200, 600, 0, &over);
    g_assert_cmpstr (over.sentence, ==, "Northern Division, PIP 2\n−3: Over.");
    /* The cell below is below. */
    g_assert_cmpuint (upstand_chart_step (chart, 1, UPSTAND_CHART_STEP_DOWN), ==, 7);
}

/* Of periods that do not fit the oldest are left out, and it is said. */
static void
test_narrow (void)
{
    g_autoptr (UpstandChart) chart = sample_chart_coverage ();
    g_autoptr (UpstandChartStyle) style = chart_check_style ();
    g_auto (UpstandChartMark) oldest = { 0 }, newest = { 0 };

    upstand_chart_get_mark (chart, style, NULL, 560, 600, 0, &oldest);
    upstand_chart_get_mark (chart, style, NULL, 560, 600, 7, &newest);
    g_assert_cmpfloat (oldest.width, ==, 0);
    g_assert_cmpfloat (newest.width, >, 2 * upstand_chart_style_get_line (style));
    g_assert_true (g_str_has_prefix (oldest.sentence, "Black and minoritised women and girls, "));
}

static void
test_table (void)
{
    g_autoptr (UpstandChart) chart = sample_chart_heat ();
    g_autoptr (UpstandSheet) sheet = upstand_chart_table (chart);
    UpstandCell cells[8] = { 0 };
    guint rows = 0;

    g_assert_cmpuint (upstand_sheet_get_n_columns (sheet), ==, 8);
    g_assert_cmpstr (upstand_sheet_get_column (sheet, 0)->title, ==, "Unit");
    g_assert_cmpstr (upstand_sheet_get_column (sheet, 7)->title, ==, "Short");
    while (upstand_sheet_next (sheet, cells, NULL)) {
        if (rows == 0) {
            g_assert_cmpint (cells[1].number, ==, -3);
            g_assert_cmpint (cells[7].number, ==, 19);
        }
        if (rows == 5)
            g_assert_cmpint (cells[1].state, ==, UPSTAND_CELL_WITHHELD);
        if (rows == 6)
            g_assert_cmpint (cells[5].state, ==, UPSTAND_CELL_NOT_APPLICABLE);
        rows++;
    }
    g_assert_cmpuint (rows, ==, 9);
}

/* Totals in words keep them. */
static void
test_table_of_words (void)
{
    g_autoptr (UpstandChart) chart = sample_chart_coverage ();
    g_autoptr (UpstandSheet) sheet = upstand_chart_table (chart);
    UpstandCell cells[10] = { 0 };

    g_assert_true (upstand_sheet_next (sheet, cells, NULL));
    g_assert_cmpstr (cells[9].text, ==, "12 days ago");
}

static UpstandChart *
make_rows (guint n)
{
    static const char *names[40];
    UpstandHeatLayout layout = make_layout (n % 2 ? UPSTAND_HEAT_BY_TONE : UPSTAND_HEAT_BY_AMOUNT);
    UpstandHeat *heat;

    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        names[i] = chart_check_long_text;
    layout.columns = names;
    layout.n_columns = G_N_ELEMENTS (names);
    layout.totals = chart_check_long_text;
    heat = upstand_heat_new (&words, &layout);
    for (guint r = 0; r < n; r++) {
        UpstandHeatCell cells[G_N_ELEMENTS (names)] = { 0 };

        for (guint c = 0; c < G_N_ELEMENTS (names); c++)
            cells[c] = (UpstandHeatCell){ .figure = chart_check_figure (r + c),
                .tone = c % UPSTAND_N_HEAT_TONES };
        upstand_heat_add (heat, chart_check_long_text, cells, &cells[r % 3]);
    }
    return upstand_heat_end (heat);
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
    g_test_add_func ("/chart-heat/finding-by-amount", test_finding_by_amount);
    g_test_add_func ("/chart-heat/finding-by-tone", test_finding_by_tone);
    g_test_add_func ("/chart-heat/empty", test_empty);
    g_test_add_func ("/chart-heat/marks", test_marks);
    g_test_add_func ("/chart-heat/narrow", test_narrow);
    g_test_add_func ("/chart-heat/table", test_table);
    g_test_add_func ("/chart-heat/table-of-words", test_table_of_words);
    g_test_add_func ("/chart-heat/odd-sizes", test_odd_sizes);
    return g_test_run ();
}
