/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * UpstandThresholds:
 *
 * Every number in the rules of ratings and clocks (domain, section 5), of checks (section 4), of
 * chains and coverage, and of public copies (section 6). A plan may set each of them; what it does
 * not set has its default.
 */
typedef struct {
    int immediate_days; /* from the launch to the first deadline of an immediate duty */
    int immediate_months; /* between its later ones */
    int review_months; /* between reviews of a duty with no stated time */
    int continuous_months; /* a continuous duty without evidence for longer is stale */
    int continuous_slip_percent; /* of that time, and it slips */
    int lag_days; /* from a period's end until its return is late */
    int milestone_days; /* a key milestone over by more is off track */
    int near_days; /* a deadline this near is "due soon", and progress is looked at */
    int behind_points; /* progress may be this many points behind the time gone */
    int expiry_days; /* evidence that expires within these is slipping */
    int moved_days; /* a deadline may move by these in all without an approval */
    int smallest_shown; /* in a public copy: counts from 1 up to below this are hidden */
    int zeros_hidden; /* in a public copy: 1 when zeros are hidden like small counts */
    int change_percent; /* a count that changes by more than this, */
    int change_least; /* and by more than this many, wants a reason (section 4, check 6) */
    int heard_days; /* from hearing something to deciding on it */
    int changed_days; /* from deciding on a change to making it */
    int feedback_days; /* from a change, or the decision against one, to telling those who asked */
    int met_days; /* an organisation not met for longer is "not lately met" */
    int new_reach_days; /* a group not heard for longer is new when it is heard again */
} UpstandThresholds;

/** One of them, for preferences, settings and documents. */
typedef struct {
    const char *key; /* of the plan's setting: "near-days" */
    const char *label; /* untranslated; for people */
    int usual, least, most;
    gsize offset; /* of the member */
} UpstandThreshold;

#define UPSTAND_N_THRESHOLDS 20

/** All of them, in the order of the structure. */
extern const UpstandThreshold upstand_thresholds[UPSTAND_N_THRESHOLDS];

/** Fills @thresholds with the defaults. */
void upstand_thresholds_init (UpstandThresholds *thresholds);

/**
 * Sets the one called @key. FALSE, with nothing changed, when no such threshold exists or @value is
 * not between its least and most.
 */
gboolean upstand_thresholds_set (UpstandThresholds *thresholds, const char *key, int value);

/** The value of @threshold. */
int upstand_thresholds_get (const UpstandThresholds *thresholds, const UpstandThreshold *threshold);

/** What @threshold is called, translated. */
const char *upstand_threshold_get_label (const UpstandThreshold *threshold);

G_END_DECLS
