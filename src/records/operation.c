/* SPDX-License-Identifier: MIT */
#include "records/operation.h"

#include <glib/gi18n-lib.h>

#include "records/activity.h"
#include "records/space.h"

const UpstandLinkType upstand_operation_space = { "operation_space", "operation_id", "space_id" };

/* clang-format off */
static const UpstandField fields[] = {
    UPSTAND_TEXT (UpstandOperation, title, N_ ("Title"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
    UPSTAND_DATE (UpstandOperation, dated, N_ ("Date"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED),
    UPSTAND_LINKS (UpstandOperation, spaces, N_ ("Spaces"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED, &upstand_space_type, &upstand_operation_space),
    UPSTAND_REFERENCE (UpstandOperation, activity_id, N_ ("Part of"), 0, &upstand_activity_type),
    UPSTAND_PARAGRAPH (UpstandOperation, result, N_ ("Result"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
    UPSTAND_TEXT (UpstandOperation, owner, N_ ("Owner"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED | UPSTAND_FIELD_POST),
};
/* clang-format on */

const UpstandRecordType upstand_operation_type = {
    .name = "operation",
    .label = N_ ("Operations"),
    .singular = N_ ("Operation"),
    .title = "title",
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
    .get_type = upstand_operation_get_type,
};

UPSTAND_DEFINE_RECORD (UpstandOperation, upstand_operation, upstand_operation_type)
