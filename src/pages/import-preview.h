/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "exchange/import.h"

G_BEGIN_DECLS

/* The two tables of a checked import: what is refused and why, and what would be saved. They copy
 * what they show, since the import goes on to be applied in a thread. */

/** Row, column, value and reason of each refusal that is kept. */
GtkWidget *upstand_import_preview_new_refusals (UpstandImport *import);

/** The first accepted rows, one column for each field that the file fills. */
GtkWidget *upstand_import_preview_new_rows (UpstandImport *import, UpstandStore *store);

G_END_DECLS
