/* SPDX-License-Identifier: MIT */
#pragma once

#include "charts/columns.h"
#include "charts/pen.h"
#include "charts/scale.h"
#include "charts/time-axis.h"

G_BEGIN_DECLS

/**
 * UpstandLegend:
 *
 * Shape and word of every sign in a chart, flowing over as many lines as the width asks for.
 */
typedef struct {
    UpstandShape shape;
    UpstandInk ink;
    char *word;
} UpstandLegendEntry;

typedef GArray UpstandLegend; /* of UpstandLegendEntry */

UpstandLegend *upstand_legend_new (void);
void upstand_legend_add (
    UpstandLegend *legend, UpstandShape shape, UpstandInk ink, const char *word);

/** Draws (or, with a pen without context, measures) the legend. Returns its height. */
double upstand_legend_draw (
    const UpstandLegend *legend, UpstandPen *pen, double x, double y, double width);

/**
 * UpstandFrameShape:
 *
 * What a kind of chart asks of its frame; all in lines of text.
 */
typedef struct {
    double axis; /* the band under the finding that stays while rows scroll */
    double row, tallest_row; /* a row grows into free room up to the tallest */
    double narrow_row; /* where label and plot stand above each other */
    double ideal_row; /* where nothing limits it; 0: no higher than it must be */
} UpstandFrameShape;

/**
 * UpstandFrame:
 *
 * Where everything is, in pixels, worked out afresh for every drawing: a few dozen sums.
 */
typedef struct {
    double width, height, line, margin;
    gboolean narrow; /* the label stands above the plot of its row */
    double title_y, title_width, title_height; /* a height of 0: no room for it */
    double finding_y, finding_height;
    int finding_lines; /* at most */
    double axis_y, axis_height;
    double body_y, body_height, row_height;
    double legend_y, legend_height;
    double label_x, label_width;
    double status_x, status_width; /* between label and plot, or right of it; may be 0 wide */
    double plot_x, plot_width;
    double scroll, max_scroll;
    guint n_rows, first_row, end_row; /* those at least partly in sight */
    UpstandDay from, to; /* as asked for, 0 where nothing was */
    UpstandTimeAxis axis; /* of a timeline, across the plot */
    UpstandColumns columns; /* of a chart by period or kind, across the plot */
    UpstandScale scale; /* of a chart of amounts, across the plot */
} UpstandFrame;

/**
 * Lays out head, rows and foot. @height negative: as high as everything takes. What does not fit is
 * dropped in this order: legend, title, finding, axis.
 */
void upstand_frame_lay_out (UpstandFrame *frame, const UpstandPen *pen,
    const UpstandFrameShape *shape, const char *title, const char *finding,
    const UpstandLegend *legend, guint n_rows, double scroll, double corner, double width,
    double height);

/** The top of @row, in pixels from the chart's top, scrolling included. */
double upstand_frame_get_row_y (const UpstandFrame *frame, guint row);

/** One part of what stands beside the plot of a tall row. */
typedef struct {
    UpstandFace face;
    UpstandInk ink;
    const char *text;
    int lines; /* at most */
} UpstandLabelPart;

/**
 * Draws the label of a row: its parts below each other as far as there is room; above a narrow
 * row's plot in pairs, the second of each flush right.
 */
void upstand_frame_draw_label (const UpstandFrame *frame, UpstandPen *pen, guint row,
    const UpstandLabelPart *parts, guint n_parts);

G_END_DECLS
