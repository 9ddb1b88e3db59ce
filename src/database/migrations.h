/* SPDX-License-Identifier: MIT */
#pragma once

#include "database/database.h"

G_BEGIN_DECLS

/** The schema that this program writes: the number of the newest file in resources/migrations. */
int upstand_migrations_newest (void);

/** The schema of an open plan; 0 for an empty file. */
int upstand_migrations_current (UpstandDatabase *database, GError **error);

/**
 * Applies what is missing, each file in a transaction of its own. Before the first one a plan that
 * already holds something is backed up beside itself ("plan.before-schema-2.upstand").
 */
gboolean upstand_migrations_apply (UpstandDatabase *database, GError **error);

G_END_DECLS
