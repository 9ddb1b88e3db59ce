/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/record.h"

G_BEGIN_DECLS

UPSTAND_DECLARE_RECORD (UpstandEdition, upstand_edition)

/** An edition of the framework. */
struct _UpstandEdition {
    UpstandRecord parent_instance;
    char *code;
    char *title_en;
    char *title_cy;
    UpstandDay launched;
    char *source; /* the framework file whole */
};

UPSTAND_DECLARE_RECORD (UpstandPillar, upstand_pillar)

/** A pillar of an edition. */
struct _UpstandPillar {
    UpstandRecord parent_instance;
    gint64 edition_id;
    char *code;
    char *title_en;
    char *title_cy;
    gint64 position;
};

UPSTAND_DECLARE_RECORD (UpstandAction, upstand_action)

/** An action of a pillar. */
struct _UpstandAction {
    UpstandRecord parent_instance;
    gint64 pillar_id;
    char *code;
    char *title_en;
    char *title_cy;
    char *short_en;
    char *short_cy;
    gint64 position;
};

UPSTAND_DECLARE_RECORD (UpstandFrameworkItem, upstand_framework_item)

/** The lists that a plan keeps, by name. */
#define UPSTAND_LIST_CAPABILITY "capability"
#define UPSTAND_LIST_DOCUMENT_KIND "document-kind"
#define UPSTAND_LIST_ENGAGEMENT_KIND "engagement-kind"
#define UPSTAND_LIST_GROUP "group"
#define UPSTAND_LIST_REGISTER "register"
#define UPSTAND_LIST_SPACE_SOURCE "space-source"

/** Held beside another post: more people trained than in post is usual. */
#define UPSTAND_APPLIES_SECOND_ROLE "second-role"
/** Of a kind of engagement: inside the force; and: it reaches people and hears nobody. */
#define UPSTAND_APPLIES_INTERNAL "internal"
#define UPSTAND_APPLIES_ONE_WAY "one-way"
/** Of a group: a quarter that did not hear it is asked about. */
#define UPSTAND_APPLIES_EACH_QUARTER "each-quarter"

/** An entry of one of the framework's lists: a capability, a group, an order, an outcome. */
struct _UpstandFrameworkItem {
    UpstandRecord parent_instance;
    gint64 edition_id; /* 0: the force's own */
    char *list; /* "capability", "group" and so on */
    char *code;
    char *title_en;
    char *title_cy;
    char *short_en; /* for charts and narrow columns; NULL: the title serves */
    char *short_cy;
    gint64 position;
    UpstandDay from_date;
    UpstandDay until_date;
    char *applies; /* what of it holds, words separated by spaces: counts of an order, "second-role"
                    */
};

/** The title in @language ("en", "cy"), English where there is none; owned by the record. */
const char *upstand_edition_get_title (UpstandEdition *self, const char *language);
const char *upstand_pillar_get_title (UpstandPillar *self, const char *language);
const char *upstand_action_get_title (UpstandAction *self, const char *language);
const char *upstand_framework_item_get_title (UpstandFrameworkItem *self, const char *language);

/** The short title in @language, the title where there is none. */
const char *upstand_framework_item_get_short (UpstandFrameworkItem *self, const char *language);

/** Whether the word stands in what applies to the entry. */
gboolean upstand_framework_item_has (const UpstandFrameworkItem *self, const char *word);

G_END_DECLS
