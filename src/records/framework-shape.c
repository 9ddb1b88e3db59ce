/* SPDX-License-Identifier: MIT */
#include "records/framework-shape.h"

#include "records/framework.h"

#define MAX_MONTHS 120
#define MAX_DAYS 3650

#define REQUIRED UPSTAND_SHAPE_REQUIRED
#define FILLED (UPSTAND_SHAPE_REQUIRED | UPSTAND_SHAPE_FILLED)

/* In the order of UpstandCadence; a test holds the two together. */
static const char *const cadences[] = { "once", "continuous", "immediate", "quarterly",
    "six-monthly", "review", NULL };
static const char *const return_cadences[] = { "monthly", "quarterly", "six-monthly", "yearly",
    "census", "version", NULL };
static const char *const capability_kinds[] = { "role", "accreditation", "skill", NULL };
static const char *const dimension_lists[] = { "offence-group", "order", "outcome-code", NULL };
static const char *const measure_kinds[] = { "count", "fte", "days", "hours", "percent", "rate",
    NULL };
static const char *const measure_bases[] = { "cohort", "flow", NULL };
static const char *const measure_cadences[] = { "monthly", "quarterly", "six-monthly", "yearly",
    NULL };
static const char *const relation_rules[] = { "at-most", "equals", NULL };
static const char *const classifications[] = { "official", "official-sensitive", NULL };

/* What a framework file looks like, innermost first. */

static const UpstandShapeMember edition_members[] = {
    UPSTAND_SHAPE_MEMBER_ID (UpstandFrameworkEdition, code, REQUIRED),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkEdition, title, REQUIRED),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkEdition, short_title, REQUIRED),
    UPSTAND_SHAPE_MEMBER_DATE (UpstandFrameworkEdition, published, REQUIRED),
    UPSTAND_SHAPE_MEMBER_DATE (UpstandFrameworkEdition, launched, REQUIRED),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkEdition, source, REQUIRED),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkEdition, licence, REQUIRED),
};
static const UpstandShape edition_shape = UPSTAND_SHAPE (UpstandFrameworkEdition, edition_members);

static const UpstandShapeMember pillar_members[] = {
    UPSTAND_SHAPE_MEMBER_OWN_ID (UpstandFrameworkPillar, id, "pillar"),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkPillar, title, REQUIRED),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkPillar, short_title, REQUIRED),
};
static const UpstandShape pillar_shape = UPSTAND_SHAPE (UpstandFrameworkPillar, pillar_members);

static const UpstandShapeMember timing_members[] = {
    UPSTAND_SHAPE_MEMBER_CHOICE (UpstandTiming, cadence, REQUIRED, cadences),
    UPSTAND_SHAPE_MEMBER_DATE (UpstandTiming, deadline, 0),
    UPSTAND_SHAPE_MEMBER_NUMBER (UpstandTiming, repeat_months, 0, 0, MAX_MONTHS),
    UPSTAND_SHAPE_MEMBER_DATE (UpstandTiming, repeat_from, 0),
};
static const UpstandShape timing_shape = UPSTAND_SHAPE (UpstandTiming, timing_members);

static const UpstandShapeMember requirement_members[] = {
    UPSTAND_SHAPE_MEMBER_OWN_ID (UpstandFrameworkRequirement, id, "requirement"),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkRequirement, title, REQUIRED),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkRequirement, duty, REQUIRED),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkRequirement, evidence, REQUIRED),
    UPSTAND_SHAPE_MEMBER_OBJECT (UpstandFrameworkRequirement, timing, REQUIRED, &timing_shape),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkRequirement, note, 0),
};
static const UpstandShape requirement_shape =
    UPSTAND_SHAPE (UpstandFrameworkRequirement, requirement_members);

static const UpstandShapeMember action_members[] = {
    UPSTAND_SHAPE_MEMBER_OWN_ID (UpstandFrameworkAction, id, "action"),
    UPSTAND_SHAPE_MEMBER_REFERENCE (UpstandFrameworkAction, pillar, REQUIRED, "pillar"),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkAction, title, REQUIRED),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkAction, short_title, REQUIRED),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandFrameworkAction, requirements, FILLED, &requirement_shape),
};
static const UpstandShape action_shape = UPSTAND_SHAPE (UpstandFrameworkAction, action_members);

static const UpstandShapeMember capability_members[] = {
    UPSTAND_SHAPE_MEMBER_OWN_ID (UpstandFrameworkCapability, id, "capability"),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkCapability, title, REQUIRED),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkCapability, short_title, REQUIRED),
    UPSTAND_SHAPE_MEMBER_KEY (UpstandFrameworkCapability, kind, REQUIRED, capability_kinds),
    UPSTAND_SHAPE_MEMBER_YES_NO (UpstandFrameworkCapability, second_role, 0),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkCapability, note, 0),
};
static const UpstandShape capability_shape =
    UPSTAND_SHAPE (UpstandFrameworkCapability, capability_members);

static const UpstandShapeMember engagement_kind_members[] = {
    UPSTAND_SHAPE_MEMBER_OWN_ID (UpstandFrameworkEngagementKind, id, "engagement kind"),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkEngagementKind, title, REQUIRED),
    UPSTAND_SHAPE_MEMBER_YES_NO (UpstandFrameworkEngagementKind, internal, 0),
    UPSTAND_SHAPE_MEMBER_YES_NO (UpstandFrameworkEngagementKind, one_way, 0),
    UPSTAND_SHAPE_MEMBER_REFERENCES (
        UpstandFrameworkEngagementKind, requirements, 0, "requirement"),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkEngagementKind, note, 0),
};
static const UpstandShape engagement_kind_shape =
    UPSTAND_SHAPE (UpstandFrameworkEngagementKind, engagement_kind_members);

static const UpstandShapeMember group_members[] = {
    UPSTAND_SHAPE_MEMBER_OWN_ID (UpstandFrameworkGroup, id, "group"),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkGroup, title, REQUIRED),
    UPSTAND_SHAPE_MEMBER_YES_NO (UpstandFrameworkGroup, each_quarter, 0),
};
static const UpstandShape group_shape = UPSTAND_SHAPE (UpstandFrameworkGroup, group_members);

static const UpstandShapeMember document_kind_members[] = {
    UPSTAND_SHAPE_MEMBER_OWN_ID (UpstandFrameworkDocumentKind, id, "document kind"),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkDocumentKind, title, REQUIRED),
    UPSTAND_SHAPE_MEMBER_REFERENCES (UpstandFrameworkDocumentKind, requirements, 0, "requirement"),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkDocumentKind, note, 0),
};
static const UpstandShape document_kind_shape =
    UPSTAND_SHAPE (UpstandFrameworkDocumentKind, document_kind_members);

static const UpstandShapeMember space_source_members[] = {
    UPSTAND_SHAPE_MEMBER_OWN_ID (UpstandFrameworkSpaceSource, id, "space source"),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkSpaceSource, title, REQUIRED),
};
static const UpstandShape space_source_shape =
    UPSTAND_SHAPE (UpstandFrameworkSpaceSource, space_source_members);

static const UpstandShapeMember register_members[] = {
    UPSTAND_SHAPE_MEMBER_OWN_ID (UpstandFrameworkRegister, id, "register"),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkRegister, title, REQUIRED),
    UPSTAND_SHAPE_MEMBER_REFERENCES (UpstandFrameworkRegister, requirements, 0, "requirement"),
};
static const UpstandShape register_shape =
    UPSTAND_SHAPE (UpstandFrameworkRegister, register_members);

static const UpstandShapeMember order_count_members[] = {
    UPSTAND_SHAPE_MEMBER_OWN_ID (UpstandFrameworkOrderCount, id, "count"),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkOrderCount, title, REQUIRED),
};
static const UpstandShape order_count_shape =
    UPSTAND_SHAPE (UpstandFrameworkOrderCount, order_count_members);

static const UpstandShapeMember order_members[] = {
    UPSTAND_SHAPE_MEMBER_OWN_ID (UpstandFrameworkOrder, id, "order"),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkOrder, title, REQUIRED),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkOrder, short_title, REQUIRED),
    UPSTAND_SHAPE_MEMBER_DATE (UpstandFrameworkOrder, from, 0),
    UPSTAND_SHAPE_MEMBER_DATE (UpstandFrameworkOrder, until, 0),
    UPSTAND_SHAPE_MEMBER_REFERENCES (UpstandFrameworkOrder, counts, FILLED, "count"),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkOrder, note, 0),
};
static const UpstandShape order_shape = UPSTAND_SHAPE (UpstandFrameworkOrder, order_members);

static const UpstandShapeMember offence_group_members[] = {
    UPSTAND_SHAPE_MEMBER_OWN_ID (UpstandFrameworkOffenceGroup, id, "offence group"),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkOffenceGroup, title, REQUIRED),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkOffenceGroup, note, 0),
};
static const UpstandShape offence_group_shape =
    UPSTAND_SHAPE (UpstandFrameworkOffenceGroup, offence_group_members);

static const UpstandShapeMember outcome_code_members[] = {
    UPSTAND_SHAPE_MEMBER_NUMBER (UpstandFrameworkOutcomeCode, code, REQUIRED, 1, 999),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkOutcomeCode, title, REQUIRED),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkOutcomeCode, short_title, REQUIRED),
    UPSTAND_SHAPE_MEMBER_YES_NO (UpstandFrameworkOutcomeCode, scrutiny, 0),
    UPSTAND_SHAPE_MEMBER_REFERENCES (UpstandFrameworkOutcomeCode, warn_for, 0, "offence group"),
};
static const UpstandShape outcome_code_shape =
    UPSTAND_SHAPE (UpstandFrameworkOutcomeCode, outcome_code_members);

static const UpstandShapeMember body_members[] = {
    UPSTAND_SHAPE_MEMBER_OWN_ID (UpstandFrameworkRecommendationBody, id, "body"),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkRecommendationBody, title, REQUIRED),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkRecommendationBody, short_title, REQUIRED),
};
static const UpstandShape body_shape =
    UPSTAND_SHAPE (UpstandFrameworkRecommendationBody, body_members);

static const UpstandShapeMember return_members[] = {
    UPSTAND_SHAPE_MEMBER_OWN_ID (UpstandFrameworkReturn, id, "return"),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkReturn, title, REQUIRED),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkReturn, note, 0),
    UPSTAND_SHAPE_MEMBER_KEY (UpstandFrameworkReturn, cadence, REQUIRED, return_cadences),
    UPSTAND_SHAPE_MEMBER_DATE (UpstandFrameworkReturn, first_start, 0),
    UPSTAND_SHAPE_MEMBER_DATE (UpstandFrameworkReturn, first_end, 0),
    UPSTAND_SHAPE_MEMBER_DATE (UpstandFrameworkReturn, first_due, REQUIRED),
    UPSTAND_SHAPE_MEMBER_NUMBER (UpstandFrameworkReturn, repeat_months, 0, 0, MAX_MONTHS),
    UPSTAND_SHAPE_MEMBER_DATE (UpstandFrameworkReturn, repeat_from, 0),
    UPSTAND_SHAPE_MEMBER_NUMBER (UpstandFrameworkReturn, due_after_days, 0, -MAX_DAYS, MAX_DAYS),
    UPSTAND_SHAPE_MEMBER_YES_NO (UpstandFrameworkReturn, provisional, 0),
    UPSTAND_SHAPE_MEMBER_KEY (UpstandFrameworkReturn, classification, REQUIRED, classifications),
    UPSTAND_SHAPE_MEMBER_REFERENCES (UpstandFrameworkReturn, requirements, 0, "requirement"),
};
static const UpstandShape return_shape = UPSTAND_SHAPE (UpstandFrameworkReturn, return_members);

static const UpstandShapeMember value_members[] = {
    UPSTAND_SHAPE_MEMBER_ID (UpstandFrameworkValue, id, REQUIRED),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkValue, title, REQUIRED),
};
static const UpstandShape value_shape = UPSTAND_SHAPE (UpstandFrameworkValue, value_members);

static const UpstandShapeMember dimension_members[] = {
    UPSTAND_SHAPE_MEMBER_OWN_ID (UpstandFrameworkDimension, id, "dimension"),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkDimension, title, REQUIRED),
    UPSTAND_SHAPE_MEMBER_KEY (UpstandFrameworkDimension, list, 0, dimension_lists),
    UPSTAND_SHAPE_MEMBER_YES_NO (UpstandFrameworkDimension, overlaps, 0),
    UPSTAND_SHAPE_MEMBER_YES_NO (UpstandFrameworkDimension, open, 0),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandFrameworkDimension, values, 0, &value_shape),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkDimension, note, 0),
};
static const UpstandShape dimension_shape =
    UPSTAND_SHAPE (UpstandFrameworkDimension, dimension_members);

static const UpstandShapeMember question_members[] = {
    UPSTAND_SHAPE_MEMBER_OWN_ID (UpstandFrameworkQuestion, id, "question"),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkQuestion, title, REQUIRED),
};
static const UpstandShape question_shape =
    UPSTAND_SHAPE (UpstandFrameworkQuestion, question_members);

static const UpstandShapeMember measure_area_members[] = {
    UPSTAND_SHAPE_MEMBER_OWN_ID (UpstandFrameworkMeasureArea, id, "area"),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkMeasureArea, title, REQUIRED),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkMeasureArea, short_title, REQUIRED),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandFrameworkMeasureArea, questions, 0, &question_shape),
};
static const UpstandShape measure_area_shape =
    UPSTAND_SHAPE (UpstandFrameworkMeasureArea, measure_area_members);

static const UpstandShapeMember measure_members[] = {
    UPSTAND_SHAPE_MEMBER_OWN_ID (UpstandFrameworkMeasure, id, "measure"),
    UPSTAND_SHAPE_MEMBER_REFERENCE (UpstandFrameworkMeasure, area, REQUIRED, "area"),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkMeasure, title, REQUIRED),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkMeasure, definition, REQUIRED),
    UPSTAND_SHAPE_MEMBER_KEY (UpstandFrameworkMeasure, kind, REQUIRED, measure_kinds),
    UPSTAND_SHAPE_MEMBER_REFERENCE (UpstandFrameworkMeasure, numerator, 0, "measure"),
    UPSTAND_SHAPE_MEMBER_REFERENCE (UpstandFrameworkMeasure, denominator, 0, "measure"),
    UPSTAND_SHAPE_MEMBER_NUMBER (UpstandFrameworkMeasure, per, 0, 1, 100000),
    UPSTAND_SHAPE_MEMBER_REFERENCES (UpstandFrameworkMeasure, breakdown, 0, "dimension"),
    UPSTAND_SHAPE_MEMBER_YES_NO (UpstandFrameworkMeasure, whole, 0),
    UPSTAND_SHAPE_MEMBER_IDS (UpstandFrameworkMeasure, only, 0),
    UPSTAND_SHAPE_MEMBER_REFERENCES (UpstandFrameworkMeasure, further, 0, "dimension"),
    UPSTAND_SHAPE_MEMBER_REFERENCE (UpstandFrameworkMeasure, order_count, 0, "count"),
    UPSTAND_SHAPE_MEMBER_KEY (UpstandFrameworkMeasure, basis, 0, measure_bases),
    UPSTAND_SHAPE_MEMBER_KEY (UpstandFrameworkMeasure, cadence, REQUIRED, measure_cadences),
    UPSTAND_SHAPE_MEMBER_DATE (UpstandFrameworkMeasure, from, 0),
    UPSTAND_SHAPE_MEMBER_DATE (UpstandFrameworkMeasure, until, 0),
    UPSTAND_SHAPE_MEMBER_YES_NO (UpstandFrameworkMeasure, mandatory, 0),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkMeasure, baseline, 0),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkMeasure, outcome_one_year, 0),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkMeasure, outcome_two_years, 0),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkMeasure, good, 0),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkMeasure, source, 0),
    UPSTAND_SHAPE_MEMBER_REFERENCES (UpstandFrameworkMeasure, requirements, 0, "requirement"),
    UPSTAND_SHAPE_MEMBER_REFERENCES (UpstandFrameworkMeasure, returns, FILLED, "return"),
};
static const UpstandShape measure_shape = UPSTAND_SHAPE (UpstandFrameworkMeasure, measure_members);

static const UpstandShapeMember measure_relation_members[] = {
    UPSTAND_SHAPE_MEMBER_OWN_ID (UpstandFrameworkMeasureRelation, id, "relation"),
    UPSTAND_SHAPE_MEMBER_KEY (UpstandFrameworkMeasureRelation, rule, REQUIRED, relation_rules),
    UPSTAND_SHAPE_MEMBER_REFERENCES (UpstandFrameworkMeasureRelation, lesser, FILLED, "measure"),
    UPSTAND_SHAPE_MEMBER_REFERENCE (UpstandFrameworkMeasureRelation, lesser_over, 0, "dimension"),
    UPSTAND_SHAPE_MEMBER_IDS (UpstandFrameworkMeasureRelation, lesser_items, 0),
    UPSTAND_SHAPE_MEMBER_REFERENCES (UpstandFrameworkMeasureRelation, greater, FILLED, "measure"),
    UPSTAND_SHAPE_MEMBER_REFERENCE (UpstandFrameworkMeasureRelation, greater_over, 0, "dimension"),
    UPSTAND_SHAPE_MEMBER_IDS (UpstandFrameworkMeasureRelation, greater_items, 0),
};
static const UpstandShape measure_relation_shape =
    UPSTAND_SHAPE (UpstandFrameworkMeasureRelation, measure_relation_members);

static const UpstandShapeMember measure_break_members[] = {
    UPSTAND_SHAPE_MEMBER_OWN_ID (UpstandFrameworkMeasureBreak, id, "break"),
    UPSTAND_SHAPE_MEMBER_DATE (UpstandFrameworkMeasureBreak, dated, REQUIRED),
    UPSTAND_SHAPE_MEMBER_REFERENCE (UpstandFrameworkMeasureBreak, area, 0, "area"),
    UPSTAND_SHAPE_MEMBER_REFERENCE (UpstandFrameworkMeasureBreak, measure, 0, "measure"),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkMeasureBreak, reason, REQUIRED),
};
static const UpstandShape measure_break_shape =
    UPSTAND_SHAPE (UpstandFrameworkMeasureBreak, measure_break_members);

static const UpstandShapeMember crosswalk_members[] = {
    UPSTAND_SHAPE_MEMBER_ID (UpstandFrameworkCrosswalk, edition, REQUIRED),
    UPSTAND_SHAPE_MEMBER_ID (UpstandFrameworkCrosswalk, from, REQUIRED),
    UPSTAND_SHAPE_MEMBER_REFERENCES (UpstandFrameworkCrosswalk, to, REQUIRED, "requirement"),
    UPSTAND_SHAPE_MEMBER_TEXT (UpstandFrameworkCrosswalk, note, 0),
};
static const UpstandShape crosswalk_shape =
    UPSTAND_SHAPE (UpstandFrameworkCrosswalk, crosswalk_members);

static const UpstandShapeMember framework_members[] = {
    UPSTAND_SHAPE_MEMBER_OBJECT (UpstandFramework, edition, REQUIRED, &edition_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandFramework, pillars, FILLED, &pillar_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandFramework, actions, FILLED, &action_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandFramework, capabilities, 0, &capability_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandFramework, engagement_kinds, 0, &engagement_kind_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandFramework, groups, 0, &group_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandFramework, document_kinds, 0, &document_kind_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandFramework, space_sources, 0, &space_source_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandFramework, registers, 0, &register_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandFramework, order_counts, 0, &order_count_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandFramework, orders, 0, &order_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandFramework, offence_groups, 0, &offence_group_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandFramework, outcome_codes, 0, &outcome_code_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandFramework, recommendation_bodies, 0, &body_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandFramework, returns, 0, &return_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandFramework, dimensions, 0, &dimension_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandFramework, measure_areas, 0, &measure_area_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandFramework, measures, 0, &measure_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandFramework, measure_relations, 0, &measure_relation_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandFramework, measure_breaks, 0, &measure_break_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandFramework, crosswalk, 0, &crosswalk_shape),
};
const UpstandShape upstand_framework_shape = UPSTAND_SHAPE (UpstandFramework, framework_members);
