/* SPDX-License-Identifier: MIT */
#pragma once

#include "database/database.h"
#include "records/measure.h"
#include "rules/period.h"
#include "rules/place.h"

G_BEGIN_DECLS

/* What stands still while the figures of the data return are entered: areas, measures, their lines,
 * the periods, the relations and the breaks, read once and known by their places. */

typedef struct {
    gint64 id;
    char *code;
    char *title, *short_title; /* in the language asked for */
    guint first, end; /* places of its measures */
} UpstandMeasuresArea;

typedef struct {
    gint64 id;
    char *code;
    guint area; /* place */
    char *title; /* the question */
} UpstandMeasuresQuestion;

typedef struct {
    gint64 id;
    char *code;
    guint area; /* place */
    char *title, *definition;
    UpstandMeasureKind kind;
    guint numerator, denominator; /* places; UPSTAND_NOWHERE but for a rate */
    int per; /* of a rate */
    UpstandMeasureBasis basis;
    UpstandPeriodCadence cadence; /* that it is asked for in */
    UpstandDay from, until; /* 0: before any plan; while it lasts */
    gboolean mandatory;
    gboolean own; /* added by the force */
    char *baseline, *one_year, *two_years, *good, *source; /* each may be NULL */
    GStrv returns;
    guint first, end; /* places of its lines */
} UpstandMeasuresMeasure;

typedef struct {
    gint64 id;
    guint measure; /* place */
    char *code; /* "all", "offence-group:rape" */
    char *title;
    UpstandDay from, until; /* its own and the measure's together */
    gboolean further; /* a breakdown that nobody must fill */
    gboolean wants_reason;
    guint numerator, denominator; /* places of lines; UPSTAND_NOWHERE but for a rate */
} UpstandMeasuresLine;

typedef struct {
    gint64 id;
    UpstandDay dated; /* the first day of the new series */
    guint area, measure; /* places; both UPSTAND_NOWHERE: of all */
    char *reason;
} UpstandMeasuresBreak;

/** A relation for one way of telling apart: sums of lines that must fit. */
typedef struct {
    char *code;
    UpstandMeasureRule rule;
    gboolean blocks; /* parts of one cohort; else flows, which only want a reason */
    GArray *lesser, *greater; /* of guint: places of lines */
} UpstandMeasuresRelation;

/** Immutable; may be read in a worker and handed to the window. */
typedef struct _UpstandMeasuresOutline UpstandMeasuresOutline;

/**
 * Reads them all. Areas and measures come in the framework's order, the force's own after them. A
 * measure or line that stands in two editions is one, under the id that the plan had first.
 *
 * @cadence: of the columns; not a census
 * @today: the last column is the period with this day, or that of the last figure
 *
 * The first column is that of the first return, or of the first figure if that is earlier.
 */
UpstandMeasuresOutline *upstand_measures_outline_load (UpstandDatabase *database,
    const char *language, UpstandPeriodCadence cadence, UpstandDay today, GError **error);
UpstandMeasuresOutline *upstand_measures_outline_ref (UpstandMeasuresOutline *self);
void upstand_measures_outline_unref (UpstandMeasuresOutline *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandMeasuresOutline, upstand_measures_outline_unref)

guint upstand_measures_outline_get_n_areas (const UpstandMeasuresOutline *self);
const UpstandMeasuresArea *upstand_measures_outline_get_area (
    const UpstandMeasuresOutline *self, guint area);
guint upstand_measures_outline_get_n_questions (const UpstandMeasuresOutline *self);
const UpstandMeasuresQuestion *upstand_measures_outline_get_question (
    const UpstandMeasuresOutline *self, guint question);
guint upstand_measures_outline_get_n_measures (const UpstandMeasuresOutline *self);
const UpstandMeasuresMeasure *upstand_measures_outline_get_measure (
    const UpstandMeasuresOutline *self, guint measure);
guint upstand_measures_outline_get_n_lines (const UpstandMeasuresOutline *self);
const UpstandMeasuresLine *upstand_measures_outline_get_line (
    const UpstandMeasuresOutline *self, guint line);
guint upstand_measures_outline_get_n_breaks (const UpstandMeasuresOutline *self);
const UpstandMeasuresBreak *upstand_measures_outline_get_break (
    const UpstandMeasuresOutline *self, guint n);
guint upstand_measures_outline_get_n_relations (const UpstandMeasuresOutline *self);
const UpstandMeasuresRelation *upstand_measures_outline_get_relation (
    const UpstandMeasuresOutline *self, guint relation);

UpstandPeriodCadence upstand_measures_outline_get_cadence (const UpstandMeasuresOutline *self);
guint upstand_measures_outline_get_n_periods (const UpstandMeasuresOutline *self);
const UpstandPeriod *upstand_measures_outline_get_period (
    const UpstandMeasuresOutline *self, guint period);

/** The column that @period is, or is a part of; UPSTAND_NOWHERE. */
guint upstand_measures_outline_find_period (
    const UpstandMeasuresOutline *self, const UpstandPeriod *period);

/** Places by code or id; UPSTAND_NOWHERE when they are not there. */
guint upstand_measures_outline_find_measure (const UpstandMeasuresOutline *self, const char *code);
guint upstand_measures_outline_find_line (
    const UpstandMeasuresOutline *self, guint measure, const char *code);
guint upstand_measures_outline_find_line_id (const UpstandMeasuresOutline *self, gint64 id);

/** "Arrests: Rape"; a measure that is not told apart by its own name. To be freed. */
char *upstand_measures_outline_name_line (const UpstandMeasuresOutline *self, guint line);

/**
 * What of a column a line's figure covers: the whole period, or the part in which it is collected.
 *
 * Returns: FALSE when it was not collected then at all: there is no cell
 */
gboolean upstand_measures_outline_get_cell_period (
    const UpstandMeasuresOutline *self, guint line, guint period, UpstandPeriod *covers);

/** TRUE when it is collected during all of the column. */
gboolean upstand_measures_outline_is_whole (
    const UpstandMeasuresOutline *self, guint line, guint period);

/** The last break of the line's series after @before, up to @day; NULL: none. */
const UpstandMeasuresBreak *upstand_measures_outline_find_break (
    const UpstandMeasuresOutline *self, guint line, UpstandDay before, UpstandDay day);

/** The relations that read a line: places, and how many. */
const guint *upstand_measures_outline_get_relations_of (
    const UpstandMeasuresOutline *self, guint line, guint *n);

/** The code of the return that a column's figures go into: "interim-data", "data". */
const char *upstand_measures_outline_get_return (const UpstandMeasuresOutline *self, guint period);

/** Whether a line has a cell in the column's return: collected then, and asked for by it. */
gboolean upstand_measures_outline_is_asked (
    const UpstandMeasuresOutline *self, guint line, guint period);

/** Whether that cell must be answered. */
gboolean upstand_measures_outline_is_owed (
    const UpstandMeasuresOutline *self, guint line, guint period);

G_END_DECLS
