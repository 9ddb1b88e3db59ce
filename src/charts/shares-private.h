/* SPDX-License-Identifier: MIT */
#pragma once

#include "charts/chart-private.h"
#include "charts/looks.h"
#include "charts/shares-chart.h"

G_BEGIN_DECLS

/* A bar, or the heading of a group. */
typedef struct {
    gboolean heading;
    gint64 id;
    char *title, *note;
    guint group; /* the row of its heading; G_MAXUINT outside any */
    UpstandFigure *figures; /* one for each kind; NULL for a heading */
    gint64 sum; /* of those that have a value */
    gint64 whole; /* what the bar stands for: at least the sum */
    gboolean has_whole; /* it was given */
    UpstandFigure missing; /* a whole that was asked for and is a hole; else not applicable */
    guint n_values, n_holes;
    guint first_mark, n_marks;
} SharesRow;

typedef struct {
    guint row;
    int part; /* a kind, UPSTAND_SHARES_OTHERS or UPSTAND_SHARES_HOLES */
} SharesMark;

typedef struct {
    UpstandChart base;
    char *heading, *rest; /* rest: NULL for none */
    char **kinds;
    guint n_kinds;
    UpstandTone *tones; /* or NULL */
    gboolean of_whole;
    GArray *rows; /* SharesRow */
    GArray *marks; /* SharesMark */
    gboolean *shown; /* for each kind, whether it is drawn by itself */
    guint n_hidden;
    gint64 *sums; /* for each kind, of all rows */
    gint64 largest; /* whole of all rows */
    gboolean has_rest, has_holes;
} SharesChart;

const SharesRow *upstand_shares_chart_get_row (const SharesChart *chart, guint row);

/** Whether the row has no shares, because nobody knows of what. */
gboolean upstand_shares_chart_is_unknown (const SharesChart *chart, const SharesRow *row);

/** How a kind, or the others together, looks. */
UpstandLook upstand_shares_chart_get_look (const SharesChart *chart, int part);

/** The sum of the kinds that @part stands for. */
gint64 upstand_shares_chart_get_value (const SharesChart *chart, const SharesRow *row, int part);

/** @value as hundredths of a percent of @whole, to the nearest whole percent. */
UpstandFigure upstand_shares_chart_get_percent (gint64 value, gint64 whole);

char *upstand_shares_chart_find (const UpstandChart *base);
char *upstand_shares_chart_get_sentence (const SharesChart *chart, const SharesMark *mark);
UpstandSheet *upstand_shares_chart_table (UpstandChart *base);

G_END_DECLS
