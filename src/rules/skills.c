/* SPDX-License-Identifier: MIT */
#include "rules/skills.h"

#include <glib/gi18n-lib.h>

struct _UpstandSkills {
    UpstandSkillsOutline *outline;
    guint census;
    guint first, end; /* the units that were read */
    guint n_capabilities; /* and one place more, for distinct people */
    UpstandSkillsCell *cells;
};

static const UpstandSkillsCell unanswered;

static const struct {
    UpstandSkillsStep more, less;
    const char *label;
    const char *definition;
} gaps[UPSTAND_N_SKILLS_GAPS] = {
    [UPSTAND_GAP_POSTS] = { UPSTAND_STEP_NEEDED, UPSTAND_STEP_IN_POST, N_ ("Posts gap"),
        N_ ("Specialists needed less those in post.") },
    [UPSTAND_GAP_TRAINING] = { UPSTAND_STEP_IN_POST, UPSTAND_STEP_TRAINED, N_ ("Training gap"),
        N_ ("In a specialist role without the training for it.") },
    [UPSTAND_GAP_CURRENCY] = { UPSTAND_STEP_TRAINED, UPSTAND_STEP_IN_DATE, N_ ("Currency gap"),
        N_ ("Trained, but the accreditation has run out.") },
    [UPSTAND_GAP_AVAILABILITY] = { UPSTAND_STEP_IN_DATE, UPSTAND_STEP_DEPLOYABLE,
        N_ ("Availability gap"), N_ ("In date, but abstracted, absent or restricted.") },
    [UPSTAND_GAP_TOTAL] = { UPSTAND_STEP_NEEDED, UPSTAND_STEP_DEPLOYABLE, N_ ("Total gap"),
        N_ ("Specialists needed less those who can be sent.") },
};

static const struct {
    UpstandCount count;
    const char *label;
} steps[UPSTAND_N_SKILLS_STEPS] = {
    [UPSTAND_STEP_NEEDED] = { UPSTAND_COUNT_NEEDED, N_ ("Needed") },
    [UPSTAND_STEP_IN_POST] = { UPSTAND_COUNT_IN_POST, N_ ("In post") },
    [UPSTAND_STEP_TRAINED] = { UPSTAND_COUNT_TRAINED, N_ ("Trained") },
    [UPSTAND_STEP_IN_DATE] = { UPSTAND_COUNT_IN_DATE, N_ ("In date") },
    [UPSTAND_STEP_DEPLOYABLE] = { UPSTAND_COUNT_DEPLOYABLE, N_ ("Deployable") },
};

const char *
upstand_skills_step_get_label (UpstandSkillsStep step)
{
    return gettext (steps[step].label);
}

const char *
upstand_skills_gap_get_label (UpstandSkillsGap gap)
{
    return gettext (gaps[gap].label);
}

const char *
upstand_skills_gap_get_definition (UpstandSkillsGap gap)
{
    return gettext (gaps[gap].definition);
}

/* Single figures -------------------------------------------------------------------------------
 */

/* What stands where one of two is not a number. */
static UpstandFigure
more_telling (UpstandFigure one, UpstandFigure other)
{
    static const UpstandFigureState order[] = { UPSTAND_FIGURE_NOT_APPLICABLE,
        UPSTAND_FIGURE_WITHHELD, UPSTAND_FIGURE_NOT_COLLECTED };
    for (guint i = 0; i < G_N_ELEMENTS (order); i++)
        if (one.state == order[i] || other.state == order[i])
            return upstand_figure_without (order[i]);
    return upstand_figure_without (UPSTAND_FIGURE_UNANSWERED);
}

UpstandFigure
upstand_skills_needed (
    UpstandFigure given, UpstandFigure cases, UpstandFigure caseload, UpstandBasis basis)
{
    if (given.state != UPSTAND_FIGURE_UNANSWERED)
        return given;
    if (!upstand_figure_has_value (cases) || !upstand_figure_has_value (caseload))
        return more_telling (cases, caseload);
    if (caseload.value == 0)
        return upstand_figure_without (UPSTAND_FIGURE_UNANSWERED);
    if (basis == UPSTAND_BASIS_HEADCOUNT)
        return upstand_figure_of (
            (cases.value + caseload.value - 1) / caseload.value * UPSTAND_FIGURE_ONE);
    return upstand_figure_of (
        (cases.value * UPSTAND_FIGURE_ONE + caseload.value - 1) / caseload.value);
}

UpstandFigure
upstand_skills_difference (UpstandFigure more, UpstandFigure less)
{
    if (upstand_figure_has_value (more) && upstand_figure_has_value (less))
        return upstand_figure_of (more.value - less.value);
    return more_telling (more, less);
}

/* Cells ----------------------------------------------------------------------------------------
 */

static gsize
index_of (const UpstandSkills *self, const UpstandSkillsKey *key)
{
    guint capability = key->count == UPSTAND_COUNT_PEOPLE ? self->n_capabilities : key->capability;
    gsize place = key->unit - self->first;
    place = place * (self->n_capabilities + 1) + capability;
    place = place * UPSTAND_N_COUNTS + key->count;
    place = place * UPSTAND_N_WORKFORCES + key->workforce;
    return place * UPSTAND_N_BASES + key->basis;
}

static gboolean
is_inside (const UpstandSkills *self, const UpstandSkillsKey *key)
{
    return key->unit >= self->first && key->unit < self->end &&
           (key->count == UPSTAND_COUNT_PEOPLE || key->capability < self->n_capabilities);
}

const UpstandSkillsCell *
upstand_skills_get_cell (const UpstandSkills *self, const UpstandSkillsKey *key)
{
    g_return_val_if_fail (is_inside (self, key), &unanswered);
    return &self->cells[index_of (self, key)];
}

void
upstand_skills_set_cell (
    UpstandSkills *self, const UpstandSkillsKey *key, const UpstandSkillsCell *cell)
{
    g_return_if_fail (is_inside (self, key));
    self->cells[index_of (self, key)] = *cell;
}

/* Loading --------------------------------------------------------------------------------------
 */

static int
choice_at (UpstandQuery *row, int column, const UpstandChoice *choices)
{
    return upstand_choice_find (choices, upstand_query_text (row, column));
}

static void
read_row (UpstandSkills *self, UpstandQuery *row)
{
    gint64 capability = upstand_query_number (row, 1);
    int count = choice_at (row, 2, upstand_counts);
    int workforce = choice_at (row, 3, upstand_workforces);
    int basis = choice_at (row, 4, upstand_bases);
    int state = choice_at (row, 6, upstand_figure_states);
    UpstandSkillsKey key = {
        .unit = upstand_skills_outline_find_unit (self->outline, upstand_query_number (row, 0)),
        .capability = upstand_skills_outline_find_capability (self->outline, capability),
        .count = count,
        .workforce = workforce,
        .basis = basis,
    };
    /* A later program may keep more than this one knows. */
    if (count < 0 || workforce < 0 || basis < 0 || state < 0 || !is_inside (self, &key))
        return;
    UpstandSkillsCell cell = {
        .figure = { upstand_query_number (row, 5), state },
        .id = upstand_query_number (row, 7),
        .version = upstand_query_number (row, 8),
        .has_note = upstand_query_number (row, 9),
    };
    upstand_skills_set_cell (self, &key, &cell);
}

#define COLUMNS \
    "SELECT unit_id, capability_id, count, workforce, basis, value, state, id, version," \
    " note IS NOT NULL FROM headcount WHERE census_id = $1"

UpstandSkills *
upstand_skills_load (UpstandSkillsOutline *outline, UpstandDatabase *database, guint census,
    guint unit, GError **error)
{
    g_return_val_if_fail (census < upstand_skills_outline_get_n_censuses (outline), NULL);
    g_autoptr (UpstandSkills) self = g_new0 (UpstandSkills, 1);
    g_autoptr (UpstandQuery) rows = NULL;
    g_autoptr (GError) local = NULL;
    gint64 census_id = upstand_skills_outline_get_census (outline, census)->id;

    self->outline = upstand_skills_outline_ref (outline);
    self->census = census;
    self->first = unit == UPSTAND_NOWHERE ? 0 : unit;
    self->end = unit == UPSTAND_NOWHERE ? upstand_skills_outline_get_n_units (outline)
                                        : upstand_skills_outline_get_unit (outline, unit)->end;
    self->n_capabilities = upstand_skills_outline_get_n_capabilities (outline);
    self->cells =
        g_new0 (UpstandSkillsCell, (gsize)(self->end - self->first) * (self->n_capabilities + 1) *
                                       UPSTAND_N_COUNTS * UPSTAND_N_WORKFORCES * UPSTAND_N_BASES);
    if (self->end - self->first == 1)
        rows = upstand_database_query (database, error, COLUMNS " AND unit_id = $2", "ii",
            census_id, upstand_skills_outline_get_unit (outline, self->first)->id);
    else
        rows = upstand_database_query (database, error, COLUMNS, "i", census_id);
    if (!rows)
        return NULL;
    while (upstand_query_step (rows, &local))
        read_row (self, rows);
    if (local) {
        g_propagate_error (error, g_steal_pointer (&local));
        return NULL;
    }
    return g_steal_pointer (&self);
}

void
upstand_skills_free (UpstandSkills *self)
{
    if (!self)
        return;
    g_clear_pointer (&self->outline, upstand_skills_outline_unref);
    g_free (self->cells);
    g_free (self);
}

UpstandSkillsOutline *
upstand_skills_get_outline (const UpstandSkills *self)
{
    return self->outline;
}

guint
upstand_skills_get_census (const UpstandSkills *self)
{
    return self->census;
}

void
upstand_skills_get_units (const UpstandSkills *self, guint *first, guint *end)
{
    *first = self->first;
    *end = self->end;
}

/* Sums -----------------------------------------------------------------------------------------
 */

static void
get_range (const UpstandSkills *self, guint unit, guint *first, guint *end)
{
    *first = self->first;
    *end = self->end;
    if (unit == UPSTAND_NOWHERE)
        return;
    g_return_if_fail (unit >= self->first && unit < self->end);
    *first = unit;
    *end = upstand_skills_outline_get_unit (self->outline, unit)->end;
}

static UpstandDay
day_of (const UpstandSkills *self)
{
    return upstand_skills_outline_get_census (self->outline, self->census)->as_at;
}

/* A unit with parts, or one that was not there, owes no answer of its own. */
static void
add_own (const UpstandSkills *self, const UpstandSkillsKey *key, UpstandFigureSum *sum)
{
    UpstandFigure figure = self->cells[index_of (self, key)].figure;
    if (figure.state != UPSTAND_FIGURE_UNANSWERED ||
        upstand_skills_outline_is_leaf (self->outline, key->unit, day_of (self)))
        upstand_figure_sum_add (sum, figure);
}

static void
add_range (const UpstandSkills *self, const UpstandSkillsKey *key, UpstandFigureSum *sum)
{
    UpstandSkillsKey each = *key;
    guint end;
    get_range (self, key->unit, &each.unit, &end);
    for (; each.unit < end; each.unit++)
        add_own (self, &each, sum);
}

static UpstandSkillsValue
value_of (const UpstandFigureSum *sum)
{
    return (UpstandSkillsValue){ upstand_figure_sum_get (sum), upstand_figure_sum_has_hole (sum) };
}

UpstandSkillsValue
upstand_skills_get_sum (const UpstandSkills *self, const UpstandSkillsKey *key)
{
    UpstandFigureSum sum = { 0 };
    UpstandSkillsKey each = *key;
    guint first, end;

    get_range (self, key->unit, &first, &end);
    if (key->count == UPSTAND_COUNT_CASELOAD && end - first > 1)
        return (UpstandSkillsValue){ upstand_figure_without (UPSTAND_FIGURE_UNANSWERED), FALSE };
    if (key->workforce != UPSTAND_WORKFORCE_ALL || !upstand_count_traits[key->count].by_workforce) {
        add_range (self, key, &sum);
        return value_of (&sum);
    }
    each.workforce = UPSTAND_WORKFORCE_OFFICERS;
    add_range (self, &each, &sum);
    each.workforce = UPSTAND_WORKFORCE_STAFF;
    add_range (self, &each, &sum);
    return value_of (&sum);
}

static UpstandFigure
own_demand (const UpstandSkills *self, guint unit, guint capability, UpstandBasis basis)
{
    UpstandSkillsKey key = { unit, capability, UPSTAND_COUNT_NEEDED, UPSTAND_WORKFORCE_ALL, basis };
    UpstandFigure given = upstand_skills_get_cell (self, &key)->figure;
    key.basis = UPSTAND_BASIS_HEADCOUNT;
    key.count = UPSTAND_COUNT_CASES;
    UpstandFigure cases = upstand_skills_get_cell (self, &key)->figure;
    key.count = UPSTAND_COUNT_CASELOAD;
    UpstandFigure caseload = upstand_skills_get_cell (self, &key)->figure;
    return upstand_skills_needed (given, cases, caseload, basis);
}

/* The accounts of demand: each unit in the range that answers for itself and all of its parts. */
typedef void (*AccountFunc) (
    const UpstandSkills *self, guint unit, UpstandFigure needed, gpointer data);

static void
foreach_account (const UpstandSkills *self, guint unit, guint capability, UpstandBasis basis,
    AccountFunc func, gpointer data)
{
    guint first, end;
    get_range (self, unit, &first, &end);
    while (first < end) {
        UpstandFigure needed = own_demand (self, first, capability, basis);
        gboolean answers = needed.state != UPSTAND_FIGURE_UNANSWERED;
        if (answers || upstand_skills_outline_is_leaf (self->outline, first, day_of (self)))
            func (self, first, needed, data);
        first = answers ? upstand_skills_outline_get_unit (self->outline, first)->end : first + 1;
    }
}

static void
add_needed (const UpstandSkills *self, guint unit, UpstandFigure needed, gpointer data)
{
    upstand_figure_sum_add (data, needed);
}

UpstandSkillsValue
upstand_skills_get_step (const UpstandSkills *self, guint unit, guint capability,
    UpstandWorkforce workforce, UpstandBasis basis, UpstandSkillsStep step)
{
    UpstandSkillsKey key = { unit, capability, steps[step].count, workforce, basis };
    UpstandFigureSum sum = { 0 };
    if (step != UPSTAND_STEP_NEEDED)
        return upstand_skills_get_sum (self, &key);
    if (workforce == UPSTAND_WORKFORCE_ALL)
        foreach_account (self, unit, capability, basis, add_needed, &sum);
    return value_of (&sum);
}

UpstandSkillsValue
upstand_skills_get_gap (const UpstandSkills *self, guint unit, guint capability,
    UpstandWorkforce workforce, UpstandBasis basis, UpstandSkillsGap gap)
{
    UpstandSkillsValue more =
        upstand_skills_get_step (self, unit, capability, workforce, basis, gaps[gap].more);
    UpstandSkillsValue less =
        upstand_skills_get_step (self, unit, capability, workforce, basis, gaps[gap].less);
    return (UpstandSkillsValue){ upstand_skills_difference (more.figure, less.figure),
        more.has_hole || less.has_hole };
}

/* Shortage and surplus ---------------------------------------------------------------------------
 */

typedef struct {
    guint capability;
    UpstandBasis basis;
    UpstandSkillsGap gap;
    UpstandSkillsBalance balance;
} Balancing;

static void
balance_account (const UpstandSkills *self, guint unit, UpstandFigure needed, gpointer data)
{
    Balancing *work = data;
    UpstandSkillsBalance *balance = &work->balance;
    UpstandSkillsValue value = upstand_skills_get_gap (
        self, unit, work->capability, UPSTAND_WORKFORCE_ALL, work->basis, work->gap);
    if (value.figure.state == UPSTAND_FIGURE_NOT_APPLICABLE)
        return;
    if (!upstand_figure_has_value (value.figure) || value.has_hole) {
        balance->n_unknown++;
        return;
    }
    gint64 size = value.figure.value;
    balance->n_short += size > 0;
    balance->n_surplus += size < 0;
    balance->n_even += size == 0;
    balance->shortage += MAX (size, 0);
    balance->surplus += MAX (-size, 0);
}

UpstandSkillsBalance
upstand_skills_get_balance (const UpstandSkills *self, guint unit, guint capability,
    UpstandBasis basis, UpstandSkillsGap gap)
{
    Balancing work = { capability, basis, gap, { 0 } };
    if (gaps[gap].more == UPSTAND_STEP_NEEDED) {
        foreach_account (self, unit, capability, basis, balance_account, &work);
        return work.balance;
    }
    /* Who is there is known unit by unit, whoever stated the demand. */
    guint end;
    for (get_range (self, unit, &unit, &end); unit < end; unit++)
        if (upstand_skills_outline_is_leaf (self->outline, unit, day_of (self)))
            balance_account (self, unit, upstand_figure_without (UPSTAND_FIGURE_UNANSWERED), &work);
    return work.balance;
}

gboolean
upstand_skills_is_single_point (const UpstandSkills *self, guint unit, guint capability)
{
    UpstandSkillsValue deployable = upstand_skills_get_step (self, unit, capability,
        UPSTAND_WORKFORCE_ALL, UPSTAND_BASIS_HEADCOUNT, UPSTAND_STEP_DEPLOYABLE);
    return !deployable.has_hole && upstand_figure_has_value (deployable.figure) &&
           deployable.figure.value == UPSTAND_FIGURE_ONE;
}
