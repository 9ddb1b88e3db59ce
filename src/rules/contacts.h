/* SPDX-License-Identifier: MIT */
#pragma once

#include "database/database.h"
#include "records/date.h"
#include "rules/thresholds.h"

G_BEGIN_DECLS

typedef enum {
    UPSTAND_CONTACT_NEVER,
    UPSTAND_CONTACT_NOT_LATELY, /* longer ago than met_days */
    UPSTAND_CONTACT_MET,
    UPSTAND_CONTACT_ENDED, /* the organisation is no more */
} UpstandContactState;

/** An organisation, and when it was met: by its engagements, communications not counted. */
typedef struct {
    gint64 organisation_id;
    char *name;
    UpstandDay first_met; /* 0: never */
    UpstandDay last_met;
    guint n_met;
    UpstandDay review; /* due; 0: none */
    UpstandContactState state;
} UpstandContact;

/**
 * (transfer full) (element-type UpstandContact): every organisation, those never met first, then
 * by how long ago. What is dated after @today has not happened.
 */
GPtrArray *upstand_contacts_load (UpstandDatabase *database, const UpstandThresholds *thresholds,
    UpstandDay today, GError **error);

/** The ids of those in that state, ascending, for a filter; NULL: none. */
GArray *upstand_contacts_find (const GPtrArray *contacts, UpstandContactState state);

/** Those first met between the days, both included; NULL: none. */
GArray *upstand_contacts_find_new (const GPtrArray *contacts, UpstandDay start, UpstandDay end);

/** "Not lately met" and the like, translated. */
const char *upstand_contact_state_get_label (UpstandContactState state);

G_END_DECLS
