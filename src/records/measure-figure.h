/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/figure.h"
#include "records/record.h"

G_BEGIN_DECLS

UPSTAND_DECLARE_RECORD (UpstandMeasureFigure, upstand_measure_figure)

/**
 * One cell of the grid of measures: an ordinary record. The first five members name it and only one
 * row has them. A figure that was revised after it had gone out is not changed: the later one is a
 * row with the next revision, and the highest counts.
 */
struct _UpstandMeasureFigure {
    UpstandRecord parent_instance;
    gint64 line_id;
    guint cadence; /* UpstandPeriodCadence */
    UpstandDay starts, ends; /* of the period or the part of it that is covered */
    gint64 revision; /* 0: the first */
    gint64 value; /* hundredths; UPSTAND_NO_NUMBER outside the state "value" */
    guint state; /* UpstandFigureState */
    gboolean provisional; /* stated before it could be final */
    gboolean follow_up; /* somebody wants to come back to it */
    char *note;
};

UPSTAND_DECLARE_RECORD (UpstandNarrative, upstand_narrative)

/** What is said to a question of an area about a period. */
struct _UpstandNarrative {
    UpstandRecord parent_instance;
    gint64 question_id;
    guint cadence; /* UpstandPeriodCadence */
    UpstandDay starts, ends;
    char *words;
    char *post;
    UpstandDay dated;
};

UPSTAND_DECLARE_RECORD (UpstandFindingAnswer, upstand_finding_answer)

/**
 * Why a finding of a return's checks is as it should be; it travels with the return. The finding's
 * key holds the figures it is about: when they change, the answer no longer answers it.
 */
struct _UpstandFindingAnswer {
    UpstandRecord parent_instance;
    char *return_id; /* "data" */
    char *period; /* its label */
    char *finding;
    char *reason;
    char *post;
    UpstandDay dated;
};

G_END_DECLS
