/* SPDX-License-Identifier: MIT */
#include "pages/plan-index.h"

#include "records/framework-records.h"

typedef struct {
    UpstandRequirement *requirement; /* of the outline, or owned by others */
    gint64 action_id;
    gint64 pillar_id;
} Entry;

struct _UpstandPlanIndex {
    UpstandStore *store;
    GPtrArray *outline;
    GArray *entries; /* of Entry, in the framework's order */
    GHashTable *by_id; /* &requirement->id to UpstandRequirement */
    GPtrArray *others; /* of earlier editions; read as they are met */
};

static void
add_action (UpstandPlanIndex *self, gint64 pillar_id, UpstandOutlineNode *action)
{
    for (guint i = 0; action->children && i < action->children->len; i++) {
        UpstandOutlineNode *node = g_ptr_array_index (action->children, i);
        UpstandRecord *record = node->record;
        Entry entry = { node->record, ((UpstandRecord *)action->record)->id, pillar_id };
        g_array_append_val (self->entries, entry);
        g_hash_table_insert (self->by_id, &record->id, record);
    }
}

UpstandPlanIndex *
upstand_plan_index_new (UpstandStore *store, GError **error)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (store), NULL);
    GPtrArray *outline = upstand_plan_get_outline (store, 0, error);
    if (!outline)
        return NULL;
    UpstandPlanIndex *self = g_new0 (UpstandPlanIndex, 1);
    self->store = g_object_ref (store);
    self->outline = outline;
    self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
    self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
    self->others = g_ptr_array_new_with_free_func (g_object_unref);
    for (guint i = 0; i < outline->len; i++) {
        UpstandOutlineNode *pillar = g_ptr_array_index (outline, i);
        gint64 id = ((UpstandRecord *)pillar->record)->id;
        for (guint j = 0; pillar->children && j < pillar->children->len; j++)
            add_action (self, id, g_ptr_array_index (pillar->children, j));
    }
    return self;
}

void
upstand_plan_index_free (UpstandPlanIndex *self)
{
    g_hash_table_unref (self->by_id);
    g_array_unref (self->entries);
    g_ptr_array_unref (self->outline);
    g_ptr_array_unref (self->others);
    g_object_unref (self->store);
    g_free (self);
}

GPtrArray *
upstand_plan_index_get_outline (UpstandPlanIndex *self)
{
    return self->outline;
}

static UpstandRequirement *
find_requirement (UpstandPlanIndex *self, gint64 id)
{
    UpstandRequirement *found = g_hash_table_lookup (self->by_id, &id);
    if (found)
        return found;
    found = upstand_store_get (self->store, &upstand_requirement_type, id, NULL);
    if (found) {
        g_ptr_array_add (self->others, found);
        g_hash_table_insert (self->by_id, &found->parent_instance.id, found);
    }
    return found;
}

const char *
upstand_plan_index_get_code (UpstandPlanIndex *self, gint64 requirement_id)
{
    UpstandRequirement *requirement = find_requirement (self, requirement_id);
    return requirement ? requirement->code : NULL;
}

char *
upstand_plan_index_name (UpstandPlanIndex *self, gint64 requirement_id)
{
    UpstandRequirement *requirement = find_requirement (self, requirement_id);
    if (!requirement)
        return NULL;
    return g_strdup_printf ("%s %s", requirement->code,
        upstand_requirement_get_title (requirement, g_get_language_names ()[0]));
}

GArray *
upstand_plan_index_find (UpstandPlanIndex *self, gint64 pillar_id, gint64 action_id, int cadence)
{
    GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    for (guint i = 0; i < self->entries->len; i++) {
        Entry *entry = &g_array_index (self->entries, Entry, i);
        if ((pillar_id && entry->pillar_id != pillar_id) ||
            (action_id && entry->action_id != action_id) ||
            (cadence >= 0 && (int)entry->requirement->cadence != cadence))
            continue;
        g_array_append_val (ids, entry->requirement->parent_instance.id);
    }
    return ids;
}
