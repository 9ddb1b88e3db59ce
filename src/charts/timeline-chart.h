/* SPDX-License-Identifier: MIT */
#pragma once

#include "charts/chart.h"
#include "rules/standing.h"

G_BEGIN_DECLS

/**
 * UpstandTimelineItem:
 *
 * One activity of a timeline. How it stands has been worked out by the rules; the chart does not
 * judge. Days are 0 where there is none; texts may be NULL and are copied.
 */
typedef struct {
    gint64 id;
    const char *title;
    const char *owner; /* a post */
    UpstandStanding standing;
    int percent; /* 0 to 100 */
    gboolean key_milestone;
    UpstandDay start;
    UpstandDay due;
    UpstandDay original_due; /* before it was ever moved */
    UpstandDay completed;
} UpstandTimelineItem;

/** What the activities below it serve: an action or a requirement, with a deadline of its own. */
typedef struct {
    gint64 id;
    const char *title;
    UpstandDay deadline;
    UpstandDay original_deadline;
} UpstandTimelineGroup;

/** The parts of a timeline's marks: an activity is whole, a heading says so. */
#define UPSTAND_TIMELINE_GROUP 1

/**
 * UpstandTimeline:
 *
 * A timeline in the making: groups and items in the order of its rows.
 */
typedef struct _UpstandTimeline UpstandTimeline;

/** @today: the day that is drawn as today; not 0 */
UpstandTimeline *upstand_timeline_new (const char *title, UpstandDay today);

/** Begins a group; the items added from now on stand under it. */
void upstand_timeline_add_group (UpstandTimeline *timeline, const UpstandTimelineGroup *group);

/** Adds a row. An activity that serves several groups may be added to each; it counts once. */
void upstand_timeline_add_item (UpstandTimeline *timeline, const UpstandTimelineItem *item);

/** Makes the chart and frees @timeline. */
UpstandChart *upstand_timeline_end (UpstandTimeline *timeline);

/** Throws away a timeline that was not ended. */
void upstand_timeline_free (UpstandTimeline *timeline);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandTimeline, upstand_timeline_free)

/** The days a timeline shows when its view names none: whole months, today among them. */
void upstand_timeline_get_range (const UpstandChart *chart, UpstandDay *from, UpstandDay *to);

G_END_DECLS
