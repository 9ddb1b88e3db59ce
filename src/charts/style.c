/* SPDX-License-Identifier: MIT */
#include "charts/style-private.h"

#include <math.h>

/* Two screenfuls of a timeline's texts; past that the cache starts afresh. */
/* How much of an ink a tint may hold; test-chart-style holds text on it to its contrast. */
#define STRONGEST_TINT 0.42
#define MAX_LAID_TEXTS 1024
#define DEFAULT_SIZE 11

typedef struct {
    char *text;
    int width; /* pixels, -1 when free */
    guint16 face;
    guint16 lines;
} TextKey;

struct _UpstandChartStyle {
    UpstandPalette palette;
    PangoContext *context;
    PangoFontDescription *fonts[UPSTAND_N_FACES];
    double line;
    GHashTable *laid; /* TextKey to UpstandLaidText */
    cairo_font_options_t *surface_options; /* of the surface drawn on last, */
    cairo_matrix_t matrix; /* and its scale */
};

#define RGB(hex) \
    { \
        (((hex) >> 16) & 0xff) / 255.0, (((hex) >> 8) & 0xff) / 255.0, ((hex)&0xff) / 255.0 \
    }

/* test-chart-style holds every ink to its contrast. */
static const UpstandColour colours[UPSTAND_N_PALETTES][UPSTAND_N_INKS] = {
    [UPSTAND_PALETTE_LIGHT] = {
        [UPSTAND_INK_GROUND] = RGB (0xffffff),
        [UPSTAND_INK_TEXT] = RGB (0x1d1d20),
        [UPSTAND_INK_DIM] = RGB (0x5b5b64),
        [UPSTAND_INK_LINE] = RGB (0xdcdce0),
        [UPSTAND_INK_SHADE] = RGB (0xf1f1f4),
        [UPSTAND_INK_TODAY] = RGB (0x1b4fa0),
        [UPSTAND_INK_COMPLETE] = RGB (0x1a6b45),
        [UPSTAND_INK_ON_TRACK] = RGB (0x2b6cb0),
        [UPSTAND_INK_SLIPPING] = RGB (0xa85800),
        [UPSTAND_INK_OFF_TRACK] = RGB (0xb3201c),
        [UPSTAND_INK_WAITING] = RGB (0x6b4c9f),
        [UPSTAND_INK_NOT_STARTED] = RGB (0x5f5f69),
        [UPSTAND_INK_NOT_APPLICABLE] = RGB (0x707079),
    },
    [UPSTAND_PALETTE_DARK] = {
        [UPSTAND_INK_GROUND] = RGB (0x1e1e1e),
        [UPSTAND_INK_TEXT] = RGB (0xf2f2f2),
        [UPSTAND_INK_DIM] = RGB (0xb4b4bc),
        [UPSTAND_INK_LINE] = RGB (0x3d3d42),
        [UPSTAND_INK_SHADE] = RGB (0x2b2b2f),
        [UPSTAND_INK_TODAY] = RGB (0x8fb8f6),
        [UPSTAND_INK_COMPLETE] = RGB (0x4fb685),
        [UPSTAND_INK_ON_TRACK] = RGB (0x6aaaf0),
        [UPSTAND_INK_SLIPPING] = RGB (0xf0a63a),
        [UPSTAND_INK_OFF_TRACK] = RGB (0xff7d74),
        [UPSTAND_INK_WAITING] = RGB (0xbea1ec),
        [UPSTAND_INK_NOT_STARTED] = RGB (0xa9a9b2),
        [UPSTAND_INK_NOT_APPLICABLE] = RGB (0x93939c),
    },
    [UPSTAND_PALETTE_CONTRAST_LIGHT] = {
        [UPSTAND_INK_GROUND] = RGB (0xffffff),
        [UPSTAND_INK_TEXT] = RGB (0x000000),
        [UPSTAND_INK_DIM] = RGB (0x2e2e34),
        [UPSTAND_INK_LINE] = RGB (0x85858c),
        [UPSTAND_INK_SHADE] = RGB (0xe8e8ec),
        [UPSTAND_INK_TODAY] = RGB (0x0a2f73),
        [UPSTAND_INK_COMPLETE] = RGB (0x0b4a2d),
        [UPSTAND_INK_ON_TRACK] = RGB (0x124a86),
        [UPSTAND_INK_SLIPPING] = RGB (0x743a00),
        [UPSTAND_INK_OFF_TRACK] = RGB (0x8a0f0c),
        [UPSTAND_INK_WAITING] = RGB (0x4b2f7d),
        [UPSTAND_INK_NOT_STARTED] = RGB (0x3c3c44),
        [UPSTAND_INK_NOT_APPLICABLE] = RGB (0x4c4c54),
    },
    [UPSTAND_PALETTE_CONTRAST_DARK] = {
        [UPSTAND_INK_GROUND] = RGB (0x000000),
        [UPSTAND_INK_TEXT] = RGB (0xffffff),
        [UPSTAND_INK_DIM] = RGB (0xdcdce2),
        [UPSTAND_INK_LINE] = RGB (0x77777e),
        [UPSTAND_INK_SHADE] = RGB (0x1f1f23),
        [UPSTAND_INK_TODAY] = RGB (0xb9d4ff),
        [UPSTAND_INK_COMPLETE] = RGB (0x7fe0b0),
        [UPSTAND_INK_ON_TRACK] = RGB (0x93c6ff),
        [UPSTAND_INK_SLIPPING] = RGB (0xffc46b),
        [UPSTAND_INK_OFF_TRACK] = RGB (0xffa39c),
        [UPSTAND_INK_WAITING] = RGB (0xd6c2fa),
        [UPSTAND_INK_NOT_STARTED] = RGB (0xcfcfd6),
        [UPSTAND_INK_NOT_APPLICABLE] = RGB (0xb9b9c1),
    },
    [UPSTAND_PALETTE_PRINT] = {
        [UPSTAND_INK_GROUND] = RGB (0xffffff),
        [UPSTAND_INK_TEXT] = RGB (0x000000),
        [UPSTAND_INK_DIM] = RGB (0x4a4a50),
        [UPSTAND_INK_LINE] = RGB (0xcccccf),
        [UPSTAND_INK_SHADE] = RGB (0xf0f0f2),
        [UPSTAND_INK_TODAY] = RGB (0x123d80),
        [UPSTAND_INK_COMPLETE] = RGB (0x1f7a50),
        [UPSTAND_INK_ON_TRACK] = RGB (0x3a76b4),
        [UPSTAND_INK_SLIPPING] = RGB (0x8f4a00),
        [UPSTAND_INK_OFF_TRACK] = RGB (0x850f0c),
        [UPSTAND_INK_WAITING] = RGB (0x5d3d92),
        [UPSTAND_INK_NOT_STARTED] = RGB (0x55555d),
        [UPSTAND_INK_NOT_APPLICABLE] = RGB (0x70707a),
    },
};

static const struct {
    double size;
    PangoWeight weight;
} faces[UPSTAND_N_FACES] = {
    [UPSTAND_FACE_TEXT] = { 1, PANGO_WEIGHT_NORMAL },
    [UPSTAND_FACE_BOLD] = { 1, PANGO_WEIGHT_BOLD },
    [UPSTAND_FACE_SMALL] = { 0.88, PANGO_WEIGHT_NORMAL },
    [UPSTAND_FACE_TITLE] = { 1.25, PANGO_WEIGHT_BOLD },
};

static guint
text_key_hash (gconstpointer data)
{
    const TextKey *key = data;

    return g_str_hash (key->text) ^ ((guint)key->width * 31u) ^ ((guint)key->face << 28) ^
           ((guint)key->lines << 24);
}

static gboolean
text_key_equal (gconstpointer a, gconstpointer b)
{
    const TextKey *one = a, *other = b;

    return one->width == other->width && one->face == other->face && one->lines == other->lines &&
           g_str_equal (one->text, other->text);
}

static void
text_key_free (gpointer data)
{
    TextKey *key = data;

    g_free (key->text);
    g_free (key);
}

static void
laid_text_free (gpointer data)
{
    UpstandLaidText *laid = data;

    g_clear_pointer (&laid->runs, g_array_unref);
    g_object_unref (laid->layout);
    g_free (laid);
}

static void
glyphs_clear (gpointer data)
{
    UpstandGlyphs *run = data;

    cairo_scaled_font_destroy (run->font);
    g_free (run->glyphs);
}

static double
measure_line (PangoContext *context, const PangoFontDescription *font)
{
    PangoFontMetrics *metrics = pango_context_get_metrics (context, font, NULL);
    int height = pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics);

    pango_font_metrics_unref (metrics);
    return MAX (1, ceil (height / (double)PANGO_SCALE));
}

UpstandChartStyle *
upstand_chart_style_new (
    UpstandPalette palette, const PangoFontDescription *font, double text_scale)
{
    g_return_val_if_fail ((guint)palette < UPSTAND_N_PALETTES, NULL);

    UpstandChartStyle *style = g_new0 (UpstandChartStyle, 1);
    cairo_font_options_t *options = cairo_font_options_create ();
    PangoFontDescription *base =
        font ? pango_font_description_copy (font) : pango_font_description_new ();
    double size = pango_font_description_get_size (base);

    if (!pango_font_description_get_family (base))
        pango_font_description_set_family (base, "Sans");
    if (!(text_scale > 0))
        text_scale = 1;
    text_scale = CLAMP (text_scale, 0.5, 4);
    if (!(size > 0))
        size = DEFAULT_SIZE * PANGO_SCALE;

    style->palette = palette;
    style->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
    /* The same widths on screen, in a picture and on paper, so that a chart breaks its lines alike.
     */
    cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_SLIGHT);
    cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options (style->context, options);
    cairo_font_options_destroy (options);
    for (guint i = 0; i < UPSTAND_N_FACES; i++) {
        PangoFontDescription *face = pango_font_description_copy (base);
        double scaled = size * text_scale * faces[i].size;

        if (pango_font_description_get_size_is_absolute (base))
            pango_font_description_set_absolute_size (face, scaled);
        else
            pango_font_description_set_size (face, (int)scaled);
        pango_font_description_set_weight (face, faces[i].weight);
        style->fonts[i] = face;
    }
    style->line = measure_line (style->context, style->fonts[UPSTAND_FACE_TEXT]);
    style->laid =
        g_hash_table_new_full (text_key_hash, text_key_equal, text_key_free, laid_text_free);
    pango_font_description_free (base);
    return style;
}

void
upstand_chart_style_free (UpstandChartStyle *style)
{
    if (!style)
        return;
    g_hash_table_unref (style->laid);
    g_clear_pointer (&style->surface_options, cairo_font_options_destroy);
    for (guint i = 0; i < UPSTAND_N_FACES; i++)
        pango_font_description_free (style->fonts[i]);
    g_object_unref (style->context);
    g_free (style);
}

UpstandPalette
upstand_chart_style_get_palette (const UpstandChartStyle *style)
{
    g_return_val_if_fail (style != NULL, UPSTAND_PALETTE_LIGHT);
    return style->palette;
}

double
upstand_chart_style_get_line (const UpstandChartStyle *style)
{
    g_return_val_if_fail (style != NULL, 1);
    return style->line;
}

void
upstand_chart_style_enter (const UpstandChartStyle *style, cairo_t *cr)
{
    UpstandChartStyle *self = (UpstandChartStyle *)style;
    cairo_font_options_t *options = cairo_font_options_create ();
    cairo_matrix_t matrix;
    gboolean same;

    cairo_surface_get_font_options (cairo_get_target (cr), options);
    cairo_get_matrix (cr, &matrix);
    same = self->surface_options && cairo_font_options_equal (options, self->surface_options) &&
           matrix.xx == self->matrix.xx && matrix.xy == self->matrix.xy &&
           matrix.yx == self->matrix.yx && matrix.yy == self->matrix.yy;
    if (same) {
        cairo_font_options_destroy (options);
        return;
    }
    /* Pango takes every update for a change and lays out all texts again: only when it is one. */
    g_clear_pointer (&self->surface_options, cairo_font_options_destroy);
    self->surface_options = options;
    self->matrix = matrix;
    pango_cairo_update_context (cr, style->context);
}

UpstandLaidText *
upstand_chart_style_lay_out (
    const UpstandChartStyle *style, UpstandFace face, const char *text, double width, int lines)
{
    TextKey probe = {
        .text = (char *)text,
        .width = width < 0 ? -1 : (int)MIN (width, 1e6),
        .face = face,
        .lines = lines,
    };
    UpstandLaidText *laid = g_hash_table_lookup (style->laid, &probe);
    PangoRectangle box;

    if (laid)
        return laid;
    if (g_hash_table_size (style->laid) >= MAX_LAID_TEXTS)
        g_hash_table_remove_all (style->laid);

    laid = g_new0 (UpstandLaidText, 1);
    laid->layout = pango_layout_new (style->context);
    pango_layout_set_font_description (laid->layout, style->fonts[face]);
    pango_layout_set_auto_dir (laid->layout, FALSE);
    pango_layout_set_single_paragraph_mode (laid->layout, TRUE);
    pango_layout_set_text (laid->layout, text, -1);
    if (probe.width >= 0) {
        pango_layout_set_width (laid->layout, probe.width * PANGO_SCALE);
        pango_layout_set_ellipsize (laid->layout, PANGO_ELLIPSIZE_END);
        pango_layout_set_wrap (laid->layout, PANGO_WRAP_WORD_CHAR);
        pango_layout_set_height (laid->layout, -lines);
    }
    pango_layout_get_extents (laid->layout, NULL, &box);
    laid->width = box.width / (double)PANGO_SCALE;
    laid->height = box.height / (double)PANGO_SCALE;

    TextKey *key = g_memdup2 (&probe, sizeof probe);
    key->text = g_strdup (text);
    g_hash_table_insert (style->laid, key, laid);
    return laid;
}

static gboolean
take_run (GArray *runs, PangoLayoutRun *run, int x, int y)
{
    PangoFont *font = run->item->analysis.font;
    cairo_scaled_font_t *scaled = PANGO_IS_CAIRO_FONT (font)
                                      ? pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font))
                                      : NULL;
    UpstandGlyphs taken = { 0 };

    if (!scaled)
        return FALSE;
    taken.font = cairo_scaled_font_reference (scaled);
    taken.glyphs = g_new (cairo_glyph_t, run->glyphs->num_glyphs);
    for (int i = 0; i < run->glyphs->num_glyphs; i++) {
        const PangoGlyphInfo *info = &run->glyphs->glyphs[i];

        /* Boxes with the number of a character that no font has are pango's own drawing. */
        if (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) {
            glyphs_clear (&taken);
            return FALSE;
        }
        if (info->glyph != PANGO_GLYPH_EMPTY)
            taken.glyphs[taken.n++] = (cairo_glyph_t){
                .index = info->glyph,
                .x = (x + info->geometry.x_offset) / (double)PANGO_SCALE,
                .y = (y + info->geometry.y_offset) / (double)PANGO_SCALE,
            };
        x += info->geometry.width;
    }
    g_array_append_val (runs, taken);
    return TRUE;
}

/* NULL when pango has to draw the text itself. */
static GArray *
take_runs (PangoLayout *layout)
{
    g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (UpstandGlyphs));
    PangoLayoutIter *iter = pango_layout_get_iter (layout);
    gboolean plain = TRUE;

    g_array_set_clear_func (runs, glyphs_clear);
    do {
        PangoLayoutRun *run = pango_layout_iter_get_run_readonly (iter);
        PangoRectangle box;

        if (!run)
            continue;
        pango_layout_iter_get_run_extents (iter, NULL, &box);
        plain = take_run (runs, run, box.x, pango_layout_iter_get_baseline (iter));
    } while (plain && pango_layout_iter_next_run (iter));
    pango_layout_iter_free (iter);
    return plain ? g_steal_pointer (&runs) : NULL;
}

void
upstand_chart_style_show (
    const UpstandChartStyle *style, UpstandLaidText *laid, cairo_t *cr, double x, double y)
{
    guint serial = pango_context_get_serial (style->context);

    /* Paper wants the characters too, so that a PDF can be searched: pango knows how. */
    if (cairo_surface_get_type (cairo_get_target (cr)) != CAIRO_SURFACE_TYPE_IMAGE) {
        cairo_move_to (cr, x, y);
        pango_cairo_show_layout (cr, laid->layout);
        return;
    }
    if (laid->serial != serial) {
        g_clear_pointer (&laid->runs, g_array_unref);
        laid->runs = take_runs (laid->layout);
        laid->serial = serial;
    }
    if (!laid->runs) {
        cairo_move_to (cr, x, y);
        pango_cairo_show_layout (cr, laid->layout);
        return;
    }
    for (guint i = 0; i < laid->runs->len; i++) {
        const UpstandGlyphs *run = &g_array_index (laid->runs, UpstandGlyphs, i);
        cairo_glyph_t placed[64];

        cairo_set_scaled_font (cr, run->font);
        for (int done = 0; done < run->n;) {
            int n = MIN (run->n - done, (int)G_N_ELEMENTS (placed));

            for (int g = 0; g < n; g++) {
                placed[g] = run->glyphs[done + g];
                placed[g].x += x;
                placed[g].y += y;
            }
            cairo_show_glyphs (cr, placed, n);
            done += n;
        }
    }
}

UpstandColour
upstand_palette_get_colour (UpstandPalette palette, UpstandInk ink)
{
    g_return_val_if_fail ((guint)palette < UPSTAND_N_PALETTES, (UpstandColour){ 0 });
    g_return_val_if_fail ((guint)ink < UPSTAND_N_INKS, (UpstandColour){ 0 });
    return colours[palette][ink];
}

UpstandColour
upstand_palette_get_tint (UpstandPalette palette, UpstandInk ink, double strength)
{
    UpstandColour ground = upstand_palette_get_colour (palette, UPSTAND_INK_GROUND);
    UpstandColour full = upstand_palette_get_colour (palette, ink);
    double part = CLAMP (strength, 0, 1) * STRONGEST_TINT;

    return (UpstandColour){
        .red = ground.red + (full.red - ground.red) * part,
        .green = ground.green + (full.green - ground.green) * part,
        .blue = ground.blue + (full.blue - ground.blue) * part,
    };
}

static double
linear (double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (UpstandColour colour)
{
    return 0.2126 * linear (colour.red) + 0.7152 * linear (colour.green) +
           0.0722 * linear (colour.blue);
}

double
upstand_colour_contrast (UpstandColour one, UpstandColour other)
{
    double a = luminance (one), b = luminance (other);

    return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

UpstandInk
upstand_palette_get_ink_on (UpstandPalette palette, UpstandInk ink)
{
    UpstandColour under = upstand_palette_get_colour (palette, ink);
    double ground = upstand_colour_contrast (under, colours[palette][UPSTAND_INK_GROUND]);
    double text = upstand_colour_contrast (under, colours[palette][UPSTAND_INK_TEXT]);

    return ground >= text ? UPSTAND_INK_GROUND : UPSTAND_INK_TEXT;
}
