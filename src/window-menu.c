/* SPDX-License-Identifier: MIT */
#include "window-private.h"

#include <glib/gi18n.h>

#include "widgets/desk.h"

static GMenuModel *
new_recent (UpstandWindow *self)
{
    GMenu *menu = g_menu_new ();
    g_auto (GStrv) uris = upstand_desk_get_list (self->desk, "recent-plans");
    for (guint i = 0; uris[i]; i++) {
        g_autoptr (GFile) file = g_file_new_for_uri (uris[i]);
        if (!g_file_query_exists (file, NULL))
            continue;
        g_autofree char *name = g_file_get_basename (file);
        g_autofree char *shown = g_filename_display_name (name);
        /* An underline in a file's name is no mnemonic. */
        g_auto (GStrv) parts = g_strsplit (shown, "_", -1);
        g_autofree char *label = g_strjoinv ("__", parts);
        g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);
        g_menu_item_set_action_and_target (item, "app.open-plan", "s", uris[i]);
        g_menu_append_item (menu, item);
    }
    return G_MENU_MODEL (menu);
}

static void
append_section (GMenu *menu, GMenu *section)
{
    g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    g_object_unref (section);
}

void
upstand_window_fill_menu (GtkMenuButton *button, gpointer user_data)
{
    UpstandWindow *self = user_data;
    g_autoptr (GMenu) menu = g_menu_new ();

    GMenu *files = g_menu_new ();
    g_menu_append (files, _ ("_New plan…"), "app.new");
    g_menu_append (files, _ ("_Open…"), "app.open");
    g_autoptr (GMenuModel) recent = new_recent (self);
    if (g_menu_model_get_n_items (recent) > 0)
        g_menu_append_submenu (files, _ ("Open _recent"), recent);
    g_menu_append (files, _ ("Open the _sample force"), "app.sample");
    append_section (menu, files);

    GMenu *copies = g_menu_new ();
    g_menu_append (copies, _ ("_Back up…"), "win.back-up");
    g_menu_append (copies, _ ("Res_tore a backup…"), "win.restore");
    append_section (menu, copies);

    GMenu *plan = g_menu_new ();
    g_menu_append (plan, _ ("_History"), "win.history");
    g_menu_append (plan, _ ("_Export…"), "win.export");
    g_menu_append (plan, _ ("_Import activities…"), "win.import");
    g_menu_append (plan, _ ("Add a _framework edition…"), "win.add-framework");
    append_section (menu, plan);

    GMenu *replies = g_menu_new ();
    g_menu_append (replies, _ ("As_k owners for updates…"), "win.send-updates");
    g_menu_append (replies, _ ("Take _updates in…"), "win.take-updates");
    append_section (menu, replies);

    GMenu *program = g_menu_new ();
    g_menu_append (program, _ ("_Preferences"), "win.preferences");
    g_menu_append (program, _ ("_Keyboard shortcuts"), "app.shortcuts");
    g_menu_append (program, _ ("_About Upstand"), "app.about");
    append_section (menu, program);

    gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (G_MENU_MODEL (menu)));
}
