/* SPDX-License-Identifier: MIT */
#include "pages/step.h"

#include <glib/gi18n-lib.h>

typedef gboolean (*ChangeFunc) (UpstandStore *store, gpointer record, GError **error);

static gboolean
change (UpstandStore *store, gpointer record, ChangeFunc func, const char *title, GError **error)
{
    if (!upstand_store_begin (store, title, error))
        return FALSE;
    if (func (store, record, error))
        return upstand_store_commit (store, error);
    upstand_store_rollback (store);
    return FALSE;
}

static gboolean
change_with_undo (GtkWidget *widget, UpstandStore *store, gpointer record, ChangeFunc func,
    const char *title, const char *trouble)
{
    g_autoptr (GError) error = NULL;
    if (!change (store, record, func, title, &error)) {
        upstand_step_show_error (widget, trouble, error);
        return FALSE;
    }
    gtk_widget_activate_action (widget, "win.toast-undo", "s", title);
    return TRUE;
}

gboolean
upstand_step_save (UpstandStore *store, gpointer record, const char *title, GError **error)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (store) && record && title, FALSE);
    return change (store, record, upstand_store_save, title, error);
}

gboolean
upstand_step_save_with_undo (
    GtkWidget *widget, UpstandStore *store, gpointer record, const char *title)
{
    g_return_val_if_fail (GTK_IS_WIDGET (widget) && record && title, FALSE);
    return change_with_undo (
        widget, store, record, upstand_store_save, title, _ ("The change was not saved"));
}

gboolean
upstand_step_delete (GtkWidget *widget, UpstandStore *store, gpointer record, const char *title)
{
    g_return_val_if_fail (GTK_IS_WIDGET (widget) && record && title, FALSE);
    return change_with_undo (
        widget, store, record, upstand_store_delete, title, _ ("It was not deleted"));
}

void
upstand_step_show_error (GtkWidget *widget, const char *heading, const GError *error)
{
    g_return_if_fail (GTK_IS_WIDGET (widget) && heading && error);
    gtk_widget_activate_action (widget, "win.show-error", "(ss)", heading, error->message);
}
