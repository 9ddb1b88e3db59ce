/* SPDX-License-Identifier: MIT */
#include "pages/take-in-conflicts.h"

#include <glib/gi18n.h>

#define CHANGE "upstand-change"

typedef struct {
    UpstandReplies *replies;
    void (*decided) (gpointer owner);
    gpointer owner;
} Deciding;

static void
deciding_free (gpointer data, GClosure *closure)
{
    g_free (data);
}

static void
answer_toggled_cb (GtkCheckButton *button, Deciding *deciding)
{
    UpstandReplyChange *change = g_object_get_data (G_OBJECT (button), CHANGE);
    upstand_replies_set_taken (deciding->replies, change, gtk_check_button_get_active (button));
    deciding->decided (deciding->owner);
}

static GtkWidget *
new_answer (UpstandReplyChange *change, GtkCheckButton *group, Deciding *deciding)
{
    GtkWidget *row = adw_action_row_new ();
    GtkWidget *button = gtk_check_button_new ();
    /* Translators: the file, sheet and row that an answer stands in */
    g_autofree char *where =
        change->sheet ? g_strdup_printf (_ ("%s, sheet %s, row %u"), change->file, change->sheet,
                            (guint)change->row)
                      : g_strdup_printf (_ ("%s, row %u"), change->file, (guint)change->row);
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), group);
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button), change->is_taken);
    gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
    g_object_set_data (G_OBJECT (button), CHANGE, change);
    g_signal_connect_data (button, "toggled", G_CALLBACK (answer_toggled_cb),
        g_memdup2 (deciding, sizeof *deciding), deciding_free, 0);
    adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), change->after);
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), where);
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
    adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, change->after, -1);
    return row;
}

static GtkWidget *
new_group (UpstandReplies *replies, guint conflict, Deciding *deciding)
{
    GtkWidget *group = adw_preferences_group_new ();
    GPtrArray *changes = upstand_replies_get_changes (replies);
    GtkCheckButton *first = NULL;
    for (guint i = 0; i < changes->len; i++) {
        UpstandReplyChange *change = g_ptr_array_index (changes, i);
        if (change->conflict != conflict)
            continue;
        GtkWidget *row = new_answer (change, first, deciding);
        if (!first) {
            g_autofree char *title = g_markup_printf_escaped (
                C_ ("unit or activity, and what of it", "%s: %s"), change->subject, change->what);
            g_autofree char *now =
                *change->before ? g_markup_printf_escaped (
                                      _ ("Two replies answer this differently. In the plan: %s"),
                                      change->before)
                                : g_strdup (_ ("Two replies answer this differently."));
            adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
            adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), now);
            first = GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)));
        }
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
    return group;
}

void
upstand_take_in_conflicts_fill (
    GtkBox *box, UpstandReplies *replies, GCallback decided, gpointer owner)
{
    Deciding deciding = { replies, (void (*) (gpointer))decided, owner };
    GPtrArray *changes = upstand_replies_get_changes (replies);
    GtkWidget *child;
    guint last = 0;
    while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))))
        gtk_box_remove (box, child);
    for (guint i = 0; i < changes->len; i++) {
        const UpstandReplyChange *change = g_ptr_array_index (changes, i);
        if (change->conflict <= last)
            continue;
        last = change->conflict;
        gtk_box_append (box, new_group (replies, last, &deciding));
    }
    gtk_widget_set_visible (GTK_WIDGET (box), last > 0);
}
