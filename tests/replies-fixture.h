/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/send-out.h"

G_BEGIN_DECLS

/* A plan with units and two censuses, and its forms as people fill them in. */

#define REPLIES_TODAY upstand_date_new (2022, 10, 3)

/** Makes a plan with @n_units units of one force; returns it open for writing. */
UpstandStore *replies_make_plan (const char *path, guint n_units, gint64 *census_id);

/** Sends all forms of the census into @folder. (transfer full) */
GStrv replies_send (UpstandStore *store, gint64 census_id, const char *folder);

/** Types a number into every empty cell for one: the n-th gets (n + @add) % 50 + 1. */
guint replies_fill (const char *path, guint add);

G_END_DECLS
