/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/store.h"
#include "rules/measures.h"

/* A plan of the framework that is shipped, for the tests of what follows from its measures. */

typedef struct {
    char *folder, *path;
    UpstandStore *store;
    UpstandMeasuresOutline *outline;
    UpstandMeasures *measures;
} MeasuresFixture;

void measures_fixture_set_up (MeasuresFixture *fixture, gconstpointer data);
void measures_fixture_tear_down (MeasuresFixture *fixture, gconstpointer data);

/** Reads outline and figures anew; until the end of 2022-23. */
void measures_fixture_reload (MeasuresFixture *fixture);

gint64 measures_fixture_save (MeasuresFixture *fixture, gpointer record);

/** Places by code and label; they must be there. */
guint measures_fixture_line (MeasuresFixture *fixture, const char *measure, const char *code);
guint measures_fixture_period (MeasuresFixture *fixture, const char *label);

/** Saves a figure as a person would, and takes it into the block. */
void measures_fixture_put (MeasuresFixture *fixture, const char *measure, const char *code,
    const char *period, const char *typed, const char *note);
