/* SPDX-License-Identifier: MIT */
#include "records/learning.h"

#include <glib/gi18n-lib.h>

#include "records/requirement.h"

const UpstandChoice upstand_learning_kinds[] = {
    [UPSTAND_LEARNING_THEME] = { "theme", N_ ("Theme") },
    [UPSTAND_LEARNING_PROBLEM] = { "problem", N_ ("Problem") },
    [UPSTAND_LEARNING_GOOD_PRACTICE] = { "good-practice", N_ ("Good practice") },
    { NULL, NULL },
};

const UpstandLinkType upstand_learning_requirement = { "learning_requirement", "learning_id",
    "requirement_id" };

/* clang-format off */
static const UpstandField fields[] = {
    UPSTAND_TEXT (UpstandLearning, title, N_ ("Title"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
    UPSTAND_CHOICE (UpstandLearning, kind, N_ ("Kind"), UPSTAND_FIELD_LISTED, upstand_learning_kinds),
    UPSTAND_DATE (UpstandLearning, dated, N_ ("Date"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED),
    UPSTAND_PARAGRAPH (UpstandLearning, words, N_ ("What was learned"), UPSTAND_FIELD_SEARCHED),
    UPSTAND_TEXT (UpstandLearning, shared_with, N_ ("Shared with"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
    UPSTAND_DATE (UpstandLearning, shared_on, N_ ("Shared on"), UPSTAND_FIELD_LISTED),
    UPSTAND_TEXT (UpstandLearning, owner, N_ ("Owner"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED | UPSTAND_FIELD_POST),
    UPSTAND_LINKS (UpstandLearning, requirements, N_ ("Requirement"), UPSTAND_FIELD_LISTED, &upstand_requirement_type, &upstand_learning_requirement),
};
/* clang-format on */

static void
validate (UpstandRecord *record, UpstandProblems *problems)
{
    const UpstandLearning *self = (UpstandLearning *)record;
    if (self->shared_on && !self->shared_with)
        upstand_problems_add (problems, "shared_with", _ ("Say with whom it was shared."));
    if (self->shared_with && !self->shared_on)
        upstand_problems_add (problems, "shared_on", _ ("Give the day it was shared."));
    if (self->shared_on && self->shared_on < self->dated)
        upstand_problems_add (problems, "shared_on", _ ("It was shared before it was learned."));
}

const UpstandRecordType upstand_learning_type = {
    .name = "learning",
    .label = N_ ("Learning"),
    .singular = N_ ("Learning"),
    .title = "title",
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
    .get_type = upstand_learning_get_type,
    .validate = validate,
};

UPSTAND_DEFINE_RECORD (UpstandLearning, upstand_learning, upstand_learning_type)
