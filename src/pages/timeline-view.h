/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "records/store.h"
#include "rules/plan-ratings.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_TIMELINE_VIEW (upstand_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (UpstandTimelineView, upstand_timeline_view, UPSTAND, TIMELINE_VIEW, AdwBin)

/**
 * UpstandTimelineView:
 *
 * The activities in time: bars, milestones, deadlines and today, by action or requirement, of one
 * action or owner; a quarter, a year or everything at once. It opens an activity by the action
 * "actions.open-activity" and a requirement by "win.show-record".
 */
GtkWidget *upstand_timeline_view_new (void);

/** Once, before it is shown. */
void upstand_timeline_view_set_store (UpstandTimelineView *self, UpstandStore *store);

/** How the plan stands now: deadlines, and what counts as today. */
void upstand_timeline_view_set_ratings (UpstandTimelineView *self, UpstandPlanRatings *ratings);

typedef enum {
    UPSTAND_TIMELINE_QUARTER,
    UPSTAND_TIMELINE_YEAR,
    UPSTAND_TIMELINE_ALL,
} UpstandTimelineZoom;

void upstand_timeline_view_set_zoom (UpstandTimelineView *self, UpstandTimelineZoom zoom);

/** The first and last day that are shown; 0 and 0 for everything. */
void upstand_timeline_view_get_days (UpstandTimelineView *self, UpstandDay *from, UpstandDay *to);

G_END_DECLS
