/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/framework.h"
#include "records/store.h"

G_BEGIN_DECLS

/* A plan as a whole: a file made from a framework for a force, and its settings. */

/**
 * Makes a new, empty plan at @path for @force, with the framework's duties copied into it. It is
 * built under another name and renamed, so that @path is whole or not there.
 *
 * @start: the day the plan's clocks begin; 0: the framework's launch.
 *
 * Returns: FALSE with UPSTAND_ERROR_EXISTS when @path is taken, or why it could not be made.
 */
gboolean upstand_plan_create (const char *path, const char *force,
    const UpstandFramework *framework, UpstandDay start, const char *post, GError **error);

/** Opens a plan as a store. @post may be NULL: the one the plan was last used with. */
UpstandStore *upstand_plan_open (
    const char *path, UpstandDatabaseMode mode, const char *post, GError **error);

/** Copies a further edition into an open plan, beside those it has; with its crosswalk. */
gboolean upstand_plan_add_framework (
    UpstandStore *store, const UpstandFramework *framework, GError **error);

/** The force's name, to be freed; and the day the plan starts. */
char *upstand_plan_get_force (UpstandStore *store);
UpstandDay upstand_plan_get_start (UpstandStore *store);

/**
 * UpstandOutline:
 *
 * Editions, pillars, actions and requirements in the framework's order, read once.
 */
typedef struct {
    gpointer record; /* UpstandPillar, UpstandAction or UpstandRequirement; owned */
    GPtrArray *children; /* of UpstandOutlineNode; empty for a requirement */
} UpstandOutlineNode;

/** (transfer full) (element-type UpstandOutlineNode): the pillars of @edition_id, 0 for the newest.
 */
GPtrArray *upstand_plan_get_outline (UpstandStore *store, gint64 edition_id, GError **error);

G_END_DECLS
