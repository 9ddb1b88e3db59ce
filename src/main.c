/* SPDX-License-Identifier: MIT */
#include <glib/gi18n.h>
#include <locale.h>

#include "application.h"
#include "commands.h"
#include "upstand-config.h"

int
main (int argc, char **argv)
{
    setlocale (LC_ALL, "");
    bindtextdomain (GETTEXT_PACKAGE, UPSTAND_LOCALE_DIR);
    bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
    textdomain (GETTEXT_PACKAGE);

    int code = upstand_commands_run (argc, argv);
    if (code >= 0)
        return code;

    g_autoptr (UpstandApplication) application = upstand_application_new ();
    return g_application_run (G_APPLICATION (application), argc, argv);
}
