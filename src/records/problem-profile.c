/* SPDX-License-Identifier: MIT */
#include "records/problem-profile.h"

#include <glib/gi18n-lib.h>

#include "records/space.h"

const UpstandChoice upstand_profile_purposes[] = {
    [UPSTAND_PURPOSE_PREVENTION] = { "prevention", N_ ("Prevention") },
    [UPSTAND_PURPOSE_OFFENDER_MANAGEMENT] = { "offender-management", N_ ("Offender management") },
    [UPSTAND_PURPOSE_VULNERABLE_VICTIMS] = { "vulnerable-victims",
        N_ ("Understanding the most vulnerable victims") },
    { NULL, NULL },
};

/* clang-format off */
static const UpstandField problem_profile_fields[] = {
    UPSTAND_NUMBER (UpstandProblemProfile, number, N_ ("Number"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING),
    UPSTAND_TEXT (UpstandProblemProfile, title, N_ ("Title"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED | UPSTAND_FIELD_LASTING),
    UPSTAND_DATE (UpstandProblemProfile, dated, N_ ("Date"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING),
    UPSTAND_PARAGRAPH (UpstandProblemProfile, why, N_ ("Why this version"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED | UPSTAND_FIELD_LASTING),
    UPSTAND_TEXT (UpstandProblemProfile, terms, N_ ("Terms of reference"), UPSTAND_FIELD_SEARCHED),
    UPSTAND_DATE (UpstandProblemProfile, review, N_ ("Next review"), UPSTAND_FIELD_LISTED),
    UPSTAND_TEXT (UpstandProblemProfile, owner, N_ ("Owner"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED | UPSTAND_FIELD_POST),
};
/* clang-format on */

const UpstandRecordType upstand_problem_profile_type = {
    .name = "problem_profile",
    .label = N_ ("Problem profiles"),
    .singular = N_ ("Problem profile"),
    .title = "title",
    .flags = UPSTAND_RECORD_RETRACTED_ONLY,
    .fields = problem_profile_fields,
    .n_fields = G_N_ELEMENTS (problem_profile_fields),
    .get_type = upstand_problem_profile_get_type,
};

UPSTAND_DEFINE_RECORD (UpstandProblemProfile, upstand_problem_profile, upstand_problem_profile_type)

/* clang-format off */
static const UpstandField profile_space_fields[] = {
    UPSTAND_REFERENCE (UpstandProfileSpace, profile_id, N_ ("Problem profile"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LASTING | UPSTAND_FIELD_OWNED, &upstand_problem_profile_type),
    UPSTAND_NUMBER (UpstandProfileSpace, space, N_ ("Space"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LASTING),
    UPSTAND_TEXT (UpstandProfileSpace, name, N_ ("Name"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING),
    UPSTAND_CHOICE (UpstandProfileSpace, kind, N_ ("Kind"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING, upstand_space_kinds),
    UPSTAND_NUMBER (UpstandProfileSpace, likelihood, N_ ("Likelihood (1 to 5)"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING),
    UPSTAND_NUMBER (UpstandProfileSpace, harm, N_ ("Harm (1 to 5)"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING),
    UPSTAND_NUMBER (UpstandProfileSpace, risk, N_ ("Risk"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING),
    UPSTAND_CHOICE (UpstandProfileSpace, confidence, N_ ("Confidence"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING, upstand_confidences),
    UPSTAND_TEXT (UpstandProfileSpace, sources, N_ ("Sources"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING),
    UPSTAND_NUMBER (UpstandProfileSpace, activities, N_ ("Activities aimed at it"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING),
    UPSTAND_PARAGRAPH (UpstandProfileSpace, description, N_ ("What makes it dangerous"), UPSTAND_FIELD_LASTING),
    UPSTAND_YES_NO (UpstandProfileSpace, cleared, N_ ("Cleared for the public"), UPSTAND_FIELD_LASTING),
};
/* clang-format on */

const UpstandRecordType upstand_profile_space_type = {
    .name = "profile_space",
    .label = N_ ("Spaces of profiles"),
    .singular = N_ ("Space of a profile"),
    .title = "name",
    .flags = UPSTAND_RECORD_RETRACTED_ONLY,
    .fields = profile_space_fields,
    .n_fields = G_N_ELEMENTS (profile_space_fields),
    .get_type = upstand_profile_space_get_type,
};

UPSTAND_DEFINE_RECORD (UpstandProfileSpace, upstand_profile_space, upstand_profile_space_type)

/* clang-format off */
static const UpstandField profile_use_fields[] = {
    UPSTAND_REFERENCE (UpstandProfileUse, profile_id, N_ ("Problem profile"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING, &upstand_problem_profile_type),
    UPSTAND_DATE (UpstandProfileUse, dated, N_ ("Date"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED),
    UPSTAND_CHOICE (UpstandProfileUse, purpose, N_ ("Used for"), UPSTAND_FIELD_LISTED, upstand_profile_purposes),
    UPSTAND_PARAGRAPH (UpstandProfileUse, what, N_ ("What was done with it"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
    UPSTAND_PARAGRAPH (UpstandProfileUse, result, N_ ("Result"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
    UPSTAND_TEXT (UpstandProfileUse, owner, N_ ("Owner"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED | UPSTAND_FIELD_POST),
};
/* clang-format on */

const UpstandRecordType upstand_profile_use_type = {
    .name = "profile_use",
    .label = N_ ("Uses of profiles"),
    .singular = N_ ("Use of a profile"),
    .title = "what",
    .fields = profile_use_fields,
    .n_fields = G_N_ELEMENTS (profile_use_fields),
    .get_type = upstand_profile_use_get_type,
};

UPSTAND_DEFINE_RECORD (UpstandProfileUse, upstand_profile_use, upstand_profile_use_type)
