/* SPDX-License-Identifier: MIT */
/* 100 k activities from a CSV file, checked and saved with their history: beside the same rows,
 * links and history put in by prepared statements. Both feed the search index by one statement at
 * the end of one transaction. The check alone is judged by the bytes it reads. */
#include <glib/gstdio.h>

#include "bench.h"
#include "big-plan.h"
#include "exchange/import.h"
#include "records/activity.h"

#define COLUMNS 12
#define MB 1e6

typedef struct {
    char *csv;
    char *empty; /* a plan without activities, copied for each run */
    char *plan;
} ImportBench;

static const char *const headings[COLUMNS] = { "Title", "Requirement", "Description", "Owner",
    "Unit", "State", "Start", "Due", "Percent", "Key milestone", "Success measure", "Risks" };

static const char *const columns[COLUMNS] = { "title", NULL, "description", "owner", "unit",
    "state", "start", "due", "percent", "key_milestone", "success_measure", "risks" };

static const char *const units[] = { "Public Protection", "Professional Standards",
    "North Division", "South Division", "Control Room" };

static const char *const states[] = { "not-started", "in-progress" };

/* The texts of row @number; the second is the code of the duty that it serves. */
static void
make_row (guint number, const char *duty, char *row[COLUMNS])
{
    guint mixed = number * 2654435761u;
    const char *unit = units[(mixed >> 13) % G_N_ELEMENTS (units)];
    UpstandDay start = 738156 + (mixed >> 3) % 300;
    const char *state = states[(mixed >> 7) % G_N_ELEMENTS (states)];
    row[0] = g_strdup_printf ("Review the supervision of investigations, part %u", number);
    row[1] = g_strdup (duty);
    row[2] = g_strdup_printf ("Agreed at the board in week %u; reports each quarter.", mixed % 53);
    row[3] = g_strdup_printf ("Head of %s", unit);
    row[4] = g_strdup (unit);
    row[5] = g_strdup (state);
    row[6] = upstand_date_to_iso (start);
    row[7] = upstand_date_to_iso (start + 30 + (mixed >> 5) % 400);
    row[8] = g_strdup_printf ("%u", g_str_equal (state, states[0]) ? 0 : 5 * ((mixed >> 6) % 19));
    row[9] = g_strdup (mixed % 11 == 0 ? "yes" : "no");
    row[10] = g_strdup ("Nine in ten done within twenty days");
    row[11] = g_strdup ("The people for it are wanted elsewhere too");
}

static void
clear_row (char *row[COLUMNS])
{
    for (guint i = 0; i < COLUMNS; i++)
        g_clear_pointer (&row[i], g_free);
}

/* The duties' ids and codes, which the new plan has from its framework. */
static guint
read_duties (const char *path, gint64 *ids, char **codes, guint most)
{
    sqlite3 *raw = big_plan_open_raw (path);
    sqlite3_stmt *read = big_plan_prepare (raw, "SELECT id, code FROM requirement ORDER BY id");
    guint n = 0;
    for (; n < most && sqlite3_step (read) == SQLITE_ROW; n++) {
        ids[n] = sqlite3_column_int64 (read, 0);
        codes[n] = g_strdup ((const char *)sqlite3_column_text (read, 1));
    }
    sqlite3_finalize (read);
    sqlite3_close (raw);
    if (n == 0)
        bench_fail ("no requirements in the new plan");
    return n;
}

static void
make_inputs (gpointer data)
{
    ImportBench *bench = data;
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandFramework) framework = upstand_framework_load_default (&error);
    if (!framework || !upstand_plan_create (bench->empty, "Bench", framework, 0, "Planner", &error))
        bench_fail ("%s", error->message);
    gint64 ids[100];
    char *codes[100];
    guint duties = read_duties (bench->empty, ids, codes, 100);
    FILE *csv = g_fopen (bench->csv, "w");
    if (!csv)
        bench_fail ("cannot write %s", bench->csv);
    for (guint i = 0; i < COLUMNS; i++)
        fprintf (csv, "%s%s", headings[i], i + 1 < COLUMNS ? "," : "\n");
    for (guint n = 0; n < big_plan_get_size (); n++) {
        char *row[COLUMNS];
        make_row (n, codes[n % duties], row);
        for (guint i = 0; i < COLUMNS; i++)
            fprintf (csv, "\"%s\"%s", row[i], i + 1 < COLUMNS ? "," : "\n");
        clear_row (row);
    }
    if (fclose (csv) != 0)
        bench_fail ("cannot write %s", bench->csv);
}

static void
copy_plan (ImportBench *bench)
{
    g_autofree char *text = NULL;
    gsize length;
    g_autofree char *log = g_strconcat (bench->plan, "-wal", NULL);
    g_autofree char *shared = g_strconcat (bench->plan, "-shm", NULL);
    g_unlink (log);
    g_unlink (shared);
    if (!g_file_get_contents (bench->empty, &text, &length, NULL) ||
        !g_file_set_contents (bench->plan, text, (gssize)length, NULL))
        bench_fail ("cannot copy the plan");
}

static UpstandImport *
open_table (ImportBench *bench)
{
    g_autoptr (GError) error = NULL;
    UpstandImport *import = upstand_import_open (
        &upstand_activity_type, bench->csv, NULL, upstand_date_new (2022, 3, 31), &error);
    if (!import)
        bench_fail ("%s", error->message);
    for (guint i = 0; i < COLUMNS; i++)
        if (!upstand_import_get_field (import, i))
            bench_fail ("no field for “%s”", headings[i]);
    return import;
}

static void
check_table (UpstandImport *import, UpstandStore *store)
{
    g_autoptr (GError) error = NULL;
    if (!upstand_import_check (
            import, upstand_store_get_database (store), NULL, NULL, NULL, &error))
        bench_fail ("%s", error->message);
    if (upstand_import_get_n_accepted (import) != big_plan_get_size ())
        bench_fail (
            "%s", ((UpstandRefusal *)g_ptr_array_index (upstand_import_get_refusals (import), 0))
                      ->reason);
}

static void
check_only (gpointer data)
{
    ImportBench *bench = data;
    g_autoptr (UpstandStore) store = big_plan_open (bench->empty);
    bench_begin ();
    g_autoptr (UpstandImport) import = open_table (bench);
    check_table (import, store);
    bench_end ();
}

static void
import_with_upstand (gpointer data)
{
    ImportBench *bench = data;
    copy_plan (bench);
    g_autoptr (UpstandStore) store = big_plan_open (bench->plan);
    g_autoptr (GError) error = NULL;
    bench_begin ();
    g_autoptr (UpstandImport) import = open_table (bench);
    if (!upstand_import_apply (import, store, FALSE, NULL, NULL, NULL, &error))
        bench_fail ("%s", error->message);
    bench_end ();
}

static void
run_statement (sqlite3_stmt *statement)
{
    if (sqlite3_step (statement) != SQLITE_DONE)
        bench_fail ("%s", sqlite3_errmsg (sqlite3_db_handle (statement)));
    sqlite3_reset (statement);
}

static void
log_change (sqlite3_stmt *change, gint64 id, const char *table, gint64 row, const char *after)
{
    sqlite3_bind_int64 (change, 1, id);
    sqlite3_bind_text (change, 2, table, -1, SQLITE_STATIC);
    sqlite3_bind_int64 (change, 3, row);
    sqlite3_bind_text (change, 4, after, -1, SQLITE_TRANSIENT);
    run_statement (change);
}

static void
import_raw (gpointer data)
{
    ImportBench *bench = data;
    copy_plan (bench);
    gint64 ids[100];
    char *codes[100];
    guint duties = read_duties (bench->plan, ids, codes, 100);
    guint rows = big_plan_get_size ();
    char *(*texts)[COLUMNS] = g_malloc (rows * sizeof *texts);
    for (guint n = 0; n < rows; n++)
        make_row (n, codes[n % duties], texts[n]);

    sqlite3 *raw = big_plan_open_raw (bench->plan);
    bench_begin ();
    sqlite3_stmt *newest = big_plan_prepare (raw, "SELECT MAX(id) FROM change");
    sqlite3_step (newest);
    gint64 batch = sqlite3_column_int64 (newest, 0) + 1, next = batch + 1;
    sqlite3_finalize (newest);
    sqlite3_stmt *insert = big_plan_prepare (raw,
        "INSERT INTO activity (id, version, title, description, owner, unit, state, start, due,"
        " percent, key_milestone, success_measure, risks)"
        " VALUES (?1, 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)");
    sqlite3_stmt *link = big_plan_prepare (raw,
        "INSERT INTO activity_requirement (id, version, activity_id, requirement_id)"
        " VALUES (?1, 1, ?2, ?3)");
    sqlite3_stmt *change =
        big_plan_prepare (raw, "INSERT INTO change (id, batch_id, table_name, row_id, verb, after)"
                               " VALUES (?1, ?5, ?2, ?3, 'insert', ?4)");
    sqlite3_bind_int64 (change, 5, batch);
    g_autoptr (GString) json = g_string_new (NULL);
    run_statement (big_plan_prepare (raw, "BEGIN IMMEDIATE"));
    sqlite3_stmt *head = big_plan_prepare (raw,
        "INSERT INTO batch (id, made, login, post, kind, title)"
        " VALUES (?1, '2022-03-31T09:00:00Z', 'bench', 'Planner', 'do', 'Imported')");
    sqlite3_bind_int64 (head, 1, batch);
    run_statement (head);
    for (guint n = 0; n < rows; n++) {
        gint64 id = next++, link_id = next++;
        int place = 2;
        g_string_assign (json, "{");
        sqlite3_bind_int64 (insert, 1, id);
        for (guint i = 0; i < COLUMNS; i++) {
            if (!columns[i])
                continue;
            const char *text = texts[n][i];
            if (i == 9)
                text = *text == 'y' ? "1" : "0";
            sqlite3_bind_text (insert, place++, text, -1, SQLITE_STATIC);
            g_string_append_printf (
                json, "%s\"%s\":\"%s\"", json->len > 1 ? "," : "", columns[i], text);
        }
        g_string_append_c (json, '}');
        run_statement (insert);
        log_change (change, next++, "activity", id, json->str);
        sqlite3_bind_int64 (link, 1, link_id);
        sqlite3_bind_int64 (link, 2, id);
        sqlite3_bind_int64 (link, 3, ids[n % duties]);
        run_statement (link);
        g_string_printf (json,
            "{\"activity_id\":\"%" G_GINT64_FORMAT "\",\"requirement_id\":\"%" G_GINT64_FORMAT
            "\"}",
            id, ids[n % duties]);
        log_change (change, next++, "activity_requirement", link_id, json->str);
    }
    sqlite3_stmt *search = big_plan_prepare (
        raw, "INSERT INTO search (rowid, words) SELECT id, words FROM searchable WHERE id > ?1");
    sqlite3_bind_int64 (search, 1, batch);
    run_statement (search);
    run_statement (big_plan_prepare (raw, "COMMIT"));
    bench_end ();
}

int
main (void)
{
    g_autofree char *csv = bench_path ("activities.csv");
    g_autofree char *empty = bench_path ("empty.upstand");
    g_autofree char *plan = bench_path ("plan.upstand");
    ImportBench bench = { csv, empty, plan };
    GStatBuf info;
    bench_prepare (make_inputs, &bench);
    if (g_stat (csv, &info) != 0)
        bench_fail ("no table was made");
    g_autofree char *name =
        g_strdup_printf ("%u k rows of CSV imported", big_plan_get_size () / 1000);
    bench_compare (&(BenchCase){
        .name = name,
        .ours = import_with_upstand,
        .raw = import_raw,
        .data = &bench,
        .runs = 5,
        .target = 2.5,
    });
    bench_rate ("a table checked", check_only, &bench, (double)info.st_size / MB, "MB", 50);
    return 0;
}
