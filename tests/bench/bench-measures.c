/* SPDX-License-Identifier: MIT */
/* A data return of 2,000 cells, with those of the quarter before: reading and checking all of it,
 * beside a bare pass of a statement over the same rows. */
#include "bench.h"
#include "records/plan.h"
#include "rules/measure-checks.h"

#define CELLS 2000
#define ROUNDS 40

static char *plan;

static void
save (UpstandStore *store, gpointer record)
{
    if (!upstand_store_save (store, record, NULL))
        bench_fail ("a record was not saved");
    g_object_unref (record);
}

/* A measure of the force's own makes up what the framework's lines leave. */
static void
add_lines (UpstandStore *store, const UpstandMeasuresOutline *outline, guint n)
{
    UpstandMeasure *measure = upstand_record_new (&upstand_measure_type);
    measure->code = g_strdup ("own");
    measure->title_en = g_strdup ("Own");
    measure->area_id = upstand_measures_outline_get_area (outline, 0)->id;
    measure->cadence = UPSTAND_PERIOD_QUARTERLY;
    measure->returns = g_strdup ("data");
    g_object_ref (measure);
    save (store, measure);
    for (guint i = 0; i < n; i++) {
        UpstandMeasureLine *line = upstand_record_new (&upstand_measure_line_type);
        line->measure_id = UPSTAND_RECORD (measure)->id;
        line->code = g_strdup_printf ("district:%u", i);
        line->title_en = g_strdup_printf ("District %u", i);
        line->position = i;
        save (store, line);
    }
    g_object_unref (measure);
}

static UpstandMeasuresOutline *
load_outline (UpstandDatabase *database)
{
    UpstandMeasuresOutline *outline = upstand_measures_outline_load (
        database, "en", UPSTAND_PERIOD_QUARTERLY, upstand_date_new (2022, 9, 30), NULL);
    if (!outline)
        bench_fail ("no outline");
    return outline;
}

static guint
count_cells (const UpstandMeasuresOutline *outline)
{
    guint n = 0;
    for (guint i = 0; i < upstand_measures_outline_get_n_lines (outline); i++)
        n += upstand_measures_outline_get_line (outline, i)->numerator == UPSTAND_NOWHERE;
    return n;
}

static void
make_plan (gpointer data)
{
    g_autoptr (UpstandFramework) framework = upstand_framework_load_default (NULL);
    if (!upstand_plan_create (plan, "Bench", framework, 0, NULL, NULL))
        bench_fail ("no plan");
    g_autoptr (UpstandStore) store = upstand_plan_open (plan, UPSTAND_DATABASE_WRITE, NULL, NULL);
    UpstandDatabase *database = upstand_store_get_database (store);
    g_autoptr (UpstandMeasuresOutline) before = load_outline (database);
    if (!upstand_store_begin (store, "Bench", NULL))
        bench_fail ("no batch");
    add_lines (store, before, CELLS - count_cells (before));
    g_autoptr (UpstandMeasuresOutline) outline = load_outline (database);
    guint n_periods = upstand_measures_outline_get_n_periods (outline);
    for (guint line = 0; line < upstand_measures_outline_get_n_lines (outline); line++)
        for (guint period = n_periods - 2; period < n_periods; period++) {
            const UpstandPeriod *covers = upstand_measures_outline_get_period (outline, period);
            if (upstand_measures_outline_get_line (outline, line)->numerator != UPSTAND_NOWHERE)
                continue;
            UpstandMeasureFigure *figure = upstand_record_new (&upstand_measure_figure_type);
            figure->line_id = upstand_measures_outline_get_line (outline, line)->id;
            figure->cadence = covers->cadence;
            figure->starts = covers->start;
            figure->ends = covers->end;
            figure->state = UPSTAND_FIGURE_VALUE;
            figure->value = UPSTAND_FIGURE_ONE;
            save (store, figure);
        }
    if (!upstand_store_commit (store, NULL))
        bench_fail ("not saved");
}

static void
check_whole (gpointer data)
{
    g_autoptr (UpstandStore) store =
        upstand_plan_open (plan, UPSTAND_DATABASE_READ_ONLY, NULL, NULL);
    UpstandDatabase *database = upstand_store_get_database (store);
    g_autoptr (UpstandMeasuresOutline) outline = load_outline (database);
    bench_begin ();
    for (guint round = 0; round < ROUNDS; round++) {
        g_autoptr (UpstandMeasures) measures = upstand_measures_load (outline, database, NULL);
        UpstandMeasureChecks checks = { .measures = measures,
            .period = upstand_measures_outline_get_n_periods (outline) - 1 };
        upstand_thresholds_init (&checks.thresholds);
        g_autoptr (GPtrArray) findings = upstand_measure_checks_run (&checks);
        if (checks.n_run < CELLS)
            bench_fail ("only %u rules were run", checks.n_run);
    }
    bench_end ();
}

static void
pass_over (gpointer data)
{
    g_autoptr (UpstandStore) store =
        upstand_plan_open (plan, UPSTAND_DATABASE_READ_ONLY, NULL, NULL);
    UpstandDatabase *database = upstand_store_get_database (store);
    gint64 sum = 0;
    guint rows = 0;
    bench_begin ();
    for (guint round = 0; round < ROUNDS; round++) {
        g_autoptr (UpstandQuery) query = upstand_database_query (database, NULL,
            "SELECT line_id, starts, ends, revision, value, state, id, version, provisional,"
            " follow_up, note FROM measure_figure WHERE cadence = $1"
            " ORDER BY starts, ends, line_id, revision",
            "t", "quarterly");
        while (upstand_query_step (query, NULL)) {
            for (int column = 0; column < 11; column++)
                sum += column == 1 || column == 2 || column == 5 || column == 10
                           ? upstand_query_text (query, column) != NULL
                           : upstand_query_number (query, column) & 1;
            rows++;
        }
    }
    bench_end ();
    if (rows != 2 * CELLS * ROUNDS || sum == 0)
        bench_fail ("%u rows were read", rows);
}

int
main (void)
{
    plan = bench_path ("measures.upstand");
    bench_prepare (make_plan, NULL);
    const BenchCase whole = { "data return of 2,000 cells: whole check", check_whole, pass_over,
        NULL, 0, 2.0, 0 };
    bench_compare (&whole);
    return 0;
}
