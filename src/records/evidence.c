/* SPDX-License-Identifier: MIT */
#include "records/evidence.h"

#include <glib/gi18n-lib.h>

#include "records/activity.h"
#include "records/requirement.h"

const UpstandChoice upstand_evidence_kinds[] = {
    { "document", N_ ("Document") },
    { "minutes", N_ ("Minutes") },
    { "data", N_ ("Figures") },
    { "communication", N_ ("Communication") },
    { "training", N_ ("Training") },
    { "review", N_ ("Review or audit") },
    { "other", N_ ("Other") },
    { NULL, NULL },
};

const UpstandLinkType upstand_evidence_requirement = { "evidence_requirement", "evidence_id",
    "requirement_id" };

const UpstandLinkType upstand_evidence_activity = { "evidence_activity", "evidence_id",
    "activity_id" };

/* clang-format off */
static const UpstandField fields[] = {
    UPSTAND_TEXT (UpstandEvidence, title, N_ ("Title"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
    UPSTAND_CHOICE (UpstandEvidence, kind, N_ ("Kind"), UPSTAND_FIELD_LISTED, upstand_evidence_kinds),
    UPSTAND_DATE (UpstandEvidence, dated, N_ ("Dated"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED),
    UPSTAND_DATE (UpstandEvidence, expires, N_ ("Expires"), UPSTAND_FIELD_LISTED),
    UPSTAND_TEXT (UpstandEvidence, reference, N_ ("Link or file"), UPSTAND_FIELD_SEARCHED),
    UPSTAND_PARAGRAPH (UpstandEvidence, proves, N_ ("What it proves"), UPSTAND_FIELD_SEARCHED),
    UPSTAND_LINKS (UpstandEvidence, requirements, N_ ("Requirement"), UPSTAND_FIELD_LISTED, &upstand_requirement_type, &upstand_evidence_requirement),
    UPSTAND_LINKS (UpstandEvidence, activities, N_ ("Activity"), UPSTAND_FIELD_LISTED, &upstand_activity_type, &upstand_evidence_activity),
};
/* clang-format on */

static void
validate (UpstandRecord *record, UpstandProblems *problems)
{
    const UpstandEvidence *self = (UpstandEvidence *)record;
    if (self->expires && self->expires < self->dated)
        upstand_problems_add (problems, "expires", _ ("It expires before its own date."));
    if (!self->requirements && !self->activities)
        upstand_problems_add (problems, "requirements",
            _ ("Choose the requirement or the activity that it evidences."));
}

const UpstandRecordType upstand_evidence_type = {
    .name = "evidence",
    .label = N_ ("Evidence"),
    .singular = N_ ("Evidence"),
    .title = "title",
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
    .get_type = upstand_evidence_get_type,
    .validate = validate,
};

UPSTAND_DEFINE_RECORD (UpstandEvidence, upstand_evidence, upstand_evidence_type)
