/* SPDX-License-Identifier: MIT */
#pragma once

#include "returns/return.h"

G_BEGIN_DECLS

/**
 * The local action plan against the framework: the duties with their deadlines and ratings, the
 * work on them, what shows it, what was said of it, and who else asked for it.
 */
extern const UpstandReturn upstand_action_plan_return;

G_END_DECLS
