/* SPDX-License-Identifier: MIT */
/* Sixty units' replies compared with the plan, beside the streaming reader that goes through the
 * same sixty files and looks at nothing; and 500 cells saved as one step, beside the statements
 * that put the same cells and their history in. */
#include <string.h>

#include "../replies-fixture.h"
#include "bench.h"
#include "big-plan.h"
#include "exchange/xlsx-reader.h"
#include "records/plan.h"

#define N_UNITS 60
#define CELLS_A_FORM (6 * 34 + 4)
#define N_CELLS 500
#define N_COUNTS 5

typedef struct {
    char *plan;
    char *forms;
    char *table; /* 500 cells as CSV */
} RepliesBench;

static GStrv
list_forms (RepliesBench *bench)
{
    g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
    g_autoptr (GDir) folder = g_dir_open (bench->forms, 0, NULL);
    const char *name;
    while ((name = g_dir_read_name (folder))) {
        g_autofree char *path = g_build_filename (bench->forms, name, NULL);
        g_strv_builder_add (paths, path);
    }
    return g_strv_builder_end (paths);
}

/* A plain table of 500 cells: five counts of officers and of staff, in fifty units. */
static void
write_table (RepliesBench *bench)
{
    g_autoptr (GString) text = g_string_new ("Unit,Capability,Workforce,Roles requiring it,In post,"
                                             "In post and trained,Accreditation in date,"
                                             "Deployable\n");
    for (guint row = 0; row < N_CELLS / N_COUNTS; row++)
        g_string_append_printf (text, "Unit %02u,Initial response,%s,%u,%u,%u,%u,%u\n", row / 2 + 1,
            row % 2 ? "Officers" : "Staff", 50 + row, 40 + row, 30 + row, 20 + row, 10 + row);
    if (!g_file_set_contents (bench->table, text->str, -1, NULL))
        bench_fail ("the table could not be written");
}

static void
make_inputs (gpointer data)
{
    RepliesBench *bench = data;
    gint64 census_id;
    g_autoptr (UpstandStore) store = replies_make_plan (bench->plan, N_UNITS, &census_id);
    g_mkdir_with_parents (bench->forms, 0700);
    g_auto (GStrv) forms = replies_send (store, census_id, bench->forms);
    for (guint i = 0; forms[i]; i++)
        if (replies_fill (forms[i], i) != CELLS_A_FORM)
            bench_fail ("the forms are not what they were");
    write_table (bench);
}

static void
compare_replies (gpointer data)
{
    RepliesBench *bench = data;
    g_autoptr (GError) error = NULL;
    g_auto (GStrv) paths = list_forms (bench);
    g_autoptr (UpstandDatabase) database =
        upstand_database_open (bench->plan, UPSTAND_DATABASE_READ_ONLY, &error);
    UpstandRepliesRequest request = { .kind = UPSTAND_REPLIES_HEADCOUNT, .today = REPLIES_TODAY };
    g_autoptr (UpstandReplies) replies = upstand_replies_new (&request);
    bench_begin ();
    if (!database || !upstand_replies_read (
                         replies, database, (const char *const *)paths, NULL, NULL, NULL, &error))
        bench_fail ("%s", error->message);
    bench_end ();
    if (upstand_replies_count_taken (replies) != N_UNITS * CELLS_A_FORM)
        bench_fail ("not every cell was found");
}

static void
read_bare (gpointer data)
{
    RepliesBench *bench = data;
    g_auto (GStrv) paths = list_forms (bench);
    guint n = 0;
    bench_begin ();
    for (guint i = 0; paths[i]; i++) {
        g_autoptr (UpstandXlsxReader) reader = upstand_xlsx_reader_new (paths[i], NULL);
        const char *const *sheets = upstand_xlsx_reader_get_sheets (reader);
        const UpstandRawCell *cells;
        guint n_cells;
        for (guint s = 0; sheets[s]; s++) {
            if (!upstand_xlsx_reader_start (reader, sheets[s], NULL))
                bench_fail ("a sheet cannot be read");
            while (upstand_xlsx_reader_next (reader, &cells, &n_cells, NULL))
                n += n_cells;
        }
    }
    bench_end ();
    if (n == 0)
        bench_fail ("nothing was read");
}

/* 500 cells as one step, on a copy of the plan. */
static char *
copy_plan (RepliesBench *bench)
{
    g_autofree char *name = g_strdup_printf ("copy-%08x.upstand", g_random_int ());
    char *path = bench_path (name);
    g_autoptr (GFile) from = g_file_new_for_path (bench->plan);
    g_autoptr (GFile) to = g_file_new_for_path (path);
    if (!g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL))
        bench_fail ("the plan could not be copied");
    return path;
}

static void
apply_cells (gpointer data)
{
    RepliesBench *bench = data;
    g_autoptr (GError) error = NULL;
    g_autofree char *path = copy_plan (bench);
    const char *const paths[] = { bench->table, NULL };
    g_autoptr (UpstandStore) store = upstand_plan_open (path, UPSTAND_DATABASE_WRITE, NULL, &error);
    if (!store)
        bench_fail ("%s", error->message);
    UpstandRepliesRequest request = { .kind = UPSTAND_REPLIES_HEADCOUNT,
        .census_id = upstand_database_number (
            upstand_store_get_database (store), 0, NULL, "SELECT MAX(id) FROM census", ""),
        .today = REPLIES_TODAY };
    g_autoptr (UpstandReplies) replies = upstand_replies_new (&request);
    if (!upstand_replies_read (
            replies, upstand_store_get_database (store), paths, NULL, NULL, NULL, &error))
        bench_fail ("%s", error->message);
    if (upstand_replies_count_taken (replies) != N_CELLS)
        bench_fail ("%u cells instead of %u", upstand_replies_count_taken (replies), N_CELLS);
    bench_begin ();
    if (!upstand_replies_apply (replies, store, NULL, &error))
        bench_fail ("%s", error->message);
    bench_end ();
}

static gint64
read_number (sqlite3 *raw, const char *sql)
{
    sqlite3_stmt *statement = big_plan_prepare (raw, sql);
    sqlite3_step (statement);
    gint64 number = sqlite3_column_int64 (statement, 0);
    sqlite3_finalize (statement);
    return number;
}

static void
run_statement (sqlite3_stmt *statement)
{
    if (sqlite3_step (statement) == SQLITE_ERROR)
        bench_fail ("a bare statement failed");
    sqlite3_reset (statement);
}

static void
insert_cells (gpointer data)
{
    static const char *const counts[] = { "establishment", "in-post", "trained", "in-date",
        "deployable" };
    g_autofree char *path = copy_plan (data);
    sqlite3 *raw = big_plan_open_raw (path);
    gint64 census = read_number (raw, "SELECT MAX(id) FROM census");
    gint64 capability =
        read_number (raw, "SELECT MAX(id) FROM framework_item WHERE list = 'capability'");
    gint64 batch_id = read_number (raw, "SELECT MAX(id) FROM change") + 1000, next = batch_id + 1;
    gint64 units[N_CELLS / N_COUNTS / 2];
    sqlite3_stmt *unit = big_plan_prepare (raw, "SELECT id FROM unit WHERE parent_id IS NOT NULL");
    sqlite3_stmt *cell = big_plan_prepare (raw,
        "INSERT INTO headcount (id, version, census_id, unit_id, capability_id, workforce, basis,"
        " count, value, state) VALUES (?1, 1, ?2, ?3, ?4, ?5, 'headcount', ?6, ?7, 'value')");
    sqlite3_stmt *batch = big_plan_prepare (raw,
        "INSERT INTO batch (id, made, login, post, kind, title)"
        " VALUES (?1, '2022-03-31T09:00:00Z', 'bench', 'Planner', 'do', 'Cells')");
    sqlite3_stmt *change = big_plan_prepare (raw,
        "INSERT INTO change (id, batch_id, table_name, row_id, verb, before, after)"
        " VALUES (?1, ?2, 'headcount', ?3, 'insert', NULL, ?4)");
    for (guint i = 0; i < G_N_ELEMENTS (units) && sqlite3_step (unit) == SQLITE_ROW; i++)
        units[i] = sqlite3_column_int64 (unit, 0);
    sqlite3_finalize (unit);
    sqlite3_bind_int64 (batch, 1, batch_id);
    bench_begin ();
    sqlite3_exec (raw, "BEGIN IMMEDIATE", NULL, NULL, NULL);
    run_statement (batch);
    for (guint i = 0; i < N_CELLS; i++) {
        gint64 row_id = next++, value = (10 + i) * 100;
        const char *workforce = i / N_COUNTS % 2 ? "officers" : "staff";
        const char *count = counts[i % N_COUNTS];
        g_autofree char *after = g_strdup_printf (
            "{\"census_id\":\"%" G_GINT64_FORMAT "\",\"unit_id\":\"%" G_GINT64_FORMAT
            "\",\"capability_id\":\"%" G_GINT64_FORMAT "\",\"workforce\":\"%s\","
            "\"basis\":\"headcount\",\"count\":\"%s\",\"value\":\"%u\",\"state\":\"value\"}",
            census, units[i / N_COUNTS / 2], capability, workforce, count, 10 + i);
        sqlite3_bind_int64 (cell, 1, row_id);
        sqlite3_bind_int64 (cell, 2, census);
        sqlite3_bind_int64 (cell, 3, units[i / N_COUNTS / 2]);
        sqlite3_bind_int64 (cell, 4, capability);
        sqlite3_bind_text (cell, 5, workforce, -1, SQLITE_STATIC);
        sqlite3_bind_text (cell, 6, count, -1, SQLITE_STATIC);
        sqlite3_bind_int64 (cell, 7, value);
        run_statement (cell);
        sqlite3_bind_int64 (change, 1, next++);
        sqlite3_bind_int64 (change, 2, batch_id);
        sqlite3_bind_int64 (change, 3, row_id);
        sqlite3_bind_text (change, 4, after, -1, SQLITE_TRANSIENT);
        run_statement (change);
    }
    if (sqlite3_exec (raw, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
        bench_fail ("the bare statements were not committed");
    bench_end ();
    if (read_number (raw, "SELECT COUNT(*) FROM headcount") != N_CELLS)
        bench_fail ("not every bare cell is there");
}

int
main (void)
{
    g_autofree char *plan = bench_path ("plan.upstand");
    g_autofree char *forms = bench_path ("forms");
    g_autofree char *table = bench_path ("table.csv");
    RepliesBench bench = { plan, forms, table };
    bench_prepare (make_inputs, &bench);
    bench_compare (&(BenchCase){
        .name = "60 replies compared with the plan",
        .ours = compare_replies,
        .raw = read_bare,
        .data = &bench,
        .target = 1.5,
    });
    bench_compare (&(BenchCase){
        .name = "500 cells taken in as one step",
        .ours = apply_cells,
        .raw = insert_cells,
        .data = &bench,
        .target = 2,
    });
    return 0;
}
