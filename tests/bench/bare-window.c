/* SPDX-License-Identifier: MIT */
/* The empty window that ours is compared with: from its start to its first frame. */
#include <adwaita.h>

#include <stdio.h>
#include <unistd.h>

static void
painted_cb (GdkFrameClock *clock, gpointer user_data)
{
    g_print ("%f", (double)g_get_monotonic_time () / 1000.0);
    fflush (stdout);
    _exit (0);
}

static void
activated_cb (GApplication *application, gpointer user_data)
{
    GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));
    gtk_window_set_default_size (GTK_WINDOW (window), 1120, 760);
    gtk_window_present (GTK_WINDOW (window));
    g_signal_connect (
        gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), NULL);
}

int
main (int argc, char **argv)
{
    AdwApplication *application = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);
    g_signal_connect (application, "activate", G_CALLBACK (activated_cb), NULL);
    g_application_run (G_APPLICATION (application), 0, NULL);
    return 1;
}
