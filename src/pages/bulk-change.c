/* SPDX-License-Identifier: MIT */
#include "pages/bulk-change.h"

#include <glib/gi18n-lib.h>

#define REPORT_EVERY 100

typedef struct {
    char *path;
    char *post;
    char *title;
    const UpstandRecordType *type;
    GArray *ids;
    UpstandBulkChange change;
    gpointer data;
} Work;

static gboolean
change_one (UpstandStore *store, const UpstandRecordType *type, gint64 id, UpstandBulkChange change,
    gpointer data, GError **error)
{
    g_autoptr (GError) local = NULL;
    g_autoptr (UpstandRecord) record = upstand_store_get (store, type, id, &local);
    if (!record) {
        if (g_error_matches (local, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND))
            return TRUE;
        g_propagate_error (error, g_steal_pointer (&local));
        return FALSE;
    }
    g_autoptr (UpstandRecord) copy = upstand_record_copy (record);
    if (change (store, copy, data, error))
        return TRUE;
    g_autofree char *name = upstand_record_get_title (record);
    g_prefix_error (error, "“%s”: ", name);
    return FALSE;
}

gboolean
upstand_bulk_change (UpstandStore *store, const UpstandRecordType *type, const char *title,
    const GArray *ids, UpstandBulkChange change, gpointer data, UpstandJob *job, GError **error)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (store) && type && title && ids && change, FALSE);
    if (!upstand_store_begin (store, title, error))
        return FALSE;
    for (guint i = 0; i < ids->len; i++) {
        if (job && i % REPORT_EVERY == 0) {
            upstand_job_report (job, (double)i / ids->len, NULL);
            if (g_cancellable_set_error_if_cancelled (upstand_job_get_cancellable (job), error)) {
                upstand_store_rollback (store);
                return FALSE;
            }
        }
        if (!change_one (store, type, g_array_index (ids, gint64, i), change, data, error)) {
            upstand_store_rollback (store);
            return FALSE;
        }
    }
    return upstand_store_commit (store, error);
}

static void
work_free (gpointer data)
{
    Work *work = data;
    g_free (work->path);
    g_free (work->post);
    g_free (work->title);
    g_array_unref (work->ids);
    g_free (work);
}

static gpointer
work_run (UpstandJob *job, gpointer data, GError **error)
{
    Work *work = data;
    UpstandDatabase *database =
        upstand_database_open_again (work->path, UPSTAND_DATABASE_WRITE, error);
    if (!database)
        return NULL;
    g_autoptr (UpstandStore) store = upstand_store_new (database, g_get_user_name (), work->post);
    upstand_bulk_change (
        store, work->type, work->title, work->ids, work->change, work->data, job, error);
    return NULL;
}

UpstandJob *
upstand_bulk_change_job (UpstandStore *store, const UpstandRecordType *type, const char *title,
    const GArray *ids, UpstandBulkChange change, gpointer data)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (store) && type && title && ids && change, NULL);
    Work *work = g_new0 (Work, 1);
    work->path = g_strdup (upstand_database_get_path (upstand_store_get_database (store)));
    work->post = g_strdup (upstand_store_get_post (store));
    work->title = g_strdup (title);
    work->type = type;
    work->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    g_array_append_vals (work->ids, ids->data, ids->len);
    work->change = change;
    work->data = data;
    return upstand_job_new (title, work_run, work, work_free, NULL);
}
