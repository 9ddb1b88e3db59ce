/* SPDX-License-Identifier: MIT */
#include "database/error.h"
#include "exchange/job.h"

/* What the work is told and what the watching thread saw. */
typedef struct {
    GThread *main;
    GMainLoop *loop;
    guint reports;
    gboolean fails, waits;
    gboolean was_freed;
    gint started;
    gboolean done, succeeded;
    GError *error;
    int *value;
    guint notified;
    GString *log;
} Watch;

static Watch *
watch_new (void)
{
    Watch *watch = g_new0 (Watch, 1);

    watch->main = g_thread_self ();
    watch->loop = g_main_loop_new (NULL, FALSE);
    watch->log = g_string_new (NULL);
    return watch;
}

static void
watch_free (Watch *watch)
{
    g_main_loop_unref (watch->loop);
    g_string_free (watch->log, TRUE);
    g_clear_error (&watch->error);
    g_free (watch->value);
    g_free (watch);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Watch, watch_free)

static gpointer
work (UpstandJob *job, gpointer data, GError **error)
{
    Watch *watch = data;
    int *value = g_new (int, 1);

    *value = 42;
    g_assert_true (g_thread_self () != watch->main);
    g_atomic_int_set (&watch->started, 1);
    for (guint i = 1; i <= watch->reports; i++)
        upstand_job_report (job, (double)i / watch->reports, i == 1 ? "Writing" : NULL);
    while (watch->waits) {
        if (g_cancellable_set_error_if_cancelled (upstand_job_get_cancellable (job), error))
            return value;
        g_usleep (1000);
    }
    if (watch->fails)
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FULL, "No room.");
    return value;
}

static void
data_freed (gpointer data)
{
    Watch *watch = data;

    g_assert_true (watch->done);
    g_assert_true (g_thread_self () == watch->main);
    watch->was_freed = TRUE;
    g_main_loop_quit (watch->loop);
}

static void
job_done_cb (GObject *object, GAsyncResult *result, gpointer data)
{
    Watch *watch = data;
    gpointer value = NULL;

    g_assert_true (g_thread_self () == watch->main);
    g_assert_false (upstand_job_is_running (UPSTAND_JOB (object)));
    watch->succeeded = upstand_job_finish (UPSTAND_JOB (object), result, &value, &watch->error);
    watch->value = value;
    watch->done = TRUE;
}

static void
fraction_changed_cb (UpstandJob *job, GParamSpec *spec, Watch *watch)
{
    g_assert_true (g_thread_self () == watch->main);
    g_assert_false (watch->done);
    watch->notified++;
}

static UpstandJob *
start (Watch *watch)
{
    UpstandJob *job = upstand_job_new ("Export", work, watch, data_freed, g_free);

    g_signal_connect (job, "notify::fraction", G_CALLBACK (fraction_changed_cb), watch);
    g_assert_false (upstand_job_is_running (job));
    upstand_job_start (job, job_done_cb, watch);
    g_assert_true (upstand_job_is_running (job));
    return job;
}

static void
test_result (void)
{
    g_autoptr (Watch) watch = watch_new ();
    g_autoptr (UpstandJob) job = start (watch);

    g_main_loop_run (watch->loop);
    g_assert_true (watch->succeeded);
    g_assert_cmpint (*watch->value, ==, 42);
    g_assert_cmpstr (upstand_job_get_title (job), ==, "Export");
}

/* 200,000 reports cost the window a handful of redraws, and the last one is never lost. */
static void
test_coalesced (void)
{
    g_autoptr (Watch) watch = watch_new ();

    watch->reports = 200000;
    g_autoptr (UpstandJob) job = start (watch);
    g_main_loop_run (watch->loop);
    g_assert_cmpuint (watch->notified, >=, 1);
    g_assert_cmpuint (watch->notified, <, 100000);
    g_assert_cmpfloat (upstand_job_get_fraction (job), ==, 1.0);
    g_assert_cmpstr (upstand_job_get_message (job), ==, "Writing");
}

static void
test_failure (void)
{
    g_autoptr (Watch) watch = watch_new ();

    watch->fails = TRUE;
    g_autoptr (UpstandJob) job = start (watch);
    g_main_loop_run (watch->loop);
    g_assert_false (watch->succeeded);
    g_assert_error (watch->error, UPSTAND_ERROR, UPSTAND_ERROR_FULL);
    g_assert_null (watch->value);
}

static void
test_cancel (void)
{
    g_autoptr (Watch) watch = watch_new ();

    watch->waits = TRUE;
    g_autoptr (UpstandJob) job = start (watch);
    while (!g_atomic_int_get (&watch->started))
        g_usleep (100);
    upstand_job_cancel (job);
    g_assert_false (watch->done);
    g_main_loop_run (watch->loop);
    g_assert_false (watch->succeeded);
    g_assert_error (watch->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_cancel_before (void)
{
    g_autoptr (Watch) watch = watch_new ();
    g_autoptr (UpstandJob) job = upstand_job_new ("Export", work, watch, data_freed, g_free);

    upstand_job_cancel (job);
    upstand_job_start (job, job_done_cb, watch);
    g_main_loop_run (watch->loop);
    g_assert_error (watch->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_assert_cmpint (watch->started, ==, 0);
}

/* The work renamed its file before the cancel was seen: that is a success and is told as one. */
static void
test_cancel_too_late (void)
{
    g_autoptr (Watch) watch = watch_new ();
    g_autoptr (UpstandJob) job = start (watch);

    while (!g_atomic_int_get (&watch->started))
        g_usleep (100);
    g_usleep (20000);
    upstand_job_cancel (job);
    g_main_loop_run (watch->loop);
    g_assert_true (watch->succeeded);
}

/* Nobody holds the job but itself. */
static void
test_unowned (void)
{
    g_autoptr (Watch) watch = watch_new ();

    watch->reports = 50;
    UpstandJob *job = start (watch);
    g_object_add_weak_pointer (G_OBJECT (job), (gpointer *)&job);
    g_object_unref (job);
    g_main_loop_run (watch->loop);
    g_assert_true (watch->was_freed);
    for (int i = 0; job && i < 1000; i++)
        g_usleep (1000);
    g_assert_null (job);
}

static void
free_plain (gpointer data)
{
    *(gboolean *)data = TRUE;
}

static void
test_never_started (void)
{
    gboolean freed = FALSE;
    UpstandJob *job = upstand_job_new ("Export", work, &freed, free_plain, g_free);

    g_object_unref (job);
    g_assert_true (freed);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/job/result", test_result);
    g_test_add_func ("/job/coalesced", test_coalesced);
    g_test_add_func ("/job/failure", test_failure);
    g_test_add_func ("/job/cancel", test_cancel);
    g_test_add_func ("/job/cancel-before", test_cancel_before);
    g_test_add_func ("/job/cancel-too-late", test_cancel_too_late);
    g_test_add_func ("/job/unowned", test_unowned);
    g_test_add_func ("/job/never-started", test_never_started);
    return g_test_run ();
}
