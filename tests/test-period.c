/* SPDX-License-Identifier: MIT */
#include "rules/period.h"

#include "database/error.h"

#include <string.h>

static UpstandDay
day (const char *iso)
{
    UpstandDay result = upstand_date_from_iso (iso);
    g_assert_cmpuint (result, >, 0);
    return result;
}

static void
assert_period (UpstandPeriod period, const char *label, const char *start, const char *end)
{
    g_autofree char *got = upstand_period_label (&period);

    g_assert_cmpstr (got, ==, label);
    g_assert_cmpuint (period.start, ==, day (start));
    g_assert_cmpuint (period.end, ==, day (end));
    g_assert_true (upstand_period_is_valid (&period));
}

static UpstandPeriod
read_period (const char *label)
{
    g_autoptr (GError) error = NULL;
    UpstandPeriod period = { 0 };

    gboolean parsed = upstand_period_parse (label, &period, &error);
    g_assert_no_error (error);
    g_assert_true (parsed);
    return period;
}

static void
test_current (void)
{
    static const struct {
        UpstandPeriodCadence cadence;
        const char *on, *label, *start, *end;
    } cases[] = {
        { UPSTAND_PERIOD_QUARTERLY, "2022-03-31", "2021-22-Q4", "2022-01-01", "2022-03-31" },
        { UPSTAND_PERIOD_QUARTERLY, "2022-04-01", "2022-23-Q1", "2022-04-01", "2022-06-30" },
        { UPSTAND_PERIOD_QUARTERLY, "2022-06-30", "2022-23-Q1", "2022-04-01", "2022-06-30" },
        { UPSTAND_PERIOD_QUARTERLY, "2022-07-01", "2022-23-Q2", "2022-07-01", "2022-09-30" },
        { UPSTAND_PERIOD_QUARTERLY, "2021-12-31", "2021-22-Q3", "2021-10-01", "2021-12-31" },
        { UPSTAND_PERIOD_QUARTERLY, "2024-02-29", "2023-24-Q4", "2024-01-01", "2024-03-31" },
        { UPSTAND_PERIOD_SIX_MONTHLY, "2022-03-31", "2021-22-H2", "2021-10-01", "2022-03-31" },
        { UPSTAND_PERIOD_SIX_MONTHLY, "2022-04-01", "2022-23-H1", "2022-04-01", "2022-09-30" },
        { UPSTAND_PERIOD_YEARLY, "2022-03-31", "2021-22", "2021-04-01", "2022-03-31" },
        { UPSTAND_PERIOD_YEARLY, "2022-04-01", "2022-23", "2022-04-01", "2023-03-31" },
        { UPSTAND_PERIOD_MONTHLY, "2024-02-29", "2024-02", "2024-02-01", "2024-02-29" },
        { UPSTAND_PERIOD_MONTHLY, "2021-12-01", "2021-12", "2021-12-01", "2021-12-31" },
        { UPSTAND_PERIOD_CENSUS, "2022-03-30", "2021-09-30", "2021-09-30", "2021-09-30" },
        { UPSTAND_PERIOD_CENSUS, "2022-03-31", "2022-03-31", "2022-03-31", "2022-03-31" },
        { UPSTAND_PERIOD_CENSUS, "2022-09-29", "2022-03-31", "2022-03-31", "2022-03-31" },
        { UPSTAND_PERIOD_CENSUS, "2022-10-01", "2022-09-30", "2022-09-30", "2022-09-30" },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        assert_period (upstand_period_current (cases[i].cadence, day (cases[i].on)), cases[i].label,
            cases[i].start, cases[i].end);
}

static void
test_last_ended (void)
{
    assert_period (upstand_period_last_ended (UPSTAND_PERIOD_QUARTERLY, day ("2022-03-31")),
        "2021-22-Q3", "2021-10-01", "2021-12-31");
    assert_period (upstand_period_last_ended (UPSTAND_PERIOD_QUARTERLY, day ("2022-04-01")),
        "2021-22-Q4", "2022-01-01", "2022-03-31");
    assert_period (upstand_period_last_ended (UPSTAND_PERIOD_CENSUS, day ("2022-09-30")),
        "2022-03-31", "2022-03-31", "2022-03-31");
    assert_period (upstand_period_last_ended (UPSTAND_PERIOD_CENSUS, day ("2022-10-01")),
        "2022-09-30", "2022-09-30", "2022-09-30");
}

static void
test_steps (void)
{
    static const char *const chains[][3] = {
        { "2021-22-Q3", "2021-22-Q4", "2022-23-Q1" }, { "2021-22-H1", "2021-22-H2", "2022-23-H1" },
        { "2020-21", "2021-22", "2022-23" }, { "2021-12", "2022-01", "2022-02" },
        { "2021-09-30", "2022-03-31", "2022-09-30" },
        { "2022-03-31", "2022-05-10", "2022-09-30" }, /* a census on a day of the force's own */
    };

    for (gsize i = 0; i < G_N_ELEMENTS (chains); i++) {
        UpstandPeriod middle = read_period (chains[i][1]);
        UpstandPeriod before = upstand_period_previous (&middle),
                      after = upstand_period_next (&middle);
        g_autofree char *first = upstand_period_label (&before);
        g_autofree char *last = upstand_period_label (&after);
        g_assert_cmpstr (first, ==, chains[i][0]);
        g_assert_cmpstr (last, ==, chains[i][2]);
    }
}

/* Ninety years of each grid: no day without its period, no overlap, every label reads back. */
static void
test_grids_are_seamless (void)
{
    for (guint cadence = UPSTAND_PERIOD_MONTHLY; cadence < UPSTAND_N_PERIOD_CADENCES; cadence++) {
        UpstandPeriod period =
            upstand_period_current ((UpstandPeriodCadence)cadence, day ("2013-04-01"));
        while (period.end < day ("2098-12-31")) {
            g_autofree char *label = upstand_period_label (&period);
            UpstandPeriod again = read_period (label), next = upstand_period_next (&period);
            UpstandPeriod back = upstand_period_previous (&next);
            g_assert_cmpint (upstand_period_compare (&again, &period), ==, 0);
            g_assert_cmpint (upstand_period_compare (&back, &period), ==, 0);
            g_assert_cmpuint (next.start, ==, period.end + 1);
            g_assert_false (upstand_period_is_part (&period));
            period = next;
        }
    }
}

static void
test_year_before (void)
{
    static const char *const pairs[][2] = {
        { "2022-23-Q1", "2021-22-Q1" },
        { "2024-02", "2023-02" },
        { "2022-09-30", "2021-09-30" },
        { "2024-02-29", "2023-02-28" },
        { "2022-23", "2021-22" },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++) {
        UpstandPeriod now = read_period (pairs[i][0]), then = upstand_period_year_before (&now);
        g_autofree char *label = upstand_period_label (&then);
        g_assert_cmpstr (label, ==, pairs[i][1]);
    }
}

static void
test_part_periods (void)
{
    UpstandPeriod quarter = read_period ("2021-22-Q3"), part, again;

    /* File quality is counted from 20 December 2021 only. */
    g_assert_true (upstand_period_part (&quarter, day ("2021-12-20"), 0, &part));
    assert_period (part, "2021-22-Q3_2021-12-20_2021-12-31", "2021-12-20", "2021-12-31");
    g_assert_true (upstand_period_is_part (&part));
    g_assert_false (upstand_period_contains (&part, day ("2021-12-19")));
    g_assert_true (upstand_period_contains (&part, day ("2021-12-20")));
    g_assert_true (upstand_period_contains (&part, day ("2021-12-31")));
    g_assert_false (upstand_period_contains (&part, day ("2022-01-01")));
    again = read_period ("2021-22-Q3_2021-12-20_2021-12-31");
    g_assert_cmpint (upstand_period_compare (&part, &again), ==, 0);
    g_assert_cmpint (upstand_period_compare (&part, &quarter), >, 0);
    again = upstand_period_whole (&part);
    g_assert_cmpint (upstand_period_compare (&again, &quarter), ==, 0);
    again = upstand_period_next (&part);
    assert_period (again, "2021-22-Q4", "2022-01-01", "2022-03-31");

    g_assert_true (upstand_period_part (&quarter, day ("2021-01-01"), day ("2023-01-01"), &part));
    g_assert_cmpint (upstand_period_compare (&part, &quarter), ==, 0);
    g_assert_false (upstand_period_part (&quarter, day ("2022-01-01"), 0, &part));
    g_assert_false (upstand_period_part (&quarter, 0, day ("2021-09-30"), &part));
    g_assert_true (upstand_period_part (&quarter, 0, day ("2021-10-01"), &part));
    g_assert_cmpuint (part.start, ==, part.end);
}

static void
test_validity (void)
{
    UpstandPeriod backwards = { UPSTAND_PERIOD_QUARTERLY, day ("2022-03-31"), day ("2022-01-01") };
    UpstandPeriod too_long = { UPSTAND_PERIOD_QUARTERLY, day ("2022-01-01"), day ("2022-04-01") };
    UpstandPeriod two_days = { UPSTAND_PERIOD_CENSUS, day ("2022-03-30"), day ("2022-03-31") };
    UpstandPeriod empty = { UPSTAND_PERIOD_YEARLY, 0, 0 };
    UpstandPeriod unknown = { (UpstandPeriodCadence)99, day ("2022-01-01"), day ("2022-01-01") };

    g_assert_false (upstand_period_is_valid (&backwards));
    g_assert_false (upstand_period_is_valid (&too_long));
    g_assert_false (upstand_period_is_valid (&empty));
    g_assert_false (upstand_period_is_valid (&unknown));
    g_assert_false (upstand_period_is_valid (&two_days));
}

static void
test_labels_as_people_write_them (void)
{
    static const char *const same[] = { "2021-22-Q4", "2021/22-Q4", "2021-22 q4", " 2021/22 Q4 " };

    for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
        assert_period (read_period (same[i]), "2021-22-Q4", "2022-01-01", "2022-03-31");
    assert_period (read_period ("2021/22"), "2021-22", "2021-04-01", "2022-03-31");
    assert_period (read_period ("2024-02-29"), "2024-02-29", "2024-02-29", "2024-02-29");
}

static void
test_refusals (void)
{
    static const struct {
        const char *label, *says;
    } cases[] = {
        { "", "is not a period. Write 2021-22-Q4" },
        { "Q4", "is not a period. Write 2021-22-Q4" },
        { "2022", "is not a period. Write 2021-22-Q4" },
        { "2021-22-Q", "is not a period. Write 2021-22-Q4" },
        { "2021-22-Q44", "is not a period. Write 2021-22-Q4" },
        { "2021-22-M1", "is not a period. Write 2021-22-Q4" },
        { "2022-02-30", "is not a period. Write 2021-22-Q4" },
        { "21-22-Q4", "is not a period. Write 2021-22-Q4" },
        { "2021-22-Q4_2022-01-01", "is not a period. Write 2021-22-Q4" },
        { "2021-22-Q4_2022-01-01_2022-01-02_2022-01-03", "is not a period. Write 2021-22-Q4" },
        { "\xff", "is not a period. Write 2021-22-Q4" },
        { "2021-22-Q5", "quarters are Q1 (April to June)" },
        { "2021-22-Q0", "quarters are Q1 (April to June)" },
        { "2021-22-H3", "half-years are H1" },
        { "2021-23-Q1", "the financial year that begins in 2021 is written 2021-22" },
        { "2021-23", "the financial year that begins in 2021 is written 2021-22" },
        { "2021-00", "the financial year that begins in 2021 is written 2021-22" },
        { "2011-12", "is not between 2013 and 2098" },
        { "2012-13-Q1", "is not between 2013 and 2098" },
        { "2099-00", "is not between 2013 and 2098" },
        { "1999-01-01", "is not between 2013 and 2098" },
        { "2021-22-Q3_2021-12-20_2022-01-01", "must lie inside the whole one" },
        { "2021-22-Q3_2021-09-30_2021-12-31", "must lie inside the whole one" },
        { "2021-22-Q3_2021-12-31_2021-12-30", "must lie inside the whole one" },
        { "2021-22-Q3_x_2021-12-30", "must lie inside the whole one" },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        UpstandPeriod period;
        g_assert_false (upstand_period_parse (cases[i].label, &period, &error));
        g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_INVALID);
        if (!strstr (error->message, cases[i].says))
            g_error ("%s: %s", cases[i].label, error->message);
    }
}

static void
test_cadence_is_held (void)
{
    g_autoptr (GError) error = NULL;
    UpstandPeriod period;

    g_assert_true (upstand_period_parse_as ("2021-22-Q4", UPSTAND_PERIOD_QUARTERLY, &period, NULL));
    g_assert_false (
        upstand_period_parse_as ("2022-03-31", UPSTAND_PERIOD_QUARTERLY, &period, &error));
    g_assert_cmpstr (
        error->message, ==, "“2022-03-31” is not a period of this kind. Write it like 2021-22-Q4.");
    for (guint i = 0; i < UPSTAND_N_PERIOD_CADENCES; i++) {
        UpstandPeriodCadence cadence = UPSTAND_N_PERIOD_CADENCES;
        g_assert_true (upstand_period_cadence_from_key (
            upstand_period_cadence_to_key ((UpstandPeriodCadence)i), &cadence));
        g_assert_cmpuint (cadence, ==, i);
    }
    g_assert_false (upstand_period_cadence_from_key ("weekly", &(UpstandPeriodCadence){ 0 }));
    g_assert_false (upstand_period_cadence_from_key (NULL, &(UpstandPeriodCadence){ 0 }));
}

static void
test_words (void)
{
    static const char *const cases[][2] = {
        { "2021-22-Q4", "Quarter 4 of 2021-22 (January to March 2022)" },
        { "2021-22-H1", "First half of 2021-22 (April to September 2021)" },
        { "2021-22-H2", "Second half of 2021-22 (October 2021 to March 2022)" },
        { "2021-22", "Financial year 2021-22 (April 2021 to March 2022)" },
        { "2022-03", "March 2022" },
        { "2022-09-30", "30 September 2022" },
        { "2021-22-Q3_2021-12-20_2021-12-31",
            "20 December 2021 to 31 December 2021 (part of 2021-22-Q3)" },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        UpstandPeriod period = read_period (cases[i][0]);
        g_autofree char *words = upstand_period_describe (&period);
        g_assert_cmpstr (words, ==, cases[i][1]);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/period/current", test_current);
    g_test_add_func ("/period/last-ended", test_last_ended);
    g_test_add_func ("/period/steps", test_steps);
    g_test_add_func ("/period/seamless", test_grids_are_seamless);
    g_test_add_func ("/period/year-before", test_year_before);
    g_test_add_func ("/period/parts", test_part_periods);
    g_test_add_func ("/period/validity", test_validity);
    g_test_add_func ("/period/labels", test_labels_as_people_write_them);
    g_test_add_func ("/period/refusals", test_refusals);
    g_test_add_func ("/period/cadence", test_cadence_is_held);
    g_test_add_func ("/period/words", test_words);
    return g_test_run ();
}
