/* SPDX-License-Identifier: MIT */
#pragma once

#include "rules/finding.h"
#include "rules/measures.h"
#include "rules/thresholds.h"

G_BEGIN_DECLS

/**
 * UpstandMeasureChecks:
 *
 * The checks of the data return (domain, section 4: those that touch its figures), and what they
 * look at. Nothing is owned. A rule looks at one column; what it needs of earlier ones it finds in
 * the same block.
 */
typedef struct {
    const UpstandMeasures *measures;
    guint period; /* the column that is to be sent */
    UpstandThresholds thresholds;
    guint n_run; /* rules that were applied, so that a test can count them */
} UpstandMeasureChecks;

/* The checks' ids. */
#define UPSTAND_CHECK_MEASURE_NUMBER "measure-number" /* B: a number that its kind cannot be */
#define UPSTAND_CHECK_MEASURE_ANSWERED "measure-answered" /* B: owed, and not answered */
#define UPSTAND_CHECK_MEASURE_TWICE "measure-twice" /* B: two figures for one period */
#define UPSTAND_CHECK_MEASURE_GAP "measure-gap" /* B: nothing at all in the period before */
#define UPSTAND_CHECK_MEASURE_RELATION "measure-relation" /* B of a cohort, W of flows */
#define UPSTAND_CHECK_MEASURE_CHANGE "measure-change" /* W: changed a lot */
#define UPSTAND_CHECK_MEASURE_ZERO "measure-zero" /* W: zero after non-zero */
#define UPSTAND_CHECK_MEASURE_SAME "measure-same" /* W: the same as in the period before */
#define UPSTAND_CHECK_MEASURE_BREAK "measure-break" /* W: a break crossed without a note */
#define UPSTAND_CHECK_MEASURE_REASON "measure-reason" /* W: any number here is asked about */
#define UPSTAND_CHECK_MEASURE_IDENTIFIER "measure-identifier" /* B: a note that names somebody */
#define UPSTAND_CHECK_NARRATIVE_IDENTIFIER "narrative-identifier" /* B: the same of an answer */

/** The places of a finding: which cell, and for a relation which one; else UPSTAND_NOWHERE. */
enum {
    UPSTAND_MEASURE_PLACE_LINE,
    UPSTAND_MEASURE_PLACE_PERIOD,
    UPSTAND_MEASURE_PLACE_RELATION,
    UPSTAND_MEASURE_PLACE_QUESTION,
};

/**
 * Every rule over every cell of the column. The subject of a finding holds the figures it is about:
 * when they change, a reason that was given for it answers it no longer.
 *
 * A change, a zero and a sameness are looked for between whole periods with no break between them;
 * figures that agree by chance, below the threshold "change-least", are not the same.
 *
 * Returns: (transfer full) (element-type UpstandFinding): in order
 */
GPtrArray *upstand_measure_checks_run (UpstandMeasureChecks *self);

/**
 * Brings @findings, of upstand_measure_checks_run(), up to date after one cell changed: runs the
 * rules that read this cell and no others. @period may be another column than the checked one.
 */
void upstand_measure_checks_run_cell (
    UpstandMeasureChecks *self, guint line, guint period, GPtrArray *findings);

/**
 * Adds what is wrong with the period's answers in words.
 * Returns: FALSE with an engine error
 */
gboolean upstand_measure_checks_add_narrative (
    UpstandMeasureChecks *self, UpstandDatabase *database, GPtrArray *findings, GError **error);

/** A finding with the reason that was given for it, as a return carries it. */
typedef struct {
    UpstandFinding *finding; /* borrowed */
    char *reason, *post; /* NULL: none was given */
    UpstandDay dated;
} UpstandAnsweredFinding;

/**
 * (transfer full) (element-type UpstandAnsweredFinding): @findings in their order, each with its
 * answer for @return_id and the period's label.
 */
GPtrArray *upstand_measure_checks_find_answers (UpstandDatabase *database, const char *return_id,
    const char *period, GPtrArray *findings, GError **error);

/** Whether it still stands in the way: blocks uncleared, or warns unanswered. An identifier is
 * cleared by a reason; nothing else that blocks is. */
gboolean upstand_answered_finding_is_open (const UpstandAnsweredFinding *self);

G_END_DECLS
