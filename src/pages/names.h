/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/store.h"

G_BEGIN_DECLS

/**
 * An UpstandResolver over a store, @user_data: a requirement is "8.2 Police perpetrators", anything
 * else goes by its title. For forms and dialogs, which ask for a few.
 */
char *upstand_names_resolve (const UpstandField *field, gint64 id, gpointer user_data);

G_END_DECLS
