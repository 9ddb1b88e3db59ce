/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * UpstandDay:
 *
 * A day as its Julian day number, as GDate counts them; 0 is "no date". Rules compare and subtract
 * them as plain numbers. "Today" is always passed in, never asked for inside a rule.
 */
typedef guint32 UpstandDay;

typedef enum {
    UPSTAND_DATE_SHORT, /* 31 Mar 2022 */
    UPSTAND_DATE_LONG, /* 31 March 2022 */
    UPSTAND_DATE_NUMERIC, /* 31/03/2022 */
} UpstandDateStyle;

/** The day, or 0 when no such day exists (30 February). */
UpstandDay upstand_date_new (int year, int month, int day);

/** Splits @day, which is not 0. Any of the results may be NULL. */
void upstand_date_split (UpstandDay day, int *year, int *month, int *day_of_month);

/** The day written "2022-03-31", nothing else allowed; 0 when @text is not exactly that. */
UpstandDay upstand_date_from_iso (const char *text);

/** "2022-03-31", to be freed; NULL for 0. The canonical form: SQL, CSV, history. */
char *upstand_date_to_iso (UpstandDay day);

/** The day as people read it, months in the current language; "" for 0. To be freed. */
char *upstand_date_format (UpstandDay day, UpstandDateStyle style);

/**
 * How the person at this desk likes dates: from now on UPSTAND_DATE_SHORT gives @style. Asked once
 * at the start and in Preferences, like the language; canonical texts never follow it.
 */
void upstand_date_set_usual_style (UpstandDateStyle style);
UpstandDateStyle upstand_date_get_usual_style (void);

/** The name of @month (1 to 12) in the current language, short ("Mar") or long. Never freed. */
const char *upstand_date_get_month_name (int month, UpstandDateStyle style);

/**
 * Reads a date as a British person types one: 31/3/22, 31.3.2022, 31-03-2022, 31 Mar, 31 march 22,
 * Mar 2022 (its last day), 2022-03-31, today, tomorrow, yesterday, +7 and -7 (days); English and
 * Welsh month names. A date without a year is the one nearest to @today. Two-figure years are 20xx.
 *
 * Returns: FALSE, with UPSTAND_ERROR_INVALID and a plain sentence, when it cannot be a date. An
 * empty text is no error: *@day becomes 0.
 */
gboolean upstand_date_parse (const char *typed, UpstandDay today, UpstandDay *day, GError **error);

/**
 * @day moved by @months; a day that the month does not have becomes its last day. 0 stays 0, and so
 * does what would leave the years 1 to 9999.
 */
UpstandDay upstand_date_add_months (UpstandDay day, int months);

/** The last day of @day's month. */
UpstandDay upstand_date_month_end (UpstandDay day);

/** Today by the local clock. Only programs and windows ask; rules are told. */
UpstandDay upstand_date_today (void);

G_END_DECLS
