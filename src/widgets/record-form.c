/* SPDX-License-Identifier: MIT */
#include "widgets/record-form.h"

#include <glib/gi18n-lib.h>

#include "widgets/field-editor.h"
#include "widgets/stale-bar.h"

/* After a choice; several in a row are one step to undo. */
#define SAVE_MILLISECONDS 500

struct _UpstandRecordForm {
    AdwBin parent_instance;

    UpstandStore *store;
    const UpstandRecordType *type;
    const UpstandFormSetup *setup;
    gpointer user_data;
    UpstandDay today;
    gboolean read_only;

    GPtrArray *editors; /* of UpstandFieldEditor, in the order of the rows */
    UpstandStaleBar *bar;
    GtkLabel *status;

    UpstandRecord *base; /* as it was read or saved */
    UpstandRecord *edited; /* the copy */
    UpstandRecord *theirs; /* while there are conflicts: what the other saved */
    GPtrArray *conflicts; /* of UpstandField: both changed it and nobody has chosen yet */
    GHashTable *touched; /* of UpstandField: in a new record, only these are complained of */
    gboolean gone; /* the record was deleted by somebody */
    gboolean saving;
    gboolean unsaved;
    guint timeout;
};

G_DEFINE_FINAL_TYPE (UpstandRecordForm, upstand_record_form, ADW_TYPE_BIN)

enum {
    PROP_0,
    PROP_UNSAVED,
    N_PROPS,
};

enum {
    SIGNAL_SAVED,
    N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static gboolean take_in_theirs (UpstandRecordForm *self, UpstandRecord *theirs);

static UpstandFieldEditor *
editor_at (UpstandRecordForm *self, guint i)
{
    return g_ptr_array_index (self->editors, i);
}

static UpstandFieldEditor *
find_editor (UpstandRecordForm *self, const char *field)
{
    for (guint i = 0; i < self->editors->len; i++)
        if (strcmp (upstand_field_editor_get_field (editor_at (self, i))->name, field) == 0)
            return editor_at (self, i);
    return NULL;
}

static void
copy_field (UpstandRecord *to, UpstandRecord *from, const UpstandField *field)
{
    g_autofree char *text = upstand_record_get_text (from, field);
    upstand_record_set_text (to, field, text, NULL);
}

/* TRUE when the copy holds something that was not saved. */
static gboolean
differs_from_base (UpstandRecordForm *self)
{
    for (guint i = 0; i < self->type->n_fields; i++)
        if (!upstand_record_same (self->edited, self->base, &self->type->fields[i]))
            return TRUE;
    return FALSE;
}

static gboolean
is_new (UpstandRecordForm *self)
{
    return self->base && self->base->id == 0;
}

static gboolean
has_edited_rows (UpstandRecordForm *self)
{
    for (guint i = 0; i < self->editors->len; i++)
        if (upstand_field_editor_is_edited (editor_at (self, i)))
            return TRUE;
    return FALSE;
}

/* Showing. */

static void
show_which_rows (UpstandRecordForm *self)
{
    for (guint i = 0; self->edited && self->setup->is_shown && i < self->editors->len; i++)
        upstand_field_editor_set_shown (editor_at (self, i),
            self->setup->is_shown (self->edited,
                upstand_field_editor_get_field (editor_at (self, i)), self->user_data));
}

/* What is being typed is left alone. */
static void
show_fields (UpstandRecordForm *self)
{
    for (guint i = 0; i < self->editors->len; i++)
        if (!upstand_field_editor_is_edited (editor_at (self, i)))
            upstand_field_editor_show (editor_at (self, i), self->edited, self->today);
    show_which_rows (self);
}

static void
show_editable (UpstandRecordForm *self)
{
    gboolean closed = self->read_only || self->gone || upstand_store_is_read_only (self->store);
    for (guint i = 0; i < self->editors->len; i++) {
        const UpstandField *field = upstand_field_editor_get_field (editor_at (self, i));
        gboolean fixed = (field->flags & UPSTAND_FIELD_FIXED) ||
                         (field->flags & UPSTAND_FIELD_LASTING && !is_new (self));
        upstand_field_editor_set_editable (editor_at (self, i), self->base && !closed && !fixed);
    }
}

static void
show_status (UpstandRecordForm *self, const char *reason)
{
    gboolean unsaved =
        self->base &&
        (has_edited_rows (self) || self->conflicts->len > 0 ||
            (is_new (self) ? g_hash_table_size (self->touched) > 0 : differs_from_base (self)));
    g_autofree char *words =
        unsaved && reason ? g_strdup_printf (_ ("Not saved yet. %s"), reason) : NULL;
    gtk_label_set_label (self->status, words ? words : "");
    gtk_widget_set_visible (GTK_WIDGET (self->status), words != NULL);
    if (self->unsaved == unsaved)
        return;
    self->unsaved = unsaved;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNSAVED]);
}

/* Saving. */

/* Shows beside each field what is wrong with it; the first sentence of all, or NULL. */
static char *
mark_problems (UpstandRecordForm *self, UpstandProblems *problems)
{
    const char *first = NULL;
    for (guint i = 0; i < self->editors->len; i++) {
        UpstandFieldEditor *editor = editor_at (self, i);
        const UpstandField *field = upstand_field_editor_get_field (editor);
        /* What cannot even be read has its own sentence already. */
        if (upstand_field_editor_is_edited (editor)) {
            if (!first)
                first = upstand_field_editor_get_problem (editor);
            continue;
        }
        const char *sentence = upstand_problems_find (problems, field->name);
        if (sentence && !first)
            first = sentence;
        gboolean told = !is_new (self) || g_hash_table_contains (self->touched, field);
        upstand_field_editor_set_problem (editor, told ? sentence : NULL);
    }
    return g_strdup (first ? first : upstand_problems_first (problems, NULL));
}

static void
publish (UpstandRecordForm *self)
{
    g_set_object (&self->base, self->edited);
    g_object_unref (self->edited);
    self->edited = upstand_record_copy (self->base);
    g_hash_table_remove_all (self->touched);
}

/* Saves the copy when it can be; FALSE when something stays unsaved. */
static gboolean
save (UpstandRecordForm *self)
{
    g_autoptr (UpstandProblems) problems = upstand_record_check (self->edited);
    g_autofree char *first = mark_problems (self, problems);
    gboolean wanted =
        is_new (self) ? g_hash_table_size (self->touched) > 0 : differs_from_base (self);
    if (self->gone || self->conflicts->len > 0 || upstand_problems_count (problems) > 0 ||
        !wanted) {
        show_status (self, first);
        return !self->unsaved;
    }
    g_autoptr (GError) error = NULL;
    gboolean was_new = is_new (self);
    self->saving = TRUE;
    gboolean saved = upstand_store_save (self->store, self->edited, &error);
    self->saving = FALSE;
    if (saved) {
        publish (self);
        if (was_new)
            show_editable (self);
        show_fields (self);
        show_status (self, first);
        g_signal_emit (self, signals[SIGNAL_SAVED], 0, self->base);
        return !self->unsaved;
    }
    if (g_error_matches (error, UPSTAND_ERROR, UPSTAND_ERROR_STALE)) {
        g_autoptr (UpstandRecord) theirs =
            upstand_store_get (self->store, self->type, self->edited->id, NULL);
        return take_in_theirs (self, theirs);
    }
    show_status (self, error->message);
    return FALSE;
}

/* Reads the row into the copy; FALSE when it cannot be, and the row says why. */
static gboolean
read_row (UpstandRecordForm *self, UpstandFieldEditor *editor)
{
    const UpstandField *field = upstand_field_editor_get_field (editor);
    g_autoptr (GError) error = NULL;
    g_hash_table_add (self->touched, (gpointer)field);
    if (!upstand_field_editor_read (editor, self->edited, self->today, &error)) {
        upstand_field_editor_set_problem (editor, error->message);
        return FALSE;
    }
    if (self->setup->assist)
        self->setup->assist (self->edited, field, self->today, self->user_data);
    return TRUE;
}

static gboolean
save_rows (UpstandRecordForm *self)
{
    g_clear_handle_id (&self->timeout, g_source_remove);
    if (!self->edited)
        return TRUE;
    for (guint i = 0; i < self->editors->len; i++)
        if (upstand_field_editor_is_edited (editor_at (self, i)))
            read_row (self, editor_at (self, i));
    show_fields (self);
    return save (self);
}

static gboolean
save_later_cb (gpointer user_data)
{
    UpstandRecordForm *self = user_data;
    self->timeout = 0;
    save_rows (self);
    return G_SOURCE_REMOVE;
}

static void
edited_cb (UpstandFieldEditor *editor, UpstandEditStep step, gpointer user_data)
{
    UpstandRecordForm *self = user_data;
    if (!self->edited)
        return;
    switch (step) {
    case UPSTAND_EDIT_TYPING: break;
    case UPSTAND_EDIT_CHOSEN:
        g_clear_handle_id (&self->timeout, g_source_remove);
        self->timeout = g_timeout_add (SAVE_MILLISECONDS, save_later_cb, self);
        break;
    case UPSTAND_EDIT_LEFT:
        /* A field that was only passed through is not worth a word, unless it was owed one. */
        if (upstand_field_editor_is_edited (editor))
            save_rows (self);
        return;
    }
    show_status (self, NULL);
}

/* Somebody else saved. */

/* Takes over what only they changed, keeps what only we changed, and asks about the rest. */
static gboolean
take_in_theirs (UpstandRecordForm *self, UpstandRecord *theirs)
{
    if (!theirs) {
        self->gone = TRUE;
        upstand_stale_bar_show_deleted (
            self->bar, has_edited_rows (self) || differs_from_base (self));
        show_editable (self);
        show_status (self, NULL);
        return FALSE;
    }
    g_autoptr (UpstandRecord) merged = upstand_record_copy (theirs);
    g_autoptr (GPtrArray) before = g_steal_pointer (&self->conflicts);
    gboolean ours = FALSE;
    self->conflicts = g_ptr_array_new ();
    for (guint i = 0; i < self->type->n_fields; i++) {
        const UpstandField *field = &self->type->fields[i];
        if (upstand_record_same (self->edited, self->base, field) ||
            upstand_record_same (self->edited, theirs, field))
            continue;
        ours = TRUE;
        copy_field (merged, self->edited, field);
        if (!upstand_record_same (theirs, self->base, field) ||
            g_ptr_array_find (before, field, NULL))
            g_ptr_array_add (self->conflicts, (gpointer)field);
    }
    g_set_object (&self->edited, merged);
    g_set_object (&self->base, theirs);
    g_set_object (&self->theirs, theirs);
    show_fields (self);
    if (ours || has_edited_rows (self))
        upstand_stale_bar_show_fields (self->bar, self->edited, theirs, self->conflicts);
    return save (self);
}

static void
decided_cb (UpstandStaleBar *bar, const char *name, gboolean mine, UpstandRecordForm *self)
{
    const UpstandField *field = upstand_record_type_find_field (self->type, name);
    g_ptr_array_remove (self->conflicts, (gpointer)field);
    if (!mine) {
        copy_field (self->edited, self->theirs, field);
        UpstandFieldEditor *editor = find_editor (self, name);
        if (editor)
            upstand_field_editor_show (editor, self->edited, self->today);
    }
    if (self->conflicts->len > 0) {
        upstand_stale_bar_show_fields (bar, self->edited, self->theirs, self->conflicts);
        return;
    }
    upstand_stale_bar_hide (bar);
    g_clear_object (&self->theirs);
    show_which_rows (self);
    save (self);
}

static void
entered_again_cb (UpstandStaleBar *bar, UpstandRecordForm *self)
{
    g_autoptr (UpstandRecord) again = upstand_record_duplicate (self->edited);
    self->gone = FALSE;
    g_set_object (&self->edited, again);
    g_object_unref (self->base);
    self->base = upstand_record_new (self->type);
    for (guint i = 0; i < self->editors->len; i++)
        g_hash_table_add (
            self->touched, (gpointer)upstand_field_editor_get_field (editor_at (self, i)));
    upstand_stale_bar_hide (bar);
    show_editable (self);
    save_rows (self);
}

static void
store_changed_cb (UpstandStore *store, const char *table, UpstandRecordForm *self)
{
    if (self->saving || !self->base || self->base->id == 0)
        return;
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandRecord) now = upstand_store_get (store, self->type, self->base->id, &error);
    if (!now && !g_error_matches (error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND))
        return;
    gboolean same = now && now->version == self->base->version && !self->gone;
    for (guint i = 0; same && i < self->type->n_fields; i++)
        same = upstand_record_same (now, self->base, &self->type->fields[i]);
    if (same || (!now && self->gone))
        return;
    if (now && self->gone) {
        self->gone = FALSE;
        upstand_stale_bar_hide (self->bar);
        show_editable (self);
    }
    take_in_theirs (self, now);
}

/* Life. */

static void
fill (UpstandRecordForm *self, UpstandRecord *record)
{
    g_clear_handle_id (&self->timeout, g_source_remove);
    g_clear_object (&self->edited);
    g_clear_object (&self->theirs);
    g_ptr_array_set_size (self->conflicts, 0);
    g_hash_table_remove_all (self->touched);
    g_set_object (&self->base, record);
    self->gone = FALSE;
    upstand_stale_bar_hide (self->bar);
    self->edited = record ? upstand_record_copy (record) : upstand_record_new (self->type);
    for (guint i = 0; i < self->editors->len; i++) {
        upstand_field_editor_show (editor_at (self, i), self->edited, self->today);
        upstand_field_editor_set_problem (editor_at (self, i), NULL);
    }
    show_which_rows (self);
    show_editable (self);
    if (!record)
        g_clear_object (&self->edited);
    else if (!is_new (self))
        save (self);
    show_status (self, NULL);
}

static gboolean
is_free_text (const UpstandField *field)
{
    return field->kind == UPSTAND_KIND_TEXT || field->kind == UPSTAND_KIND_PARAGRAPH;
}

static void
add_row (UpstandRecordForm *self, GtkWidget *group, const UpstandField *field)
{
    UpstandFieldEditor *editor = upstand_field_editor_new (
        self->store, self->type, field, self->setup->resolve, self->user_data);
    upstand_field_editor_watch (editor, edited_cb, self);
    adw_preferences_group_add (
        ADW_PREFERENCES_GROUP (group), upstand_field_editor_get_row (editor));
    adw_preferences_group_add (
        ADW_PREFERENCES_GROUP (group), upstand_field_editor_get_note (editor));
    g_ptr_array_add (self->editors, editor);
}

static void
add_groups (UpstandRecordForm *self, GtkWidget *box)
{
    const UpstandFormSection *section = self->setup->sections;
    GtkWidget *group = NULL;
    for (; section && section->fields; section++) {
        group = adw_preferences_group_new ();
        if (section->title)
            adw_preferences_group_set_title (
                ADW_PREFERENCES_GROUP (group), gettext (section->title));
        for (guint i = 0; section->fields[i]; i++) {
            const UpstandField *field =
                upstand_record_type_find_field (self->type, section->fields[i]);
            g_assert (field);
            add_row (self, group, field);
        }
        gtk_box_append (GTK_BOX (box), group);
    }
    if (self->setup->sections)
        return;
    group = adw_preferences_group_new ();
    for (guint i = 0; i < self->type->n_fields; i++)
        if (!(self->type->fields[i].flags & UPSTAND_FIELD_FIXED))
            add_row (self, group, &self->type->fields[i]);
    gtk_box_append (GTK_BOX (box), group);
}

/* Says once for the whole form what free text is not for. */
static void
add_reminder (UpstandRecordForm *self, GtkWidget *box)
{
    gboolean writes = FALSE;
    for (guint i = 0; i < self->editors->len; i++) {
        const UpstandField *field = upstand_field_editor_get_field (editor_at (self, i));
        writes |= is_free_text (field) && !(field->flags & UPSTAND_FIELD_FIXED);
    }
    if (!writes)
        return;
    GtkWidget *reminder =
        gtk_label_new (_ ("Posts and figures only: no names, addresses or crime numbers."));
    gtk_label_set_xalign (GTK_LABEL (reminder), 0);
    gtk_label_set_wrap (GTK_LABEL (reminder), TRUE);
    gtk_widget_add_css_class (reminder, "caption");
    gtk_widget_add_css_class (reminder, "dim-label");
    gtk_box_append (GTK_BOX (box), reminder);
}

static void
upstand_record_form_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
    if (id == PROP_UNSAVED)
        g_value_set_boolean (value, UPSTAND_RECORD_FORM (object)->unsaved);
    else
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
upstand_record_form_dispose (GObject *object)
{
    UpstandRecordForm *self = UPSTAND_RECORD_FORM (object);
    g_clear_handle_id (&self->timeout, g_source_remove);
    if (self->store)
        g_signal_handlers_disconnect_by_data (self->store, self);
    /* Rows that lose the focus on their way out have nothing to say any more. */
    g_clear_object (&self->edited);
    G_OBJECT_CLASS (upstand_record_form_parent_class)->dispose (object);
    g_clear_pointer (&self->editors, g_ptr_array_unref);
    g_clear_object (&self->base);
    g_clear_object (&self->theirs);
    g_clear_object (&self->store);
}

static void
upstand_record_form_finalize (GObject *object)
{
    UpstandRecordForm *self = UPSTAND_RECORD_FORM (object);
    g_ptr_array_unref (self->conflicts);
    g_hash_table_unref (self->touched);
    G_OBJECT_CLASS (upstand_record_form_parent_class)->finalize (object);
}

static void
upstand_record_form_class_init (UpstandRecordFormClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS (klass);
    object_class->get_property = upstand_record_form_get_property;
    object_class->dispose = upstand_record_form_dispose;
    object_class->finalize = upstand_record_form_finalize;
    properties[PROP_UNSAVED] = g_param_spec_boolean ("unsaved", NULL, NULL, FALSE,
        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
    g_object_class_install_properties (object_class, N_PROPS, properties);
    signals[SIGNAL_SAVED] = g_signal_new ("saved", UPSTAND_TYPE_RECORD_FORM, G_SIGNAL_RUN_LAST, 0,
        NULL, NULL, NULL, G_TYPE_NONE, 1, UPSTAND_TYPE_RECORD);
    gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "record-form");
}

static void
upstand_record_form_init (UpstandRecordForm *self)
{
    self->editors = g_ptr_array_new_with_free_func ((GDestroyNotify)upstand_field_editor_free);
    self->conflicts = g_ptr_array_new ();
    self->touched = g_hash_table_new (NULL, NULL);
    self->today = upstand_date_today ();
}

UpstandRecordForm *
upstand_record_form_new (UpstandStore *store, const UpstandRecordType *type,
    const UpstandFormSetup *setup, gpointer user_data)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (store) && type && setup, NULL);
    UpstandRecordForm *self = g_object_new (UPSTAND_TYPE_RECORD_FORM, NULL);
    g_autofree char *signal = g_strconcat ("changed::", type->name, NULL);
    self->store = g_object_ref (store);
    self->type = type;
    self->setup = setup;
    self->user_data = user_data;

    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
    self->bar = upstand_stale_bar_new (setup->resolve, user_data);
    self->status = GTK_LABEL (gtk_label_new (NULL));
    gtk_label_set_xalign (self->status, 0);
    gtk_label_set_wrap (self->status, TRUE);
    gtk_widget_add_css_class (GTK_WIDGET (self->status), "warning");
    gtk_widget_add_css_class (GTK_WIDGET (self->status), "caption-heading");
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->status));
    add_groups (self, box);
    add_reminder (self, box);
    adw_bin_set_child (ADW_BIN (self), box);

    g_signal_connect (self->bar, "decided", G_CALLBACK (decided_cb), self);
    g_signal_connect (self->bar, "entered-again", G_CALLBACK (entered_again_cb), self);
    g_signal_connect (store, signal, G_CALLBACK (store_changed_cb), self);
    fill (self, NULL);
    return self;
}

gboolean
upstand_record_form_set_record (UpstandRecordForm *self, UpstandRecord *record)
{
    g_return_val_if_fail (UPSTAND_IS_RECORD_FORM (self), FALSE);
    g_return_val_if_fail (!record || upstand_record_get_record_type (record) == self->type, FALSE);
    if (self->base && !self->gone && !save_rows (self))
        return FALSE;
    fill (self, record);
    return TRUE;
}

UpstandRecord *
upstand_record_form_get_record (UpstandRecordForm *self)
{
    g_return_val_if_fail (UPSTAND_IS_RECORD_FORM (self), NULL);
    return self->base;
}

UpstandRecord *
upstand_record_form_get_edited (UpstandRecordForm *self)
{
    g_return_val_if_fail (UPSTAND_IS_RECORD_FORM (self), NULL);
    return self->edited;
}

gboolean
upstand_record_form_flush (UpstandRecordForm *self)
{
    g_return_val_if_fail (UPSTAND_IS_RECORD_FORM (self), TRUE);
    return !self->base || save_rows (self);
}

void
upstand_record_form_discard (UpstandRecordForm *self)
{
    g_return_if_fail (UPSTAND_IS_RECORD_FORM (self));
    g_autoptr (UpstandRecord) base = self->base ? g_object_ref (self->base) : NULL;
    fill (self, base);
}

gboolean
upstand_record_form_is_unsaved (UpstandRecordForm *self)
{
    g_return_val_if_fail (UPSTAND_IS_RECORD_FORM (self), FALSE);
    return self->unsaved;
}

void
upstand_record_form_set_today (UpstandRecordForm *self, UpstandDay today)
{
    g_return_if_fail (UPSTAND_IS_RECORD_FORM (self));
    self->today = today;
    if (self->edited)
        show_fields (self);
}

void
upstand_record_form_set_read_only (UpstandRecordForm *self, gboolean read_only)
{
    g_return_if_fail (UPSTAND_IS_RECORD_FORM (self));
    self->read_only = read_only;
    show_editable (self);
}

void
upstand_record_form_focus_field (UpstandRecordForm *self, const char *field)
{
    g_return_if_fail (UPSTAND_IS_RECORD_FORM (self));
    UpstandFieldEditor *editor = field ? find_editor (self, field) : NULL;
    for (guint i = 0; !field && !editor && i < self->editors->len; i++)
        if (upstand_field_editor_get_problem (editor_at (self, i)))
            editor = editor_at (self, i);
    if (!editor && self->editors->len > 0)
        editor = editor_at (self, 0);
    if (editor)
        gtk_widget_grab_focus (upstand_field_editor_get_row (editor));
}

void
upstand_record_form_refresh (UpstandRecordForm *self)
{
    g_return_if_fail (UPSTAND_IS_RECORD_FORM (self));
    for (guint i = 0; i < self->editors->len; i++)
        upstand_field_editor_refresh (editor_at (self, i));
}

GtkWidget *
upstand_record_form_get_row (UpstandRecordForm *self, const char *field)
{
    g_return_val_if_fail (UPSTAND_IS_RECORD_FORM (self), NULL);
    UpstandFieldEditor *editor = find_editor (self, field);
    return editor ? upstand_field_editor_get_row (editor) : NULL;
}

const char *
upstand_record_form_get_problem (UpstandRecordForm *self, const char *field)
{
    g_return_val_if_fail (UPSTAND_IS_RECORD_FORM (self), NULL);
    UpstandFieldEditor *editor = find_editor (self, field);
    return editor ? upstand_field_editor_get_problem (editor) : NULL;
}
