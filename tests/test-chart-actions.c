/* SPDX-License-Identifier: MIT */
#include "charts/actions-chart.h"
#include "charts/looks.h"

#include <locale.h>

static UpstandDistribution
distribute (guint off, guint slipping, guint on, guint complete)
{
    UpstandDistribution result = { 0 };

    for (guint i = 0; i < off; i++)
        upstand_distribution_add (&result, UPSTAND_RATING_OFF_TRACK);
    for (guint i = 0; i < slipping; i++)
        upstand_distribution_add (&result, UPSTAND_RATING_SLIPPING);
    for (guint i = 0; i < on; i++)
        upstand_distribution_add (&result, UPSTAND_RATING_ON_TRACK);
    for (guint i = 0; i < complete; i++)
        upstand_distribution_add (&result, UPSTAND_RATING_COMPLETE);
    return result;
}

static UpstandChart *
make (void)
{
    UpstandActions *actions = upstand_actions_new ("Requirements of each action");
    UpstandDistribution first = distribute (1, 1, 0, 0), second = distribute (1, 2, 1, 1);
    UpstandDistribution third = distribute (0, 0, 3, 0), none = { 0 };

    upstand_actions_add_pillar (actions, "Build trust and confidence");
    upstand_actions_add (actions, 101, "1", "Respond to allegations", &first);
    upstand_actions_add (actions, 102, "2", "Challenge misogyny", &second);
    upstand_actions_add_pillar (actions, "Safer spaces");
    upstand_actions_add (actions, 103, "9", "No requirements yet", &none);
    upstand_actions_add (actions, 104, "10", "Make places safer", &third);
    return upstand_actions_end (actions);
}

static UpstandChartStyle *
make_style (void)
{
    return upstand_chart_style_new (UPSTAND_PALETTE_LIGHT, NULL, 1);
}

static void
test_finding (void)
{
    g_autoptr (UpstandChart) chart = make ();
    g_autoptr (UpstandChart) empty = upstand_actions_end (upstand_actions_new ("Nothing"));
    UpstandActions *actions = upstand_actions_new ("Well");
    UpstandDistribution well = distribute (0, 0, 4, 3);

    g_assert_cmpstr (upstand_chart_describe (chart), ==,
        "10 requirements: 2 off track, 3 slipping. Look first at “2. Challenge misogyny”.");
    g_assert_cmpstr (upstand_chart_describe (empty), ==,
        "There are no actions to show yet: the plan has no framework.");
    g_assert_true (upstand_chart_is_empty (empty));

    upstand_actions_add (actions, 1, "", "Anything", &well);
    g_autoptr (UpstandChart) good = upstand_actions_end (actions);

    g_assert_cmpstr (upstand_chart_describe (good), ==,
        "7 requirements, none off track or slipping; 3 complete.");

    actions = upstand_actions_new ("No requirements");
    upstand_actions_add (actions, 1, "1", "Anything", &(UpstandDistribution){ 0 });
    g_autoptr (UpstandChart) bare = upstand_actions_end (actions);

    g_assert_cmpstr (upstand_chart_describe (bare), ==, "No action has any requirements.");
    g_assert_cmpuint (upstand_chart_get_n_marks (bare), ==, 0);
}

static void
test_marks (void)
{
    static const struct {
        gint64 id;
        UpstandRating rating;
        const char *sentence;
    } marks[] = {
        { 101, UPSTAND_RATING_OFF_TRACK,
            "1. Respond to allegations\nOff track: 1 of 2 requirements (off track 1 of 2, slipping "
            "1)." },
        { 101, UPSTAND_RATING_SLIPPING, NULL },
        { 102, UPSTAND_RATING_OFF_TRACK, NULL },
        { 102, UPSTAND_RATING_SLIPPING, NULL },
        { 102, UPSTAND_RATING_ON_TRACK, NULL },
        { 102, UPSTAND_RATING_COMPLETE, NULL },
        { 104, UPSTAND_RATING_ON_TRACK,
            "10. Make places safer\nOn track: 3 of 3 requirements (on track 3 of 3)." },
    };
    g_autoptr (UpstandChart) chart = make ();
    g_autoptr (UpstandChartStyle) style = make_style ();

    g_assert_cmpuint (upstand_chart_get_n_marks (chart), ==, G_N_ELEMENTS (marks));
    for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
        for (double width = 320; width <= 2400; width += 520) {
            g_auto (UpstandChartMark) mark = { 0 }, hit = { 0 };
            double height = upstand_chart_preferred_height (chart, style, NULL, width);

            upstand_chart_get_mark (chart, style, NULL, width, height, i, &mark);
            g_assert_cmpint (mark.id, ==, marks[i].id);
            g_assert_cmpint (mark.part, ==, marks[i].rating);
            if (marks[i].sentence)
                g_assert_cmpstr (mark.sentence, ==, marks[i].sentence);
            g_assert_cmpfloat (mark.x, >=, 0);
            g_assert_cmpfloat (mark.x + mark.width, <=, width);
            g_assert_true (upstand_chart_hit (chart, style, NULL, width, height,
                mark.x + mark.width / 2, mark.y + mark.height / 2, &hit));
            g_assert_cmpuint (hit.index, ==, i);
        }
}

static void
test_no_hit_beside_bars (void)
{
    g_autoptr (UpstandChart) chart = make ();
    g_autoptr (UpstandChartStyle) style = make_style ();
    g_auto (UpstandChartMark) mark = { 0 };
    UpstandChartMark hit = { .index = 42 };

    upstand_chart_get_mark (chart, style, NULL, 900, 500, 0, &mark);
    g_assert_false (upstand_chart_hit (chart, style, NULL, 900, 500, 20, mark.y + 2, &hit));
    /* Two of five: right of the bar is nothing. */
    g_assert_false (upstand_chart_hit (
        chart, style, NULL, 900, 500, mark.x + 2 * mark.width + 10, mark.y + 2, &hit));
    g_assert_cmpuint (hit.index, ==, 42);
}

static void
test_lengths_are_counts (void)
{
    g_autoptr (UpstandChart) chart = make ();
    g_autoptr (UpstandChartStyle) style = make_style ();
    g_auto (UpstandChartMark) one = { 0 }, two = { 0 }, three = { 0 };

    upstand_chart_get_mark (chart, style, NULL, 1200, 600, 0, &one);
    upstand_chart_get_mark (chart, style, NULL, 1200, 600, 3, &two);
    upstand_chart_get_mark (chart, style, NULL, 1200, 600, 6, &three);
    g_assert_cmpfloat_with_epsilon (two.width, 2 * one.width, 2);
    g_assert_cmpfloat_with_epsilon (three.width, 3 * one.width, 2);
}

static void
test_steps (void)
{
    g_autoptr (UpstandChart) chart = make ();

    g_assert_cmpuint (upstand_chart_step (chart, 0, UPSTAND_CHART_STEP_RIGHT), ==, 1);
    g_assert_cmpuint (upstand_chart_step (chart, 0, UPSTAND_CHART_STEP_DOWN), ==, 2);
    g_assert_cmpuint (upstand_chart_step (chart, 1, UPSTAND_CHART_STEP_DOWN), ==, 3);
    /* Over the heading and the action without requirements. */
    g_assert_cmpuint (upstand_chart_step (chart, 5, UPSTAND_CHART_STEP_DOWN), ==, 6);
    g_assert_cmpuint (upstand_chart_step (chart, 6, UPSTAND_CHART_STEP_UP), ==, 2);
    g_assert_cmpuint (upstand_chart_step (chart, 5, UPSTAND_CHART_STEP_UP), ==, 1);
    g_assert_cmpuint (upstand_chart_step (chart, 6, UPSTAND_CHART_STEP_DOWN), ==, 6);
}

static void
test_table (void)
{
    g_autoptr (UpstandChart) chart = make ();
    g_autoptr (UpstandSheet) sheet = upstand_chart_table (chart);
    g_autoptr (GError) error = NULL;
    UpstandCell cells[16] = { 0 };
    guint rows = 0;
    gint64 sum = 0, total = 0;

    g_assert_cmpuint (upstand_sheet_get_n_columns (sheet), ==, 4 + UPSTAND_N_RATINGS - 1);
    g_assert_cmpstr (upstand_sheet_get_column (sheet, 4)->title, ==, "Off track");
    while (upstand_sheet_next (sheet, cells, &error)) {
        total += cells[3].number;
        for (guint i = 0; i < UPSTAND_N_RATINGS - 1; i++)
            sum += cells[4 + i].number;
        if (rows++ == 1) {
            g_assert_cmpstr (cells[0].text, ==, "Build trust and confidence");
            g_assert_cmpstr (cells[1].text, ==, "2");
            g_assert_cmpstr (cells[2].text, ==, "Challenge misogyny");
            g_assert_cmpint (cells[4].number, ==, 1);
            g_assert_cmpint (cells[5].number, ==, 2);
        }
    }
    g_assert_no_error (error);
    g_assert_cmpuint (rows, ==, 4);
    g_assert_cmpint (sum, ==, total);
    g_assert_cmpint (total, ==, 10);
}

/* No two ratings, nor two standings but the two ways of being complete, look the same in grey. */
static void
test_looks_differ_without_colour (void)
{
    for (UpstandRating one = UPSTAND_RATING_COMPLETE; one < UPSTAND_N_RATINGS; one++)
        for (UpstandRating other = one + 1; other < UPSTAND_N_RATINGS; other++)
            g_assert_cmpint (
                upstand_look_of_rating (one).shape, !=, upstand_look_of_rating (other).shape);
    for (UpstandStanding one = 0; one < UPSTAND_N_STANDINGS; one++)
        for (UpstandStanding other = one + 1; other < UPSTAND_N_STANDINGS; other++)
            if (other != UPSTAND_STANDING_COMPLETE)
                g_assert_cmpint (upstand_look_of_standing (one).shape, !=,
                    upstand_look_of_standing (other).shape);
}

static void
test_odd_sizes (void)
{
    static const double sizes[] = { 0, 1, 17, 50, 320, 2400, 1e6 };
    UpstandChart *charts[] = { make (), upstand_actions_end (upstand_actions_new (NULL)) };
    cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 64, 64);

    for (UpstandPalette palette = 0; palette < UPSTAND_N_PALETTES; palette++) {
        g_autoptr (UpstandChartStyle) style = upstand_chart_style_new (palette, NULL, 1);
        cairo_t *cr = cairo_create (surface);

        for (guint i = 0; i < G_N_ELEMENTS (sizes) * G_N_ELEMENTS (sizes) * 2; i++)
            upstand_chart_draw (cr, charts[i % 2], style, sizes[i / 2 % G_N_ELEMENTS (sizes)],
                sizes[i / 2 / G_N_ELEMENTS (sizes)]);
        g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
        cairo_destroy (cr);
    }
    cairo_surface_destroy (surface);
    for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
        upstand_chart_unref (charts[i]);
}

int
main (int argc, char **argv)
{
    setlocale (LC_ALL, "");
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/chart-actions/finding", test_finding);
    g_test_add_func ("/chart-actions/marks", test_marks);
    g_test_add_func ("/chart-actions/no-hit-beside-bars", test_no_hit_beside_bars);
    g_test_add_func ("/chart-actions/lengths-are-counts", test_lengths_are_counts);
    g_test_add_func ("/chart-actions/steps", test_steps);
    g_test_add_func ("/chart-actions/table", test_table);
    g_test_add_func (
        "/chart-actions/looks-differ-without-colour", test_looks_differ_without_colour);
    g_test_add_func ("/chart-actions/odd-sizes", test_odd_sizes);
    return g_test_run ();
}
