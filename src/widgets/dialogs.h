/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Choosing files, confirming, about: the calls that age fastest in the toolkit, kept in this one
 * file and offered as functions with a callback. Each callback gets the @owner it was asked for,
 * and is not called when the owner has gone meanwhile or the person cancelled. */

typedef enum {
    UPSTAND_FILES_PLAN,
    UPSTAND_FILES_WORKBOOK,
    UPSTAND_FILES_CSV,
    UPSTAND_FILES_TABLE, /* a workbook or CSV */
    UPSTAND_FILES_PNG,
    UPSTAND_FILES_PDF,
    UPSTAND_FILES_FRAMEWORK,
} UpstandFiles;

typedef void (*UpstandFileChosen) (GFile *file, gpointer owner);
typedef void (*UpstandConfirmed) (gpointer owner);

/** The window that @widget is in, or NULL. */
GtkWindow *upstand_dialogs_window_of (gpointer widget);

/** Asks for an existing file of that kind. @parent: the window or a widget in it; may be NULL. */
void upstand_dialogs_open_file (gpointer parent, const char *title, UpstandFiles files,
    UpstandFileChosen chosen, gpointer owner);

/** Asks for one or several existing files. (element-type GFile) */
typedef void (*UpstandFilesChosen) (GListModel *files, gpointer owner);
void upstand_dialogs_open_files (gpointer parent, const char *title, UpstandFiles files,
    UpstandFilesChosen chosen, gpointer owner);

/**
 * Asks for a file to write; the person is asked before an existing one is replaced.
 *
 * @folder: (nullable): where to begin.
 * @name: the name proposed, with its ending.
 */
void upstand_dialogs_save_file (gpointer parent, const char *title, UpstandFiles files,
    GFile *folder, const char *name, UpstandFileChosen chosen, gpointer owner);

void upstand_dialogs_open_folder (
    gpointer parent, const char *title, UpstandFileChosen chosen, gpointer owner);

/** Asks before something is done. @accept: what the button says; @destructive: it is lost then. */
void upstand_dialogs_confirm (gpointer parent, const char *heading, const char *body,
    const char *accept, gboolean destructive, UpstandConfirmed confirmed, gpointer owner);

/** Says what went wrong, with a button to go on. */
void upstand_dialogs_say (gpointer parent, const char *heading, const char *body);

void upstand_dialogs_about (gpointer parent);

/** Shows the file in its folder, in whatever program shows folders here. */
void upstand_dialogs_show_in_folder (gpointer parent, GFile *file);

G_END_DECLS
