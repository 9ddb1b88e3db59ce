/* SPDX-License-Identifier: MIT */
#include "window-private.h"

#include "pages/export-dialog.h"
#include "pages/import-dialog.h"

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
