/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/shape.h"

G_BEGIN_DECLS

/* What a framework file looks like; only framework.c reads one. */
extern const UpstandShape upstand_framework_shape;

G_END_DECLS
