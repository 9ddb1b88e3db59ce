/* SPDX-License-Identifier: MIT */
#pragma once

#include "rules/thresholds.h"

G_BEGIN_DECLS

/**
 * UpstandSuppression:
 *
 * Which figures of a table a public copy may show (domain, section 6). Fill it with counts and with
 * the relations among them that a reader is told or can guess; run it; ask for the fate of each
 * cell. An earlier public version is some more cells in the same table: its counts, which are
 * known or hidden already, its relations, and a sum of one part for each that has not changed.
 *
 * **What is hidden.** A count from 1 to `smallest_shown` - 1; a zero only when `zeros_hidden` says
 * so, or when it is part of a small total, because there it would tell which group the few people
 * are *not* in. Then as many other counts as the promise below needs, and every rate of which
 * numerator or denominator is hidden. A reader is shown one and the same mark for all of them:
 * which cells are the small ones must not leave this table.
 *
 * **The promise.** Take everything that is shown now or was before, every relation, and that
 * counts are whole and not negative. Whatever an attacker works out from that, the range that is
 * left for a hidden small number goes at least from 1 to `smallest_shown`, for a hidden zero from 0
 * to it, and for any other hidden number it holds at least `smallest_shown` whole numbers. The
 * same is true of the *rest* of a relation "within" (whole less parts): it is a count as well,
 * although nobody prints it. The promise is about numbers. It does not cover somebody who guesses
 * which of the hidden cells are the small ones, nor what a reader knows from elsewhere.
 *
 * **Why it holds.** A *shift* is a set of steps of +1 or -1 on hidden cells alone, such that each
 * relation gains as much on one side as on the other. (In a table with totals that is a ring: this
 * cell more, another of its row less, one of that column more, and so round.) Walking shifts leads
 * from the true table to others that print exactly the same, as long as no cell falls below 0; the
 * walks even stay above 0 where they can. For each hidden number such tables are found in which it
 * stands at the two ends of the promised range, and they prove the range. Hiding more can only add
 * to what is possible, so what was proved once stays proved. Where no walk is found, all counts
 * that are tied to the cell are withheld: their relations then hold for every multiple of the true
 * table as well. Only what is known already cannot be withheld any more; a cell that it fixes is
 * reported by upstand_suppression_is_given_away().
 *
 * A shown zero is never hidden to protect another cell: readers may know why it is zero. A figure
 * that cannot occur is "not applicable" and does not belong in here.
 *
 * The cost is one or two shortest paths for each small number, over relations as nodes and counts
 * as the ways between them: small numbers x counts at worst, and less the more is hidden already.
 */
typedef struct _UpstandSuppression UpstandSuppression;

/** No cell: what upstand_suppression_add_sum() and the like leave out of their parts. */
#define UPSTAND_SUPPRESSION_NONE G_MAXUINT

/** More than any count can be. */
#define UPSTAND_SUPPRESSION_MOST G_GINT64_CONSTANT (1000000000000)

typedef enum {
    UPSTAND_FATE_SHOWN,
    UPSTAND_FATE_SMALL, /* hidden because it is small, or is a zero that counts as small */
    UPSTAND_FATE_COVER, /* hidden to protect another */
    UPSTAND_FATE_DERIVED, /* a rate, hidden because it is made from a hidden count */
} UpstandFate;

/** An empty table. Of @thresholds only `smallest_shown` and `zeros_hidden` are read. */
UpstandSuppression *upstand_suppression_new (const UpstandThresholds *thresholds);
void upstand_suppression_free (UpstandSuppression *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandSuppression, upstand_suppression_free)

/** Adds a count, from 0 to UPSTAND_SUPPRESSION_MOST. Returns its cell. */
guint upstand_suppression_add_count (UpstandSuppression *self, gint64 value);

/**
 * Adds a figure that nobody has: not collected, withheld, not answered. What a total holds beyond
 * its other parts is then the hole's, and protected like a count.
 */
guint upstand_suppression_add_hole (UpstandSuppression *self);

/** Adds a rate of two counts, whatever its value; it stands in no relation. Returns its cell. */
guint upstand_suppression_add_rate (UpstandSuppression *self, guint numerator, guint denominator);

/**
 * Says that @total is the sum of @parts (a row, a column, a subtotal; one part: the same figure
 * printed twice). UPSTAND_SUPPRESSION_NONE among the parts is nothing; a total that is a hole or
 * NONE says nothing. No cell may stand in it twice.
 *
 * Returns: the relation's number, from 0 in the order they are added
 */
guint upstand_suppression_add_sum (
    UpstandSuppression *self, guint total, const guint *parts, guint n_parts);

/** Says that @parts are among @whole: reviewed among live. As upstand_suppression_add_sum(). */
guint upstand_suppression_add_within (
    UpstandSuppression *self, guint whole, const guint *parts, guint n_parts);

/** Says that a reader knows this count already: nothing can hide it any more. */
void upstand_suppression_set_known (UpstandSuppression *self, guint cell);

/** Says that this count is hidden already, and has to stay so. */
void upstand_suppression_set_hidden (UpstandSuppression *self, guint cell);

/**
 * Decides, once.
 *
 * @broken: (out): the relation that does not hold between the counts
 *
 * Returns: FALSE when there is one: an attacker would reckon with figures that are wrong, and
 *   nothing can be promised.
 */
gboolean upstand_suppression_run (UpstandSuppression *self, guint *broken);

/** What becomes of @cell, after the run. A hole is "shown": its state is no number. */
UpstandFate upstand_suppression_get_fate (const UpstandSuppression *self, guint cell);

/**
 * TRUE when what is known already fixes the hidden @cell more closely than is promised. Everything
 * tied to it is withheld then, so that nothing is added to that.
 */
gboolean upstand_suppression_is_given_away (const UpstandSuppression *self, guint cell);

G_END_DECLS
