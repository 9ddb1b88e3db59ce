/* SPDX-License-Identifier: MIT */
#include "database/error.h"
#include "exchange/workbook.h"
#include "exchange/xlsx-reader.h"
#include "exchange/xlsx-values.h"
#include "zip-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>

#include "temp-folder.h"

static void
set_up (Fixture *fixture, gconstpointer data)
{
    make_folder (fixture, "book.xlsx");
}

/* The whole sheet as "row:cell|cell" lines; a letter before the text for what is no text. */
static char *
read_all (const char *path, const char *sheet, GError **error)
{
    static const char *const kinds[] = { "", "", "n", "d", "b", "e" };
    g_autoptr (UpstandXlsxReader) reader = upstand_xlsx_reader_new (path, error);
    g_autoptr (GString) all = g_string_new (NULL);
    g_autoptr (GError) failure = NULL;
    const UpstandRawCell *cells;
    guint n;

    if (!reader || !upstand_xlsx_reader_start (reader, sheet, error))
        return NULL;
    while (upstand_xlsx_reader_next (reader, &cells, &n, &failure)) {
        g_string_append_printf (all, "%u:", upstand_xlsx_reader_get_row (reader));
        for (guint i = 0; i < n; i++) {
            g_assert_cmpuint (strlen (cells[i].text), ==, cells[i].length);
            g_assert_true (!cells[i].length == (cells[i].kind == UPSTAND_RAW_EMPTY));
            g_string_append_printf (all, "%s%s%s%s", i ? "|" : "", kinds[cells[i].kind],
                *kinds[cells[i].kind] ? "=" : "", cells[i].text);
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
assert_reads (Fixture *fixture, const char *expected)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *all = read_all (fixture->path, NULL, &error);

    g_assert_no_error (error);
    g_assert_cmpstr (all, ==, expected);
}

static void
assert_refused (Fixture *fixture, int code, const char *message)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *all = read_all (fixture->path, NULL, &error);

    g_assert_null (all);
    g_assert_error (error, UPSTAND_ERROR, code);
    if (!strstr (error->message, message) || !strstr (error->message, "book.xlsx"))
        g_error ("“%s” does not say “%s”", error->message, message);
}

static void
test_cells (Fixture *fixture, gconstpointer data)
{
    zip_file_write_sheet (fixture->path,
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c></row>"
        "<row r=\"3\"><c r=\"A3\"><v>1.1</v></c><c r=\"B3\"><v>1.1000000000000001</v></c>"
        "<c r=\"C3\"><v>-42</v></c><c r=\"D3\"><v>1E-3</v></c><c "
        "r=\"E3\"><v>123456789012</v></c></row>"
        "<row r=\"4\"><c r=\"A4\" t=\"b\"><v>1</v></c><c r=\"B4\" t=\"b\"><v>0</v></c>"
        "<c r=\"C4\" t=\"e\"><v>#N/A</v></c><c r=\"D4\" t=\"str\"><f>A1&amp;B1</f><v>joined</v></c>"
        "<c r=\"E4\"><f>1+1</f><v>2</v></c><c r=\"F4\"><f>1+1</f></c></row>"
        "<row r=\"6\"><c r=\"A6\" s=\"1\"/><c r=\"ZZ6\" s=\"1\"/></row>"
        "<row><c><v>7</v></c><c "
        "t=\"inlineStr\"><is><r><t>in</t></r><r><t>line</t></r></is></c></row>"
        "<row r=\"9\"><c r=\"B9\" t=\"d\"><v>2022-03-31</v></c>"
        "<c r=\"C9\" t=\"d\"><v>2022-03-31T14:30:00</v></c></row>",
        "<si><t>Tŷ &amp; &lt;b&gt; &#233;</t></si><si><r><t>rich</t></r><r><t "
        "xml:space=\"preserve\"> text"
        "</t></r><rPh sb=\"0\" eb=\"1\"><t>reading</t></rPh></si>",
        NULL, NULL);
    assert_reads (fixture, "1:Tŷ & <b> é||rich text\n"
                           "3:n=1.1|n=1.1|n=-42|n=0.001|n=123456789012\n"
                           "4:b=TRUE|b=FALSE|e=#N/A|joined|n=2\n"
                           "7:n=7|inline\n"
                           "9:|d=2022-03-31|d=2022-03-31 14:30\n");
}

static void
test_styles (Fixture *fixture, gconstpointer data)
{
    static const char styles[] =
        "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/>"
        "<numFmt numFmtId=\"165\" formatCode=\"#,##0 &quot;days&quot;\"/></numFmts>"
        "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
        "<xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"9\"/>"
        "<xf numFmtId=\"20\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>";
    static const char rows[] =
        "<row r=\"1\"><c r=\"A1\" s=\"0\"><v>44651</v></c><c r=\"B1\" s=\"1\"><v>44651</v></c>"
        "<c r=\"C1\" s=\"2\"><v>44651.5</v></c><c r=\"D1\" s=\"3\"><v>44651</v></c>"
        "<c r=\"E1\" s=\"4\"><v>0.29</v></c><c r=\"F1\" s=\"5\"><v>0.60416666666666663</v></c>"
        "<c r=\"G1\" s=\"6\"><v>44650.999999999</v></c><c r=\"H1\" s=\"99\"><v>5</v></c>"
        "<c r=\"I1\" s=\"1\"><v>60</v></c><c r=\"J1\" s=\"1\"><v>-1</v></c></row>";

    zip_file_write_sheet (fixture->path, rows, NULL, styles, NULL);
    assert_reads (fixture, "1:n=44651|d=2022-03-31|d=2022-03-31 12:00|n=44651|n=29%|n=14:30|"
                           "d=2022-03-31|n=5|n=60|n=-1\n");
    zip_file_write_sheet (fixture->path, rows, NULL, styles, "<workbookPr date1904=\"1\"/>");
    assert_reads (fixture, "1:n=44651|d=2026-04-01|d=2026-04-01 12:00|n=44651|n=29%|n=14:30|"
                           "d=2026-04-01|n=5|d=1904-03-01|n=-1\n");
}

static void
test_epochs (Fixture *fixture, gconstpointer data)
{
    g_assert_cmpuint (upstand_xlsx_day (0, FALSE), ==, 0);
    g_assert_cmpuint (upstand_xlsx_day (1, FALSE), ==, upstand_date_new (1900, 1, 1));
    g_assert_cmpuint (upstand_xlsx_day (59, FALSE), ==, upstand_date_new (1900, 2, 28));
    g_assert_cmpuint (upstand_xlsx_day (60, FALSE), ==, 0);
    g_assert_cmpuint (upstand_xlsx_day (61, FALSE), ==, upstand_date_new (1900, 3, 1));
    g_assert_cmpuint (upstand_xlsx_day (44651, FALSE), ==, upstand_date_new (2022, 3, 31));
    g_assert_cmpuint (upstand_xlsx_day (2958465, FALSE), ==, upstand_date_new (9999, 12, 31));
    g_assert_cmpuint (upstand_xlsx_day (2958466, FALSE), ==, 0);
    g_assert_cmpuint (upstand_xlsx_day (-1, FALSE), ==, 0);
    g_assert_cmpuint (upstand_xlsx_day (0, TRUE), ==, upstand_date_new (1904, 1, 1));
    g_assert_cmpuint (upstand_xlsx_day (43189, TRUE), ==, upstand_date_new (2022, 3, 31));
}

static void
test_formats (Fixture *fixture, gconstpointer data)
{
    const struct {
        const char *code;
        UpstandXlsxFormat format;
    } cases[] = { { "General", UPSTAND_XLSX_PLAIN }, { "0.00", UPSTAND_XLSX_PLAIN },
        { "#,##0;[Red]-#,##0", UPSTAND_XLSX_PLAIN }, { "d mmm yyyy", UPSTAND_XLSX_DATE },
        { "mmm-yy", UPSTAND_XLSX_DATE }, { "mmmm", UPSTAND_XLSX_DATE },
        { "[$-809]dd\\ mmmm\\ yyyy;@", UPSTAND_XLSX_DATE }, { "hh:mm", UPSTAND_XLSX_TIME },
        { "[h]:mm", UPSTAND_XLSX_TIME }, { "[mm]:ss", UPSTAND_XLSX_TIME },
        { "dd/mm/yyyy hh:mm", UPSTAND_XLSX_DATE }, { "0.0%", UPSTAND_XLSX_PERCENT },
        { "0 \"days\"", UPSTAND_XLSX_PLAIN }, { "0\\d", UPSTAND_XLSX_PLAIN },
        { "[Red]0", UPSTAND_XLSX_PLAIN }, { "\"unclosed", UPSTAND_XLSX_PLAIN },
        { "[unclosed", UPSTAND_XLSX_PLAIN }, { "\\", UPSTAND_XLSX_PLAIN },
        { "", UPSTAND_XLSX_PLAIN }, { "0.00E+00", UPSTAND_XLSX_PLAIN },
        { "_-* #,##0_-", UPSTAND_XLSX_PLAIN } };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_test_message ("%s", cases[i].code);
        g_assert_cmpint (upstand_xlsx_format_from_code (cases[i].code), ==, cases[i].format);
    }
    g_assert_cmpint (upstand_xlsx_format_from_id (13), ==, UPSTAND_XLSX_PLAIN);
    g_assert_cmpint (upstand_xlsx_format_from_id (14), ==, UPSTAND_XLSX_DATE);
    g_assert_cmpint (upstand_xlsx_format_from_id (18), ==, UPSTAND_XLSX_TIME);
    g_assert_cmpint (upstand_xlsx_format_from_id (22), ==, UPSTAND_XLSX_DATE);
    g_assert_cmpint (upstand_xlsx_format_from_id (23), ==, UPSTAND_XLSX_PLAIN);
}

static void
test_references (Fixture *fixture, gconstpointer data)
{
    g_assert_cmpint (upstand_xlsx_column ("A1", 2), ==, 0);
    g_assert_cmpint (upstand_xlsx_column ("Z1", 2), ==, 25);
    g_assert_cmpint (upstand_xlsx_column ("AA1", 3), ==, 26);
    g_assert_cmpint (upstand_xlsx_column ("XFD1", 4), ==, 16383);
    g_assert_cmpint (upstand_xlsx_column ("AAAAA1", 6), ==, -1);
    g_assert_cmpint (upstand_xlsx_column ("1", 1), ==, -1);
    for (guint i = 0; i < 20000; i += 7) {
        g_autofree char *letters = upstand_xlsx_column_letters (i);
        if (i < 17576)
            g_assert_cmpint (upstand_xlsx_column (letters, strlen (letters)), ==, (int)i);
    }
}

static void
test_escapes (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GString) text = g_string_new (NULL);
    static const char raw[] = "a_x000D_b_x005F_x0041__x_x00zz__x0000_c_xD83D_";

    upstand_xlsx_append_unescaped (text, raw, strlen (raw));
    g_assert_cmpstr (text->str, ==, "a\rb_x0041__x_x00zz_c_xD83D_");
}

static void
test_hostile_xml (Fixture *fixture, gconstpointer data)
{
    static const char laughs[] =
        "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY a \"ha\"><!ENTITY b "
        "\"&a;&a;&a;&a;&a;&a;\">"
        "<!ENTITY c \"&b;&b;&b;&b;&b;&b;\"><!ENTITY d SYSTEM \"file:///etc/passwd\">]>"
        "<styleSheet>&c;&d;</styleSheet>";

    zip_file_write_sheet (fixture->path, "<row/>", NULL, laughs, NULL);
    assert_refused (fixture, UPSTAND_ERROR_FORMAT, "document type");
    zip_file_write_sheet (fixture->path, "<row><c><v>1</c></row>", NULL, NULL, NULL);
    assert_refused (fixture, UPSTAND_ERROR_FORMAT, "not proper XML");
    zip_file_write_sheet (fixture->path, "<row><c><v>&unknown;</v></c></row>", NULL, NULL, NULL);
    assert_refused (fixture, UPSTAND_ERROR_FORMAT, "not proper XML");
    zip_file_write_sheet (fixture->path, "<row><c><v>\xC3\x28</v></c></row>", NULL, NULL, NULL);
    assert_refused (fixture, UPSTAND_ERROR_FORMAT, "not proper XML");
    zip_file_write_sheet (fixture->path, "<row r=\"4\"><c t=\"s\"><v>9</v></c></row>",
        "<si><t>a</t></si>", NULL, NULL);
    assert_refused (
        fixture, UPSTAND_ERROR_FORMAT, "sheet “Only”, row 4, column A: the cell points");
    zip_file_write_sheet (fixture->path, "<row r=\"4\"/><row r=\"4\"/>", NULL, NULL, NULL);
    assert_refused (fixture, UPSTAND_ERROR_FORMAT, "not in order");
}

static void
test_limits (Fixture *fixture, gconstpointer data)
{
    zip_file_write_sheet (fixture->path,
        "<row r=\"1\"><c r=\"ALL1\"><v>1</v></c></row><row r=\"2\"><c "
        "r=\"ALM2\"><v>1</v></c></row>",
        NULL, NULL, NULL);
    assert_refused (
        fixture, UPSTAND_ERROR_LIMIT, "row 2, column ALM: a row may have at most 1000 columns");
    zip_file_write_sheet (
        fixture->path, "<row r=\"2000001\"><c><v>1</v></c></row>", NULL, NULL, NULL);
    assert_refused (fixture, UPSTAND_ERROR_LIMIT, "at most 2000000 rows");
    zip_file_write_sheet (
        fixture->path, "<row r=\"99999999999999\"><c><v>1</v></c></row>", NULL, NULL, NULL);
    assert_refused (fixture, UPSTAND_ERROR_LIMIT, "at most 2000000 rows");

    g_autoptr (GString) cell = g_string_new ("<row><c t=\"inlineStr\"><is><t>");
    for (int i = 0; i < UPSTAND_XLSX_MAX_CELL + 1; i++)
        g_string_append_c (cell, 'x');
    g_string_append (cell, "</t></is></c></row>");
    zip_file_write_sheet (fixture->path, cell->str, NULL, NULL, NULL);
    assert_refused (fixture, UPSTAND_ERROR_LIMIT, "row 1, column A: the cell is longer");
}

/* Half a gigabyte of nothing in half a megabyte: refused, and without needing the room. */
static void
test_zip_bomb (Fixture *fixture, gconstpointer data)
{
    gsize length = 128 * 1024 * 1024;
    g_autofree char *spaces = g_malloc (length + 1);

    memset (spaces, ' ', length);
    spaces[length] = '\0';
    zip_file_write_sheet (fixture->path, spaces, NULL, NULL, NULL);
    assert_refused (fixture, UPSTAND_ERROR_LIMIT, "far more than its size lets expect");
    zip_file_write_sheet (fixture->path, "<row/>", spaces, NULL, NULL);
    assert_refused (fixture, UPSTAND_ERROR_LIMIT, "far more than its size lets expect");
}

static void
test_many_entries (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GArray) entries = g_array_new (TRUE, TRUE, sizeof (ZipEntry));
    ZipEntry entry = { "a", "", 0 };

    for (int i = 0; i < 10001; i++)
        g_array_append_val (entries, entry);
    zip_file_write (fixture->path, (ZipEntry *)(void *)entries->data);
    assert_refused (fixture, UPSTAND_ERROR_LIMIT, "far more than its size");
}

static void
write_bytes (Fixture *fixture, const char *bytes, gsize length)
{
    g_assert_true (g_file_set_contents_full (
        fixture->path, bytes, (gssize)length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL));
}

static void
test_other_files (Fixture *fixture, gconstpointer data)
{
    g_autofree char *bytes = NULL;
    gsize length;
    g_autofree char *xls = g_test_build_filename (G_TEST_DIST, "fixtures", "table.xls", NULL);
    g_autofree char *ods = g_test_build_filename (G_TEST_DIST, "fixtures", "table.ods", NULL);
    static const char locked[] =
        "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and then E\0n\0c\0r\0y\0p\0t\0e\0d\0"
        "P\0a\0c\0k\0a\0g\0e\0 ";
    g_autoptr (GError) error = NULL;

    g_assert_true (g_file_get_contents (xls, &bytes, &length, NULL));
    write_bytes (fixture, bytes, length);
    assert_refused (fixture, UPSTAND_ERROR_FORMAT, "the old Excel format (.xls)");
    g_clear_pointer (&bytes, g_free);
    g_assert_true (g_file_get_contents (ods, &bytes, &length, NULL));
    write_bytes (fixture, bytes, length);
    assert_refused (fixture, UPSTAND_ERROR_FORMAT, "OpenDocument");
    write_bytes (fixture, locked, sizeof locked);
    assert_refused (fixture, UPSTAND_ERROR_FORMAT, "password");
    zip_file_write (fixture->path, (ZipEntry[]){ { "word/document.xml", "<a/>", -1 }, { NULL } });
    assert_refused (fixture, UPSTAND_ERROR_FORMAT, "not an Excel workbook");
    write_bytes (fixture, "PK\3\4", 4);
    assert_refused (fixture, UPSTAND_ERROR_FORMAT, "damaged");
    write_bytes (fixture, "", 0);
    assert_refused (fixture, UPSTAND_ERROR_FORMAT, "damaged");
    g_unlink (fixture->path);
    g_assert_null (read_all (fixture->path, NULL, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND);
}

static void
test_no_such_sheet (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;

    zip_file_write_sheet (fixture->path, "<row/>", NULL, NULL, NULL);
    g_assert_null (read_all (fixture->path, "Other", &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND);
    g_assert_nonnull (strstr (error->message, "Other"));
}

static const UpstandSheetColumn columns[] = { { "Text" }, { "Whole", UPSTAND_CELL_WHOLE },
    { "Decimal", UPSTAND_CELL_DECIMAL, 3 }, { "Percent", UPSTAND_CELL_PERCENT, 2 },
    { "Date", UPSTAND_CELL_DATE }, { "Yes", UPSTAND_CELL_YES_NO } };

static char *
random_text (GRand *rand)
{
    static const char *const pieces[] = { "a", "Tŷ", "=", "+", "_x0041_", "_x", "_", "<b>", "&amp;",
        "\n", " ", "\t", "0", "9", ".", "😀", "word", "'", "\"", "]]>" };
    GString *text = g_string_new (NULL);

    for (int n = g_rand_int_range (rand, 0, 8); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
    return g_string_free (text, FALSE);
}

static UpstandCell
random_cell (GRand *rand, guint column, char **text)
{
    int places = columns[column].places;

    if (g_rand_int_range (rand, 0, 6) == 0)
        return upstand_cell_hole ((UpstandCellState)g_rand_int_range (
            rand, UPSTAND_CELL_NOT_ANSWERED, UPSTAND_CELL_WITHHELD + 1));
    switch (column) {
    case 0: return upstand_cell_text (*text = random_text (rand));
    case 1: return upstand_cell_whole (g_rand_int_range (rand, -100000, 100000));
    case 2: return upstand_cell_decimal (g_rand_int_range (rand, -9999999, 9999999), (guint)places);
    case 3: return upstand_cell_percent (g_rand_int_range (rand, 0, 10001), (guint)places);
    case 4:
        return upstand_cell_date (
            upstand_date_new (1900, 3, 1) + (UpstandDay)g_rand_int_range (rand, 0, 100000));
    default: return upstand_cell_yes_no (g_rand_boolean (rand));
    }
}

/* Trailing zeros of decimals are the format's and not the value's. */
static char *
without_zeros (const char *text, UpstandCellKind kind)
{
    gsize length = strlen (text);
    gboolean is_percent = kind == UPSTAND_CELL_PERCENT && g_str_has_suffix (text, "%");

    if (!(kind == UPSTAND_CELL_DECIMAL || is_percent) || !strchr (text, '.'))
        return g_strdup (text);
    length -= is_percent;
    while (text[length - 1] == '0')
        length--;
    length -= text[length - 1] == '.';
    return g_strdup_printf ("%.*s%s", (int)length, text, is_percent ? "%" : "");
}

/* What we write we read: every value, whatever it looks like. */
static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
    for (guint32 seed = 0; seed < 12; seed++) {
        g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
        g_autoptr (UpstandBook) book = upstand_book_new (&(UpstandCover){ .title = "Random" });
        g_autoptr (UpstandSheet) sheet =
            upstand_sheet_new ("r", "Rows", columns, G_N_ELEMENTS (columns));
        g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (g_free);
        g_autoptr (GError) error = NULL;
        for (int row = 0; row < 40; row++) {
            UpstandCell cells[G_N_ELEMENTS (columns)];
            g_autofree char *text = NULL;
            for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
                g_autoptr (GString) plain = g_string_new (NULL);
                cells[i] = random_cell (rand, i, &text);
                upstand_cell_append_plain (&cells[i], plain);
                g_ptr_array_add (expected, without_zeros (plain->str, columns[i].kind));
            }
            upstand_sheet_add_row (sheet, cells);
        }
        upstand_book_add_sheet (book, sheet);
        g_assert_true (upstand_workbook_write (book, fixture->path, NULL, NULL, NULL, &error));

        g_autoptr (UpstandXlsxReader) reader = upstand_xlsx_reader_new (fixture->path, &error);
        const UpstandRawCell *cells;
        guint n;
        g_assert_true (upstand_xlsx_reader_start (reader, "Rows", &error));
        for (int i = 0; i < 3; i++)
            g_assert_true (upstand_xlsx_reader_next (reader, &cells, &n, &error));
        g_assert_cmpstr (cells[0].text, ==, "Text");
        guint at = 0;
        while (upstand_xlsx_reader_next (reader, &cells, &n, &error)) {
            at = (upstand_xlsx_reader_get_row (reader) - 4) * G_N_ELEMENTS (columns);
            for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
                g_assert_cmpstr (i < n ? cells[i].text : "", ==, expected->pdata[at + i]);
        }
        g_assert_no_error (error);
        g_assert_cmpuint (at + G_N_ELEMENTS (columns), ==, expected->len);
    }
}

static void
test_sheet_names (Fixture *fixture, gconstpointer data)
{
    const char *const titles[] = { "Cover", "cover",
        "A: long [title] / with * everything? in \\ it",
        "A: long [title] / with * everything? in it", "'quoted'", "History", "",
        "Tŷ 😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀", "It's so" };
    const char *const expected[] = { "Cover", "Cover (2)", "cover (3)",
        "A  long  title    with   every…", "A  long  title    with   e… (2)", "quoted",
        "History (2)", "Sheet", "Tŷ 😀😀😀😀😀😀😀😀😀😀😀😀😀…", "It's so" };
    g_autoptr (UpstandBook) book = upstand_book_new (&(UpstandCover){ .title = "Names" });
    g_autoptr (GError) error = NULL;

    for (guint i = 0; i < G_N_ELEMENTS (titles); i++) {
        g_autofree char *id = g_strdup_printf ("s%u", i);
        g_autoptr (UpstandSheet) sheet = upstand_sheet_new (id, titles[i], columns, 1);
        upstand_book_add_sheet (book, sheet);
    }
    g_assert_true (upstand_workbook_write (book, fixture->path, NULL, NULL, NULL, &error));
    g_assert_no_error (error);
    g_autoptr (UpstandXlsxReader) reader = upstand_xlsx_reader_new (fixture->path, &error);
    const char *const *names = upstand_xlsx_reader_get_sheets (reader);
    for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
        g_assert_cmpstr (names[i], ==, expected[i]);
}

/* Texts that no cell can hold are made to fit, and the notes say which. */
static void
test_long_texts (Fixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandBook) book = upstand_book_new (&(UpstandCover){ .title = "Long" });
    g_autoptr (UpstandSheet) sheet = upstand_sheet_new ("l", "Long", columns, 1);
    g_autofree char *just = g_strnfill (32767, 'a');
    g_autofree char *over = g_strnfill (32768, 'a');
    g_autoptr (GString) wide = g_string_new (NULL);
    g_autoptr (GError) error = NULL;
    UpstandCell cells[4] = { upstand_cell_text (just), upstand_cell_text (over) };

    for (int i = 0; i < 16384; i++)
        g_string_append (wide, "😀");
    cells[2] = upstand_cell_text (wide->str);
    cells[3] = upstand_cell_text ("bell\a, return\r\nbroken \xC3\x28, \xEF\xBF\xBF end");
    for (guint i = 0; i < 4; i++)
        upstand_sheet_add_row (sheet, &cells[i]);
    upstand_book_add_sheet (book, sheet);
    g_assert_true (upstand_workbook_write (book, fixture->path, NULL, NULL, NULL, &error));
    g_assert_no_error (error);

    g_autoptr (UpstandXlsxReader) reader = upstand_xlsx_reader_new (fixture->path, &error);
    const UpstandRawCell *row;
    guint n;
    g_assert_true (upstand_xlsx_reader_start (reader, "Long", &error));
    for (int i = 0; i < 3; i++)
        g_assert_true (upstand_xlsx_reader_next (reader, &row, &n, &error));
    g_assert_true (upstand_xlsx_reader_next (reader, &row, &n, &error));
    g_assert_cmpstr (row[0].text, ==, just);
    g_assert_true (upstand_xlsx_reader_next (reader, &row, &n, &error));
    g_assert_cmpint (g_utf8_strlen (row[0].text, -1), ==, 32767);
    g_assert_true (g_str_has_suffix (row[0].text, "a…"));
    g_assert_true (upstand_xlsx_reader_next (reader, &row, &n, &error));
    g_assert_cmpint (g_utf8_strlen (row[0].text, -1), ==, 16384);
    g_assert_true (g_str_has_suffix (row[0].text, "😀…"));
    g_assert_true (upstand_xlsx_reader_next (reader, &row, &n, &error));
    g_assert_cmpstr (row[0].text, ==, "bell, return\nbroken \xEF\xBF\xBD(, \xEF\xBF\xBD end");
    g_autofree char *notes = read_all (fixture->path, "Notes", &error);
    g_assert_nonnull (strstr (notes, "2 texts were longer than a cell can hold"));
}

/* 60,000 rows need no more memory than 3,000. */
static gboolean
many_next (gpointer data, UpstandCell *cells, GError **error)
{
    guint *left = data;

    if (!*left)
        return FALSE;
    cells[0] =
        upstand_cell_text (*left % 2 ? "a text of some length, as people write them" : "short");
    cells[1] = upstand_cell_whole ((*left)--);
    return TRUE;
}

static const UpstandSheetSource many = { many_next, NULL, NULL };

static glong
peak_memory (void)
{
    struct rusage usage;

    getrusage (RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

static void
write_and_read_many (Fixture *fixture, guint rows)
{
    g_autoptr (UpstandBook) book = upstand_book_new (&(UpstandCover){ .title = "Many" });
    guint left = rows, seen = 0, n;
    g_autoptr (UpstandSheet) sheet =
        upstand_sheet_new_stream ("m", "Many", columns, 2, &many, &left);
    g_autoptr (GError) error = NULL;
    const UpstandRawCell *cells;

    upstand_book_add_sheet (book, sheet);
    g_assert_true (upstand_workbook_write (book, fixture->path, NULL, NULL, NULL, &error));
    g_autoptr (UpstandXlsxReader) reader = upstand_xlsx_reader_new (fixture->path, &error);
    g_assert_true (upstand_xlsx_reader_start (reader, "Many", &error));
    while (upstand_xlsx_reader_next (reader, &cells, &n, &error))
        seen++;
    g_assert_no_error (error);
    g_assert_cmpuint (seen, ==, rows + 3);
    g_assert_cmpfloat (upstand_xlsx_reader_get_fraction (reader), ==, 1);
}

static void
test_memory (Fixture *fixture, gconstpointer data)
{
    /* In a process of its own: another test's peak would hide this one's. */
    if (!g_test_subprocess ()) {
        g_test_trap_subprocess (NULL, 0, 0);
        g_test_trap_assert_passed ();
        return;
    }
    write_and_read_many (fixture, 3000);
    glong before = peak_memory ();
    write_and_read_many (fixture, 60000);
#ifdef __SANITIZE_ADDRESS__
    /* The sanitizer keeps what was freed for a while. */
    before += 1024 * 1024;
#endif
    g_assert_cmpint (peak_memory () - before, <, 2 * 1024);
}

/* Damage never crashes the reader: it reads, or refuses with its own error. */
static void
test_mutations (Fixture *fixture, gconstpointer data)
{
    const char *const names[] = { "table-openpyxl.xlsx", "table-xlsxwriter.xlsx",
        "table-libreoffice.xlsx", "table-gnumeric.xlsx" };
    g_autoptr (GRand) rand = g_rand_new_with_seed (20220331);
    guint refused = 0;

    for (guint turn = 0; turn < 240; turn++) {
        g_autofree char *path = g_test_build_filename (
            G_TEST_DIST, "fixtures", names[turn % G_N_ELEMENTS (names)], NULL);
        g_autofree char *bytes = NULL;
        gsize length;
        g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
        for (int n = g_rand_int_range (rand, 1, 12); n > 0; n--) {
            gsize at = (gsize)g_rand_int_range (rand, 0, (gint32)length);
            if (g_rand_int_range (rand, 0, 12) == 0)
                length = at + 1;
            else
                bytes[at] = (char)g_rand_int_range (rand, 0, 256);
        }
        write_bytes (fixture, bytes, length);
        g_autoptr (GError) error = NULL;
        g_autofree char *first = read_all (fixture->path, NULL, &error);
        g_autofree char *second = first ? read_all (fixture->path, "Plan & actions", &error) : NULL;
        g_assert_true ((second != NULL) != (error != NULL));
        g_assert_true (!error || error->domain == UPSTAND_ERROR);
        refused += error != NULL;
    }
    g_assert_cmpuint (refused, >, 60);
}

/* The same, inside the XML, where a zip's checksum would catch it otherwise. */
static void
test_xml_mutations (Fixture *fixture, gconstpointer data)
{
    static const char sheet[] =
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" s=\"1\"><v>44651.5</v></c></row>"
        "<row r=\"3\"><c r=\"A3\" "
        "t=\"inlineStr\"><is><r><t>a_x000D_</t></r><rPh><t>b</t></rPh></is></c>"
        "<c r=\"B3\" t=\"b\"><v>1</v></c><c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>";
    static const char styles[] =
        "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[h]d\\\\\"/>"
        "</numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/>"
        "</cellXfs></styleSheet>";
    g_autoptr (GRand) rand = g_rand_new_with_seed (19);

    for (guint turn = 0; turn < 300; turn++) {
        char data_copy[sizeof sheet], styles_copy[sizeof styles];
        memcpy (data_copy, sheet, sizeof sheet);
        memcpy (styles_copy, styles, sizeof styles);
        for (int n = g_rand_int_range (rand, 1, 5); n > 0; n--) {
            char c = "<>/\"'&;rcvstief0919A_-.\\[]"[g_rand_int_range (rand, 0, 26)];
            if (g_rand_boolean (rand))
                data_copy[g_rand_int_range (rand, 0, sizeof sheet - 1)] = c;
            else
                styles_copy[g_rand_int_range (rand, 0, sizeof styles - 1)] = c;
        }
        zip_file_write_sheet (fixture->path, data_copy, "<si><t>one</t></si>", styles_copy, NULL);
        g_autoptr (GError) error = NULL;
        g_autofree char *all = read_all (fixture->path, NULL, &error);
        g_assert_true ((all != NULL) != (error != NULL));
        g_assert_true (!error || error->domain == UPSTAND_ERROR);
    }
}

#define ADD(name, function) \
    g_test_add ("/xlsx-reader/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    ADD ("cells", test_cells);
    ADD ("styles", test_styles);
    ADD ("epochs", test_epochs);
    ADD ("formats", test_formats);
    ADD ("references", test_references);
    ADD ("escapes", test_escapes);
    ADD ("hostile-xml", test_hostile_xml);
    ADD ("limits", test_limits);
    ADD ("zip-bomb", test_zip_bomb);
    ADD ("many-entries", test_many_entries);
    ADD ("other-files", test_other_files);
    ADD ("no-such-sheet", test_no_such_sheet);
    ADD ("round-trip", test_round_trip);
    ADD ("sheet-names", test_sheet_names);
    ADD ("long-texts", test_long_texts);
    ADD ("memory", test_memory);
    ADD ("mutations", test_mutations);
    ADD ("xml-mutations", test_xml_mutations);
    return g_test_run ();
}
