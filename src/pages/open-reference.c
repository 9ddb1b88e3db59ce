/* SPDX-License-Identifier: MIT */
#include "pages/open-reference.h"

#include <glib/gi18n-lib.h>

#include "pages/step.h"

char *
upstand_reference_to_uri (const char *reference)
{
    static const char *const schemes[] = { "http", "https", "file", "smb", "mailto", NULL };

    g_return_val_if_fail (reference, NULL);
    if (g_path_is_absolute (reference))
        return g_filename_to_uri (reference, NULL, NULL);
    if (g_ascii_strncasecmp (reference, "www.", 4) == 0)
        return g_strconcat ("https://", reference, NULL);
    const char *scheme = g_uri_peek_scheme (reference);
    return scheme && g_strv_contains (schemes, scheme) ? g_strdup (reference) : NULL;
}

gboolean
upstand_can_open_reference (const char *reference)
{
    g_autofree char *uri = upstand_reference_to_uri (reference);
    return uri != NULL;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr (GtkWidget) widget = data;
    g_autoptr (GError) error = NULL;
    if (!g_app_info_launch_default_for_uri_finish (result, &error))
        upstand_step_show_error (widget, _ ("It could not be opened"), error);
}

void
upstand_open_reference (GtkWidget *widget, const char *reference)
{
    g_return_if_fail (GTK_IS_WIDGET (widget) && reference);
    g_autofree char *uri = upstand_reference_to_uri (reference);
    if (!uri) {
        gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), reference);
        gtk_widget_activate_action (widget, "win.toast", "s", _ ("Copied to the clipboard"));
        return;
    }
    g_autoptr (GdkAppLaunchContext) context =
        gdk_display_get_app_launch_context (gtk_widget_get_display (widget));
    g_app_info_launch_default_for_uri_async (
        uri, G_APP_LAUNCH_CONTEXT (context), NULL, opened_cb, g_object_ref (widget));
}
