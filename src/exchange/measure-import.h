/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/import.h"
#include "rules/measures.h"

G_BEGIN_DECLS

/**
 * UpstandMeasureImport:
 *
 * A table of figures from outside (CSV or xlsx) on its way into the grid of measures. Two forms,
 * the columns in any order and case:
 *
 * long: Measure, Breakdown, Period, Value, State, Note; one figure a row
 * wide: Measure, Breakdown, and the periods ("2022-23-Q1") as headings; one line a row
 *
 * Measures and breakdowns are named by code or by title in either language; an empty breakdown is
 * the whole. Figures and states are read as upstand_figure_parse() says. An empty cell says nothing
 * and changes nothing. Used by one thread at a time.
 */
typedef struct _UpstandMeasureImport UpstandMeasureImport;

/** A cell that will be another. */
typedef struct {
    guint line, period; /* places in the outline */
    UpstandFigure before, after;
    char *note; /* NULL: stays as it is */
    guint64 row;
} UpstandMeasureChange;

/**
 * Reads the whole file and checks it against the plan; changes nothing.
 *
 * @sheet: of a workbook; NULL: the one that fits best
 *
 * Returns: NULL with UPSTAND_ERROR_FORMAT (headings that say neither form), _LIMIT, _NOT_FOUND.
 * Refused cells are no failure.
 */
UpstandMeasureImport *upstand_measure_import_read (UpstandDatabase *database, const char *path,
    const char *sheet, UpstandPeriodCadence cadence, UpstandDay today, GCancellable *cancellable,
    GError **error);
void upstand_measure_import_free (UpstandMeasureImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandMeasureImport, upstand_measure_import_free)

/** (element-type UpstandMeasureChange): in the file's order. Borrowed. */
GPtrArray *upstand_measure_import_get_changes (UpstandMeasureImport *self);

/** (element-type UpstandRefusal): every cell that cannot be taken, by row, column and reason. */
GPtrArray *upstand_measure_import_get_refusals (UpstandMeasureImport *self);

/** Figures that the plan holds just so already. */
guint upstand_measure_import_get_n_unchanged (UpstandMeasureImport *self);

/** The figures that the changes are places in. Borrowed. */
UpstandMeasures *upstand_measure_import_get_measures (UpstandMeasureImport *self);

/**
 * Saves the changes as one step. UPSTAND_ERROR_REFUSED when something was refused, unless
 * @skip_refused.
 */
gboolean upstand_measure_import_apply (
    UpstandMeasureImport *self, UpstandStore *store, gboolean skip_refused, GError **error);

G_END_DECLS
