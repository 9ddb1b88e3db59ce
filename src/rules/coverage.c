/* SPDX-License-Identifier: MIT */
#include "rules/coverage.h"

#include <glib/gi18n-lib.h>

#include "records/list-query.h"

struct _UpstandCoverage {
    UpstandDay today;
    GArray *periods; /* of UpstandPeriod, the oldest first */
    GPtrArray *groups; /* of UpstandCoverageGroup */
    UpstandCoverageCell *cells; /* group by group */
};

/* Of a kind of engagement: who hears whom. */
typedef enum {
    WAY_BOTH,
    WAY_ONE,
    WAY_INTERNAL,
} Way;

typedef struct {
    UpstandCoverage *coverage;
    GHashTable *rows; /* &group id -> its place + 1 */
    GHashTable *kinds; /* &kind id -> Way */
} Reading;

static void
group_free (UpstandCoverageGroup *group)
{
    g_object_unref (group->group);
    g_array_unref (group->ids);
    g_free (group);
}

void
upstand_coverage_free (UpstandCoverage *self)
{
    if (!self)
        return;
    g_clear_pointer (&self->periods, g_array_unref);
    g_clear_pointer (&self->groups, g_ptr_array_unref);
    g_free (self->cells);
    g_free (self);
}

static GPtrArray *
read_items (UpstandDatabase *database, const char *list, GError **error)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_framework_item_type);
    upstand_list_query_where (query, "list", UPSTAND_IS, (const char *[]){ list, NULL });
    upstand_list_query_order (query, "position", FALSE);
    return upstand_list_query_run (query, database, 0, error);
}

/* The same group of a later edition has the same code: one row. The force's own have no edition and
 * come last. */
static int
compare_items (gconstpointer a, gconstpointer b)
{
    const UpstandFrameworkItem *one = *(UpstandFrameworkItem *const *)a;
    const UpstandFrameworkItem *other = *(UpstandFrameworkItem *const *)b;
    if (!one->edition_id != !other->edition_id)
        return one->edition_id ? -1 : 1;
    if (one->edition_id != other->edition_id)
        return one->edition_id > other->edition_id ? -1 : 1;
    return one->position < other->position ? -1 : one->position > other->position;
}

static gboolean
read_groups (Reading *reading, UpstandDatabase *database, GError **error)
{
    g_autoptr (GPtrArray) items = read_items (database, UPSTAND_LIST_GROUP, error);
    g_autoptr (GHashTable) by_code = g_hash_table_new (g_str_hash, g_str_equal);
    if (!items)
        return FALSE;
    g_ptr_array_sort (items, compare_items);
    for (guint i = 0; i < items->len; i++) {
        UpstandFrameworkItem *item = g_ptr_array_index (items, i);
        GPtrArray *groups = reading->coverage->groups;
        guint row = GPOINTER_TO_UINT (g_hash_table_lookup (by_code, item->code));
        if (!row) {
            UpstandCoverageGroup *group = g_new0 (UpstandCoverageGroup, 1);
            group->group = g_object_ref (item);
            group->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
            g_ptr_array_add (groups, group);
            row = groups->len;
            g_hash_table_insert (by_code, item->code, GUINT_TO_POINTER (row));
        }
        UpstandCoverageGroup *group = g_ptr_array_index (groups, row - 1);
        gint64 id = item->parent_instance.id;
        g_array_append_val (group->ids, id);
        g_hash_table_insert (reading->rows, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (row));
    }
    return TRUE;
}

static gboolean
read_kinds (Reading *reading, UpstandDatabase *database, GError **error)
{
    g_autoptr (GPtrArray) items = read_items (database, UPSTAND_LIST_ENGAGEMENT_KIND, error);
    for (guint i = 0; items && i < items->len; i++) {
        UpstandFrameworkItem *item = g_ptr_array_index (items, i);
        gint64 id = item->parent_instance.id;
        Way way = upstand_framework_item_has (item, UPSTAND_APPLIES_INTERNAL)  ? WAY_INTERNAL
                  : upstand_framework_item_has (item, UPSTAND_APPLIES_ONE_WAY) ? WAY_ONE
                                                                               : WAY_BOTH;
        g_hash_table_insert (reading->kinds, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (way));
    }
    return items != NULL;
}

static void
add_periods (UpstandCoverage *self, const UpstandPeriod *newest, guint n)
{
    UpstandPeriod period = upstand_period_whole (newest);
    for (guint i = 0; i < n; i++) {
        g_array_prepend_val (self->periods, period);
        period = upstand_period_previous (&period);
    }
}

static void
make_cells (UpstandCoverage *self)
{
    guint n = self->periods->len;
    self->cells = g_new0 (UpstandCoverageCell, MAX (self->groups->len * n, 1));
    for (guint row = 0; row < self->groups->len; row++) {
        const UpstandCoverageGroup *group = g_ptr_array_index (self->groups, row);
        for (guint i = 0; i < n; i++) {
            const UpstandPeriod *period = &g_array_index (self->periods, UpstandPeriod, i);
            self->cells[row * n + i].closed =
                (group->group->from_date && group->group->from_date > period->end) ||
                (group->group->until_date && group->group->until_date < period->start);
        }
    }
}

static UpstandCoverageCell *
find_cell (UpstandCoverage *self, guint row, UpstandDay day)
{
    for (guint i = self->periods->len; i > 0; i--)
        if (upstand_period_contains (&g_array_index (self->periods, UpstandPeriod, i - 1), day))
            return &self->cells[row * self->periods->len + i - 1];
    return NULL;
}

/* One group in one engagement. */
static void
add_engagement (Reading *reading, UpstandQuery *row)
{
    UpstandCoverage *self = reading->coverage;
    gint64 group_id = upstand_query_number (row, 0), kind_id = upstand_query_number (row, 1);
    guint place = GPOINTER_TO_UINT (g_hash_table_lookup (reading->rows, &group_id));
    Way way = GPOINTER_TO_UINT (g_hash_table_lookup (reading->kinds, &kind_id));
    UpstandDay day = upstand_date_from_iso (upstand_query_text (row, 2));
    if (!place || way == WAY_INTERNAL || day > self->today)
        return;
    UpstandCoverageGroup *group = g_ptr_array_index (self->groups, place - 1);
    UpstandCoverageCell *cell = find_cell (self, place - 1, day);
    if (way == WAY_ONE) {
        group->last_reached = MAX (group->last_reached, day);
        if (cell)
            cell->reached++;
        return;
    }
    group->last_heard = MAX (group->last_heard, day);
    if (day < g_array_index (self->periods, UpstandPeriod, self->periods->len - 1).start)
        group->heard_before = MAX (group->heard_before, day);
    if (!cell)
        return;
    cell->heard++;
    cell->people += upstand_query_number (row, 3);
}

/* In the order of the links' own index: a GROUP BY would sort all of them first, and takes three
 * times as long with a million engagements. */
static gboolean
read_engagements (Reading *reading, UpstandDatabase *database, GError **error)
{
    g_autoptr (UpstandQuery) rows = upstand_database_query (database, error,
        "SELECT l.group_id, e.kind_id, e.dated, e.attendance"
        " FROM engagement_group l JOIN engagement e ON e.id = l.engagement_id"
        " ORDER BY l.engagement_id",
        "");
    g_autoptr (GError) local = NULL;
    if (!rows)
        return FALSE;
    while (upstand_query_step (rows, &local))
        add_engagement (reading, rows);
    if (!local)
        return TRUE;
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
}

UpstandCoverage *
upstand_coverage_load (UpstandDatabase *database, const UpstandPeriod *newest, guint n_periods,
    UpstandDay today, GError **error)
{
    g_return_val_if_fail (database && newest && n_periods > 0 && today, NULL);
    g_return_val_if_fail (newest->cadence != UPSTAND_PERIOD_CENSUS, NULL);
    g_autoptr (UpstandCoverage) self = g_new0 (UpstandCoverage, 1);
    self->today = today;
    self->periods = g_array_new (FALSE, FALSE, sizeof (UpstandPeriod));
    self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify)group_free);
    g_autoptr (GHashTable) rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    g_autoptr (GHashTable) kinds =
        g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    Reading reading = { self, rows, kinds };
    add_periods (self, newest, n_periods);
    if (!read_groups (&reading, database, error) || !read_kinds (&reading, database, error))
        return NULL;
    make_cells (self);
    if (!read_engagements (&reading, database, error))
        return NULL;
    return g_steal_pointer (&self);
}

guint
upstand_coverage_get_n_groups (const UpstandCoverage *self)
{
    return self->groups->len;
}

guint
upstand_coverage_get_n_periods (const UpstandCoverage *self)
{
    return self->periods->len;
}

const UpstandCoverageGroup *
upstand_coverage_get_group (const UpstandCoverage *self, guint group)
{
    g_return_val_if_fail (group < self->groups->len, NULL);
    return g_ptr_array_index (self->groups, group);
}

const UpstandPeriod *
upstand_coverage_get_period (const UpstandCoverage *self, guint period)
{
    g_return_val_if_fail (period < self->periods->len, NULL);
    return &g_array_index (self->periods, UpstandPeriod, period);
}

const UpstandCoverageCell *
upstand_coverage_get_cell (const UpstandCoverage *self, guint group, guint period)
{
    g_return_val_if_fail (group < self->groups->len && period < self->periods->len, NULL);
    return &self->cells[group * self->periods->len + period];
}

int
upstand_coverage_days_since (const UpstandCoverage *self, guint group)
{
    UpstandDay last = upstand_coverage_get_group (self, group)->last_heard;
    return last ? (int)(self->today - last) : -1;
}

gboolean
upstand_coverage_is_new (
    const UpstandCoverage *self, guint group, const UpstandThresholds *thresholds)
{
    guint newest = self->periods->len - 1;
    UpstandDay before = upstand_coverage_get_group (self, group)->heard_before;
    UpstandDay start = upstand_coverage_get_period (self, newest)->start;
    return upstand_coverage_get_cell (self, group, newest)->heard > 0 &&
           (!before || start - before > (UpstandDay)thresholds->new_reach_days);
}

gboolean
upstand_coverage_is_missing (const UpstandCoverage *self, guint group)
{
    const UpstandCoverageCell *cell =
        upstand_coverage_get_cell (self, group, self->periods->len - 1);
    return !cell->closed && cell->heard == 0;
}

char *
upstand_coverage_describe (const UpstandCoverage *self, const char *language)
{
    g_autoptr (GString) names = g_string_new (NULL);
    guint missing = 0, open = 0;
    for (guint i = 0; i < self->groups->len; i++) {
        open += !upstand_coverage_get_cell (self, i, self->periods->len - 1)->closed;
        if (!upstand_coverage_is_missing (self, i))
            continue;
        missing++;
        g_string_append_printf (names, "%s%s", names->len ? "; " : "",
            upstand_framework_item_get_title (
                upstand_coverage_get_group (self, i)->group, language));
    }
    g_autofree char *period =
        upstand_period_describe (upstand_coverage_get_period (self, self->periods->len - 1));
    if (missing == 0)
        return g_strdup_printf (_ ("Every group on the list was heard in %s."), period);
    return g_strdup_printf (ngettext ("%1$u of %2$u groups was not heard in %3$s: %4$s.",
                                "%1$u of %2$u groups were not heard in %3$s: %4$s.", missing),
        missing, open, period, names->str);
}
