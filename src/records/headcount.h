/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/figure.h"
#include "records/record.h"

G_BEGIN_DECLS

/** What is counted of a capability in a unit at a census (domain, section 3), in reading order. */
typedef enum {
    UPSTAND_COUNT_CASES, /* demand: open or expected in the period */
    UPSTAND_COUNT_CASELOAD, /* demand: cases that one specialist can carry */
    UPSTAND_COUNT_NEEDED, /* demand given directly; goes before cases and caseload */
    UPSTAND_COUNT_ESTABLISHMENT, /* roles requiring it */
    UPSTAND_COUNT_IN_POST,
    UPSTAND_COUNT_TRAINED, /* in post and trained */
    UPSTAND_COUNT_IN_DATE, /* whose accreditation is in date */
    UPSTAND_COUNT_DEPLOYABLE,
    UPSTAND_COUNT_IN_TRAINING,
    UPSTAND_COUNT_TRAINED_ELSEWHERE, /* trained, and working elsewhere in the force */
    UPSTAND_COUNT_EXPIRING, /* accreditations that expire within six months */
    UPSTAND_COUNT_PLACES, /* course places planned within six months */
    UPSTAND_COUNT_PEOPLE, /* distinct people of a unit, over all capabilities */
} UpstandCount;
#define UPSTAND_N_COUNTS (UPSTAND_COUNT_PEOPLE + 1)

typedef enum {
    UPSTAND_WORKFORCE_ALL, /* what is not told apart: demand, courses */
    UPSTAND_WORKFORCE_OFFICERS,
    UPSTAND_WORKFORCE_STAFF,
} UpstandWorkforce;
#define UPSTAND_N_WORKFORCES (UPSTAND_WORKFORCE_STAFF + 1)

typedef enum {
    UPSTAND_BASIS_HEADCOUNT, /* people */
    UPSTAND_BASIS_FTE, /* full-time equivalents */
} UpstandBasis;
#define UPSTAND_N_BASES (UPSTAND_BASIS_FTE + 1)

/** What a count is, in one place: grid, workbook and import ask here. */
typedef struct {
    const char *definition; /* N_(): what exactly is counted */
    gboolean by_workforce; /* entered for officers and staff apart, else for all */
    gboolean in_fte; /* entered in full-time equivalents too */
} UpstandCountTraits;

extern const UpstandCountTraits upstand_count_traits[UPSTAND_N_COUNTS];

/** Keys and words of each; the value is the index. */
extern const UpstandChoice upstand_counts[];
extern const UpstandChoice upstand_workforces[];
extern const UpstandChoice upstand_bases[];

UPSTAND_DECLARE_RECORD (UpstandHeadcount, upstand_headcount)

/**
 * One cell of the grid. An ordinary record, so that saving, history, undo and search are those of
 * every other; the first six members name it and only one row has them.
 */
struct _UpstandHeadcount {
    UpstandRecord parent_instance;
    gint64 census_id;
    gint64 unit_id;
    gint64 capability_id; /* 0 for UPSTAND_COUNT_PEOPLE */
    guint workforce; /* UpstandWorkforce */
    guint basis; /* UpstandBasis */
    guint count; /* UpstandCount */
    gint64 value; /* hundredths; UPSTAND_NO_NUMBER outside the state "value" */
    guint state; /* UpstandFigureState */
    char *note;
};

/** How many decimals a count may have: people are whole, equivalents and caseloads need not be. */
int upstand_count_get_decimals (UpstandCount count, UpstandBasis basis);

/** Whether the grid has a cell for these three. */
gboolean upstand_count_applies (UpstandCount count, UpstandWorkforce workforce, UpstandBasis basis);

G_END_DECLS
