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
    gboolean known; /* to every reader: nothing can hide it any more */
    gboolean hidden; /* from the start, whatever its value */
    gboolean withheld; /* together with all that is tied to it */
    gboolean free; /* by the multiples of a table that is withheld: nothing bounds it */
    gint64 low, high; /* what it is known to reach in tables that print the same */
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

/** A cell of a walk, and by how much the walk changes it; that may be nothing. */
typedef struct {
    guint cell;
    gint64 by;
} WalkedCell;

/** One search at a time over @table; what it allocates is used again for the next. */
typedef struct _ShiftSearch ShiftSearch;

ShiftSearch *shift_search_new (const SuppressionTable *table);
void shift_search_free (ShiftSearch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShiftSearch, shift_search_free)

/**
 * Walks from the true table, by one shift or several, to another that prints the same and in which
 * @cell is larger by @by, or smaller when that is negative. Goes over cells that are hidden
 * already where it can, else over few and small ones that would have to be hidden.
 *
 * @least: what a printed number other than 0 may fall to: 1 or 0
 *
 * Returns: (element-type WalkedCell): the cells of the walk, @cell among them, valid until the next
 *   one; NULL when none was found, which does not prove that there is none
 */
const GArray *shift_search_walk (ShiftSearch *self, guint cell, gint64 by, gint64 least);

G_END_DECLS
