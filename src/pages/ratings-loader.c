/* SPDX-License-Identifier: MIT */
#include "pages/ratings-loader.h"

#include <glib/gi18n-lib.h>

#include "exchange/job.h"

struct _UpstandRatingsLoader {
    GObject parent_instance;

    UpstandStore *store;
    UpstandDay today;
    UpstandPlanRatings *ratings;
    UpstandJob *job; /* while it runs */
    gboolean started;
    gboolean again; /* something was saved since the worker began */
    guint source;
};

G_DEFINE_FINAL_TYPE (UpstandRatingsLoader, upstand_ratings_loader, G_TYPE_OBJECT)

enum {
    LOADED,
    FAILED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct {
    char *path;
    UpstandDay today;
} Work;

static void
work_free (Work *work)
{
    g_free (work->path);
    g_free (work);
}

static gpointer
work_run (UpstandJob *job, gpointer data, GError **error)
{
    Work *work = data;
    g_autoptr (UpstandDatabase) database =
        upstand_database_open_again (work->path, UPSTAND_DATABASE_READ_ONLY, error);
    return database ? upstand_plan_ratings_load (database, work->today, error) : NULL;
}

static void load (UpstandRatingsLoader *self);

static void
job_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr (UpstandRatingsLoader) self = data;
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandPlanRatings) ratings = NULL;
    gboolean loaded =
        upstand_job_finish (UPSTAND_JOB (source), result, (gpointer *)&ratings, &error);

    g_clear_object (&self->job);
    if (!self->store)
        return;
    if (loaded) {
        UpstandPlanRatings *before = self->ratings;
        self->ratings = g_steal_pointer (&ratings);
        g_signal_emit (self, signals[LOADED], 0);
        g_clear_pointer (&before, upstand_plan_ratings_unref);
    } else {
        g_signal_emit (self, signals[FAILED], 0, error->message);
    }
    if (self->again)
        load (self);
}

static void
load (UpstandRatingsLoader *self)
{
    /* One worker at a time: the newest question is asked when it is back. */
    self->again = self->job != NULL;
    if (self->again)
        return;
    Work *work = g_new (Work, 1);
    work->path = g_strdup (upstand_database_get_path (upstand_store_get_database (self->store)));
    work->today = self->today;
    self->job = upstand_job_new (_ ("Working out the ratings"), work_run, work,
        (GDestroyNotify)work_free, (GDestroyNotify)upstand_plan_ratings_unref);
    upstand_job_start (self->job, job_done_cb, g_object_ref (self));
}

static gboolean
settled_cb (gpointer data)
{
    UpstandRatingsLoader *self = data;
    self->source = 0;
    load (self);
    return G_SOURCE_REMOVE;
}

static void
store_changed_cb (UpstandRatingsLoader *self)
{
    if (self->started && !self->source)
        self->source = g_idle_add (settled_cb, self);
}

static void
upstand_ratings_loader_dispose (GObject *object)
{
    UpstandRatingsLoader *self = UPSTAND_RATINGS_LOADER (object);
    g_clear_handle_id (&self->source, g_source_remove);
    g_clear_object (&self->store);
    G_OBJECT_CLASS (upstand_ratings_loader_parent_class)->dispose (object);
}

static void
upstand_ratings_loader_finalize (GObject *object)
{
    UpstandRatingsLoader *self = UPSTAND_RATINGS_LOADER (object);
    g_clear_pointer (&self->ratings, upstand_plan_ratings_unref);
    G_OBJECT_CLASS (upstand_ratings_loader_parent_class)->finalize (object);
}

static void
upstand_ratings_loader_class_init (UpstandRatingsLoaderClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS (klass);
    object_class->dispose = upstand_ratings_loader_dispose;
    object_class->finalize = upstand_ratings_loader_finalize;
    signals[LOADED] = g_signal_new ("loaded", UPSTAND_TYPE_RATINGS_LOADER, G_SIGNAL_RUN_LAST, 0,
        NULL, NULL, NULL, G_TYPE_NONE, 0);
    signals[FAILED] = g_signal_new ("failed", UPSTAND_TYPE_RATINGS_LOADER, G_SIGNAL_RUN_LAST, 0,
        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
upstand_ratings_loader_init (UpstandRatingsLoader *self)
{
}

UpstandRatingsLoader *
upstand_ratings_loader_new (UpstandStore *store, UpstandDay today)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (store), NULL);
    UpstandRatingsLoader *self = g_object_new (UPSTAND_TYPE_RATINGS_LOADER, NULL);
    self->store = g_object_ref (store);
    self->today = today;
    g_signal_connect_object (
        store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
    return self;
}

void
upstand_ratings_loader_start (UpstandRatingsLoader *self)
{
    g_return_if_fail (UPSTAND_IS_RATINGS_LOADER (self));
    if (self->started)
        return;
    self->started = TRUE;
    load (self);
}

void
upstand_ratings_loader_set_today (UpstandRatingsLoader *self, UpstandDay today)
{
    g_return_if_fail (UPSTAND_IS_RATINGS_LOADER (self));
    if (self->today == today)
        return;
    self->today = today;
    store_changed_cb (self);
}

UpstandPlanRatings *
upstand_ratings_loader_get (UpstandRatingsLoader *self)
{
    g_return_val_if_fail (UPSTAND_IS_RATINGS_LOADER (self), NULL);
    return self->ratings;
}
