/* SPDX-License-Identifier: MIT */
#include "pages/registers-view.h"

#include <glib/gi18n-lib.h>

struct _UpstandRegistersView {
    AdwBin parent_instance;

    const UpstandRegister *const *kinds;
    UpstandStore *store;
    UpstandDay today;
    gboolean choosing;
    GtkDropDown *choice;
    GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (UpstandRegistersView, upstand_registers_view, ADW_TYPE_BIN)

static UpstandRegisterView *
show_at (UpstandRegistersView *self, guint position)
{
    const UpstandRegister *kind = self->kinds[position];
    GtkWidget *view = gtk_stack_get_child_by_name (self->stack, kind->id);
    if (!view) {
        view = GTK_WIDGET (upstand_register_view_new (kind, self->store, self->today));
        gtk_stack_add_named (self->stack, view, kind->id);
    }
    self->choosing = TRUE;
    gtk_drop_down_set_selected (self->choice, position);
    self->choosing = FALSE;
    gtk_stack_set_visible_child (self->stack, view);
    return UPSTAND_REGISTER_VIEW (view);
}

static void
chosen_cb (UpstandRegistersView *self)
{
    guint position = gtk_drop_down_get_selected (self->choice);
    if (self->store && !self->choosing && position != GTK_INVALID_LIST_POSITION)
        show_at (self, position);
}

static gboolean
upstand_registers_view_grab_focus (GtkWidget *widget)
{
    GtkWidget *child = gtk_stack_get_visible_child (UPSTAND_REGISTERS_VIEW (widget)->stack);
    return child && gtk_widget_grab_focus (child);
}

static void
upstand_registers_view_dispose (GObject *object)
{
    g_clear_object (&UPSTAND_REGISTERS_VIEW (object)->store);
    G_OBJECT_CLASS (upstand_registers_view_parent_class)->dispose (object);
}

static void
upstand_registers_view_class_init (UpstandRegistersViewClass *klass)
{
    G_OBJECT_CLASS (klass)->dispose = upstand_registers_view_dispose;
    GTK_WIDGET_CLASS (klass)->grab_focus = upstand_registers_view_grab_focus;
}

static void
upstand_registers_view_init (UpstandRegistersView *self)
{
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
    self->choice = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
    self->stack = GTK_STACK (gtk_stack_new ());
    g_object_set (self->choice, "halign", GTK_ALIGN_START, "margin-start", 8, "margin-end", 8,
        "margin-top", 6, NULL);
    g_signal_connect_object (
        self->choice, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
    gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->choice));
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
    adw_bin_set_child (ADW_BIN (self), box);
}

UpstandRegistersView *
upstand_registers_view_new (
    const UpstandRegister *const *kinds, const char *label, UpstandStore *store, UpstandDay today)
{
    g_return_val_if_fail (kinds && kinds[0] && label && UPSTAND_IS_STORE (store), NULL);
    UpstandRegistersView *self = g_object_new (UPSTAND_TYPE_REGISTERS_VIEW, NULL);
    g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
    for (guint i = 0; kinds[i]; i++)
        gtk_string_list_append (
            names, gettext (kinds[i]->label ? kinds[i]->label : kinds[i]->type->label));
    self->kinds = kinds;
    self->today = today;
    gtk_drop_down_set_model (self->choice, G_LIST_MODEL (names));
    gtk_widget_set_tooltip_text (GTK_WIDGET (self->choice), label);
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    self->store = g_object_ref (store);
    show_at (self, 0);
    return self;
}

UpstandRegisterView *
upstand_registers_view_choose (UpstandRegistersView *self, const UpstandRegister *kind)
{
    g_return_val_if_fail (UPSTAND_IS_REGISTERS_VIEW (self) && kind, NULL);
    for (guint i = 0; self->kinds[i]; i++)
        if (self->kinds[i] == kind)
            return show_at (self, i);
    return NULL;
}

gboolean
upstand_registers_view_show (UpstandRegistersView *self, const char *table, gint64 id)
{
    g_return_val_if_fail (UPSTAND_IS_REGISTERS_VIEW (self) && table, FALSE);
    for (guint i = 0; self->kinds[i]; i++)
        if (strcmp (self->kinds[i]->type->name, table) == 0)
            return upstand_register_view_show (show_at (self, i), id);
    return FALSE;
}

void
upstand_registers_view_refresh (UpstandRegistersView *self)
{
    g_return_if_fail (UPSTAND_IS_REGISTERS_VIEW (self));
    GtkWidget *view = gtk_stack_get_visible_child (self->stack);
    if (view)
        upstand_record_table_refresh (
            upstand_register_view_get_table (UPSTAND_REGISTER_VIEW (view)));
}
