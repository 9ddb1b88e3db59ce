/* SPDX-License-Identifier: MIT */
#pragma once

#include <gio/gio.h>

#include "records/plan.h"
#include "records/requirement.h"
#include "rules/plan-ratings.h"

G_BEGIN_DECLS

typedef enum {
    UPSTAND_PLAN_PILLAR,
    UPSTAND_PLAN_ACTION,
    UPSTAND_PLAN_REQUIREMENT,
} UpstandPlanLevel;

#define UPSTAND_TYPE_PLAN_NODE (upstand_plan_node_get_type ())
G_DECLARE_FINAL_TYPE (UpstandPlanNode, upstand_plan_node, UPSTAND, PLAN_NODE, GObject)

/**
 * UpstandPlanNode:
 *
 * One line of the tree: a pillar, an action or a requirement, with how it stands. Signal "changed":
 * it looks different now.
 */
struct _UpstandPlanNode {
    GObject parent_instance;

    UpstandPlanLevel level;
    UpstandPlanNode *parent; /* borrowed; NULL for a pillar */
    gint64 id;
    char *code;
    char *title;
    char *words; /* what a search looks through, folded */
    UpstandCadence cadence;
    gboolean has_children, expanded;
    gboolean fits; /* the filter, by itself or through a child */

    gboolean rated;
    UpstandRating rating; /* as shown; of a pillar or an action the worst */
    gboolean by_hand; /* an override holds */
    int percent;
    UpstandDay due; /* of the clock; 0: nothing falls due */
    gboolean overdue;
    gboolean wants_evidence; /* what is due is new evidence */
    UpstandDistribution distribution; /* of the requirements below */
};

/** "off track 1 of 5, slipping 2" or "Slipping, 60%, 12 days overdue"; "" until rated. Freed. */
char *upstand_plan_node_describe (UpstandPlanNode *node, UpstandDay today);

/** When it is due, "12 days overdue"; "" when nothing is. To be freed. */
char *upstand_plan_node_describe_due (UpstandPlanNode *node, UpstandDay today);

/** What to look for. Begin with UPSTAND_PLAN_FILTER_NONE. */
typedef struct {
    UpstandRating rating; /* NONE: any */
    int cadence; /* UpstandCadence; -1: any */
    gboolean overdue; /* only what is */
    const char *words; /* NULL or "": any */
} UpstandPlanFilter;

#define UPSTAND_PLAN_FILTER_NONE \
    { \
        UPSTAND_RATING_NONE, -1, FALSE, NULL \
    }

#define UPSTAND_TYPE_PLAN_TREE (upstand_plan_tree_get_type ())
G_DECLARE_FINAL_TYPE (UpstandPlanTree, upstand_plan_tree, UPSTAND, PLAN_TREE, GObject)

/**
 * UpstandPlanTree:
 *
 * A list model of UpstandPlanNode: the lines of the tree that can be seen, pillar > action >
 * requirement in the framework's order, without those below a closed line or outside the filter.
 */
UpstandPlanTree *upstand_plan_tree_new (void);

/** Reads the plan's outline anew. Lines that are there already keep their place and state. */
gboolean upstand_plan_tree_load (UpstandPlanTree *self, UpstandStore *store, GError **error);

/** Shows how the plan stands; only lines that look different now say so. */
void upstand_plan_tree_set_ratings (UpstandPlanTree *self, UpstandPlanRatings *ratings);

void upstand_plan_tree_set_filter (UpstandPlanTree *self, const UpstandPlanFilter *filter);

/**
 * Lets @most lines be seen, the first ones; 0: all, as from the start. For the first frame, which
 * need not wait for lines that are below the window. Revealing a node shows all.
 */
void upstand_plan_tree_set_most (UpstandPlanTree *self, guint most);

/** How many requirements fit the filter, and how many there are. */
guint upstand_plan_tree_count (UpstandPlanTree *self, guint *total);

/** Opens or closes a pillar or an action. */
void upstand_plan_tree_set_expanded (
    UpstandPlanTree *self, UpstandPlanNode *node, gboolean expanded);

/** The node of that level's record, seen or not; NULL: none. Owned by the tree. */
UpstandPlanNode *upstand_plan_tree_find (UpstandPlanTree *self, UpstandPlanLevel level, gint64 id);

/** Opens what @node lies under; its position among the lines, G_MAXUINT when it does not fit. */
guint upstand_plan_tree_reveal (UpstandPlanTree *self, UpstandPlanNode *node);

/** Where @node stands among the lines; G_MAXUINT: not seen. */
guint upstand_plan_tree_get_position (UpstandPlanTree *self, UpstandPlanNode *node);

G_END_DECLS
