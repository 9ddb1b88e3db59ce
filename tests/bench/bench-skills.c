/* SPDX-License-Identifier: MIT */
/* The skills grid with 60 units, 6 capabilities, 8 columns and 20 censuses: showing another unit,
 * another census of a unit and another census of the whole force, beside a bare program that reads
 * the same cells with one prepared statement into an array of its own. */
#include <string.h>

#include "bench.h"
#include "big-plan.h"
#include "rules/skills.h"

#define UNITS 60
#define CENSUSES 20
#define CAPABILITIES 6
#define CELLS_OF_UNIT (CAPABILITIES * 8)
#define ROUNDS 4

typedef struct {
    const char *path;
    gboolean whole; /* all the units at once */
    gboolean by_census; /* the censuses of a unit in turn, not the units of a census */
} SkillsBench;

static void
run_sql (sqlite3 *raw, const char *sql)
{
    char *message = NULL;
    if (sqlite3_exec (raw, sql, NULL, NULL, &message) != SQLITE_OK)
        bench_fail ("%s", message);
}

/* Figures only: the grid does not ask for the history of any. */
static void
make_plan (gpointer data)
{
    const char *path = data;
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandFramework) framework = upstand_framework_load_default (&error);
    if (!framework || !upstand_plan_create (path, "Bench", framework, 0, "Lead", &error))
        bench_fail ("%s", error->message);
    sqlite3 *raw = big_plan_open_raw (path);
    run_sql (raw, "BEGIN");
    run_sql (raw,
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)"
        " INSERT INTO unit (id, version, name, kind) SELECT i, 1, 'Unit ' || i, 'team' FROM n");
    run_sql (raw, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20)"
                  " INSERT INTO census (id, version, as_at)"
                  " SELECT i, 1, date ('2013-09-30', '+' || (6 * i) || ' months') FROM n");
    run_sql (raw, "INSERT INTO headcount (version, census_id, unit_id, capability_id, workforce, "
                  "basis, count,"
                  " value, state)"
                  " SELECT 1, c.id, u.id, f.id, w.column1, 'headcount', k.column1,"
                  " 100 * (c.id + u.id % 7), 'value'"
                  " FROM census c, unit u, framework_item f, (VALUES ('officers'), ('staff')) w,"
                  " (VALUES ('in-post'), ('trained'), ('in-date'), ('deployable')) k"
                  " WHERE f.list = 'capability'");
    run_sql (raw, "COMMIT");
    sqlite3_close (raw);
}

/* Where the n-th look goes. */
static void
place_of (const SkillsBench *bench, guint n, guint *unit, guint *census)
{
    *unit = bench->by_census ? n / CENSUSES % UNITS : n % UNITS;
    *census = bench->by_census || bench->whole ? n % CENSUSES : n / UNITS % CENSUSES;
}

static guint
count_looks (const SkillsBench *bench)
{
    return bench->whole ? CENSUSES * ROUNDS : UNITS * CENSUSES * ROUNDS;
}

/* Asks for every cell shown, as the grid does. */
static gint64
look (const UpstandSkills *skills)
{
    guint first, end;
    gint64 sum = 0;
    upstand_skills_get_units (skills, &first, &end);
    UpstandSkillsKey key = { .basis = UPSTAND_BASIS_HEADCOUNT };
    for (key.unit = first; key.unit < end; key.unit++)
        for (key.capability = 0; key.capability < CAPABILITIES; key.capability++)
            for (key.count = UPSTAND_COUNT_IN_POST; key.count <= UPSTAND_COUNT_DEPLOYABLE;
                 key.count++)
                for (key.workforce = UPSTAND_WORKFORCE_OFFICERS;
                     key.workforce <= UPSTAND_WORKFORCE_STAFF; key.workforce++)
                    sum += upstand_skills_get_cell (skills, &key)->figure.value;
    return sum;
}

static void
ask_upstand (gpointer data)
{
    const SkillsBench *bench = data;
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandStore) store = big_plan_open (bench->path);
    UpstandDatabase *database = upstand_store_get_database (store);
    g_autoptr (UpstandSkillsOutline) outline = upstand_skills_outline_load (database, "en", &error);
    if (!outline)
        bench_fail ("%s", error->message);
    bench_begin ();
    for (guint n = 0; n < count_looks (bench); n++) {
        guint unit, census;
        place_of (bench, n, &unit, &census);
        g_autoptr (UpstandSkills) skills = upstand_skills_load (
            outline, database, census, bench->whole ? UPSTAND_NOWHERE : unit, &error);
        if (!skills)
            bench_fail ("%s", error->message);
        if (look (skills) == 0)
            bench_fail ("nothing read");
    }
    bench_end ();
}

/* One cell as a bare program keeps it. */
typedef struct {
    gint64 unit, capability, value, id, version;
    char count[16], workforce[16], basis[16], state[16];
    gboolean has_note;
} RawCell;

static void
take_text (sqlite3_stmt *rows, int column, char *text)
{
    g_strlcpy (text, (const char *)sqlite3_column_text (rows, column), 16);
}

#define SELECT \
    "SELECT unit_id, capability_id, count, workforce, basis, value, state, id, version," \
    " note IS NOT NULL FROM headcount WHERE census_id = $1"

static guint
read_raw (sqlite3_stmt *rows, RawCell *cells)
{
    guint n = 0;
    for (; sqlite3_step (rows) == SQLITE_ROW; n++) {
        RawCell *cell = &cells[n];
        cell->unit = sqlite3_column_int64 (rows, 0);
        cell->capability = sqlite3_column_int64 (rows, 1);
        take_text (rows, 2, cell->count);
        take_text (rows, 3, cell->workforce);
        take_text (rows, 4, cell->basis);
        cell->value = sqlite3_column_int64 (rows, 5);
        take_text (rows, 6, cell->state);
        cell->id = sqlite3_column_int64 (rows, 7);
        cell->version = sqlite3_column_int64 (rows, 8);
        cell->has_note = sqlite3_column_int (rows, 9);
    }
    sqlite3_reset (rows);
    return n;
}

static void
ask_raw (gpointer data)
{
    const SkillsBench *bench = data;
    sqlite3 *raw = big_plan_open_raw (bench->path);
    sqlite3_stmt *rows = big_plan_prepare (raw, bench->whole ? SELECT : SELECT " AND unit_id = $2");
    guint expected = CELLS_OF_UNIT * (bench->whole ? UNITS : 1);
    g_autofree RawCell *cells = g_new (RawCell, expected);
    bench_begin ();
    for (guint n = 0; n < count_looks (bench); n++) {
        guint unit, census;
        gint64 sum = 0;
        place_of (bench, n, &unit, &census);
        sqlite3_bind_int64 (rows, 1, census + 1);
        if (!bench->whole)
            sqlite3_bind_int64 (rows, 2, unit + 1);
        guint found = read_raw (rows, cells);
        for (guint i = 0; i < found; i++)
            sum += cells[i].value;
        if (found != expected || sum == 0)
            bench_fail ("%u cells read", found);
    }
    bench_end ();
    sqlite3_finalize (rows);
    sqlite3_close (raw);
}

int
main (void)
{
    g_autofree char *path = bench_path ("skills.upstand");
    bench_prepare (make_plan, path);
    const struct {
        const char *name;
        gboolean whole, by_census;
    } moves[] = {
        { "skills grid, another unit", FALSE, FALSE },
        { "skills grid, another census", FALSE, TRUE },
        { "skills grid, whole force", TRUE, TRUE },
    };
    for (guint i = 0; i < G_N_ELEMENTS (moves); i++) {
        SkillsBench bench = { path, moves[i].whole, moves[i].by_census };
        bench_compare (&(BenchCase){
            .name = moves[i].name,
            .ours = ask_upstand,
            .raw = ask_raw,
            .data = &bench,
            .target = 1.5,
        });
    }
    return 0;
}
