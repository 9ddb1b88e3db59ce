/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/field.h"

G_BEGIN_DECLS

/** Every record type, ended by NULL. What is not in it cannot be saved, undone or searched. */
const UpstandRecordType *const *upstand_registry_types (void);

/** The record type kept in that table, or NULL. */
const UpstandRecordType *upstand_registry_find (const char *table);

/**
 * The field kept in a column of a record's or a link's table; NULL when there is none. Undo takes
 * table and column names from the plan's history only through here.
 */
const UpstandField *upstand_registry_find_column (const char *table, const char *column);

typedef void (*UpstandReferenceFunc) (
    const UpstandRecordType *holder, const UpstandField *field, gpointer user_data);

/** Calls @func for each reference or links field, of any type, whose other end is @target. */
void upstand_registry_foreach_reference (
    const UpstandRecordType *target, UpstandReferenceFunc func, gpointer user_data);

G_END_DECLS
