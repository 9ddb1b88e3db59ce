/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define UPSTAND_TYPE_APPLICATION (upstand_application_get_type ())
G_DECLARE_FINAL_TYPE (UpstandApplication, upstand_application, UPSTAND, APPLICATION, AdwApplication)

UpstandApplication *upstand_application_new (void);

G_END_DECLS
