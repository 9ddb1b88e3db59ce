/* SPDX-License-Identifier: MIT */
#include "pages/history-window.h"

#include <glib/gi18n.h>

#include "pages/change-words.h"
#include "widgets/dialogs.h"

/* Steps shown at once; earlier ones are asked for. */
#define PAGE_STEPS 60
/* An import may have changed thousands of rows: enough of them to see what it was. */
#define MOST_CHANGES 60

struct _UpstandHistoryWindow {
    AdwWindow parent_instance;

    UpstandStore *store;
    UpstandDay today;
    UpstandDay since;
    gint64 oldest; /* the last step shown; 0: none yet */

    GtkEditable *since_entry;
    GtkWidget *since_problem;
    GtkListBox *list;
    GtkWidget *more;
    GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (UpstandHistoryWindow, upstand_history_window, ADW_TYPE_WINDOW)

static GtkWidget *
new_words (const char *text, gboolean dim)
{
    GtkWidget *label = gtk_label_new (text);
    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
    gtk_label_set_selectable (GTK_LABEL (label), TRUE);
    if (dim)
        gtk_widget_add_css_class (label, "dim-label");
    return label;
}

/* What a step changed is read when somebody opens it. */
static void
expanded_cb (UpstandHistoryWindow *self, GParamSpec *pspec, AdwExpanderRow *row)
{
    if (!adw_expander_row_get_expanded (row) || g_object_get_data (G_OBJECT (row), "filled"))
        return;
    g_object_set_data (G_OBJECT (row), "filled", GINT_TO_POINTER (1));
    gint64 *id = g_object_get_data (G_OBJECT (row), "batch");
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) changes =
        upstand_history_get_changes (upstand_store_get_database (self->store), *id, &error);
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
    gtk_widget_add_css_class (box, "upstand-changes");
    if (!changes)
        gtk_box_append (GTK_BOX (box), new_words (error->message, FALSE));
    for (guint i = 0; changes && i < changes->len && i < MOST_CHANGES; i++) {
        const UpstandChange *change = g_ptr_array_index (changes, i);
        g_autofree char *words = upstand_change_describe (self->store, change);
        gtk_box_append (GTK_BOX (box), new_words (words, FALSE));
        for (guint n = 0; n < change->fields->len; n++) {
            g_autofree char *line = upstand_change_describe_field (
                self->store, change, g_ptr_array_index (change->fields, n));
            if (!line)
                continue;
            GtkWidget *label = new_words (line, TRUE);
            gtk_widget_set_margin_start (label, 18);
            gtk_box_append (GTK_BOX (box), label);
        }
    }
    if (changes && changes->len > MOST_CHANGES) {
        guint left = changes->len - MOST_CHANGES;
        g_autofree char *words =
            g_strdup_printf (ngettext ("and %u more change", "and %u more changes", left), left);
        gtk_box_append (GTK_BOX (box), new_words (words, TRUE));
    }
    GtkWidget *holder = gtk_list_box_row_new ();
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (holder), FALSE);
    gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (holder), box);
    adw_expander_row_add_row (row, holder);
}

static void
undo_asked_cb (UpstandHistoryWindow *self, GtkButton *button)
{
    gint64 *id = g_object_get_data (G_OBJECT (button), "batch");
    g_autoptr (GError) error = NULL;
    if (!upstand_store_undo_batch (self->store, *id, &error))
        upstand_dialogs_say (self, _ ("This step cannot be taken back"), error->message);
}

static void
keep_id (gpointer object, gint64 id)
{
    g_object_set_data_full (object, "batch", g_memdup2 (&id, sizeof id), g_free);
}

static GtkWidget *
new_row (UpstandHistoryWindow *self, const UpstandBatch *batch)
{
    AdwExpanderRow *row = ADW_EXPANDER_ROW (adw_expander_row_new ());
    adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), batch->title);
    g_autofree char *when = upstand_change_describe_time (batch->made);
    const char *who = batch->post && *batch->post ? batch->post : batch->login;
    g_autofree char *words = who && *who
                                 ? g_strdup_printf (C_ ("time and person", "%s · %s"), when, who)
                                 : g_strdup (when);
    adw_expander_row_set_subtitle (row, words);
    keep_id (row, batch->id);
    g_signal_connect_swapped (row, "notify::expanded", G_CALLBACK (expanded_cb), self);

    gboolean can = g_strcmp0 (batch->kind, "do") == 0 || g_strcmp0 (batch->kind, "redo") == 0;
    if (batch->undone) {
        GtkWidget *mark = gtk_label_new (_ ("taken back"));
        gtk_widget_add_css_class (mark, "dim-label");
        adw_expander_row_add_action (row, mark);
    } else if (can && !upstand_store_is_read_only (self->store)) {
        GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
        g_autofree char *tip = g_strdup_printf (_ ("Take back: %s"), batch->title);
        gtk_widget_set_tooltip_text (button, tip);
        gtk_accessible_update_property (
            GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
        gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
        gtk_widget_add_css_class (button, "flat");
        keep_id (button, batch->id);
        g_signal_connect_swapped (button, "clicked", G_CALLBACK (undo_asked_cb), self);
        adw_expander_row_add_action (row, button);
    }
    return GTK_WIDGET (row);
}

static void
add_steps (UpstandHistoryWindow *self)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) batches = upstand_history_list (
        upstand_store_get_database (self->store), self->since, self->oldest, PAGE_STEPS, &error);
    if (!batches) {
        upstand_dialogs_say (self, _ ("The history could not be read"), error->message);
        return;
    }
    for (guint i = 0; i < batches->len; i++) {
        const UpstandBatch *batch = g_ptr_array_index (batches, i);
        gtk_list_box_append (self->list, new_row (self, batch));
        self->oldest = batch->id;
    }
    gtk_widget_set_visible (self->more, batches->len == PAGE_STEPS);
    gtk_stack_set_visible_child_name (self->stack, self->oldest ? "steps" : "empty");
}

static void
show_steps (UpstandHistoryWindow *self)
{
    GtkWidget *row;
    while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))))
        gtk_list_box_remove (self->list, row);
    self->oldest = 0;
    add_steps (self);
}

static void
since_typed_cb (UpstandHistoryWindow *self)
{
    g_autoptr (GError) error = NULL;
    UpstandDay day = 0;
    gboolean right =
        upstand_date_parse (gtk_editable_get_text (self->since_entry), self->today, &day, &error);
    gtk_widget_set_visible (self->since_problem, !right);
    gtk_label_set_label (GTK_LABEL (self->since_problem), right ? "" : error->message);
    if (right)
        gtk_widget_remove_css_class (GTK_WIDGET (self->since_entry), "error");
    else
        gtk_widget_add_css_class (GTK_WIDGET (self->since_entry), "error");
    if (right && day != self->since) {
        self->since = day;
        show_steps (self);
    }
}

static void
upstand_history_window_dispose (GObject *object)
{
    g_clear_object (&UPSTAND_HISTORY_WINDOW (object)->store);
    G_OBJECT_CLASS (upstand_history_window_parent_class)->dispose (object);
}

static void
upstand_history_window_class_init (UpstandHistoryWindowClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    G_OBJECT_CLASS (klass)->dispose = upstand_history_window_dispose;

    gtk_widget_class_set_template_from_resource (
        widget_class, "/uk/upstand/Upstand/pages/history-window.ui");
    gtk_widget_class_bind_template_child (widget_class, UpstandHistoryWindow, since_entry);
    gtk_widget_class_bind_template_child (widget_class, UpstandHistoryWindow, since_problem);
    gtk_widget_class_bind_template_child (widget_class, UpstandHistoryWindow, list);
    gtk_widget_class_bind_template_child (widget_class, UpstandHistoryWindow, more);
    gtk_widget_class_bind_template_child (widget_class, UpstandHistoryWindow, stack);
    gtk_widget_class_bind_template_callback (widget_class, since_typed_cb);
    gtk_widget_class_bind_template_callback (widget_class, add_steps);
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
upstand_history_window_init (UpstandHistoryWindow *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
upstand_history_window_new (UpstandStore *store, UpstandDay today)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (store), NULL);
    UpstandHistoryWindow *self = g_object_new (UPSTAND_TYPE_HISTORY_WINDOW, NULL);
    self->store = g_object_ref (store);
    self->today = today;
    g_signal_connect_object (
        store, "changed::batch", G_CALLBACK (show_steps), self, G_CONNECT_SWAPPED);
    show_steps (self);
    return GTK_WIDGET (self);
}
