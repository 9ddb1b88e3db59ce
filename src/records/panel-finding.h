/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/record.h"

G_BEGIN_DECLS

typedef enum {
    UPSTAND_PANEL_FINDING_OPEN,
    UPSTAND_PANEL_FINDING_ACCEPTED,
    UPSTAND_PANEL_FINDING_DONE,
    UPSTAND_PANEL_FINDING_NOT_ACCEPTED,
} UpstandPanelFindingState;

UPSTAND_DECLARE_RECORD (UpstandPanelFinding, upstand_panel_finding)

/** What a scrutiny panel found, and the force's answer. */
struct _UpstandPanelFinding {
    UpstandRecord parent_instance;
    gint64 engagement_id; /* the meeting of the panel */
    char *words;
    guint state; /* UpstandPanelFindingState */
    char *answer;
    UpstandDay answered;
    char *owner; /* a post */
};

extern const UpstandChoice upstand_panel_finding_states[];

G_END_DECLS
