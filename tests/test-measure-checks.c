/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "measures-fixture.h"
#include "rules/measure-checks.h"

typedef MeasuresFixture Fixture;

#define ONE UPSTAND_FIGURE_ONE
#define RAPE "offence-group:rape"

static UpstandMeasureChecks
checks_of (Fixture *fixture, const char *period)
{
    UpstandMeasureChecks checks = { .measures = fixture->measures,
        .period = measures_fixture_period (fixture, period) };
    upstand_thresholds_init (&checks.thresholds);
    return checks;
}

/* How often a check finds something about a measure's line; severity as expected. */
static guint
count (Fixture *fixture, const char *period, const char *check, const char *measure,
    const char *code, UpstandFindingSeverity severity)
{
    UpstandMeasureChecks checks = checks_of (fixture, period);
    g_autoptr (GPtrArray) findings = upstand_measure_checks_run (&checks);
    gint64 line =
        measure ? (gint64)measures_fixture_line (fixture, measure, code) : (gint64)UPSTAND_NOWHERE;
    guint n = 0;
    for (guint i = 0; i < findings->len; i++) {
        const UpstandFinding *finding = g_ptr_array_index (findings, i);
        if (strcmp (finding->check, check) != 0 ||
            finding->place[UPSTAND_MEASURE_PLACE_LINE] != line)
            continue;
        g_assert_cmpint (finding->severity, ==, severity);
        g_test_message ("%s", finding->sentence);
        g_assert_null (strchr (finding->sentence, '{'));
        n++;
    }
    return n;
}

#define COUNT(period, check, measure, code, severity) \
    count ( \
        fixture, period, UPSTAND_CHECK_MEASURE_##check, measure, code, UPSTAND_FINDING_##severity)

#define PUT(measure, code, period, typed) \
    measures_fixture_put (fixture, measure, code, period, typed, NULL)

static void
test_number (Fixture *fixture, gconstpointer data)
{
    static const struct {
        const char *measure, *typed;
        guint found;
    } cases[] = { { "scrutiny-panels", "0", 0 }, { "scrutiny-panels", "1", 0 },
        { "scrutiny-panels", "1.5", 1 }, { "breach-days", "1.5", 0 },
        { "referral-hours", "0.01", 0 } };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        PUT (cases[i].measure, "all", "2022-23-Q1", cases[i].typed);
        g_assert_cmpuint (
            COUNT ("2022-23-Q1", NUMBER, cases[i].measure, "all", BLOCKS), ==, cases[i].found);
    }
    /* Percent, of which the framework has none of its own. */
    guint place = upstand_measures_outline_find_measure (fixture->outline, "breach-days");
    g_autoptr (UpstandMeasure) days = upstand_store_get (fixture->store, &upstand_measure_type,
        upstand_measures_outline_get_measure (fixture->outline, place)->id, NULL);
    UpstandMeasure *percent = upstand_record_duplicate (days);
    g_free (percent->code);
    percent->code = g_strdup ("own-percent");
    UpstandMeasureLine *line = upstand_record_new (&upstand_measure_line_type);
    percent->kind = UPSTAND_MEASURE_PERCENT;
    line->measure_id = measures_fixture_save (fixture, percent);
    line->code = g_strdup ("all");
    line->title_en = g_strdup ("All");
    measures_fixture_save (fixture, line);
    measures_fixture_reload (fixture);
    const char *typed[] = { "99.99", "100", "100.01" };
    for (guint i = 0; i < G_N_ELEMENTS (typed); i++) {
        PUT ("own-percent", "all", "2022-23-Q1", typed[i]);
        g_assert_cmpuint (COUNT ("2022-23-Q1", NUMBER, "own-percent", "all", BLOCKS), ==, i == 2);
    }
}

static void
test_answered (Fixture *fixture, gconstpointer data)
{
    static const char *const states[] = { "0", "not collected", "n/a", "withheld" };
    g_assert_cmpuint (COUNT ("2022-23-Q1", ANSWERED, "arrests", RAPE, BLOCKS), ==, 1);
    for (guint i = 0; i < G_N_ELEMENTS (states); i++) {
        PUT ("arrests", RAPE, "2022-23-Q1", states[i]);
        g_assert_cmpuint (COUNT ("2022-23-Q1", ANSWERED, "arrests", RAPE, BLOCKS), ==, 0);
    }
    PUT ("arrests", RAPE, "2022-23-Q1", "");
    g_assert_cmpuint (COUNT ("2022-23-Q1", ANSWERED, "arrests", RAPE, BLOCKS), ==, 1);
    /* Not owed: not mandatory; not of the interim return; not begun. */
    g_assert_cmpuint (COUNT ("2022-23-Q1", ANSWERED, "policies", "all", BLOCKS), ==, 0);
    g_assert_cmpuint (COUNT ("2021-22-Q4", ANSWERED, "reviews-due", "all", BLOCKS), ==, 0);
    g_assert_cmpuint (COUNT ("2022-23-Q1", ANSWERED, "reviews-due", "all", BLOCKS), ==, 1);
    g_assert_cmpuint (COUNT ("2022-23-Q1", ANSWERED, "orders-issued", "order:dapn", BLOCKS), ==, 0);
    UpstandMeasureChecks checks = checks_of (fixture, "2021-22-Q4");
    g_autoptr (GPtrArray) findings = upstand_measure_checks_run (&checks);
    guint owed, answered;
    upstand_measures_count_answers (fixture->measures, checks.period, &owed, &answered);
    g_assert_cmpuint (upstand_findings_count (findings, UPSTAND_FINDING_BLOCKS), ==, owed);
    g_assert_cmpuint (answered, ==, 0);
}

/* The tie of a relation: just under, just on, and just over. */
static void
relate (Fixture *fixture, const char *lesser, const char *greater, const char *code,
    UpstandFindingSeverity severity)
{
    static const struct {
        const char *less, *great;
        guint found;
    } cases[] = { { "4", "5", 0 }, { "5", "5", 0 }, { "6", "5", 1 }, { "6", "n/c", 0 },
        { "n/c", "5", 0 }, { "6", "", 0 }, { "0", "0", 0 }, { "1", "0", 1 } };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        PUT (lesser, code, "2022-23-Q1", cases[i].less);
        PUT (greater, code, "2022-23-Q1", cases[i].great);
        g_test_message ("%s %s of %s", lesser, cases[i].less, cases[i].great);
        g_assert_cmpuint (
            count (fixture, "2022-23-Q1", UPSTAND_CHECK_MEASURE_RELATION, lesser, code, severity),
            ==, cases[i].found);
    }
}

static void
test_relations (Fixture *fixture, gconstpointer data)
{
    const UpstandFindingSeverity blocks = UPSTAND_FINDING_BLOCKS, warns = UPSTAND_FINDING_WARNS;
    relate (fixture, "orders-acted-on", "orders-breached", "order:dvpo", blocks);
    relate (fixture, "orders-arrests", "orders-acted-on", "order:spo", blocks);
    relate (fixture, "files-standard-met", "files-assessed", RAPE, blocks);
    relate (fixture, "files-assessed", "files-submitted", RAPE, blocks);
    relate (fixture, "outcomes-sent-back", "outcomes-scrutinised", RAPE "/outcome-code:14", blocks);
    relate (fixture, "outcomes-scrutinised", "outcomes-proposed", RAPE "/outcome-code:15", blocks);
    relate (fixture, "crimes", "incidents", RAPE, warns);
    relate (fixture, "arrests", "crimes", "all", warns);
    relate (fixture, "outcomes-total", "crimes", "offence-group:fgm", warns);
    relate (fixture, "orders-charges", "orders-arrests", "order:shpo", warns);
}

static void
test_sums (Fixture *fixture, gconstpointer data)
{
    const char *cell = "allegation-category:domestic-abuse/workforce:officers";
    PUT ("conduct-live", cell, "2022-23-Q1", "3");
    PUT ("conduct-finalised", cell, "2022-23-Q1", "2");
    const char *reviewed[] = { "4", "5", "6" };
    for (guint i = 0; i < G_N_ELEMENTS (reviewed); i++) {
        PUT ("conduct-reviewed", cell, "2022-23-Q1", reviewed[i]);
        g_assert_cmpuint (
            COUNT ("2022-23-Q1", RELATION, "conduct-reviewed", cell, BLOCKS), ==, i == 2);
    }
    /* DVPO beyond the notices; granted beyond what was applied for or requested. */
    PUT ("orders-issued", "order:dvpn", "2022-23-Q1", "5");
    const char *applied[] = { "4", "5", "6" };
    for (guint i = 0; i < G_N_ELEMENTS (applied); i++) {
        PUT ("orders-applied", "order:dvpo", "2022-23-Q1", applied[i]);
        g_assert_cmpuint (
            COUNT ("2022-23-Q1", RELATION, "orders-applied", "order:dvpo", WARNS), ==, i == 2);
    }
    PUT ("orders-applied", "order:shpo", "2022-23-Q1", "1");
    PUT ("orders-requested", "order:shpo", "2022-23-Q1", "2");
    PUT ("orders-granted", "order:shpo", "2022-23-Q1", "3");
    g_assert_cmpuint (COUNT ("2022-23-Q1", RELATION, "orders-granted", "order:shpo", WARNS), ==, 0);
    PUT ("orders-granted", "order:shpo", "2022-23-Q1", "4");
    g_assert_cmpuint (COUNT ("2022-23-Q1", RELATION, "orders-granted", "order:shpo", WARNS), ==, 1);
}

/* 14 + 15 + 16 within the total, and all codes equal to it. */
static void
test_codes (Fixture *fixture, gconstpointer data)
{
    for (guint code = 1; code <= 22; code++) {
        g_autofree char *line = g_strdup_printf (RAPE "/outcome-code:%u", code);
        PUT ("outcomes", line, "2022-23-Q1", code >= 14 && code <= 16 ? "10" : "0");
    }
    static const struct {
        const char *total;
        guint first, attrition; /* findings at the first code, and at 14 */
    } cases[] = { { "29", 1, 1 }, { "30", 0, 0 }, { "31", 1, 0 } };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        PUT ("outcomes-total", RAPE, "2022-23-Q1", cases[i].total);
        g_assert_cmpuint (
            COUNT ("2022-23-Q1", RELATION, "outcomes", RAPE "/outcome-code:1", BLOCKS), ==,
            cases[i].first);
        g_assert_cmpuint (
            COUNT ("2022-23-Q1", RELATION, "outcomes", RAPE "/outcome-code:14", BLOCKS), ==,
            cases[i].attrition);
    }
    /* With a hole the codes come to at least so much: too few is no finding, too many is. */
    PUT ("outcomes", RAPE "/outcome-code:3", "2022-23-Q1", "n/c");
    g_assert_cmpuint (
        COUNT ("2022-23-Q1", RELATION, "outcomes", RAPE "/outcome-code:1", BLOCKS), ==, 0);
    PUT ("outcomes-total", RAPE, "2022-23-Q1", "29");
    g_assert_cmpuint (
        COUNT ("2022-23-Q1", RELATION, "outcomes", RAPE "/outcome-code:1", BLOCKS), ==, 1);
}

static void
test_change (Fixture *fixture, gconstpointer data)
{
    static const struct {
        const char *before, *now;
        guint change, zero, same;
    } cases[] = {
        { "100", "125", 0, 0, 0 }, /* a quarter, not over it */
        { "100", "126", 1, 0, 0 },
        { "100", "75", 0, 0, 0 },
        { "100", "74", 1, 0, 0 },
        { "20", "30", 0, 0, 0 }, /* ten, not over it */
        { "20", "31", 1, 0, 0 },
        { "20", "9", 1, 0, 0 },
        { "20", "10", 0, 0, 0 },
        { "0", "10", 0, 0, 0 },
        { "0", "11", 1, 0, 0 },
        { "1", "0", 0, 1, 0 },
        { "0", "0", 0, 0, 0 },
        { "11", "0", 1, 1, 0 },
        { "9", "9", 0, 0, 0 }, /* small numbers agree by chance */
        { "10", "10", 0, 0, 1 },
        { "n/c", "50", 0, 0, 0 },
        { "50", "n/c", 0, 0, 0 },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_test_message ("%s > %s", cases[i].before, cases[i].now);
        PUT ("arrests", RAPE, "2022-23-Q1", cases[i].before);
        PUT ("arrests", RAPE, "2022-23-Q2", cases[i].now);
        g_assert_cmpuint (
            COUNT ("2022-23-Q2", CHANGE, "arrests", RAPE, WARNS), ==, cases[i].change);
        g_assert_cmpuint (COUNT ("2022-23-Q2", ZERO, "arrests", RAPE, WARNS), ==, cases[i].zero);
        g_assert_cmpuint (COUNT ("2022-23-Q2", SAME, "arrests", RAPE, WARNS), ==, cases[i].same);
    }
    /* Against the same quarter a year before. */
    PUT ("arrests", RAPE, "2021-22-Q4", "100");
    PUT ("arrests", RAPE, "2022-23-Q3", "126");
    PUT ("arrests", RAPE, "2022-23-Q4", "126");
    g_assert_cmpuint (COUNT ("2022-23-Q4", CHANGE, "arrests", RAPE, WARNS), ==, 1);
    PUT ("arrests", RAPE, "2022-23-Q4", "125");
    g_assert_cmpuint (COUNT ("2022-23-Q4", CHANGE, "arrests", RAPE, WARNS), ==, 0);
    /* Both numbers are settings. */
    UpstandMeasureChecks checks = checks_of (fixture, "2022-23-Q4");
    checks.thresholds.change_percent = 24;
    g_autoptr (GPtrArray) findings = upstand_measure_checks_run (&checks);
    guint n = 0;
    for (guint i = 0; i < findings->len; i++)
        n += strcmp (((UpstandFinding *)g_ptr_array_index (findings, i))->check,
                 UPSTAND_CHECK_MEASURE_CHANGE) == 0;
    g_assert_cmpuint (n, ==, 1);
}

/* Across a break nothing is compared; the quarter it falls in wants a note. */
static void
test_break (Fixture *fixture, gconstpointer data)
{
    PUT ("bail", RAPE, "2022-23-Q1", "10");
    PUT ("bail", RAPE, "2022-23-Q2", "10");
    PUT ("bail", RAPE, "2022-23-Q3", "90");
    PUT ("bail", RAPE, "2022-23-Q4", "200");
    g_assert_cmpuint (COUNT ("2022-23-Q2", BREAK, "bail", RAPE, WARNS), ==, 0);
    g_assert_cmpuint (COUNT ("2022-23-Q3", BREAK, "bail", RAPE, WARNS), ==, 1);
    g_assert_cmpuint (COUNT ("2022-23-Q3", CHANGE, "bail", RAPE, WARNS), ==, 0);
    g_assert_cmpuint (COUNT ("2022-23-Q4", BREAK, "bail", RAPE, WARNS), ==, 0);
    g_assert_cmpuint (COUNT ("2022-23-Q4", CHANGE, "bail", RAPE, WARNS), ==, 1);
    measures_fixture_put (fixture, "bail", RAPE, "2022-23-Q3", "90", "The law changed");
    g_assert_cmpuint (COUNT ("2022-23-Q3", BREAK, "bail", RAPE, WARNS), ==, 0);
}

static void
test_reason (Fixture *fixture, gconstpointer data)
{
    const char *line = "offence-group:domestic-abuse/outcome-code:21";
    PUT ("outcomes", line, "2022-23-Q1", "0");
    PUT ("outcomes", RAPE "/outcome-code:21", "2022-23-Q1", "5");
    g_assert_cmpuint (COUNT ("2022-23-Q1", REASON, "outcomes", line, WARNS), ==, 0);
    PUT ("outcomes", line, "2022-23-Q1", "1");
    g_assert_cmpuint (COUNT ("2022-23-Q1", REASON, "outcomes", line, WARNS), ==, 1);
    g_assert_cmpuint (
        COUNT ("2022-23-Q1", REASON, "outcomes", RAPE "/outcome-code:21", WARNS), ==, 0);
}

static void
test_gap (Fixture *fixture, gconstpointer data)
{
    g_assert_cmpuint (COUNT ("2022-23-Q2", GAP, NULL, NULL, BLOCKS), ==, 0);
    PUT ("arrests", RAPE, "2021-22-Q4", "4");
    g_assert_cmpuint (COUNT ("2022-23-Q1", GAP, NULL, NULL, BLOCKS), ==, 0);
    g_assert_cmpuint (COUNT ("2022-23-Q2", GAP, NULL, NULL, BLOCKS), ==, 1);
    PUT ("arrests", RAPE, "2022-23-Q1", "n/c");
    g_assert_cmpuint (COUNT ("2022-23-Q2", GAP, NULL, NULL, BLOCKS), ==, 0);
}

static void
test_twice (Fixture *fixture, gconstpointer data)
{
    PUT ("arrests", RAPE, "2022-23-Q1", "4");
    g_assert_cmpuint (COUNT ("2022-23-Q1", TWICE, "arrests", RAPE, BLOCKS), ==, 0);
    UpstandMeasureFigure *part = upstand_record_new (&upstand_measure_figure_type);
    part->line_id = upstand_measures_outline_get_line (
        fixture->outline, measures_fixture_line (fixture, "arrests", RAPE))
                        ->id;
    part->cadence = UPSTAND_PERIOD_QUARTERLY;
    part->starts = upstand_date_new (2022, 4, 1);
    part->ends = upstand_date_new (2022, 5, 31);
    part->state = UPSTAND_FIGURE_NOT_COLLECTED;
    measures_fixture_save (fixture, part);
    measures_fixture_reload (fixture);
    g_assert_cmpuint (COUNT ("2022-23-Q1", TWICE, "arrests", RAPE, BLOCKS), ==, 1);
}

static gboolean
is_open (Fixture *fixture, const char *check)
{
    UpstandMeasureChecks checks = checks_of (fixture, "2022-23-Q2");
    g_autoptr (GPtrArray) findings = upstand_measure_checks_run (&checks);
    g_assert_true (upstand_measure_checks_add_narrative (
        &checks, upstand_store_get_database (fixture->store), findings, NULL));
    g_autoptr (GPtrArray) answered = upstand_measure_checks_find_answers (
        upstand_store_get_database (fixture->store), "data", "2022-23-Q2", findings, NULL);
    for (guint i = 0; i < answered->len; i++) {
        const UpstandAnsweredFinding *each = g_ptr_array_index (answered, i);
        if (strcmp (each->finding->check, check) == 0)
            return upstand_answered_finding_is_open (each);
    }
    g_assert_not_reached ();
}

static void
answer (Fixture *fixture, const char *check)
{
    UpstandMeasureChecks checks = checks_of (fixture, "2022-23-Q2");
    g_autoptr (GPtrArray) findings = upstand_measure_checks_run (&checks);
    g_assert_true (upstand_measure_checks_add_narrative (
        &checks, upstand_store_get_database (fixture->store), findings, NULL));
    for (guint i = 0; i < findings->len; i++) {
        const UpstandFinding *finding = g_ptr_array_index (findings, i);
        if (strcmp (finding->check, check) != 0)
            continue;
        UpstandFindingAnswer *record = upstand_record_new (&upstand_finding_answer_type);
        record->return_id = g_strdup ("data");
        record->period = g_strdup ("2022-23-Q2");
        record->finding = upstand_finding_get_key (finding);
        record->reason = g_strdup ("A new team");
        record->post = g_strdup ("Performance and Insight Manager");
        record->dated = upstand_date_new (2022, 10, 3);
        measures_fixture_save (fixture, record);
    }
}

/* A reason holds while the figures are those it was given for. */
static void
test_answers (Fixture *fixture, gconstpointer data)
{
    PUT ("arrests", RAPE, "2022-23-Q1", "10");
    PUT ("arrests", RAPE, "2022-23-Q2", "40");
    g_assert_true (is_open (fixture, UPSTAND_CHECK_MEASURE_CHANGE));
    answer (fixture, UPSTAND_CHECK_MEASURE_CHANGE);
    g_assert_false (is_open (fixture, UPSTAND_CHECK_MEASURE_CHANGE));
    PUT ("arrests", RAPE, "2022-23-Q2", "41");
    g_assert_true (is_open (fixture, UPSTAND_CHECK_MEASURE_CHANGE));
    /* What blocks is not answered away, but for what only looks like an identifier. */
    answer (fixture, UPSTAND_CHECK_MEASURE_ANSWERED);
    g_assert_true (is_open (fixture, UPSTAND_CHECK_MEASURE_ANSWERED));
    measures_fixture_put (fixture, "arrests", RAPE, "2022-23-Q2", "41", "Ask PC 1234 Example");
    g_assert_true (is_open (fixture, UPSTAND_CHECK_MEASURE_IDENTIFIER));
    answer (fixture, UPSTAND_CHECK_MEASURE_IDENTIFIER);
    g_assert_false (is_open (fixture, UPSTAND_CHECK_MEASURE_IDENTIFIER));
    UpstandNarrative *words = upstand_record_new (&upstand_narrative_type);
    words->question_id = upstand_measures_outline_get_question (fixture->outline, 0)->id;
    words->cadence = UPSTAND_PERIOD_QUARTERLY;
    words->starts = upstand_date_new (2022, 7, 1);
    words->ends = upstand_date_new (2022, 9, 30);
    words->words = g_strdup ("Write to someone@example.org");
    measures_fixture_save (fixture, words);
    g_assert_true (is_open (fixture, UPSTAND_CHECK_NARRATIVE_IDENTIFIER));
}

static void
assert_same (GPtrArray *one, GPtrArray *other)
{
    for (guint i = 0; i < MIN (one->len, other->len); i++) {
        g_autofree char *first = upstand_finding_get_key (g_ptr_array_index (one, i));
        g_autofree char *second = upstand_finding_get_key (g_ptr_array_index (other, i));
        g_assert_cmpstr (first, ==, second);
    }
    g_assert_cmpuint (one->len, ==, other->len);
}

/* A keystroke runs the rules that read the cell and no others, and comes to the same as the whole.
 */
static void
test_keystroke (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GRand) random = g_rand_new_with_seed (20220401);
    UpstandMeasureChecks checks = checks_of (fixture, "2022-23-Q4");
    guint n_lines = upstand_measures_outline_get_n_lines (fixture->outline);
    guint n_periods = upstand_measures_outline_get_n_periods (fixture->outline);
    g_autoptr (GPtrArray) kept = upstand_measure_checks_run (&checks);
    guint whole = checks.n_run;
    for (guint i = 0; i < 400; i++) {
        guint line = g_rand_int_range (random, 0, n_lines);
        guint period = g_rand_int_range (random, 0, n_periods);
        const UpstandMeasuresLine *found =
            upstand_measures_outline_get_line (fixture->outline, line);
        UpstandPeriod covers;
        if (upstand_measures_outline_get_measure (fixture->outline, found->measure)->kind ==
                UPSTAND_MEASURE_RATE ||
            !upstand_measures_outline_get_cell_period (fixture->outline, line, period, &covers))
            continue;
        UpstandMeasuresCell cell = { .id = 1,
            .covers = covers,
            .figure = upstand_figure_of (g_rand_int_range (random, 0, 40) * ONE) };
        upstand_measures_set_cell (fixture->measures, line, period, &cell);
        checks.n_run = 0;
        upstand_measure_checks_run_cell (&checks, line, period, kept);
        g_assert_cmpuint (checks.n_run, <=, 12);
        if (period > 0 && period < n_periods - 2)
            g_assert_cmpuint (checks.n_run, ==, 1);
        checks.n_run = 0;
        g_autoptr (GPtrArray) all = upstand_measure_checks_run (&checks);
        g_assert_cmpuint (checks.n_run, ==, whole);
        assert_same (kept, all);
    }
    g_assert_cmpuint (whole, >, 4000);
}

#define CHECKS_TEST(name, function) \
    g_test_add ("/measure-checks/" name, Fixture, NULL, measures_fixture_set_up, function, \
        measures_fixture_tear_down)

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    CHECKS_TEST ("number", test_number);
    CHECKS_TEST ("answered", test_answered);
    CHECKS_TEST ("relations", test_relations);
    CHECKS_TEST ("sums", test_sums);
    CHECKS_TEST ("codes", test_codes);
    CHECKS_TEST ("change", test_change);
    CHECKS_TEST ("break", test_break);
    CHECKS_TEST ("reason", test_reason);
    CHECKS_TEST ("gap", test_gap);
    CHECKS_TEST ("twice", test_twice);
    CHECKS_TEST ("answers", test_answers);
    CHECKS_TEST ("keystroke", test_keystroke);
    return g_test_run ();
}
