/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/record.h"

G_BEGIN_DECLS

typedef enum {
    UPSTAND_STEP_DECIDED,
    UPSTAND_STEP_DECLINED,
    UPSTAND_STEP_CHANGED,
    UPSTAND_STEP_FED_BACK,
} UpstandStepKind;

UPSTAND_DECLARE_RECORD (UpstandTheme, upstand_theme)

/**
 * Something that was heard, in one engagement or several: the first link of a chain whose others
 * are its steps.
 */
struct _UpstandTheme {
    UpstandRecord parent_instance;
    char *title;
    UpstandDay heard_on; /* when first */
    char *heard;
    GArray *engagements;
    GArray *evidence; /* that it was heard; the steps have their own */
    GArray *requirements; /* that a change evidences */
    char *owner; /* a post */
    gboolean cleared; /* its words may stand in a public copy */
};

UPSTAND_DECLARE_RECORD (UpstandThemeStep, upstand_theme_step)

/** What became of a theme: decided, changed, fed back; each as often as it happened. */
struct _UpstandThemeStep {
    UpstandRecord parent_instance;
    gint64 theme_id;
    guint kind; /* UpstandStepKind */
    UpstandDay dated;
    char *words;
    char *owner; /* a post */
    GArray *evidence;
    GArray *activities;
};

extern const UpstandLinkType upstand_theme_engagement;
extern const UpstandLinkType upstand_theme_requirement;
extern const UpstandLinkType upstand_theme_evidence;
extern const UpstandLinkType upstand_theme_step_evidence;
extern const UpstandLinkType upstand_theme_step_activity;
extern const UpstandChoice upstand_step_kinds[];

G_END_DECLS
