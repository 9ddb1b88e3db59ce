/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "records/store.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_PREFERENCES (upstand_preferences_get_type ())
G_DECLARE_FINAL_TYPE (
    UpstandPreferences, upstand_preferences, UPSTAND, PREFERENCES, AdwPreferencesWindow)

/**
 * UpstandPreferences:
 *
 * What belongs to the person (language, dates, post, classification, backups: kept in @desk) and
 * what belongs to the plan (the numbers of the rules: kept in it, with history, like any change).
 *
 * @desk, @store: (nullable): without one, its half is not offered.
 */
GtkWidget *upstand_preferences_new (GSettings *desk, UpstandStore *store);

G_END_DECLS
