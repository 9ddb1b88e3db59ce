/* SPDX-License-Identifier: MIT */
#include "pages/risk-view.h"

#include <glib/gi18n-lib.h>

#include "charts/space-charts.h"
#include "pages/chart-log.h"
#include "records/space.h"
#include "rules/risk.h"

struct _UpstandRiskView {
    AdwBin parent_instance;

    UpstandStore *store;
    UpstandDay today;
    gboolean stale; /* something changed while the view was not seen */
    UpstandChartView *chart;
};

G_DEFINE_FINAL_TYPE (UpstandRiskView, upstand_risk_view, ADW_TYPE_BIN)

static void
draw (UpstandRiskView *self)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandChart) chart = upstand_spaces_chart (self->store, self->today, &error);
    self->stale = FALSE;
    upstand_chart_view_set_chart (self->chart, chart);
    if (error)
        gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "(ss)",
            _ ("The risk could not be worked out"), error->message);
}

static void
changed_cb (UpstandRiskView *self)
{
    self->stale = TRUE;
    if (gtk_widget_get_mapped (GTK_WIDGET (self)))
        draw (self);
}

static void
activated_cb (UpstandRiskView *self, gint64 id, int part)
{
    if (id > 0)
        gtk_widget_activate_action (GTK_WIDGET (self), "spaces.show-version", "x", id);
    for (guint kind = 0; upstand_space_kinds[kind].key; kind++)
        if (id == UPSTAND_SPACES_NOW (kind) && part >= 0 && part < UPSTAND_N_RISKS)
            gtk_widget_activate_action (
                GTK_WIDGET (self), "spaces.show-risk", "(uu)", kind, (guint)part);
}

static void
upstand_risk_view_map (GtkWidget *widget)
{
    UpstandRiskView *self = UPSTAND_RISK_VIEW (widget);
    GTK_WIDGET_CLASS (upstand_risk_view_parent_class)->map (widget);
    if (self->stale)
        draw (self);
}

static gboolean
upstand_risk_view_grab_focus (GtkWidget *widget)
{
    UpstandRiskView *self = UPSTAND_RISK_VIEW (widget);
    return gtk_widget_grab_focus (GTK_WIDGET (upstand_chart_view_get_picture (self->chart)));
}

static void
upstand_risk_view_dispose (GObject *object)
{
    g_clear_object (&UPSTAND_RISK_VIEW (object)->store);
    G_OBJECT_CLASS (upstand_risk_view_parent_class)->dispose (object);
}

static void
upstand_risk_view_class_init (UpstandRiskViewClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    G_OBJECT_CLASS (klass)->dispose = upstand_risk_view_dispose;
    widget_class->map = upstand_risk_view_map;
    widget_class->grab_focus = upstand_risk_view_grab_focus;
}

static void
upstand_risk_view_init (UpstandRiskView *self)
{
    GtkWidget *scrolled = gtk_scrolled_window_new ();
    self->chart = UPSTAND_CHART_VIEW (upstand_chart_view_new (FALSE));
    g_signal_connect_object (
        self->chart, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
    g_object_set (
        scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "child", GTK_WIDGET (self->chart), NULL);
    adw_bin_set_child (ADW_BIN (self), scrolled);
}

GtkWidget *
upstand_risk_view_new (UpstandStore *store, UpstandDay today)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (store), NULL);
    UpstandRiskView *self = g_object_new (UPSTAND_TYPE_RISK_VIEW, NULL);
    self->store = g_object_ref (store);
    self->today = today;
    self->stale = TRUE;
    upstand_chart_log_attach (self->chart, store, "spaces");
    /* Not what the desk proposes: places name where women are at risk. */
    upstand_chart_view_set_classification (self->chart, "OFFICIAL-SENSITIVE");
    g_signal_connect_object (
        store, "changed::batch", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    return GTK_WIDGET (self);
}
