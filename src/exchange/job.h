/* SPDX-License-Identifier: MIT */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * UpstandJob:
 *
 * Work that takes longer than half a second: done in a thread of its own, with progress to watch
 * and a way to stop it. It knows no window; a row that shows it binds to its properties, which
 * change only in the main context of the thread that started it, once for however many reports.
 *
 * Ownership: the job keeps itself alive from upstand_job_start() until @done has returned. @data
 * belongs to the job, is used by @work alone meanwhile (a database connection of its own, never a
 * published record) and is freed after @done has returned, in the starting thread.
 *
 * Properties: "title", "fraction" (0 to 1, or below 0 when nobody can say), "message", "running".
 */
#define UPSTAND_TYPE_JOB (upstand_job_get_type ())
G_DECLARE_FINAL_TYPE (UpstandJob, upstand_job, UPSTAND, JOB, GObject)

/**
 * The work, in the worker's thread. Reports with upstand_job_report() and asks its cancellable now
 * and then. Returns its result (NULL is one too) or sets @error.
 */
typedef gpointer (*UpstandJobWork) (UpstandJob *job, gpointer data, GError **error);

/** A job that has not started. @free_data and @free_result may be NULL. */
UpstandJob *upstand_job_new (const char *title, UpstandJobWork work, gpointer data,
    GDestroyNotify free_data, GDestroyNotify free_result);

/**
 * Starts it, once. @done (may be NULL) is called in this thread's main context when the work has
 * ended, whichever way: also after a cancel only once the worker has really stopped.
 */
void upstand_job_start (UpstandJob *self, GAsyncReadyCallback done, gpointer user_data);

/**
 * Takes the outcome, inside @done. What the work itself said counts: a job that was cancelled too
 * late to stop has succeeded.
 *
 * @value: (out) (optional) (transfer full): the result; freed when not asked for.
 */
gboolean upstand_job_finish (
    UpstandJob *self, GAsyncResult *result, gpointer *value, GError **error);

/**
 * Says how far it is; from the worker's thread, as often as it likes. @fraction is from 0 to 1, or
 * below 0 when unknown; @message NULL keeps the last one.
 */
void upstand_job_report (UpstandJob *self, double fraction, const char *message);

/** Asks the work to stop; it ends with G_IO_ERROR_CANCELLED when it can. */
void upstand_job_cancel (UpstandJob *self);

/** To hand to whatever the work calls. Owned by the job. */
GCancellable *upstand_job_get_cancellable (UpstandJob *self);

const char *upstand_job_get_title (UpstandJob *self);
double upstand_job_get_fraction (UpstandJob *self);
const char *upstand_job_get_message (UpstandJob *self);
gboolean upstand_job_is_running (UpstandJob *self);

G_END_DECLS
