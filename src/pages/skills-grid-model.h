/* SPDX-License-Identifier: MIT */
#pragma once

#include "pages/skills-desk.h"
#include "widgets/grid-model.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_SKILLS_GRID_MODEL (upstand_skills_grid_model_get_type ())
G_DECLARE_FINAL_TYPE (
    UpstandSkillsGridModel, upstand_skills_grid_model, UPSTAND, SKILLS_GRID_MODEL, GObject)

/**
 * UpstandSkillsGridModel:
 *
 * The figures of the chosen census, unit and basis as a grid. What is typed is saved as one step;
 * only the cells that follow from it are asked for again.
 */
UpstandSkillsGridModel *upstand_skills_grid_model_new (UpstandSkillsDesk *desk);

/** What the checks say of the unit (of UpstandFinding); NULL for a sum of units. Borrowed. */
const GPtrArray *upstand_skills_grid_model_get_findings (UpstandSkillsGridModel *self);

G_END_DECLS
