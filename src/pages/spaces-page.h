/* SPDX-License-Identifier: MIT */
#pragma once

#include "pages/page.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_SPACES_PAGE (upstand_spaces_page_get_type ())
G_DECLARE_FINAL_TYPE (UpstandSpacesPage, upstand_spaces_page, UPSTAND, SPACES_PAGE, UpstandPage)

/**
 * UpstandSpacesPage:
 *
 * Where women and girls are, or feel, at risk: the register, the versions of the problem profile,
 * the risk as a picture, and what is kept beside them.
 */

/** For tests: one of the views by its name, made if it was not. */
GtkWidget *upstand_spaces_page_get_view (UpstandSpacesPage *self, const char *name);

G_END_DECLS
