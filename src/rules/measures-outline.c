/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "records/framework-records.h"
#include "records/list-query.h"
#include "rules/measures-outline-private.h"

/* A line while they are gathered, measure by measure. */
typedef struct {
    UpstandMeasuresLine line;
    gint64 position;
} Gathered;

static void
area_clear (UpstandMeasuresArea *area)
{
    g_free (area->code);
    g_free (area->title);
    g_free (area->short_title);
}

static void
question_clear (UpstandMeasuresQuestion *question)
{
    g_free (question->code);
    g_free (question->title);
}

static void
measure_clear (UpstandMeasuresMeasure *measure)
{
    g_free (measure->code);
    g_free (measure->title);
    g_free (measure->definition);
    g_free (measure->baseline);
    g_free (measure->one_year);
    g_free (measure->two_years);
    g_free (measure->good);
    g_free (measure->source);
    g_strfreev (measure->returns);
}

static void
line_clear (UpstandMeasuresLine *line)
{
    g_free (line->code);
    g_free (line->title);
}

static void
break_clear (UpstandMeasuresBreak *found)
{
    g_free (found->reason);
}

static void
relation_clear (UpstandMeasuresRelation *relation)
{
    g_free (relation->code);
    g_array_unref (relation->lesser);
    g_array_unref (relation->greater);
}

static void
return_clear (UpstandMeasuresReturn *what)
{
    g_free (what->code);
}

static GArray *
array_new (guint size, gpointer clear)
{
    GArray *array = g_array_new (FALSE, TRUE, size);
    g_array_set_clear_func (array, clear);
    return array;
}

/* What is written in @language, else in the other; NULL: nothing. To be freed. */
static char *
pick (const char *english, const char *welsh, const char *language)
{
    gboolean wants_welsh = language && g_str_has_prefix (language, "cy");
    const char *first = wants_welsh ? welsh : english, *second = wants_welsh ? english : welsh;
    return g_strdup (first && *first ? first : second);
}

/* Areas, questions and returns -------------------------------------------------------------------
 */

static guint
find_area (const UpstandMeasuresOutline *self, const char *code)
{
    for (guint i = 0; i < self->areas->len; i++)
        if (g_strcmp0 (g_array_index (self->areas, UpstandMeasuresArea, i).code, code) == 0)
            return i;
    return UPSTAND_NOWHERE;
}

static GPtrArray *
list_items (UpstandDatabase *database, const char *list, GError **error)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_framework_item_type);
    upstand_list_query_where (query, "list", UPSTAND_IS, (const char *[]){ list, NULL });
    return upstand_list_query_run (query, database, 0, error);
}

static void
add_place (GHashTable *places, gint64 id, guint place)
{
    g_hash_table_insert (places, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (place + 1));
}

/* @places: &id -> place + 1, of every edition's. */
static gboolean
load_areas (UpstandMeasuresOutline *self, UpstandDatabase *database, const char *language,
    GHashTable *places, GError **error)
{
    g_autoptr (GPtrArray) areas = list_items (database, UPSTAND_LIST_MEASURE_AREA, error);
    g_autoptr (GPtrArray) questions =
        areas ? list_items (database, UPSTAND_LIST_QUESTION, error) : NULL;
    if (!questions)
        return FALSE;
    for (guint i = 0; i < areas->len; i++) {
        UpstandFrameworkItem *item = g_ptr_array_index (areas, i);
        guint place = find_area (self, item->code);
        if (place == UPSTAND_NOWHERE) {
            UpstandMeasuresArea area = { UPSTAND_RECORD (item)->id, g_strdup (item->code),
                g_strdup (upstand_framework_item_get_title (item, language)),
                g_strdup (upstand_framework_item_get_short (item, language)), 0, 0 };
            place = self->areas->len;
            g_array_append_val (self->areas, area);
        }
        add_place (places, UPSTAND_RECORD (item)->id, place);
    }
    for (guint i = 0; i < questions->len; i++) {
        UpstandFrameworkItem *item = g_ptr_array_index (questions, i);
        UpstandMeasuresQuestion question = { UPSTAND_RECORD (item)->id, g_strdup (item->code),
            find_area (self, item->applies),
            g_strdup (upstand_framework_item_get_title (item, language)) };
        g_array_append_val (self->questions, question);
    }
    return TRUE;
}

static gboolean
load_returns (UpstandMeasuresOutline *self, UpstandDatabase *database, GError **error)
{
    g_autoptr (GPtrArray) items = list_items (database, UPSTAND_LIST_RETURN, error);
    for (guint i = 0; items && i < items->len; i++) {
        const UpstandFrameworkItem *item = g_ptr_array_index (items, i);
        UpstandMeasuresReturn what = { g_strdup (item->code), item->from_date, item->until_date };
        g_array_append_val (self->returns, what);
    }
    return items != NULL;
}

/* Measures -------------------------------------------------------------------------------------
 */

typedef struct {
    UpstandMeasure *record;
    guint area;
} Placed;

static gint
compare_measures (gconstpointer a, gconstpointer b)
{
    const Placed *one = a, *other = b;
    gboolean own = one->record->edition_id == 0, others_own = other->record->edition_id == 0;
    if (one->area != other->area)
        return one->area < other->area ? -1 : 1;
    if (own != others_own)
        return own ? 1 : -1;
    if (one->record->position != other->record->position)
        return one->record->position < other->record->position ? -1 : 1;
    gint64 difference = UPSTAND_RECORD (one->record)->id - UPSTAND_RECORD (other->record)->id;
    return difference < 0 ? -1 : difference > 0;
}

static void
add_measure (UpstandMeasuresOutline *self, const Placed *placed, const char *language)
{
    const UpstandMeasure *record = placed->record;
    UpstandMeasuresMeasure measure = {
        .id = UPSTAND_RECORD (record)->id,
        .code = g_strdup (record->code),
        .area = placed->area,
        .title = pick (record->title_en, record->title_cy, language),
        .definition = pick (record->definition_en, record->definition_cy, language),
        .kind = record->kind,
        .per = record->per == UPSTAND_NO_NUMBER ? 0 : (int)record->per,
        .basis = record->basis,
        .cadence = record->cadence,
        .from = record->from_date,
        .until = record->until_date,
        .mandatory = record->mandatory,
        .own = record->edition_id == 0,
        .baseline = pick (record->baseline_en, record->baseline_cy, language),
        .one_year = pick (record->one_year_en, record->one_year_cy, language),
        .two_years = pick (record->two_years_en, record->two_years_cy, language),
        .good = pick (record->good_en, record->good_cy, language),
        .source = pick (record->source_en, record->source_cy, language),
        .returns = g_strsplit (record->returns ? record->returns : "", " ", -1),
    };
    g_array_append_val (self->measures, measure);
}

static guint
place_of (GHashTable *places, gint64 id)
{
    return GPOINTER_TO_UINT (g_hash_table_lookup (places, &id)) - 1;
}

static gboolean
load_measures (UpstandMeasuresOutline *self, UpstandDatabase *database, const char *language,
    GHashTable *areas, GError **error)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_measure_type);
    g_autoptr (GPtrArray) all = upstand_list_query_run (query, database, 0, error);
    g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (Placed));
    g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
    if (!all)
        return FALSE;
    for (guint i = 0; i < all->len; i++) {
        UpstandMeasure *record = g_ptr_array_index (all, i);
        Placed each = { record, place_of (areas, record->area_id) };
        if (each.area != UPSTAND_NOWHERE && g_hash_table_add (codes, record->code))
            g_array_append_val (placed, each);
    }
    g_array_sort (placed, compare_measures);
    for (guint i = 0; i < placed->len; i++)
        add_measure (self, &g_array_index (placed, Placed, i), language);
    for (guint i = 0; i < all->len; i++) {
        const UpstandMeasure *record = g_ptr_array_index (all, i);
        guint place = upstand_measures_outline_find_measure (self, record->code);
        if (place != UPSTAND_NOWHERE)
            add_place (self->measure_places, UPSTAND_RECORD (record)->id, place);
    }
    for (guint i = 0; i < placed->len; i++) {
        UpstandMeasuresMeasure *measure =
            &g_array_index (self->measures, UpstandMeasuresMeasure, i);
        const UpstandMeasure *record = g_array_index (placed, Placed, i).record;
        measure->numerator = place_of (self->measure_places, record->numerator_id);
        measure->denominator = place_of (self->measure_places, record->denominator_id);
    }
    for (guint a = 0, m = 0; a < self->areas->len; a++) {
        UpstandMeasuresArea *area = &g_array_index (self->areas, UpstandMeasuresArea, a);
        area->first = m;
        while (m < self->measures->len &&
               g_array_index (self->measures, UpstandMeasuresMeasure, m).area == a)
            m++;
        area->end = m;
    }
    return TRUE;
}

/* Lines ----------------------------------------------------------------------------------------
 */

static gint
compare_gathered (gconstpointer a, gconstpointer b)
{
    const Gathered *one = a, *other = b;
    if (one->line.measure != other->line.measure)
        return one->line.measure < other->line.measure ? -1 : 1;
    if (one->position != other->position)
        return one->position < other->position ? -1 : 1;
    return one->line.id < other->line.id ? -1 : one->line.id > other->line.id;
}

static void
gather_line (UpstandMeasuresOutline *self, UpstandQuery *row, const char *language, GArray *all)
{
    guint place = place_of (self->measure_places, upstand_query_number (row, 1));
    if (place == UPSTAND_NOWHERE)
        return;
    const UpstandMeasuresMeasure *measure = upstand_measures_outline_get_measure (self, place);
    const char *from = upstand_query_text (row, 6), *until = upstand_query_text (row, 7);
    Gathered gathered = {
        .line = {
            .id = upstand_query_number (row, 0),
            .measure = place,
            .code = g_strdup (upstand_query_text (row, 2)),
            .title = pick (upstand_query_text (row, 3), upstand_query_text (row, 4), language),
            .from = from ? upstand_date_from_iso (from) : 0,
            .until = until ? upstand_date_from_iso (until) : 0,
            .further = upstand_query_number (row, 8),
            .wants_reason = upstand_query_number (row, 9),
        },
        .position = upstand_query_number (row, 5),
    };
    UpstandMeasuresLine *line = &gathered.line;
    line->from = MAX (line->from, measure->from);
    if (measure->until && (!line->until || line->until > measure->until))
        line->until = measure->until;
    g_array_append_val (all, gathered);
}

/* A line of a later edition that the measure has already is that line. */
static void
place_lines (UpstandMeasuresOutline *self, GArray *all)
{
    g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_array_sort (all, compare_gathered);
    for (guint i = 0; i < all->len; i++) {
        UpstandMeasuresLine *line = &g_array_index (all, Gathered, i).line;
        g_autofree char *key = g_strdup_printf ("%u %s", line->measure, line->code);
        guint known = GPOINTER_TO_UINT (g_hash_table_lookup (seen, key));
        if (known) {
            add_place (self->line_places, line->id, known - 1);
            line_clear (line);
            continue;
        }
        add_place (self->line_places, line->id, self->lines->len);
        g_array_append_val (self->lines, *line);
        g_hash_table_insert (seen, g_steal_pointer (&key), GUINT_TO_POINTER (self->lines->len));
    }
    for (guint m = 0, l = 0; m < self->measures->len; m++) {
        UpstandMeasuresMeasure *measure =
            &g_array_index (self->measures, UpstandMeasuresMeasure, m);
        measure->first = l;
        while (l < self->lines->len &&
               g_array_index (self->lines, UpstandMeasuresLine, l).measure == m)
            l++;
        measure->end = l;
    }
}

static gboolean
load_lines (
    UpstandMeasuresOutline *self, UpstandDatabase *database, const char *language, GError **error)
{
    g_autoptr (GError) local = NULL;
    g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Gathered));
    g_autoptr (UpstandQuery) rows = upstand_database_query (database, error,
        "SELECT id, measure_id, code, title_en, title_cy, position, from_date, until_date, further,"
        " wants_reason FROM measure_line ORDER BY id",
        "");
    while (rows && upstand_query_step (rows, &local))
        gather_line (self, rows, language, all);
    place_lines (self, all);
    if (local) {
        g_propagate_error (error, g_steal_pointer (&local));
        return FALSE;
    }
    return rows != NULL;
}

static gboolean
is_of_measures (const UpstandMeasuresOutline *self, const char *what)
{
    for (guint m = 0; m < self->measures->len; m++)
        if (g_strv_contains (
                (const char *const *)g_array_index (self->measures, UpstandMeasuresMeasure, m)
                    .returns,
                what))
            return TRUE;
    return FALSE;
}

/* Breaks and periods -----------------------------------------------------------------------------
 */

static gboolean
load_breaks (UpstandMeasuresOutline *self, UpstandDatabase *database, const char *language,
    GHashTable *areas, GError **error)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_measure_break_type);
    upstand_list_query_order (query, "dated", FALSE);
    g_autoptr (GPtrArray) all = upstand_list_query_run (query, database, 0, error);
    for (guint i = 0; all && i < all->len; i++) {
        const UpstandMeasureBreak *record = g_ptr_array_index (all, i);
        UpstandMeasuresBreak found = { UPSTAND_RECORD (record)->id, record->dated,
            place_of (areas, record->area_id), place_of (self->measure_places, record->measure_id),
            pick (record->reason_en, record->reason_cy, language) };
        g_array_append_val (self->breaks, found);
    }
    return all != NULL;
}

static gboolean
load_periods (
    UpstandMeasuresOutline *self, UpstandDatabase *database, UpstandDay today, GError **error)
{
    g_autoptr (GError) local = NULL;
    g_autoptr (UpstandQuery) row = upstand_database_query (database, error,
        "SELECT MIN(starts), MAX(ends) FROM measure_figure WHERE cadence = $1", "t",
        upstand_period_cadence_to_key (self->cadence));
    UpstandDay first = today, last = today;
    if (!row)
        return FALSE;
    for (guint i = 0; i < self->returns->len; i++) {
        const UpstandMeasuresReturn *what =
            &g_array_index (self->returns, UpstandMeasuresReturn, i);
        if (what->from && what->from < first && is_of_measures (self, what->code))
            first = what->from;
    }
    if (upstand_query_step (row, &local) && !upstand_query_is_null (row, 0)) {
        first = MIN (first, upstand_date_from_iso (upstand_query_text (row, 0)));
        last = MAX (last, upstand_date_from_iso (upstand_query_text (row, 1)));
    }
    UpstandPeriod period = upstand_period_current (self->cadence, first);
    for (; period.start <= last; period = upstand_period_next (&period))
        g_array_append_val (self->periods, period);
    if (local)
        g_propagate_error (error, g_steal_pointer (&local));
    return !(error && *error);
}

/* The first return of the framework that covers the period and that measures go into. */
static void
find_returns (UpstandMeasuresOutline *self)
{
    for (guint p = 0; p < self->periods->len; p++) {
        const UpstandPeriod *period = &g_array_index (self->periods, UpstandPeriod, p);
        char *found = NULL;
        for (guint i = 0; !found && i < self->returns->len; i++) {
            const UpstandMeasuresReturn *what =
                &g_array_index (self->returns, UpstandMeasuresReturn, i);
            if (what->from && what->from <= period->start &&
                (!what->until || what->until >= period->end) && is_of_measures (self, what->code))
                found = what->code;
        }
        g_ptr_array_add (self->period_returns, found);
    }
}

UpstandMeasuresOutline *
upstand_measures_outline_load (UpstandDatabase *database, const char *language,
    UpstandPeriodCadence cadence, UpstandDay today, GError **error)
{
    g_return_val_if_fail (database && cadence != UPSTAND_PERIOD_CENSUS, NULL);
    g_autoptr (UpstandMeasuresOutline) self = g_new0 (UpstandMeasuresOutline, 1);
    g_autoptr (GHashTable) areas =
        g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    GError *local = NULL;

    g_atomic_ref_count_init (&self->references);
    self->cadence = cadence;
    self->areas = array_new (sizeof (UpstandMeasuresArea), area_clear);
    self->questions = array_new (sizeof (UpstandMeasuresQuestion), question_clear);
    self->measures = array_new (sizeof (UpstandMeasuresMeasure), measure_clear);
    self->lines = array_new (sizeof (UpstandMeasuresLine), line_clear);
    self->breaks = array_new (sizeof (UpstandMeasuresBreak), break_clear);
    self->relations = array_new (sizeof (UpstandMeasuresRelation), relation_clear);
    self->returns = array_new (sizeof (UpstandMeasuresReturn), return_clear);
    self->periods = g_array_new (FALSE, FALSE, sizeof (UpstandPeriod));
    self->period_returns = g_ptr_array_new ();
    self->measure_places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    self->line_places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    if (load_areas (self, database, language, areas, &local) &&
        load_returns (self, database, &local) &&
        load_measures (self, database, language, areas, &local) &&
        load_lines (self, database, language, &local) &&
        load_breaks (self, database, language, areas, &local) &&
        load_periods (self, database, today, &local) &&
        upstand_measures_outline_load_relations (self, database, &local)) {
        upstand_measures_outline_tie_rates (self);
        find_returns (self);
        return g_steal_pointer (&self);
    }
    g_propagate_error (error, local);
    return NULL;
}

UpstandMeasuresOutline *
upstand_measures_outline_ref (UpstandMeasuresOutline *self)
{
    g_atomic_ref_count_inc (&self->references);
    return self;
}

void
upstand_measures_outline_unref (UpstandMeasuresOutline *self)
{
    if (!g_atomic_ref_count_dec (&self->references))
        return;
    GArray *arrays[] = { self->areas, self->questions, self->measures, self->lines, self->breaks,
        self->relations, self->returns, self->periods, self->readers, self->reader_starts };
    for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
        if (arrays[i])
            g_array_unref (arrays[i]);
    g_ptr_array_unref (self->period_returns);
    g_hash_table_unref (self->measure_places);
    g_hash_table_unref (self->line_places);
    g_free (self);
}

/* Reading --------------------------------------------------------------------------------------
 */

#define DEFINE_LIST(Type, one, many) \
    guint upstand_measures_outline_get_n_##many (const UpstandMeasuresOutline *self) \
    { \
        return self->many->len; \
    } \
    const Type *upstand_measures_outline_get_##one ( \
        const UpstandMeasuresOutline *self, guint place) \
    { \
        g_return_val_if_fail (place < self->many->len, NULL); \
        return &g_array_index (self->many, Type, place); \
    }

DEFINE_LIST (UpstandMeasuresArea, area, areas)
DEFINE_LIST (UpstandMeasuresQuestion, question, questions)
DEFINE_LIST (UpstandMeasuresMeasure, measure, measures)
DEFINE_LIST (UpstandMeasuresLine, line, lines)
DEFINE_LIST (UpstandMeasuresBreak, break, breaks)
DEFINE_LIST (UpstandMeasuresRelation, relation, relations)
DEFINE_LIST (UpstandPeriod, period, periods)

UpstandPeriodCadence
upstand_measures_outline_get_cadence (const UpstandMeasuresOutline *self)
{
    return self->cadence;
}

guint
upstand_measures_outline_find_period (
    const UpstandMeasuresOutline *self, const UpstandPeriod *period)
{
    for (guint i = 0; i < self->periods->len; i++) {
        const UpstandPeriod *each = &g_array_index (self->periods, UpstandPeriod, i);
        if (period->cadence == self->cadence && period->start >= each->start &&
            period->end <= each->end)
            return i;
    }
    return UPSTAND_NOWHERE;
}

guint
upstand_measures_outline_find_measure (const UpstandMeasuresOutline *self, const char *code)
{
    for (guint i = 0; i < self->measures->len; i++)
        if (strcmp (g_array_index (self->measures, UpstandMeasuresMeasure, i).code, code) == 0)
            return i;
    return UPSTAND_NOWHERE;
}

guint
upstand_measures_outline_find_line (
    const UpstandMeasuresOutline *self, guint measure, const char *code)
{
    const UpstandMeasuresMeasure *found = upstand_measures_outline_get_measure (self, measure);
    for (guint i = found->first; i < found->end; i++)
        if (strcmp (g_array_index (self->lines, UpstandMeasuresLine, i).code, code) == 0)
            return i;
    return UPSTAND_NOWHERE;
}

guint
upstand_measures_outline_find_line_id (const UpstandMeasuresOutline *self, gint64 id)
{
    return place_of (self->line_places, id);
}

char *
upstand_measures_outline_name_line (const UpstandMeasuresOutline *self, guint line)
{
    const UpstandMeasuresLine *found = upstand_measures_outline_get_line (self, line);
    const UpstandMeasuresMeasure *measure =
        upstand_measures_outline_get_measure (self, found->measure);
    return measure->end - measure->first == 1
               ? g_strdup (measure->title)
               : g_strdup_printf ("%s: %s", measure->title, found->title);
}

gboolean
upstand_measures_outline_get_cell_period (
    const UpstandMeasuresOutline *self, guint line, guint period, UpstandPeriod *covers)
{
    const UpstandMeasuresLine *found = upstand_measures_outline_get_line (self, line);
    const UpstandPeriod *whole = upstand_measures_outline_get_period (self, period);
    *covers = (UpstandPeriod){ whole->cadence, MAX (whole->start, found->from),
        found->until ? MIN (whole->end, found->until) : whole->end };
    return covers->start <= covers->end;
}

gboolean
upstand_measures_outline_is_whole (const UpstandMeasuresOutline *self, guint line, guint period)
{
    const UpstandMeasuresLine *found = upstand_measures_outline_get_line (self, line);
    const UpstandPeriod *whole = upstand_measures_outline_get_period (self, period);
    return found->from <= whole->start && (!found->until || found->until >= whole->end);
}

const UpstandMeasuresBreak *
upstand_measures_outline_find_break (
    const UpstandMeasuresOutline *self, guint line, UpstandDay before, UpstandDay day)
{
    guint measure = upstand_measures_outline_get_line (self, line)->measure;
    const UpstandMeasuresMeasure *found = upstand_measures_outline_get_measure (self, measure);
    for (guint i = self->breaks->len; i-- > 0;) {
        const UpstandMeasuresBreak *each = &g_array_index (self->breaks, UpstandMeasuresBreak, i);
        if (each->dated > before && each->dated <= day &&
            (each->measure == UPSTAND_NOWHERE || each->measure == measure) &&
            (each->area == UPSTAND_NOWHERE || each->area == found->area))
            return each;
    }
    return NULL;
}

const guint *
upstand_measures_outline_get_relations_of (const UpstandMeasuresOutline *self, guint line, guint *n)
{
    guint start = g_array_index (self->reader_starts, guint, line);
    *n = g_array_index (self->reader_starts, guint, line + 1) - start;
    return *n ? &g_array_index (self->readers, guint, start) : NULL;
}

const char *
upstand_measures_outline_get_return (const UpstandMeasuresOutline *self, guint period)
{
    g_return_val_if_fail (period < self->period_returns->len, NULL);
    return g_ptr_array_index (self->period_returns, period);
}

gboolean
upstand_measures_outline_is_asked (const UpstandMeasuresOutline *self, guint line, guint period)
{
    const UpstandMeasuresLine *found = upstand_measures_outline_get_line (self, line);
    const UpstandMeasuresMeasure *measure =
        upstand_measures_outline_get_measure (self, found->measure);
    const char *what = upstand_measures_outline_get_return (self, period);
    UpstandPeriod covers;
    return what && g_strv_contains ((const char *const *)measure->returns, what) &&
           upstand_measures_outline_get_cell_period (self, line, period, &covers);
}

gboolean
upstand_measures_outline_is_owed (const UpstandMeasuresOutline *self, guint line, guint period)
{
    const UpstandMeasuresLine *found = upstand_measures_outline_get_line (self, line);
    const UpstandMeasuresMeasure *measure =
        upstand_measures_outline_get_measure (self, found->measure);
    return measure->mandatory && !found->further && measure->kind != UPSTAND_MEASURE_RATE &&
           upstand_measures_outline_is_asked (self, line, period);
}
