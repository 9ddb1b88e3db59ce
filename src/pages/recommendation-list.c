/* SPDX-License-Identifier: MIT */
#include "pages/recommendation-list.h"

#include <glib/gi18n-lib.h>

#include "pages/day-words.h"
#include "pages/open-reference.h"
#include "pages/record-dialog.h"
#include "pages/record-picker.h"
#include "pages/step.h"
#include "records/recommendation.h"
#include "widgets/mark.h"

struct _UpstandRecommendationList {
    UpstandSectionList parent_instance;
};

G_DEFINE_FINAL_TYPE (
    UpstandRecommendationList, upstand_recommendation_list, UPSTAND_TYPE_SECTION_LIST)

static const char *const form_fields[] = {
    "body",
    "reference",
    "title",
    "status",
    "made",
    "due",
    "owner",
    "link",
    "note",
    "requirements",
    NULL,
};

static GPtrArray *
list_recommendations (UpstandSectionList *self, guint most, GError **error)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_recommendation_type);
    upstand_section_list_where_linked (
        query, "requirements", upstand_section_list_get_requirement (self));
    upstand_list_query_order (query, "due", FALSE);
    return upstand_store_list (upstand_section_list_get_store (self), query, most, error);
}

static gboolean
is_open (UpstandRecommendation *recommendation)
{
    const char *key = upstand_recommendation_states[recommendation->status].key;
    return g_str_equal (key, "open") || g_str_equal (key, "in-progress");
}

static char *
describe (UpstandSectionList *self, UpstandRecommendation *recommendation)
{
    g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
    g_ptr_array_add (parts,
        /* Translators: who recommended it, and its number there. */
        g_strdup_printf (_ ("%s %s"), _ (upstand_recommendation_bodies[recommendation->body].label),
            recommendation->reference));
    g_ptr_array_add (
        parts, g_strdup (_ (upstand_recommendation_states[recommendation->status].label)));
    if (recommendation->due && is_open (recommendation))
        g_ptr_array_add (parts,
            upstand_day_words_due (recommendation->due, upstand_section_list_get_today (self)));
    if (recommendation->owner)
        g_ptr_array_add (parts, g_strdup (recommendation->owner));
    g_autofree char *others = upstand_section_list_name_others (self, recommendation->requirements);
    if (others)
        g_ptr_array_add (parts, g_strdup_printf (_ ("also answered by %s"), others));
    g_ptr_array_add (parts, NULL);
    return g_strjoinv (" · ", (char **)parts->pdata);
}

static GtkWidget *
new_status_mark (UpstandSectionList *self, UpstandRecommendation *recommendation)
{
    GtkWidget *mark = upstand_mark_new ();
    const char *key = upstand_recommendation_states[recommendation->status].key;
    UpstandDay today = upstand_section_list_get_today (self);
    UpstandStanding standing = g_str_equal (key, "complete")       ? UPSTAND_STANDING_COMPLETE
                               : g_str_equal (key, "not-accepted") ? UPSTAND_STANDING_CANCELLED
                               : recommendation->due && recommendation->due < today
                                   ? UPSTAND_STANDING_OVERDUE
                               : g_str_equal (key, "in-progress") ? UPSTAND_STANDING_IN_PROGRESS
                                                                  : UPSTAND_STANDING_NOT_STARTED;
    upstand_mark_set_standing (UPSTAND_MARK (mark), standing);
    return mark;
}

static void
link_clicked_cb (GtkWidget *button, UpstandRecommendation *recommendation)
{
    upstand_open_reference (button, recommendation->link);
}

/* Off this requirement; gone altogether only when no other answers it. */
static void
remove_clicked_cb (GtkWidget *button, UpstandRecommendation *recommendation)
{
    GtkWidget *widget = gtk_widget_get_ancestor (button, UPSTAND_TYPE_RECOMMENDATION_LIST);
    UpstandSectionList *self = UPSTAND_SECTION_LIST (widget);
    gint64 requirement = upstand_section_list_get_requirement (self);
    g_autoptr (UpstandRecommendation) copy = upstand_record_copy (recommendation);
    g_autofree char *title = NULL;

    if (copy->requirements->len < 2) {
        title = g_strdup_printf (_ ("Recommendation deleted: %s"), copy->title);
        upstand_step_delete (widget, upstand_section_list_get_store (self), copy, title);
        return;
    }
    for (guint i = 0; i < copy->requirements->len; i++)
        if (g_array_index (copy->requirements, gint64, i) == requirement)
            g_array_remove_index (copy->requirements, i--);
    title = g_strdup_printf (_ ("Recommendation taken off here: %s"), copy->title);
    upstand_step_save_with_undo (widget, upstand_section_list_get_store (self), copy, title);
}

static GtkWidget *
make_row (UpstandSectionList *self, gpointer record)
{
    UpstandRecommendation *recommendation = record;
    g_autofree char *subtitle = describe (self, recommendation);
    GtkWidget *row = upstand_section_list_new_row (recommendation->title, subtitle);

    adw_action_row_add_prefix (ADW_ACTION_ROW (row), new_status_mark (self, recommendation));
    if (recommendation->link) {
        g_autofree char *open = g_strdup_printf (_ ("Open %s"), recommendation->link);
        GtkWidget *button = upstand_section_list_new_button ("adw-external-link-symbolic", open);
        g_signal_connect_object (
            button, "clicked", G_CALLBACK (link_clicked_cb), recommendation, 0);
        adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
    if (!upstand_store_is_read_only (upstand_section_list_get_store (self))) {
        GtkWidget *button = upstand_section_list_new_button (
            "list-remove-symbolic", _ ("Take this recommendation off the requirement"));
        g_signal_connect_object (
            button, "clicked", G_CALLBACK (remove_clicked_cb), recommendation, 0);
        adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
    return row;
}

static void
show_dialog (UpstandSectionList *self, UpstandRecommendation *recommendation, const char *heading,
    const char *step)
{
    UpstandRecordDialog *dialog =
        upstand_record_dialog_new (heading, upstand_section_list_get_store (self), recommendation,
            form_fields, upstand_section_list_get_today (self));
    upstand_record_dialog_set_step (dialog, step);
    upstand_record_dialog_present (dialog, GTK_WIDGET (self));
}

static void
add_new (UpstandSectionList *self)
{
    g_autoptr (UpstandRecommendation) recommendation =
        upstand_record_new (&upstand_recommendation_type);
    recommendation->requirements =
        upstand_ids_add (recommendation->requirements, upstand_section_list_get_requirement (self));
    show_dialog (self, recommendation, _ ("Add a recommendation"), _ ("Recommendation added"));
}

static void
picked_cb (UpstandSectionList *self, UpstandRecord *record)
{
    if (!record) {
        add_new (self);
        return;
    }
    g_autoptr (UpstandRecommendation) copy = upstand_record_copy (record);
    copy->requirements =
        upstand_ids_add (copy->requirements, upstand_section_list_get_requirement (self));
    g_autofree char *title = g_strdup_printf (_ ("Recommendation added here: %s"), copy->title);
    upstand_step_save_with_undo (
        GTK_WIDGET (self), upstand_section_list_get_store (self), copy, title);
}

/* With some in the plan already, the one meant may be among them. */
static void
add_recommendation (UpstandSectionList *self)
{
    UpstandStore *store = upstand_section_list_get_store (self);
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_recommendation_type);
    if (upstand_store_count (store, query, NULL) < 1) {
        add_new (self);
        return;
    }
    UpstandRecordPicker *picker = upstand_record_picker_new (_ ("Add a recommendation"),
        _ ("_New recommendation…"), store, &upstand_recommendation_type);
    g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
    upstand_record_picker_present (picker, GTK_WIDGET (self));
}

static void
open_recommendation (UpstandSectionList *self, gpointer record)
{
    g_autoptr (UpstandRecommendation) recommendation = upstand_record_copy (record);
    show_dialog (self, recommendation, _ ("Recommendation"), _ ("Recommendation changed"));
}

static void
upstand_recommendation_list_class_init (UpstandRecommendationListClass *klass)
{
    static const char *const tables[] = { "recommendation", "recommendation_requirement", NULL };
    UpstandSectionListClass *list_class = UPSTAND_SECTION_LIST_CLASS (klass);
    list_class->title = N_ ("Recommendations it answers");
    list_class->empty =
        N_ ("None noted. HMICFRS, IOPC, reviews and programmes that ask for the same go here.");
    list_class->add_label = N_ ("Add a recommendation");
    list_class->tables = tables;
    list_class->list = list_recommendations;
    list_class->make_row = make_row;
    list_class->add = add_recommendation;
    list_class->open = open_recommendation;
}

static void
upstand_recommendation_list_init (UpstandRecommendationList *self)
{
}

GtkWidget *
upstand_recommendation_list_new (void)
{
    return g_object_new (UPSTAND_TYPE_RECOMMENDATION_LIST, NULL);
}
