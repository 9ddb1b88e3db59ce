/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/headcount.h"
#include "records/unit.h"
#include "records/store.h"
#include "rules/skills.h"

/* A plan with a force, three teams and one census, for the tests of what follows from headcount. */

#define ONE UPSTAND_FIGURE_ONE

typedef struct {
    char *folder;
    UpstandStore *store;
    UpstandSkillsOutline *outline;
    gint64 force, north, south, old; /* force > north, south, old (closed) */
    gint64 census;
} SkillsFixture;

gint64 skills_fixture_save (SkillsFixture *fixture, gpointer record);
gint64 skills_fixture_add_unit (SkillsFixture *fixture, const char *name, UpstandUnitKind kind,
    gint64 parent, UpstandDay closed);
gint64 skills_fixture_add_census (SkillsFixture *fixture, UpstandDay day);
void skills_fixture_reload (SkillsFixture *fixture);
void skills_fixture_set_up (SkillsFixture *fixture, gconstpointer data);
void skills_fixture_tear_down (SkillsFixture *fixture, gconstpointer data);
void skills_fixture_put (SkillsFixture *fixture, gint64 unit, guint capability, UpstandCount count,
    UpstandWorkforce workforce, UpstandBasis basis, UpstandFigure figure);
void skills_fixture_put_number (SkillsFixture *fixture, gint64 unit, UpstandCount count,
    UpstandWorkforce workforce, int number);
void skills_fixture_put_steps (SkillsFixture *fixture, gint64 unit, int needed, int in_post,
    int trained, int in_date, int deployable);
