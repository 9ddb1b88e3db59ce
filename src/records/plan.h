/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/framework.h"
#include "records/store.h"

G_BEGIN_DECLS

/* A plan as a whole: a file made from a framework for a force, and what holds for all of it. */

/** The names of settings that are not thresholds (those are "threshold-" and their key). */
#define UPSTAND_SETTING_FORCE "force"
#define UPSTAND_SETTING_START "start"
#define UPSTAND_SETTING_POST "post"
#define UPSTAND_SETTING_TODAY "today" /* of a sample, whose story ends on a certain day */

/**
 * Makes a new, empty plan at @path for @force, with the framework's duties copied into it. It is
 * built under another name and then renamed, so that @path is whole or not there.
 *
 * @force: the force's name, in words
 * @start: the day the plan's clocks begin; 0: the framework's launch
 * @post: whose plan it is; may be NULL
 *
 * Returns: FALSE with UPSTAND_ERROR_EXISTS when @path is taken, or why it could not be made.
 */
gboolean upstand_plan_create (const char *path, const char *force,
    const UpstandFramework *framework, UpstandDay start, const char *post, GError **error);

/**
 * What fills a plan before anybody sees it, in the same breath as it is made. FALSE with @error set
 * gives the whole plan up.
 */
typedef gboolean (*UpstandPlanFiller) (UpstandStore *store, gpointer user_data, GError **error);

/** The same, and @filler has its turn before the plan gets its name. */
gboolean upstand_plan_create_filled (const char *path, const char *force,
    const UpstandFramework *framework, UpstandDay start, const char *post, UpstandPlanFiller filler,
    gpointer user_data, GError **error);

/** Opens a plan as a store. @post may be NULL: the one it was made with. Errors of the database. */
UpstandStore *upstand_plan_open (
    const char *path, UpstandDatabaseMode mode, const char *post, GError **error);

/**
 * Copies a further edition into an open plan, beside those it has, with its crosswalk, as one step.
 * An edition that the plan holds without its measures, because an earlier program took it in, gets
 * them.
 *
 * @name: its file, for messages. UPSTAND_ERROR_EXISTS when the plan has that edition.
 */
gboolean upstand_plan_add_framework (
    UpstandStore *store, const UpstandFramework *framework, const char *name, GError **error);

/** The force's name; to be freed. */
char *upstand_plan_get_force (UpstandStore *store);

/** The day the plan's clocks begin. */
UpstandDay upstand_plan_get_start (UpstandStore *store);

/**
 * The day it is for this plan: the sample's own, else that of the clock. The environment's
 * UPSTAND_TODAY (an ISO date) comes before both, for tests and pictures. Programs and windows ask
 * once and hand it down. @store may be NULL: no plan is open yet.
 */
UpstandDay upstand_plan_get_today (UpstandStore *store);

/**
 * UpstandOutlineNode:
 *
 * An UpstandPillar, UpstandAction or UpstandRequirement, and what is below it, in the framework's
 * order.
 */
typedef struct {
    gpointer record; /* owned */
    GPtrArray *children; /* of UpstandOutlineNode; NULL for a requirement */
} UpstandOutlineNode;

/** (transfer full) (element-type UpstandEdition): the plan's editions, the newest first. */
GPtrArray *upstand_plan_list_editions (UpstandDatabase *database, GError **error);

/**
 * (transfer full) (element-type UpstandOutlineNode): the pillars of the edition; 0: of all of them,
 * the newest first.
 */
GPtrArray *upstand_plan_get_outline (UpstandStore *store, gint64 edition_id, GError **error);

/** The same over a bare connection, for a worker. */
GPtrArray *upstand_plan_read_outline (UpstandDatabase *database, gint64 edition_id, GError **error);

G_END_DECLS
