/* SPDX-License-Identifier: MIT */
#include "returns/action-plan.h"

#include <glib/gi18n-lib.h>

#include "records/activity.h"
#include "records/dated-update.h"
#include "records/evidence.h"
#include "records/framework-records.h"
#include "records/plan.h"
#include "records/recommendation.h"
#include "records/requirement.h"
#include "returns/return-book.h"
#include "rules/plan-ratings.h"

static const char *
in_language (const char *english, const char *welsh)
{
    return welsh && g_str_has_prefix (upstand_return_language (), "cy") ? welsh : english;
}

static UpstandCell
rating_cell (UpstandRating rating)
{
    return upstand_cell_choice (upstand_rating_get_label (rating),
        upstand_rating_get_shape (rating), upstand_rating_get_tone (rating));
}

/* The plan by pillar and action -----------------------------------------------------------------
 */

enum {
    PLAN_PILLAR,
    PLAN_ACTION,
    PLAN_CODE,
    PLAN_TITLE,
    PLAN_DUTY,
    PLAN_CADENCE,
    PLAN_ORIGINAL,
    PLAN_CURRENT,
    PLAN_NEXT,
    PLAN_RATING,
    PLAN_REASON,
    PLAN_COMPUTED,
    PLAN_OVERRIDE,
    PLAN_PERCENT,
    PLAN_OWNER,
    PLAN_ACTIVITIES,
    PLAN_OVERDUE,
    PLAN_EVIDENCE,
    N_PLAN_COLUMNS
};

static UpstandSheet *
plan_sheet_new (void)
{
    const UpstandSheetColumn columns[N_PLAN_COLUMNS] = {
        [PLAN_PILLAR] = { .title = _ ("Pillar"), .width = 15 },
        [PLAN_ACTION] = { .title = _ ("Action"), .width = 20 },
        [PLAN_CODE] = { .title = _ ("Requirement"), .width = 13 },
        [PLAN_TITLE] = { .title = _ ("Title"), .width = 20 },
        [PLAN_DUTY] = { .title = _ ("Duty"),
            .width = 36,
            .definition = _ ("In our own words; the number leads to the framework's.") },
        [PLAN_CADENCE] = { .title = _ ("Cadence"), .width = 12 },
        [PLAN_ORIGINAL] = { .title = _ ("Original deadline"), .kind = UPSTAND_CELL_DATE },
        [PLAN_CURRENT] = { .title = _ ("Current deadline"), .kind = UPSTAND_CELL_DATE },
        [PLAN_NEXT] = { .title = _ ("Next due"),
            .kind = UPSTAND_CELL_DATE,
            .definition = _ ("The last day in time for what falls due next.") },
        [PLAN_RATING] = { .title = _ ("Rating"),
            .kind = UPSTAND_CELL_CHOICE,
            .width = 14,
            .definition = _ ("Computed from dates, progress and evidence, unless set by hand.") },
        [PLAN_REASON] = { .title = _ ("Why"), .width = 30 },
        [PLAN_COMPUTED] = { .title = _ ("Computed rating"),
            .kind = UPSTAND_CELL_CHOICE,
            .width = 18 },
        [PLAN_OVERRIDE] = { .title = _ ("Rating set by hand"),
            .width = 24,
            .definition = _ ("Who set it, until when and why; empty: the rating is computed.") },
        [PLAN_PERCENT] = { .title = _ ("Percent"),
            .kind = UPSTAND_CELL_PERCENT,
            .definition = _ ("The mean of the activities that are not cancelled.") },
        [PLAN_OWNER] = { .title = _ ("Owner"), .width = 18 },
        [PLAN_ACTIVITIES] = { .title = _ ("Activities"), .kind = UPSTAND_CELL_WHOLE },
        [PLAN_OVERDUE] = { .title = _ ("Overdue"),
            .kind = UPSTAND_CELL_WHOLE,
            .definition = _ ("Activities that are past their due date and not complete.") },
        [PLAN_EVIDENCE] = { .title = _ ("Evidence"), .kind = UPSTAND_CELL_WHOLE },
    };
    return upstand_sheet_new ("plan", _ ("Plan"), columns, N_PLAN_COLUMNS);
}

static void
add_plan_row (UpstandSheet *sheet, UpstandPillar *pillar, UpstandAction *action,
    const UpstandDutyRating *duty)
{
    UpstandRequirement *requirement = duty->requirement;
    const UpstandRatingResult *result = &duty->result;
    g_autofree char *action_title =
        g_strdup_printf ("%s. %s", action->code, in_language (action->title_en, action->title_cy));
    g_autofree char *why = upstand_rating_explain (result, &duty->facts);
    g_autofree char *override = upstand_rating_explain_override (result, &duty->facts);
    UpstandCell cells[N_PLAN_COLUMNS] = {
        [PLAN_PILLAR] = upstand_cell_text (in_language (pillar->title_en, pillar->title_cy)),
        [PLAN_ACTION] = upstand_cell_text (action_title),
        [PLAN_CODE] = upstand_cell_text (requirement->code),
        [PLAN_TITLE] = upstand_cell_text (
            upstand_requirement_get_title (requirement, upstand_return_language ())),
        [PLAN_DUTY] = upstand_cell_text (
            upstand_requirement_get_duty (requirement, upstand_return_language ())),
        [PLAN_CADENCE] = upstand_cell_text (upstand_cadence_get_label (requirement->cadence)),
        [PLAN_ORIGINAL] = upstand_cell_date (duty->original_deadline),
        [PLAN_CURRENT] = upstand_cell_date (duty->current_deadline),
        [PLAN_NEXT] = upstand_cell_date (result->clock.due),
        [PLAN_RATING] = rating_cell (result->shown),
        [PLAN_REASON] = upstand_cell_text (why),
        [PLAN_COMPUTED] = rating_cell (result->computed),
        [PLAN_OVERRIDE] = upstand_cell_text (override),
        [PLAN_PERCENT] =
            duty->n_activities
                ? upstand_cell_percent (upstand_rating_facts_get_percent (&duty->facts), 0)
                : upstand_cell_blank (),
        [PLAN_OWNER] = upstand_cell_text (requirement->owner),
        [PLAN_ACTIVITIES] = upstand_cell_whole (duty->n_activities),
        [PLAN_OVERDUE] = upstand_cell_whole (duty->n_overdue),
        [PLAN_EVIDENCE] = upstand_cell_whole (duty->n_evidence),
    };
    upstand_sheet_add_row (sheet, cells);
}

/* The actions' distributions, and the chart of them ----------------------------------------------
 */

static UpstandSheet *
summary_sheet_new (void)
{
    UpstandSheetColumn columns[UPSTAND_N_RATINGS + 1] = {
        { .title = _ ("Action"), .width = 34 },
    };
    for (guint n = 0; n < UPSTAND_N_RATINGS - 1; n++)
        columns[n + 1] = (UpstandSheetColumn){
            .title = upstand_rating_get_label (upstand_rating_nth_worst (n)),
            .kind = UPSTAND_CELL_WHOLE,
        };
    columns[UPSTAND_N_RATINGS] =
        (UpstandSheetColumn){ .title = _ ("In all"), .kind = UPSTAND_CELL_WHOLE };
    return upstand_sheet_new ("summary", _ ("Summary"), columns, UPSTAND_N_RATINGS + 1);
}

static void
add_summary_row (UpstandSheet *sheet, UpstandAction *action, UpstandPlanRatings *ratings)
{
    UpstandDistribution parts =
        upstand_plan_ratings_of_action (ratings, action->parent_instance.id);
    g_autofree char *title =
        g_strdup_printf ("%s. %s", action->code, in_language (action->short_en, action->short_cy));
    UpstandCell cells[UPSTAND_N_RATINGS + 1] = { upstand_cell_text (title) };
    for (guint n = 0; n < UPSTAND_N_RATINGS - 1; n++)
        cells[n + 1] = upstand_cell_whole (parts.counts[upstand_rating_nth_worst (n)]);
    cells[UPSTAND_N_RATINGS] = upstand_cell_whole (parts.total);
    upstand_sheet_add_row (sheet, cells);
}

static void
add_chart (UpstandBook *book, UpstandPlanRatings *ratings)
{
    guint values[UPSTAND_N_RATINGS - 1];
    UpstandTone tones[UPSTAND_N_RATINGS - 1];
    for (guint n = 0; n < UPSTAND_N_RATINGS - 1; n++) {
        values[n] = n + 1;
        tones[n] = upstand_rating_get_tone (upstand_rating_nth_worst (n));
    }
    UpstandDistribution all = upstand_plan_ratings_of_action (ratings, 0);
    g_autofree char *finding = upstand_distribution_describe (&all);
    UpstandBookChart chart = {
        .kind = UPSTAND_BOOK_CHART_STACKED,
        .title = _ ("Requirements by rating"),
        .sheet = "summary",
        .category = 0,
        .values = values,
        .n_values = G_N_ELEMENTS (values),
        .tones = tones,
        .value_title = _ ("Requirements"),
        .description = finding,
    };
    upstand_book_add_chart (book, &chart);
}

/* The book ---------------------------------------------------------------------------------------
 */

static UpstandBook *
build (const UpstandReturnRequest *request, GError **error)
{
    g_autoptr (UpstandPlanRatings) ratings =
        upstand_plan_ratings_load (request->database, request->today, error);
    if (!ratings)
        return NULL;
    g_autoptr (GPtrArray) outline = upstand_plan_read_outline (request->database, 0, error);
    if (!outline)
        return NULL;
    g_autoptr (UpstandBook) book = upstand_return_book_new (request, _ ("Local action plan"));
    g_autofree char *as_at = upstand_date_format (request->today, UPSTAND_DATE_LONG);
    upstand_book_add_fact (book, _ ("Ratings as at"), as_at);
    g_autoptr (UpstandSheet) summary = summary_sheet_new ();
    g_autoptr (UpstandSheet) plan = plan_sheet_new ();
    for (guint p = 0; p < outline->len; p++) {
        UpstandOutlineNode *pillar = g_ptr_array_index (outline, p);
        for (guint a = 0; a < pillar->children->len; a++) {
            UpstandOutlineNode *action = g_ptr_array_index (pillar->children, a);
            add_summary_row (summary, action->record, ratings);
            for (guint r = 0; r < action->children->len; r++) {
                UpstandOutlineNode *node = g_ptr_array_index (action->children, r);
                add_plan_row (plan, pillar->record, action->record,
                    upstand_plan_ratings_get (ratings, UPSTAND_RECORD (node->record)->id));
            }
        }
    }
    UpstandDistribution all = upstand_plan_ratings_of_action (ratings, 0);
    g_autofree char *finding = upstand_distribution_describe (&all);
    upstand_book_add_fact (book, _ ("Requirements"), finding);
    upstand_book_add_sheet (book, summary);
    upstand_book_add_sheet (book, plan);
    UpstandDay since = request->since ? request->since : request->period.start;
    UpstandDatabase *database = request->database;
    g_autofree char *first = upstand_date_format (since, UPSTAND_DATE_SHORT);
    g_autofree char *updates = g_strdup_printf (_ ("Updates since %s"), first);
    upstand_return_add_register (
        book, "activities", _ ("Activities"), &upstand_activity_type, "due", 0, database);
    upstand_return_add_register (
        book, "evidence", _ ("Evidence"), &upstand_evidence_type, "dated", 0, database);
    upstand_return_add_register (
        book, "updates", updates, &upstand_dated_update_type, "dated", since, database);
    upstand_return_add_register (book, "recommendations", _ ("Recommendations"),
        &upstand_recommendation_type, "due", 0, database);
    add_chart (book, ratings);
    return g_steal_pointer (&book);
}

const UpstandReturn upstand_action_plan_return = {
    .id = "action-plan",
    .title = N_ ("Local action plan"),
    .cadence = UPSTAND_PERIOD_QUARTERLY,
    .classification = "OFFICIAL-SENSITIVE",
    .build = build,
};
