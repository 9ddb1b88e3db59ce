/* SPDX-License-Identifier: MIT */
#pragma once

#include "rules/skills.h"

G_BEGIN_DECLS

/* How the grid of the Skills page is laid out: which row and column is what, which of its cells are
 * entered, and what follows from what. It keeps no figures. */

/** A row: a capability, all of it or officers or staff; UPSTAND_NOWHERE: distinct people. */
typedef struct {
    guint capability;
    UpstandWorkforce workforce;
} UpstandSkillsRow;

/** A column: a count that is entered, what is needed, or a gap. */
typedef enum {
    UPSTAND_COLUMN_COUNT,
    UPSTAND_COLUMN_NEEDED,
    UPSTAND_COLUMN_GAP,
} UpstandSkillsColumnKind;

typedef struct {
    UpstandSkillsColumnKind kind;
    guint what; /* UpstandCount or UpstandSkillsGap */
    const char *group; /* N_(): over the titles of neighbours */
    const char *title; /* N_(): short */
    guint width; /* in characters */
} UpstandSkillsColumn;

#define UPSTAND_N_SKILLS_COLUMNS 18

extern const UpstandSkillsColumn upstand_skills_columns[UPSTAND_N_SKILLS_COLUMNS];

/** Three rows for each capability and three for distinct people. */
guint upstand_skills_sheet_count_rows (const UpstandSkillsOutline *outline);
UpstandSkillsRow upstand_skills_sheet_get_row (const UpstandSkillsOutline *outline, guint row);

/** What exactly stands in the column, translated. */
const char *upstand_skills_column_get_definition (const UpstandSkillsColumn *column);

/** Whether there is anything to say in that cell at all, entered or worked out. */
gboolean upstand_skills_sheet_applies (
    const UpstandSkillsRow *row, const UpstandSkillsColumn *column);

/**
 * The cell that is entered there. FALSE: what stands there is worked out, or nothing does.
 *
 * @is_leaf: the unit has no parts; one that has them answers for its demand only
 */
gboolean upstand_skills_sheet_get_key (const UpstandSkillsRow *row,
    const UpstandSkillsColumn *column, guint unit, UpstandBasis basis, gboolean is_leaf,
    UpstandSkillsKey *key);

/** What stands there. */
UpstandSkillsValue upstand_skills_sheet_get_value (const UpstandSkills *skills,
    const UpstandSkillsRow *row, const UpstandSkillsColumn *column, guint unit, UpstandBasis basis);

/** Whether the cell at @row, @column follows from the one entered at @entered_row, @entered. */
gboolean upstand_skills_sheet_follows (const UpstandSkillsRow *row,
    const UpstandSkillsColumn *column, const UpstandSkillsRow *entered_row,
    const UpstandSkillsColumn *entered);

G_END_DECLS
