/* SPDX-License-Identifier: MIT */
/* From the start of the program to the first frame of its window, with a plan of 100 k activities,
 * beside an empty window. Both sides are programs of their own, started anew for each run: loading
 * the libraries counts too. Each says itself when it had painted. */
#include <stdio.h>
#include <unistd.h>

#include "application.h"
#include "bench.h"
#include "big-plan.h"
#include "pages/plan-row.h"
#include "widgets/desk.h"

#define RUNS 15
#define LEAST_ROWS 8

static guint
count_rows (GtkWidget *widget)
{
    if (UPSTAND_IS_PLAN_ROW (widget))
        return gtk_widget_get_mapped (widget) &&
               upstand_plan_row_get_node (UPSTAND_PLAN_ROW (widget)) != NULL;
    guint rows = 0;
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
         child = gtk_widget_get_next_sibling (child))
        rows += count_rows (child);
    return rows;
}

/* A first frame without the plan in it would be quick and worth nothing. */
static void
painted_cb (GtkWidget *window)
{
    double now = bench_now ();
    if (count_rows (window) < LEAST_ROWS)
        _exit (2);
    g_print ("%f", now);
    fflush (stdout);
    _exit (0);
}

static void
realized_cb (GtkWidget *window)
{
    g_signal_connect_swapped (
        gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), window);
}

static void
window_added_cb (GtkApplication *application, GtkWidget *window)
{
    g_signal_connect_after (window, "realize", G_CALLBACK (realized_cb), NULL);
}

static int
show_plan (char *program, char *path)
{
    g_autoptr (GSettings) desk = upstand_desk_open ();
    UpstandApplication *application = upstand_application_new (desk);
    g_application_set_flags (G_APPLICATION (application),
        g_application_get_flags (G_APPLICATION (application)) | G_APPLICATION_NON_UNIQUE);
    g_signal_connect_after (application, "window-added", G_CALLBACK (window_added_cb), NULL);
    g_application_run (G_APPLICATION (application), 2, (char *[]){ program, path, NULL });
    return 1;
}

static void
run_program (const char *program, const char *path)
{
    int status;
    g_autofree char *said = NULL;
    g_autoptr (GError) error = NULL;
    double began = bench_now (), cpu = bench_cpu ();
    if (!g_spawn_sync (NULL, (char *[]){ (char *)program, (char *)path, NULL }, NULL,
            G_SPAWN_DEFAULT, NULL, NULL, &said, NULL, &status, &error) ||
        !g_spawn_check_wait_status (status, &error))
        bench_fail ("%s: %s", program, error->message);
    bench_add_sample (g_ascii_strtod (said, NULL) - began, bench_cpu () - cpu);
}

static void
start_ours (gpointer path)
{
    run_program ("/proc/self/exe", path);
}

static void
start_bare (gpointer path)
{
    run_program (BARE_WINDOW, NULL);
}

int
main (int argc, char **argv)
{
    if (argc == 2)
        return show_plan (argv[0], argv[1]);
    g_autofree char *path = bench_path ("big.upstand");
    bench_prepare (big_plan_make, path);
    bench_compare (&(BenchCase){
        .name = "start to the first frame, 100 k",
        .ours = start_ours,
        .raw = start_bare,
        .data = path,
        .runs = RUNS,
        .target = 1.4,
        .memory = 30,
    });
    return 0;
}
