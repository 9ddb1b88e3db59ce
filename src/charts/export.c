/* SPDX-License-Identifier: MIT */
#include "upstand-config.h"

#include "charts/chart-private.h"
#include "charts/export.h"
#include "database/error.h"
#include "exchange/safe-file.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define USUAL_WIDTH 1200
#define USUAL_SCALE 2
#define LONGEST_SIDE 16384 /* pixels; what picture programs still open */
#define LARGEST_AREA (100e6)

/* A4 lying, in points, and how many points a pixel of the chart takes. */
#define PAGE_WIDTH 841.89
#define PAGE_HEIGHT 595.28
#define PAGE_MARGIN 32
#define POINTS_PER_PIXEL 0.6 /* ordinary text prints at 9 points */

typedef struct {
    UpstandSafeFile *file;
    GError *error; /* the first that writing met */
} Writing;

static cairo_status_t
bytes_made_cb (void *data, const unsigned char *bytes, unsigned int length)
{
    Writing *writing = data;

    if (writing->error || !upstand_safe_file_write (writing->file, bytes, length, &writing->error))
        return CAIRO_STATUS_WRITE_ERROR;
    return CAIRO_STATUS_SUCCESS;
}

/* Moves what was written into place, or says why not. */
static gboolean
finish_writing (Writing *writing, cairo_status_t status, const char *path, GError **error)
{
    gboolean done = FALSE;

    if (writing->error)
        g_propagate_error (error, g_steal_pointer (&writing->error));
    else if (status != CAIRO_STATUS_SUCCESS)
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FAILED,
            _ ("The chart could not be saved as “%s”: %s"), path, cairo_status_to_string (status));
    else
        done = upstand_safe_file_commit (writing->file, error);
    upstand_safe_file_free (writing->file);
    return done;
}

/* The classification at head and foot of a box; returns what each takes. */
static double
draw_classification (UpstandPen *pen, const char *classification, double width, double height)
{
    double band = ceil (upstand_chart_style_get_line (pen->style) * 1.5);

    if (!classification || *classification == '\0')
        return 0;
    for (guint i = 0; i < 2; i++)
        upstand_pen_text (pen, UPSTAND_FACE_BOLD, UPSTAND_INK_TEXT, classification, 0,
            i == 0 ? band / 2 : height - band / 2, width, UPSTAND_ALIGN_CENTRE);
    return band;
}

cairo_surface_t *
upstand_chart_render (UpstandChart *chart, const UpstandChartPaper *paper, GError **error)
{
    g_return_val_if_fail (chart != NULL && paper != NULL, NULL);

    g_autoptr (UpstandChartStyle) style = upstand_chart_style_new (paper->palette, paper->font, 1);
    double scale = paper->scale > 0 ? paper->scale : USUAL_SCALE;
    double width = paper->width > 0 ? paper->width : USUAL_WIDTH;
    double band = paper->classification && *paper->classification != '\0'
                      ? ceil (upstand_chart_style_get_line (style) * 1.5)
                      : 0;
    double height = paper->height;

    if (!(height > 0))
        height = MIN (upstand_chart_preferred_height (chart, style, NULL, width) + 2 * band,
            MIN (LONGEST_SIDE, LARGEST_AREA / (width * scale)) / scale);
    width = ceil (width * scale);
    height = ceil (height * scale);
    if (width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > LARGEST_AREA + width) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_LIMIT,
            _ ("A picture of %.0f by %.0f pixels is too large; the longest side can be %d."), width,
            height, LONGEST_SIDE);
        return NULL;
    }

    cairo_surface_t *surface =
        cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)width, (int)height);
    cairo_t *cr = cairo_create (surface);
    UpstandPen pen;

    cairo_scale (cr, scale, scale);
    width /= scale;
    height /= scale;
    upstand_pen_init (&pen, cr, style);
    upstand_pen_take (&pen, UPSTAND_INK_GROUND);
    cairo_paint (cr);
    draw_classification (&pen, paper->classification, width, height);
    cairo_translate (cr, 0, band);
    upstand_chart_draw (cr, chart, style, width, height - 2 * band);

    cairo_status_t status = cairo_status (cr);

    cairo_destroy (cr);
    if (status != CAIRO_STATUS_SUCCESS) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FAILED,
            _ ("The chart could not be drawn: %s"), cairo_status_to_string (status));
        g_clear_pointer (&surface, cairo_surface_destroy);
    }
    return surface;
}

gboolean
upstand_chart_save_png (
    UpstandChart *chart, const char *path, const UpstandChartPaper *paper, GError **error)
{
    g_return_val_if_fail (chart != NULL && path != NULL && paper != NULL, FALSE);

    Writing writing = { 0 };
    cairo_surface_t *surface = upstand_chart_render (chart, paper, error);
    cairo_status_t status;

    if (!surface)
        return FALSE;
    writing.file = upstand_safe_file_new (path, error);
    if (!writing.file) {
        cairo_surface_destroy (surface);
        return FALSE;
    }
    status = cairo_surface_write_to_png_stream (surface, bytes_made_cb, &writing);
    cairo_surface_destroy (surface);
    return finish_writing (&writing, status, path, error);
}

typedef struct {
    double width, height; /* of the chart, in its pixels */
    double page; /* pixels of rows on each page but the last */
    guint n;
} Pages;

/* Pages end between two rows: none is cut in half, none stands on two pages. */
static Pages
paginate (const UpstandChart *chart, const UpstandChartStyle *style, double width, double height)
{
    UpstandFrame frame;
    Pages pages = { .width = width, .height = height, .n = 1 };

    upstand_chart_lay_out (&frame, chart, style, NULL, width, height);
    if (frame.max_scroll <= 0)
        return pages;
    pages.page = MAX (1, floor (frame.body_height / frame.row_height)) * frame.row_height;
    pages.height = height - frame.body_height + pages.page;
    pages.n = (guint)ceil (frame.n_rows * frame.row_height / pages.page);
    return pages;
}

static void
draw_page (cairo_t *cr, const UpstandChart *chart, const UpstandChartStyle *style,
    const Pages *pages, guint n)
{
    UpstandChartScope scope = { .scroll = n * pages->page };
    double height = pages->height;
    UpstandFrame frame;

    /* The last page is shorter: at the full height it would repeat rows to fill itself. */
    upstand_chart_lay_out (&frame, chart, style, &scope, pages->width, height);
    if (frame.scroll < scope.scroll)
        height -= scope.scroll - frame.scroll;
    upstand_chart_draw_scope (cr, chart, style, &scope, pages->width, height);
}

struct _UpstandChartPages {
    UpstandChart *chart;
    UpstandChartStyle *style;
    char *classification;
    double width, height, band; /* of the chart's own pixels */
    Pages pages;
};

UpstandChartPages *
upstand_chart_pages_new (
    UpstandChart *chart, const UpstandChartPaper *paper, double width, double height)
{
    g_return_val_if_fail (chart != NULL && paper != NULL, NULL);

    UpstandChartPages *self = g_new0 (UpstandChartPages, 1);

    self->chart = upstand_chart_ref (chart);
    self->style = upstand_chart_style_new (paper->palette, paper->font, 1);
    self->classification = g_strdup (paper->classification);
    self->width = width / POINTS_PER_PIXEL;
    self->height = height / POINTS_PER_PIXEL;
    self->band = ceil (upstand_chart_style_get_line (self->style) * 1.5);
    self->pages = paginate (chart, self->style, self->width, self->height - 2 * self->band);
    return self;
}

guint
upstand_chart_pages_count (const UpstandChartPages *self)
{
    return self->pages.n;
}

void
upstand_chart_pages_draw (const UpstandChartPages *self, cairo_t *cr, guint n)
{
    g_return_if_fail (self != NULL && n < self->pages.n);

    g_autofree char *number = g_strdup_printf (_ ("Page %1$u of %2$u"), n + 1, self->pages.n);
    UpstandPen pen;

    cairo_save (cr);
    cairo_scale (cr, POINTS_PER_PIXEL, POINTS_PER_PIXEL);
    upstand_pen_init (&pen, cr, self->style);
    draw_classification (&pen, self->classification, self->width, self->height);
    upstand_pen_text (&pen, UPSTAND_FACE_SMALL, UPSTAND_INK_DIM, number, 0,
        self->height - self->band / 2, self->width, UPSTAND_ALIGN_RIGHT);
    cairo_translate (cr, 0, self->band);
    draw_page (cr, self->chart, self->style, &self->pages, n);
    cairo_restore (cr);
}

void
upstand_chart_pages_free (UpstandChartPages *self)
{
    upstand_chart_unref (self->chart);
    upstand_chart_style_free (self->style);
    g_free (self->classification);
    g_free (self);
}

gboolean
upstand_chart_save_pdf (UpstandChart *chart, const char *path, const UpstandChartPaper *paper,
    GCancellable *cancellable, GError **error)
{
    g_return_val_if_fail (chart != NULL && path != NULL && paper != NULL, FALSE);

    Writing writing = { .file = upstand_safe_file_new (path, error) };
    if (!writing.file)
        return FALSE;

    g_autoptr (UpstandChartPages) pages = upstand_chart_pages_new (
        chart, paper, PAGE_WIDTH - 2 * PAGE_MARGIN, PAGE_HEIGHT - 2 * PAGE_MARGIN);
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream (bytes_made_cb, &writing, PAGE_WIDTH, PAGE_HEIGHT);
    cairo_t *cr = cairo_create (surface);

    cairo_pdf_surface_set_metadata (
        surface, CAIRO_PDF_METADATA_TITLE, upstand_chart_get_title (chart));
    cairo_pdf_surface_set_metadata (
        surface, CAIRO_PDF_METADATA_SUBJECT, upstand_chart_describe (chart));
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Upstand");
    for (guint i = 0; i < pages->pages.n && cairo_status (cr) == CAIRO_STATUS_SUCCESS; i++) {
        if (g_cancellable_set_error_if_cancelled (cancellable, &writing.error))
            break;
        cairo_save (cr);
        cairo_translate (cr, PAGE_MARGIN, PAGE_MARGIN);
        upstand_chart_pages_draw (pages, cr, i);
        cairo_restore (cr);
        cairo_show_page (cr);
    }

    cairo_status_t status = cairo_status (cr);

    cairo_destroy (cr);
    cairo_surface_finish (surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status (surface);
    cairo_surface_destroy (surface);
    return finish_writing (&writing, status, path, error);
}
