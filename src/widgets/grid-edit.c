/* SPDX-License-Identifier: MIT */
#include "widgets/grid-private.h"

#include <glib/gi18n-lib.h>

/* Changing one cell: typing, its state, its note, its mark; and what is said when it is refused. */

#define NOTE_WIDTH 280
#define NOTE_HEIGHT 110

void
upstand_grid_drop_popover (UpstandGrid *self)
{
    GtkWidget *popover = g_steal_pointer (&self->popover);
    if (popover)
        gtk_widget_unparent (popover);
}

/* Unparented once its own handlers are done with it. */
static gboolean
drop_closed_cb (gpointer data)
{
    gtk_widget_unparent (data);
    return G_SOURCE_REMOVE;
}

static void
popover_closed_cb (GtkWidget *popover, UpstandGrid *self)
{
    if (self->popover != popover)
        return;
    self->popover = NULL;
    g_idle_add_full (G_PRIORITY_DEFAULT, drop_closed_cb, g_object_ref (popover), g_object_unref);
    if (!self->editor)
        gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
show_popover (UpstandGrid *self, GtkWidget *popover, guint row, guint column)
{
    GdkRectangle area;
    upstand_grid_drop_popover (self);
    upstand_grid_get_area (self, row, column, &area);
    self->popover = popover;
    gtk_widget_set_parent (popover, GTK_WIDGET (self));
    gtk_popover_set_pointing_to (GTK_POPOVER (popover), &area);
    gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
    g_signal_connect_object (popover, "closed", G_CALLBACK (popover_closed_cb), self, 0);
    gtk_popover_popup (GTK_POPOVER (popover));
}

/* What was refused -----------------------------------------------------------------------------
 */

static GtkWidget *
words_new (const char *words)
{
    return g_object_new (
        GTK_TYPE_LABEL, "label", words, "wrap", TRUE, "max-width-chars", 44, "xalign", 0.0, NULL);
}

static void
refusal_clicked_cb (GtkWidget *button, UpstandGrid *self)
{
    guint n = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "refusal"));
    const UpstandGridRefusal *refusal = g_ptr_array_index (self->refusals, n);
    guint row = refusal->row, column = refusal->column;
    gtk_popover_popdown (GTK_POPOVER (self->popover));
    upstand_grid_move_to (self, row, column, FALSE);
}

static GtkWidget *
refusal_button_new (UpstandGrid *self, guint n)
{
    const UpstandGridRefusal *refusal = g_ptr_array_index (self->refusals, n);
    UpstandGridRow row;
    UpstandGridColumn column;
    upstand_grid_model_get_row (self->model, refusal->row, &row);
    upstand_grid_model_get_column (self->model, refusal->column, &column);
    /* Translators: the row and the column of a cell, then why it was refused. */
    g_autofree char *words =
        g_strdup_printf (_ ("%s, %s: %s"), row.title, column.title, refusal->reason);
    GtkWidget *button = gtk_button_new ();
    gtk_button_set_child (GTK_BUTTON (button), words_new (words));
    gtk_widget_add_css_class (button, "flat");
    g_object_set_data (G_OBJECT (button), "refusal", GUINT_TO_POINTER (n));
    g_signal_connect (button, "clicked", G_CALLBACK (refusal_clicked_cb), self);
    return button;
}

/* Each cell with what is said of it, and the way to it. */
static void
show_list (UpstandGrid *self, const char *heading)
{
    GtkWidget *popover = gtk_popover_new ();
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
    guint n = self->refusals->len;
    GtkWidget *label = words_new (heading);
    GtkWidget *scrolled = gtk_scrolled_window_new ();
    GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
    gtk_widget_add_css_class (label, "heading");
    gtk_box_append (GTK_BOX (box), label);
    for (guint i = 0; i < n; i++)
        gtk_box_append (GTK_BOX (list), refusal_button_new (self, i));
    g_object_set (scrolled, "child", list, "propagate-natural-height", TRUE,
        "propagate-natural-width", TRUE, "max-content-height", 260, "hscrollbar-policy",
        GTK_POLICY_NEVER, NULL);
    gtk_box_append (GTK_BOX (box), scrolled);
    gtk_popover_set_child (GTK_POPOVER (popover), box);
    show_popover (self, popover, self->row, self->column);
}

/* Beside what is typed: the reason. After a block: each cell. */
void
upstand_grid_show_refusals (UpstandGrid *self)
{
    guint n = self->refusals->len;
    g_autofree char *heading =
        g_strdup_printf (ngettext ("%u cell was refused, so nothing was changed.",
                             "%u cells were refused, so nothing was changed.", n),
            n);
    if (!self->editor) {
        show_list (self, heading);
        return;
    }
    const UpstandGridRefusal *refusal = g_ptr_array_index (self->refusals, 0);
    GtkWidget *popover = gtk_popover_new ();
    gtk_popover_set_autohide (GTK_POPOVER (popover), FALSE);
    gtk_popover_set_child (GTK_POPOVER (popover), words_new (refusal->reason));
    show_popover (self, popover, self->row, self->column);
}

void
upstand_grid_show_differences (UpstandGrid *self)
{
    guint n = self->refusals->len;
    g_autofree char *heading = g_strdup_printf (
        ngettext ("The figures were pasted, but %u total of the block is another here.",
            "The figures were pasted, but %u totals of the block are others here.", n),
        n);
    show_list (self, heading);
}

gboolean
upstand_grid_change (UpstandGrid *self, const UpstandGridEdit *edits, guint n_edits)
{
    g_autoptr (GError) error = NULL;
    g_ptr_array_set_size (self->refusals, 0);
    if (upstand_grid_model_apply (self->model, edits, n_edits, self->refusals, &error)) {
        upstand_grid_drop_popover (self);
        return TRUE;
    }
    if (self->refusals->len)
        upstand_grid_show_refusals (self);
    else if (error)
        g_signal_emit_by_name (self, "trouble", error->message);
    return FALSE;
}

/* Typing --------------------------------------------------------------------------------------
 */

static void
editor_activated_cb (UpstandGrid *self)
{
    gtk_widget_activate_action (GTK_WIDGET (self), "grid.move", "(sb)", "down", FALSE);
}

static void
editor_changed_cb (UpstandGrid *self)
{
    /* What was said of the last text holds no longer. */
    if (self->popover)
        upstand_grid_drop_popover (self);
}

static gboolean
is_entered (UpstandGrid *self, guint row, guint column)
{
    g_auto (UpstandGridCell) cell = { 0 };
    upstand_grid_model_get_cell (self->model, row, column, &cell);
    return cell.applies && cell.is_entered;
}

void
upstand_grid_begin (UpstandGrid *self, const char *text)
{
    if (!upstand_grid_can_write (self) || self->editor)
        return;
    if (!is_entered (self, self->row, self->column)) {
        gtk_widget_error_bell (GTK_WIDGET (self));
        return;
    }
    UpstandGridRow row;
    UpstandGridColumn column;
    upstand_grid_model_get_row (self->model, self->row, &row);
    upstand_grid_model_get_column (self->model, self->column, &column);
    /* Translators: the row and the column of a cell that is being typed into. */
    g_autofree char *label = g_strdup_printf (_ ("%s, %s"), row.title, column.title);
    self->anchor_row = self->row;
    self->anchor_column = self->column;
    self->editor = gtk_entry_new ();
    gtk_widget_add_css_class (self->editor, "grid-editor");
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    gtk_editable_set_alignment (GTK_EDITABLE (self->editor), 1);
    gtk_editable_set_text (GTK_EDITABLE (self->editor), text);
    gtk_editable_set_width_chars (GTK_EDITABLE (self->editor), 6);
    g_signal_connect_swapped (self->editor, "activate", G_CALLBACK (editor_activated_cb), self);
    g_signal_connect_swapped (self->editor, "changed", G_CALLBACK (editor_changed_cb), self);
    gtk_widget_set_parent (self->editor, GTK_WIDGET (self));
    gtk_widget_grab_focus (self->editor);
    gtk_editable_set_position (GTK_EDITABLE (self->editor), -1);
    upstand_grid_selection_changed (self);
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
end_editor (UpstandGrid *self)
{
    GtkWidget *editor = g_steal_pointer (&self->editor);
    gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) == editor;
    upstand_grid_drop_popover (self);
    gtk_widget_unparent (editor);
    if (focused)
        gtk_widget_grab_focus (GTK_WIDGET (self));
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
upstand_grid_give_up (UpstandGrid *self)
{
    if (self->editor)
        end_editor (self);
}

gboolean
upstand_grid_flush (UpstandGrid *self)
{
    g_return_val_if_fail (UPSTAND_IS_GRID (self), TRUE);
    if (!self->editor)
        return TRUE;
    g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor)));
    UpstandGridEdit edit = {
        .row = self->row, .column = self->column, .kind = UPSTAND_GRID_SET_TEXT, .text = text
    };
    if (!upstand_grid_change (self, &edit, 1))
        return FALSE;
    upstand_grid_give_up (self);
    return TRUE;
}

const char *
upstand_grid_get_typed (UpstandGrid *self)
{
    g_return_val_if_fail (UPSTAND_IS_GRID (self), NULL);
    return self->editor ? gtk_editable_get_text (GTK_EDITABLE (self->editor)) : NULL;
}

void
upstand_grid_type (UpstandGrid *self, const char *text)
{
    g_return_if_fail (UPSTAND_IS_GRID (self) && text);
    if (self->editor)
        gtk_editable_set_text (GTK_EDITABLE (self->editor), text);
    else
        upstand_grid_begin (self, text);
}

static gboolean
key_pressed_cb (UpstandGrid *self, guint key, guint code, GdkModifierType modifiers)
{
    gunichar c = gdk_keyval_to_unicode (key);
    char text[7] = { 0 };
    if (self->editor || !c || g_unichar_iscntrl (c) ||
        modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
        return FALSE;
    g_unichar_to_utf8 (c, text);
    upstand_grid_begin (self, text);
    return TRUE;
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandGrid *self = UPSTAND_GRID (widget);
    if (!upstand_grid_can_write (self))
        return;
    g_auto (UpstandGridCell) cell = { 0 };
    upstand_grid_model_get_cell (self->model, self->row, self->column, &cell);
    g_autofree char *text = upstand_figure_to_text (cell.figure);
    upstand_grid_begin (self, text);
}

static void
give_up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandGrid *self = UPSTAND_GRID (widget);
    if (self->editor)
        upstand_grid_give_up (self);
    else if (self->popover)
        gtk_popover_popdown (GTK_POPOVER (self->popover));
    else if (self->has_cursor)
        upstand_grid_move_to (self, self->row, self->column, FALSE);
}

/* The note ------------------------------------------------------------------------------------
 */

typedef struct {
    UpstandGrid *grid;
    guint row, column;
    GtkTextBuffer *buffer;
    char *before;
} Note;

static void
note_free (gpointer data)
{
    Note *note = data;
    g_object_unref (note->buffer);
    g_free (note->before);
    g_free (note);
}

static void
note_closed_cb (GtkWidget *popover, Note *note)
{
    g_autofree char *text = NULL;
    g_object_get (note->buffer, "text", &text, NULL);
    g_strstrip (text);
    UpstandGridEdit edit = {
        .row = note->row, .column = note->column, .kind = UPSTAND_GRID_SET_NOTE, .text = text
    };
    if (g_strcmp0 (text, note->before ? note->before : "") != 0)
        upstand_grid_change (note->grid, &edit, 1);
}

static void
note_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandGrid *self = UPSTAND_GRID (widget);
    if (!upstand_grid_can_write (self) || !upstand_grid_flush (self) ||
        !is_entered (self, self->row, self->column))
        return;
    GtkWidget *popover = gtk_popover_new ();
    GtkWidget *view = gtk_text_view_new ();
    GtkWidget *scrolled = gtk_scrolled_window_new ();
    Note *note = g_new (Note, 1);
    *note = (Note){ self, self->row, self->column,
        g_object_ref (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view))),
        upstand_grid_model_get_note (self->model, self->row, self->column) };
    gtk_text_buffer_set_text (note->buffer, note->before ? note->before : "", -1);
    g_object_set (view, "wrap-mode", GTK_WRAP_WORD_CHAR, "accepts-tab", FALSE, "left-margin", 6,
        "right-margin", 6, "top-margin", 6, "bottom-margin", 6, NULL);
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Note"), -1);
    gtk_widget_set_size_request (scrolled, NOTE_WIDTH, NOTE_HEIGHT);
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
    gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
    g_object_set_data_full (G_OBJECT (popover), "note", note, note_free);
    g_signal_connect (popover, "closed", G_CALLBACK (note_closed_cb), note);
    show_popover (self, popover, self->row, self->column);
    gtk_widget_grab_focus (view);
}

static void
follow_up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandGrid *self = UPSTAND_GRID (widget);
    if (!upstand_grid_can_write (self) || !upstand_grid_flush (self) ||
        !upstand_grid_model_can_follow_up (self->model))
        return;
    g_auto (UpstandGridCell) cell = { 0 };
    upstand_grid_model_get_cell (self->model, self->row, self->column, &cell);
    UpstandGridEdit edit = { .row = self->row,
        .column = self->column,
        .kind = UPSTAND_GRID_SET_FOLLOW_UP,
        .is_followed_up = !cell.is_followed_up };
    if (cell.applies && cell.is_entered)
        upstand_grid_change (self, &edit, 1);
}

/* The menu ------------------------------------------------------------------------------------
 */

static GMenuModel *
menu_new (UpstandGrid *self)
{
    GMenu *menu = g_menu_new ();
    g_autoptr (GMenu) states = g_menu_new ();
    g_autoptr (GMenu) marks = g_menu_new ();
    g_autoptr (GMenu) blocks = g_menu_new ();
    static const struct {
        const char *label, *action;
    } entries[] = {
        { N_ ("Cu_t"), "grid.cut" },
        { N_ ("_Copy"), "grid.copy" },
        { N_ ("_Paste"), "grid.paste" },
        { N_ ("Fill _down"), "grid.fill-down" },
        { N_ ("Fill _right"), "grid.fill-right" },
    };
    for (guint i = 0; i < UPSTAND_N_FIGURE_STATES; i++) {
        if (i == UPSTAND_FIGURE_VALUE)
            continue;
        g_autoptr (GMenuItem) item =
            g_menu_item_new (gettext (upstand_figure_states[i].label), NULL);
        g_menu_item_set_action_and_target (
            item, "grid.set-state", "s", upstand_figure_states[i].key);
        g_menu_append_item (states, item);
    }
    g_menu_append (marks, _ ("_Note…"), "grid.note");
    if (upstand_grid_model_can_follow_up (self->model))
        g_menu_append (marks, _ ("_Follow up"), "grid.follow-up");
    for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
        g_menu_append (blocks, gettext (entries[i].label), entries[i].action);
    g_menu_append_section (menu, NULL, G_MENU_MODEL (states));
    g_menu_append_section (menu, NULL, G_MENU_MODEL (marks));
    g_menu_append_section (menu, NULL, G_MENU_MODEL (blocks));
    return G_MENU_MODEL (menu);
}

void
upstand_grid_open_menu (UpstandGrid *self)
{
    if (!self->model || !self->has_cursor || !upstand_grid_flush (self))
        return;
    g_autoptr (GMenuModel) menu = menu_new (self);
    GtkWidget *popover = gtk_popover_menu_new_from_model (menu);
    show_popover (self, popover, self->row, self->column);
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    upstand_grid_open_menu (UPSTAND_GRID (widget));
}

void
upstand_grid_install_edits (GtkWidgetClass *klass)
{
    static const struct {
        const char *name;
        GtkWidgetActionActivateFunc activate;
        guint key;
        GdkModifierType modifiers;
    } actions[] = {
        { "grid.edit", edit_action, GDK_KEY_F2, 0 },
        { "grid.give-up", give_up_action, GDK_KEY_Escape, 0 },
        { "grid.note", note_action, GDK_KEY_F2, GDK_SHIFT_MASK },
        { "grid.follow-up", follow_up_action, GDK_KEY_f, GDK_CONTROL_MASK | GDK_ALT_MASK },
        { "grid.menu", menu_action, GDK_KEY_Menu, 0 },
    };
    for (guint i = 0; i < G_N_ELEMENTS (actions); i++) {
        gtk_widget_class_install_action (klass, actions[i].name, NULL, actions[i].activate);
        gtk_widget_class_add_binding_action (
            klass, actions[i].key, actions[i].modifiers, actions[i].name, NULL);
    }
    gtk_widget_class_add_binding_action (klass, GDK_KEY_F10, GDK_SHIFT_MASK, "grid.menu", NULL);
}

void
upstand_grid_add_typing (UpstandGrid *self)
{
    GtkEventController *keys = gtk_event_controller_key_new ();
    g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
    gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
