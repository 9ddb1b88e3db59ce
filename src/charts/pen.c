/* SPDX-License-Identifier: MIT */
#include "charts/pen.h"

#include <math.h>

/* Coordinates past this are cut: cairo's fixed point holds 23 bits before the point. */
#define FURTHEST 4e6

#define HATCH_STEP 5 /* pixels between two lines, both ways */
#define MOST_HATCH_LINES 400

void
upstand_pen_init (UpstandPen *pen, cairo_t *cr, const UpstandChartStyle *style)
{
    pen->cr = cr;
    pen->style = style;
    pen->palette = upstand_chart_style_get_palette (style);
    if (cr)
        upstand_chart_style_enter (style, cr);
}

void
upstand_pen_take (UpstandPen *pen, UpstandInk ink)
{
    UpstandColour colour = upstand_palette_get_colour (pen->palette, ink);

    if (pen->cr)
        cairo_set_source_rgb (pen->cr, colour.red, colour.green, colour.blue);
}

static double
snap (double value)
{
    return round (CLAMP (value, -FURTHEST, FURTHEST));
}

void
upstand_pen_box (UpstandPen *pen, UpstandInk ink, double x, double y, double width, double height)
{
    if (!pen->cr || !(width > 0) || !(height > 0))
        return;

    double left = snap (x), top = snap (y);

    upstand_pen_take (pen, ink);
    cairo_rectangle (
        pen->cr, left, top, MAX (1, snap (x + width) - left), MAX (1, snap (y + height) - top));
    cairo_fill (pen->cr);
}

void
upstand_pen_frame (UpstandPen *pen, UpstandInk ink, double x, double y, double width, double height)
{
    if (!pen->cr || !(width > 0) || !(height > 0))
        return;

    double left = snap (x), top = snap (y);
    double right = MAX (left + 2, snap (x + width)), bottom = MAX (top + 2, snap (y + height));

    /* The ring between two boxes fills faster than a stroke, and its edges are whole pixels. */
    upstand_pen_take (pen, ink);
    cairo_rectangle (pen->cr, left, top, right - left, 1);
    cairo_rectangle (pen->cr, left, bottom - 1, right - left, 1);
    cairo_rectangle (pen->cr, left, top + 1, 1, bottom - top - 2);
    cairo_rectangle (pen->cr, right - 1, top + 1, 1, bottom - top - 2);
    cairo_fill (pen->cr);
}

void
upstand_pen_tint (UpstandPen *pen, UpstandInk ink, double strength, double x, double y,
    double width, double height)
{
    if (!pen->cr || !(width > 0) || !(height > 0))
        return;

    UpstandColour colour = upstand_palette_get_tint (pen->palette, ink, strength);
    double left = snap (x), top = snap (y);

    cairo_set_source_rgb (pen->cr, colour.red, colour.green, colour.blue);
    cairo_rectangle (
        pen->cr, left, top, MAX (1, snap (x + width) - left), MAX (1, snap (y + height) - top));
    cairo_fill (pen->cr);
}

static void
add_hatch (cairo_t *cr, double x, double y, double width, double height)
{
    double step = MAX (HATCH_STEP, (width + height) / MOST_HATCH_LINES);

    /* Each line rises to the right; what would leave the box is cut by hand, which costs less than
     * a clip. The phase is the page's, so that neighbouring boxes hatch as one. */
    for (double c = ceil ((x + y) / step) * step; c < x + width + y + height; c += step) {
        double left = MAX (x, c - y - height), right = MIN (x + width, c - y);

        if (right > left) {
            cairo_move_to (cr, left, c - left);
            cairo_line_to (cr, right, c - right);
        }
    }
}

void
upstand_pen_hatch (UpstandPen *pen, UpstandInk ink, double x, double y, double width, double height)
{
    if (!pen->cr || !(width > 0) || !(height > 0))
        return;
    upstand_pen_take (pen, ink);
    cairo_new_path (pen->cr);
    add_hatch (
        pen->cr, snap (x), snap (y), snap (x + width) - snap (x), snap (y + height) - snap (y));
    cairo_set_line_width (pen->cr, 1);
    cairo_stroke (pen->cr);
}

static void
polygon (cairo_t *cr, double x, double y, double half, const double (*points)[2], guint n)
{
    cairo_new_sub_path (cr); /* a closed one before it is still the current point */
    for (guint i = 0; i < n; i++)
        cairo_line_to (cr, x + points[i][0] * half, y + points[i][1] * half);
    cairo_close_path (cr);
}

static void
ring (cairo_t *cr, double x, double y, double outer, double inner)
{
    cairo_arc (cr, x, y, outer, 0, 2 * G_PI);
    cairo_close_path (cr);
    cairo_new_sub_path (cr);
    cairo_arc_negative (cr, x, y, inner, 2 * G_PI, 0);
    cairo_close_path (cr);
}

void
upstand_pen_shape (
    UpstandPen *pen, UpstandShape shape, UpstandInk ink, double x, double y, double size)
{
    static const double tick[][2] = { { -0.95, 0.05 }, { -0.6, -0.3 }, { -0.25, 0.1 },
        { 0.6, -0.8 }, { 0.95, -0.45 }, { -0.25, 0.8 } };
    static const double triangle[][2] = { { 0, -0.9 }, { 0.95, 0.75 }, { -0.95, 0.75 } };
    static const double hollow[][2] = { { 0, -0.35 }, { -0.5, 0.5 }, { 0.5, 0.5 } };
    static const double star[][2] = { { 0, -1 }, { 0.26, -0.34 }, { 0.97, -0.3 }, { 0.42, 0.14 },
        { 0.6, 0.82 }, { 0, 0.44 }, { -0.6, 0.82 }, { -0.42, 0.14 }, { -0.97, -0.3 },
        { -0.26, -0.34 } };
    static const double cross[][2] = { { -0.85, -0.5 }, { -0.5, -0.85 }, { 0, -0.35 },
        { 0.5, -0.85 }, { 0.85, -0.5 }, { 0.35, 0 }, { 0.85, 0.5 }, { 0.5, 0.85 }, { 0, 0.35 },
        { -0.5, 0.85 }, { -0.85, 0.5 }, { -0.35, 0 } };
    static const double diamond[][2] = { { 0, -1 }, { 1, 0 }, { 0, 1 }, { -1, 0 } };
    static const double flag[][2] = { { -0.7, -0.95 }, { 0.85, -0.45 }, { -0.4, 0.05 },
        { -0.4, 0.95 }, { -0.7, 0.95 } };
    static const double moved[][2] = { { -1, -0.12 }, { 0.3, -0.12 }, { 0.3, -0.5 }, { 1, 0 },
        { 0.3, 0.5 }, { 0.3, 0.12 }, { -1, 0.12 } };
    double half = size / 2;

    if (!pen->cr || !(size > 0))
        return;
    upstand_pen_take (pen, ink);
    cairo_new_path (pen->cr);
    switch (shape) {
    case UPSTAND_SHAPE_TICK: polygon (pen->cr, x, y, half, tick, G_N_ELEMENTS (tick)); break;
    case UPSTAND_SHAPE_DISC: cairo_arc (pen->cr, x, y, half * 0.85, 0, 2 * G_PI); break;
    case UPSTAND_SHAPE_HALF_DISC:
        ring (pen->cr, x, y, half * 0.85, half * 0.62);
        cairo_new_sub_path (pen->cr);
        cairo_arc (pen->cr, x, y, half * 0.7, G_PI / 2, 3 * G_PI / 2);
        cairo_close_path (pen->cr);
        break;
    case UPSTAND_SHAPE_RING: ring (pen->cr, x, y, half * 0.85, half * 0.5); break;
    case UPSTAND_SHAPE_TRIANGLE:
        polygon (pen->cr, x, y, half, triangle, G_N_ELEMENTS (triangle));
        break;
    case UPSTAND_SHAPE_HOLLOW_TRIANGLE:
        polygon (pen->cr, x, y, half, triangle, G_N_ELEMENTS (triangle));
        polygon (pen->cr, x, y, half, hollow, G_N_ELEMENTS (hollow));
        break;
    case UPSTAND_SHAPE_CROSS: polygon (pen->cr, x, y, half, cross, G_N_ELEMENTS (cross)); break;
    case UPSTAND_SHAPE_DASH:
        cairo_rectangle (pen->cr, x - half * 0.8, y - half * 0.2, half * 1.6, half * 0.4);
        break;
    case UPSTAND_SHAPE_SQUARE:
        cairo_rectangle (pen->cr, x - half * 0.8, y - half * 0.8, half * 1.6, half * 1.6);
        break;
    case UPSTAND_SHAPE_HOLLOW_SQUARE:
        cairo_rectangle (pen->cr, x - half * 0.8, y - half * 0.8, half * 1.6, half * 1.6);
        cairo_rectangle (pen->cr, x + half * 0.45, y - half * 0.45, half * -0.9, half * 0.9);
        break;
    case UPSTAND_SHAPE_HALF_SQUARE:
        cairo_rectangle (pen->cr, x - half * 0.8, y - half * 0.8, half * 1.6, half * 1.6);
        cairo_rectangle (pen->cr, x + half * 0.55, y - half * 0.55, half * -0.55, half * 1.1);
        break;
    case UPSTAND_SHAPE_HATCH:
        upstand_pen_frame (pen, ink, x - half * 0.9, y - half * 0.9, half * 1.8, half * 1.8);
        upstand_pen_hatch (pen, ink, x - half * 0.9, y - half * 0.9, half * 1.8, half * 1.8);
        return;
    case UPSTAND_SHAPE_DIAMOND:
        polygon (pen->cr, x, y, half, diamond, G_N_ELEMENTS (diamond));
        break;
    case UPSTAND_SHAPE_STAR: polygon (pen->cr, x, y, half, star, G_N_ELEMENTS (star)); break;
    case UPSTAND_SHAPE_FLAG: polygon (pen->cr, x, y, half, flag, G_N_ELEMENTS (flag)); break;
    case UPSTAND_SHAPE_LINE: cairo_rectangle (pen->cr, x - 1, y - half, 2, size); break;
    case UPSTAND_SHAPE_BAR:
        cairo_rectangle (pen->cr, x - half, y - half * 0.6, half, half * 1.2);
        cairo_rectangle (pen->cr, x, y - half * 0.6, half, 1);
        cairo_rectangle (pen->cr, x, y + half * 0.6 - 1, half, 1);
        cairo_rectangle (pen->cr, x + half - 1, y - half * 0.6, 1, half * 1.2);
        break;
    case UPSTAND_SHAPE_MOVED: polygon (pen->cr, x, y, half, moved, G_N_ELEMENTS (moved)); break;
    default: g_assert_not_reached ();
    }
    cairo_fill (pen->cr);
}

void
upstand_pen_arrow (UpstandPen *pen, UpstandInk ink, double x1, double x2, double y)
{
    double head = x2 > x1 ? -5 : 5;

    if (!pen->cr)
        return;
    x1 = CLAMP (x1, -FURTHEST, FURTHEST);
    x2 = CLAMP (x2, -FURTHEST, FURTHEST);
    y = snap (y);
    upstand_pen_take (pen, ink);
    cairo_rectangle (pen->cr, MIN (x1, x2), y - 0.5, fabs (x2 - x1), 1);
    cairo_move_to (pen->cr, x2, y);
    cairo_line_to (pen->cr, x2 + head, y - 3.5);
    cairo_line_to (pen->cr, x2 + head, y + 3.5);
    cairo_close_path (pen->cr);
    cairo_fill (pen->cr);
}

double
upstand_pen_measure (const UpstandPen *pen, UpstandFace face, const char *text)
{
    return ceil (upstand_chart_style_lay_out (pen->style, face, text, -1, 1)->width);
}

static double
place (double x, double width, double used, UpstandAlign align)
{
    switch (align) {
    case UPSTAND_ALIGN_CENTRE: return x + (width - used) / 2;
    case UPSTAND_ALIGN_RIGHT: return x + width - used;
    case UPSTAND_ALIGN_LEFT:
    default: return x;
    }
}

void
upstand_pen_text (UpstandPen *pen, UpstandFace face, UpstandInk ink, const char *text, double x,
    double y, double width, UpstandAlign align)
{
    if (!pen->cr || *text == '\0' || !(width >= upstand_chart_style_get_line (pen->style)))
        return;

    UpstandLaidText *laid = upstand_chart_style_lay_out (pen->style, face, text, width, 1);

    upstand_pen_take (pen, ink);
    upstand_chart_style_show (pen->style, laid, pen->cr,
        snap (place (x, width, laid->width, align)), snap (y - laid->height / 2));
}

double
upstand_pen_paragraph (UpstandPen *pen, UpstandFace face, UpstandInk ink, const char *text,
    double x, double y, double width, int lines, UpstandAlign align)
{
    if (*text == '\0' || !(width >= upstand_chart_style_get_line (pen->style)))
        return 0;

    UpstandLaidText *laid = upstand_chart_style_lay_out (pen->style, face, text, width, lines);

    if (pen->cr) {
        upstand_pen_take (pen, ink);
        upstand_chart_style_show (
            pen->style, laid, pen->cr, snap (place (x, width, laid->width, align)), snap (y));
    }
    return ceil (laid->height);
}

void
upstand_pen_block (UpstandPen *pen, UpstandFace face, UpstandInk ink, const char *text, double x,
    double y, double width, int lines, UpstandAlign align)
{
    UpstandPen measuring = *pen;

    measuring.cr = NULL;
    y -= upstand_pen_paragraph (&measuring, face, ink, text, x, 0, width, lines, align) / 2;
    upstand_pen_paragraph (pen, face, ink, text, x, y, width, lines, align);
}
