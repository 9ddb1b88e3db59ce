/* SPDX-License-Identifier: MIT */
#include "pages/skills-years-model.h"

#include <glib/gi18n-lib.h>

#include "records/scenario.h"

/* Intakes and leavers of each year. */
#define N_COLUMNS (2 * UPSTAND_SCENARIO_YEARS)

struct _UpstandSkillsYearsModel {
    GObject parent_instance;

    UpstandStore *store;
    UpstandSkillsOutline *outline; /* NULL: no scenario is shown */
    gint64 scenario_id;
    char *groups[UPSTAND_SCENARIO_YEARS];
    GPtrArray *years; /* of UpstandScenarioYear or NULL: capability by capability, year by year */
    gboolean applying;
};

static void upstand_skills_years_model_iface_init (UpstandGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (UpstandSkillsYearsModel, upstand_skills_years_model, G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (UPSTAND_TYPE_GRID_MODEL, upstand_skills_years_model_iface_init))

static gpointer *
year_at (UpstandSkillsYearsModel *self, guint row, guint column)
{
    return &g_ptr_array_index (self->years, row * UPSTAND_SCENARIO_YEARS + column / 2);
}

static gint64 *
number_of (UpstandScenarioYear *year, guint column)
{
    return column % 2 ? &year->leavers : &year->intakes;
}

static guint
get_n_rows (UpstandGridModel *model)
{
    UpstandSkillsYearsModel *self = UPSTAND_SKILLS_YEARS_MODEL (model);
    return self->outline ? upstand_skills_outline_get_n_capabilities (self->outline) : 0;
}

static guint
get_n_columns (UpstandGridModel *model)
{
    return N_COLUMNS;
}

static void
get_row (UpstandGridModel *model, guint row, UpstandGridRow *out)
{
    const UpstandSkillsCapability *capability =
        upstand_skills_outline_get_capability (UPSTAND_SKILLS_YEARS_MODEL (model)->outline, row);
    out->title = capability->short_title;
    out->definition = capability->title;
}

static void
get_column (UpstandGridModel *model, guint column, UpstandGridColumn *out)
{
    out->group = UPSTAND_SKILLS_YEARS_MODEL (model)->groups[column / 2];
    out->title = column % 2 ? _ ("Leavers") : _ ("Intakes");
    out->definition = column % 2 ? _ ("People who stop being deployable in the year.")
                                 : _ ("People who become deployable in the year.");
    out->width = 7;
}

static void
get_cell (UpstandGridModel *model, guint row, guint column, UpstandGridCell *out)
{
    UpstandSkillsYearsModel *self = UPSTAND_SKILLS_YEARS_MODEL (model);
    UpstandScenarioYear *year = *year_at (self, row, column);
    gint64 number = year ? *number_of (year, column) : UPSTAND_NO_NUMBER;
    out->applies = out->is_entered = TRUE;
    if (number != UPSTAND_NO_NUMBER)
        out->figure = upstand_figure_of (number * UPSTAND_FIGURE_ONE);
}

/* What each edit asks for: a whole number of people, or nothing. FALSE: some were refused. */
static gboolean
read_edits (
    const UpstandGridEdit *edits, guint n_edits, UpstandFigure *figures, GPtrArray *refusals)
{
    for (guint i = 0; i < n_edits; i++) {
        g_autoptr (GError) reason = NULL;
        figures[i].state = edits[i].state;
        if (edits[i].kind == UPSTAND_GRID_SET_TEXT &&
            !upstand_figure_parse (edits[i].text, 0, &figures[i], &reason))
            g_ptr_array_add (refusals,
                upstand_grid_refusal_new (edits[i].row, edits[i].column, reason->message));
        else if (figures[i].state > UPSTAND_FIGURE_VALUE)
            g_ptr_array_add (refusals, upstand_grid_refusal_new (edits[i].row, edits[i].column,
                                           _ ("A plan has a number of people, or nothing.")));
    }
    return refusals->len == 0;
}

static gboolean
save_edit (UpstandSkillsYearsModel *self, const UpstandGridEdit *edit, UpstandFigure figure,
    GError **error)
{
    UpstandScenarioYear *kept = *year_at (self, edit->row, edit->column);
    g_autoptr (UpstandScenarioYear) year =
        kept ? upstand_record_copy (kept) : upstand_record_new (&upstand_scenario_year_type);
    if (!kept) {
        year->scenario_id = self->scenario_id;
        year->capability_id = upstand_skills_outline_get_capability (self->outline, edit->row)->id;
        year->year = edit->column / 2 + 1;
    }
    *number_of (year, edit->column) =
        upstand_figure_has_value (figure) ? figure.value / UPSTAND_FIGURE_ONE : UPSTAND_NO_NUMBER;
    if (!upstand_store_save (self->store, year, error))
        return FALSE;
    g_clear_object (year_at (self, edit->row, edit->column));
    *year_at (self, edit->row, edit->column) = g_object_ref (year);
    return TRUE;
}

static void
load (UpstandSkillsYearsModel *self)
{
    guint n = get_n_rows (UPSTAND_GRID_MODEL (self));
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_scenario_year_type);
    upstand_list_query_where_id (query, "scenario_id", UPSTAND_IS, self->scenario_id);
    g_autoptr (GPtrArray) all = upstand_store_list (self->store, query, 0, NULL);
    g_ptr_array_set_size (self->years, 0);
    g_ptr_array_set_size (self->years, n * UPSTAND_SCENARIO_YEARS);
    for (guint i = 0; n && all && i < all->len; i++) {
        UpstandScenarioYear *year = g_ptr_array_index (all, i);
        guint place = upstand_skills_outline_find_capability (self->outline, year->capability_id);
        if (place == UPSTAND_NOWHERE || year->year < 1 || year->year > UPSTAND_SCENARIO_YEARS)
            continue;
        gpointer *at = year_at (self, place, 2 * ((guint)year->year - 1));
        g_clear_object (at);
        *at = g_object_ref (year);
    }
}

static gboolean
apply (UpstandGridModel *model, const UpstandGridEdit *edits, guint n_edits, GPtrArray *refusals,
    GError **error)
{
    UpstandSkillsYearsModel *self = UPSTAND_SKILLS_YEARS_MODEL (model);
    g_autofree UpstandFigure *figures = g_new0 (UpstandFigure, n_edits);
    if (!read_edits (edits, n_edits, figures, refusals))
        return FALSE;
    if (!upstand_store_begin (self->store, _ ("Planned intakes and leavers changed"), error))
        return FALSE;
    self->applying = TRUE;
    gboolean saved = TRUE;
    for (guint i = 0; i < n_edits && saved; i++)
        saved = save_edit (self, &edits[i], figures[i], error);
    if (!saved)
        upstand_store_rollback (self->store);
    else
        saved = upstand_store_commit (self->store, error);
    self->applying = FALSE;
    if (!saved)
        load (self);
    for (guint i = 0; i < n_edits; i++)
        upstand_grid_model_cell_changed (model, edits[i].row, edits[i].column);
    return saved;
}

static void
store_changed_cb (UpstandSkillsYearsModel *self)
{
    if (self->applying || !self->outline)
        return;
    load (self);
    upstand_grid_model_layout_changed (UPSTAND_GRID_MODEL (self));
}

static void
upstand_skills_years_model_iface_init (UpstandGridModelInterface *iface)
{
    iface->get_n_rows = get_n_rows;
    iface->get_n_columns = get_n_columns;
    iface->get_row = get_row;
    iface->get_column = get_column;
    iface->get_cell = get_cell;
    iface->apply = apply;
}

static void
year_free (gpointer year)
{
    if (year)
        g_object_unref (year);
}

static void
upstand_skills_years_model_dispose (GObject *object)
{
    UpstandSkillsYearsModel *self = UPSTAND_SKILLS_YEARS_MODEL (object);
    g_clear_object (&self->store);
    g_clear_pointer (&self->outline, upstand_skills_outline_unref);
    g_clear_pointer (&self->years, g_ptr_array_unref);
    for (guint i = 0; i < UPSTAND_SCENARIO_YEARS; i++)
        g_clear_pointer (&self->groups[i], g_free);
    G_OBJECT_CLASS (upstand_skills_years_model_parent_class)->dispose (object);
}

static void
upstand_skills_years_model_class_init (UpstandSkillsYearsModelClass *klass)
{
    G_OBJECT_CLASS (klass)->dispose = upstand_skills_years_model_dispose;
}

static void
upstand_skills_years_model_init (UpstandSkillsYearsModel *self)
{
    self->years = g_ptr_array_new_with_free_func (year_free);
}

UpstandSkillsYearsModel *
upstand_skills_years_model_new (UpstandStore *store)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (store), NULL);
    UpstandSkillsYearsModel *self = g_object_new (UPSTAND_TYPE_SKILLS_YEARS_MODEL, NULL);
    self->store = g_object_ref (store);
    g_signal_connect_object (
        store, "changed::scenario_year", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
    return self;
}

void
upstand_skills_years_model_set_scenario (UpstandSkillsYearsModel *self,
    UpstandSkillsOutline *outline, gint64 scenario_id, int first_year)
{
    g_return_if_fail (UPSTAND_IS_SKILLS_YEARS_MODEL (self));
    UpstandSkillsOutline *kept =
        scenario_id && outline ? upstand_skills_outline_ref (outline) : NULL;
    g_clear_pointer (&self->outline, upstand_skills_outline_unref);
    self->outline = kept;
    self->scenario_id = scenario_id;
    for (guint i = 0; i < UPSTAND_SCENARIO_YEARS; i++) {
        g_free (self->groups[i]);
        self->groups[i] = g_strdup_printf ("%d", first_year + 1 + (int)i);
    }
    load (self);
    upstand_grid_model_layout_changed (UPSTAND_GRID_MODEL (self));
}
