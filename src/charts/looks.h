/* SPDX-License-Identifier: MIT */
#pragma once

#include "charts/pen.h"
#include "rules/rating.h"
#include "rules/standing.h"

G_BEGIN_DECLS

/** A colour and the shape that goes with it: the same shape as the words' glyph has in tables. */
typedef struct {
    UpstandInk ink;
    UpstandShape shape;
} UpstandLook;

UpstandLook upstand_look_of_rating (UpstandRating rating);
UpstandLook upstand_look_of_standing (UpstandStanding standing);

G_END_DECLS
