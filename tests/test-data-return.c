/* SPDX-License-Identifier: MIT */
#include <glib/gstdio.h>
#include <string.h>

#include "exchange/sample-plan.h"
#include "records/plan.h"
#include "returns/data-return.h"
#include "rules/measure-trend.h"
#include "rules/measure-checks.h"

typedef struct {
    char *folder, *path;
    UpstandStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    fixture->folder = g_dir_make_tmp ("upstand-data-XXXXXX", NULL);
    fixture->path = g_build_filename (fixture->folder, "plan.upstand", NULL);
    g_assert_true (upstand_sample_plan_create (fixture->path, &error));
    fixture->store = upstand_plan_open (fixture->path, UPSTAND_DATABASE_READ_ONLY, NULL, &error);
    g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
    g_clear_object (&fixture->store);
    g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
    const char *name;
    while (folder && (name = g_dir_read_name (folder))) {
        g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
        g_unlink (path);
    }
    g_rmdir (fixture->folder);
    g_free (fixture->folder);
    g_free (fixture->path);
}

static UpstandReturnRequest
request_for (Fixture *fixture, const char *period)
{
    UpstandReturnRequest request = { .database = upstand_store_get_database (fixture->store),
        .today = upstand_plan_get_today (fixture->store),
        .classification = "OFFICIAL-SENSITIVE" };
    g_assert_true (upstand_period_parse (period, &request.period, NULL));
    return request;
}

static UpstandBook *
build (Fixture *fixture, const char *period)
{
    g_autoptr (GError) error = NULL;
    UpstandReturnRequest request = request_for (fixture, period);
    UpstandBook *book = upstand_data_return.build (&request, &error);
    g_assert_no_error (error);
    return book;
}

/* The row that begins with these two words; its cells as people read them. */
static GStrv
find_row (UpstandBook *book, const char *sheet_id, const char *first, const char *second)
{
    int place = upstand_book_find_sheet (book, sheet_id);
    g_assert_cmpint (place, >=, 0);
    UpstandSheet *sheet = upstand_book_get_sheet (book, place);
    guint n = upstand_sheet_get_n_columns (sheet);
    g_autofree UpstandCell *cells = g_new0 (UpstandCell, n);
    g_assert_true (upstand_sheet_rewind (sheet, NULL));
    while (upstand_sheet_next (sheet, cells, NULL)) {
        if (g_strcmp0 (cells[0].text, first) != 0 || g_strcmp0 (cells[1].text, second) != 0)
            continue;
        GStrv row = g_new0 (char *, n + 1);
        for (guint i = 0; i < n; i++)
            row[i] = upstand_cell_format (&cells[i]);
        return row;
    }
    g_assert_not_reached ();
}

/* Columns of an area's sheet. */
enum { FIGURE = 3, NUMERATOR, DENOMINATOR, COVERS, PROVISIONAL, EARLIER, LAST, YEAR, NOTE };

/* The interim return has the seven areas, the later ones all of them. */
static void
test_areas (Fixture *fixture, gconstpointer data)
{
    static const char *const interim[] = { "conduct", "crime-to-incident", "arrests", "bail",
        "cps-files", "file-quality", "outcomes" };
    g_autoptr (UpstandBook) first = build (fixture, "2021-22-Q4");
    g_assert_cmpuint (upstand_book_get_n_sheets (first), ==, G_N_ELEMENTS (interim) + 4);
    for (guint i = 0; i < G_N_ELEMENTS (interim); i++)
        g_assert_cmpint (upstand_book_find_sheet (first, interim[i]), ==, (int)i);
    g_autoptr (UpstandBook) later = build (fixture, "2022-23-Q2");
    g_assert_cmpuint (upstand_book_get_n_sheets (later), ==, 16 + 4);
    g_assert_cmpint (upstand_book_find_sheet (later, "orders"), >=, 0);
    UpstandReturnRequest request = request_for (fixture, "2020-21-Q4");
    g_autoptr (GError) error = NULL;
    g_assert_null (upstand_data_return.build (&request, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND);
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandBook) book = build (fixture, "2022-23-Q4");
    g_auto (GStrv) rate = find_row (book, "arrests", "Arrests for each 100 crimes", "Rape");
    g_auto (GStrv) arrests = find_row (book, "arrests", "Arrests", "Rape");
    g_auto (GStrv) crimes = find_row (book, "crime-to-incident", "Crimes recorded", "Rape");
    g_assert_cmpstr (rate[NUMERATOR], ==, arrests[FIGURE]);
    g_assert_cmpstr (rate[DENOMINATOR], ==, crimes[FIGURE]);
    g_assert_cmpstr (rate[FIGURE], !=, "");
    g_assert_cmpstr (arrests[PROVISIONAL], ==, "Yes");
    g_assert_cmpstr (arrests[NUMERATOR], ==, "");
    /* A state is words, and no zero. */
    g_auto (GStrv) held = find_row (book, "orders", "Orders in force", "Non-molestation order");
    g_assert_cmpstr (held[FIGURE], ==, "Not collected");
    g_assert_nonnull (strstr (held[NOTE], "paper lists"));
    g_auto (GStrv) open = find_row (book, "victims", "Hours to referral", NULL);
    g_assert_cmpstr (open[FIGURE], ==, "Not answered");
    /* A revision keeps what was said first; a part-period is not laid beside a whole one. */
    g_autoptr (UpstandBook) interim = build (fixture, "2021-22-Q4");
    g_auto (GStrv) revised = find_row (interim, "arrests", "Arrests", "Rape");
    g_assert_cmpstr (revised[EARLIER], !=, "");
    g_assert_cmpstr (revised[EARLIER], !=, revised[FIGURE]);
    g_auto (GStrv) quality = find_row (interim, "file-quality", "Files assessed", "In all");
    g_assert_cmpstr (quality[LAST], ==, "");
    g_auto (GStrv) words = find_row (interim, "narrative", "Formal outcomes",
        "What lies behind outcomes 14, 15 and 16, and what did scrutiny of them find?");
    g_assert_true (g_str_has_prefix (words[2], "Scrutiny of proposals"));
}

static guint
count_check (GPtrArray *findings, const char *check)
{
    guint n = 0;
    for (guint i = 0; i < findings->len; i++)
        n += strcmp (((UpstandFinding *)g_ptr_array_index (findings, i))->check, check) == 0;
    return n;
}

/* The newest quarter fails in each way that the story says; those before it block nothing. */
static void
test_checks (Fixture *fixture, gconstpointer data)
{
    static const char *const sound[] = { "2021-22-Q4", "2022-23-Q1", "2022-23-Q2", "2022-23-Q3" };
    for (guint i = 0; i < G_N_ELEMENTS (sound); i++) {
        UpstandReturnRequest request = request_for (fixture, sound[i]);
        g_autoptr (GPtrArray) findings = upstand_data_return.check (&request, NULL);
        g_test_message ("%s", sound[i]);
        g_assert_cmpuint (upstand_findings_count (findings, UPSTAND_FINDING_BLOCKS), ==, 0);
        g_assert_true ((count_check (findings, UPSTAND_CHECK_MEASURE_BREAK) > 0) == (i == 3));
    }
    UpstandReturnRequest request = request_for (fixture, "2022-23-Q4");
    g_autoptr (GPtrArray) findings = upstand_data_return.check (&request, NULL);
    g_assert_cmpuint (count_check (findings, UPSTAND_CHECK_MEASURE_ANSWERED), ==, 3);
    g_assert_cmpuint (count_check (findings, UPSTAND_CHECK_MEASURE_RELATION), ==, 2);
    g_assert_cmpuint (count_check (findings, UPSTAND_CHECK_MEASURE_REASON), ==, 1);
    g_assert_cmpuint (count_check (findings, UPSTAND_CHECK_MEASURE_ZERO), >=, 1);
    /* The one that was answered is in the book with its reason, and no longer open. */
    for (guint i = 0; i < findings->len; i++)
        g_assert_null (strstr (((UpstandFinding *)g_ptr_array_index (findings, i))->sentence,
            "Arrests: Child sexual abuse"));
    g_autoptr (UpstandBook) book = build (fixture, "2022-23-Q4");
    UpstandSheet *sheet = upstand_book_get_sheet (book, upstand_book_find_sheet (book, "checks"));
    guint reasons = 0;
    UpstandCell cells[5] = { 0 };
    while (upstand_sheet_next (sheet, cells, NULL)) {
        reasons += cells[2].state == UPSTAND_CELL_VALUE;
        memset (cells, 0, sizeof cells);
    }
    g_assert_cmpuint (reasons, ==, 1);
    g_assert_cmpint (upstand_sheet_get_n_rows (sheet), ==, findings->len + 1);
}

/* Eight quarters with every state; always the same. */
static void
test_story (Fixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandMeasuresOutline) outline =
        upstand_measures_outline_load (upstand_store_get_database (fixture->store), "en",
            UPSTAND_PERIOD_QUARTERLY, upstand_plan_get_today (fixture->store), NULL);
    g_autoptr (UpstandMeasures) measures =
        upstand_measures_load (outline, upstand_store_get_database (fixture->store), NULL);
    guint states[UPSTAND_N_FIGURE_STATES] = { 0 }, parts = 0, provisional = 0, revised = 0,
          zeros = 0;
    g_assert_cmpuint (upstand_measures_outline_get_n_periods (outline), ==, 8);
    for (guint line = 0; line < upstand_measures_outline_get_n_lines (outline); line++)
        for (guint period = 0; period < 8; period++) {
            const UpstandMeasuresCell *cell = upstand_measures_get_cell (measures, line, period);
            states[cell->figure.state]++;
            zeros += upstand_figure_has_value (cell->figure) && cell->figure.value == 0;
            parts += cell->id && upstand_period_is_part (&cell->covers);
            provisional += cell->provisional;
            revised += cell->revision > 0;
        }
    for (guint state = 0; state < UPSTAND_N_FIGURE_STATES; state++)
        g_assert_cmpuint (states[state], >, 0);
    g_assert_cmpuint (zeros, >, 0);
    g_assert_cmpuint (parts, >, 0);
    g_assert_cmpuint (provisional, >, 0);
    g_assert_cmpuint (revised, ==, 12);
}

#define DATA_TEST(name, function) \
    g_test_add ("/data-return/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    DATA_TEST ("areas", test_areas);
    DATA_TEST ("rows", test_rows);
    DATA_TEST ("checks", test_checks);
    DATA_TEST ("story", test_story);
    return g_test_run ();
}
