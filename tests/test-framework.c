/* SPDX-License-Identifier: MIT */
#include "database/error.h"
#include "records/data-file.h"
#include "records/force.h"
#include "records/framework-measures.h"
#include "records/framework-shape.h"
#include "records/framework.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define FUZZ_SEED 20211215
#define FUZZ_ROUNDS_SMALL 4000
#define FUZZ_ROUNDS_WHOLE 150

static char *
fixture (const char *name)
{
    return g_build_filename (g_getenv ("UPSTAND_FIXTURES"), "frameworks", name, NULL);
}

static char *
read_fixture (const char *name, gsize *length)
{
    g_autofree char *path = fixture (name);
    g_autoptr (GError) error = NULL;
    char *contents = NULL;
    g_file_get_contents (path, &contents, length, &error);
    g_assert_no_error (error);
    return contents;
}

static UpstandFramework *
load_default (void)
{
    g_autoptr (GError) error = NULL;
    UpstandFramework *framework = upstand_framework_load_default (&error);
    g_assert_no_error (error);
    g_assert_nonnull (framework);
    return framework;
}

static UpstandFramework *
load_later (void)
{
    g_autofree char *path = fixture ("sample-4p.json");
    g_autoptr (GError) error = NULL;
    UpstandFramework *framework = upstand_framework_load (path, &error);
    g_assert_no_error (error);
    g_assert_nonnull (framework);
    return framework;
}

static UpstandFramework *
parse_text (const char *text, gssize length, GError **error)
{
    g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize)length);
    return upstand_framework_parse (bytes, "test.json", error);
}

/* The first place of find replaced; it must be there. */
static char *
replace_once (const char *text, const char *find, const char *replace)
{
    const char *at = strstr (text, find);
    g_test_message ("%s -> %s", find, replace);
    g_assert_nonnull (at);
    return g_strdup_printf ("%.*s%s%s", (int)(at - text), text, replace, at + strlen (find));
}

static void
assert_day (UpstandDay day, const char *expected)
{
    g_autofree char *text = upstand_date_to_iso (day);
    g_assert_cmpstr (text, ==, expected);
}

/* The published framework, as facts: its numbers, dates and cadences. */

static void
test_counts (void)
{
    static const struct {
        const char *action;
        const char *pillar;
        gsize n_requirements;
    } published[] = {
        { "1", "1", 2 },
        { "2", "1", 5 },
        { "3", "1", 4 },
        { "4", "1", 3 },
        { "5", "2", 3 },
        { "6", "2", 3 },
        { "7", "2", 4 },
        { "8", "2", 2 },
        { "9", "3", 3 },
        { "10", "3", 5 },
    };

    g_autoptr (UpstandFramework) framework = load_default ();
    g_assert_cmpuint (framework->n_pillars, ==, 3);
    g_assert_cmpuint (framework->n_actions, ==, 10);
    g_assert_cmpuint (upstand_framework_count_requirements (framework), ==, 34);
    for (gsize i = 0; i < G_N_ELEMENTS (published); i++) {
        const UpstandFrameworkAction *action = &framework->actions[i];
        g_assert_cmpstr (action->id, ==, published[i].action);
        g_assert_cmpstr (action->pillar, ==, published[i].pillar);
        g_assert_cmpuint (action->n_requirements, ==, published[i].n_requirements);
        for (gsize j = 0; j < action->n_requirements; j++) {
            g_autofree char *id = g_strdup_printf ("%s.%" G_GSIZE_FORMAT, action->id, j + 1);
            g_assert_cmpstr (action->requirements[j].id, ==, id);
        }
    }
}

static void
test_timings (void)
{
    /* Months as published; the days are the last of the month, 15 March is launch + 3 months. */
    static const struct {
        const char *id;
        UpstandCadence cadence;
        const char *deadline;
        int repeat_months;
        const char *repeat_from;
    } published[] = {
        { "1.1", UPSTAND_CADENCE_ONCE, "2022-06-30", 0, NULL },
        { "1.2", UPSTAND_CADENCE_ONCE, "2022-06-30", 0, NULL },
        { "2.1", UPSTAND_CADENCE_CONTINUOUS, NULL, 0, NULL },
        { "2.2", UPSTAND_CADENCE_CONTINUOUS, NULL, 0, NULL },
        { "2.3", UPSTAND_CADENCE_CONTINUOUS, NULL, 0, NULL },
        { "2.4", UPSTAND_CADENCE_CONTINUOUS, NULL, 0, NULL },
        { "2.5", UPSTAND_CADENCE_CONTINUOUS, NULL, 0, NULL },
        { "3.1", UPSTAND_CADENCE_IMMEDIATE, NULL, 3, NULL },
        { "3.2", UPSTAND_CADENCE_IMMEDIATE, NULL, 3, NULL },
        { "3.3", UPSTAND_CADENCE_IMMEDIATE, NULL, 3, NULL },
        { "3.4", UPSTAND_CADENCE_IMMEDIATE, NULL, 3, NULL },
        { "4.1", UPSTAND_CADENCE_SIX_MONTHLY, "2022-03-15", 6, "2022-09-30" },
        { "4.2", UPSTAND_CADENCE_SIX_MONTHLY, NULL, 6, "2022-09-30" },
        { "4.3", UPSTAND_CADENCE_SIX_MONTHLY, NULL, 6, "2022-09-30" },
        { "5.1", UPSTAND_CADENCE_QUARTERLY, NULL, 3, "2022-03-31" },
        { "5.2", UPSTAND_CADENCE_QUARTERLY, NULL, 3, "2022-03-31" },
        { "5.3", UPSTAND_CADENCE_QUARTERLY, NULL, 3, "2022-03-31" },
        { "6.1", UPSTAND_CADENCE_QUARTERLY, NULL, 3, "2022-03-31" },
        { "6.2", UPSTAND_CADENCE_QUARTERLY, NULL, 3, "2022-03-31" },
        { "6.3", UPSTAND_CADENCE_QUARTERLY, NULL, 3, "2022-03-31" },
        { "7.1", UPSTAND_CADENCE_QUARTERLY, NULL, 3, "2022-03-31" },
        { "7.2", UPSTAND_CADENCE_QUARTERLY, NULL, 3, "2022-03-31" },
        { "7.3", UPSTAND_CADENCE_QUARTERLY, NULL, 3, "2022-03-31" },
        { "7.4", UPSTAND_CADENCE_QUARTERLY, NULL, 3, "2022-03-31" },
        { "8.1", UPSTAND_CADENCE_QUARTERLY, NULL, 3, "2022-03-31" },
        { "8.2", UPSTAND_CADENCE_QUARTERLY, NULL, 3, "2022-03-31" },
        { "9.1", UPSTAND_CADENCE_ONCE, "2022-03-31", 0, NULL },
        { "9.2", UPSTAND_CADENCE_ONCE, "2022-03-31", 0, NULL },
        { "9.3", UPSTAND_CADENCE_ONCE, "2022-03-31", 0, NULL },
        { "10.1", UPSTAND_CADENCE_REVIEW, NULL, 0, NULL },
        { "10.2", UPSTAND_CADENCE_REVIEW, "2022-09-30", 0, NULL },
        { "10.3", UPSTAND_CADENCE_REVIEW, NULL, 0, NULL },
        { "10.4", UPSTAND_CADENCE_REVIEW, NULL, 0, NULL },
        { "10.5", UPSTAND_CADENCE_REVIEW, NULL, 0, NULL },
    };

    g_autoptr (UpstandFramework) framework = load_default ();
    g_assert_cmpuint (G_N_ELEMENTS (published), ==, 34);
    for (gsize i = 0; i < G_N_ELEMENTS (published); i++) {
        const UpstandFrameworkRequirement *requirement =
            upstand_framework_find_requirement (framework, published[i].id, NULL);
        g_assert_nonnull (requirement);
        g_test_message ("%s", published[i].id);
        g_assert_cmpint (requirement->timing.cadence, ==, published[i].cadence);
        assert_day (requirement->timing.deadline, published[i].deadline);
        g_assert_cmpint (requirement->timing.repeat_months, ==, published[i].repeat_months);
        assert_day (requirement->timing.repeat_from, published[i].repeat_from);
    }
    g_assert_cmpstr (framework->edition.code, ==, "vawg-year-1");
    assert_day (framework->edition.launched, "2021-12-15");
    assert_day (upstand_date_add_months (framework->edition.launched, 3), "2022-03-15");
}

static void
test_returns (void)
{
    static const struct {
        const char *id, *cadence, *first_start, *first_end, *first_due;
        int repeat_months;
        const char *repeat_from;
    } expected[] = {
        { "action-plan", "quarterly", "2022-01-01", "2022-03-31", "2022-03-31", 3, "2022-06-30" },
        { "interim-data", "quarterly", "2022-01-01", "2022-03-31", "2022-03-31", 0, NULL },
        { "data", "quarterly", "2022-04-01", "2022-06-30", "2022-07-30", 3, "2022-09-30" },
        { "skills-gap", "census", NULL, "2022-03-15", "2022-03-15", 6, "2022-09-30" },
        { "fms", "yearly", "2021-04-01", "2022-03-31", "2022-05-31", 12, "2023-03-31" },
        { "engagement", "quarterly", "2022-01-01", "2022-03-31", "2022-04-30", 3, "2022-06-30" },
        { "problem-profile", "version", NULL, NULL, "2022-09-30", 0, NULL },
    };

    g_autoptr (UpstandFramework) framework = load_default ();
    g_assert_cmpuint (framework->n_returns, ==, G_N_ELEMENTS (expected));
    for (gsize i = 0; i < G_N_ELEMENTS (expected); i++) {
        const UpstandFrameworkReturn *kind = &framework->returns[i];
        g_test_message ("%s", expected[i].id);
        g_assert_cmpstr (kind->id, ==, expected[i].id);
        g_assert_cmpstr (kind->cadence, ==, expected[i].cadence);
        assert_day (kind->first_start, expected[i].first_start);
        assert_day (kind->first_end, expected[i].first_end);
        assert_day (kind->first_due, expected[i].first_due);
        g_assert_cmpint (kind->repeat_months, ==, expected[i].repeat_months);
        assert_day (kind->repeat_from, expected[i].repeat_from);
        /* Conduct figures, and places that could give a refuge away. */
        gboolean sensitive =
            g_str_has_suffix (kind->id, "data") || g_str_equal (kind->id, "problem-profile");
        g_assert_cmpstr (kind->classification, ==, sensitive ? "official-sensitive" : "official");
        g_assert_true (kind->provisional == g_str_equal (kind->id, "interim-data"));
    }
}

static const UpstandFrameworkOrder *
find_order (const UpstandFramework *framework, const char *id)
{
    for (gsize i = 0; i < framework->n_orders; i++)
        if (g_str_equal (framework->orders[i].id, id))
            return &framework->orders[i];
    g_assert_not_reached ();
}

static gboolean
order_counts (const UpstandFramework *framework, const char *order, const char *count)
{
    const UpstandFrameworkOrder *found = find_order (framework, order);
    return g_strv_contains ((const char *const *)found->counts, count);
}

static void
test_lists (void)
{
    g_autoptr (UpstandFramework) framework = load_default ();

    static const char *const capabilities[] = { "pip-2", "solo", "scaidp", "ssaidp", "abe",
        "initial-response" };
    g_assert_cmpuint (framework->n_capabilities, ==, G_N_ELEMENTS (capabilities));
    for (gsize i = 0; i < G_N_ELEMENTS (capabilities); i++)
        g_assert_cmpstr (framework->capabilities[i].id, ==, capabilities[i]);

    g_assert_cmpuint (framework->n_outcome_codes, ==, 22);
    for (gsize i = 0; i < framework->n_outcome_codes; i++) {
        const UpstandFrameworkOutcomeCode *code = &framework->outcome_codes[i];
        g_assert_cmpint (code->code, ==, (int)i + 1);
        g_assert_true (code->scrutiny == (code->code >= 14 && code->code <= 16));
        g_assert_true ((code->warn_for != NULL) == (code->code == 21));
        if (code->code == 14 || code->code == 16)
            g_assert_nonnull (strstr (code->title.en, "does not or cannot support"));
    }
    g_assert_cmpstr (framework->outcome_codes[20].warn_for[0], ==, "domestic-abuse");

    /* Police issue a notice, apply for an order, and only hear of a non-molestation order. */
    g_assert_true (order_counts (framework, "dvpn", "issued"));
    g_assert_false (order_counts (framework, "dvpn", "applied"));
    g_assert_true (order_counts (framework, "dvpo", "applied"));
    g_assert_false (order_counts (framework, "dvpo", "issued"));
    g_assert_false (order_counts (framework, "dvpo", "charges"));
    g_assert_false (order_counts (framework, "nmo", "applied"));
    g_assert_true (order_counts (framework, "nmo", "breached"));
    g_assert_true (order_counts (framework, "dvds", "disclosures"));
    assert_day (find_order (framework, "dapo")->from, "2024-11-27");
    assert_day (find_order (framework, "dvpo")->from, NULL);

    g_assert_cmpuint (framework->n_engagement_kinds, ==, 7);
    for (gsize i = 0; i < framework->n_engagement_kinds; i++) {
        const UpstandFrameworkEngagementKind *kind = &framework->engagement_kinds[i];
        g_assert_true (kind->internal == g_str_equal (kind->id, "listening-circle"));
        g_assert_true (kind->one_way == g_str_equal (kind->id, "communication"));
        g_assert_nonnull (kind->requirements);
    }
    g_assert_cmpuint (framework->n_groups, ==, 9);
    g_assert_cmpuint (framework->n_offence_groups, ==, 9);
    g_assert_cmpuint (framework->n_recommendation_bodies, ==, 6);
    g_assert_cmpuint (framework->n_crosswalk, ==, 0);
}

/* Measures: the areas and counts that the domain asks for, action by action. */

static const UpstandFrameworkMeasure *
find_measure (const UpstandFramework *framework, const char *id)
{
    const UpstandFrameworkMeasure *measure = upstand_framework_find_measure (framework, id);
    g_test_message ("%s", id);
    g_assert_nonnull (measure);
    return measure;
}

static void
test_areas (void)
{
    static const char *const interim[] = { "conduct", "crime-to-incident", "arrests", "bail",
        "cps-files", "file-quality", "outcomes" };
    g_autoptr (UpstandFramework) framework = load_default ();
    g_assert_cmpuint (framework->n_measure_areas, ==, 16);
    for (gsize i = 0; i < framework->n_measure_areas; i++) {
        const UpstandFrameworkMeasureArea *area = &framework->measure_areas[i];
        gboolean first = i < G_N_ELEMENTS (interim);
        guint n = 0;
        if (first)
            g_assert_cmpstr (area->id, ==, interim[i]);
        g_assert_cmpuint (area->n_questions, >, 0);
        for (gsize m = 0; m < framework->n_measures; m++) {
            const UpstandFrameworkMeasure *measure = &framework->measures[m];
            const char *const *returns = (const char *const *)measure->returns;
            if (strcmp (measure->area, area->id) != 0)
                continue;
            n++;
            g_assert_true (g_strv_contains (returns, "data"));
            g_assert_true (g_strv_contains (returns, "interim-data") == first);
        }
        g_assert_cmpuint (n, >, 0);
    }
}

/* What the table of duties asks to be counted, and the duty that each count serves. */
static void
test_measures (void)
{
    static const struct {
        const char *requirement, *ids; /* separated by spaces */
    } expected[] = {
        { "1.1", "conduct-live conduct-reviewed conduct-reopened conduct-finalised conduct-days" },
        { "1.2", "learning-shared" },
        { "2.1", "culture-communications" },
        { "2.2", "culture-reports culture-interventions culture-days" },
        { "2.3", "learning-shared" },
        { "2.4", "listening-circles" },
        { "2.5", "recognitions" },
        { "3.1", "scrutiny-panels scrutiny-findings" },
        { "3.2", "engagements" },
        { "3.3", "outreach-communications" },
        { "3.4", "changes-from-involvement" },
        { "4.3", "specialist-cases specialist-deployed specialist-share" },
        { "5.1", "perpetrators-cohort perpetrators-managed perpetrators-exited "
                 "perpetrators-reoffended" },
        { "5.2", "perpetrators-assessed" },
        { "5.3", "perpetrators-tactics" },
        { "6.1", "orders-issued orders-applied orders-granted orders-right-to-ask "
                 "orders-disclosures" },
        { "6.3", "orders-breached orders-acted-on orders-arrests orders-charges breach-days" },
        { "7.1", "trauma-target trauma-trained" },
        { "7.2", "dip-samples dip-samples-good" },
        { "7.3", "referrals-offered referrals-accepted referral-hours" },
        { "7.4", "evidence-led-considered evidence-led-taken" },
        { "8.1", "reviews-due reviews-done reviews-good" },
        { "8.2", "outcomes-proposed outcomes-scrutinised outcomes-sent-back outcomes-finalised" },
        { "9.1", "policies policies-assessed" },
        { "10.1", "operations operations-results" },
        { "10.3", "profile-uses" },
        { "10.4", "streetsafe-promotions streetsafe-reports" },
    };
    g_autoptr (UpstandFramework) framework = load_default ();
    for (gsize i = 0; i < G_N_ELEMENTS (expected); i++) {
        g_auto (GStrv) ids = g_strsplit (expected[i].ids, " ", -1);
        for (guint m = 0; ids[m]; m++) {
            const UpstandFrameworkMeasure *measure = find_measure (framework, ids[m]);
            g_assert_true (g_strv_contains (
                (const char *const *)measure->requirements, expected[i].requirement));
        }
    }
    assert_day (find_measure (framework, "files-assessed")->from, "2021-12-20");
    g_assert_cmpuint (framework->n_measure_breaks, ==, 1);
    assert_day (framework->measure_breaks[0].dated, "2022-10-28");
    g_assert_cmpstr (framework->measure_breaks[0].area, ==, "bail");
    const UpstandFrameworkMeasure *rate = find_measure (framework, "crime-to-incident");
    g_assert_cmpstr (rate->numerator, ==, "crimes");
    g_assert_cmpstr (rate->denominator, ==, "incidents");
    rate = find_measure (framework, "arrest-rate");
    g_assert_cmpint (rate->per, ==, 100);
}

static const UpstandFrameworkLine *
find_line (GPtrArray *lines, const char *code)
{
    for (guint i = 0; i < lines->len; i++)
        if (strcmp (((UpstandFrameworkLine *)g_ptr_array_index (lines, i))->code, code) == 0)
            return g_ptr_array_index (lines, i);
    return NULL;
}

/* Each type of order has only the counts that apply to it. */
static void
test_lines (void)
{
    g_autoptr (UpstandFramework) framework = load_default ();
    for (gsize i = 0; i < framework->n_order_counts; i++) {
        const char *count = framework->order_counts[i].id;
        g_autofree char *id = g_strdup_printf ("orders-%s", count);
        g_autoptr (GPtrArray) lines =
            upstand_framework_list_lines (framework, find_measure (framework, id));
        guint n = 0;
        for (gsize o = 0; o < framework->n_orders; o++) {
            const UpstandFrameworkOrder *order = &framework->orders[o];
            g_autofree char *code = g_strdup_printf ("order:%s", order->id);
            const UpstandFrameworkLine *line = find_line (lines, code);
            g_assert_true ((line != NULL) == order_counts (framework, order->id, count));
            n += line != NULL;
            if (line)
                g_assert_cmpuint (line->from, ==, order->from);
        }
        g_assert_cmpuint (lines->len, ==, n);
        g_assert_cmpuint (n, >, 0);
    }
    g_autoptr (GPtrArray) crimes =
        upstand_framework_list_lines (framework, find_measure (framework, "crimes"));
    const UpstandFrameworkLine *first = g_ptr_array_index (crimes, 0);
    g_assert_cmpstr (first->code, ==, UPSTAND_LINE_ALL);
    g_assert_false (find_line (crimes, "offence-group:rape")->further);
    g_assert_true (find_line (crimes, "victim-sex:female")->further);
    g_autoptr (GPtrArray) outcomes =
        upstand_framework_list_lines (framework, find_measure (framework, "outcomes"));
    g_assert_cmpuint (outcomes->len, ==, 10 * 22);
    g_assert_true (
        find_line (outcomes, "offence-group:domestic-abuse/outcome-code:21")->wants_reason);
    g_assert_false (find_line (outcomes, "offence-group:rape/outcome-code:21")->wants_reason);
    g_assert_false (find_line (outcomes, "outcome-code:21")->wants_reason);
    g_autoptr (GPtrArray) shares =
        upstand_framework_list_lines (framework, find_measure (framework, "outcome-share"));
    g_assert_cmpuint (shares->len, ==, 10 * 3);
    g_autoptr (GPtrArray) serious =
        upstand_framework_list_lines (framework, find_measure (framework, "incidents"));
    g_assert_cmpuint (serious->len, ==, 3);
}

/* Every text of a shipped file exists in Welsh too, and says nothing the domain's words forbid. */
static void
check_texts (JsonNode *node)
{
    if (JSON_NODE_HOLDS_ARRAY (node)) {
        JsonArray *array = json_node_get_array (node);
        for (guint i = 0; i < json_array_get_length (array); i++)
            check_texts (json_array_get_element (array, i));
    } else if (JSON_NODE_HOLDS_OBJECT (node)) {
        JsonObject *object = json_node_get_object (node);
        if (json_object_has_member (object, "en")) {
            const char *english = json_object_get_string_member (object, "en");
            g_test_message ("%s", english);
            g_assert_true (json_object_has_member (object, "cy"));
            g_assert_cmpstr (json_object_get_string_member (object, "cy"), !=, "");
            g_assert_null (strstr (english, "victim refuses"));
            g_assert_null (strstr (english, "at risk"));
            return;
        }
        JsonObjectIter iter;
        JsonNode *member;
        json_object_iter_init (&iter, object);
        while (json_object_iter_next (&iter, NULL, &member))
            check_texts (member);
    }
}

static void
test_welsh (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes =
        upstand_data_file_load_resource ("/uk/upstand/core/frameworks/vawg-year-1.json", &error);
    g_assert_no_error (error);
    g_autoptr (JsonNode) root =
        upstand_data_file_parse (bytes, "vawg-year-1.json", UPSTAND_FRAMEWORK_FORMAT, 1, &error);
    g_assert_no_error (error);
    check_texts (root);
}

static void
test_languages (void)
{
    g_autoptr (UpstandFramework) framework = load_later ();
    const UpstandFrameworkRequirement *both =
        upstand_framework_find_requirement (framework, "prepare-a.1", NULL);
    const UpstandFrameworkRequirement *english =
        upstand_framework_find_requirement (framework, "prepare-a.2", NULL);

    g_assert_cmpstr (upstand_text_in_language (&both->title, "en"), ==, "Answer allegations");
    g_assert_cmpstr (upstand_text_in_language (&both->title, "en_GB"), ==, "Answer allegations");
    g_assert_cmpstr (upstand_text_in_language (&both->title, NULL), ==, "Answer allegations");
    g_assert_cmpstr (upstand_text_in_language (&both->title, "cy"), ==, "Ateb honiadau");
    g_assert_cmpstr (upstand_text_in_language (&both->title, "cy_GB.UTF-8"), ==, "Ateb honiadau");
    g_assert_cmpstr (upstand_text_in_language (&both->title, "cym"), ==, "Answer allegations");
    g_assert_null (english->title.cy);
    g_assert_cmpstr (upstand_text_in_language (&english->title, "cy"), ==, "Lead the culture");
    g_assert_true (upstand_text_is_empty (&english->note));
    g_assert_cmpstr (upstand_text_in_language (&english->note, "cy"), ==, "");
}

/* The schema that is given to others and the table that the program reads by say the same. */

static JsonObject *
resolve (JsonObject *schema, JsonObject *node)
{
    if (!json_object_has_member (node, "$ref"))
        return node;
    const char *reference = json_object_get_string_member (node, "$ref");
    g_assert_true (g_str_has_prefix (reference, "#/$defs/"));
    JsonObject *definitions = json_object_get_object_member (schema, "$defs");
    return json_object_get_object_member (definitions, reference + strlen ("#/$defs/"));
}

static gboolean
holds_word (JsonArray *array, const char *word)
{
    for (guint i = 0; i < json_array_get_length (array); i++)
        if (g_str_equal (json_array_get_string_element (array, i), word))
            return TRUE;
    return FALSE;
}

static void
compare_shape (JsonObject *schema, JsonObject *object, const UpstandShape *shape)
{
    JsonObject *properties = json_object_get_object_member (object, "properties");
    JsonArray *required = json_object_get_array_member (object, "required");
    guint n_own = object == schema ? 2 : 0; /* format and its version */
    guint n_required = n_own;

    g_assert_false (json_object_get_boolean_member (object, "additionalProperties"));
    g_assert_cmpuint (json_object_get_size (properties), ==, shape->n_members + n_own);
    for (gsize i = 0; i < shape->n_members; i++) {
        const UpstandShapeMember *member = &shape->members[i];
        g_test_message ("%s", member->name);
        g_assert_true (json_object_has_member (properties, member->name));
        gboolean must = (member->flags & UPSTAND_SHAPE_REQUIRED) != 0;
        g_assert_true (holds_word (required, member->name) == must);
        n_required += must;

        JsonObject *described =
            resolve (schema, json_object_get_object_member (properties, member->name));
        if (member->kind == UPSTAND_SHAPE_CHOICE || member->kind == UPSTAND_SHAPE_KEY) {
            JsonArray *words = json_object_get_array_member (described, "enum");
            for (guint j = 0; j < json_array_get_length (words); j++)
                g_assert_cmpstr (json_array_get_string_element (words, j), ==, member->choices[j]);
            g_assert_null (member->choices[json_array_get_length (words)]);
        } else if (member->kind == UPSTAND_SHAPE_OBJECT) {
            compare_shape (schema, described, member->shape);
        } else if (member->kind == UPSTAND_SHAPE_LIST) {
            JsonObject *items = json_object_get_object_member (described, "items");
            compare_shape (schema, resolve (schema, items), member->shape);
            g_assert_true (json_object_has_member (described, "minItems") ==
                           ((member->flags & UPSTAND_SHAPE_FILLED) != 0));
        } else if (member->kind == UPSTAND_SHAPE_NUMBER) {
            g_assert_cmpint (
                json_object_get_int_member (described, "minimum"), ==, member->minimum);
            g_assert_cmpint (
                json_object_get_int_member (described, "maximum"), ==, member->maximum);
        }
    }
    g_assert_cmpuint (json_array_get_length (required), ==, n_required);
}

static void
test_schema (void)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *path = g_build_filename (
        g_getenv ("UPSTAND_SOURCE"), "data", "frameworks", "framework.schema.json", NULL);
    g_autoptr (JsonParser) parser = json_parser_new ();
    json_parser_load_from_file (parser, path, &error);
    g_assert_no_error (error);
    JsonObject *schema = json_node_get_object (json_parser_get_root (parser));
    compare_shape (schema, schema, &upstand_framework_shape);
}

/* The order of UpstandCadence and that of the file's words are two lists in two files. */
static void
test_cadences (void)
{
    g_autofree char *good = read_fixture ("sample-4p.json", NULL);
    for (int i = 0; i < UPSTAND_N_CADENCES; i++) {
        static const char *const rest[UPSTAND_N_CADENCES] = {
            [UPSTAND_CADENCE_ONCE] = "\"deadline\": \"2025-01-01\"",
            [UPSTAND_CADENCE_CONTINUOUS] = "\"deadline\": null",
            [UPSTAND_CADENCE_IMMEDIATE] = "\"repeat_months\": 3",
            [UPSTAND_CADENCE_QUARTERLY] = "\"repeat_months\": 3, \"repeat_from\": \"2025-03-31\"",
            [UPSTAND_CADENCE_SIX_MONTHLY] = "\"repeat_months\": 6, \"repeat_from\": \"2025-03-31\"",
            [UPSTAND_CADENCE_REVIEW] = "\"repeat_months\": 0",
        };
        g_autofree char *timing =
            g_strdup_printf ("{ \"cadence\": \"%s\", %s }", upstand_cadence_to_key (i), rest[i]);
        g_autofree char *text = replace_once (good, "{ \"cadence\": \"continuous\" }", timing);
        g_autoptr (GError) error = NULL;
        g_autoptr (UpstandFramework) framework = parse_text (text, -1, &error);
        g_assert_no_error (error);
        g_assert_cmpint (framework->actions[0].requirements[1].timing.cadence, ==, i);

        UpstandCadence found = UPSTAND_N_CADENCES;
        g_assert_true (upstand_cadence_from_key (upstand_cadence_to_key (i), &found));
        g_assert_cmpint (found, ==, i);
        g_assert_cmpstr (upstand_cadence_get_label (i), !=, "");
    }
    UpstandCadence untouched = UPSTAND_CADENCE_REVIEW;
    g_assert_false (upstand_cadence_from_key ("Quarterly", &untouched));
    g_assert_cmpint (untouched, ==, UPSTAND_CADENCE_REVIEW);
}

/* A later edition, and how it follows the first. */

static void
test_later_edition (void)
{
    g_autoptr (UpstandFramework) earlier = load_default ();
    g_autoptr (UpstandFramework) later = load_later ();
    g_autoptr (GError) error = NULL;

    g_assert_cmpuint (later->n_pillars, ==, 4);
    g_assert_cmpuint (upstand_framework_count_requirements (later), ==, 10);
    g_assert_cmpuint (later->n_crosswalk, ==, 34);
    const UpstandFrameworkAction *action = NULL;
    g_assert_nonnull (upstand_framework_find_requirement (later, "pursue-a.2", &action));
    g_assert_cmpstr (action->pillar, ==, "pursue");
    g_assert_null (upstand_framework_find_requirement (later, "1.1", NULL));

    g_assert_true (upstand_framework_check_crosswalk (later, "4p.json", earlier, &error));
    g_assert_no_error (error);
    /* The first edition follows nothing: that is no fault. */
    g_assert_true (upstand_framework_check_crosswalk (earlier, "1.json", later, &error));
    g_assert_no_error (error);

    g_autofree char *from = later->crosswalk[3].from;
    later->crosswalk[3].from = g_strdup ("2.9");
    g_assert_false (upstand_framework_check_crosswalk (later, "4p.json", earlier, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT);
    g_assert_cmpstr (error->message, ==,
        "4p.json: crosswalk[3].from names \"2.9\", which the edition \"vawg-year-1\" does not "
        "have.");
    g_clear_error (&error);

    g_free (later->crosswalk[3].from);
    later->crosswalk[3].from = g_strdup ("2.1");
    g_assert_false (upstand_framework_check_crosswalk (later, "4p.json", earlier, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT);
    g_assert_nonnull (strstr (error->message, from));
}

/* One slip at a time in the later edition; the message names the member. */
static const struct {
    const char *find, *replace, *message;
} slips[] = {
    { "\"deadline\": \"2025-03-31\"", "\"deadline\": \"2025-02-29\"",
        "actions[0].requirements[0].timing.deadline should be a date" },
    { "\"deadline\": \"2025-03-31\"", "\"deadline\": \"31/03/2025\"",
        "actions[0].requirements[0].timing.deadline should be a date written \"2022-03-31\", from "
        "the year 2000 to 2100, not \"31/03/2025\"." },
    { "\"deadline\": \"2025-03-31\"", "\"deadline\": \"1999-12-31\"",
        "actions[0].requirements[0].timing.deadline should be a date" },
    { "\"deadline\": \"2025-03-31\"", "\"deadline\": \"2101-01-01\"",
        "actions[0].requirements[0].timing.deadline should be a date" },
    { "\"deadline\": \"2025-03-31\"", "\"deadline\": 20250331",
        "actions[0].requirements[0].timing.deadline should be a date" },
    { "\"deadline\": \"2025-03-31\"", "\"deadline\": \"2024-09-14\"",
        "actions[0].requirements[0].timing.deadline should not be before the edition" },
    { "\"deadline\": \"2025-03-31\"", "\"deadline\": null",
        "actions[0].requirements[0].timing.deadline is missing" },
    { "\"deadline\": \"2025-03-31\"", "\"dedline\": \"2025-03-31\"",
        "actions[0].requirements[0].timing.dedline is not a member" },
    { "{ \"cadence\": \"continuous\" }", "{ \"cadence\": \"continous\" }",
        "actions[0].requirements[1].timing.cadence should be one of \"once\", \"continuous\", "
        "\"immediate\", \"quarterly\", \"six-monthly\", \"review\", not \"continous\"." },
    { "{ \"cadence\": \"continuous\" }", "{}", "requirements[1].timing.cadence is missing" },
    { "{ \"cadence\": \"continuous\" }", "\"continuous\"",
        "requirements[1].timing should be an object" },
    { "{ \"cadence\": \"continuous\" }",
        "{ \"cadence\": \"continuous\", \"deadline\": \"2025-01-01\" }",
        "requirements[1].timing.deadline should be null" },
    { "{ \"cadence\": \"continuous\" }", "{ \"cadence\": \"quarterly\", \"repeat_months\": 3 }",
        "requirements[1].timing.repeat_from is missing" },
    { "{ \"cadence\": \"continuous\" }",
        "{ \"cadence\": \"quarterly\", \"repeat_months\": 4, \"repeat_from\": \"2025-03-31\" }",
        "requirements[1].timing.repeat_months should be 3" },
    { "{ \"cadence\": \"continuous\" }", "{ \"cadence\": \"immediate\" }",
        "requirements[1].timing.repeat_months should be at least 1" },
    { "{ \"cadence\": \"continuous\" }",
        "{ \"cadence\": \"review\", \"repeat_from\": \"2025-03-31\" }",
        "requirements[1].timing.repeat_from should be null" },
    { "\"repeat_months\": 12", "\"repeat_months\": 121", "repeat_months should be a whole number" },
    { "\"repeat_months\": 12", "\"repeat_months\": -1", "repeat_months should be a whole number" },
    { "\"repeat_months\": 12", "\"repeat_months\": 1.5", "0 to 120, not 1.5." },
    { "\"repeat_months\": 12", "\"repeat_months\": 99999999999999999999", "repeat_months should" },
    { "\"repeat_months\": 12", "\"repeat_months\": true", "repeat_months should" },
    { "\"repeat_from\": \"2025-03-31\"", "\"repeat_from\": \"2024-12-14\"",
        "actions[0].requirements[2].timing.repeat_from should not be before" },
    { "\"id\": \"protect-a.2\"", "\"id\": \"prepare-a.1\"",
        "actions[1].requirements[1].id: the id \"prepare-a.1\" is already taken" },
    { "\"id\": \"protect-a.2\"", "\"id\": \"protect a.2\"",
        "actions[1].requirements[1].id should be an id" },
    { "\"id\": \"protect-a.2\"", "\"id\": \".2\"", "requirements[1].id should be an id" },
    { "\"id\": \"protect-a.2\"", "\"id\": \"abcdefghijabcdefghijabcdefghijabcdefghija\"",
        "requirements[1].id should be an id" },
    { "\"id\": \"protect-a.2\"", "\"id\": 2.1", "requirements[1].id should be an id" },
    { "\"pillar\": \"pursue\"", "\"pillar\": \"persue\"",
        "actions[2].pillar names \"persue\", which this file does not describe." },
    { "{ \"en\": \"Protect\", \"cy\": \"Diogelu\" }", "{ \"cy\": \"Diogelu\" }",
        "pillars[1].title.en is missing" },
    { "{ \"en\": \"Protect\", \"cy\": \"Diogelu\" }", "\"Protect\"",
        "pillars[1].title should be words as { \"en\"" },
    { "{ \"en\": \"Protect\", \"cy\": \"Diogelu\" }", "{ \"en\": \" \", \"cy\": \"Diogelu\" }",
        "pillars[1].title.en should not be empty" },
    { "{ \"en\": \"Protect\", \"cy\": \"Diogelu\" }", "{ \"en\": \"Pro\\u0007tect\" }",
        "pillars[1].title.en holds a control character (U+0007)" },
    { "{ \"en\": \"Protect\", \"cy\": \"Diogelu\" }",
        "{ \"en\": \"Protect\", \"fr\": \"Défendre\" }", "pillars[1].title.fr is not a member" },
    { "\"capabilities\": [", "\"capabilties\": [", "capabilties is not a member that is known" },
    { "\"kind\": \"role\"", "\"kind\": \"post\"", "capabilities[0].kind should be one of" },
    { "\"second_role\": true", "\"second_role\": \"yes\"",
        "capabilities[0].second_role should be true or false, not \"yes\"." },
    { "\"counts\": [\"issued\", \"breached\"]", "\"counts\": [\"issued\", \"granted\"]",
        "orders[0].counts[1] names \"granted\"" },
    { "\"counts\": [\"issued\", \"breached\"]", "\"counts\": [\"issued\", \"issued\"]",
        "orders[0].counts[1] names \"issued\" a second time" },
    { "\"counts\": [\"issued\", \"breached\"]", "\"counts\": []",
        "orders[0].counts should list at least one" },
    { "\"counts\": [\"issued\", \"breached\"]", "\"counts\": \"issued\"",
        "orders[0].counts should be a list" },
    { "\"until\": \"2030-12-31\"", "\"until\": \"2024-11-26\"",
        "orders[0].until should not be before" },
    { "\"code\": 15", "\"code\": 0", "outcome_codes[0].code should be a whole number" },
    { "\"warn_for\": [\"domestic-abuse\"]", "\"warn_for\": [\"rape\"]",
        "outcome_codes[0].warn_for[0] names \"rape\"" },
    { "\"cadence\": \"census\"", "\"cadence\": \"weekly\"", "returns[1].cadence should be one of" },
    { "\"cadence\": \"census\"", "\"cadence\": \"yearly\"", "returns[1].first_start should be" },
    { "\"first_start\": \"2024-10-01\"", "\"first_start\": \"2025-10-01\"",
        "returns[0].first_start should not be after" },
    { "\"first_due\": \"2025-01-31\"", "\"first_due\": null", "returns[0].first_due is missing" },
    { "\"first_due\": \"2025-09-30\"",
        "\"first_due\": \"2025-09-30\", \"first_end\": \"2025-09-30\"",
        "returns[2] is kept by version" },
    { "\"repeat_months\": 3,\n      \"repeat_from\": \"2025-03-31\"", "\"repeat_months\": 3",
        "returns[0] should have both" },
    { "\"to\": [\"prepare-a.1\"]", "\"to\": [\"prepare-a.9\"]",
        "crosswalk[0].to[0] names \"prepare-a.9\"" },
    { "\"from\": \"1.2\"", "\"from\": \"1.1\"", "crosswalk[1].from: \"1.1\" of \"vawg-year-1\"" },
    { "\"edition\": \"vawg-year-1\"", "\"edition\": \"sample-4p\"",
        "crosswalk[0].edition should be an earlier edition" },
    { "\"list\": \"offence-group\"",
        "\"list\": \"offence-group\", \"values\": [{ \"id\": \"x\", \"title\": { \"en\": \"X\" } "
        "}]",
        "dimensions[0] should have a list or values, not both" },
    { "\"list\": \"offence-group\", ", "", "dimensions[0] needs a list, values, or to be open" },
    { "{ \"id\": \"m\", \"title\"", "{ \"id\": \"f\", \"title\"",
        "dimensions[1].values[1].id: the id \"f\" is already taken" },
    { "\"kind\": \"count\"", "\"kind\": \"counts\"", "measures[0].kind should be one of" },
    { "\"kind\": \"count\"", "\"kind\": \"rate\"", "measures[0]: a rate has numerator" },
    { "\"kind\": \"count\"", "\"kind\": \"count\", \"per\": 100",
        "measures[0]: a rate has numerator" },
    { "\"per\": 100", "\"per\": 0", "measures[2].per should be a whole number" },
    { "\"per\": 100", "\"per\": 100, \"basis\": \"flow\"", "measures[2].basis should be there" },
    { "\"per\": 100", "\"per\": 100, \"mandatory\": true", "measures[2].mandatory: a rate" },
    { "\"numerator\": \"solved\"", "\"numerator\": \"solved-rate\"",
        "measures[2]: \"solved-rate\" is a rate itself" },
    { "\"numerator\": \"solved\"", "\"numerator\": \"resolved\"",
        "measures[2].numerator names \"resolved\"" },
    { "\"only\": [\"f\"]", "\"only\": [\"x\"]", "measures[0].only[0] names \"x\"" },
    { "\"only\": [\"f\"]", "\"further\": [\"sex\"]", "measures[0].further names \"sex\"" },
    { "\"breakdown\": [\"group\", \"sex\"]", "\"breakdown\": [\"group\", \"sex\", \"tool\"]",
        "measures[0].breakdown should have at most 2" },
    { "\"breakdown\": [\"group\", \"sex\"],\n      \"whole\": true,\n      \"only\": [\"f\"]",
        "\"whole\": true", "measures[0].whole means nothing" },
    { "\"until\": \"2030-12-30\"", "\"until\": \"2024-09-30\"",
        "measures[0].until should not be before" },
    { "\"basis\": \"cohort\"", "\"basis\": \"cohort\", \"order_count\": \"issued\"",
        "measures[1].order_count means nothing" },
    { "\"lesser\": [\"solved\"]", "\"lesser\": [\"solved-rate\"]",
        "measure_relations[0].lesser[0]: \"solved-rate\" is a rate" },
    { "\"greater_over\": \"group\"", "\"greater_items\": [\"rape\"]",
        "measure_relations[0].greater_items needs measure_relations[0].greater_over" },
    { "\"greater_over\": \"group\"", "\"greater_over\": \"group\", \"greater_items\": [\"rape\"]",
        "measure_relations[0].greater_items[0] names \"rape\"" },
    { "\"measure\": \"crimes\"", "\"measure\": \"crimes\", \"area\": \"crime\"",
        "measure_breaks[0] should name an area or a measure" },
    { "\"format_version\": 1", "\"format_version\": 0", "format_version should be" },
    { "\"published\": \"2024-09-15\"", "\"published\": null", "edition.published is missing" },
    { "\"launched\": \"2024-09-15\",", "\"launched\": \"2024-09-15\"", "line 9 is not JSON" },
    { "\"launched\": \"2024-09-15\"", "\"published\": \"2024-09-15\"",
        "the member \"published\" stands twice" },
};

static void
test_slips (void)
{
    g_autofree char *good = read_fixture ("sample-4p.json", NULL);
    for (gsize i = 0; i < G_N_ELEMENTS (slips); i++) {
        g_autofree char *bad = replace_once (good, slips[i].find, slips[i].replace);
        g_autoptr (GError) error = NULL;
        g_autoptr (UpstandFramework) framework = parse_text (bad, -1, &error);
        g_assert_null (framework);
        g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT);
        g_test_message ("%s", error->message);
        g_assert_true (g_str_has_prefix (error->message, "test.json: "));
        g_assert_nonnull (strstr (error->message, slips[i].message));
    }
}

static void
test_spreadsheet_numbers (void)
{
    g_autofree char *good = read_fixture ("sample-4p.json", NULL);
    g_autofree char *one = replace_once (good, "\"id\": \"prevent-a.1\"", "\"id\": \"4.1\"");
    g_autofree char *two = replace_once (one, "\"id\": \"prevent-a.2\"", "\"id\": \"4.10\"");
    g_autofree char *cut = replace_once (two, "\"crosswalk\": [", "\"crosswalk\": [],\n \"x\": [");
    g_autofree char *bare = g_strndup (cut, strstr (cut, ",\n \"x\"") - cut);
    g_autofree char *bad = g_strconcat (bare, "}", NULL);
    g_autoptr (GError) error = NULL;
    g_assert_null (parse_text (bad, -1, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT);
    g_assert_nonnull (strstr (
        error->message, "actions[3].requirements[1].id: a spreadsheet would take \"4.10\""));
}

static void
test_bad_files (void)
{
    static const struct {
        const char *name;
        int code;
        const char *message;
    } files[] = {
        { "comment.json", UPSTAND_ERROR_FORMAT, "comment.json: line 2 holds a character" },
        { "empty.json", UPSTAND_ERROR_FORMAT, "empty.json is empty" },
        { "list.json", UPSTAND_ERROR_FORMAT, "list.json should hold one object" },
        { "member-twice.json", UPSTAND_ERROR_FORMAT,
            "member-twice.json: line 5: the member \"pillars\" stands twice" },
        { "newer.json", UPSTAND_ERROR_NEWER, "newer.json is written in version 2" },
        { "no-such-day.json", UPSTAND_ERROR_FORMAT,
            "no-such-day.json: actions[3].requirements[0].timing.deadline should be a date" },
        { "not-json.json", UPSTAND_ERROR_FORMAT, "not-json.json: line 1 is not JSON" },
        { "other-format.json", UPSTAND_ERROR_FORMAT,
            "other-format.json: format should be \"upstand-framework\"" },
        { "slip-of-the-pen.json", UPSTAND_ERROR_FORMAT,
            "slip-of-the-pen.json: actions[0].requirements[0].timing.dedline is not a member" },
        { "truncated.json", UPSTAND_ERROR_FORMAT, "truncated.json: line " },
        { "no-such-file.json", UPSTAND_ERROR_NOT_FOUND, "no-such-file.json" },
        { ".", UPSTAND_ERROR_FAILED, "bad" },
    };
    for (gsize i = 0; i < G_N_ELEMENTS (files); i++) {
        g_autofree char *relative = g_build_filename ("bad", files[i].name, NULL);
        g_autofree char *path = fixture (relative);
        g_autoptr (GError) error = NULL;
        g_autoptr (UpstandFramework) framework = upstand_framework_load (path, &error);
        g_assert_null (framework);
        g_test_message ("%s", error->message);
        g_assert_error (error, UPSTAND_ERROR, files[i].code);
        g_assert_nonnull (strstr (error->message, files[i].message));
    }
}

/* Hostile input. */

static void
test_limits (void)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *good = read_fixture ("sample-4p.json", NULL);

    /* Deep enough to exhaust the stack of a parser that calls itself. */
    g_autofree char *deep = g_strnfill (UPSTAND_DATA_FILE_MAX_BYTES, '[');
    g_assert_null (parse_text (deep, UPSTAND_DATA_FILE_MAX_BYTES, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_LIMIT);
    g_clear_error (&error);

    /* A quote inside a comment must not hide the brackets from the count. */
    g_autofree char *hidden = g_strconcat ("/* \" */", deep + 8, NULL);
    g_assert_null (parse_text (hidden, -1, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT);
    g_clear_error (&error);

    /* Exactly the limit is read, one byte more is not. */
    g_autofree char *padded = g_malloc (UPSTAND_DATA_FILE_MAX_BYTES + 1);
    memset (padded, ' ', UPSTAND_DATA_FILE_MAX_BYTES + 1);
    memcpy (padded, good, strlen (good));
    g_autoptr (UpstandFramework) largest = parse_text (padded, UPSTAND_DATA_FILE_MAX_BYTES, &error);
    g_assert_no_error (error);
    g_assert_nonnull (largest);
    g_assert_null (parse_text (padded, UPSTAND_DATA_FILE_MAX_BYTES + 1, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_LIMIT);
    g_clear_error (&error);

    /* The same through a file, which is not read whole first. */
    g_autofree char *path = NULL;
    int descriptor = g_file_open_tmp ("framework-XXXXXX.json", &path, &error);
    g_assert_no_error (error);
    g_close (descriptor, NULL);
    g_file_set_contents (path, padded, UPSTAND_DATA_FILE_MAX_BYTES + 1, &error);
    g_assert_no_error (error);
    g_assert_null (upstand_framework_load (path, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_LIMIT);
    g_clear_error (&error);
    g_remove (path);

    /* As Notepad saves it. */
    g_autofree char *marked = g_strconcat ("\xef\xbb\xbf", good, NULL);
    g_autoptr (UpstandFramework) framework = parse_text (marked, -1, &error);
    g_assert_no_error (error);
    g_assert_nonnull (framework);

    g_assert_null (parse_text ("{ \"format\": \"\xff\" }", -1, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT);
    g_clear_error (&error);
    g_assert_null (parse_text ("{ \"format\": \"a\0b\" }", 19, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT);
}

/* Whatever is done to a good file, it is read or refused with words, and nothing else happens. */
static guint
fuzz (const char *good, gsize length, guint rounds, GRand *random)
{
    static const char *const tokens[] = { "{", "}", "[", "]", ",", ":", "\"", "\\", "null", "true",
        "-1", "1e999", "0", "\"\"", "\\u0000", "\\ud800", "\xc3", "{}", "[]", "\"2022-02-30\"",
        "99999999999999999999", "'", "/*" };
    guint read = 0;
    for (guint round = 0; round < rounds; round++) {
        g_autoptr (GString) text = g_string_new_len (good, length);
        int cuts = g_rand_int_range (random, 1, 5);
        for (int i = 0; i < cuts && text->len > 0; i++) {
            gsize at = g_rand_int_range (random, 0, text->len);
            gsize span = g_rand_int_range (random, 1, 60);
            span = MIN (span, text->len - at);
            switch (g_rand_int_range (random, 0, 5)) {
            case 0: text->str[at] = g_rand_int_range (random, 0, 256); break;
            case 1: g_string_erase (text, at, span); break;
            case 2:
                g_string_insert (
                    text, at, tokens[g_rand_int_range (random, 0, G_N_ELEMENTS (tokens))]);
                break;
            case 3: {
                g_autofree char *copy = g_strndup (text->str + at, span);
                g_string_insert (text, g_rand_int_range (random, 0, text->len), copy);
                break;
            }
            default: g_string_truncate (text, MAX (at, text->len - span)); break;
            }
        }
        g_autoptr (GError) error = NULL;
        g_autoptr (UpstandFramework) framework = parse_text (text->str, text->len, &error);
        g_assert_true ((framework == NULL) == (error != NULL));
        if (framework != NULL) {
            read++;
        } else {
            g_assert_true (error->domain == UPSTAND_ERROR);
            g_assert_true (g_utf8_validate (error->message, -1, NULL));
        }
    }
    return read;
}

static void
test_fuzz (void)
{
    g_autoptr (GRand) random = g_rand_new_with_seed (FUZZ_SEED);
    gsize length;
    g_autofree char *small = read_fixture ("sample-4p.json", &length);
    guint read = fuzz (small, length, FUZZ_ROUNDS_SMALL, random);
    g_test_message ("%u of %d were still good", read, FUZZ_ROUNDS_SMALL);
    /* Were all refused at the first brace, nothing behind it would have been tried. */
    g_assert_cmpuint (read, >, 0);
    g_assert_cmpuint (read, <, FUZZ_ROUNDS_SMALL);

    g_autoptr (GBytes) whole =
        upstand_data_file_load_resource ("/uk/upstand/core/frameworks/vawg-year-1.json", NULL);
    const char *text = g_bytes_get_data (whole, &length);
    fuzz (text, length, FUZZ_ROUNDS_WHOLE, random);
}

/* Forces. */

static void
test_forces (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandForces) forces = upstand_forces_load (&error);
    g_assert_no_error (error);
    g_autoptr (UpstandFramework) framework = load_default ();

    guint territorial = 0, special = 0, sample = 0, welsh = 0;
    for (gsize i = 0; i < forces->n_forces; i++) {
        const UpstandForce *force = &forces->forces[i];
        territorial += g_str_equal (force->kind, "territorial");
        special += g_str_equal (force->kind, "special");
        sample += g_str_equal (force->kind, "sample");
        welsh += force->welsh;
        g_assert_true (!force->welsh || force->name.cy != NULL);
        g_assert_true ((force->n_not_applicable > 0) == g_str_equal (force->kind, "special"));
        for (gsize j = 0; j < force->n_not_applicable; j++) {
            g_assert_cmpstr (force->not_applicable[j].edition, ==, framework->edition.code);
            g_assert_nonnull (upstand_framework_find_requirement (
                framework, force->not_applicable[j].requirement, NULL));
        }
    }
    g_assert_cmpuint (territorial, ==, 43);
    g_assert_cmpuint (special, ==, 3);
    g_assert_cmpuint (sample, ==, 1);
    g_assert_cmpuint (welsh, ==, 4);

    g_assert_cmpstr (upstand_forces_find (forces, "gwent")->code, ==, "gwent");
    g_assert_cmpstr (upstand_forces_find (forces, " KENT police ")->code, ==, "kent");
    g_assert_cmpstr (upstand_forces_find (forces, "heddlu de cymru")->code, ==, "south-wales");
    g_assert_null (upstand_forces_find (forces, "Kent"
                                                " Constabulary"));
    g_assert_null (upstand_forces_find (forces, ""));
}

static void
test_bad_forces (void)
{
    g_autoptr (GError) error = NULL;
    static const char text[] = "{ \"format\": \"upstand-forces\", \"format_version\": 1, "
                               "\"forces\": [ "
                               "{ \"code\": \"a\", \"name\": { \"en\": \"A\" }, \"kind\": "
                               "\"territorial\" }, "
                               "{ \"code\": \"a\", \"name\": { \"en\": \"B\" }, \"kind\": "
                               "\"territorial\" } ] }";
    g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
    g_assert_null (upstand_forces_parse (bytes, "forces.json", &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT);
    g_assert_cmpstr (error->message, ==,
        "forces.json: forces[1].code: the id \"a\" is already taken by another.");
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/framework/counts", test_counts);
    g_test_add_func ("/framework/timings", test_timings);
    g_test_add_func ("/framework/returns", test_returns);
    g_test_add_func ("/framework/lists", test_lists);
    g_test_add_func ("/framework/areas", test_areas);
    g_test_add_func ("/framework/measures", test_measures);
    g_test_add_func ("/framework/lines", test_lines);
    g_test_add_func ("/framework/welsh", test_welsh);
    g_test_add_func ("/framework/schema", test_schema);
    g_test_add_func ("/framework/cadences", test_cadences);
    g_test_add_func ("/framework/languages", test_languages);
    g_test_add_func ("/framework/later-edition", test_later_edition);
    g_test_add_func ("/framework/slips", test_slips);
    g_test_add_func ("/framework/spreadsheet-numbers", test_spreadsheet_numbers);
    g_test_add_func ("/framework/bad-files", test_bad_files);
    g_test_add_func ("/framework/limits", test_limits);
    g_test_add_func ("/framework/fuzz", test_fuzz);
    g_test_add_func ("/forces/list", test_forces);
    g_test_add_func ("/forces/bad", test_bad_forces);
    return g_test_run ();
}
