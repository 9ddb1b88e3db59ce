/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "records/framework-measures.h"
#include "records/list-query.h"
#include "rules/measures-outline-private.h"

/* Codes of lines ---------------------------------------------------------------------------------
 */

/* The value of @dimension in a line's code; NULL: it is not told apart by it. To be freed. */
static char *
value_in (const char *code, const char *dimension)
{
    g_auto (GStrv) parts = g_strsplit (code, "/", -1);
    gsize length = strlen (dimension);
    for (guint i = 0; parts[i]; i++)
        if (strncmp (parts[i], dimension, length) == 0 && parts[i][length] == ':')
            return g_strdup (parts[i] + length + 1);
    return NULL;
}

/* The code without @dimension: how the line is told apart otherwise. To be freed. */
static char *
without (const char *code, const char *dimension)
{
    g_auto (GStrv) parts = g_strsplit (code, "/", -1);
    g_autoptr (GString) rest = g_string_new (NULL);
    gsize length = strlen (dimension);
    for (guint i = 0; parts[i]; i++)
        if (strncmp (parts[i], dimension, length) != 0 || parts[i][length] != ':')
            g_string_append_printf (rest, "%s%s", rest->len ? "/" : "", parts[i]);
    return g_strdup (rest->len ? rest->str : UPSTAND_LINE_ALL);
}

/* Rates ----------------------------------------------------------------------------------------
 */

/* The line of @measure told apart as @code is; else less finely, from the last part on. */
static guint
find_part (const UpstandMeasuresOutline *self, guint measure, const char *code)
{
    g_autofree char *coarser = g_strdup (code);
    for (;;) {
        guint line = upstand_measures_outline_find_line (self, measure, coarser);
        char *slash = strrchr (coarser, '/');
        if (line != UPSTAND_NOWHERE || !slash)
            return line;
        *slash = '\0';
    }
}

/* What the rate is a share of: for outcomes of a code, all outcomes of the same group; for those of
 * a code over every group, all outcomes. */
static guint
find_denominator (const UpstandMeasuresOutline *self, guint measure, const char *code)
{
    guint line = find_part (self, measure, code);
    return line != UPSTAND_NOWHERE
               ? line
               : upstand_measures_outline_find_line (self, measure, UPSTAND_LINE_ALL);
}

void
upstand_measures_outline_tie_rates (UpstandMeasuresOutline *self)
{
    for (guint i = 0; i < self->lines->len; i++) {
        UpstandMeasuresLine *line = &g_array_index (self->lines, UpstandMeasuresLine, i);
        const UpstandMeasuresMeasure *measure =
            upstand_measures_outline_get_measure (self, line->measure);
        line->numerator = line->denominator = UPSTAND_NOWHERE;
        if (measure->numerator == UPSTAND_NOWHERE || measure->denominator == UPSTAND_NOWHERE)
            continue;
        line->numerator = upstand_measures_outline_find_line (self, measure->numerator, line->code);
        line->denominator = find_denominator (self, measure->denominator, line->code);
    }
}

/* Relations ------------------------------------------------------------------------------------
 */

typedef struct {
    GStrv measures;
    const char *over;
    GStrv items; /* NULL: all */
} Side;

/* Adds the side's lines to the sums of those that are told apart alike. */
static gboolean
add_side (const UpstandMeasuresOutline *self, const Side *side, GHashTable *sums)
{
    gboolean cohort = TRUE;
    for (guint m = 0; side->measures[m]; m++) {
        guint place = upstand_measures_outline_find_measure (self, side->measures[m]);
        if (place == UPSTAND_NOWHERE)
            continue;
        const UpstandMeasuresMeasure *measure = upstand_measures_outline_get_measure (self, place);
        cohort &= measure->basis == UPSTAND_MEASURE_COHORT;
        for (guint line = measure->first; line < measure->end; line++) {
            const char *code = upstand_measures_outline_get_line (self, line)->code;
            g_autofree char *value = side->over ? value_in (code, side->over) : NULL;
            if (side->over &&
                (!value ||
                    (side->items && !g_strv_contains ((const char *const *)side->items, value))))
                continue;
            g_autofree char *key = side->over ? without (code, side->over) : g_strdup (code);
            GArray *lines = g_hash_table_lookup (sums, key);
            if (!lines) {
                lines = g_array_new (FALSE, FALSE, sizeof (guint));
                g_hash_table_insert (sums, g_steal_pointer (&key), lines);
            }
            g_array_append_val (lines, line);
        }
    }
    return cohort;
}

static GStrv
split (const char *words)
{
    return words ? g_strsplit (words, " ", -1) : NULL;
}

static gint
compare_first_lines (gconstpointer a, gconstpointer b)
{
    const UpstandMeasuresRelation *one = a, *other = b;
    guint first = g_array_index (one->lesser, guint, 0);
    guint second = g_array_index (other->lesser, guint, 0);
    return first < second ? -1 : first > second;
}

static void
add_relation (UpstandMeasuresOutline *self, const UpstandMeasureRelation *record)
{
    g_auto (GStrv) lesser = split (record->lesser), greater = split (record->greater);
    g_auto (GStrv) lesser_items = split (record->lesser_items);
    g_auto (GStrv) greater_items = split (record->greater_items);
    g_autoptr (GHashTable) lessers =
        g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
    g_autoptr (GHashTable) greaters =
        g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
    Side sides[] = { { lesser, record->lesser_over, lesser_items },
        { greater, record->greater_over, greater_items } };
    gboolean cohort = add_side (self, &sides[0], lessers);
    cohort &= add_side (self, &sides[1], greaters);
    GHashTableIter iter;
    gpointer key, lines;
    g_hash_table_iter_init (&iter, lessers);
    while (g_hash_table_iter_next (&iter, &key, &lines)) {
        GArray *whole = g_hash_table_lookup (greaters, key);
        if (!whole)
            continue;
        UpstandMeasuresRelation relation = { g_strdup (record->code), record->rule, cohort,
            g_array_ref (lines), g_array_ref (whole) };
        g_array_append_val (self->relations, relation);
    }
}

/* Which relations read a line: counted, then filled in, so that a line's lie together. */
static void
index_readers (UpstandMeasuresOutline *self)
{
    guint n_lines = self->lines->len;
    g_autoptr (GArray) next = g_array_new (FALSE, TRUE, sizeof (guint));
    self->readers = g_array_new (FALSE, TRUE, sizeof (guint));
    self->reader_starts = g_array_new (FALSE, TRUE, sizeof (guint));
    g_array_set_size (self->reader_starts, n_lines + 1);
    guint *starts = &g_array_index (self->reader_starts, guint, 0);
    for (guint pass = 0; pass < 2; pass++) {
        for (guint r = 0; r < self->relations->len; r++) {
            UpstandMeasuresRelation *relation =
                &g_array_index (self->relations, UpstandMeasuresRelation, r);
            GArray *sides[] = { relation->lesser, relation->greater };
            for (guint s = 0; s < G_N_ELEMENTS (sides); s++)
                for (guint i = 0; i < sides[s]->len; i++) {
                    guint line = g_array_index (sides[s], guint, i);
                    if (pass == 0)
                        starts[line + 1]++;
                    else
                        g_array_index (self->readers, guint, g_array_index (next, guint, line)++) =
                            r;
                }
        }
        for (guint i = 0; pass == 0 && i < n_lines; i++)
            starts[i + 1] += starts[i];
        if (pass == 0) {
            g_array_set_size (self->readers, starts[n_lines]);
            g_array_append_vals (next, starts, n_lines + 1);
        }
    }
}

gboolean
upstand_measures_outline_load_relations (
    UpstandMeasuresOutline *self, UpstandDatabase *database, GError **error)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_measure_relation_type);
    g_autoptr (GPtrArray) all = upstand_list_query_run (query, database, 0, error);
    g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
    if (!all)
        return FALSE;
    for (guint i = 0; i < all->len; i++) {
        const UpstandMeasureRelation *record = g_ptr_array_index (all, i);
        if (g_hash_table_add (seen, record->code))
            add_relation (self, record);
    }
    /* The order in a hash table is nobody's. */
    g_array_sort (self->relations, compare_first_lines);
    index_readers (self);
    return TRUE;
}
