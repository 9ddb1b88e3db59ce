/* SPDX-License-Identifier: MIT */
#pragma once

#include "pages/section-list.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_RECOMMENDATION_LIST (upstand_recommendation_list_get_type ())
G_DECLARE_FINAL_TYPE (UpstandRecommendationList, upstand_recommendation_list, UPSTAND,
    RECOMMENDATION_LIST, UpstandSectionList)

/**
 * UpstandRecommendationList:
 *
 * What others recommended that a requirement answers. One recommendation may be answered by several
 * requirements, so taking it off one of them leaves it with the others.
 */
GtkWidget *upstand_recommendation_list_new (void);

G_END_DECLS
