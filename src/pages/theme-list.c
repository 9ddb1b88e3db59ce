/* SPDX-License-Identifier: MIT */
#include "pages/theme-list.h"

#include <glib/gi18n-lib.h>

#include "pages/engagement-desk.h"
#include "pages/record-dialog.h"
#include "pages/record-picker.h"
#include "pages/step.h"
#include "records/engagement.h"
#include "records/theme.h"
#include "rules/ties.h"

struct _UpstandThemeList {
    UpstandSectionList parent_instance;
};

G_DEFINE_FINAL_TYPE (UpstandThemeList, upstand_theme_list, UPSTAND_TYPE_SECTION_LIST)

static GPtrArray *
list_themes (UpstandSectionList *self, guint most, GError **error)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_theme_type);
    upstand_section_list_where_linked (query, "engagements", upstand_section_list_get_owner (self));
    upstand_list_query_order (query, "heard_on", TRUE);
    return upstand_store_list (upstand_section_list_get_store (self), query, most, error);
}

static char *
describe (UpstandSectionList *self, UpstandTheme *theme)
{
    UpstandEngagementDesk *desk = upstand_engagement_desk_find (GTK_WIDGET (self));
    const UpstandChain *chain =
        desk ? upstand_engagement_desk_find_chain (desk, UPSTAND_RECORD (theme)->id) : NULL;
    if (!chain)
        return g_strdup (theme->heard);
    g_autofree char *late = upstand_chain_explain (chain);
    /* Translators: how far something heard has come, and what was heard. */
    return g_strdup_printf (
        _ ("%s\n%s"), late ? late : upstand_chain_stage_get_label (chain->stage), theme->heard);
}

/* Off this engagement; the theme itself stays, for others may have raised it. */
static void
remove_clicked_cb (GtkWidget *button, UpstandTheme *theme)
{
    GtkWidget *widget = gtk_widget_get_ancestor (button, UPSTAND_TYPE_THEME_LIST);
    UpstandSectionList *self = UPSTAND_SECTION_LIST (widget);
    gint64 engagement = upstand_section_list_get_owner (self);
    g_autoptr (UpstandTheme) copy = upstand_record_copy (theme);
    g_autofree char *title = g_strdup_printf (_ ("Theme taken off here: %s"), copy->title);
    for (guint i = 0; copy->engagements && i < copy->engagements->len; i++)
        if (g_array_index (copy->engagements, gint64, i) == engagement)
            g_array_remove_index (copy->engagements, i--);
    upstand_step_save_with_undo (widget, upstand_section_list_get_store (self), copy, title);
}

static GtkWidget *
make_row (UpstandSectionList *self, gpointer record)
{
    UpstandTheme *theme = record;
    g_autofree char *subtitle = describe (self, theme);
    GtkWidget *row = upstand_section_list_new_row (theme->title, subtitle);
    if (!upstand_store_is_read_only (upstand_section_list_get_store (self))) {
        GtkWidget *button = upstand_section_list_new_button (
            "list-remove-symbolic", _ ("Take this theme off the engagement"));
        g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), theme, 0);
        adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
    return row;
}

static void
add_new (UpstandSectionList *self)
{
    static const char *const fields[] = { "title", "heard", "heard_on", "owner", "requirements",
        NULL };
    UpstandStore *store = upstand_section_list_get_store (self);
    UpstandDay today = upstand_section_list_get_today (self);
    gint64 id = upstand_section_list_get_owner (self);
    g_autoptr (UpstandEngagement) engagement =
        upstand_store_get (store, &upstand_engagement_type, id, NULL);
    g_autoptr (UpstandTheme) theme = upstand_record_new (&upstand_theme_type);
    if (!engagement)
        return;
    theme->heard_on = engagement->dated;
    theme->heard = g_strdup (engagement->heard);
    theme->engagements = upstand_ids_add (NULL, id);
    upstand_ties_settle (upstand_store_get_database (store), UPSTAND_RECORD (theme));
    UpstandRecordDialog *dialog =
        upstand_record_dialog_new (_ ("Add a theme"), store, theme, fields, today);
    upstand_record_dialog_set_step (dialog, _ ("Theme added"));
    upstand_record_dialog_set_advice (
        dialog, _ ("One thing that was asked for or complained of, so that what became of it can"
                   " be told."));
    upstand_record_dialog_present (dialog, GTK_WIDGET (self));
}

static void
picked_cb (UpstandSectionList *self, UpstandRecord *record)
{
    if (!record) {
        add_new (self);
        return;
    }
    g_autoptr (UpstandTheme) copy = upstand_record_copy (record);
    copy->engagements = upstand_ids_add (copy->engagements, upstand_section_list_get_owner (self));
    g_autofree char *title = g_strdup_printf (_ ("Theme raised here too: %s"), copy->title);
    upstand_step_save_with_undo (
        GTK_WIDGET (self), upstand_section_list_get_store (self), copy, title);
}

/* With some in the plan already, the one meant may be among them. */
static void
add_theme (UpstandSectionList *self)
{
    UpstandStore *store = upstand_section_list_get_store (self);
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_theme_type);
    if (upstand_store_count (store, query, NULL) < 1) {
        add_new (self);
        return;
    }
    UpstandRecordPicker *picker = upstand_record_picker_new (
        _ ("Add a theme"), _ ("_New theme…"), store, &upstand_theme_type);
    g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
    upstand_record_picker_present (picker, GTK_WIDGET (self));
}

static void
open_theme (UpstandSectionList *self, gpointer record)
{
    gtk_widget_activate_action (
        GTK_WIDGET (self), "win.show-record", "(sx)", "theme", UPSTAND_RECORD (record)->id);
}

static void
upstand_theme_list_class_init (UpstandThemeListClass *klass)
{
    static const char *const tables[] = { "theme", "theme_engagement", "theme_step", NULL };
    UpstandSectionListClass *list_class = UPSTAND_SECTION_LIST_CLASS (klass);
    list_class->title = N_ ("What it led to");
    list_class->empty = N_ ("Nothing yet. Add what was asked for, and follow it until it is"
                            " changed and told.");
    list_class->add_label = N_ ("Add a theme");
    list_class->tables = tables;
    list_class->list = list_themes;
    list_class->make_row = make_row;
    list_class->add = add_theme;
    list_class->open = open_theme;
}

static void
upstand_theme_list_init (UpstandThemeList *self)
{
}

GtkWidget *
upstand_theme_list_new (void)
{
    return g_object_new (UPSTAND_TYPE_THEME_LIST, NULL);
}
