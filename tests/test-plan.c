/* SPDX-License-Identifier: MIT */
#include <glib/gstdio.h>
#include <locale.h>

#include "database/migrations.h"
#include "database/search.h"
#include "earlier-plan.h"
#include "records/activity.h"
#include "records/deadline-change.h"
#include "records/duty-done.h"
#include "records/evidence.h"
#include "records/framework-records.h"
#include "records/plan.h"
#include "records/requirement.h"
#include "rules/plan-ratings.h"
#include "rules/skills-outline.h"

typedef struct {
    char *folder;
    char *path;
    UpstandFramework *framework;
    UpstandStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    fixture->folder = g_dir_make_tmp ("upstand-plan-XXXXXX", NULL);
    fixture->path = g_build_filename (fixture->folder, "plan.upstand", NULL);
    fixture->framework = upstand_framework_load_default (&error);
    g_assert_no_error (error);
    upstand_plan_create (
        fixture->path, "Invented Constabulary", fixture->framework, 0, "Lead", &error);
    g_assert_no_error (error);
    fixture->store = upstand_plan_open (fixture->path, UPSTAND_DATABASE_WRITE, NULL, &error);
    g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    upstand_search_check (upstand_store_get_database (fixture->store), &error);
    g_assert_no_error (error);
    g_clear_object (&fixture->store);
    g_clear_pointer (&fixture->framework, upstand_framework_free);
    g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
    const char *name;
    while ((name = g_dir_read_name (folder))) {
        g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
        g_unlink (path);
    }
    g_rmdir (fixture->folder);
    g_free (fixture->folder);
    g_free (fixture->path);
}

static gint64
requirement_id (Fixture *fixture, const char *code)
{
    gint64 id = upstand_database_number (upstand_store_get_database (fixture->store), 0, NULL,
        "SELECT id FROM requirement WHERE code = $1", "t", code);
    g_assert_cmpint (id, !=, 0);
    return id;
}

static const UpstandDutyRating *
rate (Fixture *fixture, const char *code, UpstandDay today, UpstandPlanRatings **ratings)
{
    g_autoptr (GError) error = NULL;
    g_clear_pointer (ratings, upstand_plan_ratings_unref);
    *ratings =
        upstand_plan_ratings_load (upstand_store_get_database (fixture->store), today, &error);
    g_assert_no_error (error);
    return upstand_plan_ratings_get (*ratings, requirement_id (fixture, code));
}

static void
test_create (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *force = upstand_plan_get_force (fixture->store);
    g_assert_cmpstr (force, ==, "Invented Constabulary");
    g_assert_cmpint (upstand_plan_get_start (fixture->store), ==, upstand_date_new (2021, 12, 15));
    g_assert_cmpstr (upstand_store_get_post (fixture->store), ==, "Lead");
    g_autoptr (GPtrArray) pillars = upstand_plan_get_outline (fixture->store, 0, &error);
    g_assert_no_error (error);
    g_assert_cmpint (pillars->len, ==, 3);
    guint actions = 0, requirements = 0;
    for (guint p = 0; p < pillars->len; p++) {
        UpstandOutlineNode *pillar = g_ptr_array_index (pillars, p);
        for (guint a = 0; a < pillar->children->len; a++) {
            UpstandOutlineNode *action = g_ptr_array_index (pillar->children, a);
            actions++;
            requirements += action->children->len;
            UpstandOutlineNode *first = g_ptr_array_index (action->children, 0);
            g_autofree char *code = g_strdup_printf ("%u.1", actions);
            g_assert_cmpstr (((UpstandRequirement *)first->record)->code, ==, code);
        }
    }
    g_assert_cmpint (actions, ==, 10);
    g_assert_cmpint (requirements, ==, 34);
    /* Nothing of the beginning can be undone, and nothing half-made is left. */
    g_assert_null (upstand_store_get_undo_title (fixture->store));
    g_assert_false (upstand_plan_create (fixture->path, "x", fixture->framework, 0, NULL, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_EXISTS);
    g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
    const char *name;
    while ((name = g_dir_read_name (folder)))
        g_assert_true (g_str_has_prefix (name, "plan.upstand"));
}

static void
test_lists (Fixture *fixture, gconstpointer data)
{
    const struct {
        const char *list;
        gsize expected;
    } cases[] = {
        { "capability", fixture->framework->n_capabilities },
        { "engagement-kind", fixture->framework->n_engagement_kinds },
        { "group", fixture->framework->n_groups },
        { "document-kind", fixture->framework->n_document_kinds },
        { "space-source", fixture->framework->n_space_sources },
        { "register", fixture->framework->n_registers },
        { "order", fixture->framework->n_orders },
        { "offence-group", fixture->framework->n_offence_groups },
        { "outcome-code", 22 },
        { "recommendation-body", 6 },
        { "return", fixture->framework->n_returns },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        g_assert_cmpint (
            upstand_database_number (upstand_store_get_database (fixture->store), 0, NULL,
                "SELECT COUNT(*) FROM framework_item WHERE list = $1", "t", cases[i].list),
            ==, cases[i].expected);
}

static gboolean
refuse_cb (UpstandStore *store, gpointer user_data, GError **error)
{
    g_set_error_literal (error, UPSTAND_ERROR, UPSTAND_ERROR_FAILED, "no");
    return FALSE;
}

static void
test_create_given_up (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *path = g_build_filename (fixture->folder, "other.upstand", NULL);
    g_assert_false (upstand_plan_create_filled (
        path, "x", fixture->framework, 0, NULL, refuse_cb, NULL, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FAILED);
    g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
    const char *name;
    while ((name = g_dir_read_name (folder)))
        g_assert_false (g_str_has_prefix (name, "other"));
}

static void
test_second_edition (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_assert_false (upstand_plan_add_framework (
        fixture->store, fixture->framework, "vawg-year-1.json", &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_EXISTS);
    g_clear_error (&error);
    g_autofree char *from_source = g_build_filename (
        g_getenv ("UPSTAND_FIXTURES") ?: "tests/fixtures", "frameworks", "sample-4p.json", NULL);
    g_autoptr (UpstandFramework) later = upstand_framework_load (from_source, &error);
    g_assert_no_error (error);
    g_assert_true (upstand_plan_add_framework (fixture->store, later, "sample-4p.json", &error));
    g_assert_no_error (error);
    UpstandDatabase *database = upstand_store_get_database (fixture->store);
    g_assert_cmpint (
        upstand_database_number (database, 0, NULL, "SELECT COUNT(*) FROM edition", ""), ==, 2);
    g_assert_cmpint (
        upstand_database_number (database, 0, NULL, "SELECT COUNT(*) FROM crosswalk", ""), >, 0);
    /* Both stand in the outline, the newest first. */
    g_autoptr (GPtrArray) outline = upstand_plan_get_outline (fixture->store, 0, &error);
    g_assert_cmpint (outline->len, ==, later->n_pillars + 3);
    UpstandOutlineNode *first = g_ptr_array_index (outline, 0);
    g_assert_cmpstr (((UpstandPillar *)first->record)->code, ==, later->pillars[0].id);
    /* One step, and undone as one. */
    g_assert_true (upstand_store_undo (fixture->store, &error));
    g_assert_no_error (error);
    g_assert_cmpint (
        upstand_database_number (database, 0, NULL, "SELECT COUNT(*) FROM edition", ""), ==, 1);
}

static void
test_ratings (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandPlanRatings) ratings = NULL;
    UpstandDay deadline = upstand_date_new (2022, 6, 30);
    const UpstandDutyRating *duty = rate (fixture, "1.1", deadline, &ratings);
    g_assert_cmpint (duty->original_deadline, ==, deadline);
    g_assert_cmpint (duty->result.shown, !=, UPSTAND_RATING_OFF_TRACK);
    duty = rate (fixture, "1.1", deadline + 1, &ratings);
    g_assert_cmpint (duty->result.shown, ==, UPSTAND_RATING_OFF_TRACK);
    g_assert_cmpint (upstand_plan_ratings_of_action (ratings, 0).total, ==, 34);

    /* Moved, with an approval: the new date counts, and nothing slips for it. */
    g_autoptr (UpstandDeadlineChange) move = upstand_record_new (&upstand_deadline_change_type);
    move->requirement_id = requirement_id (fixture, "1.1");
    move->old_date = deadline;
    move->new_date = deadline + 120;
    move->reason = g_strdup ("Files still with a partner");
    g_assert_true (upstand_store_save (fixture->store, move, &error));
    duty = rate (fixture, "1.1", deadline + 1, &ratings);
    g_assert_cmpint (duty->current_deadline, ==, deadline + 120);
    g_assert_cmpint (duty->result.reason, ==, UPSTAND_REASON_MOVED);
    move->approved_by = g_strdup ("Deputy Chief Constable");
    g_assert_true (upstand_store_save (fixture->store, move, &error));
    duty = rate (fixture, "1.1", deadline + 1, &ratings);
    g_assert_cmpint (duty->result.reason, !=, UPSTAND_REASON_MOVED);

    /* An activity for two duties counts for both; what is complete needs evidence. */
    g_autoptr (UpstandActivity) activity = upstand_record_new (&upstand_activity_type);
    activity->title = g_strdup ("Review the files");
    activity->requirements = upstand_ids_add (NULL, requirement_id (fixture, "1.1"));
    activity->requirements =
        upstand_ids_add (activity->requirements, requirement_id (fixture, "1.2"));
    activity->state = UPSTAND_ACTIVITY_COMPLETE;
    activity->completed = deadline - 10;
    activity->percent = 100;
    g_assert_true (upstand_store_save (fixture->store, activity, &error));
    g_assert_no_error (error);
    duty = rate (fixture, "1.2", deadline, &ratings);
    g_assert_cmpint (duty->n_activities, ==, 1);
    duty = rate (fixture, "1.1", deadline, &ratings);
    g_assert_cmpint (duty->result.missing, ==, UPSTAND_MISSING_SUCCESS | UPSTAND_MISSING_EVIDENCE);
    g_autoptr (UpstandEvidence) evidence = upstand_record_new (&upstand_evidence_type);
    evidence->title = g_strdup ("Minutes");
    evidence->dated = deadline - 12;
    evidence->activities = upstand_ids_add (NULL, activity->parent_instance.id);
    g_assert_true (upstand_store_save (fixture->store, evidence, &error));
    g_autoptr (UpstandRequirement) requirement = upstand_store_get (
        fixture->store, &upstand_requirement_type, requirement_id (fixture, "1.1"), &error);
    g_autoptr (UpstandRequirement) copy = upstand_record_copy (requirement);
    copy->success_met = deadline - 5;
    g_assert_true (upstand_store_save (fixture->store, copy, &error));
    g_assert_no_error (error);
    duty = rate (fixture, "1.1", deadline, &ratings);
    g_assert_cmpint (duty->result.shown, ==, UPSTAND_RATING_COMPLETE);
    g_assert_cmpint (duty->n_evidence, ==, 1);
    g_autoptr (GArray) complete = upstand_plan_ratings_find (ratings, UPSTAND_RATING_COMPLETE);
    g_assert_cmpint (complete->len, ==, 1);
}

static void
test_repeating (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandPlanRatings) ratings = NULL;
    UpstandDay quarter = upstand_date_new (2022, 3, 31);
    const UpstandDutyRating *duty = rate (fixture, "5.1", quarter + 5, &ratings);
    g_assert_cmpint (duty->result.clock.intended, ==, quarter);
    g_autoptr (UpstandDutyDone) done = upstand_record_new (&upstand_duty_done_type);
    done->requirement_id = requirement_id (fixture, "5.1");
    done->intended = quarter;
    done->done = quarter + 20;
    g_assert_true (upstand_store_save (fixture->store, done, &error));
    duty = rate (fixture, "5.1", quarter + 25, &ratings);
    g_assert_cmpint (duty->result.clock.intended, ==, upstand_date_new (2022, 6, 30));
}

static void
test_thresholds (Fixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandPlanRatings) ratings = NULL;
    g_assert_true (
        upstand_store_set_setting (fixture->store, "threshold-immediate-days", "60", NULL));
    const UpstandDutyRating *duty = rate (fixture, "3.1", upstand_date_new (2022, 1, 20), &ratings);
    g_assert_cmpint (duty->original_deadline, ==, upstand_date_new (2021, 12, 15) + 60);
    g_assert_cmpint (upstand_plan_ratings_get_thresholds (ratings)->immediate_days, ==, 60);
}

#define PLAN_TEST(name, function) \
    g_test_add ("/plan/" name, Fixture, NULL, set_up, function, tear_down)

static gint64
count_titled (UpstandDatabase *database)
{
    return upstand_database_number (database, -1, NULL,
        "SELECT COUNT(*) FROM framework_item WHERE list = 'capability' AND short_en IS NOT NULL"
        " AND short_cy IS NOT NULL",
        "");
}

static guint
count_files (const char *folder)
{
    g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
    guint n = 0;
    while (g_dir_read_name (files))
        n++;
    return n;
}

/* A plan of an earlier schema can be read with all that this program asks, and is left alone. */
static void
test_earlier_read_only (void)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp ("upstand-test-XXXXXX", NULL);
    g_autofree char *path = g_build_filename (folder, "plan.upstand", NULL);
    g_autofree char *before = NULL, *after = NULL;
    gsize length_before, length_after;
    earlier_plan_create (path);
    g_assert_true (g_file_get_contents (path, &before, &length_before, NULL));
    {
        g_autoptr (UpstandStore) store =
            upstand_plan_open (path, UPSTAND_DATABASE_READ_ONLY, NULL, &error);
        g_assert_no_error (error);
        UpstandDatabase *database = upstand_store_get_database (store);
        g_assert_true (upstand_database_is_read_only (database));
        g_assert_cmpstr (upstand_database_get_path (database), ==, path);
        g_assert_cmpint (count_titled (database), ==, 6);
        g_autoptr (UpstandSkillsOutline) outline =
            upstand_skills_outline_load (database, "en", &error);
        g_assert_no_error (error);
        g_assert_cmpuint (upstand_skills_outline_get_n_capabilities (outline), ==, 6);
        g_assert_false (upstand_database_script (database, "DELETE FROM setting", NULL));
        /* And a thread's connection. */
        g_autoptr (UpstandDatabase) again = upstand_database_open_again (
            upstand_database_get_path (database), UPSTAND_DATABASE_READ_ONLY, &error);
        g_assert_no_error (error);
        g_assert_cmpint (count_titled (again), ==, 6);
    }
    g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
    g_assert_cmpmem (before, length_before, after, length_after);
    g_assert_cmpuint (count_files (folder), ==, 1);
    g_unlink (path);
    g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Opened for writing it is backed up first, and what the lists lacked comes from its framework. */
static void
test_earlier_written (void)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp ("upstand-test-XXXXXX", NULL);
    g_autofree char *path = g_build_filename (folder, "plan.upstand", NULL);
    g_autofree char *kept = g_build_filename (folder, "plan.before-schema-2.upstand", NULL);
    earlier_plan_create (path);
    {
        g_autoptr (UpstandStore) store =
            upstand_plan_open (path, UPSTAND_DATABASE_WRITE, NULL, &error);
        g_assert_no_error (error);
        UpstandDatabase *database = upstand_store_get_database (store);
        g_assert_cmpint (count_titled (database), ==, 6);
        g_autofree char *title = upstand_database_text (database, NULL,
            "SELECT short_en || ' ' || applies FROM framework_item WHERE code = 'solo'", "");
        g_assert_cmpstr (title, ==, "SOLO second-role");
        g_assert_cmpint (
            upstand_migrations_current (database, NULL), ==, upstand_migrations_newest ());
    }
    g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
    {
        g_autoptr (UpstandDatabase) backup =
            upstand_database_open_again (kept, UPSTAND_DATABASE_WRITE, &error);
        g_assert_no_error (error);
        g_assert_cmpint (upstand_migrations_current (backup, NULL), ==, 1);
    }
    g_unlink (kept);
    g_unlink (path);
    g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
    setlocale (LC_ALL, "");
    g_test_init (&argc, &argv, NULL);
    PLAN_TEST ("create", test_create);
    PLAN_TEST ("lists", test_lists);
    PLAN_TEST ("create-given-up", test_create_given_up);
    PLAN_TEST ("second-edition", test_second_edition);
    PLAN_TEST ("ratings", test_ratings);
    PLAN_TEST ("repeating", test_repeating);
    PLAN_TEST ("thresholds", test_thresholds);
    g_test_add_func ("/plan/earlier-read-only", test_earlier_read_only);
    g_test_add_func ("/plan/earlier-written", test_earlier_written);
    return g_test_run ();
}
