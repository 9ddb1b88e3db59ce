/* SPDX-License-Identifier: MIT */
#include "widgets/views.h"

#include <glib/gi18n-lib.h>

struct _UpstandViews {
    AdwBin parent_instance;

    const UpstandView *views;
    gpointer owner;
    gboolean switching;
    GtkBox *bar;
    GPtrArray *toggles; /* borrowed */
    GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (UpstandViews, upstand_views, ADW_TYPE_BIN)

static guint shown_signal;

static const UpstandView *
find (UpstandViews *self, const char *name, guint *position)
{
    for (guint i = 0; self->views[i].name; i++)
        if (strcmp (self->views[i].name, name) == 0) {
            *position = i;
            return &self->views[i];
        }
    return NULL;
}

static void
toggled_cb (UpstandViews *self, GtkToggleButton *toggle)
{
    guint position;
    if (self->switching || !gtk_toggle_button_get_active (toggle))
        return;
    if (g_ptr_array_find (self->toggles, toggle, &position))
        upstand_views_show (self, self->views[position].name);
}

static void
show_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    upstand_views_show (UPSTAND_VIEWS (widget), g_variant_get_string (parameter, NULL));
}

static gboolean
upstand_views_grab_focus (GtkWidget *widget)
{
    GtkWidget *child = gtk_stack_get_visible_child (UPSTAND_VIEWS (widget)->stack);
    return child &&
           (gtk_widget_grab_focus (child) || gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD));
}

static void
upstand_views_finalize (GObject *object)
{
    g_ptr_array_unref (UPSTAND_VIEWS (object)->toggles);
    G_OBJECT_CLASS (upstand_views_parent_class)->finalize (object);
}

static void
upstand_views_class_init (UpstandViewsClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    G_OBJECT_CLASS (klass)->finalize = upstand_views_finalize;
    widget_class->grab_focus = upstand_views_grab_focus;
    gtk_widget_class_install_action (widget_class, "views.show", "s", show_action);
    shown_signal = g_signal_new ("shown", UPSTAND_TYPE_VIEWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
        NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
upstand_views_init (UpstandViews *self)
{
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
    self->toggles = g_ptr_array_new ();
    self->bar = GTK_BOX (g_object_new (GTK_TYPE_BOX, "halign", GTK_ALIGN_CENTER, "margin-top", 6,
        "margin-bottom", 6, "margin-start", 6, "margin-end", 6, "accessible-role",
        GTK_ACCESSIBLE_ROLE_GROUP, NULL));
    gtk_widget_add_css_class (GTK_WIDGET (self->bar), "linked");
    self->stack = GTK_STACK (gtk_stack_new ());
    gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
    gtk_stack_set_hhomogeneous (self->stack, FALSE);
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));
    gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
    adw_bin_set_child (ADW_BIN (self), box);
}

static void
add_toggle (UpstandViews *self, guint position, GtkEventController *shortcuts)
{
    const UpstandView *view = &self->views[position];
    GtkWidget *toggle = gtk_toggle_button_new_with_mnemonic (gettext (view->label));
    g_autofree char *trigger = g_strdup_printf ("<Alt>%u", position + 1);
    /* Translators: what a view shows, then the key that shows it. */
    g_autofree char *tooltip =
        g_strdup_printf (_ ("%s (Alt+%u)"), gettext (view->tooltip), position + 1);
    GtkWidget *label = gtk_button_get_child (GTK_BUTTON (toggle));
    if (GTK_IS_LABEL (label))
        gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    gtk_widget_set_tooltip_text (toggle, tooltip);
    if (position)
        gtk_toggle_button_set_group (
            GTK_TOGGLE_BUTTON (toggle), g_ptr_array_index (self->toggles, 0));
    g_signal_connect_object (toggle, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
    gtk_box_append (self->bar, toggle);
    g_ptr_array_add (self->toggles, toggle);
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
        gtk_shortcut_new_with_arguments (gtk_shortcut_trigger_parse_string (trigger),
            gtk_named_action_new ("views.show"), "s", view->name));
}

UpstandViews *
upstand_views_new (const UpstandView *views, const char *label, gpointer owner)
{
    g_return_val_if_fail (views && views->name && label, NULL);
    UpstandViews *self = g_object_new (UPSTAND_TYPE_VIEWS, NULL);
    GtkEventController *shortcuts = gtk_shortcut_controller_new ();
    gtk_shortcut_controller_set_scope (
        GTK_SHORTCUT_CONTROLLER (shortcuts), GTK_SHORTCUT_SCOPE_GLOBAL);
    self->views = views;
    self->owner = owner;
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    for (guint i = 0; views[i].name; i++)
        add_toggle (self, i, shortcuts);
    gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
    return self;
}

void
upstand_views_set_tools (UpstandViews *self, GtkWidget *tools)
{
    g_return_if_fail (UPSTAND_IS_VIEWS (self) && GTK_IS_WIDGET (tools));
    GtkWidget *separator = gtk_widget_get_next_sibling (GTK_WIDGET (self->bar));
    gtk_box_insert_child_after (
        GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->bar))), tools, separator);
}

GtkWidget *
upstand_views_peek (UpstandViews *self, const char *name)
{
    g_return_val_if_fail (UPSTAND_IS_VIEWS (self) && name, NULL);
    return gtk_stack_get_child_by_name (self->stack, name);
}

GtkWidget *
upstand_views_get (UpstandViews *self, const char *name)
{
    g_return_val_if_fail (UPSTAND_IS_VIEWS (self) && name, NULL);
    GtkWidget *made = gtk_stack_get_child_by_name (self->stack, name);
    guint position;
    const UpstandView *view = made ? NULL : find (self, name, &position);
    if (!view)
        return made;
    made = view->make (self->owner);
    gtk_stack_add_named (self->stack, made, name);
    return made;
}

const char *
upstand_views_get_shown (UpstandViews *self)
{
    g_return_val_if_fail (UPSTAND_IS_VIEWS (self), NULL);
    return gtk_stack_get_visible_child_name (self->stack);
}

gboolean
upstand_views_show (UpstandViews *self, const char *name)
{
    g_return_val_if_fail (UPSTAND_IS_VIEWS (self) && name, FALSE);
    guint position;
    const UpstandView *view = find (self, name, &position);
    if (!view)
        return FALSE;
    GtkWidget *child = upstand_views_get (self, name);
    self->switching = TRUE;
    gtk_toggle_button_set_active (g_ptr_array_index (self->toggles, position), TRUE);
    self->switching = FALSE;
    if (gtk_stack_get_visible_child (self->stack) != child ||
        g_strcmp0 (upstand_views_get_shown (self), view->name) != 0)
        gtk_stack_set_visible_child (self->stack, child);
    g_signal_emit (self, shown_signal, 0, view->name);
    /* So that its keys work at once; never away from where the person is in another tab. */
    if (gtk_widget_get_mapped (GTK_WIDGET (self)))
        gtk_widget_grab_focus (GTK_WIDGET (self));
    return TRUE;
}
