/* SPDX-License-Identifier: MIT */
#include "plan-fixture.h"

#include <glib/gstdio.h>

#include "records/activity.h"
#include "records/framework-records.h"
#include "records/requirement.h"

static gint64
save (PlanFixture *fixture, gpointer record)
{
    g_autoptr (GError) error = NULL;
    upstand_store_save (fixture->store, record, &error);
    g_assert_no_error (error);
    return ((UpstandRecord *)record)->id;
}

static gint64
add_requirement (PlanFixture *fixture, gint64 action, const char *code, const char *title,
    UpstandCadence cadence)
{
    g_autoptr (UpstandRequirement) requirement = upstand_record_new (&upstand_requirement_type);
    requirement->action_id = action;
    requirement->code = g_strdup (code);
    requirement->title_en = g_strdup (title);
    requirement->duty_en = g_strdup ("What has to be done");
    requirement->cadence = cadence;
    return save (fixture, requirement);
}

static gint64
add_action (PlanFixture *fixture, gint64 edition, const char *code)
{
    g_autoptr (UpstandPillar) pillar = upstand_record_new (&upstand_pillar_type);
    g_autoptr (UpstandAction) action = upstand_record_new (&upstand_action_type);
    pillar->edition_id = edition;
    pillar->code = g_strdup (code);
    pillar->title_en = g_strdup_printf ("Pillar %s", code);
    action->pillar_id = save (fixture, pillar);
    action->code = g_strdup (code);
    action->title_en = g_strdup_printf ("Action %s", code);
    action->short_en = g_strdup_printf ("Action %s", code);
    return save (fixture, action);
}

static void
add_framework (PlanFixture *fixture)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandEdition) edition = upstand_record_new (&upstand_edition_type);
    g_assert_true (upstand_store_begin (fixture->store, "Beginning", &error));
    upstand_store_fix_batch (fixture->store);
    edition->code = g_strdup ("e");
    edition->title_en = g_strdup ("Edition");
    edition->launched = upstand_date_new (2021, 12, 15);
    gint64 id = save (fixture, edition);
    gint64 first = add_action (fixture, id, "1"), second = add_action (fixture, id, "2");
    gint64 *ids = fixture->requirements;
    ids[0] = add_requirement (fixture, first, "1.1", "Listen", UPSTAND_CADENCE_ONCE);
    ids[1] = add_requirement (fixture, first, "1.2", "Answer", UPSTAND_CADENCE_QUARTERLY);
    ids[2] = add_requirement (fixture, second, "2.1", "Train", UPSTAND_CADENCE_ONCE);
    ids[3] = add_requirement (fixture, second, "2.2", "Review", UPSTAND_CADENCE_CONTINUOUS);
    g_assert_true (upstand_store_commit (fixture->store, &error));
}

void
plan_fixture_init (int *argc, char ***argv)
{
    gtk_test_init (argc, argv, NULL);
    adw_init ();
    g_setenv ("UPSTAND_TODAY", "2022-03-31", TRUE);
    g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
    gtk_css_provider_load_from_resource (provider, "/uk/upstand/Upstand/style.css");
    gtk_style_context_add_provider_for_display (gdk_display_get_default (),
        GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

void
plan_fixture_set_up (PlanFixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *views =
        g_build_filename (g_get_user_config_dir (), "upstand", "views.ini", NULL);
    g_unlink (views);
    fixture->folder = g_dir_make_tmp ("upstand-page-XXXXXX", NULL);
    fixture->path = g_build_filename (fixture->folder, "plan.upstand", NULL);
    UpstandDatabase *database =
        upstand_database_open (fixture->path, UPSTAND_DATABASE_CREATE, &error);
    g_assert_no_error (error);
    fixture->store = upstand_store_new (database, "tester", "Head of Testing");
    add_framework (fixture);
}

void
plan_fixture_let_go (UpstandStore *store)
{
    /* A worker that was told to stop keeps what it works on until it has. */
    gint64 until = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;
    while (G_OBJECT (store)->ref_count > 1 && g_get_monotonic_time () < until)
        g_main_context_iteration (NULL, FALSE);
    g_assert_finalize_object (store);
}

void
plan_fixture_tear_down (PlanFixture *fixture, gconstpointer data)
{
    if (fixture->window)
        gtk_window_destroy (GTK_WINDOW (fixture->window));
    plan_fixture_settle ();
    plan_fixture_let_go (fixture->store);
    g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
    const char *name;
    while ((name = g_dir_read_name (folder))) {
        g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
        g_unlink (path);
    }
    g_rmdir (fixture->folder);
    g_free (fixture->folder);
    g_free (fixture->path);
}

gint64
plan_fixture_add_activity (
    PlanFixture *fixture, const char *title, const char *owner, const char *due, guint requirement)
{
    g_autoptr (UpstandActivity) activity = upstand_record_new (&upstand_activity_type);
    activity->title = g_strdup (title);
    activity->owner = g_strdup (owner);
    activity->due = due ? upstand_date_from_iso (due) : 0;
    activity->requirements = upstand_ids_add (NULL, fixture->requirements[requirement]);
    return save (fixture, activity);
}

void
plan_fixture_show (PlanFixture *fixture, GtkWidget *widget, int width, int height)
{
    fixture->window = adw_window_new ();
    gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
    adw_window_set_content (ADW_WINDOW (fixture->window), widget);
    gtk_window_present (GTK_WINDOW (fixture->window));
    gtk_test_widget_wait_for_draw (fixture->window);
    plan_fixture_settle ();
}

void
plan_fixture_settle (void)
{
    while (g_main_context_iteration (NULL, FALSE)) {
    }
}

static gboolean
timed_out_cb (gpointer user_data)
{
    *(gboolean *)user_data = TRUE;
    return G_SOURCE_REMOVE;
}

void
plan_fixture_wait (gboolean (*is_so) (gpointer data), gpointer data)
{
    gboolean late = FALSE;
    guint source = g_timeout_add_seconds (30, timed_out_cb, &late);
    while (!is_so (data) && !late)
        g_main_context_iteration (NULL, TRUE);
    g_assert_false (late);
    g_source_remove (source);
}

void
plan_fixture_picture (PlanFixture *fixture, const char *name)
{
    const char *folder = g_getenv ("UPSTAND_PICTURES");
    if (!folder)
        return;
    g_autofree char *file = g_strconcat (name, ".png", NULL);
    g_autofree char *path = g_build_filename (folder, file, NULL);
    gtk_test_widget_wait_for_draw (fixture->window);
    g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (fixture->window);
    g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
    gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (fixture->window),
        gtk_widget_get_height (fixture->window));
    g_autoptr (GskRenderNode) node = gtk_snapshot_to_node (snapshot);
    GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (fixture->window));
    g_autoptr (GdkTexture) texture = gsk_renderer_render_texture (renderer, node, NULL);
    g_assert_true (gdk_texture_save_to_png (texture, path));
}

void
plan_fixture_leave (PlanFixture *fixture)
{
    gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
    plan_fixture_settle ();
}
