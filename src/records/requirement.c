/* SPDX-License-Identifier: MIT */
#include "records/requirement.h"

#include <glib/gi18n-lib.h>

#include "records/framework-records.h"

/* The keys are those of UpstandRating; a test holds the two lists together. */
const UpstandChoice upstand_rating_choices[] = {
    { "", "" },
    { "complete", N_ ("Complete") },
    { "on-track", N_ ("On track") },
    { "slipping", N_ ("Slipping") },
    { "off-track", N_ ("Off track") },
    { "waiting", N_ ("Waiting on others") },
    { "not-started", N_ ("Not started") },
    { "not-applicable", N_ ("Not applicable") },
    { NULL, NULL },
};

const UpstandLinkType upstand_crosswalk = { "crosswalk", "from_id", "to_id" };

/* clang-format off */
static const UpstandField fields[] = {
    UPSTAND_REFERENCE (UpstandRequirement, action_id, N_ ("Action"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_FIXED, &upstand_action_type),
    UPSTAND_TEXT (UpstandRequirement, code, N_ ("Number"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED | UPSTAND_FIELD_FIXED),
    UPSTAND_TEXT (UpstandRequirement, title_en, N_ ("Title"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED | UPSTAND_FIELD_FIXED),
    UPSTAND_TEXT (UpstandRequirement, title_cy, N_ ("Title (Welsh)"), UPSTAND_FIELD_SEARCHED | UPSTAND_FIELD_FIXED),
    UPSTAND_PARAGRAPH (UpstandRequirement, duty_en, N_ ("Duty"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_SEARCHED | UPSTAND_FIELD_FIXED),
    UPSTAND_PARAGRAPH (UpstandRequirement, duty_cy, N_ ("Duty (Welsh)"), UPSTAND_FIELD_SEARCHED | UPSTAND_FIELD_FIXED),
    UPSTAND_PARAGRAPH (UpstandRequirement, evidence_en, N_ ("What evidences it"), UPSTAND_FIELD_FIXED),
    UPSTAND_PARAGRAPH (UpstandRequirement, evidence_cy, N_ ("What evidences it (Welsh)"), UPSTAND_FIELD_FIXED),
    UPSTAND_NUMBER (UpstandRequirement, position, N_ ("Position"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_FIXED),
    UPSTAND_CHOICE (UpstandRequirement, cadence, N_ ("Cadence"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_FIXED, upstand_cadence_choices),
    UPSTAND_DATE (UpstandRequirement, deadline, N_ ("Original deadline"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_FIXED),
    UPSTAND_NUMBER (UpstandRequirement, repeat_months, N_ ("Months between"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_FIXED),
    UPSTAND_DATE (UpstandRequirement, repeat_from, N_ ("Repeats from"), UPSTAND_FIELD_FIXED),
    UPSTAND_LINKS (UpstandRequirement, becomes, N_ ("Becomes"), UPSTAND_FIELD_FIXED, &upstand_requirement_type, &upstand_crosswalk),
    UPSTAND_TEXT (UpstandRequirement, owner, N_ ("Owner"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED | UPSTAND_FIELD_POST),
    UPSTAND_PARAGRAPH (UpstandRequirement, success_measure, N_ ("Success measure"), UPSTAND_FIELD_SEARCHED),
    UPSTAND_DATE (UpstandRequirement, success_met, N_ ("Success confirmed"), 0),
    UPSTAND_YES_NO (UpstandRequirement, not_applicable, N_ ("Does not apply"), 0),
    UPSTAND_TEXT (UpstandRequirement, not_applicable_reason, N_ ("Why it does not apply"), UPSTAND_FIELD_SEARCHED),
    UPSTAND_TEXT (UpstandRequirement, not_applicable_by, N_ ("Approved by"), UPSTAND_FIELD_POST),
    UPSTAND_YES_NO (UpstandRequirement, waiting, N_ ("Waiting on others"), 0),
    UPSTAND_TEXT (UpstandRequirement, waiting_reason, N_ ("Waiting for what"), UPSTAND_FIELD_SEARCHED),
    UPSTAND_DATE (UpstandRequirement, waiting_review, N_ ("Look again on"), 0),
    UPSTAND_CHOICE (UpstandRequirement, override_rating, N_ ("Rating set by hand"), 0, upstand_rating_choices),
    UPSTAND_TEXT (UpstandRequirement, override_reason, N_ ("Reason for the rating"), UPSTAND_FIELD_SEARCHED),
    UPSTAND_TEXT (UpstandRequirement, override_by, N_ ("Rating set by"), UPSTAND_FIELD_POST),
    UPSTAND_DATE (UpstandRequirement, override_on, N_ ("Rating set on"), 0),
    UPSTAND_DATE (UpstandRequirement, override_review, N_ ("Rating holds until"), 0),
};
/* clang-format on */

static void
validate (UpstandRecord *record, UpstandProblems *problems)
{
    const UpstandRequirement *self = (UpstandRequirement *)record;
    if (self->not_applicable && !self->not_applicable_reason)
        upstand_problems_add (problems, "not_applicable_reason",
            _ ("Say why the duty does not apply to this force."));
    if (self->not_applicable && !self->not_applicable_by)
        upstand_problems_add (problems, "not_applicable_by", _ ("Give the post that approved it."));
    if (self->waiting && !self->waiting_reason)
        upstand_problems_add (problems, "waiting_reason", _ ("Say who or what it waits for."));
    if (self->waiting && !self->waiting_review)
        upstand_problems_add (problems, "waiting_review", _ ("Give the day to look at it again."));
    if (!self->override_rating)
        return;
    if (!self->override_reason)
        upstand_problems_add (
            problems, "override_reason", _ ("A rating set by hand needs a reason."));
    if (!self->override_by)
        upstand_problems_add (problems, "override_by", _ ("Give the post that set the rating."));
    if (!self->override_review)
        upstand_problems_add (
            problems, "override_review", _ ("Give the day until which the rating holds."));
    else if (self->override_on && self->override_review < self->override_on)
        upstand_problems_add (problems, "override_review", _ ("That is before it was set."));
}

const UpstandRecordType upstand_requirement_type = {
    .name = "requirement",
    .label = N_ ("Requirements"),
    .singular = N_ ("Requirement"),
    .title = "code",
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
    .get_type = upstand_requirement_get_type,
    .validate = validate,
};

UPSTAND_DEFINE_RECORD (UpstandRequirement, upstand_requirement, upstand_requirement_type)

/* English stands in where the framework has no Welsh. */
static const char *
in_language (const char *english, const char *welsh, const char *language)
{
    return welsh && language && g_str_has_prefix (language, "cy") ? welsh : english;
}

const char *
upstand_requirement_get_title (UpstandRequirement *self, const char *language)
{
    return in_language (self->title_en, self->title_cy, language);
}

const char *
upstand_requirement_get_duty (UpstandRequirement *self, const char *language)
{
    return in_language (self->duty_en, self->duty_cy, language);
}

const char *
upstand_requirement_get_evidence (UpstandRequirement *self, const char *language)
{
    return in_language (self->evidence_en, self->evidence_cy, language);
}

UpstandTiming
upstand_requirement_get_timing (UpstandRequirement *self)
{
    return (UpstandTiming){
        .cadence = self->cadence,
        .deadline = self->deadline,
        .repeat_months = self->repeat_months,
        .repeat_from = self->repeat_from,
    };
}
