/* SPDX-License-Identifier: MIT */
#pragma once

#include "rules/measures.h"

G_BEGIN_DECLS

/** One column of a row's trend. */
typedef struct {
    guint period; /* place */
    UpstandPeriod covers; /* what of it is covered */
    UpstandFigure figure; /* the cell's, or the rate's */
    UpstandMeasuresRate rate; /* of a rate: with its parts */
    UpstandFigure earlier; /* before it was revised; unanswered: it was not */
    UpstandFigure year_before; /* of the same period; unanswered: none, or not comparable */
    gboolean is_part; /* covers less than its period */
    gboolean is_provisional; /* the figure, or a part of the rate */
    const UpstandMeasuresBreak *after; /* a break since the column before; NULL: none */
} UpstandMeasureTrendPoint;

/**
 * (transfer full) (element-type UpstandMeasureTrendPoint): every column in which the line is
 * collected. A value a year before counts only where both cover whole periods and no break lies
 * between.
 */
GArray *upstand_measures_get_trend (const UpstandMeasures *self, guint line);

/** The trend in a sentence or two, for a chart's description. To be freed. */
char *upstand_measures_describe_trend (const UpstandMeasures *self, guint line);

G_END_DECLS
