/* SPDX-License-Identifier: MIT */
#include "upstand-config.h"

#include "charts/chart-private.h"
#include "charts/supply-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LEAST_COLUMN 1.6 /* lines of text */
#define NARROW_LABEL 1.6 /* lines above the plot of a narrow row */

typedef struct {
    gint64 id;
    char *title, *note, *standing, *ending;
    UpstandSupplyYear *years;
    char **words; /* over each year's bar; NULL for nothing to say */
    gint64 largest;
    int worst; /* the year with the largest shortage; -1 */
    gboolean has_gaps; /* at least one is known */
} SupplyRow;

typedef struct {
    UpstandChart base;
    char **years;
    guint n_years, n_known;
    GArray *rows; /* SupplyRow */
    gint64 largest;
} SupplyChart;

struct _UpstandSupply {
    SupplyChart *chart;
};

static const SupplyRow *
get_row (const SupplyChart *chart, guint row)
{
    return &g_array_index (chart->rows, SupplyRow, row);
}

static void
supply_row_free (SupplyRow *row, guint n_years)
{
    g_free (row->title);
    g_free (row->note);
    g_free (row->standing);
    g_free (row->ending);
    g_free (row->years);
    for (guint i = 0; i < n_years; i++)
        g_free (row->words[i]);
    g_free (row->words);
}

static void
supply_chart_finish (UpstandChart *base)
{
    SupplyChart *chart = (SupplyChart *)base;

    for (guint r = 0; r < chart->rows->len; r++)
        supply_row_free (&g_array_index (chart->rows, SupplyRow, r), chart->n_years);
    g_array_unref (chart->rows);
    g_strfreev (chart->years);
}

static void
supply_chart_add_legend (const UpstandChart *base, UpstandLegend *legend)
{
    const SupplyChart *chart = (const SupplyChart *)base;

    upstand_legend_add (legend, UPSTAND_SHAPE_HOLLOW_SQUARE, UPSTAND_INK_TEXT, _ ("Needed"));
    if (chart->n_known > 0)
        upstand_legend_add (
            legend, UPSTAND_SHAPE_SQUARE, UPSTAND_INK_ON_TRACK, _ ("There, as counted"));
    if (chart->n_known < chart->n_years)
        upstand_legend_add (
            legend, UPSTAND_SHAPE_HALF_SQUARE, UPSTAND_INK_ON_TRACK, _ ("There, as expected"));
    upstand_legend_add (legend, UPSTAND_SHAPE_HATCH, UPSTAND_INK_OFF_TRACK, _ ("Short"));
    upstand_legend_add (legend, UPSTAND_SHAPE_LINE, UPSTAND_INK_COMPLETE, _ ("More than needed"));
}

static void
supply_chart_set_columns (const UpstandChart *base, const UpstandPen *pen, UpstandFrame *frame)
{
    const SupplyChart *chart = (const SupplyChart *)base;
    double inner = MAX (0, frame->width - 2 * frame->margin), gap = frame->line * 0.6;
    g_autofree char *number =
        upstand_amount_format (upstand_figure_of (chart->largest), UPSTAND_AMOUNT_NUMBER);

    /* The status column holds the numbers of the scales. */
    frame->status_width =
        MIN (upstand_pen_measure (pen, UPSTAND_FACE_SMALL, number) + gap * 2, inner * 0.2);
    frame->label_x = frame->margin;
    frame->label_width =
        frame->narrow ? inner : CLAMP (inner * 0.26, 8 * frame->line, 22 * frame->line);
    frame->status_x = frame->narrow ? frame->margin : frame->label_x + frame->label_width + gap;
    frame->plot_x = frame->status_x + frame->status_width;
    frame->plot_width = MAX (0, frame->margin + inner - frame->plot_x);
    upstand_columns_init (&frame->columns, frame->plot_x, frame->plot_width, chart->n_years,
        LEAST_COLUMN * frame->line, FALSE);
}

static void
supply_chart_draw_axis (const UpstandChart *base, UpstandPen *pen, const UpstandFrame *frame)
{
    const SupplyChart *chart = (const SupplyChart *)base;

    upstand_columns_draw_headings (
        &frame->columns, pen, chart->years, frame->axis_y, frame->axis_height - frame->line * 0.2);
}

/* What has been counted stands on a band of its own. */
static void
supply_chart_draw_under (const UpstandChart *base, UpstandPen *pen, const UpstandFrame *frame)
{
    const SupplyChart *chart = (const SupplyChart *)base;
    guint known = MIN (chart->n_known, frame->columns.end);

    upstand_pen_box (pen, UPSTAND_INK_SHADE, frame->plot_x, frame->body_y,
        upstand_columns_get_x (&frame->columns, known) - frame->plot_x,
        MIN (frame->body_height, frame->n_rows * frame->row_height - frame->scroll));
}

/* Drawing ------------------------------------------------------------------------------------ */

static void
draw_label (UpstandPen *pen, const UpstandFrame *frame, const SupplyRow *row, guint index)
{
    UpstandInk ink = row->worst >= 0 ? UPSTAND_INK_OFF_TRACK
                     : row->has_gaps ? UPSTAND_INK_COMPLETE
                                     : UPSTAND_INK_DIM;
    const UpstandLabelPart parts[] = {
        { UPSTAND_FACE_BOLD, UPSTAND_INK_TEXT, row->title, 2 },
        { UPSTAND_FACE_BOLD, ink, row->standing, 2 },
        { UPSTAND_FACE_TEXT, UPSTAND_INK_TEXT, row->ending, 1 },
        { UPSTAND_FACE_SMALL, UPSTAND_INK_DIM, row->note, 2 },
    };

    upstand_frame_draw_label (frame, pen, index, parts, frame->narrow ? 2 : G_N_ELEMENTS (parts));
}

static void
draw_hole (UpstandPen *pen, const UpstandFrame *frame, UpstandFigure figure, double x, double width,
    double bottom)
{
    g_autofree char *word = upstand_amount_format (figure, UPSTAND_AMOUNT_NUMBER);
    double height = round (frame->line * 1.6);

    if (upstand_amount_is_hole (figure))
        upstand_pen_hatch (pen, UPSTAND_INK_DIM, x, bottom - height, width, height);
    upstand_pen_text (pen, UPSTAND_FACE_SMALL, UPSTAND_INK_DIM, word, x - width,
        bottom - height - frame->line * 0.6, 3 * width, UPSTAND_ALIGN_CENTRE);
}

static void
draw_supply (UpstandPen *pen, const UpstandScale *scale, const UpstandSupplyYear *year,
    gboolean known, double x, double width)
{
    double zero = upstand_scale_place (scale, 0);
    double there = upstand_scale_place (scale, year->supply.value);
    double needed = upstand_scale_place (scale, year->demand.value);
    gboolean both =
        upstand_figure_has_value (year->supply) && upstand_figure_has_value (year->demand);

    if (upstand_figure_has_value (year->supply) && known) {
        upstand_pen_box (pen, UPSTAND_INK_ON_TRACK, x, there, width, zero - there);
    } else if (upstand_figure_has_value (year->supply)) {
        upstand_pen_tint (pen, UPSTAND_INK_ON_TRACK, 1, x, there, width, zero - there);
        upstand_pen_frame (pen, UPSTAND_INK_ON_TRACK, x, there, width, zero - there);
    }
    if (both && needed < there) {
        upstand_pen_box (pen, UPSTAND_INK_GROUND, x, needed, width, there - needed);
        upstand_pen_hatch (pen, UPSTAND_INK_OFF_TRACK, x, needed, width, there - needed);
    }
    if (both && needed > there)
        upstand_pen_box (pen, UPSTAND_INK_COMPLETE, x - 4, needed - 1, width + 8, 2);
    else if (upstand_figure_has_value (year->demand) && needed < zero)
        upstand_pen_frame (pen, UPSTAND_INK_TEXT, x - 2, needed, width + 4, zero - needed);
}

static void
draw_year (UpstandPen *pen, const UpstandFrame *frame, const UpstandScale *scale,
    const SupplyChart *chart, const SupplyRow *row, guint index)
{
    const UpstandSupplyYear *year = &row->years[index];
    double left = upstand_columns_get_x (&frame->columns, index), each = frame->columns.each;
    double width = round (MIN (each * 0.5, 4 * frame->line));
    double x = round (left + (each - width) / 2);
    double highest = upstand_scale_place (scale, MAX (year->supply.value, year->demand.value));

    draw_supply (pen, scale, year, index < chart->n_known, x, width);
    if (!upstand_figure_has_value (year->supply))
        draw_hole (pen, frame, year->supply, x, width, scale->start);
    else if (!upstand_figure_has_value (year->demand))
        draw_hole (pen, frame, year->demand, x, width, highest);
    if (row->words[index]) {
        gboolean lacking = upstand_amount_is_some (year->gap.shortage);
        g_autofree char *number = upstand_amount_format (
            lacking ? year->gap.shortage : year->gap.surplus, UPSTAND_AMOUNT_NUMBER);
        gboolean fits = upstand_pen_measure (pen, UPSTAND_FACE_BOLD, row->words[index]) <= each - 2;

        upstand_pen_text (pen, fits ? UPSTAND_FACE_BOLD : UPSTAND_FACE_SMALL,
            lacking ? UPSTAND_INK_OFF_TRACK : UPSTAND_INK_COMPLETE,
            fits ? row->words[index] : number, left - each / 2, highest - frame->line * 0.65,
            2 * each, UPSTAND_ALIGN_CENTRE);
    }
}

static void
supply_chart_draw_row (
    const UpstandChart *base, UpstandPen *pen, const UpstandFrame *frame, guint index)
{
    const SupplyChart *chart = (const SupplyChart *)base;
    const SupplyRow *row = get_row (chart, index);
    double top = round (upstand_frame_get_row_y (frame, index));
    double plot_top = top + round (frame->line * (frame->narrow ? NARROW_LABEL + 1.2 : 1.4));
    double plot_bottom = top + frame->row_height - round (frame->line * 0.4);
    UpstandScale scale;

    upstand_scale_init (&scale, 0, row->largest, UPSTAND_FIGURE_ONE,
        MAX (1, (guint)((plot_bottom - plot_top) / (1.4 * frame->line))), plot_bottom, plot_top);
    if (frame->narrow)
        upstand_pen_box (
            pen, UPSTAND_INK_GROUND, 0, top, frame->width, round (frame->line * NARROW_LABEL));
    if (index > 0)
        upstand_pen_box (
            pen, UPSTAND_INK_LINE, frame->margin, top, frame->width - 2 * frame->margin, 1);
    draw_label (pen, frame, row, index);
    upstand_scale_draw_upwards (
        &scale, pen, UPSTAND_AMOUNT_NUMBER, frame->plot_x, frame->plot_width, frame->status_width);
    for (guint i = frame->columns.first; i < frame->columns.end; i++)
        draw_year (pen, frame, &scale, chart, row, i);
}

/* Marks -------------------------------------------------------------------------------------- */

static guint
supply_chart_get_row (const UpstandChart *base, guint mark)
{
    return mark / ((const SupplyChart *)base)->n_years;
}

static guint
supply_chart_get_marks (const UpstandChart *base, guint row, guint *first)
{
    guint n = ((const SupplyChart *)base)->n_years;

    *first = row * n;
    return n;
}

static char *
year_sentence (const SupplyChart *chart, const SupplyRow *row, guint index)
{
    const UpstandSupplyYear *year = &row->years[index];
    g_autofree char *demand = upstand_amount_describe (year->demand, UPSTAND_AMOUNT_NUMBER);
    g_autofree char *supply = upstand_amount_describe (year->supply, UPSTAND_AMOUNT_NUMBER);
    g_autofree char *gap = upstand_shortfall_describe (&year->gap);
    GString *text = g_string_new (NULL);

    g_string_append_printf (text, _ ("%1$s, %2$s"), row->title, chart->years[index]);
    g_string_append_c (text, '\n');
    upstand_chart_add_sentence (text, _ ("Needed: %s."), demand);
    if (index < chart->n_known)
        upstand_chart_add_sentence (text, _ ("There, as counted: %s."), supply);
    else
        upstand_chart_add_sentence (text, _ ("There, as expected: %s."), supply);
    if (gap)
        upstand_chart_add_sentence (text, _ ("%s."), gap);
    if (*row->note)
        upstand_chart_add_sentence (text, "%s", row->note);
    return g_string_free (text, FALSE);
}

static void
supply_chart_fill_mark (const UpstandChart *base, const UpstandFrame *frame, UpstandChartMark *mark)
{
    const SupplyChart *chart = (const SupplyChart *)base;
    guint index = mark->index / chart->n_years, year = mark->index % chart->n_years;
    const SupplyRow *row = get_row (chart, index);
    double label = frame->narrow ? round (frame->line * NARROW_LABEL) : 1;

    mark->id = row->id;
    mark->part = (int)year;
    mark->sentence = year_sentence (chart, row, year);
    mark->x = frame->plot_x;
    mark->y = upstand_frame_get_row_y (frame, index) + label;
    mark->height = frame->row_height - label;
    if (year < frame->columns.first || year >= frame->columns.end)
        return; /* it has no width */
    mark->x = upstand_columns_get_x (&frame->columns, year);
    mark->width = frame->columns.each;
}

static UpstandSheet *
supply_chart_table (UpstandChart *base)
{
    enum { TITLE, YEAR, STANDING, DEMAND, SUPPLY, SHORT, OVER, NOTE, N_COLUMNS };
    const SupplyChart *chart = (const SupplyChart *)base;
    const UpstandSheetColumn columns[N_COLUMNS] = {
        [TITLE] = { .title = _ ("Capability"), .width = 36 },
        [YEAR] = { .title = _ ("Year"), .width = 12 },
        [STANDING] = { .title = _ ("Standing"), .width = 14 },
        [DEMAND] = { .title = _ ("Needed"), .kind = UPSTAND_CELL_DECIMAL },
        [SUPPLY] = { .title = _ ("There"), .kind = UPSTAND_CELL_DECIMAL },
        [SHORT] = { .title = _ ("Short of needed"), .kind = UPSTAND_CELL_DECIMAL },
        [OVER] = { .title = _ ("More than needed"), .kind = UPSTAND_CELL_DECIMAL },
        [NOTE] = { .title = _ ("Note"), .width = 36 },
    };
    UpstandSheet *sheet = upstand_sheet_new ("supply", base->title, columns, N_COLUMNS);

    for (guint r = 0; r < chart->rows->len; r++) {
        const SupplyRow *row = get_row (chart, r);

        for (guint y = 0; y < chart->n_years; y++) {
            const UpstandSupplyYear *year = &row->years[y];
            UpstandCell cells[N_COLUMNS] = {
                [TITLE] = upstand_cell_text (row->title),
                [YEAR] = upstand_cell_text (chart->years[y]),
                [STANDING] =
                    upstand_cell_text (y < chart->n_known ? _ ("Counted") : _ ("Expected")),
                [DEMAND] = upstand_amount_to_cell (year->demand, UPSTAND_AMOUNT_NUMBER),
                [SUPPLY] = upstand_amount_to_cell (year->supply, UPSTAND_AMOUNT_NUMBER),
                [SHORT] = upstand_amount_to_cell (year->gap.shortage, UPSTAND_AMOUNT_NUMBER),
                [OVER] = upstand_amount_to_cell (year->gap.surplus, UPSTAND_AMOUNT_NUMBER),
                [NOTE] = upstand_cell_text (row->note),
            };

            upstand_sheet_add_row (sheet, cells);
        }
    }
    upstand_sheet_add_note (sheet, base->finding);
    return sheet;
}

static const UpstandChartClass supply_class = {
    .shape = { .axis = 1.6, .row = 6.4, .tallest_row = 10, .narrow_row = 8.4 },
    .empty = N_ ("Demand against supply stands here as soon as a forecast has been made."),
    .finish = supply_chart_finish,
    .table = supply_chart_table,
    .add_legend = supply_chart_add_legend,
    .set_columns = supply_chart_set_columns,
    .draw_axis = supply_chart_draw_axis,
    .draw_under = supply_chart_draw_under,
    .draw_row = supply_chart_draw_row,
    .get_row = supply_chart_get_row,
    .get_marks = supply_chart_get_marks,
    .fill_mark = supply_chart_fill_mark,
};

/* A single capability has the whole picture. */
static const UpstandFrameShape single_shape = {
    .axis = 1.6, .row = 6, .tallest_row = 40, .narrow_row = 8, .ideal_row = 16
};

/* Making ------------------------------------------------------------------------------------- */

UpstandSupply *
upstand_supply_new (
    const UpstandChartWords *words, const char *const *years, guint n_years, guint n_known)
{
    g_return_val_if_fail (words != NULL && years != NULL && n_years > 0, NULL);

    UpstandSupply *supply = g_new0 (UpstandSupply, 1);
    SupplyChart *chart = upstand_chart_begin (&supply_class, sizeof (SupplyChart), words);

    chart->n_years = n_years;
    chart->n_known = MIN (n_known, n_years);
    chart->years = g_new0 (char *, n_years + 1);
    for (guint i = 0; i < n_years; i++)
        chart->years[i] = upstand_chart_copy_text (years[i]);
    chart->rows = g_array_new (FALSE, TRUE, sizeof (SupplyRow));
    supply->chart = chart;
    return supply;
}

void
upstand_supply_free (UpstandSupply *supply)
{
    if (!supply)
        return;
    upstand_chart_unref (&supply->chart->base);
    g_free (supply);
}

/* What stands over a bar: short, and the shortage where there are both. */
static char *
say_briefly (const UpstandShortfall *gap)
{
    g_autofree char *lacking = upstand_amount_format (gap->shortage, UPSTAND_AMOUNT_NUMBER);
    g_autofree char *over = upstand_amount_format (gap->surplus, UPSTAND_AMOUNT_NUMBER);

    if (upstand_amount_is_some (gap->shortage))
        /* Translators: so many too few; short, stands over a bar. */
        return g_strdup_printf (_ ("%s short"), lacking);
    if (upstand_amount_is_some (gap->surplus))
        /* Translators: so many too many; short, stands over a bar. */
        return g_strdup_printf (_ ("%s over"), over);
    return NULL;
}

static char *
say_standing (const SupplyChart *chart, const SupplyRow *row)
{
    if (!row->has_gaps)
        return g_strdup (_ ("Gap not known"));
    if (row->worst < 0)
        return g_strdup (_ ("Never short"));

    g_autofree char *lacking =
        upstand_amount_format (row->years[row->worst].gap.shortage, UPSTAND_AMOUNT_NUMBER);

    /* Translators: how many too few, and in which year. */
    return g_strdup_printf (_ ("Short by %1$s in %2$s"), lacking, chart->years[row->worst]);
}

/* How it ends, where that is another year than the worst one. */
static char *
say_ending (const SupplyChart *chart, const SupplyRow *row)
{
    guint last = chart->n_years - 1;
    const UpstandShortfall *gap = &row->years[last].gap;
    g_autofree char *lacking = upstand_amount_format (gap->shortage, UPSTAND_AMOUNT_NUMBER);

    if (row->worst < 0 || row->worst == (int)last || !upstand_figure_has_value (gap->shortage))
        return g_strdup ("");
    if (upstand_amount_is_some (gap->shortage))
        return g_strdup_printf (_ ("Short by %1$s in %2$s"), lacking, chart->years[last]);
    /* Translators: %s is a year. */
    return g_strdup_printf (_ ("Enough in %s"), chart->years[last]);
}

void
upstand_supply_add (UpstandSupply *supply, const UpstandSupplyRow *given)
{
    g_return_if_fail (supply != NULL && given != NULL && given->years != NULL);

    SupplyChart *chart = supply->chart;
    SupplyRow row = {
        .id = given->id,
        .title = upstand_chart_copy_text (given->title),
        .note = upstand_chart_copy_text (given->note),
        .years = g_memdup2 (given->years, chart->n_years * sizeof *given->years),
        .words = g_new0 (char *, chart->n_years),
        .worst = -1,
    };

    for (guint i = 0; i < chart->n_years; i++) {
        const UpstandSupplyYear *year = &row.years[i];

        row.largest = MAX (row.largest, MAX (year->demand.value, year->supply.value));
        row.words[i] = say_briefly (&year->gap);
        row.has_gaps |= upstand_figure_has_value (year->gap.shortage);
        if (upstand_amount_is_some (year->gap.shortage) &&
            (row.worst < 0 || year->gap.shortage.value > row.years[row.worst].gap.shortage.value))
            row.worst = (int)i;
    }
    row.standing = say_standing (chart, &row);
    row.ending = say_ending (chart, &row);
    chart->largest = MAX (chart->largest, row.largest);
    g_array_append_val (chart->rows, row);
}

static char *
find (const UpstandChart *base)
{
    const SupplyChart *chart = (const SupplyChart *)base;
    const SupplyRow *worst = NULL;
    GString *text = g_string_new (NULL);
    guint n = chart->rows->len, lacking = 0, unknown = 0, at_last = 0;

    for (guint r = 0; r < n; r++) {
        const SupplyRow *row = get_row (chart, r);

        unknown += !row->has_gaps;
        lacking += row->worst >= 0;
        at_last += upstand_amount_is_some (row->years[chart->n_years - 1].gap.shortage);
        if (row->worst >= 0 && (!worst || row->years[row->worst].gap.shortage.value >
                                              worst->years[worst->worst].gap.shortage.value))
            worst = row;
    }
    if (worst) {
        upstand_chart_add_sentence (text,
            ngettext (
                "Fewer than needed in %1$u of %2$u.", "Fewer than needed in %1$u of %2$u.", n),
            lacking, n);
        /* Translators: %1$s is a capability, %2$s as "Short by 7 in 2026". */
        upstand_chart_add_sentence (
            text, _ ("The largest shortage: “%1$s”. %2$s."), worst->title, worst->standing);
        /* Translators: the last year, and how many of so many. */
        upstand_chart_add_sentence (text, _ ("In %1$s still short: %2$u of %3$u."),
            chart->years[chart->n_years - 1], at_last, n);
    } else if (unknown < n) {
        upstand_chart_add_sentence (text, _ ("As many as needed in every year."));
    }
    if (unknown > 0)
        upstand_chart_add_sentence (text,
            ngettext ("The gap of %u is not known: figures are missing.",
                "The gaps of %u are not known: figures are missing.", unknown),
            unknown);
    return g_string_free (text, FALSE);
}

UpstandChart *
upstand_supply_end (UpstandSupply *supply)
{
    g_return_val_if_fail (supply != NULL, NULL);

    SupplyChart *chart = supply->chart;

    if (chart->rows->len == 1)
        chart->base.shape = single_shape;
    upstand_chart_end (&chart->base, chart->rows->len, chart->rows->len * chart->n_years, find);
    g_free (supply);
    return &chart->base;
}
