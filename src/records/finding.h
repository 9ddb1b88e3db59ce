/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/record.h"

G_BEGIN_DECLS

typedef enum {
    UPSTAND_FINDING_OPEN,
    UPSTAND_FINDING_ACCEPTED,
    UPSTAND_FINDING_DONE,
    UPSTAND_FINDING_NOT_ACCEPTED,
} UpstandFindingState;

UPSTAND_DECLARE_RECORD (UpstandFinding, upstand_finding)

/** What a scrutiny panel found, and the force's answer. */
struct _UpstandFinding {
    UpstandRecord parent_instance;
    gint64 engagement_id; /* the meeting of the panel */
    char *words;
    guint state; /* UpstandFindingState */
    char *answer;
    UpstandDay answered;
    char *owner; /* a post */
};

extern const UpstandChoice upstand_finding_states[];

G_END_DECLS
