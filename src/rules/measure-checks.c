/* SPDX-License-Identifier: MIT */
#include "rules/measure-checks.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "records/list-query.h"
#include "rules/identifiers.h"

/* What one rule is given, and where it puts what it found. */
typedef struct {
    UpstandMeasureChecks *checks;
    UpstandMeasuresOutline *outline;
    GPtrArray *findings;
    guint last, year; /* the columns that it is compared with; UPSTAND_NOWHERE */
    guint line;
    const UpstandMeasuresCell *cell;
} Look;

#define MOST_PERCENT (100 * UPSTAND_FIGURE_ONE)

/* Finding --------------------------------------------------------------------------------------
 */

/* "crimes/offence-group:rape 2022-23-Q4": what a place is called for ever. To be freed. */
static char *
subject_of (const Look *look, guint line)
{
    const UpstandMeasuresLine *found = upstand_measures_outline_get_line (look->outline, line);
    g_autofree char *period = upstand_period_label (
        upstand_measures_outline_get_period (look->outline, look->checks->period));
    return g_strdup_printf ("%s/%s %s",
        upstand_measures_outline_get_measure (look->outline, found->measure)->code, found->code,
        period);
}

/* Takes @sentence. @about: the figures, for the key. */
static void
find (Look *look, UpstandFindingSeverity severity, const char *check, guint line, guint relation,
    const char *about, char *sentence)
{
    const gint64 place[UPSTAND_FINDING_N_PLACES] = { line, look->checks->period, relation,
        UPSTAND_NOWHERE, 0 };
    g_autofree char *subject = line == UPSTAND_NOWHERE ? g_strdup ("") : subject_of (look, line);
    char *whole = g_strdup_printf ("%s%s%s", subject, *about ? " " : "", about);
    g_ptr_array_add (look->findings, upstand_finding_new (severity, check, place, whole, sentence));
}

/* @format: with the line's name, then two figures or fewer. */
static char *
say (const Look *look, const char *sentence, const char *first, const char *second)
{
    g_autofree char *name = upstand_measures_outline_name_line (look->outline, look->line);
    GString *text = g_string_new (sentence);
    g_string_replace (text, "{name}", name, 0);
    if (first)
        g_string_replace (text, "{first}", first, 0);
    if (second)
        g_string_replace (text, "{second}", second, 0);
    return g_string_free (text, FALSE);
}

static const UpstandMeasuresMeasure *
measure_of (const Look *look)
{
    return upstand_measures_outline_get_measure (
        look->outline, upstand_measures_outline_get_line (look->outline, look->line)->measure);
}

/* Rules over one cell ----------------------------------------------------------------------------
 */

static void
check_number (Look *look)
{
    UpstandFigure figure = look->cell->figure;
    UpstandMeasureKind kind = measure_of (look)->kind;
    if (!upstand_figure_has_value (figure))
        return;
    g_autofree char *shown = upstand_figure_format (figure);
    const char *sentence = NULL;
    if (figure.value < 0)
        sentence = _ ("{name}: {first} is below zero.");
    else if (kind == UPSTAND_MEASURE_COUNT && figure.value % UPSTAND_FIGURE_ONE)
        sentence = _ ("{name}: {first} is not a whole number.");
    else if (kind == UPSTAND_MEASURE_PERCENT && figure.value > MOST_PERCENT)
        sentence = _ ("{name}: {first} is more than 100 percent.");
    if (sentence)
        find (look, UPSTAND_FINDING_BLOCKS, UPSTAND_CHECK_MEASURE_NUMBER, look->line,
            UPSTAND_NOWHERE, shown, say (look, sentence, shown, NULL));
}

static void
check_answered (Look *look)
{
    if (look->cell->figure.state == UPSTAND_FIGURE_UNANSWERED &&
        upstand_measures_outline_is_owed (look->outline, look->line, look->checks->period))
        find (look, UPSTAND_FINDING_BLOCKS, UPSTAND_CHECK_MEASURE_ANSWERED, look->line,
            UPSTAND_NOWHERE, "", say (look, _ ("{name}: not answered yet."), NULL, NULL));
}

static void
check_twice (Look *look)
{
    UpstandPeriod covers;
    gboolean other_days =
        look->cell->id &&
        (!upstand_measures_outline_get_cell_period (
             look->outline, look->line, look->checks->period, &covers) ||
            covers.start != look->cell->covers.start || covers.end != look->cell->covers.end);
    if (look->cell->clashes)
        find (look, UPSTAND_FINDING_BLOCKS, UPSTAND_CHECK_MEASURE_TWICE, look->line,
            UPSTAND_NOWHERE, "",
            say (look, _ ("{name}: there are two figures for one period."), NULL, NULL));
    else if (other_days)
        find (look, UPSTAND_FINDING_BLOCKS, UPSTAND_CHECK_MEASURE_TWICE, look->line,
            UPSTAND_NOWHERE, "",
            say (look, _ ("{name}: the figure covers other days than it is collected for."), NULL,
                NULL));
}

static void
check_reason (Look *look)
{
    UpstandFigure figure = look->cell->figure;
    if (!upstand_measures_outline_get_line (look->outline, look->line)->wants_reason ||
        !upstand_figure_has_value (figure) || figure.value == 0)
        return;
    g_autofree char *shown = upstand_figure_format (figure);
    find (look, UPSTAND_FINDING_WARNS, UPSTAND_CHECK_MEASURE_REASON, look->line, UPSTAND_NOWHERE,
        shown,
        say (look, _ ("{name}: {first}. This outcome should hardly be used here."), shown, NULL));
}

static void
check_identifier (Look *look)
{
    if (!look->cell->note)
        return;
    g_autofree char *warning = upstand_identifiers_warn (look->cell->note);
    g_autofree char *about = g_strdup_printf ("%08x", g_str_hash (look->cell->note));
    if (warning)
        find (look, UPSTAND_FINDING_BLOCKS, UPSTAND_CHECK_MEASURE_IDENTIFIER, look->line,
            UPSTAND_NOWHERE, about, say (look, _ ("{name}, note: {first}"), warning, NULL));
}

/* Rules over a cell and an earlier one -----------------------------------------------------------
 */

/* Two figures that can be compared: both of whole periods, no break between. @period: an earlier
 * column, or UPSTAND_NOWHERE. */
static gboolean
get_compared (const Look *look, guint period, gint64 *before)
{
    if (period == UPSTAND_NOWHERE)
        return FALSE;
    const UpstandMeasuresCell *earlier =
        upstand_measures_get_cell (look->checks->measures, look->line, period);
    if (!upstand_figure_has_value (earlier->figure) ||
        !upstand_measures_outline_is_whole (look->outline, look->line, period) ||
        !upstand_measures_outline_is_whole (look->outline, look->line, look->checks->period) ||
        upstand_measures_outline_find_break (look->outline, look->line,
            upstand_measures_outline_get_period (look->outline, period)->end,
            upstand_measures_outline_get_period (look->outline, look->checks->period)->end))
        return FALSE;
    *before = earlier->figure.value;
    return TRUE;
}

static gboolean
changed_a_lot (const UpstandThresholds *thresholds, gint64 before, gint64 now)
{
    gint64 change = now > before ? now - before : before - now;
    return change > (gint64)thresholds->change_least * UPSTAND_FIGURE_ONE &&
           change * 100 > before * thresholds->change_percent;
}

static void
find_change (Look *look, const char *check, const char *sentence, gint64 before)
{
    g_autofree char *first = upstand_figure_format (upstand_figure_of (before));
    g_autofree char *second = upstand_figure_format (look->cell->figure);
    g_autofree char *about = g_strdup_printf ("%s>%s", first, second);
    find (look, UPSTAND_FINDING_WARNS, check, look->line, UPSTAND_NOWHERE, about,
        say (look, sentence, first, second));
}

static void
check_earlier (Look *look)
{
    const UpstandThresholds *thresholds = &look->checks->thresholds;
    gint64 now = look->cell->figure.value, before;
    if (!upstand_figure_has_value (look->cell->figure))
        return;
    if (get_compared (look, look->last, &before)) {
        if (now == 0 && before > 0)
            find_change (look, UPSTAND_CHECK_MEASURE_ZERO,
                _ ("{name}: zero, after {first} in the period before."), before);
        else if (now == before && now >= (gint64)thresholds->change_least * UPSTAND_FIGURE_ONE)
            find_change (look, UPSTAND_CHECK_MEASURE_SAME,
                _ ("{name}: {second}, exactly as in the period before."), before);
        if (changed_a_lot (thresholds, before, now)) {
            find_change (look, UPSTAND_CHECK_MEASURE_CHANGE,
                _ ("{name}: {second}, after {first} in the period before."), before);
            return;
        }
    }
    if (get_compared (look, look->year, &before) && changed_a_lot (thresholds, before, now))
        find_change (look, UPSTAND_CHECK_MEASURE_CHANGE,
            _ ("{name}: {second}, after {first} a year before."), before);
}

static void
check_break (Look *look)
{
    UpstandPeriod now, then;
    if (!upstand_figure_has_value (look->cell->figure) || look->cell->note ||
        look->last == UPSTAND_NOWHERE ||
        !upstand_measures_outline_get_cell_period (look->outline, look->line, look->last, &then) ||
        !upstand_measures_outline_get_cell_period (
            look->outline, look->line, look->checks->period, &now))
        return;
    const UpstandMeasuresBreak *crossed =
        upstand_measures_outline_find_break (look->outline, look->line, then.end, now.end);
    if (crossed)
        find (look, UPSTAND_FINDING_WARNS, UPSTAND_CHECK_MEASURE_BREAK, look->line, UPSTAND_NOWHERE,
            "",
            say (look, _ ("{name}: the series breaks here, and no note says so. {first}"),
                crossed->reason, NULL));
}

/* Relations ------------------------------------------------------------------------------------
 */

/* What one side of a relation is called: its lines, with a plus between them. To be freed. */
static char *
name_side (const Look *look, const GArray *lines)
{
    guint first = g_array_index (lines, guint, 0);
    guint measure = upstand_measures_outline_get_line (look->outline, first)->measure;
    GString *names = g_string_new (NULL);
    for (guint i = 0; i < lines->len; i++) {
        guint line = g_array_index (lines, guint, i);
        const UpstandMeasuresLine *found = upstand_measures_outline_get_line (look->outline, line);
        g_autofree char *whole = upstand_measures_outline_name_line (look->outline, line);
        g_string_append_printf (
            names, "%s%s", i ? " + " : "", i && found->measure == measure ? found->title : whole);
        /* A code for each of twenty-two outcomes says less than the measure does. */
        if (i == 2 && lines->len > 3 && found->measure == measure) {
            g_string_append (names, " + …");
            break;
        }
    }
    return g_string_free (names, FALSE);
}

/* A sum with a hole is at least what was given: enough to be too much, never to be too little. */
static gboolean
is_broken (const UpstandMeasuresRelation *relation, const UpstandMeasuresSum *lesser,
    const UpstandMeasuresSum *greater)
{
    if (!upstand_figure_has_value (lesser->figure) || !upstand_figure_has_value (greater->figure))
        return FALSE;
    if (!greater->has_hole && lesser->figure.value > greater->figure.value)
        return TRUE;
    return relation->rule == UPSTAND_RELATION_EQUALS && !lesser->has_hole &&
           lesser->figure.value < greater->figure.value;
}

static void
check_relation (Look *look, guint place)
{
    const UpstandMeasures *measures = look->checks->measures;
    guint period = look->checks->period;
    const UpstandMeasuresRelation *relation =
        upstand_measures_outline_get_relation (look->outline, place);
    UpstandMeasuresSum lesser = upstand_measures_get_sum (
        measures, (guint *)relation->lesser->data, relation->lesser->len, period);
    UpstandMeasuresSum greater = upstand_measures_get_sum (
        measures, (guint *)relation->greater->data, relation->greater->len, period);
    look->checks->n_run++;
    if (!is_broken (relation, &lesser, &greater))
        return;
    g_autofree char *first = name_side (look, relation->lesser);
    g_autofree char *second = name_side (look, relation->greater);
    g_autofree char *less = upstand_figure_format (lesser.figure);
    g_autofree char *great = upstand_figure_format (greater.figure);
    g_autofree char *about = g_strdup_printf ("%s %s:%s", relation->code, less, great);
    g_autoptr (GString) sentence =
        g_string_new (lesser.figure.value > greater.figure.value
                          ? _ ("{first}: {less}, which is more than {second}: {great}.")
                          : _ ("{first}: {less}, which is less than {second}: {great}."));
    g_string_replace (sentence, "{less}", less, 1);
    g_string_replace (sentence, "{great}", great, 1);
    g_string_replace (sentence, "{second}", second, 1);
    g_string_replace (sentence, "{first}", first, 1);
    find (look, relation->blocks ? UPSTAND_FINDING_BLOCKS : UPSTAND_FINDING_WARNS,
        UPSTAND_CHECK_MEASURE_RELATION, g_array_index (relation->lesser, guint, 0), place, about,
        g_strdup (sentence->str));
}

/* The whole ------------------------------------------------------------------------------------
 */

typedef void (*CellRule) (Look *look);

/* By what they read besides the cell itself: nothing, or earlier columns. */
static const CellRule own_rules[] = { check_number, check_answered, check_twice, check_reason,
    check_identifier };
static const CellRule earlier_rules[] = { check_earlier, check_break };

static void
run_rules (Look *look, guint line, const CellRule *rules, guint n)
{
    look->line = line;
    look->cell = upstand_measures_get_cell (look->checks->measures, line, look->checks->period);
    for (guint i = 0; i < n; i++)
        rules[i](look);
    look->checks->n_run += n;
}

static gboolean
is_rate (const UpstandMeasuresOutline *outline, guint line)
{
    guint measure = upstand_measures_outline_get_line (outline, line)->measure;
    return upstand_measures_outline_get_measure (outline, measure)->kind == UPSTAND_MEASURE_RATE;
}

static gboolean
has_figures (const Look *look, guint period)
{
    guint n = upstand_measures_outline_get_n_lines (look->outline);
    for (guint line = 0; line < n; line++)
        if (upstand_measures_get_cell (look->checks->measures, line, period)->figure.state !=
            UPSTAND_FIGURE_UNANSWERED)
            return TRUE;
    return FALSE;
}

/* Nothing in the period before, although there were figures once. */
static void
check_gap (Look *look)
{
    guint period = look->checks->period;
    look->checks->n_run++;
    if (period < 2 || has_figures (look, period - 1))
        return;
    for (guint earlier = period - 1; earlier-- > 0;)
        if (has_figures (look, earlier)) {
            g_autofree char *label = upstand_period_label (
                upstand_measures_outline_get_period (look->outline, period - 1));
            find (look, UPSTAND_FINDING_BLOCKS, UPSTAND_CHECK_MEASURE_GAP, UPSTAND_NOWHERE,
                UPSTAND_NOWHERE, label,
                g_strdup_printf (
                    _ ("There are no figures at all for %s, the period before."), label));
            return;
        }
}

static Look
look_new (UpstandMeasureChecks *self, GPtrArray *findings)
{
    UpstandMeasuresOutline *outline = upstand_measures_get_outline (self->measures);
    const UpstandPeriod *period = upstand_measures_outline_get_period (outline, self->period);
    UpstandPeriod last = upstand_period_previous (period);
    UpstandPeriod year = upstand_period_year_before (period);
    return (Look){ .checks = self,
        .outline = outline,
        .findings = findings,
        .last = upstand_measures_outline_find_period (outline, &last),
        .year = upstand_measures_outline_find_period (outline, &year) };
}

GPtrArray *
upstand_measure_checks_run (UpstandMeasureChecks *self)
{
    GPtrArray *findings = upstand_findings_new ();
    Look look = look_new (self, findings);
    guint n_lines = upstand_measures_outline_get_n_lines (look.outline);
    guint n_relations = upstand_measures_outline_get_n_relations (look.outline);
    check_gap (&look);
    for (guint line = 0; line < n_lines; line++)
        if (!is_rate (look.outline, line)) {
            run_rules (&look, line, own_rules, G_N_ELEMENTS (own_rules));
            run_rules (&look, line, earlier_rules, G_N_ELEMENTS (earlier_rules));
        }
    for (guint relation = 0; relation < n_relations; relation++)
        check_relation (&look, relation);
    g_ptr_array_sort (findings, upstand_finding_compare);
    return findings;
}

/* Takes out what the rules that run again had found. */
static void
forget (GPtrArray *findings, guint line, gboolean own, const guint *relations, guint n_relations,
    gboolean gap)
{
    static const char *const earlier[] = { UPSTAND_CHECK_MEASURE_CHANGE, UPSTAND_CHECK_MEASURE_ZERO,
        UPSTAND_CHECK_MEASURE_SAME, UPSTAND_CHECK_MEASURE_BREAK, NULL };
    for (guint i = findings->len; i-- > 0;) {
        const UpstandFinding *finding = g_ptr_array_index (findings, i);
        gint64 relation = finding->place[UPSTAND_MEASURE_PLACE_RELATION];
        gboolean here = finding->place[UPSTAND_MEASURE_PLACE_LINE] == line &&
                        relation == UPSTAND_NOWHERE &&
                        (own || g_strv_contains (earlier, finding->check));
        for (guint r = 0; r < n_relations; r++)
            here |= relation == relations[r];
        here |= gap && strcmp (finding->check, UPSTAND_CHECK_MEASURE_GAP) == 0;
        if (here)
            g_ptr_array_remove_index (findings, i);
    }
}

void
upstand_measure_checks_run_cell (
    UpstandMeasureChecks *self, guint line, guint period, GPtrArray *findings)
{
    Look look = look_new (self, findings);
    gboolean own = period == self->period;
    gboolean compared = period == look.last || period == look.year;
    guint n_relations = 0;
    const guint *relations =
        own ? upstand_measures_outline_get_relations_of (look.outline, line, &n_relations) : NULL;
    if (is_rate (look.outline, line))
        return;
    gboolean gap = period < self->period;
    if (own || compared || gap)
        forget (
            findings, own || compared ? line : UPSTAND_NOWHERE, own, relations, n_relations, gap);
    if (gap)
        check_gap (&look);
    if (own)
        run_rules (&look, line, own_rules, G_N_ELEMENTS (own_rules));
    if (own || compared)
        run_rules (&look, line, earlier_rules, G_N_ELEMENTS (earlier_rules));
    for (guint r = 0; r < n_relations; r++)
        check_relation (&look, relations[r]);
    g_ptr_array_sort (findings, upstand_finding_compare);
}

/* Answers in words -------------------------------------------------------------------------------
 */

gboolean
upstand_measure_checks_add_narrative (
    UpstandMeasureChecks *self, UpstandDatabase *database, GPtrArray *findings, GError **error)
{
    Look look = look_new (self, findings);
    const UpstandPeriod *period = upstand_measures_outline_get_period (look.outline, self->period);
    g_autofree char *starts = upstand_date_to_iso (period->start);
    g_autofree char *label = upstand_period_label (period);
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_narrative_type);
    upstand_list_query_where (query, "starts", UPSTAND_IS, (const char *[]){ starts, NULL });
    g_autoptr (GPtrArray) answers = upstand_list_query_run (query, database, 0, error);
    for (guint i = 0; answers && i < answers->len; i++) {
        const UpstandNarrative *answer = g_ptr_array_index (answers, i);
        g_autofree char *warning = upstand_identifiers_warn (answer->words);
        guint n = upstand_measures_outline_get_n_questions (look.outline);
        for (guint q = 0; warning && answer->cadence == period->cadence && q < n; q++) {
            const UpstandMeasuresQuestion *question =
                upstand_measures_outline_get_question (look.outline, q);
            if (question->id != answer->question_id)
                continue;
            const gint64 place[UPSTAND_FINDING_N_PLACES] = { UPSTAND_NOWHERE, self->period,
                UPSTAND_NOWHERE, q, 0 };
            g_ptr_array_add (findings, upstand_finding_new (UPSTAND_FINDING_BLOCKS,
                                           UPSTAND_CHECK_NARRATIVE_IDENTIFIER, place,
                                           g_strdup_printf ("%s %s %08x", question->code, label,
                                               g_str_hash (answer->words)),
                                           g_strdup_printf ("%s %s", question->title, warning)));
        }
    }
    g_ptr_array_sort (findings, upstand_finding_compare);
    return answers != NULL;
}

/* Reasons --------------------------------------------------------------------------------------
 */

static void
answered_free (UpstandAnsweredFinding *self)
{
    g_free (self->reason);
    g_free (self->post);
    g_free (self);
}

GPtrArray *
upstand_measure_checks_find_answers (UpstandDatabase *database, const char *return_id,
    const char *period, GPtrArray *findings, GError **error)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_finding_answer_type);
    upstand_list_query_where (query, "return_id", UPSTAND_IS, (const char *[]){ return_id, NULL });
    upstand_list_query_where (query, "period", UPSTAND_IS, (const char *[]){ period, NULL });
    g_autoptr (GPtrArray) answers = upstand_list_query_run (query, database, 0, error);
    if (!answers)
        return NULL;
    g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
    for (guint i = 0; i < answers->len; i++) {
        UpstandFindingAnswer *answer = g_ptr_array_index (answers, i);
        g_hash_table_insert (by_key, answer->finding, answer);
    }
    GPtrArray *answered = g_ptr_array_new_with_free_func ((GDestroyNotify)answered_free);
    for (guint i = 0; i < findings->len; i++) {
        UpstandAnsweredFinding *each = g_new0 (UpstandAnsweredFinding, 1);
        each->finding = g_ptr_array_index (findings, i);
        g_autofree char *key = upstand_finding_get_key (each->finding);
        const UpstandFindingAnswer *answer = g_hash_table_lookup (by_key, key);
        if (answer) {
            each->reason = g_strdup (answer->reason);
            each->post = g_strdup (answer->post);
            each->dated = answer->dated;
        }
        g_ptr_array_add (answered, each);
    }
    return answered;
}

gboolean
upstand_answered_finding_is_open (const UpstandAnsweredFinding *self)
{
    const char *check = self->finding->check;
    gboolean can_be_answered = self->finding->severity == UPSTAND_FINDING_WARNS ||
                               strcmp (check, UPSTAND_CHECK_MEASURE_IDENTIFIER) == 0 ||
                               strcmp (check, UPSTAND_CHECK_NARRATIVE_IDENTIFIER) == 0;
    return !can_be_answered || !self->reason;
}
