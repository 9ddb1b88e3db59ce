/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "pages/skills-desk.h"
#include "widgets/grid.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_SKILLS_YEARS_VIEW (upstand_skills_years_view_get_type ())
G_DECLARE_FINAL_TYPE (
    UpstandSkillsYearsView, upstand_skills_years_view, UPSTAND, SKILLS_YEARS_VIEW, AdwBin)

/**
 * UpstandSkillsYearsView:
 *
 * Demand against supply for the census's year and four more, as a scenario has it: its assumptions
 * in words, the chart, and what it plans as a grid. Asks the page for "skills.new-scenario" and
 * "skills.edit-scenario" (x: id).
 */
GtkWidget *upstand_skills_years_view_new (UpstandSkillsDesk *desk);

/** The grid of intakes and leavers. */
UpstandGrid *upstand_skills_years_view_get_grid (UpstandSkillsYearsView *self);

G_END_DECLS
