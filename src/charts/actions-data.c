/* SPDX-License-Identifier: MIT */
#include "upstand-config.h"

#include "charts/actions-data.h"

#include "charts/actions-chart.h"
#include "records/framework-records.h"
#include "records/plan.h"

#include <glib/gi18n-lib.h>

static void
add_pillar (UpstandActions *actions, const UpstandOutlineNode *node, UpstandPlanRatings *ratings)
{
    const char *language = g_get_language_names ()[0];

    upstand_actions_add_pillar (actions, upstand_pillar_get_title (node->record, language));
    for (guint i = 0; i < node->children->len; i++) {
        const UpstandOutlineNode *place = g_ptr_array_index (node->children, i);
        UpstandAction *action = place->record;
        gint64 id = UPSTAND_RECORD (action)->id;
        UpstandDistribution distribution = upstand_plan_ratings_of_action (ratings, id);

        upstand_actions_add (
            actions, id, action->code, upstand_action_get_title (action, language), &distribution);
    }
}

UpstandChart *
upstand_actions_data_build (UpstandStore *store, UpstandPlanRatings *ratings, GError **error)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (store) && ratings != NULL, NULL);

    g_autoptr (GPtrArray) outline = upstand_plan_get_outline (store, 0, error);
    UpstandActions *actions;

    if (!outline)
        return NULL;
    actions = upstand_actions_new (_ ("Requirements of each action"));
    for (guint i = 0; i < outline->len; i++)
        add_pillar (actions, g_ptr_array_index (outline, i), ratings);
    return upstand_actions_end (actions);
}
