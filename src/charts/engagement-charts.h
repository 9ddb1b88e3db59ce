/* SPDX-License-Identifier: MIT */
#pragma once

#include "charts/chart.h"
#include "records/store.h"
#include "rules/coverage.h"

G_BEGIN_DECLS

/* The charts of engagement, from the rules; page and command line draw the same ones. */

/**
 * Groups by quarter, with how long ago each was last heard at the right. Marks carry the group's
 * id, their part is the number of the quarter.
 */
UpstandChart *upstand_coverage_chart (const UpstandCoverage *coverage, UpstandDay today);

/** The same, of the two years up to @today, read from the plan. */
UpstandChart *upstand_coverage_plan_chart (UpstandStore *store, UpstandDay today, GError **error);

/** Engagements by kind and quarter over two years. */
UpstandChart *upstand_engagements_plan_chart (
    UpstandStore *store, UpstandDay today, GError **error);

/** How long it took from heard to fed back, by the quarter in which it was heard. */
UpstandChart *upstand_chains_plan_chart (UpstandStore *store, UpstandDay today, GError **error);

G_END_DECLS
