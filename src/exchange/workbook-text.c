/* SPDX-License-Identifier: MIT */
#include "exchange/workbook-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_TEXT 32767
#define MAX_NAME 31
#define MAX_HEADER_PART 70

/* A width is counted in figures of the default font; letters are narrower than those. */
#define CHARACTERS_PER_WIDTH 1.3
#define ROW_HEIGHT 15.0
#define LINE_HEIGHT 12.75
#define MAX_ROW_HEIGHT 409.0

/* Can @text go into a cell as it is? Decided in one pass, since nearly every text can. */
static gboolean
is_clean (const char *text)
{
    const guchar *at = (const guchar *)text;
    gboolean is_ascii = TRUE;

    for (; *at; at++) {
        if (*at < 0x20 && *at != '\n' && *at != '\t')
            return FALSE;
        if (*at == '_' && at[1] == 'x')
            return FALSE;
        is_ascii &= *at < 0x80;
    }
    gsize length = (gsize)((const char *)at - text);
    /* Bytes are never fewer than Excel's UTF-16 units. The two non-characters that XML forbids
     * begin with the byte EF. */
    return length <= MAX_TEXT &&
           (is_ascii || (g_utf8_validate_len (text, length, NULL) && !strchr (text, '\xEF')));
}

static gboolean
is_escape (const char *text)
{
    for (guint i = 2; i < 6; i++) {
        if (!g_ascii_isxdigit (text[i]))
            return FALSE;
    }
    return text[6] == '_';
}

static gsize
utf16_length (const char *text)
{
    gsize units = 0;

    for (; *text; text = g_utf8_next_char (text))
        units += g_utf8_get_char (text) > 0xFFFF ? 2 : 1;
    return units;
}

/* Cuts the scratch text so that it and the ellipsis fit. */
static void
cut (GString *text, gsize limit)
{
    const char *at = text->str;
    gsize units = 0;

    for (; *at; at = g_utf8_next_char (at)) {
        units += g_utf8_get_char (at) > 0xFFFF ? 2 : 1;
        if (units > limit - 1)
            break;
    }
    g_string_truncate (text, (gsize)(at - text->str));
    g_string_append (text, "…");
}

const char *
workbook_clean_text (WorkbookWriter *self, const char *text)
{
    if (is_clean (text))
        return text;

    g_autofree char *valid = g_utf8_make_valid (text, -1);
    GString *clean = self->scratch;
    g_string_truncate (clean, 0);
    for (const char *at = valid; *at; at = g_utf8_next_char (at)) {
        gunichar c = g_utf8_get_char (at);
        if (c == '\r') {
            g_string_append_c (clean, '\n');
            if (at[1] == '\n')
                at++;
        } else if (c == '_' && at[1] == 'x' && is_escape (at)) {
            /* Excel reads _x0041_ as the letter A: escape the underscore itself. */
            g_string_append (clean, "_x005F_");
        } else if (c == 0xFFFE || c == 0xFFFF) {
            g_string_append (clean, "\xEF\xBF\xBD");
        } else if (c >= 0x20 || c == '\n' || c == '\t') {
            g_string_append_unichar (clean, c);
        }
    }
    if (clean->len > MAX_TEXT && utf16_length (clean->str) > MAX_TEXT) {
        cut (clean, MAX_TEXT);
        self->was_cut = TRUE;
    }
    return clean->str;
}

char *
workbook_make_name (WorkbookWriter *self, const char *title)
{
    g_autoptr (GString) name = g_string_new (NULL);
    g_autofree char *valid = g_utf8_make_valid (title, -1);

    for (const char *at = valid; *at; at = g_utf8_next_char (at)) {
        gunichar c = g_utf8_get_char (at);
        if (c < 0x20 || strchr ("[]:*?/\\", (int)MIN (c, 0x7F)) || c == 0xFFFE || c == 0xFFFF)
            g_string_append_c (name, ' ');
        else
            g_string_append_unichar (name, c);
    }
    /* An apostrophe may not stand at either end. */
    while (name->len && strchr (" '", name->str[0]))
        g_string_erase (name, 0, 1);
    if (utf16_length (name->str) > MAX_NAME)
        cut (name, MAX_NAME);
    while (name->len && strchr (" '", name->str[name->len - 1]))
        g_string_truncate (name, name->len - 1);
    if (!name->len)
        g_string_append (name, _ ("Sheet"));

    g_autofree char *base = g_strdup (name->str);
    for (guint number = 2;; number++) {
        g_autofree char *key = g_utf8_casefold (name->str, -1);
        if (g_hash_table_add (self->names, g_steal_pointer (&key)))
            return g_strdup (name->str);
        g_autofree char *suffix = g_strdup_printf (" (%u)", number);
        g_string_assign (name, base);
        if (utf16_length (base) + strlen (suffix) > MAX_NAME)
            cut (name, MAX_NAME - strlen (suffix));
        g_string_append (name, suffix);
    }
}

gsize
workbook_line_capacity (double width)
{
    return (gsize)MAX (width * CHARACTERS_PER_WIDTH, 1);
}

gsize
workbook_count_lines (const char *text, gsize capacity)
{
    gsize lines = 0;

    for (;;) {
        const char *end = strchrnul (text, '\n');
        gsize length = (gsize)(end - text);
        if (length > capacity)
            length = (gsize)g_utf8_strlen (text, (gssize)length);
        /* Lines break at words, so that all but the last are a tenth shorter. */
        lines += length <= capacity ? 1 : 1 + (length - 1) * 10 / (capacity * 9 + 1);
        if (!*end)
            return lines;
        text = end + 1;
    }
}

double
workbook_row_height (gsize lines)
{
    return MIN (ROW_HEIGHT + (double)(lines - 1) * LINE_HEIGHT, MAX_ROW_HEIGHT);
}

/* One part of a page's head or foot: short, and with no "&" that Excel would take for a command. */
static char *
header_part (const char *text)
{
    g_autoptr (GString) part = g_string_new (text ? text : "");

    if (utf16_length (part->str) > MAX_HEADER_PART)
        cut (part, MAX_HEADER_PART);
    g_string_replace (part, "&", "&&", 0);
    g_string_replace (part, "\n", " ", 0);
    return g_strdup (part->str);
}

void
workbook_set_up_pages (
    WorkbookWriter *self, lxw_worksheet *worksheet, const char *title, const char *classification)
{
    const UpstandCover *cover = self->cover;
    g_autofree char *left = header_part (title);
    g_autofree char *mark = header_part (classification ? classification : cover->classification);
    g_autofree char *right = header_part (cover->force);
    g_autofree char *period = header_part (cover->period);
    /* The space keeps a text that begins with a figure from being read as the font's size. */
    g_autofree char *head = g_strdup_printf ("&L&8 %s&C&10&B %s&R&8 %s", left, mark, right);
    /* Translators: &P and &N are the page number and the number of pages; keep them. */
    g_autofree char *foot =
        g_strdup_printf ("&L&8 %s&C&10&B %s&R&8 %s", period, mark, _ ("Page &P of &N"));

    worksheet_set_paper (worksheet, 9);
    worksheet_set_landscape (worksheet);
    worksheet_set_margins (worksheet, 0.5, 0.5, 0.8, 0.7);
    worksheet_set_header (worksheet, head);
    worksheet_set_footer (worksheet, foot);
}

void
workbook_write_text (WorkbookWriter *self, lxw_worksheet *worksheet, lxw_row_t row,
    lxw_col_t column, const char *text, WorkbookStyle style)
{
    if (text && *text)
        worksheet_write_string (
            worksheet, row, column, workbook_clean_text (self, text), self->styles[style]);
    else
        worksheet_write_blank (worksheet, row, column, self->styles[style]);
}

void
workbook_write_link (WorkbookWriter *self, lxw_worksheet *worksheet, lxw_row_t row,
    lxw_col_t column, const char *sheet_name, const char *text)
{
    g_autoptr (GString) target = g_string_new (sheet_name);

    g_string_replace (target, "'", "''", 0);
    g_string_prepend (target, "internal:'");
    g_string_append (target, "'!A1");
    worksheet_write_url_opt (worksheet, row, column, target->str, self->styles[STYLE_LINK],
        workbook_clean_text (self, text), NULL);
}
