/* SPDX-License-Identifier: MIT */
#include "pages/bulk-edit.h"

#include <glib/gi18n-lib.h>

#include "pages/bulk-change.h"
#include "records/activity.h"
#include "widgets/date-row.h"
#include "widgets/job-row.h"
#include "widgets/suggestions.h"

#define MOST_OWNERS 200

/** What is to change; used by the worker alone while it runs. */
typedef struct {
    char *owner; /* NULL: as it is */
    UpstandDay due; /* 0: as it is */
    int state; /* -1: as it is */
    char *reason; /* of a block or a cancellation; NULL: as it is */
    UpstandDay today;
} Change;

struct _UpstandBulkEdit {
    AdwWindow parent_instance;
    UpstandStore *store;
    GArray *ids;
    Change change;
    UpstandJob *job; /* while it runs */

    GtkWidget *owner;
    UpstandDateRow *due;
    GtkWidget *state;
    GtkWidget *reason;
    GtkLabel *trouble;
    GtkWidget *box;
    GtkWidget *rows;
    GtkWidget *apply;
};

G_DEFINE_FINAL_TYPE (UpstandBulkEdit, upstand_bulk_edit, ADW_TYPE_WINDOW)

enum {
    SIGNAL_DONE,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
change_activity (UpstandStore *store, UpstandRecord *copy, gpointer data, GError **error)
{
    const Change *change = data;
    UpstandActivity *activity = (UpstandActivity *)copy;
    if (change->owner) {
        g_free (activity->owner);
        activity->owner = g_strdup (change->owner);
    }
    if (change->due)
        activity->due = change->due;
    if (change->state >= 0)
        upstand_activity_set_state (activity, change->state, change->today);
    if (change->reason) {
        char **place = change->state == UPSTAND_ACTIVITY_CANCELLED ? &activity->cancel_reason
                                                                   : &activity->blockers;
        g_free (*place);
        *place = g_strdup (change->reason);
    }
    return upstand_store_save (store, copy, error);
}

static void
say_trouble (UpstandBulkEdit *self, const char *words)
{
    gtk_label_set_label (self->trouble, words ? words : "");
    gtk_widget_set_visible (GTK_WIDGET (self->trouble), words != NULL);
}

static void
finish (UpstandBulkEdit *self, const GError *error)
{
    gtk_widget_set_sensitive (self->rows, TRUE);
    gtk_widget_set_sensitive (self->apply, TRUE);
    if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
        say_trouble (self, _ ("Stopped. Nothing was changed."));
    } else if (error) {
        g_autofree char *words = g_strdup_printf (_ ("Nothing was changed. %s"), error->message);
        say_trouble (self, words);
    } else {
        g_autofree char *words = g_strdup_printf (
            ngettext ("%u activity changed", "%u activities changed", self->ids->len),
            self->ids->len);
        g_signal_emit (self, signals[SIGNAL_DONE], 0, words);
        gtk_window_close (GTK_WINDOW (self));
    }
}

static void
job_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (UpstandBulkEdit) self = user_data;
    g_autoptr (GError) error = NULL;
    upstand_job_finish (UPSTAND_JOB (source), result, NULL, &error);
    g_clear_object (&self->job);
    if (!self->store)
        return;
    upstand_store_poll (self->store);
    finish (self, error);
}

static void
start (UpstandBulkEdit *self)
{
    g_autofree char *title = g_strdup_printf (
        ngettext ("Change of %u activity", "Change of %u activities", self->ids->len),
        self->ids->len);
    gtk_widget_set_sensitive (self->rows, FALSE);
    gtk_widget_set_sensitive (self->apply, FALSE);
    if (self->ids->len <= UPSTAND_BULK_AT_ONCE) {
        g_autoptr (GError) error = NULL;
        upstand_bulk_change (self->store, &upstand_activity_type, title, self->ids, change_activity,
            &self->change, NULL, &error);
        finish (self, error);
        return;
    }
    self->job = upstand_bulk_change_job (
        self->store, &upstand_activity_type, title, self->ids, change_activity, &self->change);
    upstand_job_start (self->job, job_done_cb, g_object_ref (self));
    gtk_box_append (GTK_BOX (self->box), upstand_job_row_new (self->job));
}

/* Reads the rows; FALSE when one of them makes no sense, which is then said. */
static gboolean
read_rows (UpstandBulkEdit *self)
{
    g_autoptr (GError) error = NULL;
    Change *change = &self->change;
    g_clear_pointer (&change->owner, g_free);
    g_clear_pointer (&change->reason, g_free);
    change->owner = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->owner))));
    change->reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));
    change->state = (int)adw_combo_row_get_selected (ADW_COMBO_ROW (self->state)) - 1;
    if (!*change->owner)
        g_clear_pointer (&change->owner, g_free);
    if (!*change->reason || !gtk_widget_get_visible (self->reason))
        g_clear_pointer (&change->reason, g_free);
    if (!upstand_date_row_get_day (self->due, &change->due, &error)) {
        say_trouble (self, error->message);
        gtk_widget_grab_focus (GTK_WIDGET (self->due));
        return FALSE;
    }
    if (!change->owner && !change->due && change->state < 0) {
        say_trouble (self, _ ("Choose what is to change."));
        return FALSE;
    }
    return TRUE;
}

static void
apply_clicked_cb (GtkWidget *widget, UpstandBulkEdit *self)
{
    say_trouble (self, NULL);
    if (!self->job && read_rows (self))
        start (self);
}

static void
state_changed_cb (GObject *row, GParamSpec *pspec, UpstandBulkEdit *self)
{
    int state = (int)adw_combo_row_get_selected (ADW_COMBO_ROW (self->state)) - 1;
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reason),
        state == UPSTAND_ACTIVITY_CANCELLED ? _ ("Reason for cancelling") : _ ("What blocks them"));
    gtk_widget_set_visible (
        self->reason, state == UPSTAND_ACTIVITY_CANCELLED || state == UPSTAND_ACTIVITY_BLOCKED);
}

static gboolean
close_request_cb (GtkWindow *window, gpointer user_data)
{
    /* It ends when the worker has stopped, not before. */
    UpstandBulkEdit *self = UPSTAND_BULK_EDIT (window);
    if (self->job)
        upstand_job_cancel (self->job);
    return self->job != NULL;
}

static GStrv
list_owners (gpointer user_data)
{
    return upstand_store_list_values (
        UPSTAND_BULK_EDIT (user_data)->store, &upstand_activity_type, "owner", MOST_OWNERS);
}

static void
upstand_bulk_edit_dispose (GObject *object)
{
    UpstandBulkEdit *self = UPSTAND_BULK_EDIT (object);
    g_clear_object (&self->store);
    G_OBJECT_CLASS (upstand_bulk_edit_parent_class)->dispose (object);
}

static void
upstand_bulk_edit_finalize (GObject *object)
{
    UpstandBulkEdit *self = UPSTAND_BULK_EDIT (object);
    g_free (self->change.owner);
    g_free (self->change.reason);
    g_clear_pointer (&self->ids, g_array_unref);
    G_OBJECT_CLASS (upstand_bulk_edit_parent_class)->finalize (object);
}

static void
upstand_bulk_edit_class_init (UpstandBulkEditClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    G_OBJECT_CLASS (klass)->dispose = upstand_bulk_edit_dispose;
    G_OBJECT_CLASS (klass)->finalize = upstand_bulk_edit_finalize;
    signals[SIGNAL_DONE] = g_signal_new ("done", UPSTAND_TYPE_BULK_EDIT, G_SIGNAL_RUN_LAST, 0, NULL,
        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
    gtk_widget_class_set_template_from_resource (
        widget_class, "/uk/upstand/Upstand/pages/bulk-edit.ui");
    gtk_widget_class_bind_template_child (widget_class, UpstandBulkEdit, owner);
    gtk_widget_class_bind_template_child (widget_class, UpstandBulkEdit, due);
    gtk_widget_class_bind_template_child (widget_class, UpstandBulkEdit, state);
    gtk_widget_class_bind_template_child (widget_class, UpstandBulkEdit, reason);
    gtk_widget_class_bind_template_child (widget_class, UpstandBulkEdit, trouble);
    gtk_widget_class_bind_template_child (widget_class, UpstandBulkEdit, box);
    gtk_widget_class_bind_template_child (widget_class, UpstandBulkEdit, rows);
    gtk_widget_class_bind_template_child (widget_class, UpstandBulkEdit, apply);
    gtk_widget_class_bind_template_callback (widget_class, apply_clicked_cb);
    gtk_widget_class_bind_template_callback (widget_class, state_changed_cb);
    gtk_widget_class_bind_template_callback (widget_class, close_request_cb);
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
upstand_bulk_edit_init (UpstandBulkEdit *self)
{
    g_type_ensure (UPSTAND_TYPE_DATE_ROW);
    gtk_widget_init_template (GTK_WIDGET (self));
    g_autoptr (GtkStringList) states = gtk_string_list_new (NULL);
    gtk_string_list_append (states, _ ("As it is"));
    for (const UpstandChoice *one = upstand_activity_states; one->key; one++)
        gtk_string_list_append (states, gettext (one->label));
    adw_combo_row_set_model (ADW_COMBO_ROW (self->state), G_LIST_MODEL (states));
}

UpstandBulkEdit *
upstand_bulk_edit_new (UpstandStore *store, const GArray *ids, UpstandDay today)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (store) && ids, NULL);
    UpstandBulkEdit *self = g_object_new (UPSTAND_TYPE_BULK_EDIT, NULL);
    self->store = g_object_ref (store);
    self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    g_array_append_vals (self->ids, ids->data, ids->len);
    self->change.today = today;
    upstand_date_row_set_today (self->due, today);
    upstand_suggestions_attach (GTK_EDITABLE (self->owner), list_owners, self);
    g_autofree char *title = g_strdup_printf (
        ngettext ("Change %u activity", "Change %u activities", ids->len), ids->len);
    gtk_window_set_title (GTK_WINDOW (self), title);
    state_changed_cb (NULL, NULL, self);
    return self;
}

void
upstand_bulk_edit_fill (
    UpstandBulkEdit *self, const char *owner, const char *due, int state, const char *reason)
{
    g_return_if_fail (UPSTAND_IS_BULK_EDIT (self));
    gtk_editable_set_text (GTK_EDITABLE (self->owner), owner ? owner : "");
    gtk_editable_set_text (GTK_EDITABLE (self->due), due ? due : "");
    adw_combo_row_set_selected (ADW_COMBO_ROW (self->state), (guint)(state + 1));
    gtk_editable_set_text (GTK_EDITABLE (self->reason), reason ? reason : "");
}

void
upstand_bulk_edit_apply (UpstandBulkEdit *self)
{
    g_return_if_fail (UPSTAND_IS_BULK_EDIT (self));
    apply_clicked_cb (self->apply, self);
}

const char *
upstand_bulk_edit_get_trouble (UpstandBulkEdit *self)
{
    g_return_val_if_fail (UPSTAND_IS_BULK_EDIT (self), NULL);
    const char *words = gtk_label_get_label (self->trouble);
    return *words ? words : NULL;
}
