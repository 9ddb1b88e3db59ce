/* SPDX-License-Identifier: MIT */
#include "upstand-config.h"

#include "widgets/chart-picture.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>
#include <pango/pangocairo.h>

#define USUAL_WIDTH 720
#define SMALLEST_WIDTH 240
#define SMALLEST_HEIGHT 160
#define TALLEST 4000 /* what a chart outside a scrolled window may ask for */

struct _UpstandChartPicture {
    GtkWidget parent_instance;

    UpstandChart *chart;
    UpstandChartScope scope;
    int mark; /* -1: none */

    UpstandChartStyle *style;
    PangoFontDescription *font; /* what the style was made from */
    double text_scale;

    GdkTexture *texture; /* the last drawing, or NULL when something changed since */
    int texture_scale;
    guint drawings;

    GtkAdjustment *adjustments[2]; /* by GtkOrientation */
    GtkScrollablePolicy policies[2];
};

enum {
    PROP_0,
    PROP_HADJUSTMENT,
    PROP_VADJUSTMENT,
    PROP_HSCROLL_POLICY,
    PROP_VSCROLL_POLICY,
};

enum {
    ACTIVATED,
    N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (UpstandChartPicture, upstand_chart_picture, GTK_TYPE_WIDGET,
    G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static void
forget_drawing (UpstandChartPicture *self)
{
    g_clear_object (&self->texture);
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
forget_style (UpstandChartPicture *self)
{
    g_clear_pointer (&self->style, upstand_chart_style_free);
    g_clear_pointer (&self->font, pango_font_description_free);
    forget_drawing (self);
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

static UpstandPalette
choose_palette (void)
{
    AdwStyleManager *manager = adw_style_manager_get_default ();
    gboolean dark = adw_style_manager_get_dark (manager);

    if (adw_style_manager_get_high_contrast (manager))
        return dark ? UPSTAND_PALETTE_CONTRAST_DARK : UPSTAND_PALETTE_CONTRAST_LIGHT;
    return dark ? UPSTAND_PALETTE_DARK : UPSTAND_PALETTE_LIGHT;
}

static double
get_text_scale (UpstandChartPicture *self)
{
    double resolution =
        pango_cairo_context_get_resolution (gtk_widget_get_pango_context (GTK_WIDGET (self)));

    return resolution > 0 ? resolution / 96 : 1;
}

static const UpstandChartStyle *
get_style (UpstandChartPicture *self)
{
    if (!self->style) {
        PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

        self->font = pango_font_description_copy (pango_context_get_font_description (context));
        self->text_scale = get_text_scale (self);
        self->style = upstand_chart_style_new (choose_palette (), self->font, self->text_scale);
    }
    return self->style;
}

static GtkAdjustment *
get_vertical (UpstandChartPicture *self)
{
    return self->adjustments[GTK_ORIENTATION_VERTICAL];
}

static void
configure_adjustments (UpstandChartPicture *self)
{
    int width = gtk_widget_get_width (GTK_WIDGET (self));
    int height = gtk_widget_get_height (GTK_WIDGET (self));
    GtkAdjustment *horizontal = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
    GtkAdjustment *vertical = get_vertical (self);

    if (horizontal)
        gtk_adjustment_configure (horizontal, 0, 0, width, 1, width, width);
    if (!vertical || !self->chart || width <= 0 || height <= 0)
        return;

    const UpstandChartStyle *style = get_style (self);
    double most = upstand_chart_get_max_scroll (self->chart, style, &self->scope, width, height);
    double page = upstand_chart_get_page (self->chart, style, &self->scope, width, height);

    gtk_adjustment_configure (vertical, MIN (self->scope.scroll, most), 0, most + height,
        2 * upstand_chart_style_get_line (style), page, height);
}

static void
scroll_to (UpstandChartPicture *self, double scroll)
{
    GtkAdjustment *vertical = get_vertical (self);

    if (vertical)
        gtk_adjustment_set_value (vertical, scroll);
}

static void
tell_reader (UpstandChartPicture *self)
{
    g_auto (UpstandChartMark) mark = { 0 };
    g_autofree char *description = NULL;

    if (!self->chart)
        return;
    if (self->mark >= 0) {
        upstand_chart_get_mark (self->chart, get_style (self), &self->scope,
            gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)),
            self->mark, &mark);
        description =
            g_strdup_printf ("%s\n%s", mark.sentence, upstand_chart_describe (self->chart));
    }
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
        upstand_chart_get_title (self->chart), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
        description ? description : upstand_chart_describe (self->chart), -1);
}

static gboolean
hit (UpstandChartPicture *self, double x, double y, UpstandChartMark *mark)
{
    return self->chart && upstand_chart_hit (self->chart, get_style (self), &self->scope,
                              gtk_widget_get_width (GTK_WIDGET (self)),
                              gtk_widget_get_height (GTK_WIDGET (self)), x, y, mark);
}

static void
activate_mark (UpstandChartPicture *self)
{
    g_auto (UpstandChartMark) mark = { 0 };

    if (!self->chart || self->mark < 0)
        return;
    upstand_chart_get_mark (self->chart, get_style (self), &self->scope,
        gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)),
        self->mark, &mark);
    g_signal_emit (self, signals[ACTIVATED], 0, mark.id, mark.part);
}

static void
scrolled_cb (UpstandChartPicture *self)
{
    double scroll = round (gtk_adjustment_get_value (get_vertical (self)));

    if (scroll == self->scope.scroll)
        return;
    self->scope.scroll = scroll;
    forget_drawing (self);
}

static void
theme_changed_cb (UpstandChartPicture *self)
{
    forget_style (self);
}

static void
pressed_cb (UpstandChartPicture *self, int n_press, double x, double y)
{
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
released_cb (UpstandChartPicture *self, int n_press, double x, double y)
{
    g_auto (UpstandChartMark) mark = { 0 };

    if (n_press != 1 || !hit (self, x, y, &mark))
        return;
    upstand_chart_picture_set_mark (self, mark.index);
    activate_mark (self);
}

static void
pointed_cb (UpstandChartPicture *self, double x, double y)
{
    g_auto (UpstandChartMark) mark = { 0 };

    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), hit (self, x, y, &mark) ? "pointer" : NULL);
}

static gboolean
tooltip_asked_cb (
    UpstandChartPicture *self, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
    g_auto (UpstandChartMark) mark = { 0 };

    if (by_keyboard) {
        if (!self->chart || self->mark < 0)
            return FALSE;
        upstand_chart_get_mark (self->chart, get_style (self), &self->scope,
            gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)),
            self->mark, &mark);
    } else if (!hit (self, x, y, &mark)) {
        return FALSE;
    }

    /* Below the mark, so that a row of the whole width does not hide its neighbours. */
    GdkRectangle area = { (int)mark.x, (int)mark.y, (int)mark.width, (int)mark.height };

    if (!by_keyboard) {
        area.x = MAX (x - 8, 0);
        area.width = 16;
    }
    gtk_tooltip_set_text (tooltip, mark.sentence);
    gtk_tooltip_set_tip_area (tooltip, &area);
    return TRUE;
}

static gboolean
step_pressed_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
    UpstandChartPicture *self = UPSTAND_CHART_PICTURE (widget);
    UpstandChartStep step = (UpstandChartStep)g_variant_get_int32 (arguments);
    guint next;

    if (!self->chart || upstand_chart_get_n_marks (self->chart) == 0)
        return FALSE;
    next = self->mark < 0 ? 0 : upstand_chart_step (self->chart, self->mark, step);
    /* At the edge the key goes on, to scroll what is around. */
    if ((int)next == self->mark)
        return FALSE;
    upstand_chart_picture_set_mark (self, next);
    return TRUE;
}

static gboolean
page_pressed_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
    UpstandChartPicture *self = UPSTAND_CHART_PICTURE (widget);
    int direction = g_variant_get_int32 (arguments);
    GtkAdjustment *vertical = get_vertical (self);

    if (!self->chart || upstand_chart_get_n_marks (self->chart) == 0 || !vertical)
        return FALSE;

    /* A page of steps: what was at the bottom comes to stand at the top. */
    const UpstandChartStyle *style = get_style (self);
    int height = gtk_widget_get_height (widget), width = gtk_widget_get_width (widget);
    double page = upstand_chart_get_page (self->chart, style, &self->scope, width, height);
    g_auto (UpstandChartMark) mark = { 0 };
    guint index = MAX (self->mark, 0);
    double moved = 0;

    upstand_chart_get_mark (self->chart, style, &self->scope, width, height, index, &mark);
    for (double start = mark.y; moved + mark.height < page;) {
        guint next = upstand_chart_step (
            self->chart, index, direction < 0 ? UPSTAND_CHART_STEP_UP : UPSTAND_CHART_STEP_DOWN);

        if (next == index)
            break;
        index = next;
        upstand_chart_mark_clear (&mark);
        upstand_chart_get_mark (self->chart, style, &self->scope, width, height, index, &mark);
        moved = fabs (mark.y - start);
    }
    upstand_chart_picture_set_mark (self, index);
    return TRUE;
}

static gboolean
activate_pressed_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
    activate_mark (UPSTAND_CHART_PICTURE (widget));
    return TRUE;
}

static gboolean
upstand_chart_picture_grab_focus (GtkWidget *widget)
{
    UpstandChartPicture *self = UPSTAND_CHART_PICTURE (widget);

    if (!GTK_WIDGET_CLASS (upstand_chart_picture_parent_class)->grab_focus (widget))
        return FALSE;
    gtk_widget_queue_draw (GTK_WIDGET (self));
    return TRUE;
}

static GtkSizeRequestMode
upstand_chart_picture_get_request_mode (GtkWidget *widget)
{
    return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
upstand_chart_picture_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
    int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
    UpstandChartPicture *self = UPSTAND_CHART_PICTURE (widget);
    double height;

    if (orientation == GTK_ORIENTATION_HORIZONTAL) {
        *minimum = SMALLEST_WIDTH;
        *natural = USUAL_WIDTH;
        return;
    }
    *minimum = *natural = SMALLEST_HEIGHT;
    if (!self->chart)
        return;
    height = upstand_chart_preferred_height (
        self->chart, get_style (self), &self->scope, for_size < 0 ? USUAL_WIDTH : for_size);
    *natural = (int)CLAMP (height, SMALLEST_HEIGHT, TALLEST);
    if (!get_vertical (self))
        *minimum = *natural;
}

static void
upstand_chart_picture_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
    UpstandChartPicture *self = UPSTAND_CHART_PICTURE (widget);

    forget_drawing (self);
    configure_adjustments (self);
}

static GdkTexture *
draw_texture (UpstandChartPicture *self, int width, int height, int scale)
{
    cairo_surface_t *surface =
        cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
    cairo_t *cr = cairo_create (surface);
    g_autoptr (GBytes) bytes = NULL;

    cairo_scale (cr, scale, scale);
    upstand_chart_draw_scope (cr, self->chart, get_style (self), &self->scope, width, height);
    cairo_destroy (cr);
    cairo_surface_flush (surface);
    self->drawings++;
    if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS) {
        cairo_surface_destroy (surface);
        return NULL;
    }

    int stride = cairo_image_surface_get_stride (surface);

    bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
        (gsize)stride * height * scale, (GDestroyNotify)cairo_surface_destroy, surface);
    return gdk_memory_texture_new (
        width * scale, height * scale, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
snapshot_focus (UpstandChartPicture *self, GtkSnapshot *snapshot, int width, int height)
{
    const UpstandChartStyle *style = get_style (self);
    UpstandColour ink = upstand_palette_get_colour (choose_palette (), UPSTAND_INK_TODAY);
    GdkRGBA colour = { (float)ink.red, (float)ink.green, (float)ink.blue, 1 };
    GdkRGBA colours[4] = { colour, colour, colour, colour };
    /* Before the first arrow key the keyboard is on the whole chart. */
    g_auto (UpstandChartMark) mark = { .width = width, .height = height };
    GskRoundedRect outline;

    /* Scrolled out of sight, it must not be drawn over the axis. */
    if (self->mark >= 0 && upstand_chart_scroll_to (self->chart, style, &self->scope, width, height,
                               self->mark) != self->scope.scroll)
        return;
    if (self->mark >= 0)
        upstand_chart_get_mark (self->chart, style, &self->scope, width, height, self->mark, &mark);
    gsk_rounded_rect_init_from_rect (&outline,
        &GRAPHENE_RECT_INIT (
            (float)mark.x + 1, (float)mark.y + 1, (float)mark.width - 2, (float)mark.height - 2),
        4);
    gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 2, 2, 2, 2 }, colours);
}

static void
upstand_chart_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
    UpstandChartPicture *self = UPSTAND_CHART_PICTURE (widget);
    int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
    int scale = gtk_widget_get_scale_factor (widget);

    if (!self->chart || width <= 0 || height <= 0)
        return;
    if (!self->texture || self->texture_scale != scale) {
        g_clear_object (&self->texture);
        self->texture = draw_texture (self, width, height, scale);
        self->texture_scale = scale;
    }
    if (self->texture)
        gtk_snapshot_append_texture (
            snapshot, self->texture, &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
    if (gtk_widget_has_visible_focus (widget))
        snapshot_focus (self, snapshot, width, height);
}

static void
upstand_chart_picture_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
    UpstandChartPicture *self = UPSTAND_CHART_PICTURE (widget);

    GTK_WIDGET_CLASS (upstand_chart_picture_parent_class)->css_changed (widget, change);
    /* It is called for each state of pointer and focus; only another font matters. */
    if (self->style &&
        (!pango_font_description_equal (self->font,
             pango_context_get_font_description (gtk_widget_get_pango_context (widget))) ||
            self->text_scale != get_text_scale (self)))
        forget_style (self);
}

static void
upstand_chart_picture_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
    GTK_WIDGET_CLASS (upstand_chart_picture_parent_class)->system_setting_changed (widget, setting);
    if (setting != GTK_SYSTEM_SETTING_ICON_THEME)
        forget_style (UPSTAND_CHART_PICTURE (widget));
}

static void
state_flags_changed_cb (UpstandChartPicture *self)
{
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (UpstandChartPicture *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
    if (self->adjustments[orientation] == adjustment)
        return;
    if (self->adjustments[orientation])
        g_signal_handlers_disconnect_by_data (self->adjustments[orientation], self);
    g_set_object (&self->adjustments[orientation], adjustment);
    if (adjustment && orientation == GTK_ORIENTATION_VERTICAL)
        g_signal_connect_object (
            adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
    configure_adjustments (self);
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
upstand_chart_picture_get_property (
    GObject *object, guint id, GValue *value, GParamSpec *specification)
{
    UpstandChartPicture *self = UPSTAND_CHART_PICTURE (object);

    switch (id) {
    case PROP_HADJUSTMENT:
        g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
        break;
    case PROP_VADJUSTMENT: g_value_set_object (value, get_vertical (self)); break;
    case PROP_HSCROLL_POLICY:
        g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
        break;
    case PROP_VSCROLL_POLICY:
        g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
        break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, specification);
    }
}

static void
upstand_chart_picture_set_property (
    GObject *object, guint id, const GValue *value, GParamSpec *specification)
{
    UpstandChartPicture *self = UPSTAND_CHART_PICTURE (object);

    switch (id) {
    case PROP_HADJUSTMENT:
        set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
        break;
    case PROP_VADJUSTMENT:
        set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
        break;
    case PROP_HSCROLL_POLICY:
        self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
        gtk_widget_queue_resize (GTK_WIDGET (self));
        break;
    case PROP_VSCROLL_POLICY:
        self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
        gtk_widget_queue_resize (GTK_WIDGET (self));
        break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, specification);
    }
}

static void
upstand_chart_picture_dispose (GObject *object)
{
    UpstandChartPicture *self = UPSTAND_CHART_PICTURE (object);

    for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
        g_clear_object (&self->adjustments[i]);
    g_clear_object (&self->texture);
    g_clear_pointer (&self->chart, upstand_chart_unref);
    g_clear_pointer (&self->style, upstand_chart_style_free);
    g_clear_pointer (&self->font, pango_font_description_free);
    G_OBJECT_CLASS (upstand_chart_picture_parent_class)->dispose (object);
}

static void
add_step (GtkWidgetClass *class, guint key, guint keypad, UpstandChartStep step)
{
    gtk_widget_class_add_binding (class, key, 0, step_pressed_cb, "i", step);
    gtk_widget_class_add_binding (class, keypad, 0, step_pressed_cb, "i", step);
}

static void
add_bindings (GtkWidgetClass *class)
{
    add_step (class, GDK_KEY_Left, GDK_KEY_KP_Left, UPSTAND_CHART_STEP_LEFT);
    add_step (class, GDK_KEY_Right, GDK_KEY_KP_Right, UPSTAND_CHART_STEP_RIGHT);
    add_step (class, GDK_KEY_Up, GDK_KEY_KP_Up, UPSTAND_CHART_STEP_UP);
    add_step (class, GDK_KEY_Down, GDK_KEY_KP_Down, UPSTAND_CHART_STEP_DOWN);
    add_step (class, GDK_KEY_Home, GDK_KEY_KP_Home, UPSTAND_CHART_STEP_FIRST);
    add_step (class, GDK_KEY_End, GDK_KEY_KP_End, UPSTAND_CHART_STEP_LAST);
    gtk_widget_class_add_binding (class, GDK_KEY_Page_Up, 0, page_pressed_cb, "i", -1);
    gtk_widget_class_add_binding (class, GDK_KEY_Page_Down, 0, page_pressed_cb, "i", 1);
    gtk_widget_class_add_binding (class, GDK_KEY_Return, 0, activate_pressed_cb, NULL);
    gtk_widget_class_add_binding (class, GDK_KEY_KP_Enter, 0, activate_pressed_cb, NULL);
    gtk_widget_class_add_binding (class, GDK_KEY_space, 0, activate_pressed_cb, NULL);
}

static void
upstand_chart_picture_class_init (UpstandChartPictureClass *class)
{
    GObjectClass *object_class = G_OBJECT_CLASS (class);
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

    object_class->get_property = upstand_chart_picture_get_property;
    object_class->set_property = upstand_chart_picture_set_property;
    object_class->dispose = upstand_chart_picture_dispose;
    widget_class->get_request_mode = upstand_chart_picture_get_request_mode;
    widget_class->measure = upstand_chart_picture_measure;
    widget_class->size_allocate = upstand_chart_picture_size_allocate;
    widget_class->snapshot = upstand_chart_picture_snapshot;
    widget_class->css_changed = upstand_chart_picture_css_changed;
    widget_class->system_setting_changed = upstand_chart_picture_system_setting_changed;
    widget_class->grab_focus = upstand_chart_picture_grab_focus;

    g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
    g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
    g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
    g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

    signals[ACTIVATED] = g_signal_new ("activated", UPSTAND_TYPE_CHART_PICTURE, G_SIGNAL_RUN_LAST,
        0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT);

    add_bindings (widget_class);
    gtk_widget_class_set_css_name (widget_class, "chart");
    gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
upstand_chart_picture_init (UpstandChartPicture *self)
{
    GtkWidget *widget = GTK_WIDGET (self);
    AdwStyleManager *manager = adw_style_manager_get_default ();
    GtkGesture *click = gtk_gesture_click_new ();
    GtkEventController *motion = gtk_event_controller_motion_new ();

    self->mark = -1;
    gtk_widget_set_focusable (widget, TRUE);
    gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
    gtk_widget_set_has_tooltip (widget, TRUE);
    g_signal_connect (self, "query-tooltip", G_CALLBACK (tooltip_asked_cb), NULL);
    g_signal_connect (self, "state-flags-changed", G_CALLBACK (state_flags_changed_cb), NULL);
    g_signal_connect_object (
        manager, "notify::dark", G_CALLBACK (theme_changed_cb), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (
        manager, "notify::high-contrast", G_CALLBACK (theme_changed_cb), self, G_CONNECT_SWAPPED);

    g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
    g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
    gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
    g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointed_cb), self);
    gtk_widget_add_controller (widget, motion);
}

GtkWidget *
upstand_chart_picture_new (void)
{
    return g_object_new (UPSTAND_TYPE_CHART_PICTURE, NULL);
}

void
upstand_chart_picture_set_chart (UpstandChartPicture *self, UpstandChart *chart)
{
    g_return_if_fail (UPSTAND_IS_CHART_PICTURE (self));

    if (chart == self->chart)
        return;
    if (chart)
        upstand_chart_ref (chart);
    g_clear_pointer (&self->chart, upstand_chart_unref);
    self->chart = chart;
    self->mark = -1;
    forget_drawing (self);
    configure_adjustments (self);
    tell_reader (self);
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

UpstandChart *
upstand_chart_picture_get_chart (UpstandChartPicture *self)
{
    g_return_val_if_fail (UPSTAND_IS_CHART_PICTURE (self), NULL);
    return self->chart;
}

void
upstand_chart_picture_set_days (UpstandChartPicture *self, UpstandDay from, UpstandDay to)
{
    g_return_if_fail (UPSTAND_IS_CHART_PICTURE (self));

    self->scope.from = from;
    self->scope.to = to;
    forget_drawing (self);
}

void
upstand_chart_picture_set_corner (UpstandChartPicture *self, double pixels)
{
    g_return_if_fail (UPSTAND_IS_CHART_PICTURE (self));

    if (pixels == self->scope.corner)
        return;
    self->scope.corner = pixels;
    forget_drawing (self);
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

int
upstand_chart_picture_get_mark (UpstandChartPicture *self)
{
    g_return_val_if_fail (UPSTAND_IS_CHART_PICTURE (self), -1);
    return self->mark;
}

void
upstand_chart_picture_set_mark (UpstandChartPicture *self, int index)
{
    g_return_if_fail (UPSTAND_IS_CHART_PICTURE (self));

    if (!self->chart || index >= (int)upstand_chart_get_n_marks (self->chart))
        index = -1;
    self->mark = index;
    if (index >= 0)
        scroll_to (self, upstand_chart_scroll_to (self->chart, get_style (self), &self->scope,
                             gtk_widget_get_width (GTK_WIDGET (self)),
                             gtk_widget_get_height (GTK_WIDGET (self)), index));
    tell_reader (self);
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
upstand_chart_picture_get_drawings (UpstandChartPicture *self)
{
    g_return_val_if_fail (UPSTAND_IS_CHART_PICTURE (self), 0);
    return self->drawings;
}
