/* SPDX-License-Identifier: MIT */
#include "exchange/workbook-private.h"

#define VIOLET 0x3D2B63
#define PALE_VIOLET 0xECE8F4
#define GREY 0x5A5A66
#define HAIRLINE 0xD0CEDA
#define WHITE 0xFFFFFF
#define LINK_BLUE 0x1A4FA3
#define ENTRY_GROUND 0xFFFBE8

typedef struct {
    double size;
    lxw_color_t color;
    lxw_color_t fill;
    guint8 bold, italic, wrap;
    guint8 align, indent, vertical;
    const char *number;
    guint8 underline;
    const char *font;
    guint8 entry; /* framed, on white, and not locked */
} Style;

static const Style styles[N_STYLES] = {
    [STYLE_BAND] = { 12, WHITE, VIOLET, .bold = 1, .vertical = LXW_ALIGN_VERTICAL_CENTER },
    [STYLE_COVER_TITLE] = { 26, VIOLET, .bold = 1 },
    [STYLE_COVER_FORCE] = { 16, GREY },
    [STYLE_FACT] = { 11, GREY, .vertical = LXW_ALIGN_VERTICAL_TOP },
    [STYLE_FACT_VALUE] = { 11, .bold = 1, .wrap = 1, .vertical = LXW_ALIGN_VERTICAL_TOP },
    [STYLE_DIGEST] = { 8, GREY, .wrap = 1, .vertical = LXW_ALIGN_VERTICAL_TOP,
        .font = "Courier New" },
    [STYLE_SECTION] = { 14, VIOLET, .bold = 1 },
    [STYLE_SHEET_TITLE] = { 16, VIOLET, .bold = 1 },
    [STYLE_REMARK] = { 9, GREY, .vertical = LXW_ALIGN_VERTICAL_TOP },
    [STYLE_PLAIN] = { 10, GREY, .wrap = 1, .vertical = LXW_ALIGN_VERTICAL_TOP },
    [STYLE_LINK] = { 10, LINK_BLUE, .underline = LXW_UNDERLINE_SINGLE,
        .vertical = LXW_ALIGN_VERTICAL_TOP },
    [STYLE_HEADING] = { 10, WHITE, VIOLET, .bold = 1, .wrap = 1,
        .vertical = LXW_ALIGN_VERTICAL_CENTER },
    [STYLE_HEADING_RIGHT] = { 10, WHITE, VIOLET, .bold = 1, .wrap = 1, .align = LXW_ALIGN_RIGHT,
        .indent = 1, .vertical = LXW_ALIGN_VERTICAL_CENTER },
    [STYLE_UNIT] = { 9, GREY, PALE_VIOLET, .italic = 1 },
    [STYLE_UNIT_RIGHT] = { 9, GREY, PALE_VIOLET, .italic = 1, .align = LXW_ALIGN_RIGHT,
        .indent = 1 },
    [STYLE_TEXT] = { 10, .wrap = 1, .vertical = LXW_ALIGN_VERTICAL_TOP },
    [STYLE_WHOLE] = { 10, .align = LXW_ALIGN_RIGHT, .indent = 1, .vertical = LXW_ALIGN_VERTICAL_TOP,
        .number = "#,##0" },
    [STYLE_DATE] = { 10, .align = LXW_ALIGN_LEFT, .vertical = LXW_ALIGN_VERTICAL_TOP,
        .number = "d mmm yyyy" },
    [STYLE_CHOICE] = { 10, .bold = 1, .vertical = LXW_ALIGN_VERTICAL_TOP },
    [STYLE_HOLE] = { 10, GREY, .italic = 1, .vertical = LXW_ALIGN_VERTICAL_TOP },
    [STYLE_HOLE_RIGHT] = { 10, GREY, .italic = 1, .align = LXW_ALIGN_RIGHT, .indent = 1,
        .vertical = LXW_ALIGN_VERTICAL_TOP },
    [STYLE_LABEL] = { 10, .fill = PALE_VIOLET, .wrap = 1, .vertical = LXW_ALIGN_VERTICAL_TOP },
    [STYLE_ENTRY_WHOLE] = { 11, .align = LXW_ALIGN_RIGHT, .vertical = LXW_ALIGN_VERTICAL_TOP,
        .number = "#,##0", .entry = 1 },
    [STYLE_ENTRY_DECIMAL] = { 11, .align = LXW_ALIGN_RIGHT, .vertical = LXW_ALIGN_VERTICAL_TOP,
        .entry = 1 },
    [STYLE_ENTRY_DATE] = { 11, .align = LXW_ALIGN_LEFT, .vertical = LXW_ALIGN_VERTICAL_TOP,
        .number = "d mmm yyyy", .entry = 1 },
    [STYLE_ENTRY_WORDS] = { 11, .wrap = 1, .vertical = LXW_ALIGN_VERTICAL_TOP, .entry = 1 },
    [STYLE_SHOWN] = { 10, GREY, WHITE, .align = LXW_ALIGN_RIGHT, .indent = 1,
        .vertical = LXW_ALIGN_VERTICAL_TOP },
};

/* Ink and ground of the conditional formats; every pair has a contrast above 4.5 to 1. */
static const struct {
    lxw_color_t ink, ground, chart;
} tones[] = {
    [UPSTAND_TONE_NEUTRAL] = { 0x45454F, 0xEDEDF0, 0x8A8A96 },
    [UPSTAND_TONE_GOOD] = { 0x17552F, 0xDDF2E3, 0x2E8B57 },
    [UPSTAND_TONE_WARNING] = { 0x6B4300, 0xFFEFC7, 0xE0A100 },
    [UPSTAND_TONE_BAD] = { 0x8A1414, 0xFBDDDD, 0xB3261E },
    [UPSTAND_TONE_WAITING] = { 0x2B3A86, 0xE1E6FA, 0x5B6BC0 },
};

/* Far enough apart in lightness to be told from each other in grey print. */
static const lxw_color_t series_colors[] = { 0x3D2B63, 0xE0A100, 0x1B8A8F, 0xB3261E, 0x8A8A96,
    0x7FB069 };

static lxw_format *
make_style (lxw_workbook *workbook, const Style *style)
{
    lxw_format *format = workbook_add_format (workbook);

    /* Fonts that are on every Windows desk; other systems have their metric twins. */
    format_set_font_name (format, style->font ? style->font : "Arial");
    format_set_font_size (format, style->size);
    if (style->color)
        format_set_font_color (format, style->color);
    if (style->fill)
        format_set_bg_color (format, style->fill);
    if (style->bold)
        format_set_bold (format);
    if (style->italic)
        format_set_italic (format);
    if (style->wrap)
        format_set_text_wrap (format);
    if (style->align)
        format_set_align (format, style->align);
    if (style->indent)
        format_set_indent (format, style->indent);
    if (style->vertical)
        format_set_align (format, style->vertical);
    if (style->number)
        format_set_num_format (format, style->number);
    if (style->underline)
        format_set_underline (format, style->underline);
    if (style->entry) {
        format_set_unlocked (format);
        format_set_bg_color (format, ENTRY_GROUND);
        format_set_border (format, LXW_BORDER_THIN);
        format_set_border_color (format, VIOLET);
    }
    return format;
}

static void
add_hairline (lxw_format *format)
{
    format_set_bottom (format, LXW_BORDER_THIN);
    format_set_bottom_color (format, HAIRLINE);
}

void
workbook_make_styles (WorkbookWriter *self)
{
    for (guint i = 0; i < N_STYLES; i++)
        self->styles[i] = make_style (self->workbook, &styles[i]);
    for (guint i = 0; i < G_N_ELEMENTS (tones); i++) {
        self->tones[i] = workbook_add_format (self->workbook);
        format_set_font_color (self->tones[i], tones[i].ink);
        format_set_bg_color (self->tones[i], tones[i].ground);
        add_hairline (self->tones[i]);
    }
    self->hairline = workbook_add_format (self->workbook);
    add_hairline (self->hairline);
}

lxw_format *
workbook_style_of_number (WorkbookWriter *self, UpstandCellKind kind, guint places)
{
    if (kind == UPSTAND_CELL_WHOLE)
        return self->styles[STYLE_WHOLE];

    gboolean is_percent = kind == UPSTAND_CELL_PERCENT;
    lxw_format **slot = is_percent ? &self->percents[places] : &self->decimals[places];
    if (!*slot) {
        g_autofree char *zeros = g_strnfill (places, '0');
        g_autofree char *number = g_strdup_printf ("%s%s%s%s", is_percent ? "0" : "#,##0",
            places ? "." : "", zeros, is_percent ? "%" : "");
        Style style = styles[STYLE_WHOLE];
        style.number = number;
        *slot = make_style (self->workbook, &style);
    }
    return *slot;
}

lxw_color_t
workbook_tone_color (UpstandTone tone)
{
    return tones[MIN (tone, G_N_ELEMENTS (tones) - 1)].chart;
}

lxw_color_t
workbook_series_color (guint series)
{
    return series_colors[series % G_N_ELEMENTS (series_colors)];
}
