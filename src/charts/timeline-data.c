/* SPDX-License-Identifier: MIT */
#include "charts/timeline-data.h"

#include <glib/gi18n-lib.h>

#include "charts/timeline-chart.h"
#include "records/framework-records.h"
#include "records/plan.h"

typedef struct {
    char *path;
    char *owner;
    UpstandTimelineChoice choice;
    UpstandPlanRatings *ratings;
} Work;

/* What is at hand while the rows are made. */
typedef struct {
    const UpstandTimelineChoice *choice;
    UpstandPlanRatings *ratings;
    UpstandDay today;
    int near_days;
    GHashTable *served; /* requirement's id > GPtrArray of UpstandActivity, by start */
    UpstandTimeline *timeline;
} Making;

static void
work_free (Work *work)
{
    g_free (work->path);
    g_free (work->owner);
    upstand_plan_ratings_unref (work->ratings);
    g_free (work);
}

static GPtrArray *
list_activities (UpstandStore *store, const UpstandTimelineChoice *choice, GError **error)
{
    static const char *const done[] = { "complete", "cancelled", NULL };
    const char *const owners[] = { choice->owner, NULL };
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_activity_type);
    if (choice->owner)
        upstand_list_query_where (query, "owner", UPSTAND_IS, owners);
    if (choice->open_only)
        upstand_list_query_where (query, "state", UPSTAND_IS_NOT, done);
    upstand_list_query_order (query, "start", FALSE);
    return upstand_store_list (store, query, 0, error);
}

static GHashTable *
sort_by_requirement (GPtrArray *activities)
{
    GHashTable *served = g_hash_table_new_full (
        g_int64_hash, g_int64_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
    for (guint i = 0; i < activities->len; i++) {
        UpstandActivity *activity = g_ptr_array_index (activities, i);
        for (guint r = 0; activity->requirements && r < activity->requirements->len; r++) {
            gint64 *id = &g_array_index (activity->requirements, gint64, r);
            GPtrArray *row = g_hash_table_lookup (served, id);
            if (!row) {
                row = g_ptr_array_new ();
                g_hash_table_insert (served, id, row);
            }
            g_ptr_array_add (row, activity);
        }
    }
    return served;
}

static void
add_activity (Making *making, UpstandActivity *activity)
{
    UpstandTimelineItem item = {
        .id = activity->parent_instance.id,
        .title = activity->title,
        .owner = activity->owner,
        .standing = upstand_activity_standing (
            activity->state, activity->due, activity->completed, making->today, making->near_days),
        .percent = (int)activity->percent,
        .key_milestone = activity->key_milestone,
        .start = activity->start,
        .due = activity->due,
        .completed = activity->completed,
    };
    upstand_timeline_add_item (making->timeline, &item);
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
    const UpstandActivity *one = *(UpstandActivity *const *)a;
    const UpstandActivity *other = *(UpstandActivity *const *)b;
    UpstandDay first = one->start ? one->start : one->due ? one->due : G_MAXUINT32;
    UpstandDay second = other->start ? other->start : other->due ? other->due : G_MAXUINT32;
    return first < second ? -1 : first > second;
}

static void
add_activities (Making *making, GPtrArray *activities)
{
    g_ptr_array_sort (activities, compare_starts);
    for (guint i = 0; i < activities->len; i++)
        add_activity (making, g_ptr_array_index (activities, i));
}

static void
add_requirement (Making *making, const UpstandOutlineNode *place)
{
    UpstandRequirement *requirement = place->record;
    gint64 id = requirement->parent_instance.id;
    GPtrArray *activities = g_hash_table_lookup (making->served, &id);
    const UpstandDutyRating *duty = upstand_plan_ratings_get (making->ratings, id);
    if (!activities)
        return;
    g_autofree char *title = g_strdup_printf ("%s %s", requirement->code,
        upstand_requirement_get_title (requirement, g_get_language_names ()[0]));
    UpstandTimelineGroup group = {
        .id = id,
        .title = title,
        .deadline = duty ? duty->current_deadline : 0,
        .original_deadline = duty ? duty->original_deadline : 0,
    };
    upstand_timeline_add_group (making->timeline, &group);
    add_activities (making, activities);
}

/* The deadline that matters now: the first of the requirements' that is not past, else the last. */
static void
pick_deadline (Making *making, const UpstandOutlineNode *place, UpstandTimelineGroup *group)
{
    for (guint i = 0; i < place->children->len; i++) {
        const UpstandOutlineNode *part = g_ptr_array_index (place->children, i);
        const UpstandDutyRating *duty =
            upstand_plan_ratings_get (making->ratings, UPSTAND_RECORD (part->record)->id);
        if (!duty || !duty->current_deadline)
            continue;
        gboolean ahead = duty->current_deadline >= making->today;
        gboolean better =
            !group->deadline ||
            (group->deadline >= making->today ? ahead && duty->current_deadline < group->deadline
                                              : ahead || duty->current_deadline > group->deadline);
        if (!better)
            continue;
        group->deadline = duty->current_deadline;
        group->original_deadline = duty->original_deadline;
    }
}

static void
add_action (Making *making, const UpstandOutlineNode *place)
{
    UpstandAction *action = place->record;
    g_autoptr (GPtrArray) activities = g_ptr_array_new ();
    g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

    for (guint i = 0; i < place->children->len; i++) {
        const UpstandOutlineNode *part = g_ptr_array_index (place->children, i);
        GPtrArray *served =
            g_hash_table_lookup (making->served, &UPSTAND_RECORD (part->record)->id);
        for (guint a = 0; served && a < served->len; a++)
            if (g_hash_table_add (seen, g_ptr_array_index (served, a)))
                g_ptr_array_add (activities, g_ptr_array_index (served, a));
    }
    if (activities->len == 0)
        return;
    g_autofree char *title = g_strdup_printf (
        "%s %s", action->code, upstand_action_get_title (action, g_get_language_names ()[0]));
    UpstandTimelineGroup group = { .id = action->parent_instance.id, .title = title };
    pick_deadline (making, place, &group);
    upstand_timeline_add_group (making->timeline, &group);
    add_activities (making, activities);
}

static void
add_pillar (Making *making, const UpstandOutlineNode *pillar)
{
    const UpstandTimelineChoice *choice = making->choice;
    for (guint a = 0; a < pillar->children->len; a++) {
        const UpstandOutlineNode *action = g_ptr_array_index (pillar->children, a);
        if (choice->action_id && UPSTAND_RECORD (action->record)->id != choice->action_id)
            continue;
        if (choice->grouping == UPSTAND_TIMELINE_BY_ACTION) {
            add_action (making, action);
            continue;
        }
        for (guint r = 0; r < action->children->len; r++)
            add_requirement (making, g_ptr_array_index (action->children, r));
    }
}

UpstandChart *
upstand_timeline_data_build (UpstandStore *store, const UpstandTimelineChoice *choice,
    UpstandPlanRatings *ratings, GError **error)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (store) && choice && ratings, NULL);
    g_autoptr (GPtrArray) outline = upstand_plan_get_outline (store, 0, error);
    g_autoptr (GPtrArray) activities = outline ? list_activities (store, choice, error) : NULL;
    if (!activities)
        return NULL;
    UpstandDay today = upstand_plan_ratings_get_today (ratings);
    g_autoptr (GHashTable) served = sort_by_requirement (activities);
    Making making = {
        .choice = choice,
        .ratings = ratings,
        .today = today,
        .near_days = upstand_plan_ratings_get_thresholds (ratings)->near_days,
        .served = served,
        .timeline = upstand_timeline_new (_ ("Timeline of the activities"), today),
    };
    for (guint p = 0; p < outline->len; p++)
        add_pillar (&making, g_ptr_array_index (outline, p));
    return upstand_timeline_end (making.timeline);
}

static gpointer
work_run (UpstandJob *job, gpointer data, GError **error)
{
    Work *work = data;
    UpstandDatabase *database =
        upstand_database_open_again (work->path, UPSTAND_DATABASE_READ_ONLY, error);
    if (!database)
        return NULL;
    g_autoptr (UpstandStore) store = upstand_store_new (database, "", "");
    return upstand_timeline_data_build (store, &work->choice, work->ratings, error);
}

UpstandJob *
upstand_timeline_data_new_job (
    const char *path, const UpstandTimelineChoice *choice, UpstandPlanRatings *ratings)
{
    g_return_val_if_fail (path && choice && ratings, NULL);
    Work *work = g_new0 (Work, 1);
    work->path = g_strdup (path);
    work->choice = *choice;
    work->owner = g_strdup (choice->owner);
    work->choice.owner = work->owner;
    work->ratings = upstand_plan_ratings_ref (ratings);
    return upstand_job_new (_ ("Drawing the timeline"), work_run, work, (GDestroyNotify)work_free,
        (GDestroyNotify)upstand_chart_unref);
}
