/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/problem-profile.h"
#include "records/space.h"
#include "records/store.h"

G_BEGIN_DECLS

/** What a version of the problem profile says of itself. */
typedef struct {
    const char *title;
    const char *why; /* this version */
    const char *terms; /* where the terms of reference are; or NULL */
    const char *owner; /* a post; or NULL */
    UpstandDay dated;
    UpstandDay review; /* 0: none */
} UpstandProfileFacts;

/**
 * Makes the next version: freezes what the register says of each space that is of concern on the
 * day, as one step; in the open batch when there is one. What is edited later changes nothing in
 * it.
 *
 * @id: (out): of the new version; may be NULL
 */
gboolean upstand_profile_freeze (
    UpstandStore *store, const UpstandProfileFacts *facts, gint64 *id, GError **error);

/** The id of the newest version dated up to @day; 0: there is none. */
gint64 upstand_profile_newest (UpstandDatabase *database, UpstandDay day);

/** The id of the version before that one; 0: it is the first. */
gint64 upstand_profile_before (UpstandDatabase *database, gint64 profile_id);

typedef enum {
    UPSTAND_SPACE_CHANGE_NEW,
    UPSTAND_SPACE_CHANGE_ROSE,
    UPSTAND_SPACE_CHANGE_SAME,
    UPSTAND_SPACE_CHANGE_FELL,
    UPSTAND_SPACE_CHANGE_GONE,
} UpstandSpaceChangeKind;

/** One space in two versions, or in a version and the register as it is. */
typedef struct {
    gint64 space_id;
    char *name; /* in the later one, if it is there */
    UpstandSpaceKind kind;
    gboolean cleared;
    gint64 before, after; /* risk; UPSTAND_NO_NUMBER: not judged, or not there */
    UpstandSpaceChangeKind change;
    guint n_aimed; /* activities aimed at it in the later one: of the register, those still open */
} UpstandSpaceChange;

/**
 * (transfer full) (element-type UpstandSpaceChange): the largest rise first.
 *
 * @later: 0: the register as it is on @today
 */
GPtrArray *upstand_profile_compare (
    UpstandDatabase *database, gint64 earlier, gint64 later, UpstandDay today, GError **error);

/**
 * (transfer full) (element-type UpstandSpaceChange): of the register, those that are new or whose
 * risk rose since @since (a version; 0: the newest) and at which nothing is aimed: no activity that
 * is still open, and no operation since the version's day.
 */
GPtrArray *upstand_profile_neglected (
    UpstandDatabase *database, gint64 since, UpstandDay today, GError **error);

/** "Rose" and the like, translated. */
const char *upstand_space_change_get_label (UpstandSpaceChangeKind change);

G_END_DECLS
