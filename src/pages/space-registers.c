/* SPDX-License-Identifier: MIT */
#include "pages/space-registers.h"

#include <glib/gi18n-lib.h>

#include "pages/space-lists.h"
#include "pages/step.h"
#include "records/activity.h"
#include "records/document.h"
#include "records/operation.h"
#include "records/partner.h"
#include "records/streetsafe.h"
#include "rules/period.h"
#include "rules/risk.h"
#include "rules/ties.h"

#define ICON "upstand-spaces-symbolic"

/* A review that is overdue ------------------------------------------------------------------------
 */

static UpstandDay
today_of (gpointer view)
{
    return upstand_register_view_get_today (UPSTAND_REGISTER_VIEW (view));
}

static gboolean
is_overdue (UpstandDay review, UpstandDay ended, gpointer view)
{
    UpstandDay today = today_of (view);
    return review && review < today && (!ended || ended > today);
}

static char *
overdue_words (UpstandDay review, UpstandDay ended, gpointer view)
{
    if (!is_overdue (review, ended, view))
        return NULL;
    guint days = today_of (view) - review;
    return g_strdup_printf (ngettext ("◆ %u day overdue", "◆ %u days overdue", days), days);
}

/* Spaces ----------------------------------------------------------------------------------------
 */

static gint64
score_of (UpstandRecord *record)
{
    const UpstandSpace *space = (UpstandSpace *)record;
    return upstand_risk_score (space->likelihood, space->harm);
}

static char *
risk_text (UpstandRecord *record, gpointer view)
{
    return upstand_space_risk_words (score_of (record));
}

static const char *
risk_style (UpstandRecord *record, gpointer view)
{
    switch (upstand_risk_get_tone (upstand_risk_of_score (score_of (record)))) {
    case UPSTAND_TONE_BAD: return "tone-bad";
    case UPSTAND_TONE_WARNING: return "tone-warning";
    case UPSTAND_TONE_GOOD: return "tone-good";
    default: return NULL;
    }
}

guint
upstand_space_count_aimed (UpstandStore *store, const UpstandSpace *space)
{
    static const char *const over[] = { "complete", "cancelled", NULL };
    if (!space->activities)
        return 0;
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_activity_type);
    upstand_list_query_where_ids (query, "id", UPSTAND_IS, space->activities);
    upstand_list_query_where (query, "state", UPSTAND_IS_NOT, over);
    return MAX (upstand_store_count (store, query, NULL), 0);
}

static char *
aimed_text (UpstandRecord *record, gpointer view)
{
    guint n = upstand_space_count_aimed (
        upstand_register_view_get_store (UPSTAND_REGISTER_VIEW (view)), (UpstandSpace *)record);
    if (!n)
        return g_strdup (_ ("○ Nothing"));
    return g_strdup_printf (ngettext ("%u activity", "%u activities", n), n);
}

static char *
space_overdue_text (UpstandRecord *record, gpointer view)
{
    const UpstandSpace *space = (UpstandSpace *)record;
    return overdue_words (space->review, space->closed, view);
}

static const char *
overdue_style (UpstandRecord *record, gpointer view)
{
    return "tone-bad";
}

static const UpstandTableExtra space_extras[] = {
    { "risk", N_ ("Risk"), risk_text, risk_style, "kind", 130, FALSE },
    { "aimed", N_ ("Aimed at it"), aimed_text, NULL, "sources", 110, FALSE },
    { "overdue", N_ ("Review"), space_overdue_text, overdue_style, "review", 140, FALSE },
};

static const char *const space_fields[] = { "name", "kind", "description", "likelihood", "harm",
    "confidence", "sources", "owner", "review", NULL };
static const char *const space_hidden[] = { "likelihood", "harm", "owner", NULL };

const UpstandRegister upstand_space_register = {
    .id = "spaces",
    .type = &upstand_space_type,
    .fields = space_fields,
    .icon_name = ICON,
    .new_label = N_ ("_New space"),
    .new_heading = N_ ("New space"),
    .edit_heading = N_ ("Space"),
    .advice = N_ ("Name a place, not a person or an address. The risk is likelihood times harm; how"
                  " sure you are stands beside it."),
    .search_label = N_ ("Search the spaces"),
    .empty_title = N_ ("No spaces yet"),
    .empty_words = N_ ("A space is where women and girls are in danger, or feel it: in the open,"
                       " behind a door, or online. Begin with one that you were told of."),
    .order = "harm",
    .descending = TRUE,
    .extras = space_extras,
    .n_extras = G_N_ELEMENTS (space_extras),
    .hidden = space_hidden,
};

/* Operations ------------------------------------------------------------------------------------
 */

static void
begin_operation (gpointer record, UpstandStore *store, UpstandDay today)
{
    ((UpstandOperation *)record)->dated = today;
}

static const char *const operation_fields[] = { "title", "dated", "spaces", "activity_id", "result",
    "owner", NULL };

static const UpstandRegister operations = {
    .id = "operations",
    .type = &upstand_operation_type,
    .fields = operation_fields,
    .icon_name = ICON,
    .new_label = N_ ("_New operation"),
    .new_heading = N_ ("New operation"),
    .edit_heading = N_ ("Operation"),
    .advice = N_ ("What was done, where, on which day; the result can be added later."),
    .search_label = N_ ("Search the operations"),
    .empty_title = N_ ("No operations yet"),
    .empty_words = N_ ("An operation is something that was done in a place on a day: a patrol in"
                       " the night-time economy, a take-down, lighting put right."),
    .order = "dated",
    .descending = TRUE,
    .begin = begin_operation,
};

/* StreetSafe ------------------------------------------------------------------------------------
 */

/* Counts come by the quarter that has ended. */
static void
begin_streetsafe (gpointer record, UpstandStore *store, UpstandDay today)
{
    UpstandStreetsafe *reports = record;
    UpstandPeriod last = upstand_period_last_ended (UPSTAND_PERIOD_QUARTERLY, today);
    reports->starts = last.start;
    reports->ends = last.end;
}

static const char *const streetsafe_fields[] = { "place", "space_id", "starts", "ends", "reports",
    "note", NULL };

static const UpstandRegister streetsafe = {
    .id = "streetsafe",
    .type = &upstand_streetsafe_type,
    .fields = streetsafe_fields,
    .icon_name = ICON,
    .new_label = N_ ("_New count"),
    .new_heading = N_ ("New StreetSafe count"),
    .edit_heading = N_ ("StreetSafe count"),
    .advice = N_ ("How many reports a place had in a period: a count, never a report itself."),
    .search_label = N_ ("Search the StreetSafe counts"),
    .empty_title = N_ ("No StreetSafe counts yet"),
    .empty_words = N_ ("StreetSafe lets people say where they feel unsafe. Enter how many reports"
                       " each place had in each period."),
    .order = "ends",
    .descending = TRUE,
    .begin = begin_streetsafe,
};

/* Partners --------------------------------------------------------------------------------------
 */

static char *
partner_overdue_text (UpstandRecord *record, gpointer view)
{
    return overdue_words (((UpstandPartner *)record)->review, 0, view);
}

static char *
duty_text (UpstandRecord *record, gpointer view)
{
    return ((UpstandPartner *)record)->statutory ? g_strdup (_ ("■ Statutory")) : NULL;
}

static const UpstandTableExtra partner_extras[] = {
    { "duty", N_ ("Bound by law"), duty_text, NULL, "sector", 120, FALSE },
    { "overdue", N_ ("Review"), partner_overdue_text, overdue_style, "review", 140, FALSE },
};

static const char *const partner_fields[] = { "name", "sector", "statutory", "what", "contact",
    "since", "crime_plan", "activities", "owner", "review", "cleared", NULL };
static const char *const partner_hidden[] = { "statutory", NULL };

static const UpstandRegister partners = {
    .id = "partners",
    .type = &upstand_partner_type,
    .fields = partner_fields,
    .icon_name = ICON,
    .new_label = N_ ("_New partner"),
    .new_heading = N_ ("New partner"),
    .edit_heading = N_ ("Partner"),
    .advice =
        N_ ("The contact is a role there, never a person. A public copy leaves the partner out"
            " unless it is cleared."),
    .search_label = N_ ("Search the partners"),
    .empty_title = N_ ("No partners yet"),
    .empty_words = N_ ("With whom are places made safer: councils, schools, health, courts, door"
                       " staff? Mark those whom the law binds to take part."),
    .order = "name",
    .extras = partner_extras,
    .n_extras = G_N_ELEMENTS (partner_extras),
    .hidden = partner_hidden,
};

/* Documents and processes -----------------------------------------------------------------------
 */

static char *
document_overdue_text (UpstandRecord *record, gpointer view)
{
    const UpstandDocument *document = (UpstandDocument *)record;
    return document->adopted ? overdue_words (document->review, document->withdrawn, view) : NULL;
}

static char *
stands_text (UpstandRecord *record, gpointer view)
{
    const UpstandDocument *document = (UpstandDocument *)record;
    if (document->withdrawn && document->withdrawn <= today_of (view))
        return g_strdup (_ ("Withdrawn"));
    return g_strdup (document->adopted ? _ ("In force") : _ ("Draft"));
}

/* A new one that names no requirement serves those that its kind is asked for by. */
static gboolean
save_document (UpstandStore *store, gpointer record, const char *step, GError **error)
{
    upstand_ties_settle (upstand_store_get_database (store), record);
    return upstand_step_save (store, record, step, error);
}

static const UpstandTableExtra document_extras[] = {
    { "stands", N_ ("Stands"), stands_text, NULL, "issue", 90, FALSE },
    { "overdue", N_ ("Review"), document_overdue_text, overdue_style, "review", 140, FALSE },
};

static const char *const document_fields[] = { "title", "kind_id", "issue", "adopted", "assessed",
    "owner", "review", "withdrawn", "reference", "requirements", "note", NULL };

static const UpstandRegister documents = {
    .id = "documents",
    .type = &upstand_document_type,
    .fields = document_fields,
    .icon_name = ICON,
    .new_label = N_ ("_New document"),
    .new_heading = N_ ("New document or process"),
    .edit_heading = N_ ("Document or process"),
    .advice = N_ ("Without a day of adoption it is a draft. From that day on it evidences its"
                  " requirements; left empty, those that ask for such a document."),
    .search_label = N_ ("Search the documents"),
    .empty_title = N_ ("No documents or processes yet"),
    .empty_words =
        N_ ("What a duty asks to be adopted or reviewed: the priority plan, policies with"
            " their equality impact assessment, strategies, risk tools."),
    .order = "review",
    .extras = document_extras,
    .n_extras = G_N_ELEMENTS (document_extras),
    .save = save_document,
};

const UpstandRegister *const upstand_space_registers[] = {
    &operations,
    &streetsafe,
    &partners,
    &documents,
    NULL,
};
