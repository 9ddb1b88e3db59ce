/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "pages/engagement-desk.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_SAID_VIEW (upstand_said_view_get_type ())
G_DECLARE_FINAL_TYPE (UpstandSaidView, upstand_said_view, UPSTAND, SAID_VIEW, AdwBin)

/**
 * UpstandSaidView:
 *
 * "You said, we did" as it stands in the engagement return: what may be told and has come to an
 * answer, with a button that exports the return of the quarter that is looked at.
 */
GtkWidget *upstand_said_view_new (UpstandEngagementDesk *desk);

/** How many answers are shown. */
guint upstand_said_view_get_n_rows (UpstandSaidView *self);

G_END_DECLS
