/* SPDX-License-Identifier: MIT */
#include "exchange/sample-measures.h"

#include <string.h>

#include "rules/measure-checks.h"

typedef struct {
    UpstandStore *store;
    const UpstandSample *sample;
    const UpstandSampleMeasures *story;
    UpstandDay launch;
    UpstandMeasuresOutline *outline;
} Telling;

/* Saves and lets go of the record. */
static gboolean
save (Telling *self, gpointer record, GError **error)
{
    g_autoptr (GObject) held = record;
    return upstand_store_save (self->store, record, error);
}

static guint
find_line (const Telling *self, const char *measure, const char *code)
{
    guint place = upstand_measures_outline_find_measure (self->outline, measure);
    return place == UPSTAND_NOWHERE
               ? UPSTAND_NOWHERE
               : upstand_measures_outline_find_line (self->outline, place, code);
}

static const char *
find_first (const Telling *self, const UpstandSampleMeasureRow *row, const char *period)
{
    for (gsize i = 0; i < self->story->n_revisions; i++) {
        const UpstandSampleRevision *each = &self->story->revisions[i];
        if (strcmp (each->measure, row->measure) == 0 && strcmp (each->line, row->line) == 0 &&
            strcmp (each->period, period) == 0)
            return each->first;
    }
    return NULL;
}

static const UpstandSampleMeasureNote *
find_note (const Telling *self, const UpstandSampleMeasureRow *row, const char *period)
{
    for (gsize i = 0; i < self->story->n_notes; i++) {
        const UpstandSampleMeasureNote *each = &self->story->notes[i];
        if (strcmp (each->measure, row->measure) == 0 && strcmp (each->line, row->line) == 0 &&
            strcmp (each->period, period) == 0)
            return each;
    }
    return NULL;
}

static gboolean
add_figure (Telling *self, const UpstandMeasuresLine *line, const UpstandPeriod *covers,
    const char *typed, guint revision, gboolean provisional, const UpstandSampleMeasureNote *note,
    GError **error)
{
    UpstandFigure figure;
    if (!upstand_figure_parse (typed, UPSTAND_FIGURE_PLACES, &figure, error))
        return FALSE;
    UpstandMeasureFigure *record = upstand_record_new (&upstand_measure_figure_type);
    record->line_id = line->id;
    record->cadence = covers->cadence;
    record->starts = covers->start;
    record->ends = covers->end;
    record->revision = revision;
    record->value = figure.value;
    record->state = figure.state;
    record->provisional = provisional;
    record->note = note ? g_strdup (note->note) : NULL;
    record->follow_up = note && note->follow_up;
    return save (self, record, error);
}

static gboolean
add_row (Telling *self, const UpstandSampleMeasureRow *row, GError **error)
{
    guint place = find_line (self, row->measure, row->line);
    g_auto (GStrv) figures = g_strsplit (row->figures, " ", -1);
    if (place == UPSTAND_NOWHERE)
        return TRUE;
    const UpstandMeasuresLine *line = upstand_measures_outline_get_line (self->outline, place);
    for (guint i = 0; figures[i] && self->story->periods[i]; i++) {
        const char *label = self->story->periods[i];
        gboolean newest = !self->story->periods[i + 1];
        UpstandPeriod whole, covers;
        if (strcmp (figures[i], "-") == 0)
            continue;
        if (!upstand_period_parse (label, &whole, error))
            return FALSE;
        if (!upstand_period_part (&whole, line->from, line->until, &covers))
            continue;
        const char *first = find_first (self, row, label);
        const UpstandSampleMeasureNote *note = find_note (self, row, label);
        if ((first && !add_figure (self, line, &covers, first, 0, TRUE, NULL, error)) ||
            !add_figure (self, line, &covers, figures[i], first ? 1 : 0, newest, note, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
add_narrative (Telling *self, const UpstandSampleNarrative *from, GError **error)
{
    UpstandPeriod period;
    if (!upstand_period_parse (from->period, &period, error))
        return FALSE;
    for (guint q = 0; q < upstand_measures_outline_get_n_questions (self->outline); q++) {
        const UpstandMeasuresQuestion *question =
            upstand_measures_outline_get_question (self->outline, q);
        if (strcmp (question->code, from->question) != 0)
            continue;
        UpstandNarrative *to = upstand_record_new (&upstand_narrative_type);
        to->question_id = question->id;
        to->cadence = period.cadence;
        to->starts = period.start;
        to->ends = period.end;
        to->words = g_strdup (from->words);
        to->post = g_strdup (upstand_sample_find_post (self->sample, from->owner));
        to->dated = self->launch + from->day;
        return save (self, to, error);
    }
    return TRUE;
}

static gboolean
load_outline (Telling *self, GError **error)
{
    g_clear_pointer (&self->outline, upstand_measures_outline_unref);
    self->outline = upstand_measures_outline_load (upstand_store_get_database (self->store), "en",
        UPSTAND_PERIOD_QUARTERLY, self->launch + self->sample->told_on, error);
    return self->outline != NULL;
}

/* A reason is kept under what the checks find, so they are asked. */
static gboolean
add_answer (Telling *self, const UpstandSampleAnswer *from, GPtrArray *findings, const char *period,
    GError **error)
{
    guint line = find_line (self, from->measure, from->line);
    for (guint i = 0; i < findings->len; i++) {
        const UpstandFinding *finding = g_ptr_array_index (findings, i);
        if (strcmp (finding->check, from->check) != 0 ||
            finding->place[UPSTAND_MEASURE_PLACE_LINE] != line)
            continue;
        UpstandFindingAnswer *to = upstand_record_new (&upstand_finding_answer_type);
        to->return_id = g_strdup ("data");
        to->period = g_strdup (period);
        to->finding = upstand_finding_get_key (finding);
        to->reason = g_strdup (from->reason);
        to->post = g_strdup (upstand_sample_find_post (self->sample, from->owner));
        to->dated = self->launch + from->day;
        return save (self, to, error);
    }
    return TRUE;
}

static gboolean
add_answers (Telling *self, GError **error)
{
    g_autoptr (UpstandMeasures) measures =
        load_outline (self, error)
            ? upstand_measures_load (self->outline, upstand_store_get_database (self->store), error)
            : NULL;
    if (!measures)
        return FALSE;
    UpstandMeasureChecks checks = { .measures = measures,
        .period = upstand_measures_outline_get_n_periods (self->outline) - 1 };
    upstand_thresholds_init (&checks.thresholds);
    g_autoptr (GPtrArray) findings = upstand_measure_checks_run (&checks);
    g_autofree char *period =
        upstand_period_label (upstand_measures_outline_get_period (self->outline, checks.period));
    for (gsize i = 0; i < self->story->n_answers; i++)
        if (!add_answer (self, &self->story->answers[i], findings, period, error))
            return FALSE;
    return TRUE;
}

static gboolean
tell (Telling *self, GError **error)
{
    for (gsize i = 0; i < self->story->n_rows; i++)
        if (!add_row (self, &self->story->rows[i], error))
            return FALSE;
    for (gsize i = 0; i < self->story->n_narratives; i++)
        if (!add_narrative (self, &self->story->narratives[i], error))
            return FALSE;
    return add_answers (self, error);
}

gboolean
upstand_sample_measures_tell (
    const UpstandSample *story, UpstandStore *store, UpstandDay launch, GError **error)
{
    Telling self = { store, story, &story->measures, launch, NULL };
    gboolean done = load_outline (&self, error) && tell (&self, error);
    g_clear_pointer (&self.outline, upstand_measures_outline_unref);
    return done;
}
