/* SPDX-License-Identifier: MIT */
#include "records/figure.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "records/record.h"

/* No figure is written longer than this, with every separator. */
#define LONGEST_TEXT 64

const UpstandChoice upstand_figure_states[] = {
    [UPSTAND_FIGURE_UNANSWERED] = { "unanswered", N_ ("Not answered") },
    [UPSTAND_FIGURE_VALUE] = { "value", N_ ("Number") },
    [UPSTAND_FIGURE_NOT_COLLECTED] = { "not-collected", N_ ("Not collected") },
    [UPSTAND_FIGURE_NOT_APPLICABLE] = { "not-applicable", N_ ("Not applicable") },
    [UPSTAND_FIGURE_WITHHELD] = { "withheld", N_ ("Withheld") },
    { NULL, NULL },
};

/* How else people and other programs write the states; the brackets are the government statistical
 * service's. */
static const struct {
    const char *word;
    UpstandFigureState state;
} words[] = {
    { "-", UPSTAND_FIGURE_UNANSWERED },
    { "–", UPSTAND_FIGURE_UNANSWERED },
    { "—", UPSTAND_FIGURE_UNANSWERED },
    { "..", UPSTAND_FIGURE_UNANSWERED },
    { "n/a", UPSTAND_FIGURE_NOT_APPLICABLE },
    { "na", UPSTAND_FIGURE_NOT_APPLICABLE },
    { "#n/a", UPSTAND_FIGURE_NOT_APPLICABLE },
    { "[z]", UPSTAND_FIGURE_NOT_APPLICABLE },
    { "n/c", UPSTAND_FIGURE_NOT_COLLECTED },
    { "nc", UPSTAND_FIGURE_NOT_COLLECTED },
    { "[x]", UPSTAND_FIGURE_NOT_COLLECTED },
    { "[c]", UPSTAND_FIGURE_WITHHELD },
};

UpstandFigure
upstand_figure_of (gint64 hundredths)
{
    return (UpstandFigure){ hundredths, UPSTAND_FIGURE_VALUE };
}

UpstandFigure
upstand_figure_without (UpstandFigureState state)
{
    g_return_val_if_fail (state != UPSTAND_FIGURE_VALUE, (UpstandFigure){ 0 });
    return (UpstandFigure){ 0, state };
}

gboolean
upstand_figure_has_value (UpstandFigure figure)
{
    return figure.state == UPSTAND_FIGURE_VALUE;
}

gboolean
upstand_figure_equal (UpstandFigure one, UpstandFigure other)
{
    return one.state == other.state && one.value == other.value;
}

/* Reading --------------------------------------------------------------------------------------
 */

static gboolean
find_state (const char *text, UpstandFigureState *state)
{
    g_autofree char *folded = g_utf8_casefold (text, -1);
    for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        if (strcmp (folded, words[i].word) == 0) {
            *state = words[i].state;
            return TRUE;
        }
    for (guint i = 0; i < UPSTAND_N_FIGURE_STATES; i++) {
        const UpstandChoice *choice = &upstand_figure_states[i];
        /* As it is kept, in words of either language, and as a cell of a grid shows it. */
        g_autofree char *shown =
            i == UPSTAND_FIGURE_VALUE ? NULL : upstand_figure_format ((UpstandFigure){ 0, i });
        const char *names[] = { choice->key, choice->label, gettext (choice->label), shown };
        for (guint n = 0; i != UPSTAND_FIGURE_VALUE && n < G_N_ELEMENTS (names); n++) {
            g_autofree char *name = g_utf8_casefold (names[n], -1);
            if (strcmp (folded, name) == 0) {
                *state = i;
                return TRUE;
            }
        }
    }
    return FALSE;
}

/* The text without what only helps the eye: spaces of every width, the separators of thousands
 * where they stand before groups of three, and a percent sign. FALSE for a comma anywhere else. */
static gboolean
strip_ornament (const char *text, GString *plain)
{
    for (const char *p = text; *p; p = g_utf8_next_char (p)) {
        gunichar c = g_utf8_get_char (p);
        gboolean separates = c == ',' || g_unichar_isspace (c) || c == 0x00a0 || c == 0x202f;
        if (separates) {
            const char *q = g_utf8_next_char (p);
            gsize digits = strspn (q, "0123456789");
            if (plain->len == 0 || digits != 3 || strchr (plain->str, '.'))
                return FALSE;
            continue;
        }
        g_string_append_unichar (plain, c);
    }
    if (plain->len && plain->str[plain->len - 1] == '%')
        g_string_truncate (plain, plain->len - 1);
    return TRUE;
}

/* In hundredths; FALSE when it is no number at all. @places: how many decimals were written,
 * without zeros at the end. */
static gboolean
read_number (const char *text, gint64 *value, int *places)
{
    gboolean negative = *text == '-' || g_str_has_prefix (text, "−");
    const char *p = negative ? g_utf8_next_char (text) : text;
    gint64 whole = 0, rest = 0;
    int digits = 0, seen = 0;
    for (; g_ascii_isdigit (*p); p++, digits++)
        whole = MIN (whole * 10 + (*p - '0'), UPSTAND_FIGURE_MOST);
    *places = 0;
    if (*p == '.')
        for (p++; g_ascii_isdigit (*p); p++, digits++) {
            seen++;
            if (*p != '0')
                *places = seen;
            if (seen <= UPSTAND_FIGURE_PLACES)
                rest = rest * 10 + (*p - '0');
        }
    if (*p || digits == 0)
        return FALSE;
    for (; seen < UPSTAND_FIGURE_PLACES; seen++)
        rest *= 10;
    *value = whole * UPSTAND_FIGURE_ONE + rest;
    *value = negative ? -*value : *value;
    return TRUE;
}

static gboolean
refuse (GError **error, const char *format, const char *text)
{
    g_autoptr (GString) sentence = g_string_new (format);
    g_string_replace (sentence, "{text}", text, 0);
    g_set_error_literal (error, UPSTAND_ERROR, UPSTAND_ERROR_INVALID, sentence->str);
    return FALSE;
}

gboolean
upstand_figure_parse (const char *text, int decimals, UpstandFigure *figure, GError **error)
{
    g_return_val_if_fail (figure && decimals >= 0 && decimals <= UPSTAND_FIGURE_PLACES, FALSE);
    g_autofree char *valid = g_utf8_make_valid (text ? text : "", -1);
    UpstandFigureState state;
    gint64 value;
    int places;

    g_strstrip (valid);
    if (strlen (valid) > LONGEST_TEXT)
        return refuse (error, _ ("This is too long to be a number."), valid);
    /* No state's word begins with a figure, and most cells do. */
    if (*valid == '\0' || (!g_ascii_isdigit (*valid) && find_state (valid, &state))) {
        *figure = upstand_figure_without (*valid ? state : UPSTAND_FIGURE_UNANSWERED);
        return TRUE;
    }
    g_autoptr (GString) plain = g_string_new (NULL);
    if (!strip_ornament (valid, plain) || !read_number (plain->str, &value, &places))
        return refuse (error,
            _ ("“{text}” is not a number. Type a number, “not collected”, “n/a” or “withheld”, or"
               " leave it empty."),
            valid);
    if (value < 0)
        return refuse (error, _ ("“{text}” is below zero."), valid);
    if (value > UPSTAND_FIGURE_MOST)
        return refuse (error, _ ("“{text}” is larger than any figure kept here."), valid);
    if (places > decimals && decimals == 0)
        return refuse (error, _ ("“{text}” is not a whole number."), valid);
    if (places > decimals)
        return refuse (error, _ ("“{text}” has too many decimal places."), valid);
    *figure = upstand_figure_of (value);
    return TRUE;
}

/* Writing --------------------------------------------------------------------------------------
 */

static char *
write_number (gint64 value, const char *minus, const char *separator)
{
    guint64 size = value < 0 ? -(guint64)value : (guint64)value;
    guint64 whole = size / UPSTAND_FIGURE_ONE;
    guint rest = size % UPSTAND_FIGURE_ONE;
    g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, whole);
    GString *text = g_string_new (value < 0 ? minus : "");
    gsize n = strlen (digits);
    for (gsize i = 0; i < n; i++) {
        if (i > 0 && (n - i) % 3 == 0)
            g_string_append (text, separator);
        g_string_append_c (text, digits[i]);
    }
    if (rest)
        g_string_append_printf (text, rest % 10 ? ".%02u" : ".%u", rest % 10 ? rest : rest / 10);
    return g_string_free (text, FALSE);
}

char *
upstand_figure_format (UpstandFigure figure)
{
    switch (figure.state) {
    case UPSTAND_FIGURE_VALUE: return write_number (figure.value, "−", ",");
    /* Translators: "not collected", short, in a narrow cell of a grid */
    case UPSTAND_FIGURE_NOT_COLLECTED: return g_strdup (_ ("n/c"));
    /* Translators: "not applicable", short, in a narrow cell of a grid */
    case UPSTAND_FIGURE_NOT_APPLICABLE: return g_strdup (_ ("n/a"));
    /* Translators: in a narrow cell of a grid: there is a figure, but it is not shown */
    case UPSTAND_FIGURE_WITHHELD: return g_strdup (_ ("withheld"));
    case UPSTAND_FIGURE_UNANSWERED: break;
    }
    return g_strdup ("");
}

char *
upstand_figure_to_text (UpstandFigure figure)
{
    if (figure.state == UPSTAND_FIGURE_VALUE)
        return write_number (figure.value, "-", "");
    if (figure.state == UPSTAND_FIGURE_UNANSWERED)
        return g_strdup ("");
    return g_strdup (gettext (upstand_figure_states[figure.state].label));
}

char *
upstand_figure_describe (UpstandFigure figure)
{
    if (figure.state == UPSTAND_FIGURE_VALUE)
        return upstand_figure_format (figure);
    return g_strdup (gettext (upstand_figure_states[figure.state].label));
}

/* Sums -----------------------------------------------------------------------------------------
 */

void
upstand_figure_sum_add (UpstandFigureSum *sum, UpstandFigure figure)
{
    switch (figure.state) {
    case UPSTAND_FIGURE_VALUE:
        sum->value += figure.value;
        sum->n_values++;
        break;
    case UPSTAND_FIGURE_UNANSWERED: sum->n_unanswered++; break;
    case UPSTAND_FIGURE_NOT_APPLICABLE: sum->n_not_applicable++; break;
    case UPSTAND_FIGURE_NOT_COLLECTED:
    case UPSTAND_FIGURE_WITHHELD: sum->n_holes++; break;
    }
}

gboolean
upstand_figure_sum_has_hole (const UpstandFigureSum *sum)
{
    return sum->n_holes + sum->n_unanswered > 0;
}

UpstandFigure
upstand_figure_sum_get (const UpstandFigureSum *sum)
{
    if (sum->n_values)
        return upstand_figure_of (sum->value);
    if (sum->n_holes && !sum->n_unanswered)
        return upstand_figure_without (UPSTAND_FIGURE_NOT_COLLECTED);
    if (sum->n_not_applicable && !sum->n_unanswered)
        return upstand_figure_without (UPSTAND_FIGURE_NOT_APPLICABLE);
    return upstand_figure_without (UPSTAND_FIGURE_UNANSWERED);
}

/* Members of records -----------------------------------------------------------------------------
 */

void
upstand_figure_settle (gint64 *value, guint state)
{
    if (state != UPSTAND_FIGURE_VALUE)
        *value = UPSTAND_NO_NUMBER;
}

void
upstand_figure_validate (gint64 value, guint state, UpstandProblems *problems)
{
    if (state >= UPSTAND_N_FIGURE_STATES)
        upstand_problems_add (problems, "state", _ ("Choose one of the states."));
    else if (state == UPSTAND_FIGURE_VALUE && value == UPSTAND_NO_NUMBER)
        upstand_problems_add (problems, "value", _ ("A number is needed, or one of the states."));
    else if (state == UPSTAND_FIGURE_VALUE && value < 0)
        upstand_problems_add (problems, "value", _ ("The number is below zero."));
    else if (state == UPSTAND_FIGURE_VALUE && value > UPSTAND_FIGURE_MOST)
        upstand_problems_add (
            problems, "value", _ ("The number is larger than any figure kept here."));
}

UpstandFigure
upstand_figure_from_members (gint64 value, guint state)
{
    if (state == UPSTAND_FIGURE_VALUE && value != UPSTAND_NO_NUMBER)
        return upstand_figure_of (value);
    return state == UPSTAND_FIGURE_VALUE || state >= UPSTAND_N_FIGURE_STATES
               ? upstand_figure_without (UPSTAND_FIGURE_UNANSWERED)
               : upstand_figure_without (state);
}
