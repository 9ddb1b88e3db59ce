/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * UpstandViewState:
 *
 * What one list remembers between sessions: which columns it shows, how wide, in which order, how
 * it is sorted. Kept in a key file in the person's configuration folder, one group for each list;
 * not in the plan, which others share.
 */
typedef struct _UpstandViewState UpstandViewState;

/** What is remembered under @id; empty when there is nothing, or nothing that can be read. */
UpstandViewState *upstand_view_state_new (const char *id);

/** Writes what is not yet written, and frees. */
void upstand_view_state_free (UpstandViewState *self);

/** The number at @key, or @otherwise. */
int upstand_view_state_get_number (UpstandViewState *self, const char *key, int otherwise);
void upstand_view_state_set_number (UpstandViewState *self, const char *key, int number);

/** The text at @key, to be freed; NULL when there is none. NULL forgets it. */
char *upstand_view_state_get_text (UpstandViewState *self, const char *key);
void upstand_view_state_set_text (UpstandViewState *self, const char *key, const char *text);

/** The list of texts at @key, to be g_strfreev()d; NULL when there is none. */
char **upstand_view_state_get_list (UpstandViewState *self, const char *key);
void upstand_view_state_set_list (UpstandViewState *self, const char *key, const char *const *list);

/** Writes now. What cannot be written (a full disk) is only forgotten, never in the way. */
void upstand_view_state_flush (UpstandViewState *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandViewState, upstand_view_state_free)

G_END_DECLS
