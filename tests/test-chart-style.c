/* SPDX-License-Identifier: MIT */
#include "charts/style-private.h"

#include <locale.h>

static double
contrast (UpstandPalette palette, UpstandInk one, UpstandInk other)
{
    return upstand_colour_contrast (
        upstand_palette_get_colour (palette, one), upstand_palette_get_colour (palette, other));
}

static void
test_contrast_formula (void)
{
    UpstandColour black = { 0, 0, 0 }, white = { 1, 1, 1 }, grey = { 0.5, 0.5, 0.5 };

    g_assert_cmpfloat_with_epsilon (upstand_colour_contrast (black, white), 21, 0.001);
    g_assert_cmpfloat_with_epsilon (upstand_colour_contrast (white, black), 21, 0.001);
    g_assert_cmpfloat_with_epsilon (upstand_colour_contrast (grey, grey), 1, 0.001);
    /* #767676 on white is the well-known edge of 4.5:1; one step lighter fails. */
    double edge = 0x76 / 255.0, past = 0x77 / 255.0;

    g_assert_cmpfloat (
        upstand_colour_contrast ((UpstandColour){ edge, edge, edge }, white), >=, 4.5);
    g_assert_cmpfloat (
        upstand_colour_contrast ((UpstandColour){ past, past, past }, white), <, 4.5);
}

static void
test_every_ink_is_readable (void)
{
    for (UpstandPalette palette = 0; palette < UPSTAND_N_PALETTES; palette++) {
        double least =
            palette == UPSTAND_PALETTE_CONTRAST_LIGHT || palette == UPSTAND_PALETTE_CONTRAST_DARK
                ? 7
                : 4.5;

        for (UpstandInk ink = 0; ink < UPSTAND_N_INKS; ink++) {
            if (ink == UPSTAND_INK_GROUND || ink == UPSTAND_INK_LINE || ink == UPSTAND_INK_SHADE)
                continue;
            g_test_message ("palette %d, ink %d", palette, ink);
            g_assert_cmpfloat (contrast (palette, ink, UPSTAND_INK_GROUND), >=, least);
            /* What stands on a filled mark. */
            g_assert_cmpfloat (
                contrast (palette, ink, upstand_palette_get_ink_on (palette, ink)), >=, 4.5);
        }
        /* A tint bears text at any strength. */
        for (UpstandInk ink = UPSTAND_INK_COMPLETE; ink < UPSTAND_N_INKS; ink++)
            for (double strength = 0; strength <= 1; strength += 0.125)
                g_assert_cmpfloat (
                    upstand_colour_contrast (upstand_palette_get_tint (palette, ink, strength),
                        upstand_palette_get_colour (palette, UPSTAND_INK_TEXT)),
                    >=, least);
        /* What headings are written with, on their band. */
        g_assert_cmpfloat (contrast (palette, UPSTAND_INK_TEXT, UPSTAND_INK_SHADE), >=, least);
        g_assert_cmpfloat (contrast (palette, UPSTAND_INK_DIM, UPSTAND_INK_SHADE), >=, 4.5);
        g_assert_cmpfloat (contrast (palette, UPSTAND_INK_OFF_TRACK, UPSTAND_INK_SHADE), >=, 4.5);
    }
}

static void
test_text_scale (void)
{
    g_autoptr (UpstandChartStyle) plain = upstand_chart_style_new (UPSTAND_PALETTE_LIGHT, NULL, 1);
    g_autoptr (UpstandChartStyle) twice = upstand_chart_style_new (UPSTAND_PALETTE_LIGHT, NULL, 2);
    g_autoptr (UpstandChartStyle) zero = upstand_chart_style_new (UPSTAND_PALETTE_LIGHT, NULL, 0);
    g_autoptr (UpstandChartStyle) absurd =
        upstand_chart_style_new (UPSTAND_PALETTE_LIGHT, NULL, 1e9);
    double line = upstand_chart_style_get_line (plain);

    g_assert_cmpfloat (line, >=, 10);
    g_assert_cmpfloat (upstand_chart_style_get_line (twice), >=, 1.8 * line);
    g_assert_cmpfloat (upstand_chart_style_get_line (zero), ==, line);
    g_assert_cmpfloat (upstand_chart_style_get_line (absurd), <=, 4.2 * line);
}

static void
test_font_is_taken (void)
{
    g_autoptr (UpstandChartStyle) plain = upstand_chart_style_new (UPSTAND_PALETTE_LIGHT, NULL, 1);
    PangoFontDescription *font = pango_font_description_from_string ("Sans 22");
    g_autoptr (UpstandChartStyle) large = upstand_chart_style_new (UPSTAND_PALETTE_LIGHT, font, 1);

    g_assert_cmpfloat (
        upstand_chart_style_get_line (large), >, 1.8 * upstand_chart_style_get_line (plain));
    /* Only a family: the size is the usual one. */
    pango_font_description_free (font);
    font = pango_font_description_from_string ("Sans");

    g_autoptr (UpstandChartStyle) unsized = upstand_chart_style_new (UPSTAND_PALETTE_DARK, font, 1);

    g_assert_cmpfloat (
        upstand_chart_style_get_line (unsized), ==, upstand_chart_style_get_line (plain));
    pango_font_description_free (font);
}

static void
test_laid_texts (void)
{
    g_autoptr (UpstandChartStyle) style = upstand_chart_style_new (UPSTAND_PALETTE_LIGHT, NULL, 1);
    const char *text = "Llanfairpwllgwyngyll a’r cyffiniau: adolygiad o bob honiad byw";
    double line = upstand_chart_style_get_line (style);
    const UpstandLaidText *free_text =
        upstand_chart_style_lay_out (style, UPSTAND_FACE_TEXT, text, -1, 1);

    g_assert_false (pango_layout_is_ellipsized (free_text->layout));
    g_assert_cmpfloat (free_text->width, >, 20 * line);

    const UpstandLaidText *cut =
        upstand_chart_style_lay_out (style, UPSTAND_FACE_TEXT, text, 100, 1);

    g_assert_true (pango_layout_is_ellipsized (cut->layout));
    g_assert_cmpfloat (cut->width, <=, 100);
    g_assert_cmpfloat (cut->height, <, 2 * line);
    /* The same text again is the same layout: nothing is shaped twice. */
    g_assert_true (upstand_chart_style_lay_out (style, UPSTAND_FACE_TEXT, text, 100, 1)->layout ==
                   cut->layout);

    const UpstandLaidText *wrapped =
        upstand_chart_style_lay_out (style, UPSTAND_FACE_TEXT, text, 240, 3);

    g_assert_cmpint (pango_layout_get_line_count (wrapped->layout), >, 1);
    g_assert_cmpint (pango_layout_get_line_count (wrapped->layout), <=, 3);
    /* Far more texts than the cache keeps. */
    for (int i = 0; i < 5000; i++) {
        g_autofree char *other = g_strdup_printf ("%d", i);

        g_assert_cmpfloat (
            upstand_chart_style_lay_out (style, UPSTAND_FACE_SMALL, other, -1, 1)->width, >, 0);
    }
}

static cairo_t *
begin_picture (double scale)
{
    cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 200, 50);
    cairo_t *cr = cairo_create (surface);

    cairo_surface_destroy (surface);
    cairo_scale (cr, scale, scale);
    return cr;
}

/* A frame like the last one shapes no text again; one of another scale shapes them all. */
static void
test_glyphs_are_kept (void)
{
    g_autoptr (UpstandChartStyle) style = upstand_chart_style_new (UPSTAND_PALETTE_LIGHT, NULL, 1);
    static const double scales[] = { 1, 1, 1, 2, 2, 1 };
    static const gboolean kept[] = { FALSE, TRUE, TRUE, FALSE, TRUE, FALSE };
    guint serial = 0;

    for (guint i = 0; i < G_N_ELEMENTS (scales); i++) {
        cairo_t *cr = begin_picture (scales[i]);
        UpstandLaidText *laid =
            upstand_chart_style_lay_out (style, UPSTAND_FACE_TEXT, "Ŵyth o’r gloch", 120, 1);

        upstand_chart_style_enter (style, cr);
        upstand_chart_style_show (style, laid, cr, 4, 4);
        g_assert_nonnull (laid->runs);
        g_assert_cmpuint (laid->runs->len, >, 0);
        g_assert_true ((laid->serial == serial) == kept[i]);
        g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
        serial = laid->serial;
        cairo_destroy (cr);
    }
}

int
main (int argc, char **argv)
{
    setlocale (LC_ALL, "");
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/chart-style/contrast-formula", test_contrast_formula);
    g_test_add_func ("/chart-style/every-ink-is-readable", test_every_ink_is_readable);
    g_test_add_func ("/chart-style/text-scale", test_text_scale);
    g_test_add_func ("/chart-style/font-is-taken", test_font_is_taken);
    g_test_add_func ("/chart-style/laid-texts", test_laid_texts);
    g_test_add_func ("/chart-style/glyphs-are-kept", test_glyphs_are_kept);
    return g_test_run ();
}
