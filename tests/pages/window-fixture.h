/* SPDX-License-Identifier: MIT */
#pragma once

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "records/activity.h"
#include "records/framework.h"
#include "records/plan.h"
#include "records/requirement.h"
#include "widgets/desk.h"
#include "window-private.h"

/* A window with a plan, for the tests of what belongs to the window. */

#define PATIENCE_US (10 * G_USEC_PER_SEC)
#define wait_for(condition) \
    do { \
        gint64 until = g_get_monotonic_time () + PATIENCE_US; \
        while (!(condition) && g_get_monotonic_time () < until) \
            g_main_context_iteration (NULL, FALSE); \
        g_assert_true (condition); \
    } while (0)

typedef struct {
    char *folder;
    GSettings *desk;
    UpstandApplication *application;
} Fixture;

/* A process has one application. */
static GSettings *desk;
static UpstandApplication *application;

static inline void
set_up (Fixture *fixture, gconstpointer data)
{
    fixture->folder = g_dir_make_tmp ("upstand-window-XXXXXX", NULL);
    fixture->desk = desk;
    fixture->application = application;
    g_settings_reset (fixture->desk, "last-plan");
    g_settings_reset (fixture->desk, "last-place");
}

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
    GList *windows;
    while ((windows = gtk_application_get_windows (GTK_APPLICATION (fixture->application))))
        gtk_window_destroy (windows->data);
    for (int i = 0; i < 50; i++)
        g_main_context_iteration (NULL, FALSE);
    g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
    const char *name;
    while ((name = g_dir_read_name (dir))) {
        g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
        g_unlink (path);
    }
    g_rmdir (fixture->folder);
    g_free (fixture->folder);
}

/* An empty plan of an invented force; its path is to be freed. */
static inline char *
make_plan (Fixture *fixture, const char *name)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandFramework) framework = upstand_framework_load_default (&error);
    g_assert_no_error (error);
    char *path = g_build_filename (fixture->folder, name, NULL);
    upstand_plan_create (path, "Mereshire Police", framework, 0, "VAWG lead", &error);
    g_assert_no_error (error);
    return path;
}

static inline gint64
add_activity (UpstandStore *store, const char *title)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandActivity) activity = upstand_record_new (&upstand_activity_type);
    activity->title = g_strdup (title);
    g_autoptr (UpstandListQuery) duties = upstand_list_query_new (&upstand_requirement_type);
    g_autoptr (GPtrArray) first = upstand_store_list (store, duties, 1, &error);
    g_assert_no_error (error);
    activity->requirements =
        upstand_ids_add (NULL, UPSTAND_RECORD (g_ptr_array_index (first, 0))->id);
    upstand_store_save (store, activity, &error);
    g_assert_no_error (error);
    return UPSTAND_RECORD (activity)->id;
}

static inline gint64
count_activities (UpstandStore *store)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_activity_type);
    return upstand_store_count (store, query, NULL);
}

static inline UpstandWindow *
open_path (Fixture *fixture, const char *path)
{
    g_autoptr (GFile) file = g_file_new_for_path (path);
    g_application_open (G_APPLICATION (fixture->application), &file, 1, "");
    GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (fixture->application));
    if (!window)
        window = gtk_application_get_windows (GTK_APPLICATION (fixture->application))->data;
    wait_for (gtk_widget_get_mapped (GTK_WIDGET (window)));
    return UPSTAND_WINDOW (window);
}

/* The first widget below @root of that type whose property says that text (NULL: whatever). */
static inline gpointer
find_widget (GtkWidget *root, GType type, const char *property, const char *text)
{
    if (g_type_is_a (G_OBJECT_TYPE (root), type)) {
        g_autofree char *value = NULL;
        if (property)
            g_object_get (root, property, &value, NULL);
        if (!property || g_strcmp0 (value, text) == 0)
            return root;
    }
    for (GtkWidget *child = gtk_widget_get_first_child (root); child;
         child = gtk_widget_get_next_sibling (child)) {
        gpointer found = find_widget (child, type, property, text);
        if (found)
            return found;
    }
    return NULL;
}

/* In main (), before the tests: the application and the settings that all of them share. */
static inline void
begin_application (void)
{
    desk = upstand_desk_open ();
    g_assert_nonnull (desk);
    application = upstand_application_new (desk);
    g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
    g_application_set_default (G_APPLICATION (application));
}

static inline void
end_application (void)
{
    g_clear_object (&application);
    g_clear_object (&desk);
}

#define TEST(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
