/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "pages/plan-tree.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_REQUIREMENT_FILTER (upstand_requirement_filter_get_type ())
G_DECLARE_FINAL_TYPE (
    UpstandRequirementFilter, upstand_requirement_filter, UPSTAND, REQUIREMENT_FILTER, GtkPopover)

/**
 * UpstandRequirementFilter:
 *
 * What narrows the tree: rating, how often, only what is overdue. Its lists cost more than the tree
 * itself, so it is made when it is first asked for.
 *
 * Signal "changed": by the person.
 */
GtkWidget *upstand_requirement_filter_new (void);

/** Sets what is chosen here in @filter and leaves the rest alone. TRUE when anything is. */
gboolean upstand_requirement_filter_read (
    UpstandRequirementFilter *self, UpstandPlanFilter *filter);

/** Chooses nothing again, without saying "changed". */
void upstand_requirement_filter_clear (UpstandRequirementFilter *self);

G_END_DECLS
