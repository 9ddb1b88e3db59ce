/* SPDX-License-Identifier: MIT */
#include "commands/commands.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "records/plan.h"
#include "upstand-config.h"

/* One process runs one command: what it was asked for is global to it. */
UpstandCommandContext upstand_command_context;

static const UpstandCommand *const subjects[] = {
    upstand_plan_commands,
    upstand_check_commands,
    upstand_return_commands,
    upstand_chart_commands,
    upstand_reply_commands,
    upstand_import_commands,
    upstand_history_commands,
};

static const GOptionEntry common_options[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &upstand_command_context.json,
        N_ ("Answer in JSON, for programs"), NULL },
    { NULL },
};

void
upstand_command_print_json (JsonBuilder *builder)
{
    g_autoptr (JsonNode) root = json_builder_get_root (builder);
    g_autofree char *text = json_to_string (root, TRUE);
    g_print ("%s\n", text);
}

void
upstand_command_add_text (JsonBuilder *builder, const char *name, const char *text)
{
    json_builder_set_member_name (builder, name);
    if (text)
        json_builder_add_string_value (builder, text);
    else
        json_builder_add_null_value (builder);
}

UpstandStore *
upstand_command_open (const char *path, gboolean write, GError **error)
{
    return upstand_plan_open (
        path, write ? UPSTAND_DATABASE_WRITE : UPSTAND_DATABASE_READ_ONLY, NULL, error);
}

static const UpstandCommand *
find_command (const char *name)
{
    for (guint s = 0; s < G_N_ELEMENTS (subjects); s++)
        for (const UpstandCommand *command = subjects[s]; command->name; command++)
            if (strcmp (command->name, name) == 0)
                return command;
    return NULL;
}

static void
print_help (void)
{
    g_print (_ ("A police force's plan against violence against women and girls.\n\n"));
    g_print ("  upstand [PLAN]\n      %s\n", _ ("Open the window."));
    for (guint s = 0; s < G_N_ELEMENTS (subjects); s++)
        for (const UpstandCommand *command = subjects[s]; command->name; command++)
            g_print ("  upstand %s %s\n      %s\n", command->name, command->arguments,
                gettext (command->summary));
    g_print (_ ("\nEvery command takes --json, and --help for its options.\n"));
}

static int
fail (int code, const char *message)
{
    g_printerr ("upstand: %s\n", message);
    return code;
}

static int
run_command (const UpstandCommand *command, int argc, char **argv)
{
    g_autoptr (GOptionContext) context = g_option_context_new (command->arguments);
    g_autoptr (GError) error = NULL;
    g_option_context_set_summary (context, gettext (command->summary));
    g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
    if (command->options)
        g_option_context_add_main_entries (context, command->options, GETTEXT_PACKAGE);
    g_option_context_add_main_entries (context, common_options, GETTEXT_PACKAGE);
    g_auto (GStrv) arguments = g_new0 (char *, argc + 1);
    for (int i = 0; i < argc; i++)
        arguments[i] = g_strdup (argv[i]);
    if (!g_option_context_parse_strv (context, &arguments, &error))
        return fail (2, error->message);
    int given = (int)g_strv_length (arguments) - 1;
    if (given < command->least || given > command->most) {
        g_autofree char *message =
            g_strdup_printf (_ ("%s takes: %s"), command->name, command->arguments);
        return fail (2, message);
    }
    if (command->run (arguments + 1, &error))
        return upstand_command_context.code;
    /* A wrong word is a wrong call; anything else failed. */
    gboolean wrong = g_error_matches (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE);
    return fail (wrong ? 2 : 1, error ? error->message : _ ("failed"));
}

int
upstand_commands_run (int argc, char **argv)
{
    if (argc < 2)
        return -1;
    if (strcmp (argv[1], "--version") == 0) {
        g_print ("upstand %s\n", UPSTAND_VERSION);
        return 0;
    }
    if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "help") == 0) {
        print_help ();
        return 0;
    }
    const UpstandCommand *command = find_command (argv[1]);
    if (!command)
        return -1;
    /* The command's own name stands for the program's in its help. */
    return run_command (command, argc - 1, argv + 1);
}
