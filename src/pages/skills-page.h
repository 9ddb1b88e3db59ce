/* SPDX-License-Identifier: MIT */
#pragma once

#include "pages/page.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_SKILLS_PAGE (upstand_skills_page_get_type ())
G_DECLARE_FINAL_TYPE (UpstandSkillsPage, upstand_skills_page, UPSTAND, SKILLS_PAGE, UpstandPage)

/**
 * UpstandSkillsPage:
 *
 * The skills gap: the figures of a census as a grid, the gap and the trend as pictures, the four
 * years ahead, and what it is all set up with. Each view is made when it is first shown.
 *
 * Actions: "skills.new-census", "skills.new-unit", "skills.send-out", "skills.take-in",
 * "skills.export" (s: id of a return).
 */

G_END_DECLS
