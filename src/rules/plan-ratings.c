/* SPDX-License-Identifier: MIT */
#include "rules/plan-ratings.h"

#include <stdlib.h>

#include "records/list-query.h"

struct _UpstandPlanRatings {
    gatomicrefcount references;
    UpstandDay today;
    UpstandThresholds thresholds;
    GHashTable *duties; /* &requirement id -> UpstandDutyRating */
};

static void
duty_free (UpstandDutyRating *duty)
{
    g_object_unref (duty->requirement);
    g_free (duty);
}

void
upstand_plan_ratings_read_thresholds (UpstandDatabase *database, UpstandThresholds *thresholds)
{
    upstand_thresholds_init (thresholds);
    for (guint i = 0; i < UPSTAND_N_THRESHOLDS; i++) {
        g_autofree char *name = g_strconcat ("threshold-", upstand_thresholds[i].key, NULL);
        g_autofree char *value = upstand_database_text (
            database, NULL, "SELECT value FROM setting WHERE name = $1", "t", name);
        if (value)
            upstand_thresholds_set (thresholds, upstand_thresholds[i].key, atoi (value));
    }
}

static UpstandDay
day_at (UpstandQuery *row, int column)
{
    const char *text = upstand_query_text (row, column);
    return text ? upstand_date_from_iso (text) : 0;
}

static UpstandDutyRating *
duty_at (UpstandPlanRatings *self, UpstandQuery *row)
{
    gint64 id = upstand_query_number (row, 0);
    return g_hash_table_lookup (self->duties, &id);
}

/* One reading of the plan: a statement, and what each of its rows adds to its duty. The first
 * column is the requirement's id. */
typedef struct {
    const char *sql;
    void (*add) (UpstandPlanRatings *self, UpstandDutyRating *duty, UpstandQuery *row);
} Reading;

static void
add_frame (UpstandPlanRatings *self, UpstandDutyRating *duty, UpstandQuery *row)
{
    duty->pillar_id = upstand_query_number (row, 1);
    duty->facts.clock.launch = day_at (row, 2);
}

static void
add_activity (UpstandPlanRatings *self, UpstandDutyRating *duty, UpstandQuery *row)
{
    const char *key = upstand_query_text (row, 1);
    int state = upstand_choice_find (upstand_activity_states, key);
    UpstandDay due = day_at (row, 4);
    if (state < 0)
        return;
    upstand_rating_facts_add_activity (&duty->facts, state, upstand_query_number (row, 2),
        day_at (row, 3), due, day_at (row, 5), upstand_query_number (row, 6) != 0,
        upstand_query_text (row, 7), self->today);
    duty->n_activities++;
    duty->n_overdue += due && due < self->today && state != UPSTAND_ACTIVITY_COMPLETE &&
                       state != UPSTAND_ACTIVITY_CANCELLED;
}

static void
add_evidence (UpstandPlanRatings *self, UpstandDutyRating *duty, UpstandQuery *row)
{
    upstand_rating_facts_add_evidence (&duty->facts, day_at (row, 1), day_at (row, 2), self->today);
    duty->n_evidence++;
}

static void
add_move (UpstandPlanRatings *self, UpstandDutyRating *duty, UpstandQuery *row)
{
    UpstandDay from = day_at (row, 1), to = day_at (row, 2);
    duty->facts.clock.current_deadline = to;
    if (upstand_query_is_null (row, 3) && from && to > from)
        duty->facts.moved_days += to - from;
}

static void
add_done (UpstandPlanRatings *self, UpstandDutyRating *duty, UpstandQuery *row)
{
    duty->facts.clock.last_done = MAX (duty->facts.clock.last_done, day_at (row, 1));
}

static const Reading readings[] = {
    { "SELECT r.id, p.id, e.launched FROM requirement r JOIN action a ON a.id = r.action_id"
      " JOIN pillar p ON p.id = a.pillar_id JOIN edition e ON e.id = p.edition_id",
        add_frame },
    { "SELECT l.requirement_id, a.state, a.percent, a.start, a.due, a.completed, a.key_milestone,"
      " a.cancel_reason FROM activity_requirement l JOIN activity a ON a.id = l.activity_id",
        add_activity },
    { "SELECT requirement_id, dated, expires FROM requirement_evidence", add_evidence },
    { "SELECT requirement_id, old_date, new_date, approved_by FROM deadline_change ORDER BY id",
        add_move },
    { "SELECT requirement_id, intended FROM duty_done", add_done },
};

static gboolean
read_duties (UpstandPlanRatings *self, UpstandDatabase *database, GError **error)
{
    const UpstandRecordType *type = &upstand_requirement_type;
    g_autoptr (UpstandListQuery) all = upstand_list_query_new (type);
    g_autofree char *columns = upstand_list_query_columns (type);
    g_autofree char *start = upstand_database_text (
        database, NULL, "SELECT value FROM setting WHERE name = 'start'", "");
    UpstandDay plan_start = start ? upstand_date_from_iso (start) : 0;
    g_autoptr (UpstandQuery) rows = upstand_list_query_prepare (all, database, columns, 0, error);
    g_autoptr (GError) local = NULL;
    if (!rows)
        return FALSE;
    while (upstand_query_step (rows, &local)) {
        UpstandDutyRating *duty = g_new0 (UpstandDutyRating, 1);
        UpstandRequirement *requirement = upstand_list_query_read (type, rows);
        duty->requirement = requirement;
        duty->facts.clock.timing = upstand_requirement_get_timing (requirement);
        duty->facts.clock.plan_start = plan_start;
        duty->facts.success_met = requirement->success_met;
        duty->facts.not_applicable = requirement->not_applicable;
        duty->facts.not_applicable_reason = requirement->not_applicable_reason;
        duty->facts.not_applicable_by = requirement->not_applicable_by;
        duty->facts.waiting = requirement->waiting;
        duty->facts.waiting_reason = requirement->waiting_reason;
        duty->facts.waiting_review = requirement->waiting_review;
        duty->facts.override.rating = requirement->override_rating;
        duty->facts.override.reason = requirement->override_reason;
        duty->facts.override.post = requirement->override_by;
        duty->facts.override.set_on = requirement->override_on;
        duty->facts.override.review = requirement->override_review;
        g_hash_table_insert (self->duties, &requirement->parent_instance.id, duty);
    }
    if (local)
        g_propagate_error (error, g_steal_pointer (&local));
    return local == NULL && (!error || !*error);
}

static gboolean
read_facts (UpstandPlanRatings *self, UpstandDatabase *database, GError **error)
{
    for (guint i = 0; i < G_N_ELEMENTS (readings); i++) {
        g_autoptr (UpstandQuery) rows =
            upstand_database_query (database, error, readings[i].sql, "");
        g_autoptr (GError) local = NULL;
        if (!rows)
            return FALSE;
        while (upstand_query_step (rows, &local)) {
            UpstandDutyRating *duty = duty_at (self, rows);
            if (duty)
                readings[i].add (self, duty, rows);
        }
        if (local) {
            g_propagate_error (error, g_steal_pointer (&local));
            return FALSE;
        }
    }
    return TRUE;
}

static void
rate (UpstandPlanRatings *self)
{
    GHashTableIter iter;
    gpointer value;
    g_hash_table_iter_init (&iter, self->duties);
    while (g_hash_table_iter_next (&iter, NULL, &value)) {
        UpstandDutyRating *duty = value;
        const UpstandTiming *timing = &duty->facts.clock.timing;
        duty->result = upstand_rating_compute (&duty->facts, &self->thresholds, self->today);
        duty->original_deadline = timing->deadline;
        if (timing->cadence == UPSTAND_CADENCE_IMMEDIATE && !timing->deadline)
            duty->original_deadline = duty->facts.clock.launch + self->thresholds.immediate_days;
        duty->current_deadline = duty->facts.clock.current_deadline
                                     ? duty->facts.clock.current_deadline
                                     : duty->original_deadline;
    }
}

UpstandPlanRatings *
upstand_plan_ratings_load (UpstandDatabase *database, UpstandDay today, GError **error)
{
    g_return_val_if_fail (database && today, NULL);
    g_autoptr (UpstandPlanRatings) self = g_new0 (UpstandPlanRatings, 1);
    g_atomic_ref_count_init (&self->references);
    self->today = today;
    self->duties =
        g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify)duty_free);
    upstand_plan_ratings_read_thresholds (database, &self->thresholds);
    if (!read_duties (self, database, error) || !read_facts (self, database, error))
        return NULL;
    rate (self);
    return g_steal_pointer (&self);
}

UpstandPlanRatings *
upstand_plan_ratings_ref (UpstandPlanRatings *self)
{
    g_atomic_ref_count_inc (&self->references);
    return self;
}

void
upstand_plan_ratings_unref (UpstandPlanRatings *self)
{
    if (!self || !g_atomic_ref_count_dec (&self->references))
        return;
    g_hash_table_unref (self->duties);
    g_free (self);
}

UpstandDay
upstand_plan_ratings_get_today (UpstandPlanRatings *self)
{
    return self->today;
}

const UpstandThresholds *
upstand_plan_ratings_get_thresholds (UpstandPlanRatings *self)
{
    return &self->thresholds;
}

const UpstandDutyRating *
upstand_plan_ratings_get (UpstandPlanRatings *self, gint64 requirement_id)
{
    g_return_val_if_fail (self, NULL);
    return g_hash_table_lookup (self->duties, &requirement_id);
}

static UpstandDistribution
distribute (UpstandPlanRatings *self, gint64 action_id, gint64 pillar_id)
{
    UpstandDistribution distribution = { 0 };
    GHashTableIter iter;
    gpointer value;
    g_hash_table_iter_init (&iter, self->duties);
    while (g_hash_table_iter_next (&iter, NULL, &value)) {
        const UpstandDutyRating *duty = value;
        if ((!action_id || duty->requirement->action_id == action_id) &&
            (!pillar_id || duty->pillar_id == pillar_id))
            upstand_distribution_add (&distribution, duty->result.shown);
    }
    return distribution;
}

UpstandDistribution
upstand_plan_ratings_of_action (UpstandPlanRatings *self, gint64 action_id)
{
    return distribute (self, action_id, 0);
}

UpstandDistribution
upstand_plan_ratings_of_pillar (UpstandPlanRatings *self, gint64 pillar_id)
{
    return distribute (self, 0, pillar_id);
}

GArray *
upstand_plan_ratings_find (UpstandPlanRatings *self, UpstandRating rating)
{
    GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    GHashTableIter iter;
    gpointer value;
    g_hash_table_iter_init (&iter, self->duties);
    while (g_hash_table_iter_next (&iter, NULL, &value)) {
        const UpstandDutyRating *duty = value;
        if (duty->result.shown == rating)
            ids = upstand_ids_add (ids, duty->requirement->parent_instance.id);
    }
    return ids;
}
