/* SPDX-License-Identifier: MIT */
#pragma once

#include "charts/amounts.h"
#include "charts/chart.h"

G_BEGIN_DECLS

/** How the cells of a heat map are shaded; the number or word stands in each of them anyway. */
typedef enum {
    UPSTAND_HEAT_BY_TONE, /* as each cell says */
    UPSTAND_HEAT_BY_AMOUNT, /* the stronger, the further from zero */
} UpstandHeatShade;

#define UPSTAND_N_HEAT_TONES (UPSTAND_TONE_WAITING + 1)

/**
 * UpstandHeatLayout:
 * @heading: over the titles of the rows: "Unit"
 * @columns: the titles of the columns
 * @in_time: the columns are periods, the newest last
 * @totals: (nullable): over the totals at the right; NULL for none
 * @amount: how figures are written
 * @shade: see above
 * @above: by amount: the tone of what is above zero; neutral for a plain count
 * @below: by amount: the tone of what is below zero
 * @tones: (nullable): what each tone means: "Not heard", "Short"; for the legend and the finding
 *
 * What all rows of a heat map share. Texts are copied.
 */
typedef struct {
    const char *heading;
    const char *const *columns;
    guint n_columns;
    gboolean in_time;
    const char *totals;
    UpstandAmount amount;
    UpstandHeatShade shade;
    UpstandTone above, below;
    const char *tones[UPSTAND_N_HEAT_TONES];
} UpstandHeatLayout;

/**
 * UpstandHeatCell:
 * @id: what its mark carries; the mark's part is the number of its column
 * @figure: what is shown and shaded
 * @words: (nullable): short, in place of the number: "2 over"
 * @detail: (nullable): a sentence more for whoever points at it: "Last heard on 3 May 2022."
 * @tone: by tone: how it is shaded
 */
typedef struct {
    gint64 id;
    UpstandFigure figure;
    const char *words;
    const char *detail;
    UpstandTone tone;
} UpstandHeatCell;

/**
 * UpstandHeat:
 *
 * A heat map in the making: units by capabilities, groups by quarters.
 */
typedef struct _UpstandHeat UpstandHeat;

UpstandHeat *upstand_heat_new (const UpstandChartWords *words, const UpstandHeatLayout *layout);

/** Adds a row. @cells: one for each column; @total: (nullable): at its right; not shaded. */
void upstand_heat_add (UpstandHeat *heat, const char *title, const UpstandHeatCell *cells,
    const UpstandHeatCell *total);

/** Adds the totals of the columns as the last row; not shaded, and not counted in the finding. */
void upstand_heat_add_totals (UpstandHeat *heat, const char *title, const UpstandHeatCell *cells,
    const UpstandHeatCell *total);

/** Makes the chart and frees @heat. */
UpstandChart *upstand_heat_end (UpstandHeat *heat);

/** Throws away what was not ended. */
void upstand_heat_free (UpstandHeat *heat);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandHeat, upstand_heat_free)

G_END_DECLS
