/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/record.h"

G_BEGIN_DECLS

UPSTAND_DECLARE_RECORD (UpstandDeadlineChange, upstand_deadline_change)

/** One move of a requirement's deadline: the newest gives the current one. */
struct _UpstandDeadlineChange {
    UpstandRecord parent_instance;
    gint64 requirement_id;
    UpstandDay old_date;
    UpstandDay new_date;
    char *reason;
    char *approved_by; /* a post; NULL: no recorded approval */
};

G_END_DECLS
