/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/record.h"

G_BEGIN_DECLS

UPSTAND_DECLARE_RECORD (UpstandCensus, upstand_census)

/** A day as at which specialists were counted (domain, section 3: 31 March and 30 September). */
struct _UpstandCensus {
    UpstandRecord parent_instance;
    UpstandDay as_at; /* one census a day */
    char *note; /* how it was collected, what to know about it */
};

UPSTAND_DECLARE_RECORD (UpstandSeriesBreak, upstand_series_break)

/** Why figures from a day on cannot be compared with those before it: a title or a system changed.
 */
struct _UpstandSeriesBreak {
    UpstandRecord parent_instance;
    UpstandDay dated; /* the first day of the new series */
    gint64 capability_id; /* 0: of every capability */
    gint64 unit_id; /* 0: of the whole force */
    char *reason;
};

G_END_DECLS
