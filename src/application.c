/* SPDX-License-Identifier: MIT */
#include "application.h"

#include "upstand-config.h"
#include "window.h"

struct _UpstandApplication {
    AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (UpstandApplication, upstand_application, ADW_TYPE_APPLICATION)

static void
upstand_application_activate (GApplication *application)
{
    GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));
    if (!window)
        window = GTK_WINDOW (upstand_window_new (UPSTAND_APPLICATION (application)));
    gtk_window_present (window);
}

static void
upstand_application_class_init (UpstandApplicationClass *klass)
{
    GApplicationClass *application_class = G_APPLICATION_CLASS (klass);
    application_class->activate = upstand_application_activate;
}

static void
upstand_application_init (UpstandApplication *self)
{
}

UpstandApplication *
upstand_application_new (void)
{
    return g_object_new (UPSTAND_TYPE_APPLICATION, "application-id", UPSTAND_APPLICATION_ID, NULL);
}
