/* SPDX-License-Identifier: MIT */
#include "pages/related-list.h"

#include <glib/gi18n-lib.h>

#include "pages/record-dialog.h"
#include "widgets/mark.h"

G_DEFINE_ABSTRACT_TYPE (UpstandRelatedList, upstand_related_list, UPSTAND_TYPE_SECTION_LIST)

static const UpstandRelation *
relation_of (UpstandSectionList *self)
{
    return UPSTAND_RELATED_LIST_GET_CLASS (self)->relation;
}

static gboolean
is_links (const UpstandRelation *relation)
{
    return upstand_record_type_find_field (relation->type, relation->field)->kind ==
           UPSTAND_KIND_LINKS;
}

static GPtrArray *
list_related (UpstandSectionList *self, guint most, GError **error)
{
    const UpstandRelation *relation = relation_of (self);
    if (relation->list)
        return relation->list (self, most, error);
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (relation->type);
    gint64 holder = upstand_section_list_get_owner (self);
    if (is_links (relation))
        upstand_section_list_where_linked (query, relation->field, holder);
    else
        upstand_list_query_where_id (query, relation->field, UPSTAND_IS, holder);
    upstand_list_query_order (query, relation->order, relation->descending);
    return upstand_store_list (upstand_section_list_get_store (self), query, most, error);
}

static GtkWidget *
make_row (UpstandSectionList *self, gpointer record)
{
    const UpstandRelation *relation = relation_of (self);
    g_autofree char *title = upstand_record_get_title (record);
    g_autofree char *words = relation->describe ? relation->describe (record, self) : NULL;
    GtkWidget *row = upstand_section_list_new_row (title, words);
    UpstandStanding standing;
    if (relation->stand &&
        relation->stand (record, upstand_section_list_get_today (self), &standing)) {
        GtkWidget *mark = upstand_mark_new ();
        upstand_mark_set_standing (UPSTAND_MARK (mark), standing);
        adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
    }
    return row;
}

static void
show_dialog (UpstandSectionList *self, gpointer record, const char *heading)
{
    UpstandRecordDialog *dialog =
        upstand_record_dialog_new (heading, upstand_section_list_get_store (self), record,
            relation_of (self)->fields, upstand_section_list_get_today (self));
    upstand_record_dialog_present (dialog, GTK_WIDGET (self));
}

static void
add_related (UpstandSectionList *self)
{
    const UpstandRelation *relation = relation_of (self);
    if (upstand_store_is_read_only (upstand_section_list_get_store (self)))
        return;
    g_autoptr (UpstandRecord) record = upstand_record_new (relation->type);
    const UpstandField *field = upstand_record_type_find_field (relation->type, relation->field);
    const UpstandField *day = upstand_record_type_find_field (relation->type, relation->day);
    gint64 holder = upstand_section_list_get_owner (self);
    if (is_links (relation))
        G_STRUCT_MEMBER (GArray *, record, field->offset) = upstand_ids_add (NULL, holder);
    else
        G_STRUCT_MEMBER (gint64, record, field->offset) = holder;
    G_STRUCT_MEMBER (UpstandDay, record, day->offset) = upstand_section_list_get_today (self);
    show_dialog (self, record, gettext (relation->add_label));
}

static void
open_related (UpstandSectionList *self, gpointer record)
{
    const UpstandRelation *relation = relation_of (self);
    if (!relation->fields) {
        gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(sx)",
            relation->type->name, UPSTAND_RECORD (record)->id);
        return;
    }
    g_autoptr (UpstandRecord) copy = upstand_record_copy (record);
    show_dialog (self, copy, gettext (relation->heading));
}

static void
upstand_related_list_class_init (UpstandRelatedListClass *klass)
{
    UpstandSectionListClass *list_class = UPSTAND_SECTION_LIST_CLASS (klass);
    list_class->list = list_related;
    list_class->make_row = make_row;
    list_class->add = add_related;
    list_class->open = open_related;
}

static void
upstand_related_list_init (UpstandRelatedList *self)
{
}

void
upstand_related_list_class_set_relation (
    UpstandRelatedListClass *klass, const UpstandRelation *relation)
{
    UpstandSectionListClass *list_class = UPSTAND_SECTION_LIST_CLASS (klass);
    klass->relation = relation;
    list_class->title = relation->title;
    list_class->empty = relation->empty;
    list_class->add_label = relation->add_label;
    list_class->tables = relation->tables;
}
