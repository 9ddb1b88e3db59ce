/* SPDX-License-Identifier: MIT */
#pragma once

#include "pages/section-list.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_UPDATE_LIST (upstand_update_list_get_type ())
G_DECLARE_FINAL_TYPE (
    UpstandUpdateList, upstand_update_list, UPSTAND, UPDATE_LIST, UpstandSectionList)

/**
 * UpstandUpdateList:
 *
 * The dated updates of a requirement or an activity, newest first. They are never edited: one that
 * was wrong is retracted with a reason and stays, struck through.
 */
GtkWidget *upstand_update_list_new (void);

G_END_DECLS
