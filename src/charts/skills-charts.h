/* SPDX-License-Identifier: MIT */
#pragma once

#include "charts/chart.h"
#include "rules/skills.h"

G_BEGIN_DECLS

/* The charts of the skills gap, from the figures of the rules. Marks carry the ids that are named
 * here; page and command line draw the same ones. */

/**
 * The ladder from needed to deployable of each capability, for a unit with its parts; its marks
 * carry the capability's id and their part is the step. UPSTAND_NOWHERE: the whole force.
 */
UpstandChart *upstand_skills_steps_chart (
    const UpstandSkills *skills, guint unit, UpstandBasis basis);

/**
 * Each unit that has no parts by each capability: who is short of how many, who has some to spare,
 * and where one person is all there is. Marks carry the unit's id, their part is the capability's
 * place.
 */
UpstandChart *upstand_skills_units_chart (
    const UpstandSkills *skills, UpstandBasis basis, UpstandSkillsGap gap);

G_END_DECLS
