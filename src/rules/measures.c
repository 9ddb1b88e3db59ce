/* SPDX-License-Identifier: MIT */
#include "rules/measures.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "records/list-query.h"

struct _UpstandMeasures {
    UpstandMeasuresOutline *outline;
    guint n_periods;
    UpstandMeasuresCell *cells; /* line by line */
    GStringChunk *notes;
};

static UpstandMeasuresCell *
cell_at (const UpstandMeasures *self, guint line, guint period)
{
    return &self->cells[(gsize)line * self->n_periods + period];
}

/* Loading --------------------------------------------------------------------------------------
 */

/* Rows come by period: the days of the one before are usually those of the next. */
typedef struct {
    char starts[16], ends[16];
    UpstandPeriod covers;
    guint place;
} LastPeriod;

static void
read_period (UpstandMeasures *self, UpstandQuery *row, LastPeriod *last)
{
    const char *starts = upstand_query_text (row, 1), *ends = upstand_query_text (row, 2);
    if (strcmp (last->starts, starts) == 0 && strcmp (last->ends, ends) == 0)
        return;
    g_strlcpy (last->starts, starts, sizeof last->starts);
    g_strlcpy (last->ends, ends, sizeof last->ends);
    last->covers = (UpstandPeriod){ upstand_measures_outline_get_cadence (self->outline),
        upstand_date_from_iso (starts), upstand_date_from_iso (ends) };
    last->place = upstand_measures_outline_find_period (self->outline, &last->covers);
}

/* Of several rows for one cell they come revision by revision. */
static void
put (UpstandMeasuresCell *cell, const UpstandMeasuresCell *next)
{
    gboolean same_days = !cell->id || (cell->covers.start == next->covers.start &&
                                          cell->covers.end == next->covers.end);
    UpstandFigure earlier = cell->id && same_days ? cell->figure : (UpstandFigure){ 0 };
    gboolean clashes = cell->clashes || !same_days;
    *cell = *next;
    cell->earlier = earlier;
    cell->clashes = clashes;
}

static void
read_row (UpstandMeasures *self, UpstandQuery *row, LastPeriod *last)
{
    guint line =
        upstand_measures_outline_find_line_id (self->outline, upstand_query_number (row, 0));
    int state = upstand_choice_find (upstand_figure_states, upstand_query_text (row, 5));
    read_period (self, row, last);
    /* A later program may keep more than this one knows. */
    if (line == UPSTAND_NOWHERE || last->place == UPSTAND_NOWHERE || state < 0)
        return;
    const char *note = upstand_query_text (row, 10);
    UpstandMeasuresCell cell = {
        .figure = { upstand_query_number (row, 4), state },
        .id = upstand_query_number (row, 6),
        .version = upstand_query_number (row, 7),
        .revision = upstand_query_number (row, 3),
        .covers = last->covers,
        .provisional = upstand_query_number (row, 8),
        .follow_up = upstand_query_number (row, 9),
        .note = note ? g_string_chunk_insert (self->notes, note) : NULL,
    };
    put (cell_at (self, line, last->place), &cell);
}

UpstandMeasures *
upstand_measures_load (UpstandMeasuresOutline *outline, UpstandDatabase *database, GError **error)
{
    g_return_val_if_fail (outline && database, NULL);
    g_autoptr (UpstandMeasures) self = g_new0 (UpstandMeasures, 1);
    g_autoptr (GError) local = NULL;
    LastPeriod last = { .place = UPSTAND_NOWHERE };

    self->outline = upstand_measures_outline_ref (outline);
    self->n_periods = upstand_measures_outline_get_n_periods (outline);
    self->cells = g_new0 (UpstandMeasuresCell,
        (gsize)upstand_measures_outline_get_n_lines (outline) * self->n_periods);
    self->notes = g_string_chunk_new (1024);
    g_autoptr (UpstandQuery) rows = upstand_database_query (database, error,
        "SELECT line_id, starts, ends, revision, value, state, id, version, provisional, follow_up,"
        " note FROM measure_figure WHERE cadence = $1 ORDER BY starts, ends, line_id, revision",
        "t", upstand_period_cadence_to_key (upstand_measures_outline_get_cadence (outline)));
    if (!rows)
        return NULL;
    while (upstand_query_step (rows, &local))
        read_row (self, rows, &last);
    if (local) {
        g_propagate_error (error, g_steal_pointer (&local));
        return NULL;
    }
    return g_steal_pointer (&self);
}

void
upstand_measures_free (UpstandMeasures *self)
{
    if (!self)
        return;
    g_clear_pointer (&self->outline, upstand_measures_outline_unref);
    g_clear_pointer (&self->notes, g_string_chunk_free);
    g_free (self->cells);
    g_free (self);
}

UpstandMeasuresOutline *
upstand_measures_get_outline (const UpstandMeasures *self)
{
    return self->outline;
}

/* Cells ----------------------------------------------------------------------------------------
 */

static gboolean
is_inside (const UpstandMeasures *self, guint line, guint period)
{
    return line < upstand_measures_outline_get_n_lines (self->outline) && period < self->n_periods;
}

const UpstandMeasuresCell *
upstand_measures_get_cell (const UpstandMeasures *self, guint line, guint period)
{
    static const UpstandMeasuresCell unanswered;
    g_return_val_if_fail (is_inside (self, line, period), &unanswered);
    return cell_at (self, line, period);
}

void
upstand_measures_set_cell (
    UpstandMeasures *self, guint line, guint period, const UpstandMeasuresCell *cell)
{
    g_return_if_fail (is_inside (self, line, period));
    UpstandMeasuresCell *kept = cell_at (self, line, period);
    *kept = *cell;
    kept->note = cell->note ? g_string_chunk_insert (self->notes, cell->note) : NULL;
}

UpstandMeasureFigure *
upstand_measures_edit_cell (const UpstandMeasures *self, UpstandDatabase *database, guint line,
    guint period, gboolean revise, GError **error)
{
    g_return_val_if_fail (is_inside (self, line, period), NULL);
    const UpstandMeasuresCell *cell = cell_at (self, line, period);
    const UpstandMeasuresLine *found = upstand_measures_outline_get_line (self->outline, line);
    UpstandPeriod covers;
    if (upstand_measures_outline_get_measure (self->outline, found->measure)->kind ==
        UPSTAND_MEASURE_RATE) {
        g_set_error_literal (error, UPSTAND_ERROR, UPSTAND_ERROR_INVALID,
            _ ("A rate is worked out; change its numerator or denominator."));
        return NULL;
    }
    if (!upstand_measures_outline_get_cell_period (self->outline, line, period, &covers)) {
        g_set_error_literal (error, UPSTAND_ERROR, UPSTAND_ERROR_INVALID,
            _ ("This was not collected in that period."));
        return NULL;
    }
    g_autoptr (UpstandMeasureFigure) record = NULL;
    if (cell->id) {
        g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_measure_figure_type);
        upstand_list_query_only (query, cell->id);
        g_autoptr (GPtrArray) rows = upstand_list_query_run (query, database, 1, error);
        if (!rows)
            return NULL;
        if (rows->len)
            record = revise ? upstand_record_duplicate (g_ptr_array_index (rows, 0))
                            : upstand_record_copy (g_ptr_array_index (rows, 0));
    }
    if (!record) {
        record = upstand_record_new (&upstand_measure_figure_type);
        record->line_id = found->id;
        record->cadence = covers.cadence;
        record->starts = covers.start;
        record->ends = covers.end;
    } else if (revise) {
        record->revision++;
        record->provisional = FALSE;
    }
    return g_steal_pointer (&record);
}

void
upstand_measures_take (UpstandMeasures *self, const UpstandMeasureFigure *saved)
{
    UpstandPeriod covers = { saved->cadence, saved->starts, saved->ends };
    guint line = upstand_measures_outline_find_line_id (self->outline, saved->line_id);
    guint period = upstand_measures_outline_find_period (self->outline, &covers);
    if (line == UPSTAND_NOWHERE || period == UPSTAND_NOWHERE)
        return;
    UpstandMeasuresCell *cell = cell_at (self, line, period);
    UpstandFigure earlier =
        cell->id && saved->revision > cell->revision ? cell->figure : cell->earlier;
    *cell = (UpstandMeasuresCell){
        .figure = upstand_figure_from_members (saved->value, saved->state),
        .id = UPSTAND_RECORD (saved)->id,
        .version = UPSTAND_RECORD (saved)->version,
        .revision = saved->revision,
        .earlier = earlier,
        .covers = covers,
        .provisional = saved->provisional,
        .follow_up = saved->follow_up,
        .note = saved->note ? g_string_chunk_insert (self->notes, saved->note) : NULL,
    };
}

GPtrArray *
upstand_measures_list_revisions (const UpstandMeasures *self, UpstandDatabase *database, guint line,
    guint period, GError **error)
{
    g_return_val_if_fail (is_inside (self, line, period), NULL);
    const UpstandMeasuresCell *cell = cell_at (self, line, period);
    if (!cell->id)
        return g_ptr_array_new_with_free_func (g_object_unref);
    g_autofree char *starts = upstand_date_to_iso (cell->covers.start);
    g_autofree char *ends = upstand_date_to_iso (cell->covers.end);
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_measure_figure_type);
    upstand_list_query_where_id (
        query, "line_id", UPSTAND_IS, upstand_measures_outline_get_line (self->outline, line)->id);
    upstand_list_query_where (query, "starts", UPSTAND_IS, (const char *[]){ starts, NULL });
    upstand_list_query_where (query, "ends", UPSTAND_IS, (const char *[]){ ends, NULL });
    upstand_list_query_order (query, "revision", FALSE);
    return upstand_list_query_run (query, database, 0, error);
}

/* Sums and rates ---------------------------------------------------------------------------------
 */

UpstandMeasuresSum
upstand_measures_get_sum (const UpstandMeasures *self, const guint *lines, guint n, guint period)
{
    UpstandFigureSum sum = { 0 };
    for (guint i = 0; i < n; i++)
        upstand_figure_sum_add (&sum, cell_at (self, lines[i], period)->figure);
    return (
        UpstandMeasuresSum){ upstand_figure_sum_get (&sum), upstand_figure_sum_has_hole (&sum) };
}

/* What stands where one of two is not a number: the state that says most. */
static UpstandFigure
more_telling (UpstandFigure one, UpstandFigure other)
{
    static const UpstandFigureState order[] = { UPSTAND_FIGURE_NOT_APPLICABLE,
        UPSTAND_FIGURE_WITHHELD, UPSTAND_FIGURE_NOT_COLLECTED };
    for (guint i = 0; i < G_N_ELEMENTS (order); i++)
        if (one.state == order[i] || other.state == order[i])
            return upstand_figure_without (order[i]);
    return upstand_figure_without (UPSTAND_FIGURE_UNANSWERED);
}

UpstandMeasuresRate
upstand_measures_rate_of (UpstandFigure numerator, UpstandFigure denominator, int per)
{
    UpstandMeasuresRate rate = { numerator, denominator, more_telling (numerator, denominator),
        TRUE };
    if (!upstand_figure_has_value (numerator) || !upstand_figure_has_value (denominator))
        return rate;
    if (denominator.value == 0) {
        rate.figure = upstand_figure_without (UPSTAND_FIGURE_NOT_APPLICABLE);
        return rate;
    }
    gint64 scaled = numerator.value * per * UPSTAND_FIGURE_ONE;
    rate.is_exact = scaled % denominator.value == 0;
    rate.figure = upstand_figure_of ((scaled + denominator.value / 2) / denominator.value);
    return rate;
}

UpstandMeasuresRate
upstand_measures_get_rate (const UpstandMeasures *self, guint line, guint period)
{
    const UpstandMeasuresLine *found = upstand_measures_outline_get_line (self->outline, line);
    const UpstandMeasuresMeasure *measure =
        upstand_measures_outline_get_measure (self->outline, found->measure);
    UpstandFigure parts[2] = { { 0 }, { 0 } };
    const guint places[2] = { found->numerator, found->denominator };
    for (guint i = 0; i < 2; i++)
        if (places[i] != UPSTAND_NOWHERE)
            parts[i] = upstand_measures_get_cell (self, places[i], period)->figure;
    return upstand_measures_rate_of (parts[0], parts[1], measure->per);
}

UpstandFigure
upstand_measures_get_figure (const UpstandMeasures *self, guint line, guint period)
{
    const UpstandMeasuresLine *found = upstand_measures_outline_get_line (self->outline, line);
    const UpstandMeasuresMeasure *measure =
        upstand_measures_outline_get_measure (self->outline, found->measure);
    return measure->kind == UPSTAND_MEASURE_RATE
               ? upstand_measures_get_rate (self, line, period).figure
               : upstand_measures_get_cell (self, line, period)->figure;
}

char *
upstand_measures_rate_describe (const UpstandMeasuresRate *rate, int per)
{
    g_autofree char *numerator = upstand_figure_describe (rate->numerator);
    g_autofree char *denominator = upstand_figure_describe (rate->denominator);
    if (!upstand_figure_has_value (rate->figure))
        /* Translators: numerator and denominator of a rate that cannot be worked out */
        return g_strdup_printf (_ ("%s of %s"), numerator, denominator);
    g_autofree char *figure = upstand_figure_format (rate->figure);
    /* Translators: "12 of 34: 35.29 per 100" */
    return g_strdup_printf (
        rate->is_exact ? _ ("%s of %s: %s per %d") : _ ("%s of %s: %s per %d, rounded"), numerator,
        denominator, figure, per);
}

void
upstand_measures_count_answers (
    const UpstandMeasures *self, guint period, guint *owed, guint *answered)
{
    guint n = upstand_measures_outline_get_n_lines (self->outline);
    *owed = *answered = 0;
    for (guint line = 0; line < n; line++)
        if (upstand_measures_outline_is_owed (self->outline, line, period)) {
            ++*owed;
            *answered += cell_at (self, line, period)->figure.state != UPSTAND_FIGURE_UNANSWERED;
        }
}
