/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "records/store.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_SEARCH_PANEL (upstand_search_panel_get_type ())
G_DECLARE_FINAL_TYPE (UpstandSearchPanel, upstand_search_panel, UPSTAND, SEARCH_PANEL, GtkPopover)

/**
 * UpstandSearchPanel:
 *
 * Search over everything a person typed: an entry, and below it the newest hits as they type.
 * Enter goes to the first or the chosen one, by the window's action "win.show-record".
 */
GtkWidget *upstand_search_panel_new (void);

/** NULL: nothing to search; what was found is forgotten. */
void upstand_search_panel_set_store (UpstandSearchPanel *self, UpstandStore *store);

G_END_DECLS
