/* SPDX-License-Identifier: MIT */
#pragma once

#include "pages/detail-view.h"
#include "pages/engagement-desk.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_CHAINS_VIEW (upstand_chains_view_get_type ())
G_DECLARE_FINAL_TYPE (UpstandChainsView, upstand_chains_view, UPSTAND, CHAINS_VIEW, AdwBin)

/**
 * UpstandChainsView:
 *
 * What was heard and what became of it: themes with their stage and how long each has stood there,
 * and beside them the chain of the one that is open with a button for its next step.
 */
GtkWidget *upstand_chains_view_new (UpstandEngagementDesk *desk);

/** Shows only the themes that stand there, or with -1 all; with @late only those that are late. */
void upstand_chains_view_filter (UpstandChainsView *self, int stage, gboolean late);

UpstandDetailView *upstand_chains_view_get_detail (UpstandChainsView *self);

G_END_DECLS
