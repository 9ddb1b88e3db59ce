/* SPDX-License-Identifier: MIT */
#include "upstand-config.h"

#include "charts/columns.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LONGEST_WORD 6 /* lines of text; a longer one is cut */

void
upstand_columns_init (
    UpstandColumns *columns, double x, double width, guint n, double least, gboolean in_time)
{
    guint most = MAX (1, (guint)(MAX (width, 0) / MAX (least, 1)));
    guint shown = MIN (n, most);

    *columns =
        (UpstandColumns){ .x = x, .n = n, .first = in_time ? n - shown : 0, .in_time = in_time };
    columns->end = columns->first + shown;
    columns->each = MAX (width, 0) / MAX (shown, 1);
}

double
upstand_columns_get_x (const UpstandColumns *columns, guint column)
{
    return columns->x + ((double)column - columns->first) * columns->each;
}

/* The widest word of the headings, which no line break makes narrower. */
static double
measure_words (const UpstandPen *pen, const UpstandColumns *columns, char *const *titles)
{
    double widest = 0;

    for (guint i = columns->first; i < columns->end; i++) {
        g_auto (GStrv) words = g_strsplit (titles[i], " ", -1);

        for (guint w = 0; words[w]; w++)
            widest = MAX (widest, upstand_pen_measure (pen, UPSTAND_FACE_SMALL, words[w]));
    }
    return widest;
}

void
upstand_columns_draw_headings (
    const UpstandColumns *columns, UpstandPen *pen, char *const *titles, double y, double height)
{
    double line = upstand_chart_style_get_line (pen->style);
    double room =
        columns->in_time ? MIN (measure_words (pen, columns, titles) + 4, LONGEST_WORD * line) : 0;
    int lines = height < 1.8 * line ? 1 : 2;
    double right = upstand_columns_get_x (columns, columns->end);
    guint every = MAX (1, (guint)ceil (room / MAX (columns->each, 1)));

    for (guint i = columns->first; i < columns->end; i++) {
        double width = every > 1 ? room : columns->each - 4;
        double whole = MIN (upstand_pen_measure (pen, UPSTAND_FACE_SMALL, titles[i]), width);
        double x = upstand_columns_get_x (columns, i) + columns->each / 2;
        UpstandPen measuring = *pen;

        if ((columns->end - 1 - i) % every != 0)
            continue;
        measuring.cr = NULL;
        /* The last one, wider than its column, stays inside the plot. */
        x = MIN (x, right - whole / 2) - width / 2;

        double used = upstand_pen_paragraph (&measuring, UPSTAND_FACE_SMALL, UPSTAND_INK_DIM,
            titles[i], x, y, width, lines, UPSTAND_ALIGN_LEFT);

        upstand_pen_paragraph (pen, UPSTAND_FACE_SMALL, UPSTAND_INK_DIM, titles[i], x,
            y + height - used, width, lines, UPSTAND_ALIGN_CENTRE);
    }
}

char *
upstand_columns_say_hidden (const UpstandColumns *columns)
{
    guint hidden = columns->n - (columns->end - columns->first);

    if (hidden == 0)
        return NULL;
    if (columns->in_time)
        return g_strdup_printf (
            ngettext ("%u earlier one not shown", "%u earlier ones not shown", hidden), hidden);
    return g_strdup_printf (
        ngettext ("%u more column not shown", "%u more columns not shown", hidden), hidden);
}
