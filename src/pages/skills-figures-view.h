/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "pages/skills-desk.h"
#include "widgets/grid.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_SKILLS_FIGURES_VIEW (upstand_skills_figures_view_get_type ())
G_DECLARE_FINAL_TYPE (
    UpstandSkillsFiguresView, upstand_skills_figures_view, UPSTAND, SKILLS_FIGURES_VIEW, AdwBin)

/**
 * UpstandSkillsFiguresView:
 *
 * The grid of the chosen census, unit and basis, with what is selected in words below it; and,
 * while there is no unit or no census, the first step.
 */
GtkWidget *upstand_skills_figures_view_new (UpstandSkillsDesk *desk);

UpstandGrid *upstand_skills_figures_view_get_grid (UpstandSkillsFiguresView *self);

G_END_DECLS
