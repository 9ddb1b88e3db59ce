/* SPDX-License-Identifier: MIT */
#include "exchange/update-form.h"

#include <glib/gi18n-lib.h>

#include "records/activity.h"
#include "records/list-query.h"

typedef enum {
    COLUMN_TITLE,
    COLUMN_REQUIREMENT,
    COLUMN_DUE,
    COLUMN_STATE,
    COLUMN_PERCENT,
    COLUMN_WORDS,
    COLUMN_NEW_DUE,
    COLUMN_REASON,
    N_COLUMNS,
} Column;

static const char *const open_states[] = { "not-started", "in-progress", "blocked", NULL };

GStrv
upstand_update_form_list_owners (UpstandDatabase *database, GError **error)
{
    g_return_val_if_fail (database, NULL);
    g_autoptr (UpstandQuery) rows = upstand_database_query (database, error,
        "SELECT DISTINCT owner FROM activity WHERE owner IS NOT NULL"
        " AND state IN ('not-started', 'in-progress', 'blocked') ORDER BY owner",
        "");
    g_autoptr (GStrvBuilder) owners = g_strv_builder_new ();
    g_autoptr (GError) local = NULL;
    while (rows && upstand_query_step (rows, &local))
        g_strv_builder_add (owners, upstand_query_text (rows, 0));
    if (local)
        g_propagate_error (error, g_steal_pointer (&local));
    return rows && !(error && *error) ? g_strv_builder_end (owners) : NULL;
}

static char *
list_requirements (UpstandDatabase *database, gint64 activity_id, GError **error)
{
    g_autoptr (UpstandQuery) rows = upstand_database_query (database, error,
        "SELECT r.code FROM activity_requirement l JOIN requirement r ON r.id = l.requirement_id"
        " WHERE l.activity_id = $1 ORDER BY r.action_id, r.position",
        "i", activity_id);
    g_autoptr (GString) codes = g_string_new (NULL);
    while (rows && upstand_query_step (rows, error))
        g_string_append_printf (
            codes, "%s%s", codes->len ? ", " : "", upstand_query_text (rows, 0));
    return g_string_free (g_steal_pointer (&codes), FALSE);
}

static void
fill_columns (UpstandFormColumn columns[N_COLUMNS])
{
    columns[COLUMN_TITLE] = (UpstandFormColumn){
        .key = "title", .title = _ ("Activity"), .width = 40, .is_label = TRUE
    };
    columns[COLUMN_REQUIREMENT] = (UpstandFormColumn){
        .key = UPSTAND_FORM_SHOWN "requirement", .title = _ ("Requirement"), .width = 13
    };
    columns[COLUMN_DUE] =
        (UpstandFormColumn){ .key = UPSTAND_FORM_SHOWN "due", .title = _ ("Due"), .width = 13 };
    columns[COLUMN_STATE] = (UpstandFormColumn){ .key = UPSTAND_UPDATE_STATE,
        .title = _ ("State"),
        .definition = _ ("How it stands today. Of a blocked or cancelled activity the update says "
                         "why."),
        .choices = upstand_activity_states,
        .width = 15 };
    columns[COLUMN_PERCENT] = (UpstandFormColumn){ .key = UPSTAND_UPDATE_PERCENT,
        .title = _ ("Percent"),
        .definition = _ ("How much of it is done, from 0 to 100."),
        .width = 10 };
    columns[COLUMN_WORDS] = (UpstandFormColumn){ .key = UPSTAND_UPDATE_WORDS,
        .title = _ ("Update"),
        .definition = _ ("What happened since last time, in a sentence or two. It is kept with "
                         "today's date. No names, no case numbers."),
        .width = 46 };
    columns[COLUMN_NEW_DUE] = (UpstandFormColumn){ .key = UPSTAND_UPDATE_DUE,
        .title = _ ("New date"),
        .definition = _ ("Only if the date cannot be held: the day you propose instead."),
        .width = 13 };
    columns[COLUMN_REASON] = (UpstandFormColumn){ .key = UPSTAND_UPDATE_REASON,
        .title = _ ("Why a new date"),
        .definition = _ ("The reason for the new date. A date without one is not taken in."),
        .width = 34 };
}

static void
add_row (UpstandFormTable *table, const UpstandActivity *activity, const char *requirements)
{
    g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, UPSTAND_RECORD (activity)->id);
    UpstandFormCell cells[N_COLUMNS] = { 0 };
    cells[COLUMN_TITLE].cell = upstand_cell_text (activity->title);
    cells[COLUMN_REQUIREMENT].cell = upstand_cell_text (requirements);
    cells[COLUMN_DUE].cell = upstand_cell_date (activity->due);
    cells[COLUMN_STATE] = (UpstandFormCell){ upstand_cell_text (gettext (
                                                 upstand_activity_states[activity->state].label)),
        UPSTAND_ENTRY_CHOICE };
    cells[COLUMN_PERCENT] =
        (UpstandFormCell){ upstand_cell_whole (activity->percent), UPSTAND_ENTRY_PERCENT };
    cells[COLUMN_WORDS].entry = UPSTAND_ENTRY_WORDS;
    cells[COLUMN_NEW_DUE].entry = UPSTAND_ENTRY_DATE;
    cells[COLUMN_REASON].entry = UPSTAND_ENTRY_WORDS;
    upstand_form_table_add_row (table, key, cells);
}

UpstandForm *
upstand_update_form_new (UpstandDatabase *database, const UpstandFormIdentity *identity,
    const UpstandCover *cover, GError **error)
{
    g_return_val_if_fail (database && identity && cover, NULL);
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_activity_type);
    UpstandFormColumn columns[N_COLUMNS] = { 0 };
    upstand_list_query_where (
        query, "owner", UPSTAND_IS, (const char *[]){ identity->subject, NULL });
    upstand_list_query_where (query, "state", UPSTAND_IS, open_states);
    upstand_list_query_order (query, "due", FALSE);
    g_autoptr (GPtrArray) activities = upstand_list_query_run (query, database, 0, error);
    if (activities && activities->len == 0)
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND,
            _ ("“%s” has no activity that is still to be done."), identity->subject);
    if (!activities || activities->len == 0)
        return NULL;
    g_autoptr (UpstandForm) form = upstand_form_new (identity, cover);
    fill_columns (columns);
    UpstandFormTable *table = upstand_form_add_table (form, _ ("Activities"),
        _ ("Change what is no longer right in the framed cells, and say what happened."), columns,
        N_COLUMNS);
    for (guint i = 0; i < activities->len; i++) {
        const UpstandActivity *activity = g_ptr_array_index (activities, i);
        g_autoptr (GError) local = NULL;
        g_autofree char *requirements =
            list_requirements (database, UPSTAND_RECORD (activity)->id, &local);
        if (local) {
            g_propagate_error (error, g_steal_pointer (&local));
            return NULL;
        }
        add_row (table, activity, requirements);
    }
    return g_steal_pointer (&form);
}
