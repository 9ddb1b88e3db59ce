/* SPDX-License-Identifier: MIT */
#include <glib/gi18n.h>
#include <gtk/gtk.h>
#include <locale.h>
#include <unistd.h>

#include "application.h"
#include "commands/commands.h"
#include "upstand-config.h"
#include "widgets/desk.h"

/* The numbers are those of the settings' choices. */
static const char *const languages[] = { "", "en", "cy" };

/* Run from the folder it was built in, the program speaks from the catalogues made there. */
static const char *
find_catalogues (void)
{
    g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
    return program && g_str_has_prefix (program, UPSTAND_BUILD_DIR "/") ? UPSTAND_BUILD_DIR "/po"
                                                                        : UPSTAND_LOCALE_DIR;
}

int
main (int argc, char **argv)
{
    setlocale (LC_ALL, "");
    bindtextdomain (GETTEXT_PACKAGE, find_catalogues ());
    bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
    textdomain (GETTEXT_PACKAGE);

    int code = upstand_commands_run (argc, argv);
    if (code >= 0)
        return code;

    g_autofree char *language = g_strdup (g_getenv ("LANGUAGE"));
    /* The locale is chosen here and now; the toolkit would choose it again. */
    gtk_disable_setlocale ();
    GSettings *desk = upstand_desk_open ();
    int chosen = upstand_desk_get_number (desk, "language", 0);
    if (chosen > 0 && chosen < (int)G_N_ELEMENTS (languages))
        upstand_application_set_language (languages[chosen]);

    UpstandApplication *application = upstand_application_new (desk);
    code = g_application_run (G_APPLICATION (application), argc, argv);
    g_auto (GStrv) again = upstand_application_get_restart (application, argv[0]);
    g_object_unref (application);
    if (desk)
        g_settings_sync ();
    g_clear_object (&desk);
    if (again) {
        if (language)
            g_setenv ("LANGUAGE", language, TRUE);
        else
            g_unsetenv ("LANGUAGE");
        execv ("/proc/self/exe", again);
        g_printerr (_ ("upstand: the program could not start again\n"));
        return 1;
    }
    return code;
}
