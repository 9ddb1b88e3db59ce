/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/record.h"

G_BEGIN_DECLS

typedef enum {
    UPSTAND_ACTIVITY_NOT_STARTED,
    UPSTAND_ACTIVITY_IN_PROGRESS,
    UPSTAND_ACTIVITY_BLOCKED,
    UPSTAND_ACTIVITY_COMPLETE,
    UPSTAND_ACTIVITY_CANCELLED,
} UpstandActivityState;

UPSTAND_DECLARE_RECORD (UpstandActivity, upstand_activity)

/** A piece of work that serves one or several requirements. */
struct _UpstandActivity {
    UpstandRecord parent_instance;
    char *title;
    char *description;
    char *owner; /* a post */
    char *unit;
    guint state; /* UpstandActivityState */
    UpstandDay start;
    UpstandDay due;
    UpstandDay completed;
    gint64 percent; /* 0 to 100 */
    gboolean key_milestone;
    char *success_measure;
    char *risks;
    char *blockers;
    char *cancel_reason;
    GArray *requirements;
};

/**
 * Sets the state of a copy that is being edited, and what follows from it by itself: complete is
 * at 100 percent and has its day (@today unless it has one); nothing else has a day of completion.
 */
void upstand_activity_set_state (
    UpstandActivity *self, UpstandActivityState state, UpstandDay today);

extern const UpstandLinkType upstand_activity_requirement;
extern const UpstandChoice upstand_activity_states[];

G_END_DECLS
