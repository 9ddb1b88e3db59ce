/* SPDX-License-Identifier: MIT */
#pragma once

#include <gio/gio.h>

#include "records/store.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_LIST_MODEL (upstand_list_model_get_type ())
G_DECLARE_FINAL_TYPE (UpstandListModel, upstand_list_model, UPSTAND, LIST_MODEL, GObject)

/**
 * UpstandListModel:
 *
 * A GListModel of UpstandRecord that stands for a query, not for a copy of a table. It first says
 * one screenful, read at once; the ordered ids come from a worker and the model grows; records are
 * read a page at a time as somebody asks for them. It follows the store: what is saved appears.
 *
 * Property "loading": TRUE until the ids are there. Property "total": rows known so far.
 */
UpstandListModel *upstand_list_model_new (UpstandStore *store, const UpstandListQuery *query);

/** Asks another question. The model is emptied and filled as at the beginning. */
void upstand_list_model_set_query (UpstandListModel *self, const UpstandListQuery *query);
const UpstandListQuery *upstand_list_model_get_query (UpstandListModel *self);

gboolean upstand_list_model_is_loading (UpstandListModel *self);

/** The id at @position without reading its record; 0 past the end. */
gint64 upstand_list_model_get_id (UpstandListModel *self, guint position);

/** Where the record stands; G_MAXUINT when it is not in the list (yet). */
guint upstand_list_model_find (UpstandListModel *self, gint64 id);

/** What went wrong when the rows were last asked for, or NULL. */
const GError *upstand_list_model_get_error (UpstandListModel *self);

G_END_DECLS
