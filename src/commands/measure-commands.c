/* SPDX-License-Identifier: MIT */
#include "commands/measure-commands.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "commands/command.h"
#include "exchange/measure-import.h"
#include "records/plan.h"

static void
print_change (UpstandMeasureImport *import, const UpstandMeasureChange *change)
{
    UpstandMeasuresOutline *outline =
        upstand_measures_get_outline (upstand_measure_import_get_measures (import));
    g_autofree char *name = upstand_measures_outline_name_line (outline, change->line);
    g_autofree char *period =
        upstand_period_label (upstand_measures_outline_get_period (outline, change->period));
    g_autofree char *before = upstand_figure_describe (change->before);
    g_autofree char *after = upstand_figure_describe (change->after);
    /* Translators: row of a file, measure, period, figure before, figure after */
    g_print (_ ("Row %" PRIu64 ": %s, %s: %s > %s\n"), change->row, name, period, before, after);
}

static void
print_words (UpstandMeasureImport *import, gboolean applied)
{
    GPtrArray *changes = upstand_measure_import_get_changes (import);
    GPtrArray *refusals = upstand_measure_import_get_refusals (import);
    for (guint i = 0; !applied && i < changes->len; i++)
        print_change (import, g_ptr_array_index (changes, i));
    for (guint i = 0; i < refusals->len; i++) {
        const UpstandRefusal *refusal = g_ptr_array_index (refusals, i);
        g_print (_ ("Row %" PRIu64 ", %s: %s\n"), refusal->row,
            refusal->column ? refusal->column : "", refusal->reason);
    }
    g_print (ngettext ("%u figure is refused.\n", "%u figures are refused.\n", refusals->len),
        refusals->len);
    g_print (applied ? ngettext ("%u figure was saved.\n", "%u figures were saved.\n", changes->len)
                     : ngettext (
                           "%u figure would change.\n", "%u figures would change.\n", changes->len),
        changes->len);
}

static void
print_json (UpstandMeasureImport *import, gboolean applied)
{
    GPtrArray *refusals = upstand_measure_import_get_refusals (import);
    g_autoptr (JsonBuilder) builder = json_builder_new ();
    json_builder_begin_object (builder);
    json_builder_set_member_name (builder, "changes");
    json_builder_add_int_value (builder, upstand_measure_import_get_changes (import)->len);
    json_builder_set_member_name (builder, "unchanged");
    json_builder_add_int_value (builder, upstand_measure_import_get_n_unchanged (import));
    json_builder_set_member_name (builder, "refused");
    json_builder_add_int_value (builder, refusals->len);
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

gboolean
upstand_measure_commands_import (const char *plan, const char *file, const char *sheet,
    gboolean apply, gboolean skip_refused, GError **error)
{
    g_autoptr (UpstandStore) store = upstand_command_open (plan, apply, error);
    g_autoptr (UpstandMeasureImport) import =
        store ? upstand_measure_import_read (upstand_store_get_database (store), file, sheet,
                    UPSTAND_PERIOD_QUARTERLY, upstand_plan_get_today (store), NULL, error)
              : NULL;
    if (!import)
        return FALSE;
    guint refused = upstand_measure_import_get_refusals (import)->len;
    gboolean save = apply && (refused == 0 || skip_refused);
    if (save && !upstand_measure_import_apply (import, store, skip_refused, error))
        return FALSE;
    (upstand_command_context.json ? print_json : print_words) (import, save);
    upstand_command_context.code = refused > 0 && !(save && skip_refused) ? 1 : 0;
    return TRUE;
}
