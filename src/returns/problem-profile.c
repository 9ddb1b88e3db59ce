/* SPDX-License-Identifier: MIT */
#include "returns/problem-profile.h"

#include <glib/gi18n-lib.h>

#include "records/operation.h"
#include "records/partner.h"
#include "records/streetsafe.h"
#include "returns/return-book.h"
#include "rules/profile.h"
#include "rules/risk.h"

static UpstandCell
number_cell (gint64 number)
{
    return number == UPSTAND_NO_NUMBER ? upstand_cell_hole (UPSTAND_CELL_NOT_ANSWERED)
                                       : upstand_cell_whole (number);
}

static UpstandCell
risk_cell (gint64 score)
{
    UpstandRisk risk = upstand_risk_of_score (score);
    return upstand_cell_choice (
        upstand_risk_get_label (risk), upstand_risk_get_shape (risk), upstand_risk_get_tone (risk));
}

static GPtrArray *
read_spaces (UpstandDatabase *database, gint64 profile_id, GError **error)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_profile_space_type);
    upstand_list_query_where_id (query, "profile_id", UPSTAND_IS, profile_id);
    upstand_list_query_order (query, "kind", FALSE);
    return upstand_list_query_run (query, database, 0, error);
}

static void
add_spaces (UpstandBook *book, const GPtrArray *spaces)
{
    const UpstandSheetColumn columns[] = {
        { .title = _ ("Kind"), .width = 12 },
        { .title = _ ("Name"), .width = 36 },
        { .title = _ ("Risk"), .kind = UPSTAND_CELL_CHOICE, .width = 14 },
        { .title = _ ("Likelihood"), .kind = UPSTAND_CELL_WHOLE },
        { .title = _ ("Harm"), .kind = UPSTAND_CELL_WHOLE },
        { .title = _ ("Score"),
            .kind = UPSTAND_CELL_WHOLE,
            .definition = _ ("Likelihood times harm, from 1 to 25.") },
        { .title = _ ("Confidence"), .width = 12 },
        { .title = _ ("What makes it dangerous"), .width = 44 },
        { .title = _ ("Activities aimed at it"), .kind = UPSTAND_CELL_WHOLE },
        { .title = _ ("Cleared for the public"), .kind = UPSTAND_CELL_YES_NO },
    };
    g_autoptr (UpstandSheet) sheet =
        upstand_sheet_new ("spaces", _ ("Spaces"), columns, G_N_ELEMENTS (columns));
    for (guint i = 0; i < spaces->len; i++) {
        const UpstandProfileSpace *space = g_ptr_array_index (spaces, i);
        const UpstandCell cells[] = {
            upstand_cell_text (gettext (upstand_space_kinds[space->kind].label)),
            upstand_cell_text (space->name),
            risk_cell (space->risk),
            number_cell (space->likelihood),
            number_cell (space->harm),
            number_cell (space->risk),
            upstand_cell_text (
                space->confidence ? gettext (upstand_confidences[space->confidence].label) : NULL),
            upstand_cell_text (space->description),
            upstand_cell_whole (space->activities),
            upstand_cell_yes_no (space->cleared),
        };
        upstand_sheet_add_row (sheet, cells);
    }
    upstand_book_add_sheet (book, sheet);
}

/* Kinds by risk, which add up both ways. */
static void
add_kinds (UpstandBook *book, const GPtrArray *spaces)
{
    enum { N_KINDS = 3, TOTAL = UPSTAND_N_RISKS };
    UpstandSheetColumn columns[UPSTAND_N_RISKS + 2] = {
        { .title = _ ("Kind"), .width = 16, .in_public = UPSTAND_PUBLIC_LABEL },
    };
    gint64 counts[N_KINDS + 1][TOTAL + 1] = { 0 };
    for (guint i = 0; i <= TOTAL; i++)
        columns[i + 1] = (UpstandSheetColumn){
            .title = i < TOTAL ? upstand_risk_get_label (i) : _ ("In all"),
            .kind = UPSTAND_CELL_WHOLE,
            .in_public = UPSTAND_PUBLIC_FIGURES,
        };
    g_autoptr (UpstandSheet) sheet =
        upstand_sheet_new ("kinds", _ ("Spaces by kind"), columns, G_N_ELEMENTS (columns));
    for (guint i = 0; i < spaces->len; i++) {
        const UpstandProfileSpace *space = g_ptr_array_index (spaces, i);
        UpstandRisk risk = upstand_risk_of_score (space->risk);
        counts[space->kind][risk]++;
        counts[space->kind][TOTAL]++;
        counts[N_KINDS][risk]++;
        counts[N_KINDS][TOTAL]++;
    }
    for (guint kind = 0; kind <= N_KINDS; kind++) {
        UpstandCell cells[TOTAL + 2] = { upstand_cell_text (
            kind < N_KINDS ? gettext (upstand_space_kinds[kind].label) : _ ("In all")) };
        for (guint i = 0; i <= TOTAL; i++)
            cells[i + 1] = upstand_cell_whole (counts[kind][i]);
        upstand_sheet_add_row (sheet, cells);
    }
    const guint rows[N_KINDS] = { 0, 1, 2 };
    guint of_risk[TOTAL];
    for (guint i = 0; i < TOTAL; i++)
        of_risk[i] = i + 1;
    const UpstandSheetRelation down = { UPSTAND_RELATION_SUM, TRUE, N_KINDS, rows, N_KINDS };
    const UpstandSheetRelation across = { UPSTAND_RELATION_SUM, FALSE, TOTAL + 1, of_risk, TOTAL };
    upstand_sheet_add_relation (sheet, &down);
    upstand_sheet_add_relation (sheet, &across);
    upstand_book_add_sheet (book, sheet);
}

/* A list of all of them with the names blotted out would still say how many there are. */
static void
add_cleared (UpstandBook *book, const GPtrArray *spaces)
{
    const UpstandSheetColumn columns[] = {
        { .title = _ ("Kind"), .width = 12, .in_public = UPSTAND_PUBLIC_OPEN },
        { .title = _ ("Name"), .width = 44, .in_public = UPSTAND_PUBLIC_OPEN },
    };
    g_autoptr (UpstandSheet) sheet =
        upstand_sheet_new ("cleared", _ ("Spaces cleared"), columns, G_N_ELEMENTS (columns));
    for (guint i = 0; i < spaces->len; i++) {
        const UpstandProfileSpace *space = g_ptr_array_index (spaces, i);
        const UpstandCell cells[] = {
            upstand_cell_text (gettext (upstand_space_kinds[space->kind].label)),
            upstand_cell_text (space->name),
        };
        if (space->cleared)
            upstand_sheet_add_row (sheet, cells);
    }
    upstand_book_add_sheet (book, sheet);
}

static void
add_sources (UpstandBook *book, const GPtrArray *spaces)
{
    const UpstandSheetColumn columns[] = {
        { .title = _ ("Name"), .width = 36 },
        { .title = _ ("Kind"), .width = 12 },
        { .title = _ ("Sources"), .width = 70 },
    };
    g_autoptr (UpstandSheet) sheet =
        upstand_sheet_new ("sources", _ ("Sources"), columns, G_N_ELEMENTS (columns));
    for (guint i = 0; i < spaces->len; i++) {
        const UpstandProfileSpace *space = g_ptr_array_index (spaces, i);
        const UpstandCell cells[] = {
            upstand_cell_text (space->name),
            upstand_cell_text (gettext (upstand_space_kinds[space->kind].label)),
            upstand_cell_text (space->sources),
        };
        upstand_sheet_add_row (sheet, cells);
    }
    upstand_book_add_sheet (book, sheet);
}

static gboolean
add_changes (UpstandBook *book, UpstandDatabase *database, gint64 profile_id, UpstandDay last,
    GError **error)
{
    const UpstandSheetColumn columns[] = {
        { .title = _ ("Name"), .width = 36 },
        { .title = _ ("Kind"), .width = 12 },
        { .title = _ ("Change"), .width = 20 },
        { .title = _ ("Score before"), .kind = UPSTAND_CELL_WHOLE },
        { .title = _ ("Score now"), .kind = UPSTAND_CELL_WHOLE },
        { .title = _ ("Activities aimed at it"), .kind = UPSTAND_CELL_WHOLE },
    };
    gint64 before = upstand_profile_before (database, profile_id);
    g_autoptr (UpstandSheet) sheet = upstand_sheet_new (
        "changes", _ ("Since the last version"), columns, G_N_ELEMENTS (columns));
    g_autoptr (GPtrArray) changes =
        upstand_profile_compare (database, before, profile_id, last, error);
    if (!changes)
        return FALSE;
    for (guint i = 0; i < changes->len; i++) {
        const UpstandSpaceChange *change = g_ptr_array_index (changes, i);
        const UpstandCell cells[] = {
            upstand_cell_text (change->name),
            upstand_cell_text (gettext (upstand_space_kinds[change->kind].label)),
            upstand_cell_text (upstand_space_change_get_label (change->change)),
            change->change == UPSTAND_SPACE_CHANGE_NEW ? upstand_cell_blank ()
                                                       : number_cell (change->before),
            change->change == UPSTAND_SPACE_CHANGE_GONE ? upstand_cell_blank ()
                                                        : number_cell (change->after),
            upstand_cell_whole (change->n_aimed),
        };
        upstand_sheet_add_row (sheet, cells);
    }
    upstand_book_add_sheet (book, sheet);
    return TRUE;
}

static UpstandBook *
build (const UpstandReturnRequest *request, GError **error)
{
    UpstandDatabase *database = request->database;
    UpstandDay last = MIN (request->today, request->period.end);
    gint64 profile_id = upstand_profile_newest (database, last);
    if (!profile_id) {
        g_autofree char *day = upstand_date_format (last, UPSTAND_DATE_SHORT);
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND,
            _ ("There is no version of the problem profile up to %s. Make one first."), day);
        return NULL;
    }
    g_autoptr (GPtrArray) spaces = read_spaces (database, profile_id, error);
    if (!spaces)
        return NULL;
    g_autoptr (UpstandBook) book =
        upstand_return_book_new (request, gettext (upstand_problem_profile_return.title));
    g_autofree char *title = upstand_database_text (
        database, NULL, "SELECT title FROM problem_profile WHERE id = $1", "i", profile_id);
    g_autofree char *why = upstand_database_text (
        database, NULL, "SELECT why FROM problem_profile WHERE id = $1", "i", profile_id);
    upstand_book_add_fact (book, _ ("Profile"), title);
    upstand_book_add_fact (book, _ ("Why this version"), why);
    add_kinds (book, spaces);
    add_spaces (book, spaces);
    add_cleared (book, spaces);
    add_sources (book, spaces);
    upstand_return_add_register (
        book, "operations", _ ("Activity"), &upstand_operation_type, "dated", 0, database);
    upstand_return_add_register (
        book, "streetsafe", _ ("StreetSafe"), &upstand_streetsafe_type, "starts", 0, database);
    upstand_return_add_register (
        book, "partners", _ ("Partners"), &upstand_partner_type, "name", 0, database);
    upstand_return_add_register (
        book, "uses", _ ("Uses"), &upstand_profile_use_type, "dated", 0, database);
    if (!add_changes (book, database, profile_id, last, error))
        return NULL;
    return g_steal_pointer (&book);
}

const UpstandReturn upstand_problem_profile_return = {
    .id = "problem-profile",
    .title = N_ ("Problem profile"),
    .cadence = UPSTAND_PERIOD_QUARTERLY,
    .classification = "OFFICIAL-SENSITIVE",
    .build = build,
};
