/* SPDX-License-Identifier: MIT */
#pragma once

#include "charts/chart-private.h"
#include "charts/trend-chart.h"

G_BEGIN_DECLS

typedef struct {
    gint64 id;
    char *title, *note;
    UpstandAmount amount;
    UpstandTrendPoint *points, *second; /* second: NULL for none, and so are the next two */
    UpstandFigure *year_before;
    UpstandTrendParts *parts;
    char **breaks; /* for each period the note of the break before it, or NULL */
    gint64 largest; /* of all figures that are drawn */
    int latest; /* the last period with a point that has a value; -1 */
    char *standing, *beside, *earlier; /* the latest figures in words */
} TrendRow;

typedef struct {
    UpstandChart base;
    char **periods;
    guint n_periods;
    char *first, *second;
    gboolean common_scale;
    GArray *rows; /* TrendRow */
    gint64 largest;
    gboolean has_breaks, has_earlier;
    gboolean has_kinds[UPSTAND_TREND_PART + 1];
} TrendChart;

const TrendRow *upstand_trend_chart_get_row (const TrendChart *chart, guint row);

/** Whether the two periods @period - 1 and @period of a series are joined by a line. */
gboolean upstand_trend_row_is_joined (const TrendRow *row, guint period);

void upstand_trend_chart_draw_row (
    const UpstandChart *base, UpstandPen *pen, const UpstandFrame *frame, guint index);

/** The box over which a period of a row can be pointed at. */
void upstand_trend_chart_get_box (
    const UpstandFrame *frame, guint row, guint period, UpstandChartMark *box);

G_END_DECLS
