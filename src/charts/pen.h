/* SPDX-License-Identifier: MIT */
#pragma once

#include "charts/style-private.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * UpstandShape:
 *
 * The silhouettes that go with the inks, so that nothing is told by colour alone. Each fills about
 * the same square and is told from every other at 10 pixels.
 */
typedef enum {
    UPSTAND_SHAPE_TICK,
    UPSTAND_SHAPE_DISC,
    UPSTAND_SHAPE_HALF_DISC,
    UPSTAND_SHAPE_RING,
    UPSTAND_SHAPE_TRIANGLE,
    UPSTAND_SHAPE_HOLLOW_TRIANGLE,
    UPSTAND_SHAPE_DIAMOND,
    UPSTAND_SHAPE_SQUARE,
    UPSTAND_SHAPE_CROSS,
    UPSTAND_SHAPE_DASH,
    UPSTAND_SHAPE_STAR,
    UPSTAND_SHAPE_FLAG,
    UPSTAND_SHAPE_HOLLOW_SQUARE,
    UPSTAND_SHAPE_HALF_SQUARE,
    UPSTAND_SHAPE_HATCH, /* a hatched square, for legends */
    UPSTAND_SHAPE_LINE, /* an upright line, for legends */
    UPSTAND_SHAPE_BAR, /* a bar half filled, for legends */
    UPSTAND_SHAPE_MOVED, /* a long arrow, for legends */
} UpstandShape;
#define UPSTAND_N_SHAPES (UPSTAND_SHAPE_MOVED + 1)

typedef enum {
    UPSTAND_ALIGN_LEFT,
    UPSTAND_ALIGN_CENTRE,
    UPSTAND_ALIGN_RIGHT,
} UpstandAlign;

/**
 * UpstandPen:
 *
 * What draws: a cairo context with a style. Without a context it measures and draws nothing.
 */
typedef struct {
    cairo_t *cr; /* or NULL */
    const UpstandChartStyle *style;
    UpstandPalette palette;
} UpstandPen;

void upstand_pen_init (UpstandPen *pen, cairo_t *cr, const UpstandChartStyle *style);

/** Takes up @ink for what is drawn next with cairo itself. */
void upstand_pen_take (UpstandPen *pen, UpstandInk ink);

/** A filled box with its edges on whole pixels, at least one pixel wide. */
void upstand_pen_box (
    UpstandPen *pen, UpstandInk ink, double x, double y, double width, double height);

/** A one-pixel frame just inside the box. */
void upstand_pen_frame (
    UpstandPen *pen, UpstandInk ink, double x, double y, double width, double height);

/** As upstand_pen_box(), in a shade of @ink that text can stand on; @strength 0 to 1. */
void upstand_pen_tint (UpstandPen *pen, UpstandInk ink, double strength, double x, double y,
    double width, double height);

/** Slanting lines across the box: something that is missing. */
void upstand_pen_hatch (
    UpstandPen *pen, UpstandInk ink, double x, double y, double width, double height);

/** @shape in a square of @size pixels around @x, @y. */
void upstand_pen_shape (
    UpstandPen *pen, UpstandShape shape, UpstandInk ink, double x, double y, double size);

/** A line of two pixels with a head at its second end. */
void upstand_pen_arrow (UpstandPen *pen, UpstandInk ink, double x1, double x2, double y);

/** The width of @text on one line in pixels. */
double upstand_pen_measure (const UpstandPen *pen, UpstandFace face, const char *text);

/**
 * One line of text, its middle at @y, within @width pixels from @x, ellipsized at its end. Nothing
 * is drawn where not even a letter or two fit.
 */
void upstand_pen_text (UpstandPen *pen, UpstandFace face, UpstandInk ink, const char *text,
    double x, double y, double width, UpstandAlign align);

/** Text of at most @lines lines from @x, @y down. Returns its height. */
double upstand_pen_paragraph (UpstandPen *pen, UpstandFace face, UpstandInk ink, const char *text,
    double x, double y, double width, int lines, UpstandAlign align);

/** As upstand_pen_paragraph(), with its middle at @y. */
void upstand_pen_block (UpstandPen *pen, UpstandFace face, UpstandInk ink, const char *text,
    double x, double y, double width, int lines, UpstandAlign align);

G_END_DECLS
