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

/**
 * The field as people read it, references and links by their names, "1.1, 8.2". @resolve may be
 * NULL; they are then left out. To be freed; never NULL.
 */
char *upstand_resolver_get_display (
    UpstandResolver resolve, UpstandRecord *record, const UpstandField *field, gpointer user_data);

/** The ids of a reference (none or one) or links field; to be unref'd (element-type gint64). */
GArray *upstand_resolver_get_ids (UpstandRecord *record, const UpstandField *field);

G_END_DECLS
