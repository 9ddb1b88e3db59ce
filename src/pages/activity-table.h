/* SPDX-License-Identifier: MIT */
#pragma once

#include "pages/plan-index.h"
#include "rules/plan-ratings.h"
#include "widgets/table-columns.h"

G_BEGIN_DECLS

/**
 * UpstandActivityTable:
 *
 * What a table of activities shows besides their fields: how each stands, the rating of what it
 * serves, the codes of its requirements. Everything comes from memory.
 */
typedef struct _UpstandActivityTable UpstandActivityTable;

/** @index must outlive it. */
UpstandActivityTable *upstand_activity_table_new (
    UpstandStore *store, UpstandPlanIndex *index, UpstandDay today);
void upstand_activity_table_free (UpstandActivityTable *self);

void upstand_activity_table_set_today (UpstandActivityTable *self, UpstandDay today);
void upstand_activity_table_set_ratings (UpstandActivityTable *self, UpstandPlanRatings *ratings);

/** The setup of the table; its functions want an UpstandActivityTable as their user data. */
const UpstandTableSetup *upstand_activity_table_get_setup (void);

G_END_DECLS
