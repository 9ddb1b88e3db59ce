/* SPDX-License-Identifier: MIT */
#include "pages/import-dialog.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "exchange/import.h"
#include "exchange/job.h"
#include "pages/import-preview.h"
#include "records/activity.h"
#include "widgets/desk.h"
#include "widgets/dialogs.h"
#include "widgets/job-row.h"

#define MAPPING "import-mapping"

struct _UpstandImportDialog {
    AdwWindow parent_instance;

    UpstandStore *store;
    GSettings *desk;
    UpstandDay today;
    char *path;
    char *sheet;
    UpstandImport *import; /* NULL while a job has it */
    const UpstandField **fields;
    UpstandJob *job;
    gboolean closed;
    gboolean filling;

    GtkStack *steps;
    GtkWidget *back;
    GtkWidget *next;
    GtkWidget *apply;
    AdwComboRow *sheet_row;
    AdwPreferencesGroup *mapping_group;
    GPtrArray *mapping_rows; /* of AdwComboRow, one for each heading; borrowed */
    GtkLabel *summary;
    GtkWidget *skip;
    GtkBox *preview;
    GtkBox *jobs;
};

G_DEFINE_FINAL_TYPE (UpstandImportDialog, upstand_import_dialog, ADW_TYPE_WINDOW)

/* What a job is given: the import goes with it and comes back. */
typedef struct {
    UpstandImportDialog *self; /* for the thread that started it alone */
    UpstandImport *import;
    UpstandDay today;
    char *path;
    char *sheet;
    char *plan;
    char *post;
    gboolean skip_refused;
    gint64 batch;
    UpstandJob *job; /* borrowed, for progress */
} Work;

static void
work_free (gpointer data)
{
    Work *work = data;
    g_clear_pointer (&work->import, upstand_import_free);
    g_object_unref (work->self);
    g_free (work->path);
    g_free (work->sheet);
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
open_file (UpstandJob *job, gpointer data, GError **error)
{
    Work *work = data;
    work->import =
        upstand_import_open (&upstand_activity_type, work->path, work->sheet, work->today, error);
    return NULL;
}

static gpointer
check_rows (UpstandJob *job, gpointer data, GError **error)
{
    Work *work = data;
    g_autoptr (UpstandDatabase) database =
        upstand_database_open_again (work->plan, UPSTAND_DATABASE_READ_ONLY, error);
    if (database)
        upstand_import_check (
            work->import, database, report, work, upstand_job_get_cancellable (job), error);
    return NULL;
}

static gpointer
apply_rows (UpstandJob *job, gpointer data, GError **error)
{
    Work *work = data;
    UpstandDatabase *database =
        upstand_database_open_again (work->plan, UPSTAND_DATABASE_WRITE, error);
    if (!database)
        return NULL;
    g_autoptr (UpstandStore) store = upstand_store_new (database, g_get_user_name (), work->post);
    if (upstand_import_apply (work->import, store, work->skip_refused, report, work,
            upstand_job_get_cancellable (job), error))
        work->batch = upstand_store_get_last_batch (store);
    return NULL;
}

static void
show_step (UpstandImportDialog *self, const char *step)
{
    gtk_stack_set_visible_child_name (self->steps, step);
    gtk_widget_set_visible (self->back, !g_str_equal (step, "file"));
    gtk_widget_set_visible (self->next, g_str_equal (step, "mapping"));
    gtk_widget_set_visible (self->apply, g_str_equal (step, "preview"));
    GtkWidget *shown = g_str_equal (step, "mapping") ? self->next : self->apply;
    if (!g_str_equal (step, "file"))
        gtk_window_set_default_widget (GTK_WINDOW (self), shown);
}

static void
set_busy (UpstandImportDialog *self, gboolean busy)
{
    gtk_widget_set_sensitive (GTK_WIDGET (self->steps), !busy);
    gtk_widget_set_sensitive (self->back, !busy);
    gtk_widget_set_sensitive (self->next, !busy);
    gtk_widget_set_sensitive (self->apply, !busy);
}

static Work *
work_new (UpstandImportDialog *self)
{
    Work *work = g_new0 (Work, 1);
    work->self = g_object_ref (self);
    work->import = g_steal_pointer (&self->import);
    work->today = self->today;
    work->path = g_strdup (self->path);
    work->sheet = g_strdup (self->sheet);
    work->plan = g_strdup (upstand_database_get_path (upstand_store_get_database (self->store)));
    work->post = g_strdup (upstand_store_get_post (self->store));
    return work;
}

static void
run (UpstandImportDialog *self, const char *title, UpstandJobWork function, Work *work,
    GAsyncReadyCallback done)
{
    g_autoptr (UpstandJob) job = upstand_job_new (title, function, work, work_free, NULL);
    work->job = job;
    g_set_object (&self->job, job);
    set_busy (self, TRUE);
    upstand_job_start (job, done, work);
    gtk_box_append (self->jobs, upstand_job_row_new (job));
}

/* Takes the import back from the job; FALSE when the work failed or the window has gone. */
static gboolean
finish (GObject *job, GAsyncResult *result, Work *work, const char *heading)
{
    UpstandImportDialog *self = work->self;
    g_autoptr (GError) error = NULL;
    gboolean done = upstand_job_finish (UPSTAND_JOB (job), result, NULL, &error);
    g_clear_object (&self->job);
    self->import = g_steal_pointer (&work->import);
    if (self->closed)
        return FALSE;
    set_busy (self, FALSE);
    if (!done && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        upstand_dialogs_say (self, heading, error->message);
    return done;
}

/* Shows which field each column fills, also after one was taken from another column. */
static void
show_mapping (UpstandImportDialog *self)
{
    self->filling = TRUE;
    for (guint column = 0; column < self->mapping_rows->len; column++) {
        const UpstandField *field = upstand_import_get_field (self->import, column);
        guint chosen = 0;
        for (guint i = 0; field && self->fields[i]; i++)
            if (self->fields[i] == field)
                chosen = i + 1;
        adw_combo_row_set_selected (g_ptr_array_index (self->mapping_rows, column), chosen);
    }
    self->filling = FALSE;
    /* What must be there is said before the check says it a thousand times. */
    g_autoptr (GString) missing = g_string_new (NULL);
    g_autoptr (UpstandRecord) fresh = upstand_record_new (&upstand_activity_type);
    for (guint i = 0; self->fields[i]; i++) {
        gboolean filled = FALSE;
        for (guint column = 0; column < self->mapping_rows->len; column++)
            filled |= upstand_import_get_field (self->import, column) == self->fields[i];
        /* A new activity has some of what it needs by itself: 0 percent. */
        g_autofree char *usual = upstand_record_get_text (fresh, self->fields[i]);
        if (!filled && !usual && self->fields[i]->flags & UPSTAND_FIELD_REQUIRED)
            g_string_append_printf (missing, "%s%s", missing->len ? ", " : "",
                g_dgettext (GETTEXT_PACKAGE, self->fields[i]->label));
    }
    g_autofree char *words =
        missing->len ? g_strdup_printf (_ ("Each activity needs these as well: %s."), missing->str)
                     : g_strdup (_ ("A column that is passed over is not read."));
    adw_preferences_group_set_description (self->mapping_group, words);
    gtk_widget_set_sensitive (self->next, missing->len == 0);
}

static void
field_chosen_cb (UpstandImportDialog *self, GParamSpec *pspec, AdwComboRow *row)
{
    guint column;
    if (self->filling || !self->import || !g_ptr_array_find (self->mapping_rows, row, &column))
        return;
    guint chosen = adw_combo_row_get_selected (row);
    upstand_import_set_field (self->import, column, chosen ? self->fields[chosen - 1] : NULL);
    show_mapping (self);
}

static void
fill_mapping (UpstandImportDialog *self)
{
    for (guint i = 0; i < self->mapping_rows->len; i++)
        adw_preferences_group_remove (
            self->mapping_group, g_ptr_array_index (self->mapping_rows, i));
    g_ptr_array_set_size (self->mapping_rows, 0);
    g_free (self->fields);
    self->fields = upstand_import_list_fields (self->import);
    g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
    gtk_string_list_append (words, _ ("(passed over)"));
    for (guint i = 0; self->fields[i]; i++)
        gtk_string_list_append (words, g_dgettext (GETTEXT_PACKAGE, self->fields[i]->label));
    const char *const *headings = upstand_import_get_headings (self->import);
    self->filling = TRUE;
    for (guint i = 0; headings[i]; i++) {
        AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());
        adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
        adw_preferences_row_set_title (
            ADW_PREFERENCES_ROW (row), *headings[i] ? headings[i] : _ ("(no heading)"));
        adw_combo_row_set_model (row, G_LIST_MODEL (words));
        g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (field_chosen_cb), self);
        adw_preferences_group_add (self->mapping_group, GTK_WIDGET (row));
        g_ptr_array_add (self->mapping_rows, row);
    }
    self->filling = FALSE;
    g_autofree char *mapping = upstand_desk_get_text (self->desk, MAPPING);
    if (*mapping)
        upstand_import_set_mapping (self->import, mapping);
    show_mapping (self);
}

static void
fill_sheets (UpstandImportDialog *self)
{
    const char *const *sheets = upstand_import_get_sheets (self->import);
    gboolean several = sheets && sheets[0] && sheets[1];
    gtk_widget_set_visible (GTK_WIDGET (self->sheet_row), several);
    if (!several || adw_combo_row_get_model (self->sheet_row))
        return;
    self->filling = TRUE;
    g_autoptr (GtkStringList) words = gtk_string_list_new (sheets);
    adw_combo_row_set_model (self->sheet_row, G_LIST_MODEL (words));
    self->filling = FALSE;
}

static void
file_opened_cb (GObject *job, GAsyncResult *result, gpointer user_data)
{
    Work *work = user_data;
    UpstandImportDialog *self = work->self;
    if (!finish (job, result, work, _ ("This file cannot be taken in")))
        return;
    fill_sheets (self);
    fill_mapping (self);
    show_step (self, "mapping");
}

static void
read_file (UpstandImportDialog *self)
{
    g_clear_pointer (&self->import, upstand_import_free);
    run (self, _ ("Reading the headings"), open_file, work_new (self), file_opened_cb);
}

static void
sheet_chosen_cb (UpstandImportDialog *self)
{
    if (self->filling || self->job)
        return;
    GtkStringObject *chosen = adw_combo_row_get_selected_item (self->sheet_row);
    if (!chosen || g_strcmp0 (gtk_string_object_get_string (chosen), self->sheet) == 0)
        return;
    g_free (self->sheet);
    self->sheet = g_strdup (gtk_string_object_get_string (chosen));
    read_file (self);
}

void
upstand_import_dialog_open (UpstandImportDialog *self, GFile *file)
{
    g_return_if_fail (UPSTAND_IS_IMPORT_DIALOG (self) && G_IS_FILE (file));
    g_free (self->path);
    self->path = g_file_get_path (file);
    g_clear_pointer (&self->sheet, g_free);
    self->filling = TRUE;
    adw_combo_row_set_model (self->sheet_row, NULL);
    self->filling = FALSE;
    if (self->path)
        read_file (self);
}

static void
file_chosen_cb (GFile *file, gpointer owner)
{
    upstand_import_dialog_open (owner, file);
}

static void
file_asked_cb (UpstandImportDialog *self)
{
    upstand_dialogs_open_file (
        self, _ ("Import activities"), UPSTAND_FILES_TABLE, file_chosen_cb, self);
}

static void
update_apply (UpstandImportDialog *self)
{
    guint64 accepted = upstand_import_get_n_accepted (self->import);
    guint64 refused = upstand_import_get_n_refused (self->import);
    gboolean skip = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->skip));
    gtk_widget_set_sensitive (self->apply, accepted > 0 && (refused == 0 || skip));
}

static void
skip_toggled_cb (UpstandImportDialog *self)
{
    if (self->import)
        update_apply (self);
}

static void
checked_cb (GObject *job, GAsyncResult *result, gpointer user_data)
{
    Work *work = user_data;
    UpstandImportDialog *self = work->self;
    if (!finish (job, result, work, _ ("This file cannot be taken in")))
        return;
    guint64 accepted = upstand_import_get_n_accepted (self->import);
    guint64 refused = upstand_import_get_n_refused (self->import);
    g_autofree char *first = g_strdup_printf (ngettext ("%" PRIu64 " row can be taken in.",
                                                  "%" PRIu64 " rows can be taken in.", accepted),
        accepted);
    g_autofree char *second =
        g_strdup_printf (ngettext ("%" PRIu64 " row is refused; nothing is saved of it.",
                             "%" PRIu64 " rows are refused; nothing is saved of them.", refused),
            refused);
    g_autofree char *words =
        refused ? g_strdup_printf (C_ ("two sentences", "%s %s"), first, second) : g_strdup (first);
    gtk_label_set_label (self->summary, words);
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->skip), FALSE);
    gtk_widget_set_visible (self->skip, refused > 0 && accepted > 0);
    g_autofree char *button = g_strdup_printf (
        ngettext ("_Take in %" PRIu64 " activity", "_Take in %" PRIu64 " activities", accepted),
        accepted);
    gtk_button_set_label (GTK_BUTTON (self->apply), button);
    GtkWidget *child;
    while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->preview))))
        gtk_box_remove (self->preview, child);
    if (refused > 0)
        gtk_box_append (self->preview, upstand_import_preview_new_refusals (self->import));
    if (accepted > 0)
        gtk_box_append (self->preview, upstand_import_preview_new_rows (self->import, self->store));
    show_step (self, "preview");
    update_apply (self);
}

static void
check_asked_cb (UpstandImportDialog *self)
{
    if (!self->import)
        return;
    g_autofree char *mapping = upstand_import_get_mapping (self->import);
    upstand_desk_set_text (self->desk, MAPPING, mapping);
    run (self, _ ("Checking every row"), check_rows, work_new (self), checked_cb);
}

static void
applied_cb (GObject *job, GAsyncResult *result, gpointer user_data)
{
    Work *work = user_data;
    UpstandImportDialog *self = work->self;
    guint64 n = upstand_import_get_n_accepted (work->import);
    if (!finish (job, result, work, _ ("The activities could not be taken in")))
        return;
    upstand_store_poll (self->store);
    g_autofree char *words = g_strdup_printf (
        ngettext ("%" PRIu64 " activity is taken in", "%" PRIu64 " activities are taken in", n), n);
    GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
    if (window)
        gtk_widget_activate_action (
            GTK_WIDGET (window), "win.toast-batch", "(sx)", words, work->batch);
    gtk_window_close (GTK_WINDOW (self));
}

static void
apply_asked_cb (UpstandImportDialog *self)
{
    if (!self->import)
        return;
    Work *work = work_new (self);
    work->skip_refused = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->skip));
    run (self, _ ("Taking the activities in"), apply_rows, work, applied_cb);
}

static void
back_cb (UpstandImportDialog *self)
{
    gboolean preview = g_strcmp0 (gtk_stack_get_visible_child_name (self->steps), "preview") == 0;
    show_step (self, preview ? "mapping" : "file");
}

static gboolean
upstand_import_dialog_close_request (GtkWindow *window)
{
    UpstandImportDialog *self = UPSTAND_IMPORT_DIALOG (window);
    self->closed = TRUE;
    if (self->job)
        upstand_job_cancel (self->job);
    return GTK_WINDOW_CLASS (upstand_import_dialog_parent_class)->close_request (window);
}

static void
upstand_import_dialog_dispose (GObject *object)
{
    UpstandImportDialog *self = UPSTAND_IMPORT_DIALOG (object);
    self->closed = TRUE;
    g_clear_object (&self->store);
    g_clear_object (&self->desk);
    G_OBJECT_CLASS (upstand_import_dialog_parent_class)->dispose (object);
}

static void
upstand_import_dialog_finalize (GObject *object)
{
    UpstandImportDialog *self = UPSTAND_IMPORT_DIALOG (object);
    g_clear_pointer (&self->import, upstand_import_free);
    g_clear_pointer (&self->mapping_rows, g_ptr_array_unref);
    g_clear_object (&self->job);
    g_free (self->fields);
    g_free (self->path);
    g_free (self->sheet);
    G_OBJECT_CLASS (upstand_import_dialog_parent_class)->finalize (object);
}

static void
upstand_import_dialog_class_init (UpstandImportDialogClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    G_OBJECT_CLASS (klass)->dispose = upstand_import_dialog_dispose;
    G_OBJECT_CLASS (klass)->finalize = upstand_import_dialog_finalize;
    GTK_WINDOW_CLASS (klass)->close_request = upstand_import_dialog_close_request;

    gtk_widget_class_set_template_from_resource (
        widget_class, "/uk/upstand/Upstand/pages/import-dialog.ui");
    gtk_widget_class_bind_template_child (widget_class, UpstandImportDialog, steps);
    gtk_widget_class_bind_template_child (widget_class, UpstandImportDialog, back);
    gtk_widget_class_bind_template_child (widget_class, UpstandImportDialog, next);
    gtk_widget_class_bind_template_child (widget_class, UpstandImportDialog, apply);
    gtk_widget_class_bind_template_child (widget_class, UpstandImportDialog, sheet_row);
    gtk_widget_class_bind_template_child (widget_class, UpstandImportDialog, mapping_group);
    gtk_widget_class_bind_template_child (widget_class, UpstandImportDialog, summary);
    gtk_widget_class_bind_template_child (widget_class, UpstandImportDialog, skip);
    gtk_widget_class_bind_template_child (widget_class, UpstandImportDialog, preview);
    gtk_widget_class_bind_template_child (widget_class, UpstandImportDialog, jobs);
    gtk_widget_class_bind_template_callback (widget_class, file_asked_cb);
    gtk_widget_class_bind_template_callback (widget_class, sheet_chosen_cb);
    gtk_widget_class_bind_template_callback (widget_class, check_asked_cb);
    gtk_widget_class_bind_template_callback (widget_class, apply_asked_cb);
    gtk_widget_class_bind_template_callback (widget_class, skip_toggled_cb);
    gtk_widget_class_bind_template_callback (widget_class, back_cb);
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
upstand_import_dialog_init (UpstandImportDialog *self)
{
    self->mapping_rows = g_ptr_array_new ();
    gtk_widget_init_template (GTK_WIDGET (self));
    show_step (self, "file");
}

GtkWidget *
upstand_import_dialog_new (UpstandStore *store, GSettings *desk, UpstandDay today)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (store), NULL);
    UpstandImportDialog *self = g_object_new (UPSTAND_TYPE_IMPORT_DIALOG, NULL);
    self->store = g_object_ref (store);
    g_set_object (&self->desk, desk);
    self->today = today;
    return GTK_WIDGET (self);
}
