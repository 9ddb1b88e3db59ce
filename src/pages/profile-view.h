/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "records/store.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_PROFILE_VIEW (upstand_profile_view_get_type ())
G_DECLARE_FINAL_TYPE (UpstandProfileView, upstand_profile_view, UPSTAND, PROFILE_VIEW, AdwBin)

/**
 * UpstandProfileView:
 *
 * The versions of the problem profile, one at a time: why it was made, what changed since the one
 * before and, of the newest, what has changed since; what it was used for; what the register said.
 */
GtkWidget *upstand_profile_view_new (UpstandStore *store, UpstandDay today);

/** Shows that version. FALSE: there is none with that id, or what is half typed cannot be saved. */
gboolean upstand_profile_view_show (UpstandProfileView *self, gint64 profile_id);

/** The id of the version shown; 0: there is none yet. */
gint64 upstand_profile_view_get_shown (UpstandProfileView *self);

/** Asks for what a new version says of itself. */
void upstand_profile_view_freeze (UpstandProfileView *self);

gboolean upstand_profile_view_save_pending (UpstandProfileView *self);

/** For tests: what is said of the changes up to the version, and since. */
const char *upstand_profile_view_get_words (UpstandProfileView *self, gboolean since);

G_END_DECLS
