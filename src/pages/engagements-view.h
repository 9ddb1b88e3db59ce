/* SPDX-License-Identifier: MIT */
#pragma once

#include "pages/detail-view.h"
#include "pages/engagement-filter.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_ENGAGEMENTS_VIEW (upstand_engagements_view_get_type ())
G_DECLARE_FINAL_TYPE (
    UpstandEngagementsView, upstand_engagements_view, UPSTAND, ENGAGEMENTS_VIEW, AdwBin)

/**
 * UpstandEngagementsView:
 *
 * All engagements with their filters, and beside them the one that is open with its findings and
 * what it led to.
 */
GtkWidget *upstand_engagements_view_new (UpstandStore *store, UpstandDay today);

/** Shows what fits these filters and no others; see upstand_engagement_filter_set(). NULL: any. */
void upstand_engagements_view_filter (
    UpstandEngagementsView *self, const char *group, const char *quarter);

/* The parts within. */
UpstandDetailView *upstand_engagements_view_get_detail (UpstandEngagementsView *self);
UpstandEngagementFilter *upstand_engagements_view_get_filter (UpstandEngagementsView *self);

/** Filters and what is open, as text, and back; to be freed. */
char *upstand_engagements_view_get_place (UpstandEngagementsView *self);
void upstand_engagements_view_set_place (UpstandEngagementsView *self, const char *place);

G_END_DECLS
