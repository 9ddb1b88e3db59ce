/* SPDX-License-Identifier: MIT */
#pragma once

#include "charts/chart.h"
#include "records/store.h"

G_BEGIN_DECLS

/** What the marks of the register as it is carry, where those of a version carry its id. */
#define UPSTAND_SPACES_NOW(kind) (-1 - (gint64)(kind))

/**
 * How many spaces of each kind are of which risk, in each version of the problem profile and in the
 * register as it is. A mark's part is an UpstandRisk.
 */
UpstandChart *upstand_spaces_chart (UpstandStore *store, UpstandDay today, GError **error);

G_END_DECLS
