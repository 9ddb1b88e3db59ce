/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/store.h"
#include "rules/skills-outline.h"
#include "widgets/grid-model.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_SKILLS_YEARS_MODEL (upstand_skills_years_model_get_type ())
G_DECLARE_FINAL_TYPE (
    UpstandSkillsYearsModel, upstand_skills_years_model, UPSTAND, SKILLS_YEARS_MODEL, GObject)

/**
 * UpstandSkillsYearsModel:
 *
 * What a scenario plans, as a grid: capabilities by the intakes and leavers of its four years.
 */
UpstandSkillsYearsModel *upstand_skills_years_model_new (UpstandStore *store);

/**
 * Shows that scenario's plan; 0: nothing.
 *
 * @first_year: the year of the census: its years are those after it
 */
void upstand_skills_years_model_set_scenario (UpstandSkillsYearsModel *self,
    UpstandSkillsOutline *outline, gint64 scenario_id, int first_year);

G_END_DECLS
