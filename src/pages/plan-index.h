/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/plan.h"
#include "records/requirement.h"

G_BEGIN_DECLS

/**
 * UpstandPlanIndex:
 *
 * The framework's duties in memory, found by id: for the names in a table's cells and for filters,
 * which ask for many in one frame. Read once; it does not follow the store.
 */
typedef struct _UpstandPlanIndex UpstandPlanIndex;

UpstandPlanIndex *upstand_plan_index_new (UpstandStore *store, GError **error);
void upstand_plan_index_free (UpstandPlanIndex *self);

/** The pillars (element-type UpstandOutlineNode) of the newest edition, in its order. */
GPtrArray *upstand_plan_index_get_outline (UpstandPlanIndex *self);

/** "8.2", or NULL when it is of no edition; borrowed. */
const char *upstand_plan_index_get_code (UpstandPlanIndex *self, gint64 requirement_id);

/** "8.2 Police perpetrators" in the current language; to be freed, NULL when there is none. */
char *upstand_plan_index_name (UpstandPlanIndex *self, gint64 requirement_id);

/**
 * The ids of the requirements of that pillar, action and cadence; 0, 0 and -1 stand for any. To be
 * unref'd (element-type gint64).
 */
GArray *upstand_plan_index_find (
    UpstandPlanIndex *self, gint64 pillar_id, gint64 action_id, int cadence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandPlanIndex, upstand_plan_index_free)

G_END_DECLS
