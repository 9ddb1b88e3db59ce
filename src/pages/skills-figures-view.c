/* SPDX-License-Identifier: MIT */
#include "pages/skills-figures-view.h"

#include <glib/gi18n-lib.h>

#include "pages/skills-grid-model.h"
#include "widgets/desk.h"

#define WIDTHS_KEY "skills-widths"

struct _UpstandSkillsFiguresView {
    AdwBin parent_instance;

    UpstandSkillsDesk *desk;
    GtkStack *stack;
    UpstandGrid *grid;
    GtkLabel *status;
};

G_DEFINE_FINAL_TYPE (UpstandSkillsFiguresView, upstand_skills_figures_view, ADW_TYPE_BIN)

/* What is to be known of the cell, or of the whole unit while none is chosen. */
static void
show_status (UpstandSkillsFiguresView *self)
{
    const char *words = upstand_grid_get_status (self->grid);
    guint row, column;
    gboolean chosen = upstand_grid_get_cursor (self->grid, &row, &column);
    gboolean writes = !upstand_store_is_read_only (upstand_skills_desk_get_store (self->desk));
    if (chosen && *words)
        gtk_label_set_label (self->status, words);
    else if (writes && !upstand_skills_desk_is_leaf (self->desk))
        gtk_label_set_label (self->status,
            _ ("A sum of its parts: choose a unit to enter people; demand can be given here."));
    else
        gtk_label_set_label (self->status,
            _ ("Type to enter a figure, F2 to change it, Menu for its state and note."));
}

static void
chosen_cb (UpstandSkillsFiguresView *self)
{
    UpstandSkillsOutline *outline = upstand_skills_desk_get_outline (self->desk);
    gboolean units = outline && upstand_skills_outline_get_n_units (outline) > 0;
    gboolean census = upstand_skills_desk_get_census (self->desk) != UPSTAND_NOWHERE;
    g_autofree char *label = upstand_skills_desk_describe (self->desk);
    gtk_stack_set_visible_child_name (self->stack, !units    ? "no-units"
                                                   : !census ? "no-census"
                                                             : "grid");
    g_object_set (self->grid, "label", label, NULL);
    show_status (self);
}

static void
trouble_cb (UpstandSkillsFiguresView *self, const char *words)
{
    gtk_widget_activate_action (
        GTK_WIDGET (self), "win.show-error", "(ss)", _ ("The figures were not saved"), words);
}

static void
resized_cb (UpstandSkillsFiguresView *self)
{
    g_autoptr (GSettings) desk = upstand_desk_open ();
    g_autofree char *widths = upstand_grid_get_widths (self->grid);
    upstand_desk_set_text (desk, WIDTHS_KEY, widths);
}

static gboolean
upstand_skills_figures_view_grab_focus (GtkWidget *widget)
{
    return gtk_widget_grab_focus (GTK_WIDGET (UPSTAND_SKILLS_FIGURES_VIEW (widget)->grid));
}

static void
upstand_skills_figures_view_dispose (GObject *object)
{
    UpstandSkillsFiguresView *self = UPSTAND_SKILLS_FIGURES_VIEW (object);
    G_OBJECT_CLASS (upstand_skills_figures_view_parent_class)->dispose (object);
    g_clear_object (&self->desk);
}

static void
upstand_skills_figures_view_class_init (UpstandSkillsFiguresViewClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    G_OBJECT_CLASS (klass)->dispose = upstand_skills_figures_view_dispose;
    widget_class->grab_focus = upstand_skills_figures_view_grab_focus;
    g_type_ensure (UPSTAND_TYPE_GRID);
    gtk_widget_class_set_template_from_resource (
        widget_class, "/uk/upstand/Upstand/pages/skills-figures-view.ui");
    gtk_widget_class_bind_template_child (widget_class, UpstandSkillsFiguresView, stack);
    gtk_widget_class_bind_template_child (widget_class, UpstandSkillsFiguresView, grid);
    gtk_widget_class_bind_template_child (widget_class, UpstandSkillsFiguresView, status);
    gtk_widget_class_bind_template_callback (widget_class, show_status);
    gtk_widget_class_bind_template_callback (widget_class, trouble_cb);
    gtk_widget_class_bind_template_callback (widget_class, resized_cb);
}

static void
upstand_skills_figures_view_init (UpstandSkillsFiguresView *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
upstand_skills_figures_view_new (UpstandSkillsDesk *desk)
{
    g_return_val_if_fail (UPSTAND_IS_SKILLS_DESK (desk), NULL);
    UpstandSkillsFiguresView *self = g_object_new (UPSTAND_TYPE_SKILLS_FIGURES_VIEW, NULL);
    g_autoptr (UpstandSkillsGridModel) model = upstand_skills_grid_model_new (desk);
    g_autoptr (GSettings) settings = upstand_desk_open ();
    g_autofree char *widths = upstand_desk_get_text (settings, WIDTHS_KEY);
    self->desk = g_object_ref (desk);
    upstand_grid_set_read_only (
        self->grid, upstand_store_is_read_only (upstand_skills_desk_get_store (desk)));
    upstand_grid_set_model (self->grid, UPSTAND_GRID_MODEL (model));
    if (*widths)
        upstand_grid_set_widths (self->grid, widths);
    g_signal_connect_object (desk, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (
        self->grid, "notify::status", G_CALLBACK (show_status), self, G_CONNECT_SWAPPED);
    chosen_cb (self);
    return GTK_WIDGET (self);
}

UpstandGrid *
upstand_skills_figures_view_get_grid (UpstandSkillsFiguresView *self)
{
    g_return_val_if_fail (UPSTAND_IS_SKILLS_FIGURES_VIEW (self), NULL);
    return self->grid;
}
