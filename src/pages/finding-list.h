/* SPDX-License-Identifier: MIT */
#pragma once

#include "pages/section-list.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_FINDING_LIST (upstand_finding_list_get_type ())
G_DECLARE_FINAL_TYPE (
    UpstandFindingList, upstand_finding_list, UPSTAND, FINDING_LIST, UpstandSectionList)

/**
 * UpstandFindingList:
 *
 * What a scrutiny panel, the owner, found, and what the force answered.
 */
GtkWidget *upstand_finding_list_new (void);

G_END_DECLS
