/* SPDX-License-Identifier: MIT */
#include "window-private.h"

#include <glib/gi18n.h>

#include "database/backup.h"
#include "exchange/sample-plan.h"
#include "pages/start-page.h"
#include "records/framework.h"
#include "records/plan.h"
#include "widgets/desk.h"
#include "widgets/dialogs.h"

/* What a job on files is given: copies, since it works in a thread. */
typedef struct {
    char *from;
    char *to;
    char *force;
    char *post;
    UpstandDay start;
    UpstandJob *job; /* borrowed, for progress */
} FileWork;

/* What is done with the outcome. */
typedef struct {
    UpstandWindow *window;
    GFile *file;
} Outcome;

static void
file_work_free (gpointer data)
{
    FileWork *work = data;
    g_free (work->from);
    g_free (work->to);
    g_free (work->force);
    g_free (work->post);
    g_free (work);
}

static Outcome *
outcome_new (UpstandWindow *window, GFile *file)
{
    Outcome *outcome = g_new0 (Outcome, 1);
    outcome->window = g_object_ref (window);
    outcome->file = g_object_ref (file);
    return outcome;
}

static void
outcome_free (Outcome *outcome)
{
    g_object_unref (outcome->window);
    g_object_unref (outcome->file);
    g_free (outcome);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Outcome, outcome_free)

static void
run (UpstandWindow *self, const char *title, UpstandJobWork work, FileWork *data,
    GAsyncReadyCallback done, GFile *file)
{
    g_autoptr (UpstandJob) job = upstand_job_new (title, work, data, file_work_free, NULL);
    data->job = job;
    upstand_window_run_job (self, job, done, outcome_new (self, file));
}

/* TRUE when the job's work was done; else says why, unless the person stopped it. */
static gboolean
finish (GObject *job, GAsyncResult *result, Outcome *outcome, const char *heading)
{
    g_autoptr (GError) error = NULL;
    if (upstand_job_finish (UPSTAND_JOB (job), result, NULL, &error))
        return TRUE;
    if (!outcome->window->gone && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        upstand_dialogs_say (outcome->window, heading, error->message);
    return FALSE;
}

static void
report_copied (double done, gpointer user_data)
{
    FileWork *work = user_data;
    upstand_job_report (work->job, done, NULL);
}

static gpointer
back_up_plan (UpstandJob *job, gpointer data, GError **error)
{
    FileWork *work = data;
    g_autoptr (UpstandDatabase) database =
        upstand_database_open_again (work->from, UPSTAND_DATABASE_READ_ONLY, error);
    if (database)
        upstand_database_backup (
            database, work->to, report_copied, work, upstand_job_get_cancellable (job), error);
    return NULL;
}

/* A plan that the engine cannot read any more is copied as it lies, with its log. */
static gpointer
copy_plan (UpstandJob *job, gpointer data, GError **error)
{
    FileWork *work = data;
    g_autoptr (GError) local = NULL;
    back_up_plan (job, data, &local);
    if (!local)
        return NULL;
    if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
        g_error_matches (local, UPSTAND_ERROR, UPSTAND_ERROR_FULL)) {
        g_propagate_error (error, g_steal_pointer (&local));
        return NULL;
    }
    const char *ends[] = { "", "-wal" };
    for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
        g_autofree char *from = g_strconcat (work->from, ends[i], NULL);
        g_autofree char *to = g_strconcat (work->to, ends[i], NULL);
        g_autoptr (GFile) source = g_file_new_for_path (from);
        g_autoptr (GFile) target = g_file_new_for_path (to);
        if (i > 0 && !g_file_query_exists (source, NULL))
            continue;
        if (!g_file_copy (source, target, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS,
                upstand_job_get_cancellable (job), NULL, NULL, error))
            break;
    }
    return NULL;
}

static gpointer
restore_plan (UpstandJob *job, gpointer data, GError **error)
{
    FileWork *work = data;
    upstand_database_restore (work->from, work->to, NULL, error);
    return NULL;
}

static gpointer
make_plan (UpstandJob *job, gpointer data, GError **error)
{
    FileWork *work = data;
    g_autoptr (UpstandFramework) framework = upstand_framework_load_default (error);
    if (framework)
        upstand_plan_create (
            work->to, work->force, framework, work->start, *work->post ? work->post : NULL, error);
    return NULL;
}

static gpointer
make_sample (UpstandJob *job, gpointer data, GError **error)
{
    FileWork *work = data;
    upstand_sample_plan_create (work->to, error);
    return NULL;
}

static void
opened_cb (GObject *job, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (Outcome) outcome = user_data;
    if (!outcome->window->gone)
        gtk_widget_set_sensitive (gtk_stack_get_visible_child (outcome->window->states), TRUE);
    if (finish (job, result, outcome, _ ("The plan could not be made")))
        upstand_window_open (outcome->window, outcome->file, FALSE);
}

void
upstand_window_start_again (GtkWidget *widget, const char *name, GVariant *parameter)
{
    upstand_window_start (UPSTAND_WINDOW (widget));
}

void
upstand_window_create_plan (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandWindow *self = UPSTAND_WINDOW (widget);
    const char *force, *post, *path;
    FileWork *work = g_new0 (FileWork, 1);
    g_variant_get (parameter, "(&su&s&s)", &force, &work->start, &post, &path);
    work->force = g_strdup (force);
    work->post = g_strdup (post);
    work->to = g_strdup (path);
    upstand_desk_set_text (self->desk, "post", post);
    g_autoptr (GFile) file = g_file_new_for_path (path);
    /* The chooser has asked before: what stood there may go. */
    if (g_file_query_exists (file, NULL)) {
        g_autoptr (GError) error = NULL;
        if (!g_file_trash (file, NULL, &error) && !g_file_delete (file, NULL, NULL)) {
            upstand_dialogs_say (self, _ ("The plan could not be made"), error->message);
            file_work_free (work);
            return;
        }
    }
    gtk_widget_set_sensitive (gtk_stack_get_visible_child (self->states), FALSE);
    run (self, _ ("Making the plan"), make_plan, work, opened_cb, file);
}

void
upstand_window_create_sample (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandWindow *self = UPSTAND_WINDOW (widget);
    FileWork *work = g_new0 (FileWork, 1);
    work->to = g_variant_dup_string (parameter, NULL);
    g_autoptr (GFile) file = g_file_new_for_path (work->to);
    gtk_widget_set_sensitive (gtk_stack_get_visible_child (self->states), FALSE);
    run (self, _ ("Making the sample force"), make_sample, work, opened_cb, file);
}

void
upstand_window_try_again (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandWindow *self = UPSTAND_WINDOW (widget);
    if (self->file)
        upstand_window_open (self, self->file, FALSE);
}

void
upstand_window_read_plan (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandWindow *self = UPSTAND_WINDOW (widget);
    if (self->file)
        upstand_window_open (self, self->file, TRUE);
}

/* The file's name without its ending, as people read it. */
static char *
stem_of (GFile *file)
{
    g_autofree char *name = g_file_get_basename (file);
    g_autofree char *stem = g_str_has_suffix (name, ".upstand")
                                ? g_strndup (name, strlen (name) - strlen (".upstand"))
                                : g_strdup (name);
    return g_filename_display_name (stem);
}

static void
copied_cb (GObject *job, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (Outcome) outcome = user_data;
    if (finish (job, result, outcome, _ ("The copy could not be made")))
        upstand_window_open (outcome->window, outcome->file, FALSE);
}

static void
copy_chosen_cb (GFile *file, gpointer owner)
{
    UpstandWindow *self = owner;
    if (!self->file || g_file_equal (file, self->file))
        return;
    FileWork *work = g_new0 (FileWork, 1);
    work->from = g_file_get_path (self->file);
    work->to = g_file_get_path (file);
    run (self, _ ("Copying the plan"), copy_plan, work, copied_cb, file);
}

void
upstand_window_copy_plan (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandWindow *self = UPSTAND_WINDOW (widget);
    if (!self->file)
        return;
    g_autoptr (GFile) folder = upstand_start_page_get_folder ();
    g_autofree char *stem = stem_of (self->file);
    g_autofree char *proposed = g_strdup_printf (_ ("%s copy.upstand"), stem);
    upstand_dialogs_save_file (self, _ ("Where the copy is kept"), UPSTAND_FILES_PLAN, folder,
        proposed, copy_chosen_cb, self);
}

static void
backed_up_cb (GObject *job, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (Outcome) outcome = user_data;
    if (!finish (job, result, outcome, _ ("The backup could not be made")))
        return;
    g_autofree char *path = g_file_get_path (outcome->file);
    upstand_window_toast (outcome->window, _ ("The plan is backed up"), _ ("Show in folder"),
        "win.show-in-folder", g_variant_new_string (path));
}

static void
backup_chosen_cb (GFile *file, gpointer owner)
{
    UpstandWindow *self = owner;
    if (!self->file || g_file_equal (file, self->file))
        return;
    FileWork *work = g_new0 (FileWork, 1);
    work->from = g_file_get_path (self->file);
    work->to = g_file_get_path (file);
    g_autoptr (GFile) folder = g_file_get_parent (file);
    g_autofree char *uri = g_file_get_uri (folder);
    upstand_desk_set_text (self->desk, "backup-folder", uri);
    run (self, _ ("Backing up the plan"), back_up_plan, work, backed_up_cb, file);
}

static GFile *
find_backup_folder (UpstandWindow *self)
{
    g_autofree char *uri = upstand_desk_get_text (self->desk, "backup-folder");
    g_autoptr (GFile) chosen = *uri ? g_file_new_for_uri (uri) : NULL;
    if (chosen && g_file_query_exists (chosen, NULL))
        return g_steal_pointer (&chosen);
    return g_file_get_parent (self->file);
}

void
upstand_window_back_up (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandWindow *self = UPSTAND_WINDOW (widget);
    if (!self->store || !upstand_window_save_pending (self))
        return;
    g_autoptr (GFile) folder = find_backup_folder (self);
    g_autofree char *day = upstand_date_to_iso (self->today);
    g_autofree char *stem = stem_of (self->file);
    g_autofree char *proposed = g_strdup_printf ("%s-backup-%s.upstand", stem, day);
    upstand_dialogs_save_file (
        self, _ ("Back up the plan"), UPSTAND_FILES_PLAN, folder, proposed, backup_chosen_cb, self);
}

static void
restored_cb (GObject *job, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (Outcome) outcome = user_data;
    UpstandWindow *self = outcome->window;
    gboolean restored = finish (job, result, outcome, _ ("The backup could not be put back"));
    if (!self->gone)
        gtk_widget_set_sensitive (GTK_WIDGET (self->states), TRUE);
    if (upstand_window_open (self, outcome->file, FALSE) && restored)
        upstand_window_toast (self,
            _ ("The backup is in place. The earlier file is kept beside it."), NULL, NULL, NULL);
}

static void
restore_confirmed_cb (gpointer owner)
{
    UpstandWindow *self = owner;
    g_autofree char *backup = g_strdup (g_object_get_data (G_OBJECT (self), "backup"));
    FileWork *work = g_new0 (FileWork, 1);
    work->from = g_steal_pointer (&backup);
    work->to = g_file_get_path (self->file);
    upstand_window_save_pending (self);
    upstand_window_close_plan (self);
    gtk_widget_set_sensitive (GTK_WIDGET (self->states), FALSE);
    run (self, _ ("Putting the backup in place"), restore_plan, work, restored_cb, self->file);
}

static void
ask_to_restore (UpstandWindow *self, const char *path)
{
    g_object_set_data_full (G_OBJECT (self), "backup", g_strdup (path), g_free);
    g_autofree char *name = g_filename_display_basename (path);
    g_autofree char *words = g_strdup_printf (
        _ ("“%s” takes the plan’s place. The file that is there now is kept beside it, under a "
           "name with today’s date and time."),
        name);
    upstand_dialogs_confirm (
        self, _ ("Restore this backup?"), words, _ ("_Restore"), TRUE, restore_confirmed_cb, self);
}

static void
restore_chosen_cb (GFile *file, gpointer owner)
{
    UpstandWindow *self = owner;
    g_autofree char *path = g_file_get_path (file);
    if (path && self->file && !g_file_equal (file, self->file))
        ask_to_restore (self, path);
}

void
upstand_window_restore (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandWindow *self = UPSTAND_WINDOW (widget);
    if (self->file)
        upstand_dialogs_open_file (
            self, _ ("Restore a backup"), UPSTAND_FILES_PLAN, restore_chosen_cb, self);
}

void
upstand_window_restore_from (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandWindow *self = UPSTAND_WINDOW (widget);
    if (self->file)
        ask_to_restore (self, g_variant_get_string (parameter, NULL));
}
