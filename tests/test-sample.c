/* SPDX-License-Identifier: MIT */
#include <glib/gstdio.h>

#include "exchange/sample-plan.h"
#include "records/activity.h"
#include "records/dated-update.h"
#include "records/evidence.h"
#include "records/force.h"
#include "records/framework.h"
#include "records/recommendation.h"
#include "records/requirement.h"
#include "records/sample.h"
#include "records/plan.h"
#include "records/scenario.h"
#include "records/unit.h"
#include "rules/identifiers.h"
#include "rules/rating.h"
#include "rules/skills-checks.h"

typedef struct {
    UpstandSample *sample;
    UpstandFramework *framework;
    UpstandDay launch, today;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    fixture->sample = upstand_sample_load (&error);
    g_assert_no_error (error);
    fixture->framework = upstand_framework_load_default (&error);
    g_assert_no_error (error);
    fixture->launch = fixture->framework->edition.launched;
    fixture->today = fixture->launch + fixture->sample->told_on;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
    upstand_sample_free (fixture->sample);
    upstand_framework_free (fixture->framework);
}

static void
test_amounts (Fixture *fixture, gconstpointer data)
{
    const UpstandSample *sample = fixture->sample;
    gsize n_updates = 0, n_evidence = 0;
    for (gsize i = 0; i < sample->n_activities; i++) {
        n_updates += sample->activities[i].n_updates;
        n_evidence += sample->activities[i].n_evidence;
        g_assert_cmpuint (sample->activities[i].n_updates, >=, 2);
        g_assert_cmpuint (sample->activities[i].n_updates, <=, 5);
    }
    for (gsize i = 0; i < sample->n_requirements; i++)
        n_updates += sample->requirements[i].n_updates;
    g_assert_cmpuint (sample->n_activities, ==, 120);
    g_assert_cmpuint (n_evidence, >=, 200);
    g_assert_cmpuint (n_updates, >=, 390);
    g_assert_cmpuint (sample->n_recommendations, ==, 12);
    g_assert_cmpuint (sample->n_owners, >=, 14);
}

/* Everything it names exists: in the framework, and among the choices of the records. */
static void
test_names (Fixture *fixture, gconstpointer data)
{
    const UpstandSample *sample = fixture->sample;
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandForces) forces = upstand_forces_load (&error);
    g_assert_no_error (error);
    const UpstandForce *force = upstand_forces_find (forces, sample->force);
    g_assert_nonnull (force);
    g_assert_cmpstr (force->kind, ==, "sample");
    g_assert_cmpstr (sample->edition, ==, fixture->framework->edition.code);

    /* Each requirement of the framework once, in its order. */
    gsize n = 0;
    for (gsize i = 0; i < fixture->framework->n_actions; i++) {
        const UpstandFrameworkAction *action = &fixture->framework->actions[i];
        for (gsize j = 0; j < action->n_requirements; j++, n++) {
            g_assert_cmpuint (n, <, sample->n_requirements);
            g_assert_cmpstr (sample->requirements[n].id, ==, action->requirements[j].id);
            guint n_serving = 0;
            for (gsize k = 0; k < sample->n_activities; k++)
                n_serving +=
                    g_strv_contains ((const char *const *)sample->activities[k].requirements,
                        action->requirements[j].id);
            g_assert_cmpuint (n_serving, >=, 2);
        }
    }
    g_assert_cmpuint (n, ==, sample->n_requirements);

    for (gsize i = 0; i < sample->n_activities; i++) {
        const UpstandSampleActivity *activity = &sample->activities[i];
        g_assert_cmpint (upstand_choice_find (upstand_activity_states, activity->state), >=, 0);
        for (gsize j = 0; j < activity->n_updates; j++)
            g_assert_cmpint (
                upstand_choice_find (upstand_update_kinds, activity->updates[j].kind), >=, 0);
        for (gsize j = 0; j < activity->n_evidence; j++)
            g_assert_cmpint (
                upstand_choice_find (upstand_evidence_kinds, activity->evidence[j].kind), >=, 0);
    }
    for (gsize i = 0; i < sample->n_recommendations; i++) {
        const UpstandSampleRecommendation *recommendation = &sample->recommendations[i];
        g_assert_true (g_str_has_prefix (recommendation->reference, "SAMPLE-"));
        g_assert_cmpint (
            upstand_choice_find (upstand_recommendation_bodies, recommendation->body), >=, 0);
        g_assert_cmpint (
            upstand_choice_find (upstand_recommendation_states, recommendation->status), >=, 0);
    }
    for (gsize i = 0; i < sample->n_owners; i++)
        g_assert_cmpstr (
            upstand_sample_find_post (sample, sample->owners[i].id), ==, sample->owners[i].post);
    g_assert_null (upstand_sample_find_post (sample, "nobody"));
    g_assert_cmpstr (upstand_sample_find_unit (sample, "hq"), ==, "Headquarters");
}

/* What a form would refuse, and what could not have happened yet. */
static void
test_activities (Fixture *fixture, gconstpointer data)
{
    const UpstandSample *sample = fixture->sample;
    for (gsize i = 0; i < sample->n_activities; i++) {
        const UpstandSampleActivity *activity = &sample->activities[i];
        int state = upstand_choice_find (upstand_activity_states, activity->state);
        g_test_message ("%s", activity->title);
        g_assert_cmpint (activity->start, <, activity->due);
        g_assert_true ((activity->completed != 0) == (state == UPSTAND_ACTIVITY_COMPLETE));
        g_assert_true ((activity->percent == 100) == (state == UPSTAND_ACTIVITY_COMPLETE));
        g_assert_true ((activity->blockers != NULL) == (state == UPSTAND_ACTIVITY_BLOCKED));
        g_assert_true ((activity->cancel_reason != NULL) == (state == UPSTAND_ACTIVITY_CANCELLED));
        g_assert_true (
            (activity->start > sample->told_on) == (state == UPSTAND_ACTIVITY_NOT_STARTED));
        g_assert_cmpint (activity->completed, <=, sample->told_on);
        if (state == UPSTAND_ACTIVITY_COMPLETE)
            g_assert_cmpint (activity->completed, >, activity->start);

        int last = G_MININT;
        for (gsize j = 0; j < activity->n_updates; j++) {
            g_assert_cmpint (activity->updates[j].day, >, last);
            last = activity->updates[j].day;
        }
        g_assert_cmpint (last, <=, sample->told_on);
        for (gsize j = 0; j < activity->n_evidence; j++) {
            g_assert_cmpint (activity->evidence[j].day, >, activity->start);
            g_assert_cmpint (activity->evidence[j].day, <=, sample->told_on);
        }
    }
    for (gsize i = 0; i < sample->n_requirements; i++)
        for (gsize j = 0; j < sample->requirements[i].n_updates; j++)
            g_assert_cmpint (sample->requirements[i].updates[j].day, <=, sample->told_on);
}

static gboolean
serves (const UpstandSampleActivity *activity, const char *requirement)
{
    return g_strv_contains ((const char *const *)activity->requirements, requirement);
}

/* The last occasion that was done, the missed ones left out. */
static UpstandDay
find_last_done (const UpstandClockFacts *facts, const UpstandThresholds *thresholds,
    UpstandDay today, int missed)
{
    if (facts->timing.cadence == UPSTAND_CADENCE_ONCE ||
        facts->timing.cadence == UPSTAND_CADENCE_CONTINUOUS)
        return 0;
    g_autoptr (GArray) occasions = g_array_new (FALSE, FALSE, sizeof (UpstandDay));
    UpstandClockFacts walked = *facts;
    for (;;) {
        UpstandClock clock = upstand_clock_next (&walked, thresholds);
        UpstandDay passed = clock.kind == UPSTAND_CLOCK_DEADLINE ? clock.due : clock.intended;
        if (clock.intended == 0 || passed > today)
            break;
        g_array_append_val (occasions, clock.intended);
        walked.last_done = clock.intended;
    }
    int n_done = (int)occasions->len - missed;
    return n_done > 0 ? g_array_index (occasions, UpstandDay, n_done - 1) : 0;
}

static UpstandRatingResult
rate (Fixture *fixture, const UpstandSampleRequirement *told)
{
    UpstandThresholds thresholds;
    upstand_thresholds_init (&thresholds);
    const UpstandFrameworkRequirement *published =
        upstand_framework_find_requirement (fixture->framework, told->id, NULL);
    UpstandDay launch = fixture->launch, today = fixture->today;
    UpstandRatingFacts facts = {
        .clock = { .timing = published->timing, .launch = launch, .plan_start = launch },
        .success_met = told->success_met != 0 ? launch + told->success_met : 0,
        .not_applicable = told->not_applicable.reason != NULL,
        .not_applicable_reason = told->not_applicable.reason,
        .not_applicable_by = told->not_applicable.approved_by,
        .waiting = told->waiting.reason != NULL,
        .waiting_reason = told->waiting.reason,
        .waiting_review = launch + told->waiting.review,
    };
    UpstandDay from = published->timing.deadline;
    for (gsize i = 0; i < told->n_moves; i++) {
        UpstandDay to = launch + told->moves[i].to;
        if (told->moves[i].approved_by == NULL)
            facts.moved_days += (int)(to - from);
        facts.clock.current_deadline = from = to;
    }
    for (gsize i = 0; i < fixture->sample->n_activities; i++) {
        const UpstandSampleActivity *activity = &fixture->sample->activities[i];
        if (!serves (activity, told->id))
            continue;
        upstand_rating_facts_add_activity (&facts,
            upstand_choice_find (upstand_activity_states, activity->state), activity->percent,
            launch + activity->start, launch + activity->due,
            activity->completed != 0 ? launch + activity->completed : 0, activity->key_milestone,
            activity->cancel_reason, today);
        for (gsize j = 0; j < activity->n_evidence; j++)
            upstand_rating_facts_add_evidence (&facts, launch + activity->evidence[j].day,
                activity->evidence[j].expires != 0 ? launch + activity->evidence[j].expires : 0,
                today);
    }
    facts.clock.last_done = find_last_done (&facts.clock, &thresholds, today, told->periods_missed);
    if (told->override.rating != NULL) {
        g_assert_true (upstand_rating_from_key (told->override.rating, &facts.override.rating));
        facts.override.reason = told->override.reason;
        facts.override.post = told->override.by;
        facts.override.set_on = launch + told->override.on;
        facts.override.review = launch + told->override.review;
    }
    return upstand_rating_compute (&facts, &thresholds, today);
}

/* The story that it says it tells is the one that the rules tell. */
static void
test_story (Fixture *fixture, gconstpointer data)
{
    guint seen[UPSTAND_N_RATINGS] = { 0 };
    guint n_overrides = 0;
    for (gsize i = 0; i < fixture->sample->n_requirements; i++) {
        const UpstandSampleRequirement *told = &fixture->sample->requirements[i];
        UpstandRatingResult result = rate (fixture, told);
        g_test_message ("%s: told %s, computed %s (reason %d)", told->id, told->story,
            upstand_rating_to_key (result.computed), result.reason);
        g_assert_cmpstr (upstand_rating_to_key (result.computed), ==, told->story);
        g_assert_true (result.override_active == (told->override.rating != NULL));
        seen[result.computed]++;
        n_overrides += result.override_active;
    }
    /* Of all there are but one: after six quarters a duty that nobody began is off track. */
    for (int rating = UPSTAND_RATING_COMPLETE; rating < UPSTAND_N_RATINGS; rating++)
        g_assert_true ((seen[rating] > 0) == (rating != UPSTAND_RATING_NOT_STARTED));
    g_assert_cmpuint (n_overrides, ==, 1);
}

static void
assert_no_identifier (const char *text)
{
    if (text == NULL)
        return;
    g_test_message ("%s", text);
    g_autofree char *warning = upstand_identifiers_warn (text);
    g_assert_cmpstr (warning, ==, NULL);
}

static void
test_identifiers (Fixture *fixture, gconstpointer data)
{
    const UpstandSample *sample = fixture->sample;
    for (gsize i = 0; i < sample->n_owners; i++)
        assert_no_identifier (sample->owners[i].post);
    for (gsize i = 0; i < sample->n_activities; i++) {
        const UpstandSampleActivity *activity = &sample->activities[i];
        assert_no_identifier (activity->title);
        assert_no_identifier (activity->success_measure);
        assert_no_identifier (activity->risks);
        assert_no_identifier (activity->blockers);
        assert_no_identifier (activity->cancel_reason);
        for (gsize j = 0; j < activity->n_updates; j++)
            assert_no_identifier (activity->updates[j].words);
        for (gsize j = 0; j < activity->n_evidence; j++) {
            assert_no_identifier (activity->evidence[j].title);
            assert_no_identifier (activity->evidence[j].reference);
            assert_no_identifier (activity->evidence[j].proves);
        }
    }
    for (gsize i = 0; i < sample->n_requirements; i++) {
        const UpstandSampleRequirement *requirement = &sample->requirements[i];
        assert_no_identifier (requirement->success_measure);
        assert_no_identifier (requirement->waiting.reason);
        assert_no_identifier (requirement->not_applicable.reason);
        assert_no_identifier (requirement->override.reason);
        for (gsize j = 0; j < requirement->n_updates; j++)
            assert_no_identifier (requirement->updates[j].words);
        for (gsize j = 0; j < requirement->n_moves; j++)
            assert_no_identifier (requirement->moves[j].reason);
    }
    for (gsize i = 0; i < sample->n_recommendations; i++) {
        assert_no_identifier (sample->recommendations[i].reference);
        assert_no_identifier (sample->recommendations[i].title);
        assert_no_identifier (sample->recommendations[i].note);
    }
}

/* Whatever a cell is kept under is there, and every row says something. */
static void
test_skills (Fixture *fixture, gconstpointer data)
{
    const UpstandSampleSkills *skills = &fixture->sample->skills;
    gsize n_open_teams = 0;
    g_assert_cmpuint (skills->n_censuses, ==, 6);
    for (gsize i = 0; i < skills->n_units; i++) {
        const UpstandSampleSkillsUnit *unit = &skills->units[i];
        int kind = upstand_choice_find (upstand_unit_kinds, unit->kind);
        g_assert_cmpint (kind, >=, 0);
        g_assert_true (unit->merged_into == NULL || unit->closed != 0);
        n_open_teams += kind == UPSTAND_UNIT_TEAM && unit->closed == 0;
        assert_no_identifier (unit->note);
    }
    g_assert_cmpuint (n_open_teams, ==, 8);
    for (gsize i = 0; i < skills->n_rows; i++) {
        const UpstandSampleSkillsRow *row = &skills->rows[i];
        gboolean known = FALSE;
        for (gsize c = 0; c < fixture->framework->n_capabilities; c++)
            known = known || g_str_equal (row->capability, fixture->framework->capabilities[c].id);
        g_assert_true (known);
        g_assert_true (row->demand != NULL || row->officers != NULL);
        g_assert_true ((row->note == NULL) == (row->note_on == NULL));
        if (row->note_on)
            g_assert_cmpint (upstand_choice_find (upstand_counts, row->note_on), >=, 0);
        assert_no_identifier (row->note);
    }
    for (gsize i = 0; i < skills->n_scenarios; i++)
        g_assert_cmpint (
            upstand_choice_find (upstand_scenario_kinds, skills->scenarios[i].kind), ==, i);
    for (gsize i = 0; i < skills->n_breaks; i++)
        assert_no_identifier (skills->breaks[i].reason);
    for (gsize i = 0; i < skills->n_models; i++)
        assert_no_identifier (skills->models[i].description);
}

/* In the plan: the older censuses are clean, the newest tells what is still to be done. */
static void
test_skills_checked (void)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp ("upstand-test-XXXXXX", NULL);
    g_autofree char *path = g_build_filename (folder, "sample.upstand", NULL);
    g_assert_true (upstand_sample_plan_create (path, &error));
    g_autoptr (UpstandStore) store = upstand_plan_open (path, UPSTAND_DATABASE_WRITE, NULL, &error);
    g_assert_no_error (error);
    UpstandDatabase *database = upstand_store_get_database (store);
    g_autoptr (UpstandSkillsOutline) outline = upstand_skills_outline_load (database, "en", &error);
    g_assert_no_error (error);
    g_assert_cmpuint (upstand_skills_outline_get_n_censuses (outline), ==, 6);
    for (guint census = 0; census < 6; census++) {
        g_autoptr (GPtrArray) found =
            upstand_skills_check_census (outline, database, census, &error);
        g_assert_no_error (error);
        for (guint i = 0; i < found->len; i++)
            g_test_message ("%s", ((UpstandFinding *)g_ptr_array_index (found, i))->sentence);
        guint n_blocks = upstand_findings_count (found, UPSTAND_FINDING_BLOCKS);
        g_assert_cmpuint (n_blocks, ==, census == 5);
        g_assert_cmpuint (found->len, >=, census == 5 ? 4 : 0);
        g_assert_cmpuint (found->len, <=, census == 5 ? 8 : 0);
    }
    g_clear_object (&store);
    g_unlink (path);
    g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    g_test_add ("/sample/amounts", Fixture, NULL, set_up, test_amounts, tear_down);
    g_test_add ("/sample/names", Fixture, NULL, set_up, test_names, tear_down);
    g_test_add ("/sample/activities", Fixture, NULL, set_up, test_activities, tear_down);
    g_test_add ("/sample/story", Fixture, NULL, set_up, test_story, tear_down);
    g_test_add ("/sample/identifiers", Fixture, NULL, set_up, test_identifiers, tear_down);
    g_test_add ("/sample/skills", Fixture, NULL, set_up, test_skills, tear_down);
    g_test_add_func ("/sample/skills-checked", test_skills_checked);
    return g_test_run ();
}
