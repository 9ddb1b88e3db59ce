/* SPDX-License-Identifier: MIT */
#include "pages/actions-page.h"

#include "pages/activities-view.h"
#include "pages/day-words.h"
#include "pages/open-reference.h"
#include "pages/plan-tree.h"
#include "pages/record-dialog.h"
#include "pages/requirement-detail.h"
#include "pages/requirement-filter.h"
#include "pages/requirements-view.h"
#include "pages/section-list.h"
#include "plan-fixture.h"
#include "records/dated-update.h"
#include "records/deadline-change.h"
#include "records/duty-done.h"
#include "records/evidence.h"
#include "records/recommendation.h"
#include "widgets/date-row.h"
#include "widgets/paragraph-row.h"

typedef struct {
    PlanFixture plan;
    UpstandPage *page;
} Fixture;

static GObject *
child (gpointer widget, GType type, const char *name)
{
    return gtk_widget_get_template_child (GTK_WIDGET (widget), type, name);
}

static UpstandRequirementsView *
get_view (Fixture *fixture)
{
    GtkStack *stack = GTK_STACK (child (fixture->page, UPSTAND_TYPE_ACTIONS_PAGE, "stack"));
    return UPSTAND_REQUIREMENTS_VIEW (gtk_stack_get_child_by_name (stack, "requirements"));
}

static GtkListView *
get_list (Fixture *fixture)
{
    return GTK_LIST_VIEW (child (get_view (fixture), UPSTAND_TYPE_REQUIREMENTS_VIEW, "list"));
}

static UpstandRequirementDetail *
get_detail (Fixture *fixture)
{
    GtkStack *stack =
        GTK_STACK (child (get_view (fixture), UPSTAND_TYPE_REQUIREMENTS_VIEW, "detail_stack"));
    return UPSTAND_REQUIREMENT_DETAIL (gtk_stack_get_child_by_name (stack, "requirement"));
}

static UpstandSectionList *
get_section (Fixture *fixture, const char *name)
{
    return UPSTAND_SECTION_LIST (
        child (get_detail (fixture), UPSTAND_TYPE_REQUIREMENT_DETAIL, name));
}

static const char *
get_label (Fixture *fixture, const char *name)
{
    GObject *label = child (get_detail (fixture), UPSTAND_TYPE_REQUIREMENT_DETAIL, name);
    return gtk_widget_get_visible (GTK_WIDGET (label)) ? gtk_label_get_text (GTK_LABEL (label))
                                                       : "";
}

static UpstandPlanNode *
get_line (Fixture *fixture, guint position)
{
    GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (get_list (fixture)));
    g_autoptr (UpstandPlanNode) node = g_list_model_get_item (model, position);
    return node; /* the tree keeps it */
}

static guint
count_lines (Fixture *fixture)
{
    return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (get_list (fixture))));
}

static gboolean
is_rated (gpointer data)
{
    return get_line (data, 0)->rated;
}

static void
show_page (Fixture *fixture)
{
    fixture->page = g_object_new (UPSTAND_TYPE_ACTIONS_PAGE, NULL);
    plan_fixture_show (&fixture->plan, GTK_WIDGET (fixture->page), 1100, 800);
    upstand_page_set_store (fixture->page, fixture->plan.store);
    plan_fixture_wait (is_rated, fixture);
    plan_fixture_settle ();
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
    plan_fixture_set_up (&fixture->plan, data);
    plan_fixture_add_activity (
        &fixture->plan, "Hear the staff network", "Head of Crime", "2022-05-01", 0);
    show_page (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
    plan_fixture_tear_down (&fixture->plan, data);
}

static UpstandRequirement *
read_requirement (Fixture *fixture, guint n)
{
    g_autoptr (GError) error = NULL;
    UpstandRequirement *requirement = upstand_store_get (
        fixture->plan.store, &upstand_requirement_type, fixture->plan.requirements[n], &error);
    g_assert_no_error (error);
    return requirement;
}

static void
choose (Fixture *fixture, guint n)
{
    g_assert_true (
        upstand_page_show_record (fixture->page, "requirement", fixture->plan.requirements[n]));
    plan_fixture_settle ();
}

static UpstandRecordDialog *
find_dialog (void)
{
    g_autoptr (GList) windows = gtk_window_list_toplevels ();
    for (GList *window = windows; window; window = window->next)
        if (UPSTAND_IS_RECORD_DIALOG (window->data) && gtk_widget_get_visible (window->data))
            return window->data;
    return NULL;
}

/* The row of a field, by what it is called. */
static GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
    if (ADW_IS_PREFERENCES_ROW (widget) &&
        g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
        return widget;
    for (GtkWidget *part = gtk_widget_get_first_child (widget); part;
         part = gtk_widget_get_next_sibling (part)) {
        GtkWidget *row = find_row (part, title);
        if (row)
            return row;
    }
    return NULL;
}

static void
fill_in (const char *title, const char *text)
{
    GtkWidget *row = find_row (GTK_WIDGET (find_dialog ()), title);
    g_assert_nonnull (row);
    if (UPSTAND_IS_PARAGRAPH_ROW (row))
        upstand_paragraph_row_set_text (UPSTAND_PARAGRAPH_ROW (row), text);
    else
        gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
save_dialog (void)
{
    gtk_widget_activate_action (GTK_WIDGET (find_dialog ()), "dialog.save", NULL);
    plan_fixture_settle ();
}

static void
decide (Fixture *fixture, const char *action)
{
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_detail (fixture)), action, NULL));
    plan_fixture_settle ();
}

static void
undo (Fixture *fixture, const char *title)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *undoes = upstand_store_get_undo_title (fixture->plan.store);
    g_assert_cmpstr (undoes, ==, title);
    upstand_store_undo (fixture->plan.store, &error);
    g_assert_no_error (error);
    plan_fixture_settle ();
}

static void
test_tree (Fixture *fixture, gconstpointer data)
{
    g_assert_cmpuint (count_lines (fixture), ==, 8);
    UpstandPlanNode *pillar = get_line (fixture, 0);
    g_assert_cmpint (pillar->level, ==, UPSTAND_PLAN_PILLAR);
    g_assert_cmpuint (pillar->distribution.total, ==, 2);
    UpstandPlanNode *duty = get_line (fixture, 2);
    g_assert_cmpstr (duty->code, ==, "1.1");
    g_assert_cmpint (duty->rating, ==, UPSTAND_RATING_NOT_STARTED);
    g_autofree char *words = upstand_plan_node_describe (duty, upstand_date_new (2022, 3, 31));
    g_assert_cmpstr (words, ==, "Not started, 0%");
    plan_fixture_picture (&fixture->plan, "actions-tree");
}

static void
test_closing_a_line (Fixture *fixture, gconstpointer data)
{
    GtkListView *list = get_list (fixture);
    g_signal_emit_by_name (list, "activate", 0);
    g_assert_cmpuint (count_lines (fixture), ==, 5);
    g_assert_false (get_line (fixture, 0)->expanded);
    g_signal_emit_by_name (list, "activate", 0);
    g_assert_cmpuint (count_lines (fixture), ==, 8);
    /* What is asked for is opened up, wherever it lies. */
    g_signal_emit_by_name (list, "activate", 0);
    choose (fixture, 1);
    g_assert_cmpuint (count_lines (fixture), ==, 8);
    g_assert_cmpstr (upstand_requirement_detail_get (get_detail (fixture))->code, ==, "1.2");
}

static void
test_search_and_filter (Fixture *fixture, gconstpointer data)
{
    UpstandRequirementsView *view = get_view (fixture);
    GObject *search = child (view, UPSTAND_TYPE_REQUIREMENTS_VIEW, "search");
    GObject *button = child (view, UPSTAND_TYPE_REQUIREMENTS_VIEW, "filter_button");
    GObject *found = child (view, UPSTAND_TYPE_REQUIREMENTS_VIEW, "found");
    GObject *clear = child (view, UPSTAND_TYPE_REQUIREMENTS_VIEW, "clear");

    gtk_editable_set_text (GTK_EDITABLE (search), "TRAIN");
    g_signal_emit_by_name (search, "search-changed");
    g_assert_cmpuint (count_lines (fixture), ==, 3);
    g_assert_cmpstr (get_line (fixture, 2)->code, ==, "2.1");
    g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (found)), ==, "1 of 4 requirements");
    gtk_editable_set_text (GTK_EDITABLE (search), "pillar 2 train nothing");
    g_signal_emit_by_name (search, "search-changed");
    g_assert_cmpuint (count_lines (fixture), ==, 0);

    g_signal_emit_by_name (clear, "clicked");
    g_assert_cmpuint (count_lines (fixture), ==, 8);
    gtk_menu_button_popup (GTK_MENU_BUTTON (button));
    GObject *cadence = child (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)),
        UPSTAND_TYPE_REQUIREMENT_FILTER, "cadence");
    gtk_drop_down_set_selected (GTK_DROP_DOWN (cadence), 1 + UPSTAND_CADENCE_CONTINUOUS);
    g_assert_cmpuint (count_lines (fixture), ==, 3);
    g_assert_cmpstr (get_line (fixture, 2)->code, ==, "2.2");
    /* A filter gives way to what is asked for by name. */
    choose (fixture, 0);
    g_assert_cmpuint (count_lines (fixture), ==, 8);
}

static gboolean
is_by_hand (gpointer data)
{
    return get_line (data, 2)->by_hand;
}

static gboolean
is_computed (gpointer data)
{
    return !get_line (data, 2)->by_hand;
}

static void
test_override (Fixture *fixture, gconstpointer data)
{
    choose (fixture, 0);
    decide (fixture, "requirement.set-rating");
    save_dialog ();
    /* Without a reason nothing is saved, and the dialog says so beside the field. */
    g_assert_nonnull (find_dialog ());
    GtkWidget *reason = find_row (GTK_WIDGET (find_dialog ()), "Reason for the rating");
    g_assert_true (gtk_widget_has_css_class (reason, "error"));
    g_autoptr (UpstandRequirement) before = read_requirement (fixture, 0);
    g_assert_cmpuint (before->override_rating, ==, UPSTAND_RATING_NONE);

    fill_in ("Reason for the rating", "Accepted by the board");
    save_dialog ();
    g_assert_null (find_dialog ());
    g_autoptr (UpstandRequirement) after = read_requirement (fixture, 0);
    g_assert_cmpuint (after->override_rating, ==, UPSTAND_RATING_ON_TRACK);
    g_assert_cmpstr (after->override_by, ==, "Head of Testing");
    g_assert_cmpuint (after->override_on, ==, upstand_date_new (2022, 3, 31));
    plan_fixture_wait (is_by_hand, fixture);
    g_assert_cmpint (get_line (fixture, 2)->rating, ==, UPSTAND_RATING_ON_TRACK);
    plan_fixture_picture (&fixture->plan, "actions-override");

    decide (fixture, "requirement.clear-rating");
    plan_fixture_wait (is_computed, fixture);
    undo (fixture, "1.1 goes by its computed rating");
    plan_fixture_wait (is_by_hand, fixture);
    undo (fixture, "Rating of 1.1 set by hand");
    plan_fixture_wait (is_computed, fixture);
}

static void
test_not_applicable_and_waiting (Fixture *fixture, gconstpointer data)
{
    choose (fixture, 2);
    decide (fixture, "requirement.not-applicable");
    fill_in ("Why it does not apply", "Done for us by the lead force");
    save_dialog ();
    g_assert_nonnull (find_dialog ());
    fill_in ("Approved by", "Deputy Chief Constable");
    save_dialog ();
    g_assert_null (find_dialog ());
    g_autoptr (UpstandRequirement) without = read_requirement (fixture, 2);
    g_assert_true (without->not_applicable);
    decide (fixture, "requirement.applicable");
    g_autoptr (UpstandRequirement) with = read_requirement (fixture, 2);
    g_assert_false (with->not_applicable);
    g_assert_null (with->not_applicable_reason);

    decide (fixture, "requirement.wait");
    fill_in ("Waiting for what", "The new duty to begin");
    save_dialog ();
    g_autoptr (UpstandRequirement) waiting = read_requirement (fixture, 2);
    g_assert_true (waiting->waiting);
    g_assert_cmpuint (waiting->waiting_review, >, upstand_date_new (2022, 3, 31));
    decide (fixture, "requirement.stop-waiting");
    undo (fixture, "2.1 no longer waits on others");
}

static void
test_moving_a_deadline (Fixture *fixture, gconstpointer data)
{
    choose (fixture, 0);
    UpstandSectionList *moves = get_section (fixture, "deadlines");
    g_assert_false (gtk_widget_get_visible (GTK_WIDGET (moves)));
    decide (fixture, "requirement.move-deadline");
    fill_in ("To", "30/6/22");
    fill_in ("Reason", "The panel could not be found before");
    save_dialog ();
    g_assert_null (find_dialog ());
    g_assert_cmpuint (upstand_section_list_get_n_rows (moves), ==, 1);
    g_assert_cmpstr (get_label (fixture, "current"), ==, "30 June 2022");

    decide (fixture, "requirement.move-deadline");
    fill_in ("To", "30/9/22");
    fill_in ("Reason", "Nor before the autumn");
    save_dialog ();
    UpstandDeadlineChange *newest = upstand_section_list_get_record (moves, 0);
    g_assert_cmpuint (newest->old_date, ==, upstand_date_new (2022, 6, 30));
    g_assert_cmpuint (newest->new_date, ==, upstand_date_new (2022, 9, 30));
    plan_fixture_picture (&fixture->plan, "actions-deadline");

    undo (fixture, "Deadline of 1.1 moved");
    undo (fixture, "Deadline of 1.1 moved");
    g_assert_cmpuint (upstand_section_list_get_n_rows (moves), ==, 0);
    g_assert_cmpstr (get_label (fixture, "current"), ==, "");
}

static void
add_to (Fixture *fixture, const char *section)
{
    UpstandSectionList *list = get_section (fixture, section);
    UPSTAND_SECTION_LIST_GET_CLASS (list)->add (list);
    plan_fixture_settle ();
    g_assert_nonnull (find_dialog ());
}

static void
test_evidence (Fixture *fixture, gconstpointer data)
{
    choose (fixture, 0);
    UpstandSectionList *list = get_section (fixture, "evidence_list");
    add_to (fixture, "evidence_list");
    fill_in ("Title", "Minutes of the board");
    fill_in ("Dated", "1 Mar 22");
    fill_in ("Expires", "28 Feb 22");
    save_dialog ();
    g_assert_nonnull (find_dialog ());
    fill_in ("Expires", "12 Apr 22");
    save_dialog ();
    g_assert_cmpuint (upstand_section_list_get_n_rows (list), ==, 1);
    UpstandEvidence *evidence = upstand_section_list_get_record (list, 0);
    g_assert_cmpuint (evidence->expires, ==, upstand_date_new (2022, 4, 12));
    g_assert_true (upstand_ids_contain (evidence->requirements, fixture->plan.requirements[0]));
    GtkWidget *row = find_row (GTK_WIDGET (list), "Minutes of the board");
    g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
        "Document · 1 Mar 2022 · expires in 12 days");
    undo (fixture, "Evidence added");
    g_assert_cmpuint (upstand_section_list_get_n_rows (list), ==, 0);
}

/* What evidences an activity evidences the duty that it serves. */
static void
test_evidence_through_an_activity (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    gint64 activity = plan_fixture_add_activity (&fixture->plan, "Audit", NULL, NULL, 1);
    g_autoptr (UpstandEvidence) evidence = upstand_record_new (&upstand_evidence_type);
    evidence->title = g_strdup ("The audit's report");
    evidence->dated = upstand_date_new (2022, 3, 1);
    evidence->activities = upstand_ids_add (NULL, activity);
    g_assert_true (upstand_store_save (fixture->plan.store, evidence, &error));
    choose (fixture, 1);
    g_assert_cmpuint (
        upstand_section_list_get_n_rows (get_section (fixture, "evidence_list")), ==, 1);
    g_assert_cmpuint (upstand_section_list_get_n_rows (get_section (fixture, "activities")), ==, 1);
    choose (fixture, 0);
    g_assert_cmpuint (
        upstand_section_list_get_n_rows (get_section (fixture, "evidence_list")), ==, 0);
}

static void
test_updates (Fixture *fixture, gconstpointer data)
{
    choose (fixture, 3);
    UpstandSectionList *list = get_section (fixture, "updates");
    add_to (fixture, "updates");
    fill_in ("Update", "The first circle met.");
    save_dialog ();
    g_assert_null (find_dialog ());
    g_assert_cmpuint (upstand_section_list_get_n_rows (list), ==, 1);
    UpstandDatedUpdate *update = upstand_section_list_get_record (list, 0);
    g_assert_cmpstr (update->post, ==, "Head of Testing");
    g_assert_cmpuint (update->dated, ==, upstand_date_new (2022, 3, 31));

    g_autoptr (UpstandDatedUpdate) copy = upstand_record_copy (update);
    copy->retracted = TRUE;
    copy->retract_reason = g_strdup ("Entered under the wrong duty");
    g_assert_true (upstand_store_save (fixture->plan.store, copy, NULL));
    plan_fixture_settle ();
    g_assert_cmpuint (upstand_section_list_get_n_rows (list), ==, 1);
    GtkWidget *row = find_row (GTK_WIDGET (list), "The first circle met.");
    g_assert_true (gtk_widget_has_css_class (row, "retracted"));
    g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)),
        "Retracted: Entered under the wrong duty"));
    plan_fixture_picture (&fixture->plan, "actions-retracted");
}

static void
test_period_done (Fixture *fixture, gconstpointer data)
{
    choose (fixture, 1);
    decide (fixture, "requirement.mark-done");
    save_dialog ();
    UpstandSectionList *list = get_section (fixture, "periods");
    g_assert_cmpuint (upstand_section_list_get_n_rows (list), ==, 1);
    UpstandDutyDone *period = upstand_section_list_get_record (list, 0);
    g_assert_cmpuint (period->done, ==, upstand_date_new (2022, 3, 31));
    g_assert_cmpuint (period->intended, >, 0);
    /* A duty that is done once has no periods. */
    choose (fixture, 0);
    g_assert_false (gtk_widget_get_sensitive (
        GTK_WIDGET (child (get_detail (fixture), UPSTAND_TYPE_REQUIREMENT_DETAIL, "mark_done"))));
}

static void
test_recommendations (Fixture *fixture, gconstpointer data)
{
    choose (fixture, 0);
    add_to (fixture, "recommendations");
    fill_in ("Reference", "2021, 4");
    fill_in ("Title", "Ask victims how it went");
    save_dialog ();
    UpstandSectionList *list = get_section (fixture, "recommendations");
    g_assert_cmpuint (upstand_section_list_get_n_rows (list), ==, 1);
    g_autoptr (UpstandRecommendation) shared =
        upstand_record_copy (upstand_section_list_get_record (list, 0));
    shared->requirements = upstand_ids_add (shared->requirements, fixture->plan.requirements[2]);
    g_assert_true (upstand_store_save (fixture->plan.store, shared, NULL));
    plan_fixture_settle ();
    GtkWidget *row = find_row (GTK_WIDGET (list), "Ask victims how it went");
    g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
        "HMICFRS 2021, 4 · Open · also answered by 2.1");
    choose (fixture, 2);
    g_assert_cmpuint (upstand_section_list_get_n_rows (list), ==, 1);
}

/* Somebody else saves while a dialog is open: both changes are kept, and the person is told. */
static void
test_saved_meanwhile (Fixture *fixture, gconstpointer data)
{
    choose (fixture, 0);
    decide (fixture, "requirement.wait");
    fill_in ("Waiting for what", "The council");
    g_autoptr (UpstandRequirement) theirs = read_requirement (fixture, 0);
    g_autoptr (UpstandRequirement) copy = upstand_record_copy (theirs);
    copy->success_measure = g_strdup ("Fewer repeat victims");
    g_assert_true (upstand_store_save (fixture->plan.store, copy, NULL));
    save_dialog ();
    g_assert_nonnull (find_dialog ());
    save_dialog ();
    g_assert_null (find_dialog ());
    g_autoptr (UpstandRequirement) both = read_requirement (fixture, 0);
    g_assert_cmpstr (both->waiting_reason, ==, "The council");
    g_assert_cmpstr (both->success_measure, ==, "Fewer repeat victims");
}

static void
test_cancelling (Fixture *fixture, gconstpointer data)
{
    choose (fixture, 0);
    decide (fixture, "requirement.wait");
    gtk_window_close (GTK_WINDOW (find_dialog ()));
    plan_fixture_settle ();
    g_assert_null (find_dialog ());
    decide (fixture, "requirement.wait");
    fill_in ("Waiting for what", "The council");
    gtk_window_close (GTK_WINDOW (find_dialog ()));
    plan_fixture_settle ();
    g_assert_nonnull (find_dialog ()); /* it asks first */
    gtk_window_destroy (GTK_WINDOW (find_dialog ()));
    g_autoptr (UpstandRequirement) same = read_requirement (fixture, 0);
    g_assert_false (same->waiting);
}

static void
test_found_after_reopening (Fixture *fixture, gconstpointer data)
{
    choose (fixture, 0);
    decide (fixture, "requirement.set-rating");
    fill_in ("Reason for the rating", "Accepted by the board");
    save_dialog ();
    g_autofree char *place = upstand_page_get_place (fixture->page);

    gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&fixture->plan.window)));
    plan_fixture_settle ();
    plan_fixture_let_go (fixture->plan.store);
    g_autoptr (GError) error = NULL;
    UpstandDatabase *database =
        upstand_database_open (fixture->plan.path, UPSTAND_DATABASE_WRITE, &error);
    g_assert_no_error (error);
    fixture->plan.store = upstand_store_new (database, "tester", "Head of Testing");
    show_page (fixture);
    upstand_page_set_place (fixture->page, place);
    plan_fixture_wait (is_by_hand, fixture);
    g_assert_cmpstr (upstand_requirement_detail_get (get_detail (fixture))->override_reason, ==,
        "Accepted by the board");
    undo (fixture, "Rating of 1.1 set by hand");
    plan_fixture_wait (is_computed, fixture);
}

static void
test_showing_records (Fixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandEvidence) evidence = upstand_record_new (&upstand_evidence_type);
    evidence->title = g_strdup ("Minutes");
    evidence->dated = upstand_date_new (2022, 3, 1);
    evidence->requirements = upstand_ids_add (NULL, fixture->plan.requirements[3]);
    g_assert_true (upstand_store_save (fixture->plan.store, evidence, NULL));
    g_assert_true (
        upstand_page_show_record (fixture->page, "evidence", evidence->parent_instance.id));
    g_assert_cmpstr (upstand_requirement_detail_get (get_detail (fixture))->code, ==, "2.2");
    g_assert_false (upstand_page_show_record (fixture->page, "evidence", 12345));
    g_assert_false (upstand_page_show_record (fixture->page, "requirement", 12345));
    upstand_page_set_place (fixture->page, "nowhere");
    upstand_page_set_place (fixture->page, "requirements x");
}

static const char *
get_shown_view (Fixture *fixture)
{
    GObject *stack = child (fixture->page, UPSTAND_TYPE_ACTIONS_PAGE, "stack");
    return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

/* A view is made when it is first shown, and an activity opens in the table. */
static void
test_views (Fixture *fixture, gconstpointer data)
{
    GtkStack *stack = GTK_STACK (child (fixture->page, UPSTAND_TYPE_ACTIONS_PAGE, "stack"));
    gint64 id = plan_fixture_add_activity (&fixture->plan, "Audit", "Audit", "2022-06-01", 1);
    g_assert_null (gtk_stack_get_child_by_name (stack, "activities"));
    g_assert_null (gtk_stack_get_child_by_name (stack, "timeline"));

    choose (fixture, 1);
    UpstandSectionList *list = get_section (fixture, "activities");
    UPSTAND_SECTION_LIST_GET_CLASS (list)->open (list, upstand_section_list_get_record (list, 0));
    plan_fixture_settle ();
    g_assert_cmpstr (get_shown_view (fixture), ==, "activities");
    UpstandActivitiesView *activities =
        UPSTAND_ACTIVITIES_VIEW (gtk_stack_get_child_by_name (stack, "activities"));
    g_assert_cmpint (upstand_activities_view_get_shown (activities), ==, id);
    plan_fixture_picture (&fixture->plan, "actions-activity");

    g_autofree char *place = upstand_page_get_place (fixture->page);
    gtk_widget_activate_action (GTK_WIDGET (fixture->page), "actions.show-view", "s", "timeline");
    g_assert_cmpstr (get_shown_view (fixture), ==, "timeline");
    g_assert_true (gtk_toggle_button_get_active (
        GTK_TOGGLE_BUTTON (child (fixture->page, UPSTAND_TYPE_ACTIONS_PAGE, "timeline_toggle"))));
    upstand_page_set_place (fixture->page, place);
    g_assert_cmpstr (get_shown_view (fixture), ==, "activities");
    g_assert_cmpint (upstand_activities_view_get_shown (activities), ==, id);
    g_assert_true (upstand_page_save_pending (fixture->page));
}

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
    gtk_window_set_default_size (GTK_WINDOW (fixture->plan.window), 600, 700);
    gtk_test_widget_wait_for_draw (fixture->plan.window);
    plan_fixture_settle ();
    AdwLeaflet *leaflet =
        ADW_LEAFLET (child (get_view (fixture), UPSTAND_TYPE_REQUIREMENTS_VIEW, "leaflet"));
    g_assert_true (adw_leaflet_get_folded (leaflet));
    choose (fixture, 0);
    g_assert_true (
        adw_leaflet_get_visible_child (leaflet) ==
        GTK_WIDGET (child (get_view (fixture), UPSTAND_TYPE_REQUIREMENTS_VIEW, "detail_side")));
    plan_fixture_picture (&fixture->plan, "actions-narrow");
    gtk_widget_activate_action (GTK_WIDGET (get_view (fixture)), "requirements.back", NULL);
    g_assert_true (
        adw_leaflet_get_visible_child (leaflet) ==
        GTK_WIDGET (child (get_view (fixture), UPSTAND_TYPE_REQUIREMENTS_VIEW, "list_side")));
}

static void
test_day_words (void)
{
    const UpstandDay today = upstand_date_new (2022, 3, 31);
    const struct {
        int days;
        const char *due, *expires, *distance;
    } cases[] = {
        { -12, "12 days overdue", "expired 12 days ago", "12 days ago" },
        { -1, "1 day overdue", "expired 1 day ago", "1 day ago" },
        { 0, "due today", "expires today", "today" },
        { 1, "due in 1 day", "expires in 1 day", "in 1 day" },
        { 30, "due in 30 days", "expires in 30 days", "in 30 days" },
        { 31, "due 1 May 2022", "expires 1 May 2022", "in 31 days" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        UpstandDay day = (UpstandDay)((int)today + cases[i].days);
        g_autofree char *due = upstand_day_words_due (day, today);
        g_autofree char *expires = upstand_day_words_expires (day, today);
        g_autofree char *distance = upstand_day_words_distance (day, today);
        g_assert_cmpstr (due, ==, cases[i].due);
        g_assert_cmpstr (expires, ==, cases[i].expires);
        g_assert_cmpstr (distance, ==, cases[i].distance);
    }
    g_autofree char *late = upstand_day_words_evidence (today - 90, today);
    g_assert_cmpstr (late, ==, "evidence 90 days late");
    g_autofree char *never = upstand_day_words_due (0, today);
    g_assert_cmpstr (never, ==, "");
}

static void
test_references (void)
{
    const struct {
        const char *reference, *uri;
    } cases[] = {
        { "https://www.example.org/a", "https://www.example.org/a" },
        { "www.example.org", "https://www.example.org" },
        { "/srv/minutes.pdf", "file:///srv/minutes.pdf" },
        { "mailto:board@example.org", "mailto:board@example.org" },
        { "Cabinet 3, folder 12", NULL },
        { "Minutes: the board", NULL },
        { "javascript:alert(1)", NULL },
        { "", NULL },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *uri = upstand_reference_to_uri (cases[i].reference);
        g_assert_cmpstr (uri, ==, cases[i].uri);
        g_assert_cmpint (upstand_can_open_reference (cases[i].reference), ==, cases[i].uri != NULL);
    }
}

int
main (int argc, char **argv)
{
    plan_fixture_init (&argc, &argv);
    g_test_add_func ("/actions/day-words", test_day_words);
    g_test_add_func ("/actions/references", test_references);
#define ADD(path, function) \
    g_test_add ("/actions/" path, Fixture, NULL, set_up, function, tear_down)
    ADD ("tree", test_tree);
    ADD ("closing-a-line", test_closing_a_line);
    ADD ("search-and-filter", test_search_and_filter);
    ADD ("override", test_override);
    ADD ("not-applicable-and-waiting", test_not_applicable_and_waiting);
    ADD ("moving-a-deadline", test_moving_a_deadline);
    ADD ("evidence", test_evidence);
    ADD ("evidence-through-an-activity", test_evidence_through_an_activity);
    ADD ("updates", test_updates);
    ADD ("period-done", test_period_done);
    ADD ("recommendations", test_recommendations);
    ADD ("saved-meanwhile", test_saved_meanwhile);
    ADD ("cancelling", test_cancelling);
    ADD ("found-after-reopening", test_found_after_reopening);
    ADD ("showing-records", test_showing_records);
    ADD ("views", test_views);
    ADD ("narrow", test_narrow);
#undef ADD
    return g_test_run ();
}
