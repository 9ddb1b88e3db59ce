/* SPDX-License-Identifier: MIT */
#include "database/error.h"
#include "exchange/sheet.h"

static const UpstandSheetColumn columns[] = {
    { .title = "Title", .kind = UPSTAND_CELL_TEXT },
    { .title = "Hours", .kind = UPSTAND_CELL_DECIMAL, .places = 2, .unit = "hours" },
};

static void
assert_canonical (UpstandCell cell, const char *expected)
{
    g_autoptr (GString) text = g_string_new (NULL);

    upstand_cell_append_canonical (&cell, text);
    g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_shown (UpstandCell cell, const char *expected)
{
    g_autofree char *text = upstand_cell_format (&cell);

    g_assert_cmpstr (text, ==, expected);
}

static void
test_canonical (void)
{
    assert_canonical (upstand_cell_text ("Brief all teams"), "Brief all teams");
    assert_canonical (upstand_cell_text (""), "");
    assert_canonical (upstand_cell_text (NULL), "");
    assert_canonical (upstand_cell_whole (0), "0");
    assert_canonical (upstand_cell_whole (-12), "-12");
    assert_canonical (upstand_cell_whole (G_MAXINT64), "9223372036854775807");
    assert_canonical (upstand_cell_whole (G_MININT64), "-9223372036854775808");
    assert_canonical (upstand_cell_decimal (1250, 2), "12.50");
    assert_canonical (upstand_cell_decimal (5, 2), "0.05");
    assert_canonical (upstand_cell_decimal (-5, 3), "-0.005");
    assert_canonical (upstand_cell_decimal (0, 1), "0.0");
    assert_canonical (upstand_cell_decimal (7, 0), "7");
    assert_canonical (upstand_cell_percent (125, 1), "12.5%");
    assert_canonical (upstand_cell_percent (100, 0), "100%");
    assert_canonical (upstand_cell_date (upstand_date_new (2022, 3, 31)), "2022-03-31");
    assert_canonical (upstand_cell_date (0), "");
    assert_canonical (upstand_cell_yes_no (TRUE), "yes");
    assert_canonical (upstand_cell_yes_no (FALSE), "no");
    assert_canonical (upstand_cell_choice ("On track", "●", UPSTAND_TONE_GOOD), "On track");
    assert_canonical (upstand_cell_link ("Report", "https://example.org/"), "Report");
    assert_canonical (upstand_cell_link (NULL, "https://example.org/"), "https://example.org/");
    assert_canonical (upstand_cell_hole (UPSTAND_CELL_NOT_ANSWERED), "not answered");
    assert_canonical (upstand_cell_hole (UPSTAND_CELL_NOT_COLLECTED), "not collected");
    assert_canonical (upstand_cell_hole (UPSTAND_CELL_NOT_APPLICABLE), "not applicable");
    assert_canonical (upstand_cell_hole (UPSTAND_CELL_WITHHELD), "withheld");
    assert_canonical (upstand_cell_blank (), "");
}

static void
test_shown (void)
{
    assert_shown (upstand_cell_whole (999), "999");
    assert_shown (upstand_cell_whole (1000), "1,000");
    assert_shown (upstand_cell_whole (-1234567), "-1,234,567");
    assert_shown (upstand_cell_decimal (123456, 2), "1,234.56");
    assert_shown (upstand_cell_percent (5, 1), "0.5%");
    assert_shown (upstand_cell_date (upstand_date_new (2022, 3, 31)), "31 Mar 2022");
    assert_shown (upstand_cell_choice ("Slipping", "▲", UPSTAND_TONE_WARNING), "▲ Slipping");
    assert_shown (upstand_cell_choice ("Blocked", NULL, UPSTAND_TONE_BAD), "■ Blocked");
    assert_shown (upstand_cell_hole (UPSTAND_CELL_WITHHELD), "Withheld");
    assert_shown (upstand_cell_yes_no (TRUE), "Yes");
    assert_shown (upstand_cell_blank (), "");
}

static void
test_memory (void)
{
    g_autoptr (UpstandSheet) sheet = upstand_sheet_new ("time", "Time spent", columns, 2);
    g_autoptr (GError) error = NULL;
    UpstandCell row[2];
    char text[] = "Visit";

    g_assert_cmpint (upstand_sheet_get_n_rows (sheet), ==, 0);
    g_assert_false (upstand_sheet_next (sheet, row, &error));
    g_assert_no_error (error);
    upstand_sheet_add_row (
        sheet, (UpstandCell[]){ upstand_cell_text (text), upstand_cell_decimal (150, 2) });
    text[0] = 'X';
    upstand_sheet_add_row (sheet,
        (UpstandCell[]){ upstand_cell_text ("Call"), upstand_cell_hole (UPSTAND_CELL_WITHHELD) });
    for (int turn = 0; turn < 2; turn++) {
        g_assert_true (upstand_sheet_rewind (sheet, &error));
        g_assert_true (upstand_sheet_next (sheet, row, &error));
        g_assert_cmpstr (row[0].text, ==, "Visit");
        g_assert_cmpint (row[1].number, ==, 150);
        g_assert_true (upstand_sheet_next (sheet, row, &error));
        g_assert_cmpint (row[1].state, ==, UPSTAND_CELL_WITHHELD);
        g_assert_false (upstand_sheet_next (sheet, row, &error));
        g_assert_no_error (error);
    }
    g_assert_cmpint (upstand_sheet_get_n_rows (sheet), ==, 2);
    g_assert_cmpstr (upstand_sheet_get_column (sheet, 1)->unit, ==, "hours");
}

typedef struct {
    int at, fail_at;
    gboolean *freed;
    char text[16];
} Counter;

static gboolean
counter_next (gpointer data, UpstandCell *cells, GError **error)
{
    Counter *counter = data;

    g_assert_cmpint (cells[1].state, ==, UPSTAND_CELL_BLANK);
    if (counter->at == counter->fail_at) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_DAMAGED, "Row %d is broken.", counter->at);
        return FALSE;
    }
    if (counter->at == 5)
        return FALSE;
    g_snprintf (counter->text, sizeof counter->text, "row %d", counter->at++);
    cells[0] = upstand_cell_text (counter->text);
    cells[1] = upstand_cell_decimal (counter->at, 2);
    return TRUE;
}

static gboolean
counter_rewind (gpointer data, GError **error)
{
    ((Counter *)data)->at = 0;
    return TRUE;
}

static void
counter_free (gpointer data)
{
    *((Counter *)data)->freed = TRUE;
    g_free (data);
}

static const UpstandSheetSource counter_source = { counter_next, counter_rewind, counter_free };
static const UpstandSheetSource once_source = { counter_next, NULL, counter_free };

static UpstandSheet *
counter_sheet (const UpstandSheetSource *source, int fail_at, gboolean *freed)
{
    Counter *counter = g_new0 (Counter, 1);

    counter->fail_at = fail_at;
    counter->freed = freed;
    return upstand_sheet_new_stream ("rows", "Rows", columns, 2, source, counter);
}

static void
test_stream (void)
{
    gboolean freed = FALSE;
    UpstandSheet *sheet = counter_sheet (&counter_source, -1, &freed);
    g_autoptr (GError) error = NULL;

    g_assert_cmpint (upstand_sheet_get_n_rows (sheet), ==, -1);
    upstand_sheet_add_note (sheet, "Provisional.");
    g_autoptr (UpstandSheet) preview = upstand_sheet_preview (sheet, 3, &error);
    g_assert_no_error (error);
    g_assert_cmpint (upstand_sheet_get_n_rows (preview), ==, 3);
    g_assert_cmpstr (upstand_sheet_get_note (preview, 0), ==, "Provisional.");

    /* The preview used the stream; it stands at its first row again. */
    UpstandCell row[2];
    int rows = 0;
    while (upstand_sheet_next (sheet, row, &error))
        rows++;
    g_assert_cmpint (rows, ==, 5);
    g_assert_true (upstand_sheet_next (preview, row, &error));
    g_assert_cmpstr (row[0].text, ==, "row 0");
    g_object_unref (sheet);
    g_assert_true (freed);
}

static void
test_stream_fails (void)
{
    gboolean freed = FALSE;
    g_autoptr (UpstandSheet) broken = counter_sheet (&counter_source, 2, &freed);
    g_autoptr (UpstandSheet) once = counter_sheet (&once_source, -1, &freed);
    g_autoptr (GError) error = NULL;
    UpstandCell row[2];

    g_assert_null (upstand_sheet_preview (broken, 3, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_DAMAGED);
    g_clear_error (&error);

    g_assert_true (upstand_sheet_rewind (once, &error));
    g_assert_true (upstand_sheet_next (once, row, &error));
    g_assert_false (upstand_sheet_rewind (once, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FAILED);
}

static char *
digest (const UpstandCell *cells, const char *note)
{
    g_autoptr (UpstandSheet) sheet = upstand_sheet_new ("time", "Time spent", columns, 2);
    g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
    g_autoptr (GError) error = NULL;

    upstand_sheet_add_row (sheet, cells);
    if (note)
        upstand_sheet_add_note (sheet, note);
    g_assert_true (upstand_sheet_checksum (sheet, checksum, &error));
    return g_strdup (g_checksum_get_string (checksum));
}

static void
test_checksum (void)
{
    UpstandCell first[] = { upstand_cell_text ("a"), upstand_cell_decimal (1, 2) };
    UpstandCell words[] = { upstand_cell_text ("a"), upstand_cell_text ("withheld") };
    UpstandCell hole[] = { upstand_cell_text ("a"), upstand_cell_hole (UPSTAND_CELL_WITHHELD) };
    g_autofree char *one = digest (first, NULL);
    g_autofree char *same = digest (first, NULL);
    g_autofree char *noted = digest (first, "Why.");
    g_autofree char *worded = digest (words, NULL);
    g_autofree char *held = digest (hole, NULL);

    g_assert_cmpstr (one, ==, same);
    g_assert_cmpstr (one, !=, noted);
    g_assert_cmpstr (worded, !=, held);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/sheet/canonical", test_canonical);
    g_test_add_func ("/sheet/shown", test_shown);
    g_test_add_func ("/sheet/memory", test_memory);
    g_test_add_func ("/sheet/stream", test_stream);
    g_test_add_func ("/sheet/stream-fails", test_stream_fails);
    g_test_add_func ("/sheet/checksum", test_checksum);
    return g_test_run ();
}
