/* SPDX-License-Identifier: MIT */
#pragma once

#include "pages/related-list.h"

G_BEGIN_DECLS

/* What belongs to a space. */
GType upstand_space_operations_get_type (void);
GType upstand_space_activities_get_type (void);
GType upstand_space_streetsafe_get_type (void);
GType upstand_space_engagements_get_type (void);

/* What belongs to a version of the problem profile: the riskiest first; and the newest use. */
GType upstand_profile_spaces_get_type (void);
GType upstand_profile_uses_get_type (void);

/** "◆ Very high (20)"; "○ Not judged". To be freed. */
char *upstand_space_risk_words (gint64 score);

G_END_DECLS
