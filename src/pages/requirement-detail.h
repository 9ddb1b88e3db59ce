/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "records/requirement.h"
#include "records/store.h"
#include "rules/plan-ratings.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_REQUIREMENT_DETAIL (upstand_requirement_detail_get_type ())
G_DECLARE_FINAL_TYPE (
    UpstandRequirementDetail, upstand_requirement_detail, UPSTAND, REQUIREMENT_DETAIL, AdwBin)

/**
 * UpstandRequirementDetail:
 *
 * Everything about one requirement: the duty in plain words, how it stands, its dates, and what
 * belongs to it. Its decisions are the actions "requirement.set-rating", "clear-rating",
 * "not-applicable", "applicable", "wait", "stop-waiting", "move-deadline" and "mark-done".
 */
GtkWidget *upstand_requirement_detail_new (void);

/** Shows the requirement with that id; FALSE when it is not there. @ratings: NULL until known. */
gboolean upstand_requirement_detail_show (UpstandRequirementDetail *self, UpstandStore *store,
    gint64 id, UpstandPlanRatings *ratings, UpstandDay today);

/** How the plan stands now. */
void upstand_requirement_detail_set_ratings (
    UpstandRequirementDetail *self, UpstandPlanRatings *ratings);

/** The one shown, or NULL. */
UpstandRequirement *upstand_requirement_detail_get (UpstandRequirementDetail *self);

/** Saves what is half typed; FALSE when it cannot be. */
gboolean upstand_requirement_detail_save_pending (UpstandRequirementDetail *self);

/** Brings the part that shows @table's records into view. */
void upstand_requirement_detail_show_part (UpstandRequirementDetail *self, const char *table);

G_END_DECLS
