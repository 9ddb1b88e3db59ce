/* SPDX-License-Identifier: MIT */
#include "pages/activity-list.h"

#include <glib/gi18n-lib.h>

#include "pages/day-words.h"
#include "records/activity.h"
#include "widgets/mark.h"

struct _UpstandActivityList {
    UpstandSectionList parent_instance;
};

G_DEFINE_FINAL_TYPE (UpstandActivityList, upstand_activity_list, UPSTAND_TYPE_SECTION_LIST)

static const char *const open_states[] = { "not-started", "in-progress", "blocked", NULL };

static GPtrArray *
list_states (UpstandSectionList *self, UpstandOperator operator, const char * order,
    gboolean descending, guint most, GError **error)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_activity_type);
    upstand_section_list_where_linked (
        query, "requirements", upstand_section_list_get_requirement (self));
    upstand_list_query_where (query, "state", operator, open_states);
    upstand_list_query_order (query, order, descending);
    return upstand_store_list (upstand_section_list_get_store (self), query, most, error);
}

static GPtrArray *
list_activities (UpstandSectionList *self, guint most, GError **error)
{
    g_autoptr (GPtrArray) open = list_states (self, UPSTAND_IS, "due", FALSE, most, error);
    if (!open || open->len == most)
        return g_steal_pointer (&open);
    g_autoptr (GPtrArray) done =
        list_states (self, UPSTAND_IS_NOT, "completed", TRUE, most - open->len, error);
    if (!done)
        return NULL;
    for (guint i = 0; i < done->len; i++)
        g_ptr_array_add (open, g_object_ref (g_ptr_array_index (done, i)));
    return g_steal_pointer (&open);
}

static gboolean
is_open (UpstandActivity *activity)
{
    return activity->state != UPSTAND_ACTIVITY_COMPLETE &&
           activity->state != UPSTAND_ACTIVITY_CANCELLED;
}

static char *
describe (UpstandSectionList *self, UpstandActivity *activity)
{
    g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
    const char *state = _ (upstand_activity_states[activity->state].label);
    if (is_open (activity))
        /* Translators: the state of an activity, and how much is done. */
        g_ptr_array_add (parts, g_strdup_printf (_ ("%s, %d%%"), state, (int)activity->percent));
    else
        g_ptr_array_add (parts, g_strdup (state));
    if (is_open (activity) && activity->due)
        g_ptr_array_add (
            parts, upstand_day_words_due (activity->due, upstand_section_list_get_today (self)));
    else if (activity->completed)
        g_ptr_array_add (parts, upstand_date_format (activity->completed, UPSTAND_DATE_SHORT));
    if (activity->key_milestone)
        g_ptr_array_add (parts, g_strdup (_ ("key milestone")));
    if (activity->owner)
        g_ptr_array_add (parts, g_strdup (activity->owner));
    g_autofree char *others = upstand_section_list_name_others (self, activity->requirements);
    if (others)
        g_ptr_array_add (parts, g_strdup_printf (_ ("also serves %s"), others));
    g_ptr_array_add (parts, NULL);
    return g_strjoinv (" · ", (char **)parts->pdata);
}

static GtkWidget *
make_row (UpstandSectionList *self, gpointer record)
{
    UpstandActivity *activity = record;
    g_autofree char *subtitle = describe (self, activity);
    GtkWidget *row = upstand_section_list_new_row (activity->title, subtitle);
    GtkWidget *mark = upstand_mark_new ();
    UpstandStanding standing = upstand_activity_standing (activity->state, activity->due,
        activity->completed, upstand_section_list_get_today (self), UPSTAND_DAY_WORDS_NEAR);

    upstand_mark_set_standing (UPSTAND_MARK (mark), standing);
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
    adw_action_row_add_suffix (
        ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
    return row;
}

static void
add_activity (UpstandSectionList *self)
{
    gtk_widget_activate_action (GTK_WIDGET (self), "actions.new-activity", "x",
        upstand_section_list_get_requirement (self));
}

static void
open_activity (UpstandSectionList *self, gpointer record)
{
    gtk_widget_activate_action (
        GTK_WIDGET (self), "actions.open-activity", "x", UPSTAND_RECORD (record)->id);
}

static void
upstand_activity_list_class_init (UpstandActivityListClass *klass)
{
    static const char *const tables[] = { "activity", "activity_requirement", NULL };
    UpstandSectionListClass *list_class = UPSTAND_SECTION_LIST_CLASS (klass);
    list_class->title = N_ ("Activities");
    list_class->empty = N_ ("Nothing is planned for it yet. Add the first piece of work.");
    list_class->add_label = N_ ("Add an activity");
    list_class->tables = tables;
    list_class->list = list_activities;
    list_class->make_row = make_row;
    list_class->add = add_activity;
    list_class->open = open_activity;
}

static void
upstand_activity_list_init (UpstandActivityList *self)
{
}

GtkWidget *
upstand_activity_list_new (void)
{
    return g_object_new (UPSTAND_TYPE_ACTIVITY_LIST, NULL);
}
