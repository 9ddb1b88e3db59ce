/* SPDX-License-Identifier: MIT */
/* The table of activities at 100 k records: opening it, another order, a filter, each keystroke of
 * search; beside a bare program that reads one screenful of the same rows and their requirements.
 */
#include <string.h>

#include "bench.h"
#include "big-plan.h"
#include "records/activity.h"
#include "records/list-model.h"

#define SCREENFUL 40
#define ROUNDS 8

typedef struct {
    const char *field; /* of the order; NULL: none asked for */
    gboolean descending;
    const char *state; /* of the filter, or NULL */
    const char *words; /* of the search, or NULL */
    const char *sql; /* after "FROM", as the bare program asks */
} Question;

#define BY_AGE " ORDER BY t.id"

static const Question tables[] = {
    { NULL, FALSE, NULL, NULL, "activity t" BY_AGE },
    { "title", FALSE, NULL, NULL, "activity t ORDER BY lower(COALESCE(t.title, '')), t.id" },
    { "due", FALSE, NULL, NULL, "activity t ORDER BY COALESCE(t.due, '9999'), t.id" },
    { "due", TRUE, NULL, NULL, "activity t ORDER BY COALESCE(t.due, '9999') DESC, t.id DESC" },
    { "owner", FALSE, NULL, NULL, "activity t ORDER BY lower(COALESCE(t.owner, '')), t.id" },
    { "percent", TRUE, NULL, NULL, "activity t ORDER BY t.percent DESC, t.id DESC" },
    { NULL, FALSE, "blocked", NULL, "activity t WHERE t.state IN ($1)" BY_AGE },
    { "due", FALSE, "in-progress", NULL,
        "activity t WHERE t.state IN ($1) ORDER BY COALESCE(t.due, '9999'), t.id" },
};

#define FOUND \
    "search CROSS JOIN activity t ON t.id = search.rowid WHERE search MATCH $1" \
    " ORDER BY search.rowid DESC"

static const Question keystrokes[] = {
    { NULL, FALSE, NULL, "t", FOUND },
    { NULL, FALSE, NULL, "tr", FOUND },
    { NULL, FALSE, NULL, "tra", FOUND },
    { NULL, FALSE, NULL, "trau", FOUND },
    { NULL, FALSE, NULL, "traum", FOUND },
    { NULL, FALSE, NULL, "trauma", FOUND },
    { NULL, FALSE, NULL, "trauma a", FOUND },
    { NULL, FALSE, NULL, "trauma aw", FOUND },
    { NULL, FALSE, NULL, "south", FOUND },
    { NULL, FALSE, NULL, "south blo", FOUND },
    { NULL, FALSE, NULL, "zzz", FOUND },
};

typedef struct {
    const char *path;
    const Question *questions;
    guint n_questions;
} ListBench;

static UpstandListQuery *
make_query (const Question *question)
{
    UpstandListQuery *query = upstand_list_query_new (&upstand_activity_type);
    if (question->state)
        upstand_list_query_where (
            query, "state", UPSTAND_IS, (const char *const[]){ question->state, NULL });
    if (question->words)
        upstand_list_query_search (query, question->words);
    if (question->field)
        upstand_list_query_order (query, question->field, question->descending);
    return query;
}

static void
ask_upstand (gpointer data)
{
    ListBench *bench = data;
    g_autoptr (UpstandStore) store = big_plan_open (bench->path);
    g_autoptr (UpstandListModel) model = NULL;
    for (guint round = 0; round < ROUNDS; round++) {
        for (guint i = 0; i < bench->n_questions; i++) {
            double began = bench_now ();
            g_autoptr (UpstandListQuery) query = make_query (&bench->questions[i]);
            if (model)
                upstand_list_model_set_query (model, query);
            else
                model = upstand_list_model_new (store, query);
            guint rows = MIN (SCREENFUL, g_list_model_get_n_items (G_LIST_MODEL (model)));
            for (guint row = 0; row < rows; row++) {
                g_autoptr (UpstandActivity) activity =
                    g_list_model_get_item (G_LIST_MODEL (model), row);
                if (!activity->title || !activity->requirements)
                    bench_fail ("a row without its words");
            }
            bench_add_sample (bench_now () - began, 0);
            /* A person looks before the next question; the rest of the ids arrives meanwhile. */
            while (upstand_list_model_is_loading (model))
                g_main_context_iteration (NULL, TRUE);
        }
    }
}

/* The question as FTS5 wants it: each word as a beginning. */
static char *
match_text (const char *words)
{
    g_auto (GStrv) parts = g_strsplit (words, " ", -1);
    g_autoptr (GString) text = g_string_new (NULL);
    for (guint i = 0; parts[i]; i++)
        g_string_append_printf (text, "%s\"%s\"*", i ? " " : "", parts[i]);
    return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What our worker does between two questions, so that both find the caches as a person's pause
 * leaves them. Not timed on either side. */
static void
read_on (sqlite3 *raw, const Question *question)
{
    g_autofree char *sql = g_strdup_printf ("SELECT t.id FROM %s", question->sql);
    sqlite3_stmt *rows = big_plan_prepare (raw, sql);
    g_autofree char *match = question->words ? match_text (question->words) : NULL;
    g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    if (match || question->state)
        sqlite3_bind_text (rows, 1, match ? match : question->state, -1, SQLITE_STATIC);
    while (sqlite3_step (rows) == SQLITE_ROW) {
        gint64 id = sqlite3_column_int64 (rows, 0);
        g_array_append_val (ids, id);
    }
    sqlite3_finalize (rows);
}

static void
ask_raw (gpointer data)
{
    ListBench *bench = data;
    sqlite3 *raw = big_plan_open_raw (bench->path);
    g_autoptr (GString) links =
        g_string_new ("SELECT activity_id, requirement_id FROM activity_requirement"
                      " WHERE activity_id IN (?");
    for (guint i = 1; i < SCREENFUL; i++)
        g_string_append (links, ", ?");
    g_string_append_c (links, ')');

    for (guint round = 0; round < ROUNDS; round++) {
        for (guint i = 0; i < bench->n_questions; i++) {
            const Question *question = &bench->questions[i];
            double began = bench_now ();
            g_autofree char *sql = g_strdup_printf (
                "SELECT t.id, t.version, t.title, t.description, t.owner, t.unit, t.state, t.start,"
                " t.due, t.completed, t.percent, t.key_milestone, t.success_measure, t.risks,"
                " t.blockers, t.cancel_reason FROM %s LIMIT %d",
                question->sql, SCREENFUL);
            sqlite3_stmt *rows = big_plan_prepare (raw, sql);
            g_autofree char *match = question->words ? match_text (question->words) : NULL;
            if (match || question->state)
                sqlite3_bind_text (rows, 1, match ? match : question->state, -1, SQLITE_STATIC);
            sqlite3_stmt *ties = big_plan_prepare (raw, links->str);
            int found = 0;
            gsize length = 0;
            while (sqlite3_step (rows) == SQLITE_ROW) {
                sqlite3_bind_int64 (ties, ++found, sqlite3_column_int64 (rows, 0));
                for (int column = 2; column < 16; column++) {
                    const char *text = (const char *)sqlite3_column_text (rows, column);
                    length += text ? strlen (text) : 0;
                }
            }
            while (sqlite3_step (ties) == SQLITE_ROW)
                length += sqlite3_column_int64 (ties, 1) != 0;
            sqlite3_finalize (rows);
            sqlite3_finalize (ties);
            if (found > 0 && length == 0)
                bench_fail ("nothing read");
            bench_add_sample (bench_now () - began, 0);
            read_on (raw, question);
        }
    }
    sqlite3_close (raw);
}

int
main (void)
{
    g_autofree char *path = bench_path ("big.upstand");
    bench_prepare (big_plan_make, path);
    const struct {
        const char *name;
        const Question *questions;
        guint n_questions;
    } lists[] = {
        { "table opened", tables, 1 },
        { "table in another order", tables + 1, 5 },
        { "table filtered", tables + 6, 1 },
        { "table filtered, in another order", tables + 7, 1 },
        { "search, a keystroke", keystrokes, G_N_ELEMENTS (keystrokes) },
    };
    for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
        ListBench bench = { path, lists[i].questions, lists[i].n_questions };
        g_autofree char *name =
            g_strdup_printf ("%s, %u k", lists[i].name, big_plan_get_size () / 1000);
        bench_compare (&(BenchCase){
            .name = name,
            .ours = ask_upstand,
            .raw = ask_raw,
            .data = &bench,
            .target = 1.5,
        });
    }
    ListBench search = { path, keystrokes, G_N_ELEMENTS (keystrokes) };
    bench_latency ("search, a keystroke, within a frame", ask_upstand, &search, 16);
    return 0;
}
