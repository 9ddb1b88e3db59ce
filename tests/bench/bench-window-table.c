/* SPDX-License-Identifier: MIT */
/* The table of activities at 100 k records on a real screen: opening it, and every frame while it
 * is scrolled, sorted and searched. A frame is what the toolkit and we do from its tick to the end
 * of painting, and what we did before it because of the change. */
#include <adwaita.h>

#include "bench.h"
#include "big-plan.h"
#include "pages/activities-view.h"
#include "widgets/record-table.h"

#define JUMPS 240
#define STEPS 240
#define ROUNDS 6
/* A frame that does not come is a wrong result, and not something to wait for. */
#define LONGEST_WAIT 20000.0

static struct {
    gboolean counted; /* it follows a change of ours */
    double change, change_cpu; /* spent before the frame */
    double begun, begun_cpu;
    gboolean painted;
} frame;

/* Around what is changed before a frame. */
static void
begin_change (void)
{
    frame.counted = TRUE;
    frame.change = bench_now ();
    frame.change_cpu = bench_thread_cpu ();
}

static void
end_change (void)
{
    frame.change = bench_now () - frame.change;
    frame.change_cpu = bench_thread_cpu () - frame.change_cpu;
}

static void
before_paint_cb (GdkFrameClock *clock, gpointer user_data)
{
    frame.begun = bench_now ();
    frame.begun_cpu = bench_thread_cpu ();
}

static void
after_paint_cb (GdkFrameClock *clock, gpointer user_data)
{
    if (frame.counted)
        bench_add_sample (frame.change + bench_now () - frame.begun,
            frame.change_cpu + bench_thread_cpu () - frame.begun_cpu);
    frame.counted = FALSE;
    frame.painted = TRUE;
}

static gboolean
waited_cb (gpointer what)
{
    bench_fail ("waited %g s for %s", LONGEST_WAIT / 1000, (const char *)what);
}

static void
paint (void)
{
    guint limit = g_timeout_add ((guint)LONGEST_WAIT, waited_cb, (gpointer) "a frame");
    frame.painted = FALSE;
    while (!frame.painted)
        g_main_context_iteration (NULL, TRUE);
    g_source_remove (limit);
}

static void
settle (UpstandRecordTable *table)
{
    guint limit = g_timeout_add ((guint)LONGEST_WAIT, waited_cb, (gpointer) "the list");
    while (upstand_list_model_is_loading (upstand_record_table_get_model (table)))
        g_main_context_iteration (NULL, TRUE);
    while (g_main_context_iteration (NULL, FALSE)) {
    }
    g_source_remove (limit);
}

static GtkWidget *
open_window (GtkWidget *content)
{
    GtkWidget *window = adw_window_new ();
    gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
    adw_window_set_content (ADW_WINDOW (window), content);
    gtk_window_present (GTK_WINDOW (window));
    GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
    g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), NULL);
    g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), NULL);
    paint ();
    return window;
}

/* As the program looks. */
static void
load_style (void)
{
    g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
    gtk_css_provider_load_from_resource (style, "/uk/upstand/Upstand/style.css");
    gtk_style_context_add_provider_for_display (gdk_display_get_default (),
        GTK_STYLE_PROVIDER (style), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static UpstandActivitiesView *
open_view (const char *path, GtkWidget **window, UpstandStore **store)
{
    gtk_init ();
    adw_init ();
    load_style ();
    *store = big_plan_open (path);
    UpstandActivitiesView *view = UPSTAND_ACTIVITIES_VIEW (upstand_activities_view_new ());
    upstand_activities_view_set_store (view, *store, upstand_date_new (2022, 3, 31));
    *window = open_window (GTK_WIDGET (view));
    return view;
}

static void
open_ours (gpointer path)
{
    GtkWidget *window;
    UpstandStore *store;
    open_view (path, &window, &store);
}

static void
open_bare (gpointer path)
{
    gtk_init ();
    adw_init ();
    open_window (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
}

static GtkAdjustment *
find_adjustment (UpstandRecordTable *table)
{
    return gtk_scrolled_window_get_vadjustment (
        GTK_SCROLLED_WINDOW (adw_bin_get_child (ADW_BIN (table))));
}

static void
scroll_to (GtkAdjustment *adjustment, double value)
{
    begin_change ();
    gtk_adjustment_set_value (adjustment, value);
    end_change ();
    paint ();
}

static void
scroll (gpointer path, gboolean jumps)
{
    GtkWidget *window;
    UpstandStore *store;
    UpstandActivitiesView *view = open_view (path, &window, &store);
    UpstandRecordTable *table = UPSTAND_RECORD_TABLE (upstand_activities_view_get_table (view));
    GtkAdjustment *adjustment = find_adjustment (table);
    g_autoptr (GRand) random = g_rand_new_with_seed (1);
    settle (table);
    double height = gtk_adjustment_get_upper (adjustment) - 800;
    if (height < 100000)
        bench_fail ("the table is only %g pixels high", height);
    for (guint i = 0; i < (jumps ? JUMPS : STEPS); i++)
        scroll_to (adjustment, jumps ? g_rand_double_range (random, 0, height) : i * 120.0);
}

static void
scroll_jumps (gpointer path)
{
    scroll (path, TRUE);
}

static void
scroll_steps (gpointer path)
{
    scroll (path, FALSE);
}

static void
search (gpointer path)
{
    static const char *const words[] = { "t", "tr", "tra", "trau", "trauma", "trauma a", "zzz",
        "" };
    GtkWidget *window;
    UpstandStore *store;
    UpstandActivitiesView *view = open_view (path, &window, &store);
    UpstandRecordTable *table = UPSTAND_RECORD_TABLE (upstand_activities_view_get_table (view));
    settle (table);
    for (guint i = 0; i < ROUNDS * G_N_ELEMENTS (words); i++) {
        begin_change ();
        upstand_activities_view_search (view, words[i % G_N_ELEMENTS (words)]);
        end_change ();
        paint ();
        settle (table);
    }
}

static void
sort (gpointer path)
{
    static const char *const fields[] = { "title", "due", "owner", "percent" };
    GtkWidget *window;
    UpstandStore *store;
    UpstandActivitiesView *view = open_view (path, &window, &store);
    UpstandRecordTable *table = UPSTAND_RECORD_TABLE (upstand_activities_view_get_table (view));
    settle (table);
    for (guint i = 0; i < ROUNDS * G_N_ELEMENTS (fields); i++) {
        begin_change ();
        upstand_record_table_sort (table, fields[i % G_N_ELEMENTS (fields)], i % 3 == 0);
        end_change ();
        paint ();
        settle (table);
    }
}

int
main (void)
{
    g_autofree char *path = bench_path ("big.upstand");
    bench_prepare (big_plan_make, path);
    bench_compare (&(BenchCase){
        .name = "activities, to the first paint",
        .ours = open_ours,
        .raw = open_bare,
        .data = path,
        .target = 1.4,
        .memory = 30,
    });
    bench_compare (&(BenchCase){
        .name = "activities, scrolled all over",
        .ours = scroll_jumps,
        .raw = open_bare,
        .data = path,
        .target = 0,
        .memory = 30,
        .runs = 3,
    });
    bench_latency ("a frame, random jumps", scroll_jumps, path, 16);
    bench_latency ("a frame, scrolling on", scroll_steps, path, 16);
    bench_latency ("a frame after a keystroke", search, path, 16);
    bench_latency ("a frame after another order", sort, path, 16);
    return 0;
}
