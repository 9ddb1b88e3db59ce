/* SPDX-License-Identifier: MIT */
#pragma once

#include "returns/return.h"

G_BEGIN_DECLS

/**
 * The engagement report: who was met, which groups were heard, what was said and what changed,
 * what panels found, and the organisations. A public copy holds the counts by kind and by group,
 * what may be told of "you said, we did", and the organisations that are cleared.
 */
extern const UpstandReturn upstand_engagement_return;

G_END_DECLS
