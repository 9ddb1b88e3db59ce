/* SPDX-License-Identifier: MIT */
#include "rules/skills-outline.h"

#include <string.h>

#include "records/framework-records.h"
#include "records/list-query.h"
#include "records/unit.h"

struct _UpstandSkillsOutline {
    gatomicrefcount references;
    GArray *units;
    GArray *capabilities;
    GArray *censuses;
    GArray *breaks;
    GHashTable *capability_places; /* &id -> place + 1; several ids of one code */
};

static void
unit_clear (UpstandSkillsUnit *unit)
{
    g_free (unit->name);
}

static void
capability_clear (UpstandSkillsCapability *capability)
{
    g_free (capability->code);
    g_free (capability->title);
    g_free (capability->short_title);
}

static void
census_clear (UpstandSkillsCensus *census)
{
    g_free (census->note);
}

static void
break_clear (UpstandSkillsBreak *found)
{
    g_free (found->reason);
}

static GArray *
array_new (guint size, gpointer clear)
{
    GArray *array = g_array_new (FALSE, TRUE, size);
    g_array_set_clear_func (array, clear);
    return array;
}

/* Units ----------------------------------------------------------------------------------------
 */

static gint
compare_names (gconstpointer a, gconstpointer b)
{
    return g_utf8_collate ((*(UpstandUnit *const *)a)->name, (*(UpstandUnit *const *)b)->name);
}

/* A parent that is no more, or that is part of its own part, leaves the unit at the top. */
static gint64
parent_of (GHashTable *by_id, const UpstandUnit *unit)
{
    guint most = g_hash_table_size (by_id);
    const UpstandUnit *above = g_hash_table_lookup (by_id, &unit->parent_id);
    gint64 parent = above ? unit->parent_id : 0;
    for (guint steps = 0; above; steps++) {
        if (steps > most)
            return 0;
        above = g_hash_table_lookup (by_id, &above->parent_id);
    }
    return parent;
}

static void
add_units (UpstandSkillsOutline *self, GPtrArray *all, GHashTable *by_id, guint parent)
{
    const UpstandSkillsUnit *whole =
        parent == UPSTAND_NOWHERE ? NULL : upstand_skills_outline_get_unit (self, parent);
    gint64 parent_id = whole ? whole->id : 0;
    guint depth = whole ? whole->depth + 1 : 0;
    for (guint i = 0; i < all->len; i++) {
        const UpstandUnit *record = g_ptr_array_index (all, i);
        if (parent_of (by_id, record) != parent_id)
            continue;
        UpstandSkillsUnit unit = { record->parent_instance.id, g_strdup (record->name),
            record->kind, depth, parent, 0, record->opened, record->closed, record->merged_into };
        guint place = self->units->len;
        g_array_append_val (self->units, unit);
        add_units (self, all, by_id, place);
        g_array_index (self->units, UpstandSkillsUnit, place).end = self->units->len;
    }
}

static gboolean
load_units (UpstandSkillsOutline *self, UpstandDatabase *database, GError **error)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_unit_type);
    g_autoptr (GPtrArray) all = upstand_list_query_run (query, database, 0, error);
    g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
    if (!all)
        return FALSE;
    for (guint i = 0; i < all->len; i++) {
        UpstandRecord *record = g_ptr_array_index (all, i);
        g_hash_table_insert (by_id, &record->id, record);
    }
    g_ptr_array_sort (all, compare_names);
    add_units (self, all, by_id, UPSTAND_NOWHERE);
    return TRUE;
}

/* Capabilities, censuses, breaks -----------------------------------------------------------------
 */

static guint
find_code (UpstandSkillsOutline *self, const char *code)
{
    for (guint i = 0; i < self->capabilities->len; i++)
        if (strcmp (g_array_index (self->capabilities, UpstandSkillsCapability, i).code, code) == 0)
            return i;
    return UPSTAND_NOWHERE;
}

static gboolean
load_capabilities (
    UpstandSkillsOutline *self, UpstandDatabase *database, const char *language, GError **error)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_framework_item_type);
    upstand_list_query_where (
        query, "list", UPSTAND_IS, (const char *[]){ UPSTAND_LIST_CAPABILITY, NULL });
    g_autoptr (GPtrArray) all = upstand_list_query_run (query, database, 0, error);
    if (!all)
        return FALSE;
    /* By age, so that the first edition's come first, in its order; the force's own go last. */
    for (guint own = 0; own < 2; own++)
        for (guint i = 0; i < all->len; i++) {
            UpstandFrameworkItem *item = g_ptr_array_index (all, i);
            if ((item->edition_id == 0) != own)
                continue;
            guint place = find_code (self, item->code);
            if (place == UPSTAND_NOWHERE) {
                UpstandSkillsCapability capability = {
                    .id = item->parent_instance.id,
                    .code = g_strdup (item->code),
                    .title = g_strdup (upstand_framework_item_get_title (item, language)),
                    .short_title = g_strdup (upstand_framework_item_get_short (item, language)),
                    .second_role = upstand_framework_item_has (item, UPSTAND_APPLIES_SECOND_ROLE),
                    .own = own,
                };
                place = self->capabilities->len;
                g_array_append_val (self->capabilities, capability);
            }
            gint64 id = item->parent_instance.id;
            g_hash_table_insert (
                self->capability_places, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (place + 1));
        }
    return TRUE;
}

static gboolean
load_censuses (UpstandSkillsOutline *self, UpstandDatabase *database, GError **error)
{
    g_autoptr (GError) local = NULL;
    g_autoptr (UpstandQuery) rows = upstand_database_query (
        database, error, "SELECT id, as_at, note FROM census ORDER BY as_at", "");
    while (rows && upstand_query_step (rows, &local)) {
        UpstandSkillsCensus census = { upstand_query_number (rows, 0),
            upstand_date_from_iso (upstand_query_text (rows, 1)),
            g_strdup (upstand_query_text (rows, 2)) };
        g_array_append_val (self->censuses, census);
    }
    if (local)
        g_propagate_error (error, g_steal_pointer (&local));
    return rows && !(error && *error);
}

static gboolean
load_breaks (UpstandSkillsOutline *self, UpstandDatabase *database, GError **error)
{
    g_autoptr (GError) local = NULL;
    g_autoptr (UpstandQuery) rows = upstand_database_query (database, error,
        "SELECT id, dated, capability_id, unit_id, reason FROM series_break ORDER BY dated, id",
        "");
    while (rows && upstand_query_step (rows, &local)) {
        UpstandSkillsBreak found = {
            .id = upstand_query_number (rows, 0),
            .dated = upstand_date_from_iso (upstand_query_text (rows, 1)),
            .capability =
                upstand_skills_outline_find_capability (self, upstand_query_number (rows, 2)),
            .unit = upstand_skills_outline_find_unit (self, upstand_query_number (rows, 3)),
            .reason = g_strdup (upstand_query_text (rows, 4)),
        };
        g_array_append_val (self->breaks, found);
    }
    if (local)
        g_propagate_error (error, g_steal_pointer (&local));
    return rows && !(error && *error);
}

UpstandSkillsOutline *
upstand_skills_outline_load (UpstandDatabase *database, const char *language, GError **error)
{
    g_autoptr (UpstandSkillsOutline) self = g_new0 (UpstandSkillsOutline, 1);
    GError *local = NULL;

    g_atomic_ref_count_init (&self->references);
    self->units = array_new (sizeof (UpstandSkillsUnit), unit_clear);
    self->capabilities = array_new (sizeof (UpstandSkillsCapability), capability_clear);
    self->censuses = array_new (sizeof (UpstandSkillsCensus), census_clear);
    self->breaks = array_new (sizeof (UpstandSkillsBreak), break_clear);
    self->capability_places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    if (load_units (self, database, &local) &&
        load_capabilities (self, database, language, &local) &&
        load_censuses (self, database, &local) && load_breaks (self, database, &local))
        return g_steal_pointer (&self);
    g_propagate_error (error, local);
    return NULL;
}

UpstandSkillsOutline *
upstand_skills_outline_ref (UpstandSkillsOutline *self)
{
    g_atomic_ref_count_inc (&self->references);
    return self;
}

void
upstand_skills_outline_unref (UpstandSkillsOutline *self)
{
    if (!g_atomic_ref_count_dec (&self->references))
        return;
    g_array_unref (self->units);
    g_array_unref (self->capabilities);
    g_array_unref (self->censuses);
    g_array_unref (self->breaks);
    g_hash_table_unref (self->capability_places);
    g_free (self);
}

/* Reading --------------------------------------------------------------------------------------
 */

guint
upstand_skills_outline_get_n_units (const UpstandSkillsOutline *self)
{
    return self->units->len;
}

const UpstandSkillsUnit *
upstand_skills_outline_get_unit (const UpstandSkillsOutline *self, guint unit)
{
    g_return_val_if_fail (unit < self->units->len, NULL);
    return &g_array_index (self->units, UpstandSkillsUnit, unit);
}

guint
upstand_skills_outline_get_n_capabilities (const UpstandSkillsOutline *self)
{
    return self->capabilities->len;
}

const UpstandSkillsCapability *
upstand_skills_outline_get_capability (const UpstandSkillsOutline *self, guint capability)
{
    g_return_val_if_fail (capability < self->capabilities->len, NULL);
    return &g_array_index (self->capabilities, UpstandSkillsCapability, capability);
}

guint
upstand_skills_outline_get_n_censuses (const UpstandSkillsOutline *self)
{
    return self->censuses->len;
}

const UpstandSkillsCensus *
upstand_skills_outline_get_census (const UpstandSkillsOutline *self, guint census)
{
    g_return_val_if_fail (census < self->censuses->len, NULL);
    return &g_array_index (self->censuses, UpstandSkillsCensus, census);
}

guint
upstand_skills_outline_get_n_breaks (const UpstandSkillsOutline *self)
{
    return self->breaks->len;
}

const UpstandSkillsBreak *
upstand_skills_outline_get_break (const UpstandSkillsOutline *self, guint n)
{
    g_return_val_if_fail (n < self->breaks->len, NULL);
    return &g_array_index (self->breaks, UpstandSkillsBreak, n);
}

guint
upstand_skills_outline_find_unit (const UpstandSkillsOutline *self, gint64 id)
{
    for (guint i = 0; i < self->units->len; i++)
        if (g_array_index (self->units, UpstandSkillsUnit, i).id == id)
            return i;
    return UPSTAND_NOWHERE;
}

guint
upstand_skills_outline_find_capability (const UpstandSkillsOutline *self, gint64 id)
{
    return GPOINTER_TO_UINT (g_hash_table_lookup (self->capability_places, &id)) - 1;
}

guint
upstand_skills_outline_find_census (const UpstandSkillsOutline *self, gint64 id)
{
    for (guint i = 0; i < self->censuses->len; i++)
        if (g_array_index (self->censuses, UpstandSkillsCensus, i).id == id)
            return i;
    return UPSTAND_NOWHERE;
}

gboolean
upstand_skills_unit_is_open (const UpstandSkillsUnit *unit, UpstandDay day)
{
    return (!unit->opened || unit->opened <= day) && (!unit->closed || unit->closed >= day);
}

gboolean
upstand_skills_outline_is_leaf (const UpstandSkillsOutline *self, guint unit, UpstandDay day)
{
    const UpstandSkillsUnit *found = upstand_skills_outline_get_unit (self, unit);
    if (!upstand_skills_unit_is_open (found, day))
        return FALSE;
    for (guint i = unit + 1; i < found->end; i++)
        if (upstand_skills_unit_is_open (upstand_skills_outline_get_unit (self, i), day))
            return FALSE;
    return TRUE;
}

static gboolean
is_within (const UpstandSkillsOutline *self, guint part, guint whole)
{
    return part >= whole && part < upstand_skills_outline_get_unit (self, whole)->end;
}

const UpstandSkillsBreak *
upstand_skills_outline_find_break (const UpstandSkillsOutline *self, guint capability, guint unit,
    UpstandDay before, UpstandDay day)
{
    for (guint i = self->breaks->len; i-- > 0;) {
        const UpstandSkillsBreak *found = upstand_skills_outline_get_break (self, i);
        if (found->dated <= before || found->dated > day)
            continue;
        if (found->capability != UPSTAND_NOWHERE && found->capability != capability)
            continue;
        if (found->unit == UPSTAND_NOWHERE || unit == UPSTAND_NOWHERE ||
            is_within (self, found->unit, unit) || is_within (self, unit, found->unit))
            return found;
    }
    return NULL;
}
