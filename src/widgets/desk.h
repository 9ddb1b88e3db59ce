/* SPDX-License-Identifier: MIT */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What belongs to the person and the desk rather than to the plan: GSettings, looked up softly. A
 * program whose schema is not installed runs all the same, with the usual values, and remembers
 * nothing. Every function takes NULL for such a desk, and a key that the schema does not have. */

/** The settings, to be unreffed; NULL when the schema is nowhere to be found. */
GSettings *upstand_desk_open (void);

/** The text, to be freed; "" when there is none. */
char *upstand_desk_get_text (GSettings *desk, const char *key);
void upstand_desk_set_text (GSettings *desk, const char *key, const char *text);

/** A number or, of a key with choices, the number of its choice. */
int upstand_desk_get_number (GSettings *desk, const char *key, int usual);
void upstand_desk_set_number (GSettings *desk, const char *key, int number);

gboolean upstand_desk_get_yes (GSettings *desk, const char *key, gboolean usual);
void upstand_desk_set_yes (GSettings *desk, const char *key, gboolean yes);

/** The list, to be g_strfreev()d; may be empty, never NULL. */
GStrv upstand_desk_get_list (GSettings *desk, const char *key);
void upstand_desk_set_list (GSettings *desk, const char *key, const char *const *list);

/** Notes @uri as the plan opened last, at the head of at most ten recent ones. */
void upstand_desk_note_plan (GSettings *desk, const char *uri);

G_END_DECLS
