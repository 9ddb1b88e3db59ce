/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/book.h"
#include "rules/thresholds.h"

G_BEGIN_DECLS

/** Stands for everything that a public copy leaves out inside a table, whatever the reason. */
#define UPSTAND_PUBLIC_MARK "[c]"

/** Rows of one sheet, at most: unlike an official sheet a public one is held in memory. */
#define UPSTAND_PUBLIC_MOST_ROWS 5000

/** An earlier version of the same figures, as they were, and the public copy that was made of it.
 */
typedef struct {
    UpstandBook *official;
    UpstandBook *copy;
} UpstandPublicVersion;

/**
 * UpstandPublicRequest:
 * @thresholds: of the plan; which numbers are small
 * @classification: of the copy; NULL for the book's own
 * @earlier: versions of the same return and period of which a public copy has gone out, in the
 *   language of this one: sheets are recognised by their ids, rows by their labels, columns by
 *   their titles
 */
typedef struct {
    const UpstandThresholds *thresholds;
    const char *classification;
    const UpstandPublicVersion *earlier;
    guint n_earlier;
} UpstandPublicRequest;

/** What was done, for the person who exports. Not for the copy: how many were small is no news. */
typedef struct {
    guint n_figures; /* in the columns of figures */
    guint n_hidden; /* of those */
    guint n_texts; /* texts left out: not cleared, or they looked like an identifier */
    guint n_given_away; /* hidden figures that the earlier copies tell by themselves */
} UpstandPublicOutcome;

/**
 * Makes the public copy of @official. It leaves out
 *
 * - every column whose `in_public` does not let it out, and every sheet that has no other;
 * - each figure that rules/suppression.h hides, with all sheets, their relations and the earlier
 *   versions taken as one table, and each that is neither a whole count nor a rate explained by a
 * relation;
 * - each text in which something looks like an identifier, or that is not cleared in its row;
 * - the digest, with which small numbers could be guessed; the cover's further facts, the sheets'
 *   notes and the charts, because their words and bars may tell a figure. What of those is fit to
 *   go out is added to the copy by the return.
 *
 * That a sheet lists each record in a row of its own is a count, too, which nothing here can
 * hide: the return decides whether such a sheet goes out.
 *
 * @outcome: (out) (optional)
 *
 * Returns: (transfer full): sheets in memory; NULL with @error set: UPSTAND_ERROR_LIMIT for a sheet
 *   that is too long, UPSTAND_ERROR_REFUSED where figures contradict a relation or an earlier copy
 *   cannot be compared
 */
UpstandBook *upstand_public_copy_new (UpstandBook *official, const UpstandPublicRequest *request,
    UpstandPublicOutcome *outcome, GError **error);

G_END_DECLS
