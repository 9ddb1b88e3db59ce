/* SPDX-License-Identifier: MIT */
#pragma once

#include "database/database.h"
#include "exchange/raw-cell.h"
#include "records/record.h"

G_BEGIN_DECLS

/**
 * UpstandRowFields:
 *
 * Turns the cells of outside rows into the fields of a record. What was understood once is
 * remembered for each column: a spreadsheet's states, dates and owners repeat thousands of times.
 */
typedef struct _UpstandRowFields UpstandRowFields;

/** @database: where references and links are looked up by name; used only here. */
UpstandRowFields *upstand_row_fields_new (
    const UpstandRecordType *type, UpstandDatabase *database, UpstandDay today, GError **error);
void upstand_row_fields_free (UpstandRowFields *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandRowFields, upstand_row_fields_free)

/**
 * Sets the field from the cell. FALSE with UPSTAND_ERROR_INVALID and a sentence about the cell; the
 * field is then empty.
 */
gboolean upstand_row_fields_set (UpstandRowFields *self, gpointer record, const UpstandField *field,
    const UpstandRawCell *cell, GError **error);

G_END_DECLS
