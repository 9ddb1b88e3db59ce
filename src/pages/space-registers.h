/* SPDX-License-Identifier: MIT */
#pragma once

#include "pages/register-view.h"

G_BEGIN_DECLS

/** The spaces themselves, and what is kept beside them, each a register of its own. */
extern const UpstandRegister upstand_space_register;
extern const UpstandRegister upstand_operation_register;
extern const UpstandRegister upstand_streetsafe_register;
extern const UpstandRegister upstand_partner_register;
extern const UpstandRegister upstand_document_register;

/** Those beside the spaces, ended by NULL. */
extern const UpstandRegister *const upstand_space_registers[];

G_END_DECLS
