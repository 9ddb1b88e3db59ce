/* SPDX-License-Identifier: MIT */
#pragma once

#include "pages/engagement-desk.h"
#include "widgets/chart-view.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_COVERAGE_VIEW (upstand_coverage_view_get_type ())
G_DECLARE_FINAL_TYPE (UpstandCoverageView, upstand_coverage_view, UPSTAND, COVERAGE_VIEW, AdwBin)

/** The lists under the heat map. */
typedef enum {
    UPSTAND_COVERAGE_MISSING, /* groups not heard this quarter */
    UPSTAND_COVERAGE_LATE, /* chains that stand still */
    UPSTAND_COVERAGE_CONTACTS, /* organisations never or not lately met */
    UPSTAND_COVERAGE_NEW, /* groups reached anew this quarter */
    UPSTAND_N_COVERAGE_LISTS,
} UpstandCoverageList;

/**
 * UpstandCoverageView:
 *
 * Who has been heard, as a heat map, and under it what is missing: each row leads to its records,
 * by "engagement.show-cell" and "win.show-record".
 */
GtkWidget *upstand_coverage_view_new (UpstandEngagementDesk *desk);

UpstandChartView *upstand_coverage_view_get_chart (UpstandCoverageView *self);
GtkListBox *upstand_coverage_view_get_list (UpstandCoverageView *self, UpstandCoverageList list);

G_END_DECLS
