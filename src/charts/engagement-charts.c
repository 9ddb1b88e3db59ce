/* SPDX-License-Identifier: MIT */
#include "charts/engagement-charts.h"

#include <glib/gi18n-lib.h>

#include "charts/heat-chart.h"
#include "charts/shares-chart.h"
#include "charts/spread-chart.h"
#include "records/engagement.h"
#include "records/framework-records.h"
#include "rules/chains.h"
#include "rules/plan-ratings.h"

/* Two years: what a panel looks back on. */
#define N_QUARTERS 8

/* The quarters up to @today, the oldest first. */
static void
list_quarters (UpstandDay today, UpstandPeriod quarters[N_QUARTERS])
{
    quarters[N_QUARTERS - 1] = upstand_period_current (UPSTAND_PERIOD_QUARTERLY, today);
    for (guint i = N_QUARTERS - 1; i > 0; i--)
        quarters[i - 1] = upstand_period_previous (&quarters[i]);
}

/* Coverage ----------------------------------------------------------------------------------------
 */

static char *
say_last_heard (const UpstandCoverage *coverage, guint group)
{
    int days = upstand_coverage_days_since (coverage, group);
    if (days < 0)
        return g_strdup (_ ("never"));
    if (days == 0)
        return g_strdup (_ ("today"));
    return g_strdup_printf (ngettext ("%d day ago", "%d days ago", days), days);
}

static char *
say_cell (const UpstandCoverageCell *cell, const char *last_heard)
{
    if (cell->closed)
        return g_strdup (_ ("The group was not on the list."));
    if (cell->heard && cell->people)
        return g_strdup_printf (
            ngettext ("%d person was counted. Last heard: %s.",
                "%d people were counted. Last heard: %s.", (gulong)cell->people),
            (int)cell->people, last_heard);
    if (!cell->heard && cell->reached)
        return g_strdup_printf (
            ngettext ("%u communication reached it, and nobody was heard. Last heard: %s.",
                "%u communications reached it, and nobody was heard. Last heard: %s.",
                cell->reached),
            cell->reached, last_heard);
    return g_strdup_printf (_ ("Last heard: %s."), last_heard);
}

static void
add_group (UpstandHeat *heat, const UpstandCoverage *coverage, guint number)
{
    const UpstandCoverageGroup *group = upstand_coverage_get_group (coverage, number);
    guint n = upstand_coverage_get_n_periods (coverage);
    gint64 id = UPSTAND_RECORD (group->group)->id;
    g_autofree char *last_heard = say_last_heard (coverage, number);
    g_autofree UpstandHeatCell *cells = g_new0 (UpstandHeatCell, n);
    g_autoptr (GPtrArray) details = g_ptr_array_new_with_free_func (g_free);
    for (guint i = 0; i < n; i++) {
        const UpstandCoverageCell *cell = upstand_coverage_get_cell (coverage, number, i);
        char *detail = say_cell (cell, last_heard);
        g_ptr_array_add (details, detail);
        cells[i] = (UpstandHeatCell){ .id = id,
            .figure = cell->closed ? upstand_figure_without (UPSTAND_FIGURE_NOT_APPLICABLE)
                                   : upstand_figure_of (cell->heard * UPSTAND_FIGURE_ONE),
            .detail = detail,
            .tone = cell->closed    ? UPSTAND_TONE_NEUTRAL
                    : cell->heard   ? UPSTAND_TONE_GOOD
                    : cell->reached ? UPSTAND_TONE_WAITING
                                    : UPSTAND_TONE_WARNING };
    }
    int days = upstand_coverage_days_since (coverage, number);
    UpstandHeatCell total = { .id = id,
        .figure = upstand_figure_of (MAX (days, 0) * UPSTAND_FIGURE_ONE),
        .words = last_heard };
    upstand_heat_add (heat,
        upstand_framework_item_get_short (group->group, g_get_language_names ()[0]), cells, &total);
}

UpstandChart *
upstand_coverage_chart (const UpstandCoverage *coverage, UpstandDay today)
{
    g_return_val_if_fail (coverage, NULL);
    guint n = upstand_coverage_get_n_periods (coverage);
    g_auto (GStrv) columns = g_new0 (char *, n + 1);
    for (guint i = 0; i < n; i++)
        columns[i] = upstand_period_label (upstand_coverage_get_period (coverage, i));
    g_autofree char *finding = upstand_coverage_describe (coverage, g_get_language_names ()[0]);
    const UpstandChartWords words = { .title = _ ("Who has been heard"),
        .finding = finding,
        .empty = _ ("The framework has no list of groups.") };
    const UpstandHeatLayout layout = {
        .heading = _ ("Group"),
        .columns = (const char *const *)columns,
        .n_columns = n,
        .in_time = TRUE,
        .totals = _ ("Last heard"),
        .amount = UPSTAND_AMOUNT_NUMBER,
        .shade = UPSTAND_HEAT_BY_TONE,
        .tones = {
            [UPSTAND_TONE_GOOD] = _ ("Heard"),
            [UPSTAND_TONE_WAITING] = _ ("Reached only"),
            [UPSTAND_TONE_WARNING] = _ ("Not heard"),
        },
    };
    UpstandHeat *heat = upstand_heat_new (&words, &layout);
    for (guint i = 0; i < upstand_coverage_get_n_groups (coverage); i++)
        add_group (heat, coverage, i);
    return upstand_heat_end (heat);
}

UpstandChart *
upstand_coverage_plan_chart (UpstandStore *store, UpstandDay today, GError **error)
{
    UpstandPeriod newest = upstand_period_current (UPSTAND_PERIOD_QUARTERLY, today);
    g_autoptr (UpstandCoverage) coverage = upstand_coverage_load (
        upstand_store_get_database (store), &newest, N_QUARTERS, today, error);
    return coverage ? upstand_coverage_chart (coverage, today) : NULL;
}

/* Engagements by kind and quarter ----------------------------------------------------------------
 */

/* The kinds, each once; the entries of all editions that go by its code. */
static GPtrArray *
list_kinds (UpstandStore *store, GError **error)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_framework_item_type);
    upstand_list_query_where (
        query, "list", UPSTAND_IS, (const char *[]){ UPSTAND_LIST_ENGAGEMENT_KIND, NULL });
    upstand_list_query_order (query, "position", FALSE);
    return upstand_store_list (store, query, 0, error);
}

static gint64
count_kind (UpstandStore *store, const GPtrArray *kinds, const char *code,
    const UpstandPeriod *quarter, UpstandDay today, GError **error)
{
    g_autoptr (GArray) ids = NULL;
    g_autofree char *start = upstand_date_to_iso (quarter->start);
    g_autofree char *after = upstand_date_to_iso (MIN (quarter->end, today) + 1);
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_engagement_type);
    for (guint i = 0; i < kinds->len; i++) {
        UpstandFrameworkItem *kind = g_ptr_array_index (kinds, i);
        if (g_str_equal (kind->code, code))
            ids = upstand_ids_add (ids, UPSTAND_RECORD (kind)->id);
    }
    upstand_list_query_where_ids (query, "kind_id", UPSTAND_IS, ids);
    upstand_list_query_where (query, "dated", UPSTAND_FROM, (const char *[]){ start, NULL });
    upstand_list_query_where (query, "dated", UPSTAND_BEFORE, (const char *[]){ after, NULL });
    return upstand_store_count (store, query, error);
}

UpstandChart *
upstand_engagements_plan_chart (UpstandStore *store, UpstandDay today, GError **error)
{
    const char *language = g_get_language_names ()[0];
    UpstandPeriod quarters[N_QUARTERS];
    g_autoptr (GPtrArray) kinds = list_kinds (store, error);
    g_autoptr (GPtrArray) codes = g_ptr_array_new ();
    g_autoptr (GPtrArray) titles = g_ptr_array_new ();
    g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
    if (!kinds)
        return NULL;
    for (guint i = 0; i < kinds->len; i++) {
        UpstandFrameworkItem *kind = g_ptr_array_index (kinds, i);
        if (!g_hash_table_add (seen, kind->code))
            continue;
        g_ptr_array_add (codes, kind->code);
        g_ptr_array_add (titles, (gpointer)upstand_framework_item_get_short (kind, language));
    }
    const UpstandChartWords words = { .title = _ ("Engagements by kind"),
        .empty = _ ("No engagement has been entered yet.") };
    const UpstandSharesLayout layout = { .heading = _ ("Quarter"),
        .kinds = (const char *const *)titles->pdata,
        .n_kinds = titles->len };
    g_autoptr (UpstandShares) shares = upstand_shares_new (&words, &layout);
    list_quarters (today, quarters);
    for (guint i = 0; i < N_QUARTERS; i++) {
        g_autofree UpstandFigure *figures = g_new0 (UpstandFigure, codes->len);
        g_autofree char *title = upstand_period_label (&quarters[i]);
        for (guint k = 0; k < codes->len; k++) {
            gint64 n =
                count_kind (store, kinds, g_ptr_array_index (codes, k), &quarters[i], today, error);
            if (n < 0)
                return NULL;
            figures[k] = upstand_figure_of (n * UPSTAND_FIGURE_ONE);
        }
        const UpstandSharesRow row = { .title = title,
            .note = quarters[i].end > today ? _ ("Not over yet") : NULL,
            .figures = figures };
        upstand_shares_add (shares, &row);
    }
    return upstand_shares_end (g_steal_pointer (&shares));
}

/* From heard to fed back -------------------------------------------------------------------------
 */

static int
compare_days (gconstpointer one, gconstpointer other)
{
    int a = *(const int *)one, b = *(const int *)other;
    return a < b ? -1 : a > b;
}

/* The least number of days within which that share of them was done. */
static UpstandFigure
within (const GArray *days, guint percent)
{
    guint place = (days->len * percent + 99) / 100;
    return upstand_figure_of (
        (gint64)g_array_index (days, int, MAX (place, 1) - 1) * UPSTAND_FIGURE_ONE);
}

static void
add_quarter (
    UpstandSpread *spread, const GPtrArray *chains, const UpstandPeriod *quarter, UpstandDay today)
{
    g_autofree char *title = upstand_period_label (quarter);
    g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (int));
    int oldest = 0;
    UpstandSpreadRow row = { .title = title,
        .note = quarter->end > today ? _ ("Not over yet") : NULL };
    for (guint i = 0; i < chains->len; i++) {
        const UpstandChain *chain = g_ptr_array_index (chains, i);
        int took = upstand_chain_days_to_feedback (chain);
        if (!upstand_period_contains (quarter, chain->heard_on))
            continue;
        if (took >= 0) {
            g_array_append_val (days, took);
        } else {
            row.n_open++;
            oldest = MAX (oldest, (int)(today - chain->heard_on));
        }
    }
    g_array_sort (days, compare_days);
    row.n_done = days->len;
    row.oldest = upstand_figure_of (oldest * UPSTAND_FIGURE_ONE);
    if (days->len) {
        row.least = within (days, 0);
        row.lower = within (days, 25);
        row.median = within (days, 50);
        row.upper = within (days, 75);
        row.most = within (days, 100);
    }
    upstand_spread_add (spread, &row);
}

UpstandChart *
upstand_chains_plan_chart (UpstandStore *store, UpstandDay today, GError **error)
{
    UpstandPeriod quarters[N_QUARTERS];
    UpstandThresholds thresholds;
    UpstandDatabase *database = upstand_store_get_database (store);
    const UpstandChartWords words = { .title = _ ("From heard to fed back"),
        .empty = _ ("Nothing that was heard is being followed up yet.") };
    upstand_plan_ratings_read_thresholds (database, &thresholds);
    g_autoptr (GPtrArray) chains = upstand_chains_load (database, &thresholds, today, error);
    if (!chains)
        return NULL;
    UpstandSpread *spread = upstand_spread_new (&words, _ ("Heard in"), 0);
    list_quarters (today, quarters);
    for (guint i = 0; i < N_QUARTERS && chains->len; i++)
        add_quarter (spread, chains, &quarters[i], today);
    return upstand_spread_end (spread);
}
