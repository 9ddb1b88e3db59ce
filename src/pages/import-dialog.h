/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "records/store.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_IMPORT_DIALOG (upstand_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (UpstandImportDialog, upstand_import_dialog, UPSTAND, IMPORT_DIALOG, AdwWindow)

/**
 * UpstandImportDialog:
 *
 * Takes in a table of activities in three steps: the file, which column fills which field, and what
 * would come of it row by row; then applies it as one step that can be undone. Reading, checking
 * and applying are jobs. What was done is said by "win.toast-batch" of the window it belongs to.
 *
 * @desk: (nullable): remembers the mapping of columns.
 */
GtkWidget *upstand_import_dialog_new (UpstandStore *store, GSettings *desk, UpstandDay today);

/** Goes on with that file, as if it had been chosen. */
void upstand_import_dialog_open (UpstandImportDialog *self, GFile *file);

G_END_DECLS
