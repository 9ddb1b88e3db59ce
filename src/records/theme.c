/* SPDX-License-Identifier: MIT */
#include "records/theme.h"

#include <glib/gi18n-lib.h>

#include "records/activity.h"
#include "records/engagement.h"
#include "records/evidence.h"
#include "records/requirement.h"

const UpstandChoice upstand_step_kinds[] = {
    [UPSTAND_STEP_DECIDED] = { "decided", N_ ("Decided") },
    [UPSTAND_STEP_DECLINED] = { "declined", N_ ("Decided: no change") },
    [UPSTAND_STEP_CHANGED] = { "changed", N_ ("Changed") },
    [UPSTAND_STEP_FED_BACK] = { "fed-back", N_ ("Fed back") },
    { NULL, NULL },
};

const UpstandLinkType upstand_theme_engagement = { "theme_engagement", "theme_id",
    "engagement_id" };

const UpstandLinkType upstand_theme_requirement = { "theme_requirement", "theme_id",
    "requirement_id" };

const UpstandLinkType upstand_theme_evidence = { "theme_evidence", "theme_id", "evidence_id" };

const UpstandLinkType upstand_theme_step_evidence = { "theme_step_evidence", "theme_step_id",
    "evidence_id" };

const UpstandLinkType upstand_theme_step_activity = { "theme_step_activity", "theme_step_id",
    "activity_id" };

/* clang-format off */
static const UpstandField theme_fields[] = {
    UPSTAND_TEXT (UpstandTheme, title, N_ ("Title"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
    UPSTAND_DATE (UpstandTheme, heard_on, N_ ("Heard on"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED),
    UPSTAND_PARAGRAPH (UpstandTheme, heard, N_ ("What was heard"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
    UPSTAND_LINKS (UpstandTheme, engagements, N_ ("Raised in"), UPSTAND_FIELD_LISTED, &upstand_engagement_type, &upstand_theme_engagement),
    UPSTAND_LINKS (UpstandTheme, evidence, N_ ("Evidence"), 0, &upstand_evidence_type, &upstand_theme_evidence),
    UPSTAND_LINKS (UpstandTheme, requirements, N_ ("Requirement"), UPSTAND_FIELD_LISTED, &upstand_requirement_type, &upstand_theme_requirement),
    UPSTAND_TEXT (UpstandTheme, owner, N_ ("Owner"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED | UPSTAND_FIELD_POST),
    UPSTAND_YES_NO (UpstandTheme, cleared, N_ ("May be told to the public"), 0),
};
/* clang-format on */

const UpstandRecordType upstand_theme_type = {
    .name = "theme",
    .label = N_ ("Themes"),
    .singular = N_ ("Theme"),
    .title = "title",
    .fields = theme_fields,
    .n_fields = G_N_ELEMENTS (theme_fields),
    .get_type = upstand_theme_get_type,
};

UPSTAND_DEFINE_RECORD (UpstandTheme, upstand_theme, upstand_theme_type)

/* clang-format off */
static const UpstandField theme_step_fields[] = {
    UPSTAND_REFERENCE (UpstandThemeStep, theme_id, N_ ("Theme"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LASTING | UPSTAND_FIELD_OWNED, &upstand_theme_type),
    UPSTAND_CHOICE (UpstandThemeStep, kind, N_ ("Step"), UPSTAND_FIELD_LISTED, upstand_step_kinds),
    UPSTAND_DATE (UpstandThemeStep, dated, N_ ("Date"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED),
    UPSTAND_PARAGRAPH (UpstandThemeStep, words, N_ ("What was done"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
    UPSTAND_TEXT (UpstandThemeStep, owner, N_ ("Owner"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED | UPSTAND_FIELD_POST),
    UPSTAND_LINKS (UpstandThemeStep, evidence, N_ ("Evidence"), UPSTAND_FIELD_LISTED, &upstand_evidence_type, &upstand_theme_step_evidence),
    UPSTAND_LINKS (UpstandThemeStep, activities, N_ ("Activity"), UPSTAND_FIELD_LISTED, &upstand_activity_type, &upstand_theme_step_activity),
};
/* clang-format on */

const UpstandRecordType upstand_theme_step_type = {
    .name = "theme_step",
    .label = N_ ("Steps"),
    .singular = N_ ("Step"),
    .title = "words",
    .fields = theme_step_fields,
    .n_fields = G_N_ELEMENTS (theme_step_fields),
    .get_type = upstand_theme_step_get_type,
};

UPSTAND_DEFINE_RECORD (UpstandThemeStep, upstand_theme_step, upstand_theme_step_type)
