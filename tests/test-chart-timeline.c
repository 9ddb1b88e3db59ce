/* SPDX-License-Identifier: MIT */
#include "charts/chart-private.h"
#include "charts/time-axis.h"
#include "charts/timeline-chart.h"

#include <locale.h>

static UpstandDay
day (const char *iso)
{
    UpstandDay result = upstand_date_from_iso (iso);

    g_assert_cmpuint (result, !=, 0);
    return result;
}

static UpstandTimeline *
begin (void)
{
    return upstand_timeline_new ("Timeline", day ("2022-05-18"));
}

/* Two groups; four activities, of which one is overdue, one complete and one cancelled. */
static UpstandChart *
make_small (void)
{
    UpstandTimeline *timeline = begin ();

    upstand_timeline_add_group (timeline, &(UpstandTimelineGroup){ .id = 11,
                                              .title = "1.1 Review of live allegations",
                                              .deadline = day ("2022-06-30"),
                                              .original_deadline = day ("2022-05-31") });
    upstand_timeline_add_item (timeline, &(UpstandTimelineItem){ .id = 1,
                                             .title = "Agree terms of reference",
                                             .owner = "Head of Professional Standards",
                                             .standing = UPSTAND_STANDING_OVERDUE,
                                             .percent = 60,
                                             .start = day ("2022-02-01"),
                                             .due = day ("2022-05-17") });
    upstand_timeline_add_item (timeline, &(UpstandTimelineItem){ .id = 2,
                                             .title = "List the cases",
                                             .standing = UPSTAND_STANDING_COMPLETE,
                                             .percent = 100,
                                             .start = day ("2022-01-10"),
                                             .due = day ("2022-03-31"),
                                             .completed = day ("2022-03-20") });
    upstand_timeline_add_group (
        timeline, &(UpstandTimelineGroup){ .id = 12, .title = "1.2 Share learning" });
    upstand_timeline_add_item (timeline, &(UpstandTimelineItem){ .id = 3,
                                             .title = "Board sign-off",
                                             .standing = UPSTAND_STANDING_NOT_STARTED,
                                             .key_milestone = TRUE,
                                             .due = day ("2022-07-29"),
                                             .original_due = day ("2022-06-30") });
    upstand_timeline_add_item (timeline, &(UpstandTimelineItem){ .id = 4,
                                             .title = "Dropped",
                                             .standing = UPSTAND_STANDING_CANCELLED,
                                             .start = day ("2022-01-01"),
                                             .due = day ("2022-02-01") });
    return upstand_timeline_end (timeline);
}

static UpstandChart *
make_many (guint n)
{
    UpstandTimeline *timeline = begin ();

    for (guint i = 0; i < n; i++)
        upstand_timeline_add_item (timeline, &(UpstandTimelineItem){ .id = i + 1,
                                                 .title = "An activity of many",
                                                 .owner = "Head of Public Protection",
                                                 .standing = i % UPSTAND_N_STANDINGS,
                                                 .percent = i % 101,
                                                 .start = day ("2022-01-01") + i % 90,
                                                 .due = day ("2022-03-01") + i % 300 });
    return upstand_timeline_end (timeline);
}

static UpstandChartStyle *
make_style (void)
{
    return upstand_chart_style_new (UPSTAND_PALETTE_LIGHT, NULL, 1);
}

static void
test_finding (void)
{
    g_autoptr (UpstandChart) chart = make_small ();
    UpstandTimeline *timeline;

    g_assert_cmpstr (upstand_chart_describe (chart), ==,
        "1 of 3 activities is overdue; the next deadline is 29 July 2022.");
    g_assert_cmpstr (upstand_chart_get_title (chart), ==, "Timeline");
    g_assert_cmpuint (upstand_chart_get_n_marks (chart), ==, 6);

    /* The same activity under two headings is one activity, due today is to come. */
    timeline = begin ();
    for (guint i = 0; i < 2; i++) {
        upstand_timeline_add_group (timeline, &(UpstandTimelineGroup){ .id = i });
        upstand_timeline_add_item (timeline,
            &(UpstandTimelineItem){
                .id = 5, .standing = UPSTAND_STANDING_DUE_TODAY, .due = day ("2022-05-18") });
    }
    g_autoptr (UpstandChart) twice = upstand_timeline_end (timeline);

    g_assert_cmpstr (upstand_chart_describe (twice), ==,
        "1 activity, not overdue; the next deadline is 18 May 2022.");

    timeline = begin ();
    upstand_timeline_add_item (
        timeline, &(UpstandTimelineItem){ .id = 1, .standing = UPSTAND_STANDING_CANCELLED });
    g_autoptr (UpstandChart) cancelled = upstand_timeline_end (timeline);

    g_assert_cmpstr (upstand_chart_describe (cancelled), ==, "Every activity is cancelled.");

    g_autoptr (UpstandChart) empty = upstand_timeline_end (begin ());

    g_assert_true (upstand_chart_is_empty (empty));
    g_assert_cmpstr (
        upstand_chart_describe (empty), ==, "There are no activities to show on a timeline yet.");
}

static void
test_copies (void)
{
    UpstandTimeline *timeline = begin ();
    char title[] = "A title";

    upstand_timeline_add_item (timeline, &(UpstandTimelineItem){ .id = 1, .title = title });
    title[0] = '!';

    g_autoptr (UpstandChart) chart = upstand_timeline_end (timeline);
    g_autoptr (UpstandChartStyle) style = make_style ();
    g_auto (UpstandChartMark) mark = { 0 };

    upstand_chart_get_mark (chart, style, NULL, 800, 400, 0, &mark);
    g_assert_true (g_str_has_prefix (mark.sentence, "A title\n"));
}

static void
test_sentences (void)
{
    static const char *const sentences[] = {
        "1.1 Review of live allegations\n1 of 2 activities are complete, 1 overdue. "
        "The deadline is 30 June 2022. It was first 31 May 2022.",
        "Agree terms of reference\nHead of Professional Standards\n60% done. "
        "Overdue: it was due on 17 May 2022, 1 day ago.",
        "List the cases\nCompleted on 20 March 2022. It was due on 31 March 2022.",
        "1.2 Share learning\n0 of 1 activity is complete, 0 overdue.",
        "Board sign-off\nNot started. It is due on 29 July 2022. "
        "The date was first 30 June 2022. A key milestone.",
        "Dropped\nCancelled. It was due on 1 February 2022.",
    };
    g_autoptr (UpstandChart) chart = make_small ();
    g_autoptr (UpstandChartStyle) style = make_style ();

    for (guint i = 0; i < G_N_ELEMENTS (sentences); i++) {
        g_auto (UpstandChartMark) mark = { 0 };

        upstand_chart_get_mark (chart, style, NULL, 800, 400, i, &mark);
        g_assert_cmpstr (mark.sentence, ==, sentences[i]);
        g_assert_cmpuint (mark.index, ==, i);
    }
}

static void
test_table (void)
{
    g_autoptr (UpstandChart) chart = make_small ();
    g_autoptr (UpstandSheet) sheet = upstand_chart_table (chart);
    UpstandCell cells[16] = { 0 };
    g_autoptr (GError) error = NULL;
    guint rows = 0;

    g_assert_cmpuint (upstand_sheet_get_n_columns (sheet), ==, 10);
    g_assert_cmpint (upstand_sheet_get_n_rows (sheet), ==, 4);
    g_assert_cmpstr (upstand_sheet_get_note (sheet, 0), ==, upstand_chart_describe (chart));
    while (upstand_sheet_next (sheet, cells, &error)) {
        g_autofree char *due = upstand_cell_format (&cells[6]);

        switch (rows++) {
        case 0:
            g_assert_cmpstr (cells[0].text, ==, "1.1 Review of live allegations");
            g_assert_cmpstr (cells[1].text, ==, "Agree terms of reference");
            g_assert_cmpstr (cells[2].text, ==, "Head of Professional Standards");
            g_assert_cmpstr (cells[3].text, ==, "Overdue");
            g_assert_cmpint (cells[4].number, ==, 60);
            g_assert_cmpstr (due, ==, "17 May 2022");
            break;
        case 2:
            g_assert_cmpstr (cells[0].text, ==, "1.2 Share learning");
            g_assert_cmpint (cells[5].state, ==, UPSTAND_CELL_BLANK);
            g_assert_cmpuint (cells[7].number, ==, day ("2022-06-30"));
            g_assert_cmpint (cells[9].number, ==, 1);
            break;
        default: break;
        }
    }
    g_assert_no_error (error);
    g_assert_cmpuint (rows, ==, 4);
    g_assert_true (upstand_sheet_rewind (sheet, &error));
    g_assert_true (upstand_sheet_next (sheet, cells, &error));
    g_assert_cmpstr (cells[1].text, ==, "Agree terms of reference");
}

static void
test_hit (void)
{
    g_autoptr (UpstandChart) chart = make_small ();
    g_autoptr (UpstandChartStyle) style = make_style ();

    for (guint i = 0; i < upstand_chart_get_n_marks (chart); i++) {
        g_auto (UpstandChartMark) mark = { 0 }, hit = { 0 };

        upstand_chart_get_mark (chart, style, NULL, 900, 600, i, &mark);
        g_assert_true (upstand_chart_hit (
            chart, style, NULL, 900, 600, mark.x + mark.width / 2, mark.y + mark.height / 2, &hit));
        g_assert_cmpuint (hit.index, ==, i);
        g_assert_cmpint (hit.id, ==, mark.id);
        g_assert_cmpstr (hit.sentence, ==, mark.sentence);
        g_assert_cmpint (hit.part, ==, i == 0 || i == 3 ? UPSTAND_TIMELINE_GROUP : 0);
    }

    UpstandChartMark untouched = { .index = 77 };

    g_assert_false (upstand_chart_hit (chart, style, NULL, 900, 600, 20, 5, &untouched));
    g_assert_false (upstand_chart_hit (chart, style, NULL, 900, 600, -1, 300, &untouched));
    g_assert_false (upstand_chart_hit (chart, style, NULL, 900, 600, 20, 599, &untouched));
    g_assert_false (upstand_chart_hit (chart, style, NULL, 900, 600, 0.0 / 0.0, 300, &untouched));
    g_assert_false (upstand_chart_hit (chart, style, NULL, 0, 0, 0, 0, &untouched));
    g_assert_cmpuint (untouched.index, ==, 77);
}

static void
test_scrolling (void)
{
    g_autoptr (UpstandChart) chart = make_many (1000);
    g_autoptr (UpstandChartStyle) style = make_style ();
    double most = upstand_chart_get_max_scroll (chart, style, NULL, 900, 600);
    double page = upstand_chart_get_page (chart, style, NULL, 900, 600);
    UpstandChartScope view = { 0 };

    g_assert_cmpfloat (page, >, 200);
    g_assert_cmpfloat (page, <, 600);
    g_assert_cmpfloat (most, >, 20 * page);
    g_assert_cmpfloat (upstand_chart_get_max_scroll (chart, style, NULL, 900,
                           upstand_chart_preferred_height (chart, style, NULL, 900)),
        ==, 0);

    view.scroll = upstand_chart_scroll_to (chart, style, &view, 900, 600, 500);
    g_assert_cmpfloat (view.scroll, >, 0);

    g_auto (UpstandChartMark) mark = { 0 }, hit = { 0 };

    upstand_chart_get_mark (chart, style, &view, 900, 600, 500, &mark);
    g_assert_cmpfloat (mark.y, >, 0);
    g_assert_cmpfloat (mark.y + mark.height, <, 600);
    g_assert_true (
        upstand_chart_hit (chart, style, &view, 900, 600, 10, mark.y + mark.height / 2, &hit));
    g_assert_cmpuint (hit.index, ==, 500);
    g_assert_cmpint (hit.id, ==, 501);
    /* What is in sight already is not moved. */
    g_assert_cmpfloat (
        upstand_chart_scroll_to (chart, style, &view, 900, 600, 499), ==, view.scroll);
    g_assert_cmpfloat (upstand_chart_scroll_to (chart, style, &view, 900, 600, 0), ==, 0);
    g_assert_cmpfloat (upstand_chart_scroll_to (chart, style, &view, 900, 600, 999), >=, most - 1);
}

static void
test_steps (void)
{
    g_autoptr (UpstandChart) chart = make_small ();
    g_autoptr (UpstandChart) empty = upstand_timeline_end (begin ());

    g_assert_cmpuint (upstand_chart_step (chart, 0, UPSTAND_CHART_STEP_DOWN), ==, 1);
    g_assert_cmpuint (upstand_chart_step (chart, 0, UPSTAND_CHART_STEP_UP), ==, 0);
    g_assert_cmpuint (upstand_chart_step (chart, 0, UPSTAND_CHART_STEP_LEFT), ==, 0);
    g_assert_cmpuint (upstand_chart_step (chart, 5, UPSTAND_CHART_STEP_RIGHT), ==, 5);
    g_assert_cmpuint (upstand_chart_step (chart, 5, UPSTAND_CHART_STEP_DOWN), ==, 5);
    g_assert_cmpuint (upstand_chart_step (chart, 3, UPSTAND_CHART_STEP_LAST), ==, 5);
    g_assert_cmpuint (upstand_chart_step (chart, 3, UPSTAND_CHART_STEP_FIRST), ==, 0);
    g_assert_cmpuint (upstand_chart_step (chart, 99, UPSTAND_CHART_STEP_LEFT), ==, 4);
    g_assert_cmpuint (upstand_chart_step (empty, 3, UPSTAND_CHART_STEP_DOWN), ==, 0);
}

static guint
draw_at (const UpstandChart *chart, const UpstandChartScope *view, double width, double height)
{
    g_autoptr (UpstandChartStyle) style = make_style ();
    cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 64, 64);
    cairo_t *cr = cairo_create (surface);
    UpstandChartScope start = { 0 };
    guint rows;

    upstand_chart_draw (cr, chart, style, width, height);
    rows = upstand_chart_draw_scope (cr, chart, style, view ? view : &start, width, height);
    g_assert_cmpstr (cairo_status_to_string (cairo_status (cr)), ==,
        cairo_status_to_string (CAIRO_STATUS_SUCCESS));
    cairo_destroy (cr);
    cairo_surface_destroy (surface);
    return rows;
}

static void
test_only_visible_rows_are_drawn (void)
{
    g_autoptr (UpstandChart) few = make_many (100);
    g_autoptr (UpstandChart) many = make_many (100000);
    guint rows = draw_at (few, NULL, 900, 600);
    UpstandChartScope middle = { .scroll = 1234567 }, past = { .scroll = 1e12 };

    g_assert_cmpuint (rows, >, 5);
    g_assert_cmpuint (rows, <, 40);
    g_assert_cmpuint (draw_at (many, NULL, 900, 600), ==, rows);
    g_assert_cmpuint (draw_at (many, &middle, 900, 600), <=, rows + 1);
    g_assert_cmpuint (draw_at (many, &past, 900, 600), >=, rows - 1);
}

static void
test_odd_sizes (void)
{
    static const double sizes[] = { -5, 0, 0.5, 1, 2, 17, 50, 320, 2400, 1e5, 1e9, 1.0 / 0.0,
        0.0 / 0.0 };
    UpstandChart *charts[] = { make_small (), upstand_timeline_end (begin ()), make_many (50) };
    UpstandChartScope views[] = {
        { .scroll = -10 },
        { .scroll = 0.0 / 0.0 },
        { .from = day ("2022-05-18"), .to = day ("2022-05-18") },
        { .from = 1, .to = G_MAXUINT32 },
        { .from = day ("2030-01-01"), .to = day ("2020-01-01") },
        { .from = day ("0001-01-01"), .to = day ("9999-12-31") },
    };

    for (guint c = 0; c < G_N_ELEMENTS (charts); c++)
        for (guint w = 0; w < G_N_ELEMENTS (sizes); w++)
            for (guint h = 0; h < G_N_ELEMENTS (sizes); h += c + 1) {
                draw_at (charts[c], NULL, sizes[w], sizes[h]);
                draw_at (charts[c], &views[(w + h) % G_N_ELEMENTS (views)], sizes[w], sizes[h]);
            }
    for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
        g_clear_pointer (&charts[i], upstand_chart_unref);
}

static void
test_hostile_facts (void)
{
    UpstandTimeline *timeline = begin ();
    g_autofree char *endless = g_strnfill (100000, 'W');

    upstand_timeline_add_group (timeline,
        &(UpstandTimelineGroup){
            .title = "\xff\xfe not text", .deadline = 1, .original_deadline = G_MAXUINT32 });
    upstand_timeline_add_item (timeline, &(UpstandTimelineItem){ .title = endless,
                                             .percent = 100000,
                                             .start = G_MAXUINT32,
                                             .due = 1,
                                             .standing = UPSTAND_STANDING_OVERDUE });
    upstand_timeline_add_item (timeline, &(UpstandTimelineItem){ .title = "Backwards\nand broken",
                                             .percent = -7,
                                             .standing = UPSTAND_STANDING_COMPLETE,
                                             .start = day ("2022-09-01"),
                                             .due = day ("2022-01-01"),
                                             .completed = day ("1850-01-01") });
    upstand_timeline_add_item (timeline, &(UpstandTimelineItem){ .title = "A slip of the pen",
                                             .standing = UPSTAND_STANDING_NOT_STARTED,
                                             .due = day ("9999-12-31") });
    upstand_timeline_add_item (timeline, &(UpstandTimelineItem){ 0 });

    g_autoptr (UpstandChart) chart = upstand_timeline_end (timeline);
    UpstandDay from, to;

    draw_at (chart, NULL, 1200, 600);
    draw_at (chart, NULL, 320, 600);
    /* One slip of the pen does not squeeze the plan into a pixel. */
    upstand_timeline_get_range (chart, &from, &to);
    g_assert_cmpuint (from, >=, day ("2019-05-01"));
    g_assert_cmpuint (to, <=, day ("2026-05-31"));
    g_assert_cmpuint (from, <, day ("2022-05-18"));
    g_assert_cmpuint (to, >, day ("2022-05-18"));
}

static void
test_axis_units (void)
{
    g_autoptr (UpstandChartStyle) style = make_style ();
    UpstandTimeAxis axis;
    UpstandPen pen;
    UpstandAxisUnit last = UPSTAND_AXIS_WEEKS;

    upstand_pen_init (&pen, NULL, style);
    for (int years = 1; years <= 200; years++) {
        upstand_time_axis_init (
            &axis, &pen, day ("1990-01-01"), day ("1990-01-01") + years * 365, 0, 600);
        g_assert_cmpint (axis.unit, >=, last);
        g_assert_cmpint (axis.above, >=, axis.unit);
        last = axis.unit;
    }
    g_assert_cmpint (axis.unit, ==, UPSTAND_AXIS_YEARS);
    g_assert_cmpint (axis.years, >, 5);
    upstand_time_axis_init (&axis, &pen, day ("2022-03-01"), day ("2022-03-31"), 100, 310);
    g_assert_cmpint (axis.unit, ==, UPSTAND_AXIS_WEEKS);
    g_assert_cmpint (axis.above, ==, UPSTAND_AXIS_MONTHS);
    g_assert_cmpfloat (upstand_time_axis_get_x (&axis, day ("2022-03-01")), ==, 100);
    g_assert_cmpfloat (upstand_time_axis_get_x (&axis, day ("2022-03-31") + 1), ==, 410);
    g_assert_cmpfloat (upstand_time_axis_get_x (&axis, day ("2022-02-28")), ==, 90);
}

static void
test_axis_bounds (void)
{
    static const struct {
        UpstandAxisUnit unit;
        int years;
        const char *day, *start, *next, *label, *whole;
    } cases[] = {
        { UPSTAND_AXIS_WEEKS, 1, "2022-03-06", "2022-02-28", "2022-03-07", "28", "28" },
        { UPSTAND_AXIS_WEEKS, 1, "2022-03-07", "2022-03-07", "2022-03-14", "7", "7" },
        { UPSTAND_AXIS_MONTHS, 1, "2024-02-29", "2024-02-01", "2024-03-01", "Feb", "Feb 2024" },
        { UPSTAND_AXIS_QUARTERS, 1, "2022-03-31", "2022-01-01", "2022-04-01", "Q4", "2021-22-Q4" },
        { UPSTAND_AXIS_QUARTERS, 1, "2022-04-01", "2022-04-01", "2022-07-01", "Q1", "2022-23-Q1" },
        { UPSTAND_AXIS_YEARS, 1, "2022-03-31", "2021-04-01", "2022-04-01", "2021-22", "2021-22" },
        { UPSTAND_AXIS_YEARS, 5, "2022-03-31", "2020-04-01", "2025-04-01", "2020-21", "2020-21" },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        UpstandDay start =
            upstand_time_axis_floor (cases[i].unit, cases[i].years, day (cases[i].day));
        g_autofree char *label = upstand_time_axis_label (cases[i].unit, start, FALSE);
        g_autofree char *whole = upstand_time_axis_label (cases[i].unit, start, TRUE);

        g_assert_cmpuint (start, ==, day (cases[i].start));
        g_assert_cmpuint (
            upstand_time_axis_next (cases[i].unit, cases[i].years, start), ==, day (cases[i].next));
        g_assert_cmpstr (label, ==, cases[i].label);
        if (cases[i].unit != UPSTAND_AXIS_WEEKS)
            g_assert_cmpstr (whole, ==, cases[i].whole);
    }
}

int
main (int argc, char **argv)
{
    setlocale (LC_ALL, "");
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/chart-timeline/finding", test_finding);
    g_test_add_func ("/chart-timeline/copies", test_copies);
    g_test_add_func ("/chart-timeline/sentences", test_sentences);
    g_test_add_func ("/chart-timeline/table", test_table);
    g_test_add_func ("/chart-timeline/hit", test_hit);
    g_test_add_func ("/chart-timeline/scrolling", test_scrolling);
    g_test_add_func ("/chart-timeline/steps", test_steps);
    g_test_add_func ("/chart-timeline/only-visible-rows", test_only_visible_rows_are_drawn);
    g_test_add_func ("/chart-timeline/odd-sizes", test_odd_sizes);
    g_test_add_func ("/chart-timeline/hostile-facts", test_hostile_facts);
    g_test_add_func ("/chart-timeline/axis-units", test_axis_units);
    g_test_add_func ("/chart-timeline/axis-bounds", test_axis_bounds);
    return g_test_run ();
}
