/* SPDX-License-Identifier: MIT */
#include "upstand-config.h"

#include "charts/plan-charts.h"

#include "charts/actions-data.h"
#include "charts/space-charts.h"
#include "charts/timeline-data.h"
#include "database/error.h"

#include <glib/gi18n-lib.h>

static UpstandChart *
build_actions (UpstandStore *store, UpstandDay today, GError **error)
{
    g_autoptr (UpstandPlanRatings) ratings =
        upstand_plan_ratings_load (upstand_store_get_database (store), today, error);

    return ratings ? upstand_actions_data_build (store, ratings, error) : NULL;
}

static UpstandChart *
build_timeline (UpstandStore *store, UpstandDay today, GError **error)
{
    const UpstandTimelineChoice choice = { .grouping = UPSTAND_TIMELINE_BY_ACTION };
    g_autoptr (UpstandPlanRatings) ratings =
        upstand_plan_ratings_load (upstand_store_get_database (store), today, error);

    return ratings ? upstand_timeline_data_build (store, &choice, ratings, error) : NULL;
}

static const UpstandPlanChart plan_charts[] = {
    { "actions", "OFFICIAL", build_actions },
    { "timeline", "OFFICIAL", build_timeline },
    { "spaces", "OFFICIAL-SENSITIVE", upstand_spaces_chart },
};

static char *
list_names (void)
{
    GString *names = g_string_new (NULL);

    for (guint i = 0; i < G_N_ELEMENTS (plan_charts); i++)
        g_string_append_printf (names, i > 0 ? ", %s" : "%s", plan_charts[i].name);
    return g_string_free (names, FALSE);
}

const UpstandPlanChart *
upstand_plan_chart_find (const char *name, GError **error)
{
    g_return_val_if_fail (name != NULL, NULL);

    for (guint i = 0; i < G_N_ELEMENTS (plan_charts); i++)
        if (g_str_equal (plan_charts[i].name, name))
            return &plan_charts[i];

    g_autofree char *names = list_names ();

    g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND,
        _ ("There is no chart “%1$s”. There is: %2$s."), name, names);
    return NULL;
}
