/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "records/store.h"

G_BEGIN_DECLS

/* Changes made on a page: each is one batch with a title of its own, so one step of undo. */

/** Saves @record as the step called @title. @record has its new id and version on success. */
gboolean upstand_step_save (
    UpstandStore *store, gpointer record, const char *title, GError **error);

/**
 * Deletes @record as the step called @title and offers Undo in a toast; a failure is shown in the
 * window that @widget is in.
 */
gboolean upstand_step_delete (
    GtkWidget *widget, UpstandStore *store, gpointer record, const char *title);

/** Saves like upstand_step_save() with a toast that offers Undo, and shows a failure likewise. */
gboolean upstand_step_save_with_undo (
    GtkWidget *widget, UpstandStore *store, gpointer record, const char *title);

/** Shows @error under @heading in the window that @widget is in. */
void upstand_step_show_error (GtkWidget *widget, const char *heading, const GError *error);

G_END_DECLS
