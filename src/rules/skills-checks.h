/* SPDX-License-Identifier: MIT */
#pragma once

#include "rules/finding.h"
#include "rules/skills.h"
#include "rules/thresholds.h"

G_BEGIN_DECLS

/**
 * UpstandSkillsChecks:
 *
 * The checks of the skills return (domain, section 4: those that touch headcount), and what they
 * look at. Nothing is owned.
 */
typedef struct {
    const UpstandSkills *now;
    const UpstandSkills *last; /* the census before; NULL: none */
    const UpstandSkills *year_before; /* about a year before; NULL: none */
    UpstandThresholds thresholds;
    guint n_run; /* rules that were applied, so that a test can count them */
} UpstandSkillsChecks;

/* The checks' ids. */
#define UPSTAND_CHECK_SKILLS_NUMBER "skills-number" /* B: a number that cannot be */
#define UPSTAND_CHECK_SKILLS_ANSWERED "skills-answered" /* B: not answered yet */
#define UPSTAND_CHECK_SKILLS_CENSUS "skills-census" /* B: a census missing, or there twice */
#define UPSTAND_CHECK_SKILLS_ORDER "skills-order" /* B: deployable <= in date <= trained */
#define UPSTAND_CHECK_SKILLS_FTE "skills-fte" /* B: FTE above headcount */
#define UPSTAND_CHECK_SKILLS_PEOPLE "skills-people" /* B: distinct people cannot be */
#define UPSTAND_CHECK_SKILLS_TRAINED "skills-trained" /* W: trained > in post */
#define UPSTAND_CHECK_SKILLS_POSTS "skills-posts" /* W: in post > establishment */
#define UPSTAND_CHECK_SKILLS_CHANGE "skills-change" /* W: changed a lot */
#define UPSTAND_CHECK_SKILLS_ZERO "skills-zero" /* W: zero after non-zero */
#define UPSTAND_CHECK_SKILLS_SAME "skills-same" /* W: a unit's figures are all as last time */
#define UPSTAND_CHECK_SKILLS_BREAK "skills-break" /* W: a break crossed without a note */
#define UPSTAND_CHECK_SKILLS_SINGLE "skills-single" /* W: one deployable person */
#define UPSTAND_CHECK_SKILLS_EXPIRING "skills-expiring" /* W: more expire than places */

/* The first six block, the rest warn. */

/**
 * Every rule over all that @self->now holds.
 *
 * The place of a finding is an UpstandSkillsKey's members in their order; UPSTAND_NOWHERE stands
 * where it is about more than one. Answers are due from units without parts, for everyone in post
 * and for distinct people, in headcount; demand where no unit above states it for them. The units
 * above what was read are not seen: a missing demand is then not a finding.
 *
 * Returns: (transfer full) (element-type UpstandFinding): in order
 */
GPtrArray *upstand_skills_check (UpstandSkillsChecks *self);

/**
 * Brings @findings, of upstand_skills_check(), up to date after one cell changed: runs the rules
 * that read this cell and no others.
 */
void upstand_skills_check_cell (
    UpstandSkillsChecks *self, const UpstandSkillsKey *key, GPtrArray *findings);

/** The place of a finding as the cell it is about; some members may be UPSTAND_NOWHERE. */
UpstandSkillsKey upstand_skills_finding_get_key (const UpstandFinding *finding);

/** The censuses that @census is compared with; UPSTAND_NOWHERE where there is none. */
void upstand_skills_checks_find_earlier (
    const UpstandSkillsOutline *outline, guint census, guint *last, guint *year_before);

/** Loads what is needed, with the plan's own thresholds, and checks a census as a whole. */
GPtrArray *upstand_skills_check_census (
    UpstandSkillsOutline *outline, UpstandDatabase *database, guint census, GError **error);

G_END_DECLS
