/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/record.h"

G_BEGIN_DECLS

UPSTAND_DECLARE_RECORD (UpstandOperation, upstand_operation)

/** What was done in one space or several on a day, and what came of it. */
struct _UpstandOperation {
    UpstandRecord parent_instance;
    char *title;
    UpstandDay dated;
    GArray *spaces;
    gint64 activity_id; /* 0: of none */
    char *result; /* NULL: not known yet */
    char *owner; /* a post */
};

extern const UpstandLinkType upstand_operation_space;

G_END_DECLS
