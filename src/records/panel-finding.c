/* SPDX-License-Identifier: MIT */
#include "records/panel-finding.h"

#include <glib/gi18n-lib.h>

#include "records/engagement.h"

const UpstandChoice upstand_panel_finding_states[] = {
    [UPSTAND_PANEL_FINDING_OPEN] = { "open", N_ ("Open") },
    [UPSTAND_PANEL_FINDING_ACCEPTED] = { "accepted", N_ ("Accepted") },
    [UPSTAND_PANEL_FINDING_DONE] = { "done", N_ ("Done") },
    [UPSTAND_PANEL_FINDING_NOT_ACCEPTED] = { "not-accepted", N_ ("Not accepted") },
    { NULL, NULL },
};

/* clang-format off */
static const UpstandField fields[] = {
    UPSTAND_REFERENCE (UpstandPanelFinding, engagement_id, N_ ("Panel"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING | UPSTAND_FIELD_OWNED, &upstand_engagement_type),
    UPSTAND_PARAGRAPH (UpstandPanelFinding, words, N_ ("Finding"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
    UPSTAND_CHOICE (UpstandPanelFinding, state, N_ ("State"), UPSTAND_FIELD_LISTED, upstand_panel_finding_states),
    UPSTAND_PARAGRAPH (UpstandPanelFinding, answer, N_ ("Answer of the force"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
    UPSTAND_DATE (UpstandPanelFinding, answered, N_ ("Answered on"), UPSTAND_FIELD_LISTED),
    UPSTAND_TEXT (UpstandPanelFinding, owner, N_ ("Owner"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED | UPSTAND_FIELD_POST),
};
/* clang-format on */

static void
validate (UpstandRecord *record, UpstandProblems *problems)
{
    const UpstandPanelFinding *self = (UpstandPanelFinding *)record;
    if (self->state != UPSTAND_PANEL_FINDING_OPEN && !self->answer)
        upstand_problems_add (problems, "answer", _ ("Say what the force answered."));
    if (self->answer && !self->answered)
        upstand_problems_add (problems, "answered", _ ("Give the day of the answer."));
    if (self->answered && !self->answer)
        upstand_problems_add (problems, "answer", _ ("Say what the force answered."));
}

const UpstandRecordType upstand_panel_finding_type = {
    .name = "finding",
    .label = N_ ("Findings"),
    .singular = N_ ("Finding"),
    .title = "words",
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
    .get_type = upstand_panel_finding_get_type,
    .validate = validate,
};

UPSTAND_DEFINE_RECORD (UpstandPanelFinding, upstand_panel_finding, upstand_panel_finding_type)
