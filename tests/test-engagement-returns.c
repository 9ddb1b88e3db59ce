/* SPDX-License-Identifier: MIT */
/* The engagement report and the problem profile of the sample force, official and public. */
#include <glib/gstdio.h>

#include "exchange/public-copy.h"
#include "exchange/sample-plan.h"
#include "records/plan.h"
#include "returns/return.h"
#include "rules/identifiers.h"

typedef struct {
    char *folder;
    UpstandStore *store;
    UpstandReturnRequest request;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    fixture->folder = g_dir_make_tmp ("upstand-returns-XXXXXX", NULL);
    g_autofree char *path = g_build_filename (fixture->folder, "plan.upstand", NULL);
    g_assert_true (upstand_sample_plan_create (path, &error));
    fixture->store = upstand_plan_open (path, UPSTAND_DATABASE_WRITE, NULL, &error);
    g_assert_no_error (error);
    fixture->request.database = upstand_store_get_database (fixture->store);
    fixture->request.today = upstand_plan_get_today (fixture->store);
    fixture->request.period =
        upstand_period_current (UPSTAND_PERIOD_QUARTERLY, fixture->request.today);
    fixture->request.classification = upstand_classifications[0];
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
    g_clear_object (&fixture->store);
    g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
    const char *name;
    while ((name = g_dir_read_name (folder))) {
        g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
        g_unlink (path);
    }
    g_rmdir (fixture->folder);
    g_free (fixture->folder);
}

static UpstandBook *
build (Fixture *fixture, const char *id, gboolean for_public)
{
    g_autoptr (GError) error = NULL;
    const UpstandReturn *what = upstand_return_find (id, &error);
    g_assert_no_error (error);
    g_autoptr (UpstandBook) official = what->build (&fixture->request, &error);
    g_assert_no_error (error);
    if (!for_public)
        return g_steal_pointer (&official);
    UpstandThresholds thresholds;
    upstand_thresholds_init (&thresholds);
    UpstandPublicRequest request = { .thresholds = &thresholds };
    UpstandBook *copy = upstand_public_copy_new (official, &request, NULL, &error);
    g_assert_no_error (error);
    return copy;
}

static guint
count_rows (UpstandBook *book, const char *id)
{
    int found = upstand_book_find_sheet (book, id);
    g_assert_cmpint (found, >=, 0);
    UpstandSheet *sheet = upstand_book_get_sheet (book, found);
    g_autofree UpstandCell *cells = g_new0 (UpstandCell, upstand_sheet_get_n_columns (sheet));
    g_autoptr (GError) error = NULL;
    guint n = 0;
    while (upstand_sheet_next (sheet, cells, &error))
        n++;
    g_assert_no_error (error);
    return n;
}

static gint64
count (Fixture *fixture, const char *sql)
{
    return upstand_database_number (fixture->request.database, -1, NULL, sql, "");
}

static void
test_official (Fixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandBook) report = build (fixture, "engagement", FALSE);
    g_assert_cmpuint (count_rows (report, "engagements"), ==,
        count (fixture, "SELECT COUNT(*) FROM engagement"
                        " WHERE dated BETWEEN '2023-01-01' AND '2023-03-31'"));
    g_assert_cmpuint (count_rows (report, "coverage"), ==, 9);
    g_assert_cmpuint (count_rows (report, "chains"), ==, 25);
    g_assert_cmpuint (
        count_rows (report, "findings"), ==, count (fixture, "SELECT COUNT(*) FROM finding"));
    g_assert_cmpuint (count_rows (report, "organisations"), ==, 40);
    g_autoptr (UpstandBook) profile = build (fixture, "problem-profile", FALSE);
    g_assert_cmpuint (count_rows (profile, "spaces"), ==, 30);
    g_assert_cmpuint (count_rows (profile, "kinds"), ==, 4);
    g_assert_cmpuint (count_rows (profile, "uses"), ==, 4);
    /* An earlier quarter shows the version of its own time. */
    fixture->request.period = upstand_period_previous (&fixture->request.period);
    g_autoptr (UpstandBook) earlier = build (fixture, "problem-profile", FALSE);
    g_assert_cmpuint (count_rows (earlier, "spaces"), <, 30);
}

static void
test_no_version (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    fixture->request.period =
        upstand_period_current (UPSTAND_PERIOD_QUARTERLY, upstand_date_new (2021, 12, 20));
    const UpstandReturn *what = upstand_return_find ("problem-profile", NULL);
    g_assert_null (what->build (&fixture->request, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND);
}

/* Whatever stands in a cell of the copy, it is no small number, no identifier, and no name of what
 * has not been cleared. */
static void
check_cell (const UpstandCell *cell, const GPtrArray *secrets)
{
    if (cell->state != UPSTAND_CELL_VALUE)
        return;
    if (cell->kind == UPSTAND_CELL_WHOLE)
        g_assert_true (cell->number == 0 || cell->number >= 5);
    if (!cell->text)
        return;
    g_autofree char *warning = upstand_identifiers_warn (cell->text);
    g_assert_cmpstr (warning, ==, NULL);
    for (guint i = 0; i < secrets->len; i++)
        g_assert_null (strstr (cell->text, g_ptr_array_index (secrets, i)));
}

static void
check_book (UpstandBook *book, const GPtrArray *secrets)
{
    guint n = 0;
    for (guint s = 0; s < upstand_book_get_n_sheets (book); s++) {
        UpstandSheet *sheet = upstand_book_get_sheet (book, s);
        guint width = upstand_sheet_get_n_columns (sheet);
        g_autofree UpstandCell *cells = g_new0 (UpstandCell, width);
        while (upstand_sheet_next (sheet, cells, NULL))
            for (guint i = 0; i < width; i++, n++)
                check_cell (&cells[i], secrets);
    }
    g_assert_cmpuint (n, >, 20);
}

static GPtrArray *
read_secrets (Fixture *fixture)
{
    GPtrArray *secrets = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (UpstandQuery) rows = upstand_database_query (fixture->request.database, NULL,
        "SELECT name FROM organisation WHERE cleared = 0"
        " UNION SELECT name FROM space WHERE cleared = 0"
        " UNION SELECT heard FROM theme WHERE cleared = 0"
        " UNION SELECT words FROM finding",
        "");
    while (upstand_query_step (rows, NULL))
        g_ptr_array_add (secrets, g_strdup (upstand_query_text (rows, 0)));
    g_assert_cmpuint (secrets->len, >, 60);
    return secrets;
}

static void
test_public (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GPtrArray) secrets = read_secrets (fixture);
    g_autoptr (UpstandBook) report = build (fixture, "engagement", TRUE);
    g_autoptr (UpstandBook) profile = build (fixture, "problem-profile", TRUE);
    check_book (report, secrets);
    check_book (profile, secrets);
    const char *official_only[] = { "engagements", "chains", "findings", "organisations", "spaces",
        "sources", "operations", "changes" };
    for (guint i = 0; i < G_N_ELEMENTS (official_only); i++) {
        g_assert_cmpint (upstand_book_find_sheet (report, official_only[i]), ==, -1);
        g_assert_cmpint (upstand_book_find_sheet (profile, official_only[i]), ==, -1);
    }
    g_autoptr (UpstandBook) again = build (fixture, "engagement", TRUE);
    g_assert_cmpuint (count_rows (again, "said-did"), >, 5);
    g_assert_cmpuint (count_rows (again, "cleared"), ==, 4);
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    g_test_add ("/engagement-returns/official", Fixture, NULL, set_up, test_official, tear_down);
    g_test_add (
        "/engagement-returns/no-version", Fixture, NULL, set_up, test_no_version, tear_down);
    g_test_add ("/engagement-returns/public", Fixture, NULL, set_up, test_public, tear_down);
    return g_test_run ();
}
