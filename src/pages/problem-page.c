/* SPDX-License-Identifier: MIT */
#include "pages/problem-page.h"

#include <glib/gi18n.h>

#include "database/error.h"

/* A folder may hold hundreds of backups; the newest are the ones wanted. */
#define MOST_BACKUPS 8

struct _UpstandProblemPage {
    AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (UpstandProblemPage, upstand_problem_page, ADW_TYPE_BIN)

typedef enum {
    WAY_AGAIN = 1 << 0,
    WAY_READ = 1 << 1,
    WAY_COPY = 1 << 2,
    WAY_BACKUPS = 1 << 3,
    WAY_NEW = 1 << 4,
} Ways;

/* What is said and offered for each code: the last line is for any other. */
static const struct {
    int code;
    const char *icon;
    const char *heading;
    const char *advice;
    Ways ways;
} problems[] = {
    { UPSTAND_ERROR_NOT_FOUND, "folder-symbolic", N_ ("The plan is not there"),
        N_ ("It may have been moved or renamed, or the drive it is on is not connected."),
        WAY_AGAIN | WAY_BACKUPS | WAY_NEW },
    { UPSTAND_ERROR_NOT_A_PLAN, "dialog-question-symbolic", N_ ("This is not an Upstand plan"),
        N_ ("Plans end in “.upstand”. A workbook or a CSV file is taken in from a plan’s menu, "
            "Import activities."),
        WAY_BACKUPS | WAY_NEW },
    { UPSTAND_ERROR_DAMAGED, "dialog-error-symbolic", N_ ("The plan’s file is damaged"),
        N_ ("It has not been changed. Put a backup in its place, or open it to read what can "
            "still be read."),
        WAY_READ | WAY_COPY | WAY_BACKUPS },
    { UPSTAND_ERROR_NEWER, "software-update-available-symbolic",
        N_ ("The plan needs a newer Upstand"),
        N_ ("It was last saved by a newer version of the program, and this one could lose what it "
            "does not know. Update the program on this computer, or open an earlier backup."),
        WAY_BACKUPS },
    { UPSTAND_ERROR_READ_ONLY, "changes-prevent-symbolic", N_ ("The plan cannot be written here"),
        N_ ("The file or its folder does not allow changes. It can be read as it is; to work on "
            "it, make a copy in a folder of your own."),
        WAY_READ | WAY_COPY | WAY_AGAIN },
    { UPSTAND_ERROR_BUSY, "system-lock-screen-symbolic", N_ ("Another program is using the plan"),
        N_ ("Try again in a moment. Meanwhile it can be read as it was last saved."),
        WAY_AGAIN | WAY_READ },
    { UPSTAND_ERROR_FULL, "drive-harddisk-symbolic", N_ ("The disk is full"),
        N_ ("Nothing was changed. Make room on the disk and try again, or open the plan to read "
            "it."),
        WAY_AGAIN | WAY_READ | WAY_COPY },
    { -1, "dialog-warning-symbolic", N_ ("The plan could not be opened"),
        N_ ("Nothing was changed."), WAY_AGAIN | WAY_READ | WAY_COPY | WAY_BACKUPS },
};

static int
compare_ages (gconstpointer a, gconstpointer b)
{
    gint64 one = GPOINTER_TO_SIZE (g_object_get_data (*(GObject *const *)a, "changed"));
    gint64 other = GPOINTER_TO_SIZE (g_object_get_data (*(GObject *const *)b, "changed"));
    return one < other ? 1 : one > other ? -1 : 0;
}

static void
add_backups_in (GPtrArray *found, GFile *folder, const char *own_name, const char *stem)
{
    g_autoptr (GFileEnumerator) files = g_file_enumerate_children (folder,
        G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE
                                       "," G_FILE_ATTRIBUTE_STANDARD_SIZE
                                       "," G_FILE_ATTRIBUTE_TIME_MODIFIED,
        G_FILE_QUERY_INFO_NONE, NULL, NULL);
    GFileInfo *info;
    GFile *child;
    while (files && g_file_enumerator_iterate (files, &info, &child, NULL, NULL) && info) {
        const char *name = g_file_info_get_name (info);
        char after = g_str_has_prefix (name, stem) ? name[strlen (stem)] : 0;
        if ((after != '.' && after != '-' && after != ' ') || g_str_equal (name, own_name) ||
            !g_str_has_suffix (name, ".upstand") ||
            g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
            continue;
        g_autoptr (GDateTime) changed = g_file_info_get_modification_date_time (info);
        g_object_set_data (G_OBJECT (child), "changed",
            GSIZE_TO_POINTER (changed ? g_date_time_to_unix (changed) : 0));
        g_ptr_array_add (found, g_object_ref (child));
    }
}

GPtrArray *
upstand_problem_page_find_backups (GFile *file, GFile *folder)
{
    g_return_val_if_fail (G_IS_FILE (file), NULL);
    GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
    g_autofree char *name = g_file_get_basename (file);
    g_autofree char *stem = g_str_has_suffix (name, ".upstand")
                                ? g_strndup (name, strlen (name) - strlen (".upstand"))
                                : g_strdup (name);
    g_autoptr (GFile) own = g_file_get_parent (file);
    if (own)
        add_backups_in (found, own, name, stem);
    if (folder && (!own || !g_file_equal (own, folder)))
        add_backups_in (found, folder, "", stem);
    g_ptr_array_sort (found, compare_ages);
    return found;
}

static void
add_way (GtkBox *box, const char *words, const char *action, gboolean first)
{
    GtkWidget *button = gtk_button_new_with_mnemonic (words);
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
    gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
    gtk_widget_add_css_class (button, "pill");
    if (first)
        gtk_widget_add_css_class (button, "suggested-action");
    gtk_box_append (box, button);
}

static void
add_backups (GtkBox *box, GFile *file)
{
    g_autoptr (GPtrArray) backups = upstand_problem_page_find_backups (file, NULL);
    if (backups->len == 0)
        return;
    AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
    adw_preferences_group_set_title (group, _ ("Backups found beside it"));
    adw_preferences_group_set_description (
        group, _ ("The backup takes the plan’s place; the file there now is kept beside it."));
    for (guint i = 0; i < backups->len && i < MOST_BACKUPS; i++) {
        GFile *backup = g_ptr_array_index (backups, i);
        g_autofree char *path = g_file_get_path (backup);
        g_autofree char *name = g_file_get_basename (backup);
        g_autofree char *shown = g_filename_display_name (name);
        g_autoptr (GDateTime) changed = g_date_time_new_from_unix_local (
            GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (backup), "changed")));
        g_autofree char *when = g_date_time_format (changed, _ ("%-d %B %Y, %H:%M"));
        GtkWidget *row = adw_action_row_new ();
        adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
        adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
        adw_action_row_set_subtitle (ADW_ACTION_ROW (row), shown);
        GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Restore…"));
        gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
        gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.restore-from");
        gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", path);
        adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
        adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
        adw_preferences_group_add (group, row);
    }
    gtk_box_append (box, GTK_WIDGET (group));
}

static void
upstand_problem_page_class_init (UpstandProblemPageClass *klass)
{
}

static void
upstand_problem_page_init (UpstandProblemPage *self)
{
}

GtkWidget *
upstand_problem_page_new (GFile *file, const GError *error)
{
    g_return_val_if_fail (error, NULL);
    guint which = 0;
    while (
        problems[which].code >= 0 && !g_error_matches (error, UPSTAND_ERROR, problems[which].code))
        which++;
    Ways ways = problems[which].ways;

    UpstandProblemPage *self = g_object_new (UPSTAND_TYPE_PROBLEM_PAGE, NULL);
    AdwStatusPage *page = ADW_STATUS_PAGE (adw_status_page_new ());
    adw_status_page_set_icon_name (page, problems[which].icon);
    adw_status_page_set_title (page, _ (problems[which].heading));
    g_autofree char *words =
        g_strdup_printf ("%s\n\n%s", error->message, _ (problems[which].advice));
    g_autofree char *escaped = g_markup_escape_text (words, -1);
    adw_status_page_set_description (page, escaped);

    GtkWidget *clamp = adw_clamp_new ();
    GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
    gboolean first = TRUE;
    if (file && ways & WAY_AGAIN) {
        add_way (box, _ ("_Try again"), "win.try-again", first);
        first = FALSE;
    }
    if (file && ways & WAY_READ) {
        add_way (box, _ ("Open to _read only"), "win.read-plan", first);
        first = FALSE;
    }
    if (file && ways & WAY_COPY) {
        add_way (box, _ ("Work in a _copy…"), "win.copy-plan", first);
        first = FALSE;
    }
    add_way (box, _ ("Open _another plan…"), "app.open", first);
    if (ways & WAY_NEW)
        add_way (box, _ ("_New plan…"), "win.start", FALSE);
    if (file && ways & WAY_BACKUPS)
        add_backups (box, file);
    adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (box));
    adw_status_page_set_child (page, clamp);
    adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (page));
    return GTK_WIDGET (self);
}
