/* SPDX-License-Identifier: MIT */
#include "pages/activity-changes.h"

#include <glib/gi18n-lib.h>

#include "pages/bulk-change.h"
#include "records/activity.h"
#include "widgets/job-row.h"

typedef struct {
    GWeakRef widget;
    UpstandStore *store;
    char *words; /* of the toast */
} Deletion;

static void
deletion_free (Deletion *deletion)
{
    g_weak_ref_clear (&deletion->widget);
    g_object_unref (deletion->store);
    g_free (deletion->words);
    g_free (deletion);
}

static gboolean
delete_one (UpstandStore *store, UpstandRecord *copy, gpointer data, GError **error)
{
    return upstand_store_delete (store, copy, error);
}

static void
tell (GtkWidget *widget, const char *words, const char *trouble, const GError *error)
{
    if (!error)
        gtk_widget_activate_action (widget, "win.toast-undo", "s", words);
    else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        gtk_widget_activate_action (widget, "win.show-error", "(ss)", trouble, error->message);
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    Deletion *deletion = user_data;
    g_autoptr (GError) error = NULL;
    g_autoptr (GtkWidget) widget = g_weak_ref_get (&deletion->widget);
    upstand_job_finish (UPSTAND_JOB (source), result, NULL, &error);
    if (widget) {
        upstand_store_poll (deletion->store);
        tell (widget, deletion->words, _ ("Nothing was deleted"), error);
    }
    deletion_free (deletion);
}

void
upstand_activity_changes_delete (
    GtkWidget *widget, GtkBox *jobs, UpstandStore *store, const GArray *ids)
{
    g_return_if_fail (GTK_IS_WIDGET (widget) && GTK_IS_BOX (jobs) && ids);
    g_autofree char *title = g_strdup_printf (
        ngettext ("Deletion of %u activity", "Deletion of %u activities", ids->len), ids->len);
    g_autofree char *words = g_strdup_printf (
        ngettext ("%u activity deleted", "%u activities deleted", ids->len), ids->len);
    if (ids->len <= UPSTAND_BULK_AT_ONCE) {
        g_autoptr (GError) error = NULL;
        upstand_bulk_change (
            store, &upstand_activity_type, title, ids, delete_one, NULL, NULL, &error);
        tell (widget, words, _ ("Nothing was deleted"), error);
        return;
    }
    Deletion *deletion = g_new0 (Deletion, 1);
    g_weak_ref_init (&deletion->widget, widget);
    deletion->store = g_object_ref (store);
    deletion->words = g_steal_pointer (&words);
    g_autoptr (UpstandJob) job =
        upstand_bulk_change_job (store, &upstand_activity_type, title, ids, delete_one, NULL);
    upstand_job_start (job, deleted_cb, deletion);
    gtk_box_append (jobs, upstand_job_row_new (job));
}

static gboolean
duplicate_one (UpstandStore *store, UpstandRecord *copy, gpointer data, GError **error)
{
    gint64 *first = data;
    g_autoptr (UpstandActivity) another = upstand_record_duplicate (copy);
    g_autofree char *title = g_steal_pointer (&another->title);
    another->title = g_strdup_printf (_ ("%s (copy)"), title);
    /* The work begins anew; what hindered or ended the old one is not the new one's. */
    upstand_activity_set_state (another, UPSTAND_ACTIVITY_NOT_STARTED, 0);
    another->percent = 0;
    g_clear_pointer (&another->blockers, g_free);
    g_clear_pointer (&another->cancel_reason, g_free);
    if (!upstand_store_save (store, another, error))
        return FALSE;
    if (*first == 0)
        *first = another->parent_instance.id;
    return TRUE;
}

gint64
upstand_activity_changes_duplicate (GtkWidget *widget, UpstandStore *store, const GArray *ids)
{
    g_return_val_if_fail (GTK_IS_WIDGET (widget) && ids, 0);
    gint64 first = 0;
    g_autoptr (GError) error = NULL;
    g_autofree char *title = g_strdup_printf (
        ngettext ("Copy of %u activity", "Copies of %u activities", ids->len), ids->len);
    g_autofree char *words = g_strdup_printf (
        ngettext ("%u activity copied", "%u activities copied", ids->len), ids->len);
    gboolean done = upstand_bulk_change (
        store, &upstand_activity_type, title, ids, duplicate_one, &first, NULL, &error);
    tell (widget, words, _ ("Nothing was copied"), error);
    return done ? first : 0;
}
