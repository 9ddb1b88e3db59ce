/* SPDX-License-Identifier: MIT */
#include "rules/period.h"

#include "database/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST_LABEL 40
/* Before 2013 "2011-12" could be a financial year or a month; after 2098 years leave two figures.
 */
#define FIRST_LABEL_YEAR 2013
#define LAST_LABEL_YEAR 2098

static const struct {
    const char *key, *label, *example;
    int months;
} cadences[UPSTAND_N_PERIOD_CADENCES] = {
    [UPSTAND_PERIOD_CENSUS] = { "census", NC_ ("period", "Census day"), "2022-09-30", 6 },
    [UPSTAND_PERIOD_MONTHLY] = { "monthly", NC_ ("period", "Monthly"), "2022-03", 1 },
    [UPSTAND_PERIOD_QUARTERLY] = { "quarterly", NC_ ("period", "Quarterly"), "2021-22-Q4", 3 },
    [UPSTAND_PERIOD_SIX_MONTHLY] = { "six-monthly", NC_ ("period", "Six-monthly"), "2021-22-H2",
        6 },
    [UPSTAND_PERIOD_YEARLY] = { "yearly", NC_ ("period", "Yearly"), "2021-22", 12 },
};

const char *
upstand_period_cadence_to_key (UpstandPeriodCadence cadence)
{
    g_return_val_if_fail (cadence < UPSTAND_N_PERIOD_CADENCES, NULL);
    return cadences[cadence].key;
}

gboolean
upstand_period_cadence_from_key (const char *key, UpstandPeriodCadence *cadence)
{
    g_return_val_if_fail (cadence, FALSE);
    for (guint i = 0; i < UPSTAND_N_PERIOD_CADENCES; i++) {
        if (g_strcmp0 (key, cadences[i].key) == 0) {
            *cadence = (UpstandPeriodCadence)i;
            return TRUE;
        }
    }
    return FALSE;
}

const char *
upstand_period_cadence_get_label (UpstandPeriodCadence cadence)
{
    g_return_val_if_fail (cadence < UPSTAND_N_PERIOD_CADENCES, "");
    return g_dpgettext2 (GETTEXT_PACKAGE, "period", cadences[cadence].label);
}

static int
financial_year (UpstandDay day)
{
    int year, month;

    upstand_date_split (day, &year, &month, NULL);
    return month >= 4 ? year : year - 1;
}

/* The number of the period within its financial year, from 0. */
static int
index_in_year (UpstandPeriodCadence cadence, UpstandDay day)
{
    int month;

    upstand_date_split (day, NULL, &month, NULL);
    return (month + 8) % 12 / cadences[cadence].months;
}

static UpstandPeriod
census_on (UpstandDay day)
{
    return (UpstandPeriod){ UPSTAND_PERIOD_CENSUS, day, day };
}

/* @index may lie outside the year: -1 is the last period of the year before. */
static UpstandPeriod
nth_period (UpstandPeriodCadence cadence, int year, int index)
{
    int months = cadences[cadence].months;
    UpstandDay april = upstand_date_new (year, 4, 1);
    UpstandDay start = upstand_date_add_months (april, index * months);
    UpstandDay end = upstand_date_add_months (april, (index + 1) * months) - 1;

    return cadence == UPSTAND_PERIOD_CENSUS ? census_on (end)
                                            : (UpstandPeriod){ cadence, start, end };
}

UpstandPeriod
upstand_period_current (UpstandPeriodCadence cadence, UpstandDay day)
{
    UpstandPeriod none = { cadence, 0, 0 };

    g_return_val_if_fail (cadence < UPSTAND_N_PERIOD_CADENCES && day > 0, none);

    int year = financial_year (day), index = index_in_year (cadence, day);
    UpstandPeriod period = nth_period (cadence, year, index);
    if (cadence == UPSTAND_PERIOD_CENSUS && period.end > day)
        period = nth_period (cadence, year, index - 1);
    return period;
}

UpstandPeriod
upstand_period_last_ended (UpstandPeriodCadence cadence, UpstandDay today)
{
    UpstandPeriod period = upstand_period_current (cadence, today);

    return period.end < today ? period : upstand_period_previous (&period);
}

UpstandPeriod
upstand_period_whole (const UpstandPeriod *period)
{
    g_return_val_if_fail (period && period->start > 0, ((UpstandPeriod){ 0 }));

    if (period->cadence == UPSTAND_PERIOD_CENSUS)
        return *period;
    return upstand_period_current (period->cadence, period->start);
}

UpstandPeriod
upstand_period_next (const UpstandPeriod *period)
{
    UpstandPeriod whole = upstand_period_whole (period);

    if (whole.cadence != UPSTAND_PERIOD_CENSUS)
        return upstand_period_current (whole.cadence, whole.end + 1);
    int year = financial_year (whole.end), index = index_in_year (whole.cadence, whole.end);
    UpstandPeriod census = nth_period (whole.cadence, year, index);
    return census.end > whole.end ? census : nth_period (whole.cadence, year, index + 1);
}

UpstandPeriod
upstand_period_previous (const UpstandPeriod *period)
{
    UpstandPeriod whole = upstand_period_whole (period);

    return upstand_period_current (whole.cadence, whole.start - 1);
}

UpstandPeriod
upstand_period_year_before (const UpstandPeriod *period)
{
    UpstandPeriod whole = upstand_period_whole (period);
    UpstandDay then = upstand_date_add_months (whole.start, -12);

    return whole.cadence == UPSTAND_PERIOD_CENSUS ? census_on (then)
                                                  : upstand_period_current (whole.cadence, then);
}

gboolean
upstand_period_part (
    const UpstandPeriod *period, UpstandDay start, UpstandDay end, UpstandPeriod *part)
{
    g_return_val_if_fail (period && part, FALSE);

    UpstandDay first = MAX (start, period->start);
    UpstandDay last = end ? MIN (end, period->end) : period->end;
    if (first > last)
        return FALSE;
    *part = (UpstandPeriod){ period->cadence, first, last };
    return TRUE;
}

gboolean
upstand_period_is_part (const UpstandPeriod *period)
{
    UpstandPeriod whole = upstand_period_whole (period);

    return period->start != whole.start || period->end != whole.end;
}

gboolean
upstand_period_is_valid (const UpstandPeriod *period)
{
    if (!period || period->cadence >= UPSTAND_N_PERIOD_CADENCES ||
        !g_date_valid_julian (period->start) || !g_date_valid_julian (period->end) ||
        period->start > period->end)
        return FALSE;
    if (period->cadence == UPSTAND_PERIOD_CENSUS)
        return period->start == period->end;
    return period->end <= upstand_period_whole (period).end;
}

gboolean
upstand_period_contains (const UpstandPeriod *period, UpstandDay day)
{
    g_return_val_if_fail (period, FALSE);
    return day >= period->start && day <= period->end;
}

int
upstand_period_compare (const UpstandPeriod *a, const UpstandPeriod *b)
{
    g_return_val_if_fail (a && b, 0);

    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    if (a->end != b->end)
        return a->end < b->end ? -1 : 1;
    return (int)a->cadence - (int)b->cadence;
}

static char *
whole_label (const UpstandPeriod *whole)
{
    int year = financial_year (whole->start), index = index_in_year (whole->cadence, whole->start);
    int calendar_year, month;

    switch (whole->cadence) {
    case UPSTAND_PERIOD_CENSUS: return upstand_date_to_iso (whole->end);
    case UPSTAND_PERIOD_MONTHLY:
        upstand_date_split (whole->start, &calendar_year, &month, NULL);
        return g_strdup_printf ("%04d-%02d", calendar_year, month);
    case UPSTAND_PERIOD_QUARTERLY:
        return g_strdup_printf ("%04d-%02d-Q%d", year, (year + 1) % 100, index + 1);
    case UPSTAND_PERIOD_SIX_MONTHLY:
        return g_strdup_printf ("%04d-%02d-H%d", year, (year + 1) % 100, index + 1);
    case UPSTAND_PERIOD_YEARLY: return g_strdup_printf ("%04d-%02d", year, (year + 1) % 100);
    }
    g_return_val_if_reached (NULL);
}

char *
upstand_period_label (const UpstandPeriod *period)
{
    g_return_val_if_fail (period && period->start > 0 && period->end > 0, NULL);

    UpstandPeriod whole = upstand_period_whole (period);
    g_autofree char *label = whole_label (&whole);
    if (!upstand_period_is_part (period))
        return g_steal_pointer (&label);
    g_autofree char *start = upstand_date_to_iso (period->start);
    g_autofree char *end = upstand_date_to_iso (period->end);
    return g_strdup_printf ("%s_%s_%s", label, start, end);
}

static char *
describe_months (const UpstandPeriod *whole)
{
    int first_year, first_month, last_year, last_month;

    upstand_date_split (whole->start, &first_year, &first_month, NULL);
    upstand_date_split (whole->end, &last_year, &last_month, NULL);
    const char *first = upstand_date_get_month_name (first_month, UPSTAND_DATE_LONG);
    const char *last = upstand_date_get_month_name (last_month, UPSTAND_DATE_LONG);
    if (first_month == last_month && first_year == last_year)
        /* Translators: a month and its year: "March 2022" */
        return g_strdup_printf (_ ("%1$s %2$d"), first, first_year);
    if (first_year == last_year)
        /* Translators: months within one year: "January to March 2022" */
        return g_strdup_printf (_ ("%1$s to %2$s %3$d"), first, last, first_year);
    /* Translators: "October 2021 to March 2022" */
    return g_strdup_printf (_ ("%1$s %2$d to %3$s %4$d"), first, first_year, last, last_year);
}

char *
upstand_period_describe (const UpstandPeriod *period)
{
    g_return_val_if_fail (period && period->start > 0 && period->end > 0, NULL);

    UpstandPeriod whole = upstand_period_whole (period);
    if (upstand_period_is_part (period)) {
        g_autofree char *label = whole_label (&whole);
        g_autofree char *start = upstand_date_format (period->start, UPSTAND_DATE_LONG);
        g_autofree char *end = upstand_date_format (period->end, UPSTAND_DATE_LONG);
        /* Translators: "20 December 2021 to 31 December 2021 (part of 2021-22-Q3)" */
        return g_strdup_printf (_ ("%1$s to %2$s (part of %3$s)"), start, end, label);
    }

    g_autofree char *months = describe_months (&whole);
    int year = financial_year (whole.start), index = index_in_year (whole.cadence, whole.start);
    g_autofree char *years = g_strdup_printf ("%04d-%02d", year, (year + 1) % 100);
    switch (whole.cadence) {
    case UPSTAND_PERIOD_CENSUS: return upstand_date_format (whole.end, UPSTAND_DATE_LONG);
    case UPSTAND_PERIOD_MONTHLY: return g_steal_pointer (&months);
    case UPSTAND_PERIOD_QUARTERLY:
        /* Translators: "Quarter 4 of 2021-22 (January to March 2022)" */
        return g_strdup_printf (_ ("Quarter %1$d of %2$s (%3$s)"), index + 1, years, months);
    case UPSTAND_PERIOD_SIX_MONTHLY:
        if (index == 0)
            /* Translators: "First half of 2021-22 (April to September 2021)" */
            return g_strdup_printf (_ ("First half of %1$s (%2$s)"), years, months);
        return g_strdup_printf (_ ("Second half of %1$s (%2$s)"), years, months);
    case UPSTAND_PERIOD_YEARLY:
        /* Translators: "Financial year 2021-22 (April 2021 to March 2022)" */
        return g_strdup_printf (_ ("Financial year %1$s (%2$s)"), years, months);
    }
    g_return_val_if_reached (NULL);
}

/* TRUE when @text has the shape: d a figure, anything else itself. Figures are gathered per run. */
static gboolean
matches (const char *text, const char *shape, int numbers[3])
{
    int at = -1;

    for (gsize i = 0; shape[i]; i++) {
        if (shape[i] != 'd') {
            if (text[i] != shape[i])
                return FALSE;
            continue;
        }
        if (!g_ascii_isdigit (text[i]))
            return FALSE;
        if (i == 0 || shape[i - 1] != 'd')
            numbers[++at] = 0;
        numbers[at] = numbers[at] * 10 + (text[i] - '0');
    }
    return text[strlen (shape)] == '\0';
}

static gboolean
refuse (const char *label, GError **error)
{
    g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_INVALID,
        _ ("“%s” is not a period. Write 2021-22-Q4 for a quarter, 2021-22-H2 for a half-year, "
           "2021-22 for a financial year, 2022-03 for a month or 2022-09-30 for a census day."),
        label);
    return FALSE;
}

static gboolean
read_year (const char *label, int year, int following, GError **error)
{
    if (year < FIRST_LABEL_YEAR || year > LAST_LABEL_YEAR) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_INVALID,
            _ ("The period “%1$s” is not between %2$d and %3$d."), label, FIRST_LABEL_YEAR,
            LAST_LABEL_YEAR);
        return FALSE;
    }
    if (following >= 0 && following != (year + 1) % 100) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_INVALID,
            _ ("“%1$s” is not a period: the financial year that begins in %2$d is written "
               "%2$d-%3$02d."),
            label, year, (year + 1) % 100);
        return FALSE;
    }
    return TRUE;
}

static gboolean
read_numbered (const char *label, UpstandPeriodCadence cadence, const int n[3], int most,
    UpstandPeriod *period, GError **error)
{
    if (!read_year (label, n[0], n[1], error))
        return FALSE;
    if (n[2] < 1 || n[2] > most) {
        if (cadence == UPSTAND_PERIOD_QUARTERLY)
            g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_INVALID,
                _ ("“%s” is not a period: quarters are Q1 (April to June) to Q4 (January to "
                   "March)."),
                label);
        else
            g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_INVALID,
                _ ("“%s” is not a period: half-years are H1 (April to September) and H2 (October "
                   "to "
                   "March)."),
                label);
        return FALSE;
    }
    *period = nth_period (cadence, n[0], n[2] - 1);
    return TRUE;
}

static gboolean
read_whole (const char *label, const char *text, UpstandPeriod *period, GError **error)
{
    int n[3];

    if (matches (text, "dddd-dd-Qd", n))
        return read_numbered (label, UPSTAND_PERIOD_QUARTERLY, n, 4, period, error);
    if (matches (text, "dddd-dd-Hd", n))
        return read_numbered (label, UPSTAND_PERIOD_SIX_MONTHLY, n, 2, period, error);
    if (matches (text, "dddd-dd-dd", n)) {
        UpstandDay day = upstand_date_new (n[0], n[1], n[2]);
        if (day == 0)
            return refuse (label, error);
        if (!read_year (label, n[0], -1, error))
            return FALSE;
        *period = census_on (day);
        return TRUE;
    }
    if (!matches (text, "dddd-dd", n))
        return refuse (label, error);
    if (n[1] >= 1 && n[1] <= 12) {
        if (!read_year (label, n[0], -1, error))
            return FALSE;
        *period = upstand_period_current (UPSTAND_PERIOD_MONTHLY, upstand_date_new (n[0], n[1], 1));
        return TRUE;
    }
    if (!read_year (label, n[0], n[1], error))
        return FALSE;
    *period = nth_period (UPSTAND_PERIOD_YEARLY, n[0], 0);
    return TRUE;
}

gboolean
upstand_period_parse (const char *label, UpstandPeriod *period, GError **error)
{
    g_return_val_if_fail (label && period, FALSE);

    if (!g_utf8_validate (label, -1, NULL) || strlen (label) > LONGEST_LABEL)
        return refuse ("…", error);
    g_autofree char *text = g_strstrip (g_ascii_strup (label, -1));
    g_strdelimit (text, "/ ", '-');
    g_auto (GStrv) pieces = g_strsplit (text, "_", 4);
    guint count = g_strv_length (pieces);
    if (count != 1 && count != 3)
        return refuse (label, error);

    UpstandPeriod whole;
    if (!read_whole (label, pieces[0], &whole, error))
        return FALSE;
    if (count == 3) {
        UpstandDay start = upstand_date_from_iso (pieces[1]),
                   end = upstand_date_from_iso (pieces[2]);
        if (start < whole.start || end > whole.end || start > end) {
            g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_INVALID,
                _ ("“%s” is not a period: its first and last day must lie inside the whole one."),
                label);
            return FALSE;
        }
        whole.start = start;
        whole.end = end;
    }
    *period = whole;
    return TRUE;
}

gboolean
upstand_period_parse_as (
    const char *label, UpstandPeriodCadence cadence, UpstandPeriod *period, GError **error)
{
    UpstandPeriod read;

    g_return_val_if_fail (cadence < UPSTAND_N_PERIOD_CADENCES && period, FALSE);

    if (!upstand_period_parse (label, &read, error))
        return FALSE;
    if (read.cadence != cadence) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_INVALID,
            _ ("“%1$s” is not a period of this kind. Write it like %2$s."), label,
            cadences[cadence].example);
        return FALSE;
    }
    *period = read;
    return TRUE;
}
