/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/sheet.h"
#include "records/list-query.h"

G_BEGIN_DECLS

/**
 * A sheet of records, straight from their descriptors: one column for each field, in the
 * descriptors' order, and the id at the end, so that the sheet can be taken in again. References
 * and links are shown by name. The rows are streamed: a million of them need no more memory than a
 * few hundred.
 *
 * @id, @title: of the sheet
 * @query: which records, in which order; copied
 * @names: the fields to show, ended by NULL; NULL: all that are not of the framework
 * @database: must outlive the sheet
 */
UpstandSheet *upstand_record_sheet_new (const char *id, const char *title,
    const UpstandListQuery *query, const char *const *names, UpstandDatabase *database);

G_END_DECLS
