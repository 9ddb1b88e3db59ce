/* SPDX-License-Identifier: MIT */
#include "database/error.h"
#include "exchange/package.h"
#include "exchange/workbook.h"
#include "sample-book.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "temp-folder.h"

static void
set_up (Fixture *fixture, gconstpointer data)
{
    make_folder (fixture, "book.xlsx");
}

static void
write_book (Fixture *fixture, UpstandBook *book)
{
    g_autoptr (GError) error = NULL;

    g_assert_true (upstand_workbook_write (book, fixture->path, NULL, NULL, NULL, &error));
    g_assert_no_error (error);
}

static char *
file_digest (Fixture *fixture)
{
    g_autofree char *bytes = NULL;
    gsize length;

    g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
    return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *)bytes, length);
}

static void
assert_untouched (Fixture *fixture)
{
    g_autofree char *text = NULL;

    g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
    g_assert_cmpstr (text, ==, "the good one");
}

static void
test_same_bytes (Fixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandBook) book = sample_book_new ();
    g_autoptr (UpstandBook) again = sample_book_new ();

    write_book (fixture, book);
    g_autofree char *first = file_digest (fixture);
    /* A zip keeps times to two seconds. */
    g_usleep (2100000);
    write_book (fixture, again);
    g_autofree char *second = file_digest (fixture);
    g_assert_cmpstr (first, ==, second);
}

static void
test_digest (Fixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandBook) book = sample_book_new ();
    g_autoptr (UpstandBook) other = sample_book_new ();
    g_autoptr (GError) error = NULL;
    UpstandCell cells[4] = { upstand_cell_text ("2022-23 Q3"), upstand_cell_percent (1, 1) };

    g_autofree char *first = upstand_book_make_digest (book, &error);
    g_autofree char *same = upstand_book_make_digest (other, &error);
    g_assert_cmpuint (strlen (first), ==, 64);
    g_assert_cmpstr (first, ==, same);
    upstand_sheet_add_row (upstand_book_get_sheet (other, 3), cells);
    g_autofree char *changed = upstand_book_make_digest (other, &error);
    g_assert_cmpstr (first, !=, changed);
}

/* The library prints numbers with printf: a decimal comma would break the file. */
static void
test_locale (Fixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandBook) book = sample_book_new ();
    const char *const commas[] = { "de_DE.UTF-8", "fr_FR.UTF-8", "nl_NL.UTF-8" };

    write_book (fixture, book);
    g_autofree char *first = file_digest (fixture);
    g_autofree char *old = g_strdup (setlocale (LC_NUMERIC, NULL));
    for (guint i = 0; i < G_N_ELEMENTS (commas); i++) {
        if (!setlocale (LC_NUMERIC, commas[i]))
            continue;
        write_book (fixture, book);
        g_autofree char *text = g_strdup_printf ("%.1f", 0.5);
        setlocale (LC_NUMERIC, old);
        g_autofree char *second = file_digest (fixture);
        g_assert_cmpstr (first, ==, second);
        g_assert_cmpstr (text, ==, "0,5");
        return;
    }
    g_test_skip ("no locale with a decimal comma is installed");
}

static const UpstandSheetColumn columns[] = { { .title = "Title" }, { .title = "Count" } };

typedef struct {
    guint64 rows, limit;
    gboolean fails;
} Rows;

static gboolean
rows_next (gpointer data, UpstandCell *cells, GError **error)
{
    Rows *rows = data;

    if (rows->rows == rows->limit) {
        if (rows->fails)
            g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_DAMAGED, "A row is broken.");
        return FALSE;
    }
    cells[0] = upstand_cell_text ("a row like every other");
    cells[1] = upstand_cell_whole ((gint64)rows->rows++);
    return TRUE;
}

static gboolean
rows_rewind (gpointer data, GError **error)
{
    ((Rows *)data)->rows = 0;
    return TRUE;
}

static const UpstandSheetSource rows_source = { rows_next, rows_rewind, NULL };

static UpstandBook *
rows_book (Rows *rows)
{
    UpstandBook *book = upstand_book_new (&(UpstandCover){ .title = "Rows" });
    g_autoptr (UpstandSheet) sheet =
        upstand_sheet_new_stream ("rows", "Rows", columns, 2, &rows_source, rows);

    upstand_book_add_sheet (book, sheet);
    return book;
}

static void
rows_written_cb (guint64 rows, gpointer data)
{
    if (rows >= 5000)
        g_cancellable_cancel (data);
}

static void
count_reports_cb (guint64 rows, gpointer data)
{
    guint64 *last = data;

    g_assert_cmpuint (rows, >=, *last);
    *last = rows;
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
    Rows rows = { .limit = 20000 };
    g_autoptr (UpstandBook) book = rows_book (&rows);
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    g_autoptr (GError) error = NULL;
    guint64 last = 0;

    g_assert_false (upstand_workbook_write (
        book, fixture->path, rows_written_cb, cancellable, cancellable, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_clear_error (&error);
    g_assert_cmpuint (rows.rows, <, 6000);
    g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));

    g_assert_true (g_file_set_contents (fixture->path, "the good one", -1, NULL));
    g_assert_false (upstand_workbook_write (book, fixture->path, NULL, NULL, cancellable, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_clear_error (&error);
    assert_untouched (fixture);

    g_assert_true (
        upstand_workbook_write (book, fixture->path, count_reports_cb, &last, NULL, &error));
    g_assert_cmpuint (last, ==, 20000);
}

static void
test_failures (Fixture *fixture, gconstpointer data)
{
    Rows rows = { .limit = 1000, .fails = TRUE };
    g_autoptr (UpstandBook) book = rows_book (&rows);
    g_autoptr (GError) error = NULL;

    g_assert_true (g_file_set_contents (fixture->path, "the good one", -1, NULL));
    g_assert_false (upstand_workbook_write (book, fixture->path, NULL, NULL, NULL, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_DAMAGED);
    g_clear_error (&error);
    assert_untouched (fixture);

    g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "book.xlsx", NULL);
    g_assert_false (upstand_workbook_write (book, nowhere, NULL, NULL, NULL, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND);
    g_assert_nonnull (strstr (error->message, "book.xlsx"));
}

/* No file may grow beyond a size: what a full disk does to the temporary files and to the zip. */
static void
test_no_room (Fixture *fixture, gconstpointer data)
{
    if (g_test_subprocess ()) {
        const rlim_t limits[] = { 4 * 1024, 64 * 1024, 300 * 1024 };
        signal (SIGXFSZ, SIG_IGN);
        g_assert_true (g_file_set_contents (fixture->path, "the good one", -1, NULL));
        for (guint i = 0; i < G_N_ELEMENTS (limits); i++) {
            Rows rows = { .limit = 20000 };
            g_autoptr (UpstandBook) book = rows_book (&rows);
            g_autoptr (GError) error = NULL;
            struct rlimit limit;
            getrlimit (RLIMIT_FSIZE, &limit);
            limit.rlim_cur = limits[i];
            setrlimit (RLIMIT_FSIZE, &limit);
            g_assert_false (upstand_workbook_write (book, fixture->path, NULL, NULL, NULL, &error));
            limit.rlim_cur = limit.rlim_max;
            setrlimit (RLIMIT_FSIZE, &limit);
            g_assert_nonnull (error);
            g_assert_true (error->domain == UPSTAND_ERROR);
            g_assert_nonnull (strstr (error->message, "book.xlsx"));
            assert_untouched (fixture);
        }
        return;
    }
    g_test_trap_subprocess (NULL, 0, 0);
    g_test_trap_assert_passed ();
}

static void
test_second_sheet (Fixture *fixture, gconstpointer data)
{
#ifdef __SANITIZE_ADDRESS__
    g_test_skip ("a million rows take minutes under the sanitizer");
    return;
#endif
    Rows rows = { .limit = 1048576 };
    g_autoptr (UpstandBook) book = rows_book (&rows);
    g_autoptr (GError) error = NULL;

    write_book (fixture, book);
    g_autoptr (UpstandPackage) package = upstand_package_new (fixture->path, &error);
    g_assert_no_error (error);
    g_assert_true (upstand_package_has (package, "xl/worksheets/sheet2.xml"));
    g_assert_true (upstand_package_has (package, "XL/worksheets/sheet3.xml"));
    g_assert_false (upstand_package_has (package, "xl/worksheets/sheet4.xml"));
}

#define ADD(name, function) \
    g_test_add ("/workbook/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
    setlocale (LC_ALL, "");
    g_test_init (&argc, &argv, NULL);
    ADD ("same-bytes", test_same_bytes);
    ADD ("digest", test_digest);
    ADD ("locale", test_locale);
    ADD ("cancel", test_cancel);
    ADD ("failures", test_failures);
    ADD ("no-room", test_no_room);
    ADD ("second-sheet", test_second_sheet);
    return g_test_run ();
}
