/* SPDX-License-Identifier: MIT */
#include "database/error.h"

G_DEFINE_QUARK (upstand-error-quark, upstand_error)
