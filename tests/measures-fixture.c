/* SPDX-License-Identifier: MIT */
#include "measures-fixture.h"

#include <glib/gstdio.h>

#include "records/plan.h"

gint64
measures_fixture_save (MeasuresFixture *fixture, gpointer record)
{
    g_autoptr (GError) error = NULL;
    upstand_store_save (fixture->store, record, &error);
    g_assert_no_error (error);
    gint64 id = UPSTAND_RECORD (record)->id;
    g_object_unref (record);
    return id;
}

void
measures_fixture_reload (MeasuresFixture *fixture)
{
    g_autoptr (GError) error = NULL;
    UpstandDatabase *database = upstand_store_get_database (fixture->store);
    g_clear_pointer (&fixture->measures, upstand_measures_free);
    g_clear_pointer (&fixture->outline, upstand_measures_outline_unref);
    fixture->outline = upstand_measures_outline_load (
        database, "en", UPSTAND_PERIOD_QUARTERLY, upstand_date_new (2023, 3, 20), &error);
    g_assert_no_error (error);
    fixture->measures = upstand_measures_load (fixture->outline, database, &error);
    g_assert_no_error (error);
}

void
measures_fixture_set_up (MeasuresFixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    fixture->folder = g_dir_make_tmp ("upstand-measures-XXXXXX", NULL);
    fixture->path = g_build_filename (fixture->folder, "plan.upstand", NULL);
    g_autoptr (UpstandFramework) framework = upstand_framework_load_default (&error);
    g_assert_no_error (error);
    g_assert_true (upstand_plan_create (fixture->path, "Invented", framework, 0, "Lead", &error));
    fixture->store = upstand_plan_open (fixture->path, UPSTAND_DATABASE_WRITE, NULL, &error);
    g_assert_no_error (error);
    measures_fixture_reload (fixture);
}

void
measures_fixture_tear_down (MeasuresFixture *fixture, gconstpointer data)
{
    g_clear_pointer (&fixture->measures, upstand_measures_free);
    g_clear_pointer (&fixture->outline, upstand_measures_outline_unref);
    g_clear_object (&fixture->store);
    g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
    const char *name;
    while (folder && (name = g_dir_read_name (folder))) {
        g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
        g_unlink (path);
    }
    g_rmdir (fixture->folder);
    g_free (fixture->folder);
    g_free (fixture->path);
}

guint
measures_fixture_line (MeasuresFixture *fixture, const char *measure, const char *code)
{
    guint place = upstand_measures_outline_find_measure (fixture->outline, measure);
    g_assert_cmpuint (place, !=, UPSTAND_NOWHERE);
    guint line = upstand_measures_outline_find_line (fixture->outline, place, code);
    g_assert_cmpuint (line, !=, UPSTAND_NOWHERE);
    return line;
}

guint
measures_fixture_period (MeasuresFixture *fixture, const char *label)
{
    g_autoptr (GError) error = NULL;
    UpstandPeriod period;
    g_assert_true (upstand_period_parse (label, &period, &error));
    guint place = upstand_measures_outline_find_period (fixture->outline, &period);
    g_assert_cmpuint (place, !=, UPSTAND_NOWHERE);
    return place;
}

void
measures_fixture_put (MeasuresFixture *fixture, const char *measure, const char *code,
    const char *period, const char *typed, const char *note)
{
    g_autoptr (GError) error = NULL;
    guint line = measures_fixture_line (fixture, measure, code);
    g_autoptr (UpstandMeasureFigure) record =
        upstand_measures_edit_cell (fixture->measures, upstand_store_get_database (fixture->store),
            line, measures_fixture_period (fixture, period), FALSE, &error);
    g_assert_no_error (error);
    UpstandFigure figure;
    g_assert_true (upstand_figure_parse (typed, UPSTAND_FIGURE_PLACES, &figure, &error));
    record->value = figure.value;
    record->state = figure.state;
    g_free (record->note);
    record->note = g_strdup (note);
    upstand_store_save (fixture->store, record, &error);
    g_assert_no_error (error);
    upstand_measures_take (fixture->measures, record);
}
