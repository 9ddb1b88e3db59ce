/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/record.h"

G_BEGIN_DECLS

typedef enum {
    UPSTAND_STAGE_NONE, /* not said */
    UPSTAND_STAGE_DESIGN,
    UPSTAND_STAGE_DELIVERY,
    UPSTAND_STAGE_REVIEW,
} UpstandStage;

UPSTAND_DECLARE_RECORD (UpstandEngagement, upstand_engagement)

/** A time when people were met or reached: who was there, what made it safe, what was heard. */
struct _UpstandEngagement {
    UpstandRecord parent_instance;
    char *title;
    gint64 kind_id; /* a framework item */
    UpstandDay dated;
    GArray *groups; /* framework items: ticked because they were there, never by guess */
    gint64 attendance; /* UPSTAND_NO_NUMBER: not counted */
    char *place; /* left out of public copies */
    gboolean place_cleared; /* the place may stand in a public copy */
    guint stage; /* UpstandStage */
    char *safety;
    GArray *organisations;
    GArray *requirements;
    GArray *activities;
    GArray *spaces;
    char *heard;
    char *owner; /* a post */
    char *channel; /* this and the next two: of a communication */
    char *audience;
    char *language;
    char *papers; /* by a scrutiny panel */
    char *audit; /* the internal audit that a panel is tied to */
    UpstandDay review; /* of this record */
};

extern const UpstandLinkType upstand_engagement_activity;
extern const UpstandLinkType upstand_engagement_group;
extern const UpstandLinkType upstand_engagement_organisation;
extern const UpstandLinkType upstand_engagement_requirement;
extern const UpstandLinkType upstand_engagement_space;
extern const UpstandChoice upstand_stages[];

G_END_DECLS
