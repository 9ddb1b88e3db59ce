/* SPDX-License-Identifier: MIT */
#include "pages/spaces-page.h"

#include <glib/gi18n-lib.h>

#include "pages/profile-view.h"
#include "pages/registers-view.h"
#include "pages/risk-view.h"
#include "pages/space-registers.h"
#include "pages/spaces-view.h"
#include "records/problem-profile.h"
#include "returns/return.h"
#include "widgets/views.h"

struct _UpstandSpacesPage {
    UpstandPage parent_instance;

    UpstandViews *views;
};

G_DEFINE_FINAL_TYPE (UpstandSpacesPage, upstand_spaces_page, UPSTAND_TYPE_PAGE)

#define VIEW_SPACES "spaces"
#define VIEW_PROFILE "profile"
#define VIEW_RISK "risk"
#define VIEW_REGISTERS "registers"
#define RETURN_ID "problem-profile"

/* Views -------------------------------------------------------------------------------------------
 */

static GtkWidget *
make_spaces (gpointer owner)
{
    UpstandPage *page = UPSTAND_PAGE (owner);
    return upstand_spaces_view_new (upstand_page_get_store (page), upstand_page_get_today (page));
}

static GtkWidget *
make_profile (gpointer owner)
{
    UpstandPage *page = UPSTAND_PAGE (owner);
    return upstand_profile_view_new (upstand_page_get_store (page), upstand_page_get_today (page));
}

static GtkWidget *
make_risk (gpointer owner)
{
    UpstandPage *page = UPSTAND_PAGE (owner);
    return upstand_risk_view_new (upstand_page_get_store (page), upstand_page_get_today (page));
}

static GtkWidget *
make_registers (gpointer owner)
{
    UpstandPage *page = UPSTAND_PAGE (owner);
    return GTK_WIDGET (
        upstand_registers_view_new (upstand_space_registers, _ ("Which register is shown"),
            upstand_page_get_store (page), upstand_page_get_today (page)));
}

static const UpstandView views[] = {
    { VIEW_SPACES, N_ ("_Spaces"), N_ ("Where women and girls are at risk, and what is done"),
        make_spaces },
    { VIEW_PROFILE, N_ ("_Profile"), N_ ("Versions of the problem profile, and their use"),
        make_profile },
    { VIEW_RISK, N_ ("R_isk"), N_ ("Risk by kind and version, as a picture"), make_risk },
    { VIEW_REGISTERS, N_ ("_Registers"),
        N_ ("Operations, StreetSafe counts, partners, documents and processes"), make_registers },
    { NULL },
};

static gpointer
show_view (UpstandSpacesPage *self, const char *name)
{
    upstand_views_show (self->views, name);
    return upstand_views_get (self->views, name);
}

/* Actions -----------------------------------------------------------------------------------------
 */

static void
show_version_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    upstand_profile_view_show (
        show_view (UPSTAND_SPACES_PAGE (widget), VIEW_PROFILE), g_variant_get_int64 (parameter));
}

static void
show_risk_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    guint kind, risk;
    g_variant_get (parameter, "(uu)", &kind, &risk);
    upstand_spaces_view_filter_risk (
        show_view (UPSTAND_SPACES_PAGE (widget), VIEW_SPACES), kind, risk);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandSpacesView *view = show_view (UPSTAND_SPACES_PAGE (widget), VIEW_SPACES);
    upstand_register_view_add (
        upstand_detail_view_get_register (upstand_spaces_view_get_detail (view)));
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    const UpstandReturn *what = upstand_return_find (RETURN_ID, NULL);
    if (!what)
        return;
    UpstandPeriod period =
        upstand_period_current (what->cadence, upstand_page_get_today (UPSTAND_PAGE (widget)));
    g_autofree char *label = upstand_period_label (&period);
    gtk_widget_activate_action (widget, "win.export-return", "(ss)", RETURN_ID, label);
}

/* The page ----------------------------------------------------------------------------------------
 */

static void
make_views (UpstandSpacesPage *self)
{
    self->views = upstand_views_new (views, _ ("Views of the spaces"), self);
    adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->views));
    upstand_views_show (self->views, views[0].name);
}

static void
upstand_spaces_page_set_store (UpstandPage *page, UpstandStore *store)
{
    UpstandSpacesPage *self = UPSTAND_SPACES_PAGE (page);
    make_views (self);
    gtk_widget_action_set_enabled (
        GTK_WIDGET (self), "spaces.new", !upstand_store_is_read_only (store));
    gtk_widget_action_set_enabled (
        GTK_WIDGET (self), "spaces.export", upstand_return_find (RETURN_ID, NULL) != NULL);
}

static gint64
find_profile (UpstandSpacesPage *self, const char *table, gint64 id)
{
    UpstandStore *store = upstand_page_get_store (UPSTAND_PAGE (self));
    g_autoptr (UpstandRecord) record = NULL;
    if (g_str_equal (table, "problem_profile"))
        return id;
    if (g_str_equal (table, "profile_use")) {
        record = upstand_store_get (store, &upstand_profile_use_type, id, NULL);
        return record ? ((UpstandProfileUse *)record)->profile_id : 0;
    }
    if (g_str_equal (table, "profile_space")) {
        record = upstand_store_get (store, &upstand_profile_space_type, id, NULL);
        return record ? ((UpstandProfileSpace *)record)->profile_id : 0;
    }
    return 0;
}

static gboolean
upstand_spaces_page_show_record (UpstandPage *page, const char *table, gint64 id)
{
    UpstandSpacesPage *self = UPSTAND_SPACES_PAGE (page);
    if (!self->views)
        return FALSE;
    if (g_str_equal (table, "space"))
        return upstand_detail_view_show (
            upstand_spaces_view_get_detail (show_view (self, VIEW_SPACES)), id);
    gint64 profile = find_profile (self, table, id);
    if (profile)
        return upstand_profile_view_show (show_view (self, VIEW_PROFILE), profile);
    return upstand_registers_view_show (show_view (self, VIEW_REGISTERS), table, id);
}

static gboolean
upstand_spaces_page_save_pending (UpstandPage *page)
{
    UpstandSpacesPage *self = UPSTAND_SPACES_PAGE (page);
    GtkWidget *spaces = self->views ? upstand_views_peek (self->views, VIEW_SPACES) : NULL;
    GtkWidget *profile = self->views ? upstand_views_peek (self->views, VIEW_PROFILE) : NULL;
    return (!spaces || upstand_detail_view_save_pending (
                           upstand_spaces_view_get_detail (UPSTAND_SPACES_VIEW (spaces)))) &&
           (!profile || upstand_profile_view_save_pending (UPSTAND_PROFILE_VIEW (profile)));
}

/* "spaces 1234567 {...}", "profile 1234567", "risk": the view, and what is open in it. */
static char *
upstand_spaces_page_get_place (UpstandPage *page)
{
    UpstandSpacesPage *self = UPSTAND_SPACES_PAGE (page);
    const char *name = self->views ? upstand_views_get_shown (self->views) : NULL;
    if (!name)
        return NULL;
    GtkWidget *view = upstand_views_get (self->views, name);
    g_autofree char *place = NULL;
    if (g_str_equal (name, VIEW_SPACES))
        place = upstand_spaces_view_get_place (UPSTAND_SPACES_VIEW (view));
    else if (g_str_equal (name, VIEW_PROFILE))
        place = g_strdup_printf (
            "%" G_GINT64_FORMAT, upstand_profile_view_get_shown (UPSTAND_PROFILE_VIEW (view)));
    return place ? g_strdup_printf ("%s %s", name, place) : g_strdup (name);
}

static void
upstand_spaces_page_set_place (UpstandPage *page, const char *place)
{
    UpstandSpacesPage *self = UPSTAND_SPACES_PAGE (page);
    g_auto (GStrv) parts = g_strsplit (place, " ", 2);
    if (!self->views || !parts[0] || !upstand_views_show (self->views, parts[0]) || !parts[1])
        return;
    if (g_str_equal (parts[0], VIEW_SPACES))
        upstand_spaces_view_set_place (show_view (self, VIEW_SPACES), parts[1]);
    else if (g_str_equal (parts[0], VIEW_PROFILE))
        upstand_profile_view_show (
            show_view (self, VIEW_PROFILE), g_ascii_strtoll (parts[1], NULL, 10));
}

/* Everything here is counted from the day: the views are made anew where they are. */
static void
today_changed_cb (UpstandSpacesPage *self)
{
    if (!self->views || !upstand_spaces_page_save_pending (UPSTAND_PAGE (self)))
        return;
    g_autofree char *place = upstand_spaces_page_get_place (UPSTAND_PAGE (self));
    make_views (self);
    upstand_spaces_page_set_place (UPSTAND_PAGE (self), place);
}

static void
upstand_spaces_page_class_init (UpstandSpacesPageClass *klass)
{
    static const char *const tables[] = { "space", "operation", "streetsafe", "partner", "document",
        "problem_profile", "profile_space", "profile_use", NULL };
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    UpstandPageClass *page_class = UPSTAND_PAGE_CLASS (klass);

    page_class->name = "spaces";
    page_class->title = N_ ("Spaces");
    page_class->icon_name = "upstand-spaces-symbolic";
    page_class->tables = tables;
    page_class->set_store = upstand_spaces_page_set_store;
    page_class->show_record = upstand_spaces_page_show_record;
    page_class->save_pending = upstand_spaces_page_save_pending;
    page_class->get_place = upstand_spaces_page_get_place;
    page_class->set_place = upstand_spaces_page_set_place;

    gtk_widget_class_install_action (widget_class, "spaces.show-version", "x", show_version_action);
    gtk_widget_class_install_action (widget_class, "spaces.show-risk", "(uu)", show_risk_action);
    gtk_widget_class_install_action (widget_class, "spaces.new", NULL, new_action);
    gtk_widget_class_install_action (widget_class, "spaces.export", NULL, export_action);
}

static void
upstand_spaces_page_init (UpstandSpacesPage *self)
{
    g_signal_connect (self, "notify::today", G_CALLBACK (today_changed_cb), NULL);
}

GtkWidget *
upstand_spaces_page_get_view (UpstandSpacesPage *self, const char *name)
{
    g_return_val_if_fail (UPSTAND_IS_SPACES_PAGE (self), NULL);
    return self->views ? upstand_views_get (self->views, name) : NULL;
}
