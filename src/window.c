/* SPDX-License-Identifier: MIT */
#include "window-private.h"

#include <glib/gi18n.h>

#include "database/backup.h"
#include "pages/page.h"
#include "pages/pages.h"
#include "pages/problem-page.h"
#include "pages/search-panel.h"
#include "pages/start-page.h"
#include "records/plan.h"
#include "widgets/desk.h"
#include "widgets/dialogs.h"
#include "widgets/job-row.h"

/* How often the plan is asked whether somebody else has saved, while the window is in use. */
#define POLL_SECONDS 3

#define USUAL_WIDTH 1120
#define USUAL_HEIGHT 760
#define LEAST_SIZE 600

G_DEFINE_FINAL_TYPE (UpstandWindow, upstand_window, ADW_TYPE_APPLICATION_WINDOW)

static const UpstandPageClass *
peek_page_class (GType type)
{
    /* Kept: a class that has been made once is needed again. */
    gpointer klass = g_type_class_peek (type);
    return klass ? klass : g_type_class_ref (type);
}

static UpstandPage *
page_in (GtkWidget *holder)
{
    return holder ? (UpstandPage *)adw_bin_get_child (ADW_BIN (holder)) : NULL;
}

/* The page of that type, made now if it has not been shown before. */
static UpstandPage *
ensure_page (UpstandWindow *self, const char *name)
{
    GtkWidget *holder = adw_view_stack_get_child_by_name (self->pages, name);
    if (!holder || !self->store)
        return NULL;
    if (page_in (holder))
        return page_in (holder);
    const GType *types = upstand_pages_get_types ();
    for (guint i = 0; types[i]; i++) {
        if (!g_str_equal (peek_page_class (types[i])->name, name))
            continue;
        UpstandPage *page = g_object_new (types[i], NULL);
        upstand_page_set_today (page, self->today);
        adw_bin_set_child (ADW_BIN (holder), GTK_WIDGET (page));
        upstand_page_set_store (page, self->store);
        break;
    }
    return page_in (holder);
}

typedef gboolean (*PageFunc) (UpstandWindow *self, UpstandPage *page);

/* Calls @func for each page that has been made; FALSE as soon as it says so. */
static gboolean
each_page (UpstandWindow *self, PageFunc func)
{
    for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); child;
         child = gtk_widget_get_next_sibling (child)) {
        UpstandPage *page = page_in (child);
        if (page && !func (self, page))
            return FALSE;
    }
    return TRUE;
}

static gboolean
save_page (UpstandWindow *self, UpstandPage *page)
{
    return upstand_page_save_pending (page);
}

static gboolean
date_page (UpstandWindow *self, UpstandPage *page)
{
    upstand_page_set_today (page, self->today);
    return TRUE;
}

static void
page_chosen_cb (UpstandWindow *self)
{
    const char *name = adw_view_stack_get_visible_child_name (self->pages);
    if (name && self->store)
        ensure_page (self, name);
}

static void
add_pages (UpstandWindow *self)
{
    const GType *types = upstand_pages_get_types ();
    guint n = 0;
    for (; types[n]; n++) {
        const UpstandPageClass *klass = peek_page_class (types[n]);
        adw_view_stack_add_titled_with_icon (
            self->pages, adw_bin_new (), klass->name, _ (klass->title), klass->icon_name);
    }
    adw_view_switcher_title_set_view_switcher_enabled (self->title, n > 1);
}

static void
remove_pages (UpstandWindow *self)
{
    GtkWidget *child;
    while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pages))))
        adw_view_stack_remove (self->pages, child);
}

static void
show_titles (UpstandWindow *self)
{
    g_autofree char *name = self->file ? g_file_get_basename (self->file) : NULL;
    g_autofree char *shown = name ? g_filename_display_name (name) : NULL;
    g_autofree char *force = self->store ? upstand_plan_get_force (self->store) : NULL;
    gboolean read_only = self->store && upstand_store_is_read_only (self->store);
    g_autofree char *fixed =
        self->store ? upstand_store_get_setting (self->store, UPSTAND_SETTING_TODAY) : NULL;
    g_autofree char *day = upstand_date_format (self->today, UPSTAND_DATE_SHORT);
    g_autofree char *marked = read_only ? g_strdup_printf (_ ("%s (read only)"), shown)
                              : fixed   ? g_strdup_printf (_ ("%s, as at %s"), shown, day)
                                        : g_strdup (shown);
    const char *title = force && *force ? force : _ ("Upstand");
    adw_view_switcher_title_set_title (self->title, title);
    adw_view_switcher_title_set_subtitle (self->title, marked);
    if (marked && self->store) {
        g_autofree char *whole = g_strdup_printf (C_ ("window title", "%s: %s"), title, marked);
        gtk_window_set_title (GTK_WINDOW (self), whole);
    } else {
        gtk_window_set_title (GTK_WINDOW (self), title);
    }
}

static void
show_state (UpstandWindow *self, const char *name, GtkWidget *page)
{
    if (page) {
        GtkWidget *old = gtk_stack_get_child_by_name (self->states, name);
        if (old)
            gtk_stack_remove (self->states, old);
        gtk_stack_add_named (self->states, page, name);
    }
    gtk_stack_set_visible_child_name (self->states, name);
    gboolean plan = self->store != NULL;
    /* A tooltip that changes on a button that is seen asks the display where the pointer is. */
    upstand_window_update_actions (self);
    gtk_widget_set_visible (self->undo_button, plan);
    gtk_widget_set_visible (self->redo_button, plan);
    gtk_widget_set_visible (GTK_WIDGET (self->search_button), plan);
    adw_view_switcher_title_set_view_switcher_enabled (
        self->title, plan && upstand_pages_get_types ()[0] && upstand_pages_get_types ()[1]);
    show_titles (self);
}

static void
show_problem (UpstandWindow *self, const GError *error)
{
    show_state (self, "problem", upstand_problem_page_new (self->file, error));
}

static void
copy_and_open_cb (GtkButton *button, UpstandWindow *self)
{
    gtk_widget_activate_action (GTK_WIDGET (self), "win.copy-plan", NULL);
}

/* A plan that is only read says so for as long as it is open. */
static void
show_banner (UpstandWindow *self)
{
    gboolean read_only = self->store && upstand_store_is_read_only (self->store);
    if (read_only && !gtk_revealer_get_child (self->banner)) {
        GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
        gtk_widget_add_css_class (box, "upstand-banner");
        GtkWidget *words =
            gtk_label_new (_ ("This plan is open to be read. Nothing in it can be changed."));
        gtk_label_set_wrap (GTK_LABEL (words), TRUE);
        gtk_label_set_xalign (GTK_LABEL (words), 0);
        gtk_widget_set_hexpand (words, TRUE);
        gtk_box_append (GTK_BOX (box), words);
        GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Work in a _copy…"));
        g_signal_connect (button, "clicked", G_CALLBACK (copy_and_open_cb), self);
        gtk_box_append (GTK_BOX (box), button);
        gtk_revealer_set_child (self->banner, box);
    }
    gtk_revealer_set_reveal_child (self->banner, read_only);
}

static gpointer
check_plan (UpstandJob *job, gpointer path, GError **error)
{
    g_autoptr (UpstandDatabase) database =
        upstand_database_open_again (path, UPSTAND_DATABASE_READ_ONLY, error);
    if (database)
        upstand_database_check (database, upstand_job_get_cancellable (job), error);
    return NULL;
}

static void
plan_checked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
    g_autoptr (UpstandWindow) self = user_data;
    UpstandJob *job = UPSTAND_JOB (object);
    g_autoptr (GError) error = NULL;
    gboolean sound = upstand_job_finish (job, result, NULL, &error);
    if (self->check != job)
        return;
    g_clear_object (&self->check);
    if (!self->gone && !sound && g_error_matches (error, UPSTAND_ERROR, UPSTAND_ERROR_DAMAGED) &&
        self->store) {
        upstand_window_save_pending (self);
        upstand_window_close_plan (self);
        show_problem (self, error);
    }
}

/* The whole file is looked through in the background, and only once the first frame is out. */
static gboolean
frame_passed_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
    UpstandWindow *self = UPSTAND_WINDOW (widget);
    if (++self->frames < 2)
        return G_SOURCE_CONTINUE;
    self->tick = 0;
    if (self->store && !self->check) {
        g_autofree char *path = g_file_get_path (self->file);
        self->check =
            upstand_job_new (_ ("Checking the file"), check_plan, g_strdup (path), g_free, NULL);
        upstand_job_start (self->check, plan_checked_cb, g_object_ref (self));
    }
    return G_SOURCE_REMOVE;
}

static gboolean
poll_cb (gpointer user_data)
{
    UpstandWindow *self = user_data;
    if (!self->store)
        return G_SOURCE_CONTINUE;
    upstand_store_poll (self->store);
    UpstandDay today = upstand_plan_get_today (self->store);
    if (today != self->today) {
        self->today = today;
        each_page (self, date_page);
    }
    return G_SOURCE_CONTINUE;
}

static void
active_changed_cb (UpstandWindow *self)
{
    if (gtk_window_is_active (GTK_WINDOW (self)))
        poll_cb (self);
}

static void
plan_changed_cb (UpstandWindow *self)
{
    upstand_window_update_actions (self);
    show_titles (self);
}

static void
fill_search (GtkMenuButton *button, gpointer user_data)
{
    UpstandWindow *self = user_data;
    GtkPopover *panel = gtk_menu_button_get_popover (button);
    if (!panel) {
        panel = GTK_POPOVER (upstand_search_panel_new ());
        gtk_menu_button_set_popover (button, GTK_WIDGET (panel));
    }
    upstand_search_panel_set_store (UPSTAND_SEARCH_PANEL (panel), self->store);
}

static void
note_size (UpstandWindow *self)
{
    int width, height;
    gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
    upstand_desk_set_number (self->desk, "window-width", MAX (width, LEAST_SIZE));
    upstand_desk_set_number (self->desk, "window-height", MAX (height, LEAST_SIZE));
    upstand_desk_set_yes (
        self->desk, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
    if (!self->store)
        return;
    g_autofree char *place = upstand_window_get_place (self);
    upstand_desk_set_text (self->desk, "last-place", place);
}

static void
closing_confirmed_cb (gpointer owner)
{
    UpstandWindow *self = owner;
    self->may_close = TRUE;
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
upstand_window_close_request (GtkWindow *window)
{
    UpstandWindow *self = UPSTAND_WINDOW (window);
    if (!self->may_close && gtk_widget_get_first_child (GTK_WIDGET (self->jobs))) {
        upstand_dialogs_confirm (self, _ ("Work is still going on"),
            _ ("It is stopped if the window closes now, and leaves nothing half done behind."),
            _ ("_Stop and close"), TRUE, closing_confirmed_cb, self);
        return GDK_EVENT_STOP;
    }
    if (!upstand_window_save_pending (self) && !self->may_close) {
        upstand_dialogs_confirm (self, _ ("Something is not saved yet"),
            _ ("What you typed last cannot be saved as it stands; the page says why. It is lost if "
               "the window closes now."),
            _ ("_Close all the same"), TRUE, closing_confirmed_cb, self);
        return GDK_EVENT_STOP;
    }
    note_size (self);
    for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->jobs)); row;
         row = gtk_widget_get_next_sibling (row))
        upstand_job_cancel (upstand_job_row_get_job (UPSTAND_JOB_ROW (row)));
    upstand_window_close_plan (self);
    self->gone = TRUE;
    return GTK_WINDOW_CLASS (upstand_window_parent_class)->close_request (window);
}

static void
upstand_window_dispose (GObject *object)
{
    UpstandWindow *self = UPSTAND_WINDOW (object);
    if (!self->gone)
        upstand_window_close_plan (self);
    self->gone = TRUE;
    g_clear_handle_id (&self->poll, g_source_remove);
    g_clear_object (&self->file);
    g_clear_object (&self->desk);
    G_OBJECT_CLASS (upstand_window_parent_class)->dispose (object);
}

static void
upstand_window_class_init (UpstandWindowClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS (klass);
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

    object_class->dispose = upstand_window_dispose;
    GTK_WINDOW_CLASS (klass)->close_request = upstand_window_close_request;

    gtk_widget_class_set_template_from_resource (widget_class, "/uk/upstand/Upstand/window.ui");
    gtk_widget_class_bind_template_child (widget_class, UpstandWindow, toasts);
    gtk_widget_class_bind_template_child (widget_class, UpstandWindow, title);
    gtk_widget_class_bind_template_child (widget_class, UpstandWindow, undo_button);
    gtk_widget_class_bind_template_child (widget_class, UpstandWindow, redo_button);
    gtk_widget_class_bind_template_child (widget_class, UpstandWindow, search_button);
    gtk_widget_class_bind_template_child (widget_class, UpstandWindow, menu_button);
    gtk_widget_class_bind_template_child (widget_class, UpstandWindow, banner);
    gtk_widget_class_bind_template_child (widget_class, UpstandWindow, states);
    gtk_widget_class_bind_template_child (widget_class, UpstandWindow, pages);
    gtk_widget_class_bind_template_child (widget_class, UpstandWindow, bar);
    gtk_widget_class_bind_template_child (widget_class, UpstandWindow, jobs);

    upstand_window_install_actions (widget_class);
}

static void
upstand_window_init (UpstandWindow *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
    self->today = upstand_plan_get_today (NULL);
    gtk_menu_button_set_create_popup_func (self->menu_button, upstand_window_fill_menu, self, NULL);
    gtk_menu_button_set_create_popup_func (self->search_button, fill_search, self, NULL);
    g_object_bind_property (self->title, "title-visible", self->bar, "reveal", 0);
    g_signal_connect_swapped (
        self->pages, "notify::visible-child", G_CALLBACK (page_chosen_cb), self);
    g_signal_connect (self, "notify::is-active", G_CALLBACK (active_changed_cb), NULL);
    self->poll = g_timeout_add_seconds (POLL_SECONDS, poll_cb, self);
    upstand_window_update_actions (self);
}

UpstandWindow *
upstand_window_new (UpstandApplication *application, GSettings *desk)
{
    UpstandWindow *self = g_object_new (UPSTAND_TYPE_WINDOW, "application", application, NULL);
    g_set_object (&self->desk, desk);
    gtk_window_set_default_size (GTK_WINDOW (self),
        upstand_desk_get_number (desk, "window-width", USUAL_WIDTH),
        upstand_desk_get_number (desk, "window-height", USUAL_HEIGHT));
    if (upstand_desk_get_yes (desk, "window-maximized", FALSE))
        gtk_window_maximize (GTK_WINDOW (self));
    return self;
}

void
upstand_window_close_plan (UpstandWindow *self)
{
    g_return_if_fail (UPSTAND_IS_WINDOW (self));
    if (self->check)
        upstand_job_cancel (self->check);
    g_clear_object (&self->check);
    if (self->tick)
        gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
    self->tick = 0;
    self->frames = 0;
    remove_pages (self);
    GtkPopover *panel = gtk_menu_button_get_popover (self->search_button);
    if (panel)
        upstand_search_panel_set_store (UPSTAND_SEARCH_PANEL (panel), NULL);
    if (self->store)
        g_signal_handlers_disconnect_by_data (self->store, self);
    g_clear_object (&self->store);
    gtk_revealer_set_reveal_child (self->banner, FALSE);
}

void
upstand_window_start (UpstandWindow *self)
{
    g_return_if_fail (UPSTAND_IS_WINDOW (self));
    upstand_window_close_plan (self);
    g_clear_object (&self->file);
    g_autofree char *post = upstand_desk_get_text (self->desk, "post");
    show_state (self, "start", upstand_start_page_new (self->today, post));
}

gboolean
upstand_window_open (UpstandWindow *self, GFile *file, gboolean read_only)
{
    g_return_val_if_fail (UPSTAND_IS_WINDOW (self) && G_IS_FILE (file), FALSE);
    if (self->gone)
        return FALSE;
    g_autoptr (GFile) kept = g_object_ref (file);
    upstand_window_close_plan (self);
    g_set_object (&self->file, kept);

    g_autoptr (GError) error = NULL;
    g_autofree char *path = g_file_get_path (kept);
    if (!path) {
        g_set_error_literal (&error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND,
            _ ("A plan is opened from a folder of this computer. Copy it here first."));
        show_problem (self, error);
        return FALSE;
    }
    g_autofree char *post = upstand_desk_get_text (self->desk, "post");
    self->store =
        upstand_plan_open (path, read_only ? UPSTAND_DATABASE_READ_ONLY : UPSTAND_DATABASE_WRITE,
            *post ? post : NULL, &error);
    if (!self->store) {
        show_problem (self, error);
        return FALSE;
    }
    self->today = upstand_plan_get_today (self->store);
    g_signal_connect_swapped (self->store, "changed::batch", G_CALLBACK (plan_changed_cb), self);
    g_autofree char *uri = g_file_get_uri (kept);
    upstand_desk_note_plan (self->desk, uri);
    add_pages (self);
    page_chosen_cb (self);
    show_state (self, "plan", NULL);
    show_banner (self);
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_passed_cb, NULL, NULL);
    return TRUE;
}

GFile *
upstand_window_get_file (UpstandWindow *self)
{
    g_return_val_if_fail (UPSTAND_IS_WINDOW (self), NULL);
    return self->file;
}

UpstandStore *
upstand_window_get_store (UpstandWindow *self)
{
    g_return_val_if_fail (UPSTAND_IS_WINDOW (self), NULL);
    return self->store;
}

gboolean
upstand_window_save_pending (UpstandWindow *self)
{
    g_return_val_if_fail (UPSTAND_IS_WINDOW (self), TRUE);
    return !self->store || each_page (self, save_page);
}

char *
upstand_window_get_place (UpstandWindow *self)
{
    g_return_val_if_fail (UPSTAND_IS_WINDOW (self), NULL);
    const char *name = adw_view_stack_get_visible_child_name (self->pages);
    UpstandPage *page = page_in (adw_view_stack_get_visible_child (self->pages));
    g_autofree char *place = page ? upstand_page_get_place (page) : NULL;
    return g_strconcat (name ? name : "", "\n", place ? place : "", NULL);
}

void
upstand_window_set_place (UpstandWindow *self, const char *place)
{
    g_return_if_fail (UPSTAND_IS_WINDOW (self));
    if (!place || !self->store)
        return;
    g_auto (GStrv) parts = g_strsplit (place, "\n", 2);
    if (!parts[0] || !adw_view_stack_get_child_by_name (self->pages, parts[0]))
        return;
    UpstandPage *page = ensure_page (self, parts[0]);
    adw_view_stack_set_visible_child_name (self->pages, parts[0]);
    if (page && parts[1] && *parts[1])
        upstand_page_set_place (page, parts[1]);
}

gboolean
upstand_window_show_record (UpstandWindow *self, const char *table, gint64 id)
{
    g_return_val_if_fail (UPSTAND_IS_WINDOW (self) && table, FALSE);
    const GType *types = upstand_pages_get_types ();
    for (guint i = 0; self->store && types[i]; i++) {
        const UpstandPageClass *klass = peek_page_class (types[i]);
        if (!klass->tables || !g_strv_contains (klass->tables, table))
            continue;
        UpstandPage *page = ensure_page (self, klass->name);
        adw_view_stack_set_visible_child_name (self->pages, klass->name);
        if (upstand_page_show_record (page, table, id))
            return TRUE;
    }
    return FALSE;
}

void
upstand_window_show_job (UpstandWindow *self, UpstandJob *job)
{
    g_return_if_fail (UPSTAND_IS_WINDOW (self) && UPSTAND_IS_JOB (job));
    gtk_box_append (self->jobs, upstand_job_row_new (job));
}

void
upstand_window_run_job (
    UpstandWindow *self, UpstandJob *job, GAsyncReadyCallback done, gpointer user_data)
{
    g_return_if_fail (UPSTAND_IS_WINDOW (self) && UPSTAND_IS_JOB (job));
    upstand_job_start (job, done, user_data);
    upstand_window_show_job (self, job);
}

void
upstand_window_toast (UpstandWindow *self, const char *words, const char *button,
    const char *action, GVariant *target)
{
    g_return_if_fail (UPSTAND_IS_WINDOW (self) && words);
    if (self->gone)
        return;
    g_autofree char *escaped = g_markup_escape_text (words, -1);
    AdwToast *toast = adw_toast_new (escaped);
    if (action) {
        adw_toast_set_button_label (toast, button);
        adw_toast_set_action_name (toast, action);
        adw_toast_set_action_target_value (toast, target);
    }
    adw_toast_overlay_add_toast (self->toasts, toast);
}

void
upstand_window_toast_undo (UpstandWindow *self, const char *words)
{
    g_return_if_fail (UPSTAND_IS_WINDOW (self) && words);
    gint64 batch = self->store ? upstand_store_get_last_batch (self->store) : 0;
    upstand_window_toast (self, words, batch ? _ ("Undo") : NULL, batch ? "win.undo-batch" : NULL,
        batch ? g_variant_new_int64 (batch) : NULL);
}
