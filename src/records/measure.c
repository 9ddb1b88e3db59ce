/* SPDX-License-Identifier: MIT */
#include "records/measure.h"

#include <glib/gi18n-lib.h>

#include "records/figure.h"
#include "records/framework-records.h"
#include "records/requirement.h"

const UpstandChoice upstand_measure_kinds[] = {
    [UPSTAND_MEASURE_COUNT] = { "count", N_ ("Count") },
    [UPSTAND_MEASURE_FTE] = { "fte", N_ ("FTE") },
    [UPSTAND_MEASURE_DAYS] = { "days", N_ ("Days") },
    [UPSTAND_MEASURE_HOURS] = { "hours", N_ ("Hours") },
    [UPSTAND_MEASURE_PERCENT] = { "percent", N_ ("Percent") },
    [UPSTAND_MEASURE_RATE] = { "rate", N_ ("Rate") },
    { NULL, NULL },
};

const UpstandChoice upstand_measure_bases[] = {
    [UPSTAND_MEASURE_FLOW] = { "flow", N_ ("What happened in the period") },
    [UPSTAND_MEASURE_COHORT] = { "cohort", N_ ("Parts of the same cases") },
    { NULL, NULL },
};

const UpstandChoice upstand_measure_rules[] = {
    [UPSTAND_RELATION_AT_MOST] = { "at-most", N_ ("At most") },
    [UPSTAND_RELATION_EQUALS] = { "equals", N_ ("Equal to") },
    { NULL, NULL },
};

const UpstandChoice upstand_measure_cadences[] = {
    { "census", N_ ("Census") },
    { "monthly", N_ ("Monthly") },
    { "quarterly", N_ ("Quarterly") },
    { "six-monthly", N_ ("Six-monthly") },
    { "yearly", N_ ("Yearly") },
    { NULL, NULL },
};

static const UpstandLinkType measure_requirements = { "measure_requirement", "measure_id",
    "requirement_id" };

/* clang-format off */
static const UpstandField measure_fields[] = {
    UPSTAND_REFERENCE (UpstandMeasure, edition_id, N_ ("Edition"), UPSTAND_FIELD_FIXED, &upstand_edition_type),
    UPSTAND_TEXT (UpstandMeasure, code, N_ ("Code"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LASTING),
    UPSTAND_REFERENCE (UpstandMeasure, area_id, N_ ("Area"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED, &upstand_framework_item_type),
    UPSTAND_TEXT (UpstandMeasure, title_en, N_ ("Title"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
    UPSTAND_TEXT (UpstandMeasure, title_cy, N_ ("Title (Welsh)"), UPSTAND_FIELD_SEARCHED),
    UPSTAND_PARAGRAPH (UpstandMeasure, definition_en, N_ ("Definition"), UPSTAND_FIELD_SEARCHED),
    UPSTAND_PARAGRAPH (UpstandMeasure, definition_cy, N_ ("Definition (Welsh)"), UPSTAND_FIELD_SEARCHED),
    UPSTAND_CHOICE (UpstandMeasure, kind, N_ ("Kind"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING, upstand_measure_kinds),
    UPSTAND_REFERENCE (UpstandMeasure, numerator_id, N_ ("Numerator"), 0, &upstand_measure_type),
    UPSTAND_REFERENCE (UpstandMeasure, denominator_id, N_ ("Denominator"), 0, &upstand_measure_type),
    UPSTAND_NUMBER (UpstandMeasure, per, N_ ("Per"), 0),
    UPSTAND_CHOICE (UpstandMeasure, basis, N_ ("Basis"), UPSTAND_FIELD_LISTED, upstand_measure_bases),
    UPSTAND_CHOICE (UpstandMeasure, cadence, N_ ("Cadence"), UPSTAND_FIELD_LISTED, upstand_measure_cadences),
    UPSTAND_DATE (UpstandMeasure, from_date, N_ ("From"), 0),
    UPSTAND_DATE (UpstandMeasure, until_date, N_ ("Until"), 0),
    UPSTAND_YES_NO (UpstandMeasure, mandatory, N_ ("Must be answered"), UPSTAND_FIELD_LISTED),
    UPSTAND_PARAGRAPH (UpstandMeasure, baseline_en, N_ ("Baseline"), 0),
    UPSTAND_PARAGRAPH (UpstandMeasure, baseline_cy, N_ ("Baseline (Welsh)"), 0),
    UPSTAND_PARAGRAPH (UpstandMeasure, one_year_en, N_ ("Expected at one year"), 0),
    UPSTAND_PARAGRAPH (UpstandMeasure, one_year_cy, N_ ("Expected at one year (Welsh)"), 0),
    UPSTAND_PARAGRAPH (UpstandMeasure, two_years_en, N_ ("Expected at two years"), 0),
    UPSTAND_PARAGRAPH (UpstandMeasure, two_years_cy, N_ ("Expected at two years (Welsh)"), 0),
    UPSTAND_PARAGRAPH (UpstandMeasure, good_en, N_ ("What good looks like"), 0),
    UPSTAND_PARAGRAPH (UpstandMeasure, good_cy, N_ ("What good looks like (Welsh)"), 0),
    UPSTAND_PARAGRAPH (UpstandMeasure, source_en, N_ ("Where the data is"), 0),
    UPSTAND_PARAGRAPH (UpstandMeasure, source_cy, N_ ("Where the data is (Welsh)"), 0),
    UPSTAND_TEXT (UpstandMeasure, returns, N_ ("Returns"), 0),
    UPSTAND_NUMBER (UpstandMeasure, position, N_ ("Position"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_FIXED),
    UPSTAND_LINKS (UpstandMeasure, requirements, N_ ("Requirements"), 0, &upstand_requirement_type, &measure_requirements),
};

static const UpstandField line_fields[] = {
    UPSTAND_REFERENCE (UpstandMeasureLine, measure_id, N_ ("Measure"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING | UPSTAND_FIELD_OWNED, &upstand_measure_type),
    UPSTAND_TEXT (UpstandMeasureLine, code, N_ ("Code"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LASTING),
    UPSTAND_TEXT (UpstandMeasureLine, title_en, N_ ("Title"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED),
    UPSTAND_TEXT (UpstandMeasureLine, title_cy, N_ ("Title (Welsh)"), 0),
    UPSTAND_NUMBER (UpstandMeasureLine, position, N_ ("Position"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_FIXED),
    UPSTAND_DATE (UpstandMeasureLine, from_date, N_ ("From"), 0),
    UPSTAND_DATE (UpstandMeasureLine, until_date, N_ ("Until"), 0),
    UPSTAND_YES_NO (UpstandMeasureLine, further, N_ ("Further breakdown"), UPSTAND_FIELD_FIXED),
    UPSTAND_YES_NO (UpstandMeasureLine, wants_reason, N_ ("Wants a reason"), UPSTAND_FIELD_FIXED),
};

static const UpstandField relation_fields[] = {
    UPSTAND_REFERENCE (UpstandMeasureRelation, edition_id, N_ ("Edition"), UPSTAND_FIELD_FIXED, &upstand_edition_type),
    UPSTAND_TEXT (UpstandMeasureRelation, code, N_ ("Code"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_FIXED),
    UPSTAND_CHOICE (UpstandMeasureRelation, rule, N_ ("Rule"), UPSTAND_FIELD_FIXED, upstand_measure_rules),
    UPSTAND_TEXT (UpstandMeasureRelation, lesser, N_ ("Parts"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_FIXED),
    UPSTAND_TEXT (UpstandMeasureRelation, lesser_over, N_ ("Parts added up over"), UPSTAND_FIELD_FIXED),
    UPSTAND_TEXT (UpstandMeasureRelation, lesser_items, N_ ("Parts that count"), UPSTAND_FIELD_FIXED),
    UPSTAND_TEXT (UpstandMeasureRelation, greater, N_ ("Whole"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_FIXED),
    UPSTAND_TEXT (UpstandMeasureRelation, greater_over, N_ ("Whole added up over"), UPSTAND_FIELD_FIXED),
    UPSTAND_TEXT (UpstandMeasureRelation, greater_items, N_ ("Of the whole, what counts"), UPSTAND_FIELD_FIXED),
};

static const UpstandField break_fields[] = {
    UPSTAND_REFERENCE (UpstandMeasureBreak, edition_id, N_ ("Edition"), UPSTAND_FIELD_FIXED, &upstand_edition_type),
    UPSTAND_DATE (UpstandMeasureBreak, dated, N_ ("First day of the new series"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED),
    UPSTAND_REFERENCE (UpstandMeasureBreak, area_id, N_ ("Area"), UPSTAND_FIELD_LISTED, &upstand_framework_item_type),
    UPSTAND_REFERENCE (UpstandMeasureBreak, measure_id, N_ ("Measure"), UPSTAND_FIELD_LISTED, &upstand_measure_type),
    UPSTAND_PARAGRAPH (UpstandMeasureBreak, reason_en, N_ ("What changed"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
    UPSTAND_PARAGRAPH (UpstandMeasureBreak, reason_cy, N_ ("What changed (Welsh)"), UPSTAND_FIELD_SEARCHED),
};
/* clang-format on */

int
upstand_measure_kind_get_decimals (UpstandMeasureKind kind)
{
    return kind == UPSTAND_MEASURE_COUNT ? 0 : UPSTAND_FIGURE_PLACES;
}

static void
validate_measure (UpstandRecord *record, UpstandProblems *problems)
{
    const UpstandMeasure *self = (UpstandMeasure *)record;
    gboolean rate = self->kind == UPSTAND_MEASURE_RATE;
    if (rate && (!self->numerator_id || !self->denominator_id || self->per < 1))
        upstand_problems_add (problems, "numerator_id",
            _ ("A rate needs a numerator, a denominator, and how many it is per."));
    if (!rate && (self->numerator_id || self->denominator_id))
        upstand_problems_add (
            problems, "numerator_id", _ ("Only a rate has a numerator and a denominator."));
    if (self->until_date && self->until_date < self->from_date)
        upstand_problems_add (problems, "until_date", _ ("It ends before it begins."));
}

static void
validate_break (UpstandRecord *record, UpstandProblems *problems)
{
    const UpstandMeasureBreak *self = (UpstandMeasureBreak *)record;
    if (self->area_id && self->measure_id)
        upstand_problems_add (problems, "measure_id", _ ("Choose an area or a measure, not both."));
}

const UpstandRecordType upstand_measure_type = {
    .name = "measure",
    .label = N_ ("Measures"),
    .singular = N_ ("Measure"),
    .title = "title_en",
    .fields = measure_fields,
    .n_fields = G_N_ELEMENTS (measure_fields),
    .get_type = upstand_measure_get_type,
    .validate = validate_measure,
};

UPSTAND_DEFINE_RECORD (UpstandMeasure, upstand_measure, upstand_measure_type)

const UpstandRecordType upstand_measure_line_type = {
    .name = "measure_line",
    .label = N_ ("Lines of measures"),
    .singular = N_ ("Line of a measure"),
    .title = "title_en",
    .fields = line_fields,
    .n_fields = G_N_ELEMENTS (line_fields),
    .get_type = upstand_measure_line_get_type,
};

UPSTAND_DEFINE_RECORD (UpstandMeasureLine, upstand_measure_line, upstand_measure_line_type)

const UpstandRecordType upstand_measure_relation_type = {
    .name = "measure_relation",
    .label = N_ ("Relations of measures"),
    .singular = N_ ("Relation of measures"),
    .title = "code",
    .fields = relation_fields,
    .n_fields = G_N_ELEMENTS (relation_fields),
    .get_type = upstand_measure_relation_get_type,
};

UPSTAND_DEFINE_RECORD (
    UpstandMeasureRelation, upstand_measure_relation, upstand_measure_relation_type)

const UpstandRecordType upstand_measure_break_type = {
    .name = "measure_break",
    .label = N_ ("Breaks in measures"),
    .singular = N_ ("Break in measures"),
    .title = "reason_en",
    .fields = break_fields,
    .n_fields = G_N_ELEMENTS (break_fields),
    .get_type = upstand_measure_break_get_type,
    .validate = validate_break,
};

UPSTAND_DEFINE_RECORD (UpstandMeasureBreak, upstand_measure_break, upstand_measure_break_type)
