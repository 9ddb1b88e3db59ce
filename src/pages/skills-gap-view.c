/* SPDX-License-Identifier: MIT */
#include "pages/skills-gap-view.h"

#include <glib/gi18n-lib.h>

#include "charts/skills-charts.h"
#include "pages/chart-log.h"

struct _UpstandSkillsGapView {
    AdwBin parent_instance;

    UpstandSkillsDesk *desk;
    gboolean stale; /* something changed while the view was not seen */
    GtkDropDown *gap;
    UpstandChartView *steps, *units;
};

G_DEFINE_FINAL_TYPE (UpstandSkillsGapView, upstand_skills_gap_view, ADW_TYPE_BIN)

static void
draw (UpstandSkillsGapView *self)
{
    UpstandSkills *figures = upstand_skills_desk_get_figures (self->desk);
    UpstandSkills *whole = upstand_skills_desk_get_whole (self->desk);
    UpstandBasis basis = upstand_skills_desk_get_basis (self->desk);
    g_autoptr (UpstandChart) steps = figures ? upstand_skills_steps_chart (figures,
                                                   upstand_skills_desk_get_unit (self->desk), basis)
                                             : NULL;
    g_autoptr (UpstandChart) units =
        whole ? upstand_skills_units_chart (whole, basis, gtk_drop_down_get_selected (self->gap))
              : NULL;
    self->stale = FALSE;
    upstand_chart_view_set_chart (self->steps, steps);
    upstand_chart_view_set_chart (self->units, units);
}

static void
changed_cb (UpstandSkillsGapView *self)
{
    self->stale = TRUE;
    if (gtk_widget_get_mapped (GTK_WIDGET (self)))
        draw (self);
}

static void
gap_chosen_cb (UpstandSkillsGapView *self)
{
    if (self->desk)
        changed_cb (self);
}

static void
unit_activated_cb (UpstandSkillsGapView *self, gint64 id, int part)
{
    if (id)
        gtk_widget_activate_action (GTK_WIDGET (self), "skills.show-unit", "x", id);
}

static void
upstand_skills_gap_view_map (GtkWidget *widget)
{
    UpstandSkillsGapView *self = UPSTAND_SKILLS_GAP_VIEW (widget);
    GTK_WIDGET_CLASS (upstand_skills_gap_view_parent_class)->map (widget);
    if (self->stale)
        draw (self);
}

static gboolean
upstand_skills_gap_view_grab_focus (GtkWidget *widget)
{
    UpstandSkillsGapView *self = UPSTAND_SKILLS_GAP_VIEW (widget);
    return gtk_widget_grab_focus (GTK_WIDGET (upstand_chart_view_get_picture (self->steps)));
}

static void
upstand_skills_gap_view_dispose (GObject *object)
{
    g_clear_object (&UPSTAND_SKILLS_GAP_VIEW (object)->desk);
    G_OBJECT_CLASS (upstand_skills_gap_view_parent_class)->dispose (object);
}

static void
upstand_skills_gap_view_class_init (UpstandSkillsGapViewClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    G_OBJECT_CLASS (klass)->dispose = upstand_skills_gap_view_dispose;
    widget_class->map = upstand_skills_gap_view_map;
    widget_class->grab_focus = upstand_skills_gap_view_grab_focus;
}

static void
upstand_skills_gap_view_init (UpstandSkillsGapView *self)
{
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
    GtkWidget *scrolled = gtk_scrolled_window_new ();
    g_autoptr (GtkStringList) gaps = gtk_string_list_new (NULL);
    for (guint i = 0; i < UPSTAND_N_SKILLS_GAPS; i++)
        gtk_string_list_append (gaps, upstand_skills_gap_get_label (i));
    self->steps = UPSTAND_CHART_VIEW (upstand_chart_view_new (FALSE));
    self->units = UPSTAND_CHART_VIEW (upstand_chart_view_new (FALSE));
    self->gap = GTK_DROP_DOWN (gtk_drop_down_new (g_object_ref (G_LIST_MODEL (gaps)), NULL));
    gtk_drop_down_set_selected (self->gap, UPSTAND_GAP_TOTAL);
    g_object_set (self->gap, "halign", GTK_ALIGN_START, "margin-start", 12, "tooltip-text",
        _ ("Which gap is shown by unit"), NULL);
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->gap), GTK_ACCESSIBLE_PROPERTY_LABEL,
        _ ("Which gap is shown by unit"), -1);
    g_signal_connect_object (
        self->gap, "notify::selected", G_CALLBACK (gap_chosen_cb), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (
        self->units, "activated", G_CALLBACK (unit_activated_cb), self, G_CONNECT_SWAPPED);
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->steps));
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->gap));
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->units));
    g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "child", box, NULL);
    adw_bin_set_child (ADW_BIN (self), scrolled);
}

GtkWidget *
upstand_skills_gap_view_new (UpstandSkillsDesk *desk)
{
    g_return_val_if_fail (UPSTAND_IS_SKILLS_DESK (desk), NULL);
    UpstandSkillsGapView *self = g_object_new (UPSTAND_TYPE_SKILLS_GAP_VIEW, NULL);
    UpstandStore *store = upstand_skills_desk_get_store (desk);
    self->desk = g_object_ref (desk);
    self->stale = TRUE;
    upstand_chart_log_attach (self->steps, store, "skills-gap");
    upstand_chart_log_attach (self->units, store, "units");
    g_signal_connect_object (desk, "chosen", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (
        desk, "figures-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    return GTK_WIDGET (self);
}
