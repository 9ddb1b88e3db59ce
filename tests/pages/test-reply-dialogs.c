/* SPDX-License-Identifier: MIT */
#include "exchange/form.h"
#include "pages/send-out-dialog.h"
#include "pages/take-in-dialog.h"
#include "records/census.h"
#include "records/dated-update.h"
#include "records/headcount.h"
#include "records/export-log.h"
#include "records/unit.h"
#include "window-fixture.h"

#define OWNER "Head of Crime"

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

static gint64
add_owned (UpstandStore *store, const char *title)
{
    gint64 id = add_activity (store, title);
    g_autoptr (UpstandActivity) kept = upstand_store_get (store, &upstand_activity_type, id, NULL);
    g_autoptr (UpstandActivity) copy = upstand_record_copy (kept);
    copy->owner = g_strdup (OWNER);
    g_assert_true (upstand_store_save (store, copy, NULL));
    return id;
}

static UpstandActivity *
get_activity (UpstandStore *store, gint64 id)
{
    return upstand_store_get (store, &upstand_activity_type, id, NULL);
}

/* A reply as the sheet of a form that was saved as CSV. */
static GFile *
write_reply (
    Fixture *fixture, UpstandStore *store, const char *name, gint64 activity, const char *answers)
{
    g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
    UpstandFormIdentity identity = { .kind = (char *)"updates",
        .plan = upstand_database_number (
            upstand_store_get_database (store), 0, NULL, "SELECT MIN(id) FROM batch", ""),
        .subject = (char *)OWNER };
    g_autofree char *mark = upstand_form_identity_to_text (&identity);
    g_autofree char *text = g_strdup_printf ("%s,title,state,percent,update,new-due,reason\n"
                                             ",Activity,State,Percent,Update,New date,Why\n"
                                             "%" G_GINT64_FORMAT ",Title,%s\n",
        mark, activity, answers);
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
    return g_file_new_for_path (path);
}

static void
open_files (GtkWidget *dialog, GFile *one, GFile *other)
{
    g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
    g_list_store_append (files, one);
    if (other)
        g_list_store_append (files, other);
    upstand_take_in_dialog_open (UPSTAND_TAKE_IN_DIALOG (dialog), G_LIST_MODEL (files));
}

static GtkWidget *
find_apply (GtkWidget *dialog, const char *label)
{
    return find_widget (dialog, GTK_TYPE_BUTTON, "label", label);
}

static void
test_send (Fixture *fixture, gconstpointer data)
{
    g_autofree char *path = make_plan (fixture, "plan.upstand");
    UpstandWindow *window = open_path (fixture, path);
    UpstandStore *store = upstand_window_get_store (window);
    UpstandDay today = upstand_date_new (2022, 10, 3);

    /* Nobody to ask: the reason stands there, and nothing can be written. */
    GtkWidget *dialog = present_dialog (
        window, upstand_send_out_dialog_new (store, UPSTAND_REPLIES_UPDATES, 0, today));
    GtkWidget *button = find_widget (dialog, GTK_TYPE_BUTTON, "label", "Choose a _folder…");
    g_assert_false (gtk_widget_get_sensitive (button));
    gtk_window_close (GTK_WINDOW (dialog));

    add_owned (store, "Train the supervisors");
    dialog = present_dialog (
        window, upstand_send_out_dialog_new (store, UPSTAND_REPLIES_UPDATES, 0, today));
    button = find_widget (dialog, GTK_TYPE_BUTTON, "label", "Choose a _folder…");
    g_assert_true (gtk_widget_get_sensitive (button));
    GtkWidget *due = find_widget (dialog, ADW_TYPE_ENTRY_ROW, "title", "_Wanted by");
    g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (due)), ==, "17 Oct 2022");
    g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
    gtk_editable_set_text (GTK_EDITABLE (due), "some day");
    upstand_send_out_dialog_write (UPSTAND_SEND_OUT_DIALOG (dialog), folder);
    g_assert_true (gtk_widget_has_css_class (due, "error"));
    gtk_editable_set_text (GTK_EDITABLE (due), "1 Nov");
    upstand_send_out_dialog_write (UPSTAND_SEND_OUT_DIALOG (dialog), folder);
    wait_for (count (store, &upstand_export_log_type) == 1);
    g_autofree char *written = g_build_filename (fixture->folder,
        "Mereshire Police updates 2022-10-03 Head of Crime OFFICIAL-SENSITIVE.xlsx", NULL);
    g_assert_true (g_file_test (written, G_FILE_TEST_EXISTS));
    wait_for (find_widget (GTK_WIDGET (window), GTK_TYPE_BUTTON, "label", "Show in folder"));
}

static void
test_take (Fixture *fixture, gconstpointer data)
{
    g_autofree char *path = make_plan (fixture, "plan.upstand");
    UpstandWindow *window = open_path (fixture, path);
    UpstandStore *store = upstand_window_get_store (window);
    gint64 id = add_owned (store, "Train the supervisors");
    g_autoptr (GFile) reply = write_reply (
        fixture, store, "reply.csv", id, "In progress,40,Two courses held.,1/12/2022,No room.");
    g_autoptr (GFile) other = write_reply (fixture, store, "other.csv", id, ",60,,,");
    g_autoptr (GFile) bad = write_reply (fixture, store, "bad.csv", id, ",many,,,");
    GtkWidget *dialog =
        present_dialog (window, upstand_take_in_dialog_new (store, UPSTAND_REPLIES_UPDATES, 0,
                                    upstand_date_new (2022, 10, 3)));

    /* A wrong reply is shown and does not hold the other up. */
    open_files (dialog, reply, bad);
    wait_for (find_apply (dialog, "_Take in 4 changes"));
    g_assert_true (gtk_widget_get_sensitive (find_apply (dialog, "_Take in 4 changes")));

    /* Two replies that differ have to be decided first. */
    open_files (dialog, reply, other);
    wait_for (find_apply (dialog, "_Take in 3 changes"));
    GtkWidget *apply = find_apply (dialog, "_Take in 3 changes");
    g_assert_false (gtk_widget_get_sensitive (apply));
    GtkWidget *row = find_widget (dialog, ADW_TYPE_ACTION_ROW, "title", "60");
    g_assert_nonnull (row);
    GtkWidget *choice = adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row));
    gtk_check_button_set_active (GTK_CHECK_BUTTON (choice), TRUE);
    g_assert_true (gtk_widget_get_sensitive (apply));
    g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (apply)), ==, "_Take in 4 changes");
    g_signal_emit_by_name (apply, "clicked");
    wait_for (count (store, &upstand_dated_update_type) == 2);

    g_autoptr (UpstandActivity) taken = get_activity (store, id);
    g_assert_cmpint (taken->percent, ==, 60);
    g_assert_cmpuint (taken->state, ==, UPSTAND_ACTIVITY_IN_PROGRESS);
    g_assert_cmpuint (taken->due, ==, upstand_date_new (2022, 12, 1));
    wait_for (find_widget (GTK_WIDGET (window), GTK_TYPE_BUTTON, "label", "Undo") != NULL);
    g_assert_true (upstand_store_undo (store, NULL));
    g_autoptr (UpstandActivity) back = get_activity (store, id);
    g_assert_cmpint (back->percent, ==, 0);
    g_assert_cmpuint (back->due, ==, 0);
}

static void
save (UpstandStore *store, gpointer record)
{
    g_autoptr (GError) error = NULL;
    upstand_store_save (store, record, &error);
    g_assert_no_error (error);
}

/* A plain table with headings of its own: what they are is chosen, and remembered. */
static void
test_table (Fixture *fixture, gconstpointer data)
{
    g_autofree char *path = make_plan (fixture, "plan.upstand");
    UpstandWindow *window = open_path (fixture, path);
    UpstandStore *store = upstand_window_get_store (window);
    g_autoptr (UpstandUnit) unit = upstand_record_new (&upstand_unit_type);
    g_autoptr (UpstandCensus) census = upstand_record_new (&upstand_census_type);
    unit->name = g_strdup ("North");
    census->as_at = upstand_date_new (2022, 9, 30);
    save (store, unit);
    save (store, census);
    g_autofree char *table = g_build_filename (fixture->folder, "hr.csv", NULL);
    g_assert_true (g_file_set_contents (
        table, "Unit,Skill,Workforce,Bodies\nNorth,initial response,officers,12\n", -1, NULL));
    g_autoptr (GFile) file = g_file_new_for_path (table);
    GtkWidget *dialog =
        present_dialog (window, upstand_take_in_dialog_new (store, UPSTAND_REPLIES_HEADCOUNT,
                                    UPSTAND_RECORD (census)->id, upstand_date_new (2022, 10, 3)));
    open_files (dialog, file, NULL);
    wait_for (find_widget (dialog, ADW_TYPE_COMBO_ROW, "title", "Bodies") != NULL);
    g_assert_false (gtk_widget_get_sensitive (find_apply (dialog, "_Take in 0 changes")));
    AdwComboRow *row = find_widget (dialog, ADW_TYPE_COMBO_ROW, "title", "Bodies");
    adw_combo_row_set_selected (row, 5 + UPSTAND_COUNT_IN_POST);
    wait_for (find_widget (dialog, ADW_TYPE_COMBO_ROW, "title", "Skill") != NULL &&
              gtk_widget_get_sensitive (find_widget (dialog, GTK_TYPE_STACK, NULL, NULL)));
    row = find_widget (dialog, ADW_TYPE_COMBO_ROW, "title", "Skill");
    adw_combo_row_set_selected (row, 2);
    wait_for (find_apply (dialog, "_Take in 1 change") != NULL);
    g_signal_emit_by_name (find_apply (dialog, "_Take in 1 change"), "clicked");
    wait_for (count (store, &upstand_headcount_type) == 1);
    wait_for (find_widget (GTK_WIDGET (window), GTK_TYPE_BUTTON, "label", "Undo") != NULL);
    g_autofree char *mapping = upstand_store_get_setting (store, UPSTAND_SETTING_HEADCOUNT_MAPPING);
    g_assert_cmpstr (mapping, ==, "Bodies\tin-post\nSkill\tcapability\n");
}

int
main (int argc, char *argv[])
{
    gtk_test_init (&argc, &argv);
    adw_init ();
    begin_application ();
    TEST ("/reply-dialogs/send-out", test_send);
    TEST ("/reply-dialogs/take-in", test_take);
    TEST ("/reply-dialogs/table", test_table);
    int result = g_test_run ();
    end_application ();
    return result;
}
