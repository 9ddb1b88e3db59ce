/* SPDX-License-Identifier: MIT */
#include "widgets/record-form.h"

#include "plan-fixture.h"
#include "records/activity.h"
#include "widgets/date-row.h"
#include "widgets/links-row.h"
#include "widgets/paragraph-row.h"

static char *
name_requirement (const UpstandField *field, gint64 id, gpointer user_data)
{
    return g_strdup_printf ("requirement %d", (int)(id % 100));
}

static const UpstandFormSetup setup = { NULL, name_requirement, NULL, NULL };

typedef struct {
    PlanFixture plan;
    gint64 id;
    UpstandRecordForm *form;
    guint saved;
} Fixture;

static void
saved_cb (UpstandRecordForm *form, UpstandRecord *record, Fixture *fixture)
{
    fixture->saved++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    plan_fixture_set_up (&fixture->plan, data);
    fixture->id =
        plan_fixture_add_activity (&fixture->plan, "Train", "Head of Crime", "2022-05-01", 0);
    fixture->form =
        upstand_record_form_new (fixture->plan.store, &upstand_activity_type, &setup, NULL);
    upstand_record_form_set_today (fixture->form, upstand_date_new (2022, 3, 31));
    g_signal_connect (fixture->form, "saved", G_CALLBACK (saved_cb), fixture);
    g_autoptr (UpstandRecord) record =
        upstand_store_get (fixture->plan.store, &upstand_activity_type, fixture->id, &error);
    g_assert_no_error (error);
    g_assert_true (upstand_record_form_set_record (fixture->form, record));

    GtkWidget *scrolled = gtk_scrolled_window_new ();
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->form));
    plan_fixture_show (&fixture->plan, scrolled, 600, 800);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
    plan_fixture_tear_down (&fixture->plan, data);
}

static UpstandActivity *
read_activity (Fixture *fixture)
{
    g_autoptr (GError) error = NULL;
    UpstandActivity *activity =
        upstand_store_get (fixture->plan.store, &upstand_activity_type, fixture->id, &error);
    g_assert_no_error (error);
    return activity;
}

static void
type_into (Fixture *fixture, const char *field, const char *text)
{
    GtkWidget *row = upstand_record_form_get_row (fixture->form, field);
    gtk_widget_grab_focus (row);
    if (UPSTAND_IS_PARAGRAPH_ROW (row))
        upstand_paragraph_row_set_text (UPSTAND_PARAGRAPH_ROW (row), text);
    else
        gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
test_leaving_saves (Fixture *fixture, gconstpointer data)
{
    type_into (fixture, "owner", "Head of Training");
    g_autoptr (UpstandActivity) before = read_activity (fixture);
    g_assert_cmpstr (before->owner, ==, "Head of Crime");
    g_assert_true (upstand_record_form_is_unsaved (fixture->form));
    plan_fixture_leave (&fixture->plan);
    g_autoptr (UpstandActivity) after = read_activity (fixture);
    g_assert_cmpstr (after->owner, ==, "Head of Training");
    g_assert_false (upstand_record_form_is_unsaved (fixture->form));
    g_assert_cmpuint (fixture->saved, ==, 1);
    /* Leaving again writes nothing. */
    gtk_widget_grab_focus (upstand_record_form_get_row (fixture->form, "owner"));
    plan_fixture_leave (&fixture->plan);
    g_assert_cmpuint (fixture->saved, ==, 1);
    plan_fixture_picture (&fixture->plan, "record-form");
}

static void
test_enter_saves (Fixture *fixture, gconstpointer data)
{
    type_into (fixture, "due", "31/12");
    g_signal_emit_by_name (upstand_record_form_get_row (fixture->form, "due"), "entry-activated");
    g_autoptr (UpstandActivity) after = read_activity (fixture);
    /* The year nearest to today, and shown as it was understood. */
    g_assert_cmpuint (after->due, ==, upstand_date_new (2021, 12, 31));
    g_assert_cmpstr (
        gtk_editable_get_text (GTK_EDITABLE (upstand_record_form_get_row (fixture->form, "due"))),
        ==, "31 Dec 2021");
}

static void
test_paragraph (Fixture *fixture, gconstpointer data)
{
    type_into (fixture, "risks", "One\nTwo");
    plan_fixture_leave (&fixture->plan);
    g_autoptr (UpstandActivity) after = read_activity (fixture);
    g_assert_cmpstr (after->risks, ==, "One\nTwo");
}

static gboolean
is_saved (gpointer data)
{
    return ((Fixture *)data)->saved > 0;
}

static void
test_choice_saves (Fixture *fixture, gconstpointer data)
{
    GtkWidget *row = upstand_record_form_get_row (fixture->form, "state");
    adw_combo_row_set_selected (ADW_COMBO_ROW (row), UPSTAND_ACTIVITY_IN_PROGRESS);
    g_assert_cmpuint (fixture->saved, ==, 0);
    plan_fixture_wait (is_saved, fixture);
    g_autoptr (UpstandActivity) after = read_activity (fixture);
    g_assert_cmpuint (after->state, ==, UPSTAND_ACTIVITY_IN_PROGRESS);
}

static void
test_links (Fixture *fixture, gconstpointer data)
{
    UpstandLinksRow *row =
        UPSTAND_LINKS_ROW (upstand_record_form_get_row (fixture->form, "requirements"));
    upstand_links_row_toggle (row, fixture->plan.requirements[2]);
    g_assert_true (upstand_record_form_flush (fixture->form));
    g_autoptr (UpstandActivity) two = read_activity (fixture);
    g_assert_cmpuint (two->requirements->len, ==, 2);
    upstand_links_row_toggle (row, fixture->plan.requirements[0]);
    upstand_links_row_toggle (row, fixture->plan.requirements[2]);
    /* One is needed: it is said, and what was there is kept. */
    g_assert_false (upstand_record_form_flush (fixture->form));
    g_assert_nonnull (upstand_record_form_get_problem (fixture->form, "requirements"));
    g_autoptr (UpstandActivity) still = read_activity (fixture);
    g_assert_cmpuint (still->requirements->len, ==, 2);
    plan_fixture_picture (&fixture->plan, "record-form-problem");
}

static void
test_invalid_stays (Fixture *fixture, gconstpointer data)
{
    type_into (fixture, "due", "some day");
    plan_fixture_leave (&fixture->plan);
    g_assert_nonnull (upstand_record_form_get_problem (fixture->form, "due"));
    g_assert_false (upstand_record_form_flush (fixture->form));
    g_assert_cmpstr (
        gtk_editable_get_text (GTK_EDITABLE (upstand_record_form_get_row (fixture->form, "due"))),
        ==, "some day");
    /* The rest is saved all the same. */
    type_into (fixture, "owner", "Head of Training");
    plan_fixture_leave (&fixture->plan);
    g_autoptr (UpstandActivity) after = read_activity (fixture);
    g_assert_cmpstr (after->owner, ==, "Head of Training");
    g_assert_cmpuint (after->due, ==, upstand_date_new (2022, 5, 1));
    g_assert_true (upstand_record_form_is_unsaved (fixture->form));
    /* Another record does not push it away. */
    g_assert_false (upstand_record_form_set_record (fixture->form, NULL));
    type_into (fixture, "due", "");
    plan_fixture_leave (&fixture->plan);
    g_assert_null (upstand_record_form_get_problem (fixture->form, "due"));
    g_assert_true (upstand_record_form_flush (fixture->form));
    g_autoptr (UpstandActivity) emptied = read_activity (fixture);
    g_assert_cmpuint (emptied->due, ==, 0);
}

static void
test_rule_of_record (Fixture *fixture, gconstpointer data)
{
    type_into (fixture, "percent", "101");
    plan_fixture_leave (&fixture->plan);
    g_assert_nonnull (upstand_record_form_get_problem (fixture->form, "percent"));
    g_autoptr (UpstandActivity) after = read_activity (fixture);
    g_assert_cmpint (after->percent, ==, 0);
    type_into (fixture, "percent", "100");
    plan_fixture_leave (&fixture->plan);
    g_assert_null (upstand_record_form_get_problem (fixture->form, "percent"));
    g_autoptr (UpstandActivity) good = read_activity (fixture);
    g_assert_cmpint (good->percent, ==, 100);
}

/* Somebody else's save, through a store of their own. */
static void
save_elsewhere (Fixture *fixture, const char *owner, const char *unit)
{
    g_autoptr (GError) error = NULL;
    UpstandDatabase *database =
        upstand_database_open (fixture->plan.path, UPSTAND_DATABASE_WRITE, &error);
    g_assert_no_error (error);
    g_autoptr (UpstandStore) store = upstand_store_new (database, "other", "Other post");
    g_autoptr (UpstandActivity) read =
        upstand_store_get (store, &upstand_activity_type, fixture->id, &error);
    g_autoptr (UpstandActivity) copy = upstand_record_copy (read);
    if (owner) {
        g_free (copy->owner);
        copy->owner = g_strdup (owner);
    }
    if (unit)
        copy->unit = g_strdup (unit);
    upstand_store_save (store, copy, &error);
    g_assert_no_error (error);
}

static GtkWidget *
find_button (GtkWidget *in, const char *label)
{
    if (GTK_IS_BUTTON (in) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (in)), label) == 0 &&
        gtk_widget_get_mapped (in))
        return in;
    for (GtkWidget *child = gtk_widget_get_first_child (in); child;
         child = gtk_widget_get_next_sibling (child)) {
        GtkWidget *found = find_button (child, label);
        if (found)
            return found;
    }
    return NULL;
}

static void
press (Fixture *fixture, const char *label)
{
    GtkWidget *button = find_button (GTK_WIDGET (fixture->form), label);
    g_assert_nonnull (button);
    g_signal_emit_by_name (button, "clicked");
    plan_fixture_settle ();
}

static void
test_stale_merged (Fixture *fixture, gconstpointer data)
{
    type_into (fixture, "owner", "Mine");
    save_elsewhere (fixture, NULL, "Their unit");
    plan_fixture_leave (&fixture->plan);
    g_autoptr (UpstandActivity) both = read_activity (fixture);
    g_assert_cmpstr (both->owner, ==, "Mine");
    g_assert_cmpstr (both->unit, ==, "Their unit");
    g_assert_cmpstr (
        gtk_editable_get_text (GTK_EDITABLE (upstand_record_form_get_row (fixture->form, "unit"))),
        ==, "Their unit");
    g_assert_false (upstand_record_form_is_unsaved (fixture->form));
}

static void
test_stale_mine (Fixture *fixture, gconstpointer data)
{
    type_into (fixture, "owner", "Mine");
    save_elsewhere (fixture, "Theirs", NULL);
    plan_fixture_leave (&fixture->plan);
    g_autoptr (UpstandActivity) theirs = read_activity (fixture);
    g_assert_cmpstr (theirs->owner, ==, "Theirs");
    g_assert_false (upstand_record_form_flush (fixture->form));
    plan_fixture_picture (&fixture->plan, "record-form-stale");
    press (fixture, "Keep mine");
    g_autoptr (UpstandActivity) mine = read_activity (fixture);
    g_assert_cmpstr (mine->owner, ==, "Mine");
    g_assert_null (find_button (GTK_WIDGET (fixture->form), "Keep mine"));
    g_assert_true (upstand_record_form_flush (fixture->form));
}

static void
test_stale_theirs (Fixture *fixture, gconstpointer data)
{
    type_into (fixture, "owner", "Mine");
    save_elsewhere (fixture, "Theirs", NULL);
    /* Going to the next field is when the other's save comes to light. */
    type_into (fixture, "unit", "My unit");
    plan_fixture_leave (&fixture->plan);
    press (fixture, "Take theirs");
    g_autoptr (UpstandActivity) after = read_activity (fixture);
    g_assert_cmpstr (after->owner, ==, "Theirs");
    /* What only one changed needs no choice. */
    g_assert_cmpstr (after->unit, ==, "My unit");
    g_assert_cmpstr (
        gtk_editable_get_text (GTK_EDITABLE (upstand_record_form_get_row (fixture->form, "owner"))),
        ==, "Theirs");
}

static void
test_follows_undo (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    type_into (fixture, "owner", "Head of Training");
    plan_fixture_leave (&fixture->plan);
    upstand_store_undo (fixture->plan.store, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (
        gtk_editable_get_text (GTK_EDITABLE (upstand_record_form_get_row (fixture->form, "owner"))),
        ==, "Head of Crime");
    g_assert_false (upstand_record_form_is_unsaved (fixture->form));
}

static void
test_deleted (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    type_into (fixture, "owner", "Mine");
    g_autoptr (UpstandActivity) activity = read_activity (fixture);
    g_assert_true (upstand_store_delete (fixture->plan.store, activity, &error));
    g_assert_true (upstand_record_form_is_unsaved (fixture->form));
    press (fixture, "Enter it _again");
    UpstandRecord *again = upstand_record_form_get_record (fixture->form);
    g_assert_cmpint (again->id, !=, 0);
    g_assert_cmpint (again->id, !=, fixture->id);
    g_assert_cmpstr (((UpstandActivity *)again)->owner, ==, "Mine");
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandRecord) record = upstand_record_new (&upstand_activity_type);
    g_assert_true (upstand_record_form_set_record (fixture->form, record));
    /* Nobody is told off before having written anything. */
    g_assert_null (upstand_record_form_get_problem (fixture->form, "title"));
    g_assert_true (upstand_record_form_flush (fixture->form));
    type_into (fixture, "title", "New one");
    plan_fixture_leave (&fixture->plan);
    g_assert_cmpuint (fixture->saved, ==, 0);
    g_assert_true (upstand_record_form_is_unsaved (fixture->form));
    g_assert_null (upstand_record_form_get_problem (fixture->form, "requirements"));
    upstand_links_row_toggle (
        UPSTAND_LINKS_ROW (upstand_record_form_get_row (fixture->form, "requirements")),
        fixture->plan.requirements[1]);
    g_assert_true (upstand_record_form_flush (fixture->form));
    g_assert_cmpuint (fixture->saved, ==, 1);
    g_assert_cmpint (upstand_record_form_get_record (fixture->form)->id, !=, 0);
}

static gboolean
shows (GtkWidget *in, const char *part)
{
    if (GTK_IS_LABEL (in) && gtk_widget_get_mapped (in) &&
        strstr (gtk_label_get_label (GTK_LABEL (in)), part))
        return TRUE;
    for (GtkWidget *child = gtk_widget_get_first_child (in); child;
         child = gtk_widget_get_next_sibling (child))
        if (shows (child, part))
            return TRUE;
    return FALSE;
}

static void
test_identifiers (Fixture *fixture, gconstpointer data)
{
    g_assert_true (shows (GTK_WIDGET (fixture->form), "no names, addresses or crime numbers"));
    g_assert_false (shows (GTK_WIDGET (fixture->form), "postcode"));
    type_into (fixture, "description", "Meet at SW1A 1AA");
    plan_fixture_settle ();
    g_assert_true (shows (GTK_WIDGET (fixture->form), "postcode"));
    plan_fixture_picture (&fixture->plan, "record-form-identifier");
    /* A warning, never a refusal. */
    plan_fixture_leave (&fixture->plan);
    g_autoptr (UpstandActivity) after = read_activity (fixture);
    g_assert_cmpstr (after->description, ==, "Meet at SW1A 1AA");
    type_into (fixture, "description", "Meet at the hall");
    g_assert_false (shows (GTK_WIDGET (fixture->form), "postcode"));
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
    upstand_record_form_set_read_only (fixture->form, TRUE);
    GtkWidget *owner = upstand_record_form_get_row (fixture->form, "owner");
    g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (owner)));
    GtkWidget *state = upstand_record_form_get_row (fixture->form, "state");
    g_assert_false (gtk_widget_get_sensitive (state));
    upstand_record_form_set_read_only (fixture->form, FALSE);
    g_assert_true (gtk_editable_get_editable (GTK_EDITABLE (owner)));
}

static void
test_picker (Fixture *fixture, gconstpointer data)
{
    const UpstandField *field =
        upstand_record_type_find_field (&upstand_activity_type, "requirements");
    UpstandLinksPicker *picker =
        upstand_links_picker_new (fixture->plan.store, field, name_requirement, NULL);
    g_object_ref_sink (picker);
    upstand_links_picker_search (picker, "");
    g_assert_cmpuint (g_list_model_get_n_items (upstand_links_picker_get_list (picker)), ==, 4);
    g_autofree char *name = name_requirement (field, fixture->plan.requirements[3], NULL);
    upstand_links_picker_search (picker, name);
    g_assert_cmpuint (g_list_model_get_n_items (upstand_links_picker_get_list (picker)), ==, 1);
    upstand_links_picker_search (picker, "nothing of the sort");
    g_assert_cmpuint (g_list_model_get_n_items (upstand_links_picker_get_list (picker)), ==, 0);
    g_object_unref (picker);
}

static void
test_date_row (Fixture *fixture, gconstpointer data)
{
    UpstandDay day = 1;
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandDateRow) row = g_object_ref_sink (upstand_date_row_new ("Due"));
    upstand_date_row_set_today (row, upstand_date_new (2022, 3, 31));
    g_assert_true (upstand_date_row_get_day (row, &day, &error));
    g_assert_cmpuint (day, ==, 0);
    gtk_editable_set_text (GTK_EDITABLE (row), "+7");
    g_assert_true (upstand_date_row_get_day (row, &day, &error));
    g_assert_cmpuint (day, ==, upstand_date_new (2022, 4, 7));
    gtk_editable_set_text (GTK_EDITABLE (row), "soon");
    g_assert_false (upstand_date_row_get_day (row, &day, &error));
    g_assert_nonnull (error);
    upstand_date_row_set_day (row, upstand_date_new (2022, 3, 31));
    g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "31 Mar 2022");
}

#define TEST(name, function) \
    g_test_add ("/record-form/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
    plan_fixture_init (&argc, &argv);
    TEST ("leaving-saves", test_leaving_saves);
    TEST ("enter-saves", test_enter_saves);
    TEST ("paragraph", test_paragraph);
    TEST ("choice-saves", test_choice_saves);
    TEST ("links", test_links);
    TEST ("invalid-stays", test_invalid_stays);
    TEST ("rule-of-record", test_rule_of_record);
    TEST ("stale-merged", test_stale_merged);
    TEST ("stale-mine", test_stale_mine);
    TEST ("stale-theirs", test_stale_theirs);
    TEST ("follows-undo", test_follows_undo);
    TEST ("deleted", test_deleted);
    TEST ("new", test_new);
    TEST ("identifiers", test_identifiers);
    TEST ("read-only", test_read_only);
    TEST ("picker", test_picker);
    TEST ("date-row", test_date_row);
    return g_test_run ();
}
