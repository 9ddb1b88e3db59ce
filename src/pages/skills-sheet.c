/* SPDX-License-Identifier: MIT */
#include "pages/skills-sheet.h"

#include <glib/gi18n-lib.h>

/* All, officers, staff. */
#define ROWS_EACH UPSTAND_N_WORKFORCES

#define DEMAND N_ ("Demand")
#define PEOPLE N_ ("People")
#define COMING N_ ("Coming and going")
#define GAP N_ ("Gap")

/* clang-format off */
const UpstandSkillsColumn upstand_skills_columns[UPSTAND_N_SKILLS_COLUMNS] = {
    { UPSTAND_COLUMN_COUNT, UPSTAND_COUNT_CASES, DEMAND, N_ ("Cases"), 7 },
    { UPSTAND_COLUMN_COUNT, UPSTAND_COUNT_CASELOAD, DEMAND, N_ ("Each carries"), 7 },
    { UPSTAND_COLUMN_COUNT, UPSTAND_COUNT_NEEDED, DEMAND, N_ ("Given"), 7 },
    { UPSTAND_COLUMN_NEEDED, 0, DEMAND, N_ ("Needed"), 7 },
    { UPSTAND_COLUMN_COUNT, UPSTAND_COUNT_ESTABLISHMENT, PEOPLE, N_ ("Roles"), 7 },
    { UPSTAND_COLUMN_COUNT, UPSTAND_COUNT_IN_POST, PEOPLE, N_ ("In post"), 7 },
    { UPSTAND_COLUMN_COUNT, UPSTAND_COUNT_TRAINED, PEOPLE, N_ ("Trained"), 7 },
    { UPSTAND_COLUMN_COUNT, UPSTAND_COUNT_IN_DATE, PEOPLE, N_ ("In date"), 7 },
    { UPSTAND_COLUMN_COUNT, UPSTAND_COUNT_DEPLOYABLE, PEOPLE, N_ ("Deployable"), 9 },
    { UPSTAND_COLUMN_GAP, UPSTAND_GAP_POSTS, GAP, N_ ("Posts"), 7 },
    { UPSTAND_COLUMN_GAP, UPSTAND_GAP_TRAINING, GAP, N_ ("Training"), 8 },
    { UPSTAND_COLUMN_GAP, UPSTAND_GAP_CURRENCY, GAP, N_ ("Currency"), 8 },
    { UPSTAND_COLUMN_GAP, UPSTAND_GAP_AVAILABILITY, GAP, N_ ("Availability"), 10 },
    { UPSTAND_COLUMN_GAP, UPSTAND_GAP_TOTAL, GAP, N_ ("Total"), 7 },
    { UPSTAND_COLUMN_COUNT, UPSTAND_COUNT_IN_TRAINING, COMING, N_ ("In training"), 7 },
    { UPSTAND_COLUMN_COUNT, UPSTAND_COUNT_TRAINED_ELSEWHERE, COMING, N_ ("Trained elsewhere"), 8 },
    { UPSTAND_COLUMN_COUNT, UPSTAND_COUNT_EXPIRING, COMING, N_ ("Expiring"), 7 },
    { UPSTAND_COLUMN_COUNT, UPSTAND_COUNT_PLACES, COMING, N_ ("Course places"), 7 },
};
/* clang-format on */

guint
upstand_skills_sheet_count_rows (const UpstandSkillsOutline *outline)
{
    return (upstand_skills_outline_get_n_capabilities (outline) + 1) * ROWS_EACH;
}

UpstandSkillsRow
upstand_skills_sheet_get_row (const UpstandSkillsOutline *outline, guint row)
{
    guint capability = row / ROWS_EACH;
    return (UpstandSkillsRow){
        capability < upstand_skills_outline_get_n_capabilities (outline) ? capability
                                                                         : UPSTAND_NOWHERE,
        row % ROWS_EACH,
    };
}

const char *
upstand_skills_column_get_definition (const UpstandSkillsColumn *column)
{
    switch (column->kind) {
    case UPSTAND_COLUMN_COUNT: return gettext (upstand_count_traits[column->what].definition);
    case UPSTAND_COLUMN_GAP: return upstand_skills_gap_get_definition (column->what);
    case UPSTAND_COLUMN_NEEDED: break;
    }
    return _ ("Specialists needed: as given, or cases shared by what each can carry.");
}

/* Distinct people stand where people in post do. */
static UpstandCount
count_of (const UpstandSkillsRow *row, const UpstandSkillsColumn *column)
{
    return row->capability == UPSTAND_NOWHERE ? UPSTAND_COUNT_PEOPLE : column->what;
}

static gboolean
is_needed_gap (const UpstandSkillsColumn *column)
{
    return column->what == UPSTAND_GAP_POSTS || column->what == UPSTAND_GAP_TOTAL;
}

gboolean
upstand_skills_sheet_applies (const UpstandSkillsRow *row, const UpstandSkillsColumn *column)
{
    gboolean all = row->workforce == UPSTAND_WORKFORCE_ALL;
    if (row->capability == UPSTAND_NOWHERE)
        return column->kind == UPSTAND_COLUMN_COUNT && column->what == UPSTAND_COUNT_IN_POST;
    switch (column->kind) {
    case UPSTAND_COLUMN_COUNT: return all || upstand_count_traits[column->what].by_workforce;
    case UPSTAND_COLUMN_NEEDED: return all;
    case UPSTAND_COLUMN_GAP: return all || !is_needed_gap (column);
    }
    return FALSE;
}

static UpstandSkillsKey
key_of (
    const UpstandSkillsRow *row, const UpstandSkillsColumn *column, guint unit, UpstandBasis basis)
{
    UpstandCount count = count_of (row, column);
    /* Cases and courses are not people: they stand in either basis. */
    return (UpstandSkillsKey){ unit, row->capability, count, row->workforce,
        upstand_count_traits[count].in_fte ? basis : UPSTAND_BASIS_HEADCOUNT };
}

static gboolean
is_demand (UpstandCount count)
{
    return count == UPSTAND_COUNT_CASES || count == UPSTAND_COUNT_CASELOAD ||
           count == UPSTAND_COUNT_NEEDED;
}

gboolean
upstand_skills_sheet_get_key (const UpstandSkillsRow *row, const UpstandSkillsColumn *column,
    guint unit, UpstandBasis basis, gboolean is_leaf, UpstandSkillsKey *key)
{
    if (unit == UPSTAND_NOWHERE || column->kind != UPSTAND_COLUMN_COUNT ||
        !upstand_skills_sheet_applies (row, column))
        return FALSE;
    *key = key_of (row, column, unit, basis);
    return upstand_count_applies (key->count, key->workforce, key->basis) &&
           (is_leaf || is_demand (key->count));
}

UpstandSkillsValue
upstand_skills_sheet_get_value (const UpstandSkills *skills, const UpstandSkillsRow *row,
    const UpstandSkillsColumn *column, guint unit, UpstandBasis basis)
{
    switch (column->kind) {
    case UPSTAND_COLUMN_NEEDED:
        return upstand_skills_get_step (
            skills, unit, row->capability, row->workforce, basis, UPSTAND_STEP_NEEDED);
    case UPSTAND_COLUMN_GAP:
        return upstand_skills_get_gap (
            skills, unit, row->capability, row->workforce, basis, column->what);
    case UPSTAND_COLUMN_COUNT: break;
    }
    UpstandSkillsKey key = key_of (row, column, unit, basis);
    /* What a unit says of its own demand is its own; that of its parts is in what is needed. */
    if (is_demand (key.count) && unit != UPSTAND_NOWHERE)
        return (UpstandSkillsValue){ upstand_skills_get_cell (skills, &key)->figure, FALSE };
    return upstand_skills_get_sum (skills, &key);
}

static gboolean
gap_reads (UpstandSkillsGap gap, UpstandCount count)
{
    switch (count) {
    case UPSTAND_COUNT_CASES:
    case UPSTAND_COUNT_CASELOAD:
    case UPSTAND_COUNT_NEEDED: return gap == UPSTAND_GAP_POSTS || gap == UPSTAND_GAP_TOTAL;
    case UPSTAND_COUNT_IN_POST: return gap == UPSTAND_GAP_POSTS || gap == UPSTAND_GAP_TRAINING;
    case UPSTAND_COUNT_TRAINED: return gap == UPSTAND_GAP_TRAINING || gap == UPSTAND_GAP_CURRENCY;
    case UPSTAND_COUNT_IN_DATE:
        return gap == UPSTAND_GAP_CURRENCY || gap == UPSTAND_GAP_AVAILABILITY;
    case UPSTAND_COUNT_DEPLOYABLE:
        return gap == UPSTAND_GAP_AVAILABILITY || gap == UPSTAND_GAP_TOTAL;
    default: return FALSE;
    }
}

gboolean
upstand_skills_sheet_follows (const UpstandSkillsRow *row, const UpstandSkillsColumn *column,
    const UpstandSkillsRow *entered_row, const UpstandSkillsColumn *entered)
{
    if (row->capability != entered_row->capability)
        return FALSE;
    if (row->workforce != entered_row->workforce && row->workforce != UPSTAND_WORKFORCE_ALL)
        return FALSE;
    switch (column->kind) {
    case UPSTAND_COLUMN_COUNT: return column == entered;
    case UPSTAND_COLUMN_NEEDED: return is_demand (entered->what);
    case UPSTAND_COLUMN_GAP: return gap_reads (column->what, entered->what);
    }
    return FALSE;
}
