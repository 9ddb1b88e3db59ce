/* SPDX-License-Identifier: MIT */
#include "exchange/job.h"

struct _UpstandJob {
    GObject parent_instance;

    char *title;
    UpstandJobWork work;
    gpointer data;
    GDestroyNotify free_data;
    GDestroyNotify free_result;
    GAsyncReadyCallback done;
    gpointer user_data;
    GCancellable *cancellable;

    /* What is shown; touched only in the starting thread. */
    double fraction;
    char *message;
    gboolean is_running;

    /* What the worker said since it was last shown. */
    GMutex lock;
    GMainContext *context;
    GSource *update;
    double new_fraction;
    char *new_message;
};

G_DEFINE_FINAL_TYPE (UpstandJob, upstand_job, G_TYPE_OBJECT)

enum { PROP_0, PROP_TITLE, PROP_FRACTION, PROP_MESSAGE, PROP_RUNNING, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

static void
show_report (UpstandJob *self)
{
    g_mutex_lock (&self->lock);
    gboolean is_new = self->update != NULL;
    double fraction = self->new_fraction;
    g_autofree char *message = g_steal_pointer (&self->new_message);
    if (is_new) {
        g_source_destroy (self->update);
        g_clear_pointer (&self->update, g_source_unref);
    }
    g_mutex_unlock (&self->lock);

    if (is_new && fraction != self->fraction) {
        self->fraction = fraction;
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
    }
    if (message && g_strcmp0 (message, self->message)) {
        g_free (self->message);
        self->message = g_steal_pointer (&message);
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
    }
}

static gboolean
reported_cb (gpointer data)
{
    show_report (data);
    return G_SOURCE_REMOVE;
}

static void
task_finished_cb (GObject *object, GAsyncResult *result, gpointer data)
{
    /* GTask's own reference may be let go in the worker's thread: hold one here until the end. */
    g_autoptr (UpstandJob) self = UPSTAND_JOB (g_object_ref (object));

    show_report (self);
    self->is_running = FALSE;
    g_object_notify_by_pspec (object, properties[PROP_RUNNING]);
    if (self->done)
        self->done (object, result, self->user_data);
    if (self->free_data)
        g_clear_pointer (&self->data, self->free_data);
}

static void
work_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    UpstandJob *self = source;
    GError *error = NULL;
    gpointer value = NULL;

    /* Cancelled while it waited for its thread. */
    if (!g_cancellable_set_error_if_cancelled (cancellable, &error))
        value = self->work (self, self->data, &error);
    if (error) {
        if (value && self->free_result)
            self->free_result (value);
        g_task_return_error (task, error);
    } else {
        g_task_return_pointer (task, value, self->free_result);
    }
}

static void
upstand_job_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
    UpstandJob *self = UPSTAND_JOB (object);

    switch (id) {
    case PROP_TITLE: g_value_set_string (value, self->title); break;
    case PROP_FRACTION: g_value_set_double (value, self->fraction); break;
    case PROP_MESSAGE: g_value_set_string (value, self->message); break;
    case PROP_RUNNING: g_value_set_boolean (value, self->is_running); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
upstand_job_finalize (GObject *object)
{
    UpstandJob *self = UPSTAND_JOB (object);

    if (self->data && self->free_data)
        self->free_data (self->data);
    g_clear_object (&self->cancellable);
    g_clear_pointer (&self->context, g_main_context_unref);
    g_free (self->title);
    g_free (self->message);
    g_free (self->new_message);
    g_mutex_clear (&self->lock);
    G_OBJECT_CLASS (upstand_job_parent_class)->finalize (object);
}

static void
upstand_job_class_init (UpstandJobClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS (klass);
    GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

    object_class->get_property = upstand_job_get_property;
    object_class->finalize = upstand_job_finalize;
    properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
    properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, -1, 1, 0, flags);
    properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
    properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE, flags);
    g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
upstand_job_init (UpstandJob *self)
{
    g_mutex_init (&self->lock);
    self->cancellable = g_cancellable_new ();
}

UpstandJob *
upstand_job_new (const char *title, UpstandJobWork work, gpointer data, GDestroyNotify free_data,
    GDestroyNotify free_result)
{
    g_return_val_if_fail (title && work, NULL);

    UpstandJob *self = g_object_new (UPSTAND_TYPE_JOB, NULL);
    self->title = g_strdup (title);
    self->work = work;
    self->data = data;
    self->free_data = free_data;
    self->free_result = free_result;
    return self;
}

void
upstand_job_start (UpstandJob *self, GAsyncReadyCallback done, gpointer user_data)
{
    g_return_if_fail (UPSTAND_IS_JOB (self) && !self->context);

    self->context = g_main_context_ref_thread_default ();
    self->done = done;
    self->user_data = user_data;
    self->is_running = TRUE;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);

    g_autoptr (GTask) task = g_task_new (self, self->cancellable, task_finished_cb, NULL);
    g_task_set_source_tag (task, upstand_job_start);
    g_task_set_check_cancellable (task, FALSE);
    g_task_run_in_thread (task, work_in_thread);
}

gboolean
upstand_job_finish (UpstandJob *self, GAsyncResult *result, gpointer *value, GError **error)
{
    g_return_val_if_fail (UPSTAND_IS_JOB (self) && g_task_is_valid (result, self), FALSE);

    GError *failure = NULL;
    gpointer outcome = g_task_propagate_pointer (G_TASK (result), &failure);
    if (value)
        *value = outcome;
    else if (outcome && self->free_result)
        self->free_result (outcome);
    if (failure) {
        g_propagate_error (error, failure);
        return FALSE;
    }
    return TRUE;
}

void
upstand_job_report (UpstandJob *self, double fraction, const char *message)
{
    g_return_if_fail (UPSTAND_IS_JOB (self) && self->context);

    g_mutex_lock (&self->lock);
    self->new_fraction = fraction < 0 ? -1 : MIN (fraction, 1);
    if (message) {
        g_free (self->new_message);
        self->new_message = g_strdup (message);
    }
    if (!self->update) {
        self->update = g_idle_source_new ();
        g_source_set_callback (self->update, reported_cb, g_object_ref (self), g_object_unref);
        g_source_attach (self->update, self->context);
    }
    g_mutex_unlock (&self->lock);
}

void
upstand_job_cancel (UpstandJob *self)
{
    g_return_if_fail (UPSTAND_IS_JOB (self));
    g_cancellable_cancel (self->cancellable);
}

GCancellable *
upstand_job_get_cancellable (UpstandJob *self)
{
    g_return_val_if_fail (UPSTAND_IS_JOB (self), NULL);
    return self->cancellable;
}

const char *
upstand_job_get_title (UpstandJob *self)
{
    g_return_val_if_fail (UPSTAND_IS_JOB (self), NULL);
    return self->title;
}

double
upstand_job_get_fraction (UpstandJob *self)
{
    g_return_val_if_fail (UPSTAND_IS_JOB (self), 0);
    return self->fraction;
}

const char *
upstand_job_get_message (UpstandJob *self)
{
    g_return_val_if_fail (UPSTAND_IS_JOB (self), NULL);
    return self->message;
}

gboolean
upstand_job_is_running (UpstandJob *self)
{
    g_return_val_if_fail (UPSTAND_IS_JOB (self), FALSE);
    return self->is_running;
}
