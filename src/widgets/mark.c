/* SPDX-License-Identifier: MIT */
#include "widgets/mark.h"

#include <adwaita.h>

#include "charts/looks.h"

#define SIZE 14

struct _UpstandMark {
    GtkWidget parent_instance;

    UpstandLook look;
    gboolean is_set;
};

G_DEFINE_FINAL_TYPE (UpstandMark, upstand_mark, GTK_TYPE_WIDGET)

static UpstandPalette
get_palette (void)
{
    AdwStyleManager *manager = adw_style_manager_get_default ();
    gboolean dark = adw_style_manager_get_dark (manager);
    if (adw_style_manager_get_high_contrast (manager))
        return dark ? UPSTAND_PALETTE_CONTRAST_DARK : UPSTAND_PALETTE_CONTRAST_LIGHT;
    return dark ? UPSTAND_PALETTE_DARK : UPSTAND_PALETTE_LIGHT;
}

static void
draw (GtkSnapshot *snapshot, UpstandLook look, double x, double y, double size)
{
    graphene_rect_t box =
        GRAPHENE_RECT_INIT ((float)x - 1, (float)y - 1, (float)size + 2, (float)size + 2);
    cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &box);
    UpstandPen pen = { .cr = cr, .palette = get_palette () };
    upstand_pen_shape (&pen, look.shape, look.ink, x + size / 2, y + size / 2, size);
    cairo_destroy (cr);
}

static void
palette_changed_cb (GtkWidget *widget)
{
    gtk_widget_queue_draw (widget);
}

static void
upstand_mark_do_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
    UpstandMark *self = UPSTAND_MARK (widget);
    double x = (gtk_widget_get_width (widget) - SIZE) / 2;
    double y = (gtk_widget_get_height (widget) - SIZE) / 2;
    if (self->is_set)
        draw (snapshot, self->look, x, y, SIZE);
}

static void
upstand_mark_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
    int *natural, int *minimum_baseline, int *natural_baseline)
{
    *minimum = *natural = SIZE;
}

static void
upstand_mark_class_init (UpstandMarkClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    widget_class->snapshot = upstand_mark_do_snapshot;
    widget_class->measure = upstand_mark_measure;
    gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
upstand_mark_init (UpstandMark *self)
{
    AdwStyleManager *manager = adw_style_manager_get_default ();
    gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
    g_signal_connect_object (
        manager, "notify::dark", G_CALLBACK (palette_changed_cb), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (
        manager, "notify::high-contrast", G_CALLBACK (palette_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
upstand_mark_new (void)
{
    return g_object_new (UPSTAND_TYPE_MARK, NULL);
}

static void
set_look (UpstandMark *self, UpstandLook look, gboolean is_set)
{
    self->look = look;
    self->is_set = is_set;
    gtk_widget_set_visible (GTK_WIDGET (self), is_set);
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
upstand_mark_set_rating (UpstandMark *self, UpstandRating rating)
{
    g_return_if_fail (UPSTAND_IS_MARK (self) && rating < UPSTAND_N_RATINGS);
    set_look (self, upstand_look_of_rating (rating), rating != UPSTAND_RATING_NONE);
}

void
upstand_mark_set_standing (UpstandMark *self, UpstandStanding standing)
{
    g_return_if_fail (UPSTAND_IS_MARK (self) && standing < UPSTAND_N_STANDINGS);
    set_look (self, upstand_look_of_standing (standing), TRUE);
}

void
upstand_mark_snapshot_rating (
    GtkSnapshot *snapshot, UpstandRating rating, double x, double y, double size)
{
    g_return_if_fail (rating < UPSTAND_N_RATINGS);
    if (rating != UPSTAND_RATING_NONE)
        draw (snapshot, upstand_look_of_rating (rating), x, y, size);
}
