/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "records/store.h"
#include "rules/risk.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_SPACE_FILTER (upstand_space_filter_get_type ())
G_DECLARE_FINAL_TYPE (UpstandSpaceFilter, upstand_space_filter, UPSTAND, SPACE_FILTER, AdwBin)

/**
 * UpstandSpaceFilter:
 *
 * The bar that narrows the register of spaces: by kind, risk, what is aimed at them, and reviews.
 * Risk and aim are worked out, so a query made before a change may say something else after it.
 *
 * Signal "changed": by the person.
 */
GtkWidget *upstand_space_filter_new (UpstandStore *store, UpstandDay today);

/** The conditions as a query of spaces, to be freed; NULL: none is set. */
UpstandListQuery *upstand_space_filter_make_query (UpstandSpaceFilter *self);

/** Lets everything through again; does not say "changed". */
void upstand_space_filter_clear (UpstandSpaceFilter *self);

/**
 * Sets one of them: "kind" by its key, "risk" by its number, "aim" to "nothing" or "neglected" (by
 * upstand_profile_neglected ()), "review" to "overdue". Does not say "changed".
 */
void upstand_space_filter_set (UpstandSpaceFilter *self, const char *name, const char *key);

/** All that is set, as text, and back; to be freed. */
char *upstand_space_filter_to_text (UpstandSpaceFilter *self);
void upstand_space_filter_from_text (UpstandSpaceFilter *self, const char *text);

G_END_DECLS
