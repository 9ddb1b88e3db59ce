/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/shape.h"

G_BEGIN_DECLS

/** What a framework file looks like, member by member; only framework.c reads one. Static. */
extern const UpstandShape upstand_framework_shape;

G_END_DECLS
