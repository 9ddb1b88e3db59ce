/* SPDX-License-Identifier: MIT */
#include "upstand-config.h"

#include "charts/time-axis.h"
#include "charts/timeline-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Where one row's pieces are. The plot is a box of its own: beside the words, or below them. */
typedef struct {
    double label_y; /* the middle of the words */
    double plot_y; /* the middle of the bar */
    double top, height;
    double plot_top; /* where the plot's part of the row begins */
} Row;

static Row
get_row (const UpstandFrame *frame, guint row)
{
    double top = round (upstand_frame_get_row_y (frame, row));
    double height = frame->row_height;

    if (frame->narrow)
        return (Row){ .top = top,
            .height = height,
            .label_y = top + frame->line * 0.75,
            .plot_y = top + frame->line * 1.85,
            .plot_top = top + round (frame->line * 1.3) };
    return (Row){ .top = top,
        .height = height,
        .label_y = top + height / 2,
        .plot_y = top + height / 2,
        .plot_top = top };
}

void
upstand_timeline_chart_add_legend (const UpstandChart *base, UpstandLegend *legend)
{
    const TimelineChart *chart = (const TimelineChart *)base;

    upstand_legend_add (
        legend, UPSTAND_SHAPE_BAR, UPSTAND_INK_ON_TRACK, _ ("Start to due, filled as done"));
    upstand_legend_add (legend, UPSTAND_SHAPE_DIAMOND, UPSTAND_INK_OFF_TRACK, _ ("Overdue"));
    upstand_legend_add (legend, UPSTAND_SHAPE_TICK, UPSTAND_INK_COMPLETE, _ ("Complete"));
    if (chart->any_milestone)
        upstand_legend_add (legend, UPSTAND_SHAPE_STAR, UPSTAND_INK_TEXT, _ ("Key milestone"));
    if (chart->any_deadline)
        upstand_legend_add (legend, UPSTAND_SHAPE_FLAG, UPSTAND_INK_TEXT, _ ("Deadline"));
    if (chart->any_moved)
        upstand_legend_add (legend, UPSTAND_SHAPE_MOVED, UPSTAND_INK_DIM, _ ("Date moved"));
    upstand_legend_add (legend, UPSTAND_SHAPE_LINE, UPSTAND_INK_TODAY, _ ("Today"));
}

/* The widest of the words that may stand beside a bar, so that columns do not jump. */
static double
measure_words (const UpstandPen *pen)
{
    g_autofree char *over = upstand_timeline_item_get_word (
        &(TimelineItem){ .standing = UPSTAND_STANDING_OVERDUE, .due = 1 }, 400);
    g_autofree char *complete =
        upstand_timeline_group_get_word (&(TimelineGroup){ .n_items = 20, .n_complete = 10 });
    double widest = MAX (upstand_pen_measure (pen, UPSTAND_FACE_SMALL, over),
        upstand_pen_measure (pen, UPSTAND_FACE_SMALL, complete));

    for (UpstandStanding standing = 0; standing < UPSTAND_N_STANDINGS; standing++)
        widest = MAX (widest,
            upstand_pen_measure (pen, UPSTAND_FACE_SMALL, upstand_standing_get_label (standing)));
    return widest + 2;
}

void
upstand_timeline_chart_set_columns (
    const UpstandChart *base, const UpstandPen *pen, UpstandFrame *frame)
{
    const TimelineChart *chart = (const TimelineChart *)base;
    double inner = MAX (0, frame->width - 2 * frame->margin);
    double words = measure_words (pen);
    double gap = frame->line * 0.6;

    frame->label_x = frame->margin;
    frame->plot_x = frame->margin;
    frame->plot_width = inner;
    if (frame->narrow) {
        frame->status_width = MIN (words, inner * 0.4);
        frame->status_x = frame->margin + inner - frame->status_width;
        frame->label_width = MAX (0, inner - frame->status_width - gap);
    } else {
        frame->status_width = MIN (words, inner * 0.2);
        frame->label_width = CLAMP (inner * 0.34, 8 * frame->line, 26 * frame->line);
        frame->status_x = frame->label_x + frame->label_width + gap;
        frame->plot_x = frame->status_x + frame->status_width + gap;
        frame->plot_width = MAX (0, frame->margin + inner - frame->plot_x);
    }
    upstand_time_axis_init (&frame->axis, pen, frame->from > 0 ? frame->from : chart->from,
        frame->to > 0 ? frame->to : chart->to, frame->plot_x, frame->plot_width);
}

void
upstand_timeline_chart_draw_axis (
    const UpstandChart *base, UpstandPen *pen, const UpstandFrame *frame)
{
    const TimelineChart *chart = (const TimelineChart *)base;
    double lane = floor (frame->axis_height * 0.32);
    double bottom = frame->axis_y + frame->axis_height;
    const UpstandTimeAxis *axis = &frame->axis;

    upstand_time_axis_draw (axis, pen, frame->axis_y, frame->axis_height - lane);
    upstand_pen_box (pen, UPSTAND_INK_LINE, 0, bottom - 1, frame->width, 1);
    if (chart->today < axis->from || chart->today > axis->to)
        return;

    g_autofree char *date = upstand_date_format (chart->today, UPSTAND_DATE_SHORT);
    g_autofree char *words = g_strdup_printf (_ ("Today, %s"), date);
    double x = upstand_time_axis_get_x (axis, chart->today);
    double width = upstand_pen_measure (pen, UPSTAND_FACE_SMALL, words) + frame->line * 0.6;
    double left = CLAMP (x - width / 2, frame->plot_x,
        MAX (frame->plot_x, frame->plot_x + frame->plot_width - width));

    width = MIN (width, frame->plot_width);
    upstand_pen_box (pen, UPSTAND_INK_TODAY, left, bottom - lane, width, lane);
    upstand_pen_text (pen, UPSTAND_FACE_SMALL, UPSTAND_INK_GROUND, words, left + frame->line * 0.3,
        bottom - lane / 2, width - frame->line * 0.3, UPSTAND_ALIGN_LEFT);
}

void
upstand_timeline_chart_draw_under (
    const UpstandChart *base, UpstandPen *pen, const UpstandFrame *frame)
{
    upstand_time_axis_draw_grid (&frame->axis, pen, frame->body_y,
        MIN (frame->body_height, frame->n_rows * frame->row_height));
}

/* A text over lines: the ground behind it keeps it readable. */
static void
draw_words_on_plot (UpstandPen *pen, UpstandInk ink, UpstandInk ground, const char *words, double x,
    double y, double width)
{
    double height = upstand_chart_style_get_line (pen->style) * 0.75;

    upstand_pen_box (pen, ground, x - 2, y - height / 2, width + 4, height);
    upstand_pen_text (pen, UPSTAND_FACE_SMALL, ink, words, x, y, width + 2, UPSTAND_ALIGN_LEFT);
}

/* The date right of what it belongs to, else in the room of @inside pixels at its right end, which
 * a point has on its left; else nowhere. */
static void
draw_date (UpstandPen *pen, const UpstandFrame *frame, UpstandInk ink, UpstandInk ground,
    const char *date, double left, double right, double inside, double y)
{
    double width = upstand_pen_measure (pen, UPSTAND_FACE_SMALL, date);
    double gap = frame->line * 0.35;

    if (right + gap + width <= frame->plot_x + frame->plot_width)
        draw_words_on_plot (pen, ink, ground, date, right + gap, y, width);
    else if (width + 2 * gap <= inside)
        draw_words_on_plot (pen, ink, ground, date, left - gap - width, y, width);
}

static gboolean
is_in_plot (const UpstandFrame *frame, double x)
{
    return x >= frame->plot_x && x <= frame->plot_x + frame->plot_width;
}

static double
keep_in_plot (const UpstandFrame *frame, double x)
{
    return CLAMP (x, frame->plot_x, frame->plot_x + frame->plot_width);
}

/* From where a date first was to where it is now; the end that is out of sight is cut. */
static void
draw_move (
    UpstandPen *pen, const UpstandFrame *frame, UpstandDay original, UpstandDay current, double y)
{
    double x1 = upstand_time_axis_get_x (&frame->axis, original + 1);
    double x2 = upstand_time_axis_get_x (&frame->axis, current + 1);
    double from = keep_in_plot (frame, x1), to = keep_in_plot (frame, x2);

    if (fabs (to - from) < 6)
        return;
    if (is_in_plot (frame, x1))
        upstand_pen_box (pen, UPSTAND_INK_DIM, x1 - 1, y - 4, 2, 8);
    upstand_pen_arrow (pen, UPSTAND_INK_DIM, from, to, y);
}

/* A title and the word that goes with it, in columns; in a narrow chart the title gets the rest. */
static void
draw_label (UpstandPen *pen, const UpstandFrame *frame, UpstandFace face, UpstandInk ink,
    const char *title, double indent, UpstandInk word_ink, const char *word, double y)
{
    double width = frame->label_width;

    if (frame->narrow)
        width = frame->status_x + frame->status_width - frame->label_x - frame->line * 0.6 -
                MIN (upstand_pen_measure (pen, UPSTAND_FACE_SMALL, word), frame->status_width);
    upstand_pen_text (
        pen, face, ink, title, frame->label_x + indent, y, width - indent, UPSTAND_ALIGN_LEFT);
    upstand_pen_text (pen, UPSTAND_FACE_SMALL, word_ink, word, frame->status_x, y,
        frame->status_width, UPSTAND_ALIGN_RIGHT);
}

static void
draw_group (const TimelineChart *chart, UpstandPen *pen, const UpstandFrame *frame,
    const TimelineGroup *group, const Row *row)
{
    g_autofree char *word = upstand_timeline_group_get_word (group);
    double size = frame->line * 0.85;
    double x = upstand_time_axis_get_x (&frame->axis, group->deadline + 1);

    draw_label (pen, frame, UPSTAND_FACE_BOLD, UPSTAND_INK_TEXT, group->title, 0,
        group->n_overdue > 0 ? UPSTAND_INK_OFF_TRACK : UPSTAND_INK_DIM, word, row->label_y);
    if (group->deadline == 0)
        return;
    if (group->original_deadline > 0 && group->original_deadline != group->deadline)
        draw_move (pen, frame, group->original_deadline, group->deadline,
            row->plot_y + frame->line * 0.72);
    if (!is_in_plot (frame, x))
        return;

    g_autofree char *date = upstand_date_format (group->deadline, UPSTAND_DATE_SHORT);

    /* The pole stands on the day's end. */
    upstand_pen_shape (
        pen, UPSTAND_SHAPE_FLAG, UPSTAND_INK_TEXT, x + size * 0.27, row->plot_y, size);
    draw_date (pen, frame, UPSTAND_INK_TEXT, UPSTAND_INK_SHADE, date, x, x + size * 0.7,
        x - frame->plot_x, row->plot_y);
}

/* Nothing of the row is between the days in view: a head at the edge it lies beyond. */
static void
draw_beyond (UpstandPen *pen, const UpstandFrame *frame, UpstandInk ink, gboolean later, double y)
{
    double right = frame->plot_x + frame->plot_width;

    if (later)
        upstand_pen_arrow (pen, ink, right - 14, right - 1, y);
    else
        upstand_pen_arrow (pen, ink, frame->plot_x + 14, frame->plot_x + 1, y);
}

/* Where an activity is on the plot, in pixels. */
typedef struct {
    double x1, x2; /* start and end */
    double done; /* how far it is filled */
    double right; /* the end of everything drawn so far */
} Span;

static gboolean
get_span (const TimelineItem *item, const UpstandFrame *frame, Span *span)
{
    UpstandDay completed = upstand_timeline_item_is_complete (item) ? item->completed : 0;
    UpstandDay end = MAX (item->due, completed), start = item->start;

    if (end == 0)
        end = start;
    if (end == 0)
        return FALSE;
    if (start == 0 || start > end)
        start = end;
    span->x1 = upstand_time_axis_get_x (&frame->axis, start);
    span->x2 = upstand_time_axis_get_x (&frame->axis, end + 1);
    span->x1 = MIN (span->x1, span->x2 - 4);
    span->done = span->x1 + (span->x2 - span->x1) * item->percent / 100;
    if (completed > 0)
        span->done = MAX (span->x1, upstand_time_axis_get_x (&frame->axis, completed + 1));
    else if (upstand_timeline_item_is_complete (item))
        span->done = span->x2;
    span->right = span->x2;
    return TRUE;
}

static void
draw_bar (UpstandPen *pen, const UpstandFrame *frame, const TimelineItem *item, const Span *span,
    double y)
{
    UpstandInk ink = upstand_timeline_item_get_look (item).ink;
    double height = round (frame->line * 0.9), top = round (y - height / 2);
    double left = keep_in_plot (frame, span->x1), right = keep_in_plot (frame, span->x2);

    if (left >= right)
        return;
    upstand_pen_box (pen, UPSTAND_INK_GROUND, left, top, right - left, height);
    upstand_pen_frame (pen, ink, left, top, right - left, height);
    if (item->standing == UPSTAND_STANDING_CANCELLED)
        upstand_pen_box (pen, ink, left, y - 0.5, right - left, 1);
    else
        upstand_pen_box (pen, ink, left, top, keep_in_plot (frame, span->done) - left, height);
}

static void
draw_milestone (UpstandPen *pen, const UpstandFrame *frame, UpstandInk ink, double y, Span *span)
{
    double size = frame->line * 1.2;

    if (!is_in_plot (frame, span->x2))
        return;
    upstand_pen_shape (pen, UPSTAND_SHAPE_STAR, UPSTAND_INK_GROUND, span->x2, y, size + 6);
    upstand_pen_shape (pen, UPSTAND_SHAPE_STAR, ink, span->x2, y, size);
    span->right = MAX (span->right, span->x2 + size / 2);
}

/* Right of the day it was completed on, where the bar is empty or has ended. */
static void
draw_tick (UpstandPen *pen, const UpstandFrame *frame, const TimelineItem *item, double y,
    const Span *span)
{
    double size = frame->line * 0.72;
    double x = span->done + size * 0.8;

    if (item->key_milestone && x + size > span->x2 - size)
        x = MAX (x, span->x2 + frame->line * 0.55 + size * 0.7);
    if (is_in_plot (frame, span->done) && is_in_plot (frame, x + size / 2))
        upstand_pen_shape (pen, UPSTAND_SHAPE_TICK, UPSTAND_INK_COMPLETE, x, y, size);
}

/* The days an activity is over: from its date to today. */
static void
draw_overrun (UpstandPen *pen, const UpstandFrame *frame, double from, double to, double y)
{
    double left = keep_in_plot (frame, from), right = keep_in_plot (frame, to);
    double dash = round (frame->line * 0.25);

    for (double x = left; x < right; x += 2 * dash)
        upstand_pen_box (pen, UPSTAND_INK_OFF_TRACK, x, y - 1, MIN (dash, right - x), 2);
}

static void
draw_item_plot (const TimelineChart *chart, UpstandPen *pen, const UpstandFrame *frame,
    const TimelineItem *item, double y)
{
    UpstandInk ink = upstand_timeline_item_get_look (item).ink;
    gboolean open = upstand_timeline_item_is_open (item);
    gboolean overdue = item->standing == UPSTAND_STANDING_OVERDUE;
    gboolean point = item->key_milestone && (item->start == 0 || item->start == item->due);
    double today = upstand_time_axis_get_x (&frame->axis, chart->today);
    Span span;

    if (!get_span (item, frame, &span))
        return;
    if (overdue && item->due > 0)
        span.right = MAX (span.right, today);
    if (span.right < frame->plot_x || span.x1 > frame->plot_x + frame->plot_width) {
        draw_beyond (pen, frame, ink, span.right >= frame->plot_x, y);
        return;
    }
    if (span.right > span.x2)
        draw_overrun (pen, frame, span.x2, span.right, y);
    if (item->original_due > 0 && item->due > 0 && item->original_due != item->due)
        draw_move (pen, frame, item->original_due, item->due, y + frame->line * 0.72);
    if (!point)
        draw_bar (pen, frame, item, &span, y);
    if (item->key_milestone)
        draw_milestone (pen, frame, ink, y, &span);
    if (upstand_timeline_item_is_complete (item))
        draw_tick (pen, frame, item, y, &span);
    if (!open || item->due == 0)
        return;

    g_autofree char *day = upstand_date_format (item->due, UPSTAND_DATE_SHORT);
    /* Translators: stands right of today in a timeline, where the date alone would mislead. */
    g_autofree char *date = overdue ? g_strdup_printf (_ ("due %s"), day) : g_steal_pointer (&day);

    if (point)
        draw_date (pen, frame, overdue ? ink : UPSTAND_INK_DIM, UPSTAND_INK_GROUND, date,
            span.x2 - frame->line * 0.5, span.right, span.x2 - frame->plot_x, y);
    else
        draw_date (pen, frame, overdue ? ink : UPSTAND_INK_DIM, UPSTAND_INK_GROUND, date,
            MIN (span.x2, frame->plot_x + frame->plot_width), span.right,
            span.x2 - MAX (MAX (span.done, frame->plot_x), today > span.x2 ? 0 : today), y);
}

static void
draw_item (const TimelineChart *chart, UpstandPen *pen, const UpstandFrame *frame,
    const TimelineItem *item, const Row *row)
{
    UpstandInk ink = upstand_timeline_item_get_look (item).ink;
    g_autofree char *word = upstand_timeline_item_get_word (item, chart->today);

    upstand_pen_shape (pen, upstand_timeline_item_get_look (item).shape, ink,
        frame->label_x + frame->line * 0.4, row->label_y, frame->line * 0.72);
    draw_label (pen, frame, UPSTAND_FACE_TEXT,
        item->standing == UPSTAND_STANDING_CANCELLED ? UPSTAND_INK_DIM : UPSTAND_INK_TEXT,
        item->title, frame->line * 1.1,
        item->standing == UPSTAND_STANDING_OVERDUE ? ink : UPSTAND_INK_DIM, word, row->label_y);
    draw_item_plot (chart, pen, frame, item, row->plot_y);
}

void
upstand_timeline_chart_draw_row (
    const UpstandChart *base, UpstandPen *pen, const UpstandFrame *frame, guint index)
{
    const TimelineChart *chart = (const TimelineChart *)base;
    const TimelineItem *item;
    const TimelineGroup *group = upstand_timeline_chart_get_row (chart, index, &item);
    Row row = get_row (frame, index);
    const UpstandTimeAxis *axis = &frame->axis;
    double today = upstand_time_axis_get_x (axis, chart->today);

    /* Below each other, the words stand on clean ground, and the lines run under them. */
    if (group)
        upstand_pen_box (pen, UPSTAND_INK_SHADE, 0, row.top, frame->width, row.height);
    else if (frame->narrow)
        upstand_pen_box (pen, UPSTAND_INK_GROUND, 0, row.top, frame->width, row.plot_top - row.top);
    /* The deadline of the heading above runs down its rows: what ends right of it is too late. */
    if (item && item->group != G_MAXUINT) {
        UpstandDay deadline = g_array_index (chart->groups, TimelineGroup, item->group).deadline;
        double x = upstand_time_axis_get_x (axis, deadline + 1);

        if (deadline > 0 && is_in_plot (frame, x))
            for (double y = row.plot_top; y < row.top + row.height; y += 6)
                upstand_pen_box (pen, UPSTAND_INK_TEXT, x, y, 1, 3);
    }
    if (chart->today >= axis->from && chart->today <= axis->to)
        upstand_pen_box (
            pen, UPSTAND_INK_TODAY, today, row.plot_top, 2, row.top + row.height - row.plot_top);
    if (group)
        draw_group (chart, pen, frame, group, &row);
    else
        draw_item (chart, pen, frame, item, &row);
}
