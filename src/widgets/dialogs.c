/* SPDX-License-Identifier: MIT */
#include "widgets/dialogs.h"

#include <glib/gi18n.h>

#include "upstand-config.h"

/* What is remembered while a dialog is open. */
typedef struct {
    GWeakRef owner;
    UpstandFileChosen chosen;
    UpstandFilesChosen several;
    UpstandConfirmed confirmed;
} Question;

static Question *
question_new (gpointer owner, UpstandFileChosen chosen, UpstandConfirmed confirmed)
{
    Question *question = g_new0 (Question, 1);
    g_weak_ref_init (&question->owner, owner);
    question->chosen = chosen;
    question->confirmed = confirmed;
    return question;
}

static void
question_free (gpointer data, GClosure *closure)
{
    Question *question = data;
    g_weak_ref_clear (&question->owner);
    g_free (question);
}

GtkWindow *
upstand_dialogs_window_of (gpointer widget)
{
    if (!widget)
        return NULL;
    if (GTK_IS_WINDOW (widget))
        return widget;
    GtkRoot *root = gtk_widget_get_root (widget);
    return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *const *patterns)
{
    g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
    gtk_file_filter_set_name (filter, name);
    for (guint i = 0; patterns[i]; i++)
        gtk_file_filter_add_pattern (filter, patterns[i]);
    gtk_file_chooser_add_filter (chooser, filter);
}

static void
add_filters (GtkFileChooser *chooser, UpstandFiles files)
{
    static const char *const plans[] = { "*.upstand", "*.UPSTAND", NULL };
    static const char *const workbooks[] = { "*.xlsx", "*.XLSX", NULL };
    static const char *const texts[] = { "*.csv", "*.CSV", "*.tsv", "*.txt", NULL };
    static const char *const tables[] = { "*.xlsx", "*.XLSX", "*.csv", "*.CSV", "*.tsv", "*.txt",
        NULL };
    static const char *const pictures[] = { "*.png", "*.PNG", NULL };
    static const char *const documents[] = { "*.pdf", "*.PDF", NULL };
    static const char *const frameworks[] = { "*.json", NULL };
    static const char *const all[] = { "*", NULL };
    switch (files) {
    case UPSTAND_FILES_PLAN: add_filter (chooser, _ ("Upstand plans"), plans); break;
    case UPSTAND_FILES_WORKBOOK: add_filter (chooser, _ ("Excel workbooks"), workbooks); break;
    case UPSTAND_FILES_CSV: add_filter (chooser, _ ("CSV files"), texts); break;
    case UPSTAND_FILES_TABLE:
        add_filter (chooser, _ ("Excel workbooks and CSV files"), tables);
        break;
    case UPSTAND_FILES_PNG: add_filter (chooser, _ ("PNG pictures"), pictures); break;
    case UPSTAND_FILES_PDF: add_filter (chooser, _ ("PDF documents"), documents); break;
    case UPSTAND_FILES_FRAMEWORK: add_filter (chooser, _ ("Framework files"), frameworks); break;
    }
    add_filter (chooser, _ ("All files"), all);
}

static void
file_answered_cb (GtkNativeDialog *dialog, int response, Question *question)
{
    g_autoptr (GObject) owner = g_weak_ref_get (&question->owner);
    g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
    if (owner && file && response == GTK_RESPONSE_ACCEPT)
        question->chosen (file, owner);
    /* The chooser is nobody's child: it was kept for this answer. */
    g_object_unref (dialog);
}

static GtkFileChooserNative *
new_chooser (gpointer parent, const char *title, GtkFileChooserAction action, const char *accept,
    UpstandFileChosen chosen, gpointer owner)
{
    GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
        title, upstand_dialogs_window_of (parent), action, accept, NULL);
    gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
    g_signal_connect_data (dialog, "response", G_CALLBACK (file_answered_cb),
        question_new (owner, chosen, NULL), question_free, 0);
    return dialog;
}

void
upstand_dialogs_open_file (gpointer parent, const char *title, UpstandFiles files,
    UpstandFileChosen chosen, gpointer owner)
{
    GtkFileChooserNative *dialog =
        new_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), chosen, owner);
    add_filters (GTK_FILE_CHOOSER (dialog), files);
    gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
files_answered_cb (GtkNativeDialog *dialog, int response, Question *question)
{
    g_autoptr (GObject) owner = g_weak_ref_get (&question->owner);
    g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
    if (owner && files && response == GTK_RESPONSE_ACCEPT)
        question->several (files, owner);
    g_object_unref (dialog);
}

void
upstand_dialogs_open_files (gpointer parent, const char *title, UpstandFiles files,
    UpstandFilesChosen chosen, gpointer owner)
{
    GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
        title, upstand_dialogs_window_of (parent), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), NULL);
    Question *question = question_new (owner, NULL, NULL);
    question->several = chosen;
    gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
    gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
    add_filters (GTK_FILE_CHOOSER (dialog), files);
    g_signal_connect_data (
        dialog, "response", G_CALLBACK (files_answered_cb), question, question_free, 0);
    gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
upstand_dialogs_save_file (gpointer parent, const char *title, UpstandFiles files, GFile *folder,
    const char *name, UpstandFileChosen chosen, gpointer owner)
{
    GtkFileChooserNative *dialog =
        new_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), chosen, owner);
    add_filters (GTK_FILE_CHOOSER (dialog), files);
    if (folder)
        gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
    gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
upstand_dialogs_open_folder (
    gpointer parent, const char *title, UpstandFileChosen chosen, gpointer owner)
{
    GtkFileChooserNative *dialog = new_chooser (
        parent, title, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Choose"), chosen, owner);
    gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

typedef struct {
    GObject *owner;
    UpstandConfirmed confirmed;
} Answer;

static gboolean
confirmed_cb (gpointer data)
{
    Answer *answer = data;
    answer->confirmed (answer->owner);
    g_object_unref (answer->owner);
    g_free (answer);
    return G_SOURCE_REMOVE;
}

/* Done once the dialog has gone: what was confirmed may close the window it belongs to. */
static void
confirm_answered_cb (AdwMessageDialog *dialog, const char *response, Question *question)
{
    GObject *owner = g_str_equal (response, "accept") ? g_weak_ref_get (&question->owner) : NULL;
    if (!owner)
        return;
    Answer *answer = g_new0 (Answer, 1);
    answer->owner = owner;
    answer->confirmed = question->confirmed;
    g_idle_add_full (G_PRIORITY_DEFAULT, confirmed_cb, answer, NULL);
}

void
upstand_dialogs_confirm (gpointer parent, const char *heading, const char *body, const char *accept,
    gboolean destructive, UpstandConfirmed confirmed, gpointer owner)
{
    AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (
        adw_message_dialog_new (upstand_dialogs_window_of (parent), heading, body));
    adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "accept", accept, NULL);
    adw_message_dialog_set_close_response (dialog, "cancel");
    adw_message_dialog_set_default_response (dialog, destructive ? "cancel" : "accept");
    adw_message_dialog_set_response_appearance (
        dialog, "accept", destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
    g_signal_connect_data (dialog, "response", G_CALLBACK (confirm_answered_cb),
        question_new (owner, NULL, confirmed), question_free, 0);
    gtk_window_present (GTK_WINDOW (dialog));
}

void
upstand_dialogs_say (gpointer parent, const char *heading, const char *body)
{
    AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (
        adw_message_dialog_new (upstand_dialogs_window_of (parent), heading, body));
    adw_message_dialog_add_response (dialog, "close", _ ("_Close"));
    adw_message_dialog_set_close_response (dialog, "close");
    adw_message_dialog_set_default_response (dialog, "close");
    gtk_window_present (GTK_WINDOW (dialog));
}

void
upstand_dialogs_about (gpointer parent)
{
    adw_show_about_window (upstand_dialogs_window_of (parent), "application-name", _ ("Upstand"),
        "application-icon", UPSTAND_APPLICATION_ID, "version", UPSTAND_VERSION, "license-type",
        GTK_LICENSE_MIT_X11, "developer-name", _ ("The Upstand contributors"), "comments",
        _ ("A police force’s plan against violence against women and girls, on one "
           "desk. Your login and your post are written beside each change; nothing "
           "leaves this computer unless you send it."),
        NULL);
}

static void
folder_shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (GFile) file = user_data;
    g_autoptr (GVariant) answer =
        g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
    if (answer)
        return;
    /* No file manager answers by name: the folder alone, by whatever opens folders. */
    g_autoptr (GFile) folder = g_file_get_parent (file);
    g_autofree char *uri = g_file_get_uri (folder ? folder : file);
    gtk_show_uri (NULL, uri, GDK_CURRENT_TIME);
}

void
upstand_dialogs_show_in_folder (gpointer parent, GFile *file)
{
    GDBusConnection *bus = g_application_get_dbus_connection (g_application_get_default ());
    if (!bus)
        return;
    g_autofree char *uri = g_file_get_uri (file);
    const char *uris[] = { uri, NULL };
    g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
        "org.freedesktop.FileManager1", "ShowItems", g_variant_new ("(^ass)", uris, ""), NULL,
        G_DBUS_CALL_FLAGS_NONE, -1, NULL, folder_shown_cb, g_object_ref (file));
}
