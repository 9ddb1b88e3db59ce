/* SPDX-License-Identifier: MIT */
/* One edit saved, durably, with its history and the search index: beside the same statements,
 * prepared once, in one transaction of a bare program. */
#include "bench.h"
#include "big-plan.h"
#include "records/activity.h"

#define EDITS 200

/* Each side edits a plan of its own, so that neither grows the other's file. */
typedef struct {
    char *ours;
    char *raw;
} SaveBench;

static void
save_with_upstand (gpointer data)
{
    SaveBench *bench = data;
    g_autoptr (UpstandStore) store = big_plan_open (bench->ours);
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_activity_type);
    g_autoptr (GPtrArray) activities = upstand_store_list (store, query, EDITS, &error);
    if (!activities)
        bench_fail ("%s", error->message);
    for (guint i = 0; i < activities->len; i++) {
        double began = bench_now ();
        g_autoptr (UpstandActivity) edited =
            upstand_record_copy (g_ptr_array_index (activities, i));
        g_free (edited->title);
        edited->title = g_strdup_printf ("Renew the agreement, take %u", g_random_int () % 100000);
        if (!upstand_store_save (store, edited, &error))
            bench_fail ("%s", error->message);
        bench_add_sample (bench_now () - began, 0);
    }
}

static void
run_statement (sqlite3_stmt *statement)
{
    int result = sqlite3_step (statement);
    if (result != SQLITE_DONE && result != SQLITE_ROW)
        bench_fail ("%s", sqlite3_errmsg (sqlite3_db_handle (statement)));
    sqlite3_reset (statement);
}

static void
bind_text (sqlite3_stmt *statement, int index, const char *text)
{
    sqlite3_bind_text (statement, index, text, -1, SQLITE_TRANSIENT);
}

static void
save_raw (gpointer data)
{
    SaveBench *bench = data;
    sqlite3 *raw = big_plan_open_raw (bench->raw);
    sqlite3_stmt *read = big_plan_prepare (raw,
        "SELECT id, version, title, description, owner, unit, state, start, due, completed, "
        "percent,"
        " key_milestone, success_measure, risks, blockers, cancel_reason FROM activity"
        " ORDER BY id LIMIT 200");
    sqlite3_stmt *begin = big_plan_prepare (raw, "BEGIN IMMEDIATE");
    sqlite3_stmt *forget = big_plan_prepare (raw,
        "INSERT INTO search (search, rowid, words)"
        " SELECT 'delete', id, words FROM searchable WHERE source = 'activity' AND id = ?1");
    sqlite3_stmt *update = big_plan_prepare (raw,
        "UPDATE activity SET version = version + 1, title = ?3, description = ?4, owner = ?5,"
        " unit = ?6, state = ?7, start = ?8, due = ?9, completed = ?10, percent = ?11,"
        " key_milestone = ?12, success_measure = ?13, risks = ?14, blockers = ?15,"
        " cancel_reason = ?16 WHERE id = ?1 AND version = ?2 RETURNING version");
    sqlite3_stmt *batch = big_plan_prepare (raw,
        "INSERT INTO batch (id, made, login, post, kind, title)"
        " VALUES (?1, '2022-03-31T09:00:00Z', 'bench', 'Planner', 'do', 'Activity changed')");
    sqlite3_stmt *change = big_plan_prepare (raw,
        "INSERT INTO change (id, batch_id, table_name, row_id, verb, before, after)"
        " VALUES (?1, ?2, 'activity', ?3, 'update', ?4, ?5)");
    sqlite3_stmt *add = big_plan_prepare (raw,
        "INSERT INTO search (rowid, words)"
        " SELECT id, words FROM searchable WHERE source = 'activity' AND id = ?1");
    sqlite3_stmt *commit = big_plan_prepare (raw, "COMMIT");
    sqlite3_stmt *newest = big_plan_prepare (raw, "SELECT MAX(id) FROM change");

    gint64 ids[EDITS], versions[EDITS];
    char *fields[EDITS][16] = { { NULL } };
    int rows = 0;
    for (; rows < EDITS && sqlite3_step (read) == SQLITE_ROW; rows++) {
        ids[rows] = sqlite3_column_int64 (read, 0);
        versions[rows] = sqlite3_column_int64 (read, 1);
        for (int i = 2; i < 16; i++)
            fields[rows][i] = g_strdup ((const char *)sqlite3_column_text (read, i));
    }
    sqlite3_reset (read);
    sqlite3_step (newest);
    gint64 next = sqlite3_column_int64 (newest, 0) + 1000;
    sqlite3_reset (newest);

    for (int row = 0; row < rows; row++) {
        double began = bench_now ();
        g_autofree char *title =
            g_strdup_printf ("Renew the agreement, take %u", g_random_int () % 100000);
        g_autofree char *before = g_strdup_printf ("{\"title\":\"%s\"}", fields[row][2]);
        g_autofree char *after = g_strdup_printf ("{\"title\":\"%s\"}", title);
        gint64 batch_id = next++, change_id = next++;
        run_statement (begin);
        sqlite3_bind_int64 (forget, 1, ids[row]);
        run_statement (forget);
        sqlite3_bind_int64 (update, 1, ids[row]);
        sqlite3_bind_int64 (update, 2, versions[row]);
        bind_text (update, 3, title);
        for (int i = 3; i < 16; i++)
            bind_text (update, i + 1, fields[row][i]);
        run_statement (update);
        sqlite3_bind_int64 (batch, 1, batch_id);
        run_statement (batch);
        sqlite3_bind_int64 (change, 1, change_id);
        sqlite3_bind_int64 (change, 2, batch_id);
        sqlite3_bind_int64 (change, 3, ids[row]);
        bind_text (change, 4, before);
        bind_text (change, 5, after);
        run_statement (change);
        sqlite3_bind_int64 (add, 1, ids[row]);
        run_statement (add);
        run_statement (commit);
        bench_add_sample (bench_now () - began, 0);
    }
}

int
main (void)
{
    g_autofree char *ours = bench_path ("ours.upstand");
    g_autofree char *raw = bench_path ("raw.upstand");
    bench_prepare (big_plan_make, ours);
    bench_prepare (big_plan_make, raw);
    SaveBench bench = { ours, raw };
    g_autofree char *name = g_strdup_printf ("one edit saved, %u k", big_plan_get_size () / 1000);
    bench_compare (&(BenchCase){
        .name = name,
        .ours = save_with_upstand,
        .raw = save_raw,
        .data = &bench,
        .target = 2,
    });
    bench_latency ("one edit saved, p95", save_with_upstand, &bench, 16);
    return 0;
}
