/* SPDX-License-Identifier: MIT */
#pragma once

#include "returns/return.h"

G_BEGIN_DECLS

/**
 * The data return of a quarter, the interim one first: a sheet for each area with its figures,
 * rates beside their parts, notes, and what came before; what was said in words; what the checks
 * found and the reasons given; the breaks; and what each measure is.
 *
 * Its check gives what still stands in the way: findings that were answered with a reason are in
 * the book and no longer among them.
 */
extern const UpstandReturn upstand_data_return;

G_END_DECLS
