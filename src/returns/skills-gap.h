/* SPDX-License-Identifier: MIT */
#pragma once

#include "returns/return.h"

G_BEGIN_DECLS

/**
 * The six-monthly skills return: what is needed, who is there, the gaps and why, for the force and
 * each unit, with the trend, its breaks, and what every word means. Its period is a census.
 */
extern const UpstandReturn upstand_skills_gap_return;

G_END_DECLS
