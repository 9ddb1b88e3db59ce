/* SPDX-License-Identifier: MIT */
#include "records/kinds.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* Text and paragraphs. Empty text and no text are the same thing. */

static char *
text_get (gconstpointer member, const UpstandField *field)
{
    return g_strdup (*(char *const *)member);
}

static gboolean
text_set (gpointer member, const UpstandField *field, const char *text)
{
    if (text && !g_utf8_validate (text, -1, NULL))
        return FALSE;
    g_free (*(char **)member);
    *(char **)member = text && *text ? g_strdup (text) : NULL;
    return TRUE;
}

static gboolean
text_typed (
    gpointer member, const UpstandField *field, const char *text, UpstandDay today, GError **error)
{
    g_autofree char *valid = g_utf8_make_valid (text, -1);
    g_strstrip (valid);
    if (field->kind == UPSTAND_KIND_TEXT)
        g_strdelimit (valid, "\n\r\t", ' ');
    return text_set (member, field, valid);
}

static gboolean
text_same (gconstpointer one, gconstpointer other)
{
    return g_strcmp0 (*(char *const *)one, *(char *const *)other) == 0;
}

static void
text_copy (gpointer to, gconstpointer from)
{
    g_free (*(char **)to);
    *(char **)to = g_strdup (*(char *const *)from);
}

static void
text_clear (gpointer member)
{
    g_clear_pointer ((char **)member, g_free);
}

static void
text_read (gpointer member, const UpstandField *field, UpstandQuery *query, int column)
{
    g_free (*(char **)member);
    *(char **)member = g_strdup (upstand_query_text (query, column));
}

static void
text_bind (gconstpointer member, const UpstandField *field, UpstandQuery *query, int index)
{
    const char *text = *(char *const *)member;
    if (text)
        upstand_query_bind_text (query, index, text);
}

static gboolean
text_bind_text (const UpstandField *field, const char *text, UpstandQuery *query, int index)
{
    if (text)
        upstand_query_bind_text (query, index, text);
    return TRUE;
}

/* Numbers, references and decimals: one gint64 each. */

static gboolean
parse_number (const char *text, gint64 *number)
{
    char *end = NULL;
    errno = 0;
    *number = g_ascii_strtoll (text, &end, 10);
    return errno == 0 && end != text && *end == '\0' && !g_ascii_isspace (*text) &&
           *number != UPSTAND_NO_NUMBER;
}

static char *
number_get (gconstpointer member, const UpstandField *field)
{
    gint64 number = *(const gint64 *)member;
    return number == UPSTAND_NO_NUMBER ? NULL : g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

static gboolean
number_set (gpointer member, const UpstandField *field, const char *text)
{
    gint64 number = UPSTAND_NO_NUMBER;
    if (text && *text && !parse_number (text, &number))
        return FALSE;
    *(gint64 *)member = number;
    return TRUE;
}

/* "1,234", "45 %" and "1 234" are how spreadsheets show numbers. */
static char *
without_ornament (const char *text)
{
    GString *plain = g_string_new (NULL);
    for (const char *p = text; *p; p = g_utf8_next_char (p)) {
        gunichar c = g_utf8_get_char (p);
        if (!g_unichar_isspace (c) && c != ',' && c != '%' && c != 0x2019)
            g_string_append_unichar (plain, c);
    }
    return g_string_free (plain, FALSE);
}

static gboolean
number_typed (
    gpointer member, const UpstandField *field, const char *text, UpstandDay today, GError **error)
{
    g_autofree char *plain = without_ornament (text);
    if (g_str_has_suffix (plain, ".0"))
        plain[strlen (plain) - 2] = '\0';
    if (number_set (member, field, plain))
        return TRUE;
    g_set_error (
        error, UPSTAND_ERROR, UPSTAND_ERROR_INVALID, _ ("“%s” is not a whole number."), text);
    return FALSE;
}

static gboolean
number_same (gconstpointer one, gconstpointer other)
{
    return *(const gint64 *)one == *(const gint64 *)other;
}

static void
number_copy (gpointer to, gconstpointer from)
{
    *(gint64 *)to = *(const gint64 *)from;
}

static void
number_clear (gpointer member)
{
    *(gint64 *)member = UPSTAND_NO_NUMBER;
}

static void
number_read (gpointer member, const UpstandField *field, UpstandQuery *query, int column)
{
    *(gint64 *)member = upstand_query_is_null (query, column)
                            ? UPSTAND_NO_NUMBER
                            : upstand_query_number (query, column);
}

static void
number_bind (gconstpointer member, const UpstandField *field, UpstandQuery *query, int index)
{
    gint64 number = *(const gint64 *)member;
    if (number != UPSTAND_NO_NUMBER)
        upstand_query_bind_number (query, index, number);
}

static gboolean
number_bind_text (const UpstandField *field, const char *text, UpstandQuery *query, int index)
{
    gint64 number;
    if (!text)
        return TRUE;
    if (!parse_number (text, &number))
        return FALSE;
    upstand_query_bind_number (query, index, number);
    return TRUE;
}

static gint64
scale (const UpstandField *field)
{
    gint64 scaled = 1;
    for (int i = 0; i < field->places; i++)
        scaled *= 10;
    return scaled;
}

static char *
decimal_get (gconstpointer member, const UpstandField *field)
{
    gint64 number = *(const gint64 *)member, unit = scale (field);
    if (number == UPSTAND_NO_NUMBER)
        return NULL;
    guint64 size = number < 0 ? -(guint64)number : (guint64)number;
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT "%s%0*" G_GUINT64_FORMAT, number < 0 ? "-" : "",
        size / unit, field->places ? "." : "", field->places ? field->places : 0,
        field->places ? size % unit : 0);
}

static gboolean
parse_decimal (const UpstandField *field, const char *text, gint64 *number)
{
    gboolean negative = *text == '-';
    const char *p = text + negative;
    gint64 value = 0;
    int places = -1, digits = 0;
    for (; *p; p++) {
        if (*p == '.' && places < 0) {
            places = 0;
            continue;
        }
        if (!g_ascii_isdigit (*p) || places == field->places || ++digits > 18 - field->places)
            return FALSE;
        value = value * 10 + (*p - '0');
        places += places >= 0;
    }
    for (int i = MAX (places, 0); i < field->places; i++)
        value *= 10;
    *number = negative ? -value : value;
    return digits > 0;
}

static gboolean
decimal_set (gpointer member, const UpstandField *field, const char *text)
{
    gint64 number = UPSTAND_NO_NUMBER;
    if (text && *text && !parse_decimal (field, text, &number))
        return FALSE;
    *(gint64 *)member = number;
    return TRUE;
}

static gboolean
decimal_typed (
    gpointer member, const UpstandField *field, const char *text, UpstandDay today, GError **error)
{
    g_autofree char *plain = without_ornament (text);
    if (decimal_set (member, field, plain))
        return TRUE;
    g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_INVALID,
        ngettext ("“%s” is not a number with at most %d decimal place.",
            "“%s” is not a number with at most %d decimal places.", field->places),
        text, field->places);
    return FALSE;
}

static gboolean
decimal_bind_text (const UpstandField *field, const char *text, UpstandQuery *query, int index)
{
    gint64 number;
    if (!text)
        return TRUE;
    if (!parse_decimal (field, text, &number))
        return FALSE;
    upstand_query_bind_number (query, index, number);
    return TRUE;
}

static char *
reference_get (gconstpointer member, const UpstandField *field)
{
    gint64 id = *(const gint64 *)member;
    return id ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;
}

static gboolean
reference_set (gpointer member, const UpstandField *field, const char *text)
{
    gint64 id = 0;
    if (text && *text && (!parse_number (text, &id) || id <= 0))
        return FALSE;
    *(gint64 *)member = id;
    return TRUE;
}

static char *
reference_display (gconstpointer member, const UpstandField *field)
{
    return g_strdup ("");
}

static void
reference_clear (gpointer member)
{
    *(gint64 *)member = 0;
}

static void
reference_read (gpointer member, const UpstandField *field, UpstandQuery *query, int column)
{
    *(gint64 *)member = upstand_query_number (query, column);
}

static void
reference_bind (gconstpointer member, const UpstandField *field, UpstandQuery *query, int index)
{
    gint64 id = *(const gint64 *)member;
    if (id)
        upstand_query_bind_number (query, index, id);
}

/* Dates. */

static char *
date_get (gconstpointer member, const UpstandField *field)
{
    return upstand_date_to_iso (*(const UpstandDay *)member);
}

static gboolean
date_set (gpointer member, const UpstandField *field, const char *text)
{
    UpstandDay day = text && *text ? upstand_date_from_iso (text) : 0;
    if (text && *text && day == 0)
        return FALSE;
    *(UpstandDay *)member = day;
    return TRUE;
}

static gboolean
date_typed (
    gpointer member, const UpstandField *field, const char *text, UpstandDay today, GError **error)
{
    return upstand_date_parse (text, today, member, error);
}

static char *
date_display (gconstpointer member, const UpstandField *field)
{
    return upstand_date_format (*(const UpstandDay *)member, UPSTAND_DATE_SHORT);
}

static gboolean
date_same (gconstpointer one, gconstpointer other)
{
    return *(const UpstandDay *)one == *(const UpstandDay *)other;
}

static void
date_copy (gpointer to, gconstpointer from)
{
    *(UpstandDay *)to = *(const UpstandDay *)from;
}

static void
date_clear (gpointer member)
{
    *(UpstandDay *)member = 0;
}

static void
date_read (gpointer member, const UpstandField *field, UpstandQuery *query, int column)
{
    *(UpstandDay *)member = upstand_date_from_iso (upstand_query_text (query, column));
}

static void
date_bind (gconstpointer member, const UpstandField *field, UpstandQuery *query, int index)
{
    g_autofree char *iso = upstand_date_to_iso (*(const UpstandDay *)member);
    if (iso)
        upstand_query_bind_text (query, index, iso);
}

static gboolean
date_bind_text (const UpstandField *field, const char *text, UpstandQuery *query, int index)
{
    if (text && upstand_date_from_iso (text) == 0)
        return FALSE;
    return text_bind_text (field, text, query, index);
}

/* Yes or no, and choices: a gboolean and a guint, both of an int's size. */

static char *
yes_no_get (gconstpointer member, const UpstandField *field)
{
    return g_strdup (*(const gboolean *)member ? "1" : "0");
}

static gboolean
yes_no_set (gpointer member, const UpstandField *field, const char *text)
{
    if (text && *text && strcmp (text, "0") != 0 && strcmp (text, "1") != 0)
        return FALSE;
    *(gboolean *)member = text && *text == '1';
    return TRUE;
}

static gboolean
is_one_of (const char *folded, const char *const *words)
{
    for (; *words; words++) {
        g_autofree char *word = g_utf8_casefold (*words, -1);
        if (strcmp (folded, word) == 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean
yes_no_typed (
    gpointer member, const UpstandField *field, const char *text, UpstandDay today, GError **error)
{
    const char *yes[] = { "1", "y", "yes", "true", "x", "ie", "oes", "ydy", _ ("Yes"), NULL };
    const char *no[] = { "", "0", "n", "no", "false", "-", "na", "nac oes", _ ("No"), NULL };
    g_autofree char *folded = g_utf8_casefold (text, -1);
    g_strstrip (folded);
    if (is_one_of (folded, yes))
        *(gboolean *)member = TRUE;
    else if (is_one_of (folded, no))
        *(gboolean *)member = FALSE;
    else {
        g_set_error (
            error, UPSTAND_ERROR, UPSTAND_ERROR_INVALID, _ ("“%s” is neither yes nor no."), text);
        return FALSE;
    }
    return TRUE;
}

static char *
yes_no_display (gconstpointer member, const UpstandField *field)
{
    return g_strdup (*(const gboolean *)member ? _ ("Yes") : _ ("No"));
}

static gboolean
int_same (gconstpointer one, gconstpointer other)
{
    return *(const int *)one == *(const int *)other;
}

static void
int_copy (gpointer to, gconstpointer from)
{
    *(int *)to = *(const int *)from;
}

static void
int_clear (gpointer member)
{
    *(int *)member = 0;
}

static void
yes_no_read (gpointer member, const UpstandField *field, UpstandQuery *query, int column)
{
    *(gboolean *)member = upstand_query_number (query, column) != 0;
}

static void
yes_no_bind (gconstpointer member, const UpstandField *field, UpstandQuery *query, int index)
{
    upstand_query_bind_number (query, index, *(const gboolean *)member);
}

static char *
choice_get (gconstpointer member, const UpstandField *field)
{
    const char *key = field->choices[*(const guint *)member].key;
    return *key ? g_strdup (key) : NULL;
}

static gboolean
choice_set (gpointer member, const UpstandField *field, const char *text)
{
    int index = text && *text ? upstand_choice_find (field->choices, text) : 0;
    if (index < 0)
        return FALSE;
    *(guint *)member = index;
    return TRUE;
}

static gboolean
choice_typed (
    gpointer member, const UpstandField *field, const char *text, UpstandDay today, GError **error)
{
    g_autofree char *copy = g_strstrip (g_strdup (text));
    g_autofree char *folded = g_utf8_casefold (copy, -1);
    for (guint i = 0; field->choices[i].key; i++) {
        const char *words[] = { field->choices[i].key, field->choices[i].label,
            gettext (field->choices[i].label), NULL };
        if (is_one_of (folded, words)) {
            *(guint *)member = i;
            return TRUE;
        }
    }
    GString *known = g_string_new (NULL);
    for (guint i = 0; field->choices[i].key; i++)
        g_string_append_printf (known, "%s%s", i ? ", " : "", gettext (field->choices[i].label));
    g_set_error (
        error, UPSTAND_ERROR, UPSTAND_ERROR_INVALID, _ ("“%s” is none of: %s."), text, known->str);
    g_string_free (known, TRUE);
    return FALSE;
}

static char *
choice_display (gconstpointer member, const UpstandField *field)
{
    const char *label = field->choices[*(const guint *)member].label;
    return g_strdup (*label ? gettext (label) : "");
}

static void
choice_read (gpointer member, const UpstandField *field, UpstandQuery *query, int column)
{
    const char *key = upstand_query_text (query, column);
    int index = key ? upstand_choice_find (field->choices, key) : 0;
    *(guint *)member = MAX (index, 0);
}

static void
choice_bind (gconstpointer member, const UpstandField *field, UpstandQuery *query, int index)
{
    const char *key = field->choices[*(const guint *)member].key;
    if (*key)
        upstand_query_bind_text (query, index, key);
}

static gboolean
choice_bind_text (const UpstandField *field, const char *text, UpstandQuery *query, int index)
{
    if (text && upstand_choice_find (field->choices, text) < 0)
        return FALSE;
    return text_bind_text (field, text, query, index);
}

/* Links: ids in ascending order, "12 15 20". Their rows are the store's business. */

static char *
links_get (gconstpointer member, const UpstandField *field)
{
    const GArray *ids = *(GArray *const *)member;
    if (!ids || ids->len == 0)
        return NULL;
    GString *text = g_string_new (NULL);
    for (guint i = 0; i < ids->len; i++)
        g_string_append_printf (
            text, "%s%" G_GINT64_FORMAT, i ? " " : "", g_array_index (ids, gint64, i));
    return g_string_free (text, FALSE);
}

static void
links_clear (gpointer member)
{
    g_clear_pointer ((GArray **)member, g_array_unref);
}

static gboolean
links_set (gpointer member, const UpstandField *field, const char *text)
{
    g_auto (GStrv) words = g_strsplit (text ? text : "", " ", -1);
    GArray *ids = NULL;
    for (guint i = 0; words[i]; i++) {
        gint64 id;
        if (!*words[i])
            continue;
        if (!parse_number (words[i], &id) || id <= 0) {
            g_clear_pointer (&ids, g_array_unref);
            return FALSE;
        }
        ids = upstand_ids_add (ids, id);
    }
    links_clear (member);
    *(GArray **)member = ids;
    return TRUE;
}

static gboolean
links_same (gconstpointer one, gconstpointer other)
{
    const GArray *a = *(GArray *const *)one, *b = *(GArray *const *)other;
    guint n = a ? a->len : 0;
    return n == (b ? b->len : 0) && (n == 0 || memcmp (a->data, b->data, n * sizeof (gint64)) == 0);
}

static void
links_copy (gpointer to, gconstpointer from)
{
    const GArray *ids = *(GArray *const *)from;
    links_clear (to);
    if (ids)
        *(GArray **)to = g_array_copy ((GArray *)ids);
}

#define BY_TEXT "lower(COALESCE(%s, ''))"
#define BY_DATE "COALESCE(%s, '9999')"

static const UpstandKindFunctions kinds[] = {
    [UPSTAND_KIND_TEXT] = { text_get, text_set, text_typed, NULL, text_same, text_copy, text_clear,
        text_read, text_bind, text_bind_text, BY_TEXT },
    [UPSTAND_KIND_PARAGRAPH] = { text_get, text_set, text_typed, NULL, text_same, text_copy,
        text_clear, text_read, text_bind, text_bind_text, BY_TEXT },
    [UPSTAND_KIND_NUMBER] = { number_get, number_set, number_typed, NULL, number_same, number_copy,
        number_clear, number_read, number_bind, number_bind_text, "%s" },
    [UPSTAND_KIND_DECIMAL] = { decimal_get, decimal_set, decimal_typed, NULL, number_same,
        number_copy, number_clear, number_read, number_bind, decimal_bind_text, "%s" },
    [UPSTAND_KIND_DATE] = { date_get, date_set, date_typed, date_display, date_same, date_copy,
        date_clear, date_read, date_bind, date_bind_text, BY_DATE },
    [UPSTAND_KIND_YES_NO] = { yes_no_get, yes_no_set, yes_no_typed, yes_no_display, int_same,
        int_copy, int_clear, yes_no_read, yes_no_bind, number_bind_text, "%s" },
    [UPSTAND_KIND_CHOICE] = { choice_get, choice_set, choice_typed, choice_display, int_same,
        int_copy, int_clear, choice_read, choice_bind, choice_bind_text, "%s" },
    [UPSTAND_KIND_REFERENCE] = { reference_get, reference_set, NULL, reference_display, number_same,
        number_copy, reference_clear, reference_read, reference_bind, number_bind_text, "%s" },
    [UPSTAND_KIND_LINKS] = { links_get, links_set, NULL, reference_display, links_same, links_copy,
        links_clear, NULL, NULL, NULL, NULL },
};

char *
upstand_kind_read_text (const UpstandField *field, UpstandQuery *query, int column)
{
    union {
        char *text;
        gint64 number;
        UpstandDay day;
        guint choice;
    } member = { 0 };
    const UpstandKindFunctions *kind = upstand_kind (field->kind);
    kind->read (&member, field, query, column);
    char *text = kind->get (&member, field);
    kind->clear (&member);
    return text;
}

const UpstandKindFunctions *
upstand_kind (UpstandKind kind)
{
    g_assert (kind < G_N_ELEMENTS (kinds));
    return &kinds[kind];
}
