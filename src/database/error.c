/* SPDX-License-Identifier: MIT */
#include "database/error.h"

G_DEFINE_QUARK (upstand_error, upstand_error)
