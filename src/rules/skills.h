/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/headcount.h"
#include "rules/skills-outline.h"

G_BEGIN_DECLS

/* The skills gap (domain, section 3). Page, chart, workbook and command line all ask here. */

/** The steps from what is needed to who can be sent. */
typedef enum {
    UPSTAND_STEP_NEEDED,
    UPSTAND_STEP_IN_POST,
    UPSTAND_STEP_TRAINED,
    UPSTAND_STEP_IN_DATE,
    UPSTAND_STEP_DEPLOYABLE,
} UpstandSkillsStep;
#define UPSTAND_N_SKILLS_STEPS (UPSTAND_STEP_DEPLOYABLE + 1)

/** What is lost from one step to the next, and in all. */
typedef enum {
    UPSTAND_GAP_POSTS, /* needed - in post */
    UPSTAND_GAP_TRAINING, /* in post - trained: in the role without the training */
    UPSTAND_GAP_CURRENCY, /* trained - in date */
    UPSTAND_GAP_AVAILABILITY, /* in date - deployable: abstractions */
    UPSTAND_GAP_TOTAL, /* needed - deployable */
} UpstandSkillsGap;
#define UPSTAND_N_SKILLS_GAPS (UPSTAND_GAP_TOTAL + 1)

/** Short words for people, translated. */
const char *upstand_skills_step_get_label (UpstandSkillsStep step);
const char *upstand_skills_gap_get_label (UpstandSkillsGap gap);
/** What exactly the gap says, in a sentence. */
const char *upstand_skills_gap_get_definition (UpstandSkillsGap gap);

/**
 * The specialists needed: @given when it is a number, else @cases shared by @caseload each, rounded
 * up to whole people in headcount and to a hundredth in FTE. Without both: the more telling state.
 */
UpstandFigure upstand_skills_needed (
    UpstandFigure given, UpstandFigure cases, UpstandFigure caseload, UpstandBasis basis);

/**
 * @more less @less: above zero short, below zero a surplus. Not a value unless both are: then not
 * answered, not collected (for any hole), or not applicable.
 */
UpstandFigure upstand_skills_difference (UpstandFigure more, UpstandFigure less);

/** A sum or a difference of sums, and whether something that belongs in it was missing. */
typedef struct {
    UpstandFigure figure;
    gboolean has_hole;
} UpstandSkillsValue;

/** One cell as it is kept; @id is 0 when there is no row. */
typedef struct {
    UpstandFigure figure;
    gint64 id, version;
    gboolean has_note;
} UpstandSkillsCell;

/** Which cell: places in the outline. The capability is not looked at for UPSTAND_COUNT_PEOPLE. */
typedef struct {
    guint unit, capability;
    UpstandCount count;
    UpstandWorkforce workforce;
    UpstandBasis basis;
} UpstandSkillsKey;

/** Figures of one census. Belongs to one thread at a time. */
typedef struct _UpstandSkills UpstandSkills;

/**
 * Reads the census's figures of @unit and its parts, with one statement over what is asked for;
 * UPSTAND_NOWHERE: of the whole force. What lies outside is not answered, and must not be asked.
 */
UpstandSkills *upstand_skills_load (UpstandSkillsOutline *outline, UpstandDatabase *database,
    guint census, guint unit, GError **error);
void upstand_skills_free (UpstandSkills *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandSkills, upstand_skills_free)

UpstandSkillsOutline *upstand_skills_get_outline (const UpstandSkills *self);
guint upstand_skills_get_census (const UpstandSkills *self);

/** The units that were read: places from @first up to @end. */
void upstand_skills_get_units (const UpstandSkills *self, guint *first, guint *end);

/** The unit's own cell. */
const UpstandSkillsCell *upstand_skills_get_cell (
    const UpstandSkills *self, const UpstandSkillsKey *key);

/** Puts in what has been saved since. */
void upstand_skills_set_cell (
    UpstandSkills *self, const UpstandSkillsKey *key, const UpstandSkillsCell *cell);

/**
 * The cells of a unit with its parts added up, UPSTAND_NOWHERE for the whole force. A unit without
 * parts on the day should answer for itself; one that does not, or that holds back, is a hole. With
 * UPSTAND_WORKFORCE_ALL a count that is kept apart is officers and staff together.
 *
 * Cases each can carry do not add up: unanswered for more than one unit.
 */
UpstandSkillsValue upstand_skills_get_sum (const UpstandSkills *self, const UpstandSkillsKey *key);

/**
 * What a step comes to over the unit and its parts. Demand that is given for a unit goes before
 * that of its parts: a force may state its cases once, for all of it.
 *
 * @workforce: what is needed is not told apart and is unanswered for officers or staff alone
 */
UpstandSkillsValue upstand_skills_get_step (const UpstandSkills *self, guint unit, guint capability,
    UpstandWorkforce workforce, UpstandBasis basis, UpstandSkillsStep step);

/** The signed difference of two steps of one unit with all of its parts. */
UpstandSkillsValue upstand_skills_get_gap (const UpstandSkills *self, guint unit, guint capability,
    UpstandWorkforce workforce, UpstandBasis basis, UpstandSkillsGap gap);

/**
 * UpstandSkillsBalance:
 *
 * Who is short and who has to spare, never netted against each other: one unit's surplus does not
 * answer another's call. A unit counts by itself where demand is stated for it, else with the unit
 * whose demand covers it.
 */
typedef struct {
    gint64 shortage, surplus; /* hundredths, both 0 or more */
    guint n_short, n_surplus, n_even, n_unknown; /* units */
} UpstandSkillsBalance;

UpstandSkillsBalance upstand_skills_get_balance (const UpstandSkills *self, guint unit,
    guint capability, UpstandBasis basis, UpstandSkillsGap gap);

/** TRUE when exactly one person of the unit can be sent: headcount, officers and staff together. */
gboolean upstand_skills_is_single_point (const UpstandSkills *self, guint unit, guint capability);

G_END_DECLS
