/* SPDX-License-Identifier: MIT */
#include "returns/skills-sheets.h"

#include <glib/gi18n-lib.h>

#include "returns/return-book.h"

#define ALL UPSTAND_WORKFORCE_ALL
#define HEADS UPSTAND_BASIS_HEADCOUNT

static const UpstandSkillsCapability *
capability_at (const UpstandSkills *skills, guint capability)
{
    return upstand_skills_outline_get_capability (upstand_skills_get_outline (skills), capability);
}

static guint
places_of (UpstandBasis basis)
{
    return basis == UPSTAND_BASIS_FTE ? UPSTAND_FIGURE_PLACES : 0;
}

/* "at least; not everything was answered", or nothing. */
static const char *
hole_words (gboolean has_hole)
{
    return has_hole ? _ ("A figure is missing: at least so many") : NULL;
}

UpstandCell
upstand_skills_balance_cell (const UpstandSkillsBalance *balance, gint64 amount, guint places)
{
    if (balance->n_short || balance->n_surplus || balance->n_even)
        return upstand_return_figure_cell (upstand_figure_of (amount), places);
    if (balance->n_unknown)
        return upstand_cell_text (_ ("Not known"));
    return upstand_cell_hole (UPSTAND_CELL_NOT_APPLICABLE);
}

/* The whole force --------------------------------------------------------------------------------
 */

enum {
    FORCE_CAPABILITY,
    FORCE_BASIS,
    FORCE_STEPS,
    FORCE_GAPS = FORCE_STEPS + UPSTAND_N_SKILLS_STEPS,
    FORCE_SHORTAGE = FORCE_GAPS + UPSTAND_N_SKILLS_GAPS,
    FORCE_SURPLUS,
    FORCE_UNKNOWN,
    FORCE_MISSING,
    N_FORCE_COLUMNS
};

static UpstandSheetColumn
number_column (const char *title, const char *definition)
{
    return (UpstandSheetColumn){
        .title = title, .kind = UPSTAND_CELL_DECIMAL, .width = 12, .definition = definition
    };
}

static void
add_step_columns (UpstandSheetColumn *columns)
{
    for (guint step = 0; step < UPSTAND_N_SKILLS_STEPS; step++)
        columns[step] = number_column (upstand_skills_step_get_label (step), NULL);
}

static void
add_gap_columns (UpstandSheetColumn *columns)
{
    for (guint gap = 0; gap < UPSTAND_N_SKILLS_GAPS; gap++)
        columns[gap] = number_column (
            upstand_skills_gap_get_label (gap), upstand_skills_gap_get_definition (gap));
}

/* Fills the steps and the gaps of one unit; TRUE when something is missing from one of them. */
static gboolean
fill_figures (const UpstandSkills *skills, guint unit, guint capability, UpstandBasis basis,
    UpstandCell *steps, UpstandCell *gaps)
{
    gboolean has_hole = FALSE;
    for (guint step = 0; step < UPSTAND_N_SKILLS_STEPS; step++) {
        UpstandSkillsValue value =
            upstand_skills_get_step (skills, unit, capability, ALL, basis, step);
        steps[step] = upstand_return_figure_cell (value.figure, places_of (basis));
        has_hole = has_hole || value.has_hole;
    }
    for (guint gap = 0; gap < UPSTAND_N_SKILLS_GAPS; gap++)
        gaps[gap] = upstand_return_figure_cell (
            upstand_skills_get_gap (skills, unit, capability, ALL, basis, gap).figure,
            places_of (basis));
    return has_hole;
}

static void
add_force_row (
    UpstandSheet *sheet, const UpstandSkills *skills, guint capability, UpstandBasis basis)
{
    UpstandCell cells[N_FORCE_COLUMNS] = { 0 };
    UpstandSkillsBalance balance =
        upstand_skills_get_balance (skills, UPSTAND_NOWHERE, capability, basis, UPSTAND_GAP_TOTAL);
    gboolean has_hole = fill_figures (
        skills, UPSTAND_NOWHERE, capability, basis, cells + FORCE_STEPS, cells + FORCE_GAPS);
    cells[FORCE_CAPABILITY] = upstand_cell_text (capability_at (skills, capability)->title);
    cells[FORCE_BASIS] = upstand_cell_text (gettext (upstand_bases[basis].label));
    cells[FORCE_SHORTAGE] =
        upstand_skills_balance_cell (&balance, balance.shortage, places_of (basis));
    cells[FORCE_SURPLUS] =
        upstand_skills_balance_cell (&balance, balance.surplus, places_of (basis));
    cells[FORCE_UNKNOWN] = upstand_cell_whole (balance.n_unknown);
    cells[FORCE_MISSING] = upstand_cell_text (hole_words (has_hole));
    upstand_sheet_add_row (sheet, cells);
}

UpstandSheet *
upstand_skills_sheet_force (const UpstandSkills *skills)
{
    UpstandSheetColumn columns[N_FORCE_COLUMNS] = {
        [FORCE_CAPABILITY] = { .title = _ ("Capability"), .width = 30 },
        [FORCE_BASIS] = { .title = _ ("Basis"), .width = 12 },
        [FORCE_SHORTAGE] = number_column (
            _ ("Shortage"), _ ("The total gaps of the units that are short, added up.")),
        [FORCE_SURPLUS] = number_column (_ ("Surplus"),
            _ ("What the other units have to spare. It is never set against a shortage.")),
        [FORCE_UNKNOWN] = { .title = _ ("Units not known"), .kind = UPSTAND_CELL_WHOLE },
        [FORCE_MISSING] = { .title = _ ("Missing"), .width = 34 },
    };
    add_step_columns (columns + FORCE_STEPS);
    add_gap_columns (columns + FORCE_GAPS);
    UpstandSheet *sheet = upstand_sheet_new ("force", _ ("Whole force"), columns, N_FORCE_COLUMNS);
    guint n = upstand_skills_outline_get_n_capabilities (upstand_skills_get_outline (skills));
    for (guint basis = 0; basis < UPSTAND_N_BASES; basis++)
        for (guint capability = 0; capability < n; capability++)
            add_force_row (sheet, skills, capability, basis);
    upstand_sheet_add_note (sheet,
        _ ("One person may hold several capabilities, so capabilities never add up to people."));
    return sheet;
}

/* By unit, as given ------------------------------------------------------------------------------
 */

enum {
    UNITS_UNIT,
    UNITS_CAPABILITY,
    UNITS_WORKFORCE,
    UNITS_BASIS,
    UNITS_COUNTS,
    N_UNITS_COLUMNS = UNITS_COUNTS + UPSTAND_N_COUNTS
};

/* Answered somewhere, and not with "not applicable" alone. */
static gboolean
fill_counts (const UpstandSkills *skills, UpstandSkillsKey key, UpstandCell *cells)
{
    gboolean any = FALSE;
    gboolean people = key.capability == UPSTAND_NOWHERE;
    for (key.count = 0; key.count < UPSTAND_N_COUNTS; key.count++) {
        if (!upstand_count_applies (key.count, key.workforce, key.basis) ||
            (key.count == UPSTAND_COUNT_PEOPLE) != people)
            continue;
        UpstandFigure figure = upstand_skills_get_cell (skills, &key)->figure;
        cells[key.count] =
            upstand_return_figure_cell (figure, upstand_count_get_decimals (key.count, key.basis));
        any = any || (figure.state != UPSTAND_FIGURE_UNANSWERED &&
                         figure.state != UPSTAND_FIGURE_NOT_APPLICABLE);
    }
    return any;
}

static void
add_unit_rows (UpstandSheet *sheet, const UpstandSkills *skills, guint unit, guint capability)
{
    const UpstandSkillsUnit *found =
        upstand_skills_outline_get_unit (upstand_skills_get_outline (skills), unit);
    for (guint basis = 0; basis < UPSTAND_N_BASES; basis++)
        for (guint workforce = 0; workforce < UPSTAND_N_WORKFORCES; workforce++) {
            UpstandCell cells[N_UNITS_COLUMNS] = {
                [UNITS_UNIT] = upstand_cell_text (found->name),
                [UNITS_CAPABILITY] = upstand_cell_text (
                    capability == UPSTAND_NOWHERE ? _ ("Over all capabilities")
                                                  : capability_at (skills, capability)->title),
                [UNITS_WORKFORCE] =
                    upstand_cell_text (gettext (upstand_workforces[workforce].label)),
                [UNITS_BASIS] = upstand_cell_text (gettext (upstand_bases[basis].label)),
            };
            const UpstandSkillsKey key = { unit, capability, 0, workforce, basis };
            if (fill_counts (skills, key, cells + UNITS_COUNTS))
                upstand_sheet_add_row (sheet, cells);
        }
}

UpstandSheet *
upstand_skills_sheet_units (const UpstandSkills *skills)
{
    UpstandSkillsOutline *outline = upstand_skills_get_outline (skills);
    UpstandSheetColumn columns[N_UNITS_COLUMNS] = {
        [UNITS_UNIT] = { .title = _ ("Unit"), .width = 24 },
        [UNITS_CAPABILITY] = { .title = _ ("Capability"), .width = 30 },
        [UNITS_WORKFORCE] = { .title = _ ("Workforce"), .width = 12 },
        [UNITS_BASIS] = { .title = _ ("Basis"), .width = 12 },
    };
    for (guint count = 0; count < UPSTAND_N_COUNTS; count++)
        columns[UNITS_COUNTS + count] = number_column (gettext (upstand_counts[count].label),
            gettext (upstand_count_traits[count].definition));
    UpstandSheet *sheet = upstand_sheet_new ("units", _ ("By unit"), columns, N_UNITS_COLUMNS);
    guint first, end, n = upstand_skills_outline_get_n_capabilities (outline);
    upstand_skills_get_units (skills, &first, &end);
    for (guint unit = first; unit < end; unit++) {
        for (guint capability = 0; capability < n; capability++)
            add_unit_rows (sheet, skills, unit, capability);
        add_unit_rows (sheet, skills, unit, UPSTAND_NOWHERE);
    }
    upstand_sheet_add_note (sheet,
        _ ("Rows where nothing applies or nothing is answered are left out. An empty cell is a "
           "count that is not kept for that workforce and basis."));
    return sheet;
}

/* Gaps by unit -----------------------------------------------------------------------------------
 */

enum {
    GAPS_UNIT,
    GAPS_CAPABILITY,
    GAPS_STEPS,
    GAPS_GAPS = GAPS_STEPS + UPSTAND_N_SKILLS_STEPS,
    GAPS_SINGLE = GAPS_GAPS + UPSTAND_N_SKILLS_GAPS,
    GAPS_MISSING,
    N_GAPS_COLUMNS
};

static void
add_gaps_row (UpstandSheet *sheet, const UpstandSkills *skills, guint unit, guint capability)
{
    UpstandCell cells[N_GAPS_COLUMNS] = {
        [GAPS_UNIT] = upstand_cell_text (
            upstand_skills_outline_get_unit (upstand_skills_get_outline (skills), unit)->name),
        [GAPS_CAPABILITY] = upstand_cell_text (capability_at (skills, capability)->title),
        [GAPS_SINGLE] =
            upstand_cell_yes_no (upstand_skills_is_single_point (skills, unit, capability)),
    };
    UpstandFigure deployable =
        upstand_skills_get_step (skills, unit, capability, ALL, HEADS, UPSTAND_STEP_DEPLOYABLE)
            .figure;
    if (deployable.state == UPSTAND_FIGURE_NOT_APPLICABLE)
        return;
    gboolean has_hole =
        fill_figures (skills, unit, capability, HEADS, cells + GAPS_STEPS, cells + GAPS_GAPS);
    cells[GAPS_MISSING] = upstand_cell_text (hole_words (has_hole));
    upstand_sheet_add_row (sheet, cells);
}

UpstandSheet *
upstand_skills_sheet_gaps (const UpstandSkills *skills)
{
    UpstandSkillsOutline *outline = upstand_skills_get_outline (skills);
    UpstandSheetColumn columns[N_GAPS_COLUMNS] = {
        [GAPS_UNIT] = { .title = _ ("Unit"), .width = 24 },
        [GAPS_CAPABILITY] = { .title = _ ("Capability"), .width = 30 },
        [GAPS_SINGLE] = { .title = _ ("Single point of failure"),
            .kind = UPSTAND_CELL_YES_NO,
            .width = 14,
            .definition = _ ("Exactly one person of the unit can be deployed.") },
        [GAPS_MISSING] = { .title = _ ("Missing"), .width = 34 },
    };
    add_step_columns (columns + GAPS_STEPS);
    add_gap_columns (columns + GAPS_GAPS);
    UpstandSheet *sheet = upstand_sheet_new ("gaps", _ ("Gaps"), columns, N_GAPS_COLUMNS);
    UpstandDay day =
        upstand_skills_outline_get_census (outline, upstand_skills_get_census (skills))->as_at;
    guint first, end, n = upstand_skills_outline_get_n_capabilities (outline);
    upstand_skills_get_units (skills, &first, &end);
    for (guint unit = first; unit < end; unit++)
        for (guint capability = 0; capability < n; capability++)
            if (upstand_skills_outline_is_leaf (outline, unit, day))
                add_gaps_row (sheet, skills, unit, capability);
    upstand_sheet_add_note (sheet, _ ("In headcount, officers and staff together. A gap below zero "
                                      "is a surplus. Where a capability does not apply to a unit "
                                      "there is no row."));
    return sheet;
}

/* Trend ------------------------------------------------------------------------------------------
 */

/* What parts this census from the one before it, and what is missing from its sums. */
static char *
remarks_of (const UpstandSkillsTrend *trend, guint census)
{
    UpstandSkillsOutline *outline = upstand_skills_trend_get_outline (trend);
    g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
    const UpstandSkillsBreak *said = NULL;
    for (guint i = 0; i < upstand_skills_outline_get_n_capabilities (outline); i++) {
        const char *name = upstand_skills_outline_get_capability (outline, i)->short_title;
        const UpstandSkillsBreak *found = upstand_skills_trend_get_break (trend, census, i);
        if (found && found != said)
            g_ptr_array_add (
                parts, found->capability == UPSTAND_NOWHERE
                           ? g_strdup_printf (_ ("Break: %s"), found->reason)
                           : g_strdup_printf (_ ("Break in %s: %s"), name, found->reason));
        said = found ? found : said;
        if (upstand_skills_trend_get_step (trend, census, i, UPSTAND_STEP_DEPLOYABLE).has_hole)
            g_ptr_array_add (parts, g_strdup_printf (_ ("%s: a figure is missing"), name));
    }
    g_ptr_array_add (parts, NULL);
    return g_strjoinv ("; ", (char **)parts->pdata);
}

enum {
    TREND_CENSUS,
    TREND_DATE,
    TREND_CAPABILITIES,
};

UpstandSheet *
upstand_skills_sheet_trend (const UpstandSkillsTrend *trend, guint last_census)
{
    UpstandSkillsOutline *outline = upstand_skills_trend_get_outline (trend);
    guint n = upstand_skills_outline_get_n_capabilities (outline);
    guint remarks_column = TREND_CAPABILITIES + n, n_columns = remarks_column + 1;
    g_autofree UpstandSheetColumn *columns = g_new0 (UpstandSheetColumn, n_columns);
    g_autofree UpstandCell *cells = g_new0 (UpstandCell, n_columns);
    /* In words too: spreadsheets draw a place for every day of an axis of dates. */
    columns[TREND_CENSUS] = (UpstandSheetColumn){ .title = _ ("Census"), .width = 14 };
    columns[TREND_DATE] = (UpstandSheetColumn){ .title = _ ("Date"), .kind = UPSTAND_CELL_DATE };
    for (guint i = 0; i < n; i++)
        columns[TREND_CAPABILITIES + i] =
            number_column (upstand_skills_outline_get_capability (outline, i)->short_title, NULL);
    columns[remarks_column] = (UpstandSheetColumn){ .title = _ ("Breaks and holes"), .width = 60 };
    UpstandSheet *sheet = upstand_sheet_new ("trend", _ ("Trend"), columns, n_columns);
    for (guint census = 0; census <= last_census; census++) {
        UpstandDay day = upstand_skills_outline_get_census (outline, census)->as_at;
        g_autofree char *name = upstand_date_format (day, UPSTAND_DATE_SHORT);
        g_autofree char *remarks = remarks_of (trend, census);
        cells[TREND_CENSUS] = upstand_cell_text (name);
        cells[TREND_DATE] = upstand_cell_date (day);
        for (guint i = 0; i < n; i++)
            cells[TREND_CAPABILITIES + i] = upstand_return_figure_cell (
                upstand_skills_trend_get_step (trend, census, i, UPSTAND_STEP_DEPLOYABLE).figure,
                0);
        cells[remarks_column] = upstand_cell_text (remarks);
        upstand_sheet_add_row (sheet, cells);
    }
    upstand_sheet_add_note (
        sheet, _ ("Who can be deployed, in headcount, officers and staff together."));
    return sheet;
}

/* A program that draws the chart takes words for zero: a series with a hole is left out of it. */
static gboolean
is_drawn (const UpstandSkillsTrend *trend, guint last_census, guint capability)
{
    for (guint census = 0; census <= last_census; census++)
        if (!upstand_figure_has_value (
                upstand_skills_trend_get_step (trend, census, capability, UPSTAND_STEP_DEPLOYABLE)
                    .figure))
            return FALSE;
    return TRUE;
}

void
upstand_skills_sheet_add_trend_chart (
    UpstandBook *book, UpstandSheet *sheet, const UpstandSkillsTrend *trend, guint last_census)
{
    UpstandSkillsOutline *outline = upstand_skills_trend_get_outline (trend);
    guint n = upstand_skills_outline_get_n_capabilities (outline), n_values = 0;
    g_autofree guint *values = g_new0 (guint, n);
    for (guint i = 0; i < n; i++)
        if (is_drawn (trend, last_census, i))
            values[n_values++] = TREND_CAPABILITIES + i;
    if (n_values < n)
        upstand_sheet_add_note (sheet,
            _ ("The chart leaves out a capability that has no number at one of the censuses."));
    if (n_values == 0)
        return;
    const UpstandBookChart chart = {
        .kind = UPSTAND_BOOK_CHART_LINE,
        .title = _ ("Deployable by census"),
        .sheet = "trend",
        .category = TREND_CENSUS,
        .values = values,
        .n_values = n_values,
        .value_title = _ ("People"),
        .description = _ ("Who can be deployed at each census, one line for each capability; the "
                          "breaks are in the table's last column."),
    };
    upstand_book_add_chart (book, &chart);
}

/* Definitions ------------------------------------------------------------------------------------
 */

static void
add_definition (UpstandSheet *sheet, const char *term, const char *definition)
{
    const UpstandCell cells[] = { upstand_cell_text (term), upstand_cell_text (definition) };
    upstand_sheet_add_row (sheet, cells);
}

UpstandSheet *
upstand_skills_sheet_definitions (void)
{
    const UpstandSheetColumn columns[] = {
        { .title = _ ("Term"), .width = 30 },
        { .title = _ ("What it is"), .width = 90 },
    };
    UpstandSheet *sheet =
        upstand_sheet_new ("definitions", _ ("Definitions"), columns, G_N_ELEMENTS (columns));
    for (guint count = 0; count < UPSTAND_N_COUNTS; count++)
        add_definition (sheet, gettext (upstand_counts[count].label),
            gettext (upstand_count_traits[count].definition));
    add_definition (sheet, upstand_skills_step_get_label (UPSTAND_STEP_NEEDED),
        _ ("The number given for it; else cases divided by the cases each can carry, rounded up."));
    for (guint gap = 0; gap < UPSTAND_N_SKILLS_GAPS; gap++)
        add_definition (
            sheet, upstand_skills_gap_get_label (gap), upstand_skills_gap_get_definition (gap));
    add_definition (sheet, upstand_cell_state_word (UPSTAND_CELL_NOT_ANSWERED),
        _ ("Nobody has said yet. It is not zero, and a sum without it is too low."));
    add_definition (sheet, upstand_cell_state_word (UPSTAND_CELL_NOT_COLLECTED),
        _ ("The force does not count it. A sum without it is too low."));
    add_definition (sheet, upstand_cell_state_word (UPSTAND_CELL_NOT_APPLICABLE),
        _ ("There is nothing to count. A sum without it is whole."));
    add_definition (sheet, upstand_cell_state_word (UPSTAND_CELL_WITHHELD),
        _ ("Counted and held back. A sum without it is too low."));
    return sheet;
}
