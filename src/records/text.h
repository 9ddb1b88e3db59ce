/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * UpstandText:
 *
 * Words that come as data in both languages. English is always there; Welsh may be missing.
 */
typedef struct {
    char *en;
    char *cy; /* NULL when nobody has written it yet */
} UpstandText;

/**
 * The words for @language, a code or a locale's name ("cy", "cy_GB.UTF-8"): Welsh for Welsh, else
 * English. Falls back to English, and to "" for a text that was left out altogether; never NULL.
 * @language may be NULL. Owned by @text.
 */
const char *upstand_text_in_language (const UpstandText *text, const char *language);

/** Whether anything was written at all: an optional text may have been left out. */
gboolean upstand_text_is_empty (const UpstandText *text);

/** Frees what @text holds, not @text itself, and leaves it empty. */
void upstand_text_clear (UpstandText *text);

G_END_DECLS
