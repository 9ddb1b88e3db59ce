/* SPDX-License-Identifier: MIT */
#pragma once

#include "charts/amounts.h"
#include "charts/chart.h"

G_BEGIN_DECLS

/**
 * UpstandSpreadRow:
 * @id: what the mark of the row carries
 * @title: a period, the newest last, or a kind
 * @note: (nullable): "Not over yet"
 * @n_done: how many were finished; none: no figures
 * @least: the shortest time
 * @lower: the time within which a quarter was; without a value: not shown
 * @median: the time within which half was
 * @upper: the time within which three quarters were; without a value: not shown
 * @most: the longest time
 * @n_open: how many are not finished
 * @oldest: for how long the oldest of these has been open
 *
 * Times in days, in hundredths as all figures.
 */
typedef struct {
    gint64 id;
    const char *title;
    const char *note;
    guint n_done;
    UpstandFigure least, lower, median, upper, most;
    guint n_open;
    UpstandFigure oldest;
} UpstandSpreadRow;

/**
 * UpstandSpread:
 *
 * How long something took, by period, in the making: median and range, with what is still open.
 */
typedef struct _UpstandSpread UpstandSpread;

/**
 * @heading: over the titles of the rows: "Quarter"
 * @limit: days within which it should be done, drawn as a line; 0 for none
 */
UpstandSpread *upstand_spread_new (
    const UpstandChartWords *words, const char *heading, guint limit);

void upstand_spread_add (UpstandSpread *spread, const UpstandSpreadRow *row);

/** Makes the chart and frees @spread. */
UpstandChart *upstand_spread_end (UpstandSpread *spread);

/** Throws away what was not ended. */
void upstand_spread_free (UpstandSpread *spread);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandSpread, upstand_spread_free)

G_END_DECLS
