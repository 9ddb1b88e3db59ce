/* SPDX-License-Identifier: MIT */
#include "application.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "pages/start-page.h"
#include "upstand-config.h"
#include "widgets/desk.h"
#include "widgets/dialogs.h"
#include "window.h"

#define STYLE "/uk/upstand/Upstand/style.css"
#define SHORTCUTS "/uk/upstand/Upstand/shortcuts.ui"
#define PLACE "UPSTAND_PLACE"

struct _UpstandApplication {
    AdwApplication parent_instance;

    GSettings *desk;
    GPtrArray *restart; /* of char *: the plans' paths, in front the place; NULL: no restart */
};

G_DEFINE_FINAL_TYPE (UpstandApplication, upstand_application, ADW_TYPE_APPLICATION)

/* The same plan may be reached by a link or by another spelling of its path. */
static gboolean
is_same_plan (GFile *one, GFile *other)
{
    if (!one || !other)
        return FALSE;
    if (g_file_equal (one, other))
        return TRUE;
    const char *wanted = G_FILE_ATTRIBUTE_ID_FILE;
    g_autoptr (GFileInfo) first =
        g_file_query_info (one, wanted, G_FILE_QUERY_INFO_NONE, NULL, NULL);
    g_autoptr (GFileInfo) second =
        g_file_query_info (other, wanted, G_FILE_QUERY_INFO_NONE, NULL, NULL);
    const char *id = first ? g_file_info_get_attribute_string (first, wanted) : NULL;
    return id && second && g_strcmp0 (id, g_file_info_get_attribute_string (second, wanted)) == 0;
}

/* The window of that plan; with NULL, one in which no plan is open. */
static UpstandWindow *
find_window (UpstandApplication *self, GFile *file)
{
    for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l; l = l->next) {
        if (!UPSTAND_IS_WINDOW (l->data))
            continue;
        UpstandWindow *window = l->data;
        if (file ? is_same_plan (upstand_window_get_file (window), file)
                 : !upstand_window_get_store (window))
            return window;
    }
    return NULL;
}

static UpstandWindow *
ensure_window (UpstandApplication *self)
{
    UpstandWindow *window = find_window (self, NULL);
    return window ? window : upstand_window_new (self, self->desk);
}

static void
open_plan (UpstandApplication *self, GFile *file)
{
    UpstandWindow *window = find_window (self, file);
    if (!window) {
        window = ensure_window (self);
        gboolean opened = upstand_window_open (window, file, FALSE);
        g_autofree char *place = g_strdup (g_getenv (PLACE));
        if (place)
            g_unsetenv (PLACE);
        else
            place = upstand_desk_get_text (self->desk, "last-place");
        if (opened)
            upstand_window_set_place (window, place);
    }
    gtk_window_present (GTK_WINDOW (window));
}

/* The plan opened last or, failing that, the newest one in the usual folder. */
static GFile *
find_plan (UpstandApplication *self)
{
    g_autofree char *last = upstand_desk_get_text (self->desk, "last-plan");
    g_autoptr (GFile) file = *last ? g_file_new_for_uri (last) : NULL;
    if (file && g_file_query_exists (file, NULL))
        return g_steal_pointer (&file);
    g_autoptr (GFile) folder = upstand_start_page_get_folder ();
    g_autoptr (GFileEnumerator) files = g_file_enumerate_children (folder,
        G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_TIME_MODIFIED, G_FILE_QUERY_INFO_NONE,
        NULL, NULL);
    g_autoptr (GFile) newest = NULL;
    gint64 when = G_MININT64;
    GFileInfo *info;
    GFile *child;
    while (files && g_file_enumerator_iterate (files, &info, &child, NULL, NULL) && info) {
        const char *name = g_file_info_get_name (info);
        gint64 changed = g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED);
        if (!g_str_has_suffix (name, ".upstand") || strstr (name, "-backup-") ||
            strstr (name, ".replaced-") || strstr (name, ".before-schema-") || changed <= when)
            continue;
        g_set_object (&newest, child);
        when = changed;
    }
    return g_steal_pointer (&newest);
}

static void
plan_chosen_cb (GFile *file, gpointer owner)
{
    open_plan (owner, file);
}

static void
new_plan (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
    UpstandWindow *window = ensure_window (user_data);
    upstand_window_start (window);
    gtk_window_present (GTK_WINDOW (window));
}

static void
choose_plan (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
    GtkWindow *window = gtk_application_get_active_window (user_data);
    upstand_dialogs_open_file (
        window, _ ("Open a plan"), UPSTAND_FILES_PLAN, plan_chosen_cb, user_data);
}

static void
open_uri (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
    g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));
    open_plan (user_data, file);
}

static void
open_sample (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
    UpstandApplication *self = user_data;
    g_autoptr (GFile) folder = upstand_start_page_get_folder ();
    g_autoptr (GFile) file = g_file_get_child (folder, "sample.upstand");
    if (g_file_query_exists (file, NULL)) {
        open_plan (self, file);
        return;
    }
    UpstandWindow *window = ensure_window (self);
    if (!upstand_window_get_file (window))
        upstand_window_start (window);
    gtk_window_present (GTK_WINDOW (window));
    g_autofree char *path = g_file_get_path (file);
    gtk_widget_activate_action (GTK_WIDGET (window), "win.create-sample", "s", path);
}

static void
show_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
    g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (SHORTCUTS);
    GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));
    gtk_window_set_transient_for (shortcuts, gtk_application_get_active_window (user_data));
    gtk_window_present (shortcuts);
}

static void
show_about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
    upstand_dialogs_about (gtk_application_get_active_window (user_data));
}

/* Each window closes as if by hand, and may refuse. */
static gboolean
close_all (UpstandApplication *self)
{
    g_autoptr (GPtrArray) windows = g_ptr_array_new_with_free_func (g_object_unref);
    for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l; l = l->next)
        if (UPSTAND_IS_WINDOW (l->data))
            g_ptr_array_add (windows, g_object_ref (l->data));
    for (guint i = 0; i < windows->len; i++)
        gtk_window_close (g_ptr_array_index (windows, i));
    for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l; l = l->next)
        if (UPSTAND_IS_WINDOW (l->data))
            return FALSE;
    return TRUE;
}

static void
quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
    if (close_all (user_data))
        g_application_quit (user_data);
}

static gboolean
restart_now_cb (gpointer user_data)
{
    UpstandApplication *self = user_data;
    g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func (g_free);
    g_ptr_array_add (plans, g_strdup (""));
    for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l; l = l->next) {
        if (!UPSTAND_IS_WINDOW (l->data) || !upstand_window_get_file (l->data))
            continue;
        if (plans->len == 1) {
            g_free (plans->pdata[0]);
            plans->pdata[0] = upstand_window_get_place (l->data);
        }
        g_ptr_array_add (plans, g_file_get_path (upstand_window_get_file (l->data)));
    }
    if (close_all (self)) {
        self->restart = g_steal_pointer (&plans);
        g_application_quit (G_APPLICATION (self));
    }
    return G_SOURCE_REMOVE;
}

/* Not while the dialog that asked for it is still on its way out. */
static void
restart (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
    g_idle_add_full (
        G_PRIORITY_DEFAULT_IDLE, restart_now_cb, g_object_ref (user_data), g_object_unref);
}

static const GActionEntry actions[] = {
    { "new", new_plan, NULL, NULL, NULL, { 0 } },
    { "open", choose_plan, NULL, NULL, NULL, { 0 } },
    { "open-plan", open_uri, "s", NULL, NULL, { 0 } },
    { "sample", open_sample, NULL, NULL, NULL, { 0 } },
    { "shortcuts", show_shortcuts, NULL, NULL, NULL, { 0 } },
    { "about", show_about, NULL, NULL, NULL, { 0 } },
    { "restart", restart, NULL, NULL, NULL, { 0 } },
    { "quit", quit, NULL, NULL, NULL, { 0 } },
};

static const struct {
    const char *action;
    const char *keys[3];
} shortcuts[] = {
    { "app.new", { "<Control><Shift>n" } },
    { "app.open", { "<Control>o" } },
    { "app.shortcuts", { "<Control>question", "<Control>F1" } },
    { "app.quit", { "<Control>q" } },
    { "win.close", { "<Control>w" } },
    { "win.search", { "<Control>f" } },
    { "win.history", { "<Control>h" } },
    { "win.export", { "<Control>e" } },
    { "win.import", { "<Control>i" } },
    { "win.preferences", { "<Control>comma" } },
    { "win.next-page", { "<Control>Page_Down" } },
    { "win.previous-page", { "<Control>Page_Up" } },
};

static void
load_style (void)
{
    g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
    gtk_css_provider_load_from_resource (style, STYLE);
    gtk_style_context_add_provider_for_display (gdk_display_get_default (),
        GTK_STYLE_PROVIDER (style), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* The icon of the windows is the window manager's: after the first frame, which is not held up by
 * rendering it in all its sizes. */
static gboolean
icon_due_cb (gpointer user_data)
{
    gtk_window_set_default_icon_name (UPSTAND_APPLICATION_ID);
    return G_SOURCE_REMOVE;
}

static void
upstand_application_startup (GApplication *application)
{
    /* A resource path would make the icon theme, which is being read by then, be read again for the
     * few icons in it. Ours are in GTK's own folder instead, see resources/upstand.gresource.xml.
     */
    g_application_set_resource_base_path (application, NULL);
    G_APPLICATION_CLASS (upstand_application_parent_class)->startup (application);
    load_style ();
    g_idle_add_full (G_PRIORITY_LOW, icon_due_cb, NULL, NULL);
    g_action_map_add_action_entries (
        G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
    for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
        gtk_application_set_accels_for_action (
            GTK_APPLICATION (application), shortcuts[i].action, shortcuts[i].keys);
}

static void
upstand_application_activate (GApplication *application)
{
    UpstandApplication *self = UPSTAND_APPLICATION (application);
    GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (application));
    if (active) {
        gtk_window_present (active);
        return;
    }
    g_autoptr (GFile) file = find_plan (self);
    if (file)
        open_plan (self, file);
    else
        new_plan (NULL, NULL, self);
}

static void
upstand_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
    for (int i = 0; i < n_files; i++)
        open_plan (UPSTAND_APPLICATION (application), files[i]);
}

static void
upstand_application_finalize (GObject *object)
{
    UpstandApplication *self = UPSTAND_APPLICATION (object);
    g_clear_object (&self->desk);
    g_clear_pointer (&self->restart, g_ptr_array_unref);
    G_OBJECT_CLASS (upstand_application_parent_class)->finalize (object);
}

static void
upstand_application_class_init (UpstandApplicationClass *klass)
{
    GApplicationClass *application_class = G_APPLICATION_CLASS (klass);
    G_OBJECT_CLASS (klass)->finalize = upstand_application_finalize;
    application_class->startup = upstand_application_startup;
    application_class->activate = upstand_application_activate;
    application_class->open = upstand_application_open;
}

static void
upstand_application_init (UpstandApplication *self)
{
}

UpstandApplication *
upstand_application_new (GSettings *desk)
{
    UpstandApplication *self = g_object_new (UPSTAND_TYPE_APPLICATION, "application-id",
        UPSTAND_APPLICATION_ID, "flags", G_APPLICATION_HANDLES_OPEN, NULL);
    g_set_object (&self->desk, desk);
    upstand_date_set_usual_style (upstand_desk_get_number (desk, "date-style", UPSTAND_DATE_SHORT));
    return self;
}

GStrv
upstand_application_get_restart (UpstandApplication *self, const char *program)
{
    g_return_val_if_fail (UPSTAND_IS_APPLICATION (self), NULL);
    if (!self->restart)
        return NULL;
    g_setenv (PLACE, g_ptr_array_index (self->restart, 0), TRUE);
    g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
    g_strv_builder_add (builder, program);
    for (guint i = 1; i < self->restart->len; i++)
        g_strv_builder_add (builder, g_ptr_array_index (self->restart, i));
    return g_strv_builder_end (builder);
}

void
upstand_application_set_language (const char *language)
{
    g_return_if_fail (language);
    g_setenv ("LANGUAGE", language, TRUE);
    /* Also makes gettext forget what it has looked up in another language. */
    setlocale (LC_ALL, "");
    /* In the C locale nothing is translated, whatever LANGUAGE says. */
    const char *spoken = setlocale (LC_MESSAGES, NULL);
    if (!spoken || g_str_equal (spoken, "C") || g_str_equal (spoken, "POSIX"))
        setlocale (LC_MESSAGES, "C.UTF-8");
}
