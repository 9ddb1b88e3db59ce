/* SPDX-License-Identifier: MIT */
#pragma once

#include "charts/style.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/** The faces that charts use, and no others. */
typedef enum {
    UPSTAND_FACE_TEXT,
    UPSTAND_FACE_BOLD,
    UPSTAND_FACE_SMALL,
    UPSTAND_FACE_TITLE,
} UpstandFace;
#define UPSTAND_N_FACES (UPSTAND_FACE_TITLE + 1)

/**
 * UpstandLaidText:
 *
 * A text with its size in pixels, and what drawing it comes down to.
 */
typedef struct {
    PangoLayout *layout;
    double width, height;
    GArray *runs; /* of UpstandGlyphs; NULL until drawn, or where pango must draw */
    guint serial; /* of the style's context when the runs were taken */
} UpstandLaidText;

/** Glyphs of one font, placed from the text's top left corner. */
typedef struct {
    cairo_scaled_font_t *font;
    cairo_glyph_t *glyphs;
    int n;
} UpstandGlyphs;

/**
 * Lays @text out within @width pixels (ellipsized at its end; negative: as wide as it is) in at
 * most @lines lines. The result belongs to the style and lives until the next call.
 */
UpstandLaidText *upstand_chart_style_lay_out (
    const UpstandChartStyle *style, UpstandFace face, const char *text, double width, int lines);

/** Draws @laid in the present colour, its top left corner at @x, @y. */
void upstand_chart_style_show (
    const UpstandChartStyle *style, UpstandLaidText *laid, cairo_t *cr, double x, double y);

/** Makes the style's layouts fit the surface under @cr. */
void upstand_chart_style_enter (const UpstandChartStyle *style, cairo_t *cr);

G_END_DECLS
