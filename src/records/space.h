/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/record.h"

G_BEGIN_DECLS

typedef enum {
    UPSTAND_SPACE_PUBLIC,
    UPSTAND_SPACE_PRIVATE,
    UPSTAND_SPACE_ONLINE,
} UpstandSpaceKind;

typedef enum {
    UPSTAND_CONFIDENCE_NONE, /* not said */
    UPSTAND_CONFIDENCE_LOW,
    UPSTAND_CONFIDENCE_MEDIUM,
    UPSTAND_CONFIDENCE_HIGH,
} UpstandConfidence;

/** Likelihood and harm run from 1 to this. */
#define UPSTAND_SPACE_MOST 5

UPSTAND_DECLARE_RECORD (UpstandSpace, upstand_space)

/** A place, behind a door, in the open or online, where women and girls are in danger or feel it.
 */
struct _UpstandSpace {
    UpstandRecord parent_instance;
    char *name;
    guint kind; /* UpstandSpaceKind */
    char *description;
    gint64 likelihood; /* 1 to 5; UPSTAND_NO_NUMBER: not judged */
    gint64 harm; /* the same */
    guint confidence; /* UpstandConfidence: in the two before */
    GArray *sources; /* framework items */
    GArray *activities;
    GArray *partners;
    char *owner; /* a post */
    UpstandDay review;
    UpstandDay closed; /* 0: it still is */
    gboolean cleared; /* may stand in a public copy */
};

extern const UpstandLinkType upstand_space_activity;
extern const UpstandLinkType upstand_space_partner;
extern const UpstandLinkType upstand_space_source;
extern const UpstandChoice upstand_space_kinds[];
extern const UpstandChoice upstand_confidences[];

G_END_DECLS
