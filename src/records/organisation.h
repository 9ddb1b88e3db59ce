/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/record.h"

G_BEGIN_DECLS

UPSTAND_DECLARE_RECORD (UpstandOrganisation, upstand_organisation)

/** A body that works with women and girls. When it was last met follows from the engagements. */
struct _UpstandOrganisation {
    UpstandRecord parent_instance;
    char *name;
    char *what;
    GArray *groups; /* framework items */
    char *contact; /* a role there, never a person */
    char *owner; /* a post of the force that keeps in touch */
    UpstandDay review;
    UpstandDay ended; /* its last day; 0: it goes on */
    gboolean cleared; /* may stand in a public copy */
    char *note;
};

extern const UpstandLinkType upstand_organisation_group;

G_END_DECLS
