/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/form.h"
#include "exchange/headcount-plan.h"

G_BEGIN_DECLS

#define UPSTAND_HEADCOUNT_FORM "headcount"

/* The keys of the columns that are no counts. */
#define UPSTAND_HEADCOUNT_STATE "state"
#define UPSTAND_HEADCOUNT_NOTE "note"

/**
 * Builds the form that asks @unit for its figures at @census: those who are counted and what they
 * can do, officers and staff apart, by heads and in full-time equivalents; demand and courses; how
 * many different people they are. What the plan has already stands in the cells, the figures of the
 * census before it beside them. The cells of both censuses must have been read into @plan.
 */
UpstandForm *upstand_headcount_form_new (UpstandHeadcountPlan *plan, UpstandCensus *census,
    UpstandUnit *unit, const UpstandFormIdentity *identity, const UpstandCover *cover);

/** "CAPABILITY/officers/fte": the key of a row. To be freed. */
char *upstand_headcount_form_make_key (
    gint64 capability_id, UpstandWorkforce workforce, UpstandBasis basis);

/** FALSE when @key is none. Fills three members of @place. */
gboolean upstand_headcount_form_read_key (const char *key, UpstandHeadcountPlace *place);

G_END_DECLS
