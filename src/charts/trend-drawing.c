/* SPDX-License-Identifier: MIT */
#include "charts/trend-private.h"

#include <math.h>

#define NARROW_LABEL 2.5 /* lines of text above the plot of a narrow row */
#define BREAK_STRIP 1.1 /* lines of text over the plot for the notes of breaks */

/* Where one row is, and its scale. */
typedef struct {
    const TrendChart *chart;
    const TrendRow *row;
    double top, plot_top, plot_bottom;
    UpstandScale scale;
} Place;

/* Where there is one series its figures stand beside the points. */
static gboolean
has_numbers (const TrendChart *chart)
{
    return chart->rows->len == 1;
}

static void
init_place (Place *place, const TrendChart *chart, const UpstandFrame *frame, guint index)
{
    double room;

    place->chart = chart;
    place->row = upstand_trend_chart_get_row (chart, index);
    place->top = round (upstand_frame_get_row_y (frame, index));
    place->plot_top = place->top + round (frame->line * (frame->narrow ? NARROW_LABEL : 0.5));
    if (has_numbers (chart))
        place->plot_top += round (frame->line);
    if (chart->has_breaks)
        place->plot_top += round (frame->line * BREAK_STRIP);
    place->plot_bottom = place->top + frame->row_height - round (frame->line * 0.5);
    room = MAX (1, place->plot_bottom - place->plot_top);
    upstand_scale_init (&place->scale, 0,
        chart->common_scale ? chart->largest : place->row->largest, UPSTAND_FIGURE_ONE,
        MAX (1, (guint)(room / (1.3 * frame->line))), place->plot_bottom, place->plot_top);
}

static double
get_x (const UpstandFrame *frame, guint period)
{
    return round (upstand_columns_get_x (&frame->columns, period) + frame->columns.each / 2);
}

static void
draw_label (UpstandPen *pen, const UpstandFrame *frame, const TrendRow *row, guint index)
{
    const UpstandLabelPart parts[] = {
        { UPSTAND_FACE_BOLD, UPSTAND_INK_TEXT, row->title, 2 },
        { UPSTAND_FACE_TEXT, UPSTAND_INK_TEXT, row->standing, 2 },
        { UPSTAND_FACE_SMALL, UPSTAND_INK_DIM, row->beside, 1 },
        { UPSTAND_FACE_SMALL, UPSTAND_INK_DIM, row->earlier, 1 },
        { UPSTAND_FACE_SMALL, UPSTAND_INK_DIM, row->note, 2 },
    };

    upstand_frame_draw_label (frame, pen, index, parts, frame->narrow ? 4 : G_N_ELEMENTS (parts));
}

/* Lines from point to point: whole ones, or those to a figure that may still change. */
static void
add_lines (cairo_t *cr, const UpstandFrame *frame, const Place *place,
    const UpstandTrendPoint *points, gboolean certain)
{
    for (guint i = MAX (frame->columns.first, 1); i < frame->columns.end; i++) {
        const UpstandTrendPoint *from = &points[i - 1], *to = &points[i];

        if (!upstand_figure_has_value (from->figure) || !upstand_figure_has_value (to->figure) ||
            !upstand_trend_row_is_joined (place->row, i) || i == frame->columns.first ||
            certain != (from->kind == UPSTAND_TREND_FINAL && to->kind == UPSTAND_TREND_FINAL))
            continue;
        cairo_move_to (
            cr, get_x (frame, i - 1), upstand_scale_place (&place->scale, from->figure.value));
        cairo_line_to (cr, get_x (frame, i), upstand_scale_place (&place->scale, to->figure.value));
    }
}

static void
draw_lines (UpstandPen *pen, const UpstandFrame *frame, const Place *place,
    const UpstandTrendPoint *points, UpstandInk ink, double width)
{
    static const double dashes[] = { 4, 3 };

    if (!pen->cr)
        return;
    upstand_pen_take (pen, ink);
    cairo_set_line_width (pen->cr, width);
    cairo_new_path (pen->cr);
    add_lines (pen->cr, frame, place, points, TRUE);
    cairo_stroke (pen->cr);
    add_lines (pen->cr, frame, place, points, FALSE);
    cairo_set_dash (pen->cr, dashes, G_N_ELEMENTS (dashes), 0);
    cairo_stroke (pen->cr);
    cairo_set_dash (pen->cr, NULL, 0, 0);
}

static void
draw_earlier (UpstandPen *pen, const UpstandFrame *frame, const Place *place)
{
    const UpstandFigure *figures = place->row->year_before;

    if (!pen->cr)
        return;
    upstand_pen_take (pen, UPSTAND_INK_DIM);
    cairo_set_line_width (pen->cr, 1);
    cairo_new_path (pen->cr);
    for (guint i = frame->columns.first; i < frame->columns.end; i++) {
        double x = get_x (frame, i), y;

        if (!upstand_figure_has_value (figures[i]))
            continue;
        y = upstand_scale_place (&place->scale, figures[i].value);
        /* A short stroke for each figure shows one that nothing is joined to. */
        cairo_move_to (pen->cr, x - 4, y);
        cairo_line_to (pen->cr, x + 4, y);
        if (i > frame->columns.first && upstand_figure_has_value (figures[i - 1])) {
            cairo_move_to (pen->cr, get_x (frame, i - 1),
                upstand_scale_place (&place->scale, figures[i - 1].value));
            cairo_line_to (pen->cr, x, y);
        }
    }
    cairo_stroke (pen->cr);
}

/* Over its point, or under it where the line comes down to it from both sides. */
static void
draw_number (UpstandPen *pen, const UpstandFrame *frame, const Place *place, guint period)
{
    const UpstandTrendPoint *points = place->row->points;
    gint64 value = points[period].figure.value;
    g_autofree char *number = upstand_amount_format (points[period].figure, place->row->amount);
    double y = upstand_scale_place (&place->scale, value), width = frame->columns.each;
    gboolean falls = period > 0 && points[period - 1].figure.value > value;
    gboolean rises =
        period + 1 < place->chart->n_periods && points[period + 1].figure.value > value;
    gboolean under = falls && rises && y + 1.5 * frame->line < place->plot_bottom;

    upstand_pen_text (pen, UPSTAND_FACE_BOLD, UPSTAND_INK_ON_TRACK, number,
        upstand_columns_get_x (&frame->columns, period), y + (under ? 0.85 : -0.85) * frame->line,
        width, UPSTAND_ALIGN_CENTRE);
}

static void
draw_points (UpstandPen *pen, const UpstandFrame *frame, const Place *place, gboolean second)
{
    static const UpstandShape shapes[2][UPSTAND_TREND_PART + 1] = {
        { UPSTAND_SHAPE_DISC, UPSTAND_SHAPE_RING, UPSTAND_SHAPE_HALF_DISC },
        { UPSTAND_SHAPE_SQUARE, UPSTAND_SHAPE_HOLLOW_SQUARE, UPSTAND_SHAPE_HALF_SQUARE },
    };
    const UpstandTrendPoint *points = second ? place->row->second : place->row->points;
    UpstandInk ink = second ? UPSTAND_INK_TEXT : UPSTAND_INK_ON_TRACK;

    for (guint i = frame->columns.first; i < frame->columns.end; i++) {
        double x = get_x (frame, i), y, size = frame->line * (second ? 0.5 : 0.6);

        if (!upstand_figure_has_value (points[i].figure))
            continue;
        y = upstand_scale_place (&place->scale, points[i].figure.value);
        if (points[i].kind != UPSTAND_TREND_FINAL)
            upstand_pen_shape (pen, UPSTAND_SHAPE_DISC, UPSTAND_INK_GROUND, x, y, size);
        upstand_pen_shape (pen, shapes[second][points[i].kind], ink, x, y, size);
        if (has_numbers (place->chart) && !second)
            draw_number (pen, frame, place, i);
    }
}

/* A period without a figure is hatched from top to bottom and says why. */
static void
draw_hole (UpstandPen *pen, const UpstandFrame *frame, const Place *place, guint period)
{
    UpstandFigure figure = place->row->points[period].figure;
    g_autofree char *word = upstand_amount_format (figure, place->row->amount);
    double left = upstand_columns_get_x (&frame->columns, period) + 1;
    double width = frame->columns.each - 2;
    double used = upstand_pen_measure (pen, UPSTAND_FACE_SMALL, word) + 6;
    double y = (place->plot_top + place->plot_bottom) / 2;

    if (upstand_amount_is_hole (figure))
        upstand_pen_hatch (pen, UPSTAND_INK_LINE, left, place->plot_top, width,
            place->plot_bottom - place->plot_top);
    used = MIN (used, width);
    upstand_pen_box (pen, UPSTAND_INK_GROUND, left + (width - used) / 2, y - frame->line * 0.5,
        used, frame->line);
    upstand_pen_text (
        pen, UPSTAND_FACE_SMALL, UPSTAND_INK_DIM, word, left, y, width, UPSTAND_ALIGN_CENTRE);
}

static void
draw_break (UpstandPen *pen, const UpstandFrame *frame, const Place *place, guint period)
{
    double x = round (upstand_columns_get_x (&frame->columns, period));
    double top = place->plot_top - round (frame->line * BREAK_STRIP) -
                 (has_numbers (place->chart) ? round (frame->line) : 0);
    double right = frame->plot_x + frame->plot_width, sign = frame->line * 0.7;
    double y = top + frame->line * BREAK_STRIP / 2;

    for (double dash = top; dash < place->plot_bottom; dash += 6)
        upstand_pen_box (pen, UPSTAND_INK_SLIPPING, x, dash, 2, 4);
    /* The note stands where the next break leaves it room. */
    for (guint i = period + 1; i < frame->columns.end; i++)
        if (place->row->breaks[i]) {
            right = upstand_columns_get_x (&frame->columns, i);
            break;
        }
    upstand_pen_shape (pen, UPSTAND_SHAPE_FLAG, UPSTAND_INK_SLIPPING, x + 4 + sign / 2, y, sign);
    upstand_pen_text (pen, UPSTAND_FACE_SMALL, UPSTAND_INK_TEXT, place->row->breaks[period],
        x + 8 + sign, y, right - x - 8 - sign, UPSTAND_ALIGN_LEFT);
}

void
upstand_trend_chart_draw_row (
    const UpstandChart *base, UpstandPen *pen, const UpstandFrame *frame, guint index)
{
    const TrendChart *chart = (const TrendChart *)base;
    Place place;

    init_place (&place, chart, frame, index);
    if (index > 0)
        upstand_pen_box (
            pen, UPSTAND_INK_LINE, frame->margin, place.top, frame->width - 2 * frame->margin, 1);
    draw_label (pen, frame, place.row, index);
    upstand_scale_draw_upwards (&place.scale, pen, place.row->amount, frame->plot_x,
        frame->plot_width, frame->status_width);
    for (guint i = frame->columns.first; i < frame->columns.end; i++)
        if (!upstand_figure_has_value (place.row->points[i].figure))
            draw_hole (pen, frame, &place, i);
    for (guint i = frame->columns.first; i < frame->columns.end; i++)
        if (place.row->breaks[i])
            draw_break (pen, frame, &place, i);
    if (place.row->year_before)
        draw_earlier (pen, frame, &place);
    if (place.row->second) {
        draw_lines (pen, frame, &place, place.row->second, UPSTAND_INK_TEXT, 1.5);
        draw_points (pen, frame, &place, TRUE);
    }
    draw_lines (pen, frame, &place, place.row->points, UPSTAND_INK_ON_TRACK, 2);
    draw_points (pen, frame, &place, FALSE);
}

void
upstand_trend_chart_get_box (
    const UpstandFrame *frame, guint row, guint period, UpstandChartMark *box)
{
    double top = upstand_frame_get_row_y (frame, row);
    double label = frame->narrow ? round (frame->line * NARROW_LABEL) : 1;

    box->x = frame->plot_x;
    box->y = top + label;
    box->height = frame->row_height - label;
    if (period < frame->columns.first || period >= frame->columns.end)
        return; /* it has no width */
    box->x = upstand_columns_get_x (&frame->columns, period);
    box->width = frame->columns.each;
}
