/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/record.h"

G_BEGIN_DECLS

typedef enum {
    UPSTAND_PURPOSE_PREVENTION,
    UPSTAND_PURPOSE_OFFENDER_MANAGEMENT,
    UPSTAND_PURPOSE_VULNERABLE_VICTIMS,
} UpstandProfilePurpose;

UPSTAND_DECLARE_RECORD (UpstandProblemProfile, upstand_problem_profile)

/**
 * A numbered version of the problem profile. upstand_profile_freeze () makes one, with a row for
 * each space as the register said then.
 */
struct _UpstandProblemProfile {
    UpstandRecord parent_instance;
    gint64 number; /* from 1 */
    char *title;
    UpstandDay dated;
    char *why;
    char *terms; /* where they are to be found */
    UpstandDay review;
    char *owner; /* a post */
};

UPSTAND_DECLARE_RECORD (UpstandProfileSpace, upstand_profile_space)

/** What the register said of one space when the version was made. Never changed. */
struct _UpstandProfileSpace {
    UpstandRecord parent_instance;
    gint64 profile_id;
    gint64 space; /* its id in the register, whether it is still there or not */
    char *name;
    guint kind; /* UpstandSpaceKind */
    gint64 likelihood;
    gint64 harm;
    gint64 risk; /* by the rule of that day; UPSTAND_NO_NUMBER: not judged */
    guint confidence; /* UpstandConfidence */
    char *sources; /* their names */
    gint64 activities;
    char *description;
    gboolean cleared;
};

UPSTAND_DECLARE_RECORD (UpstandProfileUse, upstand_profile_use)

/** What a version was used for, and what came of it. */
struct _UpstandProfileUse {
    UpstandRecord parent_instance;
    gint64 profile_id;
    UpstandDay dated;
    guint purpose; /* UpstandProfilePurpose */
    char *what;
    char *result;
    char *owner; /* a post */
};

extern const UpstandChoice upstand_profile_purposes[];

G_END_DECLS
