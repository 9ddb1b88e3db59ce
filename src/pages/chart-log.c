/* SPDX-License-Identifier: MIT */
#include "pages/chart-log.h"

#include <glib/gi18n-lib.h>

#include "pages/step.h"
#include "records/export-log.h"
#include "records/plan.h"
#include "widgets/desk.h"

typedef struct {
    UpstandStore *store;
    char *id;
} ChartLog;

static void
chart_log_free (gpointer data, GClosure *closure)
{
    ChartLog *self = data;
    g_object_unref (self->store);
    g_free (self->id);
    g_free (self);
}

static const char *
get_classification (void)
{
    g_autoptr (GSettings) desk = upstand_desk_open ();
    return upstand_desk_get_number (desk, "classification", 0) == 1 ? "OFFICIAL-SENSITIVE"
                                                                    : "OFFICIAL";
}

static void
note (UpstandChartView *view, ChartLog *self, const char *format, const char *name)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandExportLog) log = upstand_record_new (&upstand_export_log_type);

    if (upstand_store_is_read_only (self->store))
        return;
    log->made = upstand_plan_get_today (self->store);
    log->return_id = g_strdup (self->id);
    log->period = upstand_date_to_iso (log->made);
    log->format = g_strdup (format);
    log->classification = g_strdup (get_classification ());
    log->file = g_strdup (name);
    if (!upstand_store_save (self->store, log, &error))
        upstand_step_show_error (
            GTK_WIDGET (view), _ ("The export was not noted in the plan"), error);
}

static void
saved_cb (UpstandChartView *view, GFile *file, gpointer data)
{
    g_autofree char *name = g_file_get_basename (file);
    g_autofree char *words = g_strdup_printf (_ ("Saved as %s"), name);

    gtk_widget_activate_action (GTK_WIDGET (view), "win.toast", "s", words);
    note (view, data, g_str_has_suffix (name, ".pdf") ? "pdf" : "png", name);
}

static void
printed_cb (UpstandChartView *view, gpointer data)
{
    note (view, data, "print", upstand_chart_get_title (upstand_chart_view_get_chart (view)));
}

void
upstand_chart_log_attach (UpstandChartView *view, UpstandStore *store, const char *id)
{
    g_return_if_fail (UPSTAND_IS_CHART_VIEW (view) && UPSTAND_IS_STORE (store) && id);
    ChartLog *self = g_new (ChartLog, 1);
    self->store = g_object_ref (store);
    self->id = g_strdup (id);
    upstand_chart_view_set_classification (view, get_classification ());
    g_signal_connect_data (view, "saved", G_CALLBACK (saved_cb), self, chart_log_free, 0);
    g_signal_connect (view, "printed", G_CALLBACK (printed_cb), self);
}
