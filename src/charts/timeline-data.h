/* SPDX-License-Identifier: MIT */
#pragma once

#include "charts/chart.h"
#include "exchange/job.h"
#include "records/store.h"
#include "rules/plan-ratings.h"

G_BEGIN_DECLS

typedef enum {
    UPSTAND_TIMELINE_BY_ACTION,
    UPSTAND_TIMELINE_BY_REQUIREMENT,
} UpstandTimelineGrouping;

/** Which activities a timeline shows. */
typedef struct {
    UpstandTimelineGrouping grouping;
    gint64 action_id; /* 0: of all actions */
    const char *owner; /* NULL: of all owners */
    gboolean open_only; /* without what is complete or cancelled */
} UpstandTimelineChoice;

/** Reads the activities and makes their timeline; @ratings as below. */
UpstandChart *upstand_timeline_data_build (UpstandStore *store, const UpstandTimelineChoice *choice,
    UpstandPlanRatings *ratings, GError **error);

/**
 * A job that reads the activities over a connection of its own and makes their timeline. Its result
 * is an UpstandChart.
 *
 * @path: the plan's file
 * @ratings: gives deadlines, thresholds and the day that counts as today; referenced
 */
UpstandJob *upstand_timeline_data_new_job (
    const char *path, const UpstandTimelineChoice *choice, UpstandPlanRatings *ratings);

G_END_DECLS
