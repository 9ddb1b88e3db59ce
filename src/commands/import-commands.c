/* SPDX-License-Identifier: MIT */
#include <glib/gi18n.h>
#include <inttypes.h>

#include "commands/command.h"
#include "commands/measure-commands.h"
#include "commands/reply-commands.h"
#include "exchange/import.h"
#include "records/activity.h"
#include "records/engagement.h"
#include "records/plan.h"

/* Replies from all units of a large force, several times over. */
#define MOST_FILES 2000

static char *option_sheet, *option_period, *option_unit, *option_owner;
static gboolean option_apply, option_skip_refused;

static const GOptionEntry import_options[] = {
    { "apply", 0, 0, G_OPTION_ARG_NONE, &option_apply,
        N_ ("Save the rows; without it they are only checked"), NULL },
    { "skip-refused", 0, 0, G_OPTION_ARG_NONE, &option_skip_refused,
        N_ ("Save the good rows although others are refused"), NULL },
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &option_sheet, N_ ("The sheet of a workbook"),
        N_ ("NAME") },
    { "period", 0, 0, G_OPTION_ARG_STRING, &option_period,
        N_ ("Of headcount: the day of the census, which a plain table needs"), N_ ("DATE") },
    { "unit", 0, 0, G_OPTION_ARG_STRING, &option_unit, N_ ("Of headcount: only this unit"),
        N_ ("NAME") },
    { "owner", 0, 0, G_OPTION_ARG_STRING, &option_owner, N_ ("Of updates: only this owner"),
        N_ ("POST") },
    { NULL },
};

static const UpstandRecordType *
find_importable (const char *what, GError **error)
{
    if (strcmp (what, "activities") == 0)
        return &upstand_activity_type;
    if (strcmp (what, "engagements") == 0)
        return &upstand_engagement_type;
    g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND,
        _ ("“%s” cannot be imported. There are: %s."), what,
        "activities, engagements, headcount, measures, updates");
    return NULL;
}

static void
print_import_json (UpstandImport *import, gboolean applied)
{
    GPtrArray *refusals = upstand_import_get_refusals (import);
    g_autoptr (JsonBuilder) builder = json_builder_new ();
    json_builder_begin_object (builder);
    json_builder_set_member_name (builder, "accepted");
    json_builder_add_int_value (builder, upstand_import_get_n_accepted (import));
    json_builder_set_member_name (builder, "refused");
    json_builder_add_int_value (builder, upstand_import_get_n_refused (import));
    json_builder_set_member_name (builder, "applied");
    json_builder_add_boolean_value (builder, applied);
    json_builder_set_member_name (builder, "refusals");
    json_builder_begin_array (builder);
    for (guint i = 0; i < refusals->len; i++) {
        const UpstandRefusal *refusal = g_ptr_array_index (refusals, i);
        json_builder_begin_object (builder);
        json_builder_set_member_name (builder, "row");
        json_builder_add_int_value (builder, refusal->row);
        upstand_command_add_text (builder, "column", refusal->column);
        upstand_command_add_text (builder, "value", refusal->value);
        upstand_command_add_text (builder, "reason", refusal->reason);
        json_builder_end_object (builder);
    }
    json_builder_end_array (builder);
    json_builder_end_object (builder);
    upstand_command_print_json (builder);
}

static void
print_import (UpstandImport *import, gboolean applied)
{
    GPtrArray *refusals = upstand_import_get_refusals (import);
    gulong accepted = upstand_import_get_n_accepted (import);
    gulong refused = upstand_import_get_n_refused (import);
    for (guint i = 0; i < refusals->len; i++) {
        const UpstandRefusal *refusal = g_ptr_array_index (refusals, i);
        if (refusal->column)
            g_print (
                _ ("Row %" PRIu64 ", %s: %s\n"), refusal->row, refusal->column, refusal->reason);
        else
            g_print (_ ("Row %" PRIu64 ": %s\n"), refusal->row, refusal->reason);
    }
    g_print (ngettext ("%lu row is refused.\n", "%lu rows are refused.\n", refused), refused);
    if (applied)
        g_print (ngettext ("%lu row was saved.\n", "%lu rows were saved.\n", accepted), accepted);
    else
        g_print (
            ngettext ("%lu row can be saved.\n", "%lu rows can be saved.\n", accepted), accepted);
}

static gboolean
run_import (char **arguments, GError **error)
{
    int replies = upstand_reply_commands_find (arguments[1]);
    if (replies >= 0) {
        UpstandReplyOptions options = { option_period, option_unit, option_owner, option_apply,
            option_skip_refused };
        return upstand_reply_commands_import ((UpstandRepliesKind)replies, arguments[0],
            (const char *const *)arguments + 2, &options, error);
    }
    gboolean measures = strcmp (arguments[1], "measures") == 0;
    const UpstandRecordType *type = measures ? NULL : find_importable (arguments[1], error);
    if (!type && !measures)
        return FALSE;
    if (arguments[3]) {
        g_autofree char *message = g_strdup_printf (_ ("import %s takes one file"), arguments[1]);
        g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, message);
        return FALSE;
    }
    if (measures)
        return upstand_measure_commands_import (
            arguments[0], arguments[2], option_sheet, option_apply, option_skip_refused, error);
    g_autoptr (UpstandStore) store = upstand_command_open (arguments[0], option_apply, error);
    if (!store)
        return FALSE;
    g_autoptr (UpstandImport) import = upstand_import_open (
        type, arguments[2], option_sheet, upstand_plan_get_today (store), error);
    if (!import ||
        !upstand_import_check (import, upstand_store_get_database (store), NULL, NULL, NULL, error))
        return FALSE;
    guint64 refused = upstand_import_get_n_refused (import);
    gboolean apply = option_apply && (refused == 0 || option_skip_refused);
    if (apply &&
        !upstand_import_apply (import, store, option_skip_refused, NULL, NULL, NULL, error))
        return FALSE;
    (upstand_command_context.json ? print_import_json : print_import) (import, apply);
    upstand_command_context.code = refused > 0 && !(apply && option_skip_refused) ? 1 : 0;
    return TRUE;
}

const UpstandCommand upstand_import_commands[] = {
    { "import", "PLAN WHAT FILE…", 3, MOST_FILES,
        N_ ("Check tables or replies, and with --apply take them in. WHAT: activities, headcount, "
            "measures, "
            "updates."),
        import_options, run_import },
    { NULL },
};
