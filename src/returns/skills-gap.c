/* SPDX-License-Identifier: MIT */
#include "returns/skills-gap.h"

#include <glib/gi18n-lib.h>

#include "records/list-query.h"
#include "returns/return-book.h"
#include "returns/skills-sheets.h"
#include "rules/skills-checks.h"

/* The census of the period, with its place; NULL with a sentence when there is none that day. */
static UpstandSkillsOutline *
load_outline (const UpstandReturnRequest *request, guint *census, GError **error)
{
    g_autoptr (UpstandSkillsOutline) outline =
        upstand_skills_outline_load (request->database, upstand_return_language (), error);
    if (!outline)
        return NULL;
    for (*census = 0; *census < upstand_skills_outline_get_n_censuses (outline); (*census)++)
        if (upstand_skills_outline_get_census (outline, *census)->as_at == request->period.end)
            return g_steal_pointer (&outline);
    g_autofree char *day = upstand_date_format (request->period.end, UPSTAND_DATE_LONG);
    g_set_error (
        error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND, _ ("The plan has no census as at %s."), day);
    return NULL;
}

/* Notes and breaks -------------------------------------------------------------------------------
 */

enum {
    NOTES_KIND,
    NOTES_DATE,
    NOTES_UNIT,
    NOTES_CAPABILITY,
    NOTES_COUNT,
    NOTES_WORKFORCE,
    NOTES_NOTE,
    N_NOTES_COLUMNS
};

static UpstandSheet *
notes_sheet_new (void)
{
    const UpstandSheetColumn columns[N_NOTES_COLUMNS] = {
        [NOTES_KIND] = { .title = _ ("What"), .width = 18 },
        [NOTES_DATE] = { .title = _ ("Date"), .kind = UPSTAND_CELL_DATE },
        [NOTES_UNIT] = { .title = _ ("Unit"), .width = 24 },
        [NOTES_CAPABILITY] = { .title = _ ("Capability"), .width = 24 },
        [NOTES_COUNT] = { .title = _ ("Count"), .width = 22 },
        [NOTES_WORKFORCE] = { .title = _ ("Workforce"), .width = 12 },
        [NOTES_NOTE] = { .title = _ ("Note"), .width = 60 },
    };
    return upstand_sheet_new ("notes", _ ("Notes and breaks"), columns, N_NOTES_COLUMNS);
}

static const char *
unit_name (const UpstandSkillsOutline *outline, guint unit)
{
    return unit == UPSTAND_NOWHERE ? _ ("Whole force")
                                   : upstand_skills_outline_get_unit (outline, unit)->name;
}

static const char *
capability_name (const UpstandSkillsOutline *outline, guint capability)
{
    return capability == UPSTAND_NOWHERE
               ? _ ("Every capability")
               : upstand_skills_outline_get_capability (outline, capability)->title;
}

static void
add_breaks (UpstandSheet *sheet, const UpstandSkillsOutline *outline, UpstandDay day)
{
    for (guint i = 0; i < upstand_skills_outline_get_n_breaks (outline); i++) {
        const UpstandSkillsBreak *found = upstand_skills_outline_get_break (outline, i);
        const UpstandCell cells[N_NOTES_COLUMNS] = {
            [NOTES_KIND] = upstand_cell_text (_ ("Break in the series")),
            [NOTES_DATE] = upstand_cell_date (found->dated),
            [NOTES_UNIT] = upstand_cell_text (unit_name (outline, found->unit)),
            [NOTES_CAPABILITY] = upstand_cell_text (capability_name (outline, found->capability)),
            [NOTES_NOTE] = upstand_cell_text (found->reason),
        };
        if (found->dated <= day)
            upstand_sheet_add_row (sheet, cells);
    }
}

static void
add_note_row (UpstandSheet *sheet, const UpstandSkillsOutline *outline, UpstandDay day,
    const UpstandHeadcount *cell)
{
    const UpstandCell cells[N_NOTES_COLUMNS] = {
        [NOTES_KIND] = upstand_cell_text (_ ("Note on a figure")),
        [NOTES_DATE] = upstand_cell_date (day),
        [NOTES_UNIT] = upstand_cell_text (
            unit_name (outline, upstand_skills_outline_find_unit (outline, cell->unit_id))),
        [NOTES_CAPABILITY] = upstand_cell_text (capability_name (
            outline, upstand_skills_outline_find_capability (outline, cell->capability_id))),
        [NOTES_COUNT] = upstand_cell_text (gettext (upstand_counts[cell->count].label)),
        [NOTES_WORKFORCE] = upstand_cell_text (gettext (upstand_workforces[cell->workforce].label)),
        [NOTES_NOTE] = upstand_cell_text (cell->note),
    };
    upstand_sheet_add_row (sheet, cells);
}

static UpstandSheet *
make_notes (
    const UpstandSkillsOutline *outline, guint census, UpstandDatabase *database, GError **error)
{
    const UpstandSkillsCensus *found = upstand_skills_outline_get_census (outline, census);
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_headcount_type);
    upstand_list_query_where_id (query, "census_id", UPSTAND_IS, found->id);
    upstand_list_query_where (query, "note", UPSTAND_IS_NOT, (const char *[]){ "", NULL });
    g_autoptr (GPtrArray) noted = upstand_list_query_run (query, database, 0, error);
    if (!noted)
        return NULL;
    UpstandSheet *sheet = notes_sheet_new ();
    const UpstandCell cells[N_NOTES_COLUMNS] = {
        [NOTES_KIND] = upstand_cell_text (_ ("Census")),
        [NOTES_DATE] = upstand_cell_date (found->as_at),
        [NOTES_NOTE] = upstand_cell_text (found->note),
    };
    if (found->note)
        upstand_sheet_add_row (sheet, cells);
    add_breaks (sheet, outline, found->as_at);
    for (guint i = 0; i < noted->len; i++)
        add_note_row (sheet, outline, found->as_at, g_ptr_array_index (noted, i));
    return sheet;
}

/* The book ---------------------------------------------------------------------------------------
 */

/* Takes @sheet. */
static void
add_sheet (UpstandBook *book, UpstandSheet *sheet)
{
    upstand_book_add_sheet (book, sheet);
    g_object_unref (sheet);
}

static UpstandBook *
build (const UpstandReturnRequest *request, GError **error)
{
    guint census;
    g_autoptr (UpstandSkillsOutline) outline = load_outline (request, &census, error);
    if (!outline)
        return NULL;
    g_autoptr (UpstandSkills) skills =
        upstand_skills_load (outline, request->database, census, UPSTAND_NOWHERE, error);
    g_autoptr (UpstandSkillsTrend) trend =
        skills ? upstand_skills_trend_load (outline, request->database, UPSTAND_NOWHERE,
                     UPSTAND_WORKFORCE_ALL, UPSTAND_BASIS_HEADCOUNT, error)
               : NULL;
    g_autoptr (UpstandSheet) notes =
        trend ? make_notes (outline, census, request->database, error) : NULL;
    if (!notes)
        return NULL;
    g_autoptr (UpstandBook) book = upstand_return_book_new (request, _ ("Skills gap return"));
    g_autofree char *as_at = upstand_date_format (
        upstand_skills_outline_get_census (outline, census)->as_at, UPSTAND_DATE_LONG);
    upstand_book_add_fact (book, _ ("Counted as at"), as_at);
    g_autoptr (UpstandSheet) trend_sheet = upstand_skills_sheet_trend (trend, census);
    add_sheet (book, upstand_skills_sheet_force (skills));
    add_sheet (book, upstand_skills_sheet_units (skills));
    add_sheet (book, upstand_skills_sheet_gaps (skills));
    upstand_book_add_sheet (book, trend_sheet);
    upstand_book_add_sheet (book, notes);
    add_sheet (book, upstand_skills_sheet_definitions ());
    upstand_skills_sheet_add_trend_chart (book, trend_sheet, trend, census);
    return g_steal_pointer (&book);
}

static GPtrArray *
check (const UpstandReturnRequest *request, GError **error)
{
    guint census;
    g_autoptr (UpstandSkillsOutline) outline = load_outline (request, &census, error);
    return outline ? upstand_skills_check_census (outline, request->database, census, error) : NULL;
}

const UpstandReturn upstand_skills_gap_return = {
    .id = "skills-gap",
    .title = N_ ("Skills gap return"),
    .cadence = UPSTAND_PERIOD_CENSUS,
    .classification = "OFFICIAL",
    .build = build,
    .check = check,
};
