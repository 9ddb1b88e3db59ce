/* SPDX-License-Identifier: MIT */
#include "records/measure-figure.h"

#include <glib/gi18n-lib.h>

#include "records/framework-records.h"
#include "records/measure.h"

/* clang-format off */
static const UpstandField figure_fields[] = {
    UPSTAND_REFERENCE (UpstandMeasureFigure, line_id, N_ ("Line of a measure"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING | UPSTAND_FIELD_OWNED, &upstand_measure_line_type),
    UPSTAND_CHOICE (UpstandMeasureFigure, cadence, N_ ("Cadence"), UPSTAND_FIELD_LASTING, upstand_measure_cadences),
    UPSTAND_DATE (UpstandMeasureFigure, starts, N_ ("Starts"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING),
    UPSTAND_DATE (UpstandMeasureFigure, ends, N_ ("Ends"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING),
    UPSTAND_NUMBER (UpstandMeasureFigure, revision, N_ ("Revision"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LASTING),
    UPSTAND_DECIMAL (UpstandMeasureFigure, value, N_ ("Number"), UPSTAND_FIELD_LISTED, UPSTAND_FIGURE_PLACES),
    UPSTAND_CHOICE (UpstandMeasureFigure, state, N_ ("State"), UPSTAND_FIELD_LISTED, upstand_figure_states),
    UPSTAND_YES_NO (UpstandMeasureFigure, provisional, N_ ("Provisional"), UPSTAND_FIELD_LISTED),
    UPSTAND_YES_NO (UpstandMeasureFigure, follow_up, N_ ("Follow up"), UPSTAND_FIELD_LISTED),
    UPSTAND_PARAGRAPH (UpstandMeasureFigure, note, N_ ("Note"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
};

static const UpstandField narrative_fields[] = {
    UPSTAND_REFERENCE (UpstandNarrative, question_id, N_ ("Question"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING, &upstand_framework_item_type),
    UPSTAND_CHOICE (UpstandNarrative, cadence, N_ ("Cadence"), UPSTAND_FIELD_LASTING, upstand_measure_cadences),
    UPSTAND_DATE (UpstandNarrative, starts, N_ ("Starts"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING),
    UPSTAND_DATE (UpstandNarrative, ends, N_ ("Ends"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING),
    UPSTAND_PARAGRAPH (UpstandNarrative, words, N_ ("Answer"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
    UPSTAND_TEXT (UpstandNarrative, post, N_ ("Post"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED | UPSTAND_FIELD_POST),
    UPSTAND_DATE (UpstandNarrative, dated, N_ ("Date"), UPSTAND_FIELD_LISTED),
};

static const UpstandField answer_fields[] = {
    UPSTAND_TEXT (UpstandFindingAnswer, return_id, N_ ("Return"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING),
    UPSTAND_TEXT (UpstandFindingAnswer, period, N_ ("Period"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING),
    UPSTAND_TEXT (UpstandFindingAnswer, finding, N_ ("Finding"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING),
    UPSTAND_PARAGRAPH (UpstandFindingAnswer, reason, N_ ("Reason"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
    UPSTAND_TEXT (UpstandFindingAnswer, post, N_ ("Post"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED | UPSTAND_FIELD_POST),
    UPSTAND_DATE (UpstandFindingAnswer, dated, N_ ("Date"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED),
};
/* clang-format on */

static void
check_days (UpstandDay starts, UpstandDay ends, UpstandProblems *problems)
{
    if (ends < starts)
        upstand_problems_add (problems, "ends", _ ("It ends before it begins."));
}

static void
settle_figure (UpstandRecord *record)
{
    UpstandMeasureFigure *self = (UpstandMeasureFigure *)record;
    upstand_figure_settle (&self->value, self->state);
}

static void
validate_figure (UpstandRecord *record, UpstandProblems *problems)
{
    const UpstandMeasureFigure *self = (UpstandMeasureFigure *)record;
    upstand_figure_validate (self->value, self->state, problems);
    check_days (self->starts, self->ends, problems);
    if (self->revision < 0)
        upstand_problems_add (problems, "revision", _ ("Revisions are counted from 0."));
}

static void
validate_narrative (UpstandRecord *record, UpstandProblems *problems)
{
    const UpstandNarrative *self = (UpstandNarrative *)record;
    check_days (self->starts, self->ends, problems);
}

const UpstandRecordType upstand_measure_figure_type = {
    .name = "measure_figure",
    .label = N_ ("Figures"),
    .singular = N_ ("Figure"),
    .title = "note",
    .fields = figure_fields,
    .n_fields = G_N_ELEMENTS (figure_fields),
    .get_type = upstand_measure_figure_get_type,
    .settle = settle_figure,
    .validate = validate_figure,
};

UPSTAND_DEFINE_RECORD (UpstandMeasureFigure, upstand_measure_figure, upstand_measure_figure_type)

const UpstandRecordType upstand_narrative_type = {
    .name = "narrative",
    .label = N_ ("Answers in words"),
    .singular = N_ ("Answer in words"),
    .title = "words",
    .fields = narrative_fields,
    .n_fields = G_N_ELEMENTS (narrative_fields),
    .get_type = upstand_narrative_get_type,
    .validate = validate_narrative,
};

UPSTAND_DEFINE_RECORD (UpstandNarrative, upstand_narrative, upstand_narrative_type)

const UpstandRecordType upstand_finding_answer_type = {
    .name = "finding_answer",
    .label = N_ ("Reasons for findings"),
    .singular = N_ ("Reason for a finding"),
    .title = "reason",
    .fields = answer_fields,
    .n_fields = G_N_ELEMENTS (answer_fields),
    .get_type = upstand_finding_answer_get_type,
};

UPSTAND_DEFINE_RECORD (UpstandFindingAnswer, upstand_finding_answer, upstand_finding_answer_type)
