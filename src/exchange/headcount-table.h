/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/form-reply.h"
#include "records/field.h"

G_BEGIN_DECLS

/* A plain table of headcount, as a personnel system exports it: a row for each unit, capability,
 * workforce and basis, a column for each count, in any order and case. */

/** The keys of the columns that are no counts. */
#define UPSTAND_HEADCOUNT_TABLE_UNIT "unit"
#define UPSTAND_HEADCOUNT_TABLE_CAPABILITY "capability"
#define UPSTAND_HEADCOUNT_TABLE_WORKFORCE "workforce"
#define UPSTAND_HEADCOUNT_TABLE_BASIS "basis"

/** What a column may be, with its words; the counts among them. Ended by { NULL }. */
const UpstandChoice *upstand_headcount_table_get_columns (void);

/**
 * What the column under @heading is: by @mapping ("heading\tkey" lines, an empty key passes the
 * column over; may be NULL), else by its words in either language, or its key. NULL: nothing known.
 */
const char *upstand_headcount_table_find_column (const char *heading, const char *mapping);

/** The file's headings, to be g_strfreev()d; NULL with @error when it cannot be read. */
GStrv upstand_headcount_table_read_headings (const char *path, GError **error);

/**
 * Reads the table; the names in its rows are cells like the others. UPSTAND_ERROR_FORMAT when it
 * has no column of figures.
 */
UpstandReply *upstand_headcount_table_read (UpstandTableReader *reader, const char *path,
    const char *mapping, GCancellable *cancellable, GError **error);

G_END_DECLS
