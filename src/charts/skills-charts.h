/* SPDX-License-Identifier: MIT */
#pragma once

#include "charts/chart.h"
#include "rules/skills-forecast.h"
#include "rules/skills-trend.h"

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

/**
 * Needed and deployable of each capability from census to census, with the breaks between them.
 * Marks carry the capability's id, their part is the census's place.
 */
UpstandChart *upstand_skills_trend_chart (const UpstandSkillsTrend *trend, const char *where);

/**
 * Demand against supply of each capability for the census's year and the four after it, as the
 * scenario has it. Marks carry the capability's id.
 */
UpstandChart *upstand_skills_supply_chart (const UpstandSkills *skills, guint unit,
    UpstandBasis basis, const UpstandForecastScenario *scenario);

G_END_DECLS
