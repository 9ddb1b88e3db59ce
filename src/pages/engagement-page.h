/* SPDX-License-Identifier: MIT */
#pragma once

#include "pages/page.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_ENGAGEMENT_PAGE (upstand_engagement_page_get_type ())
G_DECLARE_FINAL_TYPE (
    UpstandEngagementPage, upstand_engagement_page, UPSTAND, ENGAGEMENT_PAGE, UpstandPage)

/**
 * UpstandEngagementPage:
 *
 * The Engagement tab: who was met, what became of what they said, who was not heard, and the
 * registers beside it. Actions: "engagement.show-cell" "(ss)" (code of a group, label of a
 * quarter), "engagement.show-late", "engagement.new".
 */

/** The views within: an UpstandViews. For tests. */
GtkWidget *upstand_engagement_page_get_views (UpstandEngagementPage *self);

G_END_DECLS
