/* SPDX-License-Identifier: MIT */
#pragma once

#include "charts/amounts.h"
#include "charts/pen.h"

G_BEGIN_DECLS

/**
 * UpstandScale:
 *
 * Amounts along a plot, across or upwards, with grid lines at round ones.
 */
typedef struct {
    gint64 low, high; /* hundredths, both multiples of the step; high is above low */
    gint64 step; /* 1, 2 or 5 with noughts */
    double start, end; /* pixels of low and high */
} UpstandScale;

/**
 * Fits a scale that holds @low and @high into the pixels from @start to @end.
 *
 * @least: the smallest step: UPSTAND_FIGURE_ONE where only whole things are counted
 * @lines: how many steps there is room for
 */
void upstand_scale_init (UpstandScale *scale, gint64 low, gint64 high, gint64 least, guint lines,
    double start, double end);

/** Where @value is, in pixels; never outside the plot. */
double upstand_scale_place (const UpstandScale *scale, gint64 value);

/** Draws the numbers of a scale across, their middles at @y, and none that has no room. */
void upstand_scale_draw_across (
    const UpstandScale *scale, UpstandPen *pen, UpstandAmount amount, double y);

/** Draws the lines of a scale across from @y down. */
void upstand_scale_draw_grid_across (
    const UpstandScale *scale, UpstandPen *pen, double y, double height);

/** Draws lines and numbers of a scale upwards; the numbers stand left of @x, @room pixels wide. */
void upstand_scale_draw_upwards (const UpstandScale *scale, UpstandPen *pen, UpstandAmount amount,
    double x, double width, double room);

G_END_DECLS
