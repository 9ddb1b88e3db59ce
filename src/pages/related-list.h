/* SPDX-License-Identifier: MIT */
#pragma once

#include "pages/section-list.h"
#include "rules/standing.h"

G_BEGIN_DECLS

/** What tells one list of related records from another; what is NULL is left out. */
typedef struct {
    const char *title; /* N_() */
    const char *empty; /* N_(): what belongs here, while there is nothing */
    const UpstandRecordType *type; /* of what is listed */
    const char *field; /* of @type: names the holder */
    const char *order; /* a field of @type */
    gboolean descending;
    const char *const *tables; /* followed for changes; NULL-ended */

    /** Lists in another way than by @field. */
    GPtrArray *(*list) (UpstandSectionList *self, guint most, GError **error);
    /** The line under the title; to be freed. */
    char *(*describe) (gpointer record, UpstandSectionList *self);
    /** The mark before the title; FALSE: none. */
    gboolean (*stand) (gpointer record, UpstandDay today, UpstandStanding *standing);

    /* A record is edited in a dialog with these fields; NULL: win.show-record leads to it. */
    const char *const *fields;
    const char *heading; /* N_(): of that dialog */
    /* Set, there is a button for a new one, which begins with the holder and the day. */
    const char *add_label; /* N_() */
    const char *day; /* a field of @type */
} UpstandRelation;

#define UPSTAND_TYPE_RELATED_LIST (upstand_related_list_get_type ())
G_DECLARE_DERIVABLE_TYPE (
    UpstandRelatedList, upstand_related_list, UPSTAND, RELATED_LIST, UpstandSectionList)

/**
 * UpstandRelatedList:
 *
 * A section list of the records of one kind that name a holder, told by an UpstandRelation.
 */
struct _UpstandRelatedListClass {
    UpstandSectionListClass parent_class;
    const UpstandRelation *relation;
};

/** For class_init. */
void upstand_related_list_class_set_relation (
    UpstandRelatedListClass *klass, const UpstandRelation *relation);

/** Defines @name_get_type () of a list with that relation. */
#define UPSTAND_DEFINE_RELATED_LIST(Name, name, what) \
    typedef UpstandRelatedList Name; \
    typedef UpstandRelatedListClass Name##Class; \
    G_DEFINE_TYPE (Name, name, UPSTAND_TYPE_RELATED_LIST) \
    static void name##_class_init (Name##Class *klass) \
    { \
        upstand_related_list_class_set_relation (klass, &what); \
    } \
    static void name##_init (Name *self) \
    { \
    }

G_END_DECLS
