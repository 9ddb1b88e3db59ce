/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** The texts to offer, most likely first; to be g_strfreev()d. Asked once, when first needed. */
typedef GStrv (*UpstandSuggestionsGet) (gpointer user_data);

/**
 * Offers, under @editable while it is typed in, those of the texts in which a word begins with what
 * has been typed. Down goes to them, Enter or a click takes one, Escape puts them away; whoever
 * types on is not disturbed.
 */
void upstand_suggestions_attach (
    GtkEditable *editable, UpstandSuggestionsGet get, gpointer user_data);

G_END_DECLS
