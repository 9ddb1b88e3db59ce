/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "records/activity.h"
#include "records/store.h"
#include "widgets/resolver.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_ACTIVITY_EDITOR (upstand_activity_editor_get_type ())
G_DECLARE_FINAL_TYPE (
    UpstandActivityEditor, upstand_activity_editor, UPSTAND, ACTIVITY_EDITOR, AdwBin)

/**
 * UpstandActivityEditor:
 *
 * One activity, whole: its fields in a form that saves itself, and under them its evidence and its
 * dated updates. Its buttons are the actions "activities.close", "activities.duplicate-open" and
 * "activities.delete-open" of whatever it stands in.
 *
 * Signal "saved" (UpstandRecord).
 */
GtkWidget *upstand_activity_editor_new (void);

/** Once, before anything is shown. @resolve names requirements. */
void upstand_activity_editor_set_store (UpstandActivityEditor *self, UpstandStore *store,
    UpstandDay today, UpstandResolver resolve, gpointer user_data);
void upstand_activity_editor_set_today (UpstandActivityEditor *self, UpstandDay today);

/**
 * Shows @activity, which may be a new one; NULL: none. FALSE when what is shown cannot be saved: it
 * stays, and a way to give it up is offered.
 */
gboolean upstand_activity_editor_show (UpstandActivityEditor *self, UpstandActivity *activity);

/** The one shown, as it was last saved; NULL: none. */
UpstandActivity *upstand_activity_editor_get (UpstandActivityEditor *self);

/** Saves what is half typed; FALSE when it cannot be. */
gboolean upstand_activity_editor_save_pending (UpstandActivityEditor *self);

/** TRUE while it stands alone in a narrow window, with a way back. */
void upstand_activity_editor_set_alone (UpstandActivityEditor *self, gboolean alone);

/** Puts the cursor where writing begins. */
void upstand_activity_editor_focus (UpstandActivityEditor *self);

/** For tests: the form within (an UpstandRecordForm). */
GtkWidget *upstand_activity_editor_get_form (UpstandActivityEditor *self);

G_END_DECLS
