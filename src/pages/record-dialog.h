/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "records/store.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_RECORD_DIALOG (upstand_record_dialog_get_type ())
G_DECLARE_FINAL_TYPE (UpstandRecordDialog, upstand_record_dialog, UPSTAND, RECORD_DIALOG, AdwWindow)

/**
 * UpstandRecordDialog:
 *
 * Edits a few fields of one record and saves them as one step: Save or Ctrl+Enter; Cancel or Esc,
 * which asks when something was changed. Problems stand beside their fields.
 *
 * Signal "saved" (record): after the step was written.
 *
 * @record: a copy or a new record, already filled in with what is known; it is changed
 * @fields: the fields shown, in order, ended by NULL
 */
UpstandRecordDialog *upstand_record_dialog_new (const char *heading, UpstandStore *store,
    gpointer record, const char *const *fields, UpstandDay today);

/** What the step is called in the history and the undo menu. */
void upstand_record_dialog_set_step (UpstandRecordDialog *self, const char *title);

/** A sentence above the fields. */
void upstand_record_dialog_set_advice (UpstandRecordDialog *self, const char *words);

/** Saves the record in another way than as it stands: as the step called @step. */
typedef gboolean (*UpstandRecordSaver) (
    UpstandStore *store, gpointer record, const char *step, GError **error);
void upstand_record_dialog_set_saver (UpstandRecordDialog *self, UpstandRecordSaver saver);

/** What the button that saves says, when "Save" is not plain enough. */
void upstand_record_dialog_set_accept (UpstandRecordDialog *self, const char *label);

/** Shows it over the window that @owner is in; it goes when that goes. */
void upstand_record_dialog_present (UpstandRecordDialog *self, GtkWidget *owner);

G_END_DECLS
