/* SPDX-License-Identifier: MIT */
/* A million engagements: the table opened, in another order, filtered and searched beside one
 * screenful of the bare query; coverage beside its bare GROUP BY; a row at 1 k and at 1 M. */
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "big-plan.h"
#include "database/search.h"
#include "records/engagement.h"
#include "records/list-model.h"
#include "rules/coverage.h"

#define SCREENFUL 40
#define ROUNDS 5

typedef struct {
    char *path;
    guint size;
} Plan;

typedef struct {
    const char *path;
    const char *field; /* of the order */
    const char *words; /* of the search */
    gboolean filtered; /* to one kind */
    const char *sql; /* after FROM */
} Question;

static guint
big_size (void)
{
    const char *said = g_getenv ("BENCH_ENGAGEMENTS");
    return said ? (guint)atoi (said) : 1000000;
}

/* Straight into the tables, as a million saves with their history would take half an hour. */
static void
make (gpointer data)
{
    const Plan *plan = data;
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandFramework) framework = upstand_framework_load_default (&error);
    if (!framework || !upstand_plan_create (plan->path, "Bench", framework, 0, "Planner", &error))
        bench_fail ("%s", error->message);
    g_autoptr (UpstandStore) store = big_plan_open (plan->path);
    UpstandDatabase *database = upstand_store_get_database (store);
    g_autofree char *sql = g_strdup_printf (
        "BEGIN;"
        "CREATE TEMP TABLE n AS WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c"
        " WHERE i < %u) SELECT i, (i * 2654435761) %% 4294967296 AS mixed FROM c;"
        "CREATE TEMP TABLE kind AS SELECT id, row_number() OVER (ORDER BY position) - 1 AS k"
        " FROM framework_item WHERE list = 'engagement-kind';"
        "CREATE TEMP TABLE grp AS SELECT id, row_number() OVER (ORDER BY position) - 1 AS k"
        " FROM framework_item WHERE list = 'group';"
        "INSERT INTO engagement (id, version, title, kind_id, dated, attendance, place, stage,"
        " heard, owner) SELECT 1000000000 + i, 1,"
        " 'Meeting ' || (mixed %% 9973) || ' about ' || CASE mixed %% 5 WHEN 0 THEN 'lighting'"
        " WHEN 1 THEN 'trauma' WHEN 2 THEN 'letters' WHEN 3 THEN 'buses' ELSE 'orders' END,"
        " (SELECT id FROM kind WHERE k = mixed %% 7), date('2021-04-01', '+' || (mixed / 7 %% 720)"
        " || ' days'), mixed / 3 %% 60, 'Hall ' || (mixed / 5 %% 300), 'delivery',"
        " 'What was said there, in a sentence or two', 'Head of area ' || (mixed / 11 %% 40)"
        " FROM n;"
        "INSERT INTO engagement_group (id, version, engagement_id, group_id)"
        " SELECT 3000000000 + i, 1, 1000000000 + i, (SELECT id FROM grp WHERE k = mixed / 13 %% 9)"
        " FROM n;"
        "INSERT INTO engagement_group (id, version, engagement_id, group_id)"
        " SELECT 5000000000 + i, 1, 1000000000 + i,"
        " (SELECT id FROM grp WHERE k = (mixed / 13 + 1 + mixed / 17 %% 7) %% 9) FROM n;"
        "DROP TABLE n; DROP TABLE kind; DROP TABLE grp;"
        "COMMIT",
        plan->size);
    if (!upstand_database_script (database, sql, &error) ||
        !upstand_search_rebuild (database, &error))
        bench_fail ("%s", error->message);
}

static gint64
a_kind (UpstandDatabase *database)
{
    return upstand_database_number (database, 0, NULL,
        "SELECT id FROM framework_item WHERE list = 'engagement-kind' AND code = 'survey'", "");
}

static void
ask_upstand (gpointer data)
{
    const Question *question = data;
    g_autoptr (UpstandStore) store = big_plan_open (question->path);
    for (guint round = 0; round < ROUNDS; round++) {
        double began = bench_now ();
        g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_engagement_type);
        if (question->filtered)
            upstand_list_query_where_id (
                query, "kind_id", UPSTAND_IS, a_kind (upstand_store_get_database (store)));
        if (question->words)
            upstand_list_query_search (query, question->words);
        if (question->field)
            upstand_list_query_order (query, question->field, FALSE);
        g_autoptr (UpstandListModel) model = upstand_list_model_new (store, query);
        for (guint row = 0; row < SCREENFUL; row++) {
            g_autoptr (UpstandEngagement) one = g_list_model_get_item (G_LIST_MODEL (model), row);
            if (!one || !one->title || !one->groups)
                bench_fail ("a row without its words");
        }
        bench_add_sample (bench_now () - began, 0);
        while (upstand_list_model_is_loading (model))
            g_main_context_iteration (NULL, TRUE);
    }
}

static void
read_links (sqlite3 *raw, const char *table, const gint64 *ids, int n)
{
    g_autoptr (GString) sql = g_string_new (NULL);
    g_string_printf (sql, "SELECT * FROM %s WHERE engagement_id IN (", table);
    for (int i = 0; i < n; i++)
        g_string_append_printf (sql, i ? ", %" G_GINT64_FORMAT : "%" G_GINT64_FORMAT, ids[i]);
    g_string_append_c (sql, ')');
    sqlite3_stmt *ties = big_plan_prepare (raw, sql->str);
    while (sqlite3_step (ties) == SQLITE_ROW)
        ;
    sqlite3_finalize (ties);
}

/* One screenful, and the links that a row shows, as the list asks for them. */
static void
ask_raw (gpointer data)
{
    static const char *const links[] = { "engagement_group", "engagement_organisation",
        "engagement_requirement", "engagement_activity", "engagement_space" };
    const Question *question = data;
    sqlite3 *raw = big_plan_open_raw (question->path);
    for (guint round = 0; round < ROUNDS; round++) {
        double began = bench_now ();
        g_autofree char *sql =
            g_strdup_printf ("SELECT t.* FROM %s LIMIT %d", question->sql, SCREENFUL);
        sqlite3_stmt *rows = big_plan_prepare (raw, sql);
        gint64 ids[SCREENFUL];
        int n = 0;
        gsize length = 0;
        while (sqlite3_step (rows) == SQLITE_ROW) {
            ids[n++] = sqlite3_column_int64 (rows, 0);
            for (int column = 2; column < sqlite3_column_count (rows); column++) {
                const char *text = (const char *)sqlite3_column_text (rows, column);
                length += text ? strlen (text) : 0;
            }
        }
        sqlite3_finalize (rows);
        if (n != SCREENFUL || !length)
            bench_fail ("nothing read");
        for (guint i = 0; i < G_N_ELEMENTS (links); i++)
            read_links (raw, links[i], ids, n);
        bench_add_sample (bench_now () - began, 0);
    }
    sqlite3_close (raw);
}

static void
cover_upstand (gpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandDatabase) database =
        upstand_database_open (data, UPSTAND_DATABASE_READ_ONLY, &error);
    if (!database)
        bench_fail ("%s", error->message);
    UpstandDay today = upstand_date_new (2023, 3, 31);
    UpstandPeriod newest = upstand_period_current (UPSTAND_PERIOD_QUARTERLY, today);
    bench_begin ();
    g_autoptr (UpstandCoverage) coverage =
        upstand_coverage_load (database, &newest, 8, today, &error);
    bench_end ();
    if (!coverage || upstand_coverage_get_cell (coverage, 0, 7)->heard == 0)
        bench_fail ("no coverage");
}

static void
cover_raw (gpointer data)
{
    sqlite3 *raw = big_plan_open_raw (data);
    bench_begin ();
    sqlite3_stmt *rows = big_plan_prepare (raw,
        "SELECT l.group_id, e.kind_id, COUNT(*), SUM(e.attendance), MAX(e.dated)"
        " FROM engagement_group l JOIN engagement e ON e.id = l.engagement_id"
        " WHERE e.dated <= '2023-03-31' GROUP BY l.group_id, e.kind_id, substr(e.dated, 1, 7)");
    guint n = 0;
    while (sqlite3_step (rows) == SQLITE_ROW)
        n++;
    sqlite3_finalize (rows);
    bench_end ();
    if (!n)
        bench_fail ("no groups");
    sqlite3_close (raw);
}

int
main (void)
{
    g_autofree char *path = bench_path ("engagements.upstand");
    g_autofree char *small_path = bench_path ("few-engagements.upstand");
    Plan big = { path, big_size () }, small = { small_path, 1000 };
    bench_prepare (make, &big);
    bench_prepare (make, &small);
    g_autofree char *filter = NULL;
    {
        g_autoptr (UpstandStore) store = big_plan_open (path);
        filter = g_strdup_printf ("engagement t WHERE t.kind_id IN (%" G_GINT64_FORMAT
                                  ") ORDER BY COALESCE(t.dated, '9999'), t.id",
            a_kind (upstand_store_get_database (store)));
    }
    const struct {
        const char *name;
        Question question;
    } lists[] = {
        { "engagements opened", { path, "dated", NULL, FALSE,
                                    "engagement t ORDER BY COALESCE(t.dated, '9999'), t.id" } },
        { "engagements by title",
            { path, "title", NULL, FALSE,
                "engagement t ORDER BY lower(COALESCE(t.title, '')), t.id" } },
        { "engagements of a kind", { path, "dated", NULL, TRUE, filter } },
        { "engagements searched",
            { path, NULL, "trauma hall", FALSE,
                "search CROSS JOIN engagement t ON t.id = search.rowid"
                " WHERE search MATCH '\"trauma\"* \"hall\"*' ORDER BY search.rowid DESC" } },
    };
    for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
        g_autofree char *name = g_strdup_printf ("%s, %u k", lists[i].name, big.size / 1000);
        bench_compare (&(BenchCase){
            .name = name,
            .ours = ask_upstand,
            .raw = ask_raw,
            .data = (gpointer)&lists[i].question,
            .runs = 5,
            .target = 1.5,
        });
    }
    g_autofree char *name = g_strdup_printf ("coverage, %u k", big.size / 1000);
    bench_compare (&(BenchCase){
        .name = name,
        .ours = cover_upstand,
        .raw = cover_raw,
        .data = path,
        .runs = 5,
        .target = 1.2,
    });
    Question few = { small_path, "dated", NULL, FALSE, NULL };
    bench_latency ("a screenful at 1 k", ask_upstand, &few, 16);
    Question many = { path, "dated", NULL, FALSE, NULL };
    bench_latency ("a screenful at 1 M", ask_upstand, &many, 16);
    return 0;
}
