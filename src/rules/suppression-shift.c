/* SPDX-License-Identifier: MIT */
#include "rules/suppression-private.h"

/* What a way costs: a hidden cell nearly nothing, a shown one more than any detour over hidden
 * ones is worth, and more the more it says. A cell in three relations leaves one to be balanced
 * by a way of its own. */
#define COST_HIDDEN 1
#define COST_SHOWN 32
#define COST_BRANCH 48

/* Ways that one shift may be made of, before the search gives up. */
#define MOST_WAYS 64

#define NOWHERE G_MAXUINT

typedef struct {
    guint cost;
    guint state;
} HeapEntry;

/* Where a way has come to: the state is a relation and the step that it still lacks. */
typedef struct {
    guint round; /* of the search that the rest belongs to */
    guint cost;
    guint from; /* the state before; NOWHERE at the start */
    guint over; /* the cell between the two */
    gboolean done;
} Reached;

struct _ShiftSearch {
    const SuppressionTable *table;
    gint64 least;
    gint64 *gone; /* by cell: how far the walk has changed it */
    GArray *walked; /* WalkedCell */

    gint64 pace; /* how far each step of the shift goes */
    gint8 *steps; /* by cell */
    GArray *moved; /* guint: cells with a step */
    int *lacks; /* by relation: what its steps do not add up to */
    GArray *touched; /* guint: relations that lack something, or did */

    Reached *reached; /* by state */
    guint round;
    GArray *heap; /* HeapEntry: the cheapest first */
};

ShiftSearch *
shift_search_new (const SuppressionTable *table)
{
    ShiftSearch *self = g_new0 (ShiftSearch, 1);

    self->table = table;
    self->gone = g_new0 (gint64, table->n_cells);
    self->walked = g_array_new (FALSE, FALSE, sizeof (WalkedCell));
    self->steps = g_new0 (gint8, table->n_cells);
    self->moved = g_array_new (FALSE, FALSE, sizeof (guint));
    self->lacks = g_new0 (int, table->of_relations.n);
    self->touched = g_array_new (FALSE, FALSE, sizeof (guint));
    self->reached = g_new0 (Reached, 2 * (gsize)table->of_relations.n);
    self->heap = g_array_new (FALSE, FALSE, sizeof (HeapEntry));
    return self;
}

void
shift_search_free (ShiftSearch *self)
{
    g_free (self->gone);
    g_array_unref (self->walked);
    g_free (self->steps);
    g_array_unref (self->moved);
    g_free (self->lacks);
    g_array_unref (self->touched);
    g_free (self->reached);
    g_array_unref (self->heap);
    g_free (self);
}

static void
heap_push (GArray *heap, HeapEntry entry)
{
    g_array_append_val (heap, entry);
    HeapEntry *entries = (HeapEntry *)heap->data;
    guint at = heap->len - 1;
    for (; at > 0 && entries[(at - 1) / 2].cost > entry.cost; at = (at - 1) / 2)
        entries[at] = entries[(at - 1) / 2];
    entries[at] = entry;
}

static HeapEntry
heap_pop (GArray *heap)
{
    HeapEntry *entries = (HeapEntry *)heap->data;
    HeapEntry top = entries[0], last = entries[heap->len - 1];
    guint n = heap->len - 1, at = 0;

    for (guint child = 1; child < n; child = 2 * at + 1) {
        if (child + 1 < n && entries[child + 1].cost < entries[child].cost)
            child++;
        if (entries[child].cost >= last.cost)
            break;
        entries[at] = entries[child];
        at = child;
    }
    entries[at] = last;
    g_array_set_size (heap, n);
    return top;
}

static guint
state_of (guint relation, int step)
{
    return 2 * relation + (step > 0);
}

/* Whether the cell can take part with that step without running out on the way. */
static gboolean
can_step (const ShiftSearch *self, guint at, int step)
{
    const SuppressionCell *cell = &self->table->cells[at];
    gboolean printed = cell->kind == SUPPRESSION_COUNT;

    if (self->steps[at] || cell->known)
        return FALSE;
    if (printed && cell->fate == UPSTAND_FATE_SHOWN && cell->value == 0)
        return FALSE;
    return step > 0 || cell->value + self->gone[at] - self->pace >=
                           (printed && cell->value > 0 ? self->least : 0);
}

static guint
cost_of (const SuppressionCell *cell)
{
    if (cell->kind == SUPPRESSION_REST || cell->fate != UPSTAND_FATE_SHOWN)
        return COST_HIDDEN;
    return COST_SHOWN + g_bit_storage ((gulong)cell->value);
}

static void
take_step (ShiftSearch *self, guint cell, int step)
{
    const SuppressionTies *uses = &self->table->of_cells;

    self->steps[cell] = (gint8)step;
    g_array_append_val (self->moved, cell);
    for (guint i = uses->starts[cell]; i < uses->starts[cell + 1]; i++) {
        guint relation = uses->ties[i].to;
        self->lacks[relation] -= uses->ties[i].sign * step;
        g_array_append_val (self->touched, relation);
    }
}

static void
reach (ShiftSearch *self, guint state, guint cost, guint from, guint over)
{
    Reached *place = &self->reached[state];

    if (place->round == self->round && (place->done || place->cost <= cost))
        return;
    *place = (Reached){ self->round, cost, from, over, FALSE };
    heap_push (self->heap, (HeapEntry){ cost, state });
}

/*
 * Goes on from a relation over one of its cells. TRUE when the way ends there: the cell is in no
 * other relation, or in one that lacks just this step.
 */
static gboolean
go_over (ShiftSearch *self, guint state, guint cell, int step, guint start, guint *cost)
{
    const SuppressionTies *uses = &self->table->of_cells;
    guint others = 0, ends = 0;

    for (guint i = uses->starts[cell]; i < uses->starts[cell + 1]; i++) {
        const SuppressionTie *use = &uses->ties[i];
        if (use->to == state / 2)
            continue;
        others++;
        if (use->to != start && self->lacks[use->to] == use->sign * step)
            ends++;
    }
    *cost = self->reached[state].cost + cost_of (&self->table->cells[cell]);
    if (others == 0)
        return TRUE;
    *cost += COST_BRANCH * (others - MAX (ends, 1));
    for (guint i = uses->starts[cell]; i < uses->starts[cell + 1]; i++) {
        const SuppressionTie *use = &uses->ties[i];
        if (use->to == state / 2 || self->lacks[use->to] == use->sign * step)
            continue;
        reach (self, state_of (use->to, -use->sign * step), *cost, state, cell);
    }
    return ends > 0;
}

static gboolean
take_way (ShiftSearch *self, guint state, guint cell)
{
    while (state != NOWHERE) {
        const SuppressionTies *terms = &self->table->of_relations;
        guint relation = state / 2, i = terms->starts[relation];
        int lack = state % 2 ? 1 : -1;
        while (terms->ties[i].to != cell)
            i++;
        /* A way may come twice through a relation, but not over a cell. */
        if (self->steps[cell])
            return FALSE;
        take_step (self, cell, lack * terms->ties[i].sign);
        cell = self->reached[state].over;
        state = self->reached[state].from;
    }
    return TRUE;
}

/* The cheapest way that gives @relation what it lacks (Dijkstra), taken. */
static gboolean
balance (ShiftSearch *self, guint relation)
{
    const SuppressionTies *terms = &self->table->of_relations;
    guint best = G_MAXUINT, last_state = NOWHERE, last_cell = NOWHERE;

    self->round++;
    g_array_set_size (self->heap, 0);
    reach (self, state_of (relation, self->lacks[relation]), 0, NOWHERE, NOWHERE);
    while (self->heap->len > 0) {
        HeapEntry entry = heap_pop (self->heap);
        if (entry.cost >= best)
            break;
        if (self->reached[entry.state].done)
            continue;
        self->reached[entry.state].done = TRUE;
        guint at = entry.state / 2;
        int lack = entry.state % 2 ? 1 : -1;
        /* Nothing that is still to come is cheaper than one hidden cell more. */
        for (guint i = terms->starts[at];
             i < terms->starts[at + 1] && best > entry.cost + COST_HIDDEN; i++) {
            guint cell = terms->ties[i].to, cost;
            int step = lack * terms->ties[i].sign;
            /* The total stands first: of two that cost the same, the part goes. */
            if (can_step (self, cell, step) &&
                go_over (self, entry.state, cell, step, relation, &cost) && cost <= best) {
                best = cost;
                last_state = entry.state;
                last_cell = cell;
            }
        }
    }
    return last_state != NOWHERE && take_way (self, last_state, last_cell);
}

static void
forget (ShiftSearch *self)
{
    for (guint i = 0; i < self->moved->len; i++)
        self->steps[g_array_index (self->moved, guint, i)] = 0;
    for (guint i = 0; i < self->touched->len; i++)
        self->lacks[g_array_index (self->touched, guint, i)] = 0;
    g_array_set_size (self->moved, 0);
    g_array_set_size (self->touched, 0);
}

/* The first or the last relation that does not balance, or NOWHERE. */
static guint
find_lack (const ShiftSearch *self, gboolean newest)
{
    for (guint i = 0; i < self->touched->len; i++) {
        guint at = newest ? self->touched->len - 1 - i : i;
        guint relation = g_array_index (self->touched, guint, at);
        if (self->lacks[relation] != 0)
            return relation;
    }
    return NOWHERE;
}

static gboolean
try_shift (ShiftSearch *self, guint cell, int step, gboolean newest)
{
    forget (self);
    if (!can_step (self, cell, step))
        return FALSE;
    take_step (self, cell, step);
    for (guint ways = 0; ways < MOST_WAYS; ways++) {
        guint relation = find_lack (self, newest);
        if (relation == NOWHERE)
            return TRUE;
        if (ABS (self->lacks[relation]) != 1 || !balance (self, relation))
            return FALSE;
    }
    return FALSE;
}

/*
 * A cheap shift from where the walk has come to, with its steps taken. Which relation is balanced
 * first matters only where cells are in more than two.
 */
static gboolean
find_shift (ShiftSearch *self, guint cell, int step)
{
    return try_shift (self, cell, step, FALSE) || try_shift (self, cell, step, TRUE);
}

const GArray *
shift_search_walk (ShiftSearch *self, guint cell, gint64 by, gint64 least)
{
    int step = by > 0 ? 1 : -1;

    for (guint i = 0; i < self->walked->len; i++)
        self->gone[g_array_index (self->walked, WalkedCell, i).cell] = 0;
    g_array_set_size (self->walked, 0);
    self->least = least;
    for (gint64 left = ABS (by); left > 0; left -= self->pace) {
        /* All at once if it can be, else several shifts that each go as far as they can. */
        self->pace = left;
        while (self->pace > 0 && !find_shift (self, cell, step))
            self->pace /= 2;
        if (self->pace == 0)
            return NULL;
        for (guint i = 0; i < self->moved->len; i++) {
            guint at = g_array_index (self->moved, guint, i);
            self->gone[at] += self->pace * self->steps[at];
            WalkedCell walked = { at, self->gone[at] };
            g_array_append_val (self->walked, walked);
        }
    }
    return self->walked;
}
