/* SPDX-License-Identifier: MIT */
#include "records/plan-measures.h"

#include <string.h>

#include "records/framework-measures.h"
#include "records/framework-records.h"
#include "records/measure.h"

typedef struct {
    UpstandStore *store;
    const UpstandFramework *framework;
    gint64 edition;
    GHashTable *ids; /* "area conduct" -> &id, also of measures and requirements */
} Copying;

static gint64
find_id (const Copying *self, const char *scope, const char *code)
{
    g_autofree char *key = code ? g_strdup_printf ("%s %s", scope, code) : NULL;
    const gint64 *id = key ? g_hash_table_lookup (self->ids, key) : NULL;
    return id ? *id : 0;
}

/* Saves a new record and lets it go; @scope: under which it can be found again, or NULL. */
static gboolean
save (Copying *self, gpointer record, const char *scope, const char *code, GError **error)
{
    gboolean done = upstand_store_save (self->store, record, error);
    gint64 id = UPSTAND_RECORD (record)->id;
    if (scope)
        g_hash_table_insert (
            self->ids, g_strdup_printf ("%s %s", scope, code), g_memdup2 (&id, sizeof id));
    g_object_unref (record);
    return done;
}

static gboolean
save_item (Copying *self, const char *list, const char *code, const UpstandText *title,
    const UpstandText *short_title, gsize position, const char *applies, GError **error)
{
    UpstandFrameworkItem *item = upstand_record_new (&upstand_framework_item_type);
    item->edition_id = self->edition;
    item->list = g_strdup (list);
    item->code = g_strdup (code);
    item->title_en = g_strdup (title->en);
    item->title_cy = g_strdup (title->cy);
    item->short_en = short_title ? g_strdup (short_title->en) : NULL;
    item->short_cy = short_title ? g_strdup (short_title->cy) : NULL;
    item->position = position;
    item->applies = g_strdup (applies);
    return save (self, item, list, code, error);
}

static gboolean
copy_areas (Copying *self, GError **error)
{
    const UpstandFramework *framework = self->framework;
    for (gsize i = 0; i < framework->n_measure_areas; i++) {
        const UpstandFrameworkMeasureArea *area = &framework->measure_areas[i];
        if (!save_item (self, UPSTAND_LIST_MEASURE_AREA, area->id, &area->title, &area->short_title,
                i, NULL, error))
            return FALSE;
        for (gsize q = 0; q < area->n_questions; q++)
            if (!save_item (self, UPSTAND_LIST_QUESTION, area->questions[q].id,
                    &area->questions[q].title, NULL, q, area->id, error))
                return FALSE;
    }
    for (gsize i = 0; i < framework->n_dimensions; i++) {
        const UpstandFrameworkDimension *dimension = &framework->dimensions[i];
        const char *words[] = { dimension->overlaps ? UPSTAND_APPLIES_OVERLAPS : "",
            dimension->open ? UPSTAND_APPLIES_OPEN : "" };
        g_autofree char *applies = g_strstrip (g_strdup_printf ("%s %s", words[0], words[1]));
        if (!save_item (self, UPSTAND_LIST_DIMENSION, dimension->id, &dimension->title, NULL, i,
                *applies ? applies : NULL, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
copy_lines (Copying *self, const UpstandFrameworkMeasure *measure, GError **error)
{
    g_autoptr (GPtrArray) lines = upstand_framework_list_lines (self->framework, measure);
    gint64 id = find_id (self, "measure", measure->id);
    for (guint i = 0; i < lines->len; i++) {
        const UpstandFrameworkLine *from = g_ptr_array_index (lines, i);
        UpstandMeasureLine *to = upstand_record_new (&upstand_measure_line_type);
        to->measure_id = id;
        to->code = g_strdup (from->code);
        to->title_en = g_strdup (from->title.en);
        to->title_cy = g_strdup (from->title.cy);
        to->position = i;
        to->from_date = from->from;
        to->until_date = from->until;
        to->further = from->further;
        to->wants_reason = from->wants_reason;
        if (!save (self, to, NULL, NULL, error))
            return FALSE;
    }
    return TRUE;
}

static guint
choice_of (const UpstandChoice *choices, const char *key)
{
    return MAX (upstand_choice_find (choices, key), 0);
}

static void
copy_text (char **en, char **cy, const UpstandText *text)
{
    *en = g_strdup (text->en);
    *cy = g_strdup (text->cy);
}

static gboolean
copy_measure (Copying *self, const UpstandFrameworkMeasure *from, gsize position, GError **error)
{
    UpstandMeasure *to = upstand_record_new (&upstand_measure_type);
    to->edition_id = self->edition;
    to->code = g_strdup (from->id);
    to->area_id = find_id (self, UPSTAND_LIST_MEASURE_AREA, from->area);
    copy_text (&to->title_en, &to->title_cy, &from->title);
    copy_text (&to->definition_en, &to->definition_cy, &from->definition);
    to->kind = choice_of (upstand_measure_kinds, from->kind);
    to->numerator_id = find_id (self, "measure", from->numerator);
    to->denominator_id = find_id (self, "measure", from->denominator);
    to->per = from->per ? from->per : UPSTAND_NO_NUMBER;
    to->basis = from->basis ? choice_of (upstand_measure_bases, from->basis) : UPSTAND_MEASURE_FLOW;
    to->cadence = choice_of (upstand_measure_cadences, from->cadence);
    to->from_date = from->from;
    to->until_date = from->until;
    to->mandatory = from->mandatory;
    copy_text (&to->baseline_en, &to->baseline_cy, &from->baseline);
    copy_text (&to->one_year_en, &to->one_year_cy, &from->outcome_one_year);
    copy_text (&to->two_years_en, &to->two_years_cy, &from->outcome_two_years);
    copy_text (&to->good_en, &to->good_cy, &from->good);
    copy_text (&to->source_en, &to->source_cy, &from->source);
    to->returns = g_strjoinv (" ", from->returns);
    to->position = position;
    for (guint i = 0; from->requirements && from->requirements[i]; i++)
        to->requirements = upstand_ids_add (
            to->requirements, find_id (self, "requirement", from->requirements[i]));
    return save (self, to, "measure", from->id, error) && copy_lines (self, from, error);
}

/* A rate refers to its parts, which must be there first. */
static gboolean
copy_all_measures (Copying *self, GError **error)
{
    for (guint rates = 0; rates < 2; rates++)
        for (gsize i = 0; i < self->framework->n_measures; i++) {
            const UpstandFrameworkMeasure *measure = &self->framework->measures[i];
            if ((strcmp (measure->kind, "rate") == 0) == (rates == 1) &&
                !copy_measure (self, measure, i, error))
                return FALSE;
        }
    return TRUE;
}

static char *
join (char **words)
{
    return words ? g_strjoinv (" ", words) : NULL;
}

static gboolean
copy_relations (Copying *self, GError **error)
{
    for (gsize i = 0; i < self->framework->n_measure_relations; i++) {
        const UpstandFrameworkMeasureRelation *from = &self->framework->measure_relations[i];
        UpstandMeasureRelation *to = upstand_record_new (&upstand_measure_relation_type);
        to->edition_id = self->edition;
        to->code = g_strdup (from->id);
        to->rule = choice_of (upstand_measure_rules, from->rule);
        to->lesser = join (from->lesser);
        to->lesser_over = g_strdup (from->lesser_over);
        to->lesser_items = join (from->lesser_items);
        to->greater = join (from->greater);
        to->greater_over = g_strdup (from->greater_over);
        to->greater_items = join (from->greater_items);
        if (!save (self, to, NULL, NULL, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
copy_breaks (Copying *self, GError **error)
{
    for (gsize i = 0; i < self->framework->n_measure_breaks; i++) {
        const UpstandFrameworkMeasureBreak *from = &self->framework->measure_breaks[i];
        UpstandMeasureBreak *to = upstand_record_new (&upstand_measure_break_type);
        to->edition_id = self->edition;
        to->dated = from->dated;
        to->area_id = find_id (self, UPSTAND_LIST_MEASURE_AREA, from->area);
        to->measure_id = find_id (self, "measure", from->measure);
        copy_text (&to->reason_en, &to->reason_cy, &from->reason);
        if (!save (self, to, NULL, NULL, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
find_requirements (Copying *self, GError **error)
{
    g_autoptr (GError) local = NULL;
    g_autoptr (UpstandQuery) rows =
        upstand_database_query (upstand_store_get_database (self->store), error,
            "SELECT r.id, r.code FROM requirement r JOIN action a ON a.id = r.action_id"
            " JOIN pillar p ON p.id = a.pillar_id WHERE p.edition_id = $1",
            "i", self->edition);
    while (rows && upstand_query_step (rows, &local)) {
        gint64 id = upstand_query_number (rows, 0);
        g_hash_table_insert (self->ids,
            g_strdup_printf ("requirement %s", upstand_query_text (rows, 1)),
            g_memdup2 (&id, sizeof id));
    }
    if (local) {
        g_propagate_error (error, g_steal_pointer (&local));
        return FALSE;
    }
    return rows != NULL;
}

gboolean
upstand_plan_copy_measures (
    UpstandStore *store, const UpstandFramework *framework, gint64 edition_id, GError **error)
{
    g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    Copying self = { store, framework, edition_id, ids };
    return find_requirements (&self, error) && copy_areas (&self, error) &&
           copy_all_measures (&self, error) && copy_relations (&self, error) &&
           copy_breaks (&self, error);
}
