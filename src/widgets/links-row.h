/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "widgets/links-picker.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_LINKS_ROW (upstand_links_row_get_type ())
G_DECLARE_FINAL_TYPE (UpstandLinksRow, upstand_links_row, UPSTAND, LINKS_ROW, AdwPreferencesRow)

/**
 * UpstandLinksRow:
 *
 * A row for what a record is tied to: a chip for each, and a list to choose from. A reference holds
 * one, links any number.
 *
 * Signal "changed": by the person.
 */
UpstandLinksRow *upstand_links_row_new (
    UpstandStore *store, const UpstandField *field, UpstandResolver resolve, gpointer user_data);

/** Copied; NULL is none. */
void upstand_links_row_set_ids (UpstandLinksRow *self, const GArray *ids);

/** Owned by the row; ascending (element-type gint64). */
const GArray *upstand_links_row_get_ids (UpstandLinksRow *self);

void upstand_links_row_set_editable (UpstandLinksRow *self, gboolean editable);

/** Names the chips again, when what they are called has changed. */
void upstand_links_row_refresh (UpstandLinksRow *self);

/** Ties it to that one, or unties it, as a person would. */
void upstand_links_row_toggle (UpstandLinksRow *self, gint64 id);

G_END_DECLS
