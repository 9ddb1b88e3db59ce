/* SPDX-License-Identifier: MIT */
#include "pages/export-dialog.h"
#include "pages/import-dialog.h"
#include "records/export-log.h"
#include "window-fixture.h"

static gint64
count (UpstandStore *store, const UpstandRecordType *type)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (type);
    return upstand_store_count (store, query, NULL);
}

static GtkWidget *
present_dialog (UpstandWindow *window, GtkWidget *dialog)
{
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (window));
    gtk_window_present (GTK_WINDOW (dialog));
    wait_for (gtk_widget_get_mapped (dialog));
    return dialog;
}

static GtkWidget *
find_row (GtkWidget *dialog, const char *title)
{
    GtkWidget *row = find_widget (dialog, ADW_TYPE_PREFERENCES_ROW, "title", title);
    g_assert_nonnull (row);
    return row;
}

static void
type_into (GtkWidget *dialog, const char *title, const char *text)
{
    gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, title)), text);
}

#define WHOM "For _whom: a post, board or organisation"
#define WHY "W_hy it is sent"

static void
test_export (Fixture *fixture, gconstpointer data)
{
    g_autofree char *path = make_plan (fixture, "plan.upstand");
    UpstandWindow *window = open_path (fixture, path);
    UpstandStore *store = upstand_window_get_store (window);
    add_activity (store, "Train the supervisors");
    GtkWidget *dialog = present_dialog (
        window, upstand_export_dialog_new (store, desk, upstand_date_new (2022, 4, 20)));
    g_autofree char *target = g_build_filename (fixture->folder, "return.xlsx", NULL);
    g_autoptr (GFile) file = g_file_new_for_path (target);

    /* The last quarter that has ended is proposed, and updates since its beginning. */
    g_autofree char *since = NULL;
    g_object_get (find_row (dialog, "_Updates since"), "text", &since, NULL);
    g_assert_cmpstr (since, ==, "1 Jan 2022");

    /* Whom and why are asked for; a day must be one. */
    upstand_export_dialog_write (UPSTAND_EXPORT_DIALOG (dialog), file);
    g_assert_true (gtk_widget_has_css_class (find_row (dialog, WHOM), "error"));
    type_into (dialog, WHOM, "Police and Crime Commissioner");
    g_assert_false (gtk_widget_has_css_class (find_row (dialog, WHOM), "error"));
    upstand_export_dialog_write (UPSTAND_EXPORT_DIALOG (dialog), file);
    g_assert_true (gtk_widget_has_css_class (find_row (dialog, WHY), "error"));
    type_into (dialog, WHY, "Quarterly board");
    type_into (dialog, "_Updates since", "32 March");
    upstand_export_dialog_write (UPSTAND_EXPORT_DIALOG (dialog), file);
    g_assert_true (gtk_widget_has_css_class (find_row (dialog, "_Updates since"), "error"));
    g_assert_false (g_file_query_exists (file, NULL));
    type_into (dialog, "_Updates since", "1 Feb 22");

    upstand_export_dialog_write (UPSTAND_EXPORT_DIALOG (dialog), file);
    wait_for (count (store, &upstand_export_log_type) == 1);
    g_assert_true (g_file_query_exists (file, NULL));
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_export_log_type);
    g_autoptr (GPtrArray) logs = upstand_store_list (store, query, 1, NULL);
    UpstandExportLog *log = g_ptr_array_index (logs, 0);
    g_assert_cmpstr (log->recipient, ==, "Police and Crime Commissioner");
    g_assert_cmpstr (log->reason, ==, "Quarterly board");
    g_assert_cmpstr (log->file, ==, "return.xlsx");
    /* Undo passes over the log: the step before it is the one that is taken back. */
    g_assert_true (upstand_store_undo (store, NULL));
    g_assert_cmpint (count (store, &upstand_export_log_type), ==, 1);
    g_assert_cmpint (count (store, &upstand_activity_type), ==, 0);
}

/* A folder that cannot take the file: said, nothing logged, nothing left. */
static void
test_export_fails (Fixture *fixture, gconstpointer data)
{
    g_autofree char *path = make_plan (fixture, "plan.upstand");
    UpstandWindow *window = open_path (fixture, path);
    UpstandStore *store = upstand_window_get_store (window);
    GtkWidget *dialog =
        present_dialog (window, upstand_export_dialog_new (store, desk, upstand_date_today ()));
    type_into (dialog, WHOM, "Board");
    type_into (dialog, WHY, "Monthly");
    g_autofree char *target =
        g_build_filename (fixture->folder, "no such folder", "return.xlsx", NULL);
    g_autoptr (GFile) file = g_file_new_for_path (target);
    upstand_export_dialog_write (UPSTAND_EXPORT_DIALOG (dialog), file);
    gpointer said = NULL;
    gint64 until = g_get_monotonic_time () + PATIENCE_US;
    while (!said && g_get_monotonic_time () < until) {
        g_main_context_iteration (NULL, FALSE);
        GListModel *tops = gtk_window_get_toplevels ();
        for (guint i = 0; i < g_list_model_get_n_items (tops); i++) {
            g_autoptr (GtkWindow) top = g_list_model_get_item (tops, i);
            if (ADW_IS_MESSAGE_DIALOG (top))
                said = top;
        }
    }
    g_assert_nonnull (said);
    adw_message_dialog_response (said, "close");
    g_assert_cmpint (count (store, &upstand_export_log_type), ==, 0);
}

static const char table[] = "Title,Requirement,Owner,Due,Colour\r\n"
                            "Brief the panel,1.1,Head of Crime,31/3/22,red\r\n"
                            "Two duties,\"1.2, 2.1\",Head of Learning,30 Apr 2022,blue\r\n"
                            "Never,1.1,Head of Crime,31/2/22,red\r\n";

static GtkWidget *
step_of (GtkWidget *dialog, const char *name)
{
    GtkStack *stack = find_widget (dialog, GTK_TYPE_STACK, NULL, NULL);
    return g_strcmp0 (gtk_stack_get_visible_child_name (stack), name) == 0
               ? gtk_stack_get_visible_child (stack)
               : NULL;
}

static GtkWidget *
open_table (Fixture *fixture, UpstandWindow *window, const char *contents)
{
    GtkWidget *dialog =
        present_dialog (window, upstand_import_dialog_new (upstand_window_get_store (window), desk,
                                    upstand_date_new (2022, 1, 15)));
    g_autofree char *path = g_build_filename (fixture->folder, "table.csv", NULL);
    g_assert_true (g_file_set_contents (path, contents, -1, NULL));
    g_autoptr (GFile) file = g_file_new_for_path (path);
    upstand_import_dialog_open (UPSTAND_IMPORT_DIALOG (dialog), file);
    wait_for (step_of (dialog, "mapping"));
    return dialog;
}

static void
click (GtkWidget *root, const char *label)
{
    GtkWidget *button = find_widget (root, GTK_TYPE_BUTTON, "label", label);
    g_assert_nonnull (button);
    wait_for (gtk_widget_is_sensitive (button));
    g_signal_emit_by_name (button, "clicked");
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
    g_autofree char *path = make_plan (fixture, "plan.upstand");
    UpstandWindow *window = open_path (fixture, path);
    UpstandStore *store = upstand_window_get_store (window);
    GtkWidget *dialog = open_table (fixture, window, table);
    g_assert_cmpuint (
        adw_combo_row_get_selected (ADW_COMBO_ROW (find_row (dialog, "Title"))), >, 0);
    g_assert_cmpuint (
        adw_combo_row_get_selected (ADW_COMBO_ROW (find_row (dialog, "Colour"))), ==, 0);

    /* Without a title nothing can be taken in, and the step says so before any check. */
    AdwComboRow *title = ADW_COMBO_ROW (find_row (dialog, "Title"));
    guint chosen = adw_combo_row_get_selected (title);
    adw_combo_row_set_selected (title, 0);
    GtkWidget *check = find_widget (dialog, GTK_TYPE_BUTTON, "label", "_Check");
    g_assert_false (gtk_widget_get_sensitive (check));
    /* A field that another column fills is taken from it. */
    AdwComboRow *colour = ADW_COMBO_ROW (find_row (dialog, "Colour"));
    adw_combo_row_set_selected (colour, chosen);
    adw_combo_row_set_selected (title, chosen);
    g_assert_cmpuint (adw_combo_row_get_selected (colour), ==, 0);

    click (dialog, "_Check");
    wait_for (step_of (dialog, "preview"));
    g_assert_nonnull (find_widget (dialog, GTK_TYPE_LABEL, "label",
        "2 rows can be taken in. 1 row is refused; nothing is saved of it."));
    GtkWidget *apply = find_widget (dialog, GTK_TYPE_BUTTON, "label", "_Take in 2 activities");
    g_assert_nonnull (apply);
    g_assert_false (gtk_widget_is_sensitive (apply));
    gtk_check_button_set_active (
        find_widget (step_of (dialog, "preview"), GTK_TYPE_CHECK_BUTTON, NULL, NULL), TRUE);
    click (dialog, "_Take in 2 activities");
    wait_for (count (store, &upstand_activity_type) == 2);
    GtkWidget *undo = NULL;
    gint64 latest = g_get_monotonic_time () + PATIENCE_US;
    while (!undo && g_get_monotonic_time () < latest) {
        g_main_context_iteration (NULL, FALSE);
        undo = find_widget (GTK_WIDGET (window->toasts), GTK_TYPE_BUTTON, "label", "Undo");
    }
    g_assert_nonnull (undo);
    g_signal_emit_by_name (undo, "clicked");
    wait_for (count (store, &upstand_activity_type) == 0);
}

/* The mapping of the last time is there the next time. */
static void
test_mapping_remembered (Fixture *fixture, gconstpointer data)
{
    static const char own[] = "What,Duty\nBrief the panel,1.1\n";
    g_autofree char *path = make_plan (fixture, "plan.upstand");
    UpstandWindow *window = open_path (fixture, path);
    GtkWidget *dialog = open_table (fixture, window, table);
    guint title = adw_combo_row_get_selected (ADW_COMBO_ROW (find_row (dialog, "Title")));
    guint duty = adw_combo_row_get_selected (ADW_COMBO_ROW (find_row (dialog, "Requirement")));
    gtk_window_close (GTK_WINDOW (dialog));

    dialog = open_table (fixture, window, own);
    adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (dialog, "What")), title);
    adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (dialog, "Duty")), duty);
    click (dialog, "_Check");
    wait_for (step_of (dialog, "preview"));
    gtk_window_close (GTK_WINDOW (dialog));

    dialog = open_table (fixture, window, own);
    g_assert_cmpuint (
        adw_combo_row_get_selected (ADW_COMBO_ROW (find_row (dialog, "What"))), ==, title);
    g_assert_cmpuint (
        adw_combo_row_get_selected (ADW_COMBO_ROW (find_row (dialog, "Duty"))), ==, duty);
    gtk_window_close (GTK_WINDOW (dialog));
    g_settings_reset (desk, "import-mapping");
}

/* Closed while a job runs: the job stops, and nothing is touched that has gone. */
static void
test_import_closed_early (Fixture *fixture, gconstpointer data)
{
    g_autofree char *path = make_plan (fixture, "plan.upstand");
    UpstandWindow *window = open_path (fixture, path);
    g_autoptr (GString) many = g_string_new ("Title,Requirement\n");
    for (int i = 0; i < 20000; i++)
        g_string_append_printf (many, "Activity %d,1.1\n", i);
    GtkWidget *dialog = open_table (fixture, window, many->str);
    click (dialog, "_Check");
    gtk_window_close (GTK_WINDOW (dialog));
    for (int i = 0; i < 400; i++) {
        g_main_context_iteration (NULL, FALSE);
        g_usleep (1000);
    }
    g_assert_cmpint (count (upstand_window_get_store (window), &upstand_activity_type), ==, 0);
}

int
main (int argc, char **argv)
{
    gtk_test_init (&argc, &argv);
    adw_init ();
    begin_application ();
    TEST ("/exchange-dialogs/export", test_export);
    TEST ("/exchange-dialogs/export-fails", test_export_fails);
    TEST ("/exchange-dialogs/import", test_import);
    TEST ("/exchange-dialogs/mapping-remembered", test_mapping_remembered);
    TEST ("/exchange-dialogs/import-closed-early", test_import_closed_early);
    int failed = g_test_run ();
    end_application ();
    return failed;
}
