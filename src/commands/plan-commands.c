/* SPDX-License-Identifier: MIT */
#include <glib/gi18n.h>

#include "commands/command.h"
#include "database/backup.h"
#include "database/search.h"
#include "records/force.h"
#include "records/plan.h"
#include "exchange/sample-plan.h"

static char *new_force, *new_framework, *new_post, *new_start;

static const GOptionEntry new_options[] = {
    { "force", 0, 0, G_OPTION_ARG_STRING, &new_force, N_ ("The force, by name or code"),
        N_ ("NAME") },
    { "framework", 0, 0, G_OPTION_ARG_FILENAME, &new_framework,
        N_ ("Another edition than the one that comes with the program"), N_ ("FILE") },
    { "start", 0, 0, G_OPTION_ARG_STRING, &new_start, N_ ("The day the plan begins"), N_ ("DATE") },
    { "post", 0, 0, G_OPTION_ARG_STRING, &new_post, N_ ("Your post"), N_ ("POST") },
    { NULL },
};

static void
say_made (const char *path)
{
    if (!upstand_command_context.json) {
        g_print (_ ("Made %s\n"), path);
        return;
    }
    g_autoptr (JsonBuilder) builder = json_builder_new ();
    json_builder_begin_object (builder);
    upstand_command_add_text (builder, "plan", path);
    json_builder_end_object (builder);
    upstand_command_print_json (builder);
}

static gboolean
run_new (char **arguments, GError **error)
{
    if (!new_force || !*new_force) {
        g_set_error_literal (
            error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("new needs --force NAME"));
        return FALSE;
    }
    UpstandDay start = 0;
    if (new_start && !upstand_date_parse (new_start, upstand_date_today (), &start, error))
        return FALSE;
    g_autoptr (UpstandFramework) framework = new_framework
                                                 ? upstand_framework_load (new_framework, error)
                                                 : upstand_framework_load_default (error);
    if (!framework)
        return FALSE;
    g_autoptr (UpstandForces) forces = upstand_forces_load (NULL);
    const UpstandForce *known = forces ? upstand_forces_find (forces, new_force) : NULL;
    const char *name = known ? known->name.en : new_force;
    if (!upstand_plan_create (arguments[0], name, framework, start, new_post, error))
        return FALSE;
    say_made (arguments[0]);
    return TRUE;
}

static gboolean
run_sample (char **arguments, GError **error)
{
    if (!upstand_sample_plan_create (arguments[0], error))
        return FALSE;
    say_made (arguments[0]);
    return TRUE;
}

static gboolean
run_backup (char **arguments, GError **error)
{
    g_autoptr (UpstandDatabase) database =
        upstand_database_open (arguments[0], UPSTAND_DATABASE_READ_ONLY, error);
    if (!database || !upstand_database_backup (database, arguments[1], NULL, NULL, NULL, error))
        return FALSE;
    say_made (arguments[1]);
    return TRUE;
}

static gboolean
run_restore (char **arguments, GError **error)
{
    g_autofree char *kept = NULL;
    if (!upstand_database_restore (arguments[0], arguments[1], &kept, error))
        return FALSE;
    if (upstand_command_context.json) {
        g_autoptr (JsonBuilder) builder = json_builder_new ();
        json_builder_begin_object (builder);
        upstand_command_add_text (builder, "plan", arguments[1]);
        upstand_command_add_text (builder, "kept", kept);
        json_builder_end_object (builder);
        upstand_command_print_json (builder);
        return TRUE;
    }
    g_print (_ ("Restored %s\n"), arguments[1]);
    if (kept)
        g_print (_ ("The plan that was there is now %s\n"), kept);
    return TRUE;
}

static gboolean
run_framework (char **arguments, GError **error)
{
    g_autoptr (UpstandFramework) framework = upstand_framework_load (arguments[1], error);
    g_autoptr (UpstandStore) store =
        framework ? upstand_command_open (arguments[0], TRUE, error) : NULL;
    g_autofree char *name = g_path_get_basename (arguments[1]);
    if (!store || !upstand_plan_add_framework (store, framework, name, error))
        return FALSE;
    if (!upstand_command_context.json) {
        g_print (_ ("Added %s\n"), framework->edition.code);
        return TRUE;
    }
    g_autoptr (JsonBuilder) builder = json_builder_new ();
    json_builder_begin_object (builder);
    upstand_command_add_text (builder, "edition", framework->edition.code);
    json_builder_end_object (builder);
    upstand_command_print_json (builder);
    return TRUE;
}

const UpstandCommand upstand_plan_commands[] = {
    { "new", "PLAN", 1, 1, N_ ("Make a new, empty plan."), new_options, run_new },
    { "sample", "PLAN", 1, 1, N_ ("Make a plan filled with the invented force."), NULL,
        run_sample },
    { "framework", "PLAN FILE", 2, 2, N_ ("Add a further edition of the framework to a plan."),
        NULL, run_framework },
    { "backup", "PLAN FILE", 2, 2, N_ ("Copy a plan, as it is now, into one file."), NULL,
        run_backup },
    { "restore", "FILE PLAN", 2, 2,
        N_ ("Put a backup in a plan's place; what was there is kept beside it."), NULL,
        run_restore },
    { NULL },
};
