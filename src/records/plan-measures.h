/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/framework.h"
#include "records/store.h"

G_BEGIN_DECLS

/**
 * Copies a framework's areas, questions, dimensions, measures with their lines, relations and
 * breaks under @edition_id, inside the open batch. A part of taking a framework in
 * (records/plan.c).
 */
gboolean upstand_plan_copy_measures (
    UpstandStore *store, const UpstandFramework *framework, gint64 edition_id, GError **error);

G_END_DECLS
