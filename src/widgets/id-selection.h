/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "records/list-model.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_ID_SELECTION (upstand_id_selection_get_type ())
G_DECLARE_FINAL_TYPE (UpstandIdSelection, upstand_id_selection, UPSTAND, ID_SELECTION, GObject)

/**
 * UpstandIdSelection:
 *
 * A GtkSelectionModel over an UpstandListModel that remembers ids, not places and not records. So
 * what is chosen stays chosen when the list is sorted or read again, and choosing all of a hundred
 * thousand rows reads none of them.
 */
UpstandIdSelection *upstand_id_selection_new (UpstandListModel *model);

UpstandListModel *upstand_id_selection_get_model (UpstandIdSelection *self);

/** How many rows are chosen. */
guint upstand_id_selection_count (UpstandIdSelection *self);

/** The chosen ids in the order of the list, to be unref'd (element-type gint64). */
GArray *upstand_id_selection_get_ids (UpstandIdSelection *self);

/** Chooses that one and nothing else; 0: nothing. It need not be in the list (yet). */
void upstand_id_selection_set_id (UpstandIdSelection *self, gint64 id);

gboolean upstand_id_selection_contains (UpstandIdSelection *self, gint64 id);

/**
 * Once all the ids are known: what is no longer in the list is no longer chosen, so that nothing
 * is done to a row that is not on the screen. TRUE when that was so for some; no row looks
 * different for it, so no signal says it.
 */
gboolean upstand_id_selection_settle (UpstandIdSelection *self);

G_END_DECLS
