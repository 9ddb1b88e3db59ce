/* SPDX-License-Identifier: MIT */
#include "rules/thresholds.h"

#include <glib/gi18n-lib.h>

#define AT(member) G_STRUCT_OFFSET (UpstandThresholds, member)

/* clang-format off */
const UpstandThreshold upstand_thresholds[UPSTAND_N_THRESHOLDS] = {
    { "immediate-days", N_("Days from the launch until an immediate duty is first due"), 30, 0, 366, AT (immediate_days) },
    { "immediate-months", N_("Months between the later dates of an immediate duty"), 3, 1, 24, AT (immediate_months) },
    { "review-months", N_("Months between reviews of a duty with no stated time"), 6, 1, 24, AT (review_months) },
    { "continuous-months", N_("Months without evidence until a continuous duty is stale"), 3, 1, 24, AT (continuous_months) },
    { "continuous-slip-percent", N_("Percent of that time until it is slipping"), 150, 100, 400, AT (continuous_slip_percent) },
    { "lag-days", N_("Days from the end of a period until a repeating duty is late"), 30, 0, 366, AT (lag_days) },
    { "milestone-days", N_("Days overdue after which a key milestone is off track"), 30, 0, 366, AT (milestone_days) },
    { "near-days", N_("Days before a deadline in which it counts as near"), 30, 0, 366, AT (near_days) },
    { "behind-points", N_("Points that progress may be behind the time gone when a deadline is near"), 20, 0, 100, AT (behind_points) },
    { "expiry-days", N_("Days before evidence expires in which a duty is slipping"), 30, 0, 366, AT (expiry_days) },
    { "moved-days", N_("Days that a deadline may move in all without a recorded approval"), 90, 0, 1000, AT (moved_days) },
    { "smallest-shown", N_("Smallest number but zero that a public copy shows"), 5, 3, 100, AT (smallest_shown) },
    { "zeros-hidden", N_("Public copies hide zeros too (1), or show them (0)"), 0, 0, 1, AT (zeros_hidden) },
    { "change-percent", N_("Percent by which a count may change from an earlier census"), 25, 0, 1000, AT (change_percent) },
    { "change-least", N_("People or cases by which it may change in any case"), 10, 0, 1000, AT (change_least) },
    { "heard-days", N_("Days from hearing something until a decision on it is late"), 90, 1, 1000, AT (heard_days) },
    { "changed-days", N_("Days from deciding on a change until it is late"), 180, 1, 1000, AT (changed_days) },
    { "feedback-days", N_("Days from a change until telling those who asked for it is late"), 30, 0, 1000, AT (feedback_days) },
    { "met-days", N_("Days after which an organisation has not lately been met"), 180, 1, 1000, AT (met_days) },
    { "new-reach-days", N_("Days unheard after which a group that is heard counts as new"), 365, 1, 3660, AT (new_reach_days) },
};
/* clang-format on */

static int *
member_of (UpstandThresholds *thresholds, const UpstandThreshold *threshold)
{
    return G_STRUCT_MEMBER_P (thresholds, threshold->offset);
}

void
upstand_thresholds_init (UpstandThresholds *thresholds)
{
    g_return_if_fail (thresholds);
    for (gsize i = 0; i < UPSTAND_N_THRESHOLDS; i++)
        *member_of (thresholds, &upstand_thresholds[i]) = upstand_thresholds[i].usual;
}

gboolean
upstand_thresholds_set (UpstandThresholds *thresholds, const char *key, int value)
{
    g_return_val_if_fail (thresholds && key, FALSE);
    for (gsize i = 0; i < UPSTAND_N_THRESHOLDS; i++) {
        const UpstandThreshold *threshold = &upstand_thresholds[i];
        if (!g_str_equal (threshold->key, key))
            continue;
        if (value < threshold->least || value > threshold->most)
            return FALSE;
        *member_of (thresholds, threshold) = value;
        return TRUE;
    }
    return FALSE;
}

int
upstand_thresholds_get (const UpstandThresholds *thresholds, const UpstandThreshold *threshold)
{
    g_return_val_if_fail (thresholds && threshold, 0);
    return G_STRUCT_MEMBER (int, thresholds, threshold->offset);
}

const char *
upstand_threshold_get_label (const UpstandThreshold *threshold)
{
    g_return_val_if_fail (threshold, "");
    return _ (threshold->label);
}
