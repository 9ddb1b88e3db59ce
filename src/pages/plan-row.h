/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "pages/plan-tree.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_PLAN_ROW (upstand_plan_row_get_type ())
G_DECLARE_FINAL_TYPE (UpstandPlanRow, upstand_plan_row, UPSTAND, PLAN_ROW, GtkWidget)

/**
 * UpstandPlanRow:
 *
 * One line of the tree, drawn: code, title, and below them how it stands. A drawn line costs a
 * small part of one made of labels, and there are some fifty before the first frame.
 *
 * Signal "toggled": the arrow of a pillar or an action was clicked. Signal "chosen": the line was
 * clicked anywhere else.
 */
GtkWidget *upstand_plan_row_new (UpstandDay today);

/** Shows @node, and follows it; NULL: nothing. */
void upstand_plan_row_set_node (UpstandPlanRow *self, UpstandPlanNode *node);
UpstandPlanNode *upstand_plan_row_get_node (UpstandPlanRow *self);
void upstand_plan_row_set_today (UpstandPlanRow *self, UpstandDay today);

G_END_DECLS
