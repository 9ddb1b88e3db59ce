/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "rules/plan-ratings.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_REQUIREMENT_STATUS (upstand_requirement_status_get_type ())
G_DECLARE_FINAL_TYPE (
    UpstandRequirementStatus, upstand_requirement_status, UPSTAND, REQUIREMENT_STATUS, GtkWidget)

/**
 * UpstandRequirementStatus:
 *
 * How a requirement stands: its rating as a shape and a word with the sentence that explains it.
 * While a rating set by hand holds, that one leads and the computed one stands below it.
 */

/** Shows @duty as of @today; NULL: not known yet. Nothing of it is kept. */
void upstand_requirement_status_set (
    UpstandRequirementStatus *self, const UpstandDutyRating *duty, UpstandDay today);

G_END_DECLS
