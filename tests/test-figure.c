/* SPDX-License-Identifier: MIT */
#include "records/figure.h"
#include "records/record.h"

static void
assert_read (const char *text, int decimals, gint64 value, UpstandFigureState state)
{
    UpstandFigure figure = { 77, UPSTAND_FIGURE_WITHHELD };
    g_autoptr (GError) error = NULL;
    g_assert_true (upstand_figure_parse (text, decimals, &figure, &error));
    g_assert_no_error (error);
    g_assert_cmpint (figure.state, ==, state);
    g_assert_cmpint (figure.value, ==, value);
}

static void
assert_refused (const char *text, int decimals, const char *word)
{
    UpstandFigure figure = { 77, UPSTAND_FIGURE_VALUE };
    g_autoptr (GError) error = NULL;
    g_assert_false (upstand_figure_parse (text, decimals, &figure, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, word));
    g_assert_cmpint (figure.value, ==, 77);
}

static void
test_numbers (void)
{
    assert_read ("0", 0, 0, UPSTAND_FIGURE_VALUE);
    assert_read (" 12 ", 0, 1200, UPSTAND_FIGURE_VALUE);
    assert_read ("1,234", 0, 123400, UPSTAND_FIGURE_VALUE);
    assert_read ("1 234 567", 0, 123456700, UPSTAND_FIGURE_VALUE);
    assert_read ("1\u00a0234", 0, 123400, UPSTAND_FIGURE_VALUE);
    assert_read ("12.5", 2, 1250, UPSTAND_FIGURE_VALUE);
    assert_read (".25", 2, 25, UPSTAND_FIGURE_VALUE);
    assert_read ("7.00", 0, 700, UPSTAND_FIGURE_VALUE);
    assert_read ("7.0000", 2, 700, UPSTAND_FIGURE_VALUE);
    assert_read ("12%", 2, 1200, UPSTAND_FIGURE_VALUE);
    assert_read ("1000000000", 0, UPSTAND_FIGURE_MOST, UPSTAND_FIGURE_VALUE);
}

static void
test_states (void)
{
    assert_read ("", 0, 0, UPSTAND_FIGURE_UNANSWERED);
    assert_read (NULL, 0, 0, UPSTAND_FIGURE_UNANSWERED);
    assert_read ("-", 0, 0, UPSTAND_FIGURE_UNANSWERED);
    assert_read ("–", 0, 0, UPSTAND_FIGURE_UNANSWERED);
    assert_read ("n/a", 0, 0, UPSTAND_FIGURE_NOT_APPLICABLE);
    assert_read ("N/A", 0, 0, UPSTAND_FIGURE_NOT_APPLICABLE);
    assert_read ("not applicable", 0, 0, UPSTAND_FIGURE_NOT_APPLICABLE);
    assert_read ("Not Collected", 0, 0, UPSTAND_FIGURE_NOT_COLLECTED);
    assert_read ("not-collected", 0, 0, UPSTAND_FIGURE_NOT_COLLECTED);
    assert_read ("withheld", 0, 0, UPSTAND_FIGURE_WITHHELD);
    assert_read ("[c]", 0, 0, UPSTAND_FIGURE_WITHHELD);
    assert_read ("not answered", 0, 0, UPSTAND_FIGURE_UNANSWERED);
}

static void
test_refused (void)
{
    assert_refused ("twelve", 0, "twelve");
    assert_refused ("number", 0, "number");
    assert_refused ("12 or 13", 0, "12 or 13");
    assert_refused ("1,23", 0, "1,23");
    assert_refused ("1,2345", 0, "1,2345");
    assert_refused (",123", 0, ",123");
    assert_refused ("1.234,567", 2, "1.234,567");
    assert_refused ("-3", 0, "below zero");
    assert_refused ("−3", 0, "below zero");
    assert_refused ("2.5", 0, "whole");
    assert_refused ("2.555", 2, "decimal places");
    assert_refused ("1000000000.01", 2, "larger");
    assert_refused ("99999999999999999999999999", 0, "larger");
    assert_refused ("1e3", 0, "1e3");
    assert_refused ("=1+1", 0, "=1+1");
    assert_refused (".", 0, "not a number");
    assert_refused ("\xff\xfe", 0, "not a number");
    assert_refused (
        "1111111111111111111111111111111111111111111111111111111111111111111", 0, "long");
}

static void
assert_written (UpstandFigure figure, const char *shown, const char *text)
{
    g_autofree char *format = upstand_figure_format (figure);
    g_autofree char *again = upstand_figure_to_text (figure);
    UpstandFigure read;
    g_assert_cmpstr (format, ==, shown);
    g_assert_cmpstr (again, ==, text);
    if (figure.value < 0)
        return;
    g_assert_true (upstand_figure_parse (again, 2, &read, NULL));
    g_assert_true (upstand_figure_equal (read, figure));
    g_assert_true (upstand_figure_parse (format, 2, &read, NULL));
    g_assert_true (upstand_figure_equal (read, figure));
}

static void
test_written (void)
{
    assert_written (upstand_figure_of (0), "0", "0");
    assert_written (upstand_figure_of (123456700), "1,234,567", "1234567");
    assert_written (upstand_figure_of (99900), "999", "999");
    assert_written (upstand_figure_of (100000), "1,000", "1000");
    assert_written (upstand_figure_of (750), "7.5", "7.5");
    assert_written (upstand_figure_of (705), "7.05", "7.05");
    assert_written (upstand_figure_of (-300), "−3", "-3");
    assert_written (upstand_figure_without (UPSTAND_FIGURE_UNANSWERED), "", "");
    assert_written (upstand_figure_without (UPSTAND_FIGURE_NOT_COLLECTED), "n/c", "Not collected");
    assert_written (
        upstand_figure_without (UPSTAND_FIGURE_NOT_APPLICABLE), "n/a", "Not applicable");
    assert_written (upstand_figure_without (UPSTAND_FIGURE_WITHHELD), "withheld", "Withheld");
}

static UpstandFigureState
state_of_sum (UpstandFigureState one, UpstandFigureState other)
{
    UpstandFigureSum sum = { 0 };
    upstand_figure_sum_add (&sum, (UpstandFigure){ 0, one });
    upstand_figure_sum_add (&sum, (UpstandFigure){ 0, other });
    return upstand_figure_sum_get (&sum).state;
}

static void
test_sums (void)
{
    UpstandFigureSum sum = { 0 };
    g_assert_cmpint (upstand_figure_sum_get (&sum).state, ==, UPSTAND_FIGURE_UNANSWERED);
    upstand_figure_sum_add (&sum, upstand_figure_of (300));
    upstand_figure_sum_add (&sum, upstand_figure_without (UPSTAND_FIGURE_NOT_APPLICABLE));
    g_assert_false (upstand_figure_sum_has_hole (&sum));
    upstand_figure_sum_add (&sum, upstand_figure_of (50));
    upstand_figure_sum_add (&sum, upstand_figure_without (UPSTAND_FIGURE_WITHHELD));
    g_assert_true (upstand_figure_sum_has_hole (&sum));
    g_assert_cmpint (upstand_figure_sum_get (&sum).value, ==, 350);
    g_assert_cmpint (state_of_sum (UPSTAND_FIGURE_NOT_APPLICABLE, UPSTAND_FIGURE_NOT_APPLICABLE),
        ==, UPSTAND_FIGURE_NOT_APPLICABLE);
    g_assert_cmpint (state_of_sum (UPSTAND_FIGURE_NOT_COLLECTED, UPSTAND_FIGURE_NOT_APPLICABLE), ==,
        UPSTAND_FIGURE_NOT_COLLECTED);
    g_assert_cmpint (state_of_sum (UPSTAND_FIGURE_UNANSWERED, UPSTAND_FIGURE_NOT_COLLECTED), ==,
        UPSTAND_FIGURE_UNANSWERED);
    g_assert_cmpint (state_of_sum (UPSTAND_FIGURE_VALUE, UPSTAND_FIGURE_NOT_COLLECTED), ==,
        UPSTAND_FIGURE_VALUE);
}

static void
test_members (void)
{
    gint64 value = 500;
    upstand_figure_settle (&value, UPSTAND_FIGURE_VALUE);
    g_assert_cmpint (value, ==, 500);
    upstand_figure_settle (&value, UPSTAND_FIGURE_WITHHELD);
    g_assert_cmpint (value, ==, UPSTAND_NO_NUMBER);
    g_assert_cmpint (upstand_figure_from_members (value, UPSTAND_FIGURE_WITHHELD).value, ==, 0);
    g_autoptr (UpstandProblems) problems = upstand_problems_new ();
    upstand_figure_validate (0, UPSTAND_FIGURE_VALUE, problems);
    upstand_figure_validate (UPSTAND_NO_NUMBER, UPSTAND_FIGURE_NOT_COLLECTED, problems);
    g_assert_cmpuint (upstand_problems_count (problems), ==, 0);
    upstand_figure_validate (UPSTAND_NO_NUMBER, UPSTAND_FIGURE_VALUE, problems);
    upstand_figure_validate (-1, UPSTAND_FIGURE_VALUE, problems);
    upstand_figure_validate (UPSTAND_FIGURE_MOST + 1, UPSTAND_FIGURE_VALUE, problems);
    g_assert_cmpuint (upstand_problems_count (problems), ==, 3);
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/figure/numbers", test_numbers);
    g_test_add_func ("/figure/states", test_states);
    g_test_add_func ("/figure/refused", test_refused);
    g_test_add_func ("/figure/written", test_written);
    g_test_add_func ("/figure/sums", test_sums);
    g_test_add_func ("/figure/members", test_members);
    return g_test_run ();
}
