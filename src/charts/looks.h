/* SPDX-License-Identifier: MIT */
#pragma once

#include "charts/pen.h"
#include "rules/rating.h"
#include "rules/standing.h"
#include "rules/tone.h"

G_BEGIN_DECLS

/** A colour and the shape that goes with it: the same shape as the words' glyph has in tables. */
typedef struct {
    UpstandInk ink;
    UpstandShape shape;
} UpstandLook;

UpstandLook upstand_look_of_rating (UpstandRating rating);
UpstandLook upstand_look_of_standing (UpstandStanding standing);
UpstandLook upstand_look_of_tone (UpstandTone tone);

/**
 * The looks of kinds that mean neither good nor bad, in the order they are handed out. From the
 * UPSTAND_N_PLAIN_LOOKS-th on they begin anew.
 */
UpstandLook upstand_look_of_kind (guint n);
#define UPSTAND_N_PLAIN_LOOKS 8

G_END_DECLS
