/* SPDX-License-Identifier: MIT */
#include "returns/data-return.h"

#include <glib/gi18n-lib.h>

#include "returns/data-sheets.h"
#include "returns/return-book.h"
#include "rules/measure-checks.h"
#include "rules/plan-ratings.h"

/* The figures, and the column that is asked for. */
static UpstandMeasures *
load (const UpstandReturnRequest *request, guint *period, GError **error)
{
    g_autoptr (UpstandMeasuresOutline) outline =
        upstand_measures_outline_load (request->database, upstand_return_language (),
            request->period.cadence, MAX (request->today, request->period.end), error);
    if (!outline)
        return NULL;
    *period = upstand_measures_outline_find_period (outline, &request->period);
    if (*period == UPSTAND_NOWHERE || !upstand_measures_outline_get_return (outline, *period)) {
        g_autofree char *label = upstand_period_label (&request->period);
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND,
            _ ("The plan's framework asks for no figures for %s."), label);
        return NULL;
    }
    return upstand_measures_load (outline, request->database, error);
}

/* (transfer full): the findings; @answered: each with its reason. */
static GPtrArray *
find (const UpstandReturnRequest *request, const UpstandMeasures *measures, guint period,
    GPtrArray **answered, GError **error)
{
    UpstandMeasureChecks checks = { .measures = measures, .period = period };
    g_autofree char *label = upstand_period_label (&request->period);
    upstand_plan_ratings_read_thresholds (request->database, &checks.thresholds);
    g_autoptr (GPtrArray) findings = upstand_measure_checks_run (&checks);
    if (!upstand_measure_checks_add_narrative (&checks, request->database, findings, error))
        return NULL;
    *answered = upstand_measure_checks_find_answers (
        request->database, upstand_data_return.id, label, findings, error);
    return *answered ? g_steal_pointer (&findings) : NULL;
}

static GPtrArray *
check (const UpstandReturnRequest *request, GError **error)
{
    guint period;
    g_autoptr (UpstandMeasures) measures = load (request, &period, error);
    g_autoptr (GPtrArray) answered = NULL;
    g_autoptr (GPtrArray) findings =
        measures ? find (request, measures, period, &answered, error) : NULL;
    if (!findings)
        return NULL;
    for (guint i = answered->len; i-- > 0;)
        if (!upstand_answered_finding_is_open (g_ptr_array_index (answered, i)))
            g_ptr_array_remove_index (findings, i);
    return g_steal_pointer (&findings);
}

/* Takes @sheet. */
static void
add_sheet (UpstandBook *book, UpstandSheet *sheet)
{
    upstand_book_add_sheet (book, sheet);
    g_object_unref (sheet);
}

static void
add_facts (UpstandBook *book, const UpstandMeasures *measures, guint period)
{
    guint owed, answered;
    upstand_measures_count_answers (measures, period, &owed, &answered);
    g_autofree char *words =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u figure that is owed",
                             "%u of %u figures that are owed", owed),
            answered, owed);
    upstand_book_add_fact (book, _ ("Answered"), words);
}

static UpstandBook *
build (const UpstandReturnRequest *request, GError **error)
{
    guint period;
    g_autoptr (UpstandMeasures) measures = load (request, &period, error);
    g_autoptr (GPtrArray) answered = NULL;
    g_autoptr (GPtrArray) findings =
        measures ? find (request, measures, period, &answered, error) : NULL;
    g_autoptr (UpstandSheet) narrative =
        findings ? upstand_data_sheet_narrative (measures, period, request->database, error) : NULL;
    if (!narrative)
        return NULL;
    UpstandMeasuresOutline *outline = upstand_measures_get_outline (measures);
    g_autoptr (UpstandBook) book = upstand_return_book_new (request, _ ("Data return"));
    add_facts (book, measures, period);
    for (guint area = 0; area < upstand_measures_outline_get_n_areas (outline); area++) {
        UpstandSheet *sheet = upstand_data_sheet_area (measures, area, period);
        if (sheet)
            add_sheet (book, sheet);
    }
    upstand_book_add_sheet (book, narrative);
    add_sheet (book, upstand_data_sheet_checks (answered));
    add_sheet (book, upstand_data_sheet_breaks (measures, period));
    add_sheet (book, upstand_data_sheet_measures (measures, period));
    return g_steal_pointer (&book);
}

const UpstandReturn upstand_data_return = {
    .id = "data",
    .title = N_ ("Data return"),
    .cadence = UPSTAND_PERIOD_QUARTERLY,
    .classification = "OFFICIAL-SENSITIVE",
    .build = build,
    .check = check,
};
