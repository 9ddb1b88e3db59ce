/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/record.h"

G_BEGIN_DECLS

UPSTAND_DECLARE_RECORD (UpstandUnit, upstand_unit)

typedef enum {
    UPSTAND_UNIT_FORCE,
    UPSTAND_UNIT_DEPARTMENT,
    UPSTAND_UNIT_TEAM,
} UpstandUnitKind;

/** A part of the force that people are counted in. Units form a tree and come and go. */
struct _UpstandUnit {
    UpstandRecord parent_instance;
    char *name;
    guint kind; /* UpstandUnitKind */
    gint64 parent_id; /* 0: at the top */
    UpstandDay opened; /* 0: longer ago than any census */
    UpstandDay closed; /* its last day; 0: open */
    gint64 merged_into; /* the unit that took over its people; 0: none */
    char *note;
};

extern const UpstandChoice upstand_unit_kinds[];

/** TRUE when the unit was there on @day. */
gboolean upstand_unit_is_open (const UpstandUnit *self, UpstandDay day);

G_END_DECLS
