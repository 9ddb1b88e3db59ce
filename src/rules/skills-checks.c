/* SPDX-License-Identifier: MIT */
#include "rules/skills-checks.h"

#include <glib/gi18n-lib.h>

#include "rules/period.h"
#include "rules/plan-ratings.h"

/* A rule looks at the key it is given, the anchor of what it finds, and begins with begin (). */
typedef struct {
    UpstandSkillsChecks *checks;
    UpstandSkillsOutline *outline;
    GPtrArray *findings;
    gboolean again; /* what the rule found before goes first */
} Run;

/* Where and what -------------------------------------------------------------------------------
 */

static void
set_place (gint64 *place, const UpstandSkillsKey *key)
{
    place[0] = key->unit;
    place[1] = key->capability;
    place[2] = key->count;
    place[3] = key->workforce;
    place[4] = key->basis;
}

UpstandSkillsKey
upstand_skills_finding_get_key (const UpstandFinding *finding)
{
    return (UpstandSkillsKey){ finding->place[0], finding->place[1], finding->place[2],
        finding->place[3], finding->place[4] };
}

/* The place in what lasts when units are added: ids, codes and keys. */
static char *
subject_of (const Run *run, const UpstandSkillsKey *key)
{
    GString *text = g_string_new (NULL);
    if (key->unit != UPSTAND_NOWHERE)
        g_string_append_printf (text, "%" G_GINT64_FORMAT,
            upstand_skills_outline_get_unit (run->outline, key->unit)->id);
    if (key->capability != UPSTAND_NOWHERE)
        g_string_append_printf (text, "/%s",
            upstand_skills_outline_get_capability (run->outline, key->capability)->code);
    if (key->count != UPSTAND_NOWHERE)
        g_string_append_printf (text, "/%s/%s/%s", upstand_counts[key->count].key,
            upstand_workforces[key->workforce].key, upstand_bases[key->basis].key);
    return g_string_free (text, FALSE);
}

/* "North, SOLO, officers, FTE": what a sentence begins with. */
static char *
where (const Run *run, const UpstandSkillsKey *key)
{
    GString *text =
        g_string_new (key->unit == UPSTAND_NOWHERE
                          ? _ ("Whole force")
                          : upstand_skills_outline_get_unit (run->outline, key->unit)->name);
    if (key->capability != UPSTAND_NOWHERE)
        g_string_append_printf (text, ", %s",
            upstand_skills_outline_get_capability (run->outline, key->capability)->short_title);
    if (key->count != UPSTAND_NOWHERE && key->workforce != UPSTAND_WORKFORCE_ALL)
        g_string_append_printf (text, ", %s", gettext (upstand_workforces[key->workforce].label));
    if (key->count != UPSTAND_NOWHERE && key->basis == UPSTAND_BASIS_FTE)
        g_string_append_printf (text, ", %s", gettext (upstand_bases[key->basis].label));
    return g_string_free (text, FALSE);
}

static void
forget (Run *run, const char *check, const gint64 *place)
{
    for (guint i = run->findings->len; i-- > 0;) {
        UpstandFinding *found = g_ptr_array_index (run->findings, i);
        if (g_str_equal (found->check, check) &&
            memcmp (found->place, place, sizeof found->place) == 0)
            g_ptr_array_remove_index (run->findings, i);
    }
}

static void
begin (Run *run, const char *check, const UpstandSkillsKey *anchor)
{
    gint64 place[UPSTAND_FINDING_N_PLACES];
    set_place (place, anchor);
    run->checks->n_run++;
    if (run->again)
        forget (run, check, place);
}

/* Takes @sentence. */
static void
find (Run *run, UpstandFindingSeverity severity, const char *check, const UpstandSkillsKey *anchor,
    char *sentence)
{
    gint64 place[UPSTAND_FINDING_N_PLACES];
    set_place (place, anchor);
    g_ptr_array_add (run->findings,
        upstand_finding_new (severity, check, place, subject_of (run, anchor), sentence));
}

static UpstandFigure
figure_at (const UpstandSkills *skills, const UpstandSkillsKey *key)
{
    return upstand_skills_get_cell (skills, key)->figure;
}

static UpstandFigure
figure_of (const Run *run, const UpstandSkillsKey *key, UpstandCount count)
{
    UpstandSkillsKey other = *key;
    other.count = count;
    return figure_at (run->checks->now, &other);
}

static UpstandDay
day_of (const Run *run, const UpstandSkills *skills)
{
    return upstand_skills_outline_get_census (run->outline, upstand_skills_get_census (skills))
        ->as_at;
}

static gboolean
is_leaf (const Run *run, guint unit)
{
    return upstand_skills_outline_is_leaf (run->outline, unit, day_of (run, run->checks->now));
}

/* One cell: a number that can be -----------------------------------------------------------------
 */

static void
check_number (Run *run, const UpstandSkillsKey *key)
{
    UpstandFigure figure = figure_at (run->checks->now, key);
    int decimals = upstand_count_get_decimals (key->count, key->basis);
    begin (run, UPSTAND_CHECK_SKILLS_NUMBER, key);
    if (!upstand_figure_has_value (figure))
        return;
    g_autofree char *place = where (run, key);
    g_autofree char *shown = upstand_figure_format (figure);
    const char *label = gettext (upstand_counts[key->count].label);
    char *sentence = NULL;
    if (figure.value < 0)
        sentence = g_strdup_printf (_ ("%s: “%s” is %s, below zero."), place, label, shown);
    else if (figure.value > UPSTAND_FIGURE_MOST)
        sentence = g_strdup_printf (_ ("%s: “%s” is %s, which is too large."), place, label, shown);
    else if (decimals == 0 && figure.value % UPSTAND_FIGURE_ONE)
        sentence = g_strdup_printf (_ ("%s: “%s” is %s, not a whole number."), place, label, shown);
    else if (key->count == UPSTAND_COUNT_CASELOAD && figure.value == 0)
        sentence = g_strdup_printf (_ ("%s: nobody can carry no cases at all."), place);
    if (sentence)
        find (run, UPSTAND_FINDING_BLOCKS, UPSTAND_CHECK_SKILLS_NUMBER, key, sentence);
}

/* One row: two counts in order -------------------------------------------------------------------
 */

static const struct Order {
    UpstandCount part, whole; /* part <= whole; the part is the anchor */
    UpstandFindingSeverity severity;
    const char *check;
    gboolean not_second_roles;
} orders[] = {
    { UPSTAND_COUNT_DEPLOYABLE, UPSTAND_COUNT_IN_DATE, UPSTAND_FINDING_BLOCKS,
        UPSTAND_CHECK_SKILLS_ORDER, FALSE },
    { UPSTAND_COUNT_IN_DATE, UPSTAND_COUNT_TRAINED, UPSTAND_FINDING_BLOCKS,
        UPSTAND_CHECK_SKILLS_ORDER, FALSE },
    { UPSTAND_COUNT_TRAINED, UPSTAND_COUNT_IN_POST, UPSTAND_FINDING_WARNS,
        UPSTAND_CHECK_SKILLS_TRAINED, TRUE },
    { UPSTAND_COUNT_IN_POST, UPSTAND_COUNT_ESTABLISHMENT, UPSTAND_FINDING_WARNS,
        UPSTAND_CHECK_SKILLS_POSTS, FALSE },
};

static char *
say_order (const struct Order *order, const char *place, const char *part, const char *whole)
{
    switch (order->part) {
    case UPSTAND_COUNT_DEPLOYABLE:
        return g_strdup_printf (
            _ ("%s: more can be deployed (%s) than are in date (%s)."), place, part, whole);
    case UPSTAND_COUNT_IN_DATE:
        return g_strdup_printf (
            _ ("%s: more are in date (%s) than are trained (%s)."), place, part, whole);
    case UPSTAND_COUNT_TRAINED:
        return g_strdup_printf (
            _ ("%s: more are trained (%s) than are in post (%s)."), place, part, whole);
    default:
        return g_strdup_printf (
            _ ("%s: more are in post (%s) than there are roles (%s)."), place, part, whole);
    }
}

/* @key: any count of the row. */
static void
check_order (Run *run, const UpstandSkillsKey *key, const struct Order *order)
{
    UpstandSkillsKey anchor = *key;
    anchor.count = order->part;
    UpstandFigure part = figure_of (run, key, order->part);
    UpstandFigure whole = figure_of (run, key, order->whole);
    begin (run, order->check, &anchor);
    if (!upstand_figure_has_value (part) || !upstand_figure_has_value (whole) ||
        part.value <= whole.value ||
        (order->not_second_roles &&
            upstand_skills_outline_get_capability (run->outline, key->capability)->second_role))
        return;
    g_autofree char *place = where (run, &anchor);
    g_autofree char *more = upstand_figure_format (part);
    g_autofree char *less = upstand_figure_format (whole);
    find (run, order->severity, order->check, &anchor, say_order (order, place, more, less));
}

static void
check_fte (Run *run, const UpstandSkillsKey *key)
{
    UpstandSkillsKey fte = *key, people = *key;
    fte.basis = UPSTAND_BASIS_FTE;
    people.basis = UPSTAND_BASIS_HEADCOUNT;
    UpstandFigure equivalents = figure_at (run->checks->now, &fte);
    UpstandFigure heads = figure_at (run->checks->now, &people);
    begin (run, UPSTAND_CHECK_SKILLS_FTE, &fte);
    if (!upstand_figure_has_value (equivalents) || !upstand_figure_has_value (heads) ||
        equivalents.value <= heads.value)
        return;
    g_autofree char *place = where (run, &people);
    g_autofree char *more = upstand_figure_format (equivalents);
    g_autofree char *less = upstand_figure_format (heads);
    find (run, UPSTAND_FINDING_BLOCKS, UPSTAND_CHECK_SKILLS_FTE, &fte,
        g_strdup_printf (_ ("%s: “%s” is more in FTE (%s) than in headcount (%s)."), place,
            gettext (upstand_counts[key->count].label), more, less));
}

/* One unit's distinct people ---------------------------------------------------------------------
 */

static gboolean
is_known (UpstandFigure figure)
{
    return figure.state == UPSTAND_FIGURE_VALUE || figure.state == UPSTAND_FIGURE_NOT_APPLICABLE;
}

/* Holders of a capability are the trained and those trained who work elsewhere. FALSE: there may be
 * more, so that their sum is no limit. */
static gboolean
add_holders (const Run *run, const UpstandSkillsKey *key, gint64 *holders)
{
    UpstandFigure trained = figure_of (run, key, UPSTAND_COUNT_TRAINED);
    UpstandFigure elsewhere = figure_of (run, key, UPSTAND_COUNT_TRAINED_ELSEWHERE);
    gboolean applies = trained.state != UPSTAND_FIGURE_NOT_APPLICABLE ||
                       elsewhere.state != UPSTAND_FIGURE_UNANSWERED;
    *holders = trained.value + elsewhere.value;
    return !applies || (is_known (trained) && is_known (elsewhere));
}

static void
check_people (Run *run, const UpstandSkillsKey *key)
{
    UpstandSkillsKey anchor = *key;
    anchor.count = UPSTAND_COUNT_PEOPLE;
    anchor.capability = UPSTAND_NOWHERE;
    UpstandFigure people = figure_at (run->checks->now, &anchor);
    begin (run, UPSTAND_CHECK_SKILLS_PEOPLE, &anchor);
    if (!upstand_figure_has_value (people))
        return;
    gint64 largest = 0, sum = 0;
    gboolean all_known = TRUE;
    UpstandSkillsKey each = *key;
    guint n = upstand_skills_outline_get_n_capabilities (run->outline);
    for (each.capability = 0; each.capability < n; each.capability++) {
        gint64 holders;
        all_known = add_holders (run, &each, &holders) && all_known;
        largest = MAX (largest, holders);
        sum += holders;
    }
    g_autofree char *place = where (run, &anchor);
    g_autofree char *shown = upstand_figure_format (people);
    if (people.value < largest) {
        g_autofree char *limit = upstand_figure_format (upstand_figure_of (largest));
        find (run, UPSTAND_FINDING_BLOCKS, UPSTAND_CHECK_SKILLS_PEOPLE, &anchor,
            g_strdup_printf (
                _ ("%s: fewer distinct people (%s) than hold the largest capability (%s)."), place,
                shown, limit));
    } else if (all_known && people.value > sum) {
        g_autofree char *limit = upstand_figure_format (upstand_figure_of (sum));
        find (run, UPSTAND_FINDING_BLOCKS, UPSTAND_CHECK_SKILLS_PEOPLE, &anchor,
            g_strdup_printf (
                _ ("%s: more distinct people (%s) than all the capabilities together (%s)."), place,
                shown, limit));
    }
}

/* What is not answered yet -----------------------------------------------------------------------
 */

static gboolean
states_demand (const Run *run, guint unit, guint capability)
{
    UpstandSkillsKey key = { unit, capability, UPSTAND_COUNT_NEEDED, UPSTAND_WORKFORCE_ALL,
        UPSTAND_BASIS_HEADCOUNT };
    UpstandFigure needed = upstand_skills_needed (figure_at (run->checks->now, &key),
        figure_of (run, &key, UPSTAND_COUNT_CASES), figure_of (run, &key, UPSTAND_COUNT_CASELOAD),
        UPSTAND_BASIS_HEADCOUNT);
    return needed.state != UPSTAND_FIGURE_UNANSWERED;
}

static gboolean
has_demand (const Run *run, guint unit, guint capability)
{
    guint first, end;
    upstand_skills_get_units (run->checks->now, &first, &end);
    for (;;) {
        if (states_demand (run, unit, capability))
            return TRUE;
        guint above = upstand_skills_outline_get_unit (run->outline, unit)->parent;
        if (above == UPSTAND_NOWHERE)
            return FALSE;
        if (above < first || above >= end)
            return TRUE; /* perhaps: it was not read */
        unit = above;
    }
}

static guint
count_unanswered (const Run *run, const UpstandSkillsKey *key)
{
    guint n = 0;
    UpstandSkillsKey each = *key;
    each.basis = UPSTAND_BASIS_HEADCOUNT;
    for (each.workforce = UPSTAND_WORKFORCE_OFFICERS; each.workforce <= UPSTAND_WORKFORCE_STAFF;
         each.workforce++)
        n += figure_at (run->checks->now, &each).state == UPSTAND_FIGURE_UNANSWERED;
    return n;
}

static void
check_answered (Run *run, guint unit, guint capability)
{
    const UpstandSkillsKey anchor = { unit, capability, UPSTAND_NOWHERE, UPSTAND_NOWHERE,
        UPSTAND_NOWHERE };
    UpstandSkillsKey key = { .unit = unit, .capability = capability };
    guint n = 0;
    begin (run, UPSTAND_CHECK_SKILLS_ANSWERED, &anchor);
    if (!is_leaf (run, unit))
        return;
    for (key.count = UPSTAND_COUNT_ESTABLISHMENT; key.count <= UPSTAND_COUNT_DEPLOYABLE;
         key.count++)
        n += count_unanswered (run, &key);
    gboolean demand = has_demand (run, unit, capability);
    if (n == 0 && demand)
        return;
    g_autofree char *place = where (run, &anchor);
    char *sentence =
        n == 0   ? g_strdup_printf (_ ("%s: what is needed is not stated."), place)
        : demand ? g_strdup_printf (ngettext ("%s: %u cell is not answered.",
                                        "%s: %u cells are not answered.", n),
                       place, n)
                 : g_strdup_printf (
                       ngettext ("%s: %u cell is not answered, and what is needed is not stated.",
                           "%s: %u cells are not answered, and what is needed is not stated.", n),
                       place, n);
    find (run, UPSTAND_FINDING_BLOCKS, UPSTAND_CHECK_SKILLS_ANSWERED, &anchor, sentence);
}

static void
check_people_answered (Run *run, guint unit)
{
    const UpstandSkillsKey anchor = { unit, UPSTAND_NOWHERE, UPSTAND_NOWHERE, UPSTAND_NOWHERE,
        UPSTAND_NOWHERE };
    const UpstandSkillsKey key = { .unit = unit, .count = UPSTAND_COUNT_PEOPLE };
    begin (run, UPSTAND_CHECK_SKILLS_ANSWERED, &anchor);
    if (!is_leaf (run, unit) || count_unanswered (run, &key) == 0)
        return;
    g_autofree char *place = where (run, &anchor);
    find (run, UPSTAND_FINDING_BLOCKS, UPSTAND_CHECK_SKILLS_ANSWERED, &anchor,
        g_strdup_printf (_ ("%s: distinct people are not answered."), place));
}

/* Against earlier censuses -----------------------------------------------------------------------
 */

/* Those that say how large a unit is; the others may well jump. */
static gboolean
is_compared (const UpstandSkillsKey *key)
{
    return key->basis == UPSTAND_BASIS_HEADCOUNT &&
           (key->count == UPSTAND_COUNT_CASES || key->count == UPSTAND_COUNT_PEOPLE ||
               (key->count >= UPSTAND_COUNT_NEEDED && key->count <= UPSTAND_COUNT_DEPLOYABLE));
}

/* Figures on the two sides of a break are not compared. */
static gboolean
is_comparable (const Run *run, const UpstandSkillsKey *key, const UpstandSkills *before)
{
    return before && !upstand_skills_outline_find_break (run->outline, key->capability, key->unit,
                         day_of (run, before), day_of (run, run->checks->now));
}

static gboolean
is_large (const UpstandThresholds *thresholds, gint64 now, gint64 before)
{
    gint64 change = ABS (now - before);
    return change > (gint64)thresholds->change_least * UPSTAND_FIGURE_ONE &&
           change * 100 > before * thresholds->change_percent;
}

static gboolean
find_change (Run *run, const UpstandSkillsKey *key, const UpstandSkills *before)
{
    if (!is_comparable (run, key, before))
        return FALSE;
    UpstandFigure now = figure_at (run->checks->now, key), then = figure_at (before, key);
    if (!upstand_figure_has_value (now) || !upstand_figure_has_value (then) || now.value == 0 ||
        !is_large (&run->checks->thresholds, now.value, then.value))
        return FALSE;
    g_autofree char *place = where (run, key);
    g_autofree char *from = upstand_figure_format (then);
    g_autofree char *to = upstand_figure_format (now);
    g_autofree char *day = upstand_date_format (day_of (run, before), UPSTAND_DATE_SHORT);
    find (run, UPSTAND_FINDING_WARNS, UPSTAND_CHECK_SKILLS_CHANGE, key,
        g_strdup_printf (_ ("%s: “%s” was %s on %s and is %s now."), place,
            gettext (upstand_counts[key->count].label), from, day, to));
    return TRUE;
}

static void
check_change (Run *run, const UpstandSkillsKey *key)
{
    begin (run, UPSTAND_CHECK_SKILLS_CHANGE, key);
    if (!find_change (run, key, run->checks->last))
        find_change (run, key, run->checks->year_before);
}

static void
check_zero (Run *run, const UpstandSkillsKey *key)
{
    begin (run, UPSTAND_CHECK_SKILLS_ZERO, key);
    if (!is_comparable (run, key, run->checks->last))
        return;
    UpstandFigure now = figure_at (run->checks->now, key);
    UpstandFigure then = figure_at (run->checks->last, key);
    if (!upstand_figure_has_value (now) || now.value != 0 || !upstand_figure_has_value (then) ||
        then.value <= 0)
        return;
    g_autofree char *place = where (run, key);
    g_autofree char *from = upstand_figure_format (then);
    find (run, UPSTAND_FINDING_WARNS, UPSTAND_CHECK_SKILLS_ZERO, key,
        g_strdup_printf (_ ("%s: “%s” is zero and was %s at the last census."), place,
            gettext (upstand_counts[key->count].label), from));
}

typedef gboolean (*CellFunc) (const Run *run, const UpstandSkillsKey *key, gpointer data);

/* Until the function says FALSE: every cell of the unit for one capability. */
static gboolean
foreach_cell (const Run *run, guint unit, guint capability, CellFunc func, gpointer data)
{
    UpstandSkillsKey key = { .unit = unit, .capability = capability };
    for (key.count = 0; key.count < UPSTAND_COUNT_PEOPLE; key.count++)
        for (key.workforce = 0; key.workforce < UPSTAND_N_WORKFORCES; key.workforce++)
            for (key.basis = 0; key.basis < UPSTAND_N_BASES; key.basis++)
                if (upstand_count_applies (key.count, key.workforce, key.basis) &&
                    !func (run, &key, data))
                    return FALSE;
    return TRUE;
}

static gboolean
is_same (const Run *run, const UpstandSkillsKey *key, gpointer data)
{
    guint *n = data;
    UpstandFigure now = figure_at (run->checks->now, key);
    *n += upstand_figure_has_value (now) && now.value > 0;
    return upstand_figure_equal (now, figure_at (run->checks->last, key));
}

static void
check_same (Run *run, guint unit)
{
    const UpstandSkillsKey anchor = { unit, UPSTAND_NOWHERE, UPSTAND_NOWHERE, UPSTAND_NOWHERE,
        UPSTAND_NOWHERE };
    guint n = 0, n_capabilities = upstand_skills_outline_get_n_capabilities (run->outline);
    begin (run, UPSTAND_CHECK_SKILLS_SAME, &anchor);
    if (!run->checks->last)
        return;
    for (guint i = 0; i < n_capabilities; i++)
        if (!foreach_cell (run, unit, i, is_same, &n))
            return;
    if (n == 0)
        return;
    g_autofree char *place = where (run, &anchor);
    find (run, UPSTAND_FINDING_WARNS, UPSTAND_CHECK_SKILLS_SAME, &anchor,
        g_strdup_printf (_ ("%s: every figure is the same as at the last census."), place));
}

static gboolean
has_no_note (const Run *run, const UpstandSkillsKey *key, gpointer data)
{
    return !upstand_skills_get_cell (run->checks->now, key)->has_note;
}

/* A note on one cell that the break is about is enough. */
static gboolean
is_noted (const Run *run, const UpstandSkillsBreak *found)
{
    guint first, end, n = upstand_skills_outline_get_n_capabilities (run->outline);
    upstand_skills_get_units (run->checks->now, &first, &end);
    if (found->unit != UPSTAND_NOWHERE) {
        first = MAX (first, found->unit);
        end = MIN (end, upstand_skills_outline_get_unit (run->outline, found->unit)->end);
    }
    for (; first < end; first++)
        for (guint i = 0; i < n; i++)
            if ((found->capability == UPSTAND_NOWHERE || found->capability == i) &&
                !foreach_cell (run, first, i, has_no_note, NULL))
                return TRUE;
    return FALSE;
}

static void
check_break (Run *run, const UpstandSkillsBreak *found)
{
    const UpstandSkillsKey anchor = { found->unit, found->capability, UPSTAND_NOWHERE,
        UPSTAND_NOWHERE, UPSTAND_NOWHERE };
    begin (run, UPSTAND_CHECK_SKILLS_BREAK, &anchor);
    if (is_noted (run, found))
        return;
    g_autofree char *place = where (run, &anchor);
    g_autofree char *day = upstand_date_format (found->dated, UPSTAND_DATE_SHORT);
    find (run, UPSTAND_FINDING_WARNS, UPSTAND_CHECK_SKILLS_BREAK, &anchor,
        g_strdup_printf (
            _ ("%s: the series broke on %s and no note stands beside the figures."), place, day));
}

/* A note that was not read may be there. */
static gboolean
was_read (const Run *run, guint unit)
{
    guint first, end;
    upstand_skills_get_units (run->checks->now, &first, &end);
    if (unit == UPSTAND_NOWHERE)
        return first == 0 && end == upstand_skills_outline_get_n_units (run->outline);
    return unit >= first && upstand_skills_outline_get_unit (run->outline, unit)->end <= end;
}

/* Every break since the last census, or those that the cell lies in. */
static void
check_breaks (Run *run, const UpstandSkillsKey *key)
{
    if (!run->checks->last)
        return;
    UpstandDay before = day_of (run, run->checks->last), day = day_of (run, run->checks->now);
    for (guint i = 0; i < upstand_skills_outline_get_n_breaks (run->outline); i++) {
        const UpstandSkillsBreak *found = upstand_skills_outline_get_break (run->outline, i);
        gboolean concerns =
            !key || found->capability == UPSTAND_NOWHERE || found->capability == key->capability;
        if (concerns && found->dated > before && found->dated <= day && was_read (run, found->unit))
            check_break (run, found);
    }
}

/* What would help nobody to find out later -------------------------------------------------------
 */

static void
check_single (Run *run, guint unit, guint capability)
{
    const UpstandSkillsKey anchor = { unit, capability, UPSTAND_COUNT_DEPLOYABLE,
        UPSTAND_WORKFORCE_ALL, UPSTAND_BASIS_HEADCOUNT };
    begin (run, UPSTAND_CHECK_SKILLS_SINGLE, &anchor);
    if (!is_leaf (run, unit) ||
        !upstand_skills_is_single_point (run->checks->now, unit, capability))
        return;
    g_autofree char *place = where (run, &anchor);
    find (run, UPSTAND_FINDING_WARNS, UPSTAND_CHECK_SKILLS_SINGLE, &anchor,
        g_strdup_printf (_ ("%s: only one person can be deployed."), place));
}

/* Asked where places are stated: a force may plan its courses once, for all of it. */
static void
check_expiring (Run *run, guint unit, guint capability)
{
    UpstandSkillsKey key = { unit, capability, UPSTAND_COUNT_PLACES, UPSTAND_WORKFORCE_ALL,
        UPSTAND_BASIS_HEADCOUNT };
    const UpstandSkillsKey anchor = key;
    begin (run, UPSTAND_CHECK_SKILLS_EXPIRING, &anchor);
    if (!upstand_figure_has_value (figure_at (run->checks->now, &key)))
        return;
    UpstandFigure places = upstand_skills_get_sum (run->checks->now, &key).figure;
    key.count = UPSTAND_COUNT_EXPIRING;
    UpstandFigure expiring = upstand_skills_get_sum (run->checks->now, &key).figure;
    if (!upstand_figure_has_value (expiring) || expiring.value <= places.value)
        return;
    g_autofree char *place = where (run, &anchor);
    g_autofree char *more = upstand_figure_format (expiring);
    g_autofree char *less = upstand_figure_format (places);
    find (run, UPSTAND_FINDING_WARNS, UPSTAND_CHECK_SKILLS_EXPIRING, &anchor,
        g_strdup_printf (
            _ ("%s: %s accreditations expire within six months and %s course places are planned."),
            place, more, less));
}

/* Censuses ---------------------------------------------------------------------------------------
 */

static void
check_census (Run *run)
{
    const UpstandSkillsKey anchor = { UPSTAND_NOWHERE, UPSTAND_NOWHERE, UPSTAND_NOWHERE,
        UPSTAND_NOWHERE, UPSTAND_NOWHERE };
    guint census = upstand_skills_get_census (run->checks->now);
    begin (run, UPSTAND_CHECK_SKILLS_CENSUS, &anchor);
    if (census == 0)
        return;
    UpstandDay last = upstand_skills_outline_get_census (run->outline, census - 1)->as_at;
    UpstandDay day = day_of (run, run->checks->now);
    UpstandPeriod before = upstand_period_current (UPSTAND_PERIOD_CENSUS, last);
    UpstandPeriod next = upstand_period_next (&before);
    g_autofree char *missing = upstand_date_format (next.end, UPSTAND_DATE_SHORT);
    g_autofree char *twice = upstand_date_format (day, UPSTAND_DATE_SHORT);
    if (last == day)
        find (run, UPSTAND_FINDING_BLOCKS, UPSTAND_CHECK_SKILLS_CENSUS, &anchor,
            g_strdup_printf (_ ("There are two censuses as at %s."), twice));
    else if (next.end < day)
        find (run, UPSTAND_FINDING_BLOCKS, UPSTAND_CHECK_SKILLS_CENSUS, &anchor,
            g_strdup_printf (_ ("There is no census as at %s."), missing));
}

/* All of it, and what one cell touches -----------------------------------------------------------
 */

static gboolean
check_one (const Run *const_run, const UpstandSkillsKey *key, gpointer data)
{
    Run *run = data;
    check_number (run, key);
    if (is_compared (key)) {
        check_change (run, key);
        check_zero (run, key);
    }
    if (upstand_count_traits[key->count].in_fte && key->basis == UPSTAND_BASIS_FTE)
        check_fte (run, key);
    for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
        if (orders[i].part == key->count)
            check_order (run, key, &orders[i]);
    return TRUE;
}

static void
check_unit_people (Run *run, guint unit)
{
    UpstandSkillsKey key = { unit, UPSTAND_NOWHERE, UPSTAND_COUNT_PEOPLE, 0, 0 };
    for (key.workforce = UPSTAND_WORKFORCE_OFFICERS; key.workforce <= UPSTAND_WORKFORCE_STAFF;
         key.workforce++)
        for (key.basis = 0; key.basis < UPSTAND_N_BASES; key.basis++) {
            check_one (run, &key, run);
            check_people (run, &key);
        }
    check_people_answered (run, unit);
}

static Run
run_new (UpstandSkillsChecks *checks, GPtrArray *findings, gboolean again)
{
    return (Run){ checks, upstand_skills_get_outline (checks->now), findings, again };
}

GPtrArray *
upstand_skills_check (UpstandSkillsChecks *self)
{
    g_return_val_if_fail (self && self->now, NULL);
    Run run = run_new (self, upstand_findings_new (), FALSE);
    guint first, end, n = upstand_skills_outline_get_n_capabilities (run.outline);
    check_census (&run);
    upstand_skills_get_units (self->now, &first, &end);
    for (guint unit = first; unit < end; unit++) {
        for (guint capability = 0; capability < n; capability++) {
            foreach_cell (&run, unit, capability, check_one, &run);
            check_answered (&run, unit, capability);
            check_single (&run, unit, capability);
            check_expiring (&run, unit, capability);
        }
        check_unit_people (&run, unit);
        check_same (&run, unit);
    }
    check_breaks (&run, NULL);
    g_ptr_array_sort (run.findings, upstand_finding_compare);
    return run.findings;
}

/* Demand and places hold for the parts too, expiring for the whole. */
static void
check_around (Run *run, const UpstandSkillsKey *key)
{
    guint first, end;
    upstand_skills_get_units (run->checks->now, &first, &end);
    if (key->count <= UPSTAND_COUNT_NEEDED)
        for (guint unit = key->unit;
             unit < upstand_skills_outline_get_unit (run->outline, key->unit)->end; unit++)
            check_answered (run, unit, key->capability);
    else if (key->count <= UPSTAND_COUNT_DEPLOYABLE)
        check_answered (run, key->unit, key->capability);
    if (key->count == UPSTAND_COUNT_DEPLOYABLE && key->basis == UPSTAND_BASIS_HEADCOUNT)
        check_single (run, key->unit, key->capability);
    if (key->count == UPSTAND_COUNT_EXPIRING || key->count == UPSTAND_COUNT_PLACES)
        for (guint unit = key->unit; unit != UPSTAND_NOWHERE && unit >= first && unit < end;
             unit = upstand_skills_outline_get_unit (run->outline, unit)->parent)
            check_expiring (run, unit, key->capability);
    if (key->count == UPSTAND_COUNT_TRAINED || key->count == UPSTAND_COUNT_TRAINED_ELSEWHERE)
        check_people (run, key);
}

void
upstand_skills_check_cell (
    UpstandSkillsChecks *self, const UpstandSkillsKey *key, GPtrArray *findings)
{
    g_return_if_fail (self && self->now && key && findings);
    Run run = run_new (self, findings, TRUE);
    UpstandSkillsKey cell = *key;
    if (cell.count == UPSTAND_COUNT_PEOPLE)
        cell.capability = UPSTAND_NOWHERE;
    check_one (&run, &cell, &run);
    if (cell.basis == UPSTAND_BASIS_HEADCOUNT && upstand_count_traits[cell.count].in_fte)
        check_fte (&run, &cell);
    for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
        if (orders[i].whole == cell.count)
            check_order (&run, &cell, &orders[i]);
    if (cell.count == UPSTAND_COUNT_PEOPLE) {
        check_people (&run, &cell);
        check_people_answered (&run, cell.unit);
    } else {
        check_around (&run, &cell);
        check_breaks (&run, &cell);
        check_same (&run, cell.unit);
    }
    g_ptr_array_sort (findings, upstand_finding_compare);
}

/* A census of a plan -----------------------------------------------------------------------------
 */

/* How far from a year earlier a census may lie and still be that of the year before. */
#define ABOUT_DAYS 45

void
upstand_skills_checks_find_earlier (
    const UpstandSkillsOutline *outline, guint census, guint *last, guint *year_before)
{
    UpstandDay wanted =
        upstand_date_add_months (upstand_skills_outline_get_census (outline, census)->as_at, -12);
    int nearest = ABOUT_DAYS + 1;
    *last = census > 0 ? census - 1 : UPSTAND_NOWHERE;
    *year_before = UPSTAND_NOWHERE;
    for (guint i = 0; i < census; i++) {
        int away = ABS ((int)(upstand_skills_outline_get_census (outline, i)->as_at) - (int)wanted);
        if (away >= nearest)
            continue;
        nearest = away;
        *year_before = i;
    }
}

GPtrArray *
upstand_skills_check_census (
    UpstandSkillsOutline *outline, UpstandDatabase *database, guint census, GError **error)
{
    guint wanted[3] = { census };
    UpstandSkills *read[3] = { NULL };
    GPtrArray *findings = NULL;
    gboolean done = TRUE;
    upstand_skills_checks_find_earlier (outline, census, &wanted[1], &wanted[2]);
    for (guint i = 0; i < G_N_ELEMENTS (wanted) && done; i++)
        if (wanted[i] != UPSTAND_NOWHERE)
            done = (read[i] = upstand_skills_load (
                        outline, database, wanted[i], UPSTAND_NOWHERE, error)) != NULL;
    if (done) {
        UpstandSkillsChecks checks = { .now = read[0], .last = read[1], .year_before = read[2] };
        upstand_plan_ratings_read_thresholds (database, &checks.thresholds);
        findings = upstand_skills_check (&checks);
    }
    for (guint i = 0; i < G_N_ELEMENTS (read); i++)
        upstand_skills_free (read[i]);
    return findings;
}
