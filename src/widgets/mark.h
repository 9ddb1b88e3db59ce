/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "rules/rating.h"
#include "rules/standing.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_MARK (upstand_mark_get_type ())
G_DECLARE_FINAL_TYPE (UpstandMark, upstand_mark, UPSTAND, MARK, GtkWidget)

/**
 * UpstandMark:
 *
 * A small shape in the ink of what it stands for: the same shapes and inks as in charts. It always
 * stands beside its word, so it says nothing to a screen reader.
 */
GtkWidget *upstand_mark_new (void);

/** The mark of a rating; none for NONE. */
void upstand_mark_set_rating (UpstandMark *self, UpstandRating rating);

/** The mark of how an activity, or anything else with a due date, stands. */
void upstand_mark_set_standing (UpstandMark *self, UpstandStanding standing);

/** Draws a rating's mark in a square of @size pixels from @x, @y. */
void upstand_mark_snapshot_rating (
    GtkSnapshot *snapshot, UpstandRating rating, double x, double y, double size);

G_END_DECLS
