/* SPDX-License-Identifier: MIT */
#pragma once

#include "charts/chart.h"
#include "rules/rating.h"

G_BEGIN_DECLS

/**
 * UpstandActions:
 *
 * The chart of actions in the making: under each pillar its actions, and of each action how many
 * requirements have which rating, as the rules counted them.
 */
typedef struct _UpstandActions UpstandActions;

UpstandActions *upstand_actions_new (const char *title);

/** Begins a pillar; the actions added from now on are its own. */
void upstand_actions_add_pillar (UpstandActions *actions, const char *title);

/**
 * Adds an action.
 *
 * @id: what the marks of its bar carry; their part is the UpstandRating
 * @code: "4"; set flush right before the title
 */
void upstand_actions_add (UpstandActions *actions, gint64 id, const char *code, const char *title,
    const UpstandDistribution *distribution);

/** Makes the chart and frees @actions. */
UpstandChart *upstand_actions_end (UpstandActions *actions);

/** Throws away what was not ended. */
void upstand_actions_free (UpstandActions *actions);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandActions, upstand_actions_free)

G_END_DECLS
