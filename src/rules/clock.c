/* SPDX-License-Identifier: MIT */
#include "rules/clock.h"

#include "rules/period.h"

/* The dates of a duty that repeats: anchor, anchor + months, anchor + 2 * months ... */
typedef struct {
    UpstandDay anchor;
    int months;
    gboolean month_ends; /* the anchor is a month's last day, and so is every later date */
} Repeat;

static gboolean
is_month_end (UpstandDay day)
{
    return day != 0 && upstand_date_month_end (day) == day;
}

static UpstandDay
nth_date (const Repeat *repeat, int n)
{
    UpstandDay day = upstand_date_add_months (repeat->anchor, n * repeat->months);

    return repeat->month_ends ? upstand_date_month_end (day) : day;
}

/* The number of the first date that is not before @day. */
static int
number_on_or_after (const Repeat *repeat, UpstandDay day)
{
    if (day <= repeat->anchor)
        return 0;
    /* No month is longer than 31 days, so this never overshoots. */
    int n = (int)((day - repeat->anchor) / (guint)(31 * repeat->months));
    for (;;) {
        UpstandDay date = nth_date (repeat, n);
        if (date == 0 || date >= day)
            return n;
        n++;
    }
}

int
upstand_clock_get_months (const UpstandTiming *timing, const UpstandThresholds *thresholds)
{
    g_return_val_if_fail (timing && thresholds, 0);

    if (timing->cadence == UPSTAND_CADENCE_ONCE)
        return 0;
    if (timing->repeat_months > 0)
        return timing->repeat_months;
    switch (timing->cadence) {
    case UPSTAND_CADENCE_CONTINUOUS: return thresholds->continuous_months;
    case UPSTAND_CADENCE_IMMEDIATE: return thresholds->immediate_months;
    case UPSTAND_CADENCE_QUARTERLY: return 3;
    case UPSTAND_CADENCE_SIX_MONTHLY: return 6;
    case UPSTAND_CADENCE_REVIEW: return thresholds->review_months;
    case UPSTAND_CADENCE_ONCE: break;
    }
    return 0;
}

/* The first deadline that is stated, before any force moved it. */
static UpstandDay
stated_deadline (const UpstandClockFacts *facts, const UpstandThresholds *thresholds)
{
    if (facts->timing.deadline != 0 || facts->timing.cadence != UPSTAND_CADENCE_IMMEDIATE ||
        facts->launch == 0)
        return facts->timing.deadline;
    return facts->launch + (UpstandDay)thresholds->immediate_days;
}

static gboolean
find_repeat (const UpstandClockFacts *facts, const UpstandThresholds *thresholds, Repeat *repeat)
{
    const UpstandTiming *timing = &facts->timing;
    UpstandDay begun = MAX (facts->launch, facts->plan_start);
    UpstandDay stated = stated_deadline (facts, thresholds);

    repeat->months = upstand_clock_get_months (timing, thresholds);
    if (repeat->months <= 0 || timing->cadence == UPSTAND_CADENCE_CONTINUOUS)
        return FALSE;

    if (timing->repeat_from != 0) {
        repeat->anchor = timing->repeat_from;
        repeat->month_ends = is_month_end (timing->repeat_from);
    } else if (stated != 0) {
        repeat->anchor = stated;
        repeat->month_ends = timing->deadline != 0 && is_month_end (stated);
    } else if (begun == 0) {
        return FALSE;
    } else if (timing->cadence == UPSTAND_CADENCE_REVIEW) {
        repeat->anchor = upstand_date_add_months (begun, repeat->months);
        repeat->month_ends = FALSE;
    } else {
        UpstandPeriodCadence grid = timing->cadence == UPSTAND_CADENCE_SIX_MONTHLY
                                        ? UPSTAND_PERIOD_SIX_MONTHLY
                                        : UPSTAND_PERIOD_QUARTERLY;
        repeat->anchor = upstand_period_current (grid, begun).end;
        repeat->month_ends = TRUE;
    }
    return repeat->anchor != 0;
}

UpstandDay
upstand_clock_intended_after (
    const UpstandClockFacts *facts, const UpstandThresholds *thresholds, UpstandDay day)
{
    Repeat repeat;

    g_return_val_if_fail (facts && thresholds, 0);

    UpstandDay stated = stated_deadline (facts, thresholds);
    if (stated > day)
        return stated;
    if (!find_repeat (facts, thresholds, &repeat))
        return 0;
    return nth_date (&repeat, number_on_or_after (&repeat, day + 1));
}

UpstandDay
upstand_clock_latest_intended (
    const UpstandClockFacts *facts, const UpstandThresholds *thresholds, UpstandDay today)
{
    Repeat repeat;
    UpstandDay latest = 0;

    g_return_val_if_fail (facts && thresholds, 0);

    UpstandDay stated = stated_deadline (facts, thresholds);
    if (stated != 0 && stated <= today)
        latest = stated;
    if (stated <= today && find_repeat (facts, thresholds, &repeat)) {
        int n = number_on_or_after (&repeat, today + 1);
        if (n > 0)
            latest = MAX (latest, nth_date (&repeat, n - 1));
    }
    return latest;
}

static UpstandClock
next_evidence (const UpstandClockFacts *facts, const UpstandThresholds *thresholds)
{
    UpstandDay since = upstand_clock_quiet_since (facts);
    UpstandDay due =
        upstand_date_add_months (since, upstand_clock_get_months (&facts->timing, thresholds));

    return (UpstandClock){ due ? UPSTAND_CLOCK_EVIDENCE : UPSTAND_CLOCK_NONE, due, due };
}

UpstandClock
upstand_clock_next (const UpstandClockFacts *facts, const UpstandThresholds *thresholds)
{
    UpstandClock none = { UPSTAND_CLOCK_NONE, 0, 0 };
    Repeat repeat;

    g_return_val_if_fail (facts && thresholds, none);

    if (facts->timing.cadence == UPSTAND_CADENCE_CONTINUOUS && facts->timing.deadline == 0 &&
        facts->current_deadline == 0)
        return next_evidence (facts, thresholds);

    gboolean repeats = find_repeat (facts, thresholds, &repeat);
    UpstandDay stated = stated_deadline (facts, thresholds), moved = facts->current_deadline;
    if (stated == 0 && !repeats)
        stated = moved; /* the force set a date where the framework states none */
    UpstandDay first_due = moved ? moved : stated;
    if (stated > facts->last_done && (!repeats || first_due >= facts->plan_start))
        return (UpstandClock){ UPSTAND_CLOCK_DEADLINE, stated, first_due };
    if (facts->timing.cadence == UPSTAND_CADENCE_CONTINUOUS)
        return next_evidence (facts, thresholds);
    if (!repeats)
        return none;

    UpstandDay from = MAX (MAX (facts->last_done, stated) + 1, facts->plan_start);
    int n = number_on_or_after (&repeat, from);
    UpstandDay intended = nth_date (&repeat, n);
    if (intended == 0)
        return none;
    UpstandDay due = intended + (UpstandDay)thresholds->lag_days;
    /* A deadline moved into the time of this occasion is this occasion's. */
    if (moved > intended && moved < nth_date (&repeat, n + 1))
        due = moved;
    return (UpstandClock){ UPSTAND_CLOCK_REPEAT, intended, due };
}

int
upstand_clock_days_left (const UpstandClock *clock, UpstandDay today)
{
    g_return_val_if_fail (clock, 0);
    return clock->due == 0 ? 0 : (int)clock->due - (int)today;
}

gboolean
upstand_clock_is_overdue (const UpstandClock *clock, UpstandDay today)
{
    return upstand_clock_days_left (clock, today) < 0;
}

UpstandDay
upstand_clock_quiet_since (const UpstandClockFacts *facts)
{
    g_return_val_if_fail (facts, 0);
    return MAX (facts->last_evidence, MAX (facts->plan_start, facts->launch));
}

static int
cadence_days (const UpstandClockFacts *facts, const UpstandThresholds *thresholds, UpstandDay since)
{
    UpstandDay due =
        upstand_date_add_months (since, upstand_clock_get_months (&facts->timing, thresholds));

    return due == 0 ? 0 : (int)(due - since);
}

gboolean
upstand_clock_is_stale (
    const UpstandClockFacts *facts, const UpstandThresholds *thresholds, UpstandDay today)
{
    g_return_val_if_fail (facts && thresholds, FALSE);

    UpstandDay since = upstand_clock_quiet_since (facts);
    if (facts->timing.cadence != UPSTAND_CADENCE_CONTINUOUS || since == 0 || today <= since)
        return FALSE;
    return (int)(today - since) > cadence_days (facts, thresholds, since);
}

gboolean
upstand_clock_is_silent (
    const UpstandClockFacts *facts, const UpstandThresholds *thresholds, UpstandDay today)
{
    g_return_val_if_fail (facts && thresholds, FALSE);

    UpstandDay since = upstand_clock_quiet_since (facts);
    if (facts->timing.cadence != UPSTAND_CADENCE_CONTINUOUS || since == 0 || today <= since)
        return FALSE;
    return (gint64)(today - since) * 100 >
           (gint64)cadence_days (facts, thresholds, since) * thresholds->continuous_slip_percent;
}
