/* SPDX-License-Identifier: MIT */
#pragma once

#include "pages/page.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_ACTIONS_PAGE (upstand_actions_page_get_type ())
G_DECLARE_FINAL_TYPE (UpstandActionsPage, upstand_actions_page, UPSTAND, ACTIONS_PAGE, UpstandPage)

/**
 * UpstandActionsPage:
 *
 * The local action plan in three views: the requirements as a tree with the chosen one beside it,
 * the activities as one table, and the timeline. Each is made when it is first shown.
 *
 * Actions: "actions.show-view" (s: "requirements", "activities", "timeline"),
 * "actions.open-activity" (x: id), "actions.new-activity" (x: id of a requirement).
 */

G_END_DECLS
