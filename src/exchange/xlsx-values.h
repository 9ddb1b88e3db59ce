/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/raw-cell.h"

G_BEGIN_DECLS

/* How a workbook writes values, apart from any XML: formats, serial days, numbers, escapes. */

typedef enum {
    UPSTAND_XLSX_PLAIN,
    UPSTAND_XLSX_PERCENT,
    UPSTAND_XLSX_DATE, /* with or without a time of day */
    UPSTAND_XLSX_TIME, /* a time of day or a duration alone */
} UpstandXlsxFormat;

/** What one of the formats that every workbook knows by number means (14 is a date). */
UpstandXlsxFormat upstand_xlsx_format_from_id (guint id);

/** What a format's code means ("d mmm yyyy", "0.0%", "[h]:mm", "#,##0 \"days\""). */
UpstandXlsxFormat upstand_xlsx_format_from_code (const char *code);

/**
 * The day that a serial number stands for, or 0 when it stands for none. In the 1900 system day 60
 * is 29 February 1900, which never was: it is no day, and the days before it count one less.
 */
UpstandDay upstand_xlsx_day (double serial, gboolean is_1904);

/**
 * Fills @cell (kind, number, day) from the digits @raw and appends its text to @text.
 * What is not a number after all becomes a text.
 */
void upstand_xlsx_read_number (const char *raw, gsize length, UpstandXlsxFormat format,
    gboolean is_1904, UpstandRawCell *cell, GString *text);

/** Appends @raw with _x000D_ and the like turned into what they stand for. */
void upstand_xlsx_append_unescaped (GString *text, const char *raw, gsize length);

/** The column of a cell reference ("AB12" is 27), -1 when there is none. */
int upstand_xlsx_column (const char *reference, gsize length);

/** "A", "AB": the letters of a column counted from 0; to be freed. */
char *upstand_xlsx_column_letters (guint column);

G_END_DECLS
