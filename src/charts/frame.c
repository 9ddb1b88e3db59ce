/* SPDX-License-Identifier: MIT */
#include "charts/frame.h"

#include <math.h>

/* Below this many lines of width a label and a plot side by side are both too small to read. */
#define NARROW_LINES 27
/* Below this a finding takes a third line. */
#define MIDDLING_LINES 48
#define FEWEST_ROWS 2

static void
legend_entry_clear (gpointer data)
{
    UpstandLegendEntry *entry = data;

    g_free (entry->word);
}

UpstandLegend *
upstand_legend_new (void)
{
    UpstandLegend *legend = g_array_new (FALSE, FALSE, sizeof (UpstandLegendEntry));

    g_array_set_clear_func (legend, legend_entry_clear);
    return legend;
}

void
upstand_legend_add (UpstandLegend *legend, UpstandShape shape, UpstandInk ink, const char *word)
{
    UpstandLegendEntry entry = { .shape = shape, .ink = ink, .word = g_strdup (word) };

    g_array_append_val (legend, entry);
}

double
upstand_legend_draw (const UpstandLegend *legend, UpstandPen *pen, double x, double y, double width)
{
    double line = upstand_chart_style_get_line (pen->style);
    double step = ceil (line * 1.3), sign = line * 0.75;
    double at = 0, row = 0;

    if (legend->len == 0 || !(width > 0))
        return 0;
    for (guint i = 0; i < legend->len; i++) {
        const UpstandLegendEntry *entry = &g_array_index (legend, UpstandLegendEntry, i);
        double word = upstand_pen_measure (pen, UPSTAND_FACE_SMALL, entry->word);
        double used = MIN (sign + line * 0.4 + word, width);

        if (at > 0 && at + used > width) {
            at = 0;
            row += step;
        }
        upstand_pen_shape (
            pen, entry->shape, entry->ink, x + at + sign / 2, y + row + step / 2, sign);
        upstand_pen_text (pen, UPSTAND_FACE_SMALL, UPSTAND_INK_TEXT, entry->word,
            x + at + sign + line * 0.4, y + row + step / 2, used - sign - line * 0.4 + 1,
            UPSTAND_ALIGN_LEFT);
        at += used + line;
    }
    return row + step;
}

static void
stack (UpstandFrame *frame)
{
    double gap = ceil (frame->line * 0.35);
    double y = frame->margin;

    frame->title_y = y;
    if (frame->title_height > 0)
        y += frame->title_height + ceil (gap / 2);
    frame->finding_y = y;
    if (frame->finding_height > 0)
        y += frame->finding_height + gap;
    frame->axis_y = y;
    frame->body_y = y + frame->axis_height;
}

static double
foot_height (const UpstandFrame *frame)
{
    return frame->margin +
           (frame->legend_height > 0 ? frame->legend_height + ceil (frame->line * 0.35) : 0);
}

static void
make_room (UpstandFrame *frame, double needed)
{
    double *const less_needed[] = { &frame->legend_height, &frame->title_height,
        &frame->finding_height, &frame->axis_height };

    for (guint i = 0; i < G_N_ELEMENTS (less_needed); i++) {
        stack (frame);
        if (frame->height - frame->body_y - foot_height (frame) >= needed)
            return;
        *less_needed[i] = 0;
    }
    stack (frame);
}

void
upstand_frame_lay_out (UpstandFrame *frame, const UpstandPen *pen, const UpstandFrameShape *shape,
    const char *title, const char *finding, const UpstandLegend *legend, guint n_rows,
    double scroll, double corner, double width, double height)
{
    double line = upstand_chart_style_get_line (pen->style);
    UpstandPen measuring = *pen;
    double inner, row;

    measuring.cr = NULL;
    width = CLAMP (width, 0, 1e6);
    *frame = (UpstandFrame){ .width = width, .line = line, .n_rows = n_rows };
    frame->narrow = width < line * NARROW_LINES;
    frame->margin = ceil (line * (width < line * 10 ? 0.25 : 0.75));
    inner = MAX (0, width - 2 * frame->margin);
    frame->title_width = MAX (0, inner - MAX (0, corner - frame->margin));
    frame->title_height = upstand_pen_paragraph (&measuring, UPSTAND_FACE_TITLE, UPSTAND_INK_TEXT,
        title, 0, 0, inner, frame->narrow ? 2 : 1, UPSTAND_ALIGN_LEFT);
    frame->finding_lines = frame->narrow ? 4 : width < line * MIDDLING_LINES ? 3 : 2;
    frame->finding_height = upstand_pen_paragraph (&measuring, UPSTAND_FACE_TEXT, UPSTAND_INK_TEXT,
        finding, 0, 0, inner, frame->finding_lines, UPSTAND_ALIGN_LEFT);
    frame->axis_height = n_rows > 0 ? ceil (line * shape->axis) : 0;
    frame->legend_height = upstand_legend_draw (legend, &measuring, 0, 0, inner);
    row = ceil (line * (frame->narrow ? shape->narrow_row : shape->row));

    if (height < 0) {
        row = MAX (row, ceil (line * shape->ideal_row));
        stack (frame);
        height = frame->body_y + MAX (n_rows * row, 4 * line) + foot_height (frame);
    }
    frame->height = height;
    make_room (frame, MIN (MAX (n_rows, 1), FEWEST_ROWS) * row);
    frame->body_height = MAX (0, height - frame->body_y - foot_height (frame));

    if (n_rows > 0 && (!frame->narrow || shape->ideal_row > 0))
        row = CLAMP (floor (frame->body_height / n_rows), row, ceil (line * shape->tallest_row));
    frame->row_height = row;
    /* Under the last row where the rows leave room, else at the bottom. */
    frame->legend_y = MIN (height - frame->margin - frame->legend_height,
        frame->body_y + n_rows * row + ceil (line * 0.35));
    frame->max_scroll = MAX (0, n_rows * row - frame->body_height);
    frame->scroll = scroll > 0 ? MIN (scroll, frame->max_scroll) : 0;
    frame->first_row = MIN (n_rows, (guint)(frame->scroll / row));
    frame->end_row = MIN ((double)n_rows, ceil ((frame->scroll + frame->body_height) / row));
    frame->end_row = MAX (frame->end_row, frame->first_row);
    frame->label_x = frame->plot_x = frame->margin;
    frame->label_width = frame->plot_width = inner;
}

double
upstand_frame_get_row_y (const UpstandFrame *frame, guint row)
{
    return frame->body_y + row * frame->row_height - frame->scroll;
}

void
upstand_frame_draw_label (const UpstandFrame *frame, UpstandPen *pen, guint row,
    const UpstandLabelPart *parts, guint n_parts)
{
    double top = upstand_frame_get_row_y (frame, row), y = top + frame->line * 0.35;

    for (guint i = 0; i < n_parts; i++) {
        const UpstandLabelPart *part = &parts[i];
        double left = frame->label_x, width = frame->label_width;

        if (frame->narrow) {
            double half = floor (width * 0.52);

            upstand_pen_text (pen, part->face, part->ink, part->text,
                i % 2 == 0 ? left : left + half, y + frame->line * (0.5 + i / 2),
                i % 2 == 0 ? half - frame->line * 0.4 : width - half,
                i % 2 == 0 ? UPSTAND_ALIGN_LEFT : UPSTAND_ALIGN_RIGHT);
            continue;
        }

        int room = (int)((top + frame->row_height - y) / frame->line);

        if (room >= 1)
            y += upstand_pen_paragraph (pen, part->face, part->ink, part->text, left, y, width,
                MIN (part->lines, room), UPSTAND_ALIGN_LEFT);
    }
}
