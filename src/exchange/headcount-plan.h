/* SPDX-License-Identifier: MIT */
#pragma once

#include "database/database.h"
#include "records/census.h"
#include "records/framework-records.h"
#include "records/headcount.h"
#include "records/unit.h"

G_BEGIN_DECLS

/** The place of a cell: the members that name an UpstandHeadcount. */
typedef struct {
    gint64 census_id;
    gint64 unit_id;
    gint64 capability_id;
    guint workforce;
    guint basis;
    guint count;
} UpstandHeadcountPlace;

/**
 * UpstandHeadcountPlan:
 *
 * What a plan has of headcount, read once to be compared with many cells: units, capabilities,
 * censuses by id, and the cells of those censuses that were asked for.
 */
typedef struct {
    GHashTable *units; /* gint64 -> UpstandUnit */
    GHashTable *capabilities; /* gint64 -> UpstandFrameworkItem */
    GHashTable *censuses; /* gint64 -> UpstandCensus */
    GHashTable *cells; /* UpstandHeadcountPlace -> UpstandHeadcount */
    GHashTable *read; /* ids of the censuses whose cells are there */
} UpstandHeadcountPlan;

UpstandHeadcountPlan *upstand_headcount_plan_read (UpstandDatabase *database, GError **error);
void upstand_headcount_plan_free (UpstandHeadcountPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandHeadcountPlan, upstand_headcount_plan_free)

/** Reads the cells of that census too, once. */
gboolean upstand_headcount_plan_read_census (
    UpstandHeadcountPlan *self, UpstandDatabase *database, gint64 census_id, GError **error);

/** The cell, borrowed; NULL: not answered. */
UpstandHeadcount *upstand_headcount_plan_find (
    UpstandHeadcountPlan *self, const UpstandHeadcountPlace *place);

/** A figure of the cell; unanswered where there is none. */
UpstandFigure upstand_headcount_plan_get (
    UpstandHeadcountPlan *self, const UpstandHeadcountPlace *place);

/** Borrowed; NULL: there is none of that id. */
UpstandUnit *upstand_headcount_plan_get_unit (UpstandHeadcountPlan *self, gint64 id);
UpstandFrameworkItem *upstand_headcount_plan_get_capability (UpstandHeadcountPlan *self, gint64 id);
UpstandCensus *upstand_headcount_plan_get_census (UpstandHeadcountPlan *self, gint64 id);

/** The census before that one; NULL: none. Borrowed. */
UpstandCensus *upstand_headcount_plan_get_earlier (
    UpstandHeadcountPlan *self, const UpstandCensus *census);

/**
 * (transfer container): the units that people are counted in on @day, by name: open on it and
 * without an open part below them.
 */
GPtrArray *upstand_headcount_plan_list_units (UpstandHeadcountPlan *self, UpstandDay day);

/** (transfer container): the capabilities that are counted on @day, in their order. */
GPtrArray *upstand_headcount_plan_list_capabilities (UpstandHeadcountPlan *self, UpstandDay day);

/** What a capability is called in the language of everything else; owned by the record. */
const char *upstand_headcount_plan_get_capability_title (
    UpstandHeadcountPlan *self, gint64 capability_id);

/**
 * The unit or the capability of that name, in either language and any case, by code too.
 *
 * Returns: its id; 0: none of that name; -1: more than one
 */
gint64 upstand_headcount_plan_find_unit (UpstandHeadcountPlan *self, const char *name);
gint64 upstand_headcount_plan_find_capability (UpstandHeadcountPlan *self, const char *name);

G_END_DECLS
