/* SPDX-License-Identifier: MIT */
#include "upstand-config.h"

#include "widgets/chart-view.h"

#include "charts/export.h"
#include "exchange/job.h"
#include "widgets/dialogs.h"
#include "widgets/sheet-table.h"

#include <glib/gi18n.h>

/* What the buttons over the corner take. */
#define TITLE_HEIGHT 46

struct _UpstandChartView {
    AdwBin parent_instance;

    GtkStack *stack;
    GtkBox *buttons;
    UpstandChartPicture *picture;
    GtkLabel *title; /* over the table; the picture has its own */
    UpstandSheetTable *table;
    GtkPopover *menu; /* where the pointer asked for it */
    GSimpleAction *as_table;
    char *classification;
    gboolean table_filled;
};

/* What a worker needs to save: nothing of the widget. */
typedef struct {
    UpstandChart *chart;
    GFile *file;
    char *classification;
} Saving;

enum {
    ACTIVATED,
    SAVED,
    PRINTED,
    N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UpstandChartView, upstand_chart_view, ADW_TYPE_BIN)

static void
saving_free (gpointer data)
{
    Saving *saving = data;

    upstand_chart_unref (saving->chart);
    g_object_unref (saving->file);
    g_free (saving->classification);
    g_free (saving);
}

static gpointer
save (UpstandJob *job, gpointer data, GError **error)
{
    Saving *saving = data;
    g_autofree char *path = g_file_get_path (saving->file);
    g_autofree char *lower = path ? g_ascii_strdown (path, -1) : NULL;
    UpstandChartPaper paper = {
        .palette = UPSTAND_PALETTE_PRINT,
        .classification = saving->classification,
    };

    if (!path)
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
            _ ("Pictures can be saved on this computer only."));
    else if (g_str_has_suffix (lower, ".pdf"))
        upstand_chart_save_pdf (
            saving->chart, path, &paper, upstand_job_get_cancellable (job), error);
    else
        upstand_chart_save_png (saving->chart, path, &paper, error);
    return NULL;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr (UpstandChartView) self = data;
    g_autoptr (GError) error = NULL;
    GFile *file = g_object_get_data (source, "file");

    if (upstand_job_finish (UPSTAND_JOB (source), result, NULL, &error))
        g_signal_emit (self, signals[SAVED], 0, file);
    else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        upstand_dialogs_say (self, _ ("The picture could not be saved"), error->message);
}

static void
file_chosen_cb (GFile *file, gpointer owner)
{
    upstand_chart_view_save (owner, file);
}

static void
ask_where (UpstandChartView *self, UpstandFiles files, const char *ending)
{
    UpstandChart *chart = upstand_chart_view_get_chart (self);
    g_autofree char *name = NULL;

    if (!chart)
        return;
    /* The classification belongs in the name of everything that leaves. */
    name = self->classification ? g_strdup_printf ("%s %s%s", upstand_chart_get_title (chart),
                                      self->classification, ending)
                                : g_strconcat (upstand_chart_get_title (chart), ending, NULL);
    g_strdelimit (name, "/\\:*?\"<>|\n", ' ');
    upstand_dialogs_save_file (self, _ ("Save the chart"), files, NULL, name, file_chosen_cb, self);
}

static void
png_asked_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
    ask_where (data, UPSTAND_FILES_PNG, ".png");
}

static void
pdf_asked_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
    ask_where (data, UPSTAND_FILES_PDF, ".pdf");
}

/* On paper ------------------------------------------------------------------------------------
 */

static void
print_begun_cb (GtkPrintOperation *print, GtkPrintContext *context, UpstandChartView *self)
{
    UpstandChartPaper paper = {
        .palette = UPSTAND_PALETTE_PRINT,
        .classification = self->classification,
    };
    UpstandChartPages *pages = upstand_chart_pages_new (upstand_chart_view_get_chart (self), &paper,
        gtk_print_context_get_width (context), gtk_print_context_get_height (context));

    gtk_print_operation_set_n_pages (print, (int)upstand_chart_pages_count (pages));
    g_object_set_data_full (
        G_OBJECT (print), "pages", pages, (GDestroyNotify)upstand_chart_pages_free);
}

static void
page_asked_cb (GtkPrintOperation *print, GtkPrintContext *context, int n, UpstandChartView *self)
{
    upstand_chart_pages_draw (g_object_get_data (G_OBJECT (print), "pages"),
        gtk_print_context_get_cairo_context (context), (guint)n);
}

static void
printed_cb (GtkPrintOperation *print, GtkPrintOperationResult result, UpstandChartView *self)
{
    g_autoptr (GError) error = NULL;

    if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
        g_signal_emit (self, signals[PRINTED], 0);
    if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
        return;
    gtk_print_operation_get_error (print, &error);
    upstand_dialogs_say (self, _ ("The chart could not be printed"), error->message);
}

GtkPrintOperation *
upstand_chart_view_new_print (UpstandChartView *self)
{
    g_return_val_if_fail (UPSTAND_IS_CHART_VIEW (self), NULL);
    g_autoptr (GtkPageSetup) lying = gtk_page_setup_new ();
    GtkPrintOperation *print = gtk_print_operation_new ();

    gtk_page_setup_set_orientation (lying, GTK_PAGE_ORIENTATION_LANDSCAPE);
    gtk_print_operation_set_default_page_setup (print, lying);
    gtk_print_operation_set_unit (print, GTK_UNIT_POINTS);
    gtk_print_operation_set_job_name (
        print, upstand_chart_get_title (upstand_chart_view_get_chart (self)));
    g_signal_connect_object (print, "begin-print", G_CALLBACK (print_begun_cb), self, 0);
    g_signal_connect_object (print, "draw-page", G_CALLBACK (page_asked_cb), self, 0);
    g_signal_connect_object (print, "done", G_CALLBACK (printed_cb), self, 0);
    return print;
}

static void
print_asked_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
    UpstandChartView *self = data;

    if (!upstand_chart_view_get_chart (self))
        return;
    g_autoptr (GtkPrintOperation) print = upstand_chart_view_new_print (self);
    gtk_print_operation_run (
        print, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, upstand_dialogs_window_of (self), NULL);
}

static void
copy_asked_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
    UpstandChartView *self = data;
    UpstandChart *chart = upstand_chart_view_get_chart (self);
    UpstandChartPaper paper = {
        .palette = UPSTAND_PALETTE_PRINT,
        .classification = self->classification,
    };
    g_autoptr (GError) error = NULL;
    cairo_surface_t *surface = chart ? upstand_chart_render (chart, &paper, &error) : NULL;

    if (error)
        upstand_dialogs_say (self, _ ("The picture could not be copied"), error->message);
    if (!surface)
        return;

    g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_get_from_surface (surface, 0, 0,
        cairo_image_surface_get_width (surface), cairo_image_surface_get_height (surface));
    g_autoptr (GdkTexture) texture = gdk_texture_new_for_pixbuf (pixbuf);

    gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (self)), texture);
    cairo_surface_destroy (surface);
}

static void
table_asked_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
    upstand_chart_view_set_as_table (data, g_variant_get_boolean (state));
}

static void
show_menu (UpstandChartView *self, double x, double y)
{
    gtk_popover_set_pointing_to (self->menu, &(GdkRectangle){ (int)x, (int)y, 1, 1 });
    gtk_popover_popup (self->menu);
}

static void
secondary_pressed_cb (UpstandChartView *self, int n_press, double x, double y)
{
    show_menu (self, x, y);
}

static gboolean
menu_pressed_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
    show_menu (UPSTAND_CHART_VIEW (widget), gtk_widget_get_width (widget) / 2.0,
        gtk_widget_get_height (widget) / 3.0);
    return TRUE;
}

static void
activated_cb (UpstandChartView *self, gint64 id, int part)
{
    g_signal_emit (self, signals[ACTIVATED], 0, id, part);
}

static void
fill_table (UpstandChartView *self)
{
    UpstandChart *chart = upstand_chart_view_get_chart (self);
    g_autoptr (UpstandSheet) sheet = chart ? upstand_chart_table (chart) : NULL;

    upstand_sheet_table_set_sheet (self->table, sheet);
    self->table_filled = TRUE;
}

static void
upstand_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
    UpstandChartView *self = UPSTAND_CHART_VIEW (widget);
    int natural;

    /* The title keeps clear of the buttons. */
    gtk_widget_measure (
        GTK_WIDGET (self->buttons), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
    upstand_chart_picture_set_corner (self->picture, natural + 12);
    gtk_widget_set_margin_end (GTK_WIDGET (self->title), natural + 12);
    GTK_WIDGET_CLASS (upstand_chart_view_parent_class)
        ->size_allocate (widget, width, height, baseline);
    gtk_popover_present (self->menu);
}

static void
upstand_chart_view_dispose (GObject *object)
{
    UpstandChartView *self = UPSTAND_CHART_VIEW (object);

    g_clear_pointer ((GtkWidget **)&self->menu, gtk_widget_unparent);
    g_clear_object (&self->as_table);
    g_clear_pointer (&self->classification, g_free);
    G_OBJECT_CLASS (upstand_chart_view_parent_class)->dispose (object);
}

static void
upstand_chart_view_class_init (UpstandChartViewClass *class)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

    G_OBJECT_CLASS (class)->dispose = upstand_chart_view_dispose;
    widget_class->size_allocate = upstand_chart_view_size_allocate;
    signals[ACTIVATED] = g_signal_new ("activated", UPSTAND_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0,
        NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT);
    signals[PRINTED] = g_signal_new (
        "printed", UPSTAND_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
    signals[SAVED] = g_signal_new ("saved", UPSTAND_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);
    gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_pressed_cb, NULL);
    gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_pressed_cb, NULL);
    gtk_widget_class_add_binding_action (
        widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "chart.copy", NULL);
}

static GMenuModel *
make_menu (void)
{
    GMenu *menu = g_menu_new ();

    g_menu_append (menu, _ ("Show as _Table"), "chart.as-table");
    g_menu_append (menu, _ ("_Copy Picture"), "chart.copy");
    g_menu_append (menu, _ ("Save as P_NG…"), "chart.save-png");
    g_menu_append (menu, _ ("Save as P_DF…"), "chart.save-pdf");
    g_menu_append (menu, _ ("_Print…"), "chart.print");
    return G_MENU_MODEL (menu);
}

static void
add_actions (UpstandChartView *self)
{
    static const GActionEntry entries[] = {
        { .name = "copy", .activate = copy_asked_cb },
        { .name = "save-png", .activate = png_asked_cb },
        { .name = "save-pdf", .activate = pdf_asked_cb },
        { .name = "print", .activate = print_asked_cb },
        { .name = "as-table", .state = "false", .change_state = table_asked_cb },
    };
    g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

    g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
    self->as_table = G_SIMPLE_ACTION (
        g_object_ref (g_action_map_lookup_action (G_ACTION_MAP (group), "as-table")));
    gtk_widget_insert_action_group (GTK_WIDGET (self), "chart", G_ACTION_GROUP (group));
}

static void
add_buttons (UpstandChartView *self, GtkOverlay *overlay)
{
    GtkWidget *as_table = gtk_toggle_button_new ();
    GtkWidget *more = gtk_menu_button_new ();
    g_autoptr (GMenuModel) menu = make_menu ();
    const char *name = _ ("Show as table"), *others = _ ("Copy or save the chart");

    self->buttons = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
    gtk_button_set_icon_name (GTK_BUTTON (as_table), "view-list-symbolic");
    gtk_actionable_set_action_name (GTK_ACTIONABLE (as_table), "chart.as-table");
    gtk_widget_set_tooltip_text (as_table, name);
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (as_table), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (more), "view-more-symbolic");
    gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (more), menu);
    gtk_widget_set_tooltip_text (more, others);
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (more), GTK_ACCESSIBLE_PROPERTY_LABEL, others, -1);
    gtk_widget_add_css_class (as_table, "flat");
    gtk_widget_add_css_class (more, "flat");
    gtk_box_append (self->buttons, as_table);
    gtk_box_append (self->buttons, more);
    gtk_widget_set_halign (GTK_WIDGET (self->buttons), GTK_ALIGN_END);
    gtk_widget_set_valign (GTK_WIDGET (self->buttons), GTK_ALIGN_START);
    gtk_widget_set_margin_top (GTK_WIDGET (self->buttons), 6);
    gtk_widget_set_margin_end (GTK_WIDGET (self->buttons), 6);
    gtk_overlay_add_overlay (overlay, GTK_WIDGET (self->buttons));
}

static void
upstand_chart_view_init (UpstandChartView *self)
{
    GtkWidget *overlay = gtk_overlay_new ();
    GtkGesture *secondary = gtk_gesture_click_new ();
    g_autoptr (GMenuModel) menu = make_menu ();

    self->stack = GTK_STACK (gtk_stack_new ());
    gtk_stack_set_vhomogeneous (self->stack, FALSE);
    self->picture = UPSTAND_CHART_PICTURE (upstand_chart_picture_new ());
    self->table = UPSTAND_SHEET_TABLE (upstand_sheet_table_new ());
    g_signal_connect_swapped (self->picture, "activated", G_CALLBACK (activated_cb), self);
    self->title = GTK_LABEL (gtk_label_new (NULL));
    gtk_label_set_xalign (self->title, 0);
    gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
    gtk_widget_set_size_request (GTK_WIDGET (self->title), -1, TITLE_HEIGHT);
    gtk_widget_set_margin_start (GTK_WIDGET (self->title), 12);
    gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->stack));
    add_buttons (self, GTK_OVERLAY (overlay));
    adw_bin_set_child (ADW_BIN (self), overlay);
    add_actions (self);

    self->menu = GTK_POPOVER (gtk_popover_menu_new_from_model (menu));
    gtk_popover_set_has_arrow (self->menu, FALSE);
    gtk_widget_set_halign (GTK_WIDGET (self->menu), GTK_ALIGN_START);
    gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
    gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
    g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (secondary_pressed_cb), self);
    gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
}

GtkWidget *
upstand_chart_view_new (gboolean scrolls)
{
    UpstandChartView *self = g_object_new (UPSTAND_TYPE_CHART_VIEW, NULL);
    GtkWidget *picture = GTK_WIDGET (self->picture);
    GtkWidget *table = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

    if (scrolls) {
        picture = gtk_scrolled_window_new ();
        gtk_scrolled_window_set_policy (
            GTK_SCROLLED_WINDOW (picture), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
        gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (picture), TRUE);
        gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (picture), GTK_WIDGET (self->picture));
    }
    gtk_stack_add_named (self->stack, picture, "picture");
    gtk_stack_add_named (self->stack, table, "table");
    gtk_box_append (GTK_BOX (table), GTK_WIDGET (self->title));
    gtk_box_append (GTK_BOX (table), GTK_WIDGET (self->table));
    gtk_widget_set_vexpand (GTK_WIDGET (self->table), TRUE);
    return GTK_WIDGET (self);
}

void
upstand_chart_view_set_chart (UpstandChartView *self, UpstandChart *chart)
{
    g_return_if_fail (UPSTAND_IS_CHART_VIEW (self));

    upstand_chart_picture_set_chart (self->picture, chart);
    gtk_label_set_text (self->title, chart ? upstand_chart_get_title (chart) : "");
    self->table_filled = FALSE;
    if (upstand_chart_view_get_as_table (self))
        fill_table (self);
}

UpstandChart *
upstand_chart_view_get_chart (UpstandChartView *self)
{
    g_return_val_if_fail (UPSTAND_IS_CHART_VIEW (self), NULL);
    return upstand_chart_picture_get_chart (self->picture);
}

void
upstand_chart_view_set_days (UpstandChartView *self, UpstandDay from, UpstandDay to)
{
    g_return_if_fail (UPSTAND_IS_CHART_VIEW (self));
    upstand_chart_picture_set_days (self->picture, from, to);
}

void
upstand_chart_view_set_classification (UpstandChartView *self, const char *classification)
{
    g_return_if_fail (UPSTAND_IS_CHART_VIEW (self));
    g_free (self->classification);
    self->classification = g_strdup (classification);
}

gboolean
upstand_chart_view_get_as_table (UpstandChartView *self)
{
    g_return_val_if_fail (UPSTAND_IS_CHART_VIEW (self), FALSE);
    return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "table") == 0;
}

void
upstand_chart_view_set_as_table (UpstandChartView *self, gboolean as_table)
{
    g_return_if_fail (UPSTAND_IS_CHART_VIEW (self));

    if (as_table && !self->table_filled)
        fill_table (self);
    gtk_stack_set_visible_child_name (self->stack, as_table ? "table" : "picture");
    g_simple_action_set_state (self->as_table, g_variant_new_boolean (as_table));
}

UpstandChartPicture *
upstand_chart_view_get_picture (UpstandChartView *self)
{
    g_return_val_if_fail (UPSTAND_IS_CHART_VIEW (self), NULL);
    return self->picture;
}

void
upstand_chart_view_save (UpstandChartView *self, GFile *file)
{
    g_return_if_fail (UPSTAND_IS_CHART_VIEW (self) && G_IS_FILE (file));

    UpstandChart *chart = upstand_chart_view_get_chart (self);
    Saving *saving;

    if (!chart)
        return;
    saving = g_new0 (Saving, 1);
    saving->chart = upstand_chart_ref (chart);
    saving->file = g_object_ref (file);
    saving->classification = g_strdup (self->classification);

    g_autoptr (UpstandJob) job =
        upstand_job_new (_ ("Saving the chart"), save, saving, saving_free, NULL);

    g_object_set_data_full (G_OBJECT (job), "file", g_object_ref (file), g_object_unref);
    upstand_job_start (job, saved_cb, g_object_ref (self));
}
