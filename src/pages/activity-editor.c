/* SPDX-License-Identifier: MIT */
#include "pages/activity-editor.h"

#include <glib/gi18n-lib.h>

#include "pages/evidence-list.h"
#include "pages/update-list.h"
#include "widgets/record-form.h"

struct _UpstandActivityEditor {
    AdwBin parent_instance;
    UpstandStore *store;
    UpstandDay today;
    UpstandResolver resolve;
    gpointer user_data;
    UpstandFormSetup setup;
    UpstandRecordForm *form;
    GtkWidget *evidence;
    GtkWidget *updates;

    GtkWidget *back;
    GtkWidget *close;
    GtkWidget *menu;
    GtkLabel *title;
    GtkWidget *unsaved; /* the bar that offers to give up */
    GtkScrolledWindow *scrolled;
    GtkBox *content;
};

G_DEFINE_FINAL_TYPE (UpstandActivityEditor, upstand_activity_editor, ADW_TYPE_BIN)

enum {
    SIGNAL_SAVED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const what[] = { "title", "requirements", "description", NULL };
static const char *const who[] = { "owner", "unit", "start", "due", "key_milestone", NULL };
static const char *const how[] = { "state", "percent", "completed", "blockers", "cancel_reason",
    NULL };
static const char *const success[] = { "success_measure", "risks", NULL };

static const UpstandFormSection sections[] = {
    { NULL, what },
    { N_ ("Who and when"), who },
    { N_ ("How it stands"), how },
    { N_ ("Success and risk"), success },
    { NULL, NULL },
};

/* One change brings the others that it means. */
static void
assist (UpstandRecord *edited, const UpstandField *field, UpstandDay today, gpointer user_data)
{
    UpstandActivity *activity = (UpstandActivity *)edited;
    if (strcmp (field->name, "state") == 0)
        upstand_activity_set_state (activity, activity->state, today);
    else if (strcmp (field->name, "completed") == 0 && activity->completed)
        upstand_activity_set_state (activity, UPSTAND_ACTIVITY_COMPLETE, today);
}

static gboolean
is_shown (UpstandRecord *edited, const UpstandField *field, gpointer user_data)
{
    const UpstandActivity *activity = (UpstandActivity *)edited;
    if (strcmp (field->name, "cancel_reason") == 0)
        return activity->state == UPSTAND_ACTIVITY_CANCELLED || activity->cancel_reason;
    if (strcmp (field->name, "blockers") == 0)
        return activity->state == UPSTAND_ACTIVITY_BLOCKED || activity->blockers;
    if (strcmp (field->name, "completed") == 0)
        return activity->state == UPSTAND_ACTIVITY_COMPLETE || activity->completed;
    return TRUE;
}

static char *
resolve (const UpstandField *field, gint64 id, gpointer user_data)
{
    UpstandActivityEditor *self = user_data;
    return self->resolve (field, id, self->user_data);
}

static void
show_title (UpstandActivityEditor *self)
{
    UpstandRecord *record = upstand_record_form_get_record (self->form);
    gboolean saved = record && record->id;
    g_autofree char *title = saved ? upstand_record_get_title (record) : NULL;
    gtk_label_set_label (self->title, title ? title : _ ("New activity"));
    gtk_widget_set_sensitive (self->menu, saved);
}

/* What belongs to it; a new one has nothing yet. */
static void
show_lists (UpstandActivityEditor *self)
{
    UpstandRecord *record = upstand_record_form_get_record (self->form);
    gint64 id = record ? record->id : 0;
    GtkWidget *const lists[] = { self->evidence, self->updates };
    for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
        UpstandSectionList *list = UPSTAND_SECTION_LIST (lists[i]);
        gtk_widget_set_visible (lists[i], id != 0);
        if (id && id != upstand_section_list_get_activity (list))
            upstand_section_list_set_subject (list, self->store, self->today, 0, id);
    }
}

static void
saved_cb (UpstandRecordForm *form, UpstandRecord *record, UpstandActivityEditor *self)
{
    show_title (self);
    show_lists (self);
    gtk_widget_set_visible (self->unsaved, FALSE);
    g_signal_emit (self, signals[SIGNAL_SAVED], 0, record);
}

static void
unsaved_changed_cb (UpstandRecordForm *form, GParamSpec *pspec, UpstandActivityEditor *self)
{
    if (!upstand_record_form_is_unsaved (form))
        gtk_widget_set_visible (self->unsaved, FALSE);
}

static void
discard_clicked_cb (GtkWidget *button, UpstandActivityEditor *self)
{
    UpstandRecord *record = upstand_record_form_get_record (self->form);
    upstand_record_form_discard (self->form);
    gtk_widget_set_visible (self->unsaved, FALSE);
    /* A new one that is given up was never there. */
    if (record && record->id == 0)
        gtk_widget_activate_action (GTK_WIDGET (self), "activities.close", NULL);
}

/* The form is made when something is first opened: the table comes sooner without it. */
static void
make_form (UpstandActivityEditor *self)
{
    if (self->form)
        return;
    self->setup = (UpstandFormSetup){ sections, resolve, assist, is_shown };
    self->form = upstand_record_form_new (self->store, &upstand_activity_type, &self->setup, self);
    upstand_record_form_set_today (self->form, self->today);
    self->evidence = upstand_evidence_list_new ();
    self->updates = upstand_update_list_new ();
    gtk_box_append (self->content, GTK_WIDGET (self->form));
    gtk_box_append (self->content, self->evidence);
    gtk_box_append (self->content, self->updates);
    g_signal_connect (self->form, "saved", G_CALLBACK (saved_cb), self);
    g_signal_connect (self->form, "notify::unsaved", G_CALLBACK (unsaved_changed_cb), self);
}

static void
upstand_activity_editor_dispose (GObject *object)
{
    UpstandActivityEditor *self = UPSTAND_ACTIVITY_EDITOR (object);
    if (self->form)
        g_signal_handlers_disconnect_by_data (self->form, self);
    self->form = NULL;
    g_clear_object (&self->store);
    G_OBJECT_CLASS (upstand_activity_editor_parent_class)->dispose (object);
}

static void
upstand_activity_editor_class_init (UpstandActivityEditorClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    G_OBJECT_CLASS (klass)->dispose = upstand_activity_editor_dispose;
    signals[SIGNAL_SAVED] = g_signal_new ("saved", UPSTAND_TYPE_ACTIVITY_EDITOR, G_SIGNAL_RUN_LAST,
        0, NULL, NULL, NULL, G_TYPE_NONE, 1, UPSTAND_TYPE_RECORD);
    gtk_widget_class_set_template_from_resource (
        widget_class, "/uk/upstand/Upstand/pages/activity-editor.ui");
    gtk_widget_class_bind_template_child (widget_class, UpstandActivityEditor, back);
    gtk_widget_class_bind_template_child (widget_class, UpstandActivityEditor, close);
    gtk_widget_class_bind_template_child (widget_class, UpstandActivityEditor, menu);
    gtk_widget_class_bind_template_child (widget_class, UpstandActivityEditor, title);
    gtk_widget_class_bind_template_child (widget_class, UpstandActivityEditor, unsaved);
    gtk_widget_class_bind_template_child (widget_class, UpstandActivityEditor, scrolled);
    gtk_widget_class_bind_template_child (widget_class, UpstandActivityEditor, content);
    gtk_widget_class_bind_template_callback (widget_class, discard_clicked_cb);
}

static void
upstand_activity_editor_init (UpstandActivityEditor *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
upstand_activity_editor_new (void)
{
    return g_object_new (UPSTAND_TYPE_ACTIVITY_EDITOR, NULL);
}

void
upstand_activity_editor_set_store (UpstandActivityEditor *self, UpstandStore *store,
    UpstandDay today, UpstandResolver resolver, gpointer user_data)
{
    g_return_if_fail (UPSTAND_IS_ACTIVITY_EDITOR (self) && UPSTAND_IS_STORE (store) && resolver);
    g_return_if_fail (!self->store);
    self->store = g_object_ref (store);
    self->today = today;
    self->resolve = resolver;
    self->user_data = user_data;
}

void
upstand_activity_editor_set_today (UpstandActivityEditor *self, UpstandDay today)
{
    g_return_if_fail (UPSTAND_IS_ACTIVITY_EDITOR (self));
    self->today = today;
    if (!self->form)
        return;
    upstand_record_form_set_today (self->form, today);
    gint64 id = upstand_section_list_get_activity (UPSTAND_SECTION_LIST (self->evidence));
    if (id) {
        upstand_section_list_set_subject (
            UPSTAND_SECTION_LIST (self->evidence), self->store, today, 0, id);
        upstand_section_list_set_subject (
            UPSTAND_SECTION_LIST (self->updates), self->store, today, 0, id);
    }
}

gboolean
upstand_activity_editor_show (UpstandActivityEditor *self, UpstandActivity *activity)
{
    g_return_val_if_fail (UPSTAND_IS_ACTIVITY_EDITOR (self) && self->store, FALSE);
    if (!self->form && !activity)
        return TRUE;
    make_form (self);
    UpstandRecord *shown = upstand_record_form_get_record (self->form);
    gint64 id = activity ? ((UpstandRecord *)activity)->id : 0;
    if (shown && shown->id && shown->id == id)
        return TRUE;
    if (!upstand_record_form_set_record (self->form, (UpstandRecord *)activity)) {
        gtk_widget_set_visible (self->unsaved, TRUE);
        return FALSE;
    }
    gtk_widget_set_visible (self->unsaved, FALSE);
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
    show_title (self);
    show_lists (self);
    return TRUE;
}

UpstandActivity *
upstand_activity_editor_get (UpstandActivityEditor *self)
{
    g_return_val_if_fail (UPSTAND_IS_ACTIVITY_EDITOR (self), NULL);
    return self->form ? (UpstandActivity *)upstand_record_form_get_record (self->form) : NULL;
}

gboolean
upstand_activity_editor_save_pending (UpstandActivityEditor *self)
{
    g_return_val_if_fail (UPSTAND_IS_ACTIVITY_EDITOR (self), TRUE);
    gboolean saved = !self->form || upstand_record_form_flush (self->form);
    gtk_widget_set_visible (self->unsaved, !saved);
    return saved;
}

void
upstand_activity_editor_set_alone (UpstandActivityEditor *self, gboolean alone)
{
    g_return_if_fail (UPSTAND_IS_ACTIVITY_EDITOR (self));
    gtk_widget_set_visible (self->back, alone);
    gtk_widget_set_visible (self->close, !alone);
}

void
upstand_activity_editor_focus (UpstandActivityEditor *self)
{
    g_return_if_fail (UPSTAND_IS_ACTIVITY_EDITOR (self) && self->form);
    upstand_record_form_focus_field (self->form, NULL);
}

GtkWidget *
upstand_activity_editor_get_form (UpstandActivityEditor *self)
{
    g_return_val_if_fail (UPSTAND_IS_ACTIVITY_EDITOR (self), NULL);
    return GTK_WIDGET (self->form);
}
