/* SPDX-License-Identifier: MIT */
#pragma once

#include "charts/style.h"
#include "exchange/sheet.h"
#include "records/date.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * UpstandChart:
 *
 * A picture of figures that somebody else worked out. A chart owns copies of what it shows and
 * never changes once it is made, so it may be drawn in the window and exported by a job at once.
 * Every chart has a sentence that says what it shows and a table with the same figures.
 */
typedef struct _UpstandChart UpstandChart;

UpstandChart *upstand_chart_ref (UpstandChart *chart);
void upstand_chart_unref (UpstandChart *chart);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandChart, upstand_chart_unref)

/**
 * UpstandChartWords:
 *
 * What the maker of a chart says of it. Texts are copied.
 */
typedef struct {
    const char *title;
    const char *finding; /* NULL: the chart finds its own words */
    const char *empty; /* what belongs there when there is nothing; NULL: the kind's own words */
} UpstandChartWords;

/**
 * UpstandChartScope:
 *
 * Which part of a chart is looked at. Title, finding and axis stay while the rows scroll.
 */
typedef struct {
    double scroll; /* pixels that the rows are moved up by */
    double corner; /* pixels kept free right of the title, for a button */
    UpstandDay from, to; /* the days across a timeline; 0 for its own first and last */
} UpstandChartScope;

/**
 * UpstandChartMark:
 *
 * One thing in a chart that can be pointed at: a bar, a part of one, a heading.
 */
typedef struct {
    guint index; /* 0 to upstand_chart_get_n_marks () - 1, in reading order */
    gint64 id; /* of the record the mark stands for */
    int part; /* which part of it, as the kind of chart says; 0 for the whole */
    char *sentence; /* what the mark says, in words */
    double x, y, width, height; /* pixels from the chart's corner; may be scrolled out of sight */
} UpstandChartMark;

void upstand_chart_mark_clear (UpstandChartMark *mark);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (UpstandChartMark, upstand_chart_mark_clear)

typedef enum {
    UPSTAND_CHART_STEP_LEFT,
    UPSTAND_CHART_STEP_RIGHT,
    UPSTAND_CHART_STEP_UP,
    UPSTAND_CHART_STEP_DOWN,
    UPSTAND_CHART_STEP_FIRST,
    UPSTAND_CHART_STEP_LAST,
} UpstandChartStep;

const char *upstand_chart_get_title (const UpstandChart *chart);

/** The finding, as one or two sentences: accessible description, text under the title, test. */
const char *upstand_chart_describe (const UpstandChart *chart);

/** The chart's figures as a table, every one of them, also what no picture has room for. */
UpstandSheet *upstand_chart_table (UpstandChart *chart);

/** TRUE when there is nothing to show and the chart says so in words. */
gboolean upstand_chart_is_empty (const UpstandChart *chart);

/**
 * Draws all of @chart into the box from 0,0 to @width, @height (pixels, or points on paper), ground
 * included. Rows that do not fit are left out and counted in words. @cr is left as it was found.
 */
void upstand_chart_draw (cairo_t *cr, const UpstandChart *chart, const UpstandChartStyle *style,
    double width, double height);

/**
 * Draws what @scope looks at; only rows that can be seen cost anything.
 *
 * Returns: the number of rows drawn.
 */
guint upstand_chart_draw_scope (cairo_t *cr, const UpstandChart *chart,
    const UpstandChartStyle *style, const UpstandChartScope *scope, double width, double height);

/** The height at which @chart shows everything at this @width. @scope may be NULL, here and below.
 */
double upstand_chart_preferred_height (const UpstandChart *chart, const UpstandChartStyle *style,
    const UpstandChartScope *scope, double width);

/** The furthest that the rows can scroll in a box of this size; 0 when everything is in sight. */
double upstand_chart_get_max_scroll (const UpstandChart *chart, const UpstandChartStyle *style,
    const UpstandChartScope *scope, double width, double height);

/**
 * How far one page of whole rows scrolls in a box of this size: pages of paper, Page Down.
 * Never 0.
 */
double upstand_chart_get_page (const UpstandChart *chart, const UpstandChartStyle *style,
    const UpstandChartScope *scope, double width, double height);

guint upstand_chart_get_n_marks (const UpstandChart *chart);

/** Fills @mark with the mark at @index. */
void upstand_chart_get_mark (const UpstandChart *chart, const UpstandChartStyle *style,
    const UpstandChartScope *scope, double width, double height, guint index,
    UpstandChartMark *mark);

/**
 * Finds the mark under @x, @y, of a chart drawn at this size.
 *
 * Returns: FALSE when there is none; @mark is then left alone.
 */
gboolean upstand_chart_hit (const UpstandChart *chart, const UpstandChartStyle *style,
    const UpstandChartScope *scope, double width, double height, double x, double y,
    UpstandChartMark *mark);

/** The mark that an arrow key leads to from @index; the same one at an edge. */
guint upstand_chart_step (const UpstandChart *chart, guint index, UpstandChartStep step);

/** The scroll nearest to @scope's at which the mark at @index is wholly in sight. */
double upstand_chart_scroll_to (const UpstandChart *chart, const UpstandChartStyle *style,
    const UpstandChartScope *scope, double width, double height, guint index);

G_END_DECLS
