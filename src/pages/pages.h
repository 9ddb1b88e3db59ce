/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/** The types of the pages there are, each an UpstandPage, in the order of their tabs; ended by 0.
 */
const GType *upstand_pages_get_types (void);

G_END_DECLS
