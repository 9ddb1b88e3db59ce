/* SPDX-License-Identifier: MIT */
#include "pages/engagement-desk.h"

#include <glib/gi18n-lib.h>

#include "exchange/job.h"
#include "rules/plan-ratings.h"

/* Two years of quarters: what a panel looks back on. */
#define N_PERIODS 8

#define KEY "upstand-engagement-desk"

/* What a worker brings back. */
typedef struct {
    UpstandThresholds thresholds;
    UpstandCoverage *coverage;
    GPtrArray *chains, *contacts;
} Facts;

struct _UpstandEngagementDesk {
    GObject parent_instance;

    UpstandStore *store;
    UpstandDay today;
    Facts *facts;
    GHashTable *chains, *contacts; /* by id, borrowed from the facts */
    UpstandJob *job; /* while it runs */
    gboolean started;
    gboolean again; /* something was saved since the worker began */
    guint source;
};

G_DEFINE_FINAL_TYPE (UpstandEngagementDesk, upstand_engagement_desk, G_TYPE_OBJECT)

enum {
    CHANGED,
    FAILED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
facts_free (gpointer data)
{
    Facts *facts = data;
    g_clear_pointer (&facts->coverage, upstand_coverage_free);
    g_clear_pointer (&facts->chains, g_ptr_array_unref);
    g_clear_pointer (&facts->contacts, g_ptr_array_unref);
    g_free (facts);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Facts, facts_free)

/* In the worker -----------------------------------------------------------------------------------
 */

typedef struct {
    char *path;
    UpstandDay today;
} Work;

static void
work_free (gpointer data)
{
    Work *work = data;
    g_free (work->path);
    g_free (work);
}

static gpointer
work_run (UpstandJob *job, gpointer data, GError **error)
{
    const Work *work = data;
    g_autoptr (Facts) facts = g_new0 (Facts, 1);
    g_autoptr (UpstandDatabase) database =
        upstand_database_open_again (work->path, UPSTAND_DATABASE_READ_ONLY, error);
    if (!database)
        return NULL;
    UpstandPeriod newest = upstand_period_current (UPSTAND_PERIOD_QUARTERLY, work->today);
    upstand_plan_ratings_read_thresholds (database, &facts->thresholds);
    facts->coverage = upstand_coverage_load (database, &newest, N_PERIODS, work->today, error);
    facts->chains = facts->coverage
                        ? upstand_chains_load (database, &facts->thresholds, work->today, error)
                        : NULL;
    facts->contacts = facts->chains
                          ? upstand_contacts_load (database, &facts->thresholds, work->today, error)
                          : NULL;
    return facts->contacts ? g_steal_pointer (&facts) : NULL;
}

/* Here --------------------------------------------------------------------------------------------
 */

static void load (UpstandEngagementDesk *self);

static void
take (UpstandEngagementDesk *self, Facts *facts)
{
    g_autoptr (Facts) before = self->facts;
    self->facts = facts;
    g_hash_table_remove_all (self->chains);
    g_hash_table_remove_all (self->contacts);
    for (guint i = 0; i < facts->chains->len; i++) {
        UpstandChain *chain = g_ptr_array_index (facts->chains, i);
        g_hash_table_insert (self->chains, &chain->theme_id, chain);
    }
    for (guint i = 0; i < facts->contacts->len; i++) {
        UpstandContact *contact = g_ptr_array_index (facts->contacts, i);
        g_hash_table_insert (self->contacts, &contact->organisation_id, contact);
    }
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
job_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr (UpstandEngagementDesk) self = data;
    g_autoptr (GError) error = NULL;
    g_autoptr (Facts) facts = NULL;
    gboolean loaded = upstand_job_finish (UPSTAND_JOB (source), result, (gpointer *)&facts, &error);

    g_clear_object (&self->job);
    if (!self->store)
        return;
    if (loaded)
        take (self, g_steal_pointer (&facts));
    else
        g_signal_emit (self, signals[FAILED], 0, error->message);
    if (self->again)
        load (self);
}

static void
load (UpstandEngagementDesk *self)
{
    /* One worker at a time: the newest question is asked when it is back. */
    self->again = self->job != NULL;
    if (self->again)
        return;
    Work *work = g_new (Work, 1);
    work->path = g_strdup (upstand_database_get_path (upstand_store_get_database (self->store)));
    work->today = self->today;
    self->job =
        upstand_job_new (_ ("Working out who was heard"), work_run, work, work_free, facts_free);
    upstand_job_start (self->job, job_done_cb, g_object_ref (self));
}

static gboolean
settled_cb (gpointer data)
{
    UpstandEngagementDesk *self = data;
    self->source = 0;
    load (self);
    return G_SOURCE_REMOVE;
}

static void
store_changed_cb (UpstandEngagementDesk *self)
{
    if (self->started && !self->source)
        self->source = g_idle_add (settled_cb, self);
}

static void
upstand_engagement_desk_dispose (GObject *object)
{
    UpstandEngagementDesk *self = UPSTAND_ENGAGEMENT_DESK (object);
    g_clear_handle_id (&self->source, g_source_remove);
    g_clear_object (&self->store);
    G_OBJECT_CLASS (upstand_engagement_desk_parent_class)->dispose (object);
}

static void
upstand_engagement_desk_finalize (GObject *object)
{
    UpstandEngagementDesk *self = UPSTAND_ENGAGEMENT_DESK (object);
    g_hash_table_unref (self->chains);
    g_hash_table_unref (self->contacts);
    g_clear_pointer (&self->facts, facts_free);
    G_OBJECT_CLASS (upstand_engagement_desk_parent_class)->finalize (object);
}

static void
upstand_engagement_desk_class_init (UpstandEngagementDeskClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS (klass);
    object_class->dispose = upstand_engagement_desk_dispose;
    object_class->finalize = upstand_engagement_desk_finalize;
    signals[CHANGED] = g_signal_new ("changed", UPSTAND_TYPE_ENGAGEMENT_DESK, G_SIGNAL_RUN_LAST, 0,
        NULL, NULL, NULL, G_TYPE_NONE, 0);
    signals[FAILED] = g_signal_new ("failed", UPSTAND_TYPE_ENGAGEMENT_DESK, G_SIGNAL_RUN_LAST, 0,
        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
upstand_engagement_desk_init (UpstandEngagementDesk *self)
{
    self->chains = g_hash_table_new (g_int64_hash, g_int64_equal);
    self->contacts = g_hash_table_new (g_int64_hash, g_int64_equal);
}

UpstandEngagementDesk *
upstand_engagement_desk_new (UpstandStore *store, UpstandDay today)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (store) && today, NULL);
    UpstandEngagementDesk *self = g_object_new (UPSTAND_TYPE_ENGAGEMENT_DESK, NULL);
    self->store = g_object_ref (store);
    self->today = today;
    g_signal_connect_object (
        store, "changed::batch", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
    return self;
}

void
upstand_engagement_desk_attach (UpstandEngagementDesk *self, GtkWidget *widget)
{
    g_return_if_fail (UPSTAND_IS_ENGAGEMENT_DESK (self) && GTK_IS_WIDGET (widget));
    g_object_set_data_full (G_OBJECT (widget), KEY, g_object_ref (self), g_object_unref);
}

UpstandEngagementDesk *
upstand_engagement_desk_find (GtkWidget *widget)
{
    for (GtkWidget *each = widget; each; each = gtk_widget_get_parent (each)) {
        UpstandEngagementDesk *desk = g_object_get_data (G_OBJECT (each), KEY);
        if (desk)
            return desk;
    }
    return NULL;
}

UpstandStore *
upstand_engagement_desk_get_store (UpstandEngagementDesk *self)
{
    g_return_val_if_fail (UPSTAND_IS_ENGAGEMENT_DESK (self), NULL);
    return self->store;
}

UpstandDay
upstand_engagement_desk_get_today (UpstandEngagementDesk *self)
{
    g_return_val_if_fail (UPSTAND_IS_ENGAGEMENT_DESK (self), 0);
    return self->today;
}

void
upstand_engagement_desk_set_today (UpstandEngagementDesk *self, UpstandDay today)
{
    g_return_if_fail (UPSTAND_IS_ENGAGEMENT_DESK (self));
    if (self->today == today)
        return;
    self->today = today;
    store_changed_cb (self);
}

void
upstand_engagement_desk_start (UpstandEngagementDesk *self)
{
    g_return_if_fail (UPSTAND_IS_ENGAGEMENT_DESK (self));
    if (self->started)
        return;
    self->started = TRUE;
    load (self);
}

const UpstandCoverage *
upstand_engagement_desk_get_coverage (UpstandEngagementDesk *self)
{
    g_return_val_if_fail (UPSTAND_IS_ENGAGEMENT_DESK (self), NULL);
    return self->facts ? self->facts->coverage : NULL;
}

const GPtrArray *
upstand_engagement_desk_get_chains (UpstandEngagementDesk *self)
{
    g_return_val_if_fail (UPSTAND_IS_ENGAGEMENT_DESK (self), NULL);
    return self->facts ? self->facts->chains : NULL;
}

const GPtrArray *
upstand_engagement_desk_get_contacts (UpstandEngagementDesk *self)
{
    g_return_val_if_fail (UPSTAND_IS_ENGAGEMENT_DESK (self), NULL);
    return self->facts ? self->facts->contacts : NULL;
}

const UpstandThresholds *
upstand_engagement_desk_get_thresholds (UpstandEngagementDesk *self)
{
    g_return_val_if_fail (UPSTAND_IS_ENGAGEMENT_DESK (self), NULL);
    return self->facts ? &self->facts->thresholds : NULL;
}

const UpstandChain *
upstand_engagement_desk_find_chain (UpstandEngagementDesk *self, gint64 theme_id)
{
    g_return_val_if_fail (UPSTAND_IS_ENGAGEMENT_DESK (self), NULL);
    return g_hash_table_lookup (self->chains, &theme_id);
}

const UpstandContact *
upstand_engagement_desk_find_contact (UpstandEngagementDesk *self, gint64 organisation_id)
{
    g_return_val_if_fail (UPSTAND_IS_ENGAGEMENT_DESK (self), NULL);
    return g_hash_table_lookup (self->contacts, &organisation_id);
}
