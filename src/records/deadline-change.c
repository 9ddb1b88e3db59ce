/* SPDX-License-Identifier: MIT */
#include "records/deadline-change.h"

#include <glib/gi18n-lib.h>

#include "records/requirement.h"

/* clang-format off */
static const UpstandField fields[] = {
    UPSTAND_REFERENCE (UpstandDeadlineChange, requirement_id, N_ ("Requirement"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LASTING | UPSTAND_FIELD_OWNED, &upstand_requirement_type),
    UPSTAND_DATE (UpstandDeadlineChange, old_date, N_ ("From"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING),
    UPSTAND_DATE (UpstandDeadlineChange, new_date, N_ ("To"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING),
    UPSTAND_TEXT (UpstandDeadlineChange, reason, N_ ("Reason"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED | UPSTAND_FIELD_LASTING),
    UPSTAND_TEXT (UpstandDeadlineChange, approved_by, N_ ("Approved by"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED | UPSTAND_FIELD_POST),
};
/* clang-format on */

static void
validate (UpstandRecord *record, UpstandProblems *problems)
{
    const UpstandDeadlineChange *self = (UpstandDeadlineChange *)record;
    if (self->new_date && self->new_date == self->old_date)
        upstand_problems_add (problems, "new_date", _ ("That is the deadline already."));
}

const UpstandRecordType upstand_deadline_change_type = {
    .name = "deadline_change",
    .label = N_ ("Moved deadlines"),
    .singular = N_ ("Moved deadline"),
    .title = "reason",
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
    .get_type = upstand_deadline_change_get_type,
    .validate = validate,
};

UPSTAND_DEFINE_RECORD (UpstandDeadlineChange, upstand_deadline_change, upstand_deadline_change_type)
