/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define UPSTAND_TYPE_PROBLEM_PAGE (upstand_problem_page_get_type ())
G_DECLARE_FINAL_TYPE (UpstandProblemPage, upstand_problem_page, UPSTAND, PROBLEM_PAGE, AdwBin)

/**
 * UpstandProblemPage:
 *
 * Stands where the pages of a plan would be when its file cannot be opened: what is wrong in plain
 * words, and the ways out that fit, among them the backups found beside the file. The ways out are
 * actions of the window: "win.try-again", "win.read-plan", "win.copy-plan", "win.restore-from" "s"
 * (path), "app.open", "app.new".
 *
 * @error: what upstand_plan_open() or the check of the file said.
 */
GtkWidget *upstand_problem_page_new (GFile *file, const GError *error);

/**
 * (transfer full) (element-type GFile): the backups of @file that lie in its folder or in @folder
 * (nullable), newest first.
 */
GPtrArray *upstand_problem_page_find_backups (GFile *file, GFile *folder);

G_END_DECLS
