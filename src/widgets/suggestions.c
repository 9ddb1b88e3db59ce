/* SPDX-License-Identifier: MIT */
#include "widgets/suggestions.h"

#include <glib/gi18n-lib.h>

#define MOST_SHOWN 6

typedef struct {
    GtkEditable *editable;
    GtkWidget *popover; /* made when first shown */
    GtkListBox *list;
    UpstandSuggestionsGet get;
    gpointer user_data;
    GStrv texts; /* read when first needed */
    gboolean taking;
} Suggestions;

static void
suggestions_free (gpointer data)
{
    Suggestions *self = data;
    g_strfreev (self->texts);
    g_free (self);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, Suggestions *self)
{
    const char *text = g_object_get_data (G_OBJECT (row), "text");
    g_autofree char *chosen = g_strdup (text);
    self->taking = TRUE;
    gtk_editable_set_text (self->editable, chosen);
    self->taking = FALSE;
    gtk_popover_popdown (GTK_POPOVER (self->popover));
    gtk_widget_grab_focus (GTK_WIDGET (self->editable));
    gtk_editable_set_position (self->editable, -1);
}

static void
make_popover (Suggestions *self)
{
    self->list = GTK_LIST_BOX (gtk_list_box_new ());
    self->popover = gtk_popover_new ();
    gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Used before"), -1);
    gtk_popover_set_child (GTK_POPOVER (self->popover), GTK_WIDGET (self->list));
    /* It must not take the keyboard from the field. */
    gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
    gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
    gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
    gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
    gtk_widget_add_css_class (self->popover, "menu");
    gtk_widget_set_parent (self->popover, GTK_WIDGET (self->editable));
    g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
}

/* TRUE when a word of @text begins with @typed; both are folded. */
static gboolean
is_like (const char *text, const char *typed)
{
    for (const char *at = strstr (text, typed); at; at = strstr (at + 1, typed))
        if (at == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at))))
            return TRUE;
    return FALSE;
}

static guint
fill_list (Suggestions *self)
{
    GtkWidget *row;
    while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))))
        gtk_list_box_remove (self->list, row);
    g_autofree char *typed = g_utf8_casefold (gtk_editable_get_text (self->editable), -1);
    guint n = 0;
    for (guint i = 0; self->texts && self->texts[i] && n < MOST_SHOWN; i++) {
        g_autofree char *folded = g_utf8_casefold (self->texts[i], -1);
        if (strcmp (folded, typed) == 0 || !is_like (folded, typed))
            continue;
        GtkWidget *label = gtk_label_new (self->texts[i]);
        gtk_label_set_xalign (GTK_LABEL (label), 0);
        gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
        gtk_label_set_max_width_chars (GTK_LABEL (label), 42);
        gtk_list_box_append (self->list, label);
        g_object_set_data_full (
            G_OBJECT (gtk_widget_get_parent (label)), "text", g_strdup (self->texts[i]), g_free);
        n++;
    }
    gtk_list_box_unselect_all (self->list);
    return n;
}

static void
text_changed_cb (GtkEditable *editable, Suggestions *self)
{
    GtkWidget *widget = GTK_WIDGET (editable);
    gboolean typing = (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0 &&
                      gtk_editable_get_editable (editable) && gtk_widget_get_mapped (widget);
    if (self->taking || !typing || !*gtk_editable_get_text (editable)) {
        if (self->popover)
            gtk_popover_popdown (GTK_POPOVER (self->popover));
        return;
    }
    if (!self->texts)
        self->texts = self->get (self->user_data);
    if (!self->popover)
        make_popover (self);
    if (fill_list (self) > 0)
        gtk_popover_popup (GTK_POPOVER (self->popover));
    else
        gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
    GdkModifierType modifiers, Suggestions *self)
{
    if (!self->popover || !gtk_widget_get_visible (self->popover))
        return FALSE;
    GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->list));
    switch (keyval) {
    case GDK_KEY_Down:
        if (gtk_widget_get_focus_child (GTK_WIDGET (self->list)))
            return FALSE;
        gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (first));
        return gtk_widget_grab_focus (first);
    case GDK_KEY_Escape:
        gtk_popover_popdown (GTK_POPOVER (self->popover));
        gtk_widget_grab_focus (GTK_WIDGET (self->editable));
        return TRUE;
    default: return FALSE;
    }
}

static void
focus_left_cb (GtkEventControllerFocus *controller, Suggestions *self)
{
    if (self->popover)
        gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
destroyed_cb (GtkWidget *widget, Suggestions *self)
{
    g_clear_pointer (&self->popover, gtk_widget_unparent);
}

void
upstand_suggestions_attach (GtkEditable *editable, UpstandSuggestionsGet get, gpointer user_data)
{
    g_return_if_fail (GTK_IS_EDITABLE (editable) && get);
    Suggestions *self = g_new0 (Suggestions, 1);
    self->editable = editable;
    self->get = get;
    self->user_data = user_data;
    g_object_set_data_full (G_OBJECT (editable), "suggestions", self, suggestions_free);
    g_signal_connect (editable, "changed", G_CALLBACK (text_changed_cb), self);
    g_signal_connect (editable, "destroy", G_CALLBACK (destroyed_cb), self);

    GtkEventController *keys = gtk_event_controller_key_new ();
    gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
    g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
    gtk_widget_add_controller (GTK_WIDGET (editable), keys);
    GtkEventController *focus = gtk_event_controller_focus_new ();
    g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), self);
    gtk_widget_add_controller (GTK_WIDGET (editable), focus);
}
