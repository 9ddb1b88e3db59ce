/* SPDX-License-Identifier: MIT */
#include "records/unit.h"

#include <glib/gi18n-lib.h>

const UpstandChoice upstand_unit_kinds[] = {
    [UPSTAND_UNIT_FORCE] = { "force", N_ ("Force") },
    [UPSTAND_UNIT_DEPARTMENT] = { "department", N_ ("Department") },
    [UPSTAND_UNIT_TEAM] = { "team", N_ ("Team") },
    { NULL, NULL },
};

/* clang-format off */
static const UpstandField fields[] = {
    UPSTAND_TEXT (UpstandUnit, name, N_ ("Name"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
    UPSTAND_CHOICE (UpstandUnit, kind, N_ ("Kind"), UPSTAND_FIELD_LISTED, upstand_unit_kinds),
    UPSTAND_REFERENCE (UpstandUnit, parent_id, N_ ("Part of"), UPSTAND_FIELD_LISTED, &upstand_unit_type),
    UPSTAND_DATE (UpstandUnit, opened, N_ ("Opened"), UPSTAND_FIELD_LISTED),
    UPSTAND_DATE (UpstandUnit, closed, N_ ("Closed"), UPSTAND_FIELD_LISTED),
    UPSTAND_REFERENCE (UpstandUnit, merged_into, N_ ("Merged into"), 0, &upstand_unit_type),
    UPSTAND_PARAGRAPH (UpstandUnit, note, N_ ("Note"), UPSTAND_FIELD_SEARCHED),
};
/* clang-format on */

static void
validate (UpstandRecord *record, UpstandProblems *problems)
{
    const UpstandUnit *self = (UpstandUnit *)record;
    if (self->opened && self->closed && self->closed < self->opened)
        upstand_problems_add (problems, "closed", _ ("It closes before it opens."));
    if (self->merged_into && !self->closed)
        upstand_problems_add (
            problems, "closed", _ ("A unit that was merged needs the day it closed."));
    if (record->id && self->parent_id == record->id)
        upstand_problems_add (problems, "parent_id", _ ("A unit cannot be part of itself."));
    if (record->id && self->merged_into == record->id)
        upstand_problems_add (problems, "merged_into", _ ("A unit cannot be merged into itself."));
}

const UpstandRecordType upstand_unit_type = {
    .name = "unit",
    .label = N_ ("Units"),
    .singular = N_ ("Unit"),
    .title = "name",
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
    .get_type = upstand_unit_get_type,
    .validate = validate,
};

UPSTAND_DEFINE_RECORD (UpstandUnit, upstand_unit, upstand_unit_type)

gboolean
upstand_unit_is_open (const UpstandUnit *self, UpstandDay day)
{
    return (!self->opened || self->opened <= day) && (!self->closed || self->closed >= day);
}
