/* SPDX-License-Identifier: MIT */
#include "pages/send-out-dialog.h"

#include <glib/gi18n.h>

#include "exchange/job.h"
#include "records/census.h"
#include "returns/return.h"
#include "widgets/date-row.h"
#include "widgets/dialogs.h"
#include "widgets/job-row.h"

struct _UpstandSendOutDialog {
    AdwWindow parent_instance;

    UpstandStore *store;
    UpstandRepliesKind kind;
    UpstandDay today;
    GPtrArray *censuses; /* UpstandCensus, the newest first */
    GPtrArray *recipients; /* UpstandRecipient; NULL: none, for the reason that is shown */
    UpstandJob *job;
    gboolean closed;

    GtkWidget *write;
    GtkWidget *questions;
    AdwComboRow *census_row;
    AdwComboRow *recipient_row;
    UpstandDateRow *due_row;
    GtkEditable *reply_to_row;
    AdwComboRow *classification_row;
    GtkLabel *problem;
    GtkBox *jobs;
};

G_DEFINE_FINAL_TYPE (UpstandSendOutDialog, upstand_send_out_dialog, ADW_TYPE_WINDOW)

/* What the job is given. */
typedef struct {
    UpstandSendOutDialog *self; /* for the thread that started it alone */
    UpstandSendOut request; /* with texts of its own */
    char *plan;
    char *post;
    char *folder;
    GWeakRef window; /* that says what came of it */
    UpstandJob *job; /* borrowed */
} Work;

static void
work_free (gpointer data)
{
    Work *work = data;
    g_object_unref (work->self);
    g_weak_ref_clear (&work->window);
    g_free ((char *)work->request.only);
    g_free ((char *)work->request.reply_to);
    g_free (work->plan);
    g_free (work->post);
    g_free (work->folder);
    g_free (work);
}

static void
report (double done, gpointer data)
{
    Work *work = data;
    upstand_job_report (work->job, done, NULL);
}

static gpointer
write_forms (UpstandJob *job, gpointer data, GError **error)
{
    Work *work = data;
    UpstandDatabase *database =
        upstand_database_open_again (work->plan, UPSTAND_DATABASE_WRITE, error);
    if (!database)
        return NULL;
    g_autoptr (UpstandStore) store = upstand_store_new (database, g_get_user_name (), work->post);
    return upstand_send_out_write (store, &work->request, work->folder, report, work,
        upstand_job_get_cancellable (job), error);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
    Work *work = user_data;
    UpstandSendOutDialog *self = work->self;
    g_autoptr (GError) error = NULL;
    gpointer value = NULL;
    gboolean done = upstand_job_finish (UPSTAND_JOB (object), result, &value, &error);
    g_auto (GStrv) paths = value;
    g_clear_object (&self->job);
    if (done && self->store)
        upstand_store_poll (self->store);
    if (self->closed)
        return;
    gtk_widget_set_sensitive (self->questions, TRUE);
    gtk_widget_set_sensitive (self->write, TRUE);
    if (!done) {
        if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
            upstand_dialogs_say (self, _ ("The forms could not be written"), error->message);
        return;
    }
    guint n = g_strv_length (paths);
    g_autofree char *words =
        g_strdup_printf (ngettext ("%u form is written", "%u forms are written", n), n);
    g_autoptr (GtkWidget) window = g_weak_ref_get (&work->window);
    if (window)
        gtk_widget_activate_action (window, "win.toast-file", "(ss)", words, paths[0]);
    gtk_window_close (GTK_WINDOW (self));
}

static void
say_problem (UpstandSendOutDialog *self, const char *words)
{
    gtk_label_set_label (self->problem, words ? words : "");
    gtk_widget_set_visible (GTK_WIDGET (self->problem), words != NULL);
}

static void
answered_cb (UpstandSendOutDialog *self)
{
    gtk_widget_remove_css_class (GTK_WIDGET (self->due_row), "error");
    if (self->recipients)
        say_problem (self, NULL);
}

static UpstandCensus *
chosen_census (UpstandSendOutDialog *self)
{
    guint chosen = adw_combo_row_get_selected (self->census_row);
    return chosen < self->censuses->len ? g_ptr_array_index (self->censuses, chosen) : NULL;
}

static gboolean
read_request (UpstandSendOutDialog *self, UpstandSendOut *request)
{
    g_autoptr (GError) error = NULL;
    UpstandCensus *census = chosen_census (self);
    guint recipient = adw_combo_row_get_selected (self->recipient_row);
    *request = (UpstandSendOut){
        .kind = self->kind,
        .census_id = census ? UPSTAND_RECORD (census)->id : 0,
        .today = self->today,
        .classification =
            upstand_classifications[adw_combo_row_get_selected (self->classification_row)],
    };
    if (!self->recipients)
        return FALSE;
    if (!upstand_date_row_get_day (self->due_row, &request->due, &error)) {
        gtk_widget_add_css_class (GTK_WIDGET (self->due_row), "error");
        say_problem (self, error->message);
        gtk_widget_grab_focus (GTK_WIDGET (self->due_row));
        return FALSE;
    }
    if (recipient > 0 && recipient <= self->recipients->len) {
        const UpstandRecipient *only = g_ptr_array_index (self->recipients, recipient - 1);
        request->only = only->subject;
    }
    return TRUE;
}

void
upstand_send_out_dialog_write (UpstandSendOutDialog *self, GFile *folder)
{
    g_return_if_fail (UPSTAND_IS_SEND_OUT_DIALOG (self) && G_IS_FILE (folder));
    UpstandSendOut request;
    if (self->job || !read_request (self, &request))
        return;
    Work *work = g_new0 (Work, 1);
    work->self = g_object_ref (self);
    g_weak_ref_init (&work->window, gtk_window_get_transient_for (GTK_WINDOW (self)));
    work->request = request;
    work->request.only = g_strdup (request.only);
    work->request.reply_to = g_strstrip (g_strdup (gtk_editable_get_text (self->reply_to_row)));
    work->plan = g_strdup (upstand_database_get_path (upstand_store_get_database (self->store)));
    work->post = g_strdup (upstand_store_get_post (self->store));
    work->folder = g_file_get_path (folder);
    self->job = upstand_job_new (
        _ ("Writing the forms"), write_forms, work, work_free, (GDestroyNotify)g_strfreev);
    work->job = self->job;
    gtk_widget_set_sensitive (self->questions, FALSE);
    gtk_widget_set_sensitive (self->write, FALSE);
    upstand_job_start (self->job, written_cb, work);
    gtk_box_append (self->jobs, upstand_job_row_new (self->job));
}

static void
folder_chosen_cb (GFile *folder, gpointer owner)
{
    upstand_send_out_dialog_write (owner, folder);
}

static void
write_cb (UpstandSendOutDialog *self)
{
    UpstandSendOut request;
    if (read_request (self, &request))
        upstand_dialogs_open_folder (self, _ ("Where the workbooks go"), folder_chosen_cb, self);
}

/* Who is asked depends on the census. */
static void
census_chosen_cb (UpstandSendOutDialog *self)
{
    UpstandCensus *census = chosen_census (self);
    UpstandSendOut request = { .kind = self->kind,
        .census_id = census ? UPSTAND_RECORD (census)->id : 0,
        .today = self->today };
    g_autoptr (GError) error = NULL;
    g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
    g_clear_pointer (&self->recipients, g_ptr_array_unref);
    self->recipients =
        upstand_send_out_list (upstand_store_get_database (self->store), &request, &error);
    if (self->recipients) {
        guint n = self->recipients->len;
        g_autofree char *all =
            self->kind == UPSTAND_REPLIES_HEADCOUNT
                ? g_strdup_printf (ngettext ("The %u unit", "All %u units", n), n)
                : g_strdup_printf (ngettext ("The %u owner", "All %u owners", n), n);
        gtk_string_list_append (words, all);
        for (guint i = 0; i < n; i++) {
            const UpstandRecipient *recipient = g_ptr_array_index (self->recipients, i);
            gtk_string_list_append (words, recipient->name);
        }
    }
    adw_combo_row_set_model (self->recipient_row, G_LIST_MODEL (words));
    upstand_date_row_set_day (
        self->due_row, upstand_send_out_due (census ? census->as_at : 0, self->today));
    gtk_widget_set_sensitive (self->write, self->recipients != NULL);
    say_problem (self, error ? error->message : NULL);
}

static void
fill_censuses (UpstandSendOutDialog *self, gint64 census_id)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_census_type);
    g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
    guint chosen = 0;
    upstand_list_query_order (query, "as_at", TRUE);
    self->censuses = upstand_store_list (self->store, query, 0, NULL);
    if (!self->censuses)
        self->censuses = g_ptr_array_new ();
    for (guint i = 0; i < self->censuses->len; i++) {
        const UpstandCensus *census = g_ptr_array_index (self->censuses, i);
        g_autofree char *day = upstand_date_format (census->as_at, UPSTAND_DATE_LONG);
        gtk_string_list_append (words, day);
        if (UPSTAND_RECORD (census)->id == census_id)
            chosen = i;
    }
    adw_combo_row_set_model (self->census_row, G_LIST_MODEL (words));
    adw_combo_row_set_selected (self->census_row, chosen);
}

/* Closed, or gone with the window that it belongs to, which a job may outlive. */
static void
upstand_send_out_dialog_unmap (GtkWidget *widget)
{
    UpstandSendOutDialog *self = UPSTAND_SEND_OUT_DIALOG (widget);
    self->closed = TRUE;
    if (self->job)
        upstand_job_cancel (self->job);
    GTK_WIDGET_CLASS (upstand_send_out_dialog_parent_class)->unmap (widget);
    gtk_window_set_transient_for (GTK_WINDOW (self), NULL);
}

static void
upstand_send_out_dialog_dispose (GObject *object)
{
    UpstandSendOutDialog *self = UPSTAND_SEND_OUT_DIALOG (object);
    self->closed = TRUE;
    g_clear_pointer (&self->censuses, g_ptr_array_unref);
    g_clear_pointer (&self->recipients, g_ptr_array_unref);
    g_clear_object (&self->job);
    g_clear_object (&self->store);
    G_OBJECT_CLASS (upstand_send_out_dialog_parent_class)->dispose (object);
}

static void
upstand_send_out_dialog_class_init (UpstandSendOutDialogClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    G_OBJECT_CLASS (klass)->dispose = upstand_send_out_dialog_dispose;
    widget_class->unmap = upstand_send_out_dialog_unmap;

    g_type_ensure (UPSTAND_TYPE_DATE_ROW);
    gtk_widget_class_set_template_from_resource (
        widget_class, "/uk/upstand/Upstand/pages/send-out-dialog.ui");
    gtk_widget_class_bind_template_child (widget_class, UpstandSendOutDialog, write);
    gtk_widget_class_bind_template_child (widget_class, UpstandSendOutDialog, questions);
    gtk_widget_class_bind_template_child (widget_class, UpstandSendOutDialog, census_row);
    gtk_widget_class_bind_template_child (widget_class, UpstandSendOutDialog, recipient_row);
    gtk_widget_class_bind_template_child (widget_class, UpstandSendOutDialog, due_row);
    gtk_widget_class_bind_template_child (widget_class, UpstandSendOutDialog, reply_to_row);
    gtk_widget_class_bind_template_child (widget_class, UpstandSendOutDialog, classification_row);
    gtk_widget_class_bind_template_child (widget_class, UpstandSendOutDialog, problem);
    gtk_widget_class_bind_template_child (widget_class, UpstandSendOutDialog, jobs);
    gtk_widget_class_bind_template_callback (widget_class, write_cb);
    gtk_widget_class_bind_template_callback (widget_class, answered_cb);
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
upstand_send_out_dialog_init (UpstandSendOutDialog *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
upstand_send_out_dialog_new (
    UpstandStore *store, UpstandRepliesKind kind, gint64 census_id, UpstandDay today)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (store), NULL);
    UpstandSendOutDialog *self = g_object_new (UPSTAND_TYPE_SEND_OUT_DIALOG, NULL);
    const char *post = upstand_store_get_post (store);
    gboolean headcount = kind == UPSTAND_REPLIES_HEADCOUNT;
    self->store = g_object_ref (store);
    self->kind = kind;
    self->today = today;
    gtk_window_set_title (
        GTK_WINDOW (self), headcount ? _ ("Ask units for figures") : _ ("Ask owners for updates"));
    upstand_date_row_set_today (self->due_row, today);
    gtk_editable_set_text (self->reply_to_row, post ? post : "");
    g_autoptr (GtkStringList) classes =
        gtk_string_list_new ((const char *const *)upstand_classifications);
    adw_combo_row_set_model (self->classification_row, G_LIST_MODEL (classes));
    for (guint i = 0; upstand_classifications[i]; i++)
        if (g_str_equal (upstand_classifications[i], upstand_send_out_classification (kind)))
            adw_combo_row_set_selected (self->classification_row, i);
    fill_censuses (self, census_id);
    gtk_widget_set_visible (GTK_WIDGET (self->census_row), headcount);
    census_chosen_cb (self);
    g_signal_connect_swapped (
        self->census_row, "notify::selected", G_CALLBACK (census_chosen_cb), self);
    return GTK_WIDGET (self);
}

void
upstand_send_out_dialog_present (GtkWidget *parent, UpstandStore *store, UpstandRepliesKind kind,
    gint64 census_id, UpstandDay today)
{
    GtkWidget *dialog = upstand_send_out_dialog_new (store, kind, census_id, today);
    gtk_window_set_transient_for (GTK_WINDOW (dialog), upstand_dialogs_window_of (parent));
    gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
    gtk_window_present (GTK_WINDOW (dialog));
}
