/* SPDX-License-Identifier: MIT */
#include "pages/take-in-dialog.h"

#include <glib/gi18n.h>

#include "exchange/headcount-table.h"
#include "exchange/job.h"
#include "pages/take-in-conflicts.h"
#include "widgets/dialogs.h"
#include "widgets/job-row.h"
#include "widgets/sheet-table.h"

struct _UpstandTakeInDialog {
    AdwWindow parent_instance;

    UpstandStore *store;
    UpstandRepliesKind kind;
    GStrv paths;
    UpstandReplies *replies; /* NULL while a job has it */
    UpstandJob *job;
    GPtrArray *column_rows; /* of AdwComboRow, one for each heading; borrowed */
    gboolean closed;
    gboolean filling;

    GtkStack *steps;
    AdwStatusPage *ask;
    GtkWidget *back;
    GtkWidget *apply;
    GtkLabel *summary;
    GtkWidget *skip;
    GtkWidget *columns_section;
    AdwPreferencesGroup *columns;
    GtkWidget *refusals_section;
    UpstandSheetTable *refusals;
    GtkBox *conflicts;
    GtkWidget *changes_section;
    UpstandSheetTable *changes;
    GtkBox *jobs;
};

G_DEFINE_FINAL_TYPE (UpstandTakeInDialog, upstand_take_in_dialog, ADW_TYPE_WINDOW)

/* What a job is given: the replies go with it and come back. */
typedef struct {
    UpstandTakeInDialog *self; /* for the thread that started it alone */
    UpstandReplies *replies;
    GStrv paths;
    char *plan;
    char *post;
    guint taken;
    gint64 batch;
    GWeakRef window; /* that says what came of it */
    UpstandJob *job; /* borrowed */
} Work;

static void
work_free (gpointer data)
{
    Work *work = data;
    g_clear_pointer (&work->replies, upstand_replies_free);
    g_object_unref (work->self);
    g_weak_ref_clear (&work->window);
    g_strfreev (work->paths);
    g_free (work->plan);
    g_free (work->post);
    g_free (work);
}

static void
report (double done, gpointer data)
{
    Work *work = data;
    upstand_job_report (work->job, done, NULL);
}

static gpointer
read_files (UpstandJob *job, gpointer data, GError **error)
{
    Work *work = data;
    g_autoptr (UpstandDatabase) database =
        upstand_database_open_again (work->plan, UPSTAND_DATABASE_READ_ONLY, error);
    if (database)
        upstand_replies_read (work->replies, database, (const char *const *)work->paths, report,
            work, upstand_job_get_cancellable (job), error);
    return NULL;
}

static gpointer
apply_changes (UpstandJob *job, gpointer data, GError **error)
{
    Work *work = data;
    UpstandDatabase *database =
        upstand_database_open_again (work->plan, UPSTAND_DATABASE_WRITE, error);
    if (!database)
        return NULL;
    g_autoptr (UpstandStore) store = upstand_store_new (database, g_get_user_name (), work->post);
    work->taken = upstand_replies_count_taken (work->replies);
    if (upstand_replies_apply (work->replies, store, upstand_job_get_cancellable (job), error))
        work->batch = upstand_store_get_last_batch (store);
    return NULL;
}

static void
show_step (UpstandTakeInDialog *self, const char *step)
{
    gboolean asks = g_str_equal (step, "files");
    gtk_stack_set_visible_child_name (self->steps, step);
    gtk_widget_set_visible (self->back, !asks);
    gtk_widget_set_visible (self->apply, !asks);
    if (!asks)
        gtk_window_set_default_widget (GTK_WINDOW (self), self->apply);
}

/* A button that is pressed stays where it was: only what it would do is held back. */
static void
update_apply (UpstandTakeInDialog *self)
{
    guint taken = self->replies ? upstand_replies_count_taken (self->replies) : 0;
    guint open = self->replies ? upstand_replies_count_open (self->replies) : 0;
    g_autofree char *label =
        g_strdup_printf (ngettext ("_Take in %u change", "_Take in %u changes", taken), taken);
    gtk_button_set_label (GTK_BUTTON (self->apply), label);
    gtk_widget_set_sensitive (self->apply, taken > 0 && open == 0);
}

static void
set_busy (UpstandTakeInDialog *self, gboolean busy)
{
    gtk_widget_set_sensitive (GTK_WIDGET (self->steps), !busy);
    gtk_widget_set_sensitive (self->back, !busy);
    if (busy)
        gtk_widget_set_sensitive (self->apply, FALSE);
}

static void
run (
    UpstandTakeInDialog *self, const char *title, UpstandJobWork function, GAsyncReadyCallback done)
{
    Work *work = g_new0 (Work, 1);
    work->self = g_object_ref (self);
    g_weak_ref_init (&work->window, gtk_window_get_transient_for (GTK_WINDOW (self)));
    work->replies = g_steal_pointer (&self->replies);
    work->paths = g_strdupv (self->paths);
    work->plan = g_strdup (upstand_database_get_path (upstand_store_get_database (self->store)));
    work->post = g_strdup (upstand_store_get_post (self->store));
    self->job = upstand_job_new (title, function, work, work_free, NULL);
    work->job = self->job;
    set_busy (self, TRUE);
    upstand_job_start (self->job, done, work);
    gtk_box_append (self->jobs, upstand_job_row_new (self->job));
}

/* Takes the replies back from the job; FALSE when the work failed or the window has gone. */
static gboolean
finish (GObject *job, GAsyncResult *result, Work *work, const char *heading)
{
    UpstandTakeInDialog *self = work->self;
    g_autoptr (GError) error = NULL;
    gboolean done = upstand_job_finish (UPSTAND_JOB (job), result, NULL, &error);
    g_clear_object (&self->job);
    self->replies = g_steal_pointer (&work->replies);
    if (self->closed)
        return FALSE;
    set_busy (self, FALSE);
    update_apply (self);
    if (!done && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        upstand_dialogs_say (self, heading, error->message);
    return done;
}

/* The preview ----------------------------------------------------------------------------------
 */

static void
show_summary (UpstandTakeInDialog *self)
{
    guint files = upstand_replies_get_files (self->replies)->len;
    guint changes = upstand_replies_get_changes (self->replies)->len;
    guint refusals = upstand_replies_get_refusals (self->replies)->len;
    guint unchanged = upstand_replies_count_unchanged (self->replies);
    g_autofree char *read =
        g_strdup_printf (ngettext ("%u file was read.", "%u files were read.", files), files);
    g_autofree char *found = changes ? g_strdup_printf (ngettext ("%u change is shown below.",
                                                            "%u changes are shown below.", changes),
                                           changes)
                                     : g_strdup (_ ("Nothing would change."));
    g_autofree char *same =
        g_strdup_printf (ngettext ("%u answer says what the plan has already.",
                             "%u answers say what the plan has already.", unchanged),
            unchanged);
    g_autofree char *refused =
        refusals
            ? g_strdup_printf (
                  ngettext ("%u thing is refused; its file stays out, the others do not.",
                      "%u things are refused; their files stay out, the others do not.", refusals),
                  refusals)
            : g_strdup ("");
    const char *const sentences[] = { read, found, unchanged ? same : "", refused };
    g_autoptr (GString) words = g_string_new (NULL);
    for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
        if (*sentences[i])
            g_string_append_printf (words, "%s%s", words->len ? " " : "", sentences[i]);
    gtk_label_set_label (self->summary, words->str);
}

static void
show_changes (UpstandTakeInDialog *self)
{
    g_autoptr (UpstandSheet) sheet = upstand_replies_list_changes (self->replies);
    gtk_widget_set_visible (self->changes_section, upstand_sheet_get_n_rows (sheet) > 0);
    upstand_sheet_table_set_sheet (self->changes, sheet);
    upstand_take_in_conflicts_fill (
        self->conflicts, self->replies, G_CALLBACK (update_apply), self);
}

static void column_chosen_cb (UpstandTakeInDialog *self, GParamSpec *pspec, AdwComboRow *row);

/* The columns of plain tables, and what each is taken for. */
static void
show_columns (UpstandTakeInDialog *self)
{
    const UpstandChoice *columns = upstand_headcount_table_get_columns ();
    const char *const *headings = upstand_replies_get_headings (self->replies);
    g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
    self->filling = TRUE;
    for (guint i = 0; i < self->column_rows->len; i++)
        adw_preferences_group_remove (self->columns, g_ptr_array_index (self->column_rows, i));
    g_ptr_array_set_size (self->column_rows, 0);
    gtk_string_list_append (words, _ ("(passed over)"));
    for (guint i = 0; columns[i].key; i++)
        gtk_string_list_append (words, g_dgettext (GETTEXT_PACKAGE, columns[i].label));
    for (guint i = 0; headings[i]; i++) {
        AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());
        const char *column = upstand_replies_get_column (self->replies, headings[i]);
        adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
        adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), headings[i]);
        adw_combo_row_set_model (row, G_LIST_MODEL (words));
        adw_combo_row_set_selected (
            row, column ? (guint)upstand_choice_find (columns, column) + 1 : 0);
        g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (column_chosen_cb), self);
        adw_preferences_group_add (self->columns, GTK_WIDGET (row));
        g_ptr_array_add (self->column_rows, row);
    }
    gtk_widget_set_visible (self->columns_section, headings[0] != NULL);
    /* Open where it is likely wanted: nothing came of the table as it is. */
    if (upstand_replies_get_changes (self->replies)->len == 0)
        gtk_expander_set_expanded (GTK_EXPANDER (self->columns_section), TRUE);
    self->filling = FALSE;
}

static void
read_cb (GObject *job, GAsyncResult *result, gpointer user_data)
{
    Work *work = user_data;
    UpstandTakeInDialog *self = work->self;
    if (!finish (job, result, work, _ ("The replies could not be read"))) {
        /* What was shown is no longer there to be chosen from. */
        if (!self->closed)
            show_step (self, "files");
        return;
    }
    g_autoptr (UpstandSheet) refusals = upstand_replies_list_refusals (self->replies);
    gboolean mixed = FALSE;
    GPtrArray *files = upstand_replies_get_files (self->replies);
    for (guint i = 0; i < files->len; i++) {
        const UpstandReplyFile *file = g_ptr_array_index (files, i);
        mixed |= file->n_refused > 0 && !file->is_refused;
    }
    gtk_widget_set_visible (self->refusals_section, upstand_sheet_get_n_rows (refusals) > 0);
    upstand_sheet_table_set_sheet (self->refusals, refusals);
    self->filling = TRUE;
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->skip), FALSE);
    self->filling = FALSE;
    upstand_replies_set_skip_refused (self->replies, FALSE);
    gtk_widget_set_visible (self->skip, mixed);
    show_columns (self);
    show_changes (self);
    show_summary (self);
    show_step (self, "preview");
    update_apply (self);
}

static void
read_again (UpstandTakeInDialog *self)
{
    run (self, _ ("Reading the replies"), read_files, read_cb);
}

static void
column_chosen_cb (UpstandTakeInDialog *self, GParamSpec *pspec, AdwComboRow *row)
{
    guint at, chosen = adw_combo_row_get_selected (row);
    if (self->filling || !self->replies || !g_ptr_array_find (self->column_rows, row, &at))
        return;
    const UpstandChoice *columns = upstand_headcount_table_get_columns ();
    upstand_replies_set_column (self->replies, upstand_replies_get_headings (self->replies)[at],
        chosen ? columns[chosen - 1].key : NULL);
    read_again (self);
}

static void
skip_toggled_cb (UpstandTakeInDialog *self)
{
    if (self->filling || !self->replies)
        return;
    upstand_replies_set_skip_refused (
        self->replies, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->skip)));
    show_changes (self);
    show_summary (self);
    update_apply (self);
}

void
upstand_take_in_dialog_open (UpstandTakeInDialog *self, GListModel *files)
{
    g_return_if_fail (UPSTAND_IS_TAKE_IN_DIALOG (self) && G_IS_LIST_MODEL (files));
    g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
    guint n = g_list_model_get_n_items (files);
    for (guint i = 0; i < n; i++) {
        g_autoptr (GFile) file = g_list_model_get_item (files, i);
        g_autofree char *path = g_file_get_path (file);
        if (path)
            g_strv_builder_add (paths, path);
    }
    g_strfreev (self->paths);
    self->paths = g_strv_builder_end (paths);
    if (self->paths[0] && !self->job)
        read_again (self);
}

static void
files_chosen_cb (GListModel *files, gpointer owner)
{
    upstand_take_in_dialog_open (owner, files);
}

static void
files_asked_cb (UpstandTakeInDialog *self)
{
    upstand_dialogs_open_files (
        self, _ ("Take replies in"), UPSTAND_FILES_TABLE, files_chosen_cb, self);
}

static void
applied_cb (GObject *job, GAsyncResult *result, gpointer user_data)
{
    Work *work = user_data;
    UpstandTakeInDialog *self = work->self;
    if (self->store)
        upstand_store_poll (self->store);
    if (!finish (job, result, work, _ ("The replies could not be taken in")))
        return;
    g_autofree char *words = g_strdup_printf (
        ngettext ("%u change is taken in", "%u changes are taken in", work->taken), work->taken);
    g_autoptr (GtkWidget) window = g_weak_ref_get (&work->window);
    if (window)
        gtk_widget_activate_action (window, "win.toast-batch", "(sx)", words, work->batch);
    gtk_window_close (GTK_WINDOW (self));
}

static void
apply_asked_cb (UpstandTakeInDialog *self)
{
    if (self->replies)
        run (self, _ ("Taking the replies in"), apply_changes, applied_cb);
}

static void
back_cb (UpstandTakeInDialog *self)
{
    show_step (self, "files");
}

/* Closed, or gone with the window that it belongs to, which a job may outlive. */
static void
upstand_take_in_dialog_unmap (GtkWidget *widget)
{
    UpstandTakeInDialog *self = UPSTAND_TAKE_IN_DIALOG (widget);
    self->closed = TRUE;
    if (self->job)
        upstand_job_cancel (self->job);
    GTK_WIDGET_CLASS (upstand_take_in_dialog_parent_class)->unmap (widget);
    gtk_window_set_transient_for (GTK_WINDOW (self), NULL);
}

static void
upstand_take_in_dialog_dispose (GObject *object)
{
    UpstandTakeInDialog *self = UPSTAND_TAKE_IN_DIALOG (object);
    self->closed = TRUE;
    g_clear_object (&self->store);
    G_OBJECT_CLASS (upstand_take_in_dialog_parent_class)->dispose (object);
}

static void
upstand_take_in_dialog_finalize (GObject *object)
{
    UpstandTakeInDialog *self = UPSTAND_TAKE_IN_DIALOG (object);
    g_clear_pointer (&self->replies, upstand_replies_free);
    g_clear_pointer (&self->column_rows, g_ptr_array_unref);
    g_clear_object (&self->job);
    g_strfreev (self->paths);
    G_OBJECT_CLASS (upstand_take_in_dialog_parent_class)->finalize (object);
}

static void
upstand_take_in_dialog_class_init (UpstandTakeInDialogClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    G_OBJECT_CLASS (klass)->dispose = upstand_take_in_dialog_dispose;
    G_OBJECT_CLASS (klass)->finalize = upstand_take_in_dialog_finalize;
    widget_class->unmap = upstand_take_in_dialog_unmap;

    g_type_ensure (UPSTAND_TYPE_SHEET_TABLE);
    gtk_widget_class_set_template_from_resource (
        widget_class, "/uk/upstand/Upstand/pages/take-in-dialog.ui");
    gtk_widget_class_bind_template_child (widget_class, UpstandTakeInDialog, steps);
    gtk_widget_class_bind_template_child (widget_class, UpstandTakeInDialog, ask);
    gtk_widget_class_bind_template_child (widget_class, UpstandTakeInDialog, back);
    gtk_widget_class_bind_template_child (widget_class, UpstandTakeInDialog, apply);
    gtk_widget_class_bind_template_child (widget_class, UpstandTakeInDialog, summary);
    gtk_widget_class_bind_template_child (widget_class, UpstandTakeInDialog, skip);
    gtk_widget_class_bind_template_child (widget_class, UpstandTakeInDialog, columns_section);
    gtk_widget_class_bind_template_child (widget_class, UpstandTakeInDialog, columns);
    gtk_widget_class_bind_template_child (widget_class, UpstandTakeInDialog, refusals_section);
    gtk_widget_class_bind_template_child (widget_class, UpstandTakeInDialog, refusals);
    gtk_widget_class_bind_template_child (widget_class, UpstandTakeInDialog, conflicts);
    gtk_widget_class_bind_template_child (widget_class, UpstandTakeInDialog, changes_section);
    gtk_widget_class_bind_template_child (widget_class, UpstandTakeInDialog, changes);
    gtk_widget_class_bind_template_child (widget_class, UpstandTakeInDialog, jobs);
    gtk_widget_class_bind_template_callback (widget_class, files_asked_cb);
    gtk_widget_class_bind_template_callback (widget_class, apply_asked_cb);
    gtk_widget_class_bind_template_callback (widget_class, skip_toggled_cb);
    gtk_widget_class_bind_template_callback (widget_class, back_cb);
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
upstand_take_in_dialog_init (UpstandTakeInDialog *self)
{
    self->column_rows = g_ptr_array_new ();
    gtk_widget_init_template (GTK_WIDGET (self));
    show_step (self, "files");
}

GtkWidget *
upstand_take_in_dialog_new (
    UpstandStore *store, UpstandRepliesKind kind, gint64 census_id, UpstandDay today)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (store), NULL);
    UpstandTakeInDialog *self = g_object_new (UPSTAND_TYPE_TAKE_IN_DIALOG, NULL);
    gboolean headcount = kind == UPSTAND_REPLIES_HEADCOUNT;
    UpstandRepliesRequest request = { .kind = kind, .census_id = census_id, .today = today };
    self->store = g_object_ref (store);
    self->kind = kind;
    self->replies = upstand_replies_new (&request);
    gtk_window_set_title (
        GTK_WINDOW (self), headcount ? _ ("Take figures in") : _ ("Take updates in"));
    adw_status_page_set_title (
        self->ask, headcount ? _ ("Replies from units") : _ ("Replies from owners"));
    adw_status_page_set_description (self->ask,
        headcount
            ? _ ("The workbooks that units sent back, one or many at once; or a table that a "
                 "personnel system exported. Nothing is saved before you have seen what would "
                 "change.")
            : _ ("The workbooks that owners sent back, one or many at once. Nothing is saved "
                 "before you have seen what would change."));
    return GTK_WIDGET (self);
}

void
upstand_take_in_dialog_present (GtkWidget *parent, UpstandStore *store, UpstandRepliesKind kind,
    gint64 census_id, UpstandDay today)
{
    GtkWidget *dialog = upstand_take_in_dialog_new (store, kind, census_id, today);
    gtk_window_set_transient_for (GTK_WINDOW (dialog), upstand_dialogs_window_of (parent));
    gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
    gtk_window_present (GTK_WINDOW (dialog));
}
