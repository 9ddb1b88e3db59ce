/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define UPSTAND_TYPE_VIEWS (upstand_views_get_type ())
G_DECLARE_FINAL_TYPE (UpstandViews, upstand_views, UPSTAND, VIEWS, AdwBin)

/** One of several views of the same thing. */
typedef struct {
    const char *name;
    const char *label; /* N_(), with a mnemonic */
    const char *tooltip; /* N_(); the key is added */
    GtkWidget *(*make) (gpointer owner); /* when it is first shown */
} UpstandView;

/**
 * UpstandViews:
 *
 * Several views under a row of linked buttons, Alt+1 to Alt+9, each made when it is first shown.
 *
 * Signal "shown" (const char *name): another view is seen.
 */

/** @views: ended by { NULL }, must outlive the widget; @label: what they are views of. */
UpstandViews *upstand_views_new (const UpstandView *views, const char *label, gpointer owner);

/** Puts @tools between the buttons and the views. */
void upstand_views_set_tools (UpstandViews *self, GtkWidget *tools);

/** Shows that view. FALSE when there is none of that name. */
gboolean upstand_views_show (UpstandViews *self, const char *name);

/** The name of the one that is seen; NULL before the first. */
const char *upstand_views_get_shown (UpstandViews *self);

/** The view, made if it was not; NULL when there is none of that name. */
GtkWidget *upstand_views_get (UpstandViews *self, const char *name);

/** The view if it was made already, else NULL. */
GtkWidget *upstand_views_peek (UpstandViews *self, const char *name);

G_END_DECLS
