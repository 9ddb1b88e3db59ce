/* SPDX-License-Identifier: MIT */
#include "widgets/links-row.h"

#include <glib/gi18n-lib.h>

struct _UpstandLinksRow {
    AdwPreferencesRow parent_instance;
    const UpstandField *field;
    UpstandResolver resolve;
    gpointer user_data;
    GArray *ids;
    gboolean editable;
    GtkWidget *title;
    GtkWidget *chips;
    GtkWidget *button;
    UpstandLinksPicker *picker;
};

G_DEFINE_FINAL_TYPE (UpstandLinksRow, upstand_links_row, ADW_TYPE_PREFERENCES_ROW)

enum {
    SIGNAL_CHANGED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
removed_cb (GtkButton *button, UpstandLinksRow *self)
{
    gint64 *id = g_object_get_data (G_OBJECT (button), "id");
    gtk_widget_grab_focus (self->button);
    upstand_links_row_toggle (self, *id);
}

static GtkWidget *
make_chip (UpstandLinksRow *self, gint64 id)
{
    g_autofree char *name = self->resolve (self->field, id, self->user_data);
    const char *shown = name ? name : _ ("(gone)");
    GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
    GtkWidget *label = gtk_label_new (shown);
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
    gtk_widget_set_tooltip_text (label, shown);
    gtk_widget_add_css_class (chip, "chip");
    gtk_widget_set_halign (chip, GTK_ALIGN_START);
    gtk_box_append (GTK_BOX (chip), label);
    if (self->editable) {
        GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
        g_autofree char *words = g_strdup_printf (_ ("Remove %s"), shown);
        gtk_widget_add_css_class (remove, "flat");
        gtk_widget_add_css_class (remove, "circular");
        gtk_widget_set_tooltip_text (remove, words);
        gtk_accessible_update_property (
            GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
        g_object_set_data_full (G_OBJECT (remove), "id", g_memdup2 (&id, sizeof id), g_free);
        g_signal_connect (remove, "clicked", G_CALLBACK (removed_cb), self);
        gtk_box_append (GTK_BOX (chip), remove);
    }
    return chip;
}

static void
show_chips (UpstandLinksRow *self)
{
    GtkWidget *child;
    while ((child = gtk_widget_get_first_child (self->chips)))
        gtk_box_remove (GTK_BOX (self->chips), child);
    for (guint i = 0; i < self->ids->len; i++)
        gtk_box_append (
            GTK_BOX (self->chips), make_chip (self, g_array_index (self->ids, gint64, i)));
    gtk_widget_set_visible (self->chips, self->ids->len > 0);
    upstand_links_picker_set_ids (self->picker, self->ids);
}

static void
toggled_cb (UpstandLinksPicker *picker, gint64 id, UpstandLinksRow *self)
{
    upstand_links_row_toggle (self, id);
    if (self->field->kind == UPSTAND_KIND_REFERENCE)
        gtk_popover_popdown (GTK_POPOVER (picker));
}

static gboolean
upstand_links_row_grab_focus (GtkWidget *widget)
{
    return gtk_widget_grab_focus (UPSTAND_LINKS_ROW (widget)->button);
}

static void
upstand_links_row_finalize (GObject *object)
{
    g_array_unref (UPSTAND_LINKS_ROW (object)->ids);
    G_OBJECT_CLASS (upstand_links_row_parent_class)->finalize (object);
}

static void
upstand_links_row_class_init (UpstandLinksRowClass *klass)
{
    G_OBJECT_CLASS (klass)->finalize = upstand_links_row_finalize;
    GTK_WIDGET_CLASS (klass)->grab_focus = upstand_links_row_grab_focus;
    signals[SIGNAL_CHANGED] = g_signal_new (
        "changed", UPSTAND_TYPE_LINKS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
upstand_links_row_init (UpstandLinksRow *self)
{
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
    GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
    self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    self->editable = TRUE;
    self->title = gtk_label_new (NULL);
    self->button = gtk_menu_button_new ();
    self->chips = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
    gtk_label_set_xalign (GTK_LABEL (self->title), 0);
    gtk_widget_set_hexpand (self->title, TRUE);
    gtk_widget_add_css_class (self->title, "dim-label");
    gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), _ ("Choose…"));
    gtk_widget_add_css_class (self->button, "flat");
    gtk_widget_add_css_class (GTK_WIDGET (self), "links");
    gtk_box_append (GTK_BOX (top), self->title);
    gtk_box_append (GTK_BOX (top), self->button);
    gtk_box_append (GTK_BOX (box), top);
    gtk_box_append (GTK_BOX (box), self->chips);
    gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
    gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

UpstandLinksRow *
upstand_links_row_new (
    UpstandStore *store, const UpstandField *field, UpstandResolver resolve, gpointer user_data)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (store) && field && resolve, NULL);
    const char *title = gettext (field->label);
    g_autofree char *words = g_strdup_printf (_ ("Choose: %s"), title);
    UpstandLinksRow *self = g_object_new (UPSTAND_TYPE_LINKS_ROW, "title", title, NULL);
    self->field = field;
    self->resolve = resolve;
    self->user_data = user_data;
    self->picker = upstand_links_picker_new (store, field, resolve, user_data);
    g_signal_connect (self->picker, "toggled", G_CALLBACK (toggled_cb), self);
    gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), GTK_WIDGET (self->picker));
    gtk_label_set_label (GTK_LABEL (self->title), title);
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
    show_chips (self);
    return self;
}

void
upstand_links_row_set_ids (UpstandLinksRow *self, const GArray *ids)
{
    g_return_if_fail (UPSTAND_IS_LINKS_ROW (self));
    g_array_set_size (self->ids, 0);
    if (ids)
        g_array_append_vals (self->ids, ids->data, ids->len);
    show_chips (self);
}

const GArray *
upstand_links_row_get_ids (UpstandLinksRow *self)
{
    g_return_val_if_fail (UPSTAND_IS_LINKS_ROW (self), NULL);
    return self->ids;
}

void
upstand_links_row_set_editable (UpstandLinksRow *self, gboolean editable)
{
    g_return_if_fail (UPSTAND_IS_LINKS_ROW (self));
    self->editable = editable;
    gtk_widget_set_visible (self->button, editable);
    show_chips (self);
}

void
upstand_links_row_refresh (UpstandLinksRow *self)
{
    g_return_if_fail (UPSTAND_IS_LINKS_ROW (self));
    show_chips (self);
}

void
upstand_links_row_toggle (UpstandLinksRow *self, gint64 id)
{
    g_return_if_fail (UPSTAND_IS_LINKS_ROW (self));
    guint place = 0;
    while (place < self->ids->len && g_array_index (self->ids, gint64, place) != id)
        place++;
    if (place < self->ids->len) {
        g_array_remove_index (self->ids, place);
    } else {
        if (self->field->kind == UPSTAND_KIND_REFERENCE)
            g_array_set_size (self->ids, 0);
        upstand_ids_add (self->ids, id);
    }
    show_chips (self);
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
