/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "pages/plan-index.h"
#include "rules/plan-ratings.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_ACTIVITY_FILTER (upstand_activity_filter_get_type ())
G_DECLARE_FINAL_TYPE (
    UpstandActivityFilter, upstand_activity_filter, UPSTAND, ACTIVITY_FILTER, AdwBin)

/**
 * UpstandActivityFilter:
 *
 * The bar that narrows a list of activities: by pillar, action, requirement, owner, state, rating
 * of the requirement, cadence, and what is overdue. It says what it wants as conditions of a query.
 *
 * Signal "changed": by the person.
 */
GtkWidget *upstand_activity_filter_new (void);

/**
 * Fills the lists from the plan, but for the owners: to look for them takes a moment, and the bar
 * is not seen at first. @store and @index must outlive the bar.
 */
void upstand_activity_filter_set_plan (
    UpstandActivityFilter *self, UpstandStore *store, UpstandPlanIndex *index);

/** Offers the owners there are now; when the bar comes up. */
void upstand_activity_filter_list_owners (UpstandActivityFilter *self);

/** How the plan stands; TRUE when that changes which activities fit. */
gboolean upstand_activity_filter_set_ratings (
    UpstandActivityFilter *self, UpstandPlanRatings *ratings);

/** Adds the conditions to @query, which is of activities. */
void upstand_activity_filter_apply (
    UpstandActivityFilter *self, UpstandListQuery *query, UpstandDay today);

/** The conditions of "overdue" alone: due before @today and neither complete nor cancelled. */
void upstand_activity_filter_where_overdue (UpstandListQuery *query, UpstandDay today);

/** How many of the filters are set. */
guint upstand_activity_filter_count (UpstandActivityFilter *self);

/** Lets everything through again; does not say "changed". */
void upstand_activity_filter_clear (UpstandActivityFilter *self);

/** Sets one of them by name: "pillar", "requirement", "owner", "overdue" ("1") and so on. */
void upstand_activity_filter_set (UpstandActivityFilter *self, const char *name, const char *key);
const char *upstand_activity_filter_get (UpstandActivityFilter *self, const char *name);

/** All that is set, as text, and back; to be freed. */
char *upstand_activity_filter_to_text (UpstandActivityFilter *self);
void upstand_activity_filter_from_text (UpstandActivityFilter *self, const char *text);

G_END_DECLS
