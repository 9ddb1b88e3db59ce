/* SPDX-License-Identifier: MIT */
#include "exchange/xlsx-values.h"

#include <math.h>
#include <string.h>

/* GDate's numbers of the days from which the two systems count. */
#define EPOCH_1900 693594 /* 30 December 1899, right from 1 March 1900 on */
#define EPOCH_1904 695056 /* 1 January 1904 */
#define LEAP_BUG 60
#define MAX_SERIAL 2958465.0 /* 31 December 9999 */

#define SECONDS 86400.0
#define MAX_COLUMN_LETTERS 3

/* Excel computes and shows fifteen figures; beyond them are only traces of the binary form. */
#define FIGURES 15

UpstandXlsxFormat
upstand_xlsx_format_from_id (guint id)
{
    if (id == 9 || id == 10)
        return UPSTAND_XLSX_PERCENT;
    /* 27 to 36 and 50 to 58 are the dates of East Asian editions. */
    if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
        return UPSTAND_XLSX_DATE;
    if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47))
        return UPSTAND_XLSX_TIME;
    return UPSTAND_XLSX_PLAIN;
}

UpstandXlsxFormat
upstand_xlsx_format_from_code (const char *code)
{
    gboolean has_day = FALSE, has_time = FALSE, has_month = FALSE, has_percent = FALSE;

    if (!g_ascii_strcasecmp (code, "general"))
        return UPSTAND_XLSX_PLAIN;
    /* Only the first of up to four sections, the one for positive numbers. */
    for (const char *at = code; *at && *at != ';'; at++) {
        switch (*at) {
        case '"': at = strchr (at + 1, '"'); break;
        case '\\':
        case '_':
        case '*': at = at[1] ? at + 1 : NULL; break;
        case '[':
            /* [Red], [$-409] say nothing; [h], [mm] and [ss] are durations. */
            has_time |= at[1] && strchr ("hHmMsS", at[1]) &&
                        (at[2] == ']' ||
                            (g_ascii_tolower (at[2]) == g_ascii_tolower (at[1]) && at[3] == ']'));
            at = strchr (at, ']');
            break;
        case 'd':
        case 'D':
        case 'y':
        case 'Y': has_day = TRUE; break;
        case 'h':
        case 'H':
        case 's':
        case 'S': has_time = TRUE; break;
        case 'm':
        case 'M': has_month = TRUE; break;
        case '%': has_percent = TRUE; break;
        default: break;
        }
        if (!at)
            break;
    }
    if (has_day || (has_month && !has_time))
        return UPSTAND_XLSX_DATE;
    if (has_time)
        return UPSTAND_XLSX_TIME;
    return has_percent ? UPSTAND_XLSX_PERCENT : UPSTAND_XLSX_PLAIN;
}

UpstandDay
upstand_xlsx_day (double serial, gboolean is_1904)
{
    if (!(serial >= 0 && serial < MAX_SERIAL + 1))
        return 0;

    guint32 days = (guint32)floor (serial);
    if (is_1904)
        return EPOCH_1904 + days;
    if (days == 0 || days == LEAP_BUG)
        return 0;
    return EPOCH_1900 + days + (days < LEAP_BUG ? 1 : 0);
}

static void
append_padded (GString *text, guint number, guint places)
{
    char digits[10];
    guint at = sizeof digits;

    while (places || number) {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
        places -= places > 0;
    }
    g_string_append_len (text, digits + at, (gssize)(sizeof digits - at));
}

static void
append_number (GString *text, double number)
{
    char digits[G_ASCII_DTOSTR_BUF_SIZE];

    double whole = round (number);

    /* Nearly every percentage is whole to fifteen figures (0.29 * 100 is not), and printf is slow.
     */
    if (whole >= 0 && whole < 1e9 && fabs (number - whole) <= whole * 5e-16) {
        append_padded (text, (guint)whole, 1);
        return;
    }
    g_string_append (text, g_ascii_formatd (digits, sizeof digits, "%.15g", number));
}

static void
append_time (GString *text, guint seconds)
{
    g_string_append_printf (text, "%02u:%02u", seconds / 3600, seconds / 60 % 60);
    if (seconds % 60)
        g_string_append_printf (text, ":%02u", seconds % 60);
}

static gboolean
read_day (double serial, gboolean is_1904, UpstandRawCell *cell, GString *text)
{
    /* To the second, since a time of day is seldom an exact fraction. */
    double seconds = round (serial * SECONDS);
    double days = floor (seconds / SECONDS);
    guint rest = (guint)(seconds - days * SECONDS);
    UpstandDay day = upstand_xlsx_day (days, is_1904);
    int year, month, day_of_month;

    if (!day)
        return FALSE;
    upstand_date_split (day, &year, &month, &day_of_month);
    cell->kind = UPSTAND_RAW_DATE;
    cell->day = day;
    append_padded (text, (guint)year, 4);
    g_string_append_c (text, '-');
    append_padded (text, (guint)month, 2);
    g_string_append_c (text, '-');
    append_padded (text, (guint)day_of_month, 2);
    if (rest) {
        g_string_append_c (text, ' ');
        append_time (text, rest);
    }
    return TRUE;
}

/* The digits as they stand, when they are such as a person would write. */
static gboolean
is_plain (const char *raw, gsize length)
{
    gsize figures = 0, points = 0;

    for (gsize i = 0; i < length; i++) {
        if (g_ascii_isdigit (raw[i]))
            figures++;
        else if (raw[i] == '.' && i && i + 1 < length)
            points++;
        else if (raw[i] != '-' || i)
            return FALSE;
    }
    return figures && figures <= FIGURES && points <= 1;
}

static double
parse_number (const char *raw, gsize length, gboolean *is_number)
{
    gint64 whole = 0;
    gsize i = raw[0] == '-' ? 1 : 0;

    for (; i < length && length <= FIGURES && g_ascii_isdigit (raw[i]); i++)
        whole = whole * 10 + (raw[i] - '0');
    if (i == length) {
        *is_number = length > (raw[0] == '-' ? 1 : 0);
        return (double)(raw[0] == '-' ? -whole : whole);
    }

    char copy[64];
    char *end;
    if (length >= sizeof copy) {
        *is_number = FALSE;
        return 0;
    }
    memcpy (copy, raw, length);
    copy[length] = '\0';
    double number = g_ascii_strtod (copy, &end);
    /* strtod also takes names and hexadecimals, none of which is a cell's number. */
    *is_number = end == copy + length && isfinite (number) && !strpbrk (copy, "xXnNiIpP ");
    return number;
}

void
upstand_xlsx_read_number (const char *raw, gsize length, UpstandXlsxFormat format, gboolean is_1904,
    UpstandRawCell *cell, GString *text)
{
    gboolean is_number = FALSE;

    cell->number = length ? parse_number (raw, length, &is_number) : 0;
    if (!is_number) {
        cell->kind = length ? UPSTAND_RAW_TEXT : UPSTAND_RAW_EMPTY;
        g_string_append_len (text, raw, (gssize)length);
        return;
    }
    if (format == UPSTAND_XLSX_DATE && read_day (cell->number, is_1904, cell, text))
        return;
    cell->kind = UPSTAND_RAW_NUMBER;
    if (format == UPSTAND_XLSX_TIME && cell->number >= 0 && cell->number < 1) {
        guint seconds = (guint)round (cell->number * SECONDS);
        append_time (text, MIN (seconds, 86399));
    } else if (format == UPSTAND_XLSX_PERCENT) {
        append_number (text, cell->number * 100);
        g_string_append_c (text, '%');
    } else if (is_plain (raw, length)) {
        g_string_append_len (text, raw, (gssize)length);
    } else {
        append_number (text, cell->number);
    }
}

static int
read_escape (const char *at)
{
    int value = 0;

    if (at[0] != '_' || at[1] != 'x' || at[6] != '_')
        return -1;
    for (int i = 2; i < 6; i++) {
        int digit = g_ascii_xdigit_value (at[i]);
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

void
upstand_xlsx_append_unescaped (GString *text, const char *raw, gsize length)
{
    const char *end = raw + length;

    while (raw < end) {
        const char *mark = memchr (raw, '_', (gsize)(end - raw));
        if (!mark || end - mark < 7) {
            g_string_append_len (text, raw, end - raw);
            return;
        }
        g_string_append_len (text, raw, mark - raw);
        int value = read_escape (mark);
        gboolean is_escape = value >= 0 && (value < 0xD800 || value > 0xDFFF);
        if (!is_escape)
            g_string_append_c (text, '_');
        else if (value)
            g_string_append_unichar (text, (gunichar)value);
        raw = mark + (is_escape ? 7 : 1);
    }
}

int
upstand_xlsx_column (const char *reference, gsize length)
{
    int column = 0;
    gsize i = 0;

    for (; i < length && i <= MAX_COLUMN_LETTERS && g_ascii_isupper (reference[i]); i++)
        column = column * 26 + (reference[i] - 'A' + 1);
    return i && i <= MAX_COLUMN_LETTERS ? column - 1 : -1;
}

char *
upstand_xlsx_column_letters (guint column)
{
    char letters[8];
    guint at = sizeof letters;

    letters[--at] = '\0';
    for (column++; column; column = (column - 1) / 26)
        letters[--at] = (char)('A' + (column - 1) % 26);
    return g_strdup (letters + at);
}
