/* SPDX-License-Identifier: MIT */
#include "records/date.h"

#include "database/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST_TYPED 64
#define MOST_DAYS_AWAY 36600
#define FIRST_TYPED_YEAR 1900
#define LAST_TYPED_YEAR 2199

static const char *const long_months[] = {
    NC_ ("month", "January"),
    NC_ ("month", "February"),
    NC_ ("month", "March"),
    NC_ ("month", "April"),
    NC_ ("month", "May"),
    NC_ ("month", "June"),
    NC_ ("month", "July"),
    NC_ ("month", "August"),
    NC_ ("month", "September"),
    NC_ ("month", "October"),
    NC_ ("month", "November"),
    NC_ ("month", "December"),
};

static const char *const short_months[] = {
    NC_ ("short month", "Jan"),
    NC_ ("short month", "Feb"),
    NC_ ("short month", "Mar"),
    NC_ ("short month", "Apr"),
    NC_ ("short month", "May"),
    NC_ ("short month", "Jun"),
    NC_ ("short month", "Jul"),
    NC_ ("short month", "Aug"),
    NC_ ("short month", "Sep"),
    NC_ ("short month", "Oct"),
    NC_ ("short month", "Nov"),
    NC_ ("short month", "Dec"),
};

/* What may be typed, whichever language is shown: people paste from letters in both. A word of
 * three letters or more that begins one of these is that month; Welsh mutates its first letter
 * after "o" ("31 o Fawrth"). No two names begin with the same three letters. */
static const struct {
    const char *name;
    int month;
} typed_months[] = {
    { "january", 1 },
    { "february", 2 },
    { "march", 3 },
    { "april", 4 },
    { "may", 5 },
    { "june", 6 },
    { "july", 7 },
    { "august", 8 },
    { "september", 9 },
    { "october", 10 },
    { "november", 11 },
    { "december", 12 },
    { "ionawr", 1 },
    { "chwefror", 2 },
    { "mawrth", 3 },
    { "ebrill", 4 },
    { "mai", 5 },
    { "mehefin", 6 },
    { "gorffennaf", 7 },
    { "awst", 8 },
    { "medi", 9 },
    { "hydref", 10 },
    { "tachwedd", 11 },
    { "rhagfyr", 12 },
    { "fawrth", 3 },
    { "fai", 5 },
    { "fehefin", 6 },
    { "orffennaf", 7 },
    { "fedi", 9 },
    { "dachwedd", 11 },
    { "ragfyr", 12 },
};

static const struct {
    const char *word;
    int days;
} near_days[] = {
    { "today", 0 },
    { "tomorrow", 1 },
    { "yesterday", -1 },
    { "heddiw", 0 },
    { "yfory", 1 },
    { "ddoe", -1 },
};

static const char *const ordinal_endings[] = {
    "st",
    "nd",
    "rd",
    "th",
    "af",
    "il",
    "ydd",
    "ed",
    "eg",
    "fed",
    "ain",
    NULL,
};
static const char *const filler_words[] = { "of", "o", NULL };

typedef struct {
    int month; /* of a word, else 0 */
    int number; /* of a number */
    int digits;
} Token;

UpstandDay
upstand_date_new (int year, int month, int day)
{
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31 ||
        !g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)year))
        return 0;

    GDate date;
    g_date_clear (&date, 1);
    g_date_set_dmy (&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
    return g_date_get_julian (&date);
}

void
upstand_date_split (UpstandDay day, int *year, int *month, int *day_of_month)
{
    g_return_if_fail (g_date_valid_julian (day));

    GDate date;
    g_date_clear (&date, 1);
    g_date_set_julian (&date, day);
    if (year)
        *year = g_date_get_year (&date);
    if (month)
        *month = (int)g_date_get_month (&date);
    if (day_of_month)
        *day_of_month = g_date_get_day (&date);
}

UpstandDay
upstand_date_from_iso (const char *text)
{
    static const char shape[] = "dddd-dd-dd";
    int part[3] = { 0, 0, 0 }, at = 0;

    if (!text)
        return 0;
    for (gsize i = 0; i < sizeof shape - 1; i++) {
        if (shape[i] == 'd') {
            if (!g_ascii_isdigit (text[i]))
                return 0;
            part[at] = part[at] * 10 + (text[i] - '0');
        } else {
            if (text[i] != '-')
                return 0;
            at++;
        }
    }
    return text[sizeof shape - 1] ? 0 : upstand_date_new (part[0], part[1], part[2]);
}

char *
upstand_date_to_iso (UpstandDay day)
{
    int year, month, day_of_month;

    if (day == 0)
        return NULL;
    upstand_date_split (day, &year, &month, &day_of_month);
    return g_strdup_printf ("%04d-%02d-%02d", year, month, day_of_month);
}

const char *
upstand_date_get_month_name (int month, UpstandDateStyle style)
{
    g_return_val_if_fail (month >= 1 && month <= 12, "");
    if (style == UPSTAND_DATE_SHORT)
        return g_dpgettext2 (GETTEXT_PACKAGE, "short month", short_months[month - 1]);
    return g_dpgettext2 (GETTEXT_PACKAGE, "month", long_months[month - 1]);
}

/* Read by workers too; a preference, so it is the same for the whole process as the language is. */
static int usual_style = UPSTAND_DATE_SHORT;

void
upstand_date_set_usual_style (UpstandDateStyle style)
{
    g_atomic_int_set (&usual_style, style);
}

UpstandDateStyle
upstand_date_get_usual_style (void)
{
    return g_atomic_int_get (&usual_style);
}

char *
upstand_date_format (UpstandDay day, UpstandDateStyle style)
{
    int year, month, day_of_month;

    if (day == 0)
        return g_strdup ("");
    upstand_date_split (day, &year, &month, &day_of_month);
    if (style == UPSTAND_DATE_SHORT)
        style = upstand_date_get_usual_style ();
    if (style == UPSTAND_DATE_NUMERIC)
        return g_strdup_printf ("%02d/%02d/%04d", day_of_month, month, year);
    /* Translators: a date: day of the month, name of the month, year */
    return g_strdup_printf (
        _ ("%1$d %2$s %3$d"), day_of_month, upstand_date_get_month_name (month, style), year);
}

UpstandDay
upstand_date_add_months (UpstandDay day, int months)
{
    int year, month, day_of_month;

    if (day == 0)
        return 0;
    upstand_date_split (day, &year, &month, &day_of_month);

    gint64 count = (gint64)year * 12 + (month - 1) + months;
    if (count < 12 || count >= 10000 * 12)
        return 0;
    year = (int)(count / 12);
    month = (int)(count % 12) + 1;
    int longest = g_date_get_days_in_month ((GDateMonth)month, (GDateYear)year);
    return upstand_date_new (year, month, MIN (day_of_month, longest));
}

UpstandDay
upstand_date_month_end (UpstandDay day)
{
    int year, month, day_of_month;

    if (day == 0)
        return 0;
    upstand_date_split (day, &year, &month, &day_of_month);
    int longest = g_date_get_days_in_month ((GDateMonth)month, (GDateYear)year);
    return day + (UpstandDay)(longest - day_of_month);
}

UpstandDay
upstand_date_today (void)
{
    g_autoptr (GDateTime) now = g_date_time_new_now_local ();
    int year, month, day;

    g_date_time_get_ymd (now, &year, &month, &day);
    return upstand_date_new (year, month, day);
}

static gboolean
refuse (GError **error, const char *typed)
{
    g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_INVALID,
        _ ("“%s” is not a date. Type it like 31/3/22 or 31 Mar 2022."), typed);
    return FALSE;
}

/* Lower case, trimmed, every kind of space a space and every kind of dash a hyphen. */
static char *
plain_text (const char *typed)
{
    GString *plain = g_string_new (NULL);

    for (const char *p = typed; *p; p = g_utf8_next_char (p)) {
        gunichar c = g_utf8_get_char (p);
        if (g_unichar_isspace (c))
            g_string_append_c (plain, ' ');
        else if (g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION || c == 0x2212)
            g_string_append_c (plain, '-');
        else
            g_string_append_unichar (plain, g_unichar_tolower (c));
    }
    return g_strstrip (g_string_free (plain, FALSE));
}

static int
month_of_word (const char *word, gsize length)
{
    if (length < 3)
        return 0;
    for (gsize i = 0; i < G_N_ELEMENTS (typed_months); i++) {
        const char *name = typed_months[i].name;
        if (length <= strlen (name) && strncmp (name, word, length) == 0)
            return typed_months[i].month;
    }
    return 0;
}

static gboolean
word_is_in (const char *const *words, const char *word, gsize length)
{
    for (; *words; words++) {
        if (strlen (*words) == length && strncmp (*words, word, length) == 0)
            return TRUE;
    }
    return FALSE;
}

/* Splits "31st of mar. 2022" into numbers and months. -1 when it holds anything else. */
static int
read_tokens (const char *text, Token tokens[3])
{
    int count = 0;
    gboolean may_be_ordinal = FALSE;

    for (const char *p = text; *p;) {
        if (g_ascii_isdigit (*p)) {
            Token token = { 0, 0, 0 };
            while (g_ascii_isdigit (*p) && token.digits < 5) {
                token.number = token.number * 10 + (*p++ - '0');
                token.digits++;
            }
            if (count == 3 || token.digits > 4)
                return -1;
            tokens[count++] = token;
            may_be_ordinal = TRUE;
        } else if (g_ascii_isalpha (*p)) {
            const char *word = p;
            while (g_ascii_isalpha (*p))
                p++;
            gsize length = (gsize)(p - word);
            gboolean skipped = may_be_ordinal ? word_is_in (ordinal_endings, word, length)
                                              : word_is_in (filler_words, word, length);
            if (!skipped) {
                int month = month_of_word (word, length);
                if (count == 3 || month == 0)
                    return -1;
                tokens[count++] = (Token){ month, 0, 0 };
            }
            may_be_ordinal = FALSE;
        } else {
            int marks = 0;
            if (count == 0)
                return -1;
            for (; *p && strchr (" /.-,", *p); p++)
                marks += *p != ' ';
            if (marks > 1 || (*p && !g_ascii_isalnum (*p)) || (!*p && p[-1] != '.'))
                return -1;
            may_be_ordinal = FALSE;
        }
    }
    return count;
}

static int
full_year (Token token)
{
    return token.digits == 2 ? 2000 + token.number : token.number;
}

static UpstandDay
nearest_year (int day, int month, UpstandDay today)
{
    UpstandDay best = 0;
    int year;

    upstand_date_split (today, &year, NULL, NULL);
    /* 29 February can be eight years away (2096 to 2104). The later one wins a tie. */
    for (int y = year - 8; y <= year + 8; y++) {
        UpstandDay candidate = upstand_date_new (y, month, day);
        if (candidate && (!best || ABS ((gint64)candidate - today) <= ABS ((gint64)best - today)))
            best = candidate;
    }
    return best;
}

static gboolean
make_day (int day, int month, int year, UpstandDay *result, GError **error)
{
    if (month < 1 || month > 12) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_INVALID,
            _ ("There is no month %d. Type the day first, like 31/3/22."), month);
        return FALSE;
    }
    if (year < FIRST_TYPED_YEAR || year > LAST_TYPED_YEAR) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_INVALID,
            _ ("The year %d is too far away to be meant."), year);
        return FALSE;
    }
    *result = upstand_date_new (year, month, day);
    if (*result == 0) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_INVALID,
            /* Translators: day of the month, month, year: "There is no day 30 in February 2022." */
            _ ("There is no day %1$d in %2$s %3$d."), day,
            upstand_date_get_month_name (month, UPSTAND_DATE_LONG), year);
        return FALSE;
    }
    return TRUE;
}

static gboolean
make_yearless_day (int day, int month, UpstandDay today, UpstandDay *result, GError **error)
{
    int year;

    if (month >= 1 && month <= 12) {
        *result = nearest_year (day, month, today);
        if (*result)
            return TRUE;
    }
    upstand_date_split (today, &year, NULL, NULL);
    return make_day (day, month, year, result, error);
}

static gboolean
make_month_end (int month, int year, UpstandDay *result, GError **error)
{
    if (!make_day (1, month, year, result, error))
        return FALSE;
    *result = upstand_date_month_end (*result);
    return TRUE;
}

/* "+7" and "-7"; FALSE when it is something else. */
static gboolean
read_days_away (const char *text, UpstandDay today, UpstandDay *day)
{
    gint64 days;

    if (*text != '+' && *text != '-')
        return FALSE;
    const char *figures = text + 1;
    while (*figures == ' ')
        figures++;
    if (!g_ascii_isdigit (*figures) ||
        !g_ascii_string_to_signed (figures, 10, 0, MOST_DAYS_AWAY, &days, NULL))
        return FALSE;
    if (*text == '-')
        days = -days;
    if ((gint64)today + days < 1)
        return FALSE;
    *day = (UpstandDay)((gint64)today + days);
    return TRUE;
}

static gboolean
read_two (const Token t[2], UpstandDay today, const char *typed, UpstandDay *day, GError **error)
{
    gboolean is_word[] = { t[0].month != 0, t[1].month != 0 };

    if (is_word[0] && is_word[1])
        return refuse (error, typed);
    if (is_word[0] && t[1].digits == 4) /* Mar 2022 */
        return make_month_end (t[0].month, t[1].number, day, error);
    if (is_word[0]) { /* Mar 22 */
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_INVALID,
            _ ("“%s” could mean a day or a year. Type it like 31 Mar or Mar 2022."), typed);
        return FALSE;
    }
    if (t[0].digits == 4) { /* 2022-03, 2022 March */
        return make_month_end (is_word[1] ? t[1].month : t[1].number, t[0].number, day, error);
    }
    if (t[0].digits > 2)
        return refuse (error, typed);
    if (is_word[1]) /* 31 Mar */
        return make_yearless_day (t[0].number, t[1].month, today, day, error);
    if (t[1].digits == 4) /* 3/2022 */
        return make_month_end (t[0].number, t[1].number, day, error);
    if (t[1].digits > 2)
        return refuse (error, typed);
    return make_yearless_day (t[0].number, t[1].number, today, day, error);
}

static gboolean
read_three (const Token t[3], const char *typed, UpstandDay *day, GError **error)
{
    if (t[2].month)
        return refuse (error, typed);
    if (t[0].digits == 4 && t[2].digits <= 2) /* 2022-03-31, 2022 Mar 31 */
        return make_day (
            t[2].number, t[1].month ? t[1].month : t[1].number, t[0].number, day, error);
    if (t[2].digits != 2 && t[2].digits != 4)
        return refuse (error, typed);
    if (t[0].month && !t[1].month && t[1].digits <= 2) /* March 31, 2022 */
        return make_day (t[1].number, t[0].month, full_year (t[2]), day, error);
    if (t[0].month || t[0].digits > 2 || t[1].digits > 2)
        return refuse (error, typed);
    return make_day (
        t[0].number, t[1].month ? t[1].month : t[1].number, full_year (t[2]), day, error);
}

gboolean
upstand_date_parse (const char *typed, UpstandDay today, UpstandDay *day, GError **error)
{
    g_autofree char *text = NULL;
    UpstandDay found = 0;
    Token tokens[3];
    gboolean read;

    g_return_val_if_fail (typed && day && g_date_valid_julian (today), FALSE);

    if (!g_utf8_validate (typed, -1, NULL) || strlen (typed) > LONGEST_TYPED) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_INVALID,
            _ ("This is not a date. Type it like 31/3/22 or 31 Mar 2022."));
        return FALSE;
    }
    text = plain_text (typed);
    if (*text == '\0') {
        *day = 0;
        return TRUE;
    }
    for (gsize i = 0; i < G_N_ELEMENTS (near_days); i++) {
        if (strcmp (text, near_days[i].word) == 0) {
            *day = (UpstandDay)((gint64)today + near_days[i].days);
            return TRUE;
        }
    }
    if (read_days_away (text, today, day))
        return TRUE;

    switch (read_tokens (text, tokens)) {
    case 2: read = read_two (tokens, today, typed, &found, error); break;
    case 3: read = read_three (tokens, typed, &found, error); break;
    default: return refuse (error, typed);
    }
    if (read)
        *day = found;
    return read;
}
