/* SPDX-License-Identifier: MIT */
#include "upstand-config.h"

#include "charts/shares-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_SHOWN UPSTAND_N_PLAIN_LOOKS
#define WHOLE_SHARE (100 * UPSTAND_FIGURE_ONE) /* percent, in hundredths */
#define HOLE_WIDTH 2.6 /* lines of text, where a hole has no length of its own */

struct _UpstandShares {
    SharesChart *chart;
    guint group;
};

const SharesRow *
upstand_shares_chart_get_row (const SharesChart *chart, guint row)
{
    return &g_array_index (chart->rows, SharesRow, row);
}

static void
shares_row_clear (gpointer data)
{
    SharesRow *row = data;

    g_free (row->title);
    g_free (row->note);
    g_free (row->figures);
}

static void
shares_chart_finish (UpstandChart *base)
{
    SharesChart *chart = (SharesChart *)base;

    g_array_unref (chart->rows);
    g_array_unref (chart->marks);
    g_strfreev (chart->kinds);
    g_free (chart->heading);
    g_free (chart->rest);
    g_free (chart->tones);
    g_free (chart->shown);
    g_free (chart->sums);
}

gboolean
upstand_shares_chart_is_unknown (const SharesChart *chart, const SharesRow *row)
{
    return chart->of_whole && upstand_amount_is_hole (row->missing);
}

UpstandLook
upstand_shares_chart_get_look (const SharesChart *chart, int part)
{
    guint place = 0;

    if (part == UPSTAND_SHARES_OTHERS)
        return (UpstandLook){ UPSTAND_INK_DIM, UPSTAND_SHAPE_RING };
    if (chart->tones)
        return upstand_look_of_tone (chart->tones[part]);
    /* Looks are handed out among those that are shown. */
    for (int k = 0; k < part; k++)
        place += chart->shown[k];
    return upstand_look_of_kind (place);
}

gint64
upstand_shares_chart_get_value (const SharesChart *chart, const SharesRow *row, int part)
{
    gint64 sum = 0;

    if (part >= 0)
        return row->figures[part].value;
    for (guint k = 0; k < chart->n_kinds; k++)
        if (!chart->shown[k])
            sum += row->figures[k].value;
    return sum;
}

UpstandFigure
upstand_shares_chart_get_percent (gint64 value, gint64 whole)
{
    return upstand_figure_of (
        whole > 0 ? (value * 100 + whole / 2) / whole * UPSTAND_FIGURE_ONE : 0);
}

static void
add_kind_to_legend (const SharesChart *chart, UpstandLegend *legend, int part)
{
    UpstandLook look = upstand_shares_chart_get_look (chart, part);

    upstand_legend_add (legend, look.shape, look.ink,
        part == UPSTAND_SHARES_OTHERS ? _ ("All others together") : chart->kinds[part]);
}

static void
shares_chart_add_legend (const UpstandChart *base, UpstandLegend *legend)
{
    const SharesChart *chart = (const SharesChart *)base;

    for (guint k = 0; k < chart->n_kinds; k++)
        if (chart->shown[k] && chart->sums[k] > 0)
            add_kind_to_legend (chart, legend, (int)k);
    if (chart->n_hidden > 0)
        add_kind_to_legend (chart, legend, UPSTAND_SHARES_OTHERS);
    if (chart->has_rest && chart->rest)
        upstand_legend_add (
            legend, UPSTAND_SHAPE_HOLLOW_SQUARE, UPSTAND_INK_NOT_APPLICABLE, chart->rest);
    if (chart->has_holes)
        upstand_legend_add (legend, UPSTAND_SHAPE_HATCH, UPSTAND_INK_DIM, _ ("Without a figure"));
}

static void
shares_chart_set_columns (const UpstandChart *base, const UpstandPen *pen, UpstandFrame *frame)
{
    const SharesChart *chart = (const SharesChart *)base;
    double inner = MAX (0, frame->width - 2 * frame->margin), gap = frame->line * 0.6, end;
    g_autofree char *number =
        upstand_amount_format (upstand_figure_of (chart->largest), UPSTAND_AMOUNT_NUMBER);

    /* The status column is the whole, right of the bars. */
    frame->status_width =
        MIN (upstand_pen_measure (pen, UPSTAND_FACE_TEXT, number) + frame->line * 1.2, inner * 0.2);
    frame->status_x = frame->margin + inner - frame->status_width;
    frame->label_x = frame->margin;
    frame->label_width = frame->narrow ? frame->status_x - frame->label_x - gap
                                       : CLAMP (inner * 0.2, 6 * frame->line, 18 * frame->line);
    frame->plot_x = frame->narrow ? frame->margin : frame->label_x + frame->label_width + gap;
    frame->plot_width =
        MAX (0, (frame->narrow ? frame->margin + inner : frame->status_x - gap) - frame->plot_x);
    end = frame->plot_x + frame->plot_width;
    /* A hole beside the longest bar has its room. */
    if (chart->has_holes && !chart->of_whole)
        end -= MIN (HOLE_WIDTH * frame->line, frame->plot_width / 3);
    upstand_scale_init (&frame->scale, 0, chart->of_whole ? WHOLE_SHARE : chart->largest,
        UPSTAND_FIGURE_ONE, MAX (2, (guint)(frame->plot_width / (5 * frame->line))), frame->plot_x,
        end);
}

static void
shares_chart_draw_axis (const UpstandChart *base, UpstandPen *pen, const UpstandFrame *frame)
{
    const SharesChart *chart = (const SharesChart *)base;
    double y = frame->axis_y + frame->axis_height / 2;

    if (!frame->narrow)
        upstand_pen_text (pen, UPSTAND_FACE_SMALL, UPSTAND_INK_DIM, chart->heading, frame->label_x,
            y, frame->label_width, UPSTAND_ALIGN_LEFT);
    upstand_scale_draw_across (
        &frame->scale, pen, chart->of_whole ? UPSTAND_AMOUNT_PERCENT : UPSTAND_AMOUNT_NUMBER, y);
    if (!frame->narrow)
        upstand_pen_text (pen, UPSTAND_FACE_SMALL, UPSTAND_INK_DIM, C_ ("column of a chart", "All"),
            frame->status_x, y, frame->status_width, UPSTAND_ALIGN_RIGHT);
}

static void
shares_chart_draw_under (const UpstandChart *base, UpstandPen *pen, const UpstandFrame *frame)
{
    upstand_scale_draw_grid_across (&frame->scale, pen, frame->body_y,
        MIN (frame->body_height, frame->n_rows * frame->row_height - frame->scroll));
}

/* Drawing ------------------------------------------------------------------------------------ */

static double
place_value (
    const SharesChart *chart, const UpstandFrame *frame, const SharesRow *row, gint64 value)
{
    if (chart->of_whole)
        value = row->whole > 0 ? value * WHOLE_SHARE / row->whole : 0;
    return round (upstand_scale_place (&frame->scale, value));
}

/* Where the part of a row's bar is. */
static void
get_part (const SharesChart *chart, const UpstandFrame *frame, const SharesMark *mark, double *x,
    double *width)
{
    const SharesRow *row = upstand_shares_chart_get_row (chart, mark->row);
    gint64 before = 0;

    for (guint i = row->first_mark; i < row->first_mark + row->n_marks; i++) {
        const SharesMark *other = &g_array_index (chart->marks, SharesMark, i);
        gint64 value = other->part == UPSTAND_SHARES_HOLES
                           ? 0
                           : upstand_shares_chart_get_value (chart, row, other->part);

        if (other->part == mark->part) {
            *x = place_value (chart, frame, row, before);
            *width = place_value (chart, frame, row, before + value) - *x;
            break;
        }
        before += value;
    }
    if (mark->part != UPSTAND_SHARES_HOLES)
        return;
    /* Of a whole it is what is left; else it has no length, and a width that can be seen. */
    *width = chart->of_whole && (row->has_whole || upstand_shares_chart_is_unknown (chart, row))
                 ? frame->scale.end - *x
                 : MIN (HOLE_WIDTH * frame->line, frame->plot_x + frame->plot_width - *x);
    *width = MAX (*width, MIN (4, frame->plot_width));
    *x = MIN (*x, frame->plot_x + frame->plot_width - *width);
}

static void
get_bar (const UpstandFrame *frame, double top, double *y, double *height)
{
    *height = round (
        frame->narrow ? frame->line * 1.2 : MIN (frame->row_height * 0.7, frame->line * 1.6));
    *y = round (frame->narrow ? top + frame->line * 1.35 : top + (frame->row_height - *height) / 2);
}

static UpstandFigure
find_hole (const SharesChart *chart, const SharesRow *row)
{
    if (upstand_shares_chart_is_unknown (chart, row))
        return row->missing;
    for (guint k = 0; k < chart->n_kinds; k++)
        if (upstand_amount_is_hole (row->figures[k]))
            return row->figures[k];
    g_return_val_if_reached (row->missing);
}

static void
draw_hole (const SharesChart *chart, UpstandPen *pen, const UpstandFrame *frame,
    const SharesRow *row, const UpstandChartMark *box)
{
    g_autofree char *word = upstand_amount_format (find_hole (chart, row), UPSTAND_AMOUNT_NUMBER);
    double used = upstand_pen_measure (pen, UPSTAND_FACE_SMALL, word) + 4;

    upstand_pen_box (pen, UPSTAND_INK_GROUND, box->x, box->y, box->width, box->height);
    upstand_pen_hatch (pen, UPSTAND_INK_DIM, box->x, box->y, box->width, box->height);
    if (used > box->width)
        return;
    upstand_pen_box (pen, UPSTAND_INK_GROUND, box->x + (box->width - used) / 2, box->y + 2, used,
        box->height - 4);
    upstand_pen_text (pen, UPSTAND_FACE_SMALL, UPSTAND_INK_TEXT, word, box->x,
        box->y + box->height / 2, box->width, UPSTAND_ALIGN_CENTRE);
}

/* Shape and number where both fit, else the shape. */
static void
draw_part (const SharesChart *chart, UpstandPen *pen, const UpstandFrame *frame,
    const SharesRow *row, int part, const UpstandChartMark *box)
{
    UpstandLook look = upstand_shares_chart_get_look (chart, part);
    UpstandInk on = upstand_palette_get_ink_on (pen->palette, look.ink);
    gint64 value = upstand_shares_chart_get_value (chart, row, part);
    g_autofree char *number =
        chart->of_whole
            ? upstand_amount_format (
                  upstand_shares_chart_get_percent (value, row->whole), UPSTAND_AMOUNT_PERCENT)
            : upstand_amount_format (upstand_figure_of (value), UPSTAND_AMOUNT_NUMBER);
    double sign = frame->line * 0.65, gap = frame->line * 0.25, middle = box->y + box->height / 2;
    double digits = upstand_pen_measure (pen, UPSTAND_FACE_BOLD, number);
    double width = box->width > 3 ? box->width - 1 : box->width; /* the ground parts it */

    upstand_pen_box (pen, look.ink, box->x, box->y, width, box->height);
    if (width >= sign + digits + 3 * gap) {
        upstand_pen_shape (pen, look.shape, on, box->x + gap + sign / 2, middle, sign);
        upstand_pen_text (pen, UPSTAND_FACE_BOLD, on, number, box->x + 2 * gap + sign, middle,
            MAX (width - 2 * gap - sign, frame->line), UPSTAND_ALIGN_LEFT);
    } else {
        upstand_pen_shape (
            pen, look.shape, on, box->x + width / 2, middle, CLAMP (width - 2, 0, sign));
    }
}

static void
draw_bar (const SharesChart *chart, UpstandPen *pen, const UpstandFrame *frame,
    const SharesRow *row, UpstandChartMark *box)
{
    double zero = place_value (chart, frame, row, 0);
    double end = place_value (chart, frame, row, row->whole);

    /* What is left of the whole. */
    if (row->has_whole && row->whole > row->sum)
        upstand_pen_frame (pen, UPSTAND_INK_NOT_APPLICABLE, zero, box->y, end - zero, box->height);
    for (guint i = row->first_mark; i < row->first_mark + row->n_marks; i++) {
        const SharesMark *mark = &g_array_index (chart->marks, SharesMark, i);

        get_part (chart, frame, mark, &box->x, &box->width);
        if (mark->part == UPSTAND_SHARES_HOLES)
            draw_hole (chart, pen, frame, row, box);
        else
            draw_part (chart, pen, frame, row, mark->part, box);
    }
}

/* The note stands right of the title, or under it where that is too long. */
static void
draw_label (UpstandPen *pen, const UpstandFrame *frame, const SharesRow *row, double y)
{
    double title = upstand_pen_measure (pen, UPSTAND_FACE_TEXT, row->title) + frame->line * 0.5;
    double note = upstand_pen_measure (pen, UPSTAND_FACE_SMALL, row->note);
    gboolean under = !frame->narrow && *row->note && title + note > frame->label_width &&
                     frame->row_height >= 2 * frame->line;

    if (under)
        y -= frame->line * 0.5;
    upstand_pen_text (pen, UPSTAND_FACE_TEXT, UPSTAND_INK_TEXT, row->title, frame->label_x, y,
        frame->label_width, UPSTAND_ALIGN_LEFT);
    if (under)
        upstand_pen_text (pen, UPSTAND_FACE_SMALL, UPSTAND_INK_DIM, row->note, frame->label_x,
            y + frame->line, frame->label_width, UPSTAND_ALIGN_LEFT);
    else
        upstand_pen_text (pen, UPSTAND_FACE_SMALL, UPSTAND_INK_DIM, row->note,
            frame->label_x + title, y, frame->label_width - title, UPSTAND_ALIGN_LEFT);
}

static void
shares_chart_draw_row (
    const UpstandChart *base, UpstandPen *pen, const UpstandFrame *frame, guint index)
{
    const SharesChart *chart = (const SharesChart *)base;
    const SharesRow *row = upstand_shares_chart_get_row (chart, index);
    double top = upstand_frame_get_row_y (frame, index);
    double middle = frame->narrow ? top + frame->line * 0.75 : top + frame->row_height / 2;
    UpstandChartMark box = { 0 };

    if (row->heading) {
        upstand_pen_box (pen, UPSTAND_INK_SHADE, 0, round (top), frame->width, frame->row_height);
        upstand_pen_text (pen, UPSTAND_FACE_BOLD, UPSTAND_INK_TEXT, row->title, frame->label_x,
            top + frame->row_height / 2, frame->width - 2 * frame->margin, UPSTAND_ALIGN_LEFT);
        return;
    }

    g_autofree char *whole =
        upstand_amount_format (upstand_figure_of (row->whole), UPSTAND_AMOUNT_NUMBER);
    /* Translators: at least so many: something was not counted. */
    g_autofree char *least = g_strdup_printf (_ ("%s+"), whole);

    if (frame->narrow)
        upstand_pen_box (pen, UPSTAND_INK_GROUND, 0, top, frame->width, round (frame->line * 1.35));
    draw_label (pen, frame, row, middle);
    if ((row->n_values > 0 || row->has_whole) && !upstand_shares_chart_is_unknown (chart, row))
        upstand_pen_text (pen, UPSTAND_FACE_TEXT, UPSTAND_INK_TEXT,
            row->n_holes > 0 && !row->has_whole ? least : whole, frame->status_x, middle,
            frame->status_width, UPSTAND_ALIGN_RIGHT);
    get_bar (frame, top, &box.y, &box.height);
    draw_bar (chart, pen, frame, row, &box);
}

/* Marks -------------------------------------------------------------------------------------- */

static guint
shares_chart_get_row_of_mark (const UpstandChart *base, guint mark)
{
    return g_array_index (((const SharesChart *)base)->marks, SharesMark, mark).row;
}

static guint
shares_chart_get_marks (const UpstandChart *base, guint row, guint *first)
{
    const SharesRow *bar = upstand_shares_chart_get_row ((const SharesChart *)base, row);

    *first = bar->first_mark;
    return bar->n_marks;
}

static void
shares_chart_fill_mark (const UpstandChart *base, const UpstandFrame *frame, UpstandChartMark *mark)
{
    const SharesChart *chart = (const SharesChart *)base;
    const SharesMark *part = &g_array_index (chart->marks, SharesMark, mark->index);

    mark->id = upstand_shares_chart_get_row (chart, part->row)->id;
    mark->part = part->part;
    mark->sentence = upstand_shares_chart_get_sentence (chart, part);
    get_part (chart, frame, part, &mark->x, &mark->width);
    get_bar (frame, upstand_frame_get_row_y (frame, part->row), &mark->y, &mark->height);
}

static const UpstandChartClass shares_class = {
    .shape = { .axis = 1.4, .row = 2.1, .tallest_row = 3, .narrow_row = 2.9 },
    .empty = N_ ("What is counted by kind and period stands here; nothing has been counted yet."),
    .finish = shares_chart_finish,
    .table = upstand_shares_chart_table,
    .add_legend = shares_chart_add_legend,
    .set_columns = shares_chart_set_columns,
    .draw_axis = shares_chart_draw_axis,
    .draw_under = shares_chart_draw_under,
    .draw_row = shares_chart_draw_row,
    .get_row = shares_chart_get_row_of_mark,
    .get_marks = shares_chart_get_marks,
    .fill_mark = shares_chart_fill_mark,
};

/* Making ------------------------------------------------------------------------------------- */

UpstandShares *
upstand_shares_new (const UpstandChartWords *words, const UpstandSharesLayout *layout)
{
    g_return_val_if_fail (words != NULL && layout != NULL && layout->n_kinds > 0, NULL);

    UpstandShares *shares = g_new0 (UpstandShares, 1);
    SharesChart *chart = upstand_chart_begin (&shares_class, sizeof (SharesChart), words);
    guint n = layout->n_kinds;

    chart->heading = upstand_chart_copy_text (layout->heading);
    chart->rest = layout->rest ? upstand_chart_copy_text (layout->rest) : NULL;
    chart->kinds = g_new0 (char *, n + 1);
    for (guint k = 0; k < n; k++)
        chart->kinds[k] = upstand_chart_copy_text (layout->kinds[k]);
    chart->n_kinds = n;
    chart->tones = g_memdup2 (layout->tones, n * sizeof *layout->tones);
    chart->of_whole = layout->of_whole;
    chart->rows = g_array_new (FALSE, TRUE, sizeof (SharesRow));
    g_array_set_clear_func (chart->rows, shares_row_clear);
    chart->marks = g_array_new (FALSE, TRUE, sizeof (SharesMark));
    chart->shown = g_new0 (gboolean, n);
    chart->sums = g_new0 (gint64, n);
    shares->chart = chart;
    shares->group = G_MAXUINT;
    return shares;
}

void
upstand_shares_free (UpstandShares *shares)
{
    if (!shares)
        return;
    upstand_chart_unref (&shares->chart->base);
    g_free (shares);
}

void
upstand_shares_add_group (UpstandShares *shares, const char *title)
{
    g_return_if_fail (shares != NULL);

    SharesRow row = {
        .heading = TRUE,
        .title = upstand_chart_copy_text (title),
        .note = g_strdup (""),
        .group = shares->chart->rows->len,
    };

    shares->group = row.group;
    g_array_append_val (shares->chart->rows, row);
}

void
upstand_shares_add (UpstandShares *shares, const UpstandSharesRow *given)
{
    g_return_if_fail (shares != NULL && given != NULL && given->figures != NULL);

    SharesChart *chart = shares->chart;
    SharesRow row = {
        .id = given->id,
        .title = upstand_chart_copy_text (given->title),
        .note = upstand_chart_copy_text (given->note),
        .group = shares->group,
        .figures = g_memdup2 (given->figures, chart->n_kinds * sizeof *given->figures),
        .has_whole = given->whole && upstand_figure_has_value (*given->whole),
        .missing = given->whole && upstand_amount_is_hole (*given->whole)
                       ? *given->whole
                       : upstand_figure_without (UPSTAND_FIGURE_NOT_APPLICABLE),
    };

    for (guint k = 0; k < chart->n_kinds; k++) {
        row.sum += row.figures[k].value;
        chart->sums[k] += row.figures[k].value;
        row.n_values += upstand_figure_has_value (row.figures[k]);
        row.n_holes += upstand_amount_is_hole (row.figures[k]);
    }
    row.whole = row.has_whole ? MAX (given->whole->value, row.sum) : row.sum;
    chart->largest = MAX (chart->largest, row.whole);
    chart->has_rest |= row.whole > row.sum;
    chart->has_holes |= row.n_holes > 0 || upstand_shares_chart_is_unknown (chart, &row);
    g_array_append_val (chart->rows, row);
}

/* All kinds, or the largest with room for the others beside them. */
static void
choose_shown (SharesChart *chart)
{
    guint room = chart->n_kinds <= MOST_SHOWN || chart->tones ? chart->n_kinds : MOST_SHOWN - 1;

    for (guint n = 0; n < room; n++) {
        int best = -1;

        for (guint k = 0; k < chart->n_kinds; k++)
            if (!chart->shown[k] && (best < 0 || chart->sums[k] > chart->sums[best]))
                best = (int)k;
        chart->shown[best] = TRUE;
    }
    chart->n_hidden = chart->n_kinds - room;
}

static void
add_mark (SharesChart *chart, guint index, int part)
{
    SharesMark mark = { index, part };

    g_array_append_val (chart->marks, mark);
}

static void
make_marks (SharesChart *chart, guint index)
{
    SharesRow *row = &g_array_index (chart->rows, SharesRow, index);

    row->first_mark = chart->marks->len;
    if (row->heading)
        return;
    if (upstand_shares_chart_is_unknown (chart, row)) {
        add_mark (chart, index, UPSTAND_SHARES_HOLES);
        row->n_marks = 1;
        return;
    }
    for (guint k = 0; k < chart->n_kinds; k++)
        if (chart->shown[k] && row->figures[k].value > 0)
            add_mark (chart, index, (int)k);
    if (upstand_shares_chart_get_value (chart, row, UPSTAND_SHARES_OTHERS) > 0)
        add_mark (chart, index, UPSTAND_SHARES_OTHERS);
    if (row->n_holes > 0)
        add_mark (chart, index, UPSTAND_SHARES_HOLES);
    row->n_marks = chart->marks->len - row->first_mark;
}

UpstandChart *
upstand_shares_end (UpstandShares *shares)
{
    g_return_val_if_fail (shares != NULL, NULL);

    SharesChart *chart = shares->chart;

    choose_shown (chart);
    for (guint r = 0; r < chart->rows->len; r++)
        make_marks (chart, r);
    upstand_chart_end (
        &chart->base, chart->rows->len, chart->marks->len, upstand_shares_chart_find);
    g_free (shares);
    return &chart->base;
}
