/* SPDX-License-Identifier: MIT */
#include "exchange/cell.h"

#include <glib/gi18n-lib.h>

static const struct {
    const char *canonical;
    const char *shown;
} states[] = {
    [UPSTAND_CELL_BLANK] = { "", "" },
    [UPSTAND_CELL_VALUE] = { "", "" },
    [UPSTAND_CELL_NOT_ANSWERED] = { "not answered", N_ ("Not answered") },
    [UPSTAND_CELL_NOT_COLLECTED] = { "not collected", N_ ("Not collected") },
    [UPSTAND_CELL_NOT_APPLICABLE] = { "not applicable", N_ ("Not applicable") },
    [UPSTAND_CELL_WITHHELD] = { "withheld", N_ ("Withheld") },
};

/* Glyphs that the fonts of Excel, LibreOffice and GNOME all have, alike in no two outlines. */
static const char *const shapes[] = {
    [UPSTAND_TONE_NEUTRAL] = "○",
    [UPSTAND_TONE_GOOD] = "●",
    [UPSTAND_TONE_WARNING] = "▲",
    [UPSTAND_TONE_BAD] = "■",
    [UPSTAND_TONE_WAITING] = "◇",
};

static void
append_digits (GString *text, guint64 number, guint places, const char *separator)
{
    char digits[24];
    guint at = sizeof digits;

    for (guint i = 0; number || i < places + 1; i++) {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    }
    guint whole = (guint)sizeof digits - at - places;
    for (guint i = 0; i < whole; i++) {
        if (i && (whole - i) % 3 == 0 && *separator)
            g_string_append (text, separator);
        g_string_append_c (text, digits[at + i]);
    }
    if (places) {
        g_string_append_c (text, '.');
        g_string_append_len (text, digits + at + whole, places);
    }
}

static void
append_number (GString *text, const UpstandCell *cell, const char *separator)
{
    guint places = cell->kind == UPSTAND_CELL_WHOLE ? 0 : cell->places;
    guint64 magnitude =
        cell->number < 0 ? (guint64)0 - (guint64)cell->number : (guint64)cell->number;

    if (cell->number < 0)
        g_string_append_c (text, '-');
    append_digits (text, magnitude, places, separator);
    if (cell->kind == UPSTAND_CELL_PERCENT)
        g_string_append_c (text, '%');
}

static void
append_day (GString *text, UpstandDay day)
{
    g_autofree char *iso = upstand_date_to_iso (day);

    g_string_append (text, iso ? iso : "");
}

static void
append_value (const UpstandCell *cell, GString *text, const char *yes, const char *no)
{
    switch ((UpstandCellKind)cell->kind) {
    case UPSTAND_CELL_WHOLE:
    case UPSTAND_CELL_DECIMAL:
    case UPSTAND_CELL_PERCENT: append_number (text, cell, ""); break;
    case UPSTAND_CELL_DATE: append_day (text, (UpstandDay)cell->number); break;
    case UPSTAND_CELL_YES_NO: g_string_append (text, cell->number ? yes : no); break;
    case UPSTAND_CELL_TEXT:
    case UPSTAND_CELL_CHOICE:
    case UPSTAND_CELL_LINK: g_string_append (text, cell->text ? cell->text : ""); break;
    }
}

const char *
upstand_cell_get_shape (const UpstandCell *cell)
{
    if (cell->kind == UPSTAND_CELL_CHOICE && cell->detail)
        return cell->detail;
    return shapes[MIN (cell->tone, G_N_ELEMENTS (shapes) - 1)];
}

const char *
upstand_cell_state_word (UpstandCellState state)
{
    g_return_val_if_fail ((guint)state < G_N_ELEMENTS (states), "");
    return *states[state].shown ? _ (states[state].shown) : "";
}

void
upstand_cell_append_canonical (const UpstandCell *cell, GString *text)
{
    if (cell->state == UPSTAND_CELL_VALUE)
        append_value (cell, text, "yes", "no");
    else
        g_string_append (text, states[cell->state].canonical);
}

void
upstand_cell_append_plain (const UpstandCell *cell, GString *text)
{
    if (cell->state == UPSTAND_CELL_VALUE)
        append_value (cell, text, _ ("Yes"), _ ("No"));
    else
        g_string_append (text, upstand_cell_state_word (cell->state));
}

char *
upstand_cell_format (const UpstandCell *cell)
{
    if (cell->state == UPSTAND_CELL_VALUE && cell->kind == UPSTAND_CELL_DATE)
        return upstand_date_format ((UpstandDay)cell->number, UPSTAND_DATE_SHORT);

    g_autoptr (GString) text = g_string_new (NULL);
    if (cell->state == UPSTAND_CELL_VALUE && upstand_cell_kind_is_number (cell->kind))
        append_number (text, cell, ",");
    else {
        if (cell->state == UPSTAND_CELL_VALUE && cell->kind == UPSTAND_CELL_CHOICE)
            g_string_append_printf (text, "%s ", upstand_cell_get_shape (cell));
        upstand_cell_append_plain (cell, text);
    }
    return g_strdup (text->str);
}

gboolean
upstand_cell_kind_is_number (UpstandCellKind kind)
{
    return kind == UPSTAND_CELL_WHOLE || kind == UPSTAND_CELL_DECIMAL ||
           kind == UPSTAND_CELL_PERCENT;
}
