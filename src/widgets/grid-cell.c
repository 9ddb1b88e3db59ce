/* SPDX-License-Identifier: MIT */
#include "widgets/grid-cell.h"

#include <glib/gi18n-lib.h>

#define PADDING 6
#define INDENT 14
#define CORNER 7.0

struct _UpstandGridField {
    GtkWidget parent_instance;

    UpstandGridFieldKind kind;
    PangoLayout *layout;
    gboolean is_part;
    gboolean has_note, is_followed_up;
    UpstandGridSeverity severity;
};

G_DEFINE_FINAL_TYPE (UpstandGridField, upstand_grid_field, GTK_TYPE_WIDGET)

/* Shape as well as colour: the signs that ratings have too. */
static const char *
sign_of (UpstandGridSeverity severity)
{
    return severity == UPSTAND_GRID_BLOCKED ? "◆" : "▲";
}

static void
draw_corner (UpstandGridField *self, GtkSnapshot *snapshot, double width)
{
    GdkRGBA ink;
    gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &ink);
    cairo_t *cr = gtk_snapshot_append_cairo (
        snapshot, &GRAPHENE_RECT_INIT (width - CORNER, 0, CORNER, CORNER));
    gdk_cairo_set_source_rgba (cr, &ink);
    cairo_move_to (cr, width - CORNER, 0);
    cairo_line_to (cr, width, 0);
    cairo_line_to (cr, width, CORNER);
    cairo_close_path (cr);
    cairo_fill (cr);
    cairo_destroy (cr);
}

static void
draw_sign (UpstandGridField *self, GtkSnapshot *snapshot, const char *sign, int height)
{
    GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
    g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), sign);
    int sign_height;
    pango_layout_get_pixel_size (layout, NULL, &sign_height);
    gtk_snapshot_render_layout (snapshot, style, 3, (height - sign_height) / 2.0, layout);
}

static void
upstand_grid_field_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
    UpstandGridField *self = UPSTAND_GRID_FIELD (widget);
    GtkStyleContext *style = gtk_widget_get_style_context (widget);
    int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
    int indent = PADDING + (self->is_part ? INDENT : 0), text_height;
    if (width <= indent + PADDING)
        return;
    pango_layout_set_width (self->layout, (width - indent - PADDING) * PANGO_SCALE);
    pango_layout_get_pixel_size (self->layout, NULL, &text_height);
    if (self->severity != UPSTAND_GRID_SOUND)
        draw_sign (self, snapshot, sign_of (self->severity), height);
    else if (self->is_followed_up)
        draw_sign (self, snapshot, "⚑", height);
    gtk_snapshot_render_layout (
        snapshot, style, indent, MAX ((height - text_height) / 2.0, 0), self->layout);
    if (self->has_note)
        draw_corner (self, snapshot, width);
}

static void
upstand_grid_field_measure_size (GtkWidget *widget, GtkOrientation orientation, int for_size,
    int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
    *minimum = *natural = 0;
}

static void
upstand_grid_field_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
    GTK_WIDGET_CLASS (upstand_grid_field_parent_class)->css_changed (widget, change);
    UpstandGridField *self = UPSTAND_GRID_FIELD (widget);
    if (self->layout)
        pango_layout_context_changed (self->layout);
}

static void
upstand_grid_field_finalize (GObject *object)
{
    g_clear_object (&UPSTAND_GRID_FIELD (object)->layout);
    G_OBJECT_CLASS (upstand_grid_field_parent_class)->finalize (object);
}

static void
upstand_grid_field_class_init (UpstandGridFieldClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    G_OBJECT_CLASS (klass)->finalize = upstand_grid_field_finalize;
    widget_class->snapshot = upstand_grid_field_snapshot;
    widget_class->measure = upstand_grid_field_measure_size;
    widget_class->css_changed = upstand_grid_field_css_changed;
    gtk_widget_class_set_css_name (widget_class, "gridfield");
}

static void
upstand_grid_field_init (UpstandGridField *self)
{
    /* The grid finds out by itself what was clicked. */
    gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
upstand_grid_field_new (UpstandGridFieldKind kind)
{
    static const struct {
        GtkAccessibleRole role;
        const char *style;
    } kinds[] = {
        [UPSTAND_GRID_FIELD_CELL] = { GTK_ACCESSIBLE_ROLE_GRID_CELL, "cell" },
        [UPSTAND_GRID_FIELD_ROW] = { GTK_ACCESSIBLE_ROLE_ROW_HEADER, "row-title" },
        [UPSTAND_GRID_FIELD_COLUMN] = { GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, "column-title" },
        [UPSTAND_GRID_FIELD_GROUP] = { GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, "group-title" },
    };
    UpstandGridField *self =
        g_object_new (UPSTAND_TYPE_GRID_FIELD, "accessible-role", kinds[kind].role, NULL);
    self->kind = kind;
    self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
    pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
    if (kind == UPSTAND_GRID_FIELD_CELL) {
        pango_layout_set_alignment (self->layout, PANGO_ALIGN_RIGHT);
        gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
    } else if (kind != UPSTAND_GRID_FIELD_ROW) {
        pango_layout_set_alignment (self->layout, PANGO_ALIGN_CENTER);
        pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD);
        pango_layout_set_height (self->layout, kind == UPSTAND_GRID_FIELD_COLUMN ? -2 : -1);
    }
    gtk_widget_add_css_class (GTK_WIDGET (self), kinds[kind].style);
    return GTK_WIDGET (self);
}

UpstandGridFieldKind
upstand_grid_field_get_kind (UpstandGridField *self)
{
    return self->kind;
}

static void
set_class (UpstandGridField *self, const char *name, gboolean on)
{
    if (on)
        gtk_widget_add_css_class (GTK_WIDGET (self), name);
    else
        gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
set_label (UpstandGridField *self, const char *label)
{
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
upstand_grid_field_set_heading (
    UpstandGridField *self, const char *title, const UpstandGridRow *row)
{
    g_return_if_fail (UPSTAND_IS_GRID_FIELD (self));
    self->is_part = row && row->is_part;
    set_class (self, "total", row && row->is_total);
    pango_layout_set_text (self->layout, title ? title : "", -1);
    set_label (self, title ? title : "");
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Row, column, what stands there, and everything that is shown as a sign. */
static char *
describe (const UpstandGridCell *cell, const char *row, const char *column)
{
    g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
    g_ptr_array_add (parts, g_strdup (row));
    g_ptr_array_add (parts, g_strdup (column));
    if (!cell->applies)
        g_ptr_array_add (parts, g_strdup (_ ("nothing to enter")));
    else
        g_ptr_array_add (
            parts, cell->text ? g_strdup (cell->text) : upstand_figure_describe (cell->figure));
    if (cell->has_hole)
        g_ptr_array_add (parts, g_strdup (_ ("at least: something is missing")));
    if (cell->is_provisional)
        g_ptr_array_add (parts, g_strdup (_ ("provisional")));
    if (cell->has_note)
        g_ptr_array_add (parts, g_strdup (_ ("has a note")));
    if (cell->is_followed_up)
        g_ptr_array_add (parts, g_strdup (_ ("to be followed up")));
    if (cell->finding)
        g_ptr_array_add (parts, g_strdup (cell->finding));
    g_ptr_array_add (parts, NULL);
    return g_strjoinv (", ", (char **)parts->pdata);
}

void
upstand_grid_field_set_cell (
    UpstandGridField *self, const UpstandGridCell *cell, const char *row, const char *column)
{
    g_return_if_fail (UPSTAND_IS_GRID_FIELD (self) && cell);
    g_autofree char *text = upstand_grid_cell_format (cell);
    /* Translators: a sum in which something is missing: at least so many. */
    g_autofree char *shown =
        cell->has_hole && *text ? g_strdup_printf (_ ("≥ %s"), text) : g_strdup (text);
    g_autofree char *label = describe (cell, row, column);
    gboolean has_value = upstand_figure_has_value (cell->figure);
    self->has_note = cell->has_note;
    self->is_followed_up = cell->is_followed_up;
    self->severity = cell->severity;
    set_class (self, "nothing", !cell->applies);
    set_class (self, "computed", cell->applies && !cell->is_entered);
    set_class (self, "entered", cell->applies && cell->is_entered);
    set_class (self, "state", !has_value);
    set_class (self, "provisional", cell->is_provisional);
    set_class (self, "warned", cell->severity == UPSTAND_GRID_WARNED);
    set_class (self, "blocked", cell->severity == UPSTAND_GRID_BLOCKED);
    pango_layout_set_text (self->layout, cell->applies ? shown : "", -1);
    set_label (self, label);
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
upstand_grid_field_set_selected (UpstandGridField *self, gboolean selected, gboolean cursor)
{
    g_return_if_fail (UPSTAND_IS_GRID_FIELD (self));
    set_class (self, "selected", selected);
    set_class (self, "cursor", cursor);
    gtk_accessible_update_state (
        GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

int
upstand_grid_field_measure (UpstandGridField *self)
{
    g_return_val_if_fail (UPSTAND_IS_GRID_FIELD (self), 0);
    int width;
    pango_layout_set_width (self->layout, -1);
    pango_layout_get_pixel_size (self->layout, &width, NULL);
    return width + 2 * PADDING + (self->is_part ? INDENT : 0);
}

const char *
upstand_grid_field_get_text (UpstandGridField *self)
{
    g_return_val_if_fail (UPSTAND_IS_GRID_FIELD (self), NULL);
    return pango_layout_get_text (self->layout);
}
