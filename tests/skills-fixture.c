/* SPDX-License-Identifier: MIT */
#include "skills-fixture.h"

#include <glib/gstdio.h>

#include "records/census.h"
#include "records/framework.h"
#include "records/plan.h"

gint64
skills_fixture_save (SkillsFixture *fixture, gpointer record)
{
    g_autoptr (GError) error = NULL;
    upstand_store_save (fixture->store, record, &error);
    g_assert_no_error (error);
    gint64 id = UPSTAND_RECORD (record)->id;
    g_object_unref (record);
    return id;
}

gint64
skills_fixture_add_unit (SkillsFixture *fixture, const char *name, UpstandUnitKind kind,
    gint64 parent, UpstandDay closed)
{
    UpstandUnit *unit = upstand_record_new (&upstand_unit_type);
    unit->name = g_strdup (name);
    unit->kind = kind;
    unit->parent_id = parent;
    unit->closed = closed;
    return skills_fixture_save (fixture, unit);
}

gint64
skills_fixture_add_census (SkillsFixture *fixture, UpstandDay day)
{
    UpstandCensus *census = upstand_record_new (&upstand_census_type);
    census->as_at = day;
    return skills_fixture_save (fixture, census);
}

void
skills_fixture_reload (SkillsFixture *fixture)
{
    g_autoptr (GError) error = NULL;
    g_clear_pointer (&fixture->outline, upstand_skills_outline_unref);
    fixture->outline =
        upstand_skills_outline_load (upstand_store_get_database (fixture->store), "en", &error);
    g_assert_no_error (error);
}

void
skills_fixture_set_up (SkillsFixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandFramework) framework = upstand_framework_load_default (&error);
    fixture->folder = g_dir_make_tmp ("upstand-test-XXXXXX", NULL);
    g_autofree char *path = g_build_filename (fixture->folder, "plan.upstand", NULL);
    g_assert_true (upstand_plan_create (path, "Sampleshire", framework, 0, "Lead", &error));
    fixture->store = upstand_plan_open (path, UPSTAND_DATABASE_WRITE, NULL, &error);
    g_assert_no_error (error);
    fixture->force = skills_fixture_add_unit (fixture, "Sampleshire", UPSTAND_UNIT_FORCE, 0, 0);
    fixture->south =
        skills_fixture_add_unit (fixture, "South", UPSTAND_UNIT_TEAM, fixture->force, 0);
    fixture->north =
        skills_fixture_add_unit (fixture, "North", UPSTAND_UNIT_TEAM, fixture->force, 0);
    fixture->old = skills_fixture_add_unit (
        fixture, "Old", UPSTAND_UNIT_TEAM, fixture->force, upstand_date_new (2022, 6, 30));
    fixture->census = skills_fixture_add_census (fixture, upstand_date_new (2022, 9, 30));
    skills_fixture_reload (fixture);
}

void
skills_fixture_tear_down (SkillsFixture *fixture, gconstpointer data)
{
    g_clear_pointer (&fixture->outline, upstand_skills_outline_unref);
    g_clear_object (&fixture->store);
    g_autofree char *path = g_build_filename (fixture->folder, "plan.upstand", NULL);
    g_unlink (path);
    g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
    g_free (fixture->folder);
}

void
skills_fixture_put (SkillsFixture *fixture, gint64 unit, guint capability, UpstandCount count,
    UpstandWorkforce workforce, UpstandBasis basis, UpstandFigure figure)
{
    UpstandHeadcount *cell = upstand_record_new (&upstand_headcount_type);
    cell->census_id = fixture->census;
    cell->unit_id = unit;
    cell->capability_id =
        count == UPSTAND_COUNT_PEOPLE
            ? 0
            : upstand_skills_outline_get_capability (fixture->outline, capability)->id;
    cell->count = count;
    cell->workforce = workforce;
    cell->basis = basis;
    cell->value = figure.value;
    cell->state = figure.state;
    skills_fixture_save (fixture, cell);
}

void
skills_fixture_put_number (
    SkillsFixture *fixture, gint64 unit, UpstandCount count, UpstandWorkforce workforce, int number)
{
    skills_fixture_put (fixture, unit, 0, count, workforce, UPSTAND_BASIS_HEADCOUNT,
        upstand_figure_of (number * ONE));
}

/* needed, then officers' in post, trained, in date, deployable; staff have none of them. */
void
skills_fixture_put_steps (SkillsFixture *fixture, gint64 unit, int needed, int in_post, int trained,
    int in_date, int deployable)
{
    const int numbers[] = { in_post, trained, in_date, deployable };
    if (needed >= 0)
        skills_fixture_put_number (
            fixture, unit, UPSTAND_COUNT_NEEDED, UPSTAND_WORKFORCE_ALL, needed);
    for (guint i = 0; i < G_N_ELEMENTS (numbers); i++) {
        skills_fixture_put_number (
            fixture, unit, UPSTAND_COUNT_IN_POST + i, UPSTAND_WORKFORCE_OFFICERS, numbers[i]);
        skills_fixture_put_number (
            fixture, unit, UPSTAND_COUNT_IN_POST + i, UPSTAND_WORKFORCE_STAFF, 0);
    }
}
