/* SPDX-License-Identifier: MIT */
#include "upstand-config.h"

#include "charts/actions-chart.h"
#include "charts/chart-private.h"
#include "charts/looks.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define N_SHOWN (UPSTAND_N_RATINGS - 1)

/* A pillar's heading, or an action with its bar. */
typedef struct {
    gboolean heading;
    gint64 id;
    char *code;
    char *title;
    guint pillar; /* the row of its heading; G_MAXUINT outside any */
    UpstandDistribution distribution; /* of a heading: of all its actions */
    guint first_mark, n_marks;
} ActionRow;

typedef struct {
    guint row;
    UpstandRating rating;
} ActionMark;

typedef struct {
    UpstandChart base;
    GArray *rows; /* ActionRow */
    GArray *marks; /* ActionMark */
    UpstandDistribution all;
    guint largest; /* requirements of the action that has most */
} ActionsChart;

struct _UpstandActions {
    ActionsChart *chart;
    guint pillar;
};

static const ActionRow *
get_row (const ActionsChart *chart, guint row)
{
    return &g_array_index (chart->rows, ActionRow, row);
}

static void
action_row_clear (gpointer data)
{
    ActionRow *row = data;

    g_free (row->code);
    g_free (row->title);
}

static void
actions_chart_finish (UpstandChart *base)
{
    ActionsChart *chart = (ActionsChart *)base;

    g_array_unref (chart->rows);
    g_array_unref (chart->marks);
}

static char *
name_action (const ActionRow *row)
{
    return *row->code == '\0' ? g_strdup (row->title)
                              /* Translators: the number of an action and its title. */
                              : g_strdup_printf (_ ("%1$s. %2$s"), row->code, row->title);
}

static void
actions_chart_add_legend (const UpstandChart *base, UpstandLegend *legend)
{
    const ActionsChart *chart = (const ActionsChart *)base;

    for (guint i = 0; i < N_SHOWN; i++) {
        UpstandRating rating = upstand_rating_nth_worst (i);
        UpstandLook look = upstand_look_of_rating (rating);
        /* Translators: a rating and how many requirements have it, under a chart. */
        g_autofree char *word = g_strdup_printf (
            _ ("%1$s %2$u"), upstand_rating_get_label (rating), chart->all.counts[rating]);

        if (chart->all.counts[rating] > 0)
            upstand_legend_add (legend, look.shape, look.ink, word);
    }
}

static void
actions_chart_set_columns (const UpstandChart *base, const UpstandPen *pen, UpstandFrame *frame)
{
    double inner = MAX (0, frame->width - 2 * frame->margin);
    double gap = frame->line * 0.6;

    /* The status column is the total, right of the bars. */
    frame->status_width = MIN (frame->line * 2, inner * 0.2);
    frame->status_x = frame->margin + inner - frame->status_width;
    frame->label_x = frame->margin;
    frame->label_width = frame->narrow ? frame->status_x - frame->label_x - gap
                                       : CLAMP (inner * 0.38, 8 * frame->line, 30 * frame->line);
    frame->plot_x = frame->narrow ? frame->margin + frame->line * 1.6
                                  : frame->label_x + frame->label_width + gap;
    frame->plot_width =
        MAX (0, (frame->narrow ? frame->margin + inner : frame->status_x - gap) - frame->plot_x);
}

static void
actions_chart_draw_axis (const UpstandChart *base, UpstandPen *pen, const UpstandFrame *frame)
{
    double y = frame->axis_y + frame->axis_height / 2;

    if (!frame->narrow)
        upstand_pen_text (pen, UPSTAND_FACE_SMALL, UPSTAND_INK_DIM,
            _ ("Requirements by rating, the worst first"), frame->plot_x, y, frame->plot_width,
            UPSTAND_ALIGN_LEFT);
    upstand_pen_text (pen, UPSTAND_FACE_SMALL, UPSTAND_INK_DIM, C_ ("column of a chart", "All"),
        frame->status_x, y, frame->status_width, UPSTAND_ALIGN_RIGHT);
}

static void
actions_chart_draw_under (const UpstandChart *base, UpstandPen *pen, const UpstandFrame *frame)
{
}

/* Where the part of an action's bar that stands for @rating is. */
static void
get_part (const ActionsChart *chart, const UpstandFrame *frame, guint row, UpstandRating rating,
    double *x, double *width)
{
    const ActionRow *action = get_row (chart, row);
    double each = frame->plot_width / MAX (1, chart->largest);
    guint before = 0;

    for (guint i = 0; i < N_SHOWN && upstand_rating_nth_worst (i) != rating; i++)
        before += action->distribution.counts[upstand_rating_nth_worst (i)];
    *x = round (frame->plot_x + before * each);
    *width = round (frame->plot_x + (before + action->distribution.counts[rating]) * each) - *x;
}

static void
get_bar (const UpstandFrame *frame, double top, double *y, double *height)
{
    *height = round (frame->line * 1.15);
    *y = round (frame->narrow ? top + frame->line * 1.35 : top + (frame->row_height - *height) / 2);
}

/* Shape and number where both fit, else the shape. */
static void
draw_part (UpstandPen *pen, const UpstandFrame *frame, UpstandRating rating, guint count, double x,
    double y, double width, double height)
{
    UpstandLook look = upstand_look_of_rating (rating);
    gboolean hollow =
        rating == UPSTAND_RATING_NOT_STARTED || rating == UPSTAND_RATING_NOT_APPLICABLE;
    UpstandInk on = hollow ? look.ink : upstand_palette_get_ink_on (pen->palette, look.ink);
    g_autofree char *number = g_strdup_printf ("%u", count);
    double sign = frame->line * 0.7, gap = frame->line * 0.3;
    double digits = upstand_pen_measure (pen, UPSTAND_FACE_BOLD, number);
    double middle = y + height / 2;

    if (width > 3)
        width -= 2; /* the ground parts it from the next */
    /* Nothing has been done there: an empty frame says so without any colour. */
    if (hollow)
        upstand_pen_frame (pen, look.ink, x, y, width, height);
    else
        upstand_pen_box (pen, look.ink, x, y, width, height);
    if (width >= sign + digits + 3 * gap) {
        upstand_pen_shape (pen, look.shape, on, x + gap + sign / 2, middle, sign);
        upstand_pen_text (pen, UPSTAND_FACE_BOLD, on, number, x + 2 * gap + sign, middle,
            MAX (width - 2 * gap - sign, frame->line), UPSTAND_ALIGN_LEFT);
    } else if (width >= sign) {
        upstand_pen_shape (pen, look.shape, on, x + width / 2, middle, sign);
    } else {
        upstand_pen_shape (pen, look.shape, on, x + width / 2, middle, MAX (width - 2, 0));
    }
}

static void
draw_pillar (UpstandPen *pen, const UpstandFrame *frame, const ActionRow *row, double top)
{
    double y = top + frame->row_height / 2;
    g_autofree char *total = g_strdup_printf ("%u", row->distribution.total);
    g_autofree char *words = upstand_distribution_describe (&row->distribution);

    upstand_pen_box (pen, UPSTAND_INK_SHADE, 0, round (top), frame->width, frame->row_height);
    if (frame->narrow)
        y = top + frame->line * 0.75;
    upstand_pen_text (pen, UPSTAND_FACE_BOLD, UPSTAND_INK_TEXT, row->title, frame->label_x, y,
        frame->label_width, UPSTAND_ALIGN_LEFT);
    upstand_pen_text (pen, UPSTAND_FACE_SMALL, UPSTAND_INK_DIM, total, frame->status_x, y,
        frame->status_width, UPSTAND_ALIGN_RIGHT);
    if (frame->narrow)
        upstand_pen_text (pen, UPSTAND_FACE_SMALL, UPSTAND_INK_DIM, words, frame->label_x,
            y + frame->line * 1.1, frame->width - 2 * frame->margin, UPSTAND_ALIGN_LEFT);
    else
        upstand_pen_text (pen, UPSTAND_FACE_SMALL, UPSTAND_INK_DIM, words, frame->plot_x, y,
            frame->plot_width, UPSTAND_ALIGN_LEFT);
}

static void
actions_chart_draw_row (
    const UpstandChart *base, UpstandPen *pen, const UpstandFrame *frame, guint index)
{
    const ActionsChart *chart = (const ActionsChart *)base;
    const ActionRow *row = get_row (chart, index);
    double top = upstand_frame_get_row_y (frame, index), y, height;
    double code = frame->line * 1.4;

    if (row->heading) {
        draw_pillar (pen, frame, row, top);
        return;
    }

    g_autofree char *total = g_strdup_printf ("%u", row->distribution.total);

    get_bar (frame, top, &y, &height);

    double middle = frame->narrow ? top + frame->line * 0.7 : top + frame->row_height / 2;

    upstand_pen_text (pen, UPSTAND_FACE_TEXT, UPSTAND_INK_DIM, row->code, frame->label_x, middle,
        code, UPSTAND_ALIGN_RIGHT);
    upstand_pen_text (pen, UPSTAND_FACE_TEXT, UPSTAND_INK_TEXT, row->title,
        frame->label_x + code + frame->line * 0.5, middle,
        frame->label_width - code - frame->line * 0.5, UPSTAND_ALIGN_LEFT);
    upstand_pen_text (pen, UPSTAND_FACE_TEXT, UPSTAND_INK_TEXT, total, frame->status_x, middle,
        frame->status_width, UPSTAND_ALIGN_RIGHT);
    for (guint i = 0; i < row->n_marks; i++) {
        UpstandRating rating = g_array_index (chart->marks, ActionMark, row->first_mark + i).rating;
        double x, width;

        get_part (chart, frame, index, rating, &x, &width);
        draw_part (pen, frame, rating, row->distribution.counts[rating], x, y, width, height);
    }
}

static guint
actions_chart_get_row (const UpstandChart *base, guint mark)
{
    return g_array_index (((const ActionsChart *)base)->marks, ActionMark, mark).row;
}

static guint
actions_chart_get_marks (const UpstandChart *base, guint row, guint *first)
{
    const ActionRow *action = get_row ((const ActionsChart *)base, row);

    *first = action->first_mark;
    return action->n_marks;
}

static char *
part_sentence (const ActionRow *row, UpstandRating rating)
{
    g_autofree char *name = name_action (row);
    g_autofree char *words = upstand_distribution_describe (&row->distribution);
    guint count = row->distribution.counts[rating], total = row->distribution.total;

    /* Translators: %1$s is a rating, %4$s the whole list of an action's ratings. */
    return g_strdup_printf (ngettext ("%1$s\n%2$s: %3$u of %4$u requirement.",
                                "%1$s\n%2$s: %3$u of %4$u requirements (%5$s).", total),
        name, upstand_rating_get_label (rating), count, total, words);
}

static void
actions_chart_fill_mark (
    const UpstandChart *base, const UpstandFrame *frame, UpstandChartMark *mark)
{
    const ActionsChart *chart = (const ActionsChart *)base;
    const ActionMark *part = &g_array_index (chart->marks, ActionMark, mark->index);

    mark->id = get_row (chart, part->row)->id;
    mark->part = part->rating;
    mark->sentence = part_sentence (get_row (chart, part->row), part->rating);
    get_part (chart, frame, part->row, part->rating, &mark->x, &mark->width);
    get_bar (frame, upstand_frame_get_row_y (frame, part->row), &mark->y, &mark->height);
}

static UpstandSheet *
actions_chart_table (UpstandChart *base)
{
    enum { PILLAR, CODE, TITLE, TOTAL, RATINGS, N_COLUMNS = RATINGS + N_SHOWN };
    const ActionsChart *chart = (const ActionsChart *)base;
    UpstandSheetColumn columns[N_COLUMNS] = {
        [PILLAR] = { .title = _ ("Pillar"), .width = 28 },
        [CODE] = { .title = C_ ("number of an action", "No."), .width = 6 },
        [TITLE] = { .title = _ ("Action"), .width = 48 },
        [TOTAL] = { .title = _ ("Requirements"), .kind = UPSTAND_CELL_WHOLE },
    };

    for (guint i = 0; i < N_SHOWN; i++)
        columns[RATINGS + i] = (UpstandSheetColumn){
            .title = upstand_rating_get_label (upstand_rating_nth_worst (i)),
            .kind = UPSTAND_CELL_WHOLE,
        };

    UpstandSheet *sheet = upstand_sheet_new ("actions", base->title, columns, N_COLUMNS);

    for (guint r = 0; r < chart->rows->len; r++) {
        const ActionRow *row = get_row (chart, r);
        UpstandCell cells[N_COLUMNS] = { 0 };

        if (row->heading)
            continue;
        if (row->pillar != G_MAXUINT)
            cells[PILLAR] = upstand_cell_text (get_row (chart, row->pillar)->title);
        cells[CODE] = upstand_cell_text (row->code);
        cells[TITLE] = upstand_cell_text (row->title);
        cells[TOTAL] = upstand_cell_whole (row->distribution.total);
        for (guint i = 0; i < N_SHOWN; i++)
            cells[RATINGS + i] =
                upstand_cell_whole (row->distribution.counts[upstand_rating_nth_worst (i)]);
        upstand_sheet_add_row (sheet, cells);
    }
    upstand_sheet_add_note (sheet, base->finding);
    return sheet;
}

static const UpstandChartClass actions_class = {
    .shape = { .axis = 1.4, .row = 1.7, .tallest_row = 2.4, .narrow_row = 2.8 },
    .empty = N_ ("There are no actions to show yet: the plan has no framework."),
    .finish = actions_chart_finish,
    .table = actions_chart_table,
    .add_legend = actions_chart_add_legend,
    .set_columns = actions_chart_set_columns,
    .draw_axis = actions_chart_draw_axis,
    .draw_under = actions_chart_draw_under,
    .draw_row = actions_chart_draw_row,
    .get_row = actions_chart_get_row,
    .get_marks = actions_chart_get_marks,
    .fill_mark = actions_chart_fill_mark,
};

UpstandActions *
upstand_actions_new (const char *title)
{
    UpstandActions *actions = g_new0 (UpstandActions, 1);
    ActionsChart *chart = upstand_chart_new (&actions_class, sizeof (ActionsChart), title);

    chart->rows = g_array_new (FALSE, TRUE, sizeof (ActionRow));
    g_array_set_clear_func (chart->rows, action_row_clear);
    chart->marks = g_array_new (FALSE, TRUE, sizeof (ActionMark));
    actions->chart = chart;
    actions->pillar = G_MAXUINT;
    return actions;
}

void
upstand_actions_free (UpstandActions *actions)
{
    if (!actions)
        return;
    upstand_chart_unref (&actions->chart->base);
    g_free (actions);
}

void
upstand_actions_add_pillar (UpstandActions *actions, const char *title)
{
    g_return_if_fail (actions != NULL);

    ActionsChart *chart = actions->chart;
    ActionRow row = {
        .heading = TRUE,
        .code = g_strdup (""),
        .title = upstand_chart_copy_text (title),
        .pillar = G_MAXUINT,
        .first_mark = chart->marks->len,
    };

    actions->pillar = chart->rows->len;
    g_array_append_val (chart->rows, row);
}

static void
add_counts (UpstandDistribution *to, const UpstandDistribution *from)
{
    for (guint i = 0; i < UPSTAND_N_RATINGS; i++)
        to->counts[i] += from->counts[i];
    to->total += from->total;
}

void
upstand_actions_add (UpstandActions *actions, gint64 id, const char *code, const char *title,
    const UpstandDistribution *distribution)
{
    g_return_if_fail (actions != NULL && distribution != NULL);

    ActionsChart *chart = actions->chart;
    ActionRow row = {
        .id = id,
        .code = upstand_chart_copy_text (code),
        .title = upstand_chart_copy_text (title),
        .pillar = actions->pillar,
        .distribution = *distribution,
        .first_mark = chart->marks->len,
    };

    for (guint i = 0; i < N_SHOWN; i++) {
        ActionMark mark = { .row = chart->rows->len, .rating = upstand_rating_nth_worst (i) };

        if (distribution->counts[mark.rating] == 0)
            continue;
        row.n_marks++;
        g_array_append_val (chart->marks, mark);
    }
    add_counts (&chart->all, distribution);
    if (actions->pillar != G_MAXUINT)
        add_counts (
            &g_array_index (chart->rows, ActionRow, actions->pillar).distribution, distribution);
    chart->largest = MAX (chart->largest, distribution->total);
    g_array_append_val (chart->rows, row);
}

/* The action with most that is off track or slipping; NULL when none has any. */
static const ActionRow *
find_worst (const ActionsChart *chart)
{
    const ActionRow *worst = NULL;
    guint most[2] = { 0, 0 };

    for (guint r = 0; r < chart->rows->len; r++) {
        const ActionRow *row = get_row (chart, r);
        guint off = row->distribution.counts[UPSTAND_RATING_OFF_TRACK];
        guint slipping = row->distribution.counts[UPSTAND_RATING_SLIPPING];

        if (row->heading || off + slipping == 0)
            continue;
        if (!worst || off > most[0] || (off == most[0] && slipping > most[1])) {
            worst = row;
            most[0] = off;
            most[1] = slipping;
        }
    }
    return worst;
}

static char *
find (const ActionsChart *chart)
{
    const ActionRow *worst = find_worst (chart);
    guint total = chart->all.total;
    guint off = chart->all.counts[UPSTAND_RATING_OFF_TRACK];
    guint slipping = chart->all.counts[UPSTAND_RATING_SLIPPING];

    if (chart->rows->len == 0)
        return g_strdup (_ (actions_class.empty));
    if (total == 0)
        return g_strdup (_ ("No action has any requirements."));
    if (!worst)
        return g_strdup_printf (ngettext ("%1$u requirement, neither off track nor slipping; "
                                          "%2$u complete.",
                                    "%1$u requirements, none off track or slipping; "
                                    "%2$u complete.",
                                    total),
            total, chart->all.counts[UPSTAND_RATING_COMPLETE]);

    g_autofree char *name = name_action (worst);

    /* Translators: %4$s names an action: "4. Better data". */
    return g_strdup_printf (
        ngettext ("%3$u requirement: %1$u off track, %2$u slipping. Look first at “%4$s”.",
            "%3$u requirements: %1$u off track, %2$u slipping. Look first at “%4$s”.", total),
        off, slipping, total, name);
}

UpstandChart *
upstand_actions_end (UpstandActions *actions)
{
    g_return_val_if_fail (actions != NULL, NULL);

    ActionsChart *chart = actions->chart;

    chart->base.finding = find (chart);
    chart->base.n_rows = chart->rows->len;
    chart->base.n_marks = chart->marks->len;
    g_free (actions);
    return &chart->base;
}
