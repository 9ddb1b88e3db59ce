/* SPDX-License-Identifier: MIT */
#include "rules/profile.h"

#include <glib/gi18n-lib.h>

#include "records/framework-records.h"
#include "rules/risk.h"

/* Freezing ------------------------------------------------------------------------------------- */

static char *
names_of_sources (UpstandDatabase *database, gint64 space_id)
{
    g_autoptr (GString) names = g_string_new (NULL);
    g_autoptr (UpstandQuery) rows = upstand_database_query (database, NULL,
        "SELECT i.title_en FROM space_source l JOIN framework_item i ON i.id = l.source_id"
        " WHERE l.space_id = $1 ORDER BY i.position, i.id",
        "i", space_id);
    while (rows && upstand_query_step (rows, NULL))
        g_string_append_printf (
            names, "%s%s", names->len ? ", " : "", upstand_query_text (rows, 0));
    return names->len ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

/* An activity that is complete or cancelled is aimed at nothing any more. */
#define AIMED \
    "(SELECT COUNT(*) FROM space_activity l JOIN activity a ON a.id = l.activity_id" \
    " WHERE l.space_id = s.id AND a.state NOT IN ('complete', 'cancelled'))"

static gboolean
freeze_space (UpstandStore *store, const UpstandSpace *space, const UpstandProblemProfile *profile,
    GError **error)
{
    UpstandDatabase *database = upstand_store_get_database (store);
    gint64 id = space->parent_instance.id;
    g_autoptr (UpstandProfileSpace) row = upstand_record_new (&upstand_profile_space_type);
    row->profile_id = profile->parent_instance.id;
    row->space = id;
    row->name = g_strdup (space->name);
    row->kind = space->kind;
    row->likelihood = space->likelihood;
    row->harm = space->harm;
    row->risk = upstand_risk_score (space->likelihood, space->harm);
    row->confidence = space->confidence;
    row->sources = names_of_sources (database, id);
    row->activities = upstand_database_number (
        database, 0, NULL, "SELECT " AIMED " FROM space s WHERE s.id = $1", "i", id);
    row->description = g_strdup (space->description);
    row->cleared = space->cleared;
    return upstand_store_save (store, row, error);
}

static gboolean
freeze (UpstandStore *store, UpstandProblemProfile *profile, GError **error)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_space_type);
    g_autoptr (GPtrArray) spaces = upstand_store_list (store, query, 0, error);
    if (!spaces || !upstand_store_save (store, profile, error))
        return FALSE;
    for (guint i = 0; i < spaces->len; i++) {
        const UpstandSpace *space = g_ptr_array_index (spaces, i);
        if ((!space->closed || space->closed > profile->dated) &&
            !freeze_space (store, space, profile, error))
            return FALSE;
    }
    return TRUE;
}

gboolean
upstand_profile_freeze (
    UpstandStore *store, const UpstandProfileFacts *facts, gint64 *id, GError **error)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (store) && facts, FALSE);
    g_autoptr (UpstandProblemProfile) profile = upstand_record_new (&upstand_problem_profile_type);
    profile->title = g_strdup (facts->title);
    profile->why = g_strdup (facts->why);
    profile->terms = g_strdup (facts->terms);
    profile->owner = g_strdup (facts->owner);
    profile->dated = facts->dated;
    profile->review = facts->review;
    profile->number = 1 + upstand_database_number (upstand_store_get_database (store), 0, NULL,
                              "SELECT MAX(number) FROM problem_profile", "");
    gboolean own = !upstand_store_is_in_batch (store);
    if (own) {
        g_autoptr (GString) title = g_string_new (_ ("Problem profile {title} made"));
        g_string_replace (title, "{title}", facts->title ? facts->title : "", 1);
        if (!upstand_store_begin (store, title->str, error))
            return FALSE;
    }
    gboolean done = freeze (store, profile, error);
    if (own && done)
        done = upstand_store_commit (store, error);
    else if (own)
        upstand_store_rollback (store);
    if (done && id)
        *id = profile->parent_instance.id;
    return done;
}

gint64
upstand_profile_newest (UpstandDatabase *database, UpstandDay day)
{
    g_autofree char *iso = upstand_date_to_iso (day);
    return upstand_database_number (database, 0, NULL,
        "SELECT id FROM problem_profile WHERE dated <= $1 ORDER BY number DESC LIMIT 1", "t", iso);
}

gint64
upstand_profile_before (UpstandDatabase *database, gint64 profile_id)
{
    return upstand_database_number (database, 0, NULL,
        "SELECT b.id FROM problem_profile b JOIN problem_profile p ON b.number < p.number"
        " WHERE p.id = $1 ORDER BY b.number DESC LIMIT 1",
        "i", profile_id);
}

/* Comparing ------------------------------------------------------------------------------------ */

static void
change_free (UpstandSpaceChange *change)
{
    g_free (change->name);
    g_free (change);
}

static UpstandSpaceChange *
change_at (UpstandQuery *row)
{
    UpstandSpaceChange *change = g_new0 (UpstandSpaceChange, 1);
    change->space_id = upstand_query_number (row, 0);
    change->name = g_strdup (upstand_query_text (row, 1));
    change->kind = MAX (upstand_choice_find (upstand_space_kinds, upstand_query_text (row, 2)), 0);
    change->cleared = upstand_query_number (row, 3) != 0;
    change->after =
        upstand_query_is_null (row, 4) || upstand_query_is_null (row, 5)
            ? UPSTAND_NO_NUMBER
            : upstand_risk_score (upstand_query_number (row, 4), upstand_query_number (row, 5));
    change->n_aimed = upstand_query_number (row, 6);
    change->before = UPSTAND_NO_NUMBER;
    return change;
}

/* A risk that was not judged before and is now has risen from nothing. */
static gint64
rise (const UpstandSpaceChange *change)
{
    gint64 before = change->before == UPSTAND_NO_NUMBER ? 0 : change->before;
    gint64 after = change->after == UPSTAND_NO_NUMBER ? 0 : change->after;
    return after - before;
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
    const UpstandSpaceChange *one = *(UpstandSpaceChange *const *)a;
    const UpstandSpaceChange *other = *(UpstandSpaceChange *const *)b;
    if (rise (one) != rise (other))
        return rise (one) > rise (other) ? -1 : 1;
    return g_strcmp0 (one->name, other->name);
}

static gboolean
read_later (GPtrArray *changes, UpstandDatabase *database, gint64 profile_id, UpstandDay today,
    GError **error)
{
    g_autofree char *iso = upstand_date_to_iso (today);
    g_autoptr (UpstandQuery) rows =
        profile_id ? upstand_database_query (database, error,
                         "SELECT space, name, kind, cleared, likelihood, harm, activities"
                         " FROM profile_space WHERE profile_id = $1",
                         "i", profile_id)
                   : upstand_database_query (database, error,
                         "SELECT s.id, s.name, s.kind, s.cleared, s.likelihood, s.harm, " AIMED
                         " FROM space s WHERE COALESCE(s.closed, '9999') > $1",
                         "t", iso);
    g_autoptr (GError) local = NULL;
    if (!rows)
        return FALSE;
    while (upstand_query_step (rows, &local))
        g_ptr_array_add (changes, change_at (rows));
    if (local)
        g_propagate_error (error, g_steal_pointer (&local));
    return !(error && *error);
}

GPtrArray *
upstand_profile_compare (
    UpstandDatabase *database, gint64 earlier, gint64 later, UpstandDay today, GError **error)
{
    g_return_val_if_fail (database && today, NULL);
    g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify)change_free);
    g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func ((GDestroyNotify)change_free);
    g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
    if (!read_later (changes, database, later, today, error) ||
        (earlier && !read_later (before, database, earlier, today, error)))
        return NULL;
    for (guint i = 0; i < changes->len; i++) {
        UpstandSpaceChange *change = g_ptr_array_index (changes, i);
        g_hash_table_insert (by_id, &change->space_id, change);
    }
    for (guint i = 0; i < before->len; i++) {
        UpstandSpaceChange *was = g_ptr_array_index (before, i);
        UpstandSpaceChange *change = g_hash_table_lookup (by_id, &was->space_id);
        if (change) {
            change->before = was->after;
            change->change = rise (change) > 0   ? UPSTAND_SPACE_CHANGE_ROSE
                             : rise (change) < 0 ? UPSTAND_SPACE_CHANGE_FELL
                                                 : UPSTAND_SPACE_CHANGE_SAME;
            continue;
        }
        change = g_new0 (UpstandSpaceChange, 1);
        *change = *was;
        change->name = g_strdup (was->name);
        change->before = was->after;
        change->after = UPSTAND_NO_NUMBER;
        change->change = UPSTAND_SPACE_CHANGE_GONE;
        change->n_aimed = 0;
        g_ptr_array_add (changes, change);
    }
    g_ptr_array_sort (changes, compare_changes);
    return g_steal_pointer (&changes);
}

GPtrArray *
upstand_profile_neglected (
    UpstandDatabase *database, gint64 since, UpstandDay today, GError **error)
{
    if (!since)
        since = upstand_profile_newest (database, today);
    g_autoptr (GPtrArray) changes = upstand_profile_compare (database, since, 0, today, error);
    if (!changes)
        return NULL;
    g_autofree char *iso = upstand_date_to_iso (today);
    for (guint i = changes->len; i > 0; i--) {
        const UpstandSpaceChange *change = g_ptr_array_index (changes, i - 1);
        gboolean worse = change->change == UPSTAND_SPACE_CHANGE_ROSE ||
                         change->change == UPSTAND_SPACE_CHANGE_NEW;
        if (!worse || change->n_aimed > 0 ||
            upstand_database_number (database, 0, NULL,
                "SELECT COUNT(*) FROM operation_space l JOIN operation o ON o.id = l.operation_id"
                " WHERE l.space_id = $1 AND o.dated <= $2 AND o.dated >="
                " COALESCE((SELECT dated FROM problem_profile WHERE id = $3), '')",
                "iti", change->space_id, iso, since) > 0)
            g_ptr_array_remove_index (changes, i - 1);
    }
    return g_steal_pointer (&changes);
}

const char *
upstand_space_change_get_label (UpstandSpaceChangeKind change)
{
    static const char *const labels[] = {
        [UPSTAND_SPACE_CHANGE_NEW] = N_ ("New"),
        [UPSTAND_SPACE_CHANGE_ROSE] = N_ ("Rose"),
        [UPSTAND_SPACE_CHANGE_SAME] = N_ ("Same"),
        [UPSTAND_SPACE_CHANGE_FELL] = N_ ("Fell"),
        [UPSTAND_SPACE_CHANGE_GONE] = N_ ("No longer of concern"),
    };
    g_return_val_if_fail (change < G_N_ELEMENTS (labels), "");
    return _ (labels[change]);
}
