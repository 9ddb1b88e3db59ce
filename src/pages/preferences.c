/* SPDX-License-Identifier: MIT */
#include "pages/preferences.h"

#include <glib/gi18n.h>

#include "rules/thresholds.h"
#include "widgets/desk.h"
#include "widgets/dialogs.h"

#define SETTING "threshold-%s"

struct _UpstandPreferences {
    AdwPreferencesWindow parent_instance;

    GSettings *desk;
    UpstandStore *store;
    AdwActionRow *folder_row;
};

G_DEFINE_FINAL_TYPE (UpstandPreferences, upstand_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static AdwPreferencesPage *
add_page (UpstandPreferences *self, const char *title, const char *icon_name)
{
    AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
    adw_preferences_page_set_title (page, title);
    adw_preferences_page_set_icon_name (page, icon_name);
    adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), page);
    return page;
}

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page, const char *title, const char *description)
{
    AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
    adw_preferences_group_set_title (group, title);
    adw_preferences_group_set_description (group, description);
    adw_preferences_page_add (page, group);
    return group;
}

/* A row of words to choose from, standing where @key says. */
static AdwComboRow *
add_choice (UpstandPreferences *self, AdwPreferencesGroup *group, const char *title,
    const char *subtitle, const char *const *words, const char *key, GCallback chosen)
{
    AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
    g_autoptr (GtkStringList) list = gtk_string_list_new (words);
    adw_combo_row_set_model (row, G_LIST_MODEL (list));
    adw_combo_row_set_selected (row, upstand_desk_get_number (self->desk, key, 0));
    g_signal_connect_swapped (row, "notify::selected", chosen, self);
    g_object_set_data (G_OBJECT (row), "key", (gpointer)key);
    adw_preferences_group_add (group, GTK_WIDGET (row));
    return row;
}

static void
choice_made_cb (UpstandPreferences *self, GParamSpec *pspec, AdwComboRow *row)
{
    upstand_desk_set_number (
        self->desk, g_object_get_data (G_OBJECT (row), "key"), adw_combo_row_get_selected (row));
}

static void
dates_chosen_cb (UpstandPreferences *self, GParamSpec *pspec, AdwComboRow *row)
{
    choice_made_cb (self, pspec, row);
    upstand_date_set_usual_style (adw_combo_row_get_selected (row));
}

static void
restart_confirmed_cb (gpointer owner)
{
    UpstandPreferences *self = owner;
    GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
    gtk_window_close (GTK_WINDOW (self));
    if (window)
        gtk_widget_activate_action (GTK_WIDGET (window), "app.restart", NULL);
}

static void
language_chosen_cb (UpstandPreferences *self, GParamSpec *pspec, AdwComboRow *row)
{
    choice_made_cb (self, pspec, row);
    upstand_dialogs_confirm (self, _ ("Start again in the new language?"),
        _ ("The window closes and comes back at once, with the same plan, where you are now. "
           "Otherwise the language changes the next time you start."),
        _ ("_Start again"), FALSE, restart_confirmed_cb, self);
}

static void
post_typed_cb (UpstandPreferences *self, AdwEntryRow *row)
{
    g_autofree char *post = g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));
    g_strstrip (post);
    upstand_desk_set_text (self->desk, "post", post);
    if (self->store && *post)
        upstand_store_set_post (self->store, post);
}

static void
show_folder (UpstandPreferences *self)
{
    g_autofree char *uri = upstand_desk_get_text (self->desk, "backup-folder");
    g_autoptr (GFile) folder = *uri ? g_file_new_for_uri (uri) : NULL;
    g_autofree char *path = folder ? g_file_get_path (folder) : NULL;
    g_autofree char *shown = path ? g_filename_display_name (path) : NULL;
    adw_action_row_set_subtitle (self->folder_row, shown ? shown : _ ("Beside the plan"));
}

static void
folder_chosen_cb (GFile *file, gpointer owner)
{
    UpstandPreferences *self = owner;
    g_autofree char *uri = g_file_get_uri (file);
    upstand_desk_set_text (self->desk, "backup-folder", uri);
    show_folder (self);
}

static void
folder_asked_cb (UpstandPreferences *self)
{
    upstand_dialogs_open_folder (self, _ ("Where backups are kept"), folder_chosen_cb, self);
}

static void
backup_asked_cb (UpstandPreferences *self)
{
    GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
    gtk_window_close (GTK_WINDOW (self));
    if (window)
        gtk_widget_activate_action (GTK_WIDGET (window), "win.back-up", NULL);
}

static GtkWidget *
add_button_row (AdwPreferencesGroup *group, const char *title, const char *button_words,
    GCallback clicked, UpstandPreferences *self)
{
    GtkWidget *row = adw_action_row_new ();
    adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
    GtkWidget *button = gtk_button_new_with_mnemonic (button_words);
    gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
    g_signal_connect_swapped (button, "clicked", clicked, self);
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
    adw_preferences_group_add (group, row);
    return row;
}

static void
add_person (UpstandPreferences *self)
{
    const char *const languages[] = { _ ("The system’s"), "English", "Cymraeg", NULL };
    UpstandDay example = upstand_date_new (2022, 3, 31);
    UpstandDateStyle usual = upstand_date_get_usual_style ();
    upstand_date_set_usual_style (UPSTAND_DATE_SHORT);
    g_autofree char *brief = upstand_date_format (example, UPSTAND_DATE_SHORT);
    upstand_date_set_usual_style (usual);
    g_autofree char *longer = upstand_date_format (example, UPSTAND_DATE_LONG);
    g_autofree char *figures = upstand_date_format (example, UPSTAND_DATE_NUMERIC);
    const char *const dates[] = { brief, longer, figures, NULL };
    const char *const classes[] = { "OFFICIAL", "OFFICIAL-SENSITIVE", NULL };

    AdwPreferencesPage *page = add_page (self, _ ("You"), "avatar-default-symbolic");
    AdwPreferencesGroup *group = add_group (page, NULL, NULL);
    AdwEntryRow *post = ADW_ENTRY_ROW (adw_entry_row_new ());
    adw_preferences_row_set_title (
        ADW_PREFERENCES_ROW (post), _ ("Your post, not your name (for example: VAWG lead)"));
    g_autofree char *said = upstand_desk_get_text (self->desk, "post");
    gtk_editable_set_text (GTK_EDITABLE (post), *said || !self->store ? said
                                                : upstand_store_get_post (self->store)
                                                    ? upstand_store_get_post (self->store)
                                                    : "");
    g_signal_connect_swapped (post, "changed", G_CALLBACK (post_typed_cb), self);
    adw_preferences_group_add (group, GTK_WIDGET (post));

    add_choice (
        self, group, _ ("Language"), NULL, languages, "language", G_CALLBACK (language_chosen_cb));
    add_choice (self, group, _ ("Dates"), _ ("They can be typed in any of these ways"), dates,
        "date-style", G_CALLBACK (dates_chosen_cb));
    add_choice (self, group, _ ("Classification of exports"),
        _ ("Proposed each time, and can be changed there"), classes, "classification",
        G_CALLBACK (choice_made_cb));

    group = add_group (page, _ ("Backups"),
        _ ("One file that holds the whole plan. Upstand also makes one by itself before a new "
           "version changes how a plan is kept."));
    self->folder_row = ADW_ACTION_ROW (
        add_button_row (group, _ ("Kept in"), _ ("_Choose…"), G_CALLBACK (folder_asked_cb), self));
    show_folder (self);
    if (self->store)
        add_button_row (group, _ ("This plan, as it is now"), _ ("_Back up now…"),
            G_CALLBACK (backup_asked_cb), self);
}

/* All that was changed is one step of history, written when the window closes. */
static gboolean
closed_cb (UpstandPreferences *self)
{
    if (!self->store || upstand_store_is_read_only (self->store))
        return GDK_EVENT_PROPAGATE;
    g_autoptr (GError) error = NULL;
    gboolean begun = FALSE, kept = TRUE;
    for (guint i = 0; i < UPSTAND_N_THRESHOLDS && kept; i++) {
        const UpstandThreshold *threshold = &upstand_thresholds[i];
        GtkSpinButton *spin = g_object_get_data (G_OBJECT (self), threshold->key);
        gtk_spin_button_update (spin);
        int value = gtk_spin_button_get_value_as_int (spin);
        g_autofree char *name = g_strdup_printf (SETTING, threshold->key);
        g_autofree char *before = upstand_store_get_setting (self->store, name);
        if (value == (before ? atoi (before) : threshold->usual))
            continue;
        if (!begun)
            begun = kept =
                upstand_store_begin (self->store, _ ("Change the rules’ numbers"), &error);
        g_autofree char *text = g_strdup_printf ("%d", value);
        kept = kept && upstand_store_set_setting (self->store, name, text, &error);
    }
    if (begun && kept)
        kept = upstand_store_commit (self->store, &error);
    else if (begun)
        upstand_store_rollback (self->store);
    GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
    if (!kept)
        upstand_dialogs_say (window, _ ("The numbers could not be saved"), error->message);
    return GDK_EVENT_PROPAGATE;
}

static void
usual_asked_cb (UpstandPreferences *self)
{
    for (guint i = 0; i < UPSTAND_N_THRESHOLDS; i++) {
        GtkSpinButton *spin = g_object_get_data (G_OBJECT (self), upstand_thresholds[i].key);
        gtk_spin_button_set_value (spin, upstand_thresholds[i].usual);
    }
}

static void
add_plan (UpstandPreferences *self)
{
    AdwPreferencesPage *page = add_page (self, _ ("Rules"), "preferences-system-symbolic");
    AdwPreferencesGroup *group = add_group (page, _ ("When a duty slips"),
        _ ("These numbers belong to the plan and hold for everyone who opens it. Each change is in "
           "its history."));
    gboolean read_only = upstand_store_is_read_only (self->store);
    for (guint i = 0; i < UPSTAND_N_THRESHOLDS; i++) {
        const UpstandThreshold *threshold = &upstand_thresholds[i];
        g_autofree char *name = g_strdup_printf (SETTING, threshold->key);
        g_autofree char *kept = upstand_store_get_setting (self->store, name);
        GtkWidget *spin = gtk_spin_button_new_with_range (threshold->least, threshold->most, 1);
        gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), kept ? atoi (kept) : threshold->usual);
        gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
        gtk_widget_set_sensitive (spin, !read_only);
        g_object_set_data (G_OBJECT (self), threshold->key, spin);
        GtkWidget *row = adw_action_row_new ();
        const char *label = upstand_threshold_get_label (threshold);
        adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
        adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
        adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
        gtk_accessible_update_property (
            GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
        adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
        adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
        adw_preferences_group_add (group, row);
    }
    if (!read_only)
        add_button_row (add_group (page, NULL, NULL), _ ("As they were proposed"),
            _ ("_Put all back"), G_CALLBACK (usual_asked_cb), self);
}

static void
upstand_preferences_dispose (GObject *object)
{
    UpstandPreferences *self = UPSTAND_PREFERENCES (object);
    g_clear_object (&self->desk);
    g_clear_object (&self->store);
    G_OBJECT_CLASS (upstand_preferences_parent_class)->dispose (object);
}

static void
upstand_preferences_class_init (UpstandPreferencesClass *klass)
{
    G_OBJECT_CLASS (klass)->dispose = upstand_preferences_dispose;
}

static void
upstand_preferences_init (UpstandPreferences *self)
{
}

GtkWidget *
upstand_preferences_new (GSettings *desk, UpstandStore *store)
{
    UpstandPreferences *self =
        g_object_new (UPSTAND_TYPE_PREFERENCES, "title", _ ("Preferences"), NULL);
    g_set_object (&self->desk, desk);
    g_set_object (&self->store, store);
    if (desk)
        add_person (self);
    if (store)
        add_plan (self);
    g_signal_connect (self, "close-request", G_CALLBACK (closed_cb), NULL);
    return GTK_WIDGET (self);
}
