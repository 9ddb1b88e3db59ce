/* SPDX-License-Identifier: MIT */
#include "pages/export-dialog.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "records/census.h"
#include "records/plan.h"
#include "returns/return.h"
#include "widgets/desk.h"
#include "widgets/dialogs.h"

/* Two years of quarters, and the one that is going on. */
#define N_PERIODS 9

struct _UpstandExportDialog {
    AdwWindow parent_instance;

    UpstandStore *store;
    UpstandDay today;
    GArray *periods; /* of UpstandPeriod, as they are offered */

    AdwComboRow *return_row;
    AdwComboRow *period_row;
    GtkEditable *since_row;
    AdwComboRow *classification_row;
    AdwComboRow *format_row;
    GtkEditable *recipient_row;
    GtkEditable *reason_row;
    GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (UpstandExportDialog, upstand_export_dialog, ADW_TYPE_WINDOW)

enum {
    SIGNAL_JOB_STARTED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* One export on its way; the worker uses a connection of its own. */
typedef struct {
    UpstandStore *store;
    GWeakRef window;
    const UpstandReturn *what;
    UpstandReturnRequest request; /* classification: borrowed from the list of them */
    UpstandFormat format;
    char *plan;
    char *path;
    char *recipient;
    char *reason;
    UpstandJob *job; /* borrowed, for progress */
} Export;

static void
export_free (gpointer data)
{
    Export *export = data;
    g_object_unref (export->store);
    g_weak_ref_clear (&export->window);
    g_free (export->plan);
    g_free (export->path);
    g_free (export->recipient);
    g_free (export->reason);
    g_free (export);
}

static void
rows_written (guint64 rows, gpointer data)
{
    Export *export = data;
    g_autofree char *words =
        g_strdup_printf (ngettext ("%'" PRIu64 " row", "%'" PRIu64 " rows", rows), rows);
    upstand_job_report (export->job, -1, words);
}

static gpointer
write_return (UpstandJob *job, gpointer data, GError **error)
{
    Export *export = data;
    g_autoptr (UpstandDatabase) database =
        upstand_database_open_again (export->plan, UPSTAND_DATABASE_READ_ONLY, error);
    if (!database)
        return NULL;
    export->request.database = database;
    char *written = upstand_return_write (export->what, &export->request, export->format,
        export->path, rows_written, export, upstand_job_get_cancellable (job), error);
    export->request.database = NULL;
    return written;
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
    Export *export = user_data;
    g_autoptr (GError) error = NULL;
    gpointer value = NULL;
    gboolean written = upstand_job_finish (UPSTAND_JOB (object), result, &value, &error);
    g_autofree char *path = value;
    g_autoptr (GtkWidget) window = g_weak_ref_get (&export->window);
    if (!written) {
        if (window && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
            gtk_widget_activate_action (window, "win.show-error", "(ss)",
                _ ("The export could not be written"), error->message);
        return;
    }
    export->request.database = upstand_store_get_database (export->store);
    if (!upstand_store_is_read_only (export->store) &&
        !upstand_return_log (export->what, export->store, &export->request, export->format, path,
            export->recipient, export->reason, &error) &&
        window)
        gtk_widget_activate_action (window, "win.show-error", "(ss)",
            _ ("The file is written, but the plan’s log of exports is not"), error->message);
    g_autofree char *name = g_filename_display_basename (path);
    g_autofree char *words = g_strdup_printf (_ ("“%s” is written"), name);
    if (window)
        gtk_widget_activate_action (window, "win.toast-file", "(ss)", words, path);
}

static const UpstandReturn *
chosen_return (UpstandExportDialog *self)
{
    return upstand_returns_list ()[adw_combo_row_get_selected (self->return_row)];
}

static char *
stripped_text (GtkEditable *row)
{
    return g_strstrip (g_strdup (gtk_editable_get_text (row)));
}

static gboolean
complain (UpstandExportDialog *self, GtkEditable *row, const char *words)
{
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
    gtk_label_set_label (self->problem, words);
    gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
    gtk_widget_grab_focus (GTK_WIDGET (row));
    return FALSE;
}

static void
answered_cb (UpstandExportDialog *self, GtkEditable *row)
{
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
    gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

/* Reads what was answered; FALSE, with the word beside it, when something is missing. */
static gboolean
read_request (UpstandExportDialog *self, UpstandReturnRequest *request)
{
    g_autofree char *since = stripped_text (self->since_row);
    g_autofree char *recipient = stripped_text (self->recipient_row);
    g_autofree char *reason = stripped_text (self->reason_row);
    g_autoptr (GError) error = NULL;
    *request = (UpstandReturnRequest){
        .database = upstand_store_get_database (self->store),
        .period = g_array_index (
            self->periods, UpstandPeriod, adw_combo_row_get_selected (self->period_row)),
        .today = self->today,
        .classification =
            upstand_classifications[adw_combo_row_get_selected (self->classification_row)],
    };
    if (!upstand_date_parse (since, self->today, &request->since, &error))
        return complain (self, self->since_row, error->message);
    if (!*recipient)
        return complain (self, self->recipient_row, _ ("Say who will have it."));
    if (!*reason)
        return complain (self, self->reason_row, _ ("Say why it is sent."));
    return TRUE;
}

void
upstand_export_dialog_write (UpstandExportDialog *self, GFile *place)
{
    g_return_if_fail (UPSTAND_IS_EXPORT_DIALOG (self) && G_IS_FILE (place));
    UpstandReturnRequest request;
    if (!read_request (self, &request))
        return;
    Export *export = g_new0 (Export, 1);
    export->store = g_object_ref (self->store);
    g_weak_ref_init (&export->window, gtk_window_get_transient_for (GTK_WINDOW (self)));
    export->what = chosen_return (self);
    export->request = request;
    export->request.database = NULL;
    export->format = adw_combo_row_get_selected (self->format_row);
    export->plan = g_strdup (upstand_database_get_path (request.database));
    export->path = g_file_get_path (place);
    export->recipient = stripped_text (self->recipient_row);
    export->reason = stripped_text (self->reason_row);
    g_autofree char *title =
        g_strdup_printf (_ ("Exporting: %s"), g_dgettext (GETTEXT_PACKAGE, export->what->title));
    g_autoptr (UpstandJob) job = upstand_job_new (title, write_return, export, export_free, g_free);
    export->job = job;
    upstand_job_start (job, written_cb, export);
    g_signal_emit (self, signals[SIGNAL_JOB_STARTED], 0, job);
    gtk_window_close (GTK_WINDOW (self));
}

static void
place_chosen_cb (GFile *file, gpointer owner)
{
    upstand_export_dialog_write (owner, file);
}

static void
export_cb (UpstandExportDialog *self)
{
    UpstandReturnRequest request;
    if (!read_request (self, &request))
        return;
    UpstandFormat format = adw_combo_row_get_selected (self->format_row);
    if (format == UPSTAND_FORMAT_CSV) {
        /* Several files: they get a folder of their own inside the one that is chosen. */
        upstand_dialogs_open_folder (
            self, _ ("Where the folder of CSV files goes"), place_chosen_cb, self);
        return;
    }
    g_autofree char *force = upstand_plan_get_force (self->store);
    g_autofree char *name =
        upstand_return_file_name (chosen_return (self), force ? force : "", &request, format);
    upstand_dialogs_save_file (
        self, _ ("Export"), UPSTAND_FILES_WORKBOOK, NULL, name, place_chosen_cb, self);
}

static void
period_chosen_cb (UpstandExportDialog *self)
{
    guint chosen = adw_combo_row_get_selected (self->period_row);
    if (chosen >= self->periods->len)
        return;
    g_autofree char *since = upstand_date_format (
        g_array_index (self->periods, UpstandPeriod, chosen).start, UPSTAND_DATE_SHORT);
    gtk_editable_set_text (self->since_row, since);
}

/* The days as at which the plan was really counted, the newest first. */
static void
list_censuses (UpstandExportDialog *self)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_census_type);
    upstand_list_query_order (query, "as_at", TRUE);
    g_autoptr (GPtrArray) all = upstand_store_list (self->store, query, 0, NULL);
    for (guint i = 0; all && i < all->len; i++) {
        UpstandDay day = ((UpstandCensus *)g_ptr_array_index (all, i))->as_at;
        UpstandPeriod period = { UPSTAND_PERIOD_CENSUS, day, day };
        g_array_append_val (self->periods, period);
    }
}

/* What goes on now and those before. */
static void
list_periods (UpstandExportDialog *self, UpstandPeriodCadence cadence)
{
    UpstandPeriod period = upstand_period_current (cadence, self->today);
    g_array_set_size (self->periods, 0);
    if (cadence == UPSTAND_PERIOD_CENSUS)
        list_censuses (self);
    while (self->periods->len < N_PERIODS &&
           (cadence != UPSTAND_PERIOD_CENSUS || !self->periods->len)) {
        g_array_append_val (self->periods, period);
        period = upstand_period_previous (&period);
    }
}

/* The periods of the return's own cadence, the last that ended proposed. */
static void
return_chosen_cb (UpstandExportDialog *self)
{
    const UpstandReturn *what = chosen_return (self);
    UpstandPeriod ended = upstand_period_last_ended (what->cadence, self->today);
    g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
    guint proposed = 0;
    list_periods (self, what->cadence);
    for (guint i = 0; i < self->periods->len; i++) {
        const UpstandPeriod *period = &g_array_index (self->periods, UpstandPeriod, i);
        g_autofree char *described = upstand_period_describe (period);
        gtk_string_list_append (words, described);
        if (upstand_period_compare (period, &ended) == 0)
            proposed = i;
    }
    adw_combo_row_set_model (self->period_row, G_LIST_MODEL (words));
    adw_combo_row_set_selected (self->period_row, proposed);
    for (guint i = 0; upstand_classifications[i]; i++)
        if (g_strcmp0 (what->classification, upstand_classifications[i]) == 0 &&
            i > adw_combo_row_get_selected (self->classification_row))
            adw_combo_row_set_selected (self->classification_row, i);
    period_chosen_cb (self);
}

static void
upstand_export_dialog_dispose (GObject *object)
{
    g_clear_object (&UPSTAND_EXPORT_DIALOG (object)->store);
    G_OBJECT_CLASS (upstand_export_dialog_parent_class)->dispose (object);
}

static void
upstand_export_dialog_finalize (GObject *object)
{
    g_array_unref (UPSTAND_EXPORT_DIALOG (object)->periods);
    G_OBJECT_CLASS (upstand_export_dialog_parent_class)->finalize (object);
}

static void
upstand_export_dialog_class_init (UpstandExportDialogClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    G_OBJECT_CLASS (klass)->dispose = upstand_export_dialog_dispose;
    G_OBJECT_CLASS (klass)->finalize = upstand_export_dialog_finalize;

    signals[SIGNAL_JOB_STARTED] = g_signal_new ("job-started", G_TYPE_FROM_CLASS (klass),
        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, UPSTAND_TYPE_JOB);

    gtk_widget_class_set_template_from_resource (
        widget_class, "/uk/upstand/Upstand/pages/export-dialog.ui");
    gtk_widget_class_bind_template_child (widget_class, UpstandExportDialog, return_row);
    gtk_widget_class_bind_template_child (widget_class, UpstandExportDialog, period_row);
    gtk_widget_class_bind_template_child (widget_class, UpstandExportDialog, since_row);
    gtk_widget_class_bind_template_child (widget_class, UpstandExportDialog, classification_row);
    gtk_widget_class_bind_template_child (widget_class, UpstandExportDialog, format_row);
    gtk_widget_class_bind_template_child (widget_class, UpstandExportDialog, recipient_row);
    gtk_widget_class_bind_template_child (widget_class, UpstandExportDialog, reason_row);
    gtk_widget_class_bind_template_child (widget_class, UpstandExportDialog, problem);
    gtk_widget_class_bind_template_callback (widget_class, export_cb);
    gtk_widget_class_bind_template_callback (widget_class, answered_cb);
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
upstand_export_dialog_init (UpstandExportDialog *self)
{
    self->periods = g_array_new (FALSE, FALSE, sizeof (UpstandPeriod));
    gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
upstand_export_dialog_new (UpstandStore *store, GSettings *desk, UpstandDay today)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (store), NULL);
    UpstandExportDialog *self = g_object_new (UPSTAND_TYPE_EXPORT_DIALOG, NULL);
    self->store = g_object_ref (store);
    self->today = today;

    g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
    for (guint i = 0; upstand_returns_list ()[i]; i++)
        gtk_string_list_append (
            titles, g_dgettext (GETTEXT_PACKAGE, upstand_returns_list ()[i]->title));
    adw_combo_row_set_model (self->return_row, G_LIST_MODEL (titles));
    g_autoptr (GtkStringList) classes =
        gtk_string_list_new ((const char *const *)upstand_classifications);
    adw_combo_row_set_model (self->classification_row, G_LIST_MODEL (classes));
    adw_combo_row_set_selected (
        self->classification_row, upstand_desk_get_number (desk, "classification", 0));
    g_autoptr (GtkStringList) formats = gtk_string_list_new (NULL);
    for (guint i = 0; upstand_format_choices[i].key; i++)
        gtk_string_list_append (
            formats, g_dgettext (GETTEXT_PACKAGE, upstand_format_choices[i].label));
    adw_combo_row_set_model (self->format_row, G_LIST_MODEL (formats));
    return_chosen_cb (self);
    g_signal_connect_swapped (
        self->return_row, "notify::selected", G_CALLBACK (return_chosen_cb), self);
    g_signal_connect_swapped (
        self->period_row, "notify::selected", G_CALLBACK (period_chosen_cb), self);
    return GTK_WIDGET (self);
}

void
upstand_export_dialog_choose (UpstandExportDialog *self, const char *id, const char *period)
{
    g_return_if_fail (UPSTAND_IS_EXPORT_DIALOG (self) && id && period);
    UpstandPeriod wanted;
    for (guint i = 0; upstand_returns_list ()[i]; i++)
        if (strcmp (upstand_returns_list ()[i]->id, id) == 0)
            adw_combo_row_set_selected (self->return_row, i);
    if (!upstand_period_parse_as (period, chosen_return (self)->cadence, &wanted, NULL))
        return;
    for (guint i = 0; i < self->periods->len; i++)
        if (upstand_period_compare (&g_array_index (self->periods, UpstandPeriod, i), &wanted) == 0)
            adw_combo_row_set_selected (self->period_row, i);
}
