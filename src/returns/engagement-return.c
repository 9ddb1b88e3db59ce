/* SPDX-License-Identifier: MIT */
#include "returns/engagement-return.h"

#include <glib/gi18n-lib.h>

#include "records/engagement.h"
#include "records/panel-finding.h"
#include "records/organisation.h"
#include "records/theme.h"
#include "returns/record-sheet.h"
#include "returns/return-book.h"
#include "rules/chains.h"
#include "rules/contacts.h"
#include "rules/coverage.h"
#include "rules/plan-ratings.h"

/* Quarters of coverage, up to the period of the return. */
#define QUARTERS 8

/* A sheet of the engagements of the period, or of all findings: not for the public, where a row for
 * each would be a count that nothing can hide. */
static void
add_engagements (UpstandBook *book, const UpstandReturnRequest *request)
{
    g_autofree char *first = upstand_date_to_iso (request->period.start);
    g_autofree char *after = upstand_date_to_iso (request->period.end + 1);
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_engagement_type);
    upstand_list_query_where (query, "dated", UPSTAND_FROM, (const char *[]){ first, NULL });
    upstand_list_query_where (query, "dated", UPSTAND_BEFORE, (const char *[]){ after, NULL });
    upstand_list_query_order (query, "dated", FALSE);
    g_autoptr (UpstandSheet) sheet =
        upstand_record_sheet_new ("engagements", _ ("Engagements"), query, NULL, request->database);
    upstand_book_add_sheet (book, sheet);
}

/* How many of each kind, and how many people -------------------------------------------------- */

static gboolean
add_kinds (UpstandBook *book, const UpstandReturnRequest *request, GError **error)
{
    const UpstandSheetColumn columns[] = {
        { .title = _ ("Kind"), .width = 40, .in_public = UPSTAND_PUBLIC_LABEL },
        { .title = _ ("Engagements"),
            .kind = UPSTAND_CELL_WHOLE,
            .in_public = UPSTAND_PUBLIC_FIGURES },
        { .title = _ ("How many"),
            .kind = UPSTAND_CELL_WHOLE,
            .definition = _ ("People in the engagements where they were counted.") },
    };
    g_autoptr (UpstandSheet) sheet =
        upstand_sheet_new ("kinds", _ ("By kind"), columns, G_N_ELEMENTS (columns));
    g_autofree char *first = upstand_date_to_iso (request->period.start);
    g_autofree char *last = upstand_date_to_iso (MIN (request->period.end, request->today));
    g_autofree char *sql = g_strdup_printf (
        "SELECT %s, COUNT(e.id), SUM(e.attendance) FROM framework_item i"
        " JOIN engagement e ON e.kind_id = i.id AND e.dated >= $1 AND e.dated <= $2"
        " GROUP BY i.id ORDER BY i.position, i.id",
        g_str_has_prefix (upstand_return_language (), "cy") ? "COALESCE(i.title_cy, i.title_en)"
                                                            : "i.title_en");
    g_autoptr (UpstandQuery) rows =
        upstand_database_query (request->database, error, sql, "tt", first, last);
    g_autoptr (GError) local = NULL;
    g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (guint));
    gint64 engagements = 0, people = 0;
    if (!rows)
        return FALSE;
    while (upstand_query_step (rows, &local)) {
        const UpstandCell cells[] = {
            upstand_cell_text (upstand_query_text (rows, 0)),
            upstand_cell_whole (upstand_query_number (rows, 1)),
            upstand_query_is_null (rows, 2) ? upstand_cell_blank ()
                                            : upstand_cell_whole (upstand_query_number (rows, 2)),
        };
        upstand_sheet_add_row (sheet, cells);
        guint row = parts->len;
        g_array_append_val (parts, row);
        engagements += upstand_query_number (rows, 1);
        people += upstand_query_number (rows, 2);
    }
    if (local) {
        g_propagate_error (error, g_steal_pointer (&local));
        return FALSE;
    }
    const UpstandCell total[] = {
        upstand_cell_text (_ ("In all")),
        upstand_cell_whole (engagements),
        upstand_cell_whole (people),
    };
    upstand_sheet_add_row (sheet, total);
    if (parts->len) {
        const UpstandSheetRelation sum = { UPSTAND_RELATION_SUM, TRUE, parts->len,
            (const guint *)parts->data, parts->len };
        upstand_sheet_add_relation (sheet, &sum);
    }
    upstand_book_add_sheet (book, sheet);
    return TRUE;
}

/* Groups by quarter ------------------------------------------------------------------------------
 */

static UpstandCell
heard_cell (const UpstandCoverageCell *cell)
{
    return cell->closed ? upstand_cell_hole (UPSTAND_CELL_NOT_APPLICABLE)
                        : upstand_cell_whole (cell->heard);
}

static UpstandSheet *
coverage_sheet_new (const UpstandCoverage *coverage)
{
    UpstandSheetColumn columns[QUARTERS + 4] = {
        { .title = _ ("Group"), .width = 44, .in_public = UPSTAND_PUBLIC_LABEL },
    };
    g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
    for (guint i = 0; i < QUARTERS; i++) {
        char *label = upstand_period_label (upstand_coverage_get_period (coverage, i));
        g_ptr_array_add (labels, label);
        columns[i + 1] = (UpstandSheetColumn){
            .title = label,
            .kind = UPSTAND_CELL_WHOLE,
            .definition = _ ("Engagements that the group took part in."),
            .in_public = UPSTAND_PUBLIC_FIGURES,
        };
    }
    columns[QUARTERS + 1] =
        (UpstandSheetColumn){ .title = _ ("Last heard"), .kind = UPSTAND_CELL_DATE };
    columns[QUARTERS + 2] =
        (UpstandSheetColumn){ .title = _ ("Days since"), .kind = UPSTAND_CELL_WHOLE };
    columns[QUARTERS + 3] = (UpstandSheetColumn){ .title = _ ("Reached in this period"),
        .kind = UPSTAND_CELL_WHOLE,
        .definition = _ ("Communications to the group: they hear nobody.") };
    UpstandSheet *sheet =
        upstand_sheet_new ("coverage", _ ("Coverage"), columns, G_N_ELEMENTS (columns));
    upstand_sheet_add_note (
        sheet, _ ("Groups overlap and never add up. Engagement inside the force does not count."));
    return sheet;
}

static gboolean
add_coverage (UpstandBook *book, const UpstandReturnRequest *request, GError **error)
{
    g_autoptr (UpstandCoverage) coverage = upstand_coverage_load (request->database,
        &request->period, QUARTERS, MIN (request->today, request->period.end), error);
    if (!coverage)
        return FALSE;
    g_autoptr (UpstandSheet) sheet = coverage_sheet_new (coverage);
    for (guint g = 0; g < upstand_coverage_get_n_groups (coverage); g++) {
        const UpstandCoverageGroup *group = upstand_coverage_get_group (coverage, g);
        UpstandCell cells[QUARTERS + 4] = { upstand_cell_text (
            upstand_framework_item_get_title (group->group, upstand_return_language ())) };
        for (guint i = 0; i < QUARTERS; i++)
            cells[i + 1] = heard_cell (upstand_coverage_get_cell (coverage, g, i));
        int days = upstand_coverage_days_since (coverage, g);
        cells[QUARTERS + 1] = upstand_cell_date (group->last_heard);
        cells[QUARTERS + 2] = days < 0 ? upstand_cell_blank () : upstand_cell_whole (days);
        cells[QUARTERS + 3] =
            upstand_cell_whole (upstand_coverage_get_cell (coverage, g, QUARTERS - 1)->reached);
        upstand_sheet_add_row (sheet, cells);
    }
    g_autofree char *words = upstand_coverage_describe (coverage, upstand_return_language ());
    upstand_book_add_fact (book, _ ("Coverage"), words);
    upstand_book_add_sheet (book, sheet);
    return TRUE;
}

/* What was heard and what became of it -----------------------------------------------------------
 */

/* The words of the steps of one kind, with their evidence when it is asked for. */
static char *
words_of (UpstandDatabase *database, gint64 theme_id, const char *kinds, UpstandDay last)
{
    g_autofree char *iso = upstand_date_to_iso (last);
    g_autofree char *sql =
        g_strdup_printf ("SELECT s.words FROM theme_step s WHERE s.theme_id = $1 AND s.kind IN (%s)"
                         " AND s.dated <= $2 ORDER BY s.dated, s.id",
            kinds);
    g_autoptr (GString) words = g_string_new (NULL);
    g_autoptr (UpstandQuery) rows =
        upstand_database_query (database, NULL, sql, "it", theme_id, iso);
    while (rows && upstand_query_step (rows, NULL))
        g_string_append_printf (
            words, "%s%s", words->len ? "; " : "", upstand_query_text (rows, 0));
    return g_string_free (g_steal_pointer (&words), FALSE);
}

static char *
evidence_of (UpstandDatabase *database, gint64 theme_id, UpstandDay last)
{
    g_autofree char *iso = upstand_date_to_iso (last);
    g_autoptr (GString) titles = g_string_new (NULL);
    g_autoptr (UpstandQuery) rows = upstand_database_query (database, NULL,
        "SELECT e.title FROM theme_evidence l JOIN evidence e ON e.id = l.evidence_id"
        " WHERE l.theme_id = $1 UNION SELECT e.title FROM theme_step s"
        " JOIN theme_step_evidence l ON l.theme_step_id = s.id"
        " JOIN evidence e ON e.id = l.evidence_id WHERE s.theme_id = $1 AND s.dated <= $2"
        " ORDER BY 1",
        "it", theme_id, iso);
    while (rows && upstand_query_step (rows, NULL))
        g_string_append_printf (
            titles, "%s%s", titles->len ? "; " : "", upstand_query_text (rows, 0));
    return g_string_free (g_steal_pointer (&titles), FALSE);
}

static void
add_chain_row (
    UpstandSheet *sheet, UpstandDatabase *database, const UpstandChain *chain, UpstandDay last)
{
    g_autofree char *heard = upstand_database_text (
        database, NULL, "SELECT heard FROM theme WHERE id = $1", "i", chain->theme_id);
    g_autofree char *decided = words_of (database, chain->theme_id, "'decided', 'declined'", last);
    g_autofree char *changed = words_of (database, chain->theme_id, "'changed'", last);
    g_autofree char *told = words_of (database, chain->theme_id, "'fed-back'", last);
    g_autofree char *evidence = evidence_of (database, chain->theme_id, last);
    g_autofree char *why = upstand_chain_explain (chain);
    const UpstandCell cells[] = {
        upstand_cell_text (chain->title),
        upstand_cell_text (upstand_chain_stage_get_label (chain->stage)),
        upstand_cell_text (why),
        upstand_cell_whole (chain->n_engagements),
        upstand_cell_date (chain->heard_on),
        upstand_cell_text (heard),
        upstand_cell_date (chain->decided_on ? chain->decided_on : chain->declined_on),
        upstand_cell_text (decided),
        upstand_cell_date (chain->changed_on),
        upstand_cell_text (changed),
        upstand_cell_date (chain->fed_back_on),
        upstand_cell_text (told),
        upstand_cell_text (evidence),
        upstand_cell_text (chain->owner),
    };
    upstand_sheet_add_row (sheet, cells);
}

static void
add_chains (UpstandBook *book, const GPtrArray *chains, UpstandDatabase *database, UpstandDay last)
{
    const UpstandSheetColumn columns[] = {
        { .title = _ ("Theme"), .width = 36 },
        { .title = _ ("Stage"), .width = 18 },
        { .title = _ ("Late"), .width = 30 },
        { .title = _ ("Raised in"), .kind = UPSTAND_CELL_WHOLE, .unit = _ ("engagements") },
        { .title = _ ("Heard on"), .kind = UPSTAND_CELL_DATE },
        { .title = _ ("What was heard"), .width = 40 },
        { .title = _ ("Decided on"), .kind = UPSTAND_CELL_DATE },
        { .title = _ ("What was decided"), .width = 40 },
        { .title = _ ("Changed on"), .kind = UPSTAND_CELL_DATE },
        { .title = _ ("What changed"), .width = 40 },
        { .title = _ ("Fed back on"), .kind = UPSTAND_CELL_DATE },
        { .title = _ ("How it was fed back"), .width = 40 },
        { .title = _ ("Evidence"), .width = 40 },
        { .title = _ ("Owner"), .width = 26 },
    };
    g_autoptr (UpstandSheet) sheet =
        upstand_sheet_new ("chains", _ ("Heard and changed"), columns, G_N_ELEMENTS (columns));
    for (guint i = 0; i < chains->len; i++)
        add_chain_row (sheet, database, g_ptr_array_index (chains, i), last);
    upstand_book_add_sheet (book, sheet);
}

/* Only what may be told, and only what has come to an answer. */
static void
add_said_and_did (
    UpstandBook *book, const GPtrArray *chains, UpstandDatabase *database, UpstandDay last)
{
    const UpstandSheetColumn columns[] = {
        { .title = _ ("You said"), .width = 60, .in_public = UPSTAND_PUBLIC_OPEN },
        { .title = _ ("We did"), .width = 60, .in_public = UPSTAND_PUBLIC_OPEN },
    };
    g_autoptr (UpstandSheet) sheet =
        upstand_sheet_new ("said-did", _ ("You said, we did"), columns, G_N_ELEMENTS (columns));
    for (guint i = 0; i < chains->len; i++) {
        const UpstandChain *chain = g_ptr_array_index (chains, i);
        if (!chain->cleared || (!chain->changed_on && !chain->declined_on))
            continue;
        g_autofree char *heard = upstand_database_text (
            database, NULL, "SELECT heard FROM theme WHERE id = $1", "i", chain->theme_id);
        g_autofree char *did = words_of (
            database, chain->theme_id, chain->changed_on ? "'changed'" : "'declined'", last);
        const UpstandCell cells[] = { upstand_cell_text (heard), upstand_cell_text (did) };
        upstand_sheet_add_row (sheet, cells);
    }
    upstand_book_add_sheet (book, sheet);
}

/* Organisations ----------------------------------------------------------------------------------
 */

/* A list of all of them with the names blotted out would still say how many there are. */
static void
add_cleared (UpstandBook *book, UpstandDatabase *database)
{
    const UpstandSheetColumn columns[] = {
        { .title = _ ("Name"), .width = 44, .in_public = UPSTAND_PUBLIC_OPEN },
    };
    g_autoptr (UpstandSheet) sheet =
        upstand_sheet_new ("cleared", _ ("Organisations cleared"), columns, G_N_ELEMENTS (columns));
    g_autoptr (UpstandQuery) rows = upstand_database_query (database, NULL,
        "SELECT name FROM organisation WHERE cleared = 1 ORDER BY lower(name), id", "");
    while (rows && upstand_query_step (rows, NULL)) {
        const UpstandCell cells[] = { upstand_cell_text (upstand_query_text (rows, 0)) };
        upstand_sheet_add_row (sheet, cells);
    }
    upstand_book_add_sheet (book, sheet);
}

static gboolean
add_organisations (UpstandBook *book, const UpstandReturnRequest *request,
    const UpstandThresholds *thresholds, UpstandDay last, GError **error)
{
    const UpstandSheetColumn columns[] = {
        { .title = _ ("Name"), .width = 36 },
        { .title = _ ("What it does"), .width = 44 },
        { .title = _ ("First met"), .kind = UPSTAND_CELL_DATE },
        { .title = _ ("Last met"), .kind = UPSTAND_CELL_DATE },
        { .title = _ ("Times met"), .kind = UPSTAND_CELL_WHOLE },
        { .title = _ ("State"), .width = 18 },
        { .title = _ ("Cleared for the public"), .kind = UPSTAND_CELL_YES_NO },
        { .title = _ ("Review due"), .kind = UPSTAND_CELL_DATE },
    };
    g_autoptr (UpstandSheet) sheet =
        upstand_sheet_new ("organisations", _ ("Organisations"), columns, G_N_ELEMENTS (columns));
    g_autoptr (GPtrArray) contacts =
        upstand_contacts_load (request->database, thresholds, last, error);
    if (!contacts)
        return FALSE;
    for (guint i = 0; i < contacts->len; i++) {
        const UpstandContact *contact = g_ptr_array_index (contacts, i);
        g_autofree char *what = upstand_database_text (request->database, NULL,
            "SELECT what FROM organisation WHERE id = $1", "i", contact->organisation_id);
        gboolean cleared = upstand_database_number (request->database, 0, NULL,
                               "SELECT cleared FROM organisation WHERE id = $1", "i",
                               contact->organisation_id) != 0;
        const UpstandCell cells[] = {
            upstand_cell_text (contact->name),
            upstand_cell_text (what),
            upstand_cell_date (contact->first_met),
            upstand_cell_date (contact->last_met),
            upstand_cell_whole (contact->n_met),
            upstand_cell_text (upstand_contact_state_get_label (contact->state)),
            upstand_cell_yes_no (cleared),
            upstand_cell_date (contact->review),
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
    UpstandThresholds thresholds;
    upstand_plan_ratings_read_thresholds (database, &thresholds);
    g_autoptr (UpstandBook) book =
        upstand_return_book_new (request, gettext (upstand_engagement_return.title));
    g_autoptr (GPtrArray) chains = upstand_chains_load (database, &thresholds, last, error);
    if (!chains)
        return NULL;
    add_engagements (book, request);
    if (!add_kinds (book, request, error) || !add_coverage (book, request, error))
        return NULL;
    add_chains (book, chains, database, last);
    add_said_and_did (book, chains, database, last);
    upstand_return_add_register (book, "findings", _ ("Scrutiny findings"),
        &upstand_panel_finding_type, "state", 0, database);
    if (!add_organisations (book, request, &thresholds, last, error))
        return NULL;
    add_cleared (book, database);
    g_autofree char *words = upstand_chains_describe (chains);
    upstand_book_add_fact (book, _ ("Heard and changed"), words);
    return g_steal_pointer (&book);
}

const UpstandReturn upstand_engagement_return = {
    .id = "engagement",
    .title = N_ ("Engagement report"),
    .cadence = UPSTAND_PERIOD_QUARTERLY,
    .classification = "OFFICIAL-SENSITIVE",
    .build = build,
};
