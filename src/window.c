/* SPDX-License-Identifier: MIT */
#include "window.h"

#include "pages/page.h"
#include "pages/pages.h"

struct _UpstandWindow {
    AdwApplicationWindow parent_instance;

    AdwViewStack *stack;
};

G_DEFINE_FINAL_TYPE (UpstandWindow, upstand_window, ADW_TYPE_APPLICATION_WINDOW)

static void
upstand_window_class_init (UpstandWindowClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    gtk_widget_class_set_template_from_resource (widget_class, "/uk/upstand/Upstand/window.ui");
    gtk_widget_class_bind_template_child (widget_class, UpstandWindow, stack);
}

static void
upstand_window_init (UpstandWindow *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
    const GType *types = upstand_pages_get_types ();
    for (guint i = 0; types[i]; i++) {
        g_autoptr (GTypeClass) klass = g_type_class_ref (types[i]);
        UpstandPageClass *page = (UpstandPageClass *)klass;
        adw_view_stack_add_titled (
            self->stack, g_object_new (types[i], NULL), page->name, page->title);
    }
}

UpstandWindow *
upstand_window_new (UpstandApplication *application)
{
    return g_object_new (UPSTAND_TYPE_WINDOW, "application", application, NULL);
}
