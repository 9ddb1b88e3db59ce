/* SPDX-License-Identifier: MIT */
#include "records/framework-measures.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "database/error.h"

/* More would be a table that nobody can fill. */
#define MOST_CROSSED 2

/* One value of a dimension, wherever it was described. */
typedef struct {
    const UpstandFrameworkDimension *dimension;
    const char *id;
    UpstandText title; /* borrowed, but for an outcome's, which is made */
    char *made_en, *made_cy;
    const UpstandFrameworkOrder *order;
    const UpstandFrameworkOutcomeCode *outcome;
    char number[8];
} Value;

static void
value_free (Value *value)
{
    g_free (value->made_en);
    g_free (value->made_cy);
    g_free (value);
}

static const UpstandFrameworkDimension *
find_dimension (const UpstandFramework *framework, const char *id)
{
    for (gsize i = 0; i < framework->n_dimensions; i++)
        if (strcmp (framework->dimensions[i].id, id) == 0)
            return &framework->dimensions[i];
    g_return_val_if_reached (NULL);
}

const UpstandFrameworkMeasure *
upstand_framework_find_measure (const UpstandFramework *framework, const char *id)
{
    for (gsize i = 0; i < framework->n_measures; i++)
        if (strcmp (framework->measures[i].id, id) == 0)
            return &framework->measures[i];
    return NULL;
}

/* Values ---------------------------------------------------------------------------------------
 */

static Value *
add_value (GPtrArray *values, const UpstandFrameworkDimension *dimension, const char *id,
    const UpstandText *title)
{
    Value *value = g_new0 (Value, 1);
    value->dimension = dimension;
    value->id = id;
    value->title = *title;
    g_ptr_array_add (values, value);
    return value;
}

static void
add_outcome (GPtrArray *values, const UpstandFrameworkDimension *dimension,
    const UpstandFrameworkOutcomeCode *outcome)
{
    const UpstandText *title = &outcome->short_title;
    Value *value = add_value (values, dimension, NULL, title);
    g_snprintf (value->number, sizeof value->number, "%d", outcome->code);
    value->id = value->number;
    value->outcome = outcome;
    value->made_en = g_strdup_printf ("%d %s", outcome->code, title->en);
    value->made_cy = title->cy ? g_strdup_printf ("%d %s", outcome->code, title->cy) : NULL;
    value->title = (UpstandText){ value->made_en, value->made_cy };
}

/* (element-type Value): every value that the dimension has in the file. */
static GPtrArray *
list_values (const UpstandFramework *framework, const UpstandFrameworkDimension *dimension)
{
    GPtrArray *values = g_ptr_array_new_with_free_func ((GDestroyNotify)value_free);
    for (gsize i = 0; i < dimension->n_values; i++)
        add_value (values, dimension, dimension->values[i].id, &dimension->values[i].title);
    if (g_strcmp0 (dimension->list, "offence-group") == 0)
        for (gsize i = 0; i < framework->n_offence_groups; i++)
            add_value (values, dimension, framework->offence_groups[i].id,
                &framework->offence_groups[i].title);
    if (g_strcmp0 (dimension->list, "order") == 0)
        for (gsize i = 0; i < framework->n_orders; i++) {
            const UpstandFrameworkOrder *order = &framework->orders[i];
            add_value (values, dimension, order->id, &order->title)->order = order;
        }
    if (g_strcmp0 (dimension->list, "outcome-code") == 0)
        for (gsize i = 0; i < framework->n_outcome_codes; i++)
            add_outcome (values, dimension, &framework->outcome_codes[i]);
    return values;
}

static gboolean
has_value (GPtrArray *values, const char *id)
{
    for (guint i = 0; i < values->len; i++)
        if (strcmp (((Value *)g_ptr_array_index (values, i))->id, id) == 0)
            return TRUE;
    return FALSE;
}

static gboolean
is_among (char **words, const char *word)
{
    return words && g_strv_contains ((const char *const *)words, word);
}

/* Of @values, those that the measure asks for: "only" speaks of the dimensions it names. */
static void
keep_asked (GPtrArray *values, const UpstandFrameworkMeasure *measure)
{
    gboolean limited = FALSE;
    for (guint i = 0; i < values->len; i++)
        limited |= is_among (measure->only, ((Value *)g_ptr_array_index (values, i))->id);
    for (guint i = values->len; i-- > 0;) {
        const Value *value = g_ptr_array_index (values, i);
        gboolean counted = !value->order || !measure->order_count ||
                           is_among (value->order->counts, measure->order_count);
        if (!counted || (limited && !is_among (measure->only, value->id)))
            g_ptr_array_remove_index (values, i);
    }
}

/* Lines ----------------------------------------------------------------------------------------
 */

static void
line_free (UpstandFrameworkLine *line)
{
    g_free (line->code);
    upstand_text_clear (&line->title);
    g_free (line);
}

static const UpstandText whole_words = { (char *)"In all", (char *)"I gyd" };

/* @first or @second may be NULL: not told apart by it. */
static void
add_line (GPtrArray *lines, const Value *first, const Value *second, gboolean further)
{
    const Value *parts[] = { first, second };
    g_autoptr (GString) code = g_string_new (NULL);
    g_autoptr (GString) en = g_string_new (first || !second ? "" : whole_words.en);
    g_autoptr (GString) cy = g_string_new (first || !second ? "" : whole_words.cy);
    UpstandFrameworkLine *line = g_new0 (UpstandFrameworkLine, 1);
    gboolean has_welsh = TRUE;
    for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
        const Value *value = parts[i];
        if (!value)
            continue;
        g_string_append_printf (
            code, "%s%s:%s", code->len ? "/" : "", value->dimension->id, value->id);
        g_string_append_printf (en, "%s%s", en->len ? ", " : "", value->title.en);
        has_welsh &= value->title.cy != NULL;
        g_string_append_printf (
            cy, "%s%s", cy->len ? ", " : "", value->title.cy ? value->title.cy : "");
        line->from = MAX (line->from, value->order ? value->order->from : 0);
        if (value->order && value->order->until)
            line->until = value->order->until;
    }
    line->further = further;
    line->wants_reason =
        first && second && second->outcome && is_among (second->outcome->warn_for, first->id);
    line->code = g_strdup (code->len ? code->str : UPSTAND_LINE_ALL);
    line->title.en = g_strdup (code->len ? en->str : whole_words.en);
    line->title.cy = has_welsh ? g_strdup (code->len ? cy->str : whole_words.cy) : NULL;
    g_ptr_array_add (lines, line);
}

static void
add_crossed (const UpstandFramework *framework, const UpstandFrameworkMeasure *measure,
    char *const *dimensions, gboolean further, GPtrArray *lines)
{
    g_autoptr (GPtrArray) first = list_values (framework, find_dimension (framework, *dimensions));
    g_autoptr (GPtrArray) second =
        dimensions[1] ? list_values (framework, find_dimension (framework, dimensions[1])) : NULL;
    keep_asked (first, measure);
    if (second)
        keep_asked (second, measure);
    if (measure->whole && !further && !second)
        add_line (lines, NULL, NULL, FALSE);
    for (guint s = 0; measure->whole && second && s < second->len; s++)
        add_line (lines, NULL, g_ptr_array_index (second, s), FALSE);
    for (guint f = 0; f < first->len; f++)
        for (guint s = 0; s < (second ? second->len : 1); s++)
            add_line (lines, g_ptr_array_index (first, f),
                second ? g_ptr_array_index (second, s) : NULL, further);
}

GPtrArray *
upstand_framework_list_lines (
    const UpstandFramework *framework, const UpstandFrameworkMeasure *measure)
{
    g_return_val_if_fail (framework && measure, NULL);
    GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify)line_free);
    if (measure->breakdown && *measure->breakdown)
        add_crossed (framework, measure, measure->breakdown, FALSE, lines);
    else
        add_line (lines, NULL, NULL, FALSE);
    for (guint i = 0; measure->further && measure->further[i]; i++) {
        char *alone[] = { measure->further[i], NULL };
        add_crossed (framework, measure, alone, TRUE, lines);
    }
    return lines;
}

/* Checks ---------------------------------------------------------------------------------------
 */

static G_GNUC_PRINTF (2, 3) gboolean refuse (GError **error, const char *format, ...)
{
    va_list arguments;
    va_start (arguments, format);
    g_autofree char *message = g_strdup_vprintf (format, arguments);
    va_end (arguments);
    g_set_error_literal (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT, message);
    return FALSE;
}

static gboolean
check_dimension (
    const UpstandFrameworkDimension *dimension, const char *name, gsize i, GError **error)
{
    g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
    if (dimension->list && dimension->n_values)
        return refuse (
            error, _ ("%s: dimensions[%zu] should have a list or values, not both."), name, i);
    if (!dimension->list && !dimension->n_values && !dimension->open)
        return refuse (
            error, _ ("%s: dimensions[%zu] needs a list, values, or to be open."), name, i);
    for (gsize v = 0; v < dimension->n_values; v++)
        if (!g_hash_table_add (seen, dimension->values[v].id))
            return refuse (error,
                _ ("%s: dimensions[%zu].values[%zu].id: the id \"%s\" is already taken by "
                   "another."),
                name, i, v, dimension->values[v].id);
    return TRUE;
}

static gboolean
check_rate (const UpstandFramework *framework, const UpstandFrameworkMeasure *measure,
    const char *name, gsize i, GError **error)
{
    gboolean rate = g_str_equal (measure->kind, "rate");
    if (rate != (measure->numerator && measure->denominator && measure->per) ||
        (!rate && (measure->numerator || measure->denominator || measure->per)))
        return refuse (error,
            _ ("%s: measures[%zu]: a rate has numerator, denominator and per; nothing else has "
               "them."),
            name, i);
    if (rate == (measure->basis != NULL))
        return refuse (error,
            _ ("%s: measures[%zu].basis should be there, except for a rate, which takes its "
               "parts'."),
            name, i);
    if (!rate)
        return TRUE;
    if (measure->mandatory)
        return refuse (error,
            _ ("%s: measures[%zu].mandatory: a rate is worked out and owes nothing."), name, i);
    const char *parts[] = { measure->numerator, measure->denominator };
    for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
        if (g_str_equal (upstand_framework_find_measure (framework, parts[p])->kind, "rate"))
            return refuse (
                error, _ ("%s: measures[%zu]: \"%s\" is a rate itself."), name, i, parts[p]);
    return TRUE;
}

static gboolean
check_breakdown (const UpstandFramework *framework, const UpstandFrameworkMeasure *measure,
    const char *name, gsize i, GError **error)
{
    gsize n = measure->breakdown ? g_strv_length (measure->breakdown) : 0;
    g_autoptr (GStrvBuilder) known = g_strv_builder_new ();
    gboolean orders = FALSE;
    if (n > MOST_CROSSED)
        return refuse (error, _ ("%s: measures[%zu].breakdown should have at most %d dimensions."),
            name, i, MOST_CROSSED);
    if (n == 0 && measure->whole)
        return refuse (
            error, _ ("%s: measures[%zu].whole means nothing without a breakdown."), name, i);
    for (gsize d = 0; d < n; d++) {
        const UpstandFrameworkDimension *dimension =
            find_dimension (framework, measure->breakdown[d]);
        g_autoptr (GPtrArray) values = list_values (framework, dimension);
        orders |= g_strcmp0 (dimension->list, "order") == 0;
        if (is_among (measure->further, measure->breakdown[d]))
            return refuse (error, _ ("%s: measures[%zu].further names \"%s\" of its breakdown."),
                name, i, measure->breakdown[d]);
        for (guint v = 0; v < values->len; v++)
            g_strv_builder_add (known, ((Value *)g_ptr_array_index (values, v))->id);
    }
    g_auto (GStrv) ids = g_strv_builder_end (known);
    for (guint o = 0; measure->only && measure->only[o]; o++)
        if (!is_among (ids, measure->only[o]))
            return refuse (error,
                _ ("%s: measures[%zu].only[%u] names \"%s\", which its breakdown does not have."),
                name, i, o, measure->only[o]);
    if (measure->order_count && !orders)
        return refuse (error,
            _ ("%s: measures[%zu].order_count means nothing without a breakdown by orders."), name,
            i);
    return TRUE;
}

static gboolean
check_measure (const UpstandFramework *framework, const char *name, gsize i, GError **error)
{
    const UpstandFrameworkMeasure *measure = &framework->measures[i];
    if (measure->until != 0 && measure->until < measure->from)
        return refuse (
            error, _ ("%s: measures[%zu].until should not be before its from."), name, i);
    return check_rate (framework, measure, name, i, error) &&
           check_breakdown (framework, measure, name, i, error);
}

static gboolean
check_side (const UpstandFramework *framework, char **measures, const char *over, char **items,
    const char *name, const char *path, GError **error)
{
    for (guint m = 0; measures[m]; m++)
        if (g_str_equal (upstand_framework_find_measure (framework, measures[m])->kind, "rate"))
            return refuse (error, _ ("%s: %s[%u]: \"%s\" is a rate; name its parts."), name, path,
                m, measures[m]);
    if (items && !over)
        return refuse (error, _ ("%s: %s_items needs %s_over."), name, path, path);
    g_autoptr (GPtrArray) values =
        over ? list_values (framework, find_dimension (framework, over)) : NULL;
    for (guint v = 0; items && items[v]; v++)
        if (!has_value (values, items[v]))
            return refuse (error, _ ("%s: %s_items[%u] names \"%s\", which \"%s\" does not have."),
                name, path, v, items[v], over);
    return TRUE;
}

static gboolean
check_relation (const UpstandFramework *framework, const char *name, gsize i, GError **error)
{
    const UpstandFrameworkMeasureRelation *relation = &framework->measure_relations[i];
    g_autofree char *lesser = g_strdup_printf ("measure_relations[%zu].lesser", i);
    g_autofree char *greater = g_strdup_printf ("measure_relations[%zu].greater", i);
    return check_side (framework, relation->lesser, relation->lesser_over, relation->lesser_items,
               name, lesser, error) &&
           check_side (framework, relation->greater, relation->greater_over,
               relation->greater_items, name, greater, error);
}

gboolean
upstand_framework_check_measures (
    const UpstandFramework *framework, const char *name, GError **error)
{
    for (gsize i = 0; i < framework->n_dimensions; i++)
        if (!check_dimension (&framework->dimensions[i], name, i, error))
            return FALSE;
    for (gsize i = 0; i < framework->n_measures; i++)
        if (!check_measure (framework, name, i, error))
            return FALSE;
    for (gsize i = 0; i < framework->n_measure_relations; i++)
        if (!check_relation (framework, name, i, error))
            return FALSE;
    for (gsize i = 0; i < framework->n_measure_breaks; i++)
        if (framework->measure_breaks[i].area && framework->measure_breaks[i].measure)
            return refuse (error,
                _ ("%s: measure_breaks[%zu] should name an area or a measure, not both."), name, i);
    return TRUE;
}
