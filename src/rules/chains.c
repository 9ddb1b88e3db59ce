/* SPDX-License-Identifier: MIT */
#include "rules/chains.h"

#include <glib/gi18n-lib.h>

#include "records/theme.h"

static const struct {
    const char *label, *shape;
} stages[UPSTAND_N_CHAIN_STAGES] = {
    [UPSTAND_CHAIN_HEARD] = { N_ ("Heard"), "○" },
    [UPSTAND_CHAIN_DECIDED] = { N_ ("Decided"), "◐" },
    [UPSTAND_CHAIN_DECLINED] = { N_ ("Decided: no change"), "◇" },
    [UPSTAND_CHAIN_CHANGED] = { N_ ("Changed"), "●" },
    [UPSTAND_CHAIN_FED_BACK] = { N_ ("Fed back"), "✔" },
};

void
upstand_chain_judge (UpstandChain *chain, const UpstandThresholds *thresholds, UpstandDay today)
{
    g_return_if_fail (chain && thresholds && today);
    /* What is to be told to those who asked: the first change, else the refusal. */
    UpstandDay outcome = chain->changed_on ? chain->changed_on : chain->declined_on;
    UpstandDay since;
    int most;
    UpstandStale late;
    chain->stale = UPSTAND_STALE_NOT;
    chain->waiting = 0;
    if (outcome && chain->fed_back_on >= outcome) {
        chain->stage = UPSTAND_CHAIN_FED_BACK;
        return;
    }
    if (outcome) {
        chain->stage = chain->changed_on ? UPSTAND_CHAIN_CHANGED : UPSTAND_CHAIN_DECLINED;
        since = outcome;
        most = thresholds->feedback_days;
        late = UPSTAND_STALE_NOT_FED_BACK;
    } else if (chain->decided_on) {
        chain->stage = UPSTAND_CHAIN_DECIDED;
        since = chain->decided_on;
        most = thresholds->changed_days;
        late = UPSTAND_STALE_UNCHANGED;
    } else {
        chain->stage = UPSTAND_CHAIN_HEARD;
        since = chain->heard_on;
        most = thresholds->heard_days;
        late = UPSTAND_STALE_UNDECIDED;
    }
    chain->waiting = today > since ? (int)(today - since) : 0;
    if (chain->waiting > most)
        chain->stale = late;
}

static void
chain_free (UpstandChain *chain)
{
    g_free (chain->title);
    g_free (chain->owner);
    g_free (chain);
}

static UpstandDay
day_at (UpstandQuery *row, int column)
{
    const char *text = upstand_query_text (row, column);
    return text ? upstand_date_from_iso (text) : 0;
}

#define FIRST(kind) "MIN(CASE WHEN s.kind = '" kind "' THEN s.dated END)"

GPtrArray *
upstand_chains_load (UpstandDatabase *database, const UpstandThresholds *thresholds,
    UpstandDay today, GError **error)
{
    g_return_val_if_fail (database && thresholds && today, NULL);
    g_autofree char *iso = upstand_date_to_iso (today);
    g_autoptr (UpstandQuery) rows = upstand_database_query (database, error,
        "SELECT t.id, t.title, t.owner, t.heard_on, " FIRST ("decided") ", " FIRST (
            "declined") ", " FIRST ("changed") ", MAX(CASE WHEN s.kind = 'fed-back' THEN s.dated "
                                               "END), t.cleared,"
                                               " (SELECT COUNT(*) FROM theme_engagement l WHERE "
                                               "l.theme_id = t.id)"
                                               " FROM theme t LEFT JOIN theme_step s ON s.theme_id "
                                               "= t.id AND s.dated <= $1"
                                               " WHERE t.heard_on <= $1 GROUP BY t.id ORDER BY "
                                               "t.heard_on, t.id",
        "t", iso);
    g_autoptr (GPtrArray) chains = g_ptr_array_new_with_free_func ((GDestroyNotify)chain_free);
    g_autoptr (GError) local = NULL;
    if (!rows)
        return NULL;
    while (upstand_query_step (rows, &local)) {
        UpstandChain *chain = g_new0 (UpstandChain, 1);
        chain->theme_id = upstand_query_number (rows, 0);
        chain->title = g_strdup (upstand_query_text (rows, 1));
        chain->owner = g_strdup (upstand_query_text (rows, 2));
        chain->heard_on = day_at (rows, 3);
        chain->decided_on = day_at (rows, 4);
        chain->declined_on = day_at (rows, 5);
        chain->changed_on = day_at (rows, 6);
        chain->fed_back_on = day_at (rows, 7);
        chain->cleared = upstand_query_number (rows, 8) != 0;
        chain->n_engagements = upstand_query_number (rows, 9);
        upstand_chain_judge (chain, thresholds, today);
        g_ptr_array_add (chains, chain);
    }
    if (local) {
        g_propagate_error (error, g_steal_pointer (&local));
        return NULL;
    }
    return g_steal_pointer (&chains);
}

GArray *
upstand_chains_find (const GPtrArray *chains, UpstandStale stale)
{
    GArray *ids = NULL;
    for (guint i = 0; i < chains->len; i++) {
        const UpstandChain *chain = g_ptr_array_index (chains, i);
        if (chain->stale == stale)
            ids = upstand_ids_add (ids, chain->theme_id);
    }
    return ids;
}

const char *
upstand_chain_stage_get_label (UpstandChainStage stage)
{
    g_return_val_if_fail (stage < UPSTAND_N_CHAIN_STAGES, "");
    return _ (stages[stage].label);
}

const char *
upstand_chain_stage_get_shape (UpstandChainStage stage)
{
    g_return_val_if_fail (stage < UPSTAND_N_CHAIN_STAGES, "");
    return stages[stage].shape;
}

char *
upstand_chain_explain (const UpstandChain *chain)
{
    int days = chain->waiting;
    switch (chain->stale) {
    case UPSTAND_STALE_UNDECIDED:
        return g_strdup_printf (ngettext ("Heard %d day ago, and nothing is decided.",
                                    "Heard %d days ago, and nothing is decided.", days),
            days);
    case UPSTAND_STALE_UNCHANGED:
        return g_strdup_printf (ngettext ("Decided %d day ago, and nothing has changed.",
                                    "Decided %d days ago, and nothing has changed.", days),
            days);
    case UPSTAND_STALE_NOT_FED_BACK:
        if (chain->stage == UPSTAND_CHAIN_DECLINED)
            return g_strdup_printf (
                ngettext ("Decided against %d day ago, and those who asked are not told.",
                    "Decided against %d days ago, and those who asked are not told.", days),
                days);
        return g_strdup_printf (ngettext ("Changed %d day ago, and those who asked are not told.",
                                    "Changed %d days ago, and those who asked are not told.", days),
            days);
    default: return NULL;
    }
}

int
upstand_chain_days_to_feedback (const UpstandChain *chain)
{
    return chain->stage == UPSTAND_CHAIN_FED_BACK ? (int)(chain->fed_back_on - chain->heard_on)
                                                  : -1;
}

char *
upstand_chains_describe (const GPtrArray *chains)
{
    guint changed = 0, told = 0, late = 0;
    for (guint i = 0; i < chains->len; i++) {
        const UpstandChain *chain = g_ptr_array_index (chains, i);
        changed += chain->changed_on != 0;
        told += chain->stage == UPSTAND_CHAIN_FED_BACK;
        late += chain->stale != UPSTAND_STALE_NOT;
    }
    return g_strdup_printf (_ ("Things heard: %u. Changed: %u. Fed back: %u. Late: %u."),
        chains->len, changed, told, late);
}
