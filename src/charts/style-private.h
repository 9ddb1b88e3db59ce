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

/** @lines of a layout when text may wrap; 1 is a single, ellipsized line. */
typedef struct {
    PangoLayout *layout;
    double width, height; /* of the ink's logical box, pixels */
} UpstandLaidText;

/**
 * Lays @text out within @width pixels (ellipsized at its end; negative: as wide as it is) in at
 * most @lines lines. The result belongs to the style and lives until the next call.
 */
const UpstandLaidText *upstand_chart_style_lay_out (
    const UpstandChartStyle *style, UpstandFace face, const char *text, double width, int lines);

/** Makes the style's layouts fit the surface under @cr. */
void upstand_chart_style_enter (const UpstandChartStyle *style, cairo_t *cr);

G_END_DECLS
