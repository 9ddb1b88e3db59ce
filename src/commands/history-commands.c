/* SPDX-License-Identifier: MIT */
#include <glib/gi18n.h>

#include "commands/command.h"
#include "records/history.h"
#include "records/plan.h"

static char *history_since;

static const GOptionEntry history_options[] = {
    { "since", 0, 0, G_OPTION_ARG_STRING, &history_since, N_ ("From this day on"), N_ ("DATE") },
    { NULL },
};

static gboolean
add_changes (UpstandDatabase *database, JsonBuilder *builder, gint64 batch, GError **error)
{
    g_autoptr (GPtrArray) changes = upstand_history_get_changes (database, batch, error);
    json_builder_set_member_name (builder, "changes");
    json_builder_begin_array (builder);
    for (guint i = 0; changes && i < changes->len; i++) {
        const UpstandChange *change = g_ptr_array_index (changes, i);
        g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, change->row_id);
        json_builder_begin_object (builder);
        upstand_command_add_text (builder, "table", change->table);
        upstand_command_add_text (builder, "id", id);
        upstand_command_add_text (builder, "verb", change->verb);
        json_builder_set_member_name (builder, "fields");
        json_builder_begin_object (builder);
        for (guint f = 0; f < change->fields->len; f++) {
            const UpstandFieldChange *field = g_ptr_array_index (change->fields, f);
            json_builder_set_member_name (builder, field->field);
            json_builder_begin_object (builder);
            upstand_command_add_text (builder, "before", field->before);
            upstand_command_add_text (builder, "after", field->after);
            json_builder_end_object (builder);
        }
        json_builder_end_object (builder);
        json_builder_end_object (builder);
    }
    json_builder_end_array (builder);
    return changes != NULL;
}

static gboolean
print_batches_json (UpstandDatabase *database, GPtrArray *batches, GError **error)
{
    g_autoptr (JsonBuilder) builder = json_builder_new ();
    json_builder_begin_array (builder);
    for (guint i = 0; i < batches->len; i++) {
        const UpstandBatch *batch = g_ptr_array_index (batches, i);
        g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, batch->id);
        json_builder_begin_object (builder);
        upstand_command_add_text (builder, "id", id);
        upstand_command_add_text (builder, "made", batch->made);
        upstand_command_add_text (builder, "login", batch->login);
        upstand_command_add_text (builder, "post", batch->post);
        upstand_command_add_text (builder, "kind", batch->kind);
        upstand_command_add_text (builder, "title", batch->title);
        if (!add_changes (database, builder, batch->id, error))
            return FALSE;
        json_builder_end_object (builder);
    }
    json_builder_end_array (builder);
    upstand_command_print_json (builder);
    return TRUE;
}

static gboolean
run_history (char **arguments, GError **error)
{
    UpstandDay since = 0;
    g_autoptr (UpstandStore) store = upstand_command_open (arguments[0], FALSE, error);
    if (!store || (history_since && !upstand_date_parse (history_since,
                                        upstand_plan_get_today (store), &since, error)))
        return FALSE;
    UpstandDatabase *database = upstand_store_get_database (store);
    g_autoptr (GPtrArray) batches = upstand_history_list (database, since, 0, 0, error);
    if (!batches)
        return FALSE;
    if (upstand_command_context.json)
        return print_batches_json (database, batches, error);
    for (guint i = 0; i < batches->len; i++) {
        const UpstandBatch *batch = g_ptr_array_index (batches, i);
        g_print ("%s  %s  %s (%s)\n", batch->made, batch->title, *batch->post ? batch->post : "–",
            batch->login);
    }
    if (batches->len == 0)
        g_print (_ ("Nothing was saved since then.\n"));
    return TRUE;
}

const UpstandCommand upstand_history_commands[] = {
    { "history", "PLAN", 1, 1, N_ ("Show what was saved, when and by whom, newest first."),
        history_options, run_history },
    { NULL },
};
