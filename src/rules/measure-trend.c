/* SPDX-License-Identifier: MIT */
#include "rules/measure-trend.h"

#include <glib/gi18n-lib.h>

static gboolean
is_provisional (const UpstandMeasures *self, guint line, guint period)
{
    const UpstandMeasuresLine *found =
        upstand_measures_outline_get_line (upstand_measures_get_outline (self), line);
    const guint read[] = { line, found->numerator, found->denominator };
    for (guint i = 0; i < G_N_ELEMENTS (read); i++)
        if (read[i] != UPSTAND_NOWHERE &&
            upstand_measures_get_cell (self, read[i], period)->provisional)
            return TRUE;
    return FALSE;
}

/* The same period a year before, where the two can be laid beside each other. */
static UpstandFigure
get_year_before (const UpstandMeasures *self, guint line, const UpstandMeasureTrendPoint *point)
{
    UpstandMeasuresOutline *outline = upstand_measures_get_outline (self);
    UpstandPeriod before = upstand_period_year_before (&point->covers);
    guint period = upstand_measures_outline_find_period (outline, &before);
    UpstandPeriod covered;
    if (point->is_part || period == UPSTAND_NOWHERE ||
        !upstand_measures_outline_get_cell_period (outline, line, period, &covered) ||
        upstand_period_is_part (&covered) ||
        upstand_measures_outline_find_break (outline, line, covered.end, point->covers.end))
        return (UpstandFigure){ 0 };
    return upstand_measures_get_figure (self, line, period);
}

GArray *
upstand_measures_get_trend (const UpstandMeasures *self, guint line)
{
    UpstandMeasuresOutline *outline = upstand_measures_get_outline (self);
    GArray *trend = g_array_new (FALSE, TRUE, sizeof (UpstandMeasureTrendPoint));
    guint n = upstand_measures_outline_get_n_periods (outline);
    UpstandDay last_end = 0;
    for (guint period = 0; period < n; period++) {
        UpstandMeasureTrendPoint point = { .period = period };
        if (!upstand_measures_outline_get_cell_period (outline, line, period, &point.covers))
            continue;
        point.figure = upstand_measures_get_figure (self, line, period);
        point.rate = upstand_measures_get_rate (self, line, period);
        point.earlier = upstand_measures_get_cell (self, line, period)->earlier;
        point.is_part = upstand_period_is_part (&point.covers);
        point.is_provisional = is_provisional (self, line, period);
        point.year_before = get_year_before (self, line, &point);
        if (last_end)
            point.after =
                upstand_measures_outline_find_break (outline, line, last_end, point.covers.end);
        last_end = point.covers.end;
        g_array_append_val (trend, point);
    }
    return trend;
}

char *
upstand_measures_describe_trend (const UpstandMeasures *self, guint line)
{
    UpstandMeasuresOutline *outline = upstand_measures_get_outline (self);
    g_autoptr (GArray) trend = upstand_measures_get_trend (self, line);
    g_autofree char *name = upstand_measures_outline_name_line (outline, line);
    for (guint i = trend->len; i-- > 0;) {
        const UpstandMeasureTrendPoint *point = &g_array_index (trend, UpstandMeasureTrendPoint, i);
        if (!upstand_figure_has_value (point->figure))
            continue;
        g_autofree char *label = upstand_period_label (&point->covers);
        g_autofree char *figure = upstand_figure_format (point->figure);
        if (!upstand_figure_has_value (point->year_before))
            /* Translators: "Arrests: Rape: 34 in 2022-23-Q4." */
            return g_strdup_printf (_ ("%s: %s in %s."), name, figure, label);
        g_autofree char *before = upstand_figure_format (point->year_before);
        /* Translators: "Arrests: Rape: 34 in 2022-23-Q4, 30 a year before." */
        return g_strdup_printf (_ ("%s: %s in %s, %s a year before."), name, figure, label, before);
    }
    return g_strdup_printf (_ ("%s: no figures yet."), name);
}
