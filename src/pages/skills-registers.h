/* SPDX-License-Identifier: MIT */
#pragma once

#include "pages/register-view.h"

G_BEGIN_DECLS

/* What the skills gap is set up with, each a register of its own. */
extern const UpstandRegister upstand_unit_register;
extern const UpstandRegister upstand_census_register;
extern const UpstandRegister upstand_capability_register;
extern const UpstandRegister upstand_series_break_register;
extern const UpstandRegister upstand_deployment_model_register;
extern const UpstandRegister upstand_scenario_register;

/** All of them, ended by NULL. */
extern const UpstandRegister *const upstand_skills_registers[];

/**
 * The next usual census day that the plan has none for: 31 March or 30 September, and before the
 * first of them the day that is three months after the framework's launch (domain, section 2).
 */
UpstandDay upstand_census_propose (UpstandStore *store, UpstandDay today);

G_END_DECLS
