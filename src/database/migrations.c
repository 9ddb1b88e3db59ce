/* SPDX-License-Identifier: MIT */
#include "database/migrations.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "database/backup.h"
#include "upstand-core-resources.h"

#define FOLDER "/uk/upstand/core/migrations"

static int
compare_names (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* The names "0001-plan.sql", "0002-..." in order; what a name says after the number is for people.
 */
static GPtrArray *
list_migrations (void)
{
    g_auto (GStrv) names =
        g_resource_enumerate_children (upstand_core_get_resource (), FOLDER, 0, NULL);
    GPtrArray *sorted = g_ptr_array_new_with_free_func (g_free);
    for (guint i = 0; names && names[i]; i++)
        g_ptr_array_add (sorted, g_strdup (names[i]));
    g_ptr_array_sort (sorted, compare_names);
    return sorted;
}

int
upstand_migrations_newest (void)
{
    g_autoptr (GPtrArray) names = list_migrations ();
    g_assert (names->len > 0);
    return atoi (g_ptr_array_index (names, names->len - 1));
}

int
upstand_migrations_current (UpstandDatabase *database, GError **error)
{
    g_autoptr (GError) local = NULL;
    gint64 known = upstand_database_number (database, 0, &local,
        "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'schema_version'", "");
    if (known > 0)
        known = upstand_database_number (
            database, 0, &local, "SELECT MAX(number) FROM schema_version", "");
    if (local)
        g_propagate_error (error, g_steal_pointer (&local));
    return known;
}

static gboolean
apply_one (UpstandDatabase *database, const char *name, GError **error)
{
    g_autofree char *path = g_build_filename (FOLDER, name, NULL);
    g_autoptr (GBytes) script =
        g_resource_lookup_data (upstand_core_get_resource (), path, 0, error);
    if (!script)
        return FALSE;
    g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
    g_autofree char *when = g_date_time_format_iso8601 (now);
    if (!upstand_database_begin (database, error))
        return FALSE;
    /* Resource data ends in a NUL of its own. */
    if (upstand_database_script (database, g_bytes_get_data (script, NULL), error) &&
        upstand_database_execute (database, error,
            "INSERT INTO schema_version (number, name, applied) VALUES ($1, $2, $3)", "itt",
            (gint64)atoi (name), name, when))
        return upstand_database_commit (database, error);
    upstand_database_rollback (database);
    return FALSE;
}

static gboolean
back_up_first (UpstandDatabase *database, int current, GError **error)
{
    const char *path = upstand_database_get_path (database);
    if (strcmp (path, ":memory:") == 0)
        return TRUE;
    g_autofree char *stem = g_str_has_suffix (path, ".upstand")
                                ? g_strndup (path, strlen (path) - strlen (".upstand"))
                                : g_strdup (path);
    g_autofree char *target = g_strdup_printf ("%s.before-schema-%d.upstand", stem, current + 1);
    return upstand_database_backup (database, target, NULL, NULL, NULL, error);
}

gboolean
upstand_migrations_apply (UpstandDatabase *database, GError **error)
{
    g_autoptr (GPtrArray) names = list_migrations ();
    g_autoptr (GError) local = NULL;
    int current = upstand_migrations_current (database, &local);
    if (local) {
        g_propagate_error (error, g_steal_pointer (&local));
        return FALSE;
    }
    if (current > 0 && current < upstand_migrations_newest () &&
        !back_up_first (database, current, error))
        return FALSE;
    for (guint i = 0; i < names->len; i++) {
        const char *name = g_ptr_array_index (names, i);
        if (atoi (name) > current && !apply_one (database, name, error))
            return FALSE;
    }
    return TRUE;
}
