/* SPDX-License-Identifier: MIT */
#include "records/space.h"

#include <glib/gi18n-lib.h>

#include "records/activity.h"
#include "records/framework-records.h"
#include "records/partner.h"

const UpstandChoice upstand_space_kinds[] = {
    [UPSTAND_SPACE_PUBLIC] = { "public", N_ ("Public") },
    [UPSTAND_SPACE_PRIVATE] = { "private", N_ ("Private") },
    [UPSTAND_SPACE_ONLINE] = { "online", N_ ("Online") },
    { NULL, NULL },
};

const UpstandChoice upstand_confidences[] = {
    [UPSTAND_CONFIDENCE_NONE] = { "", "" },
    [UPSTAND_CONFIDENCE_LOW] = { "low", N_ ("Low") },
    [UPSTAND_CONFIDENCE_MEDIUM] = { "medium", N_ ("Medium") },
    [UPSTAND_CONFIDENCE_HIGH] = { "high", N_ ("High") },
    { NULL, NULL },
};

const UpstandLinkType upstand_space_activity = { "space_activity", "space_id", "activity_id" };

const UpstandLinkType upstand_space_partner = { "space_partner", "space_id", "partner_id" };

const UpstandLinkType upstand_space_source = { "space_source", "space_id", "source_id" };

/* clang-format off */
static const UpstandField fields[] = {
    UPSTAND_TEXT (UpstandSpace, name, N_ ("Name"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
    UPSTAND_CHOICE (UpstandSpace, kind, N_ ("Kind"), UPSTAND_FIELD_LISTED, upstand_space_kinds),
    UPSTAND_PARAGRAPH (UpstandSpace, description, N_ ("What makes it dangerous"), UPSTAND_FIELD_SEARCHED),
    UPSTAND_NUMBER (UpstandSpace, likelihood, N_ ("Likelihood (1 to 5)"), UPSTAND_FIELD_LISTED),
    UPSTAND_NUMBER (UpstandSpace, harm, N_ ("Harm (1 to 5)"), UPSTAND_FIELD_LISTED),
    UPSTAND_CHOICE (UpstandSpace, confidence, N_ ("Confidence"), UPSTAND_FIELD_LISTED, upstand_confidences),
    UPSTAND_ITEMS (UpstandSpace, sources, N_ ("Sources"), UPSTAND_FIELD_LISTED, &upstand_framework_item_type, &upstand_space_source, UPSTAND_LIST_SPACE_SOURCE),
    UPSTAND_LINKS (UpstandSpace, activities, N_ ("Activities aimed at it"), 0, &upstand_activity_type, &upstand_space_activity),
    UPSTAND_LINKS (UpstandSpace, partners, N_ ("Partners"), 0, &upstand_partner_type, &upstand_space_partner),
    UPSTAND_TEXT (UpstandSpace, owner, N_ ("Owner"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED | UPSTAND_FIELD_POST),
    UPSTAND_DATE (UpstandSpace, review, N_ ("Review due"), UPSTAND_FIELD_LISTED),
    UPSTAND_DATE (UpstandSpace, closed, N_ ("No longer of concern since"), 0),
    UPSTAND_YES_NO (UpstandSpace, cleared, N_ ("Cleared for the public"), 0),
};
/* clang-format on */

static void
validate (UpstandRecord *record, UpstandProblems *problems)
{
    const UpstandSpace *self = (UpstandSpace *)record;
    if (self->likelihood != UPSTAND_NO_NUMBER &&
        (self->likelihood < 1 || self->likelihood > UPSTAND_SPACE_MOST))
        upstand_problems_add (problems, "likelihood", _ ("Likelihood runs from 1 to 5."));
    if (self->harm != UPSTAND_NO_NUMBER && (self->harm < 1 || self->harm > UPSTAND_SPACE_MOST))
        upstand_problems_add (problems, "harm", _ ("Harm runs from 1 to 5."));
}

const UpstandRecordType upstand_space_type = {
    .name = "space",
    .label = N_ ("Spaces"),
    .singular = N_ ("Space"),
    .title = "name",
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
    .get_type = upstand_space_get_type,
    .validate = validate,
};

UPSTAND_DEFINE_RECORD (UpstandSpace, upstand_space, upstand_space_type)
