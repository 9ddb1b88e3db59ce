/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "records/store.h"

G_BEGIN_DECLS

/** A plan in a folder of its own, with a small framework, and a window to show something of it. */
typedef struct {
    char *folder;
    char *path;
    UpstandStore *store;
    GtkWidget *window;
    gint64 requirements[4]; /* 1.1, 1.2 of pillar 1; 2.1, 2.2 of pillar 2 */
} PlanFixture;

/** Starts GTK with what every page test needs. */
void plan_fixture_init (int *argc, char ***argv);

void plan_fixture_set_up (PlanFixture *fixture, gconstpointer data);
/** Lets go of the last reference, once the workers have let go of theirs. */
void plan_fixture_let_go (UpstandStore *store);

void plan_fixture_tear_down (PlanFixture *fixture, gconstpointer data);

/** Saves an activity for the n-th requirement and returns its id. @due may be NULL. */
gint64 plan_fixture_add_activity (
    PlanFixture *fixture, const char *title, const char *owner, const char *due, guint requirement);

/** Shows @widget in a window of that size and waits until it has been drawn. */
void plan_fixture_show (PlanFixture *fixture, GtkWidget *widget, int width, int height);

/** Lets everything that is due happen. */
void plan_fixture_settle (void);

/** Waits, at most half a minute, until @is_so; fails the test if it never is. */
void plan_fixture_wait (gboolean (*is_so) (gpointer data), gpointer data);

/** Writes a picture of the window to $UPSTAND_PICTURES/@name.png when that is set. */
void plan_fixture_picture (PlanFixture *fixture, const char *name);

/** Moves the keyboard focus away from whatever has it. */
void plan_fixture_leave (PlanFixture *fixture);

G_END_DECLS
