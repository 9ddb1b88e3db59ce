/* SPDX-License-Identifier: MIT */
#include <glib/gstdio.h>
#include <locale.h>

#include "exchange/import.h"
#include "exchange/sample-plan.h"
#include "records/activity.h"
#include "records/plan.h"
#include "records/sample.h"
#include "returns/return.h"
#include "rules/plan-ratings.h"

typedef struct {
    char *folder;
    char *plan;
    char *file;
    UpstandStore *store;
} Fixture;

static UpstandDay today;

static void
set_up (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    today = upstand_date_new (2022, 2, 10);
    fixture->folder = g_dir_make_tmp ("upstand-import-XXXXXX", NULL);
    fixture->plan = g_build_filename (fixture->folder, "plan.upstand", NULL);
    fixture->file = g_build_filename (fixture->folder, "table.csv", NULL);
    g_autoptr (UpstandFramework) framework = upstand_framework_load_default (&error);
    g_assert_no_error (error);
    g_assert_true (upstand_plan_create (fixture->plan, "Invented", framework, 0, "Lead", &error));
    fixture->store = upstand_plan_open (fixture->plan, UPSTAND_DATABASE_WRITE, NULL, &error);
    g_assert_no_error (error);
}

static void
remove_folder (const char *path)
{
    g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
    const char *name;
    while (folder && (name = g_dir_read_name (folder))) {
        g_autofree char *inside = g_build_filename (path, name, NULL);
        if (g_file_test (inside, G_FILE_TEST_IS_DIR))
            remove_folder (inside);
        else
            g_unlink (inside);
    }
    g_rmdir (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
    g_clear_object (&fixture->store);
    remove_folder (fixture->folder);
    g_free (fixture->folder);
    g_free (fixture->plan);
    g_free (fixture->file);
}

static UpstandImport *
open_table (Fixture *fixture, const char *contents)
{
    g_autoptr (GError) error = NULL;
    g_assert_true (g_file_set_contents (fixture->file, contents, -1, NULL));
    UpstandImport *import =
        upstand_import_open (&upstand_activity_type, fixture->file, NULL, today, &error);
    g_assert_no_error (error);
    return import;
}

static void
check (Fixture *fixture, UpstandImport *import)
{
    g_autoptr (GError) error = NULL;
    g_assert_true (upstand_import_check (
        import, upstand_store_get_database (fixture->store), NULL, NULL, NULL, &error));
    g_assert_no_error (error);
}

static gint64
count (Fixture *fixture)
{
    return upstand_database_number (
        upstand_store_get_database (fixture->store), -1, NULL, "SELECT COUNT(*) FROM activity", "");
}

static void
test_any_order_and_case (Fixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandImport) import =
        open_table (fixture, " DUE ,Ignored,state,Percent,requirement,TITLE\n"
                             "31/3/22,x,In Progress,40%,\"8.2, 1.1\",Train detectives\n");
    g_assert_null (upstand_import_get_field (import, 1));
    check (fixture, import);
    g_assert_cmpint (upstand_import_get_n_accepted (import), ==, 1);
    UpstandActivity *row = g_ptr_array_index (upstand_import_get_preview (import), 0);
    g_assert_cmpstr (row->title, ==, "Train detectives");
    g_assert_cmpint (row->state, ==, UPSTAND_ACTIVITY_IN_PROGRESS);
    g_assert_cmpint (row->percent, ==, 40);
    g_assert_cmpint (row->due, ==, upstand_date_new (2022, 3, 31));
    g_assert_cmpint (row->requirements->len, ==, 2);
    /* Checking changes nothing. */
    g_assert_cmpint (count (fixture), ==, 0);
}

static void
test_refusals (Fixture *fixture, gconstpointer data)
{
    const struct {
        const char *row;
        const char *column;
    } cases[] = {
        { "A,11.9,In progress,,5", "Requirement" },
        { "A,,In progress,,5", "Requirement" },
        { "A,1.1,Finished,,5", "State" },
        { "A,1.1,In progress,32/1/22,5", "Due" },
        { "A,1.1,In progress,,101", "Percent" },
        { "A,1.1,In progress,,lots", "Percent" },
        { ",1.1,In progress,,5", "Title" },
        { "A,1.1,Cancelled,,5", "Reason for cancelling" },
        { "A,1.1,Complete,,5", "Completed" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *contents = g_strdup_printf (
            "Title,Requirement,State,Due,Percent\nGood,1.1,,,\n%s\n", cases[i].row);
        g_autoptr (UpstandImport) import = open_table (fixture, contents);
        check (fixture, import);
        g_test_message ("%s", cases[i].row);
        g_assert_cmpint (upstand_import_get_n_accepted (import), ==, 1);
        g_assert_cmpint (upstand_import_get_n_refused (import), ==, 1);
        UpstandRefusal *refusal = g_ptr_array_index (upstand_import_get_refusals (import), 0);
        g_assert_cmpint (refusal->row, ==, 3);
        g_assert_cmpstr (refusal->column, ==, cases[i].column);
        g_assert_cmpint (strlen (refusal->reason), >, 10);
        /* One refused row refuses the file; asked to, the rest goes in. */
        g_autoptr (GError) error = NULL;
        g_assert_false (
            upstand_import_apply (import, fixture->store, FALSE, NULL, NULL, NULL, &error));
        g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_REFUSED);
        g_assert_cmpint (count (fixture), ==, 0);
        g_clear_error (&error);
        g_assert_true (
            upstand_import_apply (import, fixture->store, TRUE, NULL, NULL, NULL, &error));
        g_assert_no_error (error);
        g_assert_cmpint (count (fixture), ==, 1);
        g_assert_true (upstand_store_undo (fixture->store, &error));
        g_assert_cmpint (count (fixture), ==, 0);
    }
}

static void
test_twice (Fixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandImport) import =
        open_table (fixture, "Title,Requirement,Owner\nOne,1.1,Lead\none,2.1,lead\nTwo,1.1,Lead\n");
    check (fixture, import);
    g_assert_cmpint (upstand_import_get_n_accepted (import), ==, 2);
    g_assert_true (upstand_import_apply (import, fixture->store, TRUE, NULL, NULL, NULL, NULL));
    g_assert_cmpint (count (fixture), ==, 2);
    check (fixture, import);
    g_assert_cmpint (upstand_import_get_n_accepted (import), ==, 0);
    g_assert_cmpint (upstand_import_get_n_refused (import), ==, 3);
}

static void
test_mapping (Fixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandImport) import =
        open_table (fixture, "Task,Duty,Who,Title\nOne,1.1,Lead,x\n");
    g_assert_null (upstand_import_get_field (import, 0));
    upstand_import_set_field (
        import, 0, upstand_record_type_find_field (&upstand_activity_type, "title"));
    g_assert_null (upstand_import_get_field (import, 3));
    upstand_import_set_field (
        import, 1, upstand_record_type_find_field (&upstand_activity_type, "requirements"));
    g_autofree char *mapping = upstand_import_get_mapping (import);
    g_assert_cmpstr (mapping, ==, "Task\ttitle\nDuty\trequirements\n");
    g_autoptr (UpstandImport) again = open_table (fixture, "Who,task,Duty\nLead,One,1.1\n");
    upstand_import_set_mapping (again, mapping);
    check (fixture, again);
    g_assert_cmpint (upstand_import_get_n_accepted (again), ==, 1);
    /* A mapping from elsewhere cannot name what is not there. */
    upstand_import_set_mapping (again, "Duty\tno_such_field\nNo\ttitle\nrubbish");
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GString) contents = g_string_new ("Title,Requirement\n");
    for (int i = 0; i < 2000; i++)
        g_string_append_printf (contents, "Row %d,1.1\n", i);
    g_autoptr (UpstandImport) import = open_table (fixture, contents->str);
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    g_cancellable_cancel (cancellable);
    g_autoptr (GError) error = NULL;
    g_assert_false (
        upstand_import_apply (import, fixture->store, FALSE, NULL, NULL, cancellable, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_assert_cmpint (count (fixture), ==, 0);
    g_clear_error (&error);
    g_assert_true (upstand_import_apply (import, fixture->store, FALSE, NULL, NULL, NULL, &error));
    g_assert_cmpint (count (fixture), ==, 2000);
}

/* What was exported can be taken in again: nothing changes until something is changed. */
static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *sample = g_build_filename (fixture->folder, "sample.upstand", NULL);
    g_assert_true (upstand_sample_plan_create (sample, &error));
    g_assert_no_error (error);
    g_autoptr (UpstandStore) store =
        upstand_plan_open (sample, UPSTAND_DATABASE_WRITE, NULL, &error);
    const UpstandReturn *what = upstand_return_find ("action-plan", &error);
    UpstandReturnRequest request = {
        .database = upstand_store_get_database (store),
        .today = upstand_plan_get_today (store),
        .classification = "OFFICIAL",
    };
    g_assert_true (upstand_period_parse ("2022-23-Q4", &request.period, NULL));
    g_autofree char *book = g_build_filename (fixture->folder, "book.xlsx", NULL);
    g_autofree char *written =
        upstand_return_write (what, &request, UPSTAND_FORMAT_XLSX, book, NULL, NULL, NULL, &error);
    g_assert_no_error (error);
    g_autoptr (UpstandImport) import =
        upstand_import_open (&upstand_activity_type, written, "Activities", today, &error);
    g_assert_no_error (error);
    g_assert_true (upstand_import_check (
        import, upstand_store_get_database (store), NULL, NULL, NULL, &error));
    g_assert_no_error (error);
    g_assert_cmpint (upstand_import_get_n_refused (import), ==, 0);
    g_assert_cmpint (upstand_import_get_n_accepted (import), ==, 120);
    gint64 batch = upstand_store_get_last_batch (store);
    g_assert_true (upstand_import_apply (import, store, FALSE, NULL, NULL, NULL, &error));
    g_assert_no_error (error);
    g_assert_cmpint (upstand_store_get_last_batch (store), ==, batch);
    g_assert_cmpint (upstand_database_number (upstand_store_get_database (store), 0, NULL,
                         "SELECT COUNT(*) FROM activity", ""),
        ==, 120);
}

/* The sample tells the story that its file says it tells. */
static void
test_sample (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *path = g_build_filename (fixture->folder, "sample.upstand", NULL);
    g_assert_true (upstand_sample_plan_create (path, &error));
    g_autoptr (UpstandStore) store =
        upstand_plan_open (path, UPSTAND_DATABASE_READ_ONLY, NULL, &error);
    UpstandDatabase *database = upstand_store_get_database (store);
    const struct {
        const char *table;
        gint64 least;
    } tables[] = { { "activity", 115 }, { "evidence", 195 }, { "dated_update", 390 },
        { "recommendation", 12 } };
    for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
        g_autofree char *sql = g_strdup_printf ("SELECT COUNT(*) FROM %s", tables[i].table);
        g_assert_cmpint (upstand_database_number (database, 0, NULL, sql, ""), >=, tables[i].least);
    }
    UpstandDay day = upstand_plan_get_today (store);
    g_assert_cmpint (day, ==, upstand_date_new (2023, 3, 20));
    g_autoptr (UpstandPlanRatings) ratings = upstand_plan_ratings_load (database, day, &error);
    g_autoptr (UpstandSample) story = upstand_sample_load (&error);
    for (gsize i = 0; i < story->n_requirements; i++) {
        const UpstandSampleRequirement *told = &story->requirements[i];
        gint64 id = upstand_database_number (
            database, 0, NULL, "SELECT id FROM requirement WHERE code = $1", "t", told->id);
        const UpstandDutyRating *duty = upstand_plan_ratings_get (ratings, id);
        g_test_message ("%s", told->id);
        g_assert_cmpstr (upstand_rating_to_key (duty->result.computed), ==, told->story);
    }
}

static void
test_failed_export (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    const UpstandReturn *what = upstand_return_find ("action-plan", &error);
    UpstandReturnRequest request = {
        .database = upstand_store_get_database (fixture->store),
        .today = today,
        .classification = "OFFICIAL",
    };
    g_assert_true (upstand_period_parse ("2021-22-Q4", &request.period, NULL));
    g_autofree char *target = g_build_filename (fixture->folder, "good.xlsx", NULL);
    g_file_set_contents (target, "good", -1, NULL);
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    g_cancellable_cancel (cancellable);
    for (int format = UPSTAND_FORMAT_XLSX; format <= UPSTAND_FORMAT_CSV; format++) {
        g_autofree char *path = format == UPSTAND_FORMAT_XLSX
                                    ? g_strdup (target)
                                    : g_build_filename (fixture->folder, "files", NULL);
        g_assert_null (
            upstand_return_write (what, &request, format, path, NULL, NULL, cancellable, &error));
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
        g_clear_error (&error);
    }
    g_assert_null (upstand_return_write (
        what, &request, UPSTAND_FORMAT_XLSX, "/nowhere/x.xlsx", NULL, NULL, NULL, &error));
    g_assert_nonnull (error);
    g_autofree char *kept = NULL;
    g_file_get_contents (target, &kept, NULL, NULL);
    g_assert_cmpstr (kept, ==, "good");
    g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
    const char *name;
    while ((name = g_dir_read_name (folder)))
        g_assert_true (g_str_has_prefix (name, "plan") || strcmp (name, "good.xlsx") == 0);
    /* The same facts, the same bytes. */
    g_autofree char *one = g_build_filename (fixture->folder, "1.xlsx", NULL);
    g_autofree char *two = g_build_filename (fixture->folder, "2.xlsx", NULL);
    g_clear_error (&error);
    g_autofree char *first =
        upstand_return_write (what, &request, UPSTAND_FORMAT_XLSX, one, NULL, NULL, NULL, &error);
    g_autofree char *second =
        upstand_return_write (what, &request, UPSTAND_FORMAT_XLSX, two, NULL, NULL, NULL, &error);
    g_assert_no_error (error);
    g_autofree char *a = NULL, *b = NULL;
    gsize n, m;
    g_file_get_contents (first, &a, &n, NULL);
    g_file_get_contents (second, &b, &m, NULL);
    g_assert_cmpmem (a, n, b, m);
}

#define IMPORT_TEST(name, function) \
    g_test_add ("/import/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
    setlocale (LC_ALL, "");
    g_test_init (&argc, &argv, NULL);
    IMPORT_TEST ("any-order-and-case", test_any_order_and_case);
    IMPORT_TEST ("refusals", test_refusals);
    IMPORT_TEST ("twice", test_twice);
    IMPORT_TEST ("mapping", test_mapping);
    IMPORT_TEST ("cancel", test_cancel);
    IMPORT_TEST ("round-trip", test_round_trip);
    IMPORT_TEST ("sample", test_sample);
    IMPORT_TEST ("failed-export", test_failed_export);
    return g_test_run ();
}
