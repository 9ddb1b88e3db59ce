/* SPDX-License-Identifier: MIT */
#include "measures-fixture.h"
#include "records/framework-measures.h"
#include "records/framework-records.h"
#include "records/plan.h"
#include "rules/measure-trend.h"

typedef MeasuresFixture Fixture;

#define ONE UPSTAND_FIGURE_ONE
#define RAPE "offence-group:rape"

static void
test_outline (Fixture *fixture, gconstpointer data)
{
    UpstandMeasuresOutline *outline = fixture->outline;
    g_assert_cmpuint (upstand_measures_outline_get_n_areas (outline), ==, 16);
    g_assert_cmpuint (upstand_measures_outline_get_n_periods (outline), ==, 5);
    g_assert_cmpuint (measures_fixture_period (fixture, "2021-22-Q4"), ==, 0);
    const UpstandMeasuresArea *conduct = upstand_measures_outline_get_area (outline, 0);
    g_assert_cmpstr (conduct->code, ==, "conduct");
    g_assert_cmpuint (conduct->first, ==, 0);
    g_assert_cmpuint (conduct->end, >, 3);
    /* Every line knows its measure, and every measure its area. */
    for (guint m = 0; m < upstand_measures_outline_get_n_measures (outline); m++) {
        const UpstandMeasuresMeasure *measure = upstand_measures_outline_get_measure (outline, m);
        const UpstandMeasuresArea *area =
            upstand_measures_outline_get_area (outline, measure->area);
        g_assert_true (m >= area->first && m < area->end);
        g_assert_cmpuint (measure->end, >, measure->first);
        for (guint l = measure->first; l < measure->end; l++)
            g_assert_cmpuint (upstand_measures_outline_get_line (outline, l)->measure, ==, m);
    }
    g_assert_cmpstr (upstand_measures_outline_get_return (outline, 0), ==, "interim-data");
    g_assert_cmpstr (upstand_measures_outline_get_return (outline, 1), ==, "data");
    guint managed = measures_fixture_line (fixture, "perpetrators-managed", "all");
    g_assert_false (upstand_measures_outline_is_owed (outline, managed, 0));
    g_assert_true (upstand_measures_outline_is_owed (outline, managed, 1));
    g_assert_true (upstand_measures_outline_is_owed (
        outline, measures_fixture_line (fixture, "arrests", RAPE), 0));
    g_assert_false (upstand_measures_outline_is_owed (
        outline, measures_fixture_line (fixture, "crimes", "victim-sex:female"), 1));
    g_assert_false (upstand_measures_outline_is_owed (
        outline, measures_fixture_line (fixture, "arrest-rate", RAPE), 1));
    /* An order that has not begun has no cell. */
    UpstandPeriod covers;
    g_assert_false (upstand_measures_outline_get_cell_period (
        outline, measures_fixture_line (fixture, "orders-issued", "order:dapn"), 4, &covers));
    g_autofree char *name = upstand_measures_outline_name_line (
        outline, measures_fixture_line (fixture, "arrests", RAPE));
    g_assert_cmpstr (name, ==, "Arrests: Rape");
}

static void
test_welsh (Fixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandMeasuresOutline) outline =
        upstand_measures_outline_load (upstand_store_get_database (fixture->store), "cy",
            UPSTAND_PERIOD_MONTHLY, upstand_date_new (2022, 4, 2), NULL);
    g_assert_cmpuint (upstand_measures_outline_get_n_periods (outline), ==, 4);
    guint arrests = upstand_measures_outline_find_measure (outline, "arrests");
    g_assert_cmpstr (
        upstand_measures_outline_get_measure (outline, arrests)->title, ==, "Arestiadau");
}

static void
test_cadences (void)
{
    for (guint i = 0; i < UPSTAND_N_PERIOD_CADENCES; i++)
        g_assert_cmpstr (upstand_measure_cadences[i].key, ==, upstand_period_cadence_to_key (i));
    g_assert_null (upstand_measure_cadences[UPSTAND_N_PERIOD_CADENCES].key);
}

static void
test_rates (void)
{
    UpstandFigure four = upstand_figure_of (4 * ONE), three = upstand_figure_of (3 * ONE);
    UpstandFigure zero = upstand_figure_of (0);
    UpstandMeasuresRate rate = upstand_measures_rate_of (three, four, 100);
    g_assert_cmpint (rate.figure.value, ==, 75 * ONE);
    g_assert_true (rate.is_exact);
    rate = upstand_measures_rate_of (four, three, 100);
    g_assert_cmpint (rate.figure.value, ==, 13333);
    g_assert_false (rate.is_exact);
    g_autofree char *words = upstand_measures_rate_describe (&rate, 100);
    g_assert_cmpstr (words, ==, "4 of 3: 133.33 per 100, rounded");
    /* A half is rounded up. */
    rate = upstand_measures_rate_of (upstand_figure_of (ONE), upstand_figure_of (800 * ONE), 100);
    g_assert_cmpint (rate.figure.value, ==, 13);
    g_assert_false (rate.is_exact);
    rate = upstand_measures_rate_of (zero, three, 100);
    g_assert_cmpint (rate.figure.value, ==, 0);
    g_assert_cmpint (rate.figure.state, ==, UPSTAND_FIGURE_VALUE);
    rate = upstand_measures_rate_of (three, zero, 100);
    g_assert_cmpint (rate.figure.state, ==, UPSTAND_FIGURE_NOT_APPLICABLE);
    rate = upstand_measures_rate_of (
        three, upstand_figure_without (UPSTAND_FIGURE_NOT_COLLECTED), 100);
    g_assert_cmpint (rate.figure.state, ==, UPSTAND_FIGURE_NOT_COLLECTED);
    rate = upstand_measures_rate_of ((UpstandFigure){ 0 }, three, 100);
    g_assert_cmpint (rate.figure.state, ==, UPSTAND_FIGURE_UNANSWERED);
    /* The largest figures there are do not overflow. */
    rate = upstand_measures_rate_of (
        upstand_figure_of (UPSTAND_FIGURE_MOST), upstand_figure_of (ONE), 100);
    g_assert_cmpint (rate.figure.value, ==, UPSTAND_FIGURE_MOST * 100);
}

/* A share is of what is told apart in the same way, only less finely. */
static void
test_rate_lines (Fixture *fixture, gconstpointer data)
{
    const char *code = RAPE "/outcome-code:16";
    const UpstandMeasuresLine *share = upstand_measures_outline_get_line (
        fixture->outline, measures_fixture_line (fixture, "outcome-share", code));
    g_assert_cmpuint (share->numerator, ==, measures_fixture_line (fixture, "outcomes", code));
    g_assert_cmpuint (
        share->denominator, ==, measures_fixture_line (fixture, "outcomes-total", RAPE));
    share = upstand_measures_outline_get_line (
        fixture->outline, measures_fixture_line (fixture, "outcome-share", "outcome-code:16"));
    g_assert_cmpuint (
        share->denominator, ==, measures_fixture_line (fixture, "outcomes-total", "all"));
    /* No rate lacks a part, but for the crimes of no incident. */
    UpstandMeasuresOutline *outline = fixture->outline;
    for (guint i = 0; i < upstand_measures_outline_get_n_lines (outline); i++) {
        const UpstandMeasuresLine *line = upstand_measures_outline_get_line (outline, i);
        gboolean rate = upstand_measures_outline_get_measure (outline, line->measure)->kind ==
                        UPSTAND_MEASURE_RATE;
        g_assert_true ((line->numerator != UPSTAND_NOWHERE) == rate);
        g_assert_true ((line->denominator != UPSTAND_NOWHERE) == rate);
    }
    measures_fixture_put (fixture, "arrests", RAPE, "2022-23-Q1", "5", NULL);
    measures_fixture_put (fixture, "crimes", RAPE, "2022-23-Q1", "20", NULL);
    UpstandFigure figure = upstand_measures_get_figure (
        fixture->measures, measures_fixture_line (fixture, "arrest-rate", RAPE), 1);
    g_assert_cmpint (figure.value, ==, 25 * ONE);
}

static void
test_sums (Fixture *fixture, gconstpointer data)
{
    guint lines[] = { measures_fixture_line (fixture, "culture-reports", "report-channel:network"),
        measures_fixture_line (fixture, "culture-reports", "report-channel:supervisor") };
    measures_fixture_put (
        fixture, "culture-reports", "report-channel:network", "2022-23-Q1", "5", NULL);
    UpstandMeasuresSum sum = upstand_measures_get_sum (fixture->measures, lines, 2, 1);
    g_assert_cmpint (sum.figure.value, ==, 5 * ONE);
    g_assert_true (sum.has_hole);
    measures_fixture_put (
        fixture, "culture-reports", "report-channel:supervisor", "2022-23-Q1", "n/a", NULL);
    sum = upstand_measures_get_sum (fixture->measures, lines, 2, 1);
    g_assert_false (sum.has_hole);
}

/* What is kept is what is read again; a revision stands beside what it revises. */
static void
test_cells (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    UpstandDatabase *database = upstand_store_get_database (fixture->store);
    guint line = measures_fixture_line (fixture, "arrests", RAPE);
    measures_fixture_put (fixture, "arrests", RAPE, "2022-23-Q1", "12", "Counted by hand");
    g_autoptr (UpstandMeasureFigure) revised =
        upstand_measures_edit_cell (fixture->measures, database, line, 1, TRUE, &error);
    g_assert_no_error (error);
    g_assert_cmpint (revised->revision, ==, 1);
    revised->value = 15 * ONE;
    g_assert_true (upstand_store_save (fixture->store, revised, &error));
    upstand_measures_take (fixture->measures, revised);
    for (guint pass = 0; pass < 2; pass++) {
        const UpstandMeasuresCell *cell = upstand_measures_get_cell (fixture->measures, line, 1);
        g_assert_cmpint (cell->figure.value, ==, 15 * ONE);
        g_assert_cmpint (cell->earlier.value, ==, 12 * ONE);
        g_assert_cmpuint (cell->revision, ==, 1);
        g_assert_cmpint (cell->id, ==, UPSTAND_RECORD (revised)->id);
        g_assert_cmpstr (cell->note, ==, "Counted by hand");
        g_assert_false (cell->clashes);
        measures_fixture_reload (fixture);
    }
    g_autoptr (GPtrArray) all =
        upstand_measures_list_revisions (fixture->measures, database, line, 1, &error);
    g_assert_cmpuint (all->len, ==, 2);
    g_assert_cmpint (((UpstandMeasureFigure *)g_ptr_array_index (all, 0))->value, ==, 12 * ONE);
    /* No cell: a rate, and an order before its time. */
    g_assert_null (upstand_measures_edit_cell (fixture->measures, database,
        measures_fixture_line (fixture, "arrest-rate", RAPE), 1, FALSE, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_INVALID);
    g_clear_error (&error);
    g_assert_null (upstand_measures_edit_cell (fixture->measures, database,
        measures_fixture_line (fixture, "orders-issued", "order:dapn"), 1, FALSE, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_INVALID);
}

/* File quality is collected since 20 December 2021: a part of that quarter. */
static void
test_part_period (Fixture *fixture, gconstpointer data)
{
    measures_fixture_put (fixture, "arrests", RAPE, "2021-22-Q4", "3", NULL);
    UpstandMeasureFigure *early = upstand_record_new (&upstand_measure_figure_type);
    early->line_id = upstand_measures_outline_get_line (
        fixture->outline, measures_fixture_line (fixture, "files-assessed", "all"))
                         ->id;
    early->cadence = UPSTAND_PERIOD_QUARTERLY;
    early->starts = upstand_date_new (2021, 12, 20);
    early->ends = upstand_date_new (2021, 12, 31);
    early->value = 7 * ONE;
    early->state = UPSTAND_FIGURE_VALUE;
    measures_fixture_save (fixture, early);
    measures_fixture_reload (fixture);
    g_assert_cmpuint (upstand_measures_outline_get_n_periods (fixture->outline), ==, 6);
    g_assert_cmpuint (measures_fixture_period (fixture, "2021-22-Q3"), ==, 0);
    guint line = measures_fixture_line (fixture, "files-assessed", "all");
    UpstandPeriod covers;
    g_assert_true (upstand_measures_outline_get_cell_period (fixture->outline, line, 0, &covers));
    g_assert_cmpuint (covers.start, ==, upstand_date_new (2021, 12, 20));
    g_assert_cmpint (
        upstand_measures_get_cell (fixture->measures, line, 0)->figure.value, ==, 7 * ONE);
    g_autoptr (GArray) trend = upstand_measures_get_trend (fixture->measures, line);
    g_assert_cmpuint (trend->len, ==, 6);
    g_assert_true (g_array_index (trend, UpstandMeasureTrendPoint, 0).is_part);
    g_assert_false (g_array_index (trend, UpstandMeasureTrendPoint, 1).is_part);
}

static void
test_trend (Fixture *fixture, gconstpointer data)
{
    measures_fixture_put (fixture, "bail", RAPE, "2021-22-Q4", "10", NULL);
    measures_fixture_put (fixture, "bail", RAPE, "2022-23-Q4", "30", NULL);
    measures_fixture_put (fixture, "arrests", RAPE, "2021-22-Q4", "10", NULL);
    measures_fixture_put (fixture, "arrests", RAPE, "2022-23-Q4", "30", NULL);
    g_autoptr (GArray) arrests = upstand_measures_get_trend (
        fixture->measures, measures_fixture_line (fixture, "arrests", RAPE));
    const UpstandMeasureTrendPoint *last = &g_array_index (arrests, UpstandMeasureTrendPoint, 4);
    g_assert_cmpint (last->year_before.value, ==, 10 * ONE);
    g_assert_null (last->after);
    g_autofree char *words = upstand_measures_describe_trend (
        fixture->measures, measures_fixture_line (fixture, "arrests", RAPE));
    g_assert_cmpstr (words, ==, "Arrests: Rape: 30 in 2022-23-Q4, 10 a year before.");
    /* The law changed on 28 October 2022: the quarter it falls in stands after a break, and nothing
     * after it is compared with a year before. */
    g_autoptr (GArray) bail = upstand_measures_get_trend (
        fixture->measures, measures_fixture_line (fixture, "bail", RAPE));
    last = &g_array_index (bail, UpstandMeasureTrendPoint, 4);
    g_assert_cmpint (last->year_before.state, ==, UPSTAND_FIGURE_UNANSWERED);
    g_assert_null (g_array_index (bail, UpstandMeasureTrendPoint, 2).after);
    g_assert_nonnull (g_array_index (bail, UpstandMeasureTrendPoint, 3).after);
    g_assert_null (last->after);
    g_autoptr (GArray) rate = upstand_measures_get_trend (
        fixture->measures, measures_fixture_line (fixture, "arrest-rate", RAPE));
    g_assert_cmpint (
        g_array_index (rate, UpstandMeasureTrendPoint, 4).rate.numerator.value, ==, 30 * ONE);
}

static void
test_breaks (Fixture *fixture, gconstpointer data)
{
    UpstandMeasuresOutline *outline = fixture->outline;
    UpstandDay day = upstand_date_new (2022, 10, 28);
    guint bail = measures_fixture_line (fixture, "bail", RAPE);
    guint arrests = measures_fixture_line (fixture, "arrests", RAPE);
    g_assert_nonnull (upstand_measures_outline_find_break (outline, bail, day - 1, day));
    g_assert_null (upstand_measures_outline_find_break (outline, bail, day, day + 90));
    g_assert_null (upstand_measures_outline_find_break (outline, bail, day - 9, day - 1));
    g_assert_null (upstand_measures_outline_find_break (outline, arrests, day - 1, day));
}

/* The force's own measure stands after the framework's. */
static void
test_own (Fixture *fixture, gconstpointer data)
{
    UpstandMeasure *own = upstand_record_new (&upstand_measure_type);
    own->code = g_strdup ("own-1");
    own->area_id = upstand_measures_outline_get_area (fixture->outline, 1)->id;
    own->title_en = g_strdup ("Own");
    own->cadence = UPSTAND_PERIOD_QUARTERLY;
    own->returns = g_strdup ("data");
    gint64 id = measures_fixture_save (fixture, own);
    UpstandMeasureLine *line = upstand_record_new (&upstand_measure_line_type);
    line->measure_id = id;
    line->code = g_strdup (UPSTAND_LINE_ALL);
    line->title_en = g_strdup ("In all");
    measures_fixture_save (fixture, line);
    measures_fixture_reload (fixture);
    guint place = upstand_measures_outline_find_measure (fixture->outline, "own-1");
    g_assert_cmpuint (place, ==, upstand_measures_outline_get_area (fixture->outline, 1)->end - 1);
    g_assert_true (upstand_measures_outline_get_measure (fixture->outline, place)->own);
    measures_fixture_put (fixture, "own-1", "all", "2022-23-Q1", "4", NULL);
}

/* A plan made before there were measures gets them from the same edition's newer file. */
static void
test_older_plan (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    UpstandDatabase *database = upstand_store_get_database (fixture->store);
    g_autoptr (UpstandFramework) framework = upstand_framework_load_default (NULL);
    g_assert_false (upstand_plan_add_framework (fixture->store, framework, "1.json", &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_EXISTS);
    g_clear_error (&error);
    g_assert_true (upstand_database_script (database,
        "DELETE FROM measure_line; DELETE FROM measure_requirement; DELETE FROM measure_break;"
        "DELETE FROM measure_relation; DELETE FROM measure WHERE kind = 'rate';"
        "DELETE FROM measure; DELETE FROM framework_item"
        " WHERE list IN ('measure-area', 'question', 'dimension')",
        &error));
    g_assert_no_error (error);
    g_assert_true (upstand_plan_add_framework (fixture->store, framework, "1.json", &error));
    g_assert_no_error (error);
    measures_fixture_reload (fixture);
    g_assert_cmpuint (upstand_measures_outline_get_n_areas (fixture->outline), ==, 16);
}

#define MEASURES_TEST(name, function) \
    g_test_add ("/measures/" name, Fixture, NULL, measures_fixture_set_up, function, \
        measures_fixture_tear_down)

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/measures/cadences", test_cadences);
    g_test_add_func ("/measures/rates", test_rates);
    MEASURES_TEST ("outline", test_outline);
    MEASURES_TEST ("welsh", test_welsh);
    MEASURES_TEST ("rate-lines", test_rate_lines);
    MEASURES_TEST ("sums", test_sums);
    MEASURES_TEST ("cells", test_cells);
    MEASURES_TEST ("part-period", test_part_period);
    MEASURES_TEST ("trend", test_trend);
    MEASURES_TEST ("breaks", test_breaks);
    MEASURES_TEST ("own", test_own);
    MEASURES_TEST ("older-plan", test_older_plan);
    return g_test_run ();
}
