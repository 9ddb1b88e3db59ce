/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/history.h"
#include "records/store.h"

G_BEGIN_DECLS

/* History in words: canonical texts become what people read, ids become titles. */

/** "Activity “Train the supervisors”, changed"; to be freed. */
char *upstand_change_describe (UpstandStore *store, const UpstandChange *change);

/** "Due: 31 Mar 2022 → 30 Apr 2022", or NULL for a field that says nothing to people. To be freed.
 */
char *upstand_change_describe_field (
    UpstandStore *store, const UpstandChange *change, const UpstandFieldChange *field);

/** A batch's moment in local time, as people read it; to be freed. */
char *upstand_change_describe_time (const char *made);

G_END_DECLS
