/* SPDX-License-Identifier: MIT */
#include "pages/ratings-loader.h"

struct _UpstandRatingsLoader {
    GObject parent_instance;

    UpstandStore *store;
    UpstandDay today;
    UpstandPlanRatings *ratings;
    GCancellable *cancellable; /* while a worker runs */
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

static void
work_run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    Work *work = data;
    GError *error = NULL;
    UpstandDatabase *database =
        upstand_database_open_again (work->path, UPSTAND_DATABASE_READ_ONLY, &error);
    UpstandPlanRatings *ratings =
        database ? upstand_plan_ratings_load (database, work->today, &error) : NULL;
    g_clear_pointer (&database, upstand_database_close);
    if (ratings)
        g_task_return_pointer (task, ratings, (GDestroyNotify)upstand_plan_ratings_unref);
    else
        g_task_return_error (task, error);
}

static void load (UpstandRatingsLoader *self);

static void
work_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
    UpstandRatingsLoader *self = UPSTAND_RATINGS_LOADER (source);
    g_autoptr (GError) error = NULL;
    UpstandPlanRatings *ratings = g_task_propagate_pointer (G_TASK (result), &error);

    g_clear_object (&self->cancellable);
    if (!self->store) {
        g_clear_pointer (&ratings, upstand_plan_ratings_unref);
        return;
    }
    if (ratings) {
        UpstandPlanRatings *before = self->ratings;
        self->ratings = ratings;
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
    self->again = self->cancellable != NULL;
    if (self->again)
        return;
    Work *work = g_new (Work, 1);
    work->path = g_strdup (upstand_database_get_path (upstand_store_get_database (self->store)));
    work->today = self->today;
    self->cancellable = g_cancellable_new ();
    g_autoptr (GTask) task = g_task_new (self, self->cancellable, work_done_cb, NULL);
    g_task_set_task_data (task, work, (GDestroyNotify)work_free);
    g_task_run_in_thread (task, work_run);
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
