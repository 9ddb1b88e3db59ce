/* SPDX-License-Identifier: MIT */
#include "rules/suppression-private.h"

typedef struct {
    guint first, n; /* among the terms; the total or whole comes first */
    gboolean within;
} Relation;

struct _UpstandSuppression {
    gint64 smallest_shown;
    gboolean zeros_hidden;
    GArray *cells; /* SuppressionCell */
    GArray *relations; /* Relation */
    GArray *terms; /* guint: cells */
    guint n_given; /* cells without the rests */
    gboolean done;

    SuppressionTable table;
};

UpstandSuppression *
upstand_suppression_new (const UpstandThresholds *thresholds)
{
    g_return_val_if_fail (thresholds, NULL);

    UpstandSuppression *self = g_new0 (UpstandSuppression, 1);
    self->smallest_shown = thresholds->smallest_shown;
    self->zeros_hidden = thresholds->zeros_hidden != 0;
    self->cells = g_array_new (FALSE, TRUE, sizeof (SuppressionCell));
    self->relations = g_array_new (FALSE, FALSE, sizeof (Relation));
    self->terms = g_array_new (FALSE, FALSE, sizeof (guint));
    return self;
}

static void
ties_clear (SuppressionTies *ties)
{
    g_free (ties->ties);
    g_free (ties->starts);
}

void
upstand_suppression_free (UpstandSuppression *self)
{
    g_array_unref (self->cells);
    g_array_unref (self->relations);
    g_array_unref (self->terms);
    ties_clear (&self->table.of_cells);
    ties_clear (&self->table.of_relations);
    g_free (self);
}

static SuppressionCell *
cell_at (const UpstandSuppression *self, guint cell)
{
    return &g_array_index (self->cells, SuppressionCell, cell);
}

static guint
add_cell (UpstandSuppression *self, const SuppressionCell *cell)
{
    g_array_append_vals (self->cells, cell, 1);
    return self->cells->len - 1;
}

guint
upstand_suppression_add_count (UpstandSuppression *self, gint64 value)
{
    g_return_val_if_fail (self && !self->done, UPSTAND_SUPPRESSION_NONE);
    g_return_val_if_fail (
        value >= 0 && value <= UPSTAND_SUPPRESSION_MOST, UPSTAND_SUPPRESSION_NONE);
    return add_cell (self, &(SuppressionCell){ .kind = SUPPRESSION_COUNT, .value = value });
}

guint
upstand_suppression_add_hole (UpstandSuppression *self)
{
    g_return_val_if_fail (self && !self->done, UPSTAND_SUPPRESSION_NONE);
    return add_cell (self, &(SuppressionCell){ .kind = SUPPRESSION_HOLE });
}

guint
upstand_suppression_add_rate (UpstandSuppression *self, guint numerator, guint denominator)
{
    g_return_val_if_fail (self && !self->done, UPSTAND_SUPPRESSION_NONE);
    return add_cell (
        self, &(SuppressionCell){
                  .kind = SUPPRESSION_RATE, .numerator = numerator, .denominator = denominator });
}

static void
add_term (UpstandSuppression *self, guint cell)
{
    if (cell == UPSTAND_SUPPRESSION_NONE)
        return;
    g_return_if_fail (cell < self->cells->len && cell_at (self, cell)->kind != SUPPRESSION_RATE);
    g_array_append_val (self->terms, cell);
}

static guint
add_relation (
    UpstandSuppression *self, guint whole, const guint *parts, guint n_parts, gboolean within)
{
    g_return_val_if_fail (self && !self->done && (parts || !n_parts), UPSTAND_SUPPRESSION_NONE);

    Relation relation = { .first = self->terms->len, .within = within };
    /* Without a whole there is nothing to hold the parts against. */
    if (whole != UPSTAND_SUPPRESSION_NONE) {
        add_term (self, whole);
        for (guint i = 0; i < n_parts; i++)
            add_term (self, parts[i]);
    }
    relation.n = self->terms->len - relation.first;
    g_array_append_val (self->relations, relation);
    return self->relations->len - 1;
}

guint
upstand_suppression_add_sum (
    UpstandSuppression *self, guint total, const guint *parts, guint n_parts)
{
    return add_relation (self, total, parts, n_parts, FALSE);
}

guint
upstand_suppression_add_within (
    UpstandSuppression *self, guint whole, const guint *parts, guint n_parts)
{
    return add_relation (self, whole, parts, n_parts, TRUE);
}

void
upstand_suppression_set_known (UpstandSuppression *self, guint cell)
{
    g_return_if_fail (self && !self->done && cell < self->cells->len);
    g_return_if_fail (cell_at (self, cell)->kind == SUPPRESSION_COUNT);
    cell_at (self, cell)->known = TRUE;
}

void
upstand_suppression_set_hidden (UpstandSuppression *self, guint cell)
{
    g_return_if_fail (self && !self->done && cell < self->cells->len);
    g_return_if_fail (cell_at (self, cell)->kind == SUPPRESSION_COUNT);
    cell_at (self, cell)->hidden = TRUE;
}

/* The table that is decided on --------------------------------------------------------------- */

/* Holes out, the rest in; no terms at all where the relation says nothing. FALSE: it is broken. */
static gboolean
settle_relation (UpstandSuppression *self, Relation *relation, GArray *settled)
{
    const guint *terms = &g_array_index (self->terms, guint, relation->first);
    guint first = settled->len, holes = 0;
    gint64 rest = 0;

    for (guint i = 0; i < relation->n; i++) {
        const SuppressionCell *cell = cell_at (self, terms[i]);
        if (cell->kind == SUPPRESSION_HOLE) {
            holes++;
            if (i > 0)
                continue;
            relation->n = 0;
            return TRUE;
        }
        g_array_append_val (settled, terms[i]);
        rest += i == 0 ? cell->value : -cell->value;
    }
    gboolean bare = settled->len - first <= 1 && (relation->within || holes > 0);
    if (relation->n == 0 || bare)
        g_array_set_size (settled, first);
    else if (rest < 0 || (rest > 0 && !relation->within && holes == 0))
        return FALSE;
    else if (relation->within || rest > 0) {
        guint cell = add_cell (self, &(SuppressionCell){ .kind = SUPPRESSION_REST, .value = rest });
        g_array_append_val (settled, cell);
    }
    relation->first = first;
    relation->n = settled->len - first;
    return TRUE;
}

static gboolean
settle (UpstandSuppression *self, guint *broken)
{
    g_autoptr (GArray) settled = g_array_new (FALSE, FALSE, sizeof (guint));

    for (guint i = 0; i < self->relations->len; i++) {
        if (!settle_relation (self, &g_array_index (self->relations, Relation, i), settled)) {
            *broken = i;
            return FALSE;
        }
    }
    g_array_unref (self->terms);
    self->terms = g_steal_pointer (&settled);
    return TRUE;
}

static void
tie (UpstandSuppression *self)
{
    SuppressionTable *table = &self->table;
    guint n_relations = self->relations->len, n_cells = self->cells->len, n = self->terms->len;

    *table = (SuppressionTable){
        .cells = (SuppressionCell *)self->cells->data,
        .n_cells = n_cells,
        .of_cells = { g_new (SuppressionTie, n), g_new0 (guint, n_cells + 1), n_cells },
        .of_relations = { g_new (SuppressionTie, n), g_new0 (guint, n_relations + 1), n_relations },
    };
    SuppressionTies *of_cells = &table->of_cells, *of_relations = &table->of_relations;
    guint at = 0;
    for (guint i = 0; i < n_relations; i++) {
        const Relation *relation = &g_array_index (self->relations, Relation, i);
        of_relations->starts[i] = at;
        for (guint k = 0; k < relation->n; k++) {
            guint cell = g_array_index (self->terms, guint, relation->first + k);
            of_relations->ties[at++] = (SuppressionTie){ cell, k == 0 ? 1 : -1 };
            of_cells->starts[cell]++;
        }
    }
    of_relations->starts[n_relations] = at;
    for (guint i = 1; i <= n_cells; i++)
        of_cells->starts[i] += of_cells->starts[i - 1];
    /* Each start is now the end of its cell, and moves to its place as the ties are put in. */
    for (guint i = n_relations; i-- > 0;)
        for (guint k = of_relations->starts[i + 1]; k-- > of_relations->starts[i];) {
            SuppressionTie end = of_relations->ties[k];
            of_cells->ties[--of_cells->starts[end.to]] = (SuppressionTie){ i, end.sign };
        }
}

/* A figure that is printed twice is known when one of the two is. */
static gboolean
spread_known (UpstandSuppression *self)
{
    gboolean changed = FALSE;

    for (guint i = 0; i < self->relations->len; i++) {
        const Relation *relation = &g_array_index (self->relations, Relation, i);
        if (relation->n != 2)
            continue;
        SuppressionCell *one = cell_at (self, g_array_index (self->terms, guint, relation->first));
        SuppressionCell *other =
            cell_at (self, g_array_index (self->terms, guint, relation->first + 1));
        if (one->known == other->known || other->kind == SUPPRESSION_REST)
            continue;
        one->known = other->known = TRUE;
        changed = TRUE;
    }
    return changed;
}

/* What is small ------------------------------------------------------------------------------ */

static gboolean
is_small (const UpstandSuppression *self, const SuppressionCell *cell)
{
    return cell->value > 0 && cell->value < self->smallest_shown;
}

static gboolean
is_shown_zero (const SuppressionCell *cell)
{
    return cell->kind == SUPPRESSION_COUNT && cell->value == 0 &&
           (cell->fate == UPSTAND_FATE_SHOWN || cell->known);
}

/* The zeros of each small total, and of each zero that was hidden for the same reason. */
static gboolean
hide_zeros_of_small_totals (UpstandSuppression *self)
{
    const SuppressionTies *relations = &self->table.of_relations;
    gboolean changed = FALSE;

    for (guint i = 0; i < relations->n; i++) {
        const SuppressionTie *terms = &relations->ties[relations->starts[i]];
        guint n = relations->starts[i + 1] - relations->starts[i];
        if (n == 0 || cell_at (self, terms[0].to)->fate != UPSTAND_FATE_SMALL)
            continue;
        for (guint k = 1; k < n; k++) {
            SuppressionCell *part = cell_at (self, terms[k].to);
            if (!is_shown_zero (part) || part->known)
                continue;
            part->fate = UPSTAND_FATE_SMALL;
            changed = TRUE;
        }
    }
    return changed;
}

/* A shown total of zero tells all its parts, so that hiding them would only feign something. */
static gboolean
show_parts_of_shown_zeros (UpstandSuppression *self)
{
    const SuppressionTies *relations = &self->table.of_relations;
    gboolean changed = FALSE;

    for (guint i = 0; i < relations->n; i++) {
        const SuppressionTie *terms = &relations->ties[relations->starts[i]];
        guint n = relations->starts[i + 1] - relations->starts[i];
        if (n == 0 || !is_shown_zero (cell_at (self, terms[0].to)))
            continue;
        for (guint k = 1; k < n; k++) {
            SuppressionCell *part = cell_at (self, terms[k].to);
            if (part->fate == UPSTAND_FATE_SHOWN || part->kind != SUPPRESSION_COUNT || part->hidden)
                continue;
            part->fate = UPSTAND_FATE_SHOWN;
            changed = TRUE;
        }
    }
    return changed;
}

static void
hide_small (UpstandSuppression *self)
{
    for (guint i = 0; i < self->cells->len; i++) {
        SuppressionCell *cell = cell_at (self, i);
        if (cell->kind != SUPPRESSION_COUNT)
            continue;
        gboolean zero = cell->value == 0 && (self->zeros_hidden || cell->hidden);
        if (is_small (self, cell) || zero)
            cell->fate = UPSTAND_FATE_SMALL;
        else if (cell->hidden)
            cell->fate = UPSTAND_FATE_COVER;
    }
    while (hide_zeros_of_small_totals (self))
        ;
    if (!self->zeros_hidden)
        while (show_parts_of_shown_zeros (self))
            ;
}

/* What protects it --------------------------------------------------------------------------- */

/* Hides every count that is tied to the cell, however far. */
static void
withhold_all_tied (UpstandSuppression *self, guint at)
{
    const SuppressionTable *table = &self->table;
    g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));
    g_autofree gboolean *seen = g_new0 (gboolean, table->of_relations.n);

    cell_at (self, at)->withheld = TRUE;
    g_array_append_val (queue, at);
    for (guint next = 0; next < queue->len; next++) {
        guint from = g_array_index (queue, guint, next);
        for (guint i = table->of_cells.starts[from]; i < table->of_cells.starts[from + 1]; i++) {
            guint relation = table->of_cells.ties[i].to;
            if (seen[relation])
                continue;
            seen[relation] = TRUE;
            for (guint k = table->of_relations.starts[relation];
                 k < table->of_relations.starts[relation + 1]; k++) {
                guint to = table->of_relations.ties[k].to;
                if (cell_at (self, to)->withheld)
                    continue;
                cell_at (self, to)->withheld = TRUE;
                g_array_append_val (queue, to);
            }
        }
    }
    gboolean fixed = FALSE;
    for (guint i = 0; i < queue->len; i++) {
        const SuppressionCell *cell = cell_at (self, g_array_index (queue, guint, i));
        fixed = fixed || (cell->known && cell->value > 0);
    }
    for (guint i = 0; i < queue->len; i++) {
        SuppressionCell *cell = cell_at (self, g_array_index (queue, guint, i));
        if (cell->fate == UPSTAND_FATE_SHOWN && cell->kind == SUPPRESSION_COUNT && !cell->known)
            cell->fate = UPSTAND_FATE_COVER;
        /* Multiples of the table speak for what is neither zero nor tied to a known number. */
        cell->free = !fixed && cell->value > 0;
    }
}

/* Whether an attacker could come nearer to it than is promised, for all that is shown as yet. */
static gboolean
is_in_danger (const UpstandSuppression *self, const SuppressionCell *cell)
{
    gboolean hidden = cell->kind == SUPPRESSION_COUNT && cell->fate != UPSTAND_FATE_SHOWN;

    /* What is known is beyond protection, and a large rest is no secret. */
    if (cell->kind == SUPPRESSION_REST ? !is_small (self, cell) : !hidden || cell->known)
        return FALSE;
    if (cell->free)
        return FALSE;
    if (cell->value < self->smallest_shown)
        return cell->low > MIN (cell->value, 1) || cell->high < self->smallest_shown;
    return cell->high - cell->low < self->smallest_shown - 1;
}

/* Walks, hides what the walk goes over, and keeps how far each cell of it has come. */
static void
walk (UpstandSuppression *self, ShiftSearch *search, guint at, gint64 by)
{
    if (by == 0)
        return;
    const GArray *walked = shift_search_walk (search, at, by, 1);
    if (!walked)
        walked = shift_search_walk (search, at, by, 0);
    for (guint i = 0; walked && i < walked->len; i++) {
        const WalkedCell *step = &g_array_index (walked, WalkedCell, i);
        SuppressionCell *cell = cell_at (self, step->cell);
        if (cell->fate == UPSTAND_FATE_SHOWN && cell->kind == SUPPRESSION_COUNT)
            cell->fate = UPSTAND_FATE_COVER;
        cell->low = MIN (cell->low, cell->value + step->by);
        cell->high = MAX (cell->high, cell->value + step->by);
    }
}

static gboolean
protect (UpstandSuppression *self, ShiftSearch *search, guint at)
{
    const SuppressionCell *cell = cell_at (self, at);
    gint64 least = self->smallest_shown;

    if (cell->value < least) {
        if (cell->high < least)
            walk (self, search, at, least - cell->value);
        if (cell->low > 1)
            walk (self, search, at, 1 - cell->value);
    } else {
        walk (self, search, at, least - 1);
        if (is_in_danger (self, cell))
            walk (self, search, at, 1 - least);
    }
    return !is_in_danger (self, cell);
}

static void
protect_all (UpstandSuppression *self)
{
    g_autoptr (ShiftSearch) search = shift_search_new (&self->table);
    gboolean again = TRUE;

    /* What is hidden to protect another has to be safe itself. */
    while (again) {
        again = FALSE;
        for (guint i = 0; i < self->cells->len; i++) {
            const SuppressionCell *cell = cell_at (self, i);
            if (cell->withheld || !is_in_danger (self, cell))
                continue;
            again = TRUE;
            if (!protect (self, search, i))
                withhold_all_tied (self, i);
        }
    }
    /* With all of it hidden there may be walks for those that the multiples do not speak for. */
    for (guint i = 0; i < self->cells->len; i++)
        if (is_in_danger (self, cell_at (self, i)))
            protect (self, search, i);
}

static void
hide_rates (UpstandSuppression *self)
{
    for (guint i = 0; i < self->n_given; i++) {
        SuppressionCell *cell = cell_at (self, i);
        if (cell->kind != SUPPRESSION_RATE)
            continue;
        const guint parts[] = { cell->numerator, cell->denominator };
        for (guint k = 0; k < G_N_ELEMENTS (parts); k++)
            if (parts[k] >= self->n_given || cell_at (self, parts[k])->kind != SUPPRESSION_COUNT ||
                cell_at (self, parts[k])->fate != UPSTAND_FATE_SHOWN)
                cell->fate = UPSTAND_FATE_DERIVED;
    }
}

gboolean
upstand_suppression_run (UpstandSuppression *self, guint *broken)
{
    g_return_val_if_fail (self && !self->done && broken, FALSE);

    self->done = TRUE;
    self->n_given = self->cells->len;
    if (!settle (self, broken))
        return FALSE;
    tie (self);
    for (guint i = 0; i < self->cells->len; i++)
        cell_at (self, i)->low = cell_at (self, i)->high = cell_at (self, i)->value;
    while (spread_known (self))
        ;
    hide_small (self);
    protect_all (self);
    hide_rates (self);
    return TRUE;
}

UpstandFate
upstand_suppression_get_fate (const UpstandSuppression *self, guint cell)
{
    g_return_val_if_fail (self && self->done && cell < self->n_given, UPSTAND_FATE_COVER);
    return cell_at (self, cell)->fate;
}

gboolean
upstand_suppression_is_given_away (const UpstandSuppression *self, guint cell)
{
    g_return_val_if_fail (self && self->done && cell < self->n_given, FALSE);
    return is_in_danger (self, cell_at (self, cell));
}
