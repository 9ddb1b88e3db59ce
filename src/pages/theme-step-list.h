/* SPDX-License-Identifier: MIT */
#pragma once

#include "pages/section-list.h"
#include "rules/chains.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_THEME_STEP_LIST (upstand_theme_step_list_get_type ())
G_DECLARE_FINAL_TYPE (
    UpstandThemeStepList, upstand_theme_step_list, UPSTAND, THEME_STEP_LIST, UpstandSectionList)

/**
 * UpstandThemeStepList:
 *
 * The chain of a theme, the owner, as dated entries: heard, decided, changed, fed back, each with
 * its evidence and its activities.
 */
GtkWidget *upstand_theme_step_list_new (void);

/** What the button for the step after @stage says, with a mnemonic; NULL: there is none. */
const char *upstand_theme_step_get_next_label (UpstandChainStage stage);

/** Opens the dialog for the step after @stage, over the window that @owner is in. */
void upstand_theme_step_add (GtkWidget *owner, UpstandStore *store, UpstandDay today,
    gint64 theme_id, UpstandChainStage stage);

G_END_DECLS
