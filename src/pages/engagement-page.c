/* SPDX-License-Identifier: MIT */
#include "pages/engagement-page.h"

#include <glib/gi18n-lib.h>

#include "pages/chains-view.h"
#include "pages/coverage-view.h"
#include "pages/engagement-desk.h"
#include "pages/engagement-registers.h"
#include "pages/engagements-view.h"
#include "pages/registers-view.h"
#include "pages/said-view.h"
#include "records/theme.h"
#include "widgets/views.h"

struct _UpstandEngagementPage {
    UpstandPage parent_instance;

    UpstandEngagementDesk *desk;
    UpstandViews *views;
};

G_DEFINE_FINAL_TYPE (UpstandEngagementPage, upstand_engagement_page, UPSTAND_TYPE_PAGE)

#define VIEW_ENGAGEMENTS "engagements"
#define VIEW_CHAINS "chains"
#define VIEW_COVERAGE "coverage"
#define VIEW_REGISTERS "registers"
#define VIEW_SAID "said"

/* Views -------------------------------------------------------------------------------------------
 */

static GtkWidget *
make_engagements (gpointer owner)
{
    UpstandPage *page = UPSTAND_PAGE (owner);
    return upstand_engagements_view_new (
        upstand_page_get_store (page), upstand_page_get_today (page));
}

static GtkWidget *
make_chains (gpointer owner)
{
    return upstand_chains_view_new (UPSTAND_ENGAGEMENT_PAGE (owner)->desk);
}

static GtkWidget *
make_coverage (gpointer owner)
{
    return upstand_coverage_view_new (UPSTAND_ENGAGEMENT_PAGE (owner)->desk);
}

static GtkWidget *
make_registers (gpointer owner)
{
    UpstandPage *page = UPSTAND_PAGE (owner);
    /* Its columns say when each organisation was last met. */
    upstand_engagement_desk_start (UPSTAND_ENGAGEMENT_PAGE (owner)->desk);
    return GTK_WIDGET (
        upstand_registers_view_new (upstand_engagement_registers, _ ("Which register is shown"),
            upstand_page_get_store (page), upstand_page_get_today (page)));
}

static GtkWidget *
make_said (gpointer owner)
{
    return upstand_said_view_new (UPSTAND_ENGAGEMENT_PAGE (owner)->desk);
}

static const UpstandView views[] = {
    { VIEW_ENGAGEMENTS, N_ ("_Engagements"), N_ ("Who was met, when, and what was heard"),
        make_engagements },
    { VIEW_CHAINS, N_ ("What _changed"), N_ ("What became of what was heard"), make_chains },
    { VIEW_COVERAGE, N_ ("_Coverage"), N_ ("Who was heard, and who was not"), make_coverage },
    { VIEW_REGISTERS, N_ ("_Registers"),
        N_ ("Organisations, findings, learning, training material"), make_registers },
    { VIEW_SAID, N_ ("You _said"), N_ ("“You said, we did”, as the public may read it"),
        make_said },
    { NULL },
};

static UpstandEngagementsView *
show_engagements (UpstandEngagementPage *self)
{
    upstand_views_show (self->views, VIEW_ENGAGEMENTS);
    return UPSTAND_ENGAGEMENTS_VIEW (upstand_views_get (self->views, VIEW_ENGAGEMENTS));
}

static UpstandChainsView *
show_chains (UpstandEngagementPage *self)
{
    upstand_views_show (self->views, VIEW_CHAINS);
    return UPSTAND_CHAINS_VIEW (upstand_views_get (self->views, VIEW_CHAINS));
}

/* Actions -----------------------------------------------------------------------------------------
 */

static void
show_cell_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    const char *group, *quarter;
    g_variant_get (parameter, "(&s&s)", &group, &quarter);
    upstand_engagements_view_filter (
        show_engagements (UPSTAND_ENGAGEMENT_PAGE (widget)), group, *quarter ? quarter : NULL);
}

static void
show_late_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    upstand_chains_view_filter (show_chains (UPSTAND_ENGAGEMENT_PAGE (widget)), -1, TRUE);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandEngagementsView *view = show_engagements (UPSTAND_ENGAGEMENT_PAGE (widget));
    upstand_register_view_add (
        upstand_detail_view_get_register (upstand_engagements_view_get_detail (view)));
}

/* The page ----------------------------------------------------------------------------------------
 */

static void
desk_changed_cb (UpstandEngagementPage *self)
{
    GtkWidget *registers = upstand_views_peek (self->views, VIEW_REGISTERS);
    if (registers)
        upstand_registers_view_refresh (UPSTAND_REGISTERS_VIEW (registers));
}

static void
desk_failed_cb (UpstandEngagementPage *self, const char *words)
{
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "(ss)",
        _ ("It could not be worked out who was heard"), words);
}

static void
today_changed_cb (UpstandEngagementPage *self)
{
    if (self->desk)
        upstand_engagement_desk_set_today (
            self->desk, upstand_page_get_today (UPSTAND_PAGE (self)));
}

static void
upstand_engagement_page_set_store (UpstandPage *page, UpstandStore *store)
{
    UpstandEngagementPage *self = UPSTAND_ENGAGEMENT_PAGE (page);
    self->desk = upstand_engagement_desk_new (store, upstand_page_get_today (page));
    upstand_engagement_desk_attach (self->desk, GTK_WIDGET (self));
    self->views = upstand_views_new (views, _ ("Views of engagement"), self);
    g_signal_connect_object (
        self->desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (
        self->desk, "failed", G_CALLBACK (desk_failed_cb), self, G_CONNECT_SWAPPED);
    adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->views));
    gtk_widget_action_set_enabled (
        GTK_WIDGET (self), "engagement.new", !upstand_store_is_read_only (store));
    upstand_views_show (self->views, views[0].name);
}

static gboolean
show_theme (UpstandEngagementPage *self, gint64 id)
{
    return id && upstand_detail_view_show (upstand_chains_view_get_detail (show_chains (self)), id);
}

static gboolean
upstand_engagement_page_show_record (UpstandPage *page, const char *table, gint64 id)
{
    UpstandEngagementPage *self = UPSTAND_ENGAGEMENT_PAGE (page);
    if (!self->views)
        return FALSE;
    if (g_str_equal (table, "engagement"))
        return upstand_detail_view_show (
            upstand_engagements_view_get_detail (show_engagements (self)), id);
    if (g_str_equal (table, "theme"))
        return show_theme (self, id);
    if (g_str_equal (table, "theme_step")) {
        g_autoptr (UpstandThemeStep) step =
            upstand_store_get (upstand_page_get_store (page), &upstand_theme_step_type, id, NULL);
        return step && show_theme (self, step->theme_id);
    }
    upstand_views_show (self->views, VIEW_REGISTERS);
    return upstand_registers_view_show (
        UPSTAND_REGISTERS_VIEW (upstand_views_get (self->views, VIEW_REGISTERS)), table, id);
}

static gboolean
upstand_engagement_page_save_pending (UpstandPage *page)
{
    UpstandEngagementPage *self = UPSTAND_ENGAGEMENT_PAGE (page);
    GtkWidget *engagements =
        self->views ? upstand_views_peek (self->views, VIEW_ENGAGEMENTS) : NULL;
    GtkWidget *chains = self->views ? upstand_views_peek (self->views, VIEW_CHAINS) : NULL;
    return (!engagements || upstand_detail_view_save_pending (upstand_engagements_view_get_detail (
                                UPSTAND_ENGAGEMENTS_VIEW (engagements)))) &&
           (!chains || upstand_detail_view_save_pending (
                           upstand_chains_view_get_detail (UPSTAND_CHAINS_VIEW (chains))));
}

/* "chains 1234567 {...}": the view, and what it says of itself. */
static char *
upstand_engagement_page_get_place (UpstandPage *page)
{
    UpstandEngagementPage *self = UPSTAND_ENGAGEMENT_PAGE (page);
    const char *name = self->views ? upstand_views_get_shown (self->views) : NULL;
    if (!name)
        return NULL;
    GtkWidget *view = upstand_views_get (self->views, name);
    if (UPSTAND_IS_ENGAGEMENTS_VIEW (view)) {
        g_autofree char *place =
            upstand_engagements_view_get_place (UPSTAND_ENGAGEMENTS_VIEW (view));
        return g_strdup_printf ("%s %s", name, place);
    }
    if (UPSTAND_IS_CHAINS_VIEW (view))
        return g_strdup_printf ("%s %" G_GINT64_FORMAT, name,
            upstand_detail_view_get_shown (
                upstand_chains_view_get_detail (UPSTAND_CHAINS_VIEW (view))));
    return g_strdup (name);
}

static void
upstand_engagement_page_set_place (UpstandPage *page, const char *place)
{
    UpstandEngagementPage *self = UPSTAND_ENGAGEMENT_PAGE (page);
    g_auto (GStrv) words = g_strsplit (place, " ", 2);
    if (!self->views || !words[0] || !upstand_views_show (self->views, words[0]) || !words[1])
        return;
    GtkWidget *view = upstand_views_get (self->views, words[0]);
    if (UPSTAND_IS_ENGAGEMENTS_VIEW (view))
        upstand_engagements_view_set_place (UPSTAND_ENGAGEMENTS_VIEW (view), words[1]);
    else if (UPSTAND_IS_CHAINS_VIEW (view))
        show_theme (self, g_ascii_strtoll (words[1], NULL, 10));
}

static void
upstand_engagement_page_dispose (GObject *object)
{
    UpstandEngagementPage *self = UPSTAND_ENGAGEMENT_PAGE (object);
    /* A worker may still hold it; the plan is let go of now. */
    if (self->desk)
        g_object_run_dispose (G_OBJECT (self->desk));
    G_OBJECT_CLASS (upstand_engagement_page_parent_class)->dispose (object);
    g_clear_object (&self->desk);
}

static void
upstand_engagement_page_class_init (UpstandEngagementPageClass *klass)
{
    static const char *const tables[] = { "engagement", "theme", "theme_step", "organisation",
        "finding", "learning", "training_material", NULL };
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    UpstandPageClass *page_class = UPSTAND_PAGE_CLASS (klass);

    G_OBJECT_CLASS (klass)->dispose = upstand_engagement_page_dispose;
    page_class->name = "engagement";
    page_class->title = N_ ("Engagement");
    page_class->icon_name = "upstand-engagement-symbolic";
    page_class->tables = tables;
    page_class->set_store = upstand_engagement_page_set_store;
    page_class->show_record = upstand_engagement_page_show_record;
    page_class->save_pending = upstand_engagement_page_save_pending;
    page_class->get_place = upstand_engagement_page_get_place;
    page_class->set_place = upstand_engagement_page_set_place;

    gtk_widget_class_install_action (
        widget_class, "engagement.show-cell", "(ss)", show_cell_action);
    gtk_widget_class_install_action (widget_class, "engagement.show-late", NULL, show_late_action);
    gtk_widget_class_install_action (widget_class, "engagement.new", NULL, new_action);
}

static void
upstand_engagement_page_init (UpstandEngagementPage *self)
{
    g_signal_connect (self, "notify::today", G_CALLBACK (today_changed_cb), NULL);
}

GtkWidget *
upstand_engagement_page_get_views (UpstandEngagementPage *self)
{
    g_return_val_if_fail (UPSTAND_IS_ENGAGEMENT_PAGE (self), NULL);
    return GTK_WIDGET (self->views);
}
