/* SPDX-License-Identifier: MIT */
#include "database/error.h"
#include "exchange/csv-writer.h"
#include "exchange/table-reader.h"
#include "exchange/workbook.h"
#include "zip-file.h"

#include <glib/gstdio.h>
#include <string.h>

#include "temp-folder.h"

static const char *const known[] = { "Title", "Owner", "Due", "Percent", "Key", "Count", "Share",
    "Requirement", "Note", NULL };

static char *
fixture_path (const char *name)
{
    return g_test_build_filename (G_TEST_DIST, "fixtures", name, NULL);
}

/* Gnumeric exports what it shows: a true minus sign, and decimals of a percentage. */
static char *
tidy (const char *text)
{
    GString *tidied = g_string_new (text);

    g_string_replace (tidied, "−", "-", 0);
    if (g_str_has_suffix (tidied->str, ".0%"))
        g_string_replace (tidied, ".0%", "%", 1);
    return g_string_free (tidied, FALSE);
}

/* Every program's file of the same table reads as the same table. */
static void
test_alike (gconstpointer data)
{
    static const char *const rows[][9] = {
        { "Brief every team", "Head of Response", "2022-03-31", "50%", "TRUE", "12", "1.25", "1.1",
            "plain" },
        { "Cyfarfod yn Nhŷ Hywel", "Pennaeth", "2024-02-29", "0%", "FALSE", "-3", "0.1", "10.2",
            "\"quoted\", and more" },
        { "Two\nlines", "", "", "100%", "", "0", "-0.005", "1.1", "=not a formula" },
        { "  spaces  ", "€ 5 – 10", "1999-12-31", "12.5%", "TRUE", "1234567", "100000.5",
            "8.2, 9.1", "<b> & 😀" },
    };
    const char *name = data;
    g_autofree char *path = fixture_path (name);
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandTableReader) reader = upstand_table_reader_new (path, &error);
    guint row = 0, first = 0;

    g_assert_no_error (error);
    g_assert_true (upstand_table_reader_read_headings (reader, known, &error));
    g_assert_no_error (error);
    if (g_str_has_suffix (name, ".xlsx"))
        g_assert_cmpstr (upstand_table_reader_get_sheet (reader), ==, "Plan & actions");
    else
        g_assert_null (upstand_table_reader_get_sheets (reader));
    g_assert_cmpstr (upstand_table_reader_get_headings (reader)[0], ==, "Title");
    g_assert_cmpint (upstand_table_reader_find_column (reader, " oWNER "), ==, 1);
    g_assert_cmpint (upstand_table_reader_find_column (reader, "Own"), ==, -1);
    first = upstand_table_reader_get_row (reader) + 1;
    for (; upstand_table_reader_next (reader, NULL, NULL, &error); row++) {
        /* An empty row between counts in the numbers, and is none. */
        g_assert_cmpuint (upstand_table_reader_get_row (reader), ==, first + row + (row == 3));
        for (guint i = 0; known[i]; i++) {
            int column = upstand_table_reader_find_column (reader, known[i]);
            const UpstandRawCell *cell = upstand_table_reader_get_cell (reader, column);
            g_autofree char *text = tidy (cell->text);
            g_assert_cmpstr (text, ==, rows[row][i]);
        }
    }
    g_assert_no_error (error);
    g_assert_cmpuint (row, ==, G_N_ELEMENTS (rows));
}

static void
test_fold (void)
{
    g_autofree char *plain = upstand_table_reader_fold_heading ("  Due \n DATE ");
    g_autofree char *composed = upstand_table_reader_fold_heading ("Tŷ");
    g_autofree char *apart = upstand_table_reader_fold_heading ("ty\u0302");

    g_assert_cmpstr (plain, ==, "due date");
    g_assert_cmpstr (composed, ==, apart);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
    /* The name says nothing about what is inside. */
    make_folder (fixture, "table.doc");
}

static void
write_text (Fixture *fixture, const char *text, gssize length)
{
    g_assert_true (g_file_set_contents_full (
        fixture->path, text, length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL));
}

static void
test_headings (Fixture *fixture, gconstpointer data)
{
    static const char *const wanted[] = { "Title", "Owner", NULL };
    g_autoptr (GError) error = NULL;

    write_text (fixture, "The owner of this file\n\nOwner,Title,Title,\nA,B,C,D,E\n,,\n", -1);
    g_autoptr (UpstandTableReader) reader = upstand_table_reader_new (fixture->path, &error);
    g_assert_true (upstand_table_reader_read_headings (reader, wanted, &error));
    g_assert_cmpuint (upstand_table_reader_get_row (reader), ==, 3);
    g_assert_cmpint (upstand_table_reader_find_column (reader, "title"), ==, 1);
    g_assert_cmpint (upstand_table_reader_find_column (reader, ""), ==, -1);
    g_assert_cmpstr (upstand_table_reader_get_headings (reader)[3], ==, "");
    g_assert_null (upstand_table_reader_get_headings (reader)[4]);
    g_assert_true (upstand_table_reader_next (reader, NULL, NULL, &error));
    g_assert_cmpstr (upstand_table_reader_get_cell (reader, 4)->text, ==, "E");
    g_assert_cmpstr (upstand_table_reader_get_cell (reader, 5)->text, ==, "");
    g_assert_cmpstr (upstand_table_reader_get_cell (reader, -1)->text, ==, "");
    g_assert_false (upstand_table_reader_next (reader, NULL, NULL, &error));
    g_assert_no_error (error);

    /* Again from the start, and without knowing any heading: the first row it is. */
    g_assert_true (upstand_table_reader_read_headings (reader, NULL, &error));
    g_assert_cmpuint (upstand_table_reader_get_row (reader), ==, 1);
    g_assert_false (upstand_table_reader_start (reader, "Sheet1", &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;

    write_text (fixture, "\n\n", -1);
    g_autoptr (UpstandTableReader) text = upstand_table_reader_new (fixture->path, &error);
    g_assert_false (upstand_table_reader_read_headings (text, known, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT);
    g_clear_error (&error);
    zip_file_write_sheet (fixture->path, "", NULL, NULL, NULL);
    g_autoptr (UpstandTableReader) sheet = upstand_table_reader_new (fixture->path, &error);
    g_assert_false (upstand_table_reader_read_headings (sheet, known, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
    const struct {
        const char *bytes;
        gsize length;
        const char *message;
    } cases[] = {
        { "%PDF-1.7\n", 9, "a document" },
        { "{\\rtf1 text}", 12, "a document" },
        { "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, ".xls" },
        { "PK\3\4 and no more", 16, "damaged" },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        write_text (fixture, cases[i].bytes, (gssize)cases[i].length);
        g_assert_null (upstand_table_reader_new (fixture->path, &error));
        g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT);
        g_assert_nonnull (strstr (error->message, cases[i].message));
        g_assert_nonnull (strstr (error->message, "table.doc"));
    }
    /* A picture is no text: told when its first row is asked for. */
    g_autoptr (GError) error = NULL;
    write_text (fixture, "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    g_autoptr (UpstandTableReader) picture = upstand_table_reader_new (fixture->path, &error);
    g_assert_false (upstand_table_reader_read_headings (picture, NULL, &error) &&
                    upstand_table_reader_next (picture, NULL, NULL, &error) &&
                    upstand_table_reader_next (picture, NULL, NULL, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT);
}

/* Our own workbook and our own CSV come back through the same door. */
static void
test_own_files (Fixture *fixture, gconstpointer data)
{
    static const UpstandSheetColumn columns[] = { { .title = "Title" },
        { .title = "Due", .kind = UPSTAND_CELL_DATE },
        { .title = "Hours", .kind = UPSTAND_CELL_DECIMAL, .places = 1, .unit = "hours" } };
    static const char *const wanted[] = { "Due", "Title", "Hours", NULL };
    g_autoptr (UpstandBook) book = upstand_book_new (&(UpstandCover){ .title = "Title" });
    g_autoptr (UpstandSheet) sheet = upstand_sheet_new ("t", "Activities", columns, 3);
    g_autoptr (GError) error = NULL;

    upstand_sheet_add_row (sheet,
        (UpstandCell[]){ upstand_cell_text ("=1+1"),
            upstand_cell_date (upstand_date_new (2022, 3, 31)), upstand_cell_decimal (15, 1) });
    upstand_book_add_sheet (book, sheet);
    for (int turn = 0; turn < 2; turn++) {
        if (turn)
            g_assert_true (upstand_csv_write_file (
                sheet, fixture->path, UPSTAND_CSV_BOM, NULL, NULL, NULL, &error));
        else
            g_assert_true (upstand_workbook_write (book, fixture->path, NULL, NULL, NULL, &error));
        g_autoptr (UpstandTableReader) reader = upstand_table_reader_new (fixture->path, &error);
        g_assert_true (upstand_table_reader_read_headings (reader, wanted, &error));
        g_assert_true (upstand_table_reader_next (reader, NULL, NULL, &error));
        g_assert_cmpstr (upstand_table_reader_get_cell (reader, 0)->text, ==, "=1+1");
        g_assert_cmpstr (upstand_table_reader_get_cell (reader, 1)->text, ==, "2022-03-31");
        g_assert_cmpstr (upstand_table_reader_get_cell (reader, 2)->text, ==, "1.5");
        g_assert_cmpstr (upstand_table_reader_get_sheet (reader), ==, turn ? NULL : "Activities");
        g_assert_false (upstand_table_reader_next (reader, NULL, NULL, &error));
        g_assert_no_error (error);
    }
}

int
main (int argc, char **argv)
{
    static const char *const files[] = { "table-openpyxl.xlsx", "table-xlsxwriter.xlsx",
        "table-1904.xlsx", "table-libreoffice.xlsx", "table-gnumeric.xlsx", "table-libreoffice.csv",
        "table-gnumeric.csv" };

    g_test_init (&argc, &argv, NULL);
    for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
        g_autofree char *name = g_strdup_printf ("/table-reader/alike/%s", files[i]);
        g_test_add_data_func (name, files[i], test_alike);
    }
    g_test_add_func ("/table-reader/fold", test_fold);
    g_test_add ("/table-reader/headings", Fixture, NULL, set_up, test_headings, tear_down);
    g_test_add ("/table-reader/empty", Fixture, NULL, set_up, test_empty, tear_down);
    g_test_add ("/table-reader/refused", Fixture, NULL, set_up, test_refused, tear_down);
    g_test_add ("/table-reader/own-files", Fixture, NULL, set_up, test_own_files, tear_down);
    return g_test_run ();
}
