/* SPDX-License-Identifier: MIT */
#pragma once

#include "window.h"

G_BEGIN_DECLS

struct _UpstandWindow {
    AdwApplicationWindow parent_instance;

    GSettings *desk;
    GFile *file;
    UpstandStore *store;
    UpstandJob *check;
    AdwToast *step_toast; /* weak: what was undone last */
    UpstandDay today;
    guint poll;
    guint frames;
    guint tick;
    gboolean may_close;
    gboolean gone; /* closed: what ends later finds nothing to show itself in */

    AdwToastOverlay *toasts;
    AdwViewSwitcherTitle *title;
    GtkWidget *undo_button;
    GtkWidget *redo_button;
    GtkMenuButton *search_button;
    GtkMenuButton *menu_button;
    GtkRevealer *banner;
    GtkStack *states;
    AdwViewStack *pages;
    AdwViewSwitcherBar *bar;
    GtkBox *jobs;
};

/** window-actions.c: the window's actions, and which of them can be used now. */
void upstand_window_install_actions (GtkWidgetClass *klass);
void upstand_window_update_actions (UpstandWindow *self);

/** window-menu.c: the main menu, made when it is first opened. */
void upstand_window_fill_menu (GtkMenuButton *button, gpointer window);

/** window-files.c: actions on the plan as a file, most of them jobs. */
void upstand_window_start_again (GtkWidget *widget, const char *name, GVariant *parameter);
void upstand_window_create_plan (GtkWidget *widget, const char *name, GVariant *parameter);
void upstand_window_create_sample (GtkWidget *widget, const char *name, GVariant *parameter);
void upstand_window_try_again (GtkWidget *widget, const char *name, GVariant *parameter);
void upstand_window_read_plan (GtkWidget *widget, const char *name, GVariant *parameter);
void upstand_window_copy_plan (GtkWidget *widget, const char *name, GVariant *parameter);
void upstand_window_back_up (GtkWidget *widget, const char *name, GVariant *parameter);
void upstand_window_restore (GtkWidget *widget, const char *name, GVariant *parameter);
void upstand_window_restore_from (GtkWidget *widget, const char *name, GVariant *parameter);

/** window-exchange.c: what comes and goes as workbooks and CSV. */
void upstand_window_export (GtkWidget *widget, const char *name, GVariant *parameter);
void upstand_window_add_framework (GtkWidget *widget, const char *name, GVariant *parameter);
void upstand_window_import (GtkWidget *widget, const char *name, GVariant *parameter);
/** "win.send-updates", "win.take-updates": forms for the owners of activities, and their replies.
 */
void upstand_window_send_updates (GtkWidget *widget, const char *name, GVariant *parameter);
void upstand_window_take_updates (GtkWidget *widget, const char *name, GVariant *parameter);

G_END_DECLS
