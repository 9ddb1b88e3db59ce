/* SPDX-License-Identifier: MIT */
/* Engagement and spaces: the sample force's records, what they evidence, and the rules on them. */
#include <glib/gstdio.h>

#include "database/search.h"
#include "exchange/import.h"
#include "exchange/sample-plan.h"
#include "records/document.h"
#include "records/engagement.h"
#include "records/panel-finding.h"
#include "records/framework-records.h"
#include "records/learning.h"
#include "records/organisation.h"
#include "records/plan.h"
#include "records/requirement.h"
#include "records/sample.h"
#include "records/space.h"
#include "records/theme.h"
#include "rules/chains.h"
#include "rules/contacts.h"
#include "rules/coverage.h"
#include "rules/identifiers.h"
#include "rules/plan-ratings.h"
#include "rules/profile.h"
#include "rules/reviews.h"
#include "rules/risk.h"
#include "rules/ties.h"

typedef struct {
    char *folder;
    UpstandStore *store;
    UpstandDatabase *database;
    UpstandThresholds thresholds;
    UpstandDay today;
} Fixture;

static void
open_plan (Fixture *fixture, gboolean sample)
{
    g_autoptr (GError) error = NULL;
    fixture->folder = g_dir_make_tmp ("upstand-engagement-XXXXXX", NULL);
    g_autofree char *path = g_build_filename (fixture->folder, "plan.upstand", NULL);
    if (sample) {
        upstand_sample_plan_create (path, &error);
    } else {
        g_autoptr (UpstandFramework) framework = upstand_framework_load_default (&error);
        upstand_plan_create (path, "Test", framework, 0, "Lead", &error);
    }
    g_assert_no_error (error);
    fixture->store = upstand_plan_open (path, UPSTAND_DATABASE_WRITE, NULL, &error);
    g_assert_no_error (error);
    fixture->database = upstand_store_get_database (fixture->store);
    fixture->today =
        sample ? upstand_plan_get_today (fixture->store) : upstand_date_new (2022, 6, 30);
    upstand_thresholds_init (&fixture->thresholds);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
    open_plan (fixture, FALSE);
}

static void
set_up_sample (Fixture *fixture, gconstpointer data)
{
    open_plan (fixture, TRUE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    upstand_search_check (fixture->database, &error);
    g_assert_no_error (error);
    g_clear_object (&fixture->store);
    g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
    const char *name;
    while ((name = g_dir_read_name (folder))) {
        g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
        g_unlink (path);
    }
    g_rmdir (fixture->folder);
    g_free (fixture->folder);
}

static void
save (Fixture *fixture, gpointer record)
{
    g_autoptr (GError) error = NULL;
    upstand_store_save (fixture->store, record, &error);
    g_assert_no_error (error);
}

static gint64
item (Fixture *fixture, const char *list, const char *code)
{
    gint64 id = upstand_database_number (fixture->database, 0, NULL,
        "SELECT id FROM framework_item WHERE list = $1 AND code = $2", "tt", list, code);
    g_assert_cmpint (id, !=, 0);
    return id;
}

static gint64
requirement (Fixture *fixture, const char *code)
{
    return upstand_database_number (
        fixture->database, 0, NULL, "SELECT id FROM requirement WHERE code = $1", "t", code);
}

static UpstandEngagement *
engagement_new (Fixture *fixture, const char *kind, UpstandDay day, const char *group)
{
    UpstandEngagement *engagement = upstand_record_new (&upstand_engagement_type);
    engagement->title = g_strdup_printf ("A %s", kind);
    engagement->kind_id = item (fixture, UPSTAND_LIST_ENGAGEMENT_KIND, kind);
    engagement->dated = day;
    if (group)
        engagement->groups = upstand_ids_add (NULL, item (fixture, UPSTAND_LIST_GROUP, group));
    upstand_ties_settle (fixture->database, UPSTAND_RECORD (engagement));
    return engagement;
}

static void
add_engagement (Fixture *fixture, const char *kind, UpstandDay day, const char *group)
{
    g_autoptr (UpstandEngagement) engagement = engagement_new (fixture, kind, day, group);
    save (fixture, engagement);
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandEngagement) one =
        engagement_new (fixture, "lived-experience", fixture->today, "disabled");
    one->attendance = 0;
    one->place = g_strdup ("Zanzibar rooms");
    one->stage = UPSTAND_STAGE_REVIEW;
    save (fixture, one);
    g_autoptr (UpstandEngagement) read = upstand_store_get (
        fixture->store, &upstand_engagement_type, one->parent_instance.id, &error);
    g_assert_no_error (error);
    for (guint i = 0; i < upstand_engagement_type.n_fields; i++)
        g_assert_true (upstand_record_same (one, read, &upstand_engagement_type.fields[i]));
    g_assert_cmpint (read->attendance, ==, 0);
    g_autoptr (GPtrArray) hits = upstand_search_find (fixture->database, "zanzi", 5, &error);
    g_assert_cmpuint (hits->len, ==, 1);
    g_assert_cmpstr (((UpstandSearchHit *)g_ptr_array_index (hits, 0))->source, ==, "engagement");
    g_assert_true (upstand_store_undo (fixture->store, &error));
    g_autoptr (GPtrArray) gone = upstand_search_find (fixture->database, "zanzi", 5, &error);
    g_assert_cmpuint (gone->len, ==, 0);
    g_assert_cmpint (upstand_database_number (
                         fixture->database, -1, NULL, "SELECT COUNT(*) FROM engagement_group", ""),
        ==, 0);
}

static void
assert_refused (gpointer record, const char *field)
{
    g_autoptr (UpstandProblems) problems = upstand_record_check (record);
    g_assert_nonnull (upstand_problems_find (problems, field));
}

static void
test_checks (Fixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandEngagement) engagement =
        engagement_new (fixture, "survey", fixture->today, NULL);
    engagement->attendance = -1;
    engagement->place_cleared = TRUE;
    assert_refused (engagement, "attendance");
    assert_refused (engagement, "place");
    g_autoptr (UpstandPanelFinding) finding = upstand_record_new (&upstand_panel_finding_type);
    finding->state = UPSTAND_PANEL_FINDING_DONE;
    assert_refused (finding, "answer");
    assert_refused (finding, "engagement_id");
    g_autoptr (UpstandLearning) learning = upstand_record_new (&upstand_learning_type);
    learning->dated = fixture->today;
    learning->shared_on = fixture->today - 1;
    assert_refused (learning, "shared_with");
    assert_refused (learning, "shared_on");
    g_autoptr (UpstandSpace) space = upstand_record_new (&upstand_space_type);
    space->likelihood = 0;
    space->harm = 6;
    assert_refused (space, "likelihood");
    assert_refused (space, "harm");
}

/* What is recorded evidences the duties of its kind, and moves their clocks. */
static void
test_ties (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    add_engagement (fixture, "listening-circle", fixture->today - 10, NULL);
    add_engagement (fixture, "scrutiny-panel", fixture->today + 1, NULL);
    g_autoptr (UpstandDocument) document = upstand_record_new (&upstand_document_type);
    document->title = g_strdup ("Strategy");
    document->kind_id = item (fixture, UPSTAND_LIST_DOCUMENT_KIND, "strategy");
    upstand_ties_settle (fixture->database, UPSTAND_RECORD (document));
    save (fixture, document); /* a draft evidences nothing */
    g_autoptr (UpstandTheme) theme = upstand_record_new (&upstand_theme_type);
    theme->title = g_strdup ("Dark path");
    theme->heard = g_strdup ("It is dark");
    theme->heard_on = fixture->today - 100;
    upstand_ties_settle (fixture->database, UPSTAND_RECORD (theme));
    save (fixture, theme);

    g_autoptr (UpstandPlanRatings) before =
        upstand_plan_ratings_load (fixture->database, fixture->today, &error);
    g_assert_no_error (error);
    const UpstandDutyRating *circles =
        upstand_plan_ratings_get (before, requirement (fixture, "2.4"));
    g_assert_cmpuint (circles->n_evidence, ==, 1);
    g_assert_cmpint (circles->facts.clock.last_evidence, ==, fixture->today - 10);
    /* A panel that is only planned has shown nothing yet. */
    g_assert_cmpint (
        upstand_plan_ratings_get (before, requirement (fixture, "3.1"))->facts.clock.last_evidence,
        ==, 0);
    g_assert_cmpuint (
        upstand_plan_ratings_get (before, requirement (fixture, "9.3"))->n_evidence, ==, 0);
    g_assert_cmpuint (
        upstand_plan_ratings_get (before, requirement (fixture, "3.4"))->n_evidence, ==, 0);

    document->adopted = fixture->today - 5;
    save (fixture, document);
    g_autoptr (UpstandThemeStep) step = upstand_record_new (&upstand_theme_step_type);
    step->theme_id = theme->parent_instance.id;
    step->kind = UPSTAND_STEP_CHANGED;
    step->dated = fixture->today - 3;
    step->words = g_strdup ("Lamps");
    save (fixture, step);
    g_autoptr (UpstandPlanRatings) after =
        upstand_plan_ratings_load (fixture->database, fixture->today, &error);
    g_assert_cmpint (
        upstand_plan_ratings_get (after, requirement (fixture, "9.3"))->facts.clock.last_evidence,
        ==, fixture->today - 5);
    g_assert_cmpint (
        upstand_plan_ratings_get (after, requirement (fixture, "3.4"))->facts.clock.last_evidence,
        ==, fixture->today - 3);
    g_autoptr (GPtrArray) ties =
        upstand_ties_list (fixture->database, requirement (fixture, "3.4"), 0, &error);
    g_assert_cmpuint (ties->len, ==, 1);
    g_assert_true (((UpstandTie *)g_ptr_array_index (ties, 0))->type == &upstand_theme_type);
    /* Deleting the theme takes its step and its evidence, and undo brings all of it back. */
    g_assert_true (upstand_store_delete (fixture->store, theme, &error));
    g_autoptr (GPtrArray) none =
        upstand_ties_list (fixture->database, requirement (fixture, "3.4"), 0, &error);
    g_assert_cmpuint (none->len, ==, 0);
    g_assert_true (upstand_store_undo (fixture->store, &error));
    g_autoptr (GPtrArray) again =
        upstand_ties_list (fixture->database, requirement (fixture, "3.4"), 0, &error);
    g_assert_cmpuint (again->len, ==, 1);
}

static guint
find_group (const UpstandCoverage *coverage, const char *code)
{
    for (guint i = 0; i < upstand_coverage_get_n_groups (coverage); i++)
        if (g_str_equal (upstand_coverage_get_group (coverage, i)->group->code, code))
            return i;
    g_assert_not_reached ();
}

static UpstandCoverage *
cover (Fixture *fixture, UpstandDay today, guint n)
{
    g_autoptr (GError) error = NULL;
    UpstandPeriod period = upstand_period_current (UPSTAND_PERIOD_QUARTERLY, today);
    UpstandCoverage *coverage =
        upstand_coverage_load (fixture->database, &period, n, today, &error);
    g_assert_no_error (error);
    return coverage;
}

static void
test_coverage_edges (Fixture *fixture, gconstpointer data)
{
    UpstandDay end = upstand_date_new (2022, 6, 30);
    add_engagement (fixture, "survey", end - 91, "disabled"); /* 31 March: the quarter before */
    add_engagement (fixture, "survey", end - 90, "migrants"); /* 1 April: its first day */
    add_engagement (fixture, "survey", end, "refugees"); /* its last */
    add_engagement (fixture, "survey", end + 1, "lived-experience"); /* not yet */
    add_engagement (fixture, "listening-circle", end, "girls-and-young-women"); /* inside */
    add_engagement (fixture, "communication", end, "sex-industries"); /* hears nobody */
    g_autoptr (UpstandFrameworkItem) read = upstand_store_get (fixture->store,
        &upstand_framework_item_type, item (fixture, UPSTAND_LIST_GROUP, "other-protected"), NULL);
    g_autoptr (UpstandFrameworkItem) closed = upstand_record_copy (read);
    closed->until_date = end - 91;
    save (fixture, closed);

    g_autoptr (UpstandCoverage) coverage = cover (fixture, end, 2);
    const struct {
        const char *code;
        guint before, now;
        int days;
        gboolean is_new, missing;
    } cases[] = {
        { "disabled", 1, 0, 91, FALSE, TRUE },
        { "migrants", 0, 1, 90, TRUE, FALSE },
        { "refugees", 0, 1, 0, TRUE, FALSE },
        { "lived-experience", 0, 0, -1, FALSE, TRUE },
        { "girls-and-young-women", 0, 0, -1, FALSE, TRUE },
        { "sex-industries", 0, 0, -1, FALSE, TRUE },
        { "other-protected", 0, 0, -1, FALSE, FALSE },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        guint group = find_group (coverage, cases[i].code);
        g_test_message ("%s", cases[i].code);
        g_assert_cmpuint (
            upstand_coverage_get_cell (coverage, group, 0)->heard, ==, cases[i].before);
        g_assert_cmpuint (upstand_coverage_get_cell (coverage, group, 1)->heard, ==, cases[i].now);
        g_assert_cmpint (upstand_coverage_days_since (coverage, group), ==, cases[i].days);
        g_assert_true (
            upstand_coverage_is_new (coverage, group, &fixture->thresholds) == cases[i].is_new);
        g_assert_true (upstand_coverage_is_missing (coverage, group) == cases[i].missing);
    }
    guint reached = find_group (coverage, "sex-industries");
    g_assert_cmpuint (upstand_coverage_get_cell (coverage, reached, 1)->reached, ==, 1);
    guint gone = find_group (coverage, "other-protected");
    g_assert_false (upstand_coverage_get_cell (coverage, gone, 0)->closed);
    g_assert_true (upstand_coverage_get_cell (coverage, gone, 1)->closed);
}

/* Against a count that reads every engagement by itself. */
static void
test_coverage_counted (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandCoverage) coverage = cover (fixture, fixture->today, 8);
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_engagement_type);
    g_autoptr (GPtrArray) all = upstand_store_list (fixture->store, query, 0, &error);
    g_assert_cmpuint (all->len, ==, 150);
    guint in_all = 0;
    for (guint g = 0; g < upstand_coverage_get_n_groups (coverage); g++) {
        gint64 id = upstand_coverage_get_group (coverage, g)->group->parent_instance.id;
        UpstandDay last = 0;
        for (guint p = 0; p < 8; p++) {
            guint heard = 0, reached = 0;
            gint64 people = 0;
            for (guint i = 0; i < all->len; i++) {
                const UpstandEngagement *one = g_ptr_array_index (all, i);
                g_autoptr (UpstandFrameworkItem) kind = upstand_store_get (
                    fixture->store, &upstand_framework_item_type, one->kind_id, &error);
                if (!upstand_ids_contain (one->groups, id) ||
                    g_str_equal (kind->code, "listening-circle"))
                    continue;
                if (!g_str_equal (kind->code, "communication"))
                    last = MAX (last, one->dated);
                if (!upstand_period_contains (
                        upstand_coverage_get_period (coverage, p), one->dated))
                    continue;
                if (g_str_equal (kind->code, "communication")) {
                    reached++;
                    continue;
                }
                heard++;
                people += one->attendance == UPSTAND_NO_NUMBER ? 0 : one->attendance;
            }
            const UpstandCoverageCell *cell = upstand_coverage_get_cell (coverage, g, p);
            g_assert_cmpuint (cell->heard, ==, heard);
            g_assert_cmpuint (cell->reached, ==, reached);
            g_assert_cmpint (cell->people, ==, people);
            in_all += heard;
        }
        g_assert_cmpint (upstand_coverage_get_group (coverage, g)->last_heard, ==, last);
    }
    g_assert_cmpuint (in_all, >, 100);
}

static void
test_chain_edges (Fixture *fixture, gconstpointer data)
{
    UpstandDay day = 738000;
    const struct {
        UpstandDay decided, declined, changed, fed_back, today;
        UpstandChainStage stage;
        UpstandStale stale;
    } cases[] = {
        { 0, 0, 0, 0, day + 90, UPSTAND_CHAIN_HEARD, UPSTAND_STALE_NOT },
        { 0, 0, 0, 0, day + 91, UPSTAND_CHAIN_HEARD, UPSTAND_STALE_UNDECIDED },
        { day + 91, 0, 0, 0, day + 91, UPSTAND_CHAIN_DECIDED, UPSTAND_STALE_NOT },
        { day, 0, 0, 0, day + 180, UPSTAND_CHAIN_DECIDED, UPSTAND_STALE_NOT },
        { day, 0, 0, 0, day + 181, UPSTAND_CHAIN_DECIDED, UPSTAND_STALE_UNCHANGED },
        { day, 0, day + 10, 0, day + 40, UPSTAND_CHAIN_CHANGED, UPSTAND_STALE_NOT },
        { day, 0, day + 10, 0, day + 41, UPSTAND_CHAIN_CHANGED, UPSTAND_STALE_NOT_FED_BACK },
        { 0, day + 10, 0, 0, day + 41, UPSTAND_CHAIN_DECLINED, UPSTAND_STALE_NOT_FED_BACK },
        { 0, day + 10, 0, day + 10, day + 400, UPSTAND_CHAIN_FED_BACK, UPSTAND_STALE_NOT },
        { day, 0, day + 10, day + 9, day + 41, UPSTAND_CHAIN_CHANGED, UPSTAND_STALE_NOT_FED_BACK },
        { day, 0, day + 10, day + 10, day + 41, UPSTAND_CHAIN_FED_BACK, UPSTAND_STALE_NOT },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        UpstandChain chain = { .heard_on = day,
            .decided_on = cases[i].decided,
            .declined_on = cases[i].declined,
            .changed_on = cases[i].changed,
            .fed_back_on = cases[i].fed_back };
        g_test_message ("case %u", i);
        upstand_chain_judge (&chain, &fixture->thresholds, cases[i].today);
        g_assert_cmpint (chain.stage, ==, cases[i].stage);
        g_assert_cmpint (chain.stale, ==, cases[i].stale);
        g_autofree char *why = upstand_chain_explain (&chain);
        g_assert_true ((why != NULL) == (chain.stale != UPSTAND_STALE_NOT));
    }
}

static void
test_sample (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) chains =
        upstand_chains_load (fixture->database, &fixture->thresholds, fixture->today, &error);
    g_assert_cmpuint (chains->len, ==, 25);
    guint stages[UPSTAND_N_CHAIN_STAGES] = { 0 };
    for (guint i = 0; i < chains->len; i++) {
        const UpstandChain *chain = g_ptr_array_index (chains, i);
        stages[chain->stage]++;
        g_assert_cmpuint (chain->n_engagements, >, 0);
    }
    for (guint i = 0; i < UPSTAND_N_CHAIN_STAGES; i++)
        g_assert_cmpuint (stages[i], >, 0);
    for (int stale = UPSTAND_STALE_UNDECIDED; stale <= UPSTAND_STALE_NOT_FED_BACK; stale++) {
        g_autoptr (GArray) ids = upstand_chains_find (chains, stale);
        g_assert_nonnull (ids);
    }
    g_autoptr (GPtrArray) contacts =
        upstand_contacts_load (fixture->database, &fixture->thresholds, fixture->today, &error);
    g_assert_cmpuint (contacts->len, ==, 40);
    for (int state = UPSTAND_CONTACT_NEVER; state <= UPSTAND_CONTACT_MET; state++) {
        g_autoptr (GArray) ids = upstand_contacts_find (contacts, state);
        g_assert_nonnull (ids);
    }
    g_autoptr (GPtrArray) reviews =
        upstand_reviews_overdue (fixture->database, 0, fixture->today, &error);
    g_assert_cmpuint (reviews->len, >=, 2);
    g_autoptr (GPtrArray) neglected =
        upstand_profile_neglected (fixture->database, 0, fixture->today, &error);
    g_assert_no_error (error);
    for (guint i = 0; i < neglected->len; i++)
        g_assert_cmpuint (((UpstandSpaceChange *)g_ptr_array_index (neglected, i))->n_aimed, ==, 0);
    /* Two have risen since the third version; since the second more have. */
    g_assert_cmpuint (neglected->len, ==, 2);
    gint64 third = upstand_profile_newest (fixture->database, fixture->today);
    g_autoptr (GPtrArray) since = upstand_profile_neglected (fixture->database,
        upstand_profile_before (fixture->database, third), fixture->today, &error);
    g_assert_cmpuint (since->len, >, 3);
    /* The ratings are those that the story tells. */
    g_autoptr (UpstandSample) story = upstand_sample_load (&error);
    g_autoptr (UpstandPlanRatings) ratings =
        upstand_plan_ratings_load (fixture->database, fixture->today, &error);
    for (gsize i = 0; i < story->n_requirements; i++) {
        g_test_message ("%s", story->requirements[i].id);
        g_assert_cmpstr (upstand_rating_to_key (upstand_plan_ratings_get (
                             ratings, requirement (fixture, story->requirements[i].id))
                                                    ->result.computed),
            ==, story->requirements[i].story);
    }
    /* No person in it. */
    g_autoptr (UpstandQuery) words =
        upstand_database_query (fixture->database, NULL, "SELECT words FROM searchable", "");
    while (upstand_query_step (words, NULL)) {
        g_autofree char *warning = upstand_identifiers_warn (upstand_query_text (words, 0));
        g_test_message ("%s", upstand_query_text (words, 0));
        g_assert_cmpstr (warning, ==, NULL);
    }
}

static void
test_contact_edges (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandOrganisation) body = upstand_record_new (&upstand_organisation_type);
    body->name = g_strdup ("Example, with a comma");
    save (fixture, body);
    const struct {
        const char *kind;
        int days;
        UpstandContactState state;
    } cases[] = {
        { "communication", 1, UPSTAND_CONTACT_NEVER },
        { "survey", -1, UPSTAND_CONTACT_NEVER },
        { "survey", 181, UPSTAND_CONTACT_NOT_LATELY },
        { "survey", 180, UPSTAND_CONTACT_MET },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (UpstandEngagement) met =
            engagement_new (fixture, cases[i].kind, fixture->today - cases[i].days, NULL);
        met->organisations = upstand_ids_add (NULL, body->parent_instance.id);
        save (fixture, met);
        g_autoptr (GPtrArray) contacts =
            upstand_contacts_load (fixture->database, &fixture->thresholds, fixture->today, &error);
        g_assert_cmpint (
            ((UpstandContact *)g_ptr_array_index (contacts, 0))->state, ==, cases[i].state);
    }
}

static void
test_review_edges (Fixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandDocument) document = upstand_record_new (&upstand_document_type);
    document->title = g_strdup ("Policy");
    document->kind_id = item (fixture, UPSTAND_LIST_DOCUMENT_KIND, "policy");
    document->adopted = fixture->today - 365;
    upstand_ties_settle (fixture->database, UPSTAND_RECORD (document));
    const struct {
        int review, withdrawn; /* days from today */
        guint overdue;
    } cases[] = { { 0, 9, 0 }, { -1, 9, 1 }, { -1, 1, 1 }, { -1, 0, 0 } };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        document->review = fixture->today + cases[i].review;
        document->withdrawn = fixture->today + cases[i].withdrawn;
        save (fixture, document);
        g_autoptr (GPtrArray) of_duty = upstand_reviews_overdue (
            fixture->database, requirement (fixture, "9.1"), fixture->today, NULL);
        g_autoptr (GPtrArray) of_other = upstand_reviews_overdue (
            fixture->database, requirement (fixture, "9.2"), fixture->today, NULL);
        g_assert_cmpuint (of_duty->len, ==, cases[i].overdue);
        g_assert_cmpuint (of_other->len, ==, 0);
    }
}

static void
test_risk (void)
{
    g_assert_cmpint (upstand_risk_score (UPSTAND_NO_NUMBER, 3), ==, UPSTAND_NO_NUMBER);
    g_assert_cmpint (upstand_risk_score (3, 4), ==, 12);
    g_assert_cmpint (upstand_risk_of_score (UPSTAND_NO_NUMBER), ==, UPSTAND_RISK_UNJUDGED);
    const struct {
        gint64 score;
        UpstandRisk risk;
    } cases[] = { { 1, UPSTAND_RISK_LOW }, { 4, UPSTAND_RISK_LOW }, { 5, UPSTAND_RISK_MEDIUM },
        { 9, UPSTAND_RISK_MEDIUM }, { 10, UPSTAND_RISK_HIGH }, { 14, UPSTAND_RISK_HIGH },
        { 15, UPSTAND_RISK_VERY_HIGH }, { 25, UPSTAND_RISK_VERY_HIGH } };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        g_assert_cmpint (upstand_risk_of_score (cases[i].score), ==, cases[i].risk);
}

/* A version stays as it was, whatever becomes of the register. */
static void
test_frozen (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandSpace) space = upstand_record_new (&upstand_space_type);
    space->name = g_strdup ("River path");
    space->likelihood = 2;
    space->harm = 4;
    save (fixture, space);
    UpstandProfileFacts facts = {
        .title = "First", .why = "Asked for", .dated = fixture->today - 9
    };
    gint64 first, second;
    g_assert_true (upstand_profile_freeze (fixture->store, &facts, &first, &error));
    g_assert_no_error (error);
    space->likelihood = 5;
    g_free (space->name);
    space->name = g_strdup ("River path, south");
    save (fixture, space);
    g_assert_true (upstand_profile_freeze (fixture->store, &facts, &second, &error));
    g_autoptr (GPtrArray) rose =
        upstand_profile_compare (fixture->database, first, second, fixture->today, &error);
    const UpstandSpaceChange *change = g_ptr_array_index (rose, 0);
    g_assert_cmpint (change->change, ==, UPSTAND_SPACE_CHANGE_ROSE);
    g_assert_cmpint (change->before, ==, 8);
    g_assert_cmpint (change->after, ==, 20);
    g_autoptr (GPtrArray) neglected =
        upstand_profile_neglected (fixture->database, first, fixture->today, &error);
    g_assert_cmpuint (neglected->len, ==, 1);
    /* Even when the space is gone. */
    g_assert_true (upstand_store_delete (fixture->store, space, &error));
    g_autofree char *name = upstand_database_text (fixture->database, NULL,
        "SELECT name || ' ' || risk FROM profile_space WHERE profile_id = $1", "i", first);
    g_assert_cmpstr (name, ==, "River path 8");
    g_autoptr (GPtrArray) gone =
        upstand_profile_compare (fixture->database, second, 0, fixture->today, &error);
    g_assert_cmpint (
        ((UpstandSpaceChange *)g_ptr_array_index (gone, 0))->change, ==, UPSTAND_SPACE_CHANGE_GONE);
    /* Nor can a frozen row be edited. */
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_profile_space_type);
    g_autoptr (GPtrArray) rows = upstand_store_list (fixture->store, query, 1, &error);
    g_autoptr (UpstandProfileSpace) copy = upstand_record_copy (g_ptr_array_index (rows, 0));
    copy->risk = 1;
    g_assert_false (upstand_store_save (fixture->store, copy, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_REFUSED);
}

/* A table from elsewhere: names for kinds, groups and organisations, one with a comma in it. */
static void
test_import (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandOrganisation) body = upstand_record_new (&upstand_organisation_type);
    body->name = g_strdup ("Example, with a comma");
    save (fixture, body);
    g_autofree char *path = g_build_filename (fixture->folder, "table.csv", NULL);
    g_file_set_contents (path,
        "Title,Kind,Date,Groups reached,How many,Organisations,Requirement\n"
        "One,Survey,1/6/2022,\"disabled, Migrant women\",12,\"Example, with a comma\",\n"
        "Two,cylch gwrando,2/6/2022,,,,\n"
        "Three,Survey,3/6/2022,,,,3.4\n"
        "Four,Seance,4/6/2022,,,Nobody,\n",
        -1, &error);
    g_autoptr (UpstandImport) import =
        upstand_import_open (&upstand_engagement_type, path, NULL, fixture->today, &error);
    g_assert_no_error (error);
    g_assert_true (upstand_import_check (import, fixture->database, NULL, NULL, NULL, &error));
    g_assert_cmpuint (upstand_import_get_n_accepted (import), ==, 3);
    g_assert_cmpuint (upstand_import_get_refusals (import)->len, ==, 2);
    g_assert_true (upstand_import_apply (import, fixture->store, TRUE, NULL, NULL, NULL, &error));
    g_assert_no_error (error);
    const struct {
        const char *title, *code;
        guint n_groups, n_organisations;
    } cases[] = { { "One", "3.2", 2, 1 }, { "Two", "2.4", 0, 0 }, { "Three", "3.4", 0, 0 } };
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_engagement_type);
    upstand_list_query_order (query, "dated", FALSE);
    g_autoptr (GPtrArray) all = upstand_store_list (fixture->store, query, 0, &error);
    g_assert_cmpuint (all->len, ==, 3);
    for (guint i = 0; i < all->len; i++) {
        const UpstandEngagement *one = g_ptr_array_index (all, i);
        g_assert_cmpstr (one->title, ==, cases[i].title);
        g_assert_cmpuint (one->requirements->len, ==, 1);
        g_assert_true (
            upstand_ids_contain (one->requirements, requirement (fixture, cases[i].code)));
        g_assert_cmpuint (one->groups ? one->groups->len : 0, ==, cases[i].n_groups);
        g_assert_cmpuint (
            one->organisations ? one->organisations->len : 0, ==, cases[i].n_organisations);
    }
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
#define TEST(name, func) g_test_add ("/engagement/" name, Fixture, NULL, set_up, func, tear_down)
#define SAMPLE(name, func) \
    g_test_add ("/engagement/" name, Fixture, NULL, set_up_sample, func, tear_down)
    TEST ("round-trip", test_round_trip);
    TEST ("checks", test_checks);
    TEST ("ties", test_ties);
    TEST ("coverage-edges", test_coverage_edges);
    SAMPLE ("coverage-counted", test_coverage_counted);
    TEST ("chain-edges", test_chain_edges);
    TEST ("contact-edges", test_contact_edges);
    TEST ("review-edges", test_review_edges);
    g_test_add_func ("/engagement/risk", test_risk);
    TEST ("frozen", test_frozen);
    TEST ("import", test_import);
    SAMPLE ("sample", test_sample);
    return g_test_run ();
}
