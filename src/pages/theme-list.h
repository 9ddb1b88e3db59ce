/* SPDX-License-Identifier: MIT */
#pragma once

#include "pages/section-list.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_THEME_LIST (upstand_theme_list_get_type ())
G_DECLARE_FINAL_TYPE (UpstandThemeList, upstand_theme_list, UPSTAND, THEME_LIST, UpstandSectionList)

/**
 * UpstandThemeList:
 *
 * The themes that were raised in an engagement, the owner, and how far each has come. A theme that
 * is in the plan already can be raised again.
 */
GtkWidget *upstand_theme_list_new (void);

G_END_DECLS
