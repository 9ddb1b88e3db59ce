/* SPDX-License-Identifier: MIT */
#pragma once

#include "charts/amounts.h"
#include "charts/chart.h"

G_BEGIN_DECLS

/** From the specialists that are needed down to those who can be sent today. */
typedef enum {
    UPSTAND_STEPS_NEEDED,
    UPSTAND_STEPS_IN_POST,
    UPSTAND_STEPS_TRAINED,
    UPSTAND_STEPS_IN_DATE,
    UPSTAND_STEPS_DEPLOYABLE,
} UpstandStepsStep;
#define UPSTAND_N_STEPS (UPSTAND_STEPS_DEPLOYABLE + 1)

/** What is lost on each step: between needed and in post, in post and trained, and so on. */
typedef enum {
    UPSTAND_STEPS_POSTS,
    UPSTAND_STEPS_TRAINING,
    UPSTAND_STEPS_CURRENCY,
    UPSTAND_STEPS_AVAILABILITY,
} UpstandStepsGap;
#define UPSTAND_N_STEPS_GAPS (UPSTAND_STEPS_AVAILABILITY + 1)

/**
 * UpstandStepsRow:
 * @id: what the marks of the row carry; their part is the UpstandStepsStep
 * @title: a capability, or a unit
 * @note: (nullable): "Renamed on 1 April 2022"
 * @steps: how many there are on each step
 * @gaps: what is lost on the way to each step but the first
 * @total: needed against deployable
 *
 * One ladder. The rules have worked out the gaps; the chart sets none off against another.
 */
typedef struct {
    gint64 id;
    const char *title;
    const char *note;
    UpstandFigure steps[UPSTAND_N_STEPS];
    UpstandShortfall gaps[UPSTAND_N_STEPS_GAPS];
    UpstandShortfall total;
} UpstandStepsRow;

/**
 * UpstandSteps:
 *
 * A chart of the steps from needed to deployable in the making.
 */
typedef struct _UpstandSteps UpstandSteps;

/** @unit: (nullable): what is counted, over the bars: "Headcount, officers and staff" */
UpstandSteps *upstand_steps_new (const UpstandChartWords *words, const char *unit);

void upstand_steps_add (UpstandSteps *steps, const UpstandStepsRow *row);

/** Makes the chart and frees @steps. */
UpstandChart *upstand_steps_end (UpstandSteps *steps);

/** Throws away what was not ended. */
void upstand_steps_free (UpstandSteps *steps);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandSteps, upstand_steps_free)

G_END_DECLS
