/* SPDX-License-Identifier: MIT */
#include "replies-fixture.h"

#include "exchange/package.h"
#include "records/census.h"
#include "records/plan.h"
#include "records/unit.h"
#include "zip-file.h"

/* What a workbook of ours consists of. */
static const char *const parts[] = { "[Content_Types].xml", "_rels/.rels",
    "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml",
    "xl/worksheets/sheet3.xml", "xl/worksheets/sheet4.xml", "xl/worksheets/sheet5.xml",
    "xl/worksheets/sheet6.xml", "xl/workbook.xml", "docProps/custom.xml", "xl/theme/theme1.xml",
    "xl/styles.xml", "docProps/core.xml", "docProps/app.xml" };
#define FIRST_TABLE 4
#define LAST_TABLE 6

UpstandStore *
replies_make_plan (const char *path, guint n_units, gint64 *census_id)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandFramework) framework = upstand_framework_load_default (&error);
    g_assert_no_error (error);
    upstand_plan_create (path, "Invented", framework, 0, "Head of Planning", &error);
    g_assert_no_error (error);
    UpstandStore *store = upstand_plan_open (path, UPSTAND_DATABASE_WRITE, NULL, &error);
    g_assert_no_error (error);
    g_assert_true (upstand_store_begin (store, "Units", NULL));
    g_autoptr (UpstandUnit) force = upstand_record_new (&upstand_unit_type);
    force->name = g_strdup ("Invented");
    g_assert_true (upstand_store_save (store, force, NULL));
    for (guint i = 0; i < n_units; i++) {
        g_autoptr (UpstandUnit) unit = upstand_record_new (&upstand_unit_type);
        unit->name = g_strdup_printf ("Unit %02u", i + 1);
        unit->kind = UPSTAND_UNIT_TEAM;
        unit->parent_id = UPSTAND_RECORD (force)->id;
        g_assert_true (upstand_store_save (store, unit, NULL));
    }
    for (int month = 3; month <= 9; month += 6) {
        g_autoptr (UpstandCensus) census = upstand_record_new (&upstand_census_type);
        census->as_at = upstand_date_month_end (upstand_date_new (2022, month, 1));
        g_assert_true (upstand_store_save (store, census, NULL));
        *census_id = UPSTAND_RECORD (census)->id;
    }
    g_assert_true (upstand_store_commit (store, NULL));
    return store;
}

GStrv
replies_send (UpstandStore *store, gint64 census_id, const char *folder)
{
    g_autoptr (GError) error = NULL;
    UpstandSendOut request = {
        .kind = UPSTAND_REPLIES_HEADCOUNT, .census_id = census_id, .today = REPLIES_TODAY
    };
    GStrv paths = upstand_send_out_write (store, &request, folder, NULL, NULL, NULL, &error);
    g_assert_no_error (error);
    return paths;
}

static char *
read_part (UpstandPackage *package, const char *name)
{
    g_autoptr (GString) text = g_string_new (NULL);
    const void *block;
    gssize length;
    g_assert_true (upstand_package_start (package, name, NULL));
    while ((length = upstand_package_read (package, &block, NULL)) > 0)
        g_string_append_len (text, block, length);
    return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The style of the cell called @name: those for heads and for equivalents stand in rows 6 and 7. */
static char *
find_style (const char *xml, const char *name)
{
    g_autofree char *pattern = g_strdup_printf ("<c r=\"%s\" s=\"(\\d+)\"", name);
    g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
    g_autoptr (GMatchInfo) match = NULL;
    g_assert_true (g_regex_match (regex, xml, 0, &match));
    return g_match_info_fetch (match, 1);
}

typedef struct {
    guint n, add;
} Filling;

static gboolean
type_number (const GMatchInfo *match, GString *text, gpointer data)
{
    Filling *filling = data;
    g_autofree char *head = g_match_info_fetch (match, 1);
    g_string_append_printf (text, "%s><v>%u</v></c>", head, (filling->n++ + filling->add) % 50 + 1);
    return FALSE;
}

guint
replies_fill (const char *path, guint add)
{
    g_autoptr (UpstandPackage) package = upstand_package_new (path, NULL);
    ZipEntry entries[G_N_ELEMENTS (parts) + 1] = { { NULL } };
    char *texts[G_N_ELEMENTS (parts)];
    g_autoptr (GRegex) empty = NULL;
    Filling filling = { 0, add };
    g_assert_nonnull (package);
    for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
        texts[i] = read_part (package, parts[i]);
        if (i == FIRST_TABLE) {
            g_autofree char *heads = find_style (texts[i], "E6");
            g_autofree char *equivalents = find_style (texts[i], "E7");
            g_autofree char *pattern =
                g_strdup_printf ("(<c r=\"[A-Z]+\\d+\" s=\"(?:%s|%s)\")/>", heads, equivalents);
            empty = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);
        }
        if (i >= FIRST_TABLE && i <= LAST_TABLE) {
            char *filled =
                g_regex_replace_eval (empty, texts[i], -1, 0, 0, type_number, &filling, NULL);
            g_free (texts[i]);
            texts[i] = filled;
        }
        entries[i] = (ZipEntry){ parts[i], texts[i], -1 };
    }
    zip_file_write (path, entries);
    for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
        g_free (texts[i]);
    return filling.n;
}
