/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/activity.h"
#include "rules/clock.h"
#include "rules/tone.h"

G_BEGIN_DECLS

/** Raised when the same facts can give another rating: kept with every snapshot of a return. */
#define UPSTAND_RULES_VERSION 1

/** An expiry later than any: evidence that does not expire. */
#define UPSTAND_DAY_NEVER G_MAXUINT32

/** The numbers are those of upstand_rating_choices; NONE is "no override". */
typedef enum {
    UPSTAND_RATING_NONE,
    UPSTAND_RATING_COMPLETE,
    UPSTAND_RATING_ON_TRACK,
    UPSTAND_RATING_SLIPPING,
    UPSTAND_RATING_OFF_TRACK,
    UPSTAND_RATING_WAITING,
    UPSTAND_RATING_NOT_STARTED,
    UPSTAND_RATING_NOT_APPLICABLE,
} UpstandRating;
#define UPSTAND_N_RATINGS (UPSTAND_RATING_NOT_APPLICABLE + 1)

/**
 * UpstandRatingFacts:
 *
 * Everything that the rating of one duty follows from. Plain values; the texts are borrowed and
 * may be NULL. Begin with zeroes, add the activities and the evidence, fill in the rest.
 */
typedef struct {
    UpstandClockFacts clock;
    int moved_days; /* by which the deadline was moved later in all without an approval */

    gboolean not_applicable;
    const char *not_applicable_reason, *not_applicable_by;

    gboolean waiting;
    const char *waiting_reason;
    UpstandDay waiting_review;

    UpstandDay success_met; /* the day on which the success measure was confirmed met; 0: not */

    /* The activities, by upstand_rating_facts_add_activity(). */
    guint not_started, in_progress, blocked, complete, cancelled;
    guint cancelled_unexplained;
    guint percent_total; /* sum of the percents of those that are not cancelled */
    UpstandDay first_start; /* the earliest start of those; 0: none has one */
    UpstandDay completed_on; /* the latest day of completion */
    int milestone_days_over; /* of the unfinished key milestone that is most overdue */
    guint milestones_blocked;

    /* The evidence, by upstand_rating_facts_add_evidence(); also clock.last_evidence. */
    UpstandDay evidence_until; /* the latest expiry, UPSTAND_DAY_NEVER for none; 0: no evidence */
    UpstandDay next_expiry; /* the earliest expiry that is not past; 0: none */

    struct {
        UpstandRating rating;
        const char *reason, *post;
        UpstandDay set_on, review; /* lapses after the review date */
    } override;
} UpstandRatingFacts;

/** Which line of the rule decided. */
typedef enum {
    UPSTAND_REASON_NOT_APPLICABLE,
    UPSTAND_REASON_COMPLETE,
    UPSTAND_REASON_COMPLETE_FOR_PERIOD, /* dates: the occasion done, the next one's due date */
    UPSTAND_REASON_COMPLETE_CONTINUOUS, /* date: evidence is due again */
    UPSTAND_REASON_WAITING, /* date: review */
    UPSTAND_REASON_DEADLINE_PASSED, /* date: due; number: days ago */
    UPSTAND_REASON_MILESTONE_FAR_OVER, /* number: days overdue */
    UPSTAND_REASON_PERIOD_LATE, /* dates: intended, due; number: days since due */
    UPSTAND_REASON_MILESTONE_BLOCKED, /* number: how many */
    UPSTAND_REASON_ALL_BLOCKED, /* number: how many */
    UPSTAND_REASON_MILESTONE_OVER, /* number: days overdue */
    UPSTAND_REASON_BEHIND, /* date: due; numbers: percent done, percent of the time gone */
    UPSTAND_REASON_SILENT, /* date: quiet since; number: days */
    UPSTAND_REASON_EVIDENCE_EXPIRES, /* date: of expiry */
    UPSTAND_REASON_EVIDENCE_EXPIRED, /* date: of the last expiry */
    UPSTAND_REASON_MOVED, /* number: days */
    UPSTAND_REASON_NOT_STARTED, /* date: due, or 0; number: days since */
    UPSTAND_REASON_ON_TRACK, /* date: due, or 0; number: percent done */
    UPSTAND_REASON_ON_TRACK_REPEAT, /* dates: intended, due */
    UPSTAND_REASON_ON_TRACK_CONTINUOUS, /* dates: last evidence or 0, evidence is due */
    UPSTAND_REASON_STALE, /* the same, but that day is past */
} UpstandRatingReason;

/** What keeps a duty from "complete" although none of its activities is open any more. */
typedef enum {
    UPSTAND_MISSING_SUCCESS = 1 << 0, /* the success measure is not confirmed met */
    UPSTAND_MISSING_EVIDENCE = 1 << 1, /* no dated evidence that was valid then */
    UPSTAND_MISSING_CANCEL_REASON = 1 << 2, /* a cancelled activity has no reason */
    UPSTAND_MISSING_PERIOD = 1 << 3, /* this period is not recorded as done */
} UpstandMissing;

typedef struct {
    UpstandRating computed;
    UpstandRating shown; /* the override while it holds, else the computed one */
    gboolean override_active;
    UpstandRatingReason reason; /* of the computed one */
    int numbers[2];
    UpstandDay dates[2];
    guint missing; /* UpstandMissing, or'ed; 0 while work is open, and when complete */
    UpstandClock clock; /* what falls due next */
} UpstandRatingResult;

/** Adds one activity of the duty to @facts. @cancel_reason may be NULL. */
void upstand_rating_facts_add_activity (UpstandRatingFacts *facts, UpstandActivityState state,
    int percent, UpstandDay start, UpstandDay due, UpstandDay completed, gboolean key_milestone,
    const char *cancel_reason, UpstandDay today);

/** Adds one piece of evidence. Without a date, or dated after @today, it shows nothing. */
void upstand_rating_facts_add_evidence (
    UpstandRatingFacts *facts, UpstandDay dated, UpstandDay expires, UpstandDay today);

/** Whole percent done: the mean of the activities that are not cancelled, rounded down. */
int upstand_rating_facts_get_percent (const UpstandRatingFacts *facts);

/**
 * The one rule (domain, section 5): the first line that fits. docs/rules.md tells it to readers.
 *
 * - A repeating duty is complete for this period when, besides, the last occasion that has come was
 *   done. Its first stated deadline counts as done once everything else is.
 * - Evidence was valid at completion when it had not expired by then; it may be dated later.
 * - "Blocked" is a key milestone that is, or everything unfinished.
 * - Progress is compared with the time gone for a stated deadline only; the activities of a
 *   repeating duty do not begin anew with each period.
 * - Evidence of which the last piece has expired is no better than evidence about to.
 */
UpstandRatingResult upstand_rating_compute (
    const UpstandRatingFacts *facts, const UpstandThresholds *thresholds, UpstandDay today);

/** The key in SQL and files, "on-track"; "" for NONE. */
const char *upstand_rating_to_key (UpstandRating rating);

/** Finds the rating with this @key; NONE is not one. */
gboolean upstand_rating_from_key (const char *key, UpstandRating *rating);

/** The words for people, translated: "On track". */
const char *upstand_rating_get_label (UpstandRating rating);

/** A shape of its own for each rating, as one character. */
const char *upstand_rating_get_shape (UpstandRating rating);

UpstandTone upstand_rating_get_tone (UpstandRating rating);

/** 0 for what needs looking at first (off track), rising; for sorting by the worst. */
int upstand_rating_get_rank (UpstandRating rating);

/** The sentence that explains the computed rating, in the current language. To be freed. */
char *upstand_rating_explain (const UpstandRatingResult *result, const UpstandRatingFacts *facts);

/** What keeps it from complete, in whole sentences; NULL when nothing does. To be freed. */
char *upstand_rating_explain_missing (const UpstandRatingResult *result);

/** Who set it by hand, when, until when and why; NULL when no override holds. To be freed. */
char *upstand_rating_explain_override (
    const UpstandRatingResult *result, const UpstandRatingFacts *facts);

/**
 * UpstandDistribution:
 *
 * How many parts of an action or a pillar have each rating, as shown.
 */
typedef struct {
    guint counts[UPSTAND_N_RATINGS];
    guint total;
} UpstandDistribution;

void upstand_distribution_add (UpstandDistribution *distribution, UpstandRating rating);

/** The worst rating in it, NONE when it is empty: the one that leads. */
UpstandRating upstand_distribution_get_worst (const UpstandDistribution *distribution);

/** The ratings from the worst on: the @n-th, from 0 to UPSTAND_N_RATINGS - 2. */
UpstandRating upstand_rating_nth_worst (guint n);

/** "off track 1 of 5, slipping 2, on track 2", the worst first; "" when empty. To be freed. */
char *upstand_distribution_describe (const UpstandDistribution *distribution);

G_END_DECLS
