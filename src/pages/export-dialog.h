/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "exchange/job.h"
#include "records/store.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_EXPORT_DIALOG (upstand_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (UpstandExportDialog, upstand_export_dialog, UPSTAND, EXPORT_DIALOG, AdwWindow)

/**
 * UpstandExportDialog:
 *
 * Asks which return, for which period, in which classification and format, for whom and why; then
 * for a file; then writes it as a job and keeps the export in the plan's log.
 *
 * Signal "job-started" (UpstandJob): the window shows it. The outcome is said by the actions
 * "win.toast-file" and "win.show-error" of the window it belongs to.
 *
 * @desk: (nullable): the person's settings.
 */
GtkWidget *upstand_export_dialog_new (UpstandStore *store, GSettings *desk, UpstandDay today);

/** Chooses the return called @id and, where it is offered, the period with that label. */
void upstand_export_dialog_choose (UpstandExportDialog *self, const char *id, const char *period);

/**
 * Goes on with that place, as if it had been chosen: a file, or for CSV an existing folder. Says
 * beside the field what is missing, if anything is.
 */
void upstand_export_dialog_write (UpstandExportDialog *self, GFile *place);

G_END_DECLS
