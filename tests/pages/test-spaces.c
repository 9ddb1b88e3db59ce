/* SPDX-License-Identifier: MIT */
#include "charts/space-charts.h"
#include "pages/detail-view.h"
#include "pages/profile-view.h"
#include "pages/registers-view.h"
#include "pages/space-registers.h"
#include "pages/spaces-page.h"
#include "pages/spaces-view.h"
#include "pages/tie-list.h"
#include "plan-fixture.h"
#include "records/activity.h"
#include "records/document.h"
#include "records/engagement.h"
#include "records/framework-records.h"
#include "records/operation.h"
#include "records/partner.h"
#include "records/problem-profile.h"
#include "records/streetsafe.h"
#include "rules/profile.h"
#include "widgets/paragraph-row.h"
#include "widgets/record-form.h"

/* The day that counts as today is plan_fixture_init ()'s: 31 March 2022. */
#define TODAY upstand_date_new (2022, 3, 31)

typedef struct {
    PlanFixture plan;
    UpstandPage *page;
    char *table; /* asked for by win.show-record */
    gint64 id;
    char *return_id;
} Fixture;

static void
show_record_cb (GSimpleAction *action, GVariant *which, gpointer user_data)
{
    Fixture *fixture = user_data;
    g_free (fixture->table);
    g_variant_get (which, "(sx)", &fixture->table, &fixture->id);
}

static void
export_cb (GSimpleAction *action, GVariant *which, gpointer user_data)
{
    Fixture *fixture = user_data;
    g_free (fixture->return_id);
    g_variant_get (which, "(ss)", &fixture->return_id, NULL);
}

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
add_space (Fixture *fixture, const char *name, guint kind, int likelihood, int harm)
{
    UpstandSpace *space = upstand_record_new (&upstand_space_type);
    space->name = g_strdup (name);
    space->kind = kind;
    space->likelihood = likelihood;
    space->harm = harm;
    space->confidence = UPSTAND_CONFIDENCE_MEDIUM;
    space->owner = g_strdup ("Neighbourhood superintendent");
    space->review = upstand_date_new (2022, 3, 31);
    return save (fixture, space);
}

static void
set_harm (Fixture *fixture, gint64 id, int harm)
{
    g_autoptr (UpstandSpace) space =
        upstand_store_get (fixture->plan.store, &upstand_space_type, id, NULL);
    UpstandSpace *copy = upstand_record_copy (space);
    copy->harm = harm;
    save (fixture, copy);
}

static gint64
freeze (Fixture *fixture, const char *title, UpstandDay day)
{
    g_autoptr (GError) error = NULL;
    gint64 id = 0;
    UpstandProfileFacts facts = { .title = title,
        .why = "The year's first look at where women and girls are at risk",
        .terms = "Shared drive, profile terms v2",
        .owner = "Head of Public Protection",
        .dated = day,
        .review = upstand_date_add_months (day, 3) };
    upstand_profile_freeze (fixture->plan.store, &facts, &id, &error);
    g_assert_no_error (error);
    return id;
}

static void
show_page (Fixture *fixture)
{
    const GActionEntry entries[] = {
        { "show-record", show_record_cb, "(sx)" },
        { "export-return", export_cb, "(ss)" },
    };
    g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
    fixture->page = g_object_new (UPSTAND_TYPE_SPACES_PAGE, NULL);
    upstand_page_set_store (fixture->page, fixture->plan.store);
    plan_fixture_show (&fixture->plan, GTK_WIDGET (fixture->page), 1200, 720);
    g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, 2, fixture);
    gtk_widget_insert_action_group (fixture->plan.window, "win", G_ACTION_GROUP (actions));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
    plan_fixture_tear_down (&fixture->plan, data);
    g_free (fixture->table);
    g_free (fixture->return_id);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
    plan_fixture_set_up (&fixture->plan, NULL);
}

static gpointer
view_of (Fixture *fixture, const char *name)
{
    upstand_page_set_place (fixture->page, name);
    plan_fixture_settle ();
    return upstand_spaces_page_get_view (UPSTAND_SPACES_PAGE (fixture->page), name);
}

static UpstandDetailView *
detail_of (Fixture *fixture)
{
    return upstand_spaces_view_get_detail (view_of (fixture, "spaces"));
}

static guint
count_rows (UpstandRegisterView *view)
{
    return g_list_model_get_n_items (
        G_LIST_MODEL (upstand_record_table_get_model (upstand_register_view_get_table (view))));
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

/* The first editable row of the dialog with that title. */
static GtkWidget *
find_row (GtkWidget *root, const char *title)
{
    if (ADW_IS_PREFERENCES_ROW (root) &&
        g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
        return root;
    for (GtkWidget *child = gtk_widget_get_first_child (root); child;
         child = gtk_widget_get_next_sibling (child)) {
        GtkWidget *found = find_row (child, title);
        if (found)
            return found;
    }
    return NULL;
}

static void
type_into (GtkWidget *root, const char *title, const char *words)
{
    GtkWidget *row = find_row (root, title);
    g_assert_nonnull (row);
    gtk_widget_grab_focus (row);
    upstand_paragraph_row_set_text (UPSTAND_PARAGRAPH_ROW (row), words);
    plan_fixture_settle ();
}

/* An empty plan says what belongs there and offers the first step, in every view. */
static void
test_empty (Fixture *fixture, gconstpointer data)
{
    show_page (fixture);
    UpstandDetailView *detail = detail_of (fixture);
    g_assert_cmpuint (count_rows (upstand_detail_view_get_register (detail)), ==, 0);
    g_assert_null (upstand_spaces_view_get_warning (view_of (fixture, "spaces")));
    plan_fixture_picture (&fixture->plan, "spaces-empty");
    g_assert_cmpint (upstand_profile_view_get_shown (view_of (fixture, "profile")), ==, 0);
    plan_fixture_picture (&fixture->plan, "spaces-profile-empty");
    view_of (fixture, "risk");
    plan_fixture_picture (&fixture->plan, "spaces-risk-empty");
    view_of (fixture, "registers");
    plan_fixture_picture (&fixture->plan, "spaces-registers-empty");
    g_autofree char *place = upstand_page_get_place (fixture->page);
    g_assert_cmpstr (place, ==, "registers");
}

static void
fill (Fixture *fixture)
{
    static const struct {
        const char *name;
        guint kind;
        int likelihood, harm;
    } spaces[] = {
        { "Station underpass", UPSTAND_SPACE_PUBLIC, 3, 3 },
        { "Night-time economy, Harbour Street", UPSTAND_SPACE_PUBLIC, 5, 4 },
        { "Canal path", UPSTAND_SPACE_PUBLIC, 4, 3 },
        { "Bus route 12, after 10 pm", UPSTAND_SPACE_PUBLIC, 3, 4 },
        { "Homes with repeat calls", UPSTAND_SPACE_PRIVATE, 5, 5 },
        { "Hotels used for exploitation", UPSTAND_SPACE_PRIVATE, 2, 5 },
        { "Short-term lets", UPSTAND_SPACE_PRIVATE, 2, 2 },
        { "Image sharing among pupils", UPSTAND_SPACE_ONLINE, 4, 4 },
        { "Dating applications", UPSTAND_SPACE_ONLINE, 2, 4 },
    };
    gint64 ids[G_N_ELEMENTS (spaces)];
    for (guint i = 0; i < G_N_ELEMENTS (spaces); i++)
        ids[i] = add_space (
            fixture, spaces[i].name, spaces[i].kind, spaces[i].likelihood, spaces[i].harm);
    freeze (fixture, "First profile", upstand_date_new (2021, 9, 30));
    set_harm (fixture, ids[0], 5);
    set_harm (fixture, ids[2], 2);
    gint64 second = freeze (fixture, "Second profile", upstand_date_new (2021, 12, 31));
    set_harm (fixture, ids[8], 5);
    UpstandProfileUse *use = upstand_record_new (&upstand_profile_use_type);
    use->profile_id = second;
    use->dated = upstand_date_new (2022, 2, 1);
    use->purpose = UPSTAND_PURPOSE_OFFENDER_MANAGEMENT;
    use->what = g_strdup ("Chose whom the offender team looks at first");
    use->result = g_strdup ("Six added to the cohort");
    save (fixture, use);
    UpstandOperation *operation = upstand_record_new (&upstand_operation_type);
    operation->title = g_strdup ("Operation Lantern");
    operation->dated = upstand_date_new (2022, 2, 18);
    operation->spaces = upstand_ids_add (NULL, ids[1]);
    operation->result = g_strdup ("14 people spoken to, 3 licences reviewed");
    save (fixture, operation);
    UpstandStreetsafe *reports = upstand_record_new (&upstand_streetsafe_type);
    reports->place = g_strdup ("Harbour Street");
    reports->space_id = ids[1];
    reports->starts = upstand_date_new (2021, 10, 1);
    reports->ends = upstand_date_new (2021, 12, 31);
    reports->reports = 27;
    save (fixture, reports);
    UpstandPartner *partner = upstand_record_new (&upstand_partner_type);
    partner->name = g_strdup ("Mereshire County Council");
    partner->sector = UPSTAND_SECTOR_LOCAL_GOVERNMENT;
    partner->statutory = TRUE;
    partner->review = upstand_date_new (2022, 3, 1);
    save (fixture, partner);
    gint64 activity = plan_fixture_add_activity (
        &fixture->plan, "Lighting on Harbour Street", "Licensing lead", "2022-04-10", 0);
    g_autoptr (UpstandSpace) space =
        upstand_store_get (fixture->plan.store, &upstand_space_type, ids[1], NULL);
    UpstandSpace *copy = upstand_record_copy (space);
    copy->activities = upstand_ids_add (NULL, activity);
    copy->review = upstand_date_new (2022, 3, 20);
    save (fixture, copy);
}

static gint64
find_id (Fixture *fixture, const UpstandRecordType *type, const char *field, const char *value)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (type);
    upstand_list_query_where (query, field, UPSTAND_IS, (const char *[]){ value, NULL });
    g_autoptr (GPtrArray) found = upstand_store_list (fixture->plan.store, query, 1, NULL);
    g_assert_cmpuint (found->len, ==, 1);
    return UPSTAND_RECORD (g_ptr_array_index (found, 0))->id;
}

static void
test_filled (Fixture *fixture, gconstpointer data)
{
    fill (fixture);
    show_page (fixture);
    UpstandDetailView *detail = detail_of (fixture);
    UpstandRegisterView *list = upstand_detail_view_get_register (detail);
    g_assert_cmpuint (count_rows (list), ==, 9);
    /* Only the one that rose since the second version and that nothing is aimed at. */
    const char *warning = upstand_spaces_view_get_warning (view_of (fixture, "spaces"));
    g_assert_nonnull (strstr (warning, "1 place "));
    g_assert_nonnull (strstr (warning, "Dating applications"));
    plan_fixture_picture (&fixture->plan, "spaces-filled");

    gint64 street =
        find_id (fixture, &upstand_space_type, "name", "Night-time economy, Harbour Street");
    g_assert_true (upstand_page_show_record (fixture->page, "space", street));
    plan_fixture_settle ();
    g_assert_cmpint (upstand_detail_view_get_shown (detail), ==, street);
    for (guint part = 0; part < 3; part++)
        g_assert_cmpuint (
            upstand_section_list_get_n_rows (upstand_detail_view_get_part (detail, part)), ==, 1);
    g_assert_cmpuint (
        upstand_section_list_get_n_rows (upstand_detail_view_get_part (detail, 3)), ==, 0);
    plan_fixture_picture (&fixture->plan, "spaces-open");
    view_of (fixture, "profile");
    plan_fixture_picture (&fixture->plan, "spaces-profile");
    view_of (fixture, "risk");
    plan_fixture_picture (&fixture->plan, "spaces-risk");
    UpstandRegistersView *registers = view_of (fixture, "registers");
    for (guint i = 0; upstand_space_registers[i]; i++) {
        upstand_registers_view_choose (registers, upstand_space_registers[i]);
        plan_fixture_settle ();
        g_autofree char *name = g_strconcat ("spaces-", upstand_space_registers[i]->id, NULL);
        plan_fixture_picture (&fixture->plan, name);
    }
}

static void
filter_by (Fixture *fixture, const char *name, const char *key)
{
    upstand_spaces_view_filter (view_of (fixture, "spaces"), name, key);
    plan_fixture_settle ();
}

/* Each filter against what was entered; the edges of risk and review stand just beside. */
static void
test_filters (Fixture *fixture, gconstpointer data)
{
    fill (fixture);
    show_page (fixture);
    UpstandRegisterView *list = upstand_detail_view_get_register (detail_of (fixture));
    filter_by (fixture, "kind", "online");
    g_assert_cmpuint (count_rows (list), ==, 2);
    filter_by (fixture, "risk", "4"); /* very high, from 15: 15, 16, 20, 25 */
    g_assert_cmpuint (count_rows (list), ==, 4);
    filter_by (fixture, "risk", "3"); /* high, 10 to 14: 10, 10, 12 */
    g_assert_cmpuint (count_rows (list), ==, 3);
    filter_by (fixture, "aim", "nothing");
    g_assert_cmpuint (count_rows (list), ==, 8);
    filter_by (fixture, "aim", "neglected");
    g_assert_cmpuint (count_rows (list), ==, 1);
    filter_by (fixture, "review", "overdue"); /* due today is not overdue */
    g_assert_cmpuint (count_rows (list), ==, 1);
    g_autofree char *place = upstand_page_get_place (fixture->page);
    gtk_widget_activate_action (GTK_WIDGET (list), "register.clear", NULL);
    plan_fixture_settle ();
    g_assert_cmpuint (count_rows (list), ==, 9);
    upstand_page_set_place (fixture->page, place);
    plan_fixture_settle ();
    g_assert_cmpuint (count_rows (list), ==, 1);
    upstand_spaces_view_filter_risk (view_of (fixture, "spaces"), UPSTAND_SPACE_PUBLIC, 4);
    plan_fixture_settle ();
    g_assert_cmpuint (count_rows (list), ==, 2);
}

/* A new space is written into the form and saves itself. */
static void
test_new_space (Fixture *fixture, gconstpointer data)
{
    show_page (fixture);
    UpstandDetailView *detail = detail_of (fixture);
    gtk_widget_activate_action (GTK_WIDGET (fixture->page), "spaces.new", NULL);
    plan_fixture_settle ();
    UpstandRecordForm *form = upstand_detail_view_get_form (detail);
    g_assert_nonnull (form);
    gtk_editable_set_text (
        GTK_EDITABLE (upstand_record_form_get_row (form, "name")), "Station underpass");
    g_assert_true (upstand_page_save_pending (fixture->page));
    plan_fixture_settle ();
    gint64 id = find_id (fixture, &upstand_space_type, "name", "Station underpass");
    g_assert_cmpint (upstand_detail_view_get_shown (detail), ==, id);
    g_assert_cmpuint (count_rows (upstand_detail_view_get_register (detail)), ==, 1);
    /* Without a version everything at which nothing is aimed is said. */
    g_assert_nonnull (
        strstr (upstand_spaces_view_get_warning (view_of (fixture, "spaces")), "Station"));
}

/* The dialog freezes the register as one step, and what is edited after changes nothing in it. */
static void
test_freeze (Fixture *fixture, gconstpointer data)
{
    gint64 space = add_space (fixture, "Canal path", UPSTAND_SPACE_PUBLIC, 2, 3);
    add_space (fixture, "Chat rooms", UPSTAND_SPACE_ONLINE, 2, 2);
    show_page (fixture);
    UpstandProfileView *view = view_of (fixture, "profile");
    gtk_widget_activate_action (GTK_WIDGET (view), "profile.freeze", NULL);
    plan_fixture_settle ();
    GtkWidget *dialog = find_dialog (fixture);
    g_assert_nonnull (dialog);
    /* Nothing is frozen while it is not said why. */
    gtk_widget_activate_action (dialog, "dialog.save", NULL);
    plan_fixture_settle ();
    g_assert_true (find_dialog (fixture) == dialog);
    type_into (dialog, "Why this version", "The first look");
    gtk_widget_activate_action (dialog, "dialog.save", NULL);
    plan_fixture_settle ();
    g_assert_null (find_dialog (fixture));
    gint64 profile = upstand_profile_view_get_shown (view);
    g_assert_cmpint (profile, !=, 0);
    g_assert_nonnull (strstr (upstand_profile_view_get_words (view, TRUE), "Risk rose: 0"));

    set_harm (fixture, space, 5);
    plan_fixture_settle ();
    g_assert_nonnull (strstr (upstand_profile_view_get_words (view, TRUE), "Risk rose: 1"));
    g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, space);
    gint64 frozen = find_id (fixture, &upstand_profile_space_type, "space", id);
    g_autoptr (UpstandProfileSpace) row =
        upstand_store_get (fixture->plan.store, &upstand_profile_space_type, frozen, NULL);
    g_assert_cmpint (row->harm, ==, 3);
    g_assert_cmpint (row->risk, ==, 6);
    /* One step back and there is no version. */
    g_assert_true (upstand_store_undo (fixture->plan.store, NULL));
    g_assert_true (upstand_store_undo (fixture->plan.store, NULL));
    plan_fixture_settle ();
    g_assert_cmpint (upstand_profile_view_get_shown (view), ==, 0);
}

/* Two versions: what changed between them, and what since the newer one. */
static void
test_versions (Fixture *fixture, gconstpointer data)
{
    fill (fixture);
    show_page (fixture);
    UpstandProfileView *view = view_of (fixture, "profile");
    g_assert_nonnull (
        strstr (upstand_profile_view_get_words (view, FALSE), "Risk rose: 1. Fell: 1."));
    g_assert_nonnull (
        strstr (upstand_profile_view_get_words (view, TRUE), "Risk rose: 1. Fell: 0."));
    gint64 first = find_id (fixture, &upstand_problem_profile_type, "number", "1");
    g_assert_true (upstand_page_show_record (fixture->page, "problem_profile", first));
    g_assert_cmpint (upstand_profile_view_get_shown (view), ==, first);
    g_autofree char *place = upstand_page_get_place (fixture->page);
    gint64 use = find_id (fixture, &upstand_profile_use_type, "result", "Six added to the cohort");
    g_assert_true (upstand_page_show_record (fixture->page, "profile_use", use));
    g_assert_cmpint (upstand_profile_view_get_shown (view), !=, first);
    upstand_page_set_place (fixture->page, place);
    g_assert_cmpint (upstand_profile_view_get_shown (view), ==, first);
    g_assert_false (upstand_page_show_record (fixture->page, "problem_profile", first + 1));
}

/* What the search finds opens: each table of the page. */
static void
test_show_record (Fixture *fixture, gconstpointer data)
{
    fill (fixture);
    show_page (fixture);
    const char *const *tables = UPSTAND_PAGE_GET_CLASS (fixture->page)->tables;
    g_assert_true (g_strv_contains (tables, "space"));
    g_assert_true (g_strv_contains (tables, "document"));
    gint64 operation = find_id (fixture, &upstand_operation_type, "title", "Operation Lantern");
    g_assert_true (upstand_page_show_record (fixture->page, "operation", operation));
    plan_fixture_settle ();
    GtkWidget *dialog = find_dialog (fixture);
    g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, "Operation");
    gtk_window_destroy (GTK_WINDOW (dialog));
    plan_fixture_settle ();
    gint64 path = find_id (fixture, &upstand_space_type, "name", "Canal path");
    g_assert_true (upstand_page_show_record (fixture->page, "space", path));
    g_assert_false (upstand_page_show_record (fixture->page, "space", path + 1));
    g_assert_false (upstand_page_show_record (fixture->page, "activity", path));
}

/* The chart has a row for each version and for now, by kind; and says what it shows. */
static void
test_chart (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandChart) none = upstand_spaces_chart (fixture->plan.store, TODAY, &error);
    g_assert_no_error (error);
    g_assert_true (upstand_chart_is_empty (none));
    fill (fixture);
    g_autoptr (UpstandChart) chart = upstand_spaces_chart (fixture->plan.store, TODAY, &error);
    g_assert_no_error (error);
    g_assert_false (upstand_chart_is_empty (chart));
    g_assert_cmpstr (upstand_chart_describe (chart), ==,
        "Of 9 spaces now in the register, the risk of 7 is high or very high."
        " Since Version 2: 1 rose, 0 fell, 0 new, 0 no longer of concern.");
}

static gint64
add_document (Fixture *fixture, const char *title, gint64 kind, UpstandDay review)
{
    UpstandDocument *document = upstand_record_new (&upstand_document_type);
    document->title = g_strdup (title);
    document->kind_id = kind;
    document->adopted = upstand_date_new (2021, 4, 1);
    document->review = review;
    document->requirements = upstand_ids_add (NULL, fixture->plan.requirements[0]);
    return save (fixture, document);
}

/* Other registers speak for a requirement; a review that is overdue is said where it is. */
static void
test_ties (Fixture *fixture, gconstpointer data)
{
    UpstandFrameworkItem *kind = upstand_record_new (&upstand_framework_item_type);
    kind->list = g_strdup (UPSTAND_LIST_DOCUMENT_KIND);
    kind->code = g_strdup ("policy");
    kind->title_en = g_strdup ("Policy");
    gint64 kind_id = save (fixture, kind);
    gint64 late = add_document (fixture, "Stalking policy", kind_id, TODAY - 1);
    add_document (fixture, "Supervision process", kind_id, TODAY);
    show_page (fixture);
    UpstandSectionList *list = UPSTAND_SECTION_LIST (upstand_tie_list_new ());
    adw_bin_set_child (ADW_BIN (fixture->page), GTK_WIDGET (list));
    upstand_section_list_set_subject (
        list, fixture->plan.store, TODAY, fixture->plan.requirements[1], 0);
    g_assert_cmpuint (upstand_section_list_get_n_rows (list), ==, 0);
    g_assert_false (gtk_widget_get_visible (GTK_WIDGET (list)));
    upstand_section_list_set_subject (
        list, fixture->plan.store, TODAY, fixture->plan.requirements[0], 0);
    g_assert_cmpuint (upstand_section_list_get_n_rows (list), ==, 2);
    plan_fixture_settle ();
    GtkWidget *row = find_row (GTK_WIDGET (list), "Stalking policy");
    g_assert_nonnull (
        strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "its review is 1 day overdue"));
    GtkWidget *other = find_row (GTK_WIDGET (list), "Supervision process");
    g_assert_null (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (other)), "overdue"));
    gtk_widget_activate (row);
    plan_fixture_settle ();
    g_assert_cmpstr (fixture->table, ==, "document");
    g_assert_cmpint (fixture->id, ==, late);
}

#define TEST(name, function) \
    g_test_add ("/spaces/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
    plan_fixture_init (&argc, &argv);
    TEST ("empty", test_empty);
    TEST ("filled", test_filled);
    TEST ("filters", test_filters);
    TEST ("new-space", test_new_space);
    TEST ("freeze", test_freeze);
    TEST ("versions", test_versions);
    TEST ("show-record", test_show_record);
    TEST ("chart", test_chart);
    TEST ("ties", test_ties);
    return g_test_run ();
}
