/* SPDX-License-Identifier: MIT */
#include "commands/reply-commands.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "commands/command.h"
#include "exchange/headcount-plan.h"
#include "exchange/send-out.h"
#include "records/plan.h"
#include "returns/return.h"

static const char *const names[] = {
    [UPSTAND_REPLIES_HEADCOUNT] = "headcount",
    [UPSTAND_REPLIES_UPDATES] = "updates",
};

static char *send_period, *send_unit, *send_owner, *send_output, *send_due, *send_reply_to;
static char *send_classification;

static const GOptionEntry send_options[] = {
    { "period", 0, 0, G_OPTION_ARG_STRING, &send_period,
        N_ ("Of headcount: the day of the census: 2022-09-30"), N_ ("DATE") },
    { "unit", 0, 0, G_OPTION_ARG_STRING, &send_unit, N_ ("Only this unit"), N_ ("NAME") },
    { "owner", 0, 0, G_OPTION_ARG_STRING, &send_owner, N_ ("Only this owner"), N_ ("POST") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &send_output,
        N_ ("The folder that the workbooks go into"), N_ ("FOLDER") },
    { "due", 0, 0, G_OPTION_ARG_STRING, &send_due, N_ ("By when the reply is wanted"),
        N_ ("DATE") },
    { "reply-to", 0, 0, G_OPTION_ARG_STRING, &send_reply_to,
        N_ ("The post that the reply goes to; else your own"), N_ ("POST") },
    { "classification", 0, 0, G_OPTION_ARG_STRING, &send_classification,
        N_ ("OFFICIAL or OFFICIAL-SENSITIVE"), N_ ("WORD") },
    { NULL },
};

static gboolean
wrong_call (GError **error, const char *message)
{
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, message);
    return FALSE;
}

int
upstand_reply_commands_find (const char *what)
{
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        if (g_str_equal (names[i], what))
            return (int)i;
    return -1;
}

static gboolean
find_census (UpstandStore *store, const char *period, gint64 *id, GError **error)
{
    UpstandDay day = 0;
    if (!upstand_date_parse (period, upstand_plan_get_today (store), &day, error))
        return FALSE;
    g_autofree char *iso = upstand_date_to_iso (day);
    *id = upstand_database_number (upstand_store_get_database (store), 0, error,
        "SELECT id FROM census WHERE as_at = $1", "t", iso);
    if (*id == 0 && !(error && *error))
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND,
            _ ("The plan has no census of %s."), period);
    return *id != 0;
}

static gboolean
find_unit (UpstandStore *store, const char *name, gint64 *id, GError **error)
{
    g_autoptr (UpstandHeadcountPlan) plan =
        upstand_headcount_plan_read (upstand_store_get_database (store), error);
    if (!plan)
        return FALSE;
    *id = upstand_headcount_plan_find_unit (plan, name);
    if (*id <= 0)
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND,
            *id ? _ ("The plan has more than one unit “%s”.") : _ ("The plan has no unit “%s”."),
            name);
    return *id > 0;
}

/* send -----------------------------------------------------------------------------------------
 */

static gboolean
read_send_request (UpstandStore *store, UpstandSendOut *request, char **only, GError **error)
{
    UpstandDay census = 0;
    gint64 unit = 0;
    request->today = upstand_plan_get_today (store);
    if (request->kind == UPSTAND_REPLIES_HEADCOUNT) {
        if (!find_census (store, send_period, &request->census_id, error) ||
            !upstand_date_parse (send_period, request->today, &census, error) ||
            (send_unit && !find_unit (store, send_unit, &unit, error)))
            return FALSE;
        *only = unit ? g_strdup_printf ("%" G_GINT64_FORMAT, unit) : NULL;
    } else {
        *only = g_strdup (send_owner);
    }
    request->only = *only;
    request->reply_to = send_reply_to;
    request->classification = send_classification;
    request->due = upstand_send_out_due (census, request->today);
    if (send_due && !upstand_date_parse (send_due, request->today, &request->due, error))
        return FALSE;
    if (send_classification && !g_strv_contains (upstand_classifications, send_classification))
        return wrong_call (error, _ ("--classification is OFFICIAL or OFFICIAL-SENSITIVE"));
    return TRUE;
}

static void
print_sent (char **paths)
{
    if (!upstand_command_context.json) {
        for (guint i = 0; paths[i]; i++)
            g_print (_ ("Wrote %s\n"), paths[i]);
        return;
    }
    g_autoptr (JsonBuilder) builder = json_builder_new ();
    json_builder_begin_object (builder);
    json_builder_set_member_name (builder, "files");
    json_builder_begin_array (builder);
    for (guint i = 0; paths[i]; i++)
        json_builder_add_string_value (builder, paths[i]);
    json_builder_end_array (builder);
    json_builder_end_object (builder);
    upstand_command_print_json (builder);
}

static gboolean
run_send (char **arguments, GError **error)
{
    int kind = upstand_reply_commands_find (arguments[1]);
    if (kind < 0) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND,
            _ ("“%s” cannot be sent out. There are: %s."), arguments[1], "headcount, updates");
        return FALSE;
    }
    if (!send_output || (kind == UPSTAND_REPLIES_HEADCOUNT && !send_period))
        return wrong_call (error, kind == UPSTAND_REPLIES_HEADCOUNT
                                      ? _ ("send headcount needs --period DATE and -o FOLDER")
                                      : _ ("send updates needs -o FOLDER"));
    /* The log is part of the sending. */
    g_autoptr (UpstandStore) store = upstand_command_open (arguments[0], TRUE, error);
    g_autofree char *only = NULL;
    UpstandSendOut request = { .kind = (UpstandRepliesKind)kind };
    if (!store || !read_send_request (store, &request, &only, error))
        return FALSE;
    g_auto (GStrv) paths =
        upstand_send_out_write (store, &request, send_output, NULL, NULL, NULL, error);
    if (!paths)
        return FALSE;
    print_sent (paths);
    return TRUE;
}

/* import ---------------------------------------------------------------------------------------
 */

static void
add_change (JsonBuilder *builder, const UpstandReplyChange *change)
{
    json_builder_begin_object (builder);
    upstand_command_add_text (builder, "file", change->file);
    upstand_command_add_text (builder, "sheet", change->sheet);
    json_builder_set_member_name (builder, "row");
    json_builder_add_int_value (builder, (gint64)change->row);
    upstand_command_add_text (builder, "column", change->column);
    upstand_command_add_text (builder, "of", change->subject);
    upstand_command_add_text (builder, "what", change->what);
    upstand_command_add_text (builder, "sent", change->sent);
    upstand_command_add_text (builder, "before", change->before);
    upstand_command_add_text (builder, "after", change->after);
    upstand_command_add_text (builder, "warning", change->warning);
    json_builder_set_member_name (builder, "conflict");
    json_builder_add_int_value (builder, change->conflict);
    json_builder_end_object (builder);
}

static void
add_refusal (JsonBuilder *builder, const UpstandReplyRefusal *refusal)
{
    json_builder_begin_object (builder);
    upstand_command_add_text (builder, "file", refusal->file);
    upstand_command_add_text (builder, "sheet", refusal->sheet);
    json_builder_set_member_name (builder, "row");
    json_builder_add_int_value (builder, (gint64)refusal->row);
    upstand_command_add_text (builder, "column", refusal->column);
    upstand_command_add_text (builder, "value", refusal->value);
    upstand_command_add_text (builder, "reason", refusal->reason);
    json_builder_end_object (builder);
}

static void
print_replies_json (UpstandReplies *replies, gboolean applied)
{
    GPtrArray *changes = upstand_replies_get_changes (replies);
    GPtrArray *refusals = upstand_replies_get_refusals (replies);
    GPtrArray *files = upstand_replies_get_files (replies);
    g_autoptr (JsonBuilder) builder = json_builder_new ();
    json_builder_begin_object (builder);
    json_builder_set_member_name (builder, "applied");
    json_builder_add_boolean_value (builder, applied);
    json_builder_set_member_name (builder, "unchanged");
    json_builder_add_int_value (builder, upstand_replies_count_unchanged (replies));
    json_builder_set_member_name (builder, "conflicts");
    json_builder_add_int_value (builder, upstand_replies_count_open (replies));
    json_builder_set_member_name (builder, "files");
    json_builder_begin_array (builder);
    for (guint i = 0; i < files->len; i++) {
        const UpstandReplyFile *file = g_ptr_array_index (files, i);
        json_builder_begin_object (builder);
        upstand_command_add_text (builder, "file", file->name);
        upstand_command_add_text (builder, "of", file->subject);
        json_builder_set_member_name (builder, "changes");
        json_builder_add_int_value (builder, file->n_changes);
        json_builder_set_member_name (builder, "refused");
        json_builder_add_int_value (builder, file->n_refused);
        json_builder_end_object (builder);
    }
    json_builder_end_array (builder);
    json_builder_set_member_name (builder, "changes");
    json_builder_begin_array (builder);
    for (guint i = 0; i < changes->len; i++)
        add_change (builder, g_ptr_array_index (changes, i));
    json_builder_end_array (builder);
    json_builder_set_member_name (builder, "refusals");
    json_builder_begin_array (builder);
    for (guint i = 0; i < refusals->len; i++)
        add_refusal (builder, g_ptr_array_index (refusals, i));
    json_builder_end_array (builder);
    json_builder_end_object (builder);
    upstand_command_print_json (builder);
}

/* "file, sheet People, row 7, D, In post: reason" with what is known. */
static void
print_refusal (const UpstandReplyRefusal *refusal)
{
    g_autoptr (GString) where = g_string_new (refusal->file);
    if (refusal->sheet)
        g_string_append_printf (where, _ (", sheet %s"), refusal->sheet);
    if (refusal->row)
        g_string_append_printf (where, _ (", row %" PRIu64), refusal->row);
    if (refusal->column)
        g_string_append_printf (where, _ (", column %s"), refusal->column);
    g_print (_ ("Refused: %s: %s\n"), where->str, refusal->reason);
}

static void
print_change (const UpstandReplyChange *change)
{
    g_autofree char *conflict = change->conflict ? g_strdup_printf (_ (" (conflict %u, %s)"),
                                                       change->conflict, change->file)
                                                 : g_strdup ("");
    g_print (_ ("%s: %s: %s → %s%s\n"), change->subject, change->what,
        *change->before ? change->before : "–", change->after, conflict);
    if (change->sent)
        g_print (_ ("    when it was sent: %s\n"), change->sent);
    if (change->warning)
        g_print ("    %s\n", change->warning);
}

static void
print_replies (UpstandReplies *replies, gboolean applied)
{
    GPtrArray *changes = upstand_replies_get_changes (replies);
    GPtrArray *refusals = upstand_replies_get_refusals (replies);
    guint unchanged = upstand_replies_count_unchanged (replies);
    guint open = upstand_replies_count_open (replies);
    guint taken = upstand_replies_count_taken (replies);
    for (guint i = 0; i < changes->len; i++)
        print_change (g_ptr_array_index (changes, i));
    for (guint i = 0; i < refusals->len; i++)
        print_refusal (g_ptr_array_index (refusals, i));
    g_print (ngettext ("%u answer says what the plan has already.\n",
                 "%u answers say what the plan has already.\n", unchanged),
        unchanged);
    if (open)
        g_print (
            ngettext ("%u cell is answered differently by two replies: nothing is saved before "
                      "one of them is put right or left out.\n",
                "%u cells are answered differently by two replies: nothing is saved before "
                "one of them is put right or left out.\n",
                open),
            open);
    if (applied)
        g_print (ngettext ("%u change was saved.\n", "%u changes were saved.\n", taken), taken);
    else
        g_print (
            ngettext ("%u change can be saved.\n", "%u changes can be saved.\n", taken), taken);
}

gboolean
upstand_reply_commands_import (UpstandRepliesKind kind, const char *plan, const char *const *paths,
    const UpstandReplyOptions *options, GError **error)
{
    g_autoptr (UpstandStore) store = upstand_command_open (plan, options->apply, error);
    UpstandRepliesRequest request = { .kind = kind };
    if (!store ||
        (options->period && !find_census (store, options->period, &request.census_id, error)) ||
        (options->unit && !find_unit (store, options->unit, &request.unit_id, error)))
        return FALSE;
    g_autofree char *unit = g_strdup_printf ("%" G_GINT64_FORMAT, request.unit_id);
    request.today = upstand_plan_get_today (store);
    if (kind == UPSTAND_REPLIES_UPDATES)
        request.subject = options->owner;
    else if (request.unit_id)
        request.subject = unit;
    g_autoptr (UpstandReplies) replies = upstand_replies_new (&request);
    if (!upstand_replies_read (
            replies, upstand_store_get_database (store), paths, NULL, NULL, NULL, error))
        return FALSE;
    upstand_replies_set_skip_refused (replies, options->skip_refused);
    gboolean open = upstand_replies_count_open (replies) > 0;
    gboolean apply = options->apply && !open;
    if (apply && !upstand_replies_apply (replies, store, NULL, error))
        return FALSE;
    (upstand_command_context.json ? print_replies_json : print_replies) (replies, apply);
    gboolean refused = upstand_replies_get_refusals (replies)->len > 0;
    upstand_command_context.code = open || (refused && !options->skip_refused) ? 1 : 0;
    return TRUE;
}

const UpstandCommand upstand_reply_commands[] = {
    { "send", "PLAN WHAT", 2, 2,
        N_ ("Write a workbook to be filled in for each unit or owner. WHAT: headcount, updates."),
        send_options, run_send },
    { NULL },
};
