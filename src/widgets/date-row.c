/* SPDX-License-Identifier: MIT */
#include "widgets/date-row.h"

#include <glib/gi18n-lib.h>

struct _UpstandDateRow {
    AdwEntryRow parent_instance;
    UpstandDay today;
    GtkWidget *button;
    GtkCalendar *calendar; /* made when first opened */
    gboolean filling;
    gboolean picked; /* since the calendar was opened */
};

G_DEFINE_FINAL_TYPE (UpstandDateRow, upstand_date_row, ADW_TYPE_ENTRY_ROW)

enum {
    SIGNAL_CHOSEN,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
take_day (UpstandDateRow *self, UpstandDay day)
{
    upstand_date_row_set_day (self, day);
    self->picked = TRUE;
}

static void
day_selected_cb (GtkCalendar *calendar, UpstandDateRow *self)
{
    if (self->filling)
        return;
    g_autoptr (GDateTime) date = gtk_calendar_get_date (calendar);
    take_day (self, upstand_date_new (g_date_time_get_year (date), g_date_time_get_month (date),
                        g_date_time_get_day_of_month (date)));
}

static void
today_clicked_cb (GtkButton *button, UpstandDateRow *self)
{
    take_day (self, self->today ? self->today : upstand_date_today ());
    gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
}

static void
clear_clicked_cb (GtkButton *button, UpstandDateRow *self)
{
    take_day (self, 0);
    gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
}

static void
calendar_closed_cb (GtkPopover *popover, UpstandDateRow *self)
{
    /* Turning the months selects days too; only the one that stands at the end was meant. */
    if (self->picked)
        g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
    self->picked = FALSE;
}

static void
show_day (UpstandDateRow *self)
{
    UpstandDay day = 0;
    int year, month, day_of_month;
    if (!upstand_date_row_get_day (self, &day, NULL) || !day)
        day = self->today ? self->today : upstand_date_today ();
    upstand_date_split (day, &year, &month, &day_of_month);
    g_autoptr (GDateTime) date = g_date_time_new_local (year, month, day_of_month, 12, 0, 0);
    self->filling = TRUE;
    gtk_calendar_select_day (self->calendar, date);
    self->filling = FALSE;
}

static void
make_calendar_cb (GtkMenuButton *button, gpointer user_data)
{
    UpstandDateRow *self = user_data;
    if (self->calendar) {
        show_day (self);
        return;
    }
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
    GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
    GtkWidget *today = gtk_button_new_with_mnemonic (_ ("_Today"));
    GtkWidget *clear = gtk_button_new_with_mnemonic (_ ("_No date"));
    self->calendar = GTK_CALENDAR (gtk_calendar_new ());
    gtk_widget_set_hexpand (today, TRUE);
    gtk_widget_set_hexpand (clear, TRUE);
    gtk_box_append (GTK_BOX (buttons), today);
    gtk_box_append (GTK_BOX (buttons), clear);
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->calendar));
    gtk_box_append (GTK_BOX (box), buttons);
    g_signal_connect (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
    g_signal_connect (today, "clicked", G_CALLBACK (today_clicked_cb), self);
    g_signal_connect (clear, "clicked", G_CALLBACK (clear_clicked_cb), self);

    GtkWidget *popover = gtk_popover_new ();
    gtk_popover_set_child (GTK_POPOVER (popover), box);
    g_signal_connect (popover, "closed", G_CALLBACK (calendar_closed_cb), self);
    gtk_menu_button_set_popover (button, popover);
    show_day (self);
}

static void
upstand_date_row_class_init (UpstandDateRowClass *klass)
{
    signals[SIGNAL_CHOSEN] = g_signal_new (
        "chosen", UPSTAND_TYPE_DATE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
upstand_date_row_init (UpstandDateRow *self)
{
    self->button = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "x-office-calendar-symbolic",
        "tooltip-text", _ ("Calendar"), "valign", GTK_ALIGN_CENTER, NULL);
    gtk_widget_add_css_class (self->button, "flat");
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Calendar"), -1);
    gtk_menu_button_set_create_popup_func (
        GTK_MENU_BUTTON (self->button), make_calendar_cb, self, NULL);
    adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), self->button);
}

UpstandDateRow *
upstand_date_row_new (const char *title)
{
    return g_object_new (UPSTAND_TYPE_DATE_ROW, "title", title, NULL);
}

void
upstand_date_row_set_today (UpstandDateRow *self, UpstandDay today)
{
    g_return_if_fail (UPSTAND_IS_DATE_ROW (self));
    self->today = today;
}

void
upstand_date_row_set_day (UpstandDateRow *self, UpstandDay day)
{
    g_return_if_fail (UPSTAND_IS_DATE_ROW (self));
    g_autofree char *text = upstand_date_format (day, UPSTAND_DATE_SHORT);
    gtk_editable_set_text (GTK_EDITABLE (self), text);
}

gboolean
upstand_date_row_get_day (UpstandDateRow *self, UpstandDay *day, GError **error)
{
    g_return_val_if_fail (UPSTAND_IS_DATE_ROW (self) && day, FALSE);
    return upstand_date_parse (gtk_editable_get_text (GTK_EDITABLE (self)),
        self->today ? self->today : upstand_date_today (), day, error);
}
