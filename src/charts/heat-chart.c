/* SPDX-License-Identifier: MIT */
#include "upstand-config.h"

#include "charts/chart-private.h"
#include "charts/heat-chart.h"
#include "charts/looks.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LEAST_COLUMN 2.6 /* lines of text */
#define FAINTEST 0.18 /* of a tint that means anything */

typedef struct {
    gint64 id;
    UpstandFigure figure;
    UpstandTone tone;
    char *words; /* what stands in the cell */
    char *detail;
} HeatCell;

typedef struct {
    char *title;
    gboolean totals;
    HeatCell *cells; /* one for each column, and the total */
} HeatRow;

typedef struct {
    UpstandChart base;
    char *heading, *totals; /* totals: NULL for none */
    char **columns;
    guint n_columns;
    gboolean in_time;
    UpstandAmount amount;
    UpstandHeatShade shade;
    UpstandTone above, below;
    char *tones[UPSTAND_N_HEAT_TONES];
    GArray *rows; /* HeatRow */
    gint64 largest; /* the furthest from zero */
    char *widest_total;
    guint states[UPSTAND_N_FIGURE_STATES]; /* how many cells have each */
    guint counts[UPSTAND_N_HEAT_TONES]; /* of those with a value */
} HeatChart;

struct _UpstandHeat {
    HeatChart *chart;
};

static const HeatRow *
get_row (const HeatChart *chart, guint row)
{
    return &g_array_index (chart->rows, HeatRow, row);
}

static void
heat_row_free (HeatRow *row, guint n_cells)
{
    g_free (row->title);
    for (guint i = 0; i < n_cells; i++) {
        g_free (row->cells[i].words);
        g_free (row->cells[i].detail);
    }
    g_free (row->cells);
}

static void
heat_chart_finish (UpstandChart *base)
{
    HeatChart *chart = (HeatChart *)base;

    for (guint r = 0; r < chart->rows->len; r++)
        heat_row_free (&g_array_index (chart->rows, HeatRow, r), chart->n_columns + 1);
    g_array_unref (chart->rows);
    g_strfreev (chart->columns);
    g_free (chart->heading);
    g_free (chart->totals);
    g_free (chart->widest_total);
    for (guint i = 0; i < UPSTAND_N_HEAT_TONES; i++)
        g_free (chart->tones[i]);
}

/* A plain count has a colour of its own: more of it is neither good nor bad. */
static UpstandInk
get_ink (const HeatChart *chart, UpstandTone tone)
{
    return chart->shade == UPSTAND_HEAT_BY_AMOUNT && tone == UPSTAND_TONE_NEUTRAL
               ? UPSTAND_INK_ON_TRACK
               : upstand_look_of_tone (tone).ink;
}

static void
heat_chart_add_legend (const UpstandChart *base, UpstandLegend *legend)
{
    const HeatChart *chart = (const HeatChart *)base;
    static const UpstandTone order[] = { UPSTAND_TONE_BAD, UPSTAND_TONE_WARNING,
        UPSTAND_TONE_WAITING, UPSTAND_TONE_GOOD, UPSTAND_TONE_NEUTRAL };

    for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
        UpstandTone tone = order[i];

        if (chart->tones[tone] && chart->counts[tone] > 0)
            upstand_legend_add (legend, upstand_look_of_tone (tone).shape, get_ink (chart, tone),
                chart->tones[tone]);
    }
    if (chart->states[UPSTAND_FIGURE_UNANSWERED] > 0)
        upstand_legend_add (legend, UPSTAND_SHAPE_HATCH, UPSTAND_INK_DIM, _ ("? not answered"));
    if (chart->states[UPSTAND_FIGURE_NOT_COLLECTED] > 0)
        upstand_legend_add (legend, UPSTAND_SHAPE_HATCH, UPSTAND_INK_DIM, _ ("n/c not collected"));
    if (chart->states[UPSTAND_FIGURE_WITHHELD] > 0)
        upstand_legend_add (legend, UPSTAND_SHAPE_HATCH, UPSTAND_INK_DIM, _ ("withheld"));
    if (chart->states[UPSTAND_FIGURE_NOT_APPLICABLE] > 0)
        upstand_legend_add (legend, UPSTAND_SHAPE_DASH, UPSTAND_INK_DIM, _ ("n/a not applicable"));
}

static void
heat_chart_set_columns (const UpstandChart *base, const UpstandPen *pen, UpstandFrame *frame)
{
    const HeatChart *chart = (const HeatChart *)base;
    double inner = MAX (0, frame->width - 2 * frame->margin), gap = frame->line * 0.5;

    frame->status_width =
        !chart->totals ? 0
                       : CLAMP (upstand_pen_measure (pen, UPSTAND_FACE_BOLD, chart->widest_total),
                             MIN (3 * frame->line, inner * 0.3), inner * 0.3);
    frame->status_x = frame->margin + inner - frame->status_width;
    frame->label_x = frame->margin;
    frame->label_width =
        frame->narrow ? inner : CLAMP (inner * 0.24, 6 * frame->line, 20 * frame->line);
    frame->plot_x = frame->narrow ? frame->margin : frame->label_x + frame->label_width + gap;
    frame->plot_width =
        MAX (0, (chart->totals ? frame->status_x - gap : frame->margin + inner) - frame->plot_x);
    upstand_columns_init (&frame->columns, frame->plot_x, frame->plot_width, chart->n_columns,
        LEAST_COLUMN * frame->line, chart->in_time);
}

static void
heat_chart_draw_axis (const UpstandChart *base, UpstandPen *pen, const UpstandFrame *frame)
{
    const HeatChart *chart = (const HeatChart *)base;
    double y = frame->axis_y + frame->axis_height - frame->line * 0.7;
    g_autofree char *hidden = upstand_columns_say_hidden (&frame->columns);

    /* Where the label stands over its row, the headings need its place. */
    if (!frame->narrow)
        upstand_pen_text (pen, UPSTAND_FACE_SMALL, UPSTAND_INK_DIM,
            hidden ? hidden : chart->heading, frame->label_x, y, frame->label_width,
            UPSTAND_ALIGN_LEFT);
    upstand_columns_draw_headings (&frame->columns, pen, chart->columns, frame->axis_y,
        frame->axis_height - frame->line * 0.25);
    if (chart->totals)
        upstand_pen_text (pen, UPSTAND_FACE_SMALL, UPSTAND_INK_DIM, chart->totals, frame->status_x,
            y, frame->status_width, UPSTAND_ALIGN_RIGHT);
}

static void
heat_chart_draw_under (const UpstandChart *base, UpstandPen *pen, const UpstandFrame *frame)
{
}

static void
get_cell_box (const UpstandFrame *frame, guint row, guint column, UpstandChartMark *box)
{
    double top = upstand_frame_get_row_y (frame, row);
    double label = frame->narrow ? round (frame->line * 1.3) : 0;
    double left = round (upstand_columns_get_x (&frame->columns, column));

    box->x = left;
    box->width = round (upstand_columns_get_x (&frame->columns, column + 1)) - left - 1;
    box->y = round (top) + label + 1;
    box->height = frame->row_height - label - 1;
    if (column < frame->columns.first || column >= frame->columns.end) {
        box->x = frame->plot_x;
        box->width = 0;
    }
}

/* Words in the middle of the box, with the shape of their tone before them where both fit. */
static void
draw_words (UpstandPen *pen, const UpstandFrame *frame, const HeatCell *cell, gboolean with_shape,
    const UpstandChartMark *box)
{
    UpstandFace face = with_shape ? UPSTAND_FACE_BOLD : UPSTAND_FACE_TEXT;
    double sign = frame->line * 0.6, gap = frame->line * 0.25, room = box->width - 2;
    double words = upstand_pen_measure (pen, face, cell->words), middle = box->y + box->height / 2;

    if (with_shape && sign + gap + words <= room) {
        UpstandLook look = upstand_look_of_tone (cell->tone);
        double x = box->x + (box->width - words - sign - gap) / 2;

        upstand_pen_shape (pen, look.shape, UPSTAND_INK_TEXT, x + sign / 2, middle, sign);
        upstand_pen_text (pen, face, UPSTAND_INK_TEXT, cell->words, x + sign + gap, middle,
            MAX (words + 1, frame->line), UPSTAND_ALIGN_LEFT);
        return;
    }
    if (words > room)
        face = UPSTAND_FACE_SMALL;
    upstand_pen_text (
        pen, face, UPSTAND_INK_TEXT, cell->words, box->x + 1, middle, room, UPSTAND_ALIGN_CENTRE);
}

static void
draw_cell (const HeatChart *chart, UpstandPen *pen, const UpstandFrame *frame, const HeatCell *cell,
    const UpstandChartMark *box)
{
    gboolean amount = chart->shade == UPSTAND_HEAT_BY_AMOUNT;
    double strength =
        amount && chart->largest > 0
            ? FAINTEST + (1 - FAINTEST) * (double)ABS (cell->figure.value) / (double)chart->largest
            : 1;

    if (!upstand_figure_has_value (cell->figure)) {
        double words = upstand_pen_measure (pen, UPSTAND_FACE_SMALL, cell->words) + 6;
        double room = MIN (words, box->width - 2);

        if (upstand_amount_is_hole (cell->figure)) {
            upstand_pen_hatch (pen, UPSTAND_INK_DIM, box->x, box->y, box->width, box->height);
            upstand_pen_box (pen, UPSTAND_INK_GROUND, box->x + (box->width - room) / 2,
                box->y + box->height / 2 - frame->line * 0.55, room, frame->line * 1.1);
        }
        upstand_pen_text (pen, UPSTAND_FACE_SMALL, UPSTAND_INK_DIM, cell->words, box->x + 1,
            box->y + box->height / 2, box->width - 2, UPSTAND_ALIGN_CENTRE);
        return;
    }
    if (amount ? cell->figure.value != 0 : cell->tone != UPSTAND_TONE_NEUTRAL)
        upstand_pen_tint (
            pen, get_ink (chart, cell->tone), strength, box->x, box->y, box->width, box->height);
    else
        upstand_pen_box (pen, UPSTAND_INK_SHADE, box->x, box->y, box->width, box->height);
    draw_words (pen, frame, cell, cell->tone != UPSTAND_TONE_NEUTRAL, box);
}

static void
heat_chart_draw_row (
    const UpstandChart *base, UpstandPen *pen, const UpstandFrame *frame, guint index)
{
    const HeatChart *chart = (const HeatChart *)base;
    const HeatRow *row = get_row (chart, index);
    const HeatCell *total = &row->cells[chart->n_columns];
    double top = upstand_frame_get_row_y (frame, index);
    double middle = frame->narrow ? top + frame->line * 0.75 : top + frame->row_height / 2;
    UpstandFace face = row->totals ? UPSTAND_FACE_BOLD : UPSTAND_FACE_TEXT;

    if (row->totals)
        upstand_pen_box (
            pen, UPSTAND_INK_TEXT, frame->margin, top, frame->width - 2 * frame->margin, 1);
    upstand_pen_block (pen, face, UPSTAND_INK_TEXT, row->title, frame->label_x, middle,
        frame->label_width, frame->narrow ? 1 : 2, UPSTAND_ALIGN_LEFT);
    for (guint c = frame->columns.first; c < frame->columns.end; c++) {
        UpstandChartMark box;

        get_cell_box (frame, index, c, &box);
        if (row->totals)
            upstand_pen_text (pen, face, UPSTAND_INK_TEXT, row->cells[c].words, box.x,
                box.y + box.height / 2, box.width, UPSTAND_ALIGN_CENTRE);
        else
            draw_cell (chart, pen, frame, &row->cells[c], &box);
    }
    if (chart->totals) {
        UpstandChartMark box;

        get_cell_box (frame, index, frame->columns.first, &box);
        upstand_pen_text (pen, UPSTAND_FACE_BOLD, UPSTAND_INK_TEXT, total->words, frame->status_x,
            box.y + box.height / 2, frame->status_width, UPSTAND_ALIGN_RIGHT);
    }
}

/* Marks -------------------------------------------------------------------------------------- */

static guint
heat_chart_get_row (const UpstandChart *base, guint mark)
{
    return mark / ((const HeatChart *)base)->n_columns;
}

static guint
heat_chart_get_marks (const UpstandChart *base, guint row, guint *first)
{
    guint n = ((const HeatChart *)base)->n_columns;

    *first = row * n;
    return n;
}

static char *
cell_sentence (const HeatChart *chart, const HeatRow *row, guint column)
{
    const HeatCell *cell = &row->cells[column];
    g_autofree char *amount = upstand_amount_describe (cell->figure, chart->amount);
    const char *tone = chart->tones[cell->tone];
    GString *text = g_string_new (NULL);
    gboolean toned = upstand_figure_has_value (cell->figure) && tone && !row->totals &&
                     (chart->shade == UPSTAND_HEAT_BY_TONE || cell->figure.value != 0);

    /* Translators: a row and a column of a table: "North Division, 2022-23 Q1". */
    g_string_append_printf (text, _ ("%1$s, %2$s"), row->title, chart->columns[column]);
    g_string_append_c (text, '\n');
    if (toned)
        /* Translators: a figure and what it means: "4: Short." */
        upstand_chart_add_sentence (text, _ ("%1$s: %2$s."), amount, tone);
    else
        upstand_chart_add_sentence (text, _ ("%s."), amount);
    if (*cell->detail)
        upstand_chart_add_sentence (text, "%s", cell->detail);
    return g_string_free (text, FALSE);
}

static void
heat_chart_fill_mark (const UpstandChart *base, const UpstandFrame *frame, UpstandChartMark *mark)
{
    const HeatChart *chart = (const HeatChart *)base;
    guint index = mark->index / chart->n_columns, column = mark->index % chart->n_columns;
    const HeatRow *row = get_row (chart, index);

    mark->id = row->cells[column].id;
    mark->part = (int)column;
    mark->sentence = cell_sentence (chart, row, column);
    get_cell_box (frame, index, column, mark);
}

static UpstandSheet *
heat_chart_table (UpstandChart *base)
{
    const HeatChart *chart = (const HeatChart *)base;
    guint n = chart->n_columns, n_shown = n + 1 + (chart->totals ? 1 : 0);
    g_autofree UpstandSheetColumn *columns = g_new0 (UpstandSheetColumn, n_shown);
    g_autofree UpstandCell *cells = g_new0 (UpstandCell, n_shown);

    columns[0] = (UpstandSheetColumn){ .title = chart->heading, .width = 36 };
    for (guint c = 0; c < n_shown - 1; c++)
        columns[c + 1] = (UpstandSheetColumn){
            .title = c < n ? chart->columns[c] : chart->totals,
            .kind = chart->amount == UPSTAND_AMOUNT_PERCENT ? UPSTAND_CELL_PERCENT
                                                            : UPSTAND_CELL_DECIMAL,
        };

    UpstandSheet *sheet = upstand_sheet_new ("heat", base->title, columns, n_shown);

    for (guint r = 0; r < chart->rows->len; r++) {
        const HeatRow *row = get_row (chart, r);

        cells[0] = upstand_cell_text (row->title);
        for (guint c = 0; c < n_shown - 1; c++)
            cells[c + 1] = upstand_amount_to_cell (row->cells[c].figure, chart->amount);
        /* A total in words says more than the figure it may not even have. */
        if (chart->totals && !upstand_figure_has_value (row->cells[n].figure))
            cells[n + 1] = upstand_cell_text (row->cells[n].words);
        upstand_sheet_add_row (sheet, cells);
    }
    upstand_sheet_add_note (sheet, base->finding);
    return sheet;
}

static const UpstandChartClass heat_class = {
    .shape = { .axis = 2.6, .row = 2.2, .tallest_row = 3, .narrow_row = 3.2 },
    .empty = N_ ("There is nothing to compare yet."),
    .finish = heat_chart_finish,
    .table = heat_chart_table,
    .add_legend = heat_chart_add_legend,
    .set_columns = heat_chart_set_columns,
    .draw_axis = heat_chart_draw_axis,
    .draw_under = heat_chart_draw_under,
    .draw_row = heat_chart_draw_row,
    .get_row = heat_chart_get_row,
    .get_marks = heat_chart_get_marks,
    .fill_mark = heat_chart_fill_mark,
};

/* Making ------------------------------------------------------------------------------------- */

UpstandHeat *
upstand_heat_new (const UpstandChartWords *words, const UpstandHeatLayout *layout)
{
    g_return_val_if_fail (words != NULL && layout != NULL && layout->n_columns > 0, NULL);

    UpstandHeat *heat = g_new0 (UpstandHeat, 1);
    HeatChart *chart = upstand_chart_begin (&heat_class, sizeof (HeatChart), words);

    chart->heading = upstand_chart_copy_text (layout->heading);
    chart->totals = layout->totals ? upstand_chart_copy_text (layout->totals) : NULL;
    chart->columns = g_new0 (char *, layout->n_columns + 1);
    for (guint i = 0; i < layout->n_columns; i++)
        chart->columns[i] = upstand_chart_copy_text (layout->columns[i]);
    for (guint i = 0; i < UPSTAND_N_HEAT_TONES; i++)
        if (layout->tones[i])
            chart->tones[i] = upstand_chart_copy_text (layout->tones[i]);
    chart->n_columns = layout->n_columns;
    chart->in_time = layout->in_time;
    chart->amount = layout->amount;
    chart->shade = layout->shade;
    chart->above = layout->above;
    chart->below = layout->below;
    chart->rows = g_array_new (FALSE, TRUE, sizeof (HeatRow));
    chart->widest_total = g_strdup (chart->totals ? chart->totals : "");
    heat->chart = chart;
    return heat;
}

void
upstand_heat_free (UpstandHeat *heat)
{
    if (!heat)
        return;
    upstand_chart_unref (&heat->chart->base);
    g_free (heat);
}

static HeatCell
copy_cell (const HeatChart *chart, const UpstandHeatCell *given)
{
    HeatCell cell = {
        .id = given->id,
        .figure = given->figure,
        .tone = given->tone,
        .words = given->words ? upstand_chart_copy_text (given->words)
                              : upstand_amount_format (given->figure, chart->amount),
        .detail = upstand_chart_copy_text (given->detail),
    };

    if (chart->shade == UPSTAND_HEAT_BY_AMOUNT)
        cell.tone = given->figure.value > 0   ? chart->above
                    : given->figure.value < 0 ? chart->below
                                              : UPSTAND_TONE_NEUTRAL;
    return cell;
}

static void
count_cell (HeatChart *chart, const HeatCell *cell)
{
    chart->states[cell->figure.state]++;
    if (!upstand_figure_has_value (cell->figure))
        return;
    chart->largest = MAX (chart->largest, ABS (cell->figure.value));
    if (chart->shade == UPSTAND_HEAT_BY_TONE || cell->figure.value != 0)
        chart->counts[cell->tone]++;
}

static void
add_row (HeatChart *chart, const char *title, const UpstandHeatCell *cells,
    const UpstandHeatCell *total, gboolean totals)
{
    HeatRow row = {
        .title = upstand_chart_copy_text (title),
        .totals = totals,
        .cells = g_new0 (HeatCell, chart->n_columns + 1),
    };
    HeatCell *last = &row.cells[chart->n_columns];

    for (guint c = 0; c < chart->n_columns; c++) {
        row.cells[c] = copy_cell (chart, &cells[c]);
        if (!totals)
            count_cell (chart, &row.cells[c]);
    }
    *last = total ? copy_cell (chart, total)
                  : (HeatCell){ .words = g_strdup (""), .detail = g_strdup ("") };
    if (g_utf8_strlen (last->words, -1) > g_utf8_strlen (chart->widest_total, -1)) {
        g_free (chart->widest_total);
        chart->widest_total = g_strdup (last->words);
    }
    g_array_append_val (chart->rows, row);
}

void
upstand_heat_add (UpstandHeat *heat, const char *title, const UpstandHeatCell *cells,
    const UpstandHeatCell *total)
{
    g_return_if_fail (heat != NULL && cells != NULL);
    add_row (heat->chart, title, cells, total, FALSE);
}

void
upstand_heat_add_totals (UpstandHeat *heat, const char *title, const UpstandHeatCell *cells,
    const UpstandHeatCell *total)
{
    g_return_if_fail (heat != NULL && cells != NULL);
    add_row (heat->chart, title, cells, total, TRUE);
}

/* By amount: the cell furthest above zero. */
static gboolean
find_most (const HeatChart *chart, guint *most_row, guint *most_column)
{
    gint64 most = 0;

    for (guint r = 0; r < chart->rows->len; r++)
        for (guint c = 0; c < chart->n_columns && !get_row (chart, r)->totals; c++)
            if (get_row (chart, r)->cells[c].figure.value > most) {
                most = get_row (chart, r)->cells[c].figure.value;
                *most_row = r;
                *most_column = c;
            }
    return most > 0;
}

/* By tone: the row with most cells of @tone. */
static const HeatRow *
find_row (const HeatChart *chart, UpstandTone tone)
{
    const HeatRow *found = NULL;
    guint most = 0;

    for (guint r = 0; r < chart->rows->len; r++) {
        const HeatRow *row = get_row (chart, r);
        guint n = 0;

        for (guint c = 0; c < chart->n_columns && !row->totals; c++)
            n += upstand_figure_has_value (row->cells[c].figure) && row->cells[c].tone == tone;
        if (n > most) {
            most = n;
            found = row;
        }
    }
    return found;
}

static void
say_tones (const HeatChart *chart, guint n, GString *text)
{
    static const UpstandTone order[] = { UPSTAND_TONE_BAD, UPSTAND_TONE_WARNING,
        UPSTAND_TONE_GOOD };

    for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
        UpstandTone tone = order[i];

        if (chart->tones[tone] && chart->counts[tone] > 0)
            /* Translators: what cells of a table have in common, and how many: "Short: 14 of 48."
             */
            upstand_chart_add_sentence (
                text, _ ("%1$s: %2$u of %3$u."), chart->tones[tone], chart->counts[tone], n);
    }
}

static char *
find (const UpstandChart *base)
{
    const HeatChart *chart = (const HeatChart *)base;
    GString *text = g_string_new (NULL);
    guint holes = chart->states[UPSTAND_FIGURE_UNANSWERED] +
                  chart->states[UPSTAND_FIGURE_NOT_COLLECTED] +
                  chart->states[UPSTAND_FIGURE_WITHHELD];
    guint row = 0, column = 0, n = chart->states[UPSTAND_FIGURE_VALUE] + holes;

    say_tones (chart, n, text);
    if (chart->shade == UPSTAND_HEAT_BY_TONE) {
        UpstandTone worst =
            chart->counts[UPSTAND_TONE_BAD] > 0 ? UPSTAND_TONE_BAD : UPSTAND_TONE_WARNING;
        const HeatRow *first = find_row (chart, worst);

        if (first)
            upstand_chart_add_sentence (text, _ ("Look first at “%s”."), first->title);
    } else if (find_most (chart, &row, &column)) {
        const HeatRow *most = get_row (chart, row);

        /* Translators: the largest figure of a table, with its row and column. */
        upstand_chart_add_sentence (text, _ ("The most: “%1$s”, %2$s, %3$s."), most->title,
            chart->columns[column], most->cells[column].words);
    }
    if (holes > 0)
        upstand_chart_add_sentence (
            text, ngettext ("%u without a figure.", "%u without a figure.", holes), holes);
    if (text->len == 0)
        g_string_append (
            text, n > 0 ? _ ("Nothing stands out.") : _ ("None of this applies here."));
    return g_string_free (text, FALSE);
}

UpstandChart *
upstand_heat_end (UpstandHeat *heat)
{
    g_return_val_if_fail (heat != NULL, NULL);

    HeatChart *chart = heat->chart;

    upstand_chart_end (&chart->base, chart->rows->len, chart->rows->len * chart->n_columns, find);
    g_free (heat);
    return &chart->base;
}
