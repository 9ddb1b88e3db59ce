/* SPDX-License-Identifier: MIT */
#include "exchange/sample-plan.h"

#include <glib/gi18n-lib.h>

#include "exchange/sample-contacts.h"
#include "records/activity.h"
#include "records/dated-update.h"
#include "records/deadline-change.h"
#include "records/duty-done.h"
#include "records/evidence.h"
#include "records/force.h"
#include "records/plan.h"
#include "records/recommendation.h"
#include "records/requirement.h"
#include "exchange/sample-measures.h"
#include "exchange/sample-skills.h"
#include "records/sample.h"
#include "rules/clock.h"

/* How long after a period's end the sample force records it as done. */
#define USUAL_LAG 12

typedef struct {
    UpstandStore *store;
    const UpstandSample *story;
    UpstandDay launch;
    UpstandDay today;
    UpstandThresholds thresholds;
    GHashTable *requirements; /* code -> id */
    GHashTable *activities; /* id in the story -> id */
} Telling;

static char *
post_of (const Telling *self, const char *id)
{
    return id ? g_strdup (upstand_sample_find_post (self->story, id)) : NULL;
}

/* Days are counted from the launch; 0 is none where a day is optional. */
static UpstandDay
day_of (const Telling *self, int day)
{
    return day ? self->launch + day : 0;
}

static GArray *
requirements_of (const Telling *self, char **codes)
{
    GArray *ids = NULL;
    for (guint i = 0; codes[i]; i++) {
        const gint64 *id = g_hash_table_lookup (self->requirements, codes[i]);
        if (id)
            ids = upstand_ids_add (ids, *id);
    }
    return ids;
}

static guint
choice_of (const UpstandChoice *choices, const char *key)
{
    return MAX (upstand_choice_find (choices, key), 0);
}

static gboolean
add_updates (Telling *self, const UpstandSampleUpdate *updates, gsize n, const char *owner,
    gint64 requirement, gint64 activity, GError **error)
{
    for (gsize i = 0; i < n; i++) {
        g_autoptr (UpstandDatedUpdate) update = upstand_record_new (&upstand_dated_update_type);
        update->dated = self->launch + updates[i].day;
        update->kind = choice_of (upstand_update_kinds, updates[i].kind);
        update->words = g_strdup (updates[i].words);
        update->post = post_of (self, owner);
        update->requirement_id = requirement;
        update->activity_id = activity;
        if (!upstand_store_save (self->store, update, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
add_evidence (Telling *self, const UpstandSampleActivity *from, gint64 activity, GError **error)
{
    for (gsize i = 0; i < from->n_evidence; i++) {
        const UpstandSampleEvidence *piece = &from->evidence[i];
        g_autoptr (UpstandEvidence) evidence = upstand_record_new (&upstand_evidence_type);
        evidence->title = g_strdup (piece->title);
        evidence->kind = choice_of (upstand_evidence_kinds, piece->kind);
        evidence->dated = self->launch + piece->day;
        evidence->expires = day_of (self, piece->expires);
        evidence->reference = g_strdup (piece->reference);
        evidence->proves = g_strdup (piece->proves);
        evidence->activities = upstand_ids_add (NULL, activity);
        if (!upstand_store_save (self->store, evidence, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
add_activity (Telling *self, const UpstandSampleActivity *from, GError **error)
{
    g_autoptr (UpstandActivity) activity = upstand_record_new (&upstand_activity_type);
    activity->title = g_strdup (from->title);
    activity->owner = post_of (self, from->owner);
    activity->unit = g_strdup (upstand_sample_find_unit (self->story, from->unit));
    activity->state = choice_of (upstand_activity_states, from->state);
    activity->start = self->launch + from->start;
    activity->due = self->launch + from->due;
    activity->completed = day_of (self, from->completed);
    activity->percent = from->percent;
    activity->key_milestone = from->key_milestone;
    activity->success_measure = g_strdup (from->success_measure);
    activity->risks = g_strdup (from->risks);
    activity->blockers = g_strdup (from->blockers);
    activity->cancel_reason = g_strdup (from->cancel_reason);
    activity->requirements = requirements_of (self, from->requirements);
    if (!upstand_store_save (self->store, activity, error))
        return FALSE;
    gint64 id = activity->parent_instance.id;
    g_hash_table_insert (self->activities, g_strdup (from->id), g_memdup2 (&id, sizeof id));
    return add_updates (self, from->updates, from->n_updates, from->owner, 0, id, error) &&
           add_evidence (self, from, id, error);
}

static gboolean
add_recommendation (Telling *self, const UpstandSampleRecommendation *from, GError **error)
{
    g_autoptr (UpstandRecommendation) to = upstand_record_new (&upstand_recommendation_type);
    to->body = choice_of (upstand_recommendation_bodies, from->body);
    to->reference = g_strdup (from->reference);
    to->title = g_strdup (from->title);
    to->status = choice_of (upstand_recommendation_states, from->status);
    to->made = self->launch + from->made;
    to->due = self->launch + from->due;
    to->owner = post_of (self, from->owner);
    to->note = g_strdup (from->note);
    to->requirements = requirements_of (self, from->requirements);
    return upstand_store_save (self->store, to, error);
}

static gboolean
add_moves (
    Telling *self, const UpstandSampleRequirement *from, UpstandRequirement *duty, GError **error)
{
    UpstandDay deadline = duty->deadline;
    for (gsize i = 0; i < from->n_moves; i++) {
        g_autoptr (UpstandDeadlineChange) move = upstand_record_new (&upstand_deadline_change_type);
        move->requirement_id = duty->parent_instance.id;
        move->old_date = deadline;
        move->new_date = deadline = self->launch + from->moves[i].to;
        move->reason = g_strdup (from->moves[i].reason);
        move->approved_by = post_of (self, from->moves[i].approved_by);
        if (!upstand_store_save (self->store, move, error))
            return FALSE;
    }
    return TRUE;
}

/* Every occasion of a repeating duty that has come, but for the newest ones that were missed. */
static gboolean
add_periods (
    Telling *self, const UpstandSampleRequirement *from, UpstandRequirement *duty, GError **error)
{
    UpstandClockFacts facts = {
        .timing = upstand_requirement_get_timing (duty),
        .launch = self->launch,
        .plan_start = self->launch,
    };
    if (upstand_clock_get_months (&facts.timing, &self->thresholds) == 0 ||
        facts.timing.cadence == UPSTAND_CADENCE_CONTINUOUS)
        return TRUE;
    g_autoptr (GArray) occasions = g_array_new (FALSE, FALSE, sizeof (UpstandDay));
    for (;;) {
        UpstandClock next = upstand_clock_next (&facts, &self->thresholds);
        if (!next.intended || next.intended > self->today || next.intended <= facts.last_done)
            break;
        g_array_append_val (occasions, next.intended);
        facts.last_done = next.intended;
    }
    for (guint i = 0; i + from->periods_missed < occasions->len; i++) {
        g_autoptr (UpstandDutyDone) done = upstand_record_new (&upstand_duty_done_type);
        done->requirement_id = duty->parent_instance.id;
        done->intended = g_array_index (occasions, UpstandDay, i);
        done->done = MIN (done->intended + USUAL_LAG, self->today);
        done->post = post_of (self, from->owner);
        if (!upstand_store_save (self->store, done, error))
            return FALSE;
    }
    return TRUE;
}

static void
tell_exceptions (Telling *self, const UpstandSampleRequirement *from, UpstandRequirement *to)
{
    if (from->override.rating) {
        to->override_rating = choice_of (upstand_rating_choices, from->override.rating);
        to->override_reason = g_strdup (from->override.reason);
        to->override_by = post_of (self, from->override.by);
        to->override_on = self->launch + from->override.on;
        to->override_review = self->launch + from->override.review;
    }
    if (from->waiting.reason) {
        to->waiting = TRUE;
        to->waiting_reason = g_strdup (from->waiting.reason);
        to->waiting_review = self->launch + from->waiting.review;
    }
    if (from->not_applicable.reason) {
        to->not_applicable = TRUE;
        to->not_applicable_reason = g_strdup (from->not_applicable.reason);
        to->not_applicable_by = post_of (self, from->not_applicable.approved_by);
    }
}

static gboolean
tell_requirement (Telling *self, const UpstandSampleRequirement *from, GError **error)
{
    const gint64 *id = g_hash_table_lookup (self->requirements, from->id);
    if (!id)
        return TRUE;
    g_autoptr (UpstandRequirement) duty =
        upstand_store_get (self->store, &upstand_requirement_type, *id, error);
    if (!duty)
        return FALSE;
    g_autoptr (UpstandRequirement) to = upstand_record_copy (duty);
    to->owner = post_of (self, from->owner);
    to->success_measure = g_strdup (from->success_measure);
    to->success_met = day_of (self, from->success_met);
    tell_exceptions (self, from, to);
    return upstand_store_save (self->store, to, error) && add_moves (self, from, duty, error) &&
           add_periods (self, from, duty, error) &&
           add_updates (self, from->updates, from->n_updates, from->owner, *id, 0, error);
}

static gboolean
read_requirements (Telling *self, GError **error)
{
    g_autoptr (UpstandListQuery) all = upstand_list_query_new (&upstand_requirement_type);
    g_autoptr (GPtrArray) found = upstand_store_list (self->store, all, 0, error);
    for (guint i = 0; found && i < found->len; i++) {
        UpstandRequirement *duty = g_ptr_array_index (found, i);
        gint64 id = duty->parent_instance.id;
        g_hash_table_insert (self->requirements, g_strdup (duty->code), g_memdup2 (&id, sizeof id));
    }
    return found != NULL;
}

static gboolean
tell (Telling *self, GError **error)
{
    const UpstandSample *story = self->story;
    g_autofree char *today = upstand_date_to_iso (self->today);
    gboolean done = upstand_store_set_setting (self->store, UPSTAND_SETTING_TODAY, today, error);
    for (gsize i = 0; done && i < story->n_requirements; i++)
        done = tell_requirement (self, &story->requirements[i], error);
    for (gsize i = 0; done && i < story->n_activities; i++)
        done = add_activity (self, &story->activities[i], error);
    for (gsize i = 0; done && i < story->n_recommendations; i++)
        done = add_recommendation (self, &story->recommendations[i], error);
    return done && upstand_sample_skills_tell (story, self->store, self->launch, error) &&
           upstand_sample_contacts_tell (
               self->store, story, self->launch, self->activities, error) &&
           upstand_sample_measures_tell (story, self->store, self->launch, error);
}

static gboolean
fill (UpstandStore *store, gpointer user_data, GError **error)
{
    Telling *self = user_data;
    self->store = store;
    if (!read_requirements (self, error) || !upstand_store_begin (store, _ ("Sample made"), error))
        return FALSE;
    upstand_store_fix_batch (store);
    if (tell (self, error))
        return upstand_store_commit (store, error);
    upstand_store_rollback (store);
    return FALSE;
}

gboolean
upstand_sample_plan_create (const char *path, GError **error)
{
    g_return_val_if_fail (path, FALSE);
    g_autoptr (UpstandSample) story = upstand_sample_load (error);
    g_autoptr (UpstandFramework) framework = story ? upstand_framework_load_default (error) : NULL;
    g_autoptr (UpstandForces) forces = framework ? upstand_forces_load (error) : NULL;
    if (!forces)
        return FALSE;
    const UpstandForce *force = upstand_forces_find (forces, story->force);
    g_autoptr (GHashTable) requirements =
        g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr (GHashTable) activities =
        g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    Telling self = {
        .story = story,
        .launch = framework->edition.launched,
        .today = framework->edition.launched + story->told_on,
        .requirements = requirements,
        .activities = activities,
    };
    upstand_thresholds_init (&self.thresholds);
    return upstand_plan_create_filled (path, force ? force->name.en : story->force, framework, 0,
        upstand_sample_find_post (story, "lead"), fill, &self, error);
}
