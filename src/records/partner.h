/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/record.h"

G_BEGIN_DECLS

typedef enum {
    UPSTAND_SECTOR_JUSTICE,
    UPSTAND_SECTOR_EDUCATION,
    UPSTAND_SECTOR_HEALTH,
    UPSTAND_SECTOR_LOCAL_GOVERNMENT,
    UPSTAND_SECTOR_VOLUNTARY,
    UPSTAND_SECTOR_BUSINESS,
    UPSTAND_SECTOR_OTHER,
} UpstandSector;

UPSTAND_DECLARE_RECORD (UpstandPartner, upstand_partner)

/** A partner in making spaces safer. */
struct _UpstandPartner {
    UpstandRecord parent_instance;
    char *name;
    guint sector; /* UpstandSector */
    gboolean statutory; /* bound by law to take part */
    char *what;
    char *contact; /* a role there, never a person */
    UpstandDay since;
    char *crime_plan;
    GArray *activities;
    char *owner; /* a post */
    UpstandDay review;
    gboolean cleared; /* may stand in a public copy */
};

extern const UpstandLinkType upstand_partner_activity;
extern const UpstandChoice upstand_sectors[];

G_END_DECLS
