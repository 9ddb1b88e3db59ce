/* SPDX-License-Identifier: MIT */
#include "exchange/headcount-plan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/table-reader.h"
#include "records/list-query.h"

static guint
place_hash (gconstpointer key)
{
    const UpstandHeadcountPlace *place = key;
    guint hash = g_int64_hash (&place->census_id);
    hash = hash * 31 + g_int64_hash (&place->unit_id);
    hash = hash * 31 + g_int64_hash (&place->capability_id);
    return hash * 31 + (place->workforce * UPSTAND_N_BASES + place->basis) * UPSTAND_N_COUNTS +
           place->count;
}

static gboolean
place_equal (gconstpointer a, gconstpointer b)
{
    const UpstandHeadcountPlace *one = a, *other = b;
    return one->census_id == other->census_id && one->unit_id == other->unit_id &&
           one->capability_id == other->capability_id && one->workforce == other->workforce &&
           one->basis == other->basis && one->count == other->count;
}

/* Records by id. The keys are the records' own. */
static GHashTable *
read_all (UpstandDatabase *database, const UpstandListQuery *query, GError **error)
{
    g_autoptr (GPtrArray) records = upstand_list_query_run (query, database, 0, error);
    if (!records)
        return NULL;
    GHashTable *by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_object_unref);
    for (guint i = 0; i < records->len; i++) {
        UpstandRecord *record = g_ptr_array_index (records, i);
        g_hash_table_insert (by_id, &record->id, g_object_ref (record));
    }
    return by_id;
}

UpstandHeadcountPlan *
upstand_headcount_plan_read (UpstandDatabase *database, GError **error)
{
    g_return_val_if_fail (database, NULL);
    g_autoptr (UpstandListQuery) units = upstand_list_query_new (&upstand_unit_type);
    g_autoptr (UpstandListQuery) censuses = upstand_list_query_new (&upstand_census_type);
    g_autoptr (UpstandListQuery) items = upstand_list_query_new (&upstand_framework_item_type);
    g_autoptr (UpstandHeadcountPlan) self = g_new0 (UpstandHeadcountPlan, 1);
    upstand_list_query_where (
        items, "list", UPSTAND_IS, (const char *[]){ UPSTAND_LIST_CAPABILITY, NULL });
    self->cells = g_hash_table_new_full (place_hash, place_equal, g_free, g_object_unref);
    self->read = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    self->units = read_all (database, units, error);
    self->censuses = self->units ? read_all (database, censuses, error) : NULL;
    self->capabilities = self->censuses ? read_all (database, items, error) : NULL;
    return self->capabilities ? g_steal_pointer (&self) : NULL;
}

void
upstand_headcount_plan_free (UpstandHeadcountPlan *self)
{
    if (!self)
        return;
    g_clear_pointer (&self->units, g_hash_table_unref);
    g_clear_pointer (&self->censuses, g_hash_table_unref);
    g_clear_pointer (&self->capabilities, g_hash_table_unref);
    g_clear_pointer (&self->cells, g_hash_table_unref);
    g_clear_pointer (&self->read, g_hash_table_unref);
    g_free (self);
}

gboolean
upstand_headcount_plan_read_census (
    UpstandHeadcountPlan *self, UpstandDatabase *database, gint64 census_id, GError **error)
{
    if (g_hash_table_contains (self->read, &census_id))
        return TRUE;
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_headcount_type);
    upstand_list_query_where_id (query, "census_id", UPSTAND_IS, census_id);
    g_autoptr (GPtrArray) records = upstand_list_query_run (query, database, 0, error);
    if (!records)
        return FALSE;
    for (guint i = 0; i < records->len; i++) {
        UpstandHeadcount *cell = g_ptr_array_index (records, i);
        UpstandHeadcountPlace place = { cell->census_id, cell->unit_id, cell->capability_id,
            cell->workforce, cell->basis, cell->count };
        g_hash_table_insert (self->cells, g_memdup2 (&place, sizeof place), g_object_ref (cell));
    }
    g_hash_table_add (self->read, g_memdup2 (&census_id, sizeof census_id));
    return TRUE;
}

UpstandHeadcount *
upstand_headcount_plan_find (UpstandHeadcountPlan *self, const UpstandHeadcountPlace *place)
{
    return g_hash_table_lookup (self->cells, place);
}

UpstandFigure
upstand_headcount_plan_get (UpstandHeadcountPlan *self, const UpstandHeadcountPlace *place)
{
    const UpstandHeadcount *cell = upstand_headcount_plan_find (self, place);
    return cell ? upstand_figure_from_members (cell->value, cell->state)
                : upstand_figure_without (UPSTAND_FIGURE_UNANSWERED);
}

UpstandUnit *
upstand_headcount_plan_get_unit (UpstandHeadcountPlan *self, gint64 id)
{
    return g_hash_table_lookup (self->units, &id);
}

UpstandFrameworkItem *
upstand_headcount_plan_get_capability (UpstandHeadcountPlan *self, gint64 id)
{
    return g_hash_table_lookup (self->capabilities, &id);
}

UpstandCensus *
upstand_headcount_plan_get_census (UpstandHeadcountPlan *self, gint64 id)
{
    return g_hash_table_lookup (self->censuses, &id);
}

UpstandCensus *
upstand_headcount_plan_get_earlier (UpstandHeadcountPlan *self, const UpstandCensus *census)
{
    GHashTableIter iter;
    gpointer value;
    UpstandCensus *best = NULL;
    g_hash_table_iter_init (&iter, self->censuses);
    while (g_hash_table_iter_next (&iter, NULL, &value)) {
        UpstandCensus *other = value;
        if (other->as_at < census->as_at && (!best || other->as_at > best->as_at))
            best = other;
    }
    return best;
}

static int
compare_units (gconstpointer a, gconstpointer b)
{
    const UpstandUnit *one = *(UpstandUnit *const *)a, *other = *(UpstandUnit *const *)b;
    int order = g_utf8_collate (one->name, other->name);
    return order ? order : (UPSTAND_RECORD (one)->id > UPSTAND_RECORD (other)->id ? 1 : -1);
}

GPtrArray *
upstand_headcount_plan_list_units (UpstandHeadcountPlan *self, UpstandDay day)
{
    g_autoptr (GHashTable) parents = g_hash_table_new (g_int64_hash, g_int64_equal);
    GPtrArray *units = g_ptr_array_new ();
    GHashTableIter iter;
    gpointer value;
    g_hash_table_iter_init (&iter, self->units);
    while (g_hash_table_iter_next (&iter, NULL, &value)) {
        UpstandUnit *unit = value;
        if (unit->parent_id && upstand_unit_is_open (unit, day))
            g_hash_table_add (parents, &unit->parent_id);
    }
    g_hash_table_iter_init (&iter, self->units);
    while (g_hash_table_iter_next (&iter, NULL, &value)) {
        UpstandUnit *unit = value;
        if (upstand_unit_is_open (unit, day) &&
            !g_hash_table_contains (parents, &UPSTAND_RECORD (unit)->id))
            g_ptr_array_add (units, unit);
    }
    g_ptr_array_sort (units, compare_units);
    return units;
}

static gboolean
is_counted (const UpstandFrameworkItem *item, UpstandDay day)
{
    return (!item->from_date || item->from_date <= day) &&
           (!item->until_date || item->until_date >= day);
}

static int
compare_capabilities (gconstpointer a, gconstpointer b)
{
    const UpstandFrameworkItem *one = *(UpstandFrameworkItem *const *)a;
    const UpstandFrameworkItem *other = *(UpstandFrameworkItem *const *)b;
    /* The force's own after those of the framework. */
    if (!one->edition_id != !other->edition_id)
        return one->edition_id ? -1 : 1;
    if (one->position != other->position)
        return one->position < other->position ? -1 : 1;
    return UPSTAND_RECORD (one)->id > UPSTAND_RECORD (other)->id ? 1 : -1;
}

GPtrArray *
upstand_headcount_plan_list_capabilities (UpstandHeadcountPlan *self, UpstandDay day)
{
    g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
    g_autoptr (GPtrArray) all = g_ptr_array_new ();
    GPtrArray *counted = g_ptr_array_new ();
    GHashTableIter iter;
    gpointer value;
    g_hash_table_iter_init (&iter, self->capabilities);
    while (g_hash_table_iter_next (&iter, NULL, &value))
        if (is_counted (value, day))
            g_ptr_array_add (all, value);
    g_ptr_array_sort (all, compare_capabilities);
    /* Two editions have the same capabilities: those of the one that came first go on. */
    for (guint i = 0; i < all->len; i++) {
        UpstandFrameworkItem *item = g_ptr_array_index (all, i);
        if (g_hash_table_add (codes, item->code ? item->code : item->title_en))
            g_ptr_array_add (counted, item);
    }
    return counted;
}

const char *
upstand_headcount_plan_get_capability_title (UpstandHeadcountPlan *self, gint64 capability_id)
{
    UpstandFrameworkItem *item = upstand_headcount_plan_get_capability (self, capability_id);
    if (!item)
        return _ ("All capabilities together");
    /* Translators: the code of the language you translate into. */
    return upstand_framework_item_get_title (item, C_ ("code of this language", "en"));
}

static gboolean
is_called (const char *folded, const char *name)
{
    g_autofree char *other = name ? upstand_table_reader_fold_heading (name) : NULL;
    return other && *other && strcmp (folded, other) == 0;
}

gint64
upstand_headcount_plan_find_unit (UpstandHeadcountPlan *self, const char *name)
{
    g_autofree char *folded = upstand_table_reader_fold_heading (name);
    GHashTableIter iter;
    gpointer value;
    gint64 found = 0;
    g_hash_table_iter_init (&iter, self->units);
    while (g_hash_table_iter_next (&iter, NULL, &value)) {
        UpstandUnit *unit = value;
        if (is_called (folded, unit->name))
            found = found ? -1 : UPSTAND_RECORD (unit)->id;
    }
    return found;
}

gint64
upstand_headcount_plan_find_capability (UpstandHeadcountPlan *self, const char *name)
{
    g_autofree char *folded = upstand_table_reader_fold_heading (name);
    g_autoptr (GPtrArray) all = g_ptr_array_new ();
    GHashTableIter iter;
    gpointer value;
    g_hash_table_iter_init (&iter, self->capabilities);
    while (g_hash_table_iter_next (&iter, NULL, &value))
        g_ptr_array_add (all, value);
    g_ptr_array_sort (all, compare_capabilities);
    for (guint i = 0; i < all->len; i++) {
        const UpstandFrameworkItem *item = g_ptr_array_index (all, i);
        if (is_called (folded, item->code) || is_called (folded, item->title_en) ||
            is_called (folded, item->title_cy) || is_called (folded, item->short_en) ||
            is_called (folded, item->short_cy))
            return UPSTAND_RECORD (item)->id;
    }
    return 0;
}
