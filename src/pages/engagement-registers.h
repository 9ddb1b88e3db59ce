/* SPDX-License-Identifier: MIT */
#pragma once

#include "pages/register-view.h"

G_BEGIN_DECLS

/* What the Engagement tab keeps beside engagements and chains, register by register. */
extern const UpstandRegister upstand_organisation_register;
extern const UpstandRegister upstand_finding_register;
extern const UpstandRegister upstand_learning_register;
extern const UpstandRegister upstand_training_material_register;

/** All of them in the order in which they are offered; ended by NULL. */
extern const UpstandRegister *const upstand_engagement_registers[];

G_END_DECLS
