/* SPDX-License-Identifier: MIT */
#pragma once

#include "returns/return.h"

G_BEGIN_DECLS

/**
 * What the force management statement takes from the plan each year: demand now and for four years
 * by scenario, the workforce, the plan for it, and the risk that remains. It rests on the last
 * census in the year.
 */
extern const UpstandReturn upstand_fms_return;

G_END_DECLS
