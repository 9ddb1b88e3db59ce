/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/activity.h"

G_BEGIN_DECLS

/**
 * UpstandStanding:
 *
 * How one activity stands on a day: its state, and what its dates make of it. In the order of what
 * needs looking at first.
 */
typedef enum {
    UPSTAND_STANDING_OVERDUE,
    UPSTAND_STANDING_BLOCKED,
    UPSTAND_STANDING_DUE_TODAY,
    UPSTAND_STANDING_DUE_SOON,
    UPSTAND_STANDING_IN_PROGRESS,
    UPSTAND_STANDING_NOT_STARTED,
    UPSTAND_STANDING_COMPLETE_LATE, /* complete, after it was due */
    UPSTAND_STANDING_COMPLETE,
    UPSTAND_STANDING_CANCELLED,
} UpstandStanding;
#define UPSTAND_N_STANDINGS (UPSTAND_STANDING_CANCELLED + 1)

/**
 * The standing of an activity. Overdue comes before blocked, and being due today is not overdue.
 *
 * @due, @completed: 0 for none
 * @near_days: the threshold of that name: due within so many days is "due soon"
 */
UpstandStanding upstand_activity_standing (UpstandActivityState state, UpstandDay due,
    UpstandDay completed, UpstandDay today, int near_days);

/** The words for people, translated: "Due soon". */
const char *upstand_standing_get_label (UpstandStanding standing);

/** A shape of its own for each, as one character. */
const char *upstand_standing_get_shape (UpstandStanding standing);

G_END_DECLS
