/* SPDX-License-Identifier: MIT */
#pragma once

#include "charts/amounts.h"
#include "charts/chart.h"

G_BEGIN_DECLS

/** How far a figure can be relied on; each is drawn as another shape. */
typedef enum {
    UPSTAND_TREND_FINAL,
    UPSTAND_TREND_PROVISIONAL,
    UPSTAND_TREND_PART, /* counted over a part of the period only: compares with nothing */
} UpstandTrendKind;

typedef struct {
    UpstandFigure figure;
    UpstandTrendKind kind;
} UpstandTrendPoint;

/** What a rate was made of, shown beside it. */
typedef struct {
    UpstandFigure numerator, denominator;
} UpstandTrendParts;

/** Figures on either side do not compare, and no line joins them. */
typedef struct {
    guint before; /* the first period after the break, from 1 */
    const char *note; /* "Job title changed" */
} UpstandTrendBreak;

/**
 * UpstandTrendLayout:
 * @periods: census dates or periods, the newest last
 * @first: (nullable): what the points are, where there is a second series: "Deployable"
 * @second: (nullable): what the second points are: "Needed"
 * @common_scale: all rows have the scale of the largest, where they count the same thing
 *
 * What all rows of a trend share. Texts are copied.
 */
typedef struct {
    const char *const *periods;
    guint n_periods;
    const char *first;
    const char *second;
    gboolean common_scale;
} UpstandTrendLayout;

/**
 * UpstandTrendRow:
 * @id: what the marks of the row carry; their part is the number of the period
 * @title: a capability or a measure
 * @note: (nullable): a remark under the title
 * @amount: how figures are written
 * @points: one for each period
 * @second: (nullable): one for each period, on the same scale
 * @year_before: (nullable): for each period the figure of the same one a year before
 * @parts: (nullable): for each period what the rate was made of
 * @breaks: (nullable): the @n_breaks breaks of this series
 */
typedef struct {
    gint64 id;
    const char *title;
    const char *note;
    UpstandAmount amount;
    const UpstandTrendPoint *points;
    const UpstandTrendPoint *second;
    const UpstandFigure *year_before;
    const UpstandTrendParts *parts;
    const UpstandTrendBreak *breaks;
    guint n_breaks;
} UpstandTrendRow;

/**
 * UpstandTrend:
 *
 * Values by period in the making: a small picture for each row under one axis, a large one when
 * there is one row.
 */
typedef struct _UpstandTrend UpstandTrend;

UpstandTrend *upstand_trend_new (const UpstandChartWords *words, const UpstandTrendLayout *layout);

void upstand_trend_add (UpstandTrend *trend, const UpstandTrendRow *row);

/** Makes the chart and frees @trend. */
UpstandChart *upstand_trend_end (UpstandTrend *trend);

/** Throws away what was not ended. */
void upstand_trend_free (UpstandTrend *trend);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandTrend, upstand_trend_free)

G_END_DECLS
