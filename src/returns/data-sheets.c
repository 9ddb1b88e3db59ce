/* SPDX-License-Identifier: MIT */
#include "returns/data-sheets.h"

#include <glib/gi18n-lib.h>

#include "records/list-query.h"
#include "returns/return-book.h"
#include "rules/measure-checks.h"
#include "rules/measure-trend.h"

/* Figures --------------------------------------------------------------------------------------
 */

enum {
    AREA_MEASURE,
    AREA_LINE,
    AREA_UNIT,
    AREA_FIGURE,
    AREA_NUMERATOR,
    AREA_DENOMINATOR,
    AREA_COVERS,
    AREA_PROVISIONAL,
    AREA_EARLIER,
    AREA_LAST,
    AREA_YEAR,
    AREA_NOTE,
    N_AREA_COLUMNS
};

static UpstandSheet *
area_sheet_new (const UpstandMeasuresArea *area)
{
    const UpstandCellKind number = UPSTAND_CELL_DECIMAL;
    const UpstandSheetColumn columns[N_AREA_COLUMNS] = {
        [AREA_MEASURE] = { .title = _ ("Measure"), .width = 30 },
        [AREA_LINE] = { .title = _ ("Told apart by"), .width = 30 },
        [AREA_UNIT] = { .title = _ ("Unit"), .width = 12 },
        [AREA_FIGURE] = { .title = _ ("Figure"),
            .kind = number,
            .width = 14,
            .definition = _ ("A number, or one of: not answered, not collected, not applicable, "
                             "withheld. Zero is a number.") },
        [AREA_NUMERATOR] = { .title = _ ("Numerator"),
            .kind = number,
            .definition = _ ("Of a rate, which is shown beside its parts; rounded to two decimal "
                             "places.") },
        [AREA_DENOMINATOR] = { .title = _ ("Denominator"), .kind = number },
        [AREA_COVERS] = { .title = _ ("Covers"),
            .width = 24,
            .definition = _ ("The days, where the figure covers only a part of the period.") },
        [AREA_PROVISIONAL] = { .title = _ ("Provisional"), .kind = UPSTAND_CELL_YES_NO },
        [AREA_EARLIER] = { .title = _ ("Before revision"),
            .kind = number,
            .definition = _ ("The figure that was given first, where it has been revised.") },
        [AREA_LAST] = { .title = _ ("Period before"),
            .kind = number,
            .definition = _ ("Empty where it covered only a part.") },
        [AREA_YEAR] = { .title = _ ("A year before"),
            .kind = number,
            .definition = _ ("Empty where the two cannot be compared.") },
        [AREA_NOTE] = { .title = _ ("Note"), .width = 40 },
    };
    return upstand_sheet_new (area->code, area->short_title, columns, N_AREA_COLUMNS);
}

static UpstandCell
figure_or_blank (UpstandFigure figure, guint places)
{
    return figure.state == UPSTAND_FIGURE_UNANSWERED ? upstand_cell_blank ()
                                                     : upstand_return_figure_cell (figure, places);
}

/* A breakdown that nobody must fill is left out until somebody does. */
static gboolean
is_shown (const UpstandMeasures *measures, guint line, guint period)
{
    UpstandMeasuresOutline *outline = upstand_measures_get_outline (measures);
    return upstand_measures_outline_is_asked (outline, line, period) &&
           (!upstand_measures_outline_get_line (outline, line)->further ||
               upstand_measures_get_cell (measures, line, period)->id);
}

static const UpstandMeasureTrendPoint *
find_point (const GArray *trend, guint period)
{
    for (guint i = 0; i < trend->len; i++)
        if (g_array_index (trend, UpstandMeasureTrendPoint, i).period == period)
            return &g_array_index (trend, UpstandMeasureTrendPoint, i);
    return NULL;
}

static void
add_line (UpstandSheet *sheet, const UpstandMeasures *measures, guint line, guint period)
{
    UpstandMeasuresOutline *outline = upstand_measures_get_outline (measures);
    const UpstandMeasuresLine *found = upstand_measures_outline_get_line (outline, line);
    const UpstandMeasuresMeasure *measure =
        upstand_measures_outline_get_measure (outline, found->measure);
    const UpstandMeasuresCell *cell = upstand_measures_get_cell (measures, line, period);
    g_autoptr (GArray) trend = upstand_measures_get_trend (measures, line);
    const UpstandMeasureTrendPoint *point = find_point (trend, period);
    const UpstandMeasureTrendPoint *last = period ? find_point (trend, period - 1) : NULL;
    gboolean rate = measure->kind == UPSTAND_MEASURE_RATE;
    guint places = upstand_measure_kind_get_decimals (measure->kind);
    g_autofree char *per = rate ? g_strdup_printf (_ ("per %d"), measure->per) : NULL;
    g_autofree char *days = point->is_part ? upstand_period_label (&point->covers) : NULL;
    UpstandCell cells[N_AREA_COLUMNS] = {
        [AREA_MEASURE] = upstand_cell_text (measure->title),
        [AREA_LINE] = upstand_cell_text (measure->end - measure->first > 1 ? found->title : NULL),
        [AREA_UNIT] =
            upstand_cell_text (rate ? per : gettext (upstand_measure_kinds[measure->kind].label)),
        [AREA_FIGURE] = upstand_return_figure_cell (point->figure, places),
        [AREA_COVERS] = upstand_cell_text (days),
        [AREA_PROVISIONAL] =
            point->is_provisional ? upstand_cell_yes_no (TRUE) : upstand_cell_blank (),
        [AREA_EARLIER] = figure_or_blank (point->earlier, places),
        [AREA_LAST] =
            last && !last->is_part ? figure_or_blank (last->figure, places) : upstand_cell_blank (),
        [AREA_YEAR] = figure_or_blank (point->year_before, places),
        [AREA_NOTE] = upstand_cell_text (cell->note),
    };
    if (rate) {
        cells[AREA_NUMERATOR] = upstand_return_figure_cell (point->rate.numerator, 0);
        cells[AREA_DENOMINATOR] = upstand_return_figure_cell (point->rate.denominator, 0);
    }
    upstand_sheet_add_row (sheet, cells);
}

UpstandSheet *
upstand_data_sheet_area (const UpstandMeasures *measures, guint area, guint period)
{
    UpstandMeasuresOutline *outline = upstand_measures_get_outline (measures);
    const UpstandMeasuresArea *found = upstand_measures_outline_get_area (outline, area);
    g_autoptr (UpstandSheet) sheet = area_sheet_new (found);
    for (guint m = found->first; m < found->end; m++) {
        const UpstandMeasuresMeasure *measure = upstand_measures_outline_get_measure (outline, m);
        for (guint line = measure->first; line < measure->end; line++)
            if (is_shown (measures, line, period))
                add_line (sheet, measures, line, period);
    }
    return upstand_sheet_get_n_rows (sheet) > 0 ? g_steal_pointer (&sheet) : NULL;
}

/* Words ----------------------------------------------------------------------------------------
 */

static void
add_question (UpstandSheet *sheet, const UpstandMeasuresOutline *outline, guint question,
    const UpstandNarrative *answer)
{
    const UpstandMeasuresQuestion *found =
        upstand_measures_outline_get_question (outline, question);
    const UpstandCell cells[] = {
        upstand_cell_text (upstand_measures_outline_get_area (outline, found->area)->title),
        upstand_cell_text (found->title),
        answer ? upstand_cell_text (answer->words) : upstand_cell_hole (UPSTAND_CELL_NOT_ANSWERED),
        upstand_cell_text (answer ? answer->post : NULL),
        upstand_cell_date (answer ? answer->dated : 0),
    };
    upstand_sheet_add_row (sheet, cells);
}

static gboolean
area_is_asked (const UpstandMeasuresOutline *outline, guint area, guint period)
{
    const UpstandMeasuresArea *found = upstand_measures_outline_get_area (outline, area);
    for (guint m = found->first; m < found->end; m++) {
        const UpstandMeasuresMeasure *measure = upstand_measures_outline_get_measure (outline, m);
        if (measure->first < measure->end &&
            upstand_measures_outline_is_asked (outline, measure->first, period))
            return TRUE;
    }
    return FALSE;
}

UpstandSheet *
upstand_data_sheet_narrative (
    const UpstandMeasures *measures, guint period, UpstandDatabase *database, GError **error)
{
    UpstandMeasuresOutline *outline = upstand_measures_get_outline (measures);
    const UpstandPeriod *whole = upstand_measures_outline_get_period (outline, period);
    g_autofree char *starts = upstand_date_to_iso (whole->start);
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_narrative_type);
    upstand_list_query_where (query, "starts", UPSTAND_IS, (const char *[]){ starts, NULL });
    g_autoptr (GPtrArray) answers = upstand_list_query_run (query, database, 0, error);
    if (!answers)
        return NULL;
    const UpstandSheetColumn columns[] = {
        { .title = _ ("Area"), .width = 26 },
        { .title = _ ("Question"), .width = 36 },
        { .title = _ ("Answer"), .width = 60 },
        { .title = _ ("Post"), .width = 26 },
        { .title = _ ("Date"), .kind = UPSTAND_CELL_DATE },
    };
    UpstandSheet *sheet =
        upstand_sheet_new ("narrative", _ ("In words"), columns, G_N_ELEMENTS (columns));
    for (guint q = 0; q < upstand_measures_outline_get_n_questions (outline); q++) {
        const UpstandMeasuresQuestion *question =
            upstand_measures_outline_get_question (outline, q);
        const UpstandNarrative *answer = NULL;
        for (guint i = 0; i < answers->len; i++) {
            const UpstandNarrative *each = g_ptr_array_index (answers, i);
            if (each->question_id == question->id && each->cadence == whole->cadence)
                answer = each;
        }
        if (question->area != UPSTAND_NOWHERE && area_is_asked (outline, question->area, period))
            add_question (sheet, outline, q, answer);
    }
    return sheet;
}

/* Checks, breaks, definitions --------------------------------------------------------------------
 */

UpstandSheet *
upstand_data_sheet_checks (GPtrArray *answered)
{
    const UpstandSheetColumn columns[] = {
        { .title = _ ("Severity"), .width = 12 },
        { .title = _ ("Finding"), .width = 70 },
        { .title = _ ("Reason"), .width = 50 },
        { .title = _ ("Post"), .width = 26 },
        { .title = _ ("Date"), .kind = UPSTAND_CELL_DATE },
    };
    UpstandSheet *sheet =
        upstand_sheet_new ("checks", _ ("Checks"), columns, G_N_ELEMENTS (columns));
    for (guint i = 0; i < answered->len; i++) {
        const UpstandAnsweredFinding *each = g_ptr_array_index (answered, i);
        const UpstandCell cells[] = {
            upstand_cell_text (upstand_finding_severity_get_label (each->finding->severity)),
            upstand_cell_text (each->finding->sentence),
            upstand_cell_text (each->reason),
            upstand_cell_text (each->post),
            upstand_cell_date (each->dated),
        };
        upstand_sheet_add_row (sheet, cells);
    }
    return sheet;
}

UpstandSheet *
upstand_data_sheet_breaks (const UpstandMeasures *measures, guint period)
{
    UpstandMeasuresOutline *outline = upstand_measures_get_outline (measures);
    UpstandDay end = upstand_measures_outline_get_period (outline, period)->end;
    const UpstandSheetColumn columns[] = {
        { .title = _ ("First day of the new series"), .kind = UPSTAND_CELL_DATE, .width = 26 },
        { .title = _ ("Of"), .width = 36 },
        { .title = _ ("What changed"), .width = 70 },
    };
    UpstandSheet *sheet =
        upstand_sheet_new ("breaks", _ ("Breaks"), columns, G_N_ELEMENTS (columns));
    for (guint i = 0; i < upstand_measures_outline_get_n_breaks (outline); i++) {
        const UpstandMeasuresBreak *found = upstand_measures_outline_get_break (outline, i);
        const char *of = _ ("Every measure");
        if (found->measure != UPSTAND_NOWHERE)
            of = upstand_measures_outline_get_measure (outline, found->measure)->title;
        else if (found->area != UPSTAND_NOWHERE)
            of = upstand_measures_outline_get_area (outline, found->area)->title;
        const UpstandCell cells[] = { upstand_cell_date (found->dated), upstand_cell_text (of),
            upstand_cell_text (found->reason) };
        if (found->dated <= end)
            upstand_sheet_add_row (sheet, cells);
    }
    return sheet;
}

UpstandSheet *
upstand_data_sheet_measures (const UpstandMeasures *measures, guint period)
{
    UpstandMeasuresOutline *outline = upstand_measures_get_outline (measures);
    const UpstandSheetColumn columns[] = {
        { .title = _ ("Area"), .width = 24 },
        { .title = _ ("Measure"), .width = 30 },
        { .title = _ ("Definition"), .width = 60 },
        { .title = _ ("Unit"), .width = 12 },
        { .title = _ ("Basis"), .width = 26 },
        { .title = _ ("Baseline"), .width = 24 },
        { .title = _ ("Expected at one year"), .width = 24 },
        { .title = _ ("Expected at two years"), .width = 24 },
        { .title = _ ("What good looks like"), .width = 40 },
        { .title = _ ("Where the data is"), .width = 40 },
    };
    UpstandSheet *sheet =
        upstand_sheet_new ("measures", _ ("Measures"), columns, G_N_ELEMENTS (columns));
    for (guint m = 0; m < upstand_measures_outline_get_n_measures (outline); m++) {
        const UpstandMeasuresMeasure *measure = upstand_measures_outline_get_measure (outline, m);
        gboolean rate = measure->kind == UPSTAND_MEASURE_RATE;
        const UpstandCell cells[] = {
            upstand_cell_text (upstand_measures_outline_get_area (outline, measure->area)->title),
            upstand_cell_text (measure->title),
            upstand_cell_text (measure->definition),
            upstand_cell_text (gettext (upstand_measure_kinds[measure->kind].label)),
            upstand_cell_text (rate ? NULL : gettext (upstand_measure_bases[measure->basis].label)),
            upstand_cell_text (measure->baseline),
            upstand_cell_text (measure->one_year),
            upstand_cell_text (measure->two_years),
            upstand_cell_text (measure->good),
            upstand_cell_text (measure->source),
        };
        if (area_is_asked (outline, measure->area, period))
            upstand_sheet_add_row (sheet, cells);
    }
    return sheet;
}
