/* SPDX-License-Identifier: MIT */
#include "records/activity.h"

#include <glib/gi18n-lib.h>

#include "records/requirement.h"

#define LISTED UPSTAND_FIELD_LISTED
#define SEARCHED UPSTAND_FIELD_SEARCHED

const UpstandChoice upstand_activity_states[] = {
    [UPSTAND_ACTIVITY_NOT_STARTED] = { "not-started", N_ ("Not started") },
    [UPSTAND_ACTIVITY_IN_PROGRESS] = { "in-progress", N_ ("In progress") },
    [UPSTAND_ACTIVITY_BLOCKED] = { "blocked", N_ ("Blocked") },
    [UPSTAND_ACTIVITY_COMPLETE] = { "complete", N_ ("Complete") },
    [UPSTAND_ACTIVITY_CANCELLED] = { "cancelled", N_ ("Cancelled") },
    { NULL, NULL },
};

const UpstandLinkType upstand_activity_requirement = { "activity_requirement", "activity_id",
    "requirement_id" };

/* clang-format off */
static const UpstandField fields[] = {
    UPSTAND_TEXT (UpstandActivity, title, N_ ("Title"), UPSTAND_FIELD_REQUIRED | LISTED | SEARCHED),
    UPSTAND_LINKS (UpstandActivity, requirements, N_ ("Requirement"), UPSTAND_FIELD_REQUIRED | LISTED, &upstand_requirement_type, &upstand_activity_requirement),
    UPSTAND_PARAGRAPH (UpstandActivity, description, N_ ("Description"), SEARCHED),
    UPSTAND_TEXT (UpstandActivity, owner, N_ ("Owner"), LISTED | SEARCHED | UPSTAND_FIELD_POST),
    UPSTAND_TEXT (UpstandActivity, unit, N_ ("Unit"), SEARCHED),
    UPSTAND_CHOICE (UpstandActivity, state, N_ ("State"), LISTED, upstand_activity_states),
    UPSTAND_DATE (UpstandActivity, start, N_ ("Start"), 0),
    UPSTAND_DATE (UpstandActivity, due, N_ ("Due"), LISTED),
    UPSTAND_DATE (UpstandActivity, completed, N_ ("Completed"), 0),
    UPSTAND_NUMBER (UpstandActivity, percent, N_ ("Percent"), UPSTAND_FIELD_REQUIRED | LISTED),
    UPSTAND_YES_NO (UpstandActivity, key_milestone, N_ ("Key milestone"), 0),
    UPSTAND_PARAGRAPH (UpstandActivity, success_measure, N_ ("Success measure"), SEARCHED),
    UPSTAND_PARAGRAPH (UpstandActivity, risks, N_ ("Risks"), SEARCHED),
    UPSTAND_PARAGRAPH (UpstandActivity, blockers, N_ ("Blockers"), SEARCHED),
    UPSTAND_PARAGRAPH (UpstandActivity, cancel_reason, N_ ("Reason for cancelling"), SEARCHED),
};
/* clang-format on */

static void
settle (UpstandRecord *record)
{
    UpstandActivity *self = (UpstandActivity *)record;
    if (self->state == UPSTAND_ACTIVITY_COMPLETE)
        self->percent = 100;
}

static void
validate (UpstandRecord *record, UpstandProblems *problems)
{
    const UpstandActivity *self = (UpstandActivity *)record;
    if (self->percent < 0 || self->percent > 100)
        upstand_problems_add (problems, "percent", _ ("Percent runs from 0 to 100."));
    if (self->start && self->due && self->due < self->start)
        upstand_problems_add (problems, "due", _ ("Due is before the start."));
    if (self->start && self->completed && self->completed < self->start)
        upstand_problems_add (problems, "completed", _ ("Completed is before the start."));
    if (self->state == UPSTAND_ACTIVITY_COMPLETE && !self->completed)
        upstand_problems_add (
            problems, "completed", _ ("A complete activity needs the day it was completed."));
    if (self->state != UPSTAND_ACTIVITY_COMPLETE && self->completed)
        upstand_problems_add (
            problems, "completed", _ ("Only a complete activity has a day of completion."));
    if (self->state == UPSTAND_ACTIVITY_CANCELLED && !self->cancel_reason)
        upstand_problems_add (
            problems, "cancel_reason", _ ("A cancelled activity needs a reason."));
    if (self->state == UPSTAND_ACTIVITY_BLOCKED && !self->blockers)
        upstand_problems_add (problems, "blockers", _ ("Say what blocks it."));
}

const UpstandRecordType upstand_activity_type = {
    .name = "activity",
    .label = N_ ("Activities"),
    .singular = N_ ("Activity"),
    .title = "title",
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
    .get_type = upstand_activity_get_type,
    .settle = settle,
    .validate = validate,
};

UPSTAND_DEFINE_RECORD (UpstandActivity, upstand_activity, upstand_activity_type)

void
upstand_activity_set_state (UpstandActivity *self, UpstandActivityState state, UpstandDay today)
{
    self->state = state;
    if (state != UPSTAND_ACTIVITY_COMPLETE) {
        self->completed = 0;
        return;
    }
    self->percent = 100;
    if (!self->completed)
        self->completed = today;
}
