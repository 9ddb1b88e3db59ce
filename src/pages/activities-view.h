/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "records/store.h"
#include "rules/plan-ratings.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_ACTIVITIES_VIEW (upstand_activities_view_get_type ())
G_DECLARE_FINAL_TYPE (
    UpstandActivitiesView, upstand_activities_view, UPSTAND, ACTIVITIES_VIEW, AdwBin)

/**
 * UpstandActivitiesView:
 *
 * All activities of the plan as one table, with search, filters and bulk changes, and beside it the
 * one that is open; in a narrow window one of them at a time. Actions of its group "activities":
 * "new", "edit", "duplicate", "delete", "close", "search", "filters", "clear".
 */
GtkWidget *upstand_activities_view_new (void);

/** Shows that plan; once. */
void upstand_activities_view_set_store (
    UpstandActivitiesView *self, UpstandStore *store, UpstandDay today);
void upstand_activities_view_set_today (UpstandActivitiesView *self, UpstandDay today);

/** How the plan stands now. */
void upstand_activities_view_set_ratings (UpstandActivitiesView *self, UpstandPlanRatings *ratings);

/** Opens the activity; FALSE when there is none with that id, or another cannot be left. */
gboolean upstand_activities_view_show (UpstandActivitiesView *self, gint64 id);

/** Begins a new activity for that requirement; 0: for the one that is filtered by, if any. */
gboolean upstand_activities_view_show_new (UpstandActivitiesView *self, gint64 requirement_id);

/** Shows what fits one filter and nothing else; see upstand_activity_filter_set(). */
void upstand_activities_view_filter (
    UpstandActivitiesView *self, const char *name, const char *key);

/** The id of the activity that is open; 0: none. */
gint64 upstand_activities_view_get_shown (UpstandActivitiesView *self);

gboolean upstand_activities_view_save_pending (UpstandActivitiesView *self);

/** Filters, search and what is open, as text, and back; to be freed. */
char *upstand_activities_view_get_place (UpstandActivitiesView *self);
void upstand_activities_view_set_place (UpstandActivitiesView *self, const char *place);

/* For tests: the parts within. */
GtkWidget *upstand_activities_view_get_table (UpstandActivitiesView *self);
GtkWidget *upstand_activities_view_get_editor (UpstandActivitiesView *self);
const char *upstand_activities_view_get_count (UpstandActivitiesView *self);
void upstand_activities_view_search (UpstandActivitiesView *self, const char *words);

G_END_DECLS
