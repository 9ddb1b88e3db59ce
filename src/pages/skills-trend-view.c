/* SPDX-License-Identifier: MIT */
#include "pages/skills-trend-view.h"

#include <glib/gi18n-lib.h>

#include "charts/skills-charts.h"
#include "pages/chart-log.h"
#include "pages/step.h"

struct _UpstandSkillsTrendView {
    AdwBin parent_instance;

    UpstandSkillsDesk *desk;
    gboolean stale; /* something changed while the view was not seen */
    guint unit; /* what is drawn */
    UpstandBasis basis;
    UpstandChartView *chart;
};

G_DEFINE_FINAL_TYPE (UpstandSkillsTrendView, upstand_skills_trend_view, ADW_TYPE_BIN)

static void
draw (UpstandSkillsTrendView *self)
{
    UpstandSkillsOutline *outline = upstand_skills_desk_get_outline (self->desk);
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandSkillsTrend) trend = NULL;
    g_autoptr (UpstandChart) chart = NULL;
    self->stale = FALSE;
    self->unit = upstand_skills_desk_get_unit (self->desk);
    self->basis = upstand_skills_desk_get_basis (self->desk);
    if (outline)
        trend = upstand_skills_trend_load (outline,
            upstand_store_get_database (upstand_skills_desk_get_store (self->desk)), self->unit,
            UPSTAND_WORKFORCE_ALL, self->basis, &error);
    if (error)
        upstand_step_show_error (GTK_WIDGET (self), _ ("The trend could not be drawn"), error);
    if (trend)
        chart = upstand_skills_trend_chart (
            trend, self->unit == UPSTAND_NOWHERE
                       ? _ ("Whole force")
                       : upstand_skills_outline_get_unit (outline, self->unit)->name);
    upstand_chart_view_set_chart (self->chart, chart);
}

static void
changed_cb (UpstandSkillsTrendView *self)
{
    self->stale = TRUE;
    if (gtk_widget_get_mapped (GTK_WIDGET (self)))
        draw (self);
}

static void
upstand_skills_trend_view_map (GtkWidget *widget)
{
    UpstandSkillsTrendView *self = UPSTAND_SKILLS_TREND_VIEW (widget);
    GTK_WIDGET_CLASS (upstand_skills_trend_view_parent_class)->map (widget);
    if (self->stale)
        draw (self);
}

static gboolean
upstand_skills_trend_view_grab_focus (GtkWidget *widget)
{
    return gtk_widget_grab_focus (
        GTK_WIDGET (upstand_chart_view_get_picture (UPSTAND_SKILLS_TREND_VIEW (widget)->chart)));
}

static void
upstand_skills_trend_view_dispose (GObject *object)
{
    g_clear_object (&UPSTAND_SKILLS_TREND_VIEW (object)->desk);
    G_OBJECT_CLASS (upstand_skills_trend_view_parent_class)->dispose (object);
}

static void
upstand_skills_trend_view_class_init (UpstandSkillsTrendViewClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    G_OBJECT_CLASS (klass)->dispose = upstand_skills_trend_view_dispose;
    widget_class->map = upstand_skills_trend_view_map;
    widget_class->grab_focus = upstand_skills_trend_view_grab_focus;
}

static void
upstand_skills_trend_view_init (UpstandSkillsTrendView *self)
{
    self->chart = UPSTAND_CHART_VIEW (upstand_chart_view_new (TRUE));
    adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->chart));
}

GtkWidget *
upstand_skills_trend_view_new (UpstandSkillsDesk *desk)
{
    g_return_val_if_fail (UPSTAND_IS_SKILLS_DESK (desk), NULL);
    UpstandSkillsTrendView *self = g_object_new (UPSTAND_TYPE_SKILLS_TREND_VIEW, NULL);
    self->desk = g_object_ref (desk);
    self->stale = TRUE;
    upstand_chart_log_attach (self->chart, upstand_skills_desk_get_store (desk), "skills-trend");
    g_signal_connect_object (desk, "chosen", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (
        desk, "figures-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    return GTK_WIDGET (self);
}
