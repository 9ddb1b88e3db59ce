/* SPDX-License-Identifier: MIT */
#pragma once

#include "charts/chart-private.h"
#include "charts/looks.h"
#include "charts/timeline-chart.h"

G_BEGIN_DECLS

typedef struct {
    gint64 id;
    const char *title;
    const char *owner;
    UpstandDay start, due, original_due, completed;
    guint group; /* index; G_MAXUINT outside any */
    guint8 percent, standing;
    gboolean key_milestone;
} TimelineItem;

typedef struct {
    gint64 id;
    const char *title;
    UpstandDay deadline, original_deadline;
    guint n_items, n_complete, n_cancelled, n_overdue;
} TimelineGroup;

typedef struct {
    UpstandChart base;
    UpstandDay today;
    UpstandDay from, to; /* the range shown when nobody asks for another */
    GStringChunk *texts;
    GArray *groups; /* TimelineGroup */
    GArray *items; /* TimelineItem */
    GArray *rows; /* guint: an item's index, or a group's with TIMELINE_GROUP_BIT */
    gboolean any_moved, any_deadline, any_milestone;
} TimelineChart;

#define TIMELINE_GROUP_BIT 0x80000000u

/** The group whose heading @row is, or NULL; else *@item is the activity. */
const TimelineGroup *upstand_timeline_chart_get_row (
    const TimelineChart *chart, guint row, const TimelineItem **item);

/** How an activity looks: by its standing. */
UpstandLook upstand_timeline_item_get_look (const TimelineItem *item);

/** Neither complete nor cancelled. */
gboolean upstand_timeline_item_is_open (const TimelineItem *item);
gboolean upstand_timeline_item_is_complete (const TimelineItem *item);

/** The word that stands beside an activity: "12 days over", "60%", "Blocked". To be freed. */
char *upstand_timeline_item_get_word (const TimelineItem *item, UpstandDay today);

/** The word that stands beside a heading: "3 overdue", "5 of 9 complete". To be freed. */
char *upstand_timeline_group_get_word (const TimelineGroup *group);

/** What the pointer and the screen reader are told about a row. To be freed. */
char *upstand_timeline_chart_get_sentence (const TimelineChart *chart, guint row);

UpstandSheet *upstand_timeline_chart_table (UpstandChart *chart);

/* The drawing half of the class: timeline-drawing.c. */
void upstand_timeline_chart_add_legend (const UpstandChart *chart, UpstandLegend *legend);
void upstand_timeline_chart_set_columns (
    const UpstandChart *chart, const UpstandPen *pen, UpstandFrame *frame);
void upstand_timeline_chart_draw_axis (
    const UpstandChart *chart, UpstandPen *pen, const UpstandFrame *frame);
void upstand_timeline_chart_draw_under (
    const UpstandChart *chart, UpstandPen *pen, const UpstandFrame *frame);
void upstand_timeline_chart_draw_row (
    const UpstandChart *chart, UpstandPen *pen, const UpstandFrame *frame, guint row);

G_END_DECLS
