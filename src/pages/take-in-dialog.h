/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "exchange/replies.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_TAKE_IN_DIALOG (upstand_take_in_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    UpstandTakeInDialog, upstand_take_in_dialog, UPSTAND, TAKE_IN_DIALOG, AdwWindow)

/**
 * UpstandTakeInDialog:
 *
 * Takes in forms that came back, and plain tables of headcount: asks for the files, shows what is
 * refused, what two replies answer differently (the person decides) and every change; then applies
 * it as one step that can be undone. Reading and applying are jobs. What was done is said by
 * "win.toast-batch" of the window it belongs to.
 *
 * @census_id: of headcount, the census that replies are wanted of; 0: whichever they name.
 */
GtkWidget *upstand_take_in_dialog_new (
    UpstandStore *store, UpstandRepliesKind kind, gint64 census_id, UpstandDay today);

/** The same, shown over the window that @parent is in. */
void upstand_take_in_dialog_present (GtkWidget *parent, UpstandStore *store,
    UpstandRepliesKind kind, gint64 census_id, UpstandDay today);

/** Goes on with those files, as if they had been chosen. (element-type GFile) */
void upstand_take_in_dialog_open (UpstandTakeInDialog *self, GListModel *files);

G_END_DECLS
