/* SPDX-License-Identifier: MIT */
#include "pages/deadline-list.h"

#include <glib/gi18n-lib.h>

#include "pages/record-dialog.h"
#include "pages/step.h"
#include "records/deadline-change.h"
#include "records/duty-done.h"
#include "records/history.h"

struct _UpstandDeadlineList {
    UpstandSectionList parent_instance;
};

struct _UpstandPeriodList {
    UpstandSectionList parent_instance;
};

G_DEFINE_FINAL_TYPE (UpstandDeadlineList, upstand_deadline_list, UPSTAND_TYPE_SECTION_LIST)
G_DEFINE_FINAL_TYPE (UpstandPeriodList, upstand_period_list, UPSTAND_TYPE_SECTION_LIST)

static GPtrArray *
list_newest (UpstandStore *store, const UpstandRecordType *type, const char *order,
    gint64 requirement_id, guint most, GError **error)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (type);
    upstand_list_query_where_id (query, "requirement_id", UPSTAND_IS, requirement_id);
    upstand_list_query_order (query, order, TRUE);
    return upstand_store_list (store, query, most, error);
}

static GPtrArray *
list_moves (UpstandSectionList *self, guint most, GError **error)
{
    /* By age: each move begins where the one before ended, whichever way the date went. */
    return list_newest (upstand_section_list_get_store (self), &upstand_deadline_change_type, NULL,
        upstand_section_list_get_requirement (self), most, error);
}

/* "Entered 3 Mar 2022 by VAWG Lead", from the history; NULL when that has nothing of it. */
static char *
name_author (UpstandStore *store, gint64 move_id)
{
    UpstandDatabase *database = upstand_store_get_database (store);
    g_autoptr (GPtrArray) changes = upstand_history_get_row (database, move_id, NULL);
    if (!changes || changes->len == 0)
        return NULL;
    const UpstandChange *first = g_ptr_array_index (changes, changes->len - 1);
    g_autoptr (GPtrArray) batches =
        upstand_history_list (database, 0, first->batch_id + 1, 1, NULL);
    if (!batches || batches->len == 0)
        return NULL;
    const UpstandBatch *batch = g_ptr_array_index (batches, 0);
    g_autofree char *iso = g_strndup (batch->made, strlen ("2022-03-31"));
    g_autofree char *date = upstand_date_format (upstand_date_from_iso (iso), UPSTAND_DATE_SHORT);
    /* Translators: a date and a post. */
    return g_strdup_printf (_ ("Entered %s by %s"), date, batch->post);
}

static GtkWidget *
make_move_row (UpstandSectionList *self, gpointer record)
{
    UpstandDeadlineChange *move = record;
    g_autofree char *from = upstand_date_format (move->old_date, UPSTAND_DATE_SHORT);
    g_autofree char *to = upstand_date_format (move->new_date, UPSTAND_DATE_SHORT);
    g_autofree char *title = move->old_date ? g_strdup_printf (_ ("%s → %s"), from, to)
                                            : g_strdup_printf (_ ("Set to %s"), to);
    g_autofree char *approval = move->approved_by
                                    ? g_strdup_printf (_ ("Approved by %s"), move->approved_by)
                                    : g_strdup (_ ("No recorded approval"));
    g_autofree char *author =
        name_author (upstand_section_list_get_store (self), move->parent_instance.id);
    g_autofree char *who =
        author ? g_strdup_printf ("%s · %s", approval, author) : g_strdup (approval);
    g_autofree char *subtitle = g_strdup_printf ("%s\n%s", move->reason, who);
    return upstand_section_list_new_row (title, subtitle);
}

static void
upstand_deadline_list_class_init (UpstandDeadlineListClass *klass)
{
    static const char *const tables[] = { "deadline_change", NULL };
    UpstandSectionListClass *list_class = UPSTAND_SECTION_LIST_CLASS (klass);
    list_class->title = N_ ("Moves of the deadline");
    list_class->empty = N_ ("The deadline has not moved.");
    list_class->tables = tables;
    list_class->hidden_when_empty = TRUE;
    list_class->list = list_moves;
    list_class->make_row = make_move_row;
}

static void
upstand_deadline_list_init (UpstandDeadlineList *self)
{
}

GtkWidget *
upstand_deadline_list_new (void)
{
    return g_object_new (UPSTAND_TYPE_DEADLINE_LIST, NULL);
}

UpstandDay
upstand_deadline_list_get_current (UpstandStore *store, gint64 requirement_id, UpstandDay original)
{
    g_autoptr (GPtrArray) newest =
        list_newest (store, &upstand_deadline_change_type, NULL, requirement_id, 1, NULL);
    if (!newest || newest->len == 0)
        return original;
    return ((UpstandDeadlineChange *)g_ptr_array_index (newest, 0))->new_date;
}

static GPtrArray *
list_periods (UpstandSectionList *self, guint most, GError **error)
{
    return list_newest (upstand_section_list_get_store (self), &upstand_duty_done_type, "intended",
        upstand_section_list_get_requirement (self), most, error);
}

static char *
get_lateness (UpstandDutyDone *period)
{
    if (period->done <= period->intended)
        return g_strdup (_ ("in time"));
    gulong days = period->done - period->intended;
    return g_strdup_printf (ngettext ("%lu day after", "%lu days after", days), days);
}

static void
delete_clicked_cb (GtkWidget *button, UpstandDutyDone *period)
{
    GtkWidget *self = gtk_widget_get_ancestor (button, UPSTAND_TYPE_PERIOD_LIST);
    g_autoptr (UpstandDutyDone) kept = g_object_ref (period);
    g_autofree char *date = upstand_date_format (period->intended, UPSTAND_DATE_SHORT);
    g_autofree char *title = g_strdup_printf (_ ("No longer marked as done: %s"), date);
    upstand_step_delete (
        self, upstand_section_list_get_store (UPSTAND_SECTION_LIST (self)), kept, title);
}

static GtkWidget *
make_period_row (UpstandSectionList *self, gpointer record)
{
    UpstandDutyDone *period = record;
    g_autofree char *intended = upstand_date_format (period->intended, UPSTAND_DATE_LONG);
    g_autofree char *done = upstand_date_format (period->done, UPSTAND_DATE_SHORT);
    g_autofree char *lateness = get_lateness (period);
    g_autofree char *title = g_strdup_printf (_ ("Due %s"), intended);
    g_autofree char *subtitle =
        period->post
            /* Translators: date, how late, post. */
            ? g_strdup_printf (_ ("Done %s, %s · %s"), done, lateness, period->post)
            : g_strdup_printf (_ ("Done %s, %s"), done, lateness);
    GtkWidget *row = upstand_section_list_new_row (title, subtitle);
    if (upstand_store_is_read_only (upstand_section_list_get_store (self)))
        return row;
    GtkWidget *delete =
        upstand_section_list_new_button ("user-trash-symbolic", _ ("Not done after all"));
    g_signal_connect_object (delete, "clicked", G_CALLBACK (delete_clicked_cb), period, 0);
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), delete);
    return row;
}

static void
open_period (UpstandSectionList *self, gpointer record)
{
    static const char *const fields[] = { "done", "post", NULL };
    g_autoptr (UpstandDutyDone) period = upstand_record_copy (record);
    UpstandRecordDialog *dialog =
        upstand_record_dialog_new (_ ("Period done"), upstand_section_list_get_store (self), period,
            fields, upstand_section_list_get_today (self));
    upstand_record_dialog_set_step (dialog, _ ("Period done changed"));
    upstand_record_dialog_present (dialog, GTK_WIDGET (self));
}

static void
upstand_period_list_class_init (UpstandPeriodListClass *klass)
{
    static const char *const tables[] = { "duty_done", NULL };
    UpstandSectionListClass *list_class = UPSTAND_SECTION_LIST_CLASS (klass);
    list_class->title = N_ ("Periods done");
    list_class->empty = N_ ("No period is marked as done.");
    list_class->tables = tables;
    list_class->hidden_when_empty = TRUE;
    list_class->list = list_periods;
    list_class->make_row = make_period_row;
    list_class->open = open_period;
}

static void
upstand_period_list_init (UpstandPeriodList *self)
{
}

GtkWidget *
upstand_period_list_new (void)
{
    return g_object_new (UPSTAND_TYPE_PERIOD_LIST, NULL);
}
