/* SPDX-License-Identifier: MIT */
/* Shows each page of a plan in the real window and saves it as a picture.
 * usage: render-pages FOLDER PLAN [WIDTHxHEIGHT]   (the display is tests/with-display.sh's) */
#include <libintl.h>
#include <locale.h>
#include <stdio.h>

#include "application.h"
#include "records/plan.h"
#include "upstand-config.h"
#include "window.h"

/* How long a page may take to be whole: workers, ratings, the second frame. */
#define SETTLE_MS 1200

typedef struct {
    const char *file;
    const char *place; /* %s: a requirement's id */
} Picture;

static const Picture pictures[] = {
    { "1-requirements.png", "actions\nrequirements %s" },
    { "2-activities.png", "actions\nactivities %s" },
    { "3-timeline.png", "actions\ntimeline %s" },
    { "skills-1-figures.png", "skills\nfigures" },
    { "skills-2-gap.png", "skills\ngap" },
    { "skills-3-trend.png", "skills\ntrend" },
    { "skills-4-years.png", "skills\nyears" },
    { "engagement-1-engagements.png", "engagement\nengagements" },
    { "engagement-2-changed.png", "engagement\nchains" },
    { "engagement-3-coverage.png", "engagement\ncoverage" },
    { "engagement-4-registers.png", "engagement\nregisters" },
    { "engagement-5-said.png", "engagement\nsaid" },
    { "4-spaces.png", "spaces\nspaces" },
    { "4-spaces-profile.png", "spaces\nprofile" },
    { "4-spaces-risk.png", "spaces\nrisk" },
    { "4-spaces-registers.png", "spaces\nregisters" },
};

static void
settle (void)
{
    gint64 until = g_get_monotonic_time () + SETTLE_MS * G_TIME_SPAN_MILLISECOND;
    while (g_get_monotonic_time () < until)
        g_main_context_iteration (NULL, FALSE);
}

static gboolean
save_picture (GtkWidget *window, const char *path)
{
    g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
    double width = gtk_widget_get_width (window), height = gtk_widget_get_height (window);
    GtkSnapshot *snapshot = gtk_snapshot_new ();
    gdk_paintable_snapshot (paintable, snapshot, width, height);
    g_autoptr (GskRenderNode) node = gtk_snapshot_free_to_node (snapshot);
    if (!node)
        return FALSE;
    GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (window));
    g_autoptr (GdkTexture) texture =
        gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (0, 0, width, height));
    return gdk_texture_save_to_png (texture, path);
}

static char *
choose_requirement (UpstandStore *store)
{
    return upstand_database_text (upstand_store_get_database (store), NULL,
        "SELECT id FROM requirement ORDER BY override_rating IS NULL, code LIMIT 1", "");
}

int
main (int argc, char **argv)
{
    int width = 1200, height = 800;
    if (argc < 3 || (argc > 3 && sscanf (argv[3], "%dx%d", &width, &height) != 2)) {
        g_printerr ("usage: render-pages FOLDER PLAN [WIDTHxHEIGHT]\n");
        return 2;
    }
    setlocale (LC_ALL, "");
    bindtextdomain (GETTEXT_PACKAGE, UPSTAND_LOCALE_DIR);
    textdomain (GETTEXT_PACKAGE);
    g_autoptr (UpstandApplication) application = upstand_application_new (NULL);
    g_application_set_flags (
        G_APPLICATION (application), G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
    g_autoptr (GFile) file = g_file_new_for_path (argv[2]);
    if (!g_application_register (G_APPLICATION (application), NULL, NULL))
        return 1;
    g_application_open (G_APPLICATION (application), &file, 1, "");
    GList *windows = gtk_application_get_windows (GTK_APPLICATION (application));
    if (!windows)
        return 1;
    UpstandWindow *window = UPSTAND_WINDOW (windows->data);
    gtk_window_set_default_size (GTK_WINDOW (window), width, height);
    settle ();
    UpstandStore *store = upstand_window_get_store (window);
    if (!store) {
        g_printerr ("render-pages: “%s” did not open\n", argv[2]);
        return 1;
    }
    g_autofree char *requirement = choose_requirement (store);
    for (guint i = 0; i < G_N_ELEMENTS (pictures); i++) {
        g_autoptr (GString) place = g_string_new (pictures[i].place);
        g_string_replace (place, "%s", requirement, 1);
        upstand_window_set_place (window, place->str);
        settle ();
        g_autofree char *path = g_build_filename (argv[1], pictures[i].file, NULL);
        if (!save_picture (GTK_WIDGET (window), path)) {
            g_printerr ("render-pages: “%s” could not be written\n", path);
            return 1;
        }
        g_print ("%s\n", path);
    }
    gtk_window_destroy (GTK_WINDOW (window));
    return 0;
}
