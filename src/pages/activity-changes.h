/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "records/store.h"

G_BEGIN_DECLS

/* What is done to whole activities, each as one step that a toast offers to take back. */

/**
 * Deletes them, many by a job that shows itself in @jobs. Trouble is shown in the window that
 * @widget is in.
 */
void upstand_activity_changes_delete (
    GtkWidget *widget, GtkBox *jobs, UpstandStore *store, const GArray *ids);

/**
 * Makes a copy of each, not started, that serves the same requirements. The id of the first copy;
 * 0 when it could not be done, which is shown.
 */
gint64 upstand_activity_changes_duplicate (
    GtkWidget *widget, UpstandStore *store, const GArray *ids);

G_END_DECLS
