/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/record.h"

G_BEGIN_DECLS

UPSTAND_DECLARE_RECORD (UpstandStreetsafe, upstand_streetsafe)

/** How many StreetSafe reports a place had in a period: a count, never a report itself. */
struct _UpstandStreetsafe {
    UpstandRecord parent_instance;
    char *place;
    gint64 space_id; /* of the register; 0: none of it */
    UpstandDay starts;
    UpstandDay ends; /* the last day */
    gint64 reports;
    char *note;
};

G_END_DECLS
