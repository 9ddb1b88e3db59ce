/* SPDX-License-Identifier: MIT */
#include "pages/search-panel.h"

#include <glib/gi18n.h>

#include "database/search.h"
#include "records/registry.h"

/* More than these nobody reads through: another word finds it sooner. */
#define MOST_HITS 30

struct _UpstandSearchPanel {
    GtkPopover parent_instance;

    UpstandStore *store;
    GtkEditable *entry;
    GtkListBox *list;
    GtkWidget *scroller;
    GtkLabel *hint;
};

G_DEFINE_FINAL_TYPE (UpstandSearchPanel, upstand_search_panel, GTK_TYPE_POPOVER)

static void
hit_free (gpointer data)
{
    UpstandSearchHit *hit = data;
    g_free (hit->source);
    g_free (hit);
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
    GtkWidget *label = gtk_label_new (text);
    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    if (css_class)
        gtk_widget_add_css_class (label, css_class);
    return label;
}

static GtkWidget *
new_row (const UpstandSearchHit *hit)
{
    const UpstandRecordType *type = upstand_registry_find (hit->source);
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
    GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
    const char *title = hit->title && *hit->title ? hit->title : hit->excerpt;
    GtkWidget *name = new_label (title, "heading");
    gtk_widget_set_hexpand (name, TRUE);
    gtk_box_append (GTK_BOX (top), name);
    const char *kind = type ? g_dgettext (GETTEXT_PACKAGE, type->singular) : hit->source;
    gtk_box_append (GTK_BOX (top), new_label (kind, "dim-label"));
    gtk_box_append (GTK_BOX (box), top);
    if (hit->excerpt && *hit->excerpt && hit->excerpt != title)
        gtk_box_append (GTK_BOX (box), new_label (hit->excerpt, "caption"));

    GtkWidget *row = gtk_list_box_row_new ();
    gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
    g_autofree char *said = g_strdup_printf (C_ ("search hit", "%s, %s"), title, kind);
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
    UpstandSearchHit *kept = g_new0 (UpstandSearchHit, 1);
    kept->id = hit->id;
    kept->source = g_strdup (hit->source);
    g_object_set_data_full (G_OBJECT (row), "hit", kept, hit_free);
    return row;
}

static void
say (UpstandSearchPanel *self, const char *words)
{
    gtk_label_set_label (self->hint, words ? words : "");
    gtk_widget_set_visible (GTK_WIDGET (self->hint), words != NULL);
    gtk_widget_set_visible (self->scroller, words == NULL);
}

static void
typed_cb (UpstandSearchPanel *self)
{
    GtkWidget *row;
    while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))))
        gtk_list_box_remove (self->list, row);
    const char *typed = gtk_editable_get_text (self->entry);
    g_autofree char *question = upstand_search_question (typed);
    if (!self->store || !question) {
        say (self,
            _ ("Type words from a title, a note, an update or a reason. The beginning of each word "
               "is enough."));
        return;
    }
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) hits =
        upstand_search_find (upstand_store_get_database (self->store), typed, MOST_HITS, &error);
    for (guint i = 0; hits && i < hits->len; i++)
        gtk_list_box_append (self->list, new_row (g_ptr_array_index (hits, i)));
    if (error)
        say (self, error->message);
    else if (hits->len == 0)
        say (self, _ ("Nothing in the plan has these words."));
    else
        say (self, NULL);
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
row_chosen_cb (UpstandSearchPanel *self, GtkListBoxRow *row)
{
    if (!row)
        return;
    const UpstandSearchHit *hit = g_object_get_data (G_OBJECT (row), "hit");
    g_autofree char *source = g_strdup (hit->source);
    gint64 id = hit->id;
    gtk_popover_popdown (GTK_POPOVER (self));
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(sx)", source, id);
}

static void
entered_cb (UpstandSearchPanel *self)
{
    row_chosen_cb (self, gtk_list_box_get_selected_row (self->list));
}

/* The arrows choose among the hits while the words can still be typed. */
static gboolean
key_pressed_cb (UpstandSearchPanel *self, guint key, guint code, GdkModifierType state)
{
    int step = key == GDK_KEY_Down ? 1 : key == GDK_KEY_Up ? -1 : 0;
    if (step == 0)
        return GDK_EVENT_PROPAGATE;
    GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
    GtkListBoxRow *next = gtk_list_box_get_row_at_index (
        self->list, row ? MAX (gtk_list_box_row_get_index (row) + step, 0) : 0);
    if (next) {
        gtk_list_box_select_row (self->list, next);
        graphene_rect_t bounds;
        if (gtk_widget_compute_bounds (GTK_WIDGET (next), GTK_WIDGET (self->list), &bounds))
            gtk_adjustment_clamp_page (
                gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)),
                bounds.origin.y, bounds.origin.y + bounds.size.height);
    }
    return GDK_EVENT_STOP;
}

static void
shown_cb (UpstandSearchPanel *self)
{
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
    gtk_editable_select_region (self->entry, 0, -1);
    typed_cb (self);
}

static void
upstand_search_panel_dispose (GObject *object)
{
    g_clear_object (&UPSTAND_SEARCH_PANEL (object)->store);
    G_OBJECT_CLASS (upstand_search_panel_parent_class)->dispose (object);
}

static void
upstand_search_panel_class_init (UpstandSearchPanelClass *klass)
{
    G_OBJECT_CLASS (klass)->dispose = upstand_search_panel_dispose;
}

static void
upstand_search_panel_init (UpstandSearchPanel *self)
{
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
    gtk_widget_set_size_request (box, 420, -1);
    GtkWidget *entry = gtk_search_entry_new ();
    self->entry = GTK_EDITABLE (entry);
    gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (entry), 0);
    g_object_set (entry, "placeholder-text", _ ("Search everything"), NULL);
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search everything"), -1);
    gtk_box_append (GTK_BOX (box), entry);

    GtkWidget *hint = gtk_label_new (NULL);
    self->hint = GTK_LABEL (hint);
    gtk_label_set_wrap (self->hint, TRUE);
    gtk_label_set_max_width_chars (self->hint, 40);
    gtk_widget_add_css_class (hint, "dim-label");
    gtk_widget_set_margin_top (hint, 12);
    gtk_widget_set_margin_bottom (hint, 12);
    gtk_box_append (GTK_BOX (box), hint);

    GtkWidget *list = gtk_list_box_new ();
    self->list = GTK_LIST_BOX (list);
    gtk_list_box_set_activate_on_single_click (self->list, TRUE);
    gtk_widget_add_css_class (list, "navigation-sidebar");
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Found"), -1);
    self->scroller = gtk_scrolled_window_new ();
    gtk_scrolled_window_set_policy (
        GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
    gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
    gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), 420);
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), list);
    gtk_box_append (GTK_BOX (box), self->scroller);
    gtk_popover_set_child (GTK_POPOVER (self), box);

    GtkEventController *keys = gtk_event_controller_key_new ();
    gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
    g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
    gtk_widget_add_controller (entry, keys);
    g_signal_connect_swapped (entry, "search-changed", G_CALLBACK (typed_cb), self);
    g_signal_connect_swapped (entry, "activate", G_CALLBACK (entered_cb), self);
    g_signal_connect_swapped (entry, "stop-search", G_CALLBACK (gtk_popover_popdown), self);
    g_signal_connect_swapped (list, "row-activated", G_CALLBACK (row_chosen_cb), self);
    g_signal_connect (self, "show", G_CALLBACK (shown_cb), NULL);
    say (self, "");
}

GtkWidget *
upstand_search_panel_new (void)
{
    return g_object_new (UPSTAND_TYPE_SEARCH_PANEL, NULL);
}

void
upstand_search_panel_set_store (UpstandSearchPanel *self, UpstandStore *store)
{
    g_return_if_fail (UPSTAND_IS_SEARCH_PANEL (self));
    if (g_set_object (&self->store, store) && !store)
        gtk_editable_set_text (self->entry, "");
}
