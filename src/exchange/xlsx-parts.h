/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/package.h"
#include "exchange/xlsx-values.h"
#include "exchange/xml-parser.h"

G_BEGIN_DECLS

/* A workbook's shared strings lie end to end in one block, no larger than this. */
#define UPSTAND_XLSX_MAX_STRINGS (G_GUINT64_CONSTANT (256) * 1024 * 1024)
#define UPSTAND_XLSX_MAX_STRING_COUNT 5000000
#define UPSTAND_XLSX_MAX_SHEETS 1000
#define UPSTAND_XLSX_MAX_STYLES 100000

/**
 * UpstandXlsxParts:
 *
 * What must be known of a workbook before a sheet can be read: its sheets, its epoch, the formats
 * of its styles and its shared strings.
 */
typedef struct {
    gboolean is_1904;
    GPtrArray *names; /* of the sheets with cells, in the order of the tabs */
    GPtrArray *targets; /* their parts in the package */
    GByteArray *formats; /* UpstandXlsxFormat, by style */
    GString *strings;
    GArray *offsets; /* guint32, one more than there are strings */
    char *styles_part, *strings_part;
    gboolean has_values; /* styles and strings are read */
} UpstandXlsxParts;

/** Reads the list of sheets; UPSTAND_ERROR_FORMAT when @package is something else. */
UpstandXlsxParts *upstand_xlsx_parts_new (UpstandPackage *package, GError **error);

/** Reads styles and shared strings, once. */
gboolean upstand_xlsx_parts_load (UpstandXlsxParts *self, UpstandPackage *package, GError **error);

/** Feeds a whole part through @parser. */
gboolean upstand_xlsx_parse_part (
    UpstandPackage *package, const char *part, UpstandXmlParser *parser, GError **error);

void upstand_xlsx_parts_free (UpstandXlsxParts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandXlsxParts, upstand_xlsx_parts_free)

G_END_DECLS
