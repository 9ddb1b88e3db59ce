/* SPDX-License-Identifier: MIT */
#include "upstand-config.h"

#include "charts/time-axis.h"

#include "rules/period.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const double days_of_unit[] = {
    [UPSTAND_AXIS_WEEKS] = 7,
    [UPSTAND_AXIS_MONTHS] = 365.25 / 12,
    [UPSTAND_AXIS_QUARTERS] = 365.25 / 4,
    [UPSTAND_AXIS_YEARS] = 365.25,
};
static const int year_steps[] = { 1, 2, 5, 10, 20, 50, 100, 300 };

static UpstandDay
keep_in_years (UpstandDay day)
{
    return CLAMP (day, upstand_date_new (UPSTAND_AXIS_FIRST_YEAR, 1, 1),
        upstand_date_new (UPSTAND_AXIS_LAST_YEAR, 12, 31));
}

/* The widest heading of a unit in any month: labels of one band all show or none does. */
static double
label_width (const UpstandPen *pen, UpstandAxisUnit unit, gboolean whole)
{
    UpstandDay day = upstand_date_new (2021, 4, 26);
    int n = unit == UPSTAND_AXIS_YEARS ? 1 : unit == UPSTAND_AXIS_QUARTERS ? 4 : 12;
    double widest = 0;

    for (int i = 0; i < n; i++) {
        UpstandDay start =
            upstand_time_axis_floor (unit, 1, upstand_date_add_months (day, i * 12 / n));
        g_autofree char *label = upstand_time_axis_label (unit, start, whole);

        widest = MAX (widest, upstand_pen_measure (pen, UPSTAND_FACE_SMALL, label));
    }
    return widest + 8;
}

void
upstand_time_axis_init (UpstandTimeAxis *axis, const UpstandPen *pen, UpstandDay from,
    UpstandDay to, double x, double width)
{
    double per_day;
    guint step = 0;

    from = keep_in_years (from);
    to = keep_in_years (to);
    *axis = (UpstandTimeAxis){
        .from = MIN (from, to), .to = MAX (from, to), .x = x, .width = MAX (0, width), .years = 1
    };
    /* A plot of a million pixels is no reason for half a million headings. */
    per_day = MIN (axis->width, 20000) / (axis->to - axis->from + 1);

    axis->unit = UPSTAND_AXIS_WEEKS;
    while (axis->unit < UPSTAND_AXIS_YEARS &&
           per_day * days_of_unit[axis->unit] < label_width (pen, axis->unit, FALSE))
        axis->unit++;
    axis->above = axis->unit;
    if (axis->unit == UPSTAND_AXIS_YEARS) {
        double needed = label_width (pen, UPSTAND_AXIS_YEARS, FALSE);

        while (step + 1 < G_N_ELEMENTS (year_steps) &&
               per_day * days_of_unit[UPSTAND_AXIS_YEARS] * year_steps[step] < needed)
            step++;
        axis->years = year_steps[step];
        return;
    }
    do
        axis->above++;
    while (axis->above < UPSTAND_AXIS_YEARS &&
           per_day * days_of_unit[axis->above] < label_width (pen, axis->above, TRUE));
}

double
upstand_time_axis_get_x (const UpstandTimeAxis *axis, UpstandDay day)
{
    return axis->x +
           ((double)day - (double)axis->from) / ((double)axis->to - axis->from + 1) * axis->width;
}

UpstandDay
upstand_time_axis_floor (UpstandAxisUnit unit, int years, UpstandDay day)
{
    int year;
    UpstandDay start;

    switch (unit) {
    case UPSTAND_AXIS_WEEKS: return day - (day - 1) % 7; /* Julian day 1 was a Monday */
    case UPSTAND_AXIS_MONTHS: return upstand_period_current (UPSTAND_PERIOD_MONTHLY, day).start;
    case UPSTAND_AXIS_QUARTERS: return upstand_period_current (UPSTAND_PERIOD_QUARTERLY, day).start;
    case UPSTAND_AXIS_YEARS:
        start = upstand_period_current (UPSTAND_PERIOD_YEARLY, day).start;
        upstand_date_split (start, &year, NULL, NULL);
        return upstand_date_new (year - year % years, 4, 1);
    default: g_return_val_if_reached (day);
    }
}

UpstandDay
upstand_time_axis_next (UpstandAxisUnit unit, int years, UpstandDay start)
{
    switch (unit) {
    case UPSTAND_AXIS_WEEKS: return start + 7;
    case UPSTAND_AXIS_MONTHS: return upstand_date_add_months (start, 1);
    case UPSTAND_AXIS_QUARTERS: return upstand_date_add_months (start, 3);
    case UPSTAND_AXIS_YEARS: return upstand_date_add_months (start, 12 * years);
    default: g_return_val_if_reached (start + 1);
    }
}

char *
upstand_time_axis_label (UpstandAxisUnit unit, UpstandDay start, gboolean whole)
{
    UpstandPeriod period;
    int year, month, day;
    char *label;

    upstand_date_split (start, &year, &month, &day);
    switch (unit) {
    case UPSTAND_AXIS_WEEKS: return g_strdup_printf ("%d", day);
    case UPSTAND_AXIS_MONTHS:
        if (!whole)
            return g_strdup (upstand_date_get_month_name (month, UPSTAND_DATE_SHORT));
        /* Translators: a month's name and its year, "March 2022". */
        return g_strdup_printf (
            _ ("%1$s %2$d"), upstand_date_get_month_name (month, UPSTAND_DATE_SHORT), year);
    case UPSTAND_AXIS_QUARTERS:
        if (!whole)
            /* Translators: a quarter of the financial year; keep it as short as this. */
            return g_strdup_printf (_ ("Q%d"), (month + 8) % 12 / 3 + 1);
        period = upstand_period_current (UPSTAND_PERIOD_QUARTERLY, start);
        label = upstand_period_label (&period);
        return label;
    case UPSTAND_AXIS_YEARS:
        period = upstand_period_current (UPSTAND_PERIOD_YEARLY, start);
        return upstand_period_label (&period);
    default: g_return_val_if_reached (g_strdup (""));
    }
}

static void
draw_band (const UpstandTimeAxis *axis, UpstandPen *pen, UpstandAxisUnit unit, gboolean whole,
    double y, double height)
{
    double right = axis->x + axis->width;

    for (UpstandDay start = upstand_time_axis_floor (unit, axis->years, axis->from);
         start <= axis->to; start = upstand_time_axis_next (unit, axis->years, start)) {
        UpstandDay next = upstand_time_axis_next (unit, axis->years, start);
        double x1 = MAX (axis->x, upstand_time_axis_get_x (axis, start));
        double x2 = MIN (right, upstand_time_axis_get_x (axis, next));
        g_autofree char *label = upstand_time_axis_label (unit, start, whole);

        /* A unit cut off at an edge keeps its heading only where that fits whole. */
        if (upstand_pen_measure (pen, UPSTAND_FACE_SMALL, label) <= x2 - x1 - 2)
            upstand_pen_text (pen, UPSTAND_FACE_SMALL, UPSTAND_INK_DIM, label, x1, y + height / 2,
                x2 - x1, UPSTAND_ALIGN_CENTRE);
        if (x1 > axis->x + 1)
            upstand_pen_box (pen, UPSTAND_INK_LINE, x1, y, 1, height);
    }
}

void
upstand_time_axis_draw (const UpstandTimeAxis *axis, UpstandPen *pen, double y, double height)
{
    double lower = axis->above == axis->unit ? height : floor (height / 2);

    if (!(axis->width >= 1))
        return;
    if (axis->above != axis->unit)
        draw_band (axis, pen, axis->above, TRUE, y, height - lower);
    draw_band (axis, pen, axis->unit, FALSE, y + height - lower, lower);
}

void
upstand_time_axis_draw_grid (const UpstandTimeAxis *axis, UpstandPen *pen, double y, double height)
{
    if (!pen->cr || !(axis->width >= 1))
        return;
    upstand_pen_take (pen, UPSTAND_INK_LINE);
    for (UpstandDay start = upstand_time_axis_next (axis->unit, axis->years,
             upstand_time_axis_floor (axis->unit, axis->years, axis->from));
         start <= axis->to; start = upstand_time_axis_next (axis->unit, axis->years, start))
        cairo_rectangle (
            pen->cr, round (upstand_time_axis_get_x (axis, start)), y, 1, round (height));
    cairo_fill (pen->cr);
}
