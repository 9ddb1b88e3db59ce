/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "pages/skills-desk.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_SKILLS_GAP_VIEW (upstand_skills_gap_view_get_type ())
G_DECLARE_FINAL_TYPE (
    UpstandSkillsGapView, upstand_skills_gap_view, UPSTAND, SKILLS_GAP_VIEW, AdwBin)

/**
 * UpstandSkillsGapView:
 *
 * The gap as pictures: for the chosen unit step by step, and unit by unit for the whole force. A
 * chosen cell leads to its figures: "skills.show-unit" (x: the unit's id).
 */
GtkWidget *upstand_skills_gap_view_new (UpstandSkillsDesk *desk);

G_END_DECLS
