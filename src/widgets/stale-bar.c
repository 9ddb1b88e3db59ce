/* SPDX-License-Identifier: MIT */
#include "widgets/stale-bar.h"

#include <glib/gi18n-lib.h>

struct _UpstandStaleBar {
    GtkBox parent_instance;
    UpstandResolver resolve;
    gpointer user_data;
    GtkLabel *heading;
    GtkWidget *rows;
    GtkWidget *again;
    GtkWidget *close;
};

G_DEFINE_FINAL_TYPE (UpstandStaleBar, upstand_stale_bar, GTK_TYPE_BOX)

enum {
    SIGNAL_DECIDED,
    SIGNAL_ENTERED_AGAIN,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
decide (UpstandStaleBar *self, GtkWidget *button, gboolean mine)
{
    const UpstandField *field = g_object_get_data (G_OBJECT (button), "field");
    g_signal_emit (self, signals[SIGNAL_DECIDED], 0, field->name, mine);
}

static void
mine_clicked_cb (GtkWidget *button, UpstandStaleBar *self)
{
    decide (self, button, TRUE);
}

static void
theirs_clicked_cb (GtkWidget *button, UpstandStaleBar *self)
{
    decide (self, button, FALSE);
}

static void
again_clicked_cb (GtkButton *button, UpstandStaleBar *self)
{
    g_signal_emit (self, signals[SIGNAL_ENTERED_AGAIN], 0);
}

static GtkWidget *
make_version (
    UpstandStaleBar *self, gboolean mine, UpstandRecord *record, const UpstandField *field)
{
    g_autofree char *text =
        upstand_resolver_get_display (self->resolve, record, field, self->user_data);
    const char *shown = *text ? text : _ ("nothing");
    g_autofree char *words =
        mine ? g_strdup_printf (_ ("Yours: %s"), shown) : g_strdup_printf (_ ("Theirs: %s"), shown);
    GtkWidget *label = gtk_label_new (words);
    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
    gtk_label_set_selectable (GTK_LABEL (label), TRUE);
    gtk_widget_set_focusable (label, FALSE);
    gtk_widget_set_hexpand (label, TRUE);
    return label;
}

static GtkWidget *
make_button (UpstandStaleBar *self, const char *label, const UpstandField *field, GCallback clicked)
{
    GtkWidget *button = gtk_button_new_with_label (label);
    g_autofree char *name = g_strdup_printf ("%s: %s", gettext (field->label), label);
    gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    g_object_set_data (G_OBJECT (button), "field", (gpointer)field);
    g_signal_connect (button, "clicked", clicked, self);
    return button;
}

static GtkWidget *
make_row (
    UpstandStaleBar *self, UpstandRecord *mine, UpstandRecord *theirs, const UpstandField *field)
{
    GtkWidget *grid = gtk_grid_new ();
    GtkWidget *name = gtk_label_new (gettext (field->label));
    gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
    gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
    gtk_label_set_xalign (GTK_LABEL (name), 0);
    gtk_widget_add_css_class (name, "heading");
    gtk_grid_attach (GTK_GRID (grid), name, 0, 0, 2, 1);
    gtk_grid_attach (GTK_GRID (grid), make_version (self, FALSE, theirs, field), 0, 1, 1, 1);
    gtk_grid_attach (GTK_GRID (grid),
        make_button (self, _ ("Take theirs"), field, G_CALLBACK (theirs_clicked_cb)), 1, 1, 1, 1);
    gtk_grid_attach (GTK_GRID (grid), make_version (self, TRUE, mine, field), 0, 2, 1, 1);
    gtk_grid_attach (GTK_GRID (grid),
        make_button (self, _ ("Keep mine"), field, G_CALLBACK (mine_clicked_cb)), 1, 2, 1, 1);
    return grid;
}

static void
say (UpstandStaleBar *self, const char *heading, gboolean again, gboolean closable)
{
    GtkWidget *row;
    while ((row = gtk_widget_get_first_child (self->rows)))
        gtk_box_remove (GTK_BOX (self->rows), row);
    gtk_label_set_label (self->heading, heading);
    gtk_widget_set_visible (self->again, again);
    gtk_widget_set_visible (self->close, closable);
    gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
upstand_stale_bar_class_init (UpstandStaleBarClass *klass)
{
    signals[SIGNAL_DECIDED] = g_signal_new ("decided", UPSTAND_TYPE_STALE_BAR, G_SIGNAL_RUN_LAST, 0,
        NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
    signals[SIGNAL_ENTERED_AGAIN] = g_signal_new ("entered-again", UPSTAND_TYPE_STALE_BAR,
        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
    gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
upstand_stale_bar_init (UpstandStaleBar *self)
{
    GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
    self->heading = GTK_LABEL (gtk_label_new (NULL));
    self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
    self->again = gtk_button_new_with_mnemonic (_ ("Enter it _again"));
    self->close = gtk_button_new_from_icon_name ("window-close-symbolic");
    gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
    gtk_box_set_spacing (GTK_BOX (self), 12);
    gtk_widget_add_css_class (GTK_WIDGET (self), "card");
    gtk_widget_add_css_class (GTK_WIDGET (self), "stale-bar");
    gtk_label_set_xalign (self->heading, 0);
    gtk_label_set_wrap (self->heading, TRUE);
    gtk_widget_set_hexpand (GTK_WIDGET (self->heading), TRUE);
    gtk_widget_add_css_class (self->close, "flat");
    gtk_widget_set_tooltip_text (self->close, _ ("Close"));
    gtk_widget_set_valign (self->close, GTK_ALIGN_START);
    gtk_widget_set_halign (self->again, GTK_ALIGN_START);
    gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->heading));
    gtk_box_append (GTK_BOX (top), self->close);
    gtk_box_append (GTK_BOX (self), top);
    gtk_box_append (GTK_BOX (self), self->rows);
    gtk_box_append (GTK_BOX (self), self->again);
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
    g_signal_connect (self->again, "clicked", G_CALLBACK (again_clicked_cb), self);
    g_signal_connect_swapped (self->close, "clicked", G_CALLBACK (upstand_stale_bar_hide), self);
}

UpstandStaleBar *
upstand_stale_bar_new (UpstandResolver resolve, gpointer user_data)
{
    UpstandStaleBar *self = g_object_new (UPSTAND_TYPE_STALE_BAR, NULL);
    self->resolve = resolve;
    self->user_data = user_data;
    return self;
}

void
upstand_stale_bar_show_fields (
    UpstandStaleBar *self, UpstandRecord *mine, UpstandRecord *theirs, GPtrArray *fields)
{
    g_return_if_fail (UPSTAND_IS_STALE_BAR (self) && mine && theirs && fields);
    if (fields->len == 0) {
        say (self, _ ("Somebody saved this meanwhile. Their changes and yours are both kept."),
            FALSE, TRUE);
        return;
    }
    say (self, _ ("Somebody saved this meanwhile. Yours is not saved until you choose."), FALSE,
        FALSE);
    for (guint i = 0; i < fields->len; i++)
        gtk_box_append (
            GTK_BOX (self->rows), make_row (self, mine, theirs, g_ptr_array_index (fields, i)));
}

void
upstand_stale_bar_show_deleted (UpstandStaleBar *self, gboolean unsaved)
{
    g_return_if_fail (UPSTAND_IS_STALE_BAR (self));
    say (self,
        unsaved ? _ ("Somebody deleted this meanwhile. What you wrote is not saved.")
                : _ ("This has been deleted."),
        unsaved, FALSE);
}

void
upstand_stale_bar_hide (UpstandStaleBar *self)
{
    g_return_if_fail (UPSTAND_IS_STALE_BAR (self));
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
