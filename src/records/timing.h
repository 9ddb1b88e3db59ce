/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/field.h"

G_BEGIN_DECLS

/**
 * UpstandCadence:
 *
 * How often a duty asks for something. The keys in framework files and in SQL are "once",
 * "continuous", "immediate", "quarterly", "six-monthly" and "review"; a plan keeps the key, never
 * the number.
 */
typedef enum {
    UPSTAND_CADENCE_ONCE, /* done by its deadline, then done */
    UPSTAND_CADENCE_CONTINUOUS, /* never done; goes stale when nothing evidences it */
    UPSTAND_CADENCE_IMMEDIATE, /* launch + a setting, then the clock of repeat_months */
    UPSTAND_CADENCE_QUARTERLY, /* for each quarter that ends */
    UPSTAND_CADENCE_SIX_MONTHLY, /* for each half-year that ends */
    UPSTAND_CADENCE_REVIEW, /* no stated time, or kept up after one: a review clock */
} UpstandCadence;
#define UPSTAND_N_CADENCES (UPSTAND_CADENCE_REVIEW + 1)

/**
 * UpstandTiming:
 *
 * When a duty falls due, as the framework states it and before any force moved it. The clock runs
 * on intended dates: the n-th repeat is repeat_from + n * repeat_months, whenever the one before
 * was really done.
 */
typedef struct {
    UpstandCadence cadence;
    UpstandDay deadline; /* the first, or the only one; 0 where none is stated */
    int repeat_months; /* 0: does not repeat by a calendar of its own */
    UpstandDay repeat_from; /* the end of the first repeated period; 0 where nothing is stated */
} UpstandTiming;

/** The cadences, in the order of the enum, as a record keeps them. */
extern const UpstandChoice upstand_cadence_choices[];

/** The key of @cadence in files and in SQL: "six-monthly". Not for people. */
const char *upstand_cadence_to_key (UpstandCadence cadence);

/** Finds the cadence with this @key, exactly. FALSE when there is none; @cadence stays as it was.
 */
gboolean upstand_cadence_from_key (const char *key, UpstandCadence *cadence);

/** @cadence in words for people, translated: "Every six months". */
const char *upstand_cadence_get_label (UpstandCadence cadence);

G_END_DECLS
