/* SPDX-License-Identifier: MIT */
#include "widgets/paragraph-row.h"

struct _UpstandParagraphRow {
    AdwPreferencesRow parent_instance;
    GtkTextView *view;
    GtkTextBuffer *buffer;
    GtkWidget *heading; /* the title, small, above the text */
    GtkWidget *placeholder; /* the title in the text's place while there is none */
    guint growing; /* idle source */
};

G_DEFINE_FINAL_TYPE (UpstandParagraphRow, upstand_paragraph_row, ADW_TYPE_PREFERENCES_ROW)

enum {
    SIGNAL_CHANGED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* An empty row shows its title as a row of one line does; with focus or text it moves up. */
static void
show_title (UpstandParagraphRow *self)
{
    gboolean empty = gtk_text_buffer_get_char_count (self->buffer) == 0 &&
                     !gtk_widget_has_focus (GTK_WIDGET (self->view));
    gtk_widget_set_opacity (self->heading, empty ? 0 : 1);
    gtk_widget_set_visible (self->placeholder, empty);
}

static void
text_changed_cb (GtkTextBuffer *buffer, UpstandParagraphRow *self)
{
    show_title (self);
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
grow_cb (gpointer user_data)
{
    UpstandParagraphRow *self = user_data;
    self->growing = 0;
    gtk_widget_queue_resize (GTK_WIDGET (self->view));
    return G_SOURCE_REMOVE;
}

/* GTK 4.8 lays text out late, at times while the view is given its size, and what it then asks for
 * is lost: a view would stay without height, and its text out of sight. */
static void
extent_changed_cb (GtkAdjustment *extent, UpstandParagraphRow *self)
{
    if (!self->growing &&
        gtk_adjustment_get_upper (extent) > gtk_widget_get_height (GTK_WIDGET (self->view)))
        self->growing = g_idle_add (grow_cb, self);
}

static void
focus_changed_cb (GObject *object, GParamSpec *pspec, UpstandParagraphRow *self)
{
    show_title (self);
    if (gtk_widget_has_focus (GTK_WIDGET (self->view)))
        gtk_widget_add_css_class (GTK_WIDGET (self), "focused");
    else
        gtk_widget_remove_css_class (GTK_WIDGET (self), "focused");
}

static void
title_changed_cb (UpstandParagraphRow *self, GParamSpec *pspec, gpointer user_data)
{
    const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
    gtk_label_set_label (GTK_LABEL (self->heading), title);
    gtk_label_set_label (GTK_LABEL (self->placeholder), title);
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

/* A click anywhere in the row is meant for the text. */
static void
row_clicked_cb (
    GtkGestureClick *gesture, int presses, double x, double y, UpstandParagraphRow *self)
{
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static gboolean
upstand_paragraph_row_grab_focus (GtkWidget *widget)
{
    return gtk_widget_grab_focus (GTK_WIDGET (UPSTAND_PARAGRAPH_ROW (widget)->view));
}

static void
upstand_paragraph_row_dispose (GObject *object)
{
    g_clear_handle_id (&UPSTAND_PARAGRAPH_ROW (object)->growing, g_source_remove);
    G_OBJECT_CLASS (upstand_paragraph_row_parent_class)->dispose (object);
}

static void
upstand_paragraph_row_class_init (UpstandParagraphRowClass *klass)
{
    G_OBJECT_CLASS (klass)->dispose = upstand_paragraph_row_dispose;
    GTK_WIDGET_CLASS (klass)->grab_focus = upstand_paragraph_row_grab_focus;
    signals[SIGNAL_CHANGED] = g_signal_new ("changed", UPSTAND_TYPE_PARAGRAPH_ROW,
        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
upstand_paragraph_row_init (UpstandParagraphRow *self)
{
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
    GtkWidget *overlay = gtk_overlay_new ();
    self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
    self->buffer = gtk_text_view_get_buffer (self->view);
    self->heading = gtk_label_new (NULL);
    self->placeholder = gtk_label_new (NULL);

    gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
    gtk_text_view_set_accepts_tab (self->view, FALSE);
    gtk_text_buffer_set_enable_undo (self->buffer, TRUE);
    gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
    gtk_label_set_xalign (GTK_LABEL (self->placeholder), 0);
    gtk_label_set_ellipsize (GTK_LABEL (self->placeholder), PANGO_ELLIPSIZE_END);
    gtk_widget_set_valign (self->placeholder, GTK_ALIGN_CENTER);
    gtk_widget_set_can_target (self->placeholder, FALSE);
    gtk_widget_add_css_class (self->heading, "subtitle");
    gtk_widget_add_css_class (self->heading, "caption");
    gtk_widget_add_css_class (self->heading, "dim-label");
    gtk_widget_add_css_class (self->placeholder, "dim-label");
    gtk_widget_add_css_class (GTK_WIDGET (self), "paragraph");

    gtk_widget_set_margin_start (self->placeholder, 12);
    gtk_widget_set_margin_end (self->placeholder, 12);
    gtk_box_append (GTK_BOX (box), self->heading);
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view));
    gtk_overlay_set_child (GTK_OVERLAY (overlay), box);
    gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->placeholder);
    gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), overlay);
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
    gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);

    GtkGesture *click = gtk_gesture_click_new ();
    gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
    g_signal_connect (click, "pressed", G_CALLBACK (row_clicked_cb), self);
    g_signal_connect (self->buffer, "changed", G_CALLBACK (text_changed_cb), self);
    GtkAdjustment *extent = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
    gtk_scrollable_set_vadjustment (GTK_SCROLLABLE (self->view), extent);
    g_signal_connect_object (extent, "changed", G_CALLBACK (extent_changed_cb), self, 0);
    g_signal_connect (self->view, "notify::has-focus", G_CALLBACK (focus_changed_cb), self);
    g_signal_connect (self, "notify::title", G_CALLBACK (title_changed_cb), NULL);
    show_title (self);
}

UpstandParagraphRow *
upstand_paragraph_row_new (const char *title)
{
    return g_object_new (UPSTAND_TYPE_PARAGRAPH_ROW, "title", title, NULL);
}

char *
upstand_paragraph_row_get_text (UpstandParagraphRow *self)
{
    g_return_val_if_fail (UPSTAND_IS_PARAGRAPH_ROW (self), NULL);
    GtkTextIter start, end;
    gtk_text_buffer_get_bounds (self->buffer, &start, &end);
    return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

void
upstand_paragraph_row_set_text (UpstandParagraphRow *self, const char *text)
{
    g_return_if_fail (UPSTAND_IS_PARAGRAPH_ROW (self));
    g_autofree char *before = upstand_paragraph_row_get_text (self);
    /* The same text again would move the cursor. */
    if (g_strcmp0 (before, text ? text : "") == 0)
        return;
    gtk_text_buffer_set_text (self->buffer, text ? text : "", -1);
}

void
upstand_paragraph_row_set_editable (UpstandParagraphRow *self, gboolean editable)
{
    g_return_if_fail (UPSTAND_IS_PARAGRAPH_ROW (self));
    gtk_text_view_set_editable (self->view, editable);
    gtk_text_view_set_cursor_visible (self->view, editable);
}

GtkWidget *
upstand_paragraph_row_get_view (UpstandParagraphRow *self)
{
    g_return_val_if_fail (UPSTAND_IS_PARAGRAPH_ROW (self), NULL);
    return GTK_WIDGET (self->view);
}
