/* SPDX-License-Identifier: MIT */
#include "records/plan.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#include "records/framework-records.h"
#include "records/plan-measures.h"
#include "records/measure.h"
#include "records/requirement.h"

/* Copying a framework ---------------------------------------------------------------------------
 */

static gboolean
save_new (UpstandStore *store, gpointer record, gint64 *id, GError **error)
{
    gboolean done = upstand_store_save (store, record, error);
    if (id)
        *id = UPSTAND_RECORD (record)->id;
    g_object_unref (record);
    return done;
}

static gboolean
copy_item (UpstandStore *store, gint64 edition, const char *list, const char *code,
    const UpstandText *title, const UpstandText *short_title, gsize position, UpstandDay from,
    UpstandDay until, char **applies, GError **error)
{
    UpstandFrameworkItem *item = upstand_record_new (&upstand_framework_item_type);
    item->edition_id = edition;
    item->list = g_strdup (list);
    item->code = g_strdup (code);
    item->title_en = g_strdup (title->en);
    item->title_cy = g_strdup (title->cy);
    if (short_title) {
        item->short_en = g_strdup (short_title->en);
        item->short_cy = g_strdup (short_title->cy);
    }
    item->position = position;
    item->from_date = from;
    item->until_date = until;
    item->applies = applies && *applies ? g_strjoinv (" ", applies) : NULL;
    return save_new (store, item, NULL, error);
}

/* The lists differ in what more they say; a plan's table has what all of them share. */
#define COPY_LIST(member, name, code) \
    for (gsize i = 0; i < framework->n_##member; i++) \
        if (!copy_item (store, edition, name, code, &framework->member[i].title, NULL, i, 0, 0, \
                NULL, error)) \
    return FALSE

static gboolean
copy_capabilities (
    UpstandStore *store, const UpstandFramework *framework, gint64 edition, GError **error)
{
    for (gsize i = 0; i < framework->n_capabilities; i++) {
        const UpstandFrameworkCapability *from = &framework->capabilities[i];
        char *second_role[] = { (char *)UPSTAND_APPLIES_SECOND_ROLE, NULL };
        if (!copy_item (store, edition, UPSTAND_LIST_CAPABILITY, from->id, &from->title,
                &from->short_title, i, 0, 0, from->second_role ? second_role : NULL, error))
            return FALSE;
    }
    return TRUE;
}

/* The lists of engagement and spaces. */
static gboolean
copy_engagement_lists (
    UpstandStore *store, const UpstandFramework *framework, gint64 edition, GError **error)
{
    for (gsize i = 0; i < framework->n_engagement_kinds; i++) {
        const UpstandFrameworkEngagementKind *from = &framework->engagement_kinds[i];
        g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
        if (from->internal)
            g_strv_builder_add (words, UPSTAND_APPLIES_INTERNAL);
        if (from->one_way)
            g_strv_builder_add (words, UPSTAND_APPLIES_ONE_WAY);
        if (from->requirements)
            g_strv_builder_addv (words, (const char **)from->requirements);
        g_auto (GStrv) applies = g_strv_builder_end (words);
        if (!copy_item (store, edition, UPSTAND_LIST_ENGAGEMENT_KIND, from->id, &from->title, NULL,
                i, 0, 0, applies, error))
            return FALSE;
    }
    for (gsize i = 0; i < framework->n_groups; i++) {
        const UpstandFrameworkGroup *from = &framework->groups[i];
        char *each_quarter[] = { (char *)UPSTAND_APPLIES_EACH_QUARTER, NULL };
        if (!copy_item (store, edition, UPSTAND_LIST_GROUP, from->id, &from->title, NULL, i, 0, 0,
                from->each_quarter ? each_quarter : NULL, error))
            return FALSE;
    }
    for (gsize i = 0; i < framework->n_document_kinds; i++) {
        const UpstandFrameworkDocumentKind *from = &framework->document_kinds[i];
        if (!copy_item (store, edition, UPSTAND_LIST_DOCUMENT_KIND, from->id, &from->title, NULL, i,
                0, 0, from->requirements, error))
            return FALSE;
    }
    COPY_LIST (space_sources, UPSTAND_LIST_SPACE_SOURCE, framework->space_sources[i].id);
    for (gsize i = 0; i < framework->n_registers; i++) {
        const UpstandFrameworkRegister *from = &framework->registers[i];
        if (!copy_item (store, edition, UPSTAND_LIST_REGISTER, from->id, &from->title, NULL, i, 0,
                0, from->requirements, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
copy_lists (UpstandStore *store, const UpstandFramework *framework, gint64 edition, GError **error)
{
    if (!copy_capabilities (store, framework, edition, error) ||
        !copy_engagement_lists (store, framework, edition, error))
        return FALSE;
    COPY_LIST (order_counts, "order-count", framework->order_counts[i].id);
    COPY_LIST (offence_groups, "offence-group", framework->offence_groups[i].id);
    COPY_LIST (
        recommendation_bodies, "recommendation-body", framework->recommendation_bodies[i].id);
    for (gsize i = 0; i < framework->n_returns; i++) {
        const UpstandFrameworkReturn *from = &framework->returns[i];
        if (!copy_item (store, edition, UPSTAND_LIST_RETURN, from->id, &from->title, NULL, i,
                from->first_start, from->repeat_months ? 0 : from->first_end, NULL, error))
            return FALSE;
    }
    for (gsize i = 0; i < framework->n_orders; i++) {
        const UpstandFrameworkOrder *order = &framework->orders[i];
        if (!copy_item (store, edition, "order", order->id, &order->title, &order->short_title, i,
                order->from, order->until, order->counts, error))
            return FALSE;
    }
    for (gsize i = 0; i < framework->n_outcome_codes; i++) {
        const UpstandFrameworkOutcomeCode *outcome = &framework->outcome_codes[i];
        g_autofree char *code = g_strdup_printf ("%d", outcome->code);
        if (!copy_item (store, edition, "outcome-code", code, &outcome->short_title, NULL, i, 0, 0,
                NULL, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
copy_requirement (UpstandStore *store, const UpstandFrameworkRequirement *from, gint64 action,
    gint64 position, GError **error)
{
    UpstandRequirement *to = upstand_record_new (&upstand_requirement_type);
    to->action_id = action;
    to->code = g_strdup (from->id);
    to->title_en = g_strdup (from->title.en);
    to->title_cy = g_strdup (from->title.cy);
    to->duty_en = g_strdup (from->duty.en);
    to->duty_cy = g_strdup (from->duty.cy);
    to->evidence_en = g_strdup (from->evidence.en);
    to->evidence_cy = g_strdup (from->evidence.cy);
    to->position = position;
    to->cadence = from->timing.cadence;
    to->deadline = from->timing.deadline;
    to->repeat_months = from->timing.repeat_months;
    to->repeat_from = from->timing.repeat_from;
    return save_new (store, to, NULL, error);
}

static gboolean
copy_actions (UpstandStore *store, const UpstandFramework *framework,
    const UpstandFrameworkPillar *pillar, gint64 pillar_id, GError **error)
{
    for (gsize i = 0; i < framework->n_actions; i++) {
        const UpstandFrameworkAction *from = &framework->actions[i];
        if (strcmp (from->pillar, pillar->id) != 0)
            continue;
        UpstandAction *to = upstand_record_new (&upstand_action_type);
        gint64 id;
        to->pillar_id = pillar_id;
        to->code = g_strdup (from->id);
        to->title_en = g_strdup (from->title.en);
        to->title_cy = g_strdup (from->title.cy);
        to->short_en = g_strdup (from->short_title.en);
        to->short_cy = g_strdup (from->short_title.cy);
        to->position = i;
        if (!save_new (store, to, &id, error))
            return FALSE;
        for (gsize r = 0; r < from->n_requirements; r++)
            if (!copy_requirement (store, &from->requirements[r], id, r, error))
                return FALSE;
    }
    return TRUE;
}

static gint64
find_requirement (UpstandStore *store, const char *edition, const char *code)
{
    return upstand_database_number (upstand_store_get_database (store), 0, NULL,
        "SELECT r.id FROM requirement r JOIN action a ON a.id = r.action_id"
        " JOIN pillar p ON p.id = a.pillar_id JOIN edition e ON e.id = p.edition_id"
        " WHERE e.code = $1 AND r.code = $2",
        "tt", edition, code);
}

/* What an earlier edition's duty became; an edition that the plan does not hold is passed over. */
static gboolean
copy_crosswalk (UpstandStore *store, const UpstandFramework *framework, GError **error)
{
    for (gsize i = 0; i < framework->n_crosswalk; i++) {
        const UpstandFrameworkCrosswalk *step = &framework->crosswalk[i];
        gint64 from = find_requirement (store, step->edition, step->from);
        if (!from || !step->to)
            continue;
        g_autoptr (UpstandRequirement) duty =
            upstand_store_get (store, &upstand_requirement_type, from, error);
        if (!duty)
            return FALSE;
        g_autoptr (UpstandRequirement) copy = upstand_record_copy (duty);
        for (guint t = 0; step->to[t]; t++)
            copy->becomes = upstand_ids_add (
                copy->becomes, find_requirement (store, framework->edition.code, step->to[t]));
        if (!upstand_store_save (store, copy, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
copy_framework (UpstandStore *store, const UpstandFramework *framework, GError **error)
{
    UpstandEdition *edition = upstand_record_new (&upstand_edition_type);
    gint64 edition_id;
    gsize size;
    const char *source = g_bytes_get_data (framework->source, &size);
    edition->code = g_strdup (framework->edition.code);
    edition->title_en = g_strdup (framework->edition.title.en);
    edition->title_cy = g_strdup (framework->edition.title.cy);
    edition->launched = framework->edition.launched;
    edition->source = g_strndup (source, size);
    if (!save_new (store, edition, &edition_id, error))
        return FALSE;
    for (gsize i = 0; i < framework->n_pillars; i++) {
        const UpstandFrameworkPillar *from = &framework->pillars[i];
        UpstandPillar *to = upstand_record_new (&upstand_pillar_type);
        gint64 id;
        to->edition_id = edition_id;
        to->code = g_strdup (from->id);
        to->title_en = g_strdup (from->title.en);
        to->title_cy = g_strdup (from->title.cy);
        to->position = i;
        if (!save_new (store, to, &id, error) || !copy_actions (store, framework, from, id, error))
            return FALSE;
    }
    return copy_lists (store, framework, edition_id, error) &&
           upstand_plan_copy_measures (store, framework, edition_id, error) &&
           copy_crosswalk (store, framework, error);
}

gboolean
upstand_plan_add_framework (
    UpstandStore *store, const UpstandFramework *framework, const char *name, GError **error)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (store) && framework && name, FALSE);
    UpstandDatabase *database = upstand_store_get_database (store);
    gint64 held = upstand_database_number (
        database, 0, NULL, "SELECT id FROM edition WHERE code = $1", "t", framework->edition.code);
    /* A plan made by an earlier program holds the edition without its measures. */
    gboolean lacks_measures =
        held && framework->n_measures &&
        upstand_database_number (database, 0, NULL,
            "SELECT COUNT(*) FROM measure WHERE edition_id = $1", "i", held) == 0;
    if (held && !lacks_measures) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_EXISTS,
            _ ("%s: the plan holds the edition “%s” already."), name, framework->edition.code);
        return FALSE;
    }
    g_autoptr (GString) title = g_string_new (_ ("Framework added: {title}"));
    g_string_replace (title, "{title}", framework->edition.title.en, 1);
    if (!upstand_store_begin (store, title->str, error))
        return FALSE;
    if (lacks_measures ? upstand_plan_copy_measures (store, framework, held, error)
                       : copy_framework (store, framework, error))
        return upstand_store_commit (store, error);
    upstand_store_rollback (store);
    return FALSE;
}

/* Making a plan ---------------------------------------------------------------------------------
 */

typedef struct {
    const char *force;
    const UpstandFramework *framework;
    UpstandDay start;
    const char *post;
} NewPlan;

static gboolean
begin_plan (UpstandStore *store, const NewPlan *plan, GError **error)
{
    g_autofree char *start =
        upstand_date_to_iso (plan->start ? plan->start : plan->framework->edition.launched);
    if (!upstand_store_begin (store, _ ("Plan made"), error))
        return FALSE;
    upstand_store_fix_batch (store);
    if (upstand_store_set_setting (store, UPSTAND_SETTING_FORCE, plan->force, error) &&
        upstand_store_set_setting (store, UPSTAND_SETTING_START, start, error) &&
        upstand_store_set_setting (store, UPSTAND_SETTING_POST, plan->post, error) &&
        copy_framework (store, plan->framework, error))
        return upstand_store_commit (store, error);
    upstand_store_rollback (store);
    return FALSE;
}

static gboolean
build (const char *part, const NewPlan *plan, UpstandPlanFiller filler, gpointer user_data,
    GError **error)
{
    UpstandDatabase *database = upstand_database_open (part, UPSTAND_DATABASE_CREATE, error);
    if (!database)
        return FALSE;
    g_autoptr (UpstandStore) store = upstand_store_new (database, g_get_user_name (), plan->post);
    return begin_plan (store, plan, error) && (!filler || filler (store, user_data, error));
}

/* Gives @part its name, and never takes another file's away. */
static gboolean
name_plan (const char *part, const char *path, GError **error)
{
    if (renameat2 (AT_FDCWD, part, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
        return TRUE;
    /* Some file systems know no such renaming; there a moment's gap is all that can be had. */
    if (errno == EINVAL && !g_file_test (path, G_FILE_TEST_EXISTS) && g_rename (part, path) == 0)
        return TRUE;
    g_autofree char *name = g_filename_display_name (path);
    g_set_error (error, UPSTAND_ERROR,
        errno == EEXIST ? UPSTAND_ERROR_EXISTS : UPSTAND_ERROR_READ_ONLY,
        _ ("“%s” cannot be made: %s."), name, g_strerror (errno));
    return FALSE;
}

gboolean
upstand_plan_create_filled (const char *path, const char *force, const UpstandFramework *framework,
    UpstandDay start, const char *post, UpstandPlanFiller filler, gpointer user_data,
    GError **error)
{
    g_return_val_if_fail (path && force && framework, FALSE);
    if (g_file_test (path, G_FILE_TEST_EXISTS)) {
        g_autofree char *name = g_filename_display_name (path);
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_EXISTS,
            _ ("There is already a file “%s”. Choose another name."), name);
        return FALSE;
    }
    g_autofree char *part = g_strdup_printf ("%s.%08x.part", path, g_random_int ());
    NewPlan plan = { force, framework, start, post };
    gboolean done = build (part, &plan, filler, user_data, error) && name_plan (part, path, error);
    const char *ends[] = { "", "-wal", "-shm" };
    for (guint i = 0; i < G_N_ELEMENTS (ends) && !done; i++) {
        g_autofree char *left = g_strconcat (part, ends[i], NULL);
        g_unlink (left);
    }
    return done;
}

gboolean
upstand_plan_create (const char *path, const char *force, const UpstandFramework *framework,
    UpstandDay start, const char *post, GError **error)
{
    return upstand_plan_create_filled (path, force, framework, start, post, NULL, NULL, error);
}

UpstandStore *
upstand_plan_open (const char *path, UpstandDatabaseMode mode, const char *post, GError **error)
{
    g_return_val_if_fail (path, NULL);
    UpstandDatabase *database = upstand_database_open (path, mode, error);
    if (!database)
        return NULL;
    UpstandStore *store = upstand_store_new (database, g_get_user_name (), post);
    if (!post) {
        g_autofree char *kept = upstand_store_get_setting (store, UPSTAND_SETTING_POST);
        upstand_store_set_post (store, kept);
    }
    return store;
}

char *
upstand_plan_get_force (UpstandStore *store)
{
    char *force = upstand_store_get_setting (store, UPSTAND_SETTING_FORCE);
    return force ? force : g_strdup ("");
}

UpstandDay
upstand_plan_get_start (UpstandStore *store)
{
    g_autofree char *start = upstand_store_get_setting (store, UPSTAND_SETTING_START);
    return start ? upstand_date_from_iso (start) : 0;
}

UpstandDay
upstand_plan_get_today (UpstandStore *store)
{
    g_autofree char *kept = store ? upstand_store_get_setting (store, UPSTAND_SETTING_TODAY) : NULL;
    const char *asked = g_getenv ("UPSTAND_TODAY");
    UpstandDay day = asked ? upstand_date_from_iso (asked) : 0;
    if (!day && kept)
        day = upstand_date_from_iso (kept);
    return day ? day : upstand_date_today ();
}

/* The outline -----------------------------------------------------------------------------------
 */

static void
node_free (UpstandOutlineNode *node)
{
    g_object_unref (node->record);
    g_clear_pointer (&node->children, g_ptr_array_unref);
    g_free (node);
}

/* The records of @type in their order, as nodes under the one whose id stands at @offset; each is
 * also put into @by_id, for the floor below. */
static gboolean
add_floor (UpstandDatabase *database, const UpstandRecordType *type, gsize offset,
    GHashTable *parents, GHashTable *by_id, GError **error)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (type);
    upstand_list_query_order (query, "position", FALSE);
    g_autoptr (GPtrArray) records = upstand_list_query_run (query, database, 0, error);
    for (guint i = 0; records && i < records->len; i++) {
        UpstandRecord *record = g_ptr_array_index (records, i);
        gint64 *above = G_STRUCT_MEMBER_P (record, offset);
        GPtrArray *siblings = g_hash_table_lookup (parents, above);
        if (!siblings)
            continue;
        UpstandOutlineNode *node = g_new0 (UpstandOutlineNode, 1);
        node->record = g_object_ref (record);
        if (by_id) {
            node->children = g_ptr_array_new_with_free_func ((GDestroyNotify)node_free);
            g_hash_table_insert (by_id, &record->id, node->children);
        }
        g_ptr_array_add (siblings, node);
    }
    return records != NULL;
}

GPtrArray *
upstand_plan_list_editions (UpstandDatabase *database, GError **error)
{
    g_return_val_if_fail (database, NULL);
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_edition_type);
    upstand_list_query_order (query, "launched", TRUE);
    return upstand_list_query_run (query, database, 0, error);
}

static gboolean
add_edition (UpstandDatabase *database, gint64 edition, GPtrArray *outline, GError **error)
{
    g_autoptr (GHashTable) editions = g_hash_table_new (g_int64_hash, g_int64_equal);
    g_autoptr (GHashTable) pillars = g_hash_table_new (g_int64_hash, g_int64_equal);
    g_autoptr (GHashTable) actions = g_hash_table_new (g_int64_hash, g_int64_equal);
    g_hash_table_insert (editions, &edition, outline);
    return add_floor (database, &upstand_pillar_type, G_STRUCT_OFFSET (UpstandPillar, edition_id),
               editions, pillars, error) &&
           add_floor (database, &upstand_action_type, G_STRUCT_OFFSET (UpstandAction, pillar_id),
               pillars, actions, error) &&
           add_floor (database, &upstand_requirement_type,
               G_STRUCT_OFFSET (UpstandRequirement, action_id), actions, NULL, error);
}

GPtrArray *
upstand_plan_read_outline (UpstandDatabase *database, gint64 edition_id, GError **error)
{
    g_return_val_if_fail (database, NULL);
    g_autoptr (GPtrArray) outline = g_ptr_array_new_with_free_func ((GDestroyNotify)node_free);
    g_autoptr (GPtrArray) editions = upstand_plan_list_editions (database, error);
    if (!editions)
        return NULL;
    for (guint i = 0; i < editions->len; i++) {
        gint64 id = UPSTAND_RECORD (g_ptr_array_index (editions, i))->id;
        if ((!edition_id || edition_id == id) && !add_edition (database, id, outline, error))
            return NULL;
    }
    return g_steal_pointer (&outline);
}

GPtrArray *
upstand_plan_get_outline (UpstandStore *store, gint64 edition_id, GError **error)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (store), NULL);
    return upstand_plan_read_outline (upstand_store_get_database (store), edition_id, error);
}
