/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/store.h"

G_BEGIN_DECLS

/**
 * Makes a plan filled with the invented force at @path: about 120 activities, 200 pieces of
 * evidence and 400 updates over six quarters, always the same. Its setting "today" is the day its
 * story ends on. Errors of upstand_plan_create().
 */
gboolean upstand_sample_plan_create (const char *path, GError **error);

G_END_DECLS
