/* SPDX-License-Identifier: MIT */
#pragma once

#include "application.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_WINDOW (upstand_window_get_type ())
G_DECLARE_FINAL_TYPE (UpstandWindow, upstand_window, UPSTAND, WINDOW, AdwApplicationWindow)

UpstandWindow *upstand_window_new (UpstandApplication *application);

G_END_DECLS
