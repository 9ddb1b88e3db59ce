/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/record.h"

G_BEGIN_DECLS

UPSTAND_DECLARE_RECORD (UpstandRecommendation, upstand_recommendation)

/** What somebody else recommended, and which duties answer it. */
struct _UpstandRecommendation {
    UpstandRecord parent_instance;
    guint body;
    char *reference; /* its number or name there */
    char *title;
    guint status;
    UpstandDay made;
    UpstandDay due;
    char *owner;
    char *link;
    char *note;
    GArray *requirements;
};

extern const UpstandLinkType upstand_recommendation_requirement;
extern const UpstandChoice upstand_recommendation_bodies[];
extern const UpstandChoice upstand_recommendation_states[];

G_END_DECLS
