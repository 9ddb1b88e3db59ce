/* SPDX-License-Identifier: MIT */
#include "window-private.h"

#include <glib/gi18n.h>

#include "pages/export-dialog.h"
#include "pages/import-dialog.h"
#include "pages/send-out-dialog.h"
#include "pages/take-in-dialog.h"
#include "records/plan.h"
#include "widgets/dialogs.h"

static void
job_started_cb (UpstandWindow *self, UpstandJob *job)
{
    upstand_window_show_job (self, job);
}

static void
present (UpstandWindow *self, GtkWidget *dialog)
{
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
    gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
    gtk_window_present (GTK_WINDOW (dialog));
}

void
upstand_window_export (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandWindow *self = UPSTAND_WINDOW (widget);
    if (!self->store || !upstand_window_save_pending (self))
        return;
    GtkWidget *dialog = upstand_export_dialog_new (self->store, self->desk, self->today);
    const char *id, *period;
    if (parameter) {
        g_variant_get (parameter, "(&s&s)", &id, &period);
        upstand_export_dialog_choose (UPSTAND_EXPORT_DIALOG (dialog), id, period);
    }
    g_signal_connect_object (
        dialog, "job-started", G_CALLBACK (job_started_cb), self, G_CONNECT_SWAPPED);
    present (self, dialog);
}

void
upstand_window_import (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandWindow *self = UPSTAND_WINDOW (widget);
    if (self->store && upstand_window_save_pending (self))
        present (self, upstand_import_dialog_new (self->store, self->desk, self->today));
}

void
upstand_window_send_updates (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandWindow *self = UPSTAND_WINDOW (widget);
    if (self->store && upstand_window_save_pending (self))
        upstand_send_out_dialog_present (
            widget, self->store, UPSTAND_REPLIES_UPDATES, 0, self->today);
}

void
upstand_window_take_updates (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandWindow *self = UPSTAND_WINDOW (widget);
    if (self->store && upstand_window_save_pending (self))
        upstand_take_in_dialog_present (
            widget, self->store, UPSTAND_REPLIES_UPDATES, 0, self->today);
}

static void
framework_chosen_cb (GFile *file, gpointer owner)
{
    UpstandWindow *self = owner;
    g_autoptr (GError) error = NULL;
    g_autofree char *path = g_file_get_path (file);
    g_autofree char *name = g_file_get_basename (file);
    g_autoptr (UpstandFramework) framework = upstand_framework_load (path, &error);
    if (framework && upstand_plan_add_framework (self->store, framework, name, &error))
        upstand_window_toast_undo (self, _ ("The edition is in the plan, above the earlier one."));
    else
        upstand_dialogs_say (self, _ ("The framework could not be added"), error->message);
}

void
upstand_window_add_framework (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandWindow *self = UPSTAND_WINDOW (widget);
    if (self->store && upstand_window_save_pending (self))
        upstand_dialogs_open_file (self, _ ("Add a framework edition"), UPSTAND_FILES_FRAMEWORK,
            framework_chosen_cb, self);
}
