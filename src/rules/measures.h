/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/measure-figure.h"
#include "rules/measures-outline.h"

G_BEGIN_DECLS

/* The figures of the data return (domain, sections 3 and 4). Page, chart, workbook and command line
 * all ask here. */

/** One cell: the latest revision, and what came before it. */
typedef struct {
    UpstandFigure figure;
    gint64 id, version; /* 0: no row */
    guint revision;
    UpstandFigure earlier; /* of the revision before; unanswered when there is none */
    UpstandPeriod covers; /* as it was kept; a zero start: no row */
    gboolean provisional, follow_up;
    gboolean clashes; /* another row covers other days of the same column */
    const char *note; /* or NULL */
} UpstandMeasuresCell;

/** A rate beside its parts; it is never shown without them. */
typedef struct {
    UpstandFigure numerator, denominator;
    UpstandFigure figure; /* hundredths of what it is per; rounded half up */
    gboolean is_exact; /* nothing was lost by the rounding */
} UpstandMeasuresRate;

/** A sum, and whether something that belongs in it was missing. */
typedef struct {
    UpstandFigure figure;
    gboolean has_hole;
} UpstandMeasuresSum;

/** Figures of every column of an outline. Belongs to one thread at a time. */
typedef struct _UpstandMeasures UpstandMeasures;

/** Reads them with one statement. */
UpstandMeasures *upstand_measures_load (
    UpstandMeasuresOutline *outline, UpstandDatabase *database, GError **error);
void upstand_measures_free (UpstandMeasures *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandMeasures, upstand_measures_free)

UpstandMeasuresOutline *upstand_measures_get_outline (const UpstandMeasures *self);

const UpstandMeasuresCell *upstand_measures_get_cell (
    const UpstandMeasures *self, guint line, guint period);

/** Puts in what has been saved since; the note is copied. */
void upstand_measures_set_cell (
    UpstandMeasures *self, guint line, guint period, const UpstandMeasuresCell *cell);

/**
 * The record to be edited and saved for a cell: a new one, or a copy of the row that is there.
 *
 * @revise: keep the figure that is there and begin the next revision beside it
 *
 * Returns: (transfer full): NULL with UPSTAND_ERROR_INVALID where the line has no cell (a rate, or
 * not collected then), or an engine error
 */
UpstandMeasureFigure *upstand_measures_edit_cell (const UpstandMeasures *self,
    UpstandDatabase *database, guint line, guint period, gboolean revise, GError **error);

/** Takes what was saved into the block. */
void upstand_measures_take (UpstandMeasures *self, const UpstandMeasureFigure *saved);

/** (transfer full) (element-type UpstandMeasureFigure): every revision of a cell, oldest first. */
GPtrArray *upstand_measures_list_revisions (const UpstandMeasures *self, UpstandDatabase *database,
    guint line, guint period, GError **error);

/** The figures of several lines in one column, added up. */
UpstandMeasuresSum upstand_measures_get_sum (
    const UpstandMeasures *self, const guint *lines, guint n, guint period);

/** Numerator and denominator as a rate: what it is per, times one by the other. */
UpstandMeasuresRate upstand_measures_rate_of (
    UpstandFigure numerator, UpstandFigure denominator, int per);

/** The rate of a line of a rate. */
UpstandMeasuresRate upstand_measures_get_rate (
    const UpstandMeasures *self, guint line, guint period);

/** What the grid shows: the cell's figure, or a rate's. */
UpstandFigure upstand_measures_get_figure (const UpstandMeasures *self, guint line, guint period);

/** "12 of 34: 35.29 per 100, rounded". To be freed. */
char *upstand_measures_rate_describe (const UpstandMeasuresRate *rate, int per);

/** How many of the cells that the column's return asks for must be answered, and are. */
void upstand_measures_count_answers (
    const UpstandMeasures *self, guint period, guint *owed, guint *answered);

G_END_DECLS
