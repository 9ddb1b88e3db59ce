/* SPDX-License-Identifier: MIT */
#pragma once

#include "pages/section-list.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_TIE_LIST (upstand_tie_list_get_type ())
G_DECLARE_FINAL_TYPE (UpstandTieList, upstand_tie_list, UPSTAND, TIE_LIST, UpstandSectionList)

/**
 * UpstandTieList:
 *
 * What the other registers say for a requirement: engagements, documents, changes and the rest,
 * which evidence it without being typed again. Each leads to its record; a document whose review
 * is overdue says so.
 */
GtkWidget *upstand_tie_list_new (void);

G_END_DECLS
