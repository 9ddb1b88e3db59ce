/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "records/store.h"
#include "rules/period.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_ENGAGEMENT_FILTER (upstand_engagement_filter_get_type ())
G_DECLARE_FINAL_TYPE (
    UpstandEngagementFilter, upstand_engagement_filter, UPSTAND, ENGAGEMENT_FILTER, AdwBin)

/**
 * UpstandEngagementFilter:
 *
 * The bar that narrows a list of engagements: by kind, group, quarter and requirement. An entry of
 * the framework's lists stands for itself in every edition.
 *
 * Signal "changed": by the person.
 */
GtkWidget *upstand_engagement_filter_new (UpstandStore *store, UpstandDay today);

/** The conditions as a query of engagements, to be freed; NULL: none is set. */
UpstandListQuery *upstand_engagement_filter_make_query (UpstandEngagementFilter *self);

/** Lets everything through again; does not say "changed". */
void upstand_engagement_filter_clear (UpstandEngagementFilter *self);

/**
 * Sets one of them: "kind" and "group" by code, "quarter" by its label ("2021-22-Q4"),
 * "requirement" by code. Does not say "changed".
 */
void upstand_engagement_filter_set (
    UpstandEngagementFilter *self, const char *name, const char *key);
const char *upstand_engagement_filter_get (UpstandEngagementFilter *self, const char *name);

/** All that is set, as text, and back; to be freed. */
char *upstand_engagement_filter_to_text (UpstandEngagementFilter *self);
void upstand_engagement_filter_from_text (UpstandEngagementFilter *self, const char *text);

G_END_DECLS
