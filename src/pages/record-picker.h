/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "records/store.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_RECORD_PICKER (upstand_record_picker_get_type ())
G_DECLARE_FINAL_TYPE (UpstandRecordPicker, upstand_record_picker, UPSTAND, RECORD_PICKER, AdwWindow)

/**
 * UpstandRecordPicker:
 *
 * Chooses a record that is in the plan already, found by its words, or asks for a new one.
 *
 * Signal "picked" (record): the one chosen; NULL: a new one is wanted. The picker then closes.
 *
 * @new_label: what the button for a new one says, with a mnemonic
 */
UpstandRecordPicker *upstand_record_picker_new (
    const char *heading, const char *new_label, UpstandStore *store, const UpstandRecordType *type);

void upstand_record_picker_present (UpstandRecordPicker *self, GtkWidget *owner);

G_END_DECLS
