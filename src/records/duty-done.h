/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/record.h"

G_BEGIN_DECLS

UPSTAND_DECLARE_RECORD (UpstandDutyDone, upstand_duty_done)

/** A repeating duty done for one of its periods. */
struct _UpstandDutyDone {
    UpstandRecord parent_instance;
    gint64 requirement_id;
    UpstandDay intended; /* the due date that it answers */
    UpstandDay done;
    char *post;
};

G_END_DECLS
