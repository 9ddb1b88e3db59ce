/* SPDX-License-Identifier: MIT */
#include "pages/update-list.h"

#include <glib/gi18n-lib.h>

#include "pages/record-dialog.h"
#include "pages/step.h"
#include "records/dated-update.h"

struct _UpstandUpdateList {
    UpstandSectionList parent_instance;
};

G_DEFINE_FINAL_TYPE (UpstandUpdateList, upstand_update_list, UPSTAND_TYPE_SECTION_LIST)

static GPtrArray *
list_updates (UpstandSectionList *self, guint most, GError **error)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_dated_update_type);
    if (upstand_section_list_get_requirement (self))
        upstand_list_query_where_id (
            query, "requirement_id", UPSTAND_IS, upstand_section_list_get_requirement (self));
    else
        upstand_list_query_where_id (
            query, "activity_id", UPSTAND_IS, upstand_section_list_get_activity (self));
    upstand_list_query_order (query, "dated", TRUE);
    return upstand_store_list (upstand_section_list_get_store (self), query, most, error);
}

static char *
describe (UpstandDatedUpdate *update)
{
    const char *kind = _ (upstand_update_kinds[update->kind].label);
    g_autofree char *date = upstand_date_format (update->dated, UPSTAND_DATE_SHORT);
    g_autofree char *head = update->post
                                /* Translators: kind of update, date, post. */
                                ? g_strdup_printf (_ ("%s · %s · %s"), kind, date, update->post)
                                : g_strdup_printf (_ ("%s · %s"), kind, date);
    if (!update->retracted)
        return g_steal_pointer (&head);
    /* Translators: the facts of an update, and why it was taken back. */
    return g_strdup_printf (_ ("%s\nRetracted: %s"), head, update->retract_reason);
}

static void
retract_clicked_cb (GtkWidget *button, UpstandDatedUpdate *update)
{
    static const char *const fields[] = { "retract_reason", NULL };
    GtkWidget *self = gtk_widget_get_ancestor (button, UPSTAND_TYPE_UPDATE_LIST);
    g_autoptr (UpstandDatedUpdate) copy = upstand_record_copy (update);
    copy->retracted = TRUE;
    UpstandRecordDialog *dialog = upstand_record_dialog_new (_ ("Retract this update"),
        upstand_section_list_get_store (UPSTAND_SECTION_LIST (self)), copy, fields,
        upstand_section_list_get_today (UPSTAND_SECTION_LIST (self)));
    upstand_record_dialog_set_step (dialog, _ ("Update retracted"));
    upstand_record_dialog_set_accept (dialog, _ ("_Retract"));
    upstand_record_dialog_set_advice (
        dialog, _ ("It stays in the record, struck through, with your reason beside it."));
    upstand_record_dialog_present (dialog, self);
}

static GtkWidget *
make_row (UpstandSectionList *self, gpointer record)
{
    UpstandDatedUpdate *update = record;
    g_autofree char *subtitle = describe (update);
    GtkWidget *row = upstand_section_list_new_row (update->words, subtitle);

    if (update->retracted)
        gtk_widget_add_css_class (row, "retracted");
    if (update->retracted || upstand_store_is_read_only (upstand_section_list_get_store (self)))
        return row;
    GtkWidget *retract = upstand_section_list_new_button (
        "format-text-strikethrough-symbolic", _ ("Retract this update…"));
    g_signal_connect_object (retract, "clicked", G_CALLBACK (retract_clicked_cb), update, 0);
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), retract);
    return row;
}

static void
add_update (UpstandSectionList *self)
{
    static const char *const fields[] = { "kind", "dated", "words", "post", NULL };
    g_autoptr (UpstandDatedUpdate) update = upstand_record_new (&upstand_dated_update_type);
    UpstandStore *store = upstand_section_list_get_store (self);
    update->dated = upstand_section_list_get_today (self);
    update->post = g_strdup (upstand_store_get_post (store));
    update->requirement_id = upstand_section_list_get_requirement (self);
    if (!update->requirement_id)
        update->activity_id = upstand_section_list_get_activity (self);
    UpstandRecordDialog *dialog =
        upstand_record_dialog_new (_ ("Add an update"), store, update, fields, update->dated);
    upstand_record_dialog_set_step (dialog, _ ("Update added"));
    upstand_record_dialog_set_advice (dialog,
        _ ("Updates are never changed afterwards, only retracted. Totals and posts, no names."));
    upstand_record_dialog_present (dialog, GTK_WIDGET (self));
}

static void
upstand_update_list_class_init (UpstandUpdateListClass *klass)
{
    static const char *const tables[] = { "dated_update", NULL };
    UpstandSectionListClass *list_class = UPSTAND_SECTION_LIST_CLASS (klass);
    list_class->title = N_ ("Updates");
    list_class->empty = N_ ("No update yet. Say what moved, was decided, was found, or is a risk.");
    list_class->add_label = N_ ("Add an update");
    list_class->tables = tables;
    list_class->list = list_updates;
    list_class->make_row = make_row;
    list_class->add = add_update;
}

static void
upstand_update_list_init (UpstandUpdateList *self)
{
}

GtkWidget *
upstand_update_list_new (void)
{
    return g_object_new (UPSTAND_TYPE_UPDATE_LIST, NULL);
}
