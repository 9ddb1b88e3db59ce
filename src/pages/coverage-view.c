/* SPDX-License-Identifier: MIT */
#include "pages/coverage-view.h"

#include <glib/gi18n-lib.h>

#include "charts/engagement-charts.h"
#include "pages/chart-log.h"
#include "pages/section-list.h"

/* So many rows are read; what is left is counted, and its register has all of it. */
#define MOST_ROWS 25

static const struct {
    const char *title, *empty;
} texts[UPSTAND_N_COVERAGE_LISTS] = {
    [UPSTAND_COVERAGE_MISSING] = { N_ ("Not heard this quarter"),
        N_ ("Every group on the list was heard.") },
    [UPSTAND_COVERAGE_LATE] = { N_ ("Said to us, and standing still"),
        N_ ("Nothing that was heard stands still for too long.") },
    [UPSTAND_COVERAGE_CONTACTS] = { N_ ("Organisations never or not lately met"),
        N_ ("Every organisation in the register was met lately.") },
    [UPSTAND_COVERAGE_NEW] = { N_ ("Heard this quarter for the first time in a long while"),
        N_ ("No group is newly heard this quarter.") },
};

struct _UpstandCoverageView {
    AdwBin parent_instance;

    UpstandEngagementDesk *desk;
    gboolean stale; /* something changed while the view was not seen */
    UpstandChartView *chart;
    GtkLabel *chains; /* how what was said stands, in a sentence */
    GtkListBox *lists[UPSTAND_N_COVERAGE_LISTS];
};

G_DEFINE_FINAL_TYPE (UpstandCoverageView, upstand_coverage_view, ADW_TYPE_BIN)

/* The lists ---------------------------------------------------------------------------------------
 */

static void
empty_list (GtkListBox *list)
{
    GtkWidget *row;
    while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))))
        gtk_list_box_remove (list, row);
}

/* FALSE when the list has as many rows as are read. */
static gboolean
has_room (GtkListBox *list)
{
    return !gtk_list_box_get_row_at_index (list, MOST_ROWS - 1);
}

static void
add_row (
    GtkListBox *list, const char *title, const char *subtitle, const char *action, GVariant *target)
{
    g_autoptr (GVariant) kept = g_variant_ref_sink (target);
    GtkWidget *row = upstand_section_list_new_row (title, subtitle);
    if (action) {
        gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), kept);
        gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
        gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
        adw_action_row_add_suffix (
            ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
    } else {
        gtk_widget_add_css_class (row, "dim-label");
    }
    gtk_list_box_append (list, row);
}

static void
end_list (UpstandCoverageView *self, UpstandCoverageList which, guint n_left)
{
    GtkListBox *list = self->lists[which];
    if (n_left > 0) {
        g_autofree char *more =
            g_strdup_printf (ngettext ("and %u more", "and %u more", n_left), n_left);
        add_row (list, more, NULL, NULL, g_variant_new ("()"));
    } else if (!gtk_list_box_get_row_at_index (list, 0)) {
        add_row (list, gettext (texts[which].empty), NULL, NULL, g_variant_new ("()"));
    }
}

static char *
say_last_heard (UpstandDay day)
{
    g_autofree char *date = upstand_date_format (day, UPSTAND_DATE_LONG);
    return day ? g_strdup_printf (_ ("Last heard on %s"), date) : g_strdup (_ ("Never heard"));
}

static void
list_groups (UpstandCoverageView *self, const UpstandCoverage *coverage)
{
    const UpstandThresholds *thresholds = upstand_engagement_desk_get_thresholds (self->desk);
    guint last = upstand_coverage_get_n_periods (coverage) - 1;
    g_autofree char *quarter = upstand_period_label (upstand_coverage_get_period (coverage, last));
    for (guint i = 0; i < upstand_coverage_get_n_groups (coverage); i++) {
        const UpstandCoverageGroup *group = upstand_coverage_get_group (coverage, i);
        const char *title =
            upstand_framework_item_get_title (group->group, g_get_language_names ()[0]);
        const char *code = group->group->code;
        if (upstand_coverage_is_missing (coverage, i)) {
            g_autofree char *words = say_last_heard (group->last_heard);
            add_row (self->lists[UPSTAND_COVERAGE_MISSING], title, words, "engagement.show-cell",
                g_variant_new ("(ss)", code, ""));
        }
        if (upstand_coverage_is_new (coverage, i, thresholds)) {
            g_autofree char *before = upstand_date_format (group->heard_before, UPSTAND_DATE_LONG);
            g_autofree char *words = group->heard_before
                                         ? g_strdup_printf (_ ("Before that on %s"), before)
                                         : g_strdup (_ ("Never before"));
            add_row (self->lists[UPSTAND_COVERAGE_NEW], title, words, "engagement.show-cell",
                g_variant_new ("(ss)", code, quarter));
        }
    }
    end_list (self, UPSTAND_COVERAGE_MISSING, 0);
    end_list (self, UPSTAND_COVERAGE_NEW, 0);
}

static void
list_chains (UpstandCoverageView *self, const GPtrArray *chains)
{
    GtkListBox *list = self->lists[UPSTAND_COVERAGE_LATE];
    guint left = 0;
    for (guint i = 0; i < chains->len; i++) {
        const UpstandChain *chain = g_ptr_array_index (chains, i);
        g_autofree char *words = upstand_chain_explain (chain);
        if (!words)
            continue;
        if (has_room (list))
            add_row (list, chain->title, words, "win.show-record",
                g_variant_new ("(sx)", "theme", chain->theme_id));
        else
            left++;
    }
    end_list (self, UPSTAND_COVERAGE_LATE, left);
}

static void
list_contacts (UpstandCoverageView *self, const GPtrArray *contacts)
{
    GtkListBox *list = self->lists[UPSTAND_COVERAGE_CONTACTS];
    guint left = 0;
    for (guint i = 0; i < contacts->len; i++) {
        const UpstandContact *contact = g_ptr_array_index (contacts, i);
        if (contact->state != UPSTAND_CONTACT_NEVER && contact->state != UPSTAND_CONTACT_NOT_LATELY)
            continue;
        if (!has_room (list)) {
            left++;
            continue;
        }
        g_autofree char *date = upstand_date_format (contact->last_met, UPSTAND_DATE_LONG);
        g_autofree char *words = contact->last_met ? g_strdup_printf (_ ("Last met on %s"), date)
                                                   : g_strdup (_ ("Never met"));
        add_row (list, contact->name, words, "win.show-record",
            g_variant_new ("(sx)", "organisation", contact->organisation_id));
    }
    end_list (self, UPSTAND_COVERAGE_CONTACTS, left);
}

static void
draw (UpstandCoverageView *self)
{
    const UpstandCoverage *coverage = upstand_engagement_desk_get_coverage (self->desk);
    self->stale = FALSE;
    if (!coverage)
        return;
    const GPtrArray *chains = upstand_engagement_desk_get_chains (self->desk);
    g_autoptr (UpstandChart) chart =
        upstand_coverage_chart (coverage, upstand_engagement_desk_get_today (self->desk));
    g_autofree char *words = upstand_chains_describe (chains);
    upstand_chart_view_set_chart (self->chart, chart);
    gtk_label_set_label (self->chains, words);
    for (guint i = 0; i < UPSTAND_N_COVERAGE_LISTS; i++)
        empty_list (self->lists[i]);
    list_groups (self, coverage);
    list_chains (self, chains);
    list_contacts (self, upstand_engagement_desk_get_contacts (self->desk));
}

static void
changed_cb (UpstandCoverageView *self)
{
    self->stale = TRUE;
    if (gtk_widget_get_mapped (GTK_WIDGET (self)))
        draw (self);
}

/* A cell leads to what was heard in it; the group's name and the time since, to all of it. */
static void
cell_activated_cb (UpstandCoverageView *self, gint64 id, int part)
{
    const UpstandCoverage *coverage = upstand_engagement_desk_get_coverage (self->desk);
    for (guint i = 0; coverage && i < upstand_coverage_get_n_groups (coverage); i++) {
        const UpstandFrameworkItem *group = upstand_coverage_get_group (coverage, i)->group;
        if (group->parent_instance.id != id)
            continue;
        gboolean in_time = part >= 0 && part < (int)upstand_coverage_get_n_periods (coverage);
        g_autofree char *quarter =
            in_time ? upstand_period_label (upstand_coverage_get_period (coverage, part))
                    : g_strdup ("");
        gtk_widget_activate_action (
            GTK_WIDGET (self), "engagement.show-cell", "(ss)", group->code, quarter);
        return;
    }
}

/* Life --------------------------------------------------------------------------------------------
 */

static void
upstand_coverage_view_map (GtkWidget *widget)
{
    UpstandCoverageView *self = UPSTAND_COVERAGE_VIEW (widget);
    GTK_WIDGET_CLASS (upstand_coverage_view_parent_class)->map (widget);
    if (self->stale)
        draw (self);
}

static gboolean
upstand_coverage_view_grab_focus (GtkWidget *widget)
{
    UpstandCoverageView *self = UPSTAND_COVERAGE_VIEW (widget);
    return gtk_widget_grab_focus (GTK_WIDGET (upstand_chart_view_get_picture (self->chart)));
}

static void
upstand_coverage_view_dispose (GObject *object)
{
    g_clear_object (&UPSTAND_COVERAGE_VIEW (object)->desk);
    G_OBJECT_CLASS (upstand_coverage_view_parent_class)->dispose (object);
}

static void
upstand_coverage_view_class_init (UpstandCoverageViewClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    G_OBJECT_CLASS (klass)->dispose = upstand_coverage_view_dispose;
    widget_class->map = upstand_coverage_view_map;
    widget_class->grab_focus = upstand_coverage_view_grab_focus;
}

static GtkWidget *
make_list (UpstandCoverageView *self, UpstandCoverageList which)
{
    const char *title = gettext (texts[which].title);
    GtkWidget *group = adw_preferences_group_new ();
    self->lists[which] = GTK_LIST_BOX (gtk_list_box_new ());
    gtk_list_box_set_selection_mode (self->lists[which], GTK_SELECTION_NONE);
    gtk_widget_add_css_class (GTK_WIDGET (self->lists[which]), "boxed-list");
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (self->lists[which]), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->lists[which]));
    return group;
}

static void
upstand_coverage_view_init (UpstandCoverageView *self)
{
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
    GtkWidget *lists = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
        "spacing", 24, "margin-start", 12, "margin-end", 12, "margin-bottom", 24, NULL);
    GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 760, "child", lists, NULL);
    GtkWidget *scrolled = gtk_scrolled_window_new ();
    self->chart = UPSTAND_CHART_VIEW (upstand_chart_view_new (FALSE));
    self->chains = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL));
    for (guint i = 0; i < UPSTAND_N_COVERAGE_LISTS; i++) {
        if (i == UPSTAND_COVERAGE_LATE)
            gtk_box_append (GTK_BOX (lists), GTK_WIDGET (self->chains));
        gtk_box_append (GTK_BOX (lists), make_list (self, i));
    }
    g_signal_connect_object (
        self->chart, "activated", G_CALLBACK (cell_activated_cb), self, G_CONNECT_SWAPPED);
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chart));
    gtk_box_append (GTK_BOX (box), clamp);
    g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "child", box, NULL);
    adw_bin_set_child (ADW_BIN (self), scrolled);
}

GtkWidget *
upstand_coverage_view_new (UpstandEngagementDesk *desk)
{
    g_return_val_if_fail (UPSTAND_IS_ENGAGEMENT_DESK (desk), NULL);
    UpstandCoverageView *self = g_object_new (UPSTAND_TYPE_COVERAGE_VIEW, NULL);
    self->desk = g_object_ref (desk);
    self->stale = TRUE;
    upstand_chart_log_attach (self->chart, upstand_engagement_desk_get_store (desk), "coverage");
    g_signal_connect_object (desk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    upstand_engagement_desk_start (desk);
    return GTK_WIDGET (self);
}

UpstandChartView *
upstand_coverage_view_get_chart (UpstandCoverageView *self)
{
    g_return_val_if_fail (UPSTAND_IS_COVERAGE_VIEW (self), NULL);
    return self->chart;
}

GtkListBox *
upstand_coverage_view_get_list (UpstandCoverageView *self, UpstandCoverageList list)
{
    g_return_val_if_fail (UPSTAND_IS_COVERAGE_VIEW (self), NULL);
    g_return_val_if_fail (list < UPSTAND_N_COVERAGE_LISTS, NULL);
    return self->lists[list];
}
