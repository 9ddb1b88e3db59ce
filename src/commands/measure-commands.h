/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** "import PLAN measures FILE": shows what would change, and with @apply saves it. */
gboolean upstand_measure_commands_import (const char *plan, const char *file, const char *sheet,
    gboolean apply, gboolean skip_refused, GError **error);

G_END_DECLS
