/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "records/store.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_RISK_VIEW (upstand_risk_view_get_type ())
G_DECLARE_FINAL_TYPE (UpstandRiskView, upstand_risk_view, UPSTAND, RISK_VIEW, AdwBin)

/**
 * UpstandRiskView:
 *
 * The chart of spaces by kind, risk and version, drawn anew when the plan changes. A part of it
 * leads to "spaces.show-version" "x" or, of the register as it is, "spaces.show-risk" "(uu)" (kind,
 * risk).
 */
GtkWidget *upstand_risk_view_new (UpstandStore *store, UpstandDay today);

G_END_DECLS
