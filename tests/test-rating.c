/* SPDX-License-Identifier: MIT */
#include "records/requirement.h"
#include "rules/rating.h"
#include "rules/standing.h"

#include <string.h>

static UpstandThresholds usual;

static UpstandDay
day (const char *iso)
{
    UpstandDay result = iso ? upstand_date_from_iso (iso) : 0;
    g_assert_true (result > 0 || !iso);
    return result;
}

static UpstandRatingFacts
duty (UpstandCadence cadence, const char *deadline, int months, const char *from)
{
    return (UpstandRatingFacts) {
        .clock = {
            .timing = { cadence, day (deadline), months, day (from) },
            .launch = day ("2021-12-15"),
            .plan_start = day ("2022-01-01"),
        },
    };
}

static UpstandRatingFacts
once (const char *deadline)
{
    return duty (UPSTAND_CADENCE_ONCE, deadline, 0, NULL);
}

static UpstandRatingFacts
quarterly (void)
{
    return duty (UPSTAND_CADENCE_QUARTERLY, NULL, 3, "2022-06-30");
}

/* Everything that line 2 asks for, and work that is begun. */
static void
finish (UpstandRatingFacts *facts, const char *completed)
{
    upstand_rating_facts_add_activity (
        facts, UPSTAND_ACTIVITY_COMPLETE, 100, 0, 0, day (completed), FALSE, NULL, day (completed));
    upstand_rating_facts_add_evidence (facts, day (completed), 0, day (completed));
    facts->success_met = day (completed);
}

static void
work (UpstandRatingFacts *facts, int percent)
{
    upstand_rating_facts_add_activity (
        facts, UPSTAND_ACTIVITY_IN_PROGRESS, percent, 0, 0, 0, FALSE, NULL, 1);
}

static void
milestone (
    UpstandRatingFacts *facts, UpstandActivityState state, const char *due, const char *today)
{
    upstand_rating_facts_add_activity (facts, state, 50, 0, day (due), 0, TRUE, NULL, day (today));
}

static UpstandRatingResult
rate (const UpstandRatingFacts *facts, const char *today)
{
    return upstand_rating_compute (facts, &usual, day (today));
}

static void
assert_rated (const UpstandRatingFacts *facts, const char *today, UpstandRating rating,
    UpstandRatingReason reason)
{
    UpstandRatingResult result = rate (facts, today);
    g_autofree char *sentence = upstand_rating_explain (&result, facts);

    g_test_message ("%s: %s: %s", today, upstand_rating_to_key (result.computed), sentence);
    g_assert_cmpstr (upstand_rating_to_key (result.computed), ==, upstand_rating_to_key (rating));
    g_assert_cmpint (result.reason, ==, reason);
    g_assert_cmpint (result.shown, ==, rating);
    g_assert_false (result.override_active);
    g_assert_cmpuint (strlen (sentence), >, 10);
    g_assert_null (strstr (sentence, "(null)"));
}

#define assert_sentence(facts, today, expected) \
    G_STMT_START \
    { \
        UpstandRatingResult explained = rate (facts, today); \
        g_autofree char *sentence = upstand_rating_explain (&explained, facts); \
        g_assert_cmpstr (sentence, ==, expected); \
    } \
    G_STMT_END

static void
test_not_applicable (void)
{
    UpstandRatingFacts facts = once ("2022-03-31");

    finish (&facts, "2022-03-01"); /* even what is complete does not apply */
    facts.not_applicable = TRUE;
    facts.not_applicable_reason = "There is no police and crime plan here";
    facts.not_applicable_by = "Deputy Chief Constable";
    assert_rated (
        &facts, "2022-04-01", UPSTAND_RATING_NOT_APPLICABLE, UPSTAND_REASON_NOT_APPLICABLE);
    assert_sentence (&facts, "2022-04-01",
        "Does not apply (approved by Deputy Chief Constable): There is no police and crime plan "
        "here");
    facts.not_applicable_by = " ";
    assert_rated (&facts, "2022-04-01", UPSTAND_RATING_COMPLETE, UPSTAND_REASON_COMPLETE);
    facts.not_applicable_by = "Deputy Chief Constable";
    facts.not_applicable_reason = NULL;
    assert_rated (&facts, "2022-04-01", UPSTAND_RATING_COMPLETE, UPSTAND_REASON_COMPLETE);
}

static void
test_complete_needs_everything (void)
{
    UpstandRatingFacts facts = once ("2022-06-30"), less;
    UpstandRatingResult result;

    finish (&facts, "2022-06-15");
    upstand_rating_facts_add_activity (
        &facts, UPSTAND_ACTIVITY_CANCELLED, 20, 0, 0, 0, TRUE, "Done nationally", 1);
    assert_rated (&facts, "2022-06-20", UPSTAND_RATING_COMPLETE, UPSTAND_REASON_COMPLETE);
    assert_rated (&facts, "2030-01-01", UPSTAND_RATING_COMPLETE, UPSTAND_REASON_COMPLETE);
    g_assert_cmpint (upstand_rating_facts_get_percent (&facts), ==, 100);
    result = rate (&facts, "2022-06-20");
    g_assert_cmpuint (result.missing, ==, 0);
    g_assert_null (upstand_rating_explain_missing (&result));

    less = facts;
    less.success_met = 0;
    assert_rated (&less, "2022-06-20", UPSTAND_RATING_ON_TRACK, UPSTAND_REASON_ON_TRACK);
    assert_rated (&less, "2022-07-01", UPSTAND_RATING_OFF_TRACK, UPSTAND_REASON_DEADLINE_PASSED);
    result = rate (&less, "2022-07-01");
    g_assert_cmpuint (result.missing, ==, UPSTAND_MISSING_SUCCESS);
    g_autofree char *missing = upstand_rating_explain_missing (&result);
    g_assert_cmpstr (missing, ==,
        "No activity is open, yet it is not complete. Its success measure is not confirmed as "
        "met.");
    less.success_met = day ("2022-06-21"); /* confirmed tomorrow */
    assert_rated (&less, "2022-06-20", UPSTAND_RATING_ON_TRACK, UPSTAND_REASON_ON_TRACK);

    less = facts;
    upstand_rating_facts_add_activity (
        &less, UPSTAND_ACTIVITY_CANCELLED, 0, 0, 0, 0, FALSE, " \n", 1);
    assert_rated (&less, "2022-06-20", UPSTAND_RATING_ON_TRACK, UPSTAND_REASON_ON_TRACK);
    g_assert_cmpuint (rate (&less, "2022-06-20").missing, ==, UPSTAND_MISSING_CANCEL_REASON);

    less = facts;
    work (&less, 99);
    assert_rated (&less, "2022-06-20", UPSTAND_RATING_ON_TRACK, UPSTAND_REASON_ON_TRACK);
    g_assert_cmpuint (rate (&less, "2022-06-20").missing, ==, 0);

    /* Everything cancelled is not complete. */
    less = once ("2022-06-30");
    upstand_rating_facts_add_activity (
        &less, UPSTAND_ACTIVITY_CANCELLED, 0, 0, 0, 0, FALSE, "Overtaken", 1);
    upstand_rating_facts_add_evidence (&less, day ("2022-03-01"), 0, day ("2022-03-02"));
    less.success_met = day ("2022-03-01");
    assert_rated (&less, "2022-03-02", UPSTAND_RATING_ON_TRACK, UPSTAND_REASON_ON_TRACK);
}

static void
test_evidence_valid_at_completion (void)
{
    static const struct {
        const char *dated, *expires;
        gboolean valid;
    } cases[] = {
        { "2022-01-10", NULL, TRUE },
        { "2022-01-10", "2022-06-15", TRUE }, /* its last day */
        { "2022-01-10", "2022-06-14", FALSE },
        { "2022-01-10", "2022-06-16", TRUE }, /* expired since, but not then */
        { "2022-06-18", NULL, TRUE }, /* the minutes were written afterwards */
        { "2022-06-21", NULL, FALSE }, /* dated in the future */
        { NULL, NULL, FALSE },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        UpstandRatingFacts facts = once ("2022-06-30");
        facts.success_met = day ("2022-06-15");
        upstand_rating_facts_add_activity (&facts, UPSTAND_ACTIVITY_COMPLETE, 100, 0, 0,
            day ("2022-06-15"), FALSE, NULL, day ("2022-06-20"));
        upstand_rating_facts_add_evidence (
            &facts, day (cases[i].dated), day (cases[i].expires), day ("2022-06-20"));
        g_test_message ("case %zu", i);
        g_assert_cmpint (rate (&facts, "2022-06-20").computed, ==,
            cases[i].valid ? UPSTAND_RATING_COMPLETE : UPSTAND_RATING_ON_TRACK);
        g_assert_cmpuint (
            rate (&facts, "2022-06-20").missing, ==, cases[i].valid ? 0 : UPSTAND_MISSING_EVIDENCE);
    }
}

static void
test_complete_for_this_period (void)
{
    UpstandRatingFacts facts = quarterly ();

    finish (&facts, "2022-05-01");
    /* The first period has not ended, and nothing was done for it. */
    assert_rated (&facts, "2022-06-29", UPSTAND_RATING_ON_TRACK, UPSTAND_REASON_ON_TRACK_REPEAT);
    g_assert_cmpuint (rate (&facts, "2022-06-29").missing, ==, UPSTAND_MISSING_PERIOD);
    facts.clock.last_done = day ("2022-06-30");
    assert_rated (
        &facts, "2022-06-29", UPSTAND_RATING_COMPLETE, UPSTAND_REASON_COMPLETE_FOR_PERIOD);
    assert_rated (
        &facts, "2022-09-29", UPSTAND_RATING_COMPLETE, UPSTAND_REASON_COMPLETE_FOR_PERIOD);
    assert_sentence (&facts, "2022-09-29",
        "Complete for the period to 30 June 2022. The next one is due by 30 October 2022.");
    /* The next quarter has ended; it may be done until the lag is over. */
    assert_rated (&facts, "2022-09-30", UPSTAND_RATING_ON_TRACK, UPSTAND_REASON_ON_TRACK_REPEAT);
    assert_rated (&facts, "2022-10-30", UPSTAND_RATING_ON_TRACK, UPSTAND_REASON_ON_TRACK_REPEAT);
    assert_rated (&facts, "2022-10-31", UPSTAND_RATING_OFF_TRACK, UPSTAND_REASON_PERIOD_LATE);
    assert_sentence (&facts, "2022-10-31",
        "The period to 30 September 2022 is not done. It was due by 30 October 2022, 1 day ago.");
    facts.clock.last_done = day ("2022-09-30");
    assert_rated (
        &facts, "2022-10-31", UPSTAND_RATING_COMPLETE, UPSTAND_REASON_COMPLETE_FOR_PERIOD);
    /* Evidence has to hold for the period done, not only for the activities of long ago. */
    facts.evidence_until = day ("2022-09-29");
    g_assert_cmpint (rate (&facts, "2022-10-31").computed, ==, UPSTAND_RATING_SLIPPING);
    facts.evidence_until = day ("2022-09-30");
    g_assert_cmpint (rate (&facts, "2022-10-31").computed, ==, UPSTAND_RATING_COMPLETE);
}

/* What is finished in every other way has met its first deadline; then the clock runs. */
static void
test_first_deadline_of_a_repeating_duty (void)
{
    UpstandRatingFacts facts = duty (UPSTAND_CADENCE_REVIEW, "2022-09-30", 0, NULL);

    work (&facts, 90);
    assert_rated (&facts, "2022-09-30", UPSTAND_RATING_ON_TRACK, UPSTAND_REASON_ON_TRACK);
    assert_rated (&facts, "2022-10-01", UPSTAND_RATING_OFF_TRACK, UPSTAND_REASON_DEADLINE_PASSED);
    facts = duty (UPSTAND_CADENCE_REVIEW, "2022-09-30", 0, NULL);
    finish (&facts, "2022-09-01");
    assert_rated (
        &facts, "2022-10-01", UPSTAND_RATING_COMPLETE, UPSTAND_REASON_COMPLETE_FOR_PERIOD);
    assert_rated (
        &facts, "2023-03-30", UPSTAND_RATING_COMPLETE, UPSTAND_REASON_COMPLETE_FOR_PERIOD);
    assert_rated (&facts, "2023-03-31", UPSTAND_RATING_ON_TRACK, UPSTAND_REASON_ON_TRACK_REPEAT);
    assert_rated (&facts, "2023-04-30", UPSTAND_RATING_ON_TRACK, UPSTAND_REASON_ON_TRACK_REPEAT);
    assert_rated (&facts, "2023-05-01", UPSTAND_RATING_OFF_TRACK, UPSTAND_REASON_PERIOD_LATE);
}

static void
test_waiting_lapses (void)
{
    UpstandRatingFacts facts = once ("2022-06-30");

    work (&facts, 50);
    facts.waiting = TRUE;
    facts.waiting_reason = "The duty is not in force yet";
    facts.waiting_review = day ("2023-01-31");
    assert_rated (&facts, "2022-07-01", UPSTAND_RATING_WAITING, UPSTAND_REASON_WAITING);
    assert_rated (&facts, "2023-01-30", UPSTAND_RATING_WAITING, UPSTAND_REASON_WAITING);
    assert_rated (&facts, "2023-01-31", UPSTAND_RATING_WAITING, UPSTAND_REASON_WAITING);
    assert_rated (&facts, "2023-02-01", UPSTAND_RATING_OFF_TRACK, UPSTAND_REASON_DEADLINE_PASSED);
    assert_sentence (&facts, "2023-01-31",
        "Waiting on others, to be looked at again on 31 January 2023: The duty is not in force "
        "yet");
    facts.waiting_review = 0;
    assert_rated (&facts, "2022-07-01", UPSTAND_RATING_OFF_TRACK, UPSTAND_REASON_DEADLINE_PASSED);
    facts.waiting_review = day ("2023-01-31");
    facts.waiting_reason = "";
    assert_rated (&facts, "2022-07-01", UPSTAND_RATING_OFF_TRACK, UPSTAND_REASON_DEADLINE_PASSED);
}

static void
test_deadline_passed (void)
{
    UpstandRatingFacts facts = once ("2024-02-29");

    work (&facts, 100);
    assert_rated (&facts, "2024-02-28", UPSTAND_RATING_ON_TRACK, UPSTAND_REASON_ON_TRACK);
    assert_rated (&facts, "2024-02-29", UPSTAND_RATING_ON_TRACK, UPSTAND_REASON_ON_TRACK);
    assert_rated (&facts, "2024-03-01", UPSTAND_RATING_OFF_TRACK, UPSTAND_REASON_DEADLINE_PASSED);
    assert_sentence (&facts, "2024-03-01", "The deadline of 29 February 2024 passed 1 day ago.");
    assert_sentence (&facts, "2024-03-02", "The deadline of 29 February 2024 passed 2 days ago.");
    assert_sentence (&facts, "2024-02-28", "100 % is done; it is due by 29 February 2024.");
    facts.clock.current_deadline = day ("2024-03-31");
    assert_rated (&facts, "2024-03-01", UPSTAND_RATING_ON_TRACK, UPSTAND_REASON_ON_TRACK);
    assert_rated (&facts, "2024-04-01", UPSTAND_RATING_OFF_TRACK, UPSTAND_REASON_DEADLINE_PASSED);
    /* Nothing begun, and too late: the deadline comes first. */
    facts = once ("2022-03-31");
    assert_rated (&facts, "2022-04-01", UPSTAND_RATING_OFF_TRACK, UPSTAND_REASON_DEADLINE_PASSED);
}

static void
test_period_late_until_the_next_is_done (void)
{
    UpstandRatingFacts facts = quarterly ();

    assert_rated (&facts, "2022-07-30", UPSTAND_RATING_NOT_STARTED, UPSTAND_REASON_NOT_STARTED);
    assert_rated (&facts, "2022-07-31", UPSTAND_RATING_OFF_TRACK, UPSTAND_REASON_PERIOD_LATE);
    work (&facts, 10);
    assert_rated (&facts, "2022-07-30", UPSTAND_RATING_ON_TRACK, UPSTAND_REASON_ON_TRACK_REPEAT);
    assert_rated (&facts, "2022-12-31", UPSTAND_RATING_OFF_TRACK, UPSTAND_REASON_PERIOD_LATE);
    facts.clock.last_done = day ("2022-12-31");
    assert_rated (&facts, "2022-12-31", UPSTAND_RATING_ON_TRACK, UPSTAND_REASON_ON_TRACK_REPEAT);
}

static void
test_key_milestones (void)
{
    static const struct {
        const char *today;
        UpstandRating rating;
        UpstandRatingReason reason;
    } cases[] = {
        { "2022-03-01", UPSTAND_RATING_ON_TRACK, UPSTAND_REASON_ON_TRACK },
        { "2022-03-02", UPSTAND_RATING_SLIPPING, UPSTAND_REASON_MILESTONE_OVER },
        { "2022-03-31", UPSTAND_RATING_SLIPPING, UPSTAND_REASON_MILESTONE_OVER }, /* 30 days */
        { "2022-04-01", UPSTAND_RATING_OFF_TRACK, UPSTAND_REASON_MILESTONE_FAR_OVER },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        UpstandRatingFacts facts = once ("2022-12-31");
        milestone (&facts, UPSTAND_ACTIVITY_IN_PROGRESS, "2022-03-01", cases[i].today);
        assert_rated (&facts, cases[i].today, cases[i].rating, cases[i].reason);
        /* A milestone that is met, or given up, is no longer over. */
        facts = once ("2022-12-31");
        work (&facts, 50);
        upstand_rating_facts_add_activity (&facts, UPSTAND_ACTIVITY_COMPLETE, 100, 0,
            day ("2022-03-01"), day ("2022-03-20"), TRUE, NULL, day (cases[i].today));
        upstand_rating_facts_add_activity (&facts, UPSTAND_ACTIVITY_CANCELLED, 0, 0,
            day ("2022-03-01"), 0, TRUE, "Overtaken", day (cases[i].today));
        assert_rated (&facts, cases[i].today, UPSTAND_RATING_ON_TRACK, UPSTAND_REASON_ON_TRACK);
        /* An ordinary activity does not pull a rating down. */
        facts = once ("2022-12-31");
        upstand_rating_facts_add_activity (&facts, UPSTAND_ACTIVITY_IN_PROGRESS, 0, 0,
            day ("2022-03-01"), 0, FALSE, NULL, day (cases[i].today));
        assert_rated (&facts, cases[i].today, UPSTAND_RATING_ON_TRACK, UPSTAND_REASON_ON_TRACK);
    }

    UpstandRatingFacts worst = once ("2022-12-31");
    milestone (&worst, UPSTAND_ACTIVITY_NOT_STARTED, "2022-03-30", "2022-04-01");
    milestone (&worst, UPSTAND_ACTIVITY_NOT_STARTED, "2022-02-01", "2022-04-01");
    milestone (&worst, UPSTAND_ACTIVITY_NOT_STARTED, "2022-03-01", "2022-04-01");
    g_assert_cmpint (worst.milestone_days_over, ==, 59);
}

static void
test_blocked (void)
{
    UpstandRatingFacts facts = once ("2022-12-31");

    milestone (&facts, UPSTAND_ACTIVITY_BLOCKED, "2022-10-01", "2022-03-01");
    work (&facts, 50);
    assert_rated (&facts, "2022-03-01", UPSTAND_RATING_SLIPPING, UPSTAND_REASON_MILESTONE_BLOCKED);
    assert_sentence (&facts, "2022-03-01", "1 key milestone is blocked.");

    facts = once ("2022-12-31");
    upstand_rating_facts_add_activity (
        &facts, UPSTAND_ACTIVITY_BLOCKED, 10, 0, 0, 0, FALSE, NULL, 1);
    finish (&facts, "2022-02-01");
    assert_rated (&facts, "2022-03-01", UPSTAND_RATING_SLIPPING, UPSTAND_REASON_ALL_BLOCKED);
    assert_sentence (&facts, "2022-03-01", "The only unfinished activity is blocked.");
    work (&facts, 0); /* one that is not a milestone does not do it while others move */
    assert_rated (&facts, "2022-03-01", UPSTAND_RATING_ON_TRACK, UPSTAND_REASON_ON_TRACK);
}

/* A plan from 1 January, a deadline 100 days on: each day is a point. */
static void
test_progress_behind (void)
{
    static const struct {
        const char *today;
        int percent;
        UpstandRating rating;
    } cases[] = {
        { "2022-03-12", 49, UPSTAND_RATING_SLIPPING }, /* 30 days left, 70 gone */
        { "2022-03-12", 50, UPSTAND_RATING_ON_TRACK }, /* 20 behind is not over 20 */
        { "2022-03-12", 0, UPSTAND_RATING_SLIPPING },
        { "2022-03-11", 0, UPSTAND_RATING_ON_TRACK }, /* 31 days left */
        { "2022-04-11", 80, UPSTAND_RATING_ON_TRACK }, /* the deadline itself */
        { "2022-04-11", 79, UPSTAND_RATING_SLIPPING },
        { "2022-04-12", 79, UPSTAND_RATING_OFF_TRACK },
    };

    g_assert_cmpuint (day ("2022-04-11") - day ("2022-01-01"), ==, 100);
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        UpstandRatingFacts facts = once ("2022-04-11");
        work (&facts, cases[i].percent);
        g_test_message ("%s %d", cases[i].today, cases[i].percent);
        g_assert_cmpint (rate (&facts, cases[i].today).computed, ==, cases[i].rating);
    }

    UpstandRatingFacts facts = once ("2022-04-11");
    work (&facts, 49);
    assert_sentence (&facts, "2022-03-12",
        "The deadline of 11 April 2022 is near: 49 % is done with 70 % of the time gone.");
    /* Whichever is later: the activities' first start, or the plan's. */
    facts.first_start = day ("2022-03-02"); /* 40 days long, 10 gone: 25 % */
    g_assert_cmpint (rate (&facts, "2022-03-12").computed, ==, UPSTAND_RATING_ON_TRACK);
    facts.first_start = day ("2021-10-01");
    g_assert_cmpint (rate (&facts, "2022-03-12").computed, ==, UPSTAND_RATING_SLIPPING);
    /* They begin tomorrow, or on the deadline. */
    facts.first_start = day ("2022-03-13");
    g_assert_cmpint (rate (&facts, "2022-03-12").computed, ==, UPSTAND_RATING_ON_TRACK);
    facts.first_start = day ("2022-04-11");
    g_assert_cmpint (rate (&facts, "2022-04-11").computed, ==, UPSTAND_RATING_ON_TRACK);
    /* The mean is not rounded first: 49.5 with 70 gone is over 20 behind. */
    facts = once ("2022-04-11");
    work (&facts, 49);
    work (&facts, 50);
    g_assert_cmpint (rate (&facts, "2022-03-12").computed, ==, UPSTAND_RATING_SLIPPING);
    /* Cancelled activities are out of it. */
    facts = once ("2022-04-11");
    work (&facts, 50);
    upstand_rating_facts_add_activity (
        &facts, UPSTAND_ACTIVITY_CANCELLED, 0, 0, 0, 0, FALSE, "Overtaken", 1);
    g_assert_cmpint (rate (&facts, "2022-03-12").computed, ==, UPSTAND_RATING_ON_TRACK);
    /* No activity at all near the deadline is no progress. */
    facts = once ("2022-04-11");
    assert_rated (&facts, "2022-03-11", UPSTAND_RATING_NOT_STARTED, UPSTAND_REASON_NOT_STARTED);
    assert_rated (&facts, "2022-03-12", UPSTAND_RATING_SLIPPING, UPSTAND_REASON_BEHIND);
    /* The end of a quarter is not a deadline of the activities. */
    facts = quarterly ();
    work (&facts, 0);
    g_assert_cmpint (rate (&facts, "2022-06-29").computed, ==, UPSTAND_RATING_ON_TRACK);
}

static void
test_continuous_duties (void)
{
    UpstandRatingFacts facts = duty (UPSTAND_CADENCE_CONTINUOUS, NULL, 0, NULL);

    /* A new plan counts from its start: 90 days, then half of it. */
    assert_rated (&facts, "2022-05-16", UPSTAND_RATING_NOT_STARTED, UPSTAND_REASON_NOT_STARTED);
    assert_sentence (&facts, "2022-04-01", "Nothing has begun. It is due by 1 April 2022.");
    assert_sentence (&facts, "2022-04-02", "Nothing has begun. It was due by 1 April 2022.");
    assert_rated (&facts, "2022-05-17", UPSTAND_RATING_SLIPPING, UPSTAND_REASON_SILENT);
    assert_sentence (
        &facts, "2022-05-17", "Nothing has evidenced it since 1 January 2022, 136 days ago.");
    upstand_rating_facts_add_evidence (&facts, day ("2022-05-01"), 0, day ("2022-05-17"));
    assert_rated (
        &facts, "2022-05-17", UPSTAND_RATING_ON_TRACK, UPSTAND_REASON_ON_TRACK_CONTINUOUS);
    assert_rated (
        &facts, "2022-08-01", UPSTAND_RATING_ON_TRACK, UPSTAND_REASON_ON_TRACK_CONTINUOUS);
    assert_rated (&facts, "2022-08-02", UPSTAND_RATING_ON_TRACK, UPSTAND_REASON_STALE);
    assert_sentence (&facts, "2022-08-02",
        "Last evidenced on 1 May 2022. New evidence has been due since 1 August 2022.");
    assert_rated (&facts, "2022-09-16", UPSTAND_RATING_ON_TRACK, UPSTAND_REASON_STALE);
    assert_rated (&facts, "2022-09-17", UPSTAND_RATING_SLIPPING, UPSTAND_REASON_SILENT);
    /* With everything closed it is complete for now, and only until it is stale. */
    finish (&facts, "2022-06-01");
    assert_rated (
        &facts, "2022-09-01", UPSTAND_RATING_COMPLETE, UPSTAND_REASON_COMPLETE_CONTINUOUS);
    assert_rated (&facts, "2022-09-02", UPSTAND_RATING_ON_TRACK, UPSTAND_REASON_STALE);
}

static void
test_evidence_expiring (void)
{
    static const struct {
        const char *expires;
        UpstandRating rating;
        UpstandRatingReason reason;
    } cases[] = {
        { "2022-04-02", UPSTAND_RATING_ON_TRACK, UPSTAND_REASON_ON_TRACK_REPEAT }, /* 31 days */
        { "2022-04-01", UPSTAND_RATING_SLIPPING, UPSTAND_REASON_EVIDENCE_EXPIRES }, /* 30 */
        { "2022-03-02", UPSTAND_RATING_SLIPPING, UPSTAND_REASON_EVIDENCE_EXPIRES }, /* today */
        { "2022-03-01", UPSTAND_RATING_SLIPPING, UPSTAND_REASON_EVIDENCE_EXPIRED },
        { NULL, UPSTAND_RATING_ON_TRACK, UPSTAND_REASON_ON_TRACK_REPEAT },
    };
    const char *today = "2022-03-02";
    UpstandRatingFacts facts;

    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        facts = quarterly ();
        upstand_rating_facts_add_evidence (
            &facts, day ("2022-01-10"), day (cases[i].expires), day (today));
        assert_rated (&facts, today, cases[i].rating, cases[i].reason);
        /* A duty that is done once does not stand on it. */
        facts.clock.timing = (UpstandTiming){ UPSTAND_CADENCE_ONCE, day ("2022-12-31"), 0, 0 };
        assert_rated (&facts, today, UPSTAND_RATING_ON_TRACK, UPSTAND_REASON_ON_TRACK);
    }
    /* The earliest that is still to come counts; what is past does not, while something holds. */
    facts = quarterly ();
    upstand_rating_facts_add_evidence (&facts, day ("2022-01-10"), 0, day (today));
    upstand_rating_facts_add_evidence (&facts, day ("2022-01-10"), day ("2022-02-28"), day (today));
    assert_rated (&facts, today, UPSTAND_RATING_ON_TRACK, UPSTAND_REASON_ON_TRACK_REPEAT);
    upstand_rating_facts_add_evidence (&facts, day ("2022-01-10"), day ("2022-03-20"), day (today));
    upstand_rating_facts_add_evidence (&facts, day ("2022-01-10"), day ("2022-03-10"), day (today));
    assert_sentence (&facts, today, "Evidence for it expires on 10 March 2022.");
}

static void
test_moved_deadline (void)
{
    UpstandRatingFacts facts = once ("2022-06-30");

    work (&facts, 50);
    facts.clock.current_deadline = day ("2022-12-31");
    facts.moved_days = 90;
    assert_rated (&facts, "2022-03-01", UPSTAND_RATING_ON_TRACK, UPSTAND_REASON_ON_TRACK);
    facts.moved_days = 91;
    assert_rated (&facts, "2022-03-01", UPSTAND_RATING_SLIPPING, UPSTAND_REASON_MOVED);
    assert_sentence (&facts, "2022-03-01",
        "Its deadline was moved by 91 days in all without a recorded approval.");
}

static void
test_not_started (void)
{
    UpstandRatingFacts facts = once ("2022-12-31");

    upstand_rating_facts_add_activity (
        &facts, UPSTAND_ACTIVITY_NOT_STARTED, 0, day ("2022-01-10"), 0, 0, FALSE, NULL, 1);
    assert_rated (&facts, "2022-03-01", UPSTAND_RATING_NOT_STARTED, UPSTAND_REASON_NOT_STARTED);
    assert_sentence (&facts, "2022-03-01", "Nothing has begun. It is due by 31 December 2022.");
    UpstandRatingFacts begun = facts;
    work (&begun, 0);
    assert_rated (&begun, "2022-03-01", UPSTAND_RATING_ON_TRACK, UPSTAND_REASON_ON_TRACK);
    begun = facts;
    upstand_rating_facts_add_evidence (&begun, day ("2022-02-28"), 0, day ("2022-03-01"));
    assert_rated (&begun, "2022-03-01", UPSTAND_RATING_ON_TRACK, UPSTAND_REASON_ON_TRACK);
    facts = once (NULL);
    assert_sentence (&facts, "2022-03-01", "Nothing has begun, and no deadline is set.");
    work (&facts, 33);
    assert_sentence (&facts, "2022-03-01", "33 % is done; no deadline is set.");
}

static void
test_override (void)
{
    UpstandRatingFacts facts = once ("2022-06-30"), less;
    UpstandRatingResult result;

    work (&facts, 50);
    facts.override.rating = UPSTAND_RATING_ON_TRACK;
    facts.override.reason = "The board accepted the new plan";
    facts.override.post = "Assistant Chief Constable";
    facts.override.set_on = day ("2022-07-02");
    facts.override.review = day ("2022-08-31");
    result = rate (&facts, "2022-07-01"); /* as at a day before it was set */
    g_assert_false (result.override_active);
    result = rate (&facts, "2022-08-31");
    g_assert_true (result.override_active);
    g_assert_cmpint (result.shown, ==, UPSTAND_RATING_ON_TRACK);
    g_assert_cmpint (result.computed, ==, UPSTAND_RATING_OFF_TRACK);
    g_assert_cmpint (result.reason, ==, UPSTAND_REASON_DEADLINE_PASSED);
    g_autofree char *why = upstand_rating_explain_override (&result, &facts);
    g_assert_cmpstr (why, ==,
        "Set to “On track” by Assistant Chief Constable on 2 July 2022 until 31 August 2022: The "
        "board accepted the new plan (computed: “Off track”)");
    result = rate (&facts, "2022-09-01");
    g_assert_false (result.override_active);
    g_assert_cmpint (result.shown, ==, UPSTAND_RATING_OFF_TRACK);
    g_assert_null (upstand_rating_explain_override (&result, &facts));

    less = facts;
    less.override.reason = "";
    g_assert_false (rate (&less, "2022-08-01").override_active);
    less = facts;
    less.override.post = NULL;
    g_assert_false (rate (&less, "2022-08-01").override_active);
    less = facts;
    less.override.review = 0;
    g_assert_false (rate (&less, "2022-08-01").override_active);
    less = facts;
    less.override.rating = UPSTAND_RATING_NONE;
    g_assert_false (rate (&less, "2022-08-01").override_active);
    less = facts;
    less.override.rating = (UpstandRating)77;
    g_assert_false (rate (&less, "2022-08-01").override_active);
}

/* The numbers of the rule are settings. */
static void
test_settings_decide (void)
{
    UpstandThresholds strict = usual;
    UpstandRatingFacts facts = once ("2022-12-31");

    milestone (&facts, UPSTAND_ACTIVITY_IN_PROGRESS, "2022-03-01", "2022-03-09");
    strict.milestone_days = 7;
    g_assert_cmpint (upstand_rating_compute (&facts, &usual, day ("2022-03-09")).computed, ==,
        UPSTAND_RATING_SLIPPING);
    g_assert_cmpint (upstand_rating_compute (&facts, &strict, day ("2022-03-09")).computed, ==,
        UPSTAND_RATING_OFF_TRACK);
    facts = quarterly ();
    strict.lag_days = 0;
    g_assert_cmpint (upstand_rating_compute (&facts, &strict, day ("2022-06-30")).computed, ==,
        UPSTAND_RATING_NOT_STARTED);
    g_assert_cmpint (upstand_rating_compute (&facts, &strict, day ("2022-07-01")).computed, ==,
        UPSTAND_RATING_OFF_TRACK);
}

static void
test_words_and_shapes (void)
{
    g_autoptr (GHashTable) shapes = g_hash_table_new (g_str_hash, g_str_equal);
    UpstandRating rating = UPSTAND_RATING_NONE;

    for (guint i = UPSTAND_RATING_NONE + 1; i < UPSTAND_N_RATINGS; i++) {
        const char *shape = upstand_rating_get_shape ((UpstandRating)i);
        g_assert_cmpint (g_utf8_strlen (shape, -1), ==, 1);
        g_assert_true (g_hash_table_add (shapes, (gpointer)shape));
        g_assert_true (upstand_rating_from_key (upstand_rating_to_key ((UpstandRating)i), &rating));
        g_assert_cmpint (rating, ==, i);
        g_assert_cmpint (
            upstand_rating_nth_worst ((guint)upstand_rating_get_rank (rating)), ==, rating);
        /* The record's choices carry the same keys and words under the same numbers. */
        g_assert_cmpstr (upstand_rating_choices[i].key, ==, upstand_rating_to_key (rating));
        g_assert_cmpstr (upstand_rating_choices[i].label, ==, upstand_rating_get_label (rating));
    }
    g_assert_null (upstand_rating_choices[UPSTAND_N_RATINGS].key);
    g_assert_false (upstand_rating_from_key ("", &rating));
    g_assert_false (upstand_rating_from_key ("red", &rating));
    g_assert_cmpint (upstand_rating_get_tone (UPSTAND_RATING_OFF_TRACK), ==, UPSTAND_TONE_BAD);
}

static void
test_distribution (void)
{
    UpstandDistribution parts = { 0 };
    g_autofree char *nothing = upstand_distribution_describe (&parts);

    g_assert_cmpstr (nothing, ==, "");
    g_assert_cmpint (upstand_distribution_get_worst (&parts), ==, UPSTAND_RATING_NONE);
    upstand_distribution_add (&parts, UPSTAND_RATING_COMPLETE);
    g_assert_cmpint (upstand_distribution_get_worst (&parts), ==, UPSTAND_RATING_COMPLETE);
    upstand_distribution_add (&parts, UPSTAND_RATING_SLIPPING);
    upstand_distribution_add (&parts, UPSTAND_RATING_ON_TRACK);
    upstand_distribution_add (&parts, UPSTAND_RATING_OFF_TRACK);
    upstand_distribution_add (&parts, UPSTAND_RATING_SLIPPING);
    g_autofree char *words = upstand_distribution_describe (&parts);
    g_assert_cmpstr (words, ==, "off track 1 of 5, slipping 2, on track 1, complete 1");
    g_assert_cmpint (upstand_distribution_get_worst (&parts), ==, UPSTAND_RATING_OFF_TRACK);
}

static void
test_activity_standing (void)
{
    static const struct {
        UpstandActivityState state;
        const char *due, *completed;
        UpstandStanding standing;
    } cases[] = {
        { UPSTAND_ACTIVITY_IN_PROGRESS, "2022-02-28", NULL, UPSTAND_STANDING_OVERDUE },
        { UPSTAND_ACTIVITY_BLOCKED, "2022-02-28", NULL, UPSTAND_STANDING_OVERDUE },
        { UPSTAND_ACTIVITY_BLOCKED, "2022-03-01", NULL, UPSTAND_STANDING_BLOCKED },
        { UPSTAND_ACTIVITY_NOT_STARTED, "2022-03-01", NULL, UPSTAND_STANDING_DUE_TODAY },
        { UPSTAND_ACTIVITY_IN_PROGRESS, "2022-03-02", NULL, UPSTAND_STANDING_DUE_SOON },
        { UPSTAND_ACTIVITY_IN_PROGRESS, "2022-03-31", NULL, UPSTAND_STANDING_DUE_SOON },
        { UPSTAND_ACTIVITY_IN_PROGRESS, "2022-04-01", NULL, UPSTAND_STANDING_IN_PROGRESS },
        { UPSTAND_ACTIVITY_NOT_STARTED, "2022-04-01", NULL, UPSTAND_STANDING_NOT_STARTED },
        { UPSTAND_ACTIVITY_NOT_STARTED, NULL, NULL, UPSTAND_STANDING_NOT_STARTED },
        { UPSTAND_ACTIVITY_COMPLETE, "2022-02-28", "2022-02-28", UPSTAND_STANDING_COMPLETE },
        { UPSTAND_ACTIVITY_COMPLETE, "2022-02-27", "2022-02-28", UPSTAND_STANDING_COMPLETE_LATE },
        { UPSTAND_ACTIVITY_COMPLETE, NULL, "2022-02-28", UPSTAND_STANDING_COMPLETE },
        { UPSTAND_ACTIVITY_CANCELLED, "2022-02-28", NULL, UPSTAND_STANDING_CANCELLED },
    };
    g_autoptr (GHashTable) shapes = g_hash_table_new (g_str_hash, g_str_equal);

    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        g_assert_cmpint (upstand_activity_standing (cases[i].state, day (cases[i].due),
                             day (cases[i].completed), day ("2022-03-01"), 30),
            ==, cases[i].standing);
    for (guint i = 0; i < UPSTAND_N_STANDINGS; i++)
        g_assert_true (
            g_hash_table_add (shapes, (gpointer)upstand_standing_get_shape ((UpstandStanding)i)));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    upstand_thresholds_init (&usual);
    g_test_add_func ("/rating/not-applicable", test_not_applicable);
    g_test_add_func ("/rating/complete", test_complete_needs_everything);
    g_test_add_func ("/rating/evidence-at-completion", test_evidence_valid_at_completion);
    g_test_add_func ("/rating/complete-for-period", test_complete_for_this_period);
    g_test_add_func ("/rating/first-deadline", test_first_deadline_of_a_repeating_duty);
    g_test_add_func ("/rating/waiting", test_waiting_lapses);
    g_test_add_func ("/rating/deadline", test_deadline_passed);
    g_test_add_func ("/rating/period-late", test_period_late_until_the_next_is_done);
    g_test_add_func ("/rating/milestones", test_key_milestones);
    g_test_add_func ("/rating/blocked", test_blocked);
    g_test_add_func ("/rating/behind", test_progress_behind);
    g_test_add_func ("/rating/continuous", test_continuous_duties);
    g_test_add_func ("/rating/expiry", test_evidence_expiring);
    g_test_add_func ("/rating/moved", test_moved_deadline);
    g_test_add_func ("/rating/not-started", test_not_started);
    g_test_add_func ("/rating/override", test_override);
    g_test_add_func ("/rating/settings", test_settings_decide);
    g_test_add_func ("/rating/words", test_words_and_shapes);
    g_test_add_func ("/rating/distribution", test_distribution);
    g_test_add_func ("/rating/standing", test_activity_standing);
    return g_test_run ();
}
