/* SPDX-License-Identifier: MIT */
#pragma once

#include "database/database.h"
#include "records/record.h"

G_BEGIN_DECLS

/** How a kind of field is kept: the only code that knows. A closed set; no field has its own. */
typedef struct {
    /** Canonical text, NULL for empty. */
    char *(*get) (gconstpointer member, const UpstandField *field);
    /** From canonical text; NULL empties. FALSE: not of this kind. */
    gboolean (*set) (gpointer member, const UpstandField *field, const char *text);
    /** From what a person typed; NULL: the same as the canonical text. */
    gboolean (*typed) (gpointer member, const UpstandField *field, const char *text,
        UpstandDay today, GError **error);
    /** As people read it; NULL: the canonical text. */
    char *(*display) (gconstpointer member, const UpstandField *field);
    gboolean (*same) (gconstpointer one, gconstpointer other);
    void (*copy) (gpointer to, gconstpointer from);
    void (*clear) (gpointer member);
    /** From and to the engine. NULL: not a column (links). */
    void (*read) (gpointer member, const UpstandField *field, UpstandQuery *query, int column);
    void (*bind) (gconstpointer member, const UpstandField *field, UpstandQuery *query, int index);
    /** A column's value from canonical text; for undo, which has no record. */
    gboolean (*bind_text) (
        const UpstandField *field, const char *text, UpstandQuery *query, int index);
    /** SQL by which it is sorted, with one %s for the column; an index must match it. */
    const char *order;
} UpstandKindFunctions;

const UpstandKindFunctions *upstand_kind (UpstandKind kind);

/** A column's value as canonical text, without a record; to be freed, NULL for empty. */
char *upstand_kind_read_text (const UpstandField *field, UpstandQuery *query, int column);

G_END_DECLS
