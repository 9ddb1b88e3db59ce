/* SPDX-License-Identifier: MIT */
#include <glib/gi18n.h>
#include <inttypes.h>

#include "commands/command.h"
#include "database/backup.h"
#include "records/plan.h"
#include "returns/return.h"

static char *option_period;

static const GOptionEntry check_options[] = {
    { "period", 0, 0, G_OPTION_ARG_STRING, &option_period,
        N_ ("Which period of the return: 2022-09-30"), N_ ("PERIOD") },
    { NULL },
};

/* Looks at everything that can be wrong with a plan as a file. */
static gboolean
check_plan (char **arguments, GError **error)
{
    g_autoptr (UpstandStore) store = upstand_command_open (arguments[0], FALSE, error);
    if (!store)
        return FALSE;
    UpstandDatabase *database = upstand_store_get_database (store);
    if (!upstand_database_check (database, NULL, error))
        return FALSE;
    g_autoptr (GError) local = NULL;
    gint64 dangling = upstand_database_number (
        database, 0, &local, "SELECT COUNT(*) FROM pragma_foreign_key_check", "");
    gint64 untold = local ? 0
                          : upstand_database_number (database, 0, &local,
                                "SELECT COUNT(*) FROM change c WHERE NOT EXISTS"
                                " (SELECT 1 FROM batch b WHERE b.id = c.batch_id)",
                                "");
    if (local) {
        g_propagate_error (error, g_steal_pointer (&local));
        return FALSE;
    }
    if (dangling || untold) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_DAMAGED,
            ngettext ("“%s” is damaged: %" PRId64 " entry leads nowhere.",
                "“%s” is damaged: %" PRId64 " entries lead nowhere.", (gulong)(dangling + untold)),
            arguments[0], dangling + untold);
        return FALSE;
    }
    if (!upstand_command_context.json) {
        g_print (_ ("%s is sound.\n"), arguments[0]);
        return TRUE;
    }
    g_autoptr (JsonBuilder) builder = json_builder_new ();
    json_builder_begin_object (builder);
    upstand_command_add_text (builder, "plan", arguments[0]);
    upstand_command_add_text (builder, "integrity", "ok");
    json_builder_end_object (builder);
    upstand_command_print_json (builder);
    return TRUE;
}

/* A return's checks ------------------------------------------------------------------------------
 */

static void
say_findings (const GPtrArray *findings)
{
    for (guint i = 0; i < findings->len; i++) {
        const UpstandFinding *finding = g_ptr_array_index (findings, i);
        g_print ("%-8s  %s\n", upstand_finding_severity_get_label (finding->severity),
            finding->sentence);
    }
    guint n_blocks = upstand_findings_count (findings, UPSTAND_FINDING_BLOCKS);
    guint n_warns = findings->len - n_blocks;
    if (findings->len == 0) {
        g_print (_ ("Nothing found.\n"));
        return;
    }
    g_autofree char *blocks =
        g_strdup_printf (ngettext ("%u blocks", "%u block", n_blocks), n_blocks);
    g_autofree char *warns = g_strdup_printf (ngettext ("%u warns", "%u warn", n_warns), n_warns);
    g_print ("%s; %s.\n", blocks, warns);
}

static void
tell_findings (const GPtrArray *findings, const char *what, const UpstandPeriod *period)
{
    g_autofree char *label = upstand_period_label (period);
    g_autoptr (JsonBuilder) builder = json_builder_new ();
    json_builder_begin_object (builder);
    upstand_command_add_text (builder, "return", what);
    upstand_command_add_text (builder, "period", label);
    json_builder_set_member_name (builder, "findings");
    json_builder_begin_array (builder);
    for (guint i = 0; i < findings->len; i++) {
        const UpstandFinding *finding = g_ptr_array_index (findings, i);
        g_autofree char *key = upstand_finding_get_key (finding);
        json_builder_begin_object (builder);
        upstand_command_add_text (
            builder, "severity", upstand_finding_severity_to_key (finding->severity));
        upstand_command_add_text (builder, "check", finding->check);
        upstand_command_add_text (builder, "key", key);
        upstand_command_add_text (builder, "sentence", finding->sentence);
        json_builder_end_object (builder);
    }
    json_builder_end_array (builder);
    json_builder_end_object (builder);
    upstand_command_print_json (builder);
}

static gboolean
wrong_call (GError **error, const char *message)
{
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, message);
    return FALSE;
}

static gboolean
check_return (char **arguments, GError **error)
{
    const UpstandReturn *what = upstand_return_find (arguments[1], error);
    if (!what)
        return FALSE;
    if (!option_period)
        return wrong_call (error, _ ("check of a return needs --period PERIOD"));
    if (!what->check)
        return wrong_call (error, _ ("this return has no checks"));
    g_autoptr (UpstandStore) store = upstand_command_open (arguments[0], FALSE, error);
    UpstandReturnRequest request = { 0 };
    if (!store || !upstand_period_parse_as (option_period, what->cadence, &request.period, error))
        return FALSE;
    request.database = upstand_store_get_database (store);
    request.today = upstand_plan_get_today (store);
    request.classification = what->classification;
    g_autoptr (GPtrArray) findings = what->check (&request, error);
    if (!findings)
        return FALSE;
    if (upstand_command_context.json)
        tell_findings (findings, what->id, &request.period);
    else
        say_findings (findings);
    if (upstand_findings_count (findings, UPSTAND_FINDING_BLOCKS) > 0)
        upstand_command_context.code = 1;
    return TRUE;
}

static gboolean
run_check (char **arguments, GError **error)
{
    if (!arguments[1] && option_period)
        return wrong_call (error, _ ("--period belongs to a return"));
    return arguments[1] ? check_return (arguments, error) : check_plan (arguments, error);
}

const UpstandCommand upstand_check_commands[] = {
    { "check", "PLAN [RETURN]", 1, 2,
        N_ ("Check that a plan is sound, or what stands in the way of a return."), check_options,
        run_check },
    { NULL },
};
