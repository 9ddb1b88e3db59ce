/* SPDX-License-Identifier: MIT */
#pragma once

#include "pages/register-view.h"
#include "records/space.h"

G_BEGIN_DECLS

/** The register of spaces. */
extern const UpstandRegister upstand_space_register;

/** What is kept beside them: operations, StreetSafe counts, partners, documents. Ended by NULL. */
extern const UpstandRegister *const upstand_space_registers[];

/** How many activities aimed at @space are not over yet. */
guint upstand_space_count_aimed (UpstandStore *store, const UpstandSpace *space);

G_END_DECLS
