/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/record.h"

G_BEGIN_DECLS

/**
 * What a reference or one of a field's links is called: "8.2 Police perpetrators". Given by the
 * page, which knows the plan; asked for each cell as it comes into view, so from memory.
 *
 * Returns: (transfer full) (nullable): NULL when it is gone.
 */
typedef char *(*UpstandResolver) (const UpstandField *field, gint64 id, gpointer user_data);

G_END_DECLS
