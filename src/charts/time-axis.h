/* SPDX-License-Identifier: MIT */
#pragma once

#include "charts/pen.h"
#include "records/date.h"

G_BEGIN_DECLS

/** The first and the last day an axis can reach; what lies beyond is shown at its edge. */
#define UPSTAND_AXIS_FIRST_YEAR 1900
#define UPSTAND_AXIS_LAST_YEAR 2199

typedef enum {
    UPSTAND_AXIS_WEEKS,
    UPSTAND_AXIS_MONTHS,
    UPSTAND_AXIS_QUARTERS, /* of the financial year */
    UPSTAND_AXIS_YEARS, /* financial; several at a time where one is too narrow */
} UpstandAxisUnit;

/**
 * UpstandTimeAxis:
 *
 * Days across a plot, with two bands of headings: the finest unit whose words fit, and above it
 * what that unit is a part of.
 */
typedef struct {
    UpstandDay from, to; /* both are shown */
    double x, width;
    UpstandAxisUnit unit, above; /* the same where one band is enough */
    int years; /* how many to a heading, where the unit is years */
} UpstandTimeAxis;

/** Fits an axis for @from to @to (put in order and kept within its years) into @width pixels. */
void upstand_time_axis_init (UpstandTimeAxis *axis, const UpstandPen *pen, UpstandDay from,
    UpstandDay to, double x, double width);

/** Where @day begins, in pixels; its end is where the next one begins. */
double upstand_time_axis_get_x (const UpstandTimeAxis *axis, UpstandDay day);

/** The first day of the @unit (of @years years) that @day lies in. */
UpstandDay upstand_time_axis_floor (UpstandAxisUnit unit, int years, UpstandDay day);

/** The first day of the unit after the one that begins on @start. */
UpstandDay upstand_time_axis_next (UpstandAxisUnit unit, int years, UpstandDay start);

/**
 * What stands over the unit that begins on @start: "28" (a week), "Mar", "Q4", "2021-22".
 * @whole: with what it is a part of, as in the upper band: "Mar 2022", "2021-22 Q4". To be freed.
 */
char *upstand_time_axis_label (UpstandAxisUnit unit, UpstandDay start, gboolean whole);

/** Draws both bands between @y and @y + @height. */
void upstand_time_axis_draw (const UpstandTimeAxis *axis, UpstandPen *pen, double y, double height);

/** Draws the lines of both bands' units down a plot, between @y and @y + @height. */
void upstand_time_axis_draw_grid (
    const UpstandTimeAxis *axis, UpstandPen *pen, double y, double height);

G_END_DECLS
