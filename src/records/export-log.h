/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/record.h"

G_BEGIN_DECLS

UPSTAND_DECLARE_RECORD (UpstandExportLog, upstand_export_log)

/** One export: who sent what to whom, and why. */
struct _UpstandExportLog {
    UpstandRecord parent_instance;
    UpstandDay made;
    char *return_id;
    char *period;
    char *format;
    char *classification;
    char *file; /* the name, without the folder */
    char *recipient;
    char *reason;
};

G_END_DECLS
