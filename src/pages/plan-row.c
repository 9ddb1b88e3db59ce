/* SPDX-License-Identifier: MIT */
#include "pages/plan-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "widgets/mark.h"

#define MARGIN 8
#define INDENT 18
#define ARROW 12
#define MARK 12
#define GAP 6

struct _UpstandPlanRow {
    GtkWidget parent_instance;

    UpstandPlanNode *node;
    gulong changed_handler;
    UpstandDay today;
    PangoLayout *title, *small; /* laid out anew for each drawing */
};

G_DEFINE_FINAL_TYPE (UpstandPlanRow, upstand_plan_row, GTK_TYPE_WIDGET)

static guint toggled_signal, chosen_signal;

/* What a screen reader says of the line, and the pointer of a title that is cut off. */
static void
name_row (UpstandPlanRow *self)
{
    if (!self->node)
        return;
    g_autofree char *standing = upstand_plan_node_describe (self->node, self->today);
    const char *by_hand = self->node->by_hand ? _ ("set by hand") : "";
    g_autofree char *name =
        g_strdup_printf ("%s %s. %s %s", self->node->code, self->node->title, standing, by_hand);
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, g_strstrip (name), -1);
    if (self->node->has_children)
        gtk_accessible_update_state (
            GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, self->node->expanded, -1);
    else
        gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED);
}

static void
node_changed_cb (UpstandPlanRow *self)
{
    name_row (self);
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static int
get_indent (UpstandPlanRow *self)
{
    return MARGIN + (self->node ? (int)self->node->level : 0) * INDENT;
}

static void
snapshot_arrow (UpstandPlanRow *self, GtkSnapshot *snapshot, const GdkRGBA *ink, double y)
{
    graphene_rect_t box = GRAPHENE_RECT_INIT (get_indent (self), y - ARROW / 2.0, ARROW, ARROW);
    cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &box);
    double x = get_indent (self) + ARROW / 2.0;
    gdk_cairo_set_source_rgba (cr, ink);
    cairo_set_line_width (cr, 2);
    cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
    if (self->node->expanded) {
        cairo_move_to (cr, x - 4, y - 2);
        cairo_line_to (cr, x, y + 2);
        cairo_line_to (cr, x + 4, y - 2);
    } else {
        cairo_move_to (cr, x - 2, y - 4);
        cairo_line_to (cr, x + 2, y);
        cairo_line_to (cr, x - 2, y + 4);
    }
    cairo_stroke (cr);
    cairo_destroy (cr);
}

/* Draws @text within @width from @x, its first line's middle at @y; returns its own width. */
static int
snapshot_text (GtkSnapshot *snapshot, PangoLayout *layout, const char *text, const GdkRGBA *ink,
    double x, double y, int width)
{
    int wide, high;
    if (width <= 0)
        return 0;
    pango_layout_set_text (layout, text, -1);
    pango_layout_set_width (layout, width * PANGO_SCALE);
    pango_layout_get_pixel_size (layout, &wide, &high);
    gtk_snapshot_save (snapshot);
    gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)x, (float)(y - high / 2.0)));
    gtk_snapshot_append_layout (snapshot, layout, ink);
    gtk_snapshot_restore (snapshot);
    return wide;
}

static void
snapshot_standing (
    UpstandPlanRow *self, GtkSnapshot *snapshot, const GdkRGBA *ink, double x, double y, int right)
{
    UpstandPlanNode *node = self->node;
    g_autofree char *words = NULL;
    g_autofree char *due = NULL;

    if (!node->rated)
        return;
    upstand_mark_snapshot_rating (snapshot, node->rating, x, y - MARK / 2.0, MARK);
    x += MARK + GAP;
    if (node->level != UPSTAND_PLAN_REQUIREMENT) {
        words = upstand_distribution_describe (&node->distribution);
        snapshot_text (snapshot, self->small, words, ink, x, y, (int)(right - x));
        return;
    }
    const char *rating = upstand_rating_get_label (node->rating);
    words = node->by_hand
                /* Translators: a rating that somebody set by hand, and the share that is done. */
                ? g_strdup_printf (_ ("%s (by hand) · %d%%"), rating, node->percent)
                : g_strdup_printf (_ ("%s · %d%%"), rating, node->percent);
    x += snapshot_text (snapshot, self->small, words, ink, x, y, (int)(right - x)) + 2 * GAP;
    due = upstand_plan_node_describe_due (node, self->today);
    pango_layout_set_alignment (self->small, PANGO_ALIGN_RIGHT);
    snapshot_text (snapshot, self->small, due, ink, x, y, (int)(right - x));
    pango_layout_set_alignment (self->small, PANGO_ALIGN_LEFT);
}

static void
snapshot_title (
    UpstandPlanRow *self, GtkSnapshot *snapshot, const GdkRGBA *ink, double x, double y, int right)
{
    UpstandPlanNode *node = self->node;
    PangoAttrList *attributes = pango_attr_list_new ();
    g_autofree char *words = node->level == UPSTAND_PLAN_PILLAR
                                 /* Translators: number and title of a pillar of the framework. */
                                 ? g_strdup_printf (_ ("Pillar %s · %s"), node->code, node->title)
                                 : g_strdup_printf ("%s  %s", node->code, node->title);
    PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
    if (node->level == UPSTAND_PLAN_REQUIREMENT)
        bold->end_index = (guint)strlen (node->code);
    pango_attr_list_insert (attributes, bold);
    pango_layout_set_attributes (self->title, attributes);
    pango_attr_list_unref (attributes);
    snapshot_text (snapshot, self->title, words, ink, x, y, (int)(right - x));
}

static void
upstand_plan_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
    UpstandPlanRow *self = UPSTAND_PLAN_ROW (widget);
    int right = gtk_widget_get_width (widget) - MARGIN;
    double third = gtk_widget_get_height (widget) / 4.0;
    GdkRGBA ink;

    if (!self->node)
        return;
    gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
    double x = get_indent (self);
    if (self->node->has_children) {
        snapshot_arrow (self, snapshot, &ink, third * 1.15);
        x += ARROW + GAP;
    }
    snapshot_title (self, snapshot, &ink, x, third * 1.2, right);
    ink.alpha *= 0.8f;
    snapshot_standing (self, snapshot, &ink, x, third * 2.85, right);
}

static void
upstand_plan_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
    int *natural, int *minimum_baseline, int *natural_baseline)
{
    UpstandPlanRow *self = UPSTAND_PLAN_ROW (widget);
    if (orientation == GTK_ORIENTATION_HORIZONTAL) {
        *minimum = 200;
        *natural = 320;
        return;
    }
    int title, small;
    pango_layout_set_text (self->title, "1", -1);
    pango_layout_get_pixel_size (self->title, NULL, &title);
    pango_layout_set_text (self->small, "1", -1);
    pango_layout_get_pixel_size (self->small, NULL, &small);
    *minimum = *natural = title + small + 8;
}

static gboolean
upstand_plan_row_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
    UpstandPlanRow *self = UPSTAND_PLAN_ROW (widget);
    if (!self->node)
        return FALSE;
    g_autofree char *standing = upstand_plan_node_describe (self->node, self->today);
    g_autofree char *words =
        g_strdup_printf ("%s %s\n%s", self->node->code, self->node->title, standing);
    gtk_tooltip_set_text (tooltip, g_strstrip (words));
    return TRUE;
}

static void
make_layouts (UpstandPlanRow *self)
{
    g_clear_object (&self->title);
    g_clear_object (&self->small);
    self->title = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
    self->small = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
    pango_layout_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
    pango_layout_set_ellipsize (self->small, PANGO_ELLIPSIZE_END);
    PangoAttrList *attributes = pango_attr_list_new ();
    pango_attr_list_insert (attributes, pango_attr_scale_new (0.9));
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
    pango_layout_set_attributes (self->small, attributes);
    pango_attr_list_unref (attributes);
}

static void
upstand_plan_row_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
    GTK_WIDGET_CLASS (upstand_plan_row_parent_class)->css_changed (widget, change);
    make_layouts (UPSTAND_PLAN_ROW (widget));
    gtk_widget_queue_resize (widget);
}

static void
pressed_cb (UpstandPlanRow *self, int presses, double x, double y, GtkGesture *gesture)
{
    int arrow = get_indent (self);
    if (!self->node || !self->node->has_children)
        return;
    if (presses == 1 && (x < arrow - GAP || x > arrow + ARROW + GAP))
        return;
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
    g_signal_emit (self, toggled_signal, 0);
}

static void
released_cb (UpstandPlanRow *self)
{
    if (self->node)
        g_signal_emit (self, chosen_signal, 0);
}

static void
upstand_plan_row_dispose (GObject *object)
{
    UpstandPlanRow *self = UPSTAND_PLAN_ROW (object);
    upstand_plan_row_set_node (self, NULL);
    g_clear_object (&self->title);
    g_clear_object (&self->small);
    G_OBJECT_CLASS (upstand_plan_row_parent_class)->dispose (object);
}

static void
upstand_plan_row_class_init (UpstandPlanRowClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    G_OBJECT_CLASS (klass)->dispose = upstand_plan_row_dispose;
    widget_class->snapshot = upstand_plan_row_snapshot;
    widget_class->measure = upstand_plan_row_measure;
    widget_class->query_tooltip = upstand_plan_row_query_tooltip;
    widget_class->css_changed = upstand_plan_row_css_changed;
    gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
    gtk_widget_class_set_css_name (widget_class, "planrow");
    chosen_signal = g_signal_new (
        "chosen", UPSTAND_TYPE_PLAN_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
    toggled_signal = g_signal_new (
        "toggled", UPSTAND_TYPE_PLAN_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
upstand_plan_row_init (UpstandPlanRow *self)
{
    AdwStyleManager *manager = adw_style_manager_get_default ();
    GtkGesture *press = gtk_gesture_click_new ();
    g_signal_connect_swapped (press, "pressed", G_CALLBACK (pressed_cb), self);
    g_signal_connect_swapped (press, "released", G_CALLBACK (released_cb), self);
    gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
    g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
        self, G_CONNECT_SWAPPED);
    gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
    make_layouts (self);
}

GtkWidget *
upstand_plan_row_new (UpstandDay today)
{
    UpstandPlanRow *self = g_object_new (UPSTAND_TYPE_PLAN_ROW, NULL);
    self->today = today;
    return GTK_WIDGET (self);
}

void
upstand_plan_row_set_node (UpstandPlanRow *self, UpstandPlanNode *node)
{
    g_return_if_fail (UPSTAND_IS_PLAN_ROW (self));
    if (self->node == node)
        return;
    if (self->node)
        g_clear_signal_handler (&self->changed_handler, self->node);
    g_set_object (&self->node, node);
    if (!node)
        return;
    self->changed_handler =
        g_signal_connect_swapped (node, "changed", G_CALLBACK (node_changed_cb), self);
    node_changed_cb (self);
}

UpstandPlanNode *
upstand_plan_row_get_node (UpstandPlanRow *self)
{
    g_return_val_if_fail (UPSTAND_IS_PLAN_ROW (self), NULL);
    return self->node;
}

void
upstand_plan_row_set_today (UpstandPlanRow *self, UpstandDay today)
{
    g_return_if_fail (UPSTAND_IS_PLAN_ROW (self));
    self->today = today;
    node_changed_cb (self);
}
