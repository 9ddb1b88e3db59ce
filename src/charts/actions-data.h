/* SPDX-License-Identifier: MIT */
#pragma once

#include "charts/chart.h"
#include "records/store.h"
#include "rules/plan-ratings.h"

G_BEGIN_DECLS

/** Reads the framework's pillars and actions and makes the chart of their requirements' ratings. */
UpstandChart *upstand_actions_data_build (
    UpstandStore *store, UpstandPlanRatings *ratings, GError **error);

G_END_DECLS
