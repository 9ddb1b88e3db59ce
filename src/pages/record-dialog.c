/* SPDX-License-Identifier: MIT */
#include "pages/record-dialog.h"

#include <glib/gi18n-lib.h>

#include "pages/names.h"
#include "pages/step.h"
#include "widgets/dialogs.h"
#include "widgets/field-editor.h"

struct _UpstandRecordDialog {
    AdwWindow parent_instance;

    UpstandStore *store;
    UpstandRecord *base; /* as it was in the plan when it was last read; NULL: a new one */
    UpstandRecord *record; /* as it is to be saved */
    UpstandDay today;
    char *step;
    UpstandRecordSaver saver;
    GPtrArray *editors; /* element-type UpstandFieldEditor */
    gboolean touched; /* something was written or chosen */
    gboolean closing;

    AdwWindowTitle *title;
    GtkLabel *advice, *trouble;
    AdwPreferencesGroup *group;
    GtkButton *save;
};

G_DEFINE_FINAL_TYPE (UpstandRecordDialog, upstand_record_dialog, ADW_TYPE_WINDOW)

static guint saved_signal;

static UpstandFieldEditor *
editor_at (UpstandRecordDialog *self, guint i)
{
    return g_ptr_array_index (self->editors, i);
}

static void
say_trouble (UpstandRecordDialog *self, const char *words)
{
    gtk_label_set_label (self->trouble, words ? words : "");
    gtk_widget_set_visible (GTK_WIDGET (self->trouble), words != NULL);
}

/* Takes what was typed into the record; each problem stands under its field. */
static gboolean
read_fields (UpstandRecordDialog *self)
{
    UpstandFieldEditor *first = NULL;

    say_trouble (self, NULL);
    for (guint i = 0; i < self->editors->len; i++) {
        UpstandFieldEditor *editor = editor_at (self, i);
        g_autoptr (GError) error = NULL;
        gboolean read = !upstand_field_editor_is_edited (editor) ||
                        upstand_field_editor_read (editor, self->record, self->today, &error);
        upstand_field_editor_set_problem (editor, read ? NULL : error->message);
        if (!read && !first)
            first = editor;
    }
    g_autoptr (UpstandProblems) problems = upstand_record_check (self->record);
    gboolean told = first != NULL;
    for (guint i = 0; i < self->editors->len; i++) {
        UpstandFieldEditor *editor = editor_at (self, i);
        const char *problem =
            upstand_problems_find (problems, upstand_field_editor_get_field (editor)->name);
        if (!problem || upstand_field_editor_get_problem (editor))
            continue;
        upstand_field_editor_set_problem (editor, problem);
        told = TRUE;
        if (!first)
            first = editor;
    }
    if (first)
        gtk_widget_grab_focus (upstand_field_editor_get_row (first));
    /* What no field here can put right is said above them. */
    if (!told && upstand_problems_count (problems) > 0)
        say_trouble (self, upstand_problems_first (problems, NULL));
    return !told && upstand_problems_count (problems) == 0;
}

static void
note_theirs (UpstandRecordDialog *self, const UpstandField *field, UpstandRecord *current)
{
    for (guint i = 0; i < self->editors->len; i++) {
        if (upstand_field_editor_get_field (editor_at (self, i)) != field)
            continue;
        g_autofree char *theirs =
            upstand_resolver_get_display (upstand_names_resolve, current, field, self->store);
        g_autofree char *words = g_strdup_printf (
            _ ("Meanwhile this was saved here: “%s”. Save again to keep yours."), theirs);
        upstand_field_editor_set_problem (editor_at (self, i), words);
    }
}

/* Somebody saved first: what was changed here is put on top of what they saved, and the person sees
 * both before saving again. */
static void
rebase (UpstandRecordDialog *self)
{
    const UpstandRecordType *type = upstand_record_get_record_type (self->record);
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandRecord) current =
        upstand_store_get (self->store, type, self->record->id, &error);
    if (!current) {
        say_trouble (self, error->message);
        return;
    }
    UpstandRecord *merged = upstand_record_copy (current);
    for (guint i = 0; i < type->n_fields; i++) {
        const UpstandField *field = &type->fields[i];
        if (upstand_record_same (self->record, self->base, field))
            continue;
        if (!upstand_record_same (current, self->base, field))
            note_theirs (self, field, current);
        g_autofree char *text = upstand_record_get_text (self->record, field);
        upstand_record_set_text (merged, field, text, NULL);
    }
    g_set_object (&self->base, current);
    g_object_unref (self->record);
    self->record = merged;
    say_trouble (self, _ ("Somebody saved this while you were writing. Look at it once more."));
}

static void
save (UpstandRecordDialog *self)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandRecordDialog) alive = g_object_ref (self);

    if (self->closing || !read_fields (self))
        return;
    if (self->saver (self->store, self->record, self->step, &error)) {
        self->closing = TRUE;
        gtk_window_close (GTK_WINDOW (self));
        g_signal_emit (self, saved_signal, 0, self->record);
    } else if (g_error_matches (error, UPSTAND_ERROR, UPSTAND_ERROR_STALE) && self->base) {
        rebase (self);
    } else {
        say_trouble (self, error->message);
    }
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    save (UPSTAND_RECORD_DIALOG (widget));
}

static void
discard (gpointer owner)
{
    UpstandRecordDialog *self = owner;
    self->closing = TRUE;
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
upstand_record_dialog_close_request (GtkWindow *window)
{
    UpstandRecordDialog *self = UPSTAND_RECORD_DIALOG (window);
    if (!self->closing && self->touched) {
        upstand_dialogs_confirm (self, _ ("Discard what you wrote?"), _ ("It has not been saved."),
            _ ("_Discard"), TRUE, discard, self);
        return TRUE;
    }
    return GTK_WINDOW_CLASS (upstand_record_dialog_parent_class)->close_request (window);
}

static void
edited_cb (UpstandFieldEditor *editor, UpstandEditStep step, gpointer data)
{
    if (step == UPSTAND_EDIT_LEFT)
        return;
    UPSTAND_RECORD_DIALOG (data)->touched = TRUE;
    /* While it is put right, the old complaint is no help. */
    upstand_field_editor_set_problem (editor, NULL);
}

static void
upstand_record_dialog_dispose (GObject *object)
{
    UpstandRecordDialog *self = UPSTAND_RECORD_DIALOG (object);
    g_clear_pointer (&self->editors, g_ptr_array_unref);
    g_clear_object (&self->record);
    g_clear_object (&self->base);
    g_clear_object (&self->store);
    g_clear_pointer (&self->step, g_free);
    G_OBJECT_CLASS (upstand_record_dialog_parent_class)->dispose (object);
}

static void
upstand_record_dialog_class_init (UpstandRecordDialogClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    G_OBJECT_CLASS (klass)->dispose = upstand_record_dialog_dispose;
    GTK_WINDOW_CLASS (klass)->close_request = upstand_record_dialog_close_request;

    gtk_widget_class_set_template_from_resource (
        widget_class, "/uk/upstand/Upstand/pages/record-dialog.ui");
    gtk_widget_class_bind_template_child (widget_class, UpstandRecordDialog, title);
    gtk_widget_class_bind_template_child (widget_class, UpstandRecordDialog, advice);
    gtk_widget_class_bind_template_child (widget_class, UpstandRecordDialog, trouble);
    gtk_widget_class_bind_template_child (widget_class, UpstandRecordDialog, group);
    gtk_widget_class_bind_template_child (widget_class, UpstandRecordDialog, save);
    gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action);
    gtk_widget_class_add_binding_action (
        widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "dialog.save", NULL);
    gtk_widget_class_add_binding_action (
        widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "dialog.save", NULL);
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
    saved_signal = g_signal_new ("saved", UPSTAND_TYPE_RECORD_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
        NULL, NULL, G_TYPE_NONE, 1, UPSTAND_TYPE_RECORD);
}

static void
upstand_record_dialog_init (UpstandRecordDialog *self)
{
    self->editors = g_ptr_array_new_with_free_func ((GDestroyNotify)upstand_field_editor_free);
    gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_field (UpstandRecordDialog *self, const UpstandField *field)
{
    UpstandFieldEditor *editor = upstand_field_editor_new (self->store,
        upstand_record_get_record_type (self->record), field, upstand_names_resolve, self->store);
    upstand_field_editor_watch (editor, edited_cb, self);
    upstand_field_editor_show (editor, self->record, self->today);
    adw_preferences_group_add (self->group, upstand_field_editor_get_row (editor));
    adw_preferences_group_add (self->group, upstand_field_editor_get_note (editor));
    g_ptr_array_add (self->editors, editor);
}

UpstandRecordDialog *
upstand_record_dialog_new (const char *heading, UpstandStore *store, gpointer record,
    const char *const *fields, UpstandDay today)
{
    g_return_val_if_fail (heading && UPSTAND_IS_STORE (store) && record && fields, NULL);
    UpstandRecordDialog *self = g_object_new (UPSTAND_TYPE_RECORD_DIALOG, "title", heading, NULL);
    const UpstandRecordType *type = upstand_record_get_record_type (record);

    self->store = g_object_ref (store);
    self->record = g_object_ref (record);
    self->today = today;
    self->step = g_strdup (heading);
    self->saver = upstand_step_save;
    if (self->record->id)
        self->base = upstand_store_get (store, type, self->record->id, NULL);
    adw_window_title_set_title (self->title, heading);
    for (guint i = 0; fields[i]; i++) {
        const UpstandField *field = upstand_record_type_find_field (type, fields[i]);
        g_assert (field);
        add_field (self, field);
    }
    return self;
}

void
upstand_record_dialog_set_step (UpstandRecordDialog *self, const char *title)
{
    g_return_if_fail (UPSTAND_IS_RECORD_DIALOG (self) && title);
    g_free (self->step);
    self->step = g_strdup (title);
}

void
upstand_record_dialog_set_advice (UpstandRecordDialog *self, const char *words)
{
    g_return_if_fail (UPSTAND_IS_RECORD_DIALOG (self) && words);
    gtk_label_set_label (self->advice, words);
    gtk_widget_set_visible (GTK_WIDGET (self->advice), TRUE);
}

void
upstand_record_dialog_set_saver (UpstandRecordDialog *self, UpstandRecordSaver saver)
{
    g_return_if_fail (UPSTAND_IS_RECORD_DIALOG (self) && saver);
    self->saver = saver;
}

void
upstand_record_dialog_set_accept (UpstandRecordDialog *self, const char *label)
{
    g_return_if_fail (UPSTAND_IS_RECORD_DIALOG (self) && label);
    gtk_button_set_label (self->save, label);
}

/* The first field that wants something is where the person begins. */
static void
focus_first (UpstandRecordDialog *self)
{
    for (guint i = 0; i < self->editors->len; i++) {
        g_autofree char *text = upstand_record_get_text (
            self->record, upstand_field_editor_get_field (editor_at (self, i)));
        if (text)
            continue;
        gtk_widget_grab_focus (upstand_field_editor_get_row (editor_at (self, i)));
        return;
    }
}

void
upstand_record_dialog_present (UpstandRecordDialog *self, GtkWidget *owner)
{
    g_return_if_fail (UPSTAND_IS_RECORD_DIALOG (self) && GTK_IS_WIDGET (owner));
    GtkRoot *root = gtk_widget_get_root (owner);
    if (GTK_IS_WINDOW (root))
        gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
    gtk_window_present (GTK_WINDOW (self));
    focus_first (self);
}
