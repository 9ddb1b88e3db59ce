/* SPDX-License-Identifier: MIT */
#pragma once

#include "returns/return.h"

G_BEGIN_DECLS

/**
 * The newest problem profile at the end of the period: its spaces by kind, their sources, what was
 * done there, what the versions were used for, and what changed since the version before. A public
 * copy holds how many spaces of each kind there are, and the names that are cleared.
 */
extern const UpstandReturn upstand_problem_profile_return;

G_END_DECLS
