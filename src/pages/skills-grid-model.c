/* SPDX-License-Identifier: MIT */
#include "pages/skills-grid-model.h"

#include <glib/gi18n-lib.h>

#include "pages/skills-sheet.h"
#include "records/headcount.h"
#include "rules/plan-ratings.h"
#include "rules/skills-checks.h"

struct _UpstandSkillsGridModel {
    GObject parent_instance;

    UpstandSkillsDesk *desk;
    GPtrArray *titles; /* of the rows */
    UpstandSkillsChecks checks;
    UpstandSkills *last, *year_before; /* what the checks compare with; NULL: nothing */
    GPtrArray *findings; /* of UpstandFinding */
    GHashTable *marks; /* place of a cell -> its worst finding */
};

static void upstand_skills_grid_model_iface_init (UpstandGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (UpstandSkillsGridModel, upstand_skills_grid_model, G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (UPSTAND_TYPE_GRID_MODEL, upstand_skills_grid_model_iface_init))

/* A change on its way: which cell, and the record as it will be. */
typedef struct {
    guint row, column;
    UpstandSkillsKey key;
    UpstandHeadcount *record;
    gboolean is_gone; /* the row is deleted */
} Change;

static void
change_clear (Change *change)
{
    g_clear_object (&change->record);
}

static UpstandSkillsRow
row_at (UpstandSkillsGridModel *self, guint row)
{
    return upstand_skills_sheet_get_row (upstand_skills_desk_get_outline (self->desk), row);
}

static gboolean
find_key (UpstandSkillsGridModel *self, guint row, guint column, UpstandSkillsKey *key)
{
    UpstandSkillsRow says = row_at (self, row);
    return upstand_skills_sheet_get_key (&says, &upstand_skills_columns[column],
        upstand_skills_desk_get_unit (self->desk), upstand_skills_desk_get_basis (self->desk),
        upstand_skills_desk_is_leaf (self->desk), key);
}

/* Checks --------------------------------------------------------------------------------------
 */

/* Where the finding is shown: at its cell, or the first of those it is about. */
static gpointer
place_of (UpstandSkillsGridModel *self, const UpstandFinding *finding)
{
    UpstandSkillsOutline *outline = upstand_skills_desk_get_outline (self->desk);
    UpstandSkillsKey key = upstand_skills_finding_get_key (finding);
    guint n = upstand_skills_outline_get_n_capabilities (outline), column = 0;
    gboolean people = key.count == UPSTAND_COUNT_PEOPLE;
    UpstandCount count = people ? UPSTAND_COUNT_IN_POST : key.count;
    for (guint i = 0; i < UPSTAND_N_SKILLS_COLUMNS; i++)
        if (upstand_skills_columns[i].kind == UPSTAND_COLUMN_COUNT &&
            upstand_skills_columns[i].what == count)
            column = i;
    if (key.unit != upstand_skills_desk_get_unit (self->desk) ||
        (key.basis != UPSTAND_NOWHERE && key.basis != upstand_skills_desk_get_basis (self->desk) &&
            upstand_count_traits[MIN (count, UPSTAND_COUNT_PEOPLE)].in_fte) ||
        (!people && key.capability >= n))
        return NULL;
    guint row = (people ? n : key.capability) * UPSTAND_N_WORKFORCES +
                (key.workforce < UPSTAND_N_WORKFORCES ? key.workforce : UPSTAND_WORKFORCE_ALL);
    return GUINT_TO_POINTER (row * UPSTAND_N_SKILLS_COLUMNS + column + 1);
}

/* The list begins with what blocks, so that the first of a cell is its worst. */
static GHashTable *
mark_cells (UpstandSkillsGridModel *self)
{
    GHashTable *marks = g_hash_table_new (NULL, NULL);
    for (guint i = 0; i < self->findings->len; i++) {
        const UpstandFinding *finding = g_ptr_array_index (self->findings, i);
        gpointer place = place_of (self, finding);
        if (place && !g_hash_table_contains (marks, place))
            g_hash_table_insert (marks, place, (gpointer)finding);
    }
    return marks;
}

static void
drop_checks (UpstandSkillsGridModel *self)
{
    g_clear_pointer (&self->last, upstand_skills_free);
    g_clear_pointer (&self->year_before, upstand_skills_free);
    g_clear_pointer (&self->findings, g_ptr_array_unref);
    g_clear_pointer (&self->marks, g_hash_table_unref);
}

/* Whoever has no parts is checked as it is typed; a sum has its parts' findings where they are. */
static void
check_all (UpstandSkillsGridModel *self)
{
    UpstandSkills *figures = upstand_skills_desk_get_figures (self->desk);
    guint last, year_before;
    drop_checks (self);
    if (!figures || !upstand_skills_desk_is_leaf (self->desk))
        return;
    upstand_skills_checks_find_earlier (upstand_skills_desk_get_outline (self->desk),
        upstand_skills_desk_get_census (self->desk), &last, &year_before);
    self->last = upstand_skills_desk_load (self->desk, last);
    self->year_before = upstand_skills_desk_load (self->desk, year_before);
    self->checks = (UpstandSkillsChecks){
        .now = figures, .last = self->last, .year_before = self->year_before
    };
    upstand_plan_ratings_read_thresholds (
        upstand_store_get_database (upstand_skills_desk_get_store (self->desk)),
        &self->checks.thresholds);
    self->findings = upstand_skills_check (&self->checks);
    self->marks = mark_cells (self);
}

static void
cell_at_place_changed (UpstandSkillsGridModel *self, gpointer place)
{
    guint index = GPOINTER_TO_UINT (place) - 1;
    upstand_grid_model_cell_changed (UPSTAND_GRID_MODEL (self), index / UPSTAND_N_SKILLS_COLUMNS,
        index % UPSTAND_N_SKILLS_COLUMNS);
}

/* Runs what reads that cell, and shows what is found now and what was found before. */
static void
check_again (UpstandSkillsGridModel *self, const UpstandSkillsKey *key)
{
    g_autoptr (GHashTable) before = NULL;
    GHashTableIter iter;
    gpointer place, finding;
    if (!self->findings)
        return;
    g_autoptr (GHashTable) marked = g_hash_table_new (NULL, NULL);
    g_hash_table_iter_init (&iter, self->marks);
    while (g_hash_table_iter_next (&iter, &place, NULL))
        g_hash_table_add (marked, place);
    upstand_skills_check_cell (&self->checks, key, self->findings);
    before = g_steal_pointer (&self->marks);
    self->marks = mark_cells (self);
    g_hash_table_iter_init (&iter, self->marks);
    while (g_hash_table_iter_next (&iter, &place, &finding))
        if (g_hash_table_lookup (before, place) != finding)
            cell_at_place_changed (self, place);
    g_hash_table_iter_init (&iter, marked);
    while (g_hash_table_iter_next (&iter, &place, NULL))
        if (!g_hash_table_contains (self->marks, place))
            cell_at_place_changed (self, place);
}

/* Showing -------------------------------------------------------------------------------------
 */

static guint
get_n_rows (UpstandGridModel *model)
{
    UpstandSkillsGridModel *self = UPSTAND_SKILLS_GRID_MODEL (model);
    return upstand_skills_desk_get_figures (self->desk) ? self->titles->len : 0;
}

static guint
get_n_columns (UpstandGridModel *model)
{
    return UPSTAND_N_SKILLS_COLUMNS;
}

static void
get_row (UpstandGridModel *model, guint row, UpstandGridRow *out)
{
    UpstandSkillsGridModel *self = UPSTAND_SKILLS_GRID_MODEL (model);
    UpstandSkillsRow says = row_at (self, row);
    out->title = g_ptr_array_index (self->titles, row);
    out->is_total = says.workforce == UPSTAND_WORKFORCE_ALL;
    out->is_part = !out->is_total;
    if (says.capability != UPSTAND_NOWHERE)
        out->definition = upstand_skills_outline_get_capability (
            upstand_skills_desk_get_outline (self->desk), says.capability)
                              ->title;
}

static void
get_column (UpstandGridModel *model, guint column, UpstandGridColumn *out)
{
    const UpstandSkillsColumn *says = &upstand_skills_columns[column];
    out->group = gettext (says->group);
    out->title = gettext (says->title);
    out->definition = upstand_skills_column_get_definition (says);
    out->width = says->width;
    out->is_computed = says->kind != UPSTAND_COLUMN_COUNT;
}

/* A gap below zero is a surplus, and says so. With something missing it may be more or less. */
static char *
gap_words (UpstandFigure figure, gboolean has_hole)
{
    if (!upstand_figure_has_value (figure) || (figure.value >= 0 && !has_hole))
        return NULL;
    g_autofree char *size = upstand_figure_format (upstand_figure_of (ABS (figure.value)));
    g_autofree char *words =
        figure.value < 0 ? g_strdup_printf (_ ("%s over"), size) : g_strdup (size);
    /* Translators: about so many, because something is missing. */
    return has_hole ? g_strdup_printf (_ ("≈ %s"), words) : g_steal_pointer (&words);
}

static void
get_cell (UpstandGridModel *model, guint row, guint column, UpstandGridCell *out)
{
    UpstandSkillsGridModel *self = UPSTAND_SKILLS_GRID_MODEL (model);
    const UpstandSkillsColumn *says = &upstand_skills_columns[column];
    UpstandSkills *skills = upstand_skills_desk_get_figures (self->desk);
    UpstandSkillsRow line = row_at (self, row);
    UpstandSkillsKey key;
    out->applies = upstand_skills_sheet_applies (&line, says);
    if (!out->applies || !skills)
        return;
    UpstandSkillsValue value = upstand_skills_sheet_get_value (skills, &line, says,
        upstand_skills_desk_get_unit (self->desk), upstand_skills_desk_get_basis (self->desk));
    out->figure = value.figure;
    out->has_hole = value.has_hole && upstand_figure_has_value (value.figure);
    out->is_entered = find_key (self, row, column, &key);
    const UpstandFinding *finding =
        self->marks ? g_hash_table_lookup (self->marks,
                          GUINT_TO_POINTER (row * UPSTAND_N_SKILLS_COLUMNS + column + 1))
                    : NULL;
    if (finding) {
        out->severity = finding->severity == UPSTAND_FINDING_BLOCKS ? UPSTAND_GRID_BLOCKED
                                                                    : UPSTAND_GRID_WARNED;
        out->finding = g_strdup (finding->sentence);
    }
    if (says->kind == UPSTAND_COLUMN_GAP) {
        out->text = gap_words (value.figure, value.has_hole);
        out->has_hole = FALSE;
    }
    if (!out->is_entered)
        return;
    out->has_note = upstand_skills_get_cell (skills, &key)->has_note;
    /* What is entered stands for itself: a hole is for sums. */
    out->has_hole = FALSE;
}

static char *
get_note (UpstandGridModel *model, guint row, guint column)
{
    UpstandSkillsGridModel *self = UPSTAND_SKILLS_GRID_MODEL (model);
    UpstandSkillsKey key;
    UpstandSkills *skills = upstand_skills_desk_get_figures (self->desk);
    if (!skills || !find_key (self, row, column, &key))
        return NULL;
    gint64 id = upstand_skills_get_cell (skills, &key)->id;
    g_autoptr (UpstandHeadcount) record =
        id ? upstand_store_get (
                 upstand_skills_desk_get_store (self->desk), &upstand_headcount_type, id, NULL)
           : NULL;
    return record ? g_strdup (record->note) : NULL;
}

/* Changing ------------------------------------------------------------------------------------
 */

/* The record of a cell as it is. Without a note everything is known; it is read only for one. */
static UpstandHeadcount *
record_of (UpstandSkillsGridModel *self, const UpstandSkillsKey *key, GError **error)
{
    UpstandSkillsOutline *outline = upstand_skills_desk_get_outline (self->desk);
    const UpstandSkillsCell *cell =
        upstand_skills_get_cell (upstand_skills_desk_get_figures (self->desk), key);
    if (cell->has_note) {
        g_autoptr (UpstandHeadcount) kept = upstand_store_get (
            upstand_skills_desk_get_store (self->desk), &upstand_headcount_type, cell->id, error);
        UpstandHeadcount *copy = kept ? upstand_record_copy (kept) : NULL;
        /* The version is the one that the person saw. */
        if (copy)
            copy->parent_instance.version = cell->version;
        return copy;
    }
    UpstandHeadcount *record = upstand_record_new (&upstand_headcount_type);
    record->parent_instance.id = cell->id;
    record->parent_instance.version = cell->version;
    record->census_id =
        upstand_skills_outline_get_census (outline, upstand_skills_desk_get_census (self->desk))
            ->id;
    record->unit_id = upstand_skills_outline_get_unit (outline, key->unit)->id;
    record->capability_id =
        key->count == UPSTAND_COUNT_PEOPLE
            ? 0
            : upstand_skills_outline_get_capability (outline, key->capability)->id;
    record->workforce = key->workforce;
    record->basis = key->basis;
    record->count = key->count;
    record->state = cell->figure.state;
    record->value =
        upstand_figure_has_value (cell->figure) ? cell->figure.value : UPSTAND_NO_NUMBER;
    return record;
}

/* What the edit makes of the record; FALSE with the reason. */
static gboolean
edit_record (const UpstandGridEdit *edit, const UpstandSkillsKey *key, UpstandHeadcount *record,
    GError **error)
{
    UpstandFigure figure = { 0, edit->state };
    switch (edit->kind) {
    case UPSTAND_GRID_SET_NOTE:
        g_free (record->note);
        record->note = edit->text && *edit->text ? g_strdup (edit->text) : NULL;
        return TRUE;
    case UPSTAND_GRID_SET_TEXT:
        if (!upstand_figure_parse (
                edit->text, upstand_count_get_decimals (key->count, key->basis), &figure, error))
            return FALSE;
        break;
    case UPSTAND_GRID_SET_STATE: break;
    case UPSTAND_GRID_SET_FOLLOW_UP: return TRUE;
    }
    record->state = figure.state;
    record->value = upstand_figure_has_value (figure) ? figure.value : UPSTAND_NO_NUMBER;
    return TRUE;
}

static gboolean
is_same (UpstandSkillsGridModel *self, const Change *change, const UpstandGridEdit *edit)
{
    const UpstandSkillsCell *cell =
        upstand_skills_get_cell (upstand_skills_desk_get_figures (self->desk), &change->key);
    return edit->kind != UPSTAND_GRID_SET_NOTE &&
           upstand_figure_equal (cell->figure,
               upstand_figure_from_members (change->record->value, change->record->state));
}

static void
refuse (GPtrArray *refusals, const UpstandGridEdit *edit, const char *reason)
{
    g_ptr_array_add (refusals, upstand_grid_refusal_new (edit->row, edit->column, reason));
}

static void
prepare (UpstandSkillsGridModel *self, const UpstandGridEdit *edit, GArray *changes,
    GPtrArray *refusals, GError **error)
{
    g_autoptr (GError) reason = NULL;
    Change change = { .row = edit->row, .column = edit->column };
    if (!find_key (self, edit->row, edit->column, &change.key)) {
        refuse (refusals, edit, _ ("This is worked out and cannot be typed over."));
        return;
    }
    change.record = record_of (self, &change.key, error);
    if (!change.record)
        return;
    gboolean good = edit_record (edit, &change.key, change.record, &reason);
    g_autoptr (UpstandProblems) problems =
        good ? upstand_record_check (UPSTAND_RECORD (change.record)) : NULL;
    const char *problem = problems ? upstand_problems_first (problems, NULL) : NULL;
    if (!good || problem) {
        refuse (refusals, edit, problem ? problem : reason->message);
        change_clear (&change);
    } else if (is_same (self, &change, edit)) {
        change_clear (&change);
    } else {
        change.is_gone = change.record->state == UPSTAND_FIGURE_UNANSWERED && !change.record->note;
        g_array_append_val (changes, change);
    }
}

static gboolean
save_all (UpstandSkillsGridModel *self, GArray *changes, GError **error)
{
    UpstandStore *store = upstand_skills_desk_get_store (self->desk);
    for (guint i = 0; i < changes->len; i++) {
        Change *change = &g_array_index (changes, Change, i);
        gint64 id = change->record->parent_instance.id;
        if (change->is_gone && id == 0)
            continue;
        if (change->is_gone ? !upstand_store_delete (store, change->record, error)
                            : !upstand_store_save (store, change->record, error))
            return FALSE;
    }
    return TRUE;
}

static char *
step_title (UpstandSkillsGridModel *self, GArray *changes)
{
    g_autofree char *where = upstand_skills_desk_describe (self->desk);
    /* Translators: how many figures, and of which unit and day. */
    return g_strdup_printf (
        ngettext ("%u figure changed: %s", "%u figures changed: %s", changes->len), changes->len,
        where);
}

/* Puts what was saved into the figures, and says which cells follow from it. */
static void
take_up (UpstandSkillsGridModel *self, const Change *change)
{
    UpstandSkillsOutline *outline = upstand_skills_desk_get_outline (self->desk);
    const UpstandHeadcount *record = change->record;
    UpstandSkillsCell cell = { 0 };
    if (!change->is_gone)
        cell = (UpstandSkillsCell){
            .figure = upstand_figure_from_members (record->value, record->state),
            .id = record->parent_instance.id,
            .version = record->parent_instance.version,
            .has_note = record->note != NULL,
        };
    upstand_skills_set_cell (upstand_skills_desk_get_figures (self->desk), &change->key, &cell);
    UpstandSkillsRow entered = upstand_skills_sheet_get_row (outline, change->row);
    guint first = change->row - change->row % UPSTAND_N_WORKFORCES;
    for (guint row = first; row < first + UPSTAND_N_WORKFORCES; row++) {
        UpstandSkillsRow says = upstand_skills_sheet_get_row (outline, row);
        for (guint column = 0; column < UPSTAND_N_SKILLS_COLUMNS; column++)
            if (upstand_skills_sheet_follows (&says, &upstand_skills_columns[column], &entered,
                    &upstand_skills_columns[change->column]))
                upstand_grid_model_cell_changed (UPSTAND_GRID_MODEL (self), row, column);
    }
    check_again (self, &change->key);
}

static gboolean
save (UpstandSkillsGridModel *self, GArray *changes, GError **error)
{
    UpstandStore *store = upstand_skills_desk_get_store (self->desk);
    g_autofree char *title = step_title (self, changes);
    if (!upstand_store_begin (store, title, error))
        return FALSE;
    if (save_all (self, changes, error))
        return upstand_store_commit (store, error);
    upstand_store_rollback (store);
    return FALSE;
}

static gboolean
apply (UpstandGridModel *model, const UpstandGridEdit *edits, guint n_edits, GPtrArray *refusals,
    GError **error)
{
    UpstandSkillsGridModel *self = UPSTAND_SKILLS_GRID_MODEL (model);
    g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (Change));
    g_autoptr (GError) local = NULL;
    g_array_set_clear_func (changes, (GDestroyNotify)change_clear);
    for (guint i = 0; i < n_edits && !local; i++)
        prepare (self, &edits[i], changes, refusals, &local);
    if (local)
        g_propagate_error (error, g_steal_pointer (&local));
    if (refusals->len || (error && *error))
        return FALSE;
    if (!changes->len)
        return TRUE;
    upstand_skills_desk_hold (self->desk);
    gboolean saved = save (self, changes, error);
    for (guint i = 0; saved && i < changes->len; i++)
        take_up (self, &g_array_index (changes, Change, i));
    upstand_skills_desk_release (self->desk);
    /* Somebody may have saved first: then theirs is shown, and what was typed stays in the field.
     */
    if (!saved)
        upstand_skills_desk_refresh (self->desk);
    if (!saved)
        check_all (self);
    return saved;
}

/* Life ----------------------------------------------------------------------------------------
 */

static void
fill_titles (UpstandSkillsGridModel *self)
{
    UpstandSkillsOutline *outline = upstand_skills_desk_get_outline (self->desk);
    guint n = outline ? upstand_skills_sheet_count_rows (outline) : 0;
    g_ptr_array_set_size (self->titles, 0);
    for (guint i = 0; i < n; i++) {
        UpstandSkillsRow row = upstand_skills_sheet_get_row (outline, i);
        const char *title =
            row.workforce != UPSTAND_WORKFORCE_ALL
                ? gettext (upstand_workforces[row.workforce].label)
            : row.capability == UPSTAND_NOWHERE
                ? gettext (upstand_counts[UPSTAND_COUNT_PEOPLE].label)
                : upstand_skills_outline_get_capability (outline, row.capability)->short_title;
        g_ptr_array_add (self->titles, g_strdup (title));
    }
}

static void
chosen_cb (UpstandSkillsGridModel *self)
{
    fill_titles (self);
    check_all (self);
    upstand_grid_model_layout_changed (UPSTAND_GRID_MODEL (self));
}

static void
upstand_skills_grid_model_iface_init (UpstandGridModelInterface *iface)
{
    iface->get_n_rows = get_n_rows;
    iface->get_n_columns = get_n_columns;
    iface->get_row = get_row;
    iface->get_column = get_column;
    iface->get_cell = get_cell;
    iface->get_note = get_note;
    iface->apply = apply;
}

static void
upstand_skills_grid_model_dispose (GObject *object)
{
    UpstandSkillsGridModel *self = UPSTAND_SKILLS_GRID_MODEL (object);
    drop_checks (self);
    g_clear_object (&self->desk);
    g_clear_pointer (&self->titles, g_ptr_array_unref);
    G_OBJECT_CLASS (upstand_skills_grid_model_parent_class)->dispose (object);
}

static void
upstand_skills_grid_model_class_init (UpstandSkillsGridModelClass *klass)
{
    G_OBJECT_CLASS (klass)->dispose = upstand_skills_grid_model_dispose;
}

static void
upstand_skills_grid_model_init (UpstandSkillsGridModel *self)
{
    self->titles = g_ptr_array_new_with_free_func (g_free);
}

UpstandSkillsGridModel *
upstand_skills_grid_model_new (UpstandSkillsDesk *desk)
{
    g_return_val_if_fail (UPSTAND_IS_SKILLS_DESK (desk), NULL);
    UpstandSkillsGridModel *self = g_object_new (UPSTAND_TYPE_SKILLS_GRID_MODEL, NULL);
    self->desk = g_object_ref (desk);
    fill_titles (self);
    check_all (self);
    g_signal_connect_object (desk, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
    return self;
}

const GPtrArray *
upstand_skills_grid_model_get_findings (UpstandSkillsGridModel *self)
{
    g_return_val_if_fail (UPSTAND_IS_SKILLS_GRID_MODEL (self), NULL);
    return self->findings;
}
