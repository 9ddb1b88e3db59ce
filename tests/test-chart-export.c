/* SPDX-License-Identifier: MIT */
#include "charts/export.h"
#include "charts/timeline-chart.h"
#include "database/error.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

typedef struct {
    char *folder;
    UpstandChart *chart;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
    UpstandTimeline *timeline = upstand_timeline_new ("Timeline", upstand_date_new (2022, 5, 18));

    for (guint i = 0; i < GPOINTER_TO_UINT (data); i++)
        upstand_timeline_add_item (timeline, &(UpstandTimelineItem){ .id = i + 1,
                                                 .title = "An activity",
                                                 .standing = UPSTAND_STANDING_IN_PROGRESS,
                                                 .percent = 50,
                                                 .start = upstand_date_new (2022, 3, 1),
                                                 .due = upstand_date_new (2022, 7, 1) });
    fixture->chart = upstand_timeline_end (timeline);
    fixture->folder = g_dir_make_tmp ("upstand-chart-XXXXXX", NULL);
    g_assert_nonnull (fixture->folder);
}

static guint
count_files (const char *folder)
{
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
    guint n = 0;

    while (g_dir_read_name (dir))
        n++;
    return n;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);

    for (const char *name; (name = g_dir_read_name (dir));) {
        g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

        g_assert_cmpint (g_remove (path), ==, 0);
    }
    g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
    g_free (fixture->folder);
    upstand_chart_unref (fixture->chart);
}

static void
test_png (Fixture *fixture, gconstpointer data)
{
    g_autofree char *path = g_build_filename (fixture->folder, "chart.png", NULL);
    g_autoptr (GError) error = NULL;
    UpstandChartPaper paper = { .palette = UPSTAND_PALETTE_PRINT,
        .width = 600,
        .height = 400,
        .scale = 1.5,
        .classification = "OFFICIAL" };

    g_assert_true (upstand_chart_save_png (fixture->chart, path, &paper, &error));
    g_assert_no_error (error);
    g_assert_cmpuint (count_files (fixture->folder), ==, 1);

    cairo_surface_t *surface = cairo_image_surface_create_from_png (path);

    g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
    g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 900);
    g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 600);
    cairo_surface_destroy (surface);
}

/* How many of the picture's pixels are not the ground's colour, between two of its rows. */
static guint
count_ink (cairo_surface_t *surface, int top, int bottom)
{
    const guint8 *bytes = cairo_image_surface_get_data (surface);
    int stride = cairo_image_surface_get_stride (surface);
    guint n = 0;

    for (int y = top; y < bottom; y++)
        for (int x = 0; x < cairo_image_surface_get_width (surface); x++) {
            guint32 pixel;

            memcpy (&pixel, bytes + y * stride + x * 4, sizeof pixel);
            n += (pixel & 0xffffff) != 0xffffff;
        }
    return n;
}

static void
test_pixels (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    UpstandChartPaper bare = {
        .palette = UPSTAND_PALETTE_PRINT, .width = 600, .height = 400, .scale = 1
    };
    UpstandChartPaper marked = bare;

    marked.classification = "OFFICIAL-SENSITIVE";

    cairo_surface_t *without = upstand_chart_render (fixture->chart, &bare, &error);
    cairo_surface_t *with = upstand_chart_render (fixture->chart, &marked, &error);

    g_assert_no_error (error);
    /* Title, axis and rows are there; the edges are clear but for a classification. */
    g_assert_cmpuint (count_ink (without, 0, 400), >, 2000);
    g_assert_cmpuint (count_ink (without, 0, 10), ==, 0);
    g_assert_cmpuint (count_ink (with, 0, 22), >, 100);
    g_assert_cmpuint (count_ink (with, 378, 400), >, 100);
    cairo_surface_destroy (without);
    cairo_surface_destroy (with);
}

static void
test_too_large (Fixture *fixture, gconstpointer data)
{
    g_autofree char *path = g_build_filename (fixture->folder, "chart.png", NULL);
    g_autoptr (GError) error = NULL;
    UpstandChartPaper paper = { .width = 100000, .height = 100000 };

    g_assert_false (upstand_chart_save_png (fixture->chart, path, &paper, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_LIMIT);
    g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

static void
test_long_chart_is_cut (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    UpstandChartPaper paper = { .width = 1000, .scale = 1 };
    cairo_surface_t *surface = upstand_chart_render (fixture->chart, &paper, &error);

    g_assert_no_error (error);
    g_assert_cmpint (cairo_image_surface_get_height (surface), >, 10000);
    g_assert_cmpint (cairo_image_surface_get_height (surface), <=, 16384);
    cairo_surface_destroy (surface);
}

static guint
count_pages (const char *path)
{
    g_autofree char *bytes = NULL;
    gsize length;
    guint n = 0;

    g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
    g_assert_cmpuint (length, >, 1000);
    g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
    for (const char *at = bytes; (at = memmem (at, length - (at - bytes), "/Type /Page", 11)); at++)
        n += at[11] != 's';
    return n;
}

static void
test_pdf (Fixture *fixture, gconstpointer data)
{
    g_autofree char *path = g_build_filename (fixture->folder, "chart.pdf", NULL);
    g_autoptr (GError) error = NULL;
    UpstandChartPaper paper = { .palette = UPSTAND_PALETTE_PRINT, .classification = "OFFICIAL" };
    guint rows = GPOINTER_TO_UINT (data);

    g_assert_true (upstand_chart_save_pdf (fixture->chart, path, &paper, NULL, &error));
    g_assert_no_error (error);
    g_assert_cmpuint (count_files (fixture->folder), ==, 1);
    if (rows < 10)
        g_assert_cmpuint (count_pages (path), ==, 1);
    else
        g_assert_cmpuint (count_pages (path), >, rows / 60);
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
    g_autofree char *path = g_build_filename (fixture->folder, "none", "chart", NULL);
    g_autoptr (GError) png = NULL;
    g_autoptr (GError) pdf = NULL;
    UpstandChartPaper paper = { 0 };

    g_assert_false (upstand_chart_save_png (fixture->chart, path, &paper, &png));
    g_assert_nonnull (png);
    g_assert_false (upstand_chart_save_pdf (fixture->chart, path, &paper, NULL, &pdf));
    g_assert_nonnull (pdf);
    g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

static void
test_cancelled_keeps_the_old_file (Fixture *fixture, gconstpointer data)
{
    g_autofree char *path = g_build_filename (fixture->folder, "chart.pdf", NULL);
    g_autofree char *contents = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    UpstandChartPaper paper = { 0 };

    g_assert_true (g_file_set_contents (path, "the old one", -1, NULL));
    g_cancellable_cancel (cancellable);
    g_assert_false (upstand_chart_save_pdf (fixture->chart, path, &paper, cancellable, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_assert_cmpuint (count_files (fixture->folder), ==, 1);
    g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
    g_assert_cmpstr (contents, ==, "the old one");
}

/* A destination that cannot be replaced: what was written beside it goes. */
static void
test_destination_is_a_folder (Fixture *fixture, gconstpointer data)
{
    g_autofree char *path = g_build_filename (fixture->folder, "chart.png", NULL);
    g_autofree char *inside = g_build_filename (path, "file", NULL);
    g_autoptr (GError) error = NULL;
    UpstandChartPaper paper = { .width = 300, .height = 200 };

    g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
    g_assert_true (g_file_set_contents (inside, "x", -1, NULL));
    g_assert_false (upstand_chart_save_png (fixture->chart, path, &paper, &error));
    g_assert_nonnull (error);
    g_assert_cmpuint (count_files (fixture->folder), ==, 1);
    g_assert_cmpint (g_remove (inside), ==, 0);
}

#define TEST(path, rows, function) \
    g_test_add ( \
        "/chart-export/" path, Fixture, GUINT_TO_POINTER (rows), set_up, function, tear_down)

int
main (int argc, char **argv)
{
    setlocale (LC_ALL, "");
    g_test_init (&argc, &argv, NULL);
    TEST ("png", 8, test_png);
    TEST ("pixels", 8, test_pixels);
    TEST ("too-large", 8, test_too_large);
    TEST ("long-chart-is-cut", 2000, test_long_chart_is_cut);
    TEST ("pdf", 8, test_pdf);
    TEST ("pdf-empty", 0, test_pdf);
    TEST ("pdf-pages", 200, test_pdf);
    TEST ("no-folder", 8, test_no_folder);
    TEST ("cancelled", 8, test_cancelled_keeps_the_old_file);
    TEST ("destination-is-a-folder", 8, test_destination_is_a_folder);
    return g_test_run ();
}
