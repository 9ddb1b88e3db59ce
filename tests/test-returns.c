/* SPDX-License-Identifier: MIT */
#include <glib/gstdio.h>

#include "exchange/sample-plan.h"
#include "records/census.h"
#include "records/plan.h"
#include "returns/return.h"
#include "skills-fixture.h"

typedef SkillsFixture Fixture;

static UpstandReturnRequest
request_for (UpstandStore *store, const UpstandReturn *what, const char *period)
{
    g_autoptr (GError) error = NULL;
    UpstandReturnRequest request = {
        .database = upstand_store_get_database (store),
        .today = upstand_date_new (2023, 3, 20),
        .classification = what->classification,
    };
    upstand_period_parse_as (period, what->cadence, &request.period, &error);
    g_assert_no_error (error);
    return request;
}

static UpstandBook *
build (UpstandStore *store, const char *id, const char *period, GError **error)
{
    const UpstandReturn *what = upstand_return_find (id, NULL);
    g_assert_nonnull (what);
    UpstandReturnRequest request = request_for (store, what, period);
    return what->build (&request, error);
}

static guint
column_of (UpstandSheet *sheet, const char *title)
{
    for (guint i = 0; i < upstand_sheet_get_n_columns (sheet); i++)
        if (g_str_equal (upstand_sheet_get_column (sheet, i)->title, title))
            return i;
    g_error ("no column %s", title);
}

/* The cell under @title in the first row from the top whose texts begin with @keys. */
static char *
read_cell (UpstandBook *book, const char *id, const char *const *keys, const char *title)
{
    UpstandSheet *sheet = upstand_book_get_sheet (book, upstand_book_find_sheet (book, id));
    g_autofree UpstandCell *cells = g_new0 (UpstandCell, upstand_sheet_get_n_columns (sheet));
    g_assert_true (upstand_sheet_rewind (sheet, NULL));
    while (upstand_sheet_next (sheet, cells, NULL)) {
        guint i = 0;
        while (keys[i] && g_strcmp0 (cells[i].text, keys[i]) == 0)
            i++;
        if (keys[i])
            continue;
        g_autoptr (GString) text = g_string_new (NULL);
        upstand_cell_append_canonical (&cells[column_of (sheet, title)], text);
        return g_strdup (text->str);
    }
    return NULL;
}

static void
assert_cell (UpstandBook *book, const char *id, const char *const *keys, const char *title,
    const char *expected)
{
    g_autofree char *found = read_cell (book, id, keys, title);
    g_assert_cmpstr (found, ==, expected);
}

#define KEYS(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define PIP2 "Investigators at PIP level 2"

static void
test_skills_gap (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    const UpstandFigure hole = upstand_figure_without (UPSTAND_FIGURE_NOT_COLLECTED);
    skills_fixture_put_steps (fixture, fixture->north, 10, 9, 7, 6, 4);
    skills_fixture_put_steps (fixture, fixture->south, 2, 5, 5, 5, 5);
    skills_fixture_put (fixture, fixture->south, 1, UPSTAND_COUNT_DEPLOYABLE,
        UPSTAND_WORKFORCE_OFFICERS, UPSTAND_BASIS_HEADCOUNT, hole);
    skills_fixture_put (fixture, fixture->north, 0, UPSTAND_COUNT_IN_POST,
        UPSTAND_WORKFORCE_OFFICERS, UPSTAND_BASIS_FTE, upstand_figure_of (850));
    g_autoptr (UpstandBook) book = build (fixture->store, "skills-gap", "2022-09-30", &error);
    g_assert_no_error (error);
    g_assert_cmpuint (upstand_book_get_n_sheets (book), ==, 6);
    g_assert_cmpuint (upstand_book_get_n_charts (book), ==, 1);
    g_assert_cmpstr (upstand_book_get_cover (book)->classification, ==, "OFFICIAL");

    const char *const whole[] = { PIP2, "Headcount", NULL };
    assert_cell (book, "force", whole, "Needed", "12");
    assert_cell (book, "force", whole, "Deployable", "9");
    assert_cell (book, "force", whole, "Total gap", "3");
    assert_cell (book, "force", whole, "Training gap", "2");
    assert_cell (book, "force", whole, "Shortage", "6");
    assert_cell (book, "force", whole, "Surplus", "3");
    assert_cell (book, "force", whole, "Missing", "");
    /* FTE was answered for one unit only: a number, and it says that it is not all. */
    const char *const fte[] = { PIP2, "FTE", NULL };
    assert_cell (book, "force", fte, "In post", "8.50");
    assert_cell (book, "force", fte, "Trained", "not answered");
    assert_cell (book, "force", fte, "Missing", "A figure is missing: at least so many");

    assert_cell (book, "units", KEYS ("North", PIP2, "Officers", "Headcount"), "In post", "9");
    assert_cell (book, "units", KEYS ("North", PIP2, "All", "Headcount"), "In post", "");
    assert_cell (book, "units", KEYS ("North", PIP2, "All", "Headcount"), "Needed, as given", "10");
    assert_cell (book, "units",
        KEYS ("South", "Sexual offences liaison officers", "Officers", "Headcount"), "Deployable",
        "not collected");
    assert_cell (book, "gaps", KEYS ("North", PIP2), "Total gap", "6");
    assert_cell (book, "gaps", KEYS ("South", PIP2), "Total gap", "-3");
    assert_cell (book, "gaps", KEYS ("South", PIP2), "Single point of failure", "no");
    assert_cell (book, "trend", KEYS ("30 Sep 2022"), "Date", "2022-09-30");
    assert_cell (book, "trend", KEYS ("30 Sep 2022"), "PIP 2", "9");
    /* A series without a number is not drawn: a spreadsheet would draw it at zero. */
    g_assert_cmpuint (upstand_book_get_chart (book, 0)->n_values, ==, 1);
    assert_cell (book, "definitions", KEYS ("Training gap"), "What it is",
        "In a specialist role without the training for it.");
}

static void
test_no_census (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_assert_null (build (fixture->store, "skills-gap", "2022-03-31", &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND);
    g_clear_error (&error);
    g_assert_null (build (fixture->store, "fms", "2021-22", &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND);
}

static void
test_notes (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    UpstandSeriesBreak *added = upstand_record_new (&upstand_series_break_type);
    added->dated = upstand_date_new (2022, 9, 1);
    added->reason = g_strdup ("Another system");
    skills_fixture_save (fixture, added);
    UpstandHeadcount *cell = upstand_record_new (&upstand_headcount_type);
    cell->census_id = fixture->census;
    cell->unit_id = fixture->north;
    cell->capability_id = upstand_skills_outline_get_capability (fixture->outline, 0)->id;
    cell->count = UPSTAND_COUNT_IN_POST;
    cell->workforce = UPSTAND_WORKFORCE_STAFF;
    cell->state = UPSTAND_FIGURE_WITHHELD;
    cell->note = g_strdup ("Too few to show");
    skills_fixture_save (fixture, cell);
    g_autoptr (UpstandBook) book = build (fixture->store, "skills-gap", "2022-09-30", &error);
    g_assert_no_error (error);
    assert_cell (book, "notes", KEYS ("Break in the series"), "Note", "Another system");
    assert_cell (book, "notes", KEYS ("Break in the series"), "Unit", "Whole force");
    assert_cell (book, "notes", KEYS ("Note on a figure"), "Note", "Too few to show");
    assert_cell (book, "notes", KEYS ("Note on a figure"), "Unit", "North");
    assert_cell (book, "units", KEYS ("North", PIP2, "Staff", "Headcount"), "In post", "withheld");
}

static void
test_sample_fms (void)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp ("upstand-test-XXXXXX", NULL);
    g_autofree char *path = g_build_filename (folder, "sample.upstand", NULL);
    g_assert_true (upstand_sample_plan_create (path, &error));
    g_autoptr (UpstandStore) store = upstand_plan_open (path, UPSTAND_DATABASE_WRITE, NULL, &error);
    g_assert_no_error (error);
    g_autoptr (UpstandBook) book = build (store, "fms", "2022-23", &error);
    g_assert_no_error (error);
    /* The last census in the year is that of March 2023; growth is 6 percent a year. */
    const char *const now[] = { "Reports keep rising", PIP2, "2023", NULL };
    const char *const next[] = { "Reports keep rising", PIP2, "2024", NULL };
    g_autofree char *needed = read_cell (book, "demand", now, "Needed");
    g_autofree char *grown = read_cell (book, "demand", next, "Needed");
    g_assert_cmpint (atoi (needed), >, 100);
    g_assert_cmpint (atoi (grown), ==, (atoi (needed) * 106 + 99) / 100);
    assert_cell (
        book, "scenarios", KEYS ("Reports keep rising"), "Growth of demand a year", "6.00%");
    assert_cell (book, "intakes",
        KEYS ("Training plan to 2027", "Sexual offences liaison officers", "2024"), "Intakes", "8");
    assert_cell (
        book, "risk", KEYS ("Sexual offences liaison officers"), "Single points of failure", "1");
    assert_cell (
        book, "models", KEYS ("SOLOs on call across the force"), "Review due", "2023-02-28");
    g_clear_object (&book);
    g_clear_object (&store);
    g_unlink (path);
    g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
assert_due (Fixture *fixture, const char *id, const char *period, const char *due)
{
    const UpstandReturn *what = upstand_return_find (id, NULL);
    UpstandReturnRequest request = request_for (fixture->store, what, period);
    g_autofree char *found =
        upstand_date_to_iso (upstand_return_get_due (what, request.database, &request.period));
    g_assert_cmpstr (found, ==, due);
}

static void
test_due (Fixture *fixture, gconstpointer data)
{
    assert_due (fixture, "action-plan", "2021-22-Q4", "2022-03-31");
    assert_due (fixture, "action-plan", "2022-23-Q1", "2022-07-30");
    assert_due (fixture, "skills-gap", "2022-03-15", "2022-03-15");
    assert_due (fixture, "skills-gap", "2022-03-31", "2022-04-30");
    assert_due (fixture, "skills-gap", "2022-09-30", "2022-10-30");
    assert_due (fixture, "fms", "2021-22", "2022-05-31");
    assert_due (fixture, "fms", "2022-23", "2023-05-31");
    g_assert_true (upstand_database_script (
        upstand_store_get_database (fixture->store), "UPDATE edition SET source = NULL", NULL));
    assert_due (fixture, "fms", "2022-23", "2023-03-31");
}

#define ADD(name, func) \
    g_test_add (name, Fixture, NULL, skills_fixture_set_up, func, skills_fixture_tear_down)

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    ADD ("/returns/skills-gap", test_skills_gap);
    ADD ("/returns/no-census", test_no_census);
    ADD ("/returns/notes", test_notes);
    ADD ("/returns/due", test_due);
    g_test_add_func ("/returns/sample-fms", test_sample_fms);
    return g_test_run ();
}
