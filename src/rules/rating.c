/* SPDX-License-Identifier: MIT */
#include "rules/rating.h"

static gboolean
is_said (const char *text)
{
    while (text && g_ascii_isspace (*text))
        text++;
    return text && *text;
}

void
upstand_rating_facts_add_activity (UpstandRatingFacts *facts, UpstandActivityState state,
    int percent, UpstandDay start, UpstandDay due, UpstandDay completed, gboolean key_milestone,
    const char *cancel_reason, UpstandDay today)
{
    g_return_if_fail (facts);

    switch (state) {
    case UPSTAND_ACTIVITY_NOT_STARTED: facts->not_started++; break;
    case UPSTAND_ACTIVITY_IN_PROGRESS: facts->in_progress++; break;
    case UPSTAND_ACTIVITY_BLOCKED: facts->blocked++; break;
    case UPSTAND_ACTIVITY_COMPLETE: facts->complete++; break;
    case UPSTAND_ACTIVITY_CANCELLED:
        facts->cancelled++;
        facts->cancelled_unexplained += !is_said (cancel_reason);
        return;
    }
    facts->percent_total += (guint)CLAMP (percent, 0, 100);
    if (start != 0 && (facts->first_start == 0 || start < facts->first_start))
        facts->first_start = start;
    if (state == UPSTAND_ACTIVITY_COMPLETE) {
        facts->completed_on = MAX (facts->completed_on, completed);
        return;
    }
    if (!key_milestone)
        return;
    facts->milestones_blocked += state == UPSTAND_ACTIVITY_BLOCKED;
    if (due != 0 && due < today)
        facts->milestone_days_over = MAX (facts->milestone_days_over, (int)(today - due));
}

void
upstand_rating_facts_add_evidence (
    UpstandRatingFacts *facts, UpstandDay dated, UpstandDay expires, UpstandDay today)
{
    g_return_if_fail (facts);

    if (dated == 0 || dated > today)
        return;
    facts->clock.last_evidence = MAX (facts->clock.last_evidence, dated);
    facts->evidence_until = MAX (facts->evidence_until, expires ? expires : UPSTAND_DAY_NEVER);
    if (expires >= today && (facts->next_expiry == 0 || expires < facts->next_expiry))
        facts->next_expiry = expires;
}

static guint
unfinished (const UpstandRatingFacts *facts)
{
    return facts->not_started + facts->in_progress + facts->blocked;
}

int
upstand_rating_facts_get_percent (const UpstandRatingFacts *facts)
{
    g_return_val_if_fail (facts, 0);

    guint counted = unfinished (facts) + facts->complete;
    return counted == 0 ? 0 : (int)(facts->percent_total / counted);
}

static void
decide (UpstandRatingResult *result, UpstandRating rating, UpstandRatingReason reason)
{
    result->computed = rating;
    result->reason = reason;
}

/* What stands between work that is all closed and "complete", the period apart. */
static guint
find_missing (const UpstandRatingFacts *facts, UpstandDay today)
{
    UpstandDay completed = MAX (facts->completed_on, MIN (facts->clock.last_done, today));
    guint missing = 0;

    if (facts->success_met == 0 || facts->success_met > today)
        missing |= UPSTAND_MISSING_SUCCESS;
    if (facts->evidence_until == 0 || facts->evidence_until < completed)
        missing |= UPSTAND_MISSING_EVIDENCE;
    if (facts->cancelled_unexplained > 0)
        missing |= UPSTAND_MISSING_CANCEL_REASON;
    return missing;
}

/* Line 2. Sets what is missing; may take the first deadline of a repeating duty as done. */
static gboolean
is_complete (UpstandRatingFacts *facts, const UpstandThresholds *thresholds, UpstandDay today,
    UpstandRatingResult *result)
{
    if (facts->complete == 0 || unfinished (facts) > 0)
        return FALSE;
    result->missing = find_missing (facts, today);
    if (facts->clock.timing.cadence == UPSTAND_CADENCE_ONCE) {
        if (result->missing)
            return FALSE;
        decide (result, UPSTAND_RATING_COMPLETE, UPSTAND_REASON_COMPLETE);
        return TRUE;
    }
    if (!result->missing && result->clock.kind == UPSTAND_CLOCK_DEADLINE) {
        facts->clock.last_done = result->clock.intended;
        result->clock = upstand_clock_next (&facts->clock, thresholds);
    }
    if (facts->clock.timing.cadence == UPSTAND_CADENCE_CONTINUOUS) {
        if (result->missing || upstand_clock_is_stale (&facts->clock, thresholds, today))
            return FALSE;
        decide (result, UPSTAND_RATING_COMPLETE, UPSTAND_REASON_COMPLETE_CONTINUOUS);
        result->dates[0] = result->clock.due;
        return TRUE;
    }

    UpstandDay latest = upstand_clock_latest_intended (&facts->clock, thresholds, today);
    if (facts->clock.last_done == 0 || facts->clock.last_done < latest)
        result->missing |= UPSTAND_MISSING_PERIOD;
    if (result->missing)
        return FALSE;
    decide (result, UPSTAND_RATING_COMPLETE, UPSTAND_REASON_COMPLETE_FOR_PERIOD);
    result->dates[0] = facts->clock.last_done;
    result->dates[1] = result->clock.due;
    return TRUE;
}

/* Line 4. */
static gboolean
is_off_track (const UpstandRatingFacts *facts, const UpstandThresholds *thresholds,
    UpstandDay today, UpstandRatingResult *result)
{
    const UpstandClock *clock = &result->clock;
    gboolean overdue = upstand_clock_is_overdue (clock, today);

    if (overdue && clock->kind == UPSTAND_CLOCK_DEADLINE) {
        decide (result, UPSTAND_RATING_OFF_TRACK, UPSTAND_REASON_DEADLINE_PASSED);
        result->dates[0] = clock->due;
        result->numbers[0] = -upstand_clock_days_left (clock, today);
        return TRUE;
    }
    if (facts->milestone_days_over > thresholds->milestone_days) {
        decide (result, UPSTAND_RATING_OFF_TRACK, UPSTAND_REASON_MILESTONE_FAR_OVER);
        result->numbers[0] = facts->milestone_days_over;
        return TRUE;
    }
    if (overdue && clock->kind == UPSTAND_CLOCK_REPEAT) {
        decide (result, UPSTAND_RATING_OFF_TRACK, UPSTAND_REASON_PERIOD_LATE);
        result->dates[0] = clock->intended;
        result->dates[1] = clock->due;
        result->numbers[0] = -upstand_clock_days_left (clock, today);
        return TRUE;
    }
    return FALSE;
}

/* Compared without rounding: share gone - progress > points, all times counted * total. */
static gboolean
is_behind (const UpstandRatingFacts *facts, const UpstandThresholds *thresholds, UpstandDay today,
    UpstandRatingResult *result)
{
    const UpstandClock *clock = &result->clock;
    UpstandDay start = MAX (facts->clock.plan_start, facts->first_start);
    int left = upstand_clock_days_left (clock, today);

    if (clock->kind != UPSTAND_CLOCK_DEADLINE || left < 0 || left > thresholds->near_days ||
        start == 0 || start >= clock->due || today <= start)
        return FALSE;
    guint counted = unfinished (facts) + facts->complete;
    gint64 gone = today - start, total = clock->due - start, parts = MAX (counted, 1);
    gint64 lead = 100 * gone * parts - facts->percent_total * total;
    if (lead <= thresholds->behind_points * total * parts)
        return FALSE;
    decide (result, UPSTAND_RATING_SLIPPING, UPSTAND_REASON_BEHIND);
    result->dates[0] = clock->due;
    result->numbers[0] = upstand_rating_facts_get_percent (facts);
    result->numbers[1] = (int)(100 * gone / total);
    return TRUE;
}

static gboolean
is_evidence_ending (const UpstandRatingFacts *facts, const UpstandThresholds *thresholds,
    UpstandDay today, UpstandRatingResult *result)
{
    if (facts->clock.timing.cadence == UPSTAND_CADENCE_ONCE)
        return FALSE;
    if (facts->next_expiry >= today &&
        facts->next_expiry - today <= (UpstandDay)thresholds->expiry_days) {
        decide (result, UPSTAND_RATING_SLIPPING, UPSTAND_REASON_EVIDENCE_EXPIRES);
        result->dates[0] = facts->next_expiry;
        return TRUE;
    }
    if (facts->evidence_until != 0 && facts->evidence_until < today) {
        decide (result, UPSTAND_RATING_SLIPPING, UPSTAND_REASON_EVIDENCE_EXPIRED);
        result->dates[0] = facts->evidence_until;
        return TRUE;
    }
    return FALSE;
}

/* Line 5. */
static gboolean
is_slipping (const UpstandRatingFacts *facts, const UpstandThresholds *thresholds, UpstandDay today,
    UpstandRatingResult *result)
{
    UpstandRatingReason reason;

    if (facts->milestones_blocked > 0) {
        reason = UPSTAND_REASON_MILESTONE_BLOCKED;
        result->numbers[0] = (int)facts->milestones_blocked;
    } else if (facts->blocked > 0 && facts->blocked == unfinished (facts)) {
        reason = UPSTAND_REASON_ALL_BLOCKED;
        result->numbers[0] = (int)facts->blocked;
    } else if (facts->milestone_days_over > 0) {
        reason = UPSTAND_REASON_MILESTONE_OVER;
        result->numbers[0] = facts->milestone_days_over;
    } else if (is_behind (facts, thresholds, today, result)) {
        return TRUE;
    } else if (upstand_clock_is_silent (&facts->clock, thresholds, today)) {
        reason = UPSTAND_REASON_SILENT;
        result->dates[0] = upstand_clock_quiet_since (&facts->clock);
        result->numbers[0] = (int)(today - result->dates[0]);
    } else if (is_evidence_ending (facts, thresholds, today, result)) {
        return TRUE;
    } else if (facts->moved_days > thresholds->moved_days) {
        reason = UPSTAND_REASON_MOVED;
        result->numbers[0] = facts->moved_days;
    } else {
        return FALSE;
    }
    decide (result, UPSTAND_RATING_SLIPPING, reason);
    return TRUE;
}

static gboolean
is_begun (const UpstandRatingFacts *facts)
{
    return facts->in_progress + facts->blocked + facts->complete > 0 || facts->percent_total > 0 ||
           facts->clock.last_evidence != 0 || facts->clock.last_done != 0;
}

static void
rate_as_running (const UpstandRatingFacts *facts, UpstandDay today, UpstandRatingResult *result)
{
    const UpstandClock *clock = &result->clock;

    if (!is_begun (facts)) {
        decide (result, UPSTAND_RATING_NOT_STARTED, UPSTAND_REASON_NOT_STARTED);
        result->dates[0] = clock->due;
        result->numbers[0] = MAX (0, -upstand_clock_days_left (clock, today));
        return;
    }
    switch (clock->kind) {
    case UPSTAND_CLOCK_REPEAT:
        decide (result, UPSTAND_RATING_ON_TRACK, UPSTAND_REASON_ON_TRACK_REPEAT);
        result->dates[0] = clock->intended;
        result->dates[1] = clock->due;
        break;
    case UPSTAND_CLOCK_EVIDENCE:
        decide (result, UPSTAND_RATING_ON_TRACK,
            clock->due < today ? UPSTAND_REASON_STALE : UPSTAND_REASON_ON_TRACK_CONTINUOUS);
        if (facts->clock.last_evidence == upstand_clock_quiet_since (&facts->clock))
            result->dates[0] = facts->clock.last_evidence;
        result->dates[1] = clock->due;
        break;
    case UPSTAND_CLOCK_NONE:
    case UPSTAND_CLOCK_DEADLINE:
        decide (result, UPSTAND_RATING_ON_TRACK, UPSTAND_REASON_ON_TRACK);
        result->dates[0] = clock->due;
        result->numbers[0] = upstand_rating_facts_get_percent (facts);
        break;
    }
}

static void
compute (UpstandRatingFacts *facts, const UpstandThresholds *thresholds, UpstandDay today,
    UpstandRatingResult *result)
{
    if (facts->not_applicable && is_said (facts->not_applicable_reason) &&
        is_said (facts->not_applicable_by)) {
        decide (result, UPSTAND_RATING_NOT_APPLICABLE, UPSTAND_REASON_NOT_APPLICABLE);
        return;
    }
    if (is_complete (facts, thresholds, today, result))
        return;
    if (facts->waiting && is_said (facts->waiting_reason) && today <= facts->waiting_review) {
        decide (result, UPSTAND_RATING_WAITING, UPSTAND_REASON_WAITING);
        result->dates[0] = facts->waiting_review;
        return;
    }
    if (!is_off_track (facts, thresholds, today, result) &&
        !is_slipping (facts, thresholds, today, result))
        rate_as_running (facts, today, result);
}

static gboolean
override_holds (const UpstandRatingFacts *facts, UpstandDay today)
{
    return facts->override.rating > UPSTAND_RATING_NONE &&
           facts->override.rating < UPSTAND_N_RATINGS && is_said (facts->override.reason) &&
           is_said (facts->override.post) && facts->override.set_on <= today &&
           today <= facts->override.review;
}

UpstandRatingResult
upstand_rating_compute (
    const UpstandRatingFacts *facts, const UpstandThresholds *thresholds, UpstandDay today)
{
    UpstandRatingResult result = { 0 };

    g_return_val_if_fail (facts && thresholds && today > 0, result);

    UpstandRatingFacts known = *facts;
    result.clock = upstand_clock_next (&known.clock, thresholds);
    compute (&known, thresholds, today, &result);
    /* What is done for good, or is not asked of this force, has no next date. */
    if (result.reason == UPSTAND_REASON_COMPLETE || result.reason == UPSTAND_REASON_NOT_APPLICABLE)
        result.clock = (UpstandClock){ 0 };
    result.override_active = override_holds (facts, today);
    result.shown = result.override_active ? facts->override.rating : result.computed;
    return result;
}
