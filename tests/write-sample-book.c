/* SPDX-License-Identifier: MIT */
/* Writes the sample book: sample.xlsx and one CSV file per sheet, into the folder it is given. */
#include "exchange/csv-writer.h"
#include "exchange/workbook.h"
#include "sample-book.h"

int
main (int argc, char **argv)
{
    g_autoptr (UpstandBook) book = sample_book_new ();
    g_autoptr (GError) error = NULL;

    if (argc != 2) {
        g_printerr ("usage: write-sample-book FOLDER\n");
        return 2;
    }
    g_autofree char *path = g_build_filename (argv[1], "sample.xlsx", NULL);
    gboolean done = upstand_workbook_write (book, path, NULL, NULL, NULL, &error);
    for (guint i = 0; done && i < upstand_book_get_n_sheets (book); i++) {
        UpstandSheet *sheet = upstand_book_get_sheet (book, i);
        g_autofree char *name = g_strdup_printf ("%s.csv", upstand_sheet_get_id (sheet));
        g_autofree char *csv = g_build_filename (argv[1], name, NULL);
        done = upstand_csv_write_file (sheet, csv, UPSTAND_CSV_PLAIN, NULL, NULL, NULL, &error);
    }
    if (!done)
        g_printerr ("%s\n", error->message);
    return done ? 0 : 1;
}
