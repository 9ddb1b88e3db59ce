/* SPDX-License-Identifier: MIT */
#pragma once

#include "charts/chart.h"

G_BEGIN_DECLS

/**
 * UpstandChartPaper:
 * @palette: the inks; UPSTAND_PALETTE_PRINT unless somebody copies what the window shows
 * @font: (nullable): as of upstand_chart_style_new()
 * @width: of a picture, in pixels before @scale; 0 for 1200. A PDF's pages are A4, lying.
 * @height: of a picture; 0 for as high as everything takes
 * @scale: pixels of the file for each pixel of the chart; 0 for 2, which prints sharply
 * @classification: (nullable): stands at the head and the foot of each page or picture
 *
 * What a chart is put on when it leaves the program.
 */
typedef struct {
    UpstandPalette palette;
    const PangoFontDescription *font;
    double width, height;
    double scale;
    const char *classification;
} UpstandChartPaper;

/** The picture as @paper asks for it, for the clipboard; NULL and @error when it is too large. */
cairo_surface_t *upstand_chart_render (
    UpstandChart *chart, const UpstandChartPaper *paper, GError **error);

/**
 * Writes @chart to @path as a PNG. The file appears whole or not at all. A chart too long for one
 * picture says in words what it leaves out.
 */
gboolean upstand_chart_save_png (
    UpstandChart *chart, const char *path, const UpstandChartPaper *paper, GError **error);

/**
 * Writes @chart to @path as a PDF of as many pages as its rows take, each with title and axis. The
 * file appears whole or not at all; a cancelled one leaves what was there before.
 */
gboolean upstand_chart_save_pdf (UpstandChart *chart, const char *path,
    const UpstandChartPaper *paper, GCancellable *cancellable, GError **error);

/**
 * UpstandChartPages:
 *
 * A chart divided into sheets of paper, each with its title and axis; no row is cut in half.
 */
typedef struct _UpstandChartPages UpstandChartPages;

/** @width, @height: what of a sheet can be printed on, in points */
UpstandChartPages *upstand_chart_pages_new (
    UpstandChart *chart, const UpstandChartPaper *paper, double width, double height);
guint upstand_chart_pages_count (const UpstandChartPages *pages);

/** Draws the sheet, counted from 0, into the box from 0,0; @cr is left as it was found. */
void upstand_chart_pages_draw (const UpstandChartPages *pages, cairo_t *cr, guint n);
void upstand_chart_pages_free (UpstandChartPages *pages);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandChartPages, upstand_chart_pages_free)

G_END_DECLS
