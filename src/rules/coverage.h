/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/framework-records.h"
#include "rules/period.h"
#include "rules/thresholds.h"

#include "database/database.h"

G_BEGIN_DECLS

/**
 * UpstandCoverage:
 *
 * Who has been heard: groups by period (domain, section 3). Engagements inside the force do not
 * count for the public, those after today not yet; a communication reaches a group and hears
 * nobody. Groups overlap, so their figures never add up. Immutable; may be read in a worker.
 */
typedef struct _UpstandCoverage UpstandCoverage;

/** A group in a period. */
typedef struct {
    guint heard; /* engagements that it took part in */
    gint64 people; /* in those of them where they were counted */
    guint reached; /* communications to it */
    gboolean closed; /* the group was not on the list at any time of the period */
} UpstandCoverageCell;

/** A group over all time. */
typedef struct {
    UpstandFrameworkItem *group; /* of the newest edition that has it */
    GArray *ids; /* of the entry in every edition: what engagements are linked to */
    UpstandDay last_heard; /* 0: never */
    UpstandDay last_reached; /* by a communication; 0: never */
    UpstandDay heard_before; /* last before the newest period began; 0: never */
} UpstandCoverageGroup;

/**
 * Reads the links once, whatever the number of periods.
 *
 * @newest: the last period, a whole one
 * @n_periods: how many up to it
 */
UpstandCoverage *upstand_coverage_load (UpstandDatabase *database, const UpstandPeriod *newest,
    guint n_periods, UpstandDay today, GError **error);
void upstand_coverage_free (UpstandCoverage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandCoverage, upstand_coverage_free)

guint upstand_coverage_get_n_groups (const UpstandCoverage *self);
guint upstand_coverage_get_n_periods (const UpstandCoverage *self);

/** In the framework's order, the force's own after them. */
const UpstandCoverageGroup *upstand_coverage_get_group (const UpstandCoverage *self, guint group);

/** The oldest first. */
const UpstandPeriod *upstand_coverage_get_period (const UpstandCoverage *self, guint period);
const UpstandCoverageCell *upstand_coverage_get_cell (
    const UpstandCoverage *self, guint group, guint period);

/** Days since the group was last heard: 0 today; -1: never. */
int upstand_coverage_days_since (const UpstandCoverage *self, guint group);

/**
 * TRUE when the newest period heard a group that had not been heard for longer than new_reach_days
 * before the period, or never.
 */
gboolean upstand_coverage_is_new (
    const UpstandCoverage *self, guint group, const UpstandThresholds *thresholds);

/** TRUE for an open group that the newest period has not heard. */
gboolean upstand_coverage_is_missing (const UpstandCoverage *self, guint group);

/** The coverage in a sentence: "3 of 9 groups were not heard in ...: ...". To be freed. */
char *upstand_coverage_describe (const UpstandCoverage *self, const char *language);

G_END_DECLS
