/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** For a place in an outline: none, or all of them, as the function says. */
#define UPSTAND_NOWHERE G_MAXUINT

G_END_DECLS
