/* SPDX-License-Identifier: MIT */
#pragma once

#include "rules/measures-outline.h"

G_BEGIN_DECLS

typedef struct {
    char *code;
    UpstandDay from, until;
} UpstandMeasuresReturn;

struct _UpstandMeasuresOutline {
    gatomicrefcount references;
    UpstandPeriodCadence cadence;
    GArray *areas, *questions, *measures, *lines, *breaks, *relations, *returns;
    GArray *periods; /* of UpstandPeriod */
    GPtrArray *period_returns; /* of const char: the return that each goes into; NULL */
    GHashTable *measure_places; /* &id -> place + 1; several ids of one code */
    GHashTable *line_places;
    GArray *readers; /* of guint: relations, those of a line beside each other */
    GArray *reader_starts; /* of guint: where a line's begin; one more than lines */
};

/** Reads the relations, by the lines that are there, and who reads which line. */
gboolean upstand_measures_outline_load_relations (
    UpstandMeasuresOutline *self, UpstandDatabase *database, GError **error);

/** Finds each rate's numerator and denominator, line by line. */
void upstand_measures_outline_tie_rates (UpstandMeasuresOutline *self);

G_END_DECLS
