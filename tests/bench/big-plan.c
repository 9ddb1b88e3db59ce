/* SPDX-License-Identifier: MIT */
#include "big-plan.h"

#include <stdlib.h>

#include "bench.h"
#include "records/activity.h"
#include "records/requirement.h"

guint
big_plan_get_size (void)
{
    const char *said = g_getenv ("BENCH_ACTIVITIES");
    return said ? (guint)atoi (said) : 100000;
}

static const char *const verbs[] = { "Review", "Brief", "Train", "Publish", "Audit", "Listen to",
    "Map", "Agree", "Measure", "Renew", "Share" };
static const char *const things[] = { "live allegations", "the night-time economy",
    "trauma awareness", "protective orders", "the scrutiny panel", "listening circles",
    "supervision of investigations", "problem profiles", "referrals to support",
    "the wellbeing plan", "learning from complaints", "StreetSafe reports", "bail decisions" };
static const char *const units[] = { "Public Protection", "Professional Standards",
    "North Division", "South Division", "Control Room", "Learning and Development",
    "Neighbourhoods" };

#define PICK(list, number) list[(number) % G_N_ELEMENTS (list)]

static UpstandActivity *
activity_new (guint number, const GPtrArray *requirements)
{
    UpstandActivity *activity = upstand_record_new (&upstand_activity_type);
    /* Spread so that no order of the table is the order in which the rows were made. */
    guint mixed = number * 2654435761u;
    activity->title = g_strdup_printf (
        "%s %s, part %u", PICK (verbs, mixed >> 4), PICK (things, mixed >> 9), mixed % 9973);
    activity->description = g_strdup_printf (
        "Agreed at the board in week %u; the lead reports each quarter.", mixed % 53);
    activity->unit = g_strdup (PICK (units, mixed >> 13));
    activity->owner = g_strdup_printf ("Head of %s", activity->unit);
    activity->start = 738156 + (mixed >> 3) % 300;
    activity->due = activity->start + 30 + (mixed >> 5) % 400;
    activity->state = (mixed >> 7) % UPSTAND_ACTIVITY_COMPLETE;
    activity->percent =
        activity->state == UPSTAND_ACTIVITY_NOT_STARTED ? 0 : 5 * ((mixed >> 6) % 19);
    activity->key_milestone = mixed % 11 == 0;
    activity->success_measure = g_strdup ("Nine in ten done within twenty days");
    if (activity->state == UPSTAND_ACTIVITY_BLOCKED)
        activity->blockers = g_strdup ("Waiting for a decision on funding");
    UpstandRecord *requirement = g_ptr_array_index (requirements, (mixed >> 8) % requirements->len);
    activity->requirements = upstand_ids_add (NULL, requirement->id);
    return activity;
}

void
big_plan_make (gpointer path)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandFramework) framework = upstand_framework_load_default (&error);
    if (!framework || !upstand_plan_create (path, "Bench", framework, 0, "Planner", &error))
        bench_fail ("%s", error->message);
    g_autoptr (UpstandStore) store = big_plan_open (path);
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_requirement_type);
    g_autoptr (GPtrArray) requirements = upstand_store_list (store, query, 0, &error);
    if (!requirements || requirements->len == 0)
        bench_fail ("no requirements in the new plan");

    if (!upstand_store_begin (store, "Many activities", &error))
        bench_fail ("%s", error->message);
    for (guint i = 0; i < big_plan_get_size (); i++) {
        g_autoptr (UpstandActivity) activity = activity_new (i, requirements);
        if (!upstand_store_save (store, activity, &error))
            bench_fail ("%s", error->message);
    }
    if (!upstand_store_commit (store, &error))
        bench_fail ("%s", error->message);
}

UpstandStore *
big_plan_open (const char *path)
{
    g_autoptr (GError) error = NULL;
    UpstandStore *store = upstand_plan_open (path, UPSTAND_DATABASE_WRITE, NULL, &error);
    if (!store)
        bench_fail ("%s", error->message);
    return store;
}

sqlite3 *
big_plan_open_raw (const char *path)
{
    sqlite3 *raw = NULL;
    if (sqlite3_open (path, &raw) != SQLITE_OK ||
        sqlite3_exec (raw,
            "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA synchronous = FULL;"
            "PRAGMA temp_store = MEMORY",
            NULL, NULL, NULL) != SQLITE_OK)
        bench_fail ("%s", sqlite3_errmsg (raw));
    return raw;
}

sqlite3_stmt *
big_plan_prepare (sqlite3 *raw, const char *sql)
{
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v2 (raw, sql, -1, &statement, NULL) != SQLITE_OK)
        bench_fail ("%s: %s", sqlite3_errmsg (raw), sql);
    return statement;
}
