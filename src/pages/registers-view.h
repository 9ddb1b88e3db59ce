/* SPDX-License-Identifier: MIT */
#pragma once

#include "pages/register-view.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_REGISTERS_VIEW (upstand_registers_view_get_type ())
G_DECLARE_FINAL_TYPE (UpstandRegistersView, upstand_registers_view, UPSTAND, REGISTERS_VIEW, AdwBin)

/**
 * UpstandRegistersView:
 *
 * Several registers behind one choice of which is seen; each is made when it is first chosen.
 */

/**
 * @kinds: ended by NULL; both must outlive the view
 * @label: what is chosen between
 */
UpstandRegistersView *upstand_registers_view_new (
    const UpstandRegister *const *kinds, const char *label, UpstandStore *store, UpstandDay today);

/** Shows that register and returns it. */
UpstandRegisterView *upstand_registers_view_choose (
    UpstandRegistersView *self, const UpstandRegister *kind);

/** Opens the record in its register. FALSE: none of them keeps such records, or not this one. */
gboolean upstand_registers_view_show (UpstandRegistersView *self, const char *table, gint64 id);

/** Asks again what stands in the cells on the screen. */
void upstand_registers_view_refresh (UpstandRegistersView *self);

G_END_DECLS
