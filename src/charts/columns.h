/* SPDX-License-Identifier: MIT */
#pragma once

#include "charts/pen.h"

G_BEGIN_DECLS

/**
 * UpstandColumns:
 *
 * Columns of one width across a plot: periods, census dates, capabilities. Where not all of them
 * can be read, some at one end are left out.
 */
typedef struct {
    double x, each; /* the left edge of the first that is shown, and the width of one */
    guint first, end; /* those that are shown */
    guint n;
    gboolean in_time; /* periods: what is left out is the oldest, and headings can be inferred */
} UpstandColumns;

/**
 * @least: pixels below which a column cannot be read
 * @in_time: they are periods, the newest last
 */
void upstand_columns_init (
    UpstandColumns *columns, double x, double width, guint n, double least, gboolean in_time);

/** The left edge of @column, which may be one that is not shown. */
double upstand_columns_get_x (const UpstandColumns *columns, guint column);

/**
 * Draws the headings between @y and @y + @height, on two lines where they need them
 * and there is room. Of periods too
 * narrow still, every second, third... has one, counted from the last.
 */
void upstand_columns_draw_headings (
    const UpstandColumns *columns, UpstandPen *pen, char *const *titles, double y, double height);

/** What is left out, in words; NULL when nothing is. To be freed. */
char *upstand_columns_say_hidden (const UpstandColumns *columns);

G_END_DECLS
