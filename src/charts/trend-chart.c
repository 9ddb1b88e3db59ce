/* SPDX-License-Identifier: MIT */
#include "upstand-config.h"

#include "charts/trend-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LEAST_COLUMN 1.4 /* lines of text */

struct _UpstandTrend {
    TrendChart *chart;
};

const TrendRow *
upstand_trend_chart_get_row (const TrendChart *chart, guint row)
{
    return &g_array_index (chart->rows, TrendRow, row);
}

gboolean
upstand_trend_row_is_joined (const TrendRow *row, guint period)
{
    return row->breaks[period] == NULL;
}

static void
trend_row_free (TrendRow *row, guint n_periods)
{
    g_free (row->title);
    g_free (row->note);
    g_free (row->points);
    g_free (row->second);
    g_free (row->year_before);
    g_free (row->parts);
    for (guint i = 0; i < n_periods; i++)
        g_free (row->breaks[i]);
    g_free (row->breaks);
    g_free (row->standing);
    g_free (row->beside);
    g_free (row->earlier);
}

static void
trend_chart_finish (UpstandChart *base)
{
    TrendChart *chart = (TrendChart *)base;

    for (guint r = 0; r < chart->rows->len; r++)
        trend_row_free (&g_array_index (chart->rows, TrendRow, r), chart->n_periods);
    g_array_unref (chart->rows);
    g_strfreev (chart->periods);
    g_free (chart->first);
    g_free (chart->second);
}

static void
trend_chart_add_legend (const UpstandChart *base, UpstandLegend *legend)
{
    const TrendChart *chart = (const TrendChart *)base;

    if (chart->second) {
        upstand_legend_add (legend, UPSTAND_SHAPE_DISC, UPSTAND_INK_ON_TRACK, chart->first);
        upstand_legend_add (legend, UPSTAND_SHAPE_SQUARE, UPSTAND_INK_TEXT, chart->second);
    }
    if (chart->has_earlier)
        upstand_legend_add (
            legend, UPSTAND_SHAPE_DASH, UPSTAND_INK_DIM, _ ("The same period a year before"));
    if (chart->has_kinds[UPSTAND_TREND_PROVISIONAL])
        upstand_legend_add (
            legend, UPSTAND_SHAPE_RING, UPSTAND_INK_ON_TRACK, _ ("Provisional, may still change"));
    if (chart->has_kinds[UPSTAND_TREND_PART])
        upstand_legend_add (
            legend, UPSTAND_SHAPE_HALF_DISC, UPSTAND_INK_ON_TRACK, _ ("Part of the period only"));
    if (chart->has_breaks)
        upstand_legend_add (legend, UPSTAND_SHAPE_FLAG, UPSTAND_INK_SLIPPING,
            _ ("Series break: either side does not compare"));
}

static void
trend_chart_set_columns (const UpstandChart *base, const UpstandPen *pen, UpstandFrame *frame)
{
    const TrendChart *chart = (const TrendChart *)base;
    double inner = MAX (0, frame->width - 2 * frame->margin), gap = frame->line * 0.6;
    gboolean wide = !frame->narrow;
    gint64 most = (chart->largest / UPSTAND_FIGURE_ONE + 1) * UPSTAND_FIGURE_ONE;
    g_autofree char *number = upstand_amount_format (upstand_figure_of (most),
        chart->rows->len > 0 ? upstand_trend_chart_get_row (chart, 0)->amount
                             : UPSTAND_AMOUNT_NUMBER);

    /* The status column holds the numbers of the scales. */
    frame->status_width =
        MIN (upstand_pen_measure (pen, UPSTAND_FACE_SMALL, number) + gap * 1.5, inner * 0.2);
    frame->label_x = frame->margin;
    frame->label_width = wide ? CLAMP (inner * 0.26, 8 * frame->line, 22 * frame->line) : inner;
    frame->status_x = wide ? frame->label_x + frame->label_width + gap : frame->margin;
    frame->plot_x = frame->status_x + frame->status_width;
    frame->plot_width = MAX (0, frame->margin + inner - frame->plot_x);
    upstand_columns_init (&frame->columns, frame->plot_x, frame->plot_width, chart->n_periods,
        LEAST_COLUMN * frame->line, TRUE);
}

static void
trend_chart_draw_axis (const UpstandChart *base, UpstandPen *pen, const UpstandFrame *frame)
{
    const TrendChart *chart = (const TrendChart *)base;
    g_autofree char *hidden = upstand_columns_say_hidden (&frame->columns);

    if (hidden && !frame->narrow)
        upstand_pen_text (pen, UPSTAND_FACE_SMALL, UPSTAND_INK_DIM, hidden, frame->label_x,
            frame->axis_y + frame->axis_height - frame->line * 0.7, frame->label_width,
            UPSTAND_ALIGN_LEFT);
    upstand_columns_draw_headings (&frame->columns, pen, chart->periods, frame->axis_y,
        frame->axis_height - frame->line * 0.2);
}

static void
trend_chart_draw_under (const UpstandChart *base, UpstandPen *pen, const UpstandFrame *frame)
{
}

/* Marks -------------------------------------------------------------------------------------- */

static guint
trend_chart_get_row_of_mark (const UpstandChart *base, guint mark)
{
    return mark / ((const TrendChart *)base)->n_periods;
}

static guint
trend_chart_get_marks (const UpstandChart *base, guint row, guint *first)
{
    guint n = ((const TrendChart *)base)->n_periods;

    *first = row * n;
    return n;
}

static void
say_figure (GString *text, const char *name, const UpstandTrendPoint *point, UpstandAmount amount)
{
    g_autofree char *words = upstand_amount_describe (point->figure, amount);

    if (name)
        upstand_chart_add_sentence (text, _ ("%1$s: %2$s."), name, words);
    else
        upstand_chart_add_sentence (text, _ ("%s."), words);
    if (!upstand_figure_has_value (point->figure))
        return;
    if (point->kind == UPSTAND_TREND_PROVISIONAL)
        upstand_chart_add_sentence (text, _ ("Provisional."));
    if (point->kind == UPSTAND_TREND_PART)
        upstand_chart_add_sentence (text, _ ("Counted over a part of the period."));
}

static char *
say_parts (const UpstandTrendParts *parts)
{
    g_autofree char *numerator = upstand_amount_describe (parts->numerator, UPSTAND_AMOUNT_NUMBER);
    g_autofree char *denominator =
        upstand_amount_describe (parts->denominator, UPSTAND_AMOUNT_NUMBER);

    /* Translators: a rate's numerator and denominator: "124 of 200". */
    return g_strdup_printf (_ ("%1$s of %2$s"), numerator, denominator);
}

static char *
point_sentence (const TrendChart *chart, const TrendRow *row, guint period)
{
    GString *text = g_string_new (NULL);

    g_string_append_printf (text, _ ("%1$s, %2$s"), row->title, chart->periods[period]);
    g_string_append_c (text, '\n');
    say_figure (text, chart->first, &row->points[period], row->amount);
    if (row->parts) {
        g_autofree char *parts = say_parts (&row->parts[period]);

        upstand_chart_add_sentence (text, _ ("%s."), parts);
    }
    if (row->second)
        say_figure (text, chart->second, &row->second[period], row->amount);
    if (row->year_before) {
        g_autofree char *words = upstand_amount_describe (row->year_before[period], row->amount);

        upstand_chart_add_sentence (text, _ ("A year before: %s."), words);
    }
    if (row->breaks[period])
        upstand_chart_add_sentence (
            text, _ ("The series breaks before this: %s."), row->breaks[period]);
    return g_string_free (text, FALSE);
}

static void
trend_chart_fill_mark (const UpstandChart *base, const UpstandFrame *frame, UpstandChartMark *mark)
{
    const TrendChart *chart = (const TrendChart *)base;
    guint index = mark->index / chart->n_periods, period = mark->index % chart->n_periods;
    const TrendRow *row = upstand_trend_chart_get_row (chart, index);

    mark->id = row->id;
    mark->part = (int)period;
    mark->sentence = point_sentence (chart, row, period);
    upstand_trend_chart_get_box (frame, index, period, mark);
}

/* Table -------------------------------------------------------------------------------------- */

/* One line for each row and period: it holds everything, in columns that filters understand. */
static UpstandSheet *
trend_chart_table (UpstandChart *base)
{
    enum { TITLE, PERIOD, FIGURE, KIND, SECOND, EARLIER, NUMERATOR, DENOMINATOR, BREAK, N_COLUMNS };
    const TrendChart *chart = (const TrendChart *)base;
    const char *const kinds[] = { "", _ ("Provisional"), _ ("Part of the period only") };
    const UpstandSheetColumn columns[N_COLUMNS] = {
        [TITLE] = { .title = _ ("Series"), .width = 36 },
        [PERIOD] = { .title = _ ("Period"), .width = 14 },
        [FIGURE] = { .title = chart->first ? chart->first : _ ("Figure"),
            .kind = UPSTAND_CELL_DECIMAL },
        [KIND] = { .title = _ ("Standing"), .width = 22 },
        [SECOND] = { .title = chart->second ? chart->second : _ ("Second figure"),
            .kind = UPSTAND_CELL_DECIMAL },
        [EARLIER] = { .title = _ ("A year before"), .kind = UPSTAND_CELL_DECIMAL },
        [NUMERATOR] = { .title = _ ("Numerator"), .kind = UPSTAND_CELL_DECIMAL },
        [DENOMINATOR] = { .title = _ ("Denominator"), .kind = UPSTAND_CELL_DECIMAL },
        [BREAK] = { .title = _ ("Series break before it"), .width = 36 },
    };
    UpstandSheet *sheet = upstand_sheet_new ("trend", base->title, columns, N_COLUMNS);

    for (guint r = 0; r < chart->rows->len; r++) {
        const TrendRow *row = upstand_trend_chart_get_row (chart, r);

        for (guint p = 0; p < chart->n_periods; p++) {
            UpstandCell cells[N_COLUMNS] = {
                [TITLE] = upstand_cell_text (row->title),
                [PERIOD] = upstand_cell_text (chart->periods[p]),
                [FIGURE] = upstand_amount_to_cell (row->points[p].figure, row->amount),
                [KIND] = upstand_cell_text (kinds[row->points[p].kind]),
                [BREAK] = upstand_cell_text (row->breaks[p]),
            };

            if (row->second)
                cells[SECOND] = upstand_amount_to_cell (row->second[p].figure, row->amount);
            if (row->year_before)
                cells[EARLIER] = upstand_amount_to_cell (row->year_before[p], row->amount);
            if (row->parts) {
                cells[NUMERATOR] =
                    upstand_amount_to_cell (row->parts[p].numerator, UPSTAND_AMOUNT_NUMBER);
                cells[DENOMINATOR] =
                    upstand_amount_to_cell (row->parts[p].denominator, UPSTAND_AMOUNT_NUMBER);
            }
            upstand_sheet_add_row (sheet, cells);
        }
    }
    upstand_sheet_add_note (sheet, base->finding);
    return sheet;
}

static const UpstandChartClass trend_class = {
    .shape = { .axis = 2.4, .row = 5.8, .tallest_row = 9, .narrow_row = 8 },
    .empty = N_ ("Figures of several periods make a trend; there are none yet."),
    .finish = trend_chart_finish,
    .table = trend_chart_table,
    .add_legend = trend_chart_add_legend,
    .set_columns = trend_chart_set_columns,
    .draw_axis = trend_chart_draw_axis,
    .draw_under = trend_chart_draw_under,
    .draw_row = upstand_trend_chart_draw_row,
    .get_row = trend_chart_get_row_of_mark,
    .get_marks = trend_chart_get_marks,
    .fill_mark = trend_chart_fill_mark,
};

/* A single series has the whole picture. */
static const UpstandFrameShape single_shape = {
    .axis = 2.4, .row = 6, .tallest_row = 40, .narrow_row = 8, .ideal_row = 16
};

/* Making ------------------------------------------------------------------------------------- */

UpstandTrend *
upstand_trend_new (const UpstandChartWords *words, const UpstandTrendLayout *layout)
{
    g_return_val_if_fail (words != NULL && layout != NULL && layout->n_periods > 0, NULL);

    UpstandTrend *trend = g_new0 (UpstandTrend, 1);
    TrendChart *chart = upstand_chart_begin (&trend_class, sizeof (TrendChart), words);

    chart->n_periods = layout->n_periods;
    chart->periods = g_new0 (char *, layout->n_periods + 1);
    for (guint i = 0; i < layout->n_periods; i++)
        chart->periods[i] = upstand_chart_copy_text (layout->periods[i]);
    chart->first = layout->first ? upstand_chart_copy_text (layout->first) : NULL;
    chart->second = layout->second ? upstand_chart_copy_text (layout->second) : NULL;
    if (chart->second && !chart->first)
        chart->first = g_strdup (_ ("Figure"));
    chart->common_scale = layout->common_scale;
    chart->rows = g_array_new (FALSE, TRUE, sizeof (TrendRow));
    trend->chart = chart;
    return trend;
}

void
upstand_trend_free (UpstandTrend *trend)
{
    if (!trend)
        return;
    upstand_chart_unref (&trend->chart->base);
    g_free (trend);
}

static void
measure (TrendChart *chart, TrendRow *row)
{
    for (guint i = 0; i < chart->n_periods; i++) {
        row->largest = MAX (row->largest, row->points[i].figure.value);
        if (row->second)
            row->largest = MAX (row->largest, row->second[i].figure.value);
        if (row->year_before)
            row->largest = MAX (row->largest, row->year_before[i].value);
        if (upstand_figure_has_value (row->points[i].figure)) {
            row->latest = (int)i;
            chart->has_kinds[row->points[i].kind] = TRUE;
        }
        chart->has_breaks |= row->breaks[i] != NULL;
    }
    chart->has_earlier |= row->year_before != NULL;
    chart->largest = MAX (chart->largest, row->largest);
}

/* What stands beside the picture: the latest figures. */
static void
say_latest (const TrendChart *chart, TrendRow *row)
{
    guint at = (guint)MAX (row->latest, 0);
    g_autofree char *latest = upstand_amount_format (row->points[at].figure, row->amount);

    row->beside = g_strdup ("");
    row->earlier = g_strdup ("");
    if (row->latest < 0) {
        row->standing = g_strdup (_ ("No figure yet"));
        return;
    }
    if (row->parts) {
        g_autofree char *parts = say_parts (&row->parts[at]);

        /* Translators: a period, its rate, and what that was made of. */
        row->standing =
            g_strdup_printf (_ ("%1$s: %2$s (%3$s)"), chart->periods[at], latest, parts);
    } else {
        /* Translators: a period and its figure: "2022-23 Q4: 42". */
        row->standing = g_strdup_printf (_ ("%1$s: %2$s"), chart->periods[at], latest);
    }
    if (row->second) {
        g_autofree char *second = upstand_amount_format (row->second[at].figure, row->amount);

        g_free (row->beside);
        row->beside = g_strdup_printf (_ ("%1$s: %2$s"), chart->second, second);
    }
    if (row->year_before) {
        g_autofree char *before = upstand_amount_format (row->year_before[at], row->amount);

        g_free (row->earlier);
        row->earlier = g_strdup_printf (_ ("A year before: %s"), before);
    }
}

void
upstand_trend_add (UpstandTrend *trend, const UpstandTrendRow *given)
{
    g_return_if_fail (trend != NULL && given != NULL && given->points != NULL);

    TrendChart *chart = trend->chart;
    guint n = chart->n_periods;
    TrendRow row = {
        .id = given->id,
        .title = upstand_chart_copy_text (given->title),
        .note = upstand_chart_copy_text (given->note),
        .amount = given->amount,
        .points = g_memdup2 (given->points, n * sizeof *given->points),
        .second = chart->second ? g_memdup2 (given->second, n * sizeof *given->second) : NULL,
        .year_before = g_memdup2 (given->year_before, n * sizeof *given->year_before),
        .parts = g_memdup2 (given->parts, n * sizeof *given->parts),
        .breaks = g_new0 (char *, n),
        .latest = -1,
    };

    for (guint i = 0; i < given->n_breaks; i++) {
        guint before = given->breaks[i].before;

        if (before < n && !row.breaks[before])
            row.breaks[before] = upstand_chart_copy_text (given->breaks[i].note);
    }
    measure (chart, &row);
    say_latest (chart, &row);
    g_array_append_val (chart->rows, row);
}

/* Finding ------------------------------------------------------------------------------------ */

/* A figure of a part of a period, or beyond a break, compares with nothing. */
static gboolean
can_compare (const TrendRow *row, guint period)
{
    if (period == 0 || row->breaks[period])
        return FALSE;
    for (guint i = period - 1; i <= period; i++)
        if (!upstand_figure_has_value (row->points[i].figure) ||
            row->points[i].kind == UPSTAND_TREND_PART)
            return FALSE;
    return TRUE;
}

/* Between 0 and 1, so that large and small series stand side by side. */
static double
get_change (const TrendRow *row, guint period)
{
    double from = (double)row->points[period - 1].figure.value;
    double to = (double)row->points[period].figure.value;

    return fabs (to - from) / MAX (MAX (fabs (from), fabs (to)), 1);
}

static void
say_breaks (const TrendRow *row, const TrendChart *chart, GString *text)
{
    for (guint i = chart->n_periods; i-- > 0;)
        if (row->breaks[i]) {
            upstand_chart_add_sentence (text,
                _ ("The series breaks before %1$s: figures on either side do not compare."),
                chart->periods[i]);
            return;
        }
}

static char *
find_single (const TrendChart *chart, const TrendRow *row)
{
    GString *text = g_string_new (NULL);
    guint at = (guint)MAX (row->latest, 0);
    g_autofree char *now = upstand_amount_describe (row->points[at].figure, row->amount);

    if (row->latest < 0) {
        g_string_append (text, _ ("No period has a figure yet."));
        return g_string_free (text, FALSE);
    }
    if (can_compare (row, at)) {
        UpstandFigure before = row->points[at - 1].figure;
        gint64 change = row->points[at].figure.value - before.value;
        g_autofree char *then = upstand_amount_describe (before, row->amount);

        if (change > 0)
            /* Translators: a period, its figure, that of the period before, and that period. */
            upstand_chart_add_sentence (text, _ ("%1$s: %2$s, up from %3$s in %4$s."),
                chart->periods[at], now, then, chart->periods[at - 1]);
        else if (change < 0)
            upstand_chart_add_sentence (text, _ ("%1$s: %2$s, down from %3$s in %4$s."),
                chart->periods[at], now, then, chart->periods[at - 1]);
        else
            upstand_chart_add_sentence (text, _ ("%1$s: %2$s, the same as in %3$s."),
                chart->periods[at], now, chart->periods[at - 1]);
    } else {
        upstand_chart_add_sentence (text, _ ("%1$s: %2$s."), chart->periods[at], now);
    }
    if (row->points[at].kind == UPSTAND_TREND_PROVISIONAL)
        upstand_chart_add_sentence (text, _ ("This is provisional."));
    if (row->points[at].kind == UPSTAND_TREND_PART)
        upstand_chart_add_sentence (text, _ ("It covers a part of the period only."));
    if (row->second && upstand_figure_has_value (row->second[at].figure)) {
        g_autofree char *beside = upstand_amount_describe (row->second[at].figure, row->amount);

        upstand_chart_add_sentence (text, _ ("%1$s: %2$s."), chart->second, beside);
    }
    if (row->year_before && upstand_figure_has_value (row->year_before[at]))
        upstand_chart_add_sentence (text, _ ("%s."), row->earlier);
    say_breaks (row, chart, text);
    return g_string_free (text, FALSE);
}

static char *
find (const UpstandChart *base)
{
    const TrendChart *chart = (const TrendChart *)base;
    const TrendRow *most = NULL;
    GString *text = g_string_new (NULL);
    guint n = chart->rows->len, rose = 0, fell = 0, same = 0;
    int latest = -1;

    if (n == 1) {
        g_string_free (text, TRUE);
        return find_single (chart, upstand_trend_chart_get_row (chart, 0));
    }
    for (guint r = 0; r < n; r++)
        latest = MAX (latest, upstand_trend_chart_get_row (chart, r)->latest);

    guint at = (guint)MAX (latest, 0);

    for (guint r = 0; r < n; r++) {
        const TrendRow *row = upstand_trend_chart_get_row (chart, r);

        if (!can_compare (row, at))
            continue;

        gint64 change = row->points[at].figure.value - row->points[at - 1].figure.value;

        rose += change > 0;
        fell += change < 0;
        same += change == 0;
        if (change != 0 && (!most || get_change (row, at) > get_change (most, at)))
            most = row;
    }
    if (latest < 0)
        g_string_append (text, _ ("No period has a figure yet."));
    else if (rose + fell + same == 0)
        upstand_chart_add_sentence (
            text, _ ("%s: nothing to compare with yet."), chart->periods[at]);
    else
        /* Translators: two periods, and how many of so many series went up or down. */
        upstand_chart_add_sentence (text, _ ("%1$s to %2$s: %3$u of %4$u rose, %5$u fell."),
            chart->periods[at - 1], chart->periods[at], rose, n, fell);
    if (most) {
        g_autofree char *from = upstand_amount_describe (most->points[at - 1].figure, most->amount);
        g_autofree char *to = upstand_amount_describe (most->points[at].figure, most->amount);

        upstand_chart_add_sentence (
            text, _ ("The largest change: “%1$s”, from %2$s to %3$s."), most->title, from, to);
    }
    n -= rose + fell + same;
    if (n > 0 && rose + fell + same > 0)
        upstand_chart_add_sentence (
            text, ngettext ("%u cannot be compared.", "%u cannot be compared.", n), n);
    return g_string_free (text, FALSE);
}

UpstandChart *
upstand_trend_end (UpstandTrend *trend)
{
    g_return_val_if_fail (trend != NULL, NULL);

    TrendChart *chart = trend->chart;

    if (chart->rows->len == 1)
        chart->base.shape = single_shape;
    upstand_chart_end (&chart->base, chart->rows->len, chart->rows->len * chart->n_periods, find);
    g_free (trend);
    return &chart->base;
}
