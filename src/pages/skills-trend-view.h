/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "pages/skills-desk.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_SKILLS_TREND_VIEW (upstand_skills_trend_view_get_type ())
G_DECLARE_FINAL_TYPE (
    UpstandSkillsTrendView, upstand_skills_trend_view, UPSTAND, SKILLS_TREND_VIEW, AdwBin)

/** The chosen unit from census to census, with the breaks between them. */
GtkWidget *upstand_skills_trend_view_new (UpstandSkillsDesk *desk);

G_END_DECLS
