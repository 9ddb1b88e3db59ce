/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "exchange/send-out.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_SEND_OUT_DIALOG (upstand_send_out_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    UpstandSendOutDialog, upstand_send_out_dialog, UPSTAND, SEND_OUT_DIALOG, AdwWindow)

/**
 * UpstandSendOutDialog:
 *
 * Asks who gets a form, by when and to whom it comes back, then for a folder; writes the workbooks
 * as a job that can be stopped and keeps them in the plan's log. The outcome is said by
 * "win.toast-file" of the window it belongs to.
 *
 * @census_id: of headcount, the census asked about; 0: the newest.
 */
GtkWidget *upstand_send_out_dialog_new (
    UpstandStore *store, UpstandRepliesKind kind, gint64 census_id, UpstandDay today);

/** The same, shown over the window that @parent is in. */
void upstand_send_out_dialog_present (GtkWidget *parent, UpstandStore *store,
    UpstandRepliesKind kind, gint64 census_id, UpstandDay today);

/** Goes on with that folder, as if it had been chosen. */
void upstand_send_out_dialog_write (UpstandSendOutDialog *self, GFile *folder);

G_END_DECLS
