/* SPDX-License-Identifier: MIT */
#pragma once

#include <sqlite3.h>

#include "records/plan.h"

G_BEGIN_DECLS

/** How many activities a big plan has; BENCH_ACTIVITIES in the environment says another number. */
guint big_plan_get_size (void);

/** A BenchRun: makes a plan with that many activities, each serving a requirement, at the path. */
void big_plan_make (gpointer path);

/** The plan at @path as the program opens it. */
UpstandStore *big_plan_open (const char *path);

/** The same file as a bare program opens it, with the same settings. */
sqlite3 *big_plan_open_raw (const char *path);

/** Prepares @sql or gives up. */
sqlite3_stmt *big_plan_prepare (sqlite3 *raw, const char *sql);

G_END_DECLS
