/* SPDX-License-Identifier: MIT */
#pragma once

#include "charts/chart.h"
#include "records/store.h"

G_BEGIN_DECLS

/**
 * UpstandPlanChart:
 * @name: what the command line calls it: "actions"
 * @classification: what it goes out with unless somebody says otherwise
 * @build: reads the plan as on the day it is given; NULL with an error when that fails
 *
 * A chart of a whole plan, made without a window. A new one is a line in plan-charts.c.
 */
typedef struct {
    const char *name;
    const char *classification;
    UpstandChart *(*build) (UpstandStore *store, UpstandDay today, GError **error);
} UpstandPlanChart;

/** Finds a chart by its name; UPSTAND_ERROR_NOT_FOUND names those that there are. */
const UpstandPlanChart *upstand_plan_chart_find (const char *name, GError **error);

G_END_DECLS
