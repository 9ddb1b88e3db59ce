/* SPDX-License-Identifier: MIT */
#include "earlier-plan.h"

#include <glib/gstdio.h>

#include "database/database-private.h"
#include "records/framework.h"
#include "records/plan.h"

/* What both schemas have. */
#define ITEM \
    "id, version, edition_id, list, code, title_en, title_cy, position, from_date, until_date"

/* The lists that a plan of the first schema was made with. */
#define LISTS \
    "'capability', 'engagement-kind', 'group', 'order-count', 'order', 'offence-group'," \
    " 'outcome-code', 'recommendation-body', 'return'"

void
earlier_plan_create (const char *path)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandFramework) framework = upstand_framework_load_default (&error);
    g_autofree char *newest = g_strconcat (path, ".newest", NULL);
    g_autofree char *migration = g_build_filename (
        g_getenv ("UPSTAND_SOURCE") ?: ".", "resources", "migrations", "0001-plan.sql", NULL);
    g_autofree char *script = NULL;
    g_assert_true (g_file_get_contents (migration, &script, NULL, &error));
    g_assert_true (upstand_plan_create (newest, "Sampleshire", framework, 0, "Lead", &error));
    g_assert_true (g_file_set_contents (path, "", 0, &error));
    g_autoptr (UpstandDatabase) database =
        upstand_database_open_again (path, UPSTAND_DATABASE_WRITE, &error);
    g_assert_no_error (error);
    g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d", UPSTAND_DATABASE_MARK);
    g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS newest", newest);
    const char *const statements[] = {
        mark,
        script,
        "INSERT INTO schema_version VALUES (1, '0001-plan.sql', '2022-01-01T00:00:00Z')",
        attach,
        "INSERT INTO edition SELECT * FROM newest.edition",
        "INSERT INTO setting SELECT * FROM newest.setting",
        "INSERT INTO pillar SELECT * FROM newest.pillar",
        "INSERT INTO action SELECT * FROM newest.action",
        "INSERT INTO requirement SELECT * FROM newest.requirement",
        "INSERT INTO framework_item (" ITEM ") SELECT " ITEM " FROM newest.framework_item"
        " WHERE list IN (" LISTS ")",
        "DETACH newest",
    };
    for (guint i = 0; i < G_N_ELEMENTS (statements); i++) {
        upstand_database_script (database, statements[i], &error);
        g_assert_no_error (error);
    }
    g_unlink (newest);
}
