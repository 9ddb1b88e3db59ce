/* SPDX-License-Identifier: MIT */
#include "widgets/field-editor.h"

#include <glib/gi18n-lib.h>

#include "rules/identifiers.h"
#include "widgets/date-row.h"
#include "widgets/links-row.h"
#include "widgets/paragraph-row.h"
#include "widgets/suggestions.h"

#define MOST_SUGGESTIONS 200

/** How a kind of field is edited: the only code that knows. */
typedef struct {
    void (*make) (UpstandFieldEditor *self);
    void (*show) (UpstandFieldEditor *self, UpstandRecord *record, UpstandDay today);
    /** What stands there, as upstand_record_set_typed() takes it; to be freed. */
    char *(*get_typed) (UpstandFieldEditor *self);
    void (*set_editable) (UpstandFieldEditor *self, gboolean editable);
    gboolean canonical; /* get_typed gives the canonical text */
} EditorKind;

struct _UpstandFieldEditor {
    UpstandStore *store;
    const UpstandRecordType *type;
    const UpstandField *field;
    UpstandResolver resolve;
    gpointer resolve_data;
    const EditorKind *kind;
    GtkWidget *row; /* owned */
    GtkWidget *control; /* in it: what has the accessible states */
    GtkEventController *focus; /* of the control; owned by it; may be missing */
    GtkWidget *note; /* owned */
    GtkLabel *problem;
    GtkLabel *warning;
    UpstandFieldEdited edited;
    gpointer user_data;
    gboolean filling;
    gboolean is_edited;
    gboolean shown;
};

static void
tell (UpstandFieldEditor *self, UpstandEditStep step)
{
    if (self->filling)
        return;
    if (step != UPSTAND_EDIT_LEFT)
        self->is_edited = TRUE;
    if (self->edited)
        self->edited (self, step, self->user_data);
}

static gboolean
is_free_text (const UpstandField *field)
{
    return field->kind == UPSTAND_KIND_TEXT || field->kind == UPSTAND_KIND_PARAGRAPH;
}

static void
show_note (UpstandFieldEditor *self)
{
    gboolean said = *gtk_label_get_label (self->problem) || *gtk_label_get_label (self->warning);
    gtk_widget_set_visible (self->note, self->shown && said);
    if (said)
        gtk_widget_add_css_class (self->row, "has-note");
    else
        gtk_widget_remove_css_class (self->row, "has-note");
}

/* Looks at free text as it is typed, and never stands in the way. */
static void
warn_of_identifiers (UpstandFieldEditor *self)
{
    if (!is_free_text (self->field) || self->field->flags & UPSTAND_FIELD_FIXED)
        return;
    g_autofree char *text = self->kind->get_typed (self);
    g_autofree char *words = upstand_identifiers_warn (text);
    gtk_label_set_label (self->warning, words ? words : "");
    gtk_widget_set_visible (GTK_WIDGET (self->warning), words != NULL);
    show_note (self);
}

static void
typed_cb (GObject *object, UpstandFieldEditor *self)
{
    if (!self->filling)
        warn_of_identifiers (self);
    tell (self, UPSTAND_EDIT_TYPING);
}

static void
chosen_cb (GObject *object, UpstandFieldEditor *self)
{
    tell (self, UPSTAND_EDIT_CHOSEN);
}

static void
property_chosen_cb (GObject *object, GParamSpec *pspec, UpstandFieldEditor *self)
{
    tell (self, UPSTAND_EDIT_CHOSEN);
}

static void
left_cb (GObject *object, UpstandFieldEditor *self)
{
    tell (self, UPSTAND_EDIT_LEFT);
}

static void
watch_focus (UpstandFieldEditor *self, GtkWidget *widget)
{
    self->focus = gtk_event_controller_focus_new ();
    g_signal_connect (self->focus, "leave", G_CALLBACK (left_cb), self);
    gtk_widget_add_controller (widget, self->focus);
}

/* One line of text, numbers, dates. */

static GStrv
list_posts (gpointer user_data)
{
    UpstandFieldEditor *self = user_data;
    return upstand_store_list_values (self->store, self->type, self->field->name, MOST_SUGGESTIONS);
}

static void
watch_entry (UpstandFieldEditor *self)
{
    self->control = self->row;
    g_signal_connect (self->row, "changed", G_CALLBACK (typed_cb), self);
    g_signal_connect (self->row, "entry-activated", G_CALLBACK (left_cb), self);
    watch_focus (self, self->row);
}

static void
entry_make (UpstandFieldEditor *self)
{
    self->row = adw_entry_row_new ();
    watch_entry (self);
    if (self->field->kind == UPSTAND_KIND_NUMBER)
        adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self->row), GTK_INPUT_PURPOSE_NUMBER);
    if (self->field->flags & UPSTAND_FIELD_POST)
        upstand_suggestions_attach (GTK_EDITABLE (self->row), list_posts, self);
}

static void
entry_show (UpstandFieldEditor *self, UpstandRecord *record, UpstandDay today)
{
    g_autofree char *text = upstand_record_get_display (record, self->field);
    /* The same text again would move the cursor. */
    if (strcmp (text, gtk_editable_get_text (GTK_EDITABLE (self->row))) != 0)
        gtk_editable_set_text (GTK_EDITABLE (self->row), text);
}

static char *
entry_get_typed (UpstandFieldEditor *self)
{
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->row)));
}

static void
entry_set_editable (UpstandFieldEditor *self, gboolean editable)
{
    gtk_editable_set_editable (GTK_EDITABLE (self->row), editable);
}

static void
date_make (UpstandFieldEditor *self)
{
    self->row = GTK_WIDGET (upstand_date_row_new (gettext (self->field->label)));
    watch_entry (self);
    /* Picked and the calendar closed: nothing more follows. */
    g_signal_connect (self->row, "chosen", G_CALLBACK (left_cb), self);
}

static void
date_show (UpstandFieldEditor *self, UpstandRecord *record, UpstandDay today)
{
    upstand_date_row_set_today (UPSTAND_DATE_ROW (self->row), today);
    entry_show (self, record, today);
}

/* Several lines. */

static void
paragraph_make (UpstandFieldEditor *self)
{
    self->row = GTK_WIDGET (upstand_paragraph_row_new (gettext (self->field->label)));
    self->control = upstand_paragraph_row_get_view (UPSTAND_PARAGRAPH_ROW (self->row));
    g_signal_connect (self->row, "changed", G_CALLBACK (typed_cb), self);
    watch_focus (self, self->control);
}

static void
paragraph_show (UpstandFieldEditor *self, UpstandRecord *record, UpstandDay today)
{
    g_autofree char *text = upstand_record_get_display (record, self->field);
    upstand_paragraph_row_set_text (UPSTAND_PARAGRAPH_ROW (self->row), text);
}

static char *
paragraph_get_typed (UpstandFieldEditor *self)
{
    return upstand_paragraph_row_get_text (UPSTAND_PARAGRAPH_ROW (self->row));
}

static void
paragraph_set_editable (UpstandFieldEditor *self, gboolean editable)
{
    upstand_paragraph_row_set_editable (UPSTAND_PARAGRAPH_ROW (self->row), editable);
}

/* Yes or no. */

static void
switch_make (UpstandFieldEditor *self)
{
    self->row = adw_action_row_new ();
    self->control = gtk_switch_new ();
    gtk_widget_set_valign (self->control, GTK_ALIGN_CENTER);
    adw_action_row_add_suffix (ADW_ACTION_ROW (self->row), self->control);
    adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->row), self->control);
    g_signal_connect (self->control, "notify::active", G_CALLBACK (property_chosen_cb), self);
}

static void
switch_show (UpstandFieldEditor *self, UpstandRecord *record, UpstandDay today)
{
    gtk_switch_set_active (
        GTK_SWITCH (self->control), G_STRUCT_MEMBER (gboolean, record, self->field->offset));
}

static char *
switch_get_typed (UpstandFieldEditor *self)
{
    return g_strdup (gtk_switch_get_active (GTK_SWITCH (self->control)) ? "1" : "0");
}

static void
control_set_editable (UpstandFieldEditor *self, gboolean editable)
{
    gtk_widget_set_sensitive (self->control, editable);
}

/* One of a list. */

static void
combo_make (UpstandFieldEditor *self)
{
    g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
    for (const UpstandChoice *choice = self->field->choices; choice->key; choice++)
        gtk_string_list_append (words, *choice->label ? gettext (choice->label) : _ ("None"));
    self->row = adw_combo_row_new ();
    self->control = self->row;
    adw_combo_row_set_model (ADW_COMBO_ROW (self->row), G_LIST_MODEL (words));
    g_signal_connect (self->row, "notify::selected", G_CALLBACK (property_chosen_cb), self);
}

static void
combo_show (UpstandFieldEditor *self, UpstandRecord *record, UpstandDay today)
{
    adw_combo_row_set_selected (
        ADW_COMBO_ROW (self->row), G_STRUCT_MEMBER (guint, record, self->field->offset));
}

static char *
combo_get_typed (UpstandFieldEditor *self)
{
    guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->row));
    return g_strdup (self->field->choices[selected].key);
}

/* What it is tied to. */

static void
links_make (UpstandFieldEditor *self)
{
    self->row = GTK_WIDGET (
        upstand_links_row_new (self->store, self->field, self->resolve, self->resolve_data));
    self->control = self->row;
    g_signal_connect (self->row, "changed", G_CALLBACK (chosen_cb), self);
}

static void
links_show (UpstandFieldEditor *self, UpstandRecord *record, UpstandDay today)
{
    g_autoptr (GArray) ids = upstand_resolver_get_ids (record, self->field);
    upstand_links_row_set_ids (UPSTAND_LINKS_ROW (self->row), ids);
}

static char *
links_get_typed (UpstandFieldEditor *self)
{
    const GArray *ids = upstand_links_row_get_ids (UPSTAND_LINKS_ROW (self->row));
    GString *text = g_string_new (NULL);
    for (guint i = 0; i < ids->len; i++)
        g_string_append_printf (
            text, "%s%" G_GINT64_FORMAT, i ? " " : "", g_array_index (ids, gint64, i));
    return g_string_free (text, FALSE);
}

static void
links_set_editable (UpstandFieldEditor *self, gboolean editable)
{
    upstand_links_row_set_editable (UPSTAND_LINKS_ROW (self->row), editable);
}

static const EditorKind entry_kind = { entry_make, entry_show, entry_get_typed, entry_set_editable,
    FALSE };
static const EditorKind date_kind = { date_make, date_show, entry_get_typed, entry_set_editable,
    FALSE };
static const EditorKind paragraph_kind = { paragraph_make, paragraph_show, paragraph_get_typed,
    paragraph_set_editable, FALSE };
static const EditorKind switch_kind = { switch_make, switch_show, switch_get_typed,
    control_set_editable, TRUE };
static const EditorKind combo_kind = { combo_make, combo_show, combo_get_typed,
    control_set_editable, TRUE };
static const EditorKind links_kind = { links_make, links_show, links_get_typed, links_set_editable,
    TRUE };

static const EditorKind *const kinds[] = {
    [UPSTAND_KIND_TEXT] = &entry_kind,
    [UPSTAND_KIND_PARAGRAPH] = &paragraph_kind,
    [UPSTAND_KIND_NUMBER] = &entry_kind,
    [UPSTAND_KIND_DECIMAL] = &entry_kind,
    [UPSTAND_KIND_DATE] = &date_kind,
    [UPSTAND_KIND_YES_NO] = &switch_kind,
    [UPSTAND_KIND_CHOICE] = &combo_kind,
    [UPSTAND_KIND_REFERENCE] = &links_kind,
    [UPSTAND_KIND_LINKS] = &links_kind,
};

static GtkLabel *
make_note_label (UpstandFieldEditor *self, GtkWidget *box, const char *style)
{
    GtkWidget *label = gtk_label_new (NULL);
    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_widget_add_css_class (label, "caption");
    gtk_widget_add_css_class (label, style);
    gtk_widget_set_visible (label, FALSE);
    gtk_box_append (GTK_BOX (box), label);
    return GTK_LABEL (label);
}

static void
make_note (UpstandFieldEditor *self)
{
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
    self->note = g_object_ref_sink (adw_preferences_row_new ());
    self->problem = make_note_label (self, box, "error");
    self->warning = make_note_label (self, box, "warning");
    gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->note), box);
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->note), FALSE);
    gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self->note), FALSE);
    gtk_widget_set_focusable (self->note, FALSE);
    gtk_widget_add_css_class (self->note, "field-note");
    gtk_widget_set_visible (self->note, FALSE);
}

UpstandFieldEditor *
upstand_field_editor_new (UpstandStore *store, const UpstandRecordType *type,
    const UpstandField *field, UpstandResolver resolve, gpointer resolve_data)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (store) && type && field, NULL);
    g_return_val_if_fail (field->kind < G_N_ELEMENTS (kinds), NULL);
    UpstandFieldEditor *self = g_new0 (UpstandFieldEditor, 1);
    self->store = store;
    self->type = type;
    self->field = field;
    self->resolve = resolve;
    self->resolve_data = resolve_data;
    self->kind = kinds[field->kind];
    self->shown = TRUE;
    self->kind->make (self);
    g_object_ref_sink (self->row);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), gettext (field->label));
    make_note (self);
    return self;
}

void
upstand_field_editor_free (UpstandFieldEditor *self)
{
    /* The rows may live on in their list for a moment, and must say nothing to what is gone. */
    if (self->focus)
        g_signal_handlers_disconnect_by_data (self->focus, self);
    g_signal_handlers_disconnect_by_data (self->row, self);
    if (self->control != self->row)
        g_signal_handlers_disconnect_by_data (self->control, self);
    g_object_unref (self->row);
    g_object_unref (self->note);
    g_free (self);
}

void
upstand_field_editor_watch (UpstandFieldEditor *self, UpstandFieldEdited edited, gpointer user_data)
{
    self->edited = edited;
    self->user_data = user_data;
}

const UpstandField *
upstand_field_editor_get_field (UpstandFieldEditor *self)
{
    return self->field;
}

GtkWidget *
upstand_field_editor_get_row (UpstandFieldEditor *self)
{
    return self->row;
}

GtkWidget *
upstand_field_editor_get_note (UpstandFieldEditor *self)
{
    return self->note;
}

void
upstand_field_editor_show (UpstandFieldEditor *self, UpstandRecord *record, UpstandDay today)
{
    self->filling = TRUE;
    self->kind->show (self, record, today);
    self->filling = FALSE;
    self->is_edited = FALSE;
    warn_of_identifiers (self);
}

gboolean
upstand_field_editor_read (
    UpstandFieldEditor *self, UpstandRecord *record, UpstandDay today, GError **error)
{
    g_autofree char *typed = self->kind->get_typed (self);
    gboolean good = self->kind->canonical
                        ? upstand_record_set_text (record, self->field, typed, error)
                        : upstand_record_set_typed (record, self->field, typed, today, error);
    if (good)
        self->is_edited = FALSE;
    return good;
}

gboolean
upstand_field_editor_is_edited (UpstandFieldEditor *self)
{
    return self->is_edited;
}

void
upstand_field_editor_set_problem (UpstandFieldEditor *self, const char *sentence)
{
    gtk_label_set_label (self->problem, sentence ? sentence : "");
    gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
    gtk_accessible_update_state (GTK_ACCESSIBLE (self->control), GTK_ACCESSIBLE_STATE_INVALID,
        sentence ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
    if (sentence) {
        gtk_widget_add_css_class (self->row, "error");
        gtk_accessible_update_property (
            GTK_ACCESSIBLE (self->control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
    } else {
        gtk_widget_remove_css_class (self->row, "error");
        gtk_accessible_reset_property (
            GTK_ACCESSIBLE (self->control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
    }
    show_note (self);
}

const char *
upstand_field_editor_get_problem (UpstandFieldEditor *self)
{
    const char *sentence = gtk_label_get_label (self->problem);
    return *sentence ? sentence : NULL;
}

void
upstand_field_editor_set_editable (UpstandFieldEditor *self, gboolean editable)
{
    self->kind->set_editable (self, editable);
}

void
upstand_field_editor_set_shown (UpstandFieldEditor *self, gboolean shown)
{
    self->shown = shown;
    gtk_widget_set_visible (self->row, shown);
    show_note (self);
}

void
upstand_field_editor_refresh (UpstandFieldEditor *self)
{
    if (self->kind == &links_kind)
        upstand_links_row_refresh (UPSTAND_LINKS_ROW (self->row));
}
