/* SPDX-License-Identifier: MIT */
#include <glib/gi18n.h>

#include "charts/export.h"
#include "charts/plan-charts.h"
#include "commands/command.h"
#include "records/export-log.h"
#include "records/plan.h"
#include "returns/return.h"

#define SHORTEST_SIDE 200
#define LONGEST_SIDE 8000 /* pixels of the chart; a file has two for each */

static char *option_output, *option_classification, *option_reason, *option_recipient;
static int option_width, option_height;

static const GOptionEntry chart_options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &option_output,
        N_ ("The file to write; its name ends in .png or .pdf"), N_ ("FILE") },
    { "width", 0, 0, G_OPTION_ARG_INT, &option_width, N_ ("Of a picture, in pixels; else 1200"),
        N_ ("PIXELS") },
    { "height", 0, 0, G_OPTION_ARG_INT, &option_height,
        N_ ("Of a picture; else as high as everything takes"), N_ ("PIXELS") },
    { "classification", 0, 0, G_OPTION_ARG_STRING, &option_classification,
        N_ ("OFFICIAL or OFFICIAL-SENSITIVE"), N_ ("WORD") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &option_reason, N_ ("What it is for"), N_ ("TEXT") },
    { "recipient", 0, 0, G_OPTION_ARG_STRING, &option_recipient, N_ ("To whom it goes"),
        N_ ("TEXT") },
    { NULL },
};

static gboolean
wrong_call (GError **error, const char *message)
{
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, message);
    return FALSE;
}

static gboolean
is_side (int pixels)
{
    return pixels == 0 || (pixels >= SHORTEST_SIDE && pixels <= LONGEST_SIDE);
}

static gboolean
has_ending (const char *path, const char *ending)
{
    g_autofree char *lower = g_ascii_strdown (path, -1);

    return g_str_has_suffix (lower, ending);
}

static gboolean
check_options (gboolean *pdf, GError **error)
{
    if (!option_output)
        return wrong_call (error, _ ("chart needs -o FILE"));
    *pdf = has_ending (option_output, ".pdf");
    if (!*pdf && !has_ending (option_output, ".png"))
        return wrong_call (error, _ ("The file's name ends in .png or .pdf"));
    if (*pdf && (option_width || option_height))
        return wrong_call (
            error, _ ("A PDF's pages are A4: --width and --height are of a picture"));
    if (!is_side (option_width) || !is_side (option_height))
        return wrong_call (error, _ ("--width and --height are from 200 to 8000 pixels"));
    if (option_classification && !g_strv_contains (upstand_classifications, option_classification))
        return wrong_call (error, _ ("--classification is OFFICIAL or OFFICIAL-SENSITIVE"));
    return TRUE;
}

/* A picture that leaves the plan is noted like any other export. */
static gboolean
note_export (UpstandStore *store, const UpstandPlanChart *what, UpstandDay today, gboolean pdf,
    const char *classification, GError **error)
{
    g_autoptr (UpstandExportLog) entry = upstand_record_new (&upstand_export_log_type);

    entry->made = today;
    entry->return_id = g_strdup (what->name);
    entry->period = upstand_date_to_iso (today);
    entry->format = g_strdup (pdf ? "pdf" : "png");
    entry->classification = g_strdup (classification);
    entry->file = g_path_get_basename (option_output);
    entry->recipient = g_strdup (option_recipient);
    entry->reason = g_strdup (option_reason);
    return upstand_store_save (store, entry, error);
}

static gboolean
add_table (JsonBuilder *builder, UpstandChart *chart, GError **error)
{
    g_autoptr (UpstandSheet) sheet = upstand_chart_table (chart);
    guint n = upstand_sheet_get_n_columns (sheet);
    g_autofree UpstandCell *cells = g_new0 (UpstandCell, n);
    g_autoptr (GString) text = g_string_new (NULL);
    GError *failure = NULL;

    json_builder_set_member_name (builder, "columns");
    json_builder_begin_array (builder);
    for (guint i = 0; i < n; i++)
        json_builder_add_string_value (builder, upstand_sheet_get_column (sheet, i)->title);
    json_builder_end_array (builder);
    json_builder_set_member_name (builder, "rows");
    json_builder_begin_array (builder);
    while (upstand_sheet_next (sheet, cells, &failure)) {
        json_builder_begin_array (builder);
        for (guint i = 0; i < n; i++) {
            g_string_truncate (text, 0);
            upstand_cell_append_canonical (&cells[i], text);
            json_builder_add_string_value (builder, text->str);
        }
        json_builder_end_array (builder);
    }
    json_builder_end_array (builder);
    if (failure)
        g_propagate_error (error, failure);
    return failure == NULL;
}

static gboolean
say_written (
    const UpstandPlanChart *what, UpstandChart *chart, const char *classification, GError **error)
{
    if (!upstand_command_context.json) {
        g_print ("%s\n", upstand_chart_describe (chart));
        g_print (_ ("Wrote %s\n"), option_output);
        return TRUE;
    }

    g_autoptr (JsonBuilder) builder = json_builder_new ();

    json_builder_begin_object (builder);
    upstand_command_add_text (builder, "chart", what->name);
    upstand_command_add_text (builder, "title", upstand_chart_get_title (chart));
    upstand_command_add_text (builder, "finding", upstand_chart_describe (chart));
    upstand_command_add_text (builder, "classification", classification);
    upstand_command_add_text (builder, "file", option_output);
    if (!add_table (builder, chart, error))
        return FALSE;
    json_builder_end_object (builder);
    upstand_command_print_json (builder);
    return TRUE;
}

static gboolean
run_chart (char **arguments, GError **error)
{
    gboolean pdf;
    if (!check_options (&pdf, error))
        return FALSE;
    const UpstandPlanChart *what = upstand_plan_chart_find (arguments[1], error);
    if (!what)
        return FALSE;
    /* The log is part of the export: a plan that cannot be written cannot say where it went. */
    g_autoptr (UpstandStore) store = upstand_command_open (arguments[0], TRUE, error);
    if (!store)
        return FALSE;
    UpstandDay today = upstand_plan_get_today (store);
    g_autoptr (UpstandChart) chart = what->build (store, today, error);
    if (!chart)
        return FALSE;
    const char *classification =
        option_classification ? option_classification : what->classification;
    UpstandChartPaper paper = {
        .palette = UPSTAND_PALETTE_PRINT,
        .width = option_width,
        .height = option_height,
        .classification = classification,
    };
    gboolean written = pdf ? upstand_chart_save_pdf (chart, option_output, &paper, NULL, error)
                           : upstand_chart_save_png (chart, option_output, &paper, error);
    return written && note_export (store, what, today, pdf, classification, error) &&
           say_written (what, chart, classification, error);
}

const UpstandCommand upstand_chart_commands[] = {
    { "chart", "PLAN CHART", 2, 2,
        N_ ("Draw a chart as a picture or a PDF. A wrong CHART is answered with all there are."),
        chart_options, run_chart },
    { NULL },
};
