/* SPDX-License-Identifier: MIT */
#pragma once

#include "database/database.h"
#include "records/date.h"
#include "rules/thresholds.h"

G_BEGIN_DECLS

/** How far what was heard has come. */
typedef enum {
    UPSTAND_CHAIN_HEARD,
    UPSTAND_CHAIN_DECIDED,
    UPSTAND_CHAIN_DECLINED, /* decided: no change */
    UPSTAND_CHAIN_CHANGED,
    UPSTAND_CHAIN_FED_BACK,
} UpstandChainStage;
#define UPSTAND_N_CHAIN_STAGES (UPSTAND_CHAIN_FED_BACK + 1)

/** What is late about it. */
typedef enum {
    UPSTAND_STALE_NOT,
    UPSTAND_STALE_UNDECIDED, /* heard, and nothing decided for longer than heard_days */
    UPSTAND_STALE_UNCHANGED, /* decided, and nothing changed for longer than changed_days */
    UPSTAND_STALE_NOT_FED_BACK, /* changed or declined, and nobody told for over feedback_days */
} UpstandStale;

/**
 * UpstandChain:
 *
 * A theme and what became of it, by the days of its links. A step dated after today has not
 * happened; feedback before the change or the refusal is news on the way and does not close the
 * chain.
 */
typedef struct {
    gint64 theme_id;
    char *title;
    char *owner; /* or NULL */
    UpstandDay heard_on;
    UpstandDay decided_on; /* the first decision to change; 0: none, as in the next three */
    UpstandDay declined_on; /* the first decision against it */
    UpstandDay changed_on; /* the first change */
    UpstandDay fed_back_on; /* the last time that those who asked were told */
    guint n_engagements;
    gboolean cleared; /* may be told to the public */
    /* What follows: */
    UpstandChainStage stage;
    UpstandStale stale;
    int waiting; /* days since its last link; 0 once fed back */
} UpstandChain;

/** Fills in what follows from the days; @today as above. */
void upstand_chain_judge (
    UpstandChain *chain, const UpstandThresholds *thresholds, UpstandDay today);

/** (transfer full) (element-type UpstandChain): every theme, the longest heard first. */
GPtrArray *upstand_chains_load (UpstandDatabase *database, const UpstandThresholds *thresholds,
    UpstandDay today, GError **error);

/** The ids of the chains that are stale in that way, ascending, for a filter; NULL: none. */
GArray *upstand_chains_find (const GPtrArray *chains, UpstandStale stale);

/** "Changed" and the like, translated; and a shape of its own for each. */
const char *upstand_chain_stage_get_label (UpstandChainStage stage);
const char *upstand_chain_stage_get_shape (UpstandChainStage stage);

/** Why it is late, as a sentence with the days; to be freed; NULL when it is not. */
char *upstand_chain_explain (const UpstandChain *chain);

/** Days from heard to fed back; -1 when it has not come so far. */
int upstand_chain_days_to_feedback (const UpstandChain *chain);

/** "Of 25 things heard, 8 were changed and fed back; 4 are late." To be freed. */
char *upstand_chains_describe (const GPtrArray *chains);

G_END_DECLS
