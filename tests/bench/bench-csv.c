/* SPDX-License-Identifier: MIT */
/* Reading CSV: how much of it in a second, and beside a bare walk over the same bytes. */
#include "bench.h"

#include "exchange/csv-reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROWS 100000
#define COLUMNS 12

typedef struct {
    char *path;
    double megabytes;
} CsvBench;

/* Twelve columns as an export of activities has them, some quoted and some with accents. */
static void
write_file (gpointer data)
{
    CsvBench *bench = data;
    FILE *file = fopen (bench->path, "wb");
    if (!file)
        bench_fail ("cannot write %s", bench->path);
    fputs ("Title,Owner,State,Start,Due,Completed,Percent,Requirement,Measure,Risks,Hours,Key\r\n",
        file);
    for (guint i = 0; i < ROWS; i++)
        fprintf (file,
            "Review of allegation handling %u,\"Head of Public Protection, unit %u\",In progress,"
            "2022-01-%02u,2022-06-%02u,,%u,\"1.1, 8.%u\",\"She said \"\"heard\"\" in the circle\","
            "caf\xc3\xa9 \xe2\x80\x93 venue not yet found,%u.%02u,yes\r\n",
            i, i % 40, 1 + i % 28, 1 + i % 30, i % 101, 1 + i % 2, i % 900, i % 100);
    if (fclose (file) != 0)
        bench_fail ("cannot write %s", bench->path);
}

static void
read_with_upstand (gpointer data)
{
    CsvBench *bench = data;
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandCsvReader) reader = upstand_csv_reader_new (bench->path, &error);
    if (!reader)
        bench_fail ("%s", error->message);
    const UpstandCsvField *fields;
    guint n_fields;
    guint64 cells = 0;
    while (upstand_csv_reader_next (reader, &fields, &n_fields, &error))
        cells += n_fields;
    if (error)
        bench_fail ("%s", error->message);
    if (cells != (guint64)(ROWS + 1) * COLUMNS)
        bench_fail ("%" G_GUINT64_FORMAT " cells read", cells);
}

int
main (void)
{
    g_autofree char *path = bench_path ("activities.csv");
    CsvBench bench = { .path = path };
    bench_prepare (write_file, &bench);

    g_autoptr (GError) error = NULL;
    g_autoptr (GFile) file = g_file_new_for_path (path);
    g_autoptr (GFileInfo) info =
        g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, 0, NULL, &error);
    if (!info)
        bench_fail ("%s", error->message);
    bench.megabytes = (double)g_file_info_get_size (info) / 1e6;

    bench_rate (
        "reading CSV, 100 k rows x 12", read_with_upstand, &bench, bench.megabytes, "MB", 50);
    return 0;
}
