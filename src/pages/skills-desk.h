/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/store.h"
#include "rules/skills.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_SKILLS_DESK (upstand_skills_desk_get_type ())
G_DECLARE_FINAL_TYPE (UpstandSkillsDesk, upstand_skills_desk, UPSTAND, SKILLS_DESK, GObject)

/**
 * UpstandSkillsDesk:
 *
 * Which census, unit and basis the Skills page looks at, and their figures: the grid, the charts
 * and the choices of the page all follow it. It follows the store.
 *
 * Signal "outline-changed": there are other units, capabilities, censuses or breaks.
 * Signal "chosen": another census, unit or basis, or all figures were read again.
 * Signal "figures-changed": some figures changed where they are.
 */
UpstandSkillsDesk *upstand_skills_desk_new (UpstandStore *store, UpstandDay today);

UpstandStore *upstand_skills_desk_get_store (UpstandSkillsDesk *self);
UpstandDay upstand_skills_desk_get_today (UpstandSkillsDesk *self);

/** What could not be read, or NULL: then there is an outline. */
const GError *upstand_skills_desk_get_error (UpstandSkillsDesk *self);

/** Borrowed; another one after "outline-changed". */
UpstandSkillsOutline *upstand_skills_desk_get_outline (UpstandSkillsDesk *self);

/** Places in the outline; UPSTAND_NOWHERE for no census, and for the whole force. */
guint upstand_skills_desk_get_census (UpstandSkillsDesk *self);
guint upstand_skills_desk_get_unit (UpstandSkillsDesk *self);
UpstandBasis upstand_skills_desk_get_basis (UpstandSkillsDesk *self);

void upstand_skills_desk_choose (
    UpstandSkillsDesk *self, guint census, guint unit, UpstandBasis basis);

/** The figures of the chosen unit with its parts; NULL without a census. Borrowed. */
UpstandSkills *upstand_skills_desk_get_figures (UpstandSkillsDesk *self);

/** Those of the whole force, read when first asked for. Borrowed; NULL without a census. */
UpstandSkills *upstand_skills_desk_get_whole (UpstandSkillsDesk *self);

/** Those of another census for the chosen unit, for comparison; UPSTAND_NOWHERE: NULL. To be freed.
 */
UpstandSkills *upstand_skills_desk_load (UpstandSkillsDesk *self, guint census);

/** TRUE when figures can be entered for the chosen unit: it has no parts on the census's day. */
gboolean upstand_skills_desk_is_leaf (UpstandSkillsDesk *self);

/** What is chosen, in words: "Child protection, 30 Sep 2022"; to be freed. */
char *upstand_skills_desk_describe (UpstandSkillsDesk *self);

/**
 * Brackets a change that the caller puts into the figures itself: they are not read again for it.
 * After the last bracket "figures-changed" follows.
 */
void upstand_skills_desk_hold (UpstandSkillsDesk *self);
void upstand_skills_desk_release (UpstandSkillsDesk *self);

/** Reads the figures again, now. */
void upstand_skills_desk_reload (UpstandSkillsDesk *self);

/** Reads them again once what goes on now has returned: what is being typed is not disturbed. */
void upstand_skills_desk_refresh (UpstandSkillsDesk *self);

G_END_DECLS
