/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "pages/skills-desk.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_SKILLS_CHOICES (upstand_skills_choices_get_type ())
G_DECLARE_FINAL_TYPE (UpstandSkillsChoices, upstand_skills_choices, UPSTAND, SKILLS_CHOICES, AdwBin)

/**
 * UpstandSkillsChoices:
 *
 * The row in which census, unit and basis are chosen, for every view of the Skills page. Its
 * buttons ask the page: "skills.new-census", "skills.send-out", "skills.take-in", "skills.export".
 */
UpstandSkillsChoices *upstand_skills_choices_new (UpstandSkillsDesk *desk);

/** A trend runs over all censuses: then there is none to be chosen. */
void upstand_skills_choices_set_with_census (UpstandSkillsChoices *self, gboolean with_census);

/** For tests: the three choices. */
GtkDropDown *upstand_skills_choices_get_census (UpstandSkillsChoices *self);
GtkDropDown *upstand_skills_choices_get_unit (UpstandSkillsChoices *self);
GtkDropDown *upstand_skills_choices_get_basis (UpstandSkillsChoices *self);

G_END_DECLS
