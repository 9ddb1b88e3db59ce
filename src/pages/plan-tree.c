/* SPDX-License-Identifier: MIT */
#include "pages/plan-tree.h"

#include <glib/gi18n-lib.h>

#include "pages/day-words.h"
#include "records/framework-records.h"

struct _UpstandPlanTree {
    GObject parent_instance;

    GPtrArray *nodes; /* all of them, in reading order */
    GPtrArray *lines; /* those that are seen, borrowed */
    UpstandPlanFilter filter;
    char *words; /* of the filter, folded */
    guint most; /* lines that may be seen; 0: all */
};

static GType
get_item_type (GListModel *model)
{
    return UPSTAND_TYPE_PLAN_NODE;
}

static guint
get_n_items (GListModel *model)
{
    return UPSTAND_PLAN_TREE (model)->lines->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
    GPtrArray *lines = UPSTAND_PLAN_TREE (model)->lines;
    return position < lines->len ? g_object_ref (g_ptr_array_index (lines, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
    iface->get_item_type = get_item_type;
    iface->get_n_items = get_n_items;
    iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE (UpstandPlanNode, upstand_plan_node, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (UpstandPlanTree, upstand_plan_tree, G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static guint changed_signal;

static void
upstand_plan_node_finalize (GObject *object)
{
    UpstandPlanNode *self = UPSTAND_PLAN_NODE (object);
    g_free (self->code);
    g_free (self->title);
    g_free (self->words);
    G_OBJECT_CLASS (upstand_plan_node_parent_class)->finalize (object);
}

static void
upstand_plan_node_class_init (UpstandPlanNodeClass *klass)
{
    G_OBJECT_CLASS (klass)->finalize = upstand_plan_node_finalize;
    changed_signal = g_signal_new (
        "changed", UPSTAND_TYPE_PLAN_NODE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
upstand_plan_node_init (UpstandPlanNode *self)
{
    self->expanded = TRUE;
    self->fits = TRUE;
}

static void
upstand_plan_tree_finalize (GObject *object)
{
    UpstandPlanTree *self = UPSTAND_PLAN_TREE (object);
    g_ptr_array_unref (self->nodes);
    g_ptr_array_unref (self->lines);
    g_free (self->words);
    G_OBJECT_CLASS (upstand_plan_tree_parent_class)->finalize (object);
}

static void
upstand_plan_tree_class_init (UpstandPlanTreeClass *klass)
{
    G_OBJECT_CLASS (klass)->finalize = upstand_plan_tree_finalize;
}

static void
upstand_plan_tree_init (UpstandPlanTree *self)
{
    self->nodes = g_ptr_array_new_with_free_func (g_object_unref);
    self->lines = g_ptr_array_new ();
    self->filter = (UpstandPlanFilter)UPSTAND_PLAN_FILTER_NONE;
}

UpstandPlanTree *
upstand_plan_tree_new (void)
{
    return g_object_new (UPSTAND_TYPE_PLAN_TREE, NULL);
}

char *
upstand_plan_node_describe_due (UpstandPlanNode *node, UpstandDay today)
{
    g_return_val_if_fail (UPSTAND_IS_PLAN_NODE (node), NULL);
    return node->wants_evidence ? upstand_day_words_evidence (node->due, today)
                                : upstand_day_words_due (node->due, today);
}

char *
upstand_plan_node_describe (UpstandPlanNode *node, UpstandDay today)
{
    g_return_val_if_fail (UPSTAND_IS_PLAN_NODE (node), NULL);
    if (!node->rated)
        return g_strdup ("");
    if (node->level != UPSTAND_PLAN_REQUIREMENT)
        return upstand_distribution_describe (&node->distribution);
    const char *rating = upstand_rating_get_label (node->rating);
    if (!node->due)
        /* Translators: a rating and the share that is done. */
        return g_strdup_printf (_ ("%s, %d%%"), rating, node->percent);
    g_autofree char *due = upstand_plan_node_describe_due (node, today);
    /* Translators: a rating, the share that is done, and when it is due. */
    return g_strdup_printf (_ ("%s, %d%%, %s"), rating, node->percent, due);
}

static gboolean
matches (UpstandPlanTree *self, UpstandPlanNode *node)
{
    const UpstandPlanFilter *filter = &self->filter;
    if (filter->rating && (!node->rated || node->rating != filter->rating))
        return FALSE;
    if (filter->cadence >= 0 && (int)node->cadence != filter->cadence)
        return FALSE;
    if (filter->overdue && !node->overdue)
        return FALSE;
    if (!self->words)
        return TRUE;
    /* A duty is also found by the words of the action and the pillar it belongs to. */
    g_auto (GStrv) wanted = g_strsplit (self->words, " ", -1);
    for (guint i = 0; wanted[i]; i++) {
        gboolean found = FALSE;
        for (UpstandPlanNode *place = node; place && !found; place = place->parent)
            found = strstr (place->words, wanted[i]) != NULL;
        if (!found)
            return FALSE;
    }
    return TRUE;
}

static void
judge_nodes (UpstandPlanTree *self)
{
    for (guint i = 0; i < self->nodes->len; i++)
        ((UpstandPlanNode *)g_ptr_array_index (self->nodes, i))->fits = FALSE;
    for (guint i = 0; i < self->nodes->len; i++) {
        UpstandPlanNode *node = g_ptr_array_index (self->nodes, i);
        if (node->level != UPSTAND_PLAN_REQUIREMENT || !matches (self, node))
            continue;
        for (UpstandPlanNode *place = node; place; place = place->parent)
            place->fits = TRUE;
    }
}

static gboolean
is_seen (UpstandPlanNode *node)
{
    if (!node->fits)
        return FALSE;
    for (UpstandPlanNode *place = node->parent; place; place = place->parent)
        if (!place->expanded)
            return FALSE;
    return TRUE;
}

/* Only the stretch between the first and the last difference is announced: rows outside it, and
 * the selection in them, are left alone. */
static void
settle_lines (UpstandPlanTree *self)
{
    g_autoptr (GPtrArray) before = self->lines;
    self->lines = g_ptr_array_new ();
    guint most = self->most ? self->most : G_MAXUINT;
    for (guint i = 0; i < self->nodes->len && self->lines->len < most; i++)
        if (is_seen (g_ptr_array_index (self->nodes, i)))
            g_ptr_array_add (self->lines, g_ptr_array_index (self->nodes, i));

    guint first = 0, last = 0;
    guint least = MIN (before->len, self->lines->len);
    while (first < least && before->pdata[first] == self->lines->pdata[first])
        first++;
    while (last < least - first &&
           before->pdata[before->len - 1 - last] == self->lines->pdata[self->lines->len - 1 - last])
        last++;
    guint removed = before->len - first - last, added = self->lines->len - first - last;
    if (removed || added)
        g_list_model_items_changed (G_LIST_MODEL (self), first, removed, added);
}

static char *
fold (const char *text)
{
    return g_utf8_casefold (text ? text : "", -1);
}

static UpstandPlanNode *
keep_node (UpstandPlanTree *self, GPtrArray *nodes, UpstandPlanLevel level, gpointer record,
    UpstandPlanNode *parent)
{
    gint64 id = ((UpstandRecord *)record)->id;
    UpstandPlanNode *old = upstand_plan_tree_find (self, level, id);
    UpstandPlanNode *node = old ? g_object_ref (old) : g_object_new (UPSTAND_TYPE_PLAN_NODE, NULL);
    node->level = level;
    node->id = id;
    node->parent = parent;
    if (parent)
        parent->has_children = TRUE;
    g_ptr_array_add (nodes, node);
    return node;
}

static void
name_node (UpstandPlanNode *node, const char *code, const char *title, const char *more)
{
    g_autofree char *all = g_strjoin (" ", code, title, more, NULL);
    g_free (node->words);
    node->words = fold (all);
    if (g_strcmp0 (node->code, code) == 0 && g_strcmp0 (node->title, title) == 0)
        return;
    g_free (node->code);
    node->code = g_strdup (code);
    g_free (node->title);
    node->title = g_strdup (title);
    g_signal_emit (node, changed_signal, 0);
}

static void
add_outline (UpstandPlanTree *self, GPtrArray *nodes, const UpstandOutlineNode *place,
    UpstandPlanLevel level, UpstandPlanNode *parent, GHashTable *editions)
{
    const char *language = g_get_language_names ()[0];
    UpstandPlanNode *node = keep_node (self, nodes, level, place->record, parent);
    if (level == UPSTAND_PLAN_PILLAR) {
        UpstandPillar *pillar = place->record;
        const char *title = upstand_pillar_get_title (pillar, language);
        const char *edition = g_hash_table_lookup (editions, &pillar->edition_id);
        g_autofree char *whole =
            edition ? g_strdup_printf (C_ ("pillar and edition", "%s (%s)"), title, edition) : NULL;
        name_node (node, pillar->code, whole ? whole : title, NULL);
    } else if (level == UPSTAND_PLAN_ACTION) {
        UpstandAction *action = place->record;
        name_node (node, action->code, upstand_action_get_title (action, language), NULL);
    } else {
        UpstandRequirement *requirement = place->record;
        node->cadence = requirement->cadence;
        g_autofree char *more = g_strjoin (
            " ", upstand_requirement_get_duty (requirement, language), requirement->owner, NULL);
        name_node (
            node, requirement->code, upstand_requirement_get_title (requirement, language), more);
    }
    for (guint i = 0; level != UPSTAND_PLAN_REQUIREMENT && i < place->children->len; i++)
        add_outline (
            self, nodes, g_ptr_array_index (place->children, i), level + 1, node, editions);
}

gboolean
upstand_plan_tree_load (UpstandPlanTree *self, UpstandStore *store, GError **error)
{
    g_return_val_if_fail (UPSTAND_IS_PLAN_TREE (self) && UPSTAND_IS_STORE (store), FALSE);
    g_autoptr (GPtrArray) outline = upstand_plan_get_outline (store, 0, error);
    g_autoptr (GPtrArray) all =
        outline ? upstand_plan_list_editions (upstand_store_get_database (store), error) : NULL;
    if (!all)
        return FALSE;
    /* Which edition a pillar is of is said only where there is more than one. */
    g_autoptr (GHashTable) editions = g_hash_table_new (g_int64_hash, g_int64_equal);
    for (guint i = 0; all->len > 1 && i < all->len; i++) {
        UpstandEdition *edition = g_ptr_array_index (all, i);
        g_hash_table_insert (editions, &edition->parent_instance.id,
            (gpointer)upstand_edition_get_title (edition, g_get_language_names ()[0]));
    }
    GPtrArray *nodes = g_ptr_array_new_with_free_func (g_object_unref);
    for (guint i = 0; i < outline->len; i++)
        add_outline (
            self, nodes, g_ptr_array_index (outline, i), UPSTAND_PLAN_PILLAR, NULL, editions);
    g_autoptr (GPtrArray) before = self->nodes; /* lines still point into it */
    self->nodes = nodes;
    judge_nodes (self);
    settle_lines (self);
    return TRUE;
}

static void
rate (UpstandPlanNode *node, const UpstandDutyRating *duty, UpstandDay today)
{
    int percent = upstand_rating_facts_get_percent (&duty->facts);
    UpstandDay due = duty->result.clock.due;
    gboolean overdue = upstand_clock_is_overdue (&duty->result.clock, today);
    if (node->rated && node->rating == duty->result.shown &&
        node->by_hand == duty->result.override_active && node->percent == percent &&
        node->due == due && node->overdue == overdue)
        return;
    node->rated = TRUE;
    node->rating = duty->result.shown;
    node->by_hand = duty->result.override_active;
    node->percent = percent;
    node->due = due;
    node->overdue = overdue;
    node->wants_evidence = duty->result.clock.kind == UPSTAND_CLOCK_EVIDENCE;
    g_signal_emit (node, changed_signal, 0);
}

static void
sum_up (UpstandPlanNode *node, const UpstandDistribution *distribution)
{
    if (node->rated && memcmp (&node->distribution, distribution, sizeof node->distribution) == 0)
        return;
    node->rated = TRUE;
    node->distribution = *distribution;
    node->rating = upstand_distribution_get_worst (distribution);
    g_signal_emit (node, changed_signal, 0);
}

void
upstand_plan_tree_set_ratings (UpstandPlanTree *self, UpstandPlanRatings *ratings)
{
    g_return_if_fail (UPSTAND_IS_PLAN_TREE (self) && ratings);
    UpstandDay today = upstand_plan_ratings_get_today (ratings);

    for (guint i = 0; i < self->nodes->len; i++) {
        UpstandPlanNode *node = g_ptr_array_index (self->nodes, i);
        const UpstandDutyRating *duty;
        UpstandDistribution parts;
        switch (node->level) {
        case UPSTAND_PLAN_PILLAR:
            parts = upstand_plan_ratings_of_pillar (ratings, node->id);
            sum_up (node, &parts);
            break;
        case UPSTAND_PLAN_ACTION:
            parts = upstand_plan_ratings_of_action (ratings, node->id);
            sum_up (node, &parts);
            break;
        case UPSTAND_PLAN_REQUIREMENT:
            duty = upstand_plan_ratings_get (ratings, node->id);
            if (duty)
                rate (node, duty, today);
            break;
        }
    }
    judge_nodes (self);
    settle_lines (self);
}

void
upstand_plan_tree_set_filter (UpstandPlanTree *self, const UpstandPlanFilter *filter)
{
    g_return_if_fail (UPSTAND_IS_PLAN_TREE (self) && filter);
    g_autofree char *words = g_strstrip (g_strdup (filter->words ? filter->words : ""));
    self->filter = *filter;
    self->filter.words = NULL;
    g_free (self->words);
    self->words = *words ? fold (words) : NULL;
    judge_nodes (self);
    settle_lines (self);
}

void
upstand_plan_tree_set_most (UpstandPlanTree *self, guint most)
{
    g_return_if_fail (UPSTAND_IS_PLAN_TREE (self));
    if (self->most == most)
        return;
    self->most = most;
    settle_lines (self);
}

guint
upstand_plan_tree_count (UpstandPlanTree *self, guint *total)
{
    g_return_val_if_fail (UPSTAND_IS_PLAN_TREE (self), 0);
    guint fitting = 0, all = 0;
    for (guint i = 0; i < self->nodes->len; i++) {
        UpstandPlanNode *node = g_ptr_array_index (self->nodes, i);
        if (node->level != UPSTAND_PLAN_REQUIREMENT)
            continue;
        all++;
        fitting += node->fits;
    }
    if (total)
        *total = all;
    return fitting;
}

void
upstand_plan_tree_set_expanded (UpstandPlanTree *self, UpstandPlanNode *node, gboolean expanded)
{
    g_return_if_fail (UPSTAND_IS_PLAN_TREE (self) && UPSTAND_IS_PLAN_NODE (node));
    if (node->expanded == expanded || !node->has_children)
        return;
    node->expanded = expanded;
    g_signal_emit (node, changed_signal, 0);
    settle_lines (self);
}

UpstandPlanNode *
upstand_plan_tree_find (UpstandPlanTree *self, UpstandPlanLevel level, gint64 id)
{
    g_return_val_if_fail (UPSTAND_IS_PLAN_TREE (self), NULL);
    for (guint i = 0; i < self->nodes->len; i++) {
        UpstandPlanNode *node = g_ptr_array_index (self->nodes, i);
        if (node->id == id && node->level == level)
            return node;
    }
    return NULL;
}

guint
upstand_plan_tree_reveal (UpstandPlanTree *self, UpstandPlanNode *node)
{
    g_return_val_if_fail (UPSTAND_IS_PLAN_TREE (self) && UPSTAND_IS_PLAN_NODE (node), G_MAXUINT);
    for (UpstandPlanNode *place = node->parent; place; place = place->parent)
        upstand_plan_tree_set_expanded (self, place, TRUE);
    upstand_plan_tree_set_most (self, 0);
    return upstand_plan_tree_get_position (self, node);
}

guint
upstand_plan_tree_get_position (UpstandPlanTree *self, UpstandPlanNode *node)
{
    g_return_val_if_fail (UPSTAND_IS_PLAN_TREE (self), G_MAXUINT);
    guint position;
    return g_ptr_array_find (self->lines, node, &position) ? position : G_MAXUINT;
}
