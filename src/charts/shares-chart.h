/* SPDX-License-Identifier: MIT */
#pragma once

#include "charts/amounts.h"
#include "charts/chart.h"

G_BEGIN_DECLS

/** The parts of marks that are no kind of their own; the others' part is the number of the kind. */
#define UPSTAND_SHARES_OTHERS -1 /* the smallest of many kinds together */
#define UPSTAND_SHARES_HOLES -2 /* what has no figure */

/**
 * UpstandSharesLayout:
 * @heading: over the titles of the rows: "Quarter"
 * @kinds: what is told apart in each bar: kinds of engagement, outcome codes, levels of risk
 * @tones: (nullable): for each kind how it feels, where kinds are levels; the worst last
 * @of_whole: all bars are as long as their whole, and parts are percentages of it
 * @rest: (nullable): what is left of a whole beside the kinds: "Other outcomes"
 *
 * What all rows of a chart of shares have in common. Texts are copied.
 */
typedef struct {
    const char *heading;
    const char *const *kinds;
    guint n_kinds;
    const UpstandTone *tones;
    gboolean of_whole;
    const char *rest;
} UpstandSharesLayout;

/**
 * UpstandSharesRow:
 * @id: what the marks of the row carry
 * @title: a period, the newest last; or a version within a group
 * @note: (nullable): "Provisional"; stands after the title
 * @figures: one for each kind
 * @whole: (nullable): where it is more than the kinds together: all outcomes
 */
typedef struct {
    gint64 id;
    const char *title;
    const char *note;
    const UpstandFigure *figures;
    const UpstandFigure *whole;
} UpstandSharesRow;

/**
 * UpstandShares:
 *
 * Bars by period, divided by kind, in the making. Of more than eight kinds the smallest are drawn
 * as one; the table has them all.
 */
typedef struct _UpstandShares UpstandShares;

UpstandShares *upstand_shares_new (
    const UpstandChartWords *words, const UpstandSharesLayout *layout);

/** Begins a group, a heading of its own; the rows added from now on stand under it. */
void upstand_shares_add_group (UpstandShares *shares, const char *title);

void upstand_shares_add (UpstandShares *shares, const UpstandSharesRow *row);

/** Makes the chart and frees @shares. */
UpstandChart *upstand_shares_end (UpstandShares *shares);

/** Throws away what was not ended. */
void upstand_shares_free (UpstandShares *shares);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandShares, upstand_shares_free)

G_END_DECLS
