/* SPDX-License-Identifier: MIT */
#include "records/dated-update.h"

#include <glib/gi18n-lib.h>

#include "records/activity.h"
#include "records/requirement.h"

const UpstandChoice upstand_update_kinds[] = {
    [UPSTAND_UPDATE_PROGRESS] = { "progress", N_ ("Progress") },
    [UPSTAND_UPDATE_DECISION] = { "decision", N_ ("Decision") },
    [UPSTAND_UPDATE_FINDING] = { "finding", N_ ("Finding") },
    [UPSTAND_UPDATE_RISK] = { "risk", N_ ("Risk") },
    { NULL, NULL },
};

/* clang-format off */
static const UpstandField fields[] = {
    UPSTAND_DATE (UpstandDatedUpdate, dated, N_ ("Date"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING),
    UPSTAND_CHOICE (UpstandDatedUpdate, kind, N_ ("Kind"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING, upstand_update_kinds),
    UPSTAND_PARAGRAPH (UpstandDatedUpdate, words, N_ ("Update"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED | UPSTAND_FIELD_LASTING),
    UPSTAND_TEXT (UpstandDatedUpdate, post, N_ ("Post"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED | UPSTAND_FIELD_LASTING | UPSTAND_FIELD_POST),
    UPSTAND_REFERENCE (UpstandDatedUpdate, requirement_id, N_ ("Requirement"), UPSTAND_FIELD_LASTING | UPSTAND_FIELD_OWNED, &upstand_requirement_type),
    UPSTAND_REFERENCE (UpstandDatedUpdate, activity_id, N_ ("Activity"), UPSTAND_FIELD_LASTING | UPSTAND_FIELD_OWNED, &upstand_activity_type),
    UPSTAND_YES_NO (UpstandDatedUpdate, retracted, N_ ("Retracted"), 0),
    UPSTAND_TEXT (UpstandDatedUpdate, retract_reason, N_ ("Why retracted"), UPSTAND_FIELD_SEARCHED),
};
/* clang-format on */

static void
validate (UpstandRecord *record, UpstandProblems *problems)
{
    const UpstandDatedUpdate *self = (UpstandDatedUpdate *)record;
    if (!self->requirement_id && !self->activity_id)
        upstand_problems_add (
            problems, "requirement_id", _ ("An update is about a requirement or an activity."));
    if (self->retracted && !self->retract_reason)
        upstand_problems_add (problems, "retract_reason", _ ("A retracted update needs a reason."));
}

const UpstandRecordType upstand_dated_update_type = {
    .name = "dated_update",
    .label = N_ ("Updates"),
    .singular = N_ ("Update"),
    .title = "words",
    .flags = UPSTAND_RECORD_RETRACTED_ONLY,
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
    .get_type = upstand_dated_update_get_type,
    .validate = validate,
};

UPSTAND_DEFINE_RECORD (UpstandDatedUpdate, upstand_dated_update, upstand_dated_update_type)
