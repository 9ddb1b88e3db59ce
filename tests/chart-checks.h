/* SPDX-License-Identifier: MIT */
#pragma once

#include "charts/chart.h"
#include "records/figure.h"

/* What holds for every kind of chart, for the tests of each. */

/* A label far longer than any column is wide. */
extern const char *const chart_check_long_text;

/* A figure of every state in turn: of five in a row one has a value, of @n. */
UpstandFigure chart_check_figure (guint n);

UpstandChartStyle *chart_check_style (void);

/* That @chart has @n marks; that each lies inside the picture at many widths, is found under its
 * own middle, says something, and is brought into sight by scrolling to it; and that the arrow keys
 * reach all of them. */
void chart_check_marks (UpstandChart *chart, guint n);

/* Draws charts of 0, 1 and 100 rows as @make makes them, in every palette, at large and small
 * sizes of box and of text; an empty one says what belongs there, and each one's table can be
 * read. */
void chart_check_odd_sizes (UpstandChart *(*make) (guint n_rows));
