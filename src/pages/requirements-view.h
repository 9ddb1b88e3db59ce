/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "records/store.h"
#include "rules/plan-ratings.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_REQUIREMENTS_VIEW (upstand_requirements_view_get_type ())
G_DECLARE_FINAL_TYPE (
    UpstandRequirementsView, upstand_requirements_view, UPSTAND, REQUIREMENTS_VIEW, AdwBin)

/**
 * UpstandRequirementsView:
 *
 * The tree pillar > action > requirement with search and filters, and beside it the chosen
 * requirement; in a narrow window one of them at a time.
 */
GtkWidget *upstand_requirements_view_new (void);

void upstand_requirements_view_set_store (
    UpstandRequirementsView *self, UpstandStore *store, UpstandDay today);

/** How the plan stands now. */
void upstand_requirements_view_set_ratings (
    UpstandRequirementsView *self, UpstandPlanRatings *ratings);

/** Goes to the requirement; FALSE when there is none with that id. */
gboolean upstand_requirements_view_show (UpstandRequirementsView *self, gint64 id);

/** Brings the part of the chosen requirement that shows @table's records into view. */
void upstand_requirements_view_show_part (UpstandRequirementsView *self, const char *table);

/** The id of the requirement that is shown; 0: none. */
gint64 upstand_requirements_view_get_shown (UpstandRequirementsView *self);

gboolean upstand_requirements_view_save_pending (UpstandRequirementsView *self);

G_END_DECLS
