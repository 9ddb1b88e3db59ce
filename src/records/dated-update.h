/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/record.h"

G_BEGIN_DECLS

UPSTAND_DECLARE_RECORD (UpstandDatedUpdate, upstand_dated_update)

/** What was said of a duty or an activity on a day. Retracted, never overwritten. */
struct _UpstandDatedUpdate {
    UpstandRecord parent_instance;
    UpstandDay dated;
    guint kind;
    char *words;
    char *post; /* who says so */
    gint64 requirement_id;
    gint64 activity_id;
    gboolean retracted;
    char *retract_reason;
};

typedef enum {
    UPSTAND_UPDATE_PROGRESS,
    UPSTAND_UPDATE_DECISION,
    UPSTAND_UPDATE_FINDING,
    UPSTAND_UPDATE_RISK,
} UpstandUpdateKind;

extern const UpstandChoice upstand_update_kinds[];

G_END_DECLS
