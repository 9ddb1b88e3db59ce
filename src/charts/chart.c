/* SPDX-License-Identifier: MIT */
#include "upstand-config.h"

#include "charts/chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LONGEST_TEXT 300 /* characters; more never shows on one line */

gpointer
upstand_chart_new (const UpstandChartClass *class, gsize size, const char *title)
{
    UpstandChart *chart = g_malloc0 (size);

    chart->class = class;
    chart->shape = class->shape;
    g_atomic_ref_count_init (&chart->references);
    chart->title = upstand_chart_copy_text (title);
    return chart;
}

gpointer
upstand_chart_begin (const UpstandChartClass *class, gsize size, const UpstandChartWords *words)
{
    UpstandChart *chart = upstand_chart_new (class, size, words->title);

    if (words->finding)
        chart->finding = g_utf8_make_valid (words->finding, -1);
    if (words->empty)
        chart->empty = g_utf8_make_valid (words->empty, -1);
    return chart;
}

static const char *
get_empty_words (const UpstandChart *chart)
{
    return chart->empty ? chart->empty : _ (chart->class->empty);
}

void
upstand_chart_end (
    UpstandChart *chart, guint n_rows, guint n_marks, char *(*find) (const UpstandChart *chart))
{
    chart->n_rows = n_rows;
    chart->n_marks = n_marks;
    if (n_rows == 0) {
        g_free (chart->finding);
        chart->finding = g_strdup (get_empty_words (chart));
    } else if (!chart->finding) {
        chart->finding = find (chart);
    }
}

void
upstand_chart_add_sentence (GString *text, const char *format, ...)
{
    va_list arguments;

    if (text->len > 0 && text->str[text->len - 1] != '\n')
        g_string_append_c (text, ' ');
    va_start (arguments, format);
    g_string_append_vprintf (text, format, arguments);
    va_end (arguments);
}

char *
upstand_chart_copy_text (const char *text)
{
    char *valid = g_utf8_make_valid (text ? text : "", -1);

    if (g_utf8_strlen (valid, -1) > LONGEST_TEXT)
        *g_utf8_offset_to_pointer (valid, LONGEST_TEXT) = '\0';
    return valid;
}

UpstandChart *
upstand_chart_ref (UpstandChart *chart)
{
    g_return_val_if_fail (chart != NULL, NULL);
    g_atomic_ref_count_inc (&chart->references);
    return chart;
}

void
upstand_chart_unref (UpstandChart *chart)
{
    g_return_if_fail (chart != NULL);
    if (!g_atomic_ref_count_dec (&chart->references))
        return;
    chart->class->finish (chart);
    g_free (chart->title);
    g_free (chart->finding);
    g_free (chart->empty);
    g_free (chart);
}

void
upstand_chart_mark_clear (UpstandChartMark *mark)
{
    g_clear_pointer (&mark->sentence, g_free);
}

const char *
upstand_chart_get_title (const UpstandChart *chart)
{
    g_return_val_if_fail (chart != NULL, NULL);
    return chart->title;
}

const char *
upstand_chart_describe (const UpstandChart *chart)
{
    g_return_val_if_fail (chart != NULL, NULL);
    return chart->finding;
}

UpstandSheet *
upstand_chart_table (UpstandChart *chart)
{
    g_return_val_if_fail (chart != NULL, NULL);
    return chart->class->table (chart);
}

gboolean
upstand_chart_is_empty (const UpstandChart *chart)
{
    g_return_val_if_fail (chart != NULL, TRUE);
    return chart->n_rows == 0;
}

guint
upstand_chart_get_n_marks (const UpstandChart *chart)
{
    g_return_val_if_fail (chart != NULL, 0);
    return chart->n_marks;
}

static UpstandLegend *
make_legend (const UpstandChart *chart)
{
    UpstandLegend *legend = upstand_legend_new ();

    if (chart->n_rows > 0)
        chart->class->add_legend (chart, legend);
    return legend;
}

static void
lay_out (UpstandFrame *frame, const UpstandPen *pen, const UpstandChart *chart,
    const UpstandLegend *legend, const UpstandChartScope *scope, double width, double height)
{
    /* An empty chart's finding is the words in its middle, not said twice. */
    upstand_frame_lay_out (frame, pen, &chart->shape, chart->title,
        chart->n_rows > 0 ? chart->finding : "", legend, chart->n_rows, scope ? scope->scroll : 0,
        scope ? scope->corner : 0, width, height);
    frame->from = scope ? scope->from : 0;
    frame->to = scope ? scope->to : 0;
    chart->class->set_columns (chart, pen, frame);
}

void
upstand_chart_lay_out (UpstandFrame *frame, const UpstandChart *chart,
    const UpstandChartStyle *style, const UpstandChartScope *scope, double width, double height)
{
    g_autoptr (GArray) legend = make_legend (chart);
    UpstandPen pen;

    upstand_pen_init (&pen, NULL, style);
    lay_out (frame, &pen, chart, legend, scope, width, height);
}

static void
draw_rows (const UpstandChart *chart, UpstandPen *pen, UpstandFrame *frame, gboolean all)
{
    guint hidden = 0;

    /* A picture cannot be scrolled: it says in words what it leaves out. */
    if (all && frame->max_scroll > 0) {
        double room = frame->body_height - frame->line * 1.2;

        frame->end_row = room > 0 ? (guint)(room / frame->row_height) : 0;
        hidden = chart->n_rows - frame->end_row;
    }
    cairo_save (pen->cr);
    cairo_rectangle (pen->cr, 0, round (frame->body_y), frame->width, floor (frame->body_height));
    cairo_clip (pen->cr);
    chart->class->draw_under (chart, pen, frame);
    for (guint row = frame->first_row; row < frame->end_row; row++)
        chart->class->draw_row (chart, pen, frame, row);
    if (hidden > 0) {
        g_autofree char *words = g_strdup_printf (ngettext ("and %u more row, not shown here",
                                                      "and %u more rows, not shown here", hidden),
            hidden);
        double y = upstand_frame_get_row_y (frame, frame->end_row);

        upstand_pen_box (
            pen, UPSTAND_INK_GROUND, 0, y, frame->width, frame->body_y + frame->body_height - y);
        upstand_pen_text (pen, UPSTAND_FACE_TEXT, UPSTAND_INK_DIM, words, frame->margin,
            y + frame->line * 0.7, frame->width - 2 * frame->margin, UPSTAND_ALIGN_LEFT);
    }
    cairo_restore (pen->cr);
}

static void
draw_empty (const UpstandChart *chart, UpstandPen *pen, const UpstandFrame *frame)
{
    const char *words = get_empty_words (chart);
    double inner = frame->width - 2 * frame->margin;
    UpstandPen measuring = *pen;

    measuring.cr = NULL;
    double height = upstand_pen_paragraph (&measuring, UPSTAND_FACE_TEXT, UPSTAND_INK_DIM, words, 0,
        0, inner, 4, UPSTAND_ALIGN_CENTRE);
    upstand_pen_paragraph (pen, UPSTAND_FACE_TEXT, UPSTAND_INK_DIM, words, frame->margin,
        frame->body_y + MAX (0, (frame->body_height - height) / 2), inner, 4, UPSTAND_ALIGN_CENTRE);
}

static guint
draw (cairo_t *cr, const UpstandChart *chart, const UpstandChartStyle *style,
    const UpstandChartScope *scope, double width, double height)
{
    g_autoptr (GArray) legend = NULL;
    UpstandPen pen;
    UpstandFrame frame;

    if (!(width >= 1) || !(height >= 1))
        return 0;
    width = MIN (width, 1e6);
    height = MIN (height, 1e6);
    legend = make_legend (chart);
    cairo_save (cr);
    cairo_rectangle (cr, 0, 0, width, height);
    cairo_clip (cr);
    upstand_pen_init (&pen, cr, style);
    lay_out (&frame, &pen, chart, legend, scope, width, height);
    upstand_pen_take (&pen, UPSTAND_INK_GROUND);
    cairo_paint (cr);

    double inner = width - 2 * frame.margin;
    if (frame.title_height > 0)
        upstand_pen_paragraph (&pen, UPSTAND_FACE_TITLE, UPSTAND_INK_TEXT, chart->title,
            frame.margin, frame.title_y, frame.title_width, frame.narrow ? 2 : 1,
            UPSTAND_ALIGN_LEFT);
    if (frame.finding_height > 0)
        upstand_pen_paragraph (&pen, UPSTAND_FACE_TEXT, UPSTAND_INK_TEXT, chart->finding,
            frame.margin, frame.finding_y, inner, frame.finding_lines, UPSTAND_ALIGN_LEFT);
    if (chart->n_rows == 0) {
        draw_empty (chart, &pen, &frame);
    } else {
        if (frame.axis_height > 0)
            chart->class->draw_axis (chart, &pen, &frame);
        draw_rows (chart, &pen, &frame, scope == NULL);
        if (frame.legend_height > 0)
            upstand_legend_draw (legend, &pen, frame.margin, frame.legend_y, inner);
    }
    cairo_restore (cr);
    return frame.end_row - frame.first_row;
}

void
upstand_chart_draw (cairo_t *cr, const UpstandChart *chart, const UpstandChartStyle *style,
    double width, double height)
{
    g_return_if_fail (cr != NULL && chart != NULL && style != NULL);
    draw (cr, chart, style, NULL, width, height);
}

guint
upstand_chart_draw_scope (cairo_t *cr, const UpstandChart *chart, const UpstandChartStyle *style,
    const UpstandChartScope *scope, double width, double height)
{
    g_return_val_if_fail (cr != NULL && chart != NULL && style != NULL && scope != NULL, 0);
    return draw (cr, chart, style, scope, width, height);
}

double
upstand_chart_preferred_height (const UpstandChart *chart, const UpstandChartStyle *style,
    const UpstandChartScope *scope, double width)
{
    g_return_val_if_fail (chart != NULL && style != NULL, 0);

    UpstandFrame frame;

    upstand_chart_lay_out (&frame, chart, style, scope, width, -1);
    return ceil (frame.height);
}

double
upstand_chart_get_max_scroll (const UpstandChart *chart, const UpstandChartStyle *style,
    const UpstandChartScope *scope, double width, double height)
{
    g_return_val_if_fail (chart != NULL && style != NULL, 0);

    UpstandFrame frame;

    upstand_chart_lay_out (&frame, chart, style, scope, width, MAX (height, 0));
    return ceil (frame.max_scroll);
}

double
upstand_chart_get_page (const UpstandChart *chart, const UpstandChartStyle *style,
    const UpstandChartScope *scope, double width, double height)
{
    g_return_val_if_fail (chart != NULL && style != NULL, 1);

    UpstandFrame frame;

    upstand_chart_lay_out (&frame, chart, style, scope, width, MAX (height, 0));
    return MAX (1, floor (frame.body_height / frame.row_height)) * frame.row_height;
}

void
upstand_chart_get_mark (const UpstandChart *chart, const UpstandChartStyle *style,
    const UpstandChartScope *scope, double width, double height, guint index,
    UpstandChartMark *mark)
{
    g_return_if_fail (chart != NULL && style != NULL && mark != NULL);
    g_return_if_fail (index < chart->n_marks);

    UpstandFrame frame;

    upstand_chart_lay_out (&frame, chart, style, scope, width, MAX (height, 0));
    *mark = (UpstandChartMark){ .index = index };
    chart->class->fill_mark (chart, &frame, mark);
}

gboolean
upstand_chart_hit (const UpstandChart *chart, const UpstandChartStyle *style,
    const UpstandChartScope *scope, double width, double height, double x, double y,
    UpstandChartMark *mark)
{
    g_return_val_if_fail (chart != NULL && style != NULL && mark != NULL, FALSE);

    UpstandFrame frame;
    guint first, n, row;

    upstand_chart_lay_out (&frame, chart, style, scope, width, MAX (height, 0));
    if (!(y >= frame.body_y) || !(y < frame.body_y + frame.body_height) || !(x >= 0) ||
        !(x < width))
        return FALSE;
    row = (guint)((y - frame.body_y + frame.scroll) / frame.row_height);
    if (row >= chart->n_rows)
        return FALSE;
    n = chart->class->get_marks (chart, row, &first);
    for (guint i = first; i < first + n; i++) {
        g_auto (UpstandChartMark) found = { .index = i };

        chart->class->fill_mark (chart, &frame, &found);
        if (x >= found.x && x < found.x + found.width && y >= found.y &&
            y < found.y + found.height) {
            *mark = found;
            found.sentence = NULL;
            return TRUE;
        }
    }
    return FALSE;
}

/* The same place in the nearest row above or below that has any marks. */
static guint
step_row (const UpstandChart *chart, guint index, int direction)
{
    guint row = chart->class->get_row (chart, index), first, n;

    chart->class->get_marks (chart, row, &first);
    guint place = index - first;
    for (gint64 other = (gint64)row + direction; other >= 0 && other < chart->n_rows;
         other += direction) {
        n = chart->class->get_marks (chart, (guint)other, &first);
        if (n > 0)
            return first + MIN (place, n - 1);
    }
    return index;
}

guint
upstand_chart_step (const UpstandChart *chart, guint index, UpstandChartStep step)
{
    g_return_val_if_fail (chart != NULL, 0);
    if (chart->n_marks == 0)
        return 0;
    index = MIN (index, chart->n_marks - 1);
    switch (step) {
    case UPSTAND_CHART_STEP_LEFT: return index > 0 ? index - 1 : 0;
    case UPSTAND_CHART_STEP_RIGHT: return MIN (index + 1, chart->n_marks - 1);
    case UPSTAND_CHART_STEP_UP: return step_row (chart, index, -1);
    case UPSTAND_CHART_STEP_DOWN: return step_row (chart, index, 1);
    case UPSTAND_CHART_STEP_FIRST: return 0;
    case UPSTAND_CHART_STEP_LAST: return chart->n_marks - 1;
    default: g_return_val_if_reached (index);
    }
}

double
upstand_chart_scroll_to (const UpstandChart *chart, const UpstandChartStyle *style,
    const UpstandChartScope *scope, double width, double height, guint index)
{
    g_return_val_if_fail (chart != NULL && style != NULL, 0);
    g_return_val_if_fail (index < chart->n_marks, 0);

    UpstandFrame frame;

    upstand_chart_lay_out (&frame, chart, style, scope, width, MAX (height, 0));
    double top = chart->class->get_row (chart, index) * frame.row_height;
    double bottom = top + frame.row_height;
    double scroll = frame.scroll;

    if (bottom > scroll + frame.body_height)
        scroll = bottom - frame.body_height;
    if (top < scroll)
        scroll = top;
    return CLAMP (scroll, 0, frame.max_scroll);
}
