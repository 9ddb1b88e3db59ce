/* SPDX-License-Identifier: MIT */
#include "pages/skills-registers.h"

#include <glib/gi18n-lib.h>

#include "records/census.h"
#include "records/deployment-model.h"
#include "records/framework-records.h"
#include "records/headcount.h"
#include "records/scenario.h"
#include "records/unit.h"
#include "rules/period.h"

#define ICON "upstand-skills-symbolic"

static gint64
count_cells (UpstandStore *store, const char *field, gpointer record)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_headcount_type);
    upstand_list_query_where_id (query, field, UPSTAND_IS, UPSTAND_RECORD (record)->id);
    return upstand_store_count (store, query, NULL);
}

/* Units -------------------------------------------------------------------------------------------
 */

static void
begin_unit (gpointer record, UpstandStore *store, UpstandDay today)
{
    UpstandUnit *unit = record;
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_unit_type);
    upstand_list_query_where (query, "kind", UPSTAND_IS, (const char *[]){ "force", NULL });
    g_autoptr (GPtrArray) forces = upstand_store_list (store, query, 1, NULL);
    /* Most units are teams of the one force there is. */
    unit->kind = forces && forces->len ? UPSTAND_UNIT_TEAM : UPSTAND_UNIT_FORCE;
    if (forces && forces->len)
        unit->parent_id = UPSTAND_RECORD (g_ptr_array_index (forces, 0))->id;
}

static char *
keep_unit (gpointer record, UpstandStore *store)
{
    gint64 n = count_cells (store, "unit_id", record);
    if (n <= 0)
        return NULL;
    return g_strdup_printf (
        ngettext ("“%s” has %u figure. Give it the day it closed instead.",
            "“%s” has %u figures. Give it the day it closed instead.", (gulong)n),
        ((UpstandUnit *)record)->name, (guint)n);
}

static const char *const unit_fields[] = { "name", "kind", "parent_id", "opened", "closed",
    "merged_into", "note", NULL };

const UpstandRegister upstand_unit_register = {
    .id = "units",
    .type = &upstand_unit_type,
    .fields = unit_fields,
    .icon_name = ICON,
    .new_label = N_ ("_New unit"),
    .new_heading = N_ ("New unit"),
    .edit_heading = N_ ("Unit"),
    .advice =
        N_ ("Figures are entered for units without parts; what is made of parts is their sum."),
    .search_label = N_ ("Search the units"),
    .empty_title = N_ ("No units yet"),
    .empty_words = N_ ("A unit is a team or department in which specialists are counted. Begin with"
                       " the force itself, then add its parts."),
    .order = "name",
    .begin = begin_unit,
    .keep = keep_unit,
};

/* Censuses ----------------------------------------------------------------------------------------
 */

static gboolean
has_census (UpstandStore *store, UpstandDay day)
{
    g_autofree char *iso = upstand_date_to_iso (day);
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_census_type);
    upstand_list_query_where (query, "as_at", UPSTAND_IS, (const char *[]){ iso, NULL });
    return upstand_store_count (store, query, NULL) > 0;
}

UpstandDay
upstand_census_propose (UpstandStore *store, UpstandDay today)
{
    g_autoptr (UpstandListQuery) all = upstand_list_query_new (&upstand_edition_type);
    upstand_list_query_order (all, "launched", FALSE);
    g_autoptr (GPtrArray) editions = upstand_store_list (store, all, 1, NULL);
    UpstandDay launched = editions && editions->len
                              ? ((UpstandEdition *)g_ptr_array_index (editions, 0))->launched
                              : 0;
    UpstandDay first = upstand_date_add_months (launched, 3);
    if (first && first >= today && !has_census (store, first))
        return first;
    UpstandPeriod census = upstand_period_current (UPSTAND_PERIOD_CENSUS, today);
    while (has_census (store, census.end))
        census = upstand_period_next (&census);
    return census.end;
}

static void
begin_census (gpointer record, UpstandStore *store, UpstandDay today)
{
    ((UpstandCensus *)record)->as_at = upstand_census_propose (store, today);
}

static const char *const census_fields[] = { "as_at", "note", NULL };

const UpstandRegister upstand_census_register = {
    .id = "censuses",
    .type = &upstand_census_type,
    .fields = census_fields,
    .icon_name = ICON,
    .new_label = N_ ("_New census"),
    .new_heading = N_ ("New census"),
    .edit_heading = N_ ("Census"),
    .advice = N_ ("The usual days are 31 March and 30 September. Deleting a census deletes its"
                  " figures with it."),
    .search_label = N_ ("Search the censuses"),
    .empty_title = N_ ("No census yet"),
    .empty_words = N_ ("A census is a day on which specialists were counted: usually 31 March and"
                       " 30 September."),
    .order = "as_at",
    .descending = TRUE,
    .begin = begin_census,
};

/* Capabilities ------------------------------------------------------------------------------------
 */

static void
begin_capability (gpointer record, UpstandStore *store, UpstandDay today)
{
    UpstandFrameworkItem *item = record;
    g_autofree char *uuid = g_uuid_string_random ();
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_framework_item_type);
    upstand_list_query_where (
        query, "list", UPSTAND_IS, (const char *[]){ UPSTAND_LIST_CAPABILITY, NULL });
    item->list = g_strdup (UPSTAND_LIST_CAPABILITY);
    /* A name of its own, which no later edition can have chosen. */
    item->code = g_strdup_printf ("own-%.8s", uuid);
    item->position = upstand_store_count (store, query, NULL);
}

static void
narrow_to_capabilities (UpstandListQuery *query)
{
    upstand_list_query_where (
        query, "list", UPSTAND_IS, (const char *[]){ UPSTAND_LIST_CAPABILITY, NULL });
}

static char *
keep_capability (gpointer record, UpstandStore *store)
{
    UpstandFrameworkItem *item = record;
    if (item->edition_id)
        return g_strdup_printf (_ ("“%s” is the framework's own. Mark its cells as not applicable"
                                   " where the force does not use it."),
            item->title_en);
    gint64 n = count_cells (store, "capability_id", record);
    if (n <= 0)
        return NULL;
    return g_strdup_printf (ngettext ("“%s” has %u figure, which would be lost with it.",
                                "“%s” has %u figures, which would be lost with it.", (gulong)n),
        item->title_en, (guint)n);
}

static const char *const capability_fields[] = { "title_en", "title_cy", "short_en", "short_cy",
    NULL };

const UpstandRegister upstand_capability_register = {
    .id = "capabilities",
    .type = &upstand_framework_item_type,
    .label = N_ ("Capabilities"),
    .fields = capability_fields,
    .icon_name = ICON,
    .new_label = N_ ("_New capability"),
    .new_heading = N_ ("New capability"),
    .edit_heading = N_ ("Capability"),
    .advice =
        N_ ("The framework names six. A capability is not a person: somebody may have several."),
    .search_label = N_ ("Search the capabilities"),
    .empty_title = N_ ("No capabilities"),
    .empty_words = N_ ("The framework brings its own; a force can add others."),
    .order = "position",
    .begin = begin_capability,
    .narrow = narrow_to_capabilities,
    .keep = keep_capability,
};

/* Breaks, models, scenarios ---------------------------------------------------------------------
 */

static void
begin_break (gpointer record, UpstandStore *store, UpstandDay today)
{
    ((UpstandSeriesBreak *)record)->dated = today;
}

static const char *const break_fields[] = { "dated", "capability_id", "unit_id", "reason", NULL };

const UpstandRegister upstand_series_break_register = {
    .id = "series-breaks",
    .type = &upstand_series_break_type,
    .fields = break_fields,
    .icon_name = ICON,
    .new_label = N_ ("_New break"),
    .new_heading = N_ ("New break in a series"),
    .edit_heading = N_ ("Break in a series"),
    .advice =
        N_ ("Say what changed: a title, a system, who counts. From that day on figures are not"
            " compared with earlier ones. Without a capability or unit it holds for all."),
    .search_label = N_ ("Search the breaks"),
    .empty_title = N_ ("No breaks in the series"),
    .empty_words = N_ ("When a job title or a system changes, numbers move and people do not. Write"
                       " it down here, and no trend is drawn across it."),
    .order = "dated",
    .descending = TRUE,
    .begin = begin_break,
};

static char *
share_text (UpstandRecord *record, gpointer user_data)
{
    gint64 share = upstand_deployment_model_get_share ((UpstandDeploymentModel *)record);
    if (share < 0)
        return NULL;
    g_autofree char *number = upstand_figure_format (upstand_figure_of (share));
    return g_strdup_printf ("%s %%", number);
}

static const char *
model_style (UpstandRecord *record, const UpstandField *field, gpointer view)
{
    UpstandDay review = ((UpstandDeploymentModel *)record)->review;
    gboolean overdue =
        review && review < upstand_register_view_get_today (UPSTAND_REGISTER_VIEW (view));
    return overdue && strcmp (field->name, "review") == 0 ? "tone-bad" : NULL;
}

static const UpstandTableExtra model_extras[] = {
    { "share", N_ ("Cases with a specialist"), share_text, NULL, "review", 140, FALSE },
};

static const char *const model_fields[] = { "title", "capabilities", "unit_id", "owner", "adopted",
    "review", "description", "cases", "cases_with", NULL };

const UpstandRegister upstand_deployment_model_register = {
    .id = "deployment-models",
    .type = &upstand_deployment_model_type,
    .fields = model_fields,
    .icon_name = ICON,
    .new_label = N_ ("_New model"),
    .new_heading = N_ ("New deployment model"),
    .edit_heading = N_ ("Deployment model"),
    .search_label = N_ ("Search the deployment models"),
    .empty_title = N_ ("No deployment models yet"),
    .empty_words = N_ ("How are specialists sent to the cases that need them? Write down the model,"
                       " when it was adopted and when it is reviewed."),
    .order = "title",
    .style = model_style,
    .extras = model_extras,
    .n_extras = G_N_ELEMENTS (model_extras),
};

static const char *const scenario_fields[] = { "title", "kind", "growth", "assumptions", NULL };

const UpstandRegister upstand_scenario_register = {
    .id = "scenarios",
    .type = &upstand_scenario_type,
    .fields = scenario_fields,
    .icon_name = ICON,
    .new_label = N_ ("_New scenario"),
    .new_heading = N_ ("New scenario"),
    .edit_heading = N_ ("Scenario"),
    .advice = N_ ("Write down what it assumes, so that a reader can disagree with it."),
    .search_label = N_ ("Search the scenarios"),
    .empty_title = N_ ("No scenarios yet"),
    .empty_words = N_ ("A scenario is one way the next four years could go: as now, with growing"
                       " demand, or with planned intakes and leavers."),
    .order = "title",
};

const UpstandRegister *const upstand_skills_registers[] = {
    &upstand_unit_register,
    &upstand_census_register,
    &upstand_capability_register,
    &upstand_series_break_register,
    &upstand_deployment_model_register,
    &upstand_scenario_register,
    NULL,
};
