/* SPDX-License-Identifier: MIT */
#include "rules/skills-trend.h"

struct _UpstandSkillsTrend {
    UpstandSkillsOutline *outline;
    guint unit;
    guint n_censuses, n_capabilities;
    UpstandSkillsValue *steps;
    UpstandSkillsValue *gaps;
};

static gsize
row_of (const UpstandSkillsTrend *self, guint census, guint capability)
{
    return (gsize)census * self->n_capabilities + capability;
}

static void
take_in (UpstandSkillsTrend *self, const UpstandSkills *skills, guint census,
    UpstandWorkforce workforce, UpstandBasis basis)
{
    for (guint capability = 0; capability < self->n_capabilities; capability++) {
        gsize row = row_of (self, census, capability);
        for (guint step = 0; step < UPSTAND_N_SKILLS_STEPS; step++)
            self->steps[row * UPSTAND_N_SKILLS_STEPS + step] =
                upstand_skills_get_step (skills, self->unit, capability, workforce, basis, step);
        for (guint gap = 0; gap < UPSTAND_N_SKILLS_GAPS; gap++)
            self->gaps[row * UPSTAND_N_SKILLS_GAPS + gap] =
                upstand_skills_get_gap (skills, self->unit, capability, workforce, basis, gap);
    }
}

UpstandSkillsTrend *
upstand_skills_trend_load (UpstandSkillsOutline *outline, UpstandDatabase *database, guint unit,
    UpstandWorkforce workforce, UpstandBasis basis, GError **error)
{
    g_autoptr (UpstandSkillsTrend) self = g_new0 (UpstandSkillsTrend, 1);
    self->outline = upstand_skills_outline_ref (outline);
    self->unit = unit;
    self->n_censuses = upstand_skills_outline_get_n_censuses (outline);
    self->n_capabilities = upstand_skills_outline_get_n_capabilities (outline);
    gsize n_rows = (gsize)self->n_censuses * self->n_capabilities;
    self->steps = g_new0 (UpstandSkillsValue, n_rows * UPSTAND_N_SKILLS_STEPS);
    self->gaps = g_new0 (UpstandSkillsValue, n_rows * UPSTAND_N_SKILLS_GAPS);
    for (guint census = 0; census < self->n_censuses; census++) {
        g_autoptr (UpstandSkills) skills =
            upstand_skills_load (outline, database, census, unit, error);
        if (!skills)
            return NULL;
        take_in (self, skills, census, workforce, basis);
    }
    return g_steal_pointer (&self);
}

void
upstand_skills_trend_free (UpstandSkillsTrend *self)
{
    if (!self)
        return;
    upstand_skills_outline_unref (self->outline);
    g_free (self->steps);
    g_free (self->gaps);
    g_free (self);
}

UpstandSkillsOutline *
upstand_skills_trend_get_outline (const UpstandSkillsTrend *self)
{
    return self->outline;
}

UpstandSkillsValue
upstand_skills_trend_get_step (
    const UpstandSkillsTrend *self, guint census, guint capability, UpstandSkillsStep step)
{
    g_return_val_if_fail (
        census < self->n_censuses && capability < self->n_capabilities, (UpstandSkillsValue){ 0 });
    return self->steps[row_of (self, census, capability) * UPSTAND_N_SKILLS_STEPS + step];
}

UpstandSkillsValue
upstand_skills_trend_get_gap (
    const UpstandSkillsTrend *self, guint census, guint capability, UpstandSkillsGap gap)
{
    g_return_val_if_fail (
        census < self->n_censuses && capability < self->n_capabilities, (UpstandSkillsValue){ 0 });
    return self->gaps[row_of (self, census, capability) * UPSTAND_N_SKILLS_GAPS + gap];
}

const UpstandSkillsBreak *
upstand_skills_trend_get_break (const UpstandSkillsTrend *self, guint census, guint capability)
{
    g_return_val_if_fail (census < self->n_censuses && capability < self->n_capabilities, NULL);
    if (census == 0)
        return NULL;
    return upstand_skills_outline_find_break (self->outline, capability, self->unit,
        upstand_skills_outline_get_census (self->outline, census - 1)->as_at,
        upstand_skills_outline_get_census (self->outline, census)->as_at);
}
