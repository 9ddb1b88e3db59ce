/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/date.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
    UPSTAND_RAW_EMPTY,
    UPSTAND_RAW_TEXT,
    UPSTAND_RAW_NUMBER,
    UPSTAND_RAW_DATE,
    UPSTAND_RAW_YES_NO,
    UPSTAND_RAW_ERROR, /* a formula that failed: "#N/A" */
} UpstandRawKind;

/**
 * UpstandRawCell:
 * @kind: what the file says it is; everything but empty is text in a CSV file
 * @text: never NULL; the value as a person would write it: "1.1", "12.5%", "2022-03-31",
 *   "2022-03-31 14:30", "TRUE"
 * @length: of @text, in bytes
 * @number: of a number (0.125 for 12.5%), or 1 for TRUE
 * @day: of a date
 *
 * A cell as read from somebody's file. To an importer @text is enough: the number 1.1 and the text
 * "1.1" read alike.
 */
typedef struct {
    UpstandRawKind kind;
    UpstandDay day;
    const char *text;
    gsize length;
    double number;
} UpstandRawCell;

G_END_DECLS
