/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "records/date.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_START_PAGE (upstand_start_page_get_type ())
G_DECLARE_FINAL_TYPE (UpstandStartPage, upstand_start_page, UPSTAND, START_PAGE, AdwBin)

/**
 * UpstandStartPage:
 *
 * The first start: which force, which year the plan begins in, and the person's post; or the
 * sample force, or a file. It asks the window's action "win.create-plan" "(suss)": force, the day
 * the plan starts (0: the framework's launch), post, path.
 *
 * @post: what was answered last time, or NULL.
 */
GtkWidget *upstand_start_page_new (UpstandDay today, const char *post);

/** The folder in the person's data where plans are kept unless another is chosen; made if need be.
 */
GFile *upstand_start_page_get_folder (void);

G_END_DECLS
