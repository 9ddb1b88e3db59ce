/* SPDX-License-Identifier: MIT */
#include "upstand-config.h"

#include "charts/plan-charts.h"

#include "charts/actions-data.h"
#include "charts/engagement-charts.h"
#include "charts/skills-charts.h"
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

/* The outline, and the newest census that has come by @today; UPSTAND_NOWHERE without one. */
static UpstandSkillsOutline *
load_skills_outline (UpstandStore *store, UpstandDay today, guint *census, GError **error)
{
    UpstandSkillsOutline *outline = upstand_skills_outline_load (
        upstand_store_get_database (store), g_get_language_names ()[0], error);
    *census = UPSTAND_NOWHERE;
    for (guint i = 0; outline && i < upstand_skills_outline_get_n_censuses (outline); i++)
        if (i == 0 || upstand_skills_outline_get_census (outline, i)->as_at <= today)
            *census = i;
    if (outline && *census == UPSTAND_NOWHERE)
        g_set_error_literal (error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND,
            _ ("The plan has no census yet, so there is no skills gap to draw."));
    return outline;
}

static UpstandSkills *
load_skills (UpstandStore *store, UpstandDay today, GError **error)
{
    guint census;
    g_autoptr (UpstandSkillsOutline) outline = load_skills_outline (store, today, &census, error);
    if (!outline || census == UPSTAND_NOWHERE)
        return NULL;
    return upstand_skills_load (
        outline, upstand_store_get_database (store), census, UPSTAND_NOWHERE, error);
}

static UpstandChart *
build_skills_gap (UpstandStore *store, UpstandDay today, GError **error)
{
    g_autoptr (UpstandSkills) skills = load_skills (store, today, error);

    return skills ? upstand_skills_steps_chart (skills, UPSTAND_NOWHERE, UPSTAND_BASIS_HEADCOUNT)
                  : NULL;
}

static UpstandChart *
build_units (UpstandStore *store, UpstandDay today, GError **error)
{
    g_autoptr (UpstandSkills) skills = load_skills (store, today, error);

    return skills ? upstand_skills_units_chart (skills, UPSTAND_BASIS_HEADCOUNT, UPSTAND_GAP_TOTAL)
                  : NULL;
}

static UpstandChart *
build_skills_trend (UpstandStore *store, UpstandDay today, GError **error)
{
    guint census;
    g_autoptr (UpstandSkillsOutline) outline = load_skills_outline (store, today, &census, error);
    g_autoptr (UpstandSkillsTrend) trend =
        outline && census != UPSTAND_NOWHERE
            ? upstand_skills_trend_load (outline, upstand_store_get_database (store),
                  UPSTAND_NOWHERE, UPSTAND_WORKFORCE_ALL, UPSTAND_BASIS_HEADCOUNT, error)
            : NULL;

    return trend ? upstand_skills_trend_chart (trend, _ ("Whole force")) : NULL;
}

static const UpstandPlanChart plan_charts[] = {
    { "actions", "OFFICIAL", build_actions },
    { "timeline", "OFFICIAL", build_timeline },
    { "skills-gap", "OFFICIAL", build_skills_gap },
    { "skills-trend", "OFFICIAL", build_skills_trend },
    { "units", "OFFICIAL", build_units },
    { "coverage", "OFFICIAL", upstand_coverage_plan_chart },
    { "engagements", "OFFICIAL", upstand_engagements_plan_chart },
    { "chains", "OFFICIAL", upstand_chains_plan_chart },
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
