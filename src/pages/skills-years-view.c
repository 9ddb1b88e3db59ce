/* SPDX-License-Identifier: MIT */
#include "pages/skills-years-view.h"

#include <glib/gi18n-lib.h>

#include "charts/skills-charts.h"
#include "pages/chart-log.h"
#include "pages/skills-years-model.h"
#include "pages/step.h"
#include "widgets/chart-view.h"

struct _UpstandSkillsYearsView {
    AdwBin parent_instance;

    UpstandSkillsDesk *desk;
    gboolean stale, filling;
    GPtrArray *scenarios; /* of UpstandForecastScenario */
    gint64 shown; /* id of the scenario; 0: none */
    UpstandSkillsYearsModel *model;
    UpstandChartView *chart;

    GtkStack *stack;
    GtkDropDown *scenario;
    GtkLabel *assumptions;
    AdwBin *chart_place;
    GtkWidget *plan;
    UpstandGrid *grid;
};

G_DEFINE_FINAL_TYPE (UpstandSkillsYearsView, upstand_skills_years_view, ADW_TYPE_BIN)

static const UpstandForecastScenario *
get_shown (UpstandSkillsYearsView *self)
{
    for (guint i = 0; self->scenarios && i < self->scenarios->len; i++) {
        const UpstandForecastScenario *each = g_ptr_array_index (self->scenarios, i);
        if (each->scenario->parent_instance.id == self->shown)
            return each;
    }
    return self->scenarios && self->scenarios->len ? g_ptr_array_index (self->scenarios, 0) : NULL;
}

static void
draw_chart (UpstandSkillsYearsView *self)
{
    UpstandSkills *figures = upstand_skills_desk_get_figures (self->desk);
    const UpstandForecastScenario *shown = get_shown (self);
    g_autoptr (UpstandChart) chart =
        figures && shown
            ? upstand_skills_supply_chart (figures, upstand_skills_desk_get_unit (self->desk),
                  upstand_skills_desk_get_basis (self->desk), shown)
            : NULL;
    upstand_chart_view_set_chart (self->chart, chart);
}

static void
show_scenario (UpstandSkillsYearsView *self)
{
    const UpstandForecastScenario *shown = get_shown (self);
    UpstandSkillsOutline *outline = upstand_skills_desk_get_outline (self->desk);
    guint census = upstand_skills_desk_get_census (self->desk);
    gboolean ready = shown && outline && census != UPSTAND_NOWHERE;
    int year = 0;
    gtk_stack_set_visible_child_name (self->stack, ready ? "years" : shown ? "no-census" : "empty");
    if (!ready)
        return;
    self->shown = shown->scenario->parent_instance.id;
    upstand_date_split (
        upstand_skills_outline_get_census (outline, census)->as_at, &year, NULL, NULL);
    gtk_label_set_label (self->assumptions, shown->scenario->assumptions);
    gtk_widget_set_visible (self->plan, shown->scenario->kind == UPSTAND_SCENARIO_PLANNED);
    upstand_skills_years_model_set_scenario (self->model, outline, self->shown, year);
    draw_chart (self);
}

/* The scenarios there are now; the one that was shown stays while it is there. */
static void
load (UpstandSkillsYearsView *self)
{
    UpstandSkillsOutline *outline = upstand_skills_desk_get_outline (self->desk);
    UpstandDatabase *database =
        upstand_store_get_database (upstand_skills_desk_get_store (self->desk));
    g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
    g_autoptr (GError) error = NULL;
    guint position = 0;
    self->stale = FALSE;
    g_clear_pointer (&self->scenarios, g_ptr_array_unref);
    if (outline)
        self->scenarios = upstand_forecast_scenarios_load (outline, database, &error);
    if (error)
        upstand_step_show_error (GTK_WIDGET (self), _ ("The scenarios could not be read"), error);
    for (guint i = 0; self->scenarios && i < self->scenarios->len; i++) {
        const UpstandForecastScenario *each = g_ptr_array_index (self->scenarios, i);
        gtk_string_list_append (names, each->scenario->title);
        if (each->scenario->parent_instance.id == self->shown)
            position = i;
    }
    self->filling = TRUE;
    gtk_drop_down_set_model (self->scenario, G_LIST_MODEL (names));
    gtk_drop_down_set_selected (self->scenario, position);
    self->filling = FALSE;
    show_scenario (self);
}

static void
scenario_chosen_cb (UpstandSkillsYearsView *self)
{
    guint position = gtk_drop_down_get_selected (self->scenario);
    if (self->filling || !self->scenarios || position >= self->scenarios->len)
        return;
    const UpstandForecastScenario *chosen = g_ptr_array_index (self->scenarios, position);
    self->shown = chosen->scenario->parent_instance.id;
    show_scenario (self);
}

static void
changed_cb (UpstandSkillsYearsView *self)
{
    self->stale = TRUE;
    if (gtk_widget_get_mapped (GTK_WIDGET (self)))
        load (self);
}

/* What is typed into the grid below is in the grid already: only the picture follows. */
static void
plan_changed_cb (UpstandSkillsYearsView *self)
{
    g_autoptr (GPtrArray) again = NULL;
    UpstandSkillsOutline *outline = upstand_skills_desk_get_outline (self->desk);
    if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || !outline) {
        self->stale = TRUE;
        return;
    }
    again = upstand_forecast_scenarios_load (
        outline, upstand_store_get_database (upstand_skills_desk_get_store (self->desk)), NULL);
    if (!again)
        return;
    g_clear_pointer (&self->scenarios, g_ptr_array_unref);
    self->scenarios = g_steal_pointer (&again);
    draw_chart (self);
}

static void
edit_clicked_cb (UpstandSkillsYearsView *self)
{
    if (self->shown)
        gtk_widget_activate_action (GTK_WIDGET (self), "skills.edit-scenario", "x", self->shown);
}

static void
trouble_cb (UpstandSkillsYearsView *self, const char *words)
{
    gtk_widget_activate_action (
        GTK_WIDGET (self), "win.show-error", "(ss)", _ ("The plan was not saved"), words);
}

static void
upstand_skills_years_view_map (GtkWidget *widget)
{
    UpstandSkillsYearsView *self = UPSTAND_SKILLS_YEARS_VIEW (widget);
    GTK_WIDGET_CLASS (upstand_skills_years_view_parent_class)->map (widget);
    if (self->stale)
        load (self);
}

static gboolean
upstand_skills_years_view_grab_focus (GtkWidget *widget)
{
    return gtk_widget_grab_focus (GTK_WIDGET (UPSTAND_SKILLS_YEARS_VIEW (widget)->scenario));
}

static void
upstand_skills_years_view_dispose (GObject *object)
{
    UpstandSkillsYearsView *self = UPSTAND_SKILLS_YEARS_VIEW (object);
    G_OBJECT_CLASS (upstand_skills_years_view_parent_class)->dispose (object);
    g_clear_pointer (&self->scenarios, g_ptr_array_unref);
    g_clear_object (&self->model);
    g_clear_object (&self->desk);
}

static void
upstand_skills_years_view_class_init (UpstandSkillsYearsViewClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    G_OBJECT_CLASS (klass)->dispose = upstand_skills_years_view_dispose;
    widget_class->map = upstand_skills_years_view_map;
    widget_class->grab_focus = upstand_skills_years_view_grab_focus;
    g_type_ensure (UPSTAND_TYPE_GRID);
    gtk_widget_class_set_template_from_resource (
        widget_class, "/uk/upstand/Upstand/pages/skills-years-view.ui");
#define CHILD(name) \
    gtk_widget_class_bind_template_child (widget_class, UpstandSkillsYearsView, name)
    CHILD (stack);
    CHILD (scenario);
    CHILD (assumptions);
    CHILD (chart_place);
    CHILD (plan);
    CHILD (grid);
#undef CHILD
    gtk_widget_class_bind_template_callback (widget_class, scenario_chosen_cb);
    gtk_widget_class_bind_template_callback (widget_class, edit_clicked_cb);
    gtk_widget_class_bind_template_callback (widget_class, trouble_cb);
}

static void
upstand_skills_years_view_init (UpstandSkillsYearsView *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
    self->chart = UPSTAND_CHART_VIEW (upstand_chart_view_new (FALSE));
    adw_bin_set_child (self->chart_place, GTK_WIDGET (self->chart));
}

GtkWidget *
upstand_skills_years_view_new (UpstandSkillsDesk *desk)
{
    g_return_val_if_fail (UPSTAND_IS_SKILLS_DESK (desk), NULL);
    UpstandSkillsYearsView *self = g_object_new (UPSTAND_TYPE_SKILLS_YEARS_VIEW, NULL);
    UpstandStore *store = upstand_skills_desk_get_store (desk);
    self->desk = g_object_ref (desk);
    self->stale = TRUE;
    self->model = upstand_skills_years_model_new (store);
    upstand_grid_set_read_only (self->grid, upstand_store_is_read_only (store));
    upstand_grid_set_model (self->grid, UPSTAND_GRID_MODEL (self->model));
    g_object_set (self->grid, "label", _ ("Planned intakes and leavers"), NULL);
    upstand_chart_log_attach (self->chart, store, "skills-years");
    g_signal_connect_object (desk, "chosen", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (
        desk, "figures-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (
        store, "changed::scenario", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (
        store, "changed::scenario_year", G_CALLBACK (plan_changed_cb), self, G_CONNECT_SWAPPED);
    return GTK_WIDGET (self);
}

UpstandGrid *
upstand_skills_years_view_get_grid (UpstandSkillsYearsView *self)
{
    g_return_val_if_fail (UPSTAND_IS_SKILLS_YEARS_VIEW (self), NULL);
    return self->grid;
}
