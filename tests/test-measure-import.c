/* SPDX-License-Identifier: MIT */
#include <glib/gstdio.h>
#include <string.h>

#include "exchange/measure-import.h"
#include "exchange/workbook.h"
#include "measures-fixture.h"

typedef MeasuresFixture Fixture;

#define ONE UPSTAND_FIGURE_ONE
#define RAPE "offence-group:rape"

static UpstandDay
today (void)
{
    return upstand_date_new (2023, 3, 20);
}

static UpstandMeasureImport *
read_file (Fixture *fixture, const char *path, GError **error)
{
    return upstand_measure_import_read (upstand_store_get_database (fixture->store), path, NULL,
        UPSTAND_PERIOD_QUARTERLY, today (), NULL, error);
}

static UpstandMeasureImport *
read_text (Fixture *fixture, const char *text)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *path = g_build_filename (fixture->folder, "table.csv", NULL);
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
    UpstandMeasureImport *import = read_file (fixture, path, &error);
    g_assert_no_error (error);
    return import;
}

static void
assert_counts (UpstandMeasureImport *import, guint changes, guint unchanged, guint refused)
{
    GPtrArray *refusals = upstand_measure_import_get_refusals (import);
    for (guint i = 0; i < refusals->len; i++)
        g_test_message ("%s", ((UpstandRefusal *)g_ptr_array_index (refusals, i))->reason);
    g_assert_cmpuint (refusals->len, ==, refused);
    g_assert_cmpuint (upstand_measure_import_get_changes (import)->len, ==, changes);
    g_assert_cmpuint (upstand_measure_import_get_n_unchanged (import), ==, unchanged);
}

static UpstandFigure
figure_of (Fixture *fixture, const char *measure, const char *code, const char *period)
{
    return upstand_measures_get_cell (fixture->measures,
        measures_fixture_line (fixture, measure, code), measures_fixture_period (fixture, period))
        ->figure;
}

/* In any order and case, by code or title, in either language. */
static void
test_long (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandMeasureImport) import =
        read_text (fixture, "NOTE,value,Period,breakdown,measure,State\n"
                            "By hand,\"1,234\",2022-23-Q1,Rape,Arrests,\n"
                            ",,2022/23 Q1,fgm,arrests,Not collected\n"
                            ",5,2022-23-q2,Treisio,Arestiadau,number\n"
                            ",n/a,2022-23-Q2,rape/16,outcomes,not applicable\n"
                            ",0,2022-23-Q1,,scrutiny-panels,\n"
                            ",7,2022-23-Q1,,Arrests,\n"
                            ",,2022-23-Q4,Rape,Arrests,\n");
    assert_counts (import, 6, 0, 0);
    /* A preview changes nothing. */
    measures_fixture_reload (fixture);
    g_assert_cmpint (
        figure_of (fixture, "arrests", RAPE, "2022-23-Q1").state, ==, UPSTAND_FIGURE_UNANSWERED);
    g_assert_true (upstand_measure_import_apply (import, fixture->store, FALSE, &error));
    measures_fixture_reload (fixture);
    g_assert_cmpint (figure_of (fixture, "arrests", RAPE, "2022-23-Q1").value, ==, 1234 * ONE);
    g_assert_cmpstr (upstand_measures_get_cell (
                         fixture->measures, measures_fixture_line (fixture, "arrests", RAPE), 1)
                         ->note,
        ==, "By hand");
    g_assert_cmpint (figure_of (fixture, "arrests", RAPE, "2022-23-Q2").value, ==, 5 * ONE);
    g_assert_cmpint (figure_of (fixture, "arrests", "all", "2022-23-Q1").value, ==, 7 * ONE);
    g_assert_cmpint (figure_of (fixture, "arrests", "offence-group:fgm", "2022-23-Q1").state, ==,
        UPSTAND_FIGURE_NOT_COLLECTED);
    g_assert_cmpint (figure_of (fixture, "scrutiny-panels", "all", "2022-23-Q1").state, ==,
        UPSTAND_FIGURE_VALUE);
    g_assert_cmpint (figure_of (fixture, "outcomes", RAPE "/outcome-code:16", "2022-23-Q2").state,
        ==, UPSTAND_FIGURE_NOT_APPLICABLE);
    /* One step, taken back as one. */
    g_assert_true (upstand_store_undo (fixture->store, &error));
    measures_fixture_reload (fixture);
    g_assert_cmpint (
        figure_of (fixture, "arrests", RAPE, "2022-23-Q2").state, ==, UPSTAND_FIGURE_UNANSWERED);
}

static void
test_wide (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    measures_fixture_put (fixture, "arrests", RAPE, "2022-23-Q1", "4", NULL);
    g_autoptr (UpstandMeasureImport) import =
        read_text (fixture, "Breakdown,2022-23-Q2,Measure,2022-23-Q1\n"
                            "rape,n/c,arrests,4\n"
                            "all,3,arrests,-\n");
    assert_counts (import, 2, 1, 0);
    const UpstandMeasureChange *first =
        g_ptr_array_index (upstand_measure_import_get_changes (import), 0);
    g_assert_cmpint (first->after.state, ==, UPSTAND_FIGURE_NOT_COLLECTED);
    g_assert_cmpuint (first->row, ==, 2);
    g_assert_true (upstand_measure_import_apply (import, fixture->store, FALSE, &error));
    g_assert_no_error (error);
    measures_fixture_reload (fixture);
    g_assert_cmpint (figure_of (fixture, "arrests", RAPE, "2022-23-Q1").value, ==, 4 * ONE);
    g_assert_cmpint (figure_of (fixture, "arrests", "all", "2022-23-Q2").value, ==, 3 * ONE);
}

/* Each bad cell by row, column and reason; one refuses the file. */
static void
test_refusals (Fixture *fixture, gconstpointer data)
{
    static const struct {
        const char *row, *column, *reason;
    } cases[] = {
        { "arrests,rape,2022-23-Q1,1.5,", "Value", "not a whole number" },
        { "arrests,rape,2022-23-Q1,-1,", "Value", "below zero" },
        { "arrests,rape,2022-23-Q1,many,", "Value", "not a number" },
        { "arests,rape,2022-23-Q1,1,", "Measure", "no such measure" },
        { "arrests,murder,2022-23-Q1,1,", "Breakdown", "not told apart in that way" },
        { "outcomes,,2022-23-Q1,1,", "Breakdown", "say which part" },
        { "arrest-rate,rape,2022-23-Q1,1,", "Measure", "worked out" },
        { "arrests,rape,spring,1,", "Period", "2021-22-Q4" },
        { "arrests,rape,2031-32-Q1,1,", "Period", "no such period" },
        { "orders-issued,dapn,2022-23-Q1,1,", "Value", "not collected in that period" },
        { "arrests,rape,2022-23-Q1,1,withheld", "State", "do not agree" },
        { "arrests,rape,2022-23-Q1,,number", "State", "do not agree" },
        { "arrests,rape,2022-23-Q1,1,perhaps", "State", "A state is" },
        { "arrests,all,2022-23-Q2,9,", "Value", "The same cell as in row 2." },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        g_autofree char *text = g_strdup_printf (
            "Measure,Breakdown,Period,Value,State\narrests,all,2022-23-Q2,8,\n%s\n", cases[i].row);
        g_autoptr (UpstandMeasureImport) import = read_text (fixture, text);
        g_test_message ("%s", cases[i].row);
        assert_counts (import, 1, 0, 1);
        const UpstandRefusal *refusal =
            g_ptr_array_index (upstand_measure_import_get_refusals (import), 0);
        g_assert_cmpuint (refusal->row, ==, 3);
        g_assert_cmpstr (refusal->column, ==, cases[i].column);
        g_assert_nonnull (strstr (refusal->reason, cases[i].reason));
        g_assert_false (upstand_measure_import_apply (import, fixture->store, FALSE, &error));
        g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_REFUSED);
        measures_fixture_reload (fixture);
        g_assert_cmpint (figure_of (fixture, "arrests", "all", "2022-23-Q2").state, ==,
            UPSTAND_FIGURE_UNANSWERED);
    }
    g_autoptr (GError) error = NULL;
    g_autofree char *path = g_build_filename (fixture->folder, "table.csv", NULL);
    g_assert_true (g_file_set_contents (path, "Name,Figure\nx,1\n", -1, NULL));
    g_assert_null (read_file (fixture, path, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT);
}

static void
test_workbook (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *path = g_build_filename (fixture->folder, "figures.xlsx", NULL);
    const UpstandSheetColumn columns[] = { { .title = "Measure" }, { .title = "Breakdown" },
        { .title = "2022-23-Q1", .kind = UPSTAND_CELL_WHOLE } };
    const UpstandCover cover = { .title = "Figures", .classification = "OFFICIAL" };
    g_autoptr (UpstandBook) book = upstand_book_new (&cover);
    g_autoptr (UpstandSheet) sheet = upstand_sheet_new ("figures", "Figures", columns, 3);
    const UpstandCell first[] = { upstand_cell_text ("Arrests"), upstand_cell_text ("Rape"),
        upstand_cell_whole (12) };
    const UpstandCell second[] = { upstand_cell_text ("Arrests"), upstand_cell_text ("In all"),
        upstand_cell_hole (UPSTAND_CELL_WITHHELD) };
    upstand_sheet_add_row (sheet, first);
    upstand_sheet_add_row (sheet, second);
    upstand_book_add_sheet (book, sheet);
    g_assert_true (upstand_workbook_write (book, path, NULL, NULL, NULL, &error));
    g_autoptr (UpstandMeasureImport) import = read_file (fixture, path, &error);
    g_assert_no_error (error);
    assert_counts (import, 2, 0, 0);
    const UpstandMeasureChange *change =
        g_ptr_array_index (upstand_measure_import_get_changes (import), 1);
    g_assert_cmpint (change->after.state, ==, UPSTAND_FIGURE_WITHHELD);
}

#define IMPORT_TEST(name, function) \
    g_test_add ("/measure-import/" name, Fixture, NULL, measures_fixture_set_up, function, \
        measures_fixture_tear_down)

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    IMPORT_TEST ("long", test_long);
    IMPORT_TEST ("wide", test_wide);
    IMPORT_TEST ("refusals", test_refusals);
    IMPORT_TEST ("workbook", test_workbook);
    return g_test_run ();
}
