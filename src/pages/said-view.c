/* SPDX-License-Identifier: MIT */
#include "pages/said-view.h"

#include <glib/gi18n-lib.h>

#include "returns/return.h"
#include "widgets/sheet-table.h"

#define RETURN "engagement"
#define SHEET "said-did"

struct _UpstandSaidView {
    AdwBin parent_instance;

    UpstandEngagementDesk *desk;
    UpstandBook *book; /* its sheets read the plan while they are shown */
    gboolean stale; /* something changed while the view was not seen */
    GtkStack *stack;
    AdwStatusPage *empty;
    UpstandSheetTable *table;
};

G_DEFINE_FINAL_TYPE (UpstandSaidView, upstand_said_view, ADW_TYPE_BIN)

static UpstandPeriod
get_period (UpstandSaidView *self)
{
    return upstand_period_current (
        UPSTAND_PERIOD_QUARTERLY, upstand_engagement_desk_get_today (self->desk));
}

static UpstandSheet *
build (UpstandSaidView *self, GError **error)
{
    const UpstandReturn *what = upstand_return_find (RETURN, error);
    if (!what)
        return NULL;
    const UpstandReturnRequest request = {
        .database = upstand_store_get_database (upstand_engagement_desk_get_store (self->desk)),
        .period = get_period (self),
        .today = upstand_engagement_desk_get_today (self->desk),
        .classification = what->classification,
    };
    g_clear_object (&self->book);
    self->book = what->build (&request, error);
    int sheet = self->book ? upstand_book_find_sheet (self->book, SHEET) : -1;
    return sheet >= 0 ? upstand_book_get_sheet (self->book, sheet) : NULL;
}

static void
fill (UpstandSaidView *self)
{
    g_autoptr (GError) error = NULL;
    UpstandSheet *sheet = build (self, &error);
    self->stale = FALSE;
    upstand_sheet_table_set_sheet (self->table, sheet);
    adw_status_page_set_description (self->empty,
        error ? error->message
              : _ ("A theme is told here once something was changed or decided about it, and it is"
                   " marked “May be told to the public”."));
    gtk_stack_set_visible_child_name (
        self->stack, upstand_sheet_table_get_n_rows (self->table) > 0 ? "table" : "empty");
}

static void
changed_cb (UpstandSaidView *self)
{
    self->stale = TRUE;
    if (gtk_widget_get_mapped (GTK_WIDGET (self)))
        fill (self);
}

static void
export_clicked_cb (UpstandSaidView *self)
{
    UpstandPeriod period = get_period (self);
    g_autofree char *label = upstand_period_label (&period);
    gtk_widget_activate_action (GTK_WIDGET (self), "win.export-return", "(ss)", RETURN, label);
}

/* Life --------------------------------------------------------------------------------------------
 */

static void
upstand_said_view_map (GtkWidget *widget)
{
    UpstandSaidView *self = UPSTAND_SAID_VIEW (widget);
    GTK_WIDGET_CLASS (upstand_said_view_parent_class)->map (widget);
    if (self->stale)
        fill (self);
}

static void
upstand_said_view_dispose (GObject *object)
{
    UpstandSaidView *self = UPSTAND_SAID_VIEW (object);
    G_OBJECT_CLASS (upstand_said_view_parent_class)->dispose (object);
    g_clear_object (&self->book);
    g_clear_object (&self->desk);
}

static void
upstand_said_view_class_init (UpstandSaidViewClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    G_OBJECT_CLASS (klass)->dispose = upstand_said_view_dispose;
    widget_class->map = upstand_said_view_map;
}

static GtkWidget *
make_head (UpstandSaidView *self)
{
    GtkWidget *head = g_object_new (GTK_TYPE_BOX, "spacing", 12, "margin-start", 12, "margin-end",
        12, "margin-top", 6, "margin-bottom", 6, NULL);
    GtkWidget *words =
        g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "hexpand", TRUE, "label",
            _ ("What may be told to those who were asked: no small numbers, no places, no"
               " people. The export keeps it with the other public tables."),
            NULL);
    GtkWidget *button = gtk_button_new_with_mnemonic (_ ("E_xport…"));
    gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
    gtk_widget_set_tooltip_text (button, _ ("Export the engagement report; choose a public copy"));
    g_signal_connect_object (
        button, "clicked", G_CALLBACK (export_clicked_cb), self, G_CONNECT_SWAPPED);
    gtk_box_append (GTK_BOX (head), words);
    gtk_box_append (GTK_BOX (head), button);
    return head;
}

static GtkWidget *
make_empty (UpstandSaidView *self)
{
    GtkWidget *button = gtk_button_new_with_mnemonic (_ ("See what was _heard"));
    gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
    gtk_widget_add_css_class (button, "pill");
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "views.show");
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "chains");
    self->empty = ADW_STATUS_PAGE (g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name",
        "upstand-engagement-symbolic", "title", _ ("Nothing to tell yet"), "child", button, NULL));
    return GTK_WIDGET (self->empty);
}

static void
upstand_said_view_init (UpstandSaidView *self)
{
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
    self->table = UPSTAND_SHEET_TABLE (upstand_sheet_table_new ());
    self->stack = GTK_STACK (gtk_stack_new ());
    gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
    gtk_stack_add_named (self->stack, GTK_WIDGET (self->table), "table");
    gtk_stack_add_named (self->stack, make_empty (self), "empty");
    gtk_box_append (GTK_BOX (box), make_head (self));
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
    adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
upstand_said_view_new (UpstandEngagementDesk *desk)
{
    g_return_val_if_fail (UPSTAND_IS_ENGAGEMENT_DESK (desk), NULL);
    UpstandSaidView *self = g_object_new (UPSTAND_TYPE_SAID_VIEW, NULL);
    self->desk = g_object_ref (desk);
    self->stale = TRUE;
    g_signal_connect_object (desk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    upstand_engagement_desk_start (desk);
    return GTK_WIDGET (self);
}

guint
upstand_said_view_get_n_rows (UpstandSaidView *self)
{
    g_return_val_if_fail (UPSTAND_IS_SAID_VIEW (self), 0);
    return upstand_sheet_table_get_n_rows (self->table);
}
