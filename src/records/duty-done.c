/* SPDX-License-Identifier: MIT */
#include "records/duty-done.h"

#include <glib/gi18n-lib.h>

#include "records/requirement.h"

/* clang-format off */
static const UpstandField fields[] = {
    UPSTAND_REFERENCE (UpstandDutyDone, requirement_id, N_ ("Requirement"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LASTING | UPSTAND_FIELD_OWNED, &upstand_requirement_type),
    UPSTAND_DATE (UpstandDutyDone, intended, N_ ("Due"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING),
    UPSTAND_DATE (UpstandDutyDone, done, N_ ("Done"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED),
    UPSTAND_TEXT (UpstandDutyDone, post, N_ ("Post"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_POST),
};
/* clang-format on */

const UpstandRecordType upstand_duty_done_type = {
    .name = "duty_done",
    .label = N_ ("Periods done"),
    .singular = N_ ("Period done"),
    .title = "intended",
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
    .get_type = upstand_duty_done_get_type,
};

UPSTAND_DEFINE_RECORD (UpstandDutyDone, upstand_duty_done, upstand_duty_done_type)
