/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "records/store.h"
#include "widgets/resolver.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_LINKS_PICKER (upstand_links_picker_get_type ())
G_DECLARE_FINAL_TYPE (UpstandLinksPicker, upstand_links_picker, UPSTAND, LINKS_PICKER, GtkPopover)

/**
 * UpstandLinksPicker:
 *
 * A list of records to tick, with a search. However many there are, only those in view are read.
 *
 * Signal "toggled" (gint64 id): that one was ticked or unticked by the person.
 */
UpstandLinksPicker *upstand_links_picker_new (
    UpstandStore *store, const UpstandField *field, UpstandResolver resolve, gpointer user_data);

/** Which ones are ticked; copied. */
void upstand_links_picker_set_ids (UpstandLinksPicker *self, const GArray *ids);

/** For tests: types into the search. */
void upstand_links_picker_search (UpstandLinksPicker *self, const char *words);

/** What the list shows now. */
GListModel *upstand_links_picker_get_list (UpstandLinksPicker *self);

G_END_DECLS
