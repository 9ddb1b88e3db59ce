/* SPDX-License-Identifier: MIT */
#include <glib/gi18n.h>

#include "commands/command.h"
#include "records/plan.h"
#include "returns/return.h"

/* Options of export. */
static char *option_period, *option_output, *option_format, *option_reason, *option_recipient;
static char *option_since, *option_classification;
static gboolean option_public;

static gboolean
wrong_call (GError **error, const char *message)
{
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, message);
    return FALSE;
}

/* returns ----------------------------------------------------------------------------------------
 */

static gboolean
run_returns (char **arguments, GError **error)
{
    g_autoptr (UpstandStore) store = upstand_command_open (arguments[0], FALSE, error);
    if (!store)
        return FALSE;
    UpstandDay today = upstand_plan_get_today (store);
    g_autoptr (JsonBuilder) builder = json_builder_new ();
    json_builder_begin_array (builder);
    for (const UpstandReturn *const *entry = upstand_returns_list (); *entry; entry++) {
        UpstandPeriod period = upstand_period_current ((*entry)->cadence, today);
        UpstandDay due =
            upstand_return_get_due (*entry, upstand_store_get_database (store), &period);
        g_autofree char *label = upstand_period_label (&period);
        g_autofree char *iso = upstand_date_to_iso (due);
        g_autofree char *shown = upstand_date_format (due, UPSTAND_DATE_SHORT);
        g_autofree char *last = upstand_database_text (upstand_store_get_database (store), NULL,
            "SELECT MAX(made) FROM export_log WHERE return_id = $1 AND period = $2", "tt",
            (*entry)->id, label);
        if (!upstand_command_context.json)
            g_print (last ? _ ("%s  %s  due %s  exported %s\n") : _ ("%s  %s  due %s\n"),
                (*entry)->id, label, shown, last);
        json_builder_begin_object (builder);
        upstand_command_add_text (builder, "return", (*entry)->id);
        upstand_command_add_text (builder, "period", label);
        upstand_command_add_text (builder, "due", iso);
        upstand_command_add_text (builder, "exported", last);
        json_builder_end_object (builder);
    }
    json_builder_end_array (builder);
    if (upstand_command_context.json)
        upstand_command_print_json (builder);
    return TRUE;
}

/* export -----------------------------------------------------------------------------------------
 */

static const GOptionEntry export_options[] = {
    { "period", 0, 0, G_OPTION_ARG_STRING, &option_period, N_ ("Which period: 2021-22-Q4"),
        N_ ("PERIOD") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &option_output,
        N_ ("The file to write, or a folder that gets the standard name"), N_ ("FILE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &option_format, N_ ("xlsx or csv"), N_ ("FORMAT") },
    { "since", 0, 0, G_OPTION_ARG_STRING, &option_since,
        N_ ("Updates from this day on; else from the period's start"), N_ ("DATE") },
    { "classification", 0, 0, G_OPTION_ARG_STRING, &option_classification,
        N_ ("OFFICIAL or OFFICIAL-SENSITIVE"), N_ ("WORD") },
    { "public", 0, 0, G_OPTION_ARG_NONE, &option_public,
        N_ ("The public copy: small numbers and what is not cleared are left out"), NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &option_reason, N_ ("What it is for"), N_ ("TEXT") },
    { "recipient", 0, 0, G_OPTION_ARG_STRING, &option_recipient, N_ ("To whom it goes"),
        N_ ("TEXT") },
    { NULL },
};

static gboolean
read_request (UpstandStore *store, const UpstandReturn *what, UpstandReturnRequest *request,
    UpstandFormat *format, GError **error)
{
    request->database = upstand_store_get_database (store);
    request->today = upstand_plan_get_today (store);
    request->for_public = option_public;
    request->classification = option_classification ? option_classification
                              : option_public       ? upstand_classifications[0]
                                                    : what->classification;
    if (!upstand_period_parse_as (option_period, what->cadence, &request->period, error) ||
        (option_since &&
            !upstand_date_parse (option_since, request->today, &request->since, error)))
        return FALSE;
    int known = option_format ? upstand_choice_find (upstand_format_choices, option_format)
                              : UPSTAND_FORMAT_XLSX;
    if (known < 0)
        return wrong_call (error, _ ("--format is xlsx or csv"));
    *format = known;
    if (!g_strv_contains (upstand_classifications, request->classification))
        return wrong_call (error, _ ("--classification is OFFICIAL or OFFICIAL-SENSITIVE"));
    return TRUE;
}

static gboolean
run_export (char **arguments, GError **error)
{
    if (!option_period || !option_output)
        return wrong_call (error, _ ("export needs --period PERIOD and -o FILE"));
    const UpstandReturn *what = upstand_return_find (arguments[1], error);
    if (!what)
        return FALSE;
    /* The log is part of the export: a plan that cannot be written cannot say where it went. */
    g_autoptr (UpstandStore) store = upstand_command_open (arguments[0], TRUE, error);
    UpstandReturnRequest request = { 0 };
    UpstandFormat format;
    if (!store || !read_request (store, what, &request, &format, error))
        return FALSE;
    g_autofree char *written =
        upstand_return_write (what, &request, format, option_output, NULL, NULL, NULL, error);
    if (!written || !upstand_return_log (what, store, &request, format, written, option_recipient,
                        option_reason, error))
        return FALSE;
    if (!upstand_command_context.json) {
        g_print (_ ("Wrote %s\n"), written);
        return TRUE;
    }
    g_autofree char *period = upstand_period_label (&request.period);
    g_autoptr (JsonBuilder) builder = json_builder_new ();
    json_builder_begin_object (builder);
    upstand_command_add_text (builder, "return", what->id);
    upstand_command_add_text (builder, "period", period);
    upstand_command_add_text (builder, "classification", request.classification);
    upstand_command_add_text (builder, "file", written);
    json_builder_end_object (builder);
    upstand_command_print_json (builder);
    return TRUE;
}

const UpstandCommand upstand_return_commands[] = {
    { "returns", "PLAN", 1, 1, N_ ("Show what is due, and when."), NULL, run_returns },
    { "export", "PLAN RETURN", 2, 2, N_ ("Write a return."), export_options, run_export },
    { NULL },
};
