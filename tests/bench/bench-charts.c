/* SPDX-License-Identifier: MIT */
/* Drawing a chart at 1200x600, beside the very same cairo calls without anything that led to them:
 * recorded once and played back on the same kind of picture. */
#include "bench.h"

#include "charts/actions-chart.h"
#include "charts/timeline-chart.h"
#include "../sample-charts.h"

#include <locale.h>

#define WIDTH 1200
#define HEIGHT 600
#define DRAWINGS 40
#define FRAMES 200

typedef UpstandChart *(*Make) (void);

/* Of each kind one, as the tests have it. */
static const struct {
    const char *name;
    Make make;
} samples[] = {
    { "steps, 6 capabilities, 1200x600", sample_chart_steps },
    { "heat map, 8 units x 6, 1200x600", sample_chart_heat },
    { "heat map, 9 groups x 8, 1200x600", sample_chart_coverage },
    { "trend, 6 series x 6, 1200x600", sample_chart_trend },
    { "trend, one series, 1200x600", sample_chart_rate },
    { "supply, 6 x 5 years, 1200x600", sample_chart_supply },
    { "shares, 8 quarters x 10, 1200x600", sample_chart_engagements },
    { "shares of a whole, 8 x 3, 1200x600", sample_chart_outcomes },
    { "times, 8 quarters, 1200x600", sample_chart_spread },
};

static UpstandChart *
make_timeline (guint n)
{
    UpstandDay today = upstand_date_new (2022, 5, 18);
    UpstandTimeline *timeline = upstand_timeline_new ("Timeline of the action plan", today);

    for (guint i = 0; i < n; i++) {
        g_autofree char *title = g_strdup_printf ("Train officers of district %u as SOLOs", i);

        if (i % 8 == 0)
            upstand_timeline_add_group (timeline, &(UpstandTimelineGroup){
                                                      .id = i,
                                                      .title = "4.1 Skills gap analysis",
                                                      .deadline = today + i % 60,
                                                      .original_deadline = today,
                                                  });
        upstand_timeline_add_item (timeline, &(UpstandTimelineItem){
                                                 .id = i + 1,
                                                 .title = title,
                                                 .owner = "Head of Public Protection",
                                                 .standing = i % UPSTAND_N_STANDINGS,
                                                 .percent = i % 101,
                                                 .key_milestone = i % 7 == 3,
                                                 .start = today - 150 + i % 90,
                                                 .due = today - 60 + i % 200,
                                                 .original_due = today - 60 + i % 190,
                                             });
    }
    return upstand_timeline_end (timeline);
}

static UpstandChart *
make_short_timeline (void)
{
    return make_timeline (120);
}

static UpstandChart *
make_actions (void)
{
    UpstandActions *actions = upstand_actions_new ("Requirements of each action");

    for (guint i = 0; i < 10; i++) {
        UpstandDistribution distribution = { 0 };
        g_autofree char *code = g_strdup_printf ("%u", i + 1);

        if (i % 4 == 0)
            upstand_actions_add_pillar (actions, "Build trust and confidence");
        for (guint k = 0; k < 2 + i % 4; k++)
            upstand_distribution_add (&distribution, 1 + (i + 3 * k) % (UPSTAND_N_RATINGS - 1));
        upstand_actions_add (
            actions, i + 1, code, "Respond to allegations against officers", &distribution);
    }
    return upstand_actions_end (actions);
}

static cairo_t *
begin_picture (void)
{
    cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
    cairo_t *cr = cairo_create (surface);

    cairo_surface_destroy (surface);
    return cr;
}

static void
end_picture (cairo_t *cr)
{
    if (cairo_status (cr) != CAIRO_STATUS_SUCCESS)
        bench_fail ("cairo: %s", cairo_status_to_string (cairo_status (cr)));
    cairo_destroy (cr);
}

/* As the window draws while one scrolls or the mouse passes: the texts have been laid out. */
static void
draw (gpointer data)
{
    g_autoptr (UpstandChart) chart = ((Make)data) ();
    g_autoptr (UpstandChartStyle) style = upstand_chart_style_new (UPSTAND_PALETTE_LIGHT, NULL, 1);
    cairo_t *cr = begin_picture ();

    upstand_chart_draw (cr, chart, style, WIDTH, HEIGHT);
    bench_begin ();
    for (guint i = 0; i < DRAWINGS; i++)
        upstand_chart_draw (cr, chart, style, WIDTH, HEIGHT);
    bench_end ();
    end_picture (cr);
}

static void
play_back (gpointer data)
{
    g_autoptr (UpstandChart) chart = ((Make)data) ();
    g_autoptr (UpstandChartStyle) style = upstand_chart_style_new (UPSTAND_PALETTE_LIGHT, NULL, 1);
    cairo_rectangle_t extents = { 0, 0, WIDTH, HEIGHT };
    cairo_surface_t *recording =
        cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
    cairo_t *recorder = cairo_create (recording), *cr = begin_picture ();

    upstand_chart_draw (recorder, chart, style, WIDTH, HEIGHT);
    cairo_destroy (recorder);
    cairo_set_source_surface (cr, recording, 0, 0);
    cairo_paint (cr);
    bench_begin ();
    for (guint i = 0; i < DRAWINGS; i++)
        cairo_paint (cr);
    bench_end ();
    end_picture (cr);
    cairo_surface_destroy (recording);
}

static void
jump_about (gpointer data)
{
    g_autoptr (UpstandChart) chart = make_timeline (100000);
    g_autoptr (UpstandChartStyle) style = upstand_chart_style_new (UPSTAND_PALETTE_LIGHT, NULL, 1);
    double most = upstand_chart_get_max_scroll (chart, style, NULL, WIDTH, HEIGHT);
    cairo_t *cr = begin_picture ();
    GRand *random = g_rand_new_with_seed (7);

    for (guint i = 0; i < FRAMES; i++) {
        UpstandChartScope scope = { .scroll = g_rand_double_range (random, 0, most) };
        double start = bench_now ();

        if (upstand_chart_draw_scope (cr, chart, style, &scope, WIDTH, HEIGHT) > 40)
            bench_fail ("rows out of sight were drawn");
        bench_add_sample (bench_now () - start, 0);
    }
    g_rand_free (random);
    end_picture (cr);
}

int
main (void)
{
    setlocale (LC_ALL, "");
    bench_compare (&(BenchCase){
        .name = "timeline, 120 activities, 1200x600",
        .ours = draw,
        .raw = play_back,
        .data = (gpointer)make_short_timeline,
        .target = 1.3,
    });
    bench_compare (&(BenchCase){
        .name = "actions by rating, 1200x600",
        .ours = draw,
        .raw = play_back,
        .data = (gpointer)make_actions,
        .target = 1.3,
    });
    for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
        bench_compare (&(BenchCase){
            .name = samples[i].name,
            .ours = draw,
            .raw = play_back,
            .data = (gpointer)samples[i].make,
            .target = 1.3,
        });
    bench_latency ("timeline of 100 k, random jumps, a frame", jump_about, NULL, 16);
    return 0;
}
