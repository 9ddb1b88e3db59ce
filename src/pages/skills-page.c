/* SPDX-License-Identifier: MIT */
#include "pages/skills-page.h"

#include <glib/gi18n-lib.h>

#include "pages/record-dialog.h"
#include "pages/registers-view.h"
#include "pages/skills-choices.h"
#include "pages/skills-figures-view.h"
#include "pages/skills-gap-view.h"
#include "pages/send-out-dialog.h"
#include "pages/skills-registers.h"
#include "pages/skills-trend-view.h"
#include "pages/skills-years-view.h"
#include "pages/take-in-dialog.h"
#include "records/census.h"
#include "records/scenario.h"
#include "returns/return.h"
#include "widgets/views.h"

struct _UpstandSkillsPage {
    UpstandPage parent_instance;

    UpstandSkillsDesk *desk;
    UpstandViews *views;
    UpstandSkillsChoices *choices;
};

G_DEFINE_FINAL_TYPE (UpstandSkillsPage, upstand_skills_page, UPSTAND_TYPE_PAGE)

#define VIEW_FIGURES "figures"
#define VIEW_GAP "gap"
#define VIEW_TREND "trend"
#define VIEW_YEARS "years"
#define VIEW_SET_UP "set-up"

/* Views -------------------------------------------------------------------------------------------
 */

static GtkWidget *
make_figures (gpointer owner)
{
    return upstand_skills_figures_view_new (UPSTAND_SKILLS_PAGE (owner)->desk);
}

static GtkWidget *
make_gap (gpointer owner)
{
    return upstand_skills_gap_view_new (UPSTAND_SKILLS_PAGE (owner)->desk);
}

static GtkWidget *
make_trend (gpointer owner)
{
    return upstand_skills_trend_view_new (UPSTAND_SKILLS_PAGE (owner)->desk);
}

static GtkWidget *
make_years (gpointer owner)
{
    return upstand_skills_years_view_new (UPSTAND_SKILLS_PAGE (owner)->desk);
}

static GtkWidget *
make_set_up (gpointer owner)
{
    UpstandPage *page = UPSTAND_PAGE (owner);
    return GTK_WIDGET (upstand_registers_view_new (upstand_skills_registers,
        _ ("What the figures are set up with"), upstand_page_get_store (page),
        upstand_page_get_today (page)));
}

static const UpstandView views[] = {
    { VIEW_FIGURES, N_ ("_Figures"), N_ ("Who is needed and who is there, as a grid"),
        make_figures },
    { VIEW_GAP, N_ ("_Gap"), N_ ("What is missing, step by step and unit by unit"), make_gap },
    { VIEW_TREND, N_ ("_Trend"), N_ ("From census to census"), make_trend },
    { VIEW_YEARS, N_ ("_Years ahead"), N_ ("Demand against supply for four years"), make_years },
    { VIEW_SET_UP, N_ ("_Set-up"), N_ ("Units, censuses, capabilities, breaks, models, scenarios"),
        make_set_up },
    { NULL },
};

static void
shown_cb (UpstandSkillsPage *self, const char *name)
{
    gtk_widget_set_visible (GTK_WIDGET (self->choices), strcmp (name, VIEW_SET_UP) != 0);
    upstand_skills_choices_set_with_census (self->choices, strcmp (name, VIEW_TREND) != 0);
}

/* Actions -----------------------------------------------------------------------------------------
 */

static void
show_unit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandSkillsPage *self = UPSTAND_SKILLS_PAGE (widget);
    UpstandSkillsOutline *outline = upstand_skills_desk_get_outline (self->desk);
    guint unit = outline
                     ? upstand_skills_outline_find_unit (outline, g_variant_get_int64 (parameter))
                     : UPSTAND_NOWHERE;
    if (unit != UPSTAND_NOWHERE)
        upstand_skills_desk_choose (self->desk, upstand_skills_desk_get_census (self->desk), unit,
            upstand_skills_desk_get_basis (self->desk));
    upstand_views_show (self->views, VIEW_FIGURES);
}

static void
census_saved_cb (UpstandSkillsPage *self, UpstandRecord *record)
{
    UpstandSkillsOutline *outline = upstand_skills_desk_get_outline (self->desk);
    guint census =
        outline ? upstand_skills_outline_find_census (outline, record->id) : UPSTAND_NOWHERE;
    if (census != UPSTAND_NOWHERE)
        upstand_skills_desk_choose (self->desk, census, upstand_skills_desk_get_unit (self->desk),
            upstand_skills_desk_get_basis (self->desk));
}

static void
new_census_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    static const char *const fields[] = { "as_at", "note", NULL };
    UpstandSkillsPage *self = UPSTAND_SKILLS_PAGE (widget);
    UpstandStore *store = upstand_page_get_store (UPSTAND_PAGE (self));
    UpstandDay today = upstand_page_get_today (UPSTAND_PAGE (self));
    g_autoptr (UpstandCensus) census = upstand_record_new (&upstand_census_type);
    census->as_at = upstand_census_propose (store, today);
    UpstandRecordDialog *dialog =
        upstand_record_dialog_new (_ ("New census"), store, census, fields, today);
    upstand_record_dialog_set_advice (
        dialog, _ ("Every unit that is open on the day is asked. The usual days are 31 March and"
                   " 30 September."));
    g_signal_connect_object (
        dialog, "saved", G_CALLBACK (census_saved_cb), self, G_CONNECT_SWAPPED);
    upstand_record_dialog_present (dialog, widget);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandSkillsPage *self = UPSTAND_SKILLS_PAGE (widget);
    guint census = upstand_skills_desk_get_census (self->desk);
    if (census == UPSTAND_NOWHERE)
        return;
    UpstandDay day =
        upstand_skills_outline_get_census (upstand_skills_desk_get_outline (self->desk), census)
            ->as_at;
    const char *id = g_variant_get_string (parameter, NULL);
    const UpstandReturn *what = upstand_return_find (id, NULL);
    UpstandPeriod period =
        what ? upstand_period_current (what->cadence, day) : (UpstandPeriod){ 0 };
    if (what && what->cadence == UPSTAND_PERIOD_CENSUS)
        period = (UpstandPeriod){ UPSTAND_PERIOD_CENSUS, day, day };
    g_autofree char *label = upstand_period_label (&period);
    gtk_widget_activate_action (widget, "win.export-return", "(ss)", id, label);
}

static UpstandRegistersView *
show_registers (UpstandSkillsPage *self)
{
    upstand_views_show (self->views, VIEW_SET_UP);
    return UPSTAND_REGISTERS_VIEW (upstand_views_get (self->views, VIEW_SET_UP));
}

static void
new_unit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    upstand_register_view_add (upstand_registers_view_choose (
        show_registers (UPSTAND_SKILLS_PAGE (widget)), &upstand_unit_register));
}

static void
new_scenario_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandPage *page = UPSTAND_PAGE (widget);
    g_autoptr (UpstandScenario) scenario = upstand_record_new (&upstand_scenario_type);
    UpstandRecordDialog *dialog =
        upstand_record_dialog_new (_ ("New scenario"), upstand_page_get_store (page), scenario,
            upstand_scenario_register.fields, upstand_page_get_today (page));
    upstand_record_dialog_set_advice (dialog, gettext (upstand_scenario_register.advice));
    upstand_record_dialog_present (dialog, widget);
}

static void
edit_scenario_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandPage *page = UPSTAND_PAGE (widget);
    UpstandStore *store = upstand_page_get_store (page);
    g_autoptr (UpstandScenario) kept =
        upstand_store_get (store, &upstand_scenario_type, g_variant_get_int64 (parameter), NULL);
    g_autoptr (UpstandScenario) copy = kept ? upstand_record_copy (kept) : NULL;
    if (copy)
        upstand_record_dialog_present (
            upstand_record_dialog_new (_ ("Scenario"), store, copy,
                upstand_scenario_register.fields, upstand_page_get_today (page)),
            widget);
}

/* The id of the census that is worked on; 0: none. */
static gint64
get_census_id (UpstandSkillsPage *self)
{
    guint census = upstand_skills_desk_get_census (self->desk);
    return census == UPSTAND_NOWHERE ? 0
                                     : upstand_skills_outline_get_census (
                                           upstand_skills_desk_get_outline (self->desk), census)
                                           ->id;
}

static void
send_out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandPage *page = UPSTAND_PAGE (widget);
    if (upstand_page_save_pending (page))
        upstand_send_out_dialog_present (widget, upstand_page_get_store (page),
            UPSTAND_REPLIES_HEADCOUNT, get_census_id (UPSTAND_SKILLS_PAGE (page)),
            upstand_page_get_today (page));
}

static void
take_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandPage *page = UPSTAND_PAGE (widget);
    if (upstand_page_save_pending (page))
        upstand_take_in_dialog_present (widget, upstand_page_get_store (page),
            UPSTAND_REPLIES_HEADCOUNT, get_census_id (UPSTAND_SKILLS_PAGE (page)),
            upstand_page_get_today (page));
}

/* The page ----------------------------------------------------------------------------------------
 */

static void
upstand_skills_page_set_store (UpstandPage *page, UpstandStore *store)
{
    UpstandSkillsPage *self = UPSTAND_SKILLS_PAGE (page);
    gboolean writes = !upstand_store_is_read_only (store);
    self->desk = upstand_skills_desk_new (store, upstand_page_get_today (page));
    self->choices = upstand_skills_choices_new (self->desk);
    self->views = upstand_views_new (views, _ ("Views of the skills gap"), self);
    upstand_views_set_tools (self->views, GTK_WIDGET (self->choices));
    g_signal_connect_object (self->views, "shown", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
    adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->views));
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "skills.new-census", writes);
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "skills.new-unit", writes);
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "skills.new-scenario", writes);
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "skills.edit-scenario", writes);
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "skills.send-out", writes);
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "skills.take-in", writes);
    upstand_views_show (self->views, views[0].name);
}

static gboolean
upstand_skills_page_show_record (UpstandPage *page, const char *table, gint64 id)
{
    UpstandSkillsPage *self = UPSTAND_SKILLS_PAGE (page);
    if (!self->desk)
        return FALSE;
    upstand_views_show (self->views, VIEW_SET_UP);
    return upstand_registers_view_show (
        UPSTAND_REGISTERS_VIEW (upstand_views_get (self->views, VIEW_SET_UP)), table, id);
}

static gboolean
upstand_skills_page_save_pending (UpstandPage *page)
{
    UpstandSkillsPage *self = UPSTAND_SKILLS_PAGE (page);
    GtkWidget *figures = self->views ? upstand_views_peek (self->views, VIEW_FIGURES) : NULL;
    return !figures || upstand_grid_flush (upstand_skills_figures_view_get_grid (
                           UPSTAND_SKILLS_FIGURES_VIEW (figures)));
}

static char *
upstand_skills_page_get_place (UpstandPage *page)
{
    UpstandSkillsPage *self = UPSTAND_SKILLS_PAGE (page);
    return self->views ? g_strdup (upstand_views_get_shown (self->views)) : NULL;
}

static void
upstand_skills_page_set_place (UpstandPage *page, const char *place)
{
    UpstandSkillsPage *self = UPSTAND_SKILLS_PAGE (page);
    if (self->views)
        upstand_views_show (self->views, place);
}

static void
upstand_skills_page_dispose (GObject *object)
{
    UpstandSkillsPage *self = UPSTAND_SKILLS_PAGE (object);
    G_OBJECT_CLASS (upstand_skills_page_parent_class)->dispose (object);
    g_clear_object (&self->desk);
}

static void
upstand_skills_page_class_init (UpstandSkillsPageClass *klass)
{
    static const char *const tables[] = { "unit", "census", "series_break", "headcount",
        "deployment_model", "scenario", NULL };
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    UpstandPageClass *page_class = UPSTAND_PAGE_CLASS (klass);

    G_OBJECT_CLASS (klass)->dispose = upstand_skills_page_dispose;
    page_class->name = "skills";
    page_class->title = N_ ("Skills");
    page_class->icon_name = "upstand-skills-symbolic";
    page_class->tables = tables;
    page_class->set_store = upstand_skills_page_set_store;
    page_class->show_record = upstand_skills_page_show_record;
    page_class->save_pending = upstand_skills_page_save_pending;
    page_class->get_place = upstand_skills_page_get_place;
    page_class->set_place = upstand_skills_page_set_place;

    gtk_widget_class_install_action (widget_class, "skills.show-unit", "x", show_unit_action);
    gtk_widget_class_install_action (widget_class, "skills.new-census", NULL, new_census_action);
    gtk_widget_class_install_action (widget_class, "skills.new-unit", NULL, new_unit_action);
    gtk_widget_class_install_action (widget_class, "skills.export", "s", export_action);
    gtk_widget_class_install_action (
        widget_class, "skills.new-scenario", NULL, new_scenario_action);
    gtk_widget_class_install_action (
        widget_class, "skills.edit-scenario", "x", edit_scenario_action);
    gtk_widget_class_install_action (widget_class, "skills.send-out", NULL, send_out_action);
    gtk_widget_class_install_action (widget_class, "skills.take-in", NULL, take_in_action);
}

static void
upstand_skills_page_init (UpstandSkillsPage *self)
{
}
