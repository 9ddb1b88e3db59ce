/* SPDX-License-Identifier: MIT */
#include "exchange/measure-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/table-reader.h"

typedef enum {
    COLUMN_OTHER,
    COLUMN_MEASURE,
    COLUMN_BREAKDOWN,
    COLUMN_PERIOD,
    COLUMN_VALUE,
    COLUMN_STATE,
    COLUMN_NOTE,
    COLUMN_FIGURE, /* wide: the heading is a period */
} ColumnKind;
#define N_KINDS (COLUMN_FIGURE + 1)

/* How a heading may name each. */
static const struct {
    ColumnKind kind;
    const char *word;
} words[] = {
    { COLUMN_MEASURE, N_ ("Measure") },
    { COLUMN_BREAKDOWN, N_ ("Breakdown") },
    { COLUMN_BREAKDOWN, N_ ("Told apart by") },
    { COLUMN_PERIOD, N_ ("Period") },
    { COLUMN_VALUE, N_ ("Value") },
    { COLUMN_VALUE, N_ ("Figure") },
    { COLUMN_VALUE, N_ ("Number") },
    { COLUMN_STATE, N_ ("State") },
    { COLUMN_NOTE, N_ ("Note") },
};

typedef struct {
    ColumnKind kind;
    guint period; /* place, of COLUMN_FIGURE; UPSTAND_NOWHERE: one that the plan does not have */
} Column;

struct _UpstandMeasureImport {
    char *path;
    UpstandTableReader *reader;
    UpstandMeasuresOutline *outline;
    UpstandMeasures *measures;
    GHashTable *measure_names; /* folded -> place + 1 */
    GHashTable *line_names; /* "place folded" -> place + 1 */
    GArray *columns; /* of Column */
    int places[N_KINDS]; /* the column of each kind; -1 */
    GPtrArray *changes, *refusals;
    guint n_unchanged;
    GHashTable *seen; /* cell -> row */
};

static void
change_free (UpstandMeasureChange *change)
{
    g_free (change->note);
    g_free (change);
}

static void
refusal_free (UpstandRefusal *refusal)
{
    g_free (refusal->column);
    g_free (refusal->value);
    g_free (refusal->reason);
    g_free (refusal);
}

/* Names ----------------------------------------------------------------------------------------
 */

/* A name that two things share names neither; a code goes before a title. */
static void
add_name (GHashTable *names, const char *scope, const char *name, guint place)
{
    g_autofree char *folded = upstand_table_reader_fold_heading (name);
    char *key = g_strconcat (scope, folded, NULL);
    if (g_hash_table_contains (names, key))
        g_free (key);
    else
        g_hash_table_insert (names, key, GUINT_TO_POINTER (place + 1));
}

/* "offence-group:rape/outcome-code:16" as people shorten it: "rape/16". To be freed. */
static char *
shorten (const char *code)
{
    g_auto (GStrv) parts = g_strsplit (code, "/", -1);
    GString *text = g_string_new (NULL);
    for (guint i = 0; parts[i]; i++) {
        const char *colon = strchr (parts[i], ':');
        g_string_append_printf (text, "%s%s", i ? "/" : "", colon ? colon + 1 : parts[i]);
    }
    return g_string_free (text, FALSE);
}

/* Both outlines have the same places: they differ in language alone. */
static void
add_names (UpstandMeasureImport *self, const UpstandMeasuresOutline *outline)
{
    for (guint m = 0; m < upstand_measures_outline_get_n_measures (outline); m++) {
        const UpstandMeasuresMeasure *measure = upstand_measures_outline_get_measure (outline, m);
        add_name (self->measure_names, "", measure->code, m);
        for (guint l = measure->first; l < measure->end; l++) {
            const UpstandMeasuresLine *line = upstand_measures_outline_get_line (outline, l);
            g_autofree char *scope = g_strdup_printf ("%u ", m);
            g_autofree char *short_code = shorten (line->code);
            add_name (self->line_names, scope, line->code, l);
            add_name (self->line_names, scope, short_code, l);
            add_name (self->line_names, scope, line->title, l);
        }
    }
    for (guint m = 0; m < upstand_measures_outline_get_n_measures (outline); m++)
        add_name (
            self->measure_names, "", upstand_measures_outline_get_measure (outline, m)->title, m);
}

static guint
find_name (GHashTable *names, const char *scope, const char *name)
{
    g_autofree char *folded = upstand_table_reader_fold_heading (name);
    g_autofree char *key = g_strconcat (scope, folded, NULL);
    return GPOINTER_TO_UINT (g_hash_table_lookup (names, key)) - 1;
}

/* Headings -------------------------------------------------------------------------------------
 */

static Column
column_of (UpstandMeasureImport *self, const char *heading)
{
    g_autofree char *folded = upstand_table_reader_fold_heading (heading);
    UpstandPeriod period;
    for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
        const char *names[] = { words[i].word, gettext (words[i].word) };
        for (guint n = 0; n < G_N_ELEMENTS (names); n++) {
            g_autofree char *name = upstand_table_reader_fold_heading (names[n]);
            if (strcmp (name, folded) == 0)
                return (Column){ words[i].kind, UPSTAND_NOWHERE };
        }
    }
    if (*heading && upstand_period_parse (heading, &period, NULL))
        return (
            Column){ COLUMN_FIGURE, upstand_measures_outline_find_period (self->outline, &period) };
    return (Column){ COLUMN_OTHER, UPSTAND_NOWHERE };
}

static gboolean
read_headings (UpstandMeasureImport *self, const char *sheet, GError **error)
{
    g_autoptr (GStrvBuilder) known = g_strv_builder_new ();
    for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
        g_strv_builder_add (known, words[i].word);
        g_strv_builder_add (known, gettext (words[i].word));
    }
    g_auto (GStrv) names = g_strv_builder_end (known);
    if (!upstand_table_reader_start (self->reader, sheet, error) ||
        !upstand_table_reader_read_headings (self->reader, (const char *const *)names, error))
        return FALSE;
    const char *const *headings = upstand_table_reader_get_headings (self->reader);
    for (guint k = 0; k < N_KINDS; k++)
        self->places[k] = -1;
    for (guint i = 0; headings[i]; i++) {
        Column column = column_of (self, headings[i]);
        if (self->places[column.kind] < 0)
            self->places[column.kind] = (int)i;
        g_array_append_val (self->columns, column);
    }
    gboolean is_wide = self->places[COLUMN_FIGURE] >= 0;
    gboolean is_long = self->places[COLUMN_PERIOD] >= 0 &&
                       (self->places[COLUMN_VALUE] >= 0 || self->places[COLUMN_STATE] >= 0);
    if (self->places[COLUMN_MEASURE] >= 0 && (is_wide || is_long))
        return TRUE;
    g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT,
        _ ("%s: the headings should be Measure, Breakdown, Period, Value, State and Note, or "
           "Measure, Breakdown and periods such as 2022-23-Q1."),
        self->path);
    return FALSE;
}

/* Rows -----------------------------------------------------------------------------------------
 */

static void
refuse (UpstandMeasureImport *self, int column, const char *reason)
{
    UpstandRefusal *refusal = g_new0 (UpstandRefusal, 1);
    refusal->row = upstand_table_reader_get_row (self->reader);
    if (column >= 0) {
        refusal->column = g_strdup (upstand_table_reader_get_headings (self->reader)[column]);
        refusal->value = g_strdup (upstand_table_reader_get_cell (self->reader, column)->text);
    }
    refusal->reason = g_strdup (reason);
    g_ptr_array_add (self->refusals, refusal);
}

static const char *
text_at (UpstandMeasureImport *self, ColumnKind kind)
{
    return upstand_table_reader_get_cell (self->reader, self->places[kind])->text;
}

/* UPSTAND_NOWHERE: refused. */
static guint
find_line (UpstandMeasureImport *self)
{
    const char *name = text_at (self, COLUMN_MEASURE), *part = text_at (self, COLUMN_BREAKDOWN);
    guint measure = find_name (self->measure_names, "", name);
    if (measure == UPSTAND_NOWHERE) {
        refuse (self, self->places[COLUMN_MEASURE], _ ("The plan has no such measure."));
        return UPSTAND_NOWHERE;
    }
    const UpstandMeasuresMeasure *found =
        upstand_measures_outline_get_measure (self->outline, measure);
    if (found->kind == UPSTAND_MEASURE_RATE) {
        refuse (self, self->places[COLUMN_MEASURE],
            _ ("A rate is worked out; give its numerator and denominator."));
        return UPSTAND_NOWHERE;
    }
    g_autofree char *scope = g_strdup_printf ("%u ", measure);
    guint line = find_name (self->line_names, scope, *part ? part : "all");
    if (line == UPSTAND_NOWHERE && !*part && found->end - found->first == 1)
        line = found->first;
    if (line == UPSTAND_NOWHERE)
        refuse (self,
            self->places[COLUMN_BREAKDOWN] >= 0 ? self->places[COLUMN_BREAKDOWN]
                                                : self->places[COLUMN_MEASURE],
            *part ? _ ("The measure is not told apart in that way.")
                  : _ ("The measure is told apart: say which part this is."));
    return line;
}

/* The figure of a long row: a value, a state, or both where they agree. FALSE: refused. */
static gboolean
read_long_figure (UpstandMeasureImport *self, int decimals, UpstandFigure *figure)
{
    const char *value = text_at (self, COLUMN_VALUE), *state = text_at (self, COLUMN_STATE);
    g_autoptr (GError) local = NULL;
    UpstandFigure stated = { 0 };
    if (!upstand_figure_parse (value, decimals, figure, &local)) {
        refuse (self, self->places[COLUMN_VALUE], local->message);
        return FALSE;
    }
    g_autofree char *folded = upstand_table_reader_fold_heading (state);
    const UpstandChoice *number = &upstand_figure_states[UPSTAND_FIGURE_VALUE];
    const char *names[] = { number->key, number->label, gettext (number->label) };
    gboolean says_number = FALSE;
    for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
        g_autofree char *name = upstand_table_reader_fold_heading (names[i]);
        says_number |= strcmp (name, folded) == 0;
    }
    if (!says_number &&
        (!upstand_figure_parse (state, 0, &stated, &local) || upstand_figure_has_value (stated))) {
        refuse (self, self->places[COLUMN_STATE],
            _ ("A state is number, not collected, not applicable or withheld."));
        return FALSE;
    }
    if (says_number
            ? !upstand_figure_has_value (*figure)
            : *state && stated.state != UPSTAND_FIGURE_UNANSWERED &&
                  figure->state != UPSTAND_FIGURE_UNANSWERED && figure->state != stated.state) {
        refuse (self, self->places[COLUMN_STATE], _ ("The state and the value do not agree."));
        return FALSE;
    }
    if (figure->state == UPSTAND_FIGURE_UNANSWERED)
        *figure = stated;
    return TRUE;
}

static void
take (UpstandMeasureImport *self, guint line, guint period, int column, UpstandFigure figure,
    const char *note)
{
    const UpstandMeasuresCell *cell = upstand_measures_get_cell (self->measures, line, period);
    guint64 row = upstand_table_reader_get_row (self->reader);
    gint64 key = (gint64)line << 32 | period;
    gpointer earlier;
    UpstandPeriod covers;
    if (!upstand_measures_outline_get_cell_period (self->outline, line, period, &covers)) {
        refuse (self, column, _ ("This was not collected in that period."));
        return;
    }
    if (g_hash_table_lookup_extended (self->seen, &key, NULL, &earlier)) {
        g_autofree char *reason =
            g_strdup_printf (_ ("The same cell as in row %zu."), GPOINTER_TO_SIZE (earlier));
        refuse (self, column, reason);
        return;
    }
    g_hash_table_insert (self->seen, g_memdup2 (&key, sizeof key), GSIZE_TO_POINTER (row));
    gboolean has_note = note && *note && g_strcmp0 (note, cell->note) != 0;
    if (upstand_figure_equal (cell->figure, figure) && !has_note) {
        self->n_unchanged++;
        return;
    }
    UpstandMeasureChange *change = g_new0 (UpstandMeasureChange, 1);
    *change = (UpstandMeasureChange){ line, period, cell->figure, figure,
        has_note ? g_strdup (note) : NULL, row };
    g_ptr_array_add (self->changes, change);
}

static void
read_long (UpstandMeasureImport *self, guint line, int decimals)
{
    g_autoptr (GError) local = NULL;
    UpstandPeriod period;
    UpstandFigure figure;
    if (!upstand_period_parse (text_at (self, COLUMN_PERIOD), &period, &local)) {
        refuse (self, self->places[COLUMN_PERIOD], local->message);
        return;
    }
    guint place = upstand_measures_outline_find_period (self->outline, &period);
    if (place == UPSTAND_NOWHERE)
        refuse (self, self->places[COLUMN_PERIOD], _ ("The plan has no such period."));
    else if (read_long_figure (self, decimals, &figure) &&
             (figure.state != UPSTAND_FIGURE_UNANSWERED || *text_at (self, COLUMN_NOTE)))
        take (self, line, place, self->places[COLUMN_VALUE], figure, text_at (self, COLUMN_NOTE));
}

static void
read_wide (UpstandMeasureImport *self, guint line, int decimals)
{
    for (guint i = 0; i < self->columns->len; i++) {
        const Column *column = &g_array_index (self->columns, Column, i);
        const UpstandRawCell *cell = upstand_table_reader_get_cell (self->reader, (int)i);
        g_autoptr (GError) local = NULL;
        UpstandFigure figure;
        if (column->kind != COLUMN_FIGURE || cell->length == 0)
            continue;
        if (column->period == UPSTAND_NOWHERE)
            refuse (self, (int)i, _ ("The plan has no such period."));
        else if (!upstand_figure_parse (cell->text, decimals, &figure, &local))
            refuse (self, (int)i, local->message);
        else if (figure.state != UPSTAND_FIGURE_UNANSWERED)
            take (self, line, column->period, (int)i, figure, NULL);
    }
}

static gboolean
read_rows (UpstandMeasureImport *self, GCancellable *cancellable, GError **error)
{
    g_autoptr (GError) local = NULL;
    while (!g_cancellable_set_error_if_cancelled (cancellable, &local) &&
           upstand_table_reader_next (self->reader, NULL, NULL, &local)) {
        guint line = find_line (self);
        if (line == UPSTAND_NOWHERE)
            continue;
        const UpstandMeasuresMeasure *measure = upstand_measures_outline_get_measure (
            self->outline, upstand_measures_outline_get_line (self->outline, line)->measure);
        int decimals = upstand_measure_kind_get_decimals (measure->kind);
        if (self->places[COLUMN_FIGURE] >= 0)
            read_wide (self, line, decimals);
        else
            read_long (self, line, decimals);
    }
    if (local) {
        g_propagate_error (error, g_steal_pointer (&local));
        return FALSE;
    }
    return TRUE;
}

/* The whole ------------------------------------------------------------------------------------
 */

UpstandMeasureImport *
upstand_measure_import_read (UpstandDatabase *database, const char *path, const char *sheet,
    UpstandPeriodCadence cadence, UpstandDay today, GCancellable *cancellable, GError **error)
{
    g_return_val_if_fail (database && path, NULL);
    g_autoptr (UpstandMeasureImport) self = g_new0 (UpstandMeasureImport, 1);
    g_autoptr (UpstandMeasuresOutline) welsh = NULL;
    self->path = g_path_get_basename (path);
    self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify)change_free);
    self->refusals = g_ptr_array_new_with_free_func ((GDestroyNotify)refusal_free);
    self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
    self->measure_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    self->line_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    self->seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    self->outline = upstand_measures_outline_load (database, "en", cadence, today, error);
    if (self->outline)
        welsh = upstand_measures_outline_load (database, "cy", cadence, today, error);
    if (!welsh)
        return NULL;
    add_names (self, self->outline);
    add_names (self, welsh);
    self->measures = upstand_measures_load (self->outline, database, error);
    self->reader = self->measures ? upstand_table_reader_new (path, error) : NULL;
    if (!self->reader || !read_headings (self, sheet, error) ||
        !read_rows (self, cancellable, error))
        return NULL;
    return g_steal_pointer (&self);
}

void
upstand_measure_import_free (UpstandMeasureImport *self)
{
    if (!self)
        return;
    g_clear_pointer (&self->reader, upstand_table_reader_free);
    g_clear_pointer (&self->measures, upstand_measures_free);
    g_clear_pointer (&self->outline, upstand_measures_outline_unref);
    g_hash_table_unref (self->measure_names);
    g_hash_table_unref (self->line_names);
    g_hash_table_unref (self->seen);
    g_ptr_array_unref (self->changes);
    g_ptr_array_unref (self->refusals);
    g_array_unref (self->columns);
    g_free (self->path);
    g_free (self);
}

GPtrArray *
upstand_measure_import_get_changes (UpstandMeasureImport *self)
{
    return self->changes;
}

GPtrArray *
upstand_measure_import_get_refusals (UpstandMeasureImport *self)
{
    return self->refusals;
}

guint
upstand_measure_import_get_n_unchanged (UpstandMeasureImport *self)
{
    return self->n_unchanged;
}

UpstandMeasures *
upstand_measure_import_get_measures (UpstandMeasureImport *self)
{
    return self->measures;
}

static gboolean
apply_change (UpstandMeasureImport *self, UpstandStore *store, const UpstandMeasureChange *change,
    GError **error)
{
    g_autoptr (UpstandMeasureFigure) record = upstand_measures_edit_cell (self->measures,
        upstand_store_get_database (store), change->line, change->period, FALSE, error);
    if (!record)
        return FALSE;
    record->value = change->after.value;
    record->state = change->after.state;
    if (change->note) {
        g_free (record->note);
        record->note = g_strdup (change->note);
    }
    return upstand_store_save (store, record, error);
}

gboolean
upstand_measure_import_apply (
    UpstandMeasureImport *self, UpstandStore *store, gboolean skip_refused, GError **error)
{
    g_return_val_if_fail (self && UPSTAND_IS_STORE (store), FALSE);
    guint refused = self->refusals->len;
    if (refused && !skip_refused) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_REFUSED,
            g_dngettext (GETTEXT_PACKAGE, "%s: %u figure is refused, so nothing was saved.",
                "%s: %u figures are refused, so nothing was saved.", refused),
            self->path, refused);
        return FALSE;
    }
    g_autofree char *title = g_strdup_printf (_ ("Figures imported from %s"), self->path);
    gboolean done = upstand_store_begin (store, title, error);
    if (!done)
        return FALSE;
    for (guint i = 0; done && i < self->changes->len; i++)
        done = apply_change (self, store, g_ptr_array_index (self->changes, i), error);
    if (done)
        return upstand_store_commit (store, error);
    upstand_store_rollback (store);
    return FALSE;
}
