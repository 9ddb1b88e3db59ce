/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "records/store.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_BULK_EDIT (upstand_bulk_edit_get_type ())
G_DECLARE_FINAL_TYPE (UpstandBulkEdit, upstand_bulk_edit, UPSTAND, BULK_EDIT, AdwWindow)

/**
 * UpstandBulkEdit:
 *
 * Changes owner, due date and state of several activities in one step. What is left empty stays as
 * it is. When one of them cannot take the change, none does, and it is said which.
 *
 * Signal "done" (words): they were changed; what a toast says of it.
 */
UpstandBulkEdit *upstand_bulk_edit_new (UpstandStore *store, const GArray *ids, UpstandDay today);

/** For tests: what the person would fill in. NULL and -1: as it is. */
void upstand_bulk_edit_fill (
    UpstandBulkEdit *self, const char *owner, const char *due, int state, const char *reason);

/** Presses the button. */
void upstand_bulk_edit_apply (UpstandBulkEdit *self);

/** What is said to be wrong, or NULL. */
const char *upstand_bulk_edit_get_trouble (UpstandBulkEdit *self);

G_END_DECLS
