/* SPDX-License-Identifier: MIT */
#include "charts/scale.h"

#include <math.h>

static gint64
floor_to (gint64 value, gint64 step)
{
    return (value - (value < 0 ? step - 1 : 0)) / step * step;
}

void
upstand_scale_init (UpstandScale *scale, gint64 low, gint64 high, gint64 least, guint lines,
    double start, double end)
{
    static const gint64 digits[] = { 1, 2, 5 };
    gint64 tens = 1;
    guint digit = 0;

    lines = MAX (lines, 1);
    scale->step = 1;
    while (scale->step < least ||
           -floor_to (-high, scale->step) - floor_to (low, scale->step) > lines * scale->step) {
        if (++digit == G_N_ELEMENTS (digits)) {
            digit = 0;
            tens *= 10;
        }
        scale->step = digits[digit] * tens;
    }
    scale->low = floor_to (low, scale->step);
    scale->high = MAX (-floor_to (-high, scale->step), scale->low + scale->step);
    scale->start = start;
    scale->end = end;
}

double
upstand_scale_place (const UpstandScale *scale, gint64 value)
{
    value = CLAMP (value, scale->low, scale->high);
    return scale->start + (double)(value - scale->low) / (double)(scale->high - scale->low) *
                              (scale->end - scale->start);
}

void
upstand_scale_draw_across (
    const UpstandScale *scale, UpstandPen *pen, UpstandAmount amount, double y)
{
    double line = upstand_chart_style_get_line (pen->style);
    double pitch = upstand_scale_place (scale, scale->low + scale->step) - scale->start;
    g_autofree char *last = upstand_amount_format (upstand_figure_of (scale->high), amount);
    double width = MAX (upstand_pen_measure (pen, UPSTAND_FACE_SMALL, last), line) + 1;
    gint64 every = (gint64)ceil ((width + line * 0.5) / MAX (pitch, 0.1));

    for (gint64 value = scale->low; value <= scale->high; value += every * scale->step) {
        g_autofree char *number = upstand_amount_format (upstand_figure_of (value), amount);

        upstand_pen_text (pen, UPSTAND_FACE_SMALL, UPSTAND_INK_DIM, number,
            upstand_scale_place (scale, value) - width / 2, y, width, UPSTAND_ALIGN_CENTRE);
    }
}

void
upstand_scale_draw_grid_across (const UpstandScale *scale, UpstandPen *pen, double y, double height)
{
    if (!pen->cr)
        return;
    upstand_pen_take (pen, UPSTAND_INK_LINE);
    for (gint64 value = scale->low; value <= scale->high; value += scale->step)
        cairo_rectangle (
            pen->cr, round (upstand_scale_place (scale, value)), round (y), 1, round (height));
    cairo_fill (pen->cr);
}

void
upstand_scale_draw_upwards (const UpstandScale *scale, UpstandPen *pen, UpstandAmount amount,
    double x, double width, double room)
{
    double line = upstand_chart_style_get_line (pen->style), free_from = G_MAXDOUBLE;

    for (gint64 value = scale->low; value <= scale->high; value += scale->step) {
        g_autofree char *number = upstand_amount_format (upstand_figure_of (value), amount);
        double y = upstand_scale_place (scale, value);

        upstand_pen_box (pen, UPSTAND_INK_LINE, x, y, width, 1);
        if (y > free_from)
            continue;
        upstand_pen_text (pen, UPSTAND_FACE_SMALL, UPSTAND_INK_DIM, number, x - room, y,
            room - line * 0.3, UPSTAND_ALIGN_RIGHT);
        free_from = y - line;
    }
}
