/* SPDX-License-Identifier: MIT */
#include "window-private.h"

#include <glib/gi18n.h>

#include "pages/history-window.h"
#include "pages/preferences.h"
#include "widgets/dialogs.h"

static void
show_error (UpstandWindow *self, const char *heading, const GError *error)
{
    upstand_dialogs_say (self, heading, error->message);
}

/* Says what was taken back; one such word at a time, however fast the key is pressed. */
static void
say_step (UpstandWindow *self, gboolean redone, const char *title)
{
    if (self->step_toast)
        adw_toast_dismiss (self->step_toast);
    g_autofree char *escaped =
        g_markup_printf_escaped (redone ? _ ("Done again: %s") : _ ("Taken back: %s"), title);
    AdwToast *toast = adw_toast_new (escaped);
    adw_toast_set_timeout (toast, 3);
    g_set_weak_pointer (&self->step_toast, toast);
    adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
undo_or_redo (UpstandWindow *self, gboolean redo)
{
    if (!self->store || !upstand_window_save_pending (self))
        return;
    g_autofree char *title = redo ? upstand_store_get_redo_title (self->store)
                                  : upstand_store_get_undo_title (self->store);
    if (!title)
        return;
    g_autoptr (GError) error = NULL;
    gboolean done =
        redo ? upstand_store_redo (self->store, &error) : upstand_store_undo (self->store, &error);
    if (done)
        say_step (self, redo, title);
    else
        show_error (
            self, redo ? _ ("This cannot be done again") : _ ("This cannot be taken back"), error);
}

static void
undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
    undo_or_redo (UPSTAND_WINDOW (widget), FALSE);
}

static void
redo (GtkWidget *widget, const char *name, GVariant *parameter)
{
    undo_or_redo (UPSTAND_WINDOW (widget), TRUE);
}

static void
undo_batch (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandWindow *self = UPSTAND_WINDOW (widget);
    g_autoptr (GError) error = NULL;
    if (self->store &&
        !upstand_store_undo_batch (self->store, g_variant_get_int64 (parameter), &error))
        show_error (self, _ ("This cannot be taken back"), error);
}

static void
toast (GtkWidget *widget, const char *name, GVariant *parameter)
{
    upstand_window_toast (
        UPSTAND_WINDOW (widget), g_variant_get_string (parameter, NULL), NULL, NULL, NULL);
}

static void
toast_undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
    upstand_window_toast_undo (UPSTAND_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
toast_batch (GtkWidget *widget, const char *name, GVariant *parameter)
{
    const char *words;
    gint64 batch;
    g_variant_get (parameter, "(&sx)", &words, &batch);
    upstand_window_toast (
        UPSTAND_WINDOW (widget), words, _ ("Undo"), "win.undo-batch", g_variant_new_int64 (batch));
}

static void
toast_file (GtkWidget *widget, const char *name, GVariant *parameter)
{
    const char *words, *path;
    g_variant_get (parameter, "(&s&s)", &words, &path);
    upstand_window_toast (UPSTAND_WINDOW (widget), words, _ ("Show in folder"),
        "win.show-in-folder", g_variant_new_string (path));
}

static void
show_in_folder (GtkWidget *widget, const char *name, GVariant *parameter)
{
    g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));
    upstand_dialogs_show_in_folder (widget, file);
}

static void
show_record (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandWindow *self = UPSTAND_WINDOW (widget);
    const char *table;
    gint64 id;
    g_variant_get (parameter, "(&sx)", &table, &id);
    if (!upstand_window_show_record (self, table, id))
        upstand_window_toast (
            self, _ ("This has no place on a page of its own."), NULL, NULL, NULL);
}

static void
show_error_words (GtkWidget *widget, const char *name, GVariant *parameter)
{
    const char *heading, *body;
    g_variant_get (parameter, "(&s&s)", &heading, &body);
    upstand_dialogs_say (widget, heading, body);
}

static void
show_page (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandWindow *self = UPSTAND_WINDOW (widget);
    const char *page = g_variant_get_string (parameter, NULL);
    if (adw_view_stack_get_child_by_name (self->pages, page))
        adw_view_stack_set_visible_child_name (self->pages, page);
}

/* The tab before or after the one that is shown, round the ends. */
static void
turn_page (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandWindow *self = UPSTAND_WINDOW (widget);
    gboolean next = g_str_equal (name, "win.next-page");
    GtkWidget *shown = adw_view_stack_get_visible_child (self->pages);
    if (!shown)
        return;
    GtkWidget *page =
        next ? gtk_widget_get_next_sibling (shown) : gtk_widget_get_prev_sibling (shown);
    if (!page)
        page = next ? gtk_widget_get_first_child (GTK_WIDGET (self->pages))
                    : gtk_widget_get_last_child (GTK_WIDGET (self->pages));
    adw_view_stack_set_visible_child (self->pages, page);
}

static void
search (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandWindow *self = UPSTAND_WINDOW (widget);
    if (self->store)
        gtk_menu_button_popup (self->search_button);
}

static void
present_dialog (UpstandWindow *self, GtkWidget *dialog, gboolean modal)
{
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
    gtk_window_set_modal (GTK_WINDOW (dialog), modal);
    gtk_window_present (GTK_WINDOW (dialog));
}

static void
history (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandWindow *self = UPSTAND_WINDOW (widget);
    if (upstand_window_save_pending (self))
        present_dialog (self, upstand_history_window_new (self->store, self->today), FALSE);
}

static void
preferences (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandWindow *self = UPSTAND_WINDOW (widget);
    present_dialog (self, upstand_preferences_new (self->desk, self->store), TRUE);
}

static void
close_window (GtkWidget *widget, const char *name, GVariant *parameter)
{
    gtk_window_close (GTK_WINDOW (widget));
}

/* The button says which step it would take back or do again; without one it is insensitive. */
static void
set_step (UpstandWindow *self, GtkWidget *button, const char *action, const char *tip, gboolean can)
{
    gtk_widget_set_tooltip_text (button, tip);
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
    gtk_widget_action_set_enabled (GTK_WIDGET (self), action, can);
}

void
upstand_window_update_actions (UpstandWindow *self)
{
    GtkWidget *widget = GTK_WIDGET (self);
    gboolean open = self->store != NULL;
    gboolean writing = open && !upstand_store_is_read_only (self->store);
    static const char *const of_plan[] = { "win.search", "win.history", "win.export", "win.back-up",
        NULL };
    for (guint i = 0; of_plan[i]; i++)
        gtk_widget_action_set_enabled (widget, of_plan[i], open);
    gtk_widget_action_set_enabled (widget, "win.import", writing);
    gtk_widget_action_set_enabled (widget, "win.send-updates", writing);
    gtk_widget_action_set_enabled (widget, "win.take-updates", writing);
    gtk_widget_action_set_enabled (widget, "win.add-framework", writing);
    gtk_widget_action_set_enabled (widget, "win.restore", self->file != NULL);
    g_autofree char *undo_title = writing ? upstand_store_get_undo_title (self->store) : NULL;
    g_autofree char *redo_title = writing ? upstand_store_get_redo_title (self->store) : NULL;
    g_autofree char *undo_tip = undo_title ? g_strdup_printf (_ ("Undo (Ctrl+Z): %s"), undo_title)
                                           : g_strdup (_ ("Undo (Ctrl+Z)"));
    g_autofree char *redo_tip = redo_title
                                    ? g_strdup_printf (_ ("Redo (Ctrl+Shift+Z): %s"), redo_title)
                                    : g_strdup (_ ("Redo (Ctrl+Shift+Z)"));
    set_step (self, self->undo_button, "win.undo", undo_tip, undo_title != NULL);
    set_step (self, self->redo_button, "win.redo", redo_tip, redo_title != NULL);
}

void
upstand_window_install_actions (GtkWidgetClass *klass)
{
    static const struct {
        const char *name;
        const char *type;
        GtkWidgetActionActivateFunc activate;
    } actions[] = {
        { "win.undo", NULL, undo },
        { "win.redo", NULL, redo },
        { "win.undo-batch", "x", undo_batch },
        { "win.toast", "s", toast },
        { "win.toast-undo", "s", toast_undo },
        { "win.toast-batch", "(sx)", toast_batch },
        { "win.toast-file", "(ss)", toast_file },
        { "win.show-in-folder", "s", show_in_folder },
        { "win.show-record", "(sx)", show_record },
        { "win.show-error", "(ss)", show_error_words },
        { "win.show-page", "s", show_page },
        { "win.next-page", NULL, turn_page },
        { "win.previous-page", NULL, turn_page },
        { "win.search", NULL, search },
        { "win.history", NULL, history },
        { "win.preferences", NULL, preferences },
        { "win.close", NULL, close_window },
        { "win.start", NULL, upstand_window_start_again },
        { "win.create-plan", "(suss)", upstand_window_create_plan },
        { "win.create-sample", "s", upstand_window_create_sample },
        { "win.try-again", NULL, upstand_window_try_again },
        { "win.read-plan", NULL, upstand_window_read_plan },
        { "win.copy-plan", NULL, upstand_window_copy_plan },
        { "win.back-up", NULL, upstand_window_back_up },
        { "win.restore", NULL, upstand_window_restore },
        { "win.restore-from", "s", upstand_window_restore_from },
        { "win.export", NULL, upstand_window_export },
        { "win.export-return", "(ss)", upstand_window_export },
        { "win.import", NULL, upstand_window_import },
        { "win.send-updates", NULL, upstand_window_send_updates },
        { "win.take-updates", NULL, upstand_window_take_updates },
        { "win.add-framework", NULL, upstand_window_add_framework },
    };
    for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
        gtk_widget_class_install_action (
            klass, actions[i].name, actions[i].type, actions[i].activate);

    /* Not accelerators of the application: those would take the keys from a text field, whose own
     * undo comes first while a person types. */
    gtk_widget_class_add_binding_action (klass, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
    gtk_widget_class_add_binding_action (
        klass, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
    gtk_widget_class_add_binding_action (klass, GDK_KEY_y, GDK_CONTROL_MASK, "win.redo", NULL);
}
