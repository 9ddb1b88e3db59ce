/* SPDX-License-Identifier: MIT */
#include "records/engagement.h"

#include <glib/gi18n-lib.h>

#include "records/activity.h"
#include "records/framework-records.h"
#include "records/organisation.h"
#include "records/requirement.h"
#include "records/space.h"

const UpstandChoice upstand_stages[] = {
    [UPSTAND_STAGE_NONE] = { "", "" },
    [UPSTAND_STAGE_DESIGN] = { "design", N_ ("Design") },
    [UPSTAND_STAGE_DELIVERY] = { "delivery", N_ ("Delivery") },
    [UPSTAND_STAGE_REVIEW] = { "review", N_ ("Review") },
    { NULL, NULL },
};

const UpstandLinkType upstand_engagement_activity = { "engagement_activity", "engagement_id",
    "activity_id" };

const UpstandLinkType upstand_engagement_group = { "engagement_group", "engagement_id",
    "group_id" };

const UpstandLinkType upstand_engagement_organisation = { "engagement_organisation",
    "engagement_id", "organisation_id" };

const UpstandLinkType upstand_engagement_requirement = { "engagement_requirement", "engagement_id",
    "requirement_id" };

const UpstandLinkType upstand_engagement_space = { "engagement_space", "engagement_id",
    "space_id" };

/* clang-format off */
static const UpstandField fields[] = {
    UPSTAND_TEXT (UpstandEngagement, title, N_ ("Title"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
    UPSTAND_ITEM (UpstandEngagement, kind_id, N_ ("Kind"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED, &upstand_framework_item_type, UPSTAND_LIST_ENGAGEMENT_KIND),
    UPSTAND_DATE (UpstandEngagement, dated, N_ ("Date"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED),
    UPSTAND_ITEMS (UpstandEngagement, groups, N_ ("Groups reached"), UPSTAND_FIELD_LISTED, &upstand_framework_item_type, &upstand_engagement_group, UPSTAND_LIST_GROUP),
    UPSTAND_NUMBER (UpstandEngagement, attendance, N_ ("How many"), UPSTAND_FIELD_LISTED),
    UPSTAND_TEXT (UpstandEngagement, place, N_ ("Place"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
    UPSTAND_YES_NO (UpstandEngagement, place_cleared, N_ ("Place cleared for the public"), 0),
    UPSTAND_CHOICE (UpstandEngagement, stage, N_ ("Stage"), UPSTAND_FIELD_LISTED, upstand_stages),
    UPSTAND_PARAGRAPH (UpstandEngagement, safety, N_ ("What made it safe"), UPSTAND_FIELD_SEARCHED),
    UPSTAND_LINKS (UpstandEngagement, organisations, N_ ("Organisations"), UPSTAND_FIELD_LISTED, &upstand_organisation_type, &upstand_engagement_organisation),
    UPSTAND_LINKS (UpstandEngagement, requirements, N_ ("Requirement"), 0, &upstand_requirement_type, &upstand_engagement_requirement),
    UPSTAND_LINKS (UpstandEngagement, activities, N_ ("Activity"), 0, &upstand_activity_type, &upstand_engagement_activity),
    UPSTAND_LINKS (UpstandEngagement, spaces, N_ ("Spaces talked about"), 0, &upstand_space_type, &upstand_engagement_space),
    UPSTAND_PARAGRAPH (UpstandEngagement, heard, N_ ("What was heard"), UPSTAND_FIELD_SEARCHED),
    UPSTAND_TEXT (UpstandEngagement, owner, N_ ("Owner"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED | UPSTAND_FIELD_POST),
    UPSTAND_TEXT (UpstandEngagement, channel, N_ ("Channel"), UPSTAND_FIELD_SEARCHED),
    UPSTAND_TEXT (UpstandEngagement, audience, N_ ("Audience"), UPSTAND_FIELD_SEARCHED),
    UPSTAND_TEXT (UpstandEngagement, language, N_ ("Language"), UPSTAND_FIELD_SEARCHED),
    UPSTAND_PARAGRAPH (UpstandEngagement, papers, N_ ("Papers seen"), UPSTAND_FIELD_SEARCHED),
    UPSTAND_TEXT (UpstandEngagement, audit, N_ ("Audit reference"), UPSTAND_FIELD_SEARCHED),
    UPSTAND_DATE (UpstandEngagement, review, N_ ("Review due"), 0),
};
/* clang-format on */

static void
validate (UpstandRecord *record, UpstandProblems *problems)
{
    const UpstandEngagement *self = (UpstandEngagement *)record;
    if (self->attendance != UPSTAND_NO_NUMBER && self->attendance < 0)
        upstand_problems_add (problems, "attendance", _ ("The number is below zero."));
    if (self->place_cleared && !self->place)
        upstand_problems_add (problems, "place", _ ("Say which place is cleared."));
    if (self->review && self->review < self->dated)
        upstand_problems_add (problems, "review", _ ("The review is due before the day itself."));
}

const UpstandRecordType upstand_engagement_type = {
    .name = "engagement",
    .label = N_ ("Engagements"),
    .singular = N_ ("Engagement"),
    .title = "title",
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
    .get_type = upstand_engagement_get_type,
    .validate = validate,
};

UPSTAND_DEFINE_RECORD (UpstandEngagement, upstand_engagement, upstand_engagement_type)
