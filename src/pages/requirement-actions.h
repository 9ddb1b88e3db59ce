/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "records/requirement.h"
#include "records/store.h"
#include "rules/plan-ratings.h"

G_BEGIN_DECLS

/* What a person decides about a requirement: each opens a dialog over the window that @owner is in,
 * or is done at once and can be undone from a toast. */

/** A rating set by hand, with a reason, a post and the day until which it holds. */
void upstand_requirement_set_rating (
    GtkWidget *owner, UpstandStore *store, UpstandRequirement *requirement, UpstandDay today);

/** Back to the computed rating. */
void upstand_requirement_clear_rating (
    GtkWidget *owner, UpstandStore *store, UpstandRequirement *requirement);

/** The duty does not apply to this force: why, and who approved that. */
void upstand_requirement_set_not_applicable (
    GtkWidget *owner, UpstandStore *store, UpstandRequirement *requirement, UpstandDay today);
void upstand_requirement_clear_not_applicable (
    GtkWidget *owner, UpstandStore *store, UpstandRequirement *requirement);

/** It waits for somebody else: for what, and when to look again. */
void upstand_requirement_set_waiting (
    GtkWidget *owner, UpstandStore *store, UpstandRequirement *requirement, UpstandDay today);
void upstand_requirement_clear_waiting (
    GtkWidget *owner, UpstandStore *store, UpstandRequirement *requirement);

/** A new deadline: until when, why, and who approved it. @current: as it stands; 0: none */
void upstand_requirement_move_deadline (GtkWidget *owner, UpstandStore *store,
    UpstandRequirement *requirement, UpstandDay current, UpstandDay today);

/** Whether the occasion that is due next can be marked as done by hand. */
gboolean upstand_requirement_can_mark_done (
    const UpstandDutyRating *duty, const UpstandThresholds *thresholds);

/** The occasion that is due next was done: when, and by which post. */
void upstand_requirement_mark_done (GtkWidget *owner, UpstandStore *store,
    UpstandRequirement *requirement, const UpstandClock *clock, UpstandDay today);

G_END_DECLS
