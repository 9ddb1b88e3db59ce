/* SPDX-License-Identifier: MIT */
#include "database/backup.h"
#include "pages/history-window.h"
#include "pages/page.h"
#include "pages/pages.h"
#include "pages/preferences.h"
#include "pages/problem-page.h"
#include "pages/search-panel.h"
#include "rules/thresholds.h"
#include "window-fixture.h"

static guint
count_windows (Fixture *fixture)
{
    return g_list_length (gtk_application_get_windows (GTK_APPLICATION (fixture->application)));
}

static const char *
state_of (UpstandWindow *window)
{
    return gtk_stack_get_visible_child_name (window->states);
}

static const char *
problem_of (UpstandWindow *window)
{
    g_assert_cmpstr (state_of (window), ==, "problem");
    return adw_status_page_get_title (
        find_widget (GTK_WIDGET (window->states), ADW_TYPE_STATUS_PAGE, NULL, NULL));
}

static void
test_first_start (Fixture *fixture, gconstpointer data)
{
    g_application_activate (G_APPLICATION (fixture->application));
    UpstandWindow *window =
        UPSTAND_WINDOW (gtk_application_get_windows (GTK_APPLICATION (fixture->application))->data);
    wait_for (gtk_widget_get_mapped (GTK_WIDGET (window)));
    g_assert_cmpstr (state_of (window), ==, "start");
    GtkWidget *page = gtk_stack_get_visible_child (window->states);

    GtkWidget *create = find_widget (page, GTK_TYPE_BUTTON, "label", "_Make the plan");
    g_assert_false (gtk_widget_get_sensitive (create));
    gtk_menu_button_popup (find_widget (page, GTK_TYPE_MENU_BUTTON, NULL, NULL));
    GtkWidget *search = find_widget (page, GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
    g_assert_nonnull (search);
    gtk_editable_set_text (GTK_EDITABLE (search), "north wal");
    g_signal_emit_by_name (search, "activate");
    g_assert_nonnull (find_widget (page, ADW_TYPE_ACTION_ROW, "subtitle", "North Wales Police"));
    gtk_editable_set_text (
        GTK_EDITABLE (find_widget (page, ADW_TYPE_ENTRY_ROW, NULL, NULL)), "VAWG lead");
    g_assert_true (gtk_widget_get_sensitive (create));
    g_signal_emit_by_name (create, "clicked");

    wait_for (upstand_window_get_store (window));
    g_assert_cmpstr (state_of (window), ==, "plan");
    g_autofree char *force = upstand_plan_get_force (upstand_window_get_store (window));
    g_assert_cmpstr (force, ==, "North Wales Police");
    g_assert_cmpstr (upstand_store_get_post (upstand_window_get_store (window)), ==, "VAWG lead");
    g_assert_cmpstr (adw_view_switcher_title_get_title (window->title), ==, "North Wales Police");

    /* The next start opens it by itself. */
    gtk_window_destroy (GTK_WINDOW (window));
    g_application_activate (G_APPLICATION (fixture->application));
    window =
        UPSTAND_WINDOW (gtk_application_get_windows (GTK_APPLICATION (fixture->application))->data);
    g_assert_cmpstr (state_of (window), ==, "plan");
    g_autofree char *path = g_file_get_path (upstand_window_get_file (window));
    gtk_window_destroy (GTK_WINDOW (window));
    g_unlink (path);
}

static void
test_one_window_per_plan (Fixture *fixture, gconstpointer data)
{
    g_autofree char *one = make_plan (fixture, "one.upstand");
    g_autofree char *two = make_plan (fixture, "two.upstand");
    UpstandWindow *first = open_path (fixture, one);
    g_assert_cmpstr (state_of (first), ==, "plan");
    open_path (fixture, one);
    g_assert_cmpuint (count_windows (fixture), ==, 1);
    open_path (fixture, two);
    g_assert_cmpuint (count_windows (fixture), ==, 2);

    g_autofree char *link = g_build_filename (fixture->folder, "link.upstand", NULL);
    g_assert_cmpint (symlink (two, link), ==, 0);
    open_path (fixture, link);
    g_assert_cmpuint (count_windows (fixture), ==, 2);
}

static void
test_not_there (Fixture *fixture, gconstpointer data)
{
    g_autofree char *path = g_build_filename (fixture->folder, "gone.upstand", NULL);
    UpstandWindow *window = open_path (fixture, path);
    g_assert_cmpstr (problem_of (window), ==, "The plan is not there");
    /* Once it is there, the same window opens it. */
    g_autofree char *made = make_plan (fixture, "gone.upstand");
    gtk_widget_activate_action (GTK_WIDGET (window), "win.try-again", NULL);
    g_assert_cmpstr (state_of (window), ==, "plan");
}

static void
test_not_a_plan (Fixture *fixture, gconstpointer data)
{
    g_autofree char *path = g_build_filename (fixture->folder, "letter.upstand", NULL);
    g_assert_true (g_file_set_contents (path, "Dear colleague,\n", -1, NULL));
    g_assert_cmpstr (problem_of (open_path (fixture, path)), ==, "This is not an Upstand plan");
    g_assert_true (g_file_set_contents (path, "", 0, NULL));
    UpstandWindow *window = open_path (fixture, path);
    g_assert_cmpstr (problem_of (window), ==, "This is not an Upstand plan");
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
    g_autofree char *path = make_plan (fixture, "newer.upstand");
    g_autoptr (GError) error = NULL;
    UpstandDatabase *database = upstand_database_open_again (path, UPSTAND_DATABASE_WRITE, &error);
    upstand_database_execute (database, &error,
        "INSERT INTO schema_version (number, name, applied) VALUES (9000, 'later', '2040-01-01')",
        "");
    g_assert_no_error (error);
    upstand_database_close (database);
    g_assert_cmpstr (problem_of (open_path (fixture, path)), ==, "The plan needs a newer Upstand");
}

/* The file is whole at its beginning, so it opens; the check in the background finds the damage,
 * and the backup beside it is offered and put back. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
    g_autofree char *path = make_plan (fixture, "plan.upstand");
    g_autofree char *backup = g_build_filename (fixture->folder, "plan-backup.upstand", NULL);
    g_autoptr (GError) error = NULL;
    UpstandDatabase *database = upstand_database_open (path, UPSTAND_DATABASE_WRITE, &error);
    upstand_database_backup (database, backup, NULL, NULL, NULL, &error);
    g_assert_no_error (error);
    gint64 page = upstand_database_number (
        database, 0, NULL, "SELECT rootpage FROM sqlite_schema WHERE name = 'evidence'", "");
    gint64 size = upstand_database_number (database, 0, NULL, "PRAGMA page_size", "");
    upstand_database_script (database, "PRAGMA wal_checkpoint(TRUNCATE)", NULL);
    upstand_database_close (database);
    g_assert_cmpint (page, >, 1);
    g_autofree char *rubbish = g_strnfill (size, 'x');
    int fd = g_open (path, O_WRONLY, 0);
    g_assert_cmpint (pwrite (fd, rubbish, size, (page - 1) * size), ==, size);
    close (fd);

    UpstandWindow *window = open_path (fixture, path);
    wait_for (g_strcmp0 (state_of (window), "problem") == 0);
    g_assert_cmpstr (problem_of (window), ==, "The plan’s file is damaged");
    g_assert_null (upstand_window_get_store (window));
    GtkWidget *row = find_widget (
        GTK_WIDGET (window->states), ADW_TYPE_ACTION_ROW, "subtitle", "plan-backup.upstand");
    g_assert_nonnull (row);
    gtk_widget_activate_action (GTK_WIDGET (window), "win.restore-from", "s", backup);
    GtkWindow *dialog = gtk_application_get_active_window (GTK_APPLICATION (fixture->application));
    GListModel *tops = gtk_window_get_toplevels ();
    for (guint i = 0; i < g_list_model_get_n_items (tops); i++) {
        g_autoptr (GtkWindow) top = g_list_model_get_item (tops, i);
        if (ADW_IS_MESSAGE_DIALOG (top))
            dialog = top;
    }
    g_assert_true (ADW_IS_MESSAGE_DIALOG (dialog));
    adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "accept");
    wait_for (upstand_window_get_store (window));
    g_assert_cmpstr (state_of (window), ==, "plan");
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
    g_autofree char *path = make_plan (fixture, "plan.upstand");
    g_autoptr (GFile) file = g_file_new_for_path (path);
    UpstandWindow *window = upstand_window_new (fixture->application, fixture->desk);
    g_assert_true (upstand_window_open (window, file, TRUE));
    gtk_window_present (GTK_WINDOW (window));
    wait_for (gtk_widget_get_mapped (GTK_WIDGET (window)));
    g_assert_true (gtk_revealer_get_reveal_child (window->banner));
    g_assert_cmpstr (
        adw_view_switcher_title_get_subtitle (window->title), ==, "plan.upstand (read only)");
    g_autoptr (UpstandActivity) activity = upstand_record_new (&upstand_activity_type);
    activity->title = g_strdup ("Not to be saved");
    g_assert_false (upstand_store_save (upstand_window_get_store (window), activity, NULL));
}

static void
test_every_problem_has_a_page (Fixture *fixture, gconstpointer data)
{
    g_autofree char *path = g_build_filename (fixture->folder, "plan.upstand", NULL);
    g_autoptr (GFile) file = g_file_new_for_path (path);
    for (int code = UPSTAND_ERROR_FAILED; code <= UPSTAND_ERROR_REFUSED; code++) {
        g_autoptr (GError) error = g_error_new (UPSTAND_ERROR, code, "“<plan> & co” is %d.", code);
        GtkWidget *page = g_object_ref_sink (upstand_problem_page_new (file, error));
        AdwStatusPage *status = find_widget (page, ADW_TYPE_STATUS_PAGE, NULL, NULL);
        g_assert_nonnull (strstr (adw_status_page_get_description (status), "&lt;plan&gt; &amp;"));
        g_assert_nonnull (find_widget (page, GTK_TYPE_BUTTON, NULL, NULL));
        gboolean own = code == UPSTAND_ERROR_READ_ONLY || code == UPSTAND_ERROR_BUSY ||
                       code == UPSTAND_ERROR_FULL || code == UPSTAND_ERROR_DAMAGED ||
                       code == UPSTAND_ERROR_NEWER || code == UPSTAND_ERROR_NOT_A_PLAN ||
                       code == UPSTAND_ERROR_NOT_FOUND;
        g_assert_cmpint (own, ==,
            g_strcmp0 (adw_status_page_get_title (status), "The plan could not be opened") != 0);
        g_object_unref (page);
    }
}

/* The key as the window itself has it bound. */
static gboolean
press (GtkWidget *widget, const char *key)
{
    g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
    g_autoptr (GtkShortcutTrigger) wanted = gtk_shortcut_trigger_parse_string (key);
    for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
        g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
        if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
            continue;
        for (guint n = 0; n < g_list_model_get_n_items (G_LIST_MODEL (controller)); n++) {
            g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), n);
            if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), wanted) &&
                gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget, NULL))
                return TRUE;
        }
    }
    return FALSE;
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
    g_autofree char *path = make_plan (fixture, "plan.upstand");
    UpstandWindow *window = open_path (fixture, path);
    UpstandStore *store = upstand_window_get_store (window);
    g_assert_false (gtk_widget_get_sensitive (window->undo_button));
    g_assert_false (press (GTK_WIDGET (window), "<Control>z"));

    add_activity (store, "Train the supervisors");
    g_assert_true (gtk_widget_get_sensitive (window->undo_button));
    g_autofree char *title = upstand_store_get_undo_title (store);
    g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (window->undo_button), title));
    g_assert_true (press (GTK_WIDGET (window), "<Control>z"));
    g_assert_cmpint (count_activities (store), ==, 0);
    g_assert_false (gtk_widget_get_sensitive (window->undo_button));
    g_assert_true (gtk_widget_get_sensitive (window->redo_button));
    g_assert_true (press (GTK_WIDGET (window), "<Control><Shift>z"));
    g_assert_cmpint (count_activities (store), ==, 1);

    /* Undo in a toast takes back that step alone, though another came after. */
    upstand_window_toast_undo (window, "Saved <so far> & well");
    gint64 batch = upstand_store_get_last_batch (store);
    add_activity (store, "Another");
    gtk_widget_activate_action (GTK_WIDGET (window), "win.undo-batch", "x", batch);
    g_assert_cmpint (count_activities (store), ==, 1);
}

/* The application's keys would be taken before a text field sees them. */
static void
test_undo_is_no_accelerator (Fixture *fixture, gconstpointer data)
{
    const char *const keys[] = { "<Control>z", "<Control><Shift>z", "<Control>y" };
    for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
        g_auto (GStrv) actions =
            gtk_application_get_actions_for_accel (GTK_APPLICATION (fixture->application), keys[i]);
        g_assert_cmpuint (g_strv_length (actions), ==, 0);
    }
}

static void
test_size_remembered (Fixture *fixture, gconstpointer data)
{
    g_autofree char *path = make_plan (fixture, "plan.upstand");
    UpstandWindow *window = open_path (fixture, path);
    gtk_window_set_default_size (GTK_WINDOW (window), 840, 655);
    g_autofree char *place = upstand_window_get_place (window);
    gtk_window_close (GTK_WINDOW (window));
    wait_for (count_windows (fixture) == 0);
    window = upstand_window_new (fixture->application, fixture->desk);
    int width, height;
    gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
    g_assert_cmpint (width, ==, 840);
    g_assert_cmpint (height, ==, 655);
    g_autofree char *kept = upstand_desk_get_text (fixture->desk, "last-place");
    g_assert_cmpstr (kept, ==, place);
    gtk_window_destroy (GTK_WINDOW (window));

    /* The plan is the one that opens by itself, and the head of the recent ones. */
    g_autoptr (GFile) file = g_file_new_for_path (path);
    g_autofree char *uri = g_file_get_uri (file);
    g_auto (GStrv) recent = upstand_desk_get_list (fixture->desk, "recent-plans");
    g_assert_cmpstr (recent[0], ==, uri);
}

static void
test_without_desk (Fixture *fixture, gconstpointer data)
{
    g_autofree char *path = make_plan (fixture, "plan.upstand");
    g_autoptr (GFile) file = g_file_new_for_path (path);
    UpstandWindow *window = upstand_window_new (fixture->application, NULL);
    g_assert_true (upstand_window_open (window, file, FALSE));
    gtk_window_present (GTK_WINDOW (window));
    wait_for (gtk_widget_get_mapped (GTK_WIDGET (window)));
    gtk_window_close (GTK_WINDOW (window));
    wait_for (count_windows (fixture) == 0);
}

static guint
count_rows (GtkWidget *root)
{
    GtkWidget *list = find_widget (root, GTK_TYPE_LIST_BOX, NULL, NULL);
    guint n = 0;
    for (GtkWidget *row = gtk_widget_get_first_child (list); row;
         row = gtk_widget_get_next_sibling (row))
        n++;
    return n;
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
    g_autofree char *path = make_plan (fixture, "plan.upstand");
    UpstandWindow *window = open_path (fixture, path);
    add_activity (upstand_window_get_store (window), "Brief the quokka panel");
    add_activity (upstand_window_get_store (window), "Ask the quokka panel again");
    gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
    GtkWidget *panel = GTK_WIDGET (gtk_menu_button_get_popover (window->search_button));
    g_assert_true (UPSTAND_IS_SEARCH_PANEL (panel));
    wait_for (gtk_widget_get_mapped (panel));
    GtkEditable *entry = find_widget (panel, GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
    gtk_editable_set_text (entry, "quok");
    wait_for (count_rows (panel) == 2);
    gtk_editable_set_text (entry, "quok bri");
    wait_for (count_rows (panel) == 1);
    gtk_editable_set_text (entry, "no such words");
    wait_for (count_rows (panel) == 0);
    /* What an engine would take for an operator is only text. */
    gtk_editable_set_text (entry, "\" OR NEAR( *");
    for (int i = 0; i < 20; i++)
        g_main_context_iteration (NULL, FALSE);
    /* Its surface must be gone before the window's: the toolkit asks it where the pointer is. */
    gtk_popover_popdown (GTK_POPOVER (panel));
    wait_for (!gtk_widget_get_mapped (panel));
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
    g_autofree char *path = make_plan (fixture, "plan.upstand");
    UpstandWindow *window = open_path (fixture, path);
    UpstandStore *store = upstand_window_get_store (window);
    gint64 id = add_activity (store, "Train the supervisors");
    g_autoptr (UpstandActivity) read = upstand_store_get (store, &upstand_activity_type, id, NULL);
    g_autoptr (UpstandActivity) edited = upstand_record_copy (read);
    g_free (edited->owner);
    edited->owner = g_strdup ("Head of Learning");
    g_assert_true (upstand_store_save (store, edited, NULL));

    GtkWidget *history = upstand_history_window_new (store, upstand_date_today ());
    gtk_window_present (GTK_WINDOW (history));
    g_assert_cmpuint (count_rows (history), ==, 3);
    AdwExpanderRow *newest = find_widget (history, ADW_TYPE_EXPANDER_ROW, NULL, NULL);
    adw_expander_row_set_expanded (newest, TRUE);
    g_assert_nonnull (
        find_widget (history, GTK_TYPE_LABEL, "label", "Owner: empty → Head of Learning"));

    GtkWidget *undo =
        find_widget (GTK_WIDGET (newest), GTK_TYPE_BUTTON, "icon-name", "edit-undo-symbolic");
    g_signal_emit_by_name (undo, "clicked");
    g_autoptr (UpstandActivity) now = upstand_store_get (store, &upstand_activity_type, id, NULL);
    g_assert_null (now->owner);
    g_assert_cmpuint (count_rows (history), ==, 4);

    GtkEditable *since = find_widget (history, GTK_TYPE_ENTRY, NULL, NULL);
    gtk_editable_set_text (since, "not a day");
    g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (since), "error"));
    gtk_editable_set_text (since, "1 Jan 2099");
    g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (since), "error"));
    g_assert_cmpuint (count_rows (history), ==, 0);
    gtk_editable_set_text (since, "yesterday");
    g_assert_cmpuint (count_rows (history), ==, 4);
    gtk_window_destroy (GTK_WINDOW (history));
}

static void
test_thresholds_kept (Fixture *fixture, gconstpointer data)
{
    g_autofree char *path = make_plan (fixture, "plan.upstand");
    UpstandWindow *window = open_path (fixture, path);
    UpstandStore *store = upstand_window_get_store (window);
    const UpstandThreshold *threshold = &upstand_thresholds[0];
    g_autofree char *name = g_strdup_printf ("threshold-%s", threshold->key);
    for (int round = 0; round < 2; round++) {
        GtkWidget *preferences = upstand_preferences_new (fixture->desk, store);
        gtk_window_present (GTK_WINDOW (preferences));
        GtkSpinButton *spin = g_object_get_data (G_OBJECT (preferences), threshold->key);
        if (round == 0) {
            g_assert_cmpint (gtk_spin_button_get_value_as_int (spin), ==, threshold->usual);
            gtk_spin_button_set_value (spin, threshold->usual + 1);
        } else {
            g_assert_cmpint (gtk_spin_button_get_value_as_int (spin), ==, threshold->usual + 1);
        }
        gtk_window_close (GTK_WINDOW (preferences));
        for (int i = 0; i < 20; i++)
            g_main_context_iteration (NULL, FALSE);
    }
    g_autofree char *kept = upstand_store_get_setting (store, name);
    g_assert_cmpint (atoi (kept), ==, threshold->usual + 1);
    /* One step for the whole window, and none when nothing was changed. */
    g_assert_true (upstand_store_undo (store, NULL));
    g_autofree char *back = upstand_store_get_setting (store, name);
    g_assert_null (back);
    g_assert_null (upstand_store_get_undo_title (store));
}

static void
test_restart_keeps_place (Fixture *fixture, gconstpointer data)
{
    g_autofree char *path = make_plan (fixture, "plan.upstand");
    UpstandWindow *window = open_path (fixture, path);
    g_autofree char *place = upstand_window_get_place (window);
    g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "restart", NULL);
    wait_for (count_windows (fixture) == 0);
    g_auto (GStrv) arguments = upstand_application_get_restart (fixture->application, "upstand");
    g_assert_cmpuint (g_strv_length (arguments), ==, 2);
    g_assert_cmpstr (arguments[1], ==, path);
    g_assert_cmpstr (g_getenv ("UPSTAND_PLACE"), ==, place);
    g_unsetenv ("UPSTAND_PLACE");
}

/* The window closes while a plan is being made for it: the plan is made, and nobody falls over. */
static void
test_closed_during_a_job (Fixture *fixture, gconstpointer data)
{
    UpstandWindow *window = upstand_window_new (fixture->application, fixture->desk);
    upstand_window_start (window);
    gtk_window_present (GTK_WINDOW (window));
    wait_for (gtk_widget_get_mapped (GTK_WIDGET (window)));
    g_autofree char *path = g_build_filename (fixture->folder, "made.upstand", NULL);
    gtk_widget_activate_action (
        GTK_WIDGET (window), "win.create-plan", "(suss)", "Mereshire Police", 0, "", path);
    gtk_window_destroy (GTK_WINDOW (window));
    wait_for (g_file_test (path, G_FILE_TEST_EXISTS));
    for (int i = 0; i < 100; i++) {
        g_main_context_iteration (NULL, FALSE);
        g_usleep (2000);
    }
    g_assert_cmpuint (count_windows (fixture), ==, 0);
}

static void
test_backups_found (Fixture *fixture, gconstpointer data)
{
    static const char *const names[] = { "plan-backup-2022-03-31.upstand",
        "plan.before-schema-2.upstand", "plan.replaced-2022-04-01-120000.upstand" };
    static const char *const others[] = { "plan.upstand", "planning.upstand", "plan-notes.txt" };
    for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
        g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);
        g_assert_true (g_file_set_contents (path, "x", 1, NULL));
        g_autofree char *other = g_build_filename (fixture->folder, others[i], NULL);
        g_assert_true (g_file_set_contents (other, "x", 1, NULL));
    }
    g_autofree char *plan = g_build_filename (fixture->folder, "plan.upstand", NULL);
    g_autoptr (GFile) file = g_file_new_for_path (plan);
    g_autoptr (GPtrArray) found = upstand_problem_page_find_backups (file, NULL);
    g_assert_cmpuint (found->len, ==, G_N_ELEMENTS (names));
}

/* Found without a folder of ours in the icon theme, and at the size of a tab without a library for
 * SVG: the first window waits for neither. */
static void
test_icons (Fixture *fixture, gconstpointer data)
{
    GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
    const GType *types = upstand_pages_get_types ();
    for (guint i = 0; types[i]; i++) {
        UpstandPageClass *klass = g_type_class_ref (types[i]);
        for (int scale = 1; scale <= 2; scale++) {
            g_autoptr (GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (
                theme, klass->icon_name, NULL, 16, scale, GTK_TEXT_DIR_LTR, 0);
            g_autoptr (GFile) file = gtk_icon_paintable_get_file (icon);
            g_autofree char *uri = g_file_get_uri (file);
            g_assert_true (g_str_has_suffix (uri, "-symbolic.symbolic.png"));
        }
        g_type_class_unref (klass);
    }
    g_assert_true (gtk_icon_theme_has_icon (theme, "uk.upstand.Upstand"));
    g_auto (GStrv) added = gtk_icon_theme_get_resource_path (theme);
    for (guint i = 0; added[i]; i++)
        g_assert_false (g_str_has_prefix (added[i], "/uk/upstand/"));
}

int
main (int argc, char **argv)
{
    gtk_test_init (&argc, &argv);
    adw_init ();
    begin_application ();
    TEST ("/window/first-start", test_first_start);
    TEST ("/window/one-window-per-plan", test_one_window_per_plan);
    TEST ("/window/not-there", test_not_there);
    TEST ("/window/not-a-plan", test_not_a_plan);
    TEST ("/window/newer", test_newer);
    TEST ("/window/damaged", test_damaged);
    TEST ("/window/read-only", test_read_only);
    TEST ("/window/every-problem-has-a-page", test_every_problem_has_a_page);
    TEST ("/window/undo", test_undo);
    TEST ("/window/undo-is-no-accelerator", test_undo_is_no_accelerator);
    TEST ("/window/size-remembered", test_size_remembered);
    TEST ("/window/without-desk", test_without_desk);
    TEST ("/window/search", test_search);
    TEST ("/window/history", test_history);
    TEST ("/window/thresholds-kept", test_thresholds_kept);
    TEST ("/window/restart-keeps-place", test_restart_keeps_place);
    TEST ("/window/closed-during-a-job", test_closed_during_a_job);
    TEST ("/window/backups-found", test_backups_found);
    TEST ("/window/icons", test_icons);
    int failed = g_test_run ();
    end_application ();
    return failed;
}
