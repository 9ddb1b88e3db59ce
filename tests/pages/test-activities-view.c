/* SPDX-License-Identifier: MIT */
#include "pages/activities-view.h"

#include "pages/activity-editor.h"
#include "pages/bulk-change.h"
#include "pages/bulk-edit.h"
#include "plan-fixture.h"
#include "records/activity.h"
#include "widgets/links-row.h"
#include "widgets/record-form.h"
#include "widgets/record-table.h"

typedef struct {
    PlanFixture plan;
    UpstandActivitiesView *view;
    gint64 ids[4];
    char *toast;
    char *trouble;
} Fixture;

static void
toast_cb (GSimpleAction *action, GVariant *words, gpointer user_data)
{
    Fixture *fixture = user_data;
    g_free (fixture->toast);
    fixture->toast = g_variant_dup_string (words, NULL);
}

static void
trouble_cb (GSimpleAction *action, GVariant *words, gpointer user_data)
{
    Fixture *fixture = user_data;
    g_free (fixture->trouble);
    g_variant_get (words, "(ss)", NULL, &fixture->trouble);
}

/* What the real window offers to its pages. */
static void
add_window_actions (Fixture *fixture)
{
    const GActionEntry entries[] = {
        { "toast-undo", toast_cb, "s" },
        { "show-error", trouble_cb, "(ss)" },
    };
    g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
    g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, 2, fixture);
    gtk_widget_insert_action_group (fixture->plan.window, "win", G_ACTION_GROUP (actions));
}

static UpstandRecordTable *
get_table (Fixture *fixture)
{
    return UPSTAND_RECORD_TABLE (upstand_activities_view_get_table (fixture->view));
}

static UpstandRecordForm *
get_form (Fixture *fixture)
{
    return UPSTAND_RECORD_FORM (upstand_activity_editor_get_form (
        UPSTAND_ACTIVITY_EDITOR (upstand_activities_view_get_editor (fixture->view))));
}

static void
set_up_size (Fixture *fixture, int width, gboolean filled)
{
    plan_fixture_set_up (&fixture->plan, NULL);
    if (filled) {
        PlanFixture *plan = &fixture->plan;
        fixture->ids[0] =
            plan_fixture_add_activity (plan, "Train officers", "Head of Training", "2022-03-01", 0);
        fixture->ids[1] =
            plan_fixture_add_activity (plan, "Answer letters", "Head of Crime", "2022-04-10", 1);
        fixture->ids[2] =
            plan_fixture_add_activity (plan, "Review cases", "Head of Crime", "2022-03-31", 2);
        fixture->ids[3] = plan_fixture_add_activity (plan, "Meet groups", NULL, NULL, 3);
    }
    fixture->view = UPSTAND_ACTIVITIES_VIEW (upstand_activities_view_new ());
    upstand_activities_view_set_store (
        fixture->view, fixture->plan.store, upstand_date_new (2022, 3, 31));
    plan_fixture_show (&fixture->plan, GTK_WIDGET (fixture->view), width, 700);
    add_window_actions (fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
    set_up_size (fixture, 1200, TRUE);
}

static void
set_up_empty (Fixture *fixture, gconstpointer data)
{
    set_up_size (fixture, 1200, FALSE);
}

static void
set_up_narrow (Fixture *fixture, gconstpointer data)
{
    set_up_size (fixture, 600, TRUE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
    plan_fixture_tear_down (&fixture->plan, data);
    g_free (fixture->toast);
    g_free (fixture->trouble);
}

static void
act (Fixture *fixture, const char *action)
{
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), action, NULL));
    plan_fixture_settle ();
}

typedef struct {
    Fixture *fixture;
    const char *words;
} Expected;

static gboolean
counts (gpointer data)
{
    Expected *expected = data;
    return g_strcmp0 (
               upstand_activities_view_get_count (expected->fixture->view), expected->words) == 0;
}

static void
assert_count (Fixture *fixture, const char *words)
{
    Expected expected = { fixture, words };
    plan_fixture_wait (counts, &expected);
}

static void
choose (Fixture *fixture, guint first, guint n)
{
    gtk_selection_model_select_range (
        GTK_SELECTION_MODEL (upstand_record_table_get_selection (get_table (fixture))), first, n,
        TRUE);
    plan_fixture_settle ();
}

static UpstandActivity *
read_activity (Fixture *fixture, gint64 id)
{
    return upstand_store_get (fixture->plan.store, &upstand_activity_type, id, NULL);
}

static void
undo (Fixture *fixture)
{
    g_autoptr (GError) error = NULL;
    upstand_store_undo (fixture->plan.store, &error);
    g_assert_no_error (error);
    plan_fixture_settle ();
}

static void
test_count (Fixture *fixture, gconstpointer data)
{
    /* Due today is not overdue. */
    assert_count (fixture, "4 activities, 1 overdue");
    plan_fixture_picture (&fixture->plan, "activities");
    upstand_activities_view_search (fixture->view, "crime");
    assert_count (fixture, "2 of 4 activities");
    upstand_activities_view_search (fixture->view, "crime ans");
    assert_count (fixture, "1 of 4 activities");
    upstand_activities_view_search (fixture->view, "xyz");
    assert_count (fixture, "0 of 4 activities");
    plan_fixture_picture (&fixture->plan, "activities-none");
    act (fixture, "activities.clear");
    assert_count (fixture, "4 activities, 1 overdue");
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
    upstand_activities_view_filter (fixture->view, "owner", "Head of Crime");
    assert_count (fixture, "2 of 4 activities");
    upstand_activities_view_filter (fixture->view, "owner", "");
    assert_count (fixture, "1 of 4 activities");
    upstand_activities_view_filter (fixture->view, "overdue", "1");
    assert_count (fixture, "1 of 4 activities, 1 overdue");
    upstand_activities_view_filter (fixture->view, "state", "blocked");
    assert_count (fixture, "0 of 4 activities");
    upstand_activities_view_filter (fixture->view, "cadence", "quarterly");
    assert_count (fixture, "1 of 4 activities");
    g_autofree char *requirement =
        g_strdup_printf ("%" G_GINT64_FORMAT, fixture->plan.requirements[2]);
    upstand_activities_view_filter (fixture->view, "requirement", requirement);
    assert_count (fixture, "1 of 4 activities");
    plan_fixture_settle ();
    plan_fixture_picture (&fixture->plan, "activities-filters");
}

static void
test_filter_ratings (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    /* Before they are known nothing has that rating; then the list follows by itself. */
    upstand_activities_view_filter (fixture->view, "rating", "not-started");
    assert_count (fixture, "0 of 4 activities");
    g_autoptr (UpstandPlanRatings) ratings = upstand_plan_ratings_load (
        upstand_store_get_database (fixture->plan.store), upstand_date_new (2022, 3, 31), &error);
    g_assert_no_error (error);
    g_autoptr (GArray) found = upstand_plan_ratings_find (ratings, UPSTAND_RATING_NOT_STARTED);
    g_assert_cmpuint (found->len, >, 0);
    upstand_activities_view_set_ratings (fixture->view, ratings);
    g_autofree char *words = g_strdup_printf ("%u of 4 activities", found->len);
    plan_fixture_settle ();
    UpstandListModel *model = upstand_record_table_get_model (get_table (fixture));
    g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, found->len);
    act (fixture, "activities.clear");
    plan_fixture_picture (&fixture->plan, "activities-rated");
}

static void
test_place (Fixture *fixture, gconstpointer data)
{
    upstand_activities_view_filter (fixture->view, "owner", "Head of Crime");
    upstand_activities_view_search (fixture->view, "re");
    g_assert_true (upstand_activities_view_show (fixture->view, fixture->ids[2]));
    g_autofree char *place = upstand_activities_view_get_place (fixture->view);
    act (fixture, "activities.close");
    act (fixture, "activities.clear");
    assert_count (fixture, "4 activities, 1 overdue");
    upstand_activities_view_set_place (fixture->view, place);
    assert_count (fixture, "1 of 4 activities");
    g_assert_cmpint (upstand_activities_view_get_shown (fixture->view), ==, fixture->ids[2]);
    /* Nonsense is passed over. */
    upstand_activities_view_set_place (fixture->view, "(nonsense");
    assert_count (fixture, "1 of 4 activities");
}

static void
type_into (Fixture *fixture, const char *field, const char *text)
{
    GtkWidget *row = upstand_record_form_get_row (get_form (fixture), field);
    gtk_widget_grab_focus (row);
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
test_open_and_edit (Fixture *fixture, gconstpointer data)
{
    choose (fixture, 1, 1);
    act (fixture, "activities.open");
    g_assert_cmpint (upstand_activities_view_get_shown (fixture->view), ==, fixture->ids[1]);
    type_into (fixture, "owner", "Head of Letters");
    plan_fixture_leave (&fixture->plan);
    g_autoptr (UpstandActivity) after = read_activity (fixture, fixture->ids[1]);
    g_assert_cmpstr (after->owner, ==, "Head of Letters");
    plan_fixture_picture (&fixture->plan, "activities-open");
    /* Beside each other, the detail follows the list. */
    choose (fixture, 2, 1);
    g_assert_cmpint (upstand_activities_view_get_shown (fixture->view), ==, fixture->ids[2]);
    /* What cannot be saved is not left behind. */
    type_into (fixture, "due", "some day");
    choose (fixture, 0, 1);
    g_assert_cmpint (upstand_activities_view_get_shown (fixture->view), ==, fixture->ids[2]);
    g_assert_false (upstand_activities_view_save_pending (fixture->view));
    plan_fixture_picture (&fixture->plan, "activities-unsaved");
    upstand_record_form_discard (get_form (fixture));
    act (fixture, "activities.close");
    g_assert_cmpint (upstand_activities_view_get_shown (fixture->view), ==, 0);
}

static void
test_state_brings_rest (Fixture *fixture, gconstpointer data)
{
    upstand_activities_view_show (fixture->view, fixture->ids[0]);
    UpstandRecordForm *form = get_form (fixture);
    GtkWidget *completed = upstand_record_form_get_row (form, "completed");
    g_assert_false (gtk_widget_get_visible (completed));
    adw_combo_row_set_selected (
        ADW_COMBO_ROW (upstand_record_form_get_row (form, "state")), UPSTAND_ACTIVITY_COMPLETE);
    g_assert_true (upstand_record_form_flush (form));
    g_assert_true (gtk_widget_get_visible (completed));
    g_autoptr (UpstandActivity) after = read_activity (fixture, fixture->ids[0]);
    g_assert_cmpint (after->percent, ==, 100);
    g_assert_cmpuint (after->completed, ==, upstand_date_new (2022, 3, 31));
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
    assert_count (fixture, "4 activities, 1 overdue");
    act (fixture, "activities.new");
    type_into (fixture, "title", "Listen more");
    upstand_links_row_toggle (
        UPSTAND_LINKS_ROW (upstand_record_form_get_row (get_form (fixture), "requirements")),
        fixture->plan.requirements[0]);
    g_assert_true (upstand_activities_view_save_pending (fixture->view));
    assert_count (fixture, "5 activities, 1 overdue");
    undo (fixture);
    assert_count (fixture, "4 activities, 1 overdue");
}

static void
test_new_given_up (Fixture *fixture, gconstpointer data)
{
    act (fixture, "activities.new");
    act (fixture, "activities.close");
    g_assert_true (upstand_activities_view_save_pending (fixture->view));
    g_assert_true (upstand_activities_view_show_new (fixture->view, fixture->plan.requirements[1]));
    UpstandActivity *edited =
        (UpstandActivity *)upstand_record_form_get_edited (get_form (fixture));
    g_assert_true (upstand_ids_contain (edited->requirements, fixture->plan.requirements[1]));
    type_into (fixture, "percent", "5");
    /* It wants a title: it stays until that is written or the whole is given up. */
    act (fixture, "activities.close");
    g_assert_nonnull (upstand_record_form_get_record (get_form (fixture)));
    upstand_record_form_discard (get_form (fixture));
    act (fixture, "activities.close");
    g_assert_null (upstand_record_form_get_record (get_form (fixture)));
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
    assert_count (fixture, "4 activities, 1 overdue");
    choose (fixture, 0, 2);
    plan_fixture_picture (&fixture->plan, "activities-chosen");
    act (fixture, "activities.delete");
    g_assert_cmpstr (fixture->toast, ==, "2 activities deleted");
    assert_count (fixture, "2 activities");
    undo (fixture);
    assert_count (fixture, "4 activities, 1 overdue");
    g_autoptr (UpstandActivity) back = read_activity (fixture, fixture->ids[1]);
    g_assert_cmpuint (back->requirements->len, ==, 1);
}

static void
test_delete_open (Fixture *fixture, gconstpointer data)
{
    upstand_activities_view_show (fixture->view, fixture->ids[3]);
    act (fixture, "activities.delete-open");
    g_assert_cmpstr (fixture->toast, ==, "1 activity deleted");
    g_assert_cmpint (upstand_activities_view_get_shown (fixture->view), ==, 0);
    assert_count (fixture, "3 activities, 1 overdue");
}

static void
test_duplicate (Fixture *fixture, gconstpointer data)
{
    choose (fixture, 0, 1);
    act (fixture, "activities.duplicate");
    gint64 id = upstand_activities_view_get_shown (fixture->view);
    g_assert_cmpint (id, !=, fixture->ids[0]);
    g_autoptr (UpstandActivity) copy = read_activity (fixture, id);
    g_assert_cmpstr (copy->title, ==, "Train officers (copy)");
    g_assert_cmpuint (copy->requirements->len, ==, 1);
    g_assert_cmpuint (copy->state, ==, UPSTAND_ACTIVITY_NOT_STARTED);
}

static UpstandBulkEdit *
find_bulk_edit (void)
{
    g_autoptr (GList) windows = gtk_window_list_toplevels ();
    for (GList *link = windows; link; link = link->next)
        if (UPSTAND_IS_BULK_EDIT (link->data))
            return link->data;
    return NULL;
}

static void
test_bulk_edit (Fixture *fixture, gconstpointer data)
{
    assert_count (fixture, "4 activities, 1 overdue");
    choose (fixture, 0, 3);
    act (fixture, "activities.edit");
    UpstandBulkEdit *dialog = find_bulk_edit ();
    g_assert_nonnull (dialog);
    upstand_bulk_edit_apply (dialog);
    g_assert_nonnull (upstand_bulk_edit_get_trouble (dialog));
    upstand_bulk_edit_fill (dialog, NULL, "some day", -1, NULL);
    upstand_bulk_edit_apply (dialog);
    g_assert_nonnull (upstand_bulk_edit_get_trouble (dialog));
    upstand_bulk_edit_fill (dialog, "Deputy", "30/4/22", UPSTAND_ACTIVITY_BLOCKED, "No money");
    upstand_bulk_edit_apply (dialog);
    plan_fixture_settle ();
    g_assert_null (find_bulk_edit ());
    g_assert_cmpstr (fixture->toast, ==, "3 activities changed");
    for (guint i = 0; i < 3; i++) {
        g_autoptr (UpstandActivity) after = read_activity (fixture, fixture->ids[i]);
        g_assert_cmpstr (after->owner, ==, "Deputy");
        g_assert_cmpuint (after->due, ==, upstand_date_new (2022, 4, 30));
        g_assert_cmpuint (after->state, ==, UPSTAND_ACTIVITY_BLOCKED);
        g_assert_cmpstr (after->blockers, ==, "No money");
    }
    assert_count (fixture, "4 activities");
    /* All of it is one step. */
    undo (fixture);
    assert_count (fixture, "4 activities, 1 overdue");
    g_autoptr (UpstandActivity) back = read_activity (fixture, fixture->ids[0]);
    g_assert_cmpstr (back->owner, ==, "Head of Training");
    g_assert_cmpuint (back->state, ==, UPSTAND_ACTIVITY_NOT_STARTED);
}

static void
test_bulk_refused (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandActivity) read = read_activity (fixture, fixture->ids[2]);
    g_autoptr (UpstandActivity) late = upstand_record_copy (read);
    late->start = upstand_date_new (2022, 3, 1);
    upstand_store_save (fixture->plan.store, late, &error);
    g_assert_no_error (error);
    plan_fixture_settle ();
    choose (fixture, 0, 3);
    act (fixture, "activities.edit");
    UpstandBulkEdit *dialog = find_bulk_edit ();
    /* Before the start of one of the three: none is changed, and it is said which. */
    upstand_bulk_edit_fill (dialog, NULL, "1/1/22", -1, NULL);
    upstand_bulk_edit_apply (dialog);
    g_assert_nonnull (strstr (upstand_bulk_edit_get_trouble (dialog), "Review cases"));
    g_autoptr (UpstandActivity) first = read_activity (fixture, fixture->ids[0]);
    g_assert_cmpuint (first->due, ==, upstand_date_new (2022, 3, 1));
    gtk_window_close (GTK_WINDOW (dialog));
    plan_fixture_settle ();
}

static gboolean
is_toasted (gpointer data)
{
    return ((Fixture *)data)->toast != NULL;
}

static void
test_bulk_many (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    upstand_store_begin (fixture->plan.store, "Many", &error);
    for (int i = 0; i < UPSTAND_BULK_AT_ONCE + 50; i++)
        plan_fixture_add_activity (&fixture->plan, "Another", NULL, NULL, 0);
    upstand_store_commit (fixture->plan.store, &error);
    g_assert_no_error (error);
    assert_count (fixture, "254 activities, 1 overdue");
    gtk_selection_model_select_all (
        GTK_SELECTION_MODEL (upstand_record_table_get_selection (get_table (fixture))));
    act (fixture, "activities.edit");
    UpstandBulkEdit *dialog = find_bulk_edit ();
    upstand_bulk_edit_fill (dialog, "Deputy", NULL, -1, NULL);
    upstand_bulk_edit_apply (dialog);
    plan_fixture_wait (is_toasted, fixture);
    g_assert_cmpstr (fixture->toast, ==, "254 activities changed");
    g_autoptr (UpstandActivity) after = read_activity (fixture, fixture->ids[3]);
    g_assert_cmpstr (after->owner, ==, "Deputy");
    undo (fixture);
    g_autoptr (UpstandActivity) back = read_activity (fixture, fixture->ids[3]);
    g_assert_null (back->owner);
    g_clear_pointer (&fixture->toast, g_free);
    gtk_selection_model_select_all (
        GTK_SELECTION_MODEL (upstand_record_table_get_selection (get_table (fixture))));
    act (fixture, "activities.delete");
    plan_fixture_wait (is_toasted, fixture);
    assert_count (fixture, "0 activities");
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
    assert_count (fixture, "0 activities");
    plan_fixture_picture (&fixture->plan, "activities-empty");
    plan_fixture_add_activity (&fixture->plan, "First", NULL, NULL, 0);
    assert_count (fixture, "1 activity");
}

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
    plan_fixture_picture (&fixture->plan, "activities-narrow");
    upstand_activities_view_filter (fixture->view, "overdue", "1");
    plan_fixture_settle ();
    plan_fixture_picture (&fixture->plan, "activities-narrow-filters");
    upstand_activities_view_show (fixture->view, fixture->ids[0]);
    plan_fixture_settle ();
    g_assert_false (gtk_widget_get_mapped (upstand_activities_view_get_table (fixture->view)));
    plan_fixture_picture (&fixture->plan, "activities-narrow-open");
    act (fixture, "activities.close");
    g_assert_true (gtk_widget_get_mapped (upstand_activities_view_get_table (fixture->view)));
}

#define TEST(name, set_up_it, function) \
    g_test_add ("/activities-view/" name, Fixture, NULL, set_up_it, function, tear_down)

int
main (int argc, char **argv)
{
    plan_fixture_init (&argc, &argv);
    TEST ("count", set_up, test_count);
    TEST ("filters", set_up, test_filters);
    TEST ("filter-ratings", set_up, test_filter_ratings);
    TEST ("place", set_up, test_place);
    TEST ("open-and-edit", set_up, test_open_and_edit);
    TEST ("state-brings-rest", set_up, test_state_brings_rest);
    TEST ("new", set_up, test_new);
    TEST ("new-given-up", set_up, test_new_given_up);
    TEST ("delete", set_up, test_delete);
    TEST ("delete-open", set_up, test_delete_open);
    TEST ("duplicate", set_up, test_duplicate);
    TEST ("bulk-edit", set_up, test_bulk_edit);
    TEST ("bulk-refused", set_up, test_bulk_refused);
    TEST ("bulk-many", set_up, test_bulk_many);
    TEST ("empty", set_up_empty, test_empty);
    TEST ("narrow", set_up_narrow, test_narrow);
    return g_test_run ();
}
