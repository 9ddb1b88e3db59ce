/* SPDX-License-Identifier: MIT */
#include "pages/requirement-filter.h"

#include <glib/gi18n-lib.h>

struct _UpstandRequirementFilter {
    GtkPopover parent_instance;

    GtkDropDown *rating, *cadence; /* position 0 of each is "any" */
    GtkCheckButton *overdue;
    gboolean clearing;
};

G_DEFINE_FINAL_TYPE (UpstandRequirementFilter, upstand_requirement_filter, GTK_TYPE_POPOVER)

static guint changed_signal;

static void
choice_changed_cb (UpstandRequirementFilter *self)
{
    if (!self->clearing)
        g_signal_emit (self, changed_signal, 0);
}

static void
fill_choices (UpstandRequirementFilter *self)
{
    g_autoptr (GtkStringList) ratings = gtk_string_list_new (NULL);
    g_autoptr (GtkStringList) cadences = gtk_string_list_new (NULL);
    gtk_string_list_append (ratings, _ ("Any rating"));
    for (guint i = 0; i < UPSTAND_N_RATINGS - 1; i++)
        gtk_string_list_append (ratings, upstand_rating_get_label (upstand_rating_nth_worst (i)));
    gtk_string_list_append (cadences, _ ("However often"));
    for (guint i = 0; i < UPSTAND_N_CADENCES; i++)
        gtk_string_list_append (cadences, upstand_cadence_get_label (i));
    self->clearing = TRUE;
    gtk_drop_down_set_model (self->rating, G_LIST_MODEL (ratings));
    gtk_drop_down_set_model (self->cadence, G_LIST_MODEL (cadences));
    self->clearing = FALSE;
}

static void
upstand_requirement_filter_class_init (UpstandRequirementFilterClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    gtk_widget_class_set_template_from_resource (
        widget_class, "/uk/upstand/Upstand/pages/requirement-filter.ui");
    gtk_widget_class_bind_template_child (widget_class, UpstandRequirementFilter, rating);
    gtk_widget_class_bind_template_child (widget_class, UpstandRequirementFilter, cadence);
    gtk_widget_class_bind_template_child (widget_class, UpstandRequirementFilter, overdue);
    gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
    changed_signal = g_signal_new ("changed", UPSTAND_TYPE_REQUIREMENT_FILTER, G_SIGNAL_RUN_LAST, 0,
        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
upstand_requirement_filter_init (UpstandRequirementFilter *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
    fill_choices (self);
}

GtkWidget *
upstand_requirement_filter_new (void)
{
    return g_object_new (UPSTAND_TYPE_REQUIREMENT_FILTER, NULL);
}

gboolean
upstand_requirement_filter_read (UpstandRequirementFilter *self, UpstandPlanFilter *filter)
{
    g_return_val_if_fail (UPSTAND_IS_REQUIREMENT_FILTER (self) && filter, FALSE);
    guint rating = gtk_drop_down_get_selected (self->rating);
    filter->rating = rating == 0 ? UPSTAND_RATING_NONE : upstand_rating_nth_worst (rating - 1);
    filter->cadence = (int)gtk_drop_down_get_selected (self->cadence) - 1;
    filter->overdue = gtk_check_button_get_active (self->overdue);
    return filter->rating || filter->cadence >= 0 || filter->overdue;
}

void
upstand_requirement_filter_clear (UpstandRequirementFilter *self)
{
    g_return_if_fail (UPSTAND_IS_REQUIREMENT_FILTER (self));
    self->clearing = TRUE;
    gtk_drop_down_set_selected (self->rating, 0);
    gtk_drop_down_set_selected (self->cadence, 0);
    gtk_check_button_set_active (self->overdue, FALSE);
    self->clearing = FALSE;
}
