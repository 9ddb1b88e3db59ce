/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * Whether another program can be asked to open @reference: a web or mail address or a file. Other
 * kinds of address are not handed on, since a plan may come from anywhere.
 */
gboolean upstand_can_open_reference (const char *reference);

/** The address that would be opened, to be freed; NULL when it cannot be. */
char *upstand_reference_to_uri (const char *reference);

/**
 * Opens it in the program meant for it. What cannot be opened ("Cabinet 3, folder 12") is copied
 * to the clipboard, and a toast says so.
 */
void upstand_open_reference (GtkWidget *widget, const char *reference);

G_END_DECLS
