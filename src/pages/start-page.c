/* SPDX-License-Identifier: MIT */
#include "pages/start-page.h"

#include <glib/gi18n.h>

#include "records/force.h"
#include "records/framework.h"
#include "rules/period.h"
#include "widgets/dialogs.h"

struct _UpstandStartPage {
    AdwBin parent_instance;

    UpstandForces *forces;
    GArray *starts; /* of UpstandDay, as in the list of years */
    GFile *file; /* chosen by the person; NULL: in the usual folder */
    char *force;

    AdwActionRow *force_row;
    GtkMenuButton *force_button;
    GtkEditable *force_search;
    GtkListBox *force_list;
    GtkWidget *force_typed;
    AdwComboRow *year_row;
    GtkEditable *post_row;
    AdwActionRow *place_row;
    GtkWidget *create;
};

G_DEFINE_FINAL_TYPE (UpstandStartPage, upstand_start_page, ADW_TYPE_BIN)

GFile *
upstand_start_page_get_folder (void)
{
    g_autofree char *path = g_build_filename (g_get_user_data_dir (), "upstand", NULL);
    g_mkdir_with_parents (path, 0700);
    return g_file_new_for_path (path);
}

/* A file name that every system takes, from the force's name. */
static char *
propose_name (UpstandStartPage *self)
{
    g_autofree char *name = g_strdup (self->force ? self->force : _ ("Plan"));
    g_strdelimit (name, "/\\:*?\"<>|", '-');
    g_strstrip (name);
    return g_strdup (*name && *name != '.' ? name : _ ("Plan"));
}

/* The chosen file, or the first name that is free in the usual folder. */
static GFile *
find_place (UpstandStartPage *self)
{
    if (self->file)
        return g_object_ref (self->file);
    g_autoptr (GFile) folder = upstand_start_page_get_folder ();
    g_autofree char *name = propose_name (self);
    for (int n = 1;; n++) {
        g_autofree char *whole = n == 1 ? g_strdup_printf ("%s.upstand", name)
                                        : g_strdup_printf ("%s %d.upstand", name, n);
        g_autoptr (GFile) file = g_file_get_child (folder, whole);
        if (!g_file_query_exists (file, NULL))
            return g_steal_pointer (&file);
    }
}

static void
update (UpstandStartPage *self)
{
    gtk_widget_set_sensitive (self->create, self->force != NULL);
    adw_action_row_set_subtitle (
        self->force_row, self->force ? self->force : _ ("Choose it from the list"));
    g_autoptr (GFile) file = find_place (self);
    g_autofree char *path = g_file_get_path (file);
    g_autofree char *shown = path ? g_filename_display_name (path) : g_strdup ("");
    adw_action_row_set_subtitle (self->place_row, shown);
}

static void
set_force (UpstandStartPage *self, const char *force)
{
    g_free (self->force);
    self->force = g_strdup (force);
    gtk_menu_button_popdown (self->force_button);
    update (self);
}

static const char *
name_of (const UpstandForce *force)
{
    return upstand_text_in_language (&force->name, g_get_language_names ()[0]);
}

static gboolean
filter_force (GtkListBoxRow *row, gpointer user_data)
{
    UpstandStartPage *self = user_data;
    const UpstandForce *force = g_object_get_data (G_OBJECT (row), "force");
    g_autofree char *typed = g_utf8_casefold (gtk_editable_get_text (self->force_search), -1);
    g_strstrip (typed);
    if (!force)
        return *typed != 0;
    g_autofree char *one = g_utf8_casefold (name_of (force), -1);
    g_autofree char *other = g_utf8_casefold (force->name.en, -1);
    return strstr (one, typed) || strstr (other, typed);
}

static void
force_typed_cb (UpstandStartPage *self)
{
    g_autofree char *typed = g_strdup (gtk_editable_get_text (self->force_search));
    g_strstrip (typed);
    g_autofree char *words = g_strdup_printf (_ ("Another force: “%s”"), typed);
    gtk_label_set_label (
        GTK_LABEL (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self->force_typed))), words);
    gtk_list_box_invalidate_filter (self->force_list);
}

static void
force_chosen_cb (UpstandStartPage *self, GtkListBoxRow *row)
{
    const UpstandForce *force = g_object_get_data (G_OBJECT (row), "force");
    g_autofree char *typed = g_strdup (gtk_editable_get_text (self->force_search));
    g_strstrip (typed);
    if (force)
        set_force (self, name_of (force));
    else if (*typed)
        set_force (self, typed);
}

/* Enter in the search takes the first force that is left. */
static void
force_entered_cb (UpstandStartPage *self)
{
    for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->force_list)); row;
         row = gtk_widget_get_next_sibling (row)) {
        if (!filter_force (GTK_LIST_BOX_ROW (row), self))
            continue;
        force_chosen_cb (self, GTK_LIST_BOX_ROW (row));
        return;
    }
}

static GtkWidget *
new_force_row (const char *name)
{
    GtkWidget *row = gtk_list_box_row_new ();
    GtkWidget *label = gtk_label_new (name);
    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
    return row;
}

static void
fill_forces (GtkMenuButton *button, gpointer user_data)
{
    UpstandStartPage *self = user_data;
    if (gtk_menu_button_get_popover (button))
        return;
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
    GtkWidget *search = gtk_search_entry_new ();
    self->force_search = GTK_EDITABLE (search);
    g_object_set (search, "placeholder-text", _ ("Search forces"), NULL);
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search forces"), -1);
    gtk_box_append (GTK_BOX (box), search);
    GtkWidget *list = gtk_list_box_new ();
    self->force_list = GTK_LIST_BOX (list);
    gtk_widget_add_css_class (list, "navigation-sidebar");
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Forces"), -1);
    if (!self->forces)
        self->forces = upstand_forces_load (NULL);
    for (gsize i = 0; self->forces && i < self->forces->n_forces; i++) {
        const UpstandForce *force = &self->forces->forces[i];
        if (g_strcmp0 (force->kind, "sample") == 0)
            continue;
        GtkWidget *row = new_force_row (name_of (force));
        g_object_set_data (G_OBJECT (row), "force", (gpointer)force);
        gtk_list_box_append (self->force_list, row);
    }
    self->force_typed = new_force_row ("");
    gtk_list_box_append (self->force_list, self->force_typed);
    gtk_list_box_set_filter_func (self->force_list, filter_force, self, NULL);
    GtkWidget *scroller = gtk_scrolled_window_new ();
    gtk_widget_set_size_request (scroller, 320, 300);
    gtk_scrolled_window_set_policy (
        GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
    gtk_box_append (GTK_BOX (box), scroller);
    g_signal_connect_swapped (search, "search-changed", G_CALLBACK (force_typed_cb), self);
    g_signal_connect_swapped (search, "activate", G_CALLBACK (force_entered_cb), self);
    g_signal_connect_swapped (list, "row-activated", G_CALLBACK (force_chosen_cb), self);
    GtkWidget *popover = gtk_popover_new ();
    g_signal_connect_swapped (search, "stop-search", G_CALLBACK (gtk_popover_popdown), popover);
    gtk_popover_set_child (GTK_POPOVER (popover), box);
    gtk_menu_button_set_popover (button, popover);
    gtk_widget_grab_focus (search);
}

static void
place_chosen_cb (GFile *file, gpointer owner)
{
    UpstandStartPage *self = owner;
    g_set_object (&self->file, file);
    update (self);
}

static void
place_asked_cb (UpstandStartPage *self)
{
    g_autoptr (GFile) place = find_place (self);
    g_autoptr (GFile) folder = g_file_get_parent (place);
    g_autofree char *name = g_file_get_basename (place);
    upstand_dialogs_save_file (self, _ ("Where the plan is kept"), UPSTAND_FILES_PLAN, folder, name,
        place_chosen_cb, self);
}

static void
create_cb (UpstandStartPage *self)
{
    if (!self->force)
        return;
    guint chosen = adw_combo_row_get_selected (self->year_row);
    UpstandDay start =
        chosen < self->starts->len ? g_array_index (self->starts, UpstandDay, chosen) : 0;
    g_autofree char *post = g_strdup (gtk_editable_get_text (self->post_row));
    g_strstrip (post);
    g_autoptr (GFile) file = find_place (self);
    g_autofree char *path = g_file_get_path (file);
    gtk_widget_activate_action (
        GTK_WIDGET (self), "win.create-plan", "(suss)", self->force, start, post, path ? path : "");
}

/* The financial years a plan can begin in: from the framework's launch to the one after today's. */
static void
fill_years (UpstandStartPage *self, UpstandDay today)
{
    g_autoptr (UpstandFramework) framework = upstand_framework_load_default (NULL);
    UpstandDay launched = framework ? framework->edition.launched : today;
    UpstandPeriod year = upstand_period_current (UPSTAND_PERIOD_YEARLY, launched);
    g_autoptr (GtkStringList) years = gtk_string_list_new (NULL);
    guint current = 0;
    for (guint n = 0; year.start <= today || n < 2; n++) {
        g_autofree char *label = upstand_period_label (&year);
        UpstandDay start = n == 0 ? 0 : year.start;
        g_autofree char *day = upstand_date_format (n == 0 ? launched : start, UPSTAND_DATE_LONG);
        g_autofree char *words = g_strdup_printf (
            n == 0 ? _ ("%s, from the framework’s launch on %s") : _ ("%s, from %s"), label, day);
        gtk_string_list_append (years, words);
        g_array_append_val (self->starts, start);
        if (upstand_period_contains (&year, today))
            current = n;
        year = upstand_period_next (&year);
    }
    adw_combo_row_set_model (self->year_row, G_LIST_MODEL (years));
    adw_combo_row_set_selected (self->year_row, current);
}

static void
upstand_start_page_finalize (GObject *object)
{
    UpstandStartPage *self = UPSTAND_START_PAGE (object);
    g_clear_pointer (&self->forces, upstand_forces_free);
    g_clear_pointer (&self->starts, g_array_unref);
    g_clear_object (&self->file);
    g_free (self->force);
    G_OBJECT_CLASS (upstand_start_page_parent_class)->finalize (object);
}

static void
upstand_start_page_dispose (GObject *object)
{
    adw_bin_set_child (ADW_BIN (object), NULL);
    G_OBJECT_CLASS (upstand_start_page_parent_class)->dispose (object);
}

static void
upstand_start_page_class_init (UpstandStartPageClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    G_OBJECT_CLASS (klass)->dispose = upstand_start_page_dispose;
    G_OBJECT_CLASS (klass)->finalize = upstand_start_page_finalize;

    gtk_widget_class_set_template_from_resource (
        widget_class, "/uk/upstand/Upstand/pages/start-page.ui");
    gtk_widget_class_bind_template_child (widget_class, UpstandStartPage, force_row);
    gtk_widget_class_bind_template_child (widget_class, UpstandStartPage, force_button);
    gtk_widget_class_bind_template_child (widget_class, UpstandStartPage, year_row);
    gtk_widget_class_bind_template_child (widget_class, UpstandStartPage, post_row);
    gtk_widget_class_bind_template_child (widget_class, UpstandStartPage, place_row);
    gtk_widget_class_bind_template_child (widget_class, UpstandStartPage, create);
    gtk_widget_class_bind_template_callback (widget_class, place_asked_cb);
    gtk_widget_class_bind_template_callback (widget_class, create_cb);
}

static void
upstand_start_page_init (UpstandStartPage *self)
{
    self->starts = g_array_new (FALSE, FALSE, sizeof (UpstandDay));
    gtk_widget_init_template (GTK_WIDGET (self));
    gtk_menu_button_set_create_popup_func (self->force_button, fill_forces, self, NULL);
}

GtkWidget *
upstand_start_page_new (UpstandDay today, const char *post)
{
    UpstandStartPage *self = g_object_new (UPSTAND_TYPE_START_PAGE, NULL);
    fill_years (self, today);
    gtk_editable_set_text (self->post_row, post ? post : "");
    update (self);
    return GTK_WIDGET (self);
}
