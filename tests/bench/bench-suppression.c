/* SPDX-License-Identifier: MIT */
/* Suppressing a table with totals, beside one pass over it that hides the small numbers alone. The
 * pass gives the numbers away, so no small ratio is to be had: the rows say how it grows, and the
 * targets (twice what was first measured) that it grows no faster. */
#include "bench.h"

#include "rules/suppression.h"

/* Tables of one size, so that a run is long enough to be measured. */
#define TABLES 20

typedef struct {
    guint rows, columns; /* without the totals */
    gint64 *values; /* of all tables, one after the other, totals included */
} SuppressionBench;

static gsize
table_size (const SuppressionBench *bench)
{
    return (gsize)(bench->rows + 1) * (bench->columns + 1);
}

/* A third of the cells has numbers from 0 to 7, as a breakdown by district and offence has. */
static void
fill (SuppressionBench *bench)
{
    GRand *random = g_rand_new_with_seed (1);
    guint rows = bench->rows, columns = bench->columns, wide = columns + 1;

    bench->values = g_new0 (gint64, TABLES * table_size (bench));
    for (guint turn = 0; turn < TABLES; turn++) {
        gint64 *values = bench->values + turn * table_size (bench);
        for (guint row = 0; row < rows; row++)
            for (guint column = 0; column < columns; column++) {
                gint64 value = g_rand_int_range (random, 0, 3) ? g_rand_int_range (random, 5, 200)
                                                               : g_rand_int_range (random, 0, 8);
                values[row * wide + column] = value;
                values[row * wide + columns] += value;
                values[rows * wide + column] += value;
                values[rows * wide + columns] += value;
            }
    }
    g_rand_free (random);
}

static guint
suppress (const SuppressionBench *bench, const gint64 *values, const UpstandThresholds *thresholds)
{
    g_autoptr (UpstandSuppression) suppression = upstand_suppression_new (thresholds);
    gsize n = table_size (bench);
    guint wide = bench->columns + 1, broken, hidden = 0;
    g_autofree guint *cells = g_new (guint, n);
    g_autofree guint *parts = g_new (guint, bench->rows);

    for (gsize i = 0; i < n; i++)
        cells[i] = upstand_suppression_add_count (suppression, values[i]);
    for (guint row = 0; row <= bench->rows; row++)
        upstand_suppression_add_sum (
            suppression, cells[row * wide + bench->columns], &cells[row * wide], bench->columns);
    for (guint column = 0; column < wide; column++) {
        for (guint row = 0; row < bench->rows; row++)
            parts[row] = cells[row * wide + column];
        upstand_suppression_add_sum (
            suppression, cells[bench->rows * wide + column], parts, bench->rows);
    }
    if (!upstand_suppression_run (suppression, &broken))
        bench_fail ("relation %u does not hold", broken);
    for (gsize i = 0; i < n; i++)
        hidden += upstand_suppression_get_fate (suppression, cells[i]) != UPSTAND_FATE_SHOWN;
    return hidden;
}

static void
run_upstand (gpointer data)
{
    const SuppressionBench *bench = data;
    UpstandThresholds thresholds;

    upstand_thresholds_init (&thresholds);
    for (guint turn = 0; turn < TABLES; turn++)
        if (suppress (bench, bench->values + turn * table_size (bench), &thresholds) == 0)
            bench_fail ("nothing was hidden");
}

static void
run_pass (gpointer data)
{
    const SuppressionBench *bench = data;
    gsize n = TABLES * table_size (bench);
    g_autofree guint8 *hidden = g_new (guint8, n);
    guint count = 0;

    for (gsize i = 0; i < n; i++) {
        hidden[i] = bench->values[i] > 0 && bench->values[i] < 5;
        count += hidden[i];
    }
    if (count == 0)
        bench_fail ("nothing was hidden");
}

int
main (void)
{
    static const struct {
        guint rows, columns;
        double target;
    } sizes[] = { { 10, 10, 200 }, { 20, 20, 700 }, { 40, 30, 1800 }, { 80, 60, 5000 } };

    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
        SuppressionBench bench = { .rows = sizes[i].rows, .columns = sizes[i].columns };
        g_autofree char *name =
            g_strdup_printf ("suppressing %u x %ux%u, one pass", TABLES, bench.rows, bench.columns);
        fill (&bench);
        bench_compare (&(BenchCase){ .name = name,
            .ours = run_upstand,
            .raw = run_pass,
            .data = &bench,
            .target = sizes[i].target });
        g_free (bench.values);
    }
    return 0;
}
