/* SPDX-License-Identifier: MIT */
#include "widgets/job-row.h"

#include <glib/gi18n.h>

/* A job of unknown length shows that it is alive this often. */
#define PULSE_MS 120

struct _UpstandJobRow {
    GtkWidget parent_instance;

    UpstandJob *job;
    GtkWidget *box;
    GtkLabel *message;
    GtkProgressBar *bar;
    GtkWidget *cancel;
    guint pulse;
};

G_DEFINE_FINAL_TYPE (UpstandJobRow, upstand_job_row, GTK_TYPE_WIDGET)

static gboolean
pulsed_cb (gpointer user_data)
{
    UpstandJobRow *self = user_data;
    gtk_progress_bar_pulse (self->bar);
    return G_SOURCE_CONTINUE;
}

static void
progressed_cb (UpstandJobRow *self)
{
    const char *message = upstand_job_get_message (self->job);
    gtk_label_set_label (self->message, message ? message : "");
    gtk_widget_set_visible (GTK_WIDGET (self->message), message && *message);
    double fraction = upstand_job_get_fraction (self->job);
    if (fraction >= 0) {
        g_clear_handle_id (&self->pulse, g_source_remove);
        gtk_progress_bar_set_fraction (self->bar, MIN (fraction, 1.0));
    } else if (!self->pulse) {
        self->pulse = g_timeout_add (PULSE_MS, pulsed_cb, self);
    }
}

static gboolean
left_cb (gpointer user_data)
{
    UpstandJobRow *self = user_data;
    GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
    if (GTK_IS_BOX (parent))
        gtk_box_remove (GTK_BOX (parent), GTK_WIDGET (self));
    return G_SOURCE_REMOVE;
}

static void
ended_cb (UpstandJobRow *self)
{
    if (!upstand_job_is_running (self->job))
        g_idle_add_full (G_PRIORITY_DEFAULT, left_cb, g_object_ref (self), g_object_unref);
}

static void
cancelled_cb (UpstandJobRow *self)
{
    gtk_widget_set_sensitive (self->cancel, FALSE);
    gtk_label_set_label (self->message, _ ("Stopping…"));
    gtk_widget_set_visible (GTK_WIDGET (self->message), TRUE);
    upstand_job_cancel (self->job);
}

static void
upstand_job_row_dispose (GObject *object)
{
    UpstandJobRow *self = UPSTAND_JOB_ROW (object);
    g_clear_handle_id (&self->pulse, g_source_remove);
    g_clear_object (&self->job);
    g_clear_pointer (&self->box, gtk_widget_unparent);
    G_OBJECT_CLASS (upstand_job_row_parent_class)->dispose (object);
}

static void
upstand_job_row_class_init (UpstandJobRowClass *klass)
{
    G_OBJECT_CLASS (klass)->dispose = upstand_job_row_dispose;
    gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
    gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "jobrow");
}

static void
upstand_job_row_init (UpstandJobRow *self)
{
}

GtkWidget *
upstand_job_row_new (UpstandJob *job)
{
    g_return_val_if_fail (UPSTAND_IS_JOB (job), NULL);
    UpstandJobRow *self = g_object_new (UPSTAND_TYPE_JOB_ROW, NULL);
    self->job = g_object_ref (job);
    self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
    gtk_widget_set_parent (self->box, GTK_WIDGET (self));

    GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
    gtk_widget_set_hexpand (words, TRUE);
    gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
    GtkWidget *title = gtk_label_new (upstand_job_get_title (job));
    gtk_label_set_xalign (GTK_LABEL (title), 0);
    gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
    self->message = GTK_LABEL (gtk_label_new (NULL));
    gtk_label_set_xalign (self->message, 0);
    gtk_label_set_ellipsize (self->message, PANGO_ELLIPSIZE_END);
    gtk_widget_add_css_class (GTK_WIDGET (self->message), "dim-label");
    gtk_widget_add_css_class (GTK_WIDGET (self->message), "caption");
    self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, upstand_job_get_title (job), -1);
    gtk_box_append (GTK_BOX (words), title);
    gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->bar));
    gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->message));
    gtk_box_append (GTK_BOX (self->box), words);

    self->cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
    gtk_widget_set_valign (self->cancel, GTK_ALIGN_CENTER);
    g_signal_connect_swapped (self->cancel, "clicked", G_CALLBACK (cancelled_cb), self);
    gtk_box_append (GTK_BOX (self->box), self->cancel);

    g_signal_connect_object (
        job, "notify::fraction", G_CALLBACK (progressed_cb), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (
        job, "notify::message", G_CALLBACK (progressed_cb), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (
        job, "notify::running", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
    progressed_cb (self);
    ended_cb (self);
    return GTK_WIDGET (self);
}

UpstandJob *
upstand_job_row_get_job (UpstandJobRow *self)
{
    g_return_val_if_fail (UPSTAND_IS_JOB_ROW (self), NULL);
    return self->job;
}
