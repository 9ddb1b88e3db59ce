/* SPDX-License-Identifier: MIT */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * UpstandPalette:
 *
 * The grounds a chart is drawn on. Print is for white paper and for printers without colour: its
 * tones differ in lightness as well.
 */
typedef enum {
    UPSTAND_PALETTE_LIGHT,
    UPSTAND_PALETTE_DARK,
    UPSTAND_PALETTE_CONTRAST_LIGHT,
    UPSTAND_PALETTE_CONTRAST_DARK,
    UPSTAND_PALETTE_PRINT,
} UpstandPalette;
#define UPSTAND_N_PALETTES (UPSTAND_PALETTE_PRINT + 1)

/**
 * UpstandInk:
 *
 * What a colour is for. Every ink but the lines and the shade is readable as text on the ground
 * (4.5:1, 7:1 in the high contrast palettes), so words and marks may use the same one.
 */
typedef enum {
    UPSTAND_INK_GROUND, /* the paper */
    UPSTAND_INK_TEXT,
    UPSTAND_INK_DIM, /* text that waits in the second row */
    UPSTAND_INK_LINE, /* grid lines; carries no meaning by itself */
    UPSTAND_INK_SHADE, /* the band behind headings; carries no meaning by itself */
    UPSTAND_INK_TODAY,
    UPSTAND_INK_COMPLETE,
    UPSTAND_INK_ON_TRACK,
    UPSTAND_INK_SLIPPING,
    UPSTAND_INK_OFF_TRACK,
    UPSTAND_INK_WAITING,
    UPSTAND_INK_NOT_STARTED,
    UPSTAND_INK_NOT_APPLICABLE,
} UpstandInk;
#define UPSTAND_N_INKS (UPSTAND_INK_NOT_APPLICABLE + 1)

typedef struct {
    double red, green, blue; /* 0 to 1 */
} UpstandColour;

/**
 * UpstandChartStyle:
 *
 * The font, its size and the inks that a chart is drawn with, and the texts it has laid out
 * before. Not bound to a surface; belongs to the thread that made it.
 */
typedef struct _UpstandChartStyle UpstandChartStyle;

/**
 * @font: (nullable): the family and the size of ordinary text; "Sans 11" when NULL. What it leaves
 *   out is filled in from there.
 * @text_scale: what the size is multiplied with, 1 for as it is; kept within 0.5 to 4
 */
UpstandChartStyle *upstand_chart_style_new (
    UpstandPalette palette, const PangoFontDescription *font, double text_scale);
void upstand_chart_style_free (UpstandChartStyle *style);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandChartStyle, upstand_chart_style_free)

UpstandPalette upstand_chart_style_get_palette (const UpstandChartStyle *style);

/** The height of one line of ordinary text in pixels: the unit all distances are made of. */
double upstand_chart_style_get_line (const UpstandChartStyle *style);

/** The colour of @ink in @palette. */
UpstandColour upstand_palette_get_colour (UpstandPalette palette, UpstandInk ink);

/** The ink, of ground and text, that reads better when it stands on @ink. */
UpstandInk upstand_palette_get_ink_on (UpstandPalette palette, UpstandInk ink);

/**
 * @ink mixed into the ground, @strength from 0 (the ground) to 1: a shade on which text stays as
 * readable as on the ground.
 */
UpstandColour upstand_palette_get_tint (UpstandPalette palette, UpstandInk ink, double strength);

/** The ratio of luminances as WCAG 2 defines it: 1 (the same) to 21 (black on white). */
double upstand_colour_contrast (UpstandColour one, UpstandColour other);

G_END_DECLS
