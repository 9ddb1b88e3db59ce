/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define UPSTAND_TYPE_APPLICATION (upstand_application_get_type ())
G_DECLARE_FINAL_TYPE (UpstandApplication, upstand_application, UPSTAND, APPLICATION, AdwApplication)

/**
 * UpstandApplication:
 *
 * One process for a person, one window for a plan: a second start asks the first process, which
 * raises the plan's window or opens one.
 *
 * @desk: (nullable): the person's settings; see widgets/desk.h.
 */
UpstandApplication *upstand_application_new (GSettings *desk);

/**
 * After the run: the arguments with which the program is to be started again in place, for a
 * change of language; NULL when it is simply over. UPSTAND_PLACE is set in the environment then.
 */
GStrv upstand_application_get_restart (UpstandApplication *self, const char *program);

/** Makes @language ("en", "cy") the language of all that follows; before the first window. */
void upstand_application_set_language (const char *language);

G_END_DECLS
