/* SPDX-License-Identifier: MIT */
#include "rules/standing.h"

#include <glib/gi18n-lib.h>

static const struct {
    const char *label, *shape;
} standings[UPSTAND_N_STANDINGS] = {
    [UPSTAND_STANDING_OVERDUE] = { N_ ("Overdue"), "◆" },
    [UPSTAND_STANDING_BLOCKED] = { N_ ("Blocked"), "■" },
    [UPSTAND_STANDING_DUE_TODAY] = { N_ ("Due today"), "▲" },
    [UPSTAND_STANDING_DUE_SOON] = { N_ ("Due soon"), "△" },
    [UPSTAND_STANDING_IN_PROGRESS] = { N_ ("In progress"), "●" },
    [UPSTAND_STANDING_NOT_STARTED] = { N_ ("Not started"), "○" },
    [UPSTAND_STANDING_COMPLETE_LATE] = { N_ ("Complete, late"), "✓" },
    [UPSTAND_STANDING_COMPLETE] = { N_ ("Complete"), "✔" },
    [UPSTAND_STANDING_CANCELLED] = { N_ ("Cancelled"), "✕" },
};

UpstandStanding
upstand_activity_standing (UpstandActivityState state, UpstandDay due, UpstandDay completed,
    UpstandDay today, int near_days)
{
    if (state == UPSTAND_ACTIVITY_COMPLETE)
        return due != 0 && completed > due ? UPSTAND_STANDING_COMPLETE_LATE
                                           : UPSTAND_STANDING_COMPLETE;
    if (state == UPSTAND_ACTIVITY_CANCELLED)
        return UPSTAND_STANDING_CANCELLED;
    if (due != 0 && due < today)
        return UPSTAND_STANDING_OVERDUE;
    if (state == UPSTAND_ACTIVITY_BLOCKED)
        return UPSTAND_STANDING_BLOCKED;
    if (due != 0 && due == today)
        return UPSTAND_STANDING_DUE_TODAY;
    if (due != 0 && (gint64)due - today <= near_days)
        return UPSTAND_STANDING_DUE_SOON;
    return state == UPSTAND_ACTIVITY_IN_PROGRESS ? UPSTAND_STANDING_IN_PROGRESS
                                                 : UPSTAND_STANDING_NOT_STARTED;
}

const char *
upstand_standing_get_label (UpstandStanding standing)
{
    g_return_val_if_fail (standing < UPSTAND_N_STANDINGS, "");
    return _ (standings[standing].label);
}

const char *
upstand_standing_get_shape (UpstandStanding standing)
{
    g_return_val_if_fail (standing < UPSTAND_N_STANDINGS, "");
    return standings[standing].shape;
}
