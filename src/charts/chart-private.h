/* SPDX-License-Identifier: MIT */
#pragma once

#include "charts/chart.h"
#include "charts/frame.h"
#include "charts/pen.h"

G_BEGIN_DECLS

/**
 * UpstandChartClass:
 *
 * What tells one kind of chart from another. The kinds are a closed set, all made of rows of one
 * height under a head that stays; chart.c does what they share.
 */
typedef struct {
    UpstandFrameShape shape;
    const char *empty; /* N_(): what to say when there is nothing */
    void (*finish) (UpstandChart *chart);
    UpstandSheet *(*table) (UpstandChart *chart);
    void (*add_legend) (const UpstandChart *chart, UpstandLegend *legend);
    /* Divides the width; @frame's sizes are known, its columns are not. */
    void (*set_columns) (const UpstandChart *chart, const UpstandPen *pen, UpstandFrame *frame);
    void (*draw_axis) (const UpstandChart *chart, UpstandPen *pen, const UpstandFrame *frame);
    /* What lies under all rows: grid lines. */
    void (*draw_under) (const UpstandChart *chart, UpstandPen *pen, const UpstandFrame *frame);
    void (*draw_row) (
        const UpstandChart *chart, UpstandPen *pen, const UpstandFrame *frame, guint row);
    guint (*get_row) (const UpstandChart *chart, guint mark);
    /* The marks of a row, a run of indices in reading order. Returns how many. */
    guint (*get_marks) (const UpstandChart *chart, guint row, guint *first);
    void (*fill_mark) (
        const UpstandChart *chart, const UpstandFrame *frame, UpstandChartMark *mark);
} UpstandChartClass;

struct _UpstandChart {
    const UpstandChartClass *class;
    gatomicrefcount references;
    UpstandFrameShape shape; /* the class's, unless this chart asks for another */
    char *title;
    char *finding;
    char *empty; /* what the maker says of an empty chart; NULL: the class's words */
    guint n_rows, n_marks;
};

/** Begins a chart of @size bytes, zeroed, whose first member is an UpstandChart. */
gpointer upstand_chart_new (const UpstandChartClass *class, gsize size, const char *title);

/** The same with all that the maker says of it. */
gpointer upstand_chart_begin (
    const UpstandChartClass *class, gsize size, const UpstandChartWords *words);

/** Ends the making: without rows the finding is what belongs there, else the maker's or @find's. */
void upstand_chart_end (
    UpstandChart *chart, guint n_rows, guint n_marks, char *(*find) (const UpstandChart *chart));

/** Appends a whole sentence, after a space where it does not begin a line. */
void upstand_chart_add_sentence (GString *text, const char *format, ...) G_GNUC_PRINTF (2, 3);

/** Where everything of @chart is in a box of this size; @height negative: its preferred one. */
void upstand_chart_lay_out (UpstandFrame *frame, const UpstandChart *chart,
    const UpstandChartStyle *style, const UpstandChartScope *scope, double width, double height);

/** A copy of @text that pango takes and that is not absurdly long; "" for NULL. */
char *upstand_chart_copy_text (const char *text);

G_END_DECLS
