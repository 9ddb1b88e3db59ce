/* SPDX-License-Identifier: MIT */
#include "chart-checks.h"

const char *const chart_check_long_text =
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch: investigation of offences with "
    "several suspects in more than one force area, and everything that belongs to it";

UpstandFigure
chart_check_figure (guint n)
{
    UpstandFigureState state = n % UPSTAND_N_FIGURE_STATES;

    return state == UPSTAND_FIGURE_VALUE ? upstand_figure_of (n * UPSTAND_FIGURE_ONE)
                                         : upstand_figure_without (state);
}

UpstandChartStyle *
chart_check_style (void)
{
    return upstand_chart_style_new (UPSTAND_PALETTE_LIGHT, NULL, 1);
}

static void
check_mark (const UpstandChart *chart, const UpstandChartStyle *style, double width, double height,
    guint index)
{
    g_auto (UpstandChartMark) mark = { 0 }, hit = { 0 };
    UpstandChartScope scope = { 0 };

    upstand_chart_get_mark (chart, style, NULL, width, height, index, &mark);
    g_assert_cmpuint (mark.index, ==, index);
    g_assert_nonnull (mark.sentence);
    g_assert_cmpstr (mark.sentence, !=, "");
    if (mark.width <= 0)
        return; /* in a column that has no room */
    g_assert_cmpfloat (mark.x, >=, 0);
    g_assert_cmpfloat (mark.x + mark.width, <=, width);
    g_assert_true (upstand_chart_hit (chart, style, NULL, width, height, mark.x + mark.width / 2,
        mark.y + mark.height / 2, &hit));
    g_assert_cmpuint (hit.index, ==, index);

    /* In a box too low for all rows. */
    upstand_chart_mark_clear (&mark);
    height *= 0.6;
    scope.scroll = upstand_chart_scroll_to (chart, style, NULL, width, height, index);
    upstand_chart_get_mark (chart, style, &scope, width, height, index, &mark);
    g_assert_cmpfloat (mark.y, >=, 0);
    g_assert_cmpfloat (mark.y, <, height);
}

void
chart_check_marks (UpstandChart *chart, guint n)
{
    g_autoptr (UpstandChartStyle) style = chart_check_style ();
    guint index = upstand_chart_step (chart, n / 2, UPSTAND_CHART_STEP_FIRST), seen = 1;

    g_assert_cmpuint (upstand_chart_get_n_marks (chart), ==, n);
    for (double width = 320; width <= 2400; width += 520) {
        double height = upstand_chart_preferred_height (chart, style, NULL, width);

        for (guint i = 0; i < n; i++)
            check_mark (chart, style, width, height, i);
    }
    g_assert_cmpuint (index, ==, 0);
    for (; upstand_chart_step (chart, index, UPSTAND_CHART_STEP_RIGHT) != index; seen++)
        index = upstand_chart_step (chart, index, UPSTAND_CHART_STEP_RIGHT);
    g_assert_cmpuint (seen, ==, n);
    g_assert_cmpuint (upstand_chart_step (chart, 0, UPSTAND_CHART_STEP_LAST), ==, n - 1);
}

static void
read_table (UpstandChart *chart)
{
    g_autoptr (UpstandSheet) sheet = upstand_chart_table (chart);
    g_autofree UpstandCell *cells = g_new0 (UpstandCell, upstand_sheet_get_n_columns (sheet));
    g_autoptr (GError) error = NULL;
    gint64 rows = 0;

    while (upstand_sheet_next (sheet, cells, &error))
        rows++;
    g_assert_no_error (error);
    g_assert_cmpint (rows, ==, upstand_sheet_get_n_rows (sheet));
}

static void
draw_all (UpstandChart *const *charts, guint n_charts, const UpstandChartStyle *style)
{
    static const double sizes[] = { 0, 1, 17, 50, 320, 600, 2400, 1e6 };
    cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 64, 64);
    cairo_t *cr = cairo_create (surface);

    for (guint c = 0; c < n_charts; c++)
        for (guint w = 0; w < G_N_ELEMENTS (sizes); w++)
            for (guint h = 0; h < G_N_ELEMENTS (sizes); h++)
                upstand_chart_draw (cr, charts[c], style, sizes[w], sizes[h]);
    g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
    cairo_destroy (cr);
    cairo_surface_destroy (surface);
}

void
chart_check_odd_sizes (UpstandChart *(*make) (guint n_rows))
{
    UpstandChart *charts[] = { make (0), make (1), make (100) };

    g_assert_true (upstand_chart_is_empty (charts[0]));
    g_assert_false (upstand_chart_is_empty (charts[1]));
    g_assert_cmpuint (upstand_chart_get_n_marks (charts[0]), ==, 0);
    for (UpstandPalette palette = 0; palette < UPSTAND_N_PALETTES; palette++) {
        static const double scales[UPSTAND_N_PALETTES] = { 1, 0.5, 2, 4, 1 };
        g_autoptr (UpstandChartStyle) style =
            upstand_chart_style_new (palette, NULL, scales[palette]);

        draw_all (charts, G_N_ELEMENTS (charts), style);
        /* A chart is as high as it asks to be, and then nothing scrolls. */
        for (guint c = 0; c < G_N_ELEMENTS (charts); c++)
            for (double width = 300; width < 1300; width += 300) {
                double height = upstand_chart_preferred_height (charts[c], style, NULL, width);

                g_assert_cmpfloat (
                    upstand_chart_get_max_scroll (charts[c], style, NULL, width, height), ==, 0);
            }
    }
    for (guint c = 0; c < G_N_ELEMENTS (charts); c++) {
        g_assert_cmpstr (upstand_chart_describe (charts[c]), !=, "");
        read_table (charts[c]);
        upstand_chart_unref (charts[c]);
    }
}
