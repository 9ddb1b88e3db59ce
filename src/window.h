/* SPDX-License-Identifier: MIT */
#pragma once

#include "application.h"
#include "exchange/job.h"
#include "records/store.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_WINDOW (upstand_window_get_type ())
G_DECLARE_FINAL_TYPE (UpstandWindow, upstand_window, UPSTAND, WINDOW, AdwApplicationWindow)

/**
 * UpstandWindow:
 *
 * One window, one plan. It shows the pages of a plan, or the first start, or what is wrong with
 * the file and the ways out; never nothing.
 */

/** @desk: (nullable): the person's settings; see widgets/desk.h. */
UpstandWindow *upstand_window_new (UpstandApplication *application, GSettings *desk);

/** Opens @file, to be read only when so asked. FALSE: the window now shows why not. */
gboolean upstand_window_open (UpstandWindow *self, GFile *file, gboolean read_only);

/** Shows the three questions of the first start. */
void upstand_window_start (UpstandWindow *self);

/** Closes the plan and lets go of its file, so that the file can be replaced. */
void upstand_window_close_plan (UpstandWindow *self);

/** The plan's file, open or in trouble; NULL when there is none. */
GFile *upstand_window_get_file (UpstandWindow *self);

/** The open plan, or NULL. */
UpstandStore *upstand_window_get_store (UpstandWindow *self);

/** Saves what is half typed and notes where the person is. FALSE: something cannot be saved. */
gboolean upstand_window_save_pending (UpstandWindow *self);

/** "page<newline>place": where the person is; to be freed. The other way round, goes there. */
char *upstand_window_get_place (UpstandWindow *self);
void upstand_window_set_place (UpstandWindow *self, const char *place);

/** Shows the record on whatever page it has a place on. */
gboolean upstand_window_show_record (UpstandWindow *self, const char *table, gint64 id);

/** Shows a running job, with its bar and Cancel, at the foot of the window until it has ended. */
void upstand_window_show_job (UpstandWindow *self, UpstandJob *job);

/** Starts @job and shows it. */
void upstand_window_run_job (
    UpstandWindow *self, UpstandJob *job, GAsyncReadyCallback done, gpointer user_data);

/** Says @words in passing; with a button when @action is not NULL. @target may be NULL. */
void upstand_window_toast (UpstandWindow *self, const char *words, const char *button,
    const char *action, GVariant *target);

/** Says @words with an Undo button that takes back what was last saved. */
void upstand_window_toast_undo (UpstandWindow *self, const char *words);

G_END_DECLS
