/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/shape.h"
#include "records/text.h"
#include "records/timing.h"

G_BEGIN_DECLS

/*
 * A framework file as plain C: one edition of the national framework with the lists that belong to
 * it. docs/framework-format.md describes every member for whoever writes a later edition. Nothing
 * here touches a plan; the numbers of actions are data and stand in no code.
 */

#define UPSTAND_FRAMEWORK_FORMAT "upstand-framework"
#define UPSTAND_FRAMEWORK_FORMAT_VERSION 1

typedef struct {
    char *code; /* "vawg-year-1": with a requirement's id it names that duty for ever */
    UpstandText title;
    UpstandText short_title;
    UpstandDay published;
    UpstandDay launched; /* the day from which "immediate" and "within three months" run */
    UpstandText source; /* who published it, and where the original is to be found */
    UpstandText licence; /* what may be done with the original, and whose words these are */
} UpstandFrameworkEdition;

typedef struct {
    char *id;
    UpstandText title;
    UpstandText short_title; /* for charts and narrow columns */
} UpstandFrameworkPillar;

typedef struct {
    char *id;
    UpstandText title;
    UpstandText duty; /* in our own words */
    UpstandText evidence; /* what shows that it is done */
    UpstandTiming timing; /* as published; a plan's current dates are the plan's */
    UpstandText note; /* how the timing was read; may be empty */
} UpstandFrameworkRequirement;

typedef struct {
    char *id;
    char *pillar; /* the id of one */
    UpstandText title;
    UpstandText short_title;
    UpstandFrameworkRequirement *requirements;
    gsize n_requirements;
} UpstandFrameworkAction;

typedef struct {
    char *id;
    UpstandText title;
    UpstandText short_title;
    char *kind; /* "role", "accreditation" (a training programme passed) or "skill" */
    gboolean second_role; /* held beside another post: more trained than in post is usual */
    UpstandText note;
} UpstandFrameworkCapability;

typedef struct {
    char *id;
    UpstandText title;
    gboolean internal; /* inside the force: not counted in the coverage of the public */
    gboolean one_way; /* it reaches people and hears nobody */
    char **requirements; /* ids of the duties that one of these evidences; NULL for none */
    UpstandText note;
} UpstandFrameworkEngagementKind;

typedef struct {
    char *id;
    UpstandText title;
    gboolean each_quarter; /* a quarter that did not reach them is asked about */
} UpstandFrameworkGroup;

typedef struct {
    char *id;
    UpstandText title;
    char **requirements; /* ids of the duties that one of these evidences; NULL for none */
    UpstandText note;
} UpstandFrameworkDocumentKind;

typedef struct {
    char *id;
    UpstandText title;
} UpstandFrameworkSpaceSource;

/* A register of the program whose entries evidence duties by being there. */
typedef struct {
    char *id; /* as docs/framework-format.md names them */
    UpstandText title;
    char **requirements;
} UpstandFrameworkRegister;

/* Something that is counted of an order: issued, applied for, granted, breached. */
typedef struct {
    char *id;
    UpstandText title;
} UpstandFrameworkOrderCount;

typedef struct {
    char *id;
    UpstandText title;
    UpstandText short_title;
    UpstandDay from; /* 0: longer ago than any plan */
    UpstandDay until; /* its last day; 0 while it lasts */
    char **counts; /* ids of the counts that apply to it, in the order of the columns */
    UpstandText note;
} UpstandFrameworkOrder;

typedef struct {
    char *id;
    UpstandText title;
    UpstandText note;
} UpstandFrameworkOffenceGroup;

typedef struct {
    int code; /* the Home Office's number */
    UpstandText title; /* in full */
    UpstandText short_title; /* a force may write its own */
    gboolean scrutiny; /* proposals of it are scrutinised before they are final */
    char **warn_for; /* ids of the offence groups where it wants a reason; NULL for none */
} UpstandFrameworkOutcomeCode;

typedef struct {
    char *id;
    UpstandText title;
    UpstandText short_title;
} UpstandFrameworkRecommendationBody;

typedef struct {
    char *id; /* as the command line calls it: "action-plan" */
    UpstandText title;
    UpstandText note; /* what of its dates is published and what is our proposal */
    char *cadence; /* "monthly", "quarterly", "six-monthly", "yearly", "census" or "version" */
    UpstandDay first_start; /* 0 for a census or a version */
    UpstandDay first_end; /* the end of the first period, or the first census */
    UpstandDay first_due;
    int repeat_months; /* 0: the first is the only one, or a version has no calendar */
    UpstandDay repeat_from; /* the end of the first repeated period */
    int due_after_days; /* the lag of every later one, after its period's end */
    gboolean provisional; /* due before its period ends: revised later */
    char *classification; /* "official" or "official-sensitive", until somebody chooses */
    char **requirements; /* ids of the duties it serves; NULL for none */
} UpstandFrameworkReturn;

typedef struct {
    char *id;
    UpstandText title;
} UpstandFrameworkValue;

/* What a figure may be told apart by. */
typedef struct {
    char *id;
    UpstandText title;
    char *list; /* "offence-group", "order", "outcome-code": its values are that list; or NULL */
    gboolean overlaps; /* one thing may stand under several values: they never add up */
    gboolean open; /* each force adds values of its own */
    UpstandFrameworkValue *values; /* where it has no list */
    gsize n_values;
    UpstandText note;
} UpstandFrameworkDimension;

/* Something that is asked in words. */
typedef struct {
    char *id;
    UpstandText title; /* the question */
} UpstandFrameworkQuestion;

/* A part of the data return: a sheet of it, a heading of the grid. */
typedef struct {
    char *id;
    UpstandText title;
    UpstandText short_title;
    UpstandFrameworkQuestion *questions;
    gsize n_questions;
} UpstandFrameworkMeasureArea;

typedef struct {
    char *id;
    char *area; /* the id of one */
    UpstandText title;
    UpstandText definition; /* what exactly is counted, and when */
    char *kind; /* "count", "fte", "days", "hours", "percent" or "rate" */
    char *numerator, *denominator; /* of a rate: the ids of two measures */
    int per; /* of a rate: 100 for "per 100" */
    char **breakdown; /* dimensions, all crossed with each other; NULL: one figure alone */
    gboolean whole; /* the first of them is left out too: its values overlap, or do not cover all */
    char **only; /* values of these dimensions that alone are asked for; NULL: all */
    char **further; /* dimensions that it is broken down by besides, each by itself, if it can be */
    char *order_count; /* only of the orders that have this count; NULL: not of orders */
    char *basis; /* "cohort" (parts and whole are the same cases) or "flow"; NULL for a rate */
    char *cadence; /* "monthly", "quarterly", "six-monthly", "yearly" */
    UpstandDay from, until; /* 0: before any plan; while it lasts */
    gboolean mandatory; /* every period owes an answer */
    UpstandText baseline, outcome_one_year, outcome_two_years; /* mostly the force's to fill */
    UpstandText good; /* what good looks like */
    UpstandText source; /* where the data already lives */
    char **requirements; /* ids of the duties it serves */
    char **returns; /* ids of the returns it goes into, at least one */
} UpstandFrameworkMeasure;

/* What must hold between figures of one period. */
typedef struct {
    char *id;
    char *rule; /* "at-most": lesser, added up, is no more than greater; "equals" */
    char **lesser, **greater; /* ids of measures */
    char *lesser_over, *greater_over; /* a dimension over which each side is added up; or NULL */
    char **lesser_items, **greater_items; /* its values that count; NULL: all */
} UpstandFrameworkMeasureRelation;

/* From when on figures cannot be compared with those before. */
typedef struct {
    char *id;
    UpstandDay dated; /* the first day of the new series */
    char *area; /* the id of one; NULL with @measure NULL too: of all */
    char *measure;
    UpstandText reason;
} UpstandFrameworkMeasureBreak;

/* Where a duty of an earlier edition went. */
typedef struct {
    char *edition; /* the code of the earlier one */
    char *from; /* a requirement's id there */
    char **to; /* ids here; empty where nothing follows it */
    UpstandText note;
} UpstandFrameworkCrosswalk;

typedef struct {
    UpstandFrameworkEdition edition;
    UpstandFrameworkPillar *pillars;
    gsize n_pillars;
    UpstandFrameworkAction *actions; /* in the order of the file, each with its requirements */
    gsize n_actions;
    UpstandFrameworkCapability *capabilities;
    gsize n_capabilities;
    UpstandFrameworkEngagementKind *engagement_kinds;
    gsize n_engagement_kinds;
    UpstandFrameworkGroup *groups;
    gsize n_groups;
    UpstandFrameworkDocumentKind *document_kinds;
    gsize n_document_kinds;
    UpstandFrameworkSpaceSource *space_sources;
    gsize n_space_sources;
    UpstandFrameworkRegister *registers;
    gsize n_registers;
    UpstandFrameworkOrderCount *order_counts;
    gsize n_order_counts;
    UpstandFrameworkOrder *orders;
    gsize n_orders;
    UpstandFrameworkOffenceGroup *offence_groups;
    gsize n_offence_groups;
    UpstandFrameworkOutcomeCode *outcome_codes;
    gsize n_outcome_codes;
    UpstandFrameworkRecommendationBody *recommendation_bodies;
    gsize n_recommendation_bodies;
    UpstandFrameworkReturn *returns;
    gsize n_returns;
    UpstandFrameworkDimension *dimensions;
    gsize n_dimensions;
    UpstandFrameworkMeasureArea *measure_areas;
    gsize n_measure_areas;
    UpstandFrameworkMeasure *measures;
    gsize n_measures;
    UpstandFrameworkMeasureRelation *measure_relations;
    gsize n_measure_relations;
    UpstandFrameworkMeasureBreak *measure_breaks;
    gsize n_measure_breaks;
    UpstandFrameworkCrosswalk *crosswalk; /* from every earlier edition; none in the first */
    gsize n_crosswalk;
    GBytes *source; /* the file as it was read: a plan keeps it */
} UpstandFramework;

/**
 * Reads the framework in @bytes. @name is the file as the person knows it, for messages.
 *
 * Returns: the framework, to be freed; NULL with the errors of upstand_shape_read (), or
 * UPSTAND_ERROR_FORMAT for an id that stands twice, a reference to nothing, or a timing whose
 * parts contradict its cadence, each with the member's path.
 */
UpstandFramework *upstand_framework_parse (GBytes *bytes, const char *name, GError **error);

/** The same from a file. Also UPSTAND_ERROR_NOT_FOUND, UPSTAND_ERROR_FAILED. */
UpstandFramework *upstand_framework_load (const char *path, GError **error);

/** The edition that the program carries. Fails only when the program was built wrongly. */
UpstandFramework *upstand_framework_load_default (GError **error);

void upstand_framework_free (UpstandFramework *framework);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandFramework, upstand_framework_free)

/** The requirement with this @id, or NULL. @action, if not NULL, becomes the one it belongs to. */
const UpstandFrameworkRequirement *upstand_framework_find_requirement (
    const UpstandFramework *framework, const char *id, const UpstandFrameworkAction **action);

gsize upstand_framework_count_requirements (const UpstandFramework *framework);

/**
 * Whether the crosswalk of @framework fits @earlier, which the plan already holds: every "from"
 * that names its edition is a requirement there, and none of its requirements is left out.
 * TRUE when @framework has no crosswalk from that edition at all.
 *
 * @name: the file of @framework, for the message
 */
gboolean upstand_framework_check_crosswalk (const UpstandFramework *framework, const char *name,
    const UpstandFramework *earlier, GError **error);

G_END_DECLS
