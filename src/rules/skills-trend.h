/* SPDX-License-Identifier: MIT */
#pragma once

#include "rules/skills.h"

G_BEGIN_DECLS

/**
 * UpstandSkillsTrend:
 *
 * The steps of every capability at every census, for one unit with its parts or the whole force.
 * Each figure comes from the rule that the grid asks too.
 */
typedef struct _UpstandSkillsTrend UpstandSkillsTrend;

/** @unit: UPSTAND_NOWHERE for the whole force. One statement for each census. */
UpstandSkillsTrend *upstand_skills_trend_load (UpstandSkillsOutline *outline,
    UpstandDatabase *database, guint unit, UpstandWorkforce workforce, UpstandBasis basis,
    GError **error);
void upstand_skills_trend_free (UpstandSkillsTrend *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandSkillsTrend, upstand_skills_trend_free)

UpstandSkillsOutline *upstand_skills_trend_get_outline (const UpstandSkillsTrend *self);

/** A step at a census; unanswered and without a hole where the unit was not there. */
UpstandSkillsValue upstand_skills_trend_get_step (
    const UpstandSkillsTrend *self, guint census, guint capability, UpstandSkillsStep step);

UpstandSkillsValue upstand_skills_trend_get_gap (
    const UpstandSkillsTrend *self, guint census, guint capability, UpstandSkillsGap gap);

/**
 * What parts this census from the one before it in that capability's series.
 *
 * Returns: (nullable): the last such break; NULL for the first census
 */
const UpstandSkillsBreak *upstand_skills_trend_get_break (
    const UpstandSkillsTrend *self, guint census, guint capability);

G_END_DECLS
