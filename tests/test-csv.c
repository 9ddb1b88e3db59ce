/* SPDX-License-Identifier: MIT */
#include "database/error.h"
#include "exchange/csv-reader.h"
#include "exchange/csv-writer.h"

#include <glib/gstdio.h>
#include <string.h>

#include "temp-folder.h"

static void
set_up (Fixture *fixture, gconstpointer data)
{
    make_folder (fixture, "table.csv");
}

static void
write_file (Fixture *fixture, const char *bytes, gssize length)
{
    g_autoptr (GError) error = NULL;

    g_assert_true (g_file_set_contents_full (
        fixture->path, bytes, length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error));
}

/* The whole file as "field|field" lines, or the error's message. */
static char *
read_all (Fixture *fixture, GError **error)
{
    g_autoptr (UpstandCsvReader) reader = upstand_csv_reader_new (fixture->path, error);
    g_autoptr (GString) all = g_string_new (NULL);
    const UpstandCsvField *fields;
    guint n;
    g_autoptr (GError) failure = NULL;

    if (!reader)
        return NULL;
    while (upstand_csv_reader_next (reader, &fields, &n, &failure)) {
        g_string_append_printf (all, "%u:", upstand_csv_reader_get_row (reader));
        for (guint i = 0; i < n; i++) {
            g_assert_cmpuint (fields[i].length, ==, strlen (fields[i].text));
            g_assert_true (g_utf8_validate (fields[i].text, -1, NULL));
            g_string_append_printf (all, "%s%s", i ? "|" : "", fields[i].text);
        }
        g_string_append_c (all, '\n');
    }
    if (failure) {
        g_propagate_error (error, g_steal_pointer (&failure));
        return NULL;
    }
    return g_strdup (all->str);
}

static void
assert_reads_bytes (Fixture *fixture, const char *bytes, gssize length, const char *expected)
{
    g_autoptr (GError) error = NULL;

    write_file (fixture, bytes, length);
    g_autofree char *all = read_all (fixture, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (all, ==, expected);
}

static void
assert_reads (Fixture *fixture, const char *text, const char *expected)
{
    assert_reads_bytes (fixture, text, -1, expected);
}

static void
assert_refused (Fixture *fixture, const char *bytes, gssize length, int code, const char *message)
{
    g_autoptr (GError) error = NULL;

    write_file (fixture, bytes, length);
    g_autofree char *all = read_all (fixture, &error);
    g_assert_error (error, UPSTAND_ERROR, code);
    if (!strstr (error->message, message))
        g_error ("“%s” does not say “%s”", error->message, message);
    g_assert_null (all);
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
    assert_reads (fixture, "", "");
    assert_reads (fixture, "a,b\r\nc,d\r\n", "1:a|b\n2:c|d\n");
    assert_reads (fixture, "a,b\nc,d", "1:a|b\n2:c|d\n");
    assert_reads (fixture, "a,b\rc,d\r", "1:a|b\n2:c|d\n");
    assert_reads (fixture, "a,b,\n,,\n", "1:a|b|\n2:||\n");
    assert_reads (fixture, "a,b,", "1:a|b|\n");
    /* Empty lines are no rows but count as lines do in a spreadsheet. */
    assert_reads (fixture, "a,b\n\n\r\nc,d\n", "1:a|b\n4:c|d\n");
    assert_reads (fixture, "\"\"\na\n", "1:\n2:a\n");
}

static void
test_quotes (Fixture *fixture, gconstpointer data)
{
    assert_reads (fixture, "\"a,b\",c\n", "1:a,b|c\n");
    assert_reads (fixture, "\"say \"\"no\"\"\",c\n", "1:say \"no\"|c\n");
    assert_reads (fixture, "\"\"\"\"\n", "1:\"\n");
    assert_reads (fixture, "\"one\r\ntwo\",c\n", "1:one\r\ntwo|c\n");
    assert_reads (fixture, "\"a\",\"b\"", "1:a|b\n");
    assert_reads (fixture, "5\" pipe,b\n", "1:5\" pipe|b\n");
    assert_refused (fixture, "a,b\nc,\"open\nd,e\n", -1, UPSTAND_ERROR_FORMAT,
        "row 2, column 2: the quote that opens here is never closed");
    assert_refused (
        fixture, "a,\"b\"c\n", -1, UPSTAND_ERROR_FORMAT, "row 1, column 2: there is text");
    assert_refused (fixture, "a,\"b\"\"", -1, UPSTAND_ERROR_FORMAT, "row 1, column 2");
}

static void
test_separators (Fixture *fixture, gconstpointer data)
{
    assert_reads (fixture, "a;b;c\n1,5;2,5;3\n", "1:a|b|c\n2:1,5|2,5|3\n");
    assert_reads (fixture, "a\tb\n1,2\t3\n", "1:a|b\n2:1,2|3\n");
    assert_reads (fixture, "a,b\n\"x;y;z\",2\n", "1:a|b\n2:x;y;z|2\n");
    assert_reads (fixture, "sep=;\r\na;b,c,d\r\n", "2:a|b,c,d\n");
    assert_reads (fixture, "one\ntwo\n", "1:one\n2:two\n");
    /* A title on top and a list with commas in it do not mislead. */
    assert_reads (fixture, "Plan, 2022, draft\nTitle;Owner\nA, B;C\nD;E\n",
        "1:Plan, 2022, draft\n2:Title|Owner\n3:A, B|C\n4:D|E\n");
}

static void
test_encodings (Fixture *fixture, gconstpointer data)
{
    assert_reads (fixture, "\xEF\xBB\xBFTitle,Tŷ\n", "1:Title|Tŷ\n");
    assert_reads_bytes (fixture,
        "\xFF\xFE"
        "T\0w\x01,\0=\xD8\x00\xDE\n\0",
        14, "1:Tŷ|😀\n");
    assert_reads_bytes (fixture, "\xFE\xFF\0T\x01w\0,\0b\0\n", 12, "1:Tŷ|b\n");
    assert_reads (fixture, "Caf\xE9,\x80 5 \x96 10\n", "1:Café|€ 5 – 10\n");
    assert_reads (fixture, "a,b\nlast\xE9", "1:a|b\n2:lasté\n");
    assert_refused (fixture, "Tŷ,b\nc,caf\xE9\n", -1, UPSTAND_ERROR_FORMAT,
        "row 2, column 2: a byte does not fit");
    assert_refused (
        fixture, "caf\xE9\nx,\x81\n", -1, UPSTAND_ERROR_FORMAT, "row 2, column 2: a byte");
    assert_refused (
        fixture, "a,b\nc,d\0e\n", 10, UPSTAND_ERROR_FORMAT, "row 2, column 2: there is a NUL");
    assert_refused (fixture,
        "\xFF\xFE"
        "a\0\0\xDC",
        6, UPSTAND_ERROR_FORMAT, "row 1, column 1: half");
    assert_refused (fixture,
        "\xFF\xFE"
        "a\0b",
        5, UPSTAND_ERROR_FORMAT, "half a UTF-16");
    assert_refused (fixture,
        "\xFF\xFE"
        "a\0\0\0",
        6, UPSTAND_ERROR_FORMAT, "NUL");
}

/* A character, a quote pair and a line end cut by the blocks in which the file is read. */
static void
test_block_edges (Fixture *fixture, gconstpointer data)
{
    const gsize edges[] = { 256 * 1024, 2 * 1024 * 1024 };
    g_autoptr (GString) line = g_string_new (NULL);

    for (int i = 0; i < 250; i++)
        g_string_append (line, "0123456789");

    for (guint e = 0; e < G_N_ELEMENTS (edges); e++) {
        for (gsize shift = 0; shift < 14; shift++) {
            g_autoptr (GString) text = g_string_new ("Tŷ,b\n");
            g_autoptr (GString) expected = g_string_new ("1:Tŷ|b\n");
            guint row = 2;
            while (text->len + line->len + 10 < edges[e] - shift) {
                g_string_append_printf (text, "%s,x\n", line->str);
                g_string_append_printf (expected, "%u:%s|x\n", row++, line->str);
            }
            gsize padding = edges[e] - shift - text->len - 1;
            g_autofree char *pad = g_strnfill (padding, 'p');
            g_string_append_printf (text, "%s,\"a\"\"ŷ\"\r\nlast,😀", pad);
            g_string_append_printf (expected, "%u:%s|a\"ŷ\n", row, pad);
            g_string_append_printf (expected, "%u:last|😀\n", row + 1);
            assert_reads (fixture, text->str, expected->str);
        }
    }
}

static void
test_limits (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GString) text = g_string_new ("a,b\n\"");

    for (int i = 0; i < 30000; i++)
        g_string_append (text, "a row that the open quote has swallowed,\n");
    assert_refused (
        fixture, text->str, -1, UPSTAND_ERROR_LIMIT, "row 2, column 1: the cell is longer");

    g_string_assign (text, "a,");
    for (int i = 0; i < UPSTAND_CSV_MAX_CELL; i++)
        g_string_append_c (text, 'x');
    write_file (fixture, text->str, -1);
    g_autoptr (GError) error = NULL;
    g_autofree char *all = read_all (fixture, &error);
    g_assert_no_error (error);
    g_string_append_c (text, 'x');
    assert_refused (fixture, text->str, -1, UPSTAND_ERROR_LIMIT, "row 1, column 2");

    g_string_assign (text, "a,b\n");
    for (int i = 1; i < UPSTAND_CSV_MAX_COLUMNS; i++)
        g_string_append_c (text, ',');
    g_autofree char *wide = NULL;
    write_file (fixture, text->str, -1);
    wide = read_all (fixture, &error);
    g_assert_no_error (error);
    g_string_append_c (text, ',');
    assert_refused (fixture, text->str, -1, UPSTAND_ERROR_LIMIT, "row 2, column 1001");

    g_string_set_size (text, 2 * (UPSTAND_CSV_MAX_ROWS + 1));
    for (gsize i = 0; i < text->len; i++)
        text->str[i] = i % 2 ? '\n' : 'a';
    write_file (fixture, text->str, -1);
    g_autoptr (UpstandCsvReader) reader = upstand_csv_reader_new (fixture->path, &error);
    const UpstandCsvField *fields;
    guint n, rows = 0;
    while (upstand_csv_reader_next (reader, &fields, &n, &error))
        rows++;
    g_assert_cmpuint (rows, ==, UPSTAND_CSV_MAX_ROWS);
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_LIMIT);
    g_assert_nonnull (strstr (error->message, "row 2000001"));
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;

    g_assert_null (upstand_csv_reader_new (fixture->path, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND);
    g_clear_error (&error);
    g_assert_null (upstand_csv_reader_new (fixture->folder, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT);
}

static void
test_formulas (Fixture *fixture, gconstpointer data)
{
    const char *const formulas[] = { "=1+1", "=cmd|' /C calc'!A0", "+A1", "-A1", "@SUM(A1)", "\t=1",
        "\r=1", "＝1+1", "'=1+1", "''=1+1", "- a list item" };
    const char *const harmless[] = { "-5", "+44.5", "-", "=", "'tis", "''", "a=b", "1-2", "'-5" };

    for (guint i = 0; i < G_N_ELEMENTS (formulas); i++)
        g_assert_true (upstand_csv_text_is_formula (formulas[i]));
    for (guint i = 0; i < G_N_ELEMENTS (harmless); i++)
        g_assert_false (upstand_csv_text_is_formula (harmless[i]));
}

static const UpstandSheetColumn columns[] = {
    { .title = "Title", .kind = UPSTAND_CELL_TEXT },
    { .title = "=Count", .kind = UPSTAND_CELL_WHOLE },
    { .title = "Due", .kind = UPSTAND_CELL_DATE },
};

static void
assert_written (Fixture *fixture, const char *expected)
{
    g_autofree char *text = NULL;

    g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
    g_assert_cmpstr (text, ==, expected);
}

static void
test_written (Fixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandSheet) sheet = upstand_sheet_new ("t", "T", columns, 3);
    g_autoptr (GError) error = NULL;

    upstand_sheet_add_row (
        sheet, (UpstandCell[]){ upstand_cell_text ("=1+1"), upstand_cell_whole (-5),
                   upstand_cell_date (upstand_date_new (2024, 2, 29)) });
    upstand_sheet_add_row (
        sheet, (UpstandCell[]){ upstand_cell_text ("Say \"no\", twice"),
                   upstand_cell_hole (UPSTAND_CELL_NOT_COLLECTED), upstand_cell_blank () });
    g_assert_true (
        upstand_csv_write_file (sheet, fixture->path, UPSTAND_CSV_PLAIN, NULL, NULL, NULL, &error));
    assert_written (fixture, "Title,'=Count,Due\r\n'=1+1,-5,2024-02-29\r\n"
                             "\"Say \"\"no\"\", twice\",Not collected,\r\n");
    g_assert_true (
        upstand_csv_write_file (sheet, fixture->path, UPSTAND_CSV_BOM, NULL, NULL, NULL, &error));
    g_autofree char *all = read_all (fixture, &error);
    g_assert_cmpstr (
        all, ==, "1:Title|=Count|Due\n2:=1+1|-5|2024-02-29\n3:Say \"no\", twice|Not collected|\n");

    g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
    g_assert_true (
        upstand_csv_write_stream (sheet, stream, UPSTAND_CSV_BOM, NULL, NULL, NULL, &error));
    g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, &error));
    assert_written (fixture, g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)));
}

static gboolean
endless_next (gpointer data, UpstandCell *cells, GError **error)
{
    int *fail_at = data;

    if ((*fail_at)-- == 0) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_DAMAGED, "Broken.");
        return FALSE;
    }
    cells[0] = upstand_cell_text ("a row of an endless table");
    return TRUE;
}

static const UpstandSheetSource endless = { endless_next, NULL, NULL };

static void
rows_written_cb (guint64 rows, gpointer data)
{
    if (rows >= 20000)
        g_cancellable_cancel (data);
}

static void
test_failed_write (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    g_autoptr (GError) error = NULL;
    int never = -1, late = 30000;
    g_autoptr (UpstandSheet) sheet =
        upstand_sheet_new_stream ("e", "E", columns, 3, &endless, &never);
    g_autoptr (UpstandSheet) broken =
        upstand_sheet_new_stream ("e", "E", columns, 3, &endless, &late);

    write_file (fixture, "the good one", -1);
    g_assert_false (upstand_csv_write_file (
        sheet, fixture->path, 0, rows_written_cb, cancellable, cancellable, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_clear_error (&error);
    g_assert_false (upstand_csv_write_file (broken, fixture->path, 0, NULL, NULL, NULL, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_DAMAGED);
    g_clear_error (&error);
    assert_written (fixture, "the good one");

    g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "a.csv", NULL);
    g_assert_false (upstand_csv_write_file (broken, nowhere, 0, NULL, NULL, NULL, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND);
    g_clear_error (&error);
    g_assert_false (upstand_csv_write_file (broken, fixture->folder, 0, NULL, NULL, NULL, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_EXISTS);
}

static char *
random_text (GRand *rand)
{
    static const char *const pieces[] = { "a", "Tŷ", "=", "+", "-", "@", "'", "\"", ",", ";", "\t",
        "\n", "\r", "\r\n", " ", "0", "9", ".", "😀", "word", "＝", "_x0041_" };
    GString *text = g_string_new (NULL);

    for (int n = g_rand_int_range (rand, 0, 8); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
    return g_string_free (text, FALSE);
}

/* Whatever a person typed comes back as it was. */
static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
    static const UpstandSheetColumn three[] = { { "A" }, { "B" }, { "C" } };

    for (guint32 seed = 0; seed < 60; seed++) {
        g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
        g_autoptr (UpstandSheet) sheet = upstand_sheet_new ("r", "R", three, 3);
        g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
        g_autoptr (GError) error = NULL;
        for (int row = 0; row < 30; row++) {
            UpstandCell cells[3];
            for (int i = 0; i < 3; i++) {
                char *text = random_text (rand);
                cells[i] = upstand_cell_text (text);
                g_ptr_array_add (texts, text);
            }
            upstand_sheet_add_row (sheet, cells);
        }
        g_assert_true (upstand_csv_write_file (
            sheet, fixture->path, seed % 2 ? UPSTAND_CSV_BOM : 0, NULL, NULL, NULL, &error));
        g_autoptr (UpstandCsvReader) reader = upstand_csv_reader_new (fixture->path, &error);
        const UpstandCsvField *fields;
        guint n, at = 0;
        g_assert_true (upstand_csv_reader_next (reader, &fields, &n, &error));
        while (upstand_csv_reader_next (reader, &fields, &n, &error)) {
            g_assert_cmpuint (n, ==, 3);
            for (guint i = 0; i < 3; i++)
                g_assert_cmpstr (fields[i].text, ==, texts->pdata[at++]);
        }
        g_assert_no_error (error);
        g_assert_cmpuint (at, ==, texts->len);
    }
}

/* Damage never crashes the reader: it reads, or refuses with its own error. */
static void
test_mutations (Fixture *fixture, gconstpointer data)
{
    static const char seed_text[] =
        "\xEF\xBB\xBFTitle,Owner,Due\r\n\"Say \"\"no\"\"\",Tŷ,2022-03-31\r\n"
        "=1,'=2,\"a\nb\"\r\n;;;\t\n5\" pipe,,\r\n";
    g_autoptr (GRand) rand = g_rand_new_with_seed (20220331);

    for (int turn = 0; turn < 600; turn++) {
        char bytes[sizeof seed_text];
        gsize length = sizeof bytes - 1;
        memcpy (bytes, seed_text, length);
        for (int n = g_rand_int_range (rand, 1, 6); n > 0; n--) {
            gsize at = (gsize)g_rand_int_range (rand, 0, (gint32)length);
            switch (g_rand_int_range (rand, 0, 4)) {
            case 0: bytes[at] = (char)g_rand_int_range (rand, 0, 256); break;
            case 1: bytes[at] = "\",\n\r;\t'="[g_rand_int_range (rand, 0, 8)]; break;
            case 2: length = at + 1; break;
            default: memmove (bytes, bytes + at, length - at); length -= at;
            }
        }
        write_file (fixture, bytes, (gssize)length);
        g_autoptr (GError) error = NULL;
        g_autofree char *all = read_all (fixture, &error);
        g_assert_true ((all != NULL) != (error != NULL));
        if (error)
            g_assert_true (error->domain == UPSTAND_ERROR);
    }
}

#define ADD(name, function) g_test_add ("/csv/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    ADD ("rows", test_rows);
    ADD ("quotes", test_quotes);
    ADD ("separators", test_separators);
    ADD ("encodings", test_encodings);
    ADD ("block-edges", test_block_edges);
    ADD ("limits", test_limits);
    ADD ("missing", test_missing);
    ADD ("formulas", test_formulas);
    ADD ("written", test_written);
    ADD ("failed-write", test_failed_write);
    ADD ("round-trip", test_round_trip);
    ADD ("mutations", test_mutations);
    return g_test_run ();
}
