/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/store.h"
#include "widgets/chart-view.h"

G_BEGIN_DECLS

/**
 * What every chart of a plan needs: its pictures carry the classification that the desk proposes,
 * and one that leaves the plan is noted in the log of exports.
 *
 * @id: what the log calls it: "timeline"
 */
void upstand_chart_log_attach (UpstandChartView *view, UpstandStore *store, const char *id);

G_END_DECLS
