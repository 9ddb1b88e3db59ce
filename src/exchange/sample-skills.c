/* SPDX-License-Identifier: MIT */
#include "exchange/sample-skills.h"

#include "records/census.h"
#include "records/deployment-model.h"
#include "records/framework-records.h"
#include "records/headcount.h"
#include "records/plan.h"
#include "records/scenario.h"
#include "records/unit.h"

typedef struct {
    UpstandStore *store;
    const UpstandSample *sample;
    UpstandDay launch;
    GHashTable *units, *censuses, *capabilities; /* the story's id -> id of the record */
} Telling;

static gint64
id_of (GHashTable *ids, const char *name)
{
    const gint64 *id = name ? g_hash_table_lookup (ids, name) : NULL;
    return id ? *id : 0;
}

static UpstandDay
day_of (const Telling *self, int day)
{
    return day ? self->launch + day : 0;
}

/* Saves, remembers the id under @name and lets go of the record. */
static gboolean
keep (Telling *self, gpointer record, GHashTable *ids, const char *name, GError **error)
{
    g_autoptr (GObject) held = record;
    if (!upstand_store_save (self->store, record, error))
        return FALSE;
    gint64 id = UPSTAND_RECORD (record)->id;
    if (ids)
        g_hash_table_insert (ids, g_strdup (name), g_memdup2 (&id, sizeof id));
    return TRUE;
}

static gboolean
read_capabilities (Telling *self, GError **error)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_framework_item_type);
    upstand_list_query_where (
        query, "list", UPSTAND_IS, (const char *[]){ UPSTAND_LIST_CAPABILITY, NULL });
    g_autoptr (GPtrArray) all = upstand_store_list (self->store, query, 0, error);
    for (guint i = 0; all && i < all->len; i++) {
        UpstandFrameworkItem *item = g_ptr_array_index (all, i);
        gint64 id = item->parent_instance.id;
        g_hash_table_insert (self->capabilities, g_strdup (item->code), g_memdup2 (&id, sizeof id));
    }
    return all != NULL;
}

static gboolean
add_unit (Telling *self, const UpstandSampleSkillsUnit *from, GError **error)
{
    UpstandUnit *unit = upstand_record_new (&upstand_unit_type);
    unit->name = from->name ? g_strdup (from->name) : upstand_plan_get_force (self->store);
    unit->kind = MAX (upstand_choice_find (upstand_unit_kinds, from->kind), 0);
    unit->parent_id = id_of (self->units, from->parent);
    unit->closed = day_of (self, from->closed);
    unit->merged_into = id_of (self->units, from->merged_into);
    unit->note = g_strdup (from->note);
    return keep (self, unit, self->units, from->id, error);
}

static gboolean
add_census (Telling *self, const UpstandSampleCensus *from, GError **error)
{
    UpstandCensus *census = upstand_record_new (&upstand_census_type);
    census->as_at = self->launch + from->as_at;
    census->note = g_strdup (from->note);
    return keep (self, census, self->censuses, from->id, error);
}

static gboolean
add_break (Telling *self, const UpstandSampleBreak *from, GError **error)
{
    UpstandSeriesBreak *to = upstand_record_new (&upstand_series_break_type);
    to->dated = self->launch + from->dated;
    to->capability_id = id_of (self->capabilities, from->capability);
    to->unit_id = id_of (self->units, from->unit);
    to->reason = g_strdup (from->reason);
    return keep (self, to, NULL, NULL, error);
}

/* Figures --------------------------------------------------------------------------------------
 */

/* Where a cell of a row goes; @note is taken by the first cell of its count. */
typedef struct {
    gint64 census, unit, capability;
    const char *note;
    int note_on;
} Row;

static gboolean
add_cell (Telling *self, Row *row, UpstandCount count, UpstandWorkforce workforce,
    UpstandBasis basis, const char *text, GError **error)
{
    UpstandFigure figure;
    if (!upstand_figure_parse (text, UPSTAND_FIGURE_PLACES, &figure, error))
        return FALSE;
    gboolean noted = row->note && row->note_on == (int)count;
    if (figure.state == UPSTAND_FIGURE_UNANSWERED && !noted)
        return TRUE;
    UpstandHeadcount *cell = upstand_record_new (&upstand_headcount_type);
    cell->census_id = row->census;
    cell->unit_id = row->unit;
    cell->capability_id = row->capability;
    cell->count = count;
    cell->workforce = workforce;
    cell->basis = basis;
    cell->state = figure.state;
    cell->value = figure.value;
    cell->note = noted ? g_strdup (row->note) : NULL;
    if (noted)
        row->note = NULL;
    return keep (self, cell, NULL, NULL, error);
}

/* The counts from @first to @last out of @figures; one alone is for each of them. */
static gboolean
add_cells (Telling *self, Row *row, UpstandCount first, UpstandCount last,
    UpstandWorkforce workforce, UpstandBasis basis, const char *figures, GError **error)
{
    if (!figures)
        return TRUE;
    g_auto (GStrv) texts = g_strsplit (figures, " ", -1);
    gboolean alike = texts[0] && !texts[1];
    for (guint i = 0; first + i <= last && (alike || texts[i]); i++)
        if (!add_cell (self, row, first + i, workforce, basis, texts[alike ? 0 : i], error))
            return FALSE;
    return TRUE;
}

static gboolean
add_row (Telling *self, const UpstandSampleSkillsRow *from, GError **error)
{
    Row row = {
        .census = id_of (self->censuses, from->census),
        .unit = id_of (self->units, from->unit),
        .capability = id_of (self->capabilities, from->capability),
        .note = from->note,
        .note_on = from->note_on ? upstand_choice_find (upstand_counts, from->note_on) : -1,
    };
    return add_cells (self, &row, UPSTAND_COUNT_CASES, UPSTAND_COUNT_NEEDED, UPSTAND_WORKFORCE_ALL,
               UPSTAND_BASIS_HEADCOUNT, from->demand, error) &&
           add_cells (self, &row, UPSTAND_COUNT_ESTABLISHMENT, UPSTAND_COUNT_TRAINED_ELSEWHERE,
               UPSTAND_WORKFORCE_OFFICERS, UPSTAND_BASIS_HEADCOUNT, from->officers, error) &&
           add_cells (self, &row, UPSTAND_COUNT_ESTABLISHMENT, UPSTAND_COUNT_TRAINED_ELSEWHERE,
               UPSTAND_WORKFORCE_STAFF, UPSTAND_BASIS_HEADCOUNT, from->staff, error) &&
           add_cells (self, &row, UPSTAND_COUNT_ESTABLISHMENT, UPSTAND_COUNT_DEPLOYABLE,
               UPSTAND_WORKFORCE_OFFICERS, UPSTAND_BASIS_FTE, from->officers_fte, error) &&
           add_cells (self, &row, UPSTAND_COUNT_ESTABLISHMENT, UPSTAND_COUNT_DEPLOYABLE,
               UPSTAND_WORKFORCE_STAFF, UPSTAND_BASIS_FTE, from->staff_fte, error) &&
           add_cells (self, &row, UPSTAND_COUNT_EXPIRING, UPSTAND_COUNT_PLACES,
               UPSTAND_WORKFORCE_ALL, UPSTAND_BASIS_HEADCOUNT, from->courses, error);
}

static gboolean
add_people (Telling *self, const UpstandSamplePeople *from, GError **error)
{
    Row row = {
        .census = id_of (self->censuses, from->census),
        .unit = id_of (self->units, from->unit),
    };
    const char *const sides[] = { from->officers, from->staff };
    for (guint i = 0; i < G_N_ELEMENTS (sides); i++) {
        g_auto (GStrv) texts = g_strsplit (sides[i], " ", -1);
        for (guint basis = 0; basis < UPSTAND_N_BASES && texts[basis]; basis++)
            if (!add_cell (self, &row, UPSTAND_COUNT_PEOPLE, UPSTAND_WORKFORCE_OFFICERS + i, basis,
                    texts[basis], error))
                return FALSE;
    }
    return TRUE;
}

/* Models and scenarios ---------------------------------------------------------------------------
 */

static gboolean
add_model (Telling *self, const UpstandSampleModel *from, GError **error)
{
    UpstandDeploymentModel *to = upstand_record_new (&upstand_deployment_model_type);
    to->title = g_strdup (from->title);
    for (guint i = 0; from->capabilities[i]; i++)
        to->capabilities =
            upstand_ids_add (to->capabilities, id_of (self->capabilities, from->capabilities[i]));
    to->unit_id = id_of (self->units, from->unit);
    to->owner = g_strdup (upstand_sample_find_post (self->sample, from->owner));
    to->adopted = day_of (self, from->adopted);
    to->review = day_of (self, from->review);
    to->description = g_strdup (from->description);
    to->cases = from->cases ? from->cases : UPSTAND_NO_NUMBER;
    to->cases_with = from->cases ? from->cases_with : UPSTAND_NO_NUMBER;
    return keep (self, to, NULL, NULL, error);
}

static gboolean
add_scenario (Telling *self, const UpstandSampleScenario *from, GError **error)
{
    g_autoptr (UpstandScenario) to = upstand_record_new (&upstand_scenario_type);
    to->title = g_strdup (from->title);
    to->kind = MAX (upstand_choice_find (upstand_scenario_kinds, from->kind), 0);
    to->growth = to->kind == UPSTAND_SCENARIO_AS_NOW ? UPSTAND_NO_NUMBER : from->growth;
    to->assumptions = g_strdup (from->assumptions);
    if (!upstand_store_save (self->store, to, error))
        return FALSE;
    for (gsize i = 0; i < from->n_years; i++) {
        UpstandScenarioYear *year = upstand_record_new (&upstand_scenario_year_type);
        year->scenario_id = to->parent_instance.id;
        year->capability_id = id_of (self->capabilities, from->years[i].capability);
        year->year = from->years[i].year;
        year->intakes = from->years[i].intakes;
        year->leavers = from->years[i].leavers;
        if (!keep (self, year, NULL, NULL, error))
            return FALSE;
    }
    return TRUE;
}

static GHashTable *
ids_new (void)
{
    return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

gboolean
upstand_sample_skills_tell (
    const UpstandSample *story, UpstandStore *store, UpstandDay launch, GError **error)
{
    g_autoptr (GHashTable) units = ids_new ();
    g_autoptr (GHashTable) censuses = ids_new ();
    g_autoptr (GHashTable) capabilities = ids_new ();
    Telling self = { store, story, launch, units, censuses, capabilities };
    const UpstandSampleSkills *skills = &story->skills;
    gboolean done = read_capabilities (&self, error);
    for (gsize i = 0; done && i < skills->n_units; i++)
        done = add_unit (&self, &skills->units[i], error);
    for (gsize i = 0; done && i < skills->n_censuses; i++)
        done = add_census (&self, &skills->censuses[i], error);
    for (gsize i = 0; done && i < skills->n_breaks; i++)
        done = add_break (&self, &skills->breaks[i], error);
    for (gsize i = 0; done && i < skills->n_rows; i++)
        done = add_row (&self, &skills->rows[i], error);
    for (gsize i = 0; done && i < skills->n_people; i++)
        done = add_people (&self, &skills->people[i], error);
    for (gsize i = 0; done && i < skills->n_models; i++)
        done = add_model (&self, &skills->models[i], error);
    for (gsize i = 0; done && i < skills->n_scenarios; i++)
        done = add_scenario (&self, &skills->scenarios[i], error);
    return done;
}
