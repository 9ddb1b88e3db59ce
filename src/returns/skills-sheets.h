/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/book.h"
#include "rules/skills-trend.h"

G_BEGIN_DECLS

/* The tables of the skills gap, for each return that shows them. */

/** The shortage or surplus of a balance, in words where no unit's is known. */
UpstandCell upstand_skills_balance_cell (
    const UpstandSkillsBalance *balance, gint64 amount, guint places);

/** One row for each capability and basis: the steps, the gaps, who is short and who has to spare.
 */
UpstandSheet *upstand_skills_sheet_force (const UpstandSkills *skills);

/** Every count as the units gave it: a row for each unit, capability, workforce and basis. */
UpstandSheet *upstand_skills_sheet_units (const UpstandSkills *skills);

/** The gaps of each unit, in headcount, and its single points of failure. */
UpstandSheet *upstand_skills_sheet_gaps (const UpstandSkills *skills);

/** Who can be deployed at each census: one column for each capability, then the breaks in words. */
UpstandSheet *upstand_skills_sheet_trend (const UpstandSkillsTrend *trend, guint last_census);

/** The trend as lines, from the cells of that sheet, which says what the chart leaves out. */
void upstand_skills_sheet_add_trend_chart (
    UpstandBook *book, UpstandSheet *sheet, const UpstandSkillsTrend *trend, guint last_census);

/** What each count and gap is. */
UpstandSheet *upstand_skills_sheet_definitions (void);

G_END_DECLS
