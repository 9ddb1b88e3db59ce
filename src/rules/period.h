/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/date.h"

G_BEGIN_DECLS

/**
 * UpstandPeriodCadence:
 *
 * The grids of time that figures are kept in (domain, section 2: quarterly is only the proposal).
 * Years are financial years, April to March, so quarter 1 is April to June. A census is one day;
 * the usual ones are 31 March and 30 September, but any day can be one.
 */
typedef enum {
    UPSTAND_PERIOD_CENSUS,
    UPSTAND_PERIOD_MONTHLY,
    UPSTAND_PERIOD_QUARTERLY,
    UPSTAND_PERIOD_SIX_MONTHLY,
    UPSTAND_PERIOD_YEARLY,
} UpstandPeriodCadence;
#define UPSTAND_N_PERIOD_CADENCES (UPSTAND_PERIOD_YEARLY + 1)

/**
 * UpstandPeriod:
 *
 * The three members together are the identity; labels are derived. Both days are included. A
 * period inside a whole one (figures that begin on 20 December) is a part-period.
 */
typedef struct {
    UpstandPeriodCadence cadence;
    UpstandDay start, end;
} UpstandPeriod;

/** The key in SQL and files: "census", "monthly", "quarterly", "six-monthly", "yearly". */
const char *upstand_period_cadence_to_key (UpstandPeriodCadence cadence);

/** Finds the cadence with this @key, exactly. FALSE when there is none. */
gboolean upstand_period_cadence_from_key (const char *key, UpstandPeriodCadence *cadence);

/** @cadence in words for people, translated: "Quarterly". */
const char *upstand_period_cadence_get_label (UpstandPeriodCadence cadence);

/**
 * The whole period that @day lies in. For a census, the last usual census day that is not after
 * @day.
 */
UpstandPeriod upstand_period_current (UpstandPeriodCadence cadence, UpstandDay day);

/** The last whole period that ended before @today: the one whose figures can be complete. */
UpstandPeriod upstand_period_last_ended (UpstandPeriodCadence cadence, UpstandDay today);

/** The whole period after the one that @period is, or is a part of. */
UpstandPeriod upstand_period_next (const UpstandPeriod *period);

/** The whole period before the one that @period is, or is a part of. */
UpstandPeriod upstand_period_previous (const UpstandPeriod *period);

/** The same whole period one year earlier, for comparing like with like. */
UpstandPeriod upstand_period_year_before (const UpstandPeriod *period);

/** The whole period that @period is, or is a part of. */
UpstandPeriod upstand_period_whole (const UpstandPeriod *period);

/**
 * The part of @period from @start to @end, which may reach beyond it on either side; 0 stands for
 * its own start or end. FALSE when nothing is left.
 */
gboolean upstand_period_part (
    const UpstandPeriod *period, UpstandDay start, UpstandDay end, UpstandPeriod *part);

/** TRUE when @period covers less than its whole. */
gboolean upstand_period_is_part (const UpstandPeriod *period);

/** TRUE when the days are in order and lie within one whole period of the cadence. */
gboolean upstand_period_is_valid (const UpstandPeriod *period);

/** TRUE when @day is inside @period. */
gboolean upstand_period_contains (const UpstandPeriod *period, UpstandDay day);

/** Orders by start, then end, then cadence; 0 exactly for the same identity. */
int upstand_period_compare (const UpstandPeriod *a, const UpstandPeriod *b);

/**
 * The short name that commands, file names and lists use, the same in every language:
 * "2021-22-Q4", "2021-22-H2", "2021-22", "2022-03", "2022-09-30"; a part-period adds its days:
 * "2021-22-Q3_2021-12-20_2021-12-31". To be freed.
 */
char *upstand_period_label (const UpstandPeriod *period);

/**
 * @period in words, translated: "Quarter 4 of 2021-22 (January to March 2022)". To be freed.
 */
char *upstand_period_describe (const UpstandPeriod *period);

/**
 * Reads what upstand_period_label() writes, in any case and also with "/" or a space for "-":
 * "2021/22 Q4". Years from 2013 to 2098, where no year can be mistaken for a month.
 *
 * Returns: FALSE, with UPSTAND_ERROR_INVALID and a sentence that shows how to write one.
 */
gboolean upstand_period_parse (const char *label, UpstandPeriod *period, GError **error);

/** upstand_period_parse() for a return kept by @cadence: a label of any other cadence is refused.
 */
gboolean upstand_period_parse_as (
    const char *label, UpstandPeriodCadence cadence, UpstandPeriod *period, GError **error);

G_END_DECLS
