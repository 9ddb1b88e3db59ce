/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "widgets/resolver.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_STALE_BAR (upstand_stale_bar_get_type ())
G_DECLARE_FINAL_TYPE (UpstandStaleBar, upstand_stale_bar, UPSTAND, STALE_BAR, GtkBox)

/**
 * UpstandStaleBar:
 *
 * What a form says when somebody else saved the same record meanwhile: for each field that both
 * changed, theirs and yours, and a choice.
 *
 * Signal "decided" (const char *field, gboolean mine). Signal "entered-again": the record is gone
 * and is to be entered again.
 */
UpstandStaleBar *upstand_stale_bar_new (UpstandResolver resolve, gpointer user_data);

/** Shows the two versions of @fields (element-type UpstandField); none: both could be kept. */
void upstand_stale_bar_show_fields (
    UpstandStaleBar *self, UpstandRecord *mine, UpstandRecord *theirs, GPtrArray *fields);

/** Says that the record was deleted; with @unsaved, that there are words to be kept. */
void upstand_stale_bar_show_deleted (UpstandStaleBar *self, gboolean unsaved);

void upstand_stale_bar_hide (UpstandStaleBar *self);

G_END_DECLS
