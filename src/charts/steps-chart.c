/* SPDX-License-Identifier: MIT */
#include "upstand-config.h"

#include "charts/chart-private.h"
#include "charts/looks.h"
#include "charts/steps-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WHOLE_SHARE (100 * UPSTAND_FIGURE_ONE) /* percent, in hundredths */
#define LONGEST_SHARE (250 * UPSTAND_FIGURE_ONE) /* a longer bar ends here */
#define BAR_PITCH 1.05 /* lines of text from one bar of a ladder to the next */

typedef struct {
    gint64 id;
    char *title, *note, *standing;
    UpstandFigure steps[UPSTAND_N_STEPS];
    UpstandShortfall gaps[UPSTAND_N_STEPS_GAPS];
    UpstandShortfall total;
    char *numbers[UPSTAND_N_STEPS];
    char *words[UPSTAND_N_STEPS_GAPS]; /* what stands beside the bars */
    gint64 base; /* what is 100% of this row: those needed, or the longest bar */
    int worst; /* the gap with the largest shortage; -1 */
} LadderRow;

typedef struct {
    UpstandChart base;
    char *unit;
    GArray *rows; /* LadderRow */
    gint64 longest; /* bar, in hundredths of a percent of its row's base */
    char *widest; /* the longest number and the longest words */
    char *widest_words;
} StepsChart;

struct _UpstandSteps {
    StepsChart *chart;
};

static const char *
get_step_name (UpstandStepsStep step)
{
    switch (step) {
    case UPSTAND_STEPS_NEEDED: return C_ ("specialists", "Needed");
    case UPSTAND_STEPS_IN_POST: return C_ ("specialists", "In post");
    case UPSTAND_STEPS_TRAINED: return C_ ("specialists", "Trained");
    case UPSTAND_STEPS_IN_DATE: return C_ ("specialists", "In date");
    case UPSTAND_STEPS_DEPLOYABLE: return C_ ("specialists", "Deployable");
    default: g_return_val_if_reached ("");
    }
}

static const char *
get_gap_name (UpstandStepsGap gap)
{
    switch (gap) {
    case UPSTAND_STEPS_POSTS: return C_ ("gap", "Posts");
    case UPSTAND_STEPS_TRAINING: return C_ ("gap", "Training");
    case UPSTAND_STEPS_CURRENCY: return C_ ("gap", "Currency");
    case UPSTAND_STEPS_AVAILABILITY: return C_ ("gap", "Availability");
    default: g_return_val_if_reached ("");
    }
}

static const LadderRow *
get_row (const StepsChart *chart, guint row)
{
    return &g_array_index (chart->rows, LadderRow, row);
}

static void
ladder_row_clear (gpointer data)
{
    LadderRow *row = data;

    g_free (row->title);
    g_free (row->note);
    g_free (row->standing);
    for (guint i = 0; i < UPSTAND_N_STEPS; i++)
        g_free (row->numbers[i]);
    for (guint i = 0; i < UPSTAND_N_STEPS_GAPS; i++)
        g_free (row->words[i]);
}

static void
steps_chart_finish (UpstandChart *base)
{
    StepsChart *chart = (StepsChart *)base;

    g_array_unref (chart->rows);
    g_free (chart->unit);
    g_free (chart->widest);
    g_free (chart->widest_words);
}

/* Hundreds of response officers and a dozen specialists stand in one chart: a bar is as long as
 * its share of those needed. */
static gint64
get_share (const LadderRow *row, UpstandFigure figure)
{
    return row->base > 0 ? MIN (figure.value * WHOLE_SHARE / row->base, LONGEST_SHARE) : 0;
}

/* Where the bars are ------------------------------------------------------------------------- */

static void
steps_chart_add_legend (const UpstandChart *base, UpstandLegend *legend)
{
    upstand_legend_add (
        legend, UPSTAND_SHAPE_SQUARE, UPSTAND_INK_ON_TRACK, C_ ("specialists", "Deployable"));
    upstand_legend_add (
        legend, UPSTAND_SHAPE_HATCH, UPSTAND_INK_OFF_TRACK, _ ("The largest gap of a row"));
    upstand_legend_add (legend, UPSTAND_SHAPE_HATCH, UPSTAND_INK_SLIPPING, _ ("Other gaps"));
    upstand_legend_add (
        legend, UPSTAND_SHAPE_LINE, UPSTAND_INK_COMPLETE, _ ("More than on the step before"));
}

static void
steps_chart_set_columns (const UpstandChart *base, const UpstandPen *pen, UpstandFrame *frame)
{
    const StepsChart *chart = (const StepsChart *)base;
    double inner = MAX (0, frame->width - 2 * frame->margin), gap = frame->line * 0.6;
    double names = 0, number = upstand_pen_measure (pen, UPSTAND_FACE_BOLD, chart->widest);
    double words = upstand_pen_measure (pen, UPSTAND_FACE_BOLD, chart->widest_words);

    for (guint i = 0; i < UPSTAND_N_STEPS; i++)
        names = MAX (names, upstand_pen_measure (pen, UPSTAND_FACE_SMALL, get_step_name (i)));
    /* The status column holds the names of the steps and their numbers. */
    frame->status_width = MIN (names + gap + number, inner * 0.5);
    frame->label_x = frame->margin;
    frame->label_width =
        frame->narrow ? inner : CLAMP (inner * 0.26, 7 * frame->line, 22 * frame->line);
    frame->status_x = frame->narrow ? frame->margin : frame->label_x + frame->label_width + gap;
    frame->plot_x = frame->status_x + frame->status_width + gap;
    frame->plot_width = MAX (0, frame->margin + inner - frame->plot_x);
    upstand_scale_init (&frame->scale, 0, chart->longest, 25 * UPSTAND_FIGURE_ONE, 6, frame->plot_x,
        frame->plot_x + frame->plot_width - MIN (words + gap, frame->plot_width * 0.6));
}

static void
steps_chart_draw_axis (const UpstandChart *base, UpstandPen *pen, const UpstandFrame *frame)
{
    const StepsChart *chart = (const StepsChart *)base;
    double y = frame->axis_y + frame->axis_height / 2;

    if (!frame->narrow)
        upstand_pen_text (pen, UPSTAND_FACE_SMALL, UPSTAND_INK_DIM, chart->unit, frame->label_x, y,
            frame->plot_x - frame->label_x - frame->line, UPSTAND_ALIGN_LEFT);
    upstand_pen_text (pen, UPSTAND_FACE_SMALL, UPSTAND_INK_DIM, C_ ("axis", "of those needed"),
        frame->scale.end + frame->line * 1.5, y,
        frame->plot_x + frame->plot_width - frame->scale.end - frame->line * 1.5,
        UPSTAND_ALIGN_LEFT);
    upstand_scale_draw_across (&frame->scale, pen, UPSTAND_AMOUNT_PERCENT, y);
}

static void
steps_chart_draw_under (const UpstandChart *base, UpstandPen *pen, const UpstandFrame *frame)
{
    upstand_scale_draw_grid_across (&frame->scale, pen, frame->body_y,
        MIN (frame->body_height, frame->n_rows * frame->row_height - frame->scroll));
}

/* The bar of @step, from its row's top. */
static void
get_bar (const UpstandFrame *frame, guint row, guint step, double *y, double *height)
{
    double top = upstand_frame_get_row_y (frame, row) + frame->line * 0.3;
    double room = frame->row_height - frame->line * 0.6;

    if (frame->narrow) {
        top += frame->line * 1.2;
        room -= frame->line * 1.2;
    }
    *height = round (MIN (room / UPSTAND_N_STEPS * 0.82, frame->line * 1.2));
    *y = round (top + room / UPSTAND_N_STEPS * step);
}

/* Drawing ------------------------------------------------------------------------------------ */

static void
draw_label (UpstandPen *pen, const UpstandFrame *frame, const LadderRow *row, guint index)
{
    UpstandInk ink = upstand_amount_is_some (row->total.shortage)  ? UPSTAND_INK_OFF_TRACK
                     : upstand_amount_is_some (row->total.surplus) ? UPSTAND_INK_COMPLETE
                                                                   : UPSTAND_INK_DIM;
    const UpstandLabelPart parts[] = {
        { UPSTAND_FACE_BOLD, UPSTAND_INK_TEXT, row->title, 2 },
        { UPSTAND_FACE_BOLD, ink, row->standing, 2 },
        { UPSTAND_FACE_SMALL, UPSTAND_INK_DIM, row->note, 2 },
    };

    upstand_frame_draw_label (frame, pen, index, parts, frame->narrow ? 2 : G_N_ELEMENTS (parts));
}

/* How far a step's bar and what belongs to it reach. */
static double
draw_bar (UpstandPen *pen, const UpstandFrame *frame, const LadderRow *row, guint step, double y,
    double height)
{
    const UpstandScale *scale = &frame->scale;
    UpstandFigure figure = row->steps[step];
    UpstandFigure before =
        step > 0 ? row->steps[step - 1] : upstand_figure_without (UPSTAND_FIGURE_UNANSWERED);
    double zero = upstand_scale_place (scale, 0),
           x = upstand_scale_place (scale, get_share (row, figure));
    double old = upstand_figure_has_value (before)
                     ? upstand_scale_place (scale, get_share (row, before))
                     : 0;

    if (upstand_amount_is_hole (figure)) {
        double width = frame->line * 2;

        upstand_pen_hatch (pen, UPSTAND_INK_DIM, zero, y, width, height);
        return zero + width;
    }
    if (!upstand_figure_has_value (figure))
        return zero;
    if (step == UPSTAND_STEPS_NEEDED) {
        upstand_pen_frame (pen, UPSTAND_INK_TEXT, zero, y, x - zero, height);
    } else if (step == UPSTAND_STEPS_DEPLOYABLE) {
        upstand_pen_box (pen, UPSTAND_INK_ON_TRACK, zero, y, x - zero, height);
    } else {
        upstand_pen_tint (pen, UPSTAND_INK_ON_TRACK, 1, zero, y, x - zero, height);
        upstand_pen_frame (pen, UPSTAND_INK_ON_TRACK, zero, y, x - zero, height);
    }
    if (old > x) {
        UpstandInk ink = row->worst == (int)step - 1 ? UPSTAND_INK_OFF_TRACK : UPSTAND_INK_SLIPPING;

        upstand_pen_hatch (pen, ink, x, y, old - x, height);
        upstand_pen_frame (pen, ink, x, y, old - x, height);
    } else if (old > 0 && old < x) {
        upstand_pen_box (pen, UPSTAND_INK_COMPLETE, old - 1, y - 2, 2, height + 4);
    }
    return MAX (x, old);
}

static void
steps_chart_draw_row (
    const UpstandChart *base, UpstandPen *pen, const UpstandFrame *frame, guint index)
{
    const StepsChart *chart = (const StepsChart *)base;
    const LadderRow *row = get_row (chart, index);
    double top = upstand_frame_get_row_y (frame, index), gap = frame->line * 0.4;
    double end = frame->plot_x + frame->plot_width;

    if (index > 0)
        upstand_pen_box (
            pen, UPSTAND_INK_LINE, frame->margin, top, frame->width - 2 * frame->margin, 1);
    if (frame->narrow)
        upstand_pen_box (pen, UPSTAND_INK_GROUND, 0, top + 1, frame->width, frame->line * 1.4);
    draw_label (pen, frame, row, index);
    for (guint step = 0; step < UPSTAND_N_STEPS; step++) {
        double y, height, right;
        gboolean hole = !upstand_figure_has_value (row->steps[step]);

        get_bar (frame, index, step, &y, &height);
        right = draw_bar (pen, frame, row, step, y, height) + gap;
        upstand_pen_text (pen, UPSTAND_FACE_SMALL, UPSTAND_INK_DIM, get_step_name (step),
            frame->status_x, y + height / 2, frame->status_width, UPSTAND_ALIGN_LEFT);
        upstand_pen_text (pen, hole ? UPSTAND_FACE_SMALL : UPSTAND_FACE_BOLD, UPSTAND_INK_TEXT,
            row->numbers[step], frame->status_x, y + height / 2, frame->status_width,
            UPSTAND_ALIGN_RIGHT);
        if (step > 0 && row->words[step - 1])
            upstand_pen_text (pen,
                row->worst == (int)step - 1 ? UPSTAND_FACE_BOLD : UPSTAND_FACE_SMALL,
                row->worst == (int)step - 1                             ? UPSTAND_INK_OFF_TRACK
                : upstand_amount_is_some (row->gaps[step - 1].shortage) ? UPSTAND_INK_TEXT
                                                                        : UPSTAND_INK_COMPLETE,
                row->words[step - 1], right, y + height / 2, end - right, UPSTAND_ALIGN_LEFT);
    }
}

/* Marks -------------------------------------------------------------------------------------- */

static guint
steps_chart_get_row (const UpstandChart *base, guint mark)
{
    return mark / UPSTAND_N_STEPS;
}

static guint
steps_chart_get_marks (const UpstandChart *base, guint row, guint *first)
{
    *first = row * UPSTAND_N_STEPS;
    return UPSTAND_N_STEPS;
}

static char *
step_sentence (const LadderRow *row, guint step)
{
    GString *text = g_string_new (row->title);
    g_autofree char *amount = upstand_amount_describe (row->steps[step], UPSTAND_AMOUNT_NUMBER);

    g_string_append_c (text, '\n');
    /* Translators: a step and how many are on it: "Trained: 15." */
    upstand_chart_add_sentence (text, _ ("%1$s: %2$s."), get_step_name (step), amount);
    if (step > 0 && row->words[step - 1])
        upstand_chart_add_sentence (text, _ ("%s."), row->words[step - 1]);
    upstand_chart_add_sentence (text, _ ("%s."), row->standing);
    if (*row->note)
        upstand_chart_add_sentence (text, "%s", row->note);
    return g_string_free (text, FALSE);
}

static void
steps_chart_fill_mark (const UpstandChart *base, const UpstandFrame *frame, UpstandChartMark *mark)
{
    const StepsChart *chart = (const StepsChart *)base;
    guint index = mark->index / UPSTAND_N_STEPS, step = mark->index % UPSTAND_N_STEPS;
    const LadderRow *row = get_row (chart, index);

    mark->id = row->id;
    mark->part = (int)step;
    mark->sentence = step_sentence (row, step);
    get_bar (frame, index, step, &mark->y, &mark->height);
    mark->x = frame->status_x;
    mark->width = frame->plot_x + frame->plot_width - mark->x;
}

/* Table -------------------------------------------------------------------------------------- */

static UpstandSheet *
steps_chart_table (UpstandChart *base)
{
    enum {
        TITLE,
        STEPS,
        GAPS = STEPS + UPSTAND_N_STEPS,
        SHORT = GAPS + 2 * UPSTAND_N_STEPS_GAPS,
        OVER,
        NOTE,
        N_COLUMNS
    };
    const StepsChart *chart = (const StepsChart *)base;
    g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
    UpstandSheetColumn columns[N_COLUMNS] = {
        [TITLE] = { .title = _ ("Capability"), .width = 36 },
        [SHORT] = { .title = _ ("Short of needed"), .kind = UPSTAND_CELL_DECIMAL },
        [OVER] = { .title = _ ("More than needed"), .kind = UPSTAND_CELL_DECIMAL },
        [NOTE] = { .title = _ ("Note"), .width = 36 },
    };

    for (guint i = 0; i < UPSTAND_N_STEPS; i++)
        columns[STEPS + i] =
            (UpstandSheetColumn){ .title = get_step_name (i), .kind = UPSTAND_CELL_DECIMAL };
    for (guint i = 0; i < 2 * UPSTAND_N_STEPS_GAPS; i++) {
        /* Translators: headings of a table; %s is a gap: "Training". */
        char *title = g_strdup_printf (
            i % 2 == 0 ? _ ("%s: short by") : _ ("%s: over by"), get_gap_name (i / 2));

        g_ptr_array_add (titles, title);
        columns[GAPS + i] = (UpstandSheetColumn){ .title = title, .kind = UPSTAND_CELL_DECIMAL };
    }

    UpstandSheet *sheet = upstand_sheet_new ("steps", base->title, columns, N_COLUMNS);

    for (guint r = 0; r < chart->rows->len; r++) {
        const LadderRow *row = get_row (chart, r);
        UpstandCell cells[N_COLUMNS] = { [TITLE] = upstand_cell_text (row->title) };

        for (guint i = 0; i < UPSTAND_N_STEPS; i++)
            cells[STEPS + i] = upstand_amount_to_cell (row->steps[i], UPSTAND_AMOUNT_NUMBER);
        for (guint i = 0; i < UPSTAND_N_STEPS_GAPS; i++) {
            cells[GAPS + 2 * i] =
                upstand_amount_to_cell (row->gaps[i].shortage, UPSTAND_AMOUNT_NUMBER);
            cells[GAPS + 2 * i + 1] =
                upstand_amount_to_cell (row->gaps[i].surplus, UPSTAND_AMOUNT_NUMBER);
        }
        cells[SHORT] = upstand_amount_to_cell (row->total.shortage, UPSTAND_AMOUNT_NUMBER);
        cells[OVER] = upstand_amount_to_cell (row->total.surplus, UPSTAND_AMOUNT_NUMBER);
        cells[NOTE] = upstand_cell_text (row->note);
        upstand_sheet_add_row (sheet, cells);
    }
    upstand_sheet_add_note (sheet, base->finding);
    if (*chart->unit)
        upstand_sheet_add_note (sheet, chart->unit);
    return sheet;
}

static const UpstandChartClass steps_class = {
    .shape = { .axis = 1.4,
        .row = UPSTAND_N_STEPS * BAR_PITCH + 0.6,
        .tallest_row = 8,
        .narrow_row = UPSTAND_N_STEPS * BAR_PITCH + 1.8 },
    .empty = N_ ("Who is needed, in post, trained, in date and deployable stands here as soon as a "
                 "census has figures."),
    .finish = steps_chart_finish,
    .table = steps_chart_table,
    .add_legend = steps_chart_add_legend,
    .set_columns = steps_chart_set_columns,
    .draw_axis = steps_chart_draw_axis,
    .draw_under = steps_chart_draw_under,
    .draw_row = steps_chart_draw_row,
    .get_row = steps_chart_get_row,
    .get_marks = steps_chart_get_marks,
    .fill_mark = steps_chart_fill_mark,
};

/* Making ------------------------------------------------------------------------------------- */

UpstandSteps *
upstand_steps_new (const UpstandChartWords *words, const char *unit)
{
    g_return_val_if_fail (words != NULL, NULL);

    UpstandSteps *steps = g_new0 (UpstandSteps, 1);
    StepsChart *chart = upstand_chart_begin (&steps_class, sizeof (StepsChart), words);

    chart->unit = upstand_chart_copy_text (unit);
    chart->rows = g_array_new (FALSE, TRUE, sizeof (LadderRow));
    g_array_set_clear_func (chart->rows, ladder_row_clear);
    chart->longest = WHOLE_SHARE;
    chart->widest = g_strdup ("");
    chart->widest_words = g_strdup ("");
    steps->chart = chart;
    return steps;
}

void
upstand_steps_free (UpstandSteps *steps)
{
    if (!steps)
        return;
    upstand_chart_unref (&steps->chart->base);
    g_free (steps);
}

/* NULL where there is neither. */
static char *
say_gap (UpstandStepsGap gap, const UpstandShortfall *shortfall)
{
    g_autofree char *lacking = upstand_amount_format (shortfall->shortage, UPSTAND_AMOUNT_NUMBER);
    g_autofree char *over = upstand_amount_format (shortfall->surplus, UPSTAND_AMOUNT_NUMBER);

    if (upstand_amount_is_some (shortfall->shortage) && upstand_amount_is_some (shortfall->surplus))
        /* Translators: a gap, "Training", with what some units lack and others have too many. */
        return g_strdup_printf (
            _ ("%1$s: short by %2$s, elsewhere over by %3$s"), get_gap_name (gap), lacking, over);
    if (upstand_amount_is_some (shortfall->shortage))
        return g_strdup_printf (_ ("%1$s: short by %2$s"), get_gap_name (gap), lacking);
    if (upstand_amount_is_some (shortfall->surplus))
        return g_strdup_printf (_ ("%1$s: over by %2$s"), get_gap_name (gap), over);
    return NULL;
}

static char *
say_total (const UpstandShortfall *total)
{
    char *words = upstand_shortfall_describe (total);

    if (words)
        return words;
    if (upstand_figure_has_value (total->shortage))
        return g_strdup (_ ("As many as needed"));
    return g_strdup (total->shortage.state == UPSTAND_FIGURE_NOT_APPLICABLE ? _ ("Not applicable")
                                                                            : _ ("Gap not known"));
}

static void
keep_longer (char **longest, const char *text)
{
    if (!text || g_utf8_strlen (text, -1) <= g_utf8_strlen (*longest, -1))
        return;
    g_free (*longest);
    *longest = g_strdup (text);
}

void
upstand_steps_add (UpstandSteps *steps, const UpstandStepsRow *given)
{
    g_return_if_fail (steps != NULL && given != NULL);

    StepsChart *chart = steps->chart;
    LadderRow row = {
        .id = given->id,
        .title = upstand_chart_copy_text (given->title),
        .note = upstand_chart_copy_text (given->note),
        .standing = say_total (&given->total),
        .total = given->total,
        .worst = -1,
    };

    for (guint i = 0; i < UPSTAND_N_STEPS; i++) {
        row.steps[i] = given->steps[i];
        row.numbers[i] = upstand_amount_format (row.steps[i], UPSTAND_AMOUNT_NUMBER);
        row.base = MAX (row.base, row.steps[i].value);
        keep_longer (&chart->widest, row.numbers[i]);
    }
    for (guint i = 0; i < UPSTAND_N_STEPS_GAPS; i++) {
        row.gaps[i] = given->gaps[i];
        row.words[i] = say_gap (i, &row.gaps[i]);
        keep_longer (&chart->widest_words, row.words[i]);
        if (upstand_amount_is_some (row.gaps[i].shortage) &&
            (row.worst < 0 || row.gaps[i].shortage.value > row.gaps[row.worst].shortage.value))
            row.worst = (int)i;
    }
    if (row.steps[UPSTAND_STEPS_NEEDED].value > 0)
        row.base = row.steps[UPSTAND_STEPS_NEEDED].value;
    for (guint i = 0; i < UPSTAND_N_STEPS; i++)
        chart->longest = MAX (chart->longest, get_share (&row, row.steps[i]));
    g_array_append_val (chart->rows, row);
}

/* The row with the largest gap of all, those that have enough left out; NULL when there is none. */
static const LadderRow *
find_worst (const StepsChart *chart, gboolean any)
{
    const LadderRow *worst = NULL;

    for (guint r = 0; r < chart->rows->len; r++) {
        const LadderRow *row = get_row (chart, r);
        gboolean enough =
            upstand_figure_has_value (row->total.shortage) && row->total.shortage.value == 0;

        if (row->worst < 0 || (enough && !any))
            continue;
        if (!worst ||
            row->gaps[row->worst].shortage.value > worst->gaps[worst->worst].shortage.value)
            worst = row;
    }
    return worst;
}

static char *
find (const UpstandChart *base)
{
    const StepsChart *chart = (const StepsChart *)base;
    guint n = chart->rows->len, known = 0, lacking = 0, unknown = 0;
    GString *text = g_string_new (NULL);

    for (guint r = 0; r < n; r++) {
        const UpstandShortfall *total = &get_row (chart, r)->total;

        known += upstand_figure_has_value (total->shortage);
        lacking += upstand_amount_is_some (total->shortage);
        unknown += upstand_amount_is_hole (total->shortage);
    }

    const LadderRow *worst = find_worst (chart, lacking + unknown == 0);

    if (lacking > 0)
        upstand_chart_add_sentence (text,
            ngettext ("Fewer deployable than needed in %1$u of %2$u.",
                "Fewer deployable than needed in %1$u of %2$u.", n),
            lacking, n);
    else if (known > 0)
        upstand_chart_add_sentence (text, _ ("Nowhere fewer deployable than needed."));
    if (worst)
        /* Translators: %1$s is a capability, %2$s as "Training: short by 9". */
        upstand_chart_add_sentence (
            text, _ ("The largest gap: “%1$s”. %2$s."), worst->title, worst->words[worst->worst]);
    if (unknown > 0)
        upstand_chart_add_sentence (text,
            ngettext ("The gap of %u is not known: figures are missing.",
                "The gaps of %u are not known: figures are missing.", unknown),
            unknown);
    if (text->len == 0)
        upstand_chart_add_sentence (text, _ ("None of this applies here."));
    return g_string_free (text, FALSE);
}

UpstandChart *
upstand_steps_end (UpstandSteps *steps)
{
    g_return_val_if_fail (steps != NULL, NULL);

    StepsChart *chart = steps->chart;

    upstand_chart_end (&chart->base, chart->rows->len, chart->rows->len * UPSTAND_N_STEPS, find);
    g_free (steps);
    return &chart->base;
}
