/* SPDX-License-Identifier: MIT */
#include "records/streetsafe.h"

#include <glib/gi18n-lib.h>

#include "records/space.h"

/* clang-format off */
static const UpstandField fields[] = {
    UPSTAND_TEXT (UpstandStreetsafe, place, N_ ("Place"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
    UPSTAND_REFERENCE (UpstandStreetsafe, space_id, N_ ("Space"), UPSTAND_FIELD_LISTED, &upstand_space_type),
    UPSTAND_DATE (UpstandStreetsafe, starts, N_ ("From"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED),
    UPSTAND_DATE (UpstandStreetsafe, ends, N_ ("To"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED),
    UPSTAND_NUMBER (UpstandStreetsafe, reports, N_ ("Reports"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED),
    UPSTAND_PARAGRAPH (UpstandStreetsafe, note, N_ ("What they say"), UPSTAND_FIELD_SEARCHED),
};
/* clang-format on */

static void
validate (UpstandRecord *record, UpstandProblems *problems)
{
    const UpstandStreetsafe *self = (UpstandStreetsafe *)record;
    if (self->ends && self->ends < self->starts)
        upstand_problems_add (problems, "ends", _ ("The period ends before it starts."));
    if (self->reports != UPSTAND_NO_NUMBER && self->reports < 0)
        upstand_problems_add (problems, "reports", _ ("The number is below zero."));
}

const UpstandRecordType upstand_streetsafe_type = {
    .name = "streetsafe",
    .label = N_ ("StreetSafe reports"),
    .singular = N_ ("StreetSafe reports"),
    .title = "place",
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
    .get_type = upstand_streetsafe_get_type,
    .validate = validate,
};

UPSTAND_DEFINE_RECORD (UpstandStreetsafe, upstand_streetsafe, upstand_streetsafe_type)
