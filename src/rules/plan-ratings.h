/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/requirement.h"
#include "rules/rating.h"

#include "database/database.h"

G_BEGIN_DECLS

/**
 * UpstandDutyRating:
 *
 * How one requirement stands: the facts read from the plan, and what the one rule makes of them.
 */
typedef struct {
    UpstandRequirement *requirement; /* as read; owns the texts in @facts */
    UpstandRatingFacts facts;
    UpstandRatingResult result;
    guint n_activities;
    guint n_overdue; /* activities, not complete nor cancelled, due before today */
    guint n_evidence;
    UpstandDay original_deadline; /* the first stated one; 0: none */
    UpstandDay current_deadline; /* after the last move */
    gint64 pillar_id;
} UpstandDutyRating;

/**
 * UpstandPlanRatings:
 *
 * Every requirement's rating on one day, from one reading of the plan. Immutable; may be read in a
 * worker and handed to the window.
 */
typedef struct _UpstandPlanRatings UpstandPlanRatings;

/**
 * Reads facts and rates every requirement. With 100,000 activities this takes some tenths of a
 * second: from a window, call it in a worker on a connection of its own.
 */
UpstandPlanRatings *upstand_plan_ratings_load (
    UpstandDatabase *database, UpstandDay today, GError **error);

UpstandPlanRatings *upstand_plan_ratings_ref (UpstandPlanRatings *self);
void upstand_plan_ratings_unref (UpstandPlanRatings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandPlanRatings, upstand_plan_ratings_unref)

/** The day they are of. */
UpstandDay upstand_plan_ratings_get_today (UpstandPlanRatings *self);

const UpstandThresholds *upstand_plan_ratings_get_thresholds (UpstandPlanRatings *self);

/** Borrowed; NULL for a requirement that was not there. */
const UpstandDutyRating *upstand_plan_ratings_get (UpstandPlanRatings *self, gint64 requirement_id);

/** How the parts of an action or a pillar are rated, as shown; 0 for all of either. */
UpstandDistribution upstand_plan_ratings_of_action (UpstandPlanRatings *self, gint64 action_id);
UpstandDistribution upstand_plan_ratings_of_pillar (UpstandPlanRatings *self, gint64 pillar_id);

/** The ids of the requirements that are shown with @rating; to be g_array_unref()d. */
GArray *upstand_plan_ratings_find (UpstandPlanRatings *self, UpstandRating rating);

/** The plan's own numbers where it has set them, the defaults elsewhere. */
void upstand_plan_ratings_read_thresholds (
    UpstandDatabase *database, UpstandThresholds *thresholds);

G_END_DECLS
