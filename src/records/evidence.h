/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/record.h"

G_BEGIN_DECLS

UPSTAND_DECLARE_RECORD (UpstandEvidence, upstand_evidence)

/** Something that shows a duty being met: with a date of its own. */
struct _UpstandEvidence {
    UpstandRecord parent_instance;
    char *title;
    guint kind;
    UpstandDay dated; /* its own date, not the day it was entered */
    UpstandDay expires; /* after this day it proves nothing; 0: never */
    char *reference; /* or where to find it */
    char *proves;
    GArray *requirements;
    GArray *activities;
};

extern const UpstandLinkType upstand_evidence_requirement;
extern const UpstandLinkType upstand_evidence_activity;
extern const UpstandChoice upstand_evidence_kinds[];

G_END_DECLS
