/* SPDX-License-Identifier: MIT */
#pragma once

#include "pages/section-list.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_ACTIVITY_LIST (upstand_activity_list_get_type ())
G_DECLARE_FINAL_TYPE (
    UpstandActivityList, upstand_activity_list, UPSTAND, ACTIVITY_LIST, UpstandSectionList)

/**
 * UpstandActivityList:
 *
 * The activities that serve a requirement: what is open first, by when it is due, then what is
 * done. It opens and adds by the actions "actions.open-activity" (x: id) and
 * "actions.new-activity" (x: the requirement's id).
 */
GtkWidget *upstand_activity_list_new (void);

G_END_DECLS
