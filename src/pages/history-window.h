/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "records/date.h"
#include "records/store.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_HISTORY_WINDOW (upstand_history_window_get_type ())
G_DECLARE_FINAL_TYPE (
    UpstandHistoryWindow, upstand_history_window, UPSTAND, HISTORY_WINDOW, AdwWindow)

/**
 * UpstandHistoryWindow:
 *
 * What was done, newest first: each step with who and when, opened to what changed, before and
 * after; from any day on; and each step can be taken back by itself.
 */
GtkWidget *upstand_history_window_new (UpstandStore *store, UpstandDay today);

G_END_DECLS
