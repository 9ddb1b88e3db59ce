/* SPDX-License-Identifier: MIT */
#include "records/date.h"

#include "database/error.h"

#include <string.h>

/* Thursday before the first quarter of 2022 ends. */
#define TODAY (upstand_date_new (2022, 3, 31))

static void
assert_iso (UpstandDay day, const char *expected)
{
    g_autofree char *iso = upstand_date_to_iso (day);
    g_assert_cmpstr (iso, ==, expected);
}

static void
assert_typed_on (const char *typed, UpstandDay today, const char *expected)
{
    g_autoptr (GError) error = NULL;
    UpstandDay day = 12345;

    gboolean read = upstand_date_parse (typed, today, &day, &error);
    g_autofree char *shown = g_strescape (typed, NULL);
    g_test_message ("%s", shown);
    g_assert_no_error (error);
    g_assert_true (read);
    assert_iso (day, expected);
}

static void
assert_refused (const char *typed)
{
    g_autoptr (GError) error = NULL;
    UpstandDay day = 12345;

    g_autofree char *shown = g_strescape (typed, NULL);
    g_test_message ("%s", shown);
    g_assert_false (upstand_date_parse (typed, TODAY, &day, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_INVALID);
    g_assert_cmpuint (day, ==, 12345);
    g_assert_cmpuint (strlen (error->message), >, 10);
}

static void
test_every_day_round_trips (void)
{
    UpstandDay first = upstand_date_new (1899, 12, 31), last = upstand_date_new (2101, 1, 1);

    for (UpstandDay day = first; day <= last; day++) {
        g_autofree char *iso = upstand_date_to_iso (day);
        g_autofree char *typed = upstand_date_format (day, UPSTAND_DATE_LONG);
        int year, month, day_of_month;

        upstand_date_split (day, &year, &month, &day_of_month);
        g_assert_cmpuint (upstand_date_new (year, month, day_of_month), ==, day);
        g_assert_cmpuint (upstand_date_from_iso (iso), ==, day);
        if (year >= 1900) {
            UpstandDay read;
            g_assert_true (upstand_date_parse (typed, TODAY, &read, NULL));
            g_assert_cmpuint (read, ==, day);
        }
    }
}

static void
test_days_that_do_not_exist (void)
{
    g_assert_cmpuint (upstand_date_new (2024, 2, 29), >, 0);
    g_assert_cmpuint (upstand_date_new (2022, 2, 29), ==, 0);
    g_assert_cmpuint (upstand_date_new (1900, 2, 29), ==, 0);
    g_assert_cmpuint (upstand_date_new (2000, 2, 29), >, 0);
    g_assert_cmpuint (upstand_date_new (2022, 2, 30), ==, 0);
    g_assert_cmpuint (upstand_date_new (2022, 6, 31), ==, 0);
    g_assert_cmpuint (upstand_date_new (2022, 0, 1), ==, 0);
    g_assert_cmpuint (upstand_date_new (2022, 13, 1), ==, 0);
    g_assert_cmpuint (upstand_date_new (2022, 1, 0), ==, 0);
    g_assert_cmpuint (upstand_date_new (2022, 1, 32), ==, 0);
    g_assert_cmpuint (upstand_date_new (2022, 257, 257), ==, 0);
    g_assert_cmpuint (upstand_date_new (0, 1, 1), ==, 0);
    g_assert_cmpuint (upstand_date_new (-1, 1, 1), ==, 0);
    g_assert_cmpuint (upstand_date_new (10000, 1, 1), ==, 0);
    g_assert_cmpuint (upstand_date_new (67558, 1, 1), ==, 0); /* 2022 + 65536 */
}

static void
test_iso_is_exact (void)
{
    static const char *const wrong[] = {
        "",
        "2022",
        "2022-3-31",
        "2022-03-3",
        "2022-03-311",
        "2022-03-31 ",
        " 2022-03-31",
        "2022/03/31",
        "2022-02-29",
        "2022-03-32",
        "0000-01-01",
        "-022-03-31",
        "2022-03-31T00:00",
        "abcd-ef-gh",
        "2022-0a-31",
        "２022-03-31",
    };

    for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
        g_assert_cmpuint (upstand_date_from_iso (wrong[i]), ==, 0);
    g_assert_cmpuint (upstand_date_from_iso (NULL), ==, 0);
    g_assert_cmpuint (upstand_date_from_iso ("2024-02-29"), ==, upstand_date_new (2024, 2, 29));
    g_assert_cmpuint (upstand_date_from_iso ("9999-12-31"), ==, upstand_date_new (9999, 12, 31));
    g_assert_null (upstand_date_to_iso (0));
}

static void
test_formats (void)
{
    UpstandDay day = upstand_date_new (2022, 9, 5);
    g_autofree char *brief = upstand_date_format (day, UPSTAND_DATE_SHORT);
    g_autofree char *lengthy = upstand_date_format (day, UPSTAND_DATE_LONG);
    g_autofree char *numeric = upstand_date_format (day, UPSTAND_DATE_NUMERIC);
    g_autofree char *nothing = upstand_date_format (0, UPSTAND_DATE_LONG);

    g_assert_cmpstr (brief, ==, "5 Sep 2022");
    g_assert_cmpstr (lengthy, ==, "5 September 2022");
    g_assert_cmpstr (numeric, ==, "05/09/2022");
    g_assert_cmpstr (nothing, ==, "");
}

static void
test_months_are_clamped (void)
{
    static const struct {
        const char *from;
        int months;
        const char *to;
    } cases[] = {
        { "2022-01-31", 1, "2022-02-28" },
        { "2024-01-31", 1, "2024-02-29" },
        { "2024-02-29", 12, "2025-02-28" },
        { "2024-02-29", 48, "2028-02-29" },
        { "2022-03-31", 6, "2022-09-30" },
        { "2022-09-30", 6, "2023-03-30" },
        { "2022-03-31", -1, "2022-02-28" },
        { "2022-01-15", -1, "2021-12-15" },
        { "2021-12-15", 3, "2022-03-15" },
        { "2022-05-31", 0, "2022-05-31" },
        { "2022-01-01", -24, "2020-01-01" },
        { "2022-12-31", 1, "2023-01-31" },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        assert_iso (
            upstand_date_add_months (upstand_date_from_iso (cases[i].from), cases[i].months),
            cases[i].to);
    g_assert_cmpuint (upstand_date_add_months (0, 3), ==, 0);
    g_assert_cmpuint (upstand_date_add_months (TODAY, G_MAXINT), ==, 0);
    g_assert_cmpuint (upstand_date_add_months (TODAY, G_MININT), ==, 0);
    assert_iso (upstand_date_month_end (upstand_date_new (2024, 2, 1)), "2024-02-29");
    assert_iso (upstand_date_month_end (upstand_date_new (2022, 12, 31)), "2022-12-31");
    g_assert_cmpuint (upstand_date_month_end (0), ==, 0);
}

static void
test_typed_freely (void)
{
    static const struct {
        const char *typed, *expected;
    } cases[] = {
        { "31/3/22", "2022-03-31" },
        { "31.3.2022", "2022-03-31" },
        { "31-03-2022", "2022-03-31" },
        { "31–03–2022", "2022-03-31" },
        { "31 3 22", "2022-03-31" },
        { "1/2/03", "2003-02-01" },
        { "1/1/99", "2099-01-01" },
        { "31 Mar", "2022-03-31" },
        { "31 march 22", "2022-03-31" },
        { "31MAR22", "2022-03-31" },
        { "  31\u00a0Mar\u00a02022 ", "2022-03-31" },
        { "31st March 2022", "2022-03-31" },
        { "1st of Sept. 2022", "2022-09-01" },
        { "2nd of Aug 2022", "2022-08-02" },
        { "March 31, 2022", "2022-03-31" },
        { "Mar 2022", "2022-03-31" },
        { "february 2024", "2024-02-29" },
        { "2/2023", "2023-02-28" },
        { "2022-06", "2022-06-30" },
        { "2022-03-31", "2022-03-31" },
        { "2022/3/1", "2022-03-01" },
        { "29/2/24", "2024-02-29" },
        { "Today", "2022-03-31" },
        { "TOMORROW", "2022-04-01" },
        { "yesterday", "2022-03-30" },
        { "+7", "2022-04-07" },
        { "-7", "2022-03-24" },
        { "− 7", "2022-03-24" },
        { "+0", "2022-03-31" },
        { "+366", "2023-04-01" },
        { "31 Mawrth 2022", "2022-03-31" },
        { "31 o Fawrth 2022", "2022-03-31" },
        { "1af o Fai 2022", "2022-05-01" },
        { "25ain Rhagfyr 2022", "2022-12-25" },
        { "4ydd Gorff 2022", "2022-07-04" },
        { "30 Meh", "2022-06-30" },
        { "Chwef 2024", "2024-02-29" },
        { "5 Ion 2022", "2022-01-05" },
        { "5 ebrill 2022", "2022-04-05" },
        { "5 Awst 2022", "2022-08-05" },
        { "5 Medi 2022", "2022-09-05" },
        { "5 Hyd 2022", "2022-10-05" },
        { "5 Tach 2022", "2022-11-05" },
        { "heddiw", "2022-03-31" },
        { "yfory", "2022-04-01" },
        { "ddoe", "2022-03-30" },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        assert_typed_on (cases[i].typed, TODAY, cases[i].expected);
    assert_typed_on ("", TODAY, NULL);
    assert_typed_on ("   ", TODAY, NULL);
}

static void
test_nearest_year (void)
{
    assert_typed_on ("31 Dec", upstand_date_new (2022, 1, 3), "2021-12-31");
    assert_typed_on ("3 Jan", upstand_date_new (2021, 12, 30), "2022-01-03");
    assert_typed_on ("30 Jun", upstand_date_new (2022, 3, 31), "2022-06-30");
    /* 182 days back against 183 on, and the other way about */
    assert_typed_on ("29/9", upstand_date_new (2022, 3, 31), "2022-09-29");
    assert_typed_on ("1/10", upstand_date_new (2022, 3, 31), "2021-10-01");
    assert_typed_on ("30/9", upstand_date_new (2022, 3, 31), "2021-09-30");
    assert_typed_on (
        "1 Jan", upstand_date_new (2024, 7, 2), "2025-01-01"); /* 183 days either way */
    assert_typed_on ("29 Feb", upstand_date_new (2022, 2, 27), "2020-02-29");
    assert_typed_on ("29 Feb", upstand_date_new (2022, 3, 2), "2024-02-29");
    assert_typed_on ("29 Feb", upstand_date_new (2100, 3, 1), "2104-02-29");
    assert_typed_on ("31/3", upstand_date_new (2022, 3, 31), "2022-03-31");
}

static void
test_nonsense_is_refused (void)
{
    static const char *const wrong[] = {
        "soon",
        "31",
        "2022",
        "31/",
        "31/3/",
        "/3/22",
        "31//3/22",
        "3/31/22",
        "31/3/202",
        "31/3/2",
        "31/3/20222",
        "31/3/22/1",
        "30 Feb",
        "30/2/22",
        "29/2/22",
        "31/6/22",
        "0/1/22",
        "1/0/22",
        "32 Mar",
        "31 Mars 2022",
        "31 Smarch 2022",
        "Mar",
        "Mar 22",
        "Mar Apr",
        "Mar Apr 22",
        "31 Mar Apr",
        "22 31 Mar",
        "1/1/0001",
        "1/1/9999",
        "2022-03-31T10:00",
        "31 Mar 2022 10:00",
        "+",
        "-",
        "+x",
        "+7d",
        "+99999999999999999999",
        "++7",
        "-999999",
        "31\\3\\22",
        "31;3;22",
        "31 ma 2022",
        "st 31 Mar",
        "99999999999999999999/1/1",
        "31 Mar 2022 2022",
        "۳۱/۳/۲۲",
        "<b>31</b>",
        "%s%n",
        "31 mar 2022 and then some words that go on for far too long to be a date",
        "\xff\xfe",
        "31/3/22\xc3",
        "=TODAY()",
    };

    for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
        assert_refused (wrong[i]);
}

static void
test_refusals_say_why (void)
{
    static const struct {
        const char *typed, *message;
    } cases[] = {
        { "30/2/22", "There is no day 30 in February 2022." },
        { "3/31/22", "There is no month 31. Type the day first, like 31/3/22." },
        { "Mar 22", "“Mar 22” could mean a day or a year. Type it like 31 Mar or Mar 2022." },
        { "soon", "“soon” is not a date. Type it like 31/3/22 or 31 Mar 2022." },
        { "1/1/1066", "The year 1066 is too far away to be meant." },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        UpstandDay day;
        g_assert_false (upstand_date_parse (cases[i].typed, TODAY, &day, &error));
        g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

static void
test_today_is_a_day (void)
{
    g_assert_cmpuint (upstand_date_today (), >, upstand_date_new (2020, 1, 1));
}

static void
test_usual_style (void)
{
    UpstandDay day = upstand_date_new (2022, 3, 31);
    g_assert_cmpint (upstand_date_get_usual_style (), ==, UPSTAND_DATE_SHORT);
    upstand_date_set_usual_style (UPSTAND_DATE_NUMERIC);
    g_autofree char *figures = upstand_date_format (day, UPSTAND_DATE_SHORT);
    g_autofree char *longer = upstand_date_format (day, UPSTAND_DATE_LONG);
    g_autofree char *canonical = upstand_date_to_iso (day);
    upstand_date_set_usual_style (UPSTAND_DATE_SHORT);
    g_autofree char *brief = upstand_date_format (day, UPSTAND_DATE_SHORT);
    g_assert_cmpstr (figures, ==, "31/03/2022");
    g_assert_cmpstr (longer, ==, "31 March 2022");
    g_assert_cmpstr (canonical, ==, "2022-03-31");
    g_assert_cmpstr (brief, ==, "31 Mar 2022");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/date/round-trip", test_every_day_round_trips);
    g_test_add_func ("/date/days-that-do-not-exist", test_days_that_do_not_exist);
    g_test_add_func ("/date/iso", test_iso_is_exact);
    g_test_add_func ("/date/formats", test_formats);
    g_test_add_func ("/date/usual-style", test_usual_style);
    g_test_add_func ("/date/months", test_months_are_clamped);
    g_test_add_func ("/date/typed", test_typed_freely);
    g_test_add_func ("/date/nearest-year", test_nearest_year);
    g_test_add_func ("/date/nonsense", test_nonsense_is_refused);
    g_test_add_func ("/date/refusals", test_refusals_say_why);
    g_test_add_func ("/date/today", test_today_is_a_day);
    return g_test_run ();
}
