/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "records/store.h"
#include "rules/chains.h"
#include "rules/contacts.h"
#include "rules/coverage.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_ENGAGEMENT_DESK (upstand_engagement_desk_get_type ())
G_DECLARE_FINAL_TYPE (
    UpstandEngagementDesk, upstand_engagement_desk, UPSTAND, ENGAGEMENT_DESK, GObject)

/**
 * UpstandEngagementDesk:
 *
 * What the Engagement tab works out of its records: coverage, chains and contacts, read by a worker
 * when they are first wanted and again after each change.
 *
 * Signal "changed": there is something new to show. Signal "failed" (const char *words).
 */
UpstandEngagementDesk *upstand_engagement_desk_new (UpstandStore *store, UpstandDay today);

/** Lets what stands inside @widget find the desk. */
void upstand_engagement_desk_attach (UpstandEngagementDesk *self, GtkWidget *widget);

/** The desk of what @widget stands in; NULL: none. */
UpstandEngagementDesk *upstand_engagement_desk_find (GtkWidget *widget);

UpstandStore *upstand_engagement_desk_get_store (UpstandEngagementDesk *self);
UpstandDay upstand_engagement_desk_get_today (UpstandEngagementDesk *self);
void upstand_engagement_desk_set_today (UpstandEngagementDesk *self, UpstandDay today);

/** Reads the plan, unless it was begun already. */
void upstand_engagement_desk_start (UpstandEngagementDesk *self);

/** NULL until all was read; owned by the desk, until it says "changed". */
const UpstandCoverage *upstand_engagement_desk_get_coverage (UpstandEngagementDesk *self);
const GPtrArray *upstand_engagement_desk_get_chains (UpstandEngagementDesk *self);
const GPtrArray *upstand_engagement_desk_get_contacts (UpstandEngagementDesk *self);
const UpstandThresholds *upstand_engagement_desk_get_thresholds (UpstandEngagementDesk *self);

/** The chain of a theme, the contact of an organisation; NULL: not known (yet). */
const UpstandChain *upstand_engagement_desk_find_chain (
    UpstandEngagementDesk *self, gint64 theme_id);
const UpstandContact *upstand_engagement_desk_find_contact (
    UpstandEngagementDesk *self, gint64 organisation_id);

G_END_DECLS
