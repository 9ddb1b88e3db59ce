/* SPDX-License-Identifier: MIT */
#pragma once

#include "rules/suppression.h"

G_BEGIN_DECLS

typedef enum {
    SUPPRESSION_COUNT,
    SUPPRESSION_HOLE,
    SUPPRESSION_RATE,
    SUPPRESSION_REST, /* of a relation: a count that is never printed, so always hidden */
} SuppressionKind;

typedef struct {
    gint64 value;
    guint numerator, denominator; /* of a rate */
    guint8 kind;
    guint8 fate;
    gboolean known; /* shown before with the value it has now: nothing can hide it any more */
    gboolean hidden_before;
    gboolean withheld; /* together with all that is tied to it */
    gboolean safe; /* the promise holds for it */
} SuppressionCell;

/* One end of the tie between a cell and a relation. */
typedef struct {
    guint to; /* the relation of a cell, the cell of a relation */
    int sign; /* 1: the total or whole; -1: a part. In every relation these add up to zero. */
} SuppressionTie;

/* Ties by where they start: those of i are ties[starts[i]] up to ties[starts[i + 1]]. */
typedef struct {
    SuppressionTie *ties;
    guint *starts;
    guint n;
} SuppressionTies;

/* The table with its holes taken out and its rests put in. */
typedef struct {
    SuppressionCell *cells;
    guint n_cells;
    SuppressionTies of_cells, of_relations;
} SuppressionTable;

/** One search at a time over @table; what it allocates is used again for the next. */
typedef struct _ShiftSearch ShiftSearch;

ShiftSearch *shift_search_new (const SuppressionTable *table);
void shift_search_free (ShiftSearch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShiftSearch, shift_search_free)

/**
 * Looks for the cheapest shift in which @cell can grow by @up and shrink by @down: over cells that
 * are hidden already where it can be, else over few and small ones that would have to be hidden.
 *
 * Returns: the cells of the shift, @cell among them, valid until the next search; NULL when none
 *   was found, which does not prove that there is none
 */
const GArray *shift_search_find (ShiftSearch *self, guint cell, gint64 up, gint64 down);

G_END_DECLS
