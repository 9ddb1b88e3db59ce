/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/record.h"

G_BEGIN_DECLS

UPSTAND_DECLARE_RECORD (UpstandDocument, upstand_document)

/** A document or process that a duty asks to be adopted, and reviewed. */
struct _UpstandDocument {
    UpstandRecord parent_instance;
    char *title;
    gint64 kind_id; /* a framework item */
    char *issue; /* its own version, as it is called */
    UpstandDay adopted; /* 0: a draft */
    UpstandDay assessed; /* the day of the assessment */
    char *owner; /* a post */
    UpstandDay review;
    UpstandDay withdrawn; /* replaced, or no longer in force from this day */
    char *reference;
    GArray *requirements;
    char *note;
};

extern const UpstandLinkType upstand_document_requirement;

G_END_DECLS
