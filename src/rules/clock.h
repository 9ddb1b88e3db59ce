/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/timing.h"
#include "rules/thresholds.h"

G_BEGIN_DECLS

/**
 * UpstandClockFacts:
 *
 * What decides when a duty next falls due (domain, section 5). Dates that are not known are 0.
 */
typedef struct {
    UpstandTiming timing; /* as the framework states it */
    UpstandDay launch; /* of the framework: "immediate" runs from here */
    UpstandDay plan_start; /* a new plan answers for nothing that repeats before it */
    UpstandDay current_deadline; /* after the last move; 0 when it never moved */
    UpstandDay last_done; /* the intended date of the last period that was done */
    UpstandDay last_evidence; /* the date of the newest evidence */
} UpstandClockFacts;

typedef enum {
    UPSTAND_CLOCK_NONE, /* nothing more falls due */
    UPSTAND_CLOCK_DEADLINE, /* a stated deadline: the only one, or the first before a repeat */
    UPSTAND_CLOCK_REPEAT, /* the end of a period of a repeating duty */
    UPSTAND_CLOCK_EVIDENCE, /* the day on which a continuous duty goes stale */
} UpstandClockKind;

/**
 * UpstandClock:
 *
 * What of a duty is due next. @intended names the occasion: it is what "done" is recorded against,
 * and later occasions count from it and never from the day on which something was really done.
 */
typedef struct {
    UpstandClockKind kind;
    UpstandDay intended; /* 0 when nothing falls due */
    UpstandDay due; /* the last day that is in time: the deadline as moved, or with the lag */
} UpstandClock;

/** The months between the occasions of a duty; 0 when it does not repeat. */
int upstand_clock_get_months (const UpstandTiming *timing, const UpstandThresholds *thresholds);

/**
 * The next occasion that is not done, whether it lies ahead or is long overdue.
 *
 * Occasions are the first stated deadline, if any (an immediate duty's is the launch and a
 * setting), and then repeat_from plus n times the months, counted from repeat_from itself so that
 * no clamped month shortens the later ones; the last day of a month stays the last. Where the
 * framework states no date, quarters and half-years are those of the financial year, and a review
 * runs from the plan's start. A continuous duty is due when its evidence goes stale.
 */
UpstandClock upstand_clock_next (
    const UpstandClockFacts *facts, const UpstandThresholds *thresholds);

/** The last intended date that is not after @today, done or not; 0 when there was none yet. */
UpstandDay upstand_clock_latest_intended (
    const UpstandClockFacts *facts, const UpstandThresholds *thresholds, UpstandDay today);

/** The intended date that follows @day; 0 when nothing repeats. */
UpstandDay upstand_clock_intended_after (
    const UpstandClockFacts *facts, const UpstandThresholds *thresholds, UpstandDay day);

/** Days until it is due: 0 today, negative when overdue. 0 when nothing falls due. */
int upstand_clock_days_left (const UpstandClock *clock, UpstandDay today);

/** TRUE when its last day in time has passed. Due today is not overdue. */
gboolean upstand_clock_is_overdue (const UpstandClock *clock, UpstandDay today);

/** The day that a continuous duty's silence is counted from: evidence, plan's start or launch. */
UpstandDay upstand_clock_quiet_since (const UpstandClockFacts *facts);

/** TRUE when a continuous duty has had no evidence for longer than its cadence. */
gboolean upstand_clock_is_stale (
    const UpstandClockFacts *facts, const UpstandThresholds *thresholds, UpstandDay today);

/** TRUE when that silence has lasted so much longer that the duty slips (1.5 times by default). */
gboolean upstand_clock_is_silent (
    const UpstandClockFacts *facts, const UpstandThresholds *thresholds, UpstandDay today);

G_END_DECLS
