/* SPDX-License-Identifier: MIT */
#include "upstand-config.h"

#include "charts/space-charts.h"

#include "charts/shares-chart.h"
#include "records/problem-profile.h"
#include "records/space.h"
#include "rules/profile.h"
#include "rules/risk.h"

#include <glib/gi18n-lib.h>

#define N_KINDS (UPSTAND_SPACE_ONLINE + 1)

/* One version, or the register: how many spaces by kind and risk. */
typedef struct {
    gint64 profile_id; /* 0: the register */
    char *title;
    char *note;
    guint counts[N_KINDS][UPSTAND_N_RISKS];
    guint all;
} Version;

static void
version_free (Version *version)
{
    g_free (version->title);
    g_free (version->note);
    g_free (version);
}

static void
count (Version *version, guint kind, gint64 score)
{
    version->counts[kind][upstand_risk_of_score (score)]++;
    version->all++;
}

static gboolean
read_profiles (UpstandStore *store, GPtrArray *versions, GError **error)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_problem_profile_type);
    upstand_list_query_order (query, "number", FALSE);
    g_autoptr (GPtrArray) profiles = upstand_store_list (store, query, 0, error);
    g_autoptr (UpstandListQuery) rows = upstand_list_query_new (&upstand_profile_space_type);
    g_autoptr (GPtrArray) spaces = profiles ? upstand_store_list (store, rows, 0, error) : NULL;
    g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
    if (!spaces)
        return FALSE;
    for (guint i = 0; i < profiles->len; i++) {
        UpstandProblemProfile *profile = g_ptr_array_index (profiles, i);
        Version *version = g_new0 (Version, 1);
        version->profile_id = UPSTAND_RECORD (profile)->id;
        version->title = g_strdup_printf (_ ("Version %u"), (guint)profile->number);
        version->note = upstand_date_format (profile->dated, UPSTAND_DATE_SHORT);
        g_ptr_array_add (versions, version);
        g_hash_table_insert (by_id, &version->profile_id, version);
    }
    for (guint i = 0; i < spaces->len; i++) {
        UpstandProfileSpace *space = g_ptr_array_index (spaces, i);
        count (g_hash_table_lookup (by_id, &space->profile_id), space->kind, space->risk);
    }
    return TRUE;
}

static gboolean
read_register (UpstandStore *store, UpstandDay today, GPtrArray *versions, GError **error)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_space_type);
    g_autoptr (GPtrArray) spaces = upstand_store_list (store, query, 0, error);
    Version *version = g_new0 (Version, 1);
    version->title = g_strdup (_ ("Now"));
    g_ptr_array_add (versions, version);
    for (guint i = 0; spaces && i < spaces->len; i++) {
        UpstandSpace *space = g_ptr_array_index (spaces, i);
        if (!space->closed || space->closed > today)
            count (version, space->kind, upstand_risk_score (space->likelihood, space->harm));
    }
    return spaces != NULL;
}

/* Finding ----------------------------------------------------------------------------------------
 */

static void
say_risk_now (GString *text, const Version *now)
{
    guint high = 0;
    for (guint kind = 0; kind < N_KINDS; kind++)
        high += now->counts[kind][UPSTAND_RISK_HIGH] + now->counts[kind][UPSTAND_RISK_VERY_HIGH];
    g_string_append_printf (text,
        ngettext ("Of %u space now in the register, the risk of %u is high or very high.",
            "Of %u spaces now in the register, the risk of %u is high or very high.", now->all),
        now->all, high);
}

static void
say_changes (GString *text, GPtrArray *changes, const Version *last)
{
    guint counts[UPSTAND_SPACE_CHANGE_GONE + 1] = { 0 };
    for (guint i = 0; i < changes->len; i++)
        counts[((UpstandSpaceChange *)g_ptr_array_index (changes, i))->change]++;
    g_string_append_c (text, ' ');
    /* Translators: "Version 3", then four numbers of places. */
    g_string_append_printf (text,
        _ ("Since %1$s: %2$u rose, %3$u fell, %4$u new, %5$u no longer of concern."), last->title,
        counts[UPSTAND_SPACE_CHANGE_ROSE], counts[UPSTAND_SPACE_CHANGE_FELL],
        counts[UPSTAND_SPACE_CHANGE_NEW], counts[UPSTAND_SPACE_CHANGE_GONE]);
}

static char *
find_words (UpstandStore *store, UpstandDay today, GPtrArray *versions, GError **error)
{
    g_autoptr (GString) text = g_string_new (NULL);
    say_risk_now (text, g_ptr_array_index (versions, versions->len - 1));
    if (versions->len > 1) {
        const Version *last = g_ptr_array_index (versions, versions->len - 2);
        g_autoptr (GPtrArray) changes = upstand_profile_compare (
            upstand_store_get_database (store), last->profile_id, 0, today, error);
        if (!changes)
            return NULL;
        say_changes (text, changes, last);
    }
    return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The chart --------------------------------------------------------------------------------------
 */

static gboolean
has_kind (GPtrArray *versions, guint kind)
{
    for (guint i = 0; i < versions->len; i++)
        for (guint risk = 0; risk < UPSTAND_N_RISKS; risk++)
            if (((Version *)g_ptr_array_index (versions, i))->counts[kind][risk])
                return TRUE;
    return FALSE;
}

static void
add_kind (UpstandShares *shares, GPtrArray *versions, guint kind)
{
    upstand_shares_add_group (shares, _ (upstand_space_kinds[kind].label));
    for (guint i = 0; i < versions->len; i++) {
        const Version *version = g_ptr_array_index (versions, i);
        UpstandFigure figures[UPSTAND_N_RISKS];
        for (guint risk = 0; risk < UPSTAND_N_RISKS; risk++)
            figures[risk] =
                upstand_figure_of (version->counts[kind][risk] * (gint64)UPSTAND_FIGURE_ONE);
        UpstandSharesRow row = {
            .id = version->profile_id ? version->profile_id : UPSTAND_SPACES_NOW (kind),
            .title = version->title,
            .note = version->note,
            .figures = figures,
        };
        upstand_shares_add (shares, &row);
    }
}

UpstandChart *
upstand_spaces_chart (UpstandStore *store, UpstandDay today, GError **error)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (store) && today, NULL);
    g_autoptr (GPtrArray) versions = g_ptr_array_new_with_free_func ((GDestroyNotify)version_free);
    if (!read_profiles (store, versions, error) || !read_register (store, today, versions, error))
        return NULL;
    g_autofree char *finding = find_words (store, today, versions, error);
    if (!finding)
        return NULL;
    const char *kinds[UPSTAND_N_RISKS];
    UpstandTone tones[UPSTAND_N_RISKS];
    for (guint risk = 0; risk < UPSTAND_N_RISKS; risk++) {
        kinds[risk] = upstand_risk_get_label (risk);
        tones[risk] = upstand_risk_get_tone (risk);
    }
    UpstandChartWords words = {
        .title = _ ("Risk of the spaces, by kind and version"),
        .finding = finding,
        .empty = _ ("Enter the spaces where women and girls are in danger, and their risk is shown"
                    " here, by kind and from version to version."),
    };
    UpstandSharesLayout layout = {
        .heading = _ ("Version"),
        .kinds = kinds,
        .n_kinds = UPSTAND_N_RISKS,
        .tones = tones,
    };
    UpstandShares *shares = upstand_shares_new (&words, &layout);
    for (guint kind = 0; kind < N_KINDS; kind++)
        if (has_kind (versions, kind))
            add_kind (shares, versions, kind);
    return upstand_shares_end (shares);
}
