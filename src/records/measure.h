/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/record.h"

G_BEGIN_DECLS

/* What the data return counts, copied from an edition of the framework; a force may add its own.
 * The figures themselves are in records/measure-figure.h. */

/** The lists of framework items that belong to measures. */
#define UPSTAND_LIST_MEASURE_AREA "measure-area"
#define UPSTAND_LIST_QUESTION "question" /* what applies to it is the code of its area */
#define UPSTAND_LIST_DIMENSION "dimension"
#define UPSTAND_LIST_RETURN "return"

/** Of a dimension: one thing may stand under several of its values; each force adds values. */
#define UPSTAND_APPLIES_OVERLAPS "overlaps"
#define UPSTAND_APPLIES_OPEN "open"

typedef enum {
    UPSTAND_MEASURE_COUNT,
    UPSTAND_MEASURE_FTE,
    UPSTAND_MEASURE_DAYS,
    UPSTAND_MEASURE_HOURS,
    UPSTAND_MEASURE_PERCENT,
    UPSTAND_MEASURE_RATE, /* worked out of two others, never typed */
} UpstandMeasureKind;

typedef enum {
    UPSTAND_MEASURE_FLOW, /* what happened in the period, whenever it began */
    UPSTAND_MEASURE_COHORT, /* parts and whole are the same cases: they must fit */
} UpstandMeasureBasis;

typedef enum {
    UPSTAND_RELATION_AT_MOST, /* lesser, added up, is no more than greater */
    UPSTAND_RELATION_EQUALS,
} UpstandMeasureRule;

extern const UpstandChoice upstand_measure_kinds[];
extern const UpstandChoice upstand_measure_bases[];
extern const UpstandChoice upstand_measure_rules[];

/** The cadences of periods, in the order of UpstandPeriodCadence, whose keys they share. */
extern const UpstandChoice upstand_measure_cadences[];

UPSTAND_DECLARE_RECORD (UpstandMeasure, upstand_measure)

struct _UpstandMeasure {
    UpstandRecord parent_instance;
    gint64 edition_id; /* 0: the force's own */
    char *code;
    gint64 area_id;
    char *title_en, *title_cy;
    char *definition_en, *definition_cy;
    guint kind; /* UpstandMeasureKind */
    gint64 numerator_id, denominator_id; /* of a rate */
    gint64 per; /* of a rate: 100; UPSTAND_NO_NUMBER */
    guint basis; /* UpstandMeasureBasis */
    guint cadence; /* UpstandPeriodCadence */
    UpstandDay from_date, until_date; /* 0: before any plan; while it lasts */
    gboolean mandatory;
    char *baseline_en, *baseline_cy;
    char *one_year_en, *one_year_cy;
    char *two_years_en, *two_years_cy;
    char *good_en, *good_cy; /* what good looks like */
    char *source_en, *source_cy; /* where the data already lives */
    char *returns; /* codes, separated by spaces */
    gint64 position;
    GArray *requirements;
};

/** How many decimals figures of that kind may have. */
int upstand_measure_kind_get_decimals (UpstandMeasureKind kind);

UPSTAND_DECLARE_RECORD (UpstandMeasureLine, upstand_measure_line)

/** A measure told apart: one row of the grid. */
struct _UpstandMeasureLine {
    UpstandRecord parent_instance;
    gint64 measure_id;
    char *code; /* UPSTAND_LINE_ALL or "offence-group:rape/outcome-code:16" */
    char *title_en, *title_cy;
    gint64 position;
    UpstandDay from_date, until_date; /* of the order it is about */
    gboolean further; /* a breakdown that nobody must fill */
    gboolean wants_reason; /* any number here is asked about */
};

UPSTAND_DECLARE_RECORD (UpstandMeasureRelation, upstand_measure_relation)

/** What must hold between figures of one period; lists are words separated by spaces. */
struct _UpstandMeasureRelation {
    UpstandRecord parent_instance;
    gint64 edition_id;
    char *code;
    guint rule; /* UpstandMeasureRule */
    char *lesser, *lesser_over, *lesser_items;
    char *greater, *greater_over, *greater_items;
};

UPSTAND_DECLARE_RECORD (UpstandMeasureBreak, upstand_measure_break)

/** Why figures from a day on cannot be compared with those before it. */
struct _UpstandMeasureBreak {
    UpstandRecord parent_instance;
    gint64 edition_id; /* 0: the force's own */
    UpstandDay dated; /* the first day of the new series */
    gint64 area_id, measure_id; /* both 0: of all */
    char *reason_en, *reason_cy;
};

G_END_DECLS
