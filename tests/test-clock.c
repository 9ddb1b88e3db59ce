/* SPDX-License-Identifier: MIT */
#include "records/framework.h"
#include "rules/clock.h"

#define LAUNCH (upstand_date_new (2021, 12, 15))

static UpstandThresholds usual;

static UpstandDay
day (const char *iso)
{
    UpstandDay result = upstand_date_from_iso (iso);
    g_assert_cmpuint (result, >, 0);
    return result;
}

static UpstandDay
day_or_none (const char *iso)
{
    return iso ? day (iso) : 0;
}

static void
assert_iso (UpstandDay actual, const char *expected)
{
    g_autofree char *iso = upstand_date_to_iso (actual);
    g_assert_cmpstr (iso, ==, expected);
}

static UpstandClockFacts
duty (UpstandCadence cadence, const char *deadline, int months, const char *from)
{
    return (UpstandClockFacts){
        .timing = { cadence, day_or_none (deadline), months, day_or_none (from) },
        .launch = LAUNCH,
        .plan_start = LAUNCH,
    };
}

static void
assert_next (
    const UpstandClockFacts *facts, UpstandClockKind kind, const char *intended, const char *due)
{
    UpstandClock clock = upstand_clock_next (facts, &usual);

    assert_iso (clock.intended, intended);
    assert_iso (clock.due, due);
    g_assert_cmpint (clock.kind, ==, kind);
}

static void
test_thresholds (void)
{
    UpstandThresholds thresholds;

    upstand_thresholds_init (&thresholds);
    g_assert_cmpint (thresholds.immediate_days, ==, 30);
    g_assert_cmpint (thresholds.review_months, ==, 6);
    g_assert_cmpint (thresholds.continuous_slip_percent, ==, 150);
    g_assert_cmpint (thresholds.behind_points, ==, 20);
    g_assert_cmpint (thresholds.moved_days, ==, 90);
    g_assert_true (upstand_thresholds_set (&thresholds, "near-days", 14));
    g_assert_cmpint (thresholds.near_days, ==, 14);
    g_assert_false (upstand_thresholds_set (&thresholds, "near-days", 367));
    g_assert_false (upstand_thresholds_set (&thresholds, "near-days", -1));
    g_assert_false (upstand_thresholds_set (&thresholds, "review-months", 0));
    g_assert_false (upstand_thresholds_set (&thresholds, "nothing", 1));
    g_assert_cmpint (thresholds.near_days, ==, 14);
    for (gsize i = 0; i < UPSTAND_N_THRESHOLDS; i++) {
        const UpstandThreshold *threshold = &upstand_thresholds[i];
        g_assert_cmpint (upstand_thresholds_get (&usual, threshold), ==, threshold->usual);
        g_assert_cmpint (threshold->usual, >=, threshold->least);
        g_assert_cmpint (threshold->usual, <=, threshold->most);
        g_assert_cmpuint (threshold->offset, ==, i * sizeof (int));
        g_assert_true (upstand_thresholds_set (&thresholds, threshold->key, threshold->most));
        g_assert_cmpint (upstand_thresholds_get (&thresholds, threshold), ==, threshold->most);
    }
    g_assert_cmpuint (sizeof (UpstandThresholds), ==, UPSTAND_N_THRESHOLDS * sizeof (int));
}

static void
test_once (void)
{
    UpstandClockFacts facts = duty (UPSTAND_CADENCE_ONCE, "2022-06-30", 0, NULL);

    assert_next (&facts, UPSTAND_CLOCK_DEADLINE, "2022-06-30", "2022-06-30");
    facts.current_deadline = day ("2022-09-30");
    assert_next (&facts, UPSTAND_CLOCK_DEADLINE, "2022-06-30", "2022-09-30");
    facts.last_done = day ("2022-06-30");
    assert_next (&facts, UPSTAND_CLOCK_NONE, NULL, NULL);
    /* A deadline before the plan is still a deadline. */
    facts = duty (UPSTAND_CADENCE_ONCE, "2022-03-31", 0, NULL);
    facts.plan_start = day ("2023-01-01");
    assert_next (&facts, UPSTAND_CLOCK_DEADLINE, "2022-03-31", "2022-03-31");
    /* None is stated, and then the force sets one. */
    facts = duty (UPSTAND_CADENCE_ONCE, NULL, 0, NULL);
    assert_next (&facts, UPSTAND_CLOCK_NONE, NULL, NULL);
    facts.current_deadline = day ("2023-01-31");
    assert_next (&facts, UPSTAND_CLOCK_DEADLINE, "2023-01-31", "2023-01-31");
}

/* Three months after the launch, and from then on every usual census. */
static void
test_six_monthly (void)
{
    UpstandClockFacts facts = duty (UPSTAND_CADENCE_SIX_MONTHLY, "2022-03-15", 6, "2022-03-31");
    static const char *const occasions[] = {
        "2022-03-15",
        "2022-03-31",
        "2022-09-30",
        "2023-03-31",
        "2023-09-30",
        "2024-03-31",
    };

    assert_next (&facts, UPSTAND_CLOCK_DEADLINE, "2022-03-15", "2022-03-15");
    for (gsize i = 0; i + 1 < G_N_ELEMENTS (occasions); i++) {
        facts.last_done = day (occasions[i]);
        assert_iso (upstand_clock_next (&facts, &usual).intended, occasions[i + 1]);
        assert_iso (
            upstand_clock_intended_after (&facts, &usual, facts.last_done), occasions[i + 1]);
        assert_iso (upstand_clock_latest_intended (&facts, &usual, day (occasions[i + 1]) - 1),
            occasions[i]);
        assert_iso (upstand_clock_latest_intended (&facts, &usual, day (occasions[i + 1])),
            occasions[i + 1]);
    }
    assert_iso (upstand_clock_latest_intended (&facts, &usual, day ("2022-03-14")), NULL);
    facts.last_done = day ("2022-03-31");
    assert_next (&facts, UPSTAND_CLOCK_REPEAT, "2022-09-30", "2022-10-30");
}

static void
test_quarter_ends_stay_quarter_ends (void)
{
    UpstandClockFacts facts = duty (UPSTAND_CADENCE_QUARTERLY, NULL, 3, "2022-06-30");
    static const char *const ends[] = {
        "2022-06-30",
        "2022-09-30",
        "2022-12-31",
        "2023-03-31",
        "2023-06-30",
        "2023-09-30",
        "2023-12-31",
        "2024-03-31",
    };

    assert_next (&facts, UPSTAND_CLOCK_REPEAT, "2022-06-30", "2022-07-30");
    for (gsize i = 0; i + 1 < G_N_ELEMENTS (ends); i++) {
        facts.last_done = day (ends[i]);
        assert_iso (upstand_clock_next (&facts, &usual).intended, ends[i + 1]);
    }
    /* Nothing stated: the quarters of the financial year, the running one first. */
    facts = duty (UPSTAND_CADENCE_QUARTERLY, NULL, 0, NULL);
    assert_next (&facts, UPSTAND_CLOCK_REPEAT, "2021-12-31", "2022-01-30");
    facts = duty (UPSTAND_CADENCE_SIX_MONTHLY, NULL, 0, NULL);
    assert_next (&facts, UPSTAND_CLOCK_REPEAT, "2022-03-31", "2022-04-30");
    /* February: its last day, leap years too. */
    facts = duty (UPSTAND_CADENCE_QUARTERLY, NULL, 3, "2023-11-30");
    facts.last_done = day ("2023-11-30");
    assert_next (&facts, UPSTAND_CLOCK_REPEAT, "2024-02-29", "2024-03-30");
    facts.last_done = day ("2024-11-30");
    assert_next (&facts, UPSTAND_CLOCK_REPEAT, "2025-02-28", "2025-03-30");
}

/* A day that February lacks does not shorten the months after it. */
static void
test_counts_from_the_anchor (void)
{
    UpstandClockFacts facts = duty (UPSTAND_CADENCE_REVIEW, NULL, 1, "2024-01-30");
    static const char *const dates[] = { "2024-01-30", "2024-02-29", "2024-03-30", "2024-04-30",
        "2024-05-30" };

    for (gsize i = 0; i + 1 < G_N_ELEMENTS (dates); i++) {
        facts.last_done = day (dates[i]);
        assert_iso (upstand_clock_next (&facts, &usual).intended, dates[i + 1]);
    }
    facts.last_done = day ("2025-02-28");
    assert_iso (upstand_clock_next (&facts, &usual).intended, "2025-03-30");
}

static void
test_late_work_does_not_move_the_clock (void)
{
    UpstandClockFacts facts = duty (UPSTAND_CADENCE_QUARTERLY, NULL, 3, "2022-06-30");

    /* June's was done in late September: recorded against 30 June, so September's is still next. */
    facts.last_done = day ("2022-06-30");
    facts.last_evidence = day ("2022-09-25");
    assert_next (&facts, UPSTAND_CLOCK_REPEAT, "2022-09-30", "2022-10-30");
    /* September was left out, December done: March is next. */
    facts.last_done = day ("2022-12-31");
    assert_next (&facts, UPSTAND_CLOCK_REPEAT, "2023-03-31", "2023-04-30");
}

static void
test_immediate (void)
{
    UpstandClockFacts facts = duty (UPSTAND_CADENCE_IMMEDIATE, NULL, 0, NULL);
    UpstandThresholds other = usual;

    assert_next (&facts, UPSTAND_CLOCK_DEADLINE, "2022-01-14", "2022-01-14");
    facts.last_done = day ("2022-01-14");
    assert_next (&facts, UPSTAND_CLOCK_REPEAT, "2022-04-14", "2022-05-14");
    facts.last_done = day ("2022-04-14");
    assert_next (&facts, UPSTAND_CLOCK_REPEAT, "2022-07-14", "2022-08-13");
    facts.last_done = 0;
    other.immediate_days = 60;
    other.immediate_months = 1;
    g_assert_cmpuint (upstand_clock_next (&facts, &other).due, ==, LAUNCH + 60);
    facts.last_done = LAUNCH + 60;
    assert_iso (upstand_clock_next (&facts, &other).intended, "2022-03-13");
    /* The quarters begin where the framework says so. */
    facts = duty (UPSTAND_CADENCE_IMMEDIATE, NULL, 3, "2022-03-31");
    assert_next (&facts, UPSTAND_CLOCK_DEADLINE, "2022-01-14", "2022-01-14");
    facts.last_done = day ("2022-01-14");
    assert_next (&facts, UPSTAND_CLOCK_REPEAT, "2022-03-31", "2022-04-30");
}

static void
test_review (void)
{
    UpstandClockFacts facts = duty (UPSTAND_CADENCE_REVIEW, NULL, 0, NULL);

    facts.plan_start = day ("2022-01-01");
    assert_next (&facts, UPSTAND_CLOCK_REPEAT, "2022-07-01", "2022-07-31");
    facts.plan_start = day ("2021-01-01"); /* the launch is later */
    assert_next (&facts, UPSTAND_CLOCK_REPEAT, "2022-06-15", "2022-07-15");
    facts.last_done = day ("2022-06-15");
    assert_next (&facts, UPSTAND_CLOCK_REPEAT, "2022-12-15", "2023-01-14");
    /* Profiles by the end of September, then kept up. */
    facts = duty (UPSTAND_CADENCE_REVIEW, "2022-09-30", 0, NULL);
    assert_next (&facts, UPSTAND_CLOCK_DEADLINE, "2022-09-30", "2022-09-30");
    facts.last_done = day ("2022-09-30");
    assert_next (&facts, UPSTAND_CLOCK_REPEAT, "2023-03-31", "2023-04-30");
    /* Nothing at all is known. */
    facts = (UpstandClockFacts){ .timing = { UPSTAND_CADENCE_REVIEW, 0, 0, 0 } };
    assert_next (&facts, UPSTAND_CLOCK_NONE, NULL, NULL);
}

static void
test_new_plan_answers_from_its_start (void)
{
    UpstandClockFacts facts = duty (UPSTAND_CADENCE_QUARTERLY, NULL, 3, "2022-06-30");

    facts.plan_start = day ("2023-12-31");
    assert_next (&facts, UPSTAND_CLOCK_REPEAT, "2023-12-31", "2024-01-30");
    facts.plan_start = day ("2024-01-01");
    assert_next (&facts, UPSTAND_CLOCK_REPEAT, "2024-03-31", "2024-04-30");
    facts = duty (UPSTAND_CADENCE_IMMEDIATE, NULL, 3, NULL);
    facts.plan_start = day ("2022-01-14");
    assert_next (&facts, UPSTAND_CLOCK_DEADLINE, "2022-01-14", "2022-01-14");
    facts.plan_start = day ("2022-01-15");
    assert_next (&facts, UPSTAND_CLOCK_REPEAT, "2022-04-14", "2022-05-14");
}

static void
test_moved_deadlines (void)
{
    UpstandClockFacts facts = duty (UPSTAND_CADENCE_SIX_MONTHLY, "2022-03-15", 6, "2022-03-31");

    facts.current_deadline = day ("2022-05-01");
    assert_next (&facts, UPSTAND_CLOCK_DEADLINE, "2022-03-15", "2022-05-01");
    /* That occasion is done: the old move says nothing about later ones ... */
    facts.last_done = day ("2022-03-31");
    assert_next (&facts, UPSTAND_CLOCK_REPEAT, "2022-09-30", "2022-10-30");
    /* ... but a move into the time of this one does, either way. */
    facts.current_deadline = day ("2022-11-30");
    assert_next (&facts, UPSTAND_CLOCK_REPEAT, "2022-09-30", "2022-11-30");
    facts.current_deadline = day ("2022-10-07");
    assert_next (&facts, UPSTAND_CLOCK_REPEAT, "2022-09-30", "2022-10-07");
    facts.current_deadline = day ("2023-03-31");
    assert_next (&facts, UPSTAND_CLOCK_REPEAT, "2022-09-30", "2022-10-30");
}

static void
test_continuous (void)
{
    UpstandClockFacts facts = duty (UPSTAND_CADENCE_CONTINUOUS, NULL, 0, NULL);

    facts.plan_start = day ("2022-01-01");
    assert_iso (upstand_clock_quiet_since (&facts), "2022-01-01");
    assert_next (&facts, UPSTAND_CLOCK_EVIDENCE, "2022-04-01", "2022-04-01");
    g_assert_false (upstand_clock_is_stale (&facts, &usual, day ("2021-12-01")));
    g_assert_false (upstand_clock_is_stale (&facts, &usual, day ("2022-04-01")));
    g_assert_true (upstand_clock_is_stale (&facts, &usual, day ("2022-04-02")));
    /* 90 days and half as many again are 135: 16 May. */
    g_assert_false (upstand_clock_is_silent (&facts, &usual, day ("2022-04-02")));
    g_assert_false (upstand_clock_is_silent (&facts, &usual, day ("2022-05-16")));
    g_assert_true (upstand_clock_is_silent (&facts, &usual, day ("2022-05-17")));

    facts.last_evidence = day ("2022-05-01"); /* 92 days, 138 */
    assert_next (&facts, UPSTAND_CLOCK_EVIDENCE, "2022-08-01", "2022-08-01");
    g_assert_false (upstand_clock_is_silent (&facts, &usual, day ("2022-05-17")));
    g_assert_false (upstand_clock_is_silent (&facts, &usual, day ("2022-09-16")));
    g_assert_true (upstand_clock_is_silent (&facts, &usual, day ("2022-09-17")));
    /* Evidence older than the plan counts no further back than the plan. */
    facts.last_evidence = day ("2020-05-01");
    assert_iso (upstand_clock_quiet_since (&facts), "2022-01-01");
    facts.timing.cadence = UPSTAND_CADENCE_QUARTERLY;
    g_assert_false (upstand_clock_is_stale (&facts, &usual, day ("2030-01-01")));
    g_assert_false (upstand_clock_is_silent (&facts, &usual, day ("2030-01-01")));
}

static void
test_due_today_is_not_overdue (void)
{
    UpstandClock clock = { UPSTAND_CLOCK_DEADLINE, day ("2022-06-30"), day ("2022-06-30") };
    UpstandClock nothing = { UPSTAND_CLOCK_NONE, 0, 0 };

    g_assert_cmpint (upstand_clock_days_left (&clock, day ("2022-06-29")), ==, 1);
    g_assert_cmpint (upstand_clock_days_left (&clock, day ("2022-06-30")), ==, 0);
    g_assert_cmpint (upstand_clock_days_left (&clock, day ("2022-07-01")), ==, -1);
    g_assert_false (upstand_clock_is_overdue (&clock, day ("2022-06-30")));
    g_assert_true (upstand_clock_is_overdue (&clock, day ("2022-07-01")));
    g_assert_false (upstand_clock_is_overdue (&nothing, day ("2022-07-01")));
}

/* What each duty of the shipped edition asks for first, and that quarters and censuses stay put. */
static void
test_shipped_framework (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandFramework) framework = upstand_framework_load_default (&error);
    static const struct {
        const char *id, *first, *second;
    } dates[] = {
        { "1.1", "2022-06-30", NULL },
        { "2.4", "2022-04-01", "2022-04-01" },
        { "3.2", "2022-01-14", "2022-04-14" },
        { "4.1", "2022-03-15", "2022-09-30" },
        { "4.2", "2022-09-30", "2023-03-31" },
        { "8.2", "2022-03-31", "2022-06-30" },
        { "9.2", "2022-03-31", NULL },
        { "10.1", "2022-07-01", "2023-01-01" },
        { "10.2", "2022-09-30", "2023-03-31" },
    };

    g_assert_no_error (error);
    for (gsize i = 0; i < G_N_ELEMENTS (dates); i++) {
        const UpstandFrameworkRequirement *requirement =
            upstand_framework_find_requirement (framework, dates[i].id, NULL);
        g_assert_nonnull (requirement);
        UpstandClockFacts facts = { .timing = requirement->timing,
            .launch = framework->edition.launched,
            .plan_start = day ("2022-01-01") };
        UpstandClock clock = upstand_clock_next (&facts, &usual);
        g_test_message ("%s", dates[i].id);
        assert_iso (clock.intended, dates[i].first);
        facts.last_done = clock.intended;
        assert_iso (upstand_clock_next (&facts, &usual).intended, dates[i].second);
    }

    for (gsize a = 0; a < framework->n_actions; a++) {
        for (gsize r = 0; r < framework->actions[a].n_requirements; r++) {
            UpstandClockFacts facts = { .timing = framework->actions[a].requirements[r].timing,
                .launch = framework->edition.launched,
                .plan_start = framework->edition.launched };
            g_assert_cmpint (upstand_clock_next (&facts, &usual).kind, !=, UPSTAND_CLOCK_NONE);
            if (facts.timing.cadence != UPSTAND_CADENCE_QUARTERLY &&
                facts.timing.cadence != UPSTAND_CADENCE_SIX_MONTHLY)
                continue;
            facts.last_done = facts.timing.repeat_from;
            for (int n = 0; n < 20; n++) {
                facts.last_done = upstand_clock_next (&facts, &usual).intended;
                int month;
                upstand_date_split (facts.last_done, NULL, &month, NULL);
                g_assert_cmpuint (upstand_date_month_end (facts.last_done), ==, facts.last_done);
                g_assert_cmpint (
                    month % facts.timing.repeat_months, ==, 3 % facts.timing.repeat_months);
            }
        }
    }
}

/* Dates as far away as a file could hold must neither loop nor overflow. */
static void
test_far_dates (void)
{
    UpstandClockFacts facts = duty (UPSTAND_CADENCE_REVIEW, NULL, 1, "0001-01-01");

    facts.last_done = day ("9999-11-30");
    assert_iso (upstand_clock_next (&facts, &usual).intended, "9999-12-01");
    facts.last_done = day ("9999-12-31");
    assert_next (&facts, UPSTAND_CLOCK_NONE, NULL, NULL);
    facts = duty (UPSTAND_CADENCE_CONTINUOUS, NULL, 0, NULL);
    facts.last_evidence = day ("9999-12-31");
    assert_next (&facts, UPSTAND_CLOCK_NONE, NULL, NULL);
    g_assert_false (upstand_clock_is_stale (&facts, &usual, day ("2022-01-01")));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    upstand_thresholds_init (&usual);
    g_test_add_func ("/clock/thresholds", test_thresholds);
    g_test_add_func ("/clock/once", test_once);
    g_test_add_func ("/clock/six-monthly", test_six_monthly);
    g_test_add_func ("/clock/quarter-ends", test_quarter_ends_stay_quarter_ends);
    g_test_add_func ("/clock/anchor", test_counts_from_the_anchor);
    g_test_add_func ("/clock/late-work", test_late_work_does_not_move_the_clock);
    g_test_add_func ("/clock/immediate", test_immediate);
    g_test_add_func ("/clock/review", test_review);
    g_test_add_func ("/clock/new-plan", test_new_plan_answers_from_its_start);
    g_test_add_func ("/clock/moved", test_moved_deadlines);
    g_test_add_func ("/clock/continuous", test_continuous);
    g_test_add_func ("/clock/due-today", test_due_today_is_not_overdue);
    g_test_add_func ("/clock/shipped-framework", test_shipped_framework);
    g_test_add_func ("/clock/far-dates", test_far_dates);
    return g_test_run ();
}
