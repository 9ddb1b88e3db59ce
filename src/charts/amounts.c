/* SPDX-License-Identifier: MIT */
#include "charts/amounts.h"

#include <glib/gi18n-lib.h>

#define FORM_OF_FRACTIONS 10 /* "of 2.5" takes the words of many */

UpstandShortfall
upstand_shortfall_of (UpstandFigure gap)
{
    if (!upstand_figure_has_value (gap))
        return (UpstandShortfall){ .shortage = gap, .surplus = gap };
    return (UpstandShortfall){
        .shortage = upstand_figure_of (MAX (gap.value, 0)),
        .surplus = upstand_figure_of (MAX (-gap.value, 0)),
    };
}

char *
upstand_shortfall_describe (const UpstandShortfall *shortfall)
{
    g_autofree char *lacking = upstand_amount_format (shortfall->shortage, UPSTAND_AMOUNT_NUMBER);
    g_autofree char *over = upstand_amount_format (shortfall->surplus, UPSTAND_AMOUNT_NUMBER);
    gboolean is_short = upstand_amount_is_some (shortfall->shortage);
    gboolean is_over = upstand_amount_is_some (shortfall->surplus);

    if (is_short && is_over)
        /* Translators: what some units lack, and what others have too many. */
        return g_strdup_printf (_ ("Short by %1$s, elsewhere over by %2$s"), lacking, over);
    if (is_short)
        return g_strdup_printf (_ ("Short by %s"), lacking);
    return is_over ? g_strdup_printf (_ ("Over by %s"), over) : NULL;
}

static char *
add_sign (char *number, UpstandAmount amount)
{
    g_autofree char *plain = number;

    /* Translators: a percentage. */
    return amount == UPSTAND_AMOUNT_PERCENT ? g_strdup_printf (_ ("%s%%"), plain)
                                            : g_steal_pointer (&plain);
}

char *
upstand_amount_format (UpstandFigure figure, UpstandAmount amount)
{
    if (upstand_figure_has_value (figure))
        return add_sign (upstand_figure_format (figure), amount);
    if (figure.state == UPSTAND_FIGURE_UNANSWERED)
        return g_strdup ("?");
    return upstand_figure_format (figure);
}

char *
upstand_amount_describe (UpstandFigure figure, UpstandAmount amount)
{
    if (upstand_figure_has_value (figure))
        return add_sign (upstand_figure_format (figure), amount);
    return upstand_figure_describe (figure);
}

UpstandCell
upstand_amount_to_cell (UpstandFigure figure, UpstandAmount amount)
{
    switch (figure.state) {
    case UPSTAND_FIGURE_VALUE: break;
    case UPSTAND_FIGURE_NOT_COLLECTED: return upstand_cell_hole (UPSTAND_CELL_NOT_COLLECTED);
    case UPSTAND_FIGURE_NOT_APPLICABLE: return upstand_cell_hole (UPSTAND_CELL_NOT_APPLICABLE);
    case UPSTAND_FIGURE_WITHHELD: return upstand_cell_hole (UPSTAND_CELL_WITHHELD);
    case UPSTAND_FIGURE_UNANSWERED:
    default: return upstand_cell_hole (UPSTAND_CELL_NOT_ANSWERED);
    }

    gboolean whole = figure.value % UPSTAND_FIGURE_ONE == 0;

    if (amount == UPSTAND_AMOUNT_PERCENT)
        return whole ? upstand_cell_percent (figure.value / UPSTAND_FIGURE_ONE, 0)
                     : upstand_cell_percent (figure.value, UPSTAND_FIGURE_PLACES);
    return whole ? upstand_cell_whole (figure.value / UPSTAND_FIGURE_ONE)
                 : upstand_cell_decimal (figure.value, UPSTAND_FIGURE_PLACES);
}

gboolean
upstand_amount_is_hole (UpstandFigure figure)
{
    return !upstand_figure_has_value (figure) && figure.state != UPSTAND_FIGURE_NOT_APPLICABLE;
}

gboolean
upstand_amount_is_some (UpstandFigure figure)
{
    return upstand_figure_has_value (figure) && figure.value > 0;
}

gulong
upstand_amount_plural (gint64 hundredths)
{
    return hundredths % UPSTAND_FIGURE_ONE == 0 ? (gulong)ABS (hundredths / UPSTAND_FIGURE_ONE)
                                                : FORM_OF_FRACTIONS;
}
