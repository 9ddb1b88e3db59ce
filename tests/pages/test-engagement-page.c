/* SPDX-License-Identifier: MIT */
#include "pages/chains-view.h"
#include "pages/coverage-view.h"
#include "pages/engagement-page.h"
#include "pages/engagement-registers.h"
#include "pages/engagements-view.h"
#include "pages/registers-view.h"
#include "pages/said-view.h"
#include "plan-fixture.h"
#include "records/engagement.h"
#include "records/panel-finding.h"
#include "records/framework-records.h"
#include "records/framework.h"
#include "records/organisation.h"
#include "records/plan.h"
#include "records/theme.h"
#include "widgets/views.h"

typedef struct {
    PlanFixture plan;
    UpstandPage *page;
    char *shown; /* what "win.show-record" was asked for */
} Fixture;

static void
show_record_cb (GSimpleAction *action, GVariant *what, gpointer user_data)
{
    Fixture *fixture = user_data;
    const char *table;
    gint64 id;
    g_variant_get (what, "(&sx)", &table, &id);
    g_free (fixture->shown);
    fixture->shown = g_strdup (table);
    upstand_page_show_record (fixture->page, table, id);
}

static void
ignore_cb (GSimpleAction *action, GVariant *what, gpointer user_data)
{
}

static void
open_plan (Fixture *fixture)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandFramework) framework = upstand_framework_load_default (&error);
    g_assert_no_error (error);
    PlanFixture *plan = &fixture->plan;
    plan->folder = g_dir_make_tmp ("upstand-page-XXXXXX", NULL);
    plan->path = g_build_filename (plan->folder, "plan.upstand", NULL);
    upstand_plan_create (plan->path, "Mereshire Police", framework, 0, "VAWG lead", &error);
    g_assert_no_error (error);
    UpstandDatabase *database = upstand_database_open (plan->path, UPSTAND_DATABASE_WRITE, &error);
    g_assert_no_error (error);
    plan->store = upstand_store_new (database, "tester", "Head of Testing");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
    open_plan (fixture);
    fixture->page = g_object_new (UPSTAND_TYPE_ENGAGEMENT_PAGE, NULL);
}

static void
show (Fixture *fixture, int width, int height)
{
    const GActionEntry entries[] = {
        { "show-record", show_record_cb, "(sx)" },
        { "toast-undo", ignore_cb, "s" },
    };
    g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
    upstand_page_set_store (fixture->page, fixture->plan.store);
    plan_fixture_show (&fixture->plan, GTK_WIDGET (fixture->page), width, height);
    g_action_map_add_action_entries (
        G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), fixture);
    gtk_widget_insert_action_group (fixture->plan.window, "win", G_ACTION_GROUP (actions));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
    plan_fixture_tear_down (&fixture->plan, data);
    g_free (fixture->shown);
}

/* What is in the plan -----------------------------------------------------------------------------
 */

static gint64
save (Fixture *fixture, gpointer record)
{
    g_autoptr (GError) error = NULL;
    upstand_store_save (fixture->plan.store, record, &error);
    g_assert_no_error (error);
    gint64 id = UPSTAND_RECORD (record)->id;
    g_object_unref (record);
    return id;
}

static gint64
find_item (Fixture *fixture, const char *list, const char *code)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_framework_item_type);
    upstand_list_query_where (query, "list", UPSTAND_IS, (const char *[]){ list, NULL });
    upstand_list_query_where (query, "code", UPSTAND_IS, (const char *[]){ code, NULL });
    g_autoptr (GPtrArray) found = upstand_store_list (fixture->plan.store, query, 1, NULL);
    g_assert_cmpuint (found->len, ==, 1);
    return UPSTAND_RECORD (g_ptr_array_index (found, 0))->id;
}

static gint64
add_engagement (
    Fixture *fixture, const char *title, const char *kind, const char *day, const char *group)
{
    UpstandEngagement *engagement = upstand_record_new (&upstand_engagement_type);
    engagement->title = g_strdup (title);
    engagement->kind_id = find_item (fixture, UPSTAND_LIST_ENGAGEMENT_KIND, kind);
    engagement->dated = upstand_date_from_iso (day);
    engagement->attendance = 14;
    if (group)
        engagement->groups = upstand_ids_add (NULL, find_item (fixture, UPSTAND_LIST_GROUP, group));
    return save (fixture, engagement);
}

static gint64
add_theme (Fixture *fixture, const char *title, const char *day, gint64 engagement)
{
    UpstandTheme *theme = upstand_record_new (&upstand_theme_type);
    theme->title = g_strdup (title);
    theme->heard = g_strdup_printf ("“%s”, several women said.", title);
    theme->heard_on = upstand_date_from_iso (day);
    if (engagement)
        theme->engagements = upstand_ids_add (NULL, engagement);
    return save (fixture, theme);
}

static gint64
add_step (Fixture *fixture, gint64 theme, UpstandStepKind kind, const char *day)
{
    UpstandThemeStep *step = upstand_record_new (&upstand_theme_step_type);
    step->theme_id = theme;
    step->kind = kind;
    step->dated = upstand_date_from_iso (day);
    step->words = g_strdup ("The lighting plan was brought forward.");
    return save (fixture, step);
}

/* What is on the screen ---------------------------------------------------------------------------
 */

static gpointer
show_view (Fixture *fixture, const char *name)
{
    UpstandViews *views =
        UPSTAND_VIEWS (upstand_engagement_page_get_views (UPSTAND_ENGAGEMENT_PAGE (fixture->page)));
    g_assert_true (upstand_views_show (views, name));
    plan_fixture_settle ();
    return upstand_views_get (views, name);
}

static const char *
get_shown (Fixture *fixture)
{
    return upstand_views_get_shown (UPSTAND_VIEWS (
        upstand_engagement_page_get_views (UPSTAND_ENGAGEMENT_PAGE (fixture->page))));
}

static guint
count_rows (UpstandRegisterView *view)
{
    return g_list_model_get_n_items (
        G_LIST_MODEL (upstand_record_table_get_model (upstand_register_view_get_table (view))));
}

static UpstandDetailView *
get_engagements (Fixture *fixture)
{
    return upstand_engagements_view_get_detail (show_view (fixture, "engagements"));
}

static UpstandDetailView *
get_chains (Fixture *fixture)
{
    return upstand_chains_view_get_detail (show_view (fixture, "chains"));
}

/* The first below @root of that type that is to be seen and, with @label, says that. */
static GtkWidget *
find_widget (GtkWidget *root, GType type, const char *label)
{
    if (!gtk_widget_get_child_visible (root) || !gtk_widget_get_visible (root))
        return NULL;
    if (g_type_is_a (G_OBJECT_TYPE (root), type)) {
        g_autofree char *text = NULL;
        if (label)
            g_object_get (root, "label", &text, NULL);
        if (!label || g_strcmp0 (text, label) == 0)
            return root;
    }
    for (GtkWidget *child = gtk_widget_get_first_child (root); child;
         child = gtk_widget_get_next_sibling (child)) {
        GtkWidget *found = find_widget (child, type, label);
        if (found)
            return found;
    }
    return NULL;
}

static GtkWidget *
find_dialog (Fixture *fixture)
{
    g_autoptr (GList) windows = gtk_window_list_toplevels ();
    for (GList *each = windows; each; each = each->next)
        if (gtk_window_get_transient_for (each->data) == GTK_WINDOW (fixture->plan.window))
            return each->data;
    return NULL;
}

static gboolean
has_button (gpointer data)
{
    Fixture *fixture = data;
    return find_widget (fixture->plan.window, GTK_TYPE_BUTTON, "Record what _changed…") != NULL;
}

/* Tests -------------------------------------------------------------------------------------------
 */

/* Every view has words and a first step while there is nothing. */
static void
test_empty (Fixture *fixture, gconstpointer data)
{
    static const struct {
        const char *view, *button;
    } first[] = {
        { "engagements", "_New engagement" },
        { "chains", "_New theme" },
        { "registers", "_New organisation" },
        { "said", "See what was _heard" },
    };
    show (fixture, 1000, 700);
    for (guint i = 0; i < G_N_ELEMENTS (first); i++) {
        show_view (fixture, first[i].view);
        GtkWidget *empty = find_widget (fixture->plan.window, ADW_TYPE_STATUS_PAGE, NULL);
        g_assert_nonnull (empty);
        g_assert_nonnull (find_widget (empty, GTK_TYPE_BUTTON, first[i].button));
    }
}

/* Today, of the kind entered last, for the duties of that kind; saved once it has a title. */
static void
test_new (Fixture *fixture, gconstpointer data)
{
    add_engagement (fixture, "Autumn panel", "scrutiny-panel", "2021-11-02", NULL);
    show (fixture, 1200, 800);
    UpstandDetailView *detail = get_engagements (fixture);
    gtk_widget_activate_action (GTK_WIDGET (fixture->page), "engagement.new", NULL);
    plan_fixture_settle ();
    UpstandRecordForm *form = upstand_detail_view_get_form (detail);
    UpstandEngagement *edited = (UpstandEngagement *)upstand_record_form_get_edited (form);
    g_assert_cmpuint (edited->dated, ==, upstand_date_new (2022, 3, 31));
    g_assert_cmpint (
        edited->kind_id, ==, find_item (fixture, UPSTAND_LIST_ENGAGEMENT_KIND, "scrutiny-panel"));
    g_assert_cmpuint (edited->requirements->len, ==, 1);
    g_assert_true (gtk_widget_get_visible (upstand_record_form_get_row (form, "papers")));
    g_assert_false (gtk_widget_get_visible (upstand_record_form_get_row (form, "channel")));

    gtk_editable_set_text (
        GTK_EDITABLE (upstand_record_form_get_row (form, "title")), "Spring panel");
    g_assert_true (upstand_page_save_pending (fixture->page));
    plan_fixture_settle ();
    g_assert_cmpint (upstand_detail_view_get_shown (detail), !=, 0);
    g_assert_cmpuint (count_rows (upstand_detail_view_get_register (detail)), ==, 2);
}

/* A panel shows its findings with the answers; a meeting has none. */
static void
test_findings (Fixture *fixture, gconstpointer data)
{
    gint64 panel = add_engagement (fixture, "Panel", "scrutiny-panel", "2022-02-01", NULL);
    gint64 event = add_engagement (fixture, "Event", "community-event", "2022-02-02", NULL);
    UpstandPanelFinding *finding = upstand_record_new (&upstand_panel_finding_type);
    finding->engagement_id = panel;
    finding->words = g_strdup ("Updates to victims come late.");
    save (fixture, finding);
    show (fixture, 1200, 800);
    UpstandDetailView *detail = get_engagements (fixture);
    g_assert_true (upstand_detail_view_show (detail, panel));
    plan_fixture_settle ();
    UpstandSectionList *findings = upstand_detail_view_get_part (detail, 0);
    plan_fixture_picture (&fixture->plan, "engagement-panel");
    g_assert_true (gtk_widget_get_visible (GTK_WIDGET (findings)));
    g_assert_cmpuint (upstand_section_list_get_n_rows (findings), ==, 1);
    g_assert_true (upstand_detail_view_show (detail, event));
    g_assert_false (gtk_widget_get_visible (GTK_WIDGET (findings)));
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
    add_engagement (fixture, "Circle", "listening-circle", "2022-02-01", NULL);
    add_engagement (fixture, "Meeting", "third-sector-meeting", "2022-03-31", "refugees");
    add_engagement (fixture, "Earlier", "third-sector-meeting", "2021-12-31", "refugees");
    show (fixture, 1200, 800);
    UpstandEngagementsView *view = show_view (fixture, "engagements");
    UpstandRegisterView *list =
        upstand_detail_view_get_register (upstand_engagements_view_get_detail (view));
    gtk_widget_activate_action (
        GTK_WIDGET (fixture->page), "engagement.show-cell", "(ss)", "refugees", "");
    plan_fixture_settle ();
    g_assert_cmpuint (count_rows (list), ==, 2);
    /* The quarter's first and last day are in it, the day before is not. */
    gtk_widget_activate_action (
        GTK_WIDGET (fixture->page), "engagement.show-cell", "(ss)", "refugees", "2021-22-Q4");
    plan_fixture_settle ();
    g_assert_cmpuint (count_rows (list), ==, 1);
    g_autofree char *place = upstand_page_get_place (fixture->page);
    gtk_widget_activate_action (GTK_WIDGET (list), "register.clear", NULL);
    plan_fixture_settle ();
    g_assert_cmpuint (count_rows (list), ==, 3);
    g_assert_null (
        upstand_engagement_filter_get (upstand_engagements_view_get_filter (view), "group"));
    upstand_page_set_place (fixture->page, place);
    plan_fixture_settle ();
    g_assert_cmpuint (count_rows (list), ==, 1);
}

/* The button asks for the step that comes next, and the chain moves on when it is saved. */
static void
test_next_step (Fixture *fixture, gconstpointer data)
{
    gint64 theme = add_theme (fixture, "Dark paths by the river", "2022-01-10", 0);
    add_step (fixture, theme, UPSTAND_STEP_DECIDED, "2022-02-10");
    show (fixture, 1200, 800);
    UpstandDetailView *detail = get_chains (fixture);
    g_assert_true (upstand_detail_view_show (detail, theme));
    plan_fixture_wait (has_button, fixture);
    plan_fixture_picture (&fixture->plan, "engagement-chain");
    gtk_widget_activate_action (GTK_WIDGET (detail), "detail.next", NULL);
    plan_fixture_settle ();
    GtkWidget *dialog = find_dialog (fixture);
    g_assert_nonnull (dialog);
    g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, "Add a step");
    gtk_window_destroy (GTK_WINDOW (dialog));
    add_step (fixture, theme, UPSTAND_STEP_CHANGED, "2022-03-01");
    add_step (fixture, theme, UPSTAND_STEP_FED_BACK, "2022-03-20");
    plan_fixture_settle ();
    UpstandSectionList *steps = upstand_detail_view_get_part (detail, 0);
    g_assert_cmpuint (upstand_section_list_get_n_rows (steps), ==, 4);
    g_assert_true (upstand_record_get_record_type (upstand_section_list_get_record (steps, 0)) ==
                   &upstand_theme_type);
}

static gboolean
has_text_in_sight (gpointer data)
{
    Fixture *fixture = data;
    GtkWidget *text =
        find_widget (GTK_WIDGET (upstand_chains_view_get_detail (show_view (fixture, "chains"))),
            GTK_TYPE_TEXT_VIEW, NULL);
    if (!text)
        return FALSE;
    GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
    return gtk_text_buffer_get_char_count (buffer) > 0 && gtk_widget_get_height (text) > 10;
}

/* What was heard has room to be read, whichever record was shown before. */
static void
test_words_in_sight (Fixture *fixture, gconstpointer data)
{
    gint64 short_one = add_theme (fixture, "Lamps", "2022-01-10", 0);
    gint64 other = add_theme (fixture, "Doors", "2022-01-11", 0);
    show (fixture, 1200, 800);
    UpstandDetailView *detail = get_chains (fixture);
    g_assert_true (upstand_detail_view_show (detail, short_one));
    plan_fixture_wait (has_text_in_sight, fixture);
    g_assert_true (upstand_detail_view_show (detail, other));
    plan_fixture_settle ();
    plan_fixture_wait (has_text_in_sight, fixture);
}

static gboolean
has_late (gpointer data)
{
    Fixture *fixture = data;
    UpstandChainsView *view = show_view (fixture, "chains");
    upstand_chains_view_filter (view, -1, TRUE);
    plan_fixture_settle ();
    return count_rows (upstand_detail_view_get_register (upstand_chains_view_get_detail (view))) ==
           1;
}

/* Ninety days without a decision are in time; ninety-one are late. */
static void
test_late (Fixture *fixture, gconstpointer data)
{
    add_theme (fixture, "In time", "2021-12-31", 0);
    add_theme (fixture, "Late", "2021-12-30", 0);
    show (fixture, 1200, 800);
    plan_fixture_wait (has_late, fixture);
    UpstandRegisterView *list = upstand_detail_view_get_register (get_chains (fixture));
    gtk_widget_activate_action (GTK_WIDGET (list), "register.clear", NULL);
    plan_fixture_settle ();
    g_assert_cmpuint (count_rows (list), ==, 2);
}

static gboolean
has_chart (gpointer data)
{
    return upstand_chart_view_get_chart (upstand_coverage_view_get_chart (data)) != NULL;
}

static GtkListBoxRow *
get_row (UpstandCoverageView *view, UpstandCoverageList list, int position)
{
    return gtk_list_box_get_row_at_index (upstand_coverage_view_get_list (view, list), position);
}

/* A cell leads to its engagements, a row to its record. */
static void
test_coverage (Fixture *fixture, gconstpointer data)
{
    add_engagement (fixture, "Meeting", "third-sector-meeting", "2022-02-10", "refugees");
    add_engagement (fixture, "Earlier", "third-sector-meeting", "2021-12-10", "refugees");
    gint64 late = add_theme (fixture, "Late", "2021-06-30", 0);
    UpstandOrganisation *organisation = upstand_record_new (&upstand_organisation_type);
    organisation->name = g_strdup ("Mereshire Refuge Network");
    save (fixture, organisation);
    show (fixture, 1200, 800);
    UpstandCoverageView *view = show_view (fixture, "coverage");
    plan_fixture_wait (has_chart, view);
    /* Eight of the framework's nine groups. */
    g_assert_nonnull (get_row (view, UPSTAND_COVERAGE_MISSING, 7));
    g_assert_null (get_row (view, UPSTAND_COVERAGE_MISSING, 8));
    GtkListBoxRow *met = get_row (view, UPSTAND_COVERAGE_CONTACTS, 0);
    g_assert_cmpstr (
        adw_preferences_row_get_title (ADW_PREFERENCES_ROW (met)), ==, "Mereshire Refuge Network");

    g_signal_emit_by_name (upstand_coverage_view_get_chart (view), "activated",
        find_item (fixture, UPSTAND_LIST_GROUP, "refugees"), 7);
    plan_fixture_settle ();
    g_assert_cmpstr (get_shown (fixture), ==, "engagements");
    UpstandDetailView *engagements = get_engagements (fixture);
    g_assert_cmpuint (count_rows (upstand_detail_view_get_register (engagements)), ==, 1);

    show_view (fixture, "coverage");
    gtk_widget_activate (GTK_WIDGET (get_row (view, UPSTAND_COVERAGE_LATE, 0)));
    plan_fixture_settle ();
    g_assert_cmpstr (fixture->shown, ==, "theme");
    g_assert_cmpint (upstand_detail_view_get_shown (get_chains (fixture)), ==, late);
}

static gboolean
has_told (gpointer view)
{
    return upstand_said_view_get_n_rows (view) == 1;
}

/* Only what may be told and has come to an answer. */
static void
test_said (Fixture *fixture, gconstpointer data)
{
    gint64 told = add_theme (fixture, "Dark paths", "2022-01-10", 0);
    gint64 kept = add_theme (fixture, "Not to be told", "2022-01-10", 0);
    add_step (fixture, told, UPSTAND_STEP_CHANGED, "2022-02-10");
    add_step (fixture, kept, UPSTAND_STEP_CHANGED, "2022-02-10");
    show (fixture, 1200, 800);
    UpstandSaidView *view = show_view (fixture, "said");
    g_assert_cmpuint (upstand_said_view_get_n_rows (view), ==, 0);
    g_autoptr (UpstandTheme) theme =
        upstand_store_get (fixture->plan.store, &upstand_theme_type, told, NULL);
    UpstandTheme *cleared = upstand_record_copy (theme);
    cleared->cleared = TRUE;
    save (fixture, cleared);
    plan_fixture_wait (has_told, view);
}

/* A result of the search, or a row of another tab, opens where it lives. */
static void
test_show_record (Fixture *fixture, gconstpointer data)
{
    gint64 engagement = add_engagement (fixture, "Event", "community-event", "2022-02-02", NULL);
    gint64 theme = add_theme (fixture, "Dark paths", "2022-02-02", engagement);
    gint64 step = add_step (fixture, theme, UPSTAND_STEP_DECIDED, "2022-03-01");
    UpstandOrganisation *organisation = upstand_record_new (&upstand_organisation_type);
    organisation->name = g_strdup ("Mereshire Refuge Network");
    gint64 org = save (fixture, organisation);
    show (fixture, 1200, 800);
    g_assert_true (upstand_page_show_record (fixture->page, "engagement", engagement));
    g_assert_cmpstr (get_shown (fixture), ==, "engagements");
    plan_fixture_settle ();
    /* What it led to opens in its turn. */
    UpstandSectionList *themes = upstand_detail_view_get_part (get_engagements (fixture), 1);
    g_assert_cmpuint (upstand_section_list_get_n_rows (themes), ==, 1);
    UPSTAND_SECTION_LIST_GET_CLASS (themes)->open (
        themes, upstand_section_list_get_record (themes, 0));
    g_assert_cmpstr (fixture->shown, ==, "theme");
    g_assert_cmpstr (get_shown (fixture), ==, "chains");
    g_assert_cmpint (upstand_detail_view_get_shown (get_chains (fixture)), ==, theme);
    g_assert_true (upstand_page_show_record (fixture->page, "theme_step", step));
    g_assert_false (upstand_page_show_record (fixture->page, "theme", theme + 1));
    g_assert_true (upstand_page_show_record (fixture->page, "organisation", org));
    g_assert_cmpstr (get_shown (fixture), ==, "registers");
    plan_fixture_settle ();
    gtk_window_destroy (GTK_WINDOW (find_dialog (fixture)));
    plan_fixture_settle ();
}

/* The one that is open is deleted: nothing is left to look at, and undo brings it back. */
static void
test_delete (Fixture *fixture, gconstpointer data)
{
    gint64 id = add_engagement (fixture, "Event", "community-event", "2022-02-02", NULL);
    show (fixture, 1200, 800);
    UpstandDetailView *detail = get_engagements (fixture);
    g_assert_true (upstand_detail_view_show (detail, id));
    plan_fixture_settle ();
    gtk_widget_activate_action (GTK_WIDGET (detail), "detail.delete", NULL);
    plan_fixture_settle ();
    g_assert_cmpint (upstand_detail_view_get_shown (detail), ==, 0);
    g_assert_cmpuint (count_rows (upstand_detail_view_get_register (detail)), ==, 0);
    g_assert_true (upstand_store_undo (fixture->plan.store, NULL));
    plan_fixture_settle ();
    g_assert_cmpuint (count_rows (upstand_detail_view_get_register (detail)), ==, 1);
}

/* In a narrow window the list and the engagement take turns. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
    gint64 id = add_engagement (fixture, "Event", "community-event", "2022-02-02", NULL);
    show (fixture, 600, 700);
    UpstandDetailView *detail = get_engagements (fixture);
    g_assert_true (upstand_detail_view_show (detail, id));
    plan_fixture_settle ();
    g_assert_cmpint (upstand_detail_view_get_shown (detail), ==, id);
    gtk_widget_activate_action (GTK_WIDGET (detail), "detail.close", NULL);
    plan_fixture_settle ();
    g_assert_cmpint (upstand_detail_view_get_shown (detail), ==, 0);
}

#define TEST(name, function) \
    g_test_add ("/engagement/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
    plan_fixture_init (&argc, &argv);
    TEST ("empty", test_empty);
    TEST ("new", test_new);
    TEST ("findings", test_findings);
    TEST ("filters", test_filters);
    TEST ("next-step", test_next_step);
    TEST ("words-in-sight", test_words_in_sight);
    TEST ("late", test_late);
    TEST ("coverage", test_coverage);
    TEST ("said", test_said);
    TEST ("show-record", test_show_record);
    TEST ("delete", test_delete);
    TEST ("narrow", test_narrow);
    return g_test_run ();
}
