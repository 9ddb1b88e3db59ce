/* SPDX-License-Identifier: MIT */
#pragma once

#include <gio/gio.h>

#include "records/store.h"
#include "rules/plan-ratings.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_RATINGS_LOADER (upstand_ratings_loader_get_type ())
G_DECLARE_FINAL_TYPE (
    UpstandRatingsLoader, upstand_ratings_loader, UPSTAND, RATINGS_LOADER, GObject)

/**
 * UpstandRatingsLoader:
 *
 * How the whole plan stands, worked out beside the window over a connection of its own, and again
 * whenever something was saved: once for any number of saves that came together.
 *
 * Signal "loaded": there are new ratings. Signal "failed" (words): they could not be worked out;
 * the ones before stay.
 */
UpstandRatingsLoader *upstand_ratings_loader_new (UpstandStore *store, UpstandDay today);

/** Begins; call it once the first frame has been seen. Does nothing the second time. */
void upstand_ratings_loader_start (UpstandRatingsLoader *self);

void upstand_ratings_loader_set_today (UpstandRatingsLoader *self, UpstandDay today);

/** The newest ones, or NULL before the first "loaded". Owned by the loader, until the next. */
UpstandPlanRatings *upstand_ratings_loader_get (UpstandRatingsLoader *self);

G_END_DECLS
