/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/sheet.h"
#include "rules/skills-trend.h"

G_BEGIN_DECLS

/* The tables of the skills gap, for each return that shows them. */

/** One row for each capability and basis: the steps, the gaps, who is short and who has to spare.
 */
UpstandSheet *upstand_skills_sheet_force (const UpstandSkills *skills);

/** Every count as the units gave it: a row for each unit, capability, workforce and basis. */
UpstandSheet *upstand_skills_sheet_units (const UpstandSkills *skills);

/** The gaps of each unit, in headcount, and its single points of failure. */
UpstandSheet *upstand_skills_sheet_gaps (const UpstandSkills *skills);

/** Who can be deployed at each census: one column for each capability, then the breaks in words. */
UpstandSheet *upstand_skills_sheet_trend (const UpstandSkillsTrend *trend, guint last_census);

/** What each count and gap is. */
UpstandSheet *upstand_skills_sheet_definitions (void);

G_END_DECLS
