/* SPDX-License-Identifier: MIT */
#include "records/sample.h"

#include "records/data-file.h"

#define FORMAT "upstand-sample"
#define FORMAT_VERSION 1
#define NAME "sample.json"
#define RESOURCE "/uk/upstand/core/sample/" NAME

#define REQUIRED UPSTAND_SHAPE_REQUIRED
#define FILLED (UPSTAND_SHAPE_REQUIRED | UPSTAND_SHAPE_FILLED)

/* Two years on either side of a story of six quarters. */
#define EARLIEST (-730)
#define LATEST 1278

#define DAY(T, m, f) UPSTAND_SHAPE_MEMBER_NUMBER (T, m, f, EARLIEST, LATEST)
#define OWNER(T, m, f) UPSTAND_SHAPE_MEMBER_REFERENCE (T, m, f, "owner")

static const UpstandShapeMember owner_members[] = {
    UPSTAND_SHAPE_MEMBER_OWN_ID (UpstandSampleOwner, id, "owner"),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleOwner, post, REQUIRED),
};
static const UpstandShape owner_shape = UPSTAND_SHAPE (UpstandSampleOwner, owner_members);

static const UpstandShapeMember unit_members[] = {
    UPSTAND_SHAPE_MEMBER_OWN_ID (UpstandSampleUnit, id, "unit"),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleUnit, title, REQUIRED),
};
static const UpstandShape unit_shape = UPSTAND_SHAPE (UpstandSampleUnit, unit_members);

static const UpstandShapeMember update_members[] = {
    DAY (UpstandSampleUpdate, day, REQUIRED),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleUpdate, kind, REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleUpdate, words, REQUIRED),
};
static const UpstandShape update_shape = UPSTAND_SHAPE (UpstandSampleUpdate, update_members);

static const UpstandShapeMember evidence_members[] = {
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleEvidence, title, REQUIRED),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleEvidence, kind, REQUIRED),
    DAY (UpstandSampleEvidence, day, REQUIRED),
    DAY (UpstandSampleEvidence, expires, 0),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleEvidence, reference, REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleEvidence, proves, REQUIRED),
};
static const UpstandShape evidence_shape = UPSTAND_SHAPE (UpstandSampleEvidence, evidence_members);

static const UpstandShapeMember activity_members[] = {
    UPSTAND_SHAPE_MEMBER_OWN_ID (UpstandSampleActivity, id, "activity"),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleActivity, title, REQUIRED),
    UPSTAND_SHAPE_MEMBER_REFERENCES (UpstandSampleActivity, requirements, FILLED, "requirement"),
    OWNER (UpstandSampleActivity, owner, REQUIRED),
    UPSTAND_SHAPE_MEMBER_REFERENCE (UpstandSampleActivity, unit, REQUIRED, "unit"),
    DAY (UpstandSampleActivity, start, REQUIRED),
    DAY (UpstandSampleActivity, due, REQUIRED),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleActivity, state, REQUIRED),
    DAY (UpstandSampleActivity, completed, 0),
    UPSTAND_SHAPE_MEMBER_NUMBER (UpstandSampleActivity, percent, REQUIRED, 0, 100),
    UPSTAND_SHAPE_MEMBER_YES_NO (UpstandSampleActivity, key_milestone, 0),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleActivity, success_measure, 0),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleActivity, risks, 0),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleActivity, blockers, 0),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleActivity, cancel_reason, 0),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSampleActivity, updates, FILLED, &update_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSampleActivity, evidence, REQUIRED, &evidence_shape),
};
static const UpstandShape activity_shape = UPSTAND_SHAPE (UpstandSampleActivity, activity_members);

static const UpstandShapeMember waiting_members[] = {
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleWaiting, reason, REQUIRED),
    DAY (UpstandSampleWaiting, review, REQUIRED),
};
static const UpstandShape waiting_shape = UPSTAND_SHAPE (UpstandSampleWaiting, waiting_members);

static const UpstandShapeMember not_applicable_members[] = {
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleNotApplicable, reason, REQUIRED),
    OWNER (UpstandSampleNotApplicable, approved_by, REQUIRED),
};
static const UpstandShape not_applicable_shape =
    UPSTAND_SHAPE (UpstandSampleNotApplicable, not_applicable_members);

static const UpstandShapeMember override_members[] = {
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleOverride, rating, REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleOverride, reason, REQUIRED),
    OWNER (UpstandSampleOverride, by, REQUIRED),
    DAY (UpstandSampleOverride, on, REQUIRED),
    DAY (UpstandSampleOverride, review, REQUIRED),
};
static const UpstandShape override_shape = UPSTAND_SHAPE (UpstandSampleOverride, override_members);

static const UpstandShapeMember move_members[] = {
    DAY (UpstandSampleMove, on, REQUIRED),
    DAY (UpstandSampleMove, to, REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleMove, reason, REQUIRED),
    OWNER (UpstandSampleMove, approved_by, 0),
};
static const UpstandShape move_shape = UPSTAND_SHAPE (UpstandSampleMove, move_members);

static const UpstandShapeMember requirement_members[] = {
    UPSTAND_SHAPE_MEMBER_OWN_ID (UpstandSampleRequirement, id, "requirement"),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleRequirement, story, REQUIRED),
    OWNER (UpstandSampleRequirement, owner, REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleRequirement, success_measure, REQUIRED),
    DAY (UpstandSampleRequirement, success_met, 0),
    UPSTAND_SHAPE_MEMBER_NUMBER (UpstandSampleRequirement, periods_missed, 0, 0, 8),
    UPSTAND_SHAPE_MEMBER_OBJECT (UpstandSampleRequirement, waiting, 0, &waiting_shape),
    UPSTAND_SHAPE_MEMBER_OBJECT (
        UpstandSampleRequirement, not_applicable, 0, &not_applicable_shape),
    UPSTAND_SHAPE_MEMBER_OBJECT (UpstandSampleRequirement, override, 0, &override_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSampleRequirement, moves, 0, &move_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSampleRequirement, updates, REQUIRED, &update_shape),
};
static const UpstandShape requirement_shape =
    UPSTAND_SHAPE (UpstandSampleRequirement, requirement_members);

static const UpstandShapeMember recommendation_members[] = {
    UPSTAND_SHAPE_MEMBER_OWN_ID (UpstandSampleRecommendation, reference, "recommendation"),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleRecommendation, body, REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleRecommendation, title, REQUIRED),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleRecommendation, status, REQUIRED),
    DAY (UpstandSampleRecommendation, made, REQUIRED),
    DAY (UpstandSampleRecommendation, due, REQUIRED),
    OWNER (UpstandSampleRecommendation, owner, REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleRecommendation, note, 0),
    UPSTAND_SHAPE_MEMBER_REFERENCES (
        UpstandSampleRecommendation, requirements, FILLED, "requirement"),
};
static const UpstandShape recommendation_shape =
    UPSTAND_SHAPE (UpstandSampleRecommendation, recommendation_members);

static const UpstandShapeMember skills_unit_members[] = {
    UPSTAND_SHAPE_MEMBER_OWN_ID (UpstandSampleSkillsUnit, id, "skills unit"),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleSkillsUnit, name, 0),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleSkillsUnit, kind, REQUIRED),
    UPSTAND_SHAPE_MEMBER_REFERENCE (UpstandSampleSkillsUnit, parent, 0, "skills unit"),
    DAY (UpstandSampleSkillsUnit, closed, 0),
    UPSTAND_SHAPE_MEMBER_REFERENCE (UpstandSampleSkillsUnit, merged_into, 0, "skills unit"),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleSkillsUnit, note, 0),
};
static const UpstandShape skills_unit_shape =
    UPSTAND_SHAPE (UpstandSampleSkillsUnit, skills_unit_members);

static const UpstandShapeMember census_members[] = {
    UPSTAND_SHAPE_MEMBER_OWN_ID (UpstandSampleCensus, id, "census"),
    DAY (UpstandSampleCensus, as_at, REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleCensus, note, REQUIRED),
};
static const UpstandShape census_shape = UPSTAND_SHAPE (UpstandSampleCensus, census_members);

static const UpstandShapeMember break_members[] = {
    DAY (UpstandSampleBreak, dated, REQUIRED),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleBreak, capability, 0),
    UPSTAND_SHAPE_MEMBER_REFERENCE (UpstandSampleBreak, unit, 0, "skills unit"),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleBreak, reason, REQUIRED),
};
static const UpstandShape break_shape = UPSTAND_SHAPE (UpstandSampleBreak, break_members);

#define CENSUS(T, m) UPSTAND_SHAPE_MEMBER_REFERENCE (T, m, REQUIRED, "census")
#define SKILLS_UNIT(T, m, f) UPSTAND_SHAPE_MEMBER_REFERENCE (T, m, f, "skills unit")

static const UpstandShapeMember row_members[] = {
    CENSUS (UpstandSampleSkillsRow, census),
    SKILLS_UNIT (UpstandSampleSkillsRow, unit, REQUIRED),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleSkillsRow, capability, REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleSkillsRow, demand, 0),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleSkillsRow, officers, 0),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleSkillsRow, staff, 0),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleSkillsRow, officers_fte, 0),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleSkillsRow, staff_fte, 0),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleSkillsRow, courses, 0),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleSkillsRow, note, 0),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleSkillsRow, note_on, 0),
};
static const UpstandShape row_shape = UPSTAND_SHAPE (UpstandSampleSkillsRow, row_members);

static const UpstandShapeMember people_members[] = {
    CENSUS (UpstandSamplePeople, census),
    SKILLS_UNIT (UpstandSamplePeople, unit, REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSamplePeople, officers, REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSamplePeople, staff, REQUIRED),
};
static const UpstandShape people_shape = UPSTAND_SHAPE (UpstandSamplePeople, people_members);

static const UpstandShapeMember model_members[] = {
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleModel, title, REQUIRED),
    UPSTAND_SHAPE_MEMBER_IDS (UpstandSampleModel, capabilities, FILLED),
    SKILLS_UNIT (UpstandSampleModel, unit, 0),
    OWNER (UpstandSampleModel, owner, REQUIRED),
    DAY (UpstandSampleModel, adopted, 0),
    DAY (UpstandSampleModel, review, REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleModel, description, REQUIRED),
    UPSTAND_SHAPE_MEMBER_NUMBER (UpstandSampleModel, cases, 0, 0, 100000),
    UPSTAND_SHAPE_MEMBER_NUMBER (UpstandSampleModel, cases_with, 0, 0, 100000),
};
static const UpstandShape model_shape = UPSTAND_SHAPE (UpstandSampleModel, model_members);

static const UpstandShapeMember scenario_year_members[] = {
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleScenarioYear, capability, REQUIRED),
    UPSTAND_SHAPE_MEMBER_NUMBER (UpstandSampleScenarioYear, year, REQUIRED, 1, 4),
    UPSTAND_SHAPE_MEMBER_NUMBER (UpstandSampleScenarioYear, intakes, REQUIRED, 0, 1000),
    UPSTAND_SHAPE_MEMBER_NUMBER (UpstandSampleScenarioYear, leavers, REQUIRED, 0, 1000),
};
static const UpstandShape scenario_year_shape =
    UPSTAND_SHAPE (UpstandSampleScenarioYear, scenario_year_members);

static const UpstandShapeMember scenario_members[] = {
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleScenario, title, REQUIRED),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleScenario, kind, REQUIRED),
    UPSTAND_SHAPE_MEMBER_NUMBER (UpstandSampleScenario, growth, 0, -5000, 10000),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleScenario, assumptions, REQUIRED),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSampleScenario, years, 0, &scenario_year_shape),
};
static const UpstandShape scenario_shape = UPSTAND_SHAPE (UpstandSampleScenario, scenario_members);

static const UpstandShapeMember skills_members[] = {
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSampleSkills, units, FILLED, &skills_unit_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSampleSkills, censuses, FILLED, &census_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSampleSkills, breaks, REQUIRED, &break_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSampleSkills, rows, FILLED, &row_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSampleSkills, people, FILLED, &people_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSampleSkills, models, REQUIRED, &model_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSampleSkills, scenarios, REQUIRED, &scenario_shape),
};
static const UpstandShape skills_shape = UPSTAND_SHAPE (UpstandSampleSkills, skills_members);

static const UpstandShapeMember measure_row_members[] = {
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleMeasureRow, measure, REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleMeasureRow, line, REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleMeasureRow, figures, REQUIRED),
};
static const UpstandShape measure_row_shape =
    UPSTAND_SHAPE (UpstandSampleMeasureRow, measure_row_members);

static const UpstandShapeMember revision_members[] = {
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleRevision, measure, REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleRevision, line, REQUIRED),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleRevision, period, REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleRevision, first, REQUIRED),
};
static const UpstandShape revision_shape = UPSTAND_SHAPE (UpstandSampleRevision, revision_members);

static const UpstandShapeMember measure_note_members[] = {
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleMeasureNote, measure, REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleMeasureNote, line, REQUIRED),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleMeasureNote, period, REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleMeasureNote, note, REQUIRED),
    UPSTAND_SHAPE_MEMBER_YES_NO (UpstandSampleMeasureNote, follow_up, 0),
};
static const UpstandShape measure_note_shape =
    UPSTAND_SHAPE (UpstandSampleMeasureNote, measure_note_members);

static const UpstandShapeMember narrative_members[] = {
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleNarrative, question, REQUIRED),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleNarrative, period, REQUIRED),
    OWNER (UpstandSampleNarrative, owner, REQUIRED),
    DAY (UpstandSampleNarrative, day, REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleNarrative, words, REQUIRED),
};
static const UpstandShape narrative_shape =
    UPSTAND_SHAPE (UpstandSampleNarrative, narrative_members);

static const UpstandShapeMember answer_members[] = {
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleAnswer, check, REQUIRED),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleAnswer, measure, REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleAnswer, line, REQUIRED),
    OWNER (UpstandSampleAnswer, owner, REQUIRED),
    DAY (UpstandSampleAnswer, day, REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleAnswer, reason, REQUIRED),
};
static const UpstandShape answer_shape = UPSTAND_SHAPE (UpstandSampleAnswer, answer_members);

static const UpstandShapeMember measures_members[] = {
    UPSTAND_SHAPE_MEMBER_IDS (UpstandSampleMeasures, periods, FILLED),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSampleMeasures, rows, FILLED, &measure_row_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSampleMeasures, revisions, REQUIRED, &revision_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSampleMeasures, notes, REQUIRED, &measure_note_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSampleMeasures, narratives, REQUIRED, &narrative_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSampleMeasures, answers, REQUIRED, &answer_shape),
};
static const UpstandShape measures_shape = UPSTAND_SHAPE (UpstandSampleMeasures, measures_members);

static const UpstandShapeMember sample_members[] = {
    UPSTAND_SHAPE_MEMBER_ID (UpstandSample, force, REQUIRED),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSample, edition, REQUIRED),
    DAY (UpstandSample, told_on, REQUIRED),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSample, owners, FILLED, &owner_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSample, units, FILLED, &unit_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSample, requirements, FILLED, &requirement_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSample, activities, FILLED, &activity_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSample, recommendations, REQUIRED, &recommendation_shape),
    UPSTAND_SHAPE_MEMBER_OBJECT (UpstandSample, skills, REQUIRED, &skills_shape),
    UPSTAND_SHAPE_MEMBER_OBJECT (UpstandSample, measures, REQUIRED, &measures_shape),
};
static const UpstandShape sample_shape = UPSTAND_SHAPE (UpstandSample, sample_members);

UpstandSample *
upstand_sample_load (GError **error)
{
    g_autoptr (GBytes) bytes = upstand_data_file_load_resource (RESOURCE, error);
    if (bytes == NULL)
        return NULL;

    g_autoptr (UpstandSample) sample = g_new0 (UpstandSample, 1);
    if (!upstand_shape_read (&sample_shape, sample, bytes, NAME, FORMAT, FORMAT_VERSION, error))
        return NULL;
    return g_steal_pointer (&sample);
}

void
upstand_sample_free (UpstandSample *sample)
{
    if (sample == NULL)
        return;
    upstand_shape_clear (&sample_shape, sample);
    g_free (sample);
}

const char *
upstand_sample_find_post (const UpstandSample *sample, const char *id)
{
    g_return_val_if_fail (sample != NULL && id != NULL, NULL);
    for (gsize i = 0; i < sample->n_owners; i++)
        if (g_str_equal (sample->owners[i].id, id))
            return sample->owners[i].post;
    return NULL;
}

const char *
upstand_sample_find_unit (const UpstandSample *sample, const char *id)
{
    g_return_val_if_fail (sample != NULL && id != NULL, NULL);
    for (gsize i = 0; i < sample->n_units; i++)
        if (g_str_equal (sample->units[i].id, id))
            return sample->units[i].title;
    return NULL;
}
