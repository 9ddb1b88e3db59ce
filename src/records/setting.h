/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/record.h"

G_BEGIN_DECLS

UPSTAND_DECLARE_RECORD (UpstandSetting, upstand_setting)

/** One thing that holds for the whole plan. */
struct _UpstandSetting {
    UpstandRecord parent_instance;
    char *name;
    char *value; /* canonical text of whatever kind it is */
};

G_END_DECLS
