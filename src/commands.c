/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include <glib/gi18n.h>

#include "upstand-config.h"

int
upstand_commands_run (int argc, char **argv)
{
    if (argc < 2)
        return -1;
    if (g_str_equal (argv[1], "--version")) {
        g_print ("upstand %s\n", UPSTAND_VERSION);
        return 0;
    }
    if (g_str_equal (argv[1], "--help")) {
        g_print (_ ("Usage: upstand [PLAN]\n"));
        return 0;
    }
    return -1;
}
